"""Group norms of images: moments of groups by the kernel of channels, the rest as loops."""

from ..calls import Call
from ..declare import prepared
from ..dispatch import apply
from ..graph import mode
from ..op import Elementwise
from ..tensor import number, spec_of
from .channel_norms import (
    SCALED,
    channel_moments,
    channel_products,
    for_channels,
    gradients_ops,
    loop_at,
    row_places,
)
from .views import expand, reshape


def _scaled_back(g, x, mean, lost, rstd, weight, total, product, share):
    distance = ((x - mean) - lost) * rstd
    return (g * weight - (distance * product + total) * share) * rstd


_SCALED_BACK = Elementwise(_scaled_back, "same")


def _grouped(spec, groups):
    """The Spec of dense images (N, C, ...) as (N, groups, channels of each, elements)."""
    images, channels = spec.shape[:2]
    inside = spec.numel // (images * channels)
    return spec_of((images, groups, channels // groups, inside), spec.dtype, spec.device)


def _of_groups(own, rows):
    """The Spec of a number for each group, beside grouped images."""
    return spec_of((*rows.shape[:2], 1, 1), own.dtype, own.device)


def _of_channels(own, rows):
    """The Spec of a number for each channel, beside grouped images."""
    _, groups, each, _ = rows.shape
    (step,) = own.strides
    return spec_of((groups, each, 1), own.dtype, own.device, (step * each, step, 1))


@prepared
def _native_group_norm(x, weight, bias, stats, *, groups, eps):
    """(x - mean) / sqrt(var + eps) of each group, times weight plus bias of each channel."""
    mean, lost, _, rstd = row_places(stats, 3)
    rows = _grouped(x, groups)
    own, channels = _of_groups(stats, rows), [_of_channels(w, rows) for w in (weight, bias)]
    places = (0, 0), mean, lost, rstd, (1, 0), (2, 0), (4, 0)
    return Call(x, *loop_at(SCALED, (rows, own, own, own, *channels), places).steps)


@prepared
def _native_group_norm_back(g, x, weight, stats, sums, share, *, groups):
    """The gradient of x, given the sums over groups of g * weight, and of that times distances."""
    mean, lost, _, rstd = row_places(stats, 3)
    rows = _grouped(x, groups)
    own = _of_groups(stats, rows)
    specs = rows, rows, own, own, own, _of_channels(weight, rows), own, own, share
    places = (0, 0), (1, 0), mean, lost, rstd, (2, 0), *row_places(sums, 4), (5, 0), (6, 0)
    return Call(x, *loop_at(_SCALED_BACK, specs, places).steps)


@_native_group_norm.grad("x", "weight", "bias", joint=True)
def _native_group_norm_grads(g, x, weight, stats, groups, eps):
    if mode.grad:
        return _gradients_ops(g, x, weight, groups, eps)
    g, (images, channels, *_) = g.contiguous(), x.spec.shape
    split, flat = (images, groups, channels // groups), (1, images * channels, -1)
    own = expand(reshape(stats, 4, *split[:2], 1), 4, *split).contiguous()
    sums = apply(channel_products, reshape(x, flat), reshape(g, flat), reshape(own, 4, -1))
    parts = (reshape(sums, 2, *split) * reshape(weight, split[1:])).sum(-1)
    gbias, gweight = reshape(sums, 2, images, channels).sum(1)
    share = number(images * groups / x.spec.numel)
    known = g, x, weight, stats, reshape(parts, 2, -1), share
    return apply(_native_group_norm_back, *known, groups=groups), gweight, gbias


def _gradients_ops(g, x, weight, groups, eps):
    """The same in ops, which can be differentiated again."""
    images, channels = x.spec.shape[:2]
    split, along = (images, groups, channels // groups, -1), reshape(weight, groups, -1, 1)
    gx, *rest = gradients_ops(reshape(g, split), reshape(x, split), along, (2, 3), eps)
    gweight, gbias = (reshape(each.sum((0, 3)), channels) for each in rest)
    return reshape(gx, x.spec.shape), gweight, gbias


def normed(x, groups, weight, bias, eps):
    """Group norm of dense images (N, C, ...)."""
    with mode.off():
        stats = apply(channel_moments, reshape(x, 1, x.spec.shape[0] * groups, -1), eps=eps)
    weight, bias = for_channels(x, weight, 1), for_channels(x, bias, 0)
    return apply(_native_group_norm, x, weight, bias, stats, groups=groups, eps=eps)
