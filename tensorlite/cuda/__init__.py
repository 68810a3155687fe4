"""Cards under PyTorch's names: `tensorlite.cuda`.

Importing it finds nothing out: a card is looked for when one is first asked about. Devices are
given as None for the current card, as a number, as "cuda" or "cuda:1", or as a `device`.
"""

from typing import Any

from ..absent import asked as _asked
from ..absent import listing as _listing
from ..docstrings import document as _document
from ..op import supplied as _supplied
from ..ops.legacy import CARD_TYPES as _TYPES
from ..ops.legacy import at_hand as _at_hand
from .devices import (
    current_device,
    device,
    device_count,
    get_arch_list,
    get_device_capability,
    get_device_name,
    get_device_properties,
    init,
    is_available,
    is_bf16_supported,
    is_initialized,
    is_tf32_supported,
    manual_seed,
    manual_seed_all,
    set_device,
    synchronize,
)
from .memory import (
    OutOfMemoryError,
    empty_cache,
    max_memory_allocated,
    max_memory_cached,
    max_memory_reserved,
    mem_get_info,
    memory_allocated,
    memory_cached,
    memory_reserved,
    memory_stats,
    reset_max_memory_allocated,
    reset_max_memory_cached,
    reset_peak_memory_stats,
)
from .random import (
    get_rng_state,
    get_rng_state_all,
    initial_seed,
    seed,
    seed_all,
    set_rng_state,
    set_rng_state_all,
)
from .streams import Event, Stream, StreamContext, current_stream, default_stream, stream

__all__ = [
    "Event", "OutOfMemoryError", "Stream", "StreamContext", "current_device", "current_stream",
    "default_stream", "device", "device_count", "empty_cache", "get_arch_list",
    "get_device_capability", "get_device_name", "get_device_properties", "get_rng_state",
    "get_rng_state_all", "init", "initial_seed", "is_available", "is_bf16_supported",
    "is_initialized", "is_tf32_supported", "manual_seed", "manual_seed_all",
    "max_memory_allocated", "max_memory_cached", "max_memory_reserved", "mem_get_info",
    "memory_allocated", "memory_cached", "memory_reserved", "memory_stats", "predict",
    "reset_max_memory_allocated", "reset_max_memory_cached", "reset_peak_memory_stats", "seed",
    "seed_all", "set_device", "set_rng_state", "set_rng_state_all", "stream", "synchronize",
]  # fmt: skip
__dir__ = _listing(__name__)

globals().update(_at_hand(_TYPES))


def __getattr__(name: str) -> Any:
    """`predict` is about plans, which are layers above."""
    return _supplied["predict"]() if name == "predict" else _asked(__name__, (), __all__)(name)


_document(globals(), __all__)
