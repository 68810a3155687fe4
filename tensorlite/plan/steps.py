"""What a recording consists of: the launches of a function, and the memory that they touch."""

import weakref

from ..device import CPU, device_of
from ..kernels.work.launches import UNKNOWN
from ..storage import Storage


class Region:
    """Memory that a trace knows.

    Attributes
    ----------
    start, nbytes : int
    device : device
    kind : str
        "outer": there before the trace; "argument": stands for the memory of an argument; "made":
        allocated by the traced function; "words": numbers of the host.
    storage : weak reference to Storage, or None
    born, died : int
        The steps recorded before it came and before its Storage went; None while that lives.
    written, touched : bool
        By a recorded launch; read or written by one.
    filled : bool
        By the host, which does not do it again: a plan has to restore it.
    readers, writers : set of weak references to Storage
        By which steps read what was there before, and by which they write to it: each of these has
        a version of its own.
    unseen : bool
        Whether steps write to it by way of `x.data`.
    """

    def __init__(self, start, nbytes, kind, buffer, storage=None, born=0, device=CPU):
        self.start, self.nbytes, self.kind, self.buffer = start, nbytes, kind, buffer
        self.device = device
        self.storage, self.born, self.died = storage, born, None
        self.written = self.touched = self.filled = self.unseen = False
        self.readers, self.writers = set(), set()

    def seen(self, storage, reads, writes):
        """Note by way of which Storage a step reads or writes it."""
        if self.kind != "made" and isinstance(storage, Storage):
            known = weakref.ref(storage)
            if reads:
                self.readers.add(known)
            if writes:
                self.writers.add(known)
                self.unseen |= storage.root is not storage

    def meets(self, storage):
        """Whether it shares bytes with a Storage."""
        last, beyond = self.start + self.nbytes, storage.address + storage.nbytes
        return storage.device is self.device and self.start < beyond and storage.address < last

    @property
    def alive(self):
        """Whether a tensor still shows it."""
        return self.storage is not None and self.storage() is not None


def outer(storage):
    """The Region of a Storage that was there before the trace."""
    return Region(storage.address, storage.nbytes, "outer", storage, device=storage.device)


class Place(str):
    """The user's line of a step, and the scopes of a Trace that it belongs to, in their order."""

    __slots__ = ("scopes",)

    def __new__(cls, text, scopes=(None,)):
        self = super().__new__(cls, text)
        self.scopes = scopes
        return self

    @classmethod
    def joined(cls, steps):
        """The Place of what several steps have become: the line of the last."""
        scopes = [scope for step in steps for scope in step.place.scopes]
        return cls(steps[-1].place, tuple(dict.fromkeys(scopes)))


class Step:
    """A recorded launch: `operands` are (region, offset), or (None, number).

    It has to run before any later one that writes to the regions `ahead_of`.
    """

    __slots__ = ("ahead_of", "complain", "launch", "operands", "place", "tables")

    def __init__(self, launch, operands, place, complain=None, tables=(), ahead_of=()):
        self.launch, self.operands, self.place = launch, operands, place
        self.complain, self.tables, self.ahead_of = complain, tables, ahead_of

    @property
    def work(self):
        """The Description of what it does."""
        return self.launch.work or UNKNOWN

    @property
    def device(self):
        """The card on which it works, or the CPU."""
        return device_of(region for region, _ in self.operands if region is not None)

    def accesses(self):
        """(region, whether read, whether written) of each operand, and of what else it needs."""
        for k, (region, _) in enumerate(self.operands):
            if region is not None:
                yield region, *self.mode(k)
        yield from self.further()

    def mode(self, k):
        """Whether operand k is read, and whether it is written."""
        writes = self.launch.writes
        only = writes is not None and k in writes
        return not only, writes is None or only or k in self.launch.updates

    def further(self):
        """The same as `accesses` for regions that are no operands."""
        for table in self.tables:
            for _, region, _, written in table.cells:
                yield region, True, written
        for region in self.ahead_of:
            yield region, True, False


class Table:
    """Words of the host, a region, among which stand addresses.

    `cells` are (position, region, offset, written).
    """

    def __init__(self, region, array, cells):
        self.region, self.array, self.cells = region, array, cells
