"""How many elements lie in which bin: `bincount`, `histc`, `histogram`."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from .. import dtypes
from ..annotations import Operand
from ..declare import public
from ..dispatch import apply
from ..dtypes import finfo
from ..errors import expected
from ..kernels import interpreters
from ..tensor import Tensor, spec_of
from .choice import where
from .creation import zeros
from .from_data import tensor
from .index_checks import checked_index
from .indexing import spread_op
from .joining import stack
from .ranges import linspace
from .requiring import require
from .results import result
from .searching import searchsorted
from .views import reshape
from .widening import in_wide


@result
class histogram_result(NamedTuple):
    """Counts and the edges of bins."""

    hist: Tensor
    bin_edges: Tensor


@public(out="exact")
def histogram(
    input: Tensor,
    bins: int | Tensor = 100,
    *,
    range: tuple[float, float] | None = None,
    weight: Tensor | None = None,
    density: bool = False,
) -> histogram_result:
    """
    How many elements, or how much of their weight, lie in each bin.

    Parameters
    ----------
    input : Tensor (any shape)
        Elements outside of all bins, and NaN, do not count.
    bins : int or Tensor (n + 1,), optional
        A number of equal bins, or their edges in ascending order. A bin includes its left edge, the
        last one both.
    range : pair of numbers, optional
        The first and the last edge; by default the smallest and the largest element.
    weight : Tensor (as input), optional
        What each element counts; by default 1.
    density : bool
        Divide by the total and by the widths: the integral is 1.

    Returns
    -------
    named tuple (hist, bin_edges)

    Examples
    --------
    >>> tl.histogram(tl.tensor([1.0, 2.0, 1.0]), bins=4, range=(0.0, 3.0)).hist
    tensor([0., 2., 1., 0.])
    """
    x = reshape(input.detach(), -1)
    _check(input, bins, range, weight)
    given = isinstance(bins, Tensor)
    if isinstance(bins, Tensor):
        edges = _ascending(bins.detach().clone())
    else:
        edges = _edges(x, bins, range)
    count = edges.spec.numel - 1
    places, counted = _places(edges, x, not given)
    each = counted.to(x.dtype)
    if weight is not None:
        each = where(counted, reshape(weight.detach(), -1), 0.0)
    out = zeros(count, dtype=x.dtype, device=x.device).index_add_(0, places, each)
    return histogram_result(out / out.sum() / edges.diff() if density else out, edges)


def _places(edges, x, equal):
    """The number of the bin of each element, and whether it has one; of `equal` bins, or others."""
    count = edges.spec.numel - 1
    inside = (x >= edges[0]) & (x <= edges[-1])
    if equal and _wide(edges, count):
        low, high = edges[0] / 2, edges[-1] / 2  # whose difference is finite
        near = where(inside, (x / 2 - low) / (high - low) * count, 0.0).long()
        near = near.clamp(max=count - 1)
        places = near + (x >= edges[near + 1]).long() - (x < edges[near]).long()
    else:
        places = searchsorted(edges.contiguous(), x, right=True) - 1
    return places.clamp(0, count - 1), inside


def _wide(edges, count):
    """Whether equal bins are so wide that rounding takes no element further than to a neighbour.

    Plans, which cannot ask, search in the edges.
    """
    if interpreters.busy:
        return False
    low, high = edges[0].item(), edges[-1].item()
    return high - low > 16 * count * finfo(edges.dtype).eps * max(-low, high)


@result
class histogramdd_result(NamedTuple):
    """How many points lie in each box, and the edges of the boxes along each dim."""

    hist: Tensor
    bin_edges: tuple[Tensor, ...]


@public(method=False)
def histogramdd(
    input: Tensor,
    bins: int | Sequence[int] | Sequence[Tensor],
    range: tuple[float, float] | None = None,
    weight: Tensor | None = None,
    density: bool = False,
) -> histogramdd_result:
    """
    How many points, or how much of their weight, lie in each box of a grid.

    Parameters
    ----------
    input : Tensor (..., D)
        Points of D dims.
    bins : int, sequence of int, or sequence of Tensors
        The number of boxes along each dim, or their edges in ascending order.
    range : sequence of float, optional
        The first and the last edge of each dim in turn; by default those of the points.
    weight : Tensor (...,), optional
    density : bool
        Divide by the total and by the volumes of the boxes.

    Returns
    -------
    named tuple (hist, bin_edges)

    Examples
    --------
    >>> tl.histogramdd(tl.tensor([[0.0, 1.0], [1.0, 0.0], [2.0, 1.0]]), [2, 2]).hist
    tensor([[0., 1.],
            [1., 1.]])
    """
    each, limits = _of_each_dim(input, bins, range, weight)
    points = reshape(input.detach(), -1, input.shape[-1])
    edges = []
    flat = points.new_zeros(len(points), dtype=dtypes.int64)
    counted = points.new_ones(len(points), dtype=dtypes.bool_)
    for x, own, ends in zip(points.unbind(1), each, limits, strict=True):
        _check(x, own, ends, None)
        given = isinstance(own, Tensor)
        edges.append(own if given else _edges(x, own, ends))
        places, inside = _places(edges[-1], x, not given)
        flat = flat * (len(edges[-1]) - 1) + places
        counted = inside & counted
    amount = points.new_ones(len(points)) if weight is None else reshape(weight.detach(), -1)
    shape = [len(edge) - 1 for edge in edges]
    out = points.new_zeros(math.prod(shape))
    out.index_add_(0, where(counted, flat, 0), where(counted, amount, amount.new_zeros(())))
    out = reshape(out, shape)
    if density:
        out = out / out.sum()
        for d, edge in enumerate(edges):
            out = out / reshape(edge.diff(), [1] * d + [-1] + [1] * (len(edges) - 1 - d))
    return histogramdd_result(out, tuple(edges))


def _of_each_dim(input, bins, range, weight):
    """The bins of each dim of the points, and the limits of each or None."""
    if input.ndim < 2:
        got = f"{input.ndim}"
        raise RuntimeError(expected("histogramdd", "input of at least 2 dims", got, "x[:, None]"))
    dims = input.shape[-1]
    each = list(bins) if isinstance(bins, tuple | list) else [bins] * dims
    if len(each) != dims:
        wanted = f"bins for each of {dims} dims"
        raise RuntimeError(expected("histogramdd", wanted, f"{len(each)}", "bins=10"))
    if weight is not None and (weight.shape, weight.dtype) != (input.shape[:-1], input.dtype):
        wanted = f"weight to be {input.dtype!r}{list(input.shape[:-1])}"
        raise RuntimeError(expected("histogramdd", wanted, f"{weight.spec}", ".to() or expand()"))
    if range is None:
        return each, [None] * dims
    if len(range) != 2 * dims:
        wanted = f"range of {2 * dims} numbers"
        raise RuntimeError(expected("histogramdd", wanted, f"{len(range)}", "range=None"))
    return each, list(zip(range[::2], range[1::2], strict=True))


def _check(input, bins, range, weight):
    """Refuse what cannot be, before anything is computed."""
    kind = input.spec.dtype
    if not kind.is_floating_point:
        raise NotImplementedError(
            expected("histogram", "a floating point dtype", repr(kind), ".float()")
        )
    if weight is not None and (weight.shape, weight.dtype) != (input.shape, kind):
        raise RuntimeError(expected("histogram", f"weight to be {input.spec}", f"{weight.spec}",
                                    ".to() or expand()"))  # fmt: skip
    if isinstance(bins, Tensor):
        if bins.ndim != 1 or bins.spec.numel < 2 or bins.dtype is not kind:
            wanted = f"bins to be at least 2 edges of {kind!r}"
            raise RuntimeError(expected("histogram", wanted, f"{bins.spec}", "linspace()"))
        if range is not None:
            raise TypeError(expected("histogram", "no range beside edges", f"{range}", "one"))
    elif isinstance(bins, bool) or not isinstance(bins, int):
        got = type(bins).__name__
        raise TypeError(expected("histogram", "bins to be an integer or a Tensor", got, "bins=10"))
    elif bins < 1:
        raise RuntimeError(expected("histogram", "bins of at least 1", str(bins), "bins=10"))


def _ascending(edges):
    require(edges.diff() >= 0, _descends)
    return edges


def _descends():
    return RuntimeError(expected("histogram", "edges that ascend", "others", "bins.sort().values"))


def _edges(x, bins, range):
    """The edges of equal bins; half a unit to either side where all would be one point."""
    if range is None:
        low, high = (x.min(), x.max()) if x.spec.numel else (0.0, 1.0)
    else:
        low, high = _limits(range)
    like = {"dtype": x.dtype, "device": x.device}
    limits = stack([low, high]) if isinstance(low, Tensor) else tensor([low, high], **like)
    require(limits.isfinite(), _endless, limits.unbind)
    limits = where(limits[0] == limits[1], limits + tensor([-0.5, 0.5], **like), limits)
    return linspace(*limits, bins + 1, **like)


def _limits(range):
    if not isinstance(range, tuple | list) or len(range) != 2:
        raise RuntimeError(expected("histogram", "range to be a pair", f"{range}", "range=None"))
    low, high = map(float, range)
    if not (math.isfinite(low) and math.isfinite(high)):
        raise _endless(low, high)
    if low > high:
        got = f"{low} and {high}"
        raise RuntimeError(expected("histogram", "a range that ascends", got, "the other order"))
    return low, high


def _endless(low, high):
    got = f"[{low}, {high}]"
    return RuntimeError(expected("histogram", "a range that is finite", got, "range="))


@public
def bincount(input: Tensor, weights: Tensor | None = None, minlength: int = 0) -> Tensor:
    """How often each number from 0 occurs, or the sum of its weights."""
    if input.ndim != 1 or input.dtype.category != 1:
        got = f"{input.dtype} {list(input.shape)}"
        raise RuntimeError(
            f"bincount only supports 1-d non-negative integral inputs; got {got}; try flatten()"
        )
    if minlength < 0:
        raise RuntimeError(expected("bincount", "minlength >= 0", str(minlength), "0"))
    x = input.to(dtypes.int64).contiguous()
    n = x.spec.numel
    low, high = (int(x.min()), int(x.max())) if n else (0, -1)
    if low < 0:
        raise RuntimeError(
            f"bincount only supports 1-d non-negative integral inputs; got {low}; try abs()"
        )
    size = max(high + 1, minlength)
    if weights is None:
        out = zeros(size, dtype=dtypes.int64, device=x.device)
        if n:
            x.spec.device.kernels.sort.bincount(n)(x, out)
        return out
    if weights.spec.shape != x.spec.shape:
        raise RuntimeError(
            f"bincount: weights should be 1-d and have the same length as input; expected {n}; "
            f"got {list(weights.shape)}"
        )
    kind = weights.dtype if weights.dtype.is_floating_point else dtypes.float64
    index = checked_index("bincount", x, max(size, 1), 0)
    spec = spec_of((size,), kind, x.spec.device)
    return apply(spread_op(1), weights.detach().to(kind), index, dims=(0,), spec=spec)


@public(out="exact")
def histc(input: Tensor, bins: int = 100, min: Operand = 0, max: Operand = 0) -> Tensor:
    """How many elements lie in each of `bins` equal bins from min to max (default: the data's)."""
    if not input.dtype.is_floating_point:
        raise RuntimeError(
            expected("histc", "a floating point dtype", repr(input.dtype), ".float()")
        )
    if bins <= 0:
        raise RuntimeError(f"histc: bins must be > 0; got {bins}")
    if not (math.isfinite(min) and math.isfinite(max)):
        raise _not_finite(min, max)
    for end in (min, max):
        dtypes.fitting("histc", end, input.dtype)
    if min > max:
        raise RuntimeError(f"histc: max must be larger than min; got {min} and {max}")
    if input.spec.dtype.short:
        return in_wide(histc, input, bins, min, max)
    x = input.detach().contiguous()
    out = zeros(bins, dtype=x.dtype, device=x.device)
    if x.spec.numel:
        limits = _extremes(x) if min == max else tensor([min, max], dtype=x.dtype, device=x.device)
        launch = x.spec.device.kernels.sort.histogram(x.dtype.name, x.spec.numel, bins)
        launch(x, out, limits)
    return out


def _not_finite(low, high):
    return RuntimeError(f"histc: range of [{low}, {high}] is not finite; expected finite limits")


def _extremes(x):
    """The smallest and the largest element as a vector; 1 to either side where they are equal."""
    limits = stack([x.min(), x.max()])
    require(limits.isfinite(), _not_finite, limits.unbind)
    return where(
        limits[0] == limits[1], limits + tensor([-1, 1], dtype=x.dtype, device=x.device), limits
    )
