"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterable as _Iterable, Iterator as _Iterator
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from typing import Any as _Any, Generic as _Generic, Literal as _Literal, Self as _Self
from typing import TypeVar as _TypeVar, overload as _overload

from numpy import ndarray as _ndarray

_F = _TypeVar("_F", bound=_Callable[..., _Any])
_T = _TypeVar("_T")
_T_co = _TypeVar("_T_co", covariant=True)

from ..device import device as _device
from ..plan.prediction import Card as _Card
from ..plan.prediction import Prediction as _Prediction
from ..tensor import Tensor
from contextlib import AbstractContextManager as _AbstractContextManager

__all__ = [
    "Event",
    "OutOfMemoryError",
    "Stream",
    "StreamContext",
    "current_device",
    "current_stream",
    "default_stream",
    "device",
    "device_count",
    "empty_cache",
    "get_arch_list",
    "get_device_capability",
    "get_device_name",
    "get_device_properties",
    "get_rng_state",
    "get_rng_state_all",
    "init",
    "initial_seed",
    "is_available",
    "is_bf16_supported",
    "is_initialized",
    "is_tf32_supported",
    "manual_seed",
    "manual_seed_all",
    "max_memory_allocated",
    "max_memory_cached",
    "max_memory_reserved",
    "mem_get_info",
    "memory_allocated",
    "memory_cached",
    "memory_reserved",
    "memory_stats",
    "predict",
    "reset_max_memory_allocated",
    "reset_max_memory_cached",
    "reset_peak_memory_stats",
    "seed",
    "seed_all",
    "set_device",
    "set_rng_state",
    "set_rng_state_all",
    "stream",
    "synchronize",
]
class Event:
    """A point in a Stream's work.

    Parameters
    ----------
    enable_timing : bool
        Whether `elapsed_time` may ask for it.
    blocking : bool
        Whether a waiting thread sleeps rather than looks again and again.

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     start, end = tl.cuda.Event(enable_timing=True), tl.cuda.Event(enable_timing=True)
    ...     start.record()
    ...     x = tl.ones(1000, device="cuda").sum()
    ...     end.record()
    ...     end.synchronize()
    ...     milliseconds = start.elapsed_time(end)
    """
    def __init__(self, enable_timing: _bool = False, blocking: _bool = False) -> None: ...
    blocking: _bool
    def elapsed_time(self, end: Event) -> _float:
        """The milliseconds from this Event to a later one, both done.

        Parameters
        ----------
        end : Event
            The later event.

        Returns
        -------
        float

        Raises
        ------
        RuntimeError
            If one of them takes no times, was not recorded, or has not happened yet.

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     start, end = tl.cuda.Event(enable_timing=True), tl.cuda.Event(enable_timing=True)
        ...     start.record()
        ...     x = tl.ones(1000, device="cuda").sum()
        ...     end.record()
        ...     end.synchronize()
        ...     milliseconds = start.elapsed_time(end)
        """
    enable_timing: _bool
    handle: _Any
    def query(self) -> _bool:
        """Whether it has happened, or was never recorded.

        Returns
        -------
        bool

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     event = tl.cuda.Event()
        ...     event.query()
        """
    def record(self, stream: Stream | None = None) -> None:
        """Happen once all work that a Stream, by default the current one, has by now is done.

        Parameters
        ----------
        stream : Stream, optional

        Returns
        -------
        None

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     start, end = tl.cuda.Event(enable_timing=True), tl.cuda.Event(enable_timing=True)
        ...     start.record()
        ...     x = tl.ones(1000, device="cuda").sum()
        ...     end.record()
        ...     end.synchronize()
        ...     milliseconds = start.elapsed_time(end)
        """
    def synchronize(self) -> None:
        """Wait until it has happened.

        Returns
        -------
        None

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     start, end = tl.cuda.Event(enable_timing=True), tl.cuda.Event(enable_timing=True)
        ...     start.record()
        ...     x = tl.ones(1000, device="cuda").sum()
        ...     end.record()
        ...     end.synchronize()
        ...     milliseconds = start.elapsed_time(end)
        """
    def wait(self, stream: Stream | None = None) -> None:
        """Let later work in a Stream, by default the current one, wait for it.

        Parameters
        ----------
        stream : Stream, optional

        Returns
        -------
        None

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     event = tl.cuda.Event()
        ...     event.record()
        ...     event.wait()
        """

class Stream:
    """A queue of work on a card; what enters it is done in that order.

    It does not wait for other streams, nor they for it: order them by `wait_stream`.

    Parameters
    ----------
    device : int, str, device or None
    priority : int
        The lower, the sooner.

    Raises
    ------
    RuntimeError
        If there is no such card.

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     side = tl.cuda.Stream()
    ...     side.wait_stream(tl.cuda.current_stream())
    ...     with tl.cuda.stream(side):
    ...         assert tl.cuda.current_stream() == side
    ...     tl.cuda.current_stream().wait_stream(side)
    """
    def __eq__(self, other: object) -> _bool: ...
    def __hash__(self) -> _int: ...
    def __init__(self, device: _device | str | _int | None = None, priority: _int = 0) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def cuda_stream(self) -> _int:
        """The handle, by PyTorch's name."""
    handle: _Any
    index: _Any
    @classmethod
    def of(cls, index: _int, handle: _int) -> _Self:
        """The Stream that has this handle on a card.

        Parameters
        ----------
        index : int
            Positions along `dim`.
        handle : int

        Returns
        -------
        Stream

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     stream = tl.cuda.Stream.of(0, 1)
        """
    def query(self) -> _bool:
        """Whether all its work is done.

        Returns
        -------
        bool

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     done = tl.cuda.current_stream().query()
        """
    def record_event(self, event: Event | None = None) -> Event:
        """The Event, a new one by default, that happens once all work until now is done.

        Parameters
        ----------
        event : Event, optional

        Returns
        -------
        Event

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     event = tl.cuda.current_stream().record_event()
        """
    def synchronize(self) -> None:
        """Wait until all its work is done.

        Returns
        -------
        None

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     tl.cuda.current_stream().synchronize()
        """
    def wait_event(self, event: Event) -> None:
        """Let later work wait for an Event, of any card.

        Parameters
        ----------
        event : Event

        Returns
        -------
        None

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     side, event = tl.cuda.Stream(), tl.cuda.current_stream().record_event()
        ...     side.wait_event(event)
        """
    def wait_stream(self, stream: Stream) -> None:
        """Let later work wait for all that another Stream has by now.

        Parameters
        ----------
        stream : Stream

        Returns
        -------
        None

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     side = tl.cuda.Stream()
        ...     side.wait_stream(tl.cuda.current_stream())
        ...     with tl.cuda.stream(side):
        ...         assert tl.cuda.current_stream() == side
        ...     tl.cuda.current_stream().wait_stream(side)
        """

class StreamContext:
    """A context in which a Stream, and its card, is the current one of this thread.

    Parameters
    ----------
    stream : Stream or None
        None changes nothing.

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     side = tl.cuda.Stream()
    ...     with tl.cuda.StreamContext(side):
    ...         assert tl.cuda.current_stream() == side
    """
    def __enter__(self) -> None: ...
    def __exit__(self, *error: _Any) -> None: ...
    def __init__(self, stream: Stream | None) -> None: ...
    stream: Stream | None

class device:
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
    def __enter__(self) -> None: ...
    def __exit__(self, *error: _Any) -> None: ...
    def __init__(self, device: _device | str | _int | None) -> None: ...
    idx: _Any

class OutOfMemoryError:
    """There is not as much memory as was asked for.

    Examples
    --------
    >>> issubclass(tl.cuda.OutOfMemoryError, RuntimeError)
    True
    """

def current_device() -> _int:
    """The index of this thread's current card.

    Returns
    -------
    int

    Raises
    ------
    RuntimeError
        If no card is available.

    Examples
    --------
    >>> tl.cuda.current_device() if tl.cuda.is_available() else 0
    0
    """
def current_stream(device: _device | str | _int | None = None) -> Stream:
    """The Stream of a card that this thread's work enters.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    Stream

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     side = tl.cuda.Stream()
    ...     with tl.cuda.stream(side):
    ...         assert tl.cuda.current_stream() == side
    """
def default_stream(device: _device | str | _int | None = None) -> Stream:
    """The Stream of a card that work enters unless another is chosen.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    Stream

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     assert tl.cuda.current_stream() == tl.cuda.default_stream()
    """
def device_count() -> _int:
    """The number of cards; 0 where none is available.

    Returns
    -------
    int

    Examples
    --------
    >>> tl.cuda.device_count() > 0 or not tl.cuda.is_available()
    True
    """
def empty_cache() -> None:
    """Give memory that no tensor uses back to the driver.

    Returns
    -------
    None

    Examples
    --------
    >>> tl.cuda.empty_cache()
    """
def get_arch_list() -> list[str]:
    """For which architectures code was made in advance: none, kernels are compiled when needed.

    Returns
    -------
    list of str

    Examples
    --------
    >>> tl.cuda.get_arch_list()
    []
    """
def get_device_capability(device: _device | str | _int | None = None) -> tuple[_int, _int]:
    """The compute capability of a card as (major, minor); (0, 0) for the simulator.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    tuple of int

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     major, minor = tl.cuda.get_device_capability()
    """
def get_device_name(device: _device | str | _int | None = None) -> str:
    """The name that its maker gave a card, "the simulator" for that.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    str

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     name = tl.cuda.get_device_name(0)
    """
def get_device_properties(device: _device | str | _int | None = None) -> _Any:
    """What a card is: name, major, minor, total_memory in bytes, multi_processor_count and more.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

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
def get_rng_state(device: _device | str | _int = 'cuda') -> Tensor:
    """The state of the default generator.

    Parameters
    ----------
    device : device or str or int, default 'cuda'
        The card; by default the current one.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> state = tl.cuda.get_rng_state()
    >>> device = "cuda" if tl.cuda.is_available() else "cpu"
    >>> x = tl.rand(3, device=device)
    >>> tl.cuda.set_rng_state(state)
    >>> bool((tl.rand(3, device=device) == x).all())
    True
    """
def get_rng_state_all() -> list[Tensor]:
    """The state, once for each card.

    Returns
    -------
    list of Tensor (...)

    Examples
    --------
    >>> len(tl.cuda.get_rng_state_all()) == tl.cuda.device_count()
    True
    """
def init() -> None:
    """Make the current card ready; its first use does so too.

    Returns
    -------
    None

    Raises
    ------
    RuntimeError
        If no card is available; it says why, and what to try.

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     tl.cuda.init()
    ...     assert tl.cuda.is_initialized()
    """
def initial_seed() -> _int:
    """The seed of the default generator.

    Returns
    -------
    int

    Examples
    --------
    >>> with tl.random.fork_rng():
    ...     tl.cuda.manual_seed(7)
    ...     tl.cuda.initial_seed()
    7
    """
def is_available() -> _bool:
    """Whether a card can be used, or the simulator stands for one.

    Returns
    -------
    bool

    Examples
    --------
    >>> where = tl.cuda.device_count() and "cuda" or "cpu"
    >>> (where == "cuda") == tl.cuda.is_available()
    True
    """
def is_bf16_supported(including_emulation: _bool = True) -> _bool:
    """Whether there are kernels for bfloat16: no.

    Parameters
    ----------
    including_emulation : bool, default True

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.cuda.is_bf16_supported()
    False
    """
def is_initialized() -> _bool:
    """Whether a card was used in this process.

    Returns
    -------
    bool

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     x = tl.zeros(1, device="cuda")
    ...     assert tl.cuda.is_initialized()
    """
def is_tf32_supported() -> _bool:
    """Whether there are kernels for TF32: no.

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.cuda.is_tf32_supported()
    False
    """
def manual_seed(seed: _int) -> None:
    """Seed random numbers: one stream of them serves the CPU and all cards.

    Parameters
    ----------
    seed : int

    Returns
    -------
    None

    Examples
    --------
    >>> tl.cuda.manual_seed(3)
    >>> tl.initial_seed()
    3
    """
def manual_seed_all(seed: _int) -> None:
    """Seed random numbers: one stream of them serves the CPU and all cards.

    Parameters
    ----------
    seed : int

    Returns
    -------
    None

    Examples
    --------
    >>> tl.cuda.manual_seed(3)
    >>> tl.initial_seed()
    3
    """
def max_memory_allocated(device: _device | str | _int | None = None) -> _int:
    """The most bytes that tensors on a card took at once, since `reset_peak_memory_stats`.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    int

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     tl.cuda.reset_peak_memory_stats()
    ...     x = tl.zeros(256, device="cuda")
    ...     assert tl.cuda.max_memory_allocated() >= 1024
    """
def max_memory_cached(device: _device | str | _int | None = None) -> _int:
    """The most bytes that were taken from the driver at once, since `reset_peak_memory_stats`.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    int

    Examples
    --------
    >>> tl.cuda.max_memory_reserved() >= tl.cuda.max_memory_allocated()
    True
    """
def max_memory_reserved(device: _device | str | _int | None = None) -> _int:
    """The most bytes that were taken from the driver at once, since `reset_peak_memory_stats`.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    int

    Examples
    --------
    >>> tl.cuda.max_memory_reserved() >= tl.cuda.max_memory_allocated()
    True
    """
def mem_get_info(device: _device | str | _int | None = None) -> tuple[_int, _int]:
    """The bytes that are free on a card, and all that it has.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    tuple of int

    Raises
    ------
    RuntimeError
        If there is no such card.

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     free, total = tl.cuda.mem_get_info()
    ...     assert 0 < free <= total
    """
def memory_allocated(device: _device | str | _int | None = None) -> _int:
    """The bytes that tensors on a card take.

    Parameters
    ----------
    device : int, str, device or None

    Returns
    -------
    int

    Examples
    --------
    >>> tl.cuda.memory_allocated() <= tl.cuda.max_memory_allocated()
    True
    """
def memory_cached(device: _device | str | _int | None = None) -> _int:
    """The bytes of a card that were taken from the driver.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    int

    Examples
    --------
    >>> tl.cuda.memory_reserved() >= tl.cuda.memory_allocated()
    True
    """
def memory_reserved(device: _device | str | _int | None = None) -> _int:
    """The bytes of a card that were taken from the driver.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    int

    Examples
    --------
    >>> tl.cuda.memory_reserved() >= tl.cuda.memory_allocated()
    True
    """
def memory_stats(device: _device | str | _int | None = None) -> dict[str, _int]:
    """What the allocator of a card has done: a dict of int, in bytes or times.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    dict of str and int

    Examples
    --------
    >>> sorted(key for key in tl.cuda.memory_stats() if key.endswith(".peak"))
    ['allocated_bytes.all.peak', 'reserved_bytes.all.peak']
    """
def predict(
    function: _Callable[..., _Any],
    *args: _Any,
    card: str | _Card = 'H100 SXM',
    **kwargs: _Any,
) -> _Prediction:
    """Predict how long a function takes on a card, by the data sheet of that card.

    Parameters
    ----------
    function : callable
        A compiled function, or one that can be compiled.
    *args, **kwargs
        Its arguments, which lie on a card or in the simulator: they are not read.
    card : str or Card
        A key of `CARDS`.

    Returns
    -------
    Prediction
        Prints as a table, in notebooks as HTML.

    Raises
    ------
    RuntimeError
        If there is neither a card nor the simulator, if nothing would run on one, or inside of a
        function that is being compiled.
    ValueError
        If the card is not known.

    Notes
    -----
    The function is recorded, not run; its tensors stay as they are. Only what it makes once at a
    first call, such as the state of an optimizer, is made, by kernels that fill it.

    A launch takes ``max(bytes / bandwidth, flops / rate, FLOOR)``. Bytes are those that it reads
    and writes, each once, as if all came from memory: caches are not modelled, so small data is
    faster. A scalar function, such as exp, is one operation, and integers count as float32; kernels
    on float64 have the rate of that. If there are fewer blocks than multiprocessors, they get that
    share of both rates; copies by the driver get all, and the bus to the host is not modelled.
    Launches do not overlap. Each adds `IN_GRAPH` in a CUDA graph, which adds `IN_STREAM` once, or
    `IN_STREAM` by itself. What Python needs to launch is not in it, nor that a check waits until
    the host has its answer.

    In the simulator blocks are few and small, and so no share is taken; ``bench/cards.py`` records
    with the blocks of a card.

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     x = tl.ones(8, device="cuda")
    ...     assert tl.cuda.predict(lambda x: x + x, x, card="L4").seconds > 0
    """
def reset_max_memory_allocated(device: _device | str | _int | None = None) -> None:
    """Count the most bytes from now on.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    None

    Examples
    --------
    >>> tl.cuda.reset_peak_memory_stats()
    >>> tl.cuda.max_memory_allocated() == tl.cuda.memory_allocated()
    True
    """
def reset_max_memory_cached(device: _device | str | _int | None = None) -> None:
    """Count the most bytes from now on.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    None

    Examples
    --------
    >>> tl.cuda.reset_peak_memory_stats()
    >>> tl.cuda.max_memory_allocated() == tl.cuda.memory_allocated()
    True
    """
def reset_peak_memory_stats(device: _device | str | _int | None = None) -> None:
    """Count the most bytes from now on.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    None

    Examples
    --------
    >>> tl.cuda.reset_peak_memory_stats()
    >>> tl.cuda.max_memory_allocated() == tl.cuda.memory_allocated()
    True
    """
def seed() -> _int:
    """Seed the default generator from the system's entropy; returns the new seed.

    Returns
    -------
    int

    Examples
    --------
    >>> with tl.random.fork_rng():
    ...     number = tl.cuda.seed()
    ...     number == tl.cuda.initial_seed()
    True
    """
def seed_all() -> _int:
    """The same: one stream serves all cards.

    Returns
    -------
    int

    Examples
    --------
    >>> with tl.random.fork_rng():
    ...     number = tl.cuda.seed_all()
    """
def set_device(device: _device | str | _int) -> None:
    """Make a card current in this thread.

    Parameters
    ----------
    device : int, str or device

    Returns
    -------
    None

    Raises
    ------
    RuntimeError
        If there is no such card.

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     tl.cuda.set_device(tl.cuda.device_count() - 1)  # the last card
    ...     tl.cuda.set_device(0)
    """
def set_rng_state(new_state: Tensor, device: _device | str | _int = 'cuda') -> None:
    """Set the state of the default generator.

    Parameters
    ----------
    new_state : Tensor (...)
    device : device or str or int, default 'cuda'
        The card; by default the current one.

    Returns
    -------
    None

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> state = tl.cuda.get_rng_state()
    >>> x = tl.randn(100)
    >>> tl.cuda.set_rng_state(state)
    >>> bool((tl.cuda.get_rng_state() == state).all())
    True
    """
def set_rng_state_all(new_states: _Sequence[Tensor]) -> None:
    """Set the state to the first of those that `get_rng_state_all` returned.

    Parameters
    ----------
    new_states : sequence of Tensor (...)

    Returns
    -------
    None

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     states = tl.cuda.get_rng_state_all()
    ...     x = tl.randn(100, device="cuda")
    ...     tl.cuda.set_rng_state_all(states)
    ...     assert (tl.randn(100, device="cuda") == x).all()
    """
def stream(stream: Stream | None) -> StreamContext:
    """A `StreamContext` of a Stream.

    Parameters
    ----------
    stream : Stream or None

    Returns
    -------
    StreamContext

    Examples
    --------
    >>> with tl.cuda.stream(None):
    ...     tl.cuda.device_count() >= 0
    True
    """
def synchronize(device: _device | str | _int | None = None) -> None:
    """Wait until a card has done all its work.

    Parameters
    ----------
    device : device or str or int, optional
        The card; by default the current one.

    Returns
    -------
    None

    Examples
    --------
    >>> if tl.cuda.is_available():
    ...     tl.cuda.synchronize()
    """
