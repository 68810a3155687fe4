"""Complex numbers: what the vocabulary gives for them, in terms of their real and imaginary parts.

`PARTS[f]` takes the parts of each operand, one after the other, and returns both parts of the
result; or one value, if `f` is of `REAL` (a real number) or `BOOLS`. It is a generic function of
real numbers like others: the generator emits it for float32 or float64, and vectorised loops stay
so. Branch cuts, signs of zero and what infinities and NaN give are C99's (annex G).
"""

from .. import scalars as s
from . import (
    INF,
    LN2,
    LOG2E,
    PI,
    asinh,
    atan2,
    copysign,
    cos,
    cosh,
    cospi,
    exp,
    expm1,
    fabs,
    hypot,
    log,
    log1p,
    sin,
    sinh,
    sinpi,
    sqrt,
    tan,
)
from . import derivatives as d

PARTS: dict = {}
REAL: set = set()  # functions whose result is real
BOOLS: set = set()  # and those that answer yes or no
LOG10E = 0.4342944819032518


def parts(f, result=None):
    """Register the decorated function as `f` for complex numbers; `result` is REAL or BOOLS."""

    def register(implementation):
        PARTS[f] = implementation
        if result is not None:
            result.add(f)
        return implementation

    return register


# ------------------------------------------------------------------ parts, size and direction


@parts(s.conj)
def conj(a, b):
    return a, -b


@parts(s.real, REAL)
def real(a, b):
    return a


@parts(s.imag, REAL)
def imag(a, b):
    return b


@parts(s.absolute, REAL)
def absolute(a, b):
    return hypot(a, b)


@parts(s.angle, REAL)
def angle(a, b):
    return atan2(b, a)


@parts(s.sgn)
def sgn(a, b):
    size = hypot(a, b)
    nothing = size == 0.0
    return (0.0 if nothing else a / size), (0.0 if nothing else b / size)


@parts(s.isinf, BOOLS)
def isinf(a, b):
    return fabs(a) == INF or fabs(b) == INF


@parts(s.isfinite, BOOLS)
def isfinite(a, b):
    return fabs(a) < INF and fabs(b) < INF


# ------------------------------------------------------------------ arithmetic


def divide(a, b, c, d):
    """(a + bi) / (c + di). Method: R. L. Smith (1962), which does not overflow on the way."""
    first = fabs(c) >= fabs(d)
    large = c if first else d
    small = d if first else c
    ratio = small / large
    whole = large + small * ratio
    re = (a + b * ratio if first else a * ratio + b) / whole
    im = (b - a * ratio if first else b * ratio - a) / whole
    nothing = large == 0.0
    size = fabs(large)
    return (a / size if nothing else re), (b / size if nothing else im)


def log_size(a, b):
    """log |a + bi|, accurate where that is near 0 too."""
    x = fabs(a)
    y = fabs(b)
    large = x if x > y else y
    small = y if x > y else x
    size = hypot(a, b)
    near = size > 0.5 and size < 2.0
    delta = (large - 1.0) * (large + 1.0) + small * small
    return 0.5 * log1p(delta if near else 0.0) if near else log(size)


@parts(s.pow)
def pow(a, b, c, d):
    """exp((c + di) log(a + bi)); 1 for the power 0, 0 for a positive one of 0."""
    size = log_size(a, b)
    turn = atan2(b, a)
    e = exp(c * size - (0.0 if d == 0.0 else d * turn))
    turned = (0.0 if d == 0.0 else d * size) + c * turn
    one = c == 0.0 and d == 0.0
    nothing = a == 0.0 and b == 0.0 and c > 0.0
    re = 0.0 if nothing else e * cos(turned)
    im = 0.0 if nothing or turned == 0.0 else e * sin(turned)
    return (1.0 if one else re), (0.0 if one else im)


@parts(s.sqrt)
def root(a, b):
    size = sqrt(0.5 * hypot(a, b) + 0.5 * fabs(a))
    other = b if size == 0.0 else 0.5 * b / size
    re = size if a >= 0.0 else fabs(other)
    im = other if a >= 0.0 else copysign(size, b)
    endless = fabs(b) == INF
    missing = a != a or (b != b and a != INF and a != -INF)
    re = a + b if missing else re
    im = a + b if missing else im
    return (INF if endless else re), (b if endless else im)


# ------------------------------------------------------------------ exponentials and logarithms


def unknown(angle):
    """Whether an angle has no sine: it is infinite or NaN."""
    return angle - angle != 0.0


@parts(s.exp)
def exponential(a, b):
    e = exp(a)
    re = copysign(0.0, 0.0 if unknown(b) else cos(b)) if a == -INF else e * cos(b)
    im = copysign(0.0, b if unknown(b) else sin(b)) if a == -INF else e * sin(b)
    return (INF if a == INF and unknown(b) else re), (b if b == 0.0 else im)


@parts(s.exp2)
def exponential_of_2(a, b):
    return exponential(a * LN2, b * LN2)


@parts(s.expm1)
def exponential_less_1(a, b):
    half = sin(0.5 * b)
    re = expm1(a) if b == 0.0 or (fabs(a) == INF and unknown(b)) else (
        expm1(a) * cos(b) - 2.0 * half * half
    )
    im = copysign(0.0, b if unknown(b) else sin(b)) if a == -INF else exp(a) * sin(b)
    return (0.0 if re == 0.0 else re), (b if b == 0.0 else im)


@parts(s.log)
def logarithm(a, b):
    return log_size(a, b), atan2(b, a)


@parts(s.log2)
def logarithm_to_2(a, b):
    return log_size(a, b) * LOG2E, atan2(b, a) * LOG2E


@parts(s.log10)
def logarithm_to_10(a, b):
    return log_size(a, b) * LOG10E, atan2(b, a) * LOG10E


@parts(s.log1p)
def logarithm_of_1_and(a, b):
    small = fabs(a) < 0.5 and fabs(b) < 0.5
    delta = a * (2.0 + a) + b * b
    near = 0.5 * log1p(delta if small else 0.0)
    return near if small else log_size(1.0 + a, b), atan2(b, 1.0 + a)


@parts(s.logaddexp)
def logarithm_of_sum(a, b, c, d):
    """Around the operand with the larger real part."""
    first = a >= c
    re, im = exponential(c - a if first else a - c, d - b if first else b - d)
    re, im = logarithm_of_1_and(re, im)
    return (a if first else c) + re, (b if first else d) + im


@parts(d.d_sigmoid)
def slope_of_sigmoid(a, b):
    re, im = exponential(-fabs(a), -copysign(b, a * b))
    x, y = 1.0 + re, im
    return divide(re, im, x * x - y * y, 2.0 * x * y)


@parts(s.sigmoid)
def sigmoid(a, b):
    """1 / (1 + exp(-z)), never from an overflowing exp."""
    e = exp(-fabs(a))
    re = e * cos(b)
    im = -e * sin(b) if a >= 0.0 else e * sin(b)
    return divide(1.0 if a >= 0.0 else re, 0.0 if a >= 0.0 else im, 1.0 + re, im)


# ------------------------------------------------------------------ trigonometric and hyperbolic


@parts(s.sinh)
def hyperbolic_sine(a, b):
    re = a if unknown(b) and (a == 0.0 or fabs(a) == INF) else sinh(a) * cos(b)
    return re, (b if b == 0.0 else cosh(a) * sin(b))


@parts(s.cosh)
def hyperbolic_cosine(a, b):
    known = copysign(1.0, a) * b if b == 0.0 and not fabs(a) < INF else sinh(a) * sin(b)
    re = INF if fabs(a) == INF and unknown(b) else cosh(a) * cos(b)
    return re, (0.0 if a == 0.0 and unknown(b) else known)


@parts(s.sin)
def sine(a, b):
    re, im = hyperbolic_sine(-b, a)
    return im, -re


@parts(s.cos)
def cosine(a, b):
    return hyperbolic_cosine(-b, a)


@parts(s.sinpi)
def sine_of_pi(a, b):
    return sinpi(a) * cosh(PI * b), cospi(a) * sinh(PI * b)


@parts(s.sinc)
def sine_over_angle(a, b):
    nothing = a == 0.0 and b == 0.0
    re, im = sine_of_pi(a, b)
    re, im = divide(re, im, 1.0 if nothing else PI * a, PI * b)
    return (1.0 if nothing else re), im


@parts(s.cospi)
def cosine_of_pi(a, b):
    return cospi(a) * cosh(PI * b), -sinpi(a) * sinh(PI * b)


@parts(s.tanh)
def hyperbolic_tangent(a, b):
    """W. Kahan, Branch cuts for complex elementary functions (1987); far out by the limit."""
    far = fabs(a) > 20.0
    near = 0.0 if far else a
    t = tan(b)
    beta = 1.0 + t * t
    size = sinh(near)
    whole = 1.0 + beta * size * size
    re = beta * cosh(near) * size / whole
    im = t / whole
    last = 4.0 * sin(b) * cos(b) * exp(-2.0 * fabs(a))
    endless = fabs(a) == INF
    re = copysign(1.0, a) if far and (endless or not unknown(b)) else re
    im = copysign(0.0, b if unknown(b) else sin(b) * cos(b)) if endless else (last if far else im)
    return (a if a == 0.0 else re), (b if b == 0.0 else im)


@parts(d.d_tanh)
def slope_of_hyperbolic_tangent(a, b):
    re, im = slope_of_sigmoid(2.0 * a, 2.0 * b)
    return 4.0 * re, 4.0 * im


@parts(s.tan)
def tangent(a, b):
    im, re = hyperbolic_tangent(b, a)
    return re, im


@parts(s.asin)
def arc_sine(a, b):
    """W. Kahan (1987), as the next ones."""
    re, im = root(1.0 - a, -b)
    x, y = root(1.0 + a, b)
    endless = fabs(a) == INF or fabs(b) == INF
    across = fabs(b) if endless else re * x - im * y
    up = copysign(INF, b) if endless else asinh(re * y - im * x)
    return (a if a == 0.0 else atan2(a, across)), up


@parts(s.acos)
def arc_cosine(a, b):
    re, im = root(1.0 - a, -b)
    x, y = root(1.0 + a, b)
    endless = fabs(a) == INF or fabs(b) == INF
    turn = atan2(fabs(b), a) if endless else 2.0 * atan2(re, x)
    upright = a == 0.0 and b != b
    down = -copysign(INF, b) if endless else asinh(x * im - y * re)
    return (0.5 * PI if upright else turn), down


@parts(s.atanh)
def hyperbolic_area_tangent(a, b):
    rest = 1.0 - fabs(a)
    re = 0.25 * log1p(4.0 * fabs(a) / (rest * rest + b * b))
    im = 0.5 * atan2(2.0 * b, rest * (1.0 + fabs(a)) - b * b)
    endless = fabs(a) == INF or fabs(b) == INF
    upright = copysign(0.5 * PI, b) if b == b else b
    return copysign(0.0 if endless or a == 0.0 else re, a), (upright if endless else im)


@parts(s.atan)
def arc_tangent(a, b):
    im, re = hyperbolic_area_tangent(-b, a)
    return re, -im


@parts(s.asinh)
def hyperbolic_area_sine(a, b):
    im, re = arc_sine(-b, a)
    return re, -im


@parts(d.d_acosh)
def slope_of_hyperbolic_area_cosine(a, b):
    """Over two roots: one of the product would have another branch cut."""
    re, im = root(a - 1.0, b)
    x, y = root(a + 1.0, b)
    return divide(1.0, 0.0, re * x - im * y, re * y + im * x)


@parts(s.acosh)
def hyperbolic_area_cosine(a, b):
    re, im = root(a - 1.0, b)
    x, y = root(a + 1.0, b)
    endless = fabs(a) == INF or fabs(b) == INF
    turn = atan2(b, a) if endless else 2.0 * atan2(im, x)
    upright = a == 0.0 and b != b
    return (INF if endless else asinh(re * x + im * y)), (0.5 * PI if upright else turn)
