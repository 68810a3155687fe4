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

from .dtypes import dtype as _dtype
from .tensor import Tensor

__all__ = [
    "amax",
    "amin",
    "argmax",
    "argmin",
    "cumprod",
    "cumsum",
    "log_softmax",
    "logaddexp",
    "logsumexp",
    "mean",
    "median",
    "norm",
    "normalize",
    "prod",
    "softmax",
    "softmin",
    "std",
    "sum",
    "var",
]
def amax(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def amin(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def argmax(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def argmin(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def cumprod(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def cumsum(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def log_softmax(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def logaddexp(
    input: Tensor,
    other: Tensor | _float,
    *,
    dtype: _dtype | None = None,
    input_mask: Tensor | None = None,
    other_mask: Tensor | None = None,
) -> Tensor: ...
def logsumexp(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def mean(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def median(
    input: Tensor,
    dim: _int = -1,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def norm(
    input: Tensor,
    ord: _float | str = 2.0,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def normalize(
    input: Tensor,
    ord: _float | str,
    dim: _int | _Sequence[_int],
    *,
    eps: _float = 1e-12,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def prod(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def softmax(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def softmin(
    input: Tensor,
    dim: _int,
    *,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def std(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool | None = None,
    *,
    correction: _float | None = None,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def sum(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    *,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
def var(
    input: Tensor,
    dim: _int | _Sequence[_int] | None = None,
    unbiased: _bool | None = None,
    *,
    correction: _float | None = None,
    keepdim: _bool = False,
    dtype: _dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor: ...
