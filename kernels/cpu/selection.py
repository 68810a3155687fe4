"""The element at some place of the order of a row, which is not put in order for it."""

import functools

import numpy as np

from ..language import source
from ..language.memory import scratch, vector, word
from ..language.source import T
from ..work.keys import SELECTED, key_float32, key_of, kth
from .launch import Launch

GRAIN = 1 << 13  # elements worth a thread's attention
SIZE = 4  # bytes of an element
BITS = 32  # of a key
DIGIT = np.uint64(255)
TABLES = 4  # of counts, in turns: two elements in a row do not wait for one another
LONG = 1 << 12  # elements of a row that is worth it
FEW = 2048  # keys that are put aside

key = key_float32
place = kth


def choose(args, lo, hi):
    """
    for row in range(lo, hi):
        index[row] = where the element stands that has the wanted place when x[row] is in order
        out[row] = x[row, index[row]]

    Keys are told apart by one digit of eight bits after the other: how many of those with the
    leading digits found so far have each next one. When few are left they are put aside. Equal
    elements are in order as they stand. Block: x, out, index, n, k.
    """
    x, out, index = word(args, 0), vector(word(args, 1), T), vector(word(args, 2), np.int64)
    n, k = word(args, 3), word(args, 4)
    counts = vector(scratch(256 * TABLES), np.int64)
    few, places = vector(scratch(FEW), np.uint64), vector(scratch(FEW), np.int64)
    tables = TABLES if n > LONG else 1
    for row in range(lo, hi):
        xs = vector(x + row * n * SIZE, T)
        numbers, different = 0, np.uint64(0)
        for i in range(np.uintp(n)):
            numbers += np.int64(xs[i] == xs[i])
            different |= key(xs[i]) ^ key(xs[0])
        rank, left, aside, shift = place(numbers, n, k), n, 0, np.uint64(BITS)
        while shift > 8 and different >> (shift - np.uint64(8)) == 0:
            shift -= np.uint64(8)  # all keys have the same digit there
        known = np.uint64(0) if shift == 64 else np.uint64(0) - (np.uint64(1) << shift)
        leading = key(xs[0]) & known
        while left > 1 and shift > 0:
            shift -= np.uint64(8)
            for digit in range(256 * tables):
                counts[digit] = 0
            if aside:
                for i in range(aside):
                    alike = (few[i] ^ leading) & known == 0
                    counts[np.uintp((few[i] >> shift) & DIGIT)] += np.int64(alike)
            else:
                for i in range(np.uintp(n)):
                    own = key(xs[i])
                    alike = (own ^ leading) & known == 0
                    digit = np.uintp((own >> shift) & DIGIT)
                    counts[digit + 256 * (i & np.uintp(tables - 1))] += np.int64(alike)
                for digit in range(256, 256 * tables):
                    counts[digit % 256] += counts[digit]
            digit = 0
            while rank >= counts[digit]:
                rank -= counts[digit]
                digit += 1
            left = counts[digit]
            leading |= np.uint64(digit) << shift
            known |= DIGIT << shift
            if left <= FEW and n > LONG and not aside:
                for i in range(n):
                    if (key(xs[i]) ^ leading) & known == 0:
                        few[aside], places[aside] = key(xs[i]), i
                        aside += 1
        at = 0
        if aside:
            while (few[at] ^ leading) & known != 0 or rank > 0:
                rank -= np.int64((few[at] ^ leading) & known == 0)
                at += 1
            at = places[at]
        else:
            while (key(xs[at]) ^ leading) & known != 0 or rank > 0:
                rank -= np.int64((key(xs[at]) ^ leading) & known == 0)
                at += 1
        index[row], out[row] = at, xs[at]


@functools.lru_cache(maxsize=4096)
def launch(rule, dtype, rows, n, k=0):
    """Launch(x, out, index) for contiguous rows; `k` counts from 0."""
    size = np.dtype(dtype).itemsize
    statics = {"key": key_of(dtype), "place": SELECTED[rule], "SIZE": size}
    entry = source.kernel_entry(choose, dtype, BITS=64 if size == 8 else 32, **statics)
    return Launch(entry, rows, np.array([n, k], np.int64), max(1, GRAIN // n), (1, 2))
