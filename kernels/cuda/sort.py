"""Order on a card: stable sorts, the largest k, search in sorted rows, counts.

Keys are those of `kernels/work/keys.py`: integers that order like the values. A sort moves
positions. First each block of threads puts its own run in order, then runs are merged in pairs, a
thread to an element: its place is its place in its own run plus how many of the other come before
it, found by bisection. Equal elements keep their order.
"""

import functools

import numpy as np

from ..language.memory import vector, word
from ..language.source import T
from ..work.folds import Reduction
from ..work.keys import ONES32, ONES64, insertion, key_float32, key_of
from ..work.launches import Stage, Work
from .launch import BLOCKS, kernel_launch, strides_over
from .launch import THREADS as DEFAULT
from .names import atomic_add, cuda
from .offsets import first_item, item_step

THREADS = 256  # of a block: a constant of the kernels that share memory
SIZE = 4
RIGHT = 0
FLIP = np.uint64(0)  # ONES32 or ONES64 for the other order
key = key_float32


def sort_runs(args):
    """
    for row, run:
        index[row, run] = the positions of the run, by rising key, earlier ones first

    A block takes a run of THREADS elements. Words: x, index, n, runs of a row.
    """
    shared = cuda.shared.array(THREADS, np.uint64)
    x, index = vector(word(args, 0), T), vector(word(args, 1), np.int64)
    n, runs = word(args, 2), word(args, 3)
    row, thread = cuda.blockIdx.x // runs, np.int64(cuda.threadIdx.x)
    first = cuda.blockIdx.x % runs * THREADS
    count = min(n - first, THREADS)
    own = key(x[row * n + min(first + thread, n - 1)]) ^ FLIP
    shared[thread] = own
    cuda.syncthreads()
    rank = np.int64(0)
    for j in range(count):
        rank += np.int64(shared[j] < own or (shared[j] == own and j < thread))
    if thread < count:
        index[row * n + first + rank] = first + thread


def merge_runs(args):
    """
    for row, pair of runs:
        to[row, pair] = the positions from[row, pair], by rising key, those of the first run first

    Words: x, from, to, n, count of all elements, run.
    """
    x, ordered, merged = word(args, 0), word(args, 1), vector(word(args, 2), np.int64)
    n, count, run = word(args, 3), word(args, 4), word(args, 5)
    item = first_item()
    while item < count:
        row, i = item // n, item % n
        xs, places = vector(x + row * n * SIZE, T), vector(ordered + row * n * 8, np.int64)
        start = i // (2 * run) * (2 * run)
        middle, stop = min(start + run, n), min(start + 2 * run, n)
        place = places[i]
        own, late = key(xs[place]) ^ FLIP, i >= middle
        low, high = (start, middle) if late else (middle, stop)
        while low < high:
            half = (low + high) // 2
            other = key(xs[places[half]]) ^ FLIP
            earlier = other < own or (late and other == own)
            low = half + 1 if earlier else low
            high = high if earlier else half
        passed = low - (start if late else middle)  # of the other run
        merged[row * n + (i - (middle - start) if late else i) + passed] = place
        item += item_step()


def take_sorted(args):
    """for row, i: out[row, i] = x[row, index[row, i]]"""
    x, out, index = vector(word(args, 0), T), vector(word(args, 1), T), word(args, 2)
    indices, n, count = vector(index, np.int64), word(args, 3), word(args, 4)
    item = first_item()
    while item < count:
        out[item] = x[item // n * n + indices[item]]
        item += item_step()


def largest_k(args):
    """
    for row, place in range(k):
        out[row, place], index[row, place] = the next element by falling key, earlier ones first

    A block takes a row, and goes through it once for each place.
    """
    keys = cuda.shared.array(THREADS, np.uint64)
    places = cuda.shared.array(THREADS, np.int64)
    n, k = word(args, 3), word(args, 4)
    row, thread = np.int64(cuda.blockIdx.x), np.int64(cuda.threadIdx.x)
    xs = vector(word(args, 0) + row * n * SIZE, T)
    outs = vector(word(args, 1) + row * k * SIZE, T)
    indices = vector(word(args, 2) + row * k * 8, np.int64)
    last, last_at = ONES64, np.int64(-1)
    for place in range(k):
        best, best_at, i = np.uint64(0), n, thread
        while i < n:
            own = key(xs[i]) ^ FLIP
            left = own < last or (own == last and i > last_at)
            if left and (own > best or (own == best and i < best_at)):
                best, best_at = own, i
            i += THREADS
        keys[thread] = best
        places[thread] = best_at
        cuda.syncthreads()
        half = THREADS // 2
        while half > 0:
            if thread < half:
                own, at = keys[thread + half], places[thread + half]
                if own > keys[thread] or (own == keys[thread] and at < places[thread]):
                    keys[thread] = own
                    places[thread] = at
            cuda.syncthreads()
            half //= 2
        last, last_at = keys[0], places[0]
        if thread == 0:
            outs[place] = xs[last_at]
            indices[place] = last_at
        cuda.syncthreads()


def search(args):
    """for i: out[i] = first place in its row whose element is >= value[i] (> value[i] if RIGHT)

    Whatever compares false is passed, so that NaN is found at the end.
    """
    rows, values, out = word(args, 0), vector(word(args, 1), T), vector(word(args, 2), np.int64)
    n, each, total = word(args, 3), word(args, 4), word(args, 5)
    i = first_item()
    while i < total:
        row = vector(rows + (i // each * n * SIZE if each > 0 else 0), T)
        out[i] = insertion(row, n, values[i])
        i += item_step()


def count_values(args):
    """for i: out[x[i]] += 1, with `out` zero at first"""
    x, out, n = vector(word(args, 0), np.int64), vector(word(args, 1), np.int64), word(args, 2)
    i = first_item()
    while i < n:
        atomic_add(out, x[i], np.int64(1))
        i += item_step()


def count_bins(args):
    """for i: out[bin of x[i]] += 1 if low <= x[i] <= high; the last bin holds `high` too

    Whole numbers are added: their order does not matter, to 2**24 in float32.
    """
    x, out, limits = vector(word(args, 0), T), vector(word(args, 1), T), word(args, 2)
    n, bins = word(args, 3), word(args, 4)
    low, high = vector(limits, T)[0], vector(limits, T)[1]
    i = first_item()
    while i < n:
        own = x[i]
        if low <= own <= high:
            place = np.int64((own - low) / (high - low) * T(bins))
            atomic_add(out, min(place, bins - 1), T(1))
        i += item_step()


# --------------------------------------------------------------------------------------- launches


def _flip(dtype, flipped):
    ones = ONES64 if np.dtype(dtype).itemsize == 8 else ONES32
    return ones if flipped else np.uint64(0)


@functools.lru_cache(maxsize=4096)
def sort(dtype, rows, n, descending, threads=DEFAULT, blocks=BLOCKS):
    """Values and positions of contiguous rows, stable, over (x, out, index, scratch bytes)."""
    dtype = "uint8" if dtype == "bool" else dtype
    size, count = np.dtype(dtype).itemsize, rows * n
    statics = {"key": key_of(dtype), "FLIP": _flip(dtype, descending)}
    grid, runs = strides_over(count, threads, blocks), -(-n // threads)
    passes = max(0, runs - 1).bit_length()
    x, out, index, scratch = ((k, 0) for k in range(4))
    source, target = (scratch, index) if passes % 2 else (index, scratch)
    first = kernel_launch(
        sort_runs, dtype, count, rows * runs, threads, (n, runs), (1,),
        Work((rows, n), count * (size + 8), count * min(n, threads)), THREADS=threads, **statics,
    )  # fmt: skip
    stages = [Stage(first, (x, source))]
    for step in range(passes):
        launch = kernel_launch(
            merge_runs, dtype, count, grid, threads, (n, count, threads << step), (2,),
            Work((rows, n), count * (size + 16), count * (threads << step).bit_length()),
            SIZE=size, **statics,
        )  # fmt: skip
        stages.append(Stage(launch, (x, source, target)))
        source, target = target, source
    work = Work((rows, n), count * (2 * size + 8))
    last = kernel_launch(take_sorted, dtype, count, grid, threads, (n, count), (1,), work)
    return Reduction((*stages, Stage(last, (x, out, index))), 8 * count if passes else 0)


@functools.lru_cache(maxsize=4096)
def topk(dtype, rows, n, k, largest, threads=DEFAULT):
    """Launch(x, out, index): the k largest (smallest) of each contiguous row, in order."""
    size = np.dtype(dtype).itemsize
    work = Work((rows, n), rows * (n * size + k * (size + 8)), rows * n * k)
    return kernel_launch(
        largest_k, dtype, rows, rows, threads, (n, k), (1, 2), work, THREADS=threads, SIZE=size,
        key=key_of(dtype), FLIP=_flip(dtype, not largest),
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def searchsorted(dtype, n, each, count, right, threads=DEFAULT, blocks=BLOCKS):
    """Launch(rows, values, out): `each` values search each row of n; each 0: all in one row."""
    size = np.dtype(dtype).itemsize
    grid, steps = strides_over(count, threads, blocks), int(n).bit_length()
    lines = -(-count // each) if each else 1
    passed = min(lines * n, count * steps)  # elements of rows, at most
    work = Work((count,), count * (size + 8) + passed * size, count * steps)
    return kernel_launch(
        search, dtype, count, grid, threads, (n, each, count), (2,), work, SIZE=size,
        RIGHT=int(right),
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def bincount(n, threads=DEFAULT, blocks=BLOCKS):
    """Launch(x, out): how often each number occurs in n of int64, added to `out`."""
    grid, work = strides_over(n, threads, blocks), Work((n,), 8 * n, n)
    return kernel_launch(count_values, "int64", n, grid, threads, (n,), (), work, updates=(1,))


@functools.lru_cache(maxsize=4096)
def histogram(dtype, n, bins, threads=DEFAULT, blocks=BLOCKS):
    """Launch(x, out, limits): how many of n lie in each of equal bins, added to `out`."""
    grid, work = strides_over(n, threads, blocks), Work((n,), n * np.dtype(dtype).itemsize, 4 * n)
    return kernel_launch(count_bins, dtype, n, grid, threads, (n, bins), (), work, updates=(1,))
