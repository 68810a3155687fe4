"""What recording costs grows with the number of ops, not with its square: counted in calls."""

import functools

import pytest
from entered import entered

import tensorlite as tl
from tensorlite.plan import compiled


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


def test_a_function_is_recorded_once_where_ipython_is_loaded(monkeypatch):
    """Whose code runs where a place is named: it was followed, by a search of the whole heap."""
    pytest.importorskip("IPython")
    runs, record = [], compiled.record
    monkeypatch.setattr(compiled, "record", lambda *given: runs.append(given) or record(*given))
    y = tl.ones(5)
    tl.compile(lambda x: x.mul_(2.0))(y)
    assert len(runs) == 1 and y.tolist() == [2.0] * 5
