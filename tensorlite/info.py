"""What a report of a fault needs to say about the machine: ``python -m tensorlite.info``."""

import os
import platform
import sys
from importlib import metadata
from pathlib import Path

from .kernels import cache
from .kernels.cpu import machine
from .kernels.cpu.threads import get_num_threads
from .version import __version__

__all__ = ["collect", "main"]

_BELOW = ("numpy", "numba", "llvmlite", "scipy", "safetensors", "bytecode")
_BESIDE = ("numba-cuda", "torch", "scikit-learn", "matplotlib", "onnx")
_PREFIXES = ("TENSORLITE_", "NUMBA_", "OMP_", "OPENBLAS_", "MKL_", "CUDA_VISIBLE_DEVICES")


def collect():
    """Versions, CPU, threads and kernel store.

    Returns
    -------
    dict of str to str
        What is shown, by its name: versions of the packages below and beside, the CPU with the
        levels of x86-64 that kernels can be made for, threads, the folder of kernels with their
        number and size, and the variables of the environment that matter.

    Examples
    --------
    >>> from tensorlite import info
    >>> info.collect()["tensorlite"]
    '0.1.0, in ...'
    """
    cpu = machine.current()
    found = {
        "tensorlite": f"{__version__}, in {Path(__file__).parent}",
        "Python": f"{platform.python_version()} ({sys.implementation.name}), {sys.executable}",
        "system": f"{platform.platform()}, {' '.join(platform.libc_ver())}",
        "CPU": f"{_model()}; LLVM: {cpu.cpu}",
        "kernels for": f"{cpu.level}, out of {', '.join(machine.levels()) or 'no level'}",
        "vectors": f"{cpu.vector_bytes} bytes, {cpu.registers} registers",
        "caches": ", ".join(f"{size >> 10} KiB" for size in cpu.caches),
        "threads": f"{get_num_threads()}, on {len(os.sched_getaffinity(0))} of {os.cpu_count()} "
                   "CPUs",
        "kernel store": _store(),
    }  # fmt: skip
    found |= {name: _version(name) or "missing" for name in _BELOW}
    found |= {name: version for name in _BESIDE if (version := _version(name))}
    settings = {k: v for k, v in os.environ.items() if k.startswith(_PREFIXES)}
    return found | {key: settings[key] for key in sorted(settings)}


def _version(name):
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _model():
    """What the CPU is called."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _store():
    """The folder of kernels, how many are there, and their size."""
    root = cache.root()
    sizes = [path.stat().st_size for path in root.glob("*/*.o")]
    if not root.exists():
        return f"{root}, which is not there yet"
    writable = "" if os.access(root, os.W_OK) else ", not writable"
    return f"{root}, {len(sizes)} kernels of {sum(sizes) / 1e6:.1f} MB{writable}"


def main():
    """Print what `collect` finds, one line each."""
    found = collect()
    width = max(map(len, found))
    for name, text in found.items():
        print(f"{name:{width}}  {text}")


if __name__ == "__main__":
    main()
