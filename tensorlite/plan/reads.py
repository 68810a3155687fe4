"""What spies tell a recording of the user's instructions that read and change values."""

import builtins
import enum
import importlib
import sys
import types

import numpy as np

from ..tensor import Tensor
from .conditions import MISSING, is_plain, shown_key
from .elements import Elements, container_kind
from .holders import Attributes, Globals, Items, attributes
from .known import (
    follows,
    has_attributes,
    is_foreign,
    is_module,
    is_standard,
    is_users,
    is_window,
)
from .lists import Lists
from .numbers import Number
from .watch import IGNORED

_METHODS = {"MULTIPLY": "mul", "MATRIX_MULTIPLY": "matmul", "TRUE_DIVIDE": "truediv",
            "FLOOR_DIVIDE": "floordiv", "REMAINDER": "mod", "POWER": "pow",
            "SUBTRACT": "sub"}  # fmt: skip
_COMPARED = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le", "eq": "eq", "ne": "ne"}
_FUNCTION = 2  # CO_NEWLOCALS: the code of a function


class Reads(Lists):
    """
    A Watch that spies tell what is read and changed.

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

    def identical(self, frame, _, x, y):
        """`x is y` is asked of two objects, one of which may stand for another one."""
        if id(x) in self.found or id(y) in self.found:
            question = f"({self.text(x)} is {self.text(y)}) is {x is y}"
            self.conditions.require(question, "which object it is")
        if not (isinstance(x, Tensor) and isinstance(y, Tensor)):
            return
        if self._stands_for((x,)) or self._stands_for((y,)):
            texts, tensors = zip(self._found(x), self._found(y), strict=True)
            one = tensors[0] is tensors[1]
            self.conditions.require(f"({texts[0]} is {texts[1]}) is {one}", "which tensor it is")
            if one is not (x is y):
                self.refuse("one tensor that is found in two places, and compared with itself",
                            "a bool beside it", frame)  # fmt: skip

    def _found(self, x):
        """The expression for a tensor, and the tensor itself."""
        return self.places_of.get(id(x)) or (self.conditions.constant(x), x)

    def _stands_for(self, values):
        """Whether one of these stands for a tensor that each call takes anew."""
        return any(isinstance(x, Tensor) and id(x) in self.places_of for x in values)

    def _key(self, frame, key):
        """A key is looked up: tensors are known by their identity."""
        self._given(key)
        if self._stands_for((key,)):
            self.refuse("a tensor that may be another one at each call, as a key",
                        "a name or number as the key", frame)  # fmt: skip

    def item(self, frame, _, container, key):
        """`container[key]` is read."""
        self.foreign(frame, container)
        if isinstance(container, dict):
            self._key(frame, key)
        else:
            self._given(key)
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

    def part(self, frame, _, container, *ends):
        """`container[start:stop]` is read."""
        if self.outside(container) and container_kind(container) is Elements:
            self._sliced(self.holder(container, Elements), slice(*ends))
        else:
            self.whole(container)

    def puts(self, frame, _, value, container, key):
        """`container[key] = value` is about to run; a tensor takes what the value holds."""
        if isinstance(container, Tensor):
            self._given(value)
        self.stores(frame, None, container, key)

    def stores(self, frame, _, container, key):
        """`container[key]` is about to be set or deleted."""
        if isinstance(container, dict):
            self._key(frame, key)
        else:
            self._given(key)
        self._class_method(type(container), "__setitem__")
        if isinstance(container, np.ndarray):
            self._array(container)
        elif self.outside(container):
            self._stores(frame, container, key)
        self._changes(frame, container)

    def removes(self, frame, _, container, key):
        """`container[key]` is about to be deleted."""
        kind = container_kind(container) if self.outside(container) else None
        if kind is Elements:
            self._takes_element(self.holder(container, Elements), key, False)
            self._changes(frame, container)
            return
        self.stores(frame, None, container, key)
        if kind is Items:
            self.holder(container, Items).moved.add(key)

    def _stores(self, frame, container, key):
        """An entry of a builtin container from outside is about to be set or deleted."""
        kind = container_kind(container)
        if kind is Items:
            self.holder(container, Items).stores(key)
        elif kind is Elements and isinstance(key, int):
            self._sets_element(self.holder(container, Elements), int(key))
        else:
            self.whole(container)

    def parts(self, frame, _, container, *ends):
        """`container[start:stop]` is about to be set."""
        self.whole(container)  # before it is another one
        self._changes(frame, container)

    def contains(self, frame, _, value, container):
        """`value in container` is asked."""
        if isinstance(container, dict | set | frozenset):
            self._key(frame, value)
        self._class_method(type(container), "__contains__")
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
        self.conditions.require(f"{name} {word} {text}", f"{shown_key(key)} in {holder.label}",
                                f"{name} in {text}", before is not MISSING)  # fmt: skip

    def iterates(self, frame, _, obj):
        """Iteration begins."""
        self.foreign(frame, obj)
        if container_kind(obj) is not None or is_window(obj):
            self.whole(obj)
        elif isinstance(obj, np.ndarray):
            self._array(obj)
        elif isinstance(obj, Tensor):
            self._of_class(type(obj), "__iter__")
        elif self.outside(obj) and not isinstance(obj, enum.EnumType):  # whose members stay
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
        self._of_class(kind, "__match_args__")
        for name in (*getattr(kind, "__match_args__", ()), *names):
            self.attribute(frame, name, obj)

    def content(self, frame, _, obj):
        """A container is unpacked, matched, or added to another."""
        if isinstance(obj, Tensor):
            self._of_class(type(obj), "__iter__")
        self.deep(obj)

    def truth(self, frame, _, obj):
        """Whether an object is true."""
        if type(obj) in IGNORED or not self.outside(obj) or isinstance(obj, Tensor):
            return
        if is_window(obj):
            self.whole(obj)
        kind = container_kind(obj)
        own = [special for special in ("__bool__", "__len__")
               if kind is not None and self._class_method(type(obj), special)]  # fmt: skip
        if kind is not None and not own:
            holder = self.holder(obj, kind)
            if not self.changed(holder):
                text, label = self.text_of(holder), self.labels[id(obj)]
                self.conditions.require(text if obj else f"not {text}", f"bool({label})")
            elif kind is Elements:
                self._has_elements(holder)
            elif not any(key in holder.stored for key in obj):
                self.whole(obj)
            return
        for special in ("__bool__", "__len__"):
            self._class_method(type(obj), special)

    def operands(self, frame, name, x, y):
        """Two operands of an operator or a comparison."""
        if name:
            self._operator(name.removesuffix("_CAST"), x, y)
        if name and name.startswith("INPLACE") and type(x) not in IGNORED:
            self._changes(frame, x)
        added = name == "INPLACE_ADD" and container_kind(x) is Elements
        if added and self.outside(x):
            self._grows(self.holder(x, Elements), y)
        for obj in (y,) if added else (x, y):
            if type(obj) not in IGNORED and not isinstance(obj, Tensor):
                self.deep(obj)

    def _operator(self, name, x, y):
        """The methods of an operator stay what they are."""
        sign = name.removeprefix("INPLACE_")
        method = _METHODS.get(sign, sign.lower())
        other = _COMPARED.get(method, f"r{method}")
        first = f"i{method}" if name.startswith("INPLACE_") else method
        if type(x) not in IGNORED and self._of_class(type(x), f"__{first}__") is MISSING:
            self._of_class(type(x), f"__{method}__")
        if type(y) not in IGNORED and not (isinstance(x, Tensor) and isinstance(y, Tensor)):
            self._of_class(type(y), f"__{other}__")

    def negates(self, frame, _, x):
        """`-x`."""
        if type(x) not in IGNORED:
            self._of_class(type(x), "__neg__")

    def inverts(self, frame, _, x):
        """`~x`."""
        if type(x) not in IGNORED:
            self._of_class(type(x), "__invert__")

    def shows(self, frame, _, obj, *how):
        """A value is put into a string."""
        if isinstance(obj, np.ndarray | np.generic) or container_kind(obj) is not None:
            self.setting("numpy.strings")
        if how and isinstance(how[0], str) and how[0].endswith("n"):
            self.setting("locale")
        if isinstance(obj, np.ndarray) or container_kind(obj) is not None:
            self.deep(obj)

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
