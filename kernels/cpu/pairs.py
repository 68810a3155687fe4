"""Gradients of kernels: blocks of them as sums over all places, vectors along runs of places."""

import functools
import math
from dataclasses import dataclass

from . import boxes, threads
from . import pair_loops as loops
from .matmul import SMALL_WORK

EACH = 2  # at least so many blocks for a thread, if they are worth it
PLACES = 1024  # of a box: its lines stay in the cache while rows of images pass
PART = 0.45  # of the second level of caches that a block takes
TILES = {64: (3, 8), 32: (3, 4), 16: (2, 4)}  # rows and columns of sums, by bytes of a vector

# Cycles, about: to read an element of results as a part of a vector, to begin a run of them; and
# for a product of vectors in tiles of columns
READ, RUN, TILED = 0.25, 30, 0.8
PAGE = 4096  # bytes, after which lines come to where others lie in a first-level cache


@dataclass(frozen=True, slots=True)
class Cut:
    """A Layout of boxes, and columns and rows of a block.

    Places are taken in runs, which go over all of a box from this `axis` on: lines, or planes.
    """

    lay: boxes.Layout
    broad: int
    tall: int
    axis: int
    cycles: float  # for a product, about


def _up(count, unit):
    return -(-count // unit) * unit


@functools.lru_cache(maxsize=4096)
def cut(total, cpu):
    """The Cut of a Sum, or None where it cannot be computed so, or tiles of columns are quicker."""
    reach, lanes = total.reach, cpu.vector_bytes // total.itemsize
    if reach is None or 0 in total.shape or lanes < 2:
        return None
    tiled = TILED * _up(total.columns, lanes) / total.columns / lanes
    cuts = [found for axis in (3, 2) if (found := _cut(total, axis, lanes, cpu)) is not None]
    found = min(cuts, key=lambda each: each.cycles, default=None)
    return None if found is None or found.cycles > tiled else found


def _cut(total, axis, lanes, cpu):
    """The Cut into runs from an axis on; None if results do not lie so, or no box fits."""
    reach = total.reach
    if not _in_place(total, axis, cpu):
        return None
    copied = boxes.copying(reach, total.itemsize, axis == 2) / math.prod(reach.taps)
    broad, tall = _largest(total, cpu, copied / READ)
    box = _box(total, axis, tall)  # the same for any number of threads: so are bits
    if box is None:
        return None
    length = math.prod(box[axis:])
    begin = RUN / math.prod(TILES[cpu.vector_bytes])
    cycles = (-(-length // lanes) + begin) / 2 / length + copied / broad + READ / tall
    lay = boxes.lay(reach, box, total.itemsize, axis == 2)
    return Cut(lay, *_shared(total, broad, tall, cpu), axis, cycles)


def _box(total, axis, tall):
    """The extents of a box, of several images where they are small; None if there is none."""
    reach = total.reach

    def fits(box):
        return _fits(total, box, axis, tall)

    box = (1, *reach.places)
    while not fits(box) or math.prod(box) > PLACES:
        half = boxes.smaller(box)
        if half is None or (fits(box) and math.prod(half) < PLACES // 2):
            break
        box = half
    if box[1:] == reach.places:
        count = max(1, min(reach.images, PLACES // math.prod(box)))
        while count > 1 and not fits((count, *box[1:])):
            count -= 1
        box = (-(-reach.images // -(-reach.images // count)), *box[1:])
    whole = axis == 3 or box[3] == reach.places[2]
    return box if whole and fits(box) else None


def _in_place(total, axis, cpu):
    """Whether the results of runs from an axis on lie behind each other, so that vectors are read.

    Those of several images must not drive each other out of the first-level cache.
    """
    reach, size = total.reach, total.itemsize
    line = reach.places[2] * size
    if reach.out[3] != size or (axis == 2 and reach.out[2] != line and reach.places[1] > 1):
        return False
    images = min(reach.images, PLACES // math.prod(reach.places))
    nbytes = TILES[cpu.vector_bytes][1] * math.prod(reach.places) * size  # of columns of a tile
    apart = min(images, PAGE // math.gcd(reach.out[0], PAGE))
    return apart * nbytes >= min(images * nbytes, PAGE)


def _largest(total, cpu, ratio):
    """Columns and rows of a block: as many as the cache holds sums of, and of what taps reach.

    The `ratio` is that of the costs of a row and a column.
    """
    reach, (rows, paired) = total.reach, TILES[cpu.vector_bytes]
    taps, every = math.prod(reach.taps), math.prod(total.rows)
    most = min(cpu.caches[1] * PART, loops.SUMS * 8) / cpu.vector_bytes
    broad = min(max(math.sqrt(most * ratio), 8 * paired), loops.COLUMNS_AT, total.columns)
    broad = _up(math.ceil(broad), paired)
    most = int(min(most / broad, loops.ROWS_AT)) // rows * rows
    unit = taps if most >= taps else rows  # whole channels, or a part of one
    parts = -(-every // (most // unit * unit))
    return broad, _up(-(-every // parts), unit)


def _shared(total, broad, tall, cpu):
    """The same for smaller blocks, so that all threads have some."""
    rows, paired = TILES[cpu.vector_bytes]
    taps, every = math.prod(total.reach.taps), math.prod(total.rows)
    enough = EACH * threads.default_threads()
    while total.groups * -(-every // tall) * -(-total.columns // broad) < enough:
        if 2 * math.prod(total.steps) * tall * broad < 4 * SMALL_WORK:
            break
        if broad > 2 * paired:
            broad = _up(-(-broad // 2), paired)
        elif tall > 2 * rows:
            tall = _up(-(-tall // 2), taps if tall > taps else rows)
        else:
            break
    return broad, tall


def _fits(total, box, axis, tall):
    """Whether the scratch of a kernel holds what a box needs."""
    reach, size = total.reach, total.itemsize
    lay, taps = boxes.lay(reach, box, size, axis == 2), math.prod(reach.taps)
    channels = min(reach.channels, -(-tall // taps) + (tall % taps > 0))
    strip = channels * lay.channel * size
    return strip <= loops.STRIP * 8 and math.prod(box[:axis]) <= loops.RUNS


def launched(total, found, statics, cpu):
    """The kernel, its items, operations of an item, words, statics, and what an item is."""
    reach, size = total.reach, total.itemsize
    taps = math.prod(reach.taps)
    rows = reach.channels * taps
    down, across = -(-rows // found.tall), -(-total.columns // found.broad)
    count = math.prod(found.lay.boxes(boxes.extents_of(total)))
    own = found.lay.words(total)
    words = [rows, total.columns, taps, found.tall, found.broad, down, across, count]
    words += [14 + len(own), found.axis, *own, total.out.group, total.out.column]
    words += [len(total.rows), *total.rows, *total.out.rows]
    tall, paired = TILES[cpu.vector_bytes]
    statics = {
        **statics, "ROWS": tall, "PAIRED": paired, "LANES": cpu.vector_bytes // size,
        "NEAR": int(reach.a[-1] * reach.step[-1] == size),
    }  # fmt: skip
    places = reach.images * math.prod(reach.places)
    flops = 2 * found.tall * found.broad * places
    pieces = found.broad, True, [(rows, found.tall)]
    return loops.contract_pairs, total.groups * down * across, flops, words, statics, pieces
