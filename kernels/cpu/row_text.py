"""The text of the kernel of a row program.

Rows go through the passes of a program (`work/row_stages.py`). Where a pass calls functions like
exp, it does so for a batch of short rows at once, or for a piece of a long one: a loop over 4096
elements is 5 times faster than one over 10. Their results wait in memory near by, or in the result
where a later pass needs them again; all else is computed where it is used. Folds of arithmetic
are taken in registers (`lane_folds.py`).

Block: the operands, the result, then n, the rows of a batch, the elements of a piece, and for each
operand the elements from one row to the next.
"""

import ast
import functools
import itertools
from dataclasses import dataclass

from .. import cache
from ..language import reflect, source
from ..language.rows import RowProgram
from ..work.row_stages import FOLDS, Passes
from .elementwise import heavy

NEAR = 4096  # elements that wait near by
BATCH = 512  # rows at once
LONGEST = 32  # nodes of an expression that is folded in registers


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
    text = _Text(spec)
    return max(1, len(set(text.near.values()))) if text.stored else 0


def indented(lines):
    return [f"    {line}" for line in lines]


class _Text:
    """Writes the kernel of a Spec."""

    def __init__(self, spec):
        self.spec, self.module = spec, source.Module()
        self.program, self.passes = spec.program, Passes(spec.program, spec.classes)
        self.whole, self.output = self.passes.whole, spec.program.output
        self.real = source.type_name(spec.dtype)
        self.size = 8 if spec.dtype == "float64" else 4
        self.stored = self._stored()
        self.hosted = self._hosted()
        self.near = self._places()

    # ---------------------------------------------------------------- what waits in memory

    def _stored(self):
        """Element-wise values that wait in memory.

        What functions like exp give, what they take in where that needs the row, and what no fold
        in registers can compute.
        """
        passes, stored = self.passes, set()
        everything = passes.reached([self.output])
        for value in everything:
            if not self.whole[value] and self.is_heavy(value):
                stored.add(value)
        for value in sorted(stored):
            stored.update(
                a for a in passes.args(value) if not self.whole[a] and not self.flat(a, stored)
            )
        for stage in passes.folds.values():
            if self.arithmetic(stage.arg, stored) is None:
                stored.add(stage.arg)
        return stored

    def is_heavy(self, value):
        """Whether a stage calls a function like exp."""
        stage = self.passes.stage(value)
        mapped = stage is not None and not self.passes.is_fold(value)
        return mapped and heavy(stage.function)

    def flat(self, value, stored, top=True):
        """Whether a value is made of dense operands and stored values alone, without the row."""
        if value in stored and not top:
            return True
        if self.whole[value]:
            return value >= self.passes.inputs and not self.passes.args(value)
        if value < self.passes.inputs:
            return self.spec.classes[value] == "dense"
        return all(self.flat(a, stored, False) for a in self.passes.args(value))

    def _hosted(self):
        """The stored values that wait in the result: one that a later pass needs, or the result."""
        if self.program.folds_all or self.whole[self.output]:
            return set()
        if self.output in self.stored:
            first = self.output
        else:
            uses = {}
            for number in range(self.passes.count):
                for value in self.needed(number, ()):
                    uses.setdefault(value, []).append(number)
            again = [v for v in sorted(self.stored) if len(uses.get(v, ())) > 1]
            first = next((v for v in again if self.is_heavy(v)), None)
        return {first} - {None}

    def needed(self, number, hosted):
        """The stored values of a pass, in their order; hosted ones of earlier passes are there."""

        def known(value):
            return self.whole[value] or (value in hosted and self.first_pass[value] < number)

        reached = self.passes.reached(self.passes.targets(number), known)
        return [v for v in reached if v in self.stored and not known(v)]

    def _places(self):
        """Where stored values wait: the number of a place near by; the result is None."""
        self.first_pass = {}
        for number in range(self.passes.count):
            for value in self.needed(number, ()):
                self.first_pass.setdefault(value, number)
        near, fresh, taken = {}, itertools.count(), set()
        for value in sorted(self.stored, reverse=True):
            if value in self.hosted:
                near[value] = None
                continue
            over = self._taken_over(value)
            if over in near and over not in taken:
                taken.add(over)
                near[value] = near[over]
            else:
                near[value] = next(fresh)
        return near

    def _taken_over(self, value):
        """The stored value that is computed in the place of this one: its only reader."""
        everything = self.passes.reached([self.output])
        readers = [v for v in everything if value in self.passes.args(v)]
        if len(readers) != 1 or readers[0] not in self.stored:
            return None
        return readers[0]

    # ---------------------------------------------------------------- expressions

    def arithmetic(self, value, stored):
        """A value as arithmetic on operands, stored values and numbers of the row; or None."""
        e = self._arithmetic(value, stored, True)
        return e if e is not None and sum(1 for _ in ast.walk(e)) <= 2 * LONGEST else None

    def _arithmetic(self, value, stored, top=False):
        leaf = value < self.passes.inputs or self.whole[value] or value in stored
        if leaf:
            return ast.Name(f"v{value}", ast.Load())
        stage = self.passes.stage(value)
        if reflect.supplied(stage.function):
            return None
        scalar = reflect.read(stage.function)
        statement = scalar.node.body[0]
        if len(scalar.node.body) != 1 or not isinstance(statement, ast.Return):
            return None
        args = {}
        for name, arg in zip(scalar.params, stage.args, strict=True):
            args[name] = self._arithmetic(arg, stored)
            if args[name] is None:
                return None
        return _pasted(statement.value, args, scalar.names)

    def computed(self, value, known, lines):
        """Lines that compute a value from `known` ones, appended to `lines`."""
        for v in self.passes.reached([value], lambda v: v in known):
            if v in known:
                continue
            stage = self.passes.stage(v)
            name = self.module.add(stage.function, self.spec.dtype)
            lines.append(f"v{v} = {name}({', '.join(f'v{a}' for a in stage.args)})")
            known.add(v)

    # ---------------------------------------------------------------- the row

    def row(self, number, wanted, row="row", found=None):
        """Lines before the elements of a row: numbers of the row that `wanted` values read.

        `found`: how to read a fold of an earlier pass; None: it is a local variable already.
        """
        lines, known = [], set()
        values = self.passes.reached(wanted, lambda v: v in self.stored and v not in wanted)
        for v in [v for v in values if self.whole[v]]:
            if v < self.passes.inputs:
                lines.append(f"v{v} = in{v}[{row} * step{v}]")
                known.add(v)
            elif self.passes.is_fold(v):
                if self.passes.stage(v).kind == "count":
                    lines.append(f"v{v} = {self.real}(n)")
                elif found is not None:
                    lines.append(f"v{v} = {found(v)}")
                known.add(v)
            else:
                self.computed(v, known, lines)
        return lines

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

    def loop(self, value, target, index):
        """Lines that compute an element-wise value for each element of a row, into a target."""
        lines, known = [], self._whole_values()
        for v in self.passes.reached([value], self._is_leaf(value)):
            if v in known:
                continue
            if v < self.passes.inputs:
                lines.append(f"v{v} = in{v}[{self._begin(v)} + j]")
                known.add(v)
            elif v in self.stored and v != value:
                lines.append(f"v{v} = {self._array(v)}[{self._row_index(v)} + j]")
                known.add(v)
        self.computed(value, known, lines)
        return ["for j in range(np.uintp(size)):",
                *indented(lines), f"    {target}[{index} + j] = v{value}"]  # fmt: skip

    def _whole_values(self):
        return {v for v, whole in enumerate(self.whole) if whole}

    def _is_leaf(self, top):
        return lambda v: self.whole[v] or (v in self.stored and v != top)

    def _array(self, value):
        place = self.near[value]
        return "out" if place is None else f"near{place}"

    def _row_index(self, value):
        """Where the elements of the row begin in the place of a stored value."""
        return "to" if self.near[value] is None else "here"

    def elements(self, values):
        """The operands that these values read element by element, and not through stored ones."""
        found = set()
        for value in values:
            found.update(self.passes.reached([value], self._is_leaf(value)))
        return sorted(v for v in found if v < self.passes.inputs and not self.whole[v])

    def starts(self, values, row, base):
        """Where a row begins in the operands that do not lie as the result does."""
        apart = [k for k in self.elements(values) if self.spec.classes[k] != "dense"]
        return [f"at{k} = np.uintp({row} * step{k}{base})" for k in apart]

    def _begin(self, k):
        """Where a row begins in an operand: one name for all dense ones spares alias checks."""
        return "to" if self.spec.classes[k] == "dense" else f"at{k}"

    def _step(self, k):
        return "n" if self.spec.classes[k] == "dense" else f"step{k}"

    def fold(self, folds, here, size="size"):
        """The line that takes the folds of a pass, from operands and stored values."""
        names, addresses, numbers, parts = {}, [], [], []
        for stage in folds.values():
            e = self.arithmetic(stage.arg, self.stored)
            for name in [node for node in ast.walk(e) if isinstance(node, ast.Name)]:
                v = int(name.id[1:])
                if v in names:
                    continue
                if self.whole[v]:
                    names[v] = f"s{len(numbers)}"
                    numbers.append(f"v{v}")
                else:
                    names[v] = f"x{len(addresses)}"
                    addresses.append(here(v))
            renamed = {f"v{v}": name for v, name in names.items()}
            parts.append(f"{stage.kind} {_text(e, renamed)}")
        found = ", ".join(f"f{v}" for v in folds)
        return (f'{found} = row_folds("{"; ".join(parts)}", {self.real}, {size}, '
                f"{_tuple(addresses)}, {_tuple(numbers)})")  # fmt: skip

    # ---------------------------------------------------------------- without functions like exp

    def plain(self):
        """Row by row, the results of folds in registers."""
        lines = []
        for number in range(self.passes.count - 1):
            folds = self.passes.folds_of(number)
            lines += self.row(number, self.passes.targets(number))
            lines.append(self.fold(folds, lambda v: self._row_address(v, "")))
            lines += [f"v{v} = f{v}" for v in folds]
        lines += self.row(self.passes.count - 1, [self.output])
        if self.program.folds_all:
            lines.append(f"out[row] = v{self.output}")
        else:
            lines.append("to = np.uintp(row * n)")
            lines += self.starts([self.output], "row", "")
            lines += self.loop(self.output, "out", "to")
        return ["size = n", "for row in range(lo, hi):", *indented(lines)]

    # ---------------------------------------------------------------- with such functions

    def batched(self):
        """A batch of rows goes through one pass after the other."""
        places = sorted({p for p in self.near.values() if p is not None})
        lines = []
        if places:
            lines.append(f"near = scratch({NEAR})")
            lines += [f"near{p} = vector(near + {p} * piece * {self.size}, {self.real})"
                      for p in places]  # fmt: skip
        kept = list(self.passes.folds)
        lines += [f"kept{v} = vector(scratch({BATCH}), {self.real})" for v in kept]
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
        stored = self.needed(number + 1, self.hosted)
        if stored and self.flat(stored[0], self.stored):
            return False
        read = self.passes.reached(self.passes.targets(number), lambda v: v in self.stored)
        return not any(v in self.stored and self.near[v] is not None for v in read)

    def late_folds(self, number):
        folds = self.passes.folds_of(number)
        lines = self.row(number, self.passes.targets(number), "row", lambda v: f"kept{v}[r]")
        lines.append(self.fold(folds, lambda v: self._address(v, ""), "n"))
        return lines + [f"kept{v}[r] = f{v}" for v in folds]

    def each_row(self, number, wanted, inner, ahead=()):
        """A loop over the rows of a batch, which may begin with folds `ahead` of them."""
        lines = ["row = first + r"]
        if ahead:
            lines += ["if base == 0:", *indented(ahead)]
        lines += self.row(number, wanted, "row", lambda v: f"kept{v}[r]")
        lines += ["to, here = np.uintp(row * n + base), np.uintp(r * size)"]
        lines += self.starts(wanted, "row", " + base")
        return ["for r in range(rows):", *indented(lines + inner)]

    def one_pass(self, number, ahead, later):
        last = number == self.passes.count - 1
        folds = {} if last or later else self.passes.folds_of(number)
        inner = []
        for value in self.needed(number, self.hosted):
            inner += self.store(number, value, ahead)
            ahead = ()
        in_pieces = bool(inner)
        if folds:
            taken = [self.fold(folds, self._address)]
            for v, stage in folds.items():
                more = self.module.add(FOLDS[stage.kind][0], self.spec.dtype)
                more = f"f{v} if base == 0 else {more}(kept{v}[r], f{v})" if in_pieces else f"f{v}"
                taken.append(f"kept{v}[r] = {more}")
            inner += self.each_row(number, [s.arg for s in folds.values()], taken, ahead)
        elif last and not self.program.folds_all and self.output not in self.stored:
            loop = self.loop(self.output, "out", "to")
            inner += self.each_row(number, [self.output], loop, ahead)
        if in_pieces:
            inner = ["for base in range(0, max(n, 1), piece):",
                     "    size = min(piece, n - base)", *indented(inner)]  # fmt: skip
        elif inner:
            inner = ["base, size = 0, n", *inner]
        if last and self.program.folds_all:
            found = self.row(number, [self.output], "row", lambda v: f"kept{v}[r]")
            row = [*ahead, *found, f"out[row] = v{self.output}"]
            inner += ["for r in range(rows):", "    row = first + r", *indented(row)]
        return inner

    def _address(self, value, base=" + base"):
        """The address of a row's elements of an operand or a stored value."""
        if value in self.stored:
            place = self.near[value]
            if place is None:
                return f"out_address + (row * n{base}) * {self.size}"
            return f"near + ({place} * piece + r * size) * {self.size}"
        return self._row_address(value, base)

    def _row_address(self, k, base):
        return f"in{k}_address + (row * {self._step(k)}{base}) * {self.size}"

    def store(self, number, value, ahead=()):
        """Compute a stored value for a batch: in one loop, where it reads no number of the row."""
        target = self._array(value)
        if not self.flat(value, self.stored):
            loop = self.loop(value, target, self._row_index(value))
            return self.each_row(number, [value], loop, ahead)
        lines, known = [], set()
        leaf = self._is_leaf(value)
        for v in self.passes.reached([value], leaf):
            if v < self.passes.inputs:
                lines.append(f"v{v} = in{v}[begin + i]")
            elif v in self.stored and v != value:
                index = "begin + i" if self.near[v] is None else "i"
                lines.append(f"v{v} = {self._array(v)}[{index}]")
            else:
                continue
            known.add(v)
        self.computed(value, known, lines)
        index = "begin + i" if self.near[value] is None else "i"
        return ["begin = np.uintp(first * n + base)", "for i in range(np.uintp(rows * size)):",
                *indented(lines), f"    {target}[{index}] = v{value}"]  # fmt: skip


def _pasted(e, args, names):
    """An expression with its parameters replaced; None if it is more than arithmetic."""
    match e:
        case ast.Name(name) if name in args:
            return args[name]
        case ast.Name(name) if isinstance(names.get(name), int | float):
            return ast.Constant(float(names[name]))
        case ast.Constant(number) if isinstance(number, int | float):
            return ast.Constant(float(number))
        case ast.UnaryOp(ast.USub(), operand):
            operand = _pasted(operand, args, names)
            return operand and ast.UnaryOp(ast.USub(), operand)
        case ast.BinOp(left, ast.Add() | ast.Sub() | ast.Mult() | ast.Div() as op, right):
            left, right = _pasted(left, args, names), _pasted(right, args, names)
            return left and right and ast.BinOp(left, op, right)
    return None


def _text(e, names):
    """The text of an expression with its names replaced."""
    renamed = ast.parse(ast.unparse(e), mode="eval").body
    for node in ast.walk(renamed):
        if isinstance(node, ast.Name):
            node.id = names[node.id]
    return ast.unparse(renamed)


def _tuple(parts):
    return f"({', '.join(parts)},)" if parts else "()"
