"""Folds along some of the axes of a loop: in which form, and in which stages."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from . import layout
from .launches import Stage, Work
from .spaces import itemsize


@dataclass(slots=True)
class Reduction:
    """Stages over (inputs..., outputs..., scratch); `scratch` is the bytes of the last, or 0."""

    stages: tuple[Stage, ...]
    scratch: int = 0

    @property
    def launch(self):
        """What to call with the operands: without detours where there is one stage."""
        return self if self.scratch else self.stages[0].launch

    def __call__(self, *operands):
        for stage in self.stages:
            stage(*operands)


def in_two(first, second, inputs, reducer, count, total):
    """The Reduction by a Launch of the totals of `count` parts, and one that folds these.

    The totals, of dtype `total`, lie in scratch, and behind them the indices that were found.
    """
    written = range(inputs, inputs + reducer.values + reducer.indices)
    scratch, offset = written.stop, -(-count * itemsize(total) // 64) * 64
    found = [(scratch, offset)] * reducer.indices
    given = [*((k, 0) for k in range(inputs)), (scratch, 0), *found]
    results = [(scratch, 0), *((k, 0) for k in written), *found]
    stages = Stage(first, tuple(given)), Stage(second, tuple(results))
    return Reduction(stages, offset + 8 * count * reducer.indices)


def parted(reducer, shape, strides, axes):
    """The kept and the reduced axes of a fold: their extents, and the strides of each input."""
    kept = [axis for axis in range(len(shape)) if axis not in axes]
    reduced = [axis for axis in range(len(shape)) if axis in axes]
    if reducer.better is None:
        reduced.sort(key=lambda axis: [-abs(step[axis]) for step in strides])
    return layout.neighbours(shape, strides, kept), layout.neighbours(shape, strides, reduced)


def read_by(program, kept, reduced):
    """All extents of a fold, and the bytes of its inputs: every element once."""
    shape = (*kept[0], *reduced[0])
    return shape, sum(
        layout.distinct(shape, (*kept[1][k], *reduced[1][k])) * itemsize(dtype)
        for k, dtype in enumerate(program.inputs)
    )


def form_of(kept, reduced):
    """How these axes are gone through: "columns", "short" or "rows"."""
    inner = reduced[0][-1] if reduced[0] else 1
    columns = kept[0] and kept[0][-1] >= 8
    if columns and reduced[0]:
        steps = [sum(abs(step[-1]) for step in axes[1]) for axes in (kept, reduced)]
        columns = steps[0] < steps[1]
    if columns:
        return "columns"
    outer = math.prod(reduced[0][:-1])
    return "short" if inner <= 32 and outer * inner <= 1024 else "rows"


@dataclass(frozen=True, slots=True)
class Folding(Work):
    """What a Launch of a reduction computes; `extents` are its kept axes, then its reduced ones."""

    spec: object = None
    grid: object = None
    kept: tuple = ()
    reduced: tuple = ()
    divisor: float = 1.0
    make: Callable | None = None  # the Launch of such a fold

    @property
    def absorbs(self):
        return not self.spec.lookup and len(self.spec.program.inputs) == 1

    @property
    def by_rows(self):
        return self.spec.form != "columns" and self.grid.blocks == 1

    @property
    def extents(self):
        """The iteration space."""
        return (*self.kept[0], *self.reduced[0])

    def strides(self, number):
        """The byte strides of an input over it."""
        return (*self.kept[1][number], *self.reduced[1][number])

    def along(self, rows):
        """Inputs, then what it writes side by side."""
        (kept, outer), (reduced, inner) = self.kept, self.reduced
        if not self.by_rows or math.prod(kept) != rows:
            return None
        walks = [((kept, outer[k]), (reduced, inner[k]), itemsize(dtype))
                 for k, dtype in enumerate(self.spec.program.inputs)]  # fmt: skip
        sizes = [itemsize(self.spec.dtypes[2])] * self.spec.reducer.values
        sizes += [8] * self.spec.reducer.indices
        return walks + [(((rows,), (size,)), ((), ()), size) for size in sizes]

    def folds_matrix(self, extents):
        if not self.absorbs or self.spec.form != "columns" or self.grid.blocks > 1:
            return False
        (rows, columns), size = extents, itemsize(self.spec.program.inputs[0])
        kept, reduced = ([columns], [size]), ([rows], [columns * size])
        own = [(axes, steps[0]) for axes, steps in (self.kept, self.reduced)]
        return own == [kept, reduced]

    def over(self, program, strides):
        """The Launch that folds what a Program gives instead, in the same order: the same bits."""
        count = len(self.kept[0])
        kept = self.kept[0], [step[:count] for step in strides]
        reduced = self.reduced[0], [step[count:] for step in strides]
        spec = replace(self.spec, program=program)
        return self.make(spec, self.grid, kept, reduced, self.divisor)
