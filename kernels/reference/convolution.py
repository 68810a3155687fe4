"""Convolutions in NumPy, tap by tap: the oracle of the tests."""

import itertools

import numpy as np


def _windows(x, w_shape, places, stride, before, dilation):
    """For each tap of the kernels the elements of x (N, C, *size) below it: (N, C, *places)."""
    dims = len(places)
    reach = [(n - 1) * s + d * (k - 1) + 1 for n, s, d, k in
             zip(places, stride, dilation, w_shape[2:], strict=True)]  # fmt: skip
    around = [(b, max(0, r - b - n)) for b, r, n in zip(before, reach, x.shape[2:], strict=True)]
    framed = np.pad(x, [(0, 0), (0, 0), *around])
    for tap in itertools.product(*map(range, w_shape[2:])):
        slices = tuple(
            slice(tap[i] * dilation[i], tap[i] * dilation[i] + (places[i] - 1) * stride[i] + 1,
                  stride[i])
            for i in range(dims)
        )  # fmt: skip
        yield tap, framed[(..., *slices)]


def convolution(x, w, places, stride, before, dilation, groups=1):
    """y (N, O, *places) of x (N, C, *size) and w (O, C / groups, *kernel), summed in float64."""
    y = np.zeros((x.shape[0], groups, w.shape[0] // groups, *places))
    kernels = w.reshape(groups, -1, *w.shape[1:]).astype("f8")
    for tap, below in _windows(x.astype("f8"), w.shape, places, stride, before, dilation):
        parts = below.reshape(x.shape[0], groups, -1, *places)
        y += np.einsum("ngc...,goc->ngo...", parts, kernels[(..., *tap)])
    return y.reshape(x.shape[0], w.shape[0], *places)


def weights(x, y, kernel, stride, before, dilation, groups=1):
    """w (O, C / groups, *kernel): what multiplies y where the convolution multiplies w."""
    inner, places = x.shape[1] // groups, y.shape[2:]
    w = np.zeros((groups, y.shape[1] // groups, inner, *kernel))
    results = y.reshape(y.shape[0], groups, y.shape[1] // groups, -1).astype("f8")
    shape = (y.shape[1], inner, *kernel)
    for tap, below in _windows(x.astype("f8"), shape, places, stride, before, dilation):
        parts = below.reshape(x.shape[0], groups, inner, -1)
        w[(..., *tap)] = np.einsum("ngcp,ngop->goc", parts, results)
    return w.reshape(shape)


def images(y, w, size, stride, before, dilation, groups=1):
    """x (N, C, *size): to each element what the results that it took part in give back."""
    inner, places = w.shape[1] * groups, y.shape[2:]
    reach = [(n - 1) * s + d * (k - 1) + 1 for n, s, d, k in
             zip(places, stride, dilation, w.shape[2:], strict=True)]  # fmt: skip
    extents = [max(r, b + n) for r, b, n in zip(reach, before, size, strict=True)]
    framed = np.zeros((y.shape[0], inner, *extents))
    kernels = w.reshape(groups, -1, *w.shape[1:]).astype("f8")
    results = y.reshape(y.shape[0], groups, -1, *places).astype("f8")
    for tap in itertools.product(*map(range, w.shape[2:])):
        slices = tuple(
            slice(tap[i] * dilation[i], tap[i] * dilation[i] + (places[i] - 1) * stride[i] + 1,
                  stride[i])
            for i in range(len(places))
        )  # fmt: skip
        given = np.einsum("ngo...,goc->ngc...", results, kernels[(..., *tap)])
        framed[(..., *slices)] += given.reshape(y.shape[0], inner, *places)
    inside = tuple(slice(b, b + n) for b, n in zip(before, size, strict=True))
    return framed[(..., *inside)]
