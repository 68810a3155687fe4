"""The only place that compiles: emitted text -> one native function -> object code.

A kernel reaches the CPU as an *entry*, a loop compiled by Numba without wrappers under one native
signature `(args, lo, hi)`. `args` is the address of a block of 64-bit words that holds whatever
the kernel reads: data addresses first, then geometry. The functions below are the vocabulary in
which a kernel reads its block. Importing this module imports Numba; a process whose kernels are
all stored never does.
"""

import gc
import sys
from types import ModuleType

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from ..internals import numba
from ..internals.llvmlite import add_attribute
from .lanes import constant
from .pipeline import Pipeline
from .variants import pure

I32, I64 = ir.IntType(32), ir.IntType(64)
SIGNATURE = (types.intp, types.intp, types.intp)

_scalars = {}


def scalar(function):
    """A function called by kernels, always inlined: LLVM does not vectorise around a call.

    Kernels share it: the hash in its name covers what it reaches.
    """
    code = function.__code__
    wraps = getattr(function, "wraps", False)
    key = code.co_name, code.co_names, code.co_code, repr(code.co_consts), wraps
    if key not in _scalars:
        _scalars[key] = numba.function(function, Pipeline, forceinline=True)
    return _scalars[key]


def wrapping(function):
    """The same of one that computes with integers, whose overflow is defined: it wraps around.

    Numba lets LLVM assume that there is none; what is fused behind would rely on that.
    """
    function.wraps = True
    return scalar(function)


def seldom(function):
    """A function f(x, y) that is y where x is 0: a loop jumps over it while no lane has another x.

    LLVM vectorises around the call of a pure function that has variants for vectors.
    """
    inner = scalar(function)

    @intrinsic
    def function_of_two(typing, x, y):
        if x != y:
            return None

        def codegen(context, builder, signature, values):
            body = numba.calling(context, inner, signature)
            callee = pure(builder.module, function.__name__, values[0].type, body)
            return builder.call(callee, values)

        return x(x, y), codegen

    return function_of_two


def compile_text(name, text, filename):
    """Compile the function `name` of `text`; returns its object code and the name of its symbol."""
    module = ModuleType(f"tensorlite_kernel_{name}")
    sys.modules[module.__name__] = module
    collecting = gc.isenabled()
    gc.disable()  # collections take a seventh of the time
    try:
        exec(compile(text, filename, "exec"), module.__dict__)
        entry = numba.function(module.__dict__[name], Pipeline)
        library, symbol = numba.compiled(entry, SIGNATURE)
        return library.object_code(symbol), symbol
    finally:
        del sys.modules[module.__name__]
        if collecting:
            gc.enable()


def _pointer(builder, address, dtype):
    return builder.inttoptr(address, dtype.as_pointer())


@intrinsic
def word(typing, args, index):
    """The 64-bit integer number `index` of a block."""

    def codegen(context, builder, signature, values):
        words = _pointer(builder, values[0], I64)
        return builder.load(builder.gep(words, [values[1]]))

    return types.intp(types.intp, types.intp), codegen


@intrinsic
def vector(typing, address, dtype):
    """A contiguous 1-D array at an address. Its length is unknown: the caller keeps its bounds."""
    kind = types.Array(dtype.dtype, 1, "C")

    def codegen(context, builder, signature, values):
        return numba.arrays.made(context, builder, kind, values[0], None)

    return kind(types.intp, dtype), codegen


@intrinsic
def strided(typing, address, stride, dtype):
    """A 1-D array at an address whose elements lie `stride` bytes apart."""
    kind = types.Array(dtype.dtype, 1, "A")

    def codegen(context, builder, signature, values):
        return numba.arrays.made(context, builder, kind, values[0], values[1])

    return kind(types.intp, types.intp, dtype), codegen


@intrinsic
def matrix(typing, address, row_stride, dtype):
    """A 2-D array at an address: rows `row_stride` bytes apart, elements side by side."""
    kind = types.Array(dtype.dtype, 2, "A")

    def codegen(context, builder, signature, values):
        return numba.arrays.made(context, builder, kind, *values[:2], None)

    return kind(types.intp, types.intp, dtype), codegen


@intrinsic
def value(typing, address, dtype):
    """The scalar at an address."""

    def codegen(context, builder, signature, values):
        kind = context.data_model_manager[dtype.dtype]
        stored = builder.load(_pointer(builder, values[0], kind.get_data_type()))
        return kind.from_data(builder, stored)

    return dtype.dtype(types.intp, dtype), codegen


@intrinsic
def call(typing, entry, args, lo, hi):
    """Call an entry by its address, by Numba's native convention.

    Its status comes back, or its answer if that is 0.
    """

    def codegen(context, builder, signature, values):
        status, answer = numba.native_call(builder, values[0], values[1:])
        failed = builder.icmp_signed("!=", status, ir.Constant(I64, 0))
        return builder.select(failed, status, answer)

    return types.intp(*(types.intp,) * 4), codegen


@intrinsic
def wide(typing, rounds):
    """Let LLVM use 512-bit vectors in this kernel, and take so many rounds of a loop together."""
    if constant(rounds) is None:
        return None

    def codegen(context, builder, signature, values):
        add_attribute(builder.function, '"prefer-vector-width"="512"')
        if constant(rounds) > 1:
            add_attribute(builder.function, f'"rounds"="{constant(rounds)}"')
        return context.get_dummy_value()

    return types.void(rounds), codegen


@intrinsic
def scratch(typing, words):
    """The address of `words` 64-bit words (a constant) on the stack, aligned to 64 bytes."""
    count = words.literal_value if isinstance(words, types.IntegerLiteral) else None
    if count is None:
        return None

    def codegen(context, builder, signature, values):
        memory = numba.alloca_once(builder, I64, size=count)
        memory.align = 64
        return builder.ptrtoint(memory, I64)

    return types.intp(words), codegen


def _atomic(operation):
    @intrinsic
    def function(typing, address, operand):
        def codegen(context, builder, signature, values):
            target = _pointer(builder, values[0], I64)
            return builder.atomic_rmw(operation, target, values[1], "seq_cst")

        return types.intp(types.intp, types.intp), codegen

    return function


atomic_add, atomic_exchange = _atomic("add"), _atomic("xchg")


@intrinsic
def atomic_load(typing, address):
    def codegen(context, builder, signature, values):
        return builder.load_atomic(_pointer(builder, values[0], I64), "seq_cst", 8)

    return types.intp(types.intp), codegen


@intrinsic
def atomic_store(typing, address, operand):
    def codegen(context, builder, signature, values):
        builder.store_atomic(values[1], _pointer(builder, values[0], I64), "seq_cst", 8)
        return context.get_dummy_value()

    return types.void(types.intp, types.intp), codegen


@intrinsic
def atomic_replace(typing, address, expected, desired):
    """Store `desired` where `expected` stands; True if it did."""

    def codegen(context, builder, signature, values):
        target = _pointer(builder, values[0], I64)
        pair = builder.cmpxchg(target, values[1], values[2], "seq_cst", "seq_cst")
        return builder.extract_value(pair, 1)

    return types.boolean(types.intp, types.intp, types.intp), codegen


def _call(builder, symbol, values):
    kind = ir.FunctionType(I32, [I64] * len(values))
    target = numba.get_or_insert_function(builder.module, kind, symbol)
    return builder.sext(builder.call(target, values), I64)


def _system_call(symbol):
    @intrinsic
    def function(typing, address):
        def codegen(context, builder, signature, values):
            return _call(builder, symbol, values)

        return types.intp(types.intp), codegen

    return function


def _affinity_call(symbol):
    @intrinsic
    def function(typing, thread, size, mask):
        def codegen(context, builder, signature, values):
            return _call(builder, symbol, values)

        return types.intp(types.intp, types.intp, types.intp), codegen

    return function


sem_wait, sem_post, sched_yield, sched_getcpu = map(
    _system_call, ("sem_wait", "sem_post", "sched_yield", "sched_getcpu")
)
sched_getaffinity, sched_setaffinity = map(
    _affinity_call, ("sched_getaffinity", "sched_setaffinity")
)


@intrinsic
def pause(typing):
    """Tell the CPU that this is a waiting loop."""

    def codegen(context, builder, signature, values):
        if builder.module.triple.startswith(("x86_64", "i686")):
            builder.call(builder.module.declare_intrinsic(
                "llvm.x86.sse2.pause", (), ir.FunctionType(ir.VoidType(), [])), [])
        return context.get_dummy_value()

    return types.void(), codegen


from .lane_folds import *  # noqa: E402, F403
from .lanes import *  # noqa: E402, F403
from .lines import *  # noqa: E402, F403
from .short_tiles import *  # noqa: E402, F403
from .tiles import *  # noqa: E402, F403
