"""Vectors for the primitives in LLVM code, and folds of rows in registers.

Vectors are LLVM's, as wide as a primitive asks for; LLVM splits them into registers of the CPU.
"""

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from ..internals.numba import arrays, get_or_insert_function, pack_array

LANES = 16, 64  # in which short and long rows are folded
__all__ = ["fold_add", "fold_larger", "fold_smaller", "prefetch", "row_dot", "row_moments",
           "row_sum"]  # fmt: skip

I32, I64 = ir.IntType(32), ir.IntType(64)


def constant(kind):
    """The value of a literal argument, or None."""
    return kind.literal_value if isinstance(kind, types.IntegerLiteral) else None


class Lanes:
    """Builds code on vectors of `lanes` elements of one dtype."""

    def __init__(self, context, builder, dtype, lanes):
        self.builder, self.lanes = builder, lanes
        self.element = context.get_data_type(dtype)
        self.real = isinstance(dtype, types.Float)
        self.kind = ir.VectorType(self.element, lanes)
        self.size = context.get_abi_sizeof(self.element)
        self.letter = f"f{8 * self.size}" if self.real else f"i{8 * self.size}"

    def zero(self):
        return ir.Constant(self.kind, None)

    def splat(self, scalar):
        undefined = ir.Constant(ir.VectorType(scalar.type, self.lanes), ir.Undefined)
        first = self.builder.insert_element(undefined, scalar, I32(0))
        indices = ir.Constant(ir.VectorType(I32, self.lanes), None)
        return self.builder.shuffle_vector(first, undefined, indices)

    def mask(self, count):
        """True in the first `count` lanes."""
        numbers = ir.Constant(ir.VectorType(I32, self.lanes), list(range(self.lanes)))
        limit = self.splat(self.builder.trunc(count, I32))
        return self.builder.icmp_signed("<", numbers, limit)

    def load(self, address, mask=None):
        pointer = self.builder.inttoptr(address, self.kind.as_pointer())
        if mask is None:
            loaded = self.builder.load(pointer)
            loaded.align = self.size
            return loaded
        name = f"llvm.masked.load.v{self.lanes}{self.letter}.p0"
        kind = ir.FunctionType(self.kind, [pointer.type, I32, mask.type, self.kind])
        function = get_or_insert_function(self.builder.module, kind, name)
        return self.builder.call(function, [pointer, I32(self.size), mask, self.zero()])

    def store(self, vector, address, mask=None):
        pointer = self.builder.inttoptr(address, self.kind.as_pointer())
        if mask is None:
            self.builder.store(vector, pointer).align = self.size
            return
        name = f"llvm.masked.store.v{self.lanes}{self.letter}.p0"
        kind = ir.FunctionType(ir.VoidType(), [self.kind, pointer.type, I32, mask.type])
        function = get_or_insert_function(self.builder.module, kind, name)
        self.builder.call(function, [vector, pointer, I32(self.size), mask])

    def prefetch(self, address):
        """Ask for the cache lines of a vector, wherever in a line it starts."""
        extent = self.lanes * self.size
        for place in (*range(0, extent, 64), extent - 1):
            _prefetch(self.builder, self.builder.add(address, I64(place)))

    def element_at(self, address):
        return self.builder.load(self.builder.inttoptr(address, self.element.as_pointer()))

    def fma(self, x, y, z, fused=True):
        """x * y + z, in one rounding if `fused`."""
        if not self.real:
            return self.builder.add(self.builder.mul(x, y), z)
        if not fused:
            return self.builder.fadd(self.builder.fmul(x, y), z)
        kind = ir.FunctionType(self.kind, [self.kind] * 3)
        name = f"llvm.fma.v{self.lanes}{self.letter}"
        function = get_or_insert_function(self.builder.module, kind, name)
        return self.builder.call(function, [x, y, z])

    def mul(self, x, y):
        return self.builder.fmul(x, y) if self.real else self.builder.mul(x, y)

    def total(self, vector):
        """The sum of all lanes, halving: the same order on every CPU."""
        return self.fold(vector, self.add)

    def totals(self, vectors):
        """A vector of the sums of all lanes of each vector, every one in the order of `total`.

        Halves of two are added at once, then quarters of four and so on. At most `lanes` vectors.
        """
        count, segment = 1 << (len(vectors) - 1).bit_length(), self.lanes
        vectors = [*vectors, *[self.zero()] * (count - len(vectors))]
        while segment > 1:
            pairs = list(zip(vectors[::2], vectors[1::2], strict=False)) or [vectors]
            extent = sum(vector.type.count for vector in pairs[0])
            lanes = [k for k in range(extent) if k % segment < segment // 2]
            vectors = [
                self.add(self.picked(pair, lanes), self.picked(pair, lanes, segment // 2))
                for pair in pairs
            ]
            segment //= 2
        return vectors[0]

    def picked(self, vectors, lanes, on=0):
        """Lanes of one or two vectors, counted through both."""
        places = ir.Constant(ir.VectorType(I32, len(lanes)), [lane + on for lane in lanes])
        undefined = ir.Constant(vectors[0].type, ir.Undefined)
        return self.builder.shuffle_vector(*[*vectors, undefined][:2], places)

    def fold(self, vector, combine):
        """All lanes combined, by halves."""
        lanes = self.lanes
        while lanes > 1:
            lanes //= 2
            undefined = ir.Constant(vector.type, ir.Undefined)
            low, high = (
                self.builder.shuffle_vector(
                    vector,
                    undefined,
                    ir.Constant(ir.VectorType(I32, lanes), [first + lane for lane in range(lanes)]),
                )
                for first in (0, lanes)
            )
            vector = combine(low, high)
        return self.builder.extract_element(vector, I32(0))

    def add(self, x, y):
        return self.builder.fadd(x, y) if self.real else self.builder.add(x, y)

    def larger(self, x, y):
        """The larger of two, and x of equals; either, if one is NaN."""
        return self.builder.select(self.builder.fcmp_ordered(">", y, x), y, x)

    def smaller(self, x, y):
        """The smaller of two, and x of equals; either, if one is NaN."""
        return self.builder.select(self.builder.fcmp_ordered("<", y, x), y, x)


def _prefetch(builder, address):
    kind = ir.FunctionType(ir.VoidType(), [ir.IntType(8).as_pointer(), I32, I32, I32])
    function = get_or_insert_function(builder.module, kind, "llvm.prefetch.p0")
    pointer = builder.inttoptr(address, kind.args[0])
    builder.call(function, [pointer, I32(0), I32(3), I32(1)])


@intrinsic
def prefetch(typing, address):
    """Ask for the cache line of an address, which is soon read."""

    def codegen(context, builder, signature, args):
        _prefetch(builder, args[0])
        return context.get_dummy_value()

    return types.void(types.intp), codegen


def loop(builder, count, starts):
    """Open a loop of `count` rounds with loop-carried values.

    Returns the values inside, and a function that closes the loop with the next values and
    returns the final ones.
    """
    before = builder.block
    body, after = builder.append_basic_block("round"), builder.append_basic_block("after")
    builder.cbranch(builder.icmp_signed(">", count, I64(0)), body, after)
    builder.position_at_end(body)
    left = builder.phi(I64)
    left.add_incoming(count, before)
    values = [builder.phi(start.type) for start in starts]
    for value, start in zip(values, starts, strict=True):
        value.add_incoming(start, before)

    def close(following):
        fewer = builder.sub(left, I64(1))
        end = builder.block
        left.add_incoming(fewer, end)
        for value, new in zip(values, following, strict=True):
            value.add_incoming(new, end)
        builder.cbranch(builder.icmp_signed(">", fewer, I64(0)), body, after)
        builder.position_at_end(after)
        finals = []
        for start, new in zip(starts, following, strict=True):
            final = builder.phi(start.type)
            final.add_incoming(start, before)
            final.add_incoming(new, end)
            finals.append(final)
        return finals

    return values, close


def folded(lane, n, starts, take, combine):
    """Code that takes a row of n elements into vectors of lanes, and each of these into a number.

    `take(lane, totals, offset, mask)` takes in what lies at this byte offset; `combine` is how
    lanes go together, or a list with one for each total.
    """
    combines = combine if isinstance(combine, list) else [combine] * len(starts)
    builder, lanes = lane.builder, lane.lanes

    def further(offset):
        return builder.add(offset, I64(lanes * lane.size))

    (offset, *totals), close = loop(builder, builder.sdiv(n, I64(lanes)), [I64(0), *starts])
    offset, *totals = close([further(offset), *take(lane, totals, offset, None)])
    rest, before = builder.srem(n, I64(lanes)), builder.block
    with builder.if_then(builder.icmp_signed(">", rest, I64(0))):
        mask = lane.mask(rest)
        taken = zip(take(lane, totals, offset, mask), totals, strict=True)
        last = [builder.select(mask, new, old) for new, old in taken]
        inside = builder.block
    return [
        lane.fold(each, combine)
        for each, combine in zip(
            joined(builder, [(totals, before), (last, inside)]), combines, strict=True
        )
    ]


def joined(builder, ways):
    """What values are after several ways, each `(values, block)`."""
    found = [builder.phi(value.type) for value in ways[0][0]]
    for values, block in ways:
        for phi, value in zip(found, values, strict=True):
            phi.add_incoming(value, block)
    return found


def _row_fold(x, count, start, take, combine):
    """The code of a fold of rows: of `count` arrays like x, from an element on.

    Its arguments are the arrays, the first element, the number of elements, and what `take` needs.
    `start(lane, row)` are what vectors of lanes hold at first, one for each number that is found.
    Short rows are folded in few lanes.
    """

    def codegen(context, builder, signature, args):
        first, n, *more = args[count:]
        data = [arrays.data(context, builder, x, each) for each in args[:count]]
        rows = [builder.ptrtoint(builder.gep(each, [first]), I64) for each in data]

        def take_in(lane, totals, offset, mask):
            loaded = [lane.load(builder.add(row, offset), mask) for row in rows]
            return take(lane, *totals, *loaded, *map(lane.splat, more))

        ends = []
        with builder.if_else(builder.icmp_signed("<", n, I64(LANES[1]))) as branches:
            for branch, lanes in zip(branches, LANES, strict=True):
                with branch:
                    lane = Lanes(context, builder, x.dtype, lanes)
                    found = folded(lane, n, start(lane, rows[0]), take_in, getattr(lane, combine))
                    ends.append((found, builder.block))
        found = joined(builder, ends)
        return found[0] if len(found) == 1 else pack_array(builder, found)

    return codegen


def _zero(lane, row):
    return [lane.zero()]


def _zeros(lane, row):
    return [lane.zero(), lane.zero()]


def _one_by(combine):
    """To take what was loaded into the only total."""

    def take(lane, total, x):
        return [combine(lane, total, x)]

    return take


@intrinsic
def row_sum(typing, x, start, n):
    return x.dtype(x, start, n), _row_fold(x, 1, _zero, _one_by(Lanes.add), "add")


@intrinsic
def row_dot(typing, x, y, start, n, left, right):
    def take(lane, total, x, y, left, right):
        difference = lane.builder.fsub
        return [lane.fma(difference(x, left), difference(y, right), total)]

    kind = x.dtype
    return kind(x, x, start, n, kind, kind), _row_fold(x, 2, _zero, take, "add")


@intrinsic
def row_moments(typing, x, start, n, centre):
    def take(lane, total, squares, x, centre):
        distance = lane.builder.fsub(x, centre)
        return [lane.add(total, distance), lane.fma(distance, distance, squares)]

    kind = x.dtype
    found = types.UniTuple(kind, 2)
    return found(x, start, n, kind), _row_fold(x, 1, _zeros, take, "add")


# ---------------------------------------------------- folds of a segment, see `reduction_text`


def _segment_fold(dtype, fold):
    """The code of a fold of n > 0 neighbours in `width` lanes, which all hold `initial` at first.

    Lanes are taken and folded in the order of the kernels in `reduction_text`: the same bits.
    """

    def codegen(context, builder, signature, args):
        address, n, width, initial = args[:4]
        ends = []
        with builder.if_else(builder.icmp_signed("<", width, I64(LANES[1]))) as branches:
            for branch, lanes in zip(branches, LANES, strict=True):
                with branch:
                    lane = Lanes(context, builder, dtype, lanes)
                    ends.append(([fold(context, lane, address, n, initial)], builder.block))
        return joined(builder, ends)[0]

    return codegen


def _sum_of_segment(context, lane, address, n, initial):
    def take(lane, totals, offset, mask):
        return [lane.add(totals[0], lane.load(lane.builder.add(address, offset), mask))]

    return folded(lane, n, [lane.splat(initial)], take, lane.add)[0]


def _extreme_of_segment(combine):
    """Whether there is a NaN is found apart, for two elements at once: half the work."""

    def fold(context, lane, address, n, initial):
        builder, half = lane.builder, lane.lanes // 2
        flags = Lanes(context, builder, types.int32 if lane.size == 4 else types.int64, half)

        def part(vector, first):
            numbers = ir.Constant(ir.VectorType(I32, half), list(range(first, first + half)))
            return builder.shuffle_vector(vector, ir.Constant(vector.type, ir.Undefined), numbers)

        def take(best, unordered, offset, mask=None):
            taken = lane.load(builder.add(address, offset), mask)
            if mask is not None:
                taken = builder.select(mask, taken, best)
            found = builder.fcmp_unordered("uno", part(taken, 0), part(taken, half))
            found = builder.sext(found, flags.kind)
            return [combine(lane, best, taken), builder.or_(unordered, found)]

        stride, starts = I64(lane.lanes * lane.size), [lane.splat(initial), flags.zero()]
        rounds = builder.sdiv(n, I64(lane.lanes))
        (offset, *found), close = loop(builder, rounds, [I64(0), *starts])
        offset, *found = close([builder.add(offset, stride), *take(*found, offset)])
        rest, before = builder.srem(n, I64(lane.lanes)), builder.block
        with builder.if_then(builder.icmp_signed(">", rest, I64(0))):
            last, inside = take(*found, offset, lane.mask(rest)), builder.block
        best, unordered = joined(builder, [(found, before), (last, inside)])
        best = lane.fold(best, lambda x, y: combine(lane, x, y))
        some = builder.icmp_signed("!=", flags.fold(unordered, builder.or_), flags.element(0))
        return builder.select(some, lane.element(float("nan")), best)

    return fold


def _fold_of_segment(name, fold):
    def typing_function(typing, address, n, width, initial, dtype):
        kind = dtype.dtype
        return kind(types.intp, types.intp, types.intp, kind, dtype), _segment_fold(kind, fold)

    typing_function.__name__ = typing_function.__qualname__ = name
    return intrinsic(typing_function)


fold_add = _fold_of_segment("fold_add", _sum_of_segment)
fold_larger = _fold_of_segment("fold_larger", _extreme_of_segment(Lanes.larger))
fold_smaller = _fold_of_segment("fold_smaller", _extreme_of_segment(Lanes.smaller))
