"""Primitives of floats of one type, as intrinsics of whichever library compiles."""

from llvmlite import ir
from numba import TypingError, types

_INTEGER = {types.float32: types.int32, types.float64: types.int64}
_FLOAT = {integer: real for real, integer in _INTEGER.items()}


def _require_float(name, *operands):
    if operands[0] not in _INTEGER or any(operand != operands[0] for operand in operands):
        got = ", ".join(map(str, operands))
        raise TypingError(f"{name}: expected float32 or float64 operands of one type; got {got}")


def called(intrinsic, name, operands, declare):
    """Intrinsic `name` of one, two or three floats: a call of what `declare` answers.

    `declare(module, kind, kinds)` is the function of LLVM's module of operands of these kinds.
    """

    def lower(context, builder, signature, arguments):
        kind = arguments[0].type
        return builder.call(declare(builder.module, kind, [kind] * operands), arguments)

    def one(typing_context, x):
        _require_float(name, x)
        return x(x), lower

    def two(typing_context, x, y):
        _require_float(name, x, y)
        return x(x, y), lower

    def three(typing_context, x, y, z):
        _require_float(name, x, y, z)
        return x(x, y, z), lower

    typing = (one, two, three)[operands - 1]
    typing.__name__ = typing.__qualname__ = name
    return intrinsic(typing)


def native(intrinsic, name, operands):
    """Intrinsic `name` that LLVM has under this name."""

    def declare(module, kind, kinds):
        return module.declare_intrinsic(f"llvm.{name}", [kind], ir.FunctionType(kind, kinds))

    return called(intrinsic, name, operands, declare)


def bit_casts(intrinsic):
    """The intrinsics `bits` and `from_bits`."""

    def lower(context, builder, signature, arguments):
        return builder.bitcast(arguments[0], context.get_value_type(signature.return_type))

    def bits(typing_context, x):
        """The bits of a float as a signed integer of the same width."""
        _require_float("bits", x)
        return _INTEGER[x](x), lower

    def from_bits(typing_context, i):
        """The float whose bits are the int32 or int64 `i`."""
        if i not in _FLOAT:
            raise TypingError(f"from_bits: expected int32 or int64; got {i}")
        return _FLOAT[i](i), lower

    return intrinsic(bits), intrinsic(from_bits)
