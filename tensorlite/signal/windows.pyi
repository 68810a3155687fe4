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
from ..formats import layout as _layout
from ..tensor import Tensor

__all__ = [
    "bartlett",
    "blackman",
    "cosine",
    "exponential",
    "gaussian",
    "general_cosine",
    "general_hamming",
    "hamming",
    "hann",
    "kaiser",
    "nuttall",
]
def bartlett(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
def blackman(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
def cosine(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
def exponential(
    M: _int,
    *,
    center: _float | None = None,
    tau: _float = 1.0,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
def gaussian(
    M: _int,
    *,
    std: _float = 1.0,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
def general_cosine(
    M: _int,
    *,
    a: _Sequence[_float],
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
def general_hamming(
    M: _int,
    *,
    alpha: _float = 0.54,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
def hamming(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
def hann(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
def kaiser(
    M: _int,
    *,
    beta: _float = 12.0,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
def nuttall(
    M: _int,
    *,
    sym: _bool = True,
    dtype: _dtype | None = None,
    layout: _layout | None = None,
    device: _device | str | _int | None = None,
    requires_grad: _bool = False,
) -> Tensor: ...
