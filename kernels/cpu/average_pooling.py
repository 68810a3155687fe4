"""The average of each window: kernels, see `pooling`."""

import numpy as np

from ..language.memory import scratch, vector, word
from ..language.source import T
from ..work.pools import EXTENT, KERNEL, OUTPUTS, PADDING, D, H, W, place_of, share, window
from ..work.reducers import divide
from .windows import STEP, STRIP, span, stride_of, whole

SIZE = 8  # bytes of an element
TAPS = 0  # elements of a row of a window, if they are known
divided = divide


def divisor(args, across, o):
    """By what the sum over window `o` of a row is divided; `across` is the share of other axes."""
    return word(args, 2) if word(args, 2) else across * share(args, W, o, word(args, 3))


def shares_across(args, d, h):
    """The share of a window of two axes in the divisor."""
    return share(args, D, d, word(args, 3)) * share(args, H, h, word(args, 3))


def average_rows(args, lo, hi):
    """for plane, d, h, w: out[plane, d, h, w] = the average of x[plane] in the window"""
    x, out = word(args, 0), word(args, 1)
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    inside, width = word(args, D + EXTENT) * rows * columns, word(args, W + OUTPUTS)
    inner, outer = whole(args)
    for item in range(lo, hi):
        plane, d_item, h_item = place_of(args, item)
        d, d_from, d_until, _ = window(args, D, d_item)
        h, h_from, h_until, _ = window(args, H, h_item)
        totals = out + item * width * SIZE
        sums = vector(totals, T)
        for o in range(np.uintp(width)):
            sums[o] = T(0)
        begin, end = inner if TAPS else width, outer if TAPS else width
        for i in range(d_from, d_until):
            for k in range(h_from, h_until):
                at = x + (plane * inside + ((d + i) * rows + h + k) * columns) * SIZE
                if begin > 0:
                    add_taps(args, at, totals, 0, begin)
                if TAPS:
                    add_whole(args, at, totals, begin, end)
                if end < width:
                    add_taps(args, at, totals, end, width)
        across = shares_across(args, d_item, h_item)
        for o in range(inner):
            sums[o] = divided(sums[o], T(divisor(args, across, o)))
        same = T(divisor(args, across, inner))
        for o in range(np.uintp(inner), np.uintp(outer)):
            sums[o] = divided(sums[o], same)
        for o in range(outer, width):
            sums[o] = divided(sums[o], T(divisor(args, across, o)))


def add_taps(args, at, totals, lo, hi):
    """for tap, o in lo..hi-1: add x[o * stride + tap], if that is inside"""
    for tap in range(word(args, W + KERNEL)):
        begin, end, ahead = span(args, tap, lo, hi)
        stride, start = np.uintp(stride_of(args)), begin * stride_of(args) + ahead
        xs, sums = vector(at + start * SIZE, T), vector(totals + begin * SIZE, T)
        for j in range(np.uintp(end - begin)):
            sums[j] += xs[j * stride]


def add_whole(args, at, totals, begin, end):
    """for o in begin..end-1: add TAPS elements side by side, all of them inside"""
    xs = vector(at + (begin * STEP - word(args, W + PADDING)) * SIZE, T)
    sums = vector(totals + begin * SIZE, T)
    for j in range(np.uintp(end - begin)):
        total = sums[j]
        for tap in range(np.uintp(TAPS)):
            total += xs[j * np.uintp(STEP) + tap]
        sums[j] = total


def average_windows(args, lo, hi):
    """for plane, d, h, w: out[plane, d, h, w] = the average of x[plane] in the window

    An item is one window.
    """
    x, outs = word(args, 0), vector(word(args, 1), T)
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    inside = word(args, D + EXTENT) * rows * columns
    for item in range(lo, hi):
        line = item // word(args, W + OUTPUTS)
        plane, d_item, h_item = place_of(args, line)
        w_item = item - line * word(args, W + OUTPUTS)
        d, d_from, d_until, _ = window(args, D, d_item)
        h, h_from, h_until, _ = window(args, H, h_item)
        w, w_from, w_until, _ = window(args, W, w_item)
        xs = vector(x + plane * inside * SIZE, T)
        total = T(0)
        for i in range(d_from, d_until):
            for k in range(h_from, h_until):
                row = ((d + i) * rows + h + k) * columns + w
                for m in range(w_from, w_until):
                    total += xs[row + m]
        across = shares_across(args, d_item, h_item)
        outs[item] = divided(total, T(divisor(args, across, w_item)))


def average_gradient(args, lo, hi):
    """
    for plane:
        gx[plane] = 0
        for d, h, w: gx[plane], in the window, += g[plane, d, h, w] / divisor
    """
    g, gx = word(args, 0), word(args, 1)
    rows, columns, width = word(args, H + EXTENT), word(args, W + EXTENT), word(args, W + OUTPUTS)
    inside = word(args, D + EXTENT) * rows * columns
    lines = word(args, D + OUTPUTS) * word(args, H + OUTPUTS)
    inner, outer = whole(args)
    shares = scratch(STRIP)
    for plane in range(lo, hi):
        sums = vector(gx + plane * inside * SIZE, T)
        for i in range(np.uintp(inside)):
            sums[i] = T(0)
        for line in range(lines):
            d_item = line // word(args, H + OUTPUTS)
            h_item = line - d_item * word(args, H + OUTPUTS)
            d, d_from, d_until, _ = window(args, D, d_item)
            h, h_from, h_until, _ = window(args, H, h_item)
            across = shares_across(args, d_item, h_item)
            gs = vector(g + (plane * lines + line) * width * SIZE, T)
            for first in range(0, width, STRIP):
                last = min(first + STRIP, width)
                near = shares - first * SIZE
                left = min(max(first, inner), last)
                right = max(left, min(last, outer))
                parts, same = vector(near, T), T(divisor(args, across, inner))
                for o in range(first, left):
                    parts[o] = gs[o] / T(divisor(args, across, o))
                for o in range(np.uintp(left), np.uintp(right)):
                    parts[o] = gs[o] / same
                for o in range(right, last):
                    parts[o] = gs[o] / T(divisor(args, across, o))
                begin, end = (left, right) if TAPS else (last, last)
                for i in range(d_from, d_until):
                    for k in range(h_from, h_until):
                        at = gx + (plane * inside + ((d + i) * rows + h + k) * columns) * SIZE
                        spread_taps(args, at, near, first, begin)
                        if TAPS:
                            spread_whole(args, at, near, begin, end)
                            spread_taps(args, at, near, end, last)


def spread_taps(args, at, shares, lo, hi):
    """for tap, o in lo..hi-1: add the share of o to gx[o * stride + tap], if that is inside

    The last tap comes first, so that each element hears of its windows in their order.
    """
    for later in range(word(args, W + KERNEL)):
        begin, end, ahead = span(args, word(args, W + KERNEL) - 1 - later, lo, hi)
        stride, start = np.uintp(stride_of(args)), begin * stride_of(args) + ahead
        sums, parts = vector(at + start * SIZE, T), vector(shares + begin * SIZE, T)
        for j in range(np.uintp(end - begin)):
            sums[j * stride] += parts[j]


def spread_whole(args, at, shares, begin, end):
    """for o in begin..end-1: add the share of o to TAPS elements side by side, all inside"""
    sums = vector(at + (begin * STEP - word(args, W + PADDING)) * SIZE, T)
    parts = vector(shares + begin * SIZE, T)
    for j in range(np.uintp(end - begin)):
        for tap in range(np.uintp(TAPS)):
            sums[j * np.uintp(STEP) + tap] += parts[j]
