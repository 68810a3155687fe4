"""`tensorlite.profile`: the kernels that eager code runs, and the time that they take."""

import gzip
import json
import os
import threading
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from ..declare import offer
from ..errors import expected
from ..gate import gated
from ..graph import place_of, user_frame
from ..kernels import files, interpreters
from ..kernels.internals import cpython
from ..kernels.interpreters import Interpreter
from .tables import Table, count, microseconds

_starting = threading.Lock()
ORDERS = {
    "cpu_time_total": lambda average: -average.cpu_time_total,
    "self_cpu_time_total": lambda average: -average.cpu_time_total,
    "cpu_time": lambda average: -average.cpu_time,
    "count": lambda average: -average.count,
    "key": lambda average: average.key,
}


@dataclass(frozen=True, slots=True)
class Event:
    """A kernel that ran, or the replay of a compiled function, at a line of the user's."""

    name: str
    begin: float
    seconds: float
    work: object
    code: object
    lasti: int
    thread: int
    block: bool = False  # a block that the user named, with all that ran in it

    @property
    def place(self):
        """The user's line."""
        return place_of(self.code, self.lasti)

    def trace_event(self, start):
        """What Chrome's trace event format calls a complete event."""
        args = {"line": self.place}
        if self.work is not None:
            args |= {"shape": list(map(int, self.work.shape)), "bytes": int(self.work.nbytes)}
        return {
            "name": self.name, "cat": "user_annotation" if self.block else "kernel", "ph": "X",
            "ts": 1e6 * (self.begin - start), "dur": 1e6 * self.seconds,
            "pid": os.getpid(), "tid": self.thread, "args": args,
        }  # fmt: skip


@dataclass(slots=True)
class Average:
    """All calls of one kernel; times in microseconds."""

    key: str
    count: int = 0
    cpu_time_total: float = 0.0
    nbytes: int | None = 0
    block: bool = False

    def add(self, event):
        """Count an event."""
        self.count += 1
        self.cpu_time_total += 1e6 * event.seconds
        known = self.nbytes is not None and event.work is not None
        self.nbytes = self.nbytes + event.work.nbytes if known else None

    @property
    def cpu_time(self):
        """The mean."""
        return self.cpu_time_total / self.count


class Averages(list):
    """A list of Average, which prints as a table; blocks count in no total: kernels do."""

    def table(self, sort_by="cpu_time_total", row_limit=100):
        """
        The averages as text.

        Parameters
        ----------
        sort_by : str, optional
            "cpu_time_total", "cpu_time" (the mean), "count" or "key"; None: as they came.
        row_limit : int
        """
        return str(self._table(sort_by, row_limit))

    def _table(self, sort_by="cpu_time_total", row_limit=100):
        if sort_by is not None and sort_by not in ORDERS:
            names = " or ".join(map(repr, ORDERS))
            raise ValueError(expected("table", f"sort_by {names}", repr(sort_by), "sort_by=None"))
        averages = self if sort_by is None else sorted(self, key=ORDERS[sort_by])
        total = sum(a.cpu_time_total for a in self if not a.block) or 1.0
        rows = [
            (a.key, str(a.count), microseconds(a.cpu_time_total / 1e6),
             microseconds(a.cpu_time / 1e6), f"{100 * a.cpu_time_total / total:.1f}",
             count(a.nbytes, "B"))
            for a in averages[:row_limit]
        ]  # fmt: skip
        return Table(("<kernel", "calls", "total us", "mean us", "%", "bytes"), rows)

    __str__ = table

    def _repr_html_(self):
        return self._table()._repr_html_()

    def __rich__(self):
        return self._table()


class Stopwatch(Interpreter):
    """Runs every launch, and appends an Event to `events`."""

    def __init__(self, events):
        self.events = events

    def launch(self, launch, operands):
        """Run a launch and note how long it took."""
        label = launch.label  # compiles the kernel, if need be, before the clock runs
        begin = perf_counter()
        status = launch.run(*operands)
        end = perf_counter()
        self._note(label, begin, end, launch.work)
        return status

    def replay(self, tape, bases):
        """Replay a plan as one event."""
        begin = perf_counter()
        failed = tape.run(*bases)
        self._note(tape.label, begin, perf_counter(), None)
        return failed

    def note_block(self, name, begin, end):
        """Append the Event of a block that has ended, or of the call of a function."""
        self._note(name, begin, end, None, True)

    def _note(self, name, begin, end, work, block=False):
        code, lasti = user_frame(cpython.frame(2))
        thread = threading.get_native_id()
        self.events.append(Event(name, begin, end - begin, work, code, lasti, thread, block))


class Profile:
    """
    What ran in a `with` block; see `tensorlite.profile`.

    Attributes
    ----------
    events : list of Event
    seconds : float
        That the block took, with all of its Python.
    """

    def __init__(self):
        self.events = []
        self.start = self.seconds = 0.0

    def __enter__(self):
        with _starting:
            if interpreters.current() is None:
                interpreters.stand_everywhere(Stopwatch(self.events))
                self.start = perf_counter()
                return self
        raise RuntimeError(
            expected("profile", "one profile at a time, around compiled functions",
                     "one inside another, or inside a compiled function", "one outer block")
        )  # fmt: skip

    def __exit__(self, *error):
        self.seconds += perf_counter() - self.start
        interpreters.stand_everywhere(None)

    # ---- what it found

    def key_averages(self):
        """The events by kernel, as Averages."""
        found = {}
        for event in self.events:
            average = found.setdefault((event.name, event.block), Average(event.name))
            average.block = event.block
            average.add(event)
        return Averages(found.values())

    def table(self, sort_by="cpu_time_total", row_limit=100):
        """The kernels as text, see `Averages.table`."""
        return self.key_averages().table(sort_by, row_limit)

    def __str__(self):
        kernels = [event for event in self.events if not event.block]
        spent = sum(event.seconds for event in kernels)
        return (
            f"{self.table()}\n\n{len(kernels)} launches, {microseconds(spent)} us of "
            f"{microseconds(self.seconds)} us: the rest is Python"
        )

    __repr__ = __str__

    def _repr_html_(self):
        return self.key_averages()._repr_html_()

    def __rich__(self):
        return self.key_averages()._table()

    def export_chrome_trace(self, path):
        """Write the events for chrome://tracing and https://ui.perfetto.dev.

        Parameters
        ----------
        path : str or os.PathLike
            Of a JSON file in Chrome's trace event format, packed if it ends with ``.gz``.
        """
        events = [event.trace_event(self.start) for event in self.events]
        written = json.dumps({"traceEvents": events, "displayTimeUnit": "ms"}).encode()
        packed = gzip.compress(written) if os.fspath(path).endswith(".gz") else written
        files.replace(path, packed, durable=False)


def profile() -> Any:
    """
    Note every kernel that runs in a block, and how long it takes.

    Returns
    -------
    Profile
        Prints as a table of kernels; `key_averages().table(sort_by=...)` is that table,
        `events` what ran in order, `export_chrome_trace(path)` a file for Perfetto.

    Raises
    ------
    RuntimeError
        If there is one already, or inside a compiled function.

    Notes
    -----
    A call of a compiled function is one event; its `explain()` tells more. Kernels are timed in
    all threads. Ops take longer under a profile, kernels do not.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.ones(100, 100)
    >>> with tl.profile() as prof:
    ...     y = (x @ x).relu()
    ...     z = y.relu()
    >>> print(prof.key_averages().table(sort_by="count"))
    kernel  ...
    >>> [average.count for average in prof.key_averages() if average.key == "RELU"]
    [2]
    """
    return Profile()


offer("profile", gated(profile))
