"""Activations, layers and normalisation: against NumPy or a closed form, and against torch."""

import itertools
import math

import numpy as np
import pytest

import tensorlite as tl
import tensorlite.nn.functional as F
from tensorlite import nn


def t(values, **options):
    return tl.tensor(np.asarray(values, np.float32), **options)


POINTS = [-100.0, -7.5, -3.0, -2.0, -1.0, -0.5, -0.1, 0.0, 0.1, 0.5, 1.0, 2.0, 3.0, 6.0, 7.5, 100.0]

ACTIVATIONS = [
    ("relu", {}),
    ("relu6", {}),
    ("hardtanh", {}),
    ("hardtanh", {"min_val": -2.0, "max_val": 0.5}),
    ("leaky_relu", {}),
    ("leaky_relu", {"negative_slope": 0.3}),
    ("elu", {}),
    ("elu", {"alpha": 0.5}),
    ("selu", {}),
    ("celu", {}),
    ("celu", {"alpha": 2.0}),
    ("gelu", {}),
    ("gelu", {"approximate": "tanh"}),
    ("silu", {}),
    ("mish", {}),
    ("softplus", {}),
    ("softplus", {"beta": 2.0, "threshold": 3.0}),
    ("softsign", {}),
    ("softshrink", {}),
    ("softshrink", {"lambd": 1.0}),
    ("hardshrink", {}),
    ("hardshrink", {"lambd": 2.0}),
    ("tanhshrink", {}),
    ("hardsigmoid", {}),
    ("hardswish", {}),
    ("logsigmoid", {}),
    ("sigmoid", {}),
    ("tanh", {}),
    ("threshold", {"threshold": 0.5, "value": -3.0}),
    ("rrelu", {}),
]
IDS = [f"{name}-{'-'.join(str(v) for v in options.values())}" for name, options in ACTIVATIONS]


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


FORMULAS = {
    "relu": lambda x: max(x, 0),
    "relu6": lambda x: min(max(x, 0), 6),
    "hardtanh": lambda x: min(max(x, -1), 1),
    "leaky_relu": lambda x: x if x > 0 else 0.01 * x,
    "elu": lambda x: x if x > 0 else math.expm1(x),
    "selu": lambda x: 1.0507009873554805 * (x if x > 0 else 1.6732632423543772 * math.expm1(x)),
    "celu": lambda x: x if x > 0 else math.expm1(x),
    "gelu": lambda x: x * 0.5 * math.erfc(-x / math.sqrt(2)),
    "silu": lambda x: x * sigmoid(x),
    "mish": lambda x: x * math.tanh(math.log1p(math.exp(x))),
    "softplus": lambda x: math.log1p(math.exp(x)),
    "softsign": lambda x: x / (1 + abs(x)),
    "softshrink": lambda x: math.copysign(max(abs(x) - 0.5, 0), x),
    "hardshrink": lambda x: x if abs(x) > 0.5 else 0,
    "tanhshrink": lambda x: x - math.tanh(x),
    "hardsigmoid": lambda x: min(max(x + 3, 0), 6) / 6,
    "hardswish": lambda x: x * min(max(x + 3, 0), 6) / 6,
    "logsigmoid": lambda x: -math.log1p(math.exp(-x)),
}


@pytest.mark.parametrize("name", FORMULAS)
def test_activation_is_its_formula(name):
    expected = [FORMULAS[name](x) for x in POINTS]
    np.testing.assert_allclose(getattr(F, name)(t(POINTS)).numpy(), expected, rtol=2e-6, atol=2e-6)


@pytest.mark.torch
@pytest.mark.parametrize(("name", "options"), ACTIVATIONS, ids=IDS)
def test_activation_and_gradient_as_torch(name, options):
    torch = pytest.importorskip("torch")
    special = [*POINTS, float("inf"), -float("inf"), float("nan")]
    if name in ("gelu", "mish", "silu", "hardswish", "softsign", "tanhshrink", "logsigmoid") or (
        name == "hardsigmoid"
    ):
        special = POINTS  # torch is not of one mind about infinity here
    if name == "softplus":
        special = [*POINTS, float("nan")]
    if name in ("celu", "elu", "selu"):
        special = POINTS  # at NaN torch's scalar loop has a gradient of 1, its vector loop NaN
    pairs = []
    for package, functional in ((tl, F), (torch, torch.nn.functional)):
        x = package.tensor(np.array(special, np.float32), requires_grad=True)
        out = getattr(functional, name)(x, **options)
        out.sum().backward()
        pairs.append((out.detach().numpy(), x.grad.numpy()))
    np.testing.assert_allclose(pairs[0][0], pairs[1][0], rtol=3e-6, atol=1e-6)
    np.testing.assert_allclose(pairs[0][1], pairs[1][1], rtol=1e-5, atol=2e-6)


@pytest.mark.parametrize(("name", "options"), ACTIVATIONS, ids=IDS)
def test_gradients_to_the_second_order(name, options):
    x = tl.tensor([-3.7, -1.4, -0.35, 0.27, 0.7, 1.6, 4.2], dtype=tl.float64, requires_grad=True)

    def call(x):
        return getattr(F, name)(x, **options)

    assert tl.autograd.gradcheck(call, (x,))
    assert tl.autograd.gradgradcheck(call, (x,))


INPLACE = [
    *("relu", "relu6", "hardtanh", "leaky_relu", "elu", "selu", "celu", "silu", "mish"),
    *("hardsigmoid", "hardswish", "rrelu"),
]


@pytest.mark.parametrize("name", INPLACE)
def test_in_place(name):
    function, x = getattr(F, name), t(POINTS)
    expected = function(x)
    assert function(x, inplace=True) is x
    np.testing.assert_array_equal(x.numpy(), expected.numpy())
    leaf = t([-1.0, 2.0], requires_grad=True)
    function(leaf * 1, inplace=True).sum().backward()
    inside = leaf.grad.clone()
    leaf.grad = None
    function(leaf * 1).sum().backward()
    np.testing.assert_array_equal(inside.numpy(), leaf.grad.numpy())
    with pytest.raises(RuntimeError, match="leaf"):
        function(leaf, inplace=True)


def test_underscored_forms():
    for name in ("relu_", "hardtanh_", "leaky_relu_", "elu_", "selu_", "celu_", "rrelu_"):
        x = t(POINTS)
        assert getattr(F, name)(x) is x
        np.testing.assert_array_equal(x.numpy(), getattr(F, name[:-1])(t(POINTS)).numpy())
    x = t([0.0, 2.0])
    assert F.threshold_(x, 1.0, 9.0).tolist() == [9.0, 2.0]


MODULES = [
    *("CELU", "ELU", "GELU", "Hardshrink", "Hardsigmoid", "Hardswish", "Hardtanh", "LeakyReLU"),
    *("LogSigmoid", "Mish", "ReLU", "ReLU6", "SELU", "SiLU", "Sigmoid", "Softplus", "Softshrink"),
    *("Softsign", "Tanh", "Tanhshrink"),
]


@pytest.mark.parametrize("name", MODULES)
def test_modules_call_their_functions(name):
    x = t(POINTS)
    out = getattr(nn, name)()(x)
    np.testing.assert_array_equal(
        out.numpy(), getattr(F, name.lower().replace("leakyrelu", "leaky_relu"))(x).numpy()
    )


def test_modules_with_arguments():
    x = t([[-1.0, 2.0], [3.0, -4.0]])
    assert nn.Threshold(0.0, 9.0)(x).tolist() == [[9.0, 2.0], [3.0, 9.0]]
    np.testing.assert_allclose(nn.PReLU()(x).detach().numpy(), [[-0.25, 2], [3, -1]])
    assert nn.RReLU().eval()(x)[0, 0].item() == pytest.approx(-(1 / 8 + 1 / 3) / 2)
    slopes = nn.RReLU(0.2, 0.4)(-tl.ones(1000))
    assert -0.4 <= slopes.min().item() < -0.38
    assert -0.22 < slopes.max().item() <= -0.2
    np.testing.assert_allclose(nn.Softmax(1)(x).sum(1).numpy(), 1, rtol=1e-6)
    np.testing.assert_allclose(
        nn.LogSoftmax(0)(x).numpy(), np.log(nn.Softmax(0)(x).numpy()), rtol=1e-5
    )
    np.testing.assert_allclose(nn.Softmin(1)(x).numpy(), nn.Softmax(1)(-x).numpy())
    assert nn.GLU()(x).tolist() == [[pytest.approx(-sigmoid(2))], [pytest.approx(3 * sigmoid(-4))]]
    with pytest.raises(ValueError, match="expected input to be 3D or 4D"):
        nn.Softmax2d()(x)


@pytest.mark.torch
@pytest.mark.parametrize("shape", [(4,), (3, 5), (2, 4, 3)])
def test_softmax_family_as_torch(shape):
    torch = pytest.importorskip("torch")
    values = np.random.default_rng(0).normal(size=shape).astype(np.float32) * 5
    for name in ("softmax", "log_softmax", "softmin"):
        for dim in (None, 0, -1):
            pairs = []
            for package, functional in ((tl, F), (torch, torch.nn.functional)):
                x = package.tensor(values, requires_grad=True)
                with (
                    pytest.warns(UserWarning) if (package is torch and dim is None) else _nothing()
                ):
                    out = getattr(functional, name)(x, dim=dim)
                (out * package.tensor(values)).sum().backward()
                pairs.append((out.detach().numpy(), x.grad.numpy()))
            np.testing.assert_allclose(pairs[0][0], pairs[1][0], rtol=1e-5, atol=1e-6)
            np.testing.assert_allclose(pairs[0][1], pairs[1][1], rtol=1e-4, atol=1e-5)


class _nothing:
    def __enter__(self):
        return None

    def __exit__(self, *exc):
        return False


def test_prelu():
    x = t(-np.ones((2, 3, 4)), requires_grad=True)
    weight = t([0.1, 0.2, 0.3], requires_grad=True)
    out = F.prelu(x, weight)
    np.testing.assert_allclose(out.detach().numpy()[0, :, 0], [-0.1, -0.2, -0.3], rtol=1e-6)
    out.sum().backward()
    np.testing.assert_allclose(weight.grad.numpy(), [-8, -8, -8])
    np.testing.assert_allclose(x.grad.numpy()[1, :, 2], [0.1, 0.2, 0.3], rtol=1e-6)
    with pytest.raises(RuntimeError, match="expected weight of 1 or 3 elements"):
        F.prelu(x, t([0.1, 0.2]))


def test_gumbel_softmax():
    tl.manual_seed(0)
    logits = t(np.log([[0.1, 0.2, 0.7]]).repeat(4000, 0), requires_grad=True)
    hard = F.gumbel_softmax(logits, hard=True)
    share = hard.detach().numpy().mean(0)
    np.testing.assert_allclose(share, [0.1, 0.2, 0.7], atol=0.03)
    (hard * t([1.0, 2.0, 3.0])).sum().backward()
    assert logits.grad.abs().sum().item() > 0
    np.testing.assert_allclose(
        F.gumbel_softmax(logits, tau=0.5).sum(-1).detach().numpy(), 1, rtol=1e-5
    )


# ----------------------------------------------------------------- layers


def test_linear():
    x, w, b = (np.random.default_rng(0).normal(size=s) for s in ((2, 5, 3), (4, 3), (4,)))
    out = F.linear(t(x), t(w), t(b))
    np.testing.assert_allclose(out.numpy(), x @ w.T + b, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(F.linear(t(x[0, 0]), t(w)).numpy(), x[0, 0] @ w.T, rtol=1e-5)
    np.testing.assert_allclose(F.linear(t(x), t(w[0])).numpy(), x @ w[0], rtol=1e-5, atol=1e-6)
    layer = nn.Linear(400, 100)
    assert 0.045 < layer.weight.abs().max().item() <= 0.05
    assert layer.bias.abs().max().item() <= 0.05


def test_linear_gradients():
    x, w, b = (
        tl.tensor(np.random.default_rng(0).normal(size=s), requires_grad=True)
        for s in ((2, 3), (4, 3), (4,))
    )
    assert tl.autograd.gradcheck(F.linear, (x, w, b))
    assert tl.autograd.gradgradcheck(F.linear, (x, w, b))


def test_bilinear():
    x, y, w, b = (
        np.random.default_rng(0).normal(size=s) for s in ((2, 5, 3), (2, 5, 2), (4, 3, 2), (4,))
    )
    out = F.bilinear(t(x), t(y), t(w), t(b))
    expected = np.einsum("...i,kij,...j->...k", x, w, y) + b
    np.testing.assert_allclose(out.numpy(), expected, rtol=1e-4, atol=1e-5)
    layer = nn.Bilinear(3, 2, 4)
    assert tuple(layer(t(x), t(y)).shape) == (2, 5, 4)


def test_flatten_unflatten_identity():
    x = tl.arange(24).reshape(2, 3, 4)
    assert tuple(nn.Flatten()(x).shape) == (2, 12)
    assert tuple(nn.Flatten(0, 1)(x).shape) == (6, 4)
    assert tuple(nn.Unflatten(2, (2, -1))(x).shape) == (2, 3, 2, 2)
    assert nn.Identity(3, a=4)(x) is x
    with pytest.raises(TypeError, match="found element of type str at pos 1"):
        nn.Unflatten(1, (2, "x"))


def test_one_hot():
    assert F.one_hot(tl.tensor([0, 2])).tolist() == [[1, 0, 0], [0, 0, 1]]
    assert F.one_hot(tl.tensor(1), 3).tolist() == [0, 1, 0]
    assert tuple(F.one_hot(tl.zeros(2, 3, dtype=tl.int64), 5).shape) == (2, 3, 5)


def test_embedding():
    weight = t(np.arange(12).reshape(6, 2), requires_grad=True)
    index = tl.tensor([[1, 3], [1, 0]])
    out = F.embedding(index, weight)
    np.testing.assert_array_equal(out.detach().numpy(), weight.detach().numpy()[index.numpy()])
    out.sum().backward()
    assert weight.grad[:, 0].tolist() == [1.0, 2.0, 0.0, 1.0, 0.0, 0.0]
    weight.grad = None
    F.embedding(index, weight, padding_idx=1).sum().backward()
    assert weight.grad[:, 0].tolist() == [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    weight.grad = None
    F.embedding(index, weight, scale_grad_by_freq=True).sum().backward()
    assert weight.grad[:, 0].tolist() == [1.0, 1.0, 0.0, 1.0, 0.0, 0.0]


def test_embedding_layer():
    layer = nn.Embedding(5, 3, padding_idx=-1)
    assert layer.padding_idx == 4
    assert layer.weight[4].tolist() == [0.0, 0.0, 0.0]
    layer = nn.Embedding(5, 3, max_norm=1.0)
    with tl.no_grad():
        layer.weight.fill_(2.0)
    out = layer(tl.tensor([0, 2, 2]))
    np.testing.assert_allclose(out.norm(dim=1).detach().numpy(), 1, rtol=1e-5)
    assert layer.weight[1].tolist() == [2.0, 2.0, 2.0]
    assert layer.weight[2, 0].item() == pytest.approx(3**-0.5, rel=1e-5)
    table = tl.ones(4, 2)
    frozen = nn.Embedding.from_pretrained(table)
    assert not frozen.weight.requires_grad
    assert nn.Embedding.from_pretrained(table, freeze=False).weight.requires_grad


def test_distances():
    x, y = np.random.default_rng(0).normal(size=(2, 4, 3))
    cos = (x * y).sum(1) / np.linalg.norm(x, axis=1) / np.linalg.norm(y, axis=1)
    np.testing.assert_allclose(F.cosine_similarity(t(x), t(y)).numpy(), cos, rtol=1e-5)
    np.testing.assert_allclose(nn.CosineSimilarity(dim=1)(t(x), t(y)).numpy(), cos, rtol=1e-5)
    gap = np.linalg.norm(x - y + 1e-6, axis=1)
    np.testing.assert_allclose(nn.PairwiseDistance()(t(x), t(y)).numpy(), gap, rtol=1e-5)
    unit = F.normalize(t(x)).numpy()
    np.testing.assert_allclose(np.linalg.norm(unit, axis=1), 1, rtol=1e-5)
    assert F.normalize(tl.zeros(1, 3)).tolist() == [[0.0, 0.0, 0.0]]


# ----------------------------------------------------------------- dropout


def test_dropout():
    tl.manual_seed(0)
    x = tl.ones(200, 500, requires_grad=True)
    out = F.dropout(x, 0.3)
    kept = (out != 0).detach().numpy()
    assert kept.mean() == pytest.approx(0.7, abs=0.01)
    np.testing.assert_allclose(out.detach().numpy()[kept], 1 / 0.7, rtol=1e-6)
    out.sum().backward()
    np.testing.assert_array_equal(x.grad.numpy(), out.detach().numpy())
    assert F.dropout(x, 0.3, training=False) is x
    assert F.dropout(x, 0.0) is x
    assert F.dropout(x, 1.0).sum().item() == 0.0
    y = tl.ones(10)
    assert F.dropout(y, 0.5, inplace=True) is y
    assert set(y.tolist()) <= {0.0, 2.0}
    layer = nn.Dropout(0.5)
    assert layer.eval()(x) is x
    assert (layer.train()(x) == 0).any().item()


def test_dropout_follows_the_seed():
    runs = []
    for _ in range(2):
        tl.manual_seed(3)
        runs.append(F.dropout(tl.ones(50)).tolist())
    assert runs[0] == runs[1]
    assert F.dropout(tl.ones(50)).tolist() != runs[0]


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (nn.Dropout1d, (20, 30, 4)),
        (nn.Dropout1d, (30, 4)),
        (nn.Dropout2d, (20, 30, 2, 2)),
        (nn.Dropout3d, (20, 30, 2, 2, 2)),
        (nn.FeatureAlphaDropout, (20, 30, 4)),
    ],
)
def test_dropout_of_channels(layer, shape):
    tl.manual_seed(0)
    out = layer(0.5)(tl.ones(*shape)).numpy()
    rows = out.reshape(*shape[: (1 if len(shape) == 2 else 2)], -1)
    assert (rows == rows[..., :1]).all()
    assert len(np.unique(np.round(rows, 5))) == 2


@pytest.mark.parametrize(
    ("drop", "shape", "kept"),
    [
        (F.dropout2d, (20, 30), 2),
        (F.dropout2d, (20, 30, 4), 2),
        (F.dropout2d, (20, 30, 4, 2, 2), 2),
        (F.dropout3d, (200,), 1),
        (F.dropout3d, (200, 4, 3), 1),
        (F.dropout3d, (200, 4, 3, 2, 2, 2), 1),
    ],
)
def test_dropout_of_channels_of_other_dims_warns(drop, shape, kept):
    tl.manual_seed(0)
    with pytest.warns(UserWarning, match=f"Received a {len(shape)}-?D input to {drop.__name__}"):
        out = drop(tl.ones(*shape))
    rows = out.reshape(*shape[:kept], -1)
    assert tl.equal(rows, rows[..., :1].expand_as(rows))
    assert 0.3 < (rows[..., 0] == 0).float().mean() < 0.7


def test_alpha_dropout_keeps_mean_and_variance():
    tl.manual_seed(0)
    x = tl.randn(400, 500)
    out = nn.AlphaDropout(0.2)(x).numpy()
    assert out.mean() == pytest.approx(0, abs=0.02)
    assert out.std() == pytest.approx(1, abs=0.02)


# ----------------------------------------------------------------- normalisation


def test_layer_norm_and_rms_norm():
    x = np.random.default_rng(0).normal(size=(2, 3, 4)) * 3 + 5
    w, b = np.random.default_rng(1).normal(size=(2, 3, 4))
    mean, var = x.mean((1, 2), keepdims=True), x.var((1, 2), keepdims=True)
    expected = (x - mean) / np.sqrt(var + 1e-5) * w + b
    out = F.layer_norm(t(x), (3, 4), t(w), t(b))
    np.testing.assert_allclose(out.numpy(), expected, rtol=1e-4, atol=1e-5)
    expected = x / np.sqrt((x**2).mean(-1, keepdims=True) + 1e-3) * w[0]
    out = F.rms_norm(t(x), [4], t(w[0]), eps=1e-3)
    np.testing.assert_allclose(out.numpy(), expected, rtol=1e-5, atol=1e-6)
    layer = nn.LayerNorm((3, 4))
    np.testing.assert_allclose(layer(t(x)).detach().numpy().mean((1, 2)), 0, atol=1e-5)
    assert nn.LayerNorm(4, bias=False).bias is None
    assert nn.LayerNorm(4, elementwise_affine=False).weight is None


def test_keywords_that_change_nothing():
    x = tl.randn(2, 4, 3)
    assert (tl.group_norm(x, 2, cudnn_enabled=False) == F.group_norm(x, 2)).all()
    assert tl.ones(1).expand(3, implicit=True).tolist() == [1.0] * 3


def test_rrelu_draws_from_a_generator():
    x = -tl.ones(64)
    first, again = (F.rrelu(x, training=True, generator=tl.Generator().manual_seed(3))
                    for _ in range(2))  # fmt: skip
    assert (first == again).all() and not (first == F.rrelu(x, training=True)).all()
    tl.rrelu_(x, training=True, generator=tl.Generator().manual_seed(3))
    assert (x == first).all()


def test_group_norm():
    x = np.random.default_rng(0).normal(size=(2, 6, 5))
    rows = x.reshape(2, 3, -1)
    rows = (rows - rows.mean(-1, keepdims=True)) / np.sqrt(rows.var(-1, keepdims=True) + 1e-5)
    np.testing.assert_allclose(
        nn.GroupNorm(3, 6)(t(x)).detach().numpy(), rows.reshape(x.shape), rtol=1e-4, atol=1e-5
    )


@pytest.mark.parametrize("shape", [(8, 3), (4, 3, 5)])
def test_batch_norm_statistics(shape):
    x = np.random.default_rng(0).normal(size=shape) * 2 + 1
    axes = (0,) if len(shape) == 2 else (0, 2)
    mean, var = x.mean(axes), x.var(axes, ddof=1)
    layer = nn.BatchNorm1d(3)
    out = layer(t(x)).detach().numpy()
    np.testing.assert_allclose(out.mean(axes), 0, atol=1e-5)
    np.testing.assert_allclose(out.std(axes), 1, rtol=1e-3)
    np.testing.assert_allclose(layer.running_mean.numpy(), 0.1 * mean, rtol=1e-5)
    np.testing.assert_allclose(layer.running_var.numpy(), 0.9 + 0.1 * var, rtol=1e-5)
    average = nn.BatchNorm1d(3, momentum=None)
    for _ in range(3):
        average(t(x))
    np.testing.assert_allclose(average.running_mean.numpy(), mean, rtol=1e-5)
    assert average.num_batches_tracked.item() == 3
    average.eval()
    expected = (x - _up(mean, x)) / np.sqrt(_up(var, x) + 1e-5)
    np.testing.assert_allclose(average(t(x)).detach().numpy(), expected, rtol=1e-4, atol=1e-5)
    assert average.num_batches_tracked.item() == 3


def _up(row, x):
    return row.reshape(1, 3, *[1] * (x.ndim - 2))


def test_batch_norm_of_nothing():
    for shape in ((0,), (0, 3), (3, 0)):
        x = tl.ones(shape)
        statistics = [tl.full((shape[-1],), 2.0) for _ in range(2)]
        assert F.batch_norm(x, *statistics, training=True).shape == shape
        assert F.batch_norm(x, *statistics).shape == shape
        assert all((s == 2).all() for s in statistics)


def test_batch_norm_options():
    x = t(np.random.default_rng(0).normal(size=(4, 3)))
    plain = nn.BatchNorm1d(3, affine=False, track_running_stats=False)
    assert list(plain.state_dict()) == []
    assert plain.running_mean is None
    np.testing.assert_array_equal(plain(x).numpy(), plain.eval()(x).numpy())
    layer = nn.BatchNorm1d(3)
    assert list(layer.state_dict()) == [
        *("weight", "bias", "running_mean", "running_var", "num_batches_tracked")
    ]
    with pytest.raises(ValueError, match="Expected more than 1 value per channel"):
        layer(x[:1])
    assert layer.num_batches_tracked.item() == 0
    assert layer.running_mean.tolist() == [0.0, 0.0, 0.0]


def test_normalisation_gradients():
    random = np.random.default_rng(0)
    x = tl.tensor(random.normal(size=(3, 4, 2)), requires_grad=True)
    w = tl.tensor(random.normal(size=4), requires_grad=True)
    b = tl.tensor(random.normal(size=4), requires_grad=True)
    for call in (
        lambda x, w, b: F.batch_norm(x, None, None, w, b, training=True),
        lambda x, w, b: F.group_norm(x, 2, w, b),
        lambda x, w, b: F.group_norm(x[:1], 1, w[:1].expand(4), b),
        lambda x, w, b: F.layer_norm(x.transpose(1, 2), (4,), w, b),
        lambda x, w, b: F.rms_norm(x.transpose(1, 2), (4,), w) + b,
    ):
        assert tl.autograd.gradcheck(call, (x, w, b), atol=1e-4)
        assert tl.autograd.gradgradcheck(call, (x, w, b), atol=1e-4)


@pytest.mark.torch
@pytest.mark.parametrize(
    "text",
    [
        *("LayerNorm(5)", "LayerNorm((6, 5))", "RMSNorm(5)", "GroupNorm(3, 6)", "BatchNorm1d(6)"),
        *("BatchNorm1d(6, momentum=None)", "BatchNorm1d(6, affine=False, momentum=0.5)"),
        *("InstanceNorm1d(6)", "InstanceNorm1d(6, affine=True, track_running_stats=True)"),
        *("InstanceNorm1d(6, affine=True, bias=False, eps=0.1)",),
    ],
)
def test_normalisation_as_torch(text):
    torch = pytest.importorskip("torch")
    values = np.random.default_rng(0).normal(size=(4, 6, 5)).astype(np.float32)
    runs = []
    for package in (tl, torch):
        layer = eval(f"nn.{text}", {"nn": package.nn})
        row = []
        for step in range(3):
            x = package.tensor(values * (step + 1), requires_grad=True)
            out = layer(x)
            (out * package.tensor(values)).sum().backward()
            row += [out.detach().numpy(), x.grad.numpy()]
        layer.eval()
        row.append(layer(package.tensor(values)).detach().numpy())
        row += [v.numpy() for v in layer.state_dict().values()]
        row += [p.grad.numpy() for p in layer.parameters()]
        runs.append(row)
    for ours, theirs in zip(*runs, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-4, atol=2e-5)


# ----------------------------------------------------------------- misuse

x23, i3 = (2, 3), [0, 1, 2]
ERRORS = [
    (lambda: F.relu(3), TypeError, "argument 'input' must be Tensor, not int"),
    (lambda: F.gelu(tl.ones(1), approximate="x"), RuntimeError, "either none or tanh; got 'x'"),
    (lambda: F.celu(tl.ones(1), 0), RuntimeError, "alpha other than zero"),
    (lambda: F.hardtanh(tl.ones(1), 2, 1), ValueError, "expected min_val <= max_val"),
    (lambda: F.softshrink(tl.ones(1), -1), RuntimeError, "lambd greater or equal to 0"),
    (lambda: F.rrelu(tl.ones(1), 2, 1), RuntimeError, "Lower bound should be less"),
    (lambda: F.glu(tl.ones(3)), RuntimeError, "Halving dimension must be even"),
    (lambda: F.glu(tl.ones(())), RuntimeError, "does not support 0-dimensional"),
    (lambda: F.softmax([1.0]), TypeError, "must be Tensor, not list"),
    (lambda: F.linear(tl.ones(x23), tl.ones(2, 4)), RuntimeError, "shapes cannot be multiplied"),
    (lambda: nn.Linear(2, 3)(tl.ones(4, 5)), RuntimeError, r"expected input \(..., 2\)"),
    (lambda: nn.Linear(2.0, 3), TypeError, "expected in_features to be an int; got float"),
    (lambda: nn.Linear(2, -3), RuntimeError, "expected out_features of at least 0; got -3"),
    (lambda: nn.Bilinear(0, 1, 1), ValueError, "in1_features must be > 0"),
    (lambda: nn.Bilinear(2, 2, 1)(tl.ones(1, 2), tl.ones(1, 3)), RuntimeError, "bilinear: exp"),
    (lambda: F.one_hot(tl.tensor([1, 5]), 3), RuntimeError, "smaller than num_classes"),
    (lambda: F.one_hot(tl.tensor([-1])), RuntimeError, "must be non-negative; got -1"),
    (lambda: F.one_hot(tl.ones(2)), RuntimeError, "expected an int64 tensor"),
    (
        lambda: F.embedding(tl.tensor([5]), tl.ones(3, 2)),
        IndexError,
        "embedding: index 5 is out of bounds",
    ),
    (lambda: F.embedding(tl.tensor([-1]), tl.ones(3, 2)), IndexError, "expected 0 to 2; got -1"),
    (lambda: F.embedding(tl.ones(1), tl.ones(3, 2)), RuntimeError, "indices of dtype int64 or"),
    (lambda: nn.Embedding(3, 2, padding_idx=3), AssertionError, "must be within num_embeddings"),
    (lambda: nn.Embedding.from_pretrained(tl.ones(3)), AssertionError, "to be 2-dimensional"),
    (lambda: F.dropout(tl.ones(1), 1.5), ValueError, "between 0 and 1, but got 1.5"),
    (lambda: nn.Dropout(-0.1), ValueError, "between 0 and 1, but got -0.1"),
    (lambda: F.dropout1d(tl.ones(1)), RuntimeError, "Expected 2D or 3D input, but received a 1D"),
    (lambda: F.dropout2d(tl.ones(1)), RuntimeError, "requires at least 2 dimensions"),
    (lambda: F.dropout3d(tl.ones(())), RuntimeError, "requires at least 1 dimensions"),
    (lambda: F.feature_alpha_dropout(tl.ones(1), 0.5, True), RuntimeError, "requires at least 2"),
    (lambda: F.layer_norm(tl.ones(x23), (4,)), RuntimeError, "Given normalized_shape="),
    (lambda: F.layer_norm(tl.ones(x23), ()), RuntimeError, "at least 1-dimensional"),
    (lambda: F.layer_norm(tl.ones(x23), (3,), tl.ones(2)), RuntimeError, "expected weight of norm"),
    (lambda: F.rms_norm(tl.ones(x23), (2, 3), tl.ones(3)), RuntimeError, "expected weight of norm"),
    (lambda: nn.GroupNorm(2, 3), ValueError, "must be divisible by num_groups"),
    (lambda: F.group_norm(tl.ones(x23), 2), RuntimeError, "divisible by num_groups"),
    (lambda: F.group_norm(tl.ones(1, 2), 2), ValueError, "more than 1 value per channel"),
    (lambda: nn.BatchNorm1d(4)(tl.ones(x23)), RuntimeError, "should contain 3 elements not 4"),
    (lambda: nn.BatchNorm1d(4)(tl.ones(4)), ValueError, "expected 2D or 3D input"),
    (lambda: F.batch_norm(tl.ones(x23), None, None), RuntimeError, "in evaluation mode"),
]


@pytest.mark.parametrize(("call", "kind", "text"), ERRORS, ids=[e[2][:40] for e in ERRORS])
def test_misuse(call, kind, text):
    with pytest.raises(kind, match=text):
        call()


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["feature_alpha_dropout", "dropout1d", "dropout2d", "dropout3d"])
def test_channels_that_are_not_there_are_refused_where_torch_refuses(name):
    theirs = getattr(pytest.importorskip("torch.nn.functional"), name)
    ones = pytest.importorskip("torch").ones
    for shape, p, training in itertools.product([(), (3,), (0,)], [0.0, 0.5, 1.0], [False, True]):
        try:
            theirs(ones(shape), p, training)
        except RuntimeError:
            with pytest.raises(RuntimeError, match=f"^{name}: "):
                getattr(F, name)(tl.ones(shape), p, training)
        else:
            assert getattr(F, name)(tl.ones(shape), p, training).shape == shape
