"""A plan as one Python file that runs by itself: its kernels, its memory, its steps."""

import ctypes

import numpy as np

from ..device import CPU
from ..errors import expected
from ..kernels import cache
from ..kernels.cpu.host import HostLaunch
from ..kernels.cpu.script import MARK, functions_of, packed
from ..version import __version__
from .outputs import Result
from .tables import plural

HEADER = '''"""{title}

Run this file to time its kernels. Change a kernel, and run it again: those that you have not
changed are not compiled again. `call(*arrays)` runs all steps on arguments of yours{results}.
Memory that the plan found outside, such as parameters, is here as it was when this was written, and
so is what the host renews for each call, such as the number of a step.

Written by tensorlite {version}.
"""

import numpy as np
from tensorlite.kernels.cpu.jit import *
from tensorlite.kernels.cpu.primitives import *
from tensorlite.kernels.cpu.script import Block, Entry, Program

'''
FOOTER = '''

# ---- calls


def call(*arrays):
    """Put arrays in the places of the arguments, and run all steps; the results as arrays."""
    for array, (address, *form) in zip(arrays, ARGUMENTS):
        program.view(address, *form)[...] = array
    program.run()
    return [program.view(address, *form).copy() for address, *form in RESULTS]


if __name__ == "__main__":
    program.report()
'''


def script(title, replay, plan=None):
    """
    The text of a file.

    Parameters
    ----------
    title : str
    replay : Replay
    plan : Plan, optional
        Whose arguments and results it has.

    Raises
    ------
    ValueError
        If a step is none of a kernel in Python, or runs on a card.
    """
    for step in replay.steps:
        if isinstance(step.launch, HostLaunch) or step.device is not CPU:
            what = f"{step.launch.label}, which NumPy or a card computes"
            raise ValueError(expected("to_python", "kernels on the CPU", what, "explain()"))
    writer = _Writer(replay)
    for step, (launch, operands) in zip(replay.steps, replay.tape.steps, strict=True):
        writer.step(step, launch, operands)
    ends = [] if plan is None else [(len(plan.starts) + r.number, r.offset, r.spec)
                                    for r in plan.results if type(r) is Result]  # fmt: skip
    begins = [] if plan is None else [
        (k, plan.starts[k], spec) for k, spec in enumerate(plan.specs)
    ]
    told = f" and returns {plural(len(ends), 'result')}" if ends else ""
    text = HEADER.format(title=title, results=told, version=__version__)
    text += "\n\n\n".join(writer.functions.values()) + f"\n\n\n{MARK}\n\n"
    steps = "\n".join(writer.steps)
    forms = [f"{name} = [\n{''.join([writer.form(*each) for each in them])}]"
             for name, them in (("ARGUMENTS", begins), ("RESULTS", ends))]  # fmt: skip
    memory = "\n".join(["program = Program(__file__)", *writer.lines(), *forms])
    return f"{text}{memory}\n\n# ---- steps\n\n{steps}\n{FOOTER}"


class _Writer:
    """Collects functions, memory and steps."""

    def __init__(self, replay):
        self.arenas, self.functions, self.steps = replay.arenas, {}, []
        self.sizes, self.names, self.made = {}, {}, []
        self.tables = {id(array): cells for array, cells in replay.tape.tables}

    def lines(self):
        """Those that make memory."""
        given = [f"given{base} = program.memory({size})"
                 for base, size in sorted(self.sizes.items())]  # fmt: skip
        arenas = [f"arena{k} = program.memory({arena.nbytes})"
                  for k, arena in enumerate(self.arenas)]  # fmt: skip
        return [*arenas, *given, *self.made]

    def form(self, base, start, spec):
        """Where an argument or a result lies, its shape, strides in bytes, and dtype."""
        room = start + max(1, spec.numel * spec.dtype.itemsize)
        self.sizes[base] = max(self.sizes.get(base, 1), room)
        strides = tuple(step * spec.dtype.itemsize for step in spec.strides)
        return f"    (given{base} + {start}, {spec.shape}, {strides}, '{spec.dtype.name}'),\n"

    # ---- addresses

    def address(self, region, offset, base, at):
        """The expression of an address."""
        if region is None:
            return str(at)
        if base is not None:
            self.sizes[base] = max(self.sizes.get(base, 1), at - offset + region.nbytes)
            return f"given{base} + {at}"
        for k, arena in enumerate(self.arenas):
            if arena.start <= at < arena.start + max(1, arena.nbytes):
                return f"arena{k} + {at - arena.start}"
        return f"{self.memory(region)} + {offset}"

    def memory(self, region):
        """The name of memory whose content is written out."""
        if region not in self.names:
            self.names[region] = name = f"memory{len(self.names)}"
            buffer = region.buffer
            if hasattr(buffer, "dtype") and np.isfinite(buffer).all():
                values = buffer.reshape(-1).tolist()
                self.made.append(f"{name} = program.array({values}, '{buffer.dtype.name}')")
            else:
                data = ctypes.string_at(region.start, region.nbytes)
                self.made.append(f"{name} = program.memory({region.nbytes}, {packed(data)!r})")
        return self.names[region]

    def table(self, table):
        """Memory in which addresses stand among numbers."""
        if table.region in self.names:
            return
        words = [str(word) for word in table.array.tolist()]
        cells = zip(table.cells, self.tables[id(table.array)], strict=True)
        for (position, region, offset, _), (_, base, at) in cells:
            words[position] = self.address(region, offset, base, at)
        self.names[table.region] = name = f"memory{len(self.names)}"
        self.made.append(f"{name} = program.array([{', '.join(words)}], 'int64')")

    # ---- steps

    def kernel(self, entry):
        """The name of a kernel whose text is there."""
        name, text = cache.source(entry)
        self.functions |= functions_of(text)
        return name

    def step(self, step, launch, operands):
        """Write a step."""
        for table in step.tables:
            self.table(table)
        given = [self.address(*operand, *placed)
                 for operand, placed in zip(step.operands, operands, strict=True)]  # fmt: skip
        told = f"{self.kernel(launch.entry)}, {launch.items}, {launch.grain}"
        place = f"place={str(step.place)!r}"
        if not launch.parts:
            self.steps.append(
                f"program.step({told}, [{', '.join(given)}],\n             "
                f"{_numbers(launch.geometry)}, {place})"
            )
            return
        parts = []
        for part, own in zip(launch.parts, launch.split(given), strict=True):
            words = _numbers(part.geometry)
            parts.append(f"    ({self.kernel(part.entry)}, [{', '.join(own)}], {words}),\n")
        blocks = [-(k + 1) << 40 for k in range(len(parts))]
        known = {part.entry: f"Entry({k})" for k, part in enumerate(launch.parts)}
        known |= {block: f"Block({k})" for k, block in enumerate(blocks)}
        head = ", ".join(known.get(int(word), str(int(word))) for word in launch.head(blocks))
        self.steps.append(
            f"program.step({told}, geometry=[{head}], parts=[\n{''.join(parts)}], {place})"
        )


def _numbers(geometry):
    return "[]" if geometry is None else str(geometry.tolist())
