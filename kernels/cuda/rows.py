"""What row kernels share: the threads of a row, its elements in registers, folds of what they hold.

A row of `n` elements is shared by a power of two of threads, its lanes; a block holds one row or
several. All threads of a block take part in each fold, those without a row too. A lane takes every
lanes-th element, HELD of them at once, so that all are on their way together; where a row has no
more (WHOLE), it is read from memory once. The lanes are folded by FOLD: the bits depend on n alone.
"""

import functools

import numpy as np

from ..language.memory import word
from ..work.launches import Work
from ..work.reducers import add, larger
from .launch import THREADS as DEFAULT
from .launch import cuda, kernel_launch, power_of_two

THREADS = 256  # of a block: a constant of each kernel
FEWEST = 128  # of a block of several rows: small ones start and end when others compute
HELD = 16  # elements of a row that a lane has in registers
WHOLE = 0  # whether the lanes hold a whole row
FULL = 0  # whether all lanes always hold as many
FOLD = 8  # lanes that become one between two barriers: every lane finds the same sum


def own_row(args, first):
    """How many lanes there are, and which is this; which row; where this lane begins and it ends.

    The words from number `first` on are n, rows and lanes.
    """
    n, rows, lanes = word(args, first), word(args, first + 1), word(args, first + 2)
    thread = np.int64(cuda.threadIdx.x)
    row, lane = cuda.blockIdx.x * (cuda.blockDim.x // lanes) + thread // lanes, thread % lanes
    return lanes, lane, row, row * n + lane, (row + 1) * n if row < rows else 0


def inside(j, end):
    """Whether an element lies before the end of its row; nobody asks where rows fill all lanes."""
    return FULL or j < end


def load(x, own, first, end, lanes):
    """own[k] = x[first + k * lanes], where that lies before the end of the row"""
    if first < end:
        for k in range(HELD):
            if inside(first + k * lanes, end):
                own[k] = x[first + k * lanes]


def reload(x, own, first, end, lanes):
    """The same, unless all of the row is there already."""
    if not WHOLE:
        load(x, own, first, end, lanes)


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


lane_sum, lane_max = lane_fold(add), lane_fold(larger)


def row_work(dtype, rows, n, arrays, each, others=0, nbytes=0):
    """The Work of a kernel over rows of n elements, however often it goes through a row.

    It reads and writes `arrays` of this size, `others` single elements and `nbytes` further bytes,
    and computes `each` operations for an element.
    """
    size = np.dtype(dtype).itemsize
    return Work((rows, n), size * (arrays * rows * n + others) + nbytes, each * rows * n)


def held_for(n, most=HELD):
    """Elements of a row that a lane has in registers."""
    return min(most, 4 if n <= 128 else 16 if n <= 512 else 32)


def shared_by(n, held, threads=DEFAULT):
    """How many lanes share a row, and the threads of a block."""
    lanes = power_of_two(-(-n // held), threads)
    return lanes, power_of_two(max(lanes, FEWEST), threads)


def row_launch(kernel, dtype, rows, n, *words, work, writes=None, threads=DEFAULT, lanes=None,
               most=HELD):  # fmt: skip
    """The Launch of a kernel over rows of n elements, whose words are n, rows, lanes, and others.

    For `work` see `row_work`; at most `most` elements of a row are in the registers of a lane, few
    where a warp holds the row with them.
    """
    held = held_for(n, most)
    if lanes is None:
        lanes, threads = shared_by(n, held, threads)
    blocks = -(-rows // (threads // lanes))
    geometry = (n, rows, lanes, *words)
    return kernel_launch(
        kernel, dtype, rows, blocks, threads, geometry, writes, work, THREADS=threads, HELD=held,
        WHOLE=int(n <= held * lanes), FULL=int(n % (held * lanes) == 0),
    )  # fmt: skip
