"""The default generator under PyTorch's names: `tensorlite.random`."""

from .op import serve as _serve

__all__ = _serve(globals())
