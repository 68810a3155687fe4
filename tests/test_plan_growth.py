"""What recording costs grows with the number of ops, not with its square: counted in calls."""

import functools

import pytest
from entered import entered

import tensorlite as tl


def chain(n):
    def function(x):
        for k in range(n):
            x = x * 1.01 if k % 2 else x + 0.5
        return x

    return function


def branches(n):
    return lambda x: [(x + float(k)).cumsum(0) for k in range(n // 2)]


def products(n):
    def function(x):
        for _ in range(n // 2):
            x = (x @ x).relu()
        return x

    return function


def slices(n):
    def function(x):
        out = x.clone()
        for k in range(n // 2):
            out[k % 8] = x[k % 8] * 2
        return out

    return function


def training(n):
    weights = [tl.ones(8, requires_grad=True) for _ in range(n // 4)]
    optimizer = tl.optim.SGD(weights, lr=0.1, momentum=0.9)

    def function(x):
        optimizer.zero_grad()
        loss = sum((w * x).sum() for w in weights)
        loss.backward()
        optimizer.step()
        return loss

    return function


def there_and_back(n):
    weight = tl.ones(8, 8, requires_grad=True)

    def function(x):
        for _ in range(n // 4):
            x = (x * weight).relu()
        x.sum().backward()

    return function


def calls(make, n):
    """The calls of functions that recording and planning take, without the making of kernels."""
    tl.compile(make(n)).planned(tl.ones(8, 8))  # all kernels are there from now on
    planned = functools.partial(tl.compile(make(n)).planned, tl.ones(8, 8))
    return len(entered(planned, ("call", "c_call")))


@pytest.mark.parametrize(
    "make", [chain, branches, products, slices, training, there_and_back], ids=lambda f: f.__name__
)
def test_twice_the_ops_take_about_twice_the_calls(make):
    assert calls(make, 800) < 2.6 * calls(make, 400)
