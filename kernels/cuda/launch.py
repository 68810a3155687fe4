"""A Launch: a kernel with its geometry, its blocks and its threads, run on device addresses."""

import ctypes
import functools
import struct

import numpy as np

from .. import interpreters
from ..language import source
from ..work.launches import label
from ..work.operands import addresses
from . import driver, store
from .system import SIMULATED

THREADS = 8 if SIMULATED else 256  # of a block; in the simulator small ones show all borders
BLOCKS = 3 if SIMULATED else 16384  # of a grid whose threads go on by strides
WARP = 32  # threads that go together


class Launch:
    """Run a kernel over `items` work items.

    Its words are the addresses of the operands that the call gives, then those of `geometry`.

    Parameters
    ----------
    kernel : callable
        Answers the name and the text of the kernel, when it is first needed.
    items : int
    blocks, threads : int
        Threads are a power of two, for what a block holds is folded by halves.
    geometry : sequence of int
    writes, updates : tuple of int
        The operands that it writes as a whole, and those that it reads and writes.
    work : object, optional
        What it computes: with `shape`, `nbytes` and `flops`.
    hosts : dict of int to str
        Operands that lie on the host: they are read at the call, in a format of `struct`, and their
        numbers are the words of the kernel.
    tables : dict of int to int
        Operands that lie on the host and are so many bytes, which are copied to the card first:
        rows of two counts and addresses.
    """

    __slots__ = ("_generate", "_kept", "_text", "blocks", "geometry", "hosts", "items", "tables",
                 "threads", "updates", "work", "writes")  # fmt: skip
    parts = ()  # the launches that it consists of
    live = False  # whether it is more than a kernel in a stream: no part of a graph

    def __init__(self, kernel, items, blocks, threads, geometry=(), writes=None, work=None,
                 updates=(), hosts=None, tables=None):  # fmt: skip
        if threads < 1 or threads & (threads - 1):
            raise ValueError(f"launch: expected a power of two of threads; got {threads}; try 256")
        self._generate, self._text = kernel, None
        self.items, self.blocks, self.threads = items, blocks, threads
        self.geometry = tuple(map(int, geometry))
        self.writes, self.updates, self.work = writes, updates, work
        self.hosts, self.tables = hosts or {}, tables or {}
        self._kept = {}  # of each table: its bytes, the stream, and the Block

    @property
    def kernel(self):
        """The name and the text of the kernel."""
        if self._text is None:
            self._text = self._generate()
        return self._text

    @property
    def label(self):
        """The name of the kernel for people."""
        return label(self.kernel[0])

    @property
    def source(self):
        """The Python source of the kernel."""
        return self.kernel[1]

    def __call__(self, *operands):
        interpreter = interpreters.current()
        if interpreter is not None:
            return interpreter.launch(self, operands)
        return self.run(*operands)

    def run(self, *operands):
        """Put it into the card's current stream; it may still be running when this returns."""
        if self.items == 0 or self.blocks == 0:
            return None
        places = addresses(operands)
        if driver.device_count() == 1:
            return self._begin(places)
        with driver.on(self._card(places)):
            return self._begin(places)

    def _begin(self, places):
        words = (*self._words(places), *self.geometry)
        kernel = store.compiled(*self.kernel, len(words))
        kernel.launch(self.blocks, self.threads, driver.current_stream(), words)

    def _card(self, places):
        """The index of the card on which the operands lie."""
        there = [a for k, a in enumerate(places) if k not in self.hosts and k not in self.tables]
        there += [_first_address(places[k]) for k in self.tables]
        return driver.index_of(next(filter(None, there)))

    def _words(self, places):
        """The operands as the kernel takes them."""
        if not self.hosts and not self.tables:
            return places
        words = []
        for k, address in enumerate(places):
            if k in self.hosts:
                form = self.hosts[k]
                words += struct.unpack(form, ctypes.string_at(address, struct.calcsize(form)))
            elif k in self.tables:
                words.append(self._on_card(k, ctypes.string_at(address, self.tables[k])))
            else:
                words.append(address)
        return words

    def _on_card(self, k, data):
        """The address of a table on the card: where it was, if it and the stream are the same."""
        stream = driver.current_stream()
        if self._kept.get(k, (None,) * 3)[:2] != (data, stream):
            block = driver.allocate(len(data), stream.index)
            driver.write(block.address, data)
            self._kept[k] = data, stream, block
        return self._kept[k][2].address

    def ptx(self, operands, capability):
        """The PTX of the kernel, called with that many addresses, for a compute capability."""
        from . import jit

        return jit.ptx(*self.kernel, self.words(operands), capability)

    def words(self, operands):
        """How many words the kernel takes, called with that many addresses."""
        sizes = [struct.calcsize(form) // struct.calcsize(form[-1]) for form in self.hosts.values()]
        return operands - len(sizes) + sum(sizes) + len(self.geometry)


def _first_address(table):
    """The first address in a table, whose rows begin with two counts."""
    return ctypes.c_int64.from_address(table + 16).value


class Check(Launch):
    """
    Look at data: a call waits for the card, and answers 0 if all is well.

    Its kernel writes `answers` int64 to the last of its operands, zeros before; `told` makes one
    number of them.
    """

    __slots__ = ("answers", "told")
    live = True

    def __init__(self, launch, answers, told):
        super().__init__(launch._generate, launch.items, launch.blocks, launch.threads,
                         launch.geometry, (), launch.work)  # fmt: skip
        self.answers, self.told = answers, told

    def run(self, *operands):
        """Launch, wait and answer."""
        if self.items == 0:
            return 0
        places = addresses(operands)
        with driver.on(self._card(places)):
            return self._answer(places)

    def _answer(self, places):
        block = driver.allocate(8 * self.answers, driver.current_device())
        driver.fill_zero(block.address, 8 * self.answers)
        super().run(*places, block.address)
        return self.told(np.frombuffer(driver.read(block.address, 8 * self.answers), np.int64))


def strides_over(items, threads, blocks=BLOCKS):
    """The blocks of a grid whose threads take an item each, or several, a grid apart."""
    return min(-(-items // threads), blocks)


def kernel_launch(kernel, dtype, items, blocks, threads, geometry, writes=None, work=None,
                  updates=(), hosts=None, **statics):  # fmt: skip
    """The Launch of a hand-written kernel, generated for `dtype`; see `source.kernel_entry`."""
    text = functools.partial(source.kernel_text, kernel, dtype, source.CUDA, **statics)
    return Launch(text, items, blocks, threads, geometry, writes, work, updates, hosts)


def power_of_two(n, most):
    """The least power of two that is at least n, and at most `most`."""
    return min(most, 1 << max(0, int(n) - 1).bit_length())
