"""Row kernels on a card: softmax, log_softmax, layer_norm, rms_norm, and their gradients.

The lanes of a row are told of in `rows.py`; the words of a kernel are its operands, then n, rows,
lanes and what its docstring adds.
"""

import functools

import numpy as np

from ..language.memory import vector, word
from ..language.source import T
from ..scalars import INF, exp, from_bits, log, sqrt
from ..work.reducers import larger
from ..work.rows import float_word
from .launch import THREADS as DEFAULT
from .launch import cuda
from .rows import THREADS, lane_max, lane_sum, own_row, row_launch, row_work

GROUPS = 256  # of rows, that sum gradients of weights side by side


# -------------------------------------------------------------------------------------- softmax


def row_max(x, start, lane, lanes, stop, shared):
    """max(x[start : start + stop])"""
    largest, j = T(-INF), lane
    while j < stop:
        largest = larger(largest, x[start + j])
        j += lanes
    return lane_max(largest, shared, lane, lanes)


def row_exp_sum(x, start, largest, lane, lanes, stop, shared):
    """sum(exp(x[start : start + stop] - largest))"""
    total, j = T(0), lane
    while j < stop:
        total += exp(x[start + j] - largest)
        j += lanes
    return lane_sum(total, shared, lane, lanes)


def row_sum(x, start, lane, lanes, stop, shared):
    """sum(x[start : start + stop])"""
    total, j = T(0), lane
    while j < stop:
        total += x[start + j]
        j += lanes
    return lane_sum(total, shared, lane, lanes)


def row_dot(x, y, start, left, right, lane, lanes, stop, shared):
    """sum((x - left) * (y - right)) over a row"""
    total, j = T(0), lane
    while j < stop:
        total += (x[start + j] - left) * (y[start + j] - right)
        j += lanes
    return lane_sum(total, shared, lane, lanes)


def softmax(args):
    """
    for row in range(rows):
        out[row] = exp(x[row] - max(x[row]))
        out[row] /= sum(out[row])

    With `masked` 1 a row of -inf alone gives zeros, not NaN. Operands: x, out; then masked.
    """
    shared = cuda.shared.array(THREADS, T)
    x, out = vector(word(args, 0), T), vector(word(args, 1), T)
    n, lanes, lane, row, stop = own_row(args, 2)
    start = row * n
    largest = row_max(x, start, lane, lanes, stop, shared)
    if word(args, 5) != 0 and largest == T(-INF):
        largest = T(0)
    total = row_exp_sum(x, start, largest, lane, lanes, stop, shared)
    scale = T(0) if total == T(0) else T(1) / total
    j = lane
    while j < stop:
        out[start + j] = exp(x[start + j] - largest) * scale
        j += lanes


def softmax_grad(args):
    """
    for row in range(rows):
        gx[row] = out[row] * (g[row] - sum(g[row] * out[row]))

    Operands: g, out, gx.
    """
    shared = cuda.shared.array(THREADS, T)
    g, out, gx = vector(word(args, 0), T), vector(word(args, 1), T), vector(word(args, 2), T)
    n, lanes, lane, row, stop = own_row(args, 3)
    start = row * n
    shift = row_dot(g, out, start, T(0), T(0), lane, lanes, stop, shared)
    j = lane
    while j < stop:
        gx[start + j] = out[start + j] * (g[start + j] - shift)
        j += lanes


def log_softmax(args):
    """
    for row in range(rows):
        shifted = x[row] - max(x[row])
        out[row] = shifted - log(sum(exp(shifted)))

    Operands: x, out.
    """
    shared = cuda.shared.array(THREADS, T)
    x, out = vector(word(args, 0), T), vector(word(args, 1), T)
    n, lanes, lane, row, stop = own_row(args, 2)
    start = row * n
    largest = row_max(x, start, lane, lanes, stop, shared)
    shift = log(row_exp_sum(x, start, largest, lane, lanes, stop, shared))
    j = lane
    while j < stop:
        out[start + j] = (x[start + j] - largest) - shift
        j += lanes


def log_softmax_grad(args):
    """
    for row in range(rows):
        gx[row] = g[row] - exp(out[row]) * sum(g[row])

    Operands: g, out, gx.
    """
    shared = cuda.shared.array(THREADS, T)
    g, out, gx = vector(word(args, 0), T), vector(word(args, 1), T), vector(word(args, 2), T)
    n, lanes, lane, row, stop = own_row(args, 3)
    start = row * n
    total = row_sum(g, start, lane, lanes, stop, shared)
    j = lane
    while j < stop:
        gx[start + j] = g[start + j] - exp(out[start + j]) * total
        j += lanes


# ---------------------------------------------------------------------------------- layer norms


def row_distance(x, start, centre, lane, lanes, stop, shared):
    """sum(x - centre) over a row, in float64"""
    total, j = np.float64(0), lane
    while j < stop:
        total += np.float64(x[start + j]) - centre
        j += lanes
    return lane_sum(total, shared, lane, lanes)


def row_squares(x, start, centre, lost, lane, lanes, stop, shared):
    """sum(((x - centre) - lost) ** 2) over a row, in float64"""
    total, j = np.float64(0), lane
    while j < stop:
        distance = (np.float64(x[start + j]) - centre) - lost
        total += distance * distance
        j += lanes
    return lane_sum(total, shared, lane, lanes)


def standard(x, start, n, centred, eps, lane, lanes, stop, shared):
    """
    The mean of a row, what its rounding lost, and 1 / sqrt(var + eps), in float64.

    The mean is taken around the first element and corrected by the mean distance from it, as in
    Chan, Golub, LeVeque 1983, "Algorithms for Computing the Sample Variance".
    """
    mean, lost = np.float64(0), np.float64(0)
    if centred != 0:
        if stop > 0:
            mean = np.float64(x[start])
        mean += row_distance(x, start, mean, lane, lanes, stop, shared) / np.float64(n)
        lost = row_distance(x, start, mean, lane, lanes, stop, shared) / np.float64(n)
    spread = row_squares(x, start, mean, lost, lane, lanes, stop, shared) / np.float64(n)
    return mean, lost, np.float64(1) / sqrt(spread + eps)


def layer_norm(args):
    """
    for row in range(rows):
        mean = sum(x[row]) / n
        rstd = 1 / sqrt(sum((x[row] - mean) ** 2) / n + eps)
        out[row] = (x[row] - mean) * rstd * weight + bias

    With `centred` 0 the mean is taken to be 0: rms_norm. Operands: x, weight, bias, out, of which
    weight and bias may be 0; then centred, and eps as a float64.
    """
    shared = cuda.shared.array(THREADS, np.float64)
    x, out = vector(word(args, 0), T), vector(word(args, 3), T)
    weight, bias = vector(word(args, 1), T), vector(word(args, 2), T)
    weighted, biased = word(args, 1) != 0, word(args, 2) != 0
    n, lanes, lane, row, stop = own_row(args, 4)
    start = row * n
    centred, eps = word(args, 7), from_bits(word(args, 8))
    mean, lost, rstd = standard(x, start, n, centred, eps, lane, lanes, stop, shared)
    j = lane
    while j < stop:
        y = T(((np.float64(x[start + j]) - mean) - lost) * rstd)
        if weighted:
            y *= weight[j]
        if biased:
            y += bias[j]
        out[start + j] = y
        j += lanes


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
    x, weight = vector(word(args, 0), T), vector(word(args, 1), T)
    g, gx = vector(word(args, 2), T), vector(word(args, 3), T)
    gweight, gbias = vector(word(args, 4), T), vector(word(args, 5), T)
    weighted, biased = word(args, 1) != 0, word(args, 5) != 0
    n, lanes, lane, block, stop = own_row(args, 6)
    centred, eps = word(args, 9), from_bits(word(args, 10))
    rows, group = word(args, 11), word(args, 12)
    to, j = block * n, lane
    while j < stop:
        if weighted:
            gweight[to + j] = T(0)
        if biased:
            gbias[to + j] = T(0)
        j += lanes
    for row in range(block * group, min(rows, (block + 1) * group)):
        start = row * n
        mean, lost, rstd = standard(x, start, n, centred, eps, lane, lanes, stop, shared)
        j, along_y = lane, np.float64(0)
        while j < stop:
            own, y = g[start + j], ((np.float64(x[start + j]) - mean) - lost) * rstd
            h = own * weight[j] if weighted else own
            gx[start + j] = h
            along_y += np.float64(h) * y
            if weighted:
                gweight[to + j] += own * T(y)
            if biased:
                gbias[to + j] += own
            j += lanes
        along, along_y = np.float64(0), lane_sum(along_y, shared, lane, lanes) / np.float64(n)
        if centred != 0:
            along = row_distance(gx, start, along, lane, lanes, stop, shared) / np.float64(n)
        j = lane
        while j < stop:
            y = ((np.float64(x[start + j]) - mean) - lost) * rstd
            gx[start + j] = T(rstd * (np.float64(gx[start + j]) - along - y * along_y))
            j += lanes


# -------------------------------------------------------------------------------------- launches


@functools.lru_cache(maxsize=1024)
def softmax_launch(dtype, rows, n, log=False, masked=False, threads=DEFAULT):
    """Over (x, out), both (rows, n); only softmax may be `masked`."""
    kernel, words = (log_softmax, ()) if log else (softmax, (int(masked),))
    work = row_work(dtype, rows, n, 2, 6 if log else 7)
    return row_launch(kernel, dtype, rows, n, *words, work=work, writes=(1,), threads=threads)


@functools.lru_cache(maxsize=1024)
def softmax_grad_launch(dtype, rows, n, log=False, threads=DEFAULT):
    """Over (g, out, gx), all (rows, n)."""
    kernel = log_softmax_grad if log else softmax_grad
    work = row_work(dtype, rows, n, 3, 4)
    return row_launch(kernel, dtype, rows, n, work=work, writes=(2,), threads=threads)


@functools.lru_cache(maxsize=1024)
def layer_norm_launch(dtype, rows, n, centred, eps, threads=DEFAULT):
    """Over (x (rows, n), weight (n,) or 0, bias (n,) or 0, out (rows, n))."""
    words, work = (int(centred), float_word(eps)), row_work(dtype, rows, n, 2, 8, others=2 * n)
    return row_launch(layer_norm, dtype, rows, n, *words, work=work, writes=(3,), threads=threads)


@functools.lru_cache(maxsize=1024)
def layer_norm_grad_launch(dtype, rows, n, centred, eps, threads=DEFAULT, groups=GROUPS):
    """Over (x, weight or 0, g, gx, gweight, gbias or 0); the last two (items, n), to be summed."""
    group = max(8, -(-rows // groups))
    words, count = (int(centred), float_word(eps), rows, group), -(-rows // group)
    work = row_work(dtype, rows, n, 3, 18, others=(2 * count + 1) * n)
    return row_launch(
        layer_norm_grad, dtype, count, n, *words, work=work, writes=(3, 4, 5), threads=threads,
        lanes=threads,
    )  # fmt: skip
