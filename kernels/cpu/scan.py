"""Running sums, products, extremes and log-sums along an axis.

A work item is a line along the axis, or a strip of adjacent lines where these lie side by side in
memory. Sums and products of float32 are kept in float64, as PyTorch does.
"""

import functools

import numpy as np

from ..language import source
from ..language.memory import scratch, strided, vector, word
from ..language.source import T
from ..work.launches import Work
from ..work.scans import KINDS, WIDE, above, add, below, run_extreme, split
from .index import offset, step
from .launch import Launch

SERIAL_ELEMENTS = 1 << 15
STRIP = 64  # lines that one item takes together
A = np.float64  # the dtype of the running value
X = OUT = 0  # strides along a line that are known; 0: not known
START = 0.0


joined = add


def scan_lines(args, lo, hi):
    """for line, k: total = joined(total, x[line, k]); out[line, k] = total"""
    x, out, n = word(args, 0), word(args, 1), word(args, 2)
    x_step, out_step, axes = step(X, word(args, 3)), step(OUT, word(args, 4)), word(args, 5)
    extents = args + 48
    for line in range(lo, hi):
        xs = strided(x + offset(line, extents, axes, extents + 8 * axes), x_step, T)
        outs = strided(out + offset(line, extents, axes, extents + 16 * axes), out_step, T)
        total = A(START)
        for k in range(np.uintp(n)):
            total = A(joined(total, A(xs[k])))
            outs[k] = total


def scan_strips(args, lo, hi):
    """for k, column: total[column] = joined(total[column], x[k, column]); out[...] = that"""
    x, out, n = word(args, 0), word(args, 1), word(args, 2)
    x_step, out_step, axes, columns = word(args, 3), word(args, 4), word(args, 5), word(args, 6)
    extents, strips = args + 56, (columns + STRIP - 1) // STRIP
    totals = vector(scratch(2 * STRIP), A)  # of 16 bytes, if complex
    for item in range(lo, hi):
        outer, first = item // strips, item % strips * STRIP
        x_at = x + offset(outer, extents, axes, extents + 8 * axes)
        out_at = out + offset(outer, extents, axes, extents + 16 * axes)
        width = min(STRIP, columns - first)
        for j in range(np.uintp(width)):
            totals[j] = A(START)
        for k in range(n):
            xs, outs = vector(x_at + k * x_step, T), vector(out_at + k * out_step, T)
            for j in range(np.uintp(width)):
                at = np.uintp(first) + j
                totals[j] = A(joined(totals[j], A(xs[at])))
                outs[at] = totals[j]


def extreme_lines(args, lo, hi):
    """for line, k: if takes_over(x[line, k], best): best, at = x[line, k], k; store both"""
    x, out, place, n = word(args, 0), word(args, 1), word(args, 2), word(args, 3)
    x_step, axes = word(args, 4), word(args, 7)
    extents = args + 64
    for line in range(lo, hi):
        xs = strided(x + offset(line, extents, axes, extents + 8 * axes), x_step, T)
        at = out + offset(line, extents, axes, extents + 16 * axes)
        outs = strided(at, word(args, 5), T)
        at = place + offset(line, extents, axes, extents + 24 * axes)
        places = strided(at, word(args, 6), np.int64)
        run_extreme(xs, outs, places, n)


@functools.lru_cache(maxsize=4096)
def scan(kind, dtype, shape, x, out, axis):
    """Launch(x, out): running `kind` (of KINDS) along an axis; `x`, `out` are byte strides."""
    function, start = KINDS[kind]
    family = np.dtype(dtype)
    wide = WIDE[family.kind]
    if kind == "logsumexp":
        wide = family.type
    statics = {"joined": function, "A": wide, "START": start}
    n, along, extents, steps = split(shape, (x, out), axis)
    size, count = family.itemsize, int(np.prod(extents))
    work = Work(tuple(shape), 2 * n * count * size, n * count)
    if all(own[-1] == size for own in steps) and extents[-1] >= 4 and along[1] != size:
        columns, extents = extents[-1], extents[:-1] or (1,)
        steps = [own[:-1] or (0,) for own in steps]
        words = [n, *along, len(extents), columns, *extents, *steps[0], *steps[1]]
        items = count // columns * -(-columns // STRIP)
        entry = source.kernel_entry(scan_strips, dtype, **statics)
        return Launch(entry, items, np.array(words, np.int64), _grain(n * STRIP), (1,), work)
    known = size if along[0] == along[1] == size else 0
    entry = source.kernel_entry(scan_lines, dtype, X=known, OUT=known, **statics)
    words = [n, *along, len(extents), *extents, *steps[0], *steps[1]]
    return Launch(entry, count, np.array(words, np.int64), _grain(n), (1,), work)


@functools.lru_cache(maxsize=4096)
def extreme(kind, dtype, shape, x, out, place, axis):
    """Launch(x, out, place): running "max" or "min" and where it stands; NaN wins, ties go on."""
    n, along, extents, steps = split(shape, (x, out, place), axis)
    function = above if kind == "max" else below
    entry = source.kernel_entry(extreme_lines, dtype, takes_over=function)
    words = [n, *along, len(extents), *extents, *steps[0], *steps[1], *steps[2]]
    count = int(np.prod(extents))
    work = Work(tuple(shape), n * count * (2 * np.dtype(dtype).itemsize + 8))
    return Launch(entry, count, np.array(words, np.int64), _grain(n), (1, 2), work)


def _grain(elements):
    return max(1, SERIAL_ELEMENTS // max(elements, 1))
