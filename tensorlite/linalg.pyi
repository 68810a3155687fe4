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
def cholesky(A: Tensor, *, upper: _bool = False, out: Tensor | None = None) -> Tensor:
    """L of A = L L^T, lower triangular, for positive-definite matrices; LAPACK's `potrf`.

    Parameters
    ----------
    A : Tensor (*, N, N)
        Its lower triangle is read, its upper one with `upper`.
    upper : bool
        Return U of A = U^T U instead.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    LinAlgError
        If a matrix is not positive-definite; it names the first.

    Examples
    --------
    >>> tl.linalg.cholesky(tl.tensor([[4.0, 2.0], [2.0, 2.0]]))
    tensor([[2., 0.],
            [1., 1.]])
    """
def cholesky_ex(
    A: Tensor,
    *,
    upper: _bool = False,
    check_errors: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_cholesky_ex:
    """`cholesky`, and where it failed.

    Parameters
    ----------
    A : Tensor (..., M, N)
    upper : bool, default False
        Whether the upper triangle is meant.
    check_errors : bool, default False
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (L (*, N, N), info (*))
        info is the order of the first leading minor that is not positive, or 0.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.cholesky_ex(tl.eye(2))
    tensorlite.return_types.linalg_cholesky_ex(
    L=tensor([[1., 0.],
            [0., 1.]]),
    info=tensor(0, dtype=tensorlite.int32))
    """
def cond(A: Tensor, p: _float | str | None = None, *, out: Tensor | None = None) -> Tensor:
    """The condition number of matrices: a norm of A times that norm of its inverse.

    Parameters
    ----------
    A : Tensor (*, M, N); square unless p is 2 or -2
    p : {None, 2, -2, "fro", "nuc", inf, -inf, 1, -1}
        None and 2: the largest singular value over the smallest, -2 the reverse.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (*)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.cond(tl.eye(2))
    tensor(1.)
    """
def cross(input: Tensor, other: Tensor, *, dim: _int = -1, out: Tensor | None = None) -> Tensor:
    """The vector product of 3-vectors along a dim.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    other : Tensor (...)
        The second operand; shapes broadcast.
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.linalg.cross(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def det(A: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The determinant of square matrices.

    Parameters
    ----------
    A : Tensor (*, N, N)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (*)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.det(tl.tensor([[2.0, 0.0], [1.0, 3.0]]))
    tensor(6.)
    """
def diagonal(A: Tensor, *, offset: _int = 0, dim1: _int = -2, dim2: _int = -1) -> Tensor:
    """A view of the diagonals of matrices, see `tensorlite.diagonal`.

    Parameters
    ----------
    A : Tensor (..., M, N)
    offset : int, default 0
    dim1 : int, default -2
    dim2 : int, default -1

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.diagonal(tl.eye(2))
    tensor([1., 1.])
    """
def eig(A: Tensor, *, out: _Sequence[Tensor] | None = None) -> _linalg_eig:
    """The eigenvalues of square matrices, in any order, and their vectors as columns.

    Parameters
    ----------
    A : Tensor (*, N, N)
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (eigenvalues (*, N), eigenvectors (*, N, N)), complex

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    LAPACK's `geev`. A vector has length 1 and any direction in the complex plane, so
    a gradient has meaning only for what does not depend on that; it is infinite where two values
    are equal.

    Examples
    --------
    >>> tl.linalg.eig(tl.tensor([[0.0, -1.0], [1.0, 0.0]])).eigenvalues
    tensor([0.+1.j, 0.-1.j])
    """
def eigh(A: Tensor, UPLO: str = 'L', *, out: _Sequence[Tensor] | None = None) -> _linalg_eigh:
    """The eigenvalues of symmetric matrices in ascending order, and their vectors as columns.

    Parameters
    ----------
    A : Tensor (*, N, N)
    UPLO : {"L", "U"}
        Which triangle of A is read.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (eigenvalues (*, N), eigenvectors (*, N, N))

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    LAPACK's `syevd`. The sign of a vector is arbitrary, as for `svd`.

    Examples
    --------
    >>> tl.linalg.eigh(tl.eye(2))
    tensorlite.return_types.linalg_eigh(
    eigenvalues=tensor([1., 1.]),
    eigenvectors=tensor([[1., 0.],
            [0., 1.]]))
    """
def eigvals(A: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The eigenvalues of square matrices, complex, in any order; see `eig`.

    Parameters
    ----------
    A : Tensor (..., M, N)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.eigvals(tl.eye(2))
    tensor([1.+0.j, 1.+0.j])
    """
def eigvalsh(A: Tensor, UPLO: str = 'L', *, out: Tensor | None = None) -> Tensor:
    """The eigenvalues of symmetric matrices in ascending order.

    Parameters
    ----------
    A : Tensor (..., M, N)
    UPLO : str, default 'L'
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.eigvalsh(tl.tensor([[2.0, 1.0], [1.0, 2.0]]))
    tensor([1., 3.])
    """
def householder_product(input: Tensor, tau: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The first columns of the product of Householder reflections I - tau v v^T.

    Parameters
    ----------
    input : Tensor (*, M, N), M >= N
        The vectors, below its diagonal, as `geqrf` gives them.
    tau : Tensor (*, K), K <= N
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (*, M, N)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> A = tl.tensor([[3.0, 1.0], [4.0, 2.0]])
    >>> reflectors, tau = tl.geqrf(A)
    >>> Q = tl.linalg.householder_product(reflectors, tau)
    >>> tl.allclose(Q @ reflectors.triu(), A, atol=1e-5)
    True
    """
def inv(A: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The inverse of square matrices.

    Parameters
    ----------
    A : Tensor (*, N, N)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (*, N, N)

    Raises
    ------
    LinAlgError
        If a matrix is singular; it names the first.

    Notes
    -----
    LAPACK's `gesv`. `solve(A, B)` is faster and more accurate than `inv(A) @ B`.

    Examples
    --------
    >>> tl.linalg.inv(tl.tensor([[2.0, 0.0], [1.0, 1.0]]))
    tensor([[ 0.5000,  0.0000],
            [-0.5000,  1.0000]])
    """
def inv_ex(
    A: Tensor,
    *,
    check_errors: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_inv_ex:
    """The inverse of square matrices, and where it failed.

    Parameters
    ----------
    A : Tensor (..., M, N)
    check_errors : bool, default False
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (inverse (*, N, N), info (*))
        info counts from 1 to the first diagonal element of U that is zero, and is 0 without one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.inv_ex(tl.tensor([[2.0, 1.0], [1.0, 1.0]]))
    tensorlite.return_types.linalg_inv_ex(
    inverse=tensor([[ 1., -1.],
            [-1.,  2.]]),
    info=tensor(0, dtype=tensorlite.int32))
    """
def ldl_factor(
    A: Tensor,
    *,
    hermitian: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_ldl_factor:
    """L and D of a symmetric A = L D L^T in one matrix, for `ldl_solve`; LAPACK's `sytrf`.

    Parameters
    ----------
    A : Tensor (*, N, N)
        Its lower triangle is read.
    hermitian : bool
        Whether A = L D L^H; no difference for real numbers.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (LD (*, N, N), pivots int32 (*, N)), without gradients

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.ldl_factor(tl.eye(2))
    tensorlite.return_types.linalg_ldl_factor(
    LD=tensor([[1., 0.],
            [0., 1.]]),
    pivots=tensor([1, 2], dtype=tensorlite.int32))
    """
def ldl_factor_ex(
    A: Tensor,
    *,
    hermitian: _bool = False,
    check_errors: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_ldl_factor_ex:
    """`ldl_factor`, and where D has a zero: named tuple (LD, pivots, info).

    Parameters
    ----------
    A : Tensor (..., M, N)
    hermitian : bool, default False
    check_errors : bool, default False
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    linalg_ldl_factor_ex

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.ldl_factor_ex(tl.eye(2))
    tensorlite.return_types.linalg_ldl_factor_ex(
    LD=tensor([[1., 0.],
            [0., 1.]]),
    pivots=tensor([1, 2], dtype=tensorlite.int32),
    info=tensor(0, dtype=tensorlite.int32))
    """
def ldl_solve(
    LD: Tensor,
    pivots: Tensor,
    B: Tensor,
    *,
    hermitian: _bool = False,
    out: Tensor | None = None,
) -> Tensor:
    """X (*, N, K) of A X = B, given what `ldl_factor` returned of A; without gradients.

    Parameters
    ----------
    LD : Tensor (..., N, N)
    pivots : Tensor (..., N)
    B : Tensor (..., M, K)
    hermitian : bool, default False
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> A = tl.tensor([[4.0, 2.0], [2.0, 3.0]])
    >>> LD, pivots = tl.linalg.ldl_factor(A)
    >>> tl.linalg.ldl_solve(LD, pivots, tl.tensor([[8.0], [8.0]]))
    tensor([[1.],
            [2.]])
    """
def lstsq(
    A: Tensor,
    B: Tensor,
    rcond: _float | None = None,
    *,
    driver: str | None = None,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_lstsq:
    """X of the least sum of squares of A X - B, the shortest one of several.

    Parameters
    ----------
    A : Tensor (*, M, N)
    B : Tensor (*, M, K), or (M,) or (*, M) of vectors
    rcond : float, optional
        Singular values below this times the largest count as 0; by default the spacing of numbers
        times max(M, N).
    driver : {None, "gelsy", "gels", "gelsd", "gelss"}
        LAPACK's routine: QR with exchanges of columns (also for None), QR of matrices of full rank,
        or singular values by halving or by sweeps; and with it, which results are filled.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (solution (*, N, K), residuals, rank, singular_values)
        residuals (*, K), if M > N, all ranks are N and the driver is not "gelsy", else empty (so
        that a plan, which cannot ask for ranks, refuses); rank (*), but for "gels";
        singular_values for "gelsd" and "gelss".

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.lstsq(tl.eye(2), tl.ones(2, 2))
    tensorlite.return_types.linalg_lstsq(
    solution=tensor([[1., 1.],
            [1., 1.]]),
    residuals=tensor([]),
    rank=tensor(2),
    singular_values=tensor([]))
    """
def lu(A: Tensor, *, pivot: _bool = True, out: _Sequence[Tensor] | None = None) -> _linalg_lu:
    """P, L and U of A = P L U: a permutation, a unit lower and an upper triangular matrix.

    Parameters
    ----------
    A : Tensor (*, M, N)
    pivot : bool
        Whether rows are exchanged; else P is empty.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (P (*, M, M), L (*, M, K), U (*, K, N)), K = min(M, N)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.lu(tl.eye(2))
    tensorlite.return_types.linalg_lu(
    P=tensor([[1., 0.],
            [0., 1.]]),
    L=tensor([[1., 0.],
            [0., 1.]]),
    U=tensor([[1., 0.],
            [0., 1.]]))
    """
def lu_factor(
    A: Tensor,
    *,
    pivot: _bool = True,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_lu_factor:
    """L and U of A = P L U in one matrix, and the exchanges of rows; LAPACK's `getrf`.

    Parameters
    ----------
    A : Tensor (*, M, N)
    pivot : bool
        Whether rows are exchanged.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (LU (*, M, N), pivots int32 (*, min(M, N)))
        Row i was exchanged with row pivots[i], counted from 1.

    Raises
    ------
    LinAlgError
        If U has a zero on its diagonal; `lu_factor_ex` and `lu` take such matrices, too.

    Examples
    --------
    >>> tl.linalg.lu_factor(tl.eye(2))
    tensorlite.return_types.linalg_lu_factor(
    LU=tensor([[1., 0.],
            [0., 1.]]),
    pivots=tensor([1, 2], dtype=tensorlite.int32))
    """
def lu_factor_ex(
    A: Tensor,
    *,
    pivot: _bool = True,
    check_errors: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_lu_factor_ex:
    """`lu_factor`, and where U has a zero on its diagonal.

    Parameters
    ----------
    A : Tensor (..., M, N)
    pivot : bool, default True
    check_errors : bool, default False
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (LU (*, M, N), pivots (*, min(M, N)), info (*))
        info counts from 1 to the first zero, and is 0 without one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.lu_factor_ex(tl.eye(2))
    tensorlite.return_types.linalg_lu_factor_ex(
    LU=tensor([[1., 0.],
            [0., 1.]]),
    pivots=tensor([1, 2], dtype=tensorlite.int32),
    info=tensor(0, dtype=tensorlite.int32))
    """
def lu_solve(
    LU: Tensor,
    pivots: Tensor,
    B: Tensor,
    *,
    left: _bool = True,
    adjoint: _bool = False,
    out: Tensor | None = None,
) -> Tensor:
    """X of A X = B, or of X A = B, given what `lu_factor` returned of A.

    Parameters
    ----------
    LU : Tensor (*, N, N)
    pivots : int32 Tensor (*, N)
    B : Tensor (*, N, K), or (*, K, N) for ``left=False``
    left : bool, default True
    adjoint : bool
        Use A^T in place of A.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> LU, pivots = tl.linalg.lu_factor(tl.tensor([[2.0, 1.0], [1.0, 3.0]]))
    >>> tl.linalg.lu_solve(LU, pivots, tl.tensor([[3.0], [4.0]]))
    tensor([[1.],
            [1.]])
    """
def matmul(input: Tensor, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """The matrix product, by NumPy's rules.

    Parameters
    ----------
    input : Tensor (K,), (M, K) or (*, M, K)
    other : Tensor (K,), (K, N) or (*, K, N)
        Leading dims are batches and broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor
        (*, M, N), without M or N where an operand is a vector.

    Raises
    ------
    RuntimeError
        If the inner extents or the dtypes differ.

    Notes
    -----
    Also the method ``Tensor.matmul``.

    Examples
    --------
    >>> tl.matmul(tl.tensor([[1., 2.], [3., 4.]]), tl.tensor([1., 1.]))
    tensor([3., 7.])
    """
def matrix_exp(A: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The exponential of square matrices, the sum of A^k / k!.

    Parameters
    ----------
    A : Tensor (*, N, N)
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Scaling and squaring, through SciPy: A. Al-Mohy and N. Higham (SIAM J. Matrix Anal. 2009).

    Examples
    --------
    >>> tl.linalg.matrix_exp(tl.zeros(2, 2))
    tensor([[1., 0.],
            [0., 1.]])
    """
def matrix_norm(
    A: Tensor,
    ord: _float | str = 'fro',
    dim: _Sequence[_int] = ...,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """A norm of matrices.

    Parameters
    ----------
    A : Tensor (*, M, N)
    ord : {"fro", "nuc", inf, -inf, 1, -1, 2, -2}
        "fro": the root of the sum of squares; 1 and inf: the largest sum of magnitudes over a
        column or a row, negative: the smallest; 2, -2 and "nuc": the largest and the smallest
        singular value, and their sum.
    dim : tuple of two int
        The dims of the matrices.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.linalg.matrix_norm(tl.tensor([[1.0, -2.0], [3.0, 4.0]]), 1)
    tensor(6.)
    """
def matrix_power(A: Tensor, n: _int, *, out: Tensor | None = None) -> Tensor:
    """The product of n copies of square matrices; of inverses, for negative n.

    Integers stay integers, which have no inverses.

    Parameters
    ----------
    A : Tensor (..., M, N)
    n : int
        The power; negative ones are those of the inverse.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.matrix_power(tl.tensor([[1.0, 1.0], [0.0, 1.0]]), 5)
    tensor([[1., 5.],
            [0., 1.]])
    """
def matrix_rank(
    A: Tensor,
    tol: _float | None = None,
    hermitian: _bool = False,
    *,
    atol: _float | Tensor | None = None,
    rtol: _float | Tensor | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """How many singular values are larger than max(atol, rtol * the largest).

    Parameters
    ----------
    A : Tensor (*, M, N)
    tol : float, optional
        Another name of `atol`, in the place that NumPy gives it.
    hermitian : bool
        Whether A is symmetric, of which the lower triangle is read.
    atol, rtol : float or Tensor (*), optional
        By default 0, and the spacing of numbers times max(M, N) (0 if `atol` is given).
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.matrix_rank(tl.ones(2, 3))
    tensor(1)
    """
def multi_dot(tensors: Tensor | _Sequence[Tensor], *, out: Tensor | None = None) -> Tensor:
    """The product of several matrices, in the order that takes the fewest operations.

    Parameters
    ----------
    tensors : sequence of at least two Tensors (M, N)
        The first and the last may be vectors.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> tl.linalg.multi_dot([tl.ones(2, 3), tl.ones(3, 4), tl.ones(4)])
    tensor([12., 12.])
    """
def norm(
    A: Tensor,
    ord: _float | str | None = None,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """`vector_norm` of one dim (or of all, without `ord`), `matrix_norm` of two.

    Parameters
    ----------
    A : Tensor (..., M, N)
    ord : float or str, optional
    dim : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.linalg.norm(tl.tensor([3.0, 4.0]))
    tensor(5.)
    """
def pinv(
    A: Tensor,
    rcond: _float | None = None,
    hermitian: _bool = False,
    *,
    atol: _float | Tensor | None = None,
    rtol: _float | Tensor | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """The Moore-Penrose inverse of matrices.

    Parameters
    ----------
    A : Tensor (*, M, N)
    rcond : float, optional
        Another name of `rtol`, in the place that NumPy gives it.
    hermitian : bool
        Whether A is symmetric, of which the lower triangle is read.
    atol, rtol : float or Tensor (*), optional
        Which singular values count, as in `matrix_rank`.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (*, N, M)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.pinv(tl.eye(2))
    tensor([[1., 0.],
            [0., 1.]])
    """
def qr(A: Tensor, mode: str = 'reduced', *, out: _Sequence[Tensor] | None = None) -> _linalg_qr:
    """Q and R of A = Q R: orthonormal columns, and an upper triangular matrix; LAPACK's `geqrf`.

    Parameters
    ----------
    A : Tensor (*, M, N)
    mode : {"reduced", "complete", "r"}
        "reduced": Q (*, M, K), R (*, K, N), K = min(M, N). "complete": Q (*, M, M), R (*, M, N),
        with a gradient if M <= N. "r": R alone, Q empty, without gradient.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (Q, R)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.qr(tl.eye(2))
    tensorlite.return_types.linalg_qr(
    Q=tensor([[1., 0.],
            [-0., 1.]]),
    R=tensor([[1., 0.],
            [0., 1.]]))
    """
def slogdet(A: Tensor, *, out: _Sequence[Tensor] | None = None) -> _linalg_slogdet:
    """The sign of the determinant of square matrices, and the logarithm of its magnitude.

    Parameters
    ----------
    A : Tensor (..., M, N)
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (sign (*), logabsdet (*))

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.slogdet(tl.eye(2))
    tensorlite.return_types.linalg_slogdet(
    sign=tensor(1.),
    logabsdet=tensor(0.))
    """
def solve(A: Tensor, B: Tensor, *, left: _bool = True, out: Tensor | None = None) -> Tensor:
    """X of A X = B, or of X A = B.

    Parameters
    ----------
    A : Tensor (*, N, N)
    B : Tensor (*, N, K), (N,) or (*, N)
        Vectors if it is 1-d, or has the shape of A without its last dim.
    left : bool
        Whether A stands on the left of X.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor, as B over the batch of both

    Raises
    ------
    LinAlgError
        If a matrix is singular; it names the first.

    Examples
    --------
    >>> tl.linalg.solve(tl.tensor([[2.0, 0.0], [1.0, 1.0]]), tl.tensor([2.0, 3.0]))
    tensor([1., 2.])
    """
def solve_ex(
    A: Tensor,
    B: Tensor,
    *,
    left: _bool = True,
    check_errors: _bool = False,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_solve_ex:
    """X of A X = B, or of X A = B, and where it failed.

    Parameters
    ----------
    A : Tensor (..., M, N)
    B : Tensor (..., M, K)
    left : bool, default True
    check_errors : bool, default False
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (result, info (*))
        info as `inv_ex` has it.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.solve_ex(tl.eye(2), tl.ones(2, 2))
    tensorlite.return_types.linalg_solve_ex(
    result=tensor([[1., 1.],
            [1., 1.]]),
    info=tensor(0, dtype=tensorlite.int32))
    """
def solve_triangular(
    A: Tensor,
    B: Tensor,
    *,
    upper: _bool,
    left: _bool = True,
    unitriangular: _bool = False,
    out: Tensor | None = None,
) -> Tensor:
    """X of A X = B, or of X A = B, where A is triangular; LAPACK's `trtrs`.

    Parameters
    ----------
    A : Tensor (*, N, N)
        Only one triangle of it is read.
    B : Tensor (*, N, K), or (*, K, N) for ``left=False``
    upper : bool
        Which triangle.
    left : bool
    unitriangular : bool
        Take the diagonal for ones, without reading it.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> A = tl.tensor([[2.0, 0.0], [1.0, 1.0]])
    >>> tl.linalg.solve_triangular(A, tl.tensor([[2.0], [3.0]]), upper=False)
    tensor([[1.],
            [2.]])
    """
def svd(
    A: Tensor,
    full_matrices: _bool = True,
    *,
    driver: str | None = None,
    out: _Sequence[Tensor] | None = None,
) -> _linalg_svd:
    """U, S and V^T of A = U diag(S) V^T, the singular values in descending order.

    Parameters
    ----------
    A : Tensor (*, M, N)
    full_matrices : bool
        U (*, M, M) and V^T (*, N, N), else U (*, M, K) and V^T (*, K, N), K = min(M, N).
    driver : None
        PyTorch's choice for CUDA.
    out : sequence of Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    named tuple (U, S, Vh)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    LAPACK's `gesdd`. The signs of a pair of vectors are arbitrary, so a gradient has
    meaning only for what does not depend on them; it is infinite where two values are equal.

    Examples
    --------
    >>> tl.linalg.svd(tl.eye(2))
    tensorlite.return_types.linalg_svd(
    U=tensor([[1., 0.],
            [0., 1.]]),
    S=tensor([1., 1.]),
    Vh=tensor([[1., 0.],
            [0., 1.]]))
    """
def svdvals(A: Tensor, *, driver: str | None = None, out: Tensor | None = None) -> Tensor:
    """The singular values of matrices, in descending order.

    Parameters
    ----------
    A : Tensor (*, M, N)
    driver : str, optional
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (*, min(M, N))

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.svdvals(tl.tensor([[3.0, 0.0], [0.0, -4.0]]))
    tensor([4., 3.])
    """
def tensorinv(A: Tensor, ind: _int = 2, *, out: Tensor | None = None) -> Tensor:
    """The inverse of A as a matrix of its first `ind` dims by the others.

    Parameters
    ----------
    A : Tensor (..., M, N)
    ind : int, default 2
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor
        Of shape A.shape[ind:] + A.shape[:ind].

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.tensorinv(tl.tensor([1 + 2j]))
    tensor([0.2000-0.4000j])
    """
def tensorsolve(
    A: Tensor,
    other: Tensor,
    dims: tuple[_int, ...] | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """X of tensordot(A, X, X.ndim) = other.

    Parameters
    ----------
    A : Tensor
    other : Tensor
        Of the shape of the first dims of A.
    dims : tuple of int, optional
        Dims of A that are moved to its end first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> A = 2 * tl.eye(6).reshape(2, 3, 6)
    >>> tl.linalg.tensorsolve(A, tl.ones(2, 3))
    tensor([0.5000, 0.5000, 0.5000, 0.5000, 0.5000, 0.5000])
    """
def vander(x: Tensor, *, N: _int | None = None, out: Tensor | None = None) -> Tensor:
    """The powers 0 to N - 1 of each element, as rows: a Vandermonde matrix.

    Parameters
    ----------
    x : Tensor (*, n)
    N : int, optional
        n by default.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.linalg.vander(tl.tensor([1.0, 2.0, 3.0]))
    tensor([[1., 1., 1.],
            [1., 2., 4.],
            [1., 3., 9.]])
    """
def vecdot(x: Tensor, y: Tensor, *, dim: _int = -1, out: Tensor | None = None) -> Tensor:
    """The dot products of vectors, the first conjugated, along a dim; other dims broadcast.

    Parameters
    ----------
    x : Tensor (...)
    y : Tensor (...)
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.linalg.vecdot(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(5.2500)
    """
def vector_norm(
    x: Tensor,
    ord: _float | str = 2,
    dim: _int | _Sequence[_int] | None = None,
    keepdim: _bool = False,
    *,
    dtype: _dtype | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """(sum of |x|^ord)^(1/ord) along dims, all by default: inf the largest, 0 a count.

    Parameters
    ----------
    x : Tensor
    ord : number
    dim : int or tuple of int, optional
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    dtype : dtype, optional
        In which it is computed.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.linalg.vector_norm(tl.tensor([[3.0, -4.0]]), tl.inf)
    tensor(4.)
    """
