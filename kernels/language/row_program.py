"""A function of a row as stages that map scalar functions, and folds; `rows.py` reads such.

Values are numbered: the parameters first, then what each stage gives. A value has one number for
each element of a row, or one for the row: what folds and picks give, and what is made of that
alone.
"""

import types
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Map:
    """A value that is `function(*args)`, element by element or once for the row."""

    function: types.FunctionType
    args: tuple[int, ...]


@dataclass(frozen=True)
class Fold:
    """A value that is the total (or another fold in `scalars/folds.py`) of another, `arg`.

    With `when` it is only taken where that value, a number of the row, is true; elsewhere it is 0.
    """

    kind: str
    arg: int
    when: int | None = None

    @property
    def args(self):
        return (self.arg,) if self.when is None else (self.arg, self.when)


@dataclass(frozen=True)
class Pick:
    """A value that is the element number `at` of another, `arg`: NaN if there is none."""

    arg: int
    at: int

    @property
    def args(self):
        return self.arg, self.at


@dataclass(frozen=True)
class Place:
    """A value that tells of each element of another, `arg`, which of the row it is: 0, 1, ..."""

    arg: int

    @property
    def args(self):
        return ()


@dataclass(frozen=True)
class RowProgram:
    """Stages over operands with these names; `whole` tells which have one number for each row.

    With `folds_all` a row gives one number; else a row, of equal elements if `output` is a number.
    `indices` tells which operands are of int64, `columns` values whose totals over all rows are
    further results, `names` what the function calls its values, `saved` numbers of each row that
    are results, too.
    """

    name: str
    params: tuple[str, ...]
    whole: tuple[bool, ...]
    stages: tuple[Map | Fold | Pick | Place, ...]
    output: int
    folds_all: bool
    indices: tuple[bool, ...]
    columns: tuple[int, ...] = ()
    names: dict[str, int] = field(default_factory=dict, compare=False)
    saved: tuple[int, ...] = ()

    @property
    def results(self):
        """The values that are results, or whose totals are."""
        return self.output, *self.columns, *self.saved

    @property
    def places(self):
        """Whether it matters where in a row an element stands."""
        return any(isinstance(stage, Pick | Place) for stage in self.stages)

    @cached_property
    def by_row(self):
        """Of each value: whether it is one number for the row."""
        return by_row(self.whole, self.stages)


def by_row(whole, stages):
    """Of each value: whether it is one number for the row, given this of the parameters."""
    found = list(whole)
    for stage in stages:
        found.append(is_number(stage, found))
    return found


def is_number(stage, whole):
    """Whether a stage gives one number for the row, given this of the values before it."""
    return isinstance(stage, Fold | Pick) or (
        isinstance(stage, Map) and all(whole[a] for a in stage.args)
    )


def all_args(stage):
    """The values that a stage is told of, also that whose elements it only counts."""
    return (stage.arg,) if isinstance(stage, Place) else stage.args


def renumbered(stage, number):
    """A stage of values that have other numbers now."""
    match stage:
        case Fold(kind, arg, when):
            return Fold(kind, number[arg], None if when is None else number[when])
        case Pick(arg, at):
            return Pick(number[arg], number[at])
        case Place(arg):
            return Place(number[arg])
    return Map(stage.function, tuple([number[a] for a in stage.args]))


def pruned(program, first, wanted=()):
    """The same of the operands and stages that its results need, and of `wanted` operands.

    The operand number `first` leads.
    """
    count, stages = len(program.params), program.stages
    needed, stack = set(), [first, *wanted, *program.results]
    while stack:
        value = stack.pop()
        if value not in needed:
            needed.add(value)
            stack += all_args(stages[value - count]) if value >= count else ()
    kept = [first, *(k for k in range(count) if k in needed and k != first)]
    number = {old: new for new, old in enumerate(kept)}
    found = []
    for old, stage in enumerate(stages, count):
        if old in needed:
            number[old] = len(kept) + len(found)
            found.append(renumbered(stage, number))
    return RowProgram(
        program.name, *(tuple([each[k] for k in kept]) for each in (program.params, program.whole)),
        tuple(found), number[program.output], program.folds_all,
        tuple([program.indices[k] for k in kept]), tuple([number[c] for c in program.columns]),
    )  # fmt: skip


class Values:
    """Numbered values: operands with names, and stages."""

    def __init__(self, params, whole):
        self.params, self.whole = tuple(params), tuple(whole)
        self.stages, self.by_row, self.known = [], list(whole), {}

    def add(self, stage):
        """The number of the value of a stage; of equal stages, that of the first."""
        if stage not in self.known:
            self.stages.append(stage)
            self.known[stage] = len(self.by_row)
            self.by_row.append(is_number(stage, self.by_row))
        return self.known[stage]

    def taken(self, program, operands, known=()):
        """The numbers here of a program's values, given those of its operands; it adds stages.

        `known` are values that need none: a dict of their numbers here.
        """
        number, known = list(operands), dict(known)
        for stage in program.stages:
            value = len(number)
            number.append(known[value] if value in known else self.add(renumbered(stage, number)))
        return number

    def program(self, name, output, folds_all, indices, names, columns=()):
        stages = tuple(self.stages)
        return RowProgram(
            name, self.params, self.whole, stages, output, folds_all, indices, columns, names
        )
