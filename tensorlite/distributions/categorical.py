"""Classes: categorical, one-hot, multinomial, and their continuous relaxations."""

import math
from collections.abc import Sequence
from typing import Self

import tensorlite as tl

from ..annotations import Operand
from ..shapes import Size
from ..tensor import Tensor
from . import constraints
from .base import Distribution, one_of
from .discrete import Coin
from .transformed import TransformedDistribution
from .transforms import ExpTransform, SigmoidTransform
from .utils import broadcast_all, clamp_probs, lazy_property, logits_to_probs, probs_to_logits


class Categorical(Distribution):
    """
    One of K classes.

    Parameters
    ----------
    probs : Tensor (..., K), optional
        Divided by their sum.
    logits : Tensor (..., K), optional
        Logarithms of them, up to a constant.

    Examples
    --------
    >>> import tensorlite as tl
    >>> d = tl.distributions.Categorical(probs=tl.tensor([1.0, 3.0]))
    >>> d.probs
    tensor([0.2500, 0.7500])
    """

    has_enumerate_support = True
    arg_constraints = {
        "probs": constraints.simplex, "logits": constraints.real_vector,
    }

    def __init__(
        self,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        given = one_of("Categorical", probs, logits)
        self._told = "probs" if probs is not None else "logits"
        if given.ndim < 1:
            raise ValueError(f"`{self._told}` parameter must be at least one-dimensional.")
        if probs is not None:
            self.probs = probs / probs.sum(-1, keepdim=True)
        else:
            self.logits = given - given.logsumexp(-1, keepdim=True)
        self._num_events = given.shape[-1]
        super().__init__(given.shape[:-1], validate_args=validate_args)

    @lazy_property
    def probs(self) -> Tensor:
        """The probabilities of the classes."""
        return logits_to_probs(self.logits)

    @lazy_property
    def logits(self) -> Tensor:
        """Their logarithms."""
        return probs_to_logits(self.probs)

    @property
    def _param(self):
        return self.__dict__[self._told]

    def _given(self):
        return {self._told: self._param}

    @constraints.dependent_property(is_discrete=True, event_dim=0)
    def support(self) -> constraints.Constraint:
        return constraints.integer_interval(0, self._num_events - 1)

    @property
    def param_shape(self) -> Size:
        """The shape of the parameter."""
        return self._param.shape

    @property
    def mean(self) -> Tensor:
        return tl.full(self._extended_shape(), math.nan, dtype=self.probs.dtype)

    @property
    def mode(self) -> Tensor:
        return self.probs.argmax(-1)

    @property
    def variance(self) -> Tensor:
        return tl.full(self._extended_shape(), math.nan, dtype=self.probs.dtype)

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        flat = self.probs.detach().reshape((-1, self._num_events))
        count = math.prod(sample_shape)
        drawn = flat.multinomial(count, True) if count else tl.zeros((len(flat), 0)).long()
        return drawn.T.reshape(self._extended_shape(sample_shape))

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        value = value.long().unsqueeze(-1)
        shape = tl.broadcast_shapes(value.shape[:-1], self.logits.shape[:-1])
        logits = self.logits.expand((*shape, self._num_events))
        return logits.gather(-1, value.expand((*shape, 1))).squeeze(-1)

    def entropy(self) -> Tensor:
        logits = self.logits.clamp(min=tl.finfo(self.logits.dtype).min)
        return -(logits * self.probs).sum(-1)

    def enumerate_support(self, expand: bool = True) -> Tensor:
        values = tl.arange(self._num_events, device=self._param.device)
        values = values.reshape((-1, *[1] * len(self._batch_shape)))
        return values.expand((-1, *self._batch_shape)) if expand else values


class _OverCategorical(Distribution):
    """What is made of a Categorical, whose parameters it has."""

    arg_constraints = Categorical.arg_constraints
    _categorical: Categorical

    @property
    def probs(self) -> Tensor:
        """The probabilities of the classes."""
        return self._categorical.probs

    @property
    def logits(self) -> Tensor:
        """Their logarithms."""
        return self._categorical.logits

    @property
    def _param(self):
        return self._categorical._param

    @property
    def param_shape(self) -> Size:
        """The shape of the parameter."""
        return self._param.shape

    def _given(self):
        return {}

    def expand(self, batch_shape: Sequence[int], _instance: Self | None = None) -> Self:
        new = super().expand(batch_shape, _instance)
        new._categorical = self._categorical.expand(batch_shape)
        return new

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._categorical._told}: {Size(self._param.shape)})"


class OneHotCategorical(_OverCategorical):
    """One of K classes, as a vector with a single 1."""

    support = constraints.one_hot
    has_enumerate_support = True

    def __init__(
        self,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        self._categorical = Categorical(probs, logits, validate_args)
        shape = self._categorical._param.shape
        super().__init__(shape[:-1], shape[-1:], validate_args=validate_args)

    @property
    def mean(self) -> Tensor:
        return self.probs

    @property
    def mode(self) -> Tensor:
        return self._hot(self.probs.argmax(-1))

    @property
    def variance(self) -> Tensor:
        return self.probs * (1 - self.probs)

    def _hot(self, index):
        classes = tl.arange(self._event_shape[0], device=index.device)
        return (index.unsqueeze(-1) == classes).to(self.probs.dtype)

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self._hot(self._categorical.sample(sample_shape))

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        return self._categorical.log_prob(value.argmax(-1))

    def entropy(self) -> Tensor:
        return self._categorical.entropy()

    def enumerate_support(self, expand: bool = True) -> Tensor:
        count = self._event_shape[0]
        values = tl.eye(count, dtype=self._param.dtype, device=self._param.device)
        values = values.reshape((count, *[1] * len(self._batch_shape), count))
        return values.expand((count, *self._batch_shape, count)) if expand else values


class OneHotCategoricalStraightThrough(OneHotCategorical):
    """The same, whose samples pass gradients on to the probabilities as they are.

    Bengio, Leonard, Courville 2013, arXiv:1308.3432.
    """

    has_rsample = True

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        with tl.no_grad():
            return OneHotCategorical.sample(self, sample_shape)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self.sample(sample_shape) + (self.probs - self.probs.detach())


class Multinomial(_OverCategorical):
    """How often each of K classes comes in `total_count` draws."""

    def __init__(
        self,
        total_count: int = 1,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        if not isinstance(total_count, int):
            raise NotImplementedError("inhomogeneous total_count is not supported; try an int")
        self.total_count = total_count
        self._categorical = Categorical(probs, logits, validate_args)
        shape = self._categorical._param.shape
        super().__init__(shape[:-1], shape[-1:], validate_args=validate_args)

    @constraints.dependent_property(is_discrete=True, event_dim=1)
    def support(self) -> constraints.Constraint:
        return constraints.multinomial(self.total_count)

    @property
    def mean(self) -> Tensor:
        return self.probs * self.total_count

    @property
    def variance(self) -> Tensor:
        return self.total_count * self.probs * (1 - self.probs)

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        drawn = self._categorical.sample((self.total_count, *sample_shape))
        classes = tl.arange(self._event_shape[0], device=drawn.device)
        return (drawn.unsqueeze(-1) == classes).sum(0).to(self.probs.dtype)

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        logits, value = broadcast_all(self.logits, value)
        logits = logits.masked_fill((value == 0) & (logits == -math.inf), 0.0)
        choose = (value.sum(-1) + 1).lgamma() - (value + 1).lgamma().sum(-1)
        return choose + (logits * value).sum(-1)

    def entropy(self) -> Tensor:
        n, probs = self.total_count, self.probs
        values = tl.arange(1, n + 1, dtype=probs.dtype).reshape((-1, *[1] * probs.ndim))
        choose = math.lgamma(n + 1) - (values + 1).lgamma() - (n - values + 1).lgamma()
        weights = (choose + values.xlogy(probs) + (n - values).xlogy(1 - probs)).exp()
        spread = (weights * (values + 1).lgamma()).sum((0, -1))
        return n * self._categorical.entropy() - math.lgamma(n + 1) + spread


class LogitRelaxedBernoulli(Coin):
    """The logit of a relaxed coin. Maddison, Mnih, Teh 2017, arXiv:1611.00712."""

    has_rsample = True
    support = constraints.real

    def __init__(
        self,
        temperature: Operand,
        probs: Operand | None = None,
        logits: Operand | None = None,
        validate_args: bool | None = None,
    ) -> None:
        self.temperature = temperature
        self._take(probs, logits)
        super().__init__(self._param.shape, validate_args=validate_args)

    def expand(self, batch_shape: Sequence[int], _instance: Self | None = None) -> Self:
        new = super().expand(batch_shape, _instance)
        new.temperature = self.temperature
        return new

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        u = clamp_probs(tl.rand(shape, dtype=self._param.dtype, device=self._param.device))
        probs = clamp_probs(self.probs.expand(shape))
        return (u.log() - (-u).log1p() + probs.log() - (-probs).log1p()) / self.temperature

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        logits, value = broadcast_all(self.logits, value)
        difference = logits - value * self.temperature
        scale = self.temperature.log() if isinstance(self.temperature, tl.Tensor) else math.log(
            self.temperature)  # fmt: skip
        return scale + difference - 2 * difference.exp().log1p()


class _Relaxed(TransformedDistribution):
    """What a transform makes of a relaxed distribution, by the same parameters."""

    base_dist: "LogitRelaxedBernoulli | ExpRelaxedCategorical"
    has_rsample = True

    @property
    def temperature(self) -> Operand:
        return self.base_dist.temperature

    @property
    def logits(self) -> Tensor:
        return self.base_dist.logits

    @property
    def probs(self) -> Tensor:
        return self.base_dist.probs


class RelaxedBernoulli(_Relaxed):
    """A coin relaxed to numbers in (0, 1), with gradients."""

    support = constraints.unit_interval
    arg_constraints = LogitRelaxedBernoulli.arg_constraints

    def __init__(
        self,
        temperature: Operand,
        probs: Operand | None = None,
        logits: Operand | None = None,
        validate_args: bool | None = None,
    ) -> None:
        base = LogitRelaxedBernoulli(temperature, probs, logits)
        super().__init__(base, SigmoidTransform(), validate_args=validate_args)


class ExpRelaxedCategorical(_OverCategorical):
    """Logarithms of a relaxed one-hot vector. Jang, Gu, Poole 2017, arXiv:1611.01144."""

    has_rsample = True
    support = constraints.real_vector

    def __init__(
        self,
        temperature: Operand,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        self.temperature = temperature
        self._categorical = Categorical(probs, logits)
        shape = self._categorical._param.shape
        super().__init__(shape[:-1], shape[-1:], validate_args=validate_args)

    def expand(self, batch_shape: Sequence[int], _instance: Self | None = None) -> Self:
        new = super().expand(batch_shape, _instance)
        new.temperature = self.temperature
        return new

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        u = clamp_probs(tl.rand(shape, dtype=self._param.dtype, device=self._param.device))
        scores = (self.logits - (-u.log()).log()) / self.temperature
        return scores - scores.logsumexp(-1, keepdim=True)

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        count = self._event_shape[0]
        logits, value = broadcast_all(self.logits, value)
        temperature = tl.full_like(logits[..., 0], 1.0) * self.temperature
        scale = math.lgamma(count) - temperature.log() * -(count - 1)
        score = logits - value * self.temperature
        return (score - score.logsumexp(-1, keepdim=True)).sum(-1) + scale


class RelaxedOneHotCategorical(_Relaxed):
    """A one-hot vector relaxed to shares, with gradients."""

    support = constraints.simplex
    arg_constraints = Categorical.arg_constraints

    def __init__(
        self,
        temperature: Operand,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        base = ExpRelaxedCategorical(temperature, probs, logits, validate_args=validate_args)
        super().__init__(base, ExpTransform(), validate_args=validate_args)

