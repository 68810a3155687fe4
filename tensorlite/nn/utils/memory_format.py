"""Weights in another memory format."""

from __future__ import annotations

from ... import formats
from ..convolution import Conv2d, Conv3d, ConvTranspose2d, ConvTranspose3d
from ..module import Module

__all__ = ["convert_conv2d_weight_memory_format", "convert_conv3d_weight_memory_format"]


def convert_conv2d_weight_memory_format(
    module: Module, memory_format: formats.memory_format
) -> Module:
    """Lay the weights of all `Conv2d` and `ConvTranspose2d` in a module; returns the module.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.Conv2d(3, 4, 2)
    >>> convert = tl.nn.utils.convert_conv2d_weight_memory_format
    >>> convert(layer, tl.channels_last).weight.stride()
    (12, 1, 6, 3)
    """
    return _convert(module, memory_format, (Conv2d, ConvTranspose2d))


def convert_conv3d_weight_memory_format(
    module: Module, memory_format: formats.memory_format
) -> Module:
    """The same for `Conv3d` and `ConvTranspose3d`."""
    return _convert(module, memory_format, (Conv3d, ConvTranspose3d))


def _convert(module, memory_format, kinds):
    for each in module.modules():
        if isinstance(each, kinds):
            each.weight.data = each.weight.detach().clone(memory_format=memory_format)
    return module
