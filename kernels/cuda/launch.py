"""A Launch: a kernel with its geometry, its blocks and its threads, run on device addresses."""

import functools
import threading
from types import SimpleNamespace

from .. import source
from ..cpu.launch import HASH
from ..memory import primitive

THREADS = 256  # of a block
BLOCKS = 4096  # of a grid whose threads go on by strides: 30 for each processor of a large card

# What `cuda` stands for in a kernel, where it is no name of Numba's yet
cuda = SimpleNamespace(primitive=True, __name__="cuda")
_lock = threading.Lock()


@primitive
def atomic_add(array, index, addend):
    """array[index] += addend, while other threads do the same."""
    with _lock:
        array[index] += addend


class Launch:
    """Run a kernel over `items` work items.

    Its words are the addresses that the call gives, then those of `geometry`.

    Parameters
    ----------
    kernel : callable
        Answers the name and the text of the kernel, when it is first needed.
    items : int
    blocks, threads : int
        Threads are a power of two, for what a block holds is folded by halves.
    geometry : sequence of int
    writes, updates : tuple of int
        The operands that it writes as a whole, and those that it reads and writes.
    work : object, optional
        What it computes: with `shape`, `nbytes` and `flops`.
    """

    __slots__ = ("_generate", "_text", "blocks", "geometry", "items", "threads", "updates", "work",
                 "writes")  # fmt: skip

    def __init__(self, kernel, items, blocks, threads, geometry=(), writes=None, work=None,
                 updates=()):  # fmt: skip
        if threads < 1 or threads & (threads - 1):
            raise ValueError(f"launch: expected a power of two of threads; got {threads}; try 256")
        self._generate, self._text = kernel, None
        self.items, self.blocks, self.threads = items, blocks, threads
        self.geometry = tuple(map(int, geometry))
        self.writes, self.updates, self.work = writes, updates, work

    @property
    def kernel(self):
        """The name and the text of the kernel."""
        if self._text is None:
            self._text = self._generate()
        return self._text

    @property
    def label(self):
        """The name of the kernel for people."""
        return self.kernel[0][:-HASH]

    @property
    def source(self):
        """The Python source of the kernel."""
        return self.kernel[1]

    def __call__(self, *addresses, stream=0):
        if self.items == 0 or self.blocks == 0:
            return
        from . import jit  # importing it imports Numba

        words = (*addresses, *self.geometry)
        jit.compiled(*self.kernel, len(words))[self.blocks, self.threads, stream](words)

    def ptx(self, operands, capability):
        """The PTX of the kernel, called with that many addresses, for a compute capability."""
        from . import jit

        return jit.ptx(*self.kernel, operands + len(self.geometry), capability)


def strides_over(items, threads, blocks=BLOCKS):
    """The blocks of a grid whose threads take an item each, or several, a grid apart."""
    return min(-(-items // threads), blocks)


def kernel_launch(kernel, dtype, items, blocks, threads, geometry, writes=None, work=None,
                  updates=(), **statics):  # fmt: skip
    """The Launch of a hand-written kernel, generated for `dtype`; see `source.kernel_entry`."""
    text = functools.partial(source.kernel_text, kernel, dtype, source.CUDA, **statics)
    return Launch(text, items, blocks, threads, geometry, writes, work, updates)


def power_of_two(n, most):
    """The least power of two that is at least n, and at most `most`."""
    return min(most, 1 << max(0, int(n) - 1).bit_length())
