"""Row kernels against NumPy: short, middling and long rows, in both dtypes."""

import numpy as np
import pytest
from kernel_devices import addresses
from tensorlite.kernels.language import rows
from tensorlite.kernels.reference import rows as interpreter

from tensorlite.ops import cross_entropy, normalize

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
    """What a RowProgram gives of operands (rows, n), (rows, 1), (n,), or a number."""
    rows, n = operands["x"].shape
    classes, steps, given = [], [], []
    for name, whole, index in zip(program.params, program.whole, program.indices, strict=True):
        x = operands[name]
        if np.ndim(x) == 0:
            x = np.array([x], np.int64 if index else np.float64)
        kind = "zero" if whole or x.size == 1 else "dense" if x.ndim == 2 else "rows"
        given.append(x)
        classes.append(kind if x.dtype == dtype else f"{kind} {x.dtype}")
        steps.append(x.shape[1] if x.ndim == 2 else 0)
    launch = device.rowwise.launch(program, dtype, rows, n, tuple(classes), tuple(steps))
    out = np.empty((rows, 1 if program.folds_all else n), dtype)
    columns = [np.empty((launch.items, n), dtype) for _ in program.columns]
    saved = [np.empty((rows, 1), dtype) for _ in program.saved]
    launch(*addresses(*given, out, *columns, *saved))
    return out, *[column.sum(0) for column in columns], *saved


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


def expected_losses(x, target, weight, ignore, smoothing):
    """Cross entropy of each row, and its gradient, by their definitions."""
    powers = np.exp(x - x.max(1, keepdims=True))
    shares = powers / powers.sum(1, keepdims=True)
    wanted = np.full(x.shape, smoothing / x.shape[1]) * weight
    rows = np.arange(len(x))
    wanted[rows, target % x.shape[1]] += (1 - smoothing) * weight[target % x.shape[1]]
    wanted[target == ignore] = 0
    losses = -(wanted * np.log(shares)).sum(1, keepdims=True)
    return losses, shares * wanted.sum(1, keepdims=True) - wanted


@each_shape
@each_dtype
@pytest.mark.parametrize("smoothing", [0.0, 0.25])
def test_cross_entropy(device, shape, dtype, smoothing):
    """The losses, what they save for their gradient, and that: from what is saved, or anew."""
    rows, n = shape
    x, g, weight = (sample(*s, dtype=dtype) for s in (shape, (rows, 1), (n,)))
    target = rng.integers(0, n, (rows, 1))
    target[-1] = ignore = -7
    operands = {"x": x, "target": target, "weight": weight, "ignore": ignore,
                "smoothing": smoothing, "mass": 0.5, "g": g}  # fmt: skip
    want, slope = expected_losses(x.astype(float), target[:, 0], weight.astype(float), ignore,
                                  smoothing)  # fmt: skip
    op, names = cross_entropy._cross_entropy_row, ("top", "whole")
    program = op.giving(*names, "counted").program
    losses, top, whole, counted = launched(device, program, dtype, operands)
    close(losses, want / 0.5)
    close(counted, np.where(target == ignore, 0, weight[target % n]))
    close(launched(device, op.program, dtype, operands)[0], want / 0.5)
    close(top + np.log(whole), np.log(np.exp(x.astype(float)).sum(1, keepdims=True)))
    for program, more in (
        (op.gradient(0).program, {}),
        (op.gradient(0, names).program, {"top": top, "whole": whole}),
    ):
        (gx,) = launched(device, program, dtype, operands | more)
        close(gx, g / 0.5 * slope)


def test_the_interpreter_saves_numbers():
    op = cross_entropy._cross_entropy_row.giving("top", "whole")
    x = sample(4, 6, dtype="float64")
    one = np.ones((1, 1))
    given = {"x": x, "target": np.array([[0], [5], [2], [1]]), "weight": np.ones((1, 6)),
             "ignore": -one, "smoothing": 0 * one, "mass": one}  # fmt: skip
    losses, top, whole = interpreter.run(op.program, *(given[name] for name in op.program.params))
    np.testing.assert_array_equal(top, x.max(1, keepdims=True))
    picked = np.take_along_axis(x, given["target"], 1)
    close(losses, top + np.log(whole) - picked)
