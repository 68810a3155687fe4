"""The functions behind the layers: `import tensorlite.nn.functional as F`."""

import typing as _typing

from ..op import serve as _serve

__all__ = _serve(globals())

if _typing.TYPE_CHECKING:

    def __getattr__(name: str) -> _typing.Any: ...
