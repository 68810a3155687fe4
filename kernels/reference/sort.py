"""What `kernels/cpu/sort.py` computes, with Python's own sort and plain loops."""

import numpy as np


def rank(x):
    """What orders like x, NaN last."""
    return (x != x, 0 if x != x else x)


def sort(x, descending):
    """Values and positions of each row."""
    index = np.empty(x.shape, np.int64)
    for r, row in enumerate(x):
        places = _stable(row.tolist(), descending)
        index[r] = places
    return np.take_along_axis(x, index, 1), index


def _stable(row, descending):
    # Python's sort keeps the order of equals in reverse, too
    return sorted(range(len(row)), key=lambda i: rank(row[i]), reverse=descending)


def topk(x, k, largest):
    """The first k of each row's order."""
    values, index = sort(x, largest)
    return values[:, :k], index[:, :k]


def searchsorted(row, values, right):
    """For each value the number of elements that come before it."""
    out = []
    for value in values:
        start, end = 0, len(row)
        while start < end:
            middle = (start + end) // 2
            if row[middle] > value if right else row[middle] >= value:
                end = middle
            else:
                start = middle + 1
        out.append(start)
    return np.array(out, np.int64)


def histogram(x, bins, low, high):
    """How many elements lie in each of equal bins; the last one is closed."""
    out = np.zeros(bins, x.dtype)
    for value in x:
        if low <= value <= high:
            out[min(int((value - low) / (high - low) * bins), bins - 1)] += 1
    return out
