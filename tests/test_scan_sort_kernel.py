"""Scans and order: kernels against plain loops."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kernel_devices import addresses, examples
from tensorlite.kernels.reference import scan as reference_scan
from tensorlite.kernels.reference import sort as reference_sort

each_dtype = pytest.mark.cases(
    "dtype",
    cpu=["int8", "uint8", "int32", "int64", "uint64", "float32", "float64"],
    cuda=["int8", "int32", "uint64", "float32", "float64"],
)
each_axis = pytest.mark.cases("axis", cpu=[0, 1, 2], cuda=[0, 2])
each_shape = pytest.mark.cases("shape", cpu=[(5, 4, 70)], cuda=[(3, 2, 30)])
each_form = pytest.mark.cases("few", cpu=[None], cuda=[0, 4096])  # a thread or a block to a line


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


def layouts(x):
    """The same array in several layouts of memory."""
    yield x
    yield x.transpose(1, 0, 2)
    yield x.transpose(2, 0, 1)
    yield x[:, ::-1, ::-3]
    yield x[::-1, :, :2]


def scanned(device, kind, x, axis):
    out = np.empty(x.shape, x.dtype)
    launch = device.scan.scan(kind, x.dtype.name, x.shape, x.strides, out.strides, axis)
    launch(*addresses(x, out))
    return out


def extremes(device, kind, x, axis):
    out, places = np.empty(x.shape, x.dtype), np.empty(x.shape, np.int64)
    strides = x.strides, out.strides, places.strides
    launch = device.scan.extreme(kind, x.dtype.name, x.shape, *strides, axis)
    launch(*addresses(x, out, places))
    return out, places


@each_form
@each_dtype
@pytest.mark.parametrize("kind", ["sum", "prod"])
@each_axis
@each_shape
def test_scan(device, dtype, kind, axis, shape, few):
    for own in layouts(values(shape, dtype)):
        with np.errstate(over="ignore"):
            expected = reference_scan.scan(kind, own, axis)
        got = scanned(device.sized(few=few), kind, own, axis)
        np.testing.assert_array_equal(got, expected)


@each_form
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.cases("rows", cpu=[30], cuda=[4])
def test_scan_of_logarithms(device, dtype, axis, rows, few):
    x = values((rows, 20), dtype, nan=False)
    x[3, 3], x[:2], x[2, :2] = np.inf, -np.inf, -np.inf
    tolerance = 1e-5 if dtype == "float32" else 1e-13
    expected = reference_scan.scan("logsumexp", x, axis)
    got = scanned(device.sized(few=few), "logsumexp", x, axis)
    np.testing.assert_allclose(got, expected, tolerance, tolerance)


@each_form
@each_dtype
@pytest.mark.parametrize("kind", ["max", "min"])
@each_axis
@each_shape
def test_running_extremes(device, dtype, kind, axis, shape, few):
    for own in layouts(values(shape, dtype)):
        for result, expected in zip(
            extremes(device.sized(few=few), kind, own, axis),
            reference_scan.extreme(kind, own, axis),
            strict=True,
        ):
            np.testing.assert_array_equal(result, expected)


@pytest.mark.cases("n", cpu=[1 << 20], cuda=[1 << 12])
def test_a_long_float32_sum_is_kept_in_float64(device, n):
    x = np.full(n, 0.1, "f4")
    assert scanned(device, "sum", x, 0)[-1] == np.float32(np.float64(x[0]) * x.size)


def test_nothing_to_scan(device):
    assert scanned(device, "sum", np.empty((0, 4), "f4"), 0).shape == (0, 4)
    assert scanned(device, "sum", np.empty((4, 0), "f4"), 0).shape == (4, 0)


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.cases("shape", cpu=[(700, 500)], cuda=[(7, 20)])
def test_bits_of_scans_do_not_depend_on_threads(device, axis, shape):
    x = np.random.default_rng(0).standard_normal(shape).astype("f4")
    results = set()
    for _ in device.runs():
        places = extremes(device, "max", x, axis)[1]
        results.add(scanned(device, "sum", x, axis).tobytes() + places.tobytes())
    assert len(results) == 1


# -------------------------------------------------------------------------------- order


def ordered(device, x, descending):
    """Values and positions: a function of arrays on the CPU, a launch on CUDA."""
    if device.name == "cpu":
        return device.sort.sort(x, descending)
    out, index = np.empty_like(x), np.empty(x.shape, np.int64)
    plan = device.sort.sort(x.dtype.name, *x.shape, descending)
    scratch = np.full(plan.scratch + 1, 0x55, np.uint8)
    plan(*addresses(x, out, index, scratch))
    return out, index


def topk(device, x, k, largest=True):
    out, index = np.empty((len(x), k), x.dtype), np.empty((len(x), k), np.int64)
    device.sort.topk(x.dtype.name, *x.shape, k, largest)(*addresses(x, out, index))
    return out, index


@pytest.mark.cases(
    "dtype",
    cpu=["bool", "int8", "uint8", "int32", "int64", "uint64", "float32", "float64"],
    cuda=["bool", "int8", "uint8", "int32", "uint64", "float32", "float64"],
)
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.cases(
    "shape",
    cpu=[(1, 1), (3, 50), (2, 1000), (0, 4), (3, 0)],
    cuda=[(1, 1), (3, 13), (2, 40), (0, 4), (3, 0)],
)
def test_sort_is_stable_and_puts_nan_last(device, dtype, descending, shape):
    x = values(shape, dtype if dtype != "bool" else "uint8").astype(dtype)
    for result, expected in zip(
        ordered(device, x, descending), reference_sort.sort(x, descending), strict=True
    ):
        np.testing.assert_array_equal(result, expected)


@pytest.mark.parametrize("dtype", ["int32", "int64", "uint64", "float32", "float64"])
@pytest.mark.cases("n", cpu=[999], cuda=[50])
def test_sort_of_any_bits(device, dtype, n):
    """Both halves of 64-bit keys matter, and the sign bit of each type."""
    x = np.random.default_rng(1).integers(-(2**63), 2**63, (2, n)).view("u8").astype("u8")
    x = x.view(dtype)[:, ::2] if np.dtype(dtype).itemsize == 4 else x.view(dtype)
    x = np.ascontiguousarray(x)
    result, index = ordered(device, x, False)
    np.testing.assert_array_equal(result, np.sort(x, -1))
    np.testing.assert_array_equal(result, np.take_along_axis(x, index, -1))


@each_dtype
@pytest.mark.parametrize("largest", [False, True])
@pytest.mark.parametrize("k", [1, 3, 20, 40])
def test_topk(device, dtype, largest, k):
    x = values((5, 40), dtype)
    for result, expected in zip(
        topk(device, x, k, largest), reference_sort.topk(x, k, largest), strict=True
    ):
        np.testing.assert_array_equal(result, expected)


@pytest.mark.parametrize("dtype", ["int8", "uint64", "float32", "float64"])
@pytest.mark.parametrize("right", [False, True])
def test_searchsorted(device, dtype, right):
    rows = np.sort(values((3, 17), dtype), -1)
    wanted = values((3, 40), dtype, seed=1)
    out = np.empty((3, 40), np.int64)
    device.sort.searchsorted(dtype, 17, 40, 120, right)(*addresses(rows, wanted, out))
    for r in range(3):
        expected = reference_sort.searchsorted(rows[r], wanted[r], right)
        np.testing.assert_array_equal(out[r], expected)
    device.sort.searchsorted(dtype, 17, 0, 120, right)(*addresses(rows, wanted, out))
    expected = reference_sort.searchsorted(rows[0], wanted.ravel(), right)
    np.testing.assert_array_equal(out.ravel(), expected)


@pytest.mark.cases("n", cpu=[10_000], cuda=[300])
def test_bincount(device, n):
    x = np.random.default_rng(0).integers(0, 50, n)
    out = np.zeros(50, np.int64)
    device.sort.bincount(n)(*addresses(x, out))
    np.testing.assert_array_equal(out, np.bincount(x, minlength=50))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.cases("n", cpu=[1000], cuda=[300])
def test_histogram(device, dtype, n):
    x = values(n, dtype)
    x[5], x[6] = 2, -1
    out, limits = np.zeros(7, dtype), np.array([-1, 2], dtype)
    device.sort.histogram(dtype, n, 7)(*addresses(x, out, limits))
    np.testing.assert_array_equal(out, reference_sort.histogram(x, 7, *limits))


@pytest.mark.cases("shape", cpu=[(60, 3000)], cuda=[(3, 40)])
def test_bits_of_order_do_not_depend_on_threads(device, shape):
    x = np.random.default_rng(0).standard_normal(shape).astype("f4")
    results = set()
    for _ in device.runs():
        places = topk(device, x, 9)[1], ordered(device, x, True)[1]
        results.add(b"".join(index.tobytes() for index in places))
    assert len(results) == 1


@examples(50)
@given(st.lists(st.floats(width=32), max_size=60), st.booleans())
def test_sort_any_float32(device, row, descending):
    x = np.array([row], np.float32)
    result, index = ordered(device, x, descending)
    expected, places = reference_sort.sort(x, descending)
    np.testing.assert_array_equal(index, places)
    np.testing.assert_array_equal(result.view("u4"), expected.view("u4"))
