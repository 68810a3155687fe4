"""Attention by blocks of queries: the values, the gradients and the memory of the whole."""

import tracemalloc

import numpy as np
import pytest

import tensorlite as tl
import tensorlite.nn.functional as F
from tensorlite.autograd import gradcheck, gradgradcheck
from tensorlite.ops import blocked_attention

random = np.random.default_rng(0)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    """All calls go by blocks, which hold few scores."""
    monkeypatch.setattr(blocked_attention, "LEAST", 1)
    monkeypatch.setattr(blocked_attention, "ELEMENTS", 64)


SHAPES = {  # query, key, value, grouped heads
    "batch": ((2, 3, 5, 4), (2, 3, 7, 4), (2, 3, 7, 6), False),
    "matrix": ((5, 4), (7, 4), (7, 3), False),
    "shared keys": ((3, 5, 4), (1, 7, 4), (3, 7, 3), False),
    "grouped": ((2, 4, 37, 4), (2, 2, 19, 4), (2, 2, 19, 5), True),
    "long": ((1, 2, 40, 4), (1, 2, 40, 4), (1, 2, 40, 4), False),
}


def masks(rows, columns):
    seen = random.random((rows, columns)) < 0.7
    seen[:, 0] = True
    return {
        "none": None, "bool": seen, "float": random.standard_normal((rows, columns)),
        "keys": random.standard_normal((1, columns)), "causal": None,
    }  # fmt: skip


def results(library, arrays, mask, causal, grouped):
    given = [library.tensor(x, requires_grad=True) for x in arrays]
    mask = None if mask is None else library.tensor(mask)
    out = library.nn.functional.scaled_dot_product_attention(
        *given, mask, is_causal=causal, enable_gqa=grouped, scale=0.4
    )
    seed = np.cos(np.arange(out.numel())).reshape(tuple(out.shape))
    (out * library.tensor(seed)).sum().backward()
    return [x.detach().numpy() for x in (out, *[x.grad for x in given])]


@pytest.mark.torch
@pytest.mark.parametrize("kind", ["none", "bool", "float", "keys", "causal"])
@pytest.mark.parametrize("shapes", SHAPES)
def test_as_torch(shapes, kind):
    torch = pytest.importorskip("torch")
    *sizes, grouped = SHAPES[shapes]
    arrays = [random.standard_normal(size) for size in sizes]
    mask = masks(sizes[0][-2], sizes[1][-2])[kind]
    found = [results(lib, arrays, mask, kind == "causal", grouped) for lib in (tl, torch)]
    for got, want in zip(*found, strict=True):
        np.testing.assert_allclose(got, want, 1e-8, 1e-10)


def test_a_query_that_sees_no_key():
    x = tl.ones(2, 3, requires_grad=True)
    mask = tl.tensor([[False, False], [True, False]])
    out = F.scaled_dot_product_attention(x, x, x, mask)
    out.sum().backward()
    assert out.tolist() == [[0, 0, 0], [1, 1, 1]] and bool(x.grad.isfinite().all())


@pytest.mark.parametrize("p", [0.0, 0.3])
def test_gradients_of_any_order(p):
    given = [tl.tensor(random.standard_normal((2, 6, 3)), requires_grad=True) for _ in range(3)]

    def attend(*given):
        tl.manual_seed(3)
        return F.scaled_dot_product_attention(*given, is_causal=True, dropout_p=p)

    assert gradcheck(attend, given) and gradgradcheck(attend, given)


def test_the_share_that_dropout_keeps():
    tl.manual_seed(0)
    q, v = tl.zeros(1, 64, 4), tl.ones(1, 32, 8)
    out = F.scaled_dot_product_attention(q, tl.zeros(1, 32, 4), v, dropout_p=0.25)
    assert len(set(out[0, :, 0].tolist())) > 3
    assert abs(out.mean().item() - 1) < 0.05


@pytest.mark.parametrize("p", [0.0, 0.2])
def test_plans_have_the_bits_of_eager(p):
    given = [tl.tensor(random.standard_normal((2, 9, 3)), requires_grad=True) for _ in range(3)]

    def step():
        for x in given:
            x.grad = None
        out = F.scaled_dot_product_attention(*given, is_causal=True, dropout_p=p)
        out.sum().backward()
        return [out, *[x.grad for x in given]]

    ends = []
    for call in (step, tl.compile(step)):
        tl.manual_seed(0)
        ends.append([[x.tolist() for x in call()] for _ in range(3)])
    assert ends[0] == ends[1]
    assert (ends[0][0] == ends[0][1]) == (p == 0)


def test_a_mask_that_is_trained_has_its_gradient():
    x, mask = tl.ones(3, 2), tl.zeros(3, 3, requires_grad=True)
    F.scaled_dot_product_attention(x, x, tl.eye(3), mask).square().sum().backward()
    assert mask.grad.shape == (3, 3)


@pytest.mark.slow
def test_memory_is_linear_in_the_length(monkeypatch):
    monkeypatch.undo()
    x = tl.randn(1, 4, 4096, 8).requires_grad_()
    F.scaled_dot_product_attention(x, x, x, is_causal=True).sum().backward()  # compiles
    tracemalloc.start()
    F.scaled_dot_product_attention(x, x, x, is_causal=True).sum().backward()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40 << 20 < 4 * 4096**2 * 4
