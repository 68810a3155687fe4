"""Views by any strides: diagonals, windows, and the histories of views that were written."""

from collections.abc import Sequence

import numpy as np

from .. import shapes
from ..calls import remembered
from ..declare import method, primitive, public
from ..dispatch import apply, attach
from ..errors import expected
from ..graph import link, mode, view_of, viewed
from ..op import Op, supplied, supplies
from ..tensor import Tensor, base_of, empty_shape, make, spec_of
from .complexes import as_complex, as_real
from .copying import apart, write_copy
from .creation import empty_as, from_array, zeros_as
from .indexing import write_at
from .views import movedim, reshape


@primitive(takes_short=True)
def _strided(x, *, shape, strides, offset):
    """Any walk over the elements, relative to the first."""
    return view_of(x, shape, strides, offset)


@_strided.grad("x")
def _strided_grad_x(g, x_spec, *, shape, strides, offset):
    return apply(_scatter_region, g, spec=x_spec, strides=strides, offset=offset)


@primitive
def _scatter_region(x, *, spec, strides, offset):
    """Zeros laid out as `spec`, with the elements of x added where the strides lead."""
    out = zeros_as(spec, x.spec.dtype)
    if shapes.overlaps(x.spec.shape, strides):
        places = np.full(x.spec.shape, out.storage_offset() + offset)
        for dim, (extent, stride) in enumerate(zip(x.spec.shape, strides, strict=True)):
            rest = len(strides) - dim - 1
            places += (np.arange(extent) * stride).reshape(-1, *[1] * rest)
        flat = spec_of((out.memory.nbytes // x.itemsize,), x.spec.dtype, x.spec.device)
        memory = make(out.memory, flat, out.memory.address)
        write_at(
            memory,
            reshape(x, -1),
            from_array(places.reshape(-1)).to(x.device),
            dims=(0,),
            combine="add",
        )
    else:
        write_copy(x, view_of(out, x.spec.shape, strides, offset))
    return out


@_scatter_region.grad("x")
def _scatter_region_grad_x(g, x_spec, *, spec, strides, offset):
    return apply(_gather_region, g, spec=spec, shape=x_spec.shape, strides=strides, offset=offset)


@primitive
def _gather_region(x, *, spec, shape, strides, offset):
    """What the strides read from x, once x is laid out as `spec`."""
    source = laid_out(x, spec)
    out = empty_shape(shape, x.spec.dtype, x.spec.device)
    return write_copy(view_of(source, shape, strides, offset), out)


@_gather_region.grad("x")
def _gather_region_grad_x(g, *, spec, strides, offset):
    return apply(_scatter_region, g, spec=spec, strides=strides, offset=offset)


@primitive
def _without_region(x, *, spec, shape, strides, offset):
    """A copy of x, laid out as `spec`, with zeros where the strides lead."""
    out = write_copy(x, empty_as(spec, x.spec.dtype))
    with mode.off():
        view_of(out, shape, strides, offset).zero_()
    return out


@_without_region.grad("x")
def _without_region_grad_x(g, *, spec, shape, strides, offset):
    return apply(_without_region, g, spec=spec, shape=shape, strides=strides, offset=offset)


def laid_out(x, spec):
    """x, or a copy of it, with the strides of a spec."""
    if x.spec.strides == spec.strides:
        return x
    return write_copy(x, empty_as(spec, x.spec.dtype))


@public
def as_strided(
    input: Tensor, size: Sequence[int], stride: Sequence[int], storage_offset: int | None = None
) -> Tensor:
    """Any walk over the storage: shape, strides and offset, all counted in elements."""
    size, stride = (tuple([shapes.integer(n, "as_strided", "sizes and strides") for n in given])
                    for given in (size, stride))  # fmt: skip
    start = input.storage_offset()
    if storage_offset is not None:
        start = shapes.integer(storage_offset, "as_strided", "storage_offset")
    if len(size) != len(stride) or any(n < 0 for n in size):
        raise RuntimeError(
            expected("as_strided", "as many strides as sizes, and no negative size",
                     f"{size} and {stride}", "x.stride()")
        )  # fmt: skip
    total = input.memory.nbytes // input.itemsize
    low, high = (start + end for end in shapes.reach(size, stride))
    if shapes.numel(size) and (low < 0 or high >= total):
        raise RuntimeError(
            expected("as_strided", f"elements within a storage of {total}", f"{low} to {high}",
                     "smaller sizes or strides")
        )  # fmt: skip
    if input.requires_grad and mode.grad:
        input = _covering(input, low, high)
    return apply(_strided, input, shape=size, strides=stride, offset=start - input.storage_offset())


def _covering(input, low, high):
    """The tensor through which gradients flow to these elements of the storage."""
    for x in (input, base_of(input)):
        first = x.storage_offset()
        own = [first + end for end in shapes.reach(x.spec.shape, x.spec.strides)]
        fits = (
            own[0] <= low and high <= own[1] and not shapes.overlaps(x.spec.shape, x.spec.strides)
        )
        if fits or not x.spec.numel:
            return x
    raise RuntimeError(
        expected("as_strided", "elements of the tensor itself, as it requires grad",
                 f"{low} to {high} of its storage", "detach(), or clone() of an expanded tensor")
    )  # fmt: skip


@public
def diagonal(input: Tensor, offset: int = 0, dim1: int = 0, dim2: int = 1) -> Tensor:
    """The diagonals of the planes of two dims, as a new last dim."""
    if type(offset) is not int or type(dim1) is not int or type(dim2) is not int:
        ndim, offset = len(input.spec.shape), shapes.integer(offset, "diagonal", "offset")
        dim1, dim2 = (shapes.dim_index(dim, ndim, "diagonal") for dim in (dim1, dim2))
    if input._node is not None and mode.grad and _meets_itself(input.spec):
        input = input.contiguous()
    return viewed(_strided, input, *_diagonal(input.spec, offset, dim1, dim2))


@remembered
def _diagonal(spec, offset, dim1, dim2):
    ndim, shape, strides = len(spec.shape), spec.shape, spec.strides
    a, b = shapes.dim_index(dim1, ndim, "diagonal"), shapes.dim_index(dim2, ndim, "diagonal")
    if a == b:
        raise RuntimeError(
            expected("diagonal", "two different dims", f"{dim1} and {dim2}", "0 and 1")
        )
    count = max(0, min(shape[a] + min(offset, 0), shape[b] - max(offset, 0)))
    start = (offset * strides[b] if offset > 0 else -offset * strides[a]) if count else 0
    rest = [d for d in range(ndim) if d not in (a, b)]
    shape = *(shape[d] for d in rest), count
    strides = *(strides[d] for d in rest), strides[a] + strides[b]
    new = spec.seen(shape, strides)
    return new, start * spec.dtype.itemsize, {"shape": shape, "strides": strides, "offset": start}


@remembered
def _meets_itself(spec):
    """Whether two indices may reach one element."""
    return shapes.overlaps(spec.shape, spec.strides)


@public(out=True, rehearsed=True)
def diag(input: Tensor, diagonal: int = 0) -> Tensor:
    """A matrix with this vector on a diagonal; or a copy of a diagonal of a matrix."""
    if len(input.spec.shape) == 1:
        return diag_embed(input, diagonal)
    if len(input.spec.shape) != 2:
        raise RuntimeError(expected("diag", "1 or 2 dims", str(input.ndim), "diagonal()"))
    return apart(table_diagonal(input, diagonal), input)


table_diagonal = diagonal


@public
def diag_embed(input: Tensor, offset: int = 0, dim1: int = -2, dim2: int = -1) -> Tensor:
    """Zeros with the last dim on the diagonals of two new dims."""
    n = input.spec.shape[-1] + abs(offset)
    out = input.new_zeros(*input.spec.shape[:-1], n, n)
    table_diagonal(out, offset, -2, -1).copy_(input)
    return movedim(out, (-2, -1), (dim1, dim2))


@method
def unfold(self: Tensor, dimension: int, size: int, step: int) -> Tensor:
    """Windows of `size` along a dim, `step` apart, as a new last dim."""
    if not self.spec.shape:
        return unfold(reshape(self, 1), dimension, size, step)[0] if size else reshape(self, 1)[:0]
    dim = shapes.dim_index(dimension, len(self.spec.shape), "unfold")
    size, step = (shapes.integer(n, "unfold", "size and step") for n in (size, step))
    if mode.grad and self.requires_grad and _meets_itself(self.spec):
        self = self.contiguous()
    shape, strides = self.spec.shape, self.spec.strides
    if size < 0 or size > shape[dim] or step < 1:
        raise RuntimeError(
            expected("unfold", f"a size within {shape[dim]} and a positive step",
                     f"{size} and {step}", "a smaller size")
        )  # fmt: skip
    count = (shape[dim] - size) // step + 1
    return apply(
        _strided,
        self,
        shape=(*shape[:dim], count, *shape[dim + 1 :], size),
        strides=(*strides[:dim], strides[dim] * step, *strides[dim + 1 :], strides[dim]),
        offset=0,
    )


# ------------------------------------------------------------------ histories of written views


def _region(base, view):
    return {
        "spec": base.spec,
        "shape": view.spec.shape,
        "strides": view.spec.strides,
        "offset": (view.address - base.address) // base.spec.dtype.itemsize,
    }


# the base after one of its views was written: its old history outside, the view's inside
_overwrite = Op("overwrite", ("base", "view"), None)


@_overwrite.grad("base")
def _outside(g, spec, shape, strides, offset):
    return apply(_without_region, g, spec=spec, shape=shape, strides=strides, offset=offset)


@_overwrite.grad("view")
def _inside(g, spec, shape, strides, offset):
    return apply(_gather_region, g, spec=spec, shape=shape, strides=strides, offset=offset)


@supplies
def written_base(base, view, node, index=0):
    """Give the base of a written view its new history, and its views one that goes through it.

    Without a node constants were written: the old history ends there.
    """
    if base is view and node is not None:
        base._node, base._index = node, index
    elif base._node is not None or node is not None:
        stand_in = make(view.memory, view.spec, view.address)
        stand_in._node, stand_in._index = node, index
        _overwritten(base, stand_in)
    if base._node is not None and base._extra is not None and base._extra.views:
        views, base._extra.views = base._extra.views, None
        for each in (ref() for ref in views):
            if each is not None and each._node is None:
                reattach(each)
    if view is not base:
        reattach(view)


def _overwritten(base, view):
    """Give the base a history in which the view was written over it."""
    if base.spec.dtype is view.spec.dtype:
        base._node, base._index = link(_overwrite, (base, view), base, _region(base, view)), 0
        return
    # of complex numbers and parts of them, through parts
    base_parts, view_parts = _parts(base), _parts(view)
    result = make(base_parts.memory, base_parts.spec, base_parts.address)
    result._node = link(_overwrite, (base_parts, view_parts), result, _region(result, view_parts))
    with_history = as_complex(result) if base.spec.dtype.is_complex else result
    base._node, base._index = with_history._node, with_history._index


def _parts(x):
    """x in its own place in the graph, as real numbers."""
    if not x.spec.dtype.is_complex:
        return x
    alone = make(x.memory, x.spec, x.address)
    alone._node, alone._index = x._node, x._index
    return as_real(alone)


@supplies
def reattach(view):
    """Let a view read the present history of its base."""
    base = view._extra.base
    if base._node is None:
        view._node, view._index = None, 0
    elif base.spec.dtype is view.spec.dtype:
        view._node, view._index = link(_gather_region, (base,), view, _region(base, view)), 0
    else:
        source = _parts(base)
        target = _parts(make(view.memory, view.spec, view.address))
        result = make(target.memory, target.spec, target.address)
        result._node = link(_gather_region, (source,), result, _region(source, result))
        found = as_complex(result) if view.spec.dtype.is_complex else result
        view._node, view._index = found._node, found._index
    attach(view)
    if view._extra.retains:
        supplied["follow"](view)
