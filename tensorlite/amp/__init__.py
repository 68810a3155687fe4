"""Mixed precision by PyTorch's names: products in a shorter dtype, and scaled gradients."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Self, TypeVar, overload

import tensorlite as tl

from .. import casting, dtypes
from ..absent import listing as _listing
from ..docstrings import document as _document
from ..errors import expected, type_name
from ..gate import gate_all
from ..graph import mode, warn
from ..tensor import Tensor
from .scaler import GradScaler

F = TypeVar("F", bound=Callable[..., Any])

__all__ = ["GradScaler", "autocast", "custom_bwd", "custom_fwd", "is_autocast_available"]
SHORT = (tl.bfloat16, tl.float16)


def is_autocast_available(device_type: str) -> bool:
    """Whether `autocast` computes in a shorter dtype on a type of devices."""
    if not isinstance(device_type, str):
        got = f"{type(device_type).__name__} {device_type!r}"
        raise TypeError(expected("is_autocast_available", "device_type to be a str", got, "'cpu'"))
    return tl.device(device_type).type in ("cpu", "cuda")


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

    def __init__(
        self,
        device_type: str,
        dtype: dtypes.dtype | None = None,
        enabled: bool = True,
        cache_enabled: bool | None = None,
    ) -> None:
        if not isinstance(device_type, str):
            got = f"{type(device_type).__name__} {device_type!r}"
            raise ValueError(expected("autocast", "device_type to be a str", got, "device.type"))
        self.device = tl.device(device_type).type  # or raises
        self._enabled = bool(enabled)
        self._cached = True if cache_enabled is None else bool(cache_enabled)
        usual = tl.bfloat16 if self.device == "cpu" else tl.float16
        self.fast_dtype = usual if dtype is None else dtype
        if not isinstance(self.fast_dtype, tl.dtype):
            got = type_name(dtype)
            raise TypeError(expected("autocast", "dtype to be a dtype", got, "tensorlite.bfloat16"))
        if self._enabled and self.fast_dtype not in SHORT:
            warn(expected("autocast", "dtype=bfloat16 or float16", f"{self.fast_dtype!r}, with "
                          "which it is off", "enabled=False"))  # fmt: skip
            self._enabled = False
        if self._enabled and self.device == "cuda" and not tl.cuda.is_available():
            warn("CUDA is not available. Disabling autocast.")
            self._enabled = False
        self._before: list[Any] = []

    def __enter__(self) -> Self:
        casting.turns.begin()
        now = mode.casts
        dtypes = dict(now.dtypes) if now is not None else {}
        dtypes.pop(self.device, None)
        if self._enabled:
            dtypes[self.device] = self.fast_dtype
        self._before.append(now)
        mode.casts = casting.Casts(dtypes, self._cached) if dtypes else None
        casting.kept.depth += 1
        return self

    def __exit__(self, *error: object) -> None:
        mode.casts = self._before.pop()
        casting.turns.end()
        casting.kept.depth -= 1
        if not casting.kept.depth:
            casting.kept.casts.clear()
        return False

    def __call__(self, function: F) -> F:
        @functools.wraps(function)
        def decorated(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return decorated


@overload
def custom_fwd(
    fwd: None = None, *, device_type: str, cast_inputs: dtypes.dtype | None = None
) -> Callable[[F], F]: ...
@overload
def custom_fwd(
    fwd: F, *, device_type: str, cast_inputs: dtypes.dtype | None = None
) -> F: ...
def custom_fwd(
    fwd: Callable[..., Any] | None = None,
    *,
    device_type: str,
    cast_inputs: dtypes.dtype | None = None,
) -> Any:
    """Decorate the forward of a Function, so that its backward runs as it did under `autocast`.

    With `cast_inputs` floating point tensors come in that dtype, and `autocast` is off inside.
    """
    if fwd is None:
        return functools.partial(custom_fwd, device_type=device_type, cast_inputs=cast_inputs)

    @functools.wraps(fwd)
    def decorated(context, *args, **kwargs):
        on = tl.is_autocast_enabled(device_type)
        context._dtype = tl.get_autocast_dtype(device_type)
        context._fwd_used_autocast = on and cast_inputs is None
        if cast_inputs is None or not on:
            return fwd(context, *args, **kwargs)
        with autocast(device_type, enabled=False):
            args = tuple([_cast(x, device_type, cast_inputs) for x in args])
            kwargs = {name: _cast(x, device_type, cast_inputs) for name, x in kwargs.items()}
            return fwd(context, *args, **kwargs)

    return decorated


@overload
def custom_bwd(bwd: None = None, *, device_type: str) -> Callable[[F], F]: ...
@overload
def custom_bwd(bwd: F, *, device_type: str) -> F: ...
def custom_bwd(bwd: Callable[..., Any] | None = None, *, device_type: str) -> Any:
    """Decorate the backward of a Function whose forward is decorated with `custom_fwd`."""
    if bwd is None:
        return functools.partial(custom_bwd, device_type=device_type)

    @functools.wraps(bwd)
    def decorated(context, *args, **kwargs):
        with autocast(device_type, context._dtype, enabled=context._fwd_used_autocast):
            return bwd(context, *args, **kwargs)

    return decorated


def _cast(x, device_type, dtype):
    """A tensor of floats on such a device in another dtype; what is in containers, too."""
    if isinstance(x, Tensor):
        eligible = x.dtype.is_floating_point and x.dtype is not tl.float64
        return x.to(dtype) if eligible and x.device.type == device_type else x
    if type(x) in (list, tuple):
        return type(x)([_cast(each, device_type, dtype) for each in x])
    if type(x) is dict:
        return {key: _cast(each, device_type, dtype) for key, each in x.items()}
    return x


gate_all(globals(), [name for name in __all__ if name != "autocast"])
__dir__ = _listing(__name__)
_document(globals(), __all__)
