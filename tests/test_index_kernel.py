"""Reading and writing by indices, and by masks: kernels against plain loops and NumPy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kernel_devices import addresses, examples
from tensorlite.kernels.reference import index as reference

DTYPES = ["bool", "int8", "uint16", "float32", "float64", "complex128"]
NUMBERS = ["int8", "uint64", "float32"]
COMBINE = list(reference.COMBINE)


def values(rng, shape, dtype):
    if dtype == "bool":
        return rng.random(shape) < 0.5
    if np.dtype(dtype).kind in "iu":
        return rng.integers(0, 2, shape).astype(dtype)
    x = rng.standard_normal(shape).astype(dtype)
    x[rng.random(shape) < 0.1] = np.nan
    return x


def layouts(x):
    """The same array in several layouts of memory."""
    yield x
    yield np.asfortranarray(x)
    wide = np.empty((*x.shape[:-1], 2 * x.shape[-1]), x.dtype)
    wide[..., ::-2] = x
    yield wide[..., ::-2]


def gather(device, x, axis, indices):
    out = np.empty(indices.shape, x.dtype)
    x_strides = [0 if a == axis else s for a, s in enumerate(x.strides)]
    launch = device.index.read(
        x.dtype.name, indices.shape, indices.strides, tuple(x_strides), out.strides,
        x.shape[axis], x.strides[axis],
    )  # fmt: skip
    launch(*addresses(x, indices, out))
    return out


def take(device, x, axis, indices):
    out = np.empty((*x.shape[:axis], *indices.shape, *x.shape[axis + 1 :]), x.dtype)
    behind = x.ndim - axis - 1
    launch = device.index.read(
        x.dtype.name, out.shape, (0,) * axis + indices.strides + (0,) * behind,
        x.strides[:axis] + (0,) * indices.ndim + x.strides[axis + 1 :], out.strides,
        x.shape[axis], x.strides[axis],
    )  # fmt: skip
    launch(*addresses(x, indices, out))
    return out


def scatter(device, combine, x, axis, indices, origin):
    x_strides = [0 if a == axis else s for a, s in enumerate(x.strides)]
    launch = device.index.write(
        combine, x.dtype.name, indices.shape, indices.strides, origin.strides, tuple(x_strides),
        x.shape[axis], x.strides[axis],
    )  # fmt: skip
    launch(*addresses(indices, origin, x))


def accumulate(device, combine, x, axis, indices, origin):
    behind = x.ndim - axis - 1
    launch = device.index.write(
        combine, x.dtype.name, origin.shape, (0,) * axis + indices.strides + (0,) * behind,
        origin.strides, x.strides[:axis] + (0,) * indices.ndim + x.strides[axis + 1 :],
        x.shape[axis], x.strides[axis],
    )  # fmt: skip
    launch(*addresses(indices, origin, x))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("axis", [0, 1, 2])
def test_gather_and_take(device, dtype, axis):
    rng = np.random.default_rng(0)
    for x in layouts(values(rng, (5, 6, 7), dtype)):
        indices = rng.integers(-x.shape[axis], x.shape[axis], (4, 3, 5))
        for own in (indices, indices.transpose(0, 2, 1)[:, :3, :3]):
            expected = reference.gather(x, axis, own)
            np.testing.assert_array_equal(gather(device, x, axis, own), expected)
            expected = reference.take(x, axis, own[0])
            np.testing.assert_array_equal(take(device, x, axis, own[0]), expected)


@pytest.mark.parametrize("start", range(3))
@pytest.mark.parametrize("dtype", ["float32", "int8", "complex128"])
def test_rows_may_lie_anywhere(device, start, dtype):
    """Neighbours are taken by fours only where they are aligned."""
    rng = np.random.default_rng(start)
    for width, apart in ((12, 12), (12, 16), (12, 13), (10, 12)):
        x = rng.integers(-100, 100, start + 6 * apart).astype(dtype)
        x = x[start:].reshape(6, apart)[:, :width]
        where = rng.integers(-6, 6, 9)
        np.testing.assert_array_equal(take(device, x, 0, where), x[where])


@pytest.mark.parametrize("dtype", NUMBERS)
@pytest.mark.parametrize("combine", COMBINE)
@pytest.mark.parametrize("axis", [0, 1, 2])
def test_scatter_and_accumulate(device, dtype, combine, axis):
    rng = np.random.default_rng(1)
    origin = values(rng, (4, 3, 5), dtype)
    for x in layouts(values(rng, (5, 6, 7), dtype)):
        indices = rng.integers(-3, x.shape[axis] - 2, origin.shape)
        expected = x.copy()
        reference.scatter(combine, expected, axis, indices, origin)
        scatter(device, combine, x, axis, indices, origin)
        np.testing.assert_array_equal(x, expected)

        rows = rng.integers(-3, x.shape[axis] - 2, 9)
        shape = (*x.shape[:axis], 9, *x.shape[axis + 1 :])
        for own in layouts(values(rng, shape, dtype)):
            expected = x.copy()
            reference.accumulate(combine, expected, axis, rows, own)
            accumulate(device, combine, x, axis, rows, own)
            np.testing.assert_array_equal(x, expected)


@pytest.mark.parametrize(
    ("combine", "expected"),
    [("set", [0, 1, 0]), ("add", [0, 1, 1]), ("prod", [0, 0, 0]), ("amax", [0, 1, 1])],
)
def test_bool_is_combined_by_logic(device, combine, expected):
    x = np.array([0, 1, 0], bool)
    accumulate(device, combine, x, 0, np.array([1, 1, 2, 2]), np.array([0, 1, 1, 0], bool))
    assert x.tolist() == [bool(b) for b in expected]


def test_several_indices_through_combine(device):
    rng = np.random.default_rng(2)
    x = rng.standard_normal((30, 8, 40))[::-1]
    rows, columns = rng.integers(-30, 30, (5, 1)), rng.integers(-40, 40, 6)
    moved = np.zeros((5, 6), np.int64)
    for own, axis in ((rows, 0), (columns, 2)):
        strides = np.broadcast_to(own, (5, 6)).strides
        launch = device.index.combine((5, 6), strides, x.shape[axis], x.strides[axis])
        launch(*addresses(own, moved))
    out = np.empty((5, 6, 8))
    launch = device.index.read(
        "float64", out.shape, (*moved.strides, 0), (0, 0, x.strides[1]), out.strides, 0, 1
    )
    launch(*addresses(x, moved, out))
    np.testing.assert_array_equal(out, x[rows, :, columns])


def test_zero_dimensional(device):
    x, out, where, ten = np.arange(5.0), np.empty(()), np.array(-2), np.array(10.0)
    device.index.read("float64", (), (), (), (), 5, 8)(*addresses(x, where, out))
    assert out == 3
    device.index.write("add", "float64", (), (), (), (), 5, 8)(*addresses(where, ten, x))
    assert x.tolist() == [0, 1, 2, 13, 4]


def test_nothing_to_do(device):
    x, out = np.ones((3, 4), "f4"), np.empty((0, 4), "f4")
    assert take(device, x, 0, np.empty(0, np.int64)).shape == (0, 4)
    accumulate(device, "add", x, 0, np.empty(0, np.int64), out)
    assert (x == 1).all()


@pytest.mark.parametrize("kind", ["rows", "columns", "lines"])
@pytest.mark.cases("shape", cpu=[(900, 300)], cuda=[(9, 5)])
def test_bits_do_not_depend_on_threads(device, kind, shape):
    rng = np.random.default_rng(3)
    results = set()
    m, n = shape
    x = rng.standard_normal((m, n)).astype("f4")
    full = rng.integers(0, n, (m, n))
    rows = rng.integers(0, m, 10 * n)
    origin = rng.standard_normal((10 * n, n)).astype("f4")
    for _ in device.runs():
        own = x.copy()
        if kind == "rows":
            accumulate(device, "add", own, 0, rows, origin)
        else:
            scatter(device, "add", own, 0 if kind == "columns" else 1, full, origin[:m])
        found = gather(device, x, 1, full), take(device, x, 0, rows)
        results.add(tuple(array.tobytes() for array in (own, *found)))
    assert len(results) == 1


@pytest.mark.cases("n", cpu=[0, 1, 4096, 4097, 20_000], cuda=[0, 1, 4096, 4097, 9000])
@pytest.mark.parametrize("bad", [None, 0, -1, 5000])
def test_range_check(device, n, bad):
    own = np.arange(n) % 10
    if bad is not None and -n <= bad < n:
        own[bad] = 10 if bad else -1
    found = np.empty(-(-n // device.index.BLOCK), np.int64)
    device.index.range_check(n, 0, 10)(*addresses(own, found))
    first = found[found >= 0]
    assert (int(first[0]) if first.size else -1) == reference.outside(own, 0, 10)


@pytest.mark.cases("n", cpu=[25, 4097], cuda=[25, 4097])
def test_a_range_check_spares_a_number(device, n):
    own, found = np.arange(n) % 10, np.empty(-(-n // device.index.BLOCK), np.int64)
    own[3] = own[7] = -100
    for bad, place in ((-100, -1), (10, n - 2), (-1, n - 2)):
        own[n - 2] = bad
        device.index.range_check(n, 0, 10, -100)(*addresses(own, found))
        assert max(found) == place
        assert device.index.small_range_check(n, 0, 10, -100)(*addresses(own)) == place + 1


@pytest.mark.cases("n", cpu=[1, 4097], cuda=[1, 4097])
def test_nothing_lies_in_an_empty_range(device, n):
    own, found = np.zeros(n, np.int64), np.empty(-(-n // device.index.BLOCK), np.int64)
    device.index.range_check(n, 0, 0)(*addresses(own, found))
    assert found[0] == 0
    assert device.index.small_range_check(n, 0, 0)(*addresses(own)) == 1


# -------------------------------------------------------------------------------- masks


def starts_of(device, chosen):
    counts = np.empty(-(-chosen.size // device.mask.BLOCK), np.int64)
    device.mask.by_mask("count", "bool", chosen.size)(*addresses(chosen, counts))
    return np.cumsum(counts) - counts, int(counts.sum())


@pytest.mark.cases("n", cpu=[0, 1, 4095, 4096, 4097, 50_000], cuda=[0, 1, 4095, 4097])
@pytest.mark.parametrize("share", [0, 0.01, 0.6, 1])
@pytest.mark.cases(
    "dtype",
    cpu=["bool", "int16", "float32", "float64", "complex128"],
    cuda=["bool", "float64", "complex128"],
)
def test_masks(device, n, share, dtype):
    rng = np.random.default_rng(n)
    chosen = rng.random(n) < share
    starts, count = starts_of(device, chosen)
    assert count == chosen.sum()
    found = np.full(count + 1, -7)
    device.mask.by_mask("positions", "bool", n)(*addresses(chosen, starts, found))
    np.testing.assert_array_equal(found[:-1], reference.positions(chosen))
    assert found[-1] == -7
    for x, origin in (
        (np.arange(n).astype(dtype), np.arange(count, 0, -1).astype(dtype)),
        (values(rng, n, dtype), values(rng, count, dtype)),
    ):
        out, expected = np.zeros(count + 1, dtype), x.copy()
        device.mask.by_mask("select", dtype, n)(*addresses(chosen, starts, x, out))
        np.testing.assert_array_equal(out[:-1], x[chosen])
        assert out[-1] == 0
        expected[chosen] = origin
        device.mask.by_mask("spread", dtype, n)(*addresses(chosen, starts, origin, x))
        np.testing.assert_array_equal(x, expected)


def test_masks_use_any_nonzero_byte(device):
    chosen = np.array([0, 1, 2, 255], np.uint8)
    assert starts_of(device, chosen)[1] == 3


@examples(40)
@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.integers(0, 30), st.booleans())
def test_unravel(device, shape, n, transposed):
    shape = tuple(shape)
    flat = np.random.default_rng(n).integers(0, np.prod(shape), n)
    out = np.empty((len(shape), n), np.int64).T if transposed else np.empty((n, len(shape)), "i8")
    device.mask.unravel(n, shape, *out.strides)(*addresses(flat, out))
    np.testing.assert_array_equal(out, np.stack(np.unravel_index(flat, shape), 1))


@examples(60)
@given(st.data())
def test_gather_any_shape(device, data):
    shape = tuple(data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=4)))
    axis = data.draw(st.integers(0, len(shape) - 1))
    rng = np.random.default_rng(data.draw(st.integers(0, 1000)))
    taken = tuple(data.draw(st.integers(0, n)) for n in shape)
    taken = (*taken[:axis], data.draw(st.integers(0, 6)), *taken[axis + 1 :])
    x = values(rng, shape, "float32")
    indices = rng.integers(-shape[axis], shape[axis], taken)
    expected = reference.gather(x, axis, indices)
    np.testing.assert_array_equal(gather(device, x, axis, indices), expected)
    origin = values(rng, taken, "float32")
    expected = x.copy()
    reference.scatter("add", expected, axis, indices, origin)
    scatter(device, "add", x, axis, indices, origin)
    np.testing.assert_array_equal(x, expected)
