"""The kernel of what adds up over all places: products of lines of images and lines of results.

Vectors lie along lines of places, of both operands: a sum of `kernels` is one of lanes until the
end. Images are copied as `box_loops.py` does it, results vector after vector.
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
from .matmul_loops import copy_lanes

# ------------------------------------------------------------------------------- primitives


@primitive
def pair_sums(x, rows_at, steps_at, steps, cut, columns, y, sums, sums_row,
              ROWS, PAIRED, LANES, FUSED, dtype):  # fmt: skip
    """sums[i, j, lane] += x[row i, step k, lane] * y[k, j, lane] for k

    Of `cut` more steps behind the first ones only `columns` elements of x count.
    """
    for k in range(steps + cut):
        for i in range(ROWS):
            at = vector(x + word(rows_at, i) + word(steps_at, k), dtype)
            for j in range(PAIRED):
                beside = vector(y, dtype)[(k * PAIRED + j) * LANES :]
                total = vector(sums + i * sums_row, dtype)[j * LANES :]
                for lane in range(LANES if k < steps else columns):
                    total[lane] += at[lane] * beside[lane]


@primitive
def lanes_total(x, LANES, dtype):
    """The sum of a vector, by halves."""
    lanes = [vector(x, dtype)[lane] for lane in range(LANES)]
    while len(lanes) > 1:
        half = len(lanes) // 2
        lanes = [a + b for a, b in zip(lanes[:half], lanes[half:], strict=True)]
    return lanes[0]


# ---------------------------------------------------------------------------------- kernels
# Statics; these are the values with 128-bit vectors

ROWS, PAIRED, LANES, SIZE, MASKED, FUSED, NEAR, Y_NEAR = 2, 4, 4, 4, 0, 1, 0, 0
STRIP = 1 << 15  # words of what the taps of some channels reach
LINES = 1 << 15  # words of lines of results, as they are read
SUMS = 1 << 16  # words of sums, lane by lane
STEPS = 1 << 11  # vectors of a line of results
ROWS_AT = 1 << 10  # rows of an item

# The words of a block: from CHANNEL on those of `box_loops.py`, in front of it but for TAPS others
ROWS_OF, COLUMNS, TALL, BROAD, DOWN, ACROSS, BOXES_OF = 4, 5, 7, 8, 9, 10, 11
OUT_AT, FLAT = 12, 13
Y_GROUP, Y_COLUMN, Y_AXES = OUT_GROUP, OUT_COLUMN, OUT_AXES
OUT_ROWS = 2  # from OUT_AT on: steps of groups and columns, then the axes of rows and their steps


def contract_pairs(args, lo, hi):
    """for c, tap, o: w[o, c, tap] = sum(x[n, c, place + tap] * y[n, o, place] for n, place)

    An item is a block of the result; it goes through all boxes of places in their order. Where
    lines fill few vectors it takes all places as one line, with zeros for those that are none; an
    infinity or a NaN beside one would then give NaN, so a block with one is computed line by line.
    """
    rows, columns, taps = word(args, ROWS_OF), word(args, COLUMNS), word(args, TAPS)
    tall, broad = word(args, TALL), word(args, BROAD)
    down, across = word(args, DOWN), word(args, ACROSS)
    rows_at, sums = scratch(ROWS_AT), scratch(SUMS)
    for item in range(lo, hi):
        group, block = item // (down * across), item % (down * across)
        top, left = block // across * tall, block % across * broad
        count, width = min(tall, rows - top), min(broad, columns - left)
        first = top // taps
        x = word(args, 0) + group * word(args, X_GROUP) + first * word(args, X_CHANNEL)
        y = word(args, 1) + group * word(args, Y_GROUP) + left * word(args, Y_COLUMN)
        into = args + 8 * word(args, OUT_AT)
        out = word(args, 2) + group * word(into, 0) + left * word(into, 1)
        flat = word(args, FLAT) != 0
        while True:
            find_rows(args, top - first * taps, count, rows_at)
            channels = (top + count - 1) // taps - first + 1
            sum_block(args, x, y, channels, count, width, flat, rows_at, sums)
            offsets(into + 8 * OUT_ROWS, into + 8 * OUT_ROWS + 40, top, count, rows_at)
            if put_sums(sums, count, width, out, word(into, 1), rows_at) or not flat:
                break
            flat = False


def find_rows(args, first, count, rows_at):
    """Where rows find the first place, and the last one again up to a whole tile of them"""
    table, taps = vector(rows_at, np.int64), word(args, TAPS)
    for i in range((count + ROWS - 1) // ROWS * ROWS):
        row = first + min(i, count - 1)
        at = row // taps * word(args, CHANNEL) + word(args, TABLE + row % taps)
        table[i] = at * SIZE


def sum_block(args, x, y, channels, count, width, flat, rows_at, sums):
    """sums[row, o, lane] = the sum of what each lane of a vector meets, over all boxes"""
    strip, lines, line = scratch(STRIP), scratch(LINES), scratch(STEPS * LANES)
    steps_at, box, counts = scratch(STEPS), scratch(4), scratch(4)
    panels = (width + PAIRED - 1) // PAIRED
    row_bytes = panels * PAIRED * LANES * SIZE
    clear(sums, 0, (count + ROWS - 1) // ROWS * ROWS * panels * PAIRED * LANES)
    for number in range(word(args, BOXES_OF)):
        find_box(args, number, box, counts)
        copy_box(args, x, channels, box, counts, strip)
        if flat:
            places = 1
            for axis in range(4):
                places += (word(counts, axis) - 1) * word(args, PITCHES + axis)
            table = vector(steps_at, np.int64)
            for k in range(0, places, LANES):
                table[k // LANES] = k * SIZE
            whole, end = places // LANES, places % LANES
            cut = min(end, 1)
        else:
            whole, cut = find_steps(args, counts, steps_at)
            end = word(counts, 3) % LANES
        lines_of(args, y, width, box, counts, flat, whole, cut, line, lines)
        for panel in range(panels):
            near = lines + panel * (whole + cut) * PAIRED * LANES * SIZE
            for i in range(0, count, ROWS):
                at = sums + i * row_bytes + panel * PAIRED * LANES * SIZE
                pair_sums(strip, rows_at + 8 * i, steps_at, whole, cut, end, near, at,
                          row_bytes, ROWS, PAIRED, LANES, FUSED, T)  # fmt: skip


def find_steps(args, counts, steps_at):
    """Where the vectors of all lines of a box lie, then the ends of the lines; how many of each"""
    table, width, k, whole = vector(steps_at, np.int64), word(counts, 3), 0, 0
    full = width // LANES * LANES
    for part in range(2):
        whole = k
        for n in range(word(counts, 0)):
            for d in range(word(counts, 1)):
                for h in range(word(counts, 2)):
                    at = n * word(args, PITCHES) + d * word(args, PITCHES + 1)
                    at += h * word(args, PITCHES + 2)
                    for w in range(part * full, width if part else full, LANES):
                        table[k] = (at + w) * SIZE
                        k += 1
    return whole, k - whole


def lines_of(args, y, columns, box, counts, flat, whole, cut, line, lines):
    """for panel, step, o, lane: lines[panel, step, o, lane] = y[o, place], 0 where there is none"""
    width, y_step = word(counts, 3), word(args, Y_AXES + 3)
    ends = line + whole * LANES * SIZE
    clear(line, 0, (whole + cut) * LANES)
    for axis in range(4):
        y += word(box, axis) * word(args, Y_AXES + axis)
    for j in range((columns + PAIRED - 1) // PAIRED * PAIRED):
        full, last = line, ends
        for n in range(word(counts, 0)):
            for d in range(word(counts, 1)):
                for h in range(word(counts, 2)):
                    x = y + n * word(args, Y_AXES) + d * word(args, Y_AXES + 1)
                    x += h * word(args, Y_AXES + 2)
                    if flat:
                        at = n * word(args, PITCHES) + d * word(args, PITCHES + 1)
                        at += h * word(args, PITCHES + 2)
                        take(x, y_step, width, line + at * SIZE)
                    else:
                        count = width // LANES * LANES
                        take(x, y_step, count, full)
                        take(x + count * y_step, y_step, width - count, last)
                        full, last = full + count * SIZE, last + LANES * SIZE
        to = lines + (j // PAIRED * (whole + cut) * PAIRED + j % PAIRED) * LANES * SIZE
        for k in range(whole + cut):
            at = line + k * LANES * SIZE
            copy_lanes(at, to + k * PAIRED * LANES * SIZE, LANES, LANES, MASKED, T)
        if j + 1 < columns:  # else the last one again, to fill a panel
            y += word(args, Y_COLUMN)


def take(x, x_step, count, to):
    """for w: to[w] = x[w]"""
    row = vector(to, T)
    if Y_NEAR:
        side_by_side = vector(x, T)
        for w in range(np.uintp(count)):
            row[w] = side_by_side[w]
    else:
        elements = strided(x, x_step, T)
        for w in range(count):
            row[w] = elements[w]


def put_sums(sums, rows, columns, out, out_column, rows_at):
    """for row, o: out[row, o] = the sum of its lanes; whether no one is NaN"""
    row_bytes = (columns + PAIRED - 1) // PAIRED * PAIRED * LANES * SIZE
    numbers = True
    for i in range(rows):
        for j in range(columns):
            total = lanes_total(sums + i * row_bytes + j * LANES * SIZE, LANES, T)
            numbers = numbers and total == total
            vector(out + word(rows_at, i) + j * out_column, T)[0] = total
    return numbers
