"""Ops that look at data, but whose shapes do not depend on it, take part in plans.

The results are those of eager code, bit for bit; bad data raises what it raises there, and nothing
is written. Memory that a plan writes may not come as an argument, too.
"""

import numpy as np
import pytest
from test_plan import same_steps, state_of, training
from test_plan_table import agree, content, with_gradients

import tensorlite as tl
from tensorlite import nn, optim
from tensorlite.nn import functional as F

LARGE = 1 << 20  # elements: many blocks of a mask


def floats(rng, *shape):
    return tl.from_numpy(rng.random(shape, np.float32))


def with_zeros(rng, *shape):
    return tl.from_numpy(np.where(rng.random(shape) < 0.2, 0, rng.normal(size=shape)))


def flags(rng, *shape):
    return tl.from_numpy(rng.random(shape) < rng.random())


def integers(rng, low, high, *shape):
    return tl.from_numpy(rng.integers(low, high, shape))


def second_gradient(x):
    (g,) = tl.autograd.grad(x.cumprod(1).square().sum(), x, create_graph=True)
    return g


CASES = {
    "bernoulli": (tl.bernoulli, lambda r: [floats(r, 6, 5)]),
    "poisson": (tl.poisson, lambda r: [9 * floats(r, 6, 5)]),
    "binomial": (lambda p: tl.binomial(tl.full((5,), 20.0), p), lambda r: [floats(r, 6, 5)]),
    "bernoulli of another dtype": (lambda p: tl.zeros(6, 5, dtype=tl.int64).bernoulli_(p),
                                   lambda r: [floats(r, 6, 5)]),
    "bernoulli_": (lambda x, p: (x * 2).bernoulli_(p), lambda r: [floats(r, 6, 5), floats(r, 5)]),
    "unfold": (lambda x: x.unfold(0, 4, 2) * 3, lambda r: [floats(r, 12, 5)]),
    "unfold twice": (lambda x: x.t().unfold(0, 3, 1).unfold(1, 2, 1),
                     lambda r: [floats(r, 6, 5)]),
    "cumprod": (lambda x: x.cumprod(0), lambda r: [with_zeros(r, 6, 5)]),
    "cumprod twice": (second_gradient, lambda r: [with_zeros(r, 6, 5)]),
    "put": (lambda x, i, s: (x * 2).put_(i, s), lambda r: [
        floats(r, 6, 5), tl.from_numpy(r.permutation(30)[:8] - 15), floats(r, 8)]),
    "put to add": (lambda x, i, s: (x * 2).t().put_(i, s, accumulate=True), lambda r: [
        floats(r, 6, 5), integers(r, -30, 30, 2, 8), floats(r, 16)]),
    "put of one dim": (lambda x, i, s: (x * 2).put_(i, s, True), lambda r: [
        floats(r, 30), integers(r, 0, 30, 8), floats(r, 8)]),
    "histc": (lambda x: x.histc(4, 0.25, 0.75), lambda r: [floats(r, 6, 5)]),
    "histc of all": (lambda x: x.histc(4), lambda r: [with_zeros(r, 6, 5)]),
    "histc of equals": (lambda x: x.histc(4), lambda r: [floats(r, 1).expand(7)]),
    "cov": (lambda x, f, a: [tl.cov(x, fweights=f), tl.cov(x, aweights=a),
                             tl.cov(x, correction=0, fweights=f, aweights=a)],
            lambda r: [floats(r, 3, 7), integers(r, 1, 5, 7), floats(r, 7)]),
    "masked_scatter": (lambda x, m, s: x.masked_scatter(m, s), lambda r: [
        floats(r, 6, 5), flags(r, 5), floats(r, 40)]),
    "masked_scatter of blocks": (lambda x, m, s: x.masked_scatter(m, s), lambda r: [
        floats(r, LARGE), flags(r, LARGE), floats(r, 2, LARGE)]),
    "masked_scatter_": (lambda x, m, s: (x * 2).t().masked_scatter_(m, s), lambda r: [
        floats(r, 6, 5), flags(r, 5, 6), floats(r, 30)]),
    "multinomial": (lambda p: tl.multinomial(p, 4), lambda r: [floats(r, 3, 6)]),
    "multinomial again": (lambda p: tl.multinomial(p, 9, True), lambda r: [floats(r, 3, 6)]),
    "multinomial of a vector": (lambda p: p.multinomial(1), lambda r: [floats(r, 6)]),
    "one_hot": (lambda i: F.one_hot(i, 7), lambda r: [integers(r, 0, 7, 4, 3)]),
    "linspace": (lambda a: [tl.linspace(a[0], a[1], 5), tl.linspace(a[0], 2, 5, dtype=tl.float64)],
                 lambda r: [floats(r, 2)]),
    "logspace": (lambda a: tl.logspace(1, a[0], 5, base=2.0), lambda r: [floats(r, 2)]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_same_bits_as_eager(name):
    function, data = CASES[name]
    calls = [lambda k=k: data(np.random.default_rng(k)) for k in (1, 2, 3)]
    agree(with_gradients(function), *calls)


# ------------------------------------------------------------------ bad data


def clipped(g):
    p = tl.zeros(3, requires_grad=True)
    p.grad = g * 1
    return nn.utils.clip_grad_norm_([p], 1.0, error_if_nonfinite=True)


ONES = tl.ones(3)
BAD = {  # function, good data, bad data
    "bernoulli": (tl.bernoulli, ONES, [0.5, -1.5, 2.0]),
    "poisson": (tl.poisson, ONES, [0.5, -1.5, 2.0]),
    "binomial": (lambda p: tl.binomial(tl.ones(3), p), ONES, [0.5, -1.5, 2.0]),
    "bernoulli of NaN": (tl.bernoulli, ONES, [0.5, 1.0, np.nan]),
    "bernoulli_": (lambda p: tl.zeros(3).bernoulli_(p), ONES, [0.5, 1.0, 1.5]),
    "histc": (lambda x: x.histc(3), ONES, [0.5, 1.0, np.inf]),
    "cov": (lambda w: tl.cov(tl.ones(2, 3), aweights=w), ONES, [0.5, -0.25, -0.5]),
    "cov of counts": (lambda w: tl.cov(tl.ones(2, 3), fweights=w), ONES.long(), [1, -2, 3]),
    "masked_scatter": (lambda m: tl.zeros(3).masked_scatter(m > 0, tl.ones(2)),
                       tl.tensor([1.0, 0.0, 1.0]), [1.0, 1.0, 1.0]),
    "masked_scatter_": (lambda m: tl.zeros(3).masked_scatter_(m > 0, tl.ones(2)),
                        tl.tensor([1.0, 0.0, 1.0]), [1.0, 1.0, 1.0]),
    "multinomial below 0": (lambda p: tl.multinomial(p, 1), ONES, [0.5, -0.5, 1.0]),
    "multinomial of NaN": (lambda p: tl.multinomial(p, 1, True), ONES, [0.5, np.nan, 1.0]),
    "multinomial of zeros": (lambda p: tl.multinomial(p, 1), ONES, [0.0, 0.0, 0.0]),
    "multinomial of too few": (lambda p: tl.multinomial(p, 2), ONES, [0.0, 0.0, 1.0]),
    "put_": (lambda i: tl.zeros(2, 2).put_(i, tl.ones(3)), ONES.long(), [0, 1, 4]),
    "one_hot": (lambda i: F.one_hot(i, 3), ONES.long(), [0, 3, 5]),
    "one_hot below 0": (lambda i: F.one_hot(i, 3), ONES.long(), [0, -1, -2]),
    "clip_grad_norm_": (clipped, ONES, [0.5, np.inf, 1.0]),
}  # fmt: skip


@pytest.mark.parametrize("calls_before", [0, 2])
@pytest.mark.parametrize("name", BAD)
def test_bad_data_raises_and_changes_nothing(name, calls_before):
    function, good, bad = BAD[name]
    bad = tl.tensor(bad, dtype=good.dtype)
    count, total = tl.tensor(0.0), tl.zeros(3)

    def step(x, changed):
        result = function(x)
        count.add_(1)
        total.add_(x).mul_(2)  # the loop over x that the check needs could take this one in
        changed.mul_(3)
        return result, x * 2 + 1

    with pytest.raises((RuntimeError, IndexError)) as wanted:
        function(bad)
    compiled, changed = tl.compile(step), tl.ones(4)
    for _ in range(calls_before):
        compiled(good, changed)

    def state():
        return content([count, total, changed, tl.default_generator.get_state()])

    before = state()
    for _ in range(2):
        with pytest.raises(type(wanted.value)) as caught:
            compiled(bad, changed)
        assert str(caught.value) == str(wanted.value)
        assert state() == before
    compiled(good, changed)
    assert count.item() == calls_before + 1


def test_one_hot_of_an_unknown_number_of_classes_is_refused():
    with pytest.raises(tl.TraceError, match=r"whose shape depends on data\) at .*test_plan_data"):
        tl.compile(lambda i: F.one_hot(i))(ONES.long())


# ------------------------------------------------------------------ averages over all batches


@pytest.mark.parametrize("shape", [(8, 5), (8, 5, 3)])
def test_batch_norm_with_a_plain_average(shape):
    def make():
        tl.manual_seed(1)
        norm = nn.BatchNorm1d(5, momentum=None)
        optimizer = optim.SGD(norm.parameters(), lr=0.1)
        return training(norm, optimizer), lambda: state_of(norm, optimizer)

    data = [np.random.default_rng(k).random((2, *shape), np.float32) for k in range(4)]
    same_steps(make, data)


def test_batch_norm_in_evaluation_does_not_count():
    norm = nn.BatchNorm1d(5, momentum=None)
    compiled = tl.compile(norm)
    x = floats(np.random.default_rng(0), 8, 5)
    compiled(x)
    norm.eval()
    before = content(list(norm.buffers()))
    assert content(compiled(x)) == content(norm(x))
    assert content(list(norm.buffers())) == before
    norm.train()
    compiled(x * 3)
    assert norm.num_batches_tracked == 2
    np.testing.assert_allclose(norm.running_mean.numpy(), x.mean(0).numpy() * 2, rtol=1e-5)


# ------------------------------------------------------------------ memory that a plan writes


def momentum_step():
    tl.manual_seed(0)
    model = nn.Linear(5, 3)
    optimizer = optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    return model, optimizer, training(model, optimizer)


SHARED = {
    "parameter": lambda model, optimizer: model.weight.detach(),
    "part of a parameter": lambda model, optimizer: model.weight.detach()[1:],
    "optimizer state": lambda model, optimizer: optimizer.state[model.weight]["momentum_buffer"],
}


@pytest.mark.parametrize("calls_before", [0, 2])
@pytest.mark.parametrize("name", SHARED)
def test_an_argument_in_memory_that_the_function_changes_is_refused(name, calls_before):
    model, optimizer, step = momentum_step()
    step(tl.ones(3, 5), tl.ones(3, 3))
    x = SHARED[name](model, optimizer)
    compiled, y = tl.compile(step), tl.ones(x.shape[0], 3)
    for _ in range(calls_before):
        compiled(tl.ones(*x.shape), y)
    before = content(state_of(model, optimizer))
    with pytest.raises(RuntimeError, match=r"memory of its own for the argument float32\[.*clone"):
        compiled(x, y)
    assert content(state_of(model, optimizer)) == before
    compiled(x.clone(), y)


def test_a_gradient_may_be_an_argument():
    found = []
    for wrap in (lambda f: f, tl.compile):
        model, optimizer, step = momentum_step()
        step = wrap(step)
        x, y = tl.ones(3, 5), tl.ones(3, 3)
        results = [step(x, y)]
        for _ in range(3):
            results.append(step(model.weight.grad, y))
        found.append(content([results, state_of(model, optimizer)]))
    assert found[0] == found[1]


def test_an_argument_that_is_changed_may_not_share_what_is_read():
    w = tl.ones(3)
    double = tl.compile(lambda x: x.mul_(2) + w)
    assert double(tl.ones(3)).tolist() == [3, 3, 3]
    with pytest.raises(RuntimeError, match=r"shared with another argument or tensor; try clone"):
        double(w.detach())
    assert w.tolist() == [1, 1, 1]
