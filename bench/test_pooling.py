"""Windows of images beside PyTorch, with as many threads: results, and gradients of inputs.

    pytest bench/test_pooling.py --benchmark-group-by=group --benchmark-columns=median

Every case is checked against PyTorch, where it is there, before it is timed.
"""

import functools
import os

import numpy as np
import pytest

import tensorlite as tl

THREADS = min(2, len(os.sched_getaffinity(0)))
IMAGES = np.random.default_rng(0).standard_normal((32, 64, 32, 32)).astype("f4")
FEW = IMAGES[:8, :16].copy()

# name: (function of nn.functional, its arguments after the images, keywords, images)
CASES = {
    "max_pool2d 2": ("max_pool2d", (2,), {}, IMAGES),
    "max_pool2d 3, stride 2, padding 1": ("max_pool2d", (3, 2, 1), {}, IMAGES),
    "max_pool2d 3, stride 1, padding 1": ("max_pool2d", (3, 1, 1), {}, IMAGES),
    "avg_pool2d 2": ("avg_pool2d", (2,), {}, IMAGES),
    "avg_pool2d 3, stride 2, padding 1": ("avg_pool2d", (3, 2, 1), {}, IMAGES),
    "adaptive_avg_pool2d 1": ("adaptive_avg_pool2d", (1,), {}, IMAGES),
    "adaptive_avg_pool2d 7": ("adaptive_avg_pool2d", (7,), {}, IMAGES),
    "unfold 3": ("unfold", (3, 1, 1), {}, FEW),
    "pad by reflection": ("pad", ((1, 1, 1, 1), "reflect"), {}, FEW),
    "batch_norm": ("batch_norm", (None, None, None, None, True), {}, IMAGES),
    "batch_norm of 2 x 2": ("batch_norm", (None, None, None, None, True), {}, IMAGES[..., :2, :2]),
    "interpolate nearest": ("interpolate", (), {"scale_factor": 2}, FEW),
    "interpolate bilinear": ("interpolate", (), {"scale_factor": 2, "mode": "bilinear"}, FEW),
    "interpolate bicubic": ("interpolate", (), {"scale_factor": 2, "mode": "bicubic"}, FEW),
}


def prepared(lib, name, graph):
    """A function of a library without arguments, and its first result."""
    library = tl if lib == "tensorlite" else pytest.importorskip("torch")
    library.set_num_threads(THREADS)
    name, args, kwargs, images = CASES[name]
    x = library.tensor(images, requires_grad=graph)
    function = functools.partial(getattr(library.nn.functional, name), x, *args, **kwargs)
    if graph:
        out = function()
        seed = library.ones_like(out)
        function = functools.partial(library.autograd.grad, out, x, seed, retain_graph=True)
    found = function()
    return function, (found[0] if graph else found).detach().numpy()


@pytest.mark.parametrize("lib", ["tensorlite", "torch"])
@pytest.mark.parametrize("graph", [False, True], ids=["forward", "gradient"])
@pytest.mark.parametrize("name", CASES)
def test_pooling(benchmark, name, graph, lib):
    before = tl.get_num_threads()
    try:
        function, found = prepared(lib, name, graph)
        if lib == "torch":
            np.testing.assert_allclose(prepared("tensorlite", name, graph)[1], found, 1e-4, 1e-4)
        benchmark.group = f"{name}, gradient" if graph else name
        benchmark.extra_info["lib"] = lib
        benchmark(function)
    finally:
        tl.set_num_threads(before)
