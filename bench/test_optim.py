"""One optimizer step on 4M parameters in 16 tensors, beside torch's fused implementation."""

import numpy as np
import pytest

SHAPES = [(512, 512)] * 15 + [(1 << 18,)]
RNG = np.random.default_rng(0)
ARRAYS = [RNG.standard_normal(shape, dtype=np.float32) for shape in SHAPES]
OPTIMIZERS = {
    "Adam": {"lr": 1e-3},
    "AdamW": {"lr": 1e-3},
    "SGD": {"lr": 1e-3, "momentum": 0.9},
    "Adagrad": {"lr": 1e-3},
}
FEW = [array[:4, :4] if array.ndim == 2 else array[:4] for array in ARRAYS]


def prepared(lib, name, arrays, **more):
    if lib.name == "numpy":
        pytest.skip("no optimizers")
    parameters = [lib.tensor(array.copy(), True) for array in arrays]
    for p, array in zip(parameters, arrays, strict=True):
        p.grad = lib.tensor(array * 0.1)
    return getattr(lib.optim, name)(parameters, **OPTIMIZERS[name], **more)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_step(lib, threads, timed, name):
    fused = {"fused": True} if lib.name == "torch" else {}
    optimizer = prepared(lib, name, ARRAYS, **fused)
    timed(f"{name} step, 4M, {threads} threads", optimizer.step, rounds=15)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_small_step(lib, timed, name):
    """Sixteen tensors of 16 elements: the cost of the call."""
    fused = {"fused": True} if lib.name == "torch" else {}
    timed(f"{name} step, 16 small tensors", prepared(lib, name, FEW, **fused).step)
