"""The kernels of convolutions: frames around images, panels of the right operand, the sum itself.

See `work/convolutions.py` for what is summed, and `tiles.py` for the primitives.
"""

import numpy as np

from ..language.memory import prefetch, primitive, scratch, strided, value, vector, word
from ..language.source import T
from .matmul_loops import offset, pack_panel, transpose_lanes

# ------------------------------------------------------------------------------- primitives


@primitive
def tile_by_offsets(a, rows_at, steps_at, b, b_step, steps, out, out_row, rows, columns,
                    source, source_row, ROWS, LANES, MASKED, FUSED, dtype):  # fmt: skip
    """A `tile` whose left element (i, k) lies at the sum of two offsets, each of a table."""
    for i in range(rows):
        for j in range(columns):
            total = dtype(0)
            for k in range(steps):
                x = value(a + word(rows_at, i) + word(steps_at, k), dtype)
                total += x * vector(b + k * b_step, dtype)[j]
            if source != 0:
                total += vector(source + i * source_row, dtype)[j]
            vector(out + i * out_row, dtype)[j] = total


@primitive
def copy_every_other(x, out, LANES, dtype):
    """out[k] = x[2 * k] for k < LANES"""
    for k in range(LANES):
        vector(out, dtype)[k] = vector(x, dtype)[2 * k]


@primitive
def line_sums(a, a_step, rows_at, steps_at, b, b_step, steps, out, out_step, outs_at,
              rows, columns, start, again,
              ROWS, LANES, NEAR, OUT_NEAR, MASKED, FUSED, dtype):  # fmt: skip
    """Lines of `out`: start + sum(b[k] * line of a at step k for k), added to `out` if `again`."""
    for i in range(rows):
        for w in range(min(columns, LANES)):
            total = start
            for k in range(steps):
                x = value(a + word(rows_at, i) + word(steps_at, k) + w * a_step, dtype)
                total += x * value(b + k * b_step, dtype)
            at = vector(out + word(outs_at, i) + w * out_step, dtype)
            at[0] = at[0] + total if again else total


@primitive
def line_dots(a, a_step, rows_at, steps_at, b, b_steps_at, steps, columns, sums, ROWS, LANES,
              NEAR, FUSED, dtype):  # fmt: skip
    """sums[i, w] += a[row i, step k, w] * b[step k, w] for k, lane by lane"""
    for i in range(ROWS):
        row = vector(sums + i * LANES * dtype(0).itemsize, dtype)
        for k in range(steps):
            for w in range(min(columns, LANES)):
                x = value(a + word(rows_at, i) + word(steps_at, k) + w * a_step, dtype)
                row[w] += x * vector(b + word(b_steps_at, k), dtype)[w]


# ---------------------------------------------------------------------------------- kernels
# Statics, see `matmul.tile_statics`; these are the values with 128-bit vectors.

ROWS, LANES, SIDE, SIZE, MASKED, FUSED, NEAR, OUT_NEAR = 4, 8, 4, 4, 0, 1, 0, 0
DEPTH = 256  # steps that are summed before they are added to the rest
SUMS = 8192  # words of a block of results, as it is summed
TALL = 1024  # the most rows of a block
TURNED = 256  # rows of a column that are turned together
SOME = 8  # every other element of a line, taken together
RUN = 1024  # steps that are packed as one item

# The words of a block of `frame`: after the addresses of x and out
X, OUT_AT, CHANNELS, PLANES, HEIGHT, WIDTH, X_IMAGE, X_CHANNEL, X_PLANE, X_ROW, X_STEP = range(11)
LOW, SIZES = 11, 14  # three words each


def frame(args, lo, hi):
    """for n, c, d, h, w: out[n, c, d, h, w] = x[n, c, d + low, h + low, w + low], 0 outside of x"""
    channels, planes = word(args, CHANNELS), word(args, PLANES)
    height, width = word(args, HEIGHT), word(args, WIDTH)
    low, columns = word(args, LOW + 2), word(args, SIZES + 2)
    first = min(max(-low, 0), width)
    last = max(min(columns - low, width), first)
    for item in range(lo, hi):
        image, plane = item // planes, item % planes + word(args, LOW)
        x = word(args, X) + image // channels * word(args, X_IMAGE) + plane * word(args, X_PLANE)
        x += image % channels * word(args, X_CHANNEL) + low * word(args, X_STEP)
        out = word(args, OUT_AT) + item * height * width * SIZE
        inside = 0 <= plane < word(args, SIZES)
        for h in range(height):
            line = h + word(args, LOW + 1)
            if inside and 0 <= line < word(args, SIZES + 1):
                at = x + line * word(args, X_ROW)
                framed_row(at, word(args, X_STEP), first, last, width, out + h * width * SIZE)
            else:
                clear(out + h * width * SIZE, 0, width)


def framed_row(x, x_step, first, last, width, out):
    """Elements from `first` to `last`, zeros around them."""
    clear(out, 0, first)
    row = vector(out, T)
    if NEAR:
        side_by_side = vector(x, T)
        for w in range(np.uintp(first), np.uintp(last)):
            row[w] = side_by_side[w]
    elif x_step == 2 * SIZE and last - first >= SOME:
        for w in range(first, last, SOME):
            at = min(w, last - SOME)
            copy_every_other(x + at * x_step, out + at * SIZE, SOME, T)
    else:
        elements = strided(x, x_step, T)
        for w in range(first, last):
            row[w] = elements[w]
    clear(out, last, width)


def clear(out, first, last):
    row = vector(out, T)
    for w in range(np.uintp(first), np.uintp(last)):
        row[w] = T(0)


# The words of a block of `pack`: after the addresses of b and of the panels
COLUMNS, STEPS, PANELS, RUNS, PANEL_BYTES, B_GROUP, B_COLUMN, PACK_AXES = range(2, 10)
PACK_STRIDES = PACK_AXES + 5


def pack(args, lo, hi):
    """for panel, k, lane: packed[panel, k, lane] = b[step k, column panel * LANES + lane]"""
    columns, steps, panels = word(args, COLUMNS), word(args, STEPS), word(args, PANELS)
    runs, b_column = word(args, RUNS), word(args, B_COLUMN)
    axes, strides = args + 8 * PACK_AXES, args + 8 * PACK_STRIDES
    inner, step = word(axes, 4), word(strides, 3)
    for item in range(lo, hi):
        panel, k = item // runs, item % runs * RUN
        group, left = panel // panels, panel % panels * LANES
        lanes, stop = min(LANES, columns - left), min(k + RUN, steps)
        b = word(args, 0) + group * word(args, B_GROUP) + left * b_column
        packed = word(args, 1) + panel * word(args, PANEL_BYTES)
        while k < stop:
            count = min(inner - k % inner, stop - k)
            at = b + offset(axes, strides, k)
            pack_panel(at, b_column, step, lanes, count, packed + k * LANES * SIZE)
            k += count


# The words of a block of `contract`: after the addresses of a, the panels, out and c
M, N, K, A_GROUP, PANEL, OUT_GROUP, OUT_COLUMN, C_GROUP, WITH_C = range(4, 13)
TALLEST, BROAD, DOWN, ACROSS, ROW_AXES = range(13, 18)
A_ROWS, OUT_ROWS, STEP_AXES, A_STEPS = ROW_AXES + 5, ROW_AXES + 9, ROW_AXES + 13, ROW_AXES + 18


def contract(args, lo, hi):
    """for i, j: out[i, j] = sum(a[row i, step k] * b[k, j] for k) + c[j], block by block

    `a` lies at the sum of the offsets of row and step; b in panels of LANES columns.
    """
    m, n, steps = word(args, M), word(args, N), word(args, K)
    height, broad, across = word(args, TALLEST), word(args, BROAD), word(args, ACROSS)
    per_group, panels = word(args, DOWN) * across, (n + LANES - 1) // LANES
    rows_at, outs_at, steps_at = scratch(TALL), scratch(TALL), scratch(DEPTH)
    sums, turned = scratch(SUMS + 16 * LANES), scratch(SIDE * TURNED * SIZE // 8)
    for item in range(lo, hi):
        group, block = item // per_group, item % per_group
        top, left = block // across * height, block % across * broad
        rows, columns = min(height, m - top), min(broad, n - left)
        a = word(args, 0) + group * word(args, A_GROUP)
        b = word(args, 1) + (group * panels + left // LANES) * word(args, PANEL)
        c = word(args, WITH_C) * (word(args, 3) + group * word(args, C_GROUP) + left * SIZE)
        out = word(args, 2) + group * word(args, OUT_GROUP) + left * word(args, OUT_COLUMN)
        offsets(args + 8 * ROW_AXES, args + 8 * A_ROWS, top, rows, rows_at)
        offsets(args + 8 * ROW_AXES, args + 8 * OUT_ROWS, top, rows, outs_at)
        for start in range(0, max(steps, 1), DEPTH):
            depth = min(DEPTH, steps - start)
            offsets(args + 8 * STEP_AXES, args + 8 * A_STEPS, start, depth, steps_at)
            for j in range(0, columns, LANES):
                b_at = b + j // LANES * word(args, PANEL) + start * LANES * SIZE
                for i in range(0, rows, ROWS):
                    if start + DEPTH >= steps:
                        for lane in range(j, min(j + LANES, columns)):
                            prefetch(out + word(outs_at, i) + lane * word(args, OUT_COLUMN))
                    at = sums + (j // LANES * height + i) * LANES * SIZE
                    source, source_row = at, LANES * SIZE
                    if start == 0:
                        source, source_row = c + word(args, WITH_C) * j * SIZE, 0
                    tile_by_offsets(
                        a, rows_at + 8 * i, steps_at, b_at, LANES * SIZE, depth, at, LANES * SIZE,
                        min(ROWS, rows - i), min(LANES, columns - j), source, source_row,
                        ROWS, LANES, MASKED, FUSED, T,
                    )  # fmt: skip
        for j in range(0, columns, LANES):
            at = sums + j // LANES * height * LANES * SIZE
            lanes = min(LANES, columns - j)
            to = out + j * word(args, OUT_COLUMN)
            put(at, rows, lanes, to, word(args, OUT_COLUMN), outs_at, turned)


# The words of a block of `contract_lines`, where they are others
LENGTH, A_LINE, OUT_LINE = BROAD, DOWN, ACROSS


def contract_lines(args, lo, hi):
    """The same where columns are few: vectors along lines of rows, LENGTH elements each

    M counts lines, and the row axes are those of lines; a panel is one column.
    """
    lines, n, steps = word(args, M), word(args, N), word(args, K)
    height, length = word(args, TALLEST), word(args, LENGTH)
    a_step, out_step = word(args, A_LINE), word(args, OUT_LINE)
    down = (lines + height - 1) // height
    rows_at, outs_at, steps_at = scratch(TALL), scratch(TALL), scratch(DEPTH)
    for item in range(lo, hi):
        group, top = item // down, item % down * height
        count = min(height, lines - top)
        a = word(args, 0) + group * word(args, A_GROUP)
        out = word(args, 2) + group * word(args, OUT_GROUP)
        offsets(args + 8 * ROW_AXES, args + 8 * A_ROWS, top, count, rows_at)
        offsets(args + 8 * ROW_AXES, args + 8 * OUT_ROWS, top, count, outs_at)
        for start in range(0, max(steps, 1), DEPTH):
            depth = min(DEPTH, steps - start)
            offsets(args + 8 * STEP_AXES, args + 8 * A_STEPS, start, depth, steps_at)
            for j in range(n):
                b = word(args, 1) + (group * n + j) * word(args, PANEL) + start * SIZE
                first = T(0)
                if start == 0 and word(args, WITH_C) != 0:
                    first = value(word(args, 3) + group * word(args, C_GROUP) + j * SIZE, T)
                to = out + j * word(args, OUT_COLUMN)
                for i in range(0, count, ROWS):
                    for w in range(0, length, LANES):
                        line_sums(
                            a + w * a_step, a_step, rows_at + 8 * i, steps_at, b, SIZE, depth,
                            to + w * out_step, out_step, outs_at + 8 * i, min(ROWS, count - i),
                            min(LANES, length - w), first, start,
                            ROWS, LANES, NEAR, OUT_NEAR, MASKED, FUSED, T,
                        )  # fmt: skip


# The words of a block of `contract_dots`, where they are others: K counts lines
B_ONE, B_BESIDE = PANEL, ACROSS
B_STEPS = A_STEPS + 4


def contract_dots(args, lo, hi):
    """The same where columns are few and steps lie side by side: vectors along lines of steps

    K counts lines of LENGTH steps, and the step axes are those of lines; b lies as it is given.
    """
    m, n, lines = word(args, M), word(args, N), word(args, K)
    height, length, a_step = word(args, TALLEST), word(args, LENGTH), word(args, A_LINE)
    down = (m + height - 1) // height
    rows_at, a_at, b_at, sums = scratch(TALL), scratch(DEPTH), scratch(DEPTH), scratch(SUMS)
    for item in range(lo, hi):
        group, top = item // down, item % down * height
        count = min(height, m - top)
        a = word(args, 0) + group * word(args, A_GROUP)
        b = word(args, 1) + group * word(args, B_ONE)
        offsets(args + 8 * ROW_AXES, args + 8 * A_ROWS, top, count, rows_at)
        for i in range(count, height):
            vector(rows_at, np.int64)[i] = word(rows_at, count - 1)
        clear(sums, 0, n * height * LANES)
        for start in range(0, lines, DEPTH):
            depth = min(DEPTH, lines - start)
            offsets(args + 8 * STEP_AXES, args + 8 * A_STEPS, start, depth, a_at)
            offsets(args + 8 * STEP_AXES, args + 8 * B_STEPS, start, depth, b_at)
            for j in range(n):
                for w in range(0, length, LANES):
                    for i in range(0, count, ROWS):
                        line_dots(
                            a + w * a_step, a_step, rows_at + 8 * i, a_at,
                            b + j * word(args, B_BESIDE) + w * SIZE, b_at, depth, length - w,
                            sums + (j * height + i) * LANES * SIZE, ROWS, LANES, NEAR, FUSED, T,
                        )  # fmt: skip
        offsets(args + 8 * ROW_AXES, args + 8 * OUT_ROWS, top, count, rows_at)
        out = word(args, 2) + group * word(args, OUT_GROUP)
        for j in range(n):
            for i in range(count):
                lanes = vector(sums + (j * height + i) * LANES * SIZE, T)
                total = T(0)
                if word(args, WITH_C) != 0:
                    total = value(word(args, 3) + group * word(args, C_GROUP) + j * SIZE, T)
                for w in range(LANES):
                    total += lanes[w]
                vector(out + word(rows_at, i) + j * word(args, OUT_COLUMN), T)[0] = total


def offsets(axes, strides, first, count, table):
    """table[k] = the offset of item first + k over four axes, the last one first"""
    n1, n2, n3 = word(axes, 2), word(axes, 3), word(axes, 4)
    s0, s1, s2, s3 = word(strides, 0), word(strides, 1), word(strides, 2), word(strides, 3)
    i3, rest = first % n3, first // n3
    i2, rest = rest % n2, rest // n2
    i1, i0 = rest % n1, rest // n1
    at = i0 * s0 + i1 * s1 + i2 * s2 + i3 * s3
    words = vector(table, np.int64)
    for k in range(count):
        words[k] = at
        at, i3 = at + s3, i3 + 1
        if i3 == n3:
            at, i3, i2 = at + s2 - n3 * s3, 0, i2 + 1
            if i2 == n2:
                at, i2, i1 = at + s1 - n2 * s2, 0, i1 + 1
                if i1 == n1:
                    at, i1 = at + s0 - n1 * s1, 0


def put(sums, rows, lanes, out, out_column, rows_at, turned):
    """for i, j: out[row i, column j] = sums[i, j], column by column: lines of memory in their order

    Squares are turned beyond the last row and column, too, into memory that nobody reads.
    """
    for first in range(0, rows, TURNED):
        count = min(TURNED, rows - first)
        for j in range(0, lanes, SIDE):
            for i in range(0, count, SIDE):
                square = sums + ((first + i) * LANES + j) * SIZE
                transpose_lanes(square, LANES * SIZE, turned + i * SIZE, TURNED * SIZE, SIDE, T)
            for lane in range(min(SIDE, lanes - j)):
                column = turned + lane * TURNED * SIZE
                put_column(column, count, out + (j + lane) * out_column, rows_at + 8 * first)


def put_column(x, count, out, rows_at):
    """for i: out[row i] = x[i], run after run of rows that lie side by side

    Each row lies behind the one before.
    """
    i = 0
    while i < count:
        at, run = word(rows_at, i), count - i
        if word(rows_at, count - 1) != at + (run - 1) * SIZE:
            run = 1
            while i + run < count and word(rows_at, i + run) == at + run * SIZE:
                run += 1
        column, row = vector(x + i * SIZE, T), vector(out + at, T)
        for k in range(np.uintp(run)):
            row[k] = column[k]
        i += run
