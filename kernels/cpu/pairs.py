"""Gradients of kernels: blocks of them as sums over all places, vectors along lines of places."""

import functools
import math
from dataclasses import dataclass

from . import boxes, threads
from . import pair_loops as loops
from .matmul import SMALL_WORK

EACH = 2  # at least so many blocks for a thread, if they are worth it
PLACES = 1024  # of a box: its lines stay in the cache while rows of images pass
COLUMNS = 64  # of a block
LARGE_CACHE = 1 << 20  # of the second level: from here on sums may take all of their scratch
TILES = {64: (3, 8), 32: (3, 4), 16: (2, 4)}  # rows and columns of sums, by bytes of a vector


@dataclass(frozen=True, slots=True)
class Cut:
    """A Layout of boxes, columns and rows of a block, and whether places are taken as one line."""

    lay: boxes.Layout
    broad: int
    tall: int
    flat: bool
    filled: float  # the part of what vectors compute that are products


def _up(count, unit):
    return -(-count // unit) * unit


@functools.lru_cache(maxsize=4096)
def cut(total, cpu):
    """The Cut of a Sum, or None where it cannot be computed so."""
    reach, size = total.reach, total.itemsize
    if reach is None or 0 in (reach.images, reach.channels) or cpu.vector_bytes < 2 * size:
        return None
    lanes = cpu.vector_bytes // size
    broad, tall = _largest(total, cpu)  # boxes are the same for any number of threads: so are bits
    box = (1, *reach.places)
    while not _fits(total, box, tall, broad, lanes) or math.prod(box) > PLACES:
        half = boxes.smaller(box)
        fits = _fits(total, box, tall, broad, lanes)
        if half is None or (fits and math.prod(half) < PLACES // 2):
            break
        box = half
    if box[1:] == reach.places:
        count = max(1, min(reach.images, PLACES // math.prod(box)))
        while count > 1 and not _fits(total, (count, *box[1:]), tall, broad, lanes):
            count -= 1
        box = (-(-reach.images // -(-reach.images // count)), *box[1:])
    if not _fits(total, box, tall, broad, lanes):
        return None
    lay = boxes.lay(reach, box, size)
    by_lines, at_once = box[3] / _up(box[3], lanes), math.prod(box) / _up(lay.flat, lanes)
    filled = max(by_lines, at_once)
    return Cut(lay, *_shared(total, broad, tall, cpu), at_once > by_lines, filled)


def _largest(total, cpu):
    """Columns and rows of a block: as many as the cache holds sums of."""
    rows, paired = TILES[cpu.vector_bytes]
    taps, every = math.prod(total.reach.taps), math.prod(total.rows)
    room = loops.SUMS * 8 // (1 if cpu.caches[1] > LARGE_CACHE else 4)
    broad = _up(min(total.columns, COLUMNS), paired)
    most = min(room // (broad * cpu.vector_bytes), loops.ROWS_AT) // rows * rows
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


def _fits(total, box, tall, broad, lanes):
    """Whether the scratch of a kernel holds what a box needs."""
    reach, size = total.reach, total.itemsize
    lay, taps = boxes.lay(reach, box, size), math.prod(reach.taps)
    channels = min(reach.channels, -(-tall // taps) + (tall % taps > 0))
    steps = max(math.prod(box[:3]) * -(-box[3] // lanes), -(-lay.flat // lanes))
    return (
        channels * lay.channel * size <= loops.STRIP * 8
        and steps <= loops.STEPS
        and broad * steps * lanes * size <= loops.LINES * 8
    )


def launched(total, found, statics, cpu):
    """The kernel, its items, operations of an item, words, statics, and what an item is."""
    reach, size = total.reach, total.itemsize
    taps = math.prod(reach.taps)
    rows = reach.channels * taps
    down, across = -(-rows // found.tall), -(-total.columns // found.broad)
    count = math.prod(found.lay.boxes(boxes.extents_of(total)))
    own = found.lay.words(total)
    words = [rows, total.columns, taps, found.tall, found.broad, down, across, count]
    words += [14 + len(own), int(found.flat), *own, total.out.group, total.out.column]
    words += [len(total.rows), *total.rows, *total.out.rows]
    tall, paired = TILES[cpu.vector_bytes]
    statics = {
        **statics, "ROWS": tall, "PAIRED": paired, "LANES": cpu.vector_bytes // size,
        "NEAR": int(reach.a[-1] * reach.step[-1] == size), "Y_NEAR": int(reach.out[-1] == size),
    }  # fmt: skip
    places = reach.images * math.prod(reach.places)
    flops = 2 * found.tall * found.broad * places
    pieces = found.broad, True, [(rows, found.tall)]
    return loops.contract_pairs, total.groups * down * across, flops, words, statics, pieces
