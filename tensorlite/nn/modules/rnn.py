"""Recurrent layers, under PyTorch's path."""

from ..recurrent import *  # noqa: F403
from ..recurrent import __all__ as __all__
