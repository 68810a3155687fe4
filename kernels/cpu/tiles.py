"""The primitives of `matmul.py` for Numba: LLVM code for one tile of a product, and for packing.

A row of a tile is one vector, kept in registers for the whole loop over k. Where columns are
missing a mask cuts it short; without masks it is cut into shorter vectors of 1, 2, 4, ... columns.
"""

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from ..internals.numba import alloca_once_value, for_range, for_range_slice
from .lanes import I32, I64, Lanes, constant, loop

__all__ = ["copy_every_other", "copy_lanes", "dot_rows", "offset", "tile", "tile_at_offsets",
           "tile_by_offsets", "transpose_lanes"]  # fmt: skip

EDGE = 4  # rows of the small tile that finishes a block
BESIDE = 4  # rows of a tile whose addresses are told from one pointer
AHEAD = 8  # rounds in which memory brings what is asked for


def within(builder, height, rows):
    """The numbers of the rows of a tile; those from `rows` on are the last one again."""
    if rows is None:
        return [I64(r) for r in range(height)]
    last = builder.sub(rows, I64(1))
    return [builder.select(builder.icmp_signed("<", last, I64(r)), last, I64(r))
            for r in range(height)]  # fmt: skip


def in_pieces(builder, lanes, columns, take):
    """Code for fewer than `lanes` columns by shorter and shorter vectors.

    `take` gives it for one: its length, how many columns are done, and how many are its own.
    """
    piece, done = lanes // 2, I64(0)
    while piece:
        some = builder.and_(columns, I64(piece))
        with builder.if_then(builder.icmp_signed("!=", some, I64(0))):
            take(piece, done, some)
        piece, done = piece // 2, builder.add(done, some)


def opaque(builder, number):
    """The same number, of which LLVM does not know how it came about."""
    kind = ir.FunctionType(I64, [I64])
    return builder.call(ir.InlineAsm(kind, "", "=r,0"), [number])


class Strided:
    """An operand whose rows, and whose steps along k, are so many bytes apart."""

    together = 1  # steps that a round of a whole tile takes

    def __init__(self, builder, base, row, step):
        self.builder, self.base, self.row, self.step = builder, base, row, step

    def begin(self, height, rows):
        """What the loop over k carries: of a whole tile every fourth row, else each.

        Left to itself, LLVM goes from row to row in one chain of additions, which takes longer than
        the products.
        """
        add, mul = self.builder.add, self.builder.mul
        starts = [add(self.base, mul(self.row, r)) for r in within(self.builder, height, rows)]
        if rows is not None:
            self.between = [I64(0)]
            return starts
        on = [opaque(self.builder, mul(self.row, I64(r))) for r in range(1, min(height, BESIDE))]
        self.between = [I64(0), *on]
        return [opaque(self.builder, start) for start in starts[::BESIDE]]

    def elements(self, carried):
        """The addresses of the rows' elements in this round, and of some that nobody needs."""
        return [self.builder.add(pointer, on) for pointer in carried for on in self.between]

    def further(self, carried):
        """What the loop carries on."""
        return [self.builder.add(pointer, self.step) for pointer in carried]

    def below(self, r):
        """The operand that starts `r` rows further down."""
        return self.moved(self.builder.mul(self.row, r))

    def moved(self, count):
        """The operand that starts so many bytes further on."""
        return Strided(self.builder, self.builder.add(self.base, count), self.row, self.step)

    def prefetch(self, lane, address):
        """Ask for the element AHEAD rounds further on."""
        lane.prefetch(self.builder.add(address, self.builder.mul(self.step, I64(AHEAD))))

    def sums(self, lane, height, rows):
        """What the sums of the rows start from."""
        return [lane.zero()] * height


class Panel(Strided):
    """A left operand whose elements of a step lie side by side, `height` of them, step after step.

    Whole tiles tell all rows from one pointer, and take two steps a round.
    """

    together = 2

    def __init__(self, builder, base, size, height):
        super().__init__(builder, base, I64(size), I64(height * size))
        self.size, self.height = size, height

    def begin(self, height, rows):
        """What the loop over k carries."""
        if rows is not None:
            return super().begin(height, rows)
        self.between = [I64(r * self.size) for r in range(height)]
        return [self.base]


class Started(Panel):
    """A Panel with an element for each row, as far apart, that its sums start from."""

    def __init__(self, builder, base, size, height, first):
        super().__init__(builder, base, size, height)
        self.first = first

    def below(self, r):
        """The operand that starts `r` rows further down."""
        add, on = self.builder.add, self.builder.mul(self.row, r)
        below = add(self.base, on), self.size, self.height, add(self.first, on)
        return Started(self.builder, *below)

    def sums(self, lane, height, rows):
        """What the sums of the rows start from."""
        places = [self.builder.mul(self.row, r) for r in within(self.builder, height, rows)]
        return [lane.splat(lane.element_at(self.builder.add(self.first, at))) for at in places]


class Scattered:
    """An operand whose element lies at the sum of an offset of its row and one of its step.

    Both are read from tables of 64-bit words; without one of rows there is only one row.
    """

    together = 1

    def __init__(self, builder, base, rows_at, steps_at):
        self.builder, self.base, self.rows_at, self.steps_at = builder, base, rows_at, steps_at

    def _word(self, address):
        return self.builder.load(self.builder.inttoptr(address, I64.as_pointer()))

    def begin(self, height, rows):
        """What the loop over k carries: where the offset of its step lies, and the rows."""
        if self.rows_at is None:
            return [self.steps_at, self.base]
        add, mul = self.builder.add, self.builder.mul
        numbers = within(self.builder, height, rows)
        starts = [add(self.base, self._word(add(self.rows_at, mul(r, I64(8))))) for r in numbers]
        return [self.steps_at, *starts]

    def elements(self, carried):
        """The addresses of the rows' elements in this round."""
        step = self._word(carried[0])
        return [self.builder.add(start, step) for start in carried[1:]]

    def further(self, carried):
        """What the loop carries on."""
        return [self.builder.add(carried[0], I64(8)), *carried[1:]]

    def below(self, r):
        """The operand that starts `r` rows further down."""
        rows_at = self.builder.add(self.rows_at, self.builder.mul(r, I64(8)))
        return Scattered(self.builder, self.base, rows_at, self.steps_at)

    def prefetch(self, lane, address):
        """Nothing: where its elements lie is read from tables, a round at a time."""

    def moved(self, count):
        """The operand that starts so many bytes further on."""
        base = self.builder.add(self.base, count)
        return Scattered(self.builder, base, self.rows_at, self.steps_at)

    def sums(self, lane, height, rows):
        """What the sums of the rows start from."""
        return [lane.zero()] * height


def rounds(builder, steps, together):
    """Loops that take all steps: how many rounds, and the steps of one."""
    if together == 1:
        return [(steps, 1)]
    return [(builder.sdiv(steps, I64(together)), together), (builder.srem(steps, I64(together)), 1)]


def _sums(lane, height, fused, left, right, steps, rows, mask):
    """Code for the products of the rows of `left` with the vector of `right`, over all steps."""
    beside, starts = right.begin(1, None), left.begin(height, rows)
    first, carried = len(beside), len(beside) + len(starts)

    def step(values):
        (b_at,) = right.elements(values[:first])
        right.prefetch(lane, b_at)
        vector = lane.load(b_at, mask)
        pointers = left.elements(values[first:carried])
        products = [
            lane.fma(lane.splat(lane.element_at(pointer)), vector, total, fused)
            for pointer, total in zip(pointers, values[carried:], strict=False)
        ]
        return right.further(values[:first]) + left.further(values[first:carried]) + products

    values = [*beside, *starts, *left.sums(lane, height, rows)]
    for count, together in rounds(lane.builder, steps, left.together if rows is None else 1):
        values, close = loop(lane.builder, count, values)
        for _ in range(together):
            values = step(values)
        values = close(values)
    return values[carried:]


def _tile(lane, height, fused, left, right, operands, rows=None, masked=False):
    """Code for a tile of `height` rows, of which only the first `rows` are stored.

    Masks only where columns are missing: a masked load takes a slot of the unit that does the fma.
    """
    builder = lane.builder
    steps, out, out_row, columns, source, source_row = operands[:6]
    mask = lane.mask(columns) if masked else None
    if rows is None and not masked:
        with builder.if_then(builder.icmp_signed("!=", source, I64(0))):
            for r in range(height):
                lane.prefetch(builder.add(source, builder.mul(source_row, I64(r))))
    sums = _sums(lane, height, fused, left, right, steps, rows, mask)
    alpha, beta = map(lane.splat, operands[6:])
    sums = [lane.mul(alpha, total) for total in sums]

    def write(r, total):
        lane.store(total, builder.add(out, builder.mul(out_row, I64(r))), mask)

    def add_and_write(r, total):
        at = builder.add(source, builder.mul(source_row, I64(r)))
        write(r, lane.fma(lane.load(at, mask), beta, total, fused))

    with builder.if_else(builder.icmp_signed("!=", source, I64(0))) as branches:
        for branch, finish in zip(branches, (add_and_write, write), strict=True):
            with branch:
                for r, total in enumerate(sums):
                    if rows is None:
                        finish(r, total)
                    else:
                        with builder.if_then(builder.icmp_signed("<", I64(r), rows)):
                            finish(r, total)


def _whole_tile(lane, height, fused, left, right, operands):
    """Code for a tile that lacks nothing, and for that of a Panel, which a left operand may be."""
    if not isinstance(left, Strided) or isinstance(left, Panel):
        _tile(lane, height, fused, left, right, operands)
        return
    builder, panel = lane.builder, Panel(lane.builder, left.base, lane.size, height)
    same = [builder.icmp_signed("==", left.row, panel.row),
            builder.icmp_signed("==", left.step, panel.step)]  # fmt: skip
    with builder.if_else(builder.and_(*same)) as branches:
        for branch, operand in zip(branches, (panel, left), strict=True):
            with branch:
                _tile(lane, height, fused, operand, right, operands)


def _shifted(builder, pointer, bytes_on):
    """A pointer moved on, or 0 where it is 0."""
    moved = builder.add(pointer, bytes_on)
    return builder.select(builder.icmp_signed("!=", pointer, I64(0)), moved, I64(0))


def _below(builder, operands, r):
    """The operands of the tile that starts `r` rows further down, but for the factors."""
    steps, out, out_row, columns, source, source_row = operands[:6]
    return [steps, builder.add(out, builder.mul(out_row, r)), out_row, columns,
            _shifted(builder, source, builder.mul(source_row, r)), source_row,
            *operands[6:]]  # fmt: skip


def _right_of(builder, operands, j, size):
    """The operands of the tile that starts `j` columns further right, but for the factors."""
    steps, out, out_row, columns, source, source_row = operands[:6]
    on = builder.mul(j, I64(size))
    return [steps, builder.add(out, on), out_row, builder.sub(columns, j),
            _shifted(builder, source, on), source_row, *operands[6:]]  # fmt: skip


@intrinsic
def offset(typing, axes, strides, index):
    def codegen(context, builder, signature, args):
        words = I64.as_pointer()
        axes, strides = (builder.inttoptr(address, words) for address in args[:2])
        index = alloca_once_value(builder, args[2])
        total = alloca_once_value(builder, I64(0))
        inner = builder.sub(builder.load(axes), I64(1))

        def add(axis, coordinate):
            stride = builder.load(builder.gep(strides, [axis]))
            builder.store(
                builder.add(builder.load(total), builder.mul(coordinate, stride)), total
            )

        with for_range(builder, inner) as loop:
            axis = builder.sub(inner, loop.index)
            extent = builder.load(builder.gep(axes, [builder.add(axis, I64(1))]))
            rest = builder.load(index)
            add(axis, builder.urem(rest, extent))
            builder.store(builder.udiv(rest, extent), index)
        add(I64(0), builder.load(index))
        return builder.load(total)

    return types.intp(*(types.intp,) * 3), codegen


def _tiles(context, builder, dtype, statics, left, right, operands, rows):
    """Code for a tile that may lack rows and columns."""
    height, lanes, masked, fused = statics
    columns = operands[3]
    wide = Lanes(context, builder, dtype, lanes)
    narrow = Lanes(context, builder, dtype, lanes // 2)
    whole_rows = builder.icmp_signed("==", rows, I64(height))
    whole_columns = builder.icmp_signed("==", columns, I64(lanes))

    def by_edges(lane, right, operands, mask):
        with for_range_slice(builder, I64(0), rows, I64(EDGE)) as (r, _):
            below = _below(builder, operands, r)
            _tile(lane, EDGE, fused, left.below(r), right, below, builder.sub(rows, r), mask)

    def by_halves():
        with for_range_slice(builder, I64(0), columns, I64(lanes // 2)) as (j, _):
            beside = right.moved(builder.mul(j, I64(narrow.size)))
            further = _right_of(builder, operands, j, narrow.size)
            _tile(narrow, height, fused, left, beside, further, masked=True)

    def of_piece(piece, done, left):
        lane = Lanes(context, builder, dtype, piece)
        beside = right.moved(builder.mul(done, I64(lane.size)))
        by_edges(lane, beside, _right_of(builder, operands, done, lane.size), False)

    with builder.if_else(whole_columns) as (full, cut):
        with full, builder.if_else(whole_rows) as (whole, part):
            with whole:
                _whole_tile(wide, height, fused, left, right, operands)
            with part:
                by_edges(wide, right, operands, False)
        with cut:
            if not masked:
                in_pieces(builder, lanes, columns, of_piece)
            else:
                with builder.if_else(whole_rows) as (whole, part):
                    with whole:
                        by_halves()
                    with part:
                        by_edges(wide, right, operands, True)


@intrinsic
def tile(typing, a, a_row, a_step, b, b_step, steps, out, out_row, rows, columns,
         source, source_row, alpha, beta, ROWS, LANES, MASKED, FUSED, dtype):  # fmt: skip
    statics = tuple(map(constant, (ROWS, LANES, MASKED, FUSED)))
    if None in statics:
        return None

    def codegen(context, builder, signature, args):
        left = Strided(builder, *args[:3])
        right = Strided(builder, args[3], I64(0), args[4])
        operands = [*args[5:8], *args[9:14]]
        _tiles(context, builder, dtype.dtype, statics, left, right, operands, args[8])
        return context.get_dummy_value()

    word = types.intp
    signature = types.void(*(word,) * 12, dtype.dtype, dtype.dtype,
                           ROWS, LANES, MASKED, FUSED, dtype)  # fmt: skip
    return signature, codegen


@intrinsic
def tile_by_offsets(typing, a, rows_at, steps_at, b, b_step, steps, out, out_row, rows, columns,
                    source, source_row, ROWS, LANES, MASKED, FUSED, dtype):  # fmt: skip
    statics = tuple(map(constant, (ROWS, LANES, MASKED, FUSED)))
    if None in statics:
        return None

    def codegen(context, builder, signature, args):
        one = ir.Constant(context.get_data_type(dtype.dtype), 1)
        left = Scattered(builder, *args[:3])
        right = Strided(builder, args[3], I64(0), args[4])
        operands = [*args[5:8], *args[9:12], one, one]
        _tiles(context, builder, dtype.dtype, statics, left, right, operands, args[8])
        return context.get_dummy_value()

    return types.void(*(types.intp,) * 12, ROWS, LANES, MASKED, FUSED, dtype), codegen


@intrinsic
def tile_at_offsets(typing, a, first, b, steps_at, steps, out, out_row, rows, columns, source,
                    source_row, ROWS, LANES, MASKED, FUSED, dtype):  # fmt: skip
    statics = tuple(map(constant, (ROWS, LANES, MASKED, FUSED)))
    if None in statics:
        return None

    def codegen(context, builder, signature, args):
        one = ir.Constant(context.get_data_type(dtype.dtype), 1)
        size = context.get_abi_sizeof(one.type)
        left = Started(builder, args[0], size, statics[0], args[1])
        right = Scattered(builder, args[2], None, args[3])
        operands = [*args[4:7], *args[8:11], one, one]
        _tiles(context, builder, dtype.dtype, statics, left, right, operands, args[7])
        return context.get_dummy_value()

    return types.void(*(types.intp,) * 11, ROWS, LANES, MASKED, FUSED, dtype), codegen


@intrinsic
def copy_lanes(typing, x, out, columns, LANES, MASKED, dtype):
    lanes, masked = constant(LANES), constant(MASKED)
    if lanes is None or masked is None:
        return None

    def codegen(context, builder, signature, args):
        lane = Lanes(context, builder, dtype.dtype, lanes)
        lane.store(lane.load(args[0], lane.mask(args[2]) if masked else None), args[1])
        return context.get_dummy_value()

    return types.void(types.intp, types.intp, types.intp, LANES, MASKED, dtype), codegen


@intrinsic
def copy_every_other(typing, x, out, LANES, dtype):
    lanes = constant(LANES)
    if lanes is None:
        return None

    def codegen(context, builder, signature, args):
        x, out = args[:2]
        lane = Lanes(context, builder, dtype.dtype, lanes)
        on = lanes - 1  # up to the last element, and not beyond it
        pair = [lane.load(x), lane.load(builder.add(x, I64(on * lane.size)))]
        places = [k if k < lanes else k - on + lanes for k in range(0, 2 * lanes, 2)]
        lane.store(lane.picked(pair, places), out)
        return context.get_dummy_value()

    return types.void(types.intp, types.intp, LANES, dtype), codegen


@intrinsic
def transpose_lanes(typing, x, x_row, out, out_row, SIDE, dtype):
    side = constant(SIDE)
    if side is None:
        return None

    def codegen(context, builder, signature, args):
        x, x_row, out, out_row = args[:4]
        lane = Lanes(context, builder, dtype.dtype, side)
        rows = [lane.load(builder.add(x, builder.mul(x_row, I64(r)))) for r in range(side)]
        width = 1
        while width < side:  # swap the off-diagonal blocks of every square of 2 * width
            for r in range(side):
                if r & width:
                    continue
                low = [c if not c & width else c - width + side for c in range(side)]
                high = [c + width if not c & width else c + side for c in range(side)]
                first, second = rows[r], rows[r + width]
                rows[r], rows[r + width] = (
                    builder.shuffle_vector(first, second, ir.Constant(ir.VectorType(I32, side), m))
                    for m in (low, high)
                )
            width *= 2
        for r in range(side):
            lane.store(rows[r], builder.add(out, builder.mul(out_row, I64(r))))
        return context.get_dummy_value()

    return types.void(*(types.intp,) * 4, SIDE, dtype), codegen


@intrinsic
def dot_rows(typing, x, x_row, y, y_row, steps, out, out_row, ROWS, TOGETHER, LANES, MASKED, FUSED,
             dtype):  # fmt: skip
    height, together, lanes, masked, fused = map(constant, (ROWS, TOGETHER, LANES, MASKED, FUSED))
    if None in (height, together, lanes, masked, fused):
        return None

    def codegen(context, builder, signature, args):
        x, x_row, y, y_row, steps, out, out_row = args[:7]
        lane = Lanes(context, builder, dtype.dtype, lanes)
        stride, starts = I64(lanes * lane.size), [lane.zero()] * (height * together)
        (offset, *sums), close = loop(builder, builder.sdiv(steps, I64(lanes)), [I64(0), *starts])

        def rows(base, step, count, mask):
            places = [builder.add(base, builder.mul(step, I64(r))) for r in range(count)]
            return [lane.load(place, mask) for place in places]

        def accumulate(offset, sums, mask=None):
            others = rows(builder.add(y, offset), y_row, together, mask)
            own = rows(builder.add(x, offset), x_row, height, mask)
            pairs = [(vector, other) for other in others for vector in own]
            return [lane.fma(*pair, total, fused) for pair, total in zip(pairs, sums, strict=True)]

        offset, *sums = close([builder.add(offset, stride), *accumulate(offset, sums)])
        if masked:
            rest = builder.srem(steps, I64(lanes))
            sums = accumulate(offset, sums, lane.mask(rest))
        totals = lane.totals(sums)
        for i in range(together):
            own = lane.picked([totals], range(i * height, (i + 1) * height))
            Lanes(context, builder, dtype.dtype, height).store(
                own, builder.add(out, builder.mul(out_row, I64(i)))
            )
        return context.get_dummy_value()

    signature = types.void(*(types.intp,) * 7, ROWS, TOGETHER, LANES, MASKED, FUSED, dtype)
    return signature, codegen
