"""What of a row waits in memory, and where: the plan by which `row_text` writes a row program.

What functions like exp give is computed for many elements at once and waits, in memory near by or
in the result; all else is computed where it is used, as arithmetic on operands, on what waits and
on numbers of the row: in registers.
"""

import ast
import itertools

from ..language import reflect
from ..work.row_stages import Passes

LONGEST = 64  # nodes of an expression that is computed in registers


class Memory:
    """
    Of the values of a RowProgram: those that wait.

    Attributes
    ----------
    passes : Passes
    stored : set of int
        Element-wise values that wait.
    hosted : set of int
        The one of these that waits in the result, if there is one.
    near : dict of int to (int or None)
        Where stored values wait: the number of a place near by, or None for the result.
    """

    def __init__(self, program, classes):
        self.program, self.classes = program, classes
        self.passes = Passes(program, classes)
        self.whole, self.output = self.passes.whole, program.output
        self.stored = self._stored()
        self.first_pass = {}
        for number in range(self.passes.count):
            for value in self.needed(number, ()):
                self.first_pass.setdefault(value, number)
        self.hosted = self._hosted()
        self.near = self._places()

    def _stored(self):
        """What functions like exp give, what they take in where that needs the row, and what no
        fold in registers can compute."""
        passes = self.passes
        stored = {v for v in passes.visited() if not self.whole[v] and passes.is_heavy(v)}
        for value in sorted(stored):
            stored.update(
                a for a in passes.args(value) if not self.whole[a] and not self.flat(a, stored)
            )
        for stage in passes.folds.values():
            if self.arithmetic(stage.arg, stored) is None:
                stored.add(stage.arg)
        return stored

    def flat(self, value, stored, top=True):
        """Whether a value is made of dense operands and stored values alone, without the row."""
        if value in stored and not top:
            return True
        if self.whole[value]:
            return value >= self.passes.inputs and not self.passes.args(value)
        if self.passes.is_place(value):
            return False
        if value < self.passes.inputs:
            return self.classes[value] == "dense"
        return all(self.flat(a, stored, False) for a in self.passes.args(value))

    def needed(self, number, hosted):
        """The stored values of a pass, in their order; hosted ones of earlier passes are there."""

        def known(value):
            return self.whole[value] or (value in hosted and self.first_pass[value] < number)

        reached = self.passes.reached(self.passes.targets(number), known)
        return [v for v in reached if v in self.stored and not known(v)]

    def _hosted(self):
        """The result, or what the last pass reads from it: best what other passes need, too."""
        if self.program.folds_all or self.whole[self.output]:
            return set()
        if self.output in self.stored:
            return {self.output}
        last = self.needed(self.passes.count - 1, ())
        last = [v for v in last if self.passes.is_heavy(v)]
        return {min(last, key=lambda v: self.first_pass[v])} if last else set()

    def _places(self):
        near, fresh, taken = {}, itertools.count(), set()
        for value in sorted(self.stored, reverse=True):
            over = self._only_reader(value)
            if value in self.hosted:
                near[value] = None
            elif over in near and over not in taken:  # it is computed in the place of this one
                taken.add(over)
                near[value] = near[over]
            else:
                near[value] = next(fresh)
        return near

    def _only_reader(self, value):
        """The stored value that alone reads this one, or None."""
        if value in self.program.columns:
            return None
        readers = [v for v in self.passes.visited() if value in self.passes.args(v)]
        return readers[0] if len(readers) == 1 and readers[0] in self.stored else None

    def leaf(self, top):
        """Tells the values that stand at hand where `top` is computed for an element."""
        return lambda v: self.whole[v] or (v in self.stored and v != top)

    def arithmetic(self, value, stored):
        """A value as arithmetic on operands, stored values and numbers of the row; or None."""
        e = self._arithmetic(value, stored)
        return e if e is not None and sum(1 for _ in ast.walk(e)) <= LONGEST else None

    def _arithmetic(self, value, stored):
        if value < self.passes.inputs or self.whole[value] or value in stored:
            return ast.Name(f"v{value}", ast.Load())
        stage = self.passes.stage(value)
        if self.passes.is_place(value) or reflect.supplied(stage.function):
            return None
        scalar = reflect.read(stage.function)
        statement = scalar.node.body[0]
        if len(scalar.node.body) != 1 or not isinstance(statement, ast.Return):
            return None
        args = {}
        for name, arg in zip(scalar.params, stage.args, strict=True):
            args[name] = self._arithmetic(arg, stored)
            if args[name] is None:
                return None
        return _pasted(statement.value, args, scalar.names)


def _pasted(e, args, names):
    """An expression with its parameters replaced; None if it is more than arithmetic."""
    match e:
        case ast.Name(name) if name in args:
            return args[name]
        case ast.Name(name) if isinstance(names.get(name), int | float):
            return ast.Constant(float(names[name]))
        case ast.Constant(number) if isinstance(number, int | float):
            return ast.Constant(float(number))
        case ast.UnaryOp(ast.USub(), operand):
            operand = _pasted(operand, args, names)
            return operand and ast.UnaryOp(ast.USub(), operand)
        case ast.BinOp(left, ast.Add() | ast.Sub() | ast.Mult() | ast.Div() as op, right):
            left, right = _pasted(left, args, names), _pasted(right, args, names)
            return left and right and ast.BinOp(left, op, right)
    return None
