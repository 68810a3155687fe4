"""What `kernels/cpu/scan.py` computes, as plain loops."""

import math

import numpy as np

JOIN = {
    "sum": (lambda total, x: total + x, 0),
    "prod": (lambda total, x: total * x, 1),
    "logsumexp": (np.logaddexp, -math.inf),
}


def scan(kind, x, axis):
    """Running totals along an axis, kept in float64 or 64-bit integers."""
    join, start = JOIN[kind]
    out = np.empty_like(x)
    wide = {"f": np.float64, "i": np.int64, "u": np.uint64}[x.dtype.kind]
    lines, results = np.moveaxis(x, axis, -1), np.moveaxis(out, axis, -1)
    for place in np.ndindex(lines.shape[:-1]):
        total = wide(start)
        for k in range(lines.shape[-1]):
            total = wide(join(total, wide(lines[place][k])))
            results[(*place, k)] = total.astype(x.dtype)
    return out


def extreme(kind, x, axis):
    """The running maximum or minimum and its index; NaN stays, a later equal element takes over."""
    out, index = np.empty_like(x), np.empty(x.shape, np.int64)
    lines, results = np.moveaxis(x, axis, -1), np.moveaxis(out, axis, -1)
    places = np.moveaxis(index, axis, -1)
    for place in np.ndindex(lines.shape[:-1]):
        best, at = lines[(*place, 0)], 0
        for k in range(lines.shape[-1]):
            own = lines[(*place, k)]
            if (own >= best if kind == "max" else own <= best) or own != own:
                best, at = own, k
            results[(*place, k)], places[(*place, k)] = best, at
    return out, index
