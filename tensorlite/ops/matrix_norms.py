"""Norms of vectors and matrices; `tensorlite.linalg` offers them."""

import math
from collections.abc import Sequence

from .. import dtypes, shapes
from ..annotations import Dims
from ..declare import public
from ..errors import expected
from ..op import supplies
from ..tensor import Tensor
from .choice import where
from .creation import zeros
from .extremes import amax, amin
from .matrix_checks import as_float, matrices, square
from .moments import norm as _norm
from .solving import inv_ex
from .spectra import svdvals
from .views import movedim, reshape


@public("linalg", out="exact", rehearsed=True)
def vector_norm(
    x: Tensor,
    ord: float | str = 2,
    dim: Dims | None = None,
    keepdim: bool = False,
    *,
    dtype: dtypes.dtype | None = None,
) -> Tensor:
    """
    (sum of |x|^ord)^(1/ord) along dims, all by default: inf the largest, 0 a count.

    Parameters
    ----------
    x : Tensor
    ord : number
    dim : int or tuple of int, optional
    dtype : dtype, optional
        In which it is computed.

    Examples
    --------
    >>> tl.linalg.vector_norm(tl.tensor([[3.0, -4.0]]), tl.inf)
    tensor(4.)
    """
    op = "linalg.vector_norm"
    x, ord = as_float(op, x, dtype), shapes.plain(ord)
    if isinstance(ord, bool) or not isinstance(ord, int | float):
        raise TypeError(expected(op, "ord to be a number", repr(ord), "matrix_norm()"))
    return _norm(x, ord, dim, keepdim)


def _two_dims(op, A, dim):
    if isinstance(dim, int) or len(dim) != 2:
        raise RuntimeError(expected(op, "dim to be a 2-tuple", repr(dim), "(-2, -1)"))
    pair = tuple(shapes.dim_index(d, A.ndim, op) for d in dim)
    if pair[0] == pair[1]:
        raise RuntimeError(expected(op, "dims must be different", repr(tuple(dim)), "(-2, -1)"))
    return pair


def _extreme(x, ord, dim, keepdim=False):
    """The largest of what is not negative along a dim, of nothing 0; or the smallest."""
    if ord < 0:
        return amin(x, dim, keepdim)
    return amax(x, dim, keepdim) if x.spec.shape[dim] else x.sum(dim, keepdim)


def _of_singular_values(A, ord, pair, keepdim):
    values = svdvals(movedim(A, pair, (-2, -1)))
    if ord == "nuc":
        found = values.sum(-1)
    else:
        found = _extreme(values, ord, -1)
    if not keepdim:
        return found
    return reshape(found, [1 if d in pair else n for d, n in enumerate(A.spec.shape)])


@supplies
@public("linalg", out="exact")
def matrix_norm(
    A: Tensor,
    ord: float | str = "fro",
    dim: Sequence[int] = (-2, -1),
    keepdim: bool = False,
    *,
    dtype: dtypes.dtype | None = None,
) -> Tensor:
    """
    A norm of matrices.

    Parameters
    ----------
    A : Tensor (*, M, N)
    ord : {"fro", "nuc", inf, -inf, 1, -1, 2, -2}
        "fro": the root of the sum of squares; 1 and inf: the largest sum of magnitudes over a
        column or a row, negative: the smallest; 2, -2 and "nuc": the largest and the smallest
        singular value, and their sum.
    dim : tuple of two int
        The dims of the matrices.

    Examples
    --------
    >>> tl.linalg.matrix_norm(tl.tensor([[1.0, -2.0], [3.0, 4.0]]), 1)
    tensor(6.)
    """
    op = "linalg.matrix_norm"
    A = matrices(op, as_float(op, A, dtype))
    pair = _two_dims(op, A, dim)
    if ord == "fro":
        return _norm(A, 2, pair, keepdim)
    if ord not in ("nuc", 1, -1, 2, -2, math.inf, -math.inf) or isinstance(ord, bool):
        orders = "ord to be 'fro', 'nuc', inf, -inf, 1, -1, 2 or -2"
        raise RuntimeError(f"{op}: Order {ord} not supported; expected {orders}; got {ord!r}")
    if isinstance(ord, str) or abs(ord) == 2:
        return _of_singular_values(A, ord, pair, keepdim)
    summed, compared = pair if abs(ord) == 1 else pair[::-1]
    sums = A.abs().sum(summed, True)
    found = _extreme(sums, ord, compared, True)
    return found if keepdim else found.squeeze(pair)


@public("linalg", out="exact", rehearsed=True)
def norm(
    A: Tensor,
    ord: float | str | None = None,
    dim: Dims | None = None,
    keepdim: bool = False,
    *,
    dtype: dtypes.dtype | None = None,
) -> Tensor:
    """
    `vector_norm` of one dim (or of all, without `ord`), `matrix_norm` of two.

    Examples
    --------
    >>> tl.linalg.norm(tl.tensor([3.0, 4.0]))
    tensor(5.)
    """
    op = "linalg.norm"
    dims = (dim,) if isinstance(dim, int) else dim
    if dims is not None and len(dims) not in (1, 2):
        raise RuntimeError(f"{op}: If dim is specified, it must be of length 1 or 2; got {dims}")
    if ord is None:
        return vector_norm(A, 2, dim, keepdim, dtype=dtype)
    if dims is None and (A.ndim not in (1, 2) or (isinstance(ord, str) and A.ndim != 2)):
        raise RuntimeError(
            f"{op}: If dim is not specified but ord is, the input must be 1D or 2D, and 2D for "
            f"{ord!r} if that is a name; got {A.ndim}D"
        )
    if len(dims or A.spec.shape) == 2:
        return matrix_norm(A, ord, dims or (0, 1), keepdim, dtype=dtype)
    if isinstance(ord, str):
        raise RuntimeError(expected(op, f"two dims for ord={ord!r}", f"{dims}", "dim=(-2, -1)"))
    return vector_norm(A, ord, dim, keepdim, dtype=dtype)


@public("linalg", out=True)
def cond(A: Tensor, p: float | str | None = None) -> Tensor:
    """
    The condition number of matrices: a norm of A times that norm of its inverse.

    Parameters
    ----------
    A : Tensor (*, M, N); square unless p is 2 or -2
    p : {None, 2, -2, "fro", "nuc", inf, -inf, 1, -1}
        None and 2: the largest singular value over the smallest, -2 the reverse.

    Returns
    -------
    Tensor (*)
    """
    op = "linalg.cond"
    A = matrices(op, A)
    if p is None or p in (2, -2):
        values = svdvals(A)
        if not values.spec.shape[-1]:
            return values.sum(-1)
        first, last = values[..., 0], values[..., -1]
        return last / first if p == -2 else first / last
    A = square(op, A)
    if A.spec.numel == 0:
        return zeros(A.spec.shape[:-2], dtype=A.dtype)
    inverse, info = inv_ex(A)
    return where(info != 0, float("inf"), matrix_norm(A, p) * matrix_norm(inverse, p))
