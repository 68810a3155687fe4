"""Matrix product on a card: `plan` chooses what to launch for given shapes and strides.

    out[i, j] = finish(alpha * sum(a[i, k] * b[k, j] for k) + beta * c[i, j])

A block of DOWN x ACROSS threads computes a tile of `out`, TALL x BROAD elements to a thread, in
registers. It goes through k in steps of DEPTH: the threads bring that part of both operands to
shared memory, by any strides, then each multiplies from there, while its share of the next part is
on its way to registers. The results go through shared memory, too, so that neighbouring threads
store neighbours. An element of `out` is summed by one thread in the order of k: the bits depend on
nothing else.
"""

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..language.memory import value, vector, word
from ..language.source import INTEGERS, T
from ..scalars import fma, from_bits
from ..work.launches import Stage
from ..work.products import NOTHING, OUT, A, B, C, Multiplied, counted, fold_batch, placed
from .launch import SIMULATED, kernel_launch
from .names import cuda, four, put_four
from .offsets import offset

BLOCKS = 128  # that keep a card busy: where there are fewer, a smaller tile is taken
PAD = 4  # elements behind a row in shared memory: columns lie in other banks, fours are aligned


@dataclass(frozen=True, slots=True)
class Plan:
    """What to launch, in this order, for one product. Depends on geometry alone."""

    steps: tuple[Stage, ...] = ()
    scratch_bytes: int = 0


@dataclass(frozen=True)
class Product(Multiplied):
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
    Tile(8, 16, 8, 8, 16),
    Tile(16, 16, 4, 4, 16),
    Tile(8, 16, 4, 4, 16),
    Tile(8, 16, 2, 4, 16),
    Tile(4, 32, 1, 1, 32),
)
if SIMULATED:
    TILES = (Tile(2, 2, 4, 4, 4), Tile(2, 4, 2, 3, 4))


def multiply_add(x, y, total):
    return x * y + total


def keep(total):
    return total


# Statics of the kernel, see `tile_statics`
DOWN, ACROSS, TALL, BROAD, DEPTH = 2, 4, 2, 3, 4
THREADS, HEIGHT, WIDTH, A_PITCH, B_PITCH, A_LOADS, B_LOADS = 8, 4, 12, 8, 16, 2, 6
SHARED, B_START = 192, 64  # elements of shared memory, and where those of b begin
A_GROUP = B_GROUP = 1  # rows and columns side by side that a thread takes
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
    shared = cuda.shared.array(SHARED, T, 16)  # two parts of a, two of b; at last the results
    a_next, a_at = cuda.local.array(A_LOADS, T), cuda.local.array(A_LOADS, np.int64)
    b_next, b_at = cuda.local.array(B_LOADS, T), cuda.local.array(B_LOADS, np.int64)
    sums = cuda.local.array((TALL, BROAD), T)
    m, n, steps = word(args, M), word(args, N), word(args, K)
    across = (n + WIDTH - 1) // WIDTH
    per_batch = (m + HEIGHT - 1) // HEIGHT * across
    batch, block = cuda.blockIdx.x // per_batch, cuda.blockIdx.x % per_batch
    top, left = block // across * HEIGHT, block % across * WIDTH
    thread = np.int64(np.uint32(cuda.threadIdx.x))
    row, column = thread // ACROSS * A_GROUP, thread % ACROSS * B_GROUP
    a = word(args, A) + offset(args, batch, AXES, EXTENTS, EXTENTS + AXES)
    b = word(args, B) + offset(args, batch, AXES, EXTENTS, EXTENTS + 2 * AXES)
    a += top * word(args, A_ROW)
    b += left * word(args, B_COLUMN)
    for r in range(TALL):
        for s in range(BROAD):
            sums[r, s] = T(0)
    aim(a_at, word(args, A_ROW), word(args, A_STEP), m - top, thread, A_LOADS, A_ALONG, HEIGHT)
    aim(b_at, word(args, B_COLUMN), word(args, B_STEP), n - left, thread, B_LOADS, B_ALONG, WIDTH)
    fetch(a, a_at, a_next, steps, thread, A_LOADS, A_ALONG, HEIGHT)
    fetch(b, b_at, b_next, steps, thread, B_LOADS, B_ALONG, WIDTH)
    a_half = b_half = np.int64(0)  # where the part begins that is multiplied
    for start in range(0, steps, DEPTH):
        share(a_next, shared, a_half, thread, A_LOADS, A_ALONG, HEIGHT, A_PITCH)
        share(b_next, shared, b_half + B_START, thread, B_LOADS, B_ALONG, WIDTH, B_PITCH)
        cuda.syncthreads()  # and nobody reads the other half any more
        a += DEPTH * word(args, A_STEP)
        b += DEPTH * word(args, B_STEP)
        further = steps - start - DEPTH
        fetch(a, a_at, a_next, further, thread, A_LOADS, A_ALONG, HEIGHT)
        fetch(b, b_at, b_next, further, thread, B_LOADS, B_ALONG, WIDTH)
        multiply(shared, sums, a_half + row, b_half + B_START + column)
        a_half, b_half = DEPTH * A_PITCH - a_half, DEPTH * B_PITCH - b_half
    cuda.syncthreads()
    share_results(sums, shared, row, column)
    cuda.syncthreads()
    store(args, batch, top, left, shared, thread)


def aim(at, step, depth_step, extent, thread, loads, along, length):
    """Where this thread's share of x[i, k] lies; beyond the extent the last, for nobody stores it.
    """
    for load in range(loads):
        i, k = place(thread, load, along, length)
        at[load] = min(i, extent - 1) * step + k * depth_step


def fetch(x, at, own, depth, thread, loads, along, length):
    """This thread's share of x[i, k], or 0 beyond the depth."""
    for load in range(loads):
        if depth >= DEPTH:
            own[load] = value(x + at[load], T)
        else:
            own[load] = T(0)
            if place(thread, load, along, length)[1] < depth:
                own[load] = value(x + at[load], T)


def share(own, shared, start, thread, loads, along, length, pitch):
    """shared[k, i] = x[i, k], as it was fetched"""
    for load in range(loads):
        i, k = place(thread, load, along, length)
        shared[np.uintp(start + (k * pitch + i))] = own[load]


def place(thread, load, along, length):
    """The i and k of a thread's load; neighbours take neighbours along k if `along`, else i."""
    at = thread + load * THREADS
    return (at // DEPTH, at % DEPTH) if along else (at % length, at // length)


def multiply(shared, sums, a_start, b_start):
    """sums[r, s] += a[row of r, k] * b[k, column of s], for every k of a part

    What is multiplied next is taken before.
    """
    a_even, a_odd = cuda.local.array(TALL, T), cuda.local.array(TALL, T)
    b_even, b_odd = cuda.local.array(BROAD, T), cuda.local.array(BROAD, T)
    take(shared, a_start, a_even, TALL, DOWN)
    take(shared, b_start, b_even, BROAD, ACROSS)
    for k in range(0, DEPTH, 2):
        take(shared, a_start + (k + 1) * A_PITCH, a_odd, TALL, DOWN)
        take(shared, b_start + (k + 1) * B_PITCH, b_odd, BROAD, ACROSS)
        add_products(a_even, b_even, sums)
        after = min(k + 2, DEPTH - 1)
        take(shared, a_start + after * A_PITCH, a_even, TALL, DOWN)
        take(shared, b_start + after * B_PITCH, b_even, BROAD, ACROSS)
        add_products(a_odd, b_odd, sums)


def add_products(a_own, b_own, sums):
    for r in range(TALL):
        for s in range(BROAD):
            sums[r, s] = joined(a_own[r], b_own[s], sums[r, s])


def take(shared, start, own, count, threads):
    """What a thread multiplies: one element in as many as there are threads, or four in fours."""
    if count % 4 == 0:
        for r in range(0, count, 4):
            x, y, z, t = four(shared, start + r * threads)
            own[r], own[r + 1], own[r + 2], own[r + 3] = x, y, z, t
    else:
        for r in range(count):
            own[r] = shared[np.uintp(start + r * threads)]


def share_results(sums, shared, row, column):
    """shared[i, j] = sum, so that threads can go on in another order, and by a loop"""
    for r in range(TALL):
        i = row + r // A_GROUP * A_GROUP * DOWN + r % A_GROUP
        for s in range(0, BROAD, B_GROUP):
            at = i * WIDTH + column + s * ACROSS
            if B_GROUP == 4:
                put_four(shared, at, sums[r, s], sums[r, s + 1], sums[r, s + 2], sums[r, s + 3])
            else:
                shared[np.uintp(at)] = sums[r, s]


def store(args, batch, top, left, shared, thread):
    """out = finish(alpha * sums + beta * c), as far as the tile lies inside"""
    out = word(args, OUT) + offset(args, batch, AXES, EXTENTS, EXTENTS + 3 * AXES)
    c = word(args, C) + offset(args, batch, AXES, EXTENTS, EXTENTS + 4 * AXES)
    alpha, beta = number(word(args, ALPHA)), number(word(args, BETA))
    for load in range(TALL * BROAD):
        at = thread + load * THREADS
        i, j = top + at // WIDTH, left + at % WIDTH
        if i < word(args, M) and j < word(args, N):
            total = alpha * shared[np.uintp(at)]
            if WITH_C:
                total += beta * value(c + i * word(args, C_ROW) + j * word(args, C_COLUMN), T)
            vector(out + i * word(args, OUT_ROW) + j * word(args, OUT_COLUMN), T)[0] = finish(total)


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
    axes, added = tuple(batch), c_strides is not None and beta != 0
    name, (a, b, out, c) = placed(
        dtype, axes, (a_strides, a_batch), (b_strides, b_batch), (out_strides, out_batch),
        (c_strides, c_batch) if added else None,
    )  # fmt: skip
    if m == 0 or n == 0 or 0 in axes:
        return Plan()
    size = np.dtype(dtype).itemsize
    m, axes, a, b, out, c = fold_batch(m, axes, a, b, out, c)
    if out.column != size and out.row == size:  # the same product, transposed
        m, n, a, b, out, c = n, m, b.T, a.T, out.T, c and c.T
    launch = _launch(name, m, n, k, axes, (a, b, out, c), alpha, beta, tile, finish)
    bases = [(operand.base, 0) if operand else (NOTHING, 0) for operand in (a, b, out, c)]
    return Plan((Stage(launch, tuple(bases)),))


def run(plan, a, b, out, c=0):
    """Launch a plan on these operands."""
    bases = (a, b, out, c, 0, 0)
    for step in plan.steps:
        step(*bases)


def _launch(dtype, m, n, k, axes, operands, alpha, beta, tile, finish):
    a, b, out, c = operands
    size, items = np.dtype(dtype).itemsize, math.prod(axes)
    tile = tile or tile_of(size, m, n, items)
    none = (0,) * len(axes)
    words = [m, n, k, a.row, a.column, b.row, b.column, out.row, out.column]
    words += [c.row, c.column] if c else [0, 0]
    words += [_word(dtype, alpha), _word(dtype, beta), *axes]
    for operand in operands:
        words += operand.batch if operand else none
    statics = dict(tile_statics(dtype, tile))
    statics.update(A_ALONG=int(a.column == size), B_ALONG=int(b.row == size and b.column != size))
    statics.update(WITH_C=int(c is not None), AXES=len(axes), finish=finish)
    blocks = tile.blocks(m, n) * items
    again = functools.partial(_launch, dtype, m, n, k, axes, operands, alpha, beta, tile)
    may_finish = finish is keep and np.dtype(dtype).kind == "f"  # sums of small integers are wider
    work = Product(*counted(m, n, k, axes, operands, size), again if may_finish else None)
    return kernel_launch(product, dtype, blocks, blocks, tile.threads, words, (2,), work, **statics)


def tile_of(size, m, n, items):
    """The largest tile that gives enough blocks, else the smallest that m and n fill.

    A wide element takes no more registers and shared memory than there are.
    """
    filled = [t for t in TILES[size > 4 : -1] if m > t.height // 2 and n > t.width // 2]
    busy = [tile for tile in filled if tile.blocks(m, n) * items >= BLOCKS]
    return busy[0] if busy else filled[-1] if filled else TILES[-1]


@functools.cache
def tile_statics(dtype, tile):
    """The constants that the kernel is compiled for."""
    height, width, depth, threads = tile.height, tile.width, tile.depth, tile.threads
    if height * depth % threads or width * depth % threads:
        raise ValueError(f"matmul: expected a tile whose threads share all loads; got {tile}")
    exact = dtype in INTEGERS
    a_pitch, b_pitch = height + PAD, width + PAD
    return {
        "DOWN": tile.down, "ACROSS": tile.across, "TALL": tile.tall, "BROAD": tile.broad,
        "DEPTH": depth, "THREADS": threads, "HEIGHT": height, "WIDTH": width,
        "A_PITCH": a_pitch, "B_PITCH": b_pitch, "B_START": 2 * depth * a_pitch,
        "SHARED": max(2 * depth * (a_pitch + b_pitch), height * width),
        "A_GROUP": 1 if tile.tall % 4 else 4, "B_GROUP": 1 if tile.broad % 4 else 4,
        "A_LOADS": height * depth // threads, "B_LOADS": width * depth // threads,
        "joined": multiply_add if exact else fma,
        "number": integer_of_word if exact else number_of_word,
    }  # fmt: skip


def _word(dtype, number):
    """A number of the dtype as a word, see `number_of_word`."""
    if dtype in INTEGERS:
        return int(np.array(int(number) % 2**64, np.uint64).view(np.int64))
    return int(np.float64(number).view(np.int64))


