"""Row kernels on a card: cross entropy of scores (rows, n) against class indices; its gradient.

The lanes of a row are told of in `rows.py`; the words of a kernel are its operands, then n, rows,
lanes and what its docstring adds.
"""

import functools

import numpy as np

from ..language.memory import value, vector, word
from ..language.source import T
from ..scalars import INF, exp, from_bits, log
from ..work.launches import Work
from ..work.reducers import larger
from ..work.rows import float_word
from .launch import BLOCKS, Check, atomic_add, cuda, kernel_launch, strides_over
from .launch import THREADS as DEFAULT
from .offsets import first_item, item_step
from .rows import (
    HELD,
    THREADS,
    inside,
    lane_max,
    lane_sum,
    load,
    own_row,
    reload,
    row_launch,
    row_work,
)


def check_targets(args):
    """
    bad[0] += sum(target[i] != ignore and not 0 <= target[i] < n for i in range(rows))

    Words: target, bad, rows, n, ignore.
    """
    target, bad = vector(word(args, 0), np.int64), vector(word(args, 1), np.int64)
    rows, n, ignore = word(args, 2), word(args, 3), word(args, 4)
    i = first_item()
    while i < rows:
        t = target[i]
        if t != ignore and (t < 0 or t >= n):
            atomic_add(bad, 0, np.int64(1))
        i += item_step()


def row_max(x, own, first, end, lane, lanes, shared):
    """max(x[row])"""
    largest = T(-INF)
    while first < end:
        reload(x, own, first, end, lanes)
        for k in range(HELD):
            if inside(first + k * lanes, end):
                largest = larger(largest, own[k])
        first += HELD * lanes
    return lane_max(largest, shared, lane, lanes)


def row_exp_sum(x, own, first, end, largest, lane, lanes, shared):
    """sum(exp(x[row] - largest)); where the lanes hold all of the row, they hold exp(...) then"""
    total = T(0)
    while first < end:
        reload(x, own, first, end, lanes)
        for k in range(HELD):
            if inside(first + k * lanes, end):
                own[k] = exp(own[k] - largest)
                total += own[k]
        first += HELD * lanes
    return lane_sum(total, shared, lane, lanes)


def log_sums(args):
    """
    for row in range(rows):
        stats[row, 0] = max(x[row])
        stats[row, 1] = log(sum(exp(x[row] - max(x[row]))))

    Operands: x, stats.
    """
    shared, own = cuda.shared.array(THREADS, T), cuda.local.array(HELD, T)
    x, stats = vector(word(args, 0), T), vector(word(args, 1), T)
    lanes, lane, row, first, end = own_row(args, 2)
    load(x, own, first, end, lanes)
    largest = row_max(x, own, first, end, lane, lanes, shared)
    total = row_exp_sum(x, own, first, end, largest, lane, lanes, shared)
    if lane == 0 and first < end:
        stats[2 * row] = largest
        stats[2 * row + 1] = log(total)


def cross_entropy(args):
    """
    for row in range(rows):
        t = target[row]
        logs = (x[row] - stats[row, 0]) - stats[row, 1]
        losses[row] = 0 if t == ignore else (
            -(1 - smoothing) * weight[t] * logs[t] - smoothing / n * sum(weight * logs))

    Operands: x, target, weight, stats, losses; then ignore, step of weight (0: the same for all
    classes), smoothing as a float64.
    """
    shared = cuda.shared.array(THREADS, T)
    x, target = vector(word(args, 0), T), vector(word(args, 1), np.int64)
    weight, stats = vector(word(args, 2), T), vector(word(args, 3), T)
    losses = vector(word(args, 4), T)
    lanes, lane, row, first, end = own_row(args, 5)
    n, held = word(args, 5), end > 0
    ignore, step, smoothing = word(args, 8), word(args, 9), T(from_bits(word(args, 10)))
    t = target[row] if held else ignore
    largest = stats[2 * row] if held else T(0)
    shift = stats[2 * row + 1] if held else T(0)
    others = T(0)
    while first < end and smoothing != T(0):
        others += (shift - (x[first] - largest)) * weight[(first - row * n) * step]
        first += lanes
    others = lane_sum(others, shared, lane, lanes)
    if lane == 0 and held:
        loss = T(0)
        if t != ignore:
            loss = (shift - (x[row * n + t] - largest)) * weight[t * step]
            if smoothing != T(0):
                loss = loss * (T(1) - smoothing) + others * (smoothing / T(n))
        losses[row] = loss


def weight_of_targets(args):
    """
    out[1] = sum(weight[target[i]] for i in range(rows) if target[i] != ignore)
    out[0] = sum(losses) / out[1] if mean else sum(losses)

    One row of all targets. Operands: target, weight, losses (or 0), out; then ignore, step of
    weight, mean.
    """
    shared = cuda.shared.array(THREADS, np.float64)
    target, weight = vector(word(args, 0), np.int64), vector(word(args, 1), T)
    losses, out = vector(word(args, 2), T), vector(word(args, 3), T)
    targets, own = cuda.local.array(HELD, np.int64), cuda.local.array(HELD, T)
    lanes, lane, _, i, end = own_row(args, 4)
    ignore, step = word(args, 7), word(args, 8)
    loss, total = 0.0, 0.0
    while i < end:
        load(target, targets, i, end, lanes)
        if word(args, 2) != 0:
            load(losses, own, i, end, lanes)
        for k in range(HELD):
            if inside(i + k * lanes, end):
                if word(args, 2) != 0:
                    loss += own[k]
                if targets[k] != ignore:
                    total += weight[targets[k] * step]
        i += HELD * lanes
    loss = lane_sum(loss, shared, lane, lanes)
    total = lane_sum(total, shared, lane, lanes)
    if lane == 0:
        out[0] = loss / total if word(args, 9) != 0 else loss
        out[1] = total


def cross_entropy_grad(args):
    """
    for row in range(rows):
        t = target[row]
        p = exp((x[row] - stats[row, 0]) - stats[row, 1])
        gx[row] = 0 if t == ignore else g[row] / total * (
            ((1 - smoothing) * weight[t] + smoothing / n * sum(weight)) * p
            - (1 - smoothing) * weight[t] * onehot(t) - smoothing / n * weight)

    Operands: x, target, weight, stats, g, total, gx; then ignore, step of weight, smoothing as a
    float64, step of g.
    """
    shared = cuda.shared.array(THREADS, T)
    x, target = vector(word(args, 0), T), vector(word(args, 1), np.int64)
    weight, stats = vector(word(args, 2), T), vector(word(args, 3), T)
    g, gx = vector(word(args, 4), T), vector(word(args, 6), T)
    total = value(word(args, 5), T)
    own, n = cuda.local.array(HELD, T), word(args, 7)
    lanes, lane, row, first, end = own_row(args, 7)
    ignore, step, smoothing = word(args, 10), word(args, 11), T(from_bits(word(args, 12)))
    held, start = end > 0, row * n
    t = target[row] if held else ignore
    largest = stats[2 * row] if held else T(0)
    shift = stats[2 * row + 1] if held else T(0)
    weights, j = T(0), first
    while j < end and smoothing != T(0):
        weights += weight[(j - start) * step]
        j += lanes
    weights = lane_sum(weights, shared, lane, lanes)
    scale, hit, share = T(0), T(0), smoothing / T(n)
    if t != ignore:
        scale, hit = g[row * word(args, 13)] / total, (T(1) - smoothing) * weight[t * step]
    while first < end:
        load(x, own, first, end, lanes)
        for k in range(HELD):
            j = first + k * lanes
            if inside(j, end):
                c = j - start
                slope = (hit + share * weights) * exp((own[k] - largest) - shift)
                slope -= hit if c == t else T(0)
                slope -= share * weight[c * step]
                gx[j] = scale * slope if t != ignore else T(0)
        first += HELD * lanes


@functools.lru_cache(maxsize=1024)
def check_launch(rows, n, ignore, threads=DEFAULT, blocks=BLOCKS):
    """Check(target (rows,) of int64): how many are out of range."""
    grid = strides_over(rows, threads, blocks)
    words, work = (rows, n, ignore), Work((rows,), 8 * rows + 8)
    launch = kernel_launch(check_targets, "float64", rows, grid, threads, words, (), work)
    return Check(launch, 1, _only)


def _only(found):
    return int(found[0])


@functools.lru_cache(maxsize=1024)
def log_sums_launch(dtype, rows, n, threads=DEFAULT):
    """Over (x (rows, n), stats (rows, 2)): the maximum and the logarithm of the sum of exp."""
    work = row_work(dtype, rows, n, 1, 4, others=2 * rows)
    return row_launch(log_sums, dtype, rows, n, work=work, writes=(1,), threads=threads, most=32)


@functools.lru_cache(maxsize=1024)
def cross_entropy_launch(dtype, rows, n, ignore, step, smoothing, threads=DEFAULT):
    """Over (x (rows, n), target, weight, stats, losses (rows,))."""
    words, lanes = (ignore, step, float_word(smoothing)), None if smoothing else 1
    chosen = 5 * rows  # the score, weight and loss of a target, and stats: smoothing takes all
    read = rows * n if smoothing else 0
    nbytes = np.dtype(dtype).itemsize * (read + chosen) + 8 * rows
    work = Work((rows, n), nbytes, 4 * read + 3 * rows)
    return row_launch(
        cross_entropy, dtype, rows, n, *words, work=work, writes=(4,), threads=threads, lanes=lanes
    )


@functools.lru_cache(maxsize=1024)
def weight_of_targets_launch(dtype, rows, ignore, step, mean, threads=4 * DEFAULT):
    """Over (target, weight, losses or 0, out (2,)): sum or mean of losses, sum of weights."""
    words = ignore, step, int(mean)
    work = row_work(dtype, 1, rows, 2, 2, others=2, nbytes=8 * rows)
    return row_launch(
        weight_of_targets, dtype, 1, rows, *words, work=work, writes=(3,), threads=threads,
        lanes=threads, most=4,
    )  # fmt: skip


@functools.lru_cache(maxsize=1024)
def cross_entropy_grad_launch(dtype, rows, n, ignore, step, smoothing, g_step, threads=DEFAULT):
    """Over (x, target, weight, stats, g, total (1,), gx (rows, n))."""
    words = ignore, step, float_word(smoothing), g_step
    work = row_work(dtype, rows, n, 2, 8, others=4 * rows, nbytes=8 * rows)
    return row_launch(
        cross_entropy_grad, dtype, rows, n, *words, work=work, writes=(6,), threads=threads, most=8
    )
