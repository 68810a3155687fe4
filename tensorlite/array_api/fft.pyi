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
from ..tensor import Tensor

__all__ = [
    "fft",
    "fftfreq",
    "fftn",
    "fftshift",
    "hfft",
    "ifft",
    "ifftn",
    "ifftshift",
    "ihfft",
    "irfft",
    "irfftn",
    "rfft",
    "rfftfreq",
    "rfftn",
]
def fft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor: ...
def fftfreq(
    n: _int,
    /,
    *,
    d: _float = 1.0,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def fftn(
    x: Tensor,
    /,
    *,
    s: _Sequence[_int] | None = None,
    axes: _Sequence[_int] | None = None,
    norm: str = 'backward',
) -> Tensor: ...
def fftshift(x: Tensor, /, *, axes: _int | _Sequence[_int] | None = None) -> Tensor: ...
def hfft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor: ...
def ifft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor: ...
def ifftn(
    x: Tensor,
    /,
    *,
    s: _Sequence[_int] | None = None,
    axes: _Sequence[_int] | None = None,
    norm: str = 'backward',
) -> Tensor: ...
def ifftshift(x: Tensor, /, *, axes: _int | _Sequence[_int] | None = None) -> Tensor: ...
def ihfft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor: ...
def irfft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor: ...
def irfftn(
    x: Tensor,
    /,
    *,
    s: _Sequence[_int] | None = None,
    axes: _Sequence[_int] | None = None,
    norm: str = 'backward',
) -> Tensor: ...
def rfft(
    x: Tensor,
    /,
    *,
    n: _int | None = None,
    axis: _int = -1,
    norm: str = 'backward',
) -> Tensor: ...
def rfftfreq(
    n: _int,
    /,
    *,
    d: _float = 1.0,
    dtype: _dtype | None = None,
    device: _device | str | _int | None = None,
) -> Tensor: ...
def rfftn(
    x: Tensor,
    /,
    *,
    s: _Sequence[_int] | None = None,
    axes: _Sequence[_int] | None = None,
    norm: str = 'backward',
) -> Tensor: ...
