"""Products of bfloat16 by the tiles of CPUs that have them (AMX).

    out[i, j] = alpha * sum(a[i, k] * b[k, j] for k) + beta * c[i, j], rounded once

Both operands are packed into panels of 32 rows or columns, padded with zeros, two numbers along k
side by side: before, or by the block that alone needs a panel. Sums are float32, in the order of k,
whatever the blocks are; the CPU takes numbers below 2**-126 for 0, there and where it rounds.
`wins` tells which products are worth it.
"""

from dataclasses import replace

import numpy as np

from ..language.memory import primitive, scratch, strided, value, vector, wide, word
from ..language.source import kernel_entry
from ..scalars.short import from_bfloat16, to_bfloat16
from ..work import layout
from ..work.products import NOTHING, OUT, Blocks
from . import machine, matmul
from .matmul import axes_words, count
from .matmul_loops import copy_lanes, of_batch, transpose_lanes

# ------------------------------------------------------------------------------- primitives


@primitive
def ready_tiles():
    """Let this thread use tiles."""


@primitive
def release_tiles():
    """Let go of them."""


@primitive
def multiply_pairs(a, b, steps, sums, added):
    """A block of 32 x 32 `sums`, `added` to what they are: the product of a panel with another."""
    for i in range(PANEL):
        for j in range(PANEL):
            total = vector(sums + (i * PANEL + j) * 4, np.float32)
            if not added:
                total[0] = 0
            for k in range(steps * STEP):
                x = value(a + _place(i, k, 1), np.uint16)
                y = value(b + _place(j, k, 0), np.uint16)
                total[0] += from_bfloat16(x) * from_bfloat16(y)


def _place(lane, k, by_lane):
    """Where a number lies in a panel, in bytes."""
    row, column = (lane % SIDE, k % STEP // 2) if by_lane else (k % STEP // 2, lane % SIDE)
    return (k // STEP * 2 + lane // SIDE) * TILE + row * 64 + column * 4 + k % 2 * 2


@primitive
def finish_row(sums, columns, alpha, out, c, beta, with_c):
    """for j: out[j] = alpha * sums[j] + beta * c[j]"""
    for j in range(columns):
        total = alpha * vector(sums, np.float32)[j]
        if with_c:
            total += beta * from_bfloat16(vector(c, np.uint16)[j])
        vector(out, np.uint16)[j] = to_bfloat16(total)


@primitive
def interleave_pairs(x, y, out):
    """for lane in range(16): out[lane] = x[lane], y[lane]"""
    for lane in range(SIDE):
        vector(out, np.uint16)[2 * lane] = vector(x, np.uint16)[lane]
        vector(out, np.uint16)[2 * lane + 1] = vector(y, np.uint16)[lane]


# ---------------------------------------------------------------------------------- kernels

SIDE, TILE = 16, 1024  # rows of a tile, and its bytes
PANEL, STEP = 32, 32  # lanes of a panel, and how many of k a tile holds
DEPTH = 16  # steps of k between which sums are kept in memory: a panel, 32 KB, stays in the cache
SQUARE = 8  # the most panels of a block, down and across
SLICE = DEPTH * 2 * TILE  # bytes of a panel between these


def pack_tile(x, x_lane, x_step, lanes, steps, by_lane, packed):
    """for lane, k: packed[lane, k] = x[lane, k] if by_lane, else packed[k, lane], in pairs of k"""
    if lanes >= SIDE and steps >= STEP and x_step == 2:
        if by_lane:
            for lane in range(SIDE):
                copy_lanes(x + lane * x_lane, packed + lane * 64, STEP, STEP, 0, np.int16)
        else:
            transpose_lanes(x, x_lane, packed, 64, SIDE, np.int32)
    elif lanes >= SIDE and steps >= STEP and x_lane == 2:
        pairs = scratch(128) if by_lane else packed
        for k in range(0, STEP, 2):
            interleave_pairs(x + k * x_step, x + (k + 1) * x_step, pairs + k * 32)
        if by_lane:
            transpose_lanes(pairs, 64, packed, 64, SIDE, np.int32)
    else:
        words = vector(packed, np.int64)
        for i in range(np.uintp(128)):
            words[i] = 0
        lane_bytes, pair_bytes = (64, 4) if by_lane else (4, 64)
        for lane in range(min(lanes, SIDE)):
            row = strided(x + lane * x_lane, x_step, np.uint16)
            for k in range(min(steps, STEP)):
                at = packed + lane * lane_bytes + k // 2 * pair_bytes + k % 2 * 2
                vector(at, np.uint16)[0] = row[k]


def pack_panels(x, x_lane, x_step, extent, steps, by_lane, packed, panel_bytes):
    """for panel, step: the two tiles of 16 lanes

    Goes along what lies side by side, since memory is fastest where lines follow each other.
    """
    panels, deep = (extent + PANEL - 1) // PANEL, (steps + STEP - 1) // STEP
    by_step = x_lane == 2 and x_step != 2
    inner = panels if by_step else deep
    for each in range(panels * deep):
        first, second = each // inner, each % inner
        panel, step = (second, first) if by_step else (first, second)
        lanes, left = extent - panel * PANEL, steps - step * STEP
        at = x + panel * PANEL * x_lane + step * STEP * x_step
        to = packed + panel * panel_bytes + step * 2 * TILE
        pack_tile(at, x_lane, x_step, lanes, left, by_lane, to)
        pack_tile(at + SIDE * x_lane, x_lane, x_step, lanes - SIDE, left, by_lane, to + TILE)


# The words of a block of `pack_pairs`
X, PACKED, EXTENT, STEPS, X_LANE, X_STEP, BY_LANE, LANES, LONG, PACK_AXES = range(10)


def pack_pairs(args, lo, hi):
    """for panel, step: the two tiles of 16 lanes; an item is some LANES, and of k as LONG a part"""
    extent, steps = word(args, EXTENT), word(args, STEPS)
    x_lane, x_step, by_lane = word(args, X_LANE), word(args, X_STEP), word(args, BY_LANE)
    lanes, long = word(args, LANES), word(args, LONG)
    panel_bytes = (steps + STEP - 1) // STEP * 2 * TILE
    along = (steps + long - 1) // long
    parts = (extent + lanes - 1) // lanes * along
    for item in range(lo, hi):
        batch, part = item // parts, item % parts
        lane, step = part // along * lanes, part % along * long
        x = of_batch(args, X, PACK_AXES, batch)
        packed = of_batch(args, PACKED, PACK_AXES, batch)
        packed += lane // PANEL * panel_bytes + step // STEP * 2 * TILE
        x += lane * x_lane + step * x_step
        some, deep = min(lanes, extent - lane), min(long, steps - step)
        pack_panels(x, x_lane, x_step, some, deep, by_lane, packed, panel_bytes)


# The words of a block of `pair_product`
A, B, RESULT, C, M, N, K, OUT_ROW, C_ROW, WITH_C, ALPHA, BETA = range(12)
HEIGHT, WIDTH, DOWN, ACROSS = range(12, 16)
A_PACKING, A_ROW, A_COLUMN, B_PACKING, B_ROW, B_COLUMN, AXES = range(16, 23)


def finish(sums, rows, columns, alpha, out, out_row, c, c_row, beta, with_c):
    """for i, j: out[i, j] = alpha * sums[i, j] + beta * c[i, j]"""
    for i in range(rows):
        to, added = out + i * out_row, c + i * c_row
        finish_row(sums + i * PANEL * 4, columns, alpha, to, added, beta, with_c)


def pair_product(args, lo, hi):
    """for each block of out: for i, j, k: out[i, j] += a[i, k] * b[k, j]

    With A_PACKING or B_PACKING it packs what a block needs itself, else all of it is packed.
    """
    wide(1)
    m, n, k = word(args, M), word(args, N), word(args, K)
    out_row, c_row, with_c = word(args, OUT_ROW), word(args, C_ROW), word(args, WITH_C)
    alpha, beta = value(args + 8 * ALPHA, np.float32), value(args + 8 * BETA, np.float32)
    height, width, down = word(args, HEIGHT), word(args, WIDTH), word(args, DOWN)
    per_batch = down * word(args, ACROSS)
    deep, room = (k + STEP - 1) // STEP, scratch(SQUARE * SQUARE * PANEL * PANEL // 2)
    above, beside = scratch(SQUARE * SLICE // 8), scratch(SQUARE * SLICE // 8)
    a_packing, a_row, a_column = word(args, A_PACKING), word(args, A_ROW), word(args, A_COLUMN)
    b_packing, b_row, b_column = word(args, B_PACKING), word(args, B_ROW), word(args, B_COLUMN)
    ready_tiles()
    for item in range(lo, hi):
        batch, block = item // per_batch, item % per_batch
        top, left = block % down * height, block // down * width
        rows, columns = min(height, m - top), min(width, n - left)
        a, b = of_batch(args, A, AXES, batch), of_batch(args, B, AXES, batch)
        out, c = of_batch(args, RESULT, AXES, batch), of_batch(args, C, AXES, batch)
        out, c = out + top * out_row + left * 2, c + top * c_row + left * 2
        for start in range(0, max(deep, 1), DEPTH):
            sums, depth = room, min(DEPTH, deep - start)
            steps = min(DEPTH * STEP, k - start * STEP)
            a_at, a_panel = a + (top // PANEL * deep + start) * 2 * TILE, deep * 2 * TILE
            b_at, b_panel = b + (left // PANEL * deep + start) * 2 * TILE, deep * 2 * TILE
            if a_packing:
                a_at, a_panel = above, SLICE
                x = a + top * a_row + start * STEP * a_column
                pack_panels(x, a_row, a_column, rows, steps, 1, above, SLICE)
            if b_packing:
                b_at, b_panel = beside, SLICE
                y = b + left * b_column + start * STEP * b_row
                pack_panels(y, b_column, b_row, columns, steps, 0, beside, SLICE)
            for j in range(0, columns, PANEL):
                for i in range(0, rows, PANEL):
                    x, y = a_at + i // PANEL * a_panel, b_at + j // PANEL * b_panel
                    multiply_pairs(x, y, depth, sums, start)
                    if start + DEPTH >= deep:
                        to, added = out + i * out_row + j * 2, c + i * c_row + j * 2
                        finish(sums, min(PANEL, rows - i), min(PANEL, columns - j), alpha,
                               to, out_row, added, c_row, beta, with_c)  # fmt: skip
                    if deep > DEPTH:
                        sums += PANEL * PANEL * 4
    release_tiles()


# ------------------------------------------------------------------------------------- plans

ITEM_WORK = 1 << 23  # operations that are worth a thread's attention
FEWEST = 64  # elements of a result: below, tiles are padding for the most part
LEAST_WORK = 1 << 13  # multiplications: below, packing takes longer than they do
PACKED_BYTES = 1 << 28  # the most scratch


def wins(m, n, k, nbytes):
    """Whether tiles are quicker than float32 for a product of operands of so many bytes."""
    return m * n >= FEWEST and m * n * k >= LEAST_WORK and nbytes <= PACKED_BYTES


def plan(dtype, *sizes, **named):
    """As `matmul.plan` does, of bfloat16."""
    if dtype != "bfloat16":
        raise TypeError(f"matmul: expected bfloat16; got {dtype}")
    return matmul.plan("uint16", *sizes, planner=Planner, **named)


def _entry(kernel, dtype, **statics):
    """The address of a kernel, in a process that may use tiles: another one would be ended."""
    if not machine.tiles():
        raise RuntimeError("matmul: expected a CPU with tiles of bfloat16; got none; try float32")
    return kernel_entry(kernel, dtype, **statics)


class Planner(matmul.Planner):
    """Collects the steps and the scratch of one plan: what has to be packed, and the product."""

    entry_of = staticmethod(_entry)

    def _tiles(self, m, n, k, axes, a, b, out, c):
        result, c = self._side_by_side(m, n, axes, out, c)
        self._in_panels(m, n, k, axes, a, b, result, c)
        if result is not out:
            self._spread(result, out, m, n, axes)

    def _in_panels(self, m, n, k, axes, a, b, out, c):
        down, across = -(-m // PANEL), -(-n // PANEL)
        height, width, item_work = _block(down, across, max(k, 1))
        edges = height * PANEL, width * PANEL, -(-down // height), -(-across // width)
        work = self._work(m, n, k, axes, (a, b, out, c))
        a_packing, b_packing = (  # what one block alone needs is packed there
            blocks == 1 and layout.distinct(axes, x.batch) == count(axes)
            for x, blocks in ((a, edges[3]), (b, edges[2]))
        )
        packing = [int(a_packing), a.row, a.column, int(b_packing), b.row, b.column]
        if not a_packing:
            a = self._paired(a, m, k, axes, by_lane=1)
        if not b_packing:
            b = self._paired(b.T, n, k, axes, by_lane=0)
        added = c or replace(out, base=NOTHING, start=0)
        words = [m, n, k, out.row, added.row, int(c is not None), _bits(self.alpha),
                 _bits(self.beta), *edges, *packing]  # fmt: skip
        operands = a, b, out, added
        words += axes_words(axes, [operand.batch for operand in operands])
        dense, bases = self._dense(out, m, n, axes), tuple(o.base for o in operands)
        work = Blocks(work.shape, work.nbytes, work.flops, m, n, *edges, self.size, dense, bases,
                      self.whole)  # fmt: skip
        items, grain = edges[2] * edges[3] * count(axes), max(1, ITEM_WORK // item_work)
        self._step(pair_product, {}, items, grain, words, operands, OUT, work)

    def _paired(self, x, extent, steps, axes, by_lane):
        """Bring x (extent, steps) into panels of pairs."""
        panels, deep = -(-extent // PANEL), -(-steps // STEP)
        packed, extents, strides = self._placed(x, axes, panels * deep * 2 * TILE)
        if x.row == self.size != x.column:
            parts, lanes, long = deep, panels * PANEL, STEP
        else:
            parts, lanes, long = panels, PANEL, max(1, deep) * STEP
        words = [extent, steps, x.row, x.column, by_lane, lanes, long]
        words += axes_words(extents, strides)
        items, part_bytes = count(extents) * parts, panels * deep * 2 * TILE // max(1, parts)
        grain = max(1, matmul.SERIAL_BYTES // max(1, part_bytes))
        work = self._moving(extent, steps, extents)
        self._step(pack_pairs, {}, items, grain, words, (x, packed), 1, work)
        return packed


def _block(down, across, k):
    """Panels in a block of the result, down and across, and the operations in it."""
    work = 2 * PANEL * PANEL * k
    limit = max(ITEM_WORK, down * across * work // 16) // work
    height, width = min(down, SQUARE), min(across, SQUARE)
    while height * width > max(limit, 1):
        by_width = height == down or (width != across and width >= height)
        if width > 1 and (by_width or height == 1):
            width = -(-width // 2)
        else:
            height = -(-height // 2)
    height, width = -(-down // -(-down // height)), -(-across // -(-across // width))
    return height, width, work * height * width


def _bits(number):
    """A number as a word of a block, in float32."""
    return int(np.float32(number).view(np.int32))
