"""Running sums, products, extremes and log-sums along an axis, on a card.

Where lines are many and lie side by side, or are short, a thread takes a line; else a block takes
one, THREADS elements at a time: it scans them in shared memory, and carries the last on to the
next. The order depends on shape and strides alone. Sums and products of float32 are kept in
float64, as PyTorch does.
"""

import functools
import math

import numpy as np

from ..language.memory import strided, word
from ..language.source import T
from ..work.launches import Work
from ..work.scans import KINDS, WIDE, above, add, below, run_extreme, split
from .launch import BLOCKS, kernel_launch, strides_over
from .launch import THREADS as DEFAULT
from .names import cuda
from .offsets import first_item, item_step, offset

FEW = 4096  # lines: below, a block takes one
LONG = 256  # elements of a line, from which that pays

THREADS = 256  # of a block: a constant of the kernels that share a line
A = np.float64  # the dtype of the running value
START = 0.0
AXES = 1  # of the lines
joined, takes_over = add, above


def scan_lines(args):
    """
    for line, k:
        total = joined(total, x[line, k])
        out[line, k] = total

    Words: x, out, count of lines, n, steps of x and out, the extents of AXES axes of lines, the
    strides of x and out along them.
    """
    x, out, count, n = word(args, 0), word(args, 1), word(args, 2), word(args, 3)
    line = first_item()
    while line < count:
        xs = strided(x + offset(args, line, AXES, 6, 6 + AXES), word(args, 4), T)
        outs = strided(out + offset(args, line, AXES, 6, 6 + 2 * AXES), word(args, 5), T)
        total = A(START)
        for k in range(n):
            total = A(joined(total, A(xs[k])))
            outs[k] = T(total)
        line += item_step()


def scan_line(args):
    """
    for line, k:
        total = joined(total, x[line, k])
        out[line, k] = total

    A block takes a line. Words as those of `scan_lines`.
    """
    shared = cuda.shared.array(THREADS, A)
    line, thread = np.int64(cuda.blockIdx.x), np.int64(cuda.threadIdx.x)
    x, out, n = word(args, 0), word(args, 1), word(args, 3)
    xs = strided(x + offset(args, line, AXES, 6, 6 + AXES), word(args, 4), T)
    outs = strided(out + offset(args, line, AXES, 6, 6 + 2 * AXES), word(args, 5), T)
    carried = A(START)
    for first in range(0, n, THREADS):
        k = first + thread
        shared[thread] = A(xs[k]) if k < n else A(START)
        cuda.syncthreads()
        reach = 1
        while reach < THREADS:
            own = shared[thread]
            if thread >= reach:
                own = A(joined(shared[thread - reach], own))
            cuda.syncthreads()
            shared[thread] = own
            cuda.syncthreads()
            reach *= 2
        if k < n:
            outs[k] = T(joined(carried, shared[thread]))
        carried = A(joined(carried, shared[THREADS - 1]))
        cuda.syncthreads()


def extreme_lines(args):
    """
    for line, k:
        if takes_over(x[line, k], best):
            best, at = x[line, k], k
        out[line, k], place[line, k] = best, at

    Words: x, out, place, count of lines, n, steps of x, out and place, the extents of AXES axes of
    lines, the strides of x, out and place along them.
    """
    x, out, place = word(args, 0), word(args, 1), word(args, 2)
    count, n = word(args, 3), word(args, 4)
    line = first_item()
    while line < count:
        xs = strided(x + offset(args, line, AXES, 8, 8 + AXES), word(args, 5), T)
        outs = strided(out + offset(args, line, AXES, 8, 8 + 2 * AXES), word(args, 6), T)
        at = place + offset(args, line, AXES, 8, 8 + 3 * AXES)
        places = strided(at, word(args, 7), np.int64)
        run_extreme(xs, outs, places, n)
        line += item_step()


def extreme_line(args):
    """
    for line, k:
        if takes_over(x[line, k], best):
            best, at = x[line, k], k
        out[line, k], place[line, k] = best, at

    A block takes a line. Words as those of `extreme_lines`.
    """
    values = cuda.shared.array(THREADS, T)
    found = cuda.shared.array(THREADS, np.int64)
    line, thread = np.int64(cuda.blockIdx.x), np.int64(cuda.threadIdx.x)
    x, out, place, n = word(args, 0), word(args, 1), word(args, 2), word(args, 4)
    xs = strided(x + offset(args, line, AXES, 8, 8 + AXES), word(args, 5), T)
    outs = strided(out + offset(args, line, AXES, 8, 8 + 2 * AXES), word(args, 6), T)
    at = place + offset(args, line, AXES, 8, 8 + 3 * AXES)
    places = strided(at, word(args, 7), np.int64)
    best, best_at = xs[0], np.int64(0)
    for first in range(0, n, THREADS):
        k = first + thread
        values[thread], found[thread] = xs[min(k, n - 1)], min(k, n - 1)
        cuda.syncthreads()
        reach = 1
        while reach < THREADS:
            own, own_at = values[thread], found[thread]
            if thread >= reach and not takes_over(own, values[thread - reach]):
                own, own_at = values[thread - reach], found[thread - reach]
            cuda.syncthreads()
            values[thread], found[thread] = own, own_at
            cuda.syncthreads()
            reach *= 2
        take = takes_over(values[thread], best)
        if k < n:
            outs[k] = values[thread] if take else best
            places[k] = found[thread] if take else best_at
        if takes_over(values[THREADS - 1], best):
            best, best_at = values[THREADS - 1], found[THREADS - 1]
        cuda.syncthreads()


@functools.lru_cache(maxsize=4096)
def scan(kind, dtype, shape, x, out, axis, threads=DEFAULT, blocks=BLOCKS, few=FEW):
    """Launch(x, out): running `kind` (of KINDS) along an axis; `x`, `out` are byte strides."""
    function, start = KINDS[kind]
    family = np.dtype(dtype)
    wide = WIDE[family.kind]
    wide = family.type if kind == "logsumexp" else wide
    n, along, extents, steps = split(shape, (x, out), axis)
    size, count = family.itemsize, math.prod(extents)
    work = Work(tuple(shape), 2 * n * count * size, n * count)
    words = [count, n, *along, *extents, *steps[0], *steps[1]]
    statics = {"joined": function, "A": wide, "START": start, "AXES": len(extents)}
    return _launch((scan_lines, scan_line), dtype, count, n, words, (1,), work, threads, blocks,
                   few, statics, along[0] == np.dtype(dtype).itemsize)  # fmt: skip


@functools.lru_cache(maxsize=4096)
def extreme(kind, dtype, shape, x, out, place, axis, threads=DEFAULT, blocks=BLOCKS, few=FEW):
    """Launch(x, out, place): running "max" or "min" and where it stands; NaN wins, ties go on."""
    n, along, extents, steps = split(shape, (x, out, place), axis)
    count = math.prod(extents)
    work = Work(tuple(shape), n * count * (2 * np.dtype(dtype).itemsize + 8), n * count)
    words = [count, n, *along, *extents, *steps[0], *steps[1], *steps[2]]
    statics = {"takes_over": above if kind == "max" else below, "AXES": len(extents)}
    return _launch((extreme_lines, extreme_line), dtype, count, n, words, (1, 2), work, threads,
                   blocks, few, statics, along[0] == np.dtype(dtype).itemsize)  # fmt: skip


def _launch(kernels, dtype, count, n, words, writes, work, threads, blocks, few, statics, apart):
    """The Launch of the kernel for many lines, or of that for long ones that are few or `apart`."""
    if (count < few or apart) and n >= min(LONG, threads):
        statics = {**statics, "THREADS": threads}
        return kernel_launch(kernels[1], dtype, n and count, count, threads, words, writes, work,
                             **statics)  # fmt: skip
    grid = strides_over(count, threads, blocks)
    return kernel_launch(
        kernels[0], dtype, n and count, grid, threads, words, writes, work, **statics
    )
