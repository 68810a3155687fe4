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
def cholesky(x: Tensor, /, *, upper: _bool = False) -> Tensor:
    """The Cholesky factor, lower unless `upper`.

    Parameters
    ----------
    x : Tensor (...)
    upper : bool, default False
        Whether the upper triangle is meant.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.cholesky(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[2.0000, 0.0000],
            [0.5000, 1.6583]])
    """
def cross(x1: Tensor, x2: Tensor, /, *, axis: _int = -1) -> Tensor:
    """The cross product of vectors of three elements along a dim.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.cross(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 0., 0.])
    """
def det(x: Tensor, /) -> Tensor:
    """`tensorlite.linalg.det` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.det(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor(11.)
    """
def diagonal(x: Tensor, /, *, offset: _int = 0) -> Tensor:
    """The diagonals of matrices.

    Parameters
    ----------
    x : Tensor (...)
    offset : int, default 0

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.diagonal(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([4., 3.])
    """
def eig(x: Tensor, /) -> _linalg_eig:
    """`tensorlite.linalg.eig` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    linalg_eig

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.eig(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensorlite.return_types.linalg_eig(
    eigenvalues=tensor([4.6180+0.j, 2.3820+0.j]),
    eigenvectors=tensor([[ 0.8507+0.j, -0.5257+0.j],
            [ 0.5257+0.j,  0.8507+0.j]]))
    """
def eigh(x: Tensor, /) -> _linalg_eigh:
    """`tensorlite.linalg.eigh` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    linalg_eigh

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.eigh(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensorlite.return_types.linalg_eigh(
    eigenvalues=tensor([2.3820, 4.6180]),
    eigenvectors=tensor([[ 0.5257, -0.8507],
            [-0.8507, -0.5257]]))
    """
def eigvals(x: Tensor, /) -> Tensor:
    """`tensorlite.linalg.eigvals` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.eigvals(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([4.6180+0.j, 2.3820+0.j])
    """
def eigvalsh(x: Tensor, /) -> Tensor:
    """`tensorlite.linalg.eigvalsh` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.eigvalsh(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([2.3820, 4.6180])
    """
def inv(x: Tensor, /) -> Tensor:
    """`tensorlite.linalg.inv` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.inv(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[ 0.2727, -0.0909],
            [-0.0909,  0.3636]])
    """
def matmul(x1: Tensor, x2: Tensor, /) -> Tensor:
    """The product of matrices, batched, or with vectors.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.matmul(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(5.2500)
    """
def matrix_norm(x: Tensor, /, *, keepdims: _bool = False, ord: _float | str = 'fro') -> Tensor:
    """A norm of matrices.

    Parameters
    ----------
    x : Tensor (...)
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.
    ord : float or str, default 'fro'

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.matrix_norm(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor(5.1962)
    """
def matrix_power(x: Tensor, n: _int, /) -> Tensor:
    """The product of `n` times a matrix; of its inverse if n is negative.

    Parameters
    ----------
    x : Tensor (...)
    n : int
        The power; negative ones are those of the inverse.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.matrix_power(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 3)
    tensor([[75., 38.],
            [38., 37.]])
    """
def matrix_rank(x: Tensor, /, *, rtol: Tensor | _float | None = None) -> Tensor:
    """How many singular values exceed `rtol` times the largest.

    Parameters
    ----------
    x : Tensor (...)
    rtol : Tensor (...) or number, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.matrix_rank(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor(2)
    """
def matrix_transpose(x: Tensor, /) -> Tensor:
    """The last two dims swapped.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.matrix_transpose(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[4., 1.],
            [1., 3.]])
    """
def outer(x1: Tensor, x2: Tensor, /) -> Tensor:
    """The products of all pairs of elements of two vectors.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.outer(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor([[0.2500, 0.5000, 1.0000],
            [0.5000, 1.0000, 2.0000],
            [1.0000, 2.0000, 4.0000]])
    """
def pinv(x: Tensor, /, *, rtol: Tensor | _float | None = None) -> Tensor:
    """The pseudoinverse; singular values up to `rtol` times the largest count as zero.

    Parameters
    ----------
    x : Tensor (...)
    rtol : Tensor (...) or number, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.pinv(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[ 0.2727, -0.0909],
            [-0.0909,  0.3636]])
    """
def qr(x: Tensor, /, *, mode: str = 'reduced') -> tuple[Tensor, Tensor]:
    """Orthonormal columns and an upper triangle whose product is x.

    Parameters
    ----------
    x : Tensor (...)
    mode : str, default 'reduced'

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.qr(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensorlite.return_types.linalg_qr(
    Q=tensor([[-0.9701, -0.2425],
            [-0.2425,  0.9701]]),
    R=tensor([[-4.1231, -1.6977],
            [ 0.0000,  2.6679]]))
    """
def slogdet(x: Tensor, /) -> _linalg_slogdet:
    """`tensorlite.linalg.slogdet` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    linalg_slogdet

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.slogdet(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensorlite.return_types.linalg_slogdet(
    sign=tensor(1.),
    logabsdet=tensor(2.3979))
    """
def solve(x1: Tensor, x2: Tensor, /) -> Tensor:
    """The solution of x1 @ y = x2, for one right-hand side or several.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.solve(tl.tensor([[2.0, 0.0], [1.0, 1.0]]), tl.tensor([2.0, 3.0]))
    tensor([1., 2.])
    """
def svd(x: Tensor, /, *, full_matrices: _bool = True) -> tuple[Tensor, Tensor, Tensor]:
    """Singular values between two orthonormal matrices.

    Parameters
    ----------
    x : Tensor (...)
    full_matrices : bool, default True

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.svd(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensorlite.return_types.linalg_svd(
    U=tensor([[-0.8507, -0.5257],
            [-0.5257,  0.8507]]),
    S=tensor([4.6180, 2.3820]),
    Vh=tensor([[-0.8507, -0.5257],
            [-0.5257,  0.8507]]))
    """
def svdvals(x: Tensor, /) -> Tensor:
    """`tensorlite.linalg.svdvals` under the standard's signature.

    Parameters
    ----------
    x : Tensor (...)

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.svdvals(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([4.6180, 2.3820])
    """
def tensordot(
    x1: Tensor,
    x2: Tensor,
    /,
    *,
    axes: _int | tuple[_Sequence[_int], _Sequence[_int]] = 2,
) -> Tensor:
    """The product summed over pairs of dims: the last of x1 with the first of x2, or as named.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)
    axes : int or tuple of sequence of int, default 2
        How many dims are summed over, or a list of them for each operand.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.tensordot(tl.arange(4.0).reshape(1, 1, 4), tl.arange(4.0).reshape(1, 1, 4))
    tensor([[ 0.,  6., 12., 18.]])
    """
def trace(x: Tensor, /, *, offset: _int = 0, dtype: _dtype | None = None) -> Tensor:
    """The sums of the diagonals of matrices, in the dtype of `sum`.

    Parameters
    ----------
    x : Tensor (...)
    offset : int, default 0
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.trace(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor(7.)
    """
def vecdot(x1: Tensor, x2: Tensor, /, *, axis: _int = -1) -> Tensor:
    """The inner products along a dim, of the same extent in both; the conjugate of x1 is taken.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)
    axis : int, default -1
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.vecdot(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(5.2500)
    """
def vector_norm(
    x: Tensor,
    /,
    *,
    axis: _int | _Sequence[_int] | None = None,
    keepdims: _bool = False,
    ord: _float = 2,
) -> Tensor:
    """A norm of vectors over dims, by default all of them.

    Parameters
    ----------
    x : Tensor (...)
    axis : int or tuple of int, optional
        The dim or dims along which it goes; negative ones count from the last.
    keepdims : bool, default False
        Whether dims that are reduced stay, with extent 1.
    ord : float, default 2

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.array_api.linalg.vector_norm(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.2913)
    """
