"""A function of a row, read from its source: stages that map scalar functions, and folds.

    def softmax(x):
        e = exp(x - largest(x))
        return e / total(e)

is `largest`, a subtraction, `exp`, `total`, a division. Values are numbered: the parameters first,
then what each stage gives. A value has one number for each element of a row, or one for the row:
what folds give, and what is made of that alone.
"""

import ast
import types
from dataclasses import dataclass
from functools import cached_property

from ..scalars import folds
from . import reflect
from .derive import function_of
from .statements import assignment, local_names, names_read

STAY_STRAIGHT = "assignments and one return, of scalar functions and folds of a row"
CHOOSE = "y if x > 0 else z, or a scalar function that is called here"


@dataclass(frozen=True)
class Map:
    """A value that is `function(*args)`, element by element or once for the row."""

    function: types.FunctionType
    args: tuple[int, ...]


@dataclass(frozen=True)
class Fold:
    """A value that is the total (or another fold in `scalars/folds.py`) of another, `arg`."""

    kind: str
    arg: int


@dataclass(frozen=True)
class RowProgram:
    """Stages over operands with these names; `whole` tells which have one number for each row.

    With `folds_all` a row gives one number; else a row, of equal elements if `output` is a number.
    """

    name: str
    params: tuple[str, ...]
    whole: tuple[bool, ...]
    stages: tuple[Map | Fold, ...]
    output: int
    folds_all: bool

    @cached_property
    def by_row(self):
        """Of each value: whether it is one number for the row."""
        return by_row(self.whole, self.stages)


def by_row(whole, stages):
    """Of each value: whether it is one number for the row, given this of the parameters."""
    found = list(whole)
    for stage in stages:
        found.append(isinstance(stage, Fold) or all(found[a] for a in stage.args))
    return found


def divided(x, y):
    return x / y


def read(f, whole=()):
    """
    Read a function of a row.

    Parameters
    ----------
    f : function
    whole : tuple of str
        The parameters that have one number for each row.

    Returns
    -------
    RowProgram

    Raises
    ------
    ScalarError
        Naming file, line, function, reason and remedy.
    """
    f = reflect.unwrap(f)
    if not isinstance(f, types.FunctionType):
        got = type(f).__name__
        raise reflect.ScalarError(
            reflect.complaint("-", got, "a function of a row", got, "def f(x): ...")
        )
    scalar = _Reader(f).scalar()
    return _Stages(scalar, whole).program()


class _Reader(reflect.Reader):
    """As of a scalar function, with folds, and without branches and loops."""

    def visit_Call(self, node):
        func, args = node.func, node.args
        if isinstance(func, ast.Name | ast.Attribute):
            value = self.resolve(func) if self.is_free(func) else None
            pair = len(args) > 1  # max(x, y) is of two numbers
            fold = value if hasattr(value, "fold") else None if pair else known_fold(value)
            if fold is not None:
                if node.keywords or len(args) != 1 or isinstance(args[0], ast.Starred):
                    self.refuse(node, "one argument of a fold", ast.unparse(node), "total(x)")
                node.func, node.args = self.bind(func, fold), [self.visit(args[0])]
                return node
        return super().visit_Call(node)

    def is_free(self, node):
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and node.id not in self.local

    def visit_If(self, node):
        kind = type(node).__name__.lower()
        self.refuse(node, STAY_STRAIGHT, kind, CHOOSE)

    visit_While = visit_For = visit_If


def known_fold(value):
    """The fold that a foreign name such as `np.sum` stands for, or None."""
    try:
        return folds.ALIASES.get(value)
    except TypeError:  # not hashable
        return None


class _Stages:
    """Cuts the statements of a function into stages.

    Calls become stages of their own: each device computes a function like exp in its own way.
    What a condition chooses stays whole: its branches are not to be computed (and derived) alone.
    """

    def __init__(self, scalar, whole):
        self.scalar, self.whole = scalar, tuple(p in whole for p in scalar.params)
        self.stages = []
        self.values = {name: k for k, name in enumerate(scalar.params)}
        self.fresh = 0
        self.taken = {*scalar.names, *local_names(scalar.node), *scalar.params}

    def program(self):
        *body, last = self.scalar.node.body
        if self.scalar.outputs > 1:
            self.refuse(last, "one value", f"{self.scalar.outputs} values", "an op for each")
        for statement in body:
            name, expression = assignment(statement)
            self.values[name] = self.value(expression)
        output = self.value(last.value)
        scalar, stages = self.scalar, tuple(self.stages)
        folds_all = by_row(self.whole, stages)[output]
        return RowProgram(scalar.name, scalar.params, self.whole, stages, output, folds_all)

    def refuse(self, node, expected, got, remedy):
        where = f"{self.scalar.where.rpartition(':')[0]}:{node.lineno}"
        raise reflect.ScalarError(
            reflect.complaint(where, self.scalar.name, expected, got, remedy)
        )

    def add(self, stage):
        self.stages.append(stage)
        return len(self.scalar.params) + len(self.stages) - 1

    def value(self, e):
        """The number of the value of an expression."""
        if isinstance(e, ast.Name) and e.id in self.values:
            return self.values[e.id]
        if isinstance(e, ast.Call) and isinstance(self.meaning(e), types.FunctionType):
            return self.called(e)
        return self.mapped(self.lifted(e, inside=False))

    def meaning(self, call):
        return self.scalar.names.get(call.func.id)

    def called(self, e):
        function = self.meaning(e)
        if hasattr(function, "fold"):
            arg = self.value(e.args[0])
            if function is folds.mean:
                total, count = self.add(Fold("total", arg)), self.add(Fold("count", arg))
                return self.add(Map(divided, (total, count)))
            return self.add(Fold(function.fold, arg))
        given = self.scalar.names, len(e.args), function.__code__.co_argcount
        if given[1] < given[2] or any(isinstance(a, ast.Constant) for a in e.args):
            return self.mapped(ast.Call(e.func, [self.lifted(a, False) for a in e.args], []))
        return self.add(Map(function, tuple(self.value(a) for a in e.args)))

    def lifted(self, e, inside):
        """An expression in which folds, and calls that are not `inside` a choice, are names."""

        class Lift(ast.NodeTransformer):
            def visit_Call(lift, node):
                function = self.meaning(node)
                fold = hasattr(function, "fold")
                if fold or (isinstance(function, types.FunctionType) and not inside):
                    return self.named(self.value(node))
                return lift.generic_visit(node)

            def visit_BinOp(lift, node):
                node = lift.generic_visit(node)
                power = isinstance(node.op, ast.Pow) and not inside  # a call like others
                return self.named(self.mapped(node)) if power else node

            def visit_IfExp(lift, node):
                return node if inside else self.named(self.mapped(self.lifted(node, True)))

            visit_BoolOp = visit_IfExp

        if inside:
            e = type(e)(**dict(ast.iter_fields(e)))
            return Lift().generic_visit(e)
        return Lift().visit(e)

    def named(self, value):
        """A new name for a value."""
        while f"v{self.fresh}" in self.taken:
            self.fresh += 1
        name = f"v{self.fresh}"
        self.taken.add(name)
        self.values[name] = value
        return ast.Name(name, ast.Load())

    def mapped(self, e):
        """The value of an expression that is one scalar function of values at hand."""
        params = [n for n in self.values if n in names_read(e)]
        if isinstance(e, ast.Name):
            return self.values[e.id] if e.id in self.values else self.constant(e)
        if not params:
            return self.constant(e)
        names = {n: m for n, m in self.scalar.names.items() if n in names_read(e)}
        function = function_of(f"{self.scalar.name}_stage", params, {}, [ast.Return(e)], names)
        return self.add(Map(function, tuple(self.values[n] for n in params)))

    def constant(self, e):
        names = {n: m for n, m in self.scalar.names.items() if n in names_read(e)}
        function = function_of(f"{self.scalar.name}_stage", [], {}, [ast.Return(e)], names)
        return self.add(Map(function, ()))
