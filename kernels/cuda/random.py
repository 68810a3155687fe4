"""Random numbers on a card: the stream of `kernels/cpu/random.py`, number for number.

A thread takes a counter, whose words become the elements that they become there: of a group of
GROUP counters first all words 0, then all words 1, and so on. Neighbouring threads so write
neighbouring elements.

Operands: `state`, the address of 64-bit words seed, offset, and up to two parameters; then arrays,
all contiguous. A call uses counters offset .. offset + counters(...) - 1.
"""

import functools

import numpy as np

from ..cpu.launch import Work
from ..cpu.random import (
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
from ..memory import value, vector, word
from ..source import T
from .launch import BLOCKS, THREADS, kernel_launch, strides_over
from .offsets import first_item, item_step

__all__ = ["GROUP", "counters", "dropout", "fill", "values_per_counter"]

draw = uniform32
PARAMETER = np.float64


def fill_four(args):
    """for i in range(n): out[i] = draw(words of element i, a, b), one word to an element."""
    state, out, n, count = word(args, 0), vector(word(args, 1), T), word(args, 2), word(args, 3)
    seed, offset = value(state, np.uint64), value(state + 8, np.uint64)
    a, b = value(state + 16, PARAMETER), value(state + 24, PARAMETER)
    item = first_item()
    while item < count:
        w0, w1, w2, w3 = philox(offset + np.uint64(item), seed)
        x, y, z, t = draw(w0, w1, w2, w3, a, b)
        at = item // GROUP * (4 * GROUP) + item % GROUP
        if at < n:
            out[at] = x
        if at + GROUP < n:
            out[at + GROUP] = y
        if at + 2 * GROUP < n:
            out[at + 2 * GROUP] = z
        if at + 3 * GROUP < n:
            out[at + 3 * GROUP] = t
        item += item_step()


def fill_two(args):
    """for i in range(n): out[i] = draw(words of element i, a, b), two words to an element."""
    state, out, n, count = word(args, 0), vector(word(args, 1), T), word(args, 2), word(args, 3)
    seed, offset = value(state, np.uint64), value(state + 8, np.uint64)
    a, b = value(state + 16, PARAMETER), value(state + 24, PARAMETER)
    item = first_item()
    while item < count:
        w0, w1, w2, w3 = philox(offset + np.uint64(item), seed)
        x, y = draw(w0, w1, w2, w3, a, b)
        at = item // GROUP * (2 * GROUP) + item % GROUP
        if at < n:
            out[at] = x
        if at + GROUP < n:
            out[at + GROUP] = y
        item += item_step()


def dropout_elements(args):
    """for i in range(n): keep[i] = word of element i >= p; out[i] = keep[i] * x[i] * scale"""
    state, x, out = word(args, 0), vector(word(args, 1), T), vector(word(args, 2), T)
    keep, n, count = vector(word(args, 3), np.uint8), word(args, 4), word(args, 5)
    seed, offset = value(state, np.uint64), value(state + 8, np.uint64)
    bound, scale = value(state + 16, np.float64) * WORDS32, T(value(state + 24, np.float64))
    item = first_item()
    while item < count:
        drawn = philox(offset + np.uint64(item), seed)
        at = item // GROUP * (4 * GROUP) + item % GROUP
        for lane in range(4):
            if at < n:
                kept = np.float64(np.int64(drawn[lane])) >= bound
                keep[at] = kept
                out[at] = x[at] * scale if kept else T(0)
            at += GROUP
        item += item_step()


@functools.lru_cache(maxsize=4096)
def fill(distribution, dtype, n, threads=THREADS, blocks=BLOCKS):
    """Launch(state, out): `n` values; the state holds seed, offset and two parameters.

    uniform (low, high), normal (mean, std), exponential (rate, unused), bernoulli (p, unused), as
    float64; integers (low, span), modulo 2**64, where span 0 means 2**64.
    """
    values, statics = values_per_counter(distribution, dtype), {}
    if distribution == "bernoulli":
        function = bernoulli
    elif distribution == "integers":
        function, statics = integers, {"PARAMETER": np.uint64}
    else:
        function = (FOUR_VALUES if values == 4 else TWO_VALUES)[distribution, dtype]
    count, work = counters(distribution, dtype, n), Work((n,), n * np.dtype(dtype).itemsize)
    grid = strides_over(count, threads, blocks)
    return kernel_launch(
        fill_four if values == 4 else fill_two, dtype, count, grid, threads, (n, count), (1,), work,
        draw=function, **statics,
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def dropout(dtype, n, threads=THREADS, blocks=BLOCKS):
    """Launch(state, x, out, keep): the state holds seed, offset, p and the scale 1 / (1 - p)."""
    count = counters("dropout", dtype, n)
    work, grid = (
        Work((n,), n * (2 * np.dtype(dtype).itemsize + 1)),
        strides_over(count, threads, blocks),
    )
    return kernel_launch(dropout_elements, dtype, count, grid, threads, (n, count), (2, 3), work)
