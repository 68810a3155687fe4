"""Convolutions on a card: Launches for the sums of `work/convolutions.py`.

They are the products of `matmul.py` but for where elements lie: a thread finds the offsets of its
rows once, and those of steps with each part that it brings to shared memory. Neighbouring threads
store neighbouring rows, which mostly lie side by side.
"""

import functools
import math

import numpy as np

from ..language.memory import value, vector, word
from ..language.source import T
from ..work.convolutions import AXES, Moving
from . import matmul
from .launch import BLOCKS, cuda, kernel_launch, strides_over
from .launch import THREADS as DEFAULT
from .matmul import multiply, place, share, share_results
from .offsets import first_item, item_step, offset

# Statics of the kernel, see `matmul.tile_statics`
DOWN, ACROSS, TALL, BROAD, DEPTH = 2, 4, 2, 3, 4
THREADS, HEIGHT, WIDTH, A_PITCH, B_PITCH, A_LOADS, B_LOADS = 8, 4, 12, 8, 16, 2, 6
SHARED, B_START = 192, 64
A_GROUP = B_GROUP = 1
ADDED = 0  # whether c is read

# The words of `contracted`: addresses of a, b, out and c, then geometry
M, N, K, A_ONE, B_ONE, OUT_ONE, C_ONE, B_COLUMN, OUT_COLUMN, C_COLUMN = range(4, 14)
ROWS_OF, A_ROWS, OUT_ROWS, STEPS_OF, A_STEPS, B_STEPS = range(14, 38, AXES)


def contracted(args):
    """for i, j: out[row i, j] = sum(a[row i, step k] * b[step k, j] for k) + c[j]"""
    shared = cuda.shared.array(SHARED, T, 16)  # a part of a, one of b; at last the results
    a_own, a_at = cuda.local.array(A_LOADS, T), cuda.local.array(A_LOADS, np.int64)
    b_own, b_at = cuda.local.array(B_LOADS, T), cuda.local.array(B_LOADS, np.int64)
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
    for load in range(A_LOADS):
        i = min(top + place(thread, load, 0, HEIGHT)[0], m - 1)
        a_at[load] = a + offset(args, i, AXES, ROWS_OF, A_ROWS)
    for load in range(B_LOADS):
        j = min(left + place(thread, load, 0, WIDTH)[0], n - 1)
        b_at[load] = b + j * word(args, B_COLUMN)
    for start in range(0, steps, DEPTH):
        fetch(args, a_at, a_own, start, steps, thread, A_LOADS, HEIGHT, A_STEPS)
        fetch(args, b_at, b_own, start, steps, thread, B_LOADS, WIDTH, B_STEPS)
        cuda.syncthreads()  # nobody reads the part before any more
        share(a_own, shared, 0, thread, A_LOADS, 0, HEIGHT, A_PITCH)
        share(b_own, shared, B_START, thread, B_LOADS, 0, WIDTH, B_PITCH)
        cuda.syncthreads()
        multiply(shared, sums, row, B_START + column)
    cuda.syncthreads()
    share_results(sums, shared, row, column)
    cuda.syncthreads()
    store(args, group, top, left, shared, thread)


def fetch(args, at, own, start, steps, thread, loads, length, strides):
    """This thread's share of a part of a or b, 0 beyond the steps."""
    for load in range(loads):
        k = start + place(thread, load, 0, length)[1]
        own[load] = T(0)
        if k < steps:
            own[load] = value(at[load] + offset(args, k, AXES, STEPS_OF, strides), T)


def store(args, group, top, left, shared, thread):
    """out = sums + c, as far as the tile lies inside; neighbours take neighbouring rows"""
    out = word(args, 2) + group * word(args, OUT_ONE)
    c = word(args, 3) + group * word(args, C_ONE)
    for load in range(TALL * BROAD):
        at = thread + load * THREADS
        i, j = at % HEIGHT, at // HEIGHT
        if top + i < word(args, M) and left + j < word(args, N):
            total = shared[np.uintp(i * WIDTH + j)]
            if ADDED:
                total += value(c + (left + j) * word(args, C_COLUMN), T)
            to = out + offset(args, top + i, AXES, ROWS_OF, OUT_ROWS)
            vector(to + (left + j) * word(args, OUT_COLUMN), T)[0] = total


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


def pack(dtype, total):
    """The right operand is read where it lies: there is nothing to launch, and no panels."""
    return None, 0


@functools.lru_cache(maxsize=4096)
def contract(dtype, total, added, tile=None):
    """Launch(a, b, out, c): a Sum; c is read if `added`."""
    groups, m, n, k = total.shape
    tile = tile or matmul.tile_of(total.itemsize, m, n, groups)
    words = [m, n, k, total.a.group, total.b.group, total.out.group, n * total.itemsize]
    words += [total.b.column, total.out.column, total.itemsize]
    words += [*total.rows, *total.a.rows, *total.out.rows]
    words += [*total.steps, *total.a.steps, *total.b.steps]
    statics = {**matmul.tile_statics(dtype, tile), "ADDED": int(added)}
    count = tile.blocks(m, n) * groups
    return kernel_launch(contracted, dtype, count, count, tile.threads, words, (2,), total,
                         **statics)  # fmt: skip
