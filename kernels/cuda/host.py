"""What stands for cards in the simulator: host memory, where all work is done at once.

A System's calls take and give plain numbers: addresses, and handles of streams, events and graphs.
They concern the card that `enter` made current in this thread.
"""

import ctypes
import itertools
import os
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass

import numpy as np

ALIGNMENT = 512  # of memory in bytes, as a card's


@dataclass(frozen=True)
class Properties:
    """What a card is; the simulator's figures are the host's, and 0 where a host has none.

    Attributes
    ----------
    name : str
    major, minor : int
        The compute capability.
    total_memory : int
        In bytes.
    multi_processor_count, max_threads_per_multi_processor, warp_size : int
    shared_memory_per_block_optin : int
        The most shared memory of a block, in bytes.
    L2_cache_size : int
        In bytes.
    clock_rate, memory_clock_rate : int
        In kHz; 0 where the driver does not tell.
    memory_bus_width : int
        In bits.
    """

    name: str
    major: int
    minor: int
    total_memory: int
    multi_processor_count: int = 1
    max_threads_per_multi_processor: int = 1024
    warp_size: int = 32
    shared_memory_per_block_optin: int = 0
    L2_cache_size: int = 0
    clock_rate: int = 0
    memory_clock_rate: int = 0
    memory_bus_width: int = 0


class System:
    """What layers above keep for the cards of one system."""

    def __init__(self):
        self.contexts = {}  # of the cards that were used
        self.pools = {}  # of memory, per card; None: of pinned memory
        self.streams = defaultdict(list)  # handles, per card and priority
        self.events = defaultdict(deque)  # handles to use again, per card and kind
        self.rings = {}  # of staging memory, per card


class Simulator(System):
    """The same on host memory, where all work is done when a call returns.

    Parameters
    ----------
    count : int
        The number of its cards.
    """

    simulated = True

    def __init__(self, count=1):
        super().__init__()
        self.count = count
        self.memory = {}  # address -> the array that owns it
        self.cards = {}  # address -> the index of the card
        self.local = threading.local()
        self.times = {}  # of events, in seconds
        self.handles = itertools.count(1)

    def enter(self, index):
        """Make a card current in this thread."""
        self.contexts[index] = self.local.index = index

    def properties(self, index):
        """The Properties of a card."""
        return Properties("the simulator", 0, 0, _host_memory("SC_PHYS_PAGES"))

    def synchronize(self):
        """Wait for all work on the card: there is none."""

    def memory_info(self):
        """The bytes that are free on the host, and all that it has."""
        return _host_memory("SC_AVPHYS_PAGES"), _host_memory("SC_PHYS_PAGES")

    def allocate(self, nbytes):
        """The address of new memory; None if there is no more."""
        try:
            owner = np.empty(nbytes + ALIGNMENT, np.uint8)
        except MemoryError:
            return None
        address = -(-owner.ctypes.data // ALIGNMENT) * ALIGNMENT
        self.memory[address] = owner
        self.cards[address] = getattr(self.local, "index", 0)
        return address

    def free(self, address):
        """Give memory back."""
        del self.memory[address], self.cards[address]

    allocate_host, free_host = allocate, free

    def index_of(self, address):
        """The index of the card on which an address lies."""
        owners = list(self.memory.items())
        return next(self.cards[at] for at, owner in owners if at <= address < at + owner.size)

    def copy_within(self, to, at, nbytes, stream):
        """From anywhere to anywhere."""
        ctypes.memmove(to, at, nbytes)

    copy_in = copy_out = copy_within

    def fill_zero(self, at, nbytes, stream):
        """Set all bytes to 0."""
        ctypes.memset(at, 0, nbytes)

    def stream_new(self, priority):
        """A stream."""
        return next(self.handles)

    def stream_synchronize(self, stream):
        """Wait for all work in a stream: there is none."""

    def stream_query(self, stream):
        """Whether all work in a stream is done."""
        return True

    def stream_wait(self, stream, event):
        """Let later work in a stream wait for an event: it has happened."""

    def event_new(self, timing, blocking):
        """An event."""
        return next(self.handles)

    def event_record(self, event, stream):
        """Let an event happen now."""
        self.times[event] = time.perf_counter()

    def event_query(self, event):
        """Whether an event has happened."""
        return True

    def event_synchronize(self, event):
        """Wait for an event: it has happened."""

    def event_elapsed(self, start, end):
        """The milliseconds from one event to another."""
        return 1000 * (self.times[end] - self.times[start])


def _host_memory(name):
    return os.sysconf(name) * os.sysconf("SC_PAGE_SIZE")
