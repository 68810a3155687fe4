"""Polynomials as scalar functions: tables of coefficients, emitted as chains of fma."""

import linecache

from . import fma, typed


def polynomial(name, *coefficients):
    """A typed function of t in float64: these coefficients, of the highest order first."""
    chain = repr(coefficients[0])
    lines = [f"def {name}(t):", f"    q = {chain}"]
    lines += [f"    q = fma(q, t, {c!r})" for c in coefficients[1:-1]]
    lines += [f"    return fma(q, t, {coefficients[-1]!r})"]
    text = "\n".join(lines) + "\n"
    path = f"<polynomial {name}>"
    linecache.cache[path] = len(text), None, text.splitlines(True), path
    scope = {"fma": fma, "__name__": __name__}
    exec(compile(text, path, "exec"), scope)
    made = typed(scope[name])
    made.__source__ = text
    made.__doc__ = f"A polynomial of order {len(coefficients) - 1}."
    return made
