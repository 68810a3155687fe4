"""In place where the last reader is the writer: a loop's result takes the memory of an operand."""

from dataclasses import replace

from ..kernels.work import layout
from . import epilogues
from .simplify import moved, renamed
from .steps import Step


def in_place(steps, kept):
    """The steps, whose loops write their results over temporaries that nobody reads any more."""
    first, last = {}, {}
    for n, step in enumerate(steps):
        for region, _, _ in step.accesses():
            first.setdefault(region, n)
            last[region] = n
    taken, result = {}, []  # the memory of results, by what it was before
    for n, step in enumerate(steps):
        step = renamed(step, taken)
        while found := _found(step, kept, n, first, last):
            source, target, step = found
            step, taken[target] = moved(step, target, source), source
            last[source] = last.pop(target)
        result.append(step)
    return result


def _found(step, kept, n, first, last):
    """An operand of the loop in a step, a result that can take its memory, and the new step."""
    joint = bool(step.launch.parts)
    if not joint and not step.work.elementwise:
        return None
    parts = step.launch.split(step.operands) if joint else [step.operands]
    number = 1 if joint else 0
    work, own = (step.launch.parts[1] if joint else step.launch).work, parts[number]
    if step.complain or step.tables or step.ahead_of:
        return None
    others = [o for k, part in enumerate(parts) if k != number for o in part]
    if joint:
        result = step.launch.parts[0].work.result  # the loop follows it, element for element
        others.remove(parts[0][result])

    def temporary(region):
        made = region is not None and region.kind == "made"
        return made and region.written and region not in kept

    inputs = len(work.program.inputs)
    for k, place in zip(work.program.written, range(inputs, len(own)), strict=True):
        target, offset = own[place]
        if offset or not temporary(target) or first[target] != n:
            continue
        for j in range(inputs):
            source, start = own[j]
            alone = sum(region is source for region, _ in (*own, *others)) == 1
            dying = temporary(source) and last[source] == n and source.nbytes == target.nbytes
            if start or not alone or not dying or work.strides[j] != work.strides[place]:
                continue
            loop = _over(step.device, work, k, j, place)
            if loop is not None:
                operands = own[:place] + own[place + 1 :]
                return source, target, _with(step, joint, parts, loop, operands)
    return None


def _over(device, work, k, j, place):
    """The Launch of a loop whose output k overwrites input j; None if its order would change."""
    program = work.program
    inplace = list(program.inplace or (None,) * len(program.outputs))
    if j in inplace or program.inputs[j] != program.outputs[k][1]:
        return None
    inplace[k] = j
    strides = work.strides[:place] + work.strides[place + 1 :]
    before, after = (layout.merge(work.shape, s) for s in (work.strides, strides))
    if before[0] != after[0] or before[1][j] != after[1][j]:
        return None
    program = replace(program, inplace=tuple(inplace))
    return device.kernels.elementwise.launch(program, work.shape, strides, work.hosts)


def _with(step, joint, parts, loop, operands):
    """The step with another loop."""
    if not joint:
        return Step(loop, tuple(operands), step.place)
    launches = list(step.launch.parts)
    launches[1], parts = loop, [parts[0], operands, *parts[2:]]
    pieces = [Step(launch, tuple(own), step.place)
              for launch, own in zip(launches, parts, strict=True)]  # fmt: skip
    return epilogues.joint(*pieces)
