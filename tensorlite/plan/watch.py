"""What a recording reads and writes outside of itself.

The rule: whatever the recorded function read is watched, or an input of the plan, or refused with
the line that reads it; whatever it wrote to Python objects is repeated by each call, or refused.

While a function is recorded, spies (see `spies`) tell a `Watch` what the user's functions are about
to do: which names, attributes and items they read, what they iterate over and call. What is reached
from arguments, globals, enclosing functions, defaults and classes is *outside*; each mutable object
outside is copied when it is first seen, so that its changes are found at the end, whoever makes
them.
"""

import builtins
import functools
import gc
import sys
import sysconfig
import types
from pathlib import Path
from threading import get_ident

import numpy as np

from ..errors import TraceError
from ..graph import is_internal, place_of
from ..tensor import Tensor
from . import spies
from .conditions import MISSING, is_plain
from .holders import Attributes, Cell, Elements, Globals, Items, Members, container_kind, slots_of
from .numbers import Number, valued

_STDLIB = str(Path(sysconfig.get_path("stdlib"))) + "/"
_SITE = ("site-packages/", "dist-packages/")
# parts of the standard library that hand on to the user's functions and objects
_FOLLOWED = ("collections/", "contextlib.py", "copy.py", "dataclasses.py", "functools.py", "os.py",
             "_collections_abc.py", "types.py", "argparse.py", "configparser.py")  # fmt: skip
_LIBRARIES = ("numpy", "numba", "llvmlite", "torch", "scipy", "bytecode", "_pytest", "pluggy")
_UNREPEATABLE = {"random", "time", "_random", "secrets", "uuid", "datetime", "_datetime",
                 "numpy.random", "posix", "nt", "_io", "io", "select", "socket", "_socket",
                 "_thread", "threading", "multiprocessing", "subprocess"}  # fmt: skip
_PURE_OF_THEM = {"timedelta", "isoformat", "strftime", "fspath", "fsdecode", "current_thread"}
_IGNORED = (type(None), bool, int, float, complex, str, bytes, range, slice, types.EllipsisType,
            types.NotImplementedType, types.CodeType, np.dtype, Number)  # fmt: skip
_BUILTIN = (types.BuiltinFunctionType, types.MethodWrapperType, types.WrapperDescriptorType,
            types.MethodDescriptorType, types.ClassMethodDescriptorType)  # fmt: skip
_ADD_ONLY = {"append", "extend", "appendleft", "extendleft", "add", "update", "__setitem__"}
_BY_KEY = {"get", "__getitem__", "__contains__", "setdefault", "pop"}
_FUNCTION = 2  # CO_NEWLOCALS: the code of a function
_HEAP = 1 << 9  # Py_TPFLAGS_HEAPTYPE: a class that Python code made
_DISPLAYS = {"print"}


class Unprepared(BaseException):
    """A function of the user's is about to run without spies: record again, with them."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


class _Watched(dict):
    """Whether the functions of a file are followed: the user's, and what hands on to them."""

    def __missing__(self, filename):
        known = is_internal(filename)
        if filename.startswith("<frozen"):  # a module that is part of the interpreter
            known = not f"{filename[8:-1]}.py".startswith(_FOLLOWED)
        for part in _SITE:
            if part in filename:
                known |= filename.split(part)[-1].split("/")[0] in _LIBRARIES
        if filename.startswith(_STDLIB) and not any(part in filename for part in _SITE):
            known |= not filename[len(_STDLIB) :].startswith(_FOLLOWED)
        self[filename] = not known
        return not known


_watched = _Watched()


class Watch:
    """
    Follows the user's functions while they are recorded.

    Parameters
    ----------
    trace : Trace
    conditions : Conditions
        Written as things are read.
    varying : set of str
        Places whose numbers and tensors differ from call to call: they become inputs.
    prepared : iterable of function
        To be followed from the start.
    """

    def __init__(self, trace, conditions, varying=(), prepared=()):
        self.trace, self.conditions, self.varying = trace, conditions, varying
        self.seen = {}  # id -> (object, text)
        self.labels = {}  # id -> access path
        self.holders = {}  # (id, class) -> Holder
        self.read = set()  # (id, class, key)
        self.tensors = {}  # id -> (tensor, label)
        self.arrays = {}  # id -> (array, copy)
        self.inputs, self.given = [], []  # stand-ins for tensors that are inputs, and these
        self.stand_ins = {}  # (id of an object, key) -> the input that stands there
        self.opaque = set()  # (id of an object, key) of what effects of ours have used
        self.managed = set()  # ids of dicts that effects of ours change
        self.places = {}  # id -> (code, instruction) that changes an object
        self.swapped = []  # (function, its code)
        self.unprepared = None
        self._suspended = 0
        self._start = list(prepared)

    # ---- around the recording

    def __enter__(self):
        self.thread, self.profile = get_ident(), sys.getprofile()
        spies.watchers[self.thread] = self
        for function in self._start:
            self.enter(function)
        sys.setprofile(self._profiled)
        return self

    def __exit__(self, *error):
        sys.setprofile(self.profile)
        spies.watchers.pop(self.thread, None)
        for function, code in self.swapped:
            function.__code__ = code

    def _profiled(self, frame, event, _):
        """Let no frame of the user's pass without spies."""
        if event == "return" and self._suspended == id(frame):
            self._suspended = 0
        if event != "call" or self._suspended or not self.trace.active:
            return
        code = frame.f_code
        if code.co_name == "<module>":  # an import
            self._suspended = id(frame)
            return
        if not _watched[code.co_filename] or spies.has_spies(code):
            return
        home = frame.f_globals.get("__file__") or code.co_filename
        if code.co_filename.startswith(_STDLIB) or not _watched[home]:
            return  # followed where the user's functions call it
        self.unprepared = code
        raise Unprepared(code)

    def own(self, stand_in):
        """Know a stand-in for a tensor argument."""
        self.seen[id(stand_in)], self.labels[id(stand_in)] = (stand_in, None), "an argument"

    def argument(self, expression, value, place):
        """A number among the arguments: what the function gets for it."""
        if place in self.varying:
            return self.conditions.number(expression, value, place)
        self.conditions.equal(expression, value, place, place)
        return value

    def object(self, expression, value, place):
        """An object among the arguments: found by its place, or always the same one."""
        if is_users(type(value)) and not is_module(value) and not callable(value):
            kind = self.conditions.constant(type(value))
            self.conditions.require(f"type({expression}) is {kind}", place, expression, value)
            self.mark(value, place, expression)
        else:
            self.conditions.equal(expression, value, place)
            self.mark(value, place)

    def leaves(self, value):
        """Refuse to return an object that a call would have to make anew."""
        kinds = (types.FunctionType, types.ModuleType, type, np.generic, np.dtype)
        if type(value) in _IGNORED or self.outside(value) or isinstance(value, kinds):
            return
        if is_users(type(value)) or isinstance(value, np.ndarray | set):
            self.refuse(f"a new {type(value).__name__} that is returned",
                        "a tuple, list, dict or NamedTuple of tensors")  # fmt: skip

    def restore(self):
        """Put back what the recording has written to objects from outside."""
        for holder in self.holders.values():
            if id(holder.obj) not in self.managed:
                holder.restore()

    def refuse(self, what, remedy, frame=None):
        """Raise for what can be neither watched nor repeated."""
        place = self.trace._place() if frame is None else place_of(frame.f_code, frame.f_lasti)
        raise TraceError(f"compile: expected values that can be watched; got {what} at {place}; "
                         f"try {remedy}")  # fmt: skip

    # ---- what is outside

    def mark(self, value, label, text=None):
        """Know an object from outside, by its access path; `text` finds it from the arguments."""
        kind = type(value)
        if kind in _IGNORED or id(value) in self.seen:
            return
        if isinstance(value, tuple):
            for number, part in enumerate(tuple.__iter__(value)):
                self.mark(part, f"{label}[{number}]", text and f"{text}[{number}]")
            return
        self.seen[id(value)], self.labels[id(value)] = (value, text), label
        if isinstance(value, Tensor):
            self.tensors[id(value)] = value, label
        elif kind is types.MethodType:
            self.mark(value.__self__, label, text and f"{text}.__self__")
            self.mark(value.__func__, label, text and f"{text}.__func__")
        elif kind is functools.partial:
            self.mark(value.args, label, text and f"{text}.args")
            self.mark(value.keywords, label, text and f"{text}.keywords")
            self.mark(value.func, label, text and f"{text}.func")
        elif not isinstance(value, types.FunctionType | types.ModuleType | type | np.ndarray):
            held = container_kind(value)
            if held is not None:
                self.holder(value, held)
            if has_attributes(value):
                self.holder(value, Attributes)
            if is_module(value):
                for table in ("_parameters", "_buffers", "_modules"):
                    self.mark(vars(value)[table], label, text and f"{text}.{table}")

    def outside(self, value):
        """Whether a value is known to be from outside."""
        return id(value) in self.seen

    def holder(self, obj, kind):
        """The Holder of one kind of an object from outside."""
        found = self.holders.get((id(obj), kind))
        if found is None:
            _, text = self.seen.get(id(obj), (obj, None))
            label = self.labels.get(id(obj), type(obj).__name__)
            found = self.holders[id(obj), kind] = kind(obj, label, text)
            self.seen.setdefault(id(obj), (obj, None))
        return found

    def text_of(self, holder):
        """The expression for the object of a holder."""
        return holder.text or self.conditions.constant(holder.obj)

    def changed(self, holder):
        """Whether the recording has changed a holder, but for inputs that stand in it."""
        return any(self.stand_ins.get((id(holder.obj), key)) is not value
                   for key, value in holder.changes())  # fmt: skip

    def reads(self, holder, key):
        """An entry is read: watch it, or make it an input."""
        if (id(holder.obj), key) in self.opaque:
            self.refuse(f"{holder.place(key)} after an optimizer or scheduler has used it",
                        "reading it before that step, or outside")  # fmt: skip
        if (id(holder.obj), type(holder), key) in self.read:
            return
        before = holder.look(key)
        now = holder.now().get(key, MISSING)
        if now is not before:  # the recording itself has put it there
            if id(holder.obj) in self.managed:
                self.refuse(f"{holder.place(key)}, which a recorded step has changed",
                            "reading it before that step, or outside")  # fmt: skip
            return
        self.read.add((id(holder.obj), type(holder), key))
        text, name = self.text_of(holder), holder.named(key, self.conditions)
        if before is MISSING:
            self.conditions.require(holder.absent(text, name), holder.place(key), old=MISSING)
            return
        expression = holder.read(text, name)
        path = holder.path(key)
        if self._becomes_input(holder, key, before, expression, path):
            return
        self.conditions.equal(expression, before, holder.place(key), path)
        self.mark(before, path, holder.text and expression)

    def _becomes_input(self, holder, key, value, expression, path):
        """Put a stand-in where a varying number or tensor stands, until the recording ends."""
        if path not in self.varying and not (holder.text and isinstance(value, Tensor)):
            return False
        label = holder.place(key)
        if type(value) in (int, float):
            lent = self.conditions.number(expression, value, label)
        elif type(value) is Tensor and value._node is None:
            self.conditions.tensor(expression, value, label)
            lent = self.trace.stand_in(value)
            self.inputs.append(lent)
            self.given.append(value)
        else:
            return False
        holder.put(key, lent)
        self.stand_ins[id(holder.obj), key] = lent
        return True

    def whole(self, obj):
        """All of a container, a class of the user's or an array is read."""
        if isinstance(obj, np.ndarray):
            self._array(obj)
            return
        kind = container_kind(obj)
        if kind is None or not self.outside(obj):
            return
        holder = self.holder(obj, kind)
        if (id(obj), kind, MISSING) in self.read:
            return
        self.read.add((id(obj), kind, MISSING))
        text = self.text_of(holder)
        varying = any(path.startswith(holder.label) for path in self.varying)
        if varying and kind is not Members and not self.changed(holder):
            self.conditions.require(f"len({text}) == {len(obj)}", holder.label)
            for key in list(holder.before):
                self.reads(holder, key)
            return
        values = tuple(holder.before.values())
        old = (tuple(holder.before), values) if kind is Items else (
            frozenset(values) if kind is Members else values)  # fmt: skip
        test = f"unchanged({text}, {self.conditions.constant(old)})"
        self.conditions.require(test, f"{holder.label}: its content", text, old, holder.label)
        for key, value in holder.before.items():
            expression = holder.text and kind is not Members and holder.read(
                text, holder.named(key, self.conditions))  # fmt: skip
            self.mark(value, holder.path(key), expression or None)

    def deep(self, obj, depth=0):
        """A container is read with the containers in it, as far as they are builtin."""
        self.whole(obj)
        kind = container_kind(obj)
        if kind is not None and depth < 8:
            for part in list(obj.values() if kind is Items else obj):
                if container_kind(part) is not None or isinstance(part, np.ndarray | tuple):
                    self.deep(part, depth + 1)
        elif isinstance(obj, tuple) and depth < 8:
            for part in tuple.__iter__(obj):
                self.deep(part, depth + 1)

    def _array(self, array):
        if not self.outside(array) or id(array) in self.arrays:
            return
        copy = array.copy()
        self.arrays[id(array)] = array, copy
        _, text = self.seen[id(array)]
        text = text or self.conditions.constant(array)
        self.conditions.require(f"same_array({text}, {self.conditions.constant(copy)})",
                                self.labels.get(id(array), "an array"), text, array)  # fmt: skip

    # ---- functions

    def enter(self, function):
        """Follow a function of the user's: spies for it, conditions for what it is made of."""
        code = function.__code__
        home = function.__globals__.get("__file__") or code.co_filename
        if not _watched[code.co_filename] or not _watched[home]:
            return False
        if spies.has_spies(code):
            return True
        if not code.co_filename.startswith((_STDLIB, "<frozen")):
            self._made_of(function, code)
        self.swapped.append((function, code))
        function.__code__ = spies.with_spies(code)
        for cell, variable in zip(function.__closure__ or (), code.co_freevars, strict=True):
            if id(cell) not in self.seen:
                self.seen[id(cell)], self.labels[id(cell)] = (cell, None), variable
                self.reads(self.holder(cell, Cell), "")
        return True

    def _made_of(self, function, code):
        """Conditions for the code of a function and its defaults."""
        name, label = self.conditions.constant(function), function.__name__
        self.conditions.equal(f"{name}.__code__", code, f"{label}.__code__")
        if code.co_argcount:
            self.conditions.equal(f"{name}.__defaults__", function.__defaults__,
                                  f"{label}.__defaults__")  # fmt: skip
            self.mark(function.__defaults__, f"{label}'s defaults")
        if code.co_kwonlyargcount:
            self.conditions.equal(f"{name}.__kwdefaults__", function.__kwdefaults__,
                                  f"{label}.__kwdefaults__")  # fmt: skip
            if function.__kwdefaults__:
                self.mark(function.__kwdefaults__, f"{label}'s defaults")
                self.whole(function.__kwdefaults__)

    def enters(self, called):
        """Follow whatever of the user's a call runs; False if it is not the user's."""
        kind = type(called)
        if kind is types.FunctionType:
            return self.enter(called)
        if kind is types.MethodType:
            return self.enters(called.__func__)
        if kind is functools.partial:
            self.deep(called.args)
            return self.enters(called.func)
        if isinstance(called, type):
            names = ("__new__", "__init__", "__post_init__")
            followed = [self._class_method(called, name) for name in names]
            return any(followed)
        if kind in _BUILTIN:
            return False
        if self.outside(called) and is_module(called):
            self.trace.uses(called)
        return self._class_method(kind, "__call__")

    def module(self, module):
        """A Module is called by a library, or all of it is read."""
        self.mark(module, type(module).__name__)
        self.attribute(None, "forward", module)
        for name, table in vars(module).items():
            if name.endswith("_hooks"):
                for hook in table.values():
                    self._given(hook)

    def _class_method(self, kind, name):
        """Follow a method that a class gives its objects; False if it is not the user's."""
        found = self._of_class(kind, name)
        return found is not MISSING and self._enter_descriptor(found)

    def _of_class(self, kind, name):
        """What a class has for its objects under a name; MISSING if nothing."""
        for base in kind.__mro__:
            if is_users(base):
                self.labels.setdefault(id(base), base.__name__)
                self.reads(self.holder(base, Attributes), name)
            if name in vars(base):
                return vars(base)[name]
        return MISSING

    def _enter_descriptor(self, found):
        if isinstance(found, property):
            functions = found.fget, found.fset, found.fdel
            followed = [self.enter(f) for f in functions if isinstance(f, types.FunctionType)]
            return any(followed)
        found = getattr(found, "__func__", found)
        if type(found) is functools.cached_property:
            found = found.func
        if isinstance(found, types.FunctionType):
            return self.enter(found)
        return is_users(type(found)) and self._class_method(type(found), "__get__")

    # ---- what spies tell: (frame, what the instruction names, operands)

    def name(self, frame, name):
        """A global is read."""
        held = frame.f_globals
        if not frame.f_code.co_flags & _FUNCTION and name in frame.f_locals:
            return  # in the body of a class
        self.labels.setdefault(id(held), held.get("__name__", "globals"))
        self.reads(self.holder(held, Globals), name)

    def names(self, frame, name):
        """A global is about to change."""
        self.labels.setdefault(id(frame.f_globals), frame.f_globals.get("__name__", "globals"))
        self.holder(frame.f_globals, Globals).look(name)
        self._changes(frame, frame.f_globals)

    def attribute(self, frame, name, obj):
        """An attribute is read."""
        kind = type(obj)
        if kind in _IGNORED:
            return
        if isinstance(obj, types.ModuleType):
            self._of_module(obj, name)
        elif isinstance(obj, type):
            self._class_method(kind, name)  # a property of the metaclass
            self._of_class(obj, name)
        elif kind is types.FunctionType:
            if self.outside(obj) and name in vars(obj):
                self.reads(self.holder(obj, Attributes), name)
        elif kind is super:
            chain = obj.__self_class__.__mro__
            for base in chain[chain.index(obj.__thisclass__) + 1 :]:
                if name in vars(base):
                    self._class_method(base, name)
                    return
        else:
            self._of_object(obj, kind, name)

    def _of_module(self, module, name):
        """An attribute of a module of Python: the user's may change, state in others, too."""
        if _watched[getattr(module, "__file__", None) or "<frozen>"]:
            self.labels.setdefault(id(module), module.__name__)
            self.reads(self.holder(module, Attributes), name)
            return
        value = vars(module).get(name)
        if container_kind(value) is not None or is_users(type(value)):
            self.mark(value, f"{module.__name__}.{name}")

    def _of_object(self, obj, kind, name):
        """An attribute of an instance is read."""
        found = next((vars(base)[name] for base in kind.__mro__ if name in vars(base)), MISSING)
        held = getattr(obj, "__dict__", None) if has_attributes(obj) else None
        slot = isinstance(found, types.MemberDescriptorType)
        data = hasattr(type(found), "__set__") and not slot
        if name == "__dict__":
            self._vars(None, obj)
        elif slot or (not data and isinstance(held, dict) and name in held):
            self._own(obj, name)
        elif found is MISSING:
            self._without(obj, kind, name)
        else:
            if self.outside(obj) and is_users(kind):
                self._kind(obj, kind)
                if not data and isinstance(held, dict):
                    self._own(obj, name)  # that it stays absent
            self._enter_descriptor(self._of_class(kind, name))

    def _kind(self, obj, kind):
        """An object stays of its class."""
        if (id(obj), type) not in self.read:
            self.read.add((id(obj), type))
            text = self.seen[id(obj)][1] or self.conditions.constant(obj)
            self.conditions.equal(f"type({text})", kind, f"the class of {self.labels[id(obj)]}")

    def _own(self, obj, name):
        if self.outside(obj) and not (name == "grad" and isinstance(obj, Tensor)):
            self.reads(self.holder(obj, Attributes), name)

    def _without(self, obj, kind, name):
        """An attribute that neither the object nor its class holds."""
        if is_module(obj):
            for table in ("_parameters", "_buffers", "_modules"):
                entries = vars(obj).get(table, {})
                if name in entries and self.outside(obj):
                    self.mark(entries, self.labels[id(obj)])
                    self.reads(self.holder(entries, Items), name)
                    return
        for special in ("__getattr__", "__getattribute__"):
            self._class_method(kind, special)
        if self.outside(obj) and has_attributes(obj):
            self._own(obj, name)

    def changes(self, frame, name, obj):
        """An attribute is about to be set or deleted."""
        if not self.outside(obj) and not isinstance(obj, type | types.ModuleType):
            return
        if isinstance(obj, types.FunctionType | types.ModuleType | type | Tensor):
            self.holder(obj, Attributes).look(name)
        self._changes(frame, obj)

    def _changes(self, frame, obj):
        self.places[id(obj)] = frame.f_code, frame.f_lasti

    def item(self, frame, _, container, key):
        """`container[key]` is read."""
        if not self.outside(container):
            self._class_method(type(container), "__getitem__")
            return
        kind = container_kind(container)
        if kind is Items:
            self.reads(self.holder(container, Items), key)
            self._changes(frame, container)  # a defaultdict makes what is missing
        elif kind is Elements:
            self._element(self.holder(container, Elements), key)
        elif is_module(container):
            self.trace.uses(container)
        else:
            self.whole(container)
        self._class_method(type(container), "__getitem__")

    def _element(self, holder, key):
        if not isinstance(key, int) or self.changed(holder):
            self.whole(holder.obj)
            return
        key = int(key)
        self.reads(holder, key if key >= 0 else key + len(holder.obj))
        if key < 0 and not self.inputs:
            self.conditions.require(f"len({self.text_of(holder)}) == {len(holder.obj)}",
                                    f"len({holder.label})")  # fmt: skip

    def part(self, frame, _, container, *ends):
        """`container[start:stop]` is read."""
        self.whole(container)

    def stores(self, frame, _, container, key):
        """`container[key]` is about to be set or deleted."""
        if isinstance(container, np.ndarray):
            self._array(container)
        elif self.outside(container) and isinstance(key, int) and isinstance(container, list):
            self.conditions.require(f"len({self.text_of(self.holder(container, Elements))}) == "
                                    f"{len(container)}", "a length")  # fmt: skip
        self._changes(frame, container)

    def parts(self, frame, _, container, *ends):
        """`container[start:stop]` is about to be set."""
        self.whole(container)
        self._changes(frame, container)

    def contains(self, frame, _, value, container):
        """`value in container` is asked."""
        if self.outside(container) and isinstance(container, dict):
            self._has(container, value)
        else:
            self.deep(container)

    def _has(self, container, key):
        holder = self.holder(container, Items)
        before = holder.look(key)
        if (id(container), "in", key) in self.read or (key in container) is (before is MISSING):
            return
        self.read.add((id(container), "in", key))
        text, name = self.text_of(holder), self.conditions.constant(key)
        word = "not in" if before is MISSING else "in"
        self.conditions.require(f"{name} {word} {text}", f"{key!r} in {holder.label}",
                                f"{name} in {text}", before is not MISSING)  # fmt: skip

    def iterates(self, frame, _, obj):
        """Iteration begins."""
        if container_kind(obj) is not None:
            self.whole(obj)
        elif isinstance(obj, np.ndarray):
            self._array(obj)
        elif self.outside(obj) and not isinstance(obj, Tensor):
            if is_module(obj):
                self.trace.uses(obj)
            elif not self._class_method(type(obj), "__iter__"):
                self._consumed(frame, obj)

    def _consumed(self, frame, obj):
        if isinstance(obj, dict | set | frozenset | list | tuple | str):
            return
        if hasattr(type(obj), "__next__") or not is_users(type(obj)):
            self.refuse(f"iteration over a {type(obj).__name__} that goes on from call to call",
                        "iterating outside and passing what comes", frame)  # fmt: skip

    def manages(self, frame, _, obj):
        """A `with` statement begins."""
        for special in ("__enter__", "__exit__"):
            self._class_method(type(obj), special)

    def content(self, frame, _, obj):
        """A container is unpacked, matched, or added to another."""
        self.deep(obj)

    def truth(self, frame, _, obj):
        """Whether an object is true."""
        if type(obj) in _IGNORED or not self.outside(obj) or isinstance(obj, Tensor):
            return
        kind = container_kind(obj)
        if kind is not None:
            text, label = self.text_of(self.holder(obj, kind)), self.labels[id(obj)]
            if not self.changed(self.holder(obj, kind)):
                self.conditions.require(text if obj else f"not {text}", f"bool({label})")
            return
        for special in ("__bool__", "__len__"):
            self._class_method(type(obj), special)

    def operands(self, frame, name, x, y):
        """Two operands of an operator or a comparison."""
        for obj in (x, y):
            if type(obj) in _IGNORED or isinstance(obj, Tensor):
                continue
            if name and name.startswith("INPLACE") and obj is x:
                self._changes(frame, x)
                if not isinstance(x, np.ndarray) and container_kind(x) is Elements:
                    continue  # it is only added to
            self.deep(obj)

    def shows(self, frame, _, obj, *how):
        """A value is put into a string."""
        if isinstance(obj, np.ndarray) or container_kind(obj) is not None:
            self.deep(obj)

    def spreads(self, frame, _, called, args=(), kwargs=None):
        """`called(*args, **kwargs)`."""
        self.deep(args)
        self.deep(kwargs)
        if not isinstance(args, tuple):
            args = tuple(args) if isinstance(args, list) else ()
        kwargs = kwargs if isinstance(kwargs, dict) else {}
        self.calls(frame, tuple(kwargs), called, *args, *kwargs.values())

    def calls(self, frame, names, called, *args):
        """Something is called."""
        if not callable(called):
            return
        if self.enters(called):
            return
        name = getattr(called, "__name__", "")
        owner = getattr(called, "__self__", None)
        if self._unrepeatable(called, owner):
            self._host_call(frame, called, name, args, names)
            return
        if name in _SPECIAL and getattr(builtins, name, None) is called:
            _SPECIAL[name](self, frame, *args)
            return
        if type(called) in _BUILTIN and owner is not None and self.outside(owner):
            self._method(frame, owner, name, args)
        elif owner is not None and self.outside(owner) and not isinstance(owner, Tensor):
            self._library_method(called, owner, name)
        stored = type(called) in _BUILTIN and name in _ADD_ONLY
        if not stored and not getattr(called, "shares_memory", False):
            for value in args:
                self._given(value)

    def _unrepeatable(self, called, owner):
        home = getattr(called, "__module__", None) or ""
        if owner is not None and not isinstance(owner, types.ModuleType | type):
            home = type(owner).__module__
        elif isinstance(owner, type):
            home = owner.__module__
        name = getattr(called, "__name__", "")
        if name in ("input", "open") and home in ("builtins", "io", "_io"):
            return True
        if (name in _DISPLAYS and home == "builtins") or home == "logging":
            return True
        root = home if home in _UNREPEATABLE else home.rsplit(".", 1)[0]
        if isinstance(called, type) and root != "_io":
            return False
        return root in _UNREPEATABLE and name not in _PURE_OF_THEM

    def _host_call(self, frame, called, name, args, names):
        """What is shown is shown by each call; what answers differently each time is refused."""
        home = getattr(called, "__module__", None) or type(called.__self__).__module__
        if name in _DISPLAYS or home == "logging" or type(
                getattr(called, "__self__", None)).__module__ == "logging":  # fmt: skip
            for value in args:
                self.deep(value)
                if not is_plain(value) and not isinstance(value, Tensor | Number):
                    self.refuse(f"{name}() of a {type(value).__name__}",
                                f"{name}() outside, or of numbers and strings", frame)  # fmt: skip
            count = len(args) - len(names)
            if not any(isinstance(value, Tensor) for value in args):
                kwargs = dict(zip(names, args[count:], strict=True))
                self.trace.effect(Shown(called, args[:count], kwargs))
            return
        self.refuse(f"{name}() of {home.strip('_')}, which answers differently at each call",
                    "passing what it gives as an argument, or tensorlite's own random numbers",
                    frame)  # fmt: skip

    def _method(self, frame, owner, name, args):
        """A method of a builtin container or an array from outside."""
        self._changes(frame, owner)
        if isinstance(owner, dict) and name in _BY_KEY and args:
            self.reads(self.holder(owner, Items), args[0])
        elif isinstance(owner, dict) and name == "move_to_end":
            self.refuse("move_to_end()", "an order that does not change", frame)
        elif name == "__next__":
            self._consumed(frame, owner)
        elif name not in _ADD_ONLY:
            self.whole(owner)

    def _library_method(self, called, owner, name):
        """A method of ours, or of a library's, on an object from outside."""
        if is_module(owner):
            self.trace.uses_tree(owner)
        elif getattr(called, "replayed", False) or (
                hasattr(owner, "param_groups") and name in ("step", "zero_grad")):  # fmt: skip
            for group in getattr(owner, "param_groups", None) or owner.optimizer.param_groups:
                self._hand_over(group)
        elif has_attributes(owner):
            self._vars(None, owner)
            for value in self.holder(owner, Attributes).before.values():
                self.deep(value)

    def _hand_over(self, group):
        """A step repeats itself from the numbers in a group: those of the function come before."""
        holder = self.holders.get((id(group), Items))
        if holder is None or id(group) in self.managed:
            return
        for (owner, key), lent in self.stand_ins.items():
            if owner == id(group) and group[key] is lent:
                self.opaque.add((owner, key))
                group[key] = lent.value
        for key, value in holder.changes():
            if type(value) is Number or is_plain(value):
                self.opaque.add((id(group), key))
                assigned = Assigned(group, key, holder.before.get(key, MISSING), [valued(value)])
                if type(value) is Number:
                    self.conditions.hands(assigned.box, value)
                self.trace.effect(assigned)
                group[key] = holder.before[key] = valued(value)

    def _given(self, value):
        """An argument of what is not followed: all of it is read."""
        kind = type(value)
        if kind in _IGNORED or isinstance(value, Tensor):
            return
        if isinstance(value, types.FunctionType | types.MethodType | functools.partial):
            self.enters(value)
        elif is_module(value) and self.outside(value):
            self.trace.uses_tree(value)
        elif container_kind(value) is not None or isinstance(value, tuple | np.ndarray):
            self.deep(value)
        elif self.outside(value) and is_users(kind):
            self._vars(None, value)

    # ---- special builtins

    def _getattr(self, frame, obj, name, *default):
        if isinstance(name, str):
            self.attribute(frame, name, obj)

    def _setattr(self, frame, obj, name, *value):
        self.changes(frame, name, obj)

    def _vars(self, frame, *args):
        for obj in args:
            if self.outside(obj) and has_attributes(obj):
                holder = self.holder(obj, Attributes)
                for key in list(holder.before):
                    self.reads(holder, key)

    def _len(self, frame, obj, *_):
        kind = container_kind(obj)
        if kind is None or not self.outside(obj):
            self._class_method(type(obj), "__len__")
            if is_module(obj) and self.outside(obj):
                self.trace.uses(obj)
            return
        holder = self.holder(obj, kind)
        if not self.changed(holder):
            text = self.text_of(holder)
            self.conditions.require(f"len({text}) == {len(obj)}", f"len({holder.label})",
                                    f"len({text})", len(obj))  # fmt: skip
        else:
            self.whole(obj)

    def _next(self, frame, obj, *default):
        if self.outside(obj) and not self._class_method(type(obj), "__next__"):
            self._consumed(frame, obj)

    def _iter(self, frame, obj, *_):
        self.iterates(frame, None, obj)

    def _globals(self, frame, *_):
        held = frame.f_globals
        self.seen.setdefault(id(held), (held, None))

    def _nothing(self, frame, *_):
        pass


_SPECIAL = {
    "getattr": Watch._getattr, "hasattr": Watch._getattr, "setattr": Watch._setattr,
    "delattr": Watch._setattr, "vars": Watch._vars, "dir": Watch._vars, "len": Watch._len,
    "next": Watch._next, "iter": Watch._iter, "globals": Watch._globals,
    "isinstance": Watch._nothing, "issubclass": Watch._nothing, "type": Watch._nothing,
    "id": Watch._nothing, "callable": Watch._nothing, "super": Watch._nothing,
}  # fmt: skip


class Assigned:
    """What a plan writes to a dict before a step of ours reads it."""

    __slots__ = ("before", "box", "group", "key")

    def __init__(self, group, key, before, box):
        self.group, self.key, self.before, self.box = group, key, before, box

    def apply(self):
        """Write; always possible."""
        self.before = self.group.get(self.key, MISSING)
        self.group[self.key] = self.box[0]
        return True

    def changes(self):
        """No object as a whole."""
        return ()

    def undo(self):
        """Put back what was there."""
        if self.before is MISSING:
            self.group.pop(self.key, None)
        else:
            self.group[self.key] = self.before


class Shown:
    """What a plan prints at each call."""

    __slots__ = ("args", "function", "kwargs")

    def __init__(self, function, args, kwargs):
        self.function, self.args, self.kwargs = function, args, kwargs

    def apply(self):
        """Print; always possible."""
        self.function(*self.args, **self.kwargs)
        return True

    def changes(self):
        """No object."""
        return ()

    def undo(self):
        """What was printed stays."""


def has_attributes(obj):
    """Whether an object holds attributes of its own."""
    return hasattr(obj, "__dict__") or bool(type(obj).__flags__ & _HEAP and slots_of(type(obj)))


def is_module(obj):
    """Whether an object is an nn.Module, which this layer does not know."""
    return "_parameters" in getattr(obj, "__dict__", ())


def is_users(kind):
    """Whether a class is the user's."""
    module = sys.modules.get(kind.__module__)
    file = getattr(module, "__file__", None) or kind.__module__
    return bool(kind.__flags__ & _HEAP) and _watched[file]


def functions_of(code):
    """The functions that run a code object."""
    return [f for f in gc.get_referrers(code) if isinstance(f, types.FunctionType)]
