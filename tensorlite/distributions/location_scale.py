"""Families of a location and a scale: normal, Laplace, Cauchy, Gumbel, uniform, Student's t."""

import math
from collections.abc import Sequence

import tensorlite as tl

from ..annotations import Operand
from ..ops.requiring import require
from ..tensor import Tensor
from . import constraints
from .base import EULER, LOG_2PI, Distribution, ExponentialFamily
from .gammas import Chi2
from .utils import broadcast_all


def _quantile(distribution, value):
    """A probability of `icdf`, in [0, 1]."""
    if distribution._validate_args:
        name = type(distribution).__name__
        require((value >= 0) & (value <= 1),
                lambda: ValueError(f"{name}.icdf: expected values in [0, 1]"))  # fmt: skip
    return value


class _LocationScale(Distribution):
    """loc + scale * z for a standard z, which `_unit` draws."""

    has_rsample = True
    support = constraints.real
    arg_constraints = {"loc": constraints.real, "scale": constraints.positive}

    def __init__(self, loc: Operand, scale: Operand, validate_args: bool | None = None) -> None:
        self.loc, self.scale = broadcast_all(loc, scale)
        super().__init__(self.loc.shape, validate_args=validate_args)

    def _standard(self, value):
        return (value - self.loc) / self.scale

    def _unit(self, shape):
        raise NotImplementedError

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        z = self._unit(self._extended_shape(sample_shape))
        return self.loc + self.scale * z

    def _like(self, draw, shape):
        return draw(shape, dtype=self.loc.dtype, device=self.loc.device)

    def _uniform(self, shape):
        """Uniform numbers without 0 and 1."""
        info = tl.finfo(self.loc.dtype)
        return self._like(tl.rand, shape).clamp(info.tiny, 1 - info.eps)

    @property
    def mean(self) -> Tensor:
        return self.loc

    @property
    def mode(self) -> Tensor:
        return self.loc


class Normal(_LocationScale, ExponentialFamily):
    """
    The normal distribution.

    Parameters
    ----------
    loc, scale : Tensor or float
        Mean and standard deviation.

    Examples
    --------
    >>> import tensorlite as tl
    >>> d = tl.distributions.Normal(0.0, 1.0)
    >>> d.log_prob(tl.tensor(0.0))
    tensor(-0.9189)
    """

    def _unit(self, shape):
        return self._like(tl.randn, shape)

    @property
    def stddev(self) -> Tensor:
        return self.scale

    @property
    def variance(self) -> Tensor:
        return self.scale.square()

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        return -0.5 * self._standard(value).square() - self.scale.log() - 0.5 * LOG_2PI

    def cdf(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        return 0.5 * (1 + (self._standard(value) * math.sqrt(0.5)).erf())

    def icdf(self, value: Tensor) -> Tensor:
        return self.loc + self.scale * (2 * value - 1).erfinv() * math.sqrt(2)

    def entropy(self) -> Tensor:
        return 0.5 + 0.5 * LOG_2PI + self.scale.log()

    @property
    def _natural_params(self):
        return self.loc / self.variance, -0.5 / self.variance

    def _log_normalizer(self, x, y):
        return -0.25 * x.square() / y + 0.5 * (-math.pi / y).log()


class Laplace(_LocationScale):
    """The Laplace distribution: an exponential one on both sides of `loc`."""

    def _unit(self, shape):
        info = tl.finfo(self.loc.dtype)
        u = (self._like(tl.rand, shape) * 2 - 1).clamp(info.eps - 1, 1 - info.eps)
        return -u.sign() * (-u.abs()).log1p()

    @property
    def variance(self) -> Tensor:
        return 2 * self.scale.square()

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        return -(2 * self.scale).log() - self._standard(value).abs()

    def cdf(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        z = self._standard(value)
        return 0.5 - 0.5 * z.sign() * (-z.abs()).expm1()

    def icdf(self, value: Tensor) -> Tensor:
        term = value - 0.5
        return self.loc - self.scale * term.sign() * (-2 * term.abs()).log1p()

    def entropy(self) -> Tensor:
        return 1 + (2 * self.scale).log()


class Cauchy(_LocationScale):
    """The Cauchy distribution, whose mean and variance do not exist."""

    def _unit(self, shape):
        return (math.pi * (self._uniform(shape) - 0.5)).tan()

    @property
    def mean(self) -> Tensor:
        return tl.full_like(self.loc, math.nan)

    @property
    def variance(self) -> Tensor:
        return tl.full_like(self.loc, math.inf)

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        return -math.log(math.pi) - self.scale.log() - self._standard(value).square().log1p()

    def cdf(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        return self._standard(value).atan() / math.pi + 0.5

    def icdf(self, value: Tensor) -> Tensor:
        return (math.pi * (value - 0.5)).tan() * self.scale + self.loc

    def entropy(self) -> Tensor:
        return math.log(4 * math.pi) + self.scale.log()


class Gumbel(_LocationScale):
    """The Gumbel distribution, of the largest of many."""

    def _unit(self, shape):
        return -(-self._uniform(shape).log()).log()

    @property
    def mean(self) -> Tensor:
        return self.loc + self.scale * EULER

    @property
    def variance(self) -> Tensor:
        return self.scale.square() * (math.pi**2 / 6)

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        z = -self._standard(value)
        return z - z.exp() - self.scale.log()

    def cdf(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        return (-(-self._standard(value)).exp()).exp()

    def icdf(self, value: Tensor) -> Tensor:
        return self.loc - self.scale * (-value.log()).log()

    def entropy(self) -> Tensor:
        return self.scale.log() + (1 + EULER)


class _HalfOf(Distribution):
    """|x| of a symmetric distribution around 0."""

    has_rsample = True
    support = constraints.nonnegative
    arg_constraints = {"scale": constraints.positive}
    whole: type

    def __init__(self, scale: Operand, validate_args: bool | None = None) -> None:
        (self.scale,) = broadcast_all(scale)
        super().__init__(self.scale.shape, validate_args=validate_args)

    @property
    def _whole(self):
        return self.whole(tl.zeros_like(self.scale), self.scale, validate_args=False)

    @property
    def mode(self) -> Tensor:
        return tl.zeros_like(self.scale)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self._whole.rsample(sample_shape).abs()

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        found = self._whole.log_prob(value) + math.log(2)
        return tl.where(value >= 0, found, -math.inf)

    def cdf(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        return 2 * self._whole.cdf(value) - 1

    def icdf(self, prob: Tensor) -> Tensor:
        """The value below which the share `prob` lies."""
        return self._whole.icdf((prob + 1) / 2)

    def entropy(self) -> Tensor:
        return self._whole.entropy() - math.log(2)


class HalfNormal(_HalfOf):
    """|x| of a normal x with mean 0."""

    whole = Normal

    @property
    def mean(self) -> Tensor:
        return self.scale * math.sqrt(2 / math.pi)

    @property
    def variance(self) -> Tensor:
        return self.scale.square() * (1 - 2 / math.pi)


class HalfCauchy(_HalfOf):
    """|x| of a Cauchy x around 0."""

    whole = Cauchy

    @property
    def mean(self) -> Tensor:
        return tl.full_like(self.scale, math.inf)

    @property
    def variance(self) -> Tensor:
        return tl.full_like(self.scale, math.inf)


class Uniform(Distribution):
    """The uniform distribution on [low, high)."""

    has_rsample = True
    arg_constraints = {
        "low": constraints.dependent(is_discrete=False, event_dim=0),
        "high": constraints.dependent(is_discrete=False, event_dim=0),
    }

    def __init__(self, low: Operand, high: Operand, validate_args: bool | None = None) -> None:
        self.low, self.high = broadcast_all(low, high)
        super().__init__(self.low.shape, validate_args=validate_args)
        if self._validate_args:
            require(self.low < self.high,
                    lambda: ValueError("Uniform is not defined when low>= high"))  # fmt: skip

    @constraints.dependent_property(is_discrete=False, event_dim=0)
    def support(self) -> constraints.Constraint:
        return constraints.interval(self.low, self.high)

    @property
    def mean(self) -> Tensor:
        return (self.high + self.low) / 2

    @property
    def mode(self) -> Tensor:
        return tl.full_like(self.low, math.nan)

    @property
    def stddev(self) -> Tensor:
        return (self.high - self.low) / math.sqrt(12)

    @property
    def variance(self) -> Tensor:
        return (self.high - self.low).square() / 12

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        u = tl.rand(shape, dtype=self.low.dtype, device=self.low.device)
        return self.low + u * (self.high - self.low)

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        inside = ((value >= self.low) & (value < self.high)).to(self.low.dtype)
        return inside.log() - (self.high - self.low).log()

    def cdf(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        return ((value - self.low) / (self.high - self.low)).clamp(0, 1)

    def icdf(self, value: Tensor) -> Tensor:
        return value * (self.high - self.low) + self.low

    def entropy(self) -> Tensor:
        return (self.high - self.low).log()


class StudentT(Distribution):
    """Student's t with `df` degrees of freedom, a location and a scale."""

    has_rsample = True
    support = constraints.real
    arg_constraints = {
        "df": constraints.positive, "loc": constraints.real, "scale": constraints.positive,
    }

    def __init__(
        self,
        df: Operand,
        loc: Operand = 0.0,
        scale: Operand = 1.0,
        validate_args: bool | None = None,
    ) -> None:
        self.df, self.loc, self.scale = broadcast_all(df, loc, scale)
        super().__init__(self.df.shape, validate_args=validate_args)

    @property
    def mean(self) -> Tensor:
        return self.loc.masked_fill(self.df <= 1, math.nan)

    @property
    def mode(self) -> Tensor:
        return self.loc

    @property
    def variance(self) -> Tensor:
        above = self.scale.square() * self.df / (self.df - 2)
        found = tl.where(self.df > 2, above, math.inf)
        return tl.where(self.df <= 1, math.nan, found)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        x = tl.randn(shape, dtype=self.df.dtype, device=self.df.device)
        z = Chi2(self.df, validate_args=False).rsample(sample_shape)
        return self.loc + self.scale * x * (z / self.df).rsqrt()

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        z = (value - self.loc) / self.scale
        half = self.df / 2
        norm = self.scale.log() + 0.5 * self.df.log() + 0.5 * math.log(math.pi)
        norm = norm + half.lgamma() - (half + 0.5).lgamma()
        return -0.5 * (self.df + 1) * (z.square() / self.df).log1p() - norm

    def entropy(self) -> Tensor:
        half = self.df / 2
        beta = half.lgamma() + math.lgamma(0.5) - (half + 0.5).lgamma()
        slopes = (half + 0.5) * ((half + 0.5).digamma() - half.digamma())
        return self.scale.log() + slopes + 0.5 * self.df.log() + beta
