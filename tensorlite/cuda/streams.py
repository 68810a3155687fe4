"""Streams, queues of work on a card, and events, points in them."""

from ..annotations import DeviceLike
from ..errors import expected
from ..kernels.cuda import driver
from .devices import Reentrant, index_of

Event = driver.Event


class Stream(driver.Stream):
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

    __slots__ = ()

    def __init__(self, device: DeviceLike | None = None, priority: int = 0) -> None:
        super().__init__(priority, index_of("Stream", device))


def current_stream(device: DeviceLike | None = None) -> Stream:
    """The Stream of a card that this thread's work enters."""
    found = driver.current_stream(index_of("current_stream", device))
    return Stream.of(found.index, found.handle)


def default_stream(device: DeviceLike | None = None) -> Stream:
    """The Stream of a card that work enters unless another is chosen."""
    found = driver.default_stream(index_of("default_stream", device))
    return Stream.of(found.index, found.handle)


class StreamContext(Reentrant):
    """A context in which a Stream, and its card, is the current one of this thread.

    Parameters
    ----------
    stream : Stream or None
        None changes nothing.
    """

    def __init__(self, stream: Stream | None) -> None:
        if stream is not None and not isinstance(stream, driver.Stream):
            raise TypeError(
                expected(
                    "cuda.stream", "a Stream or None", repr(stream), "tensorlite.cuda.Stream()"
                )
            )
        self.stream = stream
        super().__init__(lambda: None if stream is None else driver.use(stream))


def stream(stream: Stream | None) -> StreamContext:
    """A `StreamContext` of a Stream.

    Examples
    --------
    >>> with tl.cuda.stream(None):
    ...     tl.cuda.device_count() >= 0
    True
    """
    return StreamContext(stream)
