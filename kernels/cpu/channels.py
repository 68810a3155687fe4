"""Sums over all images of a channel: what batch norms need of their input and of its gradient.

Items are channels of images (images, channels, n): each is read from memory once, and again from
the cache.
"""

import functools

import numpy as np

from ..language import source
from ..language.memory import value, vector, wide, word
from ..language.source import T
from ..scalars import sqrt
from ..work.launches import Work
from ..work.rows import float_word
from .launch import Launch
from .rows import GRAIN, row_dot, row_moments, row_sum


def channel_moments(args, lo, hi):
    """
    for c in range(lo, hi):
        mean, var = those of x[:, c]
        stats[:, c] = mean, what its rounding lost, var, 1 / sqrt(var + eps)

    The mean is taken around the first element and corrected by the mean distance from it, as in
    Chan, Golub, LeVeque 1983, "Algorithms for Computing the Sample Variance". Block: x, stats,
    images, channels, n, eps as a float64.
    """
    wide(4)
    x, stats = vector(word(args, 0), T), vector(word(args, 1), T)
    images, channels, n = word(args, 2), word(args, 3), word(args, 4)
    eps, count = value(args + 40, np.float64), np.float64(images * n)
    for c in range(lo, hi):
        centre = x[np.uintp(c * n)]
        total, squares = np.float64(0), np.float64(0)
        for image in range(images):
            part, _ = row_moments(x, np.uintp((image * channels + c) * n), n, centre)
            total += np.float64(part)
        exact = np.float64(centre) + total / count
        mean, total = T(exact), np.float64(0)
        for image in range(images):
            part, square = row_moments(x, np.uintp((image * channels + c) * n), n, mean)
            total += np.float64(part)
            squares += np.float64(square)
        lost = total / count
        var = squares / count - lost * lost
        var = var if var > 0 or var != var else np.float64(0)
        stats[c], stats[channels + c] = mean, T(lost)
        stats[2 * channels + c] = T(var)
        stats[3 * channels + c] = T(1 / sqrt(var + eps))


def channel_products(args, lo, hi):
    """
    for c in range(lo, hi):
        sums[:, c] = sum(g[:, c]), sum(g[:, c] * (x[:, c] - mean) * rstd)

    Block: x, g, stats as above, sums, images, channels, n.
    """
    wide(4)
    x, g = vector(word(args, 0), T), vector(word(args, 1), T)
    stats, sums = vector(word(args, 2), T), vector(word(args, 3), T)
    images, channels, n = word(args, 4), word(args, 5), word(args, 6)
    for c in range(lo, hi):
        total, product = np.float64(0), np.float64(0)
        for image in range(images):
            start = np.uintp((image * channels + c) * n)
            total += np.float64(row_sum(g, start, n))
            product += np.float64(row_dot(g, x, start, n, T(0), stats[c]))
        product -= np.float64(stats[channels + c]) * total
        sums[c] = T(total)
        sums[channels + c] = T(product * np.float64(stats[3 * channels + c]))


@functools.lru_cache(maxsize=1024)
def moments_launch(dtype, images, channels, n, eps):
    """Over (x (images, channels, n), stats (4, channels))."""
    return _launch(channel_moments, dtype, 1, images, channels, n, float_word(eps))


@functools.lru_cache(maxsize=1024)
def products_launch(dtype, images, channels, n):
    """Over (x, g, both (images, channels, n), stats (4, channels), sums (2, channels))."""
    return _launch(channel_products, dtype, 3, images, channels, n)


def _launch(kernel, dtype, written, images, channels, n, *more):
    geometry = np.array([images, channels, n, *more], np.int64)
    count = images * n
    arrays = 1 if kernel is channel_moments else 2
    work = Work((images, channels, n), arrays * count * channels * np.dtype(dtype).itemsize)
    entry = functools.partial(source.kernel_entry, kernel, dtype)
    return Launch(entry, channels, geometry, max(1, GRAIN // count), (written,), work)
