"""Losses: against NumPy and closed forms, against torch in every reduction, and misuse."""

import math

import numpy as np
import pytest

import tensorlite as tl
import tensorlite.nn.functional as F
from tensorlite import nn

random = np.random.default_rng(0)
A, B, C = random.normal(size=(3, 6, 4)).astype(np.float32)
P, Q = random.uniform(0.05, 0.95, size=(2, 6, 4)).astype(np.float32)
SIGNS = np.where(random.random((6, 4)) < 0.5, -1.0, 1.0).astype(np.float32)
COUNTS = random.integers(0, 6, (6, 4)).astype(np.float32)
LABELS = np.array([0, 3, 1, 2, 1, 1])
WEIGHT = np.array([0.5, 1.0, 2.0, 3.0], np.float32)
LOGP = np.log(P / P.sum(1, keepdims=True))
PROBABILITIES = Q / Q.sum(1, keepdims=True)
DEEP = random.normal(size=(3, 4, 2, 5)).astype(np.float32)
DEEP_LABELS = random.integers(0, 4, (3, 2, 5))

# name, input, other tensors, options with arrays where torch takes tensors
CASES = [
    ("mse_loss", A, [B], {}),
    ("mse_loss", A, [B], {"weight": Q}),
    ("l1_loss", A, [B], {}),
    ("l1_loss", A, [B], {"weight": Q}),
    ("smooth_l1_loss", A, [B], {}),
    ("smooth_l1_loss", A, [B], {"beta": 0.3}),
    ("smooth_l1_loss", A, [B], {"beta": 0.0}),
    ("huber_loss", A, [B], {}),
    ("huber_loss", A, [B], {"delta": 0.5, "weight": Q}),
    ("cross_entropy", A, [LABELS], {}),
    ("cross_entropy", A, [LABELS], {"weight": WEIGHT, "ignore_index": 1}),
    ("cross_entropy", A, [LABELS], {"label_smoothing": 0.2}),
    ("cross_entropy", A, [LABELS], {"label_smoothing": 0.2, "weight": WEIGHT, "ignore_index": 3}),
    ("cross_entropy", A, [PROBABILITIES], {}),
    ("cross_entropy", A, [PROBABILITIES], {"label_smoothing": 0.3, "weight": WEIGHT}),
    ("cross_entropy", A[0], [LABELS[1]], {}),
    ("cross_entropy", DEEP, [DEEP_LABELS], {"weight": WEIGHT}),
    ("nll_loss", LOGP, [LABELS], {}),
    ("nll_loss", LOGP, [LABELS], {"weight": WEIGHT, "ignore_index": 1}),
    ("nll_loss", LOGP[0], [LABELS[1]], {}),
    ("nll_loss", DEEP, [DEEP_LABELS], {"weight": WEIGHT, "ignore_index": 0}),
    ("binary_cross_entropy", P, [Q], {}),
    ("binary_cross_entropy", P, [Q], {"weight": WEIGHT}),
    ("binary_cross_entropy_with_logits", A * 30, [Q], {}),
    ("binary_cross_entropy_with_logits", A, [Q], {"weight": WEIGHT, "pos_weight": WEIGHT}),
    ("binary_cross_entropy", np.eye(2, 4, dtype=np.float32), [Q[:2]], {}),
    ("kl_div", LOGP, [PROBABILITIES], {}),
    ("kl_div", LOGP, [LOGP[::-1].copy()], {"log_target": True}),
    ("kl_div", LOGP, [np.eye(6, 4, dtype=np.float32)], {}),
    ("poisson_nll_loss", A, [COUNTS], {}),
    ("poisson_nll_loss", P, [COUNTS], {"log_input": False, "full": True}),
    ("gaussian_nll_loss", A, [B, Q], {}),
    ("gaussian_nll_loss", A, [B, Q[:, :1]], {"full": True, "eps": 0.3}),
    ("gaussian_nll_loss", A, [B, Q[:, 0]], {}),
    ("hinge_embedding_loss", A, [SIGNS], {}),
    ("hinge_embedding_loss", A, [SIGNS], {"margin": 0.2}),
    ("soft_margin_loss", A, [SIGNS], {}),
    ("margin_ranking_loss", A, [B, SIGNS], {"margin": 0.3}),
    ("cosine_embedding_loss", A, [B, SIGNS[:, 0]], {"margin": 0.1}),
    ("cosine_embedding_loss", A[0], [B[0], SIGNS[0, 0]], {}),
    ("triplet_margin_loss", A, [B, C], {}),
    ("triplet_margin_loss", A, [B, C], {"margin": 2.0, "p": 1, "swap": True}),
    ("triplet_margin_with_distance_loss", A, [B, C], {"swap": True}),
]
IDS = [f"{i}-{case[0]}" for i, case in enumerate(CASES)]


def run(package, functional, case, reduction):
    """Value and gradient of a loss in one of the two packages."""
    name, input, others, options = case
    x = package.tensor(input, requires_grad=True)
    others = [package.tensor(o) for o in others]
    options = {k: package.tensor(v) if isinstance(v, np.ndarray) else v for k, v in options.items()}
    out = getattr(functional, name)(x, *others, reduction=reduction, **options)
    out.sum().backward()
    return out.detach().numpy(), x.grad.numpy()


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore:.*reduction")
@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_value_and_gradient_as_torch(case, reduction):
    torch = pytest.importorskip("torch")
    ours = run(tl, F, case, reduction)
    theirs = run(torch, torch.nn.functional, case, reduction)
    for a, b in zip(ours, theirs, strict=True):
        assert a.shape == b.shape
        np.testing.assert_allclose(a, b, rtol=2e-5, atol=2e-6)


def mean(values):
    return pytest.approx(float(np.mean(values)), rel=1e-5)


def tensors(*arrays):
    return [tl.tensor(a) for a in arrays]


def test_regression_losses_by_formula():
    x, y = tensors(A, B)
    d = np.abs(A.astype(np.float64) - B)
    assert nn.MSELoss()(x, y).item() == mean(d**2)
    assert nn.L1Loss()(x, y).item() == mean(d)
    assert nn.SmoothL1Loss(beta=0.5)(x, y).item() == mean(np.where(d < 0.5, d * d, d - 0.25))
    huber = np.where(d <= 0.5, 0.5 * d * d, 0.5 * (d - 0.25))
    assert nn.HuberLoss(delta=0.5)(x, y).item() == mean(huber)
    assert nn.MSELoss(reduction="sum")(x, y).item() == pytest.approx((d**2).sum(), rel=1e-5)
    assert tuple(nn.MSELoss(reduction="none")(x, y).shape) == (6, 4)


def test_classification_losses_by_formula():
    x, labels = tl.tensor(A), tl.tensor(LABELS)
    logp = A - np.log(np.exp(A.astype(np.float64)).sum(1, keepdims=True))
    each = -logp[np.arange(6), LABELS]
    assert nn.CrossEntropyLoss()(x, labels).item() == mean(each)
    assert nn.NLLLoss()(x.log_softmax(1), labels).item() == mean(each)
    w = WEIGHT[LABELS]
    weighted = nn.CrossEntropyLoss(weight=tl.tensor(WEIGHT))(x, labels)
    assert weighted.item() == pytest.approx((w * each).sum() / w.sum(), rel=1e-5)
    soft = nn.CrossEntropyLoss()(x, tl.tensor(PROBABILITIES))
    assert soft.item() == mean(-(PROBABILITIES * logp).sum(1))
    smooth = nn.CrossEntropyLoss(label_smoothing=0.1)(x, labels)
    assert smooth.item() == mean(0.9 * each - 0.1 * logp.mean(1))
    kept = LABELS != 1
    assert nn.CrossEntropyLoss(ignore_index=1)(x, labels).item() == mean(each[kept])
    assert nn.NLLLoss(ignore_index=1)(x.log_softmax(1), labels).item() == mean(each[kept])


def test_binary_losses_by_formula():
    p = 1 / (1 + np.exp(-A.astype(np.float64)))
    each = -(Q * np.log(p) + (1 - Q) * np.log(1 - p))
    x, y = tensors(A, Q)
    assert nn.BCEWithLogitsLoss()(x, y).item() == mean(each)
    assert nn.BCELoss()(x.sigmoid(), y).item() == mean(each)
    heavy = -(3 * Q * np.log(p) + (1 - Q) * np.log(1 - p))
    assert nn.BCEWithLogitsLoss(pos_weight=tl.tensor(3.0))(x, y).item() == mean(heavy)
    far = tl.tensor([1000.0, -1000.0])
    assert nn.BCEWithLogitsLoss()(far, tl.tensor([1.0, 0.0])).item() == 0.0
    assert nn.BCEWithLogitsLoss()(far, tl.tensor([0.0, 1.0])).item() == 1000.0
    assert nn.BCELoss()(tl.tensor([0.0, 1.0]), tl.tensor([1.0, 0.0])).item() == 100.0


def test_other_losses_by_formula():
    x, y, s = tensors(A, B, SIGNS)
    kl = PROBABILITIES * (np.log(PROBABILITIES) - LOGP)
    logp, q = tensors(LOGP, PROBABILITIES)
    assert nn.KLDivLoss(reduction="batchmean")(logp, q).item() == mean(kl.sum(1))
    assert nn.KLDivLoss(reduction="sum", log_target=True)(logp, q.log()).item() == pytest.approx(
        kl.sum(), rel=1e-4
    )
    assert nn.PoissonNLLLoss()(x, tl.tensor(COUNTS)).item() == mean(np.exp(A) - COUNTS * A)
    gaussian = 0.5 * (np.log(Q) + (A - B) ** 2 / Q)
    assert nn.GaussianNLLLoss()(x, y, tl.tensor(Q)).item() == mean(gaussian)
    half = nn.GaussianNLLLoss()(x, y, 0.5).item()
    assert half == mean(0.5 * (math.log(0.5) + (A - B) ** 2 / 0.5))
    hinge = np.where(SIGNS == 1, A, np.maximum(0, 1 - A))
    assert nn.HingeEmbeddingLoss()(x, s).item() == mean(hinge)
    assert nn.SoftMarginLoss()(x, s).item() == mean(np.log1p(np.exp(-SIGNS * A)))
    ranking = np.maximum(0, -SIGNS * (A - B) + 0.5)
    assert nn.MarginRankingLoss(margin=0.5)(x, y, s).item() == mean(ranking)
    near, far = np.linalg.norm(A - B, axis=1), np.linalg.norm(A - C, axis=1)
    triplet = nn.TripletMarginLoss()(x, y, tl.tensor(C)).item()
    assert triplet == pytest.approx(np.maximum(0, near - far + 1).mean(), rel=1e-4)

    def l1(a, b):
        return (a - b).abs().sum(-1)

    own = nn.TripletMarginWithDistanceLoss(distance_function=l1)(x, y, tl.tensor(C)).item()
    gap = np.abs(A - B).sum(1) - np.abs(A - C).sum(1) + 1
    assert own == pytest.approx(np.maximum(0, gap).mean(), rel=1e-4)
    cos = (A * B).sum(1) / np.linalg.norm(A, axis=1) / np.linalg.norm(B, axis=1)
    cosine = np.where(SIGNS[:, 0] == 1, 1 - cos, np.maximum(0, cos))
    assert nn.CosineEmbeddingLoss()(x, y, tl.tensor(SIGNS[:, 0])).item() == mean(cosine)


ROUGH = ("l1_loss", "cross_entropy", "kl_div", "smooth_l1_loss")
SMOOTH = [c for c in CASES if c[0] not in ROUGH and set(c[1].flat) != {0.0, 1.0}]


@pytest.mark.parametrize("case", SMOOTH, ids=[f"{i}-{c[0]}" for i, c in enumerate(SMOOTH)])
def test_gradients(case):
    name, input, others, options = case
    others = [tl.tensor(o.astype(np.float64) if o.dtype == np.float32 else o) for o in others]
    options = {
        k: tl.tensor(v).double() if isinstance(v, np.ndarray) else v for k, v in options.items()
    }
    x = tl.tensor(input.astype(np.float64), requires_grad=True)
    assert tl.autograd.gradcheck(lambda x: getattr(F, name)(x, *others, **options), (x,))


def test_no_valid_target_gives_nan():
    x, labels = tl.tensor(A), tl.full((6,), -100, dtype=tl.int64)
    assert math.isnan(F.nll_loss(x, labels).item())
    assert F.nll_loss(x, labels, reduction="sum").item() == 0.0


def test_ignored_targets_may_have_infinite_scores():
    x = tl.tensor([[0.0, -float("inf")], [-1.0, -2.0]], requires_grad=True)
    loss = F.nll_loss(x, tl.tensor([1, 0]), ignore_index=1)
    assert loss.item() == 1.0
    loss.backward()
    assert x.grad.tolist() == [[0.0, 0.0], [-1.0, 0.0]]


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("ignored", [-100, 2])
@pytest.mark.parametrize("size", [(5, 7), (40, 50)], ids=str)
def test_classes_across_memory(size, ignored, weighted, reduction):
    """Images of scores, as they lie and with classes side by side, are the rows of a matrix."""
    tl.manual_seed(0)
    scores, target = tl.randn(3, 4, *size, dtype=tl.float64), tl.randint(0, 4, (3, *size))
    target[0, :2] = ignored
    weight = tl.tensor([1.0, 0.5, 2.0, 3.0], dtype=tl.float64) if weighted else None
    found = []
    for as_laid in (tl.clone, lambda x: x.contiguous(memory_format=tl.channels_last)):
        x = as_laid(scores).requires_grad_()
        loss = F.cross_entropy(x, target, weight, ignore_index=ignored, reduction=reduction)
        loss.pow(2).sum().backward()
        found.append((loss, x.grad))
    for one, other in zip(*found, strict=True):
        tl.testing.assert_close(one, other)


def test_weights_are_buffers():
    loss = nn.CrossEntropyLoss(weight=tl.ones(4))
    assert [n for n, _ in loss.named_buffers()] == ["weight"]
    assert list(nn.BCEWithLogitsLoss(pos_weight=tl.ones(2)).state_dict()) == ["pos_weight"]
    assert loss.double().weight.dtype == tl.float64


def test_old_reduction_arguments():
    x, y = tensors(A, B)
    with pytest.warns(UserWarning, match="use reduction='sum'"):
        assert nn.MSELoss(size_average=False).reduction == "sum"
    with pytest.warns(UserWarning, match="use reduction='none'"):
        assert tuple(F.mse_loss(x, y, reduce=False).shape) == (6, 4)


def test_sizes_that_broadcast_warn():
    with pytest.warns(UserWarning, match=r"size \(tensorlite.Size\(\[3, 1\]\)\) that is different"):
        F.mse_loss(tl.ones(3), tl.ones(3, 1))


def test_a_target_that_widens_the_loss_is_refused():
    with pytest.raises(RuntimeError, match=r"soft_margin_loss: expected .*\[3\]; got \[3, 1\]"):
        F.soft_margin_loss(tl.ones(3), tl.ones(3, 1))
    assert F.soft_margin_loss(tl.zeros(3, 1), tl.ones(1)).item() == pytest.approx(0.6931472)


def scores():
    return tl.zeros(3, 4)


ones = tl.ones
ERRORS = [
    (lambda: F.mse_loss(ones(2), ones(2), reduction="x"), ValueError, "x is not a valid value"),
    (lambda: F.mse_loss(1, ones(2)), TypeError, "argument 'input' must be Tensor, not int"),
    (lambda: F.mse_loss(ones(2), [1]), TypeError, "argument 'target' must be Tensor, not list"),
    (lambda: F.mse_loss(ones(2), ones(2), weight=ones(1)), ValueError, "must have the same size"),
    (lambda: F.smooth_l1_loss(ones(2), ones(2), beta=-1), RuntimeError, "beta of at least 0"),
    (lambda: F.huber_loss(ones(2), ones(2), delta=0), RuntimeError, "delta greater than 0"),
    (
        lambda: F.cross_entropy(scores(), tl.tensor([0, 1, 2]), label_smoothing=2),
        RuntimeError,
        "label_smoothing must be between",
    ),
    (lambda: F.cross_entropy(scores(), tl.tensor([0, 1, 9])), IndexError, "out of bounds"),
    (lambda: F.nll_loss(scores(), tl.tensor([0, 1, 9])), IndexError, "Target 9 is out of bounds"),
    (lambda: F.nll_loss(scores(), tl.tensor([0, 1])), ValueError, r"input batch_size \(3\)"),
    (lambda: F.nll_loss(scores(), ones(3)), RuntimeError, "expected target dtype int64"),
    (
        lambda: F.nll_loss(scores(), tl.tensor([0, 1, 2]), weight=ones(3)),
        RuntimeError,
        "for all 4 classes or no classes",
    ),
    (lambda: F.binary_cross_entropy(ones(2), ones(2, 1)), ValueError, "of the same size"),
    (lambda: F.binary_cross_entropy(ones(2) * 2, ones(2)), RuntimeError, "between 0 and 1"),
    (
        lambda: F.binary_cross_entropy_with_logits(ones(2), ones(2, 1)),
        ValueError,
        "of the same size",
    ),
    (lambda: F.gaussian_nll_loss(ones(2), ones(2), -ones(2)), ValueError, "negative entry"),
    (lambda: F.gaussian_nll_loss(ones(2), ones(2), ones(3)), ValueError, "incorrect size"),
    (lambda: F.margin_ranking_loss(ones(2), ones(2, 1), ones(2)), RuntimeError, "same dimension"),
    (
        lambda: F.cosine_embedding_loss(scores(), scores(), ones(3, 1)),
        RuntimeError,
        "multi-target not supported",
    ),
    (lambda: nn.TripletMarginLoss(margin=0), ValueError, "margin must be greater than 0"),
    (
        lambda: F.triplet_margin_loss(ones(2), ones(2, 1), ones(2)),
        RuntimeError,
        "tensors of the same dimension",
    ),
    (lambda: F.kl_div(ones(2), ones(2), reduction="x"), ValueError, "x is not a valid value"),
]


@pytest.mark.parametrize(("call", "kind", "text"), ERRORS, ids=[e[2] for e in ERRORS])
def test_misuse(call, kind, text):
    with pytest.raises(kind, match=text):
        call()
