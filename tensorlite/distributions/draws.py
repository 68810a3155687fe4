"""Gamma and von Mises numbers, which no kernel draws, and the gradients of the former."""

import numpy as np

import tensorlite as tl

from ..declare import user_elementwise
from ..gate import gated
from ..ops.counting import drawn
from ..ops.generators import Generator
from ..tensor import Tensor


def _drawn(name):
    """A function that draws numbers of the shape of its parameters by a method of NumPy's."""

    def draw(*parameters, generator=None):
        return drawn(name, generator, *parameters)

    draw.__name__ = draw.__qualname__ = name
    return gated(draw, name, __name__)


_standard_gamma, von_mises = _drawn("standard_gamma"), _drawn("vonmises")


# ------------------------------------------------------------------ gamma numbers with gradients


@user_elementwise
def _slope_by_series(a, x, excess):
    """-dP(a, x)/da over the density: the series of P, derived term by term.

    `excess` is log(x) - digamma(a + 1).
    """
    term = x / a
    total = term * excess
    k = 0.0
    while (x > a + k or abs(term * excess) > 1e-17 * abs(total)) and k < 1e6:
        k += 1.0
        excess -= 1.0 / (a + k)
        term *= x / (a + k)
        total += term * excess
    return -total


_NODES, _WEIGHTS = np.polynomial.laguerre.laggauss(40)


def _slope_by_quadrature(a, x):
    """The same for x far beyond a: an integral over the tail, by Gauss and Laguerre."""
    nodes, weights = (tl.from_numpy(each) for each in (_NODES, _WEIGHTS))
    a, x = a.unsqueeze(-1), x.unsqueeze(-1)
    scale = x / (x - a + 1)
    u = scale * nodes
    decay = ((a - 1) * (u / x).log1p() - u + nodes).exp()
    return (scale * weights * decay * ((x + u).log() - a.digamma())).sum(-1)


def gamma_slope(a: Tensor, x: Tensor) -> Tensor:
    """
    How a gamma number x moves with its shape a: -dP(a, x)/da over the density at x.

    Figurnov, Mohamed, Mnih 2018, "Implicit Reparameterization Gradients", arXiv:1805.08498. The
    series of P cancels for x far above a; there the integral of the tail is taken.
    """
    kind, a, x = x.dtype, a.detach().double(), x.detach().double()
    tail = (x > a) & (x - a - a * (x / a).log() > 12)
    near = tl.where(tail, a, x)
    found = _slope_by_series(a, near, near.log() - (a + 1).digamma())
    if tail.any():
        far = tl.where(tail, x, 20 * a + 60)
        found = tl.where(tail, _slope_by_quadrature(a, far), found)
    return found.to(kind)


class _Gamma(tl.autograd.Function):
    """Gamma numbers of rate 1, with implicit gradients."""

    @staticmethod
    def forward(ctx, a: Tensor, generator):
        x = _standard_gamma(a, generator=generator).clamp(min=tl.finfo(a.dtype).tiny)
        ctx.save_for_backward(a, x)
        return x

    @staticmethod
    @tl.autograd.function.once_differentiable
    def backward(ctx, g):
        return g * gamma_slope(*ctx.saved_tensors), None


def standard_gamma(a: Tensor, generator: Generator | None = None) -> Tensor:
    """Gamma numbers of shape a and rate 1, with gradients."""
    return _Gamma.apply(a, generator)


def log_gamma(a: Tensor, generator: Generator | None = None) -> Tensor:
    """Logarithms of gamma numbers of shape a, also where the numbers themselves are as good as 0.

    Gamma(a) is Gamma(a + 1) times u^(1 / a). Marsaglia, Tsang 2000, section 6.
    """
    u = tl.rand_like(a, generator=generator).clamp(min=tl.finfo(a.dtype).tiny)
    return standard_gamma(a + 1, generator).log() + u.log() / a


def inner(x: Tensor) -> Tensor:
    """Numbers of [0, 1] with the nearest inner ones for 0 and 1, where densities have no end."""
    info = tl.finfo(x.dtype)
    fixed = x.detach()
    return x + (fixed.clamp(info.tiny, 1 - info.eps / 2) - fixed)


def dirichlet(a: Tensor, generator: Generator | None = None) -> Tensor:
    """Dirichlet numbers of concentration a, with gradients."""
    return inner(log_gamma(a, generator).softmax(-1))
