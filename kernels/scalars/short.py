"""float16 and bfloat16: numbers kept in 16 bits that are computed with as float32.

Rounded to the nearest, ties to even; what is too large becomes infinite, NaN stays NaN.
"""

import numpy as np

from . import bits, copysign, fabs, from_bits, implements, nextafter, typed

LIFT = np.float32(2.0**112)  # between the biases of the exponents
ZERO = np.float32(0.0)
HALF = np.float32(0.5)  # one unit of its last place is the smallest number of float16
HALF_BITS = HALF.view(np.int32)
INFINITE = np.int32(0x7F800000)
MAGNITUDE = np.int32(0x7FFFFFFF)
REBIAS = np.int32((15 - 127) * (1 << 23) + 0xFFF)


@typed
def from_float16(word):
    """The float32 that equals a float16, of which the bits are given."""
    h = np.int32(word)
    raised = bits(from_bits(np.int32((h & np.int32(0x7FFF)) << np.int32(13))) * LIFT)
    beyond = INFINITE if (h & np.int32(0x7C00)) == np.int32(0x7C00) else np.int32(0)
    sign = np.int32((h & np.int32(0x8000)) << np.int32(16))
    return from_bits(np.int32(raised | beyond | sign))


@typed
def to_float16(x):
    """The bits of the float16 nearest to a float32."""
    i = bits(x)
    a = np.int32(i & MAGNITUDE)
    small = np.int32(bits(from_bits(a) + HALF) - HALF_BITS)
    odd = np.int32((a >> np.int32(13)) & np.int32(1))
    usual = np.int32((np.int32(a + REBIAS) + odd) >> np.int32(13))
    r = small if a < np.int32(0x38800000) else usual
    r = np.int32(0x7C00) if a >= np.int32(0x47800000) else r
    nan = np.int32(0x7E00) | np.int32((a >> np.int32(13)) & np.int32(0x3FF))
    r = nan if a > INFINITE else r
    sign = np.int32((i >> np.int32(16)) & np.int32(0x8000))
    return np.uint16(np.int32(r | sign))


@typed
def from_bfloat16(word):
    """The float32 that equals a bfloat16, of which the bits are given."""
    return from_bits(np.int32(np.int32(word) << np.int32(16)))


@typed
def to_bfloat16(x):
    """The bits of the bfloat16 nearest to a float32."""
    i = bits(x)
    high = np.int32(i >> np.int32(16))
    up = np.int32((np.int32(i & np.int32(0xFFFF)) + np.int32(high & np.int32(1))
                   + np.int32(0x7FFF)) >> np.int32(16))  # fmt: skip
    nan = np.int32(high | np.int32(0x40))
    r = nan if np.int32(i & MAGNITUDE) > INFINITE else np.int32(high + up)
    return np.uint16(np.int32(r & np.int32(0xFFFF)))


LEAST_FLOAT16 = np.float32(2.0**-14)  # of those that have all digits
STEP_FLOAT16 = np.float32(2.0**-24)  # between those that are smaller
BEYOND_FLOAT16 = np.int32(0x47800000)  # the float32 that comes after all of them but infinity
LAST_OF_FLOAT16, LAST_OF_BFLOAT16 = np.int32(1 << 13), np.int32(1 << 16)  # places in a float32


@implements(nextafter, "float16")
def nextafter_float16(x, y):
    a = fabs(x)
    grows = (x < y) == (x > ZERO)
    near = a + (STEP_FLOAT16 if grows else -STEP_FLOAT16)
    i = bits(a) if bits(a) < BEYOND_FLOAT16 else BEYOND_FLOAT16
    far = from_bits(np.int32(i + (LAST_OF_FLOAT16 if grows else -LAST_OF_FLOAT16)))
    step = near if a < LEAST_FLOAT16 or near < LEAST_FLOAT16 else far
    moved = copysign(STEP_FLOAT16, y) if x == ZERO else copysign(step, x)
    return moved if x < y or x > y else (y if x == x else x)


@implements(nextafter, "bfloat16")
def nextafter_bfloat16(x, y):
    away = LAST_OF_BFLOAT16 if (x < y) == (x > ZERO) else -LAST_OF_BFLOAT16
    step = from_bits(np.int32(bits(x) + away))
    from_zero = copysign(from_bits(LAST_OF_BFLOAT16), y)
    moved = from_zero if x == ZERO else step
    return moved if x < y or x > y else (y if x == x else x)


WIDEN = {"float16": from_float16, "bfloat16": from_bfloat16}
NARROW = {"float16": to_float16, "bfloat16": to_bfloat16}


def in_registers(dtype):
    """The dtype in which a number of a dtype is computed with."""
    return "float32" if dtype in WIDEN else dtype
