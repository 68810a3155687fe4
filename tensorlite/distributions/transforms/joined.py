"""Transforms of parts that lie beside each other."""

import functools
import operator
from collections.abc import Iterable

import tensorlite as tl

from ...tensor import Tensor
from .. import constraints
from ..utils import _sum_rightmost
from .base import Transform


class _Parts(Transform):
    """Transforms of the parts of a tensor along a dim."""

    transforms: list
    dim: int

    @property
    def bijective(self) -> bool:  # type: ignore[override]
        return all(t.bijective for t in self.transforms)

    def _pieces(self, x):
        raise NotImplementedError

    def _together(self, parts):
        raise NotImplementedError

    def _call(self, x):
        pairs = zip(self.transforms, self._pieces(x), strict=True)
        return self._together([t(part) for t, part in pairs])

    def _inverse(self, y):
        pairs = zip(self.transforms, self._pieces(y), strict=True)
        return self._together([t._inv_call(part) for t, part in pairs])


class CatTransform(_Parts):
    """Transforms of the parts along a dim, of the given lengths."""

    def __init__(
        self,
        tseq: Iterable[Transform],
        dim: int = 0,
        lengths: Iterable[int] | None = None,
        cache_size: int = 0,
    ) -> None:
        super().__init__(cache_size)
        self.transforms = [t.with_cache(cache_size) for t in tseq]
        self.dim = dim
        self.lengths = [1] * len(self.transforms) if lengths is None else list(lengths)

    @property
    def event_dim(self) -> int:
        return max(t.event_dim for t in self.transforms)

    @property
    def domain(self) -> constraints.Constraint:
        return constraints.cat([t.domain for t in self.transforms], self.dim, self.lengths)

    @property
    def codomain(self) -> constraints.Constraint:
        return constraints.cat([t.codomain for t in self.transforms], self.dim, self.lengths)

    def _pieces(self, x):
        return x.split(self.lengths, self.dim)

    def _together(self, parts):
        return tl.cat(parts, self.dim)

    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor:
        found = []
        for t, a, b in zip(self.transforms, self._pieces(x), self._pieces(y), strict=True):
            jacobian = t.log_abs_det_jacobian(a, b)
            found.append(_sum_rightmost(jacobian, self.event_dim - t.event_dim))
        dim = self.dim - x.ndim if self.dim >= 0 else self.dim
        dim += self.event_dim
        return tl.cat(found, dim) if dim < 0 else functools.reduce(operator.add, found)


class StackTransform(_Parts):
    """Transforms of the places along a dim."""

    def __init__(self, tseq: Iterable[Transform], dim: int = 0, cache_size: int = 0) -> None:
        super().__init__(cache_size)
        self.transforms, self.dim = [t.with_cache(cache_size) for t in tseq], dim

    @property
    def domain(self) -> constraints.Constraint:
        return constraints.stack([t.domain for t in self.transforms], self.dim)

    @property
    def codomain(self) -> constraints.Constraint:
        return constraints.stack([t.codomain for t in self.transforms], self.dim)

    def _pieces(self, x):
        return x.unbind(self.dim)

    def _together(self, parts):
        return tl.stack(parts, self.dim)

    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor:
        triples = zip(self.transforms, self._pieces(x), self._pieces(y), strict=True)
        return tl.stack([t.log_abs_det_jacobian(a, b) for t, a, b in triples], self.dim)
