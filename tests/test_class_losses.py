"""Layers of many classes and bags of vectors, with PyTorch's weights; and their errors."""

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn


def pair(name, *args, **options):
    """Theirs and ours with the same weights."""
    torch = pytest.importorskip("torch")
    torch.manual_seed(0)
    theirs = getattr(torch.nn, name)(*args, **options).double()
    mine = getattr(nn, name)(*args, **options).double()
    assert repr(mine) == repr(theirs)
    mine.load_state_dict({k: tl.tensor(v.numpy()) for k, v in theirs.state_dict().items()})
    return torch, theirs, mine


def close(got, want):
    np.testing.assert_allclose(got.detach().numpy(), want.detach().numpy(), 1e-7, 1e-9)


@pytest.mark.torch
@pytest.mark.parametrize("options", [{"cutoffs": [5, 10]}, {"cutoffs": [2], "head_bias": True},
                                     {"cutoffs": [4, 5, 19], "div_value": 2.0}])  # fmt: skip
def test_adaptive_softmax(options):
    torch, theirs, mine = pair("AdaptiveLogSoftmaxWithLoss", 16, 20, **options)
    x = np.random.default_rng(0).standard_normal((9, 16))
    for target in (np.arange(9) * 19 // 8, np.zeros(9, np.int64), np.int64(13)):
        rows = x[: target.size] if target.ndim else x[0]
        want = theirs(torch.tensor(rows), torch.tensor(target))
        got = mine(tl.tensor(rows), tl.tensor(target))
        close(got.output, want.output)
        close(got.loss, want.loss)
    theirs.zero_grad()
    theirs(torch.tensor(x), torch.tensor(np.arange(9) * 2)).loss.backward()
    mine(tl.tensor(x), tl.tensor(np.arange(9) * 2)).loss.backward()
    for p, q in zip(mine.parameters(), theirs.parameters(), strict=True):
        assert (p.grad is None) == (q.grad is None)  # of a cluster without targets
        if q.grad is not None:
            close(p.grad, q.grad)
    close(mine.log_prob(tl.tensor(x)), theirs.log_prob(torch.tensor(x)))
    assert mine.predict(tl.tensor(x)).tolist() == theirs.predict(torch.tensor(x)).tolist()


@pytest.mark.torch
@pytest.mark.parametrize("mode", ["sum", "mean", "max"])
@pytest.mark.parametrize("padding", [None, 2, -1])
def test_bags(mode, padding):
    torch, theirs, mine = pair("EmbeddingBag", 6, 3, mode=mode, padding_idx=padding)
    index, offsets = np.array([0, 2, 2, 5, 1, 2, 5]), np.array([0, 3, 3, 5])
    for given in ((index, offsets), (index[:6].reshape(2, 3),)):
        grads = []
        for library, module in ((tl, mine), (torch, theirs)):
            module.zero_grad()
            out = module(*map(library.tensor, given))
            (out * library.arange(out.numel()).reshape(out.shape)).sum().backward()
            grads += [out, module.weight.grad]
        close(grads[0], grads[2])
        close(grads[1], grads[3])


def test_bags_of_other_kinds():
    table = tl.tensor([[1.0, 2.0], [3.0, 4.0]])
    bag = nn.EmbeddingBag.from_pretrained(table, mode="sum", include_last_offset=True)
    assert not bag.weight.requires_grad
    index, ends = tl.tensor([0, 1, 1]), tl.tensor([0, 1, 3])
    assert bag(index, ends).tolist() == [[1, 2], [6, 8]]
    weights = tl.tensor([1.0, 2.0, 0.5])
    assert bag(index, ends, weights).tolist() == [[1, 2], [7.5, 10]]


@pytest.mark.parametrize("mode", ["sum", "mean", "max"])
@pytest.mark.parametrize("padding", [None, 2])
@pytest.mark.parametrize("columns", [3, 40])
def test_bags_are_the_rows_that_they_hold(mode, padding, columns):
    """Beside NumPy; two orders, a plan, one thread and two, a short dtype, which has no kernel."""
    rng = np.random.default_rng(0)
    table = rng.normal(size=(7, columns))
    index, offsets = rng.integers(0, 7, 23), np.array([0, 9, 9, 14])
    rows = [table[part[part != padding]] for part in np.split(index, offsets[1:])]
    reduce = {"sum": np.sum, "mean": np.mean, "max": np.max}[mode]
    want = [reduce(part, 0) if len(part) else np.zeros(columns) for part in rows]
    index, offsets = tl.tensor(index), tl.tensor(offsets)

    def bags(table):
        options = {"mode": mode, "padding_idx": padding}
        return nn.functional.embedding_bag(index, table, offsets, **options).sin()

    x = tl.tensor(table, requires_grad=True)
    np.testing.assert_allclose(bags(x).detach().numpy(), np.sin(want), 1e-12, 1e-12)
    short = bags(x.detach().to(tl.float16)).float().numpy()
    np.testing.assert_allclose(short, np.sin(want), 2e-2, 2e-2)
    if columns == 3:
        assert tl.autograd.gradcheck(bags, (x,)) and tl.autograd.gradgradcheck(bags, (x,))
    step = tl.compile(lambda x: tl.autograd.grad(bags(x).sum(), x))
    eager = tl.autograd.grad(bags(x).sum(), x)[0]
    for threads in (1, 2):
        tl.set_num_threads(threads)
        assert step(x)[0].equal(eager) and tl.autograd.grad(bags(x).sum(), x)[0].equal(eager)


@pytest.mark.parametrize("mode", ["sum", "mean", "max"])
def test_a_plan_of_bags_reads_nothing_beyond_them(mode):
    """What later calls bring is looked at before a kernel reads there."""
    table, index = tl.ones(7, 3, dtype=tl.float64), tl.arange(7)
    plan = tl.compile(lambda i, o: nn.functional.embedding_bag(i, table, o, mode=mode))
    assert plan(index, tl.tensor([0, 3])).shape == (2, 3)
    for wrong in ([0, 10**12], [0, -5], [5, 6]):
        with pytest.raises(RuntimeError, match="offsets that ascend within input"):
            plan(index, tl.tensor(wrong))
    for wrong in (7, -1, 10**12):
        with pytest.raises(RuntimeError, match=f"index {wrong} is out of bounds"):
            plan(tl.where(index == 2, wrong, index), tl.tensor([0, 3]))
    assert plan.plans == 1


def test_factors_of_entries_have_gradients():
    index, offsets = tl.tensor([0, 2, 2, 1, 0]), tl.tensor([0, 2])
    inputs = [tl.randn(*shape, dtype=tl.float64, requires_grad=True) for shape in ((3, 20), (5,))]

    def bags(table, factors):
        return nn.functional.embedding_bag(
            index, table, offsets, mode="sum", per_sample_weights=factors, padding_idx=1
        ).sin()

    assert tl.autograd.gradcheck(bags, inputs) and tl.autograd.gradgradcheck(bags, inputs)


def test_gradients_over_the_number_of_uses_leave_values_alone():
    table = tl.tensor([[1.0], [tl.inf], [2.0]], requires_grad=True)
    index = tl.tensor([[0, 0, 1]])
    options = {"scale_grad_by_freq": True}
    assert nn.functional.embedding(index, table, **options).tolist() == [[[1.0], [1.0], [tl.inf]]]
    nn.functional.embedding_bag(index, table, mode="sum", **options).sum().backward()
    assert table.grad.tolist() == [[1.0], [1.0], [0.0]]


def bag(*args, **options):
    return lambda: nn.functional.embedding_bag(*args, **options)


INDEX, TABLE = tl.tensor([0, 1]), tl.ones(3, 2)
ERRORS = [
    (lambda: nn.AdaptiveLogSoftmaxWithLoss(4, 5, []), ValueError, "of length larger than 0"),
    (lambda: nn.AdaptiveLogSoftmaxWithLoss(4, 5, [3, 2]), ValueError, "increasing order"),
    (lambda: nn.AdaptiveLogSoftmaxWithLoss(4, 5, [2])(tl.ones(1, 4), tl.tensor([7])), RuntimeError,
     r"Target values should be in \[0, 4\], but values in range \[7, 7\]"),
    (lambda: nn.AdaptiveLogSoftmaxWithLoss(4, 5, [2])(tl.ones(2, 4), tl.tensor([1])), RuntimeError,
     "same size in the batch dimension"),
    (lambda: nn.AdaptiveLogSoftmaxWithLoss(4, 5, [2])(tl.ones(4), tl.tensor([1])), RuntimeError,
     "1D target tensor expects 2D input"),
    (bag(INDEX, TABLE), ValueError, "offsets has to be a 1D Tensor but got None"),
    (bag(INDEX[None], TABLE, tl.tensor([0])), ValueError, "if input is 2D, then offsets"),
    (bag(INDEX, TABLE, tl.tensor([1])), RuntimeError, r"offsets\[0\] has to be 0"),
    (bag(INDEX, TABLE, tl.tensor([0, 5])), RuntimeError, "offsets that ascend within input"),
    (bag(INDEX, TABLE, tl.tensor([0]), mode="min"), ValueError, "one of sum, mean or max"),
    (bag(INDEX, TABLE, tl.tensor([0]), per_sample_weights=tl.ones(2)), NotImplementedError,
     "only supported for mode='sum'"),
    (bag(INDEX, TABLE, tl.tensor([0]), per_sample_weights=tl.ones(1), mode="sum"), ValueError,
     "must have the same shape as the input"),
    (bag(INDEX, TABLE, tl.tensor([0]), per_sample_weights=tl.ones(2).double(), mode="sum"),
     RuntimeError, "per_sample_weights of weight's dtype"),
    (bag(INDEX, TABLE, tl.tensor([0]), sparse=True), NotImplementedError, "sparse=False"),
    (bag(INDEX + 2, TABLE, tl.tensor([0])), RuntimeError, "out of bounds"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "kind", "text"), ERRORS)
def test_errors(call, kind, text):
    with pytest.raises(kind, match=text):
        call()
