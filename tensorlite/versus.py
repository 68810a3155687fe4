"""Two or more implementations timed side by side on a noisy machine: a fixture of pytest.

With ``pytest_plugins = ["tensorlite.versus"]`` in conftest.py (or ``-p tensorlite.versus``) a test
asks for `versus` and gives it functions that do the same::

    def test_softmax(versus):
        x = tl.randn(512, 512)
        found = versus(ours=lambda: x.softmax(-1), by_hand=lambda: x.exp() / x.exp().sum(-1, True))
        assert found.rounds >= 1

They take turns, round by round, so that whatever else the machine does falls on all of them; what
is told of two is the median of the ratios within each round, with the interval in which it lies
with 95 %. Rounds go on until the intervals are narrow, or the time is over.
"""

import json
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from . import info
from .errors import expected
from .turns import Ratio, measured, ratio

__all__ = ["Comparison", "Ratio", "compare", "versus"]

_PEERS = ("cupy", "jax", "numba", "numexpr", "numpy", "onnxruntime", "scipy", "sklearn",
          "tensorflow", "tensorlite", "torch")  # fmt: skip
_TOLD = pytest.StashKey[list]()


@dataclass
class Comparison:
    """What `compare` measured.

    Parameters
    ----------
    case : str
        What was done, for the reader.
    samples : dict of str to list of float
        Seconds of a call in each round, by implementation.
    memory : dict of str to int or None
        Bytes by which one more call raised the memory of the process; None where the system does
        not tell.

    Examples
    --------
    >>> from tensorlite.versus import Comparison
    >>> found = Comparison("sum", {"ours": [1.0, 3.0, 2.0], "theirs": [2.0, 6.0, 4.0]})
    >>> found.rounds, found.seconds("ours")
    (3, 2.0)
    >>> print(found.ratio("theirs", to="ours"))
    2 (2 to 2)
    """

    case: str
    samples: dict[str, list[float]]
    memory: dict[str, int | None] = field(default_factory=dict)

    @property
    def rounds(self):
        """How often each was measured."""
        return len(next(iter(self.samples.values())))

    def seconds(self, name):
        """The median time of a call."""
        return statistics.median(self.samples[name])

    def ratio(self, name, to):
        """The Ratio of the times of `name` to those of `to`, taken round by round."""
        return ratio(self.samples[name], self.samples[to])

    def record(self):
        """What is written of it: by implementation the median, quartiles, rounds and memory."""
        return {name: [*_quartiles(times), self.rounds, self.memory.get(name)]
                for name, times in self.samples.items()}  # fmt: skip

    def rows(self):
        """A row for each implementation; times are relative to the first."""
        first = next(iter(self.samples))
        for name in self.samples:
            ratio = "1" if name == first else str(self.ratio(name, first))
            yield [name, readable(self.seconds(name)), ratio, _bytes(self.memory.get(name))]

    def __str__(self):
        head = [self.case, "time", f"of {next(iter(self.samples))}", "memory"]
        return columns([head, *self.rows()])


def compare(functions, *, case="times", seconds=2.0, precision=0.02, pause=0.0,
            clock=time.perf_counter):  # fmt: skip
    """Time functions of no argument in turns.

    Parameters
    ----------
    functions : dict of str to callable
        Two or more. Each is called some times first, untimed.
    case : str
        What they do, for the reader.
    seconds : float
        When to stop at the latest; at least five rounds are made, with 0 a single one.
    precision : float
        Stop when each interval of a ratio to the first is narrower than this.
    pause : float
        Seconds to wait before each sample, where threads of a library go on spinning for a while
        and would take a core from whatever comes next.

    Returns
    -------
    Comparison

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.versus import compare
    >>> x = tl.randn(1000)
    >>> found = compare({"mean": lambda: x.mean(), "sum": lambda: x.sum() / 1000}, seconds=0)
    >>> print(found.case, found.rounds, found.seconds("mean") > 0)
    times 1 True
    """
    if len(functions) < 2:
        raise ValueError(expected("versus", "two implementations or more", str(len(functions)),
                                  "versus(ours=f, theirs=g)"))  # fmt: skip
    found = Comparison(case, measured(functions, seconds, precision, pause, clock))
    found.memory = {name: growth(function) for name, function in functions.items()}
    return found


def _quartiles(times):
    if len(times) < 2:
        return times * 3
    low, middle, high = statistics.quantiles(times, n=4, method="inclusive")
    return [middle, low, high]


def growth(function):
    """Bytes by which the memory of the process grows at most in a call; None if nobody tells."""
    try:
        Path("/proc/self/clear_refs").write_text("5")  # the peak is what there is now
        before = _status("VmHWM")
        function()
        return _status("VmHWM") - before
    except (OSError, ValueError, StopIteration):
        return None


def _status(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith(name))


# ------------------------------------------------------------------ what is written of it


def readable(seconds):
    """A duration in the unit that suits it."""
    for unit, scale in (("s", 1), ("ms", 1e3), ("us", 1e6)):
        if seconds * scale >= 1:
            return f"{seconds * scale:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def _bytes(size):
    return "" if size is None else f"{size / 1e6:.3g} MB"


def columns(rows, width=None):
    """Lines of text: the first column left, the others right, as many as fit the terminal."""
    width = width or shutil.get_terminal_size((100, 24)).columns
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    while len(widths) > 2 and sum(widths[1:]) + 2 * len(widths[1:]) + 16 > width:
        widths.pop()
    rows = [row[: len(widths)] for row in rows]
    widths[0] = max(min(widths[0], width - sum(widths[1:]) - 2 * len(widths[1:])), 8)
    lines = []
    for row in rows:
        name, most = row[0], widths[0]
        if len(name) > most:  # both ends tell cases apart
            name = f"{name[: most - 1 - most // 2]}…{name[-(most // 2) :]}"
        cells = [f"{cell:>{w}}" for cell, w in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join([f"{name:{widths[0]}}", *cells]).rstrip()[:width])
    return "\n".join(lines)


def origin(folder):
    """Who measured: CPU, commit of a folder, date, and versions of peers."""
    versions = {name: getattr(sys.modules[name], "__version__", None)
                for name in _PEERS if name in sys.modules}  # fmt: skip
    told = info.collect()
    return {
        "cpu": told["CPU"].partition(";")[0],
        "threads": told["threads"],
        "python": told["Python"].split()[0],
        "commit": _commit(folder),
        "date": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "versions": {name: version for name, version in versions.items() if version},
    }


def _commit(folder):
    """The short hash, marked where files differ from it; None outside of a repository."""
    command = ["git", "-C", str(folder), "describe", "--always", "--dirty", "--exclude=*"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


# ------------------------------------------------------------------ pytest


def pytest_addoption(parser):
    """`--versus-json` and `--versus-seconds`."""
    group = parser.getgroup("versus", "implementations side by side")
    group.addoption("--versus-json", metavar="PATH", help="write what was measured")
    group.addoption("--versus-seconds", type=float, metavar="SECONDS",
                    help="time of each comparison; 0: run everything once")  # fmt: skip


def pytest_configure(config):
    """A place for what tests measure."""
    if config.getoption("versus_json") and hasattr(config, "workerinput"):
        got = "several processes, which would disturb each other"
        raise pytest.UsageError(expected("--versus-json", "one process", got, "pytest -n 0"))
    config.stash[_TOLD] = []


@pytest.fixture
def versus(request):
    """A function that times functions in turns and says so at the end of the run; see `compare`.

    It takes them as keywords, or as a dict where names are no identifiers, and the options of
    `compare`; `case` is the name of the test unless it is given.
    """
    config = request.config

    def run(functions=None, /, *, case=None, seconds=2.0, precision=0.02, pause=0.0, **named):
        chosen = config.getoption("versus_seconds")
        found = compare(
            {**(functions or {}), **named},
            case=case or request.node.name.removeprefix("test_"),
            seconds=seconds if chosen is None else chosen,
            precision=precision,
            pause=pause,
        )
        config.stash[_TOLD].append(found)
        return found

    return run


def pytest_terminal_summary(terminalreporter, config):
    """One small table for each comparison."""
    for number, found in enumerate(config.stash[_TOLD]):
        if not number:
            terminalreporter.section("versus: medians, and ratios with their 95 % intervals")
        terminalreporter.write_line(f"{found}\n")


def pytest_sessionfinish(session):
    """Write the file that was asked for."""
    path, found = session.config.getoption("versus_json"), session.config.stash[_TOLD]
    if path and found:
        cases = {each.case: each.record() for each in found}
        run = {"run": origin(session.config.rootpath), "cases": cases}
        Path(path).write_text(json.dumps(run, indent=1) + "\n")
