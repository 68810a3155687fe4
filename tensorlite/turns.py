"""Functions timed in turns, round by round: what disturbs one of them disturbs all.

`tensorlite.versus` and the magic `%%tl_time` stand on it.
"""

import contextlib
import gc
import math
import statistics
import time
from dataclasses import dataclass

SAMPLE = 1e-3  # seconds that a sample lasts at least, so that the clock's own time is lost in it
FEWEST, MANY, EVERY = 5, 9, 4  # rounds in any case; before intervals are looked at, and after each


@dataclass(frozen=True)
class Ratio:
    """The median of ratios, and the interval that holds it with 95 %.

    Parameters
    ----------
    value : float
        The median.
    low, high : float
        The ends of the interval.

    Examples
    --------
    >>> from tensorlite.versus import Ratio
    >>> found = Ratio(1.25, low=1.2, high=1.3)
    >>> print(found, round(found.width, 2))
    1.25 (1.2 to 1.3) 0.08
    """

    value: float
    low: float
    high: float

    @property
    def width(self):
        """How wide the interval is, relative to the value."""
        return (self.high - self.low) / self.value

    def __str__(self):
        return f"{self.value:.3g} ({self.low:.3g} to {self.high:.3g})"


def ratio(times, others):
    """The Ratio of the times of one function to those of another, taken round by round.

    The interval comes from the ranks alone: nothing is said of how the noise is spread.
    """
    ordered = sorted(x / y for x, y in zip(times, others, strict=True))
    n = len(ordered)
    reach = 0.98 * math.sqrt(n)
    low, high = math.floor((n - 1) / 2 - reach), math.ceil((n - 1) / 2 + reach)
    return Ratio(statistics.median(ordered), ordered[max(low, 0)], ordered[min(high, n - 1)])


def measured(functions, seconds, precision, pause=0.0, clock=time.perf_counter):
    """Seconds of a call in each round, by the names of functions of no argument.

    Rounds go on until all intervals of ratios to the first are narrower than `precision`, or
    `seconds` are over; five are made in any case, but a single one with 0 seconds. Before each
    sample it waits `pause` seconds.
    """
    loops = {name: _calibrated(function, clock) for name, function in functions.items()}
    samples, order = {name: [] for name in functions}, list(functions)
    end, first, rounds = clock() + seconds, order[0], 0
    with _undisturbed():
        while True:
            for name in order:
                time.sleep(pause)
                samples[name].append(_sample(functions[name], loops[name], clock))
            order, rounds = order[1:] + order[:1], rounds + 1  # each comes after each of the others
            if clock() >= end and (rounds >= FEWEST or not seconds):
                break
            if rounds >= MANY and rounds % EVERY == 1:
                ratios = (ratio(samples[name], samples[first]) for name in order if name != first)
                if all(each.width < precision for each in ratios):
                    break
    return samples


def _calibrated(function, clock):
    """How many calls last a sample; they warm up what they need."""
    loops = 1
    while (spent := _sample(function, loops, clock) * loops) < SAMPLE and loops < 1 << 24:
        loops = max(2 * loops, min(16 * loops, math.ceil(loops * SAMPLE / max(spent, 1e-9))))
    return loops


def _sample(function, loops, clock):
    """Seconds of a call; one that is not timed brings its data into the caches."""
    function()
    start = clock()
    for _ in range(loops):
        function()
    return (clock() - start) / loops


@contextlib.contextmanager
def _undisturbed():
    was = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
