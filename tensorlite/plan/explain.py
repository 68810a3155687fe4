"""`compiled.explain()`: what the steps of its plans do, how long they take, and their sources."""

import html
import os
from dataclasses import dataclass, field
from typing import Any

from ..device import device_of
from ..errors import expected
from ..kernels import files
from ..kernels.cpu import threads
from ..kernels.cpu.launch import Launch
from ..tensor import Spec
from .peaks import level_of, peak
from .tables import Table, count, microseconds, plural, short_place
from .timing import shadow_times

SHORTEST = 2e-7  # seconds below which no rate is told
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
            f"{self.title}: {plural(len(self.steps), 'step')} ({self.recorded} recorded)",
            f"{microseconds(self.seconds)} us",
            f"{count(self.arena_bytes, 'B')} of temporary memory",
        ]
        if self.eager_bytes is not None:
            parts[-1] += f" (eager: {count(self.eager_bytes, 'B')})"
        if self.calls is not None:
            parts.append(plural(self.calls, "call"))
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

    def __init__(self, name: str, plans, recompiles: list[str], peak) -> None:
        self.name, self.plans, self.recompiles, self.peak = name, plans, recompiles, peak

    def source(self, number: int, plan: int = 0) -> str:
        """The Python source of the kernel of a step, by its number in the table of a plan."""
        steps = self.plans[plan].steps if self.plans else []
        if not 1 <= number <= len(steps):
            raise IndexError(
                expected("source", f"a step from 1 to {len(steps)}", str(number), "print(self)")
            )
        return steps[number - 1].launch.source

    def to_python(self, path: str | os.PathLike[str], plan: int = 0) -> None:
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
        steps = plural(len(found.steps), "kernel")
        text = script(f"{self.name}: {found.title}, {steps}.", found.replay, found.plan)
        files.replace(path, text.encode(), durable=False)

    def _parts(self):
        """Texts, lists and tables, in order."""
        yield (f"{self.name}: {plural(len(self.plans), 'plan')}, "
               f"{plural(len(self.recompiles), 'recompile')}")  # fmt: skip
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
    yield _report(f"({arguments})", plan.forward, recorded, plan)
    if node is not None and node.replay is not None:
        yield _report(f"gradients of ({arguments})", node.replay, node.recorded)


def _report(title, replay, recorded, plan=None):
    seconds = shadow_times(replay)
    device = device_of(replay.steps)
    steps = []
    for number, (step, spent) in enumerate(zip(replay.steps, seconds, strict=True), 1):
        launch, work = step.launch, step.launch.work
        shape, nbytes, flops = ((launch.items,), None, None) if work is None else (
            work.shape, work.nbytes, work.flops)  # fmt: skip
        level = level_of(launch, nbytes or 0, device)
        steps.append(
            StepReport(number, launch.label, shape, nbytes, flops, spent, step.place, launch, level)
        )
    notes = list(getattr(replay, "notes", None) or ())
    eager, calls = (None, None) if plan is None else (plan.eager_bytes, plan.calls)
    return PlanReport(title, steps, recorded, notes, replay.arena_bytes, eager, calls, replay, plan)
