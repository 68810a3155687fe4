"""Spies in bytecode: calls of a watcher put before what reads or writes objects.

While a function of the user's is recorded, it runs with a spy before each instruction that looks
at an object, changes one or calls something. A spy takes copies of the instruction's operands and
leaves the stack as it was, so the function computes what it computes without it. All that leans on
CPython's instructions stands in this file; `bytecode` (a library) moves jumps, tables and lines.
"""

import functools
import sys
import types
from threading import get_ident

from ..kernels.internals import cpython

VERSIONS = ((3, 11), (3, 12), (3, 13), (3, 14))

# instruction -> (what the watcher is told, how many operands it gets, the first of them lowest)
OPERANDS = {
    "LOAD_GLOBAL": ("name", 0),
    "LOAD_NAME": ("name", 0),
    "STORE_GLOBAL": ("names", 0),
    "DELETE_GLOBAL": ("names", 0),
    "LOAD_ATTR": ("attribute", 1),
    "LOAD_METHOD": ("attribute", 1),
    "LOAD_SUPER_ATTR": ("inherits", 3),
    "IMPORT_FROM": ("attribute", 1),
    "IMPORT_NAME": ("imports", 2),
    "STORE_ATTR": ("changes", 1),
    "DELETE_ATTR": ("drops", 1),
    "BINARY_SUBSCR": ("item", 2),
    "STORE_SUBSCR": ("puts", 3),
    "DELETE_SUBSCR": ("removes", 2),
    "BINARY_SLICE": ("part", 3),
    "STORE_SLICE": ("parts", 3),
    "CONTAINS_OP": ("contains", 2),
    "GET_ITER": ("iterates", 1),
    "GET_YIELD_FROM_ITER": ("iterates", 1),
    "BEFORE_WITH": ("manages", 1),
    "LOAD_SPECIAL": ("manages", 1),
    "UNPACK_SEQUENCE": ("content", 1),
    "UNPACK_EX": ("content", 1),
    "GET_LEN": ("content", 1),
    "MATCH_CLASS": ("matches", 3),
    "MATCH_MAPPING": ("content", 1),
    "MATCH_SEQUENCE": ("content", 1),
    "LIST_EXTEND": ("content", 1),
    "SET_UPDATE": ("content", 1),
    "DICT_UPDATE": ("content", 1),
    "DICT_MERGE": ("content", 1),
    "COMPARE_OP": ("operands", 2),
    "IS_OP": ("identical", 2),
    "UNARY_NEGATIVE": ("negates", 1),
    "UNARY_INVERT": ("inverts", 1),
    "BINARY_OP": ("operands", 2),
    "UNARY_NOT": ("truth", 1),
    "TO_BOOL": ("truth", 1),
    "POP_JUMP_IF_TRUE": ("truth", 1),
    "POP_JUMP_IF_FALSE": ("truth", 1),
    "POP_JUMP_FORWARD_IF_TRUE": ("truth", 1),
    "POP_JUMP_FORWARD_IF_FALSE": ("truth", 1),
    "POP_JUMP_BACKWARD_IF_TRUE": ("truth", 1),
    "POP_JUMP_BACKWARD_IF_FALSE": ("truth", 1),
    "JUMP_IF_TRUE_OR_POP": ("truth", 1),
    "JUMP_IF_FALSE_OR_POP": ("truth", 1),
    "FORMAT_VALUE": ("shows", 1),
    "FORMAT_SIMPLE": ("shows", 1),
    "FORMAT_WITH_SPEC": ("shows", 2),
    "CONVERT_VALUE": ("shows", 1),
}

_CALLS = ("calls", "spreads")
watchers: dict = {}  # thread -> the watcher that its spies tell
_instrumented: dict = {}  # id of a code object -> (itself, with spies)


class Spy:
    """Tells the watcher of this thread what an instruction is about to do.

    Where that is a call, it gives what is called: the first operand, or what stands for it.
    """

    __slots__ = ("arg", "what")

    def __init__(self, what, arg):
        self.what, self.arg = what, arg

    def __call__(self, *operands):
        watcher = watchers.get(get_ident()) if watchers else None
        if watcher is None or watcher.told or not watcher.trace.active:
            # what a watcher itself asks of the user's objects is no part of the recording
            if watcher is not None and watcher.told and watcher.trace.active:
                self._asked(watcher, operands)
            return operands[0] if self.what in _CALLS else None
        watcher.told = True
        try:
            found = getattr(watcher, self.what)(cpython.frame(1), self.arg, *operands)
        finally:
            watcher.told = False
        return operands[0] if found is None and self.what in _CALLS else found

    def _asked(self, watcher, operands):
        """Let the watcher know what its own questions run."""
        watcher.told = False
        try:
            watcher.is_asked(cpython.frame(2), self.what, operands)
        finally:
            watcher.told = True

    def __repr__(self):
        return f"<spy: {self.what} {self.arg!r}>"


def with_spies(code):
    """A code object with spies, and in those of the functions that it defines."""
    found = _instrumented.get(id(code))
    if found is None:
        if len(_instrumented) > 4096:
            _instrumented.clear()
        made = _rewritten(code)
        found = _instrumented[id(code)] = code, made
        _instrumented[id(made)] = made, made
    return found[1]


def has_spies(code):
    """Whether this code object already has spies."""
    found = _instrumented.get(id(code))
    return found is not None and found[1] is code


def _rewritten(code):
    from bytecode import Bytecode, Instr

    if sys.version_info[:2] not in VERSIONS:
        known = ", ".join(f"{major}.{minor}" for major, minor in VERSIONS)
        raise NotImplementedError(
            f"compile: expected CPython {known}; got {sys.version.split()[0]}, whose instructions "
            "are not known yet; try one of these"
        )
    source = Bytecode.from_code(code)
    out = source.copy()
    out.clear()
    for number, instruction in enumerate(source):
        if not isinstance(instruction, Instr):  # a label, or the border of a try block
            out.append(instruction)
            continue
        name, arg = instruction.name, instruction.arg
        if isinstance(arg, types.CodeType):
            instruction = _like(instruction, name, with_spies(arg))
        if name in OPERANDS:
            out += _spy(instruction, *_told(name, arg))
        elif name == "CALL_FUNCTION_EX":
            out += _spy(instruction, *_spread(arg))
        elif _calls(source, number):
            out += _spy(instruction, *_called(source, number))
        out += _bound(instruction)
    return out.to_code()


def _like(instruction, name, arg=None):
    """A new instruction on the line of another one."""
    from bytecode import UNSET, Instr

    return Instr(name, UNSET if arg is None else arg, location=instruction.location)


def _told(name, arg):
    """The spy of an instruction, and how deep its operands lie."""
    what, count = OPERANDS[name]
    if name == "FORMAT_VALUE" and arg & 4:  # the format lies above the value
        count = 2
    if isinstance(arg, tuple):  # (whether a method or a callable is wanted, name)
        arg = arg[-1]
    arg = arg if isinstance(arg, str) else getattr(arg, "name", None)
    if arg == "SUBSCR":  # a BINARY_OP since 3.14
        what = "item"
    return Spy(what, arg), tuple(range(count, 0, -1))


def _calls(source, number):
    """Whether an instruction begins a call: KW_NAMES and PRECALL stand before it."""
    name = source[number].name
    if name == "CALL_KW":
        return True
    before = getattr(source[number - 1], "name", "") if number else ""
    if name == "KW_NAMES":
        return True
    if name == "PRECALL":
        return before != "KW_NAMES"
    return name == "CALL" and before not in ("KW_NAMES", "PRECALL")


def _called(source, number):
    """The spy of a call: it gets the callable and the arguments."""
    names, place = (), number
    if source[number].name == "KW_NAMES":
        names, place = source[number].arg, number + 1
    count, below = source[place].arg, 0
    if source[place].name == "CALL_KW":  # the names lie above the arguments
        names, below = source[number - 1].arg, 1
    spy = Spy("calls", tuple(names))
    if sys.version_info >= (3, 13):  # callable, NULL, arguments
        return spy, (count + 2 + below, *range(count + below, below, -1))
    return spy, tuple(range(count + 1, 0, -1))


def _spread(flags):
    """The spy of a call with `*args` and `**kwargs`."""
    if sys.version_info >= (3, 14):  # callable, NULL, args, kwargs or NULL
        return Spy("spreads", None), (4, 2)
    keywords = flags & 1
    if sys.version_info >= (3, 13):
        return Spy("spreads", None), (4, 2, 1) if keywords else (3, 1)
    return Spy("spreads", None), (3, 2, 1) if keywords else (2, 1)


def _spy(instruction, spy, depths):
    """Instructions that call a spy with copies of operands, counted from the top of the stack."""
    new = functools.partial(_like, instruction)
    if sys.version_info >= (3, 13):
        yield from (new("LOAD_CONST", spy), new("PUSH_NULL"))
    else:
        yield from (new("PUSH_NULL"), new("LOAD_CONST", spy))
    for pushed, depth in enumerate(depths):
        yield new("COPY", depth + 2 + pushed)
    if sys.version_info < (3, 12):
        yield new("PRECALL", len(depths))
    yield new("CALL", len(depths))
    if spy.what in _CALLS:
        yield new("SWAP", depths[0] + 1)
    yield new("POP_TOP")


def _bound(instruction):
    """An instruction; one that loads a method loads it bound, so that calls look alike."""
    new = functools.partial(_like, instruction)
    name, arg = instruction.name, instruction.arg
    if name == "LOAD_METHOD":
        return [new("LOAD_ATTR", arg), new("PUSH_NULL"), new("SWAP", 2)]
    if name == "LOAD_ATTR" and isinstance(arg, tuple) and arg[0]:
        loaded = [new("LOAD_ATTR", (False, arg[1])), new("PUSH_NULL")]
        return loaded if sys.version_info >= (3, 13) else [*loaded, new("SWAP", 2)]
    return [instruction]
