"""What kernels call by these names: on a card they are Numba's, or stand in `primitives.py`."""

import threading
from types import SimpleNamespace

from ..language.memory import primitive

# What `cuda` stands for in a kernel, where it is no name of Numba's yet
cuda = SimpleNamespace(primitive=True, __name__="cuda")
_lock = threading.Lock()


@primitive
def atomic_add(array, index, addend):
    """array[index] += addend, while other threads do the same."""
    with _lock:
        array[index] += addend


@primitive
def four(array, index):
    """The elements number index .. index + 3 of an array, of which these four are aligned."""
    return tuple(array[index + k] for k in range(4))


@primitive
def put_four(array, index, x, y, z, t):
    """Store four elements side by side, see `four`."""
    for k, element in enumerate((x, y, z, t)):
        array[index + k] = element
