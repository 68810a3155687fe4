"""A function of a row, read from its source: stages that map scalar functions, and folds.

    def softmax(x):
        e = exp(x - largest(x))
        return e / total(e)

is `largest`, a subtraction, `exp`, `total`, a division: a `RowProgram`, see `row_program.py`.

A fold in a branch of a choice between numbers of the row is taken only in rows that choose it.
"""

import ast
import types

from ..scalars import folds
from . import reflect
from .derive import function_of
from .row_program import Fold, Map, Pick, Place, Values, pruned
from .statements import assignment, local_names, names_read

STAY_STRAIGHT = "assignments and one return, of scalar functions and folds of a row"
CHOOSE = "y if x > 0 else z, or a scalar function that is called here"


def divided(x, y):
    return x / y


def otherwise(x):
    return 0.0 if x else 1.0


def both(x, y):
    return 1.0 if x and y else 0.0


def read(f, whole=(), indices=()):
    """
    Read a function of a row.

    Parameters
    ----------
    f : function
    whole : tuple of str
        The parameters that have one number for each row.
    indices : tuple of str
        Those of them that are integers, beside the ones that elements are picked by.

    Returns
    -------
    RowProgram

    Raises
    ------
    ScalarError
        Naming file, line, function, reason and remedy.
    """
    scalar, indices = _scalar(f, indices)
    params = scalar.params
    given = Values(params, tuple([p in whole or p in indices for p in params]))
    stages = _Stages(scalar, given, {name: k for k, name in enumerate(params)})
    output = stages.run()
    found = tuple([p in indices for p in params])
    names = {n: v for n, v in stages.values.items() if n not in stages.fresh and n not in params}
    return given.program(scalar.name, output, given.by_row[output], found, names)


def read_gradient(f, program, saved=()):
    """
    Read a written gradient of a RowProgram: a function `(g, ...)` of its operands, of `out`, and of
    what its function calls its values; those of `saved` names are operands, too.

    Returns
    -------
    RowProgram
        Of the incoming gradient and the operands that it needs.
    """
    scalar, _ = _scalar(f, ())
    g, *others = scalar.params
    params = (*program.params, g, "out", *saved)
    given = Values(params, (*program.whole, *[program.folds_all] * 2, *[True] * len(saved)))
    count = len(program.params)
    there = {program.names[name]: count + 2 + k for k, name in enumerate(saved)}
    moved = given.taken(program, range(count), there)
    known = {n: moved[v] for n, v in program.names.items()} | {"out": count + 1, g: count}
    known |= {name: k for k, name in enumerate(program.params)}
    for name in others:
        if name not in known:
            raise KeyError(name)
    stages = _Stages(scalar, given, {name: known[name] for name in scalar.params})
    output = stages.run()
    indices = (*program.indices, *[False] * (2 + len(saved)))
    gradient = given.program(scalar.name, output, given.by_row[output], indices, {})
    return pruned(gradient, count)


def merged(program, others):
    """A RowProgram that gives its own result, and the column totals of others' results.

    All have an incoming gradient as their first operand, and further ones of the same names.
    """
    first, columns = program.params[0], []
    every = [program, *others]
    params = {first: False}
    for each in every:
        params |= {name: each.indices[k] for k, name in enumerate(each.params) if k}
    whole = {n: w for each in every for n, w in zip(each.params, each.whole, strict=True)}
    given = Values(params, tuple([whole[name] for name in params]))
    place = {name: k for k, name in enumerate(params)}
    for each in every:
        moved = given.taken(each, [0, *(place[name] for name in each.params[1:])])
        columns.append(moved[each.output])
    output, *columns = columns
    indices = tuple(params.values())
    return given.program(program.name, output, program.folds_all, indices, {}, tuple(columns))


def _scalar(f, indices):
    """A function of a row as `reflect` reads one of numbers, and the names of its indices."""
    f = reflect.unwrap(f)
    if not isinstance(f, types.FunctionType):
        got = type(f).__name__
        raise reflect.ScalarError(
            reflect.complaint("-", got, "a function of a row", got, "def f(x): ...")
        )
    reader = _Reader(f)
    scalar = reader.scalar()
    return scalar, {*indices, *reader.indices}


class _Reader(reflect.Reader):
    """As of a scalar function, with folds and picks, and without branches and loops."""

    def __init__(self, f):
        super().__init__(f)
        self.indices = set()

    def visit_Subscript(self, node):
        index = node.slice
        if isinstance(index, ast.Name) and index.id in self.params:
            self.indices.add(index.id)
        elif not (isinstance(index, ast.Constant) and type(index.value) is int):
            self.refuse(node, "a parameter or a number as index", ast.unparse(node), "x[k], x[0]")
        node.value = self.visit(node.value)
        return node

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

    def __init__(self, scalar, given, values):
        self.scalar, self.given, self.values = scalar, given, values
        self.when = None  # the choice in whose branch this is
        self.fresh = set()
        self.taken = {*scalar.names, *local_names(scalar.node), *values}

    def run(self):
        """The value that the function returns."""
        *body, last = self.scalar.node.body
        if self.scalar.outputs > 1:
            self.refuse(last, "one value", f"{self.scalar.outputs} values", "an op for each")
        for statement in body:
            name, expression = assignment(statement)
            self.values[name] = self.value(expression)
        return self.value(last.value)

    def refuse(self, node, expected, got, remedy):
        where = f"{self.scalar.where.rpartition(':')[0]}:{node.lineno}"
        raise reflect.ScalarError(
            reflect.complaint(where, self.scalar.name, expected, got, remedy)
        )

    def value(self, e):
        """The number of the value of an expression."""
        if isinstance(e, ast.Name) and e.id in self.values:
            return self.values[e.id]
        if isinstance(e, ast.Call) and isinstance(self.meaning(e), types.FunctionType):
            return self.called(e)
        if isinstance(e, ast.Subscript):
            return self.picked(e)
        return self.mapped(self.lifted(e, inside=False))

    def meaning(self, call):
        return self.scalar.names.get(call.func.id)

    def called(self, e):
        function, add = self.meaning(e), self.given.add
        if hasattr(function, "fold"):
            arg = self.value(e.args[0])
            if function is folds.place:
                return add(Place(arg))
            if function is folds.mean:
                total, count = add(Fold("total", arg, self.when)), add(Fold("count", arg))
                return add(Map(divided, (total, count)))
            return add(Fold(function.fold, arg, None if function is folds.count else self.when))
        fewer = len(e.args) < function.__code__.co_argcount
        if fewer or any(isinstance(a, ast.Constant) for a in e.args):
            return self.mapped(ast.Call(e.func, [self.lifted(a, False) for a in e.args], []))
        return add(Map(function, tuple(self.value(a) for a in e.args)))

    def picked(self, e):
        at = self.values[e.slice.id] if isinstance(e.slice, ast.Name) else self.mapped(e.slice)
        return self.given.add(Pick(self.value(e.value), at))

    def lifted(self, e, inside):
        """An expression in which folds, and calls that are not `inside` a choice, are names."""

        class Lift(ast.NodeTransformer):
            def visit_Call(lift, node):
                function = self.meaning(node)
                fold = hasattr(function, "fold")
                if fold or (isinstance(function, types.FunctionType) and not inside):
                    return self.named(self.value(node))
                return lift.generic_visit(node)

            def visit_Subscript(lift, node):
                return self.named(self.picked(node))

            def visit_BinOp(lift, node):
                node = lift.generic_visit(node)
                power = isinstance(node.op, ast.Pow) and not inside  # a call like others
                return self.named(self.mapped(node)) if power else node

            def visit_IfExp(lift, node):
                found = self.chosen(node)
                return found if inside else self.named(self.mapped(found))

            def visit_BoolOp(lift, node):
                found = self.lifted(node, True)
                return found if inside else self.named(self.mapped(found))

        if inside:
            e = type(e)(**dict(ast.iter_fields(e)))
            return Lift().generic_visit(e)
        return Lift().visit(e)

    def chosen(self, e):
        """A choice that stays whole, in whose branches folds are taken only if these are chosen."""
        before, test = self.when, self.lifted(ast.Expr(e.test), True).value
        ways = None, None
        if self.folds(e.body) or self.folds(e.orelse):
            condition = self.mapped(test)
            if self.given.by_row[condition]:
                test = self.named(condition)
                ways = condition, self.given.add(Map(otherwise, (condition,)))
        branches = []
        for branch, way in zip((e.body, e.orelse), ways, strict=True):
            if way is not None:
                self.when = way if before is None else self.given.add(Map(both, (before, way)))
            branches.append(self.lifted(ast.Expr(branch), True).value)
            self.when = before
        return ast.IfExp(test, *branches)

    def folds(self, e):
        """Whether an expression has folds."""
        calls = [n for n in ast.walk(e) if isinstance(n, ast.Call)]
        return any(hasattr(self.meaning(call), "fold") for call in calls)

    def named(self, value):
        """A new name for a value."""
        k = len(self.fresh)
        while f"v{k}" in self.taken:
            k += 1
        name = f"v{k}"
        self.taken.add(name)
        self.fresh.add(name)
        self.values[name] = value
        return ast.Name(name, ast.Load())

    def mapped(self, e):
        """The value of an expression that is one scalar function of values at hand, or of none."""
        if isinstance(e, ast.Name) and e.id in self.values:
            return self.values[e.id]
        read = names_read(e)
        params = [n for n in self.values if n in read]
        names = {n: m for n, m in self.scalar.names.items() if n in read}
        function = function_of(f"{self.scalar.name}_stage", params, {}, [ast.Return(e)], names)
        return self.given.add(Map(function, tuple(self.values[n] for n in params)))
