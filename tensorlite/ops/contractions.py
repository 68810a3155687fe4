"""Products over chosen dims: `outer`, `inner`, `tensordot`, `kron`, `cross`."""

from collections.abc import Sequence

from .. import shapes
from ..declare import public
from ..dispatch import delivered
from ..errors import expected
from ..tensor import Tensor
from .copying import apart
from .products import mm
from .views import expand, permute, reshape, unsqueeze


@public(names=("ger",))
def outer(input, vec2, *, out=None):
    """All products of an element of one vector with an element of another."""
    for position, x in enumerate((input, vec2)):
        if not isinstance(x, Tensor):
            got = type(x).__name__
            raise TypeError(
                expected("outer", f"argument {position} to be a Tensor", got, "tensor()")
            )
    if (input.ndim, vec2.ndim) != (1, 1):
        got = f"{input.ndim}-D and {vec2.ndim}-D"
        raise RuntimeError(expected("outer", "a 1-D and a 1-D tensor", got, "ravel()"))
    result = unsqueeze(input, 1) * vec2
    return result if out is None else delivered("outer", result, out)


@public(out=True)
def inner(input, other):
    """The sums of products over the last dims."""
    if input.ndim == 0 or other.ndim == 0:
        return input * other
    return tensordot(input, other, ([-1], [-1]))


@public(method=False, out=True)
def chain_matmul(*matrices):
    """The product of several matrices, from the left."""
    result = matrices[0]
    for matrix in matrices[1:]:
        result = mm(result, matrix)
    return apart(result, matrices[0])


def ordered(x, dims):
    """permute(x, dims), if that changes anything."""
    return x if dims == [*range(len(dims))] else permute(x, dims)


def shaped(x, shape):
    """reshape(x, shape), if that changes anything."""
    return x if x.spec.shape == shape else reshape(x, shape)


def _summed_beside_ones(a, first, b, second):
    """Where one contracted extent is 1, the other operand summed to 1 as well."""
    for i, j in zip(first, second, strict=True):
        if a.spec.shape[i] == 1 != b.spec.shape[j]:
            b = b.sum(j, keepdim=True)
        elif b.spec.shape[j] == 1 != a.spec.shape[i]:
            a = a.sum(i, keepdim=True)
    return a, b


@public(method=False, out=True)
def tensordot(a, b, dims: int | Sequence[int | Sequence[int]] = 2):
    """Sums of products over pairs of dims: the last `dims` of a with the first of b, or lists."""
    dims = shapes.plain(dims)
    if isinstance(dims, int):
        first, second = list(range(a.ndim - dims, a.ndim)), list(range(dims))
    else:
        given = [[d] if isinstance(d, int) else list(d) for d in dims]
        first, second = (
            [shapes.dim_index(d, x.ndim, "tensordot") for d in ds]
            for x, ds in zip((a, b), given, strict=True)
        )
    a, b = _summed_beside_ones(a, first, b, second)
    extents = [[x.spec.shape[d] for d in ds] for x, ds in ((a, first), (b, second))]
    if extents[0] != extents[1]:
        raise RuntimeError(
            expected("tensordot", "contracted dims of equal extents", f"{extents[0]} and "
                     f"{extents[1]}", "other dims")
        )  # fmt: skip
    rest_a = [d for d in range(a.ndim) if d not in first]
    rest_b = [d for d in range(b.ndim) if d not in second]
    count = shapes.numel(extents[0])
    shape = [*(a.spec.shape[d] for d in rest_a), *(b.spec.shape[d] for d in rest_b)]
    rows, columns = (shapes.numel(part) for part in (shape[: len(rest_a)], shape[len(rest_a) :]))
    left = shaped(ordered(a, rest_a + first), (rows, count))
    right = shaped(ordered(b, second + rest_b), (count, columns))
    return shaped(mm(left, right), tuple(shape))


@public(out=True)
def kron(input, other):
    """The Kronecker product: every element of input times the whole of other."""
    n = max(input.ndim, other.ndim)
    a = reshape(input, (1,) * (n - input.ndim) + tuple(input.shape))
    b = reshape(other, (1,) * (n - other.ndim) + tuple(other.shape))
    spread = [reshape(x, [k for e in x.shape for k in pair(e)])
              for x, pair in ((a, lambda e: (e, 1)), (b, lambda e: (1, e)))]  # fmt: skip
    return reshape(spread[0] * spread[1], [p * q for p, q in zip(a.shape, b.shape, strict=True)])


@public(out=True)
def cross(input, other, dim=None):
    """The vector product of 3-vectors along a dim (by default the first of extent 3)."""
    shape = shapes.broadcast(input.spec.shape, other.spec.shape, op="cross")
    if dim is None:
        dim = next((d for d, n in enumerate(shape) if n == 3), None)
    if dim is None or shape[shapes.dim_index(dim, len(shape), "cross")] != 3:
        raise RuntimeError(expected("cross", "a dim of extent 3", f"{list(shape)}", "dim=-1"))
    a, b = expand(input, shape), expand(other, shape)
    return a.roll(-1, dim) * b.roll(1, dim) - a.roll(1, dim) * b.roll(-1, dim)


@public("linalg", name="cross", out=True)
def linalg_cross(input, other, *, dim=-1):
    """The vector product of 3-vectors along a dim."""
    if input.ndim != other.ndim:
        raise RuntimeError(
            "linalg.cross: inputs must have the same number of dimensions; "
            + expected("cross", f"other of {input.ndim} dims", f"{other.ndim}", "other[None]")
        )
    at = shapes.dim_index(dim, input.ndim, "cross")
    if input.shape[at] != 3 or other.shape[at] != 3:
        raise RuntimeError(
            f"linalg.cross: inputs dimension {dim} must have length 3; "
            f"got {input.shape[at]} and {other.shape[at]}; try expand()"
        )
    return cross(input, other, dim)


@public("linalg", name="diagonal")
def linalg_diagonal(A, *, offset=0, dim1=-2, dim2=-1):
    """A view of the diagonals of matrices, see `tensorlite.diagonal`."""
    return A.diagonal(offset, dim1, dim2)


@public
def trace(input):
    """The sum of a matrix's diagonal."""
    if input.ndim != 2:
        raise RuntimeError(
            expected("trace", "a matrix", f"{input.ndim} dims", "diagonal().sum(-1)")
        )
    return input.diagonal().sum()
