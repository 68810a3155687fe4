"""The average of windows that part planes evenly: kernels, see `pooling`.

Lines of a window are added up first, side by side, then the elements of the sum.
"""

import numpy as np

from ..language.memory import scratch, vector, word
from ..language.source import T
from ..work.pools import EXTENT, OUTPUTS, D, H, W, place_of, window
from ..work.reducers import divide

SIZE = 8  # bytes of an element
STRIP = 1024  # elements of a line that are added up together
STARTS = W + 6  # behind the words of the axes: where each window of a line begins, then ends
divided = divide


def divisor(args, across, o):
    """By what the sum over window `o` of a line is divided; `across` are the lines."""
    if word(args, 2):
        return word(args, 2)
    return across * (word(args, STARTS + word(args, W + OUTPUTS) + o) - word(args, STARTS + o))


def adaptive_average(args, lo, hi):
    """for plane, d, h, w: out[plane, d, h, w] = the average of x[plane] in the window"""
    x, out = word(args, 0), word(args, 1)
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    inside, width = word(args, D + EXTENT) * rows * columns, word(args, W + OUTPUTS)
    sums = scratch(STRIP)
    line = vector(sums, T)
    for item in range(lo, hi):
        plane, d_item, h_item = place_of(args, item)
        d, _, planes, _ = window(args, D, d_item)
        h, _, lines, _ = window(args, H, h_item)
        totals = vector(out + item * width * SIZE, T)
        for o in range(np.uintp(width)):
            totals[o] = T(0)
        for first in range(0, columns, STRIP):
            last = min(first + STRIP, columns)
            for m in range(np.uintp(last - first)):
                line[m] = T(0)
            for i in range(d, d + planes):
                for k in range(h, h + lines):
                    at = plane * inside + (i * rows + k) * columns + first
                    xs = vector(x + at * SIZE, T)
                    for m in range(np.uintp(last - first)):
                        line[m] += xs[m]
            for o in range(width):
                begin, end = word(args, STARTS + o), word(args, STARTS + width + o)
                total = totals[o]
                for m in range(max(begin, first), min(end, last)):
                    total += line[m - first]
                totals[o] = total
        for o in range(width):
            totals[o] = divided(totals[o], T(divisor(args, planes * lines, o)))


def adaptive_gradient(args, lo, hi):
    """
    for plane:
        gx[plane] = 0
        for d, h, w: gx[plane], in the window, += g[plane, d, h, w] / elements of the window
    """
    g, gx = word(args, 0), word(args, 1)
    rows, columns, width = word(args, H + EXTENT), word(args, W + EXTENT), word(args, W + OUTPUTS)
    inside = word(args, D + EXTENT) * rows * columns
    results = word(args, D + OUTPUTS) * word(args, H + OUTPUTS)
    shares = scratch(STRIP)
    line = vector(shares, T)
    for plane in range(lo, hi):
        sums = vector(gx + plane * inside * SIZE, T)
        for i in range(np.uintp(inside)):
            sums[i] = T(0)
        for item in range(results):
            d_item = item // word(args, H + OUTPUTS)
            d, _, planes, _ = window(args, D, d_item)
            h, _, lines, _ = window(args, H, item - d_item * word(args, H + OUTPUTS))
            gs = vector(g + (plane * results + item) * width * SIZE, T)
            for first in range(0, columns, STRIP):
                last = min(first + STRIP, columns)
                for m in range(np.uintp(last - first)):
                    line[m] = T(0)
                for o in range(width):
                    begin, end = word(args, STARTS + o), word(args, STARTS + width + o)
                    part = gs[o] / T(divisor(args, planes * lines, o))
                    for m in range(max(begin, first), min(end, last)):
                        line[m - first] += part
                for i in range(d, d + planes):
                    for k in range(h, h + lines):
                        at = plane * inside + (i * rows + k) * columns + first
                        parts = vector(gx + at * SIZE, T)
                        for m in range(np.uintp(last - first)):
                            parts[m] += line[m]
