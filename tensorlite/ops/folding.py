"""Windows of images as columns, and columns added up to images."""

from collections.abc import Sequence

from ..annotations import Dims
from ..declare import primitive, public
from ..dispatch import apply, binary
from ..errors import expected
from ..graph import mode, view_of
from ..op import table
from ..tensor import Tensor, empty_shape
from .copying import write_copy
from .creation import zeros_as
from .padding import constant_pad
from .requiring import check_tensor
from .slicing import narrow
from .views import reshape
from .windows import numbers

_ADD = table["_add"]


def _windows(x, kernel, stride, dilation, counts):
    """A view of x (N, C, H, W) as (N, C, kH, kW, rows, columns)."""
    n, c, down, across = x.spec.strides
    shape = (*x.spec.shape[:2], *kernel, *counts)
    strides = (n, c, down * dilation[0], across * dilation[1], down * stride[0], across * stride[1])
    return view_of(x, shape, strides, 0)


@primitive
def _columns(x, *, kernel, stride, dilation, counts):
    """The windows of x (N, C, H, W) as (N, C, kH, kW, rows, columns)."""
    out = empty_shape((*x.spec.shape[:2], *kernel, *counts), x.spec.dtype, x.spec.device)
    return write_copy(_windows(x, kernel, stride, dilation, counts), out)


@_columns.grad("x")
def _columns_grad_x(g, x_spec, *, kernel, stride, dilation, counts):
    return apply(_images, g, kernel=kernel, stride=stride, dilation=dilation,
                 extents=x_spec.shape[2:])  # fmt: skip


@primitive
def _images(x, *, kernel, stride, dilation, extents):
    """Zeros (N, C, H, W), with x (N, C, kH, kW, rows, columns) added where windows lie."""
    shape = (*x.spec.shape[:2], *extents)
    out = zeros_as(empty_shape(shape, x.spec.dtype, x.spec.device).spec, x.spec.dtype)
    spread = _windows(out, kernel, stride, dilation, x.spec.shape[4:])
    with mode.off():
        for i in range(kernel[0]):
            for k in range(kernel[1]):
                there, own = (narrow(narrow(each, 2, i, 1), 3, k, 1) for each in (spread, x))
                write_copy(binary(_ADD, there, own), there)
    return out


@_images.grad("x")
def _images_grad_x(g, x_spec, *, kernel, stride, dilation):
    return apply(_columns, g, kernel=kernel, stride=stride, dilation=dilation,
                 counts=x_spec.shape[4:])  # fmt: skip


def _unfolded(x, kernel, dilation, padding, stride, counts):
    """x (N, C, H, W) as (N, C kH kW, windows)."""
    if any(padding):
        x = constant_pad(x, (padding[1], padding[1], padding[0], padding[0]))
    columns = apply(_columns, x, kernel=kernel, stride=stride, dilation=dilation, counts=counts)
    batch, channels = x.spec.shape[:2]
    each = channels * kernel[0] * kernel[1]
    return reshape(columns, (batch, each, counts[0] * counts[1]))


def _folded(x, extents, kernel, dilation, padding, stride, counts):
    """x (N, C kH kW, windows) added up to (N, C, H, W)."""
    channels = x.spec.shape[1] // (kernel[0] * kernel[1])
    x = reshape(x, (x.spec.shape[0], channels, *kernel, *counts))
    padded = tuple(n + 2 * p for n, p in zip(extents, padding, strict=True))
    out = apply(_images, x, kernel=kernel, stride=stride, dilation=dilation, extents=padded)
    for dim, (n, p) in enumerate(zip(extents, padding, strict=True), 2):
        out = narrow(out, dim, p, n) if p else out
    return out


# ------------------------------------------------------------------ what users call


def _geometry(op, extents, kernel_size, dilation, padding, stride):
    """Kernel, dilation, padding, stride, and how many windows there are a dim."""
    kernel = numbers(op, "kernel_size", kernel_size, 2)
    dilation = numbers(op, "dilation", dilation, 2)
    padding, stride = numbers(op, "padding", padding, 2), numbers(op, "stride", stride, 2)
    for name, given, least in (
        ("kernel_size", kernel, 1), ("dilation", dilation, 1), ("stride", stride, 1),
        ("padding", padding, 0),
    ):  # fmt: skip
        if min(given) < least:
            wanted = "greater than zero" if least else "non-negative"
            raise RuntimeError(expected(op, f"{name} that should be {wanted}", str(given), "1"))
    counts = tuple(
        (n + 2 * p - d * (k - 1) - 1) // s + 1
        for n, k, d, p, s in zip(extents, kernel, dilation, padding, stride, strict=True)
    )
    if min(counts) < 1:
        raise RuntimeError(
            expected(op, "at least one window a dim (calculated shape of the array of sliding "
                     "blocks)", f"{counts} of {tuple(extents)}", "a smaller kernel_size")
        )  # fmt: skip
    return kernel, dilation, padding, stride, counts


@public("nn.functional", rehearsed=True)
def unfold(
    input: Tensor, kernel_size: Dims, dilation: Dims = 1, padding: Dims = 0, stride: Dims = 1
) -> Tensor:
    """The windows of images, each as a column.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    kernel_size, dilation, padding, stride : int or tuple of two ints

    Returns
    -------
    Tensor (N, C kH kW, L) or (C kH kW, L), of L windows

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.unfold(tl.arange(9.0).reshape(1, 3, 3), 2)
    tensor([[0., 1., 3., 4.],
            [1., 2., 4., 5.],
            [3., 4., 6., 7.],
            [4., 5., 7., 8.]])
    """
    check_tensor("unfold", "input", input)
    if input.ndim not in (3, 4) or 0 in input.shape[-3:]:
        raise RuntimeError(
            expected("unfold", "3D or 4D (batch mode) input with non-zero dimensions but for the "
                     "batch", str(list(input.shape)), "unsqueeze(0)")
        )  # fmt: skip
    geometry = _geometry("unfold", input.shape[-2:], kernel_size, dilation, padding, stride)
    columns = _unfolded(input if input.ndim == 4 else input.unsqueeze(0), *geometry)
    return columns if input.ndim == 4 else columns.squeeze(0)


@public("nn.functional", rehearsed=True)
def fold(
    input: Tensor,
    output_size: int | Sequence[int | None],
    kernel_size: Dims,
    dilation: Dims = 1,
    padding: Dims = 0,
    stride: Dims = 1,
) -> Tensor:
    """The sum of windows, each given as a column, where they lie in images: see `unfold`.

    Parameters
    ----------
    input : Tensor (N, C kH kW, L) or (C kH kW, L)
    output_size : int or tuple of two ints
        H and W.
    kernel_size, dilation, padding, stride : int or tuple of two ints

    Returns
    -------
    Tensor (N, C, H, W) or (C, H, W)
    """
    check_tensor("fold", "input", input)
    if input.ndim not in (2, 3) or 0 in input.shape[-2:]:
        raise RuntimeError(
            expected("fold", "2D or 3D (batch mode) input with non-zero dimensions but for the "
                     "batch", str(list(input.shape)), "unsqueeze(0)")
        )  # fmt: skip
    extents = numbers("fold", "output_size", output_size, 2)
    if min(extents) < 1:
        raise RuntimeError(
            expected("fold", "output_size that is greater than zero", str(extents), "(1, 1)")
        )
    geometry = _geometry("fold", extents, kernel_size, dilation, padding, stride)
    kernel, counts = geometry[0], geometry[-1]
    each, windows = kernel[0] * kernel[1], counts[0] * counts[1]
    if input.shape[-2] % each:
        raise RuntimeError(
            expected("fold", "input's size at dimension 1 to be divisible by the product of "
                     f"kernel_size, {each}", str(input.shape[-2]), "another kernel_size")
        )  # fmt: skip
    if input.shape[-1] != windows:
        raise RuntimeError(
            expected("fold", "input's size at dimension 2 to match the calculated number of "
                     f"sliding blocks {counts[0]} * {counts[1]} = {windows}", str(input.shape[-1]),
                     "another output_size")
        )  # fmt: skip
    images = _folded(input if input.ndim == 3 else input.unsqueeze(0), extents, *geometry)
    return images if input.ndim == 3 else images.squeeze(0)
