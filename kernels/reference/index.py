"""What `kernels/cpu/index.py` and `mask.py` compute, as plain loops."""

import numpy as np

COMBINE = {
    "set": lambda old, new: new,
    "add": lambda old, new: old + new,
    "prod": lambda old, new: old * new,
    "amax": np.maximum,
    "amin": np.minimum,
}


def gather(x, axis, index):
    """out[i, j, ...] = x[i, index[i, j, ...], ...], the index standing at `axis`."""
    out = np.empty(index.shape, x.dtype)
    for place in np.ndindex(index.shape):
        out[place] = x[(*place[:axis], index[place], *place[axis + 1 :])]
    return out


def scatter(combine, x, axis, index, origin):
    """x[i, index[i, j, ...], ...] = combine(that, origin[i, j, ...]), in row-major order."""
    for place in np.ndindex(index.shape):
        at = (*place[:axis], index[place], *place[axis + 1 :])
        x[at] = COMBINE[combine](x[at], origin[place])


def take(x, axis, index):
    """Slices of x along an axis, the axes of `index` in its place."""
    out = np.empty((*x.shape[:axis], *index.shape, *x.shape[axis + 1 :]), x.dtype)
    before = (slice(None),) * axis
    for place in np.ndindex(index.shape):
        out[(*before, *place)] = x[(*before, index[place])]
    return out


def accumulate(combine, x, axis, index, origin):
    """x[.., index[j], ..] = combine(that, origin[.., j, ..]) for every j in order."""
    before = (slice(None),) * axis
    for place in np.ndindex(index.shape):
        at = (*before, index[place])
        x[at] = COMBINE[combine](x[at], origin[(*before, *place)])


def outside(index, low, high):
    """The first position with not low <= index < high, or -1."""
    for position, entry in enumerate(index):
        if not low <= entry < high:
            return position
    return -1


def positions(mask):
    """The flat positions of what is not zero."""
    return np.array([i for i, chosen in enumerate(mask.ravel()) if chosen], np.int64)
