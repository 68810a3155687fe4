"""Transforms of vectors and of matrices."""

import math
from collections.abc import Sequence

import tensorlite as tl

from ...shapes import Size
from ...tensor import Tensor
from .. import constraints
from .base import Transform
from .elementwise import clipped_sigmoid


class SoftmaxTransform(Transform):
    """Numbers as shares: exp, then divided by the sum. Not bijective."""

    domain, codomain = constraints.real_vector, constraints.simplex

    def _call(self, x):
        return x.softmax(-1)

    def _inverse(self, y):
        return y.log()

    def forward_shape(self, shape: Sequence[int]) -> Sequence[int]:
        if len(shape) < 1:
            raise ValueError("Too few dimensions on input")
        return shape

    inverse_shape = forward_shape

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SoftmaxTransform)

    __hash__ = object.__hash__


class StickBreakingTransform(Transform):
    """K numbers as K + 1 shares: each takes its part of what is left of a stick."""

    domain, codomain, bijective = constraints.real_vector, constraints.simplex, True

    def _offset(self, x):
        places = tl.arange(x.shape[-1], 0, -1, dtype=x.dtype, device=x.device)
        return x - places.log()

    def _call(self, x):
        z = clipped_sigmoid(self._offset(x))
        left = (1 - z).cumprod(-1)
        pad = tl.nn.functional.pad
        return pad(z, [0, 1], value=1) * pad(left, [1, 0], value=1)

    def _inverse(self, y):
        cropped = y[..., :-1]
        left = 1 - cropped.cumsum(-1)
        left = left.clamp(min=tl.finfo(y.dtype).tiny)
        places = tl.arange(cropped.shape[-1], 0, -1, dtype=y.dtype, device=y.device)
        return cropped.log() - left.log() + places.log()

    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor:
        x = self._offset(x)
        return (-x + tl.nn.functional.logsigmoid(x) + y[..., :-1].log()).sum(-1)

    def forward_shape(self, shape: Sequence[int]) -> Sequence[int]:
        if len(shape) < 1:
            raise ValueError("Too few dimensions on input")
        return Size((*shape[:-1], shape[-1] + 1))

    def inverse_shape(self, shape: Sequence[int]) -> Sequence[int]:
        return Size((*shape[:-1], shape[-1] - 1))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StickBreakingTransform)

    __hash__ = object.__hash__


class LowerCholeskyTransform(Transform):
    """Matrices as lower triangular ones with a positive diagonal."""

    domain, codomain = constraints.independent(constraints.real, 2), constraints.lower_cholesky

    def _call(self, x):
        return x.tril(-1) + x.diagonal(0, -2, -1).exp().diag_embed()

    def _inverse(self, y):
        return y.tril(-1) + y.diagonal(0, -2, -1).log().diag_embed()

    def __eq__(self, other: object) -> bool:
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

    def __eq__(self, other: object) -> bool:
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

    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Tensor:
        size = y.shape[-1]
        left = (1 - (y * y).cumsum(-1)).clamp(min=tl.finfo(y.dtype).tiny)
        rows, columns = tl.tril_indices(size, size, -2)
        flat = left.reshape((*y.shape[:-2], size * size))[..., rows * size + columns]
        stretched = 0.5 * flat.log().sum(-1)
        return stretched - 2 * (x + tl.nn.functional.softplus(-2 * x) - math.log(2)).sum(-1)

    def forward_shape(self, shape: Sequence[int]) -> Sequence[int]:
        if len(shape) < 1:
            raise ValueError("Too few dimensions on input")
        size = self._size(shape[-1])
        return Size((*shape[:-1], size, size))

    def inverse_shape(self, shape: Sequence[int]) -> Sequence[int]:
        if len(shape) < 2 or shape[-2] != shape[-1]:
            raise ValueError("Input is not square")
        return Size((*shape[:-2], shape[-1] * (shape[-1] - 1) // 2))


def _placed(values, size, rows, columns):
    """Matrices with values at places, 0 elsewhere."""
    flat = values.new_zeros((*values.shape[:-1], size * size))
    index = (rows * size + columns).expand(values.shape)
    return flat.scatter(-1, index, values).reshape((*values.shape[:-1], size, size))
