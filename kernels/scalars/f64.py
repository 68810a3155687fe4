"""float64 implementations of the vocabulary.

The coefficients are minimax fits (Remez in 45 digits), rounded to float64 from the lowest order
up, with a new fit of the rest after each. A Python float is a float64 and a Python int an int64
under Numba, so that literals here have their types.
"""

import math

import numpy as np

from .. import scalars
from . import bits, copysign, fabs, fma, from_bits, implements, seldom, sqrt, trunc, typed

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


@typed
def fmod_long(x, y):
    """fmod(x, y) of finite numbers, y not 0; the quotient may have any number of bits."""
    rest = fabs(x)
    b = fabs(y)
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
    return copysign(rest, x)


@seldom
def fmod_far(x, y):
    """fmod(x, y), or y where x is 0."""
    rest = fmod_long(x, y if x != 0.0 else 1.0)
    return y if x == 0.0 else rest


@implements(scalars.fmod, "float64")
def fmod_f64(x, y):
    """At once where the quotient has so few bits that the rest is exact."""
    a = fabs(x)
    b = fabs(y)
    quotient = a / b
    whole = trunc(quotient)
    rest = a if whole == 0.0 else fma(-whole, b, a)
    near = copysign(rest + b if rest < 0.0 else rest, x)  # the quotient was rounded up
    far = quotient >= 2.0**50 and a < INF and b > 0.0
    return fmod_far(x if far else 0.0, y if far else near)


@implements(scalars.nextafter, "float64")
def nextafter_f64(x, y):
    step = from_bits(bits(x) + (1 if (x < y) == (x > 0.0) else -1))
    from_zero = copysign(5e-324, y)
    moved = from_zero if x == 0.0 else step
    return moved if x < y or x > y else (y if x == x else x)


# ------------------------------------------------------------------ inverse hyperbolic


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
