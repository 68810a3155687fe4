"""Weighted sums of elements at given places, for images seen through a grid, and their gradients.

Of rows x (images, channels, inside), each place of (images, places) takes the elements whose
numbers `index` (images, taps, places) tells, times `weight`; an index below 0 stands for none. All
operands are dense.
"""

import functools

import numpy as np

from ..language import source
from ..language.memory import vector, word
from ..language.source import T
from ..work.products import Multiplied
from .launch import Launch

GRAIN = 1 << 13  # elements worth a thread's attention
STRIP = 256  # places whose numbers stay in the cache while all channels pass
SIZE = 8  # bytes of an element

# The words of a block: after the addresses of four operands
CHANNELS, INSIDE, TAPS, PLACES, STRIPS = range(4, 9)


def mix(args, lo, hi):
    """for n, c, p: out[n, c, p] = sum(weight[n, k, p] * x[n, c, index[n, k, p]] for k)

    Operands: x, index, weight, out. An item is a strip of places.
    """
    channels, inside, taps = word(args, CHANNELS), word(args, INSIDE), word(args, TAPS)
    places, strips = word(args, PLACES), word(args, STRIPS)
    for item in range(lo, hi):
        image, first = item // strips, item % strips * STRIP
        count = min(STRIP, places - first)
        for c in range(channels):
            row = vector(word(args, 0) + (image * channels + c) * inside * SIZE, T)
            to = ((image * channels + c) * places + first) * SIZE
            out = vector(word(args, 3) + to, T)
            for p in range(np.uintp(count)):
                out[p] = T(0)
            for k in range(taps):
                at = (image * taps + k) * places + first
                index = vector(word(args, 1) + at * 8, np.int64)
                weight = vector(word(args, 2) + at * SIZE, T)
                for p in range(np.uintp(count)):
                    number = index[p]
                    if number >= 0:
                        out[p] += weight[p] * row[np.uintp(number)]


def mix_back(args, lo, hi):
    """for n, c, k, p: gx[n, c, index[n, k, p]] += weight[n, k, p] * g[n, c, p]

    Operands: g, index, weight, gx. An item is a row.
    """
    channels, inside, taps = word(args, CHANNELS), word(args, INSIDE), word(args, TAPS)
    places = word(args, PLACES)
    for item in range(lo, hi):
        image = item // channels
        g = vector(word(args, 0) + item * places * SIZE, T)
        row = vector(word(args, 3) + item * inside * SIZE, T)
        for i in range(np.uintp(inside)):
            row[i] = T(0)
        for k in range(taps):
            at = (image * taps + k) * places
            index = vector(word(args, 1) + at * 8, np.int64)
            weight = vector(word(args, 2) + at * SIZE, T)
            for p in range(np.uintp(places)):
                number = index[p]
                if number >= 0:
                    row[np.uintp(number)] += weight[p] * g[p]


def mix_weights(args, lo, hi):
    """for n, k, p: gweight[n, k, p] = sum(x[n, c, index[n, k, p]] * g[n, c, p] for c)

    Operands: x, index, g, gweight. An item is a strip of places.
    """
    channels, inside, taps = word(args, CHANNELS), word(args, INSIDE), word(args, TAPS)
    places, strips = word(args, PLACES), word(args, STRIPS)
    for item in range(lo, hi):
        image, first = item // strips, item % strips * STRIP
        count = min(STRIP, places - first)
        for k in range(taps):
            at = (image * taps + k) * places + first
            index = vector(word(args, 1) + at * 8, np.int64)
            sums = vector(word(args, 3) + at * SIZE, T)
            for p in range(np.uintp(count)):
                sums[p] = T(0)
            for c in range(channels):
                row = vector(word(args, 0) + (image * channels + c) * inside * SIZE, T)
                from_ = ((image * channels + c) * places + first) * SIZE
                g = vector(word(args, 2) + from_, T)
                for p in range(np.uintp(count)):
                    number = index[p]
                    if number >= 0:
                        sums[p] += row[np.uintp(number)] * g[p]


KERNELS = {"mix": mix, "back": mix_back, "weights": mix_weights}


@functools.lru_cache(maxsize=1024)
def launch(kind, dtype, images, channels, inside, taps, places):
    """Launch over the operands of a kernel; `kind` is a key of KERNELS."""
    size = np.dtype(dtype).itemsize
    strips = -(-places // STRIP)
    words = np.array([channels, inside, taps, places, strips], np.int64)
    items = images * (channels if kind == "back" else strips)
    each = taps * (places if kind == "back" else min(places, STRIP) * channels)
    moved = images * (channels * (inside + places) * size + taps * places * (8 + size))
    work = Multiplied((images, channels, places), moved, 2 * images * channels * taps * places)
    entry = functools.partial(source.kernel_entry, KERNELS[kind], dtype, SIZE=size)
    return Launch(entry, items, words, max(1, GRAIN // max(1, each)), (3,), work)
