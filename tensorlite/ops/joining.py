"""Movement that copies: joining, repeating, turning over, framing."""

import functools
from collections.abc import Sequence
from typing import Any

import numpy as np

from .. import dtypes, formats, shapes
from ..annotations import Dims
from ..calls import Call, launched, outside, own_spec, preparing, remembered
from ..declare import entry, method, prepared, public
from ..dispatch import apply, binary, delivered, unrecorded
from ..errors import expected
from ..kernels.work.launches import Stage
from ..op import Op, Rule, table
from ..tensor import Tensor, number, spec_of
from .copying import apart, as_dense, copying
from .creation import from_array, like_spec, unmoved_by
from .parts import _along, _basic, narrow, select
from .requiring import one_number
from .views import expand, ravel, reshape, transpose, unsqueeze, unsqueezed


class _Variadic(Op):
    """An op of any number of tensors; its one rule is told the number of the input."""

    def rule(self, index):
        return self.rules[0]

    def grad_of_each(self, function):
        """Decorate this rule."""
        self.rules = [Rule(function, self.params)]
        return function


def _variadic(function):
    """Declare such an op; the decorated function gives the Call for `*specs`."""
    name = function.__name__.strip("_")
    op = table[name] = _Variadic(name, (), None)
    op.takes_short = True
    op.prepare, op.forward = preparing(op, function), functools.partial(outside, op)
    return op


def _into_parts(out, dim, sources, count=None):
    """The Call that copies each of the Specs, at its place, beside the one before.

    `count` is how many operands there are, by default one for each.
    """
    count = len(sources) if count is None else count
    steps, start = [], 0
    for place, spec in sources:
        if spec.numel:
            part = spec_of(spec.shape, out.dtype, out.device, out.strides)
            steps.append(Stage(copying(spec, part), (place, (count, start))))
        start += spec.shape[dim] * out.byte_strides[dim]
    return Call(out, *steps)


def _cat_shape(specs, dim):
    shape = specs[0].shape
    return (*shape[:dim], sum(spec.shape[dim] for spec in specs), *shape[dim + 1 :])


@_variadic
def _cat(*specs, dim):
    first, shape = specs[0], _cat_shape(specs, dim)
    last = all(spec.channels_last for spec in specs)
    strides = formats.channels_last_strides(shape) if last else None
    out = spec_of(shape, first.dtype, first.device, strides)
    return _into_parts(out, dim, [((k, 0), spec) for k, spec in enumerate(specs)])


@_cat.grad_of_each
def _cat_grad(g, index, specs, dim):
    start = sum(spec.shape[dim] for spec in specs[:index])
    return narrow(g, dim, start, specs[index].shape[dim])


@public(method=False, names=("concat", "concatenate"))
def cat(tensors: Tensor | Sequence[Tensor], dim: int = 0, *, out: Tensor | None = None) -> Tensor:
    """
    Join tensors along a dim that they have.

    Raises
    ------
    RuntimeError
        If the list is empty, or shapes differ outside of `dim`.
    """
    tensors = _sequence("cat", tensors, ValueError, dim)
    specs = [*map(own_spec, tensors)]
    if type(dim) is int:
        call, solid, dtype = _catenated(dim, *specs)
    else:
        call, solid, dtype = _catenated.__wrapped__(dim, *specs)
    if call is None:
        result = cat([x.to(dtype) for x in tensors], dim)
    elif solid is None:
        result = launched(_cat, call, tensors)
    else:
        result = launched(_cat, call, [tensors[k] for k in solid])
        result = unmoved_by(result, *tensors)
    return result if out is None else delivered("cat", result, out)


@remembered
def _catenated(dim, *specs):
    """The Call of `cat`, and which tensors it joins if not all; or the dtype that they lack."""
    dtype = _common_dtype(specs)
    solid = [k for k, spec in enumerate(specs) if spec.shape != (0,)] or [0]
    parts = [specs[k] for k in solid]
    first = parts[0].shape
    if not first:
        raise RuntimeError("cat: zero-dimensional tensor cannot be concatenated; try stack()")
    dim = 0 if first == (0,) else shapes.dim_index(dim, len(first), "cat")
    for spec in parts:
        shape = spec.shape
        if (
            len(shape) != len(first)
            or shape[:dim] + shape[dim + 1 :] != first[:dim] + first[dim + 1 :]
        ):
            place = next(k for k, each in enumerate(specs) if each is spec)
            got = f"{list(first)} at entry {solid[0]} and {list(shape)} at entry {place}"
            raise RuntimeError(
                expected("cat", f"shapes that agree except in dim {dim}", got, "reshape()")
            )
    if any(spec.dtype is not dtype for spec in specs):
        return None, None, dtype
    return _cat.prepare(*parts, dim=dim), solid if len(parts) < len(specs) else None, None


def _sequence(op, tensors, empty=RuntimeError, dim=0):
    """The tensors of a list, which has some; else `empty` is raised. `dim` is what came next."""
    if not isinstance(tensors, tuple | list):
        got, remedy = type(tensors).__name__, "[x, y]"
        if isinstance(tensors, Tensor):
            got, remedy = f"one of shape {list(tensors.shape)}", "x.unbind() for its slices, or [x]"
            if isinstance(dim, Tensor) and dim.spec.shape:
                got, remedy = "two Tensors", f"{op}([x, y])"
        raise TypeError(expected(op, "a sequence of tensors", got, remedy))
    for place, x in enumerate(tensors):
        if not isinstance(x, Tensor):
            got = f"{type(tensors).__name__} with {type(x).__name__} at entry {place}"
            raise TypeError(expected(op, "a sequence of tensors", got, "tensor() of that entry"))
    if not tensors:
        raise empty(expected(op, "a non-empty list of tensors", "an empty one", "[x]"))
    return tensors


def _common_dtype(specs):
    dims, zeros = [], []
    for spec in specs:
        (dims if spec.shape else zeros).append(spec.dtype)
    return dtypes.result_of(dims, zeros, [])


@_variadic
def _stack(*specs, dim):
    first = specs[0]
    shape, strides = (*first.shape[:dim], len(specs), *first.shape[dim:]), None
    if dim < len(first.shape) and all(spec.channels_last for spec in specs):
        steps = formats.channels_last_strides(_cat_shape(specs, dim))
        strides = *steps[:dim], steps[dim] * first.shape[dim], *steps[dim:]
    out = spec_of(shape, first.dtype, first.device, strides)
    parts = [unsqueezed(spec, dim)[0] for spec in specs]
    return _into_parts(out, dim, [((k, 0), part) for k, part in enumerate(parts)])


@_stack.grad_of_each
def _stack_grad(g, index, dim):
    return select(g, dim, index)


@public(method=False)
def stack(tensors: Tensor | Sequence[Tensor], dim: int = 0, *, out: Tensor | None = None) -> Tensor:
    """Join tensors of one shape along a new dim."""
    tensors = _sequence("stack", tensors, dim=dim)
    specs = [*map(own_spec, tensors)]
    if type(dim) is int:
        call, dtype = _stacked(dim, *specs)
    else:
        call, dtype = _stacked.__wrapped__(dim, *specs)
    if call is None:
        result = stack([x.to(dtype) for x in tensors], dim)
    else:
        result = launched(_stack, call, tensors)
    return result if out is None else delivered("stack", result, out)


@remembered
def _stacked(dim, *specs):
    """The Call of `stack`; or the dtype that some tensors lack."""
    first, dtype = specs[0].shape, _common_dtype(specs)
    for place, spec in enumerate(specs):
        if spec.shape != first:
            got = f"{list(first)} at entry 0 and {list(spec.shape)} at entry {place}"
            remedy = "padding, as nn.utils.rnn.pad_sequence() does"
            raise RuntimeError(expected("stack", "tensors of equal size", got, remedy))
    dim = shapes.dim_index(dim, len(first) + 1, "stack")
    if any(spec.dtype is not dtype for spec in specs):
        return None, dtype
    return _stack.prepare(*specs, dim=dim), None


@public(method=False)
def atleast_1d(*tensors: Tensor | Sequence[Tensor]) -> Any:
    """
    Tensors with at least one dim.

    Returns
    -------
    Tensor (...), or a tuple of them
        One for each that is given.
    """
    return _at_least(tensors, lambda x: reshape(x, 1) if x.ndim == 0 else x)


@public(method=False)
def atleast_2d(*tensors: Tensor | Sequence[Tensor]) -> Any:
    """
    Tensors with at least two dims.

    Returns
    -------
    Tensor (...), or a tuple of them
        One for each that is given.
    """
    return _at_least(tensors, lambda x: reshape(x, 1, -1) if x.ndim < 2 else x)


@public(method=False)
def atleast_3d(*tensors: Tensor | Sequence[Tensor]) -> Any:
    """
    Tensors with at least three dims.

    Returns
    -------
    Tensor (...), or a tuple of them
        One for each that is given.
    """
    return _at_least(
        tensors,
        lambda x: reshape(x, 1, -1, 1) if x.ndim < 2 else unsqueeze(x, -1) if x.ndim == 2 else x,
    )


def _at_least(tensors, change):
    if len(tensors) == 1 and isinstance(tensors[0], tuple | list):
        tensors = tensors[0]
        return tuple(change(x) for x in tensors)
    return change(tensors[0]) if len(tensors) == 1 else tuple(change(x) for x in tensors)


@public(method=False, out=True)
def hstack(tensors: Tensor | Sequence[Tensor]) -> Tensor:
    """Join horizontally: along the second dim, vectors along the first."""
    tensors = [atleast_1d(x) for x in _sequence("hstack", tensors)]
    return cat(tensors, 0 if tensors[0].ndim == 1 else 1)


@public(method=False, names=("row_stack",), out=True)
def vstack(tensors: Tensor | Sequence[Tensor]) -> Tensor:
    """Join vertically: along the first dim, vectors as rows."""
    return cat([atleast_2d(x) for x in _sequence("vstack", tensors)], 0)


@public(method=False, out=True)
def dstack(tensors: Tensor | Sequence[Tensor]) -> Tensor:
    """Join along the third dim."""
    return cat([atleast_3d(x) for x in _sequence("dstack", tensors)], 2)


@public(method=False, out=True)
def column_stack(tensors: Tensor | Sequence[Tensor]) -> Tensor:
    """Join vectors as columns."""
    tensors = _sequence("column_stack", tensors)
    return cat([reshape(x, -1, 1) if x.ndim < 2 else x for x in tensors], 1)


@prepared(takes_short=True)
def _flip(x, *, dims):
    """The order of the elements reversed along dims."""
    strides, out = list(x.strides), like_spec(x, x.dtype)
    last = sum((x.shape[d] - 1) * strides[d] for d in dims) if x.numel else 0
    for d in dims:
        strides[d] = -strides[d]
    turned = spec_of(x.shape, x.dtype, x.device, tuple(strides))
    return Call(out, Stage(copying(turned, out), ((0, last * x.dtype.itemsize), (1, 0))))


@_flip.grad("x")
def _flip_grad_x(g, *, dims):
    return apply(_flip, g, dims=dims)


@public
def flip(input: Tensor, *axes: Dims, dims: Dims | None = None) -> Tensor:
    """The order of the elements reversed along dims: `flip(x, 0, 1)` or `flip(x, dims=(0, 1))`."""
    axes = axes if dims is None else (dims,)
    if not axes:
        raise TypeError(expected("flip", "dims", "none", "flip(0)"))
    dims = shapes.dim_indices(shapes.shape_from(axes, "flip"), len(input.spec.shape), "flip")
    return apply(_flip, input, dims=dims)


def _reversed(self) -> Tensor:
    """The elements along the first dim from the last to the first."""
    return flip(self, 0) if self.ndim else self


Tensor.__reversed__ = _reversed


@public
def fliplr(input: Tensor) -> Tensor:
    """Columns in reverse order."""
    if input.ndim < 2:
        raise RuntimeError(
            expected("fliplr", "Input must be >= 2-d", f"{input.ndim} dims", "flip()")
        )
    return flip(input, 1)


@public
def flipud(input: Tensor) -> Tensor:
    """Rows in reverse order."""
    if input.ndim < 1:
        raise RuntimeError(expected("flipud", "Input must be >= 1-d", "0 dims", "unsqueeze(0)"))
    return flip(input, 0)


@public
def rot90(input: Tensor, k: int = 1, dims: Sequence[int] = (0, 1)) -> Tensor:
    """A plane turned by 90 degrees k times, from the first dim towards the second."""
    if len(dims) != 2 or input.ndim < 2:
        got = f"{tuple(dims)} of {input.ndim}"
        raise RuntimeError(expected("rot90", "two dims, of at least two", got, "(0, 1)"))
    a, b = (shapes.dim_index(d, input.ndim, "rot90") for d in dims)
    if a == b:
        raise RuntimeError(expected("rot90", "two different dims", str(tuple(dims)), "(0, 1)"))
    turns = shapes.integer(k, "rot90", "k") % 4
    if turns == 0:
        return input.clone()
    if turns == 2:
        return flip(input, a, b)
    return flip(transpose(input, a, b), a if turns == 1 else b)


@public
def roll(input: Tensor, shifts: Dims, dims: Dims | None = None) -> Tensor:
    """Elements shifted along dims, those that fall off coming in at the other end."""
    if dims is None or dims == ():
        return reshape(roll(ravel(input), shifts, 0), input.spec.shape)
    shifts = shifts if isinstance(shifts, tuple | list) else (shifts,)
    dims = dims if isinstance(dims, tuple | list) else (dims,)
    if len(shifts) != len(dims):
        raise RuntimeError(
            expected("roll", "one shift per dim", f"{shifts} and {dims}", "equal lengths")
        )
    x = input
    for shift, dim in zip(shifts, dims, strict=True):
        dim = shapes.dim_index(dim, len(x.spec.shape), "roll")
        extent = x.spec.shape[dim]
        forward = shapes.integer(shift, "roll", "shifts") % extent if extent else 0
        if forward:
            x = apply(_roll, x, shift=forward, dim=dim)
    return apart(x, input)


@prepared(takes_short=True)
def _roll(x, *, shift, dim):
    """Elements moved along a dim by less than its extent, the last ones to the front."""
    cut = x.shape[dim] - shift
    front, back = (
        spec_of((*x.shape[:dim], n, *x.shape[dim + 1 :]), x.dtype, x.device, x.strides)
        for n in (cut, shift)
    )
    out = like_spec(x, x.dtype) if x.channels_last else spec_of(x.shape, x.dtype, x.device)
    return _into_parts(out, dim, [((0, cut * x.byte_strides[dim]), back), ((0, 0), front)], 1)


@_roll.grad("x")
def _roll_grad_x(g, *, shift, dim):
    return apply(_roll, g, shift=g.spec.shape[dim] - shift, dim=dim)


@method
def repeat(self: Tensor, *sizes: Dims) -> Tensor:
    """Copies of the whole, `sizes` times along each dim."""
    times = shapes.new_shape(sizes, "repeat")
    shape = self.spec.shape
    if len(times) < len(shape):
        raise RuntimeError(
            expected("repeat", f"at least {len(shape)} sizes", str(list(times)), "a 1 in front")
        )
    shape = (1,) * (len(times) - len(shape)) + shape
    x = reshape(self, [n for extent in shape for n in (1, extent)])
    x = expand(x, [n for pair in zip(times, shape, strict=True) for n in pair])
    return apart(reshape(x, [a * b for a, b in zip(times, shape, strict=True)]), self)


@public
def tile(input: Tensor, *dims: Dims) -> Tensor:
    """Copies of the whole; missing leading sizes count as 1."""
    dims = shapes.shape_from(dims, "tile")
    return repeat(input, (1,) * (input.ndim - len(dims)) + dims)


def _several(tensors):
    """Tensors that are given each by place, or together as one sequence."""
    together = len(tensors) == 1 and isinstance(tensors[0], tuple | list)
    return tuple(tensors[0]) if together else tensors


@public(method=False)
def meshgrid(*tensors: Tensor | Sequence[Tensor], indexing: str = "ij") -> tuple[Tensor, ...]:
    """Coordinate grids of vectors; indexing "ij" or, with the first two swapped, "xy"."""
    if indexing not in ("ij", "xy"):
        raise RuntimeError(expected("meshgrid", "indexing 'ij' or 'xy'", repr(indexing), "'ij'"))
    given = _several(tensors)
    for x in given:
        if len(x.spec.shape) > 1:
            got = f"one of shape {list(x.spec.shape)}"
            raise RuntimeError(expected("meshgrid", "vectors and numbers", got, "ravel()"))
    vectors = [x if x.spec.shape else reshape(x, 1) for x in given]
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


def _kept_reference(x, mask):
    return np.where(mask, x, 0)


def _kept_grad(g, mask):
    return g if mask != 0 else 0.0


@entry("same", name="_kept", method=False, inplace=False, operands={"mask": "bool"},
       reference=_kept_reference, grad=_kept_grad)  # fmt: skip
def _kept(x, mask):
    """x where the mask holds, else 0."""
    return x if mask != 0 else 0


_KEPT, SMALL = table["_kept"], 1 << 12  # elements of a mask that is worth keeping


@functools.lru_cache(maxsize=64)
def _triangle_mask(keep, rows, columns, first, device):
    """A mask that is only read."""
    with unrecorded():
        mask = np.tri(rows, columns, first, dtype=bool)
        return from_array(mask if keep == "tril" else ~mask).to(device)


def _triangle(keep):
    def function(input: Tensor, diagonal: int = 0) -> Tensor:
        if len(input.spec.shape) < 2:
            raise RuntimeError(expected(keep, "at least 2 dims", str(input.ndim), "unsqueeze()"))
        if type(diagonal) is not int:
            diagonal = shapes.integer(diagonal, keep, "diagonal")
        first = diagonal - (keep == "triu")
        rows, columns = input.spec.shape[-2:]
        masking = _triangle_mask if rows * columns <= SMALL else _triangle_mask.__wrapped__
        mask = masking(keep, rows, columns, first, input.spec.device)
        made = binary(_KEPT, input, mask)
        return made if made.spec.contiguous else as_dense(made)

    function.__name__ = keep
    side = "on and below" if keep == "tril" else "on and above"
    function.__doc__ = f"input {side} a diagonal, zero elsewhere."
    return public(function, out=True)


tril, triu = _triangle("tril"), _triangle("triu")


@prepared
def _pad(x, value, *, pads):
    """A frame of one value around x; `pads` holds (before, after) per dim."""
    shape = tuple([n + a + b for n, (a, b) in zip(x.shape, pads, strict=True)])
    out = spec_of(shape, x.dtype, x.device)
    steps = [Stage(copying(value, out), ((1, 0), (2, 0)))]
    if x.numel:
        offset = sum(a * s for (a, _), s in zip(pads, out.byte_strides, strict=True))
        inside = spec_of(x.shape, x.dtype, x.device, out.strides)
        steps.append(Stage(copying(x, inside), ((0, 0), (2, offset))))
    return Call(out, *steps)


@_pad.grad("x")
def _pad_grad_x(g, x_spec, *, pads):
    return apply(
        _basic,
        g,
        index=tuple(slice(a, a + n) for (a, _), n in zip(pads, x_spec.shape, strict=True)),
    )


def constant_pad(input, pad, value=0):
    """input framed by a value; `pad` holds (before, after), last dim first; negative crops."""
    pads, crops = _frame(input.spec, tuple(pad))
    for dim, kept in crops:
        input = _along(input, dim, kept, "pad")
    value = one_number("pad", value, input.spec.dtype)
    value = value.detach() if isinstance(value, Tensor) else number(value)
    return apply(_pad, input, value, pads=pads)


@remembered
def _frame(spec, pad):
    """What is put before and after each dim, and (dim, slice) of dims that are cropped first."""
    ndim, count = len(spec.shape), len(pad) // 2
    if len(pad) % 2 or count > ndim:
        wanted = f"an even number of pads, at most {2 * ndim}"
        raise RuntimeError(expected("pad", wanted, str([*pad]), "(1, 1)"))
    pads = [(0, 0)] * (ndim - count) + [(pad[2 * k], pad[2 * k + 1]) for k in range(count)][::-1]
    crops = []
    for dim, (before, after) in enumerate(pads):
        extent = spec.shape[dim]
        if extent + before + after < 0 or min(before, 0) + min(after, 0) < -extent:
            wanted = f"pads that leave something of extent {extent}"
            raise RuntimeError(expected("pad", wanted, f"{[*pad]}", "less"))
        if before < 0 or after < 0:
            crops.append((dim, slice(max(-before, 0), extent - max(-after, 0))))
    return tuple([(max(a, 0), max(b, 0)) for a, b in pads]), crops
