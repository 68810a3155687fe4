"""Scales of rows whose squares overflow or vanish."""

import math

import numpy as np

from . import bits, derivative, from_bits, implements, typed


def detach(x):
    """x, as a constant for gradients."""
    return x


def taming(x):
    """A power of 2 that brings numbers up to x near to 1, a constant for gradients.

    It is at most 2**100 for float32 and 2**500 for float64.
    """
    if not 0.0 < x < math.inf:
        return 2.0**-100 if x else 2.0**100
    return 2.0 ** min(1 - math.frexp(x)[1], 100)


@derivative(detach, 0)
@derivative(taming, 0)
def d_constant(x):
    return 0.0


@implements(taming, "float32")
@typed
def taming_f32(x):
    exponent = np.int32(254) - ((bits(x) >> np.int32(23)) & np.int32(255))
    exponent = np.int32(1) if exponent < np.int32(1) else exponent
    exponent = np.int32(227) if exponent > np.int32(227) else exponent
    return from_bits(np.int32(exponent << np.int32(23)))


@implements(taming, "float64")
@typed
def taming_f64(x):
    exponent = 2046 - ((bits(x) >> 52) & 2047)
    exponent = 1 if exponent < 1 else exponent
    exponent = 1523 if exponent > 1523 else exponent
    return from_bits(exponent << 52)
