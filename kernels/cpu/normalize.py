"""Row kernels: layer_norm, rms_norm, and their gradients.

Items are rows, or fixed blocks of rows; see `rows.py`.
"""

import functools

import numpy as np

from ..language.memory import value, vector, wide, word
from ..language.source import T
from ..scalars import INF, bits, from_bits, sqrt
from ..work.rows import float_word, in_bytes
from .rows import row_dot, row_launch, row_moments, row_sum

SMALL = 1e-30  # squares of float32 numbers below it lose their bits
EXPONENT = 0x7FF0000000000000  # these bits of a float64

BLOCKS = 64  # of rows, that sum gradients of weights side by side


# ---------------------------------------------------------------------------------- layer norms


def standard(x, start, n, centred, eps):
    """
    The mean of a row, what its rounding lost, and 1 / sqrt(var + eps).

    The mean is taken around the first element and corrected by the mean distance from it, as in
    Chan, Golub, LeVeque 1983, "Algorithms for Computing the Sample Variance".
    """
    mean, lost = T(0), T(0)
    if centred != 0:
        total, _ = row_moments(x, start, n, x[start])
        mean = x[start] + total / T(n)
    total, squares = row_moments(x, start, n, mean)
    if centred != 0:
        lost = total / T(n)
    spread = squares / T(n) - lost * lost
    spread = (spread if spread > T(0) else T(0)) + eps if spread == spread else spread
    if spread > T(SMALL) and spread < T(INF):
        return mean, lost, T(1) / sqrt(spread)
    return standard_scaled(x, start, n, centred, eps)


def standard_scaled(x, start, n, centred, eps):
    """The same for a row whose squares overflow or vanish: in float64, scaled by a power of 2."""
    largest = np.float64(1e-300)
    for j in range(np.uintp(n)):
        largest = max(largest, abs(np.float64(x[start + j])))
    scale = np.float64(1) / from_bits(bits(largest) & EXPONENT) if largest < INF else np.float64(1)
    mean, lost, squares = np.float64(0), np.float64(0), np.float64(0)
    if centred != 0:
        for j in range(np.uintp(n)):
            mean += np.float64(x[start + j]) * scale
        mean /= np.float64(n)
        for j in range(np.uintp(n)):
            lost += np.float64(x[start + j]) * scale - mean
        lost /= np.float64(n)
    for j in range(np.uintp(n)):
        distance = (np.float64(x[start + j]) * scale - mean) - lost
        squares += distance * distance
    rstd = scale / sqrt(squares / np.float64(n) + np.float64(eps) * scale * scale)
    rounded = T(mean / scale)
    return rounded, T((mean / scale - np.float64(rounded)) + lost / scale), T(rstd)


def layer_norm(args, lo, hi):
    """
    for row in range(lo, hi):
        mean = sum(x[row]) / n
        rstd = 1 / sqrt(sum((x[row] - mean) ** 2) / n + eps)
        out[row] = (x[row] - mean) * rstd * weight + bias

    With `centred` 0 the mean is taken to be 0: rms_norm. Block: x, weight, bias, out, n,
    centred, eps as a float64; weight and bias may be 0.
    """
    wide(4)
    x, out = vector(word(args, 0), T), vector(word(args, 3), T)
    weight, bias = vector(word(args, 1), T), vector(word(args, 2), T)
    n, centred = word(args, 4), word(args, 5)
    eps = T(value(args + 48, np.float64))
    for row in range(lo, hi):
        start = np.uintp(row * n)
        mean, lost, rstd = standard(x, start, n, centred, eps)
        if word(args, 1) != 0 and word(args, 2) != 0:
            for j in range(np.uintp(n)):
                out[start + j] = ((x[start + j] - mean) - lost) * rstd * weight[j] + bias[j]
        elif word(args, 1) != 0:
            for j in range(np.uintp(n)):
                out[start + j] = ((x[start + j] - mean) - lost) * rstd * weight[j]
        else:
            for j in range(np.uintp(n)):
                out[start + j] = ((x[start + j] - mean) - lost) * rstd


def layer_norm_grad(args, lo, hi):
    """
    for row in range(lo * group, min(rows, hi * group)):
        mean, rstd = as in layer_norm
        y, h = (x[row] - mean) * rstd, g[row] * weight
        gx[row] = rstd * (h - sum(h) / n - y * sum(h * y) / n)
        gweight[row // group] += g[row] * y
        gbias[row // group] += g[row]

    Items are blocks of `group` rows. Block: x, weight, g, gx, gweight, gbias, n, centred,
    eps as a float64, rows, group; weight may be 0, and then gweight and gbias are not written;
    gbias may be 0.
    """
    wide(4)
    x, weight = vector(word(args, 0), T), vector(word(args, 1), T)
    g, gx = vector(word(args, 2), T), vector(word(args, 3), T)
    gweight, gbias = vector(word(args, 4), T), vector(word(args, 5), T)
    n, centred = word(args, 6), word(args, 7)
    eps = T(value(args + 64, np.float64))
    rows, group = word(args, 9), word(args, 10)
    weighted = word(args, 1) != 0
    biased = weighted and word(args, 5) != 0
    for block in range(lo, hi):
        to = np.uintp(block * n)
        if weighted:
            for j in range(np.uintp(n)):
                gweight[to + j] = T(0)
        if biased:
            for j in range(np.uintp(n)):
                gbias[to + j] = T(0)
        for row in range(block * group, min(rows, (block + 1) * group)):
            start = np.uintp(row * n)
            mean, lost, rstd = standard(x, start, n, centred, eps)
            if biased:
                for j in range(np.uintp(n)):
                    gweight[to + j] += g[start + j] * (((x[start + j] - mean) - lost) * rstd)
                    gbias[to + j] += g[start + j]
                    gx[start + j] = g[start + j] * weight[j]
            elif weighted:
                for j in range(np.uintp(n)):
                    gweight[to + j] += g[start + j] * (((x[start + j] - mean) - lost) * rstd)
                    gx[start + j] = g[start + j] * weight[j]
            else:
                for j in range(np.uintp(n)):
                    gx[start + j] = g[start + j]
            along, along_y = T(0), row_dot(gx, x, start, n, T(0), mean) / T(n)
            if centred != 0:
                along = row_sum(gx, start, n) / T(n)
            along_y = (along_y - lost * along) * rstd
            for j in range(np.uintp(n)):
                y = ((x[start + j] - mean) - lost) * rstd
                gx[start + j] = rstd * (gx[start + j] - along - y * along_y)


# -------------------------------------------------------------------------------------- launches


@functools.lru_cache(maxsize=1024)
def layer_norm_launch(dtype, rows, n, centred, eps):
    """Over (x (rows, n), weight (n,) or 0, bias (n,) or 0, out (rows, n))."""
    words = n, int(centred), float_word(eps)
    strides = in_bytes(dtype, n, 0, 0, n)
    return row_launch(layer_norm, dtype, rows, n, *words, writes=(3,), arrays=2, strides=strides)


@functools.lru_cache(maxsize=1024)
def layer_norm_grad_launch(dtype, rows, n, centred, eps):
    """Over (x, weight or 0, g, gx, gweight, gbias or 0); the last two (blocks, n), to be summed."""
    group = max(8, -(-rows // BLOCKS))
    words = n, int(centred), float_word(eps), rows, group
    blocks, size = -(-rows // group), n * group
    strides = in_bytes(dtype, size, 0, size, size, n, n) if rows % group == 0 else ()
    return row_launch(
        layer_norm_grad, dtype, blocks, size, *words, writes=(3, 4, 5), arrays=3, strides=strides
    )
