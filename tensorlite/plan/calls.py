"""What spies tell a recording of the user's calls."""

import contextlib
import functools
import inspect
import operator
import sys
import types
import warnings
import weakref

import numpy as np

from ..device import device
from ..dtypes import dtype
from ..ops.generators import Generator
from ..shapes import Size
from ..tensor import Tensor
from .answers import (
    asks_exception,
    asks_setting,
    changes_setting,
    home_of,
    is_shown,
    is_unrepeatable,
)
from .builtin_calls import SPECIAL, Builtins
from .conditions import MISSING, is_plain, where
from .effects import Assigned, Box, Telling
from .elements import Elements, container_kind
from .holders import Attributes, Items
from .known import (
    has_attributes,
    is_followed,
    is_module,
    is_opaque,
    is_standard,
    is_stream,
    is_users,
    is_window,
)
from .numbers import Number, valued
from .variables import Variables, is_variable_method, runs_within
from .watch import BUILTIN, IGNORED

_ADD_ONE = {"append", "appendleft", "add", "__setitem__"}
_ADD_ONLY = {"append", "extend"}
_IMMUTABLE = (Size, dtype, device, np.dtype, np.generic, type)
_GIVEN = (list, tuple, dict, set, frozenset)
_SHOWING = {"str", "repr", "format", "ascii", "array2string", "array_str", "array_repr"}
_BY_KEY = {"get", "__getitem__", "__contains__", "setdefault", "pop"}


class Calls(Builtins, Variables):
    """A Watch that spies tell what is called, and with what."""

    def spreads(self, frame, _, called, args=(), kwargs=None):
        """`called(*args, **kwargs)`; gives what `calls` does."""
        self.deep(args)
        self.deep(kwargs)
        if not isinstance(args, tuple):
            args = tuple(args) if isinstance(args, list) else ()
        kwargs = kwargs if isinstance(kwargs, dict) else {}
        return self.calls(frame, tuple(kwargs), called, *args, *kwargs.values())

    def calls(self, frame, names, called, *args):
        """Something is called; `names` are those of the last arguments.

        Gives what is called in its place while the function is recorded; None: nothing else.
        """
        if not callable(called):
            return None
        computed = self._computed_of(called, args, names)
        if computed is not None:
            return computed
        method = getattr(called, "__func__", None)
        if isinstance(called, functools._lru_cache_wrapper):
            return self._cached(called, args, names)
        if isinstance(method, functools._lru_cache_wrapper):
            return self._cached(method, (called.__self__, *args), names)
        if is_variable_method(called):
            return self._of_variable(frame, called)
        if runs_within(called):
            self.calls(frame, names, *args)
            return self._within_context(frame, called.__self__)
        if self._handed_out(called, args) or self.enters(called):
            pass
        elif called is warnings.warn:
            return self._warned(frame, args, names)
        elif changes_setting(called, args) and not self._catches(called):
            self.refuse(f"{called.__name__}() of {home_of(called)}, which changes a setting",
                        "calling it outside", frame)  # fmt: skip
        elif is_shown(called):
            return self._shown(frame, called, args, names)
        elif called in (id, hash) and self._stands_for(args):
            return self._identity(called, *args)
        elif not names and asks_setting(called, args):
            self._asked(frame, called, args)
        elif is_unrepeatable(called):
            name = getattr(called, "__name__", type(called).__name__)
            self.refuse(f"{name}() of {home_of(called).strip('_')}, which answers "
                        "differently at each call", "passing what it gives as an argument, or "
                        "tensorlite's own random numbers", frame)  # fmt: skip
        elif (handed := self._handed_late(called)) is not None:
            return handed
        elif isinstance(called, types.BuiltinFunctionType | type) and called in SPECIAL:
            return SPECIAL[called](self, frame, *args)
        else:
            self._of_library(frame, called, args, names)
        return None

    def _computed_of(self, called, args, names):
        """A function of numbers that vary: what gives a number that each call computes."""
        if not any(type(x) is Number for x in args) or names:
            return None
        if called not in (int, float) and home_of(called) != "math":
            if isinstance(called, types.FunctionType) and _is_of_python(called):
                return lambda *args: called(*[x.fixed() if type(x) is Number else x for x in args])
            return None
        if not all(type(x) in (Number, int, float) for x in args):
            return None
        try:
            value = called(*map(valued, args))
        except (ValueError, ArithmeticError, TypeError):  # which the call raises, too
            return None
        given = ", ".join(map(self.conditions.named, args))
        text = f"{self.conditions.constant(called)}({given})"
        if type(value) is bool:
            found = self.conditions.decided(text, value)
        elif type(value) in (int, float):
            found = self.conditions.computed(text, value)
        else:
            return None
        return lambda *_: found

    def _catches(self, called):
        """Whether filters of warnings are those of a `with catch_warnings()`."""
        return called.__module__ == "warnings" and warnings.filters is not self.filters

    def _handed_late(self, called):
        """A method that hands out what a recorded step has changed; None: it is no such one."""
        name, owner = getattr(called, "hands_out", None), getattr(called, "__self__", None)
        if name is None or id(owner) not in self.managed:
            return None
        holder = self.holder(owner, Attributes)
        self.reads(holder, name)
        value = holder.now()[name]
        return lambda: list(value)

    def _identity(self, called, stand_in):
        """`id()` or `hash()` of what is an input: that of the tensor which stands there."""
        expression, tensor = self.places_of[id(stand_in)]
        self.conditions.equal(expression, tensor, "whose identity is asked")
        return lambda _: called(tensor)

    def _of_library(self, frame, called, args, names):
        """C code or a library's is called: what it gets is read, whole."""
        name, owner = getattr(called, "__name__", ""), getattr(called, "__self__", None)
        self.setting(home_of(called).partition(".")[0].strip("_"))
        if args and name in _SHOWING:
            self.shows(frame, None, args[0])
        if isinstance(called, operator.attrgetter):
            self._attributes(frame, called, *args)
        if type(called) in BUILTIN and owner is not None and self.outside(owner):
            self._method(frame, owner, name, args, names)
        elif owner is not None and self.outside(owner) and not isinstance(owner, Tensor):
            self._library_method(called, owner, name)
        if type(called) in BUILTIN and name in _ADD_ONE:
            return
        shows_memory = getattr(called, "shows_memory", False)
        for value in args:
            if not (shows_memory and self._shows_memory(value)):
                self._given(value)

    def _shows_memory(self, value):
        """Whether each call reads the memory of a value anew: it only stays where it is."""
        if not isinstance(value, np.ndarray):
            return is_window(value)  # which no one can resize while a tensor shows it
        if any(step % value.itemsize for step in value.strides):
            return False  # it is copied
        if self.outside(value):
            label = f"the memory of {self.labels[id(value)]}"
            self.conditions.equal(f"where({self.text(value)})", where(value), label)
        return True

    def _asked(self, frame, called, args):
        """A setting is asked for: it stays what it is."""
        if asks_exception(called) and sys.exception() is not self.handled:
            return  # the function's own
        value = called(*args)
        label = f"{called.__name__}()"
        expression = self._call(called, args)
        if isinstance(value, dict) and all(map(is_plain, value.values())):
            self.conditions.require(f"{expression} == {self.conditions.constant(dict(value))}",
                                    label, expression, value)  # fmt: skip
        elif is_plain(value) or called(*args) is value:
            self.conditions.equal(expression, value, label)
            self.mark(value, label)
        else:
            self.refuse(f"{label}, a new {type(value).__name__} each time", "asking outside",
                        frame)  # fmt: skip

    def _call(self, called, args, names=()):
        """The text of a call with constant arguments."""
        given = [self.text(value) for value in args]
        count = len(args) - len(names)
        given[count:] = [f"{name}={x}" for name, x in zip(names, given[count:], strict=True)]
        return f"{self.conditions.constant(called)}({', '.join(given)})"

    def _attributes(self, frame, getter, obj):
        """`operator.attrgetter(...)(obj)`."""
        for path in getter.__reduce__()[1]:
            *path, last = path.split(".")
            at = obj
            for name in path:
                self.attribute(frame, name, at)
                at = getattr(at, name)
            self.attribute(frame, last, at)

    def _handed_out(self, called, args):
        """What is called only hands out an object that is there: it is from outside, too."""
        if not isinstance(called, weakref.ref):
            return False
        value, text = called(*args), self._call(called, args)
        if value is None:
            self.conditions.equal(text, value, "what a weak reference shows")
        else:  # it goes when the last one lets it go: the plan must not hold it
            self.conditions.require(f"{text} is not None", "what a weak reference shows")
            self.mark(value, type(value).__name__, text)
        return True

    def _cached(self, called, args, names):
        """A function with a cache: it gives the same again, or each call runs it as eager code.

        It is called once, here, so that its counts are those of eager code.
        """
        args = [x.fixed() if type(x) is Number else x for x in args]
        keeps = called.cache_parameters()["maxsize"] != 0
        known = (is_plain(x) or (self.outside(x) and not self._stands_for((x,))) for x in args)
        if not (keeps and all(known)):
            self.enters(called.__wrapped__)  # it never gives again what it gave for such a one
            return None
        count = len(args) - len(names)
        with self.as_it_was(), self.trace.paused():  # what it keeps is no part of the recording
            value = called(*args[:count], **dict(zip(names, args[count:], strict=True)))
        label, place = f"{called.__name__}()", f"{called.__name__}{tuple(map(id, args))}"
        self.conditions.equal(self._call(called, args, names), value, label, place)
        self.mark(value, label)
        return lambda *_, **__: value

    def _shown(self, frame, called, args, names):
        """What is shown is shown by each call, not by the recording."""
        for value in args:
            self.deep(value)
            if not is_plain(value) and not isinstance(value, (Tensor, Number, *_IMMUTABLE)):
                name = called.__name__
                self.refuse(f"{name}() of a {type(value).__name__}",
                            f"{name}() outside, or of numbers and strings", frame)  # fmt: skip
        if any(isinstance(value, Tensor) for value in args):
            return None
        count = len(args) - len(names)
        args = [self._handed(x) if type(x) is Number else x for x in args]
        kwargs = dict(zip(names, args[count:], strict=True))
        if kwargs.get("exc_info", called.__name__ == "exception") is True:
            kwargs["exc_info"] = sys.exception() or True
        self.trace.told.append(Telling(called, args[:count], kwargs))
        return _says_nothing

    def _handed(self, number):
        """A Box into which each call puts a number."""
        box = Box([number.value])
        self.conditions.hands(box, number)
        return box

    def _warned(self, frame, args, names):
        """`warnings.warn(...)`: each call warns of the user's line."""
        count = len(args) - len(names)
        args = [x.fixed() if type(x) is Number else x for x in args]
        asked = inspect.signature(warnings.warn).bind(
            *args[:count], **dict(zip(names, args[count:], strict=True))
        )
        message, category = asked.arguments["message"], asked.arguments.get("category")
        if not isinstance(message, str | Warning) or warnings.filters is not self.filters:
            return None  # within `catch_warnings`
        for _ in range(asked.arguments.get("stacklevel", 1) - 1):
            frame = frame.f_back or frame
        space, line = frame.f_globals, frame.f_lineno
        kind = type(message) if isinstance(message, Warning) else category or UserWarning
        registry = space.setdefault("__warningregistry__", {})
        self.trace.told.append(functools.partial(
            warnings.warn_explicit, message, kind, frame.f_code.co_filename, line,
            space.get("__name__"), registry))  # fmt: skip
        return _says_nothing

    def _method(self, frame, owner, name, args, names):
        """A method of a builtin container or an array from outside."""
        self._changes(frame, owner)
        if is_opaque(owner):
            kind = type(owner).__name__
            self.refuse(f"{name}() of a {kind}, whose state cannot be seen",
                        "what it gives as an argument", frame)  # fmt: skip
        if isinstance(owner, dict) and name in _BY_KEY and args:
            self._key(frame, args[0])
            self.reads(self.holder(owner, Items), args[0])
            if name == "pop":
                self.holder(owner, Items).moved.add(args[0])
        elif isinstance(owner, dict) and name == "move_to_end":
            self.refuse("move_to_end()", "an order that does not change", frame)
        elif name == "__subclasses__":
            self.refuse("the subclasses of a class", "a list of them", frame)
        elif name in ("__reduce_ex__", "__reduce__", "__getstate__", "__dir__"):
            self._vars(None, owner)
        elif name in ("add", "update"):
            given = args[: len(args) - len(names)]
            self._adds(owner, [given] if name == "add" else given, names)
        elif container_kind(owner) is Elements and self._list_method(owner, name, args):
            pass
        elif name == "__setitem__" and args:
            self._stores(frame, owner, args[0])
        elif name not in _ADD_ONLY:
            self.whole(owner)

    def _adds(self, owner, args, names):
        """Members or entries are about to be added: some of them may be there."""
        kind = container_kind(owner)
        if kind is None or not all(isinstance(x, _GIVEN) for x in args):
            self.whole(owner)
            return
        with contextlib.suppress(TypeError, ValueError):  # which the call raises
            if kind is Items:
                self.holder(owner, kind).stored.update(dict(*args), names)
            else:
                self.holder(owner, kind).stored.update(*args)

    def _library_method(self, called, owner, name):
        """A method of ours, or of a library's, on an object from outside."""
        if is_module(owner):
            self.trace.uses_tree(owner)
        elif isinstance(owner, np.ndarray):  # of a subclass
            self._array(owner)
        elif getattr(called, "replayed", False) or (
                hasattr(owner, "param_groups") and name in ("step", "zero_grad")):  # fmt: skip
            self.put_back()
            self._hand_back(owner)
            for group in getattr(owner, "param_groups", None) or owner.optimizer.param_groups:
                self._hand_over(group)
        elif has_attributes(owner) and not isinstance(owner, Generator):  # whose steps are effects
            self._vars(None, owner)
            for value in self.holder(owner, Attributes).before.values():
                self.deep(value)

    def _hand_back(self, owner):
        """A step repeats itself from what a scheduler holds, where inputs may stand for that."""
        holder = self.holders.get((id(owner), Attributes))
        if holder is None:
            return
        for key, value in holder.changes():
            if self.is_lent_to(holder, key, value):
                holder.put(key, holder.before[key])
                holder.stored.discard(key)

    def _hand_over(self, group):
        """A step repeats itself from the numbers in a group: those of the function come before."""
        holder = self.holders.get((id(group), Items))
        if holder is None:
            return
        if id(group) in self.managed:
            for key in holder.stored:
                self.refuse(f"{holder.place(key)} that is set between two recorded steps",
                            "setting it before or after both")  # fmt: skip
            return
        for (owner, key), lent in self.stand_ins.items():
            if owner == id(group) and group[key] is lent:
                self.opaque.add((owner, key))
                group[key] = lent.value
                holder.stored.discard(key)
        for key, value in holder.changes():
            if type(value) is Number or is_plain(value):
                self.opaque.add((id(group), key))
                assigned = Assigned(group, key, holder.before.get(key, MISSING), [valued(value)])
                if type(value) is Number:
                    self.conditions.hands(assigned.box, value)
                self.trace.effect(assigned)
                group[key] = holder.before[key] = valued(value)
                holder.stored.discard(key)

    def _given(self, value):
        """An argument of what is not followed: all of it is read."""
        kind = type(value)
        if kind in IGNORED or isinstance(value, Tensor):
            return
        self.foreign(None, value)
        if isinstance(value, types.FunctionType | types.MethodType | functools.partial):
            self.enters(value)
        elif is_variable_method(value):
            self.refuse(f"{value.__name__}() of a ContextVar that a library calls",
                        "calling it in the function itself")  # fmt: skip
        elif kind is types.BuiltinFunctionType and self.outside(value.__self__):
            self._given(value.__self__)
        elif is_module(value) and self.outside(value):
            self.trace.uses_tree(value)
        elif container_kind(value) is not None or isinstance(value, tuple | np.ndarray):
            self.deep(value)
        elif is_window(value) or is_stream(value):
            self.whole(value)
        elif self.outside(value) and is_users(kind):
            self._vars(None, value)
            self._special_methods(kind)


def _is_of_python(function):
    """Whether a function of Python's own library runs unwatched: it may ask for types."""
    code = function.__code__
    return is_standard(code) and not is_followed(code, function.__globals__)


def _says_nothing(*args, **kwargs):
    """What is called while a function is recorded, for what each call shows."""
