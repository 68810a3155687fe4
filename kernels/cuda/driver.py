"""The layer below tensors that knows the cards: their memory, streams, events and graphs.

Here all of it is found under one name. Importing it imports neither Numba nor CUDA. In Numba's
simulator it works on host memory, with the same bookkeeping.
"""

from .copies import copy_in, copy_out, copy_within, fill_zero, read, write
from .graph import Graph, graphs_offered
from .host import Properties
from .memory import (
    Block,
    OutOfMemoryError,
    allocate,
    empty_cache,
    is_pinned,
    max_memory_allocated,
    max_memory_reserved,
    memory_allocated,
    memory_info,
    memory_reserved,
    memory_stats,
    pinned,
    record_stream,
    reset_peak_memory_stats,
)
from .streams import (
    Event,
    Stream,
    capability,
    current_device,
    current_stream,
    default_stream,
    device_count,
    device_name,
    index_of,
    initialized,
    on,
    properties,
    set_device,
    synchronize,
    use,
)
from .system import available, reason, simulated

__all__ = [
    "Block", "Event", "Graph", "OutOfMemoryError", "Properties", "Stream", "allocate", "available",
    "capability", "copy_in", "copy_out", "copy_within", "current_device", "current_stream",
    "default_stream", "device_count", "device_name", "empty_cache", "fill_zero", "graphs_offered",
    "index_of", "initialized", "is_pinned", "max_memory_allocated", "max_memory_reserved",
    "memory_allocated", "memory_info", "memory_reserved", "memory_stats", "on", "pinned",
    "properties", "read", "reason", "record_stream", "reset_peak_memory_stats", "set_device",
    "simulated", "synchronize", "use", "write",
]  # fmt: skip
