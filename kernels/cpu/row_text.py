"""The text of the kernel of a row program.

Rows go through the passes of a program (`work/row_stages.py`). Where a pass calls functions like
exp, it does so for a batch of short rows at once, or for a piece of a long one: a loop over 4096
elements is 5 times faster than one over 10. Their results wait where `row_memory.py` says; all
else is computed where it is used, and arithmetic in registers, as are its folds (`lane_folds.py`).

Totals of columns are taken over groups of rows, which are items then; what groups found is to be
summed.

Block: the operands, the result, the columns (groups, n) and the saved numbers of rows (rows,) if
there are such, then n, the rows of a batch, the elements of a piece, all rows, the rows of a group,
and for each operand the elements from one row to the next.
"""

import ast
import functools
from dataclasses import dataclass

from .. import cache
from ..language import source
from ..language.row_program import RowProgram
from ..work.row_stages import FOLDS, type_of
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
        inputs, columns = range(self.passes.inputs), range(len(self.program.columns))
        lines, arrays = ["wide(4)"], [*(f"in{k}" for k in inputs), "out",
                                      *(f"columns{k}" for k in columns),
                                      *(f"saved{v}" for v in self.program.saved)]  # fmt: skip
        for k, name in enumerate(arrays):
            of = type_of(self.spec.classes[k]) if k < len(inputs) else None
            lines.append(f"{name}_address = word(args, {k})")
            lines.append(f"{name} = vector({name}_address, {of or self.real})")
        words = (f"word(args, {len(arrays) + k})" for k in range(5))
        lines.append(f"n, batch, piece, rows_in_all, group = {', '.join(words)}")
        lines += [f"step{k} = word(args, {len(arrays) + 5 + k})" for k in inputs
                  if self.spec.classes[k] != "dense"]  # fmt: skip
        return lines + self.grouped()

    def grouped(self):
        """All rows of a call; with columns, those of each of its groups."""
        places = sorted({p for p in self.near.values() if p is not None})
        lines = []
        if places:
            lines.append(f"near = scratch({NEAR})")
            lines += [f"near{p} = vector(near + {p} * piece * {self.size}, {self.real})"
                      for p in places]  # fmt: skip
        if self.stored:
            kept = self.passes.folds
            lines += [f"kept{v} = vector(scratch({BATCH}), {self.real})" for v in kept]
        rows = self.batched() if self.stored else self.plain()
        if not self.program.columns:
            return [*lines, "first_row, end_row = lo, hi", *rows]
        lines += ["for part in range(lo, hi):",
                  "    first_row, end_row = part * group, min(rows_in_all, (part + 1) * group)"]
        for k in range(len(self.program.columns)):
            lines += ["    for j in range(np.uintp(n)):",
                      f"        columns{k}[np.uintp(part * n) + j] = {self.real}(0)"]
        return lines + indented(rows)

    # ---------------------------------------------------------------- without functions like exp

    def plain(self):
        """Row by row, the results of folds in registers."""
        steps = [step for number in range(self.passes.count - 1)
                 for step in self.passes.choices_of(number).items()]  # fmt: skip
        return ["for row in range(first_row, end_row):", *indented(self.steps(steps, set(), {}))]

    def steps(self, steps, known, chosen):
        """Folds and then the results of a row; from the first choice on, one text for each way.

        What rows seldom choose costs the others nothing then, not even in what follows.
        """
        lines = []
        for k, (when, folds) in enumerate(steps):
            lines += self.row([] if when in (None, *chosen) else [when], known)
            if when is not None and not chosen:
                for word, way in (f"if v{when}:", True), ("else:", False):
                    lines += [word, *indented(self.steps(steps[k:], set(known), {when: way}))]
                return lines
            own = known if when is None or when in chosen else set(known)
            taken = []
            if chosen.get(when, True):
                taken = [*self.row([stage.arg for stage in folds.values()], own),
                         self.fold(folds, "n", "", "v")]  # fmt: skip
            sure = when if when not in chosen else None if chosen[when] else False
            lines += self.where(sure, folds, taken, "v")
            known.update(folds)
        return lines + self.row(self.program.results, known) + self.last("n", "")

    def where(self, when, folds, lines, name):
        """Lines that take folds, in rows that choose them."""
        if when is None:
            return lines
        none = [f"{name}{v} = {self.real}(0)" for v in folds]
        if when is False:
            return none
        return [f"if v{when}:", *indented(lines), "else:", *indented(none)]

    def last(self, size="size", base=" + base"):
        """The lines that give the results of a row, of which numbers are known."""
        lines, trees, targets, more = self.numbers_given(), [], [], {}
        if self.program.folds_all:
            return lines
        for k, column in enumerate(self.program.columns):
            e = self.memory.arithmetic(column, self.stored)
            if e is None:
                put = f"columns{k}[column + j] += v{column}"
                lines += self.map_each(column, size, base, "column", put)
                continue
            targets.append(f"columns{k}_address + (part * n{base}) * {self.size}")
            more[f"so_far{k}"] = targets[-1]
            trees.append(ast.BinOp(ast.Name(f"so_far{k}", ast.Load()), ast.Add(), e))
        e = self.memory.arithmetic(self.output, self.stored)
        if e is not None and self.output not in self.stored:
            targets.append(self.target(self.output, base))
            trees.append(e)
        if trees:
            lines.append(self.map_all(trees, targets, size, base, None, **more))
        return lines + (self.map(self.output, size, base) if e is None else [])

    def numbers_given(self):
        """The lines that give those results that are numbers of the row."""
        lines = [f"saved{v}[row] = v{v}" for v in self.program.saved]
        return [f"out[row] = v{self.output}", *lines] if self.program.folds_all else lines

    # ---------------------------------------------------------------- with such functions

    def batched(self):
        """A batch of rows goes through one pass after the other."""
        lines = ["for first in range(first_row, end_row, batch):",
                 "    rows = min(end_row - first, batch)"]
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
        lines = []
        for when, folds in self.passes.choices_of(number).items():
            lines += self.taken(when, folds, "n", "")
            lines += [f"kept{v}[r] = f{v}" for v in folds]
        return lines

    def taken(self, when, folds, *part):
        """Lines that take folds of a row or its part, and what they read, if it chooses them."""
        known = set()
        lines = [] if when is None else self.row([when], known, kept=True)
        read = self.row([stage.arg for stage in folds.values()], known, kept=True)
        return lines + self.where(when, folds, [*read, self.fold(folds, *part)], "f")

    def one_pass(self, number, ahead, later):
        """The lines of a pass over a batch, which takes the folds `ahead` of its rows first."""
        last = number == self.passes.count - 1
        loops = []
        for value in self.memory.needed(number, self.memory.hosted):
            if self.memory.flat(value, self.stored):
                loops.append(self.map_batch(value))
            else:
                loops.append(self.each_row([value], self.map(value), ahead))
                ahead = ()
        in_pieces = bool(loops)
        if last and not self.program.folds_all:
            if self.output not in self.stored or len(self.program.results) > 1:
                loops.append(self.each_row(self.program.results, self.last(), ahead))
        elif not last and not later:
            for when, folds in self.passes.choices_of(number).items():
                loops.append(self.each_row([], self.fold_pieces(when, folds, in_pieces), ahead))
                ahead = ()
        elif ahead and not last:
            loops.append(self.each_row([], [], ahead))
        lines = [line for loop in loops for line in loop]
        if in_pieces:
            lines = ["for base in range(0, max(n, 1), piece):",
                     "    size = min(piece, n - base)", *indented(lines)]  # fmt: skip
        elif lines:
            lines = ["base, size = 0, n", *lines]
        if last and self.program.folds_all:
            row = [*ahead, *self.row(self.program.results, kept=True), *self.numbers_given()]
            lines += ["for r in range(rows):", "    row = first + r", *indented(row)]
        return lines

    def each_row(self, wanted, inner, ahead):
        """A loop over the rows of a batch, which may begin with folds `ahead` of them."""
        lines = ["row = first + r"]
        if ahead:
            lines += ["if base == 0:", *indented(ahead)]
        lines += self.row(wanted, kept=True)
        return ["for r in range(rows):", *indented(lines + inner)]

    def fold_pieces(self, when, folds, in_pieces):
        """Folds of the row, piece by piece."""
        lines = self.taken(when, folds)
        for v, stage in folds.items():
            combine = self.module.add(FOLDS[stage.kind][0], self.spec.dtype)
            more = f"f{v} if base == 0 else {combine}(kept{v}[r], f{v})"
            lines.append(f"kept{v}[r] = {more if in_pieces else f'f{v}'}")
        return lines

    # ---------------------------------------------------------------- numbers of the row

    def row(self, wanted, known=None, kept=False):
        """Lines before the elements of a row: numbers of the row that `wanted` values read.

        With `kept` folds of earlier passes are where a batch keeps them, else they are `known`.
        """
        lines, known = [], set() if known is None else known
        for v in self.passes.numbers(wanted, lambda v: v in self.stored):
            if v in known:
                continue
            if v < self.passes.inputs:
                lines.append(f"v{v} = {self.number(v)}")
            elif self.passes.is_pick(v):
                lines += self.picked(v)
            elif not self.passes.is_fold(v):
                self.computed(v, known, lines)
            elif self.passes.stage(v).kind == "count":
                lines.append(f"v{v} = {self.real}(n)")
            elif kept:
                lines.append(f"v{v} = kept{v}[r]")
            known.add(v)
        return lines

    def number(self, k):
        """The number that an operand has for the row; a real one unless it is an index."""
        read = f"in{k}[row * step{k}]"
        other = type_of(self.spec.classes[k]) and not self.program.indices[k]
        return f"{self.real}({read})" if other else read

    def picked(self, value):
        """Lines that compute the element of the row that is picked."""
        stage = self.passes.stage(value)
        if self.whole[stage.arg]:
            return [f"v{value} = v{stage.arg}"]
        known = {v for v, whole in enumerate(self.whole) if whole}
        lines = []
        for v in self.passes.reached([stage.arg], lambda v: v in known):
            if v not in known and v < self.passes.inputs:
                step = "n" if self.spec.classes[v] == "dense" else f"step{v}"
                lines.append(f"v{v} = in{v}[np.uintp(row * {step} + place)]")
                known.add(v)
        self.computed(stage.arg, known, lines)
        lines = ["if 0 <= place and place < n:", *indented([*lines, f"v{value} = v{stage.arg}"])]
        return [f"v{value}, place = {self.real}(np.nan), np.int64(v{stage.at})", *lines]

    def computed(self, value, known, lines):
        """Lines that compute a value from `known` ones, appended to `lines`."""
        for v in self.passes.reached([value], lambda v: v in known):
            if v in known:
                continue
            known.add(v)
            if self.passes.is_place(v):
                lines.append(f"v{v} = place")
                continue
            stage = self.passes.stage(v)
            name = self.module.add(stage.function, self.spec.dtype)
            lines.append(f"v{v} = {name}({', '.join(f'v{a}' for a in stage.args)})")

    # ---------------------------------------------------------------- in registers

    def fold(self, folds, size="size", base=" + base", name="f"):
        """The line that takes folds of a row, or of a piece of it."""
        trees = [self.memory.arithmetic(stage.arg, self.stored) for stage in folds.values()]
        texts, operands = self.vectors(trees, base)
        parts = [f"{stage.kind} {e}" for stage, e in zip(folds.values(), texts, strict=True)]
        found = ", ".join(f"{name}{v}" for v in folds)
        return f'{found} = row_folds("{"; ".join(parts)}", {self.real}, {size}, {operands})'

    def map(self, value, size="size", base=" + base"):
        """Lines that compute an element-wise value of a row, where it belongs."""
        e = self.memory.arithmetic(value, self.stored - {value})
        if e is None:
            start = "to" if self.near.get(value) is None else "here"
            put = f"{self.array(value, True)}[{start} + j] = v{value}"
            return self.map_each(value, size, base, start, put)
        return [self.map_all([e], [self.target(value, base)], size, base, value)]

    def map_all(self, trees, targets, size, base, own, **more):
        """The line that computes arithmetic of a row from targets on; for others see `vectors`."""
        texts, operands = self.vectors(trees, base, own, **more)
        return f'row_map("{"; ".join(texts)}", {self.real}, {size}, {_tuple(targets)}, {operands})'

    def vectors(self, trees, base, own=None, **more):
        """The texts of arithmetic on vectors, and the addresses and numbers that they name.

        An operand that waits near by is read where it waits, but for `own`, which is taken there;
        `more` are names of other addresses.
        """
        addresses, numbers, texts = list(more.values()), [], []
        names = {name: f"x{k}" for k, name in enumerate(more)}
        for e in trees:
            for name in [node.id for node in ast.walk(e) if isinstance(node, ast.Name)]:
                if name in names:
                    continue
                v = int(name[1:])
                if self.whole[v]:
                    names[name] = f"s{len(numbers)}"
                    numbers.append(name)
                else:
                    names[name] = f"x{len(addresses)}"
                    read = self.target if v in self.near and v != own else self.operand
                    addresses.append(read(v, base))
            texts.append(_text(e, names))
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

    def map_each(self, value, size, base, own, put):
        """The loop over the elements of a row that computes a value of more than arithmetic.

        Each is put at j after where its `own` place begins.
        """
        starts = {"to": f"np.uintp(row * n{base})", "here": "np.uintp(r * size)",
                  "column": f"np.uintp(part * n{base})"}  # fmt: skip
        begin = {}
        for v in self.passes.reached([value], self.memory.leaf(value)):
            if self.whole[v] or v == value or not (v < self.passes.inputs or v in self.stored):
                continue
            begin[v] = "to" if self.near.get(v) is None else "here"
            if v not in self.near and self.spec.classes[v] == "rows":
                begin[v] = f"at{v}"  # one name for all dense ones spares alias checks
                starts[begin[v]] = f"np.uintp(row * step{v}{base})"
        used = {own, *begin.values()}
        lines = [f"{name} = {start}" for name, start in starts.items() if name in used]
        known = {v for v, whole in enumerate(self.whole) if whole}
        inner = self.element(value, known, lambda v: f"{begin[v]} + j")
        if any(" = place" in line for line in inner):
            inner.insert(0, f"place = np.int64(j){base}")
        return [*lines, f"for j in range(np.uintp({size})):", *indented([*inner, put])]

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
