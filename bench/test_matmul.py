"""The matrix product beside NumPy's BLAS and torch's, with as many threads.

    python -m pytest bench/test_matmul.py --benchmark-group-by=group --benchmark-columns=min,median

OPENBLAS_CORETYPE or OPENBLAS_L2_SIZE in the environment hold NumPy back: unset them first.
"""

import os

import numpy as np
import pytest
from tensorlite.kernels.cpu import matmul, threads

threadpoolctl = pytest.importorskip("threadpoolctl", reason="needed to pin NumPy's threads")
CPUS = len(os.sched_getaffinity(0))
THREADS = [count for count in (1, 2, 4, 8) if count <= CPUS]
SIZES = [16, 32, 64, 128, 256, 512, 1024]
# (m, n, k), and which operand lies transposed: the products of a training step, and odd ones
TRAINING = {
    "forward 128x784 @ (512x784).T": ((128, 512, 784), "b"),
    "gradient of x 128x512 @ 512x784": ((128, 784, 512), ""),
    "gradient of W (128x512).T @ 128x784": ((512, 784, 128), "a"),
    "classes 128x256 @ (10x256).T": ((128, 10, 256), "b"),
    "row 1x784 @ 784x512": ((1, 512, 784), ""),
    "row 1x784 @ (512x784).T": ((1, 512, 784), "b"),
    "rows 4x768 @ (3072x768).T": ((4, 3072, 768), "b"),
    "tall 4000x64 @ 64x64": ((4000, 64, 64), ""),
}
SHORT = [(512, 512, 512), (1024, 1024, 1024), (64, 1024, 1024)]


@pytest.fixture(params=THREADS, ids=lambda count: f"t{count}")
def count(request):
    """The number of threads that all libraries use."""
    before = threads.get_num_threads()
    threads.set_num_threads(request.param)
    with threadpoolctl.threadpool_limits(request.param):
        yield request.param
    threads.set_num_threads(before)


def ours(a, b, out):
    batch = out.shape[:-2]
    ends = [x.strides[-2:] for x in (a, b, out)]
    starts = [x.strides[:-2] for x in (a, b, out)]
    plan = matmul.plan(a.dtype, a.shape[-2], b.shape[-1], a.shape[-1], *ends, batch, *starts)
    addresses = a.ctypes.data, b.ctypes.data, out.ctypes.data
    return lambda: matmul.run(plan, *addresses)


def numpy(a, b, out):
    return lambda: np.matmul(a, b, out=out)


def torch(a, b, out):
    library = pytest.importorskip("torch")
    library.set_num_threads(threads.get_num_threads())
    a, b, out = map(library.from_numpy, (a, b, out))
    return lambda: library.matmul(a, b, out=out)


LIBRARIES = [ours, numpy, torch]


def measure(benchmark, library, a, b):
    out = np.empty((*a.shape[:-1], b.shape[-1]), a.dtype)
    call = library(a, b, out)
    call()
    tolerance = 1e-4 if a.dtype == np.float32 else 1e-10
    np.testing.assert_allclose(out, a @ b, rtol=tolerance, atol=tolerance * a.shape[-1])
    benchmark.extra_info["lib"] = "tensorlite" if library is ours else library.__name__
    benchmark.extra_info["flops"] = 2 * out.size * a.shape[-1]
    benchmark(call)


def sample(shape, dtype, transposed=False):
    rng = np.random.default_rng(0)
    if transposed:
        return rng.standard_normal(shape[::-1]).astype(dtype).T
    return rng.standard_normal(shape).astype(dtype)


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.__name__)
@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_square(benchmark, dtype, n, library, count):
    benchmark.group = f"matmul-f{np.dtype(dtype).itemsize * 8}-n{n}-t{count}"
    measure(benchmark, library, sample((n, n), dtype), sample((n, n), dtype))


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.__name__)
@pytest.mark.parametrize("case", TRAINING)
def test_training(benchmark, case, library, count):
    benchmark.group = f"matmul-f32-{case}-t{count}"
    (m, n, k), transposed = TRAINING[case]
    a = sample((m, k), "float32", transposed == "a")
    measure(benchmark, library, a, sample((k, n), "float32", transposed == "b"))


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.__name__)
def test_batch(benchmark, library, count):
    benchmark.group = f"matmul-f32-batch 64x32x32-t{count}"
    shape = (64, 32, 32)
    measure(benchmark, library, sample(shape, "float32"), sample(shape, "float32"))


@pytest.mark.parametrize("library", ["tensorlite", "torch"])
@pytest.mark.parametrize("size", SHORT, ids=lambda size: "x".join(map(str, size)))
def test_bfloat16(benchmark, size, library, count):
    m, n, k = size
    benchmark.group = f"matmul-bf16-{m}x{n}x{k}-t{count}"
    lib = pytest.importorskip(library)
    lib.set_num_threads(count)
    x, y = (lib.from_numpy(sample(shape, "float32")).bfloat16() for shape in ((m, k), (k, n)))
    want = x.double() @ y.double()
    np.testing.assert_allclose((x @ y).double(), want, rtol=2**-7, atol=1e-3)
    benchmark.extra_info.update(lib=library, flops=2 * m * n * k)
    benchmark(lambda: x @ y)
