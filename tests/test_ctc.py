"""CTC: the loss by its definition, its gradient by PyTorch and by differences, and its errors."""

import itertools

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.autograd import gradcheck

F = tl.nn.functional


def collapsed(path, blank):
    """A path without repetitions, then without blanks."""
    return [c for c, _ in itertools.groupby(path) if c != blank]


def by_definition(scores, target, blank):
    """The sum over all paths that collapse to the target."""
    probs = np.exp(scores - np.logaddexp.reduce(scores, 1, keepdims=True))
    steps, classes = probs.shape
    total = sum(
        np.prod([probs[t, c] for t, c in enumerate(path)])
        for path in itertools.product(range(classes), repeat=steps)
        if collapsed(path, blank) == list(target)
    )
    return -np.log(total) if total else np.inf


@pytest.mark.parametrize(("target", "blank"), [
    ((1,), 0), ((1, 2), 0), ((1, 1), 0), ((2, 1, 2), 0), ((), 0), ((0, 1), 2), ((1, 1, 1), 0),
])  # fmt: skip
def test_by_definition(target, blank):
    scores = np.random.default_rng(0).standard_normal((4, 3))
    got = F.ctc_loss(tl.tensor(scores).log_softmax(1), tl.tensor(target, dtype=tl.int64), (4,),
                     (len(target),), blank, "sum")  # fmt: skip
    assert got.item() == pytest.approx(by_definition(scores, target, blank))


def draws(seed):
    random = np.random.default_rng(seed)
    steps, batch, classes, room = (int(random.integers(low, 8)) for low in (1, 1, 2, 1))
    blank = int(random.integers(classes))
    labels = (random.integers(1, classes, (batch, room)) + blank) % classes
    lengths = random.integers(1, steps + 1, batch), random.integers(0, room + 1, batch)
    return random.standard_normal((steps, batch, classes)), labels, *lengths, blank


@pytest.mark.torch
@pytest.mark.parametrize("zero", [False, True])
@pytest.mark.parametrize("seed", range(12))
def test_as_torch(seed, zero):
    torch = pytest.importorskip("torch")
    scores, labels, steps, counts, blank = draws(seed)
    for reduction in ("none", "mean", "sum"):
        runs = []
        for library in (tl, torch):
            x = library.tensor(scores, requires_grad=True)
            given = [library.tensor(a) for a in (labels, steps, counts)]
            loss = library.nn.functional.ctc_loss(x.log_softmax(2), *given, blank, reduction, zero)
            loss.sum().backward()
            runs.append((loss.detach().numpy(), x.grad.numpy()))
        for got, want in zip(*runs, strict=True):
            np.testing.assert_allclose(got, want, 1e-7, 1e-9)


def test_gradient_by_differences():
    """Of scores before the log_softmax: alone it is another one, as in PyTorch."""
    x = tl.tensor(np.random.default_rng(1).standard_normal((5, 2, 3)), requires_grad=True)
    labels = tl.tensor([1, 2, 2])

    def loss(x):
        return F.ctc_loss(x.log_softmax(2), labels, (5, 4), (2, 1))

    assert gradcheck(loss, (x,))
    with pytest.raises(NotImplementedError, match="ctc_loss: expected a first gradient"):
        (g,) = tl.autograd.grad(loss(x), x, create_graph=True)
        g.sum().backward()


def test_sequences_do_not_touch_each_other():
    scores, labels, steps, counts, blank = draws(3)
    x = tl.tensor(scores).log_softmax(2)
    given = [tl.tensor(a) for a in (labels, steps, counts)]
    together = F.ctc_loss(x, *given, blank, "none")
    for n in range(x.shape[1]):
        own = F.ctc_loss(x[:, n], *[g[n] for g in given], blank, "none")
        assert own.item() == together[n].item() and own.shape == ()


PROBS = tl.zeros(4, 2, 3).log_softmax(2)
LABELS = tl.tensor([[1, 2], [1, 1]])


@pytest.mark.parametrize(("args", "kind", "text"), [
    ((PROBS.long(), LABELS, (4, 4), (2, 2)), RuntimeError, "log_probs of a floating point dtype"),
    ((PROBS, LABELS.float(), (4, 4), (2, 2)), RuntimeError, "targets of int64"),
    ((PROBS[0, 0], LABELS, (4, 4), (2, 2)), RuntimeError, r"log_probs \(T, N, C\) or \(T, C\)"),
    ((PROBS, LABELS[None], (4, 4), (2, 2)), RuntimeError, r"targets \(N, S\) or"),
    ((PROBS, LABELS, (4, 4), (2, 2), 3), RuntimeError, "blank to be in label range, 0 to 2"),
    ((PROBS, LABELS, (5, 4), (2, 2)), RuntimeError, "input_lengths of at most 4"),
    ((PROBS, LABELS, (4,), (2, 2)), RuntimeError, "input_lengths to be of size 2, the batch"),
    ((PROBS, LABELS, (4, 4), (3, 2)), RuntimeError, "target_lengths of at most 2"),
    ((PROBS, LABELS, (4, 4), (-1, 2)), RuntimeError, "target_lengths of at least 0"),
    ((PROBS, LABELS[:1], (4, 4), (2, 2)), RuntimeError, "targets of 2 rows"),
    ((PROBS, LABELS.reshape(-1), (4, 4), (2, 1)), RuntimeError, "that sum up to 4"),
    ((PROBS, LABELS, tl.ones(2), (2, 2)), RuntimeError, "input_lengths to be integral"),
    ((PROBS, LABELS, (4, 4), (2, 2), 0, "all"), ValueError, "all is not a valid value"),
])  # fmt: skip
def test_errors(args, kind, text):
    with pytest.raises(kind, match=text):
        F.ctc_loss(*args)
