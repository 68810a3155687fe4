"""Norms of vectors and matrices, and singular values; `tensorlite.linalg` offers them."""

import math

import numpy as np

from .. import dtypes, shapes
from ..declare import primitive, public
from ..dispatch import apply
from ..errors import expected
from ..graph import mode
from ..tensor import Tensor
from .hosted import hosted
from .moments import norm as _norm
from .reduction import amax, amin
from .views import movedim, reshape


def _float(op, x, dtype=None):
    """x in the floating point type asked for, never a narrower one than its own."""
    if not isinstance(x, Tensor):
        raise TypeError(expected(op, "a Tensor", type(x).__name__, "tensor()"))
    if not x.spec.dtype.is_floating_point:
        raise RuntimeError(
            expected(op, "a floating point tensor as input", repr(x.dtype), ".float()")
        )
    if dtype is None:
        return x
    dtype = dtypes.as_dtype(dtype, op)
    if not dtype.is_floating_point or dtype.itemsize < x.itemsize:
        raise RuntimeError(
            expected(op, f"a dtype that holds {x.dtype!r} without narrowing", repr(dtype), ".to()")
        )
    return x.to(dtype)


# ------------------------------------------------------------------ singular values


@primitive
def _svdvals(x):
    """The singular values of matrices (*, M, N), the largest first."""
    *batch, m, n = x.spec.shape
    return hosted("svdvals", _singular, [x.contiguous()], [((*batch, min(m, n)), x.spec.dtype)])[0]


def _singular(x):
    return [np.ascontiguousarray(np.linalg.svd(x, compute_uv=False))]


def _singular_grad(x, g):
    u, _, v = np.linalg.svd(x, full_matrices=False)
    return [np.ascontiguousarray((u * g[..., None, :]) @ v)]


@_svdvals.grad("x")
def _svdvals_grad_x(g, x):
    """U diag(g) V^T, of the first order only."""
    if mode.grad:
        raise NotImplementedError(
            expected("svdvals", "a first derivative", "a derivative of its gradient",
                     "create_graph=False")
        )  # fmt: skip
    x, g = x.detach().contiguous(), g.contiguous()
    return hosted("svdvals", _singular_grad, [x, g], [(x.spec.shape, x.spec.dtype)])[0]


def _matrices(op, A, at_least=2):
    if A.ndim < at_least:
        raise RuntimeError(
            expected(op, "The input tensor A must have at least 2 dimensions", f"{A.ndim}",
                     "unsqueeze()")
        )  # fmt: skip
    return A


@public("linalg", out=True)
def svdvals(A):
    """
    The singular values of matrices, the largest first; NumPy's SVD, first derivatives only.

    Parameters
    ----------
    A : Tensor (*, M, N)

    Returns
    -------
    Tensor (*, min(M, N))
    """
    return apply(_svdvals, _matrices("svdvals", _float("svdvals", A)))


# ------------------------------------------------------------------ norms


@public("linalg", out=True)
def vector_norm(x, ord=2, dim=None, keepdim=False, *, dtype=None):
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
    >>> vector_norm(tl.tensor([[3.0, -4.0]]), math.inf)
    tensor(4.)
    """
    op = "linalg.vector_norm"
    x = _float(op, x, dtype)
    if isinstance(ord, bool) or not isinstance(ord, int | float):
        raise TypeError(expected(op, "ord to be a number", repr(ord), "matrix_norm()"))
    dims = range(x.ndim) if dim is None or dim == () else shapes.dim_indices(dim, x.ndim, op)
    empty = x.spec.numel == 0 and (dim is None or any(x.spec.shape[d] == 0 for d in dims))
    if empty and (ord < 0 or ord == math.inf):
        raise RuntimeError(
            f"{op} cannot compute the {ord} norm on an empty tensor because the operation does not "
            f"have an identity; expected elements; got shape {list(x.shape)}; try ord=2"
        )
    return _norm(x, ord, dim, keepdim)


def _two_dims(op, A, dim):
    if isinstance(dim, int) or len(dim) != 2:
        raise RuntimeError(expected(op, "dim to be a 2-tuple", repr(dim), "(-2, -1)"))
    pair = tuple(shapes.dim_index(d, A.ndim, op) for d in dim)
    if pair[0] == pair[1]:
        raise RuntimeError(expected(op, "dims must be different", repr(tuple(dim)), "(-2, -1)"))
    return pair


def _of_singular_values(A, ord, pair, keepdim):
    values = apply(_svdvals, movedim(A, pair, (-2, -1)))
    if ord == "nuc":
        found = values.sum(-1)
    else:
        found = amax(values, -1) if ord > 0 else amin(values, -1)
    if not keepdim:
        return found
    return reshape(found, [1 if d in pair else n for d, n in enumerate(A.spec.shape)])


@public("linalg", out=True)
def matrix_norm(A, ord="fro", dim=(-2, -1), keepdim=False, *, dtype=None):
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
    >>> matrix_norm(tl.tensor([[1.0, -2.0], [3.0, 4.0]]), 1)
    tensor(6.)
    """
    op = "linalg.matrix_norm"
    A = _matrices(op, _float(op, A, dtype))
    pair = _two_dims(op, A, dim)
    if ord == "fro":
        return _norm(A, 2, pair, keepdim)
    if ord not in ("nuc", 1, -1, 2, -2, math.inf, -math.inf) or isinstance(ord, bool):
        orders = "ord to be 'fro', 'nuc', inf, -inf, 1, -1, 2 or -2"
        raise RuntimeError(f"{op}: Order {ord} not supported; expected {orders}; got {ord!r}")
    if ord == "nuc" or abs(ord) == 2:
        return _of_singular_values(A, ord, pair, keepdim)
    summed, compared = pair if abs(ord) == 1 else pair[::-1]
    sums = A.abs().sum(summed, True)
    found = (amax if ord > 0 else amin)(sums, compared, True)
    return found if keepdim else found.squeeze(pair)


@public("linalg", out=True)
def norm(A, ord=None, dim=None, keepdim=False, *, dtype=None):
    """
    `vector_norm` of one dim (or of all, without `ord`), `matrix_norm` of two.

    Examples
    --------
    >>> norm(tl.tensor([3.0, 4.0]))
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
