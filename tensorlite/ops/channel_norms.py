"""Batch norms of images: statistics of channels by a kernel, the rest as loops over elements.

Loops fuse with what comes before and after them in a plan.
"""

from ..calls import Call
from ..declare import prepared
from ..dispatch import apply, launch_on, program_of, result_spec
from ..graph import mode
from ..kernels.work.launches import Stage
from ..op import Elementwise
from ..tensor import empty_of, number, spec_of
from .moments import centred
from .views import reshape


def _scaled(x, mean, lost, rstd, weight, bias):
    return ((x - mean) - lost) * (rstd * weight) + bias


def _scaled_back(g, x, mean, lost, rstd, weight, gbias, gweight, share):
    distance = ((x - mean) - lost) * rstd
    return (g - distance * (gweight * share) - gbias * share) * (rstd * weight)


SCALED, _SCALED_BACK = Elementwise(_scaled, "same"), Elementwise(_scaled_back, "same")


def _extents(spec):
    images, channels = spec.shape[:2]
    return images, channels, spec.numel // (images * channels)


def _along(x, ndim):
    """(C,) beside images of so many dims."""
    return reshape(x, -1, *[1] * (ndim - 2))


@prepared
def channel_moments(x, *, eps):
    """(4, C) of images in order: mean, what its rounding lost, variance, 1 / sqrt(variance + eps).
    """
    out = spec_of((4, x.shape[1]), x.dtype, x.device)
    return Call(out, x.device.kernels.channels.moments_launch(x.dtype.name, *_extents(x), eps))


@prepared
def _native_batch_norm(x, weight, bias, stats, *, eps):
    """(x - mean) / sqrt(var + eps) * weight + bias of each channel, given its moments."""
    mean, lost, _, rstd = row_places(stats, 3)
    specs = x, *[_beside(each, x) for each in (stats, stats, stats, weight, bias)]
    return loop_at(SCALED, specs, ((0, 0), mean, lost, rstd, (1, 0), (2, 0), (4, 0)))


@prepared
def channel_products(x, g, stats):
    """(2, C) of images in order: the gradients of the bias and of the weight."""
    out = spec_of((2, x.shape[1]), x.dtype, x.device)
    return Call(out, x.device.kernels.channels.products_launch(x.dtype.name, *_extents(x)))


@prepared
def _native_batch_norm_back(g, x, weight, stats, sums, share):
    """The gradient of x, given the others; `share` is that of one element in a mean."""
    mean, lost, _, rstd = row_places(stats, 3)
    specs = g, x, *[_beside(each, x) for each in (stats, stats, stats, weight, sums, sums)], share
    own = mean, lost, rstd, (2, 0), *row_places(sums, 4)
    return loop_at(_SCALED_BACK, specs, ((0, 0), (1, 0), *own, (5, 0), (6, 0)))


def _beside(own, x):
    """The Spec of what channels have, a vector or a row of a matrix, beside images."""
    ones = [1] * (len(x.shape) - 2)
    return spec_of((x.shape[1], *ones), own.dtype, own.device, (own.strides[-1], *ones))


def row_places(spec, operand):
    """The places of the rows of a matrix."""
    return [(operand, row * spec.byte_strides[0]) for row in range(spec.shape[0])]


def loop_at(op, specs, places):
    """The Call of an elementwise op of operands at some places; the last is that of the result."""
    computed, out = result_spec(op, specs)
    loop = launch_on(out.device, specs, *program_of(op, specs, computed, out))
    return Call(out, Stage(loop, places))


@_native_batch_norm.grad("x", "weight", "bias", joint=True)
def _native_batch_norm_grads(g, x, weight, stats, eps):
    if mode.grad:
        dims, along = (0, *range(2, x.ndim)), _along(weight, x.ndim)
        gx, gweight, gbias = gradients_ops(g, x, along, dims, eps)
        return gx, gweight.sum(dims), gbias.sum(dims)
    g, x = g.contiguous(), x.contiguous()
    sums = apply(channel_products, x, g, stats)
    share = number(x.spec.shape[1] / x.spec.numel)
    gbias, gweight = sums
    return apply(_native_batch_norm_back, g, x, weight, stats, sums, share), gweight, gbias


def gradients_ops(g, x, weight, dims, eps):
    """The same in ops, which can be differentiated again, of a norm over some dims.

    The gradients of x, and those of its weight and bias at each element: what shares one adds up.
    """
    distance = centred(x, dims)[1]
    rstd = ((distance * distance).mean(dims, keepdim=True) + eps).rsqrt()
    y, h = distance * rstd, g * weight
    along = h.mean(dims, keepdim=True) + y * (h * y).mean(dims, keepdim=True)
    return rstd * (h - along), g * y, g


def for_channels(x, given, number):
    """What is given for the channels of images, or a number for each."""
    if given is not None:
        return given
    with mode.off():
        return empty_of(spec_of((x.spec.shape[1],), x.spec.dtype, x.spec.device)).fill_(number)


def normed(x, weight, bias, eps):
    """Batch norm of x, and the mean and the variance of its channels."""
    with mode.off():
        stats = apply(channel_moments, x.contiguous(), eps=eps)
    weight, bias = for_channels(x, weight, 1), for_channels(x, bias, 0)
    return apply(_native_batch_norm, x, weight, bias, stats, eps=eps), stats[0], stats[2]
