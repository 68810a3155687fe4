"""The default generator under PyTorch's names: `tensorlite.random`."""

from .absent import asked as _asked
from .op import serve as _serve

__all__ = _serve(globals())
__getattr__ = _asked(__name__)
