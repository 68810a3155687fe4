"""Quantiles, and moments of several variables: `quantile`, `nanquantile`, `cov`, `corrcoef`."""

from .. import dtypes, shapes
from ..annotations import Operand
from ..declare import public
from ..dispatch import apply
from ..errors import expected
from ..kernels import interpreters
from ..tensor import Tensor
from .arithmetic import clamp, lerp
from .choice import where
from .complexes import by_parts
from .copying import to_dtype
from .folds import reduced_dims
from .moments import centred
from .products import matmul
from .requiring import require
from .scatter_rules import gather_op
from .sorting import sort
from .views import movedim, reshape, squeeze, unsqueeze

_INTERPOLATIONS = ("linear", "lower", "higher", "midpoint", "nearest")


def _checked(op, input, q, interpolation):
    """The quantiles as a tensor of the input's dtype, after all checks."""
    if interpolation not in _INTERPOLATIONS:
        modes = "interpolation to be one of linear, lower, higher, midpoint or nearest"
        raise RuntimeError(expected(f"{op}()", modes, repr(interpolation), "'linear'"))
    if not isinstance(input, Tensor) or not input.spec.dtype.is_floating_point:
        got = repr(input.dtype) if isinstance(input, Tensor) else type(input).__name__
        raise RuntimeError(expected(f"{op}()", "input to be float32 or float64", got, ".float()"))
    if input.spec.numel == 0:
        got = str(list(input.shape))
        raise RuntimeError(expected(f"{op}()", "input tensor must be non-empty", got, "elements"))
    if not isinstance(q, Tensor):
        q = shapes.plain(q)
        if isinstance(q, bool) or not isinstance(q, int | float):
            raise TypeError(expected(f"{op}()", "q to be a number or Tensor", repr(q), "0.5"))
        q = input.new_tensor(q)
    if q.ndim > 1 or q.dtype is not input.dtype:
        wanted = f"q must be a scalar or 1D tensor and same dtype as the input, {input.dtype!r}"
        raise RuntimeError(expected(f"{op}()", wanted, repr(q.spec), ".to()"))

    recorder = interpreters.current()
    recorded = recorder is not None and recorder.active

    def outside():
        got = "others" if recorded else str(q.tolist())
        return RuntimeError(expected(f"{op}()", "q values must be in the range [0, 1]", got, "0.5"))

    require((q >= 0) & (q <= 1), outside)
    return q


def _ranks(ordered, q, skip_nan):
    """Where the quantiles lie in each sorted line, counted from 0; NaN stand at its end."""
    last = ordered.spec.shape[-1] - 1
    missing = ordered.detach().isnan()
    if skip_nan:
        count = missing.logical_not().sum(-1, True)
        return (q * (count - 1)).clamp(min=0).to(q.dtype)
    return where(missing.any(-1, True), float(last), q * last)


def _at(ordered, ranks):
    """The elements of each line at these ranks; a line is as long as they are many."""
    lines = (*ordered.spec.shape[:-1], ranks.spec.shape[-1])
    return apply(gather_op, ordered, ranks.to(dtypes.int64).expand(lines), dim=ordered.ndim - 1)


def _quantile(op, input, q, dim, keepdim, interpolation, skip_nan):
    given = _checked(op, input, q, interpolation)
    dims = reduced_dims(input.spec, dim, op)
    if dim is None or input.ndim == 0:
        x = reshape(input, -1)
    else:
        shapes.dim_index(dim, input.ndim, op)
        x = movedim(input, dims[0], -1)
    ordered = sort(x, -1)[0]
    ranks = _ranks(ordered, reshape(given, -1), skip_nan)
    if interpolation in ("lower", "higher", "nearest"):
        rounded = {"lower": ranks.floor, "higher": ranks.ceil, "nearest": ranks.round}
        found = _at(ordered, rounded[interpolation]())
    else:
        low = ranks.floor()
        weight = 0.5 if interpolation == "midpoint" else ranks - low
        found = lerp(_at(ordered, low), _at(ordered, ranks.ceil()), weight)
    found = movedim(found, -1, 0)  # the quantiles come first
    if keepdim:
        kept = [1 if d in dims else n for d, n in enumerate(input.spec.shape)]
        found = reshape(found, (found.spec.shape[0], *kept))
    return found if given.ndim else squeeze(found, 0)


@public(out=True)
def quantile(
    input: Tensor,
    q: Operand,
    dim: int | None = None,
    keepdim: bool = False,
    *,
    interpolation: str = "linear",
) -> Tensor:
    """
    Quantiles along a dim, of all elements by default; NaN where a line holds one.

    Parameters
    ----------
    input : Tensor
    q : float or Tensor (Q,)
        Between 0 and 1; the result begins with a dim of extent Q if it is a vector.
    interpolation : {"linear", "lower", "higher", "midpoint", "nearest"}
        What lies between two elements.

    Examples
    --------
    >>> tl.quantile(tl.tensor([0., 1., 5.]), tl.tensor([0.25, 0.5]))
    tensor([0.5000, 1.0000])
    """
    return _quantile("quantile", input, q, dim, keepdim, interpolation, False)


@public(out=True)
def nanquantile(
    input: Tensor,
    q: Operand,
    dim: int | None = None,
    keepdim: bool = False,
    *,
    interpolation: str = "linear",
) -> Tensor:
    """`quantile` of what is not NaN."""
    return _quantile("nanquantile", input, q, dim, keepdim, interpolation, True)


def _refuse_negative(name, w):
    def error(low):
        return RuntimeError(expected("cov", f"{name} cannot be negative", str(low), "abs()"))

    require((w < 0).logical_not(), error, lambda: (w.min(),))


@public
def cov(
    input: Tensor,
    *,
    correction: float = 1,
    fweights: Tensor | None = None,
    aweights: Tensor | None = None,
) -> Tensor:
    """
    The covariances of variables (rows) over observations (columns).

    `fweights` are counts of each observation, `aweights` its importance.
    """
    if input.ndim > 2:
        raise RuntimeError(expected("cov", "at most 2 dims", str(input.ndim), "reshape()"))
    x = reshape(input, 1, -1) if input.ndim < 2 else input
    count = x.spec.shape[1]
    for name, w, category in (("fweights", fweights, 1), ("aweights", aweights, 2)):
        if w is None:
            continue
        if w.spec.shape != (count,) or w.spec.dtype.category != category:
            kind = ("", "integral", "floating point")[category]
            wanted = f"{name} to have {kind} dtype and shape [{count}]"
            raise RuntimeError(expected("cov", wanted, repr(w.spec), "one for each column"))
        _refuse_negative(name, w.detach())
    weights = fweights if aweights is None else aweights
    if fweights is not None and aweights is not None:
        weights = fweights * aweights
    if x.spec.dtype.category < 2:
        x = to_dtype(x, dtypes.get_default_dtype())
    x = centred(x, (1,))[1] if count else x
    if weights is None:
        scaled, norm = x, count - correction
    else:
        total = weights.sum()
        x = x - (x * weights).sum(1, True) / total
        scaled = x * weights
        uneven = 1 if aweights is None else (weights * aweights).sum() / total
        norm = total - correction * uneven
    norm = max(norm, 0) if isinstance(norm, int | float) else norm.clamp(min=0)
    found = matmul(scaled, x.mH) / norm
    return squeeze(found)


@public
def corrcoef(input: Tensor) -> Tensor:
    """The correlations of variables (rows) over observations (columns), within -1 and 1."""
    if input.ndim == 2 and input.spec.numel:  # no scale changes them, but squares may overflow
        largest = input.detach().abs().amax(1, True)
        input = input / where(largest > 0, largest, 1)
    found = cov(input)
    if found.ndim == 0:
        return found / found
    deviation = found.diagonal().sqrt()
    found = found / unsqueeze(deviation, 1) / deviation
    if found.dtype.is_complex:
        return by_parts(clamp, found, -1, 1)
    return found.clamp(-1, 1)
