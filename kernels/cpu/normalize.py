"""Row kernels: softmax and its relatives, layer_norm, rms_norm, cross entropy.

Items are rows of `n` elements, side by side, or fixed blocks of rows. Rows are folded in `width`
lanes, 1 for short rows, so that loops vectorise and the bits do not depend on the range. Short rows
go through exp in batches: an exp over 4096 elements at once is 5 times faster than over 10.
"""

import functools

import numpy as np

from .. import source
from ..memory import scratch, value, vector, wide, word
from ..scalars import exp, log, sqrt
from ..source import T
from .launch import Launch

CHUNK = 4096  # elements in a batch; the words of its scratch memory
ROWS = 512  # in a batch
GRAIN = 1 << 14  # elements worth a thread's attention
BLOCKS = 64  # of rows, that sum gradients of weights side by side


def fold_sum(lanes, width):
    """The sum of lanes, by halves."""
    half = width // 2
    while half > 0:
        for j in range(np.uintp(half)):
            lanes[j] += lanes[j + np.uintp(half)]
        half //= 2
    return lanes[0]


def row_sum(x, start, n, lanes, width):
    """sum(x[start : start + n])"""
    if width == 1:
        total = T(0)
        for j in range(np.uintp(n)):
            total += x[start + j]
        return total
    for j in range(np.uintp(width)):
        lanes[j] = T(0)
    i, w = start, np.uintp(width)
    w2, w3, w4 = w + w, w + w + w, w + w + w + w
    stop = start + np.uintp(n // width * width)
    while i + w4 <= stop:
        for j in range(w):
            lanes[j] = lanes[j] + x[i + j] + x[i + w + j] + x[i + w2 + j] + x[i + w3 + j]
        i += w4
    while i < stop:
        for j in range(w):
            lanes[j] += x[i + j]
        i += w
    for j in range(np.uintp(n % width)):
        lanes[j] += x[stop + j]
    return fold_sum(lanes, width)


def larger(x, y):
    """max(x, y), NaN if one is"""
    return y if (y > x) | (y != y) else x


def row_max(x, start, n, lanes, width):
    """max(x[start : start + n]), NaN if there is one"""
    if width == 1:
        largest = x[start]
        for j in range(np.uintp(n)):
            largest = larger(largest, x[start + j])
        return largest
    w = np.uintp(width)
    w2, w3, w4 = w + w, w + w + w, w + w + w + w
    i, stop = start, start + np.uintp(n // width * width)
    for j in range(w):
        lanes[j] = x[start]
    while i + w4 <= stop:
        for j in range(w):
            a = larger(lanes[j], x[i + j])
            a = larger(a, x[i + w + j])
            a = larger(a, x[i + w2 + j])
            lanes[j] = larger(a, x[i + w3 + j])
        i += w4
    while i < stop:
        for j in range(w):
            lanes[j] = larger(lanes[j], x[i + j])
        i += w
    for j in range(np.uintp(n % width)):
        lanes[j] = larger(lanes[j], x[stop + j])
    half = width // 2
    while half > 0:
        for j in range(np.uintp(half)):
            lanes[j] = larger(lanes[j], lanes[j + np.uintp(half)])
        half //= 2
    return lanes[0]


def row_dot(x, y, start, n, left, right, lanes, width):
    """sum((x - left) * (y - right)) over a row"""
    if width == 1:
        total = T(0)
        for j in range(np.uintp(n)):
            total += (x[start + j] - left) * (y[start + j] - right)
        return total
    w = np.uintp(width)
    w2 = w + w
    i, stop = start, start + np.uintp(n // width * width)
    for j in range(w):
        lanes[j] = T(0)
    while i + w2 <= stop:
        for j in range(w):
            a = lanes[j] + (x[i + j] - left) * (y[i + j] - right)
            lanes[j] = a + (x[i + w + j] - left) * (y[i + w + j] - right)
        i += w2
    while i < stop:
        for j in range(w):
            lanes[j] += (x[i + j] - left) * (y[i + j] - right)
        i += w
    for j in range(np.uintp(n % width)):
        lanes[j] += (x[stop + j] - left) * (y[stop + j] - right)
    return fold_sum(lanes, width)


# -------------------------------------------------------------------------------------- softmax


def softmax(args, lo, hi):
    """
    for row in range(lo, hi):
        out[row] = exp(x[row] - max(x[row]))
        out[row] /= sum(out[row])

    Block: x, out, n, width, batch.
    """
    wide()
    x, out = vector(word(args, 0), T), vector(word(args, 1), T)
    n, width, batch = word(args, 2), word(args, 3), word(args, 4)
    lanes = vector(scratch(64), T)
    for first in range(lo, hi, batch):
        last = min(hi, first + batch)
        for row in range(first, last):
            start = np.uintp(row * n)
            largest = row_max(x, start, n, lanes, width)
            for j in range(np.uintp(n)):
                out[start + j] = x[start + j] - largest
        for i in range(np.uintp(first * n), np.uintp(last * n)):
            out[i] = exp(out[i])
        for row in range(first, last):
            start = np.uintp(row * n)
            scale = T(1) / row_sum(out, start, n, lanes, width)
            for j in range(np.uintp(n)):
                out[start + j] *= scale


def softmax_grad(args, lo, hi):
    """
    for row in range(lo, hi):
        gx[row] = out[row] * (g[row] - sum(g[row] * out[row]))

    Block: g, out, gx, n, width.
    """
    g, out = vector(word(args, 0), T), vector(word(args, 1), T)
    gx = vector(word(args, 2), T)
    n, width = word(args, 3), word(args, 4)
    lanes = vector(scratch(64), T)
    for row in range(lo, hi):
        start = np.uintp(row * n)
        shift = row_dot(g, out, start, n, T(0), T(0), lanes, width)
        for j in range(np.uintp(n)):
            gx[start + j] = out[start + j] * (g[start + j] - shift)


def exp_totals(x, first, rows, n, maxima, totals, buffer, lanes, width):
    """The maximum of each of some rows, and sum(exp(x - maximum))."""
    for r in range(rows):
        maxima[r] = row_max(x, np.uintp((first + r) * n), n, lanes, width)
        totals[r] = T(0)
    for base in range(0, n, CHUNK):
        size = min(CHUNK, n - base)
        for r in range(rows):
            start, to, largest = np.uintp((first + r) * n + base), np.uintp(r * size), maxima[r]
            for j in range(np.uintp(size)):
                buffer[to + j] = x[start + j] - largest
        for i in range(np.uintp(rows * size)):
            buffer[i] = exp(buffer[i])
        for r in range(rows):
            totals[r] += row_sum(buffer, np.uintp(r * size), size, lanes, width)


def log_softmax(args, lo, hi):
    """
    for row in range(lo, hi):
        shifted = x[row] - max(x[row])
        out[row] = shifted - log(sum(exp(shifted)))

    Block: x, out, n, width, batch.
    """
    wide()
    x, out = vector(word(args, 0), T), vector(word(args, 1), T)
    n, width, batch = word(args, 2), word(args, 3), word(args, 4)
    lanes, buffer = vector(scratch(64), T), vector(scratch(4096), T)
    maxima, totals = vector(scratch(512), T), vector(scratch(512), T)
    for first in range(lo, hi, batch):
        rows = min(hi - first, batch)
        exp_totals(x, first, rows, n, maxima, totals, buffer, lanes, width)
        for r in range(rows):
            start, largest, shift = np.uintp((first + r) * n), maxima[r], log(totals[r])
            for j in range(np.uintp(n)):
                out[start + j] = (x[start + j] - largest) - shift


def log_softmax_grad(args, lo, hi):
    """
    for row in range(lo, hi):
        gx[row] = g[row] - exp(out[row]) * sum(g[row])

    Block: g, out, gx, n, width, batch.
    """
    wide()
    g, out = vector(word(args, 0), T), vector(word(args, 1), T)
    gx = vector(word(args, 2), T)
    n, width, batch = word(args, 3), word(args, 4), word(args, 5)
    lanes = vector(scratch(64), T)
    for first in range(lo, hi, batch):
        last = min(hi, first + batch)
        for i in range(np.uintp(first * n), np.uintp(last * n)):
            gx[i] = exp(out[i])
        for row in range(first, last):
            start = np.uintp(row * n)
            total = row_sum(g, start, n, lanes, width)
            for j in range(np.uintp(n)):
                gx[start + j] = g[start + j] - gx[start + j] * total


# -------------------------------------------------------------------------------- cross entropy


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

    Block: x, stats, n, width, batch.
    """
    wide()
    x, stats = vector(word(args, 0), T), vector(word(args, 1), T)
    n, width, batch = word(args, 2), word(args, 3), word(args, 4)
    lanes, buffer = vector(scratch(64), T), vector(scratch(4096), T)
    maxima, totals = vector(scratch(512), T), vector(scratch(512), T)
    for first in range(lo, hi, batch):
        rows = min(hi - first, batch)
        exp_totals(x, first, rows, n, maxima, totals, buffer, lanes, width)
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
    wide()
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


# ---------------------------------------------------------------------------------- layer norms


def layer_norm(args, lo, hi):
    """
    for row in range(lo, hi):
        mean = sum(x[row]) / n
        rstd = 1 / sqrt(sum((x[row] - mean) ** 2) / n + eps)
        out[row] = (x[row] - mean) * rstd * weight + bias

    With `centred` 0 the mean is taken to be 0: rms_norm. Block: x, weight, bias, out, n, width,
    centred, eps as a float64; weight and bias may be 0.
    """
    x, out = vector(word(args, 0), T), vector(word(args, 3), T)
    weight, bias = vector(word(args, 1), T), vector(word(args, 2), T)
    n, width, centred = word(args, 4), word(args, 5), word(args, 6)
    eps = T(value(args + 56, np.float64))
    lanes = vector(scratch(64), T)
    for row in range(lo, hi):
        start, mean = np.uintp(row * n), T(0)
        if centred != 0:
            mean = row_sum(x, start, n, lanes, width) / T(n)
        spread = row_dot(x, x, start, n, mean, mean, lanes, width) / T(n)
        rstd = T(1) / sqrt(spread + eps)
        if word(args, 1) != 0 and word(args, 2) != 0:
            for j in range(np.uintp(n)):
                out[start + j] = (x[start + j] - mean) * rstd * weight[j] + bias[j]
        elif word(args, 1) != 0:
            for j in range(np.uintp(n)):
                out[start + j] = (x[start + j] - mean) * rstd * weight[j]
        else:
            for j in range(np.uintp(n)):
                out[start + j] = (x[start + j] - mean) * rstd


def layer_norm_grad(args, lo, hi):
    """
    for row in range(lo * group, min(rows, hi * group)):
        mean, rstd = as in layer_norm
        y, h = (x[row] - mean) * rstd, g[row] * weight
        gx[row] = rstd * (h - sum(h) / n - y * sum(h * y) / n)
        gweight[row // group] += g[row] * y
        gbias[row // group] += g[row]

    Items are blocks of `group` rows. Block: x, weight, g, gx, gweight, gbias, n, width, centred,
    eps as a float64, rows, group; weight may be 0, and then gweight and gbias are not written;
    gbias may be 0.
    """
    x, weight = vector(word(args, 0), T), vector(word(args, 1), T)
    g, gx = vector(word(args, 2), T), vector(word(args, 3), T)
    gweight, gbias = vector(word(args, 4), T), vector(word(args, 5), T)
    n, width, centred = word(args, 6), word(args, 7), word(args, 8)
    eps = T(value(args + 72, np.float64))
    rows, group = word(args, 10), word(args, 11)
    weighted, biased = word(args, 1) != 0, word(args, 5) != 0
    lanes = vector(scratch(64), T)
    for block in range(lo, hi):
        to = np.uintp(block * n)
        if weighted:
            for j in range(np.uintp(n)):
                gweight[to + j] = T(0)
        if biased:
            for j in range(np.uintp(n)):
                gbias[to + j] = T(0)
        for row in range(block * group, min(rows, (block + 1) * group)):
            start, mean = np.uintp(row * n), T(0)
            if centred != 0:
                mean = row_sum(x, start, n, lanes, width) / T(n)
            spread = row_dot(x, x, start, n, mean, mean, lanes, width) / T(n)
            rstd = T(1) / sqrt(spread + eps)
            if weighted:
                for j in range(np.uintp(n)):
                    gweight[to + j] += g[start + j] * ((x[start + j] - mean) * rstd)
                    gx[start + j] = g[start + j] * weight[j]
            else:
                for j in range(np.uintp(n)):
                    gx[start + j] = g[start + j]
            if biased:
                for j in range(np.uintp(n)):
                    gbias[to + j] += g[start + j]
            along, along_y = T(0), row_dot(gx, x, start, n, T(0), mean, lanes, width)
            if centred != 0:
                along = row_sum(gx, start, n, lanes, width) / T(n)
            along_y = along_y * rstd * rstd / T(n)
            for j in range(np.uintp(n)):
                gx[start + j] = rstd * (gx[start + j] - along - (x[start + j] - mean) * along_y)


# -------------------------------------------------------------------------------------- launches


def _lanes(n):
    return 1 if n <= 32 else 16 if n < 256 else 64


def _batch(n):
    """Rows whose exp is taken at once."""
    return max(1, min(ROWS, CHUNK // max(1, n)))


def _float(number):
    return int(np.float64(number).view(np.int64))


def _launch(kernel, dtype, items, size, *words):
    """The Launch of a kernel over items of `size` elements."""
    geometry = np.array(words, np.int64)
    grain = max(1, GRAIN // max(1, size))
    return Launch(source.kernel_entry(kernel, dtype), items, geometry, grain)


@functools.lru_cache(maxsize=1024)
def softmax_launch(dtype, rows, n, log=False):
    """Over (x, out), both (rows, n)."""
    kernel = log_softmax if log else softmax
    return _launch(kernel, dtype, rows, n, n, _lanes(n), _batch(n))


@functools.lru_cache(maxsize=1024)
def softmax_grad_launch(dtype, rows, n, log=False):
    """Over (g, out, gx), all (rows, n)."""
    kernel = log_softmax_grad if log else softmax_grad
    return _launch(kernel, dtype, rows, n, n, _lanes(n), _batch(n))


@functools.lru_cache(maxsize=1024)
def check_launch(rows, n, ignore):
    """Over (target (rows,),) of int64: answers how many are out of range."""
    launch = _launch(check_targets, "float64", rows, 1, n, ignore)
    launch.grain = 0  # only a serial launch hands the answer on
    return launch


@functools.lru_cache(maxsize=1024)
def log_sums_launch(dtype, rows, n):
    """Over (x (rows, n), stats (rows, 2)): the maximum and the logarithm of the sum of exp."""
    return _launch(log_sums, dtype, rows, n, n, _lanes(n), _batch(n))


@functools.lru_cache(maxsize=1024)
def cross_entropy_launch(dtype, rows, n, ignore, step, smoothing):
    """Over (x (rows, n), target, weight, stats, losses (rows,))."""
    size = n if smoothing else 4
    return _launch(cross_entropy, dtype, rows, size, n, ignore, step, _float(smoothing))


@functools.lru_cache(maxsize=1024)
def weight_of_targets_launch(dtype, rows, ignore, step, mean):
    """Over (target, weight, losses or 0, out (2,)): sum or mean of losses, sum of weights."""
    return _launch(weight_of_targets, dtype, 1, rows, rows, ignore, step, int(mean))


@functools.lru_cache(maxsize=1024)
def cross_entropy_grad_launch(dtype, rows, n, ignore, step, smoothing, g_step):
    """Over (x, target, weight, stats, g, total (1,), gx (rows, n))."""
    words = n, ignore, step, _float(smoothing), g_step, _batch(n)
    return _launch(cross_entropy_grad, dtype, rows, n, *words)


@functools.lru_cache(maxsize=1024)
def layer_norm_launch(dtype, rows, n, centred, eps):
    """Over (x (rows, n), weight (n,) or 0, bias (n,) or 0, out (rows, n))."""
    return _launch(layer_norm, dtype, rows, n, n, _lanes(n), int(centred), _float(eps))


@functools.lru_cache(maxsize=1024)
def layer_norm_grad_launch(dtype, rows, n, centred, eps):
    """Over (x, weight or 0, g, gx, gweight, gbias or 0); the last two (blocks, n), to be summed."""
    group = max(8, -(-rows // BLOCKS))
    words = n, _lanes(n), int(centred), _float(eps), rows, group
    return _launch(layer_norm_grad, dtype, -(-rows // group), n * group, *words)
