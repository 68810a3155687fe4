"""More primitives of `convolution_loops.py` for Numba: vectors along lines of images.

Where few columns are sought, the vectors of `tiles.py` would be mostly empty.
"""

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from ..internals.numba import for_range_slice, get_or_insert_function
from .lanes import I32, I64, Lanes, constant, loop
from .tiles import in_pieces, within

__all__ = ["lanes_totals", "line_dots", "line_sums", "pair_sums"]

EDGE = 4  # lines that are taken together where fewer are left


def _word(builder, table, index):
    """The 64-bit word number `index` of a table."""
    at = builder.add(table, builder.mul(index, I64(8)))
    return builder.load(builder.inttoptr(at, I64.as_pointer()))


class Line:
    """How vectors of `lanes` elements are read and written: side by side, or `step` bytes apart."""

    def __init__(self, lane, step, near, mask):
        self.lane, self.step, self.near, self.mask = lane, step, near, mask

    def _pointers(self, address):
        builder, lanes = self.lane.builder, self.lane.lanes
        words = ir.VectorType(I64, lanes)

        def splat(word):
            undefined = ir.Constant(words, ir.Undefined)
            first = builder.insert_element(undefined, word, I32(0))
            places = ir.Constant(ir.VectorType(I32, lanes), None)
            return builder.shuffle_vector(first, undefined, places)

        numbers = ir.Constant(words, list(range(lanes)))
        at = builder.add(splat(address), builder.mul(numbers, splat(self.step)))
        return builder.inttoptr(at, ir.VectorType(self.lane.element.as_pointer(), lanes))

    def _all(self):
        kind = ir.VectorType(ir.IntType(1), self.lane.lanes)
        return ir.Constant(kind, [1] * self.lane.lanes) if self.mask is None else self.mask

    def load(self, address):
        """The elements from an address on."""
        lane, builder = self.lane, self.lane.builder
        if self.near:
            return lane.load(address, self.mask)
        pointers, mask = self._pointers(address), self._all()
        name = f"llvm.masked.gather.v{lane.lanes}{lane.letter}.v{lane.lanes}p0"
        kind = ir.FunctionType(lane.kind, [pointers.type, I32, mask.type, lane.kind])
        function = get_or_insert_function(builder.module, kind, name)
        return builder.call(function, [pointers, I32(lane.size), mask, lane.zero()])

    def store(self, vector, address):
        """Write the elements from an address on."""
        lane, builder = self.lane, self.lane.builder
        if self.near:
            lane.store(vector, address, self.mask)
            return
        pointers, mask = self._pointers(address), self._all()
        name = f"llvm.masked.scatter.v{lane.lanes}{lane.letter}.v{lane.lanes}p0"
        kind = ir.FunctionType(ir.VoidType(), [lane.kind, pointers.type, I32, mask.type])
        function = get_or_insert_function(builder.module, kind, name)
        builder.call(function, [vector, pointers, I32(lane.size), mask])


def _sums(lane, height, statics, operands, rows, masked):
    """Code for `height` lines of one vector each, of which the first `rows` are stored."""
    near, out_near, fused = statics
    builder, add = lane.builder, lane.builder.add
    a, a_step, rows_at, steps_at, b, b_step, steps, out, out_step, outs_at = operands[:10]
    columns, start, again = operands[10:]
    mask = lane.mask(columns) if masked else None
    numbers = within(builder, height, rows)
    source = Line(lane, a_step, near, mask)
    target = Line(lane, out_step, out_near, mask)
    lines = [add(a, _word(builder, rows_at, r)) for r in numbers]
    (k, b_at, *sums), close = loop(builder, steps, [steps_at, b] + [lane.splat(start)] * height)
    offset, factor = _word(builder, k, I64(0)), lane.splat(lane.element_at(b_at))
    products = [
        lane.fma(source.load(add(line, offset)), factor, total, fused)
        for line, total in zip(lines, sums, strict=True)
    ]
    sums = close([add(k, I64(8)), add(b_at, b_step), *products])[2:]
    for r, total in enumerate(sums):
        with builder.if_then(builder.icmp_signed("<", I64(r), rows)):
            at = add(out, _word(builder, outs_at, I64(r)))
            with builder.if_else(builder.icmp_signed("!=", again, I64(0))) as (more, first):
                with more:
                    target.store(lane.add(total, target.load(at)), at)
                with first:
                    target.store(total, at)


def _further(builder, operands, r, done, left):
    """The operands of the lines from number r on, for the `left` elements from `done` on."""
    add, mul = builder.add, builder.mul
    a, a_step, rows_at, steps_at, b, b_step, steps, out, out_step, outs_at, _, *rest = operands
    on = mul(r, I64(8))
    return [add(a, mul(done, a_step)), a_step, add(rows_at, on), steps_at, b, b_step, steps,
            add(out, mul(done, out_step)), out_step, add(outs_at, on), left, *rest]  # fmt: skip


def _lines(lane, height, statics, operands, rows, done, left, masked):
    """Code for `rows` lines, all `height` at once or some of them, by vectors that begin at `done`.
    """
    builder = lane.builder

    def from_line(r, count):
        further = _further(builder, operands, r, done, left)
        _sums(lane, count, statics, further, builder.sub(rows, r), masked)

    with builder.if_else(builder.icmp_signed("==", rows, I64(height))) as (full, part):
        with full:
            from_line(I64(0), height)
        with part, for_range_slice(builder, I64(0), rows, I64(EDGE)) as (r, _):
            from_line(r, EDGE)


@intrinsic
def line_sums(typing, a, a_step, rows_at, steps_at, b, b_step, steps, out, out_step, outs_at,
              rows, columns, start, again,
              ROWS, LANES, NEAR, OUT_NEAR, MASKED, FUSED, dtype):  # fmt: skip
    known = tuple(map(constant, (ROWS, LANES, NEAR, OUT_NEAR, MASKED, FUSED)))
    if None in known:
        return None
    height, lanes, near, out_near, masked, fused = known

    def codegen(context, builder, signature, args):
        rows, columns, start, again = args[10:14]
        operands = [*args[:10], columns, start, again]

        def lines(piece, done, left, masked=False):
            lane = Lanes(context, builder, dtype.dtype, piece)
            _lines(lane, height, (near, out_near, fused), operands, rows, done, left, masked)

        whole = builder.icmp_signed(">=", columns, I64(lanes))
        with builder.if_else(whole) as (full, part):
            with full:
                lines(lanes, I64(0), columns)
            with part:
                if masked:
                    lines(lanes, I64(0), columns, True)
                else:
                    in_pieces(builder, lanes, columns, lines)
        return context.get_dummy_value()

    word = types.intp
    signature = types.void(*(word,) * 12, dtype.dtype, word, ROWS, LANES, NEAR, OUT_NEAR, MASKED,
                           FUSED, dtype)  # fmt: skip
    return signature, codegen


@intrinsic
def line_dots(typing, a, a_step, rows_at, steps_at, b, b_steps_at, steps, columns, sums, ROWS,
              LANES, NEAR, FUSED, dtype):  # fmt: skip
    known = tuple(map(constant, (ROWS, LANES, NEAR, FUSED)))
    if None in known:
        return None
    height, lanes, near, fused = known

    def codegen(context, builder, signature, args):
        a, a_step, rows_at, steps_at, b, b_steps_at, steps, columns, sums = args[:9]
        lane, add = Lanes(context, builder, dtype.dtype, lanes), builder.add

        def taken(mask):
            """The sums of the lines with one more vector of each."""
            source = Line(lane, a_step, near, mask)
            lines = [add(a, _word(builder, rows_at, I64(r))) for r in range(height)]
            at = [add(sums, I64(r * lanes * lane.size)) for r in range(height)]
            starts = [lane.load(each) for each in at]
            (k, b_k, *totals), close = loop(builder, steps, [steps_at, b_steps_at, *starts])
            offset, b_offset = _word(builder, k, I64(0)), _word(builder, b_k, I64(0))
            factor = lane.load(add(b, b_offset), mask)
            products = [
                lane.fma(source.load(add(line, offset)), factor, total, fused)
                for line, total in zip(lines, totals, strict=True)
            ]
            totals = close([add(k, I64(8)), add(b_k, I64(8)), *products])[2:]
            for each, total in zip(at, totals, strict=True):
                lane.store(total, each)

        whole = builder.icmp_signed(">=", columns, I64(lanes))
        with builder.if_else(whole) as (full, part):
            with full:
                taken(None)
            with part:
                taken(lane.mask(columns))
        return context.get_dummy_value()

    return types.void(*(types.intp,) * 9, ROWS, LANES, NEAR, FUSED, dtype), codegen


@intrinsic
def pair_sums(typing, x, rows_at, y, columns_at, runs_at, runs, steps, end, sums, sums_row,
              ROWS, PAIRED, LANES, FUSED, dtype):  # fmt: skip
    known = tuple(map(constant, (ROWS, PAIRED, LANES, FUSED)))
    if None in known:
        return None
    height, paired, lanes, fused = known

    def codegen(context, builder, signature, args):
        x, rows_at, y, columns_at, runs_at, runs, steps, end, sums, sums_row = args[:10]
        lane, add, mul = Lanes(context, builder, dtype.dtype, lanes), builder.add, builder.mul
        step = I64(lanes * lane.size)
        rows = [add(x, _word(builder, rows_at, I64(r))) for r in range(height)]
        columns = [add(y, _word(builder, columns_at, I64(j))) for j in range(paired)]
        at = [add(add(sums, mul(sums_row, I64(r))), mul(step, I64(j)))
              for r in range(height) for j in range(paired)]  # fmt: skip
        some = builder.zext(builder.icmp_signed(">", end, I64(0)), I64)

        def taken(count, carried, mask=None):
            """The sums with so many vectors more of a run."""
            (own, beside, *totals), close = loop(builder, count, carried)
            vectors = [lane.load(add(row, own), mask) for row in rows]
            products = list(totals)
            for j, column in enumerate(columns):  # one of y at a time: registers are few
                factor = lane.load(add(column, beside), mask)
                for r in range(height):
                    n = r * paired + j
                    products[n] = lane.fma(vectors[r], factor, totals[n], fused)
            return close([add(own, step), add(beside, step), *products])

        (run, *totals), close = loop(builder, runs, [runs_at, *map(lane.load, at)])
        offsets = [_word(builder, run, I64(n)) for n in range(2)]
        carried = taken(steps, [*offsets, *totals])
        totals = taken(some, carried, lane.mask(end))[2:]
        totals = close([add(run, I64(16)), *totals])[1:]
        for each, total in zip(at, totals, strict=True):
            lane.store(total, each)
        return context.get_dummy_value()

    signature = types.void(*(types.intp,) * 10, ROWS, PAIRED, LANES, FUSED, dtype)
    return signature, codegen


@intrinsic
def lanes_totals(typing, x, out, LANES, dtype):
    lanes = constant(LANES)
    if lanes is None:
        return None

    def codegen(context, builder, signature, args):
        x, out = args[:2]
        lane = Lanes(context, builder, dtype.dtype, lanes)
        step = lanes * lane.size
        vectors = [lane.load(builder.add(x, I64(k * step))) for k in range(lanes)]
        lane.store(lane.totals(vectors), out)
        return context.get_dummy_value()

    return types.void(types.intp, types.intp, LANES, dtype), codegen
