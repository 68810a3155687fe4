"""Softmax, layer norms and cross entropy against PyTorch, with gradients of two orders."""

import numpy as np
import pytest

import tensorlite as tl
import tensorlite.nn.functional as F

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.torch
rng = np.random.default_rng(0)


def near(ours, theirs, tolerance):
    np.testing.assert_allclose(ours.detach().numpy(), theirs.detach(), tolerance, tolerance)


def compare(ours, theirs, *arrays, tolerance=1e-9):
    """The same function in both libraries: result, gradients, gradients of gradients."""
    xs = [tl.tensor(a, requires_grad=True) for a in arrays]
    ts = [torch.tensor(a, requires_grad=True) for a in arrays]
    out, expected = ours(*xs), theirs(*ts)
    assert tuple(out.shape) == tuple(expected.shape)
    near(out, expected, tolerance)
    seed = rng.normal(size=tuple(out.shape))
    plain = tl.autograd.grad(out, xs, tl.tensor(seed), retain_graph=True)
    g = tl.autograd.grad(out, xs, tl.tensor(seed), create_graph=True)
    gt = torch.autograd.grad(expected, ts, torch.tensor(seed), create_graph=True)
    for first, second, reference in zip(plain, g, gt, strict=True):
        for got in (first, second):
            near(got, reference, tolerance)
    gg = tl.autograd.grad(sum((a * a).sum() for a in g), xs, allow_unused=True)
    ggt = torch.autograd.grad(sum((a * a).sum() for a in gt), ts, allow_unused=True)
    for got, reference in zip(gg, ggt, strict=True):
        if reference is not None:
            np.testing.assert_allclose(got.numpy(), reference.numpy(), tolerance, tolerance)


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
@pytest.mark.parametrize("shape, dim", [((5,), 0), ((3, 7), 1), ((3, 7), 0), ((2, 300), -1),
                                        ((2, 3, 4), 1), ((), 0), ((0, 3), 1), ((3, 0), 1)],
                         ids=str)  # fmt: skip
def test_softmax(name, shape, dim):
    x = rng.normal(0, 3, shape)
    compare(lambda x: getattr(tl, name)(x, dim), lambda x: getattr(torch, name)(x, dim), x)


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_softmax_float32_extremes(name):
    inf, nan = np.inf, np.nan
    x = np.float32([[1e4, 1e4, -1e4], [-inf, 0, 1], [nan, 0, 1], [-inf] * 3, [inf, 0, 1]])
    ours, theirs = getattr(tl, name)(tl.tensor(x), 1), getattr(torch, name)(torch.tensor(x), 1)
    np.testing.assert_allclose(ours.numpy(), theirs.numpy(), 1e-6)
    ours = getattr(tl, name)(tl.tensor(x.T.copy()), 0)
    np.testing.assert_allclose(ours.numpy().T, theirs.numpy(), 1e-6)


def test_softmax_of_strided_inputs():
    x = rng.normal(size=(40, 30))
    compare(lambda x: tl.softmax(x.T, 1), lambda x: torch.softmax(x.T, 1), x)
    compare(lambda x: tl.softmax(x[::2, 3:], 1), lambda x: torch.softmax(x[::2, 3:], 1), x)


def test_softmax_errors():
    with pytest.raises(RuntimeError, match="floating point"):
        tl.softmax(tl.tensor([1, 2]), 0)
    with pytest.raises(IndexError, match="dim"):
        tl.softmax(tl.tensor([1.0, 2.0]), 1)
    assert tl.softmax(tl.tensor([1, 1]), 0, dtype=tl.float64).dtype is tl.float64


@pytest.mark.parametrize("affine", [(), ("weight",), ("weight", "bias")], ids=str)
@pytest.mark.parametrize("shape, last", [((4, 6), 1), ((2, 3, 4, 5), 2), ((70, 300), 1),
                                         ((3,), 1)], ids=str)  # fmt: skip
def test_layer_norm(shape, last, affine):
    size = shape[len(shape) - last :]
    arrays = [rng.normal(3, 2, shape), *(rng.normal(size=size) for _ in affine)]

    def call(library):
        def function(x, *more):
            given = dict(zip(affine, more, strict=True))
            if library is tl:
                return tl.layer_norm(x, size, given.get("weight"), given.get("bias"))
            return torch.nn.functional.layer_norm(x, size, given.get("weight"), given.get("bias"))

        return function

    compare(call(tl), call(torch), *arrays, tolerance=1e-7)


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("shape", [(4, 6), (20, 300)], ids=str)
def test_rms_norm(shape, weighted):
    arrays = [rng.normal(1, 2, shape)] + [rng.normal(size=shape[1:])] * weighted
    compare(lambda x, *w: tl.rms_norm(x, shape[1:], *w),
            lambda x, *w: torch.nn.functional.rms_norm(x, shape[1:], *w),
            *arrays, tolerance=1e-7)  # fmt: skip


def test_layer_norm_errors():
    with pytest.raises(RuntimeError, match="layer_norm: expected input"):
        tl.layer_norm(tl.ones(3, 4), (3,))
    with pytest.raises(RuntimeError, match="weight of shape"):
        tl.layer_norm(tl.ones(3, 4), (4,), tl.ones(3))


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("smoothing", [0.0, 0.2])
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("shape", [(7,), (5, 10), (3, 300), (2, 5, 3, 4)], ids=str)
def test_cross_entropy(shape, weighted, smoothing, reduction):
    classes = shape[min(1, len(shape) - 1)]
    target = rng.integers(0, classes, () if len(shape) == 1 else (shape[0], *shape[2:]))
    if target.ndim:
        target.reshape(-1)[1] = 1
    weight = rng.random(classes) + 0.1 if weighted else None
    options = {"reduction": reduction, "label_smoothing": smoothing, "ignore_index": 1}
    compare(
        lambda x: F.cross_entropy(x, tl.tensor(target), tl.tensor(weight) if weighted else None,
                                  **options),
        lambda x: torch.nn.functional.cross_entropy(
            x, torch.tensor(target), torch.tensor(weight) if weighted else None, **options),
        rng.normal(0, 2, shape),
    )  # fmt: skip


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("shape", [(7,), (5, 10), (2, 5, 3)], ids=str)
def test_cross_entropy_of_probabilities(shape, reduction):
    target = rng.random(shape)
    weight = rng.random(shape[min(1, len(shape) - 1)])
    options = {"reduction": reduction, "label_smoothing": 0.1}
    compare(
        lambda x: tl.cross_entropy(x, tl.tensor(target), tl.tensor(weight), **options),
        lambda x: torch.nn.functional.cross_entropy(
            x, torch.tensor(target), torch.tensor(weight), **options),
        rng.normal(size=shape),
    )  # fmt: skip


def test_cross_entropy_checks_its_targets():
    x = tl.zeros(3, 4)
    for bad in (4, -1, -101, 1 << 40):
        with pytest.raises(IndexError, match=f"Target {bad} is out of bounds"):
            tl.cross_entropy(x, tl.tensor([0, bad, 1]))
    assert tl.cross_entropy(x, tl.tensor([-100] * 3)).isnan()
    assert tl.cross_entropy(x, tl.tensor([9] * 3), ignore_index=9, reduction="sum") == 0
    with pytest.raises(ValueError, match="batch_size"):
        tl.cross_entropy(x, tl.tensor([0]))
    with pytest.raises(RuntimeError, match="weight tensor"):
        tl.cross_entropy(x, tl.tensor([0, 1, 2]), tl.ones(3))


def test_empty_batch():
    assert tl.cross_entropy(tl.zeros(0, 4), tl.zeros(0, dtype=tl.int64), reduction="sum") == 0


def test_float32_stays_accurate():
    x = (rng.normal(0, 1, (50, 1000)) + 1000).astype(np.float32)
    target = rng.integers(0, 1000, 50)
    got = tl.cross_entropy(tl.tensor(x), tl.tensor(target)).item()
    expected = torch.nn.functional.cross_entropy(torch.tensor(x).double(), torch.tensor(target))
    assert abs(got - expected.item()) < 1e-5


def test_bits_do_not_depend_on_threads():
    x = tl.tensor(rng.normal(size=(700, 500)).astype(np.float32), requires_grad=True)
    target = tl.tensor(rng.integers(0, 500, 700))
    w, b = (tl.tensor(rng.normal(size=500).astype(np.float32), requires_grad=True) for _ in "wb")
    before, results = tl.get_num_threads(), []
    try:
        for count in (1, 2):
            tl.set_num_threads(count)
            y = tl.layer_norm(x, (500,), w, b)
            loss = tl.cross_entropy(y, target) + tl.softmax(y, 1).square().sum()
            results.append([a.numpy().tobytes() for a in tl.autograd.grad(loss, (x, w, b))])
    finally:
        tl.set_num_threads(before)
    assert results[0] == results[1]


@pytest.mark.parametrize("space", [tl, F])
def test_a_loss_and_a_norm_are_checked_in_one_place(space):
    x, target = tl.ones(2, 3), tl.tensor([0, 2])
    refused = [
        (lambda: space.layer_norm(x, (4,)), r"layer_norm: expected input with shape \(\*, 4\): Gi"),
        (lambda: space.layer_norm(x, ()), "layer_norm: expected normalized_shape to be at least 1"),
        (lambda: space.rms_norm(x, 3, tl.ones(2)), r"rms_norm: expected weight of normalized_sh"),
        (lambda: space.cross_entropy(x, tl.tensor([1])), "input batch_size .2. to match target ba"),
        (lambda: space.cross_entropy(x, target, tl.ones(2)), "defined either for all 3 classes or"),
        (lambda: space.cross_entropy(x, target, reduction="x"), "cross_entropy: expected one of n"),
        (lambda: space.cross_entropy(x, target, label_smoothing=2.0), "must be between 0.0 and 1."),
        (lambda: F.nll_loss(x, target, tl.ones(2)), "nll_loss: weight tensor should be defined ei"),
        (lambda: F.nll_loss(x, tl.tensor([1])), "nll_loss: Expected input batch_size .2. to match"),
    ]
    for call, text in refused:
        with pytest.raises((RuntimeError, ValueError), match=text):
            call()
    assert tl.rms_norm is F.rms_norm


@pytest.mark.parametrize("shape", [(5, 3), (5, 3, 2), (5, 3, 4, 4)])
def test_batch_norm_takes_weights_of_any_strides(shape):
    """A kernel of channels reads rows of its own; what a user gives may be a column or expanded."""
    table = tl.rand(3, 4, dtype=tl.float64)
    for pick in (lambda t: t[:, 1], lambda t: t[0, 0].expand(3)):
        results = []
        for dense in (False, True):
            x = tl.arange(float(np.prod(shape)), dtype=tl.float64).reshape(shape).sin()
            x.requires_grad_()
            own = pick(table)
            own = own.clone(memory_format=tl.contiguous_format) if dense else own
            y = tl.nn.functional.batch_norm(x, None, None, own, own * 2, True)
            (gx,) = tl.autograd.grad((y * y * y).sum(), x)
            results.append((y.detach(), gx))
        tl.testing.assert_close(*results)
