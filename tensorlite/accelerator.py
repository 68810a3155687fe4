"""The accelerator of this machine, whichever it is: a card, or none."""

from . import cuda
from .absent import listing as _listing
from .cuda import current_device as current_device_index
from .cuda import (
    current_stream,
    device_count,
    empty_cache,
    get_device_capability,
    is_available,
    max_memory_allocated,
    max_memory_reserved,
    memory_allocated,
    memory_reserved,
    memory_stats,
    reset_peak_memory_stats,
    synchronize,
)
from .cuda import mem_get_info as get_memory_info
from .cuda import set_device as set_device_index
from .device import device
from .docstrings import document as _document

__all__ = [
    "current_accelerator", "current_device_index", "current_stream", "device_count", "empty_cache",
    "get_device_capability", "get_memory_info", "is_available", "max_memory_allocated",
    "max_memory_reserved", "memory_allocated", "memory_reserved", "memory_stats",
    "reset_peak_memory_stats", "set_device_index", "synchronize",
]  # fmt: skip
__dir__ = _listing(__name__)


def current_accelerator(check_available: bool = False) -> device | None:
    """
    The type of the accelerator as a device without an index; None where there is none.

    Examples
    --------
    >>> where = tl.accelerator.current_accelerator() or tl.device("cpu")
    >>> (where.type == "cuda") == tl.accelerator.is_available()
    True
    """
    return device("cuda") if cuda.is_available() else None


_document(globals(), ["current_accelerator"])
