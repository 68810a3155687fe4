"""Reducers: how a reduction folds its elements, and in which dtypes."""

import functools
from dataclasses import dataclass, replace

import numpy as np

from ..language import source
from ..language.program import Program
from ..scalars import sqrt

TOTALS = {"float16": "float64", "float32": "float64", "complex64": "complex128"}


def add(x, y):
    return x + y


def multiply(x, y):
    return x * y


def larger(x, y):
    return y if (y > x) | (y != y) else x


def smaller(x, y):
    return y if (y < x) | (y != y) else x


def both(x, y):
    return x & y


def either(x, y):
    return x | y


def above(x, y):
    return (x > y) | ((x != x) & (y == y))


def below(x, y):
    return (x < y) | ((x != x) & (y == y))


def keep(total, divisor):
    return total


def divide(total, divisor):
    return total / divisor


def root(total, divisor):
    return sqrt(total)


def divide_root(total, divisor):
    return sqrt(total / divisor)


def lowest(dtype):
    return np.dtype(dtype).type(-np.inf if dtype.startswith("f") else np.iinfo(dtype).min)


def highest(dtype):
    return np.dtype(dtype).type(np.inf if dtype.startswith("f") else np.iinfo(dtype).max)


def zero(dtype):
    return np.dtype(dtype).type(0)


def one(dtype):
    return np.dtype(dtype).type(1)


@dataclass(frozen=True)
class Reducer:
    """How to fold: `finish(combine(combine(initial, x), y), divisor)`, or which element to find.

    With `better(x, y)` in place of `combine`, the first element that none is better than is found:
    its value, its index in C order of the reduced axes, or both.
    """

    combine: object
    initial: object
    finish: object = keep
    better: object = None
    values: bool = True
    indices: bool = False
    wide: bool = False  # whether lanes have the dtype of totals

    @property
    def divides(self):
        """Whether `finish` has a use for the divisor."""
        return self.finish in (divide, divide_root)


SUM = Reducer(add, zero)
MEAN = Reducer(add, zero, divide)
PROD = Reducer(multiply, one, wide=True)
AMAX = Reducer(larger, lowest)
AMIN = Reducer(smaller, highest)
ALL = Reducer(both, one)
ANY = Reducer(either, zero)
ROOT_SUM = Reducer(add, zero, root)
ROOT_MEAN = Reducer(add, zero, divide_root)
MAX = Reducer(None, lowest, better=above, indices=True)
MIN = Reducer(None, highest, better=below, indices=True)
ARGMAX = replace(MAX, values=False)
ARGMIN = replace(MIN, values=False)


@functools.lru_cache(maxsize=1024)
def identity(dtype, fed=None):
    """The program that hands its only input to the reducer, as a `fed`."""
    return Program((dtype,), (), ((0, fed or dtype),))


def dtypes(program, reducer):
    """The dtypes of lanes, of totals and of the result (of the values) of a reduction."""
    fed = program.outputs[0][1]
    if reducer.better is not None:
        lane = "uint8" if fed == "bool" else fed
        return lane, lane, fed
    if fed == "bool" and reducer.combine in (both, either, larger, smaller):
        return "uint8", "uint8", "bool"
    exact = fed == "bool" or fed in source.INTEGERS
    if reducer.combine in (add, multiply) and exact:
        result = "float64" if reducer.finish is not keep else "int64"
        return "int64", "int64", result
    if reducer.combine not in (add, multiply):
        return fed, fed, fed
    total = TOTALS.get(fed, fed)
    return (total if reducer.wide else fed), total, fed
