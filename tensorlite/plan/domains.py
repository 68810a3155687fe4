"""Iteration spaces: when two loops walk over the same elements, and how to say so.

A space is a tuple of extents, outermost first; an access to memory is a tuple of byte strides over
it. Two loops can become one if their spaces can be cut into the same extents.
"""

import numpy as np

from ..kernels import layout
from ..kernels.cpu.elementwise import Loop
from ..kernels.cpu.matmul import Blocks

ALIGNMENT = 64  # bytes


def canonical(shape, strides):
    """Merged extents, and the strides of each operand over them; a single element has none."""
    return layout.merge(shape, strides)


def common(a, b):
    """The extents into which both spaces can be cut, or None."""
    left, right, found = list(a), list(b), []
    while left and right:
        m, n = left.pop(), right.pop()
        if m == n:
            found.append(m)
        elif m % n == 0:
            found.append(n)
            left.append(m // n)
        elif n % m == 0:
            found.append(m)
            right.append(n // m)
        else:
            return None
    return None if left or right else tuple(reversed(found))


def cut(extents, strides, finer):
    """An access over `extents` as one over the finer extents that `common` found."""
    result, axis = [], len(extents) - 1
    left = extents[axis] if extents else 1
    step = strides[axis] if extents else 0
    for extent in reversed(finer):
        if left == 1:
            axis -= 1
            left, step = extents[axis], strides[axis]
        result.append(step)
        left, step = left // extent, step * extent
    return tuple(reversed(result))


def reach(extents, strides, itemsize):
    """The first byte that an access touches, and the one behind the last; relative to its start."""
    ends = [(n - 1) * step for n, step in zip(extents, strides, strict=True)]
    return sum(min(0, end) for end in ends), sum(max(0, end) for end in ends) + itemsize


def ranges(step):
    """(region, first byte, one behind the last, whether read, whether written) of a step."""
    work = step.launch.work
    accesses = list(step.accesses())
    if isinstance(work, Loop):
        operands = zip(step.operands, work.strides, work.program.operands, accesses, strict=True)
        for (region, offset), strides, dtype, (_, reads, writes) in operands:
            low, high = reach(work.shape, strides, itemsize(dtype))
            yield region, offset + low, offset + high, reads, writes
        return
    part = step.operands[2] if isinstance(work, Blocks) and work.dense else None
    for region, reads, writes in accesses:
        if part is not None and region is part[0] and writes:
            yield region, part[1], part[1] + work.result_bytes, reads, writes
        else:
            yield region, 0, max(1, region.nbytes), reads, writes


def itemsize(dtype):
    """The bytes of an element."""
    return np.dtype(dtype).itemsize


def same(x):
    """A value converted to the dtype of its step."""
    return x


def label(program):
    """The name of a loop, for people."""
    return program.label.strip("_")
