"""Row kernels against NumPy: short, middling and long rows, in both dtypes."""

import numpy as np
import pytest
from kernel_devices import addresses
from tensorlite.kernels.reference import normalize as reference

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


@each_shape
@each_dtype
@pytest.mark.parametrize("centred", [False, True])
def test_layer_norm(device, shape, dtype, centred):
    rows, n = shape
    x, g = sample(*shape, dtype=dtype), sample(*shape, dtype=dtype)
    weight, bias = sample(n, dtype=dtype), sample(n, dtype=dtype)
    out, gx, eps = np.empty_like(x), np.empty_like(x), 1e-3
    wide = [array.astype(np.float64) for array in (g, x, weight)]
    for w, b in ((weight, bias), (weight, None), (None, None)):
        launch = device.normalize.layer_norm_launch(dtype, rows, n, centred, eps)
        launch(*addresses(x, w, b, out))
        expected = reference.layer_norm(
            wide[1], 1 if w is None else wide[2], 0 if b is None else bias, centred, eps
        )
        close(out, expected)
    launch = device.normalize.layer_norm_grad_launch(dtype, rows, n, centred, eps)
    gweight, gbias = (np.empty((launch.items, n), dtype) for _ in range(2))
    launch(*addresses(x, weight, g, gx, gweight, gbias))
    for got, expected in zip(
        (gx, gweight.sum(0), gbias.sum(0)), reference.layer_norm_grad(*wide, centred, eps),
        strict=True,
    ):  # fmt: skip
        if n > 1:  # one element has no spread: only rounding is left
            close(got, expected)


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
