"""Which cards there are, what they are, and which one is current in a thread."""

import contextlib
import operator
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from ..annotations import DeviceLike
from ..errors import expected
from ..kernels.cuda import driver


def index_of(op, where):
    """The index of a device, None for the current card.

    Raises
    ------
    RuntimeError
        If it is no card.
    """
    kind, index = _parsed(where)
    if kind != "cuda":
        raise RuntimeError(expected(op, "a card or None", repr(where), "'cuda'"))
    return index


def _parsed(where):
    """The type of a device and its index, None without one."""
    if where is None:
        return "cuda", None
    if hasattr(where, "type"):
        return where.type, where.index
    if not isinstance(where, str):
        return "cuda", operator.index(where)
    kind, colon, number = where.partition(":")
    if colon and not number.isdigit():
        return None, None
    return kind, int(number) if colon else None


def is_available() -> bool:
    """Whether a card can be used, or the simulator stands for one.

    Examples
    --------
    >>> where = tl.cuda.device_count() and "cuda" or "cpu"
    >>> (where == "cuda") == tl.cuda.is_available()
    True
    """
    return driver.available()


def device_count() -> int:
    """The number of cards; 0 where none is available.

    Examples
    --------
    >>> tl.cuda.device_count() > 0 or not tl.cuda.is_available()
    True
    """
    return driver.device_count()


def init() -> None:
    """Make the current card ready; its first use does so too.

    Raises
    ------
    RuntimeError
        If no card is available; it says why, and what to try.
    """
    driver.set_device(driver.current_device())


def is_initialized() -> bool:
    """Whether a card was used in this process."""
    return driver.initialized()


def current_device() -> int:
    """The index of this thread's current card.

    Raises
    ------
    RuntimeError
        If no card is available.

    Examples
    --------
    >>> tl.cuda.current_device() if tl.cuda.is_available() else 0
    0
    """
    return driver.current_device()


def set_device(device: DeviceLike) -> None:
    """Make a card current in this thread.

    Parameters
    ----------
    device : int, str or device

    Raises
    ------
    RuntimeError
        If there is no such card.
    """
    index = index_of("set_device", device)
    driver.set_device(driver.current_device() if index is None else index)


class Reentrant:
    """A context that may be entered in itself: each time what `begin()` answers, if anything."""

    def __init__(self, begin: Callable[[], AbstractContextManager[Any] | None]) -> None:
        self._begin = begin
        self._entered = []

    def __enter__(self) -> None:
        self._entered.append(self._begin() or contextlib.nullcontext())
        self._entered[-1].__enter__()

    def __exit__(self, *error: Any) -> None:
        self._entered.pop().__exit__(*error)


class device(Reentrant):
    """A context in which a card is the current one of this thread; nothing changes for None.

    Parameters
    ----------
    device : int, str, device or None

    Raises
    ------
    RuntimeError
        On entering, if there is no such card.

    Examples
    --------
    >>> with tl.cuda.device(None):
    ...     tl.cuda.device_count() >= 0
    True
    """

    def __init__(self, device: DeviceLike | None) -> None:
        self.idx = index_of("cuda.device", device)
        super().__init__(lambda: None if self.idx is None else driver.on(self.idx))


def get_device_name(device: DeviceLike | None = None) -> str:
    """The name that its maker gave a card, "the simulator" for that."""
    return driver.device_name(index_of("get_device_name", device))


def get_device_capability(device: DeviceLike | None = None) -> tuple[int, int]:
    """The compute capability of a card as (major, minor); (0, 0) for the simulator."""
    return driver.capability(index_of("get_device_capability", device))


def get_device_properties(device: DeviceLike | None = None) -> Any:
    """What a card is: name, major, minor, total_memory in bytes, multi_processor_count and more.

    Returns
    -------
    object with these attributes

    Raises
    ------
    RuntimeError
        If there is no such card.

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     assert tl.cuda.get_device_properties().total_memory > 0
    """
    return driver.properties(index_of("get_device_properties", device))


def synchronize(device: DeviceLike | None = None) -> None:
    """Wait until a card has done all its work.

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     tl.cuda.synchronize()
    """
    driver.synchronize(index_of("synchronize", device))


def manual_seed(seed: int) -> None:
    """Seed random numbers: one stream of them serves the CPU and all cards.

    Examples
    --------
    >>> tl.cuda.manual_seed(3)
    >>> tl.initial_seed()
    3
    """
    from ..ops.generators import manual_seed as seed_all

    seed_all(seed)


manual_seed_all = manual_seed


def is_bf16_supported(including_emulation: bool = True) -> bool:
    """Whether there are kernels for bfloat16: no."""
    return False


def is_tf32_supported() -> bool:
    """Whether there are kernels for TF32: no."""
    return False


def get_arch_list() -> list[str]:
    """For which architectures code was made in advance: none, kernels are compiled when needed."""
    return []
