"""Unpooling: zeros, with elements where pooling found the largest."""

from collections.abc import Sequence

from .. import dtypes
from ..annotations import Dims
from ..declare import public
from ..errors import expected
from ..tensor import Tensor
from . import pooling_rules as rules
from .requiring import check_tensor, require
from .windows import check_input, numbers


def _unpooled_size(op, input, kernel, stride, padding, output_size):
    """The extents of what was pooled, if the user's are possible ones."""
    dims = len(kernel)
    usual = tuple(
        (n - 1) * s + k - 2 * p
        for n, k, s, p in zip(input.shape[-dims:], kernel, stride, padding, strict=True)
    )
    if output_size is None:
        return usual
    given = tuple(output_size)[-dims:] if len(output_size) in (dims, dims + 1, dims + 2) else ()
    if len(given) != dims:
        raise ValueError(
            expected(op, f"output_size of {dims} to {dims + 2} elements", str(len(output_size)),
                     str(usual))
        )  # fmt: skip
    for n, s, wanted in zip(usual, stride, given, strict=True):
        if not n - s < wanted < n + s:
            raise ValueError(
                expected(op, f"output_size to be between {n - s} and {n + s}",
                         str(given), str(usual))
            )  # fmt: skip
    return given


def _unpool(op, dims, input, indices, kernel_size, stride, padding, output_size):
    check_input(op, input, dims, floating=False)
    check_tensor(op, "indices", indices)
    kernel = numbers(op, "kernel_size", kernel_size, dims)
    stride = numbers(op, "stride", stride, dims, kernel)
    padding = numbers(op, "padding", padding, dims)
    if indices.dtype is not dtypes.int64:
        raise RuntimeError(
            expected(op, "elements in indices should be type int64", repr(indices.dtype),
                     "indices.long()")
        )  # fmt: skip
    if indices.shape != input.shape:
        raise RuntimeError(
            f"{op}: Expected shape of indices to be same as that of the input tensor; expected "
            f"{list(input.shape)}; got {list(indices.shape)}; try those of max_pool with "
            "return_indices=True"
        )
    if min(stride) < 1:
        raise RuntimeError(expected(op, "strides should be greater than zero", str(stride), "1"))
    extents = _unpooled_size(op, input, kernel, stride, padding, output_size)
    inside = 1
    for extent in extents:
        inside *= extent
    require(
        (indices >= 0) & (indices < inside),
        lambda low, high: RuntimeError(
            f"{op}: found an invalid max index {low if low < 0 else high}; expected one of output "
            f"volumes of size {list(extents)}; got {low} to {high}; try another output_size"
        ),
        lambda: (indices.min(), indices.max()),
    )
    lead = tuple(input.shape[: input.ndim - dims])
    flat = input.flatten(-dims)
    placed = rules.placed(flat, indices.reshape(flat.shape), inside)
    return placed.reshape(*lead, *extents)


@public("nn.functional")
def max_unpool1d(
    input: Tensor,
    indices: Tensor,
    kernel_size: Dims,
    stride: Dims | None = None,
    padding: Dims = 0,
    output_size: int | Sequence[int | None] | None = None,
) -> Tensor:
    """Zeros, with the elements of input where `max_pool1d` found them."""
    return _unpool("max_unpool1d", 1, input, indices, kernel_size, stride, padding, output_size)


@public("nn.functional", rehearsed=True)
def max_unpool2d(
    input: Tensor,
    indices: Tensor,
    kernel_size: Dims,
    stride: Dims | None = None,
    padding: Dims = 0,
    output_size: int | Sequence[int | None] | None = None,
) -> Tensor:
    """Zeros, with the elements of input where `max_pool2d` found them."""
    return _unpool("max_unpool2d", 2, input, indices, kernel_size, stride, padding, output_size)


@public("nn.functional")
def max_unpool3d(
    input: Tensor,
    indices: Tensor,
    kernel_size: Dims,
    stride: Dims | None = None,
    padding: Dims = 0,
    output_size: int | Sequence[int | None] | None = None,
) -> Tensor:
    """Zeros, with the elements of input where `max_pool3d` found them."""
    return _unpool("max_unpool3d", 3, input, indices, kernel_size, stride, padding, output_size)
