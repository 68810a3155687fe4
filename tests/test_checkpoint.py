"""`utils.checkpoint` and anomaly mode."""

import gc
import weakref

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn
from tensorlite.utils.checkpoint import (
    checkpoint,
    checkpoint_sequential,
    set_checkpoint_early_stop,
)


class Square(tl.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x

    @staticmethod
    def backward(ctx, g):
        return 2 * ctx.saved_tensors[0] * g


def network():
    last = nn.Linear(8, 3), nn.Softmax(-1)
    return nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Dropout(0.5), *last)


def gradients(net, x, call):
    net.zero_grad()
    x = x.clone().requires_grad_()
    tl.manual_seed(7)
    out = call(net, x)
    after = tl.rand(1)
    (out**2).sum().backward()
    return [out.detach(), after, x.grad, *[p.grad for p in net.parameters()]]


@pytest.mark.parametrize(
    "call",
    [
        lambda net, x: checkpoint(net, x, use_reentrant=False),
        lambda net, x: checkpoint(net, x, use_reentrant=True),
        lambda net, x: checkpoint(lambda input: net(input), input=x),
        lambda net, x: checkpoint_sequential(net, 2, x),
        lambda net, x: checkpoint(lambda y: checkpoint(net[1:], y), net[0](x)),
    ],
)
def test_gradients_are_those_without(call):
    net, x = network(), tl.randn(5, 4)
    plain = gradients(net, x, lambda net, x: net(x))
    for a, b in zip(gradients(net, x, call), plain, strict=True):
        np.testing.assert_array_equal(a.numpy(), b.numpy())


def test_nothing_between_is_kept():
    kept = []

    def f(x):
        y = x.exp()
        kept.append(weakref.ref(y.memory))
        return (y * y).sum()

    x = tl.randn(3, requires_grad=True)
    out = checkpoint(f, x)
    gc.collect()
    assert kept[0]() is None
    out.backward()
    assert len(kept) == 2, "the function ran again"
    np.testing.assert_allclose(x.grad.numpy(), (2 * (2 * x).exp()).detach().numpy(), rtol=1e-5)


def test_gradients_of_gradients_and_of_containers():
    x = tl.tensor([0.5, 1.5], dtype=tl.float64, requires_grad=True)
    out = checkpoint(lambda d: {"y": d["x"] ** 3, "z": [d["x"].sin()]}, {"x": x})
    (first,) = tl.autograd.grad(out["y"].sum() + out["z"][0].sum(), x, create_graph=True)
    (second,) = tl.autograd.grad(first.sum(), x)
    np.testing.assert_allclose(second.numpy(), (6 * x - x.sin()).detach().numpy())


def test_a_custom_function_inside():
    x = tl.randn(3, requires_grad=True)
    checkpoint(lambda x: Square.apply(x * 2).sum(), x).backward()
    np.testing.assert_allclose(x.grad.numpy(), 8 * x.detach().numpy(), rtol=1e-6)


def test_when_it_stops_can_be_said():
    with set_checkpoint_early_stop(False):
        x = tl.ones(2, requires_grad=True)
        checkpoint(lambda x: x.sin().exp(), x, use_reentrant=False).sum().backward()
    assert x.grad.tolist() == pytest.approx([1.2534] * 2, rel=1e-4)


def test_a_second_backward():
    x = tl.randn(3, requires_grad=True)
    out = checkpoint(lambda x: (x.exp() * x).sum(), x)
    out.backward(retain_graph=True)
    once = x.grad.clone()
    out.backward()
    np.testing.assert_allclose(x.grad.numpy(), 2 * once.numpy(), rtol=1e-6)
    with pytest.raises(RuntimeError, match="a second time"):
        out.backward()


def test_without_gradients_it_is_a_call():
    with tl.no_grad():
        assert checkpoint(tl.exp, tl.zeros(2)).tolist() == [1, 1]
    assert not checkpoint(tl.exp, tl.zeros(2)).requires_grad


@pytest.mark.parametrize("cached", [False, True], ids=["alone", "beside a cast that is kept"])
def test_it_is_run_again_under_the_same_autocast(cached):
    """Behind the context the recomputed ops were those of float32, and refused."""
    layer, seen = nn.Linear(3, 3), []

    def run(x):
        for _ in range(2):
            x = layer(x)
            seen.append(x.dtype)
        return x.sin()

    x = tl.randn(2, 3, requires_grad=True)
    grads = []
    for call in (lambda run, x: run(x), checkpoint):
        layer.zero_grad()
        with tl.autocast("cpu"):
            first = layer(x) if cached else 0.0
            out = call(run, x).sum() + tl.as_tensor(first).sum()
        with tl.autocast("cpu", dtype=tl.float16):
            out.backward()
        grads.append(layer.weight.grad)
    assert tl.allclose(*grads, rtol=0.02, atol=0.02) and seen == [tl.bfloat16] * 6
    out = checkpoint(run, x).sum()
    with tl.autocast("cpu"):
        out.backward()
    assert seen[6:] == [tl.float32] * 4


def test_what_cannot_be_recomputed():
    calls = []

    def changing(x):
        calls.append(1)
        return x.exp().sum() if len(calls) == 1 else x.exp().sin().sum()

    x = tl.randn(3, requires_grad=True)
    with pytest.raises(RuntimeError, match="different metadata than during the forward"):
        checkpoint(changing, x).backward()
    y = x * 1
    out = checkpoint(lambda y: y.exp().sum(), y)
    y.add_(1)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        out.backward()
    with pytest.raises(ValueError, match="1 to 5 segments"):
        checkpoint_sequential(network(), 9, x)
    with pytest.raises(ValueError, match="determinism_check"):
        checkpoint(tl.exp, x, determinism_check="x")


# ------------------------------------------------------------------ anomaly mode


def test_the_op_and_the_line_of_the_first_nan():
    x = tl.tensor([0.0, 1.0], requires_grad=True)
    with pytest.warns(UserWarning, match="Anomaly Detection"), tl.autograd.detect_anomaly():
        y = x.sqrt()  # the slope at 0 is infinite
        with pytest.raises(RuntimeError, match=r"Function 'SqrtBackward0' returned nan values in "
                           r"its 0th output; sqrt\(float32\[2\]\), called at .*test_checkpoint.py"
                           r":\d+: y = x.sqrt\(\)"):  # fmt: skip
            (y * 0).sum().backward()
        assert tl.is_anomaly_enabled()
    assert not tl.is_anomaly_enabled()
    (x.sqrt() * 0).sum().backward()
    assert x.grad.isnan().any()


def test_a_nan_of_the_forward():
    x = tl.tensor([-1.0, 1.0], requires_grad=True)
    with (
        tl.autograd.set_detect_anomaly(True),
        pytest.raises(
            RuntimeError, match=r"first NaN arose in the forward of log\(.*bad = x.log\(\)"
        ),
    ):
        bad = x.log()
        (bad * bad).exp().sum().backward()


def test_the_switch():
    tl.autograd.set_detect_anomaly(True, check_nan=False)
    try:
        assert tl.is_anomaly_enabled() and not tl.is_anomaly_check_nan_enabled()
        x = tl.tensor([0.0], requires_grad=True)
        (x.sqrt() * 0).sum().backward()
    finally:
        tl.autograd.set_detect_anomaly(False)
    with tl.autograd.set_detect_anomaly(True):
        x = tl.ones(3, requires_grad=True)
        x[1].sin().backward()
    assert not tl.is_anomaly_enabled()


def test_a_function_of_the_users_within_two_checkpoints():
    """The outer one took what the inner one had forgotten for empty, and backward failed."""

    def inner(x):
        return Square.apply(x.sin()).exp()

    def outer(x):
        return checkpoint(inner, x * 2).cos()

    found = []
    for call in (lambda x: inner(x * 2).cos(), outer, lambda x: checkpoint(outer, x)):
        x = tl.tensor([0.3, 0.7], requires_grad=True)
        call(x).sum().backward()
        found.append(x.grad.tolist())
    assert found[0] == found[1] == found[2]
