"""One Program over many arrays at once on a card: the update of all parameters in one launch.

Operands: the numbers (float64) and a table, both on the host. Words: the numbers, the address of
the table on the card, the number of segments and of items. The table holds, per segment, its first
and last item followed by the address of each array. Items count the elements of all segments in a
row; the segment of an item is found by bisection.
"""

import functools

from ..language import source
from ..work.launches import Work
from ..work.loops import operand_names, statements, stored_as
from ..work.spaces import itemsize
from .elementwise import head
from .launch import BLOCKS, THREADS, Launch, strides_over


def launch(program, numbers, items, segments, threads=THREADS, blocks=BLOCKS):
    """The Launch, on (numbers, table), of a program whose last `numbers` inputs are numbers."""
    passed = [*program.inputs[: len(program.inputs) - numbers], *(d for _, d in program.outputs)]
    nbytes = items * sum(itemsize(dtype) for dtype in passed)
    work = Work((items,), nbytes, items * len(program.steps))
    kernel = functools.partial(generate, program, numbers)
    grid = strides_over(items, threads, blocks)
    columns = len(program.inputs) - numbers + 2
    return Launch(
        kernel, items, grid, threads, (segments, items), (), work,
        hosts={0: f"<{numbers}q"}, tables={1: 8 * segments * columns},
    )  # fmt: skip


@functools.lru_cache(maxsize=1024)
def generate(program, numbers):
    """The name and the Python source of the kernel."""
    module = source.Module(source.CUDA)
    arrays = len(program.inputs) - numbers
    names = operand_names(program)
    classes = ("unit",) * arrays + ("zero",) * numbers
    lines = [f"in{arrays + k} = from_bits(word(args, {k}))" for k in range(numbers)]
    lines += [
        f"table = vector(word(args, {numbers}), np.int64)",
        f"segments, count = word(args, {numbers + 1}), word(args, {numbers + 2})",
        *head("item"),
    ]
    loop = [
        "low, high = np.int64(0), segments - 1",
        "while low < high:",
        "    middle = (low + high + 1) // 2",
        f"    before = table[middle * {arrays + 2}] <= item",
        "    low = middle if before else low",
        "    high = high if before else middle - 1",
        f"row = low * {arrays + 2}",
        *(
            f"in{k} = vector(table[row + {k + 2}], {source.type_name(stored_as(dtype))})"
            for k, dtype in enumerate(program.inputs[:arrays])
        ),
        "i = item - table[row]",
        *statements(program, names, classes, module),
        "item += step",
    ]
    body = "\n".join(lines + [f"    {line}" for line in loop])
    return module.entry(f"{program.label}_foreach", body, f"{program.label} over many arrays")
