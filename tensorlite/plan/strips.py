"""Chains along rows: loops and reductions that follow each other run strip by strip of rows.

A softmax written by hand takes a maximum, a loop, a sum and another loop, each over the rows of one
matrix. As one step they take turns on a few rows, which stay in the cache. Each part runs as it
would alone, so the bits are the same.
"""

from dataclasses import dataclass

from ..kernels.work import layout, spaces
from .steps import Place, Step

FEWEST_ROWS = 16


def joined(steps, notes):
    """The steps with neighbours along the same rows as one."""
    result, done = [], 0
    for n, step in enumerate(steps):
        rows = _rows_of(step)
        own = None if n < done or rows is None else _along(step, rows)
        if own is None:
            continue
        first, last, members = n, n + 1, [own]
        while first > done and _fits(steps[first - 1], members, rows):
            first -= 1
            members.append(_along(steps[first], rows))
        while last < len(steps) and _fits(steps[last], members, rows):
            members.append(_along(steps[last], rows))
            last += 1
        if last - first > 1:
            result += steps[done:first]
            result.append(_strips(steps[first:last], rows))
            notes.append(f"strip by strip: {', '.join(s.launch.label for s in steps[first:last])}")
            done = last
    return result + steps[done:]


def _strips(steps, rows):
    play = steps[0].device.kernels.play
    launch = play.Strips([s.launch for s in steps], [len(s.operands) for s in steps], rows)
    return Step(launch, tuple(o for s in steps for o in s.operands), Place.joined(steps))


def _rows_of(step):
    """The rows of a reduction or a row kernel, which are its items; or None."""
    rows = step.launch.items
    return rows if step.work.by_rows and rows >= FEWEST_ROWS else None


@dataclass(frozen=True, slots=True)
class Rows:
    """What an operand touches: bytes low to high from the offset on, `stride` on for each row."""

    region: object
    low: int
    high: int
    stride: int
    writes: bool

    def apart(self, other):
        """Whether no row of this meets another row of the other."""
        low, high = min(self.low, other.low), max(self.high, other.high)
        return self.stride == other.stride and 0 < high - low <= self.stride


def _fits(step, members, rows):
    """Whether a step goes along the rows of some others, and has data in common with them."""
    own = _along(step, rows)
    if own is None:
        return False
    pairs = [(a, b) for a in own for other in members for b in other if a.region is b.region]
    return bool(pairs) and all(a.apart(b) for a, b in pairs if a.writes or b.writes)


def _along(step, rows):
    """The Rows of each operand of a step; None if it does not go row by row."""
    if step.complain or step.tables or step.ahead_of or step.launch.items % rows:
        return None
    walks = step.work.along(rows)
    if walks is None:
        return None
    found = []
    for k, ((region, offset), (outer, inner, size)) in enumerate(
        zip(step.operands, walks, strict=True)
    ):
        stride = layout.step_of(*outer)
        if stride is None:
            return None
        if region is not None:
            low, high = spaces.reach(*inner, size or region.nbytes)
            _, writes = step.mode(k)
            found.append(Rows(region, offset + low, offset + high, stride, writes))
    return found
