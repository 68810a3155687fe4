"""What a recording reads where the user calls `getattr`, `len`, `isinstance` and their like."""

import abc

from .elements import Elements, container_kind
from .known import is_module, is_users, is_window
from .numbers import Number
from .reads import Reads


class Builtins(Reads):
    """A Watch that knows functions of Python that look into objects.

    Its methods get the frame and the arguments; what they return, if anything, is called instead.
    """

    def _getattr(self, frame, obj, name, *default):
        if isinstance(name, str):
            self.attribute(frame, name, obj)

    def _setattr(self, frame, obj, name, *value):
        self.changes(frame, name, obj)

    def _next(self, frame, obj, *default):
        if self.outside(obj) and not self._class_method(type(obj), "__next__"):
            self._consumed(frame, obj)

    def _iter(self, frame, obj, *_):
        self.iterates(frame, None, obj)

    def _len(self, frame, obj, *_):
        kind = container_kind(obj)
        if is_window(obj):
            self.whole(obj)
        if kind is None or not self.outside(obj):
            self._class_method(type(obj), "__len__")
            if is_module(obj) and self.outside(obj):
                self.trace.uses(obj)
            return None
        if self._class_method(type(obj), "__len__"):
            return None
        holder = self.holder(obj, kind)
        if kind is Elements:
            length = self._length(holder)
        elif self.changed(holder):
            self.whole(obj)
            return None
        else:
            length = self.length_of(holder, f"len({self.text_of(holder)})", len(obj))
        return None if type(length) is not Number else lambda _: length

    def _globals(self, frame, *_):
        held = frame.f_globals
        self.seen.setdefault(id(held), (held, None))

    def _isinstance(self, frame, obj, kinds, *_):
        """Abstract classes know further classes that are registered."""
        self._type(frame, obj)
        self._lineage(type(obj))
        for base in kinds if isinstance(kinds, tuple) else (kinds,):
            if isinstance(base, abc.ABCMeta) and self.outside(obj):
                self._is(f"isinstance({self.text(obj)}, {self.conditions.constant(base)})",
                         isinstance(obj, base))  # fmt: skip
            elif isinstance(base, abc.ABCMeta):
                self._issubclass(frame, type(obj), base)

    def _type(self, frame, obj, *others):
        if type(obj) is Number and not others:
            return lambda _: type(obj.value)
        if self.outside(obj) and is_users(type(obj)):
            self._kind(obj, type(obj))
        return None

    def _issubclass(self, frame, kind, kinds):
        self._lineage(kind)
        for base in kinds if isinstance(kinds, tuple) else (kinds,):
            if isinstance(base, abc.ABCMeta):
                names = self.conditions.constant(kind), self.conditions.constant(base)
                self._is(f"issubclass({names[0]}, {names[1]})", issubclass(kind, base))

    def _is(self, question, answer):
        """A question about an abstract class has this answer."""
        if (question, "answer") not in self.read:
            self.read.add((question, "answer"))
            self.conditions.require(f"{question} is {answer}", "what is of an abstract class")

    def _evaluates(self, frame, *_):
        self.refuse("eval() or exec() of text", "a function, or what it gives as an argument",
                    frame)  # fmt: skip

    def _nothing(self, frame, *_):
        pass


SPECIAL: dict = {
    getattr: Builtins._getattr, hasattr: Builtins._getattr, setattr: Builtins._setattr,
    delattr: Builtins._setattr, vars: Builtins._vars, dir: Builtins._vars, len: Builtins._len,
    next: Builtins._next, iter: Builtins._iter, globals: Builtins._globals,
    isinstance: Builtins._isinstance, issubclass: Builtins._issubclass, type: Builtins._type,
    id: Builtins._nothing, callable: Builtins._nothing, super: Builtins._nothing,
    eval: Builtins._evaluates, exec: Builtins._evaluates,
}  # fmt: skip
