"""Random numbers by CUDA kernels in the simulator: the same as on the CPU, to the last bit."""

import numpy as np
import pytest
from tensorlite.kernels.cpu import random as cpu
from tensorlite.kernels.cuda import jit, random, system

pytestmark = pytest.mark.cuda
TINY = {"threads": 8, "blocks": 3}
DRAWS = [
    *[("uniform", dtype, (-1.0, 2.5)) for dtype in ("float32", "float64")],
    *[("normal", dtype, (1.0, 2.0)) for dtype in ("float32", "float64")],
    *[("exponential", dtype, (0.5, 0.0)) for dtype in ("float32", "float64")],
    *[("bernoulli", dtype, (0.3, 0.0)) for dtype in ("bool", "uint8", "int64", "float32")],
    *[("integers", dtype, (-5, 11)) for dtype in ("int8", "int32", "int64")],
    ("integers", "int64", (-(2**63), 0)),
    ("integers", "uint64", (2**63, 2**63)),
    ("integers", "uint8", (0, 256)),
]


@pytest.fixture(autouse=True)
def simulator(monkeypatch):
    monkeypatch.setattr(system, "SIMULATED", True)
    assert jit.simulated()


def state(seed, offset, *parameters):
    """The state words of a fill: integers as they are, floats by their bits."""
    words = [
        int(np.float64(p).view("u8")) if isinstance(p, float) else p % 2**64 for p in parameters
    ]
    return np.array([seed, offset % 2**64, *words], np.uint64)


@pytest.mark.parametrize("n", [1, 33, 129, 300])
@pytest.mark.parametrize(("distribution", "dtype", "parameters"), DRAWS)
def test_the_same_numbers(distribution, dtype, parameters, n):
    words, results = state(7, 2**64 - 40, *parameters), []
    for module, sizes in ((cpu, {}), (random, TINY)):
        out = np.ones(n + 8, dtype)
        module.fill(distribution, dtype, n, **sizes)(words.ctypes.data, out.ctypes.data)
        assert (out[n:] == 1).all(), "wrote past the end"
        results.append(out)
    np.testing.assert_array_equal(results[0], results[1])


@pytest.mark.parametrize("n", [1, 129, 300])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_dropout_drops_the_same(dtype, n):
    x, words, results = np.linspace(-1, 1, n).astype(dtype), state(7, 3, 0.25, 1 / 0.75), []
    for module, sizes in ((cpu, {}), (random, TINY)):
        out, keep = np.full(n + 8, 9, dtype), np.full(n + 8, 9, np.uint8)
        arrays = words, x, out, keep
        module.dropout(dtype, n, **sizes)(*(array.ctypes.data for array in arrays))
        results.append((out, keep))
    for expected, got in zip(*results, strict=True):
        np.testing.assert_array_equal(got, expected)
        assert (got[n:] == 9).all()


def test_nothing():
    random.fill("uniform", "float32", 0)(0, 0)
