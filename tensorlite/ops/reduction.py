"""Reductions: sums, products, means and logic along dims.

A primitive names its reducer and the scalar function that is folded; the gradient is written with
ops, so that it can be differentiated again. `dim` may be None (all), an integer or several.
"""

import functools

from .. import dtypes, shapes
from ..annotations import Dims
from ..calls import launched, remembered
from ..declare import prepared, public
from ..graph import mode
from ..kernels.work import reducers
from ..tensor import Tensor, make
from ..writing import check_delivery, check_dtype, deliver
from .choice import where
from .complexes import conj
from .copying import to_dtype
from .creation import ones
from .folds import Fold, extents, kept_shape, reduced_dims
from .joining import cat
from .views import expand, permute, reshape


def restored(x, spec, dims):
    """What a reduction of a tensor of `spec` left, with extents of 1 for the reduced dims."""
    shape = kept_shape(spec.shape, dims, True)
    return x if x.spec.shape == shape else reshape(x, shape)


def spread(g, spec, dims):
    """The gradient of a sum: `g` repeated along the reduced dims, in the dtype of `spec`."""
    g = to_dtype(g, spec.dtype)
    if g._node is not None and mode.grad:
        return expand(restored(g, spec, dims), spec.shape)
    return make(g.memory, _spread(g.spec, spec.shape, dims), g.address)


@functools.lru_cache(maxsize=4096)
def _spread(spec, shape, dims):
    """The Spec of what a reduction left, repeated along the dims."""
    left, strides = zip(spec.shape, spec.strides, strict=True), []
    kept = len(spec.shape) < len(shape)
    for d in range(len(shape)):
        step = 0 if d in dims and kept else next(left)[1]
        strides.append(0 if d in dims else step)
    return spec.seen(shape, strides)


def floating(spec, dtype, op):
    """The dtype in which a mean is taken."""
    if dtype is not None:
        dtype = dtypes.as_dtype(dtype, op)
    kind = spec.dtype if dtype is None else dtype
    if not kind.differentiable:
        raise RuntimeError(
            f"{op}: could not infer output dtype: expected a floating point or complex dtype; "
            f"got {kind!r}; try .float()"
        )
    return kind


# ------------------------------------------------------------------ sums and products


SUM, PROD, MEAN = Fold(reducers.SUM), Fold(reducers.PROD), Fold(reducers.MEAN)


@prepared(takes_short=True)
def _sum(x, *, dims, keepdim, dtype):
    """The sum along dims."""
    return SUM.prepare(x, dims=dims, keepdim=keepdim, dtype=dtype)


@_sum.grad("x")
def _sum_grad_x(g, x_spec, *, dims):
    return spread(g, x_spec, dims)


def _folded_dtype(spec, dtype, op):
    """What a sum or product is taken in, and what it answers in: integers fold in int64."""
    answered = spec.dtype if dtype is None else dtypes.as_dtype(dtype, op)
    if answered.category < 2:
        return dtypes.int64, dtypes.int64 if dtype is None else answered
    return answered, answered


@public(out=True)
def sum(
    input: Tensor,
    dim: Dims | None = None,
    keepdim: bool = False,
    *,
    dtype: dtypes.dtype | None = None,
) -> Tensor:
    """
    The sum along dims; integers and bool give int64.

    Parameters
    ----------
    input : Tensor (any shape)
    dim : int or tuple of int, optional
        All dims by default.
    keepdim : bool
        Leave the reduced dims with extent 1.
    dtype : dtype, optional
        Of the sum.

    Notes
    -----
    float32 is added in 64 lanes and every 4096 elements moved to float64; the bits do not depend
    on the number of threads.

    Examples
    --------
    >>> tl.sum(tl.tensor([[1., 2.], [3., 4.]]), dim=1)
    tensor([3., 7.])
    """
    if dim is not None and type(dim) is not int:
        dim = reduced_dims(input.spec, dim, "sum")
    if dtype is None:
        return launched(_sum, _folded(_sum, input.spec, dim, keepdim), (input,))
    return _cast_fold(_sum, input, dim, keepdim, dtype)


@remembered
def _folded(op, spec, dim, keepdim, dtype=None):
    """The Call of a sum or product along a dim as the user names it."""
    dims, fed = reduced_dims(spec, dim, op.name), _folded_dtype(spec, dtype, op.name)[0]
    return op.prepare(spec, dims=dims, keepdim=keepdim, dtype=fed)


def widened(input, dtype):
    """A tensor whose parts are to be folded in a complex dtype: as a complex one."""
    dtype = dtypes.as_dtype(dtype)
    return to_dtype(input, dtype) if dtype.is_complex and not input.dtype.is_complex else input


def _cast_fold(op, input, dim, keepdim, dtype):
    """The same in the dtype that the user names."""
    input = widened(input, dtype)
    out = launched(op, _folded(op, input.spec, dim, keepdim, dtype), (input,), 5)
    return to_dtype(out, _folded_dtype(input.spec, dtype, op.name)[1])


@public(out=True)
def nansum(
    input: Tensor,
    dim: Dims | None = None,
    keepdim: bool = False,
    *,
    dtype: dtypes.dtype | None = None,
) -> Tensor:
    """The sum along dims, NaN counted as 0."""
    if input.spec.dtype.differentiable:
        input = where(input.isnan(), 0.0, input)
    return sum(input, dim, keepdim, dtype=dtype)


@prepared(takes_short=True)
def _mean(x, *, dims, keepdim, dtype):
    """The mean along dims."""
    return MEAN.prepare(x, dims=dims, keepdim=keepdim, dtype=dtype)


@_mean.grad("x")
def _mean_grad_x(g, x_spec, *, dims):
    return spread(g / max(1, extents(x_spec.shape, dims)), x_spec, dims)


@public(out=True)
def mean(
    input: Tensor,
    dim: Dims | None = None,
    keepdim: bool = False,
    *,
    dtype: dtypes.dtype | None = None,
) -> Tensor:
    """The mean along dims; NaN of nothing."""
    if dim is not None and type(dim) is not int:
        dim = reduced_dims(input.spec, dim, "mean")
    if dtype is not None:
        input = widened(input, dtype)
    return launched(_mean, _meant(input.spec, dim, keepdim, dtype), (input,))


@remembered
def _meant(spec, dim, keepdim, dtype):
    dims, fed = reduced_dims(spec, dim, "mean"), floating(spec, dtype, "mean")
    return _mean.prepare(spec, dims=dims, keepdim=keepdim, dtype=fed)


@public(out=True)
def nanmean(
    input: Tensor,
    dim: Dims | None = None,
    keepdim: bool = False,
    *,
    dtype: dtypes.dtype | None = None,
) -> Tensor:
    """The mean of what is not NaN, along dims."""
    count = input.isnan().logical_not().sum(dim, keepdim)
    return nansum(input, dim, keepdim, dtype=floating(input.spec, dtype, "nanmean")) / count


@prepared(takes_short=True)
def _prod(x, *, dims, keepdim, dtype):
    """The product along dims."""
    return PROD.prepare(x, dims=dims, keepdim=keepdim, dtype=dtype)


@_prod.grad("x")
def _prod_grad_x(g, x, x_spec, *, dims, dtype):
    x = to_dtype(x, dtype)
    others = _product_of_others(x, dims)
    # of finite numbers a NaN can only be an overflow times 0
    vanished = others.isnan() & x.isfinite().all(dims, keepdim=True)
    others = others.masked_fill(vanished, 0)
    return to_dtype(restored(g, x.spec, dims) * conj(others), x_spec.dtype)


def _product_of_others(x, dims):
    """At each element the product of the others along dims, also where there are zeros."""
    order = [d for d in range(x.ndim) if d not in dims] + list(dims)
    moved = permute(x, order)
    flat = reshape(moved, (*moved.spec.shape[: x.ndim - len(dims)], extents(x.spec.shape, dims)))
    others = _exclusive(flat) * _exclusive(flat.flip(-1)).flip(-1)
    return permute(reshape(others, moved.spec.shape), [order.index(d) for d in range(x.ndim)])


def _exclusive(x):
    """The product of what comes before each element of the last dim, in log2(n) steps."""
    count, step = x.spec.shape[-1], 1
    head = ones((*x.spec.shape[:-1], min(1, count)), dtype=x.dtype, device=x.device)
    x = cat([head, x[..., : max(0, count - 1)]], -1)
    while step < count:
        head = ones((*x.spec.shape[:-1], step), dtype=x.dtype, device=x.device)
        x = x * cat([head, x[..., :-step]], -1)
        step *= 2
    return x


@public(out=True)
def prod(
    input: Tensor,
    dim: int | None = None,
    keepdim: bool = False,
    *,
    dtype: dtypes.dtype | None = None,
) -> Tensor:
    """The product along a dim, or of all elements; integers and bool give int64."""
    if dim is not None and type(dim) is not int:
        dim = shapes.dim_index(dim, input.ndim, "prod")
    if dtype is None:
        return launched(_prod, _folded(_prod, input.spec, dim, keepdim), (input,))
    return _cast_fold(_prod, input, dim, keepdim, dtype)


# ------------------------------------------------------------------ logic


ALL, ANY = Fold(reducers.ALL), Fold(reducers.ANY)


def _logical(name, fold, doc):
    @remembered
    def call(spec, dim, keepdim):
        of_none = dim is not None and shapes.is_none(dim)  # (): per element
        dims = () if of_none else reduced_dims(spec, dim, name)
        return fold.prepare(spec, dims=dims, keepdim=keepdim, dtype=dtypes.bool_)

    def logical(
        input: Tensor,
        dim: Dims | None = None,
        keepdim: bool = False,
        *,
        out: Tensor | None = None,
    ) -> Tensor:
        if dim is not None and dim != () and type(dim) is not int:
            dim = reduced_dims(input.spec, dim, name)
        found = launched(None, call(input.spec, dim, keepdim), (input,))
        if out is None:
            return to_dtype(found, dtypes.uint8) if input.spec.dtype is dtypes.uint8 else found
        check_delivery(name, found, out)
        check_dtype(name, out, dtypes.bool_, dtypes.uint8)
        return deliver(name, found, out)

    logical.__name__ = logical.__qualname__ = name
    logical.__doc__ = doc
    return public(logical)


all = _logical("all", ALL, "Whether all elements along dims are nonzero; True of nothing.")
any = _logical("any", ANY, "Whether any element along dims is nonzero; False of nothing.")


@public
def count_nonzero(input: Tensor, dim: Dims | None = None, *dims: int) -> Tensor:
    """How many elements along dims are not zero."""
    taken = reduced_dims(input.spec, (dim, *dims) if dims else dim, "count_nonzero")
    return (input != 0).sum(taken)
