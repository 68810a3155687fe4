"""Transforms: differentiable maps with the logarithm of how they stretch volumes."""

import functools
import math
import operator
import weakref
from typing import Any

import tensorlite as tl

from ..shapes import Size
from . import constraints

__all__ = [
    "AbsTransform",
    "AffineTransform",
    "CatTransform",
    "ComposeTransform",
    "CorrCholeskyTransform",
    "CumulativeDistributionTransform",
    "ExpTransform",
    "IndependentTransform",
    "LowerCholeskyTransform",
    "PositiveDefiniteTransform",
    "PowerTransform",
    "ReshapeTransform",
    "SigmoidTransform",
    "SoftmaxTransform",
    "SoftplusTransform",
    "StackTransform",
    "StickBreakingTransform",
    "TanhTransform",
    "Transform",
    "identity_transform",
]


def sum_rightmost(value, count):
    """The sum over the last dims."""
    return value if count == 0 else value.reshape((*value.shape[: value.ndim - count], -1)).sum(-1)


class Transform:
    """
    A map from a domain to a codomain.

    Attributes
    ----------
    domain, codomain : Constraint
    bijective : bool
        Whether it has an inverse.
    sign : Tensor or int
        Of the slope, where it is monotonous.

    Parameters
    ----------
    cache_size : int
        1 keeps the last pair, so that the inverse of a result is exact.
    """

    bijective = False
    domain: Any = constraints.real
    codomain: Any = constraints.real

    def __init__(self, cache_size=0):
        if cache_size not in (0, 1):
            raise ValueError("cache_size must be 0 or 1")
        self._cache_size, self._inv = cache_size, None
        self._pair: Any = (None, None)

    @property
    def event_dim(self):
        """The event dim of domain and codomain, where it is the same."""
        if self.domain.event_dim == self.codomain.event_dim:
            return self.domain.event_dim
        raise ValueError("Please use either .domain.event_dim or .codomain.event_dim")

    @property
    def inv(self):
        """The inverse transform."""
        found = None if self._inv is None else self._inv()
        if found is None:
            found = _InverseTransform(self)
            self._inv = weakref.ref(found)
        return found

    @property
    def sign(self):
        raise NotImplementedError(f"{type(self).__name__}.sign: it is not monotonous")

    def with_cache(self, cache_size=1):
        """The same with this cache."""
        if self._cache_size == cache_size:
            return self
        new = type(self).__new__(type(self))
        new.__dict__.update(self.__dict__)
        new._cache_size, new._inv, new._pair = cache_size, None, (None, None)
        return new

    def __call__(self, x):
        if self._cache_size == 0:
            return self._call(x)
        if self._pair[0] is x:
            return self._pair[1]
        y = self._call(x)
        self._pair = x, y
        return y

    def _inv_call(self, y):
        if self._cache_size == 0:
            return self._inverse(y)
        if self._pair[1] is y:
            return self._pair[0]
        x = self._inverse(y)
        self._pair = x, y
        return x

    def _call(self, x):
        raise NotImplementedError(f"{type(self).__name__}: expected _call")

    def _inverse(self, y):
        raise NotImplementedError(f"{type(self).__name__}: there is no inverse")

    def log_abs_det_jacobian(self, x, y):
        """The logarithm of the absolute determinant of dy / dx."""
        raise NotImplementedError(f"{type(self).__name__}: there is no volume")

    def forward_shape(self, shape):
        """The shape of the result for an input of a shape."""
        return shape

    def inverse_shape(self, shape):
        """The shape of the input for a result of a shape."""
        return shape

    def __eq__(self, other):
        return self is other

    __hash__ = object.__hash__

    def __repr__(self):
        return f"{type(self).__name__}()"


class _InverseTransform(Transform):
    """A transform the other way."""

    def __init__(self, transform):
        super().__init__(transform._cache_size)
        self._inv: Any = transform

    @property
    def inv(self):
        return self._inv

    @property
    def domain(self):
        return self._inv.codomain

    @property
    def codomain(self):
        return self._inv.domain

    @property
    def bijective(self):  # type: ignore[override]
        return self._inv.bijective

    @property
    def sign(self):
        return self._inv.sign

    def with_cache(self, cache_size=1):
        return self._inv.with_cache(cache_size).inv

    def __call__(self, x):
        return self._inv._inv_call(x)

    def _inv_call(self, y):
        return self._inv(y)

    def log_abs_det_jacobian(self, x, y):
        return -self._inv.log_abs_det_jacobian(y, x)

    def forward_shape(self, shape):
        return self._inv.inverse_shape(shape)

    def inverse_shape(self, shape):
        return self._inv.forward_shape(shape)

    def __eq__(self, other):
        return isinstance(other, _InverseTransform) and self._inv == other._inv

    __hash__ = object.__hash__

    def __repr__(self):
        return f"{type(self).__name__}({self._inv!r})"


class ComposeTransform(Transform):
    """Several transforms, one after the other."""

    def __init__(self, parts, cache_size=0):
        self.parts = [part.with_cache(cache_size) for part in parts] if cache_size else list(parts)
        super().__init__(cache_size)

    def _reach(self, name, parts, back):
        """The domain (codomain) of the first (last) part, with the event dim of the whole."""
        if not parts:
            return constraints.real
        found = getattr(parts[0], name)
        dim = getattr(parts[-1], back).event_dim
        for part in reversed(parts):
            dim += getattr(part, name).event_dim - getattr(part, back).event_dim
            dim = max(dim, getattr(part, name).event_dim)
        if dim > found.event_dim:
            found = constraints.independent(found, dim - found.event_dim)
        return found

    @property
    def domain(self):
        return self._reach("domain", self.parts, "codomain")

    @property
    def codomain(self):
        return self._reach("codomain", self.parts[::-1], "domain")

    @property
    def bijective(self):  # type: ignore[override]
        return all(part.bijective for part in self.parts)

    @property
    def sign(self):
        return functools.reduce(operator.mul, [part.sign for part in self.parts], 1)

    @property
    def inv(self):
        found = None if self._inv is None else self._inv()
        if found is None:
            found = ComposeTransform([part.inv for part in reversed(self.parts)])
            self._inv = weakref.ref(found)
            found._inv = weakref.ref(self)
        return found

    def with_cache(self, cache_size=1):
        return self if self._cache_size == cache_size else ComposeTransform(self.parts, cache_size)

    def __call__(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def _inv_call(self, y):
        for part in reversed(self.parts):
            y = part._inv_call(y)
        return y

    def log_abs_det_jacobian(self, x, y):
        if not self.parts:
            return tl.zeros_like(x)
        values = [x]
        for part in self.parts[:-1]:
            values.append(part(values[-1]))
        values.append(y)
        terms, dim = [], self.domain.event_dim
        for part, before, after in zip(self.parts, values[:-1], values[1:], strict=True):
            jacobian = part.log_abs_det_jacobian(before, after)
            terms.append(sum_rightmost(jacobian, dim - part.domain.event_dim))
            dim += part.codomain.event_dim - part.domain.event_dim
        return functools.reduce(operator.add, terms)

    def forward_shape(self, shape):
        for part in self.parts:
            shape = part.forward_shape(shape)
        return shape

    def inverse_shape(self, shape):
        for part in reversed(self.parts):
            shape = part.inverse_shape(shape)
        return shape

    def __eq__(self, other):
        return isinstance(other, ComposeTransform) and self.parts == other.parts

    __hash__ = object.__hash__

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.parts))})"


identity_transform = ComposeTransform([])


class IndependentTransform(Transform):
    """A transform of which the last dims of a batch are one event."""

    def __init__(self, base_transform, reinterpreted_batch_ndims, cache_size=0):
        super().__init__(cache_size)
        self.base_transform = base_transform.with_cache(cache_size)
        self.reinterpreted_batch_ndims = reinterpreted_batch_ndims

    def with_cache(self, cache_size=1):
        if self._cache_size == cache_size:
            return self
        return IndependentTransform(
            self.base_transform, self.reinterpreted_batch_ndims, cache_size
        )

    @property
    def domain(self):
        return constraints.independent(self.base_transform.domain, self.reinterpreted_batch_ndims)

    @property
    def codomain(self):
        base = self.base_transform.codomain
        return constraints.independent(base, self.reinterpreted_batch_ndims)

    @property
    def bijective(self):  # type: ignore[override]
        return self.base_transform.bijective

    @property
    def sign(self):
        return self.base_transform.sign

    def _call(self, x):
        if x.ndim < self.domain.event_dim:
            raise ValueError("Too few dimensions on input")
        return self.base_transform(x)

    def _inverse(self, y):
        if y.ndim < self.codomain.event_dim:
            raise ValueError("Too few dimensions on input")
        return self.base_transform._inv_call(y)

    def log_abs_det_jacobian(self, x, y):
        found = self.base_transform.log_abs_det_jacobian(x, y)
        return sum_rightmost(found, self.reinterpreted_batch_ndims)

    def forward_shape(self, shape):
        return self.base_transform.forward_shape(shape)

    def inverse_shape(self, shape):
        return self.base_transform.inverse_shape(shape)

    def __repr__(self):
        return f"{type(self).__name__}({self.base_transform!r}, {self.reinterpreted_batch_ndims})"


class ReshapeTransform(Transform):
    """The last dims in another shape."""

    bijective = True

    def __init__(self, in_shape, out_shape, cache_size=0):
        self.in_shape, self.out_shape = Size(in_shape), Size(out_shape)
        if self.in_shape.numel() != self.out_shape.numel():
            raise ValueError("in_shape, out_shape have different numbers of elements")
        super().__init__(cache_size)

    @property
    def domain(self):
        return constraints.independent(constraints.real, len(self.in_shape))

    @property
    def codomain(self):
        return constraints.independent(constraints.real, len(self.out_shape))

    def _call(self, x):
        return x.reshape((*x.shape[: x.ndim - len(self.in_shape)], *self.out_shape))

    def _inverse(self, y):
        return y.reshape((*y.shape[: y.ndim - len(self.out_shape)], *self.in_shape))

    def log_abs_det_jacobian(self, x, y):
        return x.new_zeros(x.shape[: x.ndim - len(self.in_shape)])

    def _other(self, shape, own, other):
        count = len(shape) - len(own)
        if count < 0:
            raise ValueError("Too few dimensions on input")
        if tuple(shape[count:]) != tuple(own):
            raise ValueError(f"Shape mismatch: expected {tuple(own)} but got {shape[count:]}")
        return Size((*shape[:count], *other))

    def forward_shape(self, shape):
        return self._other(shape, self.in_shape, self.out_shape)

    def inverse_shape(self, shape):
        return self._other(shape, self.out_shape, self.in_shape)


class _Elementwise(Transform):
    """A monotonous bijection of numbers."""

    bijective = True
    sign: Any = 1

    def __eq__(self, other):
        return type(other) is type(self)

    __hash__ = object.__hash__


class ExpTransform(_Elementwise):
    """y = exp(x)."""

    codomain = constraints.positive

    def _call(self, x):
        return x.exp()

    def _inverse(self, y):
        return y.log()

    def log_abs_det_jacobian(self, x, y):
        return x


class PowerTransform(_Elementwise):
    """y = x ** exponent, for positive x."""

    domain = codomain = constraints.positive

    def __init__(self, exponent, cache_size=0):
        super().__init__(cache_size)
        self.exponent = exponent if isinstance(exponent, tl.Tensor) else tl.tensor(float(exponent))

    @property
    def sign(self):  # type: ignore[override]
        return self.exponent.sign()

    def _call(self, x):
        return x.pow(self.exponent)

    def _inverse(self, y):
        return y.pow(1 / self.exponent)

    def log_abs_det_jacobian(self, x, y):
        return (self.exponent * y / x).abs().log()

    def forward_shape(self, shape):
        return tl.broadcast_shapes(shape, self.exponent.shape)

    inverse_shape = forward_shape

    def __eq__(self, other):
        return isinstance(other, PowerTransform) and bool((self.exponent == other.exponent).all())

    __hash__ = object.__hash__


class SigmoidTransform(_Elementwise):
    """y = 1 / (1 + exp(-x))."""

    codomain = constraints.unit_interval

    def _call(self, x):
        info = tl.finfo(x.dtype)
        return x.sigmoid().clamp(info.tiny, 1.0 - info.eps)

    def _inverse(self, y):
        info = tl.finfo(y.dtype)
        y = y.clamp(info.tiny, 1.0 - info.eps)
        return y.log() - (-y).log1p()

    def log_abs_det_jacobian(self, x, y):
        softplus = tl.nn.functional.softplus
        return -softplus(-x) - softplus(x)


class SoftplusTransform(_Elementwise):
    """y = log(1 + exp(x))."""

    codomain = constraints.positive

    def _call(self, x):
        return tl.nn.functional.softplus(x)

    def _inverse(self, y):
        return (-y).expm1().neg().log() + y

    def log_abs_det_jacobian(self, x, y):
        return -tl.nn.functional.softplus(-x)


class TanhTransform(_Elementwise):
    """y = tanh(x)."""

    codomain = constraints.interval(-1.0, 1.0)

    def _call(self, x):
        return x.tanh()

    def _inverse(self, y):
        return y.atanh()

    def log_abs_det_jacobian(self, x, y):
        return 2.0 * (math.log(2.0) - x - tl.nn.functional.softplus(-2.0 * x))


class AbsTransform(Transform):
    """y = |x|."""

    codomain = constraints.positive

    def _call(self, x):
        return x.abs()

    def _inverse(self, y):
        return y

    def __eq__(self, other):
        return isinstance(other, AbsTransform)

    __hash__ = object.__hash__


class AffineTransform(Transform):
    """y = loc + scale * x."""

    bijective = True

    def __init__(self, loc, scale, event_dim=0, cache_size=0):
        super().__init__(cache_size)
        self.loc, self.scale, self._event_dim = loc, scale, event_dim

    @property
    def event_dim(self):
        return self._event_dim

    @property
    def domain(self):
        count = self._event_dim
        return constraints.independent(constraints.real, count) if count else constraints.real

    codomain = domain

    @property
    def sign(self):
        if isinstance(self.scale, int | float):
            return (self.scale > 0) - (self.scale < 0)
        return self.scale.sign()

    def _call(self, x):
        return self.loc + self.scale * x

    def _inverse(self, y):
        return (y - self.loc) / self.scale

    def log_abs_det_jacobian(self, x, y):
        if isinstance(self.scale, int | float):
            found = tl.full_like(x, math.log(abs(self.scale)))
        else:
            found = self.scale.abs().log()
        count = self._event_dim
        if count:
            found = found.expand(tl.broadcast_shapes(found.shape, x.shape))
            found = sum_rightmost(found, count)
        return found.expand(x.shape[: x.ndim - count])

    def forward_shape(self, shape):
        shapes = [getattr(each, "shape", ()) for each in (self.loc, self.scale)]
        return tl.broadcast_shapes(shape, *shapes)

    inverse_shape = forward_shape

    def __eq__(self, other):
        if not isinstance(other, AffineTransform):
            return False
        pairs = ((self.loc, other.loc), (self.scale, other.scale))
        return all(bool((tl.as_tensor(a) == tl.as_tensor(b)).all()) for a, b in pairs)

    __hash__ = object.__hash__


class SoftmaxTransform(Transform):
    """Numbers as shares: exp, then divided by the sum. Not bijective."""

    domain, codomain = constraints.real_vector, constraints.simplex

    def _call(self, x):
        return x.softmax(-1)

    def _inverse(self, y):
        return y.log()

    def forward_shape(self, shape):
        if len(shape) < 1:
            raise ValueError("Too few dimensions on input")
        return shape

    inverse_shape = forward_shape

    def __eq__(self, other):
        return isinstance(other, SoftmaxTransform)

    __hash__ = object.__hash__


class StickBreakingTransform(Transform):
    """K numbers as K + 1 shares: each takes its part of what is left of a stick."""

    domain, codomain, bijective = constraints.real_vector, constraints.simplex, True

    def _offset(self, x):
        places = tl.arange(x.shape[-1], 0, -1, dtype=x.dtype, device=x.device)
        return x - places.log()

    def _call(self, x):
        z = self._offset(x).sigmoid()
        left = (1 - z).cumprod(-1)
        pad = tl.nn.functional.pad
        return pad(z, [0, 1], value=1) * pad(left, [1, 0], value=1)

    def _inverse(self, y):
        cropped = y[..., :-1]
        left = 1 - cropped.cumsum(-1)
        left = left.clamp(min=tl.finfo(y.dtype).tiny)
        places = tl.arange(cropped.shape[-1], 0, -1, dtype=y.dtype, device=y.device)
        return cropped.log() - left.log() + places.log()

    def log_abs_det_jacobian(self, x, y):
        x = self._offset(x)
        return (-x + tl.nn.functional.logsigmoid(x) + y[..., :-1].log()).sum(-1)

    def forward_shape(self, shape):
        if len(shape) < 1:
            raise ValueError("Too few dimensions on input")
        return Size((*shape[:-1], shape[-1] + 1))

    def inverse_shape(self, shape):
        return Size((*shape[:-1], shape[-1] - 1))

    def __eq__(self, other):
        return isinstance(other, StickBreakingTransform)

    __hash__ = object.__hash__


class LowerCholeskyTransform(Transform):
    """Matrices as lower triangular ones with a positive diagonal."""

    domain, codomain = constraints.independent(constraints.real, 2), constraints.lower_cholesky

    def _call(self, x):
        return x.tril(-1) + x.diagonal(0, -2, -1).exp().diag_embed()

    def _inverse(self, y):
        return y.tril(-1) + y.diagonal(0, -2, -1).log().diag_embed()

    def __eq__(self, other):
        return isinstance(other, LowerCholeskyTransform)

    __hash__ = object.__hash__


class PositiveDefiniteTransform(Transform):
    """Matrices as positive definite ones."""

    domain, codomain = constraints.independent(constraints.real, 2), constraints.positive_definite

    def _call(self, x):
        lower = LowerCholeskyTransform()(x)
        return lower @ lower.mT

    def _inverse(self, y):
        return LowerCholeskyTransform().inv(tl.linalg.cholesky(y))

    def __eq__(self, other):
        return isinstance(other, PositiveDefiniteTransform)

    __hash__ = object.__hash__


class CorrCholeskyTransform(Transform):
    """D (D - 1) / 2 numbers as the Cholesky factor of a D x D correlation matrix."""

    domain, codomain, bijective = constraints.real_vector, constraints.corr_cholesky, True

    @staticmethod
    def _size(count):
        size = round((0.25 + 2 * count) ** 0.5 + 0.5)
        if size * (size - 1) // 2 != count:
            raise ValueError("Input is not a flattened lower-diagonal number")
        return size

    def _call(self, x):
        x = x.tanh()
        eps = tl.finfo(x.dtype).eps
        size = self._size(x.shape[-1])
        rows, columns = tl.tril_indices(size, size, -1)
        r = _placed(x.clamp(-1 + eps, 1 - eps), size, rows, columns)
        left = (1 - r.square()).sqrt().cumprod(-1)
        r = r + tl.eye(size, dtype=r.dtype, device=r.device)
        return r * tl.nn.functional.pad(left[..., :-1], [1, 0], value=1)

    def _inverse(self, y):
        size = y.shape[-1]
        left = 1 - (y * y).cumsum(-1)
        left = tl.nn.functional.pad(left[..., :-1], [1, 0], value=1)
        rows, columns = tl.tril_indices(size, size, -1)
        flat = y.reshape((*y.shape[:-2], size * size))[..., rows * size + columns]
        left = left.reshape((*y.shape[:-2], size * size))[..., rows * size + columns]
        return (flat / left.sqrt()).atanh()

    def log_abs_det_jacobian(self, x, y):
        size = y.shape[-1]
        left = (1 - (y * y).cumsum(-1)).clamp(min=tl.finfo(y.dtype).tiny)
        rows, columns = tl.tril_indices(size, size, -2)
        flat = left.reshape((*y.shape[:-2], size * size))[..., rows * size + columns]
        stretched = 0.5 * flat.log().sum(-1)
        return stretched - 2 * (x + tl.nn.functional.softplus(-2 * x) - math.log(2)).sum(-1)

    def forward_shape(self, shape):
        if len(shape) < 1:
            raise ValueError("Too few dimensions on input")
        size = self._size(shape[-1])
        return Size((*shape[:-1], size, size))

    def inverse_shape(self, shape):
        if len(shape) < 2 or shape[-2] != shape[-1]:
            raise ValueError("Input is not square")
        return Size((*shape[:-2], shape[-1] * (shape[-1] - 1) // 2))


def _placed(values, size, rows, columns):
    """Matrices with values at places, 0 elsewhere."""
    flat = values.new_zeros((*values.shape[:-1], size * size))
    index = (rows * size + columns).expand(values.shape)
    return flat.scatter(-1, index, values).reshape((*values.shape[:-1], size, size))


class _Parts(Transform):
    """Transforms of the parts of a tensor along a dim."""

    transforms: list
    dim: int

    @property
    def bijective(self):  # type: ignore[override]
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

    def __init__(self, tseq, dim=0, lengths=None, cache_size=0):
        super().__init__(cache_size)
        self.transforms = [t.with_cache(cache_size) for t in tseq]
        self.dim = dim
        self.lengths = [1] * len(self.transforms) if lengths is None else list(lengths)

    @property
    def event_dim(self):
        return max(t.event_dim for t in self.transforms)

    @property
    def domain(self):
        return constraints.cat([t.domain for t in self.transforms], self.dim, self.lengths)

    @property
    def codomain(self):
        return constraints.cat([t.codomain for t in self.transforms], self.dim, self.lengths)

    def _pieces(self, x):
        return x.split(self.lengths, self.dim)

    def _together(self, parts):
        return tl.cat(parts, self.dim)

    def log_abs_det_jacobian(self, x, y):
        found = []
        for t, a, b in zip(self.transforms, self._pieces(x), self._pieces(y), strict=True):
            jacobian = t.log_abs_det_jacobian(a, b)
            found.append(sum_rightmost(jacobian, self.event_dim - t.event_dim))
        dim = self.dim - x.ndim if self.dim >= 0 else self.dim
        dim += self.event_dim
        return tl.cat(found, dim) if dim < 0 else functools.reduce(operator.add, found)


class StackTransform(_Parts):
    """Transforms of the places along a dim."""

    def __init__(self, tseq, dim=0, cache_size=0):
        super().__init__(cache_size)
        self.transforms, self.dim = [t.with_cache(cache_size) for t in tseq], dim

    @property
    def domain(self):
        return constraints.stack([t.domain for t in self.transforms], self.dim)

    @property
    def codomain(self):
        return constraints.stack([t.codomain for t in self.transforms], self.dim)

    def _pieces(self, x):
        return x.unbind(self.dim)

    def _together(self, parts):
        return tl.stack(parts, self.dim)

    def log_abs_det_jacobian(self, x, y):
        triples = zip(self.transforms, self._pieces(x), self._pieces(y), strict=True)
        return tl.stack([t.log_abs_det_jacobian(a, b) for t, a, b in triples], self.dim)


class CumulativeDistributionTransform(Transform):
    """y = the probability of at most x under a distribution."""

    bijective, codomain, sign = True, constraints.unit_interval, 1  # type: ignore[assignment]

    def __init__(self, distribution, cache_size=0):
        super().__init__(cache_size)
        self.distribution = distribution

    @property
    def domain(self):
        return self.distribution.support

    def _call(self, x):
        return self.distribution.cdf(x)

    def _inverse(self, y):
        return self.distribution.icdf(y)

    def log_abs_det_jacobian(self, x, y):
        return self.distribution.log_prob(x)
