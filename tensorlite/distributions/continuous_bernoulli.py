"""The continuous Bernoulli distribution."""

import math
from collections.abc import Sequence

import tensorlite as tl

from ..annotations import Operand
from ..tensor import Tensor
from . import constraints
from .base import ExponentialFamily
from .discrete import Coin, coin_cross_entropy
from .utils import clamp_probs, lazy_property, logits_to_probs


class ContinuousBernoulli(Coin, ExponentialFamily):
    """
    A density on [0, 1] of the form p^x (1 - p)^(1 - x).

    Loaiza-Ganem, Cunningham 2019, "The continuous Bernoulli: fixing a pervasive error in
    variational autoencoders", arXiv:1907.06845. Near p = 1/2 its formulas are series.
    """

    has_rsample = True
    support = constraints.unit_interval

    def __init__(
        self,
        probs: Operand | None = None,
        logits: Operand | None = None,
        lims: tuple[float, float] = (0.499, 0.501),
        validate_args: bool | None = None,
    ) -> None:
        self._take(probs, logits)
        if probs is not None and validate_args is not False:
            self._check_parameter("probs", self.probs)
        if probs is not None:
            self.probs = clamp_probs(self.probs)
        self._lims = lims
        super().__init__(self._param.shape, validate_args=validate_args)

    @lazy_property
    def probs(self) -> Tensor:
        """Probabilities between 0 and 1: at the ends the density is not known."""
        return clamp_probs(logits_to_probs(self.logits, True))

    def _apart(self, probs):
        """Where p is not near 1/2, and p with the lower limit elsewhere."""
        apart = (probs < self._lims[0]) | (probs > self._lims[1])
        return apart, tl.where(apart, probs, self._lims[0])

    def _log_norm(self):
        probs = self.probs
        apart, cut = self._apart(probs)
        found = ((-cut).log1p() - cut.log()).abs().log()
        low, high = cut.clamp(max=0.5), cut.clamp(min=0.5)
        found = found - tl.where(cut <= 0.5, (-2 * low).log1p(), (2 * high - 1).log())
        x = (probs - 0.5).square()
        return tl.where(apart, found, math.log(2) + (4 / 3 + 104 / 45 * x) * x)

    @property
    def mean(self) -> Tensor:
        apart, cut = self._apart(self.probs)
        found = cut / (2 * cut - 1) + 1 / ((-cut).log1p() - cut.log())
        x = self.probs - 0.5
        return tl.where(apart, found, 0.5 + (1 / 3 + 16 / 45 * x.square()) * x)

    @property
    def stddev(self) -> Tensor:
        return self.variance.sqrt()

    @property
    def variance(self) -> Tensor:
        apart, cut = self._apart(self.probs)
        found = cut * (cut - 1) / (1 - 2 * cut).square()
        found = found + 1 / ((-cut).log1p() - cut.log()).square()
        x = (self.probs - 0.5).square()
        return tl.where(apart, found, 1 / 12 - (1 / 15 - 128 / 945 * x) * x)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        return self.icdf(tl.rand(shape, dtype=self.probs.dtype, device=self.probs.device))

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        logits, value = tl.broadcast_tensors(self.logits, value)
        return -coin_cross_entropy(logits, value) + self._log_norm()

    def cdf(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        apart, cut = self._apart(self.probs)
        found = cut**value * (1 - cut) ** (1 - value) + cut - 1
        unbounded = tl.where(apart, found / (2 * cut - 1), value)
        return tl.where(value <= 0, 0.0, tl.where(value >= 1, 1.0, unbounded))

    def icdf(self, value: Tensor) -> Tensor:
        apart, cut = self._apart(self.probs)
        rest = (-cut + value * (2 * cut - 1)).log1p() - (-cut).log1p()
        return tl.where(apart, rest / (cut.log() - (-cut).log1p()), value)

    def entropy(self) -> Tensor:
        return self.mean * ((-self.probs).log1p() - self.probs.log()) - self._log_norm() - (
            (-self.probs).log1p()
        )

    @property
    def _natural_params(self):
        return (self.logits,)

    def _log_normalizer(self, x):
        apart = (x - 0.0).abs() > 1e-2
        cut = tl.where(apart, x, 1e-2)
        found = (cut.expm1() / cut).abs().log()
        return tl.where(apart, found, 0.5 * x + x.square() / 24 - x.square().square() / 2880)
