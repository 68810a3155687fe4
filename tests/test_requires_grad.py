"""Results require grad where PyTorch's do: also where the gradient is 0, or of nothing."""

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.nn import functional as F

EMPTY = tl.zeros(0, dtype=tl.int64)
# each of a vector x that requires grad; its gradient is 0
UNMOVED = {
    "gather of an empty index": lambda x: x.gather(0, EMPTY),
    "combinations of nothing": lambda x: tl.combinations(x[:1], 2),
    "bernoulli": lambda x: tl.bernoulli(x),
    "poisson": lambda x: tl.poisson(x),
    "binomial of counts": lambda x: tl.binomial(x, tl.full((3,), 0.5)),
    "binomial of probabilities": lambda x: tl.binomial(tl.ones(3), x),
    "normal of means": lambda x: tl.normal(x, 1.0),
    "normal of deviations": lambda x: tl.normal(0.0, x),
    "norm 0": lambda x: x.norm(0),
    "vector_norm 0": lambda x: tl.linalg.vector_norm(x, 0),
    "cat of an empty vector": lambda x: tl.cat([x[:0], tl.ones(2, 2)]),
    "addr": lambda x: tl.addr(x, tl.ones(3), tl.ones(3), beta=0),
    "scatter of nothing": lambda x: tl.ones(2).scatter(0, EMPTY, x[:0]),
}


@pytest.mark.parametrize("name", UNMOVED)
def test_results_that_do_not_move_with_x(name):
    x = tl.tensor([0.25, 0.5, 0.75], requires_grad=True)
    y = UNMOVED[name](x)
    assert y.requires_grad
    y.sum().backward()
    assert x.grad.tolist() == [0, 0, 0]
    with tl.no_grad():
        assert not UNMOVED[name](x).requires_grad


@pytest.mark.parametrize("function", [tl.quantile, tl.nanquantile])
def test_quantiles_move_with_q(function):
    q = tl.tensor([0.3, 0.5], requires_grad=True)
    y = function(tl.tensor([1.0, 5, 2, 7]), q)
    assert tl.autograd.grad(y.sum(), q)[0].tolist() == [3, 9]
    for interpolation in ("lower", "higher", "nearest", "midpoint"):
        assert not function(tl.arange(4.0), q, interpolation=interpolation).requires_grad


def test_combinations_pass_gradients():
    x = tl.arange(4.0).requires_grad_()
    assert tl.combinations(x).tolist()[:2] == [[0, 1], [0, 2]]
    tl.combinations(x, 3, with_replacement=True).sum().backward()
    np.testing.assert_allclose(x.grad.numpy(), 15)


@pytest.mark.parametrize("function", [tl.unique, tl.unique_consecutive])
def test_distinct_elements_have_no_gradient(function):
    y = function(tl.ones(3, requires_grad=True), return_counts=True)
    assert y[0].requires_grad and not y[1].requires_grad
    with pytest.raises(RuntimeError, match="has no derivative with respect to x"):
        y[0].sum().backward()


def test_a_hinge_does_not_move_with_its_target():
    target = tl.ones(3, requires_grad=True)
    assert not F.hinge_embedding_loss(tl.zeros(3), target).requires_grad


def test_a_leaf_that_is_frozen_for_a_while_stays_in_its_graphs():
    for freeze in (lambda x: x.requires_grad_(False), lambda x: x.detach_()):
        x = tl.ones(2, requires_grad=True)
        x.register_hook(lambda g: g * 10)
        x.grad = tl.ones(2)
        y = x * 2
        assert freeze(x).grad.tolist() == [1, 1]
        x.requires_grad_()
        y.sum().backward()
        (x * 3).sum().backward()
        assert x.grad.tolist() == [51, 51]


@pytest.mark.parametrize("wrap", [lambda f: f, tl.compile])
def test_what_a_leaf_receives_is_added_up_before_it_is_added(wrap):
    """old + (a + b), as in PyTorch and with hooks, not (old + a) + b."""
    tiny = 2.0**-24
    x = tl.ones(1, requires_grad=True)
    x.grad = tl.ones(1)
    wrap(lambda: x * tiny + x * tiny)().sum().backward()
    assert x.grad.item() == 1 + 2 * tiny


@pytest.mark.parametrize("freeze", [lambda x: x.requires_grad_(False), lambda x: x.detach_()])
def test_a_leaf_that_is_frozen_after_the_forward_pass_receives_nothing(freeze):
    """A backbone is frozen for a new head while the loss before is still to be walked."""
    backbone, head = tl.ones(2, requires_grad=True), tl.ones(2, requires_grad=True)
    backbone.grad = tl.ones(2)
    loss = (backbone * head).sum()
    freeze(backbone)
    loss.backward()
    assert head.grad.tolist() == [1, 1]
    assert backbone.grad.tolist() == [1, 1]
