"""The table of elementwise ops: one scalar function each; everything else comes from it.

An entry states its dtype rule, its NumPy reference, an interval of smooth samples, and a written
gradient where that is more accurate, cheaper, or a convention at a kink.
"""

import math

import numpy as np

from ..declare import entry, user_elementwise
from ..kernels import scalars

elementwise = user_elementwise
DIVISOR = {"y": "nonzero"}  # functions refuse a zero divisor among integers


def _xlogy_reference(x, y):
    return np.where((x == 0) & ~np.isnan(y), 0, x * np.log(y))


def vectorized(function):
    """A NumPy reference from a function of Python floats."""
    return np.vectorize(function, otypes=[np.float64])


# ------------------------------------------------------------------ arithmetic


@entry("same", reference=np.add, name="_add", method=False)
def _add(x, y):
    """x + y."""
    return x + y


@entry("same", name="_add_scaled", method=False, reference=lambda x, y, alpha: x + alpha * y)
def _add_scaled(x, y, alpha):
    """x + alpha * y."""
    return x + alpha * y


@entry("numbers", reference=np.subtract, name="_sub", method=False)
def _sub(x, y):
    """x - y."""
    return x - y


@entry("same", reference=np.multiply, names=("multiply",))
def mul(x, y):
    """x * y."""
    return x * y


@entry("float", reference=np.true_divide, domain=(0.5, 2.0), name="_div", method=False)
def _div(x, y):
    """x / y; integers divide as floating point numbers."""
    return x / y


@entry("number", reference=np.negative, names=("negative",))
def neg(x):
    """-x."""
    return -x


@entry("number", reference=np.positive, inplace=False)
def positive(x):
    """x."""
    return x


@entry("whole", reference=lambda x: x * x if x.dtype != bool else x.astype(np.int64))
def square(x):
    """x * x."""
    return x * x


@entry("same", name="_cube", method=False, inplace=False, reference=lambda x: x * x * x)
def _cube(x):
    """x * x * x."""
    return x * x * x


@entry("float", reference=np.reciprocal, domain=(0.5, 2.0), grad=lambda g, out: -g * out * out)
def reciprocal(x):
    """1 / x."""
    return 1 / x


entry("number", reference=np.power, domain=(0.5, 2.0), name="_pow", method=False,
      operands={"y": "natural"})(scalars.pow)  # fmt: skip
entry("number", reference=np.remainder, domain=(0.5, 2.0), name="_remainder", method=False,
      operands=DIVISOR)(scalars.remainder)  # fmt: skip
entry("number", reference=np.fmod, domain=(0.5, 2.0), name="_fmod", method=False,
      operands=DIVISOR)(scalars.fmod)  # fmt: skip
entry("number", reference=np.floor_divide, domain=(0.5, 2.0), name="_floor_divide", method=False,
      operands=DIVISOR, smooth=False)(scalars.floor_divide)  # fmt: skip


@entry("same", reference=lambda x, y: ((x == y) | (x != x) & (y != y)) * 1.0, name="_alike",
       method=False)  # fmt: skip
def _alike(x, y):
    """1 where x equals y, NaN being like NaN; else 0."""
    return 1.0 if x == y or (x != x and y != y) else 0.0


def _trunc_divide(x, y):
    """x / y rounded toward zero."""
    return scalars.trunc(x / y)


def _trunc_divide_integer(x, y):
    """scalars.floor_divide: the lowest number by -1 is itself, as in two's complement."""
    return scalars.floor_divide(x - scalars.fmod(x, y), y)


_trunc_divide.implementations = {"integer": _trunc_divide_integer}
_trunc_divide_integer.typed = False


def _trunc_divide_reference(x, y):
    return (x - np.fmod(x, y)) // y if x.dtype.kind in "iu" else np.trunc(x / y)


entry("number", reference=_trunc_divide_reference, domain=(0.5, 2.0), method=False,
      operands=DIVISOR, smooth=False)(_trunc_divide)  # fmt: skip


@entry("same", reference=lambda x, y, weight: x + weight * (y - x), name="_lerp", method=False,
       floating=True, special=False)  # fmt: skip
def _lerp(x, y, weight):
    """x + weight * (y - x), exact at both ends."""
    return x + weight * (y - x) if abs(weight) < 0.5 else y - (y - x) * (1 - weight)


@entry("same", name="_addcmul", method=False, reference=lambda x, y, z, value: x + value * y * z)
def _addcmul(x, tensor1, tensor2, value):
    """x + value * tensor1 * tensor2."""
    return x + value * tensor1 * tensor2


@entry("float", name="_addcdiv", method=False, domain=(0.5, 2.0),
       reference=lambda x, y, z, value: x + value * y / z)  # fmt: skip
def _addcdiv(x, tensor1, tensor2, value):
    """x + value * tensor1 / tensor2."""
    return x + value * tensor1 / tensor2


# ------------------------------------------------------------------ comparison and logic


@entry("bool", reference=np.equal)
def eq(x, y):
    """x == y."""
    return x == y


@entry("bool", reference=np.not_equal, names=("not_equal",))
def ne(x, y):
    """x != y."""
    return x != y


@entry("bool", reference=np.less, names=("less",))
def lt(x, y):
    """x < y."""
    return x < y


@entry("bool", reference=np.less_equal, names=("less_equal",))
def le(x, y):
    """x <= y."""
    return x <= y


@entry("bool", reference=np.greater, names=("greater",))
def gt(x, y):
    """x > y."""
    return x > y


@entry("bool", reference=np.greater_equal, names=("greater_equal",))
def ge(x, y):
    """x >= y."""
    return x >= y


entry("bool", reference=np.isnan, inplace=False)(scalars.isnan)
entry("bool", reference=np.isinf, inplace=False)(scalars.isinf)
entry("bool", reference=np.isfinite, inplace=False)(scalars.isfinite)
entry("bool", reference=np.signbit, inplace=False)(scalars.signbit)


@entry("bool", reference=np.isposinf, inplace=False)
def isposinf(x):
    """Whether x is positive infinity."""
    return scalars.isinf(x) and x > 0


@entry("bool", reference=np.isneginf, inplace=False)
def isneginf(x):
    """Whether x is negative infinity."""
    return scalars.isinf(x) and x < 0


@entry("logical", reference=np.logical_and)
def logical_and(x, y):
    """Whether both are nonzero."""
    return x and y


@entry("logical", reference=np.logical_or)
def logical_or(x, y):
    """Whether one is nonzero."""
    return x or y


@entry("logical", reference=np.logical_xor)
def logical_xor(x, y):
    """Whether just one is nonzero."""
    return x != y


@entry("logical", reference=np.logical_not)
def logical_not(x):
    """Whether x is zero."""
    return not x


@entry("integer", reference=np.bitwise_and)
def bitwise_and(x, y):
    """x & y, bit by bit; logical for bool."""
    return x & y


@entry("integer", reference=np.bitwise_or)
def bitwise_or(x, y):
    """x | y, bit by bit; logical for bool."""
    return x | y


@entry("integer", reference=np.bitwise_xor)
def bitwise_xor(x, y):
    """x ^ y, bit by bit; logical for bool."""
    return x ^ y


def _bitwise_not(x):
    """~x, bit by bit; logical for bool."""
    return ~x


_bitwise_not.implementations = {"bool": logical_not.function}
entry("integer", reference=np.invert, name="bitwise_not")(_bitwise_not)


@entry("integer", reference=np.left_shift, operands={"y": "shift"})
def bitwise_left_shift(x, y):
    """x * 2**y, bits beyond the type dropped; 0 where y is outside of 0..63."""
    return x << y if y >= 0 and y < 64 else 0


@entry("integer", reference=np.right_shift, operands={"y": "shift"})
def bitwise_right_shift(x, y):
    """floor(x / 2**y); the sign alone where y is outside of 0..63."""
    return x >> (y if y >= 0 and y < 64 else 63)


# ------------------------------------------------------------------ choice


entry("same", reference=np.where, name="_where", method=False,
      operands={"condition": "bool"})(scalars.where)  # fmt: skip
entry("same", reference=np.maximum, inplace=False)(scalars.maximum)
entry("same", reference=np.minimum, inplace=False)(scalars.minimum)
entry("same", reference=np.fmax, inplace=False)(scalars.fmax)
entry("same", reference=np.fmin, inplace=False)(scalars.fmin)
entry("float", reference=np.copysign, domain=(0.5, 2.0))(scalars.copysign)
entry("float", reference=np.nextafter, smooth=False,
      grad=lambda g, x, y: g if x != y else 0.0)(scalars.nextafter)  # fmt: skip


def _clamp_min_grad(g, x, low):
    return g if x >= low else 0.0


def _clamp_min_grad_low(g, x, low):
    return g if x < low else 0.0


@entry("same", reference=np.maximum, method=False,
       grad={"x": _clamp_min_grad, "low": _clamp_min_grad_low})  # fmt: skip
def _clamp_min(x, low):
    """x, but at least `low`; NaN if either is. The gradient passes to x at the bound."""
    return x if x >= low or x != x else low


def _clamp_max_grad(g, x, high):
    return g if x <= high else 0.0


def _clamp_max_grad_high(g, x, high):
    return g if x > high else 0.0


@entry("same", reference=np.minimum, method=False,
       grad={"x": _clamp_max_grad, "high": _clamp_max_grad_high})  # fmt: skip
def _clamp_max(x, high):
    """x, but at most `high`; NaN if either is. The gradient passes to x at the bound."""
    return x if x <= high or x != x else high


def _clamp_grad(g, x, low, high):
    return g if x >= low and x <= high else 0.0


@entry("same", reference=np.clip, name="_clamp", method=False, grad=_clamp_grad,
       ordered=("low", "high"))  # fmt: skip
def _clamp(x, low, high):
    """x, but at least `low` and at most `high`, which wins; NaN if one of them is."""
    raised = x if x >= low or x != x else low
    return raised if raised <= high or raised != raised else high


@entry("same", name="_nan_to_num", method=False, floating=True, special=False,
       reference=lambda x, *v: np.nan_to_num(x, nan=v[0], posinf=v[1], neginf=v[2]))  # fmt: skip
def _nan_to_num(x, nan, posinf, neginf):
    """x with NaN and infinities replaced."""
    return nan if x != x else (posinf if x == math.inf else (neginf if x == -math.inf else x))


@entry("same", reference=lambda x, y: np.where(x == 0, y, x > 0))
def heaviside(x, values):
    """0 below zero and for NaN, `values` at zero, 1 above."""
    return values if x == 0 else (1 if x > 0 else 0)


# ------------------------------------------------------------------ rounding and sign


def _identity(x):
    return x


def _rounding(function, reference, name, **more):
    """An entry that rounds floating point numbers and returns integers as they are."""

    def rounding(x):
        return function(x)

    rounding.__doc__ = function.__doc__
    rounding.__name__ = function.__name__
    rounding.implementations = {"integer": _identity}
    entry("number", reference=reference, name=name, **more)(rounding)


_rounding(scalars.floor, np.floor, "floor")
_rounding(scalars.ceil, np.ceil, "ceil")
_rounding(scalars.trunc, np.trunc, "trunc", names=("fix",))
_rounding(scalars.rint, np.round, "_rint", method=False)


def _frac(x):
    """x less its integral part; keeps the sign of x. Integers have none."""
    return x - scalars.trunc(x)


_frac.implementations = {"integer": lambda x: x - x}
entry("number", reference=lambda x: x - np.trunc(x), name="frac")(_frac)


@entry("number", name="_round_to", method=False, reference=lambda x, s: np.rint(x * s) / s,
       floating=True, special=False)  # fmt: skip
def _round_to(x, scale):
    """x rounded to a multiple of 1 / scale, half to even."""
    return scalars.rint(x * scale) / scale


entry("number", reference=np.absolute, names=("absolute",), name="abs")(scalars.absolute)
entry("same", reference=lambda x: (x > 0) * 1.0 - (x < 0))(scalars.sign)
entry("same", reference=lambda x: (x > 0) * 1.0 - (x < 0))(scalars.sgn)


# ------------------------------------------------------------------ exponentials and logarithms


entry("float", reference=np.exp, grad=lambda g, out: g * out)(scalars.exp)
entry("float", reference=np.exp2, names=("special.exp2",))(scalars.exp2)
entry("float", reference=np.expm1, names=("special.expm1",))(scalars.expm1)
entry("float", reference=np.log, domain=(0.2, 4.0))(scalars.log)
entry("float", reference=np.log2, domain=(0.2, 4.0))(scalars.log2)
entry("float", reference=np.log10, domain=(0.2, 4.0))(scalars.log10)
entry("float", reference=np.log1p, domain=(-0.8, 3.0), names=("special.log1p",))(scalars.log1p)
entry("float", reference=np.sqrt, domain=(0.2, 4.0), grad=lambda g, out: g / (2 * out))(
    scalars.sqrt
)
entry("float", reference=lambda x: 1 / np.sqrt(x), domain=(0.2, 4.0))(scalars.rsqrt)
entry("float", reference=np.cbrt, domain=(0.2, 4.0), inplace=False)(scalars.cbrt)
entry("float", reference=np.logaddexp, inplace=False)(scalars.logaddexp)
entry("float", reference=np.logaddexp2, inplace=False)(scalars.logaddexp2)
entry("float", reference=_xlogy_reference, domain=(0.2, 4.0), inplace="tl",
      names=("special.xlogy",))(scalars.xlogy)  # fmt: skip
entry("float", reference=np.hypot, domain=(0.5, 2.0))(scalars.hypot)
entry("float", reference=lambda x, n: x * 2.0**n, inplace="tl", operands={"n": "whole"},
      special=False)(scalars.ldexp)  # fmt: skip


entry("float", reference=lambda x: 1 / (1 + np.exp(-x)),
      names=("expit", "special.expit"))(scalars.sigmoid)  # fmt: skip


def _logit_grad(g, x):
    return g / (x * (1 - x)) if x >= 0 and x <= 1 else math.nan


@entry("float", reference=lambda x: np.log(x / (1 - x)), domain=(0.1, 0.9), name="_logit",
       method=False, grad=_logit_grad)  # fmt: skip
def _logit(x):
    """log(x / (1 - x)), the inverse of sigmoid."""
    return scalars.log(x / (1 - x))


# ------------------------------------------------------------------ trigonometry


entry("float", reference=np.sin)(scalars.sin)
entry("float", reference=np.cos)(scalars.cos)
entry("float", reference=np.tan, domain=(-1.0, 1.0), grad=lambda g, out: g * (1 + out * out))(
    scalars.tan
)
entry("float", reference=np.arcsin, domain=(-0.9, 0.9), names=("arcsin",))(scalars.asin)
entry("float", reference=np.arccos, domain=(-0.9, 0.9), names=("arccos",))(scalars.acos)
entry("float", reference=np.arctan, names=("arctan",))(scalars.atan)
entry("float", reference=np.arctan2, domain=(0.5, 2.0), names=("arctan2",))(scalars.atan2)
entry("float", reference=np.sinh)(scalars.sinh)
entry("float", reference=np.cosh)(scalars.cosh)
entry("float", reference=np.tanh)(scalars.tanh)
entry("float", reference=np.arcsinh, names=("arcsinh",))(scalars.asinh)
entry("float", reference=np.arccosh, domain=(1.2, 4.0), names=("arccosh",))(scalars.acosh)
entry("float", reference=np.arctanh, domain=(-0.9, 0.9), names=("arctanh",))(scalars.atanh)
entry("float", reference=np.sinc, special=False, names=("special.sinc",))(scalars.sinc)
entry("float", reference=np.deg2rad, name="deg2rad")(lambda x: x * (math.pi / 180))
entry("float", reference=np.rad2deg, name="rad2deg")(lambda x: x * (180 / math.pi))


# ------------------------------------------------------------------ special functions


entry("float", reference=vectorized(math.erf), names=("special.erf",))(scalars.erf)
entry("float", reference=vectorized(math.erfc), names=("special.erfc",))(scalars.erfc)
entry("float", reference=vectorized(scalars.erfinv), domain=(-0.9, 0.9),
      names=("special.erfinv",), floating=True, special=False)(scalars.erfinv)  # fmt: skip
entry("float", reference=vectorized(math.lgamma), domain=(0.5, 4.0), orders=1,
      names=("special.gammaln",), floating=True, special=False)(scalars.lgamma)  # fmt: skip
entry("float", reference=vectorized(scalars.digamma), domain=(0.5, 4.0),
      names=("special.digamma", "special.psi"), floating=True, special=False, orders=1,
      rough=1000.0)(scalars.digamma)  # fmt: skip
