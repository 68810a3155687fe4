"""Order and scans as ops: against PyTorch where installed, NumPy, and central differences."""

import math

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.autograd import gradcheck, gradgradcheck

RNG = np.random.default_rng(0)
X = RNG.standard_normal((3, 4, 5))
ZEROS = X.copy()
ZEROS[0, 1, 2], ZEROS[1], ZEROS[2, :2, 3] = 0, 0, 0
NANS = X.copy()
NANS[0, 0, 0], NANS[1, 2] = np.nan, np.nan
I = RNG.integers(0, 4, (6, 7))  # noqa: E741
SCALAR, EMPTY = np.array(2.5), np.zeros((0, 3))

DIFFERENTIABLE = {
    "cumsum": lambda T, x, d: x.cumsum(d),
    "cumprod": lambda T, x, d: x.cumprod(d),
    "logcumsumexp": lambda T, x, d: x.logcumsumexp(d),
    "cummax": lambda T, x, d: x.cummax(d)[0],
    "cummin": lambda T, x, d: x.cummin(d).values,
    "sort": lambda T, x, d: x.sort(d)[0],
    "sort descending": lambda T, x, d: x.sort(d, True).values,
    "topk": lambda T, x, d: x.topk(2, d).values,
    "topk smallest": lambda T, x, d: x.topk(3, d, False)[0],
    "kthvalue": lambda T, x, d: x.kthvalue(2, d).values,
    "median": lambda T, x, d: x.median(d).values,
    "median kept": lambda T, x, d: x.median(d, True).values,
    "nanmedian": lambda T, x, d: x.nanmedian(d).values,
    "mode": lambda T, x, d: x.mode(d).values,
    "diff": lambda T, x, d: x.diff(dim=d),
    "diff twice": lambda T, x, d: x.diff(2, dim=d, prepend=x, append=x),
    "median of all": lambda T, x, d: x.median(),
    "nanmedian of all": lambda T, x, d: T.nanmedian(x),
    "msort": lambda T, x, d: T.msort(x),
}
INDICES = {
    "sort": lambda T, x, d: x.sort(d).indices,
    "argsort": lambda T, x, d: x.argsort(dim=d, descending=True, stable=True),
    "topk": lambda T, x, d: x.topk(2, d).indices,
    "kthvalue": lambda T, x, d: x.kthvalue(2, d, True).indices,
    "median": lambda T, x, d: x.median(d).indices,
    "cummax": lambda T, x, d: x.cummax(d).indices,
    "cummin": lambda T, x, d: x.cummin(d).indices,
}


def torch():
    return pytest.importorskip("torch")


def compare(T, function, *arrays, grad=False):
    results = []
    for library in (T, tl):
        tensors = [library.tensor(a) for a in arrays]
        if grad:
            tensors[0].requires_grad_()
        out = function(library, *tensors)
        results.append([out.detach().numpy()])
        if grad:
            weights = np.random.default_rng(1).standard_normal(tuple(out.shape))
            (out * library.tensor(weights)).sum().backward()
            results[-1].append(tensors[0].grad.numpy())
    for theirs, ours in zip(*results, strict=True):
        assert theirs.dtype == ours.dtype and theirs.shape == ours.shape
        np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-12)


@pytest.mark.torch
@pytest.mark.parametrize("dim", [0, 1, -1])
@pytest.mark.parametrize("name", DIFFERENTIABLE)
def test_values_and_gradients_as_torch(name, dim):
    compare(torch(), lambda T, x: DIFFERENTIABLE[name](T, x, dim), X, grad=True)
    compare(torch(), lambda T, x: DIFFERENTIABLE[name](T, x.mT, dim), X, grad=True)


@pytest.mark.torch
@pytest.mark.parametrize("dim", [0, 1, 2])
def test_gradient_of_cumprod_with_zeros(dim):
    compare(torch(), lambda T, x: x.cumprod(dim), ZEROS, grad=True)


@pytest.mark.torch
@pytest.mark.parametrize("dim", [0, 1, -1])
@pytest.mark.parametrize("name", INDICES)
def test_indices_as_torch(name, dim):
    compare(torch(), lambda T, x: INDICES[name](T, x, dim), X)


@pytest.mark.torch
@pytest.mark.parametrize("dim", [0, 1, 2])
def test_nan_as_torch(dim):
    for name in ("sort", "median", "nanmedian", "cummax", "cummin", "topk"):
        compare(torch(), lambda T, x, name=name: DIFFERENTIABLE[name](T, x, dim), NANS)
    for name in ("cummax", "cummin"):
        compare(torch(), lambda T, x, name=name: INDICES[name](T, x, dim), NANS)


@pytest.mark.torch
@pytest.mark.parametrize("name", ["cumsum", "cummax", "sort", "median", "median of all", "mode"])
def test_scalars_as_torch(name):
    compare(torch(), lambda T, x: DIFFERENTIABLE[name](T, x, 0), SCALAR, grad=True)


@pytest.mark.torch
def test_empty_as_torch():
    for function in (
        lambda T, x: x.sort(0)[0],
        lambda T, x: x.argsort(1),
        lambda T, x: x.cumsum(0),
        lambda T, x: x.topk(2, 1)[0],
        lambda T, x: x.topk(0, 0)[1],
        lambda T, x: x.unique(),
        lambda T, x: x.cummax(1)[1],
    ):
        compare(torch(), function, EMPTY)


@pytest.mark.torch
def test_dtypes_of_scans_as_torch():
    for array in (I, I > 1, I.astype("u1"), X.astype("f4")):
        for dtype in (None, "float32", "int32"):
            for name in ("cumsum", "cumprod"):
                compare(torch(), lambda T, x, n=name, d=dtype: getattr(x, n)(
                    1, dtype=None if d is None else getattr(T, d)), array)  # fmt: skip


UNIQUE = [
    ("unique", {}), ("unique", {"dim": 0}), ("unique", {"dim": 1}),
    ("unique_consecutive", {}), ("unique_consecutive", {"dim": 0}),
]  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize(("name", "options"), UNIQUE)
def test_unique_as_torch(name, options):
    for k in range(3):
        compare(torch(), lambda T, x, k=k: getattr(T, name)(
            x, return_inverse=True, return_counts=True, **options)[k], I % 2)  # fmt: skip
    compare(torch(), lambda T, x: getattr(T, name)(x, **options), I)
    compare(torch(), lambda T, x: getattr(x, name)(return_counts=True, **options)[1], I)


@pytest.mark.torch
@pytest.mark.parametrize("name", ["unique", "unique_consecutive"])
def test_unique_of_one_number_as_torch(name):
    for k in range(3):
        compare(torch(), lambda T, x, k=k: getattr(T, name)(
            x, return_inverse=True, return_counts=True)[k], np.array(3))  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize("right", [False, True])
def test_search_as_torch(right):
    T = torch()
    rows, line = np.sort(X, -1), np.array([1.0, 2, 2, 3])
    compare(T, lambda T, s, x: T.searchsorted(s, x, right=right), rows, X)
    wanted = np.array([0.0, 1, 2, 2.5, 9, np.nan, np.inf])
    compare(T, lambda T, s, x: T.searchsorted(s, x, right=right, out_int32=True), line, wanted)
    compare(T, lambda T, s, x: T.bucketize(x, s, right=right), line, X)
    compare(T, lambda T, s: T.searchsorted(s, 2.0, side="right" if right else "left"), line)
    order = np.argsort(X, -1)
    compare(T, lambda T, s, o, x: T.searchsorted(s, x, sorter=o, right=right), X, order, X)


def test_sequences_and_values_of_two_dtypes_are_promoted():
    edges, values = tl.tensor([0.5, 1.5, 2.0], dtype=tl.float64), tl.tensor([0, 1, 2, 3])
    for x in (values, values.int(), values.float(), values.to(tl.float16)):
        assert tl.searchsorted(edges, x).tolist() == tl.bucketize(x, edges).tolist() == [0, 1, 2, 3]
    assert tl.searchsorted(values, edges).tolist() == [1, 2, 2]


@pytest.mark.torch
def test_counts_as_torch():
    T, weights = torch(), RNG.standard_normal(42)
    compare(T, lambda T, x: x.flatten().bincount(minlength=9), I)
    compare(T, lambda T, x, w: x.flatten().bincount(w), I, weights)
    compare(T, lambda T, x, w: x.flatten().bincount(w), I, weights.astype("f4"))
    compare(T, lambda T, x: x.bincount(), np.zeros(0, int))
    compare(T, lambda T, x: x.histc(7), X)
    compare(T, lambda T, x: x.histc(7, -1, 1), X.astype("f4"))
    compare(T, lambda T, x: x.histc(3), np.ones(4))
    compare(T, lambda T, x, y: T.isin(x, y), I, np.array([1, 2]))
    compare(T, lambda T, x, y: T.isin(x, y, invert=True), I, np.array([1, 2]))


def _slope(f, x, direction):
    up, down = (f(tl.tensor(x + s * 1e-5 * direction)) for s in (1, -1))
    return (float(up) - float(down)) / 2e-5


@pytest.mark.parametrize("name", ["cumsum", "cumprod", "logcumsumexp", "sort", "cummax", "diff"])
def test_second_derivatives(name):
    direction = np.random.default_rng(3).standard_normal(X.shape)

    def squared_gradient(x):
        x = x.requires_grad_()
        y = (DIFFERENTIABLE[name](tl, x, 1) ** 3).sum()
        (g,) = tl.autograd.grad(y, x, create_graph=True)
        return (g * g).sum()

    x = tl.tensor(X, requires_grad=True)
    (h,) = tl.autograd.grad(squared_gradient(x), x)
    slope = _slope(squared_gradient, X, direction)
    assert abs(slope - float((h * tl.tensor(direction)).sum())) < 1e-4 * max(1, abs(slope))


def test_logcumsumexp_keeps_its_digits():
    """Over a long line float32 alone was off by a thousandth."""
    x = tl.randn(1 << 18, generator=tl.Generator().manual_seed(1))
    assert abs(x.logcumsumexp(0)[-1].item() - x.double().logsumexp(0).item()) < 2e-6


def test_logcumsumexp_does_not_overflow():
    x = tl.tensor([1000.0, 1000.0, -1000.0], requires_grad=True)
    y = x.logcumsumexp(0)
    np.testing.assert_allclose(y.detach().numpy(), 1000 + np.log([1, 2, 2]), rtol=1e-6)
    y.sum().backward()
    np.testing.assert_allclose(x.grad.numpy(), [2, 1, 0], rtol=1e-3)


def test_logcumsumexp_of_complex_numbers():
    """Also where the exponentials overflow or vanish."""
    x = tl.tensor([1 + 1j, 2 - 2j, 0.5j, 7j], dtype=tl.complex128)
    np.testing.assert_allclose(x.logcumsumexp(0).exp().numpy(), x.exp().cumsum(0).numpy())
    assert x[:1].logcumsumexp(0).item() == pytest.approx(1 + 1j)
    assert x[3:].logcumsumexp(0).item() == pytest.approx(7j)  # more than half a turn
    far = tl.tensor([1000 + 1j, 1000 + 1j, -1000 + 2j], dtype=tl.complex128)
    want = np.array([1000 + 1j, 1000 + np.log(2) + 1j, 1000 + np.log(2) + 1j])
    np.testing.assert_allclose(far.logcumsumexp(0).numpy(), want)
    below = tl.tensor([complex(-math.inf, 1), complex(-math.inf, 0), 2 - 2j]).logcumsumexp(0)
    np.testing.assert_allclose(below.real.numpy(), [-math.inf, -math.inf, 2])
    assert tl.tensor([1j, complex(0, math.nan)]).logcumsumexp(0).isnan().tolist() == [False, True]
    lines = tl.stack([x[:3], x[:3].flip(0)]).requires_grad_()
    assert gradcheck(lambda x: x.logcumsumexp(1), lines)
    assert gradgradcheck(lambda x: x.logcumsumexp(1), lines)


def test_sort_is_stable():
    x = tl.tensor([1.0, 0.0, -0.0, 1.0, 0.0])
    assert x.sort().indices.tolist() == [1, 2, 4, 0, 3]
    assert x.sort(descending=True).indices.tolist() == [0, 3, 1, 2, 4]
    assert x.topk(3).indices.tolist() == [0, 3, 1]


def test_results_unpack_and_have_names():
    values, indices = tl.tensor([3.0, 1.0]).sort()
    assert values.tolist() == [1, 3] and indices.tolist() == [1, 0]
    assert tl.tensor([3.0, 1.0]).topk(1)._fields == ("values", "indices")


def test_in_place_scans():
    x = tl.tensor([1.0, 2.0, 3.0])
    assert x.cumsum_(0) is x and x.tolist() == [1, 3, 6]
    assert x.cumprod_(0).tolist() == [1, 3, 18]


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        (
            lambda x: x.topk(9),
            RuntimeError,
            "k out of range; expected 0 to 5; got 9",
        ),
        (lambda x: x.kthvalue(0), RuntimeError, "selected number k out of range"),
        (lambda x: x.ravel()[:0].kthvalue(1), IndexError, "selected number k out of range"),
        (lambda x: x.kthvalue(1.5), TypeError, "kthvalue: expected k to be an integer; got 1.5"),
        (lambda x: x.topk(1.5), TypeError, "topk: expected k to be an integer; got 1.5"),
        (lambda x: x.sort(7), IndexError, "dim in the range"),
        (lambda x: x.cumsum(3), IndexError, "dim in the range"),
        (lambda x: tl.searchsorted(x[:2], x), RuntimeError, "boundaries tensor should be"),
        (lambda x: tl.bucketize(x, x), RuntimeError, "boundaries of 1 dim"),
        (lambda x: tl.tensor([-1]).bincount(), RuntimeError, "non-negative"),
        (lambda x: x.bincount(), RuntimeError, "1-d non-negative integral"),
        (lambda x: x.histc(0), RuntimeError, "bins must be > 0"),
        (lambda x: x.histc(3, 2, 1), RuntimeError, "max must be larger than min"),
        (lambda x: x[:0].median(0), IndexError, "median"),
    ],
)
def test_errors(call, error, text):
    with pytest.raises(error, match=text):
        call(tl.tensor(X))


@pytest.mark.parametrize("dtype", ["float32", "float64", "int64"])
@pytest.mark.parametrize("spread", [0, 2, 1e4, 1e18])
def test_places_in_long_rows(dtype, spread):
    """Whose keys are put aside when few are left, and which have one digit in common or more."""
    x = (np.random.default_rng(0).normal(size=(2, 9001)) * spread).astype(dtype)
    x[1, :4500] = x[1, 0]  # many are alike
    ordered = np.sort(x, 1)
    for k in (1, 4501, 9001):
        values, indices = tl.from_numpy(x).kthvalue(k, 1)
        np.testing.assert_array_equal(values.numpy(), ordered[:, k - 1])
        np.testing.assert_array_equal(x[[0, 1], indices.numpy()], ordered[:, k - 1])
    if dtype != "int64":
        x[0, 7] = np.nan
        assert tl.from_numpy(x).median(1).indices[0] == 7
        want = np.sort(np.delete(x[0], 7))[4499]
        assert tl.from_numpy(x[0]).nanmedian() == want


@pytest.mark.parametrize("size", [2, 4])
def test_searchsorted_takes_a_sorter_of_the_same_size(size):
    with pytest.raises(RuntimeError, match="to have the same size; got \\[3\\] and"):
        tl.searchsorted(tl.tensor([3.0, 1.0, 2.0]), tl.ones(2), sorter=tl.arange(size))
