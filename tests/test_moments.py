"""Moments of numbers that are hard to square: far from zero, equal, very large, very small."""

import itertools
import os
import subprocess
import sys
import warnings
from fractions import Fraction

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.nn import functional as F

rng = np.random.default_rng(0)
HARD = {
    "far from zero": lambda shape: 1e7 + np.arange(np.prod(shape)).reshape(shape) % 23,
    "equal": lambda shape: np.full(shape, 0.1),
    "equal but one": lambda shape: np.where(np.arange(np.prod(shape)).reshape(shape), 0.3, 1e5),
    "large": lambda shape: rng.normal(size=shape) * 1e30,
    "small": lambda shape: rng.normal(size=shape) * 1e-25,
    "a large one first": lambda shape: np.where(np.arange(np.prod(shape)).reshape(shape) == 0, 1e4,
                                                rng.normal(size=shape)),
}  # fmt: skip


def exact(x, dims, correction):
    """The variance as a float64, computed in fractions of the very numbers of x."""
    kept = [d for d in range(x.ndim) if d not in dims]
    rows = x.transpose([*kept, *dims]).reshape([x.shape[d] for d in kept] + [-1])
    found = np.empty(rows.shape[:-1])
    for place in np.ndindex(found.shape):
        row = [Fraction(float(each)) for each in rows[place]]
        mean = sum(row) / len(row)
        found[place] = sum((each - mean) ** 2 for each in row) / (len(row) - correction)
    return found


def close(got, expected, tolerance, scale=0.0):
    np.testing.assert_allclose(got.detach().cpu().numpy(), expected, tolerance, scale)


@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize("kind", HARD)
def test_variances_are_exact(kind, compiled):
    shape = (3, 4, 5)
    x = HARD[kind](shape).astype(np.float32)

    def moments(x, dims, correction):
        return (x.var(dims, correction=correction), x.std(dims, correction=correction),
                *tl.var_mean(x, dims, correction=correction))  # fmt: skip

    for count, correction in itertools.product((1, 2, 3), (0, 1)):
        for dims in itertools.combinations(range(3), count):
            call = tl.compile(moments) if compiled else moments
            var, std, again, mean = call(tl.tensor(x), dims, correction)
            with np.errstate(over="ignore"):
                close(var, exact(x, dims, correction).astype(np.float32), 3e-7)
            close(std, np.sqrt(exact(x, dims, correction)), 3e-7)
            close(mean, x.astype(np.float64).mean(dims), 3e-7, 3e-7 * abs(x).max())
            assert (again == var).all()


def test_variances_of_float64_far_from_zero():
    x = np.arange(24.0).reshape(4, 6) * 2 + 1e16
    for dims in ((0,), (1,), (0, 1)):
        close(tl.tensor(x).var(dims), exact(x, dims, 1), 1e-14)
    assert tl.full((1000,), 0.1, dtype=tl.float64).std().item() == 0.0


def test_the_examples_of_the_report():
    assert (tl.arange(8) + 1e7).var(0).item() == 6.0
    close(tl.tensor([1e20, -1e20]).std(), 2**0.5 * 1e20, 1e-6)
    rows = tl.tensor([[1e30, -0.2e30, 0.5e30, -1e30]])
    close(rows.std(1), exact(rows.numpy(), (1,), 1) ** 0.5, 1e-6)
    assert tl.full((3, 100), 0.1).std(1).tolist() == [0.0] * 3


def test_gradients_of_moments_far_from_zero():
    x = (tl.arange(8) + 1e7).requires_grad_()
    (g,) = tl.autograd.grad(x.var(0), x)
    close(g, (np.arange(8) - 3.5) * 2 / 7, 1e-6)
    x = tl.tensor([1e20, -1e20], requires_grad=True)
    (g,) = tl.autograd.grad(x.std(), x)
    close(g, np.array([1, -1]) / 2**0.5, 1e-6)


def test_covariances_far_from_zero():
    x = (1e6 + rng.normal(size=(3, 50))).astype(np.float32)
    w = rng.uniform(size=50)
    close(tl.cov(tl.tensor(x)), np.cov(x.astype(np.float64)), 1e-5, 1e-6)
    weighted = tl.cov(tl.tensor(x), aweights=tl.tensor(w, dtype=tl.float32))
    close(weighted, np.cov(x.astype(np.float64), aweights=w), 1e-5, 1e-6)
    close(tl.corrcoef(tl.tensor([[1e20, -1e20], [1e20, 1e18]])), np.ones((2, 2)), 1e-6)


def standard(x, axes, eps):
    """(x - mean) / sqrt(var + eps), scaled so that nothing overflows."""
    x = x.astype(np.longdouble)
    scale = np.abs(x).max()
    x = x / scale - (x / scale).mean(axes, keepdims=True)
    x -= x.mean(axes, keepdims=True)
    return x / np.sqrt((x * x).mean(axes, keepdims=True) + eps / scale**2)


NORMS = {
    "layer": (lambda x: F.layer_norm(x, x.shape[1:]), (1, 2)),
    "group": (lambda x: F.group_norm(x, 1), (1, 2)),
    "instance": (lambda x: F.instance_norm(x), (2,)),
    "batch": (lambda x: F.batch_norm(x, None, None, training=True), (0, 2)),
}


@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize("norm", NORMS)
@pytest.mark.parametrize("kind", HARD)
def test_norms_of_hard_rows(kind, norm, compiled):
    function, axes = NORMS[norm]
    x = HARD[kind]((3, 4, 70)).astype(np.float32)
    y = (tl.compile(function) if compiled else function)(tl.tensor(x))
    close(y, standard(x, axes, 1e-5), 1e-5, 1e-5)
    if kind == "equal":
        assert not y.any()


@pytest.mark.parametrize("kind", HARD)
def test_gradients_of_layer_norm_of_hard_rows(kind):
    """As of the same rows in float64, brought to the size of 1 with eps alike."""
    x = HARD[kind]((3, 70)).astype(np.float32)
    g = rng.normal(size=x.shape)
    scale = 2.0 ** np.floor(np.log2(abs(x).max().astype(float)))
    shifted = x.astype(np.float64) - x[:, :1]
    small, weight = tl.tensor(shifted / scale, requires_grad=True), rng.uniform(size=70)
    eps = 1e-5 / scale**2
    y = F.layer_norm(small, (70,), tl.tensor(weight), tl.zeros(70, dtype=tl.float64), eps)
    (expected,) = tl.autograd.grad(y, small, tl.tensor(g))
    expected = expected.numpy() / scale
    z = tl.tensor(x, requires_grad=True)
    y = F.layer_norm(z, (70,), tl.tensor(weight).float(), tl.zeros(70))
    for create in (False, True):
        (got,) = tl.autograd.grad(y, z, tl.tensor(g).float(), True, create)
        if not (create and kind == "large"):  # formulas in ops square in float32
            close(got, expected, 1e-4, 2e-6 * abs(expected).max())


def test_a_group_norm_of_no_samples():
    x = tl.zeros(0, 4, 3, requires_grad=True)
    y = F.group_norm(x, 2)
    y.sum().backward()
    assert y.shape == x.grad.shape == (0, 4, 3)


def test_rms_norm_of_hard_rows():
    for scale in (1e30, 1e-25):
        x = (rng.normal(size=(3, 70)) * scale).astype(np.float32)
        wide = x.astype(np.float64)
        expected = wide / np.sqrt((wide * wide).mean(1, keepdims=True) + 1e-60)
        close(F.rms_norm(tl.tensor(x), (70,), eps=1e-60), expected, 1e-5)


CARD = """
import numpy as np, tensorlite as tl
from tensorlite.nn import functional as F
x = (1e7 + np.arange(12).reshape(3, 4) % 5).astype(np.float32)
for scale, data in ((1, x), (1e30, x / 1e7 * 1e30), (0, np.full((3, 4), 0.1))):
    here = tl.tensor(data, dtype=tl.float32)
    there = here.to("cuda")
    for f in (lambda x: x.std(1), lambda x: x.std(0), lambda x: x.std(), lambda x: x.var(1) / 2,
              lambda x: F.layer_norm(x, (4,)), lambda x: F.rms_norm(x, (4,))):
        a, b = f(here).numpy(), f(there).cpu().numpy()
        np.testing.assert_allclose(b, a, 1e-5, 1e-6)
print("right")
"""


def test_a_card_agrees():
    card = {**os.environ, "NUMBA_ENABLE_CUDASIM": "1"}
    done = subprocess.run([sys.executable, "-c", CARD], env=card, capture_output=True, text=True)
    assert done.stdout == "right\n", done.stderr


@pytest.mark.parametrize("name", ["var", "std", "var_mean", "std_mean"])
@pytest.mark.parametrize("kind", ["float32", "complex64"])
def test_too_few_for_the_correction_are_told(name, kind):
    function, x = getattr(tl, name), tl.ones(3, 1, dtype=getattr(tl, kind))
    for input, given in ((x, {"dim": 1}), (x, {"correction": 3}), (x[:0], {})):
        with pytest.warns(UserWarning, match=rf"{name}\(\): degrees of freedom is <= 0"):
            function(input, **given)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        function(x), function(x, 1, correction=0)


@pytest.mark.parametrize("p", [tl.inf, -tl.inf, -1, -2.5])
def test_norms_of_nothing_that_have_no_value(p):
    """Negative orders gave infinity, and the largest an error of another class."""
    for shape, options in (((0, 5), {}), ((0, 5), {"dim": 0}), ((2, 0), {"dim": (0, 1)})):
        with pytest.raises(RuntimeError, match=f"cannot compute the {p} norm on an empty tensor"):
            tl.norm(tl.zeros(shape), p, **options)
    assert tl.norm(tl.zeros(0, 5), p, dim=1).shape == (0,)


@pytest.mark.parametrize("order", [1, 2, tl.inf, "nuc", "fro"])
def test_norms_of_empty_matrices_are_zero(order):
    """Those that take the largest of nothing were refused."""
    for shape in ((5, 0), (0, 5), (0, 0)):
        assert tl.linalg.matrix_norm(tl.zeros(shape), order).item() == 0
    assert tl.linalg.matrix_norm(tl.zeros(2, 0, 3), order).tolist() == [0, 0]


def test_the_dtype_of_a_norm_by_place():
    assert tl.ones(2, 2).norm(2, 0, False, tl.float64).dtype is tl.float64
