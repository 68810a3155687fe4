"""Chains along rows: loops and reductions that follow each other run strip by strip of rows.

A softmax written by hand takes a maximum, a loop, a sum and another loop, each over the rows of one
matrix. As one step they take turns on a few rows, which stay in the cache. Each part runs as it
would alone, so the bits are the same.
"""

import math
from dataclasses import dataclass

import numpy as np

from ..kernels.cpu.play import Strips
from ..kernels.work.folds import Folding
from ..kernels.work.loops import Loop
from ..kernels.work.rows import RowWork
from . import domains
from .trace import Step

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
    launch = Strips([s.launch for s in steps], [len(s.operands) for s in steps], rows)
    return Step(launch, tuple(o for s in steps for o in s.operands), steps[-1].place)


def _rows_of(step):
    """The rows of a reduction or a row kernel, which are its items; or None."""
    work, rows = step.launch.work, step.launch.items
    if isinstance(work, Folding):
        alone = work.spec.form != "columns" and work.grid.blocks == 1
    else:
        alone = isinstance(work, RowWork) and work.strides
    return rows if alone and rows >= FEWEST_ROWS else None


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
    work = step.launch.work
    if step.complain or step.tables or step.ahead_of or step.launch.items % rows:
        return None
    walks = None
    if isinstance(work, Loop):
        walks = _loop_walks(work, rows)
    elif _rows_of(step) == rows:
        walks = _fold_walks(work) if isinstance(work, Folding) else _row_walks(step)
    if walks is None:
        return None
    found = []
    for k, ((region, offset), (outer, inner, size)) in enumerate(
        zip(step.operands, walks, strict=True)
    ):
        stride = _step_of_rows(*outer)
        if stride is None:
            return None
        if region is not None:
            low, high = domains.reach(*inner, size)
            _, writes = step.mode(k)
            found.append(Rows(region, offset + low, offset + high, stride, writes))
    return found


def _loop_walks(work, rows):
    """Of each operand of a loop: the walks over rows and within one, and the bytes at each place.

    A walk is (extents, strides).
    """
    extents, strides = domains.canonical(work.shape, work.strides)
    finer = domains.common(extents, (rows, math.prod(extents) // rows))
    if finer is None:
        return None
    outer = 0
    while math.prod(finer[:outer]) < rows:
        outer += 1
    walks = []
    for steps, dtype in zip(strides, work.program.operands, strict=True):
        steps = domains.cut(extents, steps, finer)
        walks.append(((finer[:outer], steps[:outer]), (finer[outer:], steps[outer:]),
                      domains.itemsize(dtype)))  # fmt: skip
    return walks


def _fold_walks(work):
    """The same of a reduction: inputs, then what it writes side by side."""
    (kept, outer), (reduced, inner) = work.kept, work.reduced
    walks = [((kept, outer[k]), (reduced, inner[k]), domains.itemsize(dtype))
             for k, dtype in enumerate(work.spec.program.inputs)]  # fmt: skip
    sizes = [np.dtype(work.spec.dtypes[2]).itemsize] * work.spec.reducer.values
    sizes += [8] * work.spec.reducer.indices
    rows = math.prod(kept)
    return walks + [(((rows,), (size,)), ((), ()), size) for size in sizes]


def _row_walks(step):
    """The same of a row kernel."""
    rows, walks = (step.launch.items,), []
    for (region, _), stride in zip(step.operands, step.launch.work.strides, strict=True):
        size = stride or (region.nbytes if region is not None else 0)
        walks.append(((rows, (stride,)), ((), ()), size))
    return walks


def _step_of_rows(extents, strides):
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
