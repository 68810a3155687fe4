"""The operators of Tensor: `x + y`, `x += y`, `-x`."""



from ..annotations import Operand
from ..declare import operator, operator_of
from ..dispatch import unary
from ..op import table
from ..tensor import Tensor, number
from ..writing import write
from .arithmetic import ADD, DIV, MUL, SUB, floor_divide, pow, remainder


def _negative(self: Tensor) -> Tensor:
    return unary(table["neg"], self)


def _itself(self: Tensor) -> Tensor:
    return self


def _magnitude(self: Tensor) -> Tensor:
    return unary(table["abs"], self)


def _inverted(self: Tensor) -> Tensor:
    return unary(table["bitwise_not"], self)


def _dunders():
    """The operators of Tensor, straight to the kernels."""
    ops = {"add": ADD, "sub": SUB, "mul": MUL, "truediv": DIV}
    ops |= {name: table[f"bitwise_{name.strip('_')}"] for name in ("and_", "or_", "xor")}
    for name, op in ops.items():
        name = name.strip("_")
        setattr(Tensor, f"__{name}__", operator(op))
        setattr(Tensor, f"__r{name}__", operator(op, reflected=True))
    for name in ("eq", "ne", "lt", "le", "gt", "ge"):
        setattr(Tensor, f"__{name}__", operator(table[name]))
    for name, function in {"floordiv": floor_divide, "mod": remainder, "pow": pow}.items():
        setattr(Tensor, f"__{name}__", operator_of(function))
        setattr(Tensor, f"__r{name}__", operator_of(function, reflected=True))
    shifts = {"lshift": table["bitwise_left_shift"], "rshift": table["bitwise_right_shift"]}
    for name, op in shifts.items():
        setattr(Tensor, f"__{name}__", operator(op))
        setattr(Tensor, f"__r{name}__", operator(op, reflected=True))
    Tensor.__neg__, Tensor.__pos__, Tensor.__abs__ = _negative, _itself, _magnitude
    Tensor.__invert__, Tensor.__rdiv__ = _inverted, Tensor.__rtruediv__
    inplace = {"pow": "pow_", "floordiv": "floor_divide_", "mod": "remainder_"}
    for name, function in inplace.items():
        setattr(Tensor, f"__i{name}__", _writing_by(getattr(Tensor, function)))
    for name, op in {**ops, **shifts}.items():
        name = name.strip("_")
        setattr(Tensor, f"__i{name}__", _writing(op, f"{op.name.strip('_')}_"))
    Tensor.__hash__ = object.__hash__


def _writing(op, name):
    def bound(self: Tensor, other: Operand) -> Tensor:
        try:
            return write(op, (self, other), self, name)
        except TypeError:
            if _is_operand(other):
                raise
            return NotImplemented  # Python asks the other's own operator

    return bound


def _writing_by(method):
    def bound(self: Tensor, other: Operand) -> Tensor:
        try:
            return method(self, other)
        except TypeError:
            if _is_operand(other):
                raise
            return NotImplemented

    return bound


def _is_operand(other):
    return isinstance(other, Tensor) or number(other) is not NotImplemented


_dunders()
