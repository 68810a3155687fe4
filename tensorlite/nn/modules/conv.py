"""Convolutions, under PyTorch's path."""

from ..convolution import *  # noqa: F403
from ..convolution import __all__ as __all__
