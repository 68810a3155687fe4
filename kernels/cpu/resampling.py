"""Images of other extents: each result is a few elements along each of three axes, with weights.

Of planes (planes, d, h, w), lines are mixed first, side by side, then the elements of the mixture.
A block holds the extents of the planes and of the results, how many elements there are to a result
along each axis, and in which words the tables of an axis begin: the numbers of those elements,
(taps, results), and their weights.
"""

import functools
import math

import numpy as np

from ..language import source
from ..language.memory import scratch, vector, word
from ..language.source import T
from ..work.products import Multiplied
from ..work.resampling import LINE
from .launch import Launch

GRAIN = 1 << 14  # elements worth a thread's attention
SIZE = 8  # bytes of an element

# The words of a block: after the addresses of two operands, three of each
EXTENTS, OUTPUTS, TAPS, NUMBERS, WEIGHTS, TABLES = range(2, 20, 3)


def number(args, axis, tap, o):
    """Which element along an axis is one of result `o`."""
    return word(args, word(args, NUMBERS + axis) + tap * word(args, OUTPUTS + axis) + o)


def weight(args, axis, tap, o):
    """What it counts there."""
    weights = vector(args + 8 * word(args, WEIGHTS + axis), T)
    return weights[tap * word(args, OUTPUTS + axis) + o]


def resample(args, lo, hi):
    """for plane, d, h, w: out[plane, d, h, w] = sum of weights * x[plane, ...] over all taps

    Operands: x, out. An item is a line of results.
    """
    columns, width = word(args, EXTENTS + 2), word(args, OUTPUTS + 2)
    mixture = scratch(LINE)
    line = vector(mixture, T)
    for item in range(lo, hi):
        outer = item // word(args, OUTPUTS + 1)
        plane = outer // word(args, OUTPUTS)
        d, h = outer - plane * word(args, OUTPUTS), item - outer * word(args, OUTPUTS + 1)
        for m in range(np.uintp(columns)):
            line[m] = T(0)
        for i in range(word(args, TAPS)):
            image = plane * word(args, EXTENTS) + number(args, 0, i, d)
            for k in range(word(args, TAPS + 1)):
                share = weight(args, 0, i, d) * weight(args, 1, k, h)
                row = image * word(args, EXTENTS + 1) + number(args, 1, k, h)
                xs = vector(word(args, 0) + row * columns * SIZE, T)
                for m in range(np.uintp(columns)):
                    line[m] += share * xs[m]
        outs = vector(word(args, 1) + item * width * SIZE, T)
        for o in range(np.uintp(width)):
            outs[o] = T(0)
        for tap in range(word(args, TAPS + 2)):
            numbers = vector(args + 8 * (word(args, NUMBERS + 2) + tap * width), np.int64)
            weights = vector(args + 8 * word(args, WEIGHTS + 2) + tap * width * SIZE, T)
            for o in range(np.uintp(width)):
                outs[o] += weights[o] * line[np.uintp(numbers[o])]


def resample_back(args, lo, hi):
    """
    for plane:
        gx[plane] = 0
        for d, h, w: gx[plane, ...] += weights * g[plane, d, h, w], at all taps

    Operands: g, gx. An item is a plane.
    """
    columns, width = word(args, EXTENTS + 2), word(args, OUTPUTS + 2)
    inside = word(args, EXTENTS) * word(args, EXTENTS + 1) * columns
    results = word(args, OUTPUTS) * word(args, OUTPUTS + 1)
    mixture = scratch(LINE)
    line = vector(mixture, T)
    for plane in range(lo, hi):
        sums = vector(word(args, 1) + plane * inside * SIZE, T)
        for m in range(np.uintp(inside)):
            sums[m] = T(0)
        for item in range(results):
            d = item // word(args, OUTPUTS + 1)
            h = item - d * word(args, OUTPUTS + 1)
            gs = vector(word(args, 0) + (plane * results + item) * width * SIZE, T)
            for m in range(np.uintp(columns)):
                line[m] = T(0)
            for tap in range(word(args, TAPS + 2)):
                numbers = vector(args + 8 * (word(args, NUMBERS + 2) + tap * width), np.int64)
                weights = vector(args + 8 * word(args, WEIGHTS + 2) + tap * width * SIZE, T)
                for o in range(np.uintp(width)):
                    line[np.uintp(numbers[o])] += weights[o] * gs[o]
            for i in range(word(args, TAPS)):
                image = plane * word(args, EXTENTS) + number(args, 0, i, d)
                for k in range(word(args, TAPS + 1)):
                    share = weight(args, 0, i, d) * weight(args, 1, k, h)
                    row = image * word(args, EXTENTS + 1) + number(args, 1, k, h)
                    parts = vector(word(args, 1) + row * columns * SIZE, T)
                    for m in range(np.uintp(columns)):
                        parts[m] += share * line[m]


@functools.lru_cache(maxsize=1024)
def launch(dtype, planes, axes, back=False):
    """Launch(x, out) for three Axes, or Launch(g, gx) of the gradient."""
    size = np.dtype(dtype).itemsize
    extents, outputs = [axis.extent for axis in axes], [axis.count for axis in axes]
    found = [axis.taps(dtype) for axis in axes]
    numbers = [np.ascontiguousarray(n.T, np.int64).ravel() for n, _ in found]
    weights = [_as_words(w.T.astype(dtype)) for _, w in found]
    tables, starts = [*numbers, *weights], [TABLES]
    for table in tables:
        starts.append(starts[-1] + table.size)
    taps = [n.shape[1] for n, _ in found]
    words = np.concatenate([[*extents, *outputs, *taps, *starts[:-1]], *tables])
    lines, inside = math.prod(outputs[:2]), math.prod(extents)
    each = outputs[2] * taps[2] + extents[2] * taps[0] * taps[1]
    items = planes if back else planes * lines
    grain = max(1, GRAIN // max(1, each * lines if back else each))
    nbytes = planes * (inside + math.prod(outputs)) * size
    work = Multiplied((planes, *outputs), nbytes, 2 * planes * lines * each)
    entry = functools.partial(
        source.kernel_entry, resample_back if back else resample, dtype, SIZE=size
    )
    return Launch(entry, items, words, grain, (1,), work)


def _as_words(array):
    """The bytes of an array as 64-bit words."""
    data = np.zeros(-(-array.nbytes // 8), np.int64)
    data.view(array.dtype)[: array.size] = array.ravel()
    return data
