"""The kernel of convolutions whose vectors lie along lines of places: box by box of results.

What the taps of a box reach is copied beside each other, with zeros where the image ends, so that
a step of the sum is one offset for all places: see `boxes.py` for how it lies.
"""

import numpy as np

from ..language.memory import primitive, scratch, strided, value, vector, word
from ..language.source import T
from .convolution_loops import clear, framed_row

# ------------------------------------------------------------------------------- primitives


@primitive
def tile_at_offsets(a, first, b, steps_at, steps, out, out_row, rows, columns, source, source_row,
                    ROWS, LANES, MASKED, FUSED, dtype):  # fmt: skip
    """A `tile` of a panel of ROWS, whose step k of b lies at an offset of a table.

    The sums of its rows start from `first`.
    """
    a_row = dtype().itemsize
    a_step = ROWS * a_row
    for i in range(rows):
        for j in range(columns):
            total = value(first + i * a_row, dtype)
            for k in range(steps):
                x = value(a + i * a_row + k * a_step, dtype)
                total += x * vector(b + word(steps_at, k), dtype)[j]
            if source != 0:
                total += vector(source + i * source_row, dtype)[j]
            vector(out + i * out_row, dtype)[j] = total


# ---------------------------------------------------------------------------------- kernels
# Statics, see `matmul.tile_statics`; these are the values with 128-bit vectors.

ROWS, LANES, SIZE, MASKED, FUSED, NEAR, OUT_NEAR = 4, 8, 4, 0, 1, 0, 0
STRIP = 1 << 15  # words of what the taps of some channels reach
SUMS = 1 << 14  # words of the results of a box
STEPS = 256  # the most steps that are summed before others are copied

# The words of a block: after the addresses of the images, the panels, out and c
CHANNELS, COLUMNS, TAPS, PANEL, WITH_C, SOME, BROAD, ACROSS = range(4, 12)
DIRECT, FLAT, CHANNEL, RESIDUES, RESIDUE, WRITTEN = range(12, 18)
BOXES, BOX, EXTENTS, PITCHES = range(18, 34, 4)  # four axes each: images, then space
FRAME, STEP, SIZES = range(34, 43, 3)
X_GROUP, X_IMAGE, X_CHANNEL, X_DIMS, OUT_GROUP, OUT_COLUMN, OUT_AXES = 43, 44, 45, 46, 49, 50, 51
TABLE = 55  # of each tap its place in a strip, then of each residue where it begins


def contract_boxes(args, lo, hi):
    """for each box: for o, q: out[o, q] = sum(w[k, o] * x[step k, q] for k) + c[o]

    Some channels after the others are copied, then summed for ROWS columns by LANES places at once.
    A box is DIRECT if its places lie side by side in out as well as in the copy.
    """
    channels, columns, taps = word(args, CHANNELS), word(args, COLUMNS), word(args, TAPS)
    across, flat = word(args, ACROSS), word(args, FLAT) * SIZE
    panels = (columns + ROWS - 1) // ROWS
    strip, sums, steps_at = scratch(STRIP), scratch(SUMS), scratch(STEPS)
    zeros = scratch(ROWS)
    clear(zeros, 0, ROWS)
    box, counts = scratch(4), scratch(4)
    for item in range(lo, hi):
        place = find_box(args, item, box, counts)
        group, left = place // across, place % across * word(args, BROAD)
        broad = min(word(args, BROAD), columns - left)
        x = word(args, 0) + group * word(args, X_GROUP)
        out = word(args, 2) + group * word(args, OUT_GROUP) + left * word(args, OUT_COLUMN)
        for axis in range(4):
            out += word(box, axis) * word(args, OUT_AXES + axis)
        to, to_row = sums, flat
        if word(args, DIRECT):
            to, to_row = out, word(args, OUT_COLUMN)
        count = places_in(args, counts)
        for start in range(0, max(channels, 1), word(args, SOME)):
            some = min(word(args, SOME), channels - start)
            copy_box(args, x + start * word(args, X_CHANNEL), some, box, counts, strip)
            tell_steps(args, some, taps, steps_at)
            for j in range(0, broad, ROWS):
                panel = group * panels + (left + j) // ROWS
                weights = word(args, 1) + panel * word(args, PANEL) + start * taps * ROWS * SIZE
                first = zeros
                if start == 0 and word(args, WITH_C):
                    first = word(args, 3) + (group * columns + left + j) * SIZE
                for q in range(0, count, LANES):
                    at = to + j * to_row + q * SIZE
                    source = at if start > 0 else 0
                    tile_at_offsets(
                        weights, first, strip + q * SIZE, steps_at, some * taps, at, to_row,
                        min(ROWS, broad - j), min(LANES, count - q), source, to_row,
                        ROWS, LANES, MASKED, FUSED, T,
                    )  # fmt: skip
        if word(args, DIRECT) == 0:
            put_box(args, sums, broad, counts, out)


def places_in(args, counts):
    """How many places a box has in the copy, from its first to its last."""
    count = 1
    for axis in range(4):
        count += (word(counts, axis) - 1) * word(args, PITCHES + axis)
    return count


def tell_steps(args, channels, taps, steps_at):
    """for channel, tap: steps[channel, tap] = where what it reaches begins in the copy, in bytes"""
    table = vector(steps_at, np.int64)
    for channel in range(channels):
        for tap in range(taps):
            at = channel * word(args, CHANNEL) + word(args, TABLE + tap)
            table[channel * taps + tap] = at * SIZE


def find_box(args, item, box, counts):
    """Write where the box of an item begins and its extents, and return what is left of the item"""
    first, count = vector(box, np.int64), vector(counts, np.int64)
    for axis in range(3, -1, -1):
        boxes, extent = word(args, BOXES + axis), word(args, BOX + axis)
        first[axis] = item % boxes * extent
        count[axis] = min(extent, word(args, EXTENTS + axis) - first[axis])
        item //= boxes
    return item


def copy_box(args, x, channels, box, counts, strip):
    """for c, residue, n, d, h, w: strip[c, residue, n, d, h, w] = x[n, c, ...], 0 outside of x

    The element m of a residue r along a dim is the one at low + (first + m) * step + r.
    """
    planes, height, width = word(args, FRAME), word(args, FRAME + 1), word(args, FRAME + 2)
    step, x_step, columns = word(args, STEP + 2), word(args, X_DIMS + 2), word(args, SIZES + 2)
    residues = args + 8 * (TABLE + word(args, TAPS))
    for c in range(channels):
        for r in range(word(args, RESIDUES)):
            first, at = residues + 24 * r, x + c * word(args, X_CHANNEL)
            to = strip + (c * word(args, CHANNEL) + r * word(args, RESIDUE)) * SIZE
            left = word(box, 3) * step + word(first, 2)
            last = min(max((columns - left + step - 1) // step, 0), width)
            begin = min(max((step - 1 - left) // step, 0), last)
            dense = NEAR and word(args, X_DIMS + 1) == width * SIZE and word(args, STEP + 1) == 1
            as_one = dense and width == columns and begin < last
            for n in range(word(box, 0), word(box, 0) + word(counts, 0)):
                for d in range(word(box, 1), word(box, 1) + planes):
                    plane = d * word(args, STEP) + word(first, 0)
                    inside = 0 <= plane < word(args, SIZES)
                    image = at + n * word(args, X_IMAGE) + plane * word(args, X_DIMS)
                    image += left * x_step
                    if as_one and inside:
                        top, lines = word(box, 2) + word(first, 1), word(args, SIZES + 1)
                        framed_plane(image, top, height, lines, begin, last, width, left, to)
                        to += height * width * SIZE
                        continue
                    for h in range(word(box, 2), word(box, 2) + height):
                        line = h * word(args, STEP + 1) + word(first, 1)
                        if inside and 0 <= line < word(args, SIZES + 1):
                            row = image + line * word(args, X_DIMS + 1)
                            framed_row(row, step * x_step, begin, last, width, to)
                        else:
                            clear(to, 0, width)
                        to += width * SIZE
            clear(to, 0, word(args, WRITTEN))


def framed_plane(x, top, height, lines, first, last, width, left, out):
    """The lines from `top` on of a plane of so many, each `left` elements further on, zeros outside

    They lie behind each other: all are copied as one, then the ends of each cleared.
    """
    begin = min(max(-top, 0), height)
    end = max(min(lines - top, height), begin)
    clear(out, 0, begin * width)
    row, elements = vector(out, T), vector(x + top * width * SIZE, T)
    for k in range(begin * width + max(-left, 0), end * width - max(left, 0)):
        row[k] = elements[k]
    for line in range(begin, end):
        clear(out + line * width * SIZE, 0, first)
        clear(out + line * width * SIZE, last, width)
    clear(out, end * width, height * width)


def put_box(args, sums, columns, counts, out):
    """for o, n, d, h, w: out[o, n, d, h, w] = sums[o, where the place lies], line by line"""
    width, out_step = word(counts, 3), word(args, OUT_AXES + 3)
    for j in range(columns):
        row = sums + j * word(args, FLAT) * SIZE
        to = out + j * word(args, OUT_COLUMN)
        for n in range(word(counts, 0)):
            for d in range(word(counts, 1)):
                for h in range(word(counts, 2)):
                    at = n * word(args, PITCHES) + d * word(args, PITCHES + 1)
                    at += h * word(args, PITCHES + 2)
                    line = to + n * word(args, OUT_AXES) + d * word(args, OUT_AXES + 1)
                    line += h * word(args, OUT_AXES + 2)
                    put_line(row + at * SIZE, width, line, out_step)


def put_line(x, count, out, out_step):
    """for w: out[w] = x[w]"""
    row = vector(x, T)
    if OUT_NEAR:
        side_by_side = vector(out, T)
        for w in range(np.uintp(count)):
            side_by_side[w] = row[w]
    else:
        elements = strided(out, out_step, T)
        for w in range(count):
            elements[w] = row[w]
