"""Special functions as PyTorch names them: orders, aliases, what is refused, gradients."""

import numpy as np
import pytest
from scipy import special

import tensorlite as tl

X = np.linspace(-1.3, 1.7, 13)
POLYNOMIALS = {
    "chebyshev_polynomial_t": special.eval_chebyt,
    "chebyshev_polynomial_u": special.eval_chebyu,
    "shifted_chebyshev_polynomial_t": special.eval_sh_chebyt,
    "shifted_chebyshev_polynomial_u": special.eval_sh_chebyu,
    "hermite_polynomial_h": lambda n, x: special.eval_hermite(n.astype(int), x),
    "hermite_polynomial_he": lambda n, x: special.eval_hermitenorm(n.astype(int), x),
    "laguerre_polynomial_l": special.eval_laguerre,
    "legendre_polynomial_p": special.eval_legendre,
}


@pytest.mark.parametrize("name", POLYNOMIALS)
def test_polynomials_of_many_orders(name):
    orders = np.arange(0.0, 25.0)
    x, n = np.meshgrid(X, orders)
    got = getattr(tl.special, name)(tl.tensor(X), tl.tensor(orders)[:, None])
    want = POLYNOMIALS[name](n, x)
    scale = np.maximum(np.abs(want), 1)
    np.testing.assert_allclose(got.numpy() / scale, want / scale, rtol=1e-12, atol=1e-12)
    assert getattr(tl.special, name)(tl.tensor(X), -1).count_nonzero() == 0


@pytest.mark.parametrize("shifted", ["", "shifted_"])
def test_the_third_and_fourth_kind_are_differences_and_sums_of_the_second(shifted):
    x, n = tl.tensor(X), tl.arange(1.0, 14.0, dtype=tl.float64)[:, None]
    u, v, w = (getattr(tl.special, f"{shifted}chebyshev_polynomial_{kind}") for kind in "uvw")
    np.testing.assert_allclose(v(x, n).numpy(), (u(x, n) - u(x, n - 1)).numpy(), rtol=1e-9)
    np.testing.assert_allclose(w(x, n).numpy(), (u(x, n) + u(x, n - 1)).numpy(), rtol=1e-9)


def test_the_slope_of_a_polynomial():
    """That of Chebyshev's first kind is n times the second kind of the order before, at 1 too."""
    x = tl.tensor([-1.0, -0.3, 0.2, 1.0, 1.4], dtype=tl.float64, requires_grad=True)
    for n in (1, 2, 5, 9):
        (slope,) = tl.autograd.grad(tl.special.chebyshev_polynomial_t(x, n).sum(), x)
        want = n * tl.special.chebyshev_polynomial_u(x.detach(), n - 1)
        np.testing.assert_allclose(slope.numpy(), want.numpy(), rtol=1e-12)


def test_polygamma_by_function_and_method():
    x = tl.tensor([0.5, 1.0, 2.5])
    assert tl.polygamma(1, x).equal(x.polygamma(1))
    assert tl.special.polygamma(0, x).equal(tl.digamma(x))
    y = x.clone()
    assert y.polygamma_(2) is y
    assert y.equal(x.polygamma(2))
    out = tl.empty(3)
    assert tl.polygamma(3, x, out=out) is out
    with pytest.raises(RuntimeError, match="polygamma: expected n of 0 or more; got -1"):
        tl.polygamma(-1, x)
    with pytest.raises(TypeError, match="polygamma: expected n, an integer; got float"):
        x.polygamma(1.0)


def test_incomplete_gammas_have_a_gradient_by_their_end_alone():
    a, x = tl.tensor([0.5, 2.0, 30.0], dtype=tl.float64), tl.tensor([1.0, 3.0, 28.0]).double()
    total = tl.igamma(a, x) + tl.special.gammaincc(a, x)
    np.testing.assert_allclose(total.numpy(), 1.0, rtol=1e-15)
    assert tl.autograd.gradcheck(lambda x: tl.igamma(a, x), x.clone().requires_grad_())
    assert tl.autograd.gradcheck(lambda x: tl.igammac(a, x), x.clone().requires_grad_())
    assert a.clone().igamma_(x).equal(tl.special.gammainc(a, x))
    share = tl.igamma(a.requires_grad_(), x)
    told = "igamma: expected gradients by its other operands alone; got one by a"
    with pytest.raises(NotImplementedError, match=told):
        share.sum().backward()


def test_mvlgamma():
    x = tl.tensor([3.0, 5.5])
    want = [special.multigammaln(v, 4) for v in x.tolist()]
    np.testing.assert_allclose(tl.mvlgamma(x, 4).numpy(), want, rtol=1e-6)
    assert x.mvlgamma(2).equal(tl.special.multigammaln(x, 2))
    assert tl.mvlgamma(tl.tensor([3, 4]), 2).dtype is tl.float32
    assert x.clone().mvlgamma_(4).equal(tl.mvlgamma(x, 4))
    with pytest.raises(RuntimeError, match="mvlgamma: p has to be greater"):
        tl.mvlgamma(x, 0)
    with pytest.raises(RuntimeError, match="mvlgamma_: result type float32 can't be cast"):
        tl.tensor([3, 4]).mvlgamma_(2)
