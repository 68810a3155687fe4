"""Scalar functions of complex numbers: which formulas take them, and as what text.

A formula takes complex numbers if all that it calls has a form by parts (`scalars.PARTS`) or takes
them itself, and if it orders real numbers only. Its text for a complex dtype is its own: literals
become real numbers, a quotient and a power call what is written for parts.

What gives the gradient of a function is a formula of the derivative, which conjugates some of its
operands and its result, see `pulled`: so one text serves real and complex numbers, to any order.
"""

import ast
import functools

from .. import scalars
from ..places import place
from ..scalars import parts
from . import reflect
from .definition import ScalarError, complaint

REALS = {"complex64": "float32", "complex128": "float64"}
ORDERED = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
TURNING = {scalars.absolute, scalars.fabs, scalars.angle, scalars.conj, scalars.real,
           scalars.imag, scalars.sgn}  # fmt: skip
REAL, COMPLEX = "a real number", "a complex number"
INSTEAD = "real numbers, or abs(), scalars.real() and scalars.imag()"


@functools.lru_cache(maxsize=4096)
def refusal(function):
    """Why a scalar function does not take complex numbers; None if it does."""
    try:
        if hasattr(function, "pulls"):
            _derivable(function.pulls)
        result_of(function)
    except ScalarError as error:
        return str(error)
    return None


def _derivable(function):
    """Refuse a formula without a derivative in the complex sense, where none is written for it."""
    turning = _turning(function)
    if turning:
        where = place(function.__code__.co_filename, function.__code__.co_firstlineno)
        got = f"{', '.join(sorted(turning))}, whose derivative depends on the direction"
        wanted = "a formula with a complex derivative"
        raise ScalarError(complaint(where, function.__name__, wanted, got, "grad=..., or ops"))


@functools.lru_cache(maxsize=4096)
def _turning(function):
    """The functions without a complex derivative that the result of a formula depends on."""
    if function in TURNING:
        return frozenset([function.__name__])
    if function in parts.PARTS:
        return frozenset()
    kinds = _Kinds(reflect.read(function))
    kinds.result()
    return frozenset(kinds.turning)


@functools.lru_cache(maxsize=4096)
def result_of(function):
    """Whether the result for complex operands is REAL or COMPLEX.

    Raises
    ------
    ScalarError
        If it takes none: it names the place and the reason.
    """
    if function in parts.PARTS:
        return REAL if function in parts.REAL or function in parts.BOOLS else COMPLEX
    if reflect.supplied(function) or hasattr(function, "implementations"):
        where = place(function.__code__.co_filename, function.__code__.co_firstlineno)
        what = complaint(where, function.__name__, "real numbers", "complex ones", INSTEAD)
        raise ScalarError(what)
    return _Kinds(reflect.read(function)).result()


class _Kinds(ast.NodeVisitor):
    """Finds what each expression of a formula is, if its parameters are complex."""

    def __init__(self, scalar):
        self.scalar = scalar
        self.kinds = dict.fromkeys(scalar.params, COMPLEX)
        self.results, self.turning = set(), set()

    def result(self):
        before = None
        while before != self.kinds:  # what a loop makes complex late is so from its beginning
            before = dict(self.kinds)
            for statement in self.scalar.node.body:
                self.visit(statement)
        return COMPLEX if COMPLEX in self.results else REAL

    def refuse(self, node, got):
        line = getattr(node, "lineno", self.scalar.node.lineno)
        where = f"{self.scalar.where.rpartition(':')[0]}:{line}"
        what = "a formula for complex numbers"
        raise ScalarError(complaint(where, self.scalar.name, what, got, INSTEAD))

    def meet(self, name, kind):
        self.kinds[name] = COMPLEX if COMPLEX in (kind, self.kinds.get(name, kind)) else REAL

    def visit_Assign(self, node):
        self.meet(node.targets[0].id, self.visit(node.value))

    def visit_AugAssign(self, node):
        self.meet(node.target.id, self.visit(ast.BinOp(node.target, node.op, node.value)))

    def visit_For(self, node):
        self.meet(node.target.id, REAL)
        for each in (*node.iter.args, *node.body):
            self.visit(each)

    def visit_Return(self, node):
        values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        self.results |= {self.visit(value) for value in values}

    def visit_Constant(self, node):
        return COMPLEX if isinstance(node.value, complex) else REAL

    def visit_Name(self, node):
        meaning = self.scalar.names.get(node.id)
        return self.kinds.get(node.id, COMPLEX if isinstance(meaning, complex) else REAL)

    def visit_UnaryOp(self, node):
        kind = self.visit(node.operand)
        if isinstance(node.op, ast.Invert):
            self.refuse(node, "~")
        return REAL if isinstance(node.op, ast.Not) else kind

    def visit_BoolOp(self, node):
        for value in node.values:
            self.visit(value)
        return REAL

    def visit_BinOp(self, node):
        kinds = {self.visit(node.left), self.visit(node.right)}
        if COMPLEX not in kinds:
            return REAL
        if not isinstance(node.op, ast.Add | ast.Sub | ast.Mult | ast.Div | ast.Pow):
            self.refuse(node, ast.unparse(node))
        return COMPLEX

    def visit_Compare(self, node):
        kinds = {self.visit(side) for side in (node.left, *node.comparators)}
        if COMPLEX in kinds and any(isinstance(op, ORDERED) for op in node.ops):
            self.refuse(node, f"{ast.unparse(node)}, an order")
        return REAL

    def condition(self, node):
        """What only decides does not count for derivatives."""
        before = set(self.turning)
        self.visit(node)
        self.turning = before

    def visit_If(self, node):
        self.condition(node.test)
        for each in (*node.body, *node.orelse):
            self.visit(each)

    visit_While = visit_If

    def visit_IfExp(self, node):
        self.condition(node.test)
        return COMPLEX if COMPLEX in map(self.visit, (node.body, node.orelse)) else REAL

    def visit_Call(self, node):
        kinds = [self.visit(argument) for argument in node.args]
        meaning = self.scalar.names[node.func.id]
        if isinstance(meaning, type):
            if COMPLEX in kinds:
                self.refuse(node, ast.unparse(node))
            return REAL
        result = result_of(meaning)
        self.turning |= _turning(meaning)
        return result


# ------------------------------------------------------------------ gradients


def pulled(gradient, function, name, written):
    """
    Tell of a formula `g * df/dname` which operands, and whether its result, are conjugated.

    PyTorch's gradient of a real loss by z is dL/dx + i dL/dy for z = x + iy, so that of a function
    F(z) with the derivative f passes g on as g * conj(f). F itself may be such a gradient, which
    conjugates some of its operands and its result: where it conjugates both the result and `name`,
    or neither, it has a derivative in the complex sense, else one by the conjugate of `name`.

    Parameters
    ----------
    gradient : function
        Of g and those parameters of `function` that the derivative reads.
    written : bool
        Whether somebody wrote it, rather than derived it from the formula.
    """
    if not written:
        gradient.pulls = function
    conjugated, turned = getattr(function, "conjugated", (frozenset(), False))
    own = gradient.__code__.co_varnames[: gradient.__code__.co_argcount]
    first = frozenset() if turned else frozenset(own[:1])
    gradient.conjugated = first | (conjugated & set(own[1:])), name not in conjugated
    return gradient


# ------------------------------------------------------------------ text


def emitted(function, dtype, emit, literals):
    """The node and the names of a scalar function for a complex dtype.

    `emit(function, dtype)` gives the name of another one and the texts that it brings; `literals`
    casts literals to a real dtype.
    """
    real = REALS[dtype]
    if function in parts.PARTS:
        return _by_parts(function, dtype, *emit(parts.PARTS[function], real))
    scalar = reflect.read(function)
    rewriter = _Operators(emit, dtype, {**scalar.names})
    node = rewriter.visit(ast.parse(ast.unparse(scalar.node)).body[0])
    return literals(node), rewriter.names, rewriter.texts


def _by_parts(function, dtype, name, texts):
    """A function that takes its operands apart, and joins the parts of the result."""
    params = function.__code__.co_varnames[: function.__code__.co_argcount]
    given = ", ".join(f"{p}.real, {p}.imag" for p in params)
    body = f"return {name}({given})"
    if function not in parts.REAL and function not in parts.BOOLS:
        body = f"re, im = {name}({given})\n    return complex(re, im)"
    node = ast.parse(f"def NAME({', '.join(params)}):\n    {body}").body[0]
    return node, {}, texts


class _Operators(ast.NodeTransformer):
    """Replaces quotients and powers by calls; complex numbers have none of their own in a loop."""

    def __init__(self, emit, dtype, names):
        self.emit, self.dtype, self.names, self.texts = emit, dtype, names, {}

    def call(self, function, *operands):
        name, texts = self.emit(function, self.dtype)
        self.texts.update(texts)
        return ast.Call(ast.Name(name, ast.Load()), list(operands), [])

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Div):
            return self.call(quotient, node.left, node.right)
        if isinstance(node.op, ast.Pow):
            if isinstance(node.left, ast.Name) and getattr(node.right, "value", None) == 2:
                return ast.BinOp(node.left, ast.Mult(), node.left)
            return self.call(scalars.pow, node.left, node.right)
        return node

    def visit_AugAssign(self, node):
        value = ast.BinOp(ast.Name(node.target.id, ast.Load()), node.op, node.value)
        return self.visit(ast.Assign([node.target], value))


def quotient(x, y):
    """x / y."""
    return x / y


parts.PARTS[quotient] = parts.divide
