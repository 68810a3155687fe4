"""Reads a scalar function from its source: checks it node by node, and says what cannot be."""

import ast
import builtins
import types
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .. import scalars
from ..places import place
from .definition import ScalarError, complaint, definition

CASTS = (
    *(bool, int, float, np.bool_, np.float32, np.float64),
    *(np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64),
)
NUMBERS = (bool, int, float, complex, np.number, np.bool_)
STAY_SIMPLE = "numbers, if, while, for over range(...), and calls of scalar functions"
ELSEWHERE = "tensor ops around the function for the rest"
SEVERAL = "return x, y for several values, and tensor ops around the function for the rest"
REMEDIES = {
    **dict.fromkeys(("List", "Dict", "Set", "ListComp", "GeneratorExp"), SEVERAL),
    "Tuple": "one assignment a line; only return may list several values",
    "NamedExpr": "an assignment on a line of its own",
    "For": "for ... in range(...)",
    "Lambda": "a function defined outside, called here",
    "FunctionDef": "a function defined outside, called here",
    "Assert": "to check the arguments before the op is called",
    "Raise": "to check the arguments before the op is called, or return float('nan') as a constant",
}


def unwrap(value):
    """The scalar function behind a jitted function, an op or a foreign name; else the value."""
    value = getattr(value, "py_func", value)
    try:
        return scalars.ALIASES.get(value, value)
    except TypeError:  # not hashable
        return value


@dataclass(frozen=True, eq=False)
class Scalar:
    """A scalar function as data.

    Attributes
    ----------
    name : str
        An identifier; ``lambda_`` for a lambda.
    function : function
        The Python function that was read.
    params : tuple of str
    defaults : mapping of str to number
        The constant that stands for each parameter that a call leaves out.
    node : ast.FunctionDef
        Without docstring, decorators, annotations and defaults; line numbers are the file's.
        Shared by all readers: copy it before changing it.
    where : str
        ``file:line`` of the definition.
    names : mapping of str to object
        What each free name in `node` stands for: a scalar function, a number, or a cast.
    outputs : int
        How many values it returns; a tuple when more than one.
    """

    name: str
    function: types.FunctionType
    params: tuple
    defaults: types.MappingProxyType
    node: ast.FunctionDef
    where: str
    names: types.MappingProxyType
    outputs: int

    @property
    def callees(self):
        """The scalar functions that the text calls, in the order of their names' first use."""
        found = dict.fromkeys(v for v in self.names.values() if isinstance(v, types.FunctionType))
        return tuple(found)

    @cached_property
    def text(self):
        """Its source without comments, docstring and annotations."""
        return ast.unparse(self.node)


class Reader(ast.NodeTransformer):
    """Checks a definition node by node, and replaces dotted names by plain ones."""

    def __init__(self, f):
        self.function, self.names = f, {}
        self.name = f.__name__ if f.__name__.isidentifier() else "lambda_"
        self.source = definition(f)
        self.params = f.__code__.co_varnames[: f.__code__.co_argcount]
        found = [n for n in ast.walk(self.source) if isinstance(n, ast.Name)]
        self.taken = {n.id for n in found} | {*self.params}
        self.local = {n.id for n in found if isinstance(n.ctx, ast.Store)} | {*self.params}

    def where(self, node):
        return place(self.function.__code__.co_filename, node.lineno)

    def refuse(self, node, expected, got, remedy):
        raise ScalarError(complaint(self.where(node), self.name, expected, got, remedy))

    def scalar(self):
        source, defaults = self.source, self.defaults()
        body = source.body
        if isinstance(source, ast.Lambda):
            body = [ast.copy_location(ast.Return(body), body)]
        elif isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            body = body[1:]  # the docstring
        above = "\n" * (source.lineno - 1)
        node = ast.parse(f"{above}def {self.name}({', '.join(self.params)}): return 0").body[0]
        node.body = self.block(body)
        returns = {len(_results(n)) for n in ast.walk(node) if isinstance(n, ast.Return)}
        if _Flow(self).block(node.body, {*self.params}) is not None or not returns:
            self.refuse(source, "a return on every path", "a path without one", "return 0.0")
        if len(returns) > 1:
            self.refuse(source, "as many values at each return", f"{sorted(returns)}", "one tuple")
        frozen = types.MappingProxyType
        return Scalar(
            self.name,
            self.function,
            self.params,
            frozen(defaults),
            node,
            self.where(source),
            frozen(self.names),
            *returns,
        )

    def defaults(self):
        a, values = self.source.args, self.function.__defaults__ or ()
        if a.vararg or a.kwarg or a.kwonlyargs or isinstance(self.source, ast.AsyncFunctionDef):
            self.refuse(self.source, "plain parameters", f"({ast.unparse(a)})", "def f(x, y): ...")
        for value in values:
            if not isinstance(value, NUMBERS):
                self.refuse(self.source, "numbers as defaults", repr(value), "a number")
        return dict(zip(self.params[len(self.params) - len(values) :], values, strict=True))

    def visit(self, node):
        kind = type(node).__name__
        method = getattr(self, f"visit_{kind}", None)
        if method is None:
            text = ast.unparse(node).partition("\n")[0]
            self.refuse(node, STAY_SIMPLE, f"{kind}, {text}", REMEDIES.get(kind, ELSEWHERE))
        return method(node)

    # statements

    def block(self, body):
        done = [self.visit(statement) for statement in body]
        return [s for s in done if s is not None] or [ast.copy_location(ast.Pass(), body[0])]

    def visit_Return(self, node):
        if node.value is None or (isinstance(node.value, ast.Tuple) and len(node.value.elts) < 2):
            self.refuse(node, "a value, or two and more", ast.unparse(node), "return 0.0")
        if isinstance(node.value, ast.Tuple):
            node.value.elts = [self.visit(e) for e in node.value.elts]
        else:
            node.value = self.visit(node.value)
        return node

    def visit_Assign(self, node):
        if len(node.targets) > 1 or not isinstance(node.targets[0], ast.Name):
            self.refuse(node, "assignment to one name", ast.unparse(node), "one assignment a line")
        node.value = self.visit(node.value)
        return node

    def visit_AnnAssign(self, node):
        if node.value is None:
            return None
        return self.visit_Assign(ast.copy_location(ast.Assign([node.target], node.value), node))

    def visit_AugAssign(self, node):
        if not isinstance(node.target, ast.Name):
            self.refuse(node, "assignment to one name", ast.unparse(node), "a plain name")
        node.value = self.visit(node.value)
        return node

    def visit_If(self, node):
        node.test, node.body = self.visit(node.test), self.block(node.body)
        node.orelse = self.block(node.orelse) if node.orelse else []
        return node

    def visit_While(self, node):
        if node.orelse:
            self.refuse(node.orelse[0], "a loop without else", "else", "a flag tested after it")
        return self.visit_If(node)

    def visit_For(self, node):
        call = node.iter
        looping = isinstance(call, ast.Call) and not call.keywords and 1 <= len(call.args) <= 3
        if not (looping and isinstance(call.func, ast.Name) and isinstance(node.target, ast.Name)):
            self.refuse(node, "for over range(...)", ast.unparse(call), REMEDIES["For"])
        if call.func.id in self.local or self.lookup(call.func) is not range:
            self.refuse(node, "for over range(...)", ast.unparse(call), REMEDIES["For"])
        if node.orelse:
            self.refuse(node.orelse[0], "a loop without else", "else", "a flag tested after it")
        self.names[call.func.id] = range
        call.args = [self.visit(a) for a in call.args]
        node.body = self.block(node.body)
        return node

    def visit_Expr(self, node):
        if not isinstance(node.value, ast.Constant):
            self.refuse(node, "a use of the value", ast.unparse(node), "y = ...")

    def visit_Pass(self, node):
        return node

    visit_Break = visit_Continue = visit_Pass

    # expressions

    def visit_Constant(self, node):
        if not isinstance(node.value, NUMBERS):
            self.refuse(node, "a number", repr(node.value), "a number or a bool")
        return node

    def visit_BinOp(self, node):
        if isinstance(node.op, ast.MatMult):
            self.refuse(node, "arithmetic on numbers", "@", "*")
        return self.generic_visit(node)

    def visit_Compare(self, node):
        if any(isinstance(op, ast.Is | ast.IsNot | ast.In | ast.NotIn) for op in node.ops):
            self.refuse(node, "a comparison of numbers", ast.unparse(node), "== or !=")
        return self.generic_visit(node)

    def generic_visit(self, node):
        """An allowed node whose children that are expressions need a visit."""
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.expr):
                setattr(node, field, self.visit(value))
            elif isinstance(value, list) and value and isinstance(value[0], ast.expr):
                setattr(node, field, [self.visit(v) for v in value])
        return node

    visit_UnaryOp = visit_BoolOp = visit_IfExp = generic_visit

    def visit_Call(self, node):
        func, args = node.func, node.args
        if node.keywords or any(isinstance(a, ast.Starred) for a in args):
            self.refuse(node, "arguments by position", ast.unparse(node), "f(x, y)")
        value = self.lookup(func) if isinstance(func, ast.Name | ast.Attribute) else None
        if hasattr(value, "fold"):
            what = "a fold of a row, in a function of rows (rowwise)"
            self.refuse(node, STAY_SIMPLE, ast.unparse(node), what)
        if isinstance(value, types.FunctionType):
            most = value.__code__.co_argcount
            fits = most - len(value.__defaults__ or ()) <= len(args) <= most
        elif isinstance(value, type) and value in CASTS:
            fits = len(args) == 1
        else:
            what = ast.unparse(func)
            self.refuse(node, "a call of a scalar function or a cast", what, ELSEWHERE)
        if not fits:
            count = f"{len(args)} arguments for {ast.unparse(func)}"
            self.refuse(node, "as many arguments as parameters", count, "a call that fits")
        node.func, node.args = self.bind(func, value), [self.visit(a) for a in args]
        return node

    def visit_Name(self, node):
        if isinstance(node, ast.Name) and node.id in self.local:
            return node
        value = self.lookup(node)
        if not isinstance(value, NUMBERS):
            what = f"{ast.unparse(node)}, a {type(value).__name__}"
            self.refuse(node, "a number", what, "a number, frozen when the function is read")
        return self.bind(node, value)

    visit_Attribute = visit_Name

    def bind(self, node, value):
        """A plain name for what a free name or dotted name stands for."""
        name = node.id if isinstance(node, ast.Name) else node.attr
        base, count = name, 0
        while isinstance(node, ast.Attribute) and (
            name in self.taken if name not in self.names else self.names[name] is not value
        ):
            count += 1
            name = f"{base}_{count}"
        self.names[name] = value
        return ast.copy_location(ast.Name(name, ast.Load()), node)

    def lookup(self, node):
        """What a free name or a dotted name stands for, aliases resolved."""
        return unwrap(self.resolve(node))

    def resolve(self, node):
        if isinstance(node, ast.Attribute):
            value = self.resolve(node.value)
            if not hasattr(value, node.attr):
                self.refuse(node, "a known name", ast.unparse(node), "to import or define it")
            return getattr(value, node.attr)
        f = self.function
        if not isinstance(node, ast.Name) or node.id in self.local:
            self.refuse(node, "a name from outside", ast.unparse(node), ELSEWHERE)
        cells = dict(zip(f.__code__.co_freevars, f.__closure__ or (), strict=True))
        try:
            if node.id in cells:
                return cells[node.id].cell_contents
            return f.__globals__[node.id] if node.id in f.__globals__ else vars(builtins)[node.id]
        except (KeyError, ValueError):
            self.refuse(node, "a known name", node.id, "to import or define it first")


def _results(node):
    """The expressions of a return."""
    return node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]


class _Flow:
    """Which names have a value, path by path: None stands for a place that is never reached."""

    def __init__(self, reader):
        self.reader, self.breaks = reader, []

    def block(self, body, known):
        for statement in body:
            if known is not None:
                known = self.after(statement, known)
        return known

    def after(self, node, known):
        """Names that have a value after a statement, given those before it."""
        loop = isinstance(node, ast.While | ast.For)
        for field in ("test", "iter", "value"):
            self.check(getattr(node, field, None), known)
        if isinstance(node, ast.If):
            return _meet(self.block(node.body, known), self.block(node.orelse, known))
        if loop:
            self.breaks.append([])
            target = {node.target.id} if isinstance(node, ast.For) else set()
            self.block(node.body, known | target)
            endless = isinstance(node, ast.While) and _true(node.test)
            return _meet(None if endless else known, *self.breaks.pop())
        if isinstance(node, ast.Break):
            self.breaks[-1].append(known)
        if isinstance(node, ast.AugAssign):
            self.check(node.target, known)
        if isinstance(node, ast.Assign | ast.AugAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            return known | {target.id}
        return None if isinstance(node, ast.Return | ast.Break | ast.Continue) else known

    def check(self, node, known):
        for name in ast.walk(node) if node is not None else ():
            if isinstance(name, ast.Name) and name.id in self.reader.local - known:
                expected = f"a value of {name.id} on every path to this line"
                self.reader.refuse(name, expected, "a path without", f"{name.id} = ... before it")


def _meet(*paths):
    """Names known on all the paths that are reached."""
    reached = [p for p in paths if p is not None]
    return set.intersection(*reached) if reached else None


def _true(test):
    return isinstance(test, ast.Constant) and bool(test.value)
