"""float64 implementations of the trigonometric functions. Literals as in `f64.py`."""

import math

import numpy as np

from .. import scalars
from . import bits, copysign, fabs, fma, from_bits, implements, rint, seldom, sqrt, trunc, typed
from .f64 import MAGIC

INF = math.inf
NAN = math.nan
PI = math.pi
PI_LOW = 1.2246467991473532e-16
HALF_PI = 1.5707963267948966
HALF_PI_LOW = 6.123233995736766e-17
HALF_PI_TAIL = -1.4973849048591698e-33
QUARTER_PI = 0.7853981633974483
QUARTER_PI_LOW = 3.061616997868383e-17
TWO_OVER_PI = 0.6366197723675814
NEAR = 2.0**30  # from here on an angle takes more than three parts of pi / 2


@typed
def sin_polynomial(r, low):
    """sin(r + low) for |r| <= pi / 4."""
    z = r * r
    q = fma(1.5896801734856404e-10, z, -2.505075858672304e-08)
    q = fma(q, z, 2.7557313697975784e-06)
    q = fma(q, z, -0.00019841269829837447)
    q = fma(q, z, 0.008333333333322474)
    q = fma(q, z, -0.16666666666666632)
    return r + fma(q, z * r, low * fma(z, -0.5, 1.0))


@typed
def cos_polynomial(r, low):
    """cos(r + low) for |r| <= pi / 4."""
    z = r * r
    q = fma(-1.135870401605888e-11, z, 2.087570466041345e-09)
    q = fma(q, z, -2.75573142127616e-07)
    q = fma(q, z, 2.4801587288991695e-05)
    q = fma(q, z, -0.0013888888888873333)
    q = fma(q, z, 0.041666666666666595)
    half = 0.5 * z
    w = 1.0 - half
    return w + (((1.0 - w) - half) + fma(z * z, q, -r * low))


@typed
def sin_polynomial_short(r):
    """sin(r) for |r| <= pi / 4, to the accuracy of float32."""
    z = r * r
    q = fma(fma(-0.000195186, z, 0.008332191), z, -0.16666655)
    return fma(q, z * r, r)


@typed
def cos_polynomial_short(r):
    """cos(r) for |r| <= pi / 4, to the accuracy of float32."""
    z = r * r
    q = fma(fma(2.4432553e-05, z, -0.0013887311), z, 0.041666646)
    return fma(z * z, q, fma(z, -0.5, 1.0))


# 1 / (2 pi) in words of 64 bits, after 64 zero bits.
TURN_0 = np.uint64(0x0000000000000000)
TURN_1 = np.uint64(0x28BE60DB9391054A)
TURN_2 = np.uint64(0x7F09D5F47D4D3770)
TURN_3 = np.uint64(0x36D8A5664F10E410)
TURN_4 = np.uint64(0x7F9458EAF7AEF158)
TURN_5 = np.uint64(0x6DC91B8E909374B8)
TURN_6 = np.uint64(0x01924BBA82746487)
TURN_7 = np.uint64(0x3F877AC72C4A69CF)
TURN_8 = np.uint64(0xBA208D7D4BAED121)
TURN_9 = np.uint64(0x3A671C09AD17DF90)
TURN_10 = np.uint64(0x4E64758E60D4CE7D)
TURN_11 = np.uint64(0x272117E2EF7E4A0E)
TURN_12 = np.uint64(0xC7FE25FFF7816603)
TURN_13 = np.uint64(0xFBCBC462D6829B47)
TURN_14 = np.uint64(0xDB4D9FB3C9F2C26D)
TURN_15 = np.uint64(0xD3D18FD9A797FA8B)
TURN_16 = np.uint64(0x5D49EEB1FAF97C5E)
TURN_17 = np.uint64(0xCF41CE7DE294A4BA)
TURN_18 = np.uint64(0x9AFED7EC47E35742)
TURN_19 = np.uint64(0x1580CC11BF1EDAEA)
TO_RADIANS = 2.0 * PI
TO_RADIANS_LOW = 2.4492935982947064e-16


@typed
def turn_window(x, part):
    """64 bits of 1 / (2 pi) from bit e + 64 part on, where e is the exponent of x less 53.

    Selects instead of a table, so that a loop vectorises.
    """
    j = np.uint64((bits(fabs(x)) >> 52) - 1011)
    bit = (j & np.uint64(1024)) != np.uint64(0)
    a0 = TURN_16 if bit else TURN_0
    a1 = TURN_17 if bit else TURN_1
    a2 = TURN_18 if bit else TURN_2
    a3 = TURN_19 if bit else TURN_3
    bit = (j & np.uint64(512)) != np.uint64(0)
    b0 = TURN_8 if bit else a0
    b1 = TURN_9 if bit else a1
    b2 = TURN_10 if bit else a2
    b3 = TURN_11 if bit else a3
    b4 = TURN_12 if bit else TURN_4
    b5 = TURN_13 if bit else TURN_5
    b6 = TURN_14 if bit else TURN_6
    b7 = TURN_15 if bit else TURN_7
    b8 = TURN_16 if bit else TURN_8
    b9 = TURN_17 if bit else TURN_9
    b10 = TURN_18 if bit else TURN_10
    bit = (j & np.uint64(256)) != np.uint64(0)
    c0 = b4 if bit else b0
    c1 = b5 if bit else b1
    c2 = b6 if bit else b2
    c3 = b7 if bit else b3
    c4 = b8 if bit else b4
    c5 = b9 if bit else b5
    c6 = b10 if bit else b6
    bit = (j & np.uint64(128)) != np.uint64(0)
    d0 = c2 if bit else c0
    d1 = c3 if bit else c1
    d2 = c4 if bit else c2
    d3 = c5 if bit else c3
    d4 = c6 if bit else c4
    bit = (j & np.uint64(64)) != np.uint64(0)
    e0 = d1 if bit else d0
    e1 = d2 if bit else d1
    e2 = d3 if bit else d2
    e3 = d4 if bit else d3
    high = e2 if part == 2 else (e1 if part == 1 else e0)
    low = e3 if part == 2 else (e2 if part == 1 else e1)
    shift = j & np.uint64(63)
    return (high << shift) | ((low >> np.uint64(1)) >> (np.uint64(63) - shift))


@typed
def huge_turns(m, w0, w1, w2, part):
    """|x| / (2 pi) modulo 1, where m is the mantissa of x and w0, w1, w2 are its turn windows.

    Part 0 is the nearest quarter, 1 and 2 are head and tail of the rest. The 192 bits are taken as
    numbers of 53 bits; their products with m are exact in pairs; multiples of 1 are dropped.
    """
    second = ((w0 & np.uint64(0x7FF)) << np.uint64(42)) | (w1 >> np.uint64(22))
    third = ((w1 & np.uint64(0x3FFFFF)) << np.uint64(31)) | (w2 >> np.uint64(33))
    v0 = np.float64(np.int64(w0 >> np.uint64(11))) * 2.0**-53
    v1 = np.float64(np.int64(second)) * 2.0**-106
    v2 = np.float64(np.int64(third)) * 2.0**-159
    v3 = np.float64(np.int64(w2 & np.uint64(0x1FFFFFFFF))) * 2.0**-192
    a = m * v0
    b = m * v1
    c = m * v2
    a_low = fma(m, v0, -a)
    b_low = fma(m, v1, -b)
    c_low = fma(m, v2, -c) + m * v3
    a = (a - rint(a)) + a_low  # exact, as a multiple of 2**-53 below 1
    s = a + b
    t = s - a
    rest = ((a - (s - t)) + (b - t)) + b_low  # exact, as a multiple of 2**-106
    quarter = rint(4.0 * s)
    s = fma(quarter, -0.25, s)
    tail = rest + c
    t = tail - rest
    tail_low = ((rest - (tail - t)) + (c - t)) + c_low
    head = s + tail
    t = head - s
    low = ((s - (head - t)) + (tail - t)) + tail_low
    return quarter if part == 0 else (head if part == 1 else low)


@typed
def quarter_wave(r, low, q):
    """sin(r + low + q pi / 2) for |r| <= pi / 4."""
    sine = sin_polynomial(r, low)
    cosine = cos_polynomial(r, low)
    y = sine if (q & 1) == 0 else cosine
    return y if (q & 2) == 0 else -y


@typed
def circular(r, low, q, kind):
    """sin, cos or tan of r + low + q pi / 2 for |r| <= pi / 4, for kind 0, 1 or 2."""
    sine = sin_polynomial(r, low)
    cosine = cos_polynomial(r, low)
    odd = (q & 1) != 0
    tangent = (cosine if odd else sine) / (-sine if odd else cosine)
    wave = quarter_wave(r, low, q + 1 if kind == 1 else q)
    return tangent if kind == 2 else wave


@typed
def circular_near(x, kind):
    """sin(|x|), cos(x) or tan(|x|), for |x| <= NEAR.

    |x| = q pi / 2 + r + low, by multiples of pi / 2 in three parts (Cody and Waite 1980).
    """
    a = fabs(x)
    z = fma(a, TWO_OVER_PI, MAGIC)
    n = z - MAGIC
    first = fma(n, -HALF_PI, a)
    product = n * HALF_PI_LOW
    r = first - product
    low = ((first - r) - product) - fma(n, HALF_PI_LOW, -product) - n * HALF_PI_TAIL
    return circular(r, low, bits(z), kind)


@typed
def circular_far(x, kind):
    """The same for any x, by as many bits of 1 / (2 pi) as matter (Payne and Hanek 1983)."""
    m = from_bits((bits(x) & 0xFFFFFFFFFFFFF) | 0x4330000000000000)  # in [2**52, 2**53)
    w0 = turn_window(x, 0)
    w1 = turn_window(x, 1)
    w2 = turn_window(x, 2)
    head = huge_turns(m, w0, w1, w2, 1)
    r = head * TO_RADIANS
    rest = fma(head, TO_RADIANS_LOW, huge_turns(m, w0, w1, w2, 2) * TO_RADIANS)
    low = fma(head, TO_RADIANS, -r) + rest
    q = bits(huge_turns(m, w0, w1, w2, 0) + MAGIC)
    return circular(r, low, q, kind) if fabs(x) < INF else NAN


@typed
def beyond(x):
    """x if it is far from 0, else 0."""
    return x if fabs(x) > NEAR else 0.0


@typed
def odd(y, x):
    """The value at x of an odd function that is y at |x|."""
    signed = -y if x < 0.0 else y
    return x if x == 0.0 else signed


@seldom
def sin_far(x, near):
    """sin(x), or `near` where x is 0."""
    y = odd(circular_far(x, 0), x)
    return near if x == 0.0 else y


@seldom
def cos_far(x, near):
    """cos(x), or `near` where x is 0."""
    y = circular_far(x, 1)
    return near if x == 0.0 else y


@seldom
def tan_far(x, near):
    """tan(x), or `near` where x is 0."""
    y = odd(circular_far(x, 2), x)
    return near if x == 0.0 else y


@implements(scalars.sin, "float64")
def sin_f64(x):
    return sin_far(beyond(x), odd(circular_near(x, 0), x))


@implements(scalars.cos, "float64")
def cos_f64(x):
    return cos_far(beyond(x), circular_near(x, 1))


@implements(scalars.tan, "float64")
def tan_f64(x):
    return tan_far(beyond(x), odd(circular_near(x, 2), x))


@typed
def half_turns(x):
    """x modulo 2, with the sign of x."""
    return x - 2.0 * trunc(0.5 * x)


@implements(scalars.sinpi, "float64")
def sinpi_f64(x):
    whole = half_turns(x)
    z = 2.0 * whole + MAGIC
    t = fma(z - MAGIC, -0.5, whole)
    r = t * PI
    y = quarter_wave(r, fma(t, PI, -r) + t * PI_LOW, bits(z))
    return copysign(y, x) if y == 0.0 else y


@implements(scalars.cospi, "float64")
def cospi_f64(x):
    whole = half_turns(x)
    z = 2.0 * whole + MAGIC
    t = fma(z - MAGIC, -0.5, whole)
    r = t * PI
    return quarter_wave(r, fma(t, PI, -r) + t * PI_LOW, bits(z) + 1)


@typed
def asin_polynomial(x):
    """asin(x) - x for |x| <= 1/2."""
    z = x * x
    q = fma(0.031966907297108715, z, -0.016305020728409312)
    q = fma(q, z, 0.01958050500413084)
    q = fma(q, z, 0.006508563071169357)
    q = fma(q, z, 0.012173786862314186)
    q = fma(q, z, 0.013884523123073759)
    q = fma(q, z, 0.017359778755403017)
    q = fma(q, z, 0.022371752992080395)
    q = fma(q, z, 0.030381959355952365)
    q = fma(q, z, 0.04464285682275694)
    q = fma(q, z, 0.07500000000344227)
    q = fma(q, z, 0.16666666666665375)
    return q * (z * x)


@implements(scalars.asin, "float64")
def asin_f64(x):
    a = fabs(x)
    root = sqrt(fma(a, -0.5, 0.5))
    t = a if a < 0.5 else root
    p = asin_polynomial(t)
    large = fma(-2.0, t, HALF_PI) + fma(-2.0, p, HALF_PI_LOW)
    return copysign(t + p if a < 0.5 else large, x)


@implements(scalars.acos, "float64")
def acos_f64(x):
    a = fabs(x)
    root = sqrt(fma(a, -0.5, 0.5))
    t = x if a < 0.5 else root
    p = asin_polynomial(t)
    middle = HALF_PI - (t - (HALF_PI_LOW - p))
    right = 2.0 * (t + p)
    left = PI - (right - PI_LOW)
    side = left if x < 0.0 else right
    return middle if a < 0.5 else side


@typed
def atan_quotient(top, bottom):
    """atan(top / bottom) for top, bottom >= 0."""
    steep = top > 2.414213562373095 * bottom
    middle = top > 0.41421356237309503 * bottom
    t = (-bottom if steep else (top - bottom if middle else top)) / (
        top if steep else (top + bottom if middle else bottom)
    )
    z = t * t
    q = fma(-0.0179057318561077, z, 0.038063528505415604)
    q = fma(q, z, -0.050392772694941704)
    q = fma(q, z, 0.058478863221131806)
    q = fma(q, z, -0.0666310409396001)
    q = fma(q, z, 0.07692060262132837)
    q = fma(q, z, -0.09090897763128104)
    q = fma(q, z, 0.11111110783763176)
    q = fma(q, z, -0.14285714280205694)
    q = fma(q, z, 0.19999999999953724)
    q = fma(q, z, -0.333333333333332)
    high = HALF_PI if steep else (QUARTER_PI if middle else 0.0)
    low = HALF_PI_LOW if steep else (QUARTER_PI_LOW if middle else 0.0)
    return high + (t + fma(q, z * t, low))


@implements(scalars.atan, "float64")
def atan_f64(x):
    return copysign(atan_quotient(fabs(x), 1.0), x)


@implements(scalars.atan2, "float64")
def atan2_f64(y, x):
    a = fabs(y)
    b = fabs(x)
    both_infinite = a == INF and b == INF
    huge = a > 2.0**1000 or b > 2.0**1000
    scale = 2.0**-60 if huge else (2.0**60 if a < 2.0**-900 and b < 2.0**-900 else 1.0)
    top = 1.0 if both_infinite else a * scale
    bottom = 1.0 if both_infinite or (a == 0.0 and b == 0.0) else b * scale
    angle = atan_quotient(top, bottom)
    left = PI - (angle - PI_LOW)
    turned = left if copysign(1.0, x) < 0.0 else angle
    return copysign(turned, y) if x == x and y == y else x + y
