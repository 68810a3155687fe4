"""Matrix product: `plan` chooses what to launch for given shapes and strides, `run` launches it.

    out[i, j] = alpha * sum(a[i, k] * b[k, j] for k) + beta * c[i, j]

The core is a tile: some rows by one vector of columns of `out`, kept in registers over a block of
DEPTH values of k. It reads `a` by any strides and `b` in rows of side by side elements; `pack`
brings an operand into that form, or into panels where reading it in place would miss the caches. A
product of one row has kernels of its own. Each element of `out` is computed by one thread, in
blocks of k added in order, so neither threads nor the choice of tiles change its bits. After
K. Goto and R. van de Geijn, Anatomy of high-performance matrix multiplication (ACM TOMS 34, 2008).
"""

import functools
import threading
from dataclasses import replace

import numpy as np

from .. import interpreters
from ..language.source import INTEGERS, kernel_entry
from ..work.launches import Stage, Work
from ..work.products import (
    NOTHING,
    OUT,
    SCRATCH,
    A,
    B,
    Blocks,
    Multiplied,
    Operand,
    Whole,
    counted,
    fold_batch,
    placed,
)
from . import machine, native
from . import matmul_loops as loops
from .launch import Launch

SERIAL_BYTES = 1 << 18  # a thread is worth waking for this many bytes to read
SMALL_WORK = 1 << 20  # ... and for this many operations
LARGE_WORK = 1 << 29  # the most operations in an item
PACKED_BYTES = 1 << 26  # the most scratch for packed operands
TALL = 288  # the most rows of a block that goes from the top to the bottom
ROW_BYTES = 1024  # of `b` in a row of a block, where few rows leave the time to memory
READ_ROWS = 8  # up to here, reading `b` from beyond the second cache takes the time


class Plan:
    """What to launch, in this order, for one product. Depends on geometry alone."""

    __slots__ = ("scratch_bytes", "single", "steps", "swapped")

    def __init__(self, steps, scratch_bytes):
        self.steps, self.scratch_bytes = steps, scratch_bytes
        self.single = None  # the launch on a, b (`swapped`: b, a), out and c, if it is all there is
        self.swapped = False
        operands = steps[0].operands[:3] if len(steps) == 1 else ()
        if operands in (((A, 0), (B, 0), (OUT, 0)), ((B, 0), (A, 0), (OUT, 0))):
            launch = steps[0].launch
            if launch.items <= launch.grain:
                self.single, self.swapped = launch, operands[0] == (B, 0)


def plan(dtype, m, n, k, a_strides, b_strides, out_strides, batch=(), a_batch=(), b_batch=(),
         out_batch=(), c_strides=None, c_batch=(), alpha=1, beta=1, planner=None):  # fmt: skip
    """The launches for out = alpha * a @ b + beta * c, a: (*batch, m, k), b: (*batch, k, n).

    Strides are in bytes, (row, column) and one per batch axis; any value is right for a, b and c
    (0 where they are broadcast). Without `c_strides`, or with beta = 0, `c` is not read. `out` may
    be `c`, with equal strides, but must not overlap `a` or `b`. `planner` is a class of Planners.
    """
    axes, added = tuple(batch), c_strides is not None and beta != 0
    name, (a, b, out, c) = placed(
        dtype, axes, (a_strides, a_batch), (b_strides, b_batch), (out_strides, out_batch),
        (c_strides, c_batch) if added else None,
    )  # fmt: skip
    if m == 0 or n == 0 or 0 in axes:
        return Plan((), 0)

    def onto(strides):
        return plan(name, m, n, k, a_strides, b_strides, strides[-2:], axes, a_batch, b_batch,
                    strides[:-2], c_strides, c_batch, alpha, beta, planner)  # fmt: skip

    whole = Whole((*axes, m, n), (*out_batch, *out_strides), onto)
    made = (planner or Planner)(name, alpha, beta, whole)
    made.plan(m, n, k, axes, a, b, out, c)
    return Plan(tuple(made.steps), made.scratch_bytes)


def run(plan, a, b, out, c=0):
    """Launch a plan on these operands."""
    if plan.single:
        first = (b, a) if plan.swapped else (a, b)
        plan.single(*first, out, c)
        return
    scratch = _scratch(plan.scratch_bytes) if plan.scratch_bytes else 0
    bases = (a, b, out, c, scratch, 0)
    for step in plan.steps:
        step(*bases)


_local = threading.local()


def _scratch(count):
    """This thread's scratch, at least `count` bytes, aligned to 64."""
    recorder = interpreters.current()
    if recorder is not None:
        memory = recorder.scratch(count)
        if memory is not None:
            return memory
    buffer = getattr(_local, "buffer", None)
    if buffer is None or buffer.size < count + 64:
        buffer = _local.buffer = np.empty(count + 64, np.uint8)
    return -(-native.address_of(buffer) // 64) * 64


def tile_height(m, most):
    """The rows of a tile: as many as fit the registers, or fewer where these leave less over."""
    if m > 2 * most:
        return most
    return min((most, 8, 4), key=lambda rows: (rows > most, -(-m // rows) * rows))


@functools.lru_cache(maxsize=64)
def tile_statics(dtype, width, fused):
    """The constants that the kernels are compiled for.

    Tiles fill the registers: 12 x 2 of 32 with 512 bits, 6 x 2 of 16 with 256, 4 x 2 of 16 else.
    """
    size = np.dtype(dtype).itemsize
    lanes = 2 * width // max(size, 4)
    return {
        "ROWS": {64: 12, 32: 6, 16: 4}[width],
        "LANES": lanes,
        "SIDE": square(lanes, size, width),
        "SIZE": size,
        "MASKED": int(width > 16 and size >= 4),
        "FUSED": int(fused),
    }


def square(lanes, size, width):
    """The side of the squares in which a matrix is transposed."""
    return next(s for s in (16, 8, 4, 2, 1) if lanes % s == 0 and s * size <= width)


class Planner:
    """Collects the steps and the scratch of one plan."""

    entry_of = staticmethod(kernel_entry)

    def __init__(self, dtype, alpha, beta, whole):
        self.dtype, self.alpha, self.beta, self.whole = dtype, alpha, beta, whole
        self.size = np.dtype(dtype).itemsize
        cpu = machine.current()
        self.width = cpu.vector_bytes
        self.statics = tile_statics(dtype, self.width, cpu.fused)
        self.lanes, self.near = self.statics["LANES"], cpu.caches[1]
        self.steps, self.scratch_bytes = [], 0

    def plan(self, m, n, k, axes, a, b, out, c):
        m, axes, a, b, out, c = fold_batch(m, axes, a, b, out, c)
        columns_first = out.column != self.size and out.row == self.size
        if m > 1 and (n == 1 or columns_first):  # the same product, transposed
            m, n, a, b, out, c = n, m, b.T, a.T, out.T, c and c.T
        dots = b.row == self.size and (b.column != self.size or k > n)
        if self.dtype in INTEGERS:
            self._tiles(m, n, k, axes, a, b, out, c)
        elif dots and (m == 1 or (m <= self._few(n, k) and b.column != self.size)):
            self._row_dots(m, n, k, axes, a, b, out, c)
        elif b.column == self.size and self._reads(m, n, k):
            self._row_sums(m, n, k, axes, a, b, out, c)
        else:
            self._tiles(m, n, k, axes, a, b, out, c)

    def _few(self, n, k):
        """The most rows with which dot products take less time than to pack a transposed `b`."""
        return loops.FEW_ROWS if n * k * self.size >= SERIAL_BYTES else 4

    def _reads(self, m, n, k):
        """Whether reading `b` takes the time of a product of few rows: long rows are read best."""
        read = n * k * self.size
        return (m == 1 or (m == 2 and read >= SERIAL_BYTES)
                or (m <= READ_ROWS and self.width < 64 and read > self.near))  # fmt: skip

    def _row_dots(self, m, n, k, axes, a, b, out, c):
        """A product of few rows, where the columns of `b` lie side by side."""
        if a.column != self.size:
            copy = self._new(m, k, axes)
            self._spread(a, copy, m, k, axes)
            a = copy
        groups = -(-n // loops.GROUP)
        words = {"M": m, "N": n, "K": k, "A_ROW": a.row, "B_PANEL": b.column, "ACROSS": groups}
        words.update(OUT_ROW=out.row, OUT_LANE=out.column)
        if c:
            words.update(WITH_C=1, C_ROW=c.row, C_LANE=c.column)
        statics = {**self.statics, "ROWS": self.width // 16, "LANES": 128 // self.size}
        if self.width == 64 and m > 1:  # registers enough for more sums
            statics["TOGETHER"] = 2 if m % 3 else 3
        item_bytes = loops.GROUP * k * self.size
        self._product(loops.row_dots, statics, groups, item_bytes, words, axes, (a, b, out, c))

    def _row_sums(self, m, n, k, axes, a, b, out, c):
        """A product of few rows, where those of `b` lie side by side."""
        result, c = self._side_by_side(m, n, axes, out, c)
        width = max(256, min(2048, loops.ROOM // m, -(-n // 128) * 64))
        across = -(-n // width)
        words = {"M": m, "N": n, "K": k, "A_ROW": a.row, "A_STEP": a.column, "B_STEP": b.row}
        words.update(OUT_ROW=result.row, WIDTH=width, ACROSS=across)
        if c:
            words.update(WITH_C=1, C_ROW=c.row)
        statics = {"SIZE": self.size, "FUSED": self.statics["FUSED"]}
        item_bytes = width * k * self.size
        self._product(loops.row_sums, statics, across, item_bytes, words, axes, (a, b, result, c))
        if result is not out:
            self._spread(result, out, m, n, axes)

    def _side_by_side(self, m, n, axes, out, c):
        """Where a product is written and what is added to it, with rows as kernels take them."""
        result = out if out.column == self.size else self._new(m, n, axes)
        if c and c.column != self.size:
            self._spread(c, result, m, n, axes)
            c = result
        return result, c

    def _tiles(self, m, n, k, axes, a, b, out, c):
        """The general product, over tiles; in slabs of k, if packing all of `b` takes much room."""
        result, c = self._side_by_side(m, n, axes, out, c)
        beta, depth, free = self.beta, max(k, 1), self.scratch_bytes
        while depth > loops.DEPTH and depth * n * self.size > PACKED_BYTES:
            depth = -(-depth // (2 * loops.DEPTH)) * loops.DEPTH
        most = free
        for start in range(0, max(k, 1), depth):
            a_slab = replace(a, start=a.start + start * a.column)
            b_slab = replace(b, start=b.start + start * b.row)
            self._slab(m, n, min(depth, k - start), axes, a_slab, b_slab, result, c, beta)
            c, beta = result, 1
            most, self.scratch_bytes = max(most, self.scratch_bytes), free
        self.scratch_bytes = most
        if result is not out:
            self._spread(result, out, m, n, axes)

    def _slab(self, m, n, k, axes, a, b, out, c, beta):
        rows = tile_height(m, self.statics["ROWS"])
        # measured: long rows cost TLB entries, and a panel that is read often should lie together
        far = self.width < 64 and k * n * self.size > self.near and b.row >= 2048
        packed_b = b.column != self.size or m >= 256 or (m > rows and far)
        often = n >= 256 or (n >= 64 and a.column >= 2048)  # measured: far rows, or many columns
        packed_a = a.row == self.size and a.column >= 256 and often and m >= 64
        broad = -(-n // self.lanes)
        from_top = m <= TALL and (broad >= 4 or 2 * m * n * max(k, 1) <= SMALL_WORK)
        packing = packed_b and from_top  # each panel is packed once, where it is needed
        b_panel, a_panel, b_lane = self.lanes * b.column, rows * a.row, b.column
        if packed_b and not packing:
            b, b_panel = self._packed(b.T, n, k, axes, self.lanes)
        packing_a = packed_a and not from_top and self.statics["MASKED"]
        if packing_a:
            a_panel = rows * loops.ROOMY * self.size
        elif packed_a:
            a, a_panel = self._packed(a, m, k, axes, rows)
            a = a.T
        words = {"M": m, "N": n, "K": k}
        words.update(A_ROW=a.row, A_STEP=a.column, A_PANEL=a_panel)
        words.update(B_STEP=b.row, B_PANEL=b_panel, OUT_ROW=out.row)
        words.update(PACKING=int(packing), B_LANE=b_lane, A_PACKING=int(packing_a))
        if c:
            words.update(WITH_C=1, C_ROW=c.row)
        height, width, work = self._block_tiles(m, n, k, rows, from_top)
        down, across = -(-m // (rows * height)), -(-n // (self.lanes * width))
        words.update(HEIGHT=height * rows, WIDTH=width * self.lanes, DOWN=down, ACROSS=across)
        item_bytes = SERIAL_BYTES * work // SMALL_WORK
        operands = (a, b, out, c)
        statics = {**self.statics, "ROWS": rows, "ABOVE": 1 << (rows - 1).bit_length()}
        self._product(
            loops.product, statics, down * across, item_bytes, words, axes, operands, beta
        )

    def _block_tiles(self, m, n, k, rows, from_top):
        """Tiles in a block of `out`, down and across, and the operations in it.

        Some blocks for every thread, none too small to be worth one; `from_top` to bottom, or not.
        """
        tile_work = 2 * rows * self.lanes * max(k, 1)
        total = 2 * m * n * max(k, 1)
        limit = max(SMALL_WORK, min(total // 16, LARGE_WORK)) / tile_work
        tall, broad = -(-m // rows), -(-n // self.lanes)
        height, width = tall if from_top else min(tall, loops.LOWER), min(broad, 16)
        if m <= 2 * self.statics["ROWS"]:  # measured: memory is slow where it is read in snippets
            limit = max(limit, height * min(ROW_BYTES // (self.lanes * self.size), broad // 4))
        while height * width > limit and max(width, 1 if from_top else height) > 1:
            if height >= width and not from_top:
                height = -(-height // 2)
            else:
                width = -(-width // 2)
        height = -(-tall // -(-tall // height))  # blocks of about the same height
        width = -(-broad // -(-broad // width))
        return height, width, tile_work * height * width

    def _packed(self, x, extent, steps, axes, lanes):
        """Bring x (extent, steps) into panels; where they lie, and the bytes of a panel."""
        panels, panel_bytes = -(-extent // lanes), -(-lanes * steps * self.size // 64) * 64
        packed, extents, strides = self._placed(x, axes, panels * panel_bytes)
        packed = replace(packed, row=lanes * self.size)
        side = square(lanes, self.size, self.width)
        statics = {"LANES": lanes, "SIDE": side, "SIZE": self.size}
        statics["MASKED"] = self.statics["MASKED"]
        words = [extent, steps, x.row, x.column, panels, panel_bytes]
        words += axes_words(extents, strides)
        items, grain = count(extents) * panels, _grain(2 * panel_bytes)
        work = self._moving(extent, steps, extents)
        self._step(loops.pack, statics, items, grain, words, (x, packed), 1, work)
        return packed, panel_bytes

    def _placed(self, x, axes, size):
        """Scratch of `size` bytes for each matrix of `x`; their axes, and the strides of both."""
        kept = [axis for axis, stride in enumerate(x.batch) if stride]
        extents = tuple(axes[axis] for axis in kept) or (1,)
        strides = _contiguous(extents, size)
        batch = [0] * len(axes)
        for axis, stride in zip(kept, strides, strict=False):
            batch[axis] = stride
        start = self._reserve(count(extents) * size)
        packed = Operand(SCRATCH, 0, self.size, tuple(batch), start)
        return packed, extents, (tuple(x.batch[axis] for axis in kept) or (0,), strides)

    def _spread(self, x, out, rows, columns, axes):
        """Copy a matrix between any strides."""
        words = [rows, columns, x.row, x.column, out.row, out.column]
        words += axes_words(axes, (x.batch, out.batch))
        statics, items = {"SIZE": self.size}, rows * count(axes)
        work = self._moving(rows, columns, axes)
        grain = _grain(columns * self.size)
        self._step(loops.spread, statics, items, grain, words, (x, out), 1, work)

    def _product(self, kernel, statics, items, item_bytes, words, axes, operands, beta=None):
        """The step of a kernel whose block is `words`, by their names in `loops`."""
        a, b, out, c = operands
        work = self._work(words.get("M", 1), words["N"], words["K"], axes, operands)
        words.update(ALPHA=self._bits(self.alpha))
        words.update(BETA=self._bits(self.beta if beta is None else beta))
        block = [0] * (loops.AXES - loops.M)
        for name, number in words.items():
            block[getattr(loops, name) - loops.M] = number
        operands = (a, b, out, c or replace(out, base=NOTHING, start=0))
        if kernel is loops.product:
            shape = [words[name] for name in ("M", "N", "HEIGHT", "WIDTH", "DOWN", "ACROSS")]
            dense = self._dense(out, words["M"], words["N"], axes)
            bases = tuple(o.base for o in operands)
            work = Blocks(work.shape, work.nbytes, work.flops, *shape, self.size, dense, bases,
                          self.whole)  # fmt: skip
        block += axes_words(axes, [operand.batch for operand in operands])
        grain = _grain(item_bytes)
        self._step(kernel, statics, items * count(axes), grain, block, operands, OUT, work)

    def _dense(self, out, m, n, axes):
        """Whether a result lies in one piece, batch after batch, row after row."""
        if (n > 1 and out.column != self.size) or (m > 1 and out.row != n * self.size):
            return False
        kept = [k for k, extent in enumerate(axes) if extent > 1]
        steps = _contiguous([axes[k] for k in kept], m * n * self.size)
        return tuple(out.batch[k] for k in kept) == tuple(steps)

    def _work(self, m, n, k, axes, operands):
        return Multiplied(*counted(m, n, k, axes, operands, self.size))

    def _moving(self, rows, columns, axes):
        """Matrices that are read and written."""
        outer = [extent for extent in axes if extent != 1]
        return Work((*outer, rows, columns), 2 * rows * columns * count(axes) * self.size)

    def _step(self, kernel, statics, items, grain, words, operands, written, work):
        entry = functools.partial(self.entry_of, kernel, self.dtype, **statics)
        launch = Launch(entry, items, np.array(words, np.int64), grain, (written,), work)
        self.steps.append(Stage(launch, tuple((o.base, o.start) for o in operands)))

    def _new(self, rows, columns, axes):
        """A matrix in scratch, its rows padded to whole vectors."""
        row = -(-columns // self.lanes) * self.lanes * self.size
        batch = _contiguous(axes, rows * row)
        start = self._reserve(count(axes) * rows * row)
        return Operand(SCRATCH, row, self.size, batch, start)

    def _reserve(self, count):
        start = self.scratch_bytes
        self.scratch_bytes += -(-count // 64) * 64
        return start

    def _bits(self, number):
        """A number of the dtype as a word of a block."""
        data = np.zeros(1, np.int64)
        data.view(self.dtype)[0] = number
        return int(data[0])


def _grain(item_bytes):
    """The items that a thread is worth waking for."""
    return max(1, SERIAL_BYTES // max(1, item_bytes))


def _contiguous(extents, size):
    """Strides of axes that lie one in the other, around items of `size` bytes."""
    strides = []
    for extent in reversed(extents):
        strides.append(size)
        size *= extent
    return tuple(reversed(strides))


def count(extents):
    return int(np.prod(extents, dtype=np.int64))


def axes_words(extents, strides):
    """The end of a block: batch axes, their extents, and their strides for each operand."""
    return [len(extents), *extents, *(stride for steps in strides for stride in steps)]
