"""Reductions that pass over what a mask leaves out; `tensorlite.masked` offers them.

Where a mask leaves nothing a sum is 0, a product 1, a mean NaN, and the largest the lowest number.
"""

import math

from .. import dtypes, shapes
from ..annotations import Dims, Operand
from ..declare import public
from ..errors import expected
from ..tensor import Tensor
from .activations import log_softmax as _log_softmax
from .activations import softmax as _softmax
from .activations import softmin as _softmin
from .choice import where
from .copying import in_floats
from .matrix_norms import vector_norm
from .moments import logsumexp as _logsumexp


def _lowest(x):
    kind = x.spec.dtype
    return -math.inf if kind.differentiable else dtypes.iinfo(kind).min


def _highest(x):
    kind = x.spec.dtype
    return math.inf if kind.is_floating_point else dtypes.iinfo(kind).max


def _filled(x, mask, value):
    """x with a number where the mask, which broadcasts, is False."""
    if mask is None:
        return x
    return where(_kept(x, mask), x, x.new_full((), value))


def _kept(x, mask):
    if mask.ndim > x.ndim:
        raise IndexError(
            expected("masked", "a broadcastable mask (got mask dimensionality higher than of the "
                     f"input): at most {x.ndim} dims", f"{mask.ndim}", "mask[0]")
        )  # fmt: skip
    return mask.bool().expand(x.shape)


def _dims(x, dim):
    return tuple(range(x.ndim)) if shapes.is_none(dim) else dim


def _kind(x, dtype):
    return x.spec.dtype if dtype is None else dtypes.as_dtype(dtype)


def _summed_kind(x, dtype):
    """The dtype of a sum: int64 for integers and bool."""
    return dtypes.int64 if dtype is None and x.spec.dtype.category < 2 else _kind(x, dtype)


@public("masked")
def sum(
    input: Tensor,
    dim: Dims | None = None,
    *,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The sum of what a mask keeps."""
    kind = _summed_kind(input, dtype)
    return _filled(input, mask, 0).sum(_dims(input, dim), bool(keepdim), dtype=kind)


@public("masked")
def prod(
    input: Tensor,
    dim: Dims | None = None,
    *,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The product of what a mask keeps."""
    out = _filled(input, mask, 1)
    kind, dims = _summed_kind(input, dtype), _dims(input, dim)
    for d in sorted({d % max(input.ndim, 1) for d in ([dims] if isinstance(dims, int) else dims)},
                    reverse=True):  # fmt: skip
        out = out.prod(d, bool(keepdim), dtype=kind)
    return out.to(kind)


@public("masked")
def cumsum(
    input: Tensor, dim: int, *, dtype: dtypes.dtype | None = None, mask: Tensor | None = None
) -> Tensor:
    """Sums up to each element of what a mask keeps."""
    return _filled(input, mask, 0).cumsum(dim, dtype=_kind(input, dtype))


@public("masked")
def cumprod(
    input: Tensor, dim: int, *, dtype: dtypes.dtype | None = None, mask: Tensor | None = None
) -> Tensor:
    """Products up to each element of what a mask keeps."""
    return _filled(input, mask, 1).cumprod(dim, dtype=_kind(input, dtype))


@public("masked")
def amax(
    input: Tensor,
    dim: Dims | None = None,
    *,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The largest of what a mask keeps."""
    out = _filled(input, mask, _lowest(input)).amax(_dims(input, dim), bool(keepdim))
    return out.to(_kind(input, dtype))


@public("masked")
def amin(
    input: Tensor,
    dim: Dims | None = None,
    *,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The smallest of what a mask keeps."""
    out = _filled(input, mask, _highest(input)).amin(_dims(input, dim), bool(keepdim))
    return out.to(_kind(input, dtype))


@public("masked")
def argmax(
    input: Tensor,
    dim: Dims | None = None,
    *,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """Where the largest of what a mask keeps stands, in the dtype of input."""
    out = _filled(input, mask, _lowest(input)).argmax(dim, bool(keepdim))
    return out.to(_kind(input, dtype))


@public("masked")
def argmin(
    input: Tensor,
    dim: Dims | None = None,
    *,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """Where the smallest of what a mask keeps stands, in the dtype of input."""
    out = _filled(input, mask, _highest(input)).argmin(dim, bool(keepdim))
    return out.to(_kind(input, dtype))


def _count(input, dim, keepdim, mask):
    """How many elements a mask keeps."""
    ones = input.new_ones(input.shape, dtype=dtypes.int64)
    return sum(ones, dim, keepdim=keepdim, mask=mask)


@public("masked")
def mean(
    input: Tensor,
    dim: Dims | None = None,
    *,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The mean of what a mask keeps; NaN of nothing."""
    kind = _kind(input, dtype)
    if not kind.differentiable:
        raise ValueError(
            f"mean(): Could not infer output dtype; expected a floating point dtype; got {kind!r}; "
            "try .float()"
        )
    total = sum(input, dim, keepdim=keepdim, dtype=kind, mask=mask)
    return total / _count(input, dim, keepdim, mask)


@public("masked")
def median(
    input: Tensor,
    dim: int = -1,
    *,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The lower median of what a mask keeps; NaN of nothing."""
    x = in_floats(input)
    out = _filled(x, mask, math.nan).nanmedian(dim, keepdim).values
    if x is input:
        return out
    if out.isnan().any():
        raise ValueError(
            "masked median expects no fully masked out rows if dtype is not floating point; "
            + expected("median", "a kept element in each row", "none in one", ".float()")
        )
    return out.to(_kind(input, dtype))


@public("masked")
def norm(
    input: Tensor,
    ord: float | str = 2.0,
    dim: Dims | None = None,
    *,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The vector norm of what a mask keeps."""
    ord = 2.0 if ord is None else ord
    x = _filled(input, mask, math.inf if ord == -math.inf else 0)
    return vector_norm(x, ord, _dims(input, dim), bool(keepdim), dtype=_kind(input, dtype))


def _spread(input, dim, unbiased, correction, keepdim, dtype, mask):
    if correction is None:
        correction = 1.0 if unbiased is None or unbiased else 0.0
    kind = _kind(input, dtype)
    if dtype is None and not kind.differentiable:
        kind = dtypes.float32
    computed = kind if kind.differentiable else dtypes.float32
    count = _count(input, dim, True, mask)
    gap = input - sum(input, dim, keepdim=True, dtype=kind, mask=mask) / count
    total = sum(gap * gap.conj(), dim, keepdim=keepdim, dtype=computed, mask=mask)
    real = computed.to_real() if computed.is_complex else computed
    count = count.reshape(total.shape).to(real) - correction
    return (total / count.clamp_min(0)).to(kind)


@public("masked")
def var(
    input: Tensor,
    dim: Dims | None = None,
    unbiased: bool | None = None,
    *,
    correction: float | None = None,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The variance of what a mask keeps."""
    return _spread(input, dim, unbiased, correction, keepdim, dtype, mask)


@public("masked")
def std(
    input: Tensor,
    dim: Dims | None = None,
    unbiased: bool | None = None,
    *,
    correction: float | None = None,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """The standard deviation of what a mask keeps."""
    return _spread(input, dim, unbiased, correction, keepdim, dtype, mask).sqrt()


@public("masked")
def softmax(
    input: Tensor, dim: int, *, dtype: dtypes.dtype | None = None, mask: Tensor | None = None
) -> Tensor:
    """Softmax over what a mask keeps: 0 elsewhere, NaN where it keeps nothing."""
    x = _filled(input, mask, _lowest(input))
    return _softmax(x, dim, dtype=_kind(input, dtype))


@public("masked")
def log_softmax(
    input: Tensor, dim: int, *, dtype: dtypes.dtype | None = None, mask: Tensor | None = None
) -> Tensor:
    """The logarithm of softmax over what a mask keeps."""
    x = _filled(input, mask, _lowest(input))
    return _log_softmax(x, dim, dtype=_kind(input, dtype))


@public("masked")
def softmin(
    input: Tensor, dim: int, *, dtype: dtypes.dtype | None = None, mask: Tensor | None = None
) -> Tensor:
    """Softmax of the negative numbers, over what a mask keeps."""
    x = _filled(input, mask, _highest(input))
    return _softmin(x, dim, dtype=_kind(input, dtype))


@public("masked")
def normalize(
    input: Tensor,
    ord: float | str,
    dim: Dims,
    *,
    eps: float = 1e-12,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """What a mask keeps over its norm, which counts as at least `eps`; 0 elsewhere."""
    length = norm(input, ord, dim, keepdim=True, dtype=dtype, mask=mask)
    return _filled(input, mask, 0) / length.maximum(length.new_full((), eps))


@public("masked")
def logsumexp(
    input: Tensor,
    dim: Dims | None = None,
    *,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
    mask: Tensor | None = None,
) -> Tensor:
    """log(sum(exp(x))) of what a mask keeps."""
    x = _filled(input, mask, _lowest(input))
    return _logsumexp(x, _dims(input, dim), keepdim).to(_kind(input, dtype))


@public("masked")
def logaddexp(
    input: Tensor,
    other: Operand,
    *,
    dtype: dtypes.dtype | None = None,
    input_mask: Tensor | None = None,
    other_mask: Tensor | None = None,
) -> Tensor:
    """log(exp(x) + exp(y)) of what two masks keep."""
    x = _filled(input, input_mask, _lowest(input))
    y = _filled(other, other_mask, _lowest(other))
    return x.logaddexp(y).to(_kind(input, dtype))
