"""The only place that imports CUDA, and all that leans on the insides of its compiler.

`numba.cuda` comes from the package numba-cuda where that is installed, else from Numba itself. (The
package numba-cuda-mlir takes plain `@cuda.jit` functions too, but lowers to MLIR: it would need
primitives of its own.)
"""

import contextlib
import functools
import types

import numpy as np
from llvmlite import ir

from . import changed
from .arrays import Arrays

EXTRA = "try pip install 'tensorlite[cuda]'"
GLOBAL = 1  # the address space of global memory

try:
    from numba import cuda
except ImportError as error:
    raise ImportError(
        f"tensorlite.kernels.cuda: expected the package numba-cuda; got none that offers"
        f" `numba.cuda` ({error}); {EXTRA}"
    ) from error

try:
    from numba.cuda import cgutils
    from numba.cuda.extending import intrinsic
    from numba.cuda.np import arrayobj
except ImportError:  # the built-in numba.cuda shares it with the CPU
    from numba.core import cgutils
    from numba.extending import intrinsic
    from numba.np import arrayobj
except AttributeError as error:  # numba-cuda asks NumPy for what a newer one no longer has
    raise RuntimeError(
        f"tensorlite.kernels.cuda: expected a numba-cuda that goes together with NumPy"
        f" {np.__version__}; got {error}; try pip install 'numpy<2.5'"
    ) from error

__all__ = ["GLOBAL", "arrays", "cuda", "exact", "get_or_insert_function", "intrinsic", "pointer"]
get_or_insert_function = cgutils.get_or_insert_function


def pointer(builder, address, target):
    """An address in global memory as a generic pointer."""
    own = builder.inttoptr(address, ir.PointerType(target.pointee, GLOBAL))
    return builder.addrspacecast(own, target)


arrays = Arrays(arrayobj, cgutils, pointer)


@contextlib.contextmanager
def exact(capability=None):
    """Compile without contracting x * y + z: the scalar functions place their own fma.

    So the same bits come out on every card, and on the CPU. Numba passes no such option on, and
    asks the driver for a card even where only PTX is wanted.
    """
    from numba.cuda import dispatcher  # Numba's own simulator mode lacks these
    from numba.cuda.compiler import global_compiler_lock
    from numba.cuda.cudadrv import nvvm

    for owner, name in ((nvvm, "compile_ir"), (dispatcher, "get_current_device")):
        if not callable(getattr(owner, name, None)):  # what takes its place would be for nobody
            raise changed("numba-cuda", f"a function {owner.__name__}.{name}", "none")
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
