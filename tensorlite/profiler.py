"""Profiles under PyTorch's names: windows of steps, and blocks with names, over `profile`."""

import contextlib
import enum
import os
import socket
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter
from typing import Any, Self

from .absent import listing as _listing
from .absent import no_such
from .docstrings import document as _document
from .errors import expected
from .kernels import interpreters
from .plan.profiling import Averages, Event, Profile, Stopwatch

__all__ = [
    "ProfilerAction", "ProfilerActivity", "profile", "record_function", "schedule",
    "supported_activities", "tensorboard_trace_handler",
]  # fmt: skip
__dir__ = _listing(__name__)


class ProfilerActivity(enum.Enum):
    """What is watched: of the CPU, all that runs here; cards have profilers of their own.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.profiler.ProfilerActivity.CPU.name
    'CPU'
    """

    CPU = 0
    CUDA = 1
    XPU = 2
    MTIA = 3


class ProfilerAction(enum.Enum):
    """What a profile does in a step, as a `schedule` answers.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.profiler.ProfilerAction.RECORD.name
    'RECORD'
    """

    NONE = 0
    WARMUP = 1
    RECORD = 2
    RECORD_AND_SAVE = 3  # the last step of a window


_NOTING = (ProfilerAction.RECORD, ProfilerAction.RECORD_AND_SAVE)


def supported_activities() -> set[ProfilerActivity]:
    """What can be watched: the CPU.

    Returns
    -------
    set of ProfilerActivity

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.profiler.supported_activities()
    {<ProfilerActivity.CPU: 0>}
    """
    return {ProfilerActivity.CPU}


def schedule(
    *,
    wait: int,
    warmup: int,
    active: int,
    repeat: int = 0,
    skip_first: int = 0,
    skip_first_wait: int = 0,
) -> Callable[[int], ProfilerAction]:
    """
    Cycles of steps that are let pass and of steps that are noted, for `profile`.

    Parameters
    ----------
    wait, warmup : int
        The steps that pass in each cycle. Kernels compile in their first call, so let it pass.
    active : int
        The steps that are noted after them.
    repeat : int
        The cycles; 0: as long as there are steps.
    skip_first : int
        The steps before the first cycle.
    skip_first_wait : int
        Whether the first cycle goes without `wait`.

    Returns
    -------
    callable
        What a profile does in a step, by the number of the step.

    Raises
    ------
    ValueError
        If a number is negative, or `active` is none.

    Examples
    --------
    >>> import tensorlite as tl
    >>> at = tl.profiler.schedule(wait=1, warmup=0, active=2, repeat=1)
    >>> [at(step).name for step in range(4)]
    ['NONE', 'RECORD', 'RECORD_AND_SAVE', 'NONE']
    """
    if min(wait, warmup, repeat, skip_first) < 0 or active < 1:
        got = f"{wait=}, {warmup=}, {active=}, {repeat=}, {skip_first=}"
        raise ValueError(expected("schedule", "counts, and an active step", got, "active=1"))
    cycle = wait + warmup + active

    def action(step: int) -> ProfilerAction:
        if step < 0:
            raise ValueError(expected("schedule", "a step of at least 0", f"{step}", "0"))
        place = step - skip_first + (wait if skip_first_wait else 0)
        if step < skip_first or (repeat and place >= repeat * cycle) or place % cycle < wait:
            return ProfilerAction.NONE
        if place % cycle < wait + warmup:
            return ProfilerAction.WARMUP
        return _NOTING[place % cycle == cycle - 1]

    return action


def _always(step: int) -> ProfilerAction:
    return ProfilerAction.RECORD


def tensorboard_trace_handler(
    dir_name: str | os.PathLike[str], worker_name: str | None = None, use_gzip: bool = False
) -> Callable[["profile"], None]:
    """
    What `profile` calls at the end of a window, to write its trace into a folder.

    Parameters
    ----------
    dir_name : str or os.PathLike
        The folder; it is made if it is not there.
    worker_name : str, optional
        How the names of the files begin; by default the host and the process.
    use_gzip : bool
        Whether the files are packed.

    Returns
    -------
    callable

    Examples
    --------
    >>> import tempfile, tensorlite as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     handler = tl.profiler.tensorboard_trace_handler(folder, "me")
    ...     with tl.profiler.profile(on_trace_ready=handler):
    ...         x = tl.ones(3) + 1
    """
    worker = worker_name or f"{socket.gethostname()}_{os.getpid()}"

    def handler(prof: "profile") -> None:
        folder = Path(dir_name)
        folder.mkdir(parents=True, exist_ok=True)
        ending = ".pt.trace.json" + ".gz" * use_gzip
        prof.export_chrome_trace(folder / f"{worker}.{time.time_ns()}{ending}")

    return handler


class profile:
    """
    Note every kernel that runs in a block, or in windows of its steps: see `tensorlite.profile`.

    Parameters
    ----------
    activities : iterable of ProfilerActivity, optional
        The CPU is always watched.
    schedule : callable, optional
        What is done in a step, by its number; by default all steps are noted.
    on_trace_ready : callable, optional
        Called with the profile at the end of each window.
    record_shapes, profile_memory, with_stack, with_flops, with_modules : bool
        Without effect: events have shapes, bytes and lines in any case.
    acc_events : bool
        Whether a window adds to the events of those before it.
    experimental_config, execution_trace_observer, use_cuda : optional
        Without effect.
    custom_trace_id_callback : callable, optional
        Without effect.

    Attributes
    ----------
    step_num : int
        How often `step` was called.
    current_action : ProfilerAction

    Raises
    ------
    RuntimeError
        If another profile runs, or inside a compiled function.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.ones(100, 100)
    >>> with tl.profiler.profile(activities=[tl.profiler.ProfilerActivity.CPU]) as prof:
    ...     with tl.profiler.record_function("a block"):
    ...         y = x @ x
    >>> [average.count for average in prof.key_averages() if average.key == "a block"]
    [1]
    """

    def __init__(
        self,
        *,
        activities: Iterable[ProfilerActivity] | None = None,
        schedule: Callable[[int], ProfilerAction] | None = None,
        on_trace_ready: Callable[["profile"], Any] | None = None,
        record_shapes: bool = False,
        profile_memory: bool = False,
        with_stack: bool = False,
        with_flops: bool = False,
        with_modules: bool = False,
        experimental_config: Any = None,
        execution_trace_observer: Any = None,
        acc_events: bool = False,
        use_cuda: bool | None = None,
        custom_trace_id_callback: Callable[[], str] | None = None,
    ) -> None:
        self._action_of = schedule or _always
        self._ready, self._adds = on_trace_ready, acc_events
        self._noted, self._runs = Profile(), False
        self.step_num = 0
        self.current_action = self._action_of(0)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    def start(self) -> None:
        """Begin, as the block does."""
        if self.current_action in _NOTING:
            self._open()

    def stop(self) -> None:
        """End, as the block does: the window that is open is ready."""
        if self._runs:
            self._close()

    def step(self) -> None:
        """End a step: the schedule says what is done in the next."""
        ended, self.step_num = self.current_action, self.step_num + 1
        self.current_action = self._action_of(self.step_num)
        goes_on = self.current_action in _NOTING
        if self._runs and (ended is ProfilerAction.RECORD_AND_SAVE or not goes_on):
            self._close()
        if goes_on and not self._runs:
            self._open()

    def _open(self) -> None:
        if not self._adds:
            self._noted = Profile()
        self._noted.__enter__()
        self._runs = True

    def _close(self) -> None:
        self._noted.__exit__()
        self._runs = False
        if self._ready is not None:
            self._ready(self)

    def events(self) -> list[Event]:
        """What ran, in its order."""
        return self._noted.events

    def key_averages(
        self, group_by_input_shape: bool = False, group_by_stack_n: int = 0
    ) -> Averages:
        """
        The events by kernel, and by name of `record_function`.

        Parameters
        ----------
        group_by_input_shape : bool
            Without effect, as is `group_by_stack_n`.
        group_by_stack_n : int

        Returns
        -------
        Averages
            Print as a table; `table(sort_by=..., row_limit=...)` is that table.
        """
        return self._noted.key_averages()

    def export_chrome_trace(self, path: str | os.PathLike[str]) -> None:
        """
        Write the events for chrome://tracing and https://ui.perfetto.dev.

        Parameters
        ----------
        path : str or os.PathLike
            Of a JSON file in Chrome's trace event format, packed if it ends with ``.gz``.
        """
        self._noted.export_chrome_trace(path)


class record_function(contextlib.ContextDecorator):
    """
    A block, or the calls of a function, as an event of the profile that runs.

    Parameters
    ----------
    name : str
    args : str, optional
        Without effect.

    Examples
    --------
    >>> import tensorlite as tl
    >>> @tl.profiler.record_function("twice")
    ... def twice(x):
    ...     return 2 * x
    >>> with tl.profiler.profile() as prof:
    ...     y = twice(tl.ones(3))
    >>> [event.name for event in prof.events()][-1]
    'twice'
    """

    def __init__(self, name: str, args: str | None = None) -> None:
        self.name, self.args = name, args
        self._begun: list[tuple[Any, float]] = []

    def __enter__(self) -> Self:
        watch = interpreters.current()
        self._begun.append((watch, perf_counter() if isinstance(watch, Stopwatch) else 0.0))
        return self

    def __exit__(self, *error: object) -> None:
        watch, begin = self._begun.pop()
        if isinstance(watch, Stopwatch):
            watch.note_block(self.name, begin, perf_counter())


def __getattr__(name: str) -> Any:
    raise no_such(sys.modules[__name__], name)


_document(globals(), __all__)
