"""The text of reduction kernels, in three forms; `reduction.py` tells what they compute.

"short": one output after the other, each from at most 32 elements, in a scalar.
"rows": one output after the other, from lanes of 64 (or 16) neighbouring elements.
"columns": neighbouring outputs together, a lane each.

Each form is *flat*, with one kept axis beside the columns and one reduced axis, or *deep*, with
any number of axes. Block: the addresses of inputs, values, indices and indices to look up, as far
as there are such, then the words of `reduction.Grid`, the divisor as a float64, the numbers of
kept and of outer reduced axes, their extents, and for each input its steps in bytes: from one
column (or element) to the next, from one row to the next, along the kept and the outer axes.
"""

import functools
from dataclasses import dataclass

import numpy as np

from .. import cache
from ..language import source
from ..language.program import Program
from ..work.loops import compute, converted, reader
from ..work.reducers import Reducer, add, keep, larger, smaller
from .elementwise import prologue

FOLDS = {add: "fold_add", larger: "fold_larger", smaller: "fold_smaller"}  # in registers
WIDEST = 1024  # columns that are accumulated together
WORDS = ("outputs", "group", "segments", "per_run", "inner", "length", "flush", "width", "divisor",
         "kept", "outer")  # fmt: skip


@dataclass(frozen=True)
class Spec:
    """What the text of a kernel depends on."""

    program: Program
    reducer: Reducer
    dtypes: tuple[str, str, str]  # of lanes, totals and values
    form: str
    deep: bool = False
    classes: tuple[str, ...] = ()
    lookup: bool = False  # the indices come from an operand: this folds blocks


@functools.lru_cache(maxsize=4096)
def entry(spec):
    """The address of the kernel of a Spec."""
    return cache.address(*generate(spec))


def generate(spec):
    """The name and the Python source of that kernel."""
    module = source.Module()
    body = _FORMS[spec.form](spec, module).text()
    folding = (spec.reducer.better or spec.reducer.combine).__name__
    label = "_".join(filter(None, (folding, spec.program.label, spec.form, "deep" * spec.deep)))
    return module.entry(label, body, f"{label}: {', '.join(spec.program.inputs)}")


def _room(count, dtype):
    """The text of memory for so many numbers, a word for each unless they are longer."""
    return f"scratch({count * max(1, np.dtype(dtype).itemsize // 8)})"


def _join(*parts):
    """Lines and lists of lines as one list; a number before a part indents what follows."""
    lines, indent = [], ""
    for part in parts:
        if isinstance(part, int):
            indent = "    " * part
        else:
            part = part.splitlines() if isinstance(part, str) else part
            lines += [indent + line for line in part if line]
    return lines


class _Form:
    """What the forms share."""

    def __init__(self, spec, module):
        self.spec, self.module, self.reducer = spec, module, spec.reducer
        self.inputs = range(len(spec.program.inputs))
        self.lane, self.total = map(source.type_name, spec.dtypes[:2])
        self.initial = source.number(self.reducer.initial(spec.dtypes[0]))
        self.initial_total = source.number(self.reducer.initial(spec.dtypes[1]))
        self.finding = self.reducer.better is not None
        # rows of a panel are few: an index as wide as a lane vectorises with it
        narrow = np.dtype(spec.dtypes[0]).itemsize <= 4 and spec.form != "short"
        self.index = "np.int32" if narrow else "np.int64"
        self.unroll = 1 if prologue(spec.program) else 4
        if self.finding:
            self.better = module.add(self.reducer.better, spec.dtypes[0])
        else:
            self.combine = module.add(self.reducer.combine, spec.dtypes[0])
            self.combine_totals = module.add(self.reducer.combine, spec.dtypes[1])
            if self.reducer.finish is not keep:
                self.finish = module.add(self.reducer.finish, spec.dtypes[1])

    def when_finding(self, *lines):
        return _join(*lines) if self.finding else []

    def head(self, *names, row="word(steps, {} * per_input + 1)"):
        """Operands, the words of geometry that a form needs, steps and the memory of lanes."""
        reducer, spec = self.reducer, self.spec
        written = ["values"] * reducer.values + ["indices"] * reducer.indices
        written += ["where"] * spec.lookup
        first = len(self.inputs)
        lines = prologue(spec.program, rounds=1)  # a loop over lanes is short
        lines += [f"base_{k} = word(args, {k})" for k in self.inputs]
        for k, name in enumerate(written, first):
            dtype = spec.dtypes[2] if name == "values" else "int64"
            lines.append(f"{name} = vector(word(args, {k}), {source.type_name(dtype)})")
        lines.append(f"words = args + {8 * (first + len(written))}")
        names = [*names, *(("per_run", "kept", "outer") if spec.deep else ())]
        lines += [f"{name} = word(words, {WORDS.index(name)})" for name in names]
        if not self.finding and self.reducer.divides:
            lines.append(f"divisor = value(words + {8 * WORDS.index('divisor')}, np.float64)")
        if spec.deep:
            lines.append(f"kept_extents = words + {8 * len(WORDS)}")
            lines.append("outer_extents = kept_extents + 8 * kept")
            lines.append("steps = outer_extents + 8 * outer")
            lines.append("per_input = 2 + kept + outer")
        else:
            # one kept axis beside the columns, whose extent comes first
            lines.append(f"steps = words + {8 * (len(WORDS) + 1)}")
        for k in self.inputs:
            per_input = "per_input" if spec.deep else "3"
            lines.append(f"column_{k} = word(steps, {k} * {per_input})")
            lines.append(f"row_{k} = {row.format(k).replace('per_input', per_input)}")
            if not spec.deep:
                lines.append(f"kept_{k} = word(steps, {k} * 3 + 2)")
        return lines

    def locate(self, number, axes, origin, target):
        """Add the steps of the item or run `number` to each input's address."""
        if not self.spec.deep:
            if axes == "outer":
                return [f"{target}_{k} = {origin}_{k}" for k in self.inputs]
            return [f"{target}_{k} = {origin}_{k} + ({number}) * kept_{k}" for k in self.inputs]
        first = "2" if axes == "kept" else "2 + kept"
        return _join(
            f"rest = {number}",
            [f"{target}_{k} = {origin}_{k}" for k in self.inputs],
            f"for axis in range({axes} - 1, -1, -1):",
            1,
            f"extent = word({axes}_extents, axis)",
            "coordinate = rest % extent",
            "rest //= extent",
            [
                f"{target}_{k} += coordinate * word(steps, {k} * per_input + {first} + axis)"
                for k in self.inputs
            ],
        )

    def segment(self, step):
        """Find the start and the size of a segment."""
        if self.spec.deep:
            run = ["run = segment // per_run", "start = (segment - run * per_run) * length"]
        else:
            run = ["start = segment * length"]
        return _join(
            run,
            "size = min(length, inner - start)",
            self.locate("run", "outer", "at", "from"),
            [f"from_{k} += start * {step}_{k}" for k in self.inputs],
            self.when_finding("first = run * inner + start" if self.spec.deep else "first = start"),
        )

    def readers(self, suffix, row):
        """Each input along a row of the panel."""
        along = f" + {row} * row_{{}}" if row else ""
        return [
            reader(f"in{k}{suffix}", f"from_{k}{along.format(k)}", dtype, kind, f"column_{k}")
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
            text = converted(text, kinds[result], fed, self.module)
        if fed != self.spec.dtypes[0]:
            text = f"{self.lane}({text})"
        lines += computed
        if not self.finding:
            return [*lines, f"a = {self.lane}({self.combine}(a, {text}))"]
        return [
            *lines,
            f"y = {text}",
            f"found = {self.better}(y, a)",
            f"n = {self.index}({row}) if found else n",
            "a = y if found else a",
        ]

    def lane_loop(self, suffixes, width):
        """One pass over the lanes, which takes in a row of the panel per suffix."""
        updates = [self.update(s, "j", f"row + {number}") for number, s in enumerate(suffixes)]
        return _join(
            f"for j in range(np.uintp({width})):",
            1,
            "a = lanes[j]",
            self.when_finding("n = lane_rows[j]"),
            *updates,
            "lanes[j] = a",
            self.when_finding("lane_rows[j] = n"),
        )

    def panel(self, tail):
        """Accumulate `rows` rows of `width` elements, and perhaps a last row of `tail`."""
        lines = ["row = 0"]
        if self.unroll > 1:
            suffixes = [f"_{u}" for u in range(self.unroll)]
            lines += _join(
                f"while row + {self.unroll} <= rows:",
                1,
                *(self.readers(suffix, f"(row + {u})") for u, suffix in enumerate(suffixes)),
                self.lane_loop(suffixes, "width"),
                f"row += {self.unroll}",
            )
        condition = "row < rows or (row == rows and tail > 0)" if tail else "row < rows"
        return _join(
            lines,
            f"while {condition}:",
            1,
            self.readers("", "row"),
            "reach = width if row < rows else tail" if tail else "",
            self.lane_loop([""], "reach" if tail else "width"),
            "row += 1",
        )

    def memory(self, lanes):
        return [
            f"lanes = vector({_room(lanes, self.spec.dtypes[0])}, {self.lane})",
            *self.when_finding(f"lane_rows = vector(scratch({lanes}), {self.index})"),
        ]

    def reset(self):
        return [f"lanes[j] = {self.initial}", *self.when_finding("lane_rows[j] = 0")]

    def reset_loop(self):
        return _join("for j in range(np.uintp(width)):", 1, self.reset())

    def segments(self, step, accumulate, fold):
        """The loop over the segments of a block, folded after some of them."""
        if not self.spec.deep:
            ending = fold
        else:
            ending = _join(
                "pending += 1",
                "if pending == flush or segment == stop - 1:",
                1,
                "pending = 0",
                fold,
            )
        return _join(
            "pending = 0" if self.spec.deep else "",
            "stop = min((block + 1) * group, segments)",
            "for segment in range(block * group, stop):",
            1,
            self.segment(step),
            accumulate,
            ending,
        )

    def store(self, item, output, total, index):
        lines = []
        if self.reducer.values:
            divisor = "divisor" if self.reducer.divides else "1.0"
            kept = self.finding or self.reducer.finish is keep
            text = total if kept else f"{self.finish}({total}, {divisor})"
            text += " != 0" * (self.spec.dtypes[2] == "bool")
            lines.append(f"values[{item}] = {text}")
        if self.reducer.indices:
            text = f"where[{index} * outputs + {output}]" if self.spec.lookup else index
            lines.append(f"indices[{item}] = {text}")
        return lines


class _Short(_Form):
    def text(self):
        needed = ("outputs",) * self.spec.lookup
        needed += ("length", "flush", "segments") * self.spec.deep
        row = _join(self.readers("", ""), "for i in range(np.uintp(size)):", 1,
                    self.update("", "i", "first + i"))  # fmt: skip
        if self.spec.deep:
            fold = [] if self.finding else [*self.fold(), f"a = {self.initial}"]
            loop = _join("pending = 0", "for segment in range(segments):", 1,
                         self.segment("column"), row, self.flush(fold))  # fmt: skip
        else:
            reach = self.locate("", "outer", "at", "from")
            loop = _join(reach, "size = inner", self.when_finding("first = 0"), row)
            loop += [] if self.finding else self.fold()
        total = ("a", "n") if self.finding else ("total", "")
        return "\n".join(_join(
            self.head("inner", *needed),
            "for item in range(lo, hi):",
            1,
            self.locate("item", "kept", "base", "at"),
            f"a = {self.initial}",
            self.when_finding("n = 0") or f"total = {self.initial_total}",
            loop,
            self.store("item", "item", *total),
        ))  # fmt: skip

    def fold(self):
        return [f"total = {self.total}({self.combine_totals}(total, {self.total}(a)))"]

    def flush(self, fold):
        if not fold:
            return []
        return _join("pending += 1", "if pending == flush or segment == segments - 1:", 1,
                     "pending = 0", fold)  # fmt: skip


class _Rows(_Form):
    def text(self):
        names = ("outputs", "group", "segments", "inner", "length", "width")
        names += ("flush",) * self.spec.deep
        if self.in_registers():
            memory, reset, accumulate, fold = [], [], self.folded(), self.add_up("found")
        else:
            memory, reset = self.memory(64), self.reset_loop()
            accumulate = ["rows, tail = size // width, size % width", *self.panel(True)]
            fold = [*self.fold(), *reset]
        return "\n".join(_join(
            self.head(*names, row="width * column_{}"),
            memory,
            "for item in range(lo, hi):",
            1,
            "block, output = item // outputs, item % outputs",
            self.locate("output", "kept", "base", "at"),
            f"total = {self.initial_total}",
            self.when_finding("index = 1 << 62"),
            reset,
            self.segments("column", accumulate, fold),
            self.store("item", "output", "total", "index"),
        ))  # fmt: skip

    def in_registers(self):
        """Whether the lanes of neighbours, as they stand in memory, have a fold in registers."""
        spec, program = self.spec, self.spec.program
        plain = program.inputs == (program.outputs[0][1],) == spec.dtypes[:1]
        plain = plain and not program.steps and spec.classes == ("unit",) and not spec.deep
        return plain and spec.dtypes[0] in ("float32", "float64") and self.reducer.combine in FOLDS

    def folded(self):
        name = FOLDS[self.reducer.combine]
        return [f"found = {name}(from_0, size, width, {self.initial}, {self.lane})"]

    def add_up(self, lane):
        return [f"total = {self.total}({self.combine_totals}(total, {self.total}({lane})))"]

    def fold(self):
        """Lanes into the total: by halves, or the best in the order of their indices."""
        if self.finding:
            return [
                "for j in range(min(width, size)):",
                "    best, at = lanes[j], first + lane_rows[j] * width + j",
                f"    tied = not {self.better}(total, best) and at < index",
                f"    if {self.better}(best, total) or tied:",
                "        total, index = best, at",
            ]
        return [
            "half = width // 2",
            "while half > 0:",
            "    for j in range(np.uintp(half)):",
            f"        lanes[j] = {self.combine}(lanes[j], lanes[j + np.uintp(half)])",
            "    half //= 2",
            *self.add_up("lanes[0]"),
        ]


class _Columns(_Form):
    def text(self):
        """Items are (block, output) pairs; neighbours along the last kept axis go together."""
        names = ("outputs", "group", "segments", "inner", "length")
        names += ("flush",) * self.spec.deep
        accumulate = ["rows = size", *self.panel(False)]
        fold = _join("for j in range(np.uintp(width)):", 1, self.fold(), self.reset())
        return "\n".join(_join(
            self.head(*names),
            self.memory(WIDEST),
            f"totals = vector({_room(WIDEST, self.spec.dtypes[1])}, {self.total})",
            self.when_finding(f"total_indices = vector(scratch({WIDEST}), np.int64)"),
            f"span = word(words, {WORDS.index('width')})",
            "item = lo",
            "while item < hi:",
            1,
            "block, output = item // outputs, item % outputs",
            "column = output % span",
            f"width = min(min(span - column, hi - item), {WIDEST})",
            self.locate("output // span", "kept", "base", "at"),
            [f"at_{k} += column * column_{k}" for k in self.inputs],
            self.start(),
            self.segments("row", accumulate, fold),
            "for j in range(np.uintp(width)):",
            _join(1, self.store("np.uintp(item) + j", "(output + np.int64(j))",
                                "totals[j]", "total_indices[j]")),
            "item += width",
        ))  # fmt: skip

    def start(self):
        return _join("for j in range(np.uintp(width)):", 1, f"totals[j] = {self.initial_total}",
                     self.when_finding("total_indices[j] = 1 << 62"), self.reset())  # fmt: skip

    def fold(self):
        if not self.finding:
            return [f"totals[j] = {self.combine_totals}(totals[j], {self.total}(lanes[j]))"]
        return [
            "best, t, at = lanes[j], totals[j], first + lane_rows[j]",
            f"if {self.better}(best, t) or (at < total_indices[j] and not {self.better}(t, best)):",
            "    totals[j] = best",
            "    total_indices[j] = at",
        ]


_FORMS = {"short": _Short, "rows": _Rows, "columns": _Columns}
