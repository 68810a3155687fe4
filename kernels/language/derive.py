"""The derivative of a scalar function, as the source of another scalar function.

Forward mode, statement by statement: beside each variable `v` that varies with the parameter runs
its tangent `d_v`. The text comes out as a person would write it: products with 0 and 1 are folded,
constant tangents become literals, and what the result does not need is dropped.
"""

import ast
import itertools
import linecache
import types
import zlib

import numpy as np

from .. import scalars
from ..places import place
from . import reflect
from .definition import ScalarError, complaint
from .folding import ZERO, Substitute, add, choose, div, mul, name_of, neg, num, same, sub, value
from .statements import (
    assign,
    assignment,
    local_names,
    names_read,
    parts,
    rebuilt,
    tidied,
    used_params,
)

VARIES = "varies"  # the tangent of a variable that needs a variable of its own
REAL = (float, np.floating)
BITWISE = (ast.BitAnd, ast.BitOr, ast.BitXor, ast.LShift, ast.RShift)
WRITE_IT = "to write the derivative: grad=..."
INLINE = 16  # nodes of the longest derivative that is pasted instead of called


class DeriveError(ScalarError):
    """A scalar function whose derivative must be written by hand; says where and why."""


def derive(f, arg=0):
    """
    Derive a scalar function by one of its parameters.

    Parameters
    ----------
    f : function
        A scalar function that returns one value.
    arg : int
        Number of the parameter.

    Returns
    -------
    function
        A scalar function of the same parameters, derivable again, whose attribute `constant` is
        its value where that is one literal number (else None), and whose attribute `uses` names
        the parameters that it reads. A written derivative is returned where the vocabulary has one.

    Raises
    ------
    DeriveError
        Naming file, line, function, reason and remedy.

    Notes
    -----
    A loop whose end depends on the data stops when the *value* has converged; the tangent may lag
    one step behind, so do one more step after the loop. At a kink the branch taken decides.

    Examples
    --------
    >>> print(derive(lambda x, y: x * x * y).__source__)
    def d0_lambda_(x, y):
        return 2.0 * x * y
    """
    f = reflect.unwrap(f)
    known = getattr(f, "__derivatives__", None)
    if known is None or known[0] is not f:  # functools.wraps copies attributes
        f.__derivatives__ = known = (f, {})
    if arg not in known[1]:
        known[1][arg] = _described(_written(f, arg) or _derived(f, arg))
    return known[1][arg]


def pullback(f, arg=0):
    """
    Multiply the derivative of a scalar function by an incoming gradient.

    Parameters
    ----------
    f : function
        A scalar function that returns one value.
    arg : int
        Number of the parameter.

    Returns
    -------
    function
        The scalar function ``(g, *used) -> g * df/darg``, derivable again. Its attribute `params`
        names the parameters of `f` that it takes after the gradient: only those it reads.

    Examples
    --------
    >>> print(pullback(lambda x, y: x * y).__source__)
    def pull0_lambda_(g, y):
        return g * y
    """
    d, f = derive(f, arg), reflect.unwrap(f)
    params, defaults, body, names = _text(d)
    g = name_of(_fresh("g", {*params, *names, *itertools.chain(*map(names_read, body))}))
    body = tidied(_scaled(body, g))
    used = used_params(params, body)
    defaults = {p: v for p, v in defaults.items() if p in used}
    name = f"pull{arg}_{_identifier(f)}"
    out = _described(function_of(name, (g.id, *used), defaults, body, names))
    of_f = f.__code__.co_varnames  # a written derivative may call the parameters otherwise
    out.params = tuple(of_f[i] for i, p in enumerate(params) if p in used)
    return out


def _text(d):
    """Parameters, defaults, statements and names of a derivative; the vocabulary is called."""
    if not _is_word(d):
        scalar = reflect.read(d)
        return scalar.params, scalar.defaults, scalar.node.body, scalar.names
    params = _params(d)
    call = ast.Call(name_of(d.__name__), [*map(name_of, params)], [])
    return params, {}, [ast.Return(call)], {d.__name__: d}


def _is_word(f):
    """Whether the name of `f` says more than its text: of the vocabulary, or a derivative of its
    own is written."""
    known = scalars.VOCABULARY.get(f.__name__) is f or f in scalars.DERIVATIVES
    return known or reflect.supplied(f)


def _params(f):
    return f.__code__.co_varnames[: f.__code__.co_argcount]


def _scaled(body, g):
    """Statements with each returned value multiplied by `g`."""
    return [
        ast.Return(mul(g, s.value)) if isinstance(s, ast.Return) else rebuilt(s, _scaled, g)
        for s in body
    ]


def _written(f, arg):
    """The derivative that the vocabulary holds for `f`, or None."""
    return scalars.DERIVATIVES.get(f, {}).get(arg)


def _derived(f, arg):
    """The derivative of `f`, made from its source."""
    if reflect.supplied(f):
        where = place(f.__code__.co_filename, f.__code__.co_firstlineno)
        raise DeriveError(complaint(where, f.__name__, "a written derivative", "none", WRITE_IT))
    try:
        scalar = reflect.read(f)
        reflect.dependencies(f)  # refuses a recursion
    except ScalarError as error:
        raise DeriveError(f"{error}; or {WRITE_IT}") from None
    deriver = _Deriver(scalar, arg)
    if scalar.outputs > 1:
        deriver.refuse(scalar.node, "one value", f"{scalar.outputs} values", WRITE_IT)
    if not 0 <= arg < len(scalar.params):
        count = f"{len(scalar.params)} parameters"
        deriver.refuse(scalar.node, f"parameter number {arg}", count, "a smaller arg")
    body = tidied(deriver.body())
    name = f"d{arg}_{_identifier(f)}"
    return function_of(name, scalar.params, scalar.defaults, body, deriver.names)


def _described(f):
    """`f` with the attributes that tell what is known about a derivative."""
    params, _, body, _ = _text(f)
    f.constant = value(body[0].value) if isinstance(body[0], ast.Return) else None
    f.uses = used_params(params, body)
    return f


def function_of(name, params, defaults, body, names):
    """A Python function made of a body; its text is known to linecache and to `reflect`."""
    name = _fresh(name, names)
    node = ast.parse(f"def {name}({', '.join(params)}): return 0").body[0]
    node.body = body
    node = ast.fix_missing_locations(node)
    text = ast.unparse(ast.parse(ast.unparse(node))) + "\n"  # twice, as nodes are shared
    path = f"<{name} {zlib.crc32(text.encode()):08x}>"
    linecache.cache[path] = len(text), None, text.splitlines(True), path
    scope = {k: names[k] for k in local_names(node) if k in names} | {"__name__": "derived"}
    exec(compile(text, path, "exec"), scope)
    f = scope[name]
    f.__defaults__ = tuple(defaults[p] for p in params if p in defaults) or None
    f.__source__ = text
    return f


def _identifier(f):
    return f.__name__ if f.__name__.isidentifier() else "lambda_"


def _fresh(name, taken, prefix="d"):
    """A name that is not taken."""
    while name in taken:
        name = prefix + name
    return name


# ------------------------------------------------------------------ the transformation


class _Deriver:
    """Forward mode over one function, by one parameter."""

    def __init__(self, scalar, arg):
        self.scalar, self.arg = scalar, arg
        self.names = dict(scalar.names)
        self.taken = {*scalar.names, *scalar.params, *local_names(scalar.node)}
        self.known = {}  # per variable: its tangent if a constant, else VARIES
        self.tangents = {}  # per variable: the name of its tangent

    def refuse(self, node, expected, got, remedy):
        line = getattr(node, "lineno", self.scalar.node.lineno)
        where = f"{self.scalar.where.rpartition(':')[0]}:{line}"
        raise DeriveError(complaint(where, self.scalar.name, expected, got, remedy))

    def body(self):
        """Statements of the derivative, not yet tidied."""
        params = self.scalar.params
        self.known = {p: float(i == self.arg) for i, p in enumerate(params)}
        seeds = dict(self.known)
        before = None
        while before != self.known:  # what an assignment late in a loop makes vary, varies early
            before = dict(self.known)
            self.settle(self.scalar.node.body)
        seeded = [assign(self.tangent_of(p), num(seeds[p])) for p in params if self.varies(p)]
        return seeded + self.block(self.scalar.node.body)

    def settle(self, body):
        """Meet what is known of each variable with each of its assignments."""
        for s in body:
            if isinstance(s, ast.For):
                self.meet(s.target.id, ZERO)
            if isinstance(s, ast.Assign | ast.AugAssign):
                name, e = assignment(s)
                self.meet(name, self.tangent(e))
            for part in parts(s):
                self.settle(part)

    def meet(self, name, tangent):
        constant = value(tangent)
        constant = VARIES if constant is None else constant
        if self.known.setdefault(name, constant) != constant:
            self.known[name] = VARIES

    def varies(self, name):
        return self.known.get(name) == VARIES

    def tangent_of(self, name):
        """Name of the tangent of a variable: fresh, since `name` may itself be a tangent."""
        if name not in self.tangents:
            self.tangents[name] = _fresh(f"d_{name}", self.taken)
            self.taken.add(self.tangents[name])
        return self.tangents[name]

    def block(self, body):
        done = []
        for s in body:
            if isinstance(s, ast.Return):
                done.append(ast.Return(self.tangent(s.value)))
            elif isinstance(s, ast.Assign | ast.AugAssign):
                name, e = assignment(s)
                if self.varies(name):  # before the value: it reads the old one
                    done.append(assign(self.tangent_of(name), self.tangent(e)))
                done.append(assign(name, e))
            else:
                done.append(rebuilt(s, self.block))
                if isinstance(s, ast.For) and self.varies(s.target.id):
                    done[-1].body.insert(0, assign(self.tangent_of(s.target.id), ZERO))
        return done

    def tangent(self, e):
        """The derivative of an expression, as an expression."""
        return getattr(self, f"tangent_{type(e).__name__}")(e)

    def tangent_Constant(self, e):
        return ZERO

    def tangent_Compare(self, e):
        return ZERO

    def tangent_Name(self, e):
        if self.varies(e.id):
            return name_of(self.tangent_of(e.id))
        return num(self.known.get(e.id, 0.0))

    def tangent_BoolOp(self, e):
        if any(value(self.tangent(v)) != 0 for v in e.values):
            self.refuse(e, "and, or of comparisons", ast.unparse(e), "y if x == 0 else x")
        return ZERO

    def tangent_UnaryOp(self, e):
        d = self.tangent(e.operand)
        if isinstance(e.op, ast.USub):
            return neg(d)
        return d if isinstance(e.op, ast.UAdd) else ZERO

    def tangent_IfExp(self, e):
        return choose(e.test, self.tangent(e.body), self.tangent(e.orelse))

    def tangent_BinOp(self, e):
        x, y = e.left, e.right
        if isinstance(e.op, (ast.FloorDiv, *BITWISE)):
            return ZERO
        if isinstance(e.op, ast.Pow):
            return self.power(e)
        dx, dy = self.tangent(x), self.tangent(y)
        match e.op:
            case ast.Add():
                return add(dx, dy)
            case ast.Sub():
                return sub(dx, dy)
            case ast.Mult() if same(x, y):
                return mul(num(2.0), mul(x, dx))
            case ast.Mult():
                return add(mul(dx, y), mul(x, dy))
            case ast.Div():  # x / y * dy stays finite where x * dy / (y * y) does not
                return div(sub(dx, mul(ast.BinOp(x, ast.Div(), y), dy)), y)
            case ast.Mod():
                return sub(dx, mul(ast.BinOp(x, ast.FloorDiv(), y), dy))

    def power(self, e):
        """`x**n` for a number n; else as a call of `pow`."""
        n = self.names.get(e.right.id) if isinstance(e.right, ast.Name) else value(e.right)
        if n is None or n != n // 1:
            return self.call(e, scalars.pow, [e.left, e.right])
        x, dx = e.left, mul(num(n), self.tangent(e.left))
        if n < 0:
            return div(dx, ast.BinOp(x, ast.Pow(), ast.Constant(int(1 - n))))
        if n > 2:
            x = ast.BinOp(x, ast.Pow(), ast.Constant(int(n - 1)))
        return mul(dx, x) if n > 1 else dx

    def tangent_Call(self, e):
        f = self.names[e.func.id]
        if isinstance(f, types.FunctionType):
            return self.call(e, f, e.args)
        return self.tangent(e.args[0]) if issubclass(f, REAL) else ZERO

    def call(self, e, f, args):
        """The chain rule, over the arguments that vary."""
        total = ZERO
        for i, x in enumerate(args):
            dx = self.tangent(x)
            if value(dx) == 0:
                continue
            if reflect.supplied(f) and not _written(f, i):
                what = f"{f.__name__}, which has none by argument {i}"
                self.refuse(e, "functions that have a derivative", what, WRITE_IT)
            total = add(total, mul(self.partial(derive(f, i), args), dx))
        return total

    def partial(self, d, args):
        """A derivative at the arguments: a literal, its formula if short, or a call."""
        if d.constant is not None:
            return num(d.constant)
        params, defaults, (formula, *_), names = _text(d)
        pasted = not _is_word(d) and isinstance(formula, ast.Return)
        if not pasted or not self.short(params, formula.value, args):
            return ast.Call(self.bind(d, d.__name__), args, [])
        values = {p: num(v) for p, v in defaults.items()}
        values |= zip(params, args, strict=False)
        for name, meaning in names.items():
            values[name] = self.bind(meaning, name)
        return Substitute(values).visit(formula.value)

    def short(self, params, formula, args):
        """Whether pasting a formula makes the text simpler and computes nothing twice."""
        loads = [n.id for n in ast.walk(formula) if isinstance(n, ast.Name)]
        atoms = all(
            isinstance(a, ast.Name | ast.Constant) or loads.count(p) < 2
            for p, a in zip(params, args, strict=False)
        )
        return atoms and sum(isinstance(n, ast.expr) for n in ast.walk(formula)) <= INLINE

    def bind(self, meaning, hint):
        """A name in the derivative for a function or a frozen number."""
        for name, known in self.names.items():
            if known is meaning:
                return name_of(name)
        name = _fresh(hint, self.taken, "_")
        self.taken.add(name)
        self.names[name] = meaning
        return name_of(name)
