"""Ops that NumPy computes take part in plans, and their errors come out of them."""

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.ops.hosted import hosted


def halves(x):
    """NumPy's own work, with an error for negative numbers."""
    if (x < 0).any():
        raise ValueError("no negative numbers")
    return [x / 2]


def half(x):
    return hosted("half", halves, [x], [(x.shape, x.dtype)])[0]


def test_a_hosted_function_is_a_step_of_a_plan():
    step = tl.compile(lambda x: half(x * 2) + 1)
    for _ in range(3):
        x = tl.rand(3, 4)
        assert (step(x) == x + 1).all()
    assert "halves" in [s.kernel for s in step.explain().plans[0].steps]


def test_its_error_leaves_the_plan_usable():
    step = tl.compile(half)
    assert step(tl.ones(2)).tolist() == [0.5, 0.5]
    with pytest.raises(ValueError, match="no negative numbers"):
        step(-tl.ones(2))
    assert step(tl.ones(2)).tolist() == [0.5, 0.5]


@pytest.mark.parametrize("shape", [(0,), (3, 0), ()])
def test_shapes_without_elements_and_without_dims(shape):
    step = tl.compile(half)
    x = tl.ones(*shape) if shape else tl.tensor(1.0)
    for _ in range(2):
        np.testing.assert_array_equal(step(x).numpy(), (x / 2).numpy())
