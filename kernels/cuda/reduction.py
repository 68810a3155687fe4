"""Reductions on a card: a Program over the broadcast inputs, folded along some of the axes.

Every reduction is the naive loop nest

    for output in kept indices:
        total = initial
        for element in reduced indices:
            total = combine(total, program(inputs[output, element]))
        values[output] = finish(total, divisor)

A block of threads folds some outputs ("columns" of the block), each by a number of *lanes* that is
a power of two: a lane takes every lanes-th element, SIDES of them side by side in the dtype of
lanes, and adds up what it has to a total after each FLUSH of them; then the totals of the lanes are
folded by halves in shared memory. Where the outputs are few, *parts* of their elements go to blocks
of their own, and a second launch folds the parts in order. All of this depends on the shape alone,
so the bits do too.

Words: the addresses of inputs, values, indices and indices to look up, as far as there are such;
then `WORDS`, the extents of the kept and of the reduced axes but the first of each, and for each
input its strides along the kept and the reduced axes in bytes, the innermost first.
"""

import functools
import math
from dataclasses import dataclass, replace

import numpy as np

from ..language import source
from ..language.program import Program
from ..work.folds import Reduction, form_of, in_two, parted, read_by
from ..work.launches import Stage, Work
from ..work.loops import compute, converted, stored_as
from ..work.reducers import Reducer, dtypes, identity, keep
from .elementwise import split
from .launch import SIMULATED, THREADS, WARP, Launch, power_of_two

SIDES = 8  # elements that a lane loads before it folds them: so many are on their way at once
FLUSH = 64  # elements that a lane folds in the dtype of lanes
PART = 16  # elements of a lane, at least, where outputs are cut into parts
BLOCKS = 4 if SIMULATED else 1024  # that keep a card busy: fewer, and outputs are cut into parts
PARTS = 1024  # at most
WORDS = ("outputs", "size", "part", "lanes", "columns", "divisor")


@dataclass(frozen=True)
class Spec:
    """What the text of a kernel depends on."""

    program: Program
    reducer: Reducer
    dtypes: tuple[str, str, str]  # of lanes, totals and values
    axes: tuple[int, int]  # kept and reduced
    threads: int
    across: bool  # whether neighbouring threads take neighbouring outputs, not elements
    lookup: bool = False  # the indices come from an operand: this folds parts


def launches(program, reducer, shape, strides, axes, divisor=None, result=None, threads=THREADS,
             blocks=BLOCKS):  # fmt: skip
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
    result : str, optional
        The dtype of the values, where it is not what `reducers.dtypes` says.
    threads, blocks : int
        Of a block (a power of two), and how many of these keep a card busy.

    Returns
    -------
    Reduction
        Call its `launch` with the addresses of the inputs, the output (values, indices, or both),
        contiguous over the kept axes in their order, and `scratch` bytes where that is not 0.
    """
    kept, reduced = parted(reducer, shape, strides, axes)
    size = math.prod(reduced[0])
    divisor = size if divisor is None else divisor
    kinds, across = dtypes(program, reducer), form_of(kept, reduced) == "columns"
    kinds = (*kinds[:2], result or kinds[2])
    part = _part(math.prod(kept[0]), size, across, threads, blocks)
    parts = -(-size // part) if size else 1
    inputs, written = len(program.inputs), reducer.values + reducer.indices
    spec = Spec(program, reducer, kinds, (), threads, across)
    if parts == 1:
        launch = _launch(spec, kept, reduced, part, divisor)
        return Reduction((Stage(launch, tuple((k, 0) for k in range(inputs + written))),))
    return _in_parts(spec, kept, reduced, part, parts, divisor)


def _shares(outputs, size, across, threads):
    """The lanes of an output, and the outputs of a block.

    Where a warp for each output keeps the card busy, an output gets no more.
    """
    if across:
        lanes = power_of_two(size, threads // min(WARP, threads // 2))
    else:
        lanes = power_of_two(-(-size // 4), threads)
        while lanes > WARP and outputs * lanes > BLOCKS * threads:
            lanes //= 2
    return lanes, threads // lanes


def _part(outputs, size, across, threads, blocks):
    """The elements of a part: all, unless there are too few outputs."""
    lanes, columns = _shares(outputs, size, across, threads)
    wanted = min(PARTS, blocks // max(1, -(-outputs // columns)))
    return max(1, size if wanted < 2 else max(-(-size // wanted), PART * lanes))


def _launch(spec, kept, reduced, part, divisor):
    """The Launch of a Spec that lacks its numbers of axes."""
    spec = replace(spec, axes=(max(1, len(kept[0])), max(1, len(reduced[0]))))
    outputs, size = math.prod(kept[0]), math.prod(reduced[0])
    parts = -(-size // part) if size else 1
    lanes, columns = _shares(outputs * parts, min(size, part), spec.across, spec.threads)
    bits = int(np.float64(divisor).view(np.int64))
    words = [outputs, size, part, lanes, columns, bits]
    for extents, _ in (kept, reduced):
        words += extents[1:]
    for k, _ in enumerate(spec.program.inputs):
        for _, steps in (kept, reduced):
            words += reversed(steps[k] or [0])
    inputs = len(spec.program.inputs)
    writes = tuple(range(inputs, inputs + spec.reducer.values + spec.reducer.indices))
    blocks = -(-outputs // columns) * parts
    work = _work(spec, kept, reduced, outputs * parts)
    kernel = functools.partial(generate, spec)
    return Launch(kernel, outputs * parts, blocks, spec.threads, words, writes, work)


def _work(spec, kept, reduced, results):
    """The Work of a Launch: every element of the inputs once, and the results."""
    shape, nbytes = read_by(spec.program, kept, reduced)
    size = np.dtype(spec.dtypes[2]).itemsize * spec.reducer.values
    size += 8 * (spec.reducer.indices + spec.lookup)
    flops = (len(spec.program.steps) + 1) * math.prod(shape)
    return Work(shape, nbytes + size * results, flops)


def _in_parts(spec, kept, reduced, part, parts, divisor):
    """Two stages: the totals of parts into scratch, then one total of these for each output."""
    reducer, kinds, outputs = spec.reducer, spec.dtypes, math.prod(kept[0])
    total, size = kinds[1], np.dtype(kinds[1]).itemsize
    partial = replace(reducer, finish=keep, values=True)
    first = replace(spec, reducer=partial, dtypes=(*kinds[:2], total))
    first = _launch(first, kept, reduced, part, divisor)
    steps = ([outputs], [[size]]), ([parts], [[outputs * size]])
    second = replace(
        spec, program=identity(total), dtypes=(total, total, kinds[2]), across=outputs > 1,
        lookup=reducer.indices,
    )  # fmt: skip
    second = _launch(second, *steps, parts, divisor)
    return in_two(first, second, len(spec.program.inputs), reducer, parts * outputs, total)


# ------------------------------------------------------------------------------------------ text


@functools.lru_cache(maxsize=4096)
def generate(spec):
    """The name and the Python source of the kernel of a Spec."""
    module = source.Module(source.CUDA)
    folding = (spec.reducer.better or spec.reducer.combine).__name__
    label = "_".join(filter(None, (folding, spec.program.label, "columns" * spec.across)))
    lines = (_Finding if spec.reducer.better else _Folding)(spec, module).lines()
    return module.entry(label, "\n".join(lines), f"{label}: {', '.join(spec.program.inputs)}")


def indented(lines, depth=1):
    return [depth * "    " + line for line in lines]


class _Text:
    """The lines of a kernel; what a lane keeps differs between folding and finding."""

    def __init__(self, spec, module):
        self.spec, self.module, self.reducer = spec, module, spec.reducer
        self.lane, self.total = map(source.type_name, spec.dtypes[:2])
        self.initial, self.initial_total = (
            source.number(self.reducer.initial(dtype)) for dtype in spec.dtypes[:2]
        )

    def lines(self):
        half = ["half = lanes // 2", "while half > 0:", "    if lane < half:"]
        return [
            *self.head(),
            *self.locate("output", 0, "base", "from"),
            *self.lane_loop(),
            *self.share(),
            "cuda.syncthreads()",
            *half,
            *indented(self.join(), 2),
            "    cuda.syncthreads()",
            "    half //= 2",
            "if lane == 0 and output < outputs:",
            *indented(self.store()),
        ]

    def head(self):
        """Operands, words, memory of the block, and what this thread takes."""
        spec, reducer = self.spec, self.reducer
        first = len(spec.program.inputs)
        written = ["values"] * reducer.values + ["indices"] * reducer.indices
        written += ["where"] * spec.lookup
        lines = [f"base_{k} = word(args, {k})" for k in range(first)]
        for k, name in enumerate(written, first):
            dtype = spec.dtypes[2] if name == "values" else "int64"
            lines.append(f"{name} = vector(word(args, {k}), {source.type_name(dtype)})")
        self.words = first + len(written)
        lines += [f"{name} = word(args, {self.words + k})" for k, name in enumerate(WORDS[:5])]
        thread = ["lane, column = thread % lanes, thread // lanes"]
        if spec.across:
            thread = ["lane, column = thread // columns, thread % columns"]
        return [
            *lines,
            *self.memory(),
            "thread = np.int64(cuda.threadIdx.x)",
            *thread,
            "across = (outputs + columns - 1) // columns",
            "row, block = cuda.blockIdx.x // across, cuda.blockIdx.x % across",
            "output = block * columns + column",
            "stop = min(size, (row + 1) * part) if output < outputs else 0",
            "element = row * part + lane",
            f"apart = {'columns' if spec.across else 1}",
        ]

    def locate(self, number, which, origin, target):
        """Add the steps of the output or the element `number` to each input's address."""
        kept, reduced = axes = self.spec.axes
        extents = self.words + len(WORDS) + which * (kept - 1)
        steps = self.words + len(WORDS) + kept + reduced - 2 + which * kept
        lines = split("i", axes[which], extents, number)
        for k, _ in enumerate(self.spec.program.inputs):
            own = [
                f"i{axis or ''} * word(args, {steps + k * (kept + reduced) + axis})"
                for axis in range(axes[which])
            ]
            lines.append(f"{target}_{k} = {origin}_{k} + {' + '.join(own)}")
        return lines

    def elements(self, count):
        """Load `count` elements, lanes apart, and compute what is to be folded of each."""
        spec, lines, fed = self.spec, [], []
        for side in range(count):
            number = f"(element + {side} * lanes)" if side else "element"
            lines += self.locate(number, 1, "from", "at")
            lines += [
                f"x{k}_{side} = value(at_{k}, {source.type_name(stored_as(dtype))})"
                for k, dtype in enumerate(spec.program.inputs)
            ]
        result, wanted = spec.program.outputs[0]
        for side in range(count):
            computed, values, kinds = compute(spec.program, self.module, f"_{side}")
            text = values[result]
            if kinds[result] != wanted:
                text = converted(text, kinds[result], wanted, self.module)
            lines += computed
            fed.append(f"{self.lane}({text})")
        return lines, fed

    def rounds(self, bound, fold):
        """Loops over the elements before a bound: by SIDES, then one by one.

        `fold` answers the lines that fold an element that is fed to a side.
        """
        lines = []
        for count in (SIDES, 1):
            last = f"element + {count - 1} * lanes" if count > 1 else "element"
            loaded, fed = self.elements(count)
            for side, text in enumerate(fed):
                loaded += fold(side, text)
            lines += [f"while {last} < {bound}:", *indented(loaded)]
            lines += [f"    element += {count} * lanes"]
        return lines


class _Folding(_Text):
    def __init__(self, spec, module):
        super().__init__(spec, module)
        self.combine = module.add(self.reducer.combine, spec.dtypes[0])
        self.combine_totals = module.add(self.reducer.combine, spec.dtypes[1])

    def memory(self):
        return [f"totals = cuda.shared.array({self.spec.threads}, {self.total})"]

    def lane_loop(self):
        sides = [f"a{side}" for side in range(SIDES)]
        folded = functools.reduce(lambda a, b: f"{self.combine}({a}, {b})", sides)
        return [
            f"total = {self.initial_total}",
            "while element < stop:",
            *(f"    {a} = {self.initial}" for a in sides),
            f"    pause = min(stop, element + {FLUSH} * lanes)",
            *indented(self.rounds("pause", self.fold)),
            f"    total = {self.total}({self.combine_totals}(total, {self.total}({folded})))",
        ]

    def fold(self, side, fed):
        return [f"a{side} = {self.lane}({self.combine}(a{side}, {fed}))"]

    def share(self):
        return ["totals[thread] = total"]

    def join(self):
        joined = f"{self.combine_totals}(totals[thread], totals[thread + half * apart])"
        return [f"totals[thread] = {joined}"]

    def store(self):
        lines, text = [], "totals[thread]"
        if self.reducer.finish is not keep:
            lines = ["divisor = 1.0"]
            if self.reducer.divides:
                lines = [f"divisor = from_bits(word(args, {self.words + WORDS.index('divisor')}))"]
            finish = self.module.add(self.reducer.finish, self.spec.dtypes[1])
            text = f"{finish}({text}, divisor)"
        text += " != 0" * (self.spec.dtypes[2] == "bool")
        return [*lines, f"values[row * outputs + output] = {text}"]


class _Finding(_Text):
    def __init__(self, spec, module):
        super().__init__(spec, module)
        self.better = module.add(self.reducer.better, spec.dtypes[0])

    def memory(self):
        return [
            f"totals = cuda.shared.array({self.spec.threads}, {self.lane})",
            f"places = cuda.shared.array({self.spec.threads}, np.int64)",
        ]

    def lane_loop(self):
        return [
            f"a = {self.initial}",
            "n = element if element < stop else np.int64(1 << 62)",
            *self.rounds("stop", self.fold),
        ]

    def fold(self, side, fed):
        return [
            f"y = {fed}",
            f"found = {self.better}(y, a)",
            f"n = element + {side} * lanes if found else n",
            "a = y if found else a",
        ]

    def share(self):
        return ["totals[thread] = a", "places[thread] = n"]

    def join(self):
        return [
            "y, at = totals[thread + half * apart], places[thread + half * apart]",
            "a, n = totals[thread], places[thread]",
            f"if {self.better}(y, a) or (at < n and not {self.better}(a, y)):",
            "    totals[thread] = y",
            "    places[thread] = at",
        ]

    def store(self):
        lines, item = [], "row * outputs + output"
        if self.reducer.values:
            text = "totals[thread]" + " != 0" * (self.spec.dtypes[2] == "bool")
            lines.append(f"values[{item}] = {text}")
        if self.reducer.indices:
            text = "places[thread]"
            text = f"where[{text} * outputs + output]" if self.spec.lookup else text
            lines.append(f"indices[{item}] = {text}")
        return lines
