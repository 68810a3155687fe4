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
import math
from fractions import Fraction

import numpy as np

PRIMITIVES = {}
VOCABULARY = {}
DERIVATIVES = {}

INF = math.inf
PI = math.pi
LN2 = math.log(2.0)
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
    """Register the decorated function as `f` for "float32", "float64" or "integer" operands."""

    def register(implementation):
        f.__dict__.setdefault("implementations", {})[kind] = implementation
        implementation.typed = kind != "integer"
        return implementation

    return register


def typed(f):
    """Mark a helper of implementations whose constants already have their types."""
    f.typed = True
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
    if not all(map(math.isfinite, (x, y, z))) or x == 0 or y == 0 or z == 0:
        return x * y + z
    exact = Fraction(float(x)) * Fraction(float(y)) + Fraction(float(z))
    if exact == 0:
        return type(x)(0)
    return _round_fraction(exact, type(x))


def _round_fraction(exact, dtype):
    """The float of `dtype` nearest to a nonzero fraction, ties to even, for any exponent."""
    info = np.finfo(dtype)
    exponent = exact.numerator.bit_length() - exact.denominator.bit_length()
    if abs(exact) < Fraction(2) ** exponent:
        exponent -= 1
    unit = Fraction(2) ** max(exponent - info.nmant, int(info.minexp) - info.nmant)
    value = builtins.round(exact / unit) * unit
    if abs(value) > Fraction(float(info.max)):
        return dtype(math.copysign(INF, exact))
    return dtype(math.copysign(float(value), exact))


@primitive
def bits(x):
    """The bits of a float as a signed integer of the same width."""
    return x.view(np.int32 if isinstance(x, np.float32) else np.int64)


@primitive
def from_bits(i):
    """The float with the bits of the signed integer `i`."""
    return i.view(np.float32 if isinstance(i, np.int32) else np.float64)


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
