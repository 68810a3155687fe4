"""Row kernels against NumPy: short, middling and long rows, in both dtypes."""

import numpy as np
import pytest
from kernel_devices import addresses
from tensorlite.kernels.language import rows
from tensorlite.kernels.reference import cross_entropy as reference
from tensorlite.kernels.reference import rows as interpreter

from tensorlite.ops import normalize

each_shape = pytest.mark.cases(
    "shape",
    cpu=[(1, 1), (5, 10), (600, 3), (3, 32), (3, 33), (4, 100), (3, 256), (2, 1000), (2, 5001)],
    # rows share blocks or not, and lanes hold as many elements or not
    cuda=[(1, 1), (5, 3), (3, 10), (2, 33), (9, 4), (5, 8), (2, 64), (1, 150)],
)
each_dtype = pytest.mark.parametrize("dtype", ["float32", "float64"])
rng = np.random.default_rng(0)


def sample(*shape, dtype):
    return rng.normal(0, 2, shape).astype(dtype)


def close(got, expected):
    tolerance = 2e-5 if got.dtype == np.float32 else 1e-11
    np.testing.assert_allclose(got, expected, tolerance, tolerance * np.abs(expected).max())


def standard(x, centred, eps):
    distance = x - x.mean(1, keepdims=True) if centred else x
    rstd = 1 / np.sqrt((distance * distance).mean(1, keepdims=True) + eps)
    return distance * rstd, rstd


def expected_gradients(g, x, weight, centred, eps):
    y, rstd = standard(x, centred, eps)
    h = g * weight
    gx = h - y * (h * y).mean(1, keepdims=True)
    if centred:
        gx -= h.mean(1, keepdims=True)
    return gx * rstd, (g * y).sum(0), g.sum(0)


def launched(device, program, dtype, operands):
    """What a RowProgram gives of operands (rows, n), (n,), or a number."""
    rows, n = operands["x"].shape
    classes, steps, given = [], [], []
    for name in program.params:
        x = operands[name]
        number = np.ndim(x) == 0
        given.append(np.array([x], np.float64) if number else x)
        classes.append("zero float64" if number else "dense" if x.ndim == 2 else "rows")
        steps.append(n if np.ndim(x) == 2 else 0)
    launch = device.rowwise.launch(program, dtype, rows, n, tuple(classes), tuple(steps))
    out = np.empty((rows, n), dtype)
    columns = [np.empty((launch.items, n), dtype) for _ in program.columns]
    launch(*addresses(*given, out, *columns))
    return out, *[column.sum(0) for column in columns]


@each_shape
@each_dtype
@pytest.mark.parametrize("op", [normalize._layer_norm, normalize._rms_norm], ids=lambda op: op.name)
def test_layer_norm(device, shape, dtype, op):
    eps, centred = 1e-3, op is normalize._layer_norm
    x, g, weight, bias = (sample(*s, dtype=dtype) for s in (shape, shape, shape[1:], shape[1:]))
    operands = {"x": x, "weight": weight, "bias": bias, "eps": eps, "g": g}
    y, _ = standard(x.astype(np.float64), centred, eps)
    for w, b in ((weight, bias), (weight, -0.0), (1.0, -0.0)):
        (out,) = launched(device, op.program, dtype, operands | {"weight": w, "bias": b})
        close(out, y * w + (b if centred else 0))
    first, *others = [op.gradient(k).program for k in range(1 + 1 + centred)]
    found = launched(device, rows.merged(first, others), dtype, operands)
    want = expected_gradients(*(z.astype(np.float64) for z in (g, x, weight)), centred, eps)
    for got, expected in zip(found, want[: len(found)], strict=True):
        if shape[1] > 1:  # one element has no spread: only rounding is left
            close(got, expected)


def test_the_interpreter_gives_columns():
    op = normalize._layer_norm
    first, *others = [op.gradient(k).program for k in range(3)]
    program = rows.merged(first, others)
    x, g, weight = (sample(*s, dtype="float64") for s in ((5, 7), (5, 7), (7,)))
    operands = {"x": x, "weight": weight[None], "eps": np.full((1, 1), 1e-3), "g": g}
    found = interpreter.run(program, *(operands[name] for name in program.params))
    for got, want in zip(found, expected_gradients(g, x, weight, True, 1e-3), strict=True):
        close(got, want)


@each_shape
@each_dtype
@pytest.mark.parametrize("smoothing", [0.0, 0.25])
def test_cross_entropy(device, shape, dtype, smoothing):
    rows, n = shape
    x, g, weight = (sample(*s, dtype=dtype) for s in (shape, (rows,), (n,)))
    target = rng.integers(0, n, rows)
    target[-1] = ignore = -7
    stats, losses = np.empty((rows, 2), dtype), np.empty(rows, dtype)
    total, gx = np.ones(1, dtype), np.empty_like(x)
    device.cross_entropy.log_sums_launch(dtype, rows, n)(*addresses(x, stats))
    launch = device.cross_entropy.cross_entropy_launch(dtype, rows, n, ignore, 1, smoothing)
    launch(*addresses(x, target, weight, stats, losses))
    wide = x.astype(np.float64)
    expected = reference.cross_entropy(wide, target, weight.astype(float), ignore, smoothing)
    close(losses, expected)
    launch = device.cross_entropy.cross_entropy_grad_launch(dtype, rows, n, ignore, 1, smoothing, 1)
    launch(*addresses(x, target, weight, stats, g, total, gx))
    expected_gx = reference.cross_entropy_grad(
        g, wide, target, weight.astype(float), ignore, smoothing
    )
    close(gx, expected_gx)
    both = np.empty(2, dtype)
    launch = device.cross_entropy.weight_of_targets_launch(dtype, rows, ignore, 1, False)
    launch(*addresses(target, weight, losses, both))
    close(both, np.array([expected.sum(), weight[target[:-1]].sum()]))


def test_targets_are_checked(device):
    target = np.array([0, 3, -100, 4, -1] * 5)
    check_launch = device.sized(blocks=2).cross_entropy.check_launch
    assert check_launch(25, 4, -100)(*addresses(target)) == 10
    assert check_launch(3, 4, -100)(*addresses(target)) == 0
    target[target == 4] = target[target == -1] = 2
    assert check_launch(25, 4, -100)(*addresses(target)) == 0
