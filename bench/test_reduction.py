"""Reductions and row kernels beside NumPy and PyTorch: `pytest bench/test_reduction.py`."""

import numpy as np
import pytest

import tensorlite as tl

rng = np.random.default_rng(0)


def median(x):
    return np.median(x, 1) if isinstance(x, np.ndarray) else x.median(1)


CASES = {
    "sum of 8": (lambda x: x.sum(), (8,)),
    "sum of 1M": (lambda x: x.sum(), (1 << 20,)),
    "sum of 16M": (lambda x: x.sum(), (1 << 24,)),
    "sums of rows": (lambda x: x.sum(1), (4096, 1024)),
    "sums of columns": (lambda x: x.sum(0), (4096, 1024)),
    "maxima of rows": (lambda x: x.argmax(1), (4096, 1024)),
    "medians of rows": (median, (1024, 1024)),
    "softmax, small": (lambda x: x.softmax(1), (128, 10)),
    "softmax": (lambda x: x.softmax(1), (4096, 1024)),
    "logsumexp": (lambda x: x.logsumexp(1), (4096, 1024)),
}


def in_tensorlite(x):
    return tl.from_numpy(x)


def in_torch(x):
    torch = pytest.importorskip("torch")
    torch.set_num_threads(tl.get_num_threads())
    return torch.from_numpy(x)


def in_numpy(x):
    return x


LIBRARIES = {"tensorlite": in_tensorlite, "numpy": in_numpy, "torch": in_torch}


# PyTorch last: its threads go on spinning for a while and would take a core from ours
@pytest.mark.parametrize("lib, name", [
    (lib, name) for lib in LIBRARIES for name in CASES
    if lib != "numpy" or name not in ("softmax", "softmax, small", "logsumexp")
])  # fmt: skip
def test_reduction(benchmark, lib, name):
    function, shape = CASES[name]
    benchmark.group = name
    benchmark.extra_info["lib"] = lib
    x = LIBRARIES[lib](rng.normal(size=shape).astype(np.float32))
    function(x)
    benchmark(function, x)


@pytest.mark.parametrize("lib", ["tensorlite", "torch"])
@pytest.mark.parametrize("shape", [(128, 10), (4096, 1024), (4, 21, 64, 64)])
def test_cross_entropy(benchmark, lib, shape):
    library = tl if lib == "tensorlite" else pytest.importorskip("torch")
    benchmark.group = f"cross entropy {'x'.join(map(str, shape))}, with gradient"
    benchmark.extra_info["lib"] = lib
    x = LIBRARIES[lib](rng.normal(size=shape).astype(np.float32)).requires_grad_()
    target = LIBRARIES[lib](rng.integers(0, shape[1], (shape[0], *shape[2:])))

    def both():
        loss = library.nn.functional.cross_entropy(x, target)
        return library.autograd.grad(loss, [x])

    benchmark(both)
