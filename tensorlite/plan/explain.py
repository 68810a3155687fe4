"""`compiled.explain()`: what the steps of its plans do, how long they take, and their sources."""

import ctypes
import functools
import html
import time
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from ..device import CPU, device, device_of
from ..errors import expected
from ..kernels import files
from ..kernels.cpu import machine, native, threads
from ..kernels.cpu.launch import Launch
from ..kernels.language.program import Program
from ..storage import allocate
from ..tensor import Spec
from .tables import Table, count, microseconds, short_place

BUDGET = 0.25  # seconds to spend on timing a plan
MOST, FEWEST = 50, 9  # replays: the median bears four that something else has disturbed
SHORTEST = 2e-7  # seconds below which no rate is told
COPIED = 1 << 26  # bytes
SIDE = 512  # of the measured product
TITLES = ("#", "<kernel", "<shape", "bytes", "flops", "us", "% of time", "GB/s", "<% of", "GFLOP/s",
          "%", "<line")  # fmt: skip


# ------------------------------------------------------------------ what an explanation holds


@dataclass(frozen=True)
class StepReport:
    """
    A step of a plan.

    Attributes
    ----------
    number : int
        From 1.
    kernel : str
    shape : tuple of int
        Of what it works on: extents of a loop, (m, n, k) of a product, or its number of items.
    nbytes, flops : int or None
        Read and written; and operations, where they are known.
    seconds : float
        Median of some replays.
    place : str
        The user's line; that of the forward call, for a kernel of a backward.
    level : str
        The cache that holds all its bytes, or "memory".
    """

    number: int
    kernel: str
    shape: tuple[int, ...]
    nbytes: int | None
    flops: int | None
    seconds: float
    place: str
    launch: Launch = field(repr=False)
    level: str = "memory"

    def row(self, peak, total):
        """Its cells in a table of steps that take `total` seconds."""
        shape = "x".join(map(str, self.shape))
        bandwidth, share = self._rate(self.nbytes, peak.of(self.level))
        return (
            str(self.number), self.kernel, shape, count(self.nbytes, "B"), count(self.flops),
            microseconds(self.seconds), f"{100 * self.seconds / (total or 1.0):.0f}", bandwidth,
            share if share == "-" else f"{share} {self.level}",
            *self._rate(self.flops, peak.flops), short_place(self.place),
        )  # fmt: skip

    def rate(self, number):
        """So many per second; None where that is not known."""
        return None if number is None or self.seconds < SHORTEST else number / self.seconds

    def _rate(self, number, most):
        rate = self.rate(number)
        return ("-", "-") if rate is None else (f"{rate / 1e9:.3g}", f"{100 * rate / most:.0f}")


@dataclass(frozen=True)
class PlanReport:
    """
    Steps that run together.

    Attributes
    ----------
    title : str
        The arguments; or that these steps compute gradients.
    steps : list of StepReport
    recorded : int
        Steps before fusion.
    notes : list of str
        What was fused, and what was not and why.
    arena_bytes, eager_bytes : int
        Temporary memory of the plan; and the most that eager execution holds at once.
    calls : int
    """

    title: str
    steps: list[StepReport]
    recorded: int
    notes: list[str]
    arena_bytes: int
    eager_bytes: int | None = None
    calls: int | None = None
    replay: Any = field(default=None, repr=False)
    plan: Any = field(default=None, repr=False)

    @property
    def seconds(self):
        """Of all steps together."""
        return sum(step.seconds for step in self.steps)

    @property
    def summary(self):
        """One line of totals."""
        parts = [
            f"{self.title}: {_plural(len(self.steps), 'step')} ({self.recorded} recorded)",
            f"{microseconds(self.seconds)} us",
            f"{count(self.arena_bytes, 'B')} of temporary memory",
        ]
        if self.eager_bytes is not None:
            parts[-1] += f" (eager: {count(self.eager_bytes, 'B')})"
        if self.calls is not None:
            parts.append(_plural(self.calls, "call"))
        return ", ".join(parts)

    def table(self, peak):
        """The steps as a Table."""
        return Table(TITLES, [step.row(peak, self.seconds) for step in self.steps])


class Explanation:
    """
    What a compiled function does, as measured on this machine.

    Attributes
    ----------
    plans : list of PlanReport
    recompiles : list of str
    peak : Peak
    """

    def __init__(self, name, plans, recompiles, peak):
        self.name, self.plans, self.recompiles, self.peak = name, plans, recompiles, peak

    def source(self, number, plan=0):
        """The Python source of the kernel of a step, by its number in the table of a plan."""
        steps = self.plans[plan].steps if self.plans else []
        if not 1 <= number <= len(steps):
            raise IndexError(
                expected("source", f"a step from 1 to {len(steps)}", str(number), "print(self)")
            )
        return steps[number - 1].launch.source

    def to_python(self, path, plan=0):
        """
        Write a plan as one Python file that runs by itself: its kernels, memory and steps.

        Parameters
        ----------
        path : str or os.PathLike
        plan : int
            Which of `plans`.

        Raises
        ------
        IndexError
            If there is no such plan.
        ValueError
            If a step runs on a card, or is computed by NumPy.

        Notes
        -----
        ``python FILE`` prints the time of each kernel; ``call(*arrays)`` in it runs the plan on
        NumPy arrays. A reader can change a kernel and run it again. Parameters and what else the
        plan found outside are in the file, as they are now.
        """
        if not -len(self.plans) <= plan < len(self.plans):
            told = f"a plan from 0 to {len(self.plans) - 1}" if self.plans else "a plan"
            raise IndexError(expected("to_python", told, str(plan), "print(self)"))
        from .script import script

        found = self.plans[plan]
        steps = _plural(len(found.steps), "kernel")
        text = script(f"{self.name}: {found.title}, {steps}.", found.replay, found.plan)
        files.replace(path, text.encode(), durable=False)

    def _parts(self):
        """Texts, lists and tables, in order."""
        yield (f"{self.name}: {_plural(len(self.plans), 'plan')}, "
               f"{_plural(len(self.recompiles), 'recompile')}")  # fmt: skip
        if not self.plans:
            yield "call it first: there is nothing to explain yet"
            return
        for plan in self.plans:
            yield plan.summary
            yield plan.table(self.peak)
            if plan.notes:
                yield plan.notes
        if self.recompiles:
            yield [f"recorded again because of {reason}" for reason in self.recompiles]
        yield str(self.peak)

    def __str__(self):
        parts = ("\n".join(p) if isinstance(p, list) else str(p) for p in self._parts())
        return "\n\n".join(parts)

    __repr__ = __str__

    def _repr_html_(self):
        return "".join(
            part._repr_html_() if isinstance(part, Table)
            else "<ul>" + "".join(f"<li>{html.escape(note)}</li>" for note in part) + "</ul>"
            if isinstance(part, list) else f"<p>{html.escape(part)}</p>"
            for part in self._parts()
        )  # fmt: skip

    def __rich__(self):
        from rich.console import Group
        from rich.text import Text

        return Group(*(
            part if isinstance(part, Table)
            else Text("\n".join(part) if isinstance(part, list) else part)
            for part in self._parts()
        ))  # fmt: skip


def explain(compiled):
    """The Explanation of a Compiled."""
    device = device_of(step for plan in compiled.at_hand() for step in plan.steps)
    most = peak(threads.get_num_threads(), device)
    plans = [each for key, plans in compiled._plans.items()
             for plan in plans for each in _reports(key, plan)]
    steps = [step for plan in plans for step in plan.steps]
    return Explanation(compiled._label, plans, list(compiled.recompiles), most.seen(steps))


def _reports(key, plan):
    """What a Plan runs at each call; and the gradients of its results, once they were asked for."""
    specs = (part[0] if isinstance(part, tuple) and part else part for part in key)
    arguments = ", ".join(repr(spec) for spec in specs if isinstance(spec, Spec))
    node = plan.node
    recorded = plan.recorded - (0 if node is None else node.recorded)
    yield _report(f"({arguments})", plan.forward, recorded, plan.eager_bytes, plan.calls,
                  plan.forward, plan)  # fmt: skip
    if node is not None and node.replay is not None:
        yield _report(f"gradients of ({arguments})", node.replay, node.recorded, None, None,
                      node.replay)  # fmt: skip


def _report(title, plan, recorded, *others):
    seconds = shadow_times(plan)
    device = device_of(plan.steps)
    steps = []
    for number, (step, spent) in enumerate(zip(plan.steps, seconds, strict=True), 1):
        launch, work = step.launch, step.launch.work
        shape, nbytes, flops = ((launch.items,), None, None) if work is None else (
            work.shape, work.nbytes, work.flops)  # fmt: skip
        level = level_of(launch, nbytes or 0, device)
        steps.append(
            StepReport(number, launch.label, shape, nbytes, flops, spent, step.place, launch, level)
        )
    notes = list(getattr(plan, "notes", None) or ())
    return PlanReport(title, steps, recorded, notes, plan.arena_bytes, *others)


def _plural(number, noun):
    return f"{number} {noun}" + ("" if number == 1 else "s")


# ------------------------------------------------------------------ timed replay


def shadow_times(plan):
    """The median seconds of each step of a Replay."""
    tape, memory = shadow(plan)
    tape.clock()
    runs, end = [], time.perf_counter() + BUDGET
    while len(runs) < MOST and (len(runs) < FEWEST or time.perf_counter() < end):
        runs.append(tape.clock())
    del memory
    nothing = tape.idle()
    return [max(0.0, float(spent) - nothing) for spent in np.median(runs, axis=0)]


def shadow(plan):
    """A tape like a Replay's, which writes where nobody looks, and the memory that it needs.

    The arena is nobody's between two calls, so it stays; so does memory that is only read.
    """
    changed = {region for step in plan.steps for region, _, written in step.accesses() if written}
    copies, memory = {}, []

    def temporary(at):
        return any(arena.start <= at < arena.start + arena.nbytes for arena in plan.arenas)

    def place(region, offset, base, at):
        if region in copies:
            return copies[region] + offset
        own = region is None or (base is None and region not in changed)
        if own or (base is None and temporary(at)):
            return at
        copies[region] = _zeros(region.nbytes, memory, region.device)
        if base is None:
            _copy(region.device, copies[region], region.start, region.nbytes)
        return copies[region] + offset

    cells, tables = {id(array): found for array, found in plan.tape.tables}, {}
    for step in plan.steps:
        for table in step.tables:
            array = table.array.copy()
            copies[table.region] = native.address_of(array)
            moved = [
                (position, None, place(region, offset, base, at))
                for (position, region, offset, _), (_, base, at) in zip(
                    table.cells, cells[id(table.array)], strict=True)
            ]  # fmt: skip
            tables[id(table)] = array, moved
            memory.append(array)
    steps = [
        (launch, [(None, place(*operand, *placed))
                  for operand, placed in zip(step.operands, operands, strict=True)])
        for step, (launch, operands) in zip(plan.steps, plan.tape.steps, strict=True)
    ]  # fmt: skip
    return type(plan.tape)(steps, list(tables.values())), memory


def _zeros(nbytes, memory, device=CPU):
    """The address of new memory, aligned to 64; its pages are there."""
    storage = allocate(nbytes + 64, device)
    memory.append(storage)
    if device is CPU:
        ctypes.memset(storage.address, 0, nbytes + 64)
    else:
        device.kernels.driver.fill_zero(storage.address, nbytes + 64)
    return -(-storage.address // 64) * 64


def _copy(device, target, source, nbytes):
    if device is CPU:
        ctypes.memmove(target, source, nbytes)
    else:
        device.kernels.driver.copy_within(target, source, nbytes)


# ------------------------------------------------------------------ what this machine can do


def level_of(launch, nbytes, device):
    """The smallest cache that holds so many bytes, in all cores where all take part; or memory."""
    if device is not CPU:
        return "memory"
    cores = threads.get_num_threads() if launch.large else 1
    first, second, third = machine.current().caches
    rooms = {"L1": first * cores, "L2": second * cores, "L3": third}
    return next((level for level, room in rooms.items() if nbytes <= room), "memory")


@dataclass(frozen=True)
class Peak:
    """
    What to compare with: bytes and operations per second of this machine.

    Attributes
    ----------
    bandwidth, flops : float
        Of memory, and of arithmetic.
    threads : int
    caches : dict of str to float
        The bandwidth of "L1", "L2" and "L3".
    """

    bandwidth: float
    flops: float
    threads: int
    device: device = CPU
    copied: int = COPIED
    side: int = SIDE
    caches: dict[str, float] = field(default_factory=dict)

    def of(self, level):
        """The bandwidth of a level."""
        return self.caches.get(level, self.bandwidth)

    def seen(self, steps):
        """This peak, or what a step has reached, where that is more."""
        caches, bandwidth, flops = dict(self.caches), self.bandwidth, self.flops
        for step in steps:
            rate, flops = step.rate(step.nbytes) or 0.0, max(flops, step.rate(step.flops) or 0.0)
            if step.level in caches:
                caches[step.level] = max(caches[step.level], rate)
            else:
                bandwidth = max(bandwidth, rate)
        return replace(self, bandwidth=bandwidth, flops=flops, caches=caches)

    def __str__(self):
        who = _plural(self.threads, "thread") if self.device is CPU else str(self.device)
        caches = "".join(f", {rate / 1e9:.3g} in {level}" for level, rate in self.caches.items())
        return (
            f"100 %: {self.bandwidth / 1e9:.3g} GB/s in memory{caches}, copies of what fits; "
            f"{self.flops / 1e9:.3g} GFLOP/s, a float32 product of "
            f"{self.side} x {self.side} x {self.side}; or what a step has reached; {who}"
        )


@functools.cache
def peak(count, device=CPU):
    """The Peak with `count` threads, or that of a card, measured once."""
    memory, kernels = [], device.kernels
    simulated = device is not CPU and kernels.launch.SIMULATED
    copied, side = (1 << 8, 4) if simulated else (COPIED, SIDE)
    program = Program.single(_same, ("float32",), "float32", ("float32",))
    copy = kernels.elementwise.launch(program, (copied // 4,), [(4,), (4,)])
    x, y = _zeros(copied, memory, device), _zeros(copied, memory, device)
    bandwidth = copy.work.nbytes / _fastest(lambda: copy.run(x, y), device)
    strides = (4 * side, 4)
    product = kernels.matmul.plan("float32", side, side, side, strides, strides, strides)
    bases = [_zeros(4 * side * side, memory, device) for _ in range(4)]
    bases += [_zeros(product.scratch_bytes, memory, device), 0]

    def multiply():
        for step in product.steps:
            step.launch.run(*[bases[base] + offset for base, offset in step.operands])

    flops = 2 * side**3 / _fastest(multiply, device)
    caches = _caches(program, memory) if device is CPU else {}
    return Peak(bandwidth, flops, count, device, copied, side, caches)


def _caches(program, memory):
    """The bandwidth of each cache of a core: of a copy that takes half of it, again and again."""
    found = {}
    for level, room in zip(("L1", "L2", "L3"), machine.current().caches, strict=True):
        n = room // 16  # float32, two arrays
        copy = CPU.kernels.elementwise.launch(program, (n,), [(4,), (4,)])
        x, y = _zeros(4 * n, memory), _zeros(4 * n, memory)
        again = max(1, min(64, COPIED // room))
        tape = CPU.kernels.play.Tape([(copy, [(None, x), (None, y)])] * again)
        found[level] = again * copy.work.nbytes / _fastest(tape.run, CPU)
    return found


def _fastest(function, device):
    wait = (lambda: None) if device is CPU else device.kernels.driver.synchronize
    times = []
    for _ in range(8):
        wait()
        begin = time.perf_counter()
        function()
        wait()
        times.append(time.perf_counter() - begin)
    return min(times)


def _same(x):
    return x
