"""The handles that registering a hook returns, where PyTorch has them."""

from ..nn.hooks import RemovableHandle

__all__ = ["RemovableHandle"]
