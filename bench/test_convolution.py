"""Convolutions beside PyTorch: results and both gradients, `pytest bench/test_convolution.py`."""

import numpy as np
import pytest

import tensorlite as tl

rng = np.random.default_rng(0)
CASES = {  # images, kernels, stride, padding, groups
    "32x3x32x32, 64 of 3x3": ((32, 3, 32, 32), (64, 3, 3, 3), 1, 1, 1),
    "16x64x32x32, 64 of 3x3": ((16, 64, 32, 32), (64, 64, 3, 3), 1, 1, 1),
    "8x64x56x56, 128 of 1x1": ((8, 64, 56, 56), (128, 64, 1, 1), 1, 0, 1),
    "8x3x112x112, 32 of 7x7 by 2": ((8, 3, 112, 112), (32, 3, 7, 7), 2, 3, 1),
    "16x64x32x32, 3x3 each": ((16, 64, 32, 32), (64, 1, 3, 3), 1, 1, 64),
    "1x16x320x320, 16 of 3x3": ((1, 16, 320, 320), (16, 16, 3, 3), 1, 1, 1),
    "8x3x224x224, 64 of 7x7 by 2": ((8, 3, 224, 224), (64, 3, 7, 7), 2, 3, 1),
    "8x64x56x56, 64 of 3x3": ((8, 64, 56, 56), (64, 64, 3, 3), 1, 1, 1),
    "8x128x28x28, 128 of 3x3": ((8, 128, 28, 28), (128, 128, 3, 3), 1, 1, 1),
    "8x256x14x14, 256 of 1x1": ((8, 256, 14, 14), (256, 256, 1, 1), 1, 0, 1),
}


def library(name):
    """A library, and what makes its tensors of NumPy's arrays."""
    if name == "tensorlite":
        return tl, tl.from_numpy
    torch = pytest.importorskip("torch")
    return torch, torch.from_numpy


# PyTorch last: its threads go on spinning for a while and would take a core from ours
@pytest.mark.parametrize("lib", ["tensorlite", "torch"])
@pytest.mark.parametrize("what", ["forward", "gradients"])
@pytest.mark.parametrize("name", CASES)
def test_convolution(benchmark, threads, name, what, lib):
    images, kernels, stride, padding, groups = CASES[name]
    module, tensor = library(lib)
    x, w, b = (
        tensor(rng.standard_normal(shape).astype("f4"))
        for shape in (images, kernels, kernels[:1])
    )
    wanted = what == "gradients"
    for each in (x, w, b):
        each.requires_grad_(wanted)

    def forward():
        return module.nn.functional.conv2d(x, w, b, stride, padding, 1, groups)

    benchmark.group = f"conv {what}, {name}, {threads} threads"
    benchmark.extra_info["lib"] = lib
    out = forward()
    if not wanted:
        benchmark(forward)
        return
    g = tensor(rng.standard_normal(tuple(out.shape)).astype("f4"))

    def gradients():
        return module.autograd.grad(out, (x, w, b), g, retain_graph=True)

    gradients()
    benchmark(gradients)
