"""Distributions of transformed values: log-normal, Pareto, Weibull, Kumaraswamy and others."""

import math
from collections.abc import Sequence
from typing import Any, Self

import tensorlite as tl

from ..annotations import Operand
from ..shapes import Size
from ..tensor import Tensor
from . import constraints
from .base import EULER, Distribution
from .gammas import Exponential, Gamma
from .location_scale import Normal, Uniform
from .reinterpreted import Independent
from .transforms import (
    AffineTransform,
    ComposeTransform,
    ExpTransform,
    PowerTransform,
    StickBreakingTransform,
    Transform,
)
from .utils import _sum_rightmost, broadcast_all


class TransformedDistribution(Distribution):
    """
    The distribution of what transforms make of another one's values.

    Parameters
    ----------
    base_distribution : Distribution
    transforms : Transform or list of Transform

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.distributions import ExpTransform, Normal, TransformedDistribution
    >>> TransformedDistribution(Normal(0.0, 1.0), [ExpTransform()]).log_prob(tl.tensor(1.0))
    tensor(-0.9189)
    """

    def __init__(
        self,
        base_distribution: Distribution,
        transforms: Transform | list[Transform],
        validate_args: bool | None = None,
    ) -> None:
        if isinstance(transforms, Transform):
            transforms = [transforms]
        if not isinstance(transforms, list) or not all(
            isinstance(t, Transform) for t in transforms
        ):
            raise ValueError(
                f"transforms must be a Transform or list, but was {transforms}"
            )
        self.transforms = transforms
        shape = base_distribution.batch_shape + base_distribution.event_shape
        event = len(base_distribution.event_shape)
        whole = ComposeTransform(transforms)
        if len(shape) < whole.domain.event_dim:
            raise ValueError(
                "base_distribution needs to have shape with size at least "
                f"{whole.domain.event_dim}, but got {tuple(shape)}."
            )
        forward = whole.forward_shape(shape)
        base = base_distribution.expand(whole.inverse_shape(forward)[: len(shape) - event])
        extra = whole.domain.event_dim - event
        self.base_dist = Independent(base, extra) if extra > 0 else base
        dims = max(whole.codomain.event_dim, event + whole.codomain.event_dim
                   - whole.domain.event_dim)  # fmt: skip
        cut = len(forward) - dims
        super().__init__(forward[:cut], forward[cut:], validate_args=validate_args)

    def expand(self, batch_shape: Sequence[int], _instance: Self | None = None) -> Self:
        new = type(self).__new__(type(self)) if _instance is None else _instance
        for name, value in self.__dict__.items():
            new.__dict__.setdefault(name, value)
        shape: Sequence[int] = (*batch_shape, *self.event_shape)
        for t in reversed(self.transforms):
            shape = t.inverse_shape(shape)
        base = self.base_dist
        new.base_dist = base.expand(shape[: len(shape) - len(base.event_shape)])
        new._batch_shape = Size(batch_shape)
        return new

    def _given(self):
        return {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"

    @constraints.dependent_property(is_discrete=False)
    def support(self) -> constraints.Constraint:
        if not self.transforms:
            return self.base_dist.support
        found = self.transforms[-1].codomain
        count = len(self.event_shape)
        if count > found.event_dim:
            found = constraints.independent(found, count - found.event_dim)
        return found

    @property
    def has_rsample(self) -> bool:  # type: ignore[override]
        return self.base_dist.has_rsample

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        with tl.no_grad():
            return self._through(self.base_dist.sample(sample_shape))

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self._through(self.base_dist.rsample(sample_shape))

    def _through(self, x):
        for t in self.transforms:
            x = t(x)
        return x

    def log_prob(self, value: Tensor) -> Tensor:
        if self._validate_args:
            self._validate_sample(value)
        dims, found, y = len(self.event_shape), 0.0, value
        for t in reversed(self.transforms):
            x = t.inv(y)
            dims += t.domain.event_dim - t.codomain.event_dim
            jacobian = t.log_abs_det_jacobian(x, y)
            found = found - _sum_rightmost(jacobian, dims - t.domain.event_dim)
            y = x
        base = self.base_dist.log_prob(y)
        return found + _sum_rightmost(base, dims - len(self.base_dist.event_shape))

    def _monotonized(self, value):
        """A probability, from the other side where the transforms turn it round."""
        sign: Tensor | int = 1
        for t in self.transforms:
            sign = sign * t.sign
        if isinstance(sign, int) and sign == 1:
            return value
        return sign * (value - 0.5) + 0.5

    def cdf(self, value: Tensor) -> Tensor:
        if self._validate_args:
            self._validate_sample(value)
        for t in reversed(self.transforms):
            value = t.inv(value)
        return self._monotonized(self.base_dist.cdf(value))

    def icdf(self, value: Tensor) -> Tensor:
        return self._through(self.base_dist.icdf(self._monotonized(value)))


class _Named(TransformedDistribution):
    """One with parameters of its own, which are expanded as the base is."""

    def _given(self):
        return {k: v for k, v in self.__dict__.items()
                if k in self.arg_constraints and isinstance(v, tl.Tensor)}  # fmt: skip

    def __repr__(self) -> str:
        return Distribution.__repr__(self)

    def expand(self, batch_shape: Sequence[int], _instance: Self | None = None) -> Self:
        new = super().expand(batch_shape, _instance)
        new.__dict__.update({k: v.expand(batch_shape) for k, v in self._given().items()})
        return new


class LogNormal(TransformedDistribution):
    """exp of a normal number."""

    base_dist: Normal
    has_rsample = True
    support = constraints.positive
    arg_constraints = {"loc": constraints.real, "scale": constraints.positive}

    def __init__(self, loc: Operand, scale: Operand, validate_args: bool | None = None) -> None:
        super().__init__(Normal(loc, scale, validate_args), ExpTransform(), validate_args)

    @property
    def loc(self) -> Tensor:
        return self.base_dist.loc

    @property
    def scale(self) -> Tensor:
        return self.base_dist.scale

    @property
    def mean(self) -> Tensor:
        return (self.loc + self.scale.square() / 2).exp()

    @property
    def mode(self) -> Tensor:
        return (self.loc - self.scale.square()).exp()

    @property
    def variance(self) -> Tensor:
        squared = self.scale.square()
        return squared.expm1() * (2 * self.loc + squared).exp()

    def entropy(self) -> Tensor:
        return self.base_dist.entropy() + self.loc


class LogisticNormal(TransformedDistribution):
    """Shares of a whole: a normal vector through stick breaking."""

    base_dist: Any
    has_rsample = True
    support = constraints.simplex
    arg_constraints = {"loc": constraints.real, "scale": constraints.positive}

    def __init__(self, loc: Operand, scale: Operand, validate_args: bool | None = None) -> None:
        base = Normal(loc, scale, validate_args)
        if not base.batch_shape:
            base = base.expand((1,))
        super().__init__(base, StickBreakingTransform(), validate_args)

    @property
    def loc(self) -> Tensor:
        return self.base_dist.base_dist.loc

    @property
    def scale(self) -> Tensor:
        return self.base_dist.base_dist.scale


class Pareto(_Named):
    """scale * exp of an exponential number of rate `alpha`."""

    has_rsample = True
    arg_constraints = {"alpha": constraints.positive, "scale": constraints.positive}

    def __init__(self, scale: Operand, alpha: Operand, validate_args: bool | None = None) -> None:
        self.scale, self.alpha = broadcast_all(scale, alpha)
        base = Exponential(self.alpha, validate_args)
        super().__init__(base, [ExpTransform(), AffineTransform(0, self.scale)], validate_args)

    @constraints.dependent_property(is_discrete=False, event_dim=0)
    def support(self) -> constraints.Constraint:
        return constraints.greater_than_eq(self.scale)

    @property
    def mean(self) -> Tensor:
        a = self.alpha.clamp(min=1)
        return a * self.scale / (a - 1)

    @property
    def mode(self) -> Tensor:
        return self.scale

    @property
    def variance(self) -> Tensor:
        a = self.alpha.clamp(min=2)
        return self.scale.square() * a / ((a - 1).square() * (a - 2))

    def entropy(self) -> Tensor:
        return (self.scale / self.alpha).log() + (1 + self.alpha.reciprocal())


class Weibull(_Named):
    """scale * a power of an exponential number."""

    has_rsample = True
    support = constraints.positive
    arg_constraints = {
        "scale": constraints.positive, "concentration": constraints.positive,
    }

    def __init__(
        self, scale: Operand, concentration: Operand, validate_args: bool | None = None
    ) -> None:
        self.scale, self.concentration = broadcast_all(scale, concentration)
        base = Exponential(tl.ones_like(self.scale), validate_args)
        power = PowerTransform(self.concentration.reciprocal())
        super().__init__(base, [power, AffineTransform(0, self.scale)], validate_args)

    def _moment(self, k):
        return (1 + k / self.concentration).lgamma().exp()

    @property
    def mean(self) -> Tensor:
        return self.scale * self._moment(1)

    @property
    def mode(self) -> Tensor:
        c = self.concentration
        return self.scale * ((c - 1) / c) ** c.reciprocal()

    @property
    def variance(self) -> Tensor:
        return self.scale.square() * (self._moment(2) - self._moment(1).square())

    def entropy(self) -> Tensor:
        inverse = self.concentration.reciprocal()
        return EULER * (1 - inverse) + (self.scale * inverse).log() + 1


class Kumaraswamy(_Named):
    """Like a beta distribution, with a cdf in closed form."""

    has_rsample = True
    support = constraints.unit_interval
    arg_constraints = {
        "concentration1": constraints.positive, "concentration0": constraints.positive,
    }

    def __init__(
        self, concentration1: Operand, concentration0: Operand, validate_args: bool | None = None
    ) -> None:
        self.concentration1, self.concentration0 = broadcast_all(concentration1, concentration0)
        info = tl.finfo(self.concentration0.dtype)
        zeros = tl.zeros_like(self.concentration0)
        base = Uniform(zeros + info.tiny, zeros + 1 - info.eps, validate_args=False)
        transforms = [
            PowerTransform(self.concentration0.reciprocal()),
            AffineTransform(1.0, -1.0),
            PowerTransform(self.concentration1.reciprocal()),
        ]
        super().__init__(base, transforms, validate_args)

    def _moment(self, n):
        a, b = self.concentration1, self.concentration0
        first = 1 + n / a
        return (b.log() + first.lgamma() + b.lgamma() - (first + b).lgamma()).exp()

    @property
    def mean(self) -> Tensor:
        return self._moment(1)

    @property
    def mode(self) -> Tensor:
        a, b = self.concentration1, self.concentration0
        found = a.reciprocal() * ((-b).log1p() - (-a * b).log1p())
        return found.exp().masked_fill((a < 1) | (b < 1), math.nan)

    @property
    def variance(self) -> Tensor:
        return self._moment(2) - self._moment(1).square()

    def entropy(self) -> Tensor:
        a, b = self.concentration1, self.concentration0
        harmonic = (b + 1).digamma() + EULER
        return (1 - b.reciprocal()) + (1 - a.reciprocal()) * harmonic - a.log() - b.log()


class InverseGamma(_Named):
    """1 over a gamma number."""

    has_rsample = True
    support = constraints.positive
    arg_constraints = {
        "concentration": constraints.positive, "rate": constraints.positive,
    }

    def __init__(
        self, concentration: Operand, rate: Operand, validate_args: bool | None = None
    ) -> None:
        self.concentration, self.rate = broadcast_all(concentration, rate)
        base = Gamma(self.concentration, self.rate, validate_args)
        super().__init__(base, PowerTransform(-tl.ones_like(self.rate)), validate_args)

    @property
    def mean(self) -> Tensor:
        found = self.rate / (self.concentration - 1)
        return tl.where(self.concentration > 1, found, math.inf)

    @property
    def mode(self) -> Tensor:
        return self.rate / (self.concentration + 1)

    @property
    def variance(self) -> Tensor:
        a = self.concentration
        found = self.rate.square() / ((a - 1).square() * (a - 2))
        return tl.where(a > 2, found, math.inf)

    def entropy(self) -> Tensor:
        a = self.concentration
        return a + self.rate.log() + a.lgamma() - (1 + a) * a.digamma()


class GeneralizedPareto(Distribution):
    """What is above a threshold of most distributions: location, scale and shape."""

    has_rsample = True
    arg_constraints = {
        "loc": constraints.real, "scale": constraints.positive, "concentration": constraints.real,
    }

    def __init__(
        self,
        loc: Operand,
        scale: Operand,
        concentration: Operand,
        validate_args: bool | None = None,
    ) -> None:
        self.loc, self.scale, self.concentration = broadcast_all(loc, scale, concentration)
        super().__init__(self.loc.shape, validate_args=validate_args)

    @constraints.dependent_property(is_discrete=False, event_dim=0)
    def support(self) -> constraints.Constraint:
        upper = tl.where(self.concentration < 0, self.loc - self.scale / self.concentration,
                         math.inf)  # fmt: skip
        return constraints.interval(self.loc, upper)

    def _flat(self):
        """Where the shape is as good as 0, and the shape with 1 there."""
        flat = self.concentration.abs() < 1e-6
        return flat, tl.where(flat, 1.0, self.concentration)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        return self.icdf(tl.rand(shape, dtype=self.loc.dtype, device=self.loc.device))

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        z, (flat, shape) = (value - self.loc) / self.scale, self._flat()
        bent = (1 + 1 / shape) * (shape * z).log1p()
        return -self.scale.log() - tl.where(flat, z, bent)

    def cdf(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        z, (flat, shape) = (value - self.loc) / self.scale, self._flat()
        return 1 - tl.where(flat, -z, -(shape * z).log1p() / shape).exp()

    def icdf(self, value: Tensor) -> Tensor:
        flat, shape = self._flat()
        left = (-value).log1p()
        return self.loc + self.scale * tl.where(flat, -left, (-shape * left).expm1() / shape)

    @property
    def mean(self) -> Tensor:
        c = self.concentration
        return tl.where(c < 1, self.loc + self.scale / (1 - c), math.inf)

    @property
    def mode(self) -> Tensor:
        return self.loc

    @property
    def variance(self) -> Tensor:
        c = self.concentration
        found = self.scale.square() / ((1 - c).square() * (1 - 2 * c))
        return tl.where(c < 0.5, found, math.inf)

    def entropy(self) -> Tensor:
        return self.scale.log() + self.concentration + 1
