"""Other shapes and orders of the same elements, and parts of tensors."""

import functools
from collections.abc import Sequence

import tensorlite as tl

from ..annotations import Dims
from ..errors import expected
from ..tensor import Tensor
from ._info import result_type

__all__ = [
    "broadcast_arrays", "broadcast_shapes", "broadcast_to", "concat", "expand_dims", "flip",
    "moveaxis", "permute_dims", "repeat", "reshape", "roll", "squeeze", "stack", "take",
    "take_along_axis", "tile", "unstack",
]  # fmt: skip


def _alike(arrays):
    """Tensors in their common dtype."""
    dtype = result_type(*arrays)
    return [x.to(dtype) for x in arrays]


def broadcast_arrays(*arrays: Tensor) -> tuple[Tensor, ...]:
    """Views of tensors in their common shape."""
    return tuple(tl.broadcast_tensors(*arrays)) if arrays else ()


def broadcast_shapes(*shapes: Sequence[int]) -> tuple[int, ...]:
    """The common shape.

    Raises
    ------
    ValueError
        If there is none.
    """
    try:
        return tuple(tl.broadcast_shapes(*shapes))
    except RuntimeError as error:
        raise ValueError(str(error)) from None


def broadcast_to(x: Tensor, /, shape: Sequence[int]) -> Tensor:
    """A view of x in a larger shape."""
    return tl.broadcast_to(x, shape)


def concat(arrays: Sequence[Tensor], /, *, axis: int | None = 0) -> Tensor:
    """Tensors one after the other along a dim; flattened before if `axis` is None."""
    parts = _alike(arrays)
    if axis is None:
        return tl.cat([part.flatten() for part in parts])
    return tl.cat(parts, axis)


def stack(arrays: Sequence[Tensor], /, *, axis: int = 0) -> Tensor:
    """Tensors of one shape along a new dim."""
    return tl.stack(_alike(arrays), axis)


def unstack(x: Tensor, /, *, axis: int = 0) -> tuple[Tensor, ...]:
    """The parts along a dim, a tuple."""
    return tuple(tl.unbind(x, axis))


def expand_dims(x: Tensor, /, axis: int | tuple[int, ...]) -> Tensor:
    """x with new dims of extent 1, at these places of the result."""
    places = axis if isinstance(axis, tuple) else (axis,)
    ndim = x.ndim + len(places)
    for place in places:
        if not -ndim <= place < ndim:
            wanted = f"places from {-ndim} to {ndim - 1}"
            raise IndexError(expected("expand_dims", wanted, str(place), "axis=0"))
    found = sorted(place % ndim for place in places)
    if len({*found}) < len(found):
        raise ValueError(expected("expand_dims", "places that differ", str(axis), "axis=0"))
    return functools.reduce(tl.unsqueeze, found, x)


def squeeze(x: Tensor, /, axis: int | tuple[int, ...]) -> Tensor:
    """x without these dims, whose extent has to be 1."""
    places = axis if isinstance(axis, tuple) else (axis,)
    for place in places:
        if x.shape[place] != 1:
            got = f"{x.shape[place]} in {list(x.shape)}"
            raise ValueError(expected("squeeze", f"extent 1 of dim {place}", got, "reshape()"))
    return tl.squeeze(x, places)


def permute_dims(x: Tensor, /, axes: Sequence[int]) -> Tensor:
    """The dims in another order."""
    return tl.permute(x, axes)


def moveaxis(x: Tensor, source: Dims, destination: Dims, /) -> Tensor:
    """x with dims moved to other places."""
    return tl.moveaxis(x, source, destination)


def flip(x: Tensor, /, *, axis: Dims | None = None) -> Tensor:
    """The elements in reverse order along dims, by default all."""
    axes = range(x.ndim) if axis is None else axis
    return tl.flip(x, (axes,) if isinstance(axes, int) else tuple(axes))


def roll(
    x: Tensor, /, shift: int | tuple[int, ...], *, axis: int | tuple[int, ...] | None = None
) -> Tensor:
    """The elements moved along dims, and in again at the other end."""
    if isinstance(shift, tuple) and not isinstance(axis, tuple):
        return functools.reduce(lambda y, step: tl.roll(y, step, axis), shift, x)
    if isinstance(axis, tuple) and isinstance(shift, int):
        shift = (shift,) * len(axis)
    return tl.roll(x, shift, axis)


def reshape(x: Tensor, /, shape: Sequence[int], *, copy: bool | None = None) -> Tensor:
    """
    x in another shape, a view if that is possible.

    Raises
    ------
    ValueError
        If `copy` is False and a copy would be needed.
    """
    made = tl.reshape(x, shape)
    shared = made.data_ptr() == x.data_ptr()
    if copy is False and not shared:
        raise ValueError(expected("reshape", "a shape of which x has a view", f"{list(x.shape)} "
                                  f"to {list(made.shape)}", "copy=None"))  # fmt: skip
    return made.clone() if copy and shared else made


def repeat(x: Tensor, repeats: int | Tensor, /, *, axis: int | None = None) -> Tensor:
    """Each element `repeats` times, along a dim or of all."""
    return tl.repeat_interleave(x, repeats, axis)


def tile(x: Tensor, repetitions: Sequence[int], /) -> Tensor:
    """Copies of x side by side."""
    return tl.tile(x, repetitions)


def take(x: Tensor, indices: Tensor, /, *, axis: int | None = None) -> Tensor:
    """The parts at these places of a dim; of the only one if `axis` is None."""
    if axis is None and x.ndim != 1:
        got = f"none for {list(x.shape)}"
        raise ValueError(expected("take", "an axis where there is more than one", got, "axis=0"))
    axis = 0 if axis is None else axis % x.ndim
    index = tl.remainder(indices, x.shape[axis]) if x.shape[axis] else indices
    found = tl.index_select(x, axis, index.reshape(-1))
    return found.reshape((*x.shape[:axis], *indices.shape, *x.shape[axis + 1 :]))


def take_along_axis(x: Tensor, indices: Tensor, /, *, axis: int = -1) -> Tensor:
    """Along a dim the elements at places that differ from line to line."""
    wanted = list(x.shape)
    wanted[axis] = indices.shape[axis]
    index = tl.remainder(indices, x.shape[axis]) if x.shape[axis] else indices
    shape = tl.broadcast_shapes(tuple(wanted), tuple(indices.shape))
    lines = list(shape)
    lines[axis] = x.shape[axis]
    return tl.gather(x.expand(lines), axis, index.expand(shape).long())
