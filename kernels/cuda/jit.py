"""The only place that imports CUDA: the text of a kernel -> what a card or the simulator runs.

`numba.cuda` comes from the package numba-cuda where that is installed, else from Numba itself. The
names in `__all__` are the vocabulary of kernels; `primitives.py` compiles them, and `simulator.py`
runs them in plain Python where NUMBA_ENABLE_CUDASIM is 1. (The package numba-cuda-mlir takes plain
`@cuda.jit` functions too, but lowers to MLIR: it would need primitives of its own.)

A kernel is a function of `args`, a tuple of 64-bit integers: addresses first, then its geometry.
"""

import contextlib
import functools
import re
import threading
import types

import numpy as np

from . import simulator, turns
from .system import simulated

EXTRA = "try pip install 'tensorlite[cuda]'"

try:
    from numba import cuda
    from numba import types as numba_types
except ImportError as error:
    raise ImportError(
        f"tensorlite.kernels.cuda: expected the package numba-cuda; got none that offers"
        f" `numba.cuda` ({error}); {EXTRA}"
    ) from error

try:  # what `primitives.py` is made of
    from numba.cuda import cgutils
    from numba.cuda.extending import intrinsic
    from numba.cuda.np import arrayobj
except ImportError:  # the built-in numba.cuda shares it with the CPU
    from numba.core import cgutils  # noqa: F401
    from numba.extending import intrinsic  # noqa: F401
    from numba.np import arrayobj  # noqa: F401
except AttributeError as error:  # numba-cuda asks NumPy for what a newer one no longer has
    raise RuntimeError(
        f"tensorlite.kernels.cuda: expected a numba-cuda that goes together with NumPy"
        f" {np.__version__}; got {error}; try pip install 'numpy<2.5'"
    ) from error

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
    with _exact(capability):
        function = _executed(name, text)[name]
        return cuda.compile_ptx(function, _signature(words), cc=capability)[0]


def _executed(name, text):
    """The names that the text of a kernel defines."""
    namespace = types.ModuleType(f"tensorlite_kernel_{name}").__dict__
    exec(compile(text, f"<{name}>", "exec"), namespace)
    return namespace


def _signature(words):
    return (numba_types.UniTuple(numba_types.int64, words),)


@contextlib.contextmanager
def _exact(capability=None):
    """Compile without contracting x * y + z: the scalar functions place their own fma.

    So the same bits come out on every card, and on the CPU. Numba passes no such option on, and
    asks the driver for a card even where only PTX is wanted.
    """
    from numba.cuda import dispatcher  # Numba's own simulator mode lacks these
    from numba.cuda.compiler import global_compiler_lock
    from numba.cuda.cudadrv import nvvm

    with global_compiler_lock:
        original, device = nvvm.compile_ir, dispatcher.get_current_device
        nvvm.compile_ir = functools.partial(original, fma=False)
        if capability:
            wanted = types.SimpleNamespace(compute_capability=capability)
            dispatcher.get_current_device = lambda: wanted
        try:
            yield
        finally:
            nvvm.compile_ir, dispatcher.get_current_device = original, device


def resources(assembly, capability):
    """What ptxas makes of PTX: a dict of registers, spilled bytes, stack and shared bytes."""
    with _linking(assembly, capability, "-verbose") as (nvjitlink, handle):
        log = bytearray(nvjitlink.get_info_log_size(handle))
        nvjitlink.get_info_log(handle, log)
    return _told(log.decode())


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


def _told(log):
    """The figures in what ptxas says of one kernel."""
    patterns = {
        "registers": r"Used (\d+) registers",
        "stack": r"(\d+) bytes stack frame",
        "spilled": r"(\d+) bytes spill stores",
        "shared": r"(\d+) bytes smem",
    }
    found = {key: re.search(pattern, log) for key, pattern in patterns.items()}
    return {key: int(match[1]) for key, match in found.items() if match}
