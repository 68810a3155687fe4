"""Shapes and strides as a loop needs them: few axes, largest steps first, classes of strides.

Strides are in bytes, as everywhere in `kernels/`.
"""

import math


def merge(shape, strides):
    """Drop axes of extent 1, order the rest by the steps of the last operand, merge neighbours.

    `strides` holds one tuple per operand; an output comes last. Two axes become one where every
    operand walks through both in a single step. Returns the new shape and strides.
    """
    axes = sorted(range(len(shape)), key=lambda axis: [-abs(own[axis]) for own in strides[::-1]])
    extents, steps = neighbours(shape, strides, axes)
    return tuple(extents), [tuple(own) for own in steps]


def neighbours(shape, strides, axes=None):
    """Extents and steps of some axes, or all, in their order: without those of extent 1, merged."""
    extents, steps = [], [[] for _ in strides]
    for axis in range(len(shape)) if axes is None else axes:
        extent, new = shape[axis], [step[axis] for step in strides]
        if extent == 1:
            continue
        if extents and all(old[-1] == extent * step for old, step in zip(steps, new, strict=True)):
            extents[-1] *= extent
            for old, step in zip(steps, new, strict=True):
                old[-1] = step
        else:
            extents.append(extent)
            for old, step in zip(steps, new, strict=True):
                old.append(step)
    return extents, steps


def distinct(shape, strides):
    """How many elements a broadcast operand has of its own."""
    return math.prod(extent for extent, stride in zip(shape, strides, strict=True) if stride)


def stride_class(stride, itemsize):
    """How a loop reads an operand along its inner axis: neighbours, one value, or by steps."""
    if stride == itemsize:
        return "unit"
    return "zero" if stride == 0 else "any"


def step_of(extents, strides):
    """From one row to the next in bytes, if that is always the same; else None."""
    result, count = None, 1
    for extent, stride in zip(reversed(extents), reversed(strides), strict=True):
        if extent == 1:
            continue
        if result is None:
            result = stride
        elif stride != result * count:
            return None
        count *= extent
    return result or 0
