"""Elementwise ops on 1M and 16M elements, out of place and in place."""

import math

import numpy as np
import pytest

import tensorlite as tl

SIZES = {"1M": 1 << 20, "16M": 1 << 24}
RNG = np.random.default_rng(0)


def sample(size):
    return RNG.standard_normal(SIZES[size], dtype=np.float32)


def gelu(lib, x):
    if lib.name == "numpy":
        return 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))
    return lib.nn.functional.gelu(x, approximate="tanh")


UNARY = {
    "exp": lambda lib, x: lib.exp(x),
    "tanh": lambda lib, x: lib.tanh(x),
    "gelu": gelu,
    "sqrt": lambda lib, x: lib.sqrt(lib.abs(x)),
    "cube": lambda lib, x: x**3,
    "remainder": lambda lib, x: x % 0.7,
}


@pytest.mark.parametrize("size", SIZES)
def test_add(lib, threads, timed, size):
    x, y = lib.tensor(sample(size)), lib.tensor(sample(size))
    out = timed(f"a + b, {size}, {threads} threads", lambda: x + y, rounds=15)
    np.testing.assert_array_equal(lib.array(out)[:99], lib.array(x)[:99] + lib.array(y)[:99])


@pytest.mark.parametrize("size", SIZES)
def test_add_in_place(lib, threads, timed, size):
    x, y = lib.tensor(sample(size)), lib.tensor(sample(size) * 0)

    def add_to(x, y):
        x += y

    timed(f"a += b, {size}, {threads} threads", add_to, x, y, rounds=15)


@pytest.mark.parametrize("name", UNARY)
@pytest.mark.parametrize("size", SIZES)
def test_unary(lib, threads, timed, name, size):
    array = sample(size)
    out = timed(f"{name}, {size}, {threads} threads", UNARY[name], lib, lib.tensor(array), rounds=9)
    want = UNARY[name](Numpy, array[:999])
    np.testing.assert_allclose(lib.array(out)[:999], want, rtol=2e-5, atol=1e-6)


class Numpy:
    """NumPy under the names of a library."""

    name = "numpy"
    exp, tanh, sqrt, abs = np.exp, np.tanh, np.sqrt, np.abs


@pytest.mark.parametrize("size", ["1M"])
def test_strided(lib, threads, timed, size):
    x = lib.tensor(sample(size)).reshape(1024, 1024)
    y = lib.tensor(sample(size)).reshape(1024, 1024).T
    timed(f"a + b.T, {size}, {threads} threads", lambda: x + y, rounds=15)


@pytest.mark.parametrize("size", ["1M"])
def test_flip(lib, threads, timed, size):
    x = lib.tensor(sample(size)).reshape(1024, 1024)

    def flip(x):
        turned = lib.flip(x, (1,))
        return turned.copy() if lib.name == "numpy" else turned  # whose is a view

    timed(f"flip, {size}, {threads} threads", flip, x, rounds=15)


@pytest.mark.parametrize("size", ["1M"])
def test_rows(lib, threads, timed, size):
    x, row = lib.tensor(sample(size)).reshape(1024, 1024), lib.tensor(sample(size)[:1024])
    timed(f"matrix + row, {size}, {threads} threads", lambda: x + row, rounds=15)


def test_user_function(lib, threads, timed):
    """Six operations in one pass, as a user writes them; the peers go through memory six times."""
    x = lib.tensor(sample("1M"))

    def python(x):
        return x / (1 + math.exp(-x)) * 0.5 + x * x

    def others(x):
        return x / (1 + lib.exp(-x)) * 0.5 + x * x

    function = tl.elementwise(python) if lib.name == "tensorlite" else others
    out = timed(f"user function, 1M, {threads} threads", function, x, rounds=15)
    np.testing.assert_allclose(lib.array(out)[0], python(float(lib.array(x)[0])), rtol=1e-5)
