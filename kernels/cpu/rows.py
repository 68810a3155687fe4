"""What row kernels share: folds of one row, and the words of their geometry.

Items are rows of `n` elements, side by side. Rows are folded in `width` lanes, 1 for short rows, so
that loops vectorise and the bits do not depend on the range of a call. Short rows go through exp in
batches: an exp over 4096 elements at once is 5 times faster than one over 10.
"""

import functools

import numpy as np

from .. import source
from ..scalars import exp
from ..source import T
from .launch import Launch, Work

CHUNK = 4096  # elements in a batch; the words of its scratch memory
ROWS = 512  # in a batch
WIDTH = 1  # lanes in which a row is folded: a constant of each kernel, see `lanes_for`
GRAIN = 1 << 14  # elements worth a thread's attention


def fold_sum(lanes, width):
    """The sum of lanes, by halves."""
    half = width // 2
    while half > 0:
        for j in range(np.uintp(half)):
            lanes[j] += lanes[j + np.uintp(half)]
        half //= 2
    return lanes[0]


def row_sum(x, start, n, lanes, width):
    """sum(x[start : start + n])"""
    for j in range(np.uintp(width)):
        lanes[j] = T(0)
    i, w = start, np.uintp(width)
    w2, w3, w4 = w + w, w + w + w, w + w + w + w
    stop = start + np.uintp(n // width * width)
    while i + w4 <= stop:
        for j in range(w):
            lanes[j] = lanes[j] + x[i + j] + x[i + w + j] + x[i + w2 + j] + x[i + w3 + j]
        i += w4
    while i < stop:
        for j in range(w):
            lanes[j] += x[i + j]
        i += w
    for j in range(np.uintp(n % width)):
        lanes[j] += x[stop + j]
    return fold_sum(lanes, width)


def larger(x, y):
    """max(x, y), NaN if one is"""
    return y if (y > x) | (y != y) else x


def row_max(x, start, n, lanes, width):
    """max(x[start : start + n]), NaN if there is one"""
    w = np.uintp(width)
    w2, w3, w4 = w + w, w + w + w, w + w + w + w
    i, stop = start, start + np.uintp(n // width * width)
    for j in range(w):
        lanes[j] = x[start]
    while i + w4 <= stop:
        for j in range(w):
            a = larger(lanes[j], x[i + j])
            a = larger(a, x[i + w + j])
            a = larger(a, x[i + w2 + j])
            lanes[j] = larger(a, x[i + w3 + j])
        i += w4
    while i < stop:
        for j in range(w):
            lanes[j] = larger(lanes[j], x[i + j])
        i += w
    for j in range(np.uintp(n % width)):
        lanes[j] = larger(lanes[j], x[stop + j])
    half = width // 2
    while half > 0:
        for j in range(np.uintp(half)):
            lanes[j] = larger(lanes[j], lanes[j + np.uintp(half)])
        half //= 2
    return lanes[0]


def row_dot(x, y, start, n, left, right, lanes, width):
    """sum((x - left) * (y - right)) over a row"""
    w = np.uintp(width)
    w2 = w + w
    i, stop = start, start + np.uintp(n // width * width)
    for j in range(w):
        lanes[j] = T(0)
    while i + w2 <= stop:
        for j in range(w):
            a = lanes[j] + (x[i + j] - left) * (y[i + j] - right)
            lanes[j] = a + (x[i + w + j] - left) * (y[i + w + j] - right)
        i += w2
    while i < stop:
        for j in range(w):
            lanes[j] += (x[i + j] - left) * (y[i + j] - right)
        i += w
    for j in range(np.uintp(n % width)):
        lanes[j] += (x[stop + j] - left) * (y[stop + j] - right)
    return fold_sum(lanes, width)


def short_sum(x, start, n, lanes, width):
    """row_sum of one lane"""
    total = T(0)
    for j in range(np.uintp(n)):
        total += x[start + j]
    return total


def short_max(x, start, n, lanes, width):
    """row_max of one lane"""
    largest = x[start]
    for j in range(np.uintp(n)):
        largest = larger(largest, x[start + j])
    return largest


def short_dot(x, y, start, n, left, right, lanes, width):
    """row_dot of one lane"""
    total = T(0)
    for j in range(np.uintp(n)):
        total += (x[start + j] - left) * (y[start + j] - right)
    return total


def _exp_totals(row_max, row_sum):
    def exp_totals(x, first, rows, n, maxima, totals, buffer, lanes, width):
        """The maximum of each of some rows, and sum(exp(x - maximum))."""
        for r in range(rows):
            maxima[r] = row_max(x, np.uintp((first + r) * n), n, lanes, width)
            totals[r] = T(0)
        for base in range(0, n, CHUNK):
            size = min(CHUNK, n - base)
            for r in range(rows):
                start, to, largest = np.uintp((first + r) * n + base), np.uintp(r * size), maxima[r]
                for j in range(np.uintp(size)):
                    buffer[to + j] = x[start + j] - largest
            for i in range(np.uintp(rows * size)):
                buffer[i] = exp(buffer[i])
            for r in range(rows):
                totals[r] += row_sum(buffer, np.uintp(r * size), size, lanes, width)

    return exp_totals


exp_totals = _exp_totals(row_max, row_sum)
# what folds rows of one lane: the loops over lanes would only take time to compile
SHORT = {
    "row_sum": short_sum,
    "row_max": short_max,
    "row_dot": short_dot,
    "exp_totals": _exp_totals(short_max, short_sum),
}


def lanes_for(n):
    """The lanes for rows of n elements."""
    return 1 if n <= 32 else 16 if n < 256 else 64


def batch_for(n):
    """Rows whose exp is taken at once."""
    return max(1, min(ROWS, CHUNK // max(1, n)))


def float_word(number):
    return int(np.float64(number).view(np.int64))


def row_launch(kernel, dtype, items, size, *words, writes=None, arrays=1, **statics):
    """The Launch of a kernel over items of `size` elements, which writes those operands.

    `arrays` tells how many of this size it reads and writes.
    """
    if statics.get("WIDTH") == 1:
        used = kernel.__code__.co_names
        statics |= {name: fold for name, fold in SHORT.items() if name in used}
    geometry = np.array(words, np.int64)
    grain = max(1, GRAIN // max(1, size))
    entry = functools.partial(source.kernel_entry, kernel, dtype, **statics)
    work = Work((items, size), arrays * items * size * np.dtype(dtype).itemsize)
    return Launch(entry, items, geometry, grain, writes, work)
