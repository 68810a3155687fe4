"""Scans and order: kernels against plain loops."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tensorlite.kernels.cpu import native, scan, sort, threads
from tensorlite.kernels.reference import scan as reference_scan
from tensorlite.kernels.reference import sort as reference_sort

pytestmark = pytest.mark.width

DTYPES = ["int8", "uint8", "int32", "int64", "uint64", "float32", "float64"]


@pytest.fixture(autouse=True)
def restore_threads():
    count = threads.get_num_threads()
    yield
    threads.set_num_threads(count)


def at(*arrays):
    return map(native.address_of, arrays)


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


def scanned(kind, x, axis):
    out = np.empty(x.shape, x.dtype)
    scan.scan(kind, x.dtype.name, x.shape, x.strides, out.strides, axis)(*at(x, out))
    return out


def extremes(kind, x, axis):
    out, places = np.empty(x.shape, x.dtype), np.empty(x.shape, np.int64)
    strides = x.strides, out.strides, places.strides
    scan.extreme(kind, x.dtype.name, x.shape, *strides, axis)(*at(x, out, places))
    return out, places


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("kind", ["sum", "prod"])
@pytest.mark.parametrize("axis", [0, 1, 2])
def test_scan(dtype, kind, axis):
    x = values((5, 4, 70), dtype)
    for own in (x, x.transpose(1, 0, 2), x[:, :, ::-3], x[::-1, :, :2]):
        with np.errstate(over="ignore"):
            expected = reference_scan.scan(kind, own, axis)
        np.testing.assert_array_equal(scanned(kind, own, axis), expected)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("axis", [0, 1])
def test_scan_of_logarithms(dtype, axis):
    x = values((30, 20), dtype, nan=False)
    x[3, 3], x[:2] = np.inf, -np.inf
    tolerance = 1e-5 if dtype == "float32" else 1e-13
    expected = reference_scan.scan("logsumexp", x, axis)
    np.testing.assert_allclose(scanned("logsumexp", x, axis), expected, tolerance, tolerance)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("kind", ["max", "min"])
@pytest.mark.parametrize("axis", [0, 1, 2])
def test_running_extremes(dtype, kind, axis):
    x = values((5, 4, 7), dtype)
    for own in (x, x.transpose(2, 0, 1), x[:, ::-1]):
        for result, expected in zip(
            extremes(kind, own, axis), reference_scan.extreme(kind, own, axis), strict=True
        ):
            np.testing.assert_array_equal(result, expected)


def test_a_long_float32_sum_is_kept_in_float64():
    x = np.full(1 << 20, 0.1, "f4")
    assert scanned("sum", x, 0)[-1] == np.float32(np.float64(x[0]) * x.size)


@pytest.mark.parametrize("axis", [0, 1])
def test_threads_do_not_change_scans(axis):
    x = np.random.default_rng(0).standard_normal((700, 500)).astype("f4")
    results = []
    for count in (1, 2):
        threads.set_num_threads(count)
        results.append(scanned("sum", x, axis).tobytes() + extremes("max", x, axis)[1].tobytes())
    assert results[0] == results[1]


# -------------------------------------------------------------------------------- order


@pytest.mark.parametrize("dtype", ["bool", *DTYPES])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("shape", [(1, 1), (3, 50), (2, 1000), (0, 4), (3, 0)])
def test_sort_is_stable_and_puts_nan_last(dtype, descending, shape):
    x = values(shape, dtype if dtype != "bool" else "uint8").astype(dtype)
    for result, expected in zip(
        sort.sort(x, descending), reference_sort.sort(x, descending), strict=True
    ):
        np.testing.assert_array_equal(result, expected)


@pytest.mark.parametrize("dtype", ["int32", "int64", "uint64", "float32", "float64"])
def test_sort_of_any_bits(dtype):
    """Both halves of 64-bit keys matter, and the sign bit of each type."""
    x = np.random.default_rng(1).integers(-(2**63), 2**63, (2, 999)).view("u8").astype("u8")
    x = x.view(dtype)[:, ::2] if np.dtype(dtype).itemsize == 4 else x.view(dtype)
    x = np.ascontiguousarray(x)
    result, index = sort.sort(x, False)
    np.testing.assert_array_equal(result, np.sort(x, -1))
    np.testing.assert_array_equal(result, np.take_along_axis(x, index, -1))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("largest", [False, True])
@pytest.mark.parametrize("k", [1, 3, 20, 40])
def test_topk(dtype, largest, k):
    x = values((5, 40), dtype)
    out, index = np.empty((5, k), dtype), np.empty((5, k), np.int64)
    sort.topk(dtype, 5, 40, k, largest)(*at(x, out, index))
    for result, expected in zip((out, index), reference_sort.topk(x, k, largest), strict=True):
        np.testing.assert_array_equal(result, expected)


@pytest.mark.parametrize("dtype", ["int8", "uint64", "float32", "float64"])
@pytest.mark.parametrize("right", [False, True])
def test_searchsorted(dtype, right):
    rows = np.sort(values((3, 17), dtype), -1)
    wanted = values((3, 40), dtype, seed=1)
    out = np.empty((3, 40), np.int64)
    sort.searchsorted(dtype, 17, 40, 120, right)(*at(rows, wanted, out))
    for r in range(3):
        expected = reference_sort.searchsorted(rows[r], wanted[r], right)
        np.testing.assert_array_equal(out[r], expected)
    sort.searchsorted(dtype, 17, 0, 120, right)(*at(rows, wanted, out))
    expected = reference_sort.searchsorted(rows[0], wanted.ravel(), right)
    np.testing.assert_array_equal(out.ravel(), expected)


def test_bincount():
    x = np.random.default_rng(0).integers(0, 50, 10_000)
    out = np.zeros(50, np.int64)
    sort.bincount(x.size)(*at(x, out))
    np.testing.assert_array_equal(out, np.bincount(x, minlength=50))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_histogram(dtype):
    x = values(1000, dtype)
    x[5], x[6] = 2, -1
    out, limits = np.zeros(7, dtype), np.array([-1, 2], dtype)
    sort.histogram(dtype, x.size, 7)(*at(x, out, limits))
    np.testing.assert_array_equal(out, reference_sort.histogram(x, 7, *limits))


def test_threads_do_not_change_order():
    x = np.random.default_rng(0).standard_normal((60, 3000)).astype("f4")
    results = []
    for count in (1, 2):
        threads.set_num_threads(count)
        out, index = np.empty((60, 9), "f4"), np.empty((60, 9), np.int64)
        sort.topk("float32", 60, 3000, 9, True)(*at(x, out, index))
        results.append(index.tobytes() + sort.sort(x, True)[1].tobytes())
    assert results[0] == results[1]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(width=32), max_size=60), st.booleans())
def test_sort_any_float32(row, descending):
    x = np.array([row], np.float32)
    result, index = sort.sort(x, descending)
    expected, places = reference_sort.sort(x, descending)
    np.testing.assert_array_equal(index, places)
    np.testing.assert_array_equal(result.view("u4"), expected.view("u4"))
