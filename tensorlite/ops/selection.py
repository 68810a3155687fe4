"""Elements by places: `index_select`, `index_add`, `take`, `put_`, `repeat_interleave`."""

import math
from collections.abc import Sequence

import numpy as np

from .. import dtypes, shapes
from ..annotations import Operand
from ..declare import method, prepared, public
from ..device import CPU
from ..dispatch import apply
from ..errors import expected
from ..tensor import Tensor, spec_of, values_of
from ..writing import delivered
from .copying import clone
from .creation import from_array
from .index_checks import INT32_OR_INT64, INT64, check_index_dtype, checked_index
from .indexing import INDEX, checked_kind, put, reading, resolve, spread_op, value_like
from .masking import coordinates
from .requiring import one_number
from .views import expand, reshape, unsqueeze

# ------------------------------------------------------------------ index_* and take


def index_vector(op, input, dim, index, *kinds, negative=False, error=IndexError):
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


@public(rehearsed=True)
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
    dim, index = index_vector("index_select", input, dim, index, error=error)
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


def _fits(combine, shape, given, count):
    """Whether a source has the shape; what is set at one place may be a number or a vector."""
    if combine == "set" and len(shape) < 2:
        return given == [count] or (not given and count == 1)
    return given == shape


def _index_writer(combine, kinds):
    """What puts a source at places of a dim: its rules, for `index_add` and `index_copy`."""

    def run(op, input, dim, index, source, inplace, alpha=1):
        error = RuntimeError if combine == "add" and len(input.spec.shape) > 1 else IndexError
        dim, index = index_vector(op, input, dim, index, kinds, error=error)
        shape = list(input.spec.shape)
        if shape:
            shape[dim] = index.spec.numel
        fits = _fits(combine, shape, list(source.spec.shape), index.spec.numel)
        if source.spec.dtype is not input.spec.dtype or not fits:
            raise _bad_source(op, combine, input, dim, source, shape)
        if len(shape) < 2:
            source = reshape(source, -1)
        if alpha != 1:
            source = source * one_number(op, alpha, input.spec.dtype)
        if not shape:
            out = put(op, reshape(input, 1), source, [index], (0,), combine, inplace)
            return input if inplace else reshape(out, ())
        return put(op, input, source, [index], (dim,), combine, inplace)

    return run


_add_at = _index_writer("add", INT32_OR_INT64)
_copy_at = _index_writer("set", INT64)


@public(rehearsed=True)
def index_add(
    input: Tensor,
    dim: int,
    index: Tensor,
    source: Tensor,
    *,
    alpha: float = 1,
    out: Tensor | None = None,
) -> Tensor:
    """input + alpha * source at places of a dim."""
    result = _add_at("index_add", input, dim, index, source, False, alpha)
    return delivered("index_add", result, out)


@method
def index_add_(
    self: Tensor, dim: int, index: Tensor, source: Tensor, *, alpha: float = 1
) -> Tensor:
    """In place: input + alpha * source at places of a dim."""
    return _add_at("index_add_", self, dim, index, source, True, alpha)


@public(rehearsed=True)
def index_copy(
    input: Tensor, dim: int, index: Tensor, source: Tensor, *, out: Tensor | None = None
) -> Tensor:
    """input with source at places of a dim."""
    return delivered("index_copy", _copy_at("index_copy", input, dim, index, source, False), out)


@method
def index_copy_(self: Tensor, dim: int, index: Tensor, source: Tensor) -> Tensor:
    """In place: input with source at places of a dim."""
    return _copy_at("index_copy_", self, dim, index, source, True)


def _beside(input, inplace):
    """What is written: a copy keeps the order of its dims in memory."""
    if inplace or input.spec.contiguous:
        return input, inplace
    return input.clone(), True


def _index_fill(op, input, dim, index, value, inplace):
    dim, index = index_vector(op, input, dim, index, INT64, IndexError, negative=True)
    value = value_like(op, input, one_number(op, value, input.spec.dtype))
    if value.requires_grad:
        extent = input.spec.shape[dim] if input.ndim else 1
        places = np.unique(values_of(index) % extent)  # each place passes its gradient on once
        index = from_array(places).to(index.device)
    input, inplace = _beside(input, inplace)
    if input.ndim == 0:
        out = put(op, reshape(input, 1), value, [index], (0,), "set", inplace)
        return input if inplace else reshape(out, ())
    return put(op, input, value, [index], (dim,), "set", inplace)


@public(rehearsed=True)
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
    input, inplace = _beside(input, inplace)
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


@public(out="exact", rehearsed=True)
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
    places = coordinates(index, self.spec.shape).unbind(1)
    return put("put_", self, reshape(source, -1), places, tuple(range(self.ndim)),
               "add" if accumulate else "set", True)  # fmt: skip


# ------------------------------------------------------------------ indices made, and repeats


@public(rehearsed=True)
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
