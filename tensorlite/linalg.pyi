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
from .errors import LinAlgError
from .ops.matrix_results import linalg_cholesky_ex as _linalg_cholesky_ex
from .ops.matrix_results import linalg_eig as _linalg_eig
from .ops.matrix_results import linalg_eigh as _linalg_eigh
from .ops.matrix_results import linalg_inv_ex as _linalg_inv_ex
from .ops.matrix_results import linalg_ldl_factor as _linalg_ldl_factor
from .ops.matrix_results import linalg_ldl_factor_ex as _linalg_ldl_factor_ex
from .ops.matrix_results import linalg_lstsq as _linalg_lstsq
from .ops.matrix_results import linalg_lu as _linalg_lu
from .ops.matrix_results import linalg_lu_factor as _linalg_lu_factor
from .ops.matrix_results import linalg_lu_factor_ex as _linalg_lu_factor_ex
from .ops.matrix_results import linalg_qr as _linalg_qr
from .ops.matrix_results import linalg_slogdet as _linalg_slogdet
from .ops.matrix_results import linalg_solve_ex as _linalg_solve_ex
from .ops.matrix_results import linalg_svd as _linalg_svd
from .tensor import Tensor

__all__ = [
    "LinAlgError",
    "cholesky",
    "cholesky_ex",
    "cond",
    "cross",
    "det",
    "diagonal",
    "eig",
    "eigh",
    "eigvals",
    "eigvalsh",
    "householder_product",
    "inv",
    "inv_ex",
    "ldl_factor",
    "ldl_factor_ex",
    "ldl_solve",
    "lstsq",
    "lu",
    "lu_factor",
    "lu_factor_ex",
    "lu_solve",
    "matmul",
    "matrix_exp",
    "matrix_norm",
    "matrix_power",
    "matrix_rank",
    "multi_dot",
    "norm",
    "pinv",
    "qr",
    "slogdet",
    "solve",
    "solve_ex",
    "solve_triangular",
    "svd",
    "svdvals",
    "tensorinv",
    "tensorsolve",
    "vander",
    "vecdot",
    "vector_norm",
]
def cholesky(A: Tensor, *, upper: _bool = False, out: Tensor | None = None) -> Tensor: ...
def cholesky_ex(
    A: Tensor,
    *,
    upper: _bool = False,
    check_errors: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_cholesky_ex: ...
def cond(A: Tensor, p: _float | str | None = None, *, out: Tensor | None = None) -> Tensor: ...
def cross(input: Tensor, other: Tensor, *, dim: _int = -1, out: Tensor | None = None) -> Tensor: ...
def det(A: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def diagonal(A: Tensor, *, offset: _int = 0, dim1: _int = -2, dim2: _int = -1) -> Tensor: ...
def eig(A: Tensor, *, out: _Sequence[Tensor] | None = None) -> _linalg_eig: ...
def eigh(A: Tensor, UPLO: str = 'L', *, out: _Sequence[Tensor] | None = None) -> _linalg_eigh: ...
def eigvals(A: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def eigvalsh(A: Tensor, UPLO: str = 'L', *, out: Tensor | None = None) -> Tensor: ...
def householder_product(input: Tensor, tau: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def inv(A: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def inv_ex(
    A: Tensor,
    *,
    check_errors: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_inv_ex: ...
def ldl_factor(
    A: Tensor,
    *,
    hermitian: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_ldl_factor: ...
def ldl_factor_ex(
    A: Tensor,
    *,
    hermitian: _bool = False,
    check_errors: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_ldl_factor_ex: ...
def ldl_solve(
    LD: Tensor,
    pivots: Tensor,
    B: Tensor,
    *,
    hermitian: _bool = False,
    out: Tensor | None = None,
) -> Tensor: ...
def lstsq(
    A: Tensor,
    B: Tensor,
    rcond: _float | None = None,
    *,
    driver: str | None = None,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_lstsq: ...
def lu(A: Tensor, *, pivot: _bool = True, out: _Sequence[Tensor] | None = None) -> _linalg_lu: ...
def lu_factor(
    A: Tensor,
    *,
    pivot: _bool = True,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_lu_factor: ...
def lu_factor_ex(
    A: Tensor,
    *,
    pivot: _bool = True,
    check_errors: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_lu_factor_ex: ...
def lu_solve(
    LU: Tensor,
    pivots: Tensor,
    B: Tensor,
    *,
    left: _bool = True,
    adjoint: _bool = False,
    out: Tensor | None = None,
) -> Tensor: ...
def matmul(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def matrix_exp(A: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def matrix_norm(
    A: Tensor,
    ord: _float | str = 'fro',
    dim: _Sequence[_int] = ...,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def matrix_power(A: Tensor, n: _int, *, out: Tensor | None = None) -> Tensor: ...
def matrix_rank(
    A: Tensor,
    tol: _float | None = None,
    hermitian: _bool = False,
    *,
    atol: _float | Tensor | None = None,
    rtol: _float | Tensor | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def multi_dot(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor: ...
def norm(
    A: Tensor,
    ord: _float | str | None = None,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def pinv(
    A: Tensor,
    rcond: _float | None = None,
    hermitian: _bool = False,
    *,
    atol: _float | Tensor | None = None,
    rtol: _float | Tensor | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
def qr(A: Tensor, mode: str = 'reduced', *, out: _Sequence[Tensor] | None = None) -> _linalg_qr: ...
def slogdet(A: Tensor, *, out: _Sequence[Tensor] | None = None) -> _linalg_slogdet: ...
def solve(A: Tensor, B: Tensor, *, left: _bool = True, out: Tensor | None = None) -> Tensor: ...
def solve_ex(
    A: Tensor,
    B: Tensor,
    *,
    left: _bool = True,
    check_errors: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_solve_ex: ...
def solve_triangular(
    A: Tensor,
    B: Tensor,
    *,
    upper: _bool,
    left: _bool = True,
    unitriangular: _bool = False,
    out: Tensor | None = None,
) -> Tensor: ...
def svd(
    A: Tensor,
    full_matrices: _bool = True,
    *,
    driver: str | None = None,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_svd: ...
def svdvals(A: Tensor, *, driver: str | None = None, out: Tensor | None = None) -> Tensor: ...
def tensorinv(A: Tensor, ind: _int = 2, *, out: Tensor | None = None) -> Tensor: ...
def tensorsolve(
    A: Tensor,
    other: Tensor,
    dims: tuple[_int, ...] | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def vander(x: Tensor, *, N: _int | None = None, out: Tensor | None = None) -> Tensor: ...
def vecdot(x: Tensor, y: Tensor, *, dim: _int = -1, out: Tensor | None = None) -> Tensor: ...
def vector_norm(
    x: Tensor,
    ord: _float | str = 2,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor: ...
