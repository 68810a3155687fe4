"""Products of matrices and vectors: values, dtypes and gradients as PyTorch's."""

import numpy as np
import pytest

import tensorlite as tl

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.torch
A = np.random.default_rng(0).normal(size=(3, 4))
CASES = {
    "addmv": lambda T, a: T.addmv(a[:, 0], a, a[0], alpha=0.5, beta=2.0),
    "addmv of a number": lambda T, a: T.addmv(a[0, 0], a, a[0]),
    "addmv without input": lambda T, a: T.addmv(a[:, 0] * float("nan"), a, a[0], beta=0),
    "outer": lambda T, a: T.outer(a[0], a[:, 0]),
    "tensordot": lambda T, a: T.tensordot(a, a, ([0], [0])),
    "tensordot, 1 beside 4": lambda T, a: T.tensordot(a[:, :1], a, ([1, 0], [1, 0])),
}


@pytest.mark.parametrize("name", CASES)
def test_as_torch(name):
    theirs = torch.tensor(A, requires_grad=True)
    ours = tl.tensor(A, requires_grad=True)
    want, got = CASES[name](torch, theirs), CASES[name](tl, ours)
    np.testing.assert_allclose(got.detach().numpy(), want.detach().numpy(), rtol=1e-12)
    want.sum().backward()
    got.sum().backward()
    np.testing.assert_allclose(ours.grad.numpy(), theirs.grad.numpy(), rtol=1e-12)


def test_addmv_of_integers_takes_whole_factors():
    def function(T):
        x = T.tensor([[1, 2], [3, 4]])
        return [T.addmv(x[0], x, x[0], **kw).tolist() for kw in ({"alpha": 0.5}, {"beta": 2.5})]

    assert function(tl) == function(torch)


def test_outer_of_other_dtypes():
    def function(T):
        flags = T.tensor([True, False])
        return [T.outer(flags, flags).tolist(), T.outer(flags, T.tensor([2, 3])).tolist()]

    assert function(tl) == function(torch)


ADDED = {
    "addmm": ((2, 2), (2, 2), (2, 2)), "addmv": ((2,), (2, 2), (2,)),
    "baddbmm": ((1, 2, 2), (1, 2, 2), (1, 2, 2)), "addbmm": ((2, 2), (1, 2, 2), (1, 2, 2)),
}  # fmt: skip


@pytest.mark.parametrize("name", ADDED)
@pytest.mark.parametrize("dtype", [tl.float64, tl.int64, tl.complex64], ids=str)
def test_what_is_added_to_a_product_has_its_dtype(name, dtype):
    """It was converted: what was added in float64 came out in float32, as in no other library."""
    shape, first, second = ADDED[name]
    given = tl.ones(shape, dtype=dtype), tl.ones(first), tl.ones(second)
    for function in (getattr(tl, name), getattr(tl.Tensor, f"{name}_")):
        with pytest.raises(RuntimeError, match=r"the same dtype, tensorlite\.float32; got"):
            function(*given)
    assert given[0].eq(1).all()
