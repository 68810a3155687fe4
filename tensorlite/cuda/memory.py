"""How much memory of cards is used.

A freed tensor's memory is kept for the next one: `memory_allocated` tells what tensors take,
`memory_reserved` what was taken from the driver. All tell 0 where no card is available.
"""

from ..absent import asked as _asked
from ..annotations import DeviceLike
from ..kernels.cuda import driver
from .devices import index_of

__getattr__ = _asked(__name__)

OutOfMemoryError = driver.OutOfMemoryError


def memory_allocated(device: DeviceLike | None = None) -> int:
    """The bytes that tensors on a card take.

    Parameters
    ----------
    device : int, str, device or None

    Examples
    --------
    >>> tl.cuda.memory_allocated() <= tl.cuda.max_memory_allocated()
    True
    """
    return driver.memory_allocated(index_of("memory_allocated", device))


def max_memory_allocated(device: DeviceLike | None = None) -> int:
    """The most bytes that tensors on a card took at once, since `reset_peak_memory_stats`."""
    return driver.max_memory_allocated(index_of("max_memory_allocated", device))


def memory_reserved(device: DeviceLike | None = None) -> int:
    """The bytes of a card that were taken from the driver.

    Examples
    --------
    >>> tl.cuda.memory_reserved() >= tl.cuda.memory_allocated()
    True
    """
    return driver.memory_reserved(index_of("memory_reserved", device))


def max_memory_reserved(device: DeviceLike | None = None) -> int:
    """The most bytes that were taken from the driver at once, since `reset_peak_memory_stats`."""
    return driver.max_memory_reserved(index_of("max_memory_reserved", device))


def reset_peak_memory_stats(device: DeviceLike | None = None) -> None:
    """Count the most bytes from now on."""
    driver.reset_peak_memory_stats(index_of("reset_peak_memory_stats", device))


def memory_stats(device: DeviceLike | None = None) -> dict[str, int]:
    """What the allocator of a card has done: a dict of int, in bytes or times.

    Examples
    --------
    >>> sorted(key for key in tl.cuda.memory_stats() if key.endswith(".peak"))
    ['allocated_bytes.all.peak', 'reserved_bytes.all.peak']
    """
    return driver.memory_stats(index_of("memory_stats", device))


def mem_get_info(device: DeviceLike | None = None) -> tuple[int, int]:
    """The bytes that are free on a card, and all that it has.

    Raises
    ------
    RuntimeError
        If there is no such card.
    """
    return driver.memory_info(index_of("mem_get_info", device))


def empty_cache() -> None:
    """Give memory that no tensor uses back to the driver.

    Examples
    --------
    >>> tl.cuda.empty_cache()
    """
    driver.empty_cache()


memory_cached, max_memory_cached = memory_reserved, max_memory_reserved
reset_max_memory_allocated = reset_max_memory_cached = reset_peak_memory_stats
