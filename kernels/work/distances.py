"""Distances of rows by a norm: what a difference adds to one, and what it is made of in the end."""

import math
from dataclasses import dataclass

from ..language.source import T
from ..scalars import absolute, copysign, maximum, pow, sign, sqrt
from .reducers import add


def counted(d, p):
    return T(1) if d != T(0) else T(0)


def magnitude(d, p):
    return absolute(d)


def square(d, p):
    return d * d


def power(d, p):
    return pow(absolute(d), p)


def itself(total, p):
    return total


def square_root(total, p):
    return sqrt(total)


def power_root(total, p):
    return pow(total, T(1) / p)


def flat(d, distance, p):
    return T(0)


def direction(d, distance, p):
    return sign(d)


def difference(d, distance, p):
    return d


def of_largest(d, distance, p):
    return sign(d) if absolute(d) == distance else T(0)


def power_slope(d, distance, p):
    own = pow(absolute(d), p - T(1))
    return copysign(own, d) if d != T(0) else T(0)


@dataclass(frozen=True, slots=True)
class Norm:
    """The distance is `root` of the `term` of each difference, joined.

    Its gradient is `slope`, times that of the distance, over distance^(p - 1) where `scaled`.
    """

    term: object
    join: object
    root: object
    slope: object
    scaled: bool

    @classmethod
    def of(cls, p):
        return _KNOWN.get(p, _ANY)


_KNOWN = {
    0.0: Norm(counted, add, itself, flat, False),
    1.0: Norm(magnitude, add, itself, direction, False),
    2.0: Norm(square, add, square_root, difference, True),
    math.inf: Norm(magnitude, maximum, itself, of_largest, False),
}
_ANY = Norm(power, add, power_root, power_slope, True)
