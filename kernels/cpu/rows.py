"""What row kernels share: folds of one row, and the words of their geometry.

Items are rows of `n` elements, side by side. A row is folded in lanes, so that the bits do not
depend on the range of a call. Short rows go through exp in batches: an exp over 4096 elements at
once is 5 times faster than one over 10.
"""

import functools

import numpy as np

from ..language import source
from ..language.memory import primitive
from ..language.source import T
from ..scalars import exp
from ..work.rows import RowWork
from .launch import Launch

CHUNK = 4096  # elements in a batch; the words of its scratch memory
ROWS = 512  # in a batch
GRAIN = 1 << 14  # elements worth a thread's attention


@primitive
def row_sum(x, start, n):
    """sum(x[start : start + n])"""
    return x[int(start) : int(start) + n].sum()


@primitive
def row_max(x, start, n):
    """max(x[start : start + n]); any number, if there is a NaN"""
    return x[int(start) : int(start) + n].max()


@primitive
def row_dot(x, y, start, n, left, right):
    """sum((x - left) * (y - right)) from `start` on"""
    row = slice(int(start), int(start) + n)
    return ((x[row] - left) * (y[row] - right)).sum()


@primitive
def row_moments(x, start, n, centre):
    """sum(x - centre) and sum((x - centre) ** 2) from `start` on"""
    distance = x[int(start) : int(start) + n] - centre
    return distance.sum(), (distance * distance).sum()


def exp_totals(x, first, rows, n, maxima, totals, buffer):
    """The maximum of each of some rows, and sum(exp(x - maximum))."""
    for r in range(rows):
        maxima[r] = row_max(x, np.uintp((first + r) * n), n)
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
            totals[r] += row_sum(buffer, np.uintp(r * size), size)


def batch_for(n):
    """Rows whose exp is taken at once."""
    return max(1, min(ROWS, CHUNK // max(1, n)))


def row_launch(kernel, dtype, items, size, *words, writes=None, arrays=1, strides=(), **statics):
    """The Launch of a kernel over items of `size` elements, which writes those operands.

    `arrays` tells how many of this size it reads and writes; for `strides` see `RowWork`.
    """
    geometry = np.array(words, np.int64)
    grain = max(1, GRAIN // max(1, size))
    entry = functools.partial(source.kernel_entry, kernel, dtype, **statics)
    nbytes = arrays * items * size * np.dtype(dtype).itemsize
    work = RowWork((items, size), nbytes, None, strides)
    return Launch(entry, items, geometry, grain, writes, work)
