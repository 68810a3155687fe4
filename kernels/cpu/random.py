"""Random numbers in memory, from the draws of `work/draws.py`.

Operands: `state`, the address of 64-bit words seed, offset, and up to two parameters; then arrays,
all contiguous. A call uses counters offset .. offset + counters(...) - 1.
"""

import functools

import numpy as np

from ..language import source
from ..language.memory import scratch, value, vector, wide, word
from ..language.source import T
from ..work.draws import (
    FOUR_VALUES,
    GROUP,
    TWO_VALUES,
    WORDS32,
    bernoulli,
    counters,
    integers,
    philox,
    uniform32,
    values_per_counter,
)
from ..work.launches import Work
from .launch import Launch

GRAIN = 256  # groups: about 10 us
HALF_WORDS = 2 * GROUP  # a group of two-word values, in 64-bit words of memory

draw = uniform32
SIZE = 4
PARAMETER = np.float64


def fill_four(args, lo, hi):
    """for i in range(n): out[i] = draw(words of element i, a, b), one word to an element."""
    wide(2)
    state, out, n = word(args, 0), word(args, 1), word(args, 2)
    seed, offset = np.uint64(word(state, 0)), np.uint64(word(state, 1))
    a, b = value(state + 16, PARAMETER), value(state + 24, PARAMETER)
    spare = scratch(HALF_WORDS * 4)
    for group in range(lo, hi):
        done = group * (4 * GROUP)
        address = out + done * SIZE if n - done >= 4 * GROUP else spare
        x, y = vector(address, T), vector(address + GROUP * SIZE, T)
        z, t = vector(address + 2 * GROUP * SIZE, T), vector(address + 3 * GROUP * SIZE, T)
        first = offset + np.uint64(group * GROUP)
        for i in range(np.uintp(GROUP)):
            w0, w1, w2, w3 = philox(first + np.uint64(i), seed)
            x[i], y[i], z[i], t[i] = draw(w0, w1, w2, w3, a, b)
        if address == spare:
            target = vector(out + done * SIZE, T)
            for i in range(np.uintp(n - done)):
                target[i] = x[i]


def fill_two(args, lo, hi):
    """for i in range(n): out[i] = draw(words of element i, a, b), two words to an element."""
    wide(2)
    state, out, n = word(args, 0), word(args, 1), word(args, 2)
    seed, offset = np.uint64(word(state, 0)), np.uint64(word(state, 1))
    a, b = value(state + 16, PARAMETER), value(state + 24, PARAMETER)
    spare = scratch(HALF_WORDS)
    for group in range(lo, hi):
        done = group * (2 * GROUP)
        address = out + done * SIZE if n - done >= 2 * GROUP else spare
        x, y = vector(address, T), vector(address + GROUP * SIZE, T)
        first = offset + np.uint64(group * GROUP)
        for i in range(np.uintp(GROUP)):
            w0, w1, w2, w3 = philox(first + np.uint64(i), seed)
            x[i], y[i] = draw(w0, w1, w2, w3, a, b)
        if address == spare:
            target = vector(out + done * SIZE, T)
            for i in range(np.uintp(n - done)):
                target[i] = x[i]


def dropout_groups(args, lo, hi):
    """for i in range(n): keep[i] = word of element i >= p; out[i] = keep[i] * x[i] * scale"""
    wide(2)
    state, x, out = word(args, 0), vector(word(args, 1), T), vector(word(args, 2), T)
    keep, n = word(args, 3), word(args, 4)
    seed, offset = np.uint64(word(state, 0)), np.uint64(word(state, 1))
    bound, scale = value(state + 16, np.float64) * WORDS32, T(value(state + 24, np.float64))
    spare = scratch(HALF_WORDS)
    for group in range(lo, hi):
        done = group * (4 * GROUP)
        count = min(n - done, 4 * GROUP)
        kept = vector(keep + done if count == 4 * GROUP else spare, np.uint8)
        first = offset + np.uint64(group * GROUP)
        for i in range(np.uintp(GROUP)):
            w0, w1, w2, w3 = philox(first + np.uint64(i), seed)
            kept[i] = np.float64(np.int64(w0)) >= bound
            kept[i + np.uintp(GROUP)] = np.float64(np.int64(w1)) >= bound
            kept[i + np.uintp(2 * GROUP)] = np.float64(np.int64(w2)) >= bound
            kept[i + np.uintp(3 * GROUP)] = np.float64(np.int64(w3)) >= bound
        target = vector(keep + done, np.uint8)
        for i in range(np.uintp(count)):
            at = np.uintp(done) + i
            out[at] = x[at] * scale if kept[i] != 0 else T(0)
        if count < 4 * GROUP:
            for i in range(np.uintp(count)):
                target[i] = kept[i]


@functools.lru_cache(maxsize=4096)
def fill(distribution, dtype, n):
    """Launch(state, out): `n` values; the state holds seed, offset and two parameters.

    uniform (low, high), normal (mean, std), exponential (rate, unused), bernoulli (p, unused), as
    float64; integers (low, span), modulo 2**64, where span 0 means 2**64.
    """
    values = values_per_counter(distribution, dtype)
    statics = {"SIZE": np.dtype(dtype).itemsize}
    if distribution == "bernoulli":
        function = bernoulli
    elif distribution == "integers":
        function, statics["PARAMETER"] = integers, np.uint64
    else:
        function = (FOUR_VALUES if values == 4 else TWO_VALUES)[distribution, dtype]
    kernel = fill_four if values == 4 else fill_two
    entry = source.kernel_entry(kernel, dtype, draw=function, **statics)
    items = counters(distribution, dtype, n) // GROUP
    work = Work((n,), n * np.dtype(dtype).itemsize)
    return Launch(entry, items, np.array([n], np.int64), GRAIN, (1,), work)


@functools.lru_cache(maxsize=4096)
def dropout(dtype, n):
    """Launch(state, x, out, keep): the state holds seed, offset, p and the scale 1 / (1 - p)."""
    entry = source.kernel_entry(dropout_groups, dtype)
    items = counters("dropout", dtype, n) // GROUP
    work = Work((n,), n * (2 * np.dtype(dtype).itemsize + 1))
    return Launch(entry, items, np.array([n], np.int64), GRAIN, (2, 3), work)
