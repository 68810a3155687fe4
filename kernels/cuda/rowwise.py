"""Row programs on a card: the lanes of a row take its passes together, see `rows.py`.

What a lane reads of a row lies in its registers, as does what it computes with functions like exp
for more than one pass; a row too long for that is read, and computed, once in each pass.

Totals of columns are taken over groups of rows, one row after the other.

Words: the operands, the result, the columns, the saved numbers of rows, n, rows, lanes, the groups
and the rows of each, then for each operand the elements from one row to the next.
"""

import functools
from dataclasses import dataclass

from .. import scalars
from ..language import reflect, source
from ..language.row_program import RowProgram
from ..work.launches import Work
from ..work.row_stages import FOLDS, Passes, grouped, moved_bytes, type_of
from .launch import THREADS, Launch
from .rows import held_for, inside, lane_fold, load, shared_by

REGISTERS = 32  # elements that a lane holds at most, of all operands
GROUPS = 1024  # of rows, that sum columns side by side
FEW = 8  # where a function of each is long: loops that stay loops keep elements in memory
SHORT = {scalars.exp, scalars.exp2, scalars.expm1, scalars.log, scalars.log1p, scalars.sigmoid,
         scalars.tanh}  # fmt: skip


@dataclass(frozen=True)
class Spec:
    """What the text of a kernel depends on; for `held`, `whole` and `full` see `rows`."""

    program: RowProgram
    dtype: str
    classes: tuple[str, ...]
    threads: int
    held: int
    whole: int
    full: int


def launch(program, dtype, rows, n, classes, steps, threads=THREADS, groups=GROUPS):
    """The Launch of a RowProgram over rows of n elements; see `cpu.rowwise.launch`."""
    passes = Passes(program, classes)
    held = held_for(n, most_held(passes))
    lanes, threads = shared_by(n, held, threads)
    group, items = grouped(program, rows, groups)
    spec = Spec(program, dtype, classes, threads, held, int(n <= held * lanes),
                int(n % (held * lanes) == 0))  # fmt: skip
    blocks = -(-items // (threads // lanes))
    nbytes = moved_bytes(program, dtype, rows, n, classes, steps, items)
    each = sum(1 for v in passes.visited() if v >= passes.inputs and not passes.whole[v])
    work = Work((rows, n), nbytes, rows * n * max(1, each))
    kernel = functools.partial(generate, spec)
    writes = tuple(range(len(classes), len(classes) + len(program.results)))
    words = n, rows, lanes, items, group, *steps
    return Launch(kernel, items, blocks, threads, words, writes, work)


def most_held(passes):
    """How many elements of each operand a lane may have in registers."""
    of_elements = [v for v in passes.visited() if passes.is_heavy(v) and not passes.whole[v]]
    long = any(reflect.bodies(passes.stage(v).function) - SHORT for v in of_elements)
    arrays = max(1, passes.whole[: passes.inputs].count(False))
    return max(4, (FEW if long else REGISTERS) >> (arrays - 1).bit_length())


@functools.lru_cache(maxsize=4096)
def generate(spec):
    """The name and the Python source of the kernel of a Spec."""
    text = _Text(spec)
    label = spec.program.name.strip("_")
    return text.module.entry(label, "\n".join(text.body()), f"{label}: rows of {spec.dtype}")


class _Text:
    """Writes the kernel of a Spec."""

    def __init__(self, spec):
        self.spec, self.module = spec, source.Module(source.CUDA)
        self.program, self.passes = spec.program, Passes(spec.program, spec.classes)
        self.real = source.type_name(spec.dtype)
        self.kept = self._kept() if spec.whole else set()
        self.ready = set()  # values whose row the lanes hold

    def _kept(self):
        """Values of elements that functions like exp give, and more than one pass needs."""
        passes, uses = self.passes, {}
        for number in range(passes.count):
            for v in passes.reached(passes.targets(number), lambda v: passes.whole[v]):
                uses[v] = uses.get(v, 0) + 1
        return {v for v, count in uses.items() if count > 1 and passes.is_heavy(v)}

    def body(self):
        inputs, held, whole = range(self.passes.inputs), self.spec.held, self.passes.whole
        columns = [f"columns{k}" for k in range(len(self.program.columns))]
        lines = [f"shared = cuda.shared.array({self.spec.threads}, {self.real})"]
        own = [*(k for k in inputs if not whole[k]), *sorted(self.kept)]
        lines += [f"own{k} = cuda.local.array({held}, {self.real})" for k in own]
        saved = [f"saved{v}" for v in self.program.saved]
        names = [*(f"in{k}" for k in inputs), "out", *columns, *saved]
        for k, name in enumerate(names):
            of = type_of(self.spec.classes[k]) if k < len(inputs) else None
            lines.append(f"{name} = vector(word(args, {k}), {of or self.real})")
        words = ", ".join(f"word(args, {len(names) + k})" for k in range(5))
        lines += [
            f"n, rows, lanes, items, group = {words}",
            "thread = np.int64(cuda.threadIdx.x)",
            "item = cuda.blockIdx.x * (cuda.blockDim.x // lanes) + thread // lanes",
            "lane = thread % lanes",
        ]
        if not columns:
            return [*lines, "row = item", *self.one_row(len(names) + 5)]
        lines += ["to, end = item * n, (item + 1) * n if item < items else 0",
                  "for j in range(to + lane, end, lanes):",
                  *(f"    {name}[j] = {self.real}(0)" for name in columns),
                  "for k in range(group):", "    row = item * group + k"]  # fmt: skip
        return lines + [f"    {line}" for line in self.one_row(len(names) + 5)]

    def one_row(self, first):
        """What the lanes of a row do; their steps are words from number `first` on."""
        inputs, columns = range(self.passes.inputs), self.program.columns
        lines = ["there, row = row < rows, min(row, rows - 1)", "stop = n if there else 0"]
        lines += [f"at{k} = row * word(args, {first + k})" for k in inputs]
        known = set()
        for number in range(self.passes.count - 1):
            for when, folds in self.passes.choices_of(number).items():
                lines += self.folds(when, folds, known)
        results = self.program.results
        lines += self.numbers(results, known)
        output = f"v{self.program.output}"
        numbers = [f"    saved{v}[row] = v{v}" for v in self.program.saved]
        if self.program.folds_all:
            numbers.append(f"    out[row] = {output}")
        if numbers:
            lines += ["if lane == 0 and there:", *numbers]
        if self.program.folds_all:
            return lines
        inner = [f"columns{k}[to + j] += v{v}" for k, v in enumerate(columns)]
        return lines + self.along(results, known, [*inner, f"out[row * n + j] = {output}"])

    def folds(self, when, folds, known):
        """Folds of a pass: each lane its own elements, then all lanes.

        All threads of a block take them if one of its rows chooses them.
        """
        targets = [stage.arg for stage in folds.values()]
        lines = self.numbers([] if when is None else [when], known)
        before = set(known), set(self.ready)
        starts, inner, ends = [], [], []
        for v, stage in folds.items():
            combine, initial = FOLDS[stage.kind]
            together = self.shared(lane_fold(combine))
            combine = self.module.add(combine, self.spec.dtype)
            starts.append(f"v{v} = {source.number(initial, self.spec.dtype)}")
            inner.append(f"v{v} = {combine}(v{v}, v{stage.arg})")
            ends.append(f"v{v} = {together}(v{v}, shared, lane, lanes)")
        taken = [*self.numbers(targets, known), *self.along(targets, known, inner), *ends]
        if when is not None:
            known.intersection_update(before[0])
            self.ready = before[1]
            some = f"cuda.syncthreads_or(np.int32(v{when} != 0))"
            taken = [f"if {some}:", *(f"    {line}" for line in taken)]
        known.update(folds)
        return [*lines, *starts, *taken]

    def shared(self, function):
        """The name of a function of `rows.py` in the text."""
        statics = {"HELD": self.spec.held, "WHOLE": self.spec.whole, "FULL": self.spec.full}
        return self.module.add(function, self.spec.dtype, **statics)

    def numbers(self, wanted, known):
        """Lines for the numbers of the row that values need."""
        lines = []
        for v in self.passes.numbers(wanted):
            if v in known:
                continue
            if v < self.passes.inputs:
                other = type_of(self.spec.classes[v]) and not self.program.indices[v]
                read = f"in{v}[at{v}]"
                lines.append(f"v{v} = {self.real}({read})" if other else f"v{v} = {read}")
            elif self.passes.is_pick(v):
                lines += self.picked(v)
            elif self.passes.is_fold(v):
                lines.append(f"v{v} = {self.real}(n)")  # all others are known
            else:
                lines.append(self.computed(v))
            known.add(v)
        return lines

    def picked(self, value):
        """Lines by which every lane computes the element of the row that is picked."""
        passes, stage = self.passes, self.passes.stage(value)
        if passes.whole[stage.arg]:
            return [f"v{value} = v{stage.arg}"]
        lines = []
        for v in passes.reached([stage.arg], lambda v: passes.whole[v]):
            if v < passes.inputs and not passes.whole[v]:
                lines.append(f"v{v} = in{v}[at{v} + j]")
            elif not passes.whole[v]:
                lines.append(self.computed(v))
        lines = ["if 0 <= j and j < stop:", *(f"    {line}" for line in lines),
                 f"    v{value} = v{stage.arg}"]  # fmt: skip
        return [f"v{value}, j = {self.real}(np.nan), np.int64(v{stage.at})", *lines]

    def along(self, wanted, known, inner):
        """The loop of a lane over its elements, HELD at once: it computes values, then `inner`."""
        loads, lines, ready = [], [], set(self.ready)
        for v in self.passes.reached(wanted, lambda v: v in known or v in ready):
            if v in known:
                continue
            if v < self.passes.inputs and v not in ready:
                row = f"in{v}, own{v}, at{v} + first, at{v} + stop"
                loads.append(f"{self.shared(load)}({row}, lanes)")
            if v < self.passes.inputs or v in ready:
                lines.append(f"v{v} = own{v}[k]")
            else:
                lines.append(self.computed(v))
                lines += [f"own{v}[k] = v{v}"] if v in self.kept else []
            if self.spec.whole and (v < self.passes.inputs or v in self.kept):
                self.ready.add(v)
        within = self.shared(inside)
        lines = [*loads, f"for k in range({self.spec.held}):", "    j = first + k * lanes",
                 f"    if {within}(j, stop):", *(f"        {line}" for line in [*lines, *inner]),
                 f"first += {self.spec.held} * lanes"]  # fmt: skip
        return ["first = lane", "while first < stop:", *(f"    {line}" for line in lines)]

    def computed(self, value):
        stage = self.passes.stage(value)
        if self.passes.is_place(value):
            return f"v{value} = j"
        name = self.module.add(stage.function, self.spec.dtype)
        return f"v{value} = {name}({', '.join(f'v{a}' for a in stage.args)})"
