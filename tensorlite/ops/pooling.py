"""Pooling: the largest, the average or a norm of windows; the way back is in `unpooling.py`."""

from collections.abc import Sequence
from typing import Any

from .. import dtypes
from ..annotations import Dims
from ..declare import public
from ..errors import expected
from ..tensor import Tensor
from . import pooling_rules as rules
from .copying import as_images
from .requiring import check_tensor
from .windows import adaptive, numbers, sliding


def named(function, name, doc):
    """A function under a name, with a docstring."""
    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


# ------------------------------------------------------------------ the largest

SHAPES = {1: "(N, C, L) or (C, L)", 2: "(N, C, H, W) or (C, H, W)",
           3: "(N, C, D, H, W) or (C, D, H, W)"}  # fmt: skip

_MAX = """The largest element of each window; NaN if it holds one.

    Parameters
    ----------
    input : Tensor {shape}
    kernel_size : int or tuple of int
        The size of a window.
    stride : int or tuple of int, optional
        From one window to the next; `kernel_size` by default.
    padding : int or tuple of int
        Elements on both sides that count as -inf; at most half of the window.
    dilation : int or tuple of int
        From one element of a window to the next.
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    return_indices : bool
        Whether the places of the largest elements are returned too, as int64: flat, in their plane.

    Returns
    -------
    Tensor {shape}, or a pair of them
        With `return_indices` the places, too.
    """


def _largest(input, windows, dims, places, kept=True):
    """Values and places, in the memory format of the input if that is `kept`."""
    found, place = rules.max_pool(input, windows, dims, places)
    if not kept or not input.spec.channels_last:
        return found, place
    return as_images(found, input), None if place is None else as_images(place, input)


def _max_pool(dims):
    name = f"max_pool{dims}d"

    def with_indices(
        input: Tensor,
        kernel_size: Dims,
        stride: Dims | None = None,
        padding: Dims = 0,
        dilation: Dims = 1,
        ceil_mode: bool = False,
        return_indices: bool = False,
    ) -> tuple[Tensor, Tensor]:
        windows = sliding(name, input, dims, kernel_size, stride, padding, dilation, ceil_mode)
        return _largest(input, windows, dims, True)

    def function(
        input: Tensor,
        kernel_size: Dims,
        stride: Dims | None = None,
        padding: Dims = 0,
        dilation: Dims = 1,
        ceil_mode: bool = False,
        return_indices: bool = False,
    ) -> Any:
        windows = sliding(name, input, dims, kernel_size, stride, padding, dilation, ceil_mode)
        found = _largest(input, windows, dims, bool(return_indices))
        return found if return_indices else found[0]

    doc = _MAX.format(shape=SHAPES[dims])
    named(with_indices, f"{name}_with_indices", f"`{name}`, and the places of the largest.")
    public("nn.functional", "tl", method=False, rehearsed=True)(named(function, name, doc))
    public("nn.functional", rehearsed=True)(with_indices)
    return function, with_indices


max_pool1d, max_pool1d_with_indices = _max_pool(1)
max_pool2d, max_pool2d_with_indices = _max_pool(2)
max_pool3d, max_pool3d_with_indices = _max_pool(3)


def _adaptive_max_pool(dims):
    name = f"adaptive_max_pool{dims}d"

    def with_indices(
        input: Tensor, output_size: int | Sequence[int | None], return_indices: bool = False
    ) -> tuple[Tensor, Tensor]:
        windows = adaptive(name, input, dims, output_size)
        return _largest(input, windows, dims, True, dims == 2)

    def function(
        input: Tensor, output_size: int | Sequence[int | None], return_indices: bool = False
    ) -> Any:
        windows = adaptive(name, input, dims, output_size)
        found = _largest(input, windows, dims, bool(return_indices), dims == 2)
        return found if return_indices else found[0]

    named(with_indices, f"{name}_with_indices", f"`{name}`, and the places of the largest.")
    doc = f"""The largest of each of `output_size` windows a dim, which part the input evenly.

    Parameters
    ----------
    input : Tensor {SHAPES[dims]}
    output_size : int, or tuple of int or None
        None keeps the extent of the input.
    return_indices : bool
        Whether the places of the largest elements are returned too.

    Returns
    -------
    Tensor {SHAPES[dims]}, or a pair of them
        With `return_indices` the places, too.
    """
    public("nn.functional", rehearsed=True)(named(function, name, doc))
    public("nn.functional", rehearsed=True)(with_indices)
    return function, with_indices


adaptive_max_pool1d, adaptive_max_pool1d_with_indices = _adaptive_max_pool(1)
adaptive_max_pool2d, adaptive_max_pool2d_with_indices = _adaptive_max_pool(2)
adaptive_max_pool3d, adaptive_max_pool3d_with_indices = _adaptive_max_pool(3)


# ------------------------------------------------------------------ averages


def _average(op, input, dims, kernel_size, stride, padding, ceil_mode, padded, divisor=None):
    check_tensor(op, "input", input)
    if divisor is not None and divisor == 0:
        raise RuntimeError(
            f"{op}: divisor must be not zero; expected another divisor_override; got 0; try None"
        )
    if not input.is_floating_point() and input.dtype is not dtypes.int64:
        raise NotImplementedError(
            expected(op, "a floating point or int64 tensor", repr(input.dtype), "input.float()")
        )
    windows = sliding(op, input, dims, kernel_size, stride, padding, 1, ceil_mode)
    found = rules.avg_pool(input, windows, dims, bool(padded), int(divisor or 0))
    return as_images(found, input) if dims == 2 else found


@public("nn.functional", "tl", method=False, rehearsed=True)
def avg_pool1d(
    input: Tensor,
    kernel_size: Dims,
    stride: Dims | None = None,
    padding: Dims = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Tensor:
    """The average of each window of (N, C, L) or (C, L): see `avg_pool2d`."""
    return _average("avg_pool1d", input, 1, kernel_size, stride, padding, ceil_mode,
                    count_include_pad)  # fmt: skip


@public("nn.functional", rehearsed=True)
def avg_pool2d(
    input: Tensor,
    kernel_size: Dims,
    stride: Dims | None = None,
    padding: Dims = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
    divisor_override: int | None = None,
) -> Tensor:
    """
    The average of each window.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    kernel_size : int or tuple of two ints
        The size of a window.
    stride : int or tuple of two ints, optional
        From one window to the next; `kernel_size` by default.
    padding : int or tuple of two ints
        Zeros on both sides; at most half of the window.
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    count_include_pad : bool
        Whether zeros of the padding count as elements.
    divisor_override : int, optional
        What sums are divided by instead.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.avg_pool2d(tl.arange(16.0).reshape(1, 4, 4), 2)
    tensor([[[ 2.5000,  4.5000],
             [10.5000, 12.5000]]])
    """
    return _average("avg_pool2d", input, 2, kernel_size, stride, padding, ceil_mode,
                    count_include_pad, divisor_override)  # fmt: skip


@public("nn.functional", rehearsed=True)
def avg_pool3d(
    input: Tensor,
    kernel_size: Dims,
    stride: Dims | None = None,
    padding: Dims = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
    divisor_override: int | None = None,
) -> Tensor:
    """The average of each window of (N, C, D, H, W) or (C, D, H, W): see `avg_pool2d`."""
    return _average("avg_pool3d", input, 3, kernel_size, stride, padding, ceil_mode,
                    count_include_pad, divisor_override)  # fmt: skip


def _adaptive_average(op, input, dims, output_size):
    windows = adaptive(op, input, dims, output_size, channels=dims == 3)
    if windows.count == 1 and input.numel():
        return as_images(input.mean(tuple(range(-dims, 0)), keepdim=True), input)
    found = rules.avg_pool(input, windows, dims)
    return as_images(found, input) if dims == 2 else found


@public("nn.functional", "tl", method=False, rehearsed=True)
def adaptive_avg_pool1d(input: Tensor, output_size: int | Sequence[int | None]) -> Tensor:
    """The average of each of `output_size` windows, which part (N, C, L) or (C, L) evenly."""
    return _adaptive_average("adaptive_avg_pool1d", input, 1, output_size)


@public("nn.functional", rehearsed=True)
def adaptive_avg_pool2d(input: Tensor, output_size: int | Sequence[int | None]) -> Tensor:
    """The average of each of `output_size` windows a dim, which part (*, H, W) evenly.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.adaptive_avg_pool2d(tl.arange(16.0).reshape(1, 4, 4), 2)
    tensor([[[ 2.5000,  4.5000],
             [10.5000, 12.5000]]])
    """
    return _adaptive_average("adaptive_avg_pool2d", input, 2, output_size)


@public("nn.functional", rehearsed=True)
def adaptive_avg_pool3d(input: Tensor, output_size: int | Sequence[int | None]) -> Tensor:
    """The average of each of `output_size` windows a dim, which part (*, D, H, W) evenly."""
    return _adaptive_average("adaptive_avg_pool3d", input, 3, output_size)


# ------------------------------------------------------------------ norms


def _lp_pool(op, dims, input, norm_type, kernel_size, stride, ceil_mode):
    """(sum of x^p)^(1/p) of each window, by way of the average."""
    kernel = numbers(op, "kernel_size", kernel_size, dims)
    count = 1
    for extent in kernel:
        count *= extent
    powers = input.pow(norm_type)
    sums = _average(op, powers, dims, kernel, stride, 0, ceil_mode, True)
    return (sums.sign() * sums.abs().relu() * count).pow(1.0 / norm_type)


@public("nn.functional")
def lp_pool1d(
    input: Tensor,
    norm_type: float,
    kernel_size: Dims,
    stride: Dims | None = None,
    ceil_mode: bool = False,
) -> Tensor:
    """The p-norm of each window of (N, C, L) or (C, L), without absolute values."""
    return _lp_pool("lp_pool1d", 1, input, norm_type, kernel_size, stride, ceil_mode)


@public("nn.functional")
def lp_pool2d(
    input: Tensor,
    norm_type: float,
    kernel_size: Dims,
    stride: Dims | None = None,
    ceil_mode: bool = False,
) -> Tensor:
    """The p-norm of each window of (N, C, H, W) or (C, H, W), without absolute values."""
    return _lp_pool("lp_pool2d", 2, input, norm_type, kernel_size, stride, ceil_mode)


@public("nn.functional")
def lp_pool3d(
    input: Tensor,
    norm_type: float,
    kernel_size: Dims,
    stride: Dims | None = None,
    ceil_mode: bool = False,
) -> Tensor:
    """The p-norm of each window of (N, C, D, H, W) or (C, D, H, W), without absolute values."""
    return _lp_pool("lp_pool3d", 3, input, norm_type, kernel_size, stride, ceil_mode)
