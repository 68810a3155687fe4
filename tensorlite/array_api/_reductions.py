"""Sums, means, extremes and the like over dims: all dims if no axis is given."""

import tensorlite as tl

from .. import dtypes
from ..annotations import Dims
from ..tensor import Tensor

__all__ = [
    "all", "any", "count_nonzero", "cumulative_prod", "cumulative_sum", "diff", "max", "mean",
    "min", "prod", "std", "sum", "var",
]  # fmt: skip


def _axes(x, axis):
    """Dims as a tuple."""
    if axis is None:
        return tuple(range(x.ndim))
    return axis if isinstance(axis, tuple) else (axis,)


def _summed(x, dtype):
    """The dtype of sums and products: integers grow to 64 bits and keep their sign."""
    if dtype is not None or x.dtype.is_floating_point or x.dtype.is_complex:
        return dtype
    return tl.int64 if x.dtype.is_signed or x.dtype is tl.bool else tl.uint64


def sum(
    x: Tensor,
    /,
    *,
    axis: Dims | None = None,
    dtype: dtypes.dtype | None = None,
    keepdims: bool = False,
) -> Tensor:
    """The sum over dims; integers are summed in 64 bits, unsigned ones stay unsigned."""
    axes, dtype = _axes(x, axis), _summed(x, dtype)
    if not axes:
        return x.to(x.dtype if dtype is None else dtype, copy=True)
    return tl.sum(x, axes, keepdims, dtype=dtype)


def prod(
    x: Tensor,
    /,
    *,
    axis: Dims | None = None,
    dtype: dtypes.dtype | None = None,
    keepdims: bool = False,
) -> Tensor:
    """The product over dims, in the dtype of `sum`."""
    dtype = _summed(x, dtype)
    x = x.to(x.dtype if dtype is None else dtype, copy=True)
    for each in sorted((each % x.ndim for each in _axes(x, axis)), reverse=True):
        x = tl.prod(x, each, keepdims)
    return x


def mean(x: Tensor, /, *, axis: Dims | None = None, keepdims: bool = False) -> Tensor:
    """The mean over dims."""
    axes = _axes(x, axis)
    return tl.mean(x, axes, keepdims) if axes else x.clone()


def var(
    x: Tensor, /, *, axis: Dims | None = None, correction: float = 0.0, keepdims: bool = False
) -> Tensor:
    """The mean squared distance from the mean over dims, divided by n - correction."""
    axes = _axes(x, axis)
    if not axes:
        return x - x  # NaN where it is no number
    return tl.var(x, axes, correction=correction, keepdim=keepdims)


def std(
    x: Tensor, /, *, axis: Dims | None = None, correction: float = 0.0, keepdims: bool = False
) -> Tensor:
    """The square root of `var`."""
    return tl.sqrt(var(x, axis=axis, correction=correction, keepdims=keepdims))


def max(x: Tensor, /, *, axis: Dims | None = None, keepdims: bool = False) -> Tensor:
    """The largest element over dims."""
    axes = _axes(x, axis)
    return tl.amax(x, axes, keepdims) if axes else x.clone()


def min(x: Tensor, /, *, axis: Dims | None = None, keepdims: bool = False) -> Tensor:
    """The smallest element over dims."""
    axes = _axes(x, axis)
    return tl.amin(x, axes, keepdims) if axes else x.clone()


def all(x: Tensor, /, *, axis: Dims | None = None, keepdims: bool = False) -> Tensor:
    """Whether all elements over dims are true."""
    axes = _axes(x, axis)
    return tl.all(x, axes, keepdims) if axes else x.bool()


def any(x: Tensor, /, *, axis: Dims | None = None, keepdims: bool = False) -> Tensor:
    """Whether some element over dims is true."""
    axes = _axes(x, axis)
    return tl.any(x, axes, keepdims) if axes else x.bool()


def count_nonzero(x: Tensor, /, *, axis: Dims | None = None, keepdims: bool = False) -> Tensor:
    """How many elements over dims are not zero."""
    return sum((x != 0).to(tl.int64), axis=axis, keepdims=keepdims)


def cumulative_sum(
    x: Tensor,
    /,
    *,
    axis: int | None = None,
    dtype: dtypes.dtype | None = None,
    include_initial: bool = False,
) -> Tensor:
    """The sums of the elements so far along a dim; with `include_initial` 0 comes first."""
    return _cumulative(tl.cumsum, 0, x, axis, dtype, include_initial)


def cumulative_prod(
    x: Tensor,
    /,
    *,
    axis: int | None = None,
    dtype: dtypes.dtype | None = None,
    include_initial: bool = False,
) -> Tensor:
    """The products of the elements so far along a dim; with `include_initial` 1 comes first."""
    return _cumulative(tl.cumprod, 1, x, axis, dtype, include_initial)


def _cumulative(scan, first, x, axis, dtype, include_initial):
    if axis is None:
        if x.ndim != 1:
            raise ValueError(
                f"{scan.__name__}: expected an axis where there is more than one; got none for "
                f"{list(x.shape)}; try axis=0"
            )
        axis = 0
    dtype = _summed(x, dtype)
    out = scan(x, axis, dtype=x.dtype if dtype is None else dtype)
    if not include_initial:
        return out
    shape = list(out.shape)
    shape[axis] = 1
    return tl.cat([tl.full(shape, first, dtype=out.dtype, device=out.device), out], axis)


def diff(
    x: Tensor,
    /,
    *,
    axis: int = -1,
    n: int = 1,
    prepend: Tensor | None = None,
    append: Tensor | None = None,
) -> Tensor:
    """The differences of neighbours along a dim, `n` times."""
    return tl.diff(x, n, axis, prepend, append)
