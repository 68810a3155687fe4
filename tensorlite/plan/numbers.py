"""Numbers of Python that differ from call to call: inputs of a plan.

While a function is recorded, a `Number` stands for such a number. Arithmetic on it is written
down, a comparison of it becomes a condition of the plan, and as an operand of an op it is memory
that each call fills. What else asks for its value gets it, and the plan then holds for this value
alone: so nothing that a number decides can go unseen.
"""

import math
import operator

import numpy as np

from ..device import CPU
from ..dtypes import float64, int64
from ..kernels.cpu import native
from ..storage import Storage
from ..tensor import make, spec_of

_BINARY = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**",
    "and": "&", "or": "|", "xor": "^", "lshift": "<<", "rshift": ">>",
}  # fmt: skip
_UNARY = {"neg": "-", "pos": "+", "invert": "~"}
_COMPARED = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}
_CALLED = {"abs": abs, "round": round, "trunc": math.trunc, "floor": math.floor, "ceil": math.ceil}


class Number:
    """Stands for an int or a float that each call gives anew.

    Attributes
    ----------
    name : str
        In the conditions of the plan, see `Conditions`.
    value : int or float
        What it is while the function is recorded.
    """

    __slots__ = ("_conditions", "_operand", "label", "name", "value")
    __array_ufunc__ = None  # an array leaves arithmetic with it to us

    def __init__(self, conditions, name, value, label="a number"):
        self._conditions, self.name, self.value, self.label = conditions, name, value, label
        self._operand = None

    @property  # type: ignore[misc]
    def __class__(self):
        return type(self.value)

    def _new(self, text, value):
        return self._conditions.computed(text, value)

    def fixed(self):
        """The value; the plan holds for it alone."""
        test = f"same({self._conditions.constant(self.value)}, {self.name})"
        self._conditions.require(test, self.label, self.name, self.value)
        return self.value

    def as_operand(self):
        """A 0-d tensor over memory that each call fills."""
        if self._operand is None:
            spec = spec_of((), int64 if type(self.value) is int else float64, CPU, None, True)
            if spec.dtype is int64 and not -(1 << 63) <= self.value < 1 << 63:
                return NotImplemented
            words = np.array([self.value], spec.dtype.numpy)
            address = native.address_of(words)
            self._conditions.fills(words, self)
            storage = Storage(words, address, words.nbytes)
            self._operand = make(storage, spec, address)
        return self._operand

    def as_float(self):
        """The same as a float."""
        if type(self.value) is float:
            return self
        return self._new(f"{self._conditions.constant(float)}({self.name})", float(self.value))

    def into(self, words):
        """Put it into the first element of an array that kernels read, and let each call do so."""
        words[0] = self.value
        self._conditions.hands(words, self)

    def __float__(self):
        return float(self.fixed())

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __int__(self):
        return int(self.fixed())

    def __index__(self):
        return operator.index(self.fixed())

    def __complex__(self):
        return complex(self.fixed())

    def __array__(self, *args, **kwargs):
        return np.asarray(self.fixed(), *args, **kwargs)

    def __bool__(self):
        return self._conditions.decided(f"bool({self.name})", bool(self.value))

    def __hash__(self):
        return hash(self.fixed())

    def __repr__(self):
        return repr(self.fixed())

    def __str__(self):
        return str(self.fixed())

    def __format__(self, how):
        return format(self.fixed(), how)

    def __reduce__(self):
        return type(self.value), (self.fixed(),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __getattr__(self, name):  # is_integer, bit_length, real, ...
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.fixed(), name)


def _binary(name, sign):
    act = getattr(operator, f"{name}_" if name in ("and", "or") else name)

    def forward(self, other):
        if type(other) not in _OPERANDS:
            return NotImplemented
        return self._new(f"{self.name} {sign} {self._conditions.named(other)}",
                         act(self.value, valued(other)))  # fmt: skip

    def backward(self, other):
        if type(other) not in _OPERANDS:
            return act(other, self.fixed()) if isinstance(other, np.ndarray) else NotImplemented
        return self._new(f"{self._conditions.named(other)} {sign} {self.name}",
                         act(valued(other), self.value))  # fmt: skip

    return forward, backward


def _unary(name, sign):
    act = getattr(operator, name)
    return lambda self: self._new(f"{sign}{self.name}", act(self.value))


def _compared(name, sign):
    act = getattr(operator, name)

    def compare(self, other):
        if type(other) not in _OPERANDS:
            return NotImplemented
        text = f"{self.name} {sign} {self._conditions.named(other)}"
        return self._conditions.decided(text, act(self.value, valued(other)))

    return compare


def _called(name, act):
    def call(self, *args):
        text = ", ".join([self.name, *map(self._conditions.named, args)])
        return self._new(f"{self._conditions.constant(act)}({text})",
                         act(self.value, *map(valued, args)))  # fmt: skip

    return call


def _attach():
    for name, sign in _BINARY.items():
        forward, backward = _binary(name, sign)
        setattr(Number, f"__{name}__", forward)
        setattr(Number, f"__r{name}__", backward)
    for name, sign in _UNARY.items():
        setattr(Number, f"__{name}__", _unary(name, sign))
    for name, sign in _COMPARED.items():
        setattr(Number, f"__{name}__", _compared(name, sign))
    for name, act in _CALLED.items():
        setattr(Number, f"__{name}__", _called(name, act))


_OPERANDS = (Number, bool, int, float)
_attach()


def valued(x):
    """The value of a Number; anything else as it is."""
    return x.value if type(x) is Number else x
