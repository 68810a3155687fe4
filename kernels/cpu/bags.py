"""Bags: rows of a matrix by index, reduced bag by bag, and the ways back.

Entry e of all entries is row `index[e]` of the matrix, and of the bag whose `starts` it follows. A
block holds, after the addresses of the operands, how many bags and entries there are, how many rows
and columns the matrix has, and a row that does not count, or -1.
"""

import functools

import numpy as np

from ..language import source
from ..language.memory import prefetch, scratch, vector, word
from ..language.source import T
from ..work.products import Multiplied
from .launch import Launch

GRAIN = 1 << 14  # elements worth a thread's attention
AHEAD = 8  # entries whose rows are asked for before they are read
BLOCK = 16  # columns of an item where all rows may be written
LANES = 16  # partial sums of a product of two rows
SIZE = 8  # bytes of an element
BAGS, ENTRIES, ROWS, COLUMNS, PADDING = range(5)  # the words behind the operands


def end_of(starts, bag, args, words):
    """Behind the last entry of a bag."""
    return starts[bag + 1] if bag + 1 < word(args, words + BAGS) else word(args, words + ENTRIES)


def in_order(args, lo, hi):
    """out = whether starts ascend from 0, and none is behind the last entry

    Operands: starts, out.
    """
    starts, before = vector(word(args, 0), np.int64), 0
    good = starts[0] == 0
    for bag in range(word(args, 2 + BAGS)):
        good &= before <= starts[bag] <= word(args, 2 + ENTRIES)
        before = starts[bag]
    vector(word(args, 1), np.bool_)[0] = good


def counts(args, lo, hi):
    """for bag: out[bag] = its entries that count, at least 1

    Operands: index, starts, out. An item is a bag.
    """
    index, starts = vector(word(args, 0), np.int64), vector(word(args, 1), np.int64)
    outs, padding = vector(word(args, 2), T), word(args, 3 + PADDING)
    for bag in range(lo, hi):
        count = 0
        for e in range(starts[bag], end_of(starts, bag, args, 3)):
            count += 1 if index[e] != padding else 0
        outs[bag] = T(max(count, 1))


def sums(args, lo, hi):
    """for bag, j: out[bag, j] = sum of factor[e] * x[index[e], j] for its entries

    Operands: index, starts, factor, x, out. An item is a bag.
    """
    index, starts = vector(word(args, 0), np.int64), vector(word(args, 1), np.int64)
    factors, columns = vector(word(args, 2), T), word(args, 5 + COLUMNS)
    for bag in range(lo, hi):
        outs = vector(word(args, 4) + bag * columns * SIZE, T)
        for j in range(np.uintp(columns)):
            outs[j] = T(0)
        for e in range(starts[bag], end_of(starts, bag, args, 5)):
            if e + AHEAD < word(args, 5 + ENTRIES):
                soon = word(args, 3) + index[e + AHEAD] * columns * SIZE
                for line in range(0, columns * SIZE, 64):
                    prefetch(soon + line)
            if index[e] != word(args, 5 + PADDING):
                xs, factor = vector(word(args, 3) + index[e] * columns * SIZE, T), factors[e]
                for j in range(np.uintp(columns)):
                    outs[j] += factor * xs[j]


def spread(args, lo, hi):
    """
    out = 0
    for bag, its entries, j: out[index[e], j] += factor[e] * g[bag, j]

    Operands: index, starts, factor, g, out. An item is a block of columns.
    """
    index, starts = vector(word(args, 0), np.int64), vector(word(args, 1), np.int64)
    factors, columns = vector(word(args, 2), T), word(args, 5 + COLUMNS)
    first, count = lo * BLOCK, min(hi * BLOCK, columns) - lo * BLOCK
    for row in range(word(args, 5 + ROWS)):
        outs = vector(word(args, 4) + (row * columns + first) * SIZE, T)
        for j in range(np.uintp(count)):
            outs[j] = T(0)
    for bag in range(word(args, 5 + BAGS)):
        gs = vector(word(args, 3) + (bag * columns + first) * SIZE, T)
        for e in range(starts[bag], end_of(starts, bag, args, 5)):
            if index[e] != word(args, 5 + PADDING):
                at, factor = (index[e] * columns + first) * SIZE, factors[e]
                outs = vector(word(args, 4) + at, T)
                for j in range(np.uintp(count)):
                    outs[j] += factor * gs[j]


def dots(args, lo, hi):
    """for bag, its entries: out[e] = sum of g[bag, j] * x[index[e], j] for j

    Operands: index, starts, g, x, out. An item is a bag.
    """
    index, starts = vector(word(args, 0), np.int64), vector(word(args, 1), np.int64)
    outs, columns = vector(word(args, 4), T), word(args, 5 + COLUMNS)
    room = scratch(LANES)
    lanes = vector(room, T)
    for bag in range(lo, hi):
        gs = vector(word(args, 2) + bag * columns * SIZE, T)
        for e in range(starts[bag], end_of(starts, bag, args, 5)):
            total = T(0)
            if index[e] != word(args, 5 + PADDING):
                xs = vector(word(args, 3) + index[e] * columns * SIZE, T)
                for lane in range(LANES):
                    lanes[lane] = T(0)
                for j in range(0, columns - LANES + 1, LANES):
                    for lane in range(LANES):
                        lanes[lane] += gs[j + lane] * xs[j + lane]
                for lane in range(LANES):
                    total += lanes[lane]
                for j in range(columns // LANES * LANES, columns):
                    total += gs[j] * xs[j]
            outs[e] = total


def largest(args, lo, hi):
    """
    for bag, j: out[bag, j] = the largest x[index[e], j] of its entries, 0 where there are none
        place[bag, j] = the first such index[e], or -1

    Operands: index, starts, x, out, place. An item is a bag.
    """
    index, starts = vector(word(args, 0), np.int64), vector(word(args, 1), np.int64)
    columns = word(args, 5 + COLUMNS)
    for bag in range(lo, hi):
        outs = vector(word(args, 3) + bag * columns * SIZE, T)
        places = vector(word(args, 4) + bag * columns * 8, np.int64)
        for j in range(np.uintp(columns)):
            outs[j], places[j] = T(0), -1
        for e in range(starts[bag], end_of(starts, bag, args, 5)):
            row = index[e]
            if row != word(args, 5 + PADDING):
                xs = vector(word(args, 2) + row * columns * SIZE, T)
                for j in range(np.uintp(columns)):
                    take = (xs[j] > outs[j]) | (places[j] < 0) | (xs[j] != xs[j])
                    outs[j] = xs[j] if take else outs[j]
                    places[j] = row if take else places[j]


@functools.lru_cache(maxsize=1024)
def launch(kernel, dtype, bags, entries, rows, columns, padding, writes):
    """Launch of one of the kernels above, with the operands that it documents."""
    size, elements = np.dtype(dtype).itemsize, entries * columns
    entry = functools.partial(source.kernel_entry, kernel, dtype, SIZE=size)
    items = {spread: -(-columns // BLOCK), in_order: 1}.get(kernel, bags)
    work = Multiplied((bags, entries, columns), (elements + bags * columns) * size, 2 * elements)
    words = np.array([bags, entries, rows, columns, padding], np.int64)
    return Launch(entry, items, words, max(1, GRAIN * items // max(1, elements)), writes, work)
