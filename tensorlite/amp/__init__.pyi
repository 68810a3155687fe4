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
from ..dtypes import dtype as _dtype
from ..optim import Optimizer as _Optimizer
from ..tensor import Tensor

__all__ = [
    "GradScaler",
    "autocast",
    "custom_bwd",
    "custom_fwd",
    "is_autocast_available",
]
class GradScaler:
    """Scales the loss before backward, and gradients back before the step.

    A step is skipped if a gradient is not finite; the scale is halved then, and doubled after
    `growth_interval` good steps.

    Parameters
    ----------
    device : str
    init_scale, growth_factor, backoff_factor : float
    growth_interval : int
    enabled : bool
        Without it everything passes as it is.

    References
    ----------
    Micikevicius et al. 2017, "Mixed Precision Training", arXiv:1710.03740.

    Examples
    --------
    >>> import tensorlite as tl
    >>> w = tl.nn.Parameter(tl.tensor([1.0]))
    >>> opt, scaler = tl.optim.SGD([w], lr=0.5), tl.amp.GradScaler("cpu", init_scale=1024.0)
    >>> scaler.scale((w * w).sum()).backward()
    >>> scaler.step(opt)
    >>> scaler.update()
    >>> w.detach(), scaler.get_scale()
    (tensor([0.]), 1024.0)
    """
    def __init__(
        self,
        device: _device | str | _int = 'cuda',
        init_scale: _float = 65536.0,
        growth_factor: _float = 2.0,
        backoff_factor: _float = 0.5,
        growth_interval: _int = 2000,
        enabled: _bool = True,
    ) -> None: ...
    def get_backoff_factor(self) -> _float:
        """By what the scale shrinks.

        Returns
        -------
        float

        Examples
        --------
        >>> tl.amp.GradScaler("cpu").get_backoff_factor()
        0.5
        """
    def get_growth_factor(self) -> _float:
        """By what the scale grows.

        Returns
        -------
        float

        Examples
        --------
        >>> tl.amp.GradScaler("cpu").get_growth_factor()
        2.0
        """
    def get_growth_interval(self) -> _int:
        """After how many good steps the scale grows.

        Returns
        -------
        int

        Examples
        --------
        >>> tl.amp.GradScaler("cpu").get_growth_interval()
        2000
        """
    def get_scale(self) -> _float:
        """The scale; 1 where it does not scale.

        Returns
        -------
        float

        Examples
        --------
        >>> import tensorlite as tl
        >>> w = tl.nn.Parameter(tl.tensor([1.0]))
        >>> opt, scaler = tl.optim.SGD([w], lr=0.5), tl.amp.GradScaler("cpu", init_scale=1024.0)
        >>> scaler.scale((w * w).sum()).backward()
        >>> scaler.step(opt)
        >>> scaler.update()
        >>> w.detach(), scaler.get_scale()
        (tensor([0.]), 1024.0)
        """
    def is_enabled(self) -> _bool:
        """Whether it scales.

        Returns
        -------
        bool

        Examples
        --------
        >>> tl.amp.GradScaler("cpu", enabled=False).is_enabled()
        False
        """
    def load_state_dict(self, state_dict: _Mapping[str, _Any]) -> None:
        """Take what `state_dict` gave.

        Parameters
        ----------
        state_dict : mapping of str and object

        Returns
        -------
        None

        Examples
        --------
        >>> scaler = tl.amp.GradScaler("cpu")
        >>> scaler.load_state_dict(tl.amp.GradScaler("cpu", init_scale=1024.0).state_dict())
        >>> scaler.get_scale()
        1024.0
        """
    @_overload
    def scale(self, outputs: Tensor) -> Tensor: ...
    @_overload
    def scale(self, outputs: list[Tensor]) -> list[Tensor]: ...
    @_overload
    def scale(self, outputs: tuple[Tensor, ...]) -> tuple[Tensor, ...]:
        """A Tensor, or containers of them, times the scale.

        Parameters
        ----------
        outputs : Tensor (...) or sequence of object

        Returns
        -------
        Tensor (...) or list of Tensor (...) or tuple of Tensor (...)

        Examples
        --------
        >>> import tensorlite as tl
        >>> w = tl.nn.Parameter(tl.tensor([1.0]))
        >>> opt, scaler = tl.optim.SGD([w], lr=0.5), tl.amp.GradScaler("cpu", init_scale=1024.0)
        >>> scaler.scale((w * w).sum()).backward()
        >>> scaler.step(opt)
        >>> scaler.update()
        >>> w.detach(), scaler.get_scale()
        (tensor([0.]), 1024.0)
        """
    def set_backoff_factor(self, new_factor: _float) -> None:
        """Set by what the scale shrinks.

        Parameters
        ----------
        new_factor : float

        Returns
        -------
        None

        Examples
        --------
        >>> scaler = tl.amp.GradScaler("cpu")
        >>> scaler.set_backoff_factor(0.25)
        >>> scaler.get_backoff_factor()
        0.25
        """
    def set_growth_factor(self, new_factor: _float) -> None:
        """Set by what the scale grows.

        Parameters
        ----------
        new_factor : float

        Returns
        -------
        None

        Examples
        --------
        >>> scaler = tl.amp.GradScaler("cpu")
        >>> scaler.set_growth_factor(4.0)
        >>> scaler.get_growth_factor()
        4.0
        """
    def set_growth_interval(self, new_interval: _int) -> None:
        """Set after how many good steps the scale grows.

        Parameters
        ----------
        new_interval : int

        Returns
        -------
        None

        Examples
        --------
        >>> scaler = tl.amp.GradScaler("cpu")
        >>> scaler.set_growth_interval(100)
        >>> scaler.get_growth_interval()
        100
        """
    def state_dict(self) -> dict[str, _Any]:
        """Scale and settings as a dict; empty where it does not scale.

        Returns
        -------
        dict of str and object

        Examples
        --------
        >>> tl.amp.GradScaler("cpu", init_scale=1024.0).state_dict()["scale"]
        1024.0
        """
    def step(self, optimizer: _Optimizer, *args: _Any, **kwargs: _Any) -> _Any:
        """Unscale if that is still to do, and step unless a gradient is not finite.

        Parameters
        ----------
        optimizer : Optimizer
            Whose gradients were scaled.
        *args : object
        **kwargs : object

        Returns
        -------
        object

        Examples
        --------
        >>> import tensorlite as tl
        >>> w = tl.nn.Parameter(tl.tensor([1.0]))
        >>> opt, scaler = tl.optim.SGD([w], lr=0.5), tl.amp.GradScaler("cpu", init_scale=1024.0)
        >>> scaler.scale((w * w).sum()).backward()
        >>> scaler.step(opt)
        >>> scaler.update()
        >>> w.detach(), scaler.get_scale()
        (tensor([0.]), 1024.0)
        """
    def unscale_(self, optimizer: _Optimizer) -> None:
        """Divide the gradients of an optimizer by the scale, once before its step.

        Parameters
        ----------
        optimizer : Optimizer
            Whose gradients were scaled.

        Returns
        -------
        None

        Examples
        --------
        >>> weight = tl.ones(2, requires_grad=True)
        >>> optimizer, scaler = tl.optim.SGD([weight], lr=0.1), tl.amp.GradScaler("cpu", init_scale=8.0)
        >>> scaler.scale(weight.sum()).backward()
        >>> scaler.unscale_(optimizer)  # to clip the gradients, say
        >>> weight.grad
        tensor([1., 1.])
        """
    def update(self, new_scale: Tensor | _float | None = None) -> None:
        """Adapt the scale after the steps of all optimizers, or set it.

        Parameters
        ----------
        new_scale : Tensor (...) or number, optional

        Returns
        -------
        None

        Examples
        --------
        >>> import tensorlite as tl
        >>> w = tl.nn.Parameter(tl.tensor([1.0]))
        >>> opt, scaler = tl.optim.SGD([w], lr=0.5), tl.amp.GradScaler("cpu", init_scale=1024.0)
        >>> scaler.scale((w * w).sum()).backward()
        >>> scaler.step(opt)
        >>> scaler.update()
        >>> w.detach(), scaler.get_scale()
        (tensor([0.]), 1024.0)
        """

class autocast:
    """A context, or a decorator, in which products are computed in a shorter dtype.

    Products, convolutions and attention take their operands in it; losses, decompositions and
    transforms take short operands in float32; all else takes them as they come, as PyTorch has it
    for the CPU. Parameters are cast once until the outermost context ends.

    Parameters
    ----------
    device_type : str
        "cpu" or "cuda": where it counts.
    dtype : dtype, optional
        bfloat16 or float16. Default: bfloat16 on the CPU, float16 on cards.
    enabled : bool
        Whether it is on, inside of another one too.
    cache_enabled : bool
        Whether casts of parameters are kept.

    Raises
    ------
    RuntimeError
        If there is no such device.
    ValueError
        If `device_type` is no str, such as ``tensor.device`` instead of ``tensor.device.type``.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.ones(2, 2)
    >>> with tl.autocast("cpu"):
    ...     (x @ x).dtype, (x + x).dtype
    (tensorlite.bfloat16, tensorlite.float32)
    """
    def __call__(self, function: _F) -> _F: ...
    def __enter__(self) -> _Self: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(
        self,
        device_type: str,
        dtype: _dtype | None = None,
        enabled: _bool = True,
        cache_enabled: _bool | None = None,
    ) -> None: ...
    device: _Any
    fast_dtype: _Any

@_overload
def custom_bwd(bwd: None = None, *, device_type: str) -> _Callable[[_F], _F]: ...
@_overload
def custom_bwd(bwd: _F, *, device_type: str) -> _F:
    """Decorate the backward of a Function whose forward is decorated with `custom_fwd`.

    Parameters
    ----------
    bwd : callable, optional
    device_type : str

    Returns
    -------
    callable

    Examples
    --------
    >>> class Double(tl.autograd.Function):
    ...     @staticmethod
    ...     @tl.amp.custom_fwd(device_type="cpu")
    ...     def forward(ctx, x):
    ...         return 2 * x
    ...     @staticmethod
    ...     @tl.amp.custom_bwd(device_type="cpu")
    ...     def backward(ctx, grad):
    ...         return 2 * grad
    >>> x = tl.ones(2, requires_grad=True)
    >>> Double.apply(x).sum().backward()
    >>> x.grad
    tensor([2., 2.])
    """
@_overload
def custom_fwd(
    fwd: None = None,
    *,
    device_type: str,
    cast_inputs: _dtype | None = None,
) -> _Callable[[_F], _F]: ...
@_overload
def custom_fwd(fwd: _F, *, device_type: str, cast_inputs: _dtype | None = None) -> _F:
    """Decorate the forward of a Function, so that its backward runs as it did under `autocast`.

    With `cast_inputs` floating point tensors come in that dtype, and `autocast` is off inside.

    Parameters
    ----------
    fwd : callable, optional
    device_type : str
    cast_inputs : dtype, optional

    Returns
    -------
    callable

    Examples
    --------
    >>> class Scale(tl.autograd.Function):
    ...     @staticmethod
    ...     @tl.amp.custom_fwd(device_type="cpu", cast_inputs=tl.float32)
    ...     def forward(ctx, x):
    ...         return 2 * x
    ...     @staticmethod
    ...     @tl.amp.custom_bwd(device_type="cpu")
    ...     def backward(ctx, grad):
    ...         return 2 * grad
    >>> with tl.autocast("cpu"):
    ...     Scale.apply(tl.ones(2, dtype=tl.bfloat16)).dtype
    tensorlite.float32
    """
def is_autocast_available(device_type: str) -> _bool:
    """Whether `autocast` computes in a shorter dtype on a type of devices.

    Parameters
    ----------
    device_type : str

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.amp.is_autocast_available("cpu")
    True
    """
