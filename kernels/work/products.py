"""Products of matrices: where their operands lie, and which blocks of the result are items."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ..language.source import INTEGERS
from . import layout
from .launches import Work
from .pieces import Pieces

A, B, OUT, C, SCRATCH, NOTHING = range(6)  # the bases of operands


@dataclass(frozen=True, slots=True)
class Multiplied(Work):
    """A product of (..., m, n, k)."""

    multiplies = True


@dataclass(frozen=True, slots=True)
class Blocks(Multiplied):
    """A product whose items are blocks of `out`: `down` x `across` of height x width, per batch.

    `dense` tells whether `out` lies in one piece, in row-major order.
    """

    rows: int = 0
    columns: int = 0
    height: int = 0
    width: int = 0
    down: int = 0
    across: int = 0
    itemsize: int = 0
    dense: bool = False
    bases: tuple = ()  # of the operands
    whole: "Whole | None" = None

    @property
    def walks(self):
        if self.bases[self.result] != OUT:
            return {}
        return {self.result: (self.whole.extents, self.whole.strides, self.itemsize)}

    @property
    def pieces(self):
        """Rows are lines, and the columns of all batches places."""
        if not self.dense:
            return None
        places = [(math.prod(self.shape[:-3]), 1), (self.columns, self.width)]
        return Pieces.of(self.columns, (1, self.rows, self.height), True, places)


@dataclass(frozen=True, slots=True)
class Whole:
    """The product that a step belongs to: extents (*batch, m, n) and strides of its `out`.

    `onto(strides)` plans it again, for an `out` with other strides.
    """

    extents: tuple
    strides: tuple
    onto: Callable


@dataclass(frozen=True, slots=True)
class Operand:
    """Where an operand lies: base, strides of rows, columns and batch axes, offset; in bytes."""

    base: int
    row: int
    column: int
    batch: tuple
    start: int = 0

    @property
    def T(self):
        return replace(self, row=self.column, column=self.row)


def placed(dtype, axes, a, b, out, c):
    """The name of a dtype, and where a, b, out and c lie: each (strides, batch), c perhaps None."""
    name = np.dtype(dtype).name
    if name not in ("float32", "float64") and name not in INTEGERS:
        raise TypeError(f"matmul: expected float32, float64 or an integer dtype; got {name}")
    a, b, out = (
        Operand(base, *strides, tuple(batch))
        for base, (strides, batch) in ((A, a), (B, b), (OUT, out))
    )
    if c is not None:
        strides, batch = c
        c = Operand(C, *strides, tuple(batch) or (0,) * len(axes))
    return name, (a, b, out, c)


def counted(m, n, k, axes, operands, size):
    """Extents, bytes and operations of a product: every element of an operand once."""
    extents = zip(operands, (m * k, k * n, m * n, m * n), strict=True)
    elements = sum(
        extent * layout.distinct(axes, operand.batch) for operand, extent in extents if operand
    )
    outer = [extent for extent in axes if extent != 1]
    return (*outer, m, n, k), elements * size, 2 * m * n * k * math.prod(axes)


def fold_batch(m, axes, a, b, out, c):
    """Merge batch axes, and make rows of those over which `b` is the same."""
    operands = [a, b, c, out] if c else [a, b, out]
    extents, strides = layout.merge(axes, [operand.batch for operand in operands])
    extents = list(extents) or [1]
    operands = [
        replace(operand, batch=steps or (0,))
        for operand, steps in zip(operands, strides, strict=True)
    ]
    while extents[-1] > 1 and all(_follows(operand, m) for operand in operands):
        if m == 1:
            operands = [replace(o, row=o.row if o.base == B else o.batch[-1]) for o in operands]
        m *= extents.pop()
        operands = [replace(operand, batch=operand.batch[:-1] or (0,)) for operand in operands]
        extents = extents or [1]
    a, b, out = operands[0], operands[1], operands[-1]
    return m, tuple(extents), a, b, out, operands[2] if c else None


def _follows(operand, m):
    """Whether the last batch axis goes on where the rows end (for `b`: is the same throughout)."""
    if operand.base == B:
        return operand.batch[-1] == 0
    return m == 1 or operand.batch[-1] == m * operand.row
