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
from ..language.memory import scratch, vector, word
from ..language.source import T
from ..work.pools import (
    DILATION,
    EXTENT,
    KERNEL,
    OUTPUTS,
    PADDING,
    STRIDE,
    D,
    H,
    W,
    adaptive_start,
    adaptive_stop,
    counted,
    division,
    first_tap,
    start_of,
    takes_over,
    taps_until,
    work,
)
from ..work.reducers import divide, lowest
from .launch import Launch

SERIAL_TAPS = 1 << 14
STRIP = 256  # results of a row whose places, or shares, are at hand together
NARROW = 4  # results of a row, up to which each is found on its own

SIZE = 8  # bytes of an element
LOWEST = 0.0  # no element is below it
PLACES = 0  # whether the place of the largest is asked for
ADAPTIVE = 0
TAPS = STEP = 0  # elements of a row of a window, and the stride, that are known; 0: not known
A = np.int32  # the dtype of places


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


# ------------------------------------------------------------------ the largest


def take_taps(args, at, bests, finds, row, lo, hi):
    """for tap, o in lo..hi-1: take x[o * stride + tap], if that is inside and larger"""
    for tap in range(word(args, W + KERNEL)):
        begin, end, ahead = span(args, tap, lo, hi)
        stride, start = np.uintp(stride_of(args)), begin * stride_of(args) + ahead
        xs, results = vector(at + start * SIZE, T), vector(bests + begin * SIZE, T)
        places, place = vector(finds + begin * 4, A), A(row + start)
        for j in range(np.uintp(end - begin)):
            own = xs[j * stride]
            if PLACES:
                take = takes_over(own, results[j]) | (places[j] < 0)
                results[j] = own if take else results[j]
                places[j] = A(place + A(j * stride)) if take else places[j]
            else:
                results[j] = own if takes_over(own, results[j]) else results[j]


def take_whole(args, at, bests, finds, row, begin, end):
    """for o in begin..end-1: take TAPS elements side by side, all of them inside"""
    start = begin * STEP - word(args, W + PADDING)
    xs, results = vector(at + start * SIZE, T), vector(bests + begin * SIZE, T)
    places, place = vector(finds + begin * 4, A), A(row + start)
    for j in range(np.uintp(end - begin)):
        best, found = results[j], places[j] if PLACES else A(0)
        for tap in range(np.uintp(TAPS)):
            own = xs[j * np.uintp(STEP) + tap]
            if PLACES:
                take = takes_over(own, best) | (found < 0)
                found = A(place + A(j * np.uintp(STEP) + tap)) if take else found
                best = own if take else best
            else:
                best = own if takes_over(own, best) else best
        results[j] = best
        if PLACES:
            places[j] = found


def max_rows(args, lo, hi):
    """
    for plane, d, h, w:
        out[plane, d, h, w] = the largest of x[plane] in the window
        place[plane, d, h, w] = where it stands in the plane, the first of several
    """
    x, out, place = word(args, 0), word(args, 1), word(args, 2)
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    inside, width = word(args, D + EXTENT) * rows * columns, word(args, W + OUTPUTS)
    finds = scratch(STRIP)
    inner, outer = whole(args)
    for item in range(lo, hi):
        outer_item = item // word(args, H + OUTPUTS)
        plane = outer_item // word(args, D + OUTPUTS)
        d, d_from, d_until, d_step = window(args, D, outer_item - plane * word(args, D + OUTPUTS))
        h, h_from, h_until, h_step = window(args, H, item - outer_item * word(args, H + OUTPUTS))
        bests = out + item * width * SIZE
        for first in range(0, width, STRIP):
            last = min(first + STRIP, width)
            results, places = vector(bests + first * SIZE, T), vector(finds, A)
            for j in range(np.uintp(last - first)):
                results[j] = LOWEST
                if PLACES:
                    places[j] = A(-1)
            begin = min(max(first, inner), last) if TAPS else last
            end = max(begin, min(last, outer))
            near = finds - first * 4
            for i in range(d_from, d_until):
                for k in range(h_from, h_until):
                    row = ((d + i * d_step) * rows + h + k * h_step) * columns
                    at = x + (plane * inside + row) * SIZE
                    take_taps(args, at, bests, near, row, first, begin)
                    if TAPS:
                        take_whole(args, at, bests, near, row, begin, end)
                        take_taps(args, at, bests, near, row, end, last)
            if PLACES:
                answers = vector(place + (item * width + first) * 8, np.int64)
                for j in range(np.uintp(last - first)):
                    answers[j] = np.int64(places[j])


def max_windows(args, lo, hi):
    """
    for plane, d, h, w:
        out[plane, d, h, w] = the largest of x[plane] in the window
        place[plane, d, h, w] = where it stands in the plane, the first of several

    An item is one window.
    """
    x, outs, answers = word(args, 0), vector(word(args, 1), T), vector(word(args, 2), np.int64)
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    inside = word(args, D + EXTENT) * rows * columns
    for item in range(lo, hi):
        line = item // word(args, W + OUTPUTS)
        outer_item = line // word(args, H + OUTPUTS)
        plane = outer_item // word(args, D + OUTPUTS)
        d, d_from, d_until, d_step = window(args, D, outer_item - plane * word(args, D + OUTPUTS))
        h, h_from, h_until, h_step = window(args, H, line - outer_item * word(args, H + OUTPUTS))
        w, w_from, w_until, w_step = window(args, W, item - line * word(args, W + OUTPUTS))
        xs = vector(x + plane * inside * SIZE, T)
        best, found = T(LOWEST), np.int64(-1)
        for i in range(d_from, d_until):
            for k in range(h_from, h_until):
                row = ((d + i * d_step) * rows + h + k * h_step) * columns + w
                for m in range(w_from, w_until):
                    own = xs[row + m * w_step]
                    take = takes_over(own, best) | (found < 0)
                    best = own if take else best
                    found = row + m * w_step if take else found
        outs[item] = best
        if PLACES:
            answers[item] = found


def max_gradient(args, lo, hi):
    """
    for plane:
        gx[plane] = 0
        for o: gx[plane, place[plane, o]] += g[plane, o]

    Words: g, place, gx, windows of a plane, elements of a plane.
    """
    g, place, gx = word(args, 0), word(args, 1), word(args, 2)
    count, inside = word(args, 3), word(args, 4)
    for plane in range(lo, hi):
        gs, sums = vector(g + plane * count * SIZE, T), vector(gx + plane * inside * SIZE, T)
        places = vector(place + plane * count * 8, np.int64)
        for i in range(np.uintp(inside)):
            sums[i] = T(0)
        for o in range(np.uintp(count)):
            sums[places[o]] += gs[o]


# ------------------------------------------------------------------ averages

divided = divide


def divisor(args, across, o):
    """By what the sum over window `o` of a row is divided; `across` is the share of other axes."""
    return word(args, 2) if word(args, 2) else across * share(args, W, o)


def average_rows(args, lo, hi):
    """for plane, d, h, w: out[plane, d, h, w] = the average of x[plane] in the window"""
    x, out = word(args, 0), word(args, 1)
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    inside, width = word(args, D + EXTENT) * rows * columns, word(args, W + OUTPUTS)
    inner, outer = whole(args)
    for item in range(lo, hi):
        outer_item = item // word(args, H + OUTPUTS)
        plane = outer_item // word(args, D + OUTPUTS)
        d_item, h_item = (
            outer_item - plane * word(args, D + OUTPUTS),
            item - outer_item * word(args, H + OUTPUTS),
        )
        d, d_from, d_until, _ = window(args, D, d_item)
        h, h_from, h_until, _ = window(args, H, h_item)
        totals = out + item * width * SIZE
        sums = vector(totals, T)
        for o in range(np.uintp(width)):
            sums[o] = T(0)
        begin, end = inner if TAPS else width, outer if TAPS else width
        for i in range(d_from, d_until):
            for k in range(h_from, h_until):
                at = x + (plane * inside + ((d + i) * rows + h + k) * columns) * SIZE
                add_taps(args, at, totals, 0, begin)
                if TAPS:
                    add_whole(args, at, totals, begin, end)
                    add_taps(args, at, totals, end, width)
        across = share(args, D, d_item) * share(args, H, h_item)
        for o in range(inner):
            sums[o] = divided(sums[o], T(divisor(args, across, o)))
        same = T(divisor(args, across, inner))
        for o in range(np.uintp(inner), np.uintp(outer)):
            sums[o] = divided(sums[o], same)
        for o in range(outer, width):
            sums[o] = divided(sums[o], T(divisor(args, across, o)))


def add_taps(args, at, totals, lo, hi):
    """for tap, o in lo..hi-1: add x[o * stride + tap], if that is inside"""
    for tap in range(word(args, W + KERNEL)):
        begin, end, ahead = span(args, tap, lo, hi)
        stride, start = np.uintp(stride_of(args)), begin * stride_of(args) + ahead
        xs, sums = vector(at + start * SIZE, T), vector(totals + begin * SIZE, T)
        for j in range(np.uintp(end - begin)):
            sums[j] += xs[j * stride]


def add_whole(args, at, totals, begin, end):
    """for o in begin..end-1: add TAPS elements side by side, all of them inside"""
    xs = vector(at + (begin * STEP - word(args, W + PADDING)) * SIZE, T)
    sums = vector(totals + begin * SIZE, T)
    for j in range(np.uintp(end - begin)):
        total = sums[j]
        for tap in range(np.uintp(TAPS)):
            total += xs[j * np.uintp(STEP) + tap]
        sums[j] = total


def average_windows(args, lo, hi):
    """for plane, d, h, w: out[plane, d, h, w] = the average of x[plane] in the window

    An item is one window.
    """
    x, outs = word(args, 0), vector(word(args, 1), T)
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    inside = word(args, D + EXTENT) * rows * columns
    for item in range(lo, hi):
        line = item // word(args, W + OUTPUTS)
        outer_item = line // word(args, H + OUTPUTS)
        plane = outer_item // word(args, D + OUTPUTS)
        d_item, h_item, w_item = (
            outer_item - plane * word(args, D + OUTPUTS),
            line - outer_item * word(args, H + OUTPUTS),
            item - line * word(args, W + OUTPUTS),
        )
        d, d_from, d_until, _ = window(args, D, d_item)
        h, h_from, h_until, _ = window(args, H, h_item)
        w, w_from, w_until, _ = window(args, W, w_item)
        xs = vector(x + plane * inside * SIZE, T)
        total = T(0)
        for i in range(d_from, d_until):
            for k in range(h_from, h_until):
                row = ((d + i) * rows + h + k) * columns + w
                for m in range(w_from, w_until):
                    total += xs[row + m]
        across = share(args, D, d_item) * share(args, H, h_item)
        outs[item] = divided(total, T(divisor(args, across, w_item)))


def average_gradient(args, lo, hi):
    """
    for plane:
        gx[plane] = 0
        for d, h, w: gx[plane], in the window, += g[plane, d, h, w] / divisor
    """
    g, gx = word(args, 0), word(args, 1)
    rows, columns, width = word(args, H + EXTENT), word(args, W + EXTENT), word(args, W + OUTPUTS)
    inside = word(args, D + EXTENT) * rows * columns
    lines = word(args, D + OUTPUTS) * word(args, H + OUTPUTS)
    inner, outer = whole(args)
    shares = scratch(STRIP)
    for plane in range(lo, hi):
        sums = vector(gx + plane * inside * SIZE, T)
        for i in range(np.uintp(inside)):
            sums[i] = T(0)
        for line in range(lines):
            d_item = line // word(args, H + OUTPUTS)
            h_item = line - d_item * word(args, H + OUTPUTS)
            d, d_from, d_until, _ = window(args, D, d_item)
            h, h_from, h_until, _ = window(args, H, h_item)
            across = share(args, D, d_item) * share(args, H, h_item)
            gs = vector(g + (plane * lines + line) * width * SIZE, T)
            for first in range(0, width, STRIP):
                last = min(first + STRIP, width)
                parts = vector(shares, T)
                for o in range(first, last):
                    parts[o - first] = gs[o] / T(divisor(args, across, o))
                near = shares - first * SIZE
                begin = min(max(first, inner), last) if TAPS else last
                end = max(begin, min(last, outer))
                for i in range(d_from, d_until):
                    for k in range(h_from, h_until):
                        at = gx + (plane * inside + ((d + i) * rows + h + k) * columns) * SIZE
                        spread_taps(args, at, near, first, begin)
                        if TAPS:
                            spread_whole(args, at, near, begin, end)
                            spread_taps(args, at, near, end, last)


def spread_taps(args, at, shares, lo, hi):
    """for tap, o in lo..hi-1: add the share of o to gx[o * stride + tap], if that is inside

    The last tap comes first, so that each element hears of its windows in their order.
    """
    for later in range(word(args, W + KERNEL)):
        begin, end, ahead = span(args, word(args, W + KERNEL) - 1 - later, lo, hi)
        stride, start = np.uintp(stride_of(args)), begin * stride_of(args) + ahead
        sums, parts = vector(at + start * SIZE, T), vector(shares + begin * SIZE, T)
        for j in range(np.uintp(end - begin)):
            sums[j * stride] += parts[j]


def spread_whole(args, at, shares, begin, end):
    """for o in begin..end-1: add the share of o to TAPS elements side by side, all inside"""
    sums = vector(at + (begin * STEP - word(args, W + PADDING)) * SIZE, T)
    parts = vector(shares + begin * SIZE, T)
    for j in range(np.uintp(end - begin)):
        for tap in range(np.uintp(TAPS)):
            sums[j * np.uintp(STEP) + tap] += parts[j]


def adaptive_gradient(args, lo, hi):
    """
    for plane:
        gx[plane] = 0
        for d, h, w: gx[plane], in the window, += g[plane, d, h, w] / divisor
    """
    g, gx = word(args, 0), word(args, 1)
    rows, columns, width = word(args, H + EXTENT), word(args, W + EXTENT), word(args, W + OUTPUTS)
    inside = word(args, D + EXTENT) * rows * columns
    count = word(args, D + OUTPUTS) * word(args, H + OUTPUTS) * width
    for plane in range(lo, hi):
        sums, gs = vector(gx + plane * inside * SIZE, T), vector(g + plane * count * SIZE, T)
        for i in range(np.uintp(inside)):
            sums[i] = T(0)
        for item in range(count):
            line = item // width
            d_item = line // word(args, H + OUTPUTS)
            h_item, w_item = line - d_item * word(args, H + OUTPUTS), item - line * width
            d, _, d_until, _ = window(args, D, d_item)
            h, _, h_until, _ = window(args, H, h_item)
            w, _, w_until, _ = window(args, W, w_item)
            part = gs[item] / T(divisor(args, d_until * h_until, w_item))
            for i in range(d, d + d_until):
                for k in range(h, h + h_until):
                    for m in range(w, w + w_until):
                        sums[(i * rows + k) * columns + m] += part


# ------------------------------------------------------------------ launches


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
    return _launch((average_rows, average_windows), dtype, planes, windows,
                   (divisor, int(padded), 0), (1,), divided=division(dtype))  # fmt: skip


@functools.lru_cache(maxsize=4096)
def average_gradients(dtype, planes, windows, padded=False, divisor=0):
    """Launch(g, gx): what reaches each element from the averages of which it is a part."""
    known = {} if windows.adaptive else _known(windows)
    if windows.stride[2] < windows.kernel[2]:  # windows overlap: their loops are to be apart
        known["TAPS"] = 0
    kernel = adaptive_gradient if windows.adaptive else average_gradient
    size = np.dtype(dtype).itemsize
    entry = source.kernel_entry(kernel, dtype, SIZE=size, ADAPTIVE=int(windows.adaptive), **known)
    words = np.array([divisor, int(padded), 0, *windows.words], np.int64)
    grain = max(1, SERIAL_TAPS // (windows.inside + windows.count * windows.taps))
    return Launch(entry, planes, words, grain, (1,), work(planes, windows, dtype))
