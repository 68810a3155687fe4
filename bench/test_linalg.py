"""Decompositions and solutions beside NumPy and PyTorch: `pytest bench/test_linalg.py`."""

import numpy as np
import pytest

threadpoolctl = pytest.importorskip("threadpoolctl", reason="needed to pin LAPACK's threads")
SIZES = [32, 128, 512]
CASES = {
    "solve": lambda lib, a, s, b: lib.linalg.solve(a, b),
    "inv": lambda lib, a, s, b: lib.linalg.inv(a),
    "det": lambda lib, a, s, b: lib.linalg.det(a),
    "cholesky": lambda lib, a, s, b: lib.linalg.cholesky(s),
    "qr": lambda lib, a, s, b: lib.linalg.qr(a),
    "eigh": lambda lib, a, s, b: lib.linalg.eigh(s),
    "svd": lambda lib, a, s, b: lib.linalg.svd(a),
    "lstsq": lambda lib, a, s, b: lib.linalg.lstsq(a, b),
    "cdist, Euclidean": lambda lib, a, s, b: lib.cdist(a, a),
    "cdist, p = 1": lambda lib, a, s, b: lib.cdist(a, a, 1.0),
}


@pytest.mark.parametrize("threads", [1], indirect=True)
@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("case", CASES)
def test_linalg(benchmark, threads, lib, case, n):
    if case.startswith("cdist") and lib.name == "numpy":
        pytest.skip("NumPy has no distances")
    benchmark.group = f"linalg.{case} of {n}x{n}"
    benchmark.extra_info["lib"] = lib.name
    a = np.random.default_rng(0).normal(size=(n, n)).astype(np.float32) + n * np.eye(n, dtype="f")
    operands = [lib.tensor(x) for x in (a, a @ a.T, a[:, :4].copy())]
    CASES[case](lib, *operands)  # which loads LAPACK, whose threads are to be limited
    with threadpoolctl.threadpool_limits(1):
        benchmark(CASES[case], lib, *operands)
