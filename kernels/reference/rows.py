"""Functions of a row in NumPy, stage by stage: the oracle of both devices."""

import numpy as np

from ..language.rows import Fold

FOLDS = {
    "total": lambda x: x.sum(1, keepdims=True),
    "largest": lambda x: x.max(1, keepdims=True, initial=-np.inf),
    "shift": lambda x: x.max(1, keepdims=True, initial=-np.inf),
    "smallest": lambda x: x.min(1, keepdims=True, initial=np.inf),
    "count": lambda x: np.full((len(x), 1), x.shape[1], x.dtype),
}


def run(program, *operands):
    """The result of a RowProgram over operands that broadcast to (rows, n) float64."""
    shape = np.broadcast_shapes(*(np.shape(x) for x in operands))
    values = [np.asarray(x, np.float64) for x in operands]
    for stage in program.stages:
        if isinstance(stage, Fold):
            values.append(FOLDS[stage.kind](np.broadcast_to(values[stage.arg], shape)))
        else:
            scalar = np.vectorize(stage.function, otypes=[np.float64])
            values.append(scalar(*(values[a] for a in stage.args)))
    wide = shape if not program.folds_all else (shape[0], 1)
    return np.broadcast_to(values[program.output], wide)
