"""Lists of tensors by the names that optimizers call in PyTorch: `_foreach_add_` and its like."""

import re

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import foreach

rng = np.random.default_rng(0)
ARRAYS = [rng.uniform(0.1, 0.9, shape) for shape in ((3,), (2, 2), ())]
MORE = [rng.uniform(0.1, 0.9, x.shape) for x in ARRAYS]
WEIGHTS = [0.5, 0.25, 2.0]
PAIRS = [f"{name}{end}" for name in foreach.PAIRS for end in ("", "_")]


def both(name, call):
    """The results of a function in both libraries, and what it has made of its tensors."""
    torch = pytest.importorskip("torch")
    found = []
    for T in (torch, tl):
        x, y = ([T.tensor(a) for a in arrays] for arrays in (ARRAYS, MORE))
        out = call(getattr(T, f"_foreach_{name}"), T, x, y)
        found.append(([each.tolist() for each in out], [each.tolist() for each in x]))
        if name.endswith("_") and T is tl:
            assert out is x
    for ours, theirs in zip(found[1], found[0], strict=True):
        for a, b in zip(ours, theirs, strict=True):
            np.testing.assert_allclose(a, b, rtol=1e-12)


@pytest.mark.torch
@pytest.mark.parametrize(
    "name", [*foreach.ALONE, *(f"{n}_" for n in foreach.ALONE), "clone", "max", "zero_"]
)
def test_alone(name):
    both(name, lambda f, T, x, y: f(x))


@pytest.mark.torch
@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("other", ["list", "number", "numbers"])
def test_pairs(name, other):
    values = {"list": lambda y: y, "number": lambda y: 0.3, "numbers": lambda y: WEIGHTS}[other]
    both(name, lambda f, T, x, y: f(x, values(y)))


@pytest.mark.torch
def test_pairs_with_a_factor_or_one_tensor():
    both("add_", lambda f, T, x, y: f(x, y, alpha=-0.5))
    both("sub", lambda f, T, x, y: f(x, y, alpha=2))
    both("mul_", lambda f, T, x, y: f(x, T.tensor(3.0, dtype=T.float64)))
    both("copy_", lambda f, T, x, y: f(x, y))
    both("pow", lambda f, T, x, y: f(2.0, x))


@pytest.mark.torch
@pytest.mark.parametrize("end", ["", "_"])
def test_weighted(end):
    for name in ("addcmul", "addcdiv"):
        both(name + end, lambda f, T, x, y: f(x, y, y))
        both(name + end, lambda f, T, x, y: f(x, y, y, value=0.3))
        both(name + end, lambda f, T, x, y: f(x, y, y, WEIGHTS))
        both(name + end, lambda f, T, x, y: f(x, y, y, T.tensor(WEIGHTS, dtype=T.float64)))
    both(f"lerp{end}", lambda f, T, x, y: f(x, y, 0.3))
    both(f"lerp{end}", lambda f, T, x, y: f(x, y, WEIGHTS))
    both(f"lerp{end}", lambda f, T, x, y: f(x, y, y))


@pytest.mark.torch
def test_norms():
    for order in (1, 2, float("inf")):
        both("norm", lambda f, T, x, y, order=order: f(x, order))
    both("powsum", lambda f, T, x, y: f(x, 3))


@pytest.mark.torch
def test_every_name_of_pytorch_is_there():
    torch = pytest.importorskip("torch")
    names = [name for name in dir(torch) if name.startswith("_foreach_")]
    assert names and all(callable(getattr(tl, name)) for name in names)


X = [tl.ones(2), tl.ones(3)]
ERRORS = [
    (lambda: tl._foreach_add(X, [1.0]), RuntimeError, "the same number of elements, 2; got 1"),
    (lambda: tl._foreach_mul_(X, X[:1]), RuntimeError, "_foreach_mul_: expected lists"),
    (lambda: tl._foreach_add(X[0], 1), TypeError, "expected a list of Tensors; got Tensor"),
    (lambda: tl._foreach_exp([1.0]), TypeError, "expected a list of Tensors; got list"),
    (lambda: tl._foreach_sqrt_([]), RuntimeError, "must have at least one tensor"),
    (lambda: tl._foreach_lerp(X, X, [0.5]), RuntimeError, "_foreach_lerp: expected lists"),
    (lambda: tl._foreach_matmul(X, X), AttributeError, "_foreach_matmul"),
]


@pytest.mark.parametrize("case", range(len(ERRORS)))
def test_errors(case):
    call, error, text = ERRORS[case]
    with pytest.raises(error, match=re.escape(text)):
        call()
