"""Plans for objects that come and go: what they are built like, and a shelf of what is at hand.

A plan holds for the very parameters that it was recorded on. A loop that trains one network after
another, as a grid search does, would record each; so it lends what it has recorded to whoever comes
with objects that are built alike, puts their values into it, and takes the results out.
"""

import collections
import io
import pickle
import threading
import types
from typing import Any

from ..tensor import Leaf, Tensor

_BY_IDENTITY = (type, types.FunctionType, types.BuiltinFunctionType, types.ModuleType)


class Structure:
    """
    How objects are built: classes, functions, settings, and the Specs of tensors in certain places.

    Two are equal if nothing but the content of these tensors differs: whoever copies it can use one
    group of objects for the other. Functions, classes, and all other tensors count by identity.

    Parameters
    ----------
    objects : any
        Whatever can be pickled.
    content : iterable of Tensor
        Leaves whose content alone may differ, such as parameters and buffers.
    """

    __slots__ = ("_hash", "_parts", "_text")

    def __init__(self, objects, content=()):
        buffer = io.BytesIO()
        writer = _Writer(buffer, {id(x) for x in content})
        writer.dump(objects)
        self._text, self._parts = buffer.getvalue(), tuple(writer.parts)
        self._hash = hash(self._text)

    def __eq__(self, other):
        return (
            isinstance(other, Structure)
            and self._text == other._text
            and len(self._parts) == len(other._parts)
            and all(map(_alike, self._parts, other._parts))
        )

    def __hash__(self):
        return self._hash


class _Writer(pickle.Pickler):
    """Writes objects, and what counts by identity or by Spec as a number."""

    def __init__(self, buffer, content):
        super().__init__(buffer, 5)
        self.content, self.parts, self.numbers = content, [], {}

    def persistent_id(self, obj):
        """The number of a tensor, function or class; None for what is written out."""
        if isinstance(obj, Tensor):
            return self._number(obj, _Content if id(obj) in self.content else None)
        return self._number(obj) if isinstance(obj, _BY_IDENTITY) else None

    def _number(self, obj, kind=None):
        number = self.numbers.get(id(obj))
        if number is None:
            number = self.numbers[id(obj)] = len(self.parts)
            self.parts.append(obj if kind is None else kind(obj, self))
        return number


class _Content:
    """All of a tensor but its content."""

    __slots__ = ("told",)

    def __init__(self, x, writer):
        node = x._node
        if node is not None and (type(node) is not Leaf or node.hooks or node.post_hooks):
            raise pickle.PicklingError(f"{x.spec} has hooks, or is the result of an op")
        memory = writer.numbers.setdefault(id(x.memory.root), len(writer.numbers))
        self.told = type(x), x.spec, node is not None, memory, x.address - x.memory.address

    def __eq__(self, other):
        return isinstance(other, _Content) and self.told == other.told

    __hash__: Any = None


def _alike(x, y):
    return x is y or (isinstance(x, _Content) and x == y)


class Shelf:
    """
    Things by their Structure, the last used kept longest.

    Parameters
    ----------
    limit : int
        How many are kept.

    Notes
    -----
    What was taken is nobody else's until it is put back, so threads need no lock of their own.
    """

    def __init__(self, limit):
        self._limit, self._lock = limit, threading.Lock()
        self._held = collections.OrderedDict()  # Structure -> list

    def take(self, key):
        """Something of this Structure, or None."""
        with self._lock:
            held = self._held.get(key)
            if not held:
                return None
            found = held.pop()
            if not held:
                del self._held[key]
            return found

    def put(self, key, thing):
        """Keep something of this Structure for others."""
        with self._lock:
            self._held.setdefault(key, []).append(thing)
            self._held.move_to_end(key)
            while sum(map(len, self._held.values())) > self._limit:
                oldest = next(iter(self._held))
                self._held[oldest].pop(0)
                if not self._held[oldest]:
                    del self._held[oldest]

    def clear(self):
        """Forget everything."""
        with self._lock:
            self._held.clear()
