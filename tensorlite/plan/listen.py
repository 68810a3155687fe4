"""What spies tell a recording: each instruction of the user's that reads, changes or calls."""

import builtins
import contextvars
import functools
import importlib
import operator
import sys
import types
import weakref
from pathlib import PurePath

import numpy as np

from ..graph import is_internal
from ..tensor import Tensor
from .conditions import MISSING, is_plain
from .effects import Assigned, Shown
from .holders import Attributes, Elements, Globals, Items, container_kind
from .known import follows, has_attributes, is_module, is_users, is_window
from .numbers import Number, valued
from .watch import BUILTIN, IGNORED, Watch

_UNREPEATABLE = {"random", "time", "_random", "secrets", "uuid", "datetime", "_datetime",
                 "numpy.random", "posix", "nt", "_io", "io", "select", "socket", "_socket",
                 "_thread", "threading", "multiprocessing", "subprocess", "queue", "_queue",
                 "pathlib", "pathlib._local", "genericpath", "tempfile", "shutil",
                 "glob"}  # fmt: skip
_PURE_OF_THEM = {"timedelta", "isoformat", "strftime", "fspath", "fsdecode", "current_thread",
                 "commonprefix", *dir(PurePath)}  # fmt: skip
_OF_FILES = {"lexists", "islink", "ismount", "realpath", "abspath", "expanduser", "relpath"}
_ASKED = ("get", "is", "are_", "initial_seed", "current_", "has")  # how settings are asked for
_LOGGED = {"debug", "info", "warning", "warn", "error", "critical", "exception", "log"}
_ADD_ONLY = {"append", "extend", "appendleft", "extendleft", "add", "update", "__setitem__"}
_BY_KEY = {"get", "__getitem__", "__contains__", "setdefault", "pop"}
_FUNCTION = 2  # CO_NEWLOCALS: the code of a function
_DISPLAYS = {"print"}


class Listener(Watch):
    """
    A Watch that spies tell what happens.

    Its public methods get the frame, what the instruction names, and copies of its operands; see
    `spies.OPERANDS`.
    """

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
        if kind in IGNORED:
            return
        if isinstance(obj, types.ModuleType):
            self._of_module(obj, name)
        elif isinstance(obj, type) and name == "__dict__" and is_users(obj):
            self.labels.setdefault(id(obj), obj.__name__)
            self.holder(obj, Attributes)  # it is from outside
            self._vars(None, obj)
        elif isinstance(obj, type):
            self._class_method(kind, name)  # a property of the metaclass
            self._of_class(obj, name)
        elif kind is types.FunctionType:
            if self.outside(obj) and name in vars(obj):
                self.reads(self.holder(obj, Attributes), name)
            elif self.outside(obj) and name != "__code__":  # that is watched where it is called
                self._computed(obj, name)
        elif kind is super:
            chain = obj.__self_class__.__mro__
            for base in chain[chain.index(obj.__thisclass__) + 1 :]:
                if name in vars(base):
                    self._class_method(base, name)
                    return
        else:
            self._of_object(obj, kind, name)

    def inherits(self, frame, name, _, kind, obj):
        """`super().name` is read."""
        self.attribute(frame, name, super(kind, obj))

    def imports(self, frame, name, level, _):
        """A module is imported: it stays that one, or stays unknown."""
        if level:
            return
        text = self.conditions.constant(sys.modules)
        try:
            importlib.import_module(name)
        except ImportError:
            self.conditions.require(f"{name!r} not in {text}", f"module {name}")
        else:
            self.conditions.equal(f"{text}.get({name!r})", sys.modules[name], f"module {name}")

    def _of_module(self, module, name):
        """An attribute of a module of Python: the user's may change, state in others, too."""
        if follows(getattr(module, "__file__", None) or "<frozen>"):
            self.labels.setdefault(id(module), module.__name__)
            self.reads(self.holder(module, Attributes), name)
            return
        value = getattr(module, name, MISSING)  # it may be loaded now
        if name in vars(module) and not isinstance(value, types.ModuleType):
            self.labels.setdefault(id(module), module.__name__)
            self.reads(self.holder(module, Attributes), name)
        elif is_plain(value):
            self._computed(module, name)

    def _computed(self, obj, name):
        """An attribute that C code or a property of ours computes."""
        value = getattr(obj, name, MISSING)
        if value is MISSING or (id(obj), "computed", name) in self.read:
            return
        self.read.add((id(obj), "computed", name))
        if is_plain(value) or getattr(obj, name) is value:
            text = self.seen.get(id(obj), (obj, None))[1] or self.conditions.constant(obj)
            self.conditions.equal(f"{text}.{name}", value, f"{name} of a {type(obj).__name__}")
            self.mark(value, name)

    def _of_object(self, obj, kind, name):
        """An attribute of an instance is read."""
        found = next((vars(base)[name] for base in kind.__mro__ if name in vars(base)), MISSING)
        held = getattr(obj, "__dict__", None) if has_attributes(obj) else None
        slot = isinstance(found, types.MemberDescriptorType)
        data = hasattr(type(found), "__set__") and not slot
        if isinstance(obj, Tensor) and name == "_version" and self.outside(obj):
            self.refuse("the version of a tensor, which each write changes", "reading it outside")
        if isinstance(found, types.GetSetDescriptorType) and self.outside(obj):
            self._c_attribute(obj, name)
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

    def _c_attribute(self, obj, name):
        """An attribute that C code computes from what an object holds."""
        if isinstance(obj, np.ndarray) and not is_plain(getattr(obj, name)):
            self._array(obj)
        elif is_window(obj):
            self.whole(obj)
        elif isinstance(obj, np.ndarray | BaseException):
            self._computed(obj, name)

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
        if not -len(holder.obj) <= key < len(holder.obj):
            self._len(None, holder.obj)
            return
        self.reads(holder, key if key >= 0 else key + len(holder.obj))
        if key < 0:
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
        if container_kind(obj) is not None or is_window(obj):
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

    def matches(self, frame, _, obj, kind, names):
        """`case Kind(name=...)` is tried."""
        for name in (*getattr(kind, "__match_args__", ()), *names):
            self.attribute(frame, name, obj)

    def content(self, frame, _, obj):
        """A container is unpacked, matched, or added to another."""
        self.deep(obj)

    def truth(self, frame, _, obj):
        """Whether an object is true."""
        if type(obj) in IGNORED or not self.outside(obj) or isinstance(obj, Tensor):
            return
        if is_window(obj):
            self.whole(obj)
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
            if type(obj) in IGNORED or isinstance(obj, Tensor):
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
        if self._handed_out(called, args, names) or self.enters(called):
            return
        name = getattr(called, "__name__", "")
        owner = getattr(called, "__self__", None)
        if self._unrepeatable(called, owner):
            self._host_call(frame, called, name, args, names)
            return
        if name in _SPECIAL and getattr(builtins, name, None) is called:
            _SPECIAL[name](self, frame, *args)
            return
        if not args and name.startswith(_ASKED) and self._of_ours(called, owner):
            self._answered(called)
            return
        if isinstance(called, operator.attrgetter):
            self._attributes(frame, called, *args)
        if type(called) in BUILTIN and owner is not None and self.outside(owner):
            self._method(frame, owner, name, args)
        elif owner is not None and self.outside(owner) and not isinstance(owner, Tensor):
            self._library_method(called, owner, name)
        stored = type(called) in BUILTIN and name in _ADD_ONLY
        if not stored and not getattr(called, "shares_memory", False):
            for value in args:
                self._given(value)

    def _of_ours(self, called, owner):
        """Whether a call asks for a setting of the library's or of the interpreter's."""
        if owner is sys:
            return True
        return isinstance(called, types.FunctionType) and is_internal(called.__code__.co_filename)

    def _answered(self, called, *args):
        """A setting is asked for: it stays what it is."""
        value = called(*args)
        given = ", ".join(map(self.conditions.constant, args))
        expression = f"{self.conditions.constant(called)}({given})"
        if is_plain(value):
            self.conditions.equal(expression, value, f"{called.__name__}()")
        elif isinstance(value, dict) and all(map(is_plain, value.values())):
            self.conditions.require(f"{expression} == {self.conditions.constant(dict(value))}",
                                    f"{called.__name__}()", expression, value)  # fmt: skip

    def _attributes(self, frame, getter, obj):
        """`operator.attrgetter(...)(obj)`."""
        for path in getter.__reduce__()[1]:
            at = obj
            for name in path.split("."):
                self.attribute(frame, name, at)
                at = getattr(at, name)

    def _handed_out(self, called, args, names):
        """What is called only hands out an object that is there: it is from outside, too."""
        owner = getattr(called, "__self__", None)
        if isinstance(called, weakref.ref):
            expression = f"{self.conditions.constant(called)}()"
        elif isinstance(owner, contextvars.ContextVar) and called.__name__ == "get":
            given = ", ".join(map(self.conditions.constant, args))
            expression = f"{self.conditions.constant(owner)}.get({given})"
        else:
            if isinstance(called, functools._lru_cache_wrapper):
                self._cached(called, args, names)
                return True
            return False
        value = called(*args)
        self.conditions.equal(expression, value, "what a reference or variable holds")
        self.mark(value, type(value).__name__)
        return True

    def _cached(self, called, args, names):
        """A function with a cache: it gives the same again, or each call runs it as eager code."""
        self.enters(called.__wrapped__)
        count = len(args) - len(names)
        kwargs = dict(zip(names, args[count:], strict=True))
        self.told = False
        try:
            value = called(*args[:count], **kwargs)
        finally:
            self.told = True
        if is_plain(value) and all(map(is_plain, args)):
            given = [self.conditions.constant(x) for x in args[:count]]
            given += [f"{name}={self.conditions.constant(x)}" for name, x in kwargs.items()]
            expression = f"{self.conditions.constant(called)}({', '.join(given)})"
            self.conditions.equal(expression, value, f"{called.__name__}()")
        self.mark(value, called.__name__)

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
        if home == "posixpath" and name in _OF_FILES:
            return True
        root = home if home in _UNREPEATABLE else home.rsplit(".", 1)[0]
        if isinstance(called, type) and root != "_io":
            return False
        return root in _UNREPEATABLE and name not in _PURE_OF_THEM

    def _host_call(self, frame, called, name, args, names):
        """What is shown is shown by each call; what answers differently each time is refused."""
        home = getattr(called, "__module__", None) or type(called.__self__).__module__
        if home == "logging" and name not in _LOGGED:
            if all(map(is_plain, args)) and not names:
                self._answered(called, *args)
            return
        if name in _DISPLAYS or home == "logging" or type(
                getattr(called, "__self__", None)).__module__ == "logging":  # fmt: skip
            for value in args:
                self.deep(value)
                if not is_plain(value) and not isinstance(value, Tensor | Number):
                    self.refuse(f"{name}() of a {type(value).__name__}",
                                f"{name}() outside, or of numbers and strings", frame)  # fmt: skip
            count = len(args) - len(names)
            if not any(isinstance(value, Tensor) for value in args):
                args = [x.fixed() if type(x) is Number else x for x in args]
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
        elif name == "__subclasses__":
            self.refuse("the subclasses of a class", "a list of them", frame)
        elif name in ("__reduce_ex__", "__reduce__", "__getstate__", "__dir__"):
            self._vars(None, owner)
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
        if kind in IGNORED or isinstance(value, Tensor):
            return
        if isinstance(value, types.FunctionType | types.MethodType | functools.partial):
            self.enters(value)
        elif is_module(value) and self.outside(value):
            self.trace.uses_tree(value)
        elif container_kind(value) is not None or isinstance(value, tuple | np.ndarray):
            self.deep(value)
        elif is_window(value):
            self.whole(value)
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
                for key in holder.now() if holder.open else list(holder.before):
                    self.reads(holder, key)
                if hasattr(obj, "__dict__") and not self.changed(holder):
                    text, names = self.text_of(holder), self.conditions.constant(tuple(vars(obj)))
                    self.conditions.require(f"tuple(vars({text})) == {names}",
                                            f"the attributes of {holder.label}")  # fmt: skip

    def _len(self, frame, obj, *_):
        kind = container_kind(obj)
        if is_window(obj):
            self.whole(obj)
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

    def _isinstance(self, frame, obj, kinds, *_):
        """Abstract classes of the user's know further classes that are registered."""
        self._issubclass(frame, type(obj), kinds)

    def _issubclass(self, frame, kind, kinds):
        for base in kinds if isinstance(kinds, tuple) else (kinds,):
            if type(base) is not type and isinstance(base, type) and is_users(base):
                names = self.conditions.constant(kind), self.conditions.constant(base)
                self.conditions.require(
                    f"issubclass({names[0]}, {names[1]}) is {issubclass(kind, base)}",
                    f"whether {kind.__name__} is a {base.__name__}")  # fmt: skip

    def _nothing(self, frame, *_):
        pass


_SPECIAL = {
    "getattr": Listener._getattr, "hasattr": Listener._getattr, "setattr": Listener._setattr,
    "delattr": Listener._setattr, "vars": Listener._vars, "dir": Listener._vars,
    "len": Listener._len,
    "next": Listener._next, "iter": Listener._iter, "globals": Listener._globals,
    "isinstance": Listener._isinstance, "issubclass": Listener._issubclass,
    "type": Listener._nothing, "id": Listener._nothing, "callable": Listener._nothing,
    "super": Listener._nothing,
}  # fmt: skip
