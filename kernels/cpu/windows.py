"""Which windows of a row lie inside: what the kernels of pooling ask, see `work/pools.py`."""

from ..language.memory import word
from ..work.pools import DILATION, EXTENT, KERNEL, OUTPUTS, PADDING, STRIDE, W, first_tap

STRIP = 256  # results of a row whose places, or shares, are at hand together
STEP = 0  # the stride, if it is known


def whole(args):
    """The windows of a row that lie inside as a whole: from the first until before the last."""
    stride, padding = word(args, W + STRIDE), word(args, W + PADDING)
    outputs = word(args, W + OUTPUTS)
    reach = (word(args, W + KERNEL) - 1) * word(args, W + DILATION)
    begin = min((padding + stride - 1) // stride, outputs)
    end = (word(args, W + EXTENT) - 1 - reach + padding) // stride + 1
    return begin, max(begin, min(end, outputs))


def span(args, tap, lo, hi):
    """Of lo..hi-1, the windows of a row in which an element is inside; and how far it is ahead."""
    stride = word(args, W + STRIDE)
    ahead = tap * word(args, W + DILATION) - word(args, W + PADDING)
    begin = max(lo, first_tap(ahead, stride))
    end = min(hi, (word(args, W + EXTENT) - ahead + stride - 1) // stride)
    return begin, max(begin, end), ahead


def stride_of(args):
    return STEP if STEP else word(args, W + STRIDE)
