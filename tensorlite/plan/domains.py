"""Iteration spaces: when two loops walk over the same elements, and how to say so.

A space is a tuple of extents, outermost first; an access to memory is a tuple of byte strides over
it. Two loops can become one if their spaces can be cut into the same extents.
"""

import math

import numpy as np

from ..kernels.work import layout
from ..kernels.work.loops import Loop
from ..kernels.work.products import OUT, Blocks

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


class Access:
    """Bytes of a region that a step reads or writes: `size` at each place of a walk.

    Attributes
    ----------
    start, stop : int
        The first byte, and the one behind the last.
    """

    __slots__ = ("extents", "offset", "region", "size", "start", "stop", "strides", "writes")

    def __init__(self, region, offset, extents, strides, size, writes):
        self.region, self.offset, self.size = region, offset, size
        self.extents, self.strides = extents, strides
        self.writes = writes
        low, high = reach(extents, strides, size)
        self.start, self.stop = offset + low, offset + high

    def meets(self, other):
        """Whether both may touch the same byte."""
        if self.region is not other.region or self.start >= other.stop or other.start >= self.stop:
            return False
        (width, pitch), (other_width, other_pitch) = self._comb(), other._comb()
        pitch = math.gcd(pitch, other_pitch)
        if pitch == 0:
            return True
        between = (other.offset - self.offset) % pitch
        return between < width or between + other_width > pitch

    @property
    def whole(self):
        """Whether it touches every byte of the region."""
        width, _ = self._comb()
        return width == self.stop - self.start == self.region.nbytes

    def _comb(self):
        """Bytes side by side from the offset on, and what all other places are multiples of."""
        width, pitch = self.size, 0
        for stride, extent in sorted(zip(self.strides, self.extents, strict=True)):
            if stride == width and not pitch:
                width *= extent
            elif extent > 1:
                pitch = math.gcd(pitch, stride)
        return width, pitch


def accesses(step):
    """The Access of each operand of a step: to whole regions, where it is not known better."""
    work, walks = step.launch.work, {}
    if isinstance(work, Loop):
        for k, dtype in enumerate(work.program.operands):
            walks[k] = work.shape, work.strides[k], itemsize(dtype)
    elif isinstance(work, Blocks) and work.bases[2] == OUT:
        walks[2] = work.whole.extents, work.whole.strides, work.itemsize
    def whole(region, writes):
        return Access(region, 0, (max(1, region.nbytes),), (1,), 1, writes)

    for k, (region, offset) in enumerate(step.operands):
        _, writes = step.mode(k)
        if region is not None:
            known = k in walks
            yield Access(region, offset, *walks[k], writes) if known else whole(region, writes)
    for region, _, writes in step.further():
        yield whole(region, writes)


def itemsize(dtype):
    """The bytes of an element."""
    return np.dtype(dtype).itemsize


def same(x):
    """A value converted to the dtype of its step."""
    return x


def label(program):
    """The name of a loop, for people."""
    return program.label.strip("_")
