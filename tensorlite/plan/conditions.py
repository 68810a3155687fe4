"""The conditions under which a plan holds, as one Python function.

A recording writes down, in the order in which it read, what it found where: `factor` in the
globals of a function, `config.scale`, entry 2 of a list. The text is compiled once and takes 20 to
40 ns for each thing that was read.
"""

import collections
import contextlib
import functools
import operator
import re
import types

import numpy as np

from ..errors import TraceError
from ..tensor import Tensor
from .numbers import Number, valued

PLAIN = (bool, int, float, complex, str, bytes, type(None))
FOUND = (dict, list, set, collections.deque, collections.OrderedDict, collections.defaultdict)
MISSING = object()
_NAME = re.compile(r"\bn\d+\b")  # of a number
GONE = (KeyError, IndexError, AttributeError, ValueError, TypeError, ArithmeticError, OverflowError)


def is_plain(value):
    """Whether a value is compared by content: numbers, strings, and tuples of them."""
    if isinstance(value, PLAIN):
        return type(value) in PLAIN
    if type(value) is tuple:
        return all(map(is_plain, value))
    return False


def is_record(value):
    """Whether a value is a tuple or NamedTuple, which is replaced as a whole."""
    return type(value) is tuple or (isinstance(value, tuple) and hasattr(type(value), "_fields"))


def same(old, new):
    """Whether a value is what it was: numbers and strings by content, other things by identity."""
    if old is new:
        return True
    kind = type(old)
    if kind is not type(new):
        return False
    if kind is float:
        return repr(old) == repr(new)  # NaN is what it was, -0.0 is not 0.0
    if kind is tuple:
        return len(old) == len(new) and all(map(same, old, new))
    return kind in PLAIN and old == new


def unchanged(container, old):
    """Whether a list, deque, set or dict has the content of a tuple or frozenset `old`."""
    if isinstance(container, dict | types.MappingProxyType):
        keys, values = old
        return (len(container) == len(keys) and all(map(same, keys, container))
                and all(map(same, values, container.values())))  # fmt: skip
    if isinstance(container, set | frozenset):
        return container == old
    if len(container) != len(old):
        return False
    return all(map(operator.is_, container, old)) or all(map(same, old, container))


def same_array(array, old):
    """Whether a NumPy array has the content of a copy."""
    return (array.shape == old.shape and array.dtype == old.dtype
            and array.tobytes() == old.tobytes())  # fmt: skip


def where(array):
    """Where a NumPy array has its elements, and of what kind they are."""
    return array.dtype.str, array.shape, array.strides, array.__array_interface__["data"]


def empty(cell):
    """Whether a variable of an enclosing function holds nothing."""
    try:
        return cell.cell_contents is MISSING
    except ValueError:
        return True


class Late:
    """What is read and computed when the steps of optimizers and schedulers in a call are done."""

    def __init__(self):
        self.names, self.lines, self.memory, self.outputs = set(), [], [], []

    def knows(self, text):
        """Whether an expression names such a number."""
        return bool(self.names) and not self.names.isdisjoint(_NAME.findall(text))

    def text(self):
        """The lines of a function `late`; none without such numbers."""
        if not self.names:
            return []
        fills = [f"{words}[0] = {name}" for words, name in self.memory]
        given = "".join(f"{number.name}, " for number in self.outputs)
        lines = [*self.lines, *fills, f"return ({given})"]
        return ["def late():", "    try:", *[f"        {line}" for line in lines],
                "    except GONE:", "        return None"]  # fmt: skip

    def given(self):
        """How the conditions hand out this function."""
        return ", late" if self.names else ""


class Condition:
    """Something that was read: its place, how to read it again, and what it was."""

    __slots__ = ("expression", "label", "old", "place", "test")

    def __init__(self, test, label, expression=None, old=None, place=None):
        self.test, self.label, self.expression = test, label, expression
        self.old, self.place = old, place


class Change:
    """Why a plan does not hold: a message, the place, and the places of what may become inputs.

    `now` is equal for two changes to the same value.
    """

    __slots__ = ("now", "place", "text", "varying")

    def __init__(self, text, place=None, varying=(), now=None):
        self.text, self.place, self.varying = text, place, list(varying)
        self.now = text if now is None else now


class Conditions:
    """What a plan holds for, while it is written and afterwards."""

    def __init__(self, trace):
        self.trace = trace
        self.lines, self.tests = [], []
        self.names = {"same": same, "unchanged": unchanged, "same_array": same_array,
                      "where": where, "empty": empty, "Tensor": Tensor, "absent": MISSING,
                      "raw": object.__getattribute__}  # fmt: skip
        self.varies = False  # whether numbers or tensors beside the arguments are inputs
        self.inputs = []  # names of tensors that each call takes from where they stand
        self.outputs, self.values = [], []  # names of numbers that each call computes; now
        self._constants, self._numbers, self._memory = {}, 0, []
        self._late = Late()  # what steps of optimizers and schedulers come before
        self.function = None

    # ---- writing

    def constant(self, value):
        """The name of an object in the text."""
        found = self._constants.get(id(value))
        if found is None:
            name = f"c{len(self._constants)}"
            found = self._constants[id(value)] = name, value
            self.names[name] = value
        return found[0]

    def named(self, x):
        """A number in the text: its name, or the number itself."""
        return x.name if type(x) is Number else self.constant(x)

    def require(self, test, label="a number", expression=None, old=None, place=None):
        """The plan holds only where the expression `test` is true."""
        if self._late.knows(test):
            raise self._too_late()
        self.tests.append(Condition(test, label, expression, old, place))
        self.lines.append(f"if not ({test}): return None")

    def equal(self, expression, value, label, place=None):
        """What an expression reads is what it was."""
        name = self.constant(value)
        if is_plain(value):
            test = f"(v := {expression}) is {name} or same({name}, v)"
        else:
            test = f"{expression} is {name}"
        self.require(test, label, expression, value, place)

    def number(self, expression, value, label):
        """A Number that each call reads."""
        name = self._new()
        kind = type(value).__name__
        self.varies |= not expression.startswith("a[")
        self.lines.append(f"{name} = {expression}")
        self.require(f"type({name}) is {kind}", label, expression, value)
        return Number(self, name, value, label)

    def tensor(self, expression, tensor, label):
        """A tensor of this Spec that each call reads; it requires no gradient."""
        self.varies = True
        name, spec = self._new(), self.constant(tensor.spec)
        self.lines.append(f"{name} = {expression}")
        test = f"type({name}) is Tensor and {name}.spec is {spec} and {name}._node is None"
        self.require(test, label, expression, tensor)
        self.inputs.append(name)

    def computed(self, text, value):
        """The Number that an expression of Numbers is."""
        if type(value) not in (int, float):
            raise TypeError(f"expected int or float; got {type(value).__name__}")
        name = self._new()
        if self._late.knows(text):
            self._late.lines.append(f"{name} = {text}")
            self._late.names.add(name)
        else:
            self.lines.append(f"{name} = {text}")
        return Number(self, name, value)

    def later(self, expression, value, label):
        """A Number that each call reads when its steps of optimizers and schedulers are done."""
        name, kind = self._new(), type(value).__name__
        self._late.names.add(name)
        self._late.lines += [f"{name} = {expression}",
                             f"if type({name}) is not {kind}: return None"]  # fmt: skip
        return Number(self, name, value, label)

    def _too_late(self):
        return TraceError(
            "compile: expected values that can be watched; got a decision, a text or a size by "
            "what a recorded step of an optimizer or scheduler has changed, at "
            f"{self.trace._place()}; try reading it before that step, or outside"
        )

    def decided(self, text, outcome):
        """The outcome of a comparison, on which the plan relies."""
        self.require(text if outcome else f"not ({text})", "a comparison", text, bool(outcome))
        return outcome

    def fills(self, words, number):
        """Each call puts a number into memory that kernels read."""
        self.trace.words(words)
        self.hands(words, number)

    def hands(self, box, number):
        """Each call puts a number into a list or array, at its first place."""
        memory = self._late.memory if self._late.knows(number.name) else self._memory
        memory.append((self.constant(box), number.name))

    def gives(self, number):
        """Each call hands out a number; returns its place among these, late ones from the end."""
        if type(number) is Number and self._late.knows(number.name):
            self._late.outputs.insert(0, number)
            return -len(self._late.outputs)
        self.outputs.append(self.named(number))
        self.values.append(valued(number))
        return len(self.outputs) - 1

    def _new(self):
        self._numbers += 1
        return f"n{self._numbers}"

    def first(self):
        """The numbers that the first call hands out."""
        return [*self.values, *map(valued, self._late.outputs)]

    # ---- asking

    def close(self):
        """Compile, and forget the recording.

        `function(a)` of the arguments is then None, or (numbers, tensors), and where numbers come
        late a function that gives these, or None.
        """
        fills = [f"{words}[0] = {name}" for words, name in self._memory]
        given = "".join(f"{name}, " for name in self.outputs)
        taken = "".join(f"{name}, " for name in self.inputs)
        last = [*self._late.text(), f"return ({given}), ({taken}){self._late.given()}"]
        lines = "\n        ".join([*self.lines, *fills, *last])
        self.source = (f"def holds(a):\n    try:\n        {lines}\n"
                       "    except GONE:\n        return None")  # fmt: skip
        space = {**self.names, "GONE": GONE}
        exec(compile(self.source, "<conditions of a plan>", "exec"), space)
        self.function, self.trace = space.pop("holds"), None  # no cycle keeps the constants

    def changed(self, arguments):
        """A Change: the first condition that does not hold; None if all do."""
        space = dict(self.names, a=arguments)
        tests, first = iter(self.tests), None
        for line in self.lines:
            if not line.startswith("if "):
                with contextlib.suppress(*GONE, NameError):  # the condition that follows tells
                    exec(_code(line, "exec"), space)
                continue
            found = _failed(next(tests), space)
            if first is None:
                first = found
            elif found is not None:
                first.varying += found.varying
        return first


@functools.lru_cache(maxsize=4096)
def _code(text, kind="eval"):
    return compile(text, "<a condition of a plan>", kind)


def _failed(condition, space):
    """A Change if a condition does not hold."""
    now = MISSING
    with contextlib.suppress(*GONE, NameError):  # a number that is gone has no name
        if eval(_code(condition.test), space):
            return None
        if condition.expression is not None:
            now = eval(_code(condition.expression), space)
    return _described(condition, now)


def _described(condition, now):
    label, old, place = condition.label, condition.old, condition.place
    if old is MISSING:
        return Change(f"{label}: was not there", place)
    if condition.expression is None:
        return Change(f"{label}: {condition.test} does not hold", place)
    if now is MISSING:
        return Change(f"{label}: was {shown(old)}, is gone", place, now="gone")
    now = valued(now)
    state = _state(now)
    content = condition.test.startswith("unchanged(")
    if place is not None and content and isinstance(now, dict | list | collections.deque):
        return Change(label, place, _different(place, old, now), state)
    varying = [place] if place is not None and _may_vary(old, now) else ()
    if isinstance(old, Tensor) and isinstance(now, Tensor) and old.spec is now.spec:
        return Change(f"{label}: was {shown(old)}, is another tensor", place, varying, state)
    if isinstance(old, np.ndarray):
        return Change(f"{label}: other content", place, now=state)
    if type(old) is type(now) and not is_plain(old):
        return Change(f"{label}: is another {type(now).__name__}", place, varying, state)
    return Change(f"{label}: was {shown(old)}, is {shown(now)}", place, varying, state)


def _state(value):
    """What is equal for values that are the same to a plan, within one moment."""
    if isinstance(value, dict):
        return _state([*value, *value.values()])
    if isinstance(value, list | tuple | collections.deque):
        return tuple(map(_state, value))
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.shape, hash(value.tobytes())
    return repr(value) if is_plain(value) else id(value)


def _may_vary(old, new):
    """Whether two values may be an input of one plan."""
    numbers = type(old) in (int, float) and type(new) in (int, float)
    records = is_record(old) and type(old) is type(new) and len(old) == len(new)
    found = type(old) is type(new) and type(old) in FOUND
    return numbers or records or found or (isinstance(old, Tensor) and isinstance(new, Tensor))


def _different(place, old, now):
    """The places of the entries of a container that differ and may vary."""
    if isinstance(now, dict):
        columns = *old, now, now.values()
    else:
        columns = range(len(old)), old, range(len(now)), now
    for key, before, found, after in zip(*columns, strict=False):
        if same(key, found) and not same(before, after) and _may_vary(before, after):
            yield f"{place}[{shown_key(key)}]"


def shown_key(key):
    """A key in a message: no data of a tensor, which is not there while a plan is recorded."""
    if isinstance(key, Tensor):
        return f"{type(key).__name__} {key.spec} at {id(key):#x}"
    if isinstance(key, tuple):
        return f"({', '.join(map(shown_key, key))})"
    return repr(key)


def shown(value):
    """A value in a message."""
    if isinstance(value, Tensor):
        return repr(value.spec)
    return repr(value) if is_plain(value) else f"a {type(value).__name__}"
