"""One Program over many arrays at once: the update of all parameters in one launch.

Block: the address of the numbers (float64), the address of a table, and the number of segments. The
table holds, per segment, its first and last item followed by the address of each array. Items count
the elements of all segments in a row, so that threads share them whatever the sizes are.
"""

import functools

import numpy as np

from .. import cache
from ..language import source
from ..work.launches import Work
from ..work.loops import operand_names, statements, stored_as
from ..work.spaces import itemsize
from . import elementwise
from .launch import Launch


def launch(program, numbers, items, segments):
    """The Launch, on (numbers, table), of a program whose last `numbers` inputs are numbers."""
    grain = max(1, elementwise.SERIAL_BYTES // (4 * len(program.inputs)))
    compiled = functools.partial(entry, program, numbers)
    passed = [*program.inputs[: len(program.inputs) - numbers], *(d for _, d in program.outputs)]
    nbytes = items * sum(map(itemsize, passed))
    work = Work((items,), nbytes, items * len(program.steps))
    return Launch(compiled, items, np.array([segments], np.int64), grain, (), work)


@functools.lru_cache(maxsize=1024)
def entry(program, numbers):
    """The address of the kernel."""
    return cache.address(*generate(program, numbers))


def generate(program, numbers):
    """The name and the Python source of the kernel."""
    module = source.Module()
    arrays = len(program.inputs) - numbers
    names = operand_names(program)
    classes = ("unit",) * arrays + ("zero",) * numbers
    lines = [
        *elementwise.prologue(program),
        "scalars, table, count = word(args, 0), word(args, 1), word(args, 2)",
        *(f"in{arrays + k} = value(scalars + {8 * k}, np.float64)" for k in range(numbers)),
        "for segment in range(count):",
    ]
    loop = [
        f"row = table + {8 * (arrays + 2)} * segment",
        "first, last = word(row, 0), word(row, 1)",
        "if first >= hi or last <= lo:",
        "    continue",
    ]
    for k in range(arrays):
        element = source.type_name(stored_as(program.inputs[k]))
        loop.append(f"in{k} = vector(word(row, {k + 2}), {element})")
    loop += ["start, stop = max(lo, first) - first, min(hi, last) - first"]
    loop.append("for i in range(np.uintp(start), np.uintp(stop)):")
    loop += [f"    {s}" for s in statements(program, names, classes, module)]
    body = "\n".join(lines + [f"    {line}" for line in loop])
    return module.entry(f"{program.label}_foreach", body, f"{program.label} over many arrays")
