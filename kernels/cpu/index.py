"""Reading and writing where an array of indices says.

One geometry serves `take`, `gather`, `scatter`, embedding and their gradients: an iteration space
with byte strides for the index, for the plain operand (`out` or `origin`) and for the indexed
operand, whose stride along the indexed axis is 0. At each position the indexed operand is moved by
`index * unit` bytes. Several index arrays are first combined into one of byte offsets (`combine`).

Negative indices count from the end. Nothing is checked here: `first_outside` comes first.
"""

import functools

import numpy as np

from ..language import source
from ..language.memory import prefetch, strided, value, vector, word
from ..language.source import T
from ..work import layout
from ..work.indices import BLOCK, COMBINE, combined_as, moved_as, replace, wrapped
from ..work.launches import Work
from .launch import Launch

SERIAL_BYTES = 1 << 17  # a random access costs more than its bytes
AHEAD, AHEAD_BYTES = 8, 1024  # rows that are asked for early, and how much of each


def offset(item, extents, axes, steps):
    """Bytes from the start to item number `item`, counted in row-major order over `axes` axes."""
    total = 0
    for axis in range(axes - 1, 0, -1):
        extent = word(extents, axis)
        quotient = item // extent
        total += (item - quotient * extent) * word(steps, axis)
        item = quotient
    return total + item * word(steps, 0)


def step(known, stride):
    """A stride in bytes: the one known when the kernel is generated, if any."""
    return known if known else stride


INDEX = PLAIN = INDEXED = 0  # the strides of the inner axis that are known; 0: not known


def read_rows(args, lo, hi):
    """for row, i: out[row, i] = x[row + index[row], i]"""
    x, index, out = word(args, 0), word(args, 1), word(args, 2)
    extent, unit, inner, axes = word(args, 3), word(args, 4), word(args, 5), word(args, 6)
    extents = args + 56
    of_index = extents + 8 * axes
    of_x, of_out = of_index + 8 * (axes + 1), of_index + 16 * (axes + 1)
    first = lo // inner
    last = (hi - 1) // inner if hi > lo else first - 1
    near = min(inner * step(INDEXED, word(of_x, 0)), AHEAD_BYTES)
    for row in range(first, last + 1):
        later = min(row + AHEAD, last)
        chosen = value(index + offset(later, extents, axes, of_index + 8), np.int64)
        at = x + wrapped(chosen, extent) * unit + offset(later, extents, axes, of_x + 8)
        for line in range(0, near, 64):
            prefetch(at + line)
        chosen = value(index + offset(row, extents, axes, of_index + 8), np.int64)
        at = x + wrapped(chosen, extent) * unit + offset(row, extents, axes, of_x + 8)
        xs = strided(at, step(INDEXED, word(of_x, 0)), T)
        at = out + offset(row, extents, axes, of_out + 8)
        outs = strided(at, step(PLAIN, word(of_out, 0)), T)
        start, stop = max(lo - row * inner, 0), min(hi - row * inner, inner)
        for i in range(np.uintp(start), np.uintp(stop)):
            outs[i] = xs[i]


def read_elements(args, lo, hi):
    """for row, i: out[row, i] = x[row, i + index[row, i]]"""
    x, index, out = word(args, 0), word(args, 1), word(args, 2)
    extent, unit, inner, axes = word(args, 3), word(args, 4), word(args, 5), word(args, 6)
    extents = args + 56
    of_index = extents + 8 * axes
    of_x, of_out = of_index + 8 * (axes + 1), of_index + 16 * (axes + 1)
    first, stride = lo // inner, word(of_x, 0)
    for row in range(first, (hi - 1) // inner + 1 if hi > lo else first):
        at = index + offset(row, extents, axes, of_index + 8)
        indices = strided(at, step(INDEX, word(of_index, 0)), np.int64)
        at = out + offset(row, extents, axes, of_out + 8)
        outs = strided(at, step(PLAIN, word(of_out, 0)), T)
        at = x + offset(row, extents, axes, of_x + 8)
        start, stop = max(lo - row * inner, 0), min(hi - row * inner, inner)
        for i in range(np.uintp(start), np.uintp(stop)):
            outs[i] = value(at + wrapped(indices[i], extent) * unit + np.int64(i) * stride, T)


merged = replace


def write_rows(args, lo, hi):
    """for row, loop, i: x[row + index[row, loop], i] = merged(that, source[row, loop, i])

    A work item is an element of `x` outside of the indexed axis: each takes the sources in order.
    """
    index, origin, x = word(args, 0), word(args, 1), word(args, 2)
    extent, unit, inner, axes = word(args, 3), word(args, 4), word(args, 5), word(args, 6)
    loops, loop_axes = word(args, 7), word(args, 8)
    extents, loop_extents = args + 72, args + 72 + 8 * axes
    of_index = loop_extents + 8 * loop_axes
    width = 8 * (axes + loop_axes + 1)
    of_origin, of_x, outer = of_index + width, of_index + 2 * width, 8 + 8 * loop_axes
    first = lo // inner
    for row in range(first, (hi - 1) // inner + 1 if hi > lo else first):
        start, stop = max(lo - row * inner, 0), min(hi - row * inner, inner)
        row_index = index + offset(row, extents, axes, of_index + outer)
        row_origin = origin + offset(row, extents, axes, of_origin + outer)
        row_x = x + offset(row, extents, axes, of_x + outer)
        for loop in range(loops):
            at = row_index + offset(loop, loop_extents, loop_axes, of_index + 8)
            moved = wrapped(value(at, np.int64), extent) * unit
            xs = strided(row_x + moved, step(INDEXED, word(of_x, 0)), T)
            at = row_origin + offset(loop, loop_extents, loop_axes, of_origin + 8)
            news = strided(at, step(PLAIN, word(of_origin, 0)), T)
            for i in range(np.uintp(start), np.uintp(stop)):
                xs[i] = merged(xs[i], news[i])


def write_columns(args, lo, hi):
    """for row, loop, i: x[row, i + index[row, loop, i]] = merged(that, source[row, loop, i])

    A work item is an element of `x` outside of the indexed axis: each takes the sources in order.
    """
    index, origin, x = word(args, 0), word(args, 1), word(args, 2)
    extent, unit, inner, axes = word(args, 3), word(args, 4), word(args, 5), word(args, 6)
    loops, loop_axes = word(args, 7), word(args, 8)
    extents, loop_extents = args + 72, args + 72 + 8 * axes
    of_index = loop_extents + 8 * loop_axes
    width = 8 * (axes + loop_axes + 1)
    of_origin, of_x, outer = of_index + width, of_index + 2 * width, 8 + 8 * loop_axes
    first = lo // inner
    for row in range(first, (hi - 1) // inner + 1 if hi > lo else first):
        start, stop = max(lo - row * inner, 0), min(hi - row * inner, inner)
        row_index = index + offset(row, extents, axes, of_index + outer)
        row_origin = origin + offset(row, extents, axes, of_origin + outer)
        row_x = x + offset(row, extents, axes, of_x + outer)
        for loop in range(loops):
            at = row_index + offset(loop, loop_extents, loop_axes, of_index + 8)
            indices = strided(at, step(INDEX, word(of_index, 0)), np.int64)
            at = row_origin + offset(loop, loop_extents, loop_axes, of_origin + 8)
            news = strided(at, step(PLAIN, word(of_origin, 0)), T)
            for i in range(np.uintp(start), np.uintp(stop)):
                moved = wrapped(indices[i], extent) * unit + np.int64(i) * word(of_x, 0)
                cell = vector(row_x + moved, T)
                cell[0] = merged(cell[0], news[i])


def write_lines(args, lo, hi):
    """for item, loop, i: x[item + index[item, loop, i]] = merged(that, source[item, loop, i])

    A work item is a position of `x` outside of the indexed axis: each takes the sources in order.
    """
    index, origin, x = word(args, 0), word(args, 1), word(args, 2)
    extent, unit, inner, axes = word(args, 3), word(args, 4), word(args, 5), word(args, 6)
    loops, loop_axes = word(args, 7), word(args, 8)
    extents, loop_extents = args + 72, args + 72 + 8 * axes
    of_index = loop_extents + 8 * loop_axes
    width = 8 * (axes + loop_axes + 1)
    of_origin, of_x, outer = of_index + width, of_index + 2 * width, 8 + 8 * loop_axes
    for item in range(lo, hi):
        item_index = index + offset(item, extents, axes, of_index + outer)
        item_origin = origin + offset(item, extents, axes, of_origin + outer)
        item_x = x + offset(item, extents, axes, of_x + outer)
        for loop in range(loops):
            at = item_index + offset(loop, loop_extents, loop_axes, of_index + 8)
            indices = strided(at, step(INDEX, word(of_index, 0)), np.int64)
            at = item_origin + offset(loop, loop_extents, loop_axes, of_origin + 8)
            news = strided(at, step(PLAIN, word(of_origin, 0)), T)
            for i in range(np.uintp(0), np.uintp(inner)):
                cell = vector(item_x + wrapped(indices[i], extent) * unit, T)
                cell[0] = merged(cell[0], news[i])


def _known(kernel, index, plain, indexed, size):
    """What a kernel is told of its inner strides: all that matter are side by side, or nothing."""
    names = {"PLAIN": (plain, size)}
    if kernel in (read_rows, write_rows):
        names["INDEXED"] = (indexed, size)
    else:
        names["INDEX"] = (index, 8)
    unit = all(stride == one for stride, one in names.values())
    return {name: one if unit else 0 for name, (_, one) in names.items()}


@functools.lru_cache(maxsize=4096)
def read(dtype, shape, index, x, out, extent, step):
    """Launch(x, index, out): read where an index says.

    `index`, `x`, `out` are byte strides over `shape`; `x` is 0 along an indexed axis, on which it
    has `extent` elements `step` bytes apart.
    """
    dtype = moved_as(dtype)
    size = np.dtype(dtype).itemsize
    extents, steps = layout.neighbours(shape, (index, x, out))
    while len(extents) < 2:
        extents.insert(0, 1)
        for own, unit in zip(steps, (0, size, size), strict=True):
            own.insert(0, 0 if own else unit)
    kernel = read_elements if steps[0][-1] else read_rows
    known = _known(kernel, steps[0][-1], steps[2][-1], steps[1][-1], size)
    entry = source.kernel_entry(kernel, dtype, **known)
    words = [extent, step, extents[-1], len(extents) - 1, *extents[:-1]]
    for own in steps:
        words += [own[-1], *own[:-1]]
    items = int(np.prod(extents))
    work = Work(tuple(extents), items * (2 * size + 8))
    grain = max(1, SERIAL_BYTES // size)
    return Launch(entry, items, np.array(words, np.int64), grain, (2,), work)


@functools.lru_cache(maxsize=4096)
def write(combine, dtype, shape, index, origin, x, extent, step):
    """Launch(index, source, x): write where an index says; `combine` is a key of COMBINE.

    `index`, `origin`, `x` are byte strides over `shape`; `x` is 0 along an indexed axis, on which
    it has `extent` elements `step` bytes apart, and covers no element twice along the others.
    Sources of one element are taken in row-major order, by one thread.
    """
    combine, dtype = combined_as(combine, dtype)
    size = np.dtype(dtype).itemsize
    extents, steps = layout.neighbours(shape, (index, origin, x))
    axes = range(len(extents))
    free = [axis for axis in axes if steps[2][axis]]
    loops = [axis for axis in axes if not steps[2][axis]]
    if (loops and loops[-1] == len(extents) - 1) or not extents:
        kernel, inner = write_lines, loops.pop() if loops else None
    else:
        kernel, inner = (write_columns if steps[0][-1] else write_rows), free.pop()
    known = _known(kernel, *(0 if inner is None else own[inner] for own in steps), size)
    entry = source.kernel_entry(kernel, dtype, merged=COMBINE[combine], **known)
    return _write_launch(kernel, entry, extents, steps, inner, free, loops, (extent, step), size)


def _write_launch(kernel, entry, extents, steps, inner, free, loops, indexed, size):
    """The words of a write: row geometry and loop geometry, each padded to one axis."""
    row = [extents[axis] for axis in free] or [1]
    loop = [extents[axis] for axis in loops] or [1]
    length = 1 if inner is None else extents[inner]
    repeats = int(np.prod(loop))
    words = [*indexed, length, len(row), repeats, len(loop), *row, *loop]
    for own in steps:
        words += [0 if inner is None else own[inner]]
        words += [own[axis] for axis in loops] or [0]
        words += [own[axis] for axis in free] or [0]
    items = int(np.prod(row)) * (1 if kernel is write_lines else length)
    item_bytes = repeats * size * (length if kernel is write_lines else 1)
    grain = max(1, SERIAL_BYTES // max(item_bytes, 1))
    if kernel is not write_lines:
        grain = max(grain, 256 // size)  # so that a thread moves whole cache lines
    work = Work((*row, *loop, length), int(np.prod(row)) * repeats * length * (2 * size + 8))
    return Launch(entry, items, np.array(words, np.int64), grain, (), work, updates=(2,))


def combine_one(args, lo, hi):
    """for row, i: out[row, i] += wrapped(index[row, i]) * unit"""
    index, out = word(args, 0), word(args, 1)
    extent, unit, inner, axes = word(args, 2), word(args, 3), word(args, 4), word(args, 5)
    extents = args + 48
    of_index = extents + 8 * axes
    first = lo // inner
    for row in range(first, (hi - 1) // inner + 1 if hi > lo else first):
        at = index + offset(row, extents, axes, of_index + 8)
        indices = strided(at, word(of_index, 0), np.int64)
        outs = vector(out + 8 * row * inner, np.int64)
        start, stop = max(lo - row * inner, 0), min(hi - row * inner, inner)
        for i in range(np.uintp(start), np.uintp(stop)):
            outs[i] += wrapped(indices[i], extent) * unit


@functools.lru_cache(maxsize=4096)
def combine(shape, index, extent, step):
    """Launch(index, out): add the byte offsets of one index to those of the others.

    `index` are byte strides over `shape`; `out` is contiguous int64, zero at first. Read or write
    with `out` as the index, extent 0 and step 1.
    """
    one = 1, *shape
    extents, steps = layout.neighbours(one, ((0, *index), tuple(np.empty(one, "b").strides)))
    while len(extents) < 2:
        extents.insert(0, 1)
        steps[0].insert(0, 0)
    words = [extent, step, extents[-1], len(extents) - 1, *extents[:-1]]
    words += [steps[0][-1], *steps[0][:-1]]
    items = int(np.prod(extents))
    entry = source.kernel_entry(combine_one, "int64")
    geometry, work = np.array(words, np.int64), Work(tuple(extents), 24 * items)
    return Launch(entry, items, geometry, SERIAL_BYTES // 8, (), work, updates=(1,))


def first_outside(args, lo, hi):
    """for i: return i + 1 if not low <= index[i] < high and index[i] != spare; return 0

    Without a spare number, `strict` is 1.
    """
    index, spare, strict = vector(word(args, 0), np.int64), word(args, 3), word(args, 4)
    low, high = word(args, 1), word(args, 2)
    bad = 0
    for i in range(np.uintp(lo), np.uintp(hi)):
        bad |= ((index[i] < low) | (index[i] >= high)) & (strict | (index[i] != spare))
    first = lo
    while bad and (low <= index[first] < high or (index[first] == spare and not strict)):
        first += 1
    return first + 1 if bad else 0


def differ(args, lo, hi):
    """for i: return 1 if x[i] != y[i]; return 0"""
    x, y, found = vector(word(args, 0), T), vector(word(args, 1), T), 0
    for i in range(np.uintp(lo), np.uintp(hi)):
        found |= x[i] != y[i]
    return 1 if found else 0


def outside(args, lo, hi):
    """
    for block: out[block] = first i in the block with not low <= index[i] < high, or -1

    Numbers that are `spare` are right; without such a number, `strict` is 1.
    """
    index, out = vector(word(args, 0), np.int64), vector(word(args, 1), np.int64)
    n, low, high = word(args, 2), word(args, 3), word(args, 4)
    spare, strict = word(args, 5), word(args, 6)
    for block in range(lo, hi):
        start, stop = block * BLOCK, min(n, (block + 1) * BLOCK)
        bad = 0
        for i in range(np.uintp(start), np.uintp(stop)):
            bad |= ((index[i] < low) | (index[i] >= high)) & (strict | (index[i] != spare))
        first = -1
        if bad:
            first = start
            while low <= index[first] < high or (index[first] == spare and not strict):
                first += 1
        out[block] = first


@functools.lru_cache(maxsize=4096)
def small_range_check(n, low, high, spare=None):
    """Launch(index): 1 + the first of contiguous indices outside, or 0; by one thread.

    An index that is `spare` counts as inside.
    """
    words = np.array([low, high, spare or 0, spare is None], np.int64)
    entry = source.kernel_entry(first_outside, "int64")
    return Launch(entry, n, words, writes=(), work=Work((n,), 8 * n))


@functools.lru_cache(maxsize=4096)
def comparison(dtype, n):
    """Launch(x, y): 1 if any of n elements, side by side, differ, or 0; by one thread."""
    entry = source.kernel_entry(differ, dtype)
    return Launch(entry, n, writes=(), work=Work((n,), 2 * n * np.dtype(dtype).itemsize))


@functools.lru_cache(maxsize=4096)
def range_check(n, low, high, spare=None):
    """Launch(index, out): per block of BLOCK contiguous indices, the first outside, or -1."""
    words = np.array([n, low, high, spare or 0, spare is None], np.int64)
    entry = source.kernel_entry(outside, "int64")
    return Launch(entry, -(-n // BLOCK), words, 8, (1,), Work((n,), 8 * n))
