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


LEAVES = {
    "a slice": lambda: tl.ones(5, 4)[1:].requires_grad_(),
    "of an unbind": lambda: tl.ones(2, 4, 4).unbind()[0].requires_grad_(),
    "of a split": lambda: tl.ones(8, 4).split(4)[0].requires_grad_(),
    "transposed": lambda: tl.ones(4, 4).t().requires_grad_(),
    "detached": lambda: tl.ones(4, 4)[:].detach().requires_grad_(),
    "a parameter": lambda: tl.nn.Parameter(tl.ones(5, 4)[1:]),
    "a leaf": lambda: tl.ones(4, 4, requires_grad=True),
}
VIEWS = {
    "view": lambda x: x.t().view(-1) if not x.is_contiguous() else x.view(-1),
    "view of a view": lambda x: x[1:].t()[0],
    "slice": lambda x: x[1:],
    "select": lambda x: x.select(0, 0),
    "narrow": lambda x: x.narrow(0, 1, 2),
    "t": lambda x: x.t(),
    "permute": lambda x: x.permute(1, 0),
    "unsqueeze": lambda x: x.unsqueeze(0),
    "unflatten": lambda x: x.unflatten(0, (2, 2)),
    "diagonal": lambda x: x.diagonal(),
    "as_strided": lambda x: x.as_strided((2, 2), (1, 2)),
    "unbind": lambda x: x.unbind()[1],
    "split": lambda x: x.split(2)[0],
    "chunk": lambda x: x.chunk(2)[1],
    "tensor_split": lambda x: x.tensor_split(2)[0],
    "expand_as": lambda x: x.expand_as(x),
    "unfold": lambda x: x.unfold(0, 2, 2),
}
WRITES = {
    "zero_": lambda y: y.zero_(),
    "add_": lambda y: y.add_(1),
    "copy_": lambda y: y.copy_(tl.ones_like(y)),
    "y[...] =": lambda y: y.__setitem__(..., 2.0),
    "y[mask] =": lambda y: y.__setitem__(tl.ones_like(y) > 0, 2.0),
    "index_fill_": lambda y: y.index_fill_(0, tl.tensor([0]), 2.0),
    "masked_fill_": lambda y: y.masked_fill_(tl.ones_like(y) > 0, 2.0),
    "unsqueeze_": lambda y: y.unsqueeze_(0),
    "uniform_": lambda y: y.uniform_(),
}


@pytest.mark.parametrize("leaf", LEAVES)
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_of_a_leaf_is_not_written(leaf, view):
    x = LEAVES[leaf]()
    for name, write in WRITES.items():
        with pytest.raises(RuntimeError, match="a view of a leaf Variable that requires grad"):
            write(VIEWS[view](x))
        assert (x == 1).all(), name
    y = VIEWS[view](x)
    y.detach().zero_()  # what is outside of the graph may be
    with tl.no_grad():
        VIEWS[view](x).add_(1)
        assert (VIEWS[view](x) == 1).all()
    (x * 2).sum().backward()
    assert (x.grad == 2).all()


def test_as_strided_in_place():
    x = tl.arange(6.0, requires_grad=True)
    y = x * 2
    assert y.as_strided_((2, 2), (3, 1), 1) is y and y.tolist() == [[2, 4], [8, 10]]
    (y * y).sum().backward()
    assert x.grad.tolist() == [0, 8, 16, 0, 32, 40]
    with pytest.raises(RuntimeError, match="leaf Variable"):
        x.as_strided_((2,), (1,))
