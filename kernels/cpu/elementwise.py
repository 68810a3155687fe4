"""The loop around a Program: flat where all operands lie alike, else row by row.

Flat block: one address per operand. Rows block: the addresses, then the inner extent, the number
of outer axes, their extents, and per operand the inner stride and the outer strides, in bytes.
An item is an element, so that a range can begin and end inside a row. An operand whose elements lie
side by side along the last outer axis instead (class "turned") is transposed into memory near by,
one square after the other, so that it and all others are read and written in whole cache lines.
"""

import functools

import numpy as np

from .. import cache
from ..language import reflect, source
from ..work import layout
from ..work.loops import Loop, operand_names, reader, statements
from ..work.spaces import itemsize
from . import machine
from .launch import Launch

SERIAL_BYTES = 1 << 19  # below this, one thread does the work before another is awake
SQUARE = 64  # the most rows and columns that are transposed at once
FEWEST = 8  # rows and columns that are worth it


@functools.lru_cache(maxsize=4096)
def entry(program, classes, rows):
    """The address of the kernel of a program for operands with these classes of inner strides.

    Classes: "unit", "zero" or "any" per operand, see `layout.stride_class`; or "turned", "back".
    """
    name, text = generate(program, classes, rows)
    return cache.address(name, text)


def generate(program, classes, rows):
    """The name and the Python source of that kernel."""
    module = source.Module()
    names = operand_names(program)
    body = (_rows if rows else _flat)(program, names, classes, module)
    label = program.label + ("_rows" if rows else "")
    return module.entry(label, body, f"{program.label}: {', '.join(program.operands)}")


def launch(program, shape, strides, hosts=()):
    """The Launch of a program over operands with these byte strides, each broadcast to `shape`.

    `hosts` are operands that are one number each on the host, where here all of them lie.
    """
    extents, steps, classes, rows = _arranged(program, shape, strides)
    count = int(np.prod(extents, dtype=np.int64))
    grain = max(1, SERIAL_BYTES // sum(map(itemsize, program.operands)))
    compiled = functools.partial(entry, program, classes, rows)
    inputs = len(program.inputs)
    writes = tuple(range(inputs, inputs + len(program.written)))
    updates = tuple(k for k in program.inplace if k is not None)
    work = Loop(program, tuple(shape), tuple(map(tuple, strides)))
    if not rows:
        return Launch(compiled, count, None, grain, writes, work, updates)
    words = [extents[-1], len(extents) - 1, *extents[:-1]]
    for step in steps:
        words += [step[-1], *step[:-1]]
    geometry = np.array(words, np.int64)
    return Launch(compiled, count, geometry, grain, writes, work, updates)


def text(program, shape, strides):
    """The Python source of the kernel that `launch` takes for these operands."""
    _, _, classes, rows = _arranged(program, shape, strides)
    return generate(program, classes, rows)[1]


def _arranged(program, shape, strides):
    """Merged extents and steps, classes of inner strides, and whether the kernel goes by rows."""
    extents, steps = layout.merge(shape, strides)
    items = [itemsize(dtype) for dtype in program.operands]
    if len(extents) == 0 or 0 in extents:  # one element, or none, whose steps may be anything
        extents = (0,) if len(extents) else (1,)
        steps = [(0,) if k < len(program.inputs) else (size,) for k, size in enumerate(items)]
        for source_index in program.inplace:
            if source_index is not None:
                steps[source_index] = (items[source_index],)
    classes = [layout.stride_class(step[-1], size) for step, size in zip(steps, items, strict=True)]
    for k, step in enumerate(steps):
        if step[-1] == -items[k] and items[k] <= 8:
            classes[k] = "back"
    if len(extents) > 1 and min(extents[-2:]) >= FEWEST:
        for k in set(range(len(program.inputs))).difference(program.inplace):
            if classes[k] == "any" and steps[k][-2] == items[k] <= 8:
                classes[k] = "turned"
    return extents, steps, tuple(classes), len(extents) > 1 or "any" in classes


def _flat(program, names, classes, module):
    lines = prologue(program)
    for k, (name, dtype, kind) in enumerate(zip(names, program.operands, classes, strict=True)):
        lines.append(reader(name, f"word(args, {k})", dtype, kind))
    lines.append("for i in range(np.uintp(lo), np.uintp(hi)):")
    lines += [f"    {line}" for line in statements(program, names, classes, module)]
    return "\n".join(lines)


def _rows(program, names, classes, module):
    """Rows are found by division once per walk along the last outer axis, then by its steps."""
    count = len(names)
    lines = [
        *prologue(program),
        f"inner, outer = word(args, {count}), word(args, {count + 1})",
        f"extents = args + {8 * (count + 2)}",
        "steps = extents + 8 * outer",
        "last = word(extents, outer - 1) if outer > 0 else 1",
        *(f"move_{name} = word(steps, {k} * (outer + 1) + outer)" for k, name in enumerate(names)),
        "row, rows = lo // inner, (hi - 1) // inner + 1 if hi > lo else lo // inner",
        "while row < rows:",
    ]
    walk = [f"at_{name} = word(args, {k})" for k, name in enumerate(names)]
    walk += ["rest = row", "for axis in range(outer - 1, -1, -1):"]
    walk += ["    extent = word(extents, axis)", "    index = rest % extent", "    rest //= extent"]
    walk += [
        f"    at_{name} += index * word(steps, {k} * (outer + 1) + 1 + axis)"
        for k, name in enumerate(names)
    ]
    walk.append("end = min(row - row % last + last, rows)")
    turned = {name: itemsize(dtype)
              for name, dtype, kind in zip(names, program.operands, classes, strict=True)
              if kind == "turned"}  # fmt: skip
    if turned:
        square = _square(turned.values())
        walk += _squares(program, names, classes, module, square)
        lines[-1:-1] = [f"near_{name} = scratch({square * square * size // 8})"
                        for name, size in turned.items()]  # fmt: skip
    walk.append("for row in range(row, end):")
    loop = []
    for k, (name, dtype, kind) in enumerate(zip(names, program.operands, classes, strict=True)):
        loop.append(reader(name, f"at_{name}", dtype, kind, f"word(steps, {k} * (outer + 1))"))
    loop.append("start, stop = max(lo - row * inner, 0), min(hi - row * inner, inner)")
    loop.append("for i in range(np.uintp(start), np.uintp(stop)):")
    loop += [f"    {line}" for line in statements(program, names, classes, module)]
    loop += [f"at_{name} += move_{name}" for name in names]
    walk += [f"    {line}" for line in loop]
    walk.append("row = end")
    return "\n".join(lines + [f"    {line}" for line in walk])


def _squares(program, names, classes, module, square):
    """Whole rows, where there are several, in squares; the others are left to the loop."""
    operands = list(zip(names, program.operands, classes, strict=True))
    body = [f"width = min({square}, inner - left)"]
    for k, (name, dtype, kind) in enumerate(operands):
        body.append(f"step_{name} = word(steps, {k} * (outer + 1))")
        if kind == "turned":
            body += _turn(name, itemsize(dtype), square)
    body.append("for r in range(height):")
    for name, dtype, kind in operands:
        at = f"at_{name} + r * move_{name} + left * step_{name}"
        if kind == "turned":
            at, kind = f"near_{name} + r * {square * itemsize(dtype)}", "unit"
        body.append(f"    {reader(name, at, dtype, kind, f'step_{name}')}")
    body.append("    for i in range(np.uintp(width)):")
    body += [f"        {line}" for line in statements(program, names, classes, module)]
    return [
        "while end - row > 1 and row * inner >= lo and (row + 2) * inner <= hi:",
        f"    height = min({square}, min(end, hi // inner) - row)",
        f"    for left in range(0, inner, {square}):",
        *(f"        {line}" for line in body),
        *(f"    at_{name} += height * move_{name}" for name in names),
        "    row += height",
    ]


def _turn(name, size, square):
    """Transpose a square of an operand: by registers, and what is left by elements."""
    side, kind = min(16, machine.current().vector_bytes // size), f"np.uint{8 * size}"
    return [
        f"from_{name} = at_{name} + left * step_{name}",
        f"across, down = width // {side} * {side}, height // {side} * {side}",
        f"for j in range(0, across, {side}):",
        f"    for r in range(0, down, {side}):",
        f"        at = from_{name} + j * step_{name} + r * {size}",
        f"        to = near_{name} + (r * {square} + j) * {size}",
        f"        transpose_lanes(at, step_{name}, to, {square * size}, {side}, {kind})",
        "for j in range(width):",
        f"    column = vector(from_{name} + j * step_{name}, {kind})",
        "    for r in range(down if j < across else 0, height):",
        f"        vector(near_{name} + r * {square * size}, {kind})[j] = column[r]",
    ]


def _square(sizes):
    """The side of what is transposed at once, of operands with these sizes of elements.

    Half of the first cache holds it, and each line of memory serves as a whole.
    """
    side = SQUARE
    while side * side * sum(sizes) > machine.current().caches[0] // 2 and side > 16:
        side //= 2
    return side


def prologue(program, rounds=4):
    """Functions of the vocabulary with bodies per dtype gain from the widest vectors."""
    gain = any(reflect.heavy(step.function) for step in program.steps)
    return [f"wide({rounds})"] if gain else []
