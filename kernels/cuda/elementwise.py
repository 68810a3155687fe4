"""The loop around a Program on a card: a thread takes an element, then one a whole grid further.

Words: one address per operand, or its value if it is a number on the host; the number of elements;
and, where operands lie unlike, the extents of all axes but the first, then per operand its strides
in bytes, the innermost first.
"""

import functools
import math

import numpy as np

from ..language import source
from ..work import layout
from ..work.loops import Loop, operand_names, reader, statements
from .launch import BLOCKS, THREADS, Launch, strides_over

WORDS = {1: "<b", 2: "<h", 4: "<i", 8: "<q"}  # how the host reads a number of so many bytes


def launch(program, shape, strides, hosts=(), threads=THREADS, blocks=BLOCKS):
    """The Launch of a program over operands with these byte strides, each broadcast to `shape`.

    `hosts` are operands that are one number each, on the host.
    """
    extents, steps, classes = _arranged(program, shape, strides)
    classes = tuple("host" if k in hosts else kind for k, kind in enumerate(classes))
    count = math.prod(extents)
    kernel = functools.partial(generate, program, classes, len(extents))
    inputs = len(program.inputs)
    writes = tuple(range(inputs, inputs + len(program.written)))
    updates = tuple(k for k in program.inplace if k is not None)
    work = Loop(program, tuple(shape), tuple(map(tuple, strides)), tuple(hosts))
    formats = {k: WORDS[np.dtype(program.inputs[k]).itemsize] for k in hosts}
    words = [count]
    if _by_rows(classes, len(extents)):
        words += extents[1:]
        for step in steps:
            words += reversed(step)
    grid = strides_over(count, threads, blocks)
    return Launch(kernel, count, grid, threads, words, writes, work, updates, formats)


def text(program, shape, strides, hosts=()):
    """The Python source of the kernel that `launch` takes for these operands."""
    return launch(program, shape, strides, hosts).source


def _arranged(program, shape, strides):
    """Merged extents and steps, and the classes of inner strides."""
    extents, steps = layout.merge(shape, strides)
    items = [np.dtype(dtype).itemsize for dtype in program.operands]
    if not extents:
        extents, steps = (1,), [(size,) for size in items]
    classes = tuple(
        layout.stride_class(step[-1], size) for step, size in zip(steps, items, strict=True)
    )
    return extents, steps, classes


def _by_rows(classes, axes):
    return axes > 1 or "any" in classes


@functools.lru_cache(maxsize=4096)
def generate(program, classes, axes):
    """The name and the Python source of the kernel for these inner strides and so many axes."""
    module = source.Module(source.CUDA)
    names = operand_names(program)
    rows = _by_rows(classes, axes)
    body = (_rows if rows else _flat)(program, names, classes, axes, module)
    label = program.label + (f"_rows{axes}" if rows else "")
    return module.entry(label, body, f"{program.label}: {', '.join(program.operands)}")


def _flat(program, names, classes, axes, module):
    lines = [
        _reader(k, name, f"word(args, {k})", dtype, kind)
        for k, (name, dtype, kind) in enumerate(zip(names, program.operands, classes, strict=True))
    ]
    lines += [f"count = word(args, {len(names)})", *head("i")]
    loop = [*statements(program, names, _loaded(classes), module), "i += step"]
    return "\n".join(lines + [f"    {line}" for line in loop])


def _rows(program, names, classes, axes, module):
    """An element finds its row and its place in it by division."""
    extents, steps = len(names) + 1, len(names) + axes
    lines = [f"count = word(args, {len(names)})", *head("item")]
    moved = [(k, name) for k, name in enumerate(names) if classes[k] != "host"]
    loop = [f"at_{name} = word(args, {k})" for k, name in moved]
    loop += split("i", axes, extents)
    for axis in range(1, axes):  # counted from the innermost
        loop += [
            f"at_{name} += i{axis} * word(args, {steps + k * axes + axis})" for k, name in moved
        ]
    for k, (name, dtype, kind) in enumerate(zip(names, program.operands, classes, strict=True)):
        stride = f"word(args, {steps + k * axes})"
        loop.append(_reader(k, name, f"at_{name}", dtype, kind, stride))
    loop += [*statements(program, names, _loaded(classes), module), "item += step"]
    return "\n".join(lines + [f"    {line}" for line in loop])


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
