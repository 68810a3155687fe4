"""Order: `sort`, `topk`, `median` and their relatives.

NaN counts as the largest number, and every order is stable. The gradient of what is picked from a
tensor flows to the places it was picked from.
"""

from typing import Any, overload

from .. import dtypes, shapes
from ..batches import carrying, grounded, levels_of
from ..calls import Call, launched, remembered
from ..declare import primitive, public
from ..device import CPU
from ..dispatch import apply
from ..errors import expected
from ..graph import mode
from ..kernels.cpu import sort as kernels
from ..kernels.work.keys import SELECTED
from ..op import table
from ..storage import allocate
from ..tensor import Tensor, empty_shape, spec_of
from .choice import where
from .creation import full, like_spec
from .from_data import tensor
from .hosted import hosted
from .ranges import arange
from .requiring import numeric
from .results import ValuesIndices, values_indices
from .scatter_rules import gather_op
from .views import movedim, permute, reshape
from .widening import narrow, wide

RESULTS = {
    name: values_indices(name)
    for name in ("sort", "topk", "kthvalue", "median", "nanmedian", "mode")
}


def _rows(x, dim):
    """The lines along a dim as rows: a contiguous tensor with that dim last."""
    if x.spec.contiguous and x.spec.shape and dim == len(x.spec.shape) - 1:
        return x
    with mode.off():
        if dim < x.ndim - 1:
            x = movedim(x, dim, -1)
        return (x if x.ndim else reshape(x, 1)).contiguous()


def _back(x, dim):
    """A tensor with its last dim brought back to its place."""
    return movedim(x, -1, dim).contiguous().detach() if dim < len(x.spec.shape) - 1 else x


def _lines(array):
    """An array as rows along its last axis."""
    extent = array.shape[-1]
    return array.reshape(-1 if extent else array.size, extent)


def _ascending(x):
    return [a.reshape(x.shape) for a in kernels.sort(_lines(x), False)]


def _descending(x):
    return [a.reshape(x.shape) for a in kernels.sort(_lines(x), True)]


def _sorted_rows(rows, descending):
    """The values of each row in order, and where they stood."""
    if rows.spec.hidden:
        levels = levels_of((rows.spec,))
        return carrying(_sorted_rows(grounded(rows, levels).contiguous(), descending), levels)
    shape, dtype, device = rows.spec.shape, rows.spec.dtype, rows.spec.device
    if dtype.short:
        values, indices = _sorted_rows(_wide_rows(rows), descending)
        return narrow(values, dtype), indices
    if device is CPU and shape[-1] <= FEW:
        return launched(None, _best(rows.spec, shape[-1], bool(descending)), (rows,))
    if device is CPU:
        outputs = [(shape, dtype), (shape, dtypes.int64)]
        return hosted("sort", _descending if descending else _ascending, [rows], outputs)
    values, indices = empty_shape(shape, dtype, device), empty_shape(shape, dtypes.int64, device)
    if rows.spec.numel:
        n = shape[-1]
        plan = device.kernels.sort.sort(dtype.name, rows.spec.numel // n, n, bool(descending))
        scratch = allocate(plan.scratch, device)
        plan(rows, values, indices, scratch)
    return values, indices


def _wide_rows(rows):
    with mode.off():
        return wide(rows)


FEW = 32  # elements that are put in order one by one


@remembered
def _best(spec, k, largest):
    """The Call of the k largest, or smallest, of each row in order, and of where they stood."""
    shape, n = (*spec.shape[:-1], k), spec.shape[-1]
    results = [spec_of(shape, dtype, spec.device) for dtype in (spec.dtype, dtypes.int64)]
    if not results[0].numel:
        return Call(tuple(results))
    name = "uint8" if spec.dtype is dtypes.bool_ else spec.dtype.name
    launch = spec.device.kernels.sort.topk(name, spec.numel // n, n, k, largest)
    return Call(tuple(results), launch)


def _picked(input, dim, values, indices):
    """The values, read again under autograd where a gradient is asked for."""
    if mode.grad and input._node is not None:
        return apply(gather_op, input if input.spec.shape else reshape(input, 1), indices, dim=dim)
    return values


def _laid_like(x, input):
    """x with its dims in memory in the order of the input's, as PyTorch has sorted elements."""
    if x.spec.contiguous and input.spec.contiguous:
        return x
    wanted = like_spec(input.spec, x.spec.dtype).strides
    if x.spec.strides == wanted:
        return x
    order = sorted(range(x.ndim), key=lambda dim: -wanted[dim])
    return permute(permute(x, order).contiguous(), [order.index(dim) for dim in range(x.ndim)])


def _sorted(input, dim, descending):
    """The elements along a dim in order, and where they stood, both laid like the input."""
    found = _sorted_rows(_rows(input, dim), descending)
    last = dim == len(input.spec.shape) - 1
    if last and input.spec.contiguous:
        return found
    if not input.ndim:
        return [reshape(x, ()) for x in found]
    return [_laid_like(x if last else movedim(x, -1, dim).detach(), input) for x in found]


@public(out="exact", rehearsed=True)
def sort(
    input: Tensor, dim: int = -1, descending: bool = False, stable: bool = False
) -> ValuesIndices:
    """
    The elements along a dim in order, and where they stood.

    Parameters
    ----------
    input : Tensor
    dim : int
    descending : bool
    stable : bool
        Accepted; the order is always stable.

    Returns
    -------
    (values, indices)
    """
    shape = input.spec.shape
    dim = shapes.dim_index(dim, len(shape), "sort")
    values, indices = _sorted(input, dim, descending)
    if mode.grad and input._node is not None:
        where_from = indices if shape else reshape(indices, 1)
        values = _picked(input, dim, values, where_from)
        values = _laid_like(values, input) if shape else reshape(values, ())
    return RESULTS["sort"](values, indices)


@public(rehearsed=True)
def argsort(input: Tensor, dim: int = -1, descending: bool = False, stable: bool = False) -> Tensor:
    """The indices that put the elements along a dim in order."""
    shape = input.spec.shape
    dim = shapes.dim_index(dim, len(shape), "argsort")
    return _sorted(input, dim, descending)[1]


@public(out=True)
def msort(input: Tensor) -> Tensor:
    """The elements in order along the first dim."""
    return sort(input, 0).values


def _refuse_bool(op, input):
    """As PyTorch: bool has an order, but no k-th element."""
    if input.spec.dtype is dtypes.bool_:
        raise NotImplementedError(
            f"{op} does not support bool dtypes; "
            + expected(op, "numbers", "bool", ".to(tensorlite.uint8)")
        )


@public(out="exact", rehearsed=True)
def topk(
    input: Tensor, k: int, dim: int = -1, largest: bool = True, sorted: bool = True
) -> ValuesIndices:
    """
    The k largest (smallest) elements along a dim, in order, and where they stood.

    Raises
    ------
    RuntimeError
        If the dim has fewer than k elements.
    """
    _refuse_bool("topk", input)
    shape = input.spec.shape
    dim = shapes.dim_index(dim, len(shape), "topk")
    extent = shape[dim] if shape else 1
    k = shapes.integer(k, "topk", "k")
    if not 0 <= k <= extent:
        raise RuntimeError(
            f"topk: selected index k out of range; expected 0 to {extent}; got {k}; try a smaller k"
        )
    rows = _rows(input, dim)
    if (k > FEW and k * 16 > extent) or rows.spec.hidden:
        found = _sorted_rows(rows, largest)
        values, indices = (_back(a.narrow(-1, 0, k), dim).contiguous() for a in found)
    else:
        kind = input.spec.dtype
        rows = _wide_rows(rows) if kind.short else rows
        values, indices = launched(None, _best(rows.spec, k, bool(largest)), (rows,))
        values = narrow(values, kind) if kind.short else values
        values, indices = _back(values, dim), _back(indices, dim)
    values = _picked(input, dim, values, indices)
    if not shape:
        values, indices = (reshape(x, () if k else (0,)) for x in (values, indices))
    return RESULTS["topk"](values, indices)


def _chosen(name, input, dim, keepdim, k=0):
    """Per line the element at the place `name` of its order, see `PLACES`."""
    dim = shapes.dim_index(dim, input.ndim, name)
    lines = _rows(input, dim)
    shape = lines.spec.shape
    if shape[-1] == 0:
        raise IndexError(
            expected(
                name, "a dim with elements", f"dim {dim} of {list(input.shape)}", "another dim"
            )
        )

    with mode.off():
        values, indices = _at_place(name, lines, k)
    values, indices = _back(values, dim), _back(indices, dim)
    values = _picked(input, dim, values, indices)
    if input.ndim == 0:
        values, indices = reshape(values, ()), reshape(indices, ())
    elif not keepdim:
        values, indices = values.squeeze(dim), indices.squeeze(dim)
    return RESULTS[name](values, indices)


@public(out="exact")
def kthvalue(input: Tensor, k: int, dim: int = -1, keepdim: bool = False) -> ValuesIndices:
    """The k-th smallest element along a dim, counted from 1, and where it stood."""
    _refuse_bool("kthvalue", input)
    extent = input.spec.shape[shapes.dim_index(dim, input.ndim, "kthvalue")] if input.ndim else 1
    k = shapes.integer(k, "kthvalue", "k")
    if not 1 <= k <= extent:
        raise (RuntimeError if extent else IndexError)(
            f"kthvalue(): selected number k out of range for dimension {dim}; expected 1 to "
            f"{extent}; got {k}; try a smaller k"
        )
    return _chosen("kthvalue", input, dim, keepdim, k - 1)


def _at_place(name, rows, k):
    """The elements (..., 1) of rows at a place of their order, and where they stood."""
    spec = rows.spec
    if spec.hidden:
        levels = levels_of((spec,))
        return carrying(_at_place(name, grounded(rows, levels).contiguous(), k), levels)
    if spec.dtype.short:
        values, indices = _at_place(name, _wide_rows(rows), k)
        return narrow(values, spec.dtype), indices
    if spec.device is CPU and name in SELECTED:
        return launched(None, _choice(spec, name, k), (rows,))
    ordered, indices = _sorted_rows(rows, False)
    at = PLACES[name](ordered, k).expand(*spec.shape[:-1], 1)
    return [apply(gather_op, x, at, dim=len(spec.shape) - 1) for x in (ordered, indices)]


@remembered
def _choice(spec, name, k):
    """The Call of the elements of rows at a place of their order, and of where they stood."""
    shape, n = (*spec.shape[:-1], 1), spec.shape[-1]
    results = tuple([spec_of(shape, dtype, spec.device) for dtype in (spec.dtype, dtypes.int64)])
    if not spec.numel:
        return Call(results)
    kind = "uint8" if spec.dtype is dtypes.bool_ else spec.dtype.name
    return Call(results, spec.device.kernels.selection.launch(name, kind, spec.numel // n, n, k))


def _kth(ordered, k):
    return full((1,), k, device=ordered.device)


def _missing(ordered):
    """How many NaN stand at the end of each line."""
    return (ordered != ordered).sum(-1, True)


def _middle(ordered, k):
    """The lower middle; the first NaN where there is one."""
    n, missing = ordered.spec.shape[-1], _missing(ordered)
    return where(missing > 0, n - missing, (n - 1) // 2)


def _middle_of_numbers(ordered, k):
    """The lower middle of what is not NaN."""
    return (ordered.spec.shape[-1] - _missing(ordered) - 1).clamp(min=0) // 2


def _longest_run(ordered, k):
    """Where the longest run of equal elements ends, the first of several."""
    places = arange(ordered.spec.shape[-1], device=ordered.device)
    starts = where(ordered != ordered.roll(1, -1), places, 0)
    return (places - starts.cummax(-1)[0]).argmax(-1, keepdim=True)


PLACES = {  # in rows that are in order
    "kthvalue": _kth, "median": _middle, "nanmedian": _middle_of_numbers, "mode": _longest_run,
}  # fmt: skip


@primitive
def _median_of_all(x, *, name):
    """The median of all elements."""
    return reshape(_at_place(name, reshape(x, 1, -1).contiguous(), 0)[0], ())


@_median_of_all.grad("x")
def _median_of_all_grad_x(g, x, out):
    """Ties share evenly."""
    equal = table["_alike"](x, out)
    return g / equal.sum() * equal


def _median(name):
    @overload
    def function(input: Tensor) -> Tensor: ...
    @overload
    def function(input: Tensor, dim: int, keepdim: bool = False) -> ValuesIndices: ...
    def function(input: Tensor, dim: int | None = None, keepdim: bool = False) -> Any:
        numeric(name, input)
        if dim is not None:
            return _chosen(name, input, dim, keepdim)
        if input.spec.numel == 0:
            return tensor(float("nan"), dtype=input.dtype, device=input.device)
        return apply(_median_of_all, input, name=name)

    function.__name__ = name
    return function


median = _median("median")
median.__doc__ = (
    "The lower median of all elements, whose gradient ties share evenly; or along a dim with its "
    "index; NaN if any is."
)
nanmedian = _median("nanmedian")
nanmedian.__doc__ = "`median` of what is not NaN."
public(out="exact", rehearsed=True)(median)
public(out="exact", rehearsed=True)(nanmedian)


@public(name="mode", out="exact", rehearsed=True)
def most_frequent(input: Tensor, dim: int = -1, keepdim: bool = False) -> ValuesIndices:
    """The most frequent element along a dim, the smallest of several, and its last index."""
    return _chosen("mode", input, dim, keepdim)
