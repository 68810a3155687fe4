"""Written derivatives of the vocabulary: each another generic scalar function, derivable again.

`DERIVATIVES[f][i]` is the partial derivative of `f` by its argument i, with the parameters of `f`.
Special points and kinks follow PyTorch. Functions without an entry (`where`, `ldexp`) are derived
from their text; the predicates have no derivative.
"""

import math

from .. import scalars as s
from . import (
    absolute,
    cbrt,
    copysign,
    cos,
    cosh,
    cospi,
    derivative,
    digamma,
    erfcx,
    erfinv,
    exp,
    exp2,
    fabs,
    floor_divide,
    fmod,
    hypot,
    lgamma,
    log,
    ndtri,
    pow,
    real,
    rint,
    rsqrt,
    sigmoid,
    sin,
    sinc,
    sinh,
    sinpi,
    sqrt,
    tan,
    tanh,
    trigamma,
    trunc,
)
from .gamma import gammainc, gammaincc, polygamma, zeta

PI = math.pi
LN2 = math.log(2.0)
LN10 = math.log(10.0)
TWO_OVER_SQRT_PI = 2.0 / math.sqrt(math.pi)
HALF_SQRT_PI = 0.5 * math.sqrt(math.pi)
SQRT_2PI = math.sqrt(2.0 * math.pi)
ONE_OVER_SQRT_2PI = 1.0 / math.sqrt(2.0 * math.pi)

# ------------------------------------------------------------------ arithmetic, steps and choices


@derivative(s.floor, 0)
@derivative(s.ceil, 0)
@derivative(s.trunc, 0)
@derivative(s.rint, 0)
@derivative(s.sign, 0)
@derivative(s.sgn, 0)
@derivative(s.angle, 0)
@derivative(s.imag, 0)
def d_step(x):
    return 0.0


@derivative(s.copysign, 1)
@derivative(s.nextafter, 0)
@derivative(s.nextafter, 1)
@derivative(s.floor_divide, 0)
@derivative(s.floor_divide, 1)
def d_step_of_two(x, y):
    return 0.0


@derivative(s.frac, 0)
@derivative(s.real, 0)
@derivative(s.conj, 0)
def d_frac(x):
    return 1.0


@derivative(s.fmod, 0)
@derivative(s.remainder, 0)
def d_remainder_x(x, y):
    return 1.0


@derivative(s.fmod, 1)
def d_fmod_y(x, y):
    """Minus the whole quotient, from the remainder: x / y may be rounded up to the next one."""
    rest = fmod(x, y)
    return -trunc(x / y) if rest != rest else -rint((x - rest) / y)


@derivative(s.remainder, 1)
def d_remainder_y(x, y):
    return -floor_divide(x, y)


@derivative(s.fma, 0)
def d_fma_x(x, y, z):
    return y


@derivative(s.fma, 1)
def d_fma_y(x, y, z):
    return x


@derivative(s.fma, 2)
def d_fma_z(x, y, z):
    return 1.0


@derivative(s.fabs, 0)
@derivative(s.absolute, 0)
def d_absolute(x):
    """0 at 0."""
    return 1.0 if x > 0.0 else (-1.0 if x < 0.0 else 0.0)


@derivative(s.copysign, 0)
def d_copysign_x(x, y):
    """0 at 0."""
    return 0.0 if x == 0.0 else copysign(1.0, x) * copysign(1.0, y)


@derivative(s.maximum, 0)
@derivative(s.minimum, 1)
def d_maximum_x(x, y):
    """One half where they are equal; 1 beside NaN."""
    return 0.0 if x < y else (0.5 if x == y else 1.0)


@derivative(s.maximum, 1)
@derivative(s.minimum, 0)
def d_maximum_y(x, y):
    """One half where they are equal; 1 beside NaN."""
    return 0.0 if x > y else (0.5 if x == y else 1.0)


@derivative(s.fmax, 0)
def d_fmax_x(x, y):
    """1 where they are equal."""
    return 1.0 if x >= y or y != y else 0.0


@derivative(s.fmax, 1)
def d_fmax_y(x, y):
    """0 where they are equal."""
    return 0.0 if x >= y or y != y else 1.0


@derivative(s.fmin, 0)
def d_fmin_x(x, y):
    """1 where they are equal."""
    return 1.0 if x <= y or y != y else 0.0


@derivative(s.fmin, 1)
def d_fmin_y(x, y):
    """0 where they are equal."""
    return 0.0 if x <= y or y != y else 1.0


# ------------------------------------------------------------------ powers and roots


@derivative(s.sqrt, 0)
def d_sqrt(x):
    return 0.5 / sqrt(x)


@derivative(s.rsqrt, 0)
def d_rsqrt(x):
    root = rsqrt(x)
    return -0.5 * root * root * root


@derivative(s.cbrt, 0)
def d_cbrt(x):
    root = cbrt(x)
    return 1.0 / (3.0 * root * root)


@derivative(s.hypot, 0)
def d_hypot_x(x, y):
    return x / hypot(x, y)


@derivative(s.hypot, 1)
def d_hypot_y(x, y):
    return y / hypot(x, y)


@derivative(s.pow, 0)
def d_pow_x(x, y):
    return 0.0 if y == 0.0 else y * pow(x, y - 1.0)


@derivative(s.pow, 1)
def d_pow_y(x, y):
    """0 where x is 0 and y is not negative."""
    return 0.0 if x == 0.0 and real(y) >= 0.0 else pow(x, y) * log(x)


# ------------------------------------------------------------------ exponentials and logarithms


derivative(s.exp, 0)(exp)
derivative(s.expm1, 0)(exp)
derivative(s.softplus, 0)(sigmoid)


@derivative(s.exp2, 0)
def d_exp2(x):
    return LN2 * exp2(x)


@derivative(s.log, 0)
def d_log(x):
    return 1.0 / x


@derivative(s.log2, 0)
def d_log2(x):
    return 1.0 / (LN2 * x)


@derivative(s.log10, 0)
def d_log10(x):
    return 1.0 / (LN10 * x)


@derivative(s.log1p, 0)
def d_log1p(x):
    return 1.0 / (1.0 + x)


@derivative(s.sigmoid, 0)
def d_sigmoid(x):
    """sigmoid(x) * sigmoid(-x) by one exp, since 1 - sigmoid(x) is zero or noise at saturation."""
    e = exp(-fabs(x))
    return e / ((1.0 + e) * (1.0 + e))


@derivative(d_sigmoid, 0)
def d2_sigmoid(x):
    return -tanh(0.5 * x) * d_sigmoid(x)


@derivative(s.log_sigmoid, 0)
def d_log_sigmoid(x):
    return sigmoid(-x)


@derivative(s.logaddexp, 0)
def d_logaddexp_x(x, y):
    return sigmoid(x - y)


@derivative(s.logaddexp, 1)
def d_logaddexp_y(x, y):
    return sigmoid(y - x)


@derivative(s.logaddexp2, 0)
def d_logaddexp2_x(x, y):
    return sigmoid(LN2 * (x - y))


@derivative(s.logaddexp2, 1)
def d_logaddexp2_y(x, y):
    return sigmoid(LN2 * (y - x))


@derivative(s.xlogy, 0)
def d_xlogy_x(x, y):
    """0 where x is 0 and y is not positive."""
    return 0.0 if x == 0.0 and y <= 0.0 else log(y)


@derivative(s.xlogy, 1)
def d_xlogy_y(x, y):
    return x / y


# ------------------------------------------------------------------ trigonometric and hyperbolic


derivative(s.sin, 0)(cos)
derivative(s.sinh, 0)(cosh)
derivative(s.cosh, 0)(sinh)


@derivative(s.cos, 0)
def d_cos(x):
    return -sin(x)


@derivative(s.tan, 0)
def d_tan(x):
    tangent = tan(x)
    return 1.0 + tangent * tangent


@derivative(s.sinpi, 0)
def d_sinpi(x):
    return PI * cospi(x)


@derivative(s.cospi, 0)
def d_cospi(x):
    return -PI * sinpi(x)


@derivative(s.sinc, 0)
def d_sinc(x):
    """Its power series near 0, where the difference of cosine and sinc cancels."""
    u = PI * x
    z = u * u
    series = 1.0 / 3991680.0 - z * (12.0 / 6227020800.0 - z * (14.0 / 1307674368000.0))
    series = 1.0 / 840.0 - z * (1.0 / 45360.0 - z * series)
    series = -PI * u * (1.0 / 3.0 - z * (1.0 / 30.0 - z * series))
    return series if absolute(x) < 0.25 else (cospi(x) - sinc(x)) / x


@derivative(s.asin, 0)
def d_asin(x):
    return rsqrt((1.0 - x) * (1.0 + x))


@derivative(s.acos, 0)
def d_acos(x):
    return -rsqrt((1.0 - x) * (1.0 + x))


@derivative(s.atan, 0)
def d_atan(x):
    return 1.0 / (1.0 + x * x)


@derivative(s.atan2, 0)
def d_atan2_y(y, x):
    """0 at the origin."""
    radius = hypot(y, x)
    return 0.0 if radius == 0.0 else x / radius / radius


@derivative(s.atan2, 1)
def d_atan2_x(y, x):
    """0 at the origin."""
    radius = hypot(y, x)
    return 0.0 if radius == 0.0 else -y / radius / radius


@derivative(s.tanh, 0)
def d_tanh(x):
    """1 / cosh(x)**2 by one exp, since 1 - tanh(x)**2 is zero or noise at saturation."""
    e = exp(-2.0 * fabs(x))
    return 4.0 * e / ((1.0 + e) * (1.0 + e))


@derivative(d_tanh, 0)
def d2_tanh(x):
    return -2.0 * tanh(x) * d_tanh(x)


@derivative(s.asinh, 0)
def d_asinh(x):
    return rsqrt(x * x + 1.0)


@derivative(s.acosh, 0)
def d_acosh(x):
    return rsqrt((x - 1.0) * (x + 1.0) + 0.0)  # of -0.0, at -1, it would be -inf


@derivative(d_acosh, 0)
def d2_acosh(x):
    return -x * d_acosh(x) * d_acosh(x) * d_acosh(x)


@derivative(s.atanh, 0)
def d_atanh(x):
    return 1.0 / ((1.0 - x) * (1.0 + x))


# ------------------------------------------------------------------ error and gamma functions


derivative(s.lgamma, 0)(digamma)
derivative(s.digamma, 0)(trigamma)


@derivative(polygamma, 1)
def d_polygamma(n, x):
    return polygamma(n + 1.0, x)


@derivative(zeta, 1)
def d_zeta(x, y):
    return -x * zeta(x + 1.0, y)


@derivative(gammainc, 1)
def d_gammainc(a, x):
    """The density; infinite at 0 for a below 1."""
    return exp((a - 1.0) * log(x) - x - lgamma(a))


@derivative(gammaincc, 1)
def d_gammaincc(a, x):
    return -exp((a - 1.0) * log(x) - x - lgamma(a))


@derivative(s.trigamma, 0)
def d_trigamma(x):
    return polygamma(2.0, x)


@derivative(s.erf, 0)
def d_erf(x):
    return TWO_OVER_SQRT_PI * exp(-x * x)


@derivative(s.erfc, 0)
def d_erfc(x):
    return -TWO_OVER_SQRT_PI * exp(-x * x)


@derivative(s.ndtr, 0)
def d_ndtr(x):
    return ONE_OVER_SQRT_2PI * exp(-0.5 * x * x)


@derivative(s.erfcx, 0)
def d_erfcx(x):
    return 2.0 * x * erfcx(x) - TWO_OVER_SQRT_PI


@derivative(s.ndtri, 0)
def d_ndtri(x):
    y = ndtri(x)
    return SQRT_2PI * exp(0.5 * y * y)


@derivative(s.erfinv, 0)
def d_erfinv(x):
    y = erfinv(x)
    return HALF_SQRT_PI * exp(y * y)
