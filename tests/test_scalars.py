"""The vocabulary of scalar functions: accuracy over all floats, special values, speed's preconditions."""

import functools
import math

import mpmath
import numpy as np
import pytest

from tensorlite.kernels import scalars, source
from tensorlite.kernels.cpu import primitives

numba = pytest.importorskip("numba")
DTYPES = {"float32": np.float32, "float64": np.float64}
INTEGER = {"float32": np.int32, "float64": np.int64}
mpmath.mp.prec = 200


@functools.lru_cache(maxsize=None)
def compiled(f, dtype):
    """`f` specialised to `dtype` by the project's generator, as an njit function."""
    module = source.Module()
    name = module.add(f, dtype)
    scope = {"np": np, **{k: getattr(primitives, k) for k in scalars.PRIMITIVES}}
    for text in module.texts.values():
        exec(text, scope)
        last = text[4 : text.index("(")]
        scope[last] = numba.njit(error_model="numpy", forceinline=True)(scope[last])
    return scope[name] if module.texts else scope[f.__name__]


@functools.lru_cache(maxsize=None)
def loop(f, dtype):
    """A loop over arrays, one per operand and the result, around `f`."""
    g = compiled(f, dtype)
    if f.__code__.co_argcount == 1:

        def run(x, out):
            for i in range(out.size):
                out[i] = g(x[i])

    else:

        def run(x, y, out):
            for i in range(out.size):
                out[i] = g(x[i], y[i])

    return numba.njit(error_model="numpy")(run)


def evaluate(f, *operands):
    dtype = operands[0].dtype.name
    out = np.empty_like(operands[0])
    loop(f, dtype)(*operands, out)
    return out


def borders(dtype):
    """Zeros, infinities, NaN, the ends of the exponents, and values around which formulas switch."""
    info = np.finfo(dtype)
    near = [0.25, 0.41421356, 0.5, 1.0, 1.5, 2.0, 2.41421356, 2.5, 3.0, 4.0, 8.5, 10.0, 18.0, 26.5]
    near += [math.pi * k / 4 for k in range(1, 9)] + [88.0, 88.7228, 103.97, 128.0, 150.0]
    near += [709.78, 710.4758, 745.13, 1024.0, 1075.0, 2.0**23, 2.0**24, 2.0**31, 2.0**52, 2.0**53]
    near = np.array(near, dtype)
    near = [near, np.nextafter(near, dtype(0)), np.nextafter(near, dtype(np.inf))]
    ends = [0, info.smallest_subnormal, info.tiny, info.eps, info.max, np.inf, np.nan]
    ends = np.array([*ends, info.tiny - info.smallest_subnormal, 3 * info.smallest_subnormal], dtype)
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
