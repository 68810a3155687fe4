"""Movement that copies: joining and repeating."""

import functools
from collections.abc import Sequence
from typing import Any

from .. import dtypes, formats, shapes
from ..annotations import Dims
from ..calls import Call, launched, outside, own_spec, preparing, remembered
from ..declare import method, public
from ..errors import expected
from ..kernels.work.launches import Stage
from ..op import Op, Rule, table
from ..tensor import Tensor, spec_of
from ..writing import delivered
from .copying import apart, copying
from .creation import unmoved_by
from .slicing import narrow, select
from .views import expand, reshape, unsqueeze, unsqueezed


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


def into_parts(out, dim, sources, count=None):
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
    return into_parts(out, dim, [((k, 0), spec) for k, spec in enumerate(specs)])


@_cat.grad_of_each
def _cat_grad(g, index, specs, dim):
    start = sum(spec.shape[dim] for spec in specs[:index])
    return narrow(g, dim, start, specs[index].shape[dim])


@public(method=False, names=("concat", "concatenate"), rehearsed=True)
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
    return into_parts(out, dim, [((k, 0), part) for k, part in enumerate(parts)])


@_stack.grad_of_each
def _stack_grad(g, index, dim):
    return select(g, dim, index)


@public(method=False, rehearsed=True)
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


@public(method=False, out=True, rehearsed=True)
def hstack(tensors: Tensor | Sequence[Tensor]) -> Tensor:
    """Join horizontally: along the second dim, vectors along the first."""
    tensors = [atleast_1d(x) for x in _sequence("hstack", tensors)]
    return cat(tensors, 0 if tensors[0].ndim == 1 else 1)


@public(method=False, names=("row_stack",), out=True, rehearsed=True)
def vstack(tensors: Tensor | Sequence[Tensor]) -> Tensor:
    """Join vertically: along the first dim, vectors as rows."""
    return cat([atleast_2d(x) for x in _sequence("vstack", tensors)], 0)


@public(method=False, out=True, rehearsed=True)
def dstack(tensors: Tensor | Sequence[Tensor]) -> Tensor:
    """Join along the third dim."""
    return cat([atleast_3d(x) for x in _sequence("dstack", tensors)], 2)


@public(method=False, out=True)
def column_stack(tensors: Tensor | Sequence[Tensor]) -> Tensor:
    """Join vectors as columns."""
    tensors = _sequence("column_stack", tensors)
    return cat([reshape(x, -1, 1) if x.ndim < 2 else x for x in tensors], 1)


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
    x = reshape(x, [a * b for a, b in zip(times, shape, strict=True)])
    return apart(x, self) if x.is_contiguous() else x.contiguous()


@public(rehearsed=True)
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
