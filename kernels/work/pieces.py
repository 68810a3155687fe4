"""Which part of its result an item of a product computes: for loops that follow piece by piece."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pieces:
    """
    How items share a result (outer, lines, inner) that lies in row-major order.

    An item has some lines, and some of the places (outer, inner), which follow each other. Of a
    product lines are rows, and places are columns of a batch; of images lines are channels.

    Attributes
    ----------
    inner : int
    lines : tuple of int
        Groups of lines, the lines of one, and those of an item, in one group.
    first : bool
        Whether the next item has other lines before it has other places; groups come last.
    places : tuple of int
        Rows of places, the places of one, and those of an item, in one row.
    """

    inner: int
    lines: tuple[int, int, int]
    first: bool
    places: tuple[int, int, int]

    @classmethod
    def of(cls, inner, lines, first, places):
        """With places as (extent, box) of each axis; None if those of an item lie apart."""
        rows, each, own = 1, 1, 1
        for extent, box in reversed(places):
            if own == each:  # so far a box is all of it
                each, own = extent * each, min(box, extent) * own
            elif box == 1:
                rows *= extent
            else:
                return None
        return cls(inner, lines, first, (rows, each, own))

    @property
    def count(self):
        """The elements of the result."""
        return math.prod(self.lines[:2]) * math.prod(self.places[:2])

    @property
    def matrix(self):
        """Lines and places, if these are all of one matrix and each item has all lines."""
        groups, lines, some = self.lines
        whole = groups == 1 and some >= lines and self.places[:2] == (1, self.inner)
        return (lines, self.inner) if whole else None

    @property
    def words(self):
        """What `play.pieces_then` reads."""
        return [self.inner, *self.lines, int(self.first), *self.places]
