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

from ..device import device as _device
from ..nn import Module as _Module
from ..optim import Optimizer as _Optimizer
from ..optim.lr_scheduler import LRScheduler as _LRScheduler
from ..tensor import Tensor

__all__ = [
    "AveragedModel",
    "SWALR",
    "get_ema_avg_fn",
    "get_ema_multi_avg_fn",
    "get_swa_avg_fn",
    "get_swa_multi_avg_fn",
    "update_bn",
]
class AveragedModel(_Module):
    """A copy of a model that holds the average of its weights.

    Parameters
    ----------
    model : Module
    device : device, optional
        Where the copy stays.
    avg_fn : callable, optional
        Of (mean, value, count), gives the new mean of one tensor; default: equal averages.
    multi_avg_fn : callable, optional
        The same for lists of tensors, in place.
    use_buffers : bool
        Average buffers, too; else they are those of the model.

    References
    ----------
    Izmailov et al. 2018, "Averaging Weights Leads to Wider Optima and Better Generalization",
    arXiv:1803.05407.

    Examples
    --------
    >>> import tensorlite as tl
    >>> model = tl.nn.Linear(1, 1, bias=False)
    >>> average = tl.optim.swa_utils.AveragedModel(model)
    >>> for value in (1.0, 2.0, 3.0):
    ...     _ = model.weight.data.fill_(value)
    ...     average.update_parameters(model)
    >>> average.module.weight.detach()
    tensor([[2.]])
    """
    def __call__(self, *args: _Any, **kwargs: _Any) -> _Any:
        """What the averaged model gives.

        Parameters
        ----------
        *args : object
        **kwargs : object

        Returns
        -------
        object

        Examples
        --------
        >>> import tensorlite as tl
        >>> model = tl.nn.Linear(1, 1, bias=False)
        >>> average = tl.optim.swa_utils.AveragedModel(model)
        >>> for value in (1.0, 2.0, 3.0):
        ...     _ = model.weight.data.fill_(value)
        ...     average.update_parameters(model)
        >>> average.module.weight.detach()
        tensor([[2.]])
        """
    def __init__(
        self,
        model: _Module,
        device: _device | str | _int | None = None,
        avg_fn: _Callable[[Tensor, Tensor, Tensor], Tensor] | None = None,
        multi_avg_fn: _Callable[[list[Tensor], list[Tensor], Tensor], None] | None = None,
        use_buffers: _bool = False,
    ) -> None: ...
    avg_fn: _Callable[[Tensor, Tensor, Tensor], Tensor] | None
    def forward(self, *args: _Any, **kwargs: _Any) -> _Any:
        """What the averaged model gives.

        Parameters
        ----------
        *args : object
        **kwargs : object

        Returns
        -------
        object

        Examples
        --------
        >>> import tensorlite as tl
        >>> model = tl.nn.Linear(1, 1, bias=False)
        >>> average = tl.optim.swa_utils.AveragedModel(model)
        >>> for value in (1.0, 2.0, 3.0):
        ...     _ = model.weight.data.fill_(value)
        ...     average.update_parameters(model)
        >>> average.module.weight.detach()
        tensor([[2.]])
        """
    module: _Any
    multi_avg_fn: _Callable[[list[Tensor], list[Tensor], Tensor], None] | None
    def update_parameters(self, model: _Module) -> None:
        """Take the weights of `model` into the average; the first ones are copied.

        Parameters
        ----------
        model : Module

        Returns
        -------
        None

        Examples
        --------
        >>> import tensorlite as tl
        >>> model = tl.nn.Linear(1, 1, bias=False)
        >>> average = tl.optim.swa_utils.AveragedModel(model)
        >>> for value in (1.0, 2.0, 3.0):
        ...     _ = model.weight.data.fill_(value)
        ...     average.update_parameters(model)
        >>> average.module.weight.detach()
        tensor([[2.]])
        """
    use_buffers: _bool

class SWALR(_LRScheduler):
    """The rate goes to a fixed one in some epochs, and stays there.

    Parameters
    ----------
    optimizer : Optimizer
    swa_lr : float, or one per group
    anneal_epochs : int
    anneal_strategy : {"cos", "linear"}
    last_epoch : int

    Examples
    --------
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
    >>> tl.optim.swa_utils.SWALR(optimizer, 0.05).get_last_lr()
    [0.1]
    """
    def __init__(
        self,
        optimizer: _Optimizer,
        swa_lr: _float | _Sequence[_float],
        anneal_epochs: _int = 10,
        anneal_strategy: str = 'cos',
        last_epoch: _int = -1,
    ) -> None: ...
    anneal_epochs: _int
    def get_lr(self) -> list[_float]:
        """The rates at the next step, from the present ones: others may have changed them.

        Returns
        -------
        list of float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.LambdaLR(optimizer, lambda epoch: 0.5**epoch).get_lr()
        [0.4]
        """

def get_ema_avg_fn(decay: _float = 0.999) -> _Callable[..., _Any]:
    """A function of (mean, value, count) that gives the moving average.

    Parameters
    ----------
    decay : float, default 0.999

    Returns
    -------
    Callable

    Examples
    --------
    >>> average = tl.optim.swa_utils.get_ema_avg_fn(decay=0.75)
    >>> average(tl.tensor(1.0), tl.tensor(5.0), 1)  # mean, value, count
    tensor(2.)
    """
def get_ema_multi_avg_fn(decay: _float = 0.999) -> _Callable[..., _Any]:
    """A function of (means, values, count) that takes lists of tensors into moving averages.

    Parameters
    ----------
    decay : float, default 0.999

    Returns
    -------
    Callable

    Examples
    --------
    >>> means = [tl.tensor([1.0]), tl.tensor([2.0])]
    >>> average = tl.optim.swa_utils.get_ema_multi_avg_fn(0.75)
    >>> average(means, [tl.tensor([5.0]), tl.tensor([6.0])], 1)
    >>> means
    [tensor([2.]), tensor([3.])]
    """
def get_swa_avg_fn() -> _Callable[..., _Any]:
    """A function of (mean, value, count) that gives the equal average.

    Returns
    -------
    Callable

    Examples
    --------
    >>> average = tl.optim.swa_utils.get_swa_avg_fn()
    >>> average(tl.tensor(1.0), tl.tensor(5.0), 3)  # mean of three, value, count
    tensor(2.)
    """
def get_swa_multi_avg_fn() -> _Callable[..., _Any]:
    """A function of (means, values, count) that takes lists of tensors into equal averages.

    Returns
    -------
    Callable

    Examples
    --------
    >>> means = [tl.tensor([1.0]), tl.tensor([2.0])]
    >>> average = tl.optim.swa_utils.get_swa_multi_avg_fn()
    >>> average(means, [tl.tensor([5.0]), tl.tensor([6.0])], tl.tensor(3))
    >>> means
    [tensor([2.]), tensor([3.])]
    """
def update_bn(
    loader: _Iterable[_Any],
    model: _Module,
    device: _device | str | _int | None = None,
) -> None:
    """Take the running statistics of batch norms anew, in one pass over data.

    Parameters
    ----------
    loader : iterable of Tensor, or of tuples whose first element is the input
    model : Module
    device : device, optional
        Where inputs go first.

    Returns
    -------
    None

    Examples
    --------
    >>> model = nn.Sequential(nn.BatchNorm1d(1))
    >>> batches = [tl.tensor([[1.0], [3.0]]), tl.tensor([[5.0], [7.0]])]
    >>> tl.optim.swa_utils.update_bn(batches, model)
    >>> model[0].running_mean
    tensor([4.])
    """
