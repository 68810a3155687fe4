"""What a recorded function wrote to Python objects: statements that each call repeats."""

import collections

from ..errors import TraceError, expected
from ..graph import place_of
from ..tensor import Tensor
from .conditions import MISSING, is_plain, same
from .elements import Elements, refill
from .holders import Attributes, Items, Members, assign, unassign
from .numbers import Number
from .tree import DICTS


class Writes:
    """
    The changes of a Watch, as one Python function.

    Attributes
    ----------
    values : list
        New values that hold tensors or are made anew by each call; results of the plan.
    function : callable or None
        `function(a, n, v, given)` of the leaves among the arguments, the numbers and values of a
        call, and its (args, kwargs), writes them.
    """

    def __init__(self, watch, containers):
        self.watch, self.conditions = watch, watch.conditions
        self.values, self.lines, self.function = [], [], None
        self.places = {}  # expression -> the name of what stands there before anything is written
        for holder in list(watch.holders.values()):
            if id(holder.obj) in watch.managed:
                self._beside_steps(holder)
            else:
                self._of(holder)
        for array, copy in watch.arrays.values():
            if array.tobytes() != copy.tobytes():
                self._refuse(array, "elements of a NumPy array", "a tensor")
        self._to_arguments(containers)
        self.lines[:0] = [f"{name} = {text}" for text, name in self.places.items()]
        if self.lines:
            body = "\n    ".join(self.lines)
            self.source = f"def write(a, n, v, given):\n    {body}"
            space = {**self.conditions.names, "refill": refill, "apart": apart,
                     "assign": assign, "unassign": unassign, "deque": collections.deque}
            exec(compile(self.source, "<writes of a plan>", "exec"), space)
            self.function = space.pop("write")

    def _beside_steps(self, holder):
        """What the function itself has written after a recorded step had changed the same dict."""
        now = holder.now()
        for key in holder.stored & now.keys():
            lent = self.watch.late.get((id(holder.obj), key), (None,))[-1] is now[key]
            if not (lent or self.watch.is_lent_to(holder, key, now[key])):
                self._entry(holder, key, now[key])

    def _of(self, holder):
        if isinstance(holder, Elements):
            self._elements(holder)
        elif isinstance(holder, Members):
            self._members(holder)
        else:
            for key, value in _in_turn(holder):
                if not self.watch.is_lent_to(holder, key, value):
                    self._entry(holder, key, value)

    def _text(self, holder):
        """The name of the object of a holder."""
        return self._placed(holder.text) if holder.text else self.conditions.constant(holder.obj)

    def _placed(self, text):
        return self.places.setdefault(text, f"p{len(self.places)}")

    def _entry(self, holder, key, value):
        text, name = self._text(holder), holder.named(key, self.conditions)
        if value is MISSING:
            self.lines.append(holder.store(text, name, None))
            return
        if key in holder.moved and isinstance(holder, Items):
            self.lines.append(f"{text}.pop({name}, None)")
        made = self._value(holder, value)
        line = holder.store(text, name, made)
        known = holder.before.get(key, MISSING) is not MISSING
        if known and isinstance(holder, Attributes) and made.startswith("c"):
            line = f"if {holder.read(text, name)} is not {made}: {line}"  # writing counts a change
        self.lines.append(line)

    def _elements(self, holder):
        text, now = self._text(holder), holder.now()
        if not holder.orderly():
            self.watch.whole(holder.obj)  # what it becomes depends on what it was
            values = ", ".join(self._value(holder, x) for x in now.values())
            self.lines.append(f"refill({text}, [{values}])")
            return
        for number in sorted(holder.stored & now.keys()):
            if not self.watch.is_lent_to(holder, number, now[number]):
                name = holder.named(number, self.conditions)
                self.lines.append(holder.store(text, name, self._value(holder, now[number])))
        self.lines += holder.removals(text)
        first = [self._value(holder, now[number]) for number in range(-holder.left, 0)]
        last = [self._value(holder, x) for x in holder.added()]
        self.lines += holder.additions(text, first, last)

    def _members(self, holder):
        text, now = self._text(holder), holder.now()
        for x in (now.keys() - holder.before.keys()) | (holder.stored & now.keys()):
            self.lines.append(f"{text}.add({self._value(holder, x)})")
        for x in holder.before.keys() - now.keys():
            self.lines.append(f"{text}.discard({self.conditions.constant(x)})")

    def _to_arguments(self, containers):
        """What was written to the lists and dicts among the arguments."""
        changed = [each for each in containers.found if each.changed()]
        if not changed:
            return
        for each in containers.found:
            path = "".join(f"[{self._key(key)}]" for key in each.path)
            self.lines.append(f"{each.name} = given{path}")
        self.lines.append(f"apart({', '.join(each.name for each in containers.found)})")
        for each in changed:
            now = {key: self._of_argument(each, x, containers) for key, x in each.now().items()}
            if each.kind is list:
                self.lines.append(f"refill({each.name}, [{', '.join(now.values())}])")
            else:
                pairs = ", ".join(f"{self._key(key)}: {value}" for key, value in now.items())
                self.lines.append(f"refill({each.name}, {{{pairs}}})")

    def _key(self, key):
        return repr(key) if type(key) is int else self.conditions.constant(key)

    def _of_argument(self, holder, value, containers):
        """The expression for a value in an argument: what was there before, or a new one."""
        known = containers.names.get(id(value))
        return self._value(holder, value) if known is None else known

    def _value(self, holder, value):
        """The expression for a new value."""
        if type(value) is Number:
            return f"n[{self.conditions.gives(value)}]"
        if id(value) in self.watch.found:
            return self._placed(self.watch.found[id(value)])
        if self._constant(value):
            return self.conditions.constant(value)
        self._check(holder, value)
        self.values.append(value)
        return f"v[{len(self.values) - 1}]"

    def _constant(self, value):
        """Whether every call may write the same object."""
        if is_plain(value) or (self.watch.outside(value) and not isinstance(value, Tensor)):
            return True
        return self.watch.stays(value)

    def _check(self, holder, value, known=frozenset()):
        """Refuse what a call cannot make anew."""
        if id(value) in self.watch.found:
            self._refuse(holder.obj, "one that may be another one in each call, in a new object",
                         "a copy of it")  # fmt: skip
        if isinstance(value, Tensor) or type(value) is Number or self._constant(value):
            return
        if id(value) in known:
            return
        known = {id(value), *known}
        if type(value) in (list, tuple) or (isinstance(value, tuple) and hasattr(value, "_fields")):
            for part in value:
                self._check(holder, part, known)
        elif type(value) in DICTS:
            for key, part in value.items():
                self._check(holder, part, known)
                if type(key) is Number:
                    self._refuse(holder.obj, "a number that may vary as a key", "a string")
        else:
            self._refuse(holder.obj, f"a new {type(value).__name__} in {holder.label}",
                         "tensors, numbers, and lists, tuples and dicts of them")  # fmt: skip

    def _refuse(self, obj, what, remedy):
        place = self.watch.places.get(id(obj))
        where = place_of(*place) if place else "a function that it calls"
        raise TraceError(f"compile: expected writes that each call can repeat; got {what} at "
                         f"{where}; try {remedy}")  # fmt: skip


class Containers:
    """
    The lists and dicts among the arguments of a recording, as it found them.

    Attributes
    ----------
    found : list of Container
        Outer ones first.
    names : dict of int to str
        By the id of a container, or of a leaf that is no plain value, its expression in a call.
    """

    def __init__(self, args, kwargs, leaves):
        self.found, self.held = [], (args, kwargs, leaves)
        self._look(args, (0,))
        self._look(kwargs, (1,), top=True)
        self.names = {id(x): f"a[{place}]" for place, x in enumerate(leaves)
                      if not is_plain(x) and type(x) is not Number}  # fmt: skip
        self.names.update((id(each.obj), each.name) for each in self.found)

    def _look(self, value, path, top=False):
        mapping = type(value) in (dict, collections.OrderedDict)
        if isinstance(value, list) or (mapping and not top):
            self.found.append(Container(f"x{len(self.found)}", value, path))
        if isinstance(value, list | tuple):
            for number, x in enumerate(value):
                self._look(x, (*path, number))
        elif mapping:
            for key, x in value.items():
                self._look(x, (*path, key))


class Container:
    """A list or dict among the arguments: its name, how it is reached, and what it held."""

    label = "an argument"

    def __init__(self, name, obj, path):
        self.name, self.obj, self.path = name, obj, path
        self.kind = list if isinstance(obj, list) else dict
        self.before = self.now()

    def now(self):
        """Its content by key."""
        return dict(enumerate(self.obj) if self.kind is list else self.obj)

    def changed(self):
        """Whether the recording wrote to it."""
        now = self.now()
        return list(now) != list(self.before) or any(
            not (x is self.before[key] or same(self.before[key], x)) for key, x in now.items()
        )


def _in_turn(holder):
    """The changes of a holder; entries that were taken out and put in come as they stand now."""
    changes = holder.changes()
    if holder.moved:
        order = {key: place for place, key in enumerate(holder.now())}
        changes.sort(key=lambda change: order.get(change[0], -1))
    return changes


def apart(*containers):
    """Refuse one list or dict in two places of the arguments: a recording takes it for two."""
    if len(set(map(id, containers))) < len(containers):
        raise RuntimeError(
            expected("compile", "each list or dict once among the arguments, for the function "
                     "writes to them", "one of them twice", "a copy of it")
        )  # fmt: skip
