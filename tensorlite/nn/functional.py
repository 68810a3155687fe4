"""The functions behind the layers: `import tensorlite.nn.functional as F`."""

from typing import TYPE_CHECKING, Any

from ..op import serve as _serve

__all__ = _serve(globals())

if TYPE_CHECKING:

    def __getattr__(name: str) -> Any: ...
