"""Memory: a Storage owns bytes and counts their changes; large freed blocks are used again."""

import numpy as np

from .device import CPU, cards
from .kernels import interpreters
from .kernels.cpu import native
from .kernels.internals.cpython import alone, references
from .kernels.work.operands import Operand
from .op import registry

POOLED = 1 << 16  # bytes from which a block is worth keeping: fresh pages cost more than arithmetic
POOL_LIMIT = 1 << 29
ALIGNMENT = 64

_empty, _bytes, _new = np.empty, np.dtype(np.uint8), object.__new__


class Storage:
    """Bytes in memory, shared by a tensor and its views.

    Attributes
    ----------
    buffer : numpy.ndarray
        Owns the memory, or borrows it from NumPy. What one Storage changes another one of the same
        buffer may show: who asks whether tensors share memory compares these.
    address : int
        Of the first byte.
    nbytes : int
    version : int
        Grows with every change in place, so that backward can refuse stale values.
    writeable : bool
        Whether its memory may change.
    borrowed : bool
        Whether it belongs to somebody else: other storages may show the same.
    """

    __slots__ = ("__weakref__", "address", "buffer", "nbytes", "version")
    device = CPU
    writeable = True
    borrowed = False

    def __init__(self, buffer, address, nbytes):
        self.buffer = buffer
        self.address = address
        self.nbytes = nbytes
        self.version = 0

    @property
    def memory(self):
        """Itself: a Storage is an operand of launches, as a tensor is."""
        return self

    @property
    def root(self):
        """The Storage that keeps its bytes: itself, but for a DataStorage."""
        return self


class PooledStorage(Storage):
    """A Storage whose memory goes back to the pool, unless a NumPy array still shows it."""

    __slots__ = ()

    def __del__(self):
        if references_to_buffer(self) == _ALONE:
            _pool.put(self.buffer)


def references_to_buffer(storage):
    """How many references to its buffer CPython counts here: one more for each other holder."""
    buffer = storage.buffer
    return references(buffer)


_ALONE = alone(references_to_buffer, Storage(bytearray(), 0, 0), "buffer")


class BorrowedStorage(Storage):
    """A Storage whose memory belongs to a NumPy array, which may forbid that it changes."""

    __slots__ = ()
    borrowed = True

    @property
    def writeable(self):  # type: ignore[override]
        """Whether its memory may change, as the array says now."""
        return self.buffer.flags.writeable


class CardStorage(Storage):
    """A Storage on a card; `buffer` is its Block, or whatever keeps borrowed memory alive."""

    __slots__ = ("device",)

    def __init__(self, buffer, address, nbytes, device):
        super().__init__(buffer, address, nbytes)
        self.device = device
        cards.used = True


class BorrowedCardStorage(CardStorage):
    """A Storage on a card whose memory belongs to another library."""

    __slots__ = ()
    borrowed = True


class _Unseen:
    """Counts the changes of which the version of a root does not tell."""

    changes = 0


unseen = _Unseen()


class DataStorage(Storage):
    """The bytes of another Storage with a version of their own: what `x.data` shows."""

    __slots__ = ("_version", "root")
    root: Storage  # type: ignore[assignment]

    def __init__(self, storage):
        self.root = root = storage.root
        self.buffer, self.address, self.nbytes = root.buffer, root.address, root.nbytes
        self._version = 0

    @property
    def version(self):  # type: ignore[override]
        """Grows with every change by way of it."""
        return self._version

    @version.setter
    def version(self, count):
        self._version = count
        unseen.changes += 1

    @property
    def device(self):  # type: ignore[override]
        """Where the bytes lie."""
        return self.root.device

    @property
    def writeable(self):  # type: ignore[override]
        """Whether its memory may change."""
        return self.root.writeable

    @property
    def borrowed(self):  # type: ignore[override]
        """Whether it belongs to somebody else."""
        return self.root.borrowed

    def __del__(self):
        del self.buffer  # before the root goes, which asks who else holds it


def part_of(storage, address, nbytes):
    """A Storage of its own over some bytes of another one's memory: its version tells of these."""
    storage = storage.root
    if storage.device is CPU:
        kind = BorrowedStorage if type(storage) is BorrowedStorage else Storage
        return kind(storage.buffer, address, nbytes)
    return CardStorage(storage.buffer, address, nbytes, storage.device)


class Pool:
    """Freed blocks by size. A block serves requests down to three quarters of its size."""

    def __init__(self):
        self.blocks = {}
        self.held = 0

    @staticmethod
    def rounded(nbytes):
        """The block size for a request: a power of two, or three quarters of one."""
        size = 1 << (nbytes - 1).bit_length()
        return size // 4 * 3 if nbytes <= size // 4 * 3 else size

    def take(self, nbytes):
        size = self.rounded(nbytes)
        try:
            buffer = self.blocks[size].pop()
        except (KeyError, IndexError):
            return _empty(size + ALIGNMENT, _bytes)
        self.held -= size
        return buffer

    def put(self, buffer):
        size = buffer.size - ALIGNMENT
        if self.held + size <= POOL_LIMIT:
            self.held += size
            self.blocks.setdefault(size, []).append(buffer)

    def clear(self):
        """Give all freed blocks back to the system."""
        self.blocks, self.held = {}, 0


_pool = Pool()
empty_cache = _pool.clear


def allocate(nbytes, device=CPU):
    """A Storage of uninitialised memory."""
    made: Storage
    if device is not CPU:
        block = device.kernels.driver.allocate(nbytes, device.index)
        made = CardStorage(block, block.address, nbytes, device)
    elif nbytes < POOLED:
        made = _new(Storage)  # half the time of a call of the class
        made.buffer = buffer = _empty(nbytes or 1, _bytes)
        made.address = native.address_of(buffer)
        made.nbytes = nbytes
        made.version = 0
    else:
        buffer = _pool.take(nbytes)
        address = (native.address_of(buffer) + ALIGNMENT - 1) & -ALIGNMENT
        made = PooledStorage(buffer, address, nbytes)
    recorder = interpreters.current()
    if recorder is not None:
        recorder.made(made)
    return made


def in_memory(array):
    """A NumPy array as an operand of launches."""
    return Operand(native.address_of(array), array)


def borrow(array, first, nbytes):
    """A Storage that shows memory of a NumPy array, kept alive by it.

    `first` is where it begins, in bytes from the array's first element: negative strides reach
    below that.
    """
    made = _new(BorrowedStorage)
    made.buffer, made.address = array, native.address_of(array) + first
    made.nbytes, made.version = nbytes, 0
    recorder = interpreters.current()
    if recorder is not None:
        recorder.made(made, filled=True)
    return made


def __getattr__(name):
    """PyTorch's storages, which stand on tensors."""
    if name in ("TypedStorage", "UntypedStorage"):
        return registry[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
