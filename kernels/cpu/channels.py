"""Sums over all images of a channel: what batch norms need of their input and of its gradient.

Of images (images, channels, n) an item is a channel, which is read from memory once, and again from
the cache; or, where n is small, a strip of channels whose elements are added up side by side.
"""

import functools

import numpy as np

from ..language import source
from ..language.memory import scratch, value, vector, wide, word
from ..language.source import T
from ..scalars import sqrt
from ..work.launches import Work
from ..work.rows import float_word
from .launch import Launch
from .rows import GRAIN, row_dot, row_moments, row_sum

FEW = 8  # elements of a channel in an image, below which they are added up side by side
STRIP = 64  # elements of an image that are added up side by side
SIZE = 8  # bytes of an element


def put_moments(stats, channels, c, mean, lost, square, eps):
    """The statistics of a channel, given the means of (x - mean) and (x - mean) ** 2"""
    var = square - lost * lost
    var = var if var > 0 or var != var else np.float64(0)
    stats[c], stats[channels + c] = mean, T(lost)
    stats[2 * channels + c] = T(var)
    stats[3 * channels + c] = T(1 / sqrt(var + eps))


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
        if not squares < np.inf:
            squares = wide_squares(args, c, mean)
        put_moments(stats, channels, c, mean, total / count, squares / count, eps)


def wide_squares(args, c, mean):
    """sum((x[:, c] - mean) ** 2) where it is too large for float32"""
    images, channels, n = word(args, 2), word(args, 3), word(args, 4)
    squares = np.float64(0)
    for image in range(images):
        xs = vector(word(args, 0) + (image * channels + c) * n * SIZE, T)
        for i in range(np.uintp(n)):
            distance = np.float64(xs[i]) - np.float64(mean)
            squares += distance * distance
    return squares


def strip_moments(args, lo, hi):
    """The same, where an item is a strip of channels whose elements are side by side."""
    x, stats = vector(word(args, 0), T), vector(word(args, 1), T)
    images, channels, n = word(args, 2), word(args, 3), word(args, 4)
    eps, count = value(args + 40, np.float64), np.float64(images * n)
    buffer = scratch(3 * STRIP)
    centres, totals = vector(buffer, np.float64), vector(buffer + 8 * STRIP, np.float64)
    squares = vector(buffer + 16 * STRIP, np.float64)
    each = STRIP // n
    for item in range(lo, hi):
        first, strip = item * each, min(each, channels - item * each)
        width = np.uintp(strip * n)
        for m in range(width):
            centres[m], totals[m] = np.float64(x[(first + m // n) * n]), np.float64(0)
        for image in range(images):
            xs = vector(word(args, 0) + (image * channels + first) * n * SIZE, T)
            for m in range(width):
                totals[m] += np.float64(xs[m]) - centres[m]
        for c in range(strip):
            total = np.float64(0)
            for m in range(c * n, c * n + n):
                total += totals[m]
            mean = T(centres[c * n] + total / count)
            for m in range(c * n, c * n + n):
                centres[m], totals[m], squares[m] = np.float64(mean), np.float64(0), np.float64(0)
        for image in range(images):
            xs = vector(word(args, 0) + (image * channels + first) * n * SIZE, T)
            for m in range(width):
                distance = np.float64(xs[m]) - centres[m]
                totals[m] += distance
                squares[m] += distance * distance
        for c in range(strip):
            total, square = np.float64(0), np.float64(0)
            for m in range(c * n, c * n + n):
                total += totals[m]
                square += squares[m]
            mean = T(centres[c * n])
            put_moments(stats, channels, first + c, mean, total / count, square / count, eps)


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


def strip_products(args, lo, hi):
    """The same, where an item is a strip of channels whose elements are side by side."""
    stats, sums = vector(word(args, 2), T), vector(word(args, 3), T)
    images, channels, n = word(args, 4), word(args, 5), word(args, 6)
    buffer = scratch(3 * STRIP)
    means, totals = vector(buffer, np.float64), vector(buffer + 8 * STRIP, np.float64)
    products = vector(buffer + 16 * STRIP, np.float64)
    each = STRIP // n
    for item in range(lo, hi):
        first, strip = item * each, min(each, channels - item * each)
        width = np.uintp(strip * n)
        for m in range(width):
            means[m] = np.float64(stats[first + m // n])
            totals[m], products[m] = np.float64(0), np.float64(0)
        for image in range(images):
            start = (image * channels + first) * n * SIZE
            xs, gs = vector(word(args, 0) + start, T), vector(word(args, 1) + start, T)
            for m in range(width):
                totals[m] += np.float64(gs[m])
                products[m] += np.float64(gs[m]) * (np.float64(xs[m]) - means[m])
        for c in range(strip):
            total, product = np.float64(0), np.float64(0)
            for m in range(c * n, c * n + n):
                total += totals[m]
                product += products[m]
            at = first + c
            product -= np.float64(stats[channels + at]) * total
            sums[at] = T(total)
            sums[channels + at] = T(product * np.float64(stats[3 * channels + at]))


@functools.lru_cache(maxsize=1024)
def moments_launch(dtype, images, channels, n, eps):
    """Over (x (images, channels, n), stats (4, channels))."""
    kernel = strip_moments if n < FEW else channel_moments
    return _launch(kernel, dtype, 1, images, channels, n, float_word(eps))


@functools.lru_cache(maxsize=1024)
def products_launch(dtype, images, channels, n):
    """Over (x, g, both (images, channels, n), stats (4, channels), sums (2, channels))."""
    kernel = strip_products if n < FEW else channel_products
    return _launch(kernel, dtype, 3, images, channels, n)


def _launch(kernel, dtype, written, images, channels, n, *more):
    geometry = np.array([images, channels, n, *more], np.int64)
    each, size = STRIP // n if n < FEW else 1, np.dtype(dtype).itemsize
    work = Work((images, channels, n), (1 if written == 1 else 2) * images * n * channels * size)
    entry = functools.partial(source.kernel_entry, kernel, dtype, SIZE=size)
    grain = max(1, GRAIN // (images * n * each))
    return Launch(entry, -(-channels // each), geometry, grain, (written,), work)
