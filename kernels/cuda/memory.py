"""Memory of cards and pinned memory of the host: blocks that are used again once nobody has them.

A freed block is kept for its stream, as in PyTorch: what enters that stream later runs after all
that used the block, so it is handed out again at once. Other streams that used it are recorded, and
waited for.
"""

import bisect
import contextlib
import threading
import weakref
from collections import deque

import numpy as np

from .. import OutOfMemoryError
from .streams import activate, capturing, checked, default_stream, local, on
from .system import available, system

GRANULE = 512  # bytes to which a block is rounded
LARGE = 1 << 20  # bytes from which the driver hands out whole pages
PAGE = 1 << 21


def rounded(nbytes):
    """The size of the block that serves a request: at most an eighth more, or what fills a page.

    Examples
    --------
    >>> rounded(0), rounded(513), rounded(9000), (3 << 20) == rounded(3 << 20)
    (512, 1024, 9216, False)
    """
    least = PAGE if nbytes > LARGE else GRANULE
    step = max(least, 1 << max(0, (nbytes - 1).bit_length() - 4))
    return -(-max(nbytes, 1) // step) * step


class Block:
    """Memory of a card, or pinned memory; it can be used again once the Block is gone.

    Attributes
    ----------
    address : int
    nbytes : int
        As asked for.
    size : int
        What it takes, in bytes.
    index : int or None
        The card; None for pinned memory.
    stream : Stream or None
        Where it was allocated; None for pinned memory.
    others : set of Stream
        Where else it is used; see `record_stream`.
    """

    __slots__ = ("__weakref__", "_freed", "address", "index", "nbytes", "others", "size", "stream")

    def __init__(self, address, nbytes, size, stream, freed):
        self.address, self.nbytes, self.size = address, nbytes, size
        self.stream, self.others = stream, set()
        self.index = None if stream is None else stream.index
        self._freed = freed

    def __del__(self):
        # A deque's append takes no lock: the collector may run this anywhere, in any thread.
        self._freed.append((self.address, self.nbytes, self.size, self.stream, self.others))


class Pool:
    """The blocks of a card, or of pinned memory, by stream and size.

    `take(size)` is the address of new memory, or None; `give(addresses)` gives memory back.
    """

    def __init__(self):
        self.lock = threading.RLock()  # allocating may collect garbage, which may allocate
        self.settling = False
        self.freed = deque()  # what Blocks had that are gone
        self.pending = deque()  # the same with the events to wait for
        self.unused = {}  # (handle of the stream, size) -> addresses
        self.segments = []  # (address, size) of all that it holds, in order
        self.allocated = self.allocated_peak = self.reserved = self.reserved_peak = 0
        self.blocks = self.retries = self.failures = 0

    def allocate(self, nbytes, stream):
        """A Block for a stream, None for pinned memory; None if there is no memory left."""
        size = rounded(nbytes)
        with self.lock:
            self.settle()
            try:
                address = self.unused[_handle(stream), size].pop()
            except (KeyError, IndexError):
                address = self._fetched(size)
            if address is None:
                self.failures += 1
                return None
            self.allocated += _charged(nbytes)
            self.allocated_peak = max(self.allocated_peak, self.allocated)
            self.blocks += 1
            return Block(address, nbytes, size, stream, self.freed)

    def _fetched(self, size):
        address = self.take(size)
        if address is None and local.kept is None:
            self.retries += 1
            self.clear()
            address = self.take(size)
        if address is not None:
            bisect.insort(self.segments, (address, size))
            self.reserved += size
            self.reserved_peak = max(self.reserved_peak, self.reserved)
        return address

    def settle(self):
        """Make what is free by now ready for use."""
        with self.lock:
            if self.settling:
                return
            self.settling = True
            try:
                for _ in range(len(self.freed)):
                    self._return(*self.freed.popleft())
                while self.pending and local.kept is None and _done(self.pending[0][0]):
                    self._keep(*self.pending.popleft()[1:])
            finally:
                self.settling = False

    def _return(self, address, nbytes, size, stream, others):
        if others and (local.kept is not None or not capturing.isdisjoint(others)):
            # an event would become part of the graph
            self.freed.append((address, nbytes, size, stream, others))
            return
        self.allocated -= _charged(nbytes)
        self.blocks -= 1
        if others:
            events = [other.record_event() for other in others]
            self.pending.append((events, stream, size, address))
        else:
            self._keep(stream, size, address)

    def _keep(self, stream, size, address):
        self.unused.setdefault((_handle(stream), size), []).append(address)

    def clear(self):
        """Wait for all work on unused blocks and give them back."""
        with self.lock:
            self.settle()
            for events, *_ in list(self.pending):
                for event in events:
                    event.synchronize()
            self.settle()
            unused, self.unused = self.unused, {}
            self.give([address for addresses in unused.values() for address in addresses])
            for (_, size), addresses in unused.items():
                for address in addresses:
                    self.segments.remove((address, size))
                    self.reserved -= size

    def segment(self, address):
        """The address at which the block around an address begins, or None."""
        with self.lock:
            at = bisect.bisect_right(self.segments, (address, float("inf"))) - 1
            if at < 0:
                return None
            start, size = self.segments[at]
            return start if address < start + size else None


class CardPool(Pool):
    """The blocks of a card."""

    def __init__(self, index):
        super().__init__()
        self.index = index

    def take(self, size):
        """The address of new memory of the card, or None."""
        with on(self.index), _uncaptured():
            return system().allocate(size)

    def give(self, addresses):
        """Give memory back, once the card has done all its work."""
        if addresses:
            with on(self.index):
                system().synchronize()
                for address in addresses:
                    system().free(address)


class PinnedPool(Pool):
    """The blocks of page-locked host memory."""

    def take(self, size):
        """The address of new memory, or None."""
        activate()
        with _uncaptured():
            return system().allocate_host(size)

    def give(self, addresses):
        """Give memory back: no stream uses it."""
        activate()
        for address in addresses:
            system().free_host(address)


def _uncaptured():
    return contextlib.nullcontext() if local.kept is None else system().uncaptured()


def _handle(stream):
    return 0 if stream is None else stream.handle


def _done(events):
    return all(event.query() for event in events)


def _charged(nbytes):
    return -(-max(nbytes, 1) // GRANULE) * GRANULE


# ------------------------------------------------------------------------------ memory of a card


def _pool(index):
    """The Pool of a card that there is, or of pinned memory for None."""
    pools = system().pools
    found = pools.get(index)
    if found is None:
        made = PinnedPool() if index is None else CardPool(checked("memory", index))
        found = pools.setdefault(index, made)
    return found


def allocate(nbytes, index=None):
    """Memory of a card for the current stream: a Block, uninitialised.

    Parameters
    ----------
    nbytes : int
        May be 0.
    index : int, optional
        The card; by default the current one.

    Raises
    ------
    OutOfMemoryError
        If the card has no such memory even after what is cached was given back.
    """
    index = local.index if index is None else index
    pool = _pool(index)
    block = pool.allocate(nbytes, local.streams.get(index) or default_stream(index))
    if block is None:
        raise OutOfMemoryError(_exhausted(nbytes, index))
    if local.kept is not None:
        local.kept.append(block)
    return block


def _exhausted(nbytes, index):
    free, total = memory_info(index)
    held = memory_allocated(index)
    return (
        f"CUDA out of memory. Tried to allocate {_told(nbytes)}. GPU {index} has a total capacity "
        f"of {_told(total)} of which {_told(free)} is free; tensors take {_told(held)} of it; try "
        "smaller batches, del of tensors that are done, or no_grad() where none needs a gradient"
    )


def _told(nbytes):
    """Bytes for people."""
    for unit, size in (("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)):
        if nbytes >= size:
            return f"{nbytes / size:.2f} {unit}"
    return f"{nbytes} bytes"


def record_stream(block, stream):
    """Tell that a Block is used in a Stream beside its own: it is kept until that is done."""
    if stream != block.stream:
        block.others.add(stream)


def memory_info(index=None):
    """The bytes that are free on a card, and all that it has."""
    with on(checked("memory_info", index)):
        return system().memory_info()


def _settled(index):
    pool = _pool(checked("memory_stats", index))
    pool.settle()
    return pool


def memory_stats(index=None):
    """What the allocator of a card has done, by PyTorch's names: a dict of int.

    `allocated_bytes` is what live Blocks take, `reserved_bytes` what was taken from the driver.
    All is 0 without a card.
    """
    pool = _settled(index) if available() else Pool()
    return {
        "allocated_bytes.all.current": pool.allocated,
        "allocated_bytes.all.peak": pool.allocated_peak,
        "reserved_bytes.all.current": pool.reserved,
        "reserved_bytes.all.peak": pool.reserved_peak,
        "allocation.all.current": pool.blocks,
        "segment.all.current": len(pool.segments),
        "num_alloc_retries": pool.retries,
        "num_ooms": pool.failures,
    }


def memory_allocated(index=None):
    """The bytes that live Blocks of a card take."""
    return memory_stats(index)["allocated_bytes.all.current"]


def max_memory_allocated(index=None):
    """The most bytes that live Blocks of a card took at once."""
    return memory_stats(index)["allocated_bytes.all.peak"]


def memory_reserved(index=None):
    """The bytes of a card that were taken from the driver."""
    return memory_stats(index)["reserved_bytes.all.current"]


def max_memory_reserved(index=None):
    """The most bytes of a card that were taken from the driver at once."""
    return memory_stats(index)["reserved_bytes.all.peak"]


def reset_peak_memory_stats(index=None):
    """Let the peaks be what they are now."""
    if available():
        pool = _settled(index)
        pool.allocated_peak, pool.reserved_peak = pool.allocated, pool.reserved


def empty_cache():
    """Give unused blocks, of all cards and pinned, back to the driver."""
    if available():
        for pool in list(system().pools.values()):
            pool.clear()


# ---------------------------------------------------------------------------------- pinned memory


class _Pinned:
    """What a NumPy array shows of a Block, and keeps alive."""

    def __init__(self, block):
        self.block = block
        self.__array_interface__ = {
            "data": (block.address, False), "shape": (block.nbytes,), "typestr": "|u1",
            "version": 3,
        }  # fmt: skip


def pinned(nbytes):
    """Page-locked host memory: a NumPy array of uint8 (nbytes,).

    Copies between it and a card do not wait for each other. It is freed with the array, once no
    stream reads or writes it any more.

    Raises
    ------
    OutOfMemoryError
        If the host has no such memory.
    """
    block = _pool(None).allocate(nbytes, None)
    if block is None:
        raise OutOfMemoryError(
            f"pinned: expected {_told(nbytes)} of page-locked memory; got none; try less at once"
        )
    _blocks[block.address] = block
    return np.asarray(_Pinned(block))


_blocks: weakref.WeakValueDictionary = weakref.WeakValueDictionary()  # pinned, by address


def pinned_block(address):
    """The Block of pinned memory around a host address; None if it is not pinned."""
    pool = system().pools.get(None)
    start = None if pool is None else pool.segment(address)
    return None if start is None else _blocks.get(start)


def is_pinned(address):
    """Whether a host address lies in an array of `pinned`."""
    return available() and pinned_block(address) is not None
