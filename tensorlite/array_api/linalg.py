"""Linear algebra of the standard: `tensorlite.array_api.linalg`."""

import inspect

import tensorlite as tl

from ..errors import expected
from ..tensor import Tensor
from ._elementwise import promoted
from ._reductions import sum

__all__ = [
    "cholesky", "cross", "diagonal", "matmul", "matrix_norm", "matrix_power", "matrix_rank",
    "matrix_transpose", "outer", "pinv", "qr", "solve", "svd", "tensordot", "trace", "vecdot",
    "vector_norm",
]  # fmt: skip


def matmul(x1, x2, /):
    """The product of matrices, batched, or with vectors."""
    return tl.matmul(*promoted("matmul", x1, x2))


def matrix_transpose(x, /):
    """The last two dims swapped."""
    return x.mT


def tensordot(x1, x2, /, *, axes=2):
    """The product summed over pairs of dims: the last of x1 with the first of x2, or as named."""
    first, second = promoted("tensordot", x1, x2)
    return tl.tensordot(first, second, axes)


def vecdot(x1, x2, /, *, axis=-1):
    """The inner products along a dim, of the same extent in both; the conjugate of x1 is taken."""
    first, second = promoted("vecdot", x1, x2)
    extents = first.shape[axis], second.shape[axis]
    if extents[0] != extents[1]:
        raise ValueError(expected("vecdot", f"equal extents of dim {axis}", str(extents), "axis=0"))
    return tl.linalg.vecdot(first, second, dim=axis).to(first.dtype)


def outer(x1, x2, /):
    """The products of all pairs of elements of two vectors."""
    return tl.outer(*promoted("outer", x1, x2))


def cross(x1, x2, /, *, axis=-1):
    """The cross product of vectors of three elements along a dim."""
    return tl.linalg.cross(*promoted("cross", x1, x2), dim=axis)


def diagonal(x, /, *, offset=0):
    """The diagonals of matrices."""
    return tl.diagonal(x, offset, -2, -1)


def trace(x, /, *, offset=0, dtype=None):
    """The sums of the diagonals of matrices, in the dtype of `sum`."""
    return sum(diagonal(x, offset=offset), axis=-1, dtype=dtype)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    """A norm of matrices."""
    return tl.linalg.matrix_norm(x, ord, (-2, -1), keepdims)


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    """A norm of vectors over dims, by default all of them."""
    if axis == ():
        return tl.abs(x)
    return tl.linalg.vector_norm(x, ord, axis, keepdims)


def matrix_power(x, n, /):
    """The product of `n` times a matrix; of its inverse if n is negative."""
    return tl.linalg.matrix_power(x, n)


def matrix_rank(x, /, *, rtol=None):
    """How many singular values exceed `rtol` times the largest."""
    return tl.linalg.matrix_rank(x, rtol=rtol)


def pinv(x, /, *, rtol=None):
    """The pseudoinverse; singular values up to `rtol` times the largest count as zero."""
    return tl.linalg.pinv(x, rtol=rtol)


def cholesky(x, /, *, upper=False):
    """The Cholesky factor, lower unless `upper`."""
    return tl.linalg.cholesky(x, upper=upper)


def qr(x, /, *, mode="reduced") -> tuple[Tensor, Tensor]:
    """Orthonormal columns and an upper triangle whose product is x."""
    return tl.linalg.qr(x, mode)


def svd(x, /, *, full_matrices=True) -> tuple[Tensor, Tensor, Tensor]:
    """Singular values between two orthonormal matrices."""
    return tl.linalg.svd(x, full_matrices)


def solve(x1, x2, /):
    """The solution of x1 @ y = x2, for one right-hand side or several."""
    return tl.linalg.solve(*promoted("solve", x1, x2))


def _same(name):
    """A function of one tensor that is the same in PyTorch."""
    compute = getattr(tl.linalg, name)

    def function(x, /):
        return compute(x)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"`tensorlite.linalg.{name}` under the standard's signature."
    told = inspect.signature(compute).return_annotation
    function.__annotations__["return"] = Tensor if told is inspect.Signature.empty else told
    return function


_NAMES = ("det", "eig", "eigh", "eigvals", "eigvalsh", "inv", "slogdet", "svdvals")
_SAME = [name for name in _NAMES if hasattr(tl.linalg, name)]
globals().update({name: _same(name) for name in _SAME})
__all__ += _SAME
