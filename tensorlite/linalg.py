"""Linear algebra under PyTorch's names: `tensorlite.linalg`."""

from typing import TYPE_CHECKING, Any

from .op import serve as _serve

__all__ = _serve(globals())

if TYPE_CHECKING:

    def __getattr__(name: str) -> Any: ...
