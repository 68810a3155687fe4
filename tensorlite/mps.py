"""Apple's GPUs under PyTorch's names: there are none."""

from .absent import device_count, is_available, is_initialized, refusing
from .absent import listing as _listing

__all__ = ["device_count", "is_available", "is_initialized"]
__getattr__ = refusing(__name__)
__dir__ = _listing(__name__)
