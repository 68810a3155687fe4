"""The primitives of `kernels/scalars` for Numba on a CPU, each one LLVM instruction.

Every public name here is a name in `tensorlite.kernels.scalars.PRIMITIVES`, with the same meaning;
a test holds the two sets equal. All of them vectorise.
"""

from llvmlite import ir
from numba import TypingError, types
from numba.extending import intrinsic

_INTEGER = {types.float32: types.int32, types.float64: types.int64}
_FLOAT = {integer: real for real, integer in _INTEGER.items()}


def _require_float(name, *operands):
    if operands[0] not in _INTEGER or any(operand != operands[0] for operand in operands):
        got = ", ".join(map(str, operands))
        raise TypingError(f"{name}: expected float32 or float64 operands of one type; got {got}")


def _native(name, llvm_name, operands):
    """Intrinsic `name` that is the LLVM intrinsic `llvm_name` of one, two or three operands."""

    def lower(context, builder, signature, arguments):
        intrinsic_type = arguments[0].type
        function_type = ir.FunctionType(intrinsic_type, [intrinsic_type] * operands)
        callee = builder.module.declare_intrinsic(llvm_name, [intrinsic_type], function_type)
        return builder.call(callee, arguments)

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


fma = _native("fma", "llvm.fma", 3)
sqrt = _native("sqrt", "llvm.sqrt", 1)
fabs = _native("fabs", "llvm.fabs", 1)
floor = _native("floor", "llvm.floor", 1)
ceil = _native("ceil", "llvm.ceil", 1)
trunc = _native("trunc", "llvm.trunc", 1)
rint = _native("rint", "llvm.rint", 1)
copysign = _native("copysign", "llvm.copysign", 2)


def _lower_bitcast(context, builder, signature, arguments):
    return builder.bitcast(arguments[0], context.get_value_type(signature.return_type))


@intrinsic
def bits(typing_context, x):
    """The bits of a float as a signed integer of the same width."""
    _require_float("bits", x)
    return _INTEGER[x](x), _lower_bitcast


@intrinsic
def from_bits(typing_context, i):
    """The float whose bits are the int32 or int64 `i`."""
    if i not in _FLOAT:
        raise TypingError(f"from_bits: expected int32 or int64; got {i}")
    return _FLOAT[i](i), _lower_bitcast
