"""What every launch tells of itself, and launches that follow one another."""

from dataclasses import dataclass

from .operands import moved

HASH = 21  # characters at the end of a kernel's name


def label(name):
    """A kernel's name for people: without its hash, and the underscores of private ops."""
    return "_".join(filter(None, name[:-HASH].split("_")))


class Description:
    """
    What a Launch does, as far as the planner asks; each kind of work answers what it knows.

    Attributes
    ----------
    elementwise : bool
        Whether it is a Program over each element of a shape: a Loop.
    absorbs : bool
        Whether it folds one operand element by element, and so can compute that itself: see
        `Folding.over`.
    dense : bool
        Whether it writes its operand `result` as one piece in row-major order, and its elements can
        go elsewhere: see `Blocks`.
    pieces : Pieces or None
        Which part of its operand `result` each item writes, so that loops can follow piece by
        piece.
    multiplies : bool
        Whether its operations are multiplications with additions.
    by_rows : bool
        Whether its items are rows: see `along`.
    finished : callable or None
        Makes the launch that applies a scalar function to each element of `result`, too.
    walks : dict of int to (extents, strides, int)
        Of operands whose bytes are known: what touches them, and the bytes at each place.
    """

    __slots__ = ()
    elementwise = absorbs = dense = by_rows = False
    finished, pieces, result = None, None, 2
    bases, multiplies = (), False

    @property
    def walks(self):
        return {}

    def along(self, rows):
        """Of each operand the walk over rows, that within one, and the bytes at each place.

        None if it does not go by so many rows; None bytes are those of the whole operand.
        """
        return

    def folds_matrix(self, extents):
        """Whether it folds all rows of a dense matrix of these extents into one, in one launch."""
        return False


@dataclass(frozen=True, slots=True)
class Work(Description):
    """What a Launch has to do: bytes read and written, and operations where they are known."""

    shape: tuple[int, ...]
    nbytes: int
    flops: int | None = None


UNKNOWN = Description()


@dataclass(frozen=True, slots=True)
class Stage:
    """A Launch of several: its operands are (number of one given, offset in bytes) each."""

    launch: object
    operands: tuple[tuple[int, int], ...]

    def of(self, given):
        """Launch on those of the operands that it takes, which may be a few of thousands."""
        return self.launch(*[moved(given[k], offset) for k, offset in self.operands])

    def __call__(self, *given):
        return self.of(given)
