"""Steps that need not run: what was computed before, and copies that only move a result on."""

from ..kernels.work import layout, spaces
from ..op import table
from . import domains
from .steps import Step


def once(steps, kept):
    """Without launches that repeat an earlier one on the same memory with the same content."""
    writes = {}
    for step in steps:
        for region, _, written in step.accesses():
            writes[region] = writes.get(region, 0) + written
    versions, seen, twins, result = {}, {}, {}, []
    for step in steps:
        step = renamed(step, twins)
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
    copies = [n for n, step in enumerate(steps) if _is_copy(step) and step.operands[0][0]]
    # parts of one target in the order of those who compute them: none is in another's way
    for n in sorted(copies, key=lambda n: first[steps[n].operands[0][0]]):
        step = result[n]  # where copies before it have moved its operands
        (source, a), (target, b) = step.operands
        count = step.launch.items * spaces.itemsize(step.launch.work.program.inputs[0])
        if source is target or (a, source.nbytes) != (0, count):
            continue
        free = source.kind == "made" and source not in kept and source.written
        if not free or last[source] != n:
            continue
        start = first[source]
        if target.nbytes == count:
            clear = first[target] == n
        else:
            written = next(a for a in domains.accesses(step) if a.writes)
            others = (a for other in result[start:n] if other for a in domains.accesses(other))
            clear = target.kind == "made" and not any(map(written.meets, others))
        if clear and _instead(result, start, n, source, target, b):
            result[n] = None
            first[target] = min(first[target], start)
    return [step for step in result if step is not None]


def _instead(result, start, n, source, target, offset):
    """Let the steps before a copy write what it would; False if they cannot."""
    copy = result[n].launch.work
    extents, (here, there) = layout.merge(copy.shape, copy.strides)
    if here == there:
        if offset % domains.ALIGNMENT:
            return False
        for m in range(start, n):
            if result[m] is not None:
                result[m] = moved(result[m], source, target, offset)
        return True
    users = [m for m in range(start, n) if result[m] is not None and _uses(result[m], source)]
    product = _onto(result[start], extents, here, there) if users == [start] else None
    if product is None:
        return False
    launch, places = product
    places = [(target, offset) if place[0] is source else place for place in places]
    old = result[start]
    result[start] = Step(launch, tuple(places), old.place, old.complain, old.tables, old.ahead_of)
    return True


def _onto(step, extents, here, there):
    """The launch and operands of a product whose elements go elsewhere: from `here` to `there`."""
    work = step.work
    if not work.dense:
        return None
    axes = [k for k, extent in enumerate(work.whole.extents) if extent > 1]
    axes.sort(key=lambda k: -work.whole.strides[k])
    own = [work.whole.extents[k] for k in axes]
    spread = spaces.strides_over(own, extents, here, there, work.itemsize)
    if spread is None:
        return None
    strides = [0] * len(work.whole.extents)
    for axis, stride in zip(axes, spread, strict=True):
        strides[axis] = stride
    steps = work.whole.onto(tuple(strides)).steps
    if len(steps) != 1 or not steps[0].launch.work.bases:
        return None
    known = dict(zip(work.bases, step.operands, strict=True))
    if any(base not in known or offset for base, offset in steps[0].operands):
        return None
    return steps[0].launch, [known[base] for base, _ in steps[0].operands]


def _uses(step, region):
    return any(where is region for where, _, _ in step.accesses())


def _is_copy(step):
    if not step.work.elementwise or step.complain is not None:
        return False
    program = step.launch.work.program
    if len(program.steps) != 1 or program.steps[0].function is not table["_clone"].function:
        return False
    return len(step.operands) == 2 and program.inputs[0] == program.outputs[0][1]


def renamed(step, regions):
    """The step with other regions in the place of some."""
    for region in {region for region, _, _ in step.accesses()} & regions.keys():
        step = moved(step, region, regions[region])
    return step


def moved(step, source, target, by=0):
    """The step with one region in the place of another, `by` bytes on."""
    if all(region is not source for region, _ in step.operands) and not step.tables:
        return step

    def place(region, offset):
        return (target, offset + by) if region is source else (region, offset)

    for each in step.tables:
        each.cells = [(p, *place(r, o), w) for p, r, o, w in each.cells]
    operands = tuple(place(*operand) for operand in step.operands)
    return Step(step.launch, operands, step.place, step.complain, step.tables, step.ahead_of)
