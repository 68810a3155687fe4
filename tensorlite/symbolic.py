"""PyTorch's symbolic numbers: there are none, for sizes are plain numbers, in plans too.

Programs ask whether a size is a `SymInt`, and compute with `sym_max` and its like.
"""

import math

__all__ = ["SymBool", "SymFloat", "SymInt", "sym_float", "sym_int", "sym_ite", "sym_max",
           "sym_min", "sym_not", "sym_sqrt", "sym_sum"]  # fmt: skip


class SymInt:
    """The class of symbolic integers, which nothing is."""


class SymFloat:
    """The class of symbolic floating point numbers, which nothing is."""


class SymBool:
    """The class of symbolic truth values, which nothing is."""


def sym_int(a):
    """An integer: what is behind the point is cut off."""
    return int(a)


def sym_float(a):
    """A floating point number."""
    return float(a)


def sym_not(a):
    """Whether it is false."""
    return not a


def sym_max(a, b):
    """The larger of two numbers; a floating point number where one is."""
    kind = float if isinstance(a, float) or isinstance(b, float) else int
    return kind(max(a, b))


def sym_min(a, b):
    """The smaller of two numbers; a floating point number where one is."""
    kind = float if isinstance(a, float) or isinstance(b, float) else int
    return kind(min(a, b))


def sym_sum(args):
    """The sum of numbers."""
    return sum(args)


def sym_ite(b, t, f):
    """`t` if `b`, else `f`."""
    return t if b else f


def sym_sqrt(a):
    """The square root."""
    return math.sqrt(a)
