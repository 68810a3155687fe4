"""Reading and writing by indices, and by masks: kernels against plain loops and NumPy."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tensorlite.kernels.cpu import index, mask, native, threads
from tensorlite.kernels.reference import index as reference

pytestmark = pytest.mark.width

DTYPES = ["bool", "int8", "uint16", "float32", "float64", "complex128"]
NUMBERS = ["int8", "uint64", "float32"]
COMBINE = list(reference.COMBINE)


@pytest.fixture(autouse=True)
def restore_threads():
    count = threads.get_num_threads()
    yield
    threads.set_num_threads(count)


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


def at(*arrays):
    return map(native.address_of, arrays)


def gather(x, axis, indices):
    out = np.empty(indices.shape, x.dtype)
    x_strides = [0 if a == axis else s for a, s in enumerate(x.strides)]
    launch = index.read(
        x.dtype.name, indices.shape, indices.strides, tuple(x_strides), out.strides,
        x.shape[axis], x.strides[axis],
    )  # fmt: skip
    launch(*at(indices, x, out))
    return out


def take(x, axis, indices):
    out = np.empty((*x.shape[:axis], *indices.shape, *x.shape[axis + 1 :]), x.dtype)
    behind = x.ndim - axis - 1
    launch = index.read(
        x.dtype.name, out.shape, (0,) * axis + indices.strides + (0,) * behind,
        x.strides[:axis] + (0,) * indices.ndim + x.strides[axis + 1 :], out.strides,
        x.shape[axis], x.strides[axis],
    )  # fmt: skip
    launch(*at(indices, x, out))
    return out


def scatter(combine, x, axis, indices, origin):
    x_strides = [0 if a == axis else s for a, s in enumerate(x.strides)]
    launch = index.write(
        combine, x.dtype.name, indices.shape, indices.strides, origin.strides, tuple(x_strides),
        x.shape[axis], x.strides[axis],
    )  # fmt: skip
    launch(*at(indices, origin, x))


def accumulate(combine, x, axis, indices, origin):
    behind = x.ndim - axis - 1
    launch = index.write(
        combine, x.dtype.name, origin.shape, (0,) * axis + indices.strides + (0,) * behind,
        origin.strides, x.strides[:axis] + (0,) * indices.ndim + x.strides[axis + 1 :],
        x.shape[axis], x.strides[axis],
    )  # fmt: skip
    launch(*at(indices, origin, x))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("axis", [0, 1, 2])
def test_gather_and_take(dtype, axis):
    rng = np.random.default_rng(0)
    for x in layouts(values(rng, (5, 6, 7), dtype)):
        indices = rng.integers(-x.shape[axis], x.shape[axis], (4, 3, 5))
        for own in (indices, indices.transpose(0, 2, 1)[:, :3, :3]):
            expected = reference.gather(x, axis, own)
            np.testing.assert_array_equal(gather(x, axis, own), expected)
            expected = reference.take(x, axis, own[0])
            np.testing.assert_array_equal(take(x, axis, own[0]), expected)


@pytest.mark.parametrize("dtype", NUMBERS)
@pytest.mark.parametrize("combine", COMBINE)
@pytest.mark.parametrize("axis", [0, 1, 2])
def test_scatter_and_accumulate(dtype, combine, axis):
    rng = np.random.default_rng(1)
    origin = values(rng, (4, 3, 5), dtype)
    for x in layouts(values(rng, (5, 6, 7), dtype)):
        indices = rng.integers(-3, x.shape[axis] - 2, origin.shape)
        expected = x.copy()
        reference.scatter(combine, expected, axis, indices, origin)
        scatter(combine, x, axis, indices, origin)
        np.testing.assert_array_equal(x, expected)

        rows = rng.integers(-3, x.shape[axis] - 2, 9)
        shape = (*x.shape[:axis], 9, *x.shape[axis + 1 :])
        for own in layouts(values(rng, shape, dtype)):
            expected = x.copy()
            reference.accumulate(combine, expected, axis, rows, own)
            accumulate(combine, x, axis, rows, own)
            np.testing.assert_array_equal(x, expected)


@pytest.mark.parametrize(
    ("combine", "expected"),
    [("set", [0, 1, 0]), ("add", [0, 1, 1]), ("prod", [0, 0, 0]), ("amax", [0, 1, 1])],
)
def test_bool_is_combined_by_logic(combine, expected):
    x = np.array([0, 1, 0], bool)
    accumulate(combine, x, 0, np.array([1, 1, 2, 2]), np.array([0, 1, 1, 0], bool))
    assert x.tolist() == [bool(b) for b in expected]


def test_several_indices_through_combine():
    rng = np.random.default_rng(2)
    x = rng.standard_normal((30, 8, 40))[::-1]
    rows, columns = rng.integers(-30, 30, (5, 1)), rng.integers(-40, 40, 6)
    moved = np.zeros((5, 6), np.int64)
    for own, axis in ((rows, 0), (columns, 2)):
        strides = np.broadcast_to(own, (5, 6)).strides
        index.combine((5, 6), strides, x.shape[axis], x.strides[axis])(*at(own, moved))
    out = np.empty((5, 6, 8))
    index.read("float64", out.shape, (*moved.strides, 0), (0, 0, x.strides[1]), out.strides, 0, 1)(
        *at(moved, x, out)
    )
    np.testing.assert_array_equal(out, x[rows, :, columns])


def test_zero_dimensional():
    x, out, where = np.arange(5.0), np.empty(()), np.array(-2)
    index.read("float64", (), (), (), (), 5, 8)(*at(where, x, out))
    assert out == 3
    index.write("add", "float64", (), (), (), (), 5, 8)(*at(where, np.array(10.0), x))
    assert x.tolist() == [0, 1, 2, 13, 4]


def test_nothing_to_do():
    x, out = np.ones((3, 4), "f4"), np.empty((0, 4), "f4")
    assert take(x, 0, np.empty(0, np.int64)).shape == (0, 4)
    accumulate("add", x, 0, np.empty(0, np.int64), out)
    assert (x == 1).all()


@pytest.mark.parametrize("kind", ["rows", "columns", "lines"])
def test_threads_do_not_change_the_bits(kind):
    rng = np.random.default_rng(3)
    results = []
    x = rng.standard_normal((900, 300)).astype("f4")
    full = rng.integers(0, 300, (900, 300))
    rows = rng.integers(0, 900, 3000)
    origin = rng.standard_normal((3000, 300)).astype("f4")
    for count in (1, 2):
        threads.set_num_threads(count)
        own = x.copy()
        if kind == "rows":
            accumulate("add", own, 0, rows, origin)
        else:
            scatter("add", own, 0 if kind == "columns" else 1, full, origin[:900])
        results.append((own.tobytes(), gather(x, 1, full).tobytes(), take(x, 0, rows).tobytes()))
    assert results[0] == results[1]


@pytest.mark.parametrize("n", [0, 1, 4096, 4097, 20_000])
@pytest.mark.parametrize("bad", [None, 0, -1, 5000])
def test_range_check(n, bad):
    own = np.arange(n) % 10
    if bad is not None and -n <= bad < n:
        own[bad] = 10 if bad else -1
    found = np.empty(-(-n // index.BLOCK), np.int64)
    index.range_check(n, 0, 10)(*at(own, found))
    first = found[found >= 0]
    assert (int(first[0]) if first.size else -1) == reference.outside(own, 0, 10)


# -------------------------------------------------------------------------------- masks


def starts_of(chosen):
    counts = np.empty(-(-chosen.size // mask.BLOCK), np.int64)
    mask.by_mask("count", "bool", chosen.size)(*at(chosen, counts))
    return np.cumsum(counts) - counts, int(counts.sum())


@pytest.mark.parametrize("n", [0, 1, 4095, 4096, 4097, 50_000])
@pytest.mark.parametrize("share", [0, 0.01, 0.6, 1])
@pytest.mark.parametrize("dtype", ["bool", "int16", "float32", "float64", "complex128"])
def test_masks(n, share, dtype):
    rng = np.random.default_rng(n)
    chosen = rng.random(n) < share
    starts, count = starts_of(chosen)
    assert count == chosen.sum()
    found = np.full(count + 1, -7)
    mask.by_mask("positions", "bool", n)(*at(chosen, starts, found))
    np.testing.assert_array_equal(found[:-1], reference.positions(chosen))
    assert found[-1] == -7
    x = np.arange(n).astype(dtype)
    out = np.zeros(count + 1, dtype)
    mask.by_mask("select", dtype, n)(*at(chosen, starts, x, out))
    np.testing.assert_array_equal(out[:-1], x[chosen])
    origin = np.arange(count, 0, -1).astype(dtype)
    expected = x.copy()
    expected[chosen] = origin
    mask.by_mask("spread", dtype, n)(*at(chosen, starts, origin, x))
    np.testing.assert_array_equal(x, expected)


def test_masks_use_any_nonzero_byte():
    chosen = np.array([0, 1, 2, 255], np.uint8)
    assert starts_of(chosen)[1] == 3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.integers(0, 30), st.booleans())
def test_unravel(shape, n, transposed):
    shape = tuple(shape)
    flat = np.random.default_rng(n).integers(0, np.prod(shape), n)
    out = np.empty((len(shape), n), np.int64).T if transposed else np.empty((n, len(shape)), "i8")
    mask.unravel(n, shape, *out.strides)(*at(flat, out))
    np.testing.assert_array_equal(out, np.stack(np.unravel_index(flat, shape), 1))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_gather_any_shape(data):
    shape = tuple(data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=4)))
    axis = data.draw(st.integers(0, len(shape) - 1))
    rng = np.random.default_rng(data.draw(st.integers(0, 1000)))
    taken = tuple(data.draw(st.integers(0, n)) for n in shape)
    taken = (*taken[:axis], data.draw(st.integers(0, 6)), *taken[axis + 1 :])
    x = values(rng, shape, "float32")
    indices = rng.integers(-shape[axis], shape[axis], taken)
    np.testing.assert_array_equal(gather(x, axis, indices), reference.gather(x, axis, indices))
    origin = values(rng, taken, "float32")
    expected = x.copy()
    reference.scatter("add", expected, axis, indices, origin)
    scatter("add", x, axis, indices, origin)
    np.testing.assert_array_equal(x, expected)
