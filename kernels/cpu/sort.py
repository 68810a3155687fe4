"""Order: keys that compare as integers, the largest k, search in sorted rows, counts.

Whole sorts are NumPy's: its vectorised quicksort of 64-bit integers (AVX-512 or AVX2) takes about
10 ns an element of a million, which a loop in Numba does not reach. What makes it stable and gives
the permutation too is the key: 32 bits that order like the value, above 32 bits of position. Types
of 64 bits are sorted by their lower half first, then, keeping that order, by their upper half.
"""

import functools

import numpy as np

from ..language import source
from ..language.memory import vector, word
from ..language.source import T
from ..work.keys import BITS32, ONES32, ONES64, insertion, key_float32, key_of
from . import native
from .launch import Launch

SERIAL_ELEMENTS = 1 << 14


key = key_float32
FLIP = np.uint64(0)


def pack_keys(args, lo, hi):
    """for row, i: out[row, i] = key(x[row, i]) << 32 | i"""
    x, out, n = vector(word(args, 0), T), vector(word(args, 1), np.uint64), word(args, 2)
    first = lo // n
    for row in range(first, (hi - 1) // n + 1 if hi > lo else first):
        start = row * n
        for i in range(np.uintp(max(lo, start)), np.uintp(min(hi, start + n))):
            out[i] = ((key(x[i]) ^ FLIP) << BITS32) | (np.uint64(i) - np.uint64(start))


def unpack_keys(args, lo, hi):
    """for row, i: index[row, i] = low half of packed[row, i]; out[row, i] = x[row, that]"""
    packed, x = vector(word(args, 0), np.uint64), vector(word(args, 1), T)
    out, index, n = vector(word(args, 2), T), vector(word(args, 3), np.int64), word(args, 4)
    first = lo // n
    for row in range(first, (hi - 1) // n + 1 if hi > lo else first):
        start = row * n
        for i in range(np.uintp(max(lo, start)), np.uintp(min(hi, start + n))):
            place = np.int64(packed[i] & ONES32)
            index[i] = place
            out[i] = x[start + place]


def pack_upper(args, lo, hi):
    """for row, i: out[row, i] = upper half of key(x[row, low half of packed[row, i]]), then i"""
    x, packed = vector(word(args, 0), T), vector(word(args, 1), np.uint64)
    out, n = vector(word(args, 2), np.uint64), word(args, 3)
    first = lo // n
    for row in range(first, (hi - 1) // n + 1 if hi > lo else first):
        start = row * n
        for i in range(np.uintp(max(lo, start)), np.uintp(min(hi, start + n))):
            own = key(x[start + np.int64(packed[i] & ONES32)]) ^ FLIP
            out[i] = (own & ~ONES32) | (np.uint64(i) - np.uint64(start))


def follow(args, lo, hi):
    """for row, i: out[row, i] = packed[row, low half of later[row, i]]"""
    later, packed = vector(word(args, 0), np.uint64), vector(word(args, 1), np.uint64)
    out, n = vector(word(args, 2), np.uint64), word(args, 3)
    first = lo // n
    for row in range(first, (hi - 1) // n + 1 if hi > lo else first):
        start = row * n
        for i in range(np.uintp(max(lo, start)), np.uintp(min(hi, start + n))):
            out[i] = packed[start + np.int64(later[i] & ONES32)]


def largest_k(args, lo, hi):
    """for row: out, index[row] = the first k of the row, by falling key, earlier ones first"""
    x, out, index = word(args, 0), word(args, 1), word(args, 2)
    n, k = word(args, 3), word(args, 4)
    for row in range(lo, hi):
        xs = vector(x + row * n * SIZE, T)
        outs, places = vector(out + row * k * SIZE, T), vector(index + row * k * 8, np.int64)
        held, least = 0, np.uint64(0)
        for i in range(n):
            own = key(xs[i]) ^ FLIP
            if held == k and own <= least:
                continue
            at = held if held < k else k - 1
            while at > 0 and key(outs[at - 1]) ^ FLIP < own:
                outs[at] = outs[at - 1]
                places[at] = places[at - 1]
                at -= 1
            outs[at] = xs[i]
            places[at] = i
            held = min(held + 1, k)
            least = key(outs[held - 1]) ^ FLIP


SIZE = 4


def search(args, lo, hi):
    """for i: out[i] = first place in its row whose element is >= value[i] (> value[i] if RIGHT)

    Whatever compares false is passed, so that NaN is found at the end.
    """
    rows, values, out = word(args, 0), vector(word(args, 1), T), vector(word(args, 2), np.int64)
    n, each = word(args, 3), word(args, 4)
    for i in range(lo, hi):
        row = vector(rows + (i // each * n * SIZE if each > 0 else 0), T)
        out[i] = insertion(row, n, values[i])


def count_values(args, lo, hi):
    """for i: out[x[i]] += 1, with `out` zero at first"""
    x, out, n = vector(word(args, 0), np.int64), vector(word(args, 1), np.int64), word(args, 2)
    for i in range(np.uintp(n)):
        out[x[i]] += 1


def count_bins(args, lo, hi):
    """for i: out[bin of x[i]] += 1 if low <= x[i] <= high; the last bin holds `high` too"""
    x, out, limits = vector(word(args, 0), T), vector(word(args, 1), T), word(args, 2)
    n, bins = word(args, 3), word(args, 4)
    low, high = vector(limits, T)[0], vector(limits, T)[1]
    for i in range(np.uintp(n)):
        x_i = x[i]
        if low <= x_i <= high:
            place = np.int64((x_i - low) / (high - low) * T(bins))
            out[min(place, bins - 1)] += T(1)


def _rowwise(kernel, dtype, items, words, grain=SERIAL_ELEMENTS, writes=None, updates=(),
             **statics):  # fmt: skip
    entry = source.kernel_entry(kernel, dtype, **statics)
    return Launch(entry, items, np.array(words, np.int64), grain, writes, updates=updates)


PACKING = {"lower": pack_keys, "upper": pack_upper, "follow": follow, "unpack": unpack_keys}


@functools.lru_cache(maxsize=4096)
def packing(part, dtype, rows, n, descending=False):
    """The steps of `sort` over contiguous rows, as Launches.

    lower(x, packed), upper(x, packed, later), follow(later, packed, out), and at last
    unpack(packed, x, out, index): sorted values and their positions.
    """
    statics = {}
    if part in ("lower", "upper"):
        flip = ONES64 if np.dtype(dtype).itemsize == 8 else ONES32
        statics = {"key": key_of(dtype), "FLIP": flip if descending else np.uint64(0)}
    return _rowwise(PACKING[part], dtype, rows * n, [n], **statics)


@functools.lru_cache(maxsize=4096)
def topk(dtype, rows, n, k, largest):
    """Launch(x, out, index): the k largest (smallest) of each contiguous row, in order."""
    wide = np.dtype(dtype).itemsize == 8
    flip = np.uint64(0) if largest else ONES64 if wide else ONES32
    grain = max(1, SERIAL_ELEMENTS // max(n, 1))
    statics = {"key": key_of(dtype), "FLIP": flip, "SIZE": np.dtype(dtype).itemsize}
    return _rowwise(largest_k, dtype, rows, [n, k], grain, (1, 2), **statics)


@functools.lru_cache(maxsize=4096)
def searchsorted(dtype, n, each, count, right):
    """Launch(rows, values, out): `each` values search each row of n; each 0: all in one row."""
    statics = {"SIZE": np.dtype(dtype).itemsize, "RIGHT": int(right)}
    return _rowwise(search, dtype, count, [n, each], 1 << 11, (2,), **statics)


@functools.lru_cache(maxsize=4096)
def bincount(n):
    """Launch(x, out): how often each number occurs in n of int64; by one thread."""
    return _rowwise(count_values, "int64", 1, [n], 0)


@functools.lru_cache(maxsize=4096)
def histogram(dtype, n, bins):
    """Launch(x, out, limits): how many of n lie in each of equal bins; by one thread."""
    return _rowwise(count_bins, dtype, 1, [n, bins], 0, (), (1,))


def sort(x, descending):
    """Values and positions of contiguous rows, stable; arrays in, arrays out."""
    rows, n = x.shape
    out, index, packed = np.empty_like(x), np.empty(x.shape, np.int64), np.empty(x.shape, np.uint64)
    if n >= 1 << 32:
        raise NotImplementedError(f"sort: expected rows below 2**32 elements; got {n}")
    if x.size == 0:
        return out, index
    name = "uint8" if x.dtype == bool else x.dtype.name

    def run(part, *arrays):
        packing(part, name, rows, n, descending)(*map(native.address_of, arrays))

    run("lower", x, packed)
    packed.sort(axis=-1)
    if x.dtype.itemsize == 8:
        later, lower = np.empty_like(packed), packed
        run("upper", x, lower, later)
        later.sort(axis=-1)
        packed = np.empty_like(lower)
        run("follow", later, lower, packed)
    run("unpack", packed, x, out, index)
    return out, index
