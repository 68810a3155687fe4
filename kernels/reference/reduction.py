"""Reductions in NumPy: the oracle of `kernels/cpu/reduction.py`."""

import numpy as np


def _float64(x):
    return x.astype(np.float64) if x.dtype.kind == "f" else x


def total(x, axes):
    """The sum, in the widest dtype."""
    return _float64(x).sum(axes, dtype=None if x.dtype.kind == "f" else np.int64)


def product(x, axes):
    """The product, in the widest dtype."""
    return _float64(x).prod(axes, dtype=None if x.dtype.kind == "f" else np.int64)


def mean(x, axes):
    """The mean; NaN of nothing."""
    count = np.prod([x.shape[axis] for axis in axes])
    with np.errstate(invalid="ignore"):
        return total(x, axes) / np.float64(count)


def variance(x, axes, correction=1):
    """The mean squared distance from the mean, over n - correction."""
    centred = _float64(x) - mean(x, axes).reshape(
        [1 if axis in axes else extent for axis, extent in enumerate(x.shape)]
    )
    count = np.prod([x.shape[axis] for axis in axes])
    with np.errstate(invalid="ignore", divide="ignore"):
        return (centred * centred).sum(axes) / np.float64(max(0, count - correction))


def largest(x, axes):
    """The maximum; NaN where there is one."""
    return x.max(axes)


def smallest(x, axes):
    """The minimum; NaN where there is one."""
    return x.min(axes)


def _flattened(x, axes):
    """The reduced axes as one last axis, in C order."""
    kept = [axis for axis in range(x.ndim) if axis not in axes]
    moved = x.transpose([*kept, *axes])
    return moved.reshape([x.shape[axis] for axis in kept] + [-1])


def index_of_largest(x, axes):
    """The first index of the maximum, NaN being larger than all, in C order of the axes."""
    return _flattened(x, axes).argmax(-1)


def index_of_smallest(x, axes):
    """The first index of the minimum, NaN being smaller than all, in C order of the axes."""
    return _flattened(x, axes).argmin(-1)


def every(x, axes):
    """Whether all elements are true."""
    return (x != 0).all(axes)


def some(x, axes):
    """Whether any element is true."""
    return (x != 0).any(axes)
