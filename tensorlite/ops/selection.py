"""Elements by places or by masks: `index_select`, `take`, `nonzero`, `masked_select`."""

import math
from collections.abc import Sequence
from typing import Any, Literal, overload

import numpy as np

from .. import dtypes, formats, shapes
from ..annotations import DeviceLike, Operand
from ..declare import method, prepared, primitive, public
from ..device import CPU, place
from ..dispatch import apply, delivered
from ..errors import expected
from ..kernels.cpu import mask as kernels
from ..op import supplies
from ..storage import in_memory
from ..tensor import Tensor, empty_shape, spec_of, values_of
from .arithmetic import _mask
from .copying import clone, contiguous, write_copy
from .creation import from_array, zeros
from .indexing import (
    INDEX,
    INT32_OR_INT64,
    INT64,
    check_index_dtype,
    checked_index,
    checked_kind,
    put,
    reading,
    resolve,
    spread_op,
    value_like,
    write_into,
)
from .requiring import one_number, require
from .views import expand, reshape, unsqueeze

# ------------------------------------------------------------------ index_* and take


def _vector(op, input, dim, index, *kinds, negative=False, error=IndexError):
    """The dim counted from the front, and the checked index vector; see `check_index_dtype`.

    `error` is raised where it leads out of the dim.
    """
    shape = input.spec.shape
    dim = shapes.dim_index(dim, len(shape), op)
    if isinstance(index, Tensor) and len(index.spec.shape) > 1:
        raise IndexError(f"{op}(): Index is supposed to be a vector; got {list(index.shape)}")
    if not isinstance(index, Tensor) or index.spec.dtype is not dtypes.int64:
        check_index_dtype(op, index, *kinds)
    index = checked_index(op, index, shape[dim] if shape else 1, dim, negative, error)
    return dim, index if index.spec.shape else reshape(index, 1)


@public
def index_select(input: Tensor, dim: int, index: Tensor, *, out: Tensor | None = None) -> Tensor:
    """
    The slices of input at the given places of a dim.

    Parameters
    ----------
    input : Tensor
    dim : int
    index : int Tensor (n,)

    Raises
    ------
    IndexError
        If an index is out of range; of dim 1 a RuntimeError, as PyTorch has it.
    """
    ndim = len(input.spec.shape)
    error = RuntimeError if ndim > 1 and dim in (1, 1 - ndim) else IndexError
    dim, index = _vector("index_select", input, dim, index, error=error)
    if input.spec.shape:
        result = apply(INDEX, input, index, dims=(dim,))
    else:
        result = reshape(apply(INDEX, reshape(input, 1), index, dims=(0,)), ())
    return result if out is None else delivered("index_select", result, out, exact=True)


def _misfit(given, wanted, dim):
    """What `index_copy` raises: an IndexError; of slices that differ in shape a RuntimeError."""
    alike = len(given) == len(wanted) and given[:dim] == wanted[:dim]
    alike = alike and given[dim + 1 :] == wanted[dim + 1 :]
    return IndexError if alike or 0 < len(given) != len(wanted) else RuntimeError


def _bad_source(op, combine, input, dim, source, shape):
    """The error of a source of another dtype, or of another shape than this."""
    if source.spec.dtype is not input.spec.dtype:
        return RuntimeError(
            expected(op, f"source of dtype {input.dtype}", repr(source.dtype), ".to()")
        )
    given = list(source.shape)
    misfit = RuntimeError if combine == "add" else _misfit(given, shape, dim)
    return misfit(expected(op, f"a source of shape {shape}", str(given), "reshape()"))


def _index_writer(name, combine, kinds, doc):
    """`index_add` and `index_copy` with their in-place forms."""

    def run(op, input, dim, index, source, alpha, inplace):
        error = RuntimeError if combine == "add" and len(input.spec.shape) > 1 else IndexError
        dim, index = _vector(op, input, dim, index, kinds, error=error)
        shape = list(input.spec.shape)
        if shape:
            shape[dim] = index.spec.numel
        if source.spec.dtype is not input.spec.dtype or list(source.spec.shape) != shape:
            raise _bad_source(op, combine, input, dim, source, shape)
        if alpha != 1:
            source = source * one_number(op, alpha, input.spec.dtype)
        if input.ndim == 0:
            out = put(op, reshape(input, 1), reshape(source, 1), [index], (0,), combine, inplace)
            return input if inplace else reshape(out, ())
        return put(op, input, source, [index], (dim,), combine, inplace)

    def function(
        input: Tensor,
        dim: int,
        index: Tensor,
        source: Tensor,
        *,
        alpha: float = 1,
        out: Tensor | None = None,
    ) -> Tensor:
        result = run(name, input, dim, index, source, alpha, False)
        return delivered(name, result, out)

    def inplace(
        self: Tensor, dim: int, index: Tensor, source: Tensor, *, alpha: float = 1
    ) -> Tensor:
        return run(f"{name}_", self, dim, index, source, alpha, True)

    function.__name__, function.__doc__ = name, doc
    inplace.__name__, inplace.__doc__ = f"{name}_", f"In place: {doc}"
    method(inplace)
    return public(function)


index_add = _index_writer(
    "index_add", "add", INT32_OR_INT64, "input + alpha * source at places of a dim."
)
index_copy = _index_writer("index_copy", "set", INT64, "input with source at places of a dim.")


def _index_fill(op, input, dim, index, value, inplace):
    dim, index = _vector(op, input, dim, index, INT64, IndexError, negative=True)
    value = value_like(op, input, one_number(op, value, input.spec.dtype))
    if value.requires_grad:
        extent = input.spec.shape[dim] if input.ndim else 1
        places = np.unique(values_of(index) % extent)  # each place passes its gradient on once
        index = from_array(places).to(index.device)
    if input.ndim == 0:
        out = put(op, reshape(input, 1), value, [index], (0,), "set", inplace)
        return input if inplace else reshape(out, ())
    return put(op, input, value, [index], (dim,), "set", inplace)


@public
def index_fill(input: Tensor, dim: int, index: Tensor, value: Operand) -> Tensor:
    """input with one value at places of a dim."""
    return _index_fill("index_fill", input, dim, index, value, False)


@method
def index_fill_(self: Tensor, dim: int, index: Tensor, value: Operand) -> Tensor:
    """In place: one value at places of a dim."""
    return _index_fill("index_fill_", self, dim, index, value, True)


def _index_put(op, input, indices, values, accumulate, inplace):
    if not isinstance(indices, tuple | list):
        raise TypeError(expected(op, "a tuple of tensors", type(indices).__name__, "(index,)"))
    if all(item is None for item in indices):
        raise RuntimeError(expected(op, "at least one index", str(list(indices)), "copy_()"))
    items = tuple(slice(None) if item is None else checked_kind(item) for item in indices)
    part, dims, found = resolve(input, items)
    return put(op, part, values, found, dims, "add" if accumulate else "set", inplace)


@public
def index_put(
    input: Tensor, indices: Sequence[Tensor], values: Tensor, accumulate: bool = False
) -> Tensor:
    """input with `values` set, or added, at input[indices]."""
    return _index_put("index_put", input, indices, values, accumulate, False)


@public
def index_put_(
    self: Tensor, indices: Sequence[Tensor], values: Tensor, accumulate: bool = False
) -> Tensor:
    """In place: `values` set, or added, at self[indices]."""
    return _index_put("index_put_", self, indices, values, accumulate, True)


@public(out="exact")
def take(input: Tensor, index: Tensor) -> Tensor:
    """The elements at flat positions, in the shape of `index`."""
    if not isinstance(index, Tensor) or index.spec.dtype is not dtypes.int64:
        check_index_dtype("take", index, INT64)
    index = checked_index("take", index, input.spec.numel, 0)
    return apply(_take, input if input.spec.contiguous else reshape(input, -1), index)


@prepared(takes_short=True)
def _take(x, index):
    """The elements at flat positions of x, which is contiguous or has one dim."""
    flat = spec_of((x.numel,), x.dtype, x.device) if x.contiguous else x
    return reading(flat, index.shape, index.byte_strides, (0,))


@_take.grad("x")
def _take_grad_x(g, index, x_spec):
    flat = spec_of((x_spec.numel,), g.spec.dtype, g.spec.device)
    return reshape(apply(spread_op(1), g, index, dims=(0,), spec=flat), x_spec.shape)


@method
def put_(self: Tensor, index: Tensor, source: Tensor, accumulate: bool = False) -> Tensor:
    """In place: elements of `source` set, or added, at flat positions."""
    check_index_dtype("put_", index, INT64)
    if self.ndim == 0:
        put_(reshape(self, 1), index, source, accumulate)
        return self
    if index.spec.numel != source.spec.numel:
        raise IndexError(
            expected("put_", f"as many elements of source as of index, {index.spec.numel}",
                     str(source.spec.numel), "expand()")
        )  # fmt: skip
    index = reshape(checked_index("put_", index, self.spec.numel, 0), -1).contiguous()
    places = _coordinates(index, self.spec.shape, True).unbind()
    return put("put_", self, reshape(source, -1), places, tuple(range(self.ndim)),
               "add" if accumulate else "set", True)  # fmt: skip


# ------------------------------------------------------------------ masks


_FIRST = np.zeros(1, np.int64)


def _starts(mask):
    """
    Where the chosen of each block of a contiguous mask begin, and how many they are.

    Returns
    -------
    starts : operand
        One int64 per block.
    count : int
    """
    if mask.spec.device is not CPU:
        starts = _block_starts(mask)
        return starts, int(mask.count_nonzero())
    blocks = -(-mask.spec.numel // kernels.BLOCK)
    counts = np.empty(blocks, np.int64)
    if blocks:
        kernels.by_mask("count", "uint8", mask.spec.numel)(mask, in_memory(counts))
    if blocks == 1:
        return in_memory(_FIRST), counts.item()
    ends = np.cumsum(counts)
    starts = ends - counts
    return in_memory(starts), int(ends[-1]) if counts.size else 0


def _by_mask(kind, dtype, mask):
    """The Launch over a contiguous mask, see `by_mask` in `kernels/cpu/mask.py`."""
    return mask.spec.device.kernels.mask.by_mask(kind, dtype.name, mask.spec.numel)


def _positions(mask):
    """The flat positions of the nonzero elements of a contiguous mask of bytes."""
    starts, count = _starts(mask)
    out = empty_shape((count,), dtypes.int64, mask.spec.device)
    if count:
        launch = _by_mask("positions", dtypes.uint8, mask)
        launch(mask, starts, out)
    return out


def _block_starts(mask):
    """Where the chosen of each block of a contiguous mask begin, as a tensor."""
    blocks = -(-mask.spec.numel // kernels.BLOCK)
    if blocks == 1:
        return zeros(1, dtype=dtypes.int64, device=mask.device)
    counts = empty_shape((blocks,), dtypes.int64, mask.spec.device)
    if blocks:
        _by_mask("count", dtypes.uint8, mask)(mask, counts)
    return counts.cumsum(0) - counts


def _coordinates(flat, shape, apart):
    """Flat positions in a shape as coordinates: vectors for each dim where `apart`, else rows."""
    count = flat.spec.numel
    device, axes = flat.spec.device, len(shape)
    places = empty_shape((axes, count) if apart else (count, axes), dtypes.int64, device)
    if count and shape:
        row, column = places.spec.byte_strides[::-1] if apart else places.spec.byte_strides
        launch = device.kernels.mask.unravel(count, shape, row, column)
        launch(flat, places)
    return places


@overload
def nonzero(input: Tensor, *, as_tuple: Literal[False] = False) -> Tensor: ...
@overload
def nonzero(input: Tensor, *, as_tuple: Literal[True]) -> tuple[Tensor, ...]: ...
@public
def nonzero(input: Tensor, *, out: Tensor | None = None, as_tuple: bool = False) -> Any:
    """
    The indices of the elements that are not zero, in row-major order.

    Returns
    -------
    int64 Tensor (count, ndim), or a tuple of ndim vectors where `as_tuple`.
    """
    if as_tuple and out is not None:
        raise RuntimeError(expected("nonzero", "out or as_tuple", "both", "as_tuple=False"))
    mask = input if input.spec.dtype.itemsize == 1 else input != 0
    flat = _positions(_side_by_side(mask))
    if as_tuple and input.ndim < 2:
        return (flat,)
    places = _coordinates(flat, input.spec.shape, as_tuple)
    if as_tuple:
        return places.detach().unbind()
    return places if out is None else delivered("nonzero", places, out, exact=True)


@public
def argwhere(input: Tensor) -> Tensor:
    """The indices of the elements that are not zero, one row each."""
    return nonzero(input)


@primitive
def _masked_select(x, mask):
    """The elements of x where a mask of its shape holds; both contiguous."""
    starts, count = _starts(mask)
    out = empty_shape((count,), x.spec.dtype, x.spec.device)
    if count:
        launch = _by_mask("select", x.spec.dtype, mask)
        launch(mask, starts, x, out)
    return out


@_masked_select.grad("x")
def _masked_select_grad_x(g, mask, x_spec):
    zero = zeros(x_spec.shape, dtype=g.dtype, device=g.device)
    return apply(_masked_scatter, zero, mask, g.contiguous())


def _spread(x, mask, source):
    if x.spec.numel:
        starts = _block_starts(mask)
        launch = _by_mask("spread", x.spec.dtype, mask)
        launch(mask, starts, source, x)
    return x


@primitive
def _masked_scatter(x, mask, source):
    """A copy of x with consecutive elements of source where the mask holds; all contiguous."""
    return _spread(
        write_copy(x, empty_shape(x.spec.shape, x.spec.dtype, x.spec.device)), mask, source
    )


@_masked_scatter.grad("x")
def _masked_scatter_grad_x(g, mask):
    return g.masked_fill(mask, 0)


@_masked_scatter.grad("source")
def _masked_scatter_grad_source(g, mask, source_spec):
    return apply(_masked_front, g.contiguous(), mask, shape=source_spec.shape)


@primitive
def _masked_front(x, mask, *, shape):
    """Zeros whose first elements are those of x where a mask of its shape holds; all contiguous."""
    out = zeros(shape, dtype=x.spec.dtype, device=x.device)
    if x.spec.numel:
        starts = _block_starts(mask)
        launch = _by_mask("select", x.spec.dtype, mask)
        launch(mask, starts, x, out)
    return out


@_masked_front.grad("x")
def _masked_front_grad_x(g, mask, x_spec):
    return apply(
        _masked_scatter, zeros(x_spec.shape, dtype=g.dtype, device=g.device), mask, g.contiguous()
    )


@public
@supplies
def masked_select(input: Tensor, mask: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The elements of input where the mask holds, both broadcast, as a vector."""
    _mask("masked_select", input, mask)
    shape = input.spec.shape
    if mask.spec.shape != shape:
        shape = shapes.broadcast(shape, mask.spec.shape, op="masked_select")
        input, mask = expand(input, shape), expand(mask, shape)
    result = apply(_masked_select, _side_by_side(input), _side_by_side(mask))
    return result if out is None else delivered("masked_select", result, out, exact=True)


def _side_by_side(x):
    return x if x.spec.contiguous else contiguous(x)


def _masked_source(op, input, mask, source):
    _mask(op, input, mask)
    if source.spec.dtype is not input.spec.dtype:
        raise RuntimeError(
            expected(op, f"source of dtype {input.dtype}", repr(source.dtype), ".to()")
        )
    mask = expand(mask, shapes.broadcast(input.spec.shape, mask.spec.shape, op=op)).contiguous()
    given, count = source.spec.numel, mask.sum()

    def error(count):
        wanted = f"a source of at least {count} elements, as the mask selects"
        return RuntimeError(expected(op, wanted, str(given), "a longer source"))

    require(count <= given, error, lambda: (count,))
    return mask, source.contiguous()


@public
def masked_scatter(input: Tensor, mask: Tensor, source: Tensor) -> Tensor:
    """input with consecutive elements of source where the mask holds."""
    mask, source = _masked_source("masked_scatter", input, mask, source)
    x = expand(input, mask.spec.shape)
    return apply(_masked_scatter, x, mask, source)


@method
def masked_scatter_(self: Tensor, mask: Tensor, source: Tensor) -> Tensor:
    """In place: consecutive elements of source where the mask holds."""
    mask, source = _masked_source("masked_scatter_", self, mask, source)
    if mask.spec.shape != self.spec.shape:
        raise RuntimeError(
            expected("masked_scatter_", f"a mask that broadcasts to {list(self.shape)}",
                     str(list(mask.shape)), "masked_scatter()")
        )  # fmt: skip

    def write(x, mask, source):
        if x.spec.contiguous:
            return _spread(x, mask, source)
        return write_copy(_masked_scatter.forward(x, mask, source), x)

    return write_into("masked_scatter_", _masked_scatter, self, (mask, source), write, {})


# ------------------------------------------------------------------ indices made, and repeats


@public
def repeat_interleave(
    input: Tensor,
    repeats: int | Tensor | None = None,
    dim: int | None = None,
    *,
    output_size: int | Sequence[int | None] | None = None,
) -> Tensor:
    """Each element, or each slice of a dim, repeated side by side.

    `repeat_interleave(counts)` repeats the numbers 0, 1, ... themselves.
    """
    counts, where = _counts(input if repeats is None else repeats)
    if repeats is None:
        return from_array(np.repeat(np.arange(counts.size), counts)).to(where)
    if dim is None:
        input, dim = reshape(input, -1), 0
    dim = shapes.dim_index(dim, input.ndim, "repeat_interleave")
    extent = input.spec.shape[dim]
    if counts.size not in (1, extent):
        raise RuntimeError(
            expected("repeat_interleave", f"repeats of the size of dim {dim}, {extent}",
                     str(counts.size), "one number")
        )  # fmt: skip
    shape = input.spec.shape
    if counts.size == 1 and math.prod(shape[dim + 1 :]) >= 8:  # slices that are worth a loop
        count = int(counts[0])
        beside = expand(unsqueeze(input, dim + 1), (*shape[: dim + 1], count, *shape[dim + 1 :]))
        return reshape(clone(beside), *shape[:dim], extent * count, *shape[dim + 1 :])
    index = np.repeat(np.arange(extent), counts if counts.size == extent else int(counts[0]))
    return apply(INDEX, input, from_array(index).to(input.device), dims=(dim,))


def _counts(repeats):
    """The repeats of each slice as an array, for the shape depends on them, and their device."""
    if isinstance(repeats, int | np.integer):
        counts, where = np.array([repeats]), CPU
    else:
        if repeats.ndim > 1 or repeats.spec.dtype.category != 1:
            wanted = "repeats to be an integer or a 0-d or 1-D integer tensor"
            got = f"{repeats.dtype} {list(repeats.shape)}"
            raise RuntimeError(expected("repeat_interleave", wanted, got, ".long()"))
        counts, where = np.atleast_1d(values_of(repeats)), repeats.device
    if (counts < 0).any():
        least = str(int(counts.min()))
        raise RuntimeError(
            expected("repeat_interleave", "repeats of at least 0", least, "clamp()")
        )
    return counts, where


def _within(x, col):
    return np.minimum(np.maximum(x, 0), col)


def _lower(diagonal, col):
    """Where each row of a triangle begins, and how many columns it has."""
    return 0, _within(diagonal + 1, col)


def _upper(diagonal, col):
    firsts = _within(diagonal, col)
    return firsts, col - firsts


def _triangle(rows, firsts, counts):
    """Rows and columns, (2, count), of so many columns of each row."""
    places = np.empty((2, counts.sum()), np.int64)
    places[0] = rows.repeat(counts)
    places[1] = np.arange(places.shape[1])
    places[1] -= (counts.cumsum() - counts - firsts).repeat(counts)
    return places


def _triangle_indices(name, span, doc):
    def made(
        row: int,
        col: int,
        offset: int = 0,
        *,
        dtype: dtypes.dtype = dtypes.int64,
        device: DeviceLike | None = None,
        layout: formats.layout | None = None,
        pin_memory: bool = False,
    ) -> Tensor:
        for side, count in (("row", row), ("col", col)):
            if count < 0:
                raise RuntimeError(expected(name, f"{side} to be non-negative", str(count), "0"))
        dtype = dtypes.as_dtype(dtype)
        if dtype not in (dtypes.int32, dtypes.int64):
            raise NotImplementedError(expected(name, "int32 or int64", repr(dtype), ".to()"))
        rows = np.arange(row)
        places = _triangle(rows, *span(rows + offset, col))
        made = from_array(dtypes.held(places, dtype)).to(place(device))
        return made.pin_memory() if pin_memory else made

    made.__name__, made.__doc__ = name, doc
    return public(made, method=False)


tril_indices = _triangle_indices(
    "tril_indices",
    _lower,
    "Rows and columns of the lower triangle, (2, count).",
)
triu_indices = _triangle_indices(
    "triu_indices",
    _upper,
    "Rows and columns of the upper triangle, (2, count).",
)
