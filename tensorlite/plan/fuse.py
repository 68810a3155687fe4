"""Fusion: recorded elementwise loops over the same elements become one loop.

Steps form a graph by what they read and write. A loop joins the group of another one if it reads
what that computes, or the same memory, element for element, and if nothing has to run in between.
Values that only the group itself uses stay in registers.
"""

from ..dispatch import launch_on
from ..kernels.language.program import Program, same
from ..kernels.language.program import Step as Operation
from ..kernels.work import layout, spaces
from . import domains, epilogues, folds, strips
from .inplace import in_place
from .order import Graph, ordered
from .simplify import once, without_copies
from .steps import Place, Step

MOST_LOADS = 24  # of a fused loop
MOST_OPERATIONS = 96
MOST_CANDIDATES = 16  # that read the same memory as a loop, or compute it


def fused(steps, kept, notes):
    """The steps of a plan after fusion; what lies in `kept` is needed after the call."""
    steps = without_copies(once(steps, kept), kept)
    graph, groups, reasons = Graph(steps), [], {}
    readers = {}
    for step in steps:
        for region, reads, _ in step.accesses():
            if reads:
                readers.setdefault(region, []).append(step)

    def feeds_fold(group):
        """Whether a reduction can take the group in: it alone reads what that stores."""
        if group.feeds is not None:
            return group.feeds
        stored = {region for region, _, _ in group.stores}
        own = set(map(id, group.steps))
        used = [s for region in stored for s in readers.get(region, ()) if id(s) not in own]
        alone = len(used) == 1 and stored.isdisjoint(kept)
        group.feeds = alone and used[0].work.absorbs
        return group.feeds

    touching = Touching()
    for number, step in enumerate(steps):
        if not is_loop(step):
            continue
        group = Group(number, step)
        for other in touching.candidates(group):
            if other.merged or not graph.may_join(other.numbers, group.numbers):
                continue
            if not related(other, group) and (feeds_fold(other) or feeds_fold(group)):
                continue
            merged = _together(other, group, reasons)
            if merged:
                graph.join(other.numbers, group.numbers)
                other.merged = group.merged = True
                group = merged
        touching.add(group)
        groups.append(group)
    groups = [group for group in groups if not group.merged]
    notes += reasons.values()
    return emit(steps, groups, graph, kept, notes)


def _together(a, b, reasons):
    """One group of two, its loops in their old order; or None, and the reason why."""
    if a.numbers[-1] < b.numbers[0]:
        return a.joined(b, reasons)
    loops = sorted(zip((*a.numbers, *b.numbers), (*a.steps, *b.steps), strict=True),
                   key=lambda pair: pair[0])  # fmt: skip
    merged = Group(*loops[0])
    for number, step in loops[1:]:
        merged = merged.joined(Group(number, step), reasons)
        if merged is None:
            return None
    return merged


def is_loop(step):
    """Whether a step is an elementwise loop with nothing else to it."""
    return step.work.elementwise and step.complain is None


class Touching:
    """Groups by the regions that they read element by element, or write."""

    def __init__(self):
        self.groups = {}

    def add(self, group):
        """Know a group."""
        for region in whole_loads(group) | {region for region, _, _ in group.stores}:
            known = [other for other in self.groups.get(region, ()) if not other.merged]
            self.groups[region] = [*known[-MOST_CANDIDATES:], group]

    def candidates(self, group):
        """Those that compute or read what a loop reads, over as many elements; the latest first."""
        found = {
            other for region in whole_loads(group) for other in self.groups.get(region, ())
            if other.count == group.count and other.device is group.device
        }  # fmt: skip
        return sorted(found, key=_latest_first)


def _latest_first(group):
    return -group.numbers[-1]


def whole_loads(group):
    """The regions that a group reads element by element; a number that all share is no reason."""
    return {region for region, _, strides in group.loads if any(strides) or group.count == 1}


def related(a, b):
    """Whether one group reads what the other stores."""
    stored = [{region for region, _, _ in g.stores} for g in (a, b)]
    loaded = [{region for region, _, _ in g.loads} for g in (a, b)]
    return not (stored[0].isdisjoint(loaded[1]) and stored[1].isdisjoint(loaded[0]))


def _apart(own, others, extents):
    """Why loads, operations and stores cannot go into one loop with later ones; or None."""
    loads, operations, stores = own
    new_loads, new_operations, new_stores = others
    loaded = len(loads.keys() | (new_loads.keys() - stores.keys()))
    if loaded > MOST_LOADS or len(operations) + len(new_operations) > MOST_OPERATIONS:
        return "the loop would be too long"
    kinds = {**loads, **{access: dtype for access, (_, dtype) in stores.items()}}
    new_kinds = {**new_loads, **{access: dtype for access, (_, dtype) in new_stores.items()}}
    if any(kinds.get(access, dtype) != dtype for access, dtype in new_kinds.items()):
        return "it takes the bits for another dtype"
    stored = {region for region, _, _ in stores}
    if any(access[0] in stored and access not in stores for access in new_loads):
        return "it reads other elements"
    seen = {}
    for access in (*loads, *stores):
        seen.setdefault(access[0], []).append(access)
    for target in new_stores:
        if any(a != target and _meet(a, target, extents) for a in seen.get(target[0], ())):
            return "it writes what that reads elsewhere"
    return None


class Group:
    """
    Loops that run as one.

    Attributes
    ----------
    numbers : list of int
        Of its steps.
    extents : tuple of int
        The common iteration space.
    loads, stores : dict
        (region, offset, strides) -> dtype; and -> (value, dtype). A value is an access that is
        loaded, or (operation, result).
    operations : list of (function, values, dtype, results)
    merged : bool
        Whether another group has taken it in.
    feeds : bool or None
        Whether all that it computes goes into one reduction; None until asked.
    """

    def __init__(self, number, step):
        work = step.launch.work
        program = work.program
        self.numbers, self.steps, self.merged, self.feeds = [number], [step], False, None
        extents, strides = layout.merge(work.shape, work.strides)
        self.extents, self.count = extents, step.launch.items
        self.device = step.device
        accesses = [(region, offset, steps)
                    for (region, offset), steps in zip(step.operands, strides,
                                                       strict=True)]  # fmt: skip
        inputs = len(program.inputs)
        self.loads = dict(zip(accesses, program.inputs, strict=False))
        values: list[tuple] = list(accesses[:inputs])
        self.operations, self.stores = [], {}
        for operation in program.steps:
            arguments = tuple(values[k] for k in operation.args)
            place = len(self.operations)
            self.operations.append((operation.function, arguments, operation.dtype,
                                    operation.results))  # fmt: skip
            values += [(place, r) for r in range(operation.results)]
        written = iter(accesses[inputs:])
        inplace = program.inplace or (None,) * len(program.outputs)
        for (value, dtype), source in zip(program.outputs, inplace, strict=True):
            target = next(written) if source is None else accesses[source]
            self.stores[target] = values[value], dtype

    def over(self, finer):
        """The same loads, operations and stores over finer extents."""
        if finer == self.extents:
            return dict(self.loads), list(self.operations), dict(self.stores)

        def recut(access):
            region, offset, strides = access
            return region, offset, spaces.cut(self.extents, strides, finer)

        def value(v):
            return recut(v) if len(v) == 3 else v

        loads = {recut(access): dtype for access, dtype in self.loads.items()}
        operations = [(f, tuple(map(value, args)), dtype, results)
                      for f, args, dtype, results in self.operations]  # fmt: skip
        stores = {recut(a): (value(v), dtype) for a, (v, dtype) in self.stores.items()}
        return loads, operations, stores

    def joined(self, later, reasons):
        """This group with the loop `later` in it, or None where elements do not correspond."""
        finer = spaces.common(self.extents, later.extents)
        if finer is None:
            why = f"{list(later.extents)} and {list(self.extents)} are not the same elements"
        else:
            own, others = self.over(finer), later.over(finer)
            why = _apart(own, others, finer)
        if why:
            reasons[later.numbers[0]] = f"{later.label} stays apart from {self.label}: {why}"
            return None
        group = object.__new__(Group)
        group.numbers, group.steps = self.numbers + later.numbers, self.steps + later.steps
        group.extents, group.count, group.device = finer, self.count, self.device
        group.loads, group.operations, group.stores = self._with(*own, *others)
        group.merged, group.feeds = False, None
        return group

    def _with(self, loads, operations, stores, new_loads, new_operations, new_stores):
        """The loads, operations and stores of this group, with others that follow them."""
        known = {}
        for access, dtype in new_loads.items():
            if access in stores:
                value, kept = stores[access]
                known[access] = self._converted(operations, value, kept)
            else:
                loads.setdefault(access, dtype)
        shift = len(operations)

        def moved(v):
            if len(v) == 3:
                return known.get(v, v)
            return v[0] + shift, v[1]

        for function, arguments, dtype, results in new_operations:
            operations.append((function, tuple(map(moved, arguments)), dtype, results))
        for target, (v, dtype) in new_stores.items():
            stores[target] = moved(v), dtype
        return loads, operations, stores

    def _converted(self, operations, value, dtype):
        """A value as it reads once it was stored as `dtype`."""
        computed = self.loads.get(value) if len(value) == 3 else operations[value[0]][2]
        if computed == dtype:
            return value
        operations.append((same, (value,), dtype, 1))
        return len(operations) - 1, 0

    @property
    def label(self):
        """A name for people."""
        return "_".join(f.__name__.strip("_<>") for f, _, _, _ in self.operations[:3])

    def step(self, needed):
        """The Step that runs the group; stores of regions that are not `needed` stay away."""
        if len(self.steps) == 1:
            return self.steps[0]
        stores = {a: v for a, v in self.stores.items() if a[0] in needed}
        loads, program, values = self.numbered(stores)
        inputs = list(loads)
        outputs, inplace, targets = [], [], []
        for access, (value, dtype) in stores.items():
            outputs.append((values[value], dtype))
            inplace.append(values[access] if access in loads else None)
            targets += [access] if access not in loads else []
        whole = Program(tuple(loads.values()), tuple(program), tuple(outputs), tuple(inplace))
        operands = [*inputs, *targets]
        strides = [a[2] for a in operands]
        launch = launch_on(self.device, [a[0] for a in inputs], whole, self.extents, strides)
        return Step(launch, tuple((a[0], a[1]) for a in operands), Place.joined(self.steps))

    def numbered(self, stores):
        """What the stores depend on: loads, steps of a Program, and the number of each value."""
        wanted = {value for value, _ in stores.values()}
        places = []
        for place in range(len(self.operations) - 1, -1, -1):
            _, arguments, _, results = self.operations[place]
            if any((place, r) in wanted for r in range(results)):
                places.append(place)
                wanted.update(arguments)
        loads = {access: dtype for access, dtype in self.loads.items() if access in wanted}
        values: dict[tuple, int] = {access: k for k, access in enumerate(loads)}
        program = []
        for place in reversed(places):
            function, arguments, dtype, results = self.operations[place]
            args = tuple(values[v] for v in arguments)
            program.append(Operation(function, args, dtype, results))
            for r in range(results):
                values[place, r] = len(values)
        return loads, program, values


def _meet(a, b, extents):
    """Whether two accesses to one region may touch the same bytes."""
    (low, high), (first, last) = (spaces.reach(extents, x[2], 8) for x in (a, b))
    return a[1] + low < b[1] + last and b[1] + first < a[1] + high


# ------------------------------------------------------------------ the order of the result


def emit(steps, groups, graph, kept, notes):
    """Steps and groups in an order that keeps every dependence, as near as can be to the old."""
    unit = list(range(len(steps)))  # of each step: the number of the last one in its group
    for group in groups:
        for n in group.numbers:
            unit[n] = max(group.numbers)
    readers = {}
    for n, step in enumerate(steps):
        for region, reads, _ in step.accesses():
            if reads:
                readers.setdefault(region, set()).add(unit[n])
    finished = {}
    for group in groups:
        number = max(group.numbers)
        needed = {
            region for region, _, _ in group.stores
            if region in kept or region.kind != "made" or readers.get(region, set()) - {number}
        }  # fmt: skip
        finished[number] = group.step(needed)
        if len(group.steps) > 1:
            notes.append(f"one loop: {', '.join(label(s) for s in group.steps)}")
        only = next(iter(needed)) if len(needed) == 1 else None
        if only is not None and only.kind == "made" and only not in kept:
            _fold(steps, group, readers[only], graph, unit, finished, notes)
    epilogues.attach(steps, graph, unit, finished, notes)
    epilogues.finish(steps, graph, unit, finished, kept, notes)
    result = [finished.get(n, steps[n]) for n in ordered(graph, unit)]
    return strips.joined(in_place(result, kept), notes)


def _fold(steps, group, readers, graph, unit, finished, notes):
    """Let a reduction compute what it folds, if nobody else reads that."""
    if len(readers) != 1:
        return
    reader, number = next(iter(readers)), max(group.numbers)
    found = folds.producer(steps[reader], group)
    if found is None or reader in finished or not graph.may_join(group.numbers, (reader,)):
        return
    graph.join(group.numbers, (reader,))
    finished[reader] = folds.joined(steps[reader], group, *found)
    del finished[number]
    for n in group.numbers:
        unit[n] = reader
    notes.append(f"a reduction computes what it folds: {', '.join(label(s) for s in group.steps)}")


def label(step):
    """The name of a loop, for people."""
    return domains.label(step.launch.work.program)
