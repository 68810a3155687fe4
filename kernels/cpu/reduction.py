"""Reductions: a Program over the broadcast inputs, folded along some of the axes.

Every reduction is the naive loop nest

    for item in kept indices:
        total = initial
        for element in reduced indices:
            total = combine(total, program(inputs[item, element]))
        out[item] = finish(total)

computed on a fixed grid, so that the bits depend on the shape alone. The reduced axes are cut into
*segments* of the innermost one. A segment is a *panel* of rows that are accumulated into a row of
*lanes*: for a kept inner axis ("columns") the lanes are neighbouring outputs, for a reduced inner
axis ("rows") 64 neighbouring elements of one output. After some segments the lanes are folded into
the total, in a wider dtype. Where there are few outputs, *blocks* of segments are items of their
own, and a second launch folds the blocks in order.
"""

import functools
import math
import textwrap
from dataclasses import astuple, dataclass, replace

import numpy as np

from .. import cache, layout, source
from ..program import Program
from ..scalars import log, sqrt
from .elementwise import compute, converted, prologue, reader
from .launch import Launch

WIDEST = 1024  # columns that are accumulated together
BLOCK = 1 << 16  # elements per block, at least
BLOCKS = 256  # at most
GRAIN = 1 << 16  # elements worth a thread's attention
TOTALS = {"float16": "float64", "float32": "float64", "complex64": "complex128"}
WORDS = ("outputs", "group", "segments", "per_run", "inner", "length", "flush", "width", "divisor",
         "kept", "outer")  # fmt: skip


# ------------------------------------------------------------------------------------- reducers


def add(x, y):
    return x + y


def multiply(x, y):
    return x * y


def larger(x, y):
    return y if (y > x) | (y != y) else x


def smaller(x, y):
    return y if (y < x) | (y != y) else x


def both(x, y):
    return x & y


def either(x, y):
    return x | y


def above(x, y):
    return (x > y) | ((x != x) & (y == y))


def below(x, y):
    return (x < y) | ((x != x) & (y == y))


def keep(total, divisor):
    return total


def divide(total, divisor):
    return total / divisor


def root(total, divisor):
    return sqrt(total)


def divide_root(total, divisor):
    return sqrt(total / divisor)


def logarithm(total, divisor):
    return log(total)


def lowest(dtype):
    return np.dtype(dtype).type(-np.inf if dtype.startswith("f") else np.iinfo(dtype).min)


def highest(dtype):
    return np.dtype(dtype).type(np.inf if dtype.startswith("f") else np.iinfo(dtype).max)


def zero(dtype):
    return np.dtype(dtype).type(0)


def one(dtype):
    return np.dtype(dtype).type(1)


@dataclass(frozen=True)
class Reducer:
    """How to fold: `finish(combine(combine(initial, x), y), divisor)`, or which element to find.

    With `better(x, y)` in place of `combine`, the first element that none is better than is found:
    its value, its index in C order of the reduced axes, or both.
    """

    combine: object
    initial: object
    finish: object = keep
    better: object = None
    values: bool = True
    indices: bool = False
    wide: bool = False  # whether lanes have the dtype of totals


SUM = Reducer(add, zero)
MEAN = Reducer(add, zero, divide)
PROD = Reducer(multiply, one, wide=True)
AMAX = Reducer(larger, lowest)
AMIN = Reducer(smaller, highest)
ALL = Reducer(both, one)
ANY = Reducer(either, zero)
ROOT_SUM = Reducer(add, zero, root)
ROOT_MEAN = Reducer(add, zero, divide_root)
LOG_SUM = Reducer(add, zero, logarithm)
MAX = Reducer(None, lowest, better=above, indices=True)
MIN = Reducer(None, highest, better=below, indices=True)
ARGMAX = replace(MAX, values=False)
ARGMIN = replace(MIN, values=False)


@functools.lru_cache(maxsize=1024)
def identity(dtype, fed=None):
    """The program that hands its only input to the reducer, as a `fed`."""
    return Program((dtype,), (), ((0, fed or dtype),))


def dtypes(program, reducer):
    """The dtypes of lanes, of totals and of the result (of the values) of a reduction."""
    fed = program.outputs[0][1]
    if reducer.better is not None:
        lane = "uint8" if fed == "bool" else fed
        return lane, lane, fed
    if fed == "bool" and reducer.combine in (both, either, larger, smaller):
        return "uint8", "uint8", "bool"
    exact = fed == "bool" or fed in source.INTEGERS
    if reducer.combine in (add, multiply) and exact:
        result = "float64" if reducer.finish is not keep else "int64"
        return "int64", "int64", result
    if reducer.combine not in (add, multiply):
        return fed, fed, fed
    total = TOTALS.get(fed, fed)
    return (total if reducer.wide else fed), total, fed


# ------------------------------------------------------------------------------------ generator


@dataclass(frozen=True)
class Spec:
    """What the text of a kernel depends on."""

    program: Program
    reducer: Reducer
    lane: str
    total: str
    result: str
    classes: tuple[str, ...]
    columns: bool
    lookup: bool = False  # the indices come from an operand: this folds blocks


@functools.lru_cache(maxsize=4096)
def entry(spec):
    """The address of the kernel of a Spec."""
    return cache.address(*generate(spec))


def generate(spec):
    """The name and the Python source of that kernel."""
    module = source.Module()
    writer = _Writer(spec, module)
    body = writer.columns() if spec.columns else writer.rows()
    folding = (spec.reducer.better or spec.reducer.combine).__name__
    label = "_".join(filter(None, (folding, spec.program.label, "columns" * spec.columns)))
    doc = f"{label}: {', '.join(spec.program.inputs)} -> {spec.result}"
    return module.entry(label, body, doc)


def _indent(text, levels=1):
    return textwrap.indent(text, "    " * levels)


class _Writer:
    """The text of one kernel."""

    def __init__(self, spec, module):
        self.spec, self.module, reducer = spec, module, spec.reducer
        self.count = len(spec.program.inputs)
        self.inputs = range(self.count)
        self.lane, self.total = source.type_name(spec.lane), source.type_name(spec.total)
        self.initial = source.number(reducer.initial(spec.lane))
        self.finding = reducer.better is not None
        self.unroll = 1 if prologue(spec.program) else 4
        if self.finding:
            self.better = module.add(reducer.better, spec.lane)
        else:
            self.combine = module.add(reducer.combine, spec.lane)
            self.combine_totals = module.add(reducer.combine, spec.total)
            self.finish = module.add(reducer.finish, spec.total)

    def head(self):
        """Operands, geometry and the memory of lanes."""
        operands = [f"base_{k}" for k in self.inputs]
        operands += ["values"] * self.spec.reducer.values + ["indices"] * self.spec.reducer.indices
        operands += ["where"] * self.spec.lookup
        lines = prologue(self.spec.program)
        lines += [f"base_{k} = word(args, {k})" for k in self.inputs]
        types = {"values": self.spec.result, "indices": "int64", "where": "int64"}
        lines += [
            f"{name} = vector(word(args, {k}), {source.type_name(types[name])})"
            for k, name in enumerate(operands)
            if name in types
        ]
        lines.append(f"words = args + {8 * len(operands)}")
        lines += [f"{name} = word(words, {k})" for k, name in enumerate(WORDS)]
        lines.append(f"divisor = value(words + {8 * WORDS.index('divisor')}, np.float64)")
        lines += [
            f"kept_extents = words + {8 * len(WORDS)}",
            "outer_extents = kept_extents + 8 * kept",
            "steps = outer_extents + 8 * outer",
            "per_input = 2 + kept + outer",
        ]
        for k in self.inputs:
            lines.append(f"column_{k} = word(steps, {k} * per_input)")
            row = f"word(steps, {k} * per_input + 1)" if self.spec.columns else f"width * column_{k}"
            lines.append(f"row_{k} = {row}")
        lanes = WIDEST if self.spec.columns else 64
        lines.append(f"lanes = vector(scratch({lanes}), {self.lane})")
        if self.finding:
            lines.append(f"lane_rows = vector(scratch({lanes}), np.int64)")
        if self.spec.columns:
            lines.append(f"totals = vector(scratch({lanes}), {self.total})")
            if self.finding:
                lines.append(f"total_indices = vector(scratch({lanes}), np.int64)")
        return "\n".join(lines)

    def rows(self):
        """Items are (block, output) pairs, each folded from lanes."""
        return f"""\
{self.head()}
for item in range(lo, hi):
    block, output = item // outputs, item % outputs
{_indent(self.locate("output", "kept_extents", "kept", 2, "base", "at"))}
{_indent(self.reset_rows())}
    pending = 0
    stop = min((block + 1) * group, segments)
    for segment in range(block * group, stop):
{_indent(self.segment("column"), 2)}
        if width == 1:
{_indent(self.single(), 3)}
        else:
            rows, tail = size // width, size % width
{_indent(self.panel(), 3)}
        pending += 1
        if pending == flush or segment == stop - 1:
            pending = 0
{_indent(self.fold_rows(), 3)}
{_indent(self.store("item", "output", "total", "index"))}
"""

    def columns(self):
        """Items are (block, output) pairs; neighbours along the last kept axis go together."""
        return f"""\
{self.head()}
span = word(words, {WORDS.index("width")})
item = lo
while item < hi:
    block, output = item // outputs, item % outputs
    width = min(min(span - output % span, hi - item), {WIDEST})
    kept_row = output // span
{_indent(self.locate("kept_row", "kept_extents", "kept", 2, "base", "at"))}
{_indent(chr(10).join(f"at_{k} += output % span * column_{k}" for k in self.inputs))}
    for j in range(np.uintp(width)):
        totals[j] = {source.number(self.spec.reducer.initial(self.spec.total))}
{_indent(self.reset_lanes(), 2)}
{"        total_indices[j] = 1 << 62" if self.finding else ""}
    pending = 0
    stop = min((block + 1) * group, segments)
    for segment in range(block * group, stop):
{_indent(self.segment("row"), 2)}
        rows, tail = size, 0
{_indent(self.panel(), 2)}
        pending += 1
        if pending == flush or segment == stop - 1:
            pending = 0
            for j in range(np.uintp(width)):
{_indent(self.fold_column(), 4)}
{_indent(self.reset_lanes(), 4)}
    for j in range(width):
{_indent(self.store("item + j", "(output + j)", "totals[j]", "total_indices[j]"), 2)}
    item += width
"""

    def locate(self, number, extents, count, first, origin, target):
        """Add the steps of the item or run `number` to each input's address."""
        lines = [f"rest = {number}"]
        lines += [f"{target}_{k} = {origin}_{k}" for k in self.inputs]
        lines += [
            f"for axis in range({count} - 1, -1, -1):",
            f"    extent = word({extents}, axis)",
            "    coordinate = rest % extent",
            "    rest //= extent",
        ]
        lines += [
            f"    {target}_{k} += coordinate * word(steps, {k} * per_input + {first} + axis)"
            for k in self.inputs
        ]
        return "\n".join(lines)

    def segment(self, step):
        """Find the start and the size of a segment."""
        lines = ["run, start = segment // per_run, segment % per_run * length"]
        lines.append("size = min(length, inner - start)")
        lines.append(self.locate("run", "outer_extents", "outer", "2 + kept", "at", "from"))
        lines += [f"from_{k} += start * {step}_{k}" for k in self.inputs]
        if self.finding:
            lines.append("first = run * inner + start")
        return "\n".join(lines)

    def readers(self, suffix, row):
        return [
            reader(f"in{k}{suffix}", f"from_{k} + {row} * row_{k}", dtype, kind, f"column_{k}")
            for k, (dtype, kind) in enumerate(
                zip(self.spec.program.inputs, self.spec.classes, strict=True)
            )
        ]

    def update(self, suffix, index, row):
        """Take element `index` of the inputs into the accumulator."""
        lines = [
            f"x{k}{suffix} = in{k}{suffix}" + ("" if kind == "zero" else f"[{index}]")
            for k, kind in enumerate(self.spec.classes)
        ]
        computed, values, kinds = compute(self.spec.program, self.module, suffix)
        result, fed = self.spec.program.outputs[0]
        text = values[result]
        if kinds[result] != fed:
            text = converted(text, kinds[result], fed)
        if fed != self.spec.lane:
            text = f"{self.lane}({text})"
        lines += [*computed, f"y{suffix} = {text}"]
        if self.finding:
            lines.append(f"found = {self.better}(y{suffix}, a)")
            lines.append(f"n = np.int64({row}) if found else n")
            lines.append(f"a = y{suffix} if found else a")
        else:
            lines.append(f"a = {self.lane}({self.combine}(a, y{suffix}))")
        return lines

    def lane_loop(self, suffixes, width):
        """One pass over the lanes, which takes in a row of the panel per suffix."""
        lines = ["a = lanes[j]"] + ["n = lane_rows[j]"] * self.finding
        for number, suffix in enumerate(suffixes):
            lines += self.update(suffix, "j", f"row + {number}")
        lines += ["lanes[j] = a"] + ["lane_rows[j] = n"] * self.finding
        return [f"for j in range(np.uintp({width})):", *(f"    {line}" for line in lines)]

    def panel(self):
        """Accumulate `rows` rows of `width` elements, and a last row of `tail`."""
        lines = ["row = 0"]
        if self.unroll > 1:
            suffixes = [f"_{u}" for u in range(self.unroll)]
            lines.append(f"while row + {self.unroll} <= rows:")
            inner = []
            for u, suffix in enumerate(suffixes):
                inner += self.readers(suffix, f"(row + {u})")
            inner += [*self.lane_loop(suffixes, "width"), f"row += {self.unroll}"]
            lines += [f"    {line}" for line in inner]
        lines.append("while row < rows or (row == rows and tail > 0):")
        inner = [*self.readers("", "row"), "reach = width if row < rows else tail"]
        inner += [*self.lane_loop([""], "reach"), "row += 1"]
        return "\n".join(lines + [f"    {line}" for line in inner])

    def single(self):
        """Accumulate a short segment in one scalar."""
        lines = ["a = lanes[0]"] + ["n = lane_rows[0]"] * self.finding
        lines += self.readers("", "0")
        lines.append("for i in range(np.uintp(size)):")
        lines += [f"    {line}" for line in self.update("", "i", "i")]
        lines += ["lanes[0] = a"] + ["lane_rows[0] = n"] * self.finding
        return "\n".join(lines)

    def reset_lanes(self):
        return f"lanes[j] = {self.initial}" + "\nlane_rows[j] = 0" * self.finding

    def reset_rows(self):
        initial = source.number(self.spec.reducer.initial(self.spec.total))
        start = f"total = {initial}" + "\nindex = 1 << 62" * self.finding
        return f"{start}\nfor j in range(np.uintp(width)):\n{_indent(self.reset_lanes())}"

    def fold_rows(self):
        """Lanes into the total: by halves, or the best in the order of their indices."""
        reset = f"for j in range(np.uintp(width)):\n{_indent(self.reset_lanes())}"
        if self.finding:
            return f"""\
for j in range(min(width, size)):
    a, n = lanes[j], first + lane_rows[j] * width + j
    if {self.better}(a, total) or (n < index and not {self.better}(total, a)):
        total, index = a, n
{reset}"""
        return f"""\
half = width // 2
while half > 0:
    for j in range(np.uintp(half)):
        lanes[j] = {self.combine}(lanes[j], lanes[j + np.uintp(half)])
    half //= 2
total = {self.total}({self.combine_totals}(total, {self.total}(lanes[0])))
{reset}"""

    def fold_column(self):
        if self.finding:
            return f"""\
a, n = lanes[j], first + lane_rows[j]
found = {self.better}(a, totals[j]) or (n < total_indices[j] and not {self.better}(totals[j], a))
if found:
    totals[j] = a
    total_indices[j] = n"""
        return f"totals[j] = {self.combine_totals}(totals[j], {self.total}(lanes[j]))"

    def store(self, item, output, total, index):
        lines = []
        if self.spec.reducer.values:
            text = total if self.finding else f"{self.finish}({total}, divisor)"
            lines.append(f"values[{item}] = {text}" + " != 0" * (self.spec.result == "bool"))
        if self.spec.reducer.indices:
            text = f"where[{index} * outputs + {output}]" if self.spec.lookup else index
            lines.append(f"indices[{item}] = {text}")
        return "\n".join(lines)


# -------------------------------------------------------------------------------------- planner


@dataclass(slots=True)
class Stage:
    """A Launch on some of the addresses of a Reduction, each (number of the address, offset)."""

    launch: Launch
    operands: tuple[tuple[int, int], ...]

    def __call__(self, *addresses):
        return self.launch(*[addresses[k] + offset for k, offset in self.operands])


@dataclass(slots=True)
class Reduction:
    """Stages over (inputs..., outputs..., scratch); `scratch` is the bytes of the last, or 0."""

    stages: tuple[Stage, ...]
    scratch: int = 0

    @property
    def launch(self):
        """What to call with the addresses: without detours where there is one stage."""
        return self if self.scratch else self.stages[0].launch

    def __call__(self, *addresses):
        for stage in self.stages:
            stage(*addresses)


def launches(program, reducer, shape, strides, axes, divisor=None):
    """
    Plan a reduction.

    Parameters
    ----------
    program : Program
        One output; its dtype is what the reducer is fed.
    reducer : Reducer
    shape : tuple of int
        Of the broadcast inputs.
    strides : sequence of tuple of int
        Bytes, one tuple per input.
    axes : tuple of int
        To reduce, each in 0..ndim-1.
    divisor : float, optional
        What `finish` divides by; the number of reduced elements when left out.

    Returns
    -------
    Reduction
        Call its `launch` with the addresses of the inputs, the output (values, indices, or both),
        contiguous over the kept axes in their order, and `scratch` bytes where that is not 0.
    """
    kept = [axis for axis in range(len(shape)) if axis not in axes]
    reduced = [axis for axis in range(len(shape)) if axis in axes]
    if reducer.better is None:
        reduced.sort(key=lambda axis: [-abs(step[axis]) for step in strides])
    kept = _neighbours(shape, strides, kept)
    reduced = _neighbours(shape, strides, reduced)
    return _plan(program, reducer, kept, reduced, divisor)


def _neighbours(shape, strides, axes):
    """Extents and steps of some axes in this order: extents of 1 dropped, neighbours merged."""
    extents, steps = [], [[] for _ in strides]
    for axis in axes:
        extent, new = shape[axis], [step[axis] for step in strides]
        if extent == 1:
            continue
        if extents and all(old[-1] == extent * step for old, step in zip(steps, new, strict=True)):
            extents[-1] *= extent
            for old, step in zip(steps, new, strict=True):
                old[-1] = step
        else:
            extents.append(extent)
            for old, step in zip(steps, new, strict=True):
                old.append(step)
    return extents, steps


def _by_columns(kept, reduced):
    """Whether the inner loop should run along the last kept axis."""
    if not kept[0] or kept[0][-1] < 8:
        return False
    if not reduced[0]:
        return True
    return sum(abs(step[-1]) for step in kept[1]) < sum(abs(step[-1]) for step in reduced[1])


@dataclass(slots=True)
class _Grid:
    """The words of geometry before the extents; see the top of this file."""

    outputs: int
    group: int
    segments: int
    per_run: int
    inner: int
    length: int
    flush: int
    width: int

    @property
    def blocks(self):
        return -(-self.segments // self.group) if self.segments else 1


def _grid(reducer, kept, reduced, columns):
    """The fixed grid of a reduction: a function of its shape alone."""
    inner = reduced[-1] if reduced else 1
    if columns:
        width, depth = kept[-1], 64
    else:
        width = 1 if inner <= 32 else 16 if inner < 256 else 64
        depth = 64 * width  # elements that the lanes take in before they are folded
    length = max(1, min(inner, depth))
    per_run = -(-inner // length)
    segments = math.prod(reduced[:-1]) * per_run
    flush = 1 if reducer.better else max(1, depth // length)
    outputs, group = math.prod(kept), max(1, segments)
    elements = outputs * math.prod(reduced)
    if elements > 2 * BLOCK and outputs < (8192 if columns else 64):
        group = max(segments * BLOCK // elements, -(-segments // BLOCKS))
        group = -(-max(1, group) // flush) * flush
    return _Grid(outputs, group, segments, per_run, inner, length, flush, width)


def _launch(spec, grid, kept, reduced, divisor):
    """The Launch of a Spec, which lacks its classes of strides, on a grid."""
    items = [np.dtype(dtype).itemsize for dtype in spec.program.inputs]
    along, across = (kept, reduced) if spec.columns else (reduced, kept)
    words, classes = [*map(int, astuple(grid)), 0, 0, 0], []
    kept_axes = len(kept[0]) - spec.columns
    words[-2:] = kept_axes, max(0, len(reduced[0]) - 1)
    words += [*kept[0][:kept_axes], *reduced[0][:-1]]
    for k, size in enumerate(items):
        column = along[1][k][-1] if along[0] else 0
        row = across[1][k][-1] if across[0] else 0
        words += [column, row, *kept[1][k][:kept_axes], *reduced[1][k][:-1]]
        classes.append(layout.stride_class(column, size))
    geometry = np.array(words, np.int64)
    geometry[WORDS.index("divisor")] = np.float64(divisor).view(np.int64)
    per_item = max(1, math.prod(reduced[0]) // grid.blocks)
    address = entry(replace(spec, classes=tuple(classes)))
    return Launch(address, grid.outputs * grid.blocks, geometry, max(1, GRAIN // per_item))


def _plan(program, reducer, kept, reduced, divisor):
    columns = _by_columns(kept, reduced)
    grid = _grid(reducer, kept[0], reduced[0], columns)
    divisor = math.prod(reduced[0]) if divisor is None else divisor
    lane, total, result = dtypes(program, reducer)
    inputs = len(program.inputs)
    written = reducer.values + reducer.indices
    if grid.blocks == 1:
        spec = Spec(program, reducer, lane, total, result, (), columns)
        launch = _launch(spec, grid, kept, reduced, divisor)
        return Reduction((Stage(launch, tuple((k, 0) for k in range(inputs + written))),))
    scratch = inputs + written
    indices = -(-grid.blocks * grid.outputs * np.dtype(total).itemsize // 64) * 64
    spec = Spec(program, replace(reducer, finish=keep, values=True), lane, total, total, (), columns)
    operands = [(k, 0) for k in range(inputs)] + [(scratch, 0)]
    operands += [(scratch, indices)] * reducer.indices
    first = Stage(_launch(spec, grid, kept, reduced, divisor), tuple(operands))
    launch = _fold_blocks(reducer, total, result, (grid.blocks, grid.outputs), divisor)
    operands = [(scratch, 0), *((inputs + k, 0) for k in range(written))]
    operands += [(scratch, indices)] * reducer.indices
    end = indices + 8 * grid.blocks * grid.outputs * reducer.indices
    return Reduction((first, Stage(launch, tuple(operands))), end)


def _fold_blocks(reducer, total, result, shape, divisor):
    """The Launch that folds the totals of blocks, in order."""
    size = np.dtype(total).itemsize
    strides = [(shape[1] * size, size)]
    reduced, kept = _neighbours(shape, strides, [0]), _neighbours(shape, strides, [1])
    columns = _by_columns(kept, reduced)
    grid = _grid(reducer, kept[0], reduced[0], columns)
    grid.group = max(1, grid.segments)
    spec = Spec(identity(total), reducer, total, total, result, (), columns, reducer.indices)
    return _launch(spec, grid, kept, reduced, divisor)
