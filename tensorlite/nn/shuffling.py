"""Layers that move elements: channels to pixels, windows to columns, and back."""

from __future__ import annotations

from collections.abc import Sequence

from ..annotations import Dims
from ..tensor import Tensor
from . import functional as F
from .module import Module

__all__ = ["ChannelShuffle", "Fold", "PixelShuffle", "PixelUnshuffle", "Unfold"]


class PixelShuffle(Module):
    """(*, C r^2, H, W) as (*, C, H r, W r): channels become pixels. Shi 2016, arXiv:1609.05158.

    Parameters
    ----------
    upscale_factor : int
        r.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.PixelShuffle(2)(tl.arange(4.0).reshape(4, 1, 1)).tolist()
    [[[0.0, 1.0], [2.0, 3.0]]]
    """

    def __init__(self, upscale_factor: int) -> None:
        super().__init__()
        self.upscale_factor = upscale_factor

    def forward(self, input: Tensor) -> Tensor:
        """`functional.pixel_shuffle`."""
        return F.pixel_shuffle(input, self.upscale_factor)

    def extra_repr(self) -> str:
        """The factor."""
        return f"upscale_factor={self.upscale_factor}"


class PixelUnshuffle(Module):
    """(*, C, H r, W r) as (*, C r^2, H, W): the inverse of `PixelShuffle`.

    Parameters
    ----------
    downscale_factor : int
        r.
    """

    def __init__(self, downscale_factor: int) -> None:
        super().__init__()
        self.downscale_factor = downscale_factor

    def forward(self, input: Tensor) -> Tensor:
        """`functional.pixel_unshuffle`."""
        return F.pixel_unshuffle(input, self.downscale_factor)

    def extra_repr(self) -> str:
        """The factor."""
        return f"downscale_factor={self.downscale_factor}"


class ChannelShuffle(Module):
    """(N, C, *) with the channels of `groups` groups in turn. Zhang 2017, arXiv:1707.01083.

    Parameters
    ----------
    groups : int
    """

    def __init__(self, groups: int) -> None:
        super().__init__()
        self.groups = groups

    def forward(self, input: Tensor) -> Tensor:
        """`functional.channel_shuffle`."""
        return F.channel_shuffle(input, self.groups)

    def extra_repr(self) -> str:
        """The groups."""
        return f"groups={self.groups}"


class Unfold(Module):
    """The windows of images (N, C, H, W), each as a column of (N, C kH kW, L).

    Parameters
    ----------
    kernel_size, dilation, padding, stride : int or tuple of two ints
    """

    def __init__(
        self, kernel_size: Dims, dilation: Dims = 1, padding: Dims = 0, stride: Dims = 1
    ) -> None:
        super().__init__()
        self.kernel_size, self.dilation = kernel_size, dilation
        self.padding, self.stride = padding, stride

    def forward(self, input: Tensor) -> Tensor:
        """`functional.unfold`."""
        return F.unfold(input, self.kernel_size, self.dilation, self.padding, self.stride)

    def extra_repr(self) -> str:
        """The windows."""
        return (
            f"kernel_size={self.kernel_size}, dilation={self.dilation}, padding={self.padding}, "
            f"stride={self.stride}"
        )


class Fold(Module):
    """Columns (N, C kH kW, L) added up to images (N, C, H, W), where their windows lie.

    Parameters
    ----------
    output_size : int or tuple of two ints
        H and W.
    kernel_size, dilation, padding, stride : int or tuple of two ints
    """

    def __init__(
        self,
        output_size: int | Sequence[int | None],
        kernel_size: Dims,
        dilation: Dims = 1,
        padding: Dims = 0,
        stride: Dims = 1,
    ) -> None:
        super().__init__()
        self.output_size, self.kernel_size = output_size, kernel_size
        self.dilation, self.padding, self.stride = dilation, padding, stride

    def forward(self, input: Tensor) -> Tensor:
        """`functional.fold`."""
        return F.fold(
            input, self.output_size, self.kernel_size, self.dilation, self.padding, self.stride
        )

    def extra_repr(self) -> str:
        """The image and its windows."""
        return (
            f"output_size={self.output_size}, kernel_size={self.kernel_size}, "
            f"dilation={self.dilation}, padding={self.padding}, stride={self.stride}"
        )
