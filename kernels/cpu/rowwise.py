"""Launches of row programs."""

import functools

import numpy as np

from ..work.rows import RowWork
from .launch import Launch
from .row_text import BATCH, NEAR, Spec, entry, generate, pieces
from .rows import GRAIN


def launch(program, dtype, rows, n, classes, steps):
    """
    The Launch of a RowProgram over rows of n elements.

    Parameters
    ----------
    program : RowProgram
    dtype : str
        Of all operands and of the result.
    rows, n : int
    classes : tuple of str
        Of each operand, see `work.row_stages.Passes`.
    steps : tuple of int
        Elements of each operand from one row to the next.

    Returns
    -------
    Launch
        Over the operands and the result: rows of n side by side, or a number for each row.
    """
    spec = Spec(program, dtype, classes)
    near = pieces(spec)
    piece = NEAR // max(1, near)
    batch = max(1, min(BATCH, piece // max(1, n)))
    size = np.dtype(dtype).itemsize
    result = 1 if program.folds_all else n
    strides = tuple(step * size for step in (*steps, result))
    read = sum(1 if kind == "zero" else n for kind in classes)
    work = RowWork((rows, n), rows * (read + result) * size, None, strides)
    geometry = np.array([n, batch, piece, *steps], np.int64)
    grain = max(1, GRAIN // max(1, n))
    compiled = functools.partial(entry, spec)
    return Launch(compiled, rows, geometry, grain, (len(classes),), work)


def text(program, dtype, classes):
    """The Python source of that kernel."""
    return generate(Spec(program, dtype, classes))[1]
