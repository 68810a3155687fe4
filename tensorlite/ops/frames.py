"""Frames around tensors, and channels exchanged for pixels."""

import functools
from collections.abc import Sequence

import numpy as np

from ..annotations import Operand
from ..declare import public
from ..dispatch import apply
from ..kernels.work.runs import runs_of
from ..tensor import Tensor
from .copying import apart, as_images
from .padding import constant_pad
from .requiring import check_tensor
from .runs import picked


@public("nn.functional", rehearsed=True)
def pad(
    input: Tensor, pad: Sequence[int], mode: str = "constant", value: Operand | None = None
) -> Tensor:
    """A frame around the last dims.

    Parameters
    ----------
    input : Tensor
    pad : sequence of int
        (before, after) of the last dim, then of the one before it, and so on; a negative number
        crops.
    mode : {"constant", "reflect", "replicate", "circular"}
        What the frame holds: one value; the elements inside mirrored at the border; those of the
        border; those of the other side. All but "constant" pad the last one to three dims, of
        inputs with one or two more.
    value : number, optional
        For "constant"; 0 by default.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.pad(tl.tensor([[1.0, 2.0, 3.0]]), (2, 1), mode="reflect")
    tensor([[3., 2., 1., 2., 3., 2.]])
    """
    check_tensor("pad", "input", input)
    sides = list(map(int, pad))
    if len(sides) % 2 or len(sides) > 2 * len(input.spec.shape):
        raise RuntimeError(
            f"pad: Padding length must be divisible by 2 and at most {2 * input.ndim}, two times "
            f"the input dimension; got {sides}; try (1, 1)"
        )
    if mode == "constant":
        return as_images(constant_pad(input, sides, 0 if value is None else value), input)
    _check_mode(input, sides, mode, value)
    out = apply(picked, input, runs=_runs(input.spec.shape, tuple(sides), mode))
    return out if mode == "circular" else as_images(out, input)


@public(method=False)
def constant_pad_nd(input: Tensor, pad: Sequence[int], value: float = 0) -> Tensor:
    """A frame of one value around the last dims, see `nn.functional.pad`."""
    sides = list(map(int, pad))
    if len(sides) % 2 or len(sides) > 2 * input.ndim:
        raise RuntimeError(
            f"constant_pad_nd: Length of pad must be even and no more than twice the number of "
            f"dimensions of the input; expected at most {2 * input.ndim}; got {len(sides)}"
        )
    return as_images(constant_pad(input, sides, value), input)


def _check_mode(input, sides, mode, value):
    """Refuse a mode that does not exist, or that does not pad such an input."""
    if mode not in ("reflect", "replicate", "circular"):
        raise NotImplementedError(
            f"pad: Unrecognised padding mode {mode}; expected 'constant', 'reflect', 'replicate' "
            f"or 'circular'; got {mode!r}"
        )
    if value:
        raise RuntimeError(
            f'pad: Padding mode "{mode}" doesn\'t take in value argument; expected None; got '
            f"{value}; try mode='constant'"
        )
    dims = len(sides) // 2
    if dims not in (1, 2, 3) or input.ndim not in (dims + 1, dims + 2):
        raise NotImplementedError(
            f"pad: Padding size {len(sides)} is not supported for {input.ndim}D input tensor; "
            f"expected {dims + 1}D or {dims + 2}D input for it, and at most 6; got "
            f"{tuple(input.shape)}; try unsqueeze(0) or mode='constant'"
        )


@functools.lru_cache(maxsize=1024)
def _runs(shape, sides, mode):
    """The runs of elements that each of the padded dims consists of."""
    pairs = zip(sides[::2], sides[1::2], strict=True)
    places = [_places(shape, -1 - i, *pair, mode) for i, pair in enumerate(pairs)]
    return tuple([runs_of(each.tolist()) for each in reversed(places)])


def _places(shape, dim, before, after, mode):
    """Where the elements of a padded dim are read."""
    n = shape[dim]
    most = {"reflect": n - 1, "circular": n, "replicate": max(before, after)}[mode]
    left = n + min(before, 0) + min(after, 0)
    nothing = mode == "circular" and left < 1 and max(before, after) > 0  # to be wrapped around
    if n == 0 or max(before, after) > most or n + before + after < 0 or nothing:
        limit = {
            "reflect": "less than the corresponding input dimension",
            "circular": "no more than the input dimension: it would wrap around more than once",
            "replicate": "such that something is left of non-zero dimensions",
        }[mode]
        raise RuntimeError(
            f"pad: Padding size should be {limit}; got padding ({before}, {after}) at dimension "
            f"{len(shape) + dim} of input {list(shape)}; try a smaller one"
        )
    if mode == "circular":  # of what is left after cropping
        first = max(-before, 0)
        return first + np.arange(-max(before, 0), left + max(after, 0)) % max(left, 1)
    places = np.arange(-before, n + after)
    if mode == "replicate":
        return places.clip(0, n - 1)
    return n - 1 - abs(n - 1 - abs(places))


def _check_pixels(op, input, factor, name):
    check_tensor(op, "input", input)
    if input.ndim < 3:
        raise RuntimeError(
            f"{op} expects input to have at least 3 dimensions; expected (*, C, H, W); got "
            f"{input.ndim} dimension(s); try unsqueeze(0)"
        )
    if factor <= 0:
        raise RuntimeError(f"{op} expects a positive {name}; got {factor}; try 2")


@public("nn.functional", "tl", rehearsed=True)
def pixel_shuffle(input: Tensor, upscale_factor: int) -> Tensor:
    """(*, C r^2, H, W) as (*, C, H r, W r): channels become pixels.

    References
    ----------
    Shi et al. 2016, "Real-Time Single Image and Video Super-Resolution Using an Efficient
    Sub-Pixel Convolutional Neural Network", arXiv:1609.05158.
    """
    r = upscale_factor
    _check_pixels("pixel_shuffle", input, r, "upscale_factor")
    *lead, channels, height, width = input.shape
    if channels % (r * r):
        raise RuntimeError(
            "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square "
            f"of upscale_factor; expected a multiple of {r * r}; got input.size(-3)={channels}"
        )
    x = input.reshape(*lead, channels // (r * r), r, r, height, width)
    x = x.movedim((-4, -3), (-3, -1))  # (*, C, H, r, W, r)
    x = x.reshape(*lead, channels // (r * r), height * r, width * r)
    return as_images(apart(x, input), input)


@public("nn.functional", "tl", rehearsed=True)
def pixel_unshuffle(input: Tensor, downscale_factor: int) -> Tensor:
    """(*, C, H r, W r) as (*, C r^2, H, W): the inverse of `pixel_shuffle`."""
    r = downscale_factor
    _check_pixels("pixel_unshuffle", input, r, "downscale_factor")
    *lead, channels, height, width = input.shape
    for name, dim, extent in (("height", -2, height), ("width", -1, width)):
        if extent % r:
            raise RuntimeError(
                f"pixel_unshuffle expects {name} to be divisible by downscale_factor; expected a "
                f"multiple of {r}; got input.size({dim})={extent}"
            )
    x = input.reshape(*lead, channels, height // r, r, width // r, r)
    x = x.movedim((-3, -1), (-4, -3))  # (*, C, r, r, H, W)
    x = x.reshape(*lead, channels * r * r, height // r, width // r)
    return as_images(apart(x, input), input)


@public("nn.functional", "tl", rehearsed=True)
def channel_shuffle(input: Tensor, groups: int) -> Tensor:
    """(N, C, *) with the channels of `groups` groups in turn."""
    check_tensor("channel_shuffle", "input", input)
    if input.ndim < 3 or groups <= 0 or input.shape[1] % groups:
        raise RuntimeError(
            "channel_shuffle: Number of channels must be divisible by groups; expected input "
            f"(N, C, *) with C a multiple of {groups}; got {tuple(input.shape)}"
        )
    size, channels, *rest = input.shape
    x = input.reshape(size, groups, channels // groups, *rest)
    return as_images(apart(x.transpose(1, 2).reshape(input.shape), input), input)
