"""What kernels of whole rows share: folds of one row in lanes, whatever the range of a call."""

from ..language.memory import primitive

GRAIN = 1 << 14  # elements worth a thread's attention


@primitive
def row_sum(x, start, n):
    """sum(x[start : start + n])"""
    return x[int(start) : int(start) + n].sum()


@primitive
def row_dot(x, y, start, n, left, right):
    """sum((x - left) * (y - right)) from `start` on"""
    row = slice(int(start), int(start) + n)
    return ((x[row] - left) * (y[row] - right)).sum()


@primitive
def row_moments(x, start, n, centre):
    """sum(x - centre) and sum((x - centre) ** 2) from `start` on"""
    distance = x[int(start) : int(start) + n] - centre
    return distance.sum(), (distance * distance).sum()
