"""Linear layers, under PyTorch's path."""

from ..layers import Bilinear, Identity, Linear
from ..lazy import LazyLinear

__all__ = ["Bilinear", "Identity", "LazyLinear", "Linear"]
