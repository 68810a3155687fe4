"""The CUDA matrix product in the simulator against NumPy: sizes, strides, batches, dtypes."""

import itertools

import numpy as np
import pytest
from tensorlite.kernels import scalars
from tensorlite.kernels.cuda import jit, matmul, system
from tensorlite.kernels.cuda.matmul import Tile
from tensorlite.kernels.reference.matmul import matmul as reference

pytestmark = pytest.mark.cuda
TINY = Tile(down=2, across=4, tall=2, broad=3, depth=4)  # 4 x 12 elements: most tiles are cut off
INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
rng = np.random.default_rng(0)


@pytest.fixture(autouse=True)
def simulator(monkeypatch):
    monkeypatch.setattr(system, "SIMULATED", True)
    assert jit.simulated()


def plan_of(a, b, out, c=None, alpha=1, beta=1, tile=TINY):
    """The plan for these arrays, `a`, `b` and `c` broadcast over the batch."""
    batch = out.shape[:-2]
    a = np.broadcast_to(a, batch + a.shape[-2:])
    b = np.broadcast_to(b, batch + b.shape[-2:])
    added = {}
    if c is not None:
        c = np.broadcast_to(c, out.shape)
        added = {"c_strides": c.strides[-2:], "c_batch": c.strides[:-2]}
    m, k, n = *a.shape[-2:], b.shape[-1]
    ends = [x.strides[-2:] for x in (a, b, out)]
    starts = [x.strides[:-2] for x in (a, b, out)]
    return matmul.plan(
        a.dtype, m, n, k, *ends, batch, *starts, **added, alpha=alpha, beta=beta, tile=tile
    )


def multiply(a, b, out=None, c=None, alpha=1, beta=1, tile=TINY):
    if out is None:
        batch = np.broadcast_shapes(a.shape[:-2], b.shape[:-2])
        out = np.empty((*batch, a.shape[-2], b.shape[-1]), a.dtype)
        out.view(np.uint8)[...] = 0xAB
    plan = plan_of(a, b, out, c, alpha, beta, tile)
    added = 0 if c is None else c.ctypes.data
    matmul.run(plan, a.ctypes.data, b.ctypes.data, out.ctypes.data, added)
    return out


def sample(shape, dtype="float32"):
    if np.dtype(dtype).kind == "f":
        return rng.standard_normal(shape).astype(dtype)
    return rng.integers(0, 1 << 30, shape).astype(dtype)


def laid_out(x, layout):
    """The same matrix in row-major ("C") or column-major ("F") order, or with gaps ("S")."""
    if layout == "S":
        wide = np.empty((*x.shape[:-2], 2 * x.shape[-2], 3 * x.shape[-1]), x.dtype)
        wide[..., ::2, ::3] = x
        return wide[..., ::2, ::3]
    return x if layout == "C" else np.ascontiguousarray(x.swapaxes(-1, -2)).swapaxes(-1, -2)


def check(a, b, got, c=None, alpha=1, beta=1):
    """Integers agree exactly; floats within k roundings of the sum of the magnitudes."""
    expected = reference(a, b, c, alpha, beta)
    assert got.dtype == a.dtype and got.shape == expected.shape
    if a.dtype.kind != "f":
        np.testing.assert_array_equal(got, expected)
        return
    magnitude = reference(np.abs(a), np.abs(b), None if c is None else np.abs(c), abs(alpha), 1)
    bound = (a.shape[-1] + 3) * np.finfo(a.dtype).eps * magnitude
    assert (np.abs(got.astype("f8") - expected) <= bound).all()


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
@pytest.mark.parametrize(
    "size",
    [(1, 1, 1), (1, 9, 5), (9, 1, 5), (4, 12, 4), (5, 13, 5), (3, 5, 9), (8, 24, 3)],
    ids=str,
)
def test_sizes(size, dtype):
    m, n, k = size
    a, b = sample((m, k), dtype), sample((k, n), dtype)
    check(a, b, multiply(a, b))


@pytest.mark.parametrize("layouts", [*itertools.product("CFS", "CFS", "CFS")], ids="".join)
def test_layouts(layouts):
    a, b, out = (
        laid_out(sample(shape), layout)
        for shape, layout in zip(((5, 6), (6, 7), (5, 7)), layouts, strict=True)
    )
    multiply(a, b, out)
    check(a, b, out)


@pytest.mark.parametrize("dtype", INTEGERS)
def test_integers_wrap(dtype):
    a, b, c = sample((3, 7), dtype), sample((7, 5), dtype), sample((3, 5), dtype)
    check(a, b, multiply(a, b, c=c, alpha=3, beta=2), c, 3, 2)


@pytest.mark.parametrize("batches", [((2,), (2,)), ((3, 1), (2,)), ((2,), ()), ((), (2,))], ids=str)
def test_batches(batches):
    a, b = sample((*batches[0], 5, 4)), sample((*batches[1], 4, 6))
    for x, y in itertools.product((a, laid_out(a, "F")), (b, laid_out(b, "F"))):
        check(a, b, multiply(x, y))
    c = sample((6,))
    shape = np.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    check(
        a, b, multiply(a, b, c=c, alpha=0.5, beta=-2), np.broadcast_to(c, (*shape, 5, 6)), 0.5, -2
    )


def test_activations_in_the_product():
    def rectify(x):
        return x if x > 0 else 0.0

    a, b, c, out = sample((5, 6)), sample((6, 13)), sample((13,)), np.empty((5, 13), "f4")
    strides = a.strides, b.strides, out.strides
    for finish, expected in ((rectify, lambda x: np.maximum(x, 0)), (scalars.tanh, np.tanh)):
        plan = matmul.plan(
            "float32", 5, 13, 6, *strides, c_strides=(0, 4), tile=TINY, finish=finish
        )
        matmul.run(plan, *(x.ctypes.data for x in (a, b, out, c)))
        np.testing.assert_allclose(out, expected(a @ b + c), 1e-5, 1e-6)


def test_added_operand_may_be_the_output():
    a, b, out = sample((5, 9)), sample((9, 7)), sample((5, 7))
    before = out.copy()
    multiply(a, b, out, out)
    check(a, b, out, before)


def test_beta_zero_does_not_read_the_operand():
    a, b = sample((5, 6)), sample((6, 7))
    check(a, b, multiply(a, b, c=np.full((5, 7), np.nan, "f4"), beta=0))


def test_no_inner_extent_gives_zeros():
    for m, n in [(1, 5), (5, 1), (5, 13)]:
        assert (multiply(sample((m, 0)), sample((0, n))) == 0).all()
    assert plan_of(sample((0, 3)), sample((3, 5)), sample((0, 5))).steps == ()


def test_nothing_around_a_view_is_written():
    big = sample((7, 9))
    before = big.copy()
    a, b = sample((5, 3)), sample((3, 7))
    multiply(a, b, big[1:-1, 1:-1])
    check(a, b, big[1:-1, 1:-1])
    big[1:-1, 1:-1] = before[1:-1, 1:-1]
    assert (big == before).all()


def test_nan_and_infinity_stay_in_their_row_and_column():
    for special in (np.nan, np.inf):
        a, b = np.abs(sample((5, 6))) + 1, np.abs(sample((6, 13))) + 1
        a[2, 5], b[0, 12] = special, special
        with np.errstate(invalid="ignore"):
            expected = np.isfinite(a @ b)
        np.testing.assert_array_equal(np.isfinite(multiply(a, b)), expected)


def test_a_row_does_not_depend_on_the_rows_around_it():
    a, b = sample((9, 11)), sample((11, 14))
    assert (multiply(a[2:5], b) == multiply(a, b)[2:5]).all()


def test_work_and_tiles():
    strides = {"a_strides": (2048, 4), "b_strides": (2048, 4), "out_strides": (2048, 4)}
    launch = matmul.plan("float32", 4096, 4096, 512, **strides).steps[0].launch
    assert launch.work.flops == 2 * 4096 * 4096 * 512 and launch.threads == 256
    assert launch.blocks == (4096 // 128) ** 2 and launch.writes == (2,)
    few = matmul.plan("float32", 1, 1000, 512, **strides).steps[0].launch
    assert few.blocks == -(-1000 // 32)
    with pytest.raises(ValueError, match="matmul: expected a tile whose threads share all loads"):
        matmul.plan("float32", 4, 4, 4, **strides, tile=Tile(2, 4, 1, 1, 3))
    with pytest.raises(TypeError, match="matmul: expected float32, float64 or an integer dtype"):
        matmul.plan("complex64", 2, 2, 2, (16, 8), (16, 8), (16, 8))
