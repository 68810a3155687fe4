"""Reduction kernels against NumPy, over shapes, strides, axes, dtypes and thread counts."""

import itertools

import numpy as np
import pytest
from kernel_devices import addresses
from tensorlite.kernels import scalars
from tensorlite.kernels.language.program import Program, Step
from tensorlite.kernels.reference import reduction as reference
from tensorlite.kernels.work import reducers

PARTS = {"blocks": 12}  # so that outputs are cut into parts
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
rng = np.random.default_rng(0)


def reduce(device, reducer, inputs, axes, program=None, divisor=None):
    """Run a reduction; a list of its outputs."""
    if isinstance(inputs, np.ndarray):
        inputs = [inputs]
    fed = "bool" if reducer in (reducers.ALL, reducers.ANY) else None
    program = program or reducers.identity(inputs[0].dtype.name, fed)
    shape = np.broadcast_shapes(*(x.shape for x in inputs))
    inputs = [np.broadcast_to(x, shape) for x in inputs]
    strides = [x.strides for x in inputs]
    launches = device.sized(**PARTS).reduction.launches
    plan = launches(program, reducer, shape, strides, axes, divisor)
    kept = [extent for axis, extent in enumerate(shape) if axis not in axes]
    outputs = []
    if reducer.values:
        outputs.append(np.empty(kept, reducers.dtypes(program, reducer)[2]))
    if reducer.indices:
        outputs.append(np.empty(kept, np.int64))
    scratch = np.full(plan.scratch + 1, 0x55, np.uint8)
    plan.launch(*addresses(*inputs, *outputs, *([scratch] if plan.scratch else [])))
    return outputs


def sample(shape, dtype="float32"):
    if dtype == "bool":
        return rng.random(shape) < 0.8
    if dtype.startswith("f"):
        return np.asarray(rng.normal(1, 1, shape), dtype)
    return rng.integers(0, 4, shape).astype(dtype)


def check(device, name, x, axes):
    (got,) = reduce(device, getattr(reducers, name), x, axes)
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
@pytest.mark.cases(
    "shape",
    cpu=[(), (1,), (7,), (33,), (1000,), (9, 5), (5, 130), (130, 9), (2, 3, 4, 5), (70, 3, 40)],
    cuda=[(), (1,), (7,), (33,), (150,), (9, 5), (2, 70), (20, 9), (2, 3, 2, 3)],
)
def test_every_layout_and_axes(device, name, shape):
    for x in layouts(sample(shape)):
        for axes in axes_of(x):
            check(device, name, x, axes)


@pytest.mark.parametrize("name, dtype", [
    *((name, "float32") for name in REFERENCE),
    *((name, "int32") for name in ("SUM", "PROD", "AMIN", "ARGMAX", "ANY")),
    *((name, "bool") for name in ("SUM", "AMAX", "ARGMIN", "ALL")),
    ("SUM", "float64"), ("AMAX", "int8"), ("SUM", "uint8"), ("AMAX", "int64"), ("MEAN", "float64"),
])  # fmt: skip
@pytest.mark.cases(
    "shapes", cpu=[((40, 33), (40, 33), (300,))], cuda=[((4, 33), (33, 9), (300,))]
)
def test_dtypes(device, name, dtype, shapes):
    for shape, axes in zip(shapes, ((1,), (0,), (0,)), strict=True):
        x = sample(shape, dtype)
        x = np.minimum(x, 1) if name == "PROD" and dtype.startswith("f") else x
        check(device, name, x, axes)


@pytest.mark.cases(
    "case",
    cpu=[((300_001,), (0,)), ((40, 20_000), (1,)), ((20_000, 40), (0,)), ((20_000, 40), (0, 1)),
         ((50_000, 3), (0,)), ((300, 9, 64), (0, 2))],
    cuda=[((700,), (0,)), ((3, 300), (1,)), ((300, 9), (0,)), ((9, 40), (0, 1)),
          ((30, 3, 20), (0, 2))],
)  # fmt: skip
def test_few_outputs_are_folded_in_parts(device, case):
    shape, axes = case
    x = sample(shape)
    plan = device.sized(**PARTS).reduction.launches(
        reducers.identity("float32"), reducers.SUM, shape, [x.strides], axes
    )
    assert len(plan.stages) == 2 and plan.scratch
    for name in ("SUM", "MEAN", "AMIN", "ARGMIN"):
        check(device, name, x, axes)


@pytest.mark.only("cpu")
def test_float32_sums_are_accurate(device):
    x = rng.random(10_000_000, np.float32)
    (got,) = reduce(device, reducers.SUM, x, (0,))
    assert abs(float(got) / x.sum(dtype=np.float64) - 1) < 1e-6


@pytest.mark.parametrize("shape, axes", [((0,), (0,)), ((0, 3), (0,)), ((3, 0), (1,)),
                                         ((3, 0, 20), (1,)), ((0, 20), (1,))], ids=str)  # fmt: skip
def test_nothing(device, shape, axes):
    for name in ("SUM", "PROD", "MEAN", "ALL", "ANY"):
        check(device, name, sample(shape), axes)


@pytest.mark.parametrize("name", ["AMAX", "AMIN", "ARGMAX", "ARGMIN", "SUM"])
@pytest.mark.cases(
    "shape",
    cpu=[(6,), (40,), (5000,), (5, 40), (300_000,)],
    cuda=[(6,), (40,), (300,), (5, 40)],
)
def test_nan_and_infinity(device, name, shape):
    for values in ([np.nan], [np.inf], [-np.inf], [np.nan, np.inf, np.nan], [np.inf, np.inf]):
        x = sample(shape)
        x.reshape(-1)[rng.permutation(x.size)[: len(values)]] = values
        for axes in axes_of(x):
            check(device, name, x, axes)


@pytest.mark.cases(
    "shape",
    cpu=[(7,), (50,), (5000,), (3, 64), (200_000,)],
    cuda=[(7,), (50,), (500,), (3, 64)],
)
def test_ties_and_constant_infinities(device, shape):
    for value in (-np.inf, np.inf, np.nan, 2.0):
        x = np.full(shape, value, np.float32)
        for axes in axes_of(x):
            check(device, "ARGMAX", x, axes)
            check(device, "ARGMIN", x, axes)


@pytest.mark.cases("shape", cpu=[(60, 5000)], cuda=[(3, 500)])
def test_values_with_indices(device, shape):
    x = sample(shape)
    x[1, 100:200] = 9
    values, indices = reduce(device, reducers.MAX, x, (1,))
    np.testing.assert_array_equal(values, x.max(1))
    np.testing.assert_array_equal(indices, x.argmax(1))


@pytest.mark.cases("shape", cpu=[(50, 300)], cuda=[(5, 30)])
def test_fused_program(device, shape):
    def product(x, y):
        return x * y

    program = Program(("float32", "int32"), (Step(product, (0, 1), "float32"),), ((2, "float32"),))
    x, y = sample(shape), sample((shape[0], 1), "int32")
    for axes in ((0,), (1,), (0, 1)):
        (got,) = reduce(device, reducers.SUM, [x, y], axes, program)
        np.testing.assert_allclose(got, (x.astype(np.float64) * y).sum(axes), 1e-5, 1e-3)


@pytest.mark.cases("shape", cpu=[(40, 500)], cuda=[(5, 12)])
def test_program_of_the_vocabulary(device, shape):
    program = Program.single(scalars.exp, ("float32",), "float32", ("float32",))
    x = sample(shape)
    for axes in ((0,), (1,)):
        (got,) = reduce(device, reducers.SUM, x, axes, program)
        np.testing.assert_allclose(got, np.exp(x.astype(np.float64)).sum(axes), 1e-6)


@pytest.mark.only("cuda")
def test_lanes_are_flushed_to_wider_totals(device):
    """Ten thousand float32 of about 1 in one lane would err in the fifth digit."""
    x = np.full(5000, 0.1, "f4")
    (got,) = reduce(device, reducers.SUM, x, (0,))
    assert abs(float(got) / x.sum(dtype=np.float64) - 1) < 1e-6


@pytest.mark.cases(
    "case",
    cpu=[((1_000_003,), (0,)), ((2000, 700), (1,)), ((2000, 700), (0,)), ((700, 9, 200), (0, 2))],
    cuda=[((7, 300), (0,)), ((7, 300), (1,)), ((7, 300), (0, 1))],
)
def test_bits_do_not_depend_on_threads(device, case):
    shape, axes = case
    x, results = sample(shape), set()
    for _ in device.runs():
        outputs = [out for r in (reducers.SUM, reducers.MAX) for out in reduce(device, r, x, axes)]
        results.add(tuple(out.tobytes() for out in outputs))
    assert len(results) == 1
