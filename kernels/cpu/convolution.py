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
from . import boxes, machine, pairs
from . import convolution_loops as loops
from .launch import Launch
from .matmul import SERIAL_BYTES, SMALL_WORK, square, tile_height, tile_statics

BLOCKS = 16  # at least so many, if each is worth a thread
FEW_COLUMNS = 3  # from here on a tile has rows enough
BUSY = 8  # rows of a tile, by two vectors, that take all the time of a core
FILLED = 0.5  # the part of vectors that boxes must fill
BROAD = 128  # bytes of a row of a block: it is tall, for its columns are far apart in memory


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
    """(Launch(b, panels), elements of the panels): the right operand of a Sum as it is read.

    None stands for the Launch where it is read as it lies.
    """
    return _pack(dtype, total, machine.current())


@functools.lru_cache(maxsize=4096)
def _pack(dtype, total, cpu):
    way, statics = _way(dtype, total, cpu)
    if way in ("dots", "pairs"):
        return None, 0
    if way == "lines":
        statics = {**statics, "LANES": 1, "SIDE": 1}
    elif way == "boxes":
        statics = _box_statics(total, statics)
        rows = statics["ROWS"]
        statics = {**statics, "LANES": rows, "SIDE": square(rows, total.itemsize, cpu.vector_bytes)}
    groups, _, columns, steps = total.shape
    panels, lanes = -(-columns // statics["LANES"]), statics["LANES"]
    runs = -(-steps // loops.RUN)
    words = [columns, steps, panels, runs, steps * lanes * total.itemsize, total.b.group]
    words += [total.b.column, len(total.steps), *total.steps, *total.b.steps]
    count = groups * panels * lanes * steps
    work = Moving((groups, columns, steps), 2 * count * total.itemsize)
    item_bytes = min(steps, loops.RUN) * lanes * total.itemsize
    return _launch(loops.pack, dtype, groups * panels * runs, item_bytes, words, work, 1,
                   statics), count  # fmt: skip


def bare(dtype, total):
    """Whether a Sum takes images as they lie, without a frame, and from their first element on."""
    return _way(dtype, total, machine.current())[0] in ("boxes", "pairs")


def _box_statics(total, statics):
    """The constants of kernels whose rows are columns of a Sum."""
    most = statics["ROWS"]
    exact = (rows for rows in range(most, BUSY - 1, -1) if total.columns % rows == 0)
    return {**statics, "ROWS": next(exact, tile_height(total.columns, most))}


def _box_cut(total, statics):
    """The Cut into boxes, whose tiles are two vectors broad."""
    return boxes.cut(total, statics["ROWS"], statics["LANES"] // 2)


def _way(dtype, total, cpu):
    """How a Sum is computed, and the constants of its kernels.

    By "tiles" of rows and vectors of columns; where columns are few by vectors along "lines" of
    rows, or of steps ("dots"): what takes the fewest vectors, with what it costs to bring them. By
    "boxes" of places where these mostly fill vectors, or "pairs" of runs where that is quicker.
    """
    statics = tile_statics(dtype, cpu.vector_bytes, cpu.fused)
    if total.columns >= FEW_COLUMNS and total.turned:
        if pairs.cut(total, cpu) is not None:
            return "pairs", statics
    elif total.columns >= FEW_COLUMNS and total.reach is not None:
        found = _box_cut(total, _box_statics(total, statics))
        if found is not None and boxes.use(total, found) >= FILLED:
            return "boxes", statics
    lanes, size, columns = cpu.vector_bytes // total.itemsize, total.itemsize, total.columns
    if lanes < 2 or 0 in total.steps:
        return "tiles", statics

    def cost(length, *steps):
        apart = sum(step != size for step in steps)
        return columns * -(-length // lanes) / length * (1.5 + apart * lanes / 2)

    ways = {
        "tiles": -(-columns // lanes),
        "lines": cost(total.rows[-1], total.a.rows[-1], total.out.rows[-1]),
    }
    if total.b.steps[-1] == size:
        ways["dots"] = cost(total.steps[-1], total.a.steps[-1])
    return min(ways, key=ways.get), statics


def contract(dtype, total, added):
    """Launch(a, panels, out, c): a Sum; c is read if `added`."""
    return _contract(dtype, total, added, machine.current())


@functools.lru_cache(maxsize=4096)
def _contract(dtype, total, added, cpu):
    way, statics = _way(dtype, total, cpu)
    made = {"tiles": _tiles, "lines": _lines, "dots": _dots, "boxes": _boxes, "pairs": _pairs}[way]
    kernel, items, flops, words, statics, pieces = made(total, added, statics, cpu)
    entry = functools.partial(kernel_entry, kernel, dtype, **statics)
    grain = max(1, SMALL_WORK // max(1, flops))
    return Launch(entry, items, np.array(words, np.int64), grain, (2,), total.in_pieces(*pieces))


def _boxes(total, added, statics, cpu):
    statics = _box_statics(total, statics)
    return boxes.launched(total, _box_cut(total, statics), added, statics)


def _pairs(total, added, statics, cpu):
    return pairs.launched(total, pairs.cut(total, cpu), statics, cpu)


def _tiles(total, added, statics, cpu):
    groups, m, n, k = total.shape
    statics = {**statics, "ROWS": tile_height(m, statics["ROWS"])}
    height, broad, flops = _block(total.shape, statics, total.itemsize)
    rows, a_rows, out_rows = _in_memory_order(total)
    down, across = -(-m // height), -(-n // broad)
    panel = k * statics["LANES"] * total.itemsize
    words = [m, n, k, total.a.group, panel, total.out.group, total.out.column]
    words += [n * total.itemsize, int(added), height, broad, down, across]
    words += [len(rows), *rows, *a_rows, *out_rows]
    words += [len(total.steps), *total.steps, *total.a.steps]
    pieces = broad, True, [(m, height)]
    return loops.contract, groups * down * across, flops, words, statics, pieces


def _in_memory_order(total):
    """The axes of rows, with their steps, as they lie in the result: each row behind the last one.

    Those of kernels do not where channels lie last.
    """
    axes = zip(total.rows, total.a.rows, total.out.rows, strict=True)
    return zip(*sorted(axes, key=lambda axis: (axis[0] > 1, -axis[2])), strict=True)


def _lines(total, added, statics, cpu):
    groups, m, n, k = total.shape
    size, length = total.itemsize, total.rows[-1]
    lines = m // length
    height = _lines_of_item(lines, groups, 2 * length * n * k)
    words = [lines, n, k, total.a.group, k * size, total.out.group, total.out.column, n * size]
    words += [int(added), height, length, total.a.rows[-1], total.out.rows[-1]]
    words += [len(total.rows), 1, *total.rows[:-1], 0, *total.a.rows[:-1], 0, *total.out.rows[:-1]]
    words += [len(total.steps), *total.steps, *total.a.steps]
    near = {"NEAR": int(total.a.rows[-1] == size), "OUT_NEAR": int(total.out.rows[-1] == size)}
    statics = {**statics, **near, "ROWS": 8, "LANES": cpu.vector_bytes // size}
    flops = 2 * height * length * n * k
    pieces = n, True, [(m, height * length)]
    return loops.contract_lines, groups * -(-lines // height), flops, words, statics, pieces


def _dots(total, added, statics, cpu):
    groups, m, n, k = total.shape
    size, length, lanes = total.itemsize, total.steps[-1], cpu.vector_bytes // total.itemsize
    rows = tile_height(m, statics["ROWS"])
    most = max(1, min(loops.TALL, loops.SUMS * 8 // (n * lanes * size)) // rows) * rows
    height = min(most, -(-_lines_of_item(m, groups, 2 * n * k) // rows) * rows)
    words = [m, n, k // length, total.a.group, total.b.group, total.out.group, total.out.column]
    words += [n * size, int(added), height, length, total.a.steps[-1], total.b.column]
    words += [len(total.rows), *total.rows, *total.a.rows, *total.out.rows]
    words += [len(total.steps), 1, *total.steps[:-1], 0, *total.a.steps[:-1]]
    words += [0, *total.b.steps[:-1]]
    near = int(total.a.steps[-1] == size)
    statics = {**statics, "NEAR": near, "ROWS": rows, "LANES": lanes}
    flops = 2 * height * n * k
    pieces = n, True, [(m, height)]
    return loops.contract_dots, groups * -(-m // height), flops, words, statics, pieces


def _lines_of_item(lines, groups, flops):
    """Lines of an item, each with so many operations: enough of both for all threads."""
    fewest = -(-SMALL_WORK // max(1, flops))
    return max(1, min(loops.TALL, lines, max(fewest, -(-lines * groups // BLOCKS))))


def _block(shape, statics, size):
    """Rows and columns of a block, and the operations in it."""
    groups, m, n, k = shape
    rows, lanes = statics["ROWS"], statics["LANES"]
    panels = -(-n // lanes)
    width = min(panels, max(1, BROAD // (lanes * size)))
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
