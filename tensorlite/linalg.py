"""Linear algebra under PyTorch's names: `tensorlite.linalg`."""

import typing as _typing

from .op import serve as _serve

__all__ = _serve(globals())

if _typing.TYPE_CHECKING:

    def __getattr__(name: str) -> _typing.Any: ...
