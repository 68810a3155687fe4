"""Reductions as PyTorch has them: values, dtypes, gradients of two orders, errors."""

import math

import numpy as np
import pytest

import tensorlite as tl

rng = np.random.default_rng(0)
torch = pytest.importorskip("torch")
pytestmark = pytest.mark.torch

# name: (function of library and tensor, sample); gradients are compared too
SMOOTH = {
    "sum": lambda t, x, **k: t.sum(x, **k),
    "mean": lambda t, x, **k: t.mean(x, **k),
    "prod": lambda t, x, **k: t.prod(x, **k),
    "var": lambda t, x, **k: t.var(x, **k),
    "var0": lambda t, x, **k: t.var(x, correction=0, **k),
    "std": lambda t, x, **k: t.std(x, **k),
    "amax": lambda t, x, **k: t.amax(x, **k),
    "amin": lambda t, x, **k: t.amin(x, **k),
    "norm": lambda t, x, **k: t.norm(x, **k),
    "norm1": lambda t, x, **k: t.norm(x, 1, **k),
    "norm3": lambda t, x, **k: t.norm(x, 3.0, **k),
    "norm_inf": lambda t, x, **k: t.norm(x, math.inf, **k),
    "nansum": lambda t, x, **k: t.nansum(x, **k),
    "nanmean": lambda t, x, **k: t.nanmean(x, **k),
    "max": lambda t, x, **k: t.max(x, **k)[0],
    "min": lambda t, x, **k: t.min(x, **k)[0],
    "logsumexp": lambda t, x, **k: t.logsumexp(x, **k),
}
ONE_DIM = ("max", "min", "prod")


def close(ours, theirs, tolerance=1e-9):
    ours = ours.detach().numpy()
    theirs = theirs.detach().numpy(force=True)
    assert ours.dtype == theirs.dtype and ours.shape == theirs.shape
    np.testing.assert_allclose(ours, theirs, tolerance, tolerance)


def compare(function, array, tolerance=1e-9):
    """The same function in both libraries, with gradients of two orders."""
    x, t = tl.tensor(array, requires_grad=True), torch.tensor(array, requires_grad=True)
    out, expected = function(tl, x), function(torch, t)
    close(out, expected, tolerance)
    seed = rng.normal(size=tuple(out.shape))
    (g,) = tl.autograd.grad(out, x, tl.tensor(seed), create_graph=True)
    (gt,) = torch.autograd.grad(expected, t, torch.tensor(seed), create_graph=True)
    close(g, gt, tolerance)
    if gt.requires_grad:
        gg = tl.zeros_like(x)
        if g.requires_grad:
            (gg,) = tl.autograd.grad((g * g).sum(), x, allow_unused=True, materialize_grads=True)
        (ggt,) = torch.autograd.grad((gt * gt).sum(), t, allow_unused=True, materialize_grads=True)
        close(gg, ggt, 1e3 * tolerance)


@pytest.mark.parametrize("name", SMOOTH)
@pytest.mark.parametrize("shape, dim", [((5,), 0), ((3, 4), 0), ((3, 4), 1), ((3, 4), (0, 1)),
                                        ((2, 3, 4), (0, 2)), ((2, 3, 4), -2)], ids=str)  # fmt: skip
@pytest.mark.parametrize("keepdim", [False, True])
def test_against_torch(name, shape, dim, keepdim):
    if name in ONE_DIM and isinstance(dim, tuple):
        return
    compare(lambda t, x: SMOOTH[name](t, x, dim=dim, keepdim=keepdim), rng.normal(1, 1, shape))


@pytest.mark.parametrize("name", ["sum", "mean", "prod", "var", "std", "amax", "norm", "nansum"])
@pytest.mark.parametrize("shape", [(), (1,), (7,), (2, 3)], ids=str)
def test_full(name, shape):
    if name in ("var", "std") and shape in ((), (1,)):
        return
    compare(lambda t, x: SMOOTH[name](t, x), rng.normal(1, 1, shape))


@pytest.mark.parametrize("name", ["max", "min"])
def test_full_extremes_share_gradients_among_ties(name):
    x = np.array([[1.0, 3.0, 3.0], [1.0, 1.0, 3.0]])
    compare(lambda t, x: getattr(t, name)(x), x)
    compare(lambda t, x: t.amax(x, (0, 1)) + t.amin(x, 1).sum(), x)
    compare(lambda t, x: getattr(t, name)(x, 1).values, x)


@pytest.mark.parametrize("zeros", [0, 1, 2, 3])
def test_gradient_of_a_product_with_zeros(zeros):
    x = np.array([[2.0, 3.0, -1.0], [0.5, 4.0, 5.0]])
    x.reshape(-1)[:zeros] = 0
    compare(lambda t, x: t.prod(x, 1), x)
    compare(lambda t, x: t.prod(x, 0, keepdim=True), x)
    compare(lambda t, x: t.prod(x), x)


def test_subgradients_at_kinks():
    for p in (2, 1, math.inf, 3.0):
        compare(lambda t, x, p=p: t.norm(x, p, dim=1), np.array([[0.0, 0.0], [3.0, 4.0]])[1:])
    x = tl.zeros(3, requires_grad=True)
    x.norm().backward()
    assert x.grad.tolist() == [0, 0, 0]
    x = tl.ones(3, requires_grad=True)
    x.std().backward()
    assert x.grad.tolist() == [0, 0, 0]


def test_three_forms_of_max():
    x = tl.tensor([[1.0, 5.0], [7.0, 3.0]])
    assert tl.max(x).item() == 7
    values, indices = x.max(1)
    assert values.tolist() == [5, 7] and indices.tolist() == [1, 0]
    found = x.min(dim=0, keepdim=True)
    assert found.values.tolist() == [[1, 3]] and found.indices.shape == (1, 2)
    assert tl.max(x, tl.full((2, 2), 4.0)).tolist() == [[4, 5], [7, 4]]
    assert x.max(0).indices.dtype is tl.int64
    values, indices = tl.tensor(3.0).max(0)
    assert values.shape == () and indices.item() == 0


@pytest.mark.parametrize("name", ["argmax", "argmin"])
@pytest.mark.parametrize(
    "options", [{}, {"dim": 0}, {"dim": 1, "keepdim": True}, {"dim": -1}], ids=str
)
def test_indices(name, options):
    for x in (rng.normal(size=(4, 6)), np.zeros((4, 6)), np.full((4, 6), np.nan)):
        got = getattr(tl, name)(tl.tensor(x), **options)
        expected = getattr(torch, name)(torch.tensor(x), **options)
        assert got.dtype is tl.int64 and got.tolist() == expected.tolist()


DTYPES = ["bool", "uint8", "int8", "int32", "int64", "float32", "float64"]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ["sum", "prod", "amax", "all", "any", "count_nonzero", "nansum"])
def test_dtypes(name, dtype):
    x = np.array([[0, 1, 2], [3, 1, 1]], dtype)
    for dim in (None, 0, 1):
        if name == "prod" and dim is None:
            continue
        options = {} if dim is None else {"dim": dim}
        expected = getattr(torch, name)(torch.tensor(x), **options)
        close(getattr(tl, name)(tl.tensor(x), **options), expected)


def test_dtype_argument():
    x = tl.tensor([1.7, 2.7])
    assert x.sum(dtype=tl.float64).dtype is tl.float64
    assert x.sum(dtype=tl.int32).tolist() == 3 and x.sum(dtype=tl.int32).dtype is tl.int32
    assert tl.tensor([1, 2]).mean(dtype=tl.float32).item() == 1.5
    assert tl.tensor([100, 100], dtype=tl.int8).sum(dtype=tl.int8).item() == -56
    x = tl.tensor([1.0, 2.0], requires_grad=True)
    x.sum(dtype=tl.float64).backward()
    assert x.grad.dtype is tl.float32


def test_nothing_and_nan():
    x = tl.zeros(0, 3)
    assert x.sum().item() == 0 and x.prod().item() == 1 and x.mean().isnan()
    assert x.sum(0).tolist() == [0, 0, 0] and x.sum(1).shape == (0,)
    assert x.all() and not x.any() and x.logsumexp(0).tolist() == [-math.inf] * 3
    assert tl.tensor([1.0, math.nan]).amax().isnan() and tl.tensor([1.0, math.nan]).max(0)[1] == 1
    assert tl.tensor([1.0, math.nan]).nansum() == 1 and tl.tensor([1.0, math.nan]).nanmean() == 1
    for function in (tl.amax, tl.max, tl.argmax, tl.aminmax):
        error = IndexError if function is tl.argmax else RuntimeError
        with pytest.raises(error, match="Expected reduction dim to be specified"):
            function(x)
    for function in (tl.amax, tl.max, tl.argmax):
        with pytest.raises(IndexError, match="reduction dim 0 to have non-zero size"):
            function(x, 0)


@pytest.mark.parametrize("x", [[-np.inf, -np.inf], [np.inf, 1.0], [1000.0, 1000.0], [-np.inf, 0.0]])
def test_logsumexp_extremes(x):
    x = np.array(x)
    close(tl.logsumexp(tl.tensor(x), 0), torch.logsumexp(torch.tensor(x), 0))


def test_moments_together():
    x = rng.normal(size=(4, 5))
    for name in ("var_mean", "std_mean"):
        expected = getattr(torch, name)(torch.tensor(x), 1)
        for ours, theirs in zip(getattr(tl, name)(tl.tensor(x), 1), expected, strict=True):
            close(ours, theirs)
    close(tl.tensor(x).var(1, False), torch.tensor(x).var(1, False))
    close(tl.tensor(x).std(False), torch.tensor(x).std(False))
    assert tl.tensor([1.0]).var().isnan()
    low, high = tl.aminmax(tl.tensor(x), dim=1)
    assert (low <= high).all()


def test_errors():
    x = tl.ones(2, 3)
    for dim in (2, -3):
        with pytest.raises(IndexError, match="sum: expected dim in the range"):
            x.sum(dim)
    with pytest.raises(RuntimeError, match="each dim once"):
        x.sum((0, 0))
    with pytest.raises(RuntimeError, match="floating point"):
        tl.tensor([1, 2]).mean()
    with pytest.raises(TypeError, match="Tensor"):
        tl.sum([1, 2])
    with pytest.raises(RuntimeError, match="norm: expected p"):
        x.norm("two")


def test_views_and_negative_strides():
    x = rng.normal(size=(6, 8))
    for view in (x.T, x[::2], x[:, ::3], np.broadcast_to(x[:1], x.shape)):
        close(tl.from_numpy(view.copy()).sum(0), torch.tensor(view.copy()).sum(0))
    close(tl.tensor(x).T.amax(0), torch.tensor(x).T.amax(0))
    close(tl.tensor(x)[::2, 1::3].mean(1), torch.tensor(x)[::2, 1::3].mean(1))
    close(tl.tensor(x)[0].expand(5, 8).sum(), torch.tensor(x)[0].expand(5, 8).sum())
    close(tl.from_numpy(x[::-1]).sum(1), torch.tensor(x[::-1].copy()).sum(1))


@pytest.mark.parametrize("name", ["prod", "argmax", "argmin"])
def test_what_reduces_one_dim_refuses_several(name):
    """They reduced several dims, where PyTorch says what is wrong."""
    reduce = getattr(tl, name)
    for dim in ((0, 1), (0,), (), [1]):
        with pytest.raises(TypeError, match=f"{name}: expected dim to be an integer; got"):
            reduce(tl.ones(2, 3), dim)
    assert reduce(tl.ones(2, 3), np.int64(-1)).shape == (2,)
