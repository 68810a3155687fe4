"""The loop around a Program on a card: a thread takes an element, then one a whole grid further.

Words: one address per operand, or its value if it is a number on the host; the number of elements;
and, where operands lie unlike, the extents of all axes but the first, then per operand its strides
in bytes, the innermost first. Neighbours along the last axis are taken by fours where that is worth
it: then the words count fours, and what is left over is taken one by one.
"""

import functools
import math

import numpy as np

from ..language import source
from ..language.complexes import REALS
from ..scalars.short import WIDEN
from ..work import layout
from ..work.loops import (
    Loop,
    computed_values,
    operand_names,
    reader,
    statements,
    targets,
)
from ..work.spaces import itemsize
from .launch import BLOCKS, THREADS, Launch, strides_over
from .offsets import by_fours, give_four, take_four

SHORT = 16  # steps of a program: of a longer one a thread cannot hold four elements
WORDS = {1: "<b", 2: "<h", 4: "<i", 8: "<q"}  # how the host reads a number of so many bytes


def launch(program, shape, strides, hosts=(), threads=THREADS, blocks=BLOCKS):
    """The Launch of a program over operands with these byte strides, each broadcast to `shape`.

    `hosts` are operands that are one number each, on the host.
    """
    extents, steps, classes = _arranged(program, shape, strides)
    classes = tuple("host" if k in hosts else kind for k, kind in enumerate(classes))
    count, rows = math.prod(extents), _by_rows(classes, len(extents))
    fours = _fours(program, extents, steps, classes) if len(program.steps) <= SHORT else None
    if rows and fours:
        extents, steps = fours
    kernel = functools.partial(generate, program, classes, len(extents), fours is not None)
    inputs = len(program.inputs)
    writes = tuple(range(inputs, inputs + len(program.written)))
    updates = tuple(k for k in program.inplace if k is not None)
    work = Loop(program, tuple(shape), tuple(map(tuple, strides)), tuple(hosts))
    formats = {k: WORDS[itemsize(program.inputs[k])] for k in hosts}
    words = [math.prod(extents)]
    if rows:
        words += extents[1:]
        for step in steps:
            words += reversed(step)
    grid = strides_over(-(-count // 4) if fours else count, threads, blocks)
    return Launch(kernel, count, grid, threads, words, writes, work, updates, formats)


def _fours(program, extents, steps, classes):
    """The extents and steps of fours, see `by_fours`; any extent will do in a flat loop."""
    sizes = [itemsize(dtype) if kind == "unit" else 0
             for dtype, kind in zip(program.operands, classes, strict=True)]  # fmt: skip
    if any(dtype in REALS for dtype in program.operands):
        return None
    whole = extents if _by_rows(classes, len(extents)) else (4,)
    return by_fours(whole, steps, sizes)


def text(program, shape, strides, hosts=()):
    """The Python source of the kernel that `launch` takes for these operands."""
    return launch(program, shape, strides, hosts).source


def _arranged(program, shape, strides):
    """Merged extents and steps, and the classes of inner strides."""
    extents, steps = layout.merge(shape, strides)
    items = [itemsize(dtype) for dtype in program.operands]
    if not extents or 0 in extents:  # one element, or none, whose steps may be anything
        extents, steps = (0,) if extents else (1,), [(size,) for size in items]
    classes = tuple(
        layout.stride_class(step[-1], size) for step, size in zip(steps, items, strict=True)
    )
    return extents, steps, classes


def _by_rows(classes, axes):
    return axes > 1 or "any" in classes


@functools.lru_cache(maxsize=4096)
def generate(program, classes, axes, fours=False):
    """The name and the Python source of the kernel for these inner strides and so many axes.

    `fours` tells whether it takes neighbours along the last axis by fours.
    """
    module = source.Module(source.CUDA)
    names = operand_names(program)
    rows = _by_rows(classes, axes)
    writer = _Fours if fours else _Ones
    lines = writer(program, names, classes, axes, module).lines(rows)
    label = program.label + (f"_rows{axes}" if rows else "")
    return module.entry(label, "\n".join(lines), f"{program.label}: {', '.join(program.operands)}")


class _Ones:
    """The lines of a kernel; an item is an element."""

    def __init__(self, program, names, classes, axes, module):
        self.program, self.names, self.classes = program, names, classes
        self.axes, self.module = axes, module

    def lines(self, rows):
        lines = self.head()
        return lines + (self.by_rows() if rows else self.flat())

    def operands(self):
        return zip(self.names, self.program.operands, self.classes, strict=True)

    def head(self):
        return [f"count = word(args, {len(self.names)})"]

    def readers(self, addresses, stride=None):
        """The lines that make operands of their addresses."""
        return [
            _reader(k, name, addresses.format(k=k, name=name), dtype, kind, stride and stride(k))
            for k, (name, dtype, kind) in enumerate(self.operands())
        ]

    def flat(self):
        return [
            *self.readers("word(args, {k})"), *head("i"),
            *(f"    {line}" for line in self.statements()), "    i += step",
        ]  # fmt: skip

    def by_rows(self):
        """An item finds its row and its place in it by division."""
        extents, steps = len(self.names) + 1, len(self.names) + self.axes
        moved = [(k, n) for k, n in enumerate(self.names) if self.classes[k] != "host"]
        loop = [f"at_{name} = word(args, {k})" for k, name in moved]
        loop += split("i", self.axes, extents)
        for axis in range(1, self.axes):  # counted from the innermost
            loop += [
                f"at_{name} += i{axis} * word(args, {steps + k * self.axes + axis})"
                for k, name in moved
            ]
        loop += self.readers("at_{name}", lambda k: f"word(args, {steps + k * self.axes})")
        loop += [*self.statements(), "item += step"]
        return [*head("item"), *(f"    {line}" for line in loop)]

    def statements(self):
        return statements(self.program, self.names, _loaded(self.classes), self.module)


class _Fours(_Ones):
    """The same; an item is four elements side by side, in the registers of one thread."""

    def __init__(self, *args):
        super().__init__(*args)
        self.take = self.module.add(take_four, "float64")
        self.give = self.module.add(give_four, "float64")

    def head(self):
        units = [k for k, kind in enumerate(self.classes) if kind == "unit"]
        addresses = " | ".join(f"word(args, {k})" for k in units)
        return [*super().head(), f"aligned = ({addresses}) % 16 == 0"]

    def flat(self):
        ones = super().statements()
        return [
            *self.readers("word(args, {k})"), "elements, count = count, count // 4", *head("i"),
            *(f"    {line}" for line in self.statements()), "    i += step",
            "i = 4 * count + i % step", "while i < elements:",
            *(f"    {line}" for line in ones), "    i += step",
        ]  # fmt: skip

    def statements(self):
        program, loaded = self.program, _loaded(self.classes)
        lines, stored = [], []
        for k, _ in enumerate(program.inputs):
            four = ", ".join(f"x{k}_{side}" for side in range(4))
            alone = ", ".join([self.names[k]] * 4)
            text = f"{self.take}({self.names[k]}, 4 * i, aligned)"
            lines.append(f"{four} = {alone if loaded[k] == 'zero' else text}")
        for side in range(4):
            computed, values = computed_values(program, self.module, f"_{side}")
            lines += computed
            stored.append(values)
        for name, values in zip(targets(program), zip(*stored, strict=True), strict=True):
            lines.append(f"{self.give}({name}, 4 * i, aligned, {', '.join(values)})")
        return lines


def _loaded(classes):
    """The classes of operands by how an element of each is read."""
    return tuple("zero" if kind == "host" else kind for kind in classes)


def _reader(k, name, address, dtype, kind, stride=None):
    """The line that makes an operand; of a word that is its value, if it lies on the host."""
    if kind != "host":
        return reader(name, address, dtype, kind, stride)
    return f"{name} = {number_of(f'word(args, {k})', dtype)}"


def number_of(word, dtype):
    """The number of a dtype whose bits, as an integer of its size, are in a word."""
    element = source.type_name(dtype)
    if dtype in WIDEN:
        return f"np.uint16(np.int64({word}))"
    if dtype == "bool":
        return f"np.int64({word}) != 0"
    if np.dtype(dtype).kind != "f":
        return f"{element}(np.int64({word}))"
    return f"from_bits(np.int{8 * np.dtype(dtype).itemsize}({word}))"


def head(item):
    """The first item of a thread, the step to its next ones, and the loop over them."""
    first = f"{item} = np.int64(cuda.blockIdx.x) * cuda.blockDim.x + cuda.threadIdx.x"
    return [first, "step = np.int64(cuda.gridDim.x) * cuda.blockDim.x", f"while {item} < count:"]


def split(name, axes, extents, item="item"):
    """Number `item` as coordinates, the innermost first: `name`, then `name`1, `name`2, ..."""
    lines, rest = [], item
    for axis in range(axes - 1):
        extent = f"word(args, {extents + axes - 2 - axis})"
        own = f"{name}{axis or ''}"
        lines += [f"rest{axis} = {rest} // {extent}", f"{own} = {rest} - rest{axis} * {extent}"]
        rest = f"rest{axis}"
    return [*lines, f"{name}{axes - 1 or ''} = {rest}"]
