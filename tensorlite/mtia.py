"""Meta's accelerators under PyTorch's names: there are none."""

from .absent import device_count, is_available, is_initialized, refusing

__all__ = ["device_count", "is_available", "is_initialized"]
__getattr__ = refusing(__name__)
