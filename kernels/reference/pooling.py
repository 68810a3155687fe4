"""What `kernels/cpu/pooling.py` computes, as plain loops over NumPy arrays (planes, d, h, w)."""

import itertools

import numpy as np


def places(windows):
    """Of each window: its place in the result, the elements inside, and the size of each side."""
    axes = zip(windows.extents, windows.outputs, windows.kernel, windows.stride, windows.padding,
               windows.dilation, strict=True)  # fmt: skip
    sides = [[_side(windows.adaptive, o, *axis) for o in range(axis[1])] for axis in axes]
    for at in np.ndindex(*windows.outputs):
        found = [side[o] for side, o in zip(sides, at, strict=True)]
        yield at, list(itertools.product(*(inside for inside, _ in found))), [n for _, n in found]


def _side(adaptive, o, extent, outputs, kernel, stride, padding, dilation):
    if adaptive:
        start, stop = o * extent // outputs, -(-(o + 1) * extent // outputs)
        return list(range(start, stop)), stop - start
    start = o * stride - padding
    inside = [i for i in range(start, start + kernel * dilation, dilation) if 0 <= i < extent]
    return inside, min(start + kernel, extent + padding) - start


def maximum(x, windows):
    """The largest of each window, and where it stands in its plane."""
    out = np.empty((len(x), *windows.outputs), x.dtype)
    place = np.empty(out.shape, np.int64)
    for at, elements, _ in places(windows):
        for plane in range(len(x)):
            best = None
            for element in elements:
                own = x[(plane, *element)]
                if best is None or own > best or own != own:
                    best, found = own, element
            out[(plane, *at)] = best
            place[(plane, *at)] = np.ravel_multi_index(found, windows.extents)
    return out, place


def maximum_gradient(g, place, windows):
    """Each g added where the largest of its window stands."""
    gx = np.zeros((len(g), windows.inside), g.dtype)
    for plane, own in enumerate(gx):
        np.add.at(own, place[plane].ravel(), g[plane].ravel())
    return gx.reshape(len(g), *windows.extents)


def _divisor(elements, sides, padded, divisor):
    return divisor or (np.prod(sides) if padded else len(elements))


def average(x, windows, padded=False, divisor=0):
    """The sum of each window over the number of its elements."""
    out = np.zeros((len(x), *windows.outputs), x.dtype)
    for at, elements, sides in places(windows):
        count = x.dtype.type(_divisor(elements, sides, padded, divisor))
        for plane in range(len(x)):
            total = x.dtype.type(0)
            for element in elements:
                total = total + x[(plane, *element)]
            whole = x.dtype.kind != "f"
            out[(plane, *at)] = int(total / count) if whole else total / count
    return out


def average_gradients(g, windows, padded=False, divisor=0):
    """Each g over the number of elements of its window, added to all of them."""
    gx = np.zeros((len(g), *windows.extents), g.dtype)
    for at, elements, sides in places(windows):
        count = g.dtype.type(_divisor(elements, sides, padded, divisor))
        for plane in range(len(g)):
            for element in elements:
                gx[(plane, *element)] += g[(plane, *at)] / count
    return gx
