"""Row kernels on a card: layer_norm, rms_norm, and their gradients.

The lanes of a row are told of in `rows.py`; the words of a kernel are its operands, then n, rows,
lanes and what its docstring adds.
"""

import functools

import numpy as np

from ..language.memory import vector, word
from ..language.source import T
from ..scalars import from_bits, sqrt
from ..work.rows import float_word
from .launch import THREADS as DEFAULT
from .launch import WARP, cuda, power_of_two
from .rows import (
    HELD,
    THREADS,
    inside,
    lane_sum,
    load,
    own_row,
    reload,
    row_launch,
    row_work,
)

GROUPS = 1024  # of rows, that sum gradients of weights side by side


# ---------------------------------------------------------------------------------- layer norms


def row_distance(x, own, first, end, centre, lane, lanes, shared):
    """sum(x[row] - centre), in float64"""
    total = np.float64(0)
    while first < end:
        reload(x, own, first, end, lanes)
        for k in range(HELD):
            if inside(first + k * lanes, end):
                total += own[k] - centre
        first += HELD * lanes
    return lane_sum(total, shared, lane, lanes)


def row_squares(x, own, first, end, centre, lost, lane, lanes, shared):
    """sum(((x[row] - centre) - lost) ** 2), in float64"""
    total = np.float64(0)
    while first < end:
        reload(x, own, first, end, lanes)
        for k in range(HELD):
            if inside(first + k * lanes, end):
                distance = (own[k] - centre) - lost
                total += distance * distance
        first += HELD * lanes
    return lane_sum(total, shared, lane, lanes)


def standard(x, own, first, end, n, centred, eps, lane, lanes, shared):
    """
    The mean of a row, what its rounding lost, and 1 / sqrt(var + eps), in float64.

    The mean is taken around the first element and corrected by the mean distance from it, as in
    Chan, Golub, LeVeque 1983, "Algorithms for Computing the Sample Variance".
    """
    mean, lost = np.float64(0), np.float64(0)
    if centred != 0:
        if first - lane < end:
            mean = np.float64(x[first - lane])
        mean += row_distance(x, own, first, end, mean, lane, lanes, shared) / np.float64(n)
        lost = row_distance(x, own, first, end, mean, lane, lanes, shared) / np.float64(n)
    squares = row_squares(x, own, first, end, mean, lost, lane, lanes, shared)
    return mean, lost, np.float64(1) / sqrt(squares / np.float64(n) + eps)


def layer_norm(args):
    """
    for row in range(rows):
        mean = sum(x[row]) / n
        rstd = 1 / sqrt(sum((x[row] - mean) ** 2) / n + eps)
        out[row] = (x[row] - mean) * rstd * weight + bias

    With `centred` 0 the mean is taken to be 0: rms_norm. Operands: x, weight, bias, out, of which
    weight and bias may be 0; then centred, and eps as a float64.
    """
    shared, own = cuda.shared.array(THREADS, np.float64), cuda.local.array(HELD, np.float64)
    x, out = vector(word(args, 0), T), vector(word(args, 3), T)
    weight, bias = vector(word(args, 1), T), vector(word(args, 2), T)
    weighted, biased = word(args, 1) != 0, word(args, 2) != 0
    n, centred, eps = word(args, 4), word(args, 7), from_bits(word(args, 8))
    lanes, lane, row, first, end = own_row(args, 4)
    load(x, own, first, end, lanes)
    mean, lost, rstd = standard(x, own, first, end, n, centred, eps, lane, lanes, shared)
    while first < end:
        reload(x, own, first, end, lanes)
        for k in range(HELD):
            j = first + k * lanes
            if inside(j, end):
                y = T(((own[k] - mean) - lost) * rstd)
                if weighted:
                    y *= weight[j - row * n]
                if biased:
                    y += bias[j - row * n]
                out[j] = y
        first += HELD * lanes


def layer_norm_grad(args):
    """
    for row in range(rows):
        mean, rstd = as in layer_norm
        y, h = (x[row] - mean) * rstd, g[row] * weight
        gx[row] = rstd * (h - sum(h) / n - y * sum(h * y) / n)
        gweight[row // group] += g[row] * y
        gbias[row // group] += g[row]

    A block takes `group` rows, one after the other. Operands: x, weight, g, gx, gweight, gbias;
    weight may be 0, and then gweight and gbias are not written; gbias may be 0. Then centred, eps
    as a float64, rows and group; the rows of `own_row` are the groups.
    """
    shared = cuda.shared.array(THREADS, np.float64)
    own, g_own = cuda.local.array(HELD, np.float64), cuda.local.array(HELD, T)
    x, weight = vector(word(args, 0), T), vector(word(args, 1), T)
    g, gx = vector(word(args, 2), T), vector(word(args, 3), T)
    gweight, gbias = vector(word(args, 4), T), vector(word(args, 5), T)
    weighted, biased = word(args, 1) != 0, word(args, 5) != 0
    n, centred, eps = word(args, 6), word(args, 9), from_bits(word(args, 10))
    rows, group = word(args, 11), word(args, 12)
    lanes, lane, block, to, stop = own_row(args, 6)
    for j in range(to, stop, lanes):
        if weighted:
            gweight[j] = T(0)
        if biased:
            gbias[j] = T(0)
    for row in range(block * group, min(rows, (block + 1) * group)):
        first, end = row * n + lane, (row + 1) * n
        load(x, own, first, end, lanes)
        load(g, g_own, first, end, lanes)
        mean, lost, rstd = standard(x, own, first, end, n, centred, eps, lane, lanes, shared)
        along, along_y, i = np.float64(0), np.float64(0), first
        while i < end:
            reload(x, own, i, end, lanes)
            reload(g, g_own, i, end, lanes)
            for k in range(HELD):
                j = i + k * lanes
                if inside(j, end):
                    y = ((own[k] - mean) - lost) * rstd
                    h = g_own[k]
                    if weighted:
                        gweight[block * n + j - row * n] += h * T(y)
                    if biased:
                        gbias[block * n + j - row * n] += h
                    if weighted:
                        h *= weight[j - row * n]
                    along += np.float64(h)
                    along_y += np.float64(h) * y
            i += HELD * lanes
        along = lane_sum(along, shared, lane, lanes) / np.float64(n)
        along_y = lane_sum(along_y, shared, lane, lanes) / np.float64(n)
        if centred == 0:
            along = np.float64(0)
        while first < end:
            reload(x, own, first, end, lanes)
            reload(g, g_own, first, end, lanes)
            for k in range(HELD):
                j = first + k * lanes
                if inside(j, end):
                    y = ((own[k] - mean) - lost) * rstd
                    h = g_own[k] * weight[j - row * n] if weighted else g_own[k]
                    gx[j] = T(rstd * (np.float64(h) - along - y * along_y))
            first += HELD * lanes


# -------------------------------------------------------------------------------------- launches


@functools.lru_cache(maxsize=1024)
def layer_norm_launch(dtype, rows, n, centred, eps, threads=DEFAULT):
    """Over (x (rows, n), weight (n,) or 0, bias (n,) or 0, out (rows, n))."""
    words, work = (int(centred), float_word(eps)), row_work(dtype, rows, n, 2, 8, others=2 * n)
    return row_launch(
        layer_norm, dtype, rows, n, *words, work=work, writes=(3,), threads=threads, most=32
    )


@functools.lru_cache(maxsize=1024)
def layer_norm_grad_launch(dtype, rows, n, centred, eps, threads=DEFAULT, groups=GROUPS):
    """Over (x, weight or 0, g, gx, gweight, gbias or 0); the last two (items, n), to be summed."""
    group, held = max(8, -(-rows // groups)), 8
    threads = power_of_two(max(WARP, -(-n // held)), threads)
    words, count = (int(centred), float_word(eps), rows, group), -(-rows // group)
    work = row_work(dtype, rows, n, 3, 18, others=(2 * count + 1) * n)
    return row_launch(
        layer_norm_grad, dtype, count, n, *words, work=work, writes=(3, 4, 5), threads=threads,
        lanes=threads, most=held,
    )  # fmt: skip
