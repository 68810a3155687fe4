"""Windows that slide over the last axes of an array: where each begins, and which part is inside.

One and two axes are three whose first ones have an extent of 1. A kernel reads the geometry as six
words an axis, see `Windows.words`.
"""

import math
from dataclasses import dataclass

import numpy as np

from ..language.memory import word
from ..language.source import T
from .launches import Work
from .reducers import divide

EXTENT, OUTPUTS, KERNEL, STRIDE, PADDING, DILATION = range(6)
D, H, W = 5, 11, 17  # where the words of each axis begin
ADAPTIVE = 0  # a static of kernels: whether windows are
LOWEST = 0.0  # another: no element is below it


@dataclass(frozen=True, slots=True)
class Windows:
    """
    Of each of three axes: extents of the array and of the result, and the windows between them.

    Those of an `adaptive` one begin at o * extent // outputs and end where the next one begins,
    rounded up; kernel, stride and so on say nothing then.
    """

    extents: tuple
    outputs: tuple
    kernel: tuple = (1, 1, 1)
    stride: tuple = (1, 1, 1)
    padding: tuple = (0, 0, 0)
    dilation: tuple = (1, 1, 1)
    adaptive: bool = False

    @property
    def words(self):
        """Of each axis: extent, outputs, kernel, stride, padding, dilation."""
        axes = zip(self.extents, self.outputs, self.kernel, self.stride, self.padding,
                   self.dilation, strict=True)  # fmt: skip
        return [word for axis in axes for word in axis]

    @property
    def inside(self):
        """Elements of one plane of the array."""
        return math.prod(self.extents)

    @property
    def count(self):
        """Windows of one plane."""
        return math.prod(self.outputs)

    @property
    def taps(self):
        """Elements that one window reads, about."""
        if self.adaptive:
            return max(1, self.inside // max(1, self.count))
        return math.prod(self.kernel)

    def empty(self):
        """Whether some window has no element of the array."""
        return any(
            not any(0 <= o * s - p + k * d < n for k in range(kernel))
            for n, outputs, kernel, s, p, d in zip(
                self.extents, self.outputs, self.kernel, self.stride, self.padding,
                self.dilation, strict=True)
            for o in {*range(min(outputs, p + 1)), *range(max(0, outputs - p - 2), outputs)}
        )  # fmt: skip


def work(planes, windows, dtype, extra=0):
    """The Work of going through all windows of so many planes; `extra` bytes for each window."""
    size, count = np.dtype(dtype).itemsize, planes * windows.count
    nbytes = planes * windows.inside * size + count * (size + extra)
    return Work((planes, *windows.outputs), nbytes, count * windows.taps)


# ------------------------------------------------------- what kernels ask, of one axis at a time


def start_of(o, stride, padding):
    """Where window `o` begins, which may be outside."""
    return o * stride - padding


def first_tap(start, step):
    """The first element of a window that is not before the array."""
    return (step - 1 - start) // step if start < 0 else 0


def taps_until(start, step, kernel, extent):
    """One more than the last element of a window that is not behind the array."""
    if start + (kernel - 1) * step < extent:  # without a division, as for most windows
        return kernel
    return (extent - start + step - 1) // step


def adaptive_start(o, extent, outputs):
    return o * extent // outputs


def adaptive_stop(o, extent, outputs):
    return ((o + 1) * extent + outputs - 1) // outputs


def first_cover(i, kernel, stride, padding, dilation):
    """The first window that can hold element i."""
    return max(0, (i + padding - (kernel - 1) * dilation + stride - 1) // stride)


def covers_until(i, outputs, stride, padding):
    """One more than the last window that can hold element i."""
    return min(outputs, (i + padding) // stride + 1)


def counted(start, kernel, extent, padding, padded):
    """How many elements of a window count, those in the padding too where `padded`."""
    if padded:
        return min(start + kernel, extent + padding) - start
    return min(start + kernel, extent) - max(start, 0)


def window(args, axis, o):
    """Of window `o` along an axis: where it begins, its elements inside (from, until), its step."""
    extent = word(args, axis + EXTENT)
    if ADAPTIVE:
        outputs = word(args, axis + OUTPUTS)
        start = adaptive_start(o, extent, outputs)
        return start, np.int64(0), adaptive_stop(o, extent, outputs) - start, np.int64(1)
    step = word(args, axis + DILATION)
    start = start_of(o, word(args, axis + STRIDE), word(args, axis + PADDING))
    kernel = word(args, axis + KERNEL)
    return start, first_tap(start, step), taps_until(start, step, kernel, extent), step


def place_of(args, line):
    """The plane of a line of windows, and where it lies along D and H."""
    outer = line // word(args, H + OUTPUTS)
    plane = outer // word(args, D + OUTPUTS)
    return plane, outer - plane * word(args, D + OUTPUTS), line - outer * word(args, H + OUTPUTS)


def next_place(args, plane, d, h):
    """The place of the line that follows, which takes no division."""
    h += 1
    if h == word(args, H + OUTPUTS):
        h, d = 0, d + 1
        if d == word(args, D + OUTPUTS):
            d, plane = 0, plane + 1
    return plane, d, h


def share(args, axis, o, padded):
    """How many elements of window `o` along an axis count for an average."""
    extent = word(args, axis + EXTENT)
    if ADAPTIVE:
        outputs = word(args, axis + OUTPUTS)
        return adaptive_stop(o, extent, outputs) - adaptive_start(o, extent, outputs)
    padding = word(args, axis + PADDING)
    start = start_of(o, word(args, axis + STRIDE), padding)
    return counted(start, word(args, axis + KERNEL), extent, padding, padded)


def truncated_quotient(x, y):
    """x / y of integers, rounded towards zero, as C does."""
    quotient = abs(x) // abs(y)
    return quotient if (x < 0) == (y < 0) else -quotient


def takes_over(x, best):
    """Whether x becomes the largest: it is larger, or NaN."""
    return (x > best) | (x != x)


def largest(args, xs, first, o, p, q):
    """The largest element in a window of the plane that begins at `first`, and its place there."""
    d, d_from, d_until, d_step = window(args, D, o)
    h, h_from, h_until, h_step = window(args, H, p)
    w, w_from, w_until, w_step = window(args, W, q)
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    best, found = T(LOWEST), np.int64(-1)
    for i in range(d_from, d_until):
        for k in range(h_from, h_until):
            row = ((d + i * d_step) * rows + h + k * h_step) * columns + w
            for m in range(w_from, w_until):
                own = xs[first + row + m * w_step]
                take = takes_over(own, best) | (found < 0)
                best = own if take else best
                found = row + m * w_step if take else found
    return best, found


def division(dtype):
    """How averages of a dtype divide."""
    return divide if np.dtype(dtype).kind == "f" else truncated_quotient
