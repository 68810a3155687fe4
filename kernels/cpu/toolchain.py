"""What makes object code for this CPU, as the kernel store asks for it."""

import functools
import importlib.machinery
from pathlib import Path

from .. import cache, imports
from . import machine

COMPILER = ("cpu/jit.py", "cpu/primitives.py")  # with all that they import, they shape object code


def compile_text(name, text, filename):
    """The object code of the function `name` of a text, and its symbol; imports Numba."""
    from . import jit

    return jit.compile_text(name, text, filename)


@functools.cache
def identity():
    """Names all that object code depends on besides its text, without importing Numba."""
    numba = importlib.machinery.PathFinder.find_spec("numba")
    version = Path(numba.origin).with_name("_version.py").read_text() if numba else ""
    import llvmlite

    made_for = machine.current()
    compiler, settings = imports.reached(*COMPILER), cache.numba_settings()
    versions = version, llvmlite.__version__
    parts = (compiler, settings, versions, made_for.cpu, made_for.features)
    return f"{made_for.cpu}-{cache.digest(repr(parts))}"
