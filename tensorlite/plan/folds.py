"""Reductions that compute what they fold: a loop that only feeds one becomes part of it."""

import numpy as np

from ..kernels.language.program import Program, same
from ..kernels.language.program import Step as Operation
from ..kernels.scalars.short import WIDEN
from ..kernels.work import spaces
from .steps import Place, Step


def producer(step, group):
    """The value and dtype that a group stores and a reduction folds, element for element; or None.

    The group must fit the axes of the reduction, whose order of folding stays as it is.
    """
    work = step.work
    if not work.absorbs:
        return None
    space, operand = _space(work), step.operands[0]
    if space is None or spaces.common(group.extents, space[0]) != space[0]:
        return None
    for (region, offset, strides), (value, dtype) in group.stores.items():
        if (region, offset) == operand:
            same_elements = spaces.cut(group.extents, strides, space[0]) == space[1]
            fits = same_elements and dtype == work.spec.program.inputs[0]
            return (value, dtype) if fits else None
    return None


def _space(work):
    """Extents and strides of what is folded, in the order of memory, with the axes they were."""
    extents, strides = work.extents, work.strides(0)
    if any(step <= 0 for step in strides):
        return None
    order = sorted(range(len(extents)), key=lambda axis: -strides[axis])
    return tuple(extents[a] for a in order), tuple(strides[a] for a in order), order


def joined(step, group, value, dtype):
    """The reduction with the group's operations in it."""
    work = step.launch.work
    extents, _, order = _space(work)
    loads, program, values = group.numbered({None: (value, dtype)})
    inputs, first, count = list(loads), values[value], len(values)
    computed = loads[value] if value in loads else group.operations[value[0]][2]
    if computed != dtype or (value not in loads and not _unrounded(dtype)):  # as stored
        program.append(Operation(same, (first,), dtype, 1))
        first, count = count, count + 1
    folded = work.spec.program
    renamed = {0: first}
    for operation in folded.steps:
        args = tuple(renamed[a] for a in operation.args)
        program.append(Operation(operation.function, args, operation.dtype, operation.results))
        for _ in range(operation.results):
            renamed[len(renamed)] = count
            count += 1
    (result, kind), = folded.outputs
    whole = Program(tuple(loads.values()), tuple(program), ((renamed[result], kind),))
    places = [order.index(axis) for axis in range(len(order))]
    strides = []
    for access in inputs:
        own = spaces.cut(group.extents, access[2], extents)
        strides.append(tuple(own[place] for place in places))
    launch = work.over(whole, strides)
    operands = (*((a[0], a[1]) for a in inputs), *step.operands[1:])
    return Step(launch, operands, Place.joined([*group.steps, step]))


def _unrounded(dtype):
    """Whether numbers are stored in a dtype as they are computed."""
    return dtype not in WIDEN and np.dtype(dtype).kind == "f"
