"""A Program in a loop over elements: what it reads and writes, and the text of the loop's body."""

import math
from dataclasses import dataclass

import numpy as np

from .. import scalars
from ..language import source
from ..language.complexes import REALS
from ..language.program import Program
from ..scalars.short import NARROW, WIDEN, in_registers
from . import layout, spaces
from .launches import Description
from .spaces import itemsize


def operand_names(program):
    """The names of operands in the text: inputs, then outputs that are not in place."""
    return [
        *(f"in{k}" for k in range(len(program.inputs))),
        *(f"out{k}" for k in program.written),
    ]


@dataclass(frozen=True, slots=True)
class Loop(Description):
    """What an elementwise Launch computes: a program over a shape, with byte strides.

    On a card, `hosts` are the operands that are numbers on the host.
    """

    program: Program
    shape: tuple[int, ...]
    strides: tuple[tuple[int, ...], ...]
    hosts: tuple[int, ...] = ()
    elementwise = True

    @property
    def walks(self):
        return {
            k: (self.shape, self.strides[k], itemsize(dtype))
            for k, dtype in enumerate(self.program.operands)
        }

    def along(self, rows):
        """The elements of each row, if rows begin where axes of the loop do."""
        extents, strides = layout.merge(self.shape, self.strides)
        finer = spaces.common(extents, (rows, math.prod(extents) // rows))
        if finer is None:
            return None
        outer = 0
        while math.prod(finer[:outer]) < rows:
            outer += 1
        walks = []
        for steps, dtype in zip(strides, self.program.operands, strict=True):
            steps = spaces.cut(extents, steps, finer)
            walks.append(((finer[:outer], steps[:outer]), (finer[outer:], steps[outer:]),
                          itemsize(dtype)))  # fmt: skip
        return walks

    @property
    def nbytes(self):
        """Bytes read and written: of every element that an operand shows, once."""
        sizes = [
            layout.distinct(self.shape, strides) * itemsize(dtype)
            for strides, dtype in zip(self.strides, self.program.operands, strict=True)
        ]
        return sum(sizes) + sum(sizes[k] for k in self.program.inplace if k is not None)

    @property
    def flops(self):
        """Scalar functions called."""
        return len(self.program.steps) * math.prod(self.shape)


def reader(name, address, dtype, kind, stride=None):
    """The line that makes an operand of an address, by its class of stride."""
    element = source.type_name(stored_as(dtype))
    if kind == "unit":
        return f"{name} = vector({address}, {element})"
    if kind == "zero":
        return f"{name} = value({address}, {element})"
    step = -itemsize(dtype) if kind == "back" else stride  # one that the compiler knows
    return f"{name} = strided({address}, {step}, {element})"


def stored_as(dtype):
    """The dtype of the words in memory that hold numbers of a dtype."""
    return "uint16" if dtype in WIDEN else dtype


def statements(program, names, classes, module):
    """The body of the loop: load, compute, store."""
    lines = [
        f"x{k} = {names[k]}" + ("" if classes[k] == "zero" else "[i]")
        for k, _ in enumerate(program.inputs)
    ]
    computed, values = computed_values(program, module)
    lines += computed
    lines += [f"{name}[i] = {text}" for name, text in zip(targets(program), values, strict=True)]
    return lines


def targets(program):
    """The names of the operands that take the outputs."""
    inplace = program.inplace or (None,) * len(program.outputs)
    return [f"out{k}" if target is None else f"in{target}" for k, target in enumerate(inplace)]


def computed_values(program, module, suffix=""):
    """The steps of a program, see `compute`, and the outputs as stores take them."""
    lines, values, dtypes = compute(program, module, suffix)
    words = {f"w{k}{suffix}": f"x{k}{suffix}" for k, _ in enumerate(program.inputs)}
    stored = []
    for result, dtype in program.outputs:
        if dtype in WIDEN and dtype == dtypes[result] and values[result] in words:
            stored.append(words[values[result]])  # as it was loaded: NaN keeps all of its bits
        else:
            stored.append(_stored(values[result], dtypes[result], dtype, module))
    return lines, stored


def compute(program, module, suffix=""):
    """The steps of a program on loaded values `x0`, `x1`, ...: lines, names of values, dtypes."""
    lines, values = [], [f"x{k}{suffix}" for k, _ in enumerate(program.inputs)]
    for k, dtype in enumerate(program.inputs):
        if dtype in WIDEN:
            values[k] = f"w{k}{suffix}"
            lines.append(f"{values[k]} = {module.add(WIDEN[dtype], 'float32')}(x{k}{suffix})")
    dtypes, used = list(program.inputs), {a for step in program.steps for a in step.args}
    for number, step in enumerate(program.steps):
        if step.dtype in WIDEN and _is_moved(step, dtypes):
            values.append(values[step.args[0]])
            dtypes.append(step.dtype)
            continue
        function = module.add(_body(step), in_registers(step.dtype))
        operands = [converted(values[a], dtypes[a], step.dtype, module) for a in step.args]
        names = [f"v{number}_{r}{suffix}" for r in range(step.results)]
        lines.append(f"{', '.join(names)} = {function}({', '.join(operands)})")
        if step.dtype in WIDEN or np.dtype(step.dtype).kind not in "fc":  # Numba has 64 bits
            lines += [f"{name} = {_narrowed(name, step.dtype, module)}"
                      for k, name in enumerate(names, len(values)) if k in used]  # fmt: skip
        values += names
        dtypes += [step.dtype] * step.results
    return lines, values, dtypes


def _body(step):
    """The function of a step; for numbers of 16 bits the one that knows them, where it matters."""
    if step.dtype in WIDEN:
        return getattr(step.function, "implementations", {}).get(step.dtype, step.function)
    return step.function


def _is_moved(step, dtypes):
    """Whether a step only hands a value on that has its dtype."""
    return getattr(step.function, "moves", False) and dtypes[step.args[0]] == step.dtype


def converted(text, stored, computed, module):
    """A value of the dtype `stored` in the dtype of the computation."""
    stored, computed = in_registers(stored), in_registers(computed)
    if stored == computed:
        return text
    return _narrowed(_stored(text, stored, computed, module), computed, module)


def _narrowed(text, dtype, module):
    """A value as it reads once it was stored as `dtype`."""
    if dtype in WIDEN:
        narrow, widen = (module.add(way[dtype], "float32") for way in (NARROW, WIDEN))
        return f"{widen}({narrow}(np.float32({text})))"
    if dtype == "bool":
        return text if text.endswith(" != 0") else f"{text} != 0"
    return f"{source.type_name(dtype)}({text})"


# Small integers take the low bits of these, as in PyTorch.
THROUGH = dict.fromkeys(("int8", "uint8", "int16", "uint16", "int32"), scalars.to_int32) | {
    "uint32": scalars.to_int64, "int64": scalars.to_int64, "uint64": scalars.to_uint64
}  # fmt: skip


def _stored(text, computed, dtype, module):
    """A computed value as a store takes it."""
    computed = in_registers(computed)
    if dtype in WIDEN:
        number = f"np.float32({converted(text, computed, dtype, module)})"  # of a predicate's bool
        return f"{module.add(NARROW[dtype], 'float32')}({number})"
    if dtype == "bool" and computed != "bool":
        return f"{text} != 0"
    if computed in REALS and dtype not in REALS:
        return _stored(f"({text}).real", REALS[computed], dtype, module)
    if np.dtype(computed).kind == "f" and dtype in THROUGH:
        # a predicate, although computed for floats, gives a bool
        return f"{module.add(THROUGH[dtype], computed)}({source.type_name(computed)}({text}))"
    return text
