"""Reading and writing by arrays of indices: `x[i, :, j]`, and what all indexing ops rest on.

Every op here is one of three primitives, made for each number of index tensors: `index` reads,
`index_put` writes, `index_spread` writes into zeros; they are each other's gradients.
"""

import functools
from typing import Any

import numpy as np

from .. import dtypes, shapes
from ..batches import batches, carries, grounded, levels_of
from ..calls import Call, launched, own_spec, preparing, remembered
from ..device import one_device
from ..dispatch import apply, unrecorded
from ..errors import expected, type_name
from ..graph import mode, warn
from ..kernels.work.launches import Stage
from ..op import Op, supplied, supplies
from ..rehearsal import Repertoire, recall
from ..tensor import CPU, Tensor, empty_shape, spec_of
from ..writing import begin_write, check_hidden, finish_write
from .choice import masked_fill_
from .copying import copying, write_copy
from .creation import full, zeros
from .from_data import tensor
from .index_checks import checked_index
from .parts import basic_index, check_dim, is_basic, skipped_by_ellipsis, slice_op
from .requiring import one_number
from .views import reshape, sum_to
from .widening import wide

# ------------------------------------------------------------------ geometry


@functools.lru_cache(maxsize=4096)
def _layout(spec, dims, index_shape):
    """The shape of x[indices], and the byte strides of x over it, 0 where the indices stand.

    The indices' dims stand in place of the first indexed dim if those are neighbours, else first.
    """
    rest = [d for d in range(len(spec.shape)) if d not in dims]
    at = dims[0] if dims[-1] - dims[0] == len(dims) - 1 else 0
    strides = spec.byte_strides
    shape = (*(spec.shape[d] for d in rest[:at]), *index_shape, *(spec.shape[d] for d in rest[at:]))
    steps = (
        *(strides[d] for d in rest[:at]), *(0,) * len(index_shape), *(strides[d] for d in rest[at:])
    )  # fmt: skip
    return shape, steps, at


@remembered
def _launch(kernel, x_spec, dims, index_shape, index_steps, plain_spec):
    """The kernel that moves between x and `plain`, which has the shape of x[indices]."""
    shape, steps, at = _layout(x_spec, dims, index_shape)
    behind = len(shape) - at - len(index_shape)
    over = (0,) * at + index_steps + (0,) * behind
    if len(dims) == 1:
        located = x_spec.shape[dims[0]], x_spec.byte_strides[dims[0]]
    else:
        located = 0, 1
    plain = shapes.expanded_strides(plain_spec.shape, plain_spec.byte_strides, shape)
    name, kernels = x_spec.dtype.name, x_spec.device.kernels.index
    if kernel == "read":
        return kernels.read(name, shape, over, steps, plain, *located)
    return kernels.write(kernel, name, shape, over, plain, steps, *located)


def _index_shape(indices):
    """The common shape of index tensors with these Specs."""
    try:
        return shapes.broadcast(*[i.shape for i in indices], op="index")
    except RuntimeError as error:
        got = ", ".join(str(list(i.shape)) for i in indices)
        raise IndexError(
            "index: shape mismatch: indexing tensors could not be broadcast together with shapes "
            f"{got}; try unsqueeze()"
        ) from error


def _located(x, dims, indices):
    """One tensor that locates every element: the index itself, or byte offsets from several."""
    if len(indices) == 1:
        index = indices[0]
        return index, index.spec.shape, index.spec.byte_strides
    shape = _index_shape([*map(own_spec, indices)])
    moved = zeros(shape, dtype=dtypes.int64, device=x.device)
    kernels = x.spec.device.kernels.index
    for dim, index in zip(dims, indices, strict=True):
        steps = shapes.expanded_strides(index.spec.shape, index.spec.byte_strides, shape)
        launch = kernels.combine(shape, steps, x.spec.shape[dim], x.spec.byte_strides[dim])
        launch(index, moved)
    return moved, shape, moved.spec.byte_strides


def _read(x, *indices, dims):
    index, index_shape, steps = _located(x, dims, indices)
    return launched(None, reading(x.spec, index_shape, steps, dims), (x, index))


def reading(x, index_shape, steps, dims):
    """The Call that reads where indices of a shape and byte strides say."""
    out = spec_of(_layout(x, dims, index_shape)[0], x.dtype, x.device)
    read = [_launch("read", x, dims, index_shape, steps, out)] if out.numel else []
    return Call(out, *read)


def write_at(x, values, *indices, dims, combine):
    """Write into x itself; `values` broadcast to the shape of x[indices]."""
    index, index_shape, steps = _located(x, dims, indices)
    if shapes.numel(_layout(x.spec, dims, index_shape)[0]):
        launch = _launch(combine, x.spec, dims, index_shape, steps, values.spec)
        launch(index, values, x)
    return x


# ------------------------------------------------------------------ the primitives


@functools.cache
def index_op(count):
    """x[indices] for this number of index tensors."""
    names = tuple(f"index{k}" for k in range(count))
    op = Op("index", ("x", *names), _read, "The elements of x that the indices select.")
    op.grad("x", takes=("x_spec", *names, "dims"))(_index_grad)
    op.takes_short = True
    if count == 1:
        op.prepare = preparing(op, _index_by_one)
    return op


def _index_by_one(x, index, *, dims):
    return reading(x, index.shape, index.byte_strides, dims)


def _index_grad(g, x_spec, **kept):
    dims = kept.pop("dims")
    spec = spec_of(x_spec.shape, g.spec.dtype, g.spec.device)
    return apply(spread_op(len(dims)), g, *kept.values(), dims=dims, spec=spec)


@functools.cache
def spread_op(count):
    """Zeros with `values` added where the indices lead."""
    names = tuple(f"index{k}" for k in range(count))

    def forward(values, *indices, dims, spec):
        out = zeros(spec.shape, dtype=spec.dtype, device=spec.device)
        return write_at(out, values, *indices, dims=dims, combine="add")

    op = Op("index_spread", ("values", *names), forward)
    op.grad("values", takes=(*names, "dims"))(_spread_grad)
    return op


def _spread_grad(g, **kept):
    dims = kept.pop("dims")
    return apply(index_op(len(dims)), g, *kept.values(), dims=dims)


@functools.cache
def put_op(count):
    """A copy of x with `values` set or added where the indices lead."""
    names = tuple(f"index{k}" for k in range(count))

    def forward(x, values, *indices, dims, combine):
        out = write_copy(x, empty_shape(x.spec.shape, x.spec.dtype, x.spec.device))
        return write_at(out, values, *indices, dims=dims, combine=combine)

    op = Op("index_put", ("x", "values", *names), forward)
    op.grad("x", takes=(*names, "dims", "combine"))(_put_grad_x)
    op.grad("values", takes=("values_spec", *names, "dims"))(_put_grad_values)
    if count == 1:
        op.prepare = preparing(op, _put_by_one)
    return op


def _put_by_one(x, values, index, *, dims, combine):
    out = spec_of(x.shape, x.dtype, x.device)
    steps = [Stage(copying(x, out), ((0, 0), (3, 0)))]
    if shapes.numel(_layout(out, dims, index.shape)[0]):
        launch = _launch(combine, out, dims, index.shape, index.byte_strides, values)
        steps.append(Stage(launch, ((2, 0), (1, 0), (3, 0))))
    return Call(out, *steps)


def _put_grad_x(g, **kept):
    dims, combine = kept.pop("dims"), kept.pop("combine")
    if combine == "add":
        return g
    zero = zeros((), dtype=g.spec.dtype, device=g.device)
    return apply(put_op(len(dims)), g, zero, *kept.values(), dims=dims, combine="set")


INDEX = index_op(1)


def _put_grad_values(g, values_spec, **kept):
    return sum_to(_spread_grad(g, **kept), values_spec)


@remembered
def _put_shape(name, x, values, dims, *indices):
    """The shape of values to be written, without extents of 1 in front of what they fill."""
    if values.dtype is not x.dtype:
        raise RuntimeError(
            f"{name}: Index put requires the source and destination dtypes match; got "
            f"{x.dtype} for the destination and {values.dtype} for the source; try .to()"
        )
    given = values.shape
    shape = _layout(x, dims, _index_shape(indices))[0]
    while len(given) > len(shape) and given[0] == 1:
        given = given[1:]
    fits = len(given) <= len(shape) and all(
        n in (1, m) for n, m in zip(given[::-1], shape[::-1], strict=False)
    )
    if not fits:
        raise RuntimeError(
            f"{name}: shape mismatch: value tensor of shape {list(given)} cannot be "
            f"broadcast to indexing result of shape {list(shape)}; try reshape()"
        )
    return given


def put(name, x, values, indices, dims, combine, inplace):
    """Write `values` into x, or into a copy; the places are checked already."""
    shape = _put_shape(name, x.spec, values.spec, dims, *map(own_spec, indices))
    if shape != values.spec.shape:
        values = reshape(values, shape)
    op, static = put_op(len(dims)), {"dims": dims, "combine": combine}
    if not inplace:
        return apply(op, x, values, *indices, **static)
    return write_into(name, op, x, (values, *indices), write_at, static)


def write_into(name, op, target, others, write, static):
    """Run `write(target, *others, **static)` in place, under autograd as `op`."""
    tensors = (target, *others)
    one_device(name, [x.spec for x in tensors], op.params, numbers=False)
    versions = begin_write(name, target, tensors)
    with mode.off():
        own = target.memory.buffer
        others = [x.clone() if x.memory.buffer is own else x for x in others]
    if batches.used and carries(tensors):
        _write_parts(name, op, target, others, static)
    elif target.spec.dtype.short:
        with mode.off():
            whole = wide(target)
            write(whole, *map(wide, others), **static)
        write_copy(whole, target)
    else:
        write(target, *others, **static)
    finish_write(op, tensors, target, versions, static)
    return target


def _write_parts(name, op, target, others, static):
    """The same where tensors have hidden dims: the op's own result replaces what was there."""
    check_hidden(name, target.spec, [x.spec for x in others])
    levels = levels_of((target.spec,))
    made = supplied["forward_of_batch"](op, (target, *others), static)
    write_copy(grounded(made, levels), grounded(target, levels))


# ------------------------------------------------------------------ x[...] and x[...] = values


def _as_index(item):
    """An index tensor from what a user may write between the brackets."""
    if isinstance(item, Tensor):
        return item
    if isinstance(item, bool | np.bool_):
        return tensor(bool(item))
    if isinstance(item, range):
        item = list(item)
    if isinstance(item, list | tuple | np.ndarray):
        made = tensor(item)
        if made.spec.dtype is dtypes.uint8:
            return checked_kind(made)
        empty_list = made.spec.numel == 0 and made.spec.dtype.category == 2
        return made.to(dtypes.int64) if empty_list else made
    raise IndexError(
        "index: only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are "
        f"valid indices (got {type_name(item)})"
    )


def checked_kind(index):
    """An item of an index; a tensor of uint8 is a mask, as it was before there was bool."""
    if not isinstance(index, Tensor):
        return index
    kind = index.spec.dtype
    if kind is dtypes.uint8:
        warn("index: uint8 counts as a mask here; try bool, or long()")
        return index.to(dtypes.bool_)
    if kind not in (dtypes.bool_, dtypes.int32, dtypes.int64):
        raise IndexError(
            "index: tensors used as indices must be long, int, byte or bool tensors; got "
            f"{kind!r}; try .long()"
        )
    return index


def _split_index(x, items):
    """The basic part of an index, and (dim, index) for the rest, by dims of the part it leaves."""
    items = [item if is_basic(item) else _as_index(item).to(x.spec.device) for item in items]
    masks = [isinstance(i, Tensor) and i.spec.dtype.category == 0 for i in items]
    taken = sum(
        i.ndim if m else i is not None and i is not Ellipsis
        for i, m in zip(items, masks, strict=True)
    )
    if taken > x.ndim:
        raise IndexError(
            f"index: too many indices for tensor of dimension {x.ndim}; got {taken}; try fewer"
        )
    basic: list[Any] = []
    advanced, dim, out_dim = [], 0, 0
    for item, is_mask in zip(items, masks, strict=True):
        if isinstance(item, Tensor):
            if is_mask and item.ndim == 0:
                basic.append(None)
                advanced.append((out_dim, reshape(item, 1), True))
                out_dim += 1
                continue
            count = item.ndim if is_mask else 1
            check_dim(dim + count - 1, x.ndim)
            basic += [slice(None)] * count
            advanced.append((out_dim, item, is_mask))
            dim, out_dim = dim + count, out_dim + count
            continue
        basic.append(item)
        skipped = int(item is not None)
        if item is Ellipsis:
            skipped = skipped_by_ellipsis(x.ndim, taken, dim)
        dim += skipped
        out_dim += 0 if isinstance(item, int | np.integer) else skipped + (item is None)
    return tuple(basic), advanced


def resolve(x, items):
    """The part of x that basic items leave, then dims and index tensors for the others."""
    basic, advanced = _split_index(x, items)
    if any(item is not None and not _is_whole(item) for item in basic) or None in basic:
        x = apply(slice_op, x, index=basic_index(x.spec, basic))
    dims, indices = [], []
    for dim, item, is_mask in advanced:
        if not is_mask:
            dims.append(dim)
            indices.append(checked_index("index", item, x.spec.shape[dim], dim))
            continue
        check_mask(item, x, dim)
        dims += range(dim, dim + item.ndim)
        indices += item.nonzero(as_tuple=True)
    return x, tuple(dims), indices


def _is_whole(item):
    return item is Ellipsis or (isinstance(item, slice) and item == slice(None))


def check_mask(mask, x, dim):
    """Refuse a mask whose shape is not that of the dims it stands for."""
    for k, extent in enumerate(mask.spec.shape):
        if extent != x.spec.shape[dim + k]:
            raise IndexError(
                f"index: The shape of the mask {list(mask.shape)} at index {k} does not match the "
                f"shape of the indexed tensor {list(x.shape)} at index {dim + k}"
            )


def _beside(x, items):
    """Indices on the CPU are brought to where x lies."""
    if x.spec.device is CPU:
        return items
    brought = [isinstance(item, Tensor) and item.spec.device is CPU for item in items]
    return tuple(
        item.to(x.spec.device) if bring else item
        for item, bring in zip(items, brought, strict=True)
    )


_reads, _writes = Repertoire(), Repertoire()


@supplies
def indexed(x, items):
    """x[items] where some item is an array of indices or a mask."""
    if len(items) == 1 and isinstance(items[0], Tensor) and items[0].spec.dtype.category == 0:
        return _indexed(x, items)  # whose shape is in the mask
    made = recall(_reads, _indexed, (x, items), {})
    return _indexed(x, items) if made is NotImplemented else made


def _indexed(x, items):
    items = _beside(x, [checked_kind(item) for item in items])
    if len(items) == 1 and isinstance(items[0], Tensor):
        (item,), shape = items, x.spec.shape
        kind = item.spec.dtype
        if kind.category == 0 and shape and item.spec.shape == shape:
            return supplied["masked_select"](x, item)
        if kind.category == 1 and shape:
            return apply(INDEX, x, checked_index("index", item, shape[0], 0), dims=(0,))
    x, dims, indices = resolve(x, items)
    return apply(index_op(len(dims)), x, *indices, dims=dims)


@supplies
def set_indexed(x, items, value):
    """x[items] = value where some item is an array of indices or a mask."""
    if recall(_writes, _set_indexed, (x, items, value), {}) is NotImplemented:
        _set_indexed(x, items, value)


def _set_indexed(x, items, value):
    items = _beside(x, [checked_kind(item) for item in items])
    value = value_like("index_put_", x, value)
    if len(items) == 1 and isinstance(items[0], Tensor):
        mask = items[0]
        missing = x.ndim - mask.ndim
        masks = mask.spec.dtype.category == 0 and mask.ndim
        if masks and missing >= 0 and value.spec.numel == 1:
            check_mask(mask, x, 0)
            mask = reshape(mask, (*mask.spec.shape, *(1,) * missing)) if missing else mask
            masked_fill_(x, mask, reshape(value, ()) if value.ndim else value)
            return
        if mask.spec.dtype.category == 1 and x.spec.shape:
            index = checked_index("index", mask, x.spec.shape[0], 0)
            put("index_put_", x, value, (index,), (0,), "set", True)
            return
    part, dims, indices = resolve(x, items)
    put("index_put_", part, value, indices, dims, "set", True)


@functools.lru_cache(maxsize=1024)
def _constant(text, value, dtype, device):
    """A 0-d tensor that is only read; `text` tells 0.0 from -0.0 and 1 from True."""
    with unrecorded():
        return tensor(value, dtype=dtype, device=device)


def value_like(op, x, value):
    """A value to be written into x: in its dtype, unless it is a tensor with dims."""
    if isinstance(value, Tensor):
        if value.spec.shape:
            return value
        return one_number(op, value, x.spec.dtype).to(x.spec.device)
    if isinstance(value, bool | int | float | complex):
        value = one_number(op, value, x.spec.dtype)
        if hasattr(type(value), "as_operand"):  # it differs from call to call of a plan
            return full((), value, dtype=x.spec.dtype, device=x.spec.device)
        return _constant(repr(value), value, x.spec.dtype, x.spec.device)
    try:
        return x.new_tensor(value)
    except (TypeError, ValueError) as error:
        raise TypeError(expected(op, "a tensor or numbers", repr(value), "tensor()")) from error
