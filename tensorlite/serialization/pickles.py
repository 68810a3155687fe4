"""Pickles as data: their opcodes put lists, dicts and tensors together, and call nothing else.

The names in a pickle are looked up in a table of constructors; a name that is not there ends the
reading. `pickle.Unpickler` is not used, since it also sets attributes of what it finds.
"""

from __future__ import annotations

import pickletools
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np


class Name(NamedTuple):
    """A class or function that a pickle names."""

    module: str
    name: str

    def __str__(self):
        return f"{self.module}.{self.name}"


class Refused(Exception):
    """A pickle that names or does what no weights need."""


class _NumpyType:
    """A NumPy dtype while its byte order may still be told."""

    def __init__(self, code, align=False, copy=True):
        self.dtype = np.dtype(code)
        if self.dtype.hasobject or self.dtype.names is not None:
            raise Refused(f"an array of {code}")


def _numpy_scalar(kind, data):
    data = data.encode("latin1") if isinstance(data, str) else data
    return np.frombuffer(data, kind.dtype, 1)[0].item()


def _encoded(text, encoding):
    """What bytes are in a pickle of protocol 2."""
    if encoding not in ("latin1", "latin-1"):
        raise Refused(f"the encoding {encoding}")
    return text.encode("latin1")


def _default_dict(factory=None, *items):
    plain = {Name("builtins", kind.__name__): kind for kind in (list, dict, int, float, set)}
    if factory is not None and factory not in plain:
        raise Refused(f"a defaultdict of {factory}")
    return defaultdict(plain.get(factory), *items)


CONSTRUCTORS: dict[str, Callable] = {
    "collections.OrderedDict": OrderedDict,
    "collections.Counter": Counter,
    "collections.defaultdict": _default_dict,
    "builtins.set": set,
    "builtins.frozenset": frozenset,
    "builtins.complex": complex,
    "builtins.bytearray": bytearray,
    "_codecs.encode": _encoded,
    "numpy.dtype": _NumpyType,
    "numpy.core.multiarray.scalar": _numpy_scalar,
    "numpy._core.multiarray.scalar": _numpy_scalar,
}


class Machine:
    """Runs one pickle.

    Parameters
    ----------
    known : dict of str to callable
        What else may be called, by its full name.
    persistent : callable
        Of a tuple: what the pickle stores elsewhere.
    finish : callable
        Of a Name that is a value rather than called: what it stands for.
    """

    def __init__(self, known, persistent, finish):
        self.known, self.persistent, self.finish = {**CONSTRUCTORS, **known}, persistent, finish
        self.stack: list[Any] = []
        self.marks: list[int] = []
        self.memo: dict[int, Any] = {}

    def run(self, file):
        """The value; `file` is left behind the pickle."""
        for opcode, argument, _ in pickletools.genops(file):
            name = opcode.name
            if name == "STOP":
                return self.value(self.stack.pop())
            step = getattr(self, f"_{name.lower()}", None)
            if step is not None:
                step(argument)
            elif name in _LITERALS:
                self.stack.append(_LITERALS[name](argument))
            elif name not in ("PROTO", "FRAME"):
                raise Refused(f"the opcode {name}")
        raise Refused("no end")

    def value(self, x):
        """What is to be kept: in tuples names stay names at first, for they may be arguments."""
        if isinstance(x, Name):
            return self.finish(x)
        return tuple(map(self.value, x)) if type(x) is tuple else x

    def _marked(self):
        place = self.marks.pop()
        items = self.stack[place:]
        del self.stack[place:]
        return items

    def _mark(self, _):
        self.marks.append(len(self.stack))

    def _pop(self, _):
        self.stack.pop()

    def _pop_mark(self, _):
        self._marked()

    def _dup(self, _):
        self.stack.append(self.stack[-1])

    # containers

    def _append(self, _):
        item = self.value(self.stack.pop())
        self._open_list().append(item)

    def _appends(self, _):
        items = [self.value(x) for x in self._marked()]
        self._open_list().extend(items)

    def _open_list(self):
        if type(self.stack[-1]) is not list:
            raise Refused(f"items for a {type(self.stack[-1]).__name__}")
        return self.stack[-1]

    def _setitem(self, _):
        value, key = self.stack.pop(), self.stack.pop()
        self._open_dict()[self.value(key)] = self.value(value)

    def _setitems(self, _):
        items = [self.value(x) for x in self._marked()]
        self._open_dict().update(zip(items[::2], items[1::2], strict=True))

    def _open_dict(self):
        if not isinstance(self.stack[-1], dict):
            raise Refused(f"entries for a {type(self.stack[-1]).__name__}")
        return self.stack[-1]

    def _additems(self, _):
        items = self._marked()
        if type(self.stack[-1]) is not set:
            raise Refused(f"elements for a {type(self.stack[-1]).__name__}")
        self.stack[-1].update(items)

    def _tuple(self, _):
        self.stack.append(tuple(self._marked()))

    def _tuple1(self, _):
        self._last(1)

    def _tuple2(self, _):
        self._last(2)

    def _tuple3(self, _):
        self._last(3)

    def _last(self, count):
        self.stack[-count:] = [tuple(self.stack[-count:])]

    def _list(self, _):
        self.stack.append([self.value(x) for x in self._marked()])

    def _dict(self, _):
        items = [self.value(x) for x in self._marked()]
        self.stack.append(dict(zip(items[::2], items[1::2], strict=True)))

    # what was seen before

    def _put(self, place):
        self.memo[place] = self.stack[-1]

    _binput = _long_binput = _put

    def _memoize(self, _):
        self.memo[len(self.memo)] = self.stack[-1]

    def _get(self, place):
        self.stack.append(self.memo[place])

    _binget = _long_binget = _get

    # names, and what is called

    def _global(self, argument):
        module, _, name = argument.partition(" ")
        self.stack.append(Name(_MODULES.get(module, module), name))

    def _stack_global(self, _):
        name, module = self.stack.pop(), self.stack.pop()
        self._global(f"{module} {name}")

    def _reduce(self, _):
        arguments, function = self.stack.pop(), self.stack.pop()
        self.stack.append(self._called(function, arguments))

    _newobj = _reduce

    def _called(self, function, arguments):
        if not isinstance(function, Name) or str(function) not in self.known:
            raise Refused(str(function))
        return self.known[str(function)](*arguments)

    def _build(self, state):
        state, made = self.stack.pop(), self.stack[-1]
        if isinstance(made, _NumpyType):
            made.dtype = made.dtype.newbyteorder(state[1])
        elif isinstance(made, OrderedDict) and isinstance(state, dict):
            pass  # versions of modules, which ours do not need
        else:
            raise Refused(f"the state of a {type(made).__name__}")

    def _binpersid(self, _):
        self.stack.append(self.persistent(self.stack.pop()))


_MODULES = {"__builtin__": "builtins"}
_LITERALS: dict[str, Callable] = {
    "NONE": lambda _: None,
    "NEWTRUE": lambda _: True,
    "NEWFALSE": lambda _: False,
    "EMPTY_DICT": lambda _: {},
    "EMPTY_LIST": lambda _: [],
    "EMPTY_TUPLE": lambda _: (),
    "EMPTY_SET": lambda _: set(),
    **dict.fromkeys(
        (
            *("INT", "BININT", "BININT1", "BININT2", "LONG", "LONG1", "LONG4", "FLOAT"),
            *("BINFLOAT", "UNICODE", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8"),
            *("STRING", "BINSTRING", "SHORT_BINSTRING"),
            *("BINBYTES", "SHORT_BINBYTES", "BINBYTES8", "BYTEARRAY8"),
        ),
        lambda argument: argument,
    ),
}
