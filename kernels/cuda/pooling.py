"""The largest, and the average, of each window that slides over planes, on a card; and gradients.

A thread takes one result, or one element of a gradient, and goes through its window, or through the
windows that hold it, in row-major order: the order, and the bits, are those of the CPU.

Words: three operands, or two and whether padding counts (which divisor, if not how many); the count
of items; one more; then six words of each axis, see `work.pools`.
"""

import functools

import numpy as np

from ..language.memory import vector, word
from ..language.source import T
from ..work.pools import (
    ADAPTIVE,
    DILATION,
    EXTENT,
    KERNEL,
    OUTPUTS,
    PADDING,
    STRIDE,
    D,
    H,
    W,
    covers_until,
    division,
    first_cover,
    largest,
    share,
    window,
    work,
)
from ..work.reducers import divide, lowest
from .launch import BLOCKS, kernel_launch, strides_over
from .launch import THREADS as DEFAULT
from .offsets import first_item, item_step

PLACES = 0  # whether the place of the largest is asked for
PADDED = 0  # whether padding counts
divided = divide


def covers(args, axis, i):
    """The windows along an axis that can hold element i: from, until."""
    outputs = word(args, axis + OUTPUTS)
    if ADAPTIVE:
        extent = word(args, axis + EXTENT)
        return i * outputs // extent, ((i + 1) * outputs + extent - 1) // extent
    kernel, stride = word(args, axis + KERNEL), word(args, axis + STRIDE)
    padding, step = word(args, axis + PADDING), word(args, axis + DILATION)
    return first_cover(i, kernel, stride, padding, step), covers_until(i, outputs, stride, padding)


def coordinates(item, d, h, w):
    """Plane and place in it of an item, in row-major order over planes of d, h, w."""
    line = item // w
    layer = line // h
    plane = layer // d
    return plane, layer - plane * d, line - layer * h, item - line * w


def max_windows(args):
    """
    for plane, d, h, w:
        out[plane, d, h, w] = the largest of x[plane] in the window
        place[plane, d, h, w] = where it stands in the plane, the first of several
    """
    xs, outs, answers = (
        vector(word(args, 0), T), vector(word(args, 1), T), vector(word(args, 2), np.int64)
    )  # fmt: skip
    inside = word(args, D + EXTENT) * word(args, H + EXTENT) * word(args, W + EXTENT)
    item = first_item()
    while item < word(args, 3):
        plane, o, p, q = coordinates(
            item, word(args, D + OUTPUTS), word(args, H + OUTPUTS), word(args, W + OUTPUTS)
        )
        best, found = largest(args, xs, plane * inside, o, p, q)
        outs[item] = best
        if PLACES:
            answers[item] = found
        item += item_step()


def max_gradient(args):
    """for plane, i: gx[plane, i] = sum of g[plane, o] over the windows with place[plane, o] == i"""
    gs, places, sums = (
        vector(word(args, 0), T), vector(word(args, 1), np.int64), vector(word(args, 2), T)
    )  # fmt: skip
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    lines, width = word(args, H + OUTPUTS), word(args, W + OUTPUTS)
    item = first_item()
    while item < word(args, 3):
        plane, d, h, w = coordinates(item, word(args, D + EXTENT), rows, columns)
        own = (d * rows + h) * columns + w
        d_from, d_until = covers(args, D, d)
        h_from, h_until = covers(args, H, h)
        w_from, w_until = covers(args, W, w)
        total = T(0)
        for o in range(d_from, d_until):
            for p in range(h_from, h_until):
                line = ((plane * word(args, D + OUTPUTS) + o) * lines + p) * width
                for q in range(w_from, w_until):
                    if places[line + q] == own:
                        total += gs[line + q]
        sums[item] = total
        item += item_step()


def average_windows(args):
    """for plane, d, h, w: out[plane, d, h, w] = the average of x[plane] in the window"""
    xs, outs = vector(word(args, 0), T), vector(word(args, 1), T)
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    item = first_item()
    while item < word(args, 3):
        plane, o, p, q = coordinates(
            item, word(args, D + OUTPUTS), word(args, H + OUTPUTS), word(args, W + OUTPUTS)
        )
        d, d_from, d_until, _ = window(args, D, o)
        h, h_from, h_until, _ = window(args, H, p)
        w, w_from, w_until, _ = window(args, W, q)
        first = plane * word(args, D + EXTENT) * rows * columns
        total = T(0)
        for i in range(d_from, d_until):
            for k in range(h_from, h_until):
                row = first + ((d + i) * rows + h + k) * columns + w
                for m in range(w_from, w_until):
                    total += xs[row + m]
        count = word(args, 2)
        if count == 0:
            count = share(args, D, o, PADDED) * share(args, H, p, PADDED)
            count = count * share(args, W, q, PADDED)
        outs[item] = divided(total, T(count))
        item += item_step()


def average_gradient(args):
    """for plane, i: gx[plane, i] = sum of g[plane, o] / divisor over the windows that hold i"""
    gs, sums = vector(word(args, 0), T), vector(word(args, 1), T)
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    lines, width = word(args, H + OUTPUTS), word(args, W + OUTPUTS)
    item = first_item()
    while item < word(args, 3):
        plane, d, h, w = coordinates(item, word(args, D + EXTENT), rows, columns)
        d_from, d_until = covers(args, D, d)
        h_from, h_until = covers(args, H, h)
        w_from, w_until = covers(args, W, w)
        total = T(0)
        for o in range(d_from, d_until):
            for p in range(h_from, h_until):
                line = ((plane * word(args, D + OUTPUTS) + o) * lines + p) * width
                across = share(args, D, o, PADDED) * share(args, H, p, PADDED)
                for q in range(w_from, w_until):
                    count = word(args, 2)
                    if count == 0:
                        count = across * share(args, W, q, PADDED)
                    total += gs[line + q] / T(count)
        sums[item] = total
        item += item_step()


# ------------------------------------------------------------------ launches


def _launch(kernel, dtype, count, front, writes, done, windows, threads, blocks, **statics):
    """The Launch of a kernel over so many items."""
    words = [*front, count, 0, *windows.words]
    grid = strides_over(count, threads, blocks)
    return kernel_launch(kernel, dtype, count, grid, threads, words, writes, done,
                         ADAPTIVE=int(windows.adaptive), **statics)  # fmt: skip


@functools.lru_cache(maxsize=4096)
def maximum(dtype, planes, windows, places=False, threads=DEFAULT, blocks=BLOCKS):
    """Launch(x, out, place): the largest of each window, and where it stands if `places`."""
    return _launch(
        max_windows, dtype, planes * windows.count, (), (1, 2) if places else (1,),
        work(planes, windows, dtype, 8 * places), windows, threads, blocks,
        LOWEST=lowest(dtype), PLACES=int(places),
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def maximum_gradient(dtype, planes, windows, threads=DEFAULT, blocks=BLOCKS):
    """Launch(g, place, gx): what reaches each element from the windows whose largest it is."""
    return _launch(
        max_gradient, dtype, planes * windows.inside, (), (2,), work(planes, windows, dtype, 8),
        windows, threads, blocks,
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def average(dtype, planes, windows, padded=False, divisor=0, threads=DEFAULT, blocks=BLOCKS):
    """Launch(x, out): the average of each window; padding counts if `padded`.

    A `divisor` takes the place of the number of elements.
    """
    return _launch(
        average_windows, dtype, planes * windows.count, (divisor,), (1,),
        work(planes, windows, dtype), windows, threads, blocks,
        PADDED=int(padded), divided=division(dtype),
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def average_gradients(dtype, planes, windows, padded=False, divisor=0, threads=DEFAULT,
                      blocks=BLOCKS):  # fmt: skip
    """Launch(g, gx): what reaches each element from the averages of which it is a part."""
    return _launch(
        average_gradient, dtype, planes * windows.inside, (divisor,), (1,),
        work(planes, windows, dtype), windows, threads, blocks, PADDED=int(padded),
    )  # fmt: skip
