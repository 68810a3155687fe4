"""Mixtures of distributions."""

from collections.abc import Sequence
from typing import Self

import tensorlite as tl

from ..tensor import Tensor
from . import constraints
from .base import Distribution
from .categorical import Categorical


class MixtureSameFamily(Distribution):
    """
    Values of components of one family, chosen by a Categorical.

    Parameters
    ----------
    mixture_distribution : Categorical
    component_distribution : Distribution
        The last dim of whose batch are the components.
    """

    def __init__(
        self,
        mixture_distribution: Categorical,
        component_distribution: Distribution,
        validate_args: bool | None = None,
    ) -> None:
        mixture, component = mixture_distribution, component_distribution
        if not isinstance(mixture, Categorical):
            raise ValueError(
                " The Mixture distribution needs to be an  instance of "
                "torch.distributions.Categorical"
            )
        if not isinstance(component, Distribution):
            raise ValueError("MixtureSameFamily: expected a Distribution as component")
        batch = component.batch_shape[:-1]
        tl.broadcast_shapes(mixture.batch_shape, batch)
        if mixture.logits.shape[-1] != component.batch_shape[-1]:
            raise ValueError(
                f"`mixture_distribution component` ({mixture.logits.shape[-1]}) does not equal "
                f"`component_distribution.batch_shape[-1]` ({component.batch_shape[-1]})"
            )
        self._mixture_distribution, self._component_distribution = mixture, component
        self._num_component = component.batch_shape[-1]
        super().__init__(batch, component.event_shape, validate_args=validate_args)

    def expand(self, batch_shape: Sequence[int], _instance: Self | None = None) -> Self:
        new = super().expand(batch_shape, _instance)
        component = self._component_distribution
        new._component_distribution = component.expand((*batch_shape, self._num_component))
        new._mixture_distribution = self._mixture_distribution.expand(batch_shape)
        return new

    @constraints.dependent_property
    def support(self) -> constraints.Constraint:
        return constraints.MixtureSameFamilyConstraint(self._component_distribution.support)

    @property
    def mixture_distribution(self) -> Categorical:
        """How components are chosen."""
        return self._mixture_distribution

    @property
    def component_distribution(self) -> Distribution:
        """The components."""
        return self._component_distribution

    def _weights(self):
        probs = self._mixture_distribution.probs
        return probs.reshape((*probs.shape, *[1] * len(self.event_shape)))

    @property
    def _dim(self):
        return -1 - len(self.event_shape)

    @property
    def mean(self) -> Tensor:
        return (self._weights() * self._component_distribution.mean).sum(self._dim)

    @property
    def variance(self) -> Tensor:
        parts, weights = self._component_distribution, self._weights()
        inside = (weights * parts.variance).sum(self._dim)
        distance = parts.mean - self.mean.unsqueeze(self._dim)
        return inside + (weights * distance.square()).sum(self._dim)

    def _spread(self, value):
        return value.unsqueeze(self._dim)

    def cdf(self, x: Tensor) -> Tensor:
        """The probability of values up to `x`."""
        found = self._component_distribution.cdf(self._spread(x))
        return (found * self._mixture_distribution.probs).sum(-1)

    def log_prob(self, x: Tensor) -> Tensor:
        """The logarithm of the density at `x`."""
        if self._validate_args:
            self._validate_sample(x)
        found = self._component_distribution.log_prob(self._spread(x))
        weights = self._mixture_distribution.logits.log_softmax(-1)
        return (found + weights).logsumexp(-1)

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        with tl.no_grad():
            chosen = self._mixture_distribution.expand(self._batch_shape).sample(sample_shape)
            drawn = self._component_distribution.sample(sample_shape)
            dim, count = len(chosen.shape), len(self.event_shape)
            index = chosen.reshape((*chosen.shape, *[1] * (count + 1)))
            index = index.expand((*chosen.shape, 1, *self.event_shape))
            return drawn.gather(dim, index).squeeze(dim)

    def __repr__(self) -> str:
        return (
            f"MixtureSameFamily(\n  {self._mixture_distribution},\n  "
            f"{self._component_distribution})"
        )
