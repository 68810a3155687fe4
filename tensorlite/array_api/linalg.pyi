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

from ..dtypes import dtype as _dtype
from ..ops.matrix_results import linalg_eig as _linalg_eig
from ..ops.matrix_results import linalg_eigh as _linalg_eigh
from ..ops.matrix_results import linalg_slogdet as _linalg_slogdet
from ..tensor import Tensor

__all__ = [
    "cholesky",
    "cross",
    "det",
    "diagonal",
    "eig",
    "eigh",
    "eigvals",
    "eigvalsh",
    "inv",
    "matmul",
    "matrix_norm",
    "matrix_power",
    "matrix_rank",
    "matrix_transpose",
    "outer",
    "pinv",
    "qr",
    "slogdet",
    "solve",
    "svd",
    "svdvals",
    "tensordot",
    "trace",
    "vecdot",
    "vector_norm",
]
def cholesky(x: Tensor, /, *, upper: _bool = False) -> Tensor: ...
def cross(x1: Tensor, x2: Tensor, /, *, axis: _int = -1) -> Tensor: ...
def det(x: Tensor, /) -> Tensor: ...
def diagonal(x: Tensor, /, *, offset: _int = 0) -> Tensor: ...
def eig(x: Tensor, /) -> _linalg_eig: ...
def eigh(x: Tensor, /) -> _linalg_eigh: ...
def eigvals(x: Tensor, /) -> Tensor: ...
def eigvalsh(x: Tensor, /) -> Tensor: ...
def inv(x: Tensor, /) -> Tensor: ...
def matmul(x1: Tensor, x2: Tensor, /) -> Tensor: ...
def matrix_norm(x: Tensor, /, *, keepdims: _bool = False, ord: _float | str = 'fro') -> Tensor: ...
def matrix_power(x: Tensor, n: _int, /) -> Tensor: ...
def matrix_rank(x: Tensor, /, *, rtol: Tensor | _float | None = None) -> Tensor: ...
def matrix_transpose(x: Tensor, /) -> Tensor: ...
def outer(x1: Tensor, x2: Tensor, /) -> Tensor: ...
def pinv(x: Tensor, /, *, rtol: Tensor | _float | None = None) -> Tensor: ...
def qr(x: Tensor, /, *, mode: str = 'reduced') -> tuple[Tensor, Tensor]: ...
def slogdet(x: Tensor, /) -> _linalg_slogdet: ...
def solve(x1: Tensor, x2: Tensor, /) -> Tensor: ...
def svd(x: Tensor, /, *, full_matrices: _bool = True) -> tuple[Tensor, Tensor, Tensor]: ...
def svdvals(x: Tensor, /) -> Tensor: ...
def tensordot(
    x1: Tensor,
    x2: Tensor,
    /,
    *,
    axes: _int | tuple[_Sequence[_int], _Sequence[_int]] = 2,
) -> Tensor: ...
def trace(x: Tensor, /, *, offset: _int = 0, dtype: _dtype | None = None) -> Tensor: ...
def vecdot(x1: Tensor, x2: Tensor, /, *, axis: _int = -1) -> Tensor: ...
def vector_norm(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
    ord: _float = 2,
) -> Tensor: ...
