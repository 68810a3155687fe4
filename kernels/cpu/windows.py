"""Where the windows of a plane lie: what the kernels of pooling ask, see `pooling`."""

from ..language.memory import word
from ..work.pools import (
    DILATION,
    EXTENT,
    KERNEL,
    OUTPUTS,
    PADDING,
    STRIDE,
    W,
    adaptive_start,
    adaptive_stop,
    counted,
    first_tap,
    start_of,
    taps_until,
)

STRIP = 256  # results of a row whose places, or shares, are at hand together

ADAPTIVE = 0
STEP = 0  # the stride, if it is known


def window(args, axis, o):
    """Of window `o` along an axis: where it begins, its elements inside (from, until), its step."""
    extent = word(args, axis + EXTENT)
    if ADAPTIVE:
        outputs = word(args, axis + OUTPUTS)
        start = adaptive_start(o, extent, outputs)
        return start, 0, adaptive_stop(o, extent, outputs) - start, 1
    step = word(args, axis + DILATION)
    start = start_of(o, word(args, axis + STRIDE), word(args, axis + PADDING))
    kernel = word(args, axis + KERNEL)
    return start, first_tap(start, step), taps_until(start, step, kernel, extent), step


def share(args, axis, o):
    """How many elements of window `o` along an axis count for an average."""
    extent = word(args, axis + EXTENT)
    if ADAPTIVE:
        outputs = word(args, axis + OUTPUTS)
        return adaptive_stop(o, extent, outputs) - adaptive_start(o, extent, outputs)
    padding = word(args, axis + PADDING)
    start = start_of(o, word(args, axis + STRIDE), padding)
    return counted(start, word(args, axis + KERNEL), extent, padding, word(args, 3))


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
