"""The gradient of a function of a row: another one, by reverse mode over its stages.

What a fold takes in gets the gradient of its result; what a stage spreads over the elements gets
the total of theirs. Each stage's scalar function has a derived derivative.
"""

from .derive import derive, pullback
from .row_program import Fold, Map, Pick, Place, Values, pruned
from .rows import divided


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


def there(g, place, at):
    return g if place == at else 0.0


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
        self.forward, count = program, len(program.params)
        g = "g"
        while g in program.params:
            g += "g"
        self.given = Values((*program.params, g), (*program.whole, program.folds_all))
        self.add = self.given.add
        self.values = self.given.taken(program, range(count))  # the new numbers

    def gradient(self, index):
        """The value that is the gradient by an operand."""
        forward, count = self.forward, len(self.forward.params)
        spread = forward.by_row[forward.output] and not forward.folds_all
        incoming = {forward.output: self.add(Fold("total", count)) if spread else count}
        varies = {index}
        for number, stage in enumerate(forward.stages, count):
            if not varies.isdisjoint(stage.args):
                varies.add(number)
        for number in range(count + len(forward.stages) - 1, count - 1, -1):
            if number not in incoming or number not in varies:
                continue
            stage, g = forward.stages[number - count], incoming[number]
            if isinstance(stage, Fold):
                self.through_fold(stage, number, g, incoming)
                continue
            if isinstance(stage, Pick):
                self.through_pick(stage, g, incoming)
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

    def through_pick(self, stage, g, incoming):
        if not self.forward.by_row[stage.arg]:
            place = self.add(Place(self.values[stage.arg]))
            g = self.add(Map(there, (g, place, self.values[stage.at])))
        self.accumulate(incoming, stage.arg, g)

    def program(self, output, index):
        """The stages that an output needs, with the operands that they read after `g`."""
        forward, count = self.forward, len(self.forward.params)
        name = f"{forward.name}_grad_{forward.params[index]}"
        indices = (*forward.indices, False)
        program = self.given.program(name, output, forward.whole[index], indices, {})
        found = pruned(program, count)
        if all(found.whole):  # one at least tells how long rows are
            rows = [k for k in range(count) if not forward.whole[k]]
            found = pruned(program, count, [index] if index in rows else rows[:1])
        return found
