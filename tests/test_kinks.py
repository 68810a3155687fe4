"""First and second derivatives at kinks, zeros, ties and extremes, against PyTorch's.

Where PyTorch's is a finite number, ours is that number, but for what `BETTER` names.
"""

import itertools

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.autograd.functional import hessian
from tensorlite.nn import functional
from tensorlite.op import Elementwise, registry

torch = pytest.importorskip("torch")
pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore")]

FAR = [30.0, 100.0, 1e4, 1e30, np.inf]
POINTS = np.array([-x for x in FAR] + [-7.5, -3, -2, -1, -0.5, -1e-3, -1e-30, -0.0, 0, 1e-30, 1e-3,
                                       0.5, 1, 2, 3, 5.5, 6, *FAR, np.nan])  # fmt: skip
PAIRS = np.array(list(itertools.product([-np.inf, -1e30, -2, -1, -0.5, -0.0, 0, 0.5, 1, 2, 3, 1e30,
                                         np.inf, np.nan], repeat=2))).T  # fmt: skip
GRIDS = {
    "zeros": np.zeros((3, 4)),
    "ties": np.array([[1.0, 1, 1, 1], [2, 1, 2, 0], [0, 0, 1, 1]]),
    "a zero": np.array([[1.0, 0, 2, 3], [0, 1, 2, 3], [1, 2, 3, 0]]),
    "two zeros": np.array([[1.0, 0, 2, 0], [0, 0, 2, 3], [1, 2, 0, 0]]),
    "a nan": np.array([[1.0, np.nan, 2, 3], [0.5, 1, 2, 3], [np.nan, np.nan, 1, 2]]),
    "signs": np.array([[-1.0, -2, 0, 3], [-0.5, 0.5, -1, 1], [1, -1, 0, 0]]),
}
BETTER = {  # where PyTorch's number is rounding, or its rule another than the branch taken
    "lgamma": lambda x: (x <= 0) & (x == np.floor(x)),
    "special.gammaln": lambda x: (x <= 0) & (x == np.floor(x)),
    "digamma": lambda x: (x <= 0) & (x == np.floor(x)),
    "special.psi": lambda x: (x <= 0) & (x == np.floor(x)),
    "sinc": lambda x: abs(x) < 1e-2,
    "special.sinc": lambda x: abs(x) < 1e-2,
    "F.elu": lambda x: (x == 0) | (x != x),  # at NaN theirs depends on the place in memory
    "F.selu": lambda x: (x == 0) | (x != x),
    "F.celu": lambda x: (x == 0) | (x != x),
    **dict.fromkeys(["F.relu6", "F.softshrink", "F.hardshrink", "F.hardtanh", "F.hardswish"],
                    np.isnan),
    **dict.fromkeys(["F.smooth_l1_loss", "smooth_l1 of 0.5", "F.huber_loss", "huber of 0.5"],
                    lambda x, y: np.isnan(x - y)),
    "special.log_ndtr": lambda x: x <= -1e4,
    "i0": np.isnan,
}


def derivatives(library, function, arrays):
    """First and second derivatives, each with weights of its own, as lists of arrays."""
    xs = [library.tensor(array, dtype=library.float64, requires_grad=True) for array in arrays]
    y = function(*xs)
    y = y if hasattr(y, "requires_grad") else y[0]
    found = grads(library, y, xs, 1, True)
    return [shown(g, xs) for x in found for g in (x, *grads(library, x, xs, 2, False))]


def grads(library, y, xs, start, create):
    if y is None or not y.requires_grad:
        return [None] * len(xs)
    numbers = np.linspace(start, start + 1, int(np.prod(tuple(y.shape)))).reshape(tuple(y.shape))
    g = library.tensor(numbers, dtype=library.float64)
    try:
        return library.autograd.grad(y, xs, g, True, create, allow_unused=True)
    except (RuntimeError, NotImplementedError):
        if library is tl:
            raise
        return [torch.full_like(x, torch.nan) for x in xs]  # PyTorch has no such derivative


def shown(g, xs):
    return np.zeros(tuple(xs[0].shape)) if g is None else g.detach().clone().numpy()


def compare(name, ours, theirs, arrays):
    expected = derivatives(torch, theirs, arrays)
    known = BETTER.get(name, lambda *x: np.zeros(arrays[0].shape, bool))(*arrays)
    for order, (got, want) in enumerate(zip(derivatives(tl, ours, arrays), expected, strict=True)):
        right = np.isclose(got, want, 1e-7, 1e-11) | ~np.isfinite(want) | known
        places = [tuple(a[at] for a in arrays) for at in map(tuple, np.argwhere(~right))]
        assert right.all(), (name, order, places, got[~right], want[~right])


def theirs_of(name):
    for module in (torch, torch.special):
        if hasattr(module, name):
            return getattr(module, name)
    return None


SMOOTH = {
    name: op
    for name, op in sorted(registry.items())
    if isinstance(op, Elementwise) and op.differentiable and theirs_of(name)
    and len(op.params) < 3 and name[0] != "_" and name not in ("ldexp", "igamma", "igammac")
}  # fmt: skip


@pytest.mark.parametrize("name", SMOOTH)
def test_ops_of_the_table(name):
    arrays = [POINTS] if len(SMOOTH[name].params) == 1 else list(PAIRS)
    compare(name, SMOOTH[name], theirs_of(name), arrays)


SPECIAL = ["entr", "log_ndtr", "ndtr", "expit", "erfinv", "psi", "gammaln", "log1p", "sinc",
           "logit"]  # fmt: skip
ACTIVATIONS = [
    *("relu", "relu6", "elu", "selu", "celu", "gelu", "silu", "mish", "softplus", "softsign"),
    *("softshrink", "hardshrink", "tanhshrink", "hardtanh", "hardsigmoid", "hardswish"),
    *("leaky_relu", "logsigmoid", "sigmoid", "tanh"),
]
LOSSES = ["l1_loss", "mse_loss", "smooth_l1_loss", "huber_loss"]
UNARY = {
    "clamp": lambda L, F, x: L.clamp(x, -1, 1),
    "clip": lambda L, F, x: L.clip(x, 1, -1),
    "gelu_tanh": lambda L, F, x: F.gelu(x, approximate="tanh"),
    "nan_to_num": lambda L, F, x: L.nan_to_num(x, 1.0, 2.0, 3.0),
    "where": lambda L, F, x: L.where(x > 0, x, x * x),
    "x ** 0": lambda L, F, x: x**0,
    "x ** 1": lambda L, F, x: x**1,
    "x ** 2": lambda L, F, x: x**2,
    "x ** -1": lambda L, F, x: x**-1,
    "2 ** x": lambda L, F, x: 2**x,
    "x % 2": lambda L, F, x: x % 2,
    "logit": lambda L, F, x: L.logit(x, 0.1),
    "threshold": lambda L, F, x: F.threshold(x, 1.0, 5.0),
}
BINARY = {
    "x / y": lambda L, F, x, y: x / y,
    "x ** y": lambda L, F, x, y: x**y,
    "x % y": lambda L, F, x, y: x % y,
    "fmod": lambda L, F, x, y: L.fmod(x, y),
    "max": lambda L, F, x, y: L.max(x, y),
    "clamp": lambda L, F, x, y: L.clamp(x, y),
    "xlog1py": lambda L, F, x, y: L.special.xlog1py(x, y),
    "lerp": lambda L, F, x, y: L.lerp(x, y, 0.5),
    "smooth_l1 of 0.5": lambda L, F, x, y: F.smooth_l1_loss(x, y, reduction="none", beta=0.5),
    "huber of 0.5": lambda L, F, x, y: F.huber_loss(x, y, reduction="none", delta=0.5),
    "dist": lambda L, F, x, y: L.dist(x, y),
}


def bound(function):
    """A function of a library and its nn.functional, for both."""
    return (lambda *x: function(tl, functional, *x),
            lambda *x: function(torch, torch.nn.functional, *x))  # fmt: skip


@pytest.mark.parametrize("name", SPECIAL)
def test_special_functions(name):
    compare(f"special.{name}", getattr(tl.special, name), getattr(torch.special, name), [POINTS])


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activations(name):
    theirs = getattr(torch.nn.functional, name)
    compare(f"F.{name}", getattr(functional, name), theirs, [POINTS])


@pytest.mark.parametrize("name", LOSSES)
def test_losses(name):
    ours, theirs = (getattr(F, name) for F in (functional, torch.nn.functional))
    compare(f"F.{name}", lambda x, y: ours(x, y, reduction="none"),
            lambda x, y: theirs(x, y, reduction="none"), list(PAIRS))  # fmt: skip


@pytest.mark.parametrize("name", [*UNARY, *BINARY])
def test_forms(name):
    if name in UNARY:
        compare(name, *bound(UNARY[name]), [POINTS])
    if name in BINARY:
        compare(name, *bound(BINARY[name]), list(PAIRS))


def halves(L, x):
    return L.zeros_like(x), 1, L.tensor([[0, 0, 1, 1]] * 3), x


ALONG = {
    "prod": lambda L, F, x: L.prod(x, 1),
    "prod of all": lambda L, F, x: L.prod(x),
    "cumprod": lambda L, F, x: L.cumprod(x, 1),
    "cummax": lambda L, F, x: L.cummax(x, 1),
    "logcumsumexp": lambda L, F, x: L.logcumsumexp(x, 1),
    "logsumexp": lambda L, F, x: L.logsumexp(x, 1),
    "softmax": lambda L, F, x: L.softmax(x, 1),
    "norm": lambda L, F, x: L.norm(x, dim=1),
    "norm 1": lambda L, F, x: L.norm(x, 1, dim=1),
    "norm 3": lambda L, F, x: L.norm(x, 3.0, dim=1),
    "norm inf": lambda L, F, x: L.norm(x, float("inf"), dim=1),
    "var": lambda L, F, x: L.var(x, 1),
    "std": lambda L, F, x: L.std(x, 1),
    "amax": lambda L, F, x: L.amax(x, 1),
    "amin": lambda L, F, x: L.amin(x, 1),
    "max": lambda L, F, x: L.max(x, 1),
    "max of all": lambda L, F, x: L.max(x),
    "median of all": lambda L, F, x: L.median(x),
    "nanmedian of all": lambda L, F, x: L.nanmedian(x),
    "sort": lambda L, F, x: L.msort(x),
    "quantile": lambda L, F, x: L.quantile(x, 0.4, 1),
    "normalize": lambda L, F, x: F.normalize(x, dim=1),
    "cosine": lambda L, F, x: F.cosine_similarity(x, x.flip(0)),
    "cross entropy": lambda L, F, x: F.cross_entropy(x, L.tensor([0, 1, 2])),
    "layer norm": lambda L, F, x: F.layer_norm(x, (4,)),
    "scatter prod": lambda L, F, x: L.scatter_reduce(*halves(L, x), "prod", include_self=False),
    "scatter amax": lambda L, F, x: L.scatter_reduce(*halves(L, x), "amax"),
    "scatter mean": lambda L, F, x: L.scatter_reduce(*halves(L, x), "mean"),
    "index prod": lambda L, F, x: x.index_reduce(0, L.tensor([0, 1, 0]), x * 2, "prod"),
}


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("name", ALONG)
def test_along_dims(name, grid):
    compare(name, *bound(ALONG[name]), [GRIDS[grid]])


# ------------------------------------------------------------------ single values


def gradient(function, *numbers, dtype=tl.float32):
    x = tl.tensor(numbers, dtype=dtype, requires_grad=True)
    return tl.autograd.grad(function(x).sum(), x)[0].tolist()


def test_second_derivatives_of_products_with_a_zero():
    assert hessian(lambda x: tl.cumprod(x, 0).sum(), tl.tensor([0.0, 2])).tolist() == [[0, 1],
                                                                                     [1, 0]]
    assert hessian(tl.prod, tl.tensor([0.0, 2])).tolist() == [[0, 1], [1, 0]]


def second(function, *numbers, dtype=tl.float64):
    x = tl.tensor(numbers, dtype=dtype, requires_grad=True)
    (first,) = tl.autograd.grad(function(x).sum(), x, create_graph=True)
    return tl.autograd.grad(first.sum(), x)[0].numpy()


@pytest.mark.parametrize("dtype", [tl.float32, tl.float64])
def test_second_derivatives_beside_zero(dtype):
    """They were made from the text of the first, not as written: noise where they are small."""
    x = np.array([1e-30, -1e-30, 1e-10, 1e-3, 0.1])
    near = 1e-6 if dtype is tl.float32 else 1e-12
    np.testing.assert_allclose(second(tl.tanh, *x, dtype=dtype), -2 * np.tanh(x) / np.cosh(x) ** 2,
                               near)  # fmt: skip
    right = -np.tanh(x / 2) / (4 * np.cosh(x / 2) ** 2)
    np.testing.assert_allclose(second(tl.sigmoid, *x, dtype=dtype), right, near)
    if dtype is tl.float64:
        np.testing.assert_allclose(second(tl.digamma, -1e-30, -1e-10), [2e90, 2e30], 1e-6)


def test_a_quotient_that_is_rounded_up_is_not_the_whole_one():
    """1 / 0.1 is 10 and 1 / -inf is -0, yet 1 % 0.1 is 0.1 and 1 % -inf is -inf."""
    x, y = tl.tensor([1.0, 1.0], dtype=tl.float64), tl.tensor([0.1, -np.inf], dtype=tl.float64)
    for function, right in ((tl.remainder, [-9, 1]), (tl.fmod, [-9, 0])):
        by_y = y.clone().requires_grad_()
        assert tl.autograd.grad(function(x, by_y).sum(), by_y)[0].tolist() == right


def test_the_cross_entropy_of_a_certain_probability():
    x = [0.0, 1.0, 0.5, 0.0, 1.0]
    y = tl.tensor([0.0, 1, 1, 1, 0], dtype=tl.float64)
    found = second(lambda x: functional.binary_cross_entropy(x, y, reduction="none"), *x)
    np.testing.assert_allclose(found, [0, 0, 4, 1e24, 1e24], 1e-3)  # was 1e12 at both ends


def test_the_cross_entropy_of_an_infinite_target():
    x = tl.tensor([1.0, 2.0], requires_grad=True)
    y = tl.tensor([np.inf, -np.inf], requires_grad=True)
    loss = functional.binary_cross_entropy_with_logits(x, y, reduction="none")
    found = tl.autograd.grad(loss.sum(), (x, y))
    assert loss.tolist() == [-np.inf, np.inf]  # NaN, by weights of (pos_weight - 1) * inf
    assert found[0].tolist() == [-np.inf, np.inf]
    assert found[1].tolist() == [-1, -2]


def test_the_largest_of_numbers_with_nan_is_each_nan():
    assert gradient(tl.max, 1, float("nan"), 2, float("nan")) == [0, 0.5, 0, 0.5]
    assert gradient(tl.amin, 1, float("nan"), 2) == [0, 1, 0]


def test_an_overflow_times_zero_is_zero():
    assert gradient(tl.prod, 1e20, 1e20, 0, 0) == [0, 0, 0, 0]
    assert np.isnan(gradient(tl.prod, 1, float("nan"), 0)).tolist() == [True, False, True]


def test_losses_are_parabolas_at_zero():
    for loss in (functional.smooth_l1_loss, functional.huber_loss):
        second = hessian(lambda x, loss=loss: loss(x, tl.zeros(1)), tl.zeros(1))
        assert second.tolist() == [[1.0]]


def test_far_left_of_the_normal_distribution():
    for x in (-10.0, -1e4, -1e18):
        found = gradient(tl.special.log_ndtr, x)[0]
        assert abs(found / -x - 1) < (0.02 if x == -10 else 1e-6)


def test_entropy_at_zero():
    assert gradient(tl.special.entr, 0.0, 1.0) == [float("inf"), -1.0]
    assert np.isnan(gradient(tl.special.entr, -1.0)).all()


@pytest.mark.parametrize("order", [1, 2, 3, 4])
def test_polygammas(order):
    numbers = [0.1, 0.5, 1, 2.5, 10, 50, 1e3, -0.5, -1.3, -2.7, -20.2]
    mine = tl.tensor(numbers, dtype=tl.float64, requires_grad=True)
    y = tl.digamma(mine)
    for _ in range(order):
        (y,) = tl.autograd.grad(y.sum(), mine, create_graph=True)
    want = torch.special.polygamma(order, torch.tensor(numbers, dtype=torch.float64)).numpy()
    np.testing.assert_allclose(y.detach().numpy(), want, 1e-9)  # theirs to 1e-9


@pytest.mark.parametrize(
    "name, slope", [("elu", np.nan), ("celu", np.nan), ("selu", np.nan), ("hardsigmoid", 0.0)]
)
def test_the_gradient_of_an_activation_at_nan(name, slope):
    """The branch for positive numbers was taken, with a slope of 1, and a sixth."""
    x = tl.tensor([np.nan, -4.0, 0.0, 4.0], requires_grad=True)
    out = getattr(tl.nn.functional, name)(x)
    out.sum().backward()
    assert out[0].isnan() and not out[1:].isnan().any()
    assert repr(x.grad[0].item()) == repr(slope) and not x.grad[1:].isnan().any()


def test_logit_of_ends_that_are_crossed():
    """Where eps is above a half the lower end is tried first."""
    for eps, right in ((1.0, [np.inf, np.inf, -np.inf]), (0.7, [0.8473, 0.8473, -0.8473])):
        x = tl.tensor([0.0, 0.5, 1.0], requires_grad=True)
        y = tl.logit(x, eps)
        np.testing.assert_allclose(y.detach().numpy(), right, 1e-4)
        assert tl.autograd.grad(y.sum(), x)[0].tolist() == [0, 0, 0]
