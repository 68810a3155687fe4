"""Elements where a mask holds: `nonzero`, `masked_select`, `masked_scatter`."""

from typing import Any, Literal, overload

import numpy as np

from .. import dtypes, shapes
from ..declare import method, primitive, public
from ..device import CPU
from ..dispatch import apply
from ..errors import expected
from ..kernels.cpu import mask as kernels
from ..op import supplies
from ..storage import in_memory
from ..tensor import Tensor, empty_of, empty_shape, spec_of
from ..writing import delivered
from .choice import check_bool_mask
from .copying import contiguous, write_copy
from .creation import zeros
from .indexing import write_into
from .requiring import require
from .views import expand

_FIRST = np.zeros(1, np.int64)


def _starts(mask):
    """
    Where the chosen of each block of a contiguous mask begin, and how many they are.

    Returns
    -------
    starts : operand
        One int64 per block.
    count : int
    """
    if mask.spec.device is not CPU:
        starts = _block_starts(mask)
        return starts, int(mask.count_nonzero())
    blocks = -(-mask.spec.numel // kernels.BLOCK)
    counts = np.empty(blocks, np.int64)
    if blocks:
        kernels.by_mask("count", "uint8", mask.spec.numel)(mask, in_memory(counts))
    if blocks == 1:
        return in_memory(_FIRST), counts.item()
    ends = np.cumsum(counts)
    starts = ends - counts
    return in_memory(starts), int(ends[-1]) if counts.size else 0


def _by_mask(kind, dtype, mask):
    """The Launch over a contiguous mask, see `by_mask` in `kernels/cpu/mask.py`."""
    return mask.spec.device.kernels.mask.by_mask(kind, dtype.name, mask.spec.numel)


def _positions(mask):
    """The flat positions of the nonzero elements of a contiguous mask of bytes."""
    starts, count = _starts(mask)
    out = empty_shape((count,), dtypes.int64, mask.spec.device)
    if count:
        launch = _by_mask("positions", dtypes.uint8, mask)
        launch(mask, starts, out)
    return out


def _block_starts(mask):
    """Where the chosen of each block of a contiguous mask begin, as a tensor."""
    blocks = -(-mask.spec.numel // kernels.BLOCK)
    if blocks == 1:
        return zeros(1, dtype=dtypes.int64, device=mask.device)
    counts = empty_shape((blocks,), dtypes.int64, mask.spec.device)
    if blocks:
        _by_mask("count", dtypes.uint8, mask)(mask, counts)
    return counts.cumsum(0) - counts


def coordinates(flat, shape):
    """Flat positions in a shape as rows of coordinates; those of one dim lie side by side."""
    count = flat.spec.numel
    device, axes = flat.spec.device, len(shape)
    places = empty_of(spec_of((count, axes), dtypes.int64, device, (1, count)))
    if count and shape:
        launch = device.kernels.mask.unravel(count, shape, *places.spec.byte_strides)
        launch(flat, places)
    return places


@overload
def nonzero(input: Tensor, *, as_tuple: Literal[False] = False) -> Tensor: ...


@overload
def nonzero(input: Tensor, *, as_tuple: Literal[True]) -> tuple[Tensor, ...]: ...


@public
def nonzero(input: Tensor, *, out: Tensor | None = None, as_tuple: bool = False) -> Any:
    """
    The indices of the elements that are not zero, in row-major order.

    Returns
    -------
    int64 Tensor (count, ndim), or a tuple of ndim vectors where `as_tuple`.
    """
    if as_tuple and out is not None:
        raise RuntimeError(expected("nonzero", "out or as_tuple", "both", "as_tuple=False"))
    mask = input if input.spec.dtype.itemsize == 1 else input != 0
    flat = _positions(_side_by_side(mask))
    if as_tuple and input.ndim < 2:
        return (flat,)
    places = coordinates(flat, input.spec.shape)
    if as_tuple:
        return places.detach().unbind(1)
    return places if out is None else delivered("nonzero", places, out, exact=True)


@public
def argwhere(input: Tensor) -> Tensor:
    """The indices of the elements that are not zero, one row each."""
    return nonzero(input)


@primitive
def _masked_select(x, mask):
    """The elements of x where a mask of its shape holds; both contiguous."""
    starts, count = _starts(mask)
    out = empty_shape((count,), x.spec.dtype, x.spec.device)
    if count:
        launch = _by_mask("select", x.spec.dtype, mask)
        launch(mask, starts, x, out)
    return out


@_masked_select.grad("x")
def _masked_select_grad_x(g, mask, x_spec):
    zero = zeros(x_spec.shape, dtype=g.dtype, device=g.device)
    return apply(_masked_scatter, zero, mask, g.contiguous())


def _spread(x, mask, source):
    if x.spec.numel:
        starts = _block_starts(mask)
        launch = _by_mask("spread", x.spec.dtype, mask)
        launch(mask, starts, source, x)
    return x


@primitive
def _masked_scatter(x, mask, source):
    """A copy of x with consecutive elements of source where the mask holds; all contiguous."""
    return _spread(
        write_copy(x, empty_shape(x.spec.shape, x.spec.dtype, x.spec.device)), mask, source
    )


@_masked_scatter.grad("x")
def _masked_scatter_grad_x(g, mask):
    return g.masked_fill(mask, 0)


@_masked_scatter.grad("source")
def _masked_scatter_grad_source(g, mask, source_spec):
    return apply(_masked_front, g.contiguous(), mask, shape=source_spec.shape)


@primitive
def _masked_front(x, mask, *, shape):
    """Zeros whose first elements are those of x where a mask of its shape holds; all contiguous."""
    out = zeros(shape, dtype=x.spec.dtype, device=x.device)
    if x.spec.numel:
        starts = _block_starts(mask)
        launch = _by_mask("select", x.spec.dtype, mask)
        launch(mask, starts, x, out)
    return out


@_masked_front.grad("x")
def _masked_front_grad_x(g, mask, x_spec):
    return apply(
        _masked_scatter, zeros(x_spec.shape, dtype=g.dtype, device=g.device), mask, g.contiguous()
    )


@public
@supplies
def masked_select(input: Tensor, mask: Tensor, *, out: Tensor | None = None) -> Tensor:
    """The elements of input where the mask holds, both broadcast, as a vector."""
    check_bool_mask("masked_select", mask)
    shape = input.spec.shape
    if mask.spec.shape != shape:
        shape = shapes.broadcast(shape, mask.spec.shape, op="masked_select")
        input, mask = expand(input, shape), expand(mask, shape)
    result = apply(_masked_select, _side_by_side(input), _side_by_side(mask))
    return result if out is None else delivered("masked_select", result, out, exact=True)


def _side_by_side(x):
    return x if x.spec.contiguous else contiguous(x)


def _masked_source(op, input, mask, source):
    check_bool_mask(op, mask)
    if source.spec.dtype is not input.spec.dtype:
        raise RuntimeError(
            expected(op, f"source of dtype {input.dtype}", repr(source.dtype), ".to()")
        )
    mask = expand(mask, shapes.broadcast(input.spec.shape, mask.spec.shape, op=op)).contiguous()
    given, count = source.spec.numel, mask.sum()

    def error(count):
        wanted = f"a source of at least {count} elements, as the mask selects"
        return RuntimeError(expected(op, wanted, str(given), "a longer source"))

    require(count <= given, error, lambda: (count,))
    return mask, source.contiguous()


@public
def masked_scatter(input: Tensor, mask: Tensor, source: Tensor) -> Tensor:
    """input with consecutive elements of source where the mask holds."""
    mask, source = _masked_source("masked_scatter", input, mask, source)
    x = expand(input, mask.spec.shape)
    return apply(_masked_scatter, x, mask, source)


@method
def masked_scatter_(self: Tensor, mask: Tensor, source: Tensor) -> Tensor:
    """In place: consecutive elements of source where the mask holds."""
    mask, source = _masked_source("masked_scatter_", self, mask, source)
    if mask.spec.shape != self.spec.shape:
        raise RuntimeError(
            expected("masked_scatter_", f"a mask that broadcasts to {list(self.shape)}",
                     str(list(mask.shape)), "masked_scatter()")
        )  # fmt: skip

    def write(x, mask, source):
        if x.spec.contiguous:
            return _spread(x, mask, source)
        return write_copy(_masked_scatter.forward(x, mask, source), x)

    return write_into("masked_scatter_", _masked_scatter, self, (mask, source), write, {})
