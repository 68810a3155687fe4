"""What a self-test keeps: how large its cases are, and how they went."""

import faulthandler
import pathlib
import sys
import traceback
from dataclasses import dataclass, field

import tensorlite as tl

from ..kernels.cuda import driver
from ..plan import tree
from .compare import Mismatch, agree

PATIENCE = 120  # seconds after which a case that still runs shows where it stands, on stderr
FRAMES = 4  # of a traceback that a report quotes


class CardLost(RuntimeError):
    """The card does no more work after an error: no further case can run."""


# ------------------------------------------------------------------ how large, how many


@dataclass(frozen=True)
class Sizes:
    """
    Extents of the operands of all cases.

    Attributes
    ----------
    elements : int
        Of elementwise operands, a multiple of 6.
    specials : int
        The most combinations of special values.
    matrices : tuple of (int, int)
        Rows and columns: many and few of both, around the borders of blocks.
    products : tuple of (int, int, int)
        m, n and k: around the borders of tiles.
    lines : tuple of int
        Lengths of what is sorted, scanned or drawn.
    batch, steps, width : int
        Of recurrent and attention layers.
    hidden : tuple of int
        Layers of the network whose training is compared.
    repeats : int
        Steps over which memory must not grow.
    epochs : int
        Of the training run on digits.
    """

    elements: int
    specials: int
    matrices: tuple[tuple[int, int], ...]
    products: tuple[tuple[int, int, int], ...]
    lines: tuple[int, ...]
    batch: int
    steps: int
    width: int
    hidden: tuple[int, ...]
    repeats: int
    epochs: int


CARD = Sizes(
    elements=6 * 20011,
    specials=3000,
    matrices=((5, 7), (3, 70001), (70001, 3), (257, 1025), (1, 1 << 20)),
    products=((1, 1, 1), (63, 65, 17), (64, 64, 64), (129, 127, 130), (1000, 3, 515),
              (1, 513, 1025), (512, 512, 512)),
    lines=(1, 31, 1024, 1025, 100003),
    batch=33, steps=20, width=64, hidden=(64, 128, 64, 10), repeats=100, epochs=8,
)  # fmt: skip
CARD_QUICK = Sizes(
    elements=6 * 1031,
    specials=300,
    matrices=((3, 7001), (257, 129)),
    products=((63, 65, 17), (129, 127, 130)),
    lines=(31, 1025),
    batch=9, steps=5, width=32, hidden=(64, 32, 10), repeats=100, epochs=3,
)  # fmt: skip
SIMULATOR = Sizes(
    elements=36,
    specials=60,
    matrices=((5, 7), (2, 41), (27, 3), (1, 70)),
    products=((1, 1, 1), (5, 3, 9), (9, 10, 17), (17, 16, 8)),
    lines=(1, 8, 33, 65),
    batch=2, steps=3, width=4, hidden=(6, 8, 4), repeats=100, epochs=2,
)  # fmt: skip
SIMULATOR_QUICK = Sizes(
    elements=12,
    specials=14,
    matrices=((3, 17),),
    products=((5, 3, 9),),
    lines=(17,),
    batch=2, steps=2, width=2, hidden=(4, 5, 3), repeats=6, epochs=1,
)  # fmt: skip


# ------------------------------------------------------------------ how it went


@dataclass
class Result:
    """
    How a case went.

    Attributes
    ----------
    name : str
    share : float
        The largest difference in parts of what is allowed; 0 if all is exact.
    failure : str or None
        What went wrong, in Markdown.
    """

    name: str
    share: float = 0.0
    failure: str | None = None


@dataclass
class Group:
    """
    A part of the report.

    Attributes
    ----------
    name : str
    results : list of Result
    notes : list of str
        Paragraphs.
    tables : list of (title, titles, rows)
    seconds : float
    """

    name: str
    results: list[Result] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tables: list[tuple] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def failures(self):
        """The results that are not as they should be."""
        return [result for result in self.results if result.failure is not None]


class Run:
    """
    A self-test under way.

    Parameters
    ----------
    device : device
        The card.
    quick : bool
        Whether fewer and smaller cases will do.
    """

    def __init__(self, device, quick):
        self.device, self.quick = device, quick
        self.simulated = driver.simulated()
        if self.simulated:
            self.sizes = SIMULATOR_QUICK if quick else SIMULATOR
        else:
            self.sizes = CARD_QUICK if quick else CARD
        self.groups = []

    @property
    def group(self):
        """The Group that is under way."""
        return self.groups[-1]

    @property
    def failures(self):
        """The (Group, Result) of all that is not as it should be."""
        return [(group, result) for group in self.groups for result in group.failures]

    def begin(self, name):
        """Start another Group."""
        self.groups.append(Group(name))

    def compare(self, case):
        """Record whether a Case gives the same on the card as on the CPU.

        Raises
        ------
        CardLost
            If the card does no more work.
        """
        self.check(case.name, lambda: agree(case, self.device), shown(case.args))

    def check(self, name, function, arguments="none"):
        """Record whether ``function()`` raises nothing; it answers a share as in Result, or None.

        Raises
        ------
        CardLost
            If the card does no more work.
        """
        result = Result(name)
        self.group.results.append(result)
        faulthandler.dump_traceback_later(PATIENCE, file=sys.__stderr__ or sys.stderr)
        try:
            result.share = function() or 0.0
        except Exception as error:
            result.failure = f"arguments: {arguments}\n\n{told(error)}"
            self._require_card(name)
        finally:
            faulthandler.cancel_dump_traceback_later()

    def _require_card(self, name):
        try:
            tl.cuda.synchronize(self.device)
        except RuntimeError as error:
            raise CardLost(f"the card was lost after {name}: {error}") from error


# ------------------------------------------------------------------ words for people


def shown(args):
    """Arguments in a few words."""
    leaves = tree.flatten(args)[0]
    return ", ".join(
        f"{str(x.dtype).rpartition('.')[2]} {list(x.shape)}" if isinstance(x, tl.Tensor)
        else repr(x) for x in leaves
    ) or "none"  # fmt: skip


def told(error):
    """An error in Markdown: its text and the end of its traceback, without anyone's folders."""
    text = without_folders(f"{type(error).__name__}: {error}")
    if isinstance(error, Mismatch):
        return text
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    lines = [f"    {_short(f.filename)}:{f.lineno} in {f.name}: {f.line}" for f in frames]
    return "\n".join([text, "", *lines])


def _short(filename):
    """A file's place in the package it belongs to."""
    parts = pathlib.PurePath(filename).parts
    for package in ("tensorlite", "kernels", "numba", "numpy"):
        if package in parts[:-1]:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(package) :])
    return parts[-1] if parts else filename


def without_folders(text):
    """Text without the folders in which this package and its users live."""
    package = pathlib.Path(tl.__file__).resolve().parent
    for folder, name in ((package.parent, "..."), (pathlib.Path.home(), "~")):
        if len(folder.parts) > 1:
            text = text.replace(str(folder), name)
    return text
