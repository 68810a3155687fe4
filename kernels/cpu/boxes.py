"""Convolutions by boxes of results: how large boxes are, and how that lies which their taps reach.

A box is a part of images and places. Where a kernel goes by more than one, elements whose distance
is a multiple of that lie side by side, each residue apart. The zeros between two lines (or planes,
or images) serve both, so that few places are computed which are none.
"""

import functools
import math
from dataclasses import dataclass

from . import box_loops as loops
from .matmul import SMALL_WORK

ITEMS = 16  # at least so many boxes, if each is worth a thread
MANY = 512  # places that are worth a box
MOST_TAPS = loops.STEPS


@dataclass(frozen=True, slots=True)
class Dim:
    """Along a dim: its places, where what they reach begins, and where each tap finds it.

    The copy holds `frame` elements of each residue, after which the next line (or plane) may begin;
    `length` is what taps reach, the last of it perhaps in that line's zeros.
    """

    places: int
    residues: tuple[int, ...]
    taps: tuple[tuple[int, int], ...]  # number of the residue, elements behind the place
    frame: int
    length: int


@functools.lru_cache(maxsize=4096)
def _dim(places, whole, size, taps, low, step, apart):
    """The Dim of so many places of `whole`, and the first element of the first residue."""
    back = min(0, (taps - 1) * apart)
    begin, found = low + back, [t * apart - back for t in range(taps)]
    residues = tuple(sorted({n % step for n in found}))
    where = tuple((residues.index(n % step), n // step) for n in found)
    length = places + max(n for _, n in where)
    frame = length
    if step == 1 and places == whole:  # zeros in front, and behind
        frame -= min(max(-begin, 0), max(begin + length - size, 0), length - 1)
    return Dim(places, tuple(begin + r for r in residues), where, frame, length)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a Sum is cut into boxes (images, three dims), and where the elements of a copy lie."""

    box: tuple[int, ...]
    dims: tuple[Dim, ...]
    pitches: tuple[int, ...]
    residue: int
    written: int
    channel: int
    flat: int
    some: int
    broad: int

    def boxes(self, extents):
        """How many there are along each axis."""
        return tuple(-(-n // b) for n, b in zip(extents, self.box, strict=True))


def _layout(reach, box, broad, size):
    """The Layout of boxes of these extents; None if one does not fit the scratch of a kernel."""
    numbers = zip(box[1:], reach.places, reach.size, reach.taps, reach.low, reach.step, reach.apart,
                  strict=True)  # fmt: skip
    dims = tuple(_dim(*each) for each in numbers)
    planes, height, width = (dim.frame for dim in dims)
    pitches = (planes * height * width, height * width, width, 1)
    whole = zip((box[0], *(dim.length for dim in dims)), pitches, strict=True)
    ends = 1 + sum((n - 1) * pitch for n, pitch in whole)
    written = max(0, ends - box[0] * pitches[0])
    residue = box[0] * pitches[0] + written
    channel = _odd(residue * math.prod(len(dim.residues) for dim in dims), size)
    flat = _odd(1 + sum((n - 1) * pitch for n, pitch in zip(box, pitches, strict=True)), size)
    taps = math.prod(reach.taps)
    some = min(max(reach.channels, 1), loops.STEPS // taps, loops.STRIP * 8 // (channel * size))
    if some < 1 or broad * flat * size > loops.SUMS * 8:
        return None
    some = -(-reach.channels // -(-reach.channels // some)) if reach.channels else 1
    return Layout(box, dims, pitches, residue, written, channel, flat, some, broad)


def _odd(count, size):
    """Up to an odd number of cache lines: rows so far apart do not drive each other out."""
    line = 64 // size
    return (-(-count // line) | 1) * line


@functools.lru_cache(maxsize=4096)
def layout(total, rows):
    """The Layout of a Sum for tiles of so many rows, or None where it cannot be computed so."""
    reach, size = total.reach, total.itemsize
    if reach is None or not 0 < math.prod(reach.taps) <= MOST_TAPS:
        return None
    columns = -(-total.columns // rows) * rows
    broad = min(columns, -(-256 * 4 // size // rows) * rows)
    work = 2 * reach.channels * math.prod(reach.taps) * total.columns
    box = [1, *reach.places]
    found = _layout(reach, tuple(box), broad, size)

    def worth(box):
        return work * math.prod(box) >= SMALL_WORK

    while found is None or (_items(total, found) < ITEMS and worth(box)):
        axis = next((k for k in (1, 2, 3) if box[k] > 1), None)
        if axis is None:
            break
        smaller = [*box[:axis], -(-box[axis] // 2), *box[axis + 1 :]]
        if found is not None and not (worth(smaller) and math.prod(smaller) >= MANY):
            break
        box = smaller
        found = _layout(reach, tuple(box), broad, size)
    if found is not None and tuple(box[1:]) == reach.places:
        found = _more_images(total, found, worth, size)
    return found


def _more_images(total, found, worth, size):
    """The same with several images in a box, where they are small."""
    reach = total.reach
    count = min(reach.images, MANY // math.prod(reach.places))
    while count > 1:
        count = -(-reach.images // -(-reach.images // count))
        larger = _layout(reach, (count, *found.box[1:]), found.broad, size)
        if larger is not None and (_items(total, larger) >= ITEMS or not worth(found.box)):
            return larger
        count //= 2
    return found


def _items(total, found):
    across = -(-total.columns // found.broad)
    return total.groups * across * math.prod(found.boxes(_extents(total)))


def _extents(total):
    return (total.reach.images, *total.reach.places)


def use(total, found):
    """The part of what vectors compute that are results."""
    flat = sum((n - 1) * pitch for n, pitch in zip(found.box, found.pitches, strict=True)) + 1
    tall = -(-total.columns // 4) * 4
    return math.prod(found.box) / flat * total.columns / tall


def launched(total, found, added, statics):
    """The kernel, its items, operations of an item, words and statics."""
    reach, size, dims = total.reach, total.itemsize, found.dims
    box, extents = found.box, _extents(total)
    across = -(-total.columns // found.broad)
    taps = math.prod(reach.taps)
    panel = reach.channels * taps * statics["ROWS"] * size
    direct = int(_direct(total, found))
    words = [reach.channels, total.columns, taps, panel, int(added), found.some, found.broad]
    words += [across, direct, found.flat, found.channel]
    words += [math.prod(len(dim.residues) for dim in dims), found.residue, found.written]
    words += [*found.boxes(extents), *box, *extents, *found.pitches]
    words += [*(dim.frame for dim in dims), *reach.step, *reach.size]
    words += [total.a.group, reach.a[0], reach.a[1], *reach.a[2:]]
    words += [total.out.group, total.out.column, *reach.out]
    words += [_place(found, dims, taps) for taps in _each([dim.taps for dim in dims])]
    words += [n for residues in _each([dim.residues for dim in dims]) for n in residues]
    near = int(reach.a[-1] * reach.step[-1] == size)
    statics = {**statics, "NEAR": near, "OUT_NEAR": int(reach.out[-1] == size)}
    flops = 2 * math.prod(box) * min(found.broad, total.columns) * reach.channels * taps
    return loops.contract_boxes, _items(total, found), flops, words, statics


def _each(choices):
    """Every choice of one for each dim, the last one first."""
    first, second, third = choices
    return [(a, b, c) for a in first for b in second for c in third]


def _place(found, dims, taps):
    """Where in the copy of a channel a tap finds the first place."""
    number, at = 0, 0
    for dim, (residue, behind), pitch in zip(dims, taps, found.pitches[1:], strict=True):
        number = number * len(dim.residues) + residue
        at += behind * pitch
    return number * found.residue + at


def _direct(total, found):
    """Whether the places of a box lie side by side in `out`, in the order of the copy."""
    reach, size = total.reach, total.itemsize
    axes = zip(found.box, found.pitches, reach.out, strict=True)
    return all(n == 1 or step == pitch * size for n, pitch, step in axes)
