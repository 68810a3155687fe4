"""Statements of derived functions: assignments, which names they read, and dropping dead ones."""

import ast
import math

from .folding import Substitute, name_of, same


def assign(name, e):
    return ast.Assign([ast.Name(name, ast.Store())], e)


def assignment(s):
    """Name and new value of an assignment, augmented or not."""
    if isinstance(s, ast.Assign):
        return s.targets[0].id, s.value
    return s.target.id, ast.BinOp(name_of(s.target.id), s.op, s.value)


def parts(s):
    """The blocks in a statement."""
    return [part for part in (getattr(s, "body", []), getattr(s, "orelse", [])) if part]


def rebuilt(s, block, *more):
    """A copy of a statement whose blocks went through `block`."""
    copy = type(s)(**dict(ast.iter_fields(s)))
    for field in ("body", "orelse"):
        if getattr(s, field, None):
            setattr(copy, field, block(getattr(s, field), *more))
    return copy


def local_names(node):
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def used_params(params, body):
    loads = _live(body)
    return tuple(p for p in params if p in loads)


def names_read(e):
    return {n.id for n in ast.walk(e) if isinstance(n, ast.Name)} if e is not None else set()


def _live(body):
    """Names on which a returned value or a test may depend."""
    live, pending = set(), []

    def visit(body):
        for s in body:
            if isinstance(s, ast.Assign | ast.AugAssign):
                pending.append(assignment(s))
                continue
            for field in ("value", "test", "iter"):
                live.update(names_read(getattr(s, field, None)))
            for part in parts(s):
                visit(part)

    visit(body)
    size = -1
    while size != len(live):
        size = len(live)
        for name, e in pending:
            live.update(names_read(e) if name in live else ())
    return live


def tidied(body):
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
        name, e = assignment(s)
        return [s] if name in live and not same(e, name_of(name)) else []
    if not parts(s):
        return [s]
    s = rebuilt(s, _swept, live)
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
        name, e = assignment(s)
        if [n.id for n in ast.walk(rest[0]) if isinstance(n, ast.Name)].count(name) == 1:
            values = {n: name_of(n) for n in names_read(rest[0])} | {name: e}
            return [ast.Return(Substitute(values).visit(rest[0].value))]
    return [s, *rest]


def _dump(body):
    return [ast.dump(s) for s in body]
