"""The gradient of a function of a row: another one, by reverse mode over its stages.

What a fold takes in gets the gradient of its result; what a stage spreads over the elements gets
the total of theirs. Each stage's scalar function has a derived derivative.
"""

from .derive import derive, pullback
from .rows import Fold, Map, RowProgram, divided


def added(x, y):
    return x + y


def negated(x):
    return -x


def times(x, y):
    return x * y


def equals(x, y):
    return 1.0 if x == y else 0.0


def zero():
    return 0.0


def gradient(program, index):
    """
    The gradient of a RowProgram by its operand number `index`.

    Returns
    -------
    RowProgram
        Of the incoming gradient, and the operands that it needs, by their names.
    """
    reverse = _Reverse(program)
    return reverse.program(reverse.gradient(index), index)


class _Reverse:
    """The stages of a program, followed by those of gradients."""

    def __init__(self, program):
        self.forward = program
        count = len(program.params)
        self.whole = [*program.whole, program.folds_all]  # the incoming gradient stands last
        self.stages, self.by_row = [], list(self.whole)
        self.values = list(range(count))  # of the forward stages, in the new numbers
        for stage in program.stages:
            self.values.append(self.add(self.moved(stage)))

    def moved(self, stage):
        if isinstance(stage, Fold):
            return Fold(stage.kind, self.values[stage.arg])
        return Map(stage.function, tuple(self.values[a] for a in stage.args))

    def add(self, stage):
        self.stages.append(stage)
        whole = isinstance(stage, Fold) or all(self.by_row[a] for a in stage.args)
        self.by_row.append(whole)
        return len(self.by_row) - 1

    def gradient(self, index):
        """The value that is the gradient by an operand."""
        forward, count = self.forward, len(self.forward.params)
        spread = forward.by_row[forward.output] and not forward.folds_all
        incoming = {forward.output: self.add(Fold("total", count)) if spread else count}
        varies = {index}
        for number, stage in enumerate(forward.stages, count):
            args = (stage.arg,) if isinstance(stage, Fold) else stage.args
            if not varies.isdisjoint(args):
                varies.add(number)
        for number in range(count + len(forward.stages) - 1, count - 1, -1):
            if number not in incoming or number not in varies:
                continue
            stage, g = forward.stages[number - count], incoming[number]
            if isinstance(stage, Fold):
                self.through_fold(stage, number, g, incoming)
                continue
            for place, arg in enumerate(stage.args):
                part = self.through_map(stage, place, g) if arg in varies else None
                if part is None:
                    continue
                if forward.by_row[arg] and not forward.by_row[number]:
                    part = self.add(Fold("total", part))
                self.accumulate(incoming, arg, part)
        if index not in incoming:
            return self.add(Map(zero, ()))
        return incoming[index]

    def accumulate(self, incoming, value, part):
        known = incoming.get(value)
        incoming[value] = part if known is None else self.add(Map(added, (known, part)))

    def through_map(self, stage, place, g):
        """The share of one argument, or None if there is none."""
        constant = derive(stage.function, place).constant
        if constant == 0:
            return None
        if constant == 1:
            return g
        if constant == -1:
            return self.add(Map(negated, (g,)))
        pull = pullback(stage.function, place)
        names = stage.function.__code__.co_varnames
        used = (self.values[stage.args[names.index(name)]] for name in pull.params)
        return self.add(Map(pull, (g, *used)))

    def through_fold(self, stage, number, g, incoming):
        if stage.kind in ("count", "shift"):
            return
        if stage.kind != "total":  # shared by all elements that are the extreme
            arg = self.values[stage.arg]
            mask = self.add(Map(equals, (arg, self.values[number])))
            ties = self.add(Fold("total", mask))
            g = self.add(Map(times, (mask, self.add(Map(divided, (g, ties))))))
        if self.forward.by_row[stage.arg]:
            g = self.add(Fold("total", g))
        self.accumulate(incoming, stage.arg, g)

    def program(self, output, index):
        """The stages that an output needs, with the operands that they read after `g`."""
        count = len(self.whole)
        needed, stack = set(), [output]
        while stack:
            value = stack.pop()
            if value in needed:
                continue
            needed.add(value)
            if value >= count:
                stage = self.stages[value - count]
                stack += (stage.arg,) if isinstance(stage, Fold) else stage.args
        if all(self.whole[k] for k in needed if k < count):  # one at least tells how long rows are
            rows = [k for k in range(count - 1) if not self.whole[k]]
            needed.update([index] if index in rows else rows[:1])
        kept = [count - 1, *(k for k in range(count - 1) if k in needed)]
        number = {old: new for new, old in enumerate(kept)}
        g = "g"
        while g in self.forward.params:
            g += "g"
        params, stages = [*self.forward.params, g], []
        for old, stage in enumerate(self.stages, count):
            if old in needed:
                number[old] = len(kept) + len(stages)
                if isinstance(stage, Fold):
                    stages.append(Fold(stage.kind, number[stage.arg]))
                else:
                    stages.append(Map(stage.function, tuple(number[a] for a in stage.args)))
        params = tuple(params[k] for k in kept)
        whole = tuple(self.whole[k] for k in kept)
        name = f"{self.forward.name}_grad_{self.forward.params[index]}"
        folds_all = self.forward.whole[index]
        return RowProgram(name, params, whole, tuple(stages), number[output], folds_all)
