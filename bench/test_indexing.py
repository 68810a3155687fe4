"""Indexing, order, scans and random numbers beside PyTorch and NumPy, with as many threads.

    pytest bench/test_indexing.py --benchmark-group-by=group --benchmark-columns=median

Every case is checked against NumPy before it is timed, where it has one answer.
"""

import os

import numpy as np
import pytest

import tensorlite as tl

THREADS = min(2, len(os.sched_getaffinity(0)))
RNG = np.random.default_rng(0)
IMAGES = RNG.standard_normal((60_000, 784)).astype("f4")
TABLE = RNG.standard_normal((50_000, 64)).astype("f4")
MATRIX = RNG.standard_normal((1000, 1000)).astype("f4")
ROWS = RNG.standard_normal((256, 512)).astype("f4")
LINE = RNG.standard_normal(1 << 20).astype("f4")
BATCH, WORDS = RNG.integers(0, 60_000, 128), RNG.integers(0, 50_000, 8192)
PLACES = RNG.integers(0, 1000, (1000, 1000))
TOKENS = RNG.standard_normal((8192, 64)).astype("f4")

# name: (function of a library and its tensors, the same in NumPy or None, arrays)
CASES = {
    "batch of 128 rows of 784": (lambda T, x, i: x[i], lambda x, i: x[i], (IMAGES, BATCH)),
    "embedding 8192 of 50000x64": (
        lambda T, x, i: x.index_select(0, i), lambda x, i: x[i], (TABLE, WORDS),
    ),
    "embedding gradient": (
        lambda T, g, i: T.zeros(50_000, 64).index_add_(0, i, g), None, (TOKENS, WORDS),
    ),
    "embedding_bag, sums of 20 of 50000x64": (
        lambda T, x, i: T.nn.functional.embedding_bag(i, x, mode="sum"),
        lambda x, i: x[i].sum(1), (TABLE, RNG.integers(0, 50_000, (4096, 20))),
    ),
    "gather 1M, dim 0": (
        lambda T, x, i: x.gather(0, i), lambda x, i: np.take_along_axis(x, i, 0), (MATRIX, PLACES),
    ),
    "gather 1M, dim 1": (
        lambda T, x, i: x.gather(1, i), lambda x, i: np.take_along_axis(x, i, 1), (MATRIX, PLACES),
    ),
    "scatter_add 1M, dim 0": (
        lambda T, x, i: x.scatter_add(0, i, x), None, (MATRIX, PLACES),
    ),
    "mask 1M": (lambda T, x: x[x > 0], lambda x: x[x > 0], (MATRIX,)),
    "nonzero 1M": (
        lambda T, x: (x > 0).nonzero(), lambda x: np.argwhere(x > 0), (MATRIX,),
    ),
    "cumsum 1M, dim 0": (
        lambda T, x: x.cumsum(0), lambda x: np.cumsum(x, 0, dtype="f8"), (MATRIX,),
    ),
    "cumsum 1M, dim 1": (
        lambda T, x: x.cumsum(1), lambda x: np.cumsum(x, 1, dtype="f8"), (MATRIX,),
    ),
    "sort 1M with indices": (lambda T, x: x.sort()[0], lambda x: np.sort(x), (LINE,)),
    "sort 256 rows of 512 with indices": (
        lambda T, x: x.sort()[0], lambda x: np.sort(x), (ROWS,),
    ),
    "median of 1M": (
        lambda T, x: x.median(), lambda x: np.sort(x)[(x.size - 1) // 2], (LINE,),
    ),
    "topk 5 of 256 rows of 512": (
        lambda T, x: x.topk(5)[0], lambda x: np.sort(x)[:, :-6:-1], (ROWS,),
    ),
    "unique 1M": (
        lambda T, x: (x * 1000).long().unique(),
        lambda x: np.unique((x * 1000).astype("i8")), (LINE,),
    ),
    "small x[i]": (lambda T, x, i: x[i], lambda x, i: x[i], (ROWS[:8, :8], BATCH[:4] % 8)),
    "rand 1M": (lambda T: T.rand(1 << 20), None, ()),
    "randn 1M": (lambda T: T.randn(1 << 20), None, ()),
    "randint 1M": (lambda T: T.randint(10, (1 << 20,)), None, ()),
    "randperm 60000": (lambda T: T.randperm(60_000), None, ()),
    "dropout 1M": (lambda T, x: T.dropout(x, 0.5, True), None, (MATRIX,)),
    "multinomial 256 of 512": (lambda T, x: x.abs().multinomial(1), None, (ROWS,)),
}  # fmt: skip


@pytest.mark.parametrize("lib", ["tensorlite", "torch"])
@pytest.mark.parametrize("name", CASES)
def test_indexing(benchmark, name, lib):
    library = tl if lib == "tensorlite" else pytest.importorskip("torch")
    before = tl.get_num_threads()
    library.set_num_threads(THREADS)
    function, oracle, arrays = CASES[name]
    tensors = [library.tensor(a) for a in arrays]
    try:
        found = function(library, *tensors).numpy()
        if oracle is not None:
            np.testing.assert_allclose(found, oracle(*arrays), rtol=1e-4, atol=1e-4)
        benchmark.group = name
        benchmark.extra_info["lib"] = lib
        benchmark(function, library, *tensors)
    finally:
        tl.set_num_threads(before)
