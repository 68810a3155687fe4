"""Which items a thread takes, and where they lie, for kernels written by hand."""

import numpy as np

from ..language.memory import word
from .launch import cuda


def first_item():
    """The first item of this thread."""
    return cuda.blockIdx.x * np.int64(cuda.blockDim.x) + cuda.threadIdx.x


def item_step():
    """How far its next items are apart: a whole grid."""
    return cuda.gridDim.x * np.int64(cuda.blockDim.x)


def offset(args, item, axes, extents, steps):
    """Bytes from the start to item number `item`, counted in row-major order over `axes` axes.

    The extents are the words from number `extents` on, the strides in bytes those from `steps` on.
    """
    total = 0
    for axis in range(axes - 1, 0, -1):
        extent = word(args, extents + axis)
        quotient = item // extent
        total += (item - quotient * extent) * word(args, steps + axis)
        item = quotient
    return total + item * word(args, steps)
