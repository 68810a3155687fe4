"""Scans and order by CUDA kernels in the simulator, against plain loops."""

import numpy as np
import pytest
from tensorlite.kernels.cuda import jit, scan, sort, system
from tensorlite.kernels.reference import scan as reference_scan
from tensorlite.kernels.reference import sort as reference_sort

pytestmark = pytest.mark.cuda
TINY = {"threads": 8, "blocks": 3}
DTYPES = ["int8", "int32", "uint64", "float32", "float64"]


@pytest.fixture(autouse=True)
def simulator(monkeypatch):
    monkeypatch.setattr(system, "SIMULATED", True)
    assert jit.simulated()


def at(*arrays):
    return [array.ctypes.data for array in arrays]


def values(shape, dtype, seed=0, nan=True):
    rng = np.random.default_rng(seed)
    if np.dtype(dtype).kind in "iu":
        return rng.integers(0, 9, shape).astype(dtype)
    x = rng.integers(-4, 5, shape).astype(dtype) * np.dtype(dtype).type(0.75)
    x[rng.random(shape) < 0.1] = -0.0
    if nan:
        x[rng.random(shape) < 0.1] = np.nan
        x[rng.random(shape) < 0.05] = -np.nan
    return x


def scanned(kind, x, axis, **sizes):
    out = np.empty(x.shape, x.dtype)
    launch = scan.scan(kind, x.dtype.name, x.shape, x.strides, out.strides, axis, **TINY, **sizes)
    launch(*at(x, out))
    return out


def extremes(kind, x, axis, **sizes):
    out, places = np.empty(x.shape, x.dtype), np.empty(x.shape, np.int64)
    strides = x.strides, out.strides, places.strides
    launch = scan.extreme(kind, x.dtype.name, x.shape, *strides, axis, **TINY, **sizes)
    launch(*at(x, out, places))
    return out, places


def layouts(x):
    return x, x.transpose(1, 0, 2), x[:, :, ::-3], x[::-1, :, :2]


@pytest.mark.parametrize("few", [0, 4096], ids=["lines", "blocks"])
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("kind", ["sum", "prod"])
@pytest.mark.parametrize("axis", [0, 2])
def test_scan(dtype, kind, axis, few):
    for own in layouts(values((3, 2, 30), dtype)):
        with np.errstate(over="ignore"):
            expected = reference_scan.scan(kind, own, axis)
        np.testing.assert_array_equal(scanned(kind, own, axis, few=few), expected)


@pytest.mark.parametrize("few", [0, 4096], ids=["lines", "blocks"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_scan_of_logarithms(dtype, few):
    x = values((3, 20), dtype, nan=False)
    x[0, 3], x[1, :2] = np.inf, -np.inf
    tolerance = 1e-5 if dtype == "float32" else 1e-13
    expected = reference_scan.scan("logsumexp", x, 1)
    np.testing.assert_allclose(scanned("logsumexp", x, 1, few=few), expected, tolerance, tolerance)


@pytest.mark.parametrize("few", [0, 4096], ids=["lines", "blocks"])
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("kind", ["max", "min"])
@pytest.mark.parametrize("axis", [0, 2])
def test_running_extremes(dtype, kind, axis, few):
    for own in layouts(values((3, 2, 30), dtype)):
        for result, expected in zip(
            extremes(kind, own, axis, few=few),
            reference_scan.extreme(kind, own, axis),
            strict=True,
        ):
            np.testing.assert_array_equal(result, expected)


def test_nothing_to_scan():
    assert scanned("sum", np.empty((0, 4), "f4"), 0).shape == (0, 4)
    assert scanned("sum", np.empty((4, 0), "f4"), 0).shape == (4, 0)


# -------------------------------------------------------------------------------- order


def ordered(x, descending):
    out, index = np.empty_like(x), np.empty(x.shape, np.int64)
    plan = sort.sort(x.dtype.name, *x.shape, descending, **TINY)
    scratch = np.full(plan.scratch + 1, 0x55, np.uint8)
    plan(*at(x, out, index, scratch))
    return out, index


@pytest.mark.parametrize("dtype", ["bool", "uint8", *DTYPES])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("shape", [(1, 1), (3, 13), (2, 40), (0, 4), (3, 0)], ids=str)
def test_sort_is_stable_and_puts_nan_last(dtype, descending, shape):
    x = values(shape, dtype if dtype != "bool" else "uint8").astype(dtype)
    for result, expected in zip(
        ordered(x, descending), reference_sort.sort(x, descending), strict=True
    ):
        np.testing.assert_array_equal(result, expected)


@pytest.mark.parametrize("dtype", ["int32", "int64", "uint64", "float32", "float64"])
def test_sort_of_any_bits(dtype):
    """Every bit of a key matters, and the sign bit of each type."""
    x = np.random.default_rng(1).integers(-(2**63), 2**63, (2, 50)).view("u8")
    x = x.view(dtype)[:, ::2] if np.dtype(dtype).itemsize == 4 else x.view(dtype)
    x = np.ascontiguousarray(x)
    result, index = ordered(x, False)
    np.testing.assert_array_equal(result, np.sort(x, -1))
    np.testing.assert_array_equal(result, np.take_along_axis(x, index, -1))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("largest", [False, True])
@pytest.mark.parametrize("k", [1, 3, 20])
def test_topk(dtype, largest, k):
    x = values((3, 20), dtype)
    out, index = np.empty((3, k), dtype), np.empty((3, k), np.int64)
    sort.topk(dtype, 3, 20, k, largest, threads=8)(*at(x, out, index))
    for result, expected in zip((out, index), reference_sort.topk(x, k, largest), strict=True):
        np.testing.assert_array_equal(result, expected)


@pytest.mark.parametrize("dtype", ["int8", "uint64", "float32", "float64"])
@pytest.mark.parametrize("right", [False, True])
def test_searchsorted(dtype, right):
    rows = np.sort(values((3, 17), dtype), -1)
    wanted = values((3, 10), dtype, seed=1)
    out = np.empty((3, 10), np.int64)
    sort.searchsorted(dtype, 17, 10, 30, right, **TINY)(*at(rows, wanted, out))
    for r in range(3):
        expected = reference_sort.searchsorted(rows[r], wanted[r], right)
        np.testing.assert_array_equal(out[r], expected)
    sort.searchsorted(dtype, 17, 0, 30, right, **TINY)(*at(rows, wanted, out))
    expected = reference_sort.searchsorted(rows[0], wanted.ravel(), right)
    np.testing.assert_array_equal(out.ravel(), expected)


def test_bincount():
    x = np.random.default_rng(0).integers(0, 50, 300)
    out = np.zeros(50, np.int64)
    sort.bincount(x.size, **TINY)(*at(x, out))
    np.testing.assert_array_equal(out, np.bincount(x, minlength=50))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_histogram(dtype):
    x = values(300, dtype)
    x[5], x[6] = 2, -1
    out, limits = np.zeros(7, dtype), np.array([-1, 2], dtype)
    sort.histogram(dtype, x.size, 7, **TINY)(*at(x, out, limits))
    np.testing.assert_array_equal(out, reference_sort.histogram(x, 7, *limits))
