"""Reduction kernels against NumPy, over shapes, strides, axes, dtypes and thread counts."""

import itertools

import numpy as np
import pytest
from tensorlite.kernels import scalars
from tensorlite.kernels.cpu import reduction, threads
from tensorlite.kernels.language.program import Program, Step
from tensorlite.kernels.reference import reduction as reference
from tensorlite.kernels.work import reducers

pytestmark = pytest.mark.width

REFERENCE = {
    "SUM": reference.total,
    "PROD": reference.product,
    "MEAN": reference.mean,
    "AMAX": reference.largest,
    "AMIN": reference.smallest,
    "ARGMAX": reference.index_of_largest,
    "ARGMIN": reference.index_of_smallest,
    "ALL": reference.every,
    "ANY": reference.some,
}
SHAPES = [(), (1,), (7,), (33,), (1000,), (9, 5), (5, 130), (130, 9), (2, 3, 4, 5), (70, 3, 40)]
rng = np.random.default_rng(0)


def reduce(reducer, inputs, axes, program=None, divisor=None):
    """Run a reduction; a list of its outputs."""
    if isinstance(inputs, np.ndarray):
        inputs = [inputs]
    fed = "bool" if reducer in (reducers.ALL, reducers.ANY) else None
    program = program or reducers.identity(inputs[0].dtype.name, fed)
    shape = np.broadcast_shapes(*(x.shape for x in inputs))
    inputs = [np.broadcast_to(x, shape) for x in inputs]
    strides = [x.strides for x in inputs]
    plan = reduction.launches(program, reducer, shape, strides, axes, divisor)
    kept = [extent for axis, extent in enumerate(shape) if axis not in axes]
    outputs = []
    if reducer.values:
        outputs.append(np.empty(kept, reducers.dtypes(program, reducer)[2]))
    if reducer.indices:
        outputs.append(np.empty(kept, np.int64))
    scratch = np.full(plan.scratch + 1, 0x55, np.uint8)
    addresses = [array.ctypes.data for array in (*inputs, *outputs)]
    plan.launch(*addresses, *([scratch.ctypes.data] if plan.scratch else []))
    return outputs


def sample(shape, dtype="float32"):
    if dtype == "bool":
        return rng.random(shape) < 0.8
    if dtype.startswith("f"):
        return np.asarray(rng.normal(1, 1, shape), dtype)
    return rng.integers(0, 4, shape).astype(dtype)


def check(name, x, axes):
    (got,) = reduce(getattr(reducers, name), x, axes)
    expected = REFERENCE[name](x, axes)
    assert got.shape == expected.shape
    if got.dtype.kind == "f":
        scale = 1e-6 * np.sqrt(max(1, x.size))
        np.testing.assert_allclose(got, expected, 1e-5, scale, err_msg=f"{x.shape} {axes}")
    else:
        np.testing.assert_array_equal(got, expected, f"{name} {x.shape} {axes}")


def axes_of(x):
    return itertools.chain(*(itertools.combinations(range(x.ndim), n) for n in range(x.ndim + 1)))


def layouts(x):
    yield x
    if x.ndim > 1:
        yield x.T
    if x.ndim:
        yield x[..., ::-1]
        yield x[::-2]
        yield np.broadcast_to(x[:1], x.shape)


@pytest.mark.parametrize("name", ["SUM", "AMAX", "ARGMAX"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_every_layout_and_axes(name, shape):
    for x in layouts(sample(shape)):
        for axes in axes_of(x):
            check(name, x, axes)


@pytest.mark.parametrize("name, dtype", [
    *((name, "float32") for name in REFERENCE),
    *((name, "int32") for name in ("SUM", "PROD", "AMIN", "ARGMAX", "ANY")),
    *((name, "bool") for name in ("SUM", "AMAX", "ARGMIN", "ALL")),
    ("SUM", "float64"), ("AMAX", "int8"), ("SUM", "uint8"), ("AMAX", "int64"), ("MEAN", "float64"),
])  # fmt: skip
def test_dtypes(name, dtype):
    for x, axes in ((sample((40, 33), dtype), (1,)), (sample((40, 33), dtype), (0,))):
        x = np.minimum(x, 1) if name == "PROD" and dtype.startswith("f") else x
        check(name, x, axes)


def test_large_inputs_are_summed_in_blocks():
    for shape, axes in (((300_001,), (0,)), ((40, 20_000), (1,)), ((20_000, 40), (0,)),
                        ((20_000, 40), (0, 1)), ((50_000, 3), (0,)),
                        ((300, 9, 64), (0, 2))):  # fmt: skip
        x = sample(shape)
        assert reduction.launches(
            reducers.identity("float32"), reducers.SUM, shape, [x.strides], axes
        ).scratch
        for name in ("SUM", "AMIN", "ARGMIN"):
            check(name, x, axes)


def test_float32_sums_are_accurate():
    x = rng.random(10_000_000, np.float32)
    (got,) = reduce(reducers.SUM, x, (0,))
    assert abs(float(got) / x.sum(dtype=np.float64) - 1) < 1e-6


@pytest.mark.parametrize("shape, axes", [((0,), (0,)), ((0, 3), (0,)), ((3, 0), (1,)),
                                         ((3, 0, 20), (1,)), ((0, 20), (1,))], ids=str)  # fmt: skip
def test_nothing(shape, axes):
    for name in ("SUM", "PROD", "MEAN", "ALL", "ANY"):
        check(name, sample(shape), axes)


@pytest.mark.parametrize("name", ["AMAX", "AMIN", "ARGMAX", "ARGMIN", "SUM"])
@pytest.mark.parametrize("shape", [(6,), (40,), (5000,), (5, 40), (300_000,)], ids=str)
def test_nan_and_infinity(name, shape):
    for values in ([np.nan], [np.inf], [-np.inf], [np.nan, np.inf, np.nan], [np.inf, np.inf]):
        x = sample(shape)
        x.reshape(-1)[rng.permutation(x.size)[: len(values)]] = values
        for axes in axes_of(x):
            check(name, x, axes)


@pytest.mark.parametrize("shape", [(7,), (50,), (5000,), (3, 64), (200_000,)], ids=str)
def test_ties_and_constant_infinities(shape):
    for value in (-np.inf, np.inf, np.nan, 2.0):
        x = np.full(shape, value, np.float32)
        for axes in axes_of(x):
            check("ARGMAX", x, axes)
            check("ARGMIN", x, axes)


def test_values_with_indices():
    x = sample((60, 5000))
    values, indices = reduce(reducers.MAX, x, (1,))
    np.testing.assert_array_equal(values, x.max(1))
    np.testing.assert_array_equal(indices, x.argmax(1))


def test_fused_program():
    def product(x, y):
        return x * y

    program = Program(("float32", "int32"), (Step(product, (0, 1), "float32"),), ((2, "float32"),))
    x, y = sample((50, 300)), sample((50, 1), "int32")
    for axes in ((0,), (1,), (0, 1)):
        (got,) = reduce(reducers.SUM, [x, y], axes, program)
        np.testing.assert_allclose(got, (x.astype(np.float64) * y).sum(axes), 1e-5, 1e-3)


def test_program_of_the_vocabulary():
    program = Program.single(scalars.exp, ("float32",), "float32", ("float32",))
    x = sample((40, 500))
    for axes in ((0,), (1,)):
        (got,) = reduce(reducers.LOG_SUM, x, axes, program)
        np.testing.assert_allclose(got, np.log(np.exp(x.astype(np.float64)).sum(axes)), 1e-6)


@pytest.mark.parametrize("shape, axes", [((1_000_003,), (0,)), ((2000, 700), (1,)),
                                         ((2000, 700), (0,)), ((700, 9, 200), (0, 2))])  # fmt: skip
def test_bits_do_not_depend_on_threads(shape, axes):
    x = sample(shape)
    before = threads.get_num_threads()
    results = []
    try:
        for count in (1, 2, 3):
            threads.set_num_threads(count)
            results.append([reduce(r, x, axes) for r in (reducers.SUM, reducers.MAX)])
    finally:
        threads.set_num_threads(before)
    for other in results[1:]:
        for expected, got in zip(results[0], other, strict=True):
            for one, two in zip(expected, got, strict=True):
                assert one.tobytes() == two.tobytes()
