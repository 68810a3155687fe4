"""Batch norms of images: statistics of channels by a kernel, the rest as loops over elements.

Loops fuse with what comes before and after them in a plan.
"""

from .. import dtypes
from ..declare import primitive
from ..dispatch import apply
from ..graph import mode
from ..op import Elementwise
from ..tensor import CPU, empty_of, spec_of
from .moments import centred
from .views import reshape


def _scaled(x, mean, lost, scale, bias):
    return ((x - mean) - lost) * scale + bias


def _scaled_back(g, x, mean, lost, scale, slope, shift):
    return g * scale + ((x - mean) - lost) * slope + shift


_SCALED, _SCALED_BACK = Elementwise(_scaled, "same"), Elementwise(_scaled_back, "same")


def has_kernel(x):
    """Whether statistics of x (N, C, ...) have a kernel, with rows long enough for its vectors."""
    spec = x.spec
    kind = spec.dtype in (dtypes.float32, dtypes.float64)
    rest = spec.numel // max(1, spec.shape[0] * spec.shape[1])
    return kind and spec.device is CPU and rest >= 8


def _extents(x):
    images, channels = x.spec.shape[:2]
    return images, channels, x.spec.numel // (images * channels)


def _along(x, ndim):
    """(C,) beside images of so many dims."""
    return reshape(x, -1, *[1] * (ndim - 2))


@primitive
def _channel_moments(x, *, eps):
    """(4, C) of images: mean, what its rounding lost, variance, 1 / sqrt(variance + eps)."""
    x = x.contiguous()
    out = empty_of(spec_of((4, x.spec.shape[1]), x.spec.dtype, x.spec.device))
    x.spec.device.kernels.channels.moments_launch(x.spec.dtype.name, *_extents(x), eps)(x, out)
    return out


@primitive
def _channel_norm(x, weight, bias, stats, *, eps):
    """(x - mean) / sqrt(var + eps) * weight + bias of each channel, given its moments."""
    mean, lost, _, rstd = (_along(each, x.ndim) for each in stats)
    return _SCALED(x, mean, lost, rstd * _along(weight, x.ndim), _along(bias, x.ndim))


@_channel_norm.grad("x", "weight", "bias")
def _(g, x, weight, stats):
    """What is kept; `gradients` computes all at once."""


def _gradients(node, slots):
    x, weight, stats = (node.saved[k] for k in (0, 1, 3))
    if mode.grad:
        return _gradients_ops(slots[0], x, weight, node.static["eps"])
    g, x = slots[0].contiguous(), x.contiguous()
    sums = empty_of(spec_of((2, x.spec.shape[1]), x.spec.dtype, x.spec.device))
    loops = x.spec.device.kernels.channels
    loops.products_launch(x.spec.dtype.name, *_extents(x))(x, g, stats, sums)
    gbias, gweight = sums
    count = x.spec.numel // x.spec.shape[1]
    mean, lost, _, rstd = stats
    scale = rstd * weight
    slope, shift = scale * rstd * gweight / -count, scale * gbias / -count
    own = (_along(each, x.ndim) for each in (mean, lost, scale, slope, shift))
    return _SCALED_BACK(g, x, *own), gweight, gbias, None


def _gradients_ops(g, x, weight, eps):
    """The same in ops, which can be differentiated again."""
    dims = (0, *range(2, x.ndim))
    distance = centred(x, dims)[1]
    rstd = ((distance * distance).mean(dims, keepdim=True) + eps).rsqrt()
    y = distance * rstd
    gbias, gweight = g.sum(dims), (g * y).sum(dims)
    count = x.spec.numel // x.spec.shape[1]
    along = _along(gbias, x.ndim) + y * _along(gweight, x.ndim)
    return rstd * _along(weight, x.ndim) * (g - along / count), gweight, gbias, None


_channel_norm.gradients = _gradients


def normed(x, weight, bias, eps):
    """Batch norm of x, and the mean and the variance of its channels."""
    channels = spec_of((x.spec.shape[1],), x.spec.dtype, x.spec.device)
    with mode.off():
        stats = apply(_channel_moments, x, eps=eps)
        weight = empty_of(channels).fill_(1) if weight is None else weight
        bias = empty_of(channels).fill_(0) if bias is None else bias
    return apply(_channel_norm, x, weight, bias, stats, eps=eps), stats[0], stats[2]
