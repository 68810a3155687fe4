"""Movement that copies: joining, repeating, turning over, framing."""

from typing import Any

import numpy as np

from .. import dtypes, shapes
from ..declare import method, primitive, public
from ..dispatch import apply, delivered
from ..errors import expected
from ..graph import view_of
from ..op import NOTHING, Op, Rule, table
from ..tensor import Tensor, empty_shape
from .copying import apart, write_copy
from .creation import from_array, unmoved_by
from .parts import _along, _basic, narrow, unbind
from .requiring import one_number
from .views import expand, ravel, reshape, transpose, unsqueeze


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
    out = empty_shape(tuple(shape), dtype, tensors[0].spec.device)
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
        if (
            len(shape) != len(first)
            or shape[:dim] + shape[dim + 1 :] != first[:dim] + first[dim + 1 :]
        ):
            raise RuntimeError(
                expected("cat", f"shapes that agree except in dim {dim}",
                         " and ".join(str(list(y.spec.shape)) for y in solid), "reshape()")
            )  # fmt: skip
    result = apply(_cat, *solid, dim=dim)
    if len(solid) < len(tensors):
        result = unmoved_by(result, *tensors)
    return delivered("cat", result, out)


def _sequence(op, tensors):
    if isinstance(tensors, Tensor):
        tensors = unbind(tensors)
    if not isinstance(tensors, tuple | list) or not all(isinstance(x, Tensor) for x in tensors):
        raise TypeError(expected(op, "a sequence of tensors", type(tensors).__name__, "[x, y]"))
    if not tensors:
        raise RuntimeError(expected(op, "a non-empty list of tensors", "an empty one", "[x]"))
    return list(tensors)


def _same_dtype(tensors):
    dims, zeros = [], []
    for x in tensors:
        (dims if x.spec.shape else zeros).append(x.spec.dtype)
    dtype = dtypes.result_of(dims, zeros, [])
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
def atleast_1d(*tensors) -> Any:
    """Tensors with at least one dim."""
    return _at_least(tensors, lambda x: reshape(x, 1) if x.ndim == 0 else x)


@public(method=False)
def atleast_2d(*tensors) -> Any:
    """Tensors with at least two dims."""
    return _at_least(tensors, lambda x: reshape(x, 1, -1) if x.ndim < 2 else x)


@public(method=False)
def atleast_3d(*tensors) -> Any:
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


@public(method=False, out=True)
def hstack(tensors):
    """Join horizontally: along the second dim, vectors along the first."""
    tensors = [atleast_1d(x) for x in tensors]
    return cat(tensors, 0 if tensors[0].ndim == 1 else 1)


@public(method=False, names=("row_stack",), out=True)
def vstack(tensors):
    """Join vertically: along the first dim, vectors as rows."""
    return cat([atleast_2d(x) for x in tensors], 0)


@public(method=False, out=True)
def dstack(tensors):
    """Join along the third dim."""
    return cat([atleast_3d(x) for x in tensors], 2)


@public(method=False, out=True)
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
    turned = view_of(x, shape, strides, offset)
    return write_copy(turned, empty_shape(shape, x.spec.dtype, x.spec.device))


@_flip.grad("x")
def _flip_grad_x(g, *, dims):
    return apply(_flip, g, dims=dims)


@public
def flip(input, *axes, dims=None):
    """The order of the elements reversed along dims: `flip(x, 0, 1)` or `flip(x, dims=(0, 1))`."""
    axes = axes if dims is None else (dims,)
    dims = shapes.dim_indices(shapes.shape_from(axes, "flip"), len(input.spec.shape), "flip")
    return apply(_flip, input, dims=dims)


@public
def fliplr(input):
    """Columns in reverse order."""
    if input.ndim < 2:
        raise RuntimeError(
            expected("fliplr", "Input must be >= 2-d", f"{input.ndim} dims", "flip()")
        )
    return flip(input, 1)


@public
def flipud(input):
    """Rows in reverse order."""
    if input.ndim < 1:
        raise RuntimeError(expected("flipud", "Input must be >= 1-d", "0 dims", "unsqueeze(0)"))
    return flip(input, 0)


@public
def rot90(input, k=1, dims=(0, 1)):
    """A plane turned by 90 degrees k times, from the first dim towards the second."""
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
def roll(input, shifts, dims=None):
    """Elements shifted along dims, those that fall off coming in at the other end."""
    if dims is None:
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
        cut = -shift % extent if extent else 0
        if cut:
            x = cat([narrow(x, dim, cut, extent - cut), narrow(x, dim, 0, cut)], dim)
    return apart(x, input)


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
    return apart(reshape(x, [a * b for a, b in zip(sizes, shape, strict=True)]), self)


@public
def tile(input, *dims):
    """Copies of the whole; missing leading sizes count as 1."""
    dims = shapes.shape_from(dims, "tile")
    return repeat(input, (1,) * (input.ndim - len(dims)) + dims)


@public(method=False)
def meshgrid(*tensors, indexing="ij") -> tuple[Tensor, ...]:
    """Coordinate grids of vectors; indexing "ij" or, with the first two swapped, "xy"."""
    if indexing not in ("ij", "xy"):
        raise RuntimeError(expected("meshgrid", "indexing 'ij' or 'xy'", repr(indexing), "'ij'"))
    if len(tensors) == 1 and isinstance(tensors[0], tuple | list):
        tensors = tuple(tensors[0])
    vectors = [x if len(x.spec.shape) == 1 else reshape(x, -1) for x in tensors]
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
            raise RuntimeError(expected(keep, "at least 2 dims", str(input.ndim), "unsqueeze()"))
        first = shapes.integer(diagonal, keep, "diagonal") - (keep == "triu")
        rows, columns = input.spec.shape[-2:]
        mask = np.tri(rows, columns, first, dtype=bool)
        mask = from_array(mask if keep == "tril" else ~mask).to(input.device)
        return table["_where"](mask, input, False)

    function.__name__ = keep
    side = "on and below" if keep == "tril" else "on and above"
    function.__doc__ = f"input {side} a diagonal, zero elsewhere."
    return public(function, out=True)


tril, triu = _triangle("tril"), _triangle("triu")


@primitive
def _pad(x, *, pads, value):
    """A frame of one value around x; `pads` holds (before, after) per dim."""
    shape = tuple(n + a + b for n, (a, b) in zip(x.spec.shape, pads, strict=True))
    out = empty_shape(shape, x.spec.dtype, x.spec.device)
    out.fill_(value)
    offset = sum(a * s for (a, _), s in zip(pads, out.spec.strides, strict=True))
    if x.spec.numel:
        write_copy(x, view_of(out, x.spec.shape, out.spec.strides, offset))
    return out


@_pad.grad("x")
def _pad_grad_x(g, x_spec, *, pads):
    return apply(
        _basic,
        g,
        index=tuple(slice(a, a + n) for (a, _), n in zip(pads, x_spec.shape, strict=True)),
    )


def constant_pad(input, pad, value=0):
    """input framed by a value; `pad` holds (before, after), last dim first; negative crops."""
    pad = list(pad)
    if len(pad) % 2 or len(pad) > 2 * input.ndim:
        raise RuntimeError(
            expected("pad", f"an even number of pads, at most {2 * input.ndim}", str(pad), "(1, 1)")
        )
    count = len(pad) // 2
    pads = [(0, 0)] * (input.ndim - count) + [(pad[2 * i], pad[2 * i + 1]) for i in range(count)][
        ::-1
    ]
    for dim, (before, after) in enumerate(pads):
        extent = input.spec.shape[dim]
        if extent + before + after < 0 or min(before, 0) + min(after, 0) < -extent:
            raise RuntimeError(
                expected("pad", f"pads that leave something of extent {extent}", f"{pad}", "less")
            )
        if before < 0 or after < 0:
            input = _along(input, dim, slice(max(-before, 0), extent - max(-after, 0)), "pad")
    value = one_number("pad", value, input.spec.dtype)
    return apply(_pad, input, pads=tuple((max(a, 0), max(b, 0)) for a, b in pads), value=value)
