"""Loops that follow a product or a convolution: piece by piece, while these are in the cache."""

from ..kernels.language.complexes import REALS
from ..kernels.work import layout, spaces
from . import domains
from .steps import Place, Step


def attach(steps, graph, unit, finished, notes):
    """Join products with the loops that read their whole results, in `finished` and `unit`.

    A product is whatever tells which piece of its result an item writes.
    """
    writers, members, folds = {}, {}, {}
    for n, step in enumerate(steps):
        members.setdefault(unit[n], []).append(n)
        if step.work.absorbs:
            folds.setdefault(step.operands[0], []).append(n)
        if step.work.pieces is not None:
            writers[step.operands[step.work.result]] = n
    for number in sorted(finished):
        loop, own = finished[number], members[number]
        if not loop.work.elementwise:
            continue
        product = _product(steps, graph, writers, loop, own)
        if product is None:
            continue
        own.append(product)
        unit[product], first = number, steps[product]
        finished[number] = joint(first, loop)
        notes.append(f"piece by piece: {'x'.join(map(str, first.launch.work.shape))} product, "
                     f"then {domains.label(loop.launch.work.program)}")  # fmt: skip
        fold = _fold(steps, graph, unit, finished, number, own, folds)
        if fold is not None:
            del finished[number]
            finished[fold] = joint(first, loop, steps[fold])
            for n in own:
                unit[n] = fold
            notes.append(f"in the same pass: {steps[fold].launch.label}")


def finish(steps, graph, unit, finished, kept, notes):
    """Let products of a card compute the activation that alone reads what they give."""
    users = {}
    for n, step in enumerate(steps):
        for region, _, _ in step.accesses():
            users.setdefault(region, []).append(n)
    for n, product in enumerate(steps):
        again = product.work.finished
        region = None if again is None else product.operands[product.work.result][0]
        if region is None or region.kind != "made" or region in kept or n in finished:
            continue
        if len(users[region]) != 2 or users[region][0] != n:
            continue
        number = unit[users[region][1]]
        loop = finished.get(number)
        function = None if loop is None else _activation(loop, product)
        if function is not None and graph.may_join((n,), (number,)):
            graph.join((n,), (number,))
            operands = list(product.operands)
            operands[product.work.result] = loop.operands[-1]
            place = Place.joined([product, loop])
            finished[number] = Step(again(function), tuple(operands), place)
            unit[n] = number
            notes.append(f"finished by {function.__name__}: {product.launch.label}")


def _activation(loop, product):
    """The scalar function that a loop applies to each element of a product's result; or None.

    The loop must not write over an operand, of which other blocks of the product have need.
    """
    work, operand = loop.work, product.operands[product.work.result]
    if not work.elementwise or loop.complain is not None or len(loop.operands) > 2:
        return None
    program = work.program
    if len(program.steps) != 1 or len(program.inputs) != 1 or len(program.outputs) != 1:
        return None
    (step,), dtype = program.steps, program.inputs[0]
    same = step.dtype == dtype == program.outputs[0][1] and work.strides[0] == work.strides[-1]
    same = same and dtype not in REALS  # complex numbers may lie in a product of their parts
    whole = loop.launch.items * spaces.itemsize(dtype) == operand[0].nbytes
    read = {region for n, (region, _) in enumerate(product.operands) if n != product.work.result}
    clear = loop.operands[-1][0] not in read
    return step.function if same and whole and clear and loop.operands[0] == operand else None


def _product(steps, graph, writers, loop, own):
    """The product whose whole result a loop reads, taken from `writers`; or None."""
    for k, operand in enumerate(loop.operands):
        product = writers.get(operand)
        fits = product is not None and _fits(steps[product], loop, k)
        if fits and graph.may_join((product,), own):
            graph.join((product,), own)
            return writers.pop(operand)
    return None


def _fold(steps, graph, unit, finished, number, own, folds):
    """The reduction over all rows of what a joint step computes, if it can go with it; or None."""
    whole = finished[number]
    matrix = whole.launch.parts[0].work.pieces.matrix
    if matrix is None:
        return None
    written = [whole.operands[k] for k in (*whole.launch.writes, *whole.launch.updates)]
    for n in sorted(n for operand in written for n in folds.get(operand, ())):
        if unit[n] != n or n in finished or not steps[n].work.folds_matrix(matrix):
            continue
        if graph.may_join(own, (n,)):
            graph.join(own, (n,))
            return n
    return None


def joint(*steps):
    """One step of a product, a loop, and perhaps a reduction."""
    play = steps[0].device.kernels.play
    launch = play.Joint([s.launch for s in steps], [len(s.operands) for s in steps])
    operands = tuple(operand for s in steps for operand in s.operands)
    return Step(launch, operands, Place.joined(steps))


def _fits(product, loop, k):
    """Whether a loop goes through the result of a product in its order, and disturbs no operand."""
    work, made = loop.launch.work, product.launch.work
    extents, strides = layout.merge(work.shape, work.strides)
    step = spaces.itemsize(work.program.operands[k])
    if step != made.itemsize or loop.launch.items != made.pieces.count:
        return False  # complex numbers may lie in a product of their parts
    for extent, stride in zip(reversed(extents), reversed(strides[k]), strict=True):
        if stride != step:
            return False
        step *= extent
    inputs = {region for n, (region, _) in enumerate(product.operands) if n != made.result}
    changed = {region for region, _, written in loop.accesses() if written}
    return inputs.isdisjoint(changed)

