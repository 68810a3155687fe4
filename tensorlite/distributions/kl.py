"""Kullback-Leibler divergences: their table, and those within a family."""

import functools
import math
import warnings
from collections.abc import Callable
from typing import Any

import tensorlite as tl

from ..tensor import Tensor
from .base import EULER, Distribution, ExponentialFamily
from .categorical import Categorical, OneHotCategorical
from .continuous_bernoulli import ContinuousBernoulli
from .discrete import Bernoulli, Binomial, Geometric, Poisson
from .gammas import Beta, Dirichlet, Exponential, Gamma
from .location_scale import Cauchy, Gumbel, HalfCauchy, HalfNormal, Laplace, Normal, Uniform
from .multivariate import (
    LowRankMultivariateNormal,
    MultivariateNormal,
    Wishart,
    log_diagonal,
    mahalanobis,
)
from .reinterpreted import Independent
from .transformed import Pareto, TransformedDistribution
from .utils import _sum_rightmost

_registered: dict = {}


def register_kl(
    type_p: type[Distribution], type_q: type[Distribution]
) -> Callable[[Callable], Callable]:
    """
    Decorate the function that computes KL(p || q) for two classes and their subclasses.

    Examples
    --------
    >>> from tensorlite.distributions import Normal, register_kl
    >>> class Mine(Normal): ...
    >>> @register_kl(Mine, Mine)
    ... def mine(p, q):
    ...     return p.loc - q.loc
    """
    for each in (type_p, type_q):
        if not isinstance(each, type):
            raise TypeError(f"Expected type to be a Distribution subclass but got {each}")

    def declare(function):
        _registered[type_p, type_q] = function
        _found.cache_clear()
        return function

    return declare


@functools.cache
def _found(type_p, type_q):
    """The function for the nearest classes; of two, that which is nearer for p."""
    best = [
        (type_p.__mro__.index(p), type_q.__mro__.index(q), p, q)
        for p, q in _registered if issubclass(type_p, p) and issubclass(type_q, q)
    ]  # fmt: skip
    if not best:
        return None
    by_p = min(best, key=lambda each: (each[0], each[1]))
    by_q = min(best, key=lambda each: (each[1], each[0]))
    if by_p[2:] != by_q[2:]:
        warnings.warn(
            f"Ambiguous kl_divergence({type_p.__name__}, {type_q.__name__}). Please "
            f"register_kl({by_p[2].__name__}, {by_q[3].__name__})",
            RuntimeWarning,
            stacklevel=3,
        )
    return _registered[by_p[2:]]


def kl_divergence(p: Distribution, q: Distribution) -> Tensor:
    """
    KL(p || q): how much more p surprises one who expects q.

    Parameters
    ----------
    p, q : Distribution

    Returns
    -------
    Tensor (*batch_shape)

    Raises
    ------
    NotImplementedError
        If there is none for the pair: see `register_kl`.

    Examples
    --------
    >>> from tensorlite.distributions import Normal, kl_divergence
    >>> kl_divergence(Normal(0.0, 1.0), Normal(1.0, 1.0))
    tensor(0.5000)
    """
    types: Any = type(p), type(q)
    function = _found(*types)
    if function is None:
        raise NotImplementedError(
            f"No KL(p || q) is implemented for p type {type(p).__name__} and q type "
            f"{type(q).__name__}"
        )
    return function(p, q)


def infinity_like(x: Tensor) -> Tensor:
    return tl.full_like(x, math.inf)


@register_kl(ExponentialFamily, ExponentialFamily)
def _family(p, q):
    """A Bregman divergence of the log normalizer. Nielsen, Nock 2010."""
    if type(p) is not type(q):
        raise NotImplementedError(
            "The cross KL-divergence between different exponential families cannot be computed "
            "using Bregman divergences"
        )
    own = [x.detach().requires_grad_() for x in p._natural_params]
    normalizer = p._log_normalizer(*own)
    slopes = tl.autograd.grad(normalizer.sum(), own, create_graph=True)
    found = q._log_normalizer(*q._natural_params) - normalizer
    for a, b, g in zip(own, q._natural_params, slopes, strict=True):
        found = found - _sum_rightmost((b - a) * g, len(q.event_shape))
    return found


@register_kl(Bernoulli, Bernoulli)
def _bernoulli(p, q):
    softplus = tl.nn.functional.softplus
    first = p.probs * (softplus(-q.logits) - softplus(-p.logits))
    second = (1 - p.probs) * (softplus(q.logits) - softplus(p.logits))
    first = tl.where(q.probs == 0, math.inf, first)
    first = tl.where(p.probs == 0, 0.0, first)
    second = tl.where(q.probs == 1, math.inf, second)
    return first + tl.where(p.probs == 1, 0.0, second)


@register_kl(ContinuousBernoulli, ContinuousBernoulli)
def _continuous_bernoulli(p, q):
    first = p.mean * (p.logits - q.logits)
    return first + p._log_norm() - q._log_norm() + (-p.probs).log1p() - (-q.probs).log1p()


@register_kl(Beta, Beta)
def _beta(p, q):
    a, b, c, d = p.concentration1, p.concentration0, q.concentration1, q.concentration0
    slopes = (a - c) * a.digamma() + (b - d) * b.digamma()
    return q._log_beta() - p._log_beta() + slopes + (c + d - a - b) * (a + b).digamma()


@register_kl(Binomial, Binomial)
def _binomial(p, q):
    found = p.total_count * (
        p.probs * (p.logits - q.logits) + (-p.probs).log1p() - (-q.probs).log1p()
    )
    if (p.total_count < q.total_count).any():
        raise NotImplementedError(
            "KL between Binomials where q.total_count > p.total_count is not implemented"
        )
    return tl.where(p.total_count > q.total_count, math.inf, found)


@register_kl(Categorical, Categorical)
def _categorical(p, q):
    found = p.probs * (p.logits - q.logits)
    found = tl.where(q.probs == 0, math.inf, found)
    return tl.where(p.probs == 0, 0.0, found).sum(-1)


@register_kl(OneHotCategorical, OneHotCategorical)
def _one_hot(p, q):
    return _categorical(p._categorical, q._categorical)


@register_kl(Dirichlet, Dirichlet)
def _dirichlet(p, q):
    a, b = p.concentration, q.concentration
    total = a.sum(-1)
    norm = total.lgamma() - b.sum(-1).lgamma() - (a.lgamma() - b.lgamma()).sum(-1)
    return norm + ((a - b) * (a.digamma() - total.digamma().unsqueeze(-1))).sum(-1)


@register_kl(Exponential, Exponential)
def _exponential(p, q):
    ratio = q.rate / p.rate
    return ratio - ratio.log() - 1


@register_kl(Gamma, Gamma)
def _gamma(p, q):
    a, b = p.concentration, q.concentration
    norm = b * (p.rate / q.rate).log() + b.lgamma() - a.lgamma()
    return norm + (a - b) * a.digamma() + (q.rate - p.rate) * (a / p.rate)


@register_kl(Gumbel, Gumbel)
def _gumbel(p, q):
    ratio, shift, own = p.scale / q.scale, q.loc / q.scale, p.loc / q.scale
    found = -ratio.log() - shift + own + ratio * EULER
    return found + (shift + (1 + ratio).lgamma() - own).exp() - (1 + EULER)


@register_kl(Geometric, Geometric)
def _geometric(p, q):
    return -p.entropy() - (-q.probs).log1p() / p.probs - q.logits


@register_kl(HalfCauchy, HalfCauchy)
@register_kl(HalfNormal, HalfNormal)
def _half(p, q):
    return kl_divergence(p._whole, q._whole)


@register_kl(Laplace, Laplace)
def _laplace(p, q):
    ratio, distance = p.scale / q.scale, (p.loc - q.loc).abs()
    return -ratio.log() + distance / q.scale + ratio * (-distance / p.scale).exp() - 1


@register_kl(Normal, Normal)
def _normal(p, q):
    ratio = (p.scale / q.scale).square()
    return 0.5 * (ratio + ((p.loc - q.loc) / q.scale).square() - 1 - ratio.log())


@register_kl(Pareto, Pareto)
def _pareto(p, q):
    ratio = q.alpha / p.alpha
    found = q.alpha * (p.scale / q.scale).log() - ratio.log() + ratio - 1
    return tl.where(p.scale < q.scale, math.inf, found)


@register_kl(Poisson, Poisson)
def _poisson(p, q):
    return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


@register_kl(Uniform, Uniform)
def _uniform(p, q):
    found = ((q.high - q.low) / (p.high - p.low)).log()
    return tl.where((q.low > p.low) | (q.high < p.high), math.inf, found)


@register_kl(Cauchy, Cauchy)
def _cauchy(p, q):
    """Chyzak, Nielsen 2019, arXiv:1905.10965."""
    found = ((p.scale + q.scale).square() + (p.loc - q.loc).square()).log()
    return found - (4 * p.scale * q.scale).log()


@register_kl(TransformedDistribution, TransformedDistribution)
def _transformed(p, q):
    if p.transforms != q.transforms or p.event_shape != q.event_shape:
        raise NotImplementedError("kl_divergence: expected the same transforms")
    return kl_divergence(p.base_dist, q.base_dist)


@register_kl(Independent, Independent)
def _independent(p, q):
    if p.reinterpreted_batch_ndims != q.reinterpreted_batch_ndims:
        raise NotImplementedError("kl_divergence: expected as many dims of a batch as one event")
    found = kl_divergence(p.base_dist, q.base_dist)
    return _sum_rightmost(found, p.reinterpreted_batch_ndims)


# ------------------------------------------------------------------ vectors and matrices


def _trace_of_ratio(tril, factor):
    """trace((L L^T)^-1 F F^T)."""
    shape = tl.broadcast_shapes(tril.shape[:-2], factor.shape[:-2])
    left = tril.expand((*shape, *tril.shape[-2:]))
    right = factor.expand((*shape, *factor.shape[-2:]))
    return tl.linalg.solve_triangular(left, right, upper=False).square().sum((-2, -1))


def _vectors(p, q, half_p, half_q, factors, distance):
    if p.event_shape != q.event_shape:
        raise ValueError("KL-divergence between two distributions of different event shapes")
    return half_q - half_p + 0.5 * (factors + distance - p.event_shape[0])


@register_kl(MultivariateNormal, MultivariateNormal)
def _multivariate(p, q):
    a, b = p._unbroadcasted_scale_tril, q._unbroadcasted_scale_tril
    return _vectors(p, q, log_diagonal(a), log_diagonal(b), _trace_of_ratio(b, a),
                    mahalanobis(b, q.loc - p.loc))  # fmt: skip


@register_kl(MultivariateNormal, LowRankMultivariateNormal)
@register_kl(LowRankMultivariateNormal, MultivariateNormal)
@register_kl(LowRankMultivariateNormal, LowRankMultivariateNormal)
def _low_rank(p, q):
    dense = [
        MultivariateNormal(d.loc, scale_tril=d.scale_tril, validate_args=False) for d in (p, q)
    ]
    return _multivariate(*dense)


@register_kl(Wishart, Wishart)
def _wishart(p, q):
    n = p.event_shape[-1]
    a, b = p._unbroadcasted_scale_tril, q._unbroadcasted_scale_tril
    norm = (q.df / 2).mvlgamma(n) - (p.df / 2).mvlgamma(n)
    halves = q.df * (log_diagonal(b) - log_diagonal(a))
    slopes = (p.df - q.df) / 2 * p._digammas()
    return norm + halves + p.df / 2 * (_trace_of_ratio(b, a) - n) + slopes
