"""Views of parts: integers, slices and None, and what is made of them."""

import functools
import itertools
import operator
from collections.abc import Sequence
from typing import Any

import numpy as np

from .. import dtypes, shapes
from ..annotations import Dims, Operand, Sections
from ..calls import remembered
from ..declare import primitive, public
from ..dispatch import apply, check_memory
from ..errors import expected
from ..graph import view_of, viewed, warn
from ..op import supplied
from ..tensor import Tensor, spec_of
from .copying import copy_, fill_, write_copy
from .creation import _filled, empty_as, like_spec, zeros_as


@primitive(takes_short=True)
def _basic(x, *, index):
    """The part that integers, slices and None select: a view."""
    return view_of(x, *_part(x.spec, index))


@_basic.grad("x")
def _basic_grad_x(g, x_spec, *, index):
    return apply(_embed, g, index=index, spec=x_spec)


@primitive
def _embed(x, *, index, spec):
    """Zeros with x in the part that the index selects."""
    out = _filled(spec_of(spec.shape, x.spec.dtype, x.spec.device), 0)
    write_copy(x, view_of(out, *_part(out.spec, index)))
    return out


@_embed.grad("x")
def _embed_grad_x(g, *, index):
    return apply(_basic, g, index=index)


class Parts:
    """The gradient of a tensor, as long as only gradients of parts of it have come in.

    They are written side by side into one tensor, where each alone would be a tensor of zeros.
    """

    __slots__ = ("members", "spec")

    def __init__(self, spec, index, g):
        self.spec, self.members = spec, [(index, g)]

    def __add__(self, other):
        if type(other) is not Parts:
            return self.whole() + other
        self.members += other.members
        return self

    def __radd__(self, other):
        return other + self.whole()

    def whole(self):
        """Their sum, outside of any graph."""
        if len(self.members) == 1:
            (index, g), = self.members
            return apply(_embed, g, index=index, spec=self.spec)
        # laid out alike, so that the gradients of permute and view copy nothing
        spec = like_spec(self.spec, self.spec.dtype)
        apart, complete = _tiling(spec.shape, [index for index, _ in self.members])
        out = (empty_as if complete else zeros_as)(spec, spec.dtype)
        for index, g in self.members:
            part = view_of(out, *_part(out.spec, index))
            if apart:
                write_copy(g, part)
            else:
                part.add_(g)
        return out


def _tiling(shape, indices):
    """Whether parts do not meet, and whether they fill the shape; judged along one dim."""
    columns = list(zip(*indices, strict=True)) if len({*map(len, indices)}) == 1 else []
    different = [k for k, items in enumerate(columns) if any(i != items[0] for i in items)]
    if len(different) != 1 or None in columns[different[0]]:
        return False, False
    (position,) = different
    dim = sum(item is not None for item in indices[0][:position])
    spans = sorted(_span(item, shape[dim]) for item in columns[position])
    apart = all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    filled = sum(stop - start for start, stop in spans) == shape[dim]
    rest = indices[0][:position] + indices[0][position + 1 :]
    return apart, apart and filled and all(i is None or i == slice(None) for i in rest)


def _span(item, extent):
    """The first index that an integer or a slice may select, and the one behind the last."""
    if not isinstance(item, slice):
        return item, item + 1
    start, stop, step = item.indices(extent)
    found = range(start, stop, step)
    if abs(step) > 1 or not found:
        return 0, extent  # as good as all: it may meet any other
    return min(found[0], found[-1]), max(found[0], found[-1]) + 1


def _part(spec, index):
    """Shape, strides and offset of what a tuple of integers, slices and None selects."""
    shape, strides, offset, dim = [], [], 0, 0
    for item in index:
        if item is None:
            shape.append(1)
            whole = dim == len(spec.shape)
            strides.append(1 if whole else spec.shape[dim] * spec.strides[dim])
            continue
        extent, stride = spec.shape[dim], spec.strides[dim]
        if isinstance(item, slice):
            start, stop, step = item.indices(extent)
            count = len(range(start, stop, step))
            offset += start * stride if count else 0
            shape.append(count)
            strides.append(stride * step)
        else:
            offset += item * stride
        dim += 1
    shape += spec.shape[dim:]
    strides += spec.strides[dim:]
    return shape, strides, offset


def basic_index(spec, index):
    """An index of integers, slices, None and Ellipsis with all checked and filled in.

    Raises
    ------
    IndexError
        For an integer out of range, or too many indices.
    """
    ndim = len(spec.shape)
    taken = sum(item is not None and item is not Ellipsis for item in index)
    if taken > ndim:
        raise IndexError(
            f"index: too many indices for tensor of dimension {ndim}; expected at most {ndim}; "
            f"got {taken}"
        )
    full: list[Any] = []
    dim = 0
    for item in index:
        if item is Ellipsis:
            skipped = skipped_by_ellipsis(ndim, taken, dim)
            full += [slice(None)] * skipped
            dim += skipped
        elif item is None:
            full.append(None)
        else:
            check_dim(dim, ndim)
            full.append(_checked(item, spec.shape[dim], dim))
            dim += 1
    return tuple(full)


def skipped_by_ellipsis(ndim, taken, dim):
    """The dims that `...` stands for: each stands for all that the index does not name, if left."""
    return min(ndim - taken, ndim - dim)


def check_dim(dim, ndim):
    """Refuse an item of an index for which an earlier `...` has left no dim."""
    if dim >= ndim:
        raise IndexError(
            f"index: too many indices for tensor of dimension {ndim}; expected one Ellipsis "
            "('...'); got several that leave no dim for what follows; try one"
        )


def _checked(item, extent, dim):
    if isinstance(item, slice):
        parts = [
            None if p is None else operator.index(p) for p in (item.start, item.stop, item.step)
        ]
        if parts[2] == 0:
            raise ValueError("index: expected a slice step other than zero; got 0")
        return slice(*parts)
    position = operator.index(item)
    if not -extent <= position < extent:
        raise IndexError(
            f"index {position} is out of bounds for dimension {dim} with size {extent}"
        )
    return position % extent


def _is_basic(item):
    if item is None or item is Ellipsis or isinstance(item, slice):
        return True
    return isinstance(item, int | np.integer) and not isinstance(item, bool | np.bool_)


def getitem(self, index: Any) -> Tensor:
    """``x[index]``: a view for integers, slices, None and Ellipsis, else a copy."""
    if type(index) is int:
        new, extent, step = _row(self.spec)
        if -extent <= index < extent:
            index %= extent
            return viewed(_basic, self, new, index * step, {"index": (index,)}, 3)
    if isinstance(index, Tensor) and index.spec.shape:
        return supplied["indexed"](self, (index,))
    key = _told(index)
    if key is not None:
        new, offset, static = _selected(self.spec, key)
        return viewed(_basic, self, new, offset, static, 3)
    items = tuple(_plain(item) for item in _items(index))
    if all(map(_is_basic, items)):
        new, offset, static = _place(self.spec, basic_index(self.spec, items))
        return viewed(_basic, self, new, offset, static, 3)
    return supplied["indexed"](self, items)


def _items(index):
    """What an index asks of each dim; PyTorch takes a list of more than numbers for a tuple."""
    if isinstance(index, tuple):
        return index
    if type(index) is list and len(index) < 32 and any(map(_is_for_a_dim, index)):
        warn(
            "Using a non-tuple sequence for multidimensional indexing is deprecated; use "
            "x[tuple(seq)] instead of x[seq], or x[tensor(seq)] for an index of the first dim"
        )
        return tuple(index)
    return (index,)


def _is_for_a_dim(item):
    """Whether an element of a list is an index itself: no number."""
    kinds = Tensor | Sequence | np.ndarray | slice
    return item is None or item is Ellipsis or isinstance(item, kinds)


@functools.lru_cache(maxsize=4096)
def _row(spec):
    """The Spec of a part at one index of the first dim, the extent of that, and its bytes."""
    shape, strides = spec.shape or (0,), spec.strides or (0,)
    row = spec.seen(shape[1:], strides[1:])
    return row, shape[0], strides[0] * spec.dtype.itemsize


def _told(index):
    """A basic index of plain integers as something to look up, slices as tuples; else None."""
    key = []
    for item in index if type(index) is tuple else (index,):
        kind = type(item)
        if kind is slice:
            item = item.start, item.stop, item.step
            for part in item:
                if part is not None and type(part) is not int:
                    return None
        elif kind is not int and item is not None and item is not Ellipsis:
            return None
        key.append(item)
    return tuple(key)


@functools.lru_cache(maxsize=4096)
def _selected(spec, key):
    items = [slice(*item) if type(item) is tuple else item for item in key]
    return _place(spec, basic_index(spec, items))


def _place(spec, index):
    """The Spec of what a checked index selects, where it begins, and the words of `_basic`."""
    shape, strides, offset = _part(spec, index)
    new = spec.seen(shape, strides)
    return new, offset * spec.dtype.itemsize, {"index": index}


def setitem(self, index: Any, value: Any) -> None:
    """``x[index] = value``, broadcast and converted."""
    key = _told(index)
    if key is not None:
        new, offset, static = _selected(self.spec, key)
        _set(viewed(_basic, self, new, offset, static, 3), value)
        return
    items = tuple(_plain(item) for item in _items(index))
    if all(map(_is_basic, items)):
        _set(apply(_basic, self, index=basic_index(self.spec, items)), value)
        return
    supplied["set_indexed"](self, items, value)


def _set(part, value):
    """Overwrite a view."""
    if isinstance(value, list | tuple | np.ndarray):
        value = part.new_tensor(value)
    if isinstance(value, Tensor):
        while value.ndim > part.ndim and value.spec.shape[0] == 1:
            value = value[0]
    if not part.spec.contiguous:
        check_memory("fill_", part)  # which alone would fill expanded memory
    fill_(part, value) if _is_one_number(value, part) else copy_(part, value)


def _is_one_number(value, part):
    """Whether a value is a number, or a 0-d tensor of another dtype, which has to fit."""
    if isinstance(value, Tensor):
        return not value.spec.shape and value.spec.dtype is not part.spec.dtype
    return isinstance(value, int | float)


def _plain(item):
    """A 0-d integer tensor counts as an integer; one of uint8 is a mask."""
    if isinstance(item, Tensor) and not item.spec.shape and not item.spec.hidden:
        kind = item.spec.dtype
        return int(item) if kind.category == 1 and kind is not dtypes.uint8 else item
    return item


Tensor.__getitem__ = getitem
Tensor.__setitem__ = setitem


def _along(input, dim, item, op):
    dim = shapes.dim_index(dim, len(input.spec.shape), op)
    return viewed(_basic, input, *_place_along(input.spec, dim, item))


def _place_along(spec, dim, item):
    """The place of what an integer or a slice selects along a dim."""
    return _place(spec, (slice(None),) * dim + (item,))


def _spans(spec, dim, ends):
    """The places of parts along a dim that begin at one of the ends and stop at the next."""
    return [_place_along(spec, dim, slice(a, b)) for a, b in itertools.pairwise(ends)]


@public
def select(input: Tensor, dim: int, index: int | Tensor) -> Tensor:
    """The part at one index of a dim, without that dim."""
    if type(index) is not int or type(dim) is not int:
        dim = shapes.dim_index(dim, len(input.spec.shape), "select")
        index = operator.index(index)
    return viewed(_basic, input, *_chosen(input.spec, dim, index))


@remembered
def _chosen(spec, dim, index):
    dim = shapes.dim_index(dim, len(spec.shape), "select")
    if not spec.shape:
        raise IndexError("select: expected a tensor with dims; got a 0-d tensor; try unsqueeze(0)")
    return _place_along(spec, dim, _checked(index, spec.shape[dim], dim))


def _start(start):
    """The start of `narrow`: an integer, or a tensor of one."""
    if isinstance(start, Tensor) and (start.ndim or start.spec.dtype.category != 1):
        raise RuntimeError(
            expected("narrow", "start must be an 0-dim integral Tensor", repr(start.spec), "int()")
        )
    if isinstance(start, bool):
        raise TypeError(expected("narrow", "start to be an integer", "bool", "int()"))
    return operator.index(start)


@public
def narrow(input: Tensor, dim: int, start: Operand, length: int) -> Tensor:
    """`length` indices of a dim from `start`."""
    plain = type(dim) is int and type(start) is int and type(length) is int
    if not plain and input.spec.shape:
        dim = shapes.dim_index(dim, len(input.spec.shape), "narrow")
        start, length = _start(start), shapes.integer(length, "narrow", "length")
    return viewed(_basic, input, *_narrowed(input.spec, dim, start, length))


@remembered
def _narrowed(spec, dim, start, length):
    if not spec.shape:
        raise RuntimeError(
            "narrow: narrow() cannot be applied to a 0-dim tensor; expected at least 1 dim; got 0; "
            "try unsqueeze(0)"
        )
    dim = shapes.dim_index(dim, len(spec.shape), "narrow")
    extent = spec.shape[dim]
    first = start + extent if start < 0 else start
    if length >= 0 and not 0 <= first <= extent:
        wanted = f"start in the range of [-{extent}, {extent}]"
        raise IndexError(expected("narrow", wanted, str(start), "slices"))
    if length < 0 or not 0 <= first <= extent - length:
        raise RuntimeError(
            expected(
                "narrow", f"start and length within {extent}", f"{start} and {length}", "slices"
            )
        )
    return _place_along(spec, dim, slice(first, first + length))


@public
def narrow_copy(input: Tensor, dim: int, start: Operand, length: int) -> Tensor:
    """A copy of `length` indices of a dim from `start`."""
    return narrow(input, dim, start, length).clone()


def _refuse_number(op, spec):
    if not spec.shape:
        raise RuntimeError(expected(op, "at least 1 dim", "a 0-dim tensor", "unsqueeze(0)"))


@public(names=("unsafe_split",))
def split(tensor: Tensor, split_size_or_sections: Dims, dim: int = 0) -> tuple[Tensor, ...]:
    """Parts along a dim: of one size (the last may be smaller), or of the sizes given."""
    sections = split_size_or_sections
    if type(sections) is not int or type(dim) is not int:
        dim = shapes.dim_index(dim, len(tensor.spec.shape), "split")
        if isinstance(sections, tuple | list):
            sections = tuple(map(operator.index, sections))
        else:
            sections = shapes.integer(sections, "split", "split_size")
    return tuple([viewed(_basic, tensor, *part) for part in _split(tensor.spec, sections, dim)])


@remembered
def _split(spec, sections, dim):
    """The places of the parts of `split`."""
    _refuse_number("split", spec)
    dim = shapes.dim_index(dim, len(spec.shape), "split")
    extent = spec.shape[dim]
    if type(sections) is tuple:
        sizes = sections
        if sum(sizes) != extent or any(n < 0 for n in sizes):
            raise RuntimeError(
                expected("split", f"sizes that sum up to {extent}", str([*sizes]), "one size")
            )
    else:
        if sections < 0 or (sections == 0 and extent):
            raise RuntimeError(expected("split", "a positive size", str(sections), "1"))
        count = max(1, -(-extent // sections)) if sections else 1
        sizes = tuple([min(sections, extent - k * sections) for k in range(count)])
    return _spans(spec, dim, itertools.accumulate(sizes, initial=0))


@public(names=("unsafe_split_with_sizes",))
def split_with_sizes(
    input: Tensor, split_sizes: Sequence[int], dim: int = 0
) -> tuple[Tensor, ...]:
    """Parts of the sizes given."""
    return split(input, list(split_sizes), dim)


@public(names=("unsafe_chunk",))
def chunk(input: Tensor, chunks: int, dim: int = 0) -> tuple[Tensor, ...]:
    """At most `chunks` parts of equal size; the last may be smaller."""
    if type(chunks) is not int or type(dim) is not int:
        chunks = shapes.integer(chunks, "chunk", "chunks")
        dim = shapes.dim_index(dim, len(input.spec.shape), "chunk") if chunks > 0 else 0
    size = _chunk_size(input.spec, chunks, dim)
    if not size:
        return (input,) * chunks
    return tuple([viewed(_basic, input, *part) for part in _split(input.spec, size, dim)])


@remembered
def _chunk_size(spec, chunks, dim):
    """The extent of each part of `chunk`."""
    if chunks < 1:
        raise RuntimeError(expected("chunk", "chunks to be greater than 0", repr(chunks), "1"))
    _refuse_number("chunk", spec)
    return -(-spec.shape[shapes.dim_index(dim, len(spec.shape), "chunk")] // chunks)


def _cuts(given):
    """Indices or a number of sections out of a tensor."""
    if given.spec.dtype is not dtypes.int64 or given.ndim > 1:
        raise RuntimeError(
            expected("tensor_split", "tensor_indices_or_sections to be a zero-dimensional or "
                     "one-dimensional tensor of dtype int64", repr(given.spec), ".long()")
        )  # fmt: skip
    return given.tolist()


@public
def tensor_split(input: Tensor, indices_or_sections: Sections, dim: int = 0) -> tuple[Tensor, ...]:
    """Parts at the given indices, or into that many parts whose sizes differ by at most one."""
    if input.ndim == 0:
        raise RuntimeError(
            expected("tensor_split", "at least a 1-dimensional tensor", "0 dims", "unsqueeze(0)")
        )
    if isinstance(indices_or_sections, Tensor):
        indices_or_sections = _cuts(indices_or_sections)
    dim = shapes.dim_index(dim, len(input.spec.shape), "tensor_split")
    extent = input.spec.shape[dim]
    if isinstance(indices_or_sections, int | np.integer):
        n = int(indices_or_sections)
        if n < 1:
            raise RuntimeError(expected("tensor_split", "at least 1 section", str(n), "1"))
        ends = np.cumsum([0] + [extent // n + (i < extent % n) for i in range(n)]).tolist()
    else:
        ends = [0, *map(int, indices_or_sections), extent]
    return tuple(_along(input, dim, slice(a, max(a, b)) if a >= 0 and b >= 0 else slice(a, b), "")
                 for a, b in itertools.pairwise(ends))  # fmt: skip


@public
def unbind(input: Tensor, dim: int = 0) -> tuple[Tensor, ...]:
    """The parts at each index of a dim."""
    if type(dim) is not int:
        dim = shapes.dim_index(dim, len(input.spec.shape), "unbind")
    return tuple([viewed(_basic, input, *part) for part in _unbound(input.spec, dim)])


@remembered
def _unbound(spec, dim):
    dim = shapes.dim_index(dim, len(spec.shape), "unbind")
    return [_chosen(spec, dim, k) for k in range(spec.shape[dim] if spec.shape else 1)]
