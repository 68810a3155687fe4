"""The only place that compiles for cards: the text of a kernel -> what a card or a simulator runs.

The names in `__all__` are the vocabulary of kernels; `primitives.py` compiles them, and
`simulator.py` runs them in plain Python where NUMBA_ENABLE_CUDASIM is 1.

A kernel is a function of `args`, a tuple of 64-bit integers: addresses first, then its geometry.
"""

import contextlib
import functools
import re
import threading
import types

from numba import types as numba_types

from ..internals.numba_cuda import cuda, exact
from . import simulator, turns
from .system import simulated

__all__ = ["cuda", *simulator.__all__]


def __getattr__(name):
    """The vocabulary of kernels, for the compiler or for the simulator."""
    if name not in simulator.__all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if simulated():
        return getattr(simulator, name)
    from . import primitives

    return getattr(primitives, name)


@functools.cache
def simulated_kernel(name, text):
    """The kernel `name` for the simulator; see `store.compiled`."""
    return _Simulated(name, text)


_launching = threading.Lock()


class _Simulated:
    """A kernel that runs in plain Python."""

    def __init__(self, name, text):
        self.namespace = _executed(name, text)
        self.function = self.namespace[name]
        self.barriers = "syncthreads" in text

    def launch(self, blocks, threads, stream, words):
        """Run it."""
        with _launching:
            grid = self.namespace["cuda"] = turns.Grid(blocks, threads)
            grid.run(self.function, words, self.barriers)


@functools.cache
def ptx(name, text, words, capability):
    """The PTX of a kernel for a compute capability like (8, 0); needs no card."""
    with exact(capability):
        function = _executed(name, text)[name]
        return cuda.compile_ptx(function, _signature(words), cc=capability)[0]


def _executed(name, text):
    """The names that the text of a kernel defines."""
    namespace = types.ModuleType(f"tensorlite_kernel_{name}").__dict__
    exec(compile(text, f"<{name}>", "exec"), namespace)
    return namespace


def _signature(words):
    return (numba_types.UniTuple(numba_types.int64, words),)


def resources(assembly, capability):
    """What ptxas makes of PTX: a dict of registers, spilled bytes, stack and shared bytes."""
    with _linking(assembly, capability, "-verbose") as (nvjitlink, handle):
        log = bytearray(nvjitlink.get_info_log_size(handle))
        nvjitlink.get_info_log(handle, log)
    return told(log.decode())


def linked(assembly, capability):
    """The machine code (cubin) that ptxas makes of PTX."""
    with _linking(assembly, capability) as (nvjitlink, handle):
        code = bytearray(nvjitlink.get_linked_cubin_size(handle))
        nvjitlink.get_linked_cubin(handle, code)
    return bytes(code)


@contextlib.contextmanager
def _linking(assembly, capability, *options):
    """The library that links, and its handle of PTX that it has linked."""
    from cuda.bindings import nvjitlink

    data, options = assembly.encode(), ["-arch=sm_{}{}".format(*capability), *options]
    handle = nvjitlink.create(len(options), options)
    try:
        nvjitlink.add_data(handle, nvjitlink.InputType.PTX, data, len(data), "kernel")
        nvjitlink.complete(handle)
        yield nvjitlink, handle
    finally:
        nvjitlink.destroy(handle)


FIGURES = {
    "registers": r"Used (\d+) registers",
    "stack": r"(\d+) bytes stack frame",
    "spilled": r"(\d+) bytes spill stores",
    "shared": r"(\d+) bytes smem",
}


def told(log):
    """The figures in what ptxas says: of several functions the largest."""
    found = {name: re.findall(pattern, log) for name, pattern in FIGURES.items()}
    for name, numbers in found.items():
        if not numbers:
            raise NotImplementedError(
                f"resources: expected {FIGURES[name]!r} in what ptxas says; got {log!r}; try the"
                f" nvidia-nvjitlink that tensorlite asks for"
            )
    return {name: max(map(int, numbers)) for name, numbers in found.items()}
