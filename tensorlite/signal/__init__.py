"""Signals under PyTorch's names: `tensorlite.signal.windows`."""

from . import windows

__all__ = ["windows"]
