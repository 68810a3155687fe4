"""Steps that need not run: what was computed before, and copies that only move a result on."""

from ..kernels.cpu.elementwise import Loop
from ..op import table
from . import domains
from .trace import Step


def once(steps, kept):
    """Without launches that repeat an earlier one on the same memory with the same content."""
    writes = {}
    for step in steps:
        for region, _, written in step.accesses():
            writes[region] = writes.get(region, 0) + written
    versions, seen, twins, result = {}, {}, {}, []
    for step in steps:
        for twin, region in twins.items():
            step = _moved(step, twin, region)
        only = step.launch.writes
        fixed = only and not (step.complain or step.tables or step.launch.updates)
        if fixed:
            inputs = [o for k, o in enumerate(step.operands) if k not in only]
            outputs = [step.operands[k] for k in only]
            key = (id(step.launch), *((r, o, versions.get(r, 0)) for r, o in inputs),
                   *(o for _, o in outputs))  # fmt: skip
            regions = [region for region, _ in outputs]
            if all(r is not None and r.kind == "made" and writes[r] == 1 for r in regions):
                if key in seen and kept.isdisjoint(regions):
                    twins.update(zip(regions, seen[key], strict=True))
                    continue
                seen[key] = regions
        for region, _, written in step.accesses():
            if written:
                versions[region] = versions.get(region, 0) + 1
        result.append(step)
    return result


def without_copies(steps, kept):
    """Let who computes a whole region that is only copied on write it where it should be."""
    first, last, result = {}, {}, list(steps)
    for n, step in enumerate(steps):
        for region, _, _ in step.accesses():
            first.setdefault(region, n)
            last[region] = n
    for n, step in enumerate(steps):
        if not _is_copy(step):
            continue
        (source, a), (target, b) = step.operands
        count = step.launch.items * domains.itemsize(step.launch.work.program.inputs[0])
        if source is None or source is target or (a, source.nbytes) != (0, count):
            continue
        free = source.kind == "made" and source not in kept and source.written
        if not free or last[source] != n or b % domains.ALIGNMENT:
            continue
        if target.nbytes == count:
            clear = first[target] == n
        else:
            between = filter(None, result[first[source] : n])
            clear = target.kind == "made" and not _touched(between, target, b, b + count)
        if clear:
            result[n] = None
            for m in range(n):
                if result[m] is not None:
                    result[m] = _moved(result[m], source, target, b)
            first[target] = min(first[target], first[source])
    return [step for step in result if step is not None]


def _touched(steps, region, start, stop):
    """Whether one of some steps reads or writes some bytes of a region."""
    return any(
        where is region and low < stop and start < high
        for step in steps
        for where, low, high, _, _ in domains.ranges(step)
    )


def _is_copy(step):
    if not isinstance(step.launch.work, Loop) or step.complain is not None:
        return False
    program = step.launch.work.program
    if len(program.steps) != 1 or program.steps[0].function is not table["clone"].function:
        return False
    _, strides = domains.canonical(step.launch.work.shape, step.launch.work.strides)
    same_elements = len(strides) == 2 and strides[0] == strides[1]
    return same_elements and program.inputs[0] == program.outputs[0][1]


def _moved(step, source, target, by=0):
    if all(region is not source for region, _ in step.operands) and not step.tables:
        return step

    def moved(region, offset):
        return (target, offset + by) if region is source else (region, offset)

    for each in step.tables:
        each.cells = [(p, *moved(r, o), w) for p, r, o, w in each.cells]
    operands = tuple(moved(*operand) for operand in step.operands)
    return Step(step.launch, operands, step.place, step.complain, step.tables, step.ahead_of)
