"""Loops that follow a product: run block by block, while the result is still in the cache."""

from ..kernels.cpu.elementwise import Loop
from ..kernels.cpu.matmul import Blocks
from ..kernels.cpu.play import Joint
from . import domains
from .trace import Step


def attach(steps, graph, unit, finished, notes):
    """Join products with the loops that read their whole results, in `finished` and `unit`."""
    writers = {}
    for number, step in enumerate(steps):
        if isinstance(step.launch.work, Blocks) and step.launch.work.dense:
            writers[step.operands[2]] = number
    members = {}
    for n, u in enumerate(unit):
        members.setdefault(u, []).append(n)
    for number in sorted(finished):
        loop = finished[number]
        if not isinstance(loop.launch.work, Loop):
            continue
        for k, operand in enumerate(loop.operands):
            product = writers.get(operand)
            if product is None or not _fits(steps[product], loop, k):
                continue
            if not graph.may_join((product,), members[number]):
                continue
            graph.join((product,), members[number])
            del writers[operand]
            first = steps[product]
            finished[number] = Step(Joint(first.launch, loop.launch, len(loop.operands)),
                                    (*first.operands, *loop.operands), loop.place)  # fmt: skip
            unit[product] = number
            notes.append(f"block by block: {'x'.join(map(str, first.launch.work.shape))} product, "
                         f"then {domains.label(loop.launch.work.program)}")  # fmt: skip
            break


def _fits(product, loop, k):
    """Whether a loop goes through the result of a product in its order, and disturbs no operand."""
    work, blocks = loop.launch.work, product.launch.work
    extents, strides = domains.canonical(work.shape, work.strides)
    if loop.launch.items * domains.itemsize(work.program.operands[k]) != blocks.result_bytes:
        return False
    step = domains.itemsize(work.program.operands[k])
    for extent, stride in zip(reversed(extents), reversed(strides[k]), strict=True):
        if stride != step:
            return False
        step *= extent
    inputs = {region for n, (region, _) in enumerate(product.operands) if n != 2}
    changed = {region for region, _, written in loop.accesses() if written}
    return inputs.isdisjoint(changed)

