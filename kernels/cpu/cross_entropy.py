"""Row kernels: cross entropy of scores (rows, n) against class indices, and its gradient."""

import functools

import numpy as np

from ..language.memory import scratch, value, vector, wide, word
from ..language.source import T
from ..scalars import exp, log
from ..work.rows import float_word, in_bytes
from .rows import batch_for, exp_totals, row_launch

TARGET = 8  # bytes of a class index


def check_targets(args, lo, hi):
    """
    return sum(target[i] != ignore and not 0 <= target[i] < n for i in range(lo, hi))

    Block: target, n, ignore.
    """
    target = vector(word(args, 0), np.int64)
    n, ignore = word(args, 1), word(args, 2)
    bad = 0
    for i in range(np.uintp(lo), np.uintp(hi)):
        t = target[i]
        bad += (t != ignore) & ((t < 0) | (t >= n))
    return bad


def log_sums(args, lo, hi):
    """
    for row in range(lo, hi):
        stats[row, 0] = max(x[row])
        stats[row, 1] = log(sum(exp(x[row] - max(x[row]))))

    Block: x, stats, n, batch.
    """
    wide(4)
    x, stats = vector(word(args, 0), T), vector(word(args, 1), T)
    n, batch = word(args, 2), word(args, 3)
    buffer = vector(scratch(4096), T)
    maxima, totals = vector(scratch(512), T), vector(scratch(512), T)
    for first in range(lo, hi, batch):
        rows = min(hi - first, batch)
        exp_totals(x, first, rows, n, maxima, totals, buffer)
        for r in range(rows):
            stats[2 * (first + r)] = maxima[r]
            stats[2 * (first + r) + 1] = log(totals[r])


def cross_entropy(args, lo, hi):
    """
    for row in range(lo, hi):
        t = target[row]
        logs = (x[row] - stats[row, 0]) - stats[row, 1]
        losses[row] = 0 if t == ignore else (
            -(1 - smoothing) * weight[t] * logs[t] - smoothing / n * sum(weight * logs))

    Block: x, target, weight, stats, losses, n, ignore, step of weight (0: the same for all
    classes), smoothing as a float64.
    """
    x, target = vector(word(args, 0), T), vector(word(args, 1), np.int64)
    weight, stats = vector(word(args, 2), T), vector(word(args, 3), T)
    losses = vector(word(args, 4), T)
    n, ignore, step = word(args, 5), word(args, 6), word(args, 7)
    smoothing = T(value(args + 64, np.float64))
    for row in range(lo, hi):
        t = target[row]
        if t == ignore:
            losses[row] = T(0)
            continue
        largest, shift = stats[2 * row], stats[2 * row + 1]
        loss = (shift - (x[row * n + t] - largest)) * weight[t * step]
        if smoothing != T(0):
            others = T(0)
            for c in range(n):
                others += (shift - (x[row * n + c] - largest)) * weight[c * step]
            loss = loss * (T(1) - smoothing) + others * (smoothing / T(n))
        losses[row] = loss


def weight_of_targets(args, lo, hi):
    """
    out[1] = sum(weight[target[i]] for i in range(rows) if target[i] != ignore)
    out[0] = sum(losses) / out[1] if mean else sum(losses)

    One item. Block: target, weight, losses (or 0), out, rows, ignore, step of weight, mean.
    """
    target, weight = vector(word(args, 0), np.int64), vector(word(args, 1), T)
    losses, out = vector(word(args, 2), T), vector(word(args, 3), T)
    rows, ignore, step = word(args, 4), word(args, 5), word(args, 6)
    loss, total = 0.0, 0.0
    if word(args, 2) != 0:
        for i in range(rows):
            loss += losses[i]
    for i in range(rows):
        if target[i] != ignore:
            total += weight[target[i] * step]
    out[0] = loss / total if word(args, 7) != 0 else loss
    out[1] = total


def cross_entropy_grad(args, lo, hi):
    """
    for row in range(lo, hi):
        t = target[row]
        p = exp((x[row] - stats[row, 0]) - stats[row, 1])
        gx[row] = 0 if t == ignore else g[row] / total * (
            ((1 - smoothing) * weight[t] + smoothing / n * sum(weight)) * p
            - (1 - smoothing) * weight[t] * onehot(t) - smoothing / n * weight)

    Block: x, target, weight, stats, g, total, gx, n, ignore, step of weight, smoothing as a
    float64, step of g, batch.
    """
    wide(4)
    x, target = vector(word(args, 0), T), vector(word(args, 1), np.int64)
    weight, stats = vector(word(args, 2), T), vector(word(args, 3), T)
    g, gx = vector(word(args, 4), T), vector(word(args, 6), T)
    total = value(word(args, 5), T)
    n, ignore, step = word(args, 7), word(args, 8), word(args, 9)
    smoothing = T(value(args + 80, np.float64))
    g_step, batch = word(args, 11), word(args, 12)
    share = smoothing / T(n)
    weights = T(0)
    for c in range(n):
        weights += weight[c * step]
    for first in range(lo, hi, batch):
        last = min(hi, first + batch)
        for row in range(first, last):
            start, largest, shift = np.uintp(row * n), stats[2 * row], stats[2 * row + 1]
            for j in range(np.uintp(n)):
                gx[start + j] = (x[start + j] - largest) - shift
        for i in range(np.uintp(first * n), np.uintp(last * n)):
            gx[i] = exp(gx[i])
        for row in range(first, last):
            start, t = np.uintp(row * n), target[row]
            scale, own = T(0), T(0)
            if t != ignore:
                scale, own = g[row * g_step] / total, (T(1) - smoothing) * weight[t * step]
            factor = scale * (own + share * weights)
            for j in range(np.uintp(n)):
                gx[start + j] = gx[start + j] * factor if t != ignore else T(0)
            if smoothing != T(0):
                for c in range(n):
                    gx[row * n + c] -= scale * share * weight[c * step]
            if t != ignore:
                gx[row * n + t] -= scale * own


@functools.lru_cache(maxsize=1024)
def check_launch(rows, n, ignore):
    """Over (target (rows,),) of int64: answers how many are out of range."""
    launch = row_launch(check_targets, "float64", rows, 1, n, ignore, writes=())
    launch.grain = 0  # only a serial launch hands the answer on
    return launch


@functools.lru_cache(maxsize=1024)
def log_sums_launch(dtype, rows, n):
    """Over (x (rows, n), stats (rows, 2)): the maximum and the logarithm of the sum of exp."""
    strides = in_bytes(dtype, n, 2)
    return row_launch(log_sums, dtype, rows, n, n, batch_for(n), writes=(1,), strides=strides)


@functools.lru_cache(maxsize=1024)
def cross_entropy_launch(dtype, rows, n, ignore, step, smoothing):
    """Over (x (rows, n), target, weight, stats, losses (rows,))."""
    size = n if smoothing else 4
    words = n, ignore, step, float_word(smoothing)
    row, pair, one = in_bytes(dtype, n, 2, 1)
    strides = row, TARGET, 0, pair, one
    return row_launch(cross_entropy, dtype, rows, size, *words, writes=(4,), strides=strides)


@functools.lru_cache(maxsize=1024)
def weight_of_targets_launch(dtype, rows, ignore, step, mean):
    """Over (target, weight, losses or 0, out (2,)): sum or mean of losses, sum of weights."""
    words = rows, ignore, step, int(mean)
    return row_launch(weight_of_targets, dtype, 1, rows, *words, writes=(3,), arrays=3)


@functools.lru_cache(maxsize=1024)
def cross_entropy_grad_launch(dtype, rows, n, ignore, step, smoothing, g_step):
    """Over (x, target, weight, stats, g, total (1,), gx (rows, n))."""
    words = n, ignore, step, float_word(smoothing), g_step, batch_for(n)
    row, pair, g_row = in_bytes(dtype, n, 2, g_step)
    strides = row, TARGET, 0, pair, g_row, 0, row
    return row_launch(
        cross_entropy_grad, dtype, rows, n, *words, writes=(6,), arrays=2, strides=strides
    )
