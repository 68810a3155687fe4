"""Convolutions by boxes of results: how large boxes are, and how that lies which their taps reach.

A box is a part of images and places. What its taps reach is copied, channel by channel. Where a
kernel goes by more than one, elements whose distance is a multiple of that lie side by side, each
residue apart. The zeros between two lines (or planes, or images) serve both, so that few places are
computed which are none.
"""

import functools
import math
from dataclasses import dataclass

from . import box_loops as loops
from .matmul import SMALL_WORK

ITEMS = 16  # at least so many boxes, if each is worth a thread
MANY = 512  # places that are worth a box
BROAD = 1024  # bytes of a row of columns: more of them are other items

# Cycles, about: to copy an element of a line, side by side, or of every other, or farther apart,
# and to begin a line; and by how much sums are slower if there is a copy for each tap, which is
# more than the first-level cache holds
NEAR, OTHER, FAR, LINE, SPREAD = 0.15, 0.4, 1.5, 10, 1.08


@dataclass(frozen=True, slots=True)
class Dim:
    """Along a dim: where the first elements of residues lie, and where each tap finds a place.

    The copy holds `frame` elements of each residue, after which the next line (or plane) may begin;
    `length` is what taps reach, the last of it perhaps in that line's zeros.
    """

    residues: tuple[int, ...]
    taps: tuple[tuple[int, int], ...]  # number of the residue, elements behind the place
    frame: int
    length: int


@functools.lru_cache(maxsize=4096)
def _dim(places, whole, size, taps, low, step, apart):
    """The Dim of a box of so many places of `whole`."""
    back = min(0, (taps - 1) * apart)
    begin, found = low + back, [t * apart - back for t in range(taps)]
    residues = tuple(sorted({n % step for n in found}))
    where = tuple((residues.index(n % step), n // step) for n in found)
    length = places + max(n for _, n in where)
    frame = length
    if step == 1 and places == whole:  # zeros in front, and behind
        frame -= min(max(-begin, 0), max(begin + length - size, 0), length - 1)
    return Dim(tuple(begin + r for r in residues), where, frame, length)


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes (images, three dims) of a Reach, and where the elements of the copy of a channel lie.

    `pitches` are those of places, in elements; `residue` counts all of a residue, `written` of them
    behind the last image; `channel` what lies between channels.
    """

    box: tuple[int, ...]
    dims: tuple[Dim, ...]
    pitches: tuple[int, ...]
    residue: int
    written: int
    channel: int

    @property
    def flat(self):
        """The places from the first to the last, with those between that are none."""
        return 1 + sum((n - 1) * pitch for n, pitch in zip(self.box, self.pitches, strict=True))

    def boxes(self, extents):
        """How many there are along each axis."""
        return tuple(-(-n // b) for n, b in zip(extents, self.box, strict=True))

    def place(self, taps):
        """Where a tap finds the first place, given what `Dim.taps` says of it in each dim."""
        number, at = 0, 0
        for dim, (residue, behind), pitch in zip(self.dims, taps, self.pitches[1:], strict=True):
            number = number * len(dim.residues) + residue
            at += behind * pitch
        return number * self.residue + at

    def words(self, total):
        """What a block holds from the size of a channel on: see `box_loops.py`."""
        reach, dims, extents = total.reach, self.dims, extents_of(total)
        places = total.b if total.turned else total.out
        words = [self.channel, math.prod(len(dim.residues) for dim in dims), self.residue]
        words += [self.written, *self.boxes(extents), *self.box, *extents, *self.pitches]
        words += [*(dim.frame for dim in dims), *reach.step, *reach.size]
        words += [total.a.group, *reach.a, places.group, places.column, *reach.out]
        words += [self.place(taps) for taps in _each([dim.taps for dim in dims])]
        return [*words, *(n for each in _each([dim.residues for dim in dims]) for n in each)]


def _each(choices):
    """Every choice of one for each dim, those of the last one first."""
    planes, lines, columns = choices
    return [(a, b, c) for a in planes for b in lines for c in columns]


@functools.lru_cache(maxsize=4096)
def lay(reach, box, size, by_taps=False):
    """The Layout of boxes of these extents, of elements of `size` bytes.

    If `by_taps`, lines are as long as the places are, and there is a copy for each tap along them.
    """
    numbers = zip(box[1:], reach.places, reach.size, reach.taps, reach.low, reach.step, reach.apart,
                  strict=True)  # fmt: skip
    dims = tuple(_dim(*each) for each in numbers)
    if by_taps:
        first = tuple(reach.low[2] + t * reach.apart[2] for t in range(reach.taps[2]))
        found = tuple((t, 0) for t in range(reach.taps[2]))
        dims = (*dims[:2], Dim(first, found, box[3], box[3]))
    planes, height, width = (dim.frame for dim in dims)
    pitches = (planes * height * width, height * width, width, 1)
    whole = zip((box[0], *(dim.length for dim in dims)), pitches, strict=True)
    written = max(0, 1 + sum((n - 1) * pitch for n, pitch in whole) - box[0] * pitches[0])
    residue = box[0] * pitches[0] + written
    channel = odd(residue * math.prod(len(dim.residues) for dim in dims), size)
    return Layout(box, dims, pitches, residue, written, channel)


def odd(count, size):
    """Up to an odd number of cache lines: rows so far apart do not drive each other out."""
    line = 64 // size
    return (-(-count // line) | 1) * line


def smaller(box):
    """A box of half the extent along the first axis of space that has one; None without."""
    axis = next((k for k in (1, 2, 3) if box[k] > 1), None)
    return axis and (*box[:axis], -(-box[axis] // 2), *box[axis + 1 :])


def copying(reach, size, by_taps=False):
    """Cycles to copy what all taps reach for one place of a channel, about."""
    last = reach.taps[2] if by_taps else min(reach.taps[2], reach.step[2])
    copies = math.prod(map(min, reach.taps[:2], reach.step[:2])) * last
    step = reach.a[4] * reach.step[2]
    whole = reach.places[2] == reach.size[2] and reach.a[3] == reach.size[2] * size
    as_one = by_taps and step == size and whole and reach.step[1] == 1
    line = reach.places[2] * (reach.places[1] if as_one else 1)
    return copies * ({size: NEAR, 2 * size: OTHER}.get(step, FAR) + LINE / line)


def extents_of(total):
    return (total.reach.images, *total.reach.places)


# ------------------------------------------------------------------------------ results, images


@dataclass(frozen=True, slots=True)
class Cut:
    """A Layout, channels that are copied together, and columns of an item."""

    lay: Layout
    some: int
    broad: int
    cycles: float  # for a product, about


def _cut(total, box, broad, lanes):
    """The Cut into boxes of these extents; None if one does not fit the scratch of a kernel."""
    cuts = (_laid(total, box, broad, lanes, by_taps) for by_taps in (False, True))
    return min(filter(None, cuts), key=lambda each: each.cycles, default=None)


def _laid(total, box, broad, lanes, by_taps):
    """The same, with lines for each tap or without."""
    reach, size = total.reach, total.itemsize
    found, channels = lay(reach, box, size, by_taps), max(reach.channels, 1)
    taps, fits = math.prod(reach.taps), loops.STRIP * 8 // (found.channel * size)
    some = min(channels, loops.STEPS // taps, fits)
    if some < 1 or broad * odd(found.flat, size) * size > loops.SUMS * 8:
        return None
    some = -(-channels // -(-channels // some))
    cycles = -(-found.flat // lanes) / 2 / math.prod(box)
    if by_taps and some < channels:
        cycles *= SPREAD
    cycles += copying(reach, size, by_taps) / (taps * min(broad, total.columns))
    if not _direct(total, found):
        cycles += (NEAR + LINE / reach.places[2]) / (taps * channels)
    return Cut(found, some, broad, cycles)


def _items(total, found):
    across = -(-total.columns // found.broad)
    return total.groups * across * math.prod(found.lay.boxes(extents_of(total)))


@functools.lru_cache(maxsize=4096)
def cut(total, rows, lanes):
    """The Cut of a Sum for tiles of so many rows and lanes; None where it cannot be computed so."""
    reach = total.reach
    if reach is None or total.turned or not 0 < math.prod(reach.taps) <= loops.STEPS:
        return None
    columns = -(-total.columns // rows) * rows
    broad = min(columns, -(-BROAD // total.itemsize // rows) * rows)
    work = 2 * reach.channels * math.prod(reach.taps) * total.columns

    def worth(box):
        return work * math.prod(box) >= SMALL_WORK

    box = (1, *reach.places)
    found = _cut(total, box, broad, lanes)
    while found is None or (_items(total, found) < ITEMS and worth(box)):
        half = smaller(box)
        enough = half is not None and worth(half) and math.prod(half) >= MANY
        if half is None or not (found is None or enough):
            break
        box = half
        found = _cut(total, box, broad, lanes)
    if found is not None and box[1:] == reach.places:
        return _more_images(total, found, worth, lanes)
    return found


def _more_images(total, found, worth, lanes):
    """The same with several images in a box, where they are small."""
    reach = total.reach
    count = min(reach.images, MANY // math.prod(reach.places))
    while count > 1:
        count = -(-reach.images // -(-reach.images // count))
        larger = _cut(total, (count, *reach.places), found.broad, lanes)
        if larger is not None and (_items(total, larger) >= ITEMS or not worth(found.lay.box)):
            return larger
        count //= 2
    return found


def use(total, found):
    """The part of what vectors compute that are results."""
    tall = -(-total.columns // 4) * 4
    return math.prod(found.lay.box) / found.lay.flat * total.columns / tall


def launched(total, found, added, statics):
    """The kernel, its items, operations of an item, words, statics, and what an item is."""
    reach, size = total.reach, total.itemsize
    taps, places = math.prod(reach.taps), math.prod(found.lay.box)
    panel = reach.channels * taps * statics["ROWS"] * size
    words = [reach.channels, total.columns, taps, panel, int(added), found.some, found.broad]
    words += [-(-total.columns // found.broad), int(_direct(total, found.lay))]
    words += [odd(found.lay.flat, size), *found.lay.words(total)]
    steps = reach.a[-1] * reach.step[-1], reach.out[-1]
    near = {name: int(n == size) for name, n in zip(("NEAR", "OUT_NEAR"), steps, strict=True)}
    flops = 2 * places * min(found.broad, total.columns) * reach.channels * taps
    places = list(zip(extents_of(total), found.lay.box, strict=True))
    pieces = found.broad, False, places
    return loops.contract_boxes, _items(total, found), flops, words, {**statics, **near}, pieces


def _direct(total, found):
    """Whether the places of a box lie side by side in `out`, in the order of the copy."""
    axes = zip(found.box, found.pitches, total.reach.out, strict=True)
    return all(n == 1 or step == pitch * total.itemsize for n, pitch, step in axes)
