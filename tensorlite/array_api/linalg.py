"""Linear algebra of the standard: `tensorlite.array_api.linalg`."""

import inspect
from collections.abc import Sequence

import tensorlite as tl

from .. import dtypes
from ..annotations import Dims, Operand
from ..errors import expected
from ..tensor import Tensor
from ._elementwise import promoted
from ._reductions import sum

__all__ = [
    "cholesky", "cross", "diagonal", "matmul", "matrix_norm", "matrix_power", "matrix_rank",
    "matrix_transpose", "outer", "pinv", "qr", "solve", "svd", "tensordot", "trace", "vecdot",
    "vector_norm",
]  # fmt: skip


def matmul(x1: Tensor, x2: Tensor, /) -> Tensor:
    """The product of matrices, batched, or with vectors."""
    return tl.matmul(*promoted("matmul", x1, x2))


def matrix_transpose(x: Tensor, /) -> Tensor:
    """The last two dims swapped."""
    return x.mT


def tensordot(
    x1: Tensor, x2: Tensor, /, *, axes: int | tuple[Sequence[int], Sequence[int]] = 2
) -> Tensor:
    """The product summed over pairs of dims: the last of x1 with the first of x2, or as named."""
    first, second = promoted("tensordot", x1, x2)
    return tl.tensordot(first, second, axes)


def vecdot(x1: Tensor, x2: Tensor, /, *, axis: int = -1) -> Tensor:
    """The inner products along a dim, of the same extent in both; the conjugate of x1 is taken."""
    first, second = promoted("vecdot", x1, x2)
    extents = first.shape[axis], second.shape[axis]
    if extents[0] != extents[1]:
        raise ValueError(expected("vecdot", f"equal extents of dim {axis}", str(extents), "axis=0"))
    return tl.linalg.vecdot(first, second, dim=axis).to(first.dtype)


def outer(x1: Tensor, x2: Tensor, /) -> Tensor:
    """The products of all pairs of elements of two vectors."""
    return tl.outer(*promoted("outer", x1, x2))


def cross(x1: Tensor, x2: Tensor, /, *, axis: int = -1) -> Tensor:
    """The cross product of vectors of three elements along a dim."""
    return tl.linalg.cross(*promoted("cross", x1, x2), dim=axis)


def diagonal(x: Tensor, /, *, offset: int = 0) -> Tensor:
    """The diagonals of matrices."""
    return tl.diagonal(x, offset, -2, -1)


def trace(x: Tensor, /, *, offset: int = 0, dtype: dtypes.dtype | None = None) -> Tensor:
    """The sums of the diagonals of matrices, in the dtype of `sum`."""
    return sum(diagonal(x, offset=offset), axis=-1, dtype=dtype)


def matrix_norm(x: Tensor, /, *, keepdims: bool = False, ord: float | str = "fro") -> Tensor:
    """A norm of matrices."""
    return tl.linalg.matrix_norm(x, ord, (-2, -1), keepdims)


def vector_norm(
    x: Tensor, /, *, axis: Dims | None = None, keepdims: bool = False, ord: float = 2
) -> Tensor:
    """A norm of vectors over dims, by default all of them."""
    if axis == ():
        return tl.abs(x)
    return tl.linalg.vector_norm(x, ord, axis, keepdims)


def matrix_power(x: Tensor, n: int, /) -> Tensor:
    """The product of `n` times a matrix; of its inverse if n is negative."""
    return tl.linalg.matrix_power(x, n)


def matrix_rank(x: Tensor, /, *, rtol: Operand | None = None) -> Tensor:
    """How many singular values exceed `rtol` times the largest."""
    return tl.linalg.matrix_rank(x, rtol=rtol)


def pinv(x: Tensor, /, *, rtol: Operand | None = None) -> Tensor:
    """The pseudoinverse; singular values up to `rtol` times the largest count as zero."""
    return tl.linalg.pinv(x, rtol=rtol)


def cholesky(x: Tensor, /, *, upper: bool = False) -> Tensor:
    """The Cholesky factor, lower unless `upper`."""
    return tl.linalg.cholesky(x, upper=upper)


def qr(x: Tensor, /, *, mode: str = "reduced") -> tuple[Tensor, Tensor]:
    """Orthonormal columns and an upper triangle whose product is x."""
    return tl.linalg.qr(x, mode)


def svd(x: Tensor, /, *, full_matrices: bool = True) -> tuple[Tensor, Tensor, Tensor]:
    """Singular values between two orthonormal matrices."""
    return tl.linalg.svd(x, full_matrices)


def solve(x1: Tensor, x2: Tensor, /) -> Tensor:
    """The solution of x1 @ y = x2, for one right-hand side or several."""
    return tl.linalg.solve(*promoted("solve", x1, x2))


def _same(name):
    """A function of one tensor that is the same in PyTorch."""
    compute = getattr(tl.linalg, name)

    def function(x: Tensor, /) -> Tensor:
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
