"""A row program in passes over its elements: what both devices' writers ask of one."""

from ..language import reflect
from ..language.row_program import Fold, Map, Pick, Place, by_row
from .reducers import add, larger, smaller
from .spaces import itemsize

FOLDS = {  # how two numbers go together, and what none is
    "total": (add, 0.0),
    "largest": (larger, float("-inf")),
    "shift": (larger, float("-inf")),
    "smallest": (smaller, float("inf")),
}


def type_of(kind):
    """The dtype of an operand of this class as kernels name it, or None: that of all others."""
    return f"np.{kind.partition(' ')[2]}" if " " in kind else None


def size_of(kind, dtype):
    """The bytes of an element of an operand of this class, where others are of `dtype`."""
    return itemsize(kind.partition(" ")[2] or dtype)


def grouped(program, rows, most):
    """The rows of an item, and how many items: with columns, at most so many, which sum theirs."""
    group = max(8, -(-rows // most)) if program.columns else 1
    return group, -(-rows // group)


def moved_bytes(program, dtype, rows, n, classes, steps, items):
    """Bytes that are read and written, those of a row that others share but once."""
    read = sum(
        (1 if kind.startswith("zero") else n) * (rows if step else 1) * size_of(kind, dtype)
        for kind, step in zip(classes, steps, strict=True)
    )
    result = (rows if program.folds_all else rows * n) + rows * len(program.saved)
    return read + (result + len(program.columns) * items * n) * itemsize(dtype)


class Passes:
    """
    When the values of a RowProgram are computed, over operands of certain classes.

    A pass goes through the elements of a row, for the folds whose argument is known by then; the
    last one gives the result. What one pass found for the row, the next one may use.

    Parameters
    ----------
    program : RowProgram
    classes : tuple of str
        Per operand: "dense" or "rows" if its elements lie side by side (rows too, if dense), "zero"
        if it has one element for a row; of another dtype than all others: "zero int64".

    Attributes
    ----------
    whole : list of bool
        Of each value: whether it is one number for the row.
    depth : list of int
        Of each value: the first pass in which it can be computed.
    count : int
        Of passes.
    """

    def __init__(self, program, classes):
        self.program, self.inputs = program, len(program.params)
        self.whole = by_row([kind.startswith("zero") for kind in classes], program.stages)
        self.depth = [0] * self.inputs
        for stage in program.stages:
            before = max([self.depth[a] for a in stage.args], default=0)
            if isinstance(stage, Fold):
                self.depth.append(before + 1 if stage.kind != "count" else 0)
            else:
                self.depth.append(before)
        reached = self.reached(program.results)
        folds = {v: self.stage(v) for v in reached if self.is_fold(v)}
        self.folds = {v: s for v, s in sorted(folds.items()) if s.kind != "count"}
        self.count = max([self.depth[v] for v in self.folds], default=0) + 1

    def stage(self, value):
        """The stage that computes a value, or None for an operand."""
        return self.program.stages[value - self.inputs] if value >= self.inputs else None

    def is_fold(self, value):
        return isinstance(self.stage(value), Fold)

    def is_pick(self, value):
        return isinstance(self.stage(value), Pick)

    def is_place(self, value):
        return isinstance(self.stage(value), Place)

    def is_heavy(self, value):
        """Whether a stage calls a function like exp."""
        stage = self.stage(value)
        return isinstance(stage, Map) and reflect.heavy(stage.function)

    def args(self, value):
        """The values of which a value is made."""
        stage = self.stage(value)
        return () if stage is None else stage.args

    def reached(self, values, stop=lambda v: False):
        """What these values are made of, and they themselves, in the order of the stages."""
        found, stack = set(), list(values)
        while stack:
            value = stack.pop()
            if value not in found:
                found.add(value)
                stack += () if stop(value) else self.args(value)
        return sorted(found)

    def folds_of(self, number):
        """The folds of a pass: value -> stage."""
        return {v: s for v, s in self.folds.items() if self.depth[v] == number + 1}

    def choices_of(self, number):
        """The folds of a pass by the number of the row that says when they are taken, or None."""
        found = {}
        for v, stage in self.folds_of(number).items():
            found.setdefault(stage.when, {})[v] = stage
        return found

    def targets(self, number):
        """The values that a pass is about: arguments of its folds, or the results."""
        if number == self.count - 1:
            return list(self.program.results)
        return [stage.arg for stage in self.folds_of(number).values()]

    def visited(self):
        """The values that are computed for all elements of a row, and the numbers they read."""
        found = set()
        for number in range(self.count):
            found.update(self.reached(self.targets(number), lambda v: self.whole[v]))
        return sorted(found)

    def numbers(self, wanted, waits=lambda v: False):
        """The numbers of the row that `wanted` values read, in the order of the stages.

        Elements that wait tell of none; those that are picked are computed where they are picked.
        """
        found, stack = set(), [(v, False) for v in wanted]
        while stack:
            value, picked = stack.pop()
            if (value, picked) in found or (waits(value) and not picked and value not in wanted):
                continue
            found.add((value, picked))
            if not self.is_fold(value):
                stack += [(a, picked or self.is_pick(value)) for a in self.args(value)]
        return sorted({v for v, _ in found if self.whole[v]})
