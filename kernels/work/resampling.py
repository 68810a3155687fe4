"""Other extents for the last axes of an array: of which elements results are made, with weights."""

import functools
from dataclasses import dataclass

import numpy as np

LINE = 4096  # the most elements of a line for a kernel
CUBIC = -0.75  # the slope of the cubic kernel at a distance of 1


@dataclass(frozen=True, slots=True)
class Axis:
    """The elements along an axis and how many results there are, of a `kind`: "linear", "cubic".

    Without a kind it is an axis that stays as it is. `align_corners` and `scale` say how far
    results are apart, as in PyTorch; with `smooth` all elements count when there are fewer results.
    """

    extent: int = 1
    count: int = 1
    kind: str | None = None
    align_corners: bool = False
    scale: float | None = None
    smooth: bool = False

    def taps(self, dtype):
        """The elements (count, taps) of which each result is made, and their weights."""
        if self.kind is None:
            return np.arange(self.extent)[:, None], np.ones((self.extent, 1), dtype)
        find = smoothed_taps if self.smooth else taps
        return find(self.kind, self.extent, self.count, self.align_corners, self.scale, dtype)


@functools.lru_cache(maxsize=256)
def nearest_taps(n, count, scale, exact, dtype):
    """The element that stands for each result: the one below, or the nearest one if `exact`."""
    scale = _step(n, count, False, scale, dtype)
    half = np.dtype(dtype).type(0.5)
    places = np.arange(count).astype(dtype)
    places = np.floor((places + half) * scale if exact else places * scale)
    return places.astype(np.int64).clip(0, n - 1)


def _step(n, count, align_corners, scale, dtype):
    """How far results are apart, in elements, as PyTorch rounds it."""
    kind = np.dtype(dtype).type
    if align_corners:
        return kind(n - 1) / kind(count - 1) if count > 1 else kind(0)
    return kind(1.0 / scale) if scale else kind(n) / kind(count)


@functools.lru_cache(maxsize=256)
def taps(kind, n, count, align_corners, scale, dtype):
    """The elements (count, taps) of which each result is made, and their weights."""
    step = _step(n, count, align_corners, scale, dtype)
    results = np.arange(count).astype(dtype)
    half = np.dtype(dtype).type(0.5)
    places = results * step if align_corners else (results + half) * step - half
    if kind == "linear":
        places = places.clip(0)
        low = np.floor(places).astype(np.int64).clip(0, n - 1)
        t = (places - low.astype(dtype)).clip(0, 1)
        return np.stack([low, (low + 1).clip(0, n - 1)], 1), np.stack([1 - t, t], 1)
    low = np.floor(places)
    t = (places - low).clip(0, 1)
    found = low.astype(np.int64)[:, None] + np.arange(-1, 3)
    distances = np.stack([t + 1, t, 1 - t, 2 - t], 1)
    return found.clip(0, n - 1), _cubic(distances, CUBIC).astype(dtype)


def cubic_near(x, a):
    """The kernel of cubic interpolation up to a distance of 1. Keys 1981."""
    return ((a + 2) * x - (a + 3)) * x * x + 1


def cubic_far(x, a):
    """The same from 1 to 2."""
    return ((x - 5) * x + 8) * x * a - 4 * a


def _cubic(x, a):
    x = np.abs(x)
    return np.where(x < 1, cubic_near(x, a), np.where(x < 2, cubic_far(x, a), 0))


def _triangle(x):
    return (1 - np.abs(x)).clip(0)


@functools.lru_cache(maxsize=256)
def smoothed_taps(kind, n, count, align_corners, scale, dtype):
    """Those of a window that grows with the step, so that all elements count: antialiasing."""
    step = _step(n, count, align_corners, scale, dtype)
    width, a = (2, None) if kind == "linear" else (4, -0.5)
    support = width / 2 * max(step, 1)
    centre = step * (np.arange(count) + 0.5)
    first = (centre - support + 0.5).astype(np.int64).clip(0)
    last = (centre + support + 0.5).astype(np.int64).clip(None, n)
    found = first[:, None] + np.arange(max(1, (last - first).max(initial=1)))
    distances = (found - centre[:, None] + 0.5) / max(step, 1)
    weights = _triangle(distances) if a is None else _cubic(distances, a)
    weights = np.where(found < last[:, None], weights, 0)
    total = weights.sum(1, keepdims=True)
    return found.clip(0, n - 1), (weights / np.where(total == 0, 1, total)).astype(dtype)
