"""`nn.grad`: the gradients of convolutions as functions."""

import pytest

import tensorlite as tl
from tensorlite import nn

FORMS = {
    "plain": ((2, 3), (4, 3), {}),
    "stride": ((1, 2), (3, 2), {"stride": 2}),
    "all": ((2, 4), (6, 2), {"stride": 2, "padding": 1, "dilation": 2, "groups": 2}),
    "depthwise": ((1, 3), (3, 1), {"groups": 3, "padding": 1}),
}


def operands(m, dims, name, dtype="float32"):
    """The input, the weight, the gradient of the result, and the options."""
    (images, channels), (made, taken), how = FORMS[name]
    conv = getattr(m.nn.functional, f"conv{dims}d")
    shapes = (images, channels, *(7, 6, 5)[:dims]), (made, taken, *(2, 3, 2)[:dims])

    def numbers(shape):
        count = 1
        for extent in shape:
            count *= extent
        return m.sin(m.arange(count, dtype=getattr(m, dtype))).reshape(shape)

    x, weight = map(numbers, shapes)
    return x, weight, numbers(tuple(conv(x, weight, **how).shape)), how


@pytest.mark.torch
@pytest.mark.parametrize("dims", [1, 2, 3])
@pytest.mark.parametrize("name", FORMS)
def test_gradients_are_those_of_pytorch(dims, name):
    torch = pytest.importorskip("torch")

    def both(m):
        x, weight, g, how = operands(m, dims, name, "float64")
        of_input = getattr(m.nn.grad, f"conv{dims}d_input")(x.shape, weight, g, **how)
        of_weight = getattr(m.nn.grad, f"conv{dims}d_weight")(x, weight.shape, g, **how)
        return of_input, of_weight

    for wanted, got in zip(both(torch), both(tl), strict=True):
        assert tuple(got.shape) == tuple(wanted.shape)
        assert tl.allclose(got, tl.tensor(wanted.tolist(), dtype=tl.float64))


@pytest.mark.parametrize("dims", [1, 2, 3])
def test_they_are_what_backward_gives_and_are_recorded(dims):
    x, weight, g, how = operands(tl, dims, "all")
    x, weight = x.requires_grad_(), weight.requires_grad_()
    conv = getattr(nn.functional, f"conv{dims}d")
    wanted = tl.autograd.grad(conv(x, weight, **how), (x, weight), g)

    @tl.compile
    def both(x, weight, g):
        of_input = getattr(nn.grad, f"conv{dims}d_input")(x.shape, weight, g, **how)
        return of_input, getattr(nn.grad, f"conv{dims}d_weight")(x, weight.shape, g, **how)

    for found in (both(x.detach(), weight.detach(), g), both(x.detach(), weight.detach(), g)):
        assert all(tl.allclose(a, b, atol=1e-5) for a, b in zip(found, wanted, strict=True))


def test_they_have_gradients_of_their_own():
    x, weight, g, how = operands(tl, 1, "all", "float64")
    of_input = lambda w, g: nn.grad.conv1d_input(x.shape, w, g, **how)  # noqa: E731
    of_weight = lambda x, g: nn.grad.conv1d_weight(x, weight.shape, g, **how)  # noqa: E731
    first, second = (weight, g), (x, g)
    assert tl.autograd.gradcheck(of_input, [a.requires_grad_() for a in first])
    assert tl.autograd.gradcheck(of_weight, [a.requires_grad_() for a in second])


ERRORS = {
    "places": (lambda g, **t: nn.grad.conv1d_input((1, 2, 9), t["w"], g), "grad_output of shape"),
    "batch": (lambda g, **t: nn.grad.conv1d_input((2, 2, 5), t["w"], g), "grad_output of shape"),
    "channels": (lambda g, **t: nn.grad.conv1d_input((1, 3, 5), t["w"], g), "channels"),
    "groups": (lambda g, **t: nn.grad.conv1d_weight(t["x"], (3, 1, 2), g, groups=2), "channels"),
    "sizes": (lambda g, **t: nn.grad.conv1d_weight(t["x"], (3, 2), g), "weight of 3 sizes"),
    "stride": (lambda g, **t: nn.grad.conv1d_weight(t["x"], (3, 2, 2), g, 0), "stride"),
    "dtype": (lambda g, **t: nn.grad.conv1d_weight(t["x"].double(), (3, 2, 2), g), "of one dtype"),
    "integers": (lambda g, **t: nn.grad.conv1d_weight(t["x"].int(), (3, 2, 2), g), "floating"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_what_does_not_fit_is_refused(name):
    bad, text = ERRORS[name]
    with pytest.raises(RuntimeError, match=f"conv1d_(input|weight): .*{text}"):
        bad(g=tl.ones(1, 3, 4), x=tl.ones(1, 2, 5), w=tl.ones(3, 2, 2))
