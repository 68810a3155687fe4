"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterator as _Iterator, Sequence as _Sequence
from typing import Any as _Any, Literal as _Literal, Self as _Self, overload as _overload

from numpy import ndarray as _ndarray

from .dtypes import dtype as _dtype
from .tensor import Tensor

__all__ = [
    "digamma",
    "entr",
    "erf",
    "erfc",
    "erfinv",
    "exp2",
    "expit",
    "expm1",
    "gammaln",
    "log1p",
    "log_ndtr",
    "log_softmax",
    "logit",
    "logsumexp",
    "ndtr",
    "psi",
    "round",
    "sinc",
    "softmax",
    "xlog1py",
    "xlogy",
]
def digamma(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def entr(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def erf(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def erfc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def erfinv(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def exp2(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def expit(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def expm1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def gammaln(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def log1p(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def log_ndtr(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def log_softmax(
    input: Tensor,
    dim: _int | _Sequence[_int],
    dtype: _dtype | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def logit(input: Tensor, eps: _float | None = None, *, out: Tensor | None = None) -> Tensor: ...
def logsumexp(
    input: Tensor,
    dim: _int | _Sequence[_int],
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def ndtr(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def psi(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def round(input: Tensor, *, decimals: _int = 0, out: Tensor | None = None) -> Tensor: ...
def sinc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def softmax(
    input: Tensor,
    dim: _int | _Sequence[_int],
    dtype: _dtype | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def xlog1py(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def xlogy(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
