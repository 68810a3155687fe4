"""Gradients of gradients through compiled forwards, and hooks on what they depend on."""

import gc
import weakref

import pytest

import tensorlite as tl
from tensorlite import nn
from tensorlite.nn import functional as F

grad = tl.autograd.grad


def lists(*tensors):
    return [t.tolist() for t in tensors]


def same(run):
    """What `run(wrap)` gives with `tl.compile` is what it gives without."""
    found = []
    for wrap in (lambda function: function, tl.compile):
        tl.manual_seed(3)
        found.append(run(wrap))
    assert found[1] == found[0]


def test_four_orders_of_two_arguments():
    def run(wrap):
        f = wrap(lambda x, y: ((x**3 * y).sin().sum(), x * y))
        x, y = tl.arange(4.0).requires_grad_(), (tl.arange(4.0) + 1).requires_grad_()
        first = grad(f(x, y)[0], (x, y), create_graph=True)
        product = (first[0] * tl.arange(4.0)).sum() + first[1].sum()
        second = grad(product, (x, y), create_graph=True)
        third = grad(second[0].sum(), (x, y), create_graph=True)
        return lists(*first, *second, *third, *grad(third[0].sum(), x))

    same(run)


def test_a_gradient_penalty_trains():
    """Sums over the paths of a step may come in another order: last bits differ."""

    def run(wrap):
        tl.manual_seed(3)
        net = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 1))
        optimizer, critic = tl.optim.SGD(net.parameters(), lr=0.1), wrap(lambda x: net(x))
        for _ in range(3):
            optimizer.zero_grad()
            x = tl.randn(4, 3, requires_grad=True)
            y = critic(x).sum()
            (g,) = grad(y, x, create_graph=True)
            (((g.norm(dim=1) - 1) ** 2).mean() + y).backward()
            optimizer.step()
        return tl.cat([p.detach().flatten() for p in net.parameters()])

    assert tl.allclose(run(tl.compile), run(lambda function: function), rtol=1e-5, atol=1e-6)


def test_hooks_run_once_in_either_way():
    def run(wrap):
        w, seen = tl.ones(3, requires_grad=True), []
        p = tl.ones(3, requires_grad=True)
        p.register_hook(lambda g: g * 2)
        w.register_hook(lambda g: seen.append(g.tolist()) or g * 2)
        x = w * 2
        x.register_hook(lambda g: seen.append(g.tolist()) or g * 3)
        f = wrap(lambda x: x.exp() * x * p)
        f(x).sum().backward(retain_graph=True)
        (g,) = grad(f(x).sum(), w, create_graph=True)
        g.sum().backward()
        return lists(g, w.grad, p.grad), seen

    same(run)


def test_what_was_drawn_is_drawn_again():
    def run(wrap):
        f = wrap(lambda x: F.dropout(x * x * x, 0.5) + tl.rand(5) * x)
        x, found = tl.ones(5, requires_grad=True), []
        for _ in range(3):
            y, between = f(x), tl.rand(2)
            (g,) = grad(y.sum(), x, create_graph=True)
            found += lists(y, g, *grad(g.sum(), x), between, tl.rand(2))
        return found

    same(run)


@pytest.mark.parametrize(("function", "start"), [
    (lambda x: (x.detach(), x.exp() * x)[1], lambda: tl.ones(3)),
    (lambda x: x[1:].expand(3, 3) ** 2, lambda: tl.arange(4.0).view(4, 1)[:, 0]),
    (lambda x: {"cube": x**3, "n": 3}["cube"], lambda: tl.arange(3.0)),
    (lambda x: (x @ x.t()).softmax(-1).log(), lambda: tl.eye(3)),
], ids=["several", "view", "dict", "rows"])  # fmt: skip
def test_second_order(function, start):
    def run(wrap):
        x, f = start().detach().requires_grad_(), wrap(function)
        (g,) = grad(f(x).sum(), x, create_graph=True)
        return lists(g, *grad((g * g).sum(), x))

    same(run)


def test_one_tensor_twice_and_named_arguments():
    def run(wrap):
        x = tl.arange(3.0).requires_grad_()
        f = wrap(lambda a, b, power=2: a**power * b)
        (g,) = grad(f(x, x, power=3).sum(), x, create_graph=True)
        return lists(g, *grad(g.sum(), x))

    same(run)


def test_gradgradcheck_of_a_compiled_function():
    x = tl.randn(3, 4, dtype=tl.float64, requires_grad=True)
    y = tl.randn(4, 2, dtype=tl.float64, requires_grad=True)
    assert tl.autograd.gradgradcheck(tl.compile(lambda x, y: (x @ y).tanh()), (x, y))


leaf = tl.ones(3).requires_grad_()


def calls_backward(x):
    leaf.pow(2).sum().backward()
    return x * x


@pytest.mark.parametrize(("make", "message"), [
    (lambda: nn.BatchNorm1d(3), "one that changes a parameter, a buffer or another tensor"),
    (lambda: calls_backward, r"one that calls backward\(\)"),
], ids=["writes", "inner backward"])  # fmt: skip
def test_what_writes_is_refused(make, message):
    x, f = tl.randn(5, 3, requires_grad=True), tl.compile(make())
    y = f(x).pow(2).sum()
    with pytest.raises(RuntimeError, match=message):
        grad(y, x, create_graph=True)


def test_what_changed_since_the_call_is_refused():
    scale = tl.ones(3)
    x, f = tl.ones(3, requires_grad=True), tl.compile(lambda x: x * x + scale)
    y = f(x)
    scale.mul_(2)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        grad(y.sum(), x, create_graph=True)
    factor = 2.0
    f = tl.compile(lambda x: x * x * factor)
    y, factor = f(x), 3.0
    with pytest.raises(RuntimeError, match="got a change of factor"):
        grad(y.sum(), x, create_graph=True)


def test_arguments_do_not_outlive_their_call():
    f, x = tl.compile(lambda x, power=2: x**power), tl.ones(3, requires_grad=True)
    f(x, power=3)
    alive = weakref.ref(x)
    del x
    gc.collect()
    assert alive() is None


def _returned(x):
    w = tl.ones(3, requires_grad=True)
    return w, (w * x).sum()


def _returned_first_of_two(x):
    w, v = tl.ones(3, requires_grad=True), tl.full((3,), 2.0, requires_grad=True)
    return [(w * v * x).sum(), {"v": v}]


def _detached(x):
    w = (x * 2).detach().requires_grad_()
    return w, (w * w * x).sum()


def _of_an_argument(x):
    w = x.detach().requires_grad_()
    return w, (w * w).sum()


def _with_a_gradient(x):
    w = tl.ones(3, requires_grad=True)
    (w * x).sum().backward()
    return w, (w * w * x).sum()


@pytest.mark.parametrize("function", [_returned, _returned_first_of_two, _detached,
                                      _of_an_argument, _with_a_gradient])  # fmt: skip
def test_a_leaf_that_the_function_makes_and_returns_gets_its_gradient(function):
    compiled, found = tl.compile(function), []
    for call in (function, compiled, compiled):
        results = tl.plan.tree.flatten(call(tl.arange(3.0)))[0]
        leaf = next(x for x in results if x.is_leaf)
        loss = next(x for x in results if not x.is_leaf)
        loss.backward()
        found.append(leaf.grad.tolist())
    assert found[1] == found[2] == found[0]
    first, second = (compiled(tl.arange(3.0)) for _ in range(2))
    leaves = [next(x for x in tl.plan.tree.flatten(r)[0] if x.is_leaf) for r in (first, second)]
    before = None if leaves[1].grad is None else leaves[1].grad.tolist()
    next(x for x in tl.plan.tree.flatten(first)[0] if not x.is_leaf).backward()
    assert leaves[0].grad.tolist() == found[0]
    assert (None if leaves[1].grad is None else leaves[1].grad.tolist()) == before


def test_second_derivatives_at_such_a_leaf_are_refused():
    w, loss = tl.compile(_detached)(tl.arange(3.0))
    with pytest.raises(RuntimeError, match="got one that it makes and returns; try making it out"):
        tl.autograd.grad(loss, w, create_graph=True)
    w, loss = tl.compile(_detached)(tl.arange(3.0))
    assert tl.autograd.grad(loss, w)[0].tolist() == [0, 4, 16]
