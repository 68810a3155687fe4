"""The derivative of a scalar function, as the source of another scalar function.

Forward mode, statement by statement: beside each variable `v` that varies with the parameter runs
its tangent `d_v`. The text comes out as a person would write it: products with 0 and 1 are folded,
constant tangents become literals, and what the result does not need is dropped.
"""

import ast
import itertools
import linecache
import math
import operator
import types
import zlib

import numpy as np

from . import reflect, scalars
from .reflect import ScalarError, complaint

VARIES = "varies"  # the tangent of a variable that needs a variable of its own
ZERO, ONE = ast.Constant(0.0), ast.Constant(1.0)
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
    g = _name(_fresh("g", {*params, *names, *itertools.chain(*map(_loads, body))}))
    body = _tidy(_scaled(body, g))
    used = _used(params, body)
    defaults = {p: v for p, v in defaults.items() if p in used}
    name = f"pull{arg}_{_identifier(f)}"
    out = _described(_function(name, (g.id, *used), defaults, body, names))
    of_f = f.__code__.co_varnames  # a written derivative may call the parameters otherwise
    out.params = tuple(of_f[i] for i, p in enumerate(params) if p in used)
    return out


def _text(d):
    """Parameters, defaults, statements and names of a derivative; the vocabulary is called."""
    if not _is_word(d):
        scalar = reflect.read(d)
        return scalar.params, scalar.defaults, scalar.node.body, scalar.names
    params = _params(d)
    call = ast.Call(_name(d.__name__), [*map(_name, params)], [])
    return params, {}, [ast.Return(call)], {d.__name__: d}


def _is_word(f):
    """Whether `f` belongs to the vocabulary, so that its name says more than its text."""
    return reflect.supplied(f) or scalars.VOCABULARY.get(f.__name__) is f


def _params(f):
    return f.__code__.co_varnames[: f.__code__.co_argcount]


def _scaled(body, g):
    """Statements with each returned value multiplied by `g`."""
    return [
        ast.Return(mul(g, s.value)) if isinstance(s, ast.Return) else _rebuilt(s, _scaled, g)
        for s in body
    ]


def _written(f, arg):
    """The derivative that the vocabulary holds for `f`, or None."""
    return scalars.DERIVATIVES.get(f, {}).get(arg)


def _derived(f, arg):
    """The derivative of `f`, made from its source."""
    if reflect.supplied(f):
        where = f"{f.__code__.co_filename}:{f.__code__.co_firstlineno}"
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
    body = _tidy(deriver.body())
    name = f"d{arg}_{_identifier(f)}"
    return _function(name, scalar.params, scalar.defaults, body, deriver.names)


def _described(f):
    """`f` with the attributes that tell what is known about a derivative."""
    params, _, body, _ = _text(f)
    f.constant = value(body[0].value) if isinstance(body[0], ast.Return) else None
    f.uses = _used(params, body)
    return f


def _function(name, params, defaults, body, names):
    """A Python function made of a body; its text is known to linecache and to `reflect`."""
    name = _fresh(name, names)
    node = ast.parse(f"def {name}({', '.join(params)}): return 0").body[0]
    node.body = body
    node = ast.fix_missing_locations(node)
    text = ast.unparse(ast.parse(ast.unparse(node))) + "\n"  # twice, as nodes are shared
    path = f"<{name} {zlib.crc32(text.encode()):08x}>"
    linecache.cache[path] = len(text), None, text.splitlines(True), path
    scope = {k: names[k] for k in _locals(node) if k in names} | {"__name__": "derived"}
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
        self.taken = {*scalar.names, *scalar.params, *_locals(scalar.node)}
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
        seeded = [_assign(self.tangent_of(p), num(seeds[p])) for p in params if self.varies(p)]
        return seeded + self.block(self.scalar.node.body)

    def settle(self, body):
        """Meet what is known of each variable with each of its assignments."""
        for s in body:
            if isinstance(s, ast.For):
                self.meet(s.target.id, ZERO)
            if isinstance(s, ast.Assign | ast.AugAssign):
                name, e = _assignment(s)
                self.meet(name, self.tangent(e))
            for part in _parts(s):
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
                name, e = _assignment(s)
                if self.varies(name):  # before the value: it reads the old one
                    done.append(_assign(self.tangent_of(name), self.tangent(e)))
                done.append(_assign(name, e))
            else:
                done.append(_rebuilt(s, self.block))
                if isinstance(s, ast.For) and self.varies(s.target.id):
                    done[-1].body.insert(0, _assign(self.tangent_of(s.target.id), ZERO))
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
            return _name(self.tangent_of(e.id))
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
            case ast.Mult() if _same(x, y):
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
        return _Substitute(values).visit(formula.value)

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
                return _name(name)
        name = _fresh(hint, self.taken, "_")
        self.taken.add(name)
        self.names[name] = meaning
        return _name(name)


class _Substitute(ast.NodeTransformer):
    """A copy of a formula with its names replaced by expressions, folded again."""

    def __init__(self, values):
        self.values = values

    def visit_Name(self, e):
        return self.values[e.id]

    def visit_Call(self, e):
        return ast.Call(self.values[e.func.id], [self.visit(a) for a in e.args], [])

    def visit_UnaryOp(self, e):
        x = self.visit(e.operand)
        return neg(x) if isinstance(e.op, ast.USub) else ast.UnaryOp(e.op, x)

    def visit_BinOp(self, e):
        x, y = self.visit(e.left), self.visit(e.right)
        fold = FOLDS.get(type(e.op))
        return fold(x, y) if fold else ast.BinOp(x, e.op, y)

    def visit_IfExp(self, e):
        return choose(*map(self.visit, (e.test, e.body, e.orelse)))

    def visit_Compare(self, e):
        return ast.Compare(self.visit(e.left), e.ops, [*map(self.visit, e.comparators)])

    def visit_BoolOp(self, e):
        return ast.BoolOp(e.op, [*map(self.visit, e.values)])


# ------------------------------------------------------------------ expressions


def num(x):
    """A literal; of a negative number, as Python writes it."""
    e = ast.Constant(abs(float(x)))
    return ast.UnaryOp(ast.USub(), e) if x < 0 else e


def _name(name):
    return ast.Name(name, ast.Load())


def value(e):
    """The number that an expression is a literal of, or None."""
    if isinstance(e, ast.UnaryOp) and isinstance(e.op, ast.USub):
        x = value(e.operand)
        return None if x is None else -x
    literal = isinstance(e, ast.Constant) and type(e.value) in (int, float)
    return float(e.value) if literal else None


def _same(x, y):
    return ast.dump(x) == ast.dump(y)


def _split(e):
    """A number and the rest (None for 1) whose product is `e`."""
    if value(e) is not None:
        return value(e), None
    if isinstance(e, ast.UnaryOp) and isinstance(e.op, ast.USub):
        c, rest = _split(e.operand)
        return -c, rest
    if isinstance(e, ast.BinOp) and isinstance(e.op, ast.Mult):
        (c, x), (k, y) = _split(e.left), _split(e.right)
        if c * k != 1 and _sound(c * k):
            return c * k, x if y is None else y if x is None else ast.BinOp(x, e.op, y)
    if isinstance(e, ast.BinOp) and isinstance(e.op, ast.Div):
        c, x = _split(e.left)
        if c != 1:
            return c, ast.BinOp(x or ONE, e.op, e.right)
    return 1.0, e


def _sound(number):
    """Whether folding made a number that neither overflowed nor vanished."""
    return math.isfinite(number) and number != 0


def _scale(c, e):
    """A number times an expression; the number goes to the leftmost factor."""
    if e is None or c == 0:
        return num(c)
    if c == 1:
        return e
    if isinstance(e, ast.BinOp) and isinstance(e.op, ast.Mult | ast.Div):
        return ast.BinOp(_scale(c, e.left), e.op, e.right)
    if value(e) is not None:
        return num(c * value(e))
    if isinstance(e, ast.IfExp) and None not in (value(e.body), value(e.orelse)):
        return choose(e.test, num(c * value(e.body)), num(c * value(e.orelse)))
    if c == -1 and isinstance(e, ast.BinOp) and isinstance(e.op, ast.Sub):
        return ast.BinOp(e.right, e.op, e.left)
    return neg_(e) if c == -1 else ast.BinOp(num(c), ast.Mult(), e)


def neg_(e):
    return ast.UnaryOp(ast.USub(), e)


def neg(x):
    c, rest = _split(x)
    return _scale(-c, rest)


def add(x, y):
    """`x + y`; equal terms are collected, other sums keep their order."""
    if 0 in (value(x), value(y)):
        return x if value(y) == 0 else y
    terms, collected = _terms(x), False
    for c, p in _terms(y):
        equal = [i for i, (_, q) in enumerate(terms) if _factors(p) == _factors(q)]
        if equal:
            terms[equal[0]] = terms[equal[0]][0] + c, p
        else:
            terms.append((c, p))
        collected = collected or bool(equal)
    return _sum(terms if collected else [_split(x), _split(y)])


def _terms(e, sign=1.0):
    """Terms of a sum, each as a number and the rest."""
    if isinstance(e, ast.BinOp) and isinstance(e.op, ast.Add | ast.Sub):
        return _terms(e.left, sign) + _terms(e.right, sign if type(e.op) is ast.Add else -sign)
    if isinstance(e, ast.UnaryOp) and isinstance(e.op, ast.USub):
        return _terms(e.operand, -sign)
    c, rest = _split(e)
    return [(sign * c, rest)]


def _factors(e):
    """What a product is made of, in an order of its own: `x * y` and `y * x` agree."""
    if isinstance(e, ast.BinOp) and isinstance(e.op, ast.Mult):
        return sorted(_factors(e.left) + _factors(e.right))
    return [] if e is None else [ast.dump(e)]


def _sum(terms):
    """The sum of terms, beginning with a positive one."""
    first, *rest = sorted((t for t in terms if t[0]), key=lambda t: t[0] < 0) or [(0.0, None)]
    total = _scale(*first)
    for c, p in rest:
        total = ast.BinOp(total, ast.Sub() if c < 0 else ast.Add(), _scale(abs(c), p))
    return total


def sub(x, y):
    return add(x, neg(y))


def mul(x, y):
    """`x * y`, numbers first; a choice with a zero branch stays the outermost."""
    (c, p), (k, q) = _split(x), _split(y)
    if 0 in (c, k):
        return ZERO
    if not _sound(c * k):
        return ast.BinOp(x, ast.Mult(), y)
    return _scale(c * k, _times(p, q))


def _times(p, q):
    if p is None or q is None:
        return p or q
    for one, other in ((p, q), (q, p)):
        if isinstance(one, ast.IfExp) and 0 in (value(one.body), value(one.orelse)):
            return choose(one.test, mul(one.body, other), mul(one.orelse, other))
        if _is_inverse(one):
            return _over(other, one)
    if isinstance(q, ast.BinOp) and isinstance(q.op, ast.Mult):
        return ast.BinOp(_times(p, q.left), ast.Mult(), q.right)
    return ast.BinOp(p, ast.Mult(), q)


def _is_inverse(e):
    """Whether `e` is `1.0 / a / b ...`."""
    quotient = isinstance(e, ast.BinOp) and isinstance(e.op, ast.Div)
    return quotient and (value(e.left) == 1 or _is_inverse(e.left))


def _over(x, inverse):
    """`x / a / b ...` for `1.0 / a / b ...`."""
    left = inverse.left
    return ast.BinOp(x if value(left) == 1 else _over(x, left), ast.Div(), inverse.right)


def div(x, y):
    """`x / y`; a choice with a zero branch stays the outermost."""
    a, b = value(x), value(y)
    if a == 0 or b == 1:
        return x
    c, rest = _split(x)
    if b and (c != 1 or rest is None) and _sound(c / b):
        return _scale(c / b, rest)
    if isinstance(x, ast.IfExp) and 0 in (value(x.body), value(x.orelse)):
        return choose(x.test, div(x.body, y), div(x.orelse, y))
    return ast.BinOp(x, ast.Div(), y)


def choose(test, x, y):
    """`x if test else y`; decided where the test compares two literals, as after pasting."""
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        a, b = value(test.left), value(test.comparators[0])
        if None not in (a, b):
            return x if COMPARE[type(test.ops[0])](a, b) else y
    return x if _same(x, y) else ast.IfExp(test, x, y)


FOLDS = {ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: div}
COMPARE = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


# ------------------------------------------------------------------ statements


def _assign(name, e):
    return ast.Assign([ast.Name(name, ast.Store())], e)


def _assignment(s):
    """Name and new value of an assignment, augmented or not."""
    if isinstance(s, ast.Assign):
        return s.targets[0].id, s.value
    return s.target.id, ast.BinOp(_name(s.target.id), s.op, s.value)


def _parts(s):
    """The blocks in a statement."""
    return [part for part in (getattr(s, "body", []), getattr(s, "orelse", [])) if part]


def _rebuilt(s, block, *more):
    """A copy of a statement whose blocks went through `block`."""
    copy = type(s)(**dict(ast.iter_fields(s)))
    for field in ("body", "orelse"):
        if getattr(s, field, None):
            setattr(copy, field, block(getattr(s, field), *more))
    return copy


def _locals(node):
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def _used(params, body):
    loads = _live(body)
    return tuple(p for p in params if p in loads)


def _loads(e):
    return {n.id for n in ast.walk(e) if isinstance(n, ast.Name)} if e is not None else set()


def _live(body):
    """Names on which a returned value or a test may depend."""
    live, pending = set(), []

    def visit(body):
        for s in body:
            if isinstance(s, ast.Assign | ast.AugAssign):
                pending.append(_assignment(s))
                continue
            for field in ("value", "test", "iter"):
                live.update(_loads(getattr(s, field, None)))
            for part in _parts(s):
                visit(part)

    visit(body)
    size = -1
    while size != len(live):
        size = len(live)
        for name, e in pending:
            live.update(_loads(e) if name in live else ())
    return live


def _tidy(body):
    """Statements without those that cannot matter."""
    size = math.inf
    while (now := sum(1 for s in body for _ in ast.walk(s))) < size:
        size = now
        body = _swept(body, _live(body))
    return body


def _swept(body, live):
    """One pass: drops dead assignments, empty branches and choices between equals."""
    done = []
    for s in reversed(body):
        for item in reversed(_kept(s, live)):
            if isinstance(item, ast.Return | ast.Break | ast.Continue):
                done = []
            done = _joined(item, done)
    return done


def _kept(s, live):
    """What is left of a statement: a list of one or none, or one of its branches."""
    if isinstance(s, ast.Pass):
        return []
    if isinstance(s, ast.Assign | ast.AugAssign):
        name, e = _assignment(s)
        return [s] if name in live and not _same(e, _name(name)) else []
    if not _parts(s):
        return [s]
    s = _rebuilt(s, _swept, live)
    if not isinstance(s, ast.If):
        return [s] if s.body else []
    if _dump(s.body) == _dump(s.orelse):
        return s.body
    if not s.body:
        return [ast.If(ast.UnaryOp(ast.Not(), s.test), s.orelse, [])]
    return [s]


def _joined(s, rest):
    """A statement before those that follow; the two as one where that is simpler."""
    ends = bool(rest) and isinstance(rest[-1], ast.Return)
    if ends and isinstance(s, ast.If) and not s.orelse and _dump(s.body) == _dump(rest):
        return rest
    if ends and isinstance(s, ast.Assign) and len(rest) == 1:
        name, e = _assignment(s)
        if [n.id for n in ast.walk(rest[0]) if isinstance(n, ast.Name)].count(name) == 1:
            values = {n: _name(n) for n in _loads(rest[0])} | {name: e}
            return [ast.Return(_Substitute(values).visit(rest[0].value))]
    return [s, *rest]


def _dump(body):
    return [ast.dump(s) for s in body]
