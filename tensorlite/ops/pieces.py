"""Views of the parts of a tensor along a dim, whose gradients one copy joins."""

from ..declare import primitive
from ..dispatch import apply
from ..graph import view_of
from .joining import cat, stack


@primitive(takes_short=True)
def _pieces(x, *, dim, sizes):
    """Views of x along a dim, one per size; one copy joins their gradients."""
    spec, out, start = x.spec, [], 0
    for size in sizes:
        shape = (*spec.shape[:dim], size, *spec.shape[dim + 1 :])
        out.append(view_of(x, shape, spec.strides, start * spec.strides[dim]))
        start += size
    return tuple(out)


@_pieces.grad("x")
def _pieces_grad_x(g, *, dim):
    return cat(g, dim) if isinstance(g, tuple) else g


@primitive(takes_short=True)
def _unbind(x, *, dim):
    """Views of x at each index of a dim; one copy joins their gradients."""
    shape, strides = list(x.spec.shape), list(x.spec.strides)
    count, step = shape.pop(dim), strides.pop(dim)
    return tuple(view_of(x, shape, strides, i * step) for i in range(count))


@_unbind.grad("x")
def _unbind_grad_x(g, *, dim):
    return stack(g, dim) if isinstance(g, tuple) else g.unsqueeze(dim)


def pieces(x, dim, sizes):
    """Views of x (..., sum(sizes), ...) along a dim counted from the front."""
    return apply(_pieces, x, dim=dim, sizes=tuple(sizes))


def unbind(x, dim):
    """Views of x at each index of a dim counted from the front."""
    return apply(_unbind, x, dim=dim)
