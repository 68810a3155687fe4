"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterable as _Iterable, Iterator as _Iterator
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from typing import Any as _Any, Generic as _Generic, Literal as _Literal, Self as _Self
from typing import TypeVar as _TypeVar, overload as _overload

from numpy import ndarray as _ndarray

_F = _TypeVar("_F", bound=_Callable[..., _Any])
_T = _TypeVar("_T")
_T_co = _TypeVar("_T_co", covariant=True)

from ...nn import Module as _Module
from ...tensor import Tensor

_Model = _TypeVar("_Model", bound=_Module)

__all__ = [
    "BasePruningMethod",
    "CustomFromMask",
    "Identity",
    "L1Unstructured",
    "LnStructured",
    "PruningContainer",
    "RandomStructured",
    "RandomUnstructured",
    "custom_from_mask",
    "global_unstructured",
    "identity",
    "is_pruned",
    "l1_unstructured",
    "ln_structured",
    "random_structured",
    "random_unstructured",
    "remove",
]
class BasePruningMethod:
    """Base of the ways to prune, and the forward pre-hook that multiplies the mask in.

    A subclass sets ``PRUNING_TYPE`` and writes ``compute_mask(t, default_mask)``: a mask for the
    scores `t`, in which what the default mask has pruned stays pruned.

    Examples
    --------
    >>> class Below(nn.utils.prune.BasePruningMethod):
    ...     def __init__(self, limit):
    ...         self.limit = limit
    ...     def compute_mask(self, t, default_mask):
    ...         return default_mask * (t.abs() >= self.limit)
    >>> Below(2.0).prune(tl.tensor([1.0, 2.0, 3.0]))
    tensor([0., 2., 3.])
    """
    def __call__(self, module: _Module, inputs: _Any) -> None: ...
    @classmethod
    def apply(
        cls,
        module: _Module,
        name: str,
        *args: _Any,
        importance_scores: Tensor | None = None,
        **kwargs: _Any,
    ) -> BasePruningMethod:
        """Prune a parameter: it is ``<name>_orig`` from then on, and ``<name>_mask`` a buffer.

        Parameters
        ----------
        module : Module
        name : str
        *args, **kwargs
            Of the class.
        importance_scores : Tensor, optional
            Like the parameter; what the mask is computed from instead.

        Returns
        -------
        BasePruningMethod
            The hook.

        Examples
        --------
        >>> layer = nn.Linear(4, 1)
        >>> method = nn.utils.prune.L1Unstructured.apply(layer, "weight", amount=3)
        >>> layer.weight_mask.sum()
        tensor(1.)
        """
    def apply_mask(self, module: _Module) -> Tensor:
        """The pruned tensor of a module.

        Parameters
        ----------
        module : Module

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> layer = nn.Linear(4, 1)
        >>> method = nn.utils.prune.L1Unstructured.apply(layer, "weight", amount=3)
        >>> method.apply_mask(layer).count_nonzero()
        tensor(1)
        """
    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The mask.

        Parameters
        ----------
        t : Tensor (...)
        default_mask : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> t = tl.tensor([1.0, -3.0, 2.0])
        >>> nn.utils.prune.L1Unstructured(amount=1).compute_mask(t, tl.ones(3))
        tensor([0., 1., 1.])
        """
    def prune(
        self,
        t: Tensor,
        default_mask: Tensor | None = None,
        importance_scores: Tensor | None = None,
    ) -> Tensor:
        """A tensor times its mask.

        Parameters
        ----------
        t : Tensor
        default_mask : Tensor, optional
            What is pruned already; default: ones.
        importance_scores : Tensor, optional
            What the mask is computed from; default `t`.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> nn.utils.prune.L1Unstructured(amount=1).prune(tl.tensor([1.0, -3.0, 2.0]))
        tensor([ 0., -3.,  2.])
        """
    def remove(self, module: _Module) -> None:
        """Make the pruned tensor a parameter again; what was pruned stays zero.

        Parameters
        ----------
        module : Module

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(4, 1)
        >>> method = nn.utils.prune.L1Unstructured.apply(layer, "weight", amount=3)
        >>> method.remove(layer)
        >>> [name for name, parameter in layer.named_parameters()]
        ['bias', 'weight']
        """

class CustomFromMask(BasePruningMethod):
    """What a given mask says.

    Parameters
    ----------
    mask : Tensor (...)
        0 where elements are pruned, 1 where they stay.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> nn.utils.prune.CustomFromMask(tl.tensor([1, 0, 1])).prune(tl.tensor([1.0, 2.0, 3.0]))
    tensor([1., 0., 3.])
    """
    def __init__(self, mask: Tensor) -> None: ...
    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask times the given one.

        Parameters
        ----------
        t : Tensor (...)
        default_mask : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> t = tl.tensor([1.0, -3.0, 2.0])
        >>> nn.utils.prune.L1Unstructured(amount=1).compute_mask(t, tl.ones(3))
        tensor([0., 1., 1.])
        """
    mask: Tensor

class Identity(BasePruningMethod):
    """Prunes nothing, but has the names of pruning.

    Examples
    --------
    >>> nn.utils.prune.Identity().prune(tl.tensor([1.0, 2.0]))
    tensor([1., 2.])
    """
    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask.

        Parameters
        ----------
        t : Tensor (...)
        default_mask : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> t = tl.tensor([1.0, -3.0, 2.0])
        >>> nn.utils.prune.L1Unstructured(amount=1).compute_mask(t, tl.ones(3))
        tensor([0., 1., 1.])
        """

class L1Unstructured(BasePruningMethod):
    """The smallest elements; `amount` is their count or share.

    Parameters
    ----------
    amount : float

    Examples
    --------
    >>> nn.utils.prune.L1Unstructured(amount=2).prune(tl.tensor([-4.0, 1.0, 3.0, 2.0]))
    tensor([-4.,  0.,  3.,  0.])
    """
    def __init__(self, amount: _float) -> None: ...
    amount: _float
    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask without the smallest elements.

        Parameters
        ----------
        t : Tensor (...)
        default_mask : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> t = tl.tensor([1.0, -3.0, 2.0])
        >>> nn.utils.prune.L1Unstructured(amount=1).compute_mask(t, tl.ones(3))
        tensor([0., 1., 1.])
        """

class LnStructured(BasePruningMethod):
    """The channels along a dim whose n-norms are smallest; `amount` is their count or share.

    Parameters
    ----------
    amount : float
    n : float or str
        The order of the norm.
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> nn.utils.prune.LnStructured(1, n=2, dim=0).prune(tl.tensor([[3.0, 4.0], [1.0, 2.0]]))
    tensor([[3., 4.],
            [0., 0.]])
    """
    def __init__(self, amount: _float, n: _float | str, dim: _int = -1) -> None: ...
    amount: _float
    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask without these channels.

        Parameters
        ----------
        t : Tensor (...)
        default_mask : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> t = tl.tensor([1.0, -3.0, 2.0])
        >>> nn.utils.prune.L1Unstructured(amount=1).compute_mask(t, tl.ones(3))
        tensor([0., 1., 1.])
        """
    dim: _int
    n: _float | str

class PruningContainer(BasePruningMethod):
    """Several ways to prune one tensor, in order; each sees what the ones before have left.

    Parameters
    ----------
    *args : BasePruningMethod

    Examples
    --------
    >>> layer = nn.Linear(4, 4)
    >>> layer = nn.utils.prune.l1_unstructured(layer, "weight", amount=4)
    >>> layer = nn.utils.prune.random_unstructured(layer, "weight", amount=3)  # of what is left
    >>> (hook,) = layer._forward_pre_hooks.values()
    >>> len(hook), int((layer.weight == 0).sum())
    (2, 7)
    """
    def __getitem__(self, idx: _int) -> BasePruningMethod: ...
    def __init__(self, *args: BasePruningMethod) -> None: ...
    def __iter__(self) -> _Iterator[BasePruningMethod]: ...
    def __len__(self) -> _int: ...
    def add_pruning_method(self, method: BasePruningMethod) -> None:
        """Add one more.

        Parameters
        ----------
        method : BasePruningMethod

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(4, 1)
        >>> for amount in (1, 2):
        ...     layer = nn.utils.prune.l1_unstructured(layer, "weight", amount)
        >>> layer.weight_mask.sum()  # by a container of both
        tensor(1.)
        """
    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask, with what the last way prunes of the rest.

        Parameters
        ----------
        t : Tensor (...)
        default_mask : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> t = tl.tensor([1.0, -3.0, 2.0])
        >>> nn.utils.prune.L1Unstructured(amount=1).compute_mask(t, tl.ones(3))
        tensor([0., 1., 1.])
        """

class RandomStructured(BasePruningMethod):
    """Channels along a dim, at random; `amount` is their count or share.

    Parameters
    ----------
    amount : float
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> left = nn.utils.prune.RandomStructured(1, dim=0).prune(tl.ones(3, 4))
    >>> left.sum()
    tensor(8.)
    """
    def __init__(self, amount: _float, dim: _int = -1) -> None: ...
    amount: _float
    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask without these channels.

        Parameters
        ----------
        t : Tensor (...)
        default_mask : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> t = tl.tensor([1.0, -3.0, 2.0])
        >>> nn.utils.prune.L1Unstructured(amount=1).compute_mask(t, tl.ones(3))
        tensor([0., 1., 1.])
        """
    dim: _int

class RandomUnstructured(BasePruningMethod):
    """Elements at random; `amount` is their count or share.

    Parameters
    ----------
    amount : float

    Examples
    --------
    >>> nn.utils.prune.RandomUnstructured(amount=0.25).prune(tl.ones(8)).sum()
    tensor(6.)
    """
    def __init__(self, amount: _float) -> None: ...
    amount: _float
    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask with so many zeros more.

        Parameters
        ----------
        t : Tensor (...)
        default_mask : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> t = tl.tensor([1.0, -3.0, 2.0])
        >>> nn.utils.prune.L1Unstructured(amount=1).compute_mask(t, tl.ones(3))
        tensor([0., 1., 1.])
        """

def custom_from_mask(module: _Model, name: str, mask: Tensor) -> _Model:
    """Prune a parameter by a given mask of zeros and ones; returns the module.

    Parameters
    ----------
    module : Module
    name : str
    mask : Tensor (...)
        0 where elements are pruned, 1 where they stay.

    Returns
    -------
    Module

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> layer = nn.utils.prune.custom_from_mask(nn.Linear(2, 2), "bias", tl.tensor([1.0, 0.0]))
    >>> bool(layer.bias[1] == 0)
    True
    """
def global_unstructured(
    parameters: _Iterable[tuple[_Module, str]],
    pruning_method: type[BasePruningMethod],
    importance_scores: dict[tuple[_Module, str], Tensor] | None = None,
    **kwargs: _Any,
) -> None:
    """Prune several parameters as if they were one.

    Parameters
    ----------
    parameters : iterable of (Module, str)
    pruning_method : type
        An unstructured BasePruningMethod.
    importance_scores : dict of (Module, str) to Tensor, optional
    **kwargs
        Of the method.

    Returns
    -------
    None

    Examples
    --------
    >>> import tensorlite as tl
    >>> prune, net = tl.nn.utils.prune, tl.nn.Sequential(tl.nn.Linear(4, 4), tl.nn.Linear(4, 1))
    >>> places = [(net[0], "weight"), (net[1], "weight")]
    >>> prune.global_unstructured(places, pruning_method=prune.L1Unstructured, amount=10)
    >>> int(sum((module.weight == 0).sum() for module, _ in places))
    10
    """
def identity(module: _Model, name: str) -> _Model:
    """Give a parameter the names of pruning, without pruning it; returns the module.

    Parameters
    ----------
    module : Module
    name : str

    Returns
    -------
    Module

    Examples
    --------
    >>> layer = nn.utils.prune.identity(nn.Linear(2, 2), "weight")
    >>> sorted(layer.state_dict())
    ['bias', 'weight_mask', 'weight_orig']
    """
def is_pruned(module: _Module) -> _bool:
    """Whether a tensor of a module, or of one below it, is pruned.

    Parameters
    ----------
    module : Module

    Returns
    -------
    bool

    Examples
    --------
    >>> layer = nn.Linear(2, 2)
    >>> nn.utils.prune.is_pruned(layer)
    False
    >>> nn.utils.prune.is_pruned(nn.utils.prune.identity(layer, "weight"))
    True
    """
def l1_unstructured(
    module: _Model,
    name: str,
    amount: _float,
    importance_scores: Tensor | None = None,
) -> _Model:
    """Prune the smallest elements of a parameter; returns the module.

    Parameters
    ----------
    module : Module
    name : str
    amount : int or float
        A count, or a share in [0, 1].
    importance_scores : Tensor, optional
        Like the parameter; what is compared instead.

    Returns
    -------
    Module

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.utils.prune.l1_unstructured(tl.nn.Linear(4, 4), "weight", amount=0.25)
    >>> int((layer.weight == 0).sum()), sorted(layer.state_dict())
    (4, ['bias', 'weight_mask', 'weight_orig'])
    """
def ln_structured(
    module: _Model,
    name: str,
    amount: _float,
    n: _float | str,
    dim: _int,
    importance_scores: Tensor | None = None,
) -> _Model:
    """Prune the channels along `dim` with the smallest n-norms; returns the module.

    Parameters
    ----------
    module : Module
    name : str
    amount : float
    n : float or str
        The order of the norm.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    importance_scores : Tensor (...), optional

    Returns
    -------
    Module

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> layer = nn.Linear(4, 3)
    >>> layer = nn.utils.prune.ln_structured(layer, "weight", amount=1, n=2, dim=0)
    >>> (layer.weight == 0).all(1).sum()
    tensor(1)
    """
def random_structured(module: _Model, name: str, amount: _float, dim: _int) -> _Model:
    """Prune channels of a parameter along `dim` at random; returns the module.

    Parameters
    ----------
    module : Module
    name : str
    amount : float
    dim : int
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Module

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> layer = nn.utils.prune.random_structured(nn.Linear(4, 3), "weight", amount=2, dim=1)
    >>> (layer.weight == 0).all(0).sum()
    tensor(2)
    """
def random_unstructured(module: _Model, name: str, amount: _float) -> _Model:
    """Prune elements of a parameter at random; returns the module.

    Parameters
    ----------
    module : Module
    name : str
    amount : int or float
        A count, or a share in [0, 1].

    Returns
    -------
    Module

    Examples
    --------
    >>> layer = nn.utils.prune.random_unstructured(nn.Linear(4, 4), "weight", amount=0.5)
    >>> (layer.weight == 0).sum()
    tensor(8)
    """
def remove(module: _Model, name: str) -> _Model:
    """Make a pruned tensor a parameter again; what was pruned stays zero. Returns the module.

    Parameters
    ----------
    module : Module
    name : str

    Returns
    -------
    Module

    Examples
    --------
    >>> layer = nn.utils.prune.l1_unstructured(nn.Linear(4, 4), "weight", amount=0.5)
    >>> layer = nn.utils.prune.remove(layer, "weight")
    >>> sorted(layer.state_dict()), int((layer.weight == 0).sum())
    (['bias', 'weight'], 8)
    """
