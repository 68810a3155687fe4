"""What row kernels share: the threads of a row, its elements in registers, folds of what they hold.

A row of `n` elements is shared by a power of two of threads, its lanes; a block holds one row or
several. All threads of a block take part in each fold, those without a row too. A lane takes every
lanes-th element, HELD of them at once, so that all are on their way together; where a row has no
more (WHOLE), it is read from memory once. The lanes are folded by FOLD: the bits depend on n alone.
"""

import functools

import numpy as np

from .launch import THREADS as DEFAULT
from .launch import power_of_two
from .names import cuda

THREADS = 256  # of a block: a constant of each kernel
FEWEST = 128  # of a block of several rows: small ones start and end when others compute
HELD = 16  # elements of a row that a lane has in registers
WHOLE = 0  # whether the lanes hold a whole row
FULL = 0  # whether all lanes always hold as many
FOLD = 8  # lanes that become one between two barriers: every lane finds the same sum


def inside(j, end):
    """Whether an element lies before the end of its row; nobody asks where rows fill all lanes."""
    return FULL or j < end


def load(x, own, first, end, lanes):
    """own[k] = x[first + k * lanes], where that lies before the end of the row"""
    if first < end:
        for k in range(HELD):
            if inside(first + k * lanes, end):
                own[k] = x[first + k * lanes]


@functools.cache
def lane_fold(combine):
    """How lanes combine what each of them holds for a row."""

    def fold(own, shared, lane, lanes):
        """What the lanes of a row hold, combined and told to all of them."""
        thread = np.int64(cuda.threadIdx.x)
        while lanes > 1:
            shared[np.uintp(thread)] = own
            cuda.syncthreads()
            left = max(lanes // FOLD, 1)
            place = np.uintp(thread - lane + lane % left)
            own = shared[place]
            for other in range(1, FOLD):
                if other * left < lanes:
                    own = combine(own, shared[place + np.uintp(other * left)])
            cuda.syncthreads()
            lanes = left
        return own

    return fold


def held_for(n, most=HELD):
    """Elements of a row that a lane has in registers."""
    return min(most, 4 if n <= 128 else 16 if n <= 512 else 32)


def shared_by(n, held, threads=DEFAULT):
    """How many lanes share a row, and the threads of a block."""
    lanes = power_of_two(-(-n // held), threads)
    return lanes, power_of_two(max(lanes, FEWEST), threads)
