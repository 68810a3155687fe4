"""Cards, streams and events: what is current in a thread, and in which order work is done."""

import functools
import threading
from typing import Self

from .system import available, system

STREAMS = 32  # per card and priority: more Streams share them, as in PyTorch


class _Local(threading.local):
    """What is current in a thread."""

    def __init__(self):
        self.index = 0  # the card
        self.system = None  # whose card was made current
        self.streams = {}  # per card, where it is not the default stream
        self.kept = None  # during a capture: what its graph keeps


local = _Local()
capturing: set = set()  # the Streams whose work is captured now, by any thread


# ----------------------------------------------------------------------------------------- cards


def device_count():
    """The number of cards; 0 if none is available."""
    return system().count if available() else 0


def checked(op, index):
    """The index of a card, the current one for None.

    Raises
    ------
    RuntimeError
        If there is no such card.
    """
    count = system().count
    if index is None:
        return local.index
    if type(index) is not int or not 0 <= index < count:
        raise RuntimeError(
            f"{op}: expected a card 0 to {count - 1}; got {index!r}; try the current card, without"
            " an index"
        )
    return index


def current_device():
    """The index of this thread's current card: 0 in a new thread."""
    return checked("current_device", None)


def set_device(index):
    """Make a card current in this thread.

    Raises
    ------
    RuntimeError
        If there is no such card.
    """
    local.index = checked("set_device", index)
    activate()


def activate():
    """Let the driver take this thread's current card for its own.

    With several cards the driver is told each time, for other libraries choose cards too.
    """
    found = system()
    if found.count > 1 or local.system is not found:
        found.enter(local.index)
        local.system = found


def initialized():
    """Whether a card was used in this process."""
    return available() and bool(system().contexts)


class on:
    """A context in which a card is the current one of this thread.

    Parameters
    ----------
    index : int
    """

    __slots__ = ("before", "index")

    def __init__(self, index):
        self.index = index

    def __enter__(self):
        self.before = local.index
        if self.index != self.before:
            local.index = checked("on", self.index)
        activate()
        return self

    def __exit__(self, *error):
        local.index = self.before
        # a card that was not used stays so: a context takes memory
        if self.before != self.index and self.before in system().contexts:
            activate()


@functools.cache
def _properties(found, index):
    return found.properties(index)


def properties(index=None):
    """The Properties of a card: name, memory, processors, clocks."""
    return _properties(system(), checked("properties", index))


def device_name(index=None):
    """The name that the maker gave a card."""
    return properties(index).name


def capability(index=None):
    """The compute capability of a card, as (9, 0); (0, 0) for the simulator."""
    told = properties(index)
    return told.major, told.minor


def index_of(address):
    """The index of the card on which an address lies."""
    found = system()
    return 0 if found.count == 1 else found.index_of(address)


def synchronize(index=None):
    """Wait until a card has done all its work, in all streams."""
    with on(checked("synchronize", index)):
        system().synchronize()


# --------------------------------------------------------------------------------------- streams


class Stream:
    """A queue of work on a card. What enters it is done in that order.

    It does not wait for the default stream, nor the default stream for it. The driver's queues
    behind Streams are `STREAMS` per card and priority, are never given back, and take turns.

    Parameters
    ----------
    priority : int
        The lower, the sooner; what the driver does not offer is taken to its nearest.
    index : int, optional
        The card; by default the current one.

    Attributes
    ----------
    handle : int
        The driver's name for it, 0 for the default stream.
    """

    __slots__ = ("handle", "index")

    def __init__(self, priority: int = 0, index: int | None = None) -> None:
        self.index = checked("Stream", index)
        handles = system().streams[self.index, priority]
        if len(handles) < STREAMS:
            with on(self.index):
                handles.append(system().stream_new(priority))
        else:
            handles.append(handles.pop(0))
        self.handle = handles[-1]

    @classmethod
    def of(cls, index: int, handle: int) -> Self:
        """The Stream that has this handle on a card."""
        made = object.__new__(cls)
        made.index, made.handle = index, handle
        return made

    @property
    def cuda_stream(self) -> int:
        """The handle, by PyTorch's name."""
        return self.handle

    def synchronize(self) -> None:
        """Wait until all its work is done."""
        with on(self.index):
            system().stream_synchronize(self.handle)

    def query(self) -> bool:
        """Whether all its work is done."""
        with on(self.index):
            return system().stream_query(self.handle)

    def wait_event(self, event: "Event") -> None:
        """Let later work wait for an Event, of any card."""
        event.wait(self)

    def wait_stream(self, stream: "Stream") -> None:
        """Let later work wait for all that another Stream has by now."""
        self.wait_event(stream.record_event())

    def record_event(self, event: "Event | None" = None) -> "Event":
        """The Event, a new one by default, that happens once all work until now is done."""
        event = Event() if event is None else event
        event.record(self)
        return event

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Stream) and (self.index, self.handle) == (
            other.index,
            other.handle,
        )

    def __hash__(self) -> int:
        return hash((self.index, self.handle))

    def __repr__(self) -> str:
        return f"<Stream {self.handle:#x} of card {self.index}>"


@functools.cache
def _default(index):
    return Stream.of(index, 0)


def default_stream(index=None):
    """The Stream that work enters unless another is chosen."""
    return _default(checked("default_stream", index))


def current_stream(index=None):
    """The Stream of a card that this thread's work enters.

    Without an index the card is made the driver's current one as well: what is launched into the
    stream next needs that.
    """
    if index is None:
        activate()
        index = local.index
    else:
        checked("current_stream", index)
    return local.streams.get(index) or _default(index)


class use:
    """A context in which a Stream, and its card, is the current one of this thread.

    Parameters
    ----------
    stream : Stream
    """

    def __init__(self, stream):
        self.stream = stream

    def __enter__(self):
        self.card = on(self.stream.index)
        self.card.__enter__()
        self.before = local.streams.get(self.stream.index)
        local.streams[self.stream.index] = self.stream
        return self.stream

    def __exit__(self, *error):
        if self.before is None:
            del local.streams[self.stream.index]
        else:
            local.streams[self.stream.index] = self.before
        self.card.__exit__()


# ---------------------------------------------------------------------------------------- events


class Event:
    """A point in a Stream's work.

    Parameters
    ----------
    enable_timing : bool
        Whether `elapsed_time` may ask for it.
    blocking : bool
        Whether a waiting thread sleeps rather than looks again and again.
    """

    __slots__ = ("_unused", "blocking", "enable_timing", "handle", "index")

    def __init__(self, enable_timing: bool = False, blocking: bool = False) -> None:
        self.enable_timing = enable_timing
        self.blocking = blocking
        self.handle = None  # made at the first record, on the card of the stream

    def record(self, stream: Stream | None = None) -> None:
        """Happen once all work that a Stream, by default the current one, has by now is done."""
        stream = current_stream() if stream is None else stream
        with on(stream.index):
            if self.handle is None:
                self._make(stream.index)
            elif self.index != stream.index:
                raise RuntimeError(
                    f"Event.record: expected a stream of card {self.index}, where it was first"
                    f" recorded; got {stream!r}; try another Event()"
                )
            system().event_record(self.handle, stream.handle)

    def _make(self, index):
        found = system()
        self._unused = found.events[index, self.enable_timing, self.blocking]
        try:
            self.handle = self._unused.pop()
        except IndexError:
            self.handle = found.event_new(self.enable_timing, self.blocking)
        self.index = index

    def __del__(self) -> None:
        if self.handle is not None:
            self._unused.append(self.handle)

    def wait(self, stream: Stream | None = None) -> None:
        """Let later work in a Stream, by default the current one, wait for it."""
        if self.handle is not None:
            stream = current_stream() if stream is None else stream
            with on(stream.index):
                system().stream_wait(stream.handle, self.handle)

    def query(self) -> bool:
        """Whether it has happened, or was never recorded."""
        if self.handle is None:
            return True
        with on(self.index):
            return system().event_query(self.handle)

    def synchronize(self) -> None:
        """Wait until it has happened."""
        if self.handle is not None:
            with on(self.index):
                system().event_synchronize(self.handle)

    def elapsed_time(self, end: "Event") -> float:
        """The milliseconds from this Event to a later one, both done.

        Raises
        ------
        RuntimeError
            If one of them takes no times, was not recorded, or has not happened yet.
        """
        for event in (self, end):
            if not event.enable_timing:
                raise _unfit("events that take times", "one that does not", "enable_timing=True")
            if event.handle is None:
                raise _unfit("recorded events", "one that was not", "record() around the work")
            if not event.query():
                raise _unfit("events that have happened", "one to come", "end.synchronize() first")
        with on(self.index):
            return system().event_elapsed(self.handle, end.handle)


def _unfit(wanted, got, remedy):
    return RuntimeError(f"Event.elapsed_time: expected {wanted}; got {got}; try {remedy}")
