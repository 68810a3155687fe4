"""Movement along dims: turning over and around."""

from collections.abc import Sequence

from .. import shapes
from ..annotations import Dims
from ..calls import Call
from ..declare import prepared, public
from ..dispatch import apply
from ..errors import expected
from ..kernels.work.launches import Stage
from ..tensor import Tensor, spec_of
from .copying import apart, copying
from .creation import like_spec
from .joining import into_parts
from .views import ravel, reshape, transpose


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


@public(rehearsed=True)
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


@public(rehearsed=True)
def fliplr(input: Tensor) -> Tensor:
    """Columns in reverse order."""
    if input.ndim < 2:
        raise RuntimeError(
            expected("fliplr", "Input must be >= 2-d", f"{input.ndim} dims", "flip()")
        )
    return flip(input, 1)


@public(rehearsed=True)
def flipud(input: Tensor) -> Tensor:
    """Rows in reverse order."""
    if input.ndim < 1:
        raise RuntimeError(expected("flipud", "Input must be >= 1-d", "0 dims", "unsqueeze(0)"))
    return flip(input, 0)


@public(rehearsed=True)
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


@public(rehearsed=True)
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
    return into_parts(out, dim, [((0, cut * x.byte_strides[dim]), back), ((0, 0), front)], 1)


@_roll.grad("x")
def _roll_grad_x(g, *, shift, dim):
    return apply(_roll, g, shift=g.spec.shape[dim] - shift, dim=dim)
