"""Reading and writing where an array of indices says, on a card.

The geometry is that of the CPU: an iteration space with byte strides for the index,
for the plain operand (`out` or `origin`) and for the indexed operand, whose stride along the
indexed axis is 0; there it is moved by `index * unit` bytes. A thread that writes takes an element
of `x` outside of the indexed axis, and all its sources in order: no two threads meet, and the bits
depend on nothing else.

Negative indices count from the end. Nothing is checked here: `range_check` comes first.
"""

import functools
import math

import numpy as np

from ..language.memory import value, vector, word
from ..language.source import T
from ..work import layout
from ..work.indices import BLOCK, COMBINE, combined_as, moved_as, replace, wrapped
from ..work.launches import Work
from .launch import BLOCKS, Check, kernel_launch, strides_over
from .launch import THREADS as DEFAULT
from .names import cuda
from .offsets import by_fours, first_item, give_four, item_step, offset, take_four

THREADS = 256  # of a block of `outside`
AXES = LOOPS = 1  # numbers of axes: those of items, and those that each thread goes through
FOURS = 0  # whether an item is four elements side by side, with one index
merged = replace


def read_elements(args):
    """for item: out[item] = x[item + index[item]], elements or fours of them

    Words: x, index, out, count, extent, unit, the extents of AXES axes, and the strides of index, x
    and out along them.
    """
    x, index, out = word(args, 0), word(args, 1), word(args, 2)
    count, extent, unit = word(args, 3), word(args, 4), word(args, 5)
    aligned = (x | out) % 16 == 0
    item = first_item()
    while item < count:
        chosen = value(index + offset(args, item, AXES, 6, 6 + AXES), np.int64)
        at = x + wrapped(chosen, extent) * unit + offset(args, item, AXES, 6, 6 + 2 * AXES)
        to = vector(out + offset(args, item, AXES, 6, 6 + 3 * AXES), T)
        if FOURS:
            a, b, c, d = take_four(vector(at, T), 0, aligned)
            give_four(to, 0, aligned, a, b, c, d)
        else:
            to[0] = value(at, T)
        item += item_step()


def write_elements(args):
    """for item, loop: x[item + index[item, loop]] = merged(that, origin[item, loop])

    Words: index, origin, x, count, loops, extent, unit, the extents of AXES axes of items and of
    LOOPS axes of loops, and the strides of index, origin and x along both.
    """
    index, origin, x = word(args, 0), word(args, 1), word(args, 2)
    count, loops, extent, unit = word(args, 3), word(args, 4), word(args, 5), word(args, 6)
    strides, each = 7 + AXES + LOOPS, AXES + LOOPS
    item = first_item()
    while item < count:
        own_index = index + offset(args, item, AXES, 7, strides)
        own_origin = origin + offset(args, item, AXES, 7, strides + each)
        own_x = x + offset(args, item, AXES, 7, strides + 2 * each)
        for loop in range(loops):
            at = own_index + offset(args, loop, LOOPS, 7 + AXES, strides + AXES)
            cell = vector(own_x + wrapped(value(at, np.int64), extent) * unit, T)
            at = own_origin + offset(args, loop, LOOPS, 7 + AXES, strides + each + AXES)
            cell[0] = merged(cell[0], value(at, T))
        item += item_step()


def combine_elements(args):
    """for item: out[item] += wrapped(index[item]) * unit

    Words: index, out, count, extent, unit, the extents of AXES axes, the strides of index.
    """
    index, outs = word(args, 0), vector(word(args, 1), np.int64)
    count, extent, unit = word(args, 2), word(args, 3), word(args, 4)
    item = first_item()
    while item < count:
        chosen = value(index + offset(args, item, AXES, 5, 5 + AXES), np.int64)
        outs[item] += wrapped(chosen, extent) * unit
        item += item_step()


def outside(args):
    """
    for block: out[block] = first i in the block with not low <= index[i] < high, or -1

    Numbers that are `spare` are right; without such a number, `strict` is 1.
    """
    shared = cuda.shared.array(THREADS, np.int64)
    index, out = vector(word(args, 0), np.int64), vector(word(args, 1), np.int64)
    n, low, high = word(args, 2), word(args, 3), word(args, 4)
    spare, strict = word(args, 5), word(args, 6)
    block, thread = np.int64(cuda.blockIdx.x), np.int64(cuda.threadIdx.x)
    stop = min(n, (block + 1) * BLOCK)
    first, i = n, block * BLOCK + thread
    while i < stop:
        inside = low <= index[i] < high or (index[i] == spare and not strict)
        first = first if inside else min(first, i)
        i += THREADS
    shared[thread] = first
    cuda.syncthreads()
    half = THREADS // 2
    while half > 0:
        if thread < half:
            shared[thread] = min(shared[thread], shared[thread + half])
        cuda.syncthreads()
        half //= 2
    if thread == 0:
        out[block] = shared[0] if shared[0] < n else -1


def _padded(extents, steps):
    """At least one axis."""
    return (extents, steps) if extents else ([1], [[0] for _ in steps])


def _work(extents, index, moved):
    """The Work of going where indices with these strides say, and moving so many bytes there."""
    count = math.prod(extents)
    return Work(tuple(extents), 8 * layout.distinct(extents, index) + moved * count)


@functools.lru_cache(maxsize=4096)
def read(dtype, shape, index, x, out, extent, step, threads=DEFAULT, blocks=BLOCKS):
    """Launch(x, index, out): read where an index says.

    `index`, `x`, `out` are byte strides over `shape`; `x` is 0 along an indexed axis, on which it
    has `extent` elements `step` bytes apart.
    """
    dtype = moved_as(dtype)
    extents, steps = _padded(*layout.neighbours(shape, (index, x, out)))
    size = np.dtype(dtype).itemsize
    work = _work(extents, steps[0], 2 * size)
    fours = by_fours(extents, steps, (0, size, size), (step,))
    extents, steps = fours or (extents, steps)
    count = math.prod(extents)
    words = [count, extent, step, *extents, *(stride for own in steps for stride in own)]
    grid = strides_over(count, threads, blocks)
    return kernel_launch(
        read_elements, dtype, count, grid, threads, words, (2,), work, AXES=len(extents),
        FOURS=int(fours is not None),
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def write(combine, dtype, shape, index, origin, x, extent, step, threads=DEFAULT, blocks=BLOCKS):
    """Launch(index, origin, x): write where an index says; `combine` is a key of COMBINE.

    `index`, `origin`, `x` are byte strides over `shape`; `x` is 0 along an indexed axis, on which
    it has `extent` elements `step` bytes apart, and covers no element twice along the others.
    Sources of one element are taken in row-major order, by one thread.
    """
    combine, dtype = combined_as(combine, dtype)
    extents, steps = layout.neighbours(shape, (index, origin, x))
    axes = range(len(extents))
    free = [axis for axis in axes if steps[2][axis]]
    looped = [axis for axis in axes if not steps[2][axis]]
    items, loops = ([extents[axis] for axis in some] or [1] for some in (free, looped))
    count, repeats = math.prod(items), math.prod(loops)
    words = [count, repeats, extent, step, *items, *loops]
    for own in steps:
        words += [own[axis] for axis in free] or [0]
        words += [own[axis] for axis in looped] or [0]
    moved = 2 if combine == "set" else 3  # the old element is read, too
    work = _work(extents, steps[0], moved * np.dtype(dtype).itemsize)
    grid = strides_over(count, threads, blocks)
    return kernel_launch(
        write_elements, dtype, count, grid, threads, words, (), work, updates=(2,),
        merged=COMBINE[combine], AXES=len(items), LOOPS=len(loops),
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def combine(shape, index, extent, step, threads=DEFAULT, blocks=BLOCKS):
    """Launch(index, out): add the byte offsets of one index to those of the others.

    `index` are byte strides over `shape`; `out` is contiguous int64, zero at first. Read or write
    with `out` as the index, extent 0 and step 1.
    """
    extents, steps = _padded(*layout.neighbours(shape, (index,)))
    count = math.prod(extents)
    words = [count, extent, step, *extents, *steps[0]]
    grid, work = strides_over(count, threads, blocks), _work(extents, steps[0], 16)
    return kernel_launch(
        combine_elements, "int64", count, grid, threads, words, (), work, updates=(1,),
        AXES=len(extents),
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def range_check(n, low, high, spare=None, threads=DEFAULT):
    """Launch(index, out): per block of BLOCK contiguous indices, the first outside, or -1.

    An index that is `spare` counts as inside.
    """
    blocks, words = -(-n // BLOCK), (n, low, high, spare or 0, int(spare is None))
    work = Work((n,), 8 * (n + blocks))
    return kernel_launch(
        outside, "int64", blocks, blocks, threads, words, (1,), work, THREADS=threads
    )


@functools.lru_cache(maxsize=4096)
def small_range_check(n, low, high, spare=None):
    """Check(index): one more than the first place outside, or 0."""
    launch = range_check(n, low, high, spare)
    return Check(launch, launch.blocks, _first)


def _first(places):
    found = places[places >= 0]
    return int(found[0]) + 1 if found.size else 0
