"""The primitives of `gather` and `scatter`, and their gradients."""

from .. import shapes
from ..calls import Call, remembered
from ..declare import prepared
from ..dispatch import apply
from ..graph import mode
from ..kernels.work.launches import Stage
from ..tensor import spec_of
from .complexes import conj
from .copying import copying


@remembered
def _launch(kernel, dim, x_spec, index_spec, plain_spec):
    """The kernel that moves between x and `plain`, both taken over the shape of the index."""
    steps = tuple(0 if d == dim else s for d, s in enumerate(x_spec.byte_strides))
    over = index_spec.byte_strides
    plain = shapes.expanded_strides(plain_spec.shape, plain_spec.byte_strides, index_spec.shape)
    located = x_spec.shape[dim], x_spec.byte_strides[dim]
    kernels = x_spec.device.kernels.index
    if kernel == "read":
        return kernels.read(x_spec.dtype.name, index_spec.shape, over, steps, plain, *located)
    return kernels.write(kernel, x_spec.dtype.name, index_spec.shape, over, plain, steps, *located)


@prepared(takes_short=True)
def gather_op(x, index, *, dim):
    """out[i, j] = x[index[i, j], j] for dim 0."""
    out = spec_of(index.shape, x.dtype, x.device)
    return Call(out, *([_launch("read", dim, x, index, out)] if out.numel else []))


@gather_op.grad("x")
def _gather_grad_x(g, index, x_spec, *, dim):
    x = g.new_zeros(x_spec.shape)
    return apply(scatter_op, x, index, g, dim=dim, combine="add")


def write_along(x, index, source, *, dim, combine):
    """Set, or combine, the elements of x itself where the index leads along a dim."""
    if index.spec.numel:
        launch = _launch(combine, dim, x.spec, index.spec, source.spec)
        launch(index, source, x)
    return x


def _scattering(x, index, source, dim, combine):
    """The Call of a copy of x with `source` set, or combined, where the index leads."""
    out = spec_of(x.shape, x.dtype, x.device)
    steps = [Stage(copying(x, out), ((0, 0), (3, 0)))]
    if index.numel:
        launch = _launch(combine, dim, out, index, source)
        steps.append(Stage(launch, ((1, 0), (2, 0), (3, 0))))
    return Call(out, *steps)


@prepared
def scatter_op(x, index, source, *, dim, combine):
    """A copy of x with `source` set, or combined, where the index leads."""
    return _scattering(x, index, source, dim, combine)


@scatter_op.grad("x")
def _scatter_grad_x(g, index, source_spec, *, dim, combine):
    if combine == "add":
        return g
    zero = g.new_zeros(source_spec.shape)
    return apply(scatter_op, g, index, zero, dim=dim, combine="set")


@scatter_op.grad("source")
def _scatter_grad_source(g, index, *, dim):
    return apply(gather_op, g, index, dim=dim)


@prepared
def scatter_extreme(x, index, source, *, dim, combine):
    """A copy of x combined with the largest (smallest) of `source` where the index leads."""
    return _scattering(x, index, source, dim, combine)


def _ties(g, x, index, source, out, dim):
    """The gradient at each cell divided by how many elements attain its extreme, and who does."""
    mine = (source == apply(gather_op, out, index, dim=dim)).to(g.dtype)
    own = (x == out).to(g.dtype)
    return own, mine, g / apply(scatter_op, own, index, mine, dim=dim, combine="add")


@scatter_extreme.grad("x")
def _scatter_extreme_grad_x(g, x, index, source, out, *, dim):
    own, _, share = _ties(g, x.detach(), index, source.detach(), out.detach(), dim)
    return own * share


@scatter_extreme.grad("source")
def _scatter_extreme_grad_source(g, x, index, source, out, *, dim):
    _, mine, share = _ties(g, x.detach(), index, source.detach(), out.detach(), dim)
    return mine * apply(gather_op, share, index, dim=dim)


@prepared
def scatter_prod(x, index, source, *, dim):
    """A copy of x multiplied by `source` where the index leads."""
    return _scattering(x, index, source, dim, "prod")


def _without_zeros(x, index, source, dim):
    """Products of the factors other than 0, and how many zeros each cell meets."""
    no_x, no_source = x == 0, source == 0
    kept = apply(
        scatter_prod, x.masked_fill(no_x, 1), index, source.masked_fill(no_source, 1), dim=dim
    )
    zeros, more = no_x.to(x.dtype), no_source.to(x.dtype)
    counts = apply(scatter_op, zeros, index, more, dim=dim, combine="add")
    return no_x, no_source, kept, counts


def _product_of_zeros(x, no_x, zeros, others):
    """What the zeros among the other factors of x multiply to: 1 of none.

    Of one it is that zero, written as the sum of all less its own: second derivatives pass there.
    """
    none = (others == 0).to(x.dtype)
    if zeros is None:
        return none
    return none + (others == 1).to(x.dtype) * (zeros - x.masked_fill(~no_x, 0))


def _sum_of_zeros(x, no_x, index, source, no_source, dim):
    """The sum of the factors that are 0, as far as gradients hear of it."""
    if not mode.grad:
        return None
    zeros = x.masked_fill(~no_x, 0), index, source.masked_fill(~no_source, 0)
    return apply(scatter_op, *zeros, dim=dim, combine="add")


@scatter_prod.grad("x")
def _scatter_prod_grad_x(g, x, index, source, *, dim):
    no_x, no_source, kept, counts = _without_zeros(x, index, source, dim)
    zeros = _sum_of_zeros(x, no_x, index, source, no_source, dim)
    others = kept / x.masked_fill(no_x, 1)
    product = _product_of_zeros(x, no_x, zeros, counts - no_x.to(x.dtype))
    return g * conj(others * product)


@scatter_prod.grad("source")
def _scatter_prod_grad_source(g, x, index, source, *, dim):
    no_x, no_source, kept, counts = _without_zeros(x, index, source, dim)
    zeros = _sum_of_zeros(x, no_x, index, source, no_source, dim)
    g, kept, counts = (apply(gather_op, each, index, dim=dim) for each in (g, kept, counts))
    zeros = None if zeros is None else apply(gather_op, zeros, index, dim=dim)
    others = counts - no_source.to(x.dtype)
    product = _product_of_zeros(source, no_source, zeros, others)
    return g * conj(kept / source.masked_fill(no_source, 1) * product)
