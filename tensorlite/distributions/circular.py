"""Angles: the von Mises distribution."""

import math
from collections.abc import Sequence

import tensorlite as tl

from ..annotations import Operand
from ..tensor import Tensor
from . import constraints
from .base import Distribution
from .draws import von_mises
from .utils import broadcast_all


class VonMises(Distribution):
    """A bell around a direction `loc`; `concentration` is like the inverse of a variance."""

    support = constraints.real
    arg_constraints = {"loc": constraints.real, "concentration": constraints.positive}

    def __init__(
        self, loc: Operand, concentration: Operand, validate_args: bool | None = None
    ) -> None:
        self.loc, self.concentration = broadcast_all(loc, concentration)
        super().__init__(self.loc.shape, validate_args=validate_args)

    def log_prob(self, value: Tensor) -> Tensor:
        self._validate_sample(value)
        k = self.concentration
        scaled = tl.special.i0e(k).log() + k  # log I0(k), without overflow
        return k * (value - self.loc).cos() - math.log(2 * math.pi) - scaled

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended_shape(sample_shape)
        with tl.no_grad():
            k = self.concentration.expand(shape)
            turned = von_mises(tl.zeros_like(k), k) + self.loc
            return (turned + math.pi) % (2 * math.pi) - math.pi

    @property
    def mean(self) -> Tensor:
        return self.loc

    @property
    def mode(self) -> Tensor:
        return self.loc

    @property
    def variance(self) -> Tensor:
        """The circular variance."""
        k = self.concentration
        return 1 - tl.special.i1e(k) / tl.special.i0e(k)
