"""Running values along an axis: how one follows from the one before."""

import numpy as np

from .. import scalars
from . import layout
from .reducers import add, multiply


def above(x, best):
    """Whether x takes over a running maximum: NaN does, and a later equal value too."""
    return (x >= best) | (x != x)


def below(x, best):
    return (x <= best) | (x != x)


takes_over = above  # or below: a static of kernels


def run_extreme(xs, outs, places, n):
    """for k: if takes_over(x[k], best): best, at = x[k], k; out[k], place[k] = best, at"""
    best, found = xs[0], np.int64(0)
    for k in range(n):
        own = xs[k]
        take = takes_over(own, best)
        best = own if take else best
        found = k if take else found
        outs[k] = best
        places[k] = found


WIDE = {"f": np.float64, "c": np.complex128, "i": np.int64, "u": np.uint64, "b": np.int64}
KINDS = {
    "sum": (add, 0),
    "prod": (multiply, 1),
    "logsumexp": (scalars.logaddexp, float("-inf")),
}


def split(shape, strides, axis):
    """The extent along the axis, the strides along it, and the other axes merged."""
    rest = [own[:axis] + own[axis + 1 :] for own in strides]
    extents, steps = layout.merge(shape[:axis] + shape[axis + 1 :], rest)
    if not extents:
        extents, steps = (1,), [(0,) for _ in strides]
    return shape[axis], [own[axis] for own in strides], extents, steps
