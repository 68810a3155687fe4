"""Arithmetic on expression trees that folds what a person would not write: 0 * x, 1 * x, x + 0."""

import ast
import math
import operator

ZERO, ONE = ast.Constant(0.0), ast.Constant(1.0)


def num(x):
    """A literal; of a negative number, as Python writes it."""
    e = ast.Constant(abs(float(x)))
    return ast.UnaryOp(ast.USub(), e) if x < 0 else e


def name_of(name):
    return ast.Name(name, ast.Load())


def value(e):
    """The number that an expression is a literal of, or None."""
    if isinstance(e, ast.UnaryOp) and isinstance(e.op, ast.USub):
        x = value(e.operand)
        return None if x is None else -x
    literal = isinstance(e, ast.Constant) and type(e.value) in (int, float)
    return float(e.value) if literal else None


def same(x, y):
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
    return x if same(x, y) else ast.IfExp(test, x, y)


FOLDS = {ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: div}
COMPARE = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


class Substitute(ast.NodeTransformer):
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
