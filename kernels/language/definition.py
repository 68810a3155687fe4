"""The definition of a running function: found in its source, checked against its code."""

import ast
import copy
import linecache
import types
from functools import lru_cache

from ..internals import cpython
from ..places import place


class ScalarError(TypeError):
    """A function that cannot be a scalar function; says where, why, and what to write instead."""


def complaint(where, name, expected, got, remedy):
    """Text of every message here: ``FILE:LINE: NAME: expected ...; got ...; try ...``."""
    return f"{where}: {name}: expected {expected}; got {got}; try {remedy}"


@lru_cache(maxsize=4)
def _parse(text):
    """Tree of a whole file; kept, since several lambdas may be read from it."""
    return ast.parse(text)


def _indent(line):
    return len(line) - len(line.lstrip())


def _block(lines, first):
    """Tree of the statement that starts at line `first`, without parsing the whole file."""
    lines = lines[first - 1 :]
    if not lines or not lines[0].lstrip().startswith(("def ", "@", "async ")):
        return ast.Module([], [])
    indent, tries = _indent(lines[0]), 0
    for end in range(1, len(lines) + 1):
        rest = lines[end].lstrip() if end < len(lines) else "end"
        if not rest or rest.startswith("#") or (end < len(lines) and _indent(lines[end]) > indent):
            continue
        try:  # the indented text becomes the body of an if: columns and strings stay as they are
            above = "\n" * (first - 2) + "if True:\n" if indent else "\n" * (first - 1)
            return ast.parse(above + "".join(lines[:end]))
        except SyntaxError:  # a decorator, or a line inside brackets or a string
            tries += 1
            if tries == 20:
                break
    return ast.Module([], [])


def _tree(f):
    """Tree that should hold the definition of `f`, with the line numbers of its file."""
    code = f.__code__
    first = code.co_firstlineno
    lines = linecache.getlines(code.co_filename, f.__globals__)
    if "__source__" in f.__dict__:
        tree = ast.parse(f.__source__)
        starts = [_first_line(n) for n in ast.walk(tree) if _may_be(n, code)]
        shift = 0 if first in starts or not starts else first - starts[0]
        return ast.increment_lineno(tree, shift) if shift else tree
    return _parse("".join(lines)) if code.co_name == "<lambda>" else _block(lines, first)


def _may_be(node, code):
    """Whether a node is a definition of the right kind and name."""
    if code.co_name == "<lambda>":
        return isinstance(node, ast.Lambda)
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == code.co_name


def _first_line(node):
    """First line of a definition, decorators included, as code objects count."""
    return min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])


def _code(node, like):
    """Code object that Python makes of a definition, in a scope with the same free variables."""
    node = copy.copy(node)
    node.args = copy.copy(node.args)
    node.args.defaults, node.args.kw_defaults = [], [None] * len(node.args.kwonlyargs)
    node.decorator_list, node.name = [], "<lambda>"  # its own name must stay free inside
    module = ast.parse(f"def scope({', '.join(like.co_freevars)}): return 0")
    lambda_ = isinstance(node, ast.Lambda)
    module.body[0].body = [ast.copy_location(ast.Return(node), node) if lambda_ else node]
    module = compile(module, like.co_filename, "exec", dont_inherit=True)
    scope = next(c for c in module.co_consts if isinstance(c, types.CodeType))
    codes = (c for c in scope.co_consts if isinstance(c, types.CodeType))
    return next(c for c in codes if c.co_name == "<lambda>")


def _steps(code):
    """What a code object does, in a form that two compilations of one text share."""
    consts = [repr(c) for c in code.co_consts if not isinstance(c, str | types.CodeType)]
    return code.co_varnames, code.co_names, code.co_freevars, consts, cpython.steps(code)


def _matches(f):
    """Definitions at the place of `f`, and those among them that compile to the running code."""
    code = f.__code__
    nodes = [n for n in ast.walk(_tree(f)) if _may_be(n, code)]
    found = [n for n in nodes if _first_line(n) == code.co_firstlineno]
    codes = {id(n): _code(n, code) for n in found}
    same = [n for n in found if _steps(codes[id(n)]) == _steps(code)]
    if len(same) > 1:  # equal code on one line: the columns tell
        columns = list(code.co_positions())
        if all(position[2] is not None for position in columns[1:2]):
            same = [n for n in same if list(codes[id(n)].co_positions()) == columns]
    return found, same


def definition(f):
    """The node of the definition of `f`, checked against the code that runs."""
    code = f.__code__
    found, same = _matches(f)
    if not same:  # the text in linecache may be older than the code
        linecache.checkcache(code.co_filename)
        found, same = _matches(f)
    if len(same) == 1:
        return copy.deepcopy(same[0]) if isinstance(same[0], ast.Lambda) else same[0]
    if len(same) > 1:
        expected, got, remedy = "one function of this form on its line", str(len(same)), "def"
    elif found or linecache.getlines(code.co_filename, f.__globals__):
        expected, got = "the text of the running function", "a file that has changed since"
        remedy = "to import it again"
    else:
        expected, got = "its source", "none, as after exec, python -c or in a plain prompt"
        remedy = "a file or a notebook cell, or set its __source__ to the text"
    where = place(code.co_filename, code.co_firstlineno)
    raise ScalarError(complaint(where, f.__name__, expected, got, remedy))
