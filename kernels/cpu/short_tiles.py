"""The primitives of `short_products.py` for Numba: the tiles of bfloat16 of a CPU (AMX), and pairs.

A tile is a register of 16 rows of 64 bytes. The instruction that multiplies takes rows of 16 pairs
of bfloat16 along k, and adds to 16 float32.
"""

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from ..internals.llvmlite import BFloat
from ..internals.numba import alloca_once_value, get_or_insert_function
from .lanes import I32, I64, Lanes, loop

__all__ = ["finish_row", "interleave_pairs", "multiply_pairs", "ready_tiles", "release_tiles"]


I8, SIDE, ROW, TILE = ir.IntType(8), 16, 64, 1024
WORDS = ir.VectorType(ir.IntType(16), SIDE)
SUMS, LEFT, RIGHT = (0, 1, 2, 3), (4, 5), (6, 7)  # numbers of the registers
SHAPES = bytes([1, *15 * [0], *8 * [ROW, 0], *16 * [0], *8 * [SIDE], *8 * [0]])


def _call(builder, name, *operands):
    kind = ir.FunctionType(ir.VoidType(), [operand.type for operand in operands])
    function = get_or_insert_function(builder.module, kind, f"llvm.x86.{name}")
    builder.call(function, operands)


def _move(builder, name, register, address, row=ROW):
    pointer = builder.inttoptr(address, I8.as_pointer())
    _call(builder, name, I8(register), pointer, I64(row))


@intrinsic
def ready_tiles(typing):
    def codegen(context, builder, signature, args):
        shapes = ir.Constant(ir.ArrayType(I8, len(SHAPES)), bytearray(SHAPES))
        memory = alloca_once_value(builder, shapes)
        _call(builder, "ldtilecfg", builder.bitcast(memory, I8.as_pointer()))
        return context.get_dummy_value()

    return types.void(), codegen


@intrinsic
def release_tiles(typing):
    def codegen(context, builder, signature, args):
        _call(builder, "tilerelease")
        return context.get_dummy_value()

    return types.void(), codegen


@intrinsic
def multiply_pairs(typing, a, b, steps, sums, added):
    def codegen(context, builder, signature, args):
        a, b, steps, sums, added = args
        places = [builder.add(sums, I64(2 * SIDE * ROW * i + ROW * j))
                  for i in range(2) for j in range(2)]  # fmt: skip
        with builder.if_else(builder.icmp_signed("!=", added, I64(0))) as (more, first):
            with more:
                for register, place in zip(SUMS, places, strict=True):
                    _move(builder, "tileloadd64", register, place, 2 * ROW)
            with first:
                for register in SUMS:
                    _call(builder, "tilezero", I8(register))
        (left, right), close = loop(builder, steps, [a, b])
        for i, register in enumerate(RIGHT):
            _move(builder, "tileloadd64", register, builder.add(right, I64(TILE * i)))
        for i, register in enumerate(LEFT):  # with a hint that the right panel is to stay
            _move(builder, "tileloaddt164", register, builder.add(left, I64(TILE * i)))
            for j, other in enumerate(RIGHT):
                _call(builder, "tdpbf16ps", *map(I8, (SUMS[2 * i + j], register, other)))
        close([builder.add(each, I64(2 * TILE)) for each in (left, right)])
        for register, place in zip(SUMS, places, strict=True):
            _move(builder, "tilestored64", register, place, 2 * ROW)
        return context.get_dummy_value()

    return types.void(*(types.intp,) * 5), codegen


@intrinsic
def finish_row(typing, sums, columns, alpha, out, c, beta, with_c):
    def codegen(context, builder, signature, args):
        sums, columns, alpha, out, c, beta, with_c = args
        lane = Lanes(context, builder, types.float32, 2 * SIDE)
        words = Lanes(context, builder, types.int16, 2 * SIDE)
        mask, begin = lane.mask(columns), builder.block
        scaled = builder.fmul(lane.load(sums), lane.splat(alpha))
        with builder.if_then(builder.icmp_signed("!=", with_c, I64(0))):
            wide = ir.VectorType(I32, 2 * SIDE)
            bits = builder.zext(words.load(c, mask), wide)
            bits = builder.shl(bits, ir.Constant(wide, [16] * 2 * SIDE))
            added = builder.fmul(builder.bitcast(bits, lane.kind), lane.splat(beta))
            total, inside = builder.fadd(scaled, added), builder.block
        found = builder.phi(lane.kind)
        found.add_incoming(scaled, begin)
        found.add_incoming(total, inside)
        rounded = builder.fptrunc(found, ir.VectorType(BFloat(), 2 * SIDE))
        words.store(builder.bitcast(rounded, words.kind), out, mask)
        return context.get_dummy_value()

    word, real = types.intp, types.float32
    return types.void(word, word, real, word, word, real, word), codegen


@intrinsic
def interleave_pairs(typing, x, y, out):
    def codegen(context, builder, signature, args):
        x, y, out = (builder.inttoptr(address, WORDS.as_pointer()) for address in args)
        rows = [builder.load(row, align=2) for row in (x, y)]
        order = [lane + SIDE * row for lane in range(SIDE) for row in range(2)]
        order = ir.Constant(ir.VectorType(I32, 2 * SIDE), order)
        pairs = builder.shuffle_vector(*rows, order)
        builder.store(pairs, builder.bitcast(out, pairs.type.as_pointer()), align=2)
        return context.get_dummy_value()

    return types.void(*(types.intp,) * 3), codegen
