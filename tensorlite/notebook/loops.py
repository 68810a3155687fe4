"""`tensorlite.progress`: how far a loop is, and the curves of what it logs, in a notebook or a
terminal."""

import contextlib
import html
import math
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sized
from typing import Any

from ..errors import expected
from ..gate import gated

EVERY = 0.25  # seconds between two drawings
POINTS = 240  # of a curve
SIZE = 250, 90  # pixels of a curve
BLOCKS = "▁▂▃▄▅▆▇█"


class Progress:
    """
    A loop that shows how far it is; see `tensorlite.progress`.

    Parameters
    ----------
    iterable : iterable
        Batches, epochs, a range.
    total : int, optional
        How many there are; ``len(iterable)``, if that is known.
    label : str
        Stands in front.
    show : bool
        False: only `history` is kept.

    Attributes
    ----------
    done, total : int
        Steps; total is None where nobody knows.
    history : dict of str to list of (int, float)
        What was logged: (steps done, value).
    seconds : float
        Since the loop began.

    Examples
    --------
    >>> import tensorlite as tl
    >>> loop = tl.notebook.Progress(range(3), show=False)
    >>> for step in loop:
    ...     loop.log(loss=step * 0.5)
    >>> loop.done, loop.history["loss"][-1]
    (3, (3, 1.0))
    """

    def __init__(
        self, iterable: Iterable[Any], total: int | None = None, label: str = "", show: bool = True
    ) -> None:
        self._iterable, self.label = iterable, label
        if total is None and isinstance(iterable, Sized):
            with contextlib.suppress(TypeError):
                total = len(iterable)
        self.total, self.done, self.history = total, 0, {}
        self._begin = self._drawn = 0.0
        self._interrupted, self._inside = False, False
        self.seconds = 0.0
        self._view: Any = _view() if show else None

    def __iter__(self) -> Iterator[Any]:
        self.done, self._begin = 0, time.perf_counter()
        with self._deferred():
            try:
                for each in self._iterable:
                    self._inside = True
                    yield each
                    self._inside = False
                    self.done += 1
                    self._draw()
                    if self._interrupted:
                        raise KeyboardInterrupt
            finally:
                self._draw(last=True)

    def log(self, **values: Any) -> None:
        """Note numbers, such as ``loss=loss``: a Python number, or a tensor of one element."""
        for name, value in values.items():
            self.history.setdefault(name, []).append((self.done + 1, float(value)))

    @contextlib.contextmanager
    def _deferred(self):
        """Let an interrupt wait until a step is done; a second one does not wait."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.getsignal(signal.SIGINT)

        def handle(number, frame):
            if self._interrupted or not self._inside:
                raise KeyboardInterrupt
            self._interrupted = True

        if not callable(before):
            yield
            return
        signal.signal(signal.SIGINT, handle)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
            self._interrupted = False

    def _draw(self, last=False):
        now = time.perf_counter()
        self.seconds = now - self._begin
        if self._view is not None and (last or now - self._drawn > EVERY):
            self._drawn = now
            self._view.show(self, last)

    # ---- what it looks like

    @property
    def line(self) -> str:
        """One line: the share done, speed, the time that is left, the last values."""
        rate = self.done / self.seconds if self.seconds else 0.0
        parts = [self.label] if self.label else []
        parts.append(f"{self.done}/{self.total}" if self.total else f"{self.done} steps")
        parts.append(f"{rate:.3g}/s, {_clock(self.seconds)}")
        if self.total and rate and self.done < self.total:
            parts[-1] += f", {_clock((self.total - self.done) / rate)} left"
        parts += [f"{name} {found[-1][1]:.4g}" for name, found in self.history.items()]
        return "  ".join(parts)

    @property
    def text(self) -> str:
        """The line with a bar, or a curve of the first value that was logged."""
        found = next(iter(self.history.values()), None)
        if found and len(found) > 1:
            return f"{self.line}  {_sparks([value for _, value in found])}"
        if not self.total:
            return self.line
        full = round(20 * self.done / self.total)
        return f"{'█' * full}{'·' * (20 - full)}  {self.line}"

    def _repr_html_(self):
        share = self.done / self.total if self.total else 0.0
        bar = f'<progress value="{share:.4f}" style="width: 20em"></progress> '
        bar = bar if self.total else ""
        curves = "".join(_curve(name, found) for name, found in self.history.items())
        return (f'<div style="font-family: monospace; font-size: 90%"><div>{bar}'
                f"{html.escape(self.line)}</div>{curves}</div>")  # fmt: skip

    def __repr__(self) -> str:
        return f"<Progress {self.line}>"


def _clock(seconds):
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes}:{seconds:02}"


def _thinned(values, points):
    """Means of stretches, so that at most so many numbers are left."""
    each = max(1, -(-len(values) // points))
    groups = [values[k : k + each] for k in range(0, len(values), each)]
    return [sum(group) / len(group) for group in groups]


def _scaled(values):
    """Values from 0 to 1, on a logarithmic scale where they span much; None for what is none."""
    finite = [v for v in values if math.isfinite(v)]
    if not finite:
        return [None] * len(values), False
    low, high = min(finite), max(finite)
    logarithmic = low > 0 and high > 20 * low
    bend = math.log if logarithmic else float
    base, width = bend(low), (bend(high) - bend(low)) or 1.0
    return [(bend(v) - base) / width if math.isfinite(v) else None for v in values], logarithmic


def _sparks(values):
    scaled, _ = _scaled(_thinned(values, 16))
    return "".join(" " if v is None else BLOCKS[round(v * (len(BLOCKS) - 1))] for v in scaled)


def _curve(name, found):
    """The SVG of a curve, with its range beside it."""
    values = _thinned([value for _, value in found], POINTS)
    scaled, logarithmic = _scaled(values)
    width, height = SIZE
    step = (width - 20) / max(1, len(values) - 1)
    runs, run = [], []
    for k, v in enumerate([*scaled, None]):
        if v is not None:
            run.append(f"{10 + k * step:.1f},{8 + (1 - v) * (height - 16):.1f}")
        elif run:
            runs.append(" ".join(run))
            run = []
    lines = "".join(f'<polyline points="{r}" fill="none" stroke="#4878a8"/>' for r in runs)
    finite = [v for v in values if math.isfinite(v)] or [math.nan]
    told = f"{html.escape(name)}: {values[-1]:.4g}, from {min(finite):.4g} to {max(finite):.4g}"
    note = " (logarithmic)" if logarithmic else ""
    return (f'<div style="display: inline-block; margin-right: 1em">'
            f'<svg width="{width}" height="{height}" style="background: #f8f8f8">{lines}</svg>'
            f"<div>{told}{note}</div></div>")  # fmt: skip


# ------------------------------------------------------------------ where it shows


class _Cell:
    """A display of a notebook, renewed in its place."""

    def __init__(self, display):
        self.handle, self._display = None, display

    def show(self, progress, last):
        if self.handle is None:
            self.handle = self._display(progress, display_id=True)
        else:
            self.handle.update(progress)


class _Terminal:
    """One line of a terminal."""

    def __init__(self, stream):
        self.stream = stream

    def show(self, progress, last):
        width = shutil.get_terminal_size().columns - 1
        self.stream.write("\r" + progress.text[:width].ljust(width) + ("\n" if last else ""))
        self.stream.flush()


class _Log:
    """What is no terminal gets the last line only."""

    def __init__(self, stream):
        self.stream = stream

    def show(self, progress, last):
        if last:
            self.stream.write(progress.line + "\n")


def _view():
    ipython = sys.modules.get("IPython")
    shell = None if ipython is None else ipython.get_ipython()
    if getattr(shell, "kernel", None) is not None:
        from IPython.display import display

        return _Cell(display)
    return _Terminal(sys.stderr) if sys.stderr.isatty() else _Log(sys.stderr)


@gated
def progress(
    iterable: Iterable[Any], total: int | None = None, label: str = "", show: bool = True
) -> Progress:
    """
    Loop over something, and show how far the loop is.

    Parameters
    ----------
    iterable : iterable
        Batches, epochs, a range.
    total : int, optional
        How many there are; ``len(iterable)``, if that is known.
    label : str
        Stands in front.
    show : bool
        False: only `history` is kept.

    Returns
    -------
    Progress
        Iterate over it; ``log(loss=loss)`` adds to its curves.

    Raises
    ------
    TypeError
        If the first argument cannot be iterated over.

    Notes
    -----
    In a notebook a bar and the curves renew themselves under the cell; in a terminal it is one
    line; elsewhere only the last line is written. An interrupt (Ctrl-C, or Jupyter's stop button)
    waits for the step that runs, so that parameters, gradients and the state of an optimizer belong
    to one step; it then raises KeyboardInterrupt at the loop. A second one does not wait.

    Examples
    --------
    >>> import tensorlite as tl
    >>> loop = tl.progress(range(3), show=False)
    >>> for step in loop:
    ...     loop.log(loss=1 / (1 + step))
    >>> loop.history
    {'loss': [(1, 1.0), (2, 0.5), (3, 0.3333333333333333)]}
    """
    if not hasattr(iterable, "__iter__") and not hasattr(iterable, "__getitem__"):
        raise TypeError(expected("progress", "something to iterate over",
                                 type(iterable).__name__, "progress(range(100))"))  # fmt: skip
    return Progress(iterable, total, label, show)
