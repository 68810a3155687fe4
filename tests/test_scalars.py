"""The vocabulary of scalar functions: accuracy over all floats, special values, vector code."""

import functools
import math
import platform
import re
import subprocess
import sys

import llvmlite.binding
import mpmath
import numpy as np
import pytest
from kernel_devices import addresses
from scipy import special
from tensorlite.kernels import scalars
from tensorlite.kernels.cpu import elementwise, jit, pipeline, primitives, variants
from tensorlite.kernels.language import source
from tensorlite.kernels.language.program import Program

import tensorlite as tl

numba = pytest.importorskip("numba")
DTYPES = {"float32": np.float32, "float64": np.float64}
INTEGER = {"float32": np.int32, "float64": np.int64}
CALLEE = {"error_model": "numpy", "forceinline": True}
CALLEE |= {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
mpmath.mp.prec = 200


@functools.cache
def compiled(f, dtype):
    """`f` specialised to `dtype` by the project's generator, as an njit function."""
    scope = {"np": np, **{name: getattr(primitives, name) for name in scalars.PRIMITIVES}}
    if f.__name__ in scalars.PRIMITIVES:
        return scope[f.__name__]
    module = source.Module()
    name = module.add(f, dtype)
    scope["scalar"] = scope["wrapping"] = scope["seldom"] = numba.njit(**CALLEE)
    for text in module.texts.values():
        exec(text, scope)
    return scope[name]


@functools.cache
def loop(f, dtype):
    """A loop over arrays, one per operand and the result, around `f`."""
    arrays = ["x", "y", "z"][: f.__code__.co_argcount]
    call = ", ".join(f"{name}[i]" for name in arrays)
    text = f"for i in range(out.size):\n        out[i] = g({call})"
    scope = {"g": compiled(f, dtype)}
    exec(f"def run({', '.join(arrays)}, out):\n    {text}", scope)
    return numba.njit(error_model="numpy")(scope["run"])


def evaluate(f, *operands):
    """What the kernel of a function makes of arrays: the one that ops have, from the store."""
    operands = [np.ascontiguousarray(x) for x in operands]
    (dtype,) = {x.dtype.name for x in operands}
    out = np.empty_like(operands[0])
    if f.__name__ in scalars.PRIMITIVES:  # which are parts of kernels only
        loop(f, dtype)(*operands, out)
        return out
    program = Program.single(f, (dtype,) * len(operands), dtype, (dtype,))
    elementwise.launch(program, out.shape, [x.strides for x in (*operands, out)])(
        *addresses(*operands, out)
    )
    return out


def borders(dtype):
    """Zeros, infinities, NaN, the ends of the exponents, and points where formulas switch."""
    info = np.finfo(dtype)
    near = [0.25, 0.41421356, 0.5, 1.0, 1.5, 2.0, 2.41421356, 2.5, 3.0, 4.0, 8.5, 10.0, 18.0, 26.5]
    near += [math.pi * k / 4 for k in range(1, 9)] + [88.0, 88.7228, 103.97, 128.0, 150.0]
    near += [709.78, 710.4758, 745.13, 1024.0, 1075.0, 2.0**23, 2.0**24, 2.0**31, 2.0**52, 2.0**53]
    near = np.array(near, dtype)
    near = [near, np.nextafter(near, dtype(0)), np.nextafter(near, dtype(np.inf))]
    ends = [0, info.smallest_subnormal, info.tiny, info.eps, info.max, np.inf, np.nan]
    ends = np.array(
        [*ends, info.tiny - info.smallest_subnormal, 3 * info.smallest_subnormal], dtype
    )
    values = np.concatenate([ends, *near])
    return np.concatenate([values, -values])


def samples(dtype, count, seed=0):
    """Floats drawn evenly by their bits, as many again around 1, and `borders`."""
    rng = np.random.default_rng(seed)
    width = np.dtype(dtype).itemsize
    by_bits = np.frombuffer(rng.bytes(count * width), dtype)
    around_one = rng.choice([-1, 1], count) * 2.0 ** rng.uniform(-8, 8, count)
    return np.concatenate([by_bits, around_one.astype(dtype), borders(dtype)])


def units(got, exact, dtype):
    """|got - exact| in units in the last place of `dtype` at `exact`."""
    info = np.finfo(dtype)
    if mpmath.isnan(exact) or np.isnan(got):
        return 0.0 if mpmath.isnan(exact) and np.isnan(got) else math.inf
    limit = mpmath.mpf(2) ** int(info.maxexp)
    if mpmath.isinf(exact) or abs(exact) >= limit:
        exact = mpmath.sign(exact) * limit
    value = mpmath.sign(float(got)) * limit if np.isinf(got) else mpmath.mpf(float(got))
    exponent = mpmath.frexp(exact)[1] - 1 if exact != 0 else -2000
    exponent = min(max(exponent, int(info.minexp)), int(info.maxexp) - 1)
    return float(abs(value - exact) / mpmath.ldexp(1, exponent - int(info.nmant)))


# Exact functions of mpmath; where a result is not real, NaN is expected.
EXACT = {
    "exp": mpmath.exp,
    "exp2": lambda x: mpmath.power(2, x),
    "expm1": mpmath.expm1,
    "log": mpmath.log,
    "log2": lambda x: mpmath.log(x, 2),
    "log10": mpmath.log10,
    "log1p": mpmath.log1p,
    "rsqrt": lambda x: 1 / mpmath.sqrt(x),
    "cbrt": lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)),
    "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
    "softplus": lambda x: mpmath.log1p(mpmath.exp(x)),
    "log_sigmoid": lambda x: -mpmath.log1p(mpmath.exp(-x)),
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tan": mpmath.tan,
    "sinpi": mpmath.sinpi,
    "cospi": mpmath.cospi,
    "sinc": lambda x: mpmath.sinpi(x) / (mpmath.pi * x) if x else mpmath.mpf(1),
    "asin": mpmath.asin,
    "acos": mpmath.acos,
    "atan": mpmath.atan,
    "sinh": mpmath.sinh,
    "cosh": mpmath.cosh,
    "tanh": mpmath.tanh,
    "asinh": mpmath.asinh,
    "acosh": mpmath.acosh,
    "atanh": mpmath.atanh,
    "erf": mpmath.erf,
    "erfc": mpmath.erfc,
    "erfinv": mpmath.erfinv,
    "ndtr": mpmath.ncdf,
    "lgamma": lambda x: mpmath.re(mpmath.loggamma(x)),
    "digamma": mpmath.digamma,
    "trigamma": lambda x: mpmath.psi(1, x),
}
BESSEL = {
    "i0": lambda x: mpmath.besseli(0, x),
    "i0e": lambda x: mpmath.besseli(0, x) * mpmath.exp(-abs(x)),
    "i1": lambda x: mpmath.besseli(1, x),
    "i1e": lambda x: mpmath.besseli(1, x) * mpmath.exp(-abs(x)),
    "k0": lambda x: mpmath.besselk(0, x),
    "k0e": lambda x: mpmath.besselk(0, x) * mpmath.exp(x),
    "k1": lambda x: mpmath.besselk(1, x),
    "k1e": lambda x: mpmath.besselk(1, x) * mpmath.exp(x),
    "j0": lambda x: mpmath.besselj(0, x),
    "j1": lambda x: mpmath.besselj(1, x),
    "y0": lambda x: mpmath.bessely(0, x),
    "y1": lambda x: mpmath.bessely(1, x),
    "spherical_j0": lambda x: mpmath.sin(x) / x,
    "airy_ai": mpmath.airyai,
    "airy_ai_slope": lambda x: mpmath.airyai(x, derivative=1),
    "erfcx": lambda x: mpmath.exp(x * x) * mpmath.erfc(x),
}
WAVES = {"j0", "j1", "y0", "y1", "airy_ai", "airy_ai_slope"}  # absolute error beside their roots
TWO = {  # of two arguments; the limits are far out, where the results are small
    "zeta": mpmath.zeta,
    "polygamma": lambda n, x: mpmath.psi(int(n), x),
    "gammainc": lambda a, x: mpmath.gammainc(a, 0, x, regularized=True),
    "gammaincc": lambda a, x: mpmath.gammainc(a, x, mpmath.inf, regularized=True),
}

SATURATING = {"exp", "exp2", "expm1", "sigmoid", "sinh", "cosh", "tanh", "erf", "erfc", "ndtr"}
CANCELLING = {"softplus", "log_sigmoid"}  # mpmath's working precision ends where they vanish
PERIODIC = {"sin", "cos", "tan", "sinpi", "cospi", "sinc"}
GAMMA = {"lgamma", "digamma", "trigamma"}
ROOTS = {"lgamma", "digamma"}  # there the error is relative to 1, and twice the usual in float64


def exact(name, x):
    """The value of a function in 200 bits; NaN where it is not real, None at a pole."""
    if name in SATURATING | CANCELLING:
        x = min(max(x, -2e3), 2e3)
    with mpmath.workprec(1400 if name in PERIODIC else 300):
        try:
            value = EXACT[name](mpmath.mpf(float(x)))
        except (ValueError, ZeroDivisionError):  # a pole, or no real value
            return None
    return value if isinstance(value, mpmath.mpf) or mpmath.im(value) == 0 else mpmath.nan


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", EXACT)
def test_accuracy(name, dtype):
    x = samples(DTYPES[dtype], 50)
    x = x[np.isfinite(x)]
    if name in CANCELLING:
        x = x[np.abs(x) < 700]
    if name in GAMMA:
        x = x[x > -1e4]
    got = evaluate(scalars.VOCABULARY[name], x)
    limit = 2.0 if dtype == "float32" else 4.0
    worst, where = 0.0, None
    for a, y in zip(x, got, strict=True):
        value = exact(name, a)
        if value is None:
            continue
        error = units(y, value, DTYPES[dtype])
        if name in ROOTS and (a < 0 or name == "digamma"):
            error *= min(1, float(abs(value))) / (2 if dtype == "float64" else 1)
        if error > worst:
            worst, where = error, a
    assert worst <= limit, f"{name} at {where!r}"


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", BESSEL)
def test_accuracy_of_bessel_functions(name, dtype):
    rng = np.random.default_rng(3)
    ends = [0.2, 1.25, 2.0, 4.5, 5.0, 8.0, 28.0, 600.0]
    x = np.concatenate([2.0 ** rng.uniform(-20, 6, 10), rng.uniform(0, 30, 12), ends])
    x = x if name[0] in "ky" else np.concatenate([x, -x])
    x = x[(x > -26) & (x < 700)].astype(dtype)
    with mpmath.workdps(40):
        for a, y in zip(x, evaluate(scalars.VOCABULARY[name], x), strict=True):
            value = BESSEL[name](mpmath.mpf(float(a)))
            error = units(y, value, DTYPES[dtype])
            if name in WAVES and (a < 0 or name[0] in "jy"):
                error *= min(1.0, float(abs(value)))
            assert error <= (0.51 if dtype == "float32" else 8), (name, a)


@pytest.mark.parametrize("dtype", DTYPES)
def test_accuracy_of_ndtri(dtype):
    rng = np.random.default_rng(4)
    far = 2.0 ** -rng.uniform(0, 1000 if dtype == "float64" else 120, 40)
    p = np.concatenate([rng.uniform(0, 1, 40), far, [0.5, 1e-10, 1 - 2.0**-20]]).astype(dtype)
    for x, y in zip(p, evaluate(scalars.ndtri, p), strict=True):
        y, x = mpmath.mpf(float(y)), mpmath.mpf(float(x))
        exact_value = y - (mpmath.ncdf(y) - x) / mpmath.npdf(y)
        assert units(float(y), exact_value, DTYPES[dtype]) <= (0.51 if dtype == "float32" else 4)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", TWO)
def test_accuracy_of_zeta_and_gammas(name, dtype):
    rng = np.random.default_rng(5)
    a = 2.0 ** rng.uniform(-6, 9, 40)
    x = a * np.concatenate([2.0 ** rng.uniform(-4, 4, 20), rng.uniform(0.5, 1.5, 20)])
    if name in ("zeta", "polygamma"):
        a = np.rint(rng.uniform(name == "zeta" and 2, 20, 40))
        x = np.concatenate([2.0 ** rng.uniform(-4, 5, 20), -rng.uniform(0, 5, 20)])
    a, x = a.astype(dtype), x.astype(dtype)
    with mpmath.workdps(40):
        for p, q, y in zip(a, x, evaluate(scalars.VOCABULARY[name], a, x), strict=True):
            value = TWO[name](mpmath.mpf(float(p)), mpmath.mpf(float(q)))
            if 1e-30 < abs(value) < 1e30:
                limit = 0.51 if dtype == "float32" else 450  # 1e-13
                assert units(y, value, DTYPES[dtype]) <= limit, (name, p, q)


def test_incomplete_gamma_functions_of_huge_numbers():
    """Temme's series, where a power series would take thousands of terms."""
    a = np.array([1e6, 1e6, 1e10, 1e15])
    x = a + np.sqrt(a) * [-1.0, 2.0, 0.5, -3.0]
    want = special.gammainc(a, x), special.gammaincc(a, x)
    for name, values in zip(("gammainc", "gammaincc"), want, strict=True):
        got = evaluate(scalars.VOCABULARY[name], a, x)
        np.testing.assert_allclose(got, values, rtol=1e-12)


def test_what_functions_mean_is_what_they_compute():
    """The text of a word of the vocabulary, in plain Python, is its slow definition."""
    points = {"zeta": (2.5, 0.7), "polygamma": (2.0, 1.3), "gammainc": (1.5, 0.8)}
    points["gammaincc"] = points["gammainc"]
    for name in (*BESSEL, *TWO, "ndtri"):
        f, point = scalars.VOCABULARY[name], points.get(name, (0.8,))
        got = evaluate(f, *[np.array([p]) for p in point])[0]
        np.testing.assert_allclose(f(*point), got, rtol=1e-9, err_msg=name)


def test_worst_known_cancellation_of_sine():
    """x is nearer to a multiple of pi / 2 than any other double (Muller, Elementary Functions)."""
    x = np.array([6381956970095103 * 2.0**797, 5.319372648326541e255])
    for name in ("sin", "cos", "tan"):
        for a, y in zip(x, evaluate(scalars.VOCABULARY[name], x), strict=True):
            assert units(y, exact(name, a), np.float64) < 2


INF, NAN = math.inf, math.nan
PI = math.pi
SPECIAL = {  # at -0.0, 0.0, inf, -inf, nan
    "exp": (1, 1, INF, 0, NAN),
    "exp2": (1, 1, INF, 0, NAN),
    "expm1": (-0.0, 0, INF, -1, NAN),
    "log": (-INF, -INF, INF, NAN, NAN),
    "log2": (-INF, -INF, INF, NAN, NAN),
    "log10": (-INF, -INF, INF, NAN, NAN),
    "log1p": (-0.0, 0, INF, NAN, NAN),
    "rsqrt": (-INF, INF, 0, NAN, NAN),
    "cbrt": (-0.0, 0, INF, -INF, NAN),
    "sigmoid": (0.5, 0.5, 1, 0, NAN),
    "softplus": (math.log(2), math.log(2), INF, 0, NAN),
    "log_sigmoid": (-math.log(2), -math.log(2), 0, -INF, NAN),
    "sin": (-0.0, 0, NAN, NAN, NAN),
    "cos": (1, 1, NAN, NAN, NAN),
    "tan": (-0.0, 0, NAN, NAN, NAN),
    "sinpi": (-0.0, 0, NAN, NAN, NAN),
    "cospi": (1, 1, NAN, NAN, NAN),
    "sinc": (1, 1, NAN, NAN, NAN),
    "asin": (-0.0, 0, NAN, NAN, NAN),
    "acos": (PI / 2, PI / 2, NAN, NAN, NAN),
    "atan": (-0.0, 0, PI / 2, -PI / 2, NAN),
    "sinh": (-0.0, 0, INF, -INF, NAN),
    "cosh": (1, 1, INF, INF, NAN),
    "tanh": (-0.0, 0, 1, -1, NAN),
    "asinh": (-0.0, 0, INF, -INF, NAN),
    "acosh": (NAN, NAN, INF, NAN, NAN),
    "atanh": (-0.0, 0, NAN, NAN, NAN),
    "erf": (-0.0, 0, 1, -1, NAN),
    "erfc": (1, 1, 0, 2, NAN),
    "erfinv": (-0.0, 0, NAN, NAN, NAN),
    "ndtr": (0.5, 0.5, 1, 0, NAN),
    "lgamma": (INF, INF, INF, INF, NAN),
    "digamma": (INF, -INF, INF, NAN, NAN),
    "trigamma": (INF, INF, 0, INF, NAN),
    "i0": (1, 1, INF, INF, NAN),
    "i0e": (1, 1, 0, 0, NAN),
    "i1": (-0.0, 0, INF, -INF, NAN),
    "i1e": (-0.0, 0, 0, 0, NAN),
    "k0": (INF, INF, 0, NAN, NAN),
    "k0e": (INF, INF, 0, NAN, NAN),
    "k1": (INF, INF, 0, NAN, NAN),
    "k1e": (INF, INF, 0, NAN, NAN),
    "j0": (1, 1, 0, 0, NAN),
    "j1": (-0.0, 0, 0, 0, NAN),
    "y0": (-INF, -INF, 0, NAN, NAN),
    "y1": (-INF, -INF, 0, NAN, NAN),
    "spherical_j0": (1, 1, 0, 0, NAN),
    "airy_ai": (0.3550280538878172, 0.3550280538878172, 0, 0, NAN),
    "airy_ai_slope": (-0.2588194037928068, -0.2588194037928068, 0, NAN, NAN),
    "erfcx": (1, 1, 0, INF, NAN),
    "ndtri": (-INF, -INF, NAN, NAN, NAN),
    "sign": (0, 0, 1, -1, 0),
    "sgn": (0, 0, 1, -1, 0),
    "real": (-0.0, 0.0, INF, -INF, NAN),
    "conj": (-0.0, 0.0, INF, -INF, NAN),
    "imag": (0.0, 0.0, 0.0, 0.0, 0.0),
    "angle": (0.0, 0.0, 0.0, math.pi, NAN),
    "frac": (0, 0, NAN, NAN, NAN),
    "absolute": (0, 0, INF, INF, NAN),
    "signbit": (1, 0, 0, 1, 0),
    "isnan": (0, 0, 0, 0, 1),
    "isinf": (0, 0, 1, 1, 0),
    "isfinite": (1, 1, 0, 0, 0),
}
AT_POINTS = {
    "i0": [(720, INF), (1e30, INF), (3e38, INF)],  # not a capped exponential times 1 / sqrt(x)
    "i1": [(720, INF), (1e30, INF), (-3e38, -INF)],
    "log": [(-1.0, NAN), (1.0, 0.0)],
    "log2": [(8.0, 3.0), (2.0**-40, -40.0)],
    "exp2": [(10.0, 1024.0), (-140.0, 2.0**-140)],
    "log1p": [(-1.0, -INF), (-1.5, NAN)],
    "asin": [(1.0, PI / 2), (1.5, NAN)],
    "acos": [(1.0, 0.0), (-1.0, PI), (-1.5, NAN)],
    "acosh": [(1.0, 0.0)],
    "atanh": [(1.0, INF), (-1.0, -INF), (2.0, NAN)],
    "erfinv": [(1.0, INF), (-1.0, -INF), (1.5, NAN)],
    "lgamma": [(1.0, 0.0), (2.0, 0.0), (-3.0, INF)],
    "digamma": [(-3.0, NAN)],
    "trigamma": [(-3.0, INF)],
    "sinpi": [(1.0, 0.0), (1e6 + 0.5, 1.0), (1.5, -1.0)],
    "ndtri": [(0.5, 0.0), (1.0, INF), (1.5, NAN), (-0.5, NAN)],
    "erfcx": [(-27.0, INF)],
    "cospi": [(0.5, 0.0), (1.0, -1.0), (1.5, 0.0)],
}


def test_special_values_are_listed_for_every_function_of_one_argument():
    named = {n for n, f in scalars.VOCABULARY.items() if f.__code__.co_argcount == 1}
    assert named == set(SPECIAL)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", SPECIAL)
def test_special_values(name, dtype):
    points = [*zip((-0.0, 0.0, INF, -INF, NAN), SPECIAL[name], strict=True)]
    points += AT_POINTS.get(name, [])
    x, want = (np.array(column, dtype) for column in zip(*points, strict=True))
    got = evaluate(scalars.VOCABULARY[name], x)
    np.testing.assert_allclose(got, want, rtol=2 * np.finfo(dtype).eps)
    odd = want == 0
    if name in ("expm1", "log1p", "cbrt", "sin", "tan", "asin", "atan", "tanh", "erf"):
        assert np.array_equal(np.signbit(got[odd]), np.signbit(want[odd]))


# ------------------------------------------------------------------ two arguments

ENDS = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, -3.0, 7.5, INF, -INF, NAN, 1e-30, 1e30]
LIKE_NUMPY = {
    "pow": np.power,
    "atan2": np.arctan2,
    "hypot": np.hypot,
    "fmod": np.fmod,
    "remainder": np.remainder,
    "floor_divide": np.floor_divide,
    "maximum": np.maximum,
    "minimum": np.minimum,
    "fmax": np.fmax,
    "fmin": np.fmin,
    "nextafter": np.nextafter,
    "logaddexp": np.logaddexp,
    "logaddexp2": np.logaddexp2,
}
SIGNED_ZERO = {"pow", "atan2", "fmod", "nextafter"}


def pairs(dtype, count):
    """Pairs of floats: by bits, of like size, and all pairs of `ENDS`."""
    rng = np.random.default_rng(7)
    x, y = (samples(dtype, count, seed)[: 2 * count] for seed in (1, 2))
    like = rng.uniform(-40, 40, (2, count)).astype(dtype)
    ends = np.array([(a, b) for a in ENDS for b in ENDS], dtype).T
    return tuple(np.concatenate(parts) for parts in zip((x, y), like, ends, strict=True))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", LIKE_NUMPY)
def test_two_arguments_as_numpy(name, dtype):
    x, y = pairs(DTYPES[dtype], 300)
    got = evaluate(scalars.VOCABULARY[name], x, y)
    with np.errstate(all="ignore"):
        want = LIKE_NUMPY[name](x, y)
    info = np.finfo(dtype)
    tolerance = {"rtol": 8 * info.eps, "atol": 2 * info.smallest_subnormal}
    if name.startswith("logaddexp"):
        tolerance["atol"] = 4 * info.eps
    np.testing.assert_allclose(got, want, **tolerance)
    if name in SIGNED_ZERO:
        zero = want == 0
        assert np.array_equal(np.signbit(got[zero]), np.signbit(want[zero]))


@pytest.mark.parametrize("dtype", DTYPES)
def test_accuracy_of_two_arguments(dtype):
    x, y = pairs(DTYPES[dtype], 150)
    finite = np.isfinite(x) & np.isfinite(y) & (x != 0) & (y != 0)
    x, y = x[finite], y[finite]
    exact_functions = {
        "pow": lambda a, b: mpmath.power(a, b) if a > 0 else None,
        "atan2": mpmath.atan2,
        "hypot": mpmath.hypot,
    }
    for name, function in exact_functions.items():
        got = evaluate(scalars.VOCABULARY[name], x, y)
        for a, b, value in zip(x, y, got, strict=True):
            if name == "pow" and (a < 0 or abs(float(b) * math.log2(abs(a))) > 3000):
                continue
            truth = function(mpmath.mpf(float(a)), mpmath.mpf(float(b)))
            assert units(value, truth, DTYPES[dtype]) <= 2, (name, a, b)


@pytest.mark.parametrize("dtype", DTYPES)
def test_ldexp_xlogy_copysign(dtype):
    x = np.array([1.0, -3.0, 1.5, 0.0, 0.0], dtype)
    n = np.array([-140.0, 5.0, 127.0, 3.0, NAN], dtype)
    want = np.array([2.0**-140, -96.0, 1.5 * 2.0**127, 0.0, NAN], dtype)
    np.testing.assert_array_equal(evaluate(scalars.ldexp, x, n), want)
    x = np.array([0.0, 0.0, 2.0, 0.0, 3.0], dtype)
    y = np.array([0.0, -1.0, 1.0, NAN, -1.0], dtype)
    want = np.array([0.0, 0.0, 0.0, NAN, NAN], dtype)
    np.testing.assert_array_equal(evaluate(scalars.xlogy, x, y), want)


@pytest.mark.parametrize("dtype", ["int32"])  # the harder width: Numba computes in int64
def test_integers(dtype):
    values = np.array([-7, -2, -1, 0, 1, 2, 3, 9, np.iinfo(dtype).min], dtype)
    x, y = (a.ravel() for a in np.meshgrid(values, values[values != 0]))
    overflow = (x == np.iinfo(dtype).min) & (y == -1)
    x, y = x[~overflow], y[~overflow]
    for name in ("fmod", "remainder", "floor_divide", "maximum", "minimum"):
        got = evaluate(scalars.VOCABULARY[name], x, y)
        np.testing.assert_array_equal(got, LIKE_NUMPY[name](x, y), err_msg=name)
    base, power = np.array([2, -3, 0, 1, -1, 5], dtype), np.array([10, 3, 0, -4, -3, -1], dtype)
    np.testing.assert_array_equal(
        evaluate(scalars.pow, base, power), np.array([1024, -27, 1, 1, -1, 0], dtype)
    )
    np.testing.assert_array_equal(evaluate(scalars.sign, values), np.sign(values))
    np.testing.assert_array_equal(evaluate(scalars.absolute, values), np.abs(values))
    for name, want in {"isnan": 0, "isinf": 0, "isfinite": 1}.items():
        assert (evaluate(scalars.VOCABULARY[name], values) == want).all()
    assert np.array_equal(evaluate(scalars.signbit, values), values < 0)


# ------------------------------------------------------------------ form


def test_the_cpu_supplies_every_primitive():
    public = {n for n, f in vars(primitives).items() if type(f).__name__ == "_Intrinsic"}
    assert public == set(scalars.PRIMITIVES)


@pytest.mark.parametrize("dtype", DTYPES)
def test_primitives_mean_what_they_say(dtype):
    x = samples(DTYPES[dtype], 60)
    y, z = x[::-1].copy(), np.roll(x, 7)
    for name, f in scalars.PRIMITIVES.items():
        operands = (x, y, z)[: f.__code__.co_argcount]
        if name in ("bits", "from_bits"):
            i = x.view(INTEGER[dtype])
            before, after = (x, i) if name == "bits" else (i, x)
            out = np.empty_like(after)
            loop(f, dtype)(before, out)
            np.testing.assert_array_equal(out, after)
            continue
        got = evaluate(f, *operands)
        with np.errstate(all="ignore"):
            want = np.array([f(*row) for row in zip(*operands, strict=True)], dtype)
        np.testing.assert_array_equal(got, want, err_msg=name)


@pytest.mark.parametrize("dtype", DTYPES)
def test_stepping_through_gives_the_same_bits(dtype):
    """An implementation called from ordinary Python equals the compiled one."""
    x = samples(DTYPES[dtype], 3)[:: 17 if dtype == "float32" else 25]
    y = np.roll(x, 5)
    for f in scalars.VOCABULARY.values():
        step = getattr(f, "implementations", {}).get(dtype)
        if step is None:
            continue
        operands = (x, y)[: step.__code__.co_argcount]
        with np.errstate(all="ignore"):
            want = np.array([step(*row) for row in zip(*operands, strict=True)], dtype)
        np.testing.assert_array_equal(evaluate(f, *operands), want, err_msg=f.__name__)


def test_typed_functions_call_only_typed_functions_and_primitives():
    for f in scalars.VOCABULARY.values():
        for kind, step in getattr(f, "implementations", {}).items():
            assert step.typed == (kind != "integer")
            if not step.typed:
                continue
            for name in step.__code__.co_names:
                callee = step.__globals__.get(name)
                if hasattr(callee, "__code__"):
                    assert getattr(callee, "typed", False) or callee.primitive, (step, name)


def test_aliases_lead_to_the_vocabulary():
    known = {*scalars.VOCABULARY.values(), *scalars.PRIMITIVES.values()}
    assert set(scalars.ALIASES.values()) <= known
    for name in ("exp", "log", "sqrt", "tanh", "sin", "pow", "floor", "copysign", "hypot"):
        assert scalars.ALIASES[getattr(math, name)].__name__ == name
    assert scalars.ALIASES[np.where] is scalars.where
    assert scalars.ALIASES[abs] is scalars.absolute
    assert math.remainder not in scalars.ALIASES  # rounds its quotient to nearest


def test_the_vocabulary_needs_no_numba():
    code = "import sys, tensorlite.kernels.scalars; sys.exit('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ["sin", "cos", "tan"])
def test_what_few_elements_need_is_the_same_among_others(name, dtype):
    """Vectors without far angles, with one, and with none but such: the bits of each alone."""
    op = getattr(tl, name)
    x = np.linspace(-40, 40, 3 * 64, dtype=dtype)
    x[70::17], x[128:] = 3e12, np.linspace(1e10, 1e25, 64, dtype=dtype)
    x[[75, 130, 190]] = np.nan, -np.inf, 0.0
    whole = op(tl.from_numpy(x)).numpy()
    alone = np.concatenate([op(tl.from_numpy(part.copy())).numpy() for part in np.split(x, x.size)])
    np.testing.assert_array_equal(whole, alone)
    total = op(tl.from_numpy(x)[:75]).sum()  # and where they are folded
    np.testing.assert_allclose(total.numpy(), whole[:75].sum(dtype="f8"), rtol=1e-5)


@pytest.mark.skipif(platform.machine() != "x86_64", reason="reads x86 assembly")
def test_what_few_elements_need_stands_beside_a_vectorised_loop(monkeypatch):
    texts, original = [], pipeline.Entry.object_code

    def recording(library, symbol):
        texts.append(library.assembly())
        return original(library, symbol)

    monkeypatch.setattr(pipeline.Entry, "object_code", recording)
    program = Program.single(scalars.sin, ("float32",), "float32", ("float32",))
    jit.compile_text(*elementwise.generate(program, ("unit", "unit"), False), "<sin>")
    entry = texts[0].split(".Lfunc_end")[0]
    assert re.search(r"v?mulps\t.*%[xyz]mm", entry)
    assert re.search(r"seldom_sin_far_\w+_many", entry)


@pytest.mark.skipif(platform.machine() != "x86_64", reason="reads x86 assembly")
@pytest.mark.parametrize("dtype", DTYPES)
def test_loops_are_vectorised(dtype):
    if "+avx2" not in llvmlite.binding.get_host_cpu_features().flatten():
        pytest.skip("this CPU has no AVX2")
    exempt = {"fmod", "remainder", "floor_divide"}  # they loop until the quotient is used up
    for name in (set(EXACT) | set(LIKE_NUMPY)) - exempt:
        f = scalars.VOCABULARY[name]
        contiguous = numba.typeof(np.ones(8, dtype))
        signature = (contiguous,) * (f.__code__.co_argcount + 1)
        compiled_loop = loop(f, dtype)
        compiled_loop.compile(signature)
        body = compiled_loop.inspect_asm(signature).split(".Lfunc_end0")[0]
        assert re.search(r"\tv\w+p[sd]\t.*%[yz]mm", body), name
        assert "call" not in body, name


# ------------------------------------------------------------------ derivatives

INSIDE = {"zeta": 2.5, "acosh": 1.7, "d_acosh": 1.7, "digamma": 2.3, "lgamma": 0.8,
          "rsqrt": 0.9, "polygamma": 2.0}  # fmt: skip


CONSTANTS = {"nextafter", "detach", "taming"}  # whatever they say, for gradients
VOCABULARY = [f for f in scalars.DERIVATIVES if f.__module__.startswith(scalars.__name__)]


@pytest.mark.parametrize("f", VOCABULARY, ids=lambda f: f.__name__)
def test_derivatives_are_slopes(f):
    count = f.__code__.co_argcount
    point = [INSIDE.get(f.__name__, 0.37), 1.21, 0.55][:count]
    for argument, slope in scalars.DERIVATIVES[f].items():
        assert slope.__code__.co_argcount == count
        ends = []
        for h in (1e-5, -1e-5):
            operands = [np.array([a + h * (i == argument)]) for i, a in enumerate(point)]
            ends.append(evaluate(f, *operands)[0])
        operands = [np.array([a]) for a in point]
        want = 0.0 if f.__name__ in CONSTANTS else (ends[0] - ends[1]) / 2e-5
        np.testing.assert_allclose(evaluate(slope, *operands)[0], want, rtol=1e-7, atol=1e-9)


def test_every_smooth_function_has_a_derivative():
    without = {"where", "ldexp", "signbit", "isnan", "isinf", "isfinite"}
    primitive = set(scalars.PRIMITIVES) - {"bits", "from_bits"}
    known = {f.__name__ for f in VOCABULARY}
    inner = {"d_acosh", "d_sigmoid", "d_tanh", *CONSTANTS}
    assert known == (set(scalars.VOCABULARY) | primitive | inner) - without
    for f in VOCABULARY:
        slopes = scalars.DERIVATIVES[f]
        by_order = f.__name__ in TWO  # has no derivative by its order
        assert set(slopes) == set(range(by_order, f.__code__.co_argcount))


@pytest.mark.torch
def test_derivatives_at_kinks_follow_torch():
    torch = pytest.importorskip("torch")
    ends = np.array([(a, b) for a in (0.0, -0.0, 1.0, -2.0, 2.5) for b in (0.0, 1.0, -2.0, 2.5)])
    names = {"maximum": 0, "minimum": 0, "fmax": 0, "fmin": 0, "copysign": 0, "xlogy": 0}
    names |= {"atan2": 0, "hypot": 0, "fmod": 0, "remainder": 0, "logaddexp": 0, "pow": 0}
    known = {**scalars.VOCABULARY, **scalars.PRIMITIVES}
    for name in names:
        x, y = (torch.tensor(column.copy(), requires_grad=True) for column in ends.T)
        getattr(torch, name)(x, y).sum().backward()
        for argument, want in enumerate((x.grad, y.grad)):
            slope = scalars.DERIVATIVES[known[name]][argument]
            got = evaluate(slope, *(column.copy() for column in ends.T))
            np.testing.assert_allclose(got, want.numpy(), rtol=1e-12, err_msg=f"{name} {argument}")


@pytest.mark.width
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", ["fmod", "remainder"])
def test_remainders_are_exact_for_quotients_of_any_length(name, dtype):
    """A loop over vectors takes short quotients; elements of others take a loop of their own."""
    rng = np.random.default_rng(0)
    kind = np.dtype(f"u{np.dtype(dtype).itemsize}")
    any_bits = rng.integers(0, np.iinfo(kind).max, (2, 5000), kind).view(dtype)
    tiny, most = np.finfo(dtype).smallest_subnormal, np.finfo(dtype).max
    special = np.array([0, -0.0, 1, -1, np.inf, -np.inf, np.nan, tiny, most, 3, 0.1, -7.5], dtype)
    near = rng.normal(size=(2, 5000)).astype(dtype) * [[100], [1]]
    rounds = np.round(rng.normal(size=(2, 5000)) * [[1e6], [10]])
    pairs = np.stack([np.repeat(special, special.size), np.tile(special, special.size)])
    x, y = np.concatenate([any_bits, near, rounds, pairs], 1).astype(dtype)
    with np.errstate(all="ignore"):
        expected = np.fmod(x, y) if name == "fmod" else np.mod(x, y)
    result = getattr(tl, name)(tl.tensor(x), tl.tensor(y)).numpy()
    np.testing.assert_array_equal(result, expected)


def test_code_that_asks_for_rounds_has_loops_of_the_form_that_is_known():
    head = 'define void @"f"(i64 %"n") "rounds"="4" {\n'
    loop = 'entry:\n  br label %"next"\nnext:\n  br i1 %"c", label %"next", label %"out"\nout:\n'
    known = pipeline.interleaved(head + loop + "  ret void\n}\n")
    assert "llvm.loop.interleave.count" in known
    for text in (
        head + "entry:\n  ret void\n}\n",
        (head + loop).replace(' "rounds"="4"', " #0") + '}\nattributes #0 = { "rounds"="4" }\n',
    ):
        with pytest.raises(NotImplementedError, match=r"interleaved: expected 1 functions .*; try"):
            pipeline.interleaved(text)


def test_code_for_other_uses_has_the_form_that_is_known_too():
    """What is not found there would stay as it is in silence: wrong numbers, or slow ones."""
    plain = "  %r = add i64 %x, %y\n"
    assert pipeline.overflowing(plain.replace("add", "add nsw")) == plain[:-1] + "\n"
    with pytest.raises(NotImplementedError, match=r"overflowing: expected ' nsw ' .*; got .*; try"):
        pipeline.overflowing(plain.replace("add", "add  nsw\t"))
    assert variants.kind_of("double (double, double)") == "double"
    with pytest.raises(NotImplementedError, match=r"kind_of: expected .*; got f64 \(f64\).*; try"):
        variants.kind_of("f64 (f64)")
