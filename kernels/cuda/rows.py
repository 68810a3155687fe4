"""What row kernels share: the threads of a row, and folds of what they hold.

A row of `n` elements is shared by a power of two of threads, its lanes; a block holds one row or
several. All threads of a block take part in each fold, those without a row too. A lane takes every
lanes-th element, and the lanes are folded by halves: the bits depend on n alone.
"""

import numpy as np

from ..language.memory import word
from ..work.launches import Work
from ..work.reducers import larger
from .launch import THREADS as DEFAULT
from .launch import cuda, kernel_launch, power_of_two

THREADS = 256  # of a block: a constant of each kernel


def own_row(args, first):
    """The elements of a row; how many lanes, and which is this; which row, and where it ends.

    The words from number `first` on are n, rows and lanes.
    """
    n, rows, lanes = word(args, first), word(args, first + 1), word(args, first + 2)
    thread = np.int64(cuda.threadIdx.x)
    row = cuda.blockIdx.x * (cuda.blockDim.x // lanes) + thread // lanes
    return n, lanes, thread % lanes, row, n if row < rows else 0


def lane_sum(own, shared, lane, lanes):
    """The sum of what the lanes of a row hold, told to all of them."""
    thread = np.int64(cuda.threadIdx.x)
    shared[thread] = own
    cuda.syncthreads()
    half = lanes // 2
    while half > 0:
        if lane < half:
            shared[thread] += shared[thread + half]
        cuda.syncthreads()
        half //= 2
    total = shared[thread - lane]
    cuda.syncthreads()
    return total


def lane_max(own, shared, lane, lanes):
    """The largest of what the lanes of a row hold, NaN if one is, told to all of them."""
    thread = np.int64(cuda.threadIdx.x)
    shared[thread] = own
    cuda.syncthreads()
    half = lanes // 2
    while half > 0:
        if lane < half:
            shared[thread] = larger(shared[thread], shared[thread + half])
        cuda.syncthreads()
        half //= 2
    largest = shared[thread - lane]
    cuda.syncthreads()
    return largest


def row_work(dtype, rows, n, arrays, each, others=0, nbytes=0):
    """The Work of a kernel over rows of n elements, however often it goes through a row.

    It reads and writes `arrays` of this size, `others` single elements and `nbytes` further bytes,
    and computes `each` operations for an element.
    """
    size = np.dtype(dtype).itemsize
    return Work((rows, n), size * (arrays * rows * n + others) + nbytes, each * rows * n)


def row_launch(kernel, dtype, rows, n, *words, work, writes=None, threads=DEFAULT, lanes=None):
    """The Launch of a kernel over rows of n elements, whose words are n, rows, lanes, and others.

    For `work` see `row_work`.
    """
    lanes = lanes or power_of_two(-(-n // 4), threads)
    blocks = -(-rows // (threads // lanes))
    geometry = (n, rows, lanes, *words)
    return kernel_launch(
        kernel, dtype, rows, blocks, threads, geometry, writes, work, THREADS=threads
    )
