"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterator as _Iterator, Sequence as _Sequence
from typing import Any as _Any, Self as _Self

from numpy import ndarray as _ndarray

from .dtypes import dtype as _dtype
from .tensor import Tensor

__all__ = [
    "matrix_norm",
    "norm",
    "svdvals",
    "vector_norm",
]
def matrix_norm(
    A: Tensor,
    ord: _float | str = 'fro',
    dim: _int | _Sequence[_int] = ...,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def norm(
    A: Tensor,
    ord: _float | str | None = None,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def svdvals(A: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def vector_norm(
    x: Tensor,
    ord: _float | str = 2,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
