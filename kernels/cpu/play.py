"""A plan as the machine sees it: many launches, replayed by one native call.

A `Tape` holds the argument blocks of all launches. Most addresses in them are fixed; the others are
offsets from *bases* that each call gives: arguments, results, saved memory.
"""

from time import perf_counter

import numpy as np

from .. import source
from ..memory import call, vector, word
from . import launch as launching
from . import native, threads

HEADER = ("steps", "table", "moves", "moved", "pool", "driver", "failed", "status")
STEP_WORDS = 4  # entry, block, items, chunk (0: serial)
MOVE_WORDS = 3  # where to write, which base, offset


def play(args, lo, hi):
    """Write the bases into the blocks, then run the steps until one answers other than 0."""
    header = word(args, 0)
    moves = word(header, 2)
    for k in range(word(header, 3)):
        move = moves + 24 * k
        base = word(args, 1 + word(move, 1))
        cell = vector(word(move, 0), np.int64)
        cell[0] = base + word(move, 2)
    table = word(header, 1)
    for k in range(word(header, 0)):
        step = table + 32 * k
        entry, block, items, chunk = word(step, 0), word(step, 1), word(step, 2), word(step, 3)
        if chunk == 0:
            status = call(entry, block, 0, items)
        else:
            status = call(word(header, 5), block - 32, 0, items)
        if status != 0:
            failed = vector(header + 48, np.int64)
            failed[0], failed[1] = k + 1, status
            return 1
    return 0


class Tape:
    """
    Launches in the order of their run, ready for replay.

    Parameters
    ----------
    steps : list of (Launch, list of (base, offset))
        The addresses of each launch; base None: the offset is the address.
    tables : list of (numpy.ndarray of int64, list of (position, base, offset))
        Memory of its own in which addresses stand, too.

    Attributes
    ----------
    label : str
        A name for people.
    """

    def __init__(self, steps, tables=(), label="compiled"):
        self.label = label
        self.launches = [launch for launch, _ in steps]
        self.steps, self.tables = steps, tables
        self.entry = source.kernel_entry(play)
        # a block that the driver runs has its job before it: pool, entry, block, chunk
        sizes = [4 + len(operands) + launch.words for launch, operands in steps]
        starts = np.cumsum([0, *sizes]) + 4
        self.blocks = np.zeros(int(starts[-1]), np.int64)
        self.table = np.zeros((len(steps), STEP_WORDS), np.int64)
        self.blocks_address = native.address_of(self.blocks)
        moves = []
        for number, (launch, operands) in enumerate(steps):
            self._lay(number, launch, int(starts[number]), operands, moves)
        for array, cells in tables:
            for position, base, offset in cells:
                self._place(array, position, base, offset, moves)
        self.moves = np.array(moves or [(0, 0, 0)], np.int64)
        self.header = np.zeros(len(HEADER), np.int64)
        self.header[:4] = (len(steps), native.address_of(self.table),
                           native.address_of(self.moves), len(moves))  # fmt: skip
        self.address = native.address_of(self.header)
        self.parallel = False
        self.threads = 0
        self.share()

    def _lay(self, number, launch, start, operands, moves):
        for position, (base, offset) in enumerate(operands, start):
            self._place(self.blocks, position, base, offset, moves)
        end = start + len(operands)
        if launch.words:
            self.blocks[end : end + launch.words] = launch.geometry
        block = self.blocks_address + 8 * start
        self.table[number] = launch.entry, block, launch.items, 0

    @staticmethod
    def _place(array, position, base, offset, moves):
        if base is None:
            array[position] = offset
        else:
            moves.append((native.address_of(array) + 8 * position, base, offset))

    def share(self):
        """Decide which steps all threads share: again whenever their number changes."""
        count = threads.get_num_threads()
        if count == self.threads:
            return
        self.threads, self.parallel = count, False
        for row, launch in zip(self.table, self.launches, strict=True):
            row[3] = threads.chunk_size(launch.items, launch.grain) if launch.large else 0
            self.parallel |= launch.large
        if self.parallel:
            driver, pool = threads.driver()
            self.header[4:6] = pool, driver
            for row in self.table:
                job = (int(row[1]) - self.blocks_address) // 8 - 4
                self.blocks[job : job + 4] = pool, row[0], row[1], row[3]

    def __call__(self, bases):
        """Run all steps; other than 0 if one failed."""
        interpreter = launching.recorder
        if interpreter is not None:
            return interpreter.replay(self, bases)
        if threads.pool.limit != self.threads:
            self.share()
        return native.play(self.entry, self.address, *bases)

    def run(self, *bases):
        """The same, whoever would like to know of it."""
        if threads.pool.limit != self.threads:
            self.share()
        return native.play(self.entry, self.address, *bases)

    def clock(self):
        """Run all steps one by one, without bases; the seconds of each."""
        count, start = int(self.header[0]), int(self.header[1])
        seconds = np.empty(count)
        self.header[0] = 1
        for k in range(count):
            self.header[1] = start + 8 * STEP_WORDS * k
            begin = perf_counter()
            native.play(self.entry, self.address)
            seconds[k] = perf_counter() - begin
        self.header[:2] = count, start
        return seconds

    @property
    def failed(self):
        """The number of the failed step, from 1."""
        return int(self.header[6])

    @property
    def status(self):
        """What the failed step answered."""
        return int(self.header[7])
