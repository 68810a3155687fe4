"""Functions of the user's that a recording follows, and the classes that give them to objects."""

import functools
import types

from . import spies
from .conditions import MISSING
from .holders import Attributes, Cell
from .known import is_followed, is_module, is_standard, is_users, may_be_changed
from .watch import BUILTIN, Watch


class Functions(Watch):
    """A Watch that follows functions: spies in them, conditions for what they are made of."""

    def enter(self, function):
        """Follow a function of the user's: spies for it, conditions for what it is made of."""
        code = function.__code__
        if not is_followed(code, function.__globals__):
            return False
        if spies.has_spies(code):
            return True
        if not is_standard(code):
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
            self._partial(called)
            return self.enters(called.func)
        if isinstance(called, type):
            names = ("__new__", "__init__", "__post_init__", "__del__")
            followed = [self._class_method(called, name) for name in names]
            return any(followed)
        if kind in BUILTIN:
            return False
        if self.outside(called) and is_module(called):
            self.trace.uses(called)
        return self._class_method(kind, "__call__")

    def _partial(self, called):
        """All of what a partial holds: `__setstate__` replaces it, its keywords may change."""
        if (id(called), functools.partial) in self.read or not self.outside(called):
            return
        self.read.add((id(called), functools.partial))
        text = self.text(called)
        for name in ("func", "args", "keywords"):
            self.conditions.equal(f"{text}.{name}", getattr(called, name), f"{name} of a partial")
        self.deep(called.args)
        self.deep(called.keywords)

    def module(self, module):
        """A Module is called by a library, or all of it is read."""
        self.mark(module, type(module).__name__)
        self.attribute(None, "forward", module)
        for special in ("__getattr__", "__setattr__"):
            self._of_class(type(module), special)
        own = [table for name, table in vars(module).items() if name.endswith("_hooks")]
        for table in (*module._hooks_of_all, *own):
            for hook in table.values():
                self._given(hook)

    def _class_method(self, kind, name):
        """Follow a method that a class gives its objects; False if it is not the user's."""
        found = self._of_class(kind, name)
        return found is not MISSING and self._enter_descriptor(found)

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

    def _of_class(self, kind, name):
        """What a class has for its objects under a name; MISSING if nothing."""
        library, found = None, MISSING
        self._lineage(kind)
        for base in kind.__mro__:
            if is_users(base):
                self.labels.setdefault(id(base), base.__name__)
                self.reads(self.holder(base, Attributes), name)
            elif library is None:
                library = base
            if name in vars(base):
                found = vars(base)[name]
                break
        if library is not None and may_be_changed(library):
            self._provided(library, name, found)
        return found

    def _lineage(self, kind):
        """The bases of a class stay."""
        if (id(kind), "bases") not in self.read and is_users(kind):
            self.read.add((id(kind), "bases"))
            text, label = self.conditions.constant(kind), f"the bases of {kind.__name__}"
            self.conditions.equal(f"{text}.__mro__", kind.__mro__, label)

    def _special_methods(self, kind):
        """What C code may call of an object."""
        names = {name for base in kind.__mro__ if is_users(base) for name in vars(base)}
        for name in sorted(names):
            if name.startswith("__") and callable(getattr(kind, name)):
                self._of_class(kind, name)

    def _provided(self, kind, name, found):
        """What a class of a library's has under a name stays: somebody may replace a method."""
        known = id(kind), "provided", name
        if known in self.read:
            return
        self.read.add(known)
        text, label = self.conditions.constant(kind), f"{kind.__name__}.{name}"
        if found is MISSING:
            self.conditions.require(f"not hasattr({text}, {name!r})", label, old=MISSING)
        elif getattr(kind, name, MISSING) is found:
            self.conditions.equal(f"{text}.{name}", found, label)
        elif name in vars(kind):  # a class method, which is bound anew each time
            self.conditions.equal(f"vars({text})[{name!r}]", found, label)
