"""Attention and transformers: against torch over the options, against NumPy, and misuse."""

import copy
import math

import numpy as np
import pytest

import tensorlite as tl
import tensorlite.nn.functional as F
from tensorlite import nn
from tensorlite.ops import attention as kernels

random = np.random.default_rng(0)
INF = math.inf


def array(*shape):
    return random.normal(size=shape).astype(np.float32)


def some(*shape):
    """A bool mask that leaves at least the first key of each row."""
    mask = random.random(shape) < 0.6
    mask[..., 0] = True
    return mask


def tensors(package, values):
    """Arrays, in dicts too, as tensors; float ones ask for gradients."""
    return {
        name: package.tensor(v, requires_grad=v.dtype.kind == "f") if isinstance(v, np.ndarray)
        else v
        for name, v in values.items()
    }  # fmt: skip


def weights_like(x):
    shape = tuple(x.shape)
    values = np.cos(np.arange(int(np.prod(shape)))).reshape(shape)
    return values.astype("float64" if "64" in str(x.dtype) else "float32")


def results_and_gradients(package, results, leaves):
    """Arrays of results and of the gradients of leaves."""
    results = [r for r in results if r is not None]
    sum((r * package.tensor(weights_like(r))).sum() for r in results).backward()
    grads = [x.grad if x.grad is not None else package.zeros(*x.shape) for x in leaves]
    return [x.detach().numpy() for x in (*results, *grads)]


def compare(got, wanted):
    assert len(got) == len(wanted)
    for a, b in zip(got, wanted, strict=True):
        assert a.shape == b.shape
        assert a.dtype == b.dtype
        np.testing.assert_allclose(a, b, rtol=2e-4, atol=2e-5)


# ------------------------------------------------------------------ scaled_dot_product_attention

Q, K, V = array(2, 4, 5, 8), array(2, 4, 7, 8), array(2, 4, 7, 3)
DARK = some(5, 7)
DARK[2] = False
SCORES = array(5, 7)
SCORES[1, 2:] = -INF
SCORES[3] = -INF
ATTENTION = {
    "plain": (Q, K, V, {}),
    "causal": (Q, K, V, {"is_causal": True}),
    "causal, fewer keys": (Q, K[:, :, :3], V[:, :, :3], {"is_causal": True}),
    "scale": (Q, K, V, {"scale": 0.3}),
    "bool": (Q, K, V, {"attn_mask": some(5, 7)}),
    "bool, a dark row": (Q, K, V, {"attn_mask": DARK}),
    "float, a dark row": (Q, K, V, {"attn_mask": SCORES}),
    "mask per head": (Q, K, V, {"attn_mask": array(2, 4, 5, 7)}),
    "mask per key": (Q, K, V, {"attn_mask": some(2, 1, 1, 7)}),
    "mask per batch": (Q, K, V, {"attn_mask": array(2, 1, 5, 7), "scale": 2.0}),
    "3-D": (Q[0], K[0], V[0], {}),
    "2-D": (Q[0, 0], K[0, 0], V[0, 0], {"attn_mask": some(5, 7)}),
    "broadcast": (Q, K[:, :1], V[:1], {}),
    "grouped": (Q, K[:, :2], V[:, :2], {"enable_gqa": True}),
    "grouped, mask": (Q, K[:, :2], V[:, :2], {"enable_gqa": True, "attn_mask": array(5, 7)}),
    "grouped, mask per head": (
        Q, K[:, :2], V[:, :2], {"enable_gqa": True, "attn_mask": array(2, 4, 5, 7)}),
    "grouped, mask per batch": (
        Q, K[:, :1], V[:, :1], {"enable_gqa": True, "attn_mask": some(2, 1, 5, 7)}),
    "grouped, other heads": (Q, K[:, :2], V[:, :1], {"enable_gqa": True, "is_causal": True}),
    "grouped, 3-D": (Q[0], K[0, :2], V[0, :2], {"enable_gqa": True}),
    "no batch": (Q[:0], K[:0], V[:0], {}),
    "no query": (Q[:, :, :0], K, V, {}),
    "no key": (Q, K[:, :, :0], V[:, :, :0], {}),
    "one of each": (Q[:, :, :1], K[:, :, :1], V[:, :, :1], {"is_causal": True}),
    "float64": (
        Q.astype("d"), K.astype("d"), V.astype("d"), {"attn_mask": array(5, 7).astype("d")}),
}  # fmt: skip


def attention(package, functional, case):
    q, k, v, options = case
    given = tensors(package, {"query": q, "key": k, "value": v, **options})
    out = functional.scaled_dot_product_attention(**given)
    leaves = [x for x in given.values() if getattr(x, "requires_grad", False)]
    return results_and_gradients(package, [out], leaves)


@pytest.mark.torch
@pytest.mark.parametrize("name", ATTENTION)
def test_attention_as_torch(name):
    torch = pytest.importorskip("torch")
    ours = attention(tl, F, ATTENTION[name])
    theirs = attention(torch, torch.nn.functional, ATTENTION[name])
    if np.isnan(theirs[-1]).any():  # PyTorch's gradient of a float mask is NaN in a dark row
        assert "dark" in name
        theirs[-1] = np.where(np.isnan(theirs[-1]), 0, theirs[-1])
    compare(ours, theirs)


def softmax(x):
    powers = np.exp(x - x.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def test_attention_by_formula():
    q, k, v = (x.astype(np.float64) for x in (Q, K, V))
    mask = some(5, 7)
    scores = np.where(mask, q @ k.swapaxes(-1, -2) / math.sqrt(8), -INF)
    out = F.scaled_dot_product_attention(*map(tl.tensor, (q, k, v)), attn_mask=tl.tensor(mask))
    np.testing.assert_allclose(out.numpy(), softmax(scores) @ v, rtol=1e-11, atol=1e-14)
    scores = np.where(np.tri(5, 7, dtype=bool), q @ k.swapaxes(-1, -2) * 0.5, -INF)
    out = F.scaled_dot_product_attention(*map(tl.tensor, (q, k, v)), is_causal=True, scale=0.5)
    np.testing.assert_allclose(out.numpy(), softmax(scores) @ v, rtol=1e-11, atol=1e-14)


def test_grouped_queries_are_repeated_keys():
    q, k, v = map(tl.tensor, (Q, K[:, :2], V[:, :2]))
    grouped = F.scaled_dot_product_attention(q, k, v, enable_gqa=True)
    k, v = (x.repeat_interleave(2, 1) for x in (k, v))
    np.testing.assert_allclose(
        grouped.numpy(), F.scaled_dot_product_attention(q, k, v).numpy(), rtol=1e-5, atol=1e-6
    )


def test_heads_that_lie_in_strides():
    q, k, v = (tl.tensor(np.ascontiguousarray(x.swapaxes(1, 2))).transpose(1, 2) for x in (Q, K, V))
    assert not q.is_contiguous()
    out = F.scaled_dot_product_attention(q, k, v)
    dense = F.scaled_dot_product_attention(*map(tl.tensor, (Q, K, V)))
    np.testing.assert_allclose(out.numpy(), dense.numpy(), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("options", [{}, {"is_causal": True}, {"mask": True}], ids=str)
def test_second_order_gradients(options):
    q, k, v = (tl.tensor(random.normal(size=(2, 3, 2)), requires_grad=True) for _ in range(3))
    operands = (q, k, v)
    if options.pop("mask", False):
        operands += (tl.tensor(random.normal(size=(3, 3)), requires_grad=True),)

    def function(*operands):
        return F.scaled_dot_product_attention(*operands, **options)

    assert tl.autograd.gradcheck(function, operands)
    assert tl.autograd.gradgradcheck(function, operands)


def test_a_dark_row_has_zero_gradients():
    q = tl.tensor(Q[0, 0], requires_grad=True)
    out = F.scaled_dot_product_attention(q, tl.tensor(K[0, 0]), tl.tensor(V[0, 0]), tl.tensor(DARK))
    out.sum().backward()
    assert not out[2].any() and not q.grad[2].any() and q.grad[1].any()


def test_dropout_of_weights():
    x = tl.ones(1, 64, 8)
    tl.manual_seed(0)
    out = F.scaled_dot_product_attention(x, x, x, dropout_p=0.5)
    assert out.std().item() > 0.05
    assert out.mean().item() == pytest.approx(1.0, abs=0.1)
    assert F.scaled_dot_product_attention(x, x, x, dropout_p=1.0).abs().sum().item() == 0.0


def test_the_causal_mask_stays_as_it_is():
    before = kernels.causal_mask(3, 3, tl.float32, tl.device("cpu")).tolist()
    assert before[0] == [0.0, -INF, -INF] and before[2] == [0.0, 0.0, 0.0]
    x = tl.randn(3, 4, requires_grad=True)
    F.scaled_dot_product_attention(x, x, x, is_causal=True).sum().backward()
    assert kernels.causal_mask(3, 3, tl.float32, tl.device("cpu")).tolist() == before


BAD = [
    ({"key": K.astype("d")}, "expected query, key, and value to have the same dtype; got"),
    ({"query": Q[0, 0, 0]}, "at least 2 dimensional"),
    ({"key": K[..., :3]}, r"expected query \(..., L, E\), key \(..., S, E\)"),
    ({"value": V[:, :, :3]}, r"expected query \(..., L, E\), key \(..., S, E\)"),
    ({"attn_mask": DARK, "is_causal": True}, "attn_mask should not be set when is_causal=True"),
    ({"attn_mask": np.ones((5, 7), np.int64)}, "expected attn_mask dtype to be bool or float"),
    ({"attn_mask": np.ones((5, 6), bool)}, "expected attn_mask to broadcast to the scores' shape"),
    ({"attn_mask": np.ones((1, 2, 4, 5, 7), bool)}, "expected attn_mask to broadcast"),
    ({"dropout_p": 1.5}, "dropout probability has to be between 0 and 1, but got 1.5"),
    ({"key": K[:, :3], "value": V[:, :3], "enable_gqa": True}, "must divide the number of heads"),
    ({"key": K[:, :2], "value": V[:, :2]}, "expected shapes that broadcast together"),
]


@pytest.mark.parametrize(("options", "text"), BAD, ids=str)
def test_bad_attention(options, text):
    given = tensors(tl, {"query": Q, "key": K, "value": V, **options})
    with pytest.raises(RuntimeError, match=text):
        F.scaled_dot_product_attention(**given)


def test_bad_types():
    q = tl.tensor(Q)
    with pytest.raises(TypeError, match="argument 'key' must be Tensor, not list"):
        F.scaled_dot_product_attention(q, [1.0], q)
    with pytest.raises(RuntimeError, match="expected a floating point dtype; got"):
        F.scaled_dot_product_attention(q.int(), q.int(), q.int())


# ------------------------------------------------------------------ MultiheadAttention

HEADS = {
    "plain": {},
    "batch first": {"batch_first": True},
    "no bias": {"bias": False},
    "other sizes": {"kdim": 3, "vdim": 5},
    "other value": {"vdim": 5, "bias": False},
    "more keys": {"add_bias_kv": True, "add_zero_attn": True},
    "more keys, batch first": {"add_bias_kv": True, "add_zero_attn": True, "batch_first": True},
}
CALLS = {
    "weights": {},
    "weights per head": {"average_attn_weights": False},
    "no weights": {"need_weights": False},
    "mask": {"attn_mask": (4, 6)},
    "mask per head": {"attn_mask": (6, 4, 6), "need_weights": False},
    "padding": {"key_padding_mask": (3, 6), "need_weights": False},
    "both": {"attn_mask": (4, 6), "key_padding_mask": (3, 6)},
    "both per head": {"attn_mask": (6, 4, 6), "key_padding_mask": (3, 6), "need_weights": False},
}


def twins(torch, name, *args, **options):
    """The layer of both packages with the same parameters."""
    theirs = getattr(torch.nn, name)(*args, **options)
    ours = getattr(nn, name)(*args, **options)
    state = theirs.state_dict()
    assert list(ours.state_dict()) == list(state)
    ours.load_state_dict({key: tl.tensor(value.numpy()) for key, value in state.items()})
    return ours, theirs


def mask_of(shape, kind):
    if kind == "float":
        return array(*shape)
    return ~some(*shape)


def call_layer(package, layer, inputs, options):
    """Results and gradients of inputs and parameters."""
    layer.zero_grad()
    given = [package.tensor(x, requires_grad=True) for x in inputs]
    options = {k: package.tensor(v) if isinstance(v, np.ndarray) else v for k, v in options.items()}
    given = given if len(given) > 1 else given * 3
    results = layer(*given, **options)
    results = results if isinstance(results, tuple) else (results,)
    return results_and_gradients(package, results, [*given, *layer.parameters()])


@pytest.mark.torch
@pytest.mark.parametrize("kind", ["bool", "float"])
@pytest.mark.parametrize("name", HEADS)
def test_heads_as_torch(name, kind):
    torch = pytest.importorskip("torch")
    options = HEADS[name]
    ours, theirs = twins(torch, "MultiheadAttention", 8, 2, **options)
    sizes = 8, options.get("kdim", 8), options.get("vdim", 8)
    swap = (1, 0, 2) if options.get("batch_first") else (0, 1, 2)
    inputs = [
        array(n, 3, size).transpose(swap).copy() for n, size in zip((4, 6, 6), sizes, strict=True)
    ]
    for call in CALLS.values():
        call = {k: mask_of(v, kind) if k.endswith("mask") else v for k, v in call.items()}
        compare(call_layer(tl, ours, inputs, call), call_layer(torch, theirs, inputs, call))


@pytest.mark.torch
@pytest.mark.parametrize("options", [{}, {"batch_first": True}, {"add_bias_kv": True}], ids=str)
def test_self_attention_as_torch(options):
    """One tensor three times, then as key and value: one product projects it."""
    torch = pytest.importorskip("torch")
    ours, theirs = twins(torch, "MultiheadAttention", 8, 2, **options)
    for shape in ((5, 3, 8), (1, 1, 8), (5, 0, 8), (5, 8)):
        x = array(*shape)
        for call in ({}, {"need_weights": False}):
            compare(call_layer(tl, ours, [x], call), call_layer(torch, theirs, [x], call))
    q, x = array(4, 3, 8), array(4, 3, 8)

    def cross(package, layer):
        layer.zero_grad()
        query, memory = (package.tensor(a, requires_grad=True) for a in (q, x))
        results = layer(query, memory, memory)
        return results_and_gradients(package, results, [query, memory, *layer.parameters()])

    compare(cross(tl, ours), cross(torch, theirs))


@pytest.mark.torch
def test_heads_without_a_batch_as_torch():
    torch = pytest.importorskip("torch")
    ours, theirs = twins(torch, "MultiheadAttention", 8, 2, kdim=3, batch_first=True)
    inputs = [array(4, 8), array(6, 3), array(6, 8)]
    for call in (
        {"key_padding_mask": ~some(6)},
        {"attn_mask": array(2, 4, 6), "average_attn_weights": False},
        {"attn_mask": ~some(4, 6), "need_weights": False},
    ):
        compare(call_layer(tl, ours, inputs, call), call_layer(torch, theirs, inputs, call))


@pytest.mark.torch
def test_causal_hint_as_torch():
    torch = pytest.importorskip("torch")
    ours, theirs = twins(torch, "MultiheadAttention", 8, 2)
    mask = torch.nn.Transformer.generate_square_subsequent_mask(5).numpy()
    assert nn.Transformer.generate_square_subsequent_mask(5).tolist() == mask.tolist()
    for more in ({"need_weights": False}, {}, {"key_padding_mask": np.zeros((3, 5), np.float32)}):
        call = {"attn_mask": mask, "is_causal": True, **more}
        x = array(5, 3, 8)
        compare(call_layer(tl, ours, [x], call), call_layer(torch, theirs, [x], call))


@pytest.mark.torch
def test_static_keys_as_torch():
    torch = pytest.importorskip("torch")
    values = [array(*s) for s in ((5, 3, 8), (24, 8), (24,), (8, 8), (8,), (6, 7, 4), (6, 7, 4))]

    def run(package, functional):
        x, w, b, out_w, out_b, k, v = (package.tensor(a, requires_grad=True) for a in values)
        results = functional.multi_head_attention_forward(
            x, x, x, 8, 2, w, b, None, None, True, 0.0, out_w, out_b, static_k=k, static_v=v
        )
        return results_and_gradients(package, results, [x, w, b, out_w, out_b, k, v])

    compare(run(tl, F), run(torch, torch.nn.functional))


def test_heads_by_formula():
    layer = nn.MultiheadAttention(4, 2, dtype=tl.float64)
    x = random.normal(size=(3, 2, 4))
    out, weights = layer(*[tl.tensor(x)] * 3, average_attn_weights=False)
    w, b = layer.in_proj_weight.detach().numpy(), layer.in_proj_bias.detach().numpy()
    q, k, v = (
        (x @ w[i : i + 4].T + b[i : i + 4]).reshape(3, 2, 2, 2).transpose(1, 2, 0, 3)
        for i in (0, 4, 8)
    )
    wanted = softmax(q @ k.swapaxes(-1, -2) / math.sqrt(2))
    np.testing.assert_allclose(weights.detach().numpy(), wanted, rtol=1e-11, atol=1e-14)
    joined = (wanted @ v).transpose(2, 0, 1, 3).reshape(3, 2, 4)
    wanted = joined @ layer.out_proj.weight.detach().numpy().T
    np.testing.assert_allclose(out.detach().numpy(), wanted, rtol=1e-10, atol=1e-14)


def test_gradients_of_heads():
    layer = nn.MultiheadAttention(4, 2, dtype=tl.float64)
    x, y = (tl.tensor(random.normal(size=(2, 1, 4)), requires_grad=True) for _ in range(2))
    assert tl.autograd.gradcheck(lambda x: layer(x, x, x), (x,))
    assert tl.autograd.gradcheck(lambda x, y: layer(x, y, y, need_weights=False)[0], (x, y))
    assert tl.autograd.gradgradcheck(lambda x: layer(x, x, x)[0], (x,))


def test_first_values_and_dropout():
    layer = nn.MultiheadAttention(8, 2, add_bias_kv=True, dropout=0.5)
    assert not layer.in_proj_bias.any() and not layer.out_proj.bias.any()
    assert layer.in_proj_weight.abs().max().item() <= math.sqrt(6 / 32)
    assert layer.bias_k.any() and layer.bias_v.any()
    x = tl.randn(5, 3, 8)
    assert layer(x, x, x)[0].tolist() != layer(x, x, x)[0].tolist()
    layer.eval()
    assert layer(x, x, x)[0].tolist() == layer(x, x, x)[0].tolist()
    twin = copy.deepcopy(layer)
    assert twin(x, x, x)[0].tolist() == layer(x, x, x)[0].tolist()


def test_bad_heads():
    with pytest.raises(ValueError, match="embed_dim and num_heads must be greater than 0; got"):
        nn.MultiheadAttention(0, 1)
    with pytest.raises(AssertionError, match="embed_dim must be divisible by num_heads; got 8 and"):
        nn.MultiheadAttention(8, 3)


X = array(5, 3, 8)
BAD_CALLS = [
    ((X[None], X, X), {}, AssertionError, "query should be unbatched 2D or batched 3D tensor"),
    ((X, X[0], X), {}, AssertionError, "For batched .* expected `key` to be 3-D; got 2-D"),
    ((X[0], X[0], X), {}, AssertionError, "For unbatched .* expected `value` to be 2-D; got 3-D"),
    ((X, X, X), {"key_padding_mask": some(5)}, AssertionError, "`key_padding_mask` to be 2-D"),
    ((X, X, X), {"attn_mask": some(5)}, AssertionError, "`attn_mask` to be 2-D or 3-D; got 1-D"),
    ((X, X, X), {"attn_mask": np.ones((5, 5), int)}, AssertionError, "only bool and floating"),
    ((X, X, X), {"attn_mask": some(5, 4)}, RuntimeError, r"2D attn_mask is \(5, 4\), but should"),
    ((X, X, X), {"attn_mask": some(3, 5, 5)}, RuntimeError, r"but should be \(6, 5, 5\)"),
    ((X, X, X), {"key_padding_mask": some(3, 4)}, AssertionError, r"to be \(3, 5\), but got"),
    ((X, X, X), {"is_causal": True}, RuntimeError, "Need attn_mask if specifying the is_causal"),
    ((X[..., :4],) * 3, {}, AssertionError, "was expecting embedding dimension of 8, but got 4"),
    ((X, X[:4], X), {}, AssertionError, r"key shape \(4, 3, 8\) does not match value shape"),
    ((X, X[:, :2], X[:, :2]), {}, RuntimeError, "expected query and key of the same batch"),
    ((X, X.astype("d"), X), {}, RuntimeError, "expected query, key and value of one dtype"),
    ((X.astype("d"),) * 3, {}, RuntimeError, "same dtype"),
]  # fmt: skip


@pytest.mark.parametrize(("inputs", "options", "error", "text"), BAD_CALLS)
def test_bad_calls_of_heads(inputs, options, error, text):
    layer = nn.MultiheadAttention(8, 2)
    options = {k: tl.tensor(v) if isinstance(v, np.ndarray) else v for k, v in options.items()}
    with pytest.raises(error, match=text):
        layer(*map(tl.tensor, inputs), **options)


def test_parameters_that_do_not_fit():
    x = tl.tensor(X)
    with pytest.raises(RuntimeError, match="expected in_proj_weight"):
        F.multi_head_attention_forward(
            x, x.clone(), x.clone(), 8, 2, tl.zeros(20, 8), None, None, None, False, 0.0,
            tl.zeros(8, 8), None,
        )  # fmt: skip
    with pytest.raises(AssertionError, match="expected bias_k and bias_v, or none; got bias_k"):
        F.multi_head_attention_forward(
            x, x, x, 8, 2, tl.zeros(24, 8), None, tl.zeros(1, 1, 8), None, False, 0.0,
            tl.zeros(8, 8), None,
        )  # fmt: skip


def test_masks_of_two_kinds_warn():
    layer, x = nn.MultiheadAttention(8, 2), tl.tensor(X)
    with pytest.warns(UserWarning, match="Support for mismatched key_padding_mask and attn_mask"):
        layer(x, x, x, key_padding_mask=tl.zeros(3, 5, dtype=tl.bool), attn_mask=tl.zeros(5, 5))


# ------------------------------------------------------------------ transformers

LAYERS = {
    "plain": {},
    "gelu": {"activation": "gelu"},
    "norm first": {"norm_first": True, "batch_first": True},
    "no bias": {"bias": False, "layer_norm_eps": 1e-3},
}


@pytest.mark.torch
@pytest.mark.parametrize("name", LAYERS)
def test_layers_as_torch(name):
    torch = pytest.importorskip("torch")
    options = {"dropout": 0.0, **LAYERS[name]}
    x, memory = array(3, 3, 8), array(3, 3, 8)
    mask = np.where(np.tri(3, dtype=bool), 0, -INF).astype(np.float32)
    ours, theirs = twins(torch, "TransformerEncoderLayer", 8, 2, 16, **options)
    padding = np.zeros((3, 3), bool)
    padding[1, 2] = True
    for call in ({}, {"src_mask": mask, "is_causal": True}, {"src_key_padding_mask": padding}):
        compare(layer_run(tl, ours, [x], call), layer_run(torch, theirs, [x], call))
    compare(layer_run(tl, ours, [x[0]], {}), layer_run(torch, theirs, [x[0]], {}))
    ours, theirs = twins(torch, "TransformerDecoderLayer", 8, 2, 16, **options)
    for call in (
        {},
        {"tgt_mask": mask, "tgt_is_causal": True, "memory_key_padding_mask": padding},
        {"memory_mask": mask, "tgt_key_padding_mask": padding},
    ):
        inputs = [x, memory]
        compare(layer_run(tl, ours, inputs, call), layer_run(torch, theirs, inputs, call))


def layer_run(package, layer, inputs, options):
    """The result, and the gradients of inputs and parameters."""
    layer.zero_grad()
    given = [package.tensor(x, requires_grad=True) for x in inputs]
    options = {k: package.tensor(v) if isinstance(v, np.ndarray) else v for k, v in options.items()}
    out = layer(*given, **options)
    return results_and_gradients(package, [out], [*given, *layer.parameters()])


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("batch_first", [False, True])
def test_transformer_as_torch(batch_first):
    torch = pytest.importorskip("torch")
    ours, theirs = twins(torch, "Transformer", 8, 2, 2, 2, 16, dropout=0.0, batch_first=batch_first)
    src, tgt = (array(3, n, 8) if batch_first else array(n, 3, 8) for n in (6, 4))
    mask = np.where(np.tri(4, dtype=bool), 0, -INF).astype(np.float32)
    padding = ~some(3, 6)
    for call in (
        {},
        {"tgt_mask": mask},
        {"tgt_mask": mask, "tgt_is_causal": True},
        {"src_key_padding_mask": padding, "memory_key_padding_mask": padding},
        {"src_mask": ~some(6, 6), "memory_mask": ~some(4, 6)},
    ):
        inputs = [src, tgt]
        compare(layer_run(tl, ours, inputs, call), layer_run(torch, theirs, inputs, call))


def test_stacks_copy_their_layer():
    layer = nn.TransformerEncoderLayer(8, 2, 16)
    encoder = nn.TransformerEncoder(layer, 2, norm=nn.LayerNorm(8))
    assert encoder.layers[0].linear1.weight is not encoder.layers[1].linear1.weight
    assert encoder.layers[0].linear1.weight.tolist() == layer.linear1.weight.tolist()
    assert "layers.1.self_attn.out_proj.bias" in encoder.state_dict()
    assert "norm.weight" in encoder.state_dict()
    own = nn.Transformer(8, 2, custom_encoder=encoder, custom_decoder=nn.Identity())
    assert own.encoder is encoder


def test_activations():
    for activation in ("relu", F.gelu, tl.tanh, nn.SiLU()):
        layer = nn.TransformerEncoderLayer(8, 2, 16, activation=activation)
        assert layer(tl.zeros(2, 1, 8)).shape == (2, 1, 8)
    with pytest.raises(RuntimeError, match="activation should be relu/gelu, not swish"):
        nn.TransformerDecoderLayer(8, 2, activation="swish")


def test_bad_transformers():
    model = nn.Transformer(8, 2, 1, 1, 16)
    with pytest.raises(RuntimeError, match="the batch number of src and tgt must be equal; got 3"):
        model(tl.zeros(5, 3, 8), tl.zeros(5, 2, 8))
    with pytest.raises(RuntimeError, match="must be equal to d_model; expected 8; got 4 and 8"):
        model(tl.zeros(5, 3, 4), tl.zeros(5, 3, 8))
    with pytest.raises(AssertionError, match="TransformerEncoder: only bool and floating types of"):
        model.encoder(tl.zeros(5, 3, 8), mask=tl.zeros(5, 5, dtype=tl.int64))


def test_a_transformer_learns():
    """Whether the first token is among the others."""
    tl.manual_seed(0)
    tokens = tl.tensor(random.integers(0, 8, (64, 6)))
    target = (tokens[:, 1:] == tokens[:, :1]).any(1).long()
    embedding, head = nn.Embedding(8, 16), nn.Linear(16, 2)
    place = nn.Parameter(tl.randn(6, 16))
    encoder = nn.TransformerEncoderLayer(16, 2, 32, dropout=0.0, batch_first=True)
    parameters = [p for m in (embedding, encoder, head) for p in m.parameters()]
    optimizer = tl.optim.Adam([*parameters, place], lr=0.01)
    for _ in range(60):
        loss = F.cross_entropy(head(encoder(embedding(tokens) + place)[:, 0]), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert loss.item() < 0.1
