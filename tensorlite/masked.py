"""Reductions under a mask, with PyTorch's names: `tensorlite.masked`."""

from .op import serve as _serve

__all__ = _serve(globals())
