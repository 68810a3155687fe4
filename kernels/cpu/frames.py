"""Elements of planes in another order along each of three axes, most of a line as they lie.

A block holds the extents of the planes and of the results, in which words the tables of the axes
begin, which say of which element each result is made, and of a line the results that are made of
elements side by side: the first one, the one behind the last, the element of the first.
"""

import functools
import itertools
import math

import numpy as np

from ..language import source
from ..language.memory import vector, word
from ..language.source import T
from ..work.launches import Work
from ..work.runs import elements, side_by_side
from .launch import Launch

GRAIN = 1 << 14  # elements worth a thread's attention
SIZE = 8  # bytes of an element

# The words of a block: after the addresses of two operands, three of each
EXTENTS, OUTPUTS, ELEMENTS, SIDE_BY_SIDE, TABLES = range(2, 17, 3)


def element(args, axis, o):
    """Of which element along an axis result `o` is made."""
    return word(args, word(args, ELEMENTS + axis) + o)


def pick(args, lo, hi):
    """for plane, d, h, w: out[plane, d, h, w] = x[plane, d', h', w'] of the tables

    Operands: x, out. An item is an image (plane, d) of results.
    """
    columns, width = word(args, EXTENTS + 2), word(args, OUTPUTS + 2)
    begin, end = word(args, SIDE_BY_SIDE), word(args, SIDE_BY_SIDE + 1)
    for item in range(lo, hi):
        plane = item // word(args, OUTPUTS)
        d = element(args, 0, item - plane * word(args, OUTPUTS))
        image = (plane * word(args, EXTENTS) + d) * word(args, EXTENTS + 1)
        for h in range(word(args, OUTPUTS + 1)):
            first = word(args, 0) + (image + element(args, 1, h)) * columns * SIZE
            last = word(args, 1) + (item * word(args, OUTPUTS + 1) + h) * width * SIZE
            xs, outs = vector(first, T), vector(last, T)
            for o in range(begin):
                outs[o] = xs[element(args, 2, o)]
            for o in range(end, width):
                outs[o] = xs[element(args, 2, o)]
            xs = vector(first + word(args, SIDE_BY_SIDE + 2) * SIZE, T)
            outs = vector(last + begin * SIZE, T)
            for m in range(np.uintp(end - begin)):
                outs[m] = xs[m]


def put_back(args, lo, hi):
    """
    for plane:
        gx[plane] = 0
        for d, h, w: gx[plane, d', h', w'] += g[plane, d, h, w]

    Operands: g, gx. An item is a plane.
    """
    columns, width = word(args, EXTENTS + 2), word(args, OUTPUTS + 2)
    inside = word(args, EXTENTS) * word(args, EXTENTS + 1) * columns
    begin, end = word(args, SIDE_BY_SIDE), word(args, SIDE_BY_SIDE + 1)
    for plane in range(lo, hi):
        sums = vector(word(args, 1) + plane * inside * SIZE, T)
        for m in range(np.uintp(inside)):
            sums[m] = T(0)
        for d in range(word(args, OUTPUTS)):
            image = (plane * word(args, EXTENTS) + element(args, 0, d)) * word(args, EXTENTS + 1)
            lines = (plane * word(args, OUTPUTS) + d) * word(args, OUTPUTS + 1)
            for h in range(word(args, OUTPUTS + 1)):
                first = word(args, 1) + (image + element(args, 1, h)) * columns * SIZE
                last = word(args, 0) + (lines + h) * width * SIZE
                sums, gs = vector(first, T), vector(last, T)
                for o in range(begin):
                    sums[element(args, 2, o)] += gs[o]
                for o in range(end, width):
                    sums[element(args, 2, o)] += gs[o]
                sums = vector(first + word(args, SIDE_BY_SIDE + 2) * SIZE, T)
                gs = vector(last + begin * SIZE, T)
                for m in range(np.uintp(end - begin)):
                    sums[m] += gs[m]


@functools.lru_cache(maxsize=1024)
def launch(dtype, planes, extents, runs, back=False):
    """Launch(x, out) for the extents and the runs of three axes, or Launch(g, gx)."""
    tables = [elements(axis) for axis in runs]
    outputs = [len(table) for table in tables]
    starts = itertools.accumulate(outputs[:2], initial=TABLES)
    longest = max(runs[2], key=side_by_side)
    begin, start = longest[0], longest[2]
    middle = begin, begin + side_by_side(longest), start
    words = np.array([*extents, *outputs, *starts, *middle, *itertools.chain(*tables)])
    results = math.prod(outputs)
    size = np.dtype(dtype).itemsize
    work = Work((planes, *outputs), planes * (math.prod(extents) + results) * size)
    items = planes if back else planes * outputs[0]
    entry = functools.partial(source.kernel_entry, put_back if back else pick, dtype, SIZE=size)
    return Launch(entry, items, words, max(1, GRAIN * items // (planes * results)), (1,), work)
