"""Memory shared with other libraries, at PyTorch's place."""

from ..op import registry

__all__ = ["from_dlpack", "to_dlpack"]

from_dlpack = registry["from_dlpack"]


def to_dlpack(tensor):
    """A capsule of the tensor's memory, which one other library takes; see `Tensor.__dlpack__`."""
    return tensor.__dlpack__()
