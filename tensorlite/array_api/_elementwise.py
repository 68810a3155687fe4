"""Functions of elements. Operands meet in the dtype that the standard says: see `result_type`."""

import tensorlite as tl

from ..annotations import Operand
from ..errors import expected
from ..tensor import Tensor
from ._info import result_type

_UNARY = {
    **{name: name for name in (
        "abs", "acos", "acosh", "asin", "asinh", "atan", "atanh", "ceil", "conj", "cos", "cosh",
        "exp", "expm1", "floor", "isfinite", "isinf", "isnan", "log", "log10", "log1p", "log2",
        "logical_not", "positive", "reciprocal", "round", "signbit", "sin", "sinh", "sqrt",
        "square", "tan", "tanh", "trunc",
    )},
    "bitwise_invert": "bitwise_not", "negative": "neg",
}  # fmt: skip
_BINARY = {
    **{name: name for name in (
        "add", "atan2", "bitwise_and", "bitwise_left_shift", "bitwise_or", "bitwise_right_shift",
        "bitwise_xor", "copysign", "hypot", "logaddexp", "logical_and", "logical_or",
        "logical_xor", "maximum", "minimum", "nextafter", "pow",
    )},
    "divide": "div", "equal": "eq", "greater": "gt", "greater_equal": "ge", "less": "lt",
    "less_equal": "le", "multiply": "mul", "not_equal": "ne", "subtract": "sub",
}  # fmt: skip
__all__ = [*_UNARY, *_BINARY, "clip", "floor_divide", "imag", "real", "remainder", "sign"]


def promoted(op, *operands):
    """Tensors and numbers as tensors of their common dtype."""
    like = next((x for x in operands if isinstance(x, Tensor)), None)
    if like is None:
        raise TypeError(expected(op, "a tensor among the operands", "numbers", "asarray()"))
    dtype, where = result_type(*operands), like.device
    return [x.to(dtype) if isinstance(x, Tensor) else tl.full((), x, dtype=dtype, device=where)
            for x in operands]  # fmt: skip


def _unary(name, own):
    compute = getattr(tl, own)

    def function(x: Tensor, /) -> Tensor:
        return compute(x)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"`tensorlite.{own}` under the standard's name."
    return function


def _binary(name, own):
    compute = getattr(tl, own)

    def function(x1: Operand, x2: Operand, /) -> Tensor:
        return compute(*promoted(name, x1, x2))

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"`tensorlite.{own}` of operands in the dtype of `result_type`."
    return function


globals().update({name: _unary(name, own) for name, own in _UNARY.items()})
globals().update({name: _binary(name, own) for name, own in _BINARY.items()})


def sign(x: Tensor, /) -> Tensor:
    """The direction of each number: -1, 0 or 1, and NaN of NaN; x / abs(x) of complex ones."""
    if x.dtype.is_complex:
        return tl.sgn(x)
    return tl.where(x != x, x, tl.sign(x)) if x.dtype.is_floating_point else tl.sign(x)


def floor_divide(x1: Operand, x2: Operand, /) -> Tensor:
    """The quotient rounded down; of one infinite operand the quotient as it is."""
    first, second = promoted("floor_divide", x1, x2)
    out = tl.floor_divide(first, second)
    if not out.dtype.is_floating_point:
        return out
    return tl.where(tl.isinf(first) ^ tl.isinf(second), first / second, out)


def remainder(x1: Operand, x2: Operand, /) -> Tensor:
    """What `floor_divide` leaves, with the sign of x2, which a zero has too."""
    first, second = promoted("remainder", x1, x2)
    out = tl.remainder(first, second)
    return tl.where(out == 0, tl.copysign(out, second), out) if out.is_floating_point() else out


def clip(x: Tensor, /, min: Operand | None = None, max: Operand | None = None) -> Tensor:
    """x, but at least `min` and at most `max`, in the dtype of x."""
    for bound, limit in ((min, tl.maximum), (max, tl.minimum)):
        if bound is not None:
            edge = bound if isinstance(bound, Tensor) else tl.tensor(bound, device=x.device)
            x = limit(x, edge.to(x.dtype))
    return tl.clone(x) if min is None and max is None else x


def real(x: Tensor, /) -> Tensor:
    """The real part."""
    return tl.real(x)


def imag(x: Tensor, /) -> Tensor:
    """The imaginary part of complex numbers."""
    return tl.imag(x)
