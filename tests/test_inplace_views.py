"""In-place views: shapes, values and gradients as PyTorch's, and what they do to other tensors."""

import pytest

import tensorlite as tl

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.torch


def chain(T):
    x = T.arange(6.0).reshape(1, 2, 3).requires_grad_()
    y = x * 2
    y.squeeze_(0).transpose_(0, 1).unsqueeze_(-1).swapaxes_(0, 1)
    z = y * y
    z.sum().backward()
    return x.grad, y, y.shape, y.stride()


def view_of_a_view(T):
    x = T.arange(6.0).reshape(2, 3).requires_grad_()
    base = x * 2
    row = base[0]
    row.unsqueeze_(0)
    row.mul_(3)
    base.sum().backward()
    return x.grad, row, base


def base_of_a_view(T):
    x = T.arange(6.0).reshape(2, 3).requires_grad_()
    base = x * 2
    row = base[0]
    base.t_()
    base[0] = 0.0
    (row * T.tensor([1.0, 2.0, 3.0])).sum().backward()
    return x.grad, row, base


def leaf_without_grad_mode(T):
    x = T.ones(2, 3, requires_grad=True)
    with T.no_grad():
        x.t_()
    (x * x).sum().backward()
    return x.grad, x


def history_that_comes_later(T):
    x = T.arange(6.0).reshape(2, 3)
    flat = x.view(6)
    flat.unsqueeze_(0)
    y = T.ones(2, 3, requires_grad=True)
    x.mul_(y * 2)
    flat.sum().backward()
    return y.grad, flat


def version(T):
    x = T.ones(2, 3)
    before = x._version
    x.t_()
    return x._version - before, x.is_contiguous(), x.swapdims_(0, 1).stride()


CASES = (chain, view_of_a_view, base_of_a_view, leaf_without_grad_mode,
         history_that_comes_later, version)  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_as_torch(case):
    results = [
        [x.tolist() if hasattr(x, "tolist") else x for x in case(library)]
        for library in (torch, tl)
    ]
    assert results[0] == results[1]


def test_what_was_saved_before_is_refused():
    x = tl.ones(2, 3, requires_grad=True)
    y = x * 2
    z = y * y
    y.t_()
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        z.sum().backward()
