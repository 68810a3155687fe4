"""float64 implementations of the vocabulary.

The coefficients are minimax fits (Remez in 45 digits), rounded to float64 from the lowest order
up, with a new fit of the rest after each. A Python float is a float64 and a Python int an int64
under Numba, so that literals here have their types.
"""

import math

import numpy as np

from . import scalars
from .scalars import bits, copysign, fabs, fma, from_bits, implements, rint, sqrt, trunc, typed

INF = math.inf
NAN = math.nan
MIN_NORMAL = 2.0**-1022
# Adding MAGIC rounds to an integer, which then stands in the low bits of the sum.
MAGIC = 1.5 * 2.0**52
MAGIC_BITS = int(np.float64(MAGIC).view(np.int64))
SQRT_HALF_BITS = int(np.float64(math.sqrt(0.5)).view(np.int64))

LOG2E = 1.4426950408889634
LOG2E_LOW = 2.0355273740931033e-17
LOG10E = 0.4342944819032518
LOG10E_LOW = 1.098319650216765e-17
LN2 = 0.6931471805599453
LN2_LOW = 2.319046813846299e-17
LN2_SHORT = float.fromhex("0x1.62e42fefa3800p-1")  # the first 42 bits: its multiples are exact
LN2_REST = 5.497923018708371e-14
LOG10_2 = 0.3010299956639812
LOG10_2_LOW = -2.8037281277851704e-18
PI = math.pi
PI_LOW = 1.2246467991473532e-16
HALF_PI = 1.5707963267948966
HALF_PI_LOW = 6.123233995736766e-17
HALF_PI_TAIL = -1.4973849048591698e-33
QUARTER_PI = 0.7853981633974483
QUARTER_PI_LOW = 3.061616997868383e-17
TWO_OVER_PI = 0.6366197723675814


@typed
def power_of_two(k):
    """2**k for k in [-1022, 1023], from its bits."""
    return from_bits((k + 1023) << 52)


@typed
def scaled(y, k):
    """y * 2**k in two steps, so that k may reach beyond the exponents of float64."""
    half = k >> 1
    return y * power_of_two(half) * power_of_two(k - half)


# ------------------------------------------------------------------ exponentials


@typed
def expm1_polynomial(r):
    """exp(r) - 1 for |r| <= log(2) / 2."""
    q = fma(2.5112680180867017e-08, r, 2.762632409885633e-07)
    q = fma(q, r, 2.755723340128578e-06)
    q = fma(q, r, 2.4801504452146987e-05)
    q = fma(q, r, 0.00019841269897228483)
    q = fma(q, r, 0.0013888888932373964)
    q = fma(q, r, 0.008333333333317103)
    q = fma(q, r, 0.041666666666573635)
    q = fma(q, r, 0.16666666666666682)
    q = fma(q, r, 0.5000000000000006)
    return fma(q, r * r, r)


@typed
def exp_product(x, low, shift, factor):
    """factor * exp(x + low) * 2**shift for a small correction `low`."""
    above = -746.0 if x < -746.0 else x
    c = 711.0 if above > 711.0 else above
    z = fma(c, LOG2E, MAGIC)
    n = z - MAGIC
    r = fma(n, -LN2_LOW, fma(n, -LN2, c)) + low
    return scaled(fma(factor, expm1_polynomial(r), factor), bits(z) - MAGIC_BITS + shift)


@implements(scalars.exp, "float64")
def exp_f64(x):
    return exp_product(x, 0.0, 0, 1.0)


@implements(scalars.exp2, "float64")
def exp2_f64(x):
    low = -1076.0 if x < -1076.0 else x
    c = 1025.0 if low > 1025.0 else low
    z = c + MAGIC
    r = c - (z - MAGIC)
    q = fma(4.465575621225228e-10, r, 7.073740876342334e-09)
    q = fma(q, r, 1.01779854667772e-07)
    q = fma(q, r, 1.3215435602752465e-06)
    q = fma(q, r, 1.52527340370341e-05)
    q = fma(q, r, 0.00015403530456253067)
    q = fma(q, r, 0.001333355814616435)
    q = fma(q, r, 0.009618129107595071)
    q = fma(q, r, 0.055504108664822936)
    q = fma(q, r, 0.24022650695910128)
    q = fma(q, r, 0.6931471805599453)
    return scaled(fma(q, r, 1.0), bits(z) - MAGIC_BITS)


@implements(scalars.expm1, "float64")
def expm1_f64(x):
    low = -40.0 if x < -40.0 else x
    c = 709.9 if low > 709.9 else low
    z = fma(c, LOG2E, MAGIC)
    n = z - MAGIC
    r = fma(n, -LN2_LOW, fma(n, -LN2, c))
    half = power_of_two(bits(z) - MAGIC_BITS - 1)  # 2**n may overflow
    y = fma(expm1_polynomial(r), half, half - 0.5) * 2.0
    return x if fabs(x) < 2.0**-60 else y


@implements(scalars.tanh, "float64")
def tanh_f64(x):
    t = expm1_f64(-2.0 * fabs(x))
    return copysign(t / (t + 2.0), x)


@implements(scalars.sinh, "float64")
def sinh_f64(x):
    a = fabs(x)
    z = x * x
    q = fma(7.76808370566295e-13, z, 1.6056926964188645e-10)
    q = fma(q, z, 2.505212780991804e-08)
    q = fma(q, z, 2.755731912446514e-06)
    q = fma(q, z, 0.00019841269841548568)
    q = fma(q, z, 0.008333333333332952)
    q = fma(q, z, 0.16666666666666669)
    small = fma(q, x * z, x)
    half = exp_product(a, 0.0, -1, 1.0)
    large = copysign(half - 0.25 / half, x)
    return small if a < 1.0 else large


@implements(scalars.cosh, "float64")
def cosh_f64(x):
    half = exp_product(fabs(x), 0.0, -1, 1.0)
    return half + 0.25 / half


# ------------------------------------------------------------------ logarithms


@typed
def normal(x):
    """x, or x * 2**52 if x is subnormal."""
    return x * 2.0**52 if x < MIN_NORMAL else x


@typed
def log_exponent(x):
    """The k of x = 2**k (1 + f), with 1 + f in [sqrt(1/2), sqrt(2))."""
    k = (bits(normal(x)) - SQRT_HALF_BITS) >> 52
    return np.float64(k) - (52.0 if x < MIN_NORMAL else 0.0)


@typed
def log_fraction(x):
    """The f of x = 2**k (1 + f)."""
    i = bits(normal(x))
    k = (i - SQRT_HALF_BITS) >> 52
    return from_bits(i - (k << 52)) - 1.0


@typed
def log_polynomial(f):
    """log(1 + f) - f. Method (fdlibm): a series in (f / (2 + f))**2."""
    s = f / (2.0 + f)
    z = s * s
    q = fma(0.14795655130359478, z, 0.15314083529335193)
    q = fma(q, z, 0.1818356286933779)
    q = fma(q, z, 0.2222219860530562)
    q = fma(q, z, 0.2857142874202104)
    q = fma(q, z, 0.3999999999941668)
    q = fma(q, z, 0.6666666666666734)
    square = 0.5 * f * f
    return s * fma(q, z, square) - square


@typed
def log_special(x, y):
    """y = log(x), put right where x is zero, negative, infinite or NaN."""
    finite = y if x < INF else x
    positive = NAN if x < 0.0 else finite
    return -INF if x == 0.0 else positive


@implements(scalars.log, "float64")
def log_f64(x):
    k = log_exponent(x)
    f = log_fraction(x)
    return log_special(x, fma(k, LN2, f + fma(k, LN2_LOW, log_polynomial(f))))


@implements(scalars.log2, "float64")
def log2_f64(x):
    f = log_fraction(x)
    low = fma(log_polynomial(f), LOG2E, f * LOG2E_LOW)
    return log_special(x, log_exponent(x) + fma(f, LOG2E, low))


@implements(scalars.log10, "float64")
def log10_f64(x):
    k = log_exponent(x)
    f = log_fraction(x)
    low = fma(log_polynomial(f), LOG10E, fma(f, LOG10E_LOW, k * LOG10_2_LOW))
    return log_special(x, fma(k, LOG10_2, fma(f, LOG10E, low)))


@implements(scalars.log1p, "float64")
def log1p_f64(x):
    u = 1.0 + x
    lost = (1.0 - (u - x)) if x > 1.0 else (x - (u - 1.0))
    i = bits(u)
    k = (i - SQRT_HALF_BITS) >> 52
    m = from_bits(i - (k << 52))
    f = (m - 1.0) + lost * from_bits((1023 - k) << 52)
    f = m - 1.0 if u > 2.0**60 else f  # the power of two above needs k < 1023
    n = np.float64(k)
    y = log_special(u, fma(n, LN2, f + fma(n, LN2_LOW, log_polynomial(f))))
    return x if x == 0.0 else y


# ------------------------------------------------------------------ powers


@typed
def pow_special(x, y, magnitude):
    """|x|**y = magnitude, put right where x or y is zero, one, negative, infinite or NaN."""
    a = fabs(x)
    integral = trunc(y) == y
    odd = integral and trunc(0.5 * y) != 0.5 * y
    at_end = INF if (y > 0.0) == (a > 1.0) else 0.0
    ended = at_end if a == 0.0 or a == INF or fabs(y) == INF else magnitude
    one = 1.0 if a == 1.0 else ended
    signed = copysign(one, x) if odd else one
    real = signed if integral or x >= 0.0 or a == INF else NAN
    known = real if x == x and y == y else x + y
    return 1.0 if y == 0.0 or x == 1.0 else known


@implements(scalars.pow, "float64")
def pow_f64(x, y):
    """log|x| as high + low, from s = f / (2 + f) as s + sl, then exp(y high + ...)."""
    a = fabs(x)
    k = log_exponent(a)
    f = log_fraction(a)
    d = 2.0 + f
    s = f / d
    sl = (fma(-s, d, f) - s * (f - (d - 2.0))) / d
    z = s * s
    zl = fma(s, s, -z) + 2.0 * s * sl
    q = fma(0.11981182884066525, z, 0.1167585160065718)
    q = fma(q, z, 0.13336260922691226)
    q = fma(q, z, 0.15384558521940467)
    q = fma(q, z, 0.18181818842667571)
    q = fma(q, z, 0.22222222217799367)
    q = fma(q, z, 0.28571428571443813)
    q = fma(q, z, 0.3999999999999998)
    q = q * z
    w = 0.6666666666666666 + q  # then w + wl, u + ul = z w and v + vl = s u
    wl = (0.6666666666666666 - w) + q + 3.700743415417188e-17
    u = z * w
    ul = fma(z, w, -u) + (z * wl + zl * w)
    v = s * u
    vl = fma(s, u, -v) + (s * ul + sl * u)
    t = 2.0 * s + v
    tl = (2.0 * s - t) + v + (2.0 * sl + vl)
    high = fma(k, LN2_SHORT, t)
    low = (fma(k, LN2_SHORT, -high) + t) + fma(k, LN2_REST, tl)
    p = y * high
    pl = fma(y, high, -p) + y * low
    return pow_special(x, y, exp_product(p, pl if fabs(p) < 1000.0 else 0.0, 0, 1.0))


@typed
def pow_short(x, y):
    """pow to the accuracy of float32, for operands that came from float32."""
    a = fabs(x)
    f = from_bits(bits(a) - (((bits(a) - SQRT_HALF_BITS) >> 52) << 52)) - 1.0
    k = np.float64((bits(a) - SQRT_HALF_BITS) >> 52)
    s = f / (2.0 + f)
    z = s * s
    q = fma(0.2358214244123099, z, 0.2853731024056434)
    q = fma(q, z, 0.40000335138861565)
    q = fma(q, z, 0.6666666564584938)
    p = y * fma(k, LN2, s * fma(q, z, 2.0))
    above = -110.0 if p < -110.0 else p
    c = 90.0 if above > 90.0 else above
    m = fma(c, LOG2E, MAGIC)
    r = fma(m - MAGIC, -LN2, c)
    e = fma(0.00019955076, r, 0.0013935422)
    e = fma(e, r, 0.008333196)
    e = fma(e, r, 0.04166646)
    e = fma(e, r, 0.16666667)
    e = fma(e, r, 0.5)
    e = fma(e, r * r, r) + 1.0
    return pow_special(x, y, e * power_of_two(bits(m) - MAGIC_BITS))


@implements(scalars.cbrt, "float64")
def cbrt_f64(x):
    """A third of the exponent, two steps of Halley, one of Newton with an exact residual."""
    a = fabs(x)
    tiny = a < 2.0**-900
    huge = a > 2.0**900
    c = a * 2.0**300 if tiny else (a * 2.0**-300 if huge else a)
    third = ((bits(c) >> 32) * 0x55555556) >> 32
    t = from_bits((third + 0x2A9F7893) << 32)
    cube = t * t * t
    t = t * ((cube + 2.0 * c) / (2.0 * cube + c))
    cube = t * t * t
    t = t * ((cube + 2.0 * c) / (2.0 * cube + c))
    square = t * t
    residual = fma(square, t, -c) + fma(t, t, -square) * t
    t = t - residual / (3.0 * square)
    t = t * 2.0**-100 if tiny else (t * 2.0**100 if huge else t)
    return copysign(t, x) if a < INF and a > 0.0 else x


@implements(scalars.hypot, "float64")
def hypot_f64(x, y):
    a = fabs(x)
    b = fabs(y)
    largest = a if a > b else b
    up = 2.0**600 if largest < 2.0**-400 else 1.0
    up = 2.0**-600 if largest > 2.0**400 else up
    down = 2.0**-600 if largest < 2.0**-400 else 1.0
    down = 2.0**600 if largest > 2.0**400 else down
    a = a * up
    b = b * up
    h = sqrt(fma(a, a, b * b)) * down
    return INF if a == INF or b == INF else h


@implements(scalars.fmod, "float64")
def fmod_f64(x, y):
    rest = fabs(x)
    possible = rest < INF and fabs(y) > 0.0
    rest = rest if possible else 0.0
    b = fabs(y) if possible else 1.0
    while rest >= b:
        d = b
        while rest * 2.0**-900 >= d:  # so that the quotient is finite
            d = d * 2.0**900
        q = trunc(rest / d)
        long = q >= 2.0**50  # then shortened by three bits, so that the rest stays exact
        unit = from_bits(bits(q) & 0x7FF0000000000000) * 2.0**-49 if long else 1.0
        q = from_bits(bits(q) & -8) if long else q
        rest = fma(-q, d, rest)
        rest = fma(unit, d, rest) if rest < 0.0 else rest  # q was rounded up
    known = copysign(rest, x) if possible else NAN
    return known if x == x and y == y else x + y


@implements(scalars.nextafter, "float64")
def nextafter_f64(x, y):
    step = from_bits(bits(x) + (1 if (x < y) == (x > 0.0) else -1))
    from_zero = copysign(5e-324, y)
    moved = from_zero if x == 0.0 else step
    return moved if x < y or x > y else (y if x == x else x)


# ------------------------------------------------------------------ trigonometric


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
def circular(x, kind):
    """sin(|x|), cos(x) or tan(|x|) for kind 0, 1 or 2.

    |x| = q pi / 2 + r + low: by multiples of pi / 2 in three parts (Cody and Waite 1980), and
    beyond 2**30 by as many bits of 1 / (2 pi) as matter (Payne and Hanek 1983).
    """
    a = fabs(x)
    z = fma(a, TWO_OVER_PI, MAGIC)
    n = z - MAGIC
    first = fma(n, -HALF_PI, a)
    product = n * HALF_PI_LOW
    r = first - product
    low = ((first - r) - product) - fma(n, HALF_PI_LOW, -product) - n * HALF_PI_TAIL
    m = from_bits((bits(x) & 0xFFFFFFFFFFFFF) | 0x4330000000000000)  # in [2**52, 2**53)
    w0 = turn_window(x, 0)
    w1 = turn_window(x, 1)
    w2 = turn_window(x, 2)
    head = huge_turns(m, w0, w1, w2, 1)
    angle = head * TO_RADIANS
    rest = fma(head, TO_RADIANS_LOW, huge_turns(m, w0, w1, w2, 2) * TO_RADIANS)
    huge = a > 2.0**30
    low = fma(head, TO_RADIANS, -angle) + rest if huge else low
    r = angle if huge else r
    q = bits(huge_turns(m, w0, w1, w2, 0) + MAGIC if huge else z)
    sine = sin_polynomial(r, low)
    cosine = cos_polynomial(r, low)
    odd = (q & 1) != 0
    tangent = (cosine if odd else sine) / (-sine if odd else cosine)
    wave = quarter_wave(r, low, q + 1 if kind == 1 else q)
    y = tangent if kind == 2 else wave
    return y if a < INF else NAN


@implements(scalars.sin, "float64")
def sin_f64(x):
    y = circular(x, 0)
    signed = -y if x < 0.0 else y
    return x if x == 0.0 else signed


@implements(scalars.cos, "float64")
def cos_f64(x):
    return circular(x, 1)


@implements(scalars.tan, "float64")
def tan_f64(x):
    y = circular(x, 2)
    signed = -y if x < 0.0 else y
    return x if x == 0.0 else signed


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


@implements(scalars.asinh, "float64")
def asinh_f64(x):
    a = fabs(x)
    huge = a > 2.0**60
    z = a * a
    t = a if huge else a + z / (1.0 + sqrt(1.0 + z))
    return copysign(log1p_f64(t) + (LN2 if huge else 0.0), x)


@implements(scalars.acosh, "float64")
def acosh_f64(x):
    t = x - 1.0
    huge = x > 2.0**60
    argument = x if huge else t + sqrt(fma(t, t, 2.0 * t))
    y = log1p_f64(argument) + (LN2 if huge else 0.0)
    return y if x >= 1.0 else NAN


@implements(scalars.atanh, "float64")
def atanh_f64(x):
    a = fabs(x)
    return copysign(0.5 * log1p_f64(2.0 * a / (1.0 - a)), x)
