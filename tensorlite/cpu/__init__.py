"""The CPU as a device, under PyTorch's names: `tensorlite.cpu`."""

from ..absent import asked as _asked
from ..annotations import DeviceLike
from ..docstrings import document as _document

__all__ = ["current_device", "device_count", "is_available", "is_initialized", "set_device",
           "synchronize"]  # fmt: skip
__getattr__ = _asked(__name__)


def is_available() -> bool:
    """Whether it can be used: always."""
    return True


def is_initialized() -> bool:
    """Whether it is ready: always."""
    return True


def device_count() -> int:
    """The number of CPUs as devices: 1."""
    return 1


def current_device() -> str:
    """The name of the current one."""
    return "cpu"


def set_device(device: DeviceLike) -> None:
    """Nothing: there is one."""


def synchronize(device: DeviceLike | None = None) -> None:
    """Nothing: what a call computes is there when it returns."""


_document(globals(), __all__)
