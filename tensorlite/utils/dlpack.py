"""Memory shared with other libraries, at PyTorch's place."""

from typing import Any

from ..op import registry
from ..tensor import Tensor

__all__ = ["from_dlpack", "to_dlpack"]

from_dlpack = registry["from_dlpack"]


def to_dlpack(tensor: Tensor) -> Any:
    """A capsule of the tensor's memory, which one other library takes; see `Tensor.__dlpack__`."""
    return tensor.__dlpack__()
