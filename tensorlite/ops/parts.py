"""Views of parts: integers, slices and None, and what is made of them."""

import functools
import itertools
import operator
from collections.abc import Sequence
from typing import Any

import numpy as np

from .. import dtypes
from ..declare import primitive
from ..dispatch import apply
from ..graph import view_of, viewed, warn
from ..op import supplied
from ..tensor import Tensor, spec_of
from ..writing import check_memory
from .copying import copy_, fill_, write_copy
from .creation import empty_as, filled, like_spec, zeros_as


@primitive(takes_short=True)
def slice_op(x, *, index):
    """The part that integers, slices and None select: a view."""
    return view_of(x, *_part(x.spec, index))


@slice_op.grad("x")
def _slice_grad_x(g, x_spec, *, index):
    return apply(_embed, g, index=index, spec=x_spec)


@primitive
def _embed(x, *, index, spec):
    """Zeros with x in the part that the index selects."""
    out = filled(spec_of(spec.shape, x.spec.dtype, x.spec.device), 0)
    write_copy(x, view_of(out, *_part(out.spec, index)))
    return out


@_embed.grad("x")
def _embed_grad_x(g, *, index):
    return apply(slice_op, g, index=index)


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
    covered = sum(stop - start for start, stop in spans) == shape[dim]
    rest = indices[0][:position] + indices[0][position + 1 :]
    return apart, apart and covered and all(i is None or i == slice(None) for i in rest)


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
            f"got {taken}{'' if ndim else '; try item()'}"
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
            full.append(checked_item(item, spec.shape[dim], dim))
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


def checked_item(item, extent, dim):
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


def is_basic(item):
    if item is None or item is Ellipsis or isinstance(item, slice):
        return True
    return isinstance(item, int | np.integer) and not isinstance(item, bool | np.bool_)


def getitem(self, index: Any) -> Tensor:
    """``x[index]``: a view for integers, slices, None and Ellipsis, else a copy."""
    if type(index) is int:
        new, extent, step = _row(self.spec)
        if -extent <= index < extent:
            index %= extent
            return viewed(slice_op, self, new, index * step, {"index": (index,)}, 3)
    if isinstance(index, Tensor) and index.spec.shape:
        return supplied["indexed"](self, (index,))
    key = _told(index)
    if key is not None:
        new, offset, static = _selected(self.spec, key)
        return viewed(slice_op, self, new, offset, static, 3)
    items = tuple(_plain(item) for item in _items(index))
    if all(map(is_basic, items)):
        new, offset, static = place_in(self.spec, basic_index(self.spec, items))
        return viewed(slice_op, self, new, offset, static, 3)
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
    return place_in(spec, basic_index(spec, items))


def place_in(spec, index):
    """The Spec of what a checked index selects, where it begins, and the words of `slice_op`."""
    shape, strides, offset = _part(spec, index)
    new = spec.seen(shape, strides)
    return new, offset * spec.dtype.itemsize, {"index": index}


def setitem(self, index: Any, value: Any) -> None:
    """``x[index] = value``, broadcast and converted."""
    key = _told(index)
    if key is not None:
        new, offset, static = _selected(self.spec, key)
        _set(viewed(slice_op, self, new, offset, static, 3), value)
        return
    items = tuple(_plain(item) for item in _items(index))
    if all(map(is_basic, items)):
        _set(apply(slice_op, self, index=basic_index(self.spec, items)), value)
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
