"""Common divisors and multiples of integers, and floats as a fraction and an exponent."""

from typing import NamedTuple

import numpy as np

from .. import dtypes
from ..declare import entry, public
from ..errors import expected
from ..kernels import scalars
from ..tensor import Tensor
from .copying import to_dtype
from .results import result


def _of_integers(function):
    """A reference, in which bool counts as 0 and 1."""

    def reference(x, y):
        x, y = (a.astype(np.int64) if a.dtype == bool else a for a in (x, y))
        return function(x, y)

    return reference


def greatest_divisor(x, y):
    """Euclid's."""
    a = -x if x < 0 else x
    b = -y if y < 0 else y
    while b != 0:
        rest = scalars.fmod(a, b)
        a = b
        b = rest
    return a


@entry("integer", reference=_of_integers(np.gcd), inplace="tl", special=False)
def gcd(x, y):
    """The greatest common divisor; 0 of 0 and 0."""
    return greatest_divisor(x, y)


@entry("integer", reference=_of_integers(np.lcm), inplace="tl", special=False)
def lcm(x, y):
    """The least common multiple; 0 where one is 0."""
    divisor = greatest_divisor(x, y)
    return 0 if divisor == 0 else scalars.absolute(scalars.floor_divide(x, divisor) * y)


def _either(x, y):
    return x or y


def _both(x, y):
    return x and y


gcd.function.implementations = {"bool": _either}
lcm.function.implementations = {"bool": _both}


@entry("float", method=False, special=False, smooth=False, floating=True,
       reference=lambda x: np.frexp(x)[1].astype(x.dtype), grad=lambda g: 0.0)  # fmt: skip
def _exponent(x):
    """The power of 2 next above |x|; 0 for 0, infinities and NaN."""
    if x == 0 or not scalars.isfinite(x):
        return 0.0
    near = scalars.floor(scalars.log2(scalars.absolute(x))) + 1.0
    fraction = scalars.absolute(scalars.ldexp(x, -near))
    return near + 1.0 if fraction >= 1.0 else (near - 1.0 if fraction < 0.5 else near)


def _mantissa_grad(g, x):
    return scalars.ldexp(g, -_exponent.function(x))


@entry("float", method=False, special=False, smooth=False, floating=True,
       reference=lambda x: np.frexp(x)[0], grad=_mantissa_grad)  # fmt: skip
def _mantissa(x):
    """x without its exponent: from 1/2 up to 1 in magnitude."""
    return scalars.ldexp(x, -_exponent.function(x))


@result
class frexp_result(NamedTuple):
    """Fractions, and exponents of 2."""

    mantissa: Tensor
    exponent: Tensor


@public(out="exact")
def frexp(input: Tensor) -> frexp_result:
    """
    Fractions from 1/2 up to 1, and int32 exponents, of which input is mantissa * 2**exponent.

    Examples
    --------
    >>> tl.frexp(tl.tensor([6.0, -0.25])).mantissa
    tensor([ 0.7500, -0.5000])
    >>> tl.frexp(tl.tensor([6.0, -0.25])).exponent
    tensor([ 3, -1], dtype=tensorlite.int32)
    """
    if not input.spec.dtype.is_floating_point:
        raise RuntimeError(
            "torch.frexp() only supports floating-point dtypes; "
            + expected("frexp", "a floating point tensor", f"{input.dtype!r}", ".float()")
        )
    return frexp_result(_mantissa(input), to_dtype(_exponent(input.detach()), dtypes.int32))
