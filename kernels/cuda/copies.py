"""Copies between host and cards by addresses, in the order of a stream."""

import ctypes
import threading

import numpy as np

from .memory import pinned, pinned_block, record_stream
from .streams import Event, capturing, current_stream, local, on
from .system import system

SLOT = 1 << 16  # bytes of pageable memory that are staged
SLOTS = 64


class Ring:
    """Pinned memory through which small pageable copies go, slot after slot.

    So the caller's memory is free at once, and nobody waits for the card.
    """

    def __init__(self):
        self.memory = pinned(SLOT * SLOTS)
        self.address = self.memory.ctypes.data
        self.events = [Event() for _ in range(SLOTS)]
        self.lock = threading.RLock()  # the collector may run a copy within a copy
        self.next = 0

    def copy(self, to, host, nbytes, stream):
        """Put `nbytes` at a host address into a stream of the current card."""
        with self.lock:
            slot, self.next = self.next, (self.next + 1) % SLOTS
            staged, event = self.address + slot * SLOT, self.events[slot]
            event.synchronize()  # of the copy SLOTS before
            ctypes.memmove(staged, host, nbytes)
            system().copy_in(to, staged, nbytes, stream.handle)
            event.record(stream)


def _ring(index):
    rings = system().rings
    ring = rings.get(index)
    return rings.setdefault(index, Ring()) if ring is None else ring


def copy_in(to, host_address, nbytes, stream=None):
    """Copy from the host to a card.

    From memory of `pinned` this returns at once: leave it as it is until the stream is done. Other
    memory may change when this returns: up to `SLOT` bytes are staged in pinned memory; more are
    waited for, as in PyTorch, for the driver promises nothing there
    (https://docs.nvidia.com/cuda/cuda-driver-api/api-sync-behavior.html).

    Parameters
    ----------
    to, host_address, nbytes : int
    stream : Stream, optional
        By default the current one of the current card.

    Raises
    ------
    RuntimeError
        While the stream is captured, unless the memory is pinned.
    """
    if nbytes == 0:
        return
    stream = current_stream() if stream is None else stream
    with on(stream.index):
        if _pinned("copy_in", host_address, stream):
            system().copy_in(to, host_address, nbytes, stream.handle)
        elif nbytes <= SLOT:
            _ring(stream.index).copy(to, host_address, nbytes, stream)
        else:
            system().copy_in(to, host_address, nbytes, stream.handle)
            system().stream_synchronize(stream.handle)


def copy_out(host_address, at, nbytes, stream=None):
    """Copy from a card to the host; see `copy_in` for the parameters and errors.

    To memory of `pinned` this returns at once: read it when the stream is done. For other memory it
    waits for the stream.
    """
    if nbytes == 0:
        return
    stream = current_stream() if stream is None else stream
    with on(stream.index):
        waits = not _pinned("copy_out", host_address, stream)
        system().copy_out(host_address, at, nbytes, stream.handle)
        if waits:
            system().stream_synchronize(stream.handle)


def _pinned(op, address, stream):
    """Whether a host address is pinned; a block that is then lives until the stream is done."""
    block = pinned_block(address)
    if block is not None:
        record_stream(block, stream)
        if local.kept is not None:
            local.kept.append(block)
    elif stream in capturing:
        raise RuntimeError(
            f"{op}: expected pinned host memory while a graph is captured; got other memory; try"
            " pinned(), or the copy before the capture"
        )
    return block is not None


def copy_within(to, at, nbytes, stream=None):
    """Copy from a card to itself or to another one.

    Between cards the stream is one of either; work that the other card has on the memory must be
    waited for by `Stream.wait_stream`, before and after.
    """
    if nbytes == 0:
        return
    stream = current_stream() if stream is None else stream
    with on(stream.index):
        system().copy_within(to, at, nbytes, stream.handle)


def fill_zero(at, nbytes, stream=None):
    """Set memory of a card to zero bytes."""
    if nbytes == 0:
        return
    stream = current_stream() if stream is None else stream
    with on(stream.index):
        system().fill_zero(at, nbytes, stream.handle)


def read(at, nbytes):
    """The bytes at an address of the current card, after all work of the current stream."""
    found = np.empty(nbytes, np.uint8)
    copy_out(found.ctypes.data, at, nbytes)
    return found.tobytes()


def write(at, data):
    """Put bytes at an address of the current card, after all work of the current stream."""
    array = np.frombuffer(data, np.uint8)
    copy_in(at, array.ctypes.data, array.size)
