"""The vocabulary of CUDA kernels for Numba's compiler: memory at addresses, and scalar primitives.

Addresses point to global memory; told so, the compiler loads without finding out first.
"""

from llvmlite import ir
from numba import TypingError, types

from ..internals.numba_cuda import arrays, cuda, get_or_insert_function, intrinsic, pointer

I64 = ir.IntType(64)
_INTEGER = {types.float32: types.int32, types.float64: types.int64}
_FLOAT = {integer: real for real, integer in _INTEGER.items()}

scalar = seldom = wrapping = cuda.jit(device=True, forceinline=True)


@scalar
def word(args, index):
    """The 64-bit integer number `index` of the words of a kernel."""
    return args[index]


# -------------------------------------------------------------------------------------- memory


@intrinsic
def vector(typing, address, dtype):
    """A contiguous 1-D array at an address. Its length is unknown: the caller keeps its bounds."""
    kind = types.Array(dtype.dtype, 1, "C")

    def codegen(context, builder, signature, values):
        return arrays.made(context, builder, kind, values[0], None)

    return kind(types.int64, dtype), codegen


@intrinsic
def strided(typing, address, stride, dtype):
    """A 1-D array at an address whose elements lie `stride` bytes apart."""
    kind = types.Array(dtype.dtype, 1, "A")

    def codegen(context, builder, signature, values):
        return arrays.made(context, builder, kind, values[0], values[1])

    return kind(types.int64, types.int64, dtype), codegen


@intrinsic
def value(typing, address, dtype):
    """The scalar at an address."""

    def codegen(context, builder, signature, values):
        kind = context.data_model_manager[dtype.dtype]
        at = pointer(builder, values[0], kind.get_data_type().as_pointer())
        return kind.from_data(builder, builder.load(at))

    return dtype.dtype(types.int64, dtype), codegen


def _parts(context, builder, array, index, kind):
    """Pointers to vectors of at most 16 bytes that are four elements, and how many each holds."""
    element = context.get_data_type(kind.dtype)
    count = min(4, 16 // context.get_abi_sizeof(element))
    data = arrays.data(context, builder, kind, array)
    for start in range(0, 4, count):
        first = builder.gep(data, [builder.add(index, I64(start))])
        yield builder.bitcast(first, ir.VectorType(element, count).as_pointer()), range(count)


def _aligned(context, kind):
    return min(16, 4 * context.get_abi_sizeof(context.get_data_type(kind.dtype)))


@intrinsic
def four(typing, array, index):
    """The elements number index .. index + 3 of an array, of which these four are aligned."""

    def codegen(context, builder, signature, values):
        model, found = context.data_model_manager[array.dtype], []
        for at, places in _parts(context, builder, *values, array):
            loaded = builder.load(at, align=_aligned(context, array))
            lanes = [builder.extract_element(loaded, ir.IntType(32)(k)) for k in places]
            found += [model.from_data(builder, lane) for lane in lanes]
        return context.make_tuple(builder, signature.return_type, found)

    return types.UniTuple(array.dtype, 4)(array, types.int64), codegen


@intrinsic
def put_four(typing, array, index, x, y, z, t):
    """Store four elements side by side, see `four`."""

    def codegen(context, builder, signature, values):
        model, elements = context.data_model_manager[array.dtype], list(values[2:])
        for at, places in _parts(context, builder, *values[:2], array):
            stored = at.type.pointee(ir.Undefined)
            for k in places:
                own = model.as_data(builder, elements.pop(0))
                stored = builder.insert_element(stored, own, ir.IntType(32)(k))
            builder.store(stored, at, align=_aligned(context, array))
        return context.get_dummy_value()

    return types.none(array, types.int64, *(array.dtype,) * 4), codegen


@scalar
def atomic_add(array, index, addend):
    """array[index] += addend, while other threads do the same."""
    cuda.atomic.add(array, index, addend)


# ------------------------------------------------------------------------------------- scalars


def _require_float(name, *operands):
    if operands[0] not in _INTEGER or any(operand != operands[0] for operand in operands):
        got = ", ".join(map(str, operands))
        raise TypingError(f"{name}: expected float32 or float64 operands of one type; got {got}")


def _called(name, operands, declare):
    """Intrinsic `name` of some floats of one type: a call of what `declare` answers."""

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


def _llvm(name, operands):
    """A primitive that LLVM has for NVIDIA's cards."""

    def declare(module, kind, kinds):
        return module.declare_intrinsic(f"llvm.{name}", [kind], ir.FunctionType(kind, kinds))

    return _called(name, operands, declare)


def _libdevice(name, operands):
    """A primitive that NVVM refuses, from NVIDIA's library of device functions."""

    def declare(module, kind, kinds):
        symbol = f"__nv_{name}" + ("f" if isinstance(kind, ir.FloatType) else "")
        return get_or_insert_function(module, ir.FunctionType(kind, kinds), symbol)

    return _called(name, operands, declare)


fma = _llvm("fma", 3)
sqrt = _llvm("sqrt", 1)
floor = _llvm("floor", 1)
ceil = _llvm("ceil", 1)
copysign = _llvm("copysign", 2)
fabs = _libdevice("fabs", 1)
rint = _libdevice("rint", 1)
trunc = _libdevice("trunc", 1)  # from CUDA 13.1 on NVVM takes its own


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
