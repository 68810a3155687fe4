"""Linear algebra under PyTorch's names: `tensorlite.linalg`."""

from .op import serve as _serve

__all__ = _serve(globals())
