"""Launches of row programs."""

import functools

import numpy as np

from ..work.row_stages import grouped, moved_bytes, size_of
from ..work.rows import RowWork
from .launch import Launch
from .row_text import BATCH, NEAR, Spec, entry, generate, pieces
from .rows import GRAIN

GROUPS = 64  # of rows, that sum columns side by side


def launch(program, dtype, rows, n, classes, steps):
    """
    The Launch of a RowProgram over rows of n elements.

    Parameters
    ----------
    program : RowProgram
    dtype : str
        Of the result, and of operands whose class tells no other.
    rows, n : int
    classes : tuple of str
        Of each operand, see `work.row_stages.Passes`.
    steps : tuple of int
        Elements of each operand from one row to the next.

    Returns
    -------
    Launch
        Over the operands and the result: rows of n side by side, or a number for each row; then
        the columns: rows of n side by side, one for each item, to be summed; then the numbers of
        each row that are saved.
    """
    spec = Spec(program, dtype, classes)
    near = pieces(spec)
    piece = NEAR // max(1, near)
    batch = max(1, min(BATCH, piece // max(1, n)))
    size = np.dtype(dtype).itemsize
    result, columns, saved = (1 if program.folds_all else n), program.columns, program.saved
    group, items = grouped(program, rows, GROUPS)
    strides = [step * size_of(kind, dtype) * group
               for kind, step in zip(classes, steps, strict=True)]  # fmt: skip
    strides += [result * group * size, *[n * size] * len(columns), *[group * size] * len(saved)]
    nbytes = moved_bytes(program, dtype, rows, n, classes, steps, items)
    work = RowWork((items, n * group), nbytes, None, () if rows % group else tuple(strides))
    geometry = np.array([n, batch, piece, rows, group, *steps], np.int64)
    grain = max(1, GRAIN // max(1, n * group))
    compiled = functools.partial(entry, spec)
    writes = tuple(range(len(classes), len(classes) + len(program.results)))
    return Launch(compiled, items, geometry, grain, writes, work)


def text(program, dtype, classes):
    """The Python source of that kernel."""
    return generate(Spec(program, dtype, classes))[1]
