"""Counts and coins: Bernoulli, geometric, binomial, negative binomial, Poisson."""

import math
from collections.abc import Sequence

import tensorlite as tl

from ..annotations import Operand
from ..shapes import Size
from ..tensor import Tensor
from . import constraints
from .base import Distribution, ExponentialFamily, one_of
from .gammas import Gamma
from .utils import broadcast_all, lazy_property, logits_to_probs, probs_to_logits


class Coin(Distribution):
    """What is told by probabilities or by log-odds: the other is computed where it is wanted."""

    has_enumerate_support = False
    arg_constraints = {
        "probs": constraints.unit_interval, "logits": constraints.real,
    }

    def _take(self, probs, logits):
        one_of(type(self).__name__, probs, logits)
        self._told = "probs" if probs is not None else "logits"
        if probs is not None:
            (self.probs,) = broadcast_all(probs)
        else:
            (self.logits,) = broadcast_all(logits)

    @lazy_property
    def probs(self) -> Tensor:
        """Probabilities of success."""
        return logits_to_probs(self.logits, True)

    @lazy_property
    def logits(self) -> Tensor:
        """Their log-odds."""
        return probs_to_logits(self.probs, True)

    @property
    def _param(self):
        return self.__dict__[self._told]

    def _given(self):
        computed = "logits" if self._told == "probs" else "probs"
        return {name: x for name, x in super()._given().items() if name != computed}

    @property
    def param_shape(self) -> Size:
        """The shape of the parameter."""
        return self._param.shape


class Bernoulli(Coin, ExponentialFamily):
    """
    1 with a probability, else 0.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.distributions.Bernoulli(probs=0.25).log_prob(tl.tensor(1.0)).exp()
    tensor(0.2500)
    """

    support = constraints.boolean
    has_enumerate_support = True

    def __init__(
        self,
        probs: Operand | None = None,
        logits: Operand | None = None,
        validate_args: bool | None = None,
    ) -> None:
        self._take(probs, logits)
        super().__init__(self._param.shape, validate_args=validate_args)

    @property
    def mean(self) -> Tensor:
        return self.probs

    @property
    def mode(self) -> Tensor:
        found = (self.probs >= 0.5).to(self.probs.dtype)
        return found.masked_fill(self.probs == 0.5, math.nan)

    @property
    def variance(self) -> Tensor:
        return self.probs * (1 - self.probs)

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        with tl.no_grad():
            return tl.bernoulli(self.probs.expand(self._extended_shape(sample_shape)))

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        logits, value = tl.broadcast_tensors(self.logits, value)
        return -coin_cross_entropy(logits, value)

    def entropy(self) -> Tensor:
        return coin_cross_entropy(self.logits, self.probs)

    def enumerate_support(self, expand: bool = True) -> Tensor:
        return _enumerated(self, tl.arange(2, dtype=self._param.dtype), expand)

    @property
    def _natural_params(self):
        return (self.probs.logit(),)

    def _log_normalizer(self, x):
        return x.exp().log1p()


def coin_cross_entropy(logits, target):
    return tl.nn.functional.binary_cross_entropy_with_logits(logits, target, reduction="none")


def _enumerated(distribution, values, expand):
    """Values along a new first dim, repeated for the batch or beside extents of 1."""
    count = len(distribution.batch_shape)
    values = values.to(distribution._param.device).reshape((-1, *[1] * count))
    return values.expand((-1, *distribution.batch_shape)) if expand else values


class Geometric(Coin):
    """The number of failures before the first success."""

    support = constraints.nonnegative_integer

    def __init__(
        self,
        probs: Operand | None = None,
        logits: Operand | None = None,
        validate_args: bool | None = None,
    ) -> None:
        self._take(probs, logits)
        super().__init__(self._param.shape, validate_args=validate_args)
        if self._validate_args and probs is not None:
            self._require(self.probs > 0, self.probs, "Expected parameter probs of distribution",
                          " to be positive")  # fmt: skip

    @property
    def mean(self) -> Tensor:
        return 1 / self.probs - 1

    @property
    def mode(self) -> Tensor:
        return tl.zeros_like(self.probs)

    @property
    def variance(self) -> Tensor:
        return (1 / self.probs - 1) / self.probs

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        with tl.no_grad():
            u = tl.rand(shape, dtype=self.probs.dtype, device=self.probs.device)
            u = u.clamp(min=tl.finfo(u.dtype).tiny)
            return (u.log() / (-self.probs).log1p()).floor()

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        value, probs = tl.broadcast_tensors(value, self.probs)
        failing = tl.where((probs == 1) & (value == 0), 0.0, probs)
        return value * (-failing).log1p() + self.probs.log()

    def entropy(self) -> Tensor:
        return coin_cross_entropy(self.logits, self.probs) / self.probs


class Binomial(Coin):
    """The number of successes out of `total_count` tries."""

    has_enumerate_support = True
    arg_constraints = {
        "total_count": constraints.nonnegative_integer,
        "probs": constraints.unit_interval, "logits": constraints.real,
    }

    def __init__(
        self,
        total_count: Operand = 1,
        probs: Operand | None = None,
        logits: Operand | None = None,
        validate_args: bool | None = None,
    ) -> None:
        one_of("Binomial", probs, logits)
        self._told = "probs" if probs is not None else "logits"
        if probs is not None:
            self.total_count, self.probs = broadcast_all(total_count, probs)
        elif logits is not None:
            self.total_count, self.logits = broadcast_all(total_count, logits)
        self.total_count = self.total_count.to(self._param.dtype)
        super().__init__(self._param.shape, validate_args=validate_args)

    @constraints.dependent_property(is_discrete=True, event_dim=0)
    def support(self) -> constraints.Constraint:
        return constraints.integer_interval(0, self.total_count)

    @property
    def mean(self) -> Tensor:
        return self.total_count * self.probs

    @property
    def mode(self) -> Tensor:
        return ((self.total_count + 1) * self.probs).floor().clamp(max=self.total_count)

    @property
    def variance(self) -> Tensor:
        return self.total_count * self.probs * (1 - self.probs)

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        with tl.no_grad():
            return tl.binomial(self.total_count.expand(shape), self.probs.expand(shape))

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        n, logits = self.total_count, self.logits
        choose = (n + 1).lgamma() - (value + 1).lgamma() - (n - value + 1).lgamma()
        # log(1 + exp(logits)) without overflow
        rest = n * (logits.clamp(min=0) + (-logits.abs()).exp().log1p())
        return choose + value * logits - rest

    def entropy(self) -> Tensor:
        total = int(self.total_count.max())
        if not (self.total_count == total).all():
            raise NotImplementedError(
                "Inhomogeneous total count not supported by `entropy`; try one count"
            )
        found = self.log_prob(self.enumerate_support(False))
        return -(found.exp() * found).sum(0)

    def enumerate_support(self, expand: bool = True) -> Tensor:
        total = int(self.total_count.max())
        if not (self.total_count == total).all():
            raise NotImplementedError(
                "Inhomogeneous total count not supported by `enumerate_support`; try one count"
            )
        return _enumerated(self, tl.arange(total + 1, dtype=self._param.dtype), expand)


class NegativeBinomial(Coin):
    """The number of successes before `total_count` failures."""

    support = constraints.nonnegative_integer
    arg_constraints = {
        "total_count": constraints.greater_than_eq(0),
        "probs": constraints.half_open_interval(0.0, 1.0), "logits": constraints.real,
    }

    def __init__(
        self,
        total_count: Operand,
        probs: Operand | None = None,
        logits: Operand | None = None,
        validate_args: bool | None = None,
    ) -> None:
        one_of("NegativeBinomial", probs, logits)
        self._told = "probs" if probs is not None else "logits"
        if probs is not None:
            self.total_count, self.probs = broadcast_all(total_count, probs)
        elif logits is not None:
            self.total_count, self.logits = broadcast_all(total_count, logits)
        self.total_count = self.total_count.to(self._param.dtype)
        super().__init__(self._param.shape, validate_args=validate_args)

    @property
    def mean(self) -> Tensor:
        return self.total_count * self.logits.exp()

    @property
    def mode(self) -> Tensor:
        return ((self.total_count - 1) * self.logits.exp()).floor().clamp(min=0)

    @property
    def variance(self) -> Tensor:
        return self.mean / (-self.logits).sigmoid()

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        with tl.no_grad():
            rate = Gamma(self.total_count, (-self.logits).exp(), validate_args=False)
            return tl.poisson(rate.sample(sample_shape))

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        sigmoid = tl.nn.functional.logsigmoid
        plain = self.total_count * sigmoid(-self.logits) + value * sigmoid(self.logits)
        norm = -(self.total_count + value).lgamma() + (1 + value).lgamma()
        norm = norm + self.total_count.lgamma()
        return plain - norm.masked_fill(self.total_count + value == 0, 0.0)


class Poisson(ExponentialFamily):
    """The number of events of a rate."""

    support = constraints.nonnegative_integer
    arg_constraints = {"rate": constraints.nonnegative}

    def __init__(self, rate: Operand, validate_args: bool | None = None) -> None:
        (self.rate,) = broadcast_all(rate)
        super().__init__(self.rate.shape, validate_args=validate_args)

    @property
    def mean(self) -> Tensor:
        return self.rate

    @property
    def mode(self) -> Tensor:
        return self.rate.floor()

    @property
    def variance(self) -> Tensor:
        return self.rate

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        with tl.no_grad():
            return tl.poisson(self.rate.expand(self._extended_shape(sample_shape)))

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        rate, value = broadcast_all(self.rate, value)
        return value.xlogy(rate) - rate - (value + 1).lgamma()

    @property
    def _natural_params(self):
        return (self.rate.log(),)

    def _log_normalizer(self, x):
        return x.exp()

    def entropy(self) -> Tensor:
        raise NotImplementedError("Poisson.entropy: there is none in closed form")
