"""A Launch: a kernel with its geometry and range, run on addresses, or recorded for a plan."""

from .. import cache, interpreters
from ..work.launches import label
from . import native, threads

LONG = 10**10  # operations: a tenth of a second or more


class Launch:
    """Run `entry` over `items` work items.

    Its block is the addresses of the operands that the call gives, then the words of `geometry`.

    Parameters
    ----------
    entry : int or callable
        The address of the kernel; or what compiles it, called when it first runs.
    items : int
    geometry : numpy.ndarray of int64, optional
    grain : int
        The fewest items worth a thread's attention; 0 means: always serial.
    writes : tuple of int, optional
        The operands that it writes as a whole, and does not read; if this is left out, it may
        read and write any operand.
    work : object, optional
        What it computes, for fusion and explanations: with `shape`, `nbytes` and `flops`.
    updates : tuple of int
        The operands that it reads and writes. It only reads all others.

    Attributes
    ----------
    part : int
        How many items a thread of Python runs before it looks whether it was interrupted: all, but
        of a long product. What that writes is nobody's yet.
    """

    __slots__ = ("_entry", "geometry", "geometry_address", "grain", "items", "part", "updates",
                 "words", "work", "writes")  # fmt: skip
    parts = ()  # the launches that it consists of

    def __init__(self, entry, items, geometry=None, grain=0, writes=None, work=None, updates=()):
        self._entry = entry
        self.items = items
        self.geometry = geometry
        self.grain = grain
        self.writes, self.updates = writes, updates
        self.work = work
        self.words = 0 if geometry is None else geometry.size
        self.geometry_address = native.address_of(geometry) if self.words else 0
        self.part = items
        if 0 < grain < items and not updates and work is not None and work.multiplies:
            self.part = min(items, max(1, items * LONG // max(1, work.flops)))

    @property
    def entry(self):
        """The address of the kernel."""
        if not isinstance(self._entry, int):
            self._entry = self._entry()
        return self._entry

    @property
    def large(self):
        """Whether more than one thread should take part."""
        return 0 < self.grain < self.items and threads.get_num_threads() > 1

    @property
    def label(self):
        """The name of the kernel for people."""
        return label(cache.source(self.entry)[0])

    @property
    def source(self):
        """The Python source of the kernel."""
        return cache.source(self.entry)[1]

    def __call__(self, *operands):
        interpreter = interpreters.current() if interpreters.busy else None
        if interpreter is not None:
            return interpreter.launch(self, operands)
        if 0 < self.grain < self.items and (self.large or self.part < self.items):
            return self._shared(operands)
        entry = self._entry if type(self._entry) is int else self.entry
        return native.launch(entry, self.geometry_address, self.words, self.items, *operands)

    def run(self, *operands):
        """The same whoever interprets launches; a call of it above would cost 0.2 us."""
        if self.large or self.part < self.items:
            return self._shared(operands)
        return native.launch(self.entry, self.geometry_address, self.words, self.items, *operands)

    def _shared(self, operands):
        """Run with all threads, part by part."""
        chunk = threads.chunk_size(self.part, self.grain)
        fixed = self.entry, self.geometry_address, self.words
        for lo in range(0, self.items, self.part):
            hi = min(lo + self.part, self.items)
            status = threads.run(*fixed, lo, hi, chunk, *operands)
            if status:
                break
        return status
