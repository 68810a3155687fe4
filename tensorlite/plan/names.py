"""What spies tell a recording of names, modules and attributes."""

import builtins
import importlib
import sys
import types

import numpy as np

from ..tensor import Tensor
from .conditions import MISSING, is_plain
from .functions import Functions
from .holders import Attributes, Globals, Items, attributes
from .known import follows, has_attributes, is_foreign, is_module, is_standard, is_users, is_window
from .watch import IGNORED

_FUNCTION = 2  # CO_NEWLOCALS: the code of a function


class Names(Functions):
    """
    A Watch that spies tell which names and attributes are read and changed.

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
        if name not in held and not is_standard(frame.f_code):
            self.labels.setdefault(id(builtins), "builtins")
            self.reads(self.holder(builtins, Attributes), name)

    def names(self, frame, name):
        """A global is about to change."""
        self.labels.setdefault(id(frame.f_globals), frame.f_globals.get("__name__", "globals"))
        self.holder(frame.f_globals, Globals).stores(name)
        self._changes(frame, frame.f_globals)

    def attribute(self, frame, name, obj):
        """An attribute is read."""
        kind = type(obj)
        if kind in IGNORED:
            return
        self.foreign(frame, obj)
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

    def foreign(self, frame, obj):
        """Refuse what another library holds data in, such as a DataFrame."""
        if self.outside(obj) and is_foreign(type(obj)):
            kind = type(obj)
            name = f"{kind.__module__.partition('.')[0]}.{kind.__qualname__}"
            self.refuse(f"a {name}, whose content may change",
                        "a tensor or NumPy array made of it outside", frame)  # fmt: skip

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
        known = id(obj), "computed", name
        if value is MISSING or known in self.read:
            return
        self.read.add(known)
        if is_plain(value) or getattr(obj, name) is value:
            label = f"{name} of a {type(obj).__name__}"
            self.conditions.equal(f"{self.text(obj)}.{name}", value, label)
            self.mark(value, name)

    def _of_object(self, obj, kind, name):
        """An attribute of an instance is read."""
        found = next((vars(base)[name] for base in kind.__mro__ if name in vars(base)), MISSING)
        held = attributes(obj)
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
        if isinstance(obj, np.ndarray) and name == "flags":
            self.conditions.equal(f"repr({self.text(obj)}.flags)", repr(obj.flags), name)
        elif isinstance(obj, np.ndarray) and not is_plain(getattr(obj, name)):
            self._array(obj)
        elif is_window(obj):
            self.whole(obj)
        elif name not in ("__dict__", "__weakref__") and not isinstance(obj, Tensor):
            self._computed(obj, name)

    def _kind(self, obj, kind):
        """An object stays of its class."""
        if (id(obj), type) not in self.read:
            self.read.add((id(obj), type))
            label = f"the class of {self.labels[id(obj)]}"
            self.conditions.equal(f"type({self.text(obj)})", kind, label)

    def _own(self, obj, name):
        if self.outside(obj) and not (name == "grad" and isinstance(obj, Tensor)):
            self.reads(self.holder(obj, Attributes), name)

    def _without(self, obj, kind, name):
        """An attribute that neither the object nor its class holds."""
        if is_module(obj):
            self._of_class(kind, "__getattr__")
            for table in ("_parameters", "_buffers", "_modules"):
                entries = vars(obj).get(table, {})
                if name in entries and self.outside(obj):
                    self.mark(entries, self.labels[id(obj)])
                    self.reads(self.holder(entries, Items), name)
                    return
        inner = self._inner(obj)
        if inner is not None and name != kind.stands_for:
            self.attribute(None, kind.stands_for, obj)
            self.attribute(None, name, inner)
        self._of_class(kind, name)
        for special in ("__getattr__", "__getattribute__"):
            self._class_method(kind, special)
        if self.outside(obj) and has_attributes(obj):
            self._own(obj, name)

    def _inner(self, obj):
        """The object whose attributes an object of ours gives as its own; None of others."""
        name = None if is_users(type(obj)) else getattr(type(obj), "stands_for", None)
        return None if name is None else getattr(obj, name)

    def changes(self, frame, name, obj):
        """An attribute is about to be set or deleted."""
        inner = self._inner(obj)
        if inner is not None:  # which may be the one that gets it
            self.attribute(frame, type(obj).stands_for, obj)
            self.changes(frame, name, inner)
        self._of_class(type(obj), "__setattr__")
        if not self.outside(obj) and not isinstance(obj, type | types.ModuleType):
            return
        for table in ("_parameters", "_buffers", "_modules") if is_module(obj) else ():
            if name in vars(obj)[table]:
                self.holder(vars(obj)[table], Items).stores(name)
        found = next((vars(base)[name] for base in type(obj).__mro__ if name in vars(base)), None)
        if isinstance(found, types.GetSetDescriptorType) and name != "__dict__" and (
                not isinstance(obj, Tensor | types.FunctionType)):  # fmt: skip
            self.refuse(f"setting {name} of a {type(obj).__name__} from outside",
                        "setting it outside", frame)  # fmt: skip
        if has_attributes(obj):
            self.holder(obj, Attributes).stores(name)
        self._changes(frame, obj)

    def drops(self, frame, name, obj):
        """An attribute is about to be deleted."""
        self.changes(frame, name, obj)
        for table in ("_parameters", "_buffers", "_modules") if is_module(obj) else ():
            if self.outside(vars(obj)[table]):
                self.holder(vars(obj)[table], Items).moved.add(name)

    def _changes(self, frame, obj):
        self.places[id(obj)] = frame.f_code, frame.f_lasti

    def _vars(self, frame, *args):
        for obj in args:
            if self.outside(obj) and has_attributes(obj):
                holder = self.holder(obj, Attributes)
                for key in holder.now() if holder.open else list(holder.before):
                    self.reads(holder, key)
                held = attributes(obj)
                if held is not None and not self.changed(holder):
                    text, names = self.text_of(holder), self.conditions.constant(tuple(held))
                    self.conditions.require(f"tuple({holder.held(text)}) == {names}",
                                            f"the attributes of {holder.label}")  # fmt: skip
