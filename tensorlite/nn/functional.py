"""The functions behind the layers: `import tensorlite.nn.functional as F`."""

from ..op import serve as _serve

__all__ = _serve(globals())
