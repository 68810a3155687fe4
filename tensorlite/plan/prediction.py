"""`tensorlite.cuda.predict`: how long a function takes on a card, by that card's data sheet.

Nothing is measured: the bytes and operations of each launch meet the rates of a card.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ..device import CPU, device_of
from ..errors import expected
from ..kernels import interpreters
from ..kernels.cuda import driver
from .compiled import Compiled
from .compiled import compile as compiled
from .tables import Table, count, microseconds

# NVIDIA measured 2.9 us of work, 3.8 us a launch in a stream and 3.4 us in a graph of twenty, on a
# V100: "Getting Started with CUDA Graphs", https://developer.nvidia.com/blog/cuda-graphs/.
IN_GRAPH = 0.5e-6  # seconds between two kernels of a graph
# What the host needs to put one into a stream: 2.6 to 2.8 us for chains of empty kernels, see
# https://github.com/ahrefs/ocannl/issues/488. It is all seen where kernels are shorter than that.
IN_STREAM = 2.7e-6
# Three reads of memory that wait for each other, an assumption: one takes 466 cycles on an A100 and
# 479 on an H100 (Luo et al., "Benchmarking and Dissecting the Nvidia Hopper GPU Architecture via
# Microbenchmarking", 2024).
FLOOR = 1e-6  # seconds that any kernel takes
DOUBLES = re.compile(r"\b(?:vector|value|strided)\(.*np\.float64\)")  # arrays of a kernel's source
TITLES = ("#", "<kernel", "<shape", "blocks", "threads", "bytes", "flops", "us memory",
          "us arithmetic", "us", "<bound by", "<put into")  # fmt: skip


# ------------------------------------------------------------------------------------ data sheets


@dataclass(frozen=True)
class Card:
    """
    The data sheet of a card.

    Attributes
    ----------
    name : str
    capability : tuple of int
        Its compute capability, (major, minor).
    bandwidth : float
        Of its memory, in bytes per second.
    float32, float64 : float
        Operations per second outside of tensor cores; a multiply-add counts as two.
    processors : int
        Its streaming multiprocessors.
    memory : float
        In bytes.
    source : str
        The document of NVIDIA's from which this is.

    Examples
    --------
    >>> card = Card("small", (9, 0), 1e9, 2e9, 1e9, 10, 4e9, "none")
    >>> card.seconds(3000, 4000, blocks=5)  # half of its multiprocessors work
    (6e-06, 4e-06)
    """

    name: str
    capability: tuple[int, int]
    bandwidth: float
    float32: float
    float64: float
    processors: int
    memory: float
    source: str

    def seconds(self, nbytes, flops, blocks=None, double=False):
        """The seconds in which it moves bytes, and those in which it does operations.

        Fewer blocks than multiprocessors get only their share of both rates; None: no share.
        """
        share = 1.0 if blocks is None else min(1.0, blocks / self.processors)
        rate = self.float64 if double else self.float32
        return nbytes / (self.bandwidth * share), flops / (rate * share)


TURING = "NVIDIA Turing GPU Architecture, whitepaper WP-09183-001, 2018"
A100 = "NVIDIA A100 Tensor Core GPU, datasheet, 2021; multiprocessors: A100 architecture whitepaper"
GA102 = "NVIDIA Ampere GA102 GPU Architecture, whitepaper V2.0, 2021"
ADA = "NVIDIA Ada GPU Architecture, whitepaper V2.01, 2023"
HOPPER = "; multiprocessors: NVIDIA H100 Tensor Core GPU Architecture, whitepaper"

# float64 on Turing is 1/32 of float32, on GA102 and Ada 1/64: two units to a multiprocessor. That
# and the multiprocessors of an L4 (7,424 cores, 128 to each) follow from the whitepapers.
CARDS = {
    card.name: card
    for card in (
        Card("T4", (7, 5), 320e9, 8.1e12, 8.1e12 / 32, 40, 16e9, TURING),
        Card("RTX 2080 Ti", (7, 5), 616e9, 13.4e12, 13.4e12 / 32, 68, 11e9, TURING),
        Card("A100 40 GB SXM", (8, 0), 1555e9, 19.5e12, 9.7e12, 108, 40e9, A100),
        Card("A100 80 GB SXM", (8, 0), 2039e9, 19.5e12, 9.7e12, 108, 80e9, A100),
        Card("RTX 3090", (8, 6), 936e9, 35.6e12, 35.6e12 / 64, 82, 24e9, GA102),
        Card("RTX 4090", (8, 9), 1008e9, 82.6e12, 82.6e12 / 64, 128, 24e9, ADA),
        Card("L4", (8, 9), 300e9, 30.3e12, 30.3e12 / 64, 58, 24e9, "NVIDIA L4, datasheet, 2023"),
        Card("H100 SXM", (9, 0), 3350e9, 67e12, 34e12, 132, 80e9,
             "NVIDIA H100 Tensor Core GPU, datasheet, 2023" + HOPPER),
        Card("H100 PCIe", (9, 0), 2000e9, 51e12, 26e12, 114, 80e9,
             "NVIDIA H100 Tensor Core GPU, datasheet, 2023" + HOPPER),
        Card("H200", (9, 0), 4800e9, 67e12, 34e12, 132, 141e9,
             "NVIDIA H200 Tensor Core GPU, datasheet, 2024" + HOPPER),
    )
}  # fmt: skip


def card_of(card):
    """A Card by its name.

    Raises
    ------
    ValueError
        If no card of this name is known.
    """
    found = card if isinstance(card, Card) else CARDS.get(card)
    if found is None:
        names = ", ".join(CARDS)
        raise ValueError(expected("predict", f"a Card or one of {names}", repr(card), "'H100 SXM'"))
    return found


# ------------------------------------------------------------------------------------ predictions


@dataclass(frozen=True)
class LaunchTime:
    """
    What a launch takes on a card.

    Attributes
    ----------
    card : Card
    number : int
        From 1.
    kernel : str
    shape : tuple of int
        Of what it works on, see `StepReport`.
    blocks, threads : int
    nbytes : int
    flops : int or None
    double : bool
        Whether it computes in float64.
    shared : bool
        Whether few blocks get only their share of the card.
    graph : bool
        Whether it is part of a CUDA graph, not put into the stream alone.
    """

    card: Card
    number: int
    kernel: str
    shape: tuple[int, ...]
    blocks: int
    threads: int
    nbytes: int
    flops: int | None
    double: bool = False
    shared: bool = True
    graph: bool = False

    @property
    def _bounds(self):
        blocks = self.blocks if self.shared else None
        return self.card.seconds(self.nbytes, self.flops or 0, blocks, self.double)

    @property
    def memory(self):
        """The seconds that its bytes take."""
        return self._bounds[0]

    @property
    def arithmetic(self):
        """The seconds that its operations take."""
        return self._bounds[1]

    @property
    def seconds(self):
        """What it is predicted to take."""
        return max(self.memory, self.arithmetic, FLOOR)

    @property
    def bound(self):
        """What bounds it: "memory", "arithmetic" or "latency"."""
        if self.seconds == FLOOR:
            return "latency"
        return "memory" if self.memory >= self.arithmetic else "arithmetic"

    def row(self):
        """Its cells in a table."""
        return (
            str(self.number), self.kernel, "x".join(map(str, self.shape)), str(self.blocks),
            str(self.threads), count(self.nbytes, "B"), count(self.flops),
            _precise(self.memory), _precise(self.arithmetic), microseconds(self.seconds),
            self.bound, "graph" if self.graph else "stream",
        )  # fmt: skip


@dataclass(frozen=True)
class Prediction:
    """
    How long one call of a function would take on a card; prints as a table, in notebooks as HTML.

    Attributes
    ----------
    name : str
        Of the function.
    card : Card
    launches : list of LaunchTime
    graphs : int
        How many CUDA graphs a call puts into the stream.
    elsewhere : int
        Steps on the CPU, which are not predicted.
    simulated : bool
        Whether blocks and threads are the simulator's, which are few.

    Examples
    --------
    >>> card, n = CARDS["H100 SXM"], 1 << 24
    >>> launch = LaunchTime(card, 1, "add", (n,), 4096, 256, 12 * n, n)
    >>> prediction = Prediction("double", card, [launch])
    >>> f"{1e6 * prediction.seconds:.1f} us: {1e6 * launch.memory:.1f} and a launch"
    '62.8 us: 60.1 and a launch'
    >>> prediction.on("A100 80 GB SXM").seconds > prediction.seconds
    True
    """

    name: str
    card: Card
    launches: list[LaunchTime]
    graphs: int = 0
    elsewhere: int = 0
    simulated: bool = False

    def on(self, card):
        """The same launches on another card, a Card or its name."""
        card = card_of(card)
        launches = [replace(launch, card=card) for launch in self.launches]
        return replace(self, card=card, launches=launches)

    @property
    def kernels(self):
        """The seconds of all launches together."""
        return sum(launch.seconds for launch in self.launches)

    @property
    def latency(self):
        """The seconds that go by until they begin."""
        inside = sum(launch.graph for launch in self.launches)
        return inside * IN_GRAPH + (len(self.launches) - inside + self.graphs) * IN_STREAM

    @property
    def seconds(self):
        """Of one call."""
        return self.kernels + self.latency

    @property
    def summary(self):
        """One line of totals."""
        total = self.seconds or 1.0
        return (
            f"{self.name} on {self.card.name}: {len(self.launches)} launches, "
            f"{microseconds(self.seconds)} us predicted: kernels {microseconds(self.kernels)} us "
            f"({100 * self.kernels / total:.0f} %), launch latency {microseconds(self.latency)} us "
            f"({100 * self.latency / total:.0f} %)"
        )

    @property
    def notes(self):
        """What to know of the numbers."""
        parts = []
        for bound in ("memory", "arithmetic", "latency"):
            found = [launch.seconds for launch in self.launches if launch.bound == bound]
            parts.append(f"{bound} {microseconds(sum(found))} us of {len(found)}")
        lines = [f"bound by: {', '.join(parts)}", f"{self.card.name}: {self.card.source}"]
        if self.elsewhere:
            lines.append(f"not predicted: {self.elsewhere} steps on the CPU")
        if self.simulated:
            lines.append("blocks and threads are the simulator's: no launch was given a share only")
        return lines

    @property
    def table(self):
        """The launches as a Table."""
        return Table(TITLES, [launch.row() for launch in self.launches])

    def __str__(self):
        return "\n\n".join((self.summary, str(self.table), "\n".join(self.notes)))

    __repr__ = __str__

    def _repr_html_(self):
        notes = "".join(f"<li>{html.escape(note)}</li>" for note in self.notes)
        return f"<p>{html.escape(self.summary)}</p>{self.table._repr_html_()}<ul>{notes}</ul>"


def _precise(seconds):
    return f"{1e6 * seconds:.3f}"


def predict(
    function: Callable[..., Any], *args: Any, card: "str | Card" = "H100 SXM", **kwargs: Any
) -> Prediction:
    """
    Predict how long a function takes on a card, by the data sheet of that card.

    Parameters
    ----------
    function : callable
        A compiled function, or one that can be compiled.
    *args, **kwargs
        Its arguments, which lie on a card or in the simulator: they are not read.
    card : str or Card
        A key of `CARDS`.

    Returns
    -------
    Prediction
        Prints as a table, in notebooks as HTML.

    Raises
    ------
    RuntimeError
        If there is neither a card nor the simulator, if nothing would run on one, or inside of a
        function that is being compiled.
    ValueError
        If the card is not known.

    Notes
    -----
    The function is recorded, not run; its tensors stay as they are. Only what it makes once at a
    first call, such as the state of an optimizer, is made, by kernels that fill it.

    A launch takes ``max(bytes / bandwidth, flops / rate, FLOOR)``. Bytes are those that it reads
    and writes, each once, as if all came from memory: caches are not modelled, so small data is
    faster. A scalar function, such as exp, is one operation, and integers count as float32; kernels
    on float64 have the rate of that. If there are fewer blocks than multiprocessors, they get that
    share of both rates; copies by the driver get all, and the bus to the host is not modelled.
    Launches do not overlap. Each adds `IN_GRAPH` in a CUDA graph, which adds `IN_STREAM` once, or
    `IN_STREAM` by itself. What Python needs to launch is not in it, nor that a check waits until
    the host has its answer.

    In the simulator blocks are few and small, and so no share is taken; ``bench/cards.py`` records
    with the blocks of a card.

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     x = tl.ones(8, device="cuda")
    ...     assert tl.cuda.predict(lambda x: x + x, x, card="L4").seconds > 0
    """
    card = card_of(card)
    if not driver.available():
        raise RuntimeError(
            f"predict: expected a card or the simulator; got neither, for {driver.reason()}; "
            "or set NUMBA_ENABLE_CUDASIM=1 before tensorlite is imported"
        )
    if interpreters.current() is not None and interpreters.current().active:
        raise RuntimeError(
            expected("predict", "to be called outside", "a function that is being compiled",
                     "predict(function, ...) in its caller")
        )  # fmt: skip
    function = function if isinstance(function, Compiled) else compiled(function)
    plan = function.planned(*args, **kwargs)
    if device_of(plan.steps) is CPU:
        raise RuntimeError(
            expected("predict", "a function that works on a card", "no launch there",
                     "x.to('cuda') for its arguments and parameters")
        )  # fmt: skip
    return _predicted(plan, card)


def _predicted(plan, card):
    """The Prediction of a Plan."""
    from ..kernels.cuda import launch as kernels

    launches, graphs = [], 0
    for part in plan.tape.parts:  # the number of a step, or steps, which become a graph
        steps = [plan.tape.steps[part]] if isinstance(part, int) else part.steps
        graphs += len(steps) > 1
        launches += [(launch, len(steps) > 1) for launch, _ in steps]
    own = [each for each in launches if isinstance(each[0], kernels.Launch)]
    times = [_time(card, number, launch, graph) for number, (launch, graph) in enumerate(own, 1)]
    elsewhere = len(launches) - len(own)
    return Prediction(plan.tape.label, card, times, graphs, elsewhere, kernels.SIMULATED)


def _time(card, number, launch, graph):
    """The LaunchTime of a launch."""
    from ..kernels.cuda.launch import SIMULATED
    from ..kernels.cuda.transfer import Copy

    work, shared = launch.work, not SIMULATED and not isinstance(launch, Copy)
    return LaunchTime(
        card, number, launch.label, tuple(map(int, work.shape)), launch.blocks, launch.threads,
        int(work.nbytes), work.flops, DOUBLES.search(launch.source) is not None, shared, graph,
    )  # fmt: skip
