"""Reading and writing by indices with CUDA kernels, in the simulator, against plain loops."""

import numpy as np
import pytest
from tensorlite.kernels.cuda import index, jit, mask, system
from tensorlite.kernels.reference import index as reference

pytestmark = pytest.mark.cuda
TINY = {"threads": 8, "blocks": 3}
DTYPES = ["bool", "uint16", "float32", "float64", "complex128"]
NUMBERS = ["int8", "uint64", "float32"]
COMBINE = list(reference.COMBINE)


@pytest.fixture(autouse=True)
def simulator(monkeypatch):
    monkeypatch.setattr(system, "SIMULATED", True)
    assert jit.simulated()


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
    return (array.ctypes.data for array in arrays)


def gather(x, axis, indices):
    out = np.empty(indices.shape, x.dtype)
    x_strides = [0 if a == axis else s for a, s in enumerate(x.strides)]
    launch = index.read(
        x.dtype.name, indices.shape, indices.strides, tuple(x_strides), out.strides,
        x.shape[axis], x.strides[axis], **TINY,
    )  # fmt: skip
    launch(*at(indices, x, out))
    return out


def take(x, axis, indices):
    out = np.empty((*x.shape[:axis], *indices.shape, *x.shape[axis + 1 :]), x.dtype)
    behind = x.ndim - axis - 1
    launch = index.read(
        x.dtype.name, out.shape, (0,) * axis + indices.strides + (0,) * behind,
        x.strides[:axis] + (0,) * indices.ndim + x.strides[axis + 1 :], out.strides,
        x.shape[axis], x.strides[axis], **TINY,
    )  # fmt: skip
    launch(*at(indices, x, out))
    return out


def scatter(combine, x, axis, indices, origin):
    x_strides = [0 if a == axis else s for a, s in enumerate(x.strides)]
    launch = index.write(
        combine, x.dtype.name, indices.shape, indices.strides, origin.strides, tuple(x_strides),
        x.shape[axis], x.strides[axis], **TINY,
    )  # fmt: skip
    launch(*at(indices, origin, x))


def accumulate(combine, x, axis, indices, origin):
    behind = x.ndim - axis - 1
    launch = index.write(
        combine, x.dtype.name, origin.shape, (0,) * axis + indices.strides + (0,) * behind,
        origin.strides, x.strides[:axis] + (0,) * indices.ndim + x.strides[axis + 1 :],
        x.shape[axis], x.strides[axis], **TINY,
    )  # fmt: skip
    launch(*at(indices, origin, x))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("axis", [0, 1, 2])
def test_gather_and_take(dtype, axis):
    rng = np.random.default_rng(0)
    for x in layouts(values(rng, (3, 4, 5), dtype)):
        indices = rng.integers(-x.shape[axis], x.shape[axis], (2, 3, 4))
        for own in (indices, indices.transpose(0, 2, 1)[:, :2, :2]):
            expected = reference.gather(x, axis, own)
            np.testing.assert_array_equal(gather(x, axis, own), expected)
            expected = reference.take(x, axis, own[0])
            np.testing.assert_array_equal(take(x, axis, own[0]), expected)


@pytest.mark.parametrize("dtype", NUMBERS)
@pytest.mark.parametrize("combine", COMBINE)
@pytest.mark.parametrize("axis", [0, 1, 2])
def test_scatter_and_accumulate(dtype, combine, axis):
    rng = np.random.default_rng(1)
    origin = values(rng, (2, 3, 4), dtype)
    for x in layouts(values(rng, (3, 4, 5), dtype)):
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
        index.combine((5, 6), strides, x.shape[axis], x.strides[axis], **TINY)(*at(own, moved))
    out = np.empty((5, 6, 8))
    index.read(
        "float64", out.shape, (*moved.strides, 0), (0, 0, x.strides[1]), out.strides, 0, 1, **TINY
    )(*at(moved, x, out))
    np.testing.assert_array_equal(out, x[rows, :, columns])


def test_zero_dimensional():
    x, out, where = np.arange(5.0), np.empty(()), np.array(-2)
    index.read("float64", (), (), (), (), 5, 8)(*at(where, x, out))
    assert out == 3
    ten = np.array(10.0)
    index.write("add", "float64", (), (), (), (), 5, 8)(*at(where, ten, x))
    assert x.tolist() == [0, 1, 2, 13, 4]


def test_nothing_to_do():
    x, out = np.ones((3, 4), "f4"), np.empty((0, 4), "f4")
    assert take(x, 0, np.empty(0, np.int64)).shape == (0, 4)
    accumulate("add", x, 0, np.empty(0, np.int64), out)
    assert (x == 1).all()


@pytest.mark.parametrize("n", [0, 1, 4096, 4097, 9000])
@pytest.mark.parametrize("bad", [None, 0, -1, 5000])
def test_range_check(n, bad):
    own = np.arange(n) % 10
    if bad is not None and -n <= bad < n:
        own[bad] = 10 if bad else -1
    found = np.empty(-(-n // index.BLOCK), np.int64)
    index.range_check(n, 0, 10, threads=8)(*at(own, found))
    first = found[found >= 0]
    assert (int(first[0]) if first.size else -1) == reference.outside(own, 0, 10)


def starts_of(chosen):
    counts = np.empty(-(-chosen.size // mask.BLOCK), np.int64)
    mask.by_mask("count", "bool", chosen.size, threads=8)(*at(chosen, counts))
    return np.cumsum(counts) - counts, int(counts.sum())


@pytest.mark.parametrize("n", [0, 1, 4095, 4097])
@pytest.mark.parametrize("share", [0, 0.01, 0.6, 1])
@pytest.mark.parametrize("dtype", ["bool", "float64", "complex128"])
def test_masks(n, share, dtype):
    rng = np.random.default_rng(n)
    chosen = rng.random(n) < share
    starts, count = starts_of(chosen)
    assert count == chosen.sum()
    found = np.full(count + 1, -7)
    mask.by_mask("positions", "bool", n, threads=8)(*at(chosen, starts, found))
    np.testing.assert_array_equal(found[:-1], reference.positions(chosen))
    x = values(rng, n, dtype)
    out = np.zeros(count + 1, dtype)
    mask.by_mask("select", dtype, n, threads=8)(*at(chosen, starts, x, out))
    np.testing.assert_array_equal(out[:-1], x[chosen])
    origin, expected = values(rng, count, dtype), x.copy()
    expected[chosen] = origin
    mask.by_mask("spread", dtype, n, threads=8)(*at(chosen, starts, origin, x))
    np.testing.assert_array_equal(x, expected)
    assert found[-1] == -7 and out[-1] == 0


def test_unravel():
    shape, flat = (3, 4, 5), np.array([0, 59, 17, 23, 40])
    out = np.empty((5, 3), np.int64)
    mask.unravel(5, shape, *out.strides, threads=8)(*at(flat, out))
    np.testing.assert_array_equal(out, np.stack(np.unravel_index(flat, shape), -1))
