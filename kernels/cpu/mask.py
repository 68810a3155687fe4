"""Selection by a mask: count the chosen of each block, then let every block fill its own part.

A mask is contiguous bytes, zero or not.
"""

import functools

import numpy as np

from ..language import source
from ..language.memory import scratch, strided, vector, word
from ..language.source import T
from ..work.indices import BLOCK, moved_as
from .launch import Launch


def count_block(args, lo, hi):
    """for block: out[block] = number of nonzero mask elements in it"""
    mask, out, n = vector(word(args, 0), np.uint8), vector(word(args, 1), np.int64), word(args, 2)
    for block in range(lo, hi):
        total = np.int64(0)
        for i in range(np.uintp(block * BLOCK), np.uintp(min(n, (block + 1) * BLOCK))):
            total += np.int64(mask[i] != 0)
        out[block] = total


def positions_block(args, lo, hi):
    """for block: out[starts[block]:] = positions of the nonzero mask elements in it"""
    mask, starts = vector(word(args, 0), np.uint8), vector(word(args, 1), np.int64)
    out, n = vector(word(args, 2), np.int64), word(args, 3)
    found = vector(scratch(BLOCK + 1), np.int64)  # so that the search needs no branch
    for block in range(lo, hi):
        count = 0
        for i in range(block * BLOCK, min(n, (block + 1) * BLOCK)):
            found[count] = i
            count += mask[i] != 0
        start = starts[block]
        for k in range(np.uintp(count)):
            out[np.uintp(start) + k] = found[k]


def select_block(args, lo, hi):
    """for block: out[starts[block]:] = x where the mask is nonzero"""
    mask, starts = vector(word(args, 0), np.uint8), vector(word(args, 1), np.int64)
    x, out, n = vector(word(args, 2), T), vector(word(args, 3), T), word(args, 4)
    found = vector(scratch(2 * BLOCK + 2), T)
    for block in range(lo, hi):
        count = 0
        for i in range(block * BLOCK, min(n, (block + 1) * BLOCK)):
            found[count] = x[i]
            count += mask[i] != 0
        start = starts[block]
        for k in range(np.uintp(count)):
            out[np.uintp(start) + k] = found[k]


def spread_block(args, lo, hi):
    """for block: x where the mask is nonzero = origin[starts[block]:]"""
    mask, starts = vector(word(args, 0), np.uint8), vector(word(args, 1), np.int64)
    origin, x, n = vector(word(args, 2), T), vector(word(args, 3), T), word(args, 4)
    for block in range(lo, hi):
        taken = starts[block]
        for i in range(block * BLOCK, min(n, (block + 1) * BLOCK)):
            if mask[i] != 0:
                x[i] = origin[taken]
                taken += 1


BY_MASK = {
    "count": count_block,
    "positions": positions_block,
    "select": select_block,
    "spread": spread_block,
}


@functools.lru_cache(maxsize=4096)
def by_mask(kind, dtype, n):
    """Launch over a contiguous mask of `n` elements, in blocks of BLOCK.

    count(mask, counts), then with `starts` the sums of the counts of earlier blocks:
    positions(mask, starts, out), select(mask, starts, x, out), spread(mask, starts, origin, x).
    """
    entry = source.kernel_entry(BY_MASK[kind], moved_as(dtype))
    target = {"count": 1, "positions": 2}.get(kind, 3)
    return Launch(entry, -(-n // BLOCK), np.array([n], np.int64), 4, (), updates=(target,))


def unravel_one(args, lo, hi):
    """for i: out[i, :] = the coordinates of flat position i"""
    flat, out = vector(word(args, 0), np.int64), word(args, 1)
    axes, row, column = word(args, 2), word(args, 3), word(args, 4)
    for i in range(lo, hi):
        rest = flat[i]
        line = strided(out + i * row, column, np.int64)
        for axis in range(axes - 1, 0, -1):
            extent = word(args, 5 + axis)
            quotient = rest // extent
            line[axis] = rest - quotient * extent
            rest = quotient
        line[0] = rest


@functools.lru_cache(maxsize=4096)
def unravel(n, shape, row, column):
    """Launch(flat, out): coordinates in `shape`, of int64; `row`, `column` are strides of out."""
    words = np.array([len(shape), row, column, *shape], np.int64)
    return Launch(source.kernel_entry(unravel_one, "int64"), n, words, BLOCK, (1,))
