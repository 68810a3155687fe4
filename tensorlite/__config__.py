"""What computes here: `tensorlite.__config__.show()`."""

import platform
from importlib import metadata

from .kernels.cpu import machine
from .kernels.cpu.threads import get_num_threads
from .version import __version__

_BELOW = ("numpy", "numba", "llvmlite")


def show():
    """The versions, the CPU for which kernels are made, and the threads.

    Examples
    --------
    >>> print(tl.__config__.show())
    tensorlite ...
    """
    found = machine.current()
    below = ", ".join(f"{name} {metadata.version(name)}" for name in _BELOW)
    lines = [
        f"tensorlite {__version__} on Python {platform.python_version()} with {below}",
        f"kernels for {found.cpu} ({found.level})",
        parallel_info(),
    ]
    return "\n".join(lines)


def parallel_info():
    """How many threads compute."""
    return f"threads: {get_num_threads()}"
