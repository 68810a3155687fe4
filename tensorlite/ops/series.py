"""Along one dim: powers, integrals, reductions by places, distances and norms of slices."""

from .. import dtypes, shapes
from ..annotations import Operand
from ..declare import method, public
from ..errors import expected
from ..tensor import Tensor
from ..writing import check_target
from .choice import where
from .contractions import outer
from .creation import ones, unmoved_by
from .joining import cat
from .moments import norm
from .products import addmm
from .requiring import one_number
from .scan import cumprod, cumsum
from .scatter import scatter_reduce
from .selection import index_vector
from .slicing import narrow
from .views import expand, movedim, reshape, unsqueeze


@public(method=False)
def vander(x: Tensor, N: int | None = None, increasing: bool = False) -> Tensor:
    """
    The powers of a vector's elements as rows, N of them (by default as many as elements).

    Examples
    --------
    >>> tl.vander(tl.tensor([1, 2, 3]))
    tensor([[1, 1, 1],
            [4, 2, 1],
            [9, 3, 1]])
    """
    if x.ndim != 1:
        raise RuntimeError(
            expected("vander", "x must be a one-dimensional tensor", f"{x.ndim} dims", "ravel()")
        )
    count = x.spec.shape[0]
    N = count if N is None else N
    if N < 0:
        raise RuntimeError(expected("vander", "N must be non-negative", str(N), "N=None"))
    x = x if x.dtype.differentiable else x.to(dtypes.int64)
    first = ones(count, min(N, 1), dtype=x.dtype, device=x.device)
    powers = cumprod(cat([first, expand(unsqueeze(x, 1), (count, max(N - 1, 0)))], 1), 1)
    return powers if increasing else powers.flip(1)


def _strips(op, y, x, dx, dim):
    """The areas of the trapezoids between neighbours along a dim."""
    dim = shapes.dim_index(dim, y.ndim, op)
    if y.ndim == 0:
        raise IndexError(expected(op, "at least 1 dim", "0", "unsqueeze(0)"))

    def pair(t, d):
        n = max(t.spec.shape[d] - 1, 0)
        return narrow(t, d, min(1, t.spec.shape[d]), n), narrow(t, d, 0, n)

    later, earlier = pair(y, dim)
    if x is None:
        return (later + earlier) * (dx / 2), dim
    if x.ndim == 1:
        if x.spec.shape[0] != y.spec.shape[dim]:
            raise RuntimeError(
                expected(op, f"one x value for each of {y.spec.shape[dim]}",
                         str(x.spec.shape[0]), "dx=")
            )  # fmt: skip
        x = reshape(x, [-1 if d == dim else 1 for d in range(y.ndim)])
    ends = pair(x, x.ndim - y.ndim + dim)
    return (later + earlier) * (ends[0] - ends[1]) / 2.0, dim


def _check_steps(op, y, x, dx):
    if y.spec.dtype is dtypes.bool_:
        raise RuntimeError(expected(op, "numbers", "y of bool", ".to(tensorlite.int64)"))
    if isinstance(dx, complex):
        raise RuntimeError(expected(op, "dx as a real number", f"{dx}", "x="))
    if x is not None and dx != 1:
        raise TypeError(expected(op, "points x or steps dx", "both", "one of them"))


@public(method=False, names=("trapz",))
def trapezoid(y: Tensor, x: Tensor | None = None, *, dx: float = 1, dim: int = -1) -> Tensor:
    """The integral along a dim by the trapezoidal rule, over points `x` or steps `dx`."""
    _check_steps("trapezoid", y, x, dx)
    if x is None and y.ndim and y.spec.shape[shapes.dim_index(dim, y.ndim, "trapezoid")]:
        return (y.sum(dim) - (y.select(dim, 0) + y.select(dim, -1)) * 0.5) * dx
    areas, dim = _strips("trapezoid", y, x, dx, dim)
    return areas.sum(dim - y.ndim)


@public(method=False)
def cumulative_trapezoid(
    y: Tensor, x: Tensor | None = None, *, dx: float = 1, dim: int = -1
) -> Tensor:
    """The running integral along a dim by the trapezoidal rule."""
    _check_steps("cumulative_trapezoid", y, x, dx)
    areas, dim = _strips("cumulative_trapezoid", y, x, dx, dim)
    return cumsum(areas, dim - y.ndim)


@public(out=True)
def index_reduce(
    input: Tensor,
    dim: int,
    index: Tensor,
    source: Tensor,
    reduce: str,
    *,
    include_self: bool = True,
) -> Tensor:
    """
    input combined with the slices of source that an index vector leads to each of its slices.

    Parameters
    ----------
    reduce : str
        "prod", "mean", "amax" or "amin".
    include_self : bool
        Whether the slice of input takes part where others do.
    """
    op = "index_reduce()"
    if reduce not in ("prod", "mean", "amax", "amin"):
        kinds = "reduce to be one of prod, mean, amax or amin"
        raise RuntimeError(expected(op, kinds, repr(reduce), "'prod'"))
    dim, index = index_vector("index_reduce", input, dim, index)
    if source.spec.dtype is not input.spec.dtype:
        got = f"{input.dtype!r} and {source.dtype!r}"
        raise RuntimeError(expected(op, "self and source of the same dtype", got, ".to()"))
    shape = list(input.spec.shape)
    if shape:
        shape[dim] = index.spec.numel
    if list(source.spec.shape) != shape:
        got = str(list(source.spec.shape))
        raise RuntimeError(expected(op, f"a source of shape {shape}", got, "expand()"))
    if shape:
        index = reshape(index, [-1 if d == dim else 1 for d in range(len(shape))])
    index = expand(reshape(index, ()) if not shape else index, shape)
    return scatter_reduce(input, dim, index, source, reduce, include_self=include_self)


@method
def index_reduce_(
    self: Tensor,
    dim: int,
    index: Tensor,
    source: Tensor,
    reduce: bool | str,
    *,
    include_self: bool = True,
) -> Tensor:
    """In place: see `index_reduce`."""
    return self.copy_(index_reduce(self, dim, index, source, reduce, include_self=include_self))


def _written(name, self, result):
    """Self with the elements of a result that fits into it."""
    check_target(name, self.spec, result.spec.dtype, result.spec.shape)
    return self.copy_(result)


# ------------------------------------------------------------------ products and distances


@public(out=True)
def addr(input: Tensor, vec1: Tensor, vec2: Tensor, *, beta: float = 1, alpha: float = 1) -> Tensor:
    """beta * input + alpha * outer(vec1, vec2)."""
    product = _scaled(outer(vec1, vec2), alpha)
    return unmoved_by(product, input) if beta == 0 else product + _scaled(input, beta)


@method
def addr_(self: Tensor, vec1: Tensor, vec2: Tensor, *, beta: float = 1, alpha: float = 1) -> Tensor:
    """In place: see `addr`."""
    return _written("addr_", self, addr(self, vec1, vec2, beta=beta, alpha=alpha))


def _scaled(x, factor):
    """x times a number in its own dtype."""
    if factor == 1:
        return x
    if isinstance(factor, float) and not x.spec.dtype.is_floating_point:
        got = f"{factor} for {x.dtype!r}"
        raise RuntimeError(expected("addr", "an integer as factor of integers", got, ".float()"))
    return x * x.new_tensor(one_number("addr", factor, x.spec.dtype))


@public(out=True)
def addbmm(
    input: Tensor, batch1: Tensor, batch2: Tensor, *, beta: float = 1, alpha: float = 1
) -> Tensor:
    """beta * input + alpha * the sum of the products of a batch."""
    if batch1.ndim != 3 or batch2.ndim != 3 or batch1.spec.shape[0] != batch2.spec.shape[0]:
        got = f"{list(batch1.shape)} and {list(batch2.shape)}"
        raise RuntimeError(expected("addbmm", "two 3-D tensors of equal batches", got, "matmul()"))
    if batch1.spec.shape[2] != batch2.spec.shape[1]:
        got = f"{list(batch1.shape)} and {list(batch2.shape)}"
        raise RuntimeError(expected("addbmm", "equal inner extents", got, "transpose()"))
    batch, rows, inner = batch1.spec.shape
    beside = reshape(movedim(batch1, 0, 1), rows, batch * inner)
    below = reshape(batch2, batch * inner, batch2.spec.shape[2])
    return addmm(input, beside, below, beta=beta, alpha=alpha)


@method
def addbmm_(
    self: Tensor, batch1: Tensor, batch2: Tensor, *, beta: float = 1, alpha: float = 1
) -> Tensor:
    """In place: see `addbmm`."""
    return _written("addbmm_", self, addbmm(self, batch1, batch2, beta=beta, alpha=alpha))


@public
def dist(input: Tensor, other: Operand, p: float = 2) -> Tensor:
    """The p-norm of input - other."""
    return norm(input - other, p)


@public(out=True)
def renorm(input: Tensor, p: float, dim: int, maxnorm: float) -> Tensor:
    """input with each slice of a dim whose p-norm exceeds `maxnorm` scaled down to it."""
    if input.ndim < 2 or p <= 0 or maxnorm < 0:
        got = f"{input.ndim} dims, p={p}, maxnorm={maxnorm}"
        raise RuntimeError(
            expected("renorm", "at least 2 dims, p above 0 and maxnorm of at least 0", got, "p=2")
        )
    dim = shapes.dim_index(dim, input.ndim, "renorm")
    length = norm(input, p, tuple(d for d in range(input.ndim) if d != dim), keepdim=True)
    factor = where(length > maxnorm, maxnorm / (length + 1e-7), 1.0).to(input.dtype)
    return (input * factor).contiguous()


@method
def renorm_(self: Tensor, p: float, dim: int, maxnorm: float) -> Tensor:
    """In place: see `renorm`."""
    return self.copy_(renorm(self.clone(), p, dim, maxnorm))  # gradients need the old values


@method
def fill_diagonal_(self: Tensor, fill_value: Operand, wrap: bool = False) -> Tensor:
    """In place: a number on the main diagonal, repeated down a tall matrix with `wrap`."""
    extents = set(self.spec.shape)
    if self.ndim < 2 or (self.ndim > 2 and len(extents) > 1):
        raise RuntimeError(
            expected("fill_diagonal_", "a matrix, or all dimensions of input of equal length",
                     str(list(self.shape)), "diagonal().fill_()")
        )  # fmt: skip
    count, step = min(self.spec.shape), sum(self.spec.strides)
    self.as_strided((count,), (step,), self.storage_offset()).fill_(fill_value)
    rows, columns = self.spec.shape[0], self.spec.shape[1]
    if wrap and self.ndim == 2:
        for first in range(columns + 1, rows, columns + 1):
            fill_diagonal_(self[first:], fill_value)
    return self


def _triangle(name):
    def bound(self: Tensor, diagonal: int = 0) -> Tensor:
        return self.copy_(getattr(Tensor, name)(self, diagonal))

    bound.__name__, bound.__doc__ = f"{name}_", f"In place: see `{name}`."
    method(bound)


_triangle("tril")
_triangle("triu")
