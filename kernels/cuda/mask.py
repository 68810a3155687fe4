"""Selection by a mask on a card: count the chosen of each block, then let it fill its own part.

A mask is contiguous bytes, zero or not. The threads of a block take BLOCK elements of it, each a
run of neighbours; a sum of the counts of earlier threads tells each where its part begins.
"""

import functools

import numpy as np

from ..language.memory import strided, vector, word
from ..language.source import T
from ..work.indices import BLOCK, moved_as
from ..work.launches import Work
from .launch import BLOCKS, kernel_launch, strides_over
from .launch import THREADS as DEFAULT
from .names import cuda
from .offsets import first_item, item_step

THREADS = 256  # of a block: a constant of each kernel


def before(own, shared, thread):
    """The sum of what the threads before this one hold."""
    shared[thread] = own
    cuda.syncthreads()
    reach = 1
    while reach < THREADS:
        other = shared[thread - reach] if thread >= reach else np.int64(0)
        cuda.syncthreads()
        shared[thread] += other
        cuda.syncthreads()
        reach *= 2
    earlier = shared[thread] - own
    cuda.syncthreads()
    return earlier


def own_part(mask, n, shared):
    """Where this thread's elements begin and end, and how many earlier ones of the block count."""
    thread, size = np.int64(cuda.threadIdx.x), BLOCK // THREADS
    start = min(n, cuda.blockIdx.x * np.int64(BLOCK) + thread * size)
    stop = min(n, start + size)
    count = np.int64(0)
    for i in range(start, stop):
        count += np.int64(mask[i] != 0)
    return start, stop, count, before(count, shared, thread)


def count_block(args):
    """for block: out[block] = number of nonzero mask elements in it"""
    shared = cuda.shared.array(THREADS, np.int64)
    mask, out, n = vector(word(args, 0), np.uint8), vector(word(args, 1), np.int64), word(args, 2)
    _, _, count, earlier = own_part(mask, n, shared)
    if cuda.threadIdx.x == THREADS - 1:
        out[cuda.blockIdx.x] = earlier + count


def positions_block(args):
    """for block: out[starts[block]:] = positions of the nonzero mask elements in it"""
    shared = cuda.shared.array(THREADS, np.int64)
    mask, starts = vector(word(args, 0), np.uint8), vector(word(args, 1), np.int64)
    out, n = vector(word(args, 2), np.int64), word(args, 3)
    start, stop, _, earlier = own_part(mask, n, shared)
    to = starts[cuda.blockIdx.x] + earlier
    for i in range(start, stop):
        if mask[i] != 0:
            out[to] = i
            to += 1


def select_block(args):
    """for block: out[starts[block]:] = x where the mask is nonzero"""
    shared = cuda.shared.array(THREADS, np.int64)
    mask, starts = vector(word(args, 0), np.uint8), vector(word(args, 1), np.int64)
    x, out, n = vector(word(args, 2), T), vector(word(args, 3), T), word(args, 4)
    start, stop, _, earlier = own_part(mask, n, shared)
    to = starts[cuda.blockIdx.x] + earlier
    for i in range(start, stop):
        if mask[i] != 0:
            out[to] = x[i]
            to += 1


def spread_block(args):
    """for block: x where the mask is nonzero = origin[starts[block]:]"""
    shared = cuda.shared.array(THREADS, np.int64)
    mask, starts = vector(word(args, 0), np.uint8), vector(word(args, 1), np.int64)
    origin, x, n = vector(word(args, 2), T), vector(word(args, 3), T), word(args, 4)
    start, stop, _, earlier = own_part(mask, n, shared)
    taken = starts[cuda.blockIdx.x] + earlier
    for i in range(start, stop):
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
def by_mask(kind, dtype, n, threads=DEFAULT):
    """Launch over a contiguous mask of `n` elements, in blocks of BLOCK.

    count(mask, counts), then with `starts` the sums of the counts of earlier blocks:
    positions(mask, starts, out), select(mask, starts, x, out), spread(mask, starts, origin, x).
    """
    blocks, target = -(-n // BLOCK), {"count": 1, "positions": 2}.get(kind, 3)
    chosen = {"count": 0, "positions": 8}.get(kind, 2 * np.dtype(dtype).itemsize)  # at most
    work = Work((n,), n * (1 + chosen) + 8 * blocks)
    return kernel_launch(
        BY_MASK[kind], moved_as(dtype), blocks, blocks, threads, (n,), (), work, (target,),
        THREADS=threads,
    )  # fmt: skip


def unravel_one(args):
    """for i: out[i, :] = the coordinates of flat position i"""
    flat, out = vector(word(args, 0), np.int64), word(args, 1)
    n, row, column = word(args, 2), word(args, 3), word(args, 4)
    i = first_item()
    while i < n:
        rest = flat[i]
        line = strided(out + i * row, column, np.int64)
        for axis in range(AXES - 1, 0, -1):
            extent = word(args, 5 + axis)
            quotient = rest // extent
            line[axis] = rest - quotient * extent
            rest = quotient
        line[0] = rest
        i += item_step()


AXES = 1


@functools.lru_cache(maxsize=4096)
def unravel(n, shape, row, column, threads=DEFAULT, blocks=BLOCKS):
    """Launch(flat, out): coordinates in `shape`, of int64; `row`, `column` are strides of out."""
    grid, words = strides_over(n, threads, blocks), (n, row, column, *shape)
    work = Work((n, len(shape)), 8 * n * (1 + len(shape)))
    return kernel_launch(unravel_one, "int64", n, grid, threads, words, (1,), work, AXES=len(shape))
