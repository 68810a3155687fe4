"""A line search for the strong Wolfe conditions, by cubic interpolation.

Nocedal, Wright 2006, "Numerical Optimization", algorithms 3.5 and 3.6.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

ARMIJO, CURVATURE = 1e-4, 0.9  # the shares of the first slope that the conditions ask for


class Point(NamedTuple):
    """A step along the direction: its length, the loss, the gradient and the slope there."""

    t: float
    loss: float
    grad: Any
    slope: float


class Conditions(NamedTuple):
    """What a step has to reach, from where the line starts."""

    start: Point

    def too_high(self, point):
        """Whether the loss has not fallen as the first slope promises."""
        return point.loss > self.start.loss + ARMIJO * point.t * self.start.slope

    def flat(self, point):
        """Whether the slope has become small."""
        return abs(point.slope) <= -CURVATURE * self.start.slope


def cubic_minimum(a, b, low=None, high=None):
    """Where the cubic through two points with their slopes is least, between the bounds."""
    a, b = (a, b) if a.t <= b.t else (b, a)
    low, high = (a.t, b.t) if low is None else (low, high)
    middle = (low + high) / 2
    if a.t == b.t:
        return middle
    d1 = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.t - b.t)
    square = d1 * d1 - a.slope * b.slope
    if not 0 <= square < math.inf:
        return middle
    d2 = math.sqrt(square)
    below = b.slope - a.slope + 2 * d2
    if below == 0:
        return middle
    return min(max(b.t - (b.t - a.t) * ((b.slope + d2 - d1) / below), low), high)


def strong_wolfe(evaluate, start, t, longest, tolerance, tries):
    """The best step found, and how often the function was evaluated.

    Parameters
    ----------
    evaluate : callable
        Of the length of a step; gives a Point.
    start : Point
        At length 0.
    t : float
        The first length to try.
    longest : float
        The largest element of the direction.
    tolerance : float
        Changes of an element that no longer count.
    tries : int
        Evaluations, after the first one.
    """
    wanted, previous, point, done = Conditions(start), start, evaluate(t), 0
    while done < tries:
        risen = wanted.too_high(point) or (done > 1 and point.loss >= previous.loss)
        if not risen and wanted.flat(point):
            return point, done + 1
        if risen or point.slope >= 0:
            low, high = _ordered(previous, point)
            return _zoom(evaluate, wanted, low, high, longest, tolerance, tries, done)
        t = cubic_minimum(previous, point, point.t + 0.01 * (point.t - previous.t), point.t * 10)
        previous, point, done = point, evaluate(t), done + 1
    return _ordered(start, point)[0], done + 1


def _ordered(a, b):
    return (a, b) if a.loss <= b.loss else (b, a)


def _zoom(evaluate, wanted, low, high, longest, tolerance, tries, done):
    """Close in on a point that fulfils the conditions, between two around one."""
    slow = False
    while done < tries and abs(high.t - low.t) * longest >= tolerance:
        t, slow = _inside(cubic_minimum(low, high), min(low.t, high.t), max(low.t, high.t), slow)
        point, done = evaluate(t), done + 1
        if wanted.too_high(point) or point.loss >= low.loss:
            low, high = _ordered(low, point)
            continue
        if wanted.flat(point):
            return point, done + 1
        if point.slope * (high.t - low.t) >= 0:
            high = low
        low = point
    return low, done + 1


def _inside(t, left, right, slow):
    """A length, kept off the ends if it comes near them twice; and whether it is near one."""
    margin = 0.1 * (right - left)
    if min(right - t, t - left) >= margin:
        return t, False
    if slow or t >= right or t <= left:
        return (right - margin if abs(t - right) < abs(t - left) else left + margin), False
    return t, True
