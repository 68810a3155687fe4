"""Special functions under PyTorch's names: `tensorlite.special`."""

from typing import TYPE_CHECKING, Any

from .op import serve as _serve

__all__ = _serve(globals())

if TYPE_CHECKING:

    def __getattr__(name: str) -> Any: ...
