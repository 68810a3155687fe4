"""`pad`, `pixel_shuffle` and their like, `instance_norm`: beyond PyTorch's own samples."""

import re

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn

F = nn.functional
A = np.random.default_rng(0).normal(size=(2, 4, 4, 6))
CASES = {
    "constant": lambda T, F, x: F.pad(x, (1, -2, 0, 3), value=2.5),
    "reflect": lambda T, F, x: F.pad(x, (5, 2, 3, -1), "reflect"),
    "reflect one": lambda T, F, x: F.pad(x[0, 0], (1, 5), mode="reflect"),
    "replicate": lambda T, F, x: F.pad(x, (7, -1, -2, 9), "replicate"),
    "replicate three": lambda T, F, x: F.pad(x, (1, 1, 2, 2, 3, 3), "replicate"),
    "circular": lambda T, F, x: F.pad(x, (6, 3, -1, 2), "circular"),
    "shuffle": lambda T, F, x: F.pixel_shuffle(x, 2),
    "unshuffle": lambda T, F, x: F.pixel_unshuffle(x[0], 2),
    "channels": lambda T, F, x: F.channel_shuffle(x, 2),
    "instance norm": lambda T, F, x: F.instance_norm(x, weight=x[0, :, 0, 0], bias=x[1, :, 0, 0]),
}


def torch():
    return pytest.importorskip("torch")


def as_torch(function):
    """Values and gradients of the same function in both libraries."""
    results = []
    for T, functional in ((torch(), torch().nn.functional), (tl, F)):
        x = T.tensor(A, requires_grad=True)
        y = function(T, functional, x)
        (y * y * y).sum().backward()
        results.append((y.detach().numpy(), x.grad.numpy()))
    for theirs, ours in zip(*results, strict=True):
        assert theirs.shape == ours.shape
        np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-9)


@pytest.mark.torch
@pytest.mark.parametrize("name", CASES)
def test_as_torch(name):
    as_torch(CASES[name])


@pytest.mark.torch
def test_padding_of_integers_and_bools():
    def found(T, F):
        x = T.arange(6).reshape(1, 2, 3)
        padded = [F.pad(x, (1, 2), mode) for mode in ("reflect", "replicate", "circular")]
        return [y.tolist() for y in (*padded, F.pad(x, (1, 1), value=2.5), F.pad(x > 2, (1, 0)))]

    assert found(tl, F) == found(torch(), torch().nn.functional)


MODES = ("reflect", "replicate", "circular")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("dims", [1, 2, 3])
def test_elements_in_order_and_others_give_the_same(dims, mode):
    """There is a kernel for elements in order; otherwise blocks of places are copied."""
    sides = (2, 1, -1, 3, 1, 0)[: 2 * dims]
    for dtype in (tl.float64, tl.float32, tl.float16, tl.int8, tl.bool, tl.complex64):
        x = tl.tensor(A * 3, dtype=tl.float64).to(dtype)[(0,) * (3 - dims)]
        turned = x.transpose(-1, -2).contiguous().transpose(-1, -2)
        assert x.is_contiguous() and not turned.is_contiguous()
        results = []
        for each in (x, turned):
            if dtype.is_floating_point:
                each.requires_grad_()
            y = F.pad(each, sides, mode)
            if dtype.is_floating_point:
                (y * y).sum().backward()
            results.append((y.detach().tolist(), each.grad))
        assert results[0][0] == results[1][0]
        if dtype.is_floating_point:
            tl.testing.assert_close(results[0][1], results[1][1])


@pytest.mark.parametrize("mode", MODES)
def test_frames_to_the_second_order(mode):
    x = tl.tensor(A[0, :2], requires_grad=True)
    assert tl.autograd.gradcheck(lambda x: F.pad(x, (2, 1, -1, 3), mode) ** 3, (x,))
    assert tl.autograd.gradgradcheck(lambda x: F.pad(x, (2, 1, -1, 3), mode) ** 3, (x,))


@pytest.mark.parametrize("mode", MODES)
def test_frames_of_nothing_of_views_and_of_threads(mode):
    x = tl.tensor(A)
    assert F.pad(x[:0], (1, 1, 1, 1), mode).shape == (0, 4, 6, 8)
    assert F.pad(x[0, :0], (1, 1, 1, 1), mode).shape == (0, 6, 8)
    part = F.pad(x[1], (1, 1, 1, 1), mode)  # begins within other memory
    assert tl.equal(part, F.pad(x[1].clone(), (1, 1, 1, 1), mode))
    large = tl.rand(64, 3, 33, 47)
    before = tl.get_num_threads()
    try:
        tl.set_num_threads(1)
        one = F.pad(large, (3, 2, 1, 4), mode)
        tl.set_num_threads(2)
        assert tl.equal(one, F.pad(large, (3, 2, 1, 4), mode))
    finally:
        tl.set_num_threads(before)


@pytest.mark.parametrize("mode", MODES)
def test_what_is_cropped_away_has_gradients_of_zero(mode):
    x = tl.tensor(A[0], requires_grad=True)
    y = F.pad(x, (-6, 0), mode)
    assert y.shape == (4, 4, 0)
    y.sum().backward()
    assert tl.equal(x.grad, tl.zeros_like(x))


def test_a_shuffle_is_undone():
    x = tl.tensor(A)
    assert tl.equal(F.pixel_unshuffle(F.pixel_shuffle(x, 2), 2), x)


@pytest.mark.torch
def test_statistics_of_instances_as_torch():
    def found(T):
        layer = T.nn.InstanceNorm1d(4, affine=True, track_running_stats=True, dtype=T.float64)
        x = T.tensor(A[:, :, 0])
        trained = [layer(x), layer(2 * x), layer(x[0])]
        state = [v.detach().tolist() for v in layer.state_dict().values()]
        return [y.detach().numpy() for y in (*trained, layer.eval()(x))], state

    (ours, our_state), (theirs, their_state) = found(tl), found(torch())
    for a, b in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-9)
    for a, b in zip(our_state, their_state, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-9)


def test_a_layer_without_parameters_warns_of_other_channels():
    with pytest.warns(UserWarning, match=r"match num_features \(3\), but got: 4"):
        nn.InstanceNorm1d(3)(tl.tensor(A[0]))


X = tl.tensor(A)
ERRORS = [
    (lambda: F.pad(X, (1,)), RuntimeError, "divisible by 2"),
    (lambda: F.pad(X, (1,) * 10), RuntimeError, "two times the input dimension"),
    (lambda: F.pad(X, (-4, -4)), RuntimeError, "pad: expected pads that leave something"),
    (lambda: F.pad(X, (1, 1), "mirror"), NotImplementedError, "Unrecognised padding mode mirror"),
    (lambda: F.pad(X[0], (1, 1), "reflect", 2.0), RuntimeError, "doesn't take in value"),
    (lambda: F.pad(X, (1, 1), "reflect"), NotImplementedError, "not supported for 4D input"),
    (lambda: F.pad(X[0], (-6, 1), "circular"), RuntimeError, "no more than the input dimension"),
    (lambda: F.pad(X[0], (6, 0), "reflect"), RuntimeError, "less than the corresponding input"),
    (lambda: F.pad(X[0], (7, 0), "circular"), RuntimeError, "wrap around more than once"),
    (lambda: F.pad(tl.ones(1, 2, 0), (1, 1), "replicate"), RuntimeError, "non-zero dimensions"),
    (lambda: F.pad([1.0], (1, 1)), TypeError, "must be Tensor, not list"),
    (lambda: F.pixel_shuffle(X[0, 0], 2), RuntimeError, "at least 3 dimensions"),
    (lambda: F.pixel_shuffle(X, 3), RuntimeError, "divisible by the square of upscale_factor"),
    (lambda: F.pixel_shuffle(X, 0), RuntimeError, "positive upscale_factor"),
    (lambda: F.pixel_unshuffle(X, 5), RuntimeError, "expects height to be divisible"),
    (lambda: F.channel_shuffle(X, 3), RuntimeError, "divisible by groups"),
    (lambda: F.instance_norm(X[:, :, 0, 0]), ValueError, "more than 1 spatial element"),
    (lambda: F.instance_norm(X, X[0, :, 0, 0]), ValueError, "either both be None"),
    (lambda: F.instance_norm(X, use_input_stats=False), RuntimeError, "running_mean and running"),
    (lambda: F.instance_norm(X, weight=tl.ones(3)), RuntimeError, "should contain 4 elements"),
    (lambda: nn.InstanceNorm1d(3)(tl.ones(3)), ValueError, "expected 2D or 3D input"),
    (lambda: nn.InstanceNorm1d(3, affine=True)(X[0]), ValueError, "match num_features (3)"),
]


@pytest.mark.parametrize("case", range(len(ERRORS)))
def test_errors(case):
    call, error, text = ERRORS[case]
    with pytest.raises(error, match=re.escape(text)):
        call()
