"""Mixed precision by PyTorch's names: scaled gradients, and `autocast` as far as dtypes go."""

from __future__ import annotations

import functools
from typing import Any

import tensorlite as tl

from ..docstrings import document as _document
from ..errors import expected
from ..gate import gate_all
from .scaler import GradScaler

__all__ = ["GradScaler", "autocast", "custom_bwd", "custom_fwd", "is_autocast_available"]


def is_autocast_available(device_type) -> bool:
    """Whether `autocast` computes in a shorter dtype on a type of devices: nowhere yet."""
    tl.device(device_type)
    return False


class autocast:
    """A context, or a decorator, in which PyTorch computes products in a shorter dtype.

    Here everything stays in the dtype of its operands: a context that is off, or that asks for
    float32, does nothing; one that asks for a shorter dtype raises.

    Parameters
    ----------
    device_type : str
    dtype : dtype, optional
        Default: float32, as there is no shorter one to compute in.
    enabled : bool
    cache_enabled : ignored

    Examples
    --------
    >>> import tensorlite as tl
    >>> with tl.autocast("cpu", enabled=False):
    ...     (tl.ones(2, 2) @ tl.ones(2, 2)).dtype
    tensorlite.float32
    """

    def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
        tl.device(device_type)  # or raises
        self.device, self._enabled = device_type, bool(enabled)
        self.fast_dtype = tl.float32 if dtype is None else dtype
        if self._enabled and self.fast_dtype not in (tl.float32, tl.float64):
            raise NotImplementedError(
                expected("autocast", "dtype=float32, in which all is computed", repr(dtype),
                         "enabled=False")
            )  # fmt: skip

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False

    def __call__(self, function):
        @functools.wraps(function)
        def decorated(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return decorated


def custom_fwd(fwd=None, *, device_type, cast_inputs=None) -> Any:
    """Decorate the forward of a Function; it is called as it is, for `autocast` changes nothing."""
    if fwd is None:
        return functools.partial(custom_fwd, device_type=device_type, cast_inputs=cast_inputs)
    return fwd


def custom_bwd(bwd=None, *, device_type) -> Any:
    """Decorate the backward of a Function; it is called as it is."""
    return functools.partial(custom_bwd, device_type=device_type) if bwd is None else bwd


gate_all(globals(), [name for name in __all__ if name != "autocast"])
_document(globals(), __all__)
