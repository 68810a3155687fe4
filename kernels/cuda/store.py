"""Kernels of cards in the kernel store: machine code under the hash of the text it was made from.

The driver loads `<cache>/cuda-<toolchain>/<kernel>-<words>-sm_<capability>.cubin`. Where there is
one for every kernel, a process never imports Numba.
"""

import functools
import importlib.metadata
import re

from .. import cache, imports
from .streams import capability, current_device
from .system import simulated, system

COMPILER = ("cuda/jit.py",)  # with all that it imports, it shapes machine code
PACKAGES = ("numba", "numba-cuda", "llvmlite", "nvidia-nvjitlink")


def compiled(name, text, words):
    """The kernel `name` for that many words: it has `launch(blocks, threads, stream, words)`.

    It works on the card that is current.
    """
    if not simulated():
        return _kernel(name, text, words)
    from . import jit  # importing it imports Numba

    return jit.simulated_kernel(name, text)


@functools.cache
def _kernel(name, text, words):
    return Kernel(name, text, words)


class Kernel:
    """A kernel, on each card once it is first launched there.

    The driver is told of a launch directly: Numba's own way takes twenty times longer.
    """

    def __init__(self, name, text, words):
        self.name, self.text, self.words = name, text, words
        self.handles = {}

    def launch(self, blocks, threads, stream, words):
        """Put it into a stream of the current card."""
        index = current_device()
        handle = self.handles.get(index)
        if handle is None:
            handle = self.handles[index] = system().load(*self.machine_code(capability(index)))
        system().launch(handle, blocks, threads, stream.handle, words)

    @cache.compiles
    def machine_code(self, capability):
        """The cubin for a compute capability, and the name of the entry in it; needs no card."""
        place = "sm_{}{}".format(*capability)
        path = cache.root() / f"cuda-{_toolchain()}" / f"{self.name}-{self.words}-{place}.cubin"
        stored = cache.read(path)
        if stored is None:
            from . import jit

            assembly = jit.ptx(self.name, self.text, self.words, capability)
            stored = jit.linked(assembly, capability), entry_of(assembly)
            cache.save(path, stored, self.text)
        return stored


def entry_of(assembly):
    """The name of the only entry in PTX."""
    found = re.findall(r"\.visible \.entry (\w+)\(", assembly)
    if len(found) != 1:
        raise NotImplementedError(
            f"entry_of: expected one entry in PTX; got {found or assembly}; try the numba-cuda that"
            f" tensorlite asks for"
        )
    return found[0]


@functools.cache
def _toolchain():
    """What machine code depends on besides the text."""
    versions = []
    for package in PACKAGES:
        try:
            versions.append(importlib.metadata.version(package))
        except importlib.metadata.PackageNotFoundError:
            versions.append(None)
    parts = (versions, cache.numba_settings(), imports.reached(*COMPILER))
    return cache.digest(repr(parts))
