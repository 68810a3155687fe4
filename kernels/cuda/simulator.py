"""The vocabulary of CUDA kernels in plain Python, on host addresses; `turns.py` runs them.

Every public name here is a name in `primitives.py`.
"""

import numpy as np

from ..language import memory
from ..scalars import bits, ceil, copysign, fabs, floor, fma, from_bits, rint, sqrt, trunc
from .names import atomic_add, four, put_four

__all__ = [
    "atomic_add", "bits", "ceil", "copysign", "fabs", "floor", "fma", "four", "from_bits",
    "put_four", "rint", "scalar", "seldom", "sqrt", "strided", "trunc", "value", "vector", "word",
    "wrapping",
]  # fmt: skip


def scalar(function):
    """A function called by kernels."""
    return function


wrapping = scalar


def seldom(function):
    """A function f(x, y) that is y where x is 0."""

    def function_of_two(x, y):
        return y if x == 0 else function(x, y)

    return function_of_two


def word(args, index):
    """The 64-bit integer number `index` of the words of a kernel."""
    return args[index]


def value(address, dtype):
    """The scalar at an address."""
    return memory.value(int(address), dtype)


class _Wrapping:
    """Integers are stored as compiled code does: modulo what the array can hold."""

    def __setitem__(self, index, new):
        if self.dtype.kind in "iu":
            new = np.asarray(new).astype(self.dtype)
        super().__setitem__(index, new)


class _Vector(_Wrapping, np.ndarray):
    pass


class _Strided(_Wrapping, memory.StridedMemory):
    pass


def vector(address, dtype):
    """A contiguous 1-D array at an address, of unknown extent; None at 0: nobody may touch it."""
    return memory.vector(int(address), dtype).view(_Vector) if address else None


def strided(address, stride, dtype):
    """A 1-D array at an address whose elements lie `stride` bytes apart."""
    return _Strided(address, stride, dtype)
