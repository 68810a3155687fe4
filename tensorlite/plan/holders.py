"""Where Python keeps values: attributes, dicts, sets and cells, read, compared, put back.

A Holder is one of these of one object from outside of a recording: what it held before, how it is
read again by an expression, and what statements repeat a change.
"""

import collections
import contextlib
import types

from ..graph import is_internal
from ..tensor import Tensor
from .conditions import MISSING, same, shown_key
from .numbers import valued


class Holder:
    """
    One place of an object that holds values by key.

    Attributes
    ----------
    obj : object
    label : str
        For messages and as the name of a place, such as `config` or `Config.scale`.
    text : str or None
        The expression that finds the object from the arguments; None: it is always this object.
    before : dict
        What it held when it was first seen; an open holder only what was looked at since.
    stored : set
        Keys that were written: a change, even if what stood there is written once more.
    moved : set
        Keys that were taken out: they stand last, if they come again.
    """

    open = False

    def __init__(self, obj, label, text=None):
        self.obj, self.label, self.text = obj, label, text
        self.before = {} if self.open else self.now()
        self.stored, self.moved = set(), set()

    def look(self, key):
        """What stood under a key before the recording; MISSING if nothing did."""
        if self.open and key not in self.before:
            self.before[key] = self.now().get(key, MISSING)
        return self.before.get(key, MISSING)

    def stores(self, key):
        """Know that an entry is about to be written."""
        self.look(key)
        self.stored.add(key)

    def changes(self):
        """(key, value or MISSING) of all that was written, or is different from before."""
        now = self.now()
        keys = self.before.keys() if self.open else {**self.before, **now}.keys()
        return [(key, now.get(key, MISSING)) for key in keys
                if (key in self.stored and key in now)
                or not same(self.before.get(key, MISSING), now.get(key, MISSING))]  # fmt: skip

    def restore(self):
        """Hold again what was held before."""
        for key, _ in self.changes():
            self.put(key, self.before.get(key, MISSING))

    def place(self, key):
        """The name of an entry in messages."""
        return f"{self.label}[{shown_key(key)}]"

    def path(self, key):
        """The name of an entry for `Compiled`, which knows inputs by it."""
        return self.place(key)

    def named(self, key, conditions):
        """A key in the text of conditions."""
        return repr(key)


def _put(items, key, value):
    """Set an entry of a dict, or take it away; a class of dicts is not asked."""
    if value is MISSING:
        dict.pop(items, key, None)
    else:
        dict.__setitem__(items, key, value)


class Items(Holder):
    """The entries of a dict."""

    def now(self):
        return dict(self.obj)

    def put(self, key, value):
        _put(self.obj, key, value)

    def named(self, key, conditions):
        return conditions.constant(valued(key))

    def read(self, text, key):
        return f"raw_entry({text}, {key})" if self._is_users() else f"{text}[{key}]"

    def absent(self, text, key):
        return f"{key} not in {text}"

    def store(self, text, key, value):
        if self._is_users():
            call = "__delitem__" if value is None else "__setitem__"
            return f"dict.{call}({', '.join(filter(None, (text, key, value)))})"
        return f"del {text}[{key}]" if value is None else f"{text}[{key}] = {value}"

    def _is_users(self):
        """Whether code of the user's may run where an entry is read or set, or makes it."""
        return isinstance(self.obj, dict) and type(self.obj) not in (dict, collections.OrderedDict)


class Globals(Items):
    """The globals of a module: other threads may change what the recording has not looked at."""

    open = True

    def place(self, key):
        return key

    def path(self, key):
        return f"{self.obj.get('__name__')}.{key}"


class Attributes(Holder):
    """The attributes of an object, in its `__dict__` and its slots."""

    def __init__(self, obj, label, text=None):
        kind = type(obj)
        self.open = issubclass(kind, types.ModuleType | type | types.FunctionType)
        self.slots = () if self.open or issubclass(kind, Tensor) else slots_of(kind)
        super().__init__(obj, label, text)

    def now(self):
        held = dict(attributes(self.obj) or ())
        for name in self.slots:
            with contextlib.suppress(AttributeError):
                held[name] = object.__getattribute__(self.obj, name)
        return held

    def put(self, key, value):
        held = attributes(self.obj)
        if isinstance(held, dict) and key not in self.slots:
            _put(held, key, value)
        elif isinstance(self.obj, type):
            delattr(self.obj, key) if value is MISSING else setattr(self.obj, key, value)
        elif value is MISSING:
            object.__delattr__(self.obj, key)
        else:
            object.__setattr__(self.obj, key, value)

    def place(self, key):
        kind = self.obj if isinstance(self.obj, type) else type(self.obj)
        if self.open and not isinstance(self.obj, type):
            return f"{self.obj.__name__}.{key}"
        return f"{kind.__name__}.{key}"

    def path(self, key):
        return f"{self.label}.{key}"

    def named(self, key, conditions):
        return key

    def read(self, text, key):
        if isinstance(self.obj, type):
            return f"vars({text})[{key!r}]"
        if self._runs(key, "__getattribute__", "__getattr__"):
            return f"raw({text}, {key!r})" if key in self.slots else f"{self.held(text)}[{key!r}]"
        return f"{text}.{key}" if key.isidentifier() else f"getattr({text}, {key!r})"

    def absent(self, text, key):
        return f"{key!r} not in {self.held(text)}"

    def store(self, text, key, value):
        if not self._runs(key, "__setattr__", "__delattr__"):
            return f"del {text}.{key}" if value is None else f"{text}.{key} = {value}"
        if self._runs(key):
            held = f"{self.held(text)}[{key!r}]"
            return f"del {held}" if value is None else f"{held} = {value}"
        name = f"{text}, {key!r}"
        return f"unassign({name})" if value is None else f"assign({name}, {value})"

    def held(self, text):
        """The expression for the `__dict__` of the object."""
        return f"vars({text})" if self.open else f"raw({text}, '__dict__')"

    def _runs(self, key, *hooks):
        """Whether code of the class runs where an attribute is read or set."""
        if self.open:
            return False
        for base in type(self.obj).__mro__:
            if any(_is_users(vars(base).get(name)) for name in hooks):
                return True
            if key in vars(base) and key not in self.slots and hasattr(vars(base)[key], "__set__"):
                return True
        return False


class Members(Holder):
    """The members of a set."""

    def now(self):
        return {x: x for x in self.obj}

    def restore(self):
        if self.changes():
            self.obj.clear()
            self.obj.update(self.before)


class Cell(Holder):
    """What a variable of an enclosing function holds."""

    def now(self):
        try:
            return {"": self.obj.cell_contents}
        except ValueError:
            return {}

    def put(self, key, value):
        if value is MISSING:
            del self.obj.cell_contents
        else:
            self.obj.cell_contents = value

    def place(self, key):
        return self.label

    def read(self, text, key):
        return f"{text}.cell_contents"

    def absent(self, text, key):
        return f"empty({text})"

    def store(self, text, key, value):
        return f"del {text}.cell_contents" if value is None else f"{text}.cell_contents = {value}"


def attributes(obj):
    """The `__dict__` of an object, without asking a class of the user's; None if it has none."""
    with contextlib.suppress(AttributeError):
        return _hook(type(obj), "__getattribute__")(obj, "__dict__")
    return None


def _hook(kind, name):
    """What a class has under the name of a special method, past those of the user's."""
    return next(vars(base)[name] for base in kind.__mro__
                if name in vars(base) and not _is_users(vars(base)[name]))  # fmt: skip


def _is_users(function):
    own = isinstance(function, types.FunctionType)
    return own and not is_internal(function.__code__.co_filename)


def assign(obj, name, value):
    """Set an attribute, without running what the user's class has for that."""
    _hook(type(obj), "__setattr__")(obj, name, value)


def unassign(obj, name):
    """Delete an attribute, without running what the user's class has for that."""
    _hook(type(obj), "__delattr__")(obj, name)


def slots_of(kind):
    """The names of the slots of a class and its bases."""
    names = [name for base in kind.__mro__ for name, x in vars(base).items()
             if isinstance(x, types.MemberDescriptorType)]  # fmt: skip
    return tuple(names)
