"""Views and movement: new shapes and strides over the same storage, and copies that rearrange."""

import operator

import numpy as np

from .. import dtypes, shapes
from ..dispatch import _attach, apply, method, primitive, public
from ..errors import expected
from ..graph import Node, mode
from ..op import NOTHING, Op, Rule, table
from ..storage import allocate
from ..tensor import Tensor, array_of, base_of, empty_shape, make, spec_of, view_of
from .creation import from_array, write_copy, zeros

# ------------------------------------------------------------------ shapes over the same elements


@primitive
def _view(x, *, shape, strides):
    """The same elements in another shape."""
    return view_of(x, shape, strides)


@_view.grad("x")
def _(g, x_spec):
    return reshape(g, x_spec.shape)


@method
def view(self, *shape):
    """
    The same memory in another shape, or its bytes as another dtype.

    Raises
    ------
    RuntimeError
        If the elements do not lie in memory so that strides can walk the shape.
    """
    if len(shape) == 1 and isinstance(shape[0], dtypes.dtype):
        return _view_dtype(self, shape[0])
    shape = shapes.inferred(shapes.shape_from(shape, "view"), self.spec.numel, "view")
    strides = shapes.viewed_strides(self.spec.shape, self.spec.strides, shape)
    if strides is None:
        raise RuntimeError(
            f"view: expected a shape compatible with strides {self.spec.strides} of shape "
            f"{list(self.spec.shape)}; got {list(shape)}; try reshape()"
        )
    return apply(_view, self, shape=shape, strides=strides)


def _view_dtype(self, dtype):
    if dtype.itemsize != self.spec.dtype.itemsize:
        got = f"{self.dtype!r} viewed as {dtype!r}"
        raise RuntimeError(expected("view", "dtypes of the same size", got, ".to()"))
    out = view_of(self, self.spec.shape, self.spec.strides)
    out.spec = spec_of(self.spec.shape, dtype, self.spec.strides)
    return out


@method
def view_as(self, other):
    """self in the shape of another tensor."""
    return view(self, other.spec.shape)


@public
def reshape(input, *shape):
    """The elements in another shape: a view where strides allow it, else a copy."""
    shape = shapes.inferred(shapes.shape_from(shape, "reshape"), input.spec.numel, "reshape")
    strides = shapes.viewed_strides(input.spec.shape, input.spec.strides, shape)
    if strides is None:
        input = input.contiguous()
        strides = shapes.contiguous_strides(shape)
    return apply(_view, input, shape=shape, strides=strides)


@method
def reshape_as(self, other):
    """self in the shape of another tensor."""
    return reshape(self, other.spec.shape)


@public
def flatten(input, start_dim=0, end_dim=-1):
    """Dims from start_dim to end_dim as one."""
    ndim = len(input.spec.shape)
    if ndim == 0:
        return reshape(input, 1)
    start = shapes.dim_index(start_dim, ndim, "flatten")
    end = shapes.dim_index(end_dim, ndim, "flatten")
    if start > end:
        raise RuntimeError(
            expected("flatten", "start_dim before end_dim", f"{start_dim} and {end_dim}", "0 and -1")
        )
    shape = input.spec.shape
    merged = shapes.numel(shape[start : end + 1])
    return reshape(input, shape[:start] + (merged,) + shape[end + 1 :])


@public
def ravel(input):
    """All elements in one dim."""
    return reshape(input, -1)


@public
def unflatten(input, dim, sizes):
    """One dim as several; one of their sizes may be -1."""
    dim = shapes.dim_index(dim, len(input.spec.shape), "unflatten")
    shape = input.spec.shape
    sizes = shapes.inferred(tuple(sizes), shape[dim], "unflatten")
    return reshape(input, shape[:dim] + sizes + shape[dim + 1 :])


@public
def squeeze(input, dim=None):
    """Without the dims of extent 1, or without those given."""
    shape, strides = input.spec.shape, input.spec.strides
    dims = shapes.dim_indices(dim, len(shape), "squeeze")
    kept = [d for d in range(len(shape)) if d not in dims or shape[d] != 1]
    return apply(
        _view, input, shape=tuple(shape[d] for d in kept), strides=tuple(strides[d] for d in kept)
    )


@public
def unsqueeze(input, dim):
    """With a new dim of extent 1."""
    shape, strides = input.spec.shape, input.spec.strides
    dim = shapes.dim_index(dim, len(shape) + 1, "unsqueeze")
    step = shape[dim] * strides[dim] if dim < len(shape) else 1
    return apply(
        _view,
        input,
        shape=(*shape[:dim], 1, *shape[dim:]),
        strides=(*strides[:dim], step, *strides[dim:]),
    )


@primitive
def _permute(x, *, dims):
    """The dims in another order."""
    shape, strides = x.spec.shape, x.spec.strides
    return view_of(x, [shape[d] for d in dims], [strides[d] for d in dims])


@_permute.grad("x")
def _(g, *, dims):
    return apply(_permute, g, dims=tuple(sorted(range(len(dims)), key=dims.__getitem__)))


@public
def permute(input, *dims):
    """The dims in another order."""
    dims = shapes.shape_from(dims, "permute")
    ndim = len(input.spec.shape)
    order = tuple(shapes.dim_index(d, ndim, "permute") for d in dims)
    if sorted(order) != list(range(ndim)):
        raise RuntimeError(expected("permute", f"each of {ndim} dims once", str(list(dims)), "0..n-1"))
    return apply(_permute, input, dims=order)


@public(names=("swapaxes", "swapdims"))
def transpose(input, dim0, dim1):
    """Two dims swapped."""
    ndim = len(input.spec.shape)
    a = shapes.dim_index(dim0, ndim, "transpose")
    b = shapes.dim_index(dim1, ndim, "transpose")
    if ndim == 0:
        return apply(_permute, input, dims=())
    order = list(range(ndim))
    order[a], order[b] = b, a
    return apply(_permute, input, dims=tuple(order))


@public
def t(input):
    """A matrix transposed; a vector as it is."""
    if len(input.spec.shape) > 2:
        raise RuntimeError(expected("t", "at most 2 dims", str(input.ndim), ".mT or permute()"))
    return transpose(input, 0, 1) if input.ndim == 2 else transpose(input, 0, 0)


@public(names=("moveaxis",))
def movedim(input, source, destination):
    """Dims moved to other places; the rest keep their order."""
    ndim = len(input.spec.shape)
    pairs = [
        [shapes.dim_index(d, ndim, "movedim") for d in (ds if isinstance(ds, tuple | list) else (ds,))]
        for ds in (source, destination)
    ]
    if len(pairs[0]) != len(pairs[1]) or any(len(set(p)) != len(p) for p in pairs):
        raise RuntimeError(
            expected("movedim", "as many sources as destinations, each once",
                     f"{source} and {destination}", "movedim(x, 0, -1)")
        )  # fmt: skip
    placed = dict(zip(pairs[1], pairs[0], strict=True))
    rest = iter(d for d in range(ndim) if d not in pairs[0])
    return permute(input, [placed[d] if d in placed else next(rest) for d in range(ndim)])


@primitive
def _expand(x, *, shape):
    """Extents of 1 repeated without copying."""
    spec = x.spec
    return view_of(x, shape, shapes.expanded_strides(spec.shape, spec.strides, shape))


@_expand.grad("x")
def _(g, x_spec):
    return sum_to(g, x_spec)


@method
def expand(self, *sizes):
    """Extents of 1 repeated to larger sizes without copying; -1 keeps an extent."""
    sizes = shapes.shape_from(sizes, "expand")
    shape = self.spec.shape
    offset = len(sizes) - len(shape)
    fits = offset >= 0 and all(
        n == -1 or m in (1, n) for m, n in zip(shape, sizes[offset:], strict=True)
    )
    if not fits or any(n < 0 for n in sizes[: max(offset, 0)]):
        raise RuntimeError(
            expected("expand", f"sizes to which {list(shape)} broadcasts", str(list(sizes)), "repeat()")
        )
    target = tuple(
        shape[d - offset] if n == -1 and d >= offset else n for d, n in enumerate(sizes)
    )
    return apply(_expand, self, shape=target)


@method
def expand_as(self, other):
    """self broadcast to the shape of another tensor."""
    return expand(self, other.spec.shape)


@public
def broadcast_to(input, shape):
    """input broadcast to a shape without copying."""
    return expand(input, shape)


@public(method=False)
def broadcast_tensors(*tensors):
    """All tensors broadcast to their common shape."""
    shape = shapes.broadcast(*[x.spec.shape for x in tensors], op="broadcast_tensors")
    return tuple(expand(x, shape) for x in tensors)


@public(method=False)
def broadcast_shapes(*sizes):
    """The shape to which these shapes broadcast."""
    return shapes.Size(shapes.broadcast(*[tuple(s) for s in sizes]))


def sum_to(g, spec):
    """The gradient of a broadcast: sums over the dims that were repeated, in the dtype of `spec`."""
    shape = g.spec.shape
    if shape != spec.shape:
        offset = len(shape) - len(spec.shape)
        dims = [*range(offset)] + [
            offset + d for d, n in enumerate(spec.shape) if n == 1 and shape[offset + d] != 1
        ]
        if dims:
            g = g.sum(dims, keepdim=True)
        g = reshape(g, spec.shape)
    return g if g.spec.dtype is spec.dtype else g.to(spec.dtype)


# ------------------------------------------------------------------ parts: slices and strides


@primitive
def _basic(x, *, index):
    """The part that integers, slices and None select: a view."""
    return view_of(x, *_part(x.spec, index))


@_basic.grad("x")
def _(g, x_spec, *, index):
    return apply(_embed, g, index=index, spec=x_spec)


@primitive
def _embed(x, *, index, spec):
    """Zeros with x in the part that the index selects."""
    out = zeros(spec.shape, dtype=x.spec.dtype)
    write_copy(x, view_of(out, *_part(out.spec, index)))
    return out


@_embed.grad("x")
def _(g, *, index):
    return apply(_basic, g, index=index)


def _part(spec, index):
    """Shape, strides and offset of what a tuple of integers, slices and None selects."""
    shape, strides, offset, dim = [], [], 0, 0
    for item in index:
        if item is None:
            shape.append(1)
            strides.append(0)
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
    if sum(item is Ellipsis for item in index) > 1:
        raise IndexError("index: expected at most one Ellipsis ('...'); got several")
    full, dim = [], 0
    for item in index:
        if item is Ellipsis:
            full += [slice(None)] * (ndim - taken)
            dim += ndim - taken
        elif item is None:
            full.append(None)
        else:
            full.append(_checked(item, spec.shape[dim], dim))
            dim += 1
    return tuple(full)


def _checked(item, extent, dim):
    if isinstance(item, slice):
        parts = [None if p is None else operator.index(p) for p in (item.start, item.stop, item.step)]
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


def getitem(self, index):
    """``x[index]``: a view for integers, slices, None and Ellipsis, else a copy."""
    items = index if isinstance(index, tuple) else (index,)
    items = tuple(_plain(item) for item in items)
    if all(map(_is_basic, items)):
        return apply(_basic, self, index=basic_index(self.spec, items))
    from . import indexing

    return indexing.getitem(self, items)


def setitem(self, index, value):
    """``x[index] = value``, broadcast and converted."""
    items = index if isinstance(index, tuple) else (index,)
    items = tuple(_plain(item) for item in items)
    if all(map(_is_basic, items)):
        part = apply(_basic, self, index=basic_index(self.spec, items))
        if isinstance(value, list | tuple | np.ndarray):
            from .creation import tensor

            value = tensor(value, dtype=self.dtype)
        if isinstance(value, Tensor):
            while value.ndim > part.ndim and value.spec.shape[0] == 1:
                value = value[0]
        part.copy_(value)
        return
    from . import indexing

    indexing.setitem(self, items, value)


def _plain(item):
    """A 0-d integer tensor counts as an integer."""
    if isinstance(item, Tensor) and not item.spec.shape and item.spec.dtype.category == 1:
        return int(item)
    return item


Tensor.__getitem__ = getitem
Tensor.__setitem__ = setitem


def _along(input, dim, item, op):
    dim = shapes.dim_index(dim, len(input.spec.shape), op)
    return apply(_basic, input, index=(slice(None),) * dim + (item,))


@public
def select(input, dim, index):
    """The part at one index of a dim, without that dim."""
    dim = shapes.dim_index(dim, len(input.spec.shape), "select")
    if not input.spec.shape:
        raise IndexError("select: expected a tensor with dims; got a 0-d tensor; try unsqueeze(0)")
    return _along(input, dim, _checked(index, input.spec.shape[dim], dim), "select")


@public
def narrow(input, dim, start, length):
    """`length` indices of a dim from `start`."""
    dim = shapes.dim_index(dim, len(input.spec.shape), "narrow")
    extent = input.spec.shape[dim]
    start = operator.index(start)
    first = start + extent if start < 0 else start
    if length < 0 or not 0 <= first <= extent - length:
        raise RuntimeError(
            expected("narrow", f"start and length within {extent}", f"{start} and {length}", "slices")
        )
    return _along(input, dim, slice(first, first + length), "narrow")


@public
def split(tensor, split_size_or_sections, dim=0):
    """Parts along a dim: of one size (the last may be smaller), or of the sizes given."""
    dim = shapes.dim_index(dim, len(tensor.spec.shape), "split")
    extent = tensor.spec.shape[dim]
    if isinstance(split_size_or_sections, int):
        size = split_size_or_sections
        if size < 0 or size == 0 and extent:
            raise RuntimeError(expected("split", "a positive size", str(size), "1"))
        count = max(1, -(-extent // size)) if size else 1
        sizes = [min(size, extent - i * size) for i in range(count)]
    else:
        sizes = list(split_size_or_sections)
        if sum(sizes) != extent or any(n < 0 for n in sizes):
            raise RuntimeError(
                expected("split", f"sizes that sum up to {extent}", str(sizes), "one size")
            )
    starts = np.cumsum([0, *sizes]).tolist()
    return tuple(narrow(tensor, dim, s, n) for s, n in zip(starts, sizes, strict=False))


@method
def split_with_sizes(self, split_sizes, dim=0):
    """Parts of the sizes given."""
    return split(self, list(split_sizes), dim)


@public
def chunk(input, chunks, dim=0):
    """At most `chunks` parts of equal size; the last may be smaller."""
    if not isinstance(chunks, int) or chunks < 1:
        raise RuntimeError(expected("chunk", "chunks to be greater than 0", repr(chunks), "1"))
    dim = shapes.dim_index(dim, len(input.spec.shape), "chunk")
    extent = input.spec.shape[dim]
    return split(input, max(1, -(-extent // chunks)), dim) if extent else (input,) * chunks


@public
def tensor_split(input, indices_or_sections, dim=0):
    """Parts at the given indices, or into that many parts whose sizes differ by at most one."""
    dim = shapes.dim_index(dim, len(input.spec.shape), "tensor_split")
    extent = input.spec.shape[dim]
    if isinstance(indices_or_sections, int):
        n = indices_or_sections
        if n < 1:
            raise RuntimeError(expected("tensor_split", "at least 1 section", str(n), "1"))
        ends = np.cumsum([0] + [extent // n + (i < extent % n) for i in range(n)]).tolist()
    else:
        ends = [0, *map(int, indices_or_sections), extent]
    return tuple(_along(input, dim, slice(a, max(a, b)) if a >= 0 and b >= 0 else slice(a, b), "")
                 for a, b in zip(ends, ends[1:], strict=False))  # fmt: skip


@public
def unbind(input, dim=0):
    """The parts at each index of a dim."""
    dim = shapes.dim_index(dim, len(input.spec.shape), "unbind")
    return tuple(select(input, dim, i) for i in range(input.spec.shape[dim]))


@primitive
def _strided(x, *, shape, strides, offset):
    """Any walk over the elements, relative to the first."""
    return view_of(x, shape, strides, offset)


@_strided.grad("x")
def _(g, x_spec, *, shape, strides, offset):
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
        flat = spec_of((out.storage.nbytes // x.itemsize,), x.spec.dtype)
        memory = array_of(make(out.storage, flat, out.storage.address))
        np.add.at(memory, places.ravel(), array_of(x).ravel())
    else:
        write_copy(x, view_of(out, x.spec.shape, strides, offset))
    return out


@_scatter_region.grad("x")
def _(g, x_spec, *, spec, strides, offset):
    return apply(_gather_region, g, spec=spec, shape=x_spec.shape, strides=strides, offset=offset)


@primitive
def _gather_region(x, *, spec, shape, strides, offset):
    """What the strides read from x, once x is laid out as `spec`."""
    source = laid_out(x, spec)
    out = empty_shape(shape, x.spec.dtype)
    return write_copy(view_of(source, shape, strides, offset), out)


@_gather_region.grad("x")
def _(g, *, spec, strides, offset):
    return apply(_scatter_region, g, spec=spec, strides=strides, offset=offset)


@primitive
def _without_region(x, *, spec, shape, strides, offset):
    """A copy of x, laid out as `spec`, with zeros where the strides lead."""
    out = write_copy(x, empty_as(spec, x.spec.dtype))
    with mode.off():
        view_of(out, shape, strides, offset).zero_()
    return out


@_without_region.grad("x")
def _(g, *, spec, shape, strides, offset):
    return apply(_without_region, g, spec=spec, shape=shape, strides=strides, offset=offset)


def empty_as(spec, dtype):
    """Uninitialised memory for the strides of a spec, gaps included."""
    if not spec.numel:
        return empty_shape(spec.shape, dtype)
    low, high = shapes.reach(spec.shape, spec.strides)
    storage = allocate((high - low + 1) * dtype.itemsize)
    address = storage.address - low * dtype.itemsize
    return make(storage, spec_of(spec.shape, dtype, spec.strides), address)


def zeros_as(spec, dtype):
    """Zeros with the strides of a spec; what lies in gaps is not set."""
    out = empty_as(spec, dtype)
    with mode.off():
        return out.zero_()


def laid_out(x, spec):
    """x, or a copy of it, with the strides of a spec."""
    if x.spec.strides == spec.strides:
        return x
    return write_copy(x, empty_as(spec, x.spec.dtype))




@public
def as_strided(input, size, stride, storage_offset=None):
    """Any walk over the storage: shape, strides and offset, all counted in elements."""
    size, stride = tuple(size), tuple(stride)
    start = input.storage_offset() if storage_offset is None else storage_offset
    if len(size) != len(stride) or any(n < 0 for n in size):
        raise RuntimeError(
            expected("as_strided", "as many strides as sizes, and no negative size",
                     f"{size} and {stride}", "x.stride()")
        )  # fmt: skip
    total = input.storage.nbytes // input.itemsize
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
        fits = own[0] <= low and high <= own[1] and not shapes.overlaps(x.spec.shape, x.spec.strides)
        if fits or not x.spec.numel:
            return x
    raise RuntimeError(
        expected("as_strided", "elements of the tensor itself, as it requires grad",
                 f"{low} to {high} of its storage", "detach(), or clone() of an expanded tensor")
    )  # fmt: skip


@public
def diagonal(input, offset=0, dim1=0, dim2=1):
    """The diagonals of the planes of two dims, as a new last dim."""
    ndim = len(input.spec.shape)
    a, b = shapes.dim_index(dim1, ndim, "diagonal"), shapes.dim_index(dim2, ndim, "diagonal")
    if a == b:
        raise RuntimeError(expected("diagonal", "two different dims", f"{dim1} and {dim2}", "0 and 1"))
    if mode.grad and input.requires_grad and shapes.overlaps(input.spec.shape, input.spec.strides):
        input = input.contiguous()
    shape, strides = input.spec.shape, input.spec.strides
    count = max(0, min(shape[a] + min(offset, 0), shape[b] - max(offset, 0)))
    start = (offset * strides[b] if offset > 0 else -offset * strides[a]) if count else 0
    rest = [d for d in range(ndim) if d not in (a, b)]
    return apply(
        _strided,
        input,
        shape=(*(shape[d] for d in rest), count),
        strides=(*(strides[d] for d in rest), strides[a] + strides[b]),
        offset=start,
    )


@public
def diag(input, diagonal=0):
    """A matrix with this vector on a diagonal; or a diagonal of a matrix."""
    if input.ndim == 1:
        return diag_embed(input, diagonal)
    if input.ndim != 2:
        raise RuntimeError(expected("diag", "1 or 2 dims", str(input.ndim), "diagonal()"))
    return table_diagonal(input, diagonal)


table_diagonal = diagonal


@public
def diag_embed(input, offset=0, dim1=-2, dim2=-1):
    """Zeros with the last dim on the diagonals of two new dims."""
    n = input.spec.shape[-1] + abs(offset)
    out = zeros(*input.spec.shape[:-1], n, n, dtype=input.dtype)
    table_diagonal(out, offset, -2, -1).copy_(input)
    return movedim(out, (-2, -1), (dim1, dim2))


@method
def unfold(self, dimension, size, step):
    """Windows of `size` along a dim, `step` apart, as a new last dim."""
    dim = shapes.dim_index(dimension, len(self.spec.shape), "unfold")
    if mode.grad and self.requires_grad and shapes.overlaps(self.spec.shape, self.spec.strides):
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
    return dict(
        spec=base.spec,
        shape=view.spec.shape,
        strides=view.spec.strides,
        offset=(view.address - base.address) // base.spec.dtype.itemsize,
    )


class _Overwrite(Op):
    """The base after one of its views was written: its old history outside, the view's inside."""

    def rule(self, index):
        return (Rule(_outside, ("spec", "shape", "strides", "offset"), ()),
                Rule(_inside, ("spec", "shape", "strides", "offset"), ()))[index]  # fmt: skip


def _outside(g, spec, shape, strides, offset):
    return apply(_without_region, g, spec=spec, shape=shape, strides=strides, offset=offset)


def _inside(g, spec, shape, strides, offset):
    return apply(_gather_region, g, spec=spec, shape=shape, strides=strides, offset=offset)


_overwrite = _Overwrite("overwrite", ("base", "view"), None)


def written_base(base, view, node, index=0):
    """Give the base of a written view its new history, and its views one that goes through it.

    Without a node constants were written: the old history ends there.
    """
    if base is view and node is not None:
        base._node, base._index = node, index
    elif base._node is not None or node is not None:
        stand_in = make(view.storage, view.spec, view.address)
        stand_in._node, stand_in._index = node, index
        base._node = Node(_overwrite, (base, stand_in), base, _region(base, view))
        base._index = 0
    if base._node is not None and base._extra is not None and base._extra.views:
        views, base._extra.views = base._extra.views, None
        for each in (ref() for ref in views):
            if each is not None and each._node is None:
                reattach(each)
    if view is not base:
        reattach(view)


def reattach(view):
    """Let a view read the present history of its base."""
    base = view._extra.base
    if base._node is None:
        view._node = None
    else:
        view._node = Node(_gather_region, (base,), view, _region(base, view))
    view._index = 0
    _attach(view)


# ------------------------------------------------------------------ joining and repeating


class _Variadic(Op):
    """An op of any number of tensors; its one rule is told the number of the input."""

    def rule(self, index):
        return self.rules[0]

    def saving(self, needed):
        return NOTHING


def _cat_forward(*tensors, dim):
    dtype = tensors[0].spec.dtype
    shape = list(tensors[0].spec.shape)
    shape[dim] = sum(x.spec.shape[dim] for x in tensors)
    out = empty_shape(tuple(shape), dtype)
    start = 0
    for x in tensors:
        shape[dim] = x.spec.shape[dim]
        if x.spec.numel:
            write_copy(x, view_of(out, shape, out.spec.strides, start * out.spec.strides[dim]))
        start += shape[dim]
    return out


def _cat_grad(g, index, specs, dim):
    start = sum(spec.shape[dim] for spec in specs[:index])
    return narrow(g, dim, start, specs[index].shape[dim])


_cat = _Variadic("cat", (), _cat_forward)
_cat.rules = [Rule(_cat_grad, ("index", "specs", "dim"), ())]
table["cat"] = _cat


@public(method=False, names=("concat", "concatenate"))
def cat(tensors, dim=0, *, out=None):
    """
    Join tensors along a dim that they have.

    Raises
    ------
    RuntimeError
        If the list is empty, or shapes differ outside of `dim`.
    """
    tensors = _same_dtype(_sequence("cat", tensors))
    solid = [x for x in tensors if x.spec.shape != (0,)] or tensors[:1]
    first = solid[0].spec.shape
    if not first:
        raise RuntimeError("cat: zero-dimensional tensor cannot be concatenated; try stack()")
    dim = shapes.dim_index(dim, len(first), "cat")
    for x in solid:
        shape = x.spec.shape
        if len(shape) != len(first) or shape[:dim] + shape[dim + 1 :] != first[:dim] + first[dim + 1 :]:
            raise RuntimeError(
                expected("cat", f"shapes that agree except in dim {dim}",
                         " and ".join(str(list(y.spec.shape)) for y in solid), "reshape()")
            )  # fmt: skip
    result = apply(_cat, *solid, dim=dim)
    return result if out is None else out.copy_(result)


def _sequence(op, tensors):
    if isinstance(tensors, Tensor):
        tensors = unbind(tensors)
    if not isinstance(tensors, tuple | list) or not all(isinstance(x, Tensor) for x in tensors):
        raise TypeError(expected(op, "a sequence of tensors", type(tensors).__name__, "[x, y]"))
    if not tensors:
        raise RuntimeError(expected(op, "a non-empty list of tensors", "an empty one", "[x]"))
    return list(tensors)


def _same_dtype(tensors):
    groups = [[], []]
    for x in tensors:
        groups[0 if x.spec.shape else 1].append(x.spec.dtype)
    dtype = dtypes.result_of(*groups, [])
    return [x.to(dtype) for x in tensors]


@public(method=False)
def stack(tensors, dim=0, *, out=None):
    """Join tensors of one shape along a new dim."""
    tensors = _sequence("stack", tensors)
    first = tensors[0].spec.shape
    if any(x.spec.shape != first for x in tensors):
        raise RuntimeError(
            expected("stack", "tensors of equal size", 
                     " and ".join(str(list(x.spec.shape)) for x in tensors), "cat()")
        )  # fmt: skip
    dim = shapes.dim_index(dim, len(first) + 1, "stack")
    return cat([unsqueeze(x, dim) for x in tensors], dim, out=out)


@public(method=False)
def atleast_1d(*tensors):
    """Tensors with at least one dim."""
    return _at_least(tensors, lambda x: reshape(x, 1) if x.ndim == 0 else x)


@public(method=False)
def atleast_2d(*tensors):
    """Tensors with at least two dims."""
    return _at_least(tensors, lambda x: reshape(x, 1, -1) if x.ndim < 2 else x)


@public(method=False)
def atleast_3d(*tensors):
    """Tensors with at least three dims."""
    return _at_least(
        tensors,
        lambda x: reshape(x, 1, -1, 1) if x.ndim < 2 else unsqueeze(x, -1) if x.ndim == 2 else x,
    )


def _at_least(tensors, change):
    if len(tensors) == 1 and isinstance(tensors[0], tuple | list):
        tensors = tensors[0]
        return tuple(change(x) for x in tensors)
    return change(tensors[0]) if len(tensors) == 1 else tuple(change(x) for x in tensors)


@public(method=False)
def hstack(tensors):
    """Join horizontally: along the second dim, vectors along the first."""
    tensors = [atleast_1d(x) for x in tensors]
    return cat(tensors, 0 if tensors[0].ndim == 1 else 1)


@public(method=False, names=("row_stack",))
def vstack(tensors):
    """Join vertically: along the first dim, vectors as rows."""
    return cat([atleast_2d(x) for x in tensors], 0)


@public(method=False)
def dstack(tensors):
    """Join along the third dim."""
    return cat([atleast_3d(x) for x in tensors], 2)


@public(method=False)
def column_stack(tensors):
    """Join vectors as columns."""
    return cat([reshape(x, -1, 1) if x.ndim < 2 else x for x in tensors], 1)


@primitive
def _flip(x, *, dims):
    """The order of the elements reversed along dims."""
    shape, strides = x.spec.shape, list(x.spec.strides)
    offset = sum((shape[d] - 1) * strides[d] for d in dims) if x.spec.numel else 0
    for d in dims:
        strides[d] = -strides[d]
    return write_copy(view_of(x, shape, strides, offset), empty_shape(shape, x.spec.dtype))


@_flip.grad("x")
def _(g, *, dims):
    return apply(_flip, g, dims=dims)


@public
def flip(input, *dims):
    """The order of the elements reversed along dims."""
    dims = shapes.dim_indices(shapes.shape_from(dims, "flip"), len(input.spec.shape), "flip")
    return apply(_flip, input, dims=dims)


@public
def fliplr(input):
    """Columns in reverse order."""
    return flip(input, 1)


@public
def flipud(input):
    """Rows in reverse order."""
    return flip(input, 0)


@public
def rot90(input, k=1, dims=(0, 1)):
    """A plane turned by 90 degrees k times, from the first dim towards the second."""
    a, b = dims
    turns = k % 4
    if turns == 0:
        return input.clone()
    if turns == 2:
        return flip(input, a, b)
    return flip(transpose(input, a, b), a if turns == 1 else b)


@public
def roll(input, shifts, dims=None):
    """Elements shifted along dims, those that fall off coming in at the other end."""
    if dims is None:
        return reshape(roll(ravel(input), shifts, 0), input.spec.shape)
    shifts = shifts if isinstance(shifts, tuple | list) else (shifts,)
    dims = dims if isinstance(dims, tuple | list) else (dims,)
    if len(shifts) != len(dims):
        raise RuntimeError(expected("roll", "one shift per dim", f"{shifts} and {dims}", "equal lengths"))
    for shift, dim in zip(shifts, dims, strict=True):
        dim = shapes.dim_index(dim, len(input.spec.shape), "roll")
        extent = input.spec.shape[dim]
        cut = -shift % extent if extent else 0
        if cut:
            input = cat([narrow(input, dim, cut, extent - cut), narrow(input, dim, 0, cut)], dim)
    return input.clone() if all(s == 0 for s in shifts) else input


@method
def repeat(self, *sizes):
    """Copies of the whole, `sizes` times along each dim."""
    sizes = shapes.new_shape(sizes, "repeat")
    shape = self.spec.shape
    if len(sizes) < len(shape):
        raise RuntimeError(
            expected("repeat", f"at least {len(shape)} sizes", str(list(sizes)), "a 1 in front")
        )
    shape = (1,) * (len(sizes) - len(shape)) + shape
    x = reshape(self, [n for extent in shape for n in (1, extent)])
    x = expand(x, [n for pair in zip(sizes, shape, strict=True) for n in pair])
    return reshape(x.clone() if x.spec.contiguous else x, [a * b for a, b in zip(sizes, shape, strict=True)])


@public
def tile(input, *dims):
    """Copies of the whole; missing leading sizes count as 1."""
    dims = shapes.shape_from(dims, "tile")
    return repeat(input, (1,) * (input.ndim - len(dims)) + dims)


@public(method=False)
def meshgrid(*tensors, indexing="ij"):
    """Coordinate grids of vectors; indexing "ij" or, with the first two swapped, "xy"."""
    if indexing not in ("ij", "xy"):
        raise RuntimeError(expected("meshgrid", "indexing 'ij' or 'xy'", repr(indexing), "'ij'"))
    if len(tensors) == 1 and isinstance(tensors[0], tuple | list):
        tensors = tensors[0]
    vectors = [reshape(x, -1) for x in tensors]
    if indexing == "xy" and len(vectors) > 1:
        vectors[:2] = vectors[1::-1]
    shape = [x.spec.shape[0] for x in vectors]
    grids = [
        expand(reshape(x, [-1 if d == i else 1 for d in range(len(vectors))]), shape)
        for i, x in enumerate(vectors)
    ]
    if indexing == "xy" and len(grids) > 1:
        grids[:2] = grids[1::-1]
    return tuple(grids)


def _triangle(keep):
    def function(input, diagonal=0):
        if input.ndim < 2:
            raise RuntimeError(
                expected(keep, "at least 2 dims", str(input.ndim), "unsqueeze()")
            )
        mask = getattr(np, "tri")(*input.spec.shape[-2:], diagonal - (keep == "triu"), dtype=bool)
        mask = from_array(mask if keep == "tril" else ~mask)
        return table["_where"](mask, input, 0)

    function.__name__ = keep
    side = "on and below" if keep == "tril" else "on and above"
    function.__doc__ = f"input {side} a diagonal, zero elsewhere."
    return public(function)


tril, triu = _triangle("tril"), _triangle("triu")


@primitive
def _pad(x, *, pads, value):
    """A frame of one value around x; `pads` holds (before, after) per dim."""
    shape = tuple(n + a + b for n, (a, b) in zip(x.spec.shape, pads, strict=True))
    out = empty_shape(shape, x.spec.dtype)
    out.fill_(value)
    offset = sum(a * s for (a, _), s in zip(pads, out.spec.strides, strict=True))
    if x.spec.numel:
        write_copy(x, view_of(out, x.spec.shape, out.spec.strides, offset))
    return out


@_pad.grad("x")
def _(g, x_spec, *, pads):
    return apply(
        _basic, g, index=tuple(slice(a, a + n) for (a, _), n in zip(pads, x_spec.shape, strict=True))
    )


def constant_pad(input, pad, value=0):
    """input framed by a value; `pad` holds (before, after) of the last dim first; negative crops."""
    pad = list(pad)
    if len(pad) % 2 or len(pad) > 2 * input.ndim:
        raise RuntimeError(
            expected("pad", f"an even number of pads, at most {2 * input.ndim}", str(pad), "(1, 1)")
        )
    count = len(pad) // 2
    pads = [(0, 0)] * (input.ndim - count) + [(pad[2 * i], pad[2 * i + 1]) for i in range(count)][::-1]
    for dim, (before, after) in enumerate(pads):
        extent = input.spec.shape[dim]
        if extent + before + after < 0 or min(before, 0) + min(after, 0) < -extent:
            raise RuntimeError(
                expected("pad", f"pads that leave something of extent {extent}", f"{pad}", "less")
            )
        if before < 0 or after < 0:
            input = _along(input, dim, slice(max(-before, 0), extent - max(-after, 0)), "pad")
    return apply(_pad, input, pads=tuple((max(a, 0), max(b, 0)) for a, b in pads), value=value)



