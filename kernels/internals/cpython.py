"""What leans on the insides of CPython: references that it counts, frames, and instructions.

How functions of the user's are rewritten with spies is in `plan/spies.py`, which names the versions
of CPython whose instructions it knows. What CPython documents for C (`PyCapsule_New` and others) is
used where it is of use.
"""

import dis
import importlib
import opcode
import sys
import types

from . import changed, expect

HEAD = 16  # bytes: how often an object is referred to, and its type

expect(sys, "getrefcount", "_getframe", library="CPython")
expect(importlib, "_bootstrap", library="CPython")
expect(importlib._bootstrap, "_find_and_load", library="CPython")

if object.__basicsize__ != HEAD:  # `cpu/native.py` reads what is behind it
    raise changed("CPython", f"objects with a head of {HEAD} bytes", str(object.__basicsize__))

frame = sys._getframe  # of the caller, or so many callers up
references = sys.getrefcount
importing = importlib._bootstrap._find_and_load.__code__  # it asks whatever is installed

for name in ("LOAD_GLOBAL", "RAISE_VARARGS", "CALL"):
    if name not in opcode.opmap:
        raise changed("CPython", f"the instruction {name}", "none")

# CPython compiles `module.f()` otherwise when it saw the import, so these are not compared.
_CALLS = {"CACHE", "EXTENDED_ARG", "PUSH_NULL", "LOAD_METHOD", "LOAD_ATTR", "PRECALL", "CALL"}
_SKIP = {opcode.opmap[name] for name in _CALLS if name in opcode.opmap} | {0}
_JUMPS = {*opcode.hasjrel, *opcode.hasjabs}
_GLOBAL = opcode.opmap["LOAD_GLOBAL"]  # its lowest bit belongs to the call
_RAISE = opcode.opmap["RAISE_VARARGS"]
_SETS = ("STORE_DEREF", "DELETE_DEREF")


def alone(count, holder, name):
    """What `count(holder)` answers while nobody else holds the attribute that it counts.

    It differs between versions of CPython, by what they count of their own.

    Raises
    ------
    ImportError
        If it does not grow with each holder: what is counted would tell nothing.
    """
    found = count(holder)
    more = [getattr(holder, name)] * 2
    if count(holder) != found + len(more):
        raise changed("CPython", "one more reference for each holder of an object", "another count")
    return found


def steps(code):
    """The instructions of a code object, in a form that two compilations of one text share."""
    pairs = zip(code.co_code[::2], code.co_code[1::2], strict=True)
    kept = [(op, arg | (op == _GLOBAL)) for op, arg in pairs if op not in _SKIP]
    return [(op, 0 if op in _JUMPS else arg) for op, arg in kept]


def raises(frame, at):
    """Whether the instruction of a frame at a place is a `raise`."""
    return frame.f_code.co_code[at] == _RAISE


def sets_variables(code):
    """Whether a function, or one in it, sets variables of those around it."""
    own = set(code.co_freevars)
    inner = [part for part in code.co_consts if isinstance(part, types.CodeType)]
    return any(each.opname in _SETS and each.argval in own for each in dis.get_instructions(code)
               ) or any(own & set(part.co_freevars) and sets_variables(part) for part in inner)
