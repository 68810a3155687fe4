"""Fourier transforms of the standard: `tensorlite.array_api.fft`."""

from collections.abc import Sequence

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike, Dims
from ..tensor import Tensor

_ONE = ("fft", "ifft", "rfft", "irfft", "hfft", "ihfft")
_SEVERAL = ("fftn", "ifftn", "rfftn", "irfftn")
__all__ = ["fftfreq", "fftshift", "ifftshift", "rfftfreq"]
__all__ += [*_ONE, *_SEVERAL]


def _along_one(name):
    compute = getattr(tl.fft, name)

    def function(
        x: Tensor, /, *, n: int | None = None, axis: int = -1, norm: str = "backward"
    ) -> Tensor:
        return compute(x, n, axis, norm)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"`tensorlite.fft.{name}` under the standard's signature."
    return function


def _along_several(name):
    compute = getattr(tl.fft, name)

    def function(
        x: Tensor,
        /,
        *,
        s: Sequence[int] | None = None,
        axes: Sequence[int] | None = None,
        norm: str = "backward",
    ) -> Tensor:
        return compute(x, s, axes, norm)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"`tensorlite.fft.{name}` under the standard's signature."
    return function


globals().update({name: _along_one(name) for name in _ONE})
globals().update({name: _along_several(name) for name in _SEVERAL})


def fftfreq(
    n: int,
    /,
    *,
    d: float = 1.0,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
) -> Tensor:
    """The frequencies of the transform of `n` samples at distances `d`."""
    return tl.fft.fftfreq(n, d, dtype=dtype, device=device)


def rfftfreq(
    n: int,
    /,
    *,
    d: float = 1.0,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
) -> Tensor:
    """The frequencies of the transform of `n` real samples at distances `d`."""
    return tl.fft.rfftfreq(n, d, dtype=dtype, device=device)


def fftshift(x: Tensor, /, *, axes: Dims | None = None) -> Tensor:
    """The frequency 0 in the middle of dims, by default of all."""
    return tl.fft.fftshift(x, axes)


def ifftshift(x: Tensor, /, *, axes: Dims | None = None) -> Tensor:
    """What undoes `fftshift`."""
    return tl.fft.ifftshift(x, axes)
