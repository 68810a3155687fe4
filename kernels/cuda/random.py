"""Random numbers on a card: the stream of the CPU, number for number.

A thread takes a counter, whose words become the elements that they become there: of a group of
GROUP counters first all words 0, then all words 1, and so on. Neighbouring threads so write
neighbouring elements.

Operands: `state`, four 64-bit words on the host: seed, offset, and two parameters, which are the
first words of a kernel; then arrays, all contiguous. A call uses counters offset .. offset +
counters(...) - 1.
"""

import functools

import numpy as np

from ..language.memory import vector, word
from ..language.source import T
from ..scalars import from_bits
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
from .launch import BLOCKS, THREADS, kernel_launch, strides_over
from .offsets import first_item, item_step

__all__ = ["GROUP", "counters", "dropout", "fill", "values_per_counter"]

STATE = {0: "<4q"}  # how the host reads the state
draw = uniform32


def real(bits):
    """A parameter from its word."""
    return from_bits(bits)


def whole(bits):
    """The same for integers."""
    return np.uint64(np.int64(bits))


parameter = real


def fill_four(args):
    """for i in range(n): out[i] = draw(words of element i, a, b), one word to an element."""
    seed, offset = whole(word(args, 0)), whole(word(args, 1))
    a, b = parameter(word(args, 2)), parameter(word(args, 3))
    out, n, count = vector(word(args, 4), T), word(args, 5), word(args, 6)
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
    seed, offset = whole(word(args, 0)), whole(word(args, 1))
    a, b = parameter(word(args, 2)), parameter(word(args, 3))
    out, n, count = vector(word(args, 4), T), word(args, 5), word(args, 6)
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
    seed, offset = whole(word(args, 0)), whole(word(args, 1))
    bound, scale = real(word(args, 2)) * WORDS32, T(real(word(args, 3)))
    x, out, keep = (
        vector(word(args, 4), T),
        vector(word(args, 5), T),
        vector(word(args, 6), np.uint8),
    )
    n, count = word(args, 7), word(args, 8)
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
        function, statics = integers, {"parameter": whole}
    else:
        function = (FOUR_VALUES if values == 4 else TWO_VALUES)[distribution, dtype]
    count, work = counters(distribution, dtype, n), Work((n,), n * np.dtype(dtype).itemsize)
    grid = strides_over(count, threads, blocks)
    return kernel_launch(
        fill_four if values == 4 else fill_two, dtype, count, grid, threads, (n, count), (1,), work,
        hosts=STATE, draw=function, **statics,
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def dropout(dtype, n, threads=THREADS, blocks=BLOCKS):
    """Launch(state, x, out, keep): the state holds seed, offset, p and the scale 1 / (1 - p)."""
    count = counters("dropout", dtype, n)
    work, grid = (
        Work((n,), n * (2 * np.dtype(dtype).itemsize + 1)),
        strides_over(count, threads, blocks),
    )
    return kernel_launch(
        dropout_elements, dtype, count, grid, threads, (n, count), (2, 3), work, hosts=STATE
    )
