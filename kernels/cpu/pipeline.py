"""How Numba compiles a kernel: the passes that kernels need, and LLVM's once for each entry.

Numba's own pipeline optimises every function and makes machine code of it, whether or not a caller
inlines it; looks for array expressions, closures and literals to unroll, which kernels do not have;
and counts references, which they do not hold. Without all that a kernel compiles twice as fast.
"""

import functools
import re

from ..internals import numba
from . import machine, variants

ROUNDS = re.compile(r'"rounds"="(\d+)"')  # the attribute of a function with long loops
LABEL = re.compile(r'"?([^",\s]+?)"?:$')
BRANCH = re.compile(r'(?:br |, )label %"?([^",\s]+)')
PROMISE = " nsw "  # that an integer does not overflow
METADATA = 1 << 20  # numbers from here on are free


def interleaved(text):
    """LLVM code that asks for as many rounds side by side as `jit.wide` says, in each loop.

    LLVM would take one round at a time of a loop as long as tanh: it then waits for the results of
    one instruction after the other, since the window in which the CPU looks for work is full.
    """
    lines, labels, rounds, hints, asked = [], set(), None, [], 0
    for line in text.splitlines():
        label = LABEL.match(line)
        if line.startswith("define"):
            rounds, labels = ROUNDS.search(line), set()
            asked += rounds is not None
        elif label:
            labels.add(label[1])
        elif rounds and labels.intersection(BRANCH.findall(line)):  # back to where a loop begins
            line += f", !llvm.loop !{METADATA + len(hints)}"
            hints.append(f'!{{!"llvm.loop.interleave.count", i32 {rounds[1]}}}')
        lines.append(line)
    wanted = text.count('"rounds"')
    if asked != wanted or len(hints) < asked:
        raise NotImplementedError(
            f"interleaved: expected {wanted} functions with loops in LLVM's text; got {asked} with "
            f"{len(hints)}; try the llvmlite that tensorlite asks for"
        )
    for number, hint in enumerate(hints, METADATA):
        lines.append(f"!{number} = distinct !{{!{number}, {hint}}}")
    return "\n".join(lines)


def overflowing(text):
    """LLVM code of a function whose integers wrap around where they overflow."""
    made = text.replace(PROMISE, " ")
    for line in made.splitlines():
        if PROMISE.strip() in line.split():
            raise NotImplementedError(
                f"overflowing: expected {PROMISE!r} before a type in LLVM's text; got {line!r}; try"
                f" the llvmlite that tensorlite asks for"
            )
    return made


class Wrapping(numba.Library):
    """A function of integers, whose overflow is defined."""

    def written(self, text):
        return overflowing(text)


class Entry(numba.Compiled):
    """An entry, with the variants for vectors of what it calls."""

    def written(self, text):
        return interleaved(text)

    def optimize(self, module, builder, run):
        names = variants.link(module)
        run()
        if names:
            variants.inline(module, names, builder)


@functools.cache
def target():
    """LLVM for the CPU that `machine` tells of, which need not be all of this one."""
    return numba.Target("tensorlite.kernels", machine.current().cpu, machine.current().features)


def library_of(function, inlined, name):
    """The library that a function goes into."""
    wraps = getattr(function, "wraps", False)
    library = Wrapping if wraps else numba.Library if inlined else Entry
    return library(target(), name)


Pipeline = numba.pipeline(library_of)
