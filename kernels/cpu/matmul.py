"""Matrix product: `plan` chooses what to launch for given shapes and strides, `run` launches it.

    out[i, j] = alpha * sum(a[i, k] * b[k, j] for k) + beta * c[i, j]

The core is a tile: some rows by one vector of columns of `out`, kept in registers over a block of
DEPTH values of k. It reads `a` by any strides and `b` in rows of side by side elements; `pack`
brings an operand into that form, or into panels where a large one would miss the caches. A product
of one row has kernels of its own. Each element of `out` is computed by one thread, in blocks of k
added in order, so neither threads nor the choice of tiles change its bits. After K. Goto and
R. van de Geijn, Anatomy of high-performance matrix multiplication (ACM TOMS 34, 2008).
"""

import functools
import os
import threading
from dataclasses import dataclass

import llvmlite.binding as llvm
import numpy as np

from .. import layout
from ..memory import primitive, scratch, strided, value, vector, word
from ..scalars import fma
from ..source import T, kernel_entry
from . import native
from .launch import Launch

# ------------------------------------------------------------------------------- primitives


@primitive
def tile(a, a_row, a_step, b, b_step, steps, out, out_row, rows, columns,
         source, source_row, alpha, beta, ROWS, LANES, MASKED, FUSED, dtype):  # fmt: skip
    """At most ROWS by LANES elements of `out`, added to `source`; all LANES unless MASKED."""
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
def dot_rows(x, x_row, y, steps, out, ROWS, LANES, MASKED, FUSED, dtype):
    """The products of ROWS rows of `x` with `y`; unless MASKED, without the last steps % LANES."""
    count = steps if MASKED else steps // LANES * LANES
    for i in range(ROWS):
        row = vector(x + i * x_row, dtype)
        vector(out, dtype)[i] = sum((row[k] * vector(y, dtype)[k] for k in range(count)), dtype(0))


# ---------------------------------------------------------------------------------- kernels
# Statics of a kernel, see `_statics`; the values here are those of a CPU with 128-bit vectors.

ROWS, LANES, SIDE, SIZE, MASKED, FUSED = 4, 8, 4, 4, 0, 1
DEPTH = 256  # k per block: a panel of b, 32 KB, stays in the first-level cache
GROUP = 32  # columns in an item of `row_dots`

SERIAL_BYTES = 1 << 18  # a thread is worth waking for this many bytes to read
SMALL_WORK = 1 << 20  # ... and for this many operations
LARGE_WORK = 1 << 26  # the most operations in an item
LARGE = 160**3  # from here on, packing pays

# The words of a block of `product`, `row_dots` and `row_sums`
A, B, OUT, C, M, N, K, A_ROW, A_STEP, A_PANEL, B_STEP, B_PANEL = range(12)
OUT_ROW, C_ROW, WITH_C, ALPHA, BETA, HEIGHT, WIDTH, DOWN, ACROSS, AXES = range(12, 22)


def offset(axes, strides, index):
    """The byte offset of batch item `index`, given the addresses of the axes and the strides."""
    count = word(axes, 0)
    total = 0
    for axis in range(count - 1, 0, -1):
        extent = word(axes, 1 + axis)
        total += index % extent * word(strides, axis)
        index //= extent
    return total + index * word(strides, 0)


def product(args, lo, hi):
    """for each block of out: for i, j, k: out[i, j] += a[i, k] * b[k, j]"""
    m, n, steps = word(args, M), word(args, N), word(args, K)
    a_row, a_step, a_panel = word(args, A_ROW), word(args, A_STEP), word(args, A_PANEL)
    b_step, b_panel = word(args, B_STEP), word(args, B_PANEL)
    out_row, c_row, with_c = word(args, OUT_ROW), word(args, C_ROW), word(args, WITH_C)
    alpha, beta = value(args + 8 * ALPHA, T), value(args + 8 * BETA, T)
    height, width, down = word(args, HEIGHT), word(args, WIDTH), word(args, DOWN)
    per_batch, axes, step = down * word(args, ACROSS), args + 8 * AXES, 8 * word(args, AXES)
    for item in range(lo, hi):
        batch, block = item // per_batch, item % per_batch
        top, left = block % down * height, block // down * width
        a = word(args, A) + offset(axes, axes + 8 + step, batch)
        b = word(args, B) + offset(axes, axes + 8 + step * 2, batch)
        out = word(args, OUT) + offset(axes, axes + 8 + step * 3, batch)
        c = word(args, C) + offset(axes, axes + 8 + step * 4, batch)
        for start in range(0, max(steps, 1), DEPTH):
            depth = min(DEPTH, steps - start)
            for j in range(left, min(left + width, n), LANES):
                columns = min(LANES, n - j)
                b_at = b + j // LANES * b_panel + start * b_step
                for i in range(top, min(top + height, m), ROWS):
                    rows = min(ROWS, m - i)
                    a_at = a + i // ROWS * a_panel + start * a_step
                    at = out + i * out_row + j * SIZE
                    source, source_row, factor = at, out_row, T(1)
                    if start == 0:
                        source, source_row, factor = with_c * (c + i * c_row + j * SIZE), c_row, beta
                    tile(a_at, a_row, a_step, b_at, b_step, depth, at, out_row, rows, columns,
                         source, source_row, alpha, factor, ROWS, LANES, MASKED, FUSED, T)  # fmt: skip


# The words of a block of `pack`
X, PACKED, EXTENT, STEPS, X_LANE, X_STEP, PANELS, PANEL_BYTES, PACK_AXES = range(9)


def pack(args, lo, hi):
    """for panel, k, lane: packed[panel, k, lane] = x[panel * LANES + lane, k]"""
    extent, steps = word(args, EXTENT), word(args, STEPS)
    x_lane, x_step = word(args, X_LANE), word(args, X_STEP)
    panels, panel_bytes = word(args, PANELS), word(args, PANEL_BYTES)
    axes, step = args + 8 * PACK_AXES, 8 * word(args, PACK_AXES)
    for item in range(lo, hi):
        batch, panel = item // panels, item % panels
        lanes = min(LANES, extent - panel * LANES)
        x = word(args, X) + offset(axes, axes + 8 + step, batch) + panel * LANES * x_lane
        packed = word(args, PACKED) + offset(axes, axes + 8 + step * 2, batch) + panel * panel_bytes
        if x_lane == SIZE and (MASKED or lanes == LANES):
            for k in range(steps):
                copy_lanes(x + k * x_step, packed + k * LANES * SIZE, lanes, LANES, MASKED, T)
            continue
        square_lanes = lanes // SIDE * SIDE if x_step == SIZE else 0
        square_steps = steps // SIDE * SIDE if x_step == SIZE else 0
        for k in range(0, square_steps, SIDE):
            for lane in range(0, square_lanes, SIDE):
                transpose_lanes(x + lane * x_lane + k * x_step, x_lane,
                                packed + (k * LANES + lane) * SIZE, LANES * SIZE, SIDE, T)  # fmt: skip
        for k in range(steps):
            row = vector(packed + k * LANES * SIZE, T)
            elements = strided(x + k * x_step, x_lane, T)
            for lane in range(0 if k >= square_steps else square_lanes, lanes):
                row[lane] = elements[lane]


# The words of a block of `spread`
ROW_COUNT, COLUMN_COUNT, FROM_ROW, FROM_COLUMN, TO_ROW, TO_COLUMN, FACTOR, SPREAD_AXES = range(2, 10)


def spread(args, lo, hi):
    """for i, j: out[i, j] = factor * x[i, j]"""
    rows, columns = word(args, ROW_COUNT), word(args, COLUMN_COUNT)
    factor = value(args + 8 * FACTOR, T)
    axes, step = args + 8 * SPREAD_AXES, 8 * word(args, SPREAD_AXES)
    for item in range(lo, hi):
        batch, i = item // rows, item % rows
        x_at = word(args, X) + offset(axes, axes + 8 + step, batch) + i * word(args, FROM_ROW)
        out_at = word(args, PACKED) + offset(axes, axes + 8 + step * 2, batch) + i * word(args, TO_ROW)
        x, out = strided(x_at, word(args, FROM_COLUMN), T), strided(out_at, word(args, TO_COLUMN), T)
        for j in range(np.uintp(columns)):
            out[j] = factor * x[j]


def row_dots(args, lo, hi):
    """for j, k: out[j] += a[k] * b[j, k], the rows of b side by side along k"""
    n, steps, b_lane = word(args, N), word(args, K), word(args, B_PANEL)
    alpha, beta = value(args + 8 * ALPHA, T), value(args + 8 * BETA, T)
    with_c, groups = word(args, WITH_C), word(args, ACROSS)
    axes, step = args + 8 * AXES, 8 * word(args, AXES)
    space = scratch(GROUP)
    sums = vector(space, T)
    for item in range(lo, hi):
        batch, first = item // groups, item % groups * GROUP
        count = min(GROUP, n - first)
        a = word(args, A) + offset(axes, axes + 8 + step, batch)
        b = word(args, B) + offset(axes, axes + 8 + step * 2, batch) + first * b_lane
        whole = count // ROWS * ROWS
        for j in range(0, whole, ROWS):
            dot_rows(b + j * b_lane, b_lane, a, steps, space + j * SIZE, ROWS, LANES, MASKED, FUSED, T)
        for j in range(whole, count):
            dot_rows(b + j * b_lane, b_lane, a, steps, space + j * SIZE, 1, LANES, MASKED, FUSED, T)
        at = word(args, OUT) + offset(axes, axes + 8 + step * 3, batch)
        out = strided(at + first * word(args, OUT_ROW), word(args, OUT_ROW), T)
        at = word(args, C) + offset(axes, axes + 8 + step * 4, batch)
        c = strided(at + first * word(args, C_ROW), word(args, C_ROW), T)
        for j in range(count):
            total = sums[j]
            for k in range(steps if MASKED else steps // LANES * LANES, steps):
                total += vector(a, T)[k] * vector(b + j * b_lane, T)[k]
            out[j] = alpha * total + beta * c[j] if with_c else alpha * total


def row_sums(args, lo, hi):
    """for k, j: out[j] += a[k] * b[k, j], the rows of b side by side along j"""
    n, steps, a_step, b_step = word(args, N), word(args, K), word(args, A_STEP), word(args, B_STEP)
    alpha, beta = value(args + 8 * ALPHA, T), value(args + 8 * BETA, T)
    with_c, axes, step = word(args, WITH_C), args + 8 * AXES, 8 * word(args, AXES)
    width, across = word(args, WIDTH), word(args, ACROSS)
    for item in range(lo, hi):
        batch, left = item // across, item % across * width
        columns = min(width, n - left)
        a = strided(word(args, A) + offset(axes, axes + 8 + step, batch), a_step, T)
        b = word(args, B) + offset(axes, axes + 8 + step * 2, batch) + left * SIZE
        out = vector(word(args, OUT) + offset(axes, axes + 8 + step * 3, batch) + left * SIZE, T)
        at = word(args, C) + offset(axes, axes + 8 + step * 4, batch)
        c = strided(at + left * word(args, C_ROW), word(args, C_ROW), T)
        for j in range(columns):
            out[j] = beta * c[j] if with_c else T(0)
        for k in range(0, steps // 4 * 4, 4):
            x0, x1, x2, x3 = alpha * a[k], alpha * a[k + 1], alpha * a[k + 2], alpha * a[k + 3]
            row0, row1 = vector(b + k * b_step, T), vector(b + (k + 1) * b_step, T)
            row2, row3 = vector(b + (k + 2) * b_step, T), vector(b + (k + 3) * b_step, T)
            for j in range(np.uintp(columns)):
                total = fma(x1, row1[j], fma(x0, row0[j], out[j]))
                out[j] = fma(x3, row3[j], fma(x2, row2[j], total))
        for k in range(steps // 4 * 4, steps):
            x0, row0 = alpha * a[k], vector(b + k * b_step, T)
            for j in range(np.uintp(columns)):
                out[j] = fma(x0, row0[j], out[j])


# ------------------------------------------------------------------------------------- plans


@dataclass(frozen=True, slots=True)
class Step:
    """A launch of a plan; `operands` names each of its addresses: (index of the base, offset).

    The bases are a, b, out, c and scratch, in this order.
    """

    launch: Launch
    operands: tuple


class Plan:
    """What to launch, in this order, for one product. Depends on geometry alone."""

    __slots__ = ("scratch_bytes", "single", "steps")

    def __init__(self, steps, scratch_bytes):
        self.steps, self.scratch_bytes = steps, scratch_bytes
        self.single = None  # what `native.launch` takes, where that is all there is to do
        if len(steps) == 1 and steps[0].operands[:3] == ((0, 0), (1, 0), (2, 0)):
            launch = steps[0].launch
            if launch.items > launch.grain:
                return
            self.single = launch.entry, launch.geometry_address, launch.words, launch.items


@dataclass(slots=True)
class _Operand:
    """Where an operand lies: base and offset, strides of rows, columns and batch axes, in bytes."""

    base: int
    row: int
    column: int
    batch: tuple
    start: int = 0

    @property
    def T(self):
        return _Operand(self.base, self.column, self.row, self.batch, self.start)


def vector_bytes():
    """The width of this CPU's vectors, or TENSORLITE_VECTOR_BYTES (16, 32 or 64)."""
    forced = os.environ.get("TENSORLITE_VECTOR_BYTES")
    return int(forced) if forced in ("16", "32", "64") else _cpu()[0]


@functools.cache
def _cpu():
    features = llvm.get_host_cpu_features()
    fused = features.get("fma", not features.get("sse2", False))
    if features.get("avx512f") and features.get("avx512bw"):
        return 64, fused
    return (32 if features.get("avx2") and fused else 16), fused


@functools.lru_cache(maxsize=64)
def _statics(dtype, width):
    """The constants that the kernels are compiled for."""
    size = np.dtype(dtype).itemsize
    lanes = 2 * width // max(size, 4)
    rows = {64: 12, 32: 6, 16: 4}[width]
    masked = int(width > 16 and size >= 4)
    return dict(ROWS=rows, LANES=lanes, SIZE=size, MASKED=masked, FUSED=int(_cpu()[1]))


def plan(dtype, m, n, k, a_strides, b_strides, out_strides, batch=(), a_batch=(), b_batch=(),
         out_batch=(), c_strides=None, c_batch=(), alpha=1, beta=1):  # fmt: skip
    """The launches for out = alpha * a @ b + beta * c, a: (*batch, m, k), b: (*batch, k, n).

    Strides are in bytes, (row, column) and one per batch axis; any value is right for a, b and c
    (0 where they are broadcast). Without `c_strides`, or with beta = 0, `c` is not read.
    """
    axes = tuple(batch)
    a = _Operand(0, *a_strides, tuple(a_batch))
    b = _Operand(1, *b_strides, tuple(b_batch))
    out = _Operand(2, *out_strides, tuple(out_batch))
    c = _Operand(3, *c_strides, tuple(c_batch) or (0,) * len(axes)) if c_strides and beta else None
    if m == 0 or n == 0 or 0 in axes:
        return Plan((), 0)
    return _Planner(np.dtype(dtype).name, alpha, beta).plan(m, n, k, axes, a, b, out, c)


class _Planner:
    """Collects the steps and the scratch of one plan."""

    def __init__(self, dtype, alpha, beta):
        self.dtype, self.alpha, self.beta = dtype, alpha, beta
        self.size = np.dtype(dtype).itemsize
        self.statics = _statics(dtype, vector_bytes())
        self.steps, self.scratch = [], 0

    def plan(self, m, n, k, axes, a, b, out, c):
        m, axes, a, b, out, c = _fold_batch(m, axes, a, b, out, c)
        columns_first = out.column != self.size and out.row == self.size
        if m > 1 and (n == 1 or columns_first):  # the same product, transposed
            m, n, a, b, out, c = n, m, b.T, a.T, out.T, c and c.T
        real = self.dtype.startswith("float")
        if m == 1 and real and self.size in (b.row, b.column):
            self._row(n, k, axes, a, b, out, c)
        else:
            self._tiles(m, n, k, axes, a, b, out, c)
        return Plan(tuple(self.steps), self.scratch)

    def _row(self, n, k, axes, a, b, out, c):
        """A product of one row, by the kernel for the way `b` lies."""
        batch = int(np.prod(axes))
        if b.row == self.size and (b.column != self.size or k > n):
            if a.column != self.size:
                a = self._copied(a, 1, k, axes)
            groups = -(-n // GROUP)
            words = dict(N=n, K=k, B_PANEL=b.column, OUT_ROW=out.column, ACROSS=groups)
            rows = vector_bytes() // 16
            statics = dict(self.statics, ROWS=rows, LANES=128 // self.size)
            kernel, items, bytes_each = row_dots, groups, GROUP * k * self.size
        else:
            result = out if out.column == self.size else self._new(1, n, axes)
            width = max(64, min(1024, -(-n // 512) * 64))
            across = -(-n // width)
            words = dict(N=n, K=k, A_STEP=a.column, B_STEP=b.row, WIDTH=width, ACROSS=across)
            statics, kernel, items, bytes_each = self.statics, row_sums, across, width * k * self.size
        target = out if kernel is row_dots else result
        if c:
            words.update(WITH_C=1, C_ROW=c.column)
        grain = max(1, SERIAL_BYTES // max(1, bytes_each))
        self._launch(kernel, statics, items * batch, grain, words, axes, (a, b, target, c or target))
        if target is not out:
            self._spread(target, out, 1, n, axes)

    def _tiles(self, m, n, k, axes, a, b, out, c):
        """The general product, over tiles."""
        lanes, masked = self.statics["LANES"], self.statics["MASKED"]
        whole = masked or n % lanes == 0
        result = out if out.column == self.size and whole else self._new(m, n, axes)
        beta = self.beta
        if c and (c.column != self.size or not whole):
            self._spread(c, result, m, n, axes, beta)
            c, beta = result, 1
        large = m * n * k > LARGE and min(m, n) >= 64
        b_panel, a_panel = lanes * self.size, self.statics["ROWS"] * a.row
        if b.column != self.size or not whole or large:
            b, b_panel = self._packed(b.T, n, k, axes, lanes)
        if large:
            a, a_panel = self._packed(a, m, k, axes, self.statics["ROWS"])
            a = a.T
        words = dict(M=m, N=n if whole else -(-n // lanes) * lanes, K=k, A_ROW=a.row,
                     A_STEP=a.column, A_PANEL=a_panel, B_STEP=b.row, B_PANEL=b_panel,
                     OUT_ROW=result.row)  # fmt: skip
        if c:
            words.update(WITH_C=1, C_ROW=c.row)
        self._blocks(m, n, k, axes, words, (a, b, result, c or result), beta)
        if result is not out:
            self._spread(result, out, m, n, axes)

    def _blocks(self, m, n, k, axes, words, operands, beta):
        """Cut `out` into blocks: some for every thread, none too small to be worth it."""
        rows, lanes = self.statics["ROWS"], self.statics["LANES"]
        tile_work = 2 * rows * lanes * max(k, 1)
        total = 2 * m * n * max(k, 1)
        limit = max(SMALL_WORK, min(total // 16, LARGE_WORK)) / tile_work
        tall, broad = -(-m // rows), -(-n // lanes)
        height, width = min(tall, 16), min(broad, 16)
        while height * width > limit and height * width > 1:
            if height >= width:
                height = -(-height // 2)
            else:
                width = -(-width // 2)
        down, across = -(-tall // height), -(-broad // width)
        height, width = -(-tall // down), -(-broad // across)
        words.update(HEIGHT=height * rows, WIDTH=width * lanes, DOWN=down, ACROSS=across)
        grain = max(1, int(SMALL_WORK // (tile_work * height * width)))
        items = down * across * int(np.prod(axes))
        self._launch(product, self.statics, items, grain, words, axes, operands, beta)

    def _packed(self, x, extent, steps, axes, lanes):
        """Bring x (extent, steps) into panels; where they lie, and the bytes of a panel."""
        kept = [axis for axis, stride in enumerate(x.batch) if stride]
        extents = tuple(axes[axis] for axis in kept) or (1,)
        panels, panel_bytes = -(-extent // lanes), lanes * steps * self.size
        panel_bytes = -(-panel_bytes // 64) * 64
        strides = _contiguous(extents, panels * panel_bytes)
        batch = [0] * len(axes)
        for axis, stride in zip(kept, strides, strict=False):
            batch[axis] = stride
        packed = _Operand(4, lanes * self.size, self.size, tuple(batch),
                          self._reserve(int(np.prod(extents)) * panels * panel_bytes))  # fmt: skip
        side = next(s for s in (16, 8, 4, 2, 1)
                    if lanes % s == 0 and s * self.size <= vector_bytes())  # fmt: skip
        statics = dict(LANES=lanes, SIDE=side, SIZE=self.size, MASKED=self.statics["MASKED"])
        x_batch = tuple(x.batch[axis] for axis in kept) or (0,)
        words = [extent, steps, x.row, x.column, panels, panel_bytes]
        words += _axes_words(extents, (x_batch, strides))
        grain = max(1, SERIAL_BYTES // max(1, panel_bytes))
        self._step(pack, statics, int(np.prod(extents)) * panels, grain, words, (x, packed))
        return packed, panel_bytes

    def _spread(self, x, out, rows, columns, axes, factor=1):
        """Copy a matrix between any strides, times `factor`."""
        words = [rows, columns, x.row, x.column, out.row, out.column, self._bits(factor)]
        words += _axes_words(axes, (x.batch, out.batch))
        grain = max(1, SERIAL_BYTES // (columns * self.size))
        statics = dict(SIZE=self.size)
        self._step(spread, statics, rows * int(np.prod(axes)), grain, words, (x, out))

    def _copied(self, x, rows, columns, axes):
        copy = self._new(rows, columns, axes)
        self._spread(x, copy, rows, columns, axes)
        return copy

    def _new(self, rows, columns, axes):
        """A matrix in scratch, its rows padded to whole vectors."""
        lanes = self.statics["LANES"]
        row = -(-columns // lanes) * lanes * self.size
        batch = _contiguous(axes, rows * row)
        return _Operand(4, row, self.size, batch, self._reserve(int(np.prod(axes)) * rows * row))

    def _reserve(self, count):
        start, self.scratch = self.scratch, self.scratch + -(-count // 64) * 64
        return start

    def _bits(self, number):
        """A number of the dtype as a word of a block."""
        data = np.zeros(1, np.int64)
        data.view(self.dtype)[0] = number
        return int(data[0])

    def _launch(self, kernel, statics, items, grain, words, axes, operands, beta=None):
        block = [0] * (AXES - M)
        words.update(ALPHA=self._bits(self.alpha))
        words.update(BETA=self._bits(self.beta if beta is None else beta))
        for name, number in words.items():
            block[globals()[name] - M] = number
        block += _axes_words(axes, [operand.batch for operand in operands])
        self._step(kernel, statics, items, grain, block, operands)

    def _step(self, kernel, statics, items, grain, words, operands):
        entry = kernel_entry(kernel, self.dtype, **statics)
        launch = Launch(entry, items, np.array(words, np.int64), grain)
        self.steps.append(Step(launch, tuple((o.base, o.start) for o in operands)))


def _fold_batch(m, axes, a, b, out, c):
    """Merge batch axes, and make rows of those over which `b` is the same."""
    operands = [a, b, c, out] if c else [a, b, out]
    extents, strides = layout.merge(axes, [operand.batch for operand in operands])
    extents = list(extents)
    for operand, steps in zip(operands, strides, strict=True):
        operand.batch = steps
    rows = [operand for operand in operands if operand is not b]
    while extents and b.batch[-1] == 0 and all(
        m == 1 or operand.batch[-1] == m * operand.row for operand in rows
    ):  # fmt: skip
        for operand in rows:
            operand.row = operand.batch[-1] if m == 1 else operand.row
        for operand in operands:
            operand.batch = operand.batch[:-1]
        m *= extents.pop()
    if not extents:
        extents = [1]
        for operand in operands:
            operand.batch = (0,)
    return m, tuple(extents), a, b, out, c


def _contiguous(extents, size):
    strides = []
    for extent in reversed(extents):
        strides.append(size)
        size *= extent
    return tuple(reversed(strides))


def _axes_words(extents, strides):
    return [len(extents), *extents, *(stride for steps in strides for stride in steps)]


_local = threading.local()


def run(plan, a, b, out, c=0):
    """Launch a plan on operands at these addresses."""
    if plan.single:
        entry, geometry, words, items = plan.single
        native.launch(entry, geometry, words, items, a, b, out, c or out)
        return
    bases = (a, b, out, c or out, _scratch(plan.scratch_bytes) if plan.scratch_bytes else 0)
    for step in plan.steps:
        step.launch(*[bases[base] + start for base, start in step.operands])


def _scratch(count):
    """The address of this thread's scratch, at least `count` bytes, aligned to 64."""
    buffer = getattr(_local, "buffer", None)
    if buffer is None or buffer.size < count + 64:
        buffer = _local.buffer = np.empty(count + 64, np.uint8)
    return -(-native.address_of(buffer) // 64) * 64
