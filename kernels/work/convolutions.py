"""Convolutions: the one sum of products behind all of them, and which elements meet in it.

Images x (N, G * C, *size), kernels w (G * O, C, *kernel) and results y (N, G * O, *places) meet
where x at place * stride + tap * dilation - before, w at tap and y at place do. Given two of the
three, the sum over what they share is a product of matrices for each group:

    y   rows (n, place)   columns o   steps (c, tap)
    w   rows (c, tap)     columns o   steps (n, place)
    x   rows (n, place)   columns c   steps (o, tap), for each residue of the stride

Its left operand is never written out: element (i, k) lies at an offset of the row plus one of the
step. Where taps reach over the border, it lies in a *frame*: a copy of the image with zeros around.
After E. Georganas et al., High-Performance Deep Learning via a Single Building Block
(arXiv:1906.06440), and M. Dukhan, The Indirect Convolution Algorithm (arXiv:1907.02129).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from . import layout
from .launches import Description
from .pieces import Pieces

AXES = 4  # of rows and steps: images or channels, and three dims of space


@dataclass(frozen=True, slots=True)
class Form:
    """How kernels go over images: a number for each dim of space, and the groups of channels.

    `before` are the zeros in front of an image; behind it are as many as the results take.
    """

    stride: tuple[int, ...]
    before: tuple[int, ...]
    dilation: tuple[int, ...]
    groups: int = 1


@dataclass(frozen=True, slots=True)
class Geometry:
    """The extents of a convolution, with three dims of space: see above."""

    images: int
    groups: int
    inner: int
    outer: int
    size: tuple[int, int, int]
    kernel: tuple[int, int, int]
    places: tuple[int, int, int]
    stride: tuple[int, int, int]
    before: tuple[int, int, int]
    dilation: tuple[int, int, int]

    @classmethod
    def of(cls, form, images, inner, outer, size, kernel, places):
        """The same from tuples of fewer dims; `inner` and `outer` are channels of all groups."""
        groups = form.groups
        return cls(images, groups, inner // groups, outer // groups, spatial(size, 1),
                   spatial(kernel, 1), spatial(places, 1), spatial(form.stride, 1),
                   spatial(form.before, 0), spatial(form.dilation, 1))  # fmt: skip


def spatial(numbers, missing):
    """Three numbers, of which those that are given come last."""
    return (missing,) * (3 - len(numbers)) + tuple(numbers)


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of an image that taps reach: where it begins, and its extents."""

    low: tuple[int, int, int]
    extents: tuple[int, int, int]

    def within(self, size):
        """Whether it holds nothing but the image."""
        ends = zip(self.low, self.extents, size, strict=True)
        return all(low >= 0 and low + extent <= n for low, extent, n in ends)


@dataclass(frozen=True, slots=True)
class Operand:
    """Where an operand lies, in bytes: its start, and steps of groups, columns, rows and steps."""

    start: int = 0
    group: int = 0
    column: int = 0
    rows: tuple[int, ...] = ()
    steps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """The rows and steps of a Sum dim by dim, over images that may end before its taps do.

    Of images (images, groups * channels, *size), strides `a`, tap t of the place q lies at
    low + q * step + t * apart in each dim of space; it gives to what lies at q with strides `out`.
    Elements beyond an image count as zeros.
    """

    images: int
    channels: int
    size: tuple[int, int, int]
    places: tuple[int, int, int]
    taps: tuple[int, int, int]
    low: tuple[int, int, int]
    step: tuple[int, int, int]
    apart: tuple[int, int, int]
    a: tuple[int, ...]
    out: tuple[int, ...]

    @classmethod
    def over(cls, images, channels, dims, a, out):
        """With dims (size, places, taps, low, step, apart), those that can be taken as one merged.

        These are two that no tap reaches over, of which all elements follow each other.
        """
        kept = []
        for dim, x, y in reversed(list(zip(dims, a[2:], out[1:], strict=True))):
            if kept and _plain(dim) and _plain(kept[0][0]):
                (size, *_), *ends = kept[0]
                if dim[0] == 1 or (ends == [x // size, y // size] and x % size == y % size == 0):
                    count = size * dim[0]
                    kept[0] = (count, count, *dim[2:]), *ends
                    continue
            kept.insert(0, (dim, x, y))
        kept[:0] = [((1, 1, 1, 0, 1, 1), 0, 0)] * (3 - len(kept))
        dims, x, y = zip(*kept, strict=True)
        return cls(images, channels, *zip(*dims, strict=True), (*a[:2], *x), (out[0], *y))


def _plain(dim):
    """Whether the places along a dim are its elements."""
    size, places, taps, low, step, _ = dim
    return size == places and taps == 1 and low == 0 and step == 1


@dataclass(frozen=True, slots=True)
class Sum(Description):
    """out[g, i, j] = sum(a[g, i, k] * b[g, k, j] for k) + c[g, j], with axes of i and of k.

    What a planner asks is answered for the launch that computes it from a, b, out and c. `reach`
    tells of a sum over images as they are given how far it goes beyond them; if it is `turned`,
    taps are its rows and places its steps.
    """

    groups: int
    columns: int
    rows: tuple[int, ...]
    steps: tuple[int, ...]
    a: Operand
    b: Operand
    out: Operand
    itemsize: int
    reach: Reach | None = None
    turned: bool = False
    pieces: Pieces | None = None
    finished: Callable | None = None
    multiplies = True

    @property
    def shape(self):
        return (self.groups, math.prod(self.rows), self.columns, math.prod(self.steps))

    @property
    def flops(self):
        """Multiplications and additions."""
        return 2 * math.prod(self.shape)

    @property
    def nbytes(self):
        """Bytes of the result and the right operand, and of the left one without overlaps."""
        groups, rows, columns, steps = self.shape
        taps = math.prod(self.steps[1:]) or 1
        return groups * self.itemsize * (rows * steps // taps + (rows + steps) * columns)

    @property
    def walks(self):
        extents = (self.groups, self.columns, *self.rows)
        strides = (self.out.group, self.out.column, *self.out.rows)
        return {2: (extents, strides, self.itemsize)}

    def in_pieces(self, some, first, rows):
        """The same for a launch whose items have `some` columns, and of each (extent, box) of rows
        a box: see `Pieces`."""
        inner = self._inner()
        if inner is None:
            return self
        lines = self.groups, self.columns, some
        return replace(self, pieces=Pieces.of(inner, lines, first, rows))

    def _inner(self):
        """How many rows lie side by side in a column of `out`; None if that is not dense."""
        extents, steps = (self.groups, self.columns), (self.out.group, self.out.column)
        whole = layout.merge((*extents, *self.rows), [(*steps, *self.out.rows)])
        rows, lines = (
            [(step, n) for n, step in zip(*axes, strict=True) if n > 1]
            for axes in ((self.rows, self.out.rows), (extents, steps))
        )
        in_order = all(axes == sorted(axes, reverse=True) for axes in (rows, lines))
        if not in_order or whole[1] != [(self.itemsize,)]:
            return None
        return math.prod(n for step, n in rows if not lines or step < lines[-1][0])


@dataclass(frozen=True, slots=True)
class Moving(Description):
    """A copy of `shape` elements into another form: a frame, or panels."""

    shape: tuple[int, ...]
    nbytes: int
    flops: int = 0


# ------------------------------------------------------------------------------- the three sums


def result_frame(g):
    """What of the images the results of a convolution take."""
    ends = zip(g.places, g.stride, g.kernel, g.dilation, strict=True)
    reach = tuple((n - 1) * s + (k - 1) * d + 1 for n, s, k, d in ends)
    return Frame(tuple(-before for before in g.before), reach)


def results(g, size, x, origin, w, y):
    """The Sum of results y, in a list. Strides are in bytes; those of x begin at `origin`."""
    rows, (a_rows, y_rows) = _axes(
        (g.images, *g.places), (x[0], *_times(x[2:], g.stride)), (y[0], *y[2:])
    )
    steps, (a_steps, w_steps) = _axes(
        (g.inner, *g.kernel), (x[1], *_times(x[2:], g.dilation)), w[1:]
    )
    start = _start(g, x, origin)
    return [Sum(
        g.groups, g.outer, rows, steps,
        Operand(start, g.inner * x[1], 0, a_rows, a_steps),
        Operand(0, g.outer * w[0], w[0], (), w_steps),
        Operand(0, g.outer * y[1], y[1], y_rows), size,
        _result_reach(g, x, y),
    )]  # fmt: skip


def _result_reach(g, x, y):
    low = (-before for before in g.before)
    dims = zip(g.size, g.places, g.kernel, low, g.stride, g.dilation, strict=True)
    return Reach.over(g.images, g.inner, dims, x, (y[0], *y[2:]))


def weights(g, size, x, origin, y, w):
    """The Sum of kernels w, in a list: what adds up over all places of images x and results y."""
    rows, (a_rows, w_rows) = _axes(
        (g.inner, *g.kernel), (x[1], *_times(x[2:], g.dilation)), w[1:]
    )
    steps, (a_steps, y_steps) = _axes(
        (g.images, *g.places), (x[0], *_times(x[2:], g.stride)), (y[0], *y[2:])
    )
    start = _start(g, x, origin)
    return [Sum(
        g.groups, g.outer, rows, steps,
        Operand(start, g.inner * x[1], 0, a_rows, a_steps),
        Operand(0, g.outer * y[1], y[1], (), y_steps),
        Operand(0, g.outer * w[0], w[0], w_rows), size, _result_reach(g, x, y), True,
    )]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Residue:
    """Along one dim, the places of an image at the same distance from a multiple of the stride.

    Of these, `count` from place `first` on, the result number `low + m - t * back` gives what the
    tap number `tap + t * apart` adds to the m-th, for t < taps.
    """

    first: int
    count: int
    tap: int
    taps: int
    apart: int
    back: int
    low: int

    @property
    def reach(self):
        """The first result that is taken, and the one behind the last."""
        return self.low - max(self.taps - 1, 0) * self.back, self.low + self.count


def residues(size, kernel, stride, dilation, before):
    """The Residues of a dim that have places."""
    found = []
    apart = stride // math.gcd(stride, dilation)
    for first in range(min(stride, size)):
        residue, whole = (first + before) % stride, (first + before) // stride
        tap = next((t for t in range(min(kernel, apart)) if t * dilation % stride == residue), None)
        taps = 0 if tap is None else -(-(kernel - tap) // apart)
        low = whole if tap is None else whole - (tap * dilation - residue) // stride
        count = -(-(size - first) // stride)
        found.append(Residue(first, count, tap or 0, taps, apart, apart * dilation // stride, low))
    return found


def _all_residues(g):
    dims = zip(g.size, g.kernel, g.stride, g.dilation, g.before, strict=True)
    return [residues(*dim) for dim in dims]


def image_frame(g):
    """What of the results the images behind them take."""
    low, extents = [], []
    for dim in _all_residues(g):
        reaches = [each.reach for each in dim if each.taps] or [(0, 1)]
        low.append(min(first for first, _ in reaches))
        extents.append(max(last for _, last in reaches) - low[-1])
    return Frame(tuple(low), tuple(extents))


def images(g, size, y, origin, w, x):
    """The Sums of images x, one for each residue of the stride; strides of y begin at `origin`."""
    planes, rows_of, columns_of = _all_residues(g)
    return [
        _images_at(g, size, y, origin, w, x, (d, h, v))
        for d in planes for h in rows_of for v in columns_of
    ]  # fmt: skip


def _images_at(g, size, y, origin, w, x, dims):
    counts, taps = [d.count for d in dims], [d.taps for d in dims]
    backs = tuple(-d.back for d in dims)
    rows, (a_rows, x_rows) = _axes(
        (g.images, *counts), (y[0], *y[2:]), (x[0], *_times(x[2:], g.stride))
    )
    steps, (a_steps, w_steps) = _axes(
        (g.outer, *taps), (y[1], *_times(y[2:], backs)),
        (w[0], *_times(w[2:], [d.apart for d in dims])),
    )  # fmt: skip
    start = sum((d.low - n) * step for d, n, step in zip(dims, origin, y[2:], strict=True))
    place = sum(d.first * step for d, step in zip(dims, x[2:], strict=True))
    tap = sum(d.tap * step for d, step in zip(dims, w[2:], strict=True))
    return Sum(
        g.groups, g.inner, rows, steps,
        Operand(start if all(taps) else 0, g.outer * y[1], 0, a_rows, a_steps),
        Operand(tap, g.outer * w[0], w[1], (), w_steps),
        Operand(place, g.inner * x[1], x[1], x_rows), size,
        Reach.over(
            g.images, g.outer,
            zip(g.places, counts, taps, [d.low for d in dims], (1, 1, 1), backs, strict=True),
            y, (x[0], *_times(x[2:], g.stride)),
        ) if all(taps) else None,
    )  # fmt: skip


def _start(g, x, origin):
    """Where the first tap of the first place lies."""
    ends = zip(g.before, origin, x[2:], strict=True)
    return sum((-before - first) * step for before, first, step in ends)


def _times(strides, factors):
    return tuple(stride * factor for stride, factor in zip(strides, factors, strict=True))


def _axes(extents, *strides):
    """The axes of rows or steps, neighbours merged, and AXES of them: those of one come first."""
    kept, steps = layout.neighbours(extents, strides)
    missing = AXES - len(kept)
    return (1,) * missing + tuple(kept), [(0,) * missing + tuple(step) for step in steps]
