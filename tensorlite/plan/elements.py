"""Lists and deques as a recording finds and changes them: what it does, lists of any length repeat.

An element goes by the number that it had before, and by its place from the end if that is how the
function asks for it. What was set in its place, taken away at the ends or added at the end needs no
length, as long as no element is asked for in both ways.
"""

import collections
import operator
import types
from typing import Any

from .conditions import MISSING, same
from .holders import Holder, Items, Members


class Elements(Holder):
    """
    The elements of a list or deque, by the number that they had.

    Attributes
    ----------
    size : int
        How many there were.
    taken, cut : int
        How many of them were taken away at the beginning, and at the end.
    left : int
        How many new ones stand at the beginning.
    cleared : bool
        Whether all were, however many there are.
    front, back : int
        How many were asked for, counted from the beginning, and from the end.
    ends : set of int
        Those that go by their place from the end.
    length : Number or None
        What stands for the length.
    asked, evicted, grown : bool, bool, int
        Of a deque with a limit: whether anything was asked after it grew, whether elements fell out
        at the beginning, and by how many it grew.
    """

    limit: Any

    def __init__(self, obj, label, text=None):
        self.size, self.limit = raw_len(obj), getattr(obj, "maxlen", None)
        self.taken = self.cut = self.left = self.front = self.back = self.grown = 0
        self.cleared = self.asked = self.evicted = False
        self.ends, self.length = set(), None
        self.first, self.stored = list(iterated(obj)), set()
        self.before = dict(enumerate(self.first))
        super().__init__(obj, label, text)

    # ---- what stands where

    def now(self):
        values = list(iterated(self.obj))
        if not self.orderly(values):
            return dict(enumerate(values))
        old, left = self.old(), range(-self.left, 0)
        new = range(self.size, self.size + len(values) - len(old) - self.left)
        return dict(zip([*left, *old, *new], values, strict=True))

    def old(self):
        """The numbers of those that are still there."""
        return range(self.taken, self.size - self.cut)

    def orderly(self, values=None):
        """Whether the old elements stand where those that were taken away leave them."""
        values = list(iterated(self.obj)) if values is None else values
        old = self.old()
        was, now = self.first[old.start : old.stop], values[self.left : self.left + len(old)]
        if len(values) < self.left + len(old):
            return False
        return all(map(operator.is_, was, now)) or all(
            x is y or k in self.stored or same(x, y) for k, x, y in zip(old, was, now, strict=True)
        )

    def changes(self):
        values = list(iterated(self.obj))
        if not self.orderly(values):
            return super().changes()
        old, gone = self.old(), self.left - self.taken
        new = range(self.size, self.size + len(values) - len(old) - self.left)
        return [
            *zip(range(-self.left, 0), values, strict=False),
            *[(k, MISSING) for k in range(self.size) if k not in old],
            *[(k, values[k + gone]) for k in sorted(self.stored) if k in old],
            *zip(new, values[self.left + len(old) :], strict=True),
        ]

    def count(self):
        """How many there are now."""
        return raw_len(self.obj)

    def added(self):
        """The elements that are new, at the end."""
        return list(iterated(self.obj))[self.left + len(self.old()) :]

    def at(self, index):
        """The number of the old element at an index, which is asked for; None if it is new."""
        number = index % self.count() - self.left + self.taken
        if number not in self.old():
            return None
        if index < 0:
            self.back = max(self.back, self.size - number)
            self.ends.add(number)
        else:
            self.front = max(self.front, number + 1)
        return number

    # ---- what is about to happen

    def grows(self, count):
        """So many elements are about to be added at the end."""
        if self.limit is not None:
            over = max(0, self.count() + count - self.limit)
            self.grown += count
            self.evicted |= over > 0
            self.taken += min(over, max(0, self.size - self.taken - self.cut))

    def takes(self, index):
        """The first or last one is about to be taken away: an old one, or the new first one."""
        if index:
            self.cut += 1
        elif self.left:
            self.left -= 1
        else:
            self.taken += 1

    def clears(self):
        """All are about to be taken away."""
        self.taken, self.left, self.cleared = self.size - self.cut, 0, True

    def put(self, key, value):
        _base(self.obj).__setitem__(self.obj, key - self.taken + self.left, value)

    def restore(self):
        if self.changes():
            before = list(self.before.values())
            _base(self.obj).clear(self.obj)
            _base(self.obj).extend(self.obj, before)

    # ---- as text

    def named(self, key, conditions):
        return repr(key - self.size if key in self.ends else key)

    def place(self, key):
        return f"{self.label}[{self.named(key, None)}]"

    def absent(self, text, key):
        return f"{self.sized(text)} <= {key}"

    def read(self, text, key):
        return f"{text}[{key}]" if _exact(self.obj) else f"raw_item({text}, {key})"

    def sized(self, text):
        """The expression for the length."""
        return f"len({text})" if _exact(self.obj) else f"raw_len({text})"

    def store(self, text, key, value):
        return self._call("__setitem__", text, key, value)

    def removals(self, text):
        """Statements that take away what was taken away."""
        if self.cleared:
            yield self._call("clear", text)
        elif self.limit is None or self.asked or not self.evicted:
            if _base(self.obj) is list:
                if self.taken:
                    yield self._call("__delitem__", text, f"slice(None, {self.taken})")
                if self.cut:
                    yield self._call("__delitem__", text, f"slice(-{self.cut}, None)")
            else:
                yield from [self._call("popleft", text)] * self.taken
                yield from [self._call("pop", text)] * self.cut

    def additions(self, text, first, last):
        """Statements that add values at the beginning and at the end."""
        if first and _base(self.obj) is list:
            yield self._call("__setitem__", text, "slice(0, 0)", f"[{', '.join(first)}]")
        elif first:
            yield self._call("extendleft", text, f"[{', '.join(reversed(first))}]")
        if last:
            yield self._call("extend", text, f"[{', '.join(last)}]")

    def _call(self, name, text, *args):
        """A call of a method that a builtin class has, past what the user's class has for it."""
        if _exact(self.obj):
            return f"{text}.{name}({', '.join(args)})"
        return f"{_base(self.obj).__name__}.{name}({', '.join([text, *args])})"

    def lengths(self):
        """What the length has to be, as ends of comparisons."""
        if self.asked and (self.evicted or self.grown > self.limit):
            yield f"== {self.size}"
        elif self.asked:
            yield f"<= {self.limit - self.grown}"
        changed = self.stored or self.taken or self.cut
        front = max(self.front, 0 if self.cleared or self.evicted else self.taken)
        needed = front + max(self.back, self.cut)
        if needed and (changed or (self.front and self.back)):
            yield f">= {needed}" if needed <= self.size else f"== {self.size}"


def container_kind(obj):
    """The class of Holder for the content of a builtin container; None for other objects."""
    if isinstance(obj, dict | types.MappingProxyType):
        return Items
    if isinstance(obj, list | collections.deque):
        return Elements
    return Members if isinstance(obj, set) else None


def raw_len(values):
    """The length of a list or deque, past what a class of the user's has for it."""
    return _base(values).__len__(values)


def raw_item(values, index):
    """An element of a list or deque, past what a class of the user's has for it."""
    return _base(values).__getitem__(values, index)


def iterated(values):
    """A list or deque itself, or a copy of one whose class is the user's."""
    if _exact(values):
        return values
    return [raw_item(values, k) for k in range(raw_len(values))]


PAST_CLASSES = {"raw_len": raw_len, "raw_item": raw_item, "raw_entry": dict.__getitem__,
                "raw_keys": dict.keys}  # how conditions read containers of the user's classes


def refill(container, values):
    """Let a list, deque or dict hold these values alone."""
    base: Any = dict if isinstance(container, dict) else _base(container)
    base.clear(container)
    (base.update if base is dict else base.extend)(container, values)


def _exact(values):
    return type(values) in (list, collections.deque)


def _base(values):
    return list if isinstance(values, list) else collections.deque
