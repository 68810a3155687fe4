"""The text of the kernel of a row program.

Rows go through the passes of a program (`work/row_stages.py`). Where a pass calls functions like
exp, it does so for a batch of short rows at once, or for a piece of a long one: a loop over 4096
elements is 5 times faster than one over 10. Their results wait where `row_memory.py` says; all
else is computed where it is used, and arithmetic in registers, as are its folds (`lane_folds.py`).

Block: the operands, the result, then n, the rows of a batch, the elements of a piece, and for each
operand the elements from one row to the next.
"""

import ast
import functools
from dataclasses import dataclass

from .. import cache
from ..language import source
from ..language.rows import RowProgram
from ..work.row_stages import FOLDS
from .row_memory import Memory

NEAR = 4096  # elements that wait near by
BATCH = 512  # rows at once


@dataclass(frozen=True)
class Spec:
    """What the text of a kernel depends on."""

    program: RowProgram
    dtype: str
    classes: tuple[str, ...]


@functools.lru_cache(maxsize=4096)
def entry(spec):
    """The address of the kernel of a Spec."""
    return cache.address(*generate(spec))


@functools.lru_cache(maxsize=4096)
def generate(spec):
    """The name and the Python source of that kernel."""
    text = _Text(spec)
    label = spec.program.name.strip("_")
    return text.module.entry(label, "\n".join(text.body()), f"{label}: rows of {spec.dtype}")


@functools.lru_cache(maxsize=4096)
def pieces(spec):
    """How many results wait near by at once: 0 where each row is done before the next begins."""
    memory = Memory(spec.program, spec.classes)
    return max(1, len(set(memory.near.values()))) if memory.stored else 0


def indented(lines):
    return [f"    {line}" for line in lines]


class _Text:
    """Writes the kernel of a Spec."""

    def __init__(self, spec):
        self.spec, self.module = spec, source.Module()
        self.memory = Memory(spec.program, spec.classes)
        self.program, self.passes = spec.program, self.memory.passes
        self.whole, self.output = self.passes.whole, spec.program.output
        self.stored, self.near = self.memory.stored, self.memory.near
        self.real = source.type_name(spec.dtype)
        self.size = 8 if spec.dtype == "float64" else 4

    def body(self):
        inputs, count = range(self.passes.inputs), self.passes.inputs
        lines = ["wide(4)"]
        for k, name in enumerate([*(f"in{k}" for k in inputs), "out"]):
            lines.append(f"{name}_address = word(args, {k})")
            lines.append(f"{name} = vector({name}_address, {self.real})")
        words = (f"word(args, {count + 1 + k})" for k in range(3))
        lines.append(f"n, batch, piece = {', '.join(words)}")
        lines += [f"step{k} = word(args, {count + 4 + k})" for k in inputs
                  if self.spec.classes[k] != "dense"]  # fmt: skip
        return lines + (self.batched() if self.stored else self.plain())

    # ---------------------------------------------------------------- without functions like exp

    def plain(self):
        """Row by row, the results of folds in registers."""
        lines = []
        for number in range(self.passes.count - 1):
            folds = self.passes.folds_of(number)
            lines += self.row(self.passes.targets(number))
            lines.append(self.fold(folds, "n", ""))
            lines += [f"v{v} = f{v}" for v in folds]
        lines += self.row([self.output])
        if self.program.folds_all:
            lines.append(f"out[row] = v{self.output}")
        else:
            lines += self.map(self.output, "n", "")
        return ["for row in range(lo, hi):", *indented(lines)]

    # ---------------------------------------------------------------- with such functions

    def batched(self):
        """A batch of rows goes through one pass after the other."""
        places = sorted({p for p in self.near.values() if p is not None})
        lines = []
        if places:
            lines.append(f"near = scratch({NEAR})")
            lines += [f"near{p} = vector(near + {p} * piece * {self.size}, {self.real})"
                      for p in places]  # fmt: skip
        lines += [f"kept{v} = vector(scratch({BATCH}), {self.real})" for v in self.passes.folds]
        lines += ["for first in range(lo, hi, batch):", "    rows = min(hi - first, batch)"]
        ahead = []
        for number in range(self.passes.count):
            later = self.waits(number)
            lines += indented(self.one_pass(number, ahead, later))
            ahead = self.late_folds(number) if later else []
        return lines

    def waits(self, number):
        """Whether the folds of a pass, of whole rows, can wait for the next pass to begin with.

        It takes them row by row, and what was just read is near by.
        """
        if number + 1 >= self.passes.count:
            return False
        read = self.passes.reached(self.passes.targets(number), lambda v: v in self.stored)
        return not any(v in self.stored and self.near[v] is not None for v in read)

    def late_folds(self, number):
        folds = self.passes.folds_of(number)
        lines = [*self.row(self.passes.targets(number), kept=True), self.fold(folds, "n", "")]
        return lines + [f"kept{v}[r] = f{v}" for v in folds]

    def one_pass(self, number, ahead, later):
        """The lines of a pass over a batch, which takes the folds `ahead` of its rows first."""
        last = number == self.passes.count - 1
        folds = {} if last or later else self.passes.folds_of(number)
        loops = []
        for value in self.memory.needed(number, self.memory.hosted):
            if self.memory.flat(value, self.stored):
                loops.append(self.map_batch(value))
            else:
                loops.append(self.each_row([value], self.map(value), ahead))
                ahead = ()
        in_pieces = bool(loops)
        if folds:
            args = [stage.arg for stage in folds.values()]
            loops.append(self.each_row(args, self.fold_pieces(folds, in_pieces), ahead))
        elif last and not self.program.folds_all and self.output not in self.stored:
            loops.append(self.each_row([self.output], self.map(self.output), ahead))
        elif ahead and not last:
            loops.append(self.each_row([], [], ahead))
        lines = [line for loop in loops for line in loop]
        if in_pieces:
            lines = ["for base in range(0, max(n, 1), piece):",
                     "    size = min(piece, n - base)", *indented(lines)]  # fmt: skip
        elif lines:
            lines = ["base, size = 0, n", *lines]
        if last and self.program.folds_all:
            row = [*ahead, *self.row([self.output], kept=True), f"out[row] = v{self.output}"]
            lines += ["for r in range(rows):", "    row = first + r", *indented(row)]
        return lines

    def each_row(self, wanted, inner, ahead):
        """A loop over the rows of a batch, which may begin with folds `ahead` of them."""
        lines = ["row = first + r"]
        if ahead:
            lines += ["if base == 0:", *indented(ahead)]
        lines += self.row(wanted, kept=True)
        return ["for r in range(rows):", *indented(lines + inner)]

    def fold_pieces(self, folds, in_pieces):
        """The folds of the row, piece by piece."""
        lines = [self.fold(folds)]
        for v, stage in folds.items():
            combine = self.module.add(FOLDS[stage.kind][0], self.spec.dtype)
            more = f"f{v} if base == 0 else {combine}(kept{v}[r], f{v})"
            lines.append(f"kept{v}[r] = {more if in_pieces else f'f{v}'}")
        return lines

    # ---------------------------------------------------------------- numbers of the row

    def row(self, wanted, kept=False):
        """Lines before the elements of a row: numbers of the row that `wanted` values read.

        With `kept` folds of earlier passes are where a batch keeps them, else in local variables.
        """
        lines, known = [], set()
        values = self.passes.reached(wanted, lambda v: v in self.stored and v not in wanted)
        for v in [v for v in values if self.whole[v]]:
            if not self.passes.is_fold(v) and v >= self.passes.inputs:
                self.computed(v, known, lines)
                continue
            if v < self.passes.inputs:
                lines.append(f"v{v} = in{v}[row * step{v}]")
            elif self.passes.stage(v).kind == "count":
                lines.append(f"v{v} = {self.real}(n)")
            elif kept:
                lines.append(f"v{v} = kept{v}[r]")
            known.add(v)
        return lines

    def computed(self, value, known, lines):
        """Lines that compute a value from `known` ones, appended to `lines`."""
        for v in self.passes.reached([value], lambda v: v in known):
            if v in known:
                continue
            stage = self.passes.stage(v)
            name = self.module.add(stage.function, self.spec.dtype)
            lines.append(f"v{v} = {name}({', '.join(f'v{a}' for a in stage.args)})")
            known.add(v)

    # ---------------------------------------------------------------- in registers

    def fold(self, folds, size="size", base=" + base"):
        """The line that takes folds of a row, or of a piece of it."""
        trees = [self.memory.arithmetic(stage.arg, self.stored) for stage in folds.values()]
        texts, operands = self.vectors(trees, base)
        parts = [f"{stage.kind} {e}" for stage, e in zip(folds.values(), texts, strict=True)]
        found = ", ".join(f"f{v}" for v in folds)
        return f'{found} = row_folds("{"; ".join(parts)}", {self.real}, {size}, {operands})'

    def map(self, value, size="size", base=" + base"):
        """Lines that compute an element-wise value of a row, where it belongs."""
        e = self.memory.arithmetic(value, self.stored - {value})
        if e is None:
            return self.map_each(value, size, base)
        (text,), operands = self.vectors([e], base, value)
        return [f'row_map("{text}", {self.real}, {size}, {self.target(value, base)}, {operands})']

    def vectors(self, trees, base, own=None):
        """The texts of arithmetic on vectors, and the addresses and numbers that they name.

        An operand that waits near by is read where it waits, but for `own`, which is taken there.
        """
        names, addresses, numbers, texts = {}, [], [], []
        for e in trees:
            for v in [int(node.id[1:]) for node in ast.walk(e) if isinstance(node, ast.Name)]:
                if v in names:
                    continue
                if self.whole[v]:
                    names[v] = f"s{len(numbers)}"
                    numbers.append(f"v{v}")
                else:
                    names[v] = f"x{len(addresses)}"
                    read = self.target if v in self.near and v != own else self.operand
                    addresses.append(read(v, base))
            texts.append(_text(e, {f"v{v}": name for v, name in names.items()}))
        return texts, f"{_tuple(addresses)}, {_tuple(numbers)}"

    def operand(self, k, base):
        """The address of a row's elements of an operand."""
        step = "n" if self.spec.classes[k] == "dense" else f"step{k}"
        return f"in{k}_address + (row * {step}{base}) * {self.size}"

    def target(self, value, base):
        """The address of a row's elements of a stored value or the result."""
        place = self.near.get(value)
        if place is None:
            return f"out_address + (row * n{base}) * {self.size}"
        return f"near + ({place} * piece + r * size) * {self.size}"

    # ---------------------------------------------------------------- element by element

    def map_each(self, value, size, base):
        """The loop over the elements of a row that computes a value of more than arithmetic."""
        starts = {"to": f"np.uintp(row * n{base})", "here": "np.uintp(r * size)"}
        begin = {value: "to" if self.near.get(value) is None else "here"}
        for v in self.passes.reached([value], self.memory.leaf(value)):
            if self.whole[v] or v == value or not (v < self.passes.inputs or v in self.stored):
                continue
            begin[v] = "to" if self.near.get(v) is None else "here"
            if v not in self.near and self.spec.classes[v] == "rows":
                begin[v] = f"at{v}"  # one name for all dense ones spares alias checks
                starts[begin[v]] = f"np.uintp(row * step{v}{base})"
        lines = [f"{name} = {start}" for name, start in starts.items() if name in begin.values()]
        known = {v for v, whole in enumerate(self.whole) if whole}
        inner = self.element(value, known, lambda v: f"{begin[v]} + j")
        return [*lines, f"for j in range(np.uintp({size})):", *indented(inner),
                f"    {self.array(value, True)}[{begin[value]} + j] = v{value}"]  # fmt: skip

    def map_batch(self, value):
        """The loop over all elements of a batch, for a value that reads no number of the row."""

        def index(v):
            return "i" if self.near.get(v) is not None else "begin + i"

        lines = self.element(value, set(), index)
        lines.append(f"{self.array(value)}[{index(value)}] = v{value}")
        return ["begin = np.uintp(first * n + base)",
                "for i in range(np.uintp(rows * size)):", *indented(lines)]  # fmt: skip

    def element(self, value, known, index):
        """Lines that compute one element from operands and stored values, each at its index."""
        lines = []
        for v in self.passes.reached([value], self.memory.leaf(value)):
            if v in known or not (v < self.passes.inputs or (v in self.stored and v != value)):
                continue
            lines.append(f"v{v} = {self.array(v)}[{index(v)}]")
            known.add(v)
        self.computed(value, known, lines)
        return lines

    def array(self, value, target=False):
        if value not in self.near and not target:
            return f"in{value}"
        place = self.near.get(value)
        return "out" if place is None else f"near{place}"


def _text(e, names):
    """The text of an expression with its names replaced."""
    renamed = ast.parse(ast.unparse(e), mode="eval").body
    for node in ast.walk(renamed):
        if isinstance(node, ast.Name):
            node.id = names[node.id]
    return ast.unparse(renamed)


def _tuple(parts):
    return f"({', '.join(parts)},)" if parts else "()"
