"""Reductions and row kernels beside NumPy and PyTorch: `pytest bench/test_reduction.py`."""

import numpy as np
import pytest

import tensorlite as tl

rng = np.random.default_rng(0)
CASES = {
    "sum of 8": (lambda x: x.sum(), (8,)),
    "sum of 1M": (lambda x: x.sum(), (1 << 20,)),
    "sum of 16M": (lambda x: x.sum(), (1 << 24,)),
    "sums of rows": (lambda x: x.sum(1), (4096, 1024)),
    "sums of columns": (lambda x: x.sum(0), (4096, 1024)),
    "maxima of rows": (lambda x: x.argmax(1), (4096, 1024)),
    "softmax, small": (lambda x: x.softmax(1), (128, 10)),
    "softmax": (lambda x: x.softmax(1), (4096, 1024)),
    "logsumexp": (lambda x: x.logsumexp(1), (4096, 1024)),
}
NUMPY = {name: case for name, case in CASES.items() if "soft" not in name and "log" not in name}


def tensorlite(x):
    return tl.from_numpy(x)


def pytorch(x):
    torch = pytest.importorskip("torch")
    torch.set_num_threads(tl.get_num_threads())
    return torch.from_numpy(x)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("library", [tensorlite, pytorch], ids=lambda f: f.__name__)
def test_reduction(benchmark, name, library):
    function, shape = CASES[name]
    benchmark.group = name
    x = library(rng.normal(size=shape).astype(np.float32))
    function(x)
    benchmark(function, x)


@pytest.mark.parametrize("name", NUMPY)
def test_numpy(benchmark, name):
    function, shape = NUMPY[name]
    benchmark.group = name
    benchmark(function, rng.normal(size=shape).astype(np.float32))
