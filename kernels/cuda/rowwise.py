"""Row programs on a card: the lanes of a row take its passes together, see `rows.py`.

Words: the operands, the result, n, rows, lanes, then for each operand the elements from one row to
the next.
"""

import functools
from dataclasses import dataclass

import numpy as np

from ..language import source
from ..language.rows import RowProgram
from ..work.launches import Work
from ..work.row_stages import FOLDS, Passes
from .launch import THREADS, Launch, power_of_two


@dataclass(frozen=True)
class Spec:
    """What the text of a kernel depends on."""

    program: RowProgram
    dtype: str
    classes: tuple[str, ...]
    threads: int


def launch(program, dtype, rows, n, classes, steps, threads=THREADS):
    """The Launch of a RowProgram over rows of n elements; see `cpu.rowwise.launch`."""
    spec = Spec(program, dtype, classes, threads)
    lanes = power_of_two(-(-n // 4), threads)
    blocks = -(-rows // (threads // lanes))
    result = 1 if program.folds_all else n
    read = sum(1 if kind == "zero" else n for kind in classes)
    size = np.dtype(dtype).itemsize
    work = Work((rows, n), rows * (read + result) * size, rows * n * len(program.stages))
    kernel = functools.partial(generate, spec)
    writes = (len(classes),)
    return Launch(kernel, rows, blocks, threads, (n, rows, lanes, *steps), writes, work)


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

    def body(self):
        inputs, count = range(self.passes.inputs), self.passes.inputs
        lines = [f"shared = cuda.shared.array({self.spec.threads}, {self.real})"]
        for k, name in enumerate([*(f"in{k}" for k in inputs), "out"]):
            lines.append(f"{name} = vector(word(args, {k}), {self.real})")
        words = (f"word(args, {count + 1 + k})" for k in range(3))
        lines += [
            f"n, rows, lanes = {', '.join(words)}",
            "thread = np.int64(cuda.threadIdx.x)",
            "row = cuda.blockIdx.x * (cuda.blockDim.x // lanes) + thread // lanes",
            "lane, stop = thread % lanes, n if row < rows else 0",
            "held, row = row < rows, min(row, rows - 1)",
        ]
        lines += [f"at{k} = row * word(args, {count + 4 + k})" for k in inputs]
        known = set()
        for number in range(self.passes.count - 1):
            lines += self.one_pass(number, known)
        lines += self.numbers([self.program.output], known)
        output = f"v{self.program.output}"
        if self.program.folds_all:
            return [*lines, "if lane == 0 and held:", f"    out[row] = {output}"]
        inner = [*self.elements([self.program.output], known), f"out[row * n + j] = {output}"]
        return lines + _along(inner)

    def one_pass(self, number, known):
        """The folds of a pass: each lane its own elements, then all lanes."""
        folds = self.passes.folds_of(number)
        targets = self.passes.targets(number)
        lines = self.numbers(targets, known)
        inner = self.elements(targets, known)
        for v, stage in folds.items():
            combine, initial = FOLDS[stage.kind]
            combine = self.module.add(combine, self.spec.dtype)
            lines.append(f"own{v} = {source.number(initial, self.spec.dtype)}")
            inner.append(f"own{v} = {combine}(own{v}, v{stage.arg})")
        lines += _along(inner)
        for v, stage in folds.items():
            lines += _together(v, self.module.add(FOLDS[stage.kind][0], self.spec.dtype))
        known.update(folds)
        return lines

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

    def elements(self, wanted, known):
        """Lines for element number j of values."""
        reached = self.passes.reached(wanted, lambda v: v in known)
        return [
            f"v{v} = in{v}[at{v} + j]" if v < self.passes.inputs else self.computed(v)
            for v in reached
            if v not in known
        ]

    def computed(self, value):
        stage = self.passes.stage(value)
        name = self.module.add(stage.function, self.spec.dtype)
        return f"v{value} = {name}({', '.join(f'v{a}' for a in stage.args)})"


def _along(inner):
    """The loop of a lane over its elements."""
    return ["j = lane", "while j < stop:", *(f"    {line}" for line in inner), "    j += lanes"]


def _together(value, combine):
    """Lines that fold what the lanes hold, by halves, and tell it to all of them."""
    return [
        f"shared[thread] = own{value}",
        "cuda.syncthreads()",
        "half = lanes // 2",
        "while half > 0:",
        "    if lane < half:",
        f"        shared[thread] = {combine}(shared[thread], shared[thread + half])",
        "    cuda.syncthreads()",
        "    half //= 2",
        f"v{value} = shared[thread - lane]",
        "cuda.syncthreads()",
    ]
