"""The kernel of what adds up over all places: products of lines of images and lines of results.

Vectors lie along runs of places, of both operands: a sum of `kernels` is one of lanes until the
end. Images are copied as `box_loops.py` does it, once for each tap along a line, so that they lie
as results do, which are read in place.
"""

import numpy as np

from ..language.memory import primitive, scratch, strided, vector, word
from ..language.source import T
from .box_loops import (
    CHANNEL,
    OUT_AXES,
    OUT_COLUMN,
    OUT_GROUP,
    PITCHES,
    TABLE,
    TAPS,
    X_CHANNEL,
    X_GROUP,
    copy_box,
    find_box,
)
from .convolution_loops import clear, offsets

# ------------------------------------------------------------------------------- primitives


@primitive
def pair_sums(x, rows_at, y, columns_at, runs_at, runs, steps, end, sums, sums_row,
              ROWS, PAIRED, LANES, FUSED, dtype):  # fmt: skip
    """sums[i, j, lane] += x[row i, k, lane] * y[column j, k, lane] for k, over all runs

    A run begins at an offset of x and one of y; it is `steps` vectors and `end` elements long.
    """
    size = dtype().itemsize
    for run in range(runs):
        x_at, y_at = x + word(runs_at, 2 * run), y + word(runs_at, 2 * run + 1)
        for k in range(steps * LANES + end):
            for i in range(ROWS):
                factor = vector(x_at + word(rows_at, i), dtype)[k]
                for j in range(PAIRED):
                    total = vector(sums + i * sums_row + j * LANES * size, dtype)
                    total[k % LANES] += factor * vector(y_at + word(columns_at, j), dtype)[k]


@primitive
def lanes_totals(x, out, LANES, dtype):
    """out[k] = the sum of the vector number k, by halves, for k < LANES"""
    for k in range(LANES):
        lanes = [vector(x, dtype)[k * LANES + lane] for lane in range(LANES)]
        while len(lanes) > 1:
            half = len(lanes) // 2
            lanes = [a + b for a, b in zip(lanes[:half], lanes[half:], strict=True)]
        vector(out, dtype)[k] = lanes[0]


# ---------------------------------------------------------------------------------- kernels
# Statics; these are the values with 128-bit vectors

ROWS, PAIRED, LANES, SIZE, NEAR, FUSED = 2, 4, 4, 4, 0, 1
STRIP = 1 << 15  # words of what the taps of some channels reach
SUMS = 1 << 16  # words of sums, lane by lane
RUNS = 1 << 11  # of a box
ROWS_AT = 1 << 10  # rows of an item
COLUMNS_AT = 1 << 8  # columns of an item

# The words of a block: from CHANNEL on those of `box_loops.py`, in front of it but for TAPS others
ROWS_OF, COLUMNS, TALL, BROAD, DOWN, ACROSS, BOXES_OF = 4, 5, 7, 8, 9, 10, 11
OUT_AT, AXIS = 12, 13
Y_GROUP, Y_COLUMN, Y_AXES = OUT_GROUP, OUT_COLUMN, OUT_AXES
OUT_ROWS = 2  # from OUT_AT on: steps of groups and columns, then the axes of rows and their steps


def contract_pairs(args, lo, hi):
    """for c, tap, o: w[o, c, tap] = sum(x[n, c, place + tap] * y[n, o, place] for n, place)

    An item is a block of the result; it goes through all boxes of places in their order.
    """
    rows, columns, taps = word(args, ROWS_OF), word(args, COLUMNS), word(args, TAPS)
    tall, broad = word(args, TALL), word(args, BROAD)
    down, across = word(args, DOWN), word(args, ACROSS)
    rows_at, sums = scratch(ROWS_AT), scratch(SUMS + LANES * LANES)
    for item in range(lo, hi):
        group, block = item // (down * across), item % (down * across)
        top, left = block // across * tall, block % across * broad
        count, width = min(tall, rows - top), min(broad, columns - left)
        first = top // taps
        x = word(args, 0) + group * word(args, X_GROUP) + first * word(args, X_CHANNEL)
        y = word(args, 1) + group * word(args, Y_GROUP) + left * word(args, Y_COLUMN)
        into = args + 8 * word(args, OUT_AT)
        out = word(args, 2) + group * word(into, 0) + left * word(into, 1)
        find_rows(args, top - first * taps, count, rows_at)
        channels = (top + count - 1) // taps - first + 1
        sum_block(args, x, y, channels, count, width, rows_at, sums)
        offsets(into + 8 * OUT_ROWS, into + 8 * OUT_ROWS + 40, top, count, rows_at)
        put_sums(sums, count, width, out, word(into, 1), rows_at)


def find_rows(args, first, count, rows_at):
    """Where rows find the first place, and the last one again up to a whole tile of them"""
    table, taps = vector(rows_at, np.int64), word(args, TAPS)
    for i in range((count + ROWS - 1) // ROWS * ROWS):
        row = first + min(i, count - 1)
        at = row // taps * word(args, CHANNEL) + word(args, TABLE + row % taps)
        table[i] = at * SIZE


def sum_block(args, x, y, channels, count, width, rows_at, sums):
    """sums[row, o, lane] = the sum of what each lane of a vector meets, over all boxes"""
    strip, columns_at, runs_at = scratch(STRIP), scratch(COLUMNS_AT), scratch(2 * RUNS)
    box, counts = scratch(4), scratch(4)
    panels = (width + PAIRED - 1) // PAIRED
    row_bytes = panels * PAIRED * LANES * SIZE
    clear(sums, 0, (count + ROWS - 1) // ROWS * ROWS * panels * PAIRED * LANES)
    find_columns(word(args, Y_COLUMN), width, panels, columns_at)
    for number in range(word(args, BOXES_OF)):
        find_box(args, number, box, counts)
        copy_box(args, x, channels, box, counts, strip)
        runs = find_runs(args, counts, runs_at)
        near = y
        for axis in range(4):
            near += word(box, axis) * word(args, Y_AXES + axis)
        length = 1
        for axis in range(word(args, AXIS), 4):
            length *= word(counts, axis)
        for panel in range(panels):
            for i in range(0, count, ROWS):
                at = sums + i * row_bytes + panel * PAIRED * LANES * SIZE
                pair_sums(
                    strip, rows_at + 8 * i, near, columns_at + 8 * panel * PAIRED,
                    runs_at, runs, length // LANES, length % LANES, at, row_bytes,
                    ROWS, PAIRED, LANES, FUSED, T,
                )  # fmt: skip


def find_columns(step, width, panels, columns_at):
    """Where columns begin, and the last one again up to a whole panel of them"""
    table = vector(columns_at, np.int64)
    for j in range(panels * PAIRED):
        table[j] = min(j, width - 1) * step


def find_runs(args, counts, runs_at):
    """Where runs of places begin, in the copy of images and in the results; how many there are

    A run goes over all places of a box from an AXIS on, planes or lines: they lie behind each other
    in both.
    """
    table, k = vector(runs_at, np.int64), 0
    for n in range(word(counts, 0)):
        for d in range(word(counts, 1)):
            for h in range(word(counts, 2) if word(args, AXIS) > 2 else 1):
                at = n * word(args, PITCHES) + d * word(args, PITCHES + 1)
                table[2 * k] = (at + h * word(args, PITCHES + 2)) * SIZE
                at = n * word(args, Y_AXES) + d * word(args, Y_AXES + 1)
                table[2 * k + 1] = at + h * word(args, Y_AXES + 2)
                k += 1
    return k


def put_sums(sums, rows, columns, out, out_column, rows_at):
    """for row, o: out[row, o] = the sum of its lanes

    All are written over the sums first: a column of `out` is one line of memory, far from others.
    """
    broad = (columns + PAIRED - 1) // PAIRED * PAIRED
    for i in range(rows):
        for j in range(0, broad, LANES):
            lanes_totals(sums + (i * broad + j) * LANES * SIZE, sums + (i * broad + j) * SIZE,
                         LANES, T)  # fmt: skip
    for j in range(columns):
        totals = strided(sums + j * SIZE, broad * SIZE, T)
        for i in range(rows):
            vector(out + word(rows_at, i) + j * out_column, T)[0] = totals[i]
