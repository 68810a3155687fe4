"""Names of types, as programs annotate with them."""

import os
from collections.abc import Sequence
from typing import IO

from .absent import listing as _listing
from .device import device
from .dtypes import dtype
from .shapes import Size
from .tensor import Tensor

__all__ = ["Device", "FileLike", "Number"]
__dir__ = _listing(__name__)

Number = int | float | bool
Device = device | str | int | None
FileLike = str | os.PathLike[str] | IO[bytes]

# what PyTorch's own annotations say
_bool, _int, _float, _complex, _dtype, _device = bool, int, float, complex, dtype, device
_size = Size | list[int] | tuple[int, ...]
_TensorOrTensors = Tensor | Sequence[Tensor]
