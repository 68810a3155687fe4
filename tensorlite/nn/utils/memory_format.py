"""Weights in another memory format: all are row-major here, which is checked."""

from __future__ import annotations

from ...formats import row_major

__all__ = ["convert_conv2d_weight_memory_format", "convert_conv3d_weight_memory_format"]


def convert_conv2d_weight_memory_format(module, memory_format):
    """The module, whose weights are row-major already.

    Raises
    ------
    RuntimeError
        If that is not the format which is asked for.
    """
    row_major("convert_conv2d_weight_memory_format", memory_format)
    return module


def convert_conv3d_weight_memory_format(module, memory_format):
    """The module, whose weights are row-major already.

    Raises
    ------
    RuntimeError
        If that is not the format which is asked for.
    """
    row_major("convert_conv3d_weight_memory_format", memory_format)
    return module
