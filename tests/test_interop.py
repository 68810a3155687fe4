"""Libraries that keep a list of array libraries know tensors once `tensorlite.interop` is there."""

import numpy as np
import pytest

import tensorlite as tl

x = tl.arange(24.0).reshape(2, 3, 4)
REARRANGED = (
    *("a b c -> b (a c)", "(a 1) b (c d) -> d a (b c)", "a b c -> a 1 c b", "... c -> c ..."),
)


@pytest.fixture
def einops():
    found = pytest.importorskip("einops")
    import tensorlite.interop as interop

    assert "einops" in interop.register()
    return found


@pytest.mark.parametrize("pattern", REARRANGED)
def test_rearrange(einops, pattern):
    sizes = {"d": 2} if " d " in pattern else {}
    expected = einops.rearrange(x.numpy(), pattern, **sizes)
    assert (einops.rearrange(x, pattern, **sizes).numpy() == expected).all()


@pytest.mark.parametrize("reduction", ["min", "max", "sum", "mean", "prod"])
def test_reduce(einops, reduction):
    expected = einops.reduce(x.numpy(), "a b (c d) -> b d", reduction, d=2)
    found = einops.reduce(x, "a b (c d) -> b d", reduction, d=2)
    np.testing.assert_allclose(found.numpy(), expected, rtol=1e-6)
    assert einops.reduce(x > 3, "a b c -> a", "any").tolist() == [True, True]


def test_repeat_pack_and_einsum(einops):
    assert einops.repeat(x, "a b c -> a n b c", n=3).shape == (2, 3, 3, 4)
    packed, shapes = einops.pack([x, x[:, 0]], "a * c")
    assert packed.shape == (2, 4, 4)
    assert [part.shape for part in einops.unpack(packed, shapes, "a * c")] == [(2, 3, 4), (2, 4)]
    found = einops.einsum(x, x, "a b c, a d c -> a b d")
    assert (found == tl.einsum("abc,adc->abd", x, x)).all()


def test_gradients_flow_through_einops(einops):
    leaf = tl.ones(2, 6, requires_grad=True)
    einops.reduce(leaf, "a (b c) -> b", "sum", c=3).pow(2).sum().backward()
    assert leaf.grad.tolist() == [[12.0] * 6] * 2


def test_opt_einsum():
    opt_einsum = pytest.importorskip("opt_einsum")
    import tensorlite.interop as interop

    assert "opt_einsum" in interop.register()
    a, b, c = tl.rand(2, 3), tl.rand(3, 4, 5), tl.rand(5, 2)
    found = opt_einsum.contract("ij,jkl,lm->mki", a, b, c)
    assert isinstance(found, tl.Tensor)
    expected = np.einsum("ij,jkl,lm->mki", a.numpy(), b.numpy(), c.numpy())
    np.testing.assert_allclose(found.numpy(), expected, rtol=1e-5)
