"""Iteration spaces: when two launches walk over the same elements, and how to say so.

A space is a tuple of extents, outermost first; an access to memory is a tuple of byte strides over
it; a walk is both. Two loops can become one if their spaces can be cut into the same extents.
"""

import numpy as np

from ..scalars.short import WIDEN


def common(a, b):
    """The extents into which both spaces can be cut, or None."""
    left, right, found = list(a), list(b), []
    while left and right:
        m, n = left.pop(), right.pop()
        if m == n:
            found.append(m)
        elif m == 0 or n == 0:
            return None
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


def strides_over(axes, extents, here, there, size):
    """Strides of a copy's target over the axes that its source consists of; None if it has none.

    Parameters
    ----------
    axes : sequence of int
        Extents of the source, which lies in one piece.
    extents, here, there : sequence of int
        Those of the copy, and its strides over source and target.
    size : int
        Bytes of an element.
    """
    order = sorted(range(len(extents)), key=lambda k: -here[k])
    own, step = [extents[k] for k in order], size
    for k in reversed(order):
        if here[k] != step:  # it reads some elements twice, others never
            return None
        step *= extents[k]
    finer = common(tuple(axes), tuple(own))
    if finer is None:
        return None
    steps = cut(own, [there[k] for k in order], finer)
    pieces, result = list(zip(finer, steps, strict=True)), []
    for axis in reversed(axes):
        extent, stride = pieces.pop()
        count = extent
        while count < axis:
            extent, step = pieces.pop()
            if step != stride * count:
                return None
            count *= extent
        result.append(stride)
    return result[::-1]


def reach(extents, strides, itemsize):
    """The first byte that an access touches, and the one behind the last; relative to its start."""
    ends = [(n - 1) * step for n, step in zip(extents, strides, strict=True)]
    return sum(min(0, end) for end in ends), sum(max(0, end) for end in ends) + itemsize


def itemsize(dtype):
    """The bytes of an element."""
    return 2 if dtype in WIDEN else np.dtype(dtype).itemsize
