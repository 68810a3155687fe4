"""Windows over planes: kernels against plain loops."""

import numpy as np
import pytest
from kernel_devices import addresses
from tensorlite.kernels.reference import pooling as reference
from tensorlite.kernels.work.pools import Windows

# For one, two and three elements in a loop, with rims, strides, and what is taken one by one
WINDOWS = {
    "pairs": Windows((1, 6, 10), (1, 3, 5), (1, 2, 2), (1, 2, 2)),
    "threes": Windows((1, 5, 11), (1, 3, 6), (1, 3, 3), (1, 2, 2), (0, 1, 1)),
    "threes by one": Windows((1, 4, 9), (1, 4, 9), (1, 3, 3), (1, 1, 1), (0, 1, 1)),
    "wide": Windows((1, 3, 29), (1, 1, 6), (1, 3, 7), (1, 1, 5), (0, 0, 3)),
    "apart": Windows((1, 5, 13), (1, 2, 6), (1, 2, 3), (1, 3, 2), (0, 0, 1), (1, 2, 2)),
    "beyond": Windows((1, 5, 10), (1, 3, 6), (1, 2, 3), (1, 2, 2), (0, 0, 1)),
    "a row": Windows((1, 1, 70), (1, 1, 35), (1, 1, 2), (1, 1, 2)),
    "narrow": Windows((1, 7, 7), (1, 2, 2), (1, 3, 3), (1, 3, 3)),
    "deep": Windows((4, 5, 12), (2, 3, 6), (2, 3, 3), (2, 2, 2), (1, 1, 1)),
    "adaptive": Windows((3, 5, 11), (2, 3, 4), adaptive=True),
    "adaptive up": Windows((1, 2, 3), (1, 3, 5), adaptive=True),
}
EVEN = {name: w for name, w in WINDOWS.items() if max(w.dilation) == 1}
PLANES = 3
each_windows = pytest.mark.parametrize("name", WINDOWS)
each_even = pytest.mark.parametrize("name", EVEN)
each_dtype = pytest.mark.cases(
    "dtype", cpu=["float32", "float64", "int64", "uint8"], cuda=["float32", "int64"]
)
each_float = pytest.mark.cases("dtype", cpu=["float32", "float64"], cuda=["float32"])


def planes(extents, dtype, seed=0, special=True):
    rng = np.random.default_rng(seed)
    x = rng.integers(0, 9, (PLANES, *extents)).astype(dtype)  # with equal ones
    if x.dtype.kind == "f":
        x -= 4
        if special:
            x[rng.random(x.shape) < 0.05] = np.nan
            x[rng.random(x.shape) < 0.1] = -np.inf
            x[rng.random(x.shape) < 0.1] = -0.0
        x[0] = -np.inf if special else x[0]
    return x


@each_windows
@each_dtype
def test_largest(device, name, dtype):
    windows = WINDOWS[name]
    x = planes(windows.extents, dtype)
    want, want_places = reference.maximum(x, windows)
    for _ in device.runs():
        out, place = np.empty_like(want), np.empty_like(want_places)
        launch = device.pooling.maximum(dtype, PLANES, windows, True)
        launch(*addresses(x, out, place))
        np.testing.assert_array_equal(out, want)
        np.testing.assert_array_equal(np.signbit(out), np.signbit(want))
        np.testing.assert_array_equal(place, want_places)
        alone = np.empty_like(want)
        device.pooling.maximum(dtype, PLANES, windows)(*addresses(x, alone, None))
        assert alone.tobytes() == out.tobytes()


@each_windows
@each_float
def test_gradient_of_the_largest(device, name, dtype):
    windows = WINDOWS[name]
    place = reference.maximum(planes(windows.extents, dtype), windows)[1]
    g = planes(windows.outputs, dtype, 1, special=False) / 7
    want = reference.maximum_gradient(g, place, windows)
    for _ in device.runs():
        gx = np.full_like(want, np.nan)
        launch = device.pooling.maximum_gradient(dtype, PLANES, windows)
        launch(*addresses(g, place, gx))
        np.testing.assert_array_equal(gx, want)


@each_even
@each_dtype
@pytest.mark.parametrize(("padded", "divisor"), [(False, 0), (True, 0), (False, -3)])
def test_average(device, name, dtype, padded, divisor):
    if dtype == "uint8":
        return
    windows = EVEN[name]
    x = planes(windows.extents, dtype, special=False) * np.dtype(dtype).type(3)
    want = reference.average(x, windows, padded, divisor)
    for _ in device.runs():
        out = np.empty_like(want)
        device.pooling.average(dtype, PLANES, windows, padded, divisor)(*addresses(x, out))
        np.testing.assert_array_equal(out, want)


@each_even
@each_float
@pytest.mark.parametrize(("padded", "divisor"), [(False, 0), (True, 0), (False, -3)])
def test_gradient_of_the_average(device, name, dtype, padded, divisor):
    windows = EVEN[name]
    g = planes(windows.outputs, dtype, special=False) / 7
    want = reference.average_gradients(g, windows, padded, divisor)
    for _ in device.runs():
        gx = np.full_like(want, np.nan)
        launch = device.pooling.average_gradients(dtype, PLANES, windows, padded, divisor)
        launch(*addresses(g, gx))
        # where windows part an array evenly the CPU adds what a line hears before its lines
        atol = 4 * np.finfo(dtype).eps * np.abs(want).max() if windows.adaptive else 0
        np.testing.assert_allclose(gx, want, rtol=0, atol=atol)


def check_largest(device, windows, x):
    """The largest of each window, and its place, are those of plain loops."""
    want, want_places = reference.maximum(x, windows)
    out, place = np.empty_like(want), np.empty_like(want_places)
    device.pooling.maximum("float32", PLANES, windows, True)(*addresses(x, out, place))
    np.testing.assert_array_equal(out, want)
    np.testing.assert_array_equal(place, want_places)


def test_long_rows_are_cut_into_strips(device):
    """A strip of places is shorter than a row; windows lie across where strips meet."""
    for kernel, stride, padding in ((3, 1, 1), (2, 2, 0), (5, 1, 2)):
        outputs = (700 + 2 * padding - kernel) // stride + 1
        windows = Windows((1, 2, 700), (1, 2, outputs), (1, 1, kernel), (1, 1, stride),
                          (0, 0, padding))  # fmt: skip
        x = planes(windows.extents, "float32")
        check_largest(device, windows, x)
        g = planes(windows.outputs, "float32", 1, special=False)
        gx = np.empty_like(x)
        device.pooling.average_gradients("float32", PLANES, windows, True)(*addresses(g, gx))
        np.testing.assert_array_equal(gx, reference.average_gradients(g, windows, True))


@pytest.mark.parametrize("taps, stride, padding", [(2, 2, 0), (3, 2, 1), (3, 1, 1), (2, 3, 0)])
def test_rows_that_end_anywhere_in_a_vector(device, taps, stride, padding):
    for outputs in range(5, 36):
        extent = (outputs - 1) * stride + taps - 2 * padding
        windows = Windows((1, 5, extent), (1, 2, outputs), (1, 2, taps), (1, 2, stride),
                          (0, 0, padding))  # fmt: skip
        check_largest(device, windows, planes(windows.extents, "float32"))


def test_long_rows_parted_evenly(device):
    """Windows lie across where strips of a line meet, or take several strips."""
    for outputs in (1, 7, 2500):
        windows = Windows((1, 3, 2100), (1, 2, outputs), adaptive=True)
        x = planes(windows.extents, "float64", special=False)
        out = np.empty((len(x), *windows.outputs))
        device.pooling.average("float64", PLANES, windows)(*addresses(x, out))
        np.testing.assert_allclose(out, reference.average(x, windows), rtol=1e-12)
        g = planes(windows.outputs, "float64", 1, special=False)
        gx = np.empty_like(x)
        device.pooling.average_gradients("float64", PLANES, windows)(*addresses(g, gx))
        np.testing.assert_allclose(gx, reference.average_gradients(g, windows), rtol=1e-12)


def test_windows_without_an_element_are_found():
    assert Windows((1, 1, 1), (1, 1, 1), (1, 1, 2), (1, 1, 1), (0, 0, 1), (1, 1, 2)).empty()
    assert not any(windows.empty() for windows in WINDOWS.values() if not windows.adaptive)
