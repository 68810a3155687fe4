"""Written derivatives of the vocabulary: each another generic scalar function, derivable again.

`DERIVATIVES[f][i]` is the partial derivative of `f` by its argument i, with the parameters of `f`.
Special points follow PyTorch; at a kink that is an average or zero, as said in each docstring.
Functions without an entry (`sigmoid`, `hypot`, ...) are derived from their text.
"""

import math

from . import scalars as s
from .scalars import (
    absolute,
    copysign,
    cos,
    cosh,
    cospi,
    derivative,
    digamma,
    erfinv,
    exp,
    exp2,
    expm1,
    fabs,
    floor,
    hypot,
    log,
    log2,
    log_sigmoid,
    logaddexp,
    logaddexp2,
    maximum,
    minimum,
    pow,
    rsqrt,
    sigmoid,
    sign,
    sin,
    sinc,
    sinh,
    sinpi,
    sqrt,
    tan,
    tanh,
    trigamma,
    trunc,
    xlogy,
)

INF = math.inf
PI = math.pi
LN2 = math.log(2.0)
LN10 = math.log(10.0)
TWO_OVER_SQRT_PI = 2.0 / math.sqrt(math.pi)
HALF_SQRT_PI = 0.5 * math.sqrt(math.pi)
ONE_OVER_SQRT_2PI = 1.0 / math.sqrt(2.0 * math.pi)


# ------------------------------------------------------------------ steps: zero almost everywhere


def zero(x):
    return 0.0


def zero2(x, y):
    return 0.0


for _f in (s.floor, s.ceil, s.trunc, s.rint, s.sign):
    derivative(_f, 0)(zero)
for _i in (0, 1):
    derivative(s.nextafter, _i)(zero2)
    derivative(s.floor_divide, _i)(zero2)


@derivative(s.frac, 0)
def d_frac(x):
    return 1.0


@derivative(s.fabs, 0)
@derivative(s.absolute, 0)
def d_absolute(x):
    """0 at 0."""
    return 1.0 if x > 0.0 else (-1.0 if x < 0.0 else 0.0)
