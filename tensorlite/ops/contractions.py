"""Products over chosen dims: `outer`, `inner`, `tensordot`, `kron`, `cross`."""

from collections.abc import Sequence

from .. import dtypes, shapes
from ..calls import Call
from ..declare import prepared, public
from ..dispatch import apply, launch_on, program_of, result_spec
from ..errors import expected
from ..kernels.work.launches import Stage
from ..op import Elementwise
from ..tensor import Tensor, spec_of
from ..writing import delivered
from .complexes import conj
from .copying import apart, to_dtype
from .products import mm
from .views import expand, permute, reshape, unsqueeze


@public(names=("ger",), rehearsed=True)
def outer(input: Tensor, vec2: Tensor, *, out: Tensor | None = None) -> Tensor:
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
def inner(input: Tensor, other: Tensor) -> Tensor:
    """The sums of products over the last dims."""
    if input.ndim == 0 or other.ndim == 0:
        return input * other
    return tensordot(input, other, ([-1], [-1]))


@public(method=False, out=True)
def chain_matmul(*matrices: Tensor | Sequence[Tensor]) -> Tensor:
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


@public(method=False, out=True, rehearsed=True)
def tensordot(a: Tensor, b: Tensor, dims: int | Sequence[int | Sequence[int]] = 2) -> Tensor:
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


@public(out=True, rehearsed=True)
def kron(input: Tensor, other: Tensor) -> Tensor:
    """The Kronecker product: every element of input times the whole of other."""
    n = max(input.ndim, other.ndim)
    a = reshape(input, (1,) * (n - input.ndim) + tuple(input.shape))
    b = reshape(other, (1,) * (n - other.ndim) + tuple(other.shape))
    spread = [reshape(x, [k for e in x.shape for k in pair(e)])
              for x, pair in ((a, lambda e: (e, 1)), (b, lambda e: (1, e)))]  # fmt: skip
    return reshape(spread[0] * spread[1], [p * q for p, q in zip(a.shape, b.shape, strict=True)])


def _minor(a, b, c, d):
    return a * d - b * c


_MINOR = Elementwise(_minor, "number", name="cross")


@prepared
def _cross(a, b, *, dim):
    """The vector product along a dim of two tensors of one shape and dtype."""
    shape = (*a.shape[:dim], 1, *a.shape[dim + 1 :])
    parts = [spec_of(shape, x.dtype, x.device, x.strides) for x in (a, a, b, b)]
    out = spec_of(a.shape, a.dtype, a.device)
    computed, _ = result_spec(_MINOR, parts)
    part = spec_of(shape, a.dtype, a.device, out.strides)
    loop = launch_on(a.device, parts, *program_of(_MINOR, parts, computed, part))
    steps = [spec.byte_strides[dim] for spec in (a, a, b, b, out)]
    stages = []
    for i in range(3):
        j, k = (i + 1) % 3, (i + 2) % 3
        at = zip((0, 0, 1, 1, 2), (j, k, j, k, i), steps, strict=True)
        stages.append(Stage(loop, tuple([(x, n * step) for x, n, step in at])))
    return Call(out, *(stages if out.numel else ()))


@_cross.grad("a")
def _cross_grad_a(g, b, *, dim):
    return apply(_cross, conj(b), g, dim=dim)


@_cross.grad("b")
def _cross_grad_b(g, a, *, dim):
    return apply(_cross, g, conj(a), dim=dim)


@public(out=True, rehearsed=True)
def cross(input: Tensor, other: Tensor, dim: int | None = None) -> Tensor:
    """The vector product of 3-vectors along a dim (by default the first of extent 3)."""
    shape = shapes.broadcast(input.spec.shape, other.spec.shape, op="cross")
    if dim is None:
        dim = next((d for d, n in enumerate(shape) if n == 3), None)
    if dim is None or shape[shapes.dim_index(dim, len(shape), "cross")] != 3:
        raise RuntimeError(expected("cross", "a dim of extent 3", f"{list(shape)}", "dim=-1"))
    common = dtypes.promote_types(input.spec.dtype, other.spec.dtype)
    a, b = (to_dtype(x if x.spec.shape == shape else expand(x, shape), common)
            for x in (input, other))  # fmt: skip
    return apply(_cross, a, b, dim=shapes.dim_index(dim, len(shape), "cross"))


@public("linalg", name="cross", out=True)
def linalg_cross(input: Tensor, other: Tensor, *, dim: int = -1) -> Tensor:
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
def linalg_diagonal(A: Tensor, *, offset: int = 0, dim1: int = -2, dim2: int = -1) -> Tensor:
    """A view of the diagonals of matrices, see `tensorlite.diagonal`."""
    return A.diagonal(offset, dim1, dim2)


@public(rehearsed=True)
def trace(input: Tensor) -> Tensor:
    """The sum of a matrix's diagonal."""
    if input.ndim != 2:
        raise RuntimeError(
            expected("trace", "a matrix", f"{input.ndim} dims", "diagonal().sum(-1)")
        )
    return input.diagonal().sum()
