"""What steps touch: the bytes of each region, and whether two steps may meet in them."""

import math

from ..kernels.work import spaces

ALIGNMENT = 64  # bytes


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
        low, high = spaces.reach(extents, strides, size)
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
    walks = step.work.walks

    def whole(region, writes):
        return Access(region, 0, (max(1, region.nbytes),), (1,), 1, writes)

    for k, (region, offset) in enumerate(step.operands):
        _, writes = step.mode(k)
        if region is not None:
            if k in walks:
                extents, strides, item = walks[k]
                yield Access(region, offset, extents, strides, item, writes)
            else:
                yield whole(region, writes)
    for region, _, writes in step.further():
        yield whole(region, writes)


def label(program):
    """The name of a loop, for people."""
    return program.label.strip("_")
