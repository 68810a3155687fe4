"""Row programs on a card: the lanes of a row take its passes together, see `rows.py`.

What a lane reads of a row lies in its registers, as does what it computes with functions like exp
for more than one pass; a row too long for that is read, and computed, once in each pass.

Words: the operands, the result, n, rows, lanes, then for each operand the elements from one row to
the next.
"""

import functools
from dataclasses import dataclass

import numpy as np

from .. import scalars
from ..language import reflect, source
from ..language.rows import RowProgram
from ..work.launches import Work
from ..work.row_stages import FOLDS, Passes
from .launch import THREADS, Launch
from .rows import held_for, inside, lane_fold, load, shared_by

REGISTERS = 32  # elements that a lane holds at most, of all operands
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


def launch(program, dtype, rows, n, classes, steps, threads=THREADS):
    """The Launch of a RowProgram over rows of n elements; see `cpu.rowwise.launch`."""
    held = held_for(n, most_held(Passes(program, classes)))
    lanes, threads = shared_by(n, held, threads)
    spec = Spec(program, dtype, classes, threads, held, int(n <= held * lanes),
                int(n % (held * lanes) == 0))  # fmt: skip
    blocks = -(-rows // (threads // lanes))
    result = 1 if program.folds_all else n
    read = sum(1 if kind == "zero" else n for kind in classes)
    size = np.dtype(dtype).itemsize
    work = Work((rows, n), rows * (read + result) * size, rows * n * len(program.stages))
    kernel = functools.partial(generate, spec)
    writes = (len(classes),)
    return Launch(kernel, rows, blocks, threads, (n, rows, lanes, *steps), writes, work)


def most_held(passes):
    """How many elements of each operand a lane may have in registers."""
    values = passes.reached([passes.program.output])
    of_elements = [v for v in values if passes.is_heavy(v) and not passes.whole[v]]
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
        inputs, count, held = range(self.passes.inputs), self.passes.inputs, self.spec.held
        whole = self.passes.whole
        lines = [f"shared = cuda.shared.array({self.spec.threads}, {self.real})"]
        own = [*(k for k in inputs if not whole[k]), *sorted(self.kept)]
        lines += [f"own{k} = cuda.local.array({held}, {self.real})" for k in own]
        for k, name in enumerate([*(f"in{k}" for k in inputs), "out"]):
            lines.append(f"{name} = vector(word(args, {k}), {self.real})")
        words = (f"word(args, {count + 1 + k})" for k in range(3))
        lines += [
            f"n, rows, lanes = {', '.join(words)}",
            "thread = np.int64(cuda.threadIdx.x)",
            "row = cuda.blockIdx.x * (cuda.blockDim.x // lanes) + thread // lanes",
            "lane, stop = thread % lanes, n if row < rows else 0",
            "there, row = row < rows, min(row, rows - 1)",
        ]
        lines += [f"at{k} = row * word(args, {count + 4 + k})" for k in inputs]
        known = set()
        for number in range(self.passes.count - 1):
            lines += self.one_pass(number, known)
        lines += self.numbers([self.program.output], known)
        output = f"v{self.program.output}"
        if self.program.folds_all:
            return [*lines, "if lane == 0 and there:", f"    out[row] = {output}"]
        return lines + self.along([self.program.output], known, [f"out[row * n + j] = {output}"])

    def one_pass(self, number, known):
        """The folds of a pass: each lane its own elements, then all lanes."""
        folds = self.passes.folds_of(number)
        targets = self.passes.targets(number)
        lines, inner = self.numbers(targets, known), []
        for v, stage in folds.items():
            combine, initial = FOLDS[stage.kind]
            combine = self.module.add(combine, self.spec.dtype)
            lines.append(f"v{v} = {source.number(initial, self.spec.dtype)}")
            inner.append(f"v{v} = {combine}(v{v}, v{stage.arg})")
        lines += self.along(targets, known, inner)
        for v, stage in folds.items():
            together = self.shared(lane_fold(FOLDS[stage.kind][0]))
            lines.append(f"v{v} = {together}(v{v}, shared, lane, lanes)")
        known.update(folds)
        return lines

    def shared(self, function):
        """The name of a function of `rows.py` in the text."""
        statics = {"HELD": self.spec.held, "WHOLE": self.spec.whole, "FULL": self.spec.full}
        return self.module.add(function, self.spec.dtype, **statics)

    def numbers(self, wanted, known):
        """Lines for the numbers of the row that values need."""
        lines = []
        for v in self.passes.reached(wanted, lambda v: v in known):
            if v in known or not self.passes.whole[v]:
                continue
            if v < self.passes.inputs:
                lines.append(f"v{v} = in{v}[at{v}]")
            elif self.passes.is_fold(v):
                lines.append(f"v{v} = {self.real}(n)")  # all others are known
            else:
                lines.append(self.computed(v))
            known.add(v)
        return lines

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
        name = self.module.add(stage.function, self.spec.dtype)
        return f"v{value} = {name}({', '.join(f'v{a}' for a in stage.args)})"
