"""A plan as the machine sees it: many launches, replayed by one native call.

A `Tape` holds the argument blocks of all launches. Most addresses in them are fixed; the others are
offsets from *bases* that each call gives: arguments, results, saved memory.
"""

import functools
import itertools
from time import perf_counter

import numpy as np

from .. import interpreters
from ..language import source
from ..language.memory import call, vector, word
from ..work.launches import Work
from . import native, threads
from .launch import Launch

HEADER = ("steps", "table", "moves", "moved", "pool", "driver", "failed", "status", "completed")
STEP_WORDS = 4  # entry, block, items, chunk (0: serial)
STRIP_BYTES = 1 << 16  # that all parts of a strip touch
MOVE_WORDS = 3  # where to write, which base, offset
NEAR = 1 << 17  # elements that the cache of a core holds


def play(args, lo, hi):
    """Write the bases into the blocks, then run the steps until one answers other than 0."""
    header = word(args, 0)
    moves = word(header, 2)
    for k in range(word(header, 3)):
        move = moves + 8 * MOVE_WORDS * k
        base = word(args, 1 + word(move, 1))
        cell = vector(word(move, 0), np.int64)
        cell[0] = base + word(move, 2)
    table = word(header, 1)
    for k in range(word(header, 0)):
        step = table + 8 * STEP_WORDS * k
        entry, block, items, chunk = word(step, 0), word(step, 1), word(step, 2), word(step, 3)
        if chunk == 0:
            status = call(entry, block, 0, items)
        else:
            status = call(word(header, 5), block - 32, 0, items)
        if status != 0:
            failed = vector(header + 48, np.int64)
            failed[0], failed[1] = k + 1, status
            return 1
    completed = vector(header + 64, np.int64)
    completed[0] += 1
    return 0


# The words of a block of `pieces_then`: after entries and blocks, see `Pieces`
INNER, GROUPS, LINES, SOME, FIRST, ROWS, PLACES, OWN = range(6, 14)


def pieces_then(args, lo, hi):
    """for each item of a product: compute it, then run a loop over its elements while it is near.

    Items side by side are taken together as long as NEAR holds them, so that the loop meets long
    rows. A reduction over all lines may follow, where items hold all lines. Block: entries and
    blocks of product, loop and reduction (or 0), then which piece an item is.
    """
    product, product_block = word(args, 0), word(args, 1)
    fold, fold_block = word(args, 4), word(args, 5)
    lines, some, first = word(args, LINES), word(args, SOME), word(args, FIRST)
    places, own = word(args, PLACES), word(args, OWN)
    across, along = (lines + some - 1) // some, (places + own - 1) // own
    every = word(args, ROWS) * along
    together = 1 if first != 0 and across > 1 else max(1, NEAR // (some * own))
    item, status = lo, 0
    while item < hi:
        if first != 0:
            number, part = item // across, item % across
            group, place = number // every, number % every
        else:
            number, place = item // every, item % every
            group, part = number // across, number % across
        count = min(together, min(hi - item, along - place % along))
        status |= call(product, product_block, item, item + count)
        left = place % along * own
        right = min(left + count * own, places)
        top, bottom = part * some, min((part + 1) * some, lines)
        status |= then(args, place // along * places + left, right - left, group * lines + top,
                       group * lines + bottom)  # fmt: skip
        if fold != 0:
            status |= call(fold, fold_block, left, right)
        item += count
    return status


def then(args, first, count, top, bottom):
    """Run the loop over so many places of some lines, in runs that follow each other."""
    entry, block, status = word(args, 2), word(args, 3), 0
    inner, lines = word(args, INNER), word(args, GROUPS) * word(args, LINES)
    outer, left = first // inner, first % inner
    while count > 0:
        width = min(count, inner - left)
        at = outer * lines * inner + left
        if width == inner:
            status |= call(entry, block, at + top * inner, at + bottom * inner)
        else:
            for line in range(top, bottom):
                status |= call(entry, block, at + line * inner, at + line * inner + width)
        outer, left, count = outer + 1, 0, count - width
    return status


def by_strips(args, lo, hi):
    """for each strip of rows: run some kernels over its part of their items, one after the other.

    Block: the number of kernels, the rows of a strip, then for each kernel its entry, its block
    and its items per row.
    """
    count, height, status = word(args, 0), word(args, 1), 0
    for first in range(lo, hi, height):
        last = min(first + height, hi)
        for k in range(count):
            part = args + 8 * (2 + 3 * k)
            each = word(part, 2)
            status |= call(word(part, 0), word(part, 1), first * each, last * each)
    return status


class Composite(Launch):
    """Several launches as one, piece by piece; its operands are those of all, in order.

    Parameters
    ----------
    kernel : function
        Runs the parts over a range of items.
    parts : sequence of Launch
    counts : sequence of int
        How many operands each has.
    """

    __slots__ = ("counts", "parts")

    def __init__(self, kernel, parts, counts, items, grain):
        self.parts, self.counts = tuple(parts), tuple(counts)
        starts = np.cumsum([0, *counts[:-1]]).tolist()
        pairs = list(zip(starts, parts, strict=True))
        writes = tuple(first + k for first, part in pairs for k in part.writes)
        updates = tuple(first + k for first, part in pairs for k in part.updates)
        flops = sum(part.work.flops or 0 for part in parts)
        work = Work(parts[0].work.shape, sum(part.work.nbytes for part in parts), flops)
        entry = functools.partial(source.kernel_entry, kernel)
        super().__init__(entry, items, None, grain, writes, work, updates)

    def split(self, operands):
        """The operands of each part."""
        ends = np.cumsum([0, *self.counts]).tolist()
        return [operands[a:b] for a, b in itertools.pairwise(ends)]

    @property
    def label(self):
        """The names of all."""
        return "_then_".join(part.label for part in self.parts)

    @property
    def source(self):
        """The Python source of all kernels."""
        return "\n\n".join(part.source for part in self.parts)

    def run(self, *operands):
        """One after the other."""
        status = 0
        for part, own in zip(self.parts, self.split(operands), strict=True):
            status |= part.run(*own)
        return status


class Joint(Composite):
    """A product, a loop over its result, piece by piece, and perhaps a reduction of its lines."""

    __slots__ = ()

    def __init__(self, parts, counts):
        super().__init__(pieces_then, parts, counts, parts[0].items, parts[0].grain)

    def head(self, blocks):
        """The first words of its block, given the blocks of its parts."""
        words = [w for part, own in zip(self.parts, blocks, strict=True) for w in (part.entry, own)]
        words += [0, 0] * (3 - len(self.parts))
        return [*words, *self.parts[0].work.pieces.words]


class Strips(Composite):
    """Launches whose items belong to rows, strip by strip."""

    __slots__ = ("height",)

    def __init__(self, parts, counts, rows):
        grain = max(1, min(part.grain * rows // part.items for part in parts))
        super().__init__(by_strips, parts, counts, rows, grain)
        self.height = max(1, STRIP_BYTES * rows // max(1, self.work.nbytes))

    def head(self, blocks):
        """The first words of its block, given the blocks of its parts."""
        words = [len(self.parts), self.height]
        for part, own in zip(self.parts, blocks, strict=True):
            words += [part.entry, own, part.items // self.items]
        return words


def _words(launch, operands):
    """The words of a step in a tape, with the job of the driver before its block."""
    if isinstance(launch, Composite):
        head = len(launch.head([0] * len(launch.parts)))
        return 4 + head + len(operands) + sum(part.words for part in launch.parts)
    return 4 + len(operands) + launch.words


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
        sizes = [_words(launch, operands) for launch, operands in steps]
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
        if isinstance(launch, Composite):
            block = self._lay_parts(launch, start, operands, moves)
        else:
            block = self._lay_block(launch, start, operands, moves)
        self.table[number] = launch.entry, block, launch.items, 0

    def _lay_parts(self, launch, start, operands, moves):
        """Write the blocks of the parts behind that of the whole; where this begins."""
        length = len(launch.head([0] * len(launch.parts)))
        at, blocks = start + length, []
        for part, given in zip(launch.parts, launch.split(operands), strict=True):
            blocks.append(self._lay_block(part, at, given, moves))
            at += len(given) + part.words
        self.blocks[start : start + length] = launch.head(blocks)
        return self.blocks_address + 8 * start

    def _lay_block(self, launch, start, operands, moves):
        """Write operands and geometry; where the block begins."""
        for position, (base, offset) in enumerate(operands, start):
            self._place(self.blocks, position, base, offset, moves)
        end = start + len(operands)
        if launch.words:
            self.blocks[end : end + launch.words] = launch.geometry
        return self.blocks_address + 8 * start

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
        interpreter = interpreters.current()
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

    @staticmethod
    def idle():
        """The median seconds of a step that does nothing, which `clock` counts too."""
        tape, spent = Tape([]), []
        for _ in range(200):
            begin = perf_counter()
            native.play(tape.entry, tape.address)
            spent.append(perf_counter() - begin)
        return float(np.median(spent))

    @property
    def completed(self):
        """How often all steps have run."""
        return int(self.header[8])

    @property
    def failed(self):
        """The number of the failed step, from 1."""
        return int(self.header[6])

    @property
    def status(self):
        """What the failed step answered."""
        return int(self.header[7])

    @property
    def failed_address(self):
        """Its first operand."""
        block = int(self.table[self.failed - 1, 1])
        return int(self.blocks[(block - self.blocks_address) // 8])
