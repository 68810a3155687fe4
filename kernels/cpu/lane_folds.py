"""Folds of arithmetic over rows, in registers: what `row_text` calls, as LLVM code on vectors."""

import ast
import functools

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from ..internals.numba import pack_array, unpack_tuple
from .lanes import I64, LANES, Lanes, folded, joined, loop

MAPPED = 64, 32, 16  # elements that are mapped at once, by what else takes up registers
__all__ = ["row_folds", "row_map"]


def _larger(lane, x, y):
    """The larger of two, NaN if one is."""
    builder = lane.builder
    taken = builder.or_(builder.fcmp_ordered(">", y, x), builder.fcmp_unordered("uno", y, y))
    return builder.select(taken, y, x)


def _smaller(lane, x, y):
    """The smaller of two, NaN if one is."""
    builder = lane.builder
    taken = builder.or_(builder.fcmp_ordered("<", y, x), builder.fcmp_unordered("uno", y, y))
    return builder.select(taken, y, x)


KINDS = {
    "total": (0.0, Lanes.add),
    "largest": (float("-inf"), _larger),
    "shift": (float("-inf"), Lanes.larger),
    "smallest": (float("inf"), _smaller),
}
BINARY = {ast.Add: "fadd", ast.Sub: "fsub", ast.Mult: "fmul", ast.Div: "fdiv"}


class _Vectors:
    """Arithmetic on vectors of lanes, from an expression tree; equal parts once."""

    def __init__(self, lane, names):
        self.lane, self.names, self.known = lane, names, {}

    def of(self, e):
        key = ast.dump(e)
        if key not in self.known:
            self.known[key] = self._made(e)
        return self.known[key]

    def _made(self, e):
        builder = self.lane.builder
        match e:
            case ast.Name(name):
                return self.names[name]
            case ast.Constant(number):
                return self.lane.splat(ir.Constant(self.lane.element, float(number)))
            case ast.UnaryOp(ast.USub(), operand):
                return builder.fneg(self.of(operand))
            case ast.BinOp(left, op, right):
                return getattr(builder, BINARY[type(op)])(self.of(left), self.of(right))
        raise ValueError(f"rows: expected arithmetic; got {ast.unparse(e)}; try a buffer")

    def taken(self, kind, total, e):
        """A total of lanes with one more vector in it: a product in one rounding."""
        if kind == "total" and isinstance(e, ast.BinOp) and isinstance(e.op, ast.Mult):
            return self.lane.fma(self.of(e.left), self.of(e.right), total)
        return KINDS[kind][1](self.lane, total, self.of(e))


def _unrelated(builder, n):
    """The same number, which LLVM cannot relate to n.

    Else it makes a copy of all loops over a row for n < 16, in which it uses no vectors: twice the
    time for rows of 10.
    """
    return builder.asm(ir.FunctionType(I64, [I64]), "", "=r,0", [n], False)


@intrinsic
def row_folds(typing, text, dtype, n, addresses, numbers):
    """Folds of n elements, as `text` says: "total x0 * x1; largest x0 - s0".

    x0, x1, ... are neighbours from `addresses` on, s0, s1, ... are `numbers`. Rows are folded in
    16 lanes if they are short, else in 64, and lanes by halves.
    """
    if not isinstance(text, types.StringLiteral):
        return None
    parts = [part.split(None, 1) for part in text.literal_value.split("; ")]
    folds = [(kind, ast.parse(e, mode="eval").body) for kind, e in parts]
    real = dtype.dtype
    found = real if len(folds) == 1 else types.UniTuple(real, len(folds))

    def codegen(context, builder, signature, args):
        n = _unrelated(builder, args[2])
        rows, scalars = (unpack_tuple(builder, a) for a in args[3:])

        def take(lane, totals, offset, mask):
            vectors = _rows_of(lane, rows, scalars, offset, mask)
            return [
                vectors.taken(kind, total, e)
                for (kind, e), total in zip(folds, totals, strict=True)
            ]

        ends = []
        with builder.if_else(builder.icmp_signed("<", n, I64(LANES[1]))) as branches:
            for branch, lanes in zip(branches, LANES, strict=True):
                with branch:
                    lane = Lanes(context, builder, real, lanes)
                    starts = [
                        lane.splat(ir.Constant(lane.element, KINDS[kind][0])) for kind, _ in folds
                    ]
                    combines = [functools.partial(KINDS[kind][1], lane) for kind, _ in folds]
                    totals = folded(lane, n, starts, take, combines)
                    ends.append((totals, builder.block))
        results = joined(builder, ends)
        return results[0] if len(results) == 1 else pack_array(builder, results)

    return found(text, dtype, types.intp, addresses, numbers), codegen


def _rows_of(lane, rows, scalars, offset, mask=None):
    """The arithmetic on vectors: x0, x1, ... at a byte offset of rows, s0, s1, ... from numbers."""
    names = {f"x{k}": lane.load(lane.builder.add(row, offset), mask) for k, row in enumerate(rows)}
    names |= {f"s{k}": lane.splat(scalar) for k, scalar in enumerate(scalars)}
    return _Vectors(lane, names)


@intrinsic
def row_map(typing, text, dtype, n, targets, addresses, numbers):
    """n elements of arithmetic, such as "x0 * s0; x1 + s0", each from a target on.

    Targets may be among x0, x1, ... Up to 64 are taken at a time, and the rest by halves: a row of
    10 is 8 and 2, where LLVM's loops take one by one whatever is less than four vectors.
    """
    if not isinstance(text, types.StringLiteral):
        return None
    parts = [ast.parse(e, mode="eval").body for e in text.literal_value.split("; ")]
    real = dtype.dtype

    def codegen(context, builder, signature, args):
        n = _unrelated(builder, args[2])
        targets, rows, scalars = (unpack_tuple(builder, a) for a in args[3:])
        most = MAPPED[min(max(len(rows) + len(scalars) // 3, 1), len(MAPPED)) - 1]

        def put(lanes, offset):
            lane = Lanes(context, builder, real, lanes)
            vectors = _rows_of(lane, rows, scalars, offset)
            made = [vectors.of(e) for e in parts]
            for vector, target in zip(made, targets, strict=True):
                lane.store(vector, builder.add(target, offset))
            return builder.add(offset, I64(lanes * lane.size))

        def some(count):
            return builder.icmp_signed("!=", count, I64(0))

        (offset,), close = loop(builder, builder.sdiv(n, I64(most)), [I64(0)])
        (offset,) = close([put(most, offset)])
        with builder.if_then(some(builder.and_(n, I64(most - 1)))):
            lanes = most
            while lanes := lanes // 2:
                before = builder.block
                with builder.if_then(some(builder.and_(n, I64(lanes)))):
                    following, inside = put(lanes, offset), builder.block
                (offset,) = joined(builder, [([offset], before), ([following], inside)])
        return context.get_dummy_value()

    return types.void(text, dtype, types.intp, targets, addresses, numbers), codegen
