"""Einstein's summation: in which order it contracts."""

import functools
import importlib
import math

import numpy as np
import pytest

import tensorlite as tl


def test_einsum_takes_the_order_of_fewest_multiplications():
    """The smallest result first took 4.3 times as many for this chain."""
    order = importlib.import_module("tensorlite.ops.einsum")._order
    terms = [list("ab"), list("bc"), list("cd"), list("de")]
    extents = dict(zip("abcde", (10, 2, 10, 50, 50), strict=True))
    work, count = [set(term) for term in terms], 0
    for i, j, stays in order(terms, list("ae"), extents):
        count += math.prod(extents[c] for c in work[i] | work[j])
        work.append((work[i] | work[j]) & stays)
    assert count == 2 * 10 * 50 + 2 * 50 * 50 + 10 * 2 * 50
    x = [np.random.default_rng(n).normal(size=(3, 3)) for n in range(9)]
    for n in (4, 9):  # the best order, and the smallest result first
        equation = ",".join("abcdefghij"[k : k + 2] for k in range(n)) + f"->a{'abcdefghij'[n]}"
        found = tl.einsum(equation, *map(tl.from_numpy, x[:n])).numpy()
        np.testing.assert_allclose(found, functools.reduce(np.matmul, x[:n]), rtol=1e-9)


LISTS = {
    "product": lambda m, x, y: m.einsum(x, [0, 1], y, [1, 2], [0, 2]),
    "without a result": lambda m, x, y: m.einsum(x, [5, 1], y, [1, 2]),
    "last before first": lambda m, x, y: m.einsum(x, [51, 0], y, [0, 26]),
    "tuples": lambda m, x, y: m.einsum(x, (0, 1), (1, 0)),
    "dots": lambda m, x, y: m.einsum(x, [..., 1], y, [1, 2], [..., 2]),
    "diagonal": lambda m, x, y: m.einsum(x[:, :2], [0, 0], [0]),
    "sum": lambda m, x, y: m.einsum(x, [0, 1], []),
    "52": lambda m, x, y: m.einsum(x, [0, 52]),
    "-1": lambda m, x, y: m.einsum(x, [0, -1]),
}


@pytest.mark.torch
@pytest.mark.parametrize("name", LISTS)
def test_dims_may_be_numbers(name):
    torch = pytest.importorskip("torch")

    def result(m):
        x, y = m.arange(6.0).reshape(2, 3), m.arange(12.0).reshape(3, 4)
        try:
            return LISTS[name](m, x, y).tolist()
        except ValueError:
            return "refused"

    assert result(tl) == result(torch)


def test_numbers_of_dims_are_expected():
    with pytest.raises(TypeError, match="einsum: expected a list of numbers after each operand"):
        tl.einsum(tl.ones(2), tl.ones(2))
