"""The largest, and the average, of each window that slides over planes; and their gradients.

Where windows slide evenly a work item is a row of results: each element of the windows is one loop
along that row, and two or three that lie side by side are one loop together, for the usual small
windows. Elements of a window are taken in row-major order by any of the kernels, and those of a
gradient in the order of the windows: the bits depend on nothing else.

Words: three operands, or two and whether padding counts (which divisor, if not how many); two more;
then six words of each axis, see `work.pools`.
"""

import functools

import numpy as np

from ..language import source
from ..work.pools import adaptive_start, adaptive_stop, division, work
from ..work.reducers import lowest
from .adaptive_pooling import adaptive_average, adaptive_gradient
from .average_pooling import average_gradient, average_rows, average_windows
from .launch import Launch
from .max_pooling import max_gradient, max_rows, max_windows

SERIAL_TAPS = 1 << 14
NARROW = 4  # results of a row, up to which each is found on its own


def _known(windows):
    """The elements of a row of a window and the stride, where a kernel is to know them."""
    taps, stride = windows.kernel[2], windows.stride[2]
    side_by_side = windows.dilation[2] == 1 and taps in (2, 3) and stride in (1, 2, 3)
    return {
        "TAPS": taps if side_by_side else 0,
        "STEP": stride if side_by_side or stride < 3 else 0,
    }


def _launch(kernels, dtype, planes, windows, front, writes, extra=0, **statics):
    """The Launch of a kernel over rows, or of that over single windows."""
    alone = windows.adaptive or windows.outputs[2] <= NARROW or windows.inside >> 31
    known = {"ADAPTIVE": int(windows.adaptive)} if alone else _known(windows)
    entry = source.kernel_entry(
        kernels[bool(alone)], dtype, SIZE=np.dtype(dtype).itemsize, **known, **statics
    )
    items, each = planes * windows.count, windows.taps
    if not alone:
        items, each = items // windows.outputs[2], each * windows.outputs[2]
    geometry = np.array([*front, *windows.words], np.int64)
    grain = max(1, SERIAL_TAPS // each)
    return Launch(entry, items, geometry, grain, writes, work(planes, windows, dtype, extra))


@functools.lru_cache(maxsize=4096)
def maximum(dtype, planes, windows, places=False):
    """Launch(x, out, place): the largest of each window, and where it stands if `places`."""
    statics = {"LOWEST": lowest(dtype), "PLACES": int(places)}
    return _launch((max_rows, max_windows), dtype, planes, windows, (0, 0),
                   (1, 2) if places else (1,), 8 * places, **statics)  # fmt: skip


@functools.lru_cache(maxsize=4096)
def maximum_gradient(dtype, planes, windows):
    """Launch(g, place, gx): what reaches each element from the windows whose largest it is."""
    entry = source.kernel_entry(max_gradient, dtype, SIZE=np.dtype(dtype).itemsize)
    words = np.array([windows.count, windows.inside], np.int64)
    grain = max(1, SERIAL_TAPS // (windows.count + windows.inside))
    done = work(planes, windows, dtype, 8)
    return Launch(entry, planes, words, grain, (2,), done)


@functools.lru_cache(maxsize=4096)
def average(dtype, planes, windows, padded=False, divisor=0):
    """Launch(x, out): the average of each window; padding counts if `padded`.

    A `divisor` takes the place of the number of elements.
    """
    if windows.adaptive:
        lines, width = planes * windows.count // windows.outputs[2], windows.outputs[2]
        return _adaptive(adaptive_average, dtype, planes, windows, divisor, lines,
                         windows.taps * width, divided=division(dtype))  # fmt: skip
    return _launch((average_rows, average_windows), dtype, planes, windows,
                   (divisor, int(padded), 0), (1,), divided=division(dtype))  # fmt: skip


@functools.lru_cache(maxsize=4096)
def average_gradients(dtype, planes, windows, padded=False, divisor=0):
    """Launch(g, gx): what reaches each element from the averages of which it is a part."""
    if windows.adaptive:
        each = windows.inside + windows.count * windows.taps
        return _adaptive(adaptive_gradient, dtype, planes, windows, divisor, planes, each)
    known = _known(windows)
    if windows.stride[2] < windows.kernel[2]:  # windows overlap: their loops are to be apart
        known["TAPS"] = 0
    size = np.dtype(dtype).itemsize
    entry = source.kernel_entry(average_gradient, dtype, SIZE=size, **known)
    words = np.array([divisor, int(padded), 0, *windows.words], np.int64)
    grain = max(1, SERIAL_TAPS // (windows.inside + windows.count * windows.taps))
    return Launch(entry, planes, words, grain, (1,), work(planes, windows, dtype))


def _adaptive(kernel, dtype, planes, windows, divisor, items, each, **statics):
    """The Launch of a kernel of adaptive windows, whose items read so many elements each."""
    size = np.dtype(dtype).itemsize
    entry = source.kernel_entry(kernel, dtype, SIZE=size, ADAPTIVE=1, **statics)
    extent, outputs = windows.extents[2], windows.outputs[2]
    starts = [adaptive_start(o, extent, outputs) for o in range(outputs)]
    stops = [adaptive_stop(o, extent, outputs) for o in range(outputs)]
    words = np.array([divisor, 0, 0, *windows.words, *starts, *stops], np.int64)
    grain = max(1, SERIAL_TAPS // max(1, each))
    return Launch(entry, items, words, grain, (1,), work(planes, windows, dtype))
