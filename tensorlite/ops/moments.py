"""Moments, norms and logarithms of sums along dims."""

import math

from .. import dtypes, shapes
from ..annotations import Dims
from ..calls import Call, launched, remembered, steps_at
from ..declare import prepared, primitive, public
from ..dispatch import apply
from ..errors import expected
from ..graph import warn
from ..kernels.scalars import INF, exp, log
from ..kernels.scalars.folds import shift, total
from ..kernels.work import reducers
from ..op import Elementwise, supplied
from ..tensor import Tensor, spec_of
from .choice import where
from .complexes import as_real, real
from .copying import to_dtype
from .creation import unmoved_by
from .extremes import amax, amin
from .folds import Fold, extents, kept_shape, reduced_dims
from .reduction import floating, mean, restored
from .rowwise import row_op
from .views import reshape

# ------------------------------------------------------------------ moments


def _distance(x, centre):
    return x - centre


def _squared_distance(x, origin, centre):
    return ((x - origin) - centre) * ((x - origin) - centre)


DISTANCE = Elementwise(_distance, "first")
MEAN_DISTANCE = Fold(reducers.MEAN, _distance)
VAR, STD = Fold(reducers.MEAN, _squared_distance), Fold(reducers.ROOT_MEAN, _squared_distance)


def _spread_around_mean(fold, x, dims, correction, keepdim):
    """
    The Call of a fold of squared distances from the mean: two passes over data shifted first.

    Around an element of its own, a mean is as exact as the spread is wide, however far from zero
    the numbers lie; equal numbers have distances of 0. All is taken in float64, so that squares of
    float32 numbers neither overflow nor vanish. Chan, Golub, LeVeque 1983, "Algorithms for
    Computing the Sample Variance", The American Statistician 37(3).
    """
    size, across = extents(x.shape, dims), {"dims": dims, "dtype": dtypes.float64}
    kept = kept_shape(x.shape, dims, True)
    origin = spec_of(kept, x.dtype, x.device, x.strides) if size else x  # the first along dims
    centre = spec_of(kept, dtypes.float64, x.device) if size else x
    squares = fold.prepare(x, origin, centre, keepdim=keepdim, divisor=max(0, size - correction),
                           result=x.dtype, **across)  # fmt: skip
    if not size:
        return Call(squares.spec, *steps_at(squares, (0, 0), (0, 0), (0, 0), (1, 0), (2, 0)),
                    scratch=squares.scratch)  # fmt: skip
    means = MEAN_DISTANCE.prepare(x, origin, keepdim=True, **across)
    rest = centre.nbytes // 64 * 64 + 64
    return Call(
        squares.spec,
        *steps_at(means, (0, 0), (0, 0), (2, 0), (2, rest)),
        *steps_at(squares, (0, 0), (0, 0), (2, 0), (1, 0), (2, rest)),
        scratch=rest + max(means.scratch, squares.scratch),
    )


def centred(x, dims):
    """The mean of x along dims in float64, and x less that, precise however far from zero x is."""
    wide = dtypes.complex128 if x.spec.dtype.is_complex else dtypes.float64
    centre = mean(x, dims, keepdim=True, dtype=wide)
    distance = DISTANCE(x, centre)
    if x.spec.dtype is wide:  # none is wider: what rounding left is taken away
        distance = distance - mean(distance, dims, keepdim=True)
    return centre, distance


@prepared(takes_short=True)
def _var(x, *, dims, correction, keepdim):
    """The variance along dims."""
    return _spread_around_mean(VAR, x, dims, correction, keepdim)


@prepared(takes_short=True)
def _std(x, *, dims, correction, keepdim):
    """The standard deviation along dims."""
    return _spread_around_mean(STD, x, dims, correction, keepdim)


def _var_grad(g, x, dims, correction):
    divisor = extents(x.spec.shape, dims) - correction
    scale = 2.0 / divisor if divisor > 0 else math.nan
    return restored(g, x.spec, dims) * scale * centred(x, dims)[1]


@_var.grad("x")
def _var_grad_x(g, x, *, dims, correction):
    return _var_grad(g, x, dims, correction)


@_std.grad("x")
def _std_grad_x(g, x, out, *, dims, correction):
    """0 where all elements are equal."""
    return _var_grad(where(out == 0, 0.0, g / (2 * out)), x, dims, correction)


def _moment(op, name, input, dim, unbiased, keepdim, correction):
    if isinstance(dim, bool):  # var(input, unbiased)
        dim, unbiased = None, dim
    if unbiased is not True or correction is not None:
        floating(input.spec, None, name)
    correction = (1 if unbiased else 0) if correction is None else correction
    if input.spec.dtype.is_complex or (dim is not None and type(dim) is not int):
        floating(input.spec, None, name)
        dim = reduced_dims(input.spec, dim, name)
    if input.spec.dtype.is_complex:
        if extents(input.spec.shape, dim) <= correction:
            _warn_of_freedom(name)
        return _complex_moment(op, as_real(input), dim, correction, keepdim)
    if type(correction) is not int:
        correction = float(correction)
    call, defined = _moment_call(op, name, input.spec, dim, correction, keepdim)
    if not defined:
        _warn_of_freedom(name)
    return launched(op, call, (input,), 5)


@remembered
def _moment_call(op, name, spec, dim, correction, keepdim):
    """The Call, and whether there are more elements than the correction takes away."""
    floating(spec, None, name)
    dims = reduced_dims(spec, dim, name)
    call = op.prepare(spec, dims=dims, correction=correction, keepdim=keepdim)
    return call, extents(spec.shape, dims) > correction


def _warn_of_freedom(name):
    warn(
        f"{name}(): degrees of freedom is <= 0: of so few elements the correction leaves none, and "
        "the result is NaN or infinite; try correction=0"
    )


def _complex_moment(op, parts, dims, correction, keepdim):
    """The variances of both parts, added; or the root of that."""
    var = apply(_var, parts, dims=dims, correction=correction, keepdim=keepdim).sum(-1)
    return var if op is _var else var.sqrt()


@public(out=True)
def var(
    input: Tensor,
    dim: Dims | None = None,
    unbiased: bool = True,
    keepdim: bool = False,
    *,
    correction: float | None = None,
) -> Tensor:
    """The mean squared distance from the mean along dims, over n - correction (1 by default)."""
    return _moment(_var, "var", input, dim, unbiased, keepdim, correction)


@public(out=True)
def std(
    input: Tensor,
    dim: Dims | None = None,
    unbiased: bool = True,
    keepdim: bool = False,
    *,
    correction: float | None = None,
) -> Tensor:
    """The square root of `var`; its gradient is 0 where all elements are equal."""
    return _moment(_std, "std", input, dim, unbiased, keepdim, correction)


@public
def var_mean(
    input: Tensor,
    dim: Dims | None = None,
    unbiased: bool = True,
    keepdim: bool = False,
    *,
    correction: float | None = None,
) -> tuple[Tensor, Tensor]:
    """The variance and the mean along dims."""
    spread_out = _moment(_var, "var_mean", input, dim, unbiased, keepdim, correction)
    return spread_out, mean(input, None if isinstance(dim, bool) else dim, keepdim)


@public
def std_mean(
    input: Tensor,
    dim: Dims | None = None,
    unbiased: bool = True,
    keepdim: bool = False,
    *,
    correction: float | None = None,
) -> tuple[Tensor, Tensor]:
    """The standard deviation and the mean along dims."""
    spread_out = _moment(_std, "std_mean", input, dim, unbiased, keepdim, correction)
    return spread_out, mean(input, None if isinstance(dim, bool) else dim, keepdim)


# ------------------------------------------------------------------ norms and logarithms


def _square(x):
    return x * x


NORM = Fold(reducers.ROOT_SUM, _square)


@primitive
def _norm2(x, *, dims, keepdim):
    """The square root of the sum of squares along dims."""
    return NORM(x, dims=dims, keepdim=keepdim, dtype=x.spec.dtype)


@_norm2.grad("x")
def _norm2_grad_x(g, x, out, *, dims):
    """0 at the origin."""
    return x * restored(where(out == 0, 0.0, g / out), x.spec, dims)


@primitive
def _power_norm(x, *, p, dims, keepdim):
    """(sum of |x|^p)^(1/p) along dims."""
    return (x.abs() ** p).sum(dims, keepdim) ** (1.0 / p)


@_power_norm.grad("x")
def _power_norm_grad_x(g, x, out, *, p, dims):
    """0 where x is 0, and where the norm is."""
    zero, none = x == 0, out == 0
    other = where(zero, 1.0, x)
    own = where(zero, 0.0, other.sign() * other.abs() ** (p - 1))
    scale = where(none, 0.0, g * where(none, 1.0, out) ** (1 - p))
    return own * restored(scale, x.spec, dims)


def _check_elements(spec, p, dims):
    """Refuse a norm of nothing that has none: the smallest of its elements, or the largest."""
    if any(spec.shape[d] == 0 for d in dims):
        raise RuntimeError(
            f"norm: cannot compute the {p} norm on an empty tensor because the "
            f"operation does not have an identity; expected elements; got shape {list(spec.shape)}"
            "; try ord=2"
        )


@public(out="exact")
def norm(
    input: Tensor,
    p: float | str = "fro",
    dim: Dims | None = None,
    keepdim: bool = False,
    dtype: dtypes.dtype | None = None,
) -> Tensor:
    """
    (sum of |x|^p)^(1/p) along dims: 2 and "fro" the Euclidean norm, inf the largest, 0 a count.

    Examples
    --------
    >>> tl.norm(tl.tensor([3., 4.]))
    tensor(5.)
    """
    p = shapes.plain(p)
    if p == "nuc":
        dims = (0, 1) if dim is None else dim
        return supplied["matrix_norm"](input, p, dims, keepdim, dtype=dtype)
    if p not in ("fro", None) and not isinstance(p, int | float):
        raise RuntimeError(expected("norm", "p to be a number or 'fro'", repr(p), "linalg.norm()"))
    input = to_dtype(input, floating(input.spec, dtype, "norm"))
    dims = reduced_dims(input.spec, dim, "norm")
    if isinstance(p, int | float) and (p < 0 or p == math.inf):
        _check_elements(input.spec, p, dims)
    if input.spec.dtype.is_complex:
        input = input.abs()
    if p in ("fro", None, 2):
        return apply(_norm2, input, dims=dims, keepdim=keepdim)
    if p == math.inf:
        return amax(input.abs(), dims, keepdim)
    if p == -math.inf:
        return amin(input.abs(), dims, keepdim)
    if p == 0:
        return unmoved_by(to_dtype((input != 0).sum(dims, keepdim), input.dtype), input)
    if p == 1:
        return input.abs().sum(dims, keepdim)
    return apply(_power_norm, input, p=float(p), dims=dims, keepdim=keepdim)


def _logsumexp_grad(g, x, out):
    return g * exp(x - (0.0 if out == -INF else out))


@row_op("logsumexp", grad=_logsumexp_grad)
def _logsumexp(x):
    top = shift(x)
    centre = top if -INF < top < INF else 0.0
    return log(total(exp(x - centre))) + centre


@public("tl", "Tensor", "special", out=True)
def logsumexp(input: Tensor, dim: Dims, keepdim: bool = False) -> Tensor:
    """log(sum(exp(x))) along dims, without overflow."""
    if input.dtype.is_complex:
        return _logsumexp_of_parts(input, dim, keepdim)
    input = to_dtype(input, _float_of(input))
    dims, ndim = reduced_dims(input.spec, dim, "logsumexp"), len(input.spec.shape)
    out = input
    for each in sorted(dims, reverse=True) or (0,):
        out = apply(_logsumexp, out, dim=each - max(ndim, 1))
    return out if keepdim or not ndim else reshape(out, kept_shape(input.spec.shape, dims, False))


def _logsumexp_of_parts(x, dim, keepdim):
    """The same around the largest real part, along dims."""
    dims = reduced_dims(x.spec, dim, "logsumexp")
    largest = real(x.detach()).amax(dims, True)
    largest = where(largest.isfinite(), largest, 0.0)
    out = (x - largest).exp().sum(dims, True).log() + largest
    return out if keepdim else reshape(out, kept_shape(x.spec.shape, dims, False))


def _float_of(x):
    """The dtype of x, or the default one for integers."""
    return x.spec.dtype if x.spec.dtype.is_floating_point else dtypes.get_default_dtype()
