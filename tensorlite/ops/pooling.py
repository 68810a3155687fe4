"""Pooling: the largest, the average or a norm of windows; the way back is in `unpooling.py`."""

from collections.abc import Sequence
from typing import Any

from .. import dtypes
from ..annotations import Dims
from ..declare import public
from ..errors import expected
from ..tensor import Tensor
from . import pooling_rules as rules
from .arithmetic import where
from .copying import as_images
from .creation import arange
from .random import rand
from .requiring import check_tensor
from .views import reshape
from .windows import adaptive, check_input, numbers, ratio_size, sliding


def _named(function, name, doc):
    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


# ------------------------------------------------------------------ the largest

_SHAPES = {1: "(N, C, L) or (C, L)", 2: "(N, C, H, W) or (C, H, W)",
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

    doc = _MAX.format(shape=_SHAPES[dims])
    _named(with_indices, f"{name}_with_indices", f"`{name}`, and the places of the largest.")
    public("nn.functional", "tl", method=False)(_named(function, name, doc))
    public("nn.functional")(with_indices)
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

    _named(with_indices, f"{name}_with_indices", f"`{name}`, and the places of the largest.")
    doc = f"""The largest of each of `output_size` windows a dim, which part the input evenly.

    Parameters
    ----------
    input : Tensor {_SHAPES[dims]}
    output_size : int, or tuple of int or None
        None keeps the extent of the input.
    return_indices : bool
        Whether the places of the largest elements are returned too.

    Returns
    -------
    Tensor {_SHAPES[dims]}, or a pair of them
        With `return_indices` the places, too.
    """
    public("nn.functional")(_named(function, name, doc))
    public("nn.functional")(with_indices)
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


@public("nn.functional", "tl", method=False)
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


@public("nn.functional")
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


@public("nn.functional")
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


@public("nn.functional", "tl", method=False)
def adaptive_avg_pool1d(input: Tensor, output_size: int | Sequence[int | None]) -> Tensor:
    """The average of each of `output_size` windows, which part (N, C, L) or (C, L) evenly."""
    return _adaptive_average("adaptive_avg_pool1d", input, 1, output_size)


@public("nn.functional")
def adaptive_avg_pool2d(input: Tensor, output_size: int | Sequence[int | None]) -> Tensor:
    """The average of each of `output_size` windows a dim, which part (*, H, W) evenly.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.adaptive_avg_pool2d(arange(16.0).reshape(1, 4, 4), 2)
    tensor([[[ 2.5000,  4.5000],
             [10.5000, 12.5000]]])
    """
    return _adaptive_average("adaptive_avg_pool2d", input, 2, output_size)


@public("nn.functional")
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


# ------------------------------------------------------------------ windows at random places


def _starts(samples, extent, kernel, outputs):
    """Where windows begin, (..., outputs), from one random number each. Graham 2014."""
    if outputs == 1:
        return (samples * 0).long().unsqueeze(-1) + (extent - kernel)
    alpha = (extent - kernel) / (outputs - 1)
    steps = arange(outputs, device=samples.device, dtype=samples.dtype)
    places = (((steps + samples.unsqueeze(-1)) * alpha).long()
              - (samples * alpha).long().unsqueeze(-1))  # fmt: skip
    last = steps == outputs - 1
    return where(last, extent - kernel, places)


def _fractional(op, dims, input, kernel_size, output_size, output_ratio, samples):
    check_input(op, input, dims)
    if (output_size is None) == (output_ratio is None):
        raise ValueError(
            expected(op, "either output_size or output_ratio", "both" if output_size else "none",
                     "output_ratio=0.5")
        )  # fmt: skip
    kernel, extents = numbers(op, "kernel_size", kernel_size, dims), input.shape[-dims:]
    if output_size is None:
        output_size = ratio_size(op, extents, output_ratio, dims)
    outputs = numbers(op, "output_size", output_size, dims)
    for n, k, o in zip(extents, kernel, outputs, strict=True):
        if k < 1 or o < 0 or o + k - 1 > n:
            raise RuntimeError(
                expected(op, f"output_size plus kernel_size - 1 within the input's {n}",
                         f"{o} and {k}", "smaller ones")
            )  # fmt: skip
    batch = input if input.ndim == dims + 2 else input.unsqueeze(0)
    lead = tuple(batch.shape[:2])
    if samples is None:
        samples = rand(*lead, dims, dtype=input.dtype, device=input.device)
    elif input.ndim == dims + 1:
        samples = samples[:1]  # of a batch that is not there
    if tuple(samples.shape) != (*lead, dims) or samples.dtype != input.dtype:
        raise RuntimeError(
            expected(op, f"_random_samples {(*lead, dims)} of {input.dtype!r}",
                     f"{tuple(samples.shape)} of {samples.dtype!r}", "None")
        )  # fmt: skip
    return _taken(op, input, batch, kernel, outputs, samples.detach())


def _taken(op, input, batch, kernel, outputs, samples):
    """The largest of windows at places of their own in every plane, and where they stand."""
    dims, lead, extents = len(kernel), tuple(batch.shape[:2]), batch.shape[2:]
    flat = 0
    for d, (n, k, o) in enumerate(zip(extents, kernel, outputs, strict=True)):
        own = samples[..., 1 - d if dims == 2 else d]  # PyTorch takes w first in two dims
        starts = _starts(own, n, k, o).unsqueeze(-1)
        taps = starts + arange(k, device=batch.device)  # (N, C, o, k)
        shape = [1] * (2 * dims)
        shape[d], shape[dims + d] = o, k
        flat = flat * n + taps.reshape(*lead, *shape)
    count = 1
    for k in kernel:
        count *= k
    flat = flat.flatten(2)
    values = batch.flatten(2).gather(-1, flat).reshape(*lead, *outputs, count)
    best = values.detach().max(-1).indices.unsqueeze(-1)
    found = values.gather(-1, best).squeeze(-1)
    places = flat.reshape(*lead, *outputs, count).gather(-1, best).squeeze(-1)
    whole = (*input.shape[: input.ndim - dims], *outputs)
    return reshape(found, whole), reshape(places, whole)


def _fractional_max_pool(dims):
    name = f"fractional_max_pool{dims}d"

    def with_indices(
        input: Tensor,
        kernel_size: Dims,
        output_size: int | Sequence[int | None] | None = None,
        output_ratio: float | Sequence[float] | None = None,
        return_indices: bool = False,
        _random_samples: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        return _fractional(name, dims, input, kernel_size, output_size, output_ratio,
                           _random_samples)  # fmt: skip

    def function(
        input: Tensor,
        kernel_size: Dims,
        output_size: int | Sequence[int | None] | None = None,
        output_ratio: float | Sequence[float] | None = None,
        return_indices: bool = False,
        _random_samples: Tensor | None = None,
    ) -> Any:
        found = with_indices(input, kernel_size, output_size, output_ratio, True, _random_samples)
        return found if return_indices else found[0]

    _named(with_indices, f"{name}_with_indices", f"`{name}`, and the places of the largest.")
    doc = f"""The largest of each of `output_size` windows a dim at random places.

    Parameters
    ----------
    input : Tensor {_SHAPES[dims]}
    kernel_size : int or tuple of int
    output_size : int or tuple of int, optional
    output_ratio : float or tuple of float, optional
        The output size over that of the input, if it is not given.
    return_indices : bool
        Whether the places of the largest elements are returned too.

    Returns
    -------
    Tensor {_SHAPES[dims]}, or a pair of them
        With `return_indices` the places, too.

    References
    ----------
    Graham 2014, "Fractional Max-Pooling", arXiv:1412.6071.
    """
    public("nn.functional")(_named(function, name, doc))
    public("nn.functional")(with_indices)
    return function, with_indices


fractional_max_pool2d, fractional_max_pool2d_with_indices = _fractional_max_pool(2)
fractional_max_pool3d, fractional_max_pool3d_with_indices = _fractional_max_pool(3)
