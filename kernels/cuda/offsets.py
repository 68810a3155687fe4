"""Which items a thread takes, and where they lie; elements that it takes by fours."""

import numpy as np

from ..language.memory import word
from .names import cuda, four, put_four


def first_item():
    """The first item of this thread."""
    return cuda.blockIdx.x * np.int64(cuda.blockDim.x) + cuda.threadIdx.x


def item_step():
    """How far its next items are apart: a whole grid."""
    return cuda.gridDim.x * np.int64(cuda.blockDim.x)


def offset(args, item, axes, extents, steps):
    """Bytes from the start to item number `item`, counted in row-major order over `axes` axes.

    The extents are the words from number `extents` on, the strides in bytes those from `steps` on.
    """
    total = 0
    for axis in range(axes - 1, 0, -1):
        extent = word(args, extents + axis)
        quotient = item // extent
        total += (item - quotient * extent) * word(args, steps + axis)
        item = quotient
    return total + item * word(args, steps)


def take_four(array, index, aligned):
    """The elements number index .. index + 3 of an array, at once if they are aligned."""
    if aligned:
        return four(array, index)
    return array[index], array[index + 1], array[index + 2], array[index + 3]


def give_four(array, index, aligned, x, y, z, t):
    """Store what `take_four` takes."""
    if aligned:
        put_four(array, index, x, y, z, t)
    else:
        array[index], array[index + 1], array[index + 2], array[index + 3] = x, y, z, t


def by_fours(extents, steps, sizes, apart=()):
    """The extents and the strides of fours of neighbours along the last axis, or None.

    All operands of which fours are taken lie side by side there, and so do the starts of fours of
    the others 16 bytes or a four apart, if the first one is; `sizes` holds 0 for an operand that
    has one element for all four. `apart` are further distances of the first operand with a size.
    """
    for step, size in zip(steps, sizes, strict=True):
        if step[-1] != size or any(other % (4 * size) for other in step[:-1] if size):
            return None
    taken = [size for size in sizes if size]
    if extents[-1] % 4 or not taken or max(taken) > 8:
        return None
    if any(other % (4 * taken[0]) for other in apart):
        return None
    fours = [(*step[:-1], 4 * step[-1]) for step in steps]
    return (*extents[:-1], extents[-1] // 4), fours
