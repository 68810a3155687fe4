"""What spies tell a recording of items, iteration and operators."""

import enum

import numpy as np

from ..tensor import Tensor
from .conditions import MISSING, shown_key
from .elements import Elements, container_kind
from .holders import Items
from .known import is_module, is_users, is_window
from .lists import Lists
from .names import Names
from .watch import IGNORED

_METHODS = {"MULTIPLY": "mul", "MATRIX_MULTIPLY": "matmul", "TRUE_DIVIDE": "truediv",
            "FLOOR_DIVIDE": "floordiv", "REMAINDER": "mod", "POWER": "pow",
            "SUBTRACT": "sub"}  # fmt: skip
_COMPARED = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le", "eq": "eq", "ne": "ne"}


class Reads(Names, Lists):
    """A Watch that spies tell what instructions read of values and change in them; see `Names`."""

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
