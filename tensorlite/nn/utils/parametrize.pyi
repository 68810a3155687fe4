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
from ...nn import ModuleList as _ModuleList
from ...tensor import Tensor
from contextlib import AbstractContextManager as _AbstractContextManager

_Model = _TypeVar("_Model", bound=_Module)

__all__ = [
    "ParametrizationList",
    "cached",
    "is_parametrized",
    "register_parametrization",
    "remove_parametrizations",
    "transfer_parametrizations_and_params",
    "type_before_parametrizations",
]
class ParametrizationList(_ModuleList):
    """The functions that a parametrized tensor goes through, and what it is made of.

    Parameters
    ----------
    modules : list of Module
    original : Tensor
        The tensor before.
    unsafe : bool
        Whether dtype and shape may change; nothing is checked then.

    Attributes
    ----------
    original : Parameter or buffer
        What is trained; ``original0``, ``original1``, ... if the first function takes several.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> layer = nn.utils.parametrizations.weight_norm(nn.Linear(2, 3))
    >>> [(name, tuple(x.shape)) for name, x in layer.parametrizations.weight.named_parameters()]
    [('original0', (3, 1)), ('original1', (3, 2))]
    """
    def __call__(self) -> Tensor:
        """The parametrized tensor.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> layer = nn.utils.parametrizations.weight_norm(nn.Linear(2, 3))
        >>> [(name, tuple(x.shape)) for name, x in layer.parametrizations.weight.named_parameters()]
        [('original0', (3, 1)), ('original1', (3, 2))]
        """
    def __init__(
        self,
        modules: _Sequence[_Module],
        original: Tensor,
        unsafe: _bool = False,
    ) -> None: ...
    data: _Any
    def forward(self) -> Tensor:
        """The parametrized tensor.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> layer = nn.utils.parametrizations.weight_norm(nn.Linear(2, 3))
        >>> [(name, tuple(x.shape)) for name, x in layer.parametrizations.weight.named_parameters()]
        [('original0', (3, 1)), ('original1', (3, 2))]
        """
    is_tensor: _Any
    ntensors: _Any
    def right_inverse(self, value: Tensor) -> None:
        """Let the parametrized tensor become `value`, as far as the functions can be inverted.

        Parameters
        ----------
        value : Tensor (...)
            The number, or the tensor of values.

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> class Doubled(nn.Module):
        ...     def forward(self, weight):
        ...         return 2 * weight
        ...     def right_inverse(self, weight):
        ...         return weight / 2
        >>> layer = nn.utils.parametrize.register_parametrization(nn.Linear(2, 1), "weight", Doubled())
        >>> layer.parametrizations.weight.right_inverse(tl.ones(1, 2))
        >>> layer.weight
        tensor([[1., 1.]], grad_fn=<MulBackward0>)
        """
    unsafe: _bool

def cached() -> _AbstractContextManager[None]:
    """Compute each parametrized tensor once within the context.

    Returns
    -------
    context manager

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.nn.utils import parametrize
    >>> layer = tl.nn.utils.parametrizations.weight_norm(tl.nn.Linear(2, 2))
    >>> with parametrize.cached():
    ...     layer.weight is layer.weight
    True
    """
def is_parametrized(module: _Module, tensor_name: str | None = None) -> _bool:
    """Whether a tensor of a module, or any, is parametrized.

    Parameters
    ----------
    module : Module
    tensor_name : str, optional

    Returns
    -------
    bool

    Examples
    --------
    >>> layer = nn.utils.parametrizations.orthogonal(nn.Linear(2, 2))
    >>> nn.utils.parametrize.is_parametrized(layer, "weight")
    True
    >>> nn.utils.parametrize.is_parametrized(layer, "bias")
    False
    """
def register_parametrization(
    module: _Model,
    tensor_name: str,
    parametrization: _Module,
    *,
    unsafe: _bool = False,
) -> _Model:
    """Let a parameter or buffer be a function of what is trained instead.

    Parameters
    ----------
    module : Module
    tensor_name : str
    parametrization : Module
        Its ``forward`` gives the tensor; its ``right_inverse``, if it has one, what is to be
        trained, from a given tensor. A second one on the same tensor takes what the first gives.
    unsafe : bool
        Whether dtype and shape may change.

    Returns
    -------
    Module
        The module.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.nn.utils import parametrize
    >>> class Symmetric(tl.nn.Module):
    ...     def forward(self, x):
    ...         return x.triu() + x.triu(1).mT
    >>> layer = parametrize.register_parametrization(tl.nn.Linear(3, 3), "weight", Symmetric())
    >>> bool((layer.weight == layer.weight.mT).all()), list(layer.state_dict())
    (True, ['bias', 'parametrizations.weight.original'])
    """
def remove_parametrizations(
    module: _Module,
    tensor_name: str,
    leave_parametrized: _bool = True,
) -> _Module:
    """Make a parametrized tensor a parameter or buffer again.

    Parameters
    ----------
    module : Module
    tensor_name : str
    leave_parametrized : bool
        It keeps its present value; else it becomes what was trained.

    Returns
    -------
    Module
        The module.

    Examples
    --------
    >>> layer = nn.utils.parametrizations.orthogonal(nn.Linear(2, 2))
    >>> layer = nn.utils.parametrize.remove_parametrizations(layer, "weight")
    >>> tl.allclose(layer.weight @ layer.weight.T, tl.eye(2), atol=1e-5)
    True
    """
def transfer_parametrizations_and_params(
    from_module: _Module,
    to_module: _Model,
    tensor_name: str | None = None,
) -> _Model:
    """Give another module the same functions and the same parameters behind them.

    Parameters
    ----------
    from_module, to_module : Module
    tensor_name : str, optional
        One tensor; by default all that are parametrized.

    Returns
    -------
    Module
        `to_module`.

    Examples
    --------
    >>> source = nn.utils.parametrizations.orthogonal(nn.Linear(2, 2))
    >>> target = nn.utils.parametrize.transfer_parametrizations_and_params(source, nn.Linear(2, 2))
    >>> bool((target.weight == source.weight).all())
    True
    """
def type_before_parametrizations(module: _Module) -> type[_Module]:
    """The class that a module had before any of its tensors was parametrized.

    Parameters
    ----------
    module : Module

    Returns
    -------
    type of Module

    Examples
    --------
    >>> layer = nn.utils.parametrizations.orthogonal(nn.Linear(2, 2))
    >>> nn.utils.parametrize.type_before_parametrizations(layer) is nn.Linear
    True
    """
