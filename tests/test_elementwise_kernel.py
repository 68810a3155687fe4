"""Elementwise kernels: layouts, dtypes, several outputs, in place, many arrays at once."""

import itertools

import numpy as np
import pytest
from kernel_devices import Device, addresses
from tensorlite.kernels import scalars
from tensorlite.kernels.language.program import Program, Step
from tensorlite.kernels.work.operands import Operand, moved

rng = np.random.default_rng(0)


def add(x, y):
    return x + y


def both(x, y):
    return x + y, x * y


def run(device, program, shape, *arrays):
    spread = (x if x.shape == shape else np.broadcast_to(x, shape) for x in arrays)
    strides = [x.strides for x in spread]
    launch = device.elementwise.launch(program, shape, strides)
    launch(*addresses(*arrays))
    return launch


def test_a_launch_takes_operands_and_addresses_alike(device):
    program = Program.single(add, ("float32",) * 2, "float32", ("float32",), (None,))
    x, y, out = np.arange(9, dtype="f4"), np.ones(8, "f4"), np.empty(8, "f4")
    launch = device.elementwise.launch(program, (8,), [(4,)] * 3)
    first, second, third = (Operand(each.ctypes.data, each) for each in (x, y, out))
    for operands in ((moved(first, 4), second, third), (moved(x.ctypes.data, 4), second, third)):
        out[:] = 0
        launch(*operands)
        np.testing.assert_array_equal(out, x[1:] + y)
    assert moved(first, 0) is first and moved(first, 4).memory is x
    launch.run(first, second, third)
    np.testing.assert_array_equal(out, x[:8] + y)
    with pytest.raises(AttributeError, match="address"):
        launch(first, None, third)
    if hasattr(launch, "geometry_address"):  # its launcher is native code
        with pytest.raises(TypeError, match="integer"):
            launch(first, Operand("somewhere", y), third)


def layouts(shape):
    """Arrays of a shape, contiguous or not, and some that broadcast to it."""
    x = rng.standard_normal((*shape[:-1], 2 * shape[-1])).astype("f4")
    yield x[..., : shape[-1]].copy()
    yield x[..., ::2]
    yield x[..., ::-2]
    yield x[..., : shape[-1]].copy()[..., ::-1]
    yield np.asfortranarray(x[..., : shape[-1]])
    yield x[..., :1].copy()
    yield np.float32(3) * np.ones((1,) * len(shape), "f4")


@pytest.mark.parametrize("shape", [(1,), (7,), (50,), (5, 7), (3, 8), (3, 4, 5)], ids=str)
def test_every_layout(device, shape):
    program = Program.single(add, ("float32",) * 2, "float32", ("float32",), (None,))
    for x, y in itertools.product(layouts(shape), repeat=2):
        for out in (np.empty(shape, "f4"), np.empty((*shape[:-1], 3 * shape[-1]), "f4")[..., ::3]):
            run(device, program, shape, x, y, out)
            np.testing.assert_array_equal(out, np.broadcast_to(x + y, shape))


@pytest.mark.parametrize("start", range(3))
@pytest.mark.parametrize("dtype", ["float32", "float64", "int8", "bool"])
def test_fours_are_taken_wherever_they_lie(device, start, dtype):
    """A view may begin anywhere: four elements are loaded at once only where that is allowed."""
    program = Program.single(add, ("float32", dtype), "float32", ("float32",), (None,))
    for shape in ((37,), (3, 12)):
        x, y = rng.standard_normal(60).astype("f4"), (rng.random(60) < 0.5).astype(dtype)
        out, size = np.zeros(60, "f4"), int(np.prod(shape))
        x, y, out = (each[start : start + size].reshape(shape) for each in (x, y, out))
        run(device, program, shape, x, y, out)
        np.testing.assert_array_equal(out, x + y.astype("f4"))
        run(device, program, shape, x, y[..., :1], out)
        np.testing.assert_array_equal(out, x + y[..., :1].astype("f4"))


def test_zero_dimensional_and_empty(device):
    program = Program.single(add, ("float32",) * 2, "float32", ("float32",), (None,))
    x, y, out = np.array(2, "f4"), np.array(3, "f4"), np.zeros((), "f4")
    run(device, program, (), x, y, out)
    assert out == 5
    nothing = np.empty((2, 3), "f4")[:0]  # which keeps its strides
    run(device, program, (0, 3), nothing, nothing, nothing)


def test_several_outputs_and_dtypes(device):
    program = Program(
        ("float32", "int32", "bool"),
        (
            Step(both, (0, 1), "float64", 2),
            Step(scalars.where, (2, 3, 4), "float64"),
            Step(scalars.isnan, (0,), "float32"),
        ),
        ((3, "float64"), (5, "float32"), (6, "bool")),
        (None, None, None),
    )
    x, y = rng.standard_normal((5, 6)).astype("f4"), rng.integers(-9, 9, (5, 6)).astype("i4")
    x[0, 0], keep = np.nan, rng.random((5, 6)) < 0.5
    total, chosen, nan = np.empty((5, 6)), np.empty((5, 6), "f4"), np.empty((5, 6), bool)
    launch = run(device, program, (5, 6), x, y, keep, total, chosen, nan)
    np.testing.assert_array_equal(total, x.astype("f8") + y)
    np.testing.assert_array_equal(chosen, np.where(keep, total, x.astype("f8") * y).astype("f4"))
    np.testing.assert_array_equal(nan, np.isnan(x))
    assert launch.writes == (3, 4, 5) and launch.updates == ()
    assert launch.work.nbytes == 30 * (4 + 4 + 1 + 8 + 4 + 1)
    assert launch.label.startswith("both_where_isnan") and "def both" in launch.source


def test_in_place(device):
    program = Program.single(add, ("float32",) * 2, "float32", ("float32",), (0,))
    for x in layouts((4, 6)):
        if x.shape == (4, 6):
            y, expected = np.ones(6, "f4"), x + 1
            assert run(device, program, (4, 6), x, y).updates == (0,)
            np.testing.assert_array_equal(x, expected)


@pytest.mark.only("cuda")
@pytest.mark.parametrize("number", [0.1, -0.0, np.nan, -3, 200, 2**63, True])
@pytest.mark.parametrize(
    "dtype", ["float32", "float64", "int8", "int64", "uint8", "uint64", "bool"]
)
def test_numbers_on_the_host_are_handed_over(device, number, dtype):
    """Read at each call, and never an address for the kernel."""
    with np.errstate(all="ignore"):
        held = np.array([number]).astype(dtype)
    program = Program(
        ("float32", dtype), (Step(add, (0, 1), "float64"),), ((2, "float64"),), (None,)
    )
    x, out = rng.standard_normal((3, 5)).astype("f4"), np.empty((3, 5))
    for operand in (x, x.T.copy().T):
        strides = [operand.strides, (0, 0), out.strides]
        launch = device.elementwise.launch(program, (3, 5), strides, (1,))
        for _ in range(2):
            launch(*addresses(operand, held, out))
            np.testing.assert_array_equal(out, x.astype("f8") + held.astype("f8"))
            held[0] = 1
    assert launch.work.hosts == (1,) and "word(args, 1)" in launch.source


def test_integers_wrap_where_they_are_stored(device):
    program = Program(("int64", "int64"), (Step(add, (0, 1), "int64"),), ((2, "int8"),), (None,))
    x = np.array([100, -100, 1000, -(2**62)])
    for out in (np.empty(4, "i1"), np.empty(12, "i1")[::3]):
        run(device, program, (4,), x, x, out)
        np.testing.assert_array_equal(out, (x + x).astype("i1"))


@pytest.mark.only("cuda")
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", ["exp", "log", "tanh", "erf", "sin", "sigmoid", "expm1", "sqrt"])
def test_the_vocabulary_means_the_same(device, name, dtype):
    """The simulator and the CPU's compiler give the same bits: one formula, no contraction."""
    function = {**scalars.VOCABULARY, **scalars.PRIMITIVES}[name]
    program = Program.single(function, (dtype,), dtype, (dtype,), (None,))
    x = np.concatenate([np.linspace(-4, 9, 20), [0, -0.0, np.inf, -np.inf, np.nan]]).astype(dtype)
    out, expected = np.empty_like(x), np.empty_like(x)
    run(device, program, x.shape, x, out)
    run(Device("cpu"), program, x.shape, x, expected)
    np.testing.assert_array_equal(out, expected)


def test_many_arrays_at_once(device):
    """A step of SGD with momentum: two arrays of each parameter change."""

    def update(p, m, g, rate):
        step = 0.5 * m + g
        return p - rate * step, step

    program = Program.single(
        update, (*("float32",) * 3, "float64"), "float32", ("float32",) * 2, (0, 1)
    )
    sizes = [1, 30, 0, 7, 64]
    arrays = [[rng.standard_normal(n).astype("f4") for n in sizes] for _ in range(3)]
    expected = [
        (p - np.float32(0.25) * (np.float32(0.5) * m + g), np.float32(0.5) * m + g)
        for p, m, g in zip(*arrays, strict=True)
    ]
    starts = np.cumsum([0, *sizes])
    rows = zip(starts, starts[1:], *([x.ctypes.data for x in own] for own in arrays), strict=False)
    table, numbers = np.array(list(rows), np.int64), np.array([0.25])
    launch = device.foreach.launch(program, 1, sum(sizes), len(sizes))
    launch(*addresses(numbers, table))
    for p, m, (new_p, new_m) in zip(*arrays[:2], expected, strict=True):
        np.testing.assert_array_equal(p, new_p)
        np.testing.assert_array_equal(m, new_m)
