"""Functions of a row in NumPy, stage by stage: the oracle of both devices."""

import numpy as np

from ..language.row_program import Fold, Pick, Place

FOLDS = {
    "total": lambda x: x.sum(1, keepdims=True),
    "largest": lambda x: x.max(1, keepdims=True, initial=-np.inf),
    "shift": lambda x: x.max(1, keepdims=True, initial=-np.inf),
    "smallest": lambda x: x.min(1, keepdims=True, initial=np.inf),
    "count": lambda x: np.full((len(x), 1), x.shape[1], x.dtype),
}


def run(program, *operands):
    """
    The result of a RowProgram over operands that broadcast to (rows, n) float64.

    A tuple with its columns and the numbers of rows that it saves, if it has such.
    """
    shape = np.broadcast_shapes(*(np.shape(x) for x in operands))
    values = [np.asarray(x, np.float64) for x in operands]
    for stage in program.stages:
        values.append(_value(stage, values, shape))
    wide = shape if not program.folds_all else (shape[0], 1)
    result = np.broadcast_to(values[program.output], wide)
    totals = [np.broadcast_to(values[c], shape).sum(0) for c in program.columns]
    saved = [np.broadcast_to(values[v], (shape[0], 1)) for v in program.saved]
    return (result, *totals, *saved) if totals or saved else result


def _value(stage, values, shape):
    match stage:
        case Fold(kind, arg, when):
            found = FOLDS[kind](np.broadcast_to(values[arg], shape))
            return found if when is None else np.where(values[when], found, 0.0)
        case Pick(arg, at):
            x, at = np.broadcast_to(values[arg], shape), np.asarray(values[at]).astype(np.int64)
            at = np.broadcast_to(at, (shape[0], 1))
            near = np.clip(at, 0, max(shape[1] - 1, 0))
            return np.where(near == at, np.take_along_axis(x, near, 1), np.nan)
        case Place():
            return np.broadcast_to(np.arange(shape[1], dtype=np.float64), shape)
    scalar = np.vectorize(stage.function, otypes=[np.float64])
    return scalar(*(values[a] for a in stage.args))
