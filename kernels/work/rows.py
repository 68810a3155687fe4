"""Work on whole rows: what a row kernel does, and the words of its geometry."""

from dataclasses import dataclass

import numpy as np

from .launches import Work


def float_word(number):
    return int(np.float64(number).view(np.int64))


@dataclass(frozen=True, slots=True)
class RowWork(Work):
    """What a row kernel does; `strides`: bytes of each operand per row, 0 if all rows share it."""

    strides: tuple = ()

    @property
    def by_rows(self):
        return bool(self.strides)

    def along(self, rows):
        if not self.by_rows or self.shape[0] != rows:
            return None
        return [(((rows,), (stride,)), ((), ()), stride or None) for stride in self.strides]
