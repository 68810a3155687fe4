"""Graphs: work of a stream that is captured once and launched as a whole, at one call's cost."""

import os
from collections import deque

from .memory import record_stream
from .streams import capturing, current_stream, local, on, use
from .system import available, system

WANTED = os.environ.get("TENSORLITE_CUDA_GRAPHS") != "0"


def graphs_offered():
    """Whether plans use Graphs: on a card, not in the simulator, unless the user forbids it."""
    return WANTED and available() and not system().simulated


_dead: deque = deque()  # (card, handle) of graphs that are gone


class Graph:
    """Work that was captured once and is launched as often as one likes.

    It holds addresses: what lies there must live as long as the Graph. Blocks that are allocated,
    and pinned memory that is copied, during the capture are kept by it.
    """

    __slots__ = ("handle", "index", "kept", "streams")

    def __init__(self):
        self.handle = self.index = None
        self.kept = []
        self.streams = set()

    def capture(self, function, stream):
        """Keep the work that ``function()`` puts into the current stream, without running it.

        Run `function` once before: the first launch of a kernel compiles and loads it, which is
        refused during a capture. It must not wait for the card (`read`, `synchronize`), nor copy
        from or to memory that is not pinned.

        Parameters
        ----------
        function : callable
        stream : Stream
            Not the default stream; the current one while `function` runs.

        Raises
        ------
        RuntimeError
            In the simulator, in a capture, in the default stream, or if this Graph holds work.
        """
        self._check(stream)
        found, kept = system(), []
        _bury()
        with use(stream):
            stream.synchronize()  # what is allocated now may be in use there
            found.capture_begin(stream.handle)
            capturing.add(stream)
            local.kept = kept
            try:
                function()
            except BaseException:
                found.capture_abort(stream.handle)
                raise
            else:
                self.handle = found.capture_end(stream.handle)
            finally:
                local.kept = None
                capturing.discard(stream)
        self.index, self.kept = stream.index, kept

    def _check(self, stream):
        if system().simulated:
            raise _unfit("a card", "the simulator", "the function itself")
        if stream.handle == 0:
            raise _unfit("a stream of its own", "the default stream", "Stream()")
        if local.kept is not None:
            raise _unfit("one capture at a time", "a capture in a capture", "one Graph for both")
        if self.handle is not None:
            raise _unfit("an empty Graph", "one that holds work", "another Graph()")

    def launch(self, stream=None):
        """Put its work into a Stream, by default the current one of its card.

        Raises
        ------
        RuntimeError
            If it holds no work, or the stream is one of another card.
        """
        if self.handle is None:
            raise RuntimeError("Graph.launch: expected a captured Graph; got an empty one; try"
                               " capture() first")  # fmt: skip
        _bury()
        with on(self.index):
            stream = current_stream() if stream is None else stream
            if stream.index != self.index:
                raise RuntimeError(f"Graph.launch: expected a stream of card {self.index}; got"
                                   f" {stream!r}; try Stream(index={self.index})")  # fmt: skip
            if stream not in self.streams:
                self.streams.add(stream)
                for block in self.kept:
                    record_stream(block, stream)
            system().graph_launch(self.handle, stream.handle)

    def __del__(self):
        if self.handle is not None:
            _dead.append((self.index, self.handle))


def _unfit(wanted, got, remedy):
    return RuntimeError(f"Graph.capture: expected {wanted}; got {got}; try {remedy}")


def _bury():
    """Free the graphs that are gone; not where they go, for the collector may run anywhere."""
    while _dead and local.kept is None:
        index, handle = _dead.popleft()
        with on(index):
            system().graph_free(handle)
