"""A plan on a card: launches put into its stream one after the other, without waiting.

Runs of launches whose words stay the same are captured as CUDA graphs where the package offers
these, one for each set of addresses that the calls hand over. What stays outside: launches that
read numbers of the host which may change, checks, which answer the host, and whatever the CPU does.
"""

import collections
import functools
from time import perf_counter

from .. import interpreters
from . import driver

GRAPHS = 8  # kept for each run of launches


class Fixed:
    """Launches on one card whose words depend on the bases alone."""

    def __init__(self, steps, index):
        self.steps, self.index = steps, index
        self.used = sorted({base for _, places in steps for base, _ in places if base is not None})
        self.graphs = collections.OrderedDict()

    def run(self, bases):
        """Put them into the current stream; the second time that the addresses are the same, and
        from then on, as one graph."""
        if len(self.steps) == 1 or not driver.graphs_offered():
            return self.launch(bases)
        with driver.on(self.index):
            return self._as_graph(bases)

    def _as_graph(self, bases):
        key = tuple(bases[n] for n in self.used)
        known = key in self.graphs
        if self.graphs.get(key) is None:
            self.graphs[key] = self._captured(bases) if known else None
            if not known:  # kernels have to be loaded before a capture
                self.launch(bases)
        if known:
            self.graphs[key].launch()
        self.graphs.move_to_end(key)
        if len(self.graphs) > GRAPHS:
            self.graphs.popitem(last=False)

    def launch(self, bases):
        """Put them into the current stream one by one."""
        for launch, places in self.steps:
            launch.run(*addresses(places, bases))

    def _captured(self, bases):
        graph, stream = driver.Graph(), driver.Stream()
        with driver.use(stream):
            graph.capture(functools.partial(self.launch, bases), stream)
        return graph


def addresses(places, bases):
    """What the operands at some places are in this call."""
    return [offset if base is None else bases[base] + offset for base, offset in places]


class Sequence:
    """
    Launches in the order of their run; for a plan the same as the CPU's Tape.

    Parameters
    ----------
    steps : list of (Launch, list of (base, offset))
        The addresses of each launch; base None: the offset is the address.
    tables : list of (numpy.ndarray of int64, list of (position, base, offset))
        Memory of its own in which addresses stand, too.
    live : collection of int
        The steps whose words may differ from call to call though the bases are the same.
    index : int
        The card of all other steps.
    label : str
        A name for people.
    """

    def __init__(self, steps, tables=(), live=(), index=0, label="compiled"):
        self.label, self.steps, self.tables = label, steps, tables
        self.launches = [launch for launch, _ in steps]
        self.failed = self.status = self.failed_address = 0
        self.parts, run = [], []
        for number, step in enumerate(steps):
            if number not in live:
                run.append(step)
                continue
            self.parts += [Fixed(run, index)] if run else []
            self.parts.append(number)
            run = []
        self.parts += [Fixed(run, index)] if run else []
        self.moves = []
        for array, cells in tables:
            for position, base, offset in cells:
                if base is None:
                    array[position] = offset
                else:
                    self.moves.append((array, position, base, offset))

    def __call__(self, bases):
        """Begin all steps; other than 0 if a check failed."""
        interpreter = interpreters.current()
        if interpreter is not None:
            return interpreter.replay(self, bases)
        return self.run(*bases)

    def run(self, *bases):
        """The same, whoever would like to know of it."""
        for array, position, base, offset in self.moves:
            array[position] = bases[base] + offset
        for part in self.parts:
            if isinstance(part, Fixed):
                part.run(bases)
            elif self._step(part, bases):
                return 1
        return 0

    def _step(self, number, bases):
        launch, places = self.steps[number]
        operands = addresses(places, bases)
        status = launch.run(*operands)
        if status:
            self.failed, self.status, self.failed_address = number + 1, status, operands[0]
        return status

    def clock(self):
        """Run all steps one by one, without bases; the seconds of each."""
        seconds = []
        for number in range(len(self.steps)):
            driver.synchronize()
            begin = perf_counter()
            self._step(number, ())
            driver.synchronize()
            seconds.append(perf_counter() - begin)
        return seconds

    @staticmethod
    def idle():
        """What `clock` counts besides: nothing to speak of."""
        return 0.0
