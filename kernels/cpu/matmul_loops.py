"""The kernels of the matrix product, and the plain meaning of the primitives in `tiles.py`.

Every kernel goes over independent items, so that any thread may take any of them. A block of
geometry ends with the batch axes: their number, their extents, and the strides of each operand.
"""

import numpy as np

from ..language.memory import primitive, scratch, strided, value, vector, wide, word
from ..language.source import T
from ..scalars import fma

# ------------------------------------------------------------------------------- primitives


@primitive
def tile(a, a_row, a_step, b, b_step, steps, out, out_row, rows, columns,
         source, source_row, alpha, beta, ROWS, LANES, MASKED, FUSED, dtype):  # fmt: skip
    """At most ROWS by LANES elements of `out`, added to `source`."""
    for i in range(rows):
        for j in range(columns):
            total = dtype(0)
            for k in range(steps):
                x = value(a + i * a_row + k * a_step, dtype)
                total += x * vector(b + k * b_step, dtype)[j]
            total *= alpha
            if source != 0:
                total += beta * vector(source + i * source_row, dtype)[j]
            vector(out + i * out_row, dtype)[j] = total


@primitive
def copy_lanes(x, out, columns, LANES, MASKED, dtype):
    """Copy side by side elements: `columns` of LANES if MASKED, else all."""
    for j in range(columns):
        vector(out, dtype)[j] = vector(x, dtype)[j]


@primitive
def transpose_lanes(x, x_row, out, out_row, SIDE, dtype):
    """Transpose a square of SIDE rows and columns."""
    for i in range(SIDE):
        for j in range(SIDE):
            vector(out + j * out_row, dtype)[i] = vector(x + i * x_row, dtype)[j]


@primitive
def dot_rows(x, x_row, y, y_row, steps, out, out_row, ROWS, TOGETHER, LANES, MASKED, FUSED,
             dtype):  # fmt: skip
    """The products of ROWS rows of `x` with TOGETHER of `y`, which are the rows of `out`.

    Unless MASKED, without the last steps % LANES.
    """
    count = steps if MASKED else steps // LANES * LANES
    for i in range(TOGETHER):
        for r in range(ROWS):
            row, other = vector(x + r * x_row, dtype), vector(y + i * y_row, dtype)
            total = sum((row[k] * other[k] for k in range(count)), dtype(0))
            vector(out + i * out_row, dtype)[r] = total


@primitive
def offset(axes, strides, index):
    """The byte offset of batch item `index`, given the addresses of the axes and the strides."""
    count = word(axes, 0)
    total = 0
    for axis in range(count - 1, 0, -1):
        extent = word(axes, 1 + axis)
        total += index % extent * word(strides, axis)
        index //= extent
    return total + index * word(strides, 0)


# ---------------------------------------------------------------------------------- kernels
# Statics of a kernel, see `matmul.tile_statics`; these are the values with 128-bit vectors.

ROWS, ABOVE, LANES, SIDE, SIZE, MASKED, FUSED = 4, 4, 8, 4, 4, 0, 1
DEPTH = 256  # k per block: a panel of b, 32 KB, stays in the first-level cache
ROOMY = DEPTH + 1  # of a packed part of `a`, of which the last is room
PANEL = 4096  # words of a packed panel, DEPTH x LANES
BESIDE = 8  # panels that are packed together
LOWER = 8  # tiles down a block that packs its part of `a`
GROUP = 32  # columns in an item of `row_dots`
FEW_ROWS = 6  # the most rows of `row_dots`
TOGETHER = 1  # of these, so many at a time
ROOM = 4096  # sums in an item of `row_sums`

# The words of a block of `product`, `row_dots` and `row_sums`
A, B, OUT, C, M, N, K, A_ROW, A_STEP, A_PANEL, B_STEP, B_PANEL = range(12)
OUT_ROW, C_ROW, WITH_C, ALPHA, BETA, HEIGHT, WIDTH, DOWN, ACROSS = range(12, 21)
PACKING, B_LANE, A_PACKING, AXES = range(21, 25)


def of_batch(args, operand, axes, batch):
    """Where the operand of a batch begins; behind the axes the block has the strides of each."""
    at = args + 8 * axes
    return word(args, operand) + offset(at, at + 8 + 8 * word(at, 0) * (operand + 1), batch)


def pack_panel(x, x_lane, x_step, lanes, steps, packed):
    """for k, lane: packed[k, lane] = x[lane, k]"""
    if x_lane == SIZE and (MASKED or lanes == LANES):
        for k in range(steps):
            copy_lanes(x + k * x_step, packed + k * LANES * SIZE, lanes, LANES, MASKED, T)
        return
    square_lanes = lanes // SIDE * SIDE if x_step == SIZE else 0
    square_steps = steps // SIDE * SIDE if x_step == SIZE else 0
    for lane in range(0, square_lanes, SIDE):
        for k in range(0, square_steps, SIDE):
            at = packed + (k * LANES + lane) * SIZE
            transpose_lanes(x + lane * x_lane + k * SIZE, x_lane, at, LANES * SIZE, SIDE, T)
    for k in range(steps):
        row = vector(packed + k * LANES * SIZE, T)
        elements = strided(x + k * x_step, x_lane, T)
        for lane in range(0 if k >= square_steps else square_lanes, lanes):
            row[lane] = elements[lane]


def pack_beside(x, x_step, columns, steps, packed):
    """for panel, k, lane: packed[panel, k, lane] = x[k, panel * LANES + lane]

    Row by row, since memory is fastest where lines follow each other.
    """
    for k in range(steps):
        at, to = x + k * x_step, packed + k * LANES * SIZE
        for j in range(0, columns, LANES):
            copy_lanes(at + j * SIZE, to, min(LANES, columns - j), LANES, MASKED, T)
            to += 8 * PANEL


def pack_above(x, x_step, rows, steps, packed):
    """for panel, k, row: packed[panel, k, row] = x[panel * ROWS + row, k], of rows side by side

    Each copy fills ABOVE: the next one writes over what is too much, and behind the last is room.
    """
    for k in range(steps):
        at, to = x + k * x_step, packed + k * ROWS * SIZE
        for i in range(0, rows, ROWS):
            copy_lanes(at + i * SIZE, to + i * ROOMY * SIZE, min(ROWS, rows - i), ABOVE, MASKED, T)


def pack_columns(x, x_lane, x_step, columns, steps, place, packed):
    """Pack the panel at x; where rows lie side by side BESIDE of them, from each such place on."""
    if x_lane != SIZE or not MASKED:
        pack_panel(x, x_lane, x_step, min(LANES, columns), steps, packed)
    elif place == 0:
        pack_beside(x, x_step, min(columns, BESIDE * LANES), steps, packed)


def product(args, lo, hi):
    """for each block of out: for i, j, k: out[i, j] += a[i, k] * b[k, j]

    With PACKING b is packed panel by panel; B_LANE is the stride of its columns. With A_PACKING
    the part of a that a block needs is packed, so that it need not come from another core.
    """
    m, n, steps = word(args, M), word(args, N), word(args, K)
    a_row, a_step, a_panel = word(args, A_ROW), word(args, A_STEP), word(args, A_PANEL)
    b_step, b_panel = word(args, B_STEP), word(args, B_PANEL)
    out_row, c_row, with_c = word(args, OUT_ROW), word(args, C_ROW), word(args, WITH_C)
    alpha, beta = value(args + 8 * ALPHA, T), value(args + 8 * BETA, T)
    height, width, down = word(args, HEIGHT), word(args, WIDTH), word(args, DOWN)
    per_batch = down * word(args, ACROSS)
    packing, b_lane, panels = word(args, PACKING), word(args, B_LANE), scratch(PANEL * BESIDE)
    a_packing, above = word(args, A_PACKING), scratch(LOWER * ROWS * ROOMY)
    for item in range(lo, hi):
        batch, block = item // per_batch, item % per_batch
        top, left = block % down * height, block // down * width
        right, bottom = min(left + width, n), min(top + height, m)
        a, b = of_batch(args, A, AXES, batch), of_batch(args, B, AXES, batch)
        out, c = of_batch(args, OUT, AXES, batch), of_batch(args, C, AXES, batch)
        for start in range(0, max(steps, 1), DEPTH):
            depth = min(DEPTH, steps - start)
            a_first, a_next, a_along = a + start * a_step, a_row, a_step
            if a_packing:
                pack_above(a_first + top * SIZE, a_step, bottom - top, depth, above)
                a_first = above - top * ROOMY * SIZE
                a_next, a_along = SIZE, ROWS * SIZE
            for j in range(left, right, LANES):
                columns = min(LANES, n - j)
                b_at, next_row = b + j // LANES * b_panel + start * b_step, b_step
                if packing:
                    place = (j - left) // LANES % BESIDE
                    panel = panels + place * 8 * PANEL
                    pack_columns(b_at, b_lane, b_step, right - j, depth, place, panel)
                    b_at, next_row = panel, LANES * SIZE
                for i in range(top, bottom, ROWS):
                    rows = min(ROWS, m - i)
                    a_at = a_first + i // ROWS * a_panel
                    at = out + i * out_row + j * SIZE
                    source, source_row, factor = at, out_row, T(1)
                    if start == 0:
                        source, source_row = with_c * (c + i * c_row + j * SIZE), c_row
                        factor = beta
                    tile(
                        a_at, a_next, a_along, b_at, next_row, depth, at, out_row, rows, columns,
                        source, source_row, alpha, factor, ROWS, LANES, MASKED, FUSED, T,
                    )  # fmt: skip


# The words of a block of `pack`
X, PACKED, EXTENT, STEPS, X_LANE, X_STEP, PANELS, PANEL_BYTES, PACK_AXES = range(9)


def pack(args, lo, hi):
    """for panel, k, lane: packed[panel, k, lane] = x[panel * LANES + lane, k]"""
    extent, steps = word(args, EXTENT), word(args, STEPS)
    x_lane, x_step = word(args, X_LANE), word(args, X_STEP)
    panels, panel_bytes = word(args, PANELS), word(args, PANEL_BYTES)
    for item in range(lo, hi):
        batch, panel = item // panels, item % panels
        lanes = min(LANES, extent - panel * LANES)
        x = of_batch(args, X, PACK_AXES, batch) + panel * LANES * x_lane
        packed = of_batch(args, PACKED, PACK_AXES, batch) + panel * panel_bytes
        pack_panel(x, x_lane, x_step, lanes, steps, packed)


# The words of a block of `spread`
ROW_COUNT, COLUMN_COUNT, FROM_ROW, FROM_COLUMN = range(2, 6)
TO_ROW, TO_COLUMN, SPREAD_AXES = range(6, 9)


def spread(args, lo, hi):
    """for i, j: out[i, j] = x[i, j]"""
    rows, columns = word(args, ROW_COUNT), word(args, COLUMN_COUNT)
    x_row, x_column = word(args, FROM_ROW), word(args, FROM_COLUMN)
    out_row, out_column = word(args, TO_ROW), word(args, TO_COLUMN)
    for item in range(lo, hi):
        batch, i = item // rows, item % rows
        at = of_batch(args, X, SPREAD_AXES, batch)
        x = strided(at + i * x_row, x_column, T)
        at = of_batch(args, PACKED, SPREAD_AXES, batch)
        out = strided(at + i * out_row, out_column, T)
        for j in range(np.uintp(columns)):
            out[j] = x[j]


# The words of a block of `row_dots`, where they are others
OUT_LANE, C_LANE = HEIGHT, WIDTH


def row_dots(args, lo, hi):
    """for i, j, k: out[i, j] += a[i, k] * b[j, k] for few i, the rows of both side by side along k

    Some rows of b are taken at a time, with each row of a.
    """
    rows, n, steps = word(args, M), word(args, N), word(args, K)
    a_row, b_lane, groups = word(args, A_ROW), word(args, B_PANEL), word(args, ACROSS)
    space = scratch(GROUP * FEW_ROWS)
    for item in range(lo, hi):
        batch, first = item // groups, item % groups * GROUP
        count = min(GROUP, n - first)
        a = of_batch(args, A, AXES, batch)
        b = of_batch(args, B, AXES, batch) + first * b_lane
        out = of_batch(args, OUT, AXES, batch)
        c = of_batch(args, C, AXES, batch)
        for j in range(0, count - ROWS + 1, ROWS):
            for i in range(0, rows - TOGETHER + 1, TOGETHER):
                dot_rows(
                    b + j * b_lane, b_lane, a + i * a_row, a_row, steps,
                    space + (i * GROUP + j) * SIZE, GROUP * SIZE, ROWS, TOGETHER, LANES, MASKED,
                    FUSED, T,
                )  # fmt: skip
            for i in range(rows // TOGETHER * TOGETHER, rows):
                x, at = a + i * a_row, space + (i * GROUP + j) * SIZE
                dot_rows(b + j * b_lane, b_lane, x, 0, steps, at, 0, ROWS, 1, LANES, MASKED,
                         FUSED, T)  # fmt: skip
        for j in range(count // ROWS * ROWS, count):
            for i in range(rows):
                x, at = a + i * a_row, space + (i * GROUP + j) * SIZE
                dot_rows(b + j * b_lane, b_lane, x, 0, steps, at, 0, 1, 1, LANES, MASKED,
                         FUSED, T)  # fmt: skip
        for i in range(rows):
            to = out + i * word(args, OUT_ROW) + first * word(args, OUT_LANE)
            start = c + i * word(args, C_ROW) + first * word(args, C_LANE)
            finish_dots(args, space + i * GROUP * SIZE, a + i * a_row, b, count, to, start)


def finish_dots(args, sums_at, a, b, count, to, start):
    """Take the steps that are left over, and put a row of products where it belongs."""
    steps, b_lane = word(args, K), word(args, B_PANEL)
    alpha, beta = value(args + 8 * ALPHA, T), value(args + 8 * BETA, T)
    with_c, sums = word(args, WITH_C), vector(sums_at, T)
    out = strided(to, word(args, OUT_LANE), T)
    c = strided(start, word(args, C_LANE), T)
    for j in range(count):
        total = sums[j]
        for k in range(steps if MASKED else steps // LANES * LANES, steps):
            total += vector(a, T)[k] * vector(b + j * b_lane, T)[k]
        out[j] = alpha * total + beta * c[j] if with_c else alpha * total


def added(x, y, total):
    """x * y + total, rounded once where the CPU does that in one instruction."""
    return fma(x, y, total) if FUSED else x * y + total


def add_to_pair(a, a_row, a_step, b, b_step, out, out_row, columns):
    """for i of 2, k of 4, j: out[i, j] += a[i, k] * b[k, j]"""
    x, y = strided(a, a_step, T), strided(a + a_row, a_step, T)
    x0, x1, x2, x3, y0, y1, y2, y3 = x[0], x[1], x[2], x[3], y[0], y[1], y[2], y[3]
    row0, row1 = vector(b, T), vector(b + b_step, T)
    row2, row3 = vector(b + 2 * b_step, T), vector(b + 3 * b_step, T)
    upper, lower = vector(out, T), vector(out + out_row, T)
    for j in range(np.uintp(columns)):
        b0, b1, b2, b3 = row0[j], row1[j], row2[j], row3[j]
        upper[j] = added(x3, b3, added(x2, b2, added(x1, b1, added(x0, b0, upper[j]))))
        lower[j] = added(y3, b3, added(y2, b2, added(y1, b1, added(y0, b0, lower[j]))))


def add_to_row(a, a_step, b, b_step, out, columns):
    """for k of 4, j: out[j] += a[k] * b[k, j]"""
    x = strided(a, a_step, T)
    x0, x1, x2, x3 = x[0], x[1], x[2], x[3]
    row0, row1 = vector(b, T), vector(b + b_step, T)
    row2, row3 = vector(b + 2 * b_step, T), vector(b + 3 * b_step, T)
    total = vector(out, T)
    for j in range(np.uintp(columns)):
        first = added(x1, row1[j], added(x0, row0[j], total[j]))
        total[j] = added(x3, row3[j], added(x2, row2[j], first))


def add_rows(a, a_row, a_step, b, b_step, rows, columns, steps, out):
    """for k, i, j: out[i, j] += a[i, k] * b[k, j], the rows of `out` one behind the other"""
    out_row, pairs, fours = columns * SIZE, rows // 2 * 2, steps // 4 * 4
    for k in range(0, fours, 4):
        at, row = a + k * a_step, b + k * b_step
        for i in range(0, pairs, 2):
            to = out + i * out_row
            add_to_pair(at + i * a_row, a_row, a_step, row, b_step, to, out_row, columns)
        if pairs < rows:
            add_to_row(at + pairs * a_row, a_step, row, b_step, out + pairs * out_row, columns)
    for k in range(fours, steps):
        row = vector(b + k * b_step, T)
        for i in range(rows):
            x, total = value(a + i * a_row + k * a_step, T), vector(out + i * out_row, T)
            for j in range(np.uintp(columns)):
                total[j] = added(x, row[j], total[j])


def row_sums(args, lo, hi):
    """for k, i, j: out[i, j] += a[i, k] * b[k, j], of few rows; those of b lie side by side

    Memory is fastest where lines follow each other: b is read in long rows, once. The sums are
    those of `product`, bit by bit.
    """
    wide(1)
    m, n, steps = word(args, M), word(args, N), word(args, K)
    a_row, a_step, b_step = word(args, A_ROW), word(args, A_STEP), word(args, B_STEP)
    alpha, beta = value(args + 8 * ALPHA, T), value(args + 8 * BETA, T)
    out_row, c_row, with_c = word(args, OUT_ROW), word(args, C_ROW), word(args, WITH_C)
    width, across, space = word(args, WIDTH), word(args, ACROSS), scratch(ROOM)
    for item in range(lo, hi):
        batch, left = item // across, item % across * width
        columns = min(width, n - left)
        a = of_batch(args, A, AXES, batch)
        b = of_batch(args, B, AXES, batch) + left * SIZE
        out = of_batch(args, OUT, AXES, batch) + left * SIZE
        c = of_batch(args, C, AXES, batch) + left * SIZE
        for start in range(0, max(steps, 1), DEPTH):
            depth, sums = min(DEPTH, steps - start), vector(space, T)
            for j in range(np.uintp(m * columns)):
                sums[j] = T(0)
            at, rows = a + start * a_step, b + start * b_step
            add_rows(at, a_row, a_step, rows, b_step, m, columns, depth, space)
            source, source_row, factor = (c, c_row, beta) if start == 0 else (out, out_row, T(1))
            for i in range(m):
                sums, total = vector(space + i * columns * SIZE, T), vector(out + i * out_row, T)
                if start or with_c:
                    given = vector(source + i * source_row, T)
                    for j in range(np.uintp(columns)):
                        total[j] = added(given[j], factor, alpha * sums[j])
                else:
                    for j in range(np.uintp(columns)):
                        total[j] = alpha * sums[j]
