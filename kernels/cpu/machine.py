"""The CPU that kernels are made for: what LLVM is told of it, its vectors, registers and caches.

The only place that asks. TENSORLITE_CPU (sse2, avx2 or avx512) makes kernels for the named level of
x86-64 instead of for all that this CPU has: what another machine computes, and takes for it, can be
looked into on this one. Every kernel of a process is for one level, and the store keeps levels
apart. No level has tiles (AMX): a process for which none is named uses them where the CPU does.
"""

import ctypes
import functools
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from .. import cache
from ..internals import changed

VARIABLE = "TENSORLITE_CPU"
CACHES = Path("/sys/devices/system/cpu/cpu0/cache")
TILES = "amx-tile", "amx-bf16", "avx512bf16"  # what products of bfloat16 in tiles need
ARCH_PRCTL, REQUEST, TILE_DATA = 158, 0x1023, 18  # numbers of Linux on x86-64
USUAL = {1: 1 << 15, 2: 1 << 19, 3: 1 << 22}  # bytes of a cache that the system does not tell


@dataclass(frozen=True, slots=True)
class Level:
    """A level of x86-64, from the psABI: LLVM's name for it, and features that it needs."""

    cpu: str
    features: tuple[str, ...]
    vector_bytes: int
    registers: int
    fused: bool


LEVELS = {
    "sse2": Level("x86-64", ("sse2",), 16, 16, False),
    "avx2": Level("x86-64-v3", ("avx2", "fma", "bmi", "bmi2", "f16c", "lzcnt", "movbe"),
                  32, 16, True),
    "avx512": Level("x86-64-v4", ("avx2", "fma", "avx512f", "avx512bw", "avx512cd", "avx512dq",
                                  "avx512vl"), 64, 32, True),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Machine:
    """What a generator may ask of the CPU.

    Attributes
    ----------
    cpu, features : str
        For LLVM.
    level : str
        A key of LEVELS, or "other" off x86-64.
    vector_bytes, registers : int
        Of the widest vectors.
    fused : bool
        Whether x * y + z is one instruction.
    caches : tuple of int
        Bytes of the caches for data: the first and second level of a core, and the third.
    """

    cpu: str
    features: str
    level: str
    vector_bytes: int
    registers: int
    fused: bool
    caches: tuple[int, int, int]

    def at(self, level):
        """This machine, had its CPU no more than a level."""
        made = LEVELS[level]
        return replace(self, cpu=made.cpu, features="", level=level, fused=made.fused,
                       vector_bytes=made.vector_bytes, registers=made.registers)  # fmt: skip


@functools.cache
def current():
    """The Machine that this process makes kernels for."""
    forced, found = os.environ.get(VARIABLE), levels()
    if not forced:
        return _host()
    if forced not in found:
        had = ", ".join(found) or "nothing: it is not x86-64"
        raise ValueError(f"{VARIABLE}: expected a level that this CPU has ({had}); "
                         f"got {forced!r}; try without it")  # fmt: skip
    return _host().at(forced)


def levels():
    """The levels that this CPU has, the widest last."""
    features = cache.binding().get_host_cpu_features()
    if "sse2" not in features:
        return []  # it is not x86-64
    needed = {*TILES, *(each for level in LEVELS.values() for each in level.features)}
    if unknown := sorted(needed - features.keys()):  # it would count as one that the CPU lacks
        raise changed("llvmlite", "LLVM to tell of all features of x86-64", f"none of {unknown}")
    return [name for name, level in LEVELS.items() if all(map(features.get, level.features))]


def _host():
    """All that this CPU has."""
    llvm, name = cache.binding(), ["other", *levels()][-1]
    cpu, features = llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()
    level = LEVELS.get(name, Level(cpu, (), 16, 32, True))
    return Machine(cpu, features, name, level.vector_bytes, level.registers, level.fused,
                   tuple(map(_cache_bytes, USUAL)))  # fmt: skip


def tiles():
    """Whether kernels may multiply tiles of bfloat16. Asks Linux, when this is first asked."""
    told = current().features.split(",")
    return all(f"+{name}" in told for name in TILES) and _granted()


@functools.cache
def _granted():
    """Whether Linux saves the registers of tiles for this process: not before it is asked to."""
    if sys.platform != "linux":
        return False
    return ctypes.CDLL(None).syscall(ARCH_PRCTL, REQUEST, TILE_DATA) == 0


def _cache_bytes(number):
    """The size of the cache for data at a level."""
    for folder in sorted(CACHES.glob("index*")):
        try:
            level, kind, size = ((folder / name).read_text().strip()
                                 for name in ("level", "type", "size"))  # fmt: skip
            if int(level) == number and kind != "Instruction":
                return int(size.rstrip("KMG")) << {"K": 10, "M": 20, "G": 30}.get(size[-1], 0)
        except (OSError, ValueError, IndexError):
            continue
    return USUAL[number]
