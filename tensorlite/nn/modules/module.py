"""Module, under PyTorch's path."""

from ..module import Module

__all__ = ["Module"]
