"""The vocabulary of scalar functions: what a kernel may compute at one element.

Three kinds of function live here, and nothing in this file needs Numba.

*Primitives* (`fma`, `bits`, `sqrt`, ...) are supplied by each device under the same name, for
instance by `kernels/cpu/primitives.py`; the body here is their meaning in NumPy.

*Generic functions* (`sigmoid`, `maximum`, ...) hold one formula for every dtype. The generator
rewrites their literals, and free names bound to Python numbers, to the dtype it compiles for.

*Dispatchers* (`exp`, `erf`, ...) have one implementation per dtype in `implementations`, filled by
`@implements`; their own body is the textbook meaning. Implementations for "float32" and "float64"
are `typed`: each of their constants already has its type, and they call only primitives and typed
functions. An "integer" implementation is generic over the integer dtypes.

Accuracy, unless a docstring says otherwise: 2 units in the last place for float32 and 4 for
float64, over all floats, subnormal ones included; NaN, infinities and the sign of zero as in C99.
The functions are branch-free unless their docstring says otherwise, so that LLVM vectorises a loop
over them. `tests/test_scalars.py` measures all of this.
"""

import builtins
import ctypes
import functools
import math

import numpy as np

PRIMITIVES = {}
VOCABULARY = {}
DERIVATIVES = {}

INF = math.inf
PI = math.pi
LN2 = math.log(2.0)
LOG2E = 1.0 / LN2
SQRT_HALF = math.sqrt(0.5)


def primitive(f):
    """Mark `f` as supplied natively by each device."""
    f.primitive = True
    PRIMITIVES[f.__name__] = f
    return f


def vocabulary(f):
    """List `f` among the functions a user may call by name."""
    VOCABULARY[f.__name__] = f
    return f


def implements(f, kind):
    """Register the decorated function as `f` for operands of "float32", "float64" or "integer".

    One for "float16" or "bfloat16" takes and gives the float32 that equal them: what `f` of float32
    gives is otherwise rounded to them.
    """

    def register(implementation):
        f.__dict__.setdefault("implementations", {})[kind] = implementation
        implementation.typed = kind != "integer"
        return implementation

    return register


def in_float64(f):
    """Register the decorated function as `f` for "float64"; float32 goes through it."""

    def register(implementation):
        if implementation.__code__.co_argcount == 1:

            def narrowed(x):
                return np.float32(implementation(np.float64(x)))
        else:

            def narrowed(x, y):
                return np.float32(implementation(np.float64(x), np.float64(y)))

        narrowed.__name__ = f"{f.__name__}_f32"
        implements(f, "float32")(narrowed)
        return implements(f, "float64")(implementation)

    return register


def typed(f):
    """Mark a helper of implementations whose constants already have their types."""
    f.typed = True
    return f


def seldom(f):
    """Mark `f(x, y)`, a typed function that is `y` where x is 0, and 0 is what x mostly is.

    A device may pass over the elements of a vector whose x are all 0.
    """
    f.typed = f.seldom = True
    return f


def derivative(f, argument):
    """Register the decorated function as the partial derivative of `f` by that argument."""

    def register(d):
        DERIVATIVES.setdefault(f, {})[argument] = d
        return d

    return register


# ---------------------------------------------------------------------------------- primitives


@primitive
def fma(x, y, z):
    """x*y + z, rounded once."""
    single = isinstance(x, np.float32)
    return np.float32(_c("fmaf")(x, y, z)) if single else np.float64(_c("fma")(x, y, z))


@functools.cache
def _c(name):
    """A function of C's own library, of three floats; only stepping through needs any."""
    function = getattr(ctypes.CDLL(None), name)
    function.restype = kind = ctypes.c_float if name.endswith("f") else ctypes.c_double
    function.argtypes = [kind] * 3
    return function


@primitive
def bits(x):
    """The bits of a float as a signed integer of the same width."""
    return x.view(np.int32) if isinstance(x, np.float32) else np.float64(x).view(np.int64)


@primitive
def from_bits(i):
    """The float with the bits of the signed integer `i`."""
    return i.view(np.float32) if isinstance(i, np.int32) else np.int64(i).view(np.float64)


@primitive
def sqrt(x):
    """Square root, rounded correctly; NaN below zero."""
    return np.sqrt(x)


@primitive
def fabs(x):
    """Absolute value of a float: clears the sign, of -0.0 and NaN too."""
    return np.fabs(x)


@primitive
def floor(x):
    """Largest integral value not above x."""
    return np.floor(x)


@primitive
def ceil(x):
    """Smallest integral value not below x."""
    return np.ceil(x)


@primitive
def trunc(x):
    """Integral part of x, toward zero."""
    return np.trunc(x)


@primitive
def rint(x):
    """Nearest integral value, ties to even."""
    return np.rint(x)


@primitive
def copysign(x, y):
    """The magnitude of x with the sign of y."""
    return np.copysign(x, y)


# ------------------------------------------------------------------ choosing, comparing, rounding


@vocabulary
def where(condition, x, y):
    """x where the condition holds, else y; both are evaluated."""
    return x if condition else y


@vocabulary
def maximum(x, y):
    """The larger of two; NaN if either is."""
    return x if x > y or x != x else y


@vocabulary
def minimum(x, y):
    """The smaller of two; NaN if either is."""
    return x if x < y or x != x else y


@vocabulary
def fmax(x, y):
    """The larger of two, ignoring one NaN."""
    return x if x > y or y != y else y


@vocabulary
def fmin(x, y):
    """The smaller of two, ignoring one NaN."""
    return x if x < y or y != y else y


@vocabulary
def absolute(x):
    """Magnitude of x."""
    return fabs(x)


@implements(absolute, "integer")
def absolute_integer(x):
    return -x if x < 0 else x


@vocabulary
def sign(x):
    """-1, 0 or 1; 0 for NaN, as in PyTorch."""
    return 1 if x > 0 else (-1 if x < 0 else 0)


@vocabulary
def sgn(x):
    """The direction of x: x / |x|, 0 at 0. Of a real number, its sign."""
    return sign(x)


@vocabulary
def real(x):
    """The real part of x."""
    return x


@vocabulary
def imag(x):
    """The imaginary part of x: 0 for a real number."""
    return 0


@vocabulary
def conj(x):
    """The complex conjugate of x: x itself, if it is real."""
    return x


@vocabulary
def angle(x):
    """The direction of x in radians: pi for a negative number, 0 for a positive one."""
    return PI if x < 0 else (x if x != x else 0)


@vocabulary
def signbit(x):
    """Whether the sign bit is set, of -0.0 and NaN too."""
    return copysign(1.0, x) < 0.0


@implements(signbit, "integer")
def signbit_integer(x):
    return x < 0


@vocabulary
def isnan(x):
    """Whether x is NaN."""
    return x != x


@vocabulary
def isinf(x):
    """Whether x is infinite."""
    return fabs(x) == INF


@implements(isinf, "integer")
def isinf_integer(x):
    return x != x


@vocabulary
def isfinite(x):
    """Whether x is neither infinite nor NaN."""
    return fabs(x) < INF


@implements(isfinite, "integer")
def isfinite_integer(x):
    return x == x


@vocabulary
def frac(x):
    """x less its integral part; keeps the sign of x."""
    return x - trunc(x)


@vocabulary
def nextafter(x, y):
    """The next float from x toward y."""
    return math.nextafter(x, y)


# ------------------------------------------------------------------ division with a remainder


@vocabulary
def fmod(x, y):
    """Exact remainder of truncated division: has the sign of x. Loops while the quotient is huge.

    Method: as SLEEF's fmod, subtract truncated multiples exactly until the rest is below |y|.
    """
    return math.fmod(x, y)


@implements(fmod, "integer")
def fmod_integer(x, y):
    rest = 0 if y == -1 else x % y
    return rest - y if rest != 0 and (x < 0) != (y < 0) else rest


@vocabulary
def remainder(x, y):
    """Remainder of floored division: has the sign of y (`torch.remainder`, Python's `%`)."""
    rest = fmod(x, y)
    return rest + y if rest != 0.0 and (rest < 0.0) != (y < 0.0) else rest


@implements(remainder, "integer")
def remainder_integer(x, y):
    return 0 if y == -1 else x % y


@vocabulary
def floor_divide(x, y):
    """Largest integral value not above x / y, from an exact remainder; x / y where y is 0."""
    rest = fmod(x, y)
    quotient = (x - rest) / y
    lowered = quotient - 1.0 if rest != 0.0 and (rest < 0.0) != (y < 0.0) else quotient
    whole = floor(lowered)
    nearest = whole + 1.0 if lowered - whole > 0.5 else whole
    signed = nearest if lowered != 0.0 else copysign(0.0, x / y)
    return signed if y != 0.0 else x / y


@implements(floor_divide, "integer")
def floor_divide_integer(x, y):
    return -x if y == -1 else x // y


# ------------------------------------------------------------------ exponentials and logarithms


@vocabulary
def exp(x):
    """e to the power x.

    Method (Cody and Waite; Cephes): x = n log 2 + r, a polynomial in r, then the exponent by bits.
    """
    return math.exp(x)


@vocabulary
def exp2(x):
    """2 to the power x; exact at integers."""
    return 2.0**x


@vocabulary
def expm1(x):
    """exp(x) - 1, accurate near zero."""
    return math.expm1(x)


@vocabulary
def log(x):
    """Natural logarithm. Method (fdlibm): x = 2**k (1 + f), then a polynomial in f."""
    return math.log(x)


@vocabulary
def log2(x):
    """Logarithm to base 2; exact at powers of 2."""
    return math.log2(x)


@vocabulary
def log10(x):
    """Logarithm to base 10."""
    return math.log10(x)


@vocabulary
def log1p(x):
    """log(1 + x), accurate near zero."""
    return math.log1p(x)


@vocabulary
def pow(x, y):
    """x to the power y, with C99's special values: pow(x, 0) and pow(1, y) are 1 even for NaN.

    Method: exp2(y log2 x), with the logarithm in twice the precision.
    """
    return math.pow(x, y)


@implements(pow, "integer")
def pow_integer(x, y):
    """By squaring; wraps around. A negative power is 0 unless x is 1 or -1."""
    out = x * 0 + 1
    base = x
    power = y if y > 0 or (x == 1) or (x == -1) else y * 0
    power = power if power > 0 else -power
    while power > 0:
        out = out * base if power & 1 == 1 else out
        base = base * base
        power = power >> 1
    return out if y >= 0 or x == 1 or x == -1 else x * 0


@vocabulary
def ldexp(x, n):
    """x * 2**n for an integral n, also where 2**n alone would overflow."""
    half = rint(0.5 * n)
    return x * exp2(half) * exp2(n - half)


@vocabulary
def rsqrt(x):
    """1 / sqrt(x)."""
    return 1.0 / sqrt(x)


@vocabulary
def cbrt(x):
    """Cube root, of negative x too."""
    return math.copysign(abs(x) ** (1.0 / 3.0), x)


@vocabulary
def hypot(x, y):
    """sqrt(x*x + y*y) without overflow; infinite if either operand is, even beside NaN."""
    return math.hypot(x, y)


@vocabulary
def sigmoid(x):
    """1 / (1 + exp(-x)), never from an overflowing exp."""
    e = exp(-fabs(x))
    return (1.0 if x >= 0.0 else e) / (1.0 + e)


@vocabulary
def softplus(x):
    """log(1 + exp(x)), never from an overflowing exp."""
    return maximum(x, 0.0) + log1p(exp(-fabs(x)))


@vocabulary
def log_sigmoid(x):
    """log(1 / (1 + exp(-x)))."""
    return minimum(x, 0.0) - log1p(exp(-fabs(x)))


@vocabulary
def logaddexp(x, y):
    """log(exp(x) + exp(y)). Where that nears 0 by cancellation, the error is absolute."""
    difference = 0.0 if x == y else x - y
    return maximum(x, y) + log1p(exp(-fabs(difference)))


@vocabulary
def logaddexp2(x, y):
    """log2(2**x + 2**y). Where that nears 0 by cancellation, the error is absolute."""
    difference = 0.0 if x == y else x - y
    return maximum(x, y) + log1p(exp2(-fabs(difference))) * LOG2E


@vocabulary
def xlogy(x, y):
    """x log(y); 0 where x is 0, unless y is NaN."""
    product = x * log(y)
    return 0.0 if x == 0.0 and y == y else product


# ------------------------------------------------------------------ trigonometric and hyperbolic


@vocabulary
def sin(x):
    """Sine, for every finite x. Huge x: x / 2 pi modulo 1 in integers (Payne and Hanek)."""
    return math.sin(x)


@vocabulary
def cos(x):
    """Cosine, for every finite x. Method as for `sin`."""
    return math.cos(x)


@vocabulary
def tan(x):
    """Tangent, for every finite x. Method as for `sin`."""
    return math.tan(x)


@vocabulary
def sinpi(x):
    """sin(pi x), without the rounding of pi x; exact where it is 0 or 1."""
    return math.sin(math.pi * math.remainder(x, 2.0))


@vocabulary
def cospi(x):
    """cos(pi x), without the rounding of pi x; exact where it is 0 or 1."""
    return math.cos(math.pi * math.remainder(x, 2.0))


@vocabulary
def sinc(x):
    """sin(pi x) / (pi x); 1 at 0."""
    ratio = sinpi(x) / (PI * x)
    return 1.0 if x == 0.0 else ratio


@vocabulary
def asin(x):
    """Arc sine; NaN outside [-1, 1]."""
    return math.asin(x)


@vocabulary
def acos(x):
    """Arc cosine; NaN outside [-1, 1]."""
    return math.acos(x)


@vocabulary
def atan(x):
    """Arc tangent. Method (Cephes): reduction to [0, tan(pi/8)] with one division."""
    return math.atan(x)


@vocabulary
def atan2(y, x):
    """Angle of the point (x, y), in [-pi, pi], with C99's signed zeros and infinities."""
    return math.atan2(y, x)


@vocabulary
def sinh(x):
    """Hyperbolic sine."""
    return math.sinh(x)


@vocabulary
def cosh(x):
    """Hyperbolic cosine."""
    return math.cosh(x)


@vocabulary
def tanh(x):
    """Hyperbolic tangent: -t / (t + 2) with t = expm1(-2|x|), as in fdlibm."""
    return math.tanh(x)


@vocabulary
def asinh(x):
    """Inverse hyperbolic sine."""
    return math.asinh(x)


@vocabulary
def acosh(x):
    """Inverse hyperbolic cosine; NaN below 1."""
    return math.acosh(x)


@vocabulary
def atanh(x):
    """Inverse hyperbolic tangent; infinite at -1 and 1, NaN beyond."""
    return math.atanh(x)


# ------------------------------------------------------------------ error and gamma functions


@vocabulary
def erf(x):
    """Error function."""
    return math.erf(x)


@vocabulary
def erfc(x):
    """1 - erf(x), accurate where erf nears 1.

    Method (Shepherd and Laframboise 1981): (1 + 2x) exp(x*x) erfc(x) as a polynomial in
    (x - k) / (x + k).
    """
    return math.erfc(x)


@vocabulary
def erfcx(x):
    """exp(x*x) erfc(x), for x from -26 on: infinite further left."""
    return math.exp(x * x) * math.erfc(x)


@vocabulary
def erfinv(x):
    """Inverse of erf; infinite at -1 and 1, NaN beyond."""
    guess = math.copysign(min(1.0, abs(x)), x)
    for _ in range(60):
        guess = guess - (math.erf(guess) - x) * math.exp(guess * guess) * 0.886226925452758
    return guess


@vocabulary
def ndtr(x):
    """Distribution function of the standard normal."""
    return 0.5 * math.erfc(-x * math.sqrt(0.5))


@vocabulary
def ndtri(x):
    """Inverse of ndtr; infinite at 0 and 1, NaN beyond."""
    return -math.sqrt(2.0) * erfinv(1.0 - 2.0 * x)


@vocabulary
def lgamma(x):
    """log |gamma(x)|; infinite at 0 and at negative integers.

    Relative accuracy as elsewhere for x > 0, at the roots 1 and 2 too. For x < 0, where it has more
    roots, float64 is right to 8 units in the last place of max(1, |lgamma(x)|).
    """
    return math.lgamma(x)


@vocabulary
def digamma(x):
    """Derivative of lgamma; NaN at negative integers, -+inf at +-0.

    Near its roots the error is absolute: 8 units in the last place of 1 in float64.
    """
    shift = 0.0
    while x < 10.0:
        shift = shift - 1.0 / x
        x = x + 1.0
    z = 1.0 / (x * x)
    return shift + math.log(x) - 0.5 / x - z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z / 240)))


@vocabulary
def trigamma(x):
    """Derivative of digamma; infinite at 0 and at negative integers."""
    total = 0.0
    while x < 10.0:
        total = total + 1.0 / (x * x)
        x = x + 1.0
    z = 1.0 / (x * x)
    return total + 1 / x + z / 2 + z / x * (1 / 6 - z * (1 / 30 - z * (1 / 42 - z / 30)))


# ------------------------------------------------------------------ floats as integers

# What an integer does not hold becomes what an x86 makes of it: LLVM leaves it undefined, and makes
# something else of a number that it knows, or of one that was an integer before.


def to_int32(x):
    """The integral part; -2^31 for NaN and what does not fit."""
    return np.int32(x if fabs(x) < 2147483648.0 else -2147483648.0)


def to_int64(x):
    """The integral part; -2^63 for NaN and what does not fit."""
    return np.int64(x if fabs(x) < 9223372036854775808.0 else -9223372036854775808.0)


def to_uint64(x):
    """The integral part; 2^64 less where that is negative, 2^63 for NaN."""
    large = x >= 9223372036854775808.0
    low = to_int64(x - 9223372036854775808.0 if large else x)
    return np.uint64(low) ^ np.uint64(9223372036854775808 if large else 0)


# ------------------------------------------------------------------ names from elsewhere

ALIASES = {
    builtins.abs: absolute,
    builtins.min: minimum,
    builtins.max: maximum,
    builtins.pow: pow,
    builtins.round: rint,
    math.fabs: absolute,
    math.floor: floor,
    math.ceil: ceil,
    math.trunc: trunc,
    np.abs: absolute,
    np.fabs: absolute,
    np.power: pow,
    np.arcsin: asin,
    np.arccos: acos,
    np.arctan: atan,
    np.arctan2: atan2,
    np.arcsinh: asinh,
    np.arccosh: acosh,
    np.arctanh: atanh,
    np.round: rint,
}
for _module in (math, np):
    for _name, _function in {**PRIMITIVES, **VOCABULARY}.items():
        # math.remainder rounds the quotient to nearest: another function, so left out
        if hasattr(_module, _name) and (_module, _name) != (math, "remainder"):
            ALIASES.setdefault(getattr(_module, _name), _function)
ALIASES[np.mod] = remainder


# The implementations register themselves; they import this module, so they come last.
from . import angles, bessel_derivatives, derivatives, f32, f64, folds, parts, special  # noqa: E402, F401
from .airy import airy_ai, airy_ai_slope  # noqa: E402, F401
from .bessel import j0, j1, spherical_j0, y0, y1  # noqa: E402, F401
from .gamma import gammainc, gammaincc, polygamma, zeta  # noqa: E402, F401
from .modified_bessel import i0, i0e, i1, i1e, k0, k0e, k1, k1e  # noqa: E402, F401

count, largest, mean, shift = folds.count, folds.largest, folds.mean, folds.shift
place, smallest, total = folds.place, folds.smallest, folds.total
from .scaling import detach, taming  # noqa: E402, F401
