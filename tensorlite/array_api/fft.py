"""Fourier transforms of the standard: `tensorlite.array_api.fft`."""

import tensorlite as tl

_ONE = ("fft", "ifft", "rfft", "irfft", "hfft", "ihfft")
_SEVERAL = ("fftn", "ifftn", "rfftn", "irfftn")
__all__ = ["fftfreq", "fftshift", "ifftshift", "rfftfreq"]
__all__ += [*_ONE, *_SEVERAL]


def _along_one(name):
    compute = getattr(tl.fft, name)

    def function(x, /, *, n=None, axis=-1, norm: str = "backward"):
        return compute(x, n, axis, norm)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"`tensorlite.fft.{name}` under the standard's signature."
    return function


def _along_several(name):
    compute = getattr(tl.fft, name)

    def function(x, /, *, s=None, axes=None, norm: str = "backward"):
        return compute(x, s, axes, norm)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"`tensorlite.fft.{name}` under the standard's signature."
    return function


globals().update({name: _along_one(name) for name in _ONE})
globals().update({name: _along_several(name) for name in _SEVERAL})


def fftfreq(n, /, *, d: float = 1.0, dtype=None, device=None):
    """The frequencies of the transform of `n` samples at distances `d`."""
    return tl.fft.fftfreq(n, d, dtype=dtype, device=device)


def rfftfreq(n, /, *, d: float = 1.0, dtype=None, device=None):
    """The frequencies of the transform of `n` real samples at distances `d`."""
    return tl.fft.rfftfreq(n, d, dtype=dtype, device=device)


def fftshift(x, /, *, axes=None):
    """The frequency 0 in the middle of dims, by default of all."""
    return tl.fft.fftshift(x, axes)


def ifftshift(x, /, *, axes=None):
    """What undoes `fftshift`."""
    return tl.fft.ifftshift(x, axes)
