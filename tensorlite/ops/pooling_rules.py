"""The largest, and the average, of windows that slide over the last dims; see `work.pools`."""

from .. import dtypes
from ..declare import primitive
from ..dispatch import apply
from ..graph import mode
from ..tensor import empty_shape
from .requiring import refuse_complex
from .scatter_rules import gather_op, scatter_op
from .views import reshape


def _planes(x, extents):
    """How many planes of these extents x consists of."""
    inside = 1
    for extent in extents:
        inside *= extent
    return x.spec.numel // inside


def _ready(x, windows, shape):
    """x in row-major order, the kernels of its device, and a result of a shape."""
    out = empty_shape(shape, x.spec.dtype, x.spec.device)
    return x.contiguous(), x.spec.device.kernels.pooling, out


def _sized(x, dims, extents):
    """The shape of x with the extents of its last dims replaced by the last of three."""
    shape = x.spec.shape
    return (*shape[: len(shape) - dims], *extents[3 - dims :])


def _largest(x, place, windows, dims):
    x, kernels, out = _ready(x, windows, _sized(x, dims, windows.outputs))
    if out.spec.numel:
        planes = _planes(x, windows.extents)
        launch = kernels.maximum(x.spec.dtype.name, planes, windows, place is not None)
        launch(x, out, 0 if place is None else place)
    return out


def _check_gradient(op, g, windows):
    """Adaptive windows that are none have no gradient, as PyTorch has it."""
    if windows.adaptive and 0 in windows.outputs:
        raise RuntimeError(
            f"{op}_backward(): Expected grad_output to have non-zero size for non-batch "
            f"dimensions; expected an output_size of at least 1; got {list(g.spec.shape)}; try "
            "output_size=1"
        )


@primitive
def _max_pool(x, place, *, windows, dims):
    """The largest of each window of the last dims; `place` takes where it stands in its plane."""
    return _largest(x, place, windows, dims)


@_max_pool.grad("x")
def _max_pool_grad_x(g, place, x_spec, *, windows, dims):
    _check_gradient(f"adaptive_max_pool{dims}d", g, windows)
    return apply(_max_pool_gradient, g, place, windows=windows, shape=x_spec.shape)


@primitive
def _max_pool_gradient(x, place, *, windows, shape):
    """Zeros of a shape, with each x added where `place` says."""
    x, kernels, out = _ready(x, windows, shape)
    if out.spec.numel:
        planes = _planes(out, windows.extents)
        launch = kernels.maximum_gradient(x.spec.dtype.name, planes, windows)
        launch(x, place, out)
    return out


@_max_pool_gradient.grad("x")
def _max_pool_gradient_grad_x(g, place, x_spec, *, windows):
    g = reshape(g, (-1, windows.inside))
    found = apply(gather_op, g, reshape(place, (-1, windows.count)), dim=1)
    return reshape(found, x_spec.shape)


def max_pool(x, windows, dims, places=False):
    """The largest of each window of the last dims, and the places, if asked for or needed."""
    refuse_complex(x)
    alone = not places and not (mode.grad and x._node is not None)
    if alone and not (x.spec.hidden or x.spec.dtype.short):
        return _largest(x, None, windows, dims), None
    with mode.off():
        place = x.new_empty(_sized(x, dims, windows.outputs), dtype=dtypes.int64)
    return apply(_max_pool, x, place, windows=windows, dims=dims), place


@primitive
def _avg_pool(x, *, windows, dims, padded, divisor):
    """The average of each window of the last dims."""
    x, kernels, out = _ready(x, windows, _sized(x, dims, windows.outputs))
    if out.spec.numel:
        planes = _planes(x, windows.extents)
        launch = kernels.average(x.spec.dtype.name, planes, windows, padded, divisor)
        launch(x, out)
    return out


@_avg_pool.grad("x")
def _avg_pool_grad_x(g, *, windows, dims, padded, divisor):
    _check_gradient(f"adaptive_avg_pool{dims}d", g, windows)
    return apply(
        _avg_pool_gradient, g, windows=windows, dims=dims, padded=padded, divisor=divisor
    )


@primitive
def _avg_pool_gradient(x, *, windows, dims, padded, divisor):
    """Each x over the number of elements of its window, added to all of them."""
    x, kernels, out = _ready(x, windows, _sized(x, dims, windows.extents))
    if out.spec.numel:
        planes = _planes(out, windows.extents)
        launch = kernels.average_gradients(x.spec.dtype.name, planes, windows, padded, divisor)
        launch(x, out)
    return out


@_avg_pool_gradient.grad("x")
def _avg_pool_gradient_grad_x(g, *, windows, dims, padded, divisor):
    return apply(_avg_pool, g, windows=windows, dims=dims, padded=padded, divisor=divisor)


def avg_pool(x, windows, dims, padded=False, divisor=0):
    """The average of each window of the last dims; padding counts if `padded`.

    A `divisor` takes the place of the number of elements.
    """
    return apply(_avg_pool, x, windows=windows, dims=dims, padded=padded, divisor=divisor)


def placed(x, place, extent):
    """Rows of zeros, with the elements of x where `place`, which was checked, says."""
    zeros = x.new_zeros(*x.spec.shape[:-1], extent)
    return apply(scatter_op, zeros, place, x, dim=x.ndim - 1, combine="set")
