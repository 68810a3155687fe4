"""How a kernel reads its argument block: the memory vocabulary that each device supplies natively.

What stands here is the meaning, in plain Python: a kernel can be stepped through on a real block.
`cpu/jit.py` has the same names for the compiler. A block is an array of 64-bit words: first the
data addresses of the operands, then whatever geometry the kernel documents.
"""

import ctypes

import numpy as np

UNBOUNDED = 1 << 40


def primitive(function):
    """Mark a function whose compiled form is supplied by the device under the same name."""
    function.primitive = True
    return function


def _view(address, dtype, shape, strides):
    dtype = np.dtype(dtype)
    span = (ctypes.c_byte * UNBOUNDED).from_address(address)
    return np.ndarray(shape, dtype, buffer=span, strides=strides)


@primitive
def word(args, index):
    """The 64-bit integer number `index` of a block."""
    return ctypes.c_int64.from_address(int(args) + 8 * int(index)).value


@primitive
def value(address, dtype):
    """The scalar at an address."""
    return _view(address, dtype, (1,), None)[0]


@primitive
def vector(address, dtype):
    """A contiguous 1-D array at an address, of unknown length: the caller keeps its bounds."""
    return _view(address, dtype, (UNBOUNDED // np.dtype(dtype).itemsize,), None)


@primitive
def strided(address, stride, dtype):
    """A 1-D array at an address whose elements lie `stride` bytes apart (which may be negative)."""
    return StridedMemory(address, stride, dtype)


@primitive
def matrix(address, row_stride, dtype):
    """A 2-D array at an address: rows `row_stride` bytes apart, elements side by side."""
    return StridedMemory(address, row_stride, dtype)


class StridedMemory:
    """Elements found by address, since a NumPy array needs to know its bounds."""

    def __init__(self, address, stride, dtype):
        self.address, self.stride, self.dtype = int(address), int(stride), np.dtype(dtype)

    def _at(self, index):
        row, column = index if isinstance(index, tuple) else (index, 0)
        offset = int(row) * self.stride + int(column) * self.dtype.itemsize
        return _view(self.address + offset, self.dtype, (1,), None)

    def __getitem__(self, index):
        return self._at(index)[0]

    def __setitem__(self, index, new):
        self._at(index)[0] = new


@primitive
def call(entry, args, lo, hi):
    """Call an entry by its address; its status, or else its answer, comes back."""
    native = ctypes.CFUNCTYPE(
        ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, *[ctypes.c_int64] * 3
    )(entry)
    returned, raised = ctypes.c_void_p(), ctypes.c_void_p()
    status = native(ctypes.addressof(returned), ctypes.addressof(raised), args, lo, hi)
    return status or returned.value or 0


@primitive
def wide(rounds):
    """Let the compiler use its widest vectors: pays for loops like exp, not for a + b.

    It takes so many rounds of a loop side by side, where that is more than 1.
    """


@primitive
def prefetch(address):
    """Ask for the cache line of an address, which is soon read."""


_buffers = []


@primitive
def scratch(words):
    """The address of `words` 64-bit words (a constant) of the kernel's own, aligned to 64 bytes."""
    _buffers.append((ctypes.c_int64 * (words + 8))())
    return (ctypes.addressof(_buffers[-1]) + 63) // 64 * 64


def _native(name):
    def function(*operands):
        raise NotImplementedError(f"{name} has a meaning only in compiled code")

    function.__name__ = name
    return primitive(function)


atomic_add, atomic_exchange, atomic_load, atomic_store, atomic_replace = map(
    _native, ("atomic_add", "atomic_exchange", "atomic_load", "atomic_store", "atomic_replace")
)
sem_wait, sem_post, sched_yield, pause = map(
    _native, ("sem_wait", "sem_post", "sched_yield", "pause")
)
sched_getcpu, sched_getaffinity, sched_setaffinity = map(
    _native, ("sched_getcpu", "sched_getaffinity", "sched_setaffinity")
)
