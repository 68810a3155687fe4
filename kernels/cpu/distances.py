"""Distances of rows, each to each, and their gradient: results side by side are computed together.

So the rows that a row is compared with lie in columns. A block holds, after the addresses of the
operands, how many rows there are of either kind, how many elements they have, and the power.
"""

import functools
import math

import numpy as np

from ..language import source
from ..language.memory import value, vector, word
from ..language.source import T
from ..work.distances import Norm, difference, itself, magnitude
from ..work.products import Multiplied
from ..work.reducers import add
from .launch import Launch

GRAIN = 1 << 15  # differences worth a thread's attention
SIZE = 8  # bytes of an element
PAIRS = 0  # whether a row is compared with those that follow it alone
term, join, root, slope = magnitude, add, itself, difference  # of the norm


def row_of_pairs(i, rows):
    """Where the distances of row i begin, of pairs (0, 1), (0, 2), ..., (1, 2), ..."""
    return i * rows - i * (i + 1) // 2


def distances(args, lo, hi):
    """
    for batch, i, j: out[batch, i, j] = root(the term of x[batch, i, m] - y[batch, m, j], joined)

    Operands: x, y, out. Of PAIRS, j > i. An item is a row of x.
    """
    rows, columns, steps = word(args, 3), word(args, 4), word(args, 5)
    p = T(value(args + 8 * 6, np.float64))
    for item in range(lo, hi):
        batch = item // rows
        i = item - batch * rows
        first, at = 0, item * columns
        if PAIRS:
            first, at = i + 1, batch * row_of_pairs(rows, rows) + row_of_pairs(i, rows)
        count = columns - first
        own = vector(word(args, 0) + item * steps * SIZE, T)
        outs = vector(word(args, 2) + at * SIZE, T)
        for j in range(np.uintp(count)):
            outs[j] = T(0)
        lines = word(args, 1) + (batch * steps * columns + first) * SIZE
        for m in range(0, steps - 3, 4):
            here = lines + m * columns * SIZE
            ys0, ys1 = vector(here, T), vector(here + columns * SIZE, T)
            ys2 = vector(here + 2 * columns * SIZE, T)
            ys3 = vector(here + 3 * columns * SIZE, T)
            x0, x1, x2, x3 = own[m], own[m + 1], own[m + 2], own[m + 3]
            for j in range(np.uintp(count)):
                even = join(term(x0 - ys0[j], p), term(x1 - ys1[j], p))
                odd = join(term(x2 - ys2[j], p), term(x3 - ys3[j], p))
                outs[j] = join(outs[j], join(even, odd))
        for m in range(steps // 4 * 4, steps):
            ys, x = vector(lines + m * columns * SIZE, T), own[m]
            for j in range(np.uintp(count)):
                outs[j] = join(outs[j], term(x - ys[j], p))
        for j in range(np.uintp(count)):
            outs[j] = root(outs[j], p)


def slopes(args, lo, hi):
    """
    for batch, m, j: out[batch, m, j] = sum over i of
        g[batch, i, j] * slope(y[batch, m, j] - x[batch, i, m], distance[batch, i, j])

    Operands: g, distance, x, y, out. An item is a line of y.
    """
    rows, columns, steps = word(args, 5), word(args, 6), word(args, 7)
    p = T(value(args + 8 * 8, np.float64))
    for item in range(lo, hi):
        batch = item // steps
        ys = vector(word(args, 3) + item * columns * SIZE, T)
        outs = vector(word(args, 4) + item * columns * SIZE, T)
        xs = vector(word(args, 2) + (batch * rows * steps + item - batch * steps) * SIZE, T)
        for j in range(np.uintp(columns)):
            outs[j] = T(0)
        for i in range(0, rows - 3, 4):
            at = (batch * rows + i) * columns
            gs, found = vector(word(args, 0) + at * SIZE, T), vector(word(args, 1) + at * SIZE, T)
            x0, x1, x2, x3 = (
                xs[i * steps],
                xs[(i + 1) * steps],
                xs[(i + 2) * steps],
                xs[(i + 3) * steps],
            )
            for j in range(np.uintp(columns)):
                y = ys[j]
                j1 = j + np.uintp(columns)
                j2, j3 = j1 + np.uintp(columns), j1 + np.uintp(2 * columns)
                even = gs[j] * slope(y - x0, found[j], p) + gs[j1] * slope(y - x1, found[j1], p)
                odd = gs[j2] * slope(y - x2, found[j2], p) + gs[j3] * slope(y - x3, found[j3], p)
                outs[j] += even + odd
        for i in range(rows // 4 * 4, rows):
            at = (batch * rows + i) * columns
            gs, found = vector(word(args, 0) + at * SIZE, T), vector(word(args, 1) + at * SIZE, T)
            x = xs[i * steps]
            for j in range(np.uintp(columns)):
                outs[j] += gs[j] * slope(ys[j] - x, found[j], p)


def mirrored(args, lo, hi):
    """
    for batch, i, j > i: out[batch, i, j] = out[batch, j, i] = pairs[batch, (i, j)]; 0 for i = j

    Operands: pairs, out. An item is a matrix.
    """
    rows = word(args, 2)
    for item in range(lo, hi):
        first = word(args, 0) + item * row_of_pairs(rows, rows) * SIZE
        outs = vector(word(args, 1) + item * rows * rows * SIZE, T)
        for i in range(rows):
            pairs = vector(first + (row_of_pairs(i, rows) - i - 1) * SIZE, T)
            outs[i * rows + i] = T(0)
            for j in range(i + 1, rows):
                outs[i * rows + j] = pairs[j]
                outs[j * rows + i] = pairs[j]


@functools.lru_cache(maxsize=1024)
def forward(dtype, batch, rows, columns, steps, p, pairs=False):
    """Launch(x, y, out) of the distances by the norm of p; of `pairs`, y is x."""
    norm = Norm.of(p)
    statics = {"PAIRS": int(pairs), "term": norm.term, "join": norm.join, "root": norm.root}
    entry = functools.partial(source.kernel_entry, distances, dtype, SIZE=_size(dtype), **statics)
    return _launch(entry, dtype, batch * rows, (rows, columns, steps), p, (2,), batch, pairs)


@functools.lru_cache(maxsize=1024)
def backward(dtype, batch, rows, columns, steps, p):
    """Launch(g, distance, x, y, out) of the gradient of what lies in columns."""
    entry = functools.partial(
        source.kernel_entry, slopes, dtype, SIZE=_size(dtype), slope=Norm.of(p).slope
    )
    return _launch(entry, dtype, batch * steps, (rows, columns, steps), p, (4,), batch)


@functools.lru_cache(maxsize=1024)
def mirror(dtype, batch, rows):
    """Launch(pairs, out): of numbers of pairs the whole matrix, as a matrix of distances is."""
    entry = functools.partial(source.kernel_entry, mirrored, dtype, SIZE=_size(dtype))
    return _launch(entry, dtype, batch, (rows, rows, 1), 0.0, (1,), batch)


def _size(dtype):
    return np.dtype(dtype).itemsize


def _launch(entry, dtype, items, extents, p, writes, batch, pairs=False):
    rows, columns, steps = extents
    differences = batch * math.prod(extents) // (2 if pairs else 1)
    nbytes = batch * (rows * columns + steps * (rows + columns)) * _size(dtype)
    words = np.array([*extents, np.float64(p).view(np.int64)], np.int64)
    grain = max(1, GRAIN * items // max(1, differences))
    work = Multiplied((batch, *extents), nbytes, 3 * differences)
    return Launch(entry, items, words, grain, writes, work)
