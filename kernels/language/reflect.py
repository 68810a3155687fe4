"""A scalar function, read from its source: what the generator and the deriver work on.

Reading freezes: globals, closure values and defaults count as they are when a function is first
read, as Numba does too.
"""

import types
from functools import lru_cache

from .definition import ScalarError, complaint
from .reader import Reader, unwrap


def read(f):
    """
    Read a scalar function from its source, check it, and freeze what its names stand for.

    Parameters
    ----------
    f : function
        A Python function or lambda of numbers, an njit function, or an alias such as ``math.exp``.

    Returns
    -------
    Scalar
        Kept on the function itself, so the second call costs a lookup.

    Raises
    ------
    ScalarError
        Naming file, line, function, reason and remedy.

    Examples
    --------
    >>> import math
    >>> read(lambda x: x * math.exp(-x)).names
    mappingproxy({'exp': <function exp at 0x...>})
    """
    f = unwrap(f)
    known = getattr(f, "__scalar__", None)
    if known is not None and known.function is f:  # functools.wraps copies attributes
        return known
    if not isinstance(f, types.FunctionType):
        got = f"{type(f).__name__} {getattr(f, '__name__', '')}".strip()
        raise ScalarError(complaint("-", got, "a scalar function", got, "def f(x): ..."))
    f.__scalar__ = scalar = Reader(f).scalar()
    return scalar


def dependencies(f):
    """
    All scalar functions that `f` reaches, callees before callers, `f` last.

    Primitives count, what their bodies call does not. The dtype-specific bodies of a vocabulary
    function (``f.implementations``) count as callees.
    """
    order, path = {}, []

    def visit(g):
        if g in order:
            return
        if g in path:
            chain = " -> ".join(h.__name__ for h in [*path[path.index(g) :], g])
            what = "calls that end", f"a recursion, {chain}", "a loop"
            raise ScalarError(complaint(read(g).where, read(g).name, *what))
        path.append(g)
        for callee in _callees(g):
            visit(callee)
        path.pop()
        order[g] = None

    visit(unwrap(f))
    return tuple(order)


def supplied(f):
    """Whether the body of `f` only states its meaning: the device or its implementations count."""
    bodies = getattr(f, "implementations", {})
    return getattr(f, "primitive", False) or {"float32", "float64"} <= bodies.keys()


@lru_cache(maxsize=4096)
def bodies(f):
    """The functions with a body for each dtype, like exp, that a scalar function reaches."""
    return frozenset(g for g in dependencies(f) if hasattr(g, "implementations"))


def heavy(f):
    """Whether there are any."""
    return bool(bodies(f))


def _callees(f):
    """Functions that must exist before `f` can be compiled."""
    bodies = getattr(f, "implementations", {})
    text = () if supplied(f) else read(f).callees
    return (*text, *bodies.values())


def fingerprint(f):
    """Text of all that decides the results of `f`: sources, literals, frozen values, callees."""
    order = dependencies(f)
    number = {g: i for i, g in enumerate(order)}
    return "\n".join(f"#{number[g]} {_print(g, number)}" for g in order)


def _print(f, number):
    """One function's share of the fingerprint; callees by their number."""
    bodies = getattr(f, "implementations", {})
    bodies = [f"{k}: #{number[g]}" for k, g in sorted(bodies.items())]
    if supplied(f):
        return " ".join(["supplied", f"{f.__module__}.{f.__qualname__}", *bodies])
    scalar = read(f)
    frozen = {**scalar.names, **scalar.defaults}
    values = [f"{k} = {_constant(v, number)}" for k, v in sorted(frozen.items())]
    return "\n".join([scalar.text, *values, *bodies])


def _constant(value, number):
    """A frozen value in the fingerprint, with its type."""
    if isinstance(value, types.FunctionType):
        return f"#{number[value]}"
    return value.__name__ if isinstance(value, type) else f"{type(value).__name__} {value!r}"
