"""Kullback-Leibler divergences between distributions of different families."""

import math

import tensorlite as tl

from .base import EULER
from .continuous_bernoulli import ContinuousBernoulli
from .discrete import Bernoulli, Binomial, Poisson
from .gammas import Beta, Exponential, Gamma
from .kl import infinity_like, register_kl
from .location_scale import Gumbel, Laplace, Normal, Uniform
from .transformed import Pareto


@register_kl(Bernoulli, Poisson)
def _bernoulli_poisson(p, q):
    return -p.entropy() - (p.probs * q.rate.log() - q.rate)


def _outside(type_p, type_q, name):
    """Register a pair of which p has values that q has not."""

    @register_kl(type_p, type_q)
    def infinite(p, q):
        return infinity_like(getattr(p, name))


for _p, _q, _name in (
    (Beta, Pareto, "concentration1"), (ContinuousBernoulli, Pareto, "probs"),
    (Exponential, Beta, "rate"), (Exponential, ContinuousBernoulli, "rate"),
    (Exponential, Pareto, "rate"), (Exponential, Uniform, "rate"),
    (Gamma, Beta, "concentration"), (Gamma, ContinuousBernoulli, "concentration"),
    (Gamma, Pareto, "concentration"), (Gamma, Uniform, "concentration"),
    (Gumbel, Beta, "loc"), (Gumbel, ContinuousBernoulli, "loc"), (Gumbel, Exponential, "loc"),
    (Gumbel, Gamma, "loc"), (Gumbel, Pareto, "loc"), (Gumbel, Uniform, "loc"),
    (Laplace, Beta, "loc"), (Laplace, ContinuousBernoulli, "loc"), (Laplace, Exponential, "loc"),
    (Laplace, Gamma, "loc"), (Laplace, Pareto, "loc"), (Laplace, Uniform, "loc"),
    (Normal, Beta, "loc"), (Normal, ContinuousBernoulli, "loc"), (Normal, Exponential, "loc"),
    (Normal, Gamma, "loc"), (Normal, Pareto, "loc"), (Normal, Uniform, "loc"),
    (Pareto, Beta, "scale"), (Pareto, ContinuousBernoulli, "scale"), (Pareto, Uniform, "scale"),
    (Poisson, Bernoulli, "rate"), (Poisson, Binomial, "rate"),
):  # fmt: skip
    _outside(_p, _q, _name)


def _within(p, q_low, q_high, found, low, high):
    """A divergence; infinite where p reaches beyond q."""
    return tl.where((low < q_low) | (high > q_high), math.inf, found)


def _moments(p):
    return p.mean, p.variance + p.mean.square()


@register_kl(Beta, ContinuousBernoulli)
def _beta_continuous(p, q):
    return -p.entropy() - p.mean * q.logits - (-q.probs).log1p() - q._log_norm()


@register_kl(ContinuousBernoulli, Exponential)
@register_kl(Beta, Exponential)
def _to_exponential(p, q):
    return -p.entropy() - q.rate.log() + q.rate * p.mean


@register_kl(Beta, Gamma)
def _beta_gamma(p, q):
    log_mean = p.concentration1.digamma() - p._total.digamma()
    return -p.entropy() + q.concentration.lgamma() - q.concentration * q.rate.log() - (
        q.concentration - 1) * log_mean + q.rate * p.mean  # fmt: skip


@register_kl(Exponential, Normal)
@register_kl(Gamma, Normal)
@register_kl(Gumbel, Normal)
@register_kl(Laplace, Normal)
@register_kl(Uniform, Normal)
@register_kl(Beta, Normal)
@register_kl(ContinuousBernoulli, Normal)
def _to_normal(p, q):
    mean, square = _moments(p)
    distance = square - 2 * mean * q.loc + q.loc.square()
    norm = q.scale.log() + 0.5 * math.log(2 * math.pi)
    return -p.entropy() + norm + 0.5 * distance / q.scale.square()


@register_kl(Beta, Uniform)
@register_kl(ContinuousBernoulli, Uniform)
def _unit_uniform(p, q):
    found = -p.entropy() + (q.high - q.low).log()
    return _within(p, q.low, q.high, found, tl.zeros_like(q.low), tl.ones_like(q.high))


@register_kl(Exponential, Gamma)
def _exponential_gamma(p, q):
    ratio, a = q.rate / p.rate, q.concentration
    return -a * ratio.log() + ratio + a.lgamma() + a * EULER - (1 + EULER)


@register_kl(Gamma, Exponential)
def _gamma_exponential(p, q):
    return -p.entropy() - q.rate.log() + q.rate * p.concentration / p.rate


@register_kl(Exponential, Gumbel)
def _exponential_gumbel(p, q):
    scaled, shift = p.rate * q.scale, q.loc / q.scale
    found = scaled.log() - 1
    return found + (shift.exp() * scaled / (scaled + 1) - shift + scaled.reciprocal())


@register_kl(Gamma, Gumbel)
def _gamma_gumbel(p, q):
    scaled, shift = p.rate * q.scale, q.loc / q.scale
    a = p.concentration
    found = (a - 1) * a.digamma() - a.lgamma() - a
    return found + scaled.log() + shift.exp() * (1 + scaled.reciprocal()) ** -a - shift + (
        a / scaled
    )


@register_kl(Normal, Gumbel)
def _normal_gumbel(p, q):
    mean, spread, shift = p.loc / q.scale, (p.scale / q.scale).square(), q.loc / q.scale
    found = -0.5 * spread.log() + mean - shift + (-mean + 0.5 * spread + shift).exp()
    return found - 0.5 * (1 + math.log(2 * math.pi))


@register_kl(Normal, Laplace)
def _normal_laplace(p, q):
    distance = p.loc - q.loc
    ratio = distance / p.scale
    folded = math.sqrt(2 / math.pi) * p.scale * (-0.5 * ratio.square()).exp()
    folded = folded + distance * (math.sqrt(0.5) * ratio).erf()
    return -p.entropy() + (2 * q.scale).log() + folded / q.scale


@register_kl(Pareto, Exponential)
def _pareto_exponential(p, q):
    scaled = p.scale * q.rate
    found = (p.alpha / scaled).log() - p.alpha.reciprocal() + p.alpha * scaled / (p.alpha - 1) - 1
    return tl.where(p.alpha <= 1, math.inf, found)


@register_kl(Pareto, Gamma)
def _pareto_gamma(p, q):
    log_scale = p.scale.log() + p.alpha.reciprocal()
    found = p.alpha.log() - p.scale.log() + q.concentration.lgamma()
    found = found - q.concentration * q.rate.log() - p.alpha.reciprocal() - 1
    found = found + (1 - q.concentration) * log_scale
    found = found + q.rate * p.alpha * p.scale / (p.alpha - 1)
    return tl.where(p.alpha <= 1, math.inf, found)


@register_kl(Pareto, Normal)
def _pareto_normal(p, q):
    width = p.scale / (p.alpha - 1)
    found = (math.sqrt(2 * math.pi) * q.scale / p.scale * p.alpha).log() - p.alpha.reciprocal() - 1
    spread = width.square() * p.alpha / (p.alpha - 2)
    found = found + 0.5 * (spread + (p.alpha * width - q.loc).square()) / q.scale.square()
    return tl.where(p.alpha <= 2, math.inf, found)


@register_kl(Uniform, Beta)
def _uniform_beta(p, q):
    width = p.high - p.low
    log_mean = (p.high.xlogy(p.high) - p.low.xlogy(p.low) - width) / width
    above, below = 1 - p.low, 1 - p.high
    log_rest = (above.xlogy(above) - below.xlogy(below) - width) / width
    found = -width.log() + q._log_beta()
    found = found - (q.concentration1 - 1) * log_mean - (q.concentration0 - 1) * log_rest
    return tl.where((p.high > 1) | (p.low < 0), math.inf, found)


@register_kl(Uniform, ContinuousBernoulli)
def _uniform_continuous(p, q):
    found = -p.entropy() - p.mean * q.logits - (-q.probs).log1p() - q._log_norm()
    return tl.where((p.high > 1) | (p.low < 0), math.inf, found)


@register_kl(Uniform, Exponential)
def _uniform_exponential(p, q):
    found = q.rate * (p.high + p.low) / 2 - ((p.high - p.low) * q.rate).log()
    return tl.where(p.low < 0, math.inf, found)


@register_kl(Uniform, Gamma)
def _uniform_gamma(p, q):
    width = p.high - p.low
    log_mean = (p.high.xlogy(p.high) - p.low.xlogy(p.low) - width) / width
    found = q.concentration.lgamma() - q.concentration * q.rate.log() - width.log()
    found = found + (1 - q.concentration) * log_mean + q.rate * (p.high + p.low) / 2
    return tl.where(p.low < 0, math.inf, found)


@register_kl(Uniform, Gumbel)
def _uniform_gumbel(p, q):
    width, scale = p.high - p.low, q.scale
    middle = (p.high + p.low) / 2
    tails = ((q.loc - p.high) / scale).exp() - ((q.loc - p.low) / scale).exp()
    return (scale / width).log() + (middle - q.loc) / scale - scale / width * tails


@register_kl(Uniform, Pareto)
def _uniform_pareto(p, q):
    width = p.high - p.low
    log_mean = (p.high.xlogy(p.high) - p.low.xlogy(p.low) - width) / width
    found = log_mean * (q.alpha + 1) - (q.alpha * q.scale**q.alpha * width).log()
    return tl.where(p.low < q.scale, math.inf, found)
