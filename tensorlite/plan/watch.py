"""What a recording reads and writes outside of itself.

The rule: whatever the recorded function read is watched, or an input of the plan, or refused with
the line that reads it; whatever it wrote to Python objects is repeated by each call, or refused.

While a function is recorded, spies (see `spies`) tell a `Watch` what the user's functions are about
to do: which names, attributes and items they read, what they iterate over and call. What is reached
from arguments, globals, enclosing functions, defaults and classes is *outside*; each mutable object
outside is copied when it is first seen, so that its changes are found at the end, whoever makes
them.
"""

import contextlib
import functools
import types

import numpy as np

from ..errors import TraceError
from ..graph import place_of
from ..ops.generators import Generator
from ..tensor import Tensor
from .answers import SETTINGS
from .conditions import FOUND, MISSING, is_record
from .elements import PAST_CLASSES, Elements, container_kind
from .holders import Attributes, Globals, Items, Members
from .known import has_attributes, is_module, is_standard, is_stream, is_users, is_window
from .made import stays
from .numbers import Number

IGNORED = (type(None), bool, int, float, complex, str, bytes, range, slice, types.EllipsisType,
            types.NotImplementedType, types.CodeType, np.dtype, Number)  # fmt: skip
BUILTIN = (types.BuiltinFunctionType, types.MethodWrapperType, types.WrapperDescriptorType,
            types.MethodDescriptorType, types.ClassMethodDescriptorType)  # fmt: skip


class Watch:
    """
    Knows what is outside, and what of it a recording has read and changed.

    What spies tell is taken in by those who follow it in this chain, subject by subject: functions,
    names, lists, what is read, calls, and the `Listener` that is all of it.

    Parameters
    ----------
    trace : Trace
    conditions : Conditions
        Written as things are read.
    varying : set of str
        Places whose numbers and tensors differ from call to call: they become inputs.
    """

    def __init__(self, trace, conditions, varying=()):
        self.trace, self.conditions, self.varying = trace, conditions, varying
        conditions.names.update(PAST_CLASSES)
        self.seen = {}  # id -> (object, text)
        self.labels = {}  # id -> access path
        self.holders = {}  # (id, class) -> Holder
        self.read = set()  # (id, class, key)
        self.tensors = {}  # id -> (tensor, label)
        self.arrays = {}  # id -> (array, copy)
        self.inputs, self.given = [], []  # stand-ins for tensors that are inputs, and these
        self.paths = []  # of the same
        self.found = {}  # id of a dict, list or set that is another one in each call -> expression
        self.stand_ins = {}  # (id of an object, key) -> the input that stands there
        self.places_of = {}  # id of a stand-in for a tensor -> (expression, the tensor)
        self.opaque = set()  # (id of an object, key) of what effects of ours have used
        self.managed = set()  # ids of dicts that effects of ours change
        self.late = {}  # (id of such a dict, key) -> (holder, key, value, what stands for that)
        self.places = {}  # id -> (code, instruction) that changes an object
        self.swapped = []  # (function, its code)

    # ---- arguments and results

    def own(self, stand_in, expression, tensor):
        """Know a stand-in for a tensor argument."""
        self.lends(stand_in, expression, tensor, "an argument")

    def lends(self, stand_in, expression, tensor, label):
        """Know a stand-in for a tensor that stands elsewhere at each call, with its attributes."""
        vars(stand_in).update(vars(tensor))
        self.seen[id(stand_in)], self.labels[id(stand_in)] = (stand_in, expression), label
        self.places_of[id(stand_in)] = expression, tensor

    def argument(self, expression, value, place):
        """A number among the arguments: what the function gets for it."""
        if place in self.varying:
            return self.conditions.number(expression, value, place)
        self.conditions.equal(expression, value, place, place)
        return value

    def object(self, expression, value, place):
        """An object among the arguments: found by its place, or always the same one."""
        if is_users(type(value)) and not is_module(value) and not callable(value):
            kind = self.conditions.constant(type(value))
            self.conditions.require(f"type({expression}) is {kind}", place, expression, value)
            self.mark(value, place, expression)
        else:
            self.conditions.equal(expression, value, place)
            self.mark(value, place)

    def leaves(self, value):
        """Refuse to return an object that a call would have to make anew."""
        if type(value) in IGNORED or self.outside(value) or self.stays(value):
            return
        made = isinstance(value, types.FunctionType | types.MethodType | type)
        if made or is_users(type(value)) or isinstance(value, np.ndarray | set):
            self.refuse(f"a new {type(value).__name__} that is returned",
                        "a tuple, list, dict or NamedTuple of tensors")  # fmt: skip

    def is_there(self, value):
        """Whether a list or dict is the same in each call."""
        return self.outside(value) and id(value) not in self.found

    def stays(self, value):
        """Whether every call may give the same object, though the function has made it."""
        return stays(value, lambda x: self.outside(x) and id(x) not in self.places_of)

    def settle(self):
        """Conditions that the recording as a whole asks for."""
        if self.found:
            own = {id(h.obj): self.text_of(h) for h in self.holders.values()
                   if container_kind(h.obj) is not None and not isinstance(h, Globals)}  # fmt: skip
            self.conditions.require(f"len({{{', '.join(f'id({x})' for x in own.values())}}}) "
                                    f"== {len(own)}", "one object in two places")  # fmt: skip
        for holder in self.holders.values():
            if isinstance(holder, Elements) and (id(holder.obj), "len") not in self.read:
                text = holder.sized(self.text_of(holder))
                for end in holder.lengths():
                    self.conditions.require(f"{text} {end}", f"len({holder.label})")

    def restore(self):
        """Put back what the recording has written to objects from outside."""
        self.put_back()
        for holder in self.holders.values():
            if id(holder.obj) not in self.managed:
                holder.restore()

    def put_back(self):
        """Let no number that comes late stand anywhere."""
        for holder, key, value, lent in self.late.values():
            if holder.now().get(key) is lent:
                holder.put(key, value)

    def refuse(self, what, remedy, frame=None):
        """Raise for what can be neither watched nor repeated."""
        while frame is not None and is_standard(frame.f_code):
            frame = frame.f_back
        place = self.trace._place() if frame is None else place_of(frame.f_code, frame.f_lasti)
        raise TraceError(f"compile: expected values that can be watched; got {what} at {place}; "
                         f"try {remedy}")  # fmt: skip

    # ---- what is outside

    def mark(self, value, label, text=None):
        """Know an object from outside, by its access path; `text` finds it from the arguments."""
        kind = type(value)
        if kind in IGNORED or id(value) in self.seen:
            return
        if isinstance(value, np.generic) or kind.__module__ == "decimal":
            self.setting(kind.__module__)
        if isinstance(value, frozenset):
            for part in value:
                self.mark(part, label)
        if isinstance(value, tuple):
            for number, part in enumerate(tuple.__iter__(value)):
                self.mark(part, f"{label}[{number}]", text and f"{text}[{number}]")
            if not hasattr(value, "__dict__"):
                return
        self.seen[id(value)], self.labels[id(value)] = (value, text), label
        if isinstance(value, Tensor):
            self.tensors[id(value)] = value, label
        elif kind is types.MethodType:
            self.mark(value.__self__, label, text and f"{text}.__self__")
            self.mark(value.__func__, label, text and f"{text}.__func__")
        elif kind is functools.partial:
            self.mark(value.args, label, text and f"{text}.args")
            self.mark(value.keywords, label, text and f"{text}.keywords")
            self.mark(value.func, label, text and f"{text}.func")
        elif not isinstance(value, types.FunctionType | types.ModuleType | type | np.ndarray):
            held = container_kind(value)
            if held is not None:
                self.holder(value, held)
            if has_attributes(value) and kind is not Generator:  # whose draws each call repeats
                self.holder(value, Attributes)
            if is_module(value):
                for table in ("_parameters", "_buffers", "_modules"):
                    self.mark(vars(value)[table], label, text and f"{text}.{table}")

    def setting(self, name):
        """What the user's function does with numbers or text depends on a setting: it stays."""
        if name in SETTINGS and (name, "setting") not in self.read:
            self.read.add((name, "setting"))
            asked = SETTINGS[name]
            state = self.settings[name] if name in self.settings else asked()
            names = self.conditions.constant(asked), self.conditions.constant(state)
            self.conditions.require(f"{names[0]}() == {names[1]}", f"settings of {name}",
                                    f"{names[0]}()", state)  # fmt: skip

    def outside(self, value):
        """Whether a value is known to be from outside."""
        return id(value) in self.seen

    def is_lent(self, array):
        """Whether an array shows the memory of an object from outside."""
        while array is not None and not self.outside(array):
            array = getattr(array, "base" if isinstance(array, np.ndarray) else "obj", None)
        return array is not None

    def holder(self, obj, kind):
        """The Holder of one kind of an object from outside."""
        found = self.holders.get((id(obj), kind))
        if found is None:
            _, text = self.seen.get(id(obj), (obj, None))
            label = self.labels.get(id(obj), type(obj).__name__)
            found = self.holders[id(obj), kind] = kind(obj, label, text)
            self.seen.setdefault(id(obj), (obj, None))
        return found

    def text(self, obj):
        """The expression for an object: from the arguments, or it is always this one."""
        return self.seen.get(id(obj), (obj, None))[1] or self.conditions.constant(obj)

    def text_of(self, holder):
        """The expression for the object of a holder."""
        return holder.text or self.conditions.constant(holder.obj)

    def changed(self, holder):
        """Whether the recording has changed a holder, but for inputs that stand in it."""
        return any(not self.is_lent_to(holder, *change) for change in holder.changes())

    def written(self, holders=None):
        """(id of an object, key) of what the recording has changed so far, or lent."""
        holders = self.holders.values() if holders is None else holders
        return {(id(holder.obj), key) for holder in holders for key, _ in holder.changes()}

    def written_of(self, module):
        """The same of a Module and its tables alone."""
        tables = [vars(module)[name] for name in ("_parameters", "_buffers", "_modules")]
        keys = (id(module), Attributes), *[(id(table), Items) for table in tables]
        return self.written([self.holders[key] for key in keys if key in self.holders])

    def is_lent_to(self, holder, key, value):
        """Whether a value is the input that stands in an entry."""
        return value is not MISSING and self.stand_ins.get((id(holder.obj), key), MISSING) is value

    def reads(self, holder, key):
        """An entry is read: watch it, or make it an input."""
        if id(holder.obj) in self.managed and self._comes_late(holder, key):
            return
        if (id(holder.obj), key) in self.opaque:
            self.refuse(f"{holder.place(key)} after an optimizer or scheduler has used it",
                        "reading it before that step, or outside")  # fmt: skip
        if (id(holder.obj), type(holder), key) in self.read:
            return
        before = holder.look(key)
        now = holder.now().get(key, MISSING)
        if key in holder.stored and not self.is_lent_to(holder, key, now):
            return  # the function has put it there, if it be what stood there
        if now is not before:  # the recording itself has put it there
            if id(holder.obj) in self.managed:
                self.refuse(f"{holder.place(key)}, which a recorded step has changed",
                            "reading it before that step, or outside")  # fmt: skip
            return
        self.read.add((id(holder.obj), type(holder), key))
        text, name = self.text_of(holder), holder.named(key, self.conditions)
        if before is MISSING:
            self.conditions.require(holder.absent(text, name), holder.place(key), old=MISSING)
            return
        expression = holder.read(text, name)
        path = holder.path(key)
        if self._becomes_input(holder, key, before, expression, path):
            return
        if self._is_found(expression, before, holder.place(key), path):
            return
        self.conditions.equal(expression, before, holder.place(key), path)
        self.mark(before, path, holder.text and expression)

    def _comes_late(self, holder, key):
        """Whether a number is read that a recorded step changes: each call reads it after that."""
        known, value = (id(holder.obj), key), holder.now().get(key, MISSING)
        if known in self.late and self.late[known][3] is value:
            return True
        if key in holder.stored and not self.is_lent_to(holder, key, value):
            return True  # the function has put it there since
        expression = holder.read(self.text_of(holder), holder.named(key, self.conditions))
        lent = self.later(expression, value, holder.place(key))
        if lent is MISSING:
            return False
        self.late[known] = holder, key, value, lent
        holder.put(key, lent)
        return True

    def later(self, expression, value, label):
        """What stands for a number, a tuple or a list of them that comes late; MISSING for others.
        """
        if type(value) in (int, float):
            return self.conditions.later(expression, value, label)
        if not (is_record(value) or type(value) is list):
            return MISSING
        if not value or not all(type(x) in (int, float) for x in value):
            return MISSING
        parts = [self.later(f"{expression}[{k}]", x, f"{label}[{k}]") for k, x in enumerate(value)]
        return parts if type(value) is list else tuple.__new__(type(value), parts)

    def _becomes_input(self, holder, key, value, expression, path):
        """Put a stand-in where a varying number or tensor stands, until the recording ends."""
        if path not in self.varying and not (holder.text and isinstance(value, Tensor)):
            return False
        lent = self._lent(expression, value, holder.place(key), path)
        if lent is MISSING:
            return False
        holder.put(key, lent)
        holder.stored.add(key)  # whatever stands there at the end, if it is not this
        self.stand_ins[id(holder.obj), key] = lent
        return True

    def _is_found(self, expression, value, label, path):
        """Whether a dict, list or set is another one in each call: the one that stands there."""
        if path not in self.varying or type(value) not in FOUND:
            return False
        if self.outside(value):
            self.conditions.require(f"{expression} is {self.text(value)}", label)
            return True
        kind = self.conditions.constant(type(value))
        self.conditions.require(f"type({expression}) is {kind}", label, expression, value)
        self.mark(value, path, expression)
        self.found[id(value)] = expression
        return True

    def _lent(self, expression, value, label, path):
        """What stands for a number, a tensor or a tuple of them; MISSING for other values."""
        if type(value) in (int, float):
            return self.conditions.number(expression, value, label)
        if type(value) is Tensor and value._node is None:
            self.conditions.tensor(expression, value, label)
            lent = self.trace.stand_in(value)
            self.inputs.append(lent)
            self.given.append(value)
            self.paths.append(path)
            self.lends(lent, expression, value, label)
            return lent
        return self._lent_parts(expression, value, label, path) if is_record(value) else MISSING

    def _lent_parts(self, expression, value, label, path):
        """A tuple like one that is replaced from call to call: its parts are inputs, or stay."""
        test = f"type({expression}) is {self.conditions.constant(type(value))}"
        test += f" and len({expression}) == {len(value)}"
        self.conditions.require(test, label, expression, value)
        parts = []
        for number, part in enumerate(tuple.__iter__(value)):
            text, place = f"{expression}[{number}]", f"{path}[{number}]"
            lent = self._lent(text, part, place, place)
            if lent is MISSING:
                self.conditions.equal(text, part, place)
                self.mark(part, place)
            parts.append(part if lent is MISSING else lent)
        return tuple.__new__(type(value), parts)

    @contextlib.contextmanager
    def as_it_was(self):
        """While code runs that is no part of the recording, no input stands anywhere."""
        lent = [(holder, key) for holder in self.holders.values() for key, value in holder.changes()
                if self.is_lent_to(holder, key, value)]  # fmt: skip
        for holder, key in lent:
            holder.put(key, holder.before[key])
        try:
            yield
        finally:
            for holder, key in lent:
                holder.put(key, self.stand_ins[id(holder.obj), key])

    def whole(self, obj):
        """All of a container or an array is read."""
        if isinstance(obj, np.ndarray):
            self._array(obj)
            return
        kind = container_kind(obj)
        if is_stream(obj) and self.outside(obj):
            self.refuse(f"iteration over a {type(obj).__name__} that goes on from call to call",
                        "iterating outside and passing what comes")  # fmt: skip
        if is_window(obj) and self.outside(obj):
            name = type(obj).__name__
            self.refuse(f"{'an' if name == 'array' else 'a'} {name}, whose content may change",
                        "tensorlite.frombuffer(), bytes, a list, or the dict itself")  # fmt: skip
        if kind is Items and (id(obj) in self.managed or self._is_used(obj)):
            for key in obj:
                self.reads(self.holder(obj, kind), key)
            return
        if kind is not None and self.outside(obj) and (id(obj), kind, MISSING) not in self.read:
            self.read.add((id(obj), kind, MISSING))
            self._content(obj, kind, self.holder(obj, kind))

    def _is_used(self, obj):
        """Whether an effect of ours has used an entry: what stands there is no input any more."""
        return any(owner == id(obj) for owner, _ in self.opaque)

    def _content(self, obj, kind, holder):
        """A container's content stays, or its elements are read one by one where one varies."""
        text = self.text_of(holder)
        varying = any(path.startswith(holder.label) for path in self.varying)
        if varying and kind is Items and not isinstance(obj, types.MappingProxyType):
            keys = self.conditions.constant(tuple(holder.before))
            self.conditions.require(f"unchanged(raw_keys({text}), {keys})",
                                    f"{holder.label}: its keys")  # fmt: skip
            for key in list(holder.before):
                self.reads(holder, key)
            return
        if varying and kind is Elements and holder.orderly():
            self._sized(holder)
            for key in holder.old():
                self.reads(holder, key)
            return
        values = tuple(holder.before.values())
        old = (tuple(holder.before), values) if kind is Items else (
            frozenset(values) if kind is Members else values)  # fmt: skip
        test = f"unchanged({text}, {self.conditions.constant(old)})"
        self.conditions.require(test, f"{holder.label}: its content", text, old, holder.label)
        for key, value in holder.before.items():
            expression = holder.text and kind is not Members and holder.read(
                text, holder.named(key, self.conditions))  # fmt: skip
            self.mark(value, holder.path(key), expression or None)

    def deep(self, obj, depth=0):
        """A container is read with the containers in it, as far as they are builtin."""
        self.whole(obj)
        kind = container_kind(obj)
        if kind is not None and depth < 8:
            for part in list(obj.values() if kind is Items else obj):
                if (container_kind(part) is not None or isinstance(part, np.ndarray | tuple)
                        or is_stream(part)):  # fmt: skip
                    self.deep(part, depth + 1)
        elif isinstance(obj, tuple) and depth < 8:
            for part in tuple.__iter__(obj):
                self.deep(part, depth + 1)

    def _array(self, values):
        """All numbers of an array are read."""
        if not self.outside(values):
            return
        if self.trace.writes(values):
            self.refuse("numbers of an array that this function writes as a tensor",
                        "reading them outside, or as a tensor")  # fmt: skip
        if id(values) in self.arrays:
            return
        self.setting("numpy")
        copy = values.copy()
        self.arrays[id(values)] = values, copy
        if values.dtype.hasobject:
            for part in values.flat:
                self.mark(part, "an element of an array")
                self.deep(part)
        text = self.text(values)
        self.conditions.require(f"same_array({text}, {self.conditions.constant(copy)})",
                                self.labels.get(id(values), "an array"), text, values)  # fmt: skip
