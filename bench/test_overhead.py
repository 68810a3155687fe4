"""The cost of a call: small operands, with and without gradients."""

import numpy as np
import pytest

SMALL = np.linspace(0.5, 1.5, 8, dtype=np.float32)


def add(x, y):
    return x + y


def chain(x, y):
    return ((x + y) * x - y) / x


OPS = {"a + b": add, "four ops": chain}


@pytest.mark.parametrize("name", OPS)
def test_call(lib, timed, name):
    x, y = lib.tensor(SMALL), lib.tensor(SMALL[::-1].copy())
    out = timed(f"{name}, 8 elements", OPS[name], x, y)
    np.testing.assert_allclose(lib.array(out), OPS[name](SMALL, SMALL[::-1]), rtol=1e-6)


@pytest.mark.parametrize("name", OPS)
def test_call_with_gradient(lib, timed, name):
    if lib.name == "numpy":
        pytest.skip("no gradients")
    x, y = lib.tensor(SMALL, True), lib.tensor(SMALL, True)
    assert timed(f"{name}, 8 elements, recorded", OPS[name], x, y).requires_grad


def test_number(lib, timed):
    x = lib.tensor(SMALL)
    timed("a * 2.5, 8 elements", lambda: x * 2.5)


def test_exp(lib, timed):
    timed("exp, 8 elements", lib.exp, lib.tensor(SMALL))


def test_inplace(lib, timed):
    x, y = lib.tensor(SMALL), lib.tensor(SMALL * 0)

    def add_to(x, y):
        x += y

    timed("a += b, 8 elements", add_to, x, y)


def test_backward(lib, timed):
    if lib.name == "numpy":
        pytest.skip("no gradients")
    x = lib.tensor(SMALL, True)

    def step():
        x.grad = None
        (x * x).sum().backward()
        return x.grad

    np.testing.assert_allclose(
        timed("(a * a).sum().backward(), 8 elements", step).numpy(), 2 * SMALL
    )
