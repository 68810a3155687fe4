"""The vocabulary of CUDA kernels for Numba's compiler: memory at addresses, and scalar primitives.

Addresses point to global memory; told so, the compiler loads without finding out first.
"""

from llvmlite import ir
from numba import types

from ..internals.floats import bit_casts, called, native
from ..internals.numba_cuda import arrays, cuda, get_or_insert_function, intrinsic, pointer

I64 = ir.IntType(64)

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


def _libdevice(name, operands):
    """A primitive that NVVM refuses, from NVIDIA's library of device functions."""

    def declare(module, kind, kinds):
        symbol = f"__nv_{name}" + ("f" if isinstance(kind, ir.FloatType) else "")
        return get_or_insert_function(module, ir.FunctionType(kind, kinds), symbol)

    return called(intrinsic, name, operands, declare)


fma = native(intrinsic, "fma", 3)
sqrt = native(intrinsic, "sqrt", 1)
floor = native(intrinsic, "floor", 1)
ceil = native(intrinsic, "ceil", 1)
copysign = native(intrinsic, "copysign", 2)
fabs = _libdevice("fabs", 1)
rint = _libdevice("rint", 1)
trunc = _libdevice("trunc", 1)  # from CUDA 13.1 on NVVM takes its own
bits, from_bits = bit_casts(intrinsic)
