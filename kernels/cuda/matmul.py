"""Matrix product on a card: `plan` chooses what to launch for given shapes and strides.

    out[i, j] = finish(alpha * sum(a[i, k] * b[k, j] for k) + beta * c[i, j])

A block of DOWN x ACROSS threads computes a tile of `out`, TALL x BROAD elements to a thread, in
registers. It goes through k in steps of DEPTH: the threads bring that part of both operands to
shared memory, by any strides, then each multiplies from there. An element of `out` is summed by one
thread in the order of k: the bits depend on nothing else.
"""

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..language.memory import value, vector, word
from ..language.source import INTEGERS, T
from ..scalars import fma, from_bits
from ..work import layout
from ..work.launches import Stage, Work
from ..work.products import NOTHING, OUT, A, B, C, Operand, fold_batch
from .launch import SIMULATED, cuda, kernel_launch
from .offsets import offset

BLOCKS = 128  # that keep a card busy: where there are fewer, a smaller tile is taken
PAD = 1  # elements behind a row in shared memory, so that columns lie in different banks


@dataclass(frozen=True, slots=True)
class Plan:
    """What to launch, in this order, for one product. Depends on geometry alone."""

    steps: tuple[Stage, ...] = ()
    scratch_bytes: int = 0


@dataclass(frozen=True)
class Product(Work):
    """What a product has to do; `finished(f)` is its Launch with `f` as the finish."""

    finished: Callable | None = None


@dataclass(frozen=True)
class Tile:
    """Threads of a block, elements of a thread, and the values of k that are taken at once."""

    down: int
    across: int
    tall: int
    broad: int
    depth: int

    @property
    def height(self):
        return self.down * self.tall

    @property
    def width(self):
        return self.across * self.broad

    @property
    def threads(self):
        return self.down * self.across

    def blocks(self, m, n):
        return -(-m // self.height) * -(-n // self.width)


TILES = (
    Tile(16, 16, 8, 8, 8),
    Tile(16, 16, 4, 4, 16),
    Tile(8, 16, 2, 4, 16),
    Tile(4, 32, 1, 1, 32),
)
if SIMULATED:
    TILES = (Tile(2, 4, 2, 3, 4),) * 2


def multiply_add(x, y, total):
    return x * y + total


def keep(total):
    return total


# Statics of the kernel, see `_statics`
DOWN, ACROSS, TALL, BROAD, DEPTH = 2, 4, 2, 3, 4
THREADS, HEIGHT, WIDTH, A_PITCH, B_PITCH, A_LOADS, B_LOADS = 8, 4, 12, 5, 13, 2, 6
A_ALONG = B_ALONG = WITH_C = 0  # whether neighbours along k lie side by side; whether c is read
AXES = 1  # of the batch
joined, finish = fma, keep

# The words of the kernel: addresses, then geometry
M, N, K, A_ROW, A_STEP, B_STEP, B_COLUMN, OUT_ROW, OUT_COLUMN = range(4, 13)
C_ROW, C_COLUMN, ALPHA, BETA, EXTENTS = range(13, 18)


def product(args):
    """
    for i, j:
        out[i, j] = finish(alpha * sum(a[i, k] * b[k, j] for k) + beta * c[i, j])
    """
    a_tile = cuda.shared.array((DEPTH, A_PITCH), T)
    b_tile = cuda.shared.array((DEPTH, B_PITCH), T)
    sums = cuda.local.array((TALL, BROAD), T)
    m, n, steps = word(args, M), word(args, N), word(args, K)
    across = (n + WIDTH - 1) // WIDTH
    per_batch = (m + HEIGHT - 1) // HEIGHT * across
    batch, block = cuda.blockIdx.x // per_batch, cuda.blockIdx.x % per_batch
    top, left = block // across * HEIGHT, block % across * WIDTH
    thread = np.int64(cuda.threadIdx.x)
    a = word(args, A) + offset(args, batch, AXES, EXTENTS, EXTENTS + AXES)
    b = word(args, B) + offset(args, batch, AXES, EXTENTS, EXTENTS + 2 * AXES)
    a += top * word(args, A_ROW)
    b += left * word(args, B_COLUMN)
    for r in range(TALL):
        for s in range(BROAD):
            sums[r, s] = T(0)
    for start in range(0, steps, DEPTH):
        depth, at = steps - start, start * word(args, A_STEP)
        bring(a + at, word(args, A_ROW), word(args, A_STEP), m - top, depth, a_tile, thread,
              A_LOADS, A_ALONG, HEIGHT)  # fmt: skip
        at = start * word(args, B_STEP)
        bring(b + at, word(args, B_COLUMN), word(args, B_STEP), n - left, depth, b_tile, thread,
              B_LOADS, B_ALONG, WIDTH)  # fmt: skip
        cuda.syncthreads()
        multiply(a_tile, b_tile, sums, thread // ACROSS, thread % ACROSS)
        cuda.syncthreads()
    store(args, batch, top + thread // ACROSS, left + thread % ACROSS, sums)


def bring(x, step, depth_step, extent, depth, tile, thread, loads, along, length):
    """tile[k, i] = x[i, k], or 0 beyond extent and depth; neighbours along k lie so if `along`."""
    for load in range(loads):
        at = thread + load * THREADS
        k = at % DEPTH if along else at // length
        i = at // DEPTH if along else at % length
        own = T(0)
        if i < extent and k < depth:
            own = value(x + i * step + k * depth_step, T)
        tile[k, i] = own


def multiply(a_tile, b_tile, sums, row, column):
    """sums[r, s] += a_tile[k, row of r] * b_tile[k, column of s], for every k"""
    a_own = cuda.local.array(TALL, T)
    b_own = cuda.local.array(BROAD, T)
    for k in range(DEPTH):
        for r in range(TALL):
            a_own[r] = a_tile[k, row + r * DOWN]
        for s in range(BROAD):
            b_own[s] = b_tile[k, column + s * ACROSS]
        for r in range(TALL):
            for s in range(BROAD):
                sums[r, s] = joined(a_own[r], b_own[s], sums[r, s])


def store(args, batch, row, column, sums):
    """out = finish(alpha * sums + beta * c), where this thread's elements lie inside"""
    out = word(args, OUT) + offset(args, batch, AXES, EXTENTS, EXTENTS + 3 * AXES)
    c = word(args, C) + offset(args, batch, AXES, EXTENTS, EXTENTS + 4 * AXES)
    alpha, beta = number(word(args, ALPHA)), number(word(args, BETA))
    for r in range(TALL):
        for s in range(BROAD):
            i, j = row + r * DOWN, column + s * ACROSS
            if i < word(args, M) and j < word(args, N):
                total = alpha * sums[r, s]
                if WITH_C:
                    at = c + i * word(args, C_ROW) + j * word(args, C_COLUMN)
                    total += beta * value(at, T)
                vector(out + i * word(args, OUT_ROW) + j * word(args, OUT_COLUMN), T)[0] = finish(
                    total
                )


def number_of_word(bits):
    """The number that a word holds: integers as they are, floats as a float64."""
    return T(from_bits(bits))


def integer_of_word(bits):
    return T(np.int64(bits))


number = number_of_word


# --------------------------------------------------------------------------------------- launches


def plan(dtype, m, n, k, a_strides, b_strides, out_strides, batch=(), a_batch=(), b_batch=(),
         out_batch=(), c_strides=None, c_batch=(), alpha=1, beta=1, finish=keep,
         tile=None):  # fmt: skip
    """The launches for out = alpha * a @ b + beta * c, a: (*batch, m, k), b: (*batch, k, n).

    Strides are in bytes, (row, column) and one per batch axis; any value is right for a, b and c
    (0 where they are broadcast). Without `c_strides`, or with beta = 0, `c` is not read. `out` may
    be `c`, with equal strides, but must not overlap `a` or `b`. `finish` is a scalar function that
    each result goes through, such as an activation.
    """
    name = np.dtype(dtype).name
    if name not in ("float32", "float64") and name not in INTEGERS:
        raise TypeError(f"matmul: expected float32, float64 or an integer dtype; got {name}")
    axes, size = tuple(batch), np.dtype(dtype).itemsize
    if m == 0 or n == 0 or 0 in axes:
        return Plan()
    a = Operand(A, *a_strides, tuple(a_batch))
    b = Operand(B, *b_strides, tuple(b_batch))
    out = Operand(OUT, *out_strides, tuple(out_batch))
    c = None
    if c_strides is not None and beta != 0:
        c = Operand(C, *c_strides, tuple(c_batch) or (0,) * len(axes))
    m, axes, a, b, out, c = fold_batch(m, axes, a, b, out, c)
    if out.column != size and out.row == size:  # the same product, transposed
        m, n, a, b, out, c = n, m, b.T, a.T, out.T, c and c.T
    launch = _launch(name, m, n, k, axes, (a, b, out, c), alpha, beta, tile, finish)
    bases = [(operand.base, 0) if operand else (NOTHING, 0) for operand in (a, b, out, c)]
    return Plan((Stage(launch, tuple(bases)),))


def run(plan, a, b, out, c=0):
    """Launch a plan on operands at these addresses."""
    bases = (a, b, out, c, 0, 0)
    for step in plan.steps:
        step.launch(*[bases[base] + start for base, start in step.operands])


def _launch(dtype, m, n, k, axes, operands, alpha, beta, tile, finish):
    a, b, out, c = operands
    size, items = np.dtype(dtype).itemsize, math.prod(axes)
    tile = tile or _tile(size, m, n, items)
    none = (0,) * len(axes)
    words = [m, n, k, a.row, a.column, b.row, b.column, out.row, out.column]
    words += [c.row, c.column] if c else [0, 0]
    words += [_word(dtype, alpha), _word(dtype, beta), *axes]
    for operand in operands:
        words += operand.batch if operand else none
    statics = dict(_statics(dtype, tile))
    statics.update(A_ALONG=int(a.column == size), B_ALONG=int(b.row == size and b.column != size))
    statics.update(WITH_C=int(c is not None), AXES=len(axes), finish=finish)
    blocks = tile.blocks(m, n) * items
    again = functools.partial(_launch, dtype, m, n, k, axes, operands, alpha, beta, tile)
    may_finish = finish is keep and np.dtype(dtype).kind == "f"  # sums of small integers are wider
    work = _work(size, m, n, k, axes, operands, again if may_finish else None)
    return kernel_launch(product, dtype, blocks, blocks, tile.threads, words, (2,), work, **statics)


def _tile(size, m, n, items):
    """The largest tile that gives enough blocks, and no wider than its shared memory allows."""
    for tile in TILES[size > 4 :]:
        if tile.blocks(m, n) * items >= BLOCKS and m > tile.height // 2 and n > tile.width // 2:
            return tile
    return TILES[-1]


@functools.cache
def _statics(dtype, tile):
    """The constants that the kernel is compiled for."""
    height, width, depth, threads = tile.height, tile.width, tile.depth, tile.threads
    if height * depth % threads or width * depth % threads:
        raise ValueError(f"matmul: expected a tile whose threads share all loads; got {tile}")
    exact = dtype in INTEGERS
    return {
        "DOWN": tile.down, "ACROSS": tile.across, "TALL": tile.tall, "BROAD": tile.broad,
        "DEPTH": depth, "THREADS": threads, "HEIGHT": height, "WIDTH": width,
        "A_PITCH": height + PAD, "B_PITCH": width + PAD,
        "A_LOADS": height * depth // threads, "B_LOADS": width * depth // threads,
        "joined": multiply_add if exact else fma,
        "number": integer_of_word if exact else number_of_word,
    }  # fmt: skip


def _word(dtype, number):
    """A number of the dtype as a word, see `number_of_word`."""
    if dtype in INTEGERS:
        return int(np.array(int(number) % 2**64, np.uint64).view(np.int64))
    return int(np.float64(number).view(np.int64))


def _work(size, m, n, k, axes, operands, finished):
    """A product as it counts: every element of its operands once."""
    extents = zip(operands, (m * k, k * n, m * n, m * n), strict=True)
    elements = sum(
        extent * layout.distinct(axes, operand.batch) for operand, extent in extents if operand
    )
    outer = [extent for extent in axes if extent != 1]
    flops = 2 * m * n * k * math.prod(axes)
    return Product((*outer, m, n, k), elements * size, flops, finished)
