"""Convolutions on a card: Launches for the sums of `work/convolutions.py`.

They are the products of `matmul.py` but for where elements lie: the threads of a block share tables
of the offsets of its rows and columns, and of the steps of each part that they bring to shared
memory. Neighbouring threads store neighbouring rows, which mostly lie side by side.
"""

import functools
import math
from dataclasses import replace

import numpy as np

from ..language.memory import value, vector, word
from ..language.source import T
from ..work.convolutions import AXES, Moving
from . import matmul
from .launch import BLOCKS, kernel_launch, strides_over
from .launch import THREADS as DEFAULT
from .matmul import keep, multiply, place, share_results
from .names import cuda
from .offsets import first_item, item_step, offset

# Statics of the kernel, see `matmul.tile_statics`
DOWN, ACROSS, TALL, BROAD, DEPTH = 2, 4, 2, 3, 4
THREADS, HEIGHT, WIDTH, A_PITCH, B_PITCH, A_LOADS, B_LOADS = 8, 4, 12, 8, 16, 2, 6
SHARED, B_START = 192, 64
A_GROUP = B_GROUP = 1
ADDED = 0  # whether c is read
finish = keep

# The words of `contracted`: addresses of a, b, out and c, then geometry
M, N, K, A_ONE, B_ONE, OUT_ONE, C_ONE, B_COLUMN, OUT_COLUMN, C_COLUMN = range(4, 14)
ROWS_OF, A_ROWS, OUT_ROWS, STEPS_OF, A_STEPS, B_STEPS = range(14, 38, AXES)


def contracted(args):
    """for i, j: out[row i, j] = finish(sum(a[row i, step k] * b[step k, j] for k) + c[j])"""
    shared = cuda.shared.array(SHARED, T, 16)  # a part of a, one of b; at last the results
    rows_at = cuda.shared.array(HEIGHT, np.int64)
    columns_at = cuda.shared.array(WIDTH, np.int64)
    a_steps_at = cuda.shared.array(DEPTH, np.int64)
    b_steps_at = cuda.shared.array(DEPTH, np.int64)
    sums = cuda.local.array((TALL, BROAD), T)
    m, n, steps = word(args, M), word(args, N), word(args, K)
    across = (n + WIDTH - 1) // WIDTH
    per_group = (m + HEIGHT - 1) // HEIGHT * across
    group, block = cuda.blockIdx.x // per_group, cuda.blockIdx.x % per_group
    top, left = block // across * HEIGHT, block % across * WIDTH
    thread = np.int64(np.uint32(cuda.threadIdx.x))
    row, column = thread // ACROSS * A_GROUP, thread % ACROSS * B_GROUP
    for r in range(TALL):
        for s in range(BROAD):
            sums[r, s] = T(0)
    a = word(args, 0) + group * word(args, A_ONE)
    b = word(args, 1) + group * word(args, B_ONE)
    find(args, rows_at, top, m, thread, HEIGHT, ROWS_OF, A_ROWS)
    for j in range(thread, WIDTH, THREADS):
        columns_at[j] = min(left + j, n - 1) * word(args, B_COLUMN)
    for start in range(0, steps, DEPTH):
        find(args, a_steps_at, start, steps, thread, DEPTH, STEPS_OF, A_STEPS)
        find(args, b_steps_at, start, steps, thread, DEPTH, STEPS_OF, B_STEPS)
        cuda.syncthreads()  # and nobody reads the part before any more
        depth = steps - start
        bring(a, rows_at, a_steps_at, depth, shared, 0, thread, A_LOADS, HEIGHT, A_PITCH)
        bring(b, columns_at, b_steps_at, depth, shared, B_START, thread, B_LOADS, WIDTH, B_PITCH)
        cuda.syncthreads()
        multiply(shared, sums, row, B_START + column)
    cuda.syncthreads()
    find(args, rows_at, top, m, thread, HEIGHT, ROWS_OF, OUT_ROWS)
    share_results(sums, shared, row, column)
    cuda.syncthreads()
    store(args, group, top, left, rows_at, shared, thread)


def find(args, table, first, count, thread, length, extents, strides):
    """table[k] = the offset of item first + k; the last item stands for those beyond."""
    for k in range(thread, length, THREADS):
        table[k] = offset(args, min(first + k, count - 1), AXES, extents, strides)


def bring(x, lines_at, steps_at, depth, shared, start, thread, loads, length, pitch):
    """This thread's share of shared[k, i] = x[line i, step k], 0 beyond the depth"""
    for load in range(loads):
        i, k = place(thread, load, 0, length)
        element = T(0)
        if k < depth:
            element = value(x + lines_at[i] + steps_at[k], T)
        shared[np.uintp(start + (k * pitch + i))] = element


def store(args, group, top, left, rows_at, shared, thread):
    """out = finish(sums + c), as far as the tile lies inside; neighbours take neighbouring rows"""
    out = word(args, 2) + group * word(args, OUT_ONE)
    c = word(args, 3) + group * word(args, C_ONE)
    for load in range(TALL * BROAD):
        at = thread + load * THREADS
        i, j = at % HEIGHT, at // HEIGHT
        if top + i < word(args, M) and left + j < word(args, N):
            total = shared[np.uintp(i * WIDTH + j)]
            if ADDED:
                total += value(c + (left + j) * word(args, C_COLUMN), T)
            vector(out + rows_at[i] + (left + j) * word(args, OUT_COLUMN), T)[0] = finish(total)


# The words of `framed`: x, out, the elements, channels, extents of the frame, strides of x, then
# where the frame begins and the extents of x
COUNT, CHANNELS, FRAME, X_STRIDES, LOW, SIZES = 2, 3, 4, 7, 12, 15


def framed(args):
    """for n, c, d, h, w: out[n, c, d, h, w] = x[n, c, d + low, h + low, w + low], 0 outside of x"""
    out = vector(word(args, 1), T)
    item = first_item()
    while item < word(args, COUNT):
        rest, at, inside = item, word(args, 0), True
        for axis in range(2, -1, -1):
            extent = word(args, FRAME + axis)
            line = rest % extent + word(args, LOW + axis)
            rest = rest // extent
            inside = inside and 0 <= line < word(args, SIZES + axis)
            at += line * word(args, X_STRIDES + 2 + axis)
        channels = word(args, CHANNELS)
        at += rest // channels * word(args, X_STRIDES)
        at += rest % channels * word(args, X_STRIDES + 1)
        element = T(0)
        if inside:
            element = value(at, T)
        out[item] = element
        item += item_step()


# --------------------------------------------------------------------------------------- launches


@functools.lru_cache(maxsize=4096)
def frame(dtype, images, channels, size, strides, frame, threads=DEFAULT, blocks=BLOCKS):
    """Launch(x, out): the part `frame` of x (images, channels, *size), dense, with zeros around.

    `strides` are those of x, in bytes.
    """
    shape = (images, channels, *frame.extents)
    count = math.prod(shape)
    words = [count, channels, *frame.extents, *strides, *frame.low, *size]
    work = Moving(shape, 2 * count * np.dtype(dtype).itemsize)
    grid = strides_over(count, threads, blocks)
    return kernel_launch(framed, dtype, count, grid, threads, words, (1,), work)


def bare(dtype, total):
    """Whether a Sum takes images without a frame: never."""
    return False


def pack(dtype, total):
    """The right operand is read where it lies: there is nothing to launch, and no panels."""
    return None, 0


@functools.lru_cache(maxsize=4096)
def contract(dtype, total, added, tile=None, finish=keep):
    """Launch(a, b, out, c): a Sum; c is read if `added`. `finish` is a scalar function that each
    result goes through.
    """
    groups, m, n, k = total.shape
    tile = tile or matmul.tile_of(total.itemsize, m, n, groups)
    words = [m, n, k, total.a.group, total.b.group, total.out.group, n * total.itemsize]
    words += [total.b.column, total.out.column, total.itemsize]
    words += [*total.rows, *total.a.rows, *total.out.rows]
    words += [*total.steps, *total.a.steps, *total.b.steps]
    statics = {**matmul.tile_statics(dtype, tile), "ADDED": int(added), "finish": finish}
    if finish is keep and np.dtype(dtype).kind == "f":
        total = replace(total, finished=functools.partial(contract, dtype, total, added, tile))
    count = tile.blocks(m, n) * groups
    return kernel_launch(contracted, dtype, count, count, tile.threads, words, (2,), total,
                         **statics)  # fmt: skip
