"""Special functions under PyTorch's names: `tensorlite.special`."""

from .op import serve as _serve

__all__ = _serve(globals())
