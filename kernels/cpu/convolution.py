"""Convolutions: Launches for the sums of `work/convolutions.py`.

A block of rows and columns is an item. It is summed in tiles, DEPTH steps after DEPTH steps in
their order, and put where it belongs, which is mostly its transpose. Each element is computed by
one thread in one order: neither threads nor the choice of blocks change its bits.
"""

import functools
import math

import numpy as np

from ..language.source import kernel_entry
from ..work.convolutions import Moving
from . import convolution_loops as loops
from . import machine
from .launch import Launch
from .matmul import SERIAL_BYTES, SMALL_WORK, tile_height, tile_statics

BLOCKS = 16  # at least so many, if each is worth a thread
PANELS = 4  # of the right operand in a block


@functools.lru_cache(maxsize=4096)
def frame(dtype, images, channels, size, strides, frame):
    """Launch(x, out): the part `frame` of x (images, channels, *size), dense, with zeros around.

    `strides` are those of x, in bytes.
    """
    item = np.dtype(dtype).itemsize
    planes, height, width = frame.extents
    words = [channels, planes, height, width, *strides, *frame.low, *size]
    shape = (images, channels, *frame.extents)
    statics = {"SIZE": item, "NEAR": int(strides[-1] == item)}
    nbytes = 2 * math.prod(shape) * item
    return _launch(loops.frame, dtype, images * channels * planes, height * width * item, words,
                   Moving(shape, nbytes), 1, statics)  # fmt: skip


def pack(dtype, total):
    """(Launch(b, panels), elements of the panels): the right operand of a Sum as it is read."""
    return _pack(dtype, total, machine.current())


@functools.lru_cache(maxsize=4096)
def _pack(dtype, total, cpu):
    statics = tile_statics(dtype, cpu.vector_bytes, cpu.fused)
    groups, _, columns, steps = total.shape
    panels, lanes = -(-columns // statics["LANES"]), statics["LANES"]
    runs = -(-steps // loops.RUN)
    words = [columns, steps, panels, runs, steps * lanes * total.itemsize, total.b.group]
    words += [total.b.column, len(total.steps), *total.steps, *total.b.steps]
    count = groups * panels * lanes * steps
    work = Moving((groups, columns, steps), 2 * count * total.itemsize)
    launch = _launch(loops.pack, dtype, groups * panels * runs, loops.RUN * lanes * total.itemsize,
                     words, work, 1, statics)  # fmt: skip
    return launch, count


def contract(dtype, total, added):
    """Launch(a, panels, out, c): a Sum; c is read if `added`."""
    return _contract(dtype, total, added, machine.current())


@functools.lru_cache(maxsize=4096)
def _contract(dtype, total, added, cpu):
    statics = tile_statics(dtype, cpu.vector_bytes, cpu.fused)
    groups, m, n, k = total.shape
    statics = {**statics, "ROWS": tile_height(m, statics["ROWS"])}
    height, broad, flops = _block(total.shape, statics, total.itemsize)
    down, across = -(-m // height), -(-n // broad)
    panel = k * statics["LANES"] * total.itemsize
    words = [m, n, k, total.a.group, panel, total.out.group, total.out.column]
    words += [n * total.itemsize, int(added), height, broad, down, across]
    words += [len(total.rows), *total.rows, *total.a.rows, *total.out.rows]
    words += [len(total.steps), *total.steps, *total.a.steps]
    entry = functools.partial(kernel_entry, loops.contract, dtype, **statics)
    grain = max(1, SMALL_WORK // max(1, flops))
    return Launch(entry, groups * down * across, np.array(words, np.int64), grain, (2,), total)


def _block(shape, statics, size):
    """Rows and columns of a block, and the operations in it."""
    groups, m, n, k = shape
    rows, lanes = statics["ROWS"], statics["LANES"]
    panels = -(-n // lanes)
    width = -(-panels // -(-panels // PANELS))
    most = min(loops.TALL, loops.SUMS * 8 // (width * lanes * size)) // rows
    tiles, across = -(-m // rows), groups * -(-panels // width)
    fewest = -(-SMALL_WORK // (2 * rows * width * lanes * max(k, 1)))
    height = min(most, max(fewest, -(-tiles * across // BLOCKS)), tiles)
    height = -(-tiles // -(-tiles // max(height, 1)))  # blocks of about the same height
    return height * rows, width * lanes, 2 * height * rows * width * lanes * k


def _launch(kernel, dtype, items, item_bytes, words, work, written, statics):
    entry = functools.partial(kernel_entry, kernel, dtype, **statics)
    grain = max(1, SERIAL_BYTES // max(1, item_bytes))
    return Launch(entry, items, np.array(words, np.int64), grain, (written,), work)
