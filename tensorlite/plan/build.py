"""From a trace to a Plan: what is needed, where it lies, and what a call hands over."""

import sys

import numpy as np

from ..errors import TraceError
from ..graph import Node
from ..kernels.cpu import elementwise, native
from ..kernels.cpu.play import Tape
from ..kernels.program import Program
from ..op import Op
from ..storage import allocate
from ..tensor import Leaf, Tensor, make
from . import memory
from .fuse import fused
from .trace import Step


class Result:
    """A tensor that every call makes anew: a spec at an offset of one of the plan's results."""

    __slots__ = ("node", "number", "offset", "spec")

    def __init__(self, number, offset, spec, node):
        self.number, self.offset, self.spec, self.node = number, offset, spec, node


class View:
    """A tensor that shows the memory of an argument."""

    __slots__ = ("argument", "offset", "spec")

    def __init__(self, argument, offset, spec):
        self.argument, self.offset, self.spec = argument, offset, spec


class Grad:
    """The `.grad` that a leaf has after each call."""

    __slots__ = ("base", "held", "leaf", "tensor")

    def __init__(self, leaf, tensor):
        self.leaf, self.tensor = leaf, tensor
        self.base = None  # the number of its storage among the bases, where the plan makes it
        self.held = 0


class Plan:
    """
    A recorded function, ready to be called on the addresses of its arguments.

    Parameters
    ----------
    trace : Trace
    arguments : list of (Tensor, Region)
        The tensors that stood for the arguments.
    structure : object
        What the function returned, as `tree.flatten` gives it: leaves and how to put them back.
    guards : Guards
    """

    def __init__(self, trace, arguments, leaves, rebuild, guards):
        self.guards, self.effects, self.rebuild = guards, trace.effects, rebuild
        self.eager_bytes = memory.eager_peak(trace)
        self.calls = 0
        argument_regions = {region: k for k, (_, region) in enumerate(arguments)}
        self.starts = [x.address - region.start for x, region in arguments]
        self.grads = [Grad(leaf, leaf.grad) for leaf in trace.grads]
        bases = dict(argument_regions)
        self.result_bytes, self.results = [], []
        self._results(leaves, trace, arguments, bases)
        leaves.clear()
        self._grads(trace, bases)
        kept = {r for r in trace.regions("made") if r.alive}
        steps = restored(trace.steps, trace, bases, kept) + trace.steps
        steps = needed(checks_first(steps), kept | bases.keys())
        self.recorded = len(trace.steps)
        self.notes = []
        self.steps = fused(steps, kept | bases.keys(), self.notes)
        self._lay_out(trace, bases, kept)
        self._written(trace, argument_regions)

    def _results(self, leaves, trace, arguments, bases):
        stand_ins = {id(x): k for k, (x, _) in enumerate(arguments)}
        spent = _spent()
        for leaf in leaves:
            if not isinstance(leaf, Tensor):
                self.results.append(leaf)
                continue
            region, offset = trace.locate(leaf.address)
            if id(leaf) in stand_ins:
                self.results.append(View(stand_ins[id(leaf)], None, None))
            elif region in bases and region.kind == "argument":
                self.results.append(View(bases[region], offset, leaf.spec))
            elif region.kind != "made" or any(g.tensor is leaf for g in self.grads):
                self.results.append(leaf)
            else:
                if region not in bases:
                    bases[region] = len(bases)
                    self.result_bytes.append(region.nbytes)
                node = None if leaf._node is None else spent
                number = bases[region] - len(arguments)
                self.results.append(Result(number, offset, leaf.spec, node))

    def _grads(self, trace, bases):
        """Gradients in memory of the plan: bases, since the user may keep an old one."""
        self.grad_bases = []
        for grad in self.grads:
            if grad.tensor is None:
                continue
            region, _ = trace.locate(grad.tensor.address)
            if region.kind == "made" and region not in bases:
                grad.base = len(self.grad_bases)
                bases[region] = len(bases)
                self.grad_bases.append(grad.tensor.storage.address)

    def _lay_out(self, trace, bases, kept):
        temporary = set()
        for step in self.steps:
            for region, _, _ in step.accesses():
                if region.kind == "made" and region not in bases and region not in kept:
                    if region.written:
                        temporary.add(region)
        spans = memory.lifetimes(self.steps, temporary)
        offsets, self.arena_bytes = memory.arrange(spans)
        self.arena = np.empty(self.arena_bytes + 64, np.uint8)
        start = (native.address_of(self.arena) + 63) // 64 * 64
        self.memory = []  # keeps alive what the blocks point to

        def place(region, offset):
            if region is None:
                return None, offset
            if region in bases:
                return bases[region], offset
            if region in offsets:
                return None, start + offsets[region] + offset
            self.memory.append(region.buffer)
            return None, region.start + offset

        steps, tables = [], {}
        for step in self.steps:
            steps.append((step.launch, [place(*operand) for operand in step.operands]))
            for table in step.tables:
                cells = [(position, *place(region, offset))
                         for position, region, offset, _ in table.cells]  # fmt: skip
                tables[id(table)] = (table.array, cells)
        self.tape = Tape(steps, list(tables.values()))

    def _written(self, trace, arguments):
        """Whose versions each call moves on."""
        regions = {}
        for step in self.steps:
            for region, _, written in step.accesses():
                if written:
                    regions[region] = regions.get(region, 0) + 1
        self.written_arguments = [arguments[r] for r in regions if r in arguments]
        self.versions = [r.buffer for r in regions if r.kind == "outer"]

    # ---- a call

    def renew(self):
        """Let the host do its part of a later call; False if another plan is due."""
        for number, effect in enumerate(self.effects):
            if not effect.apply():
                for done in reversed(self.effects[:number]):
                    done.undo()
                return False
        return True

    def take_back(self):
        """Undo `renew`, after a failed call."""
        for effect in reversed(self.effects):
            effect.undo()

    def __call__(self, arguments):
        """Run on these tensors; returns what the function would."""
        for grad in self.grads:
            if grad.base is not None and sys.getrefcount(grad.tensor) > grad.held > 0:
                self._new_memory(grad)
        made = [allocate(nbytes) for nbytes in self.result_bytes]
        bases = [x.address - start for x, start in zip(arguments, self.starts, strict=True)]
        bases += [storage.address for storage in made]
        failed = self.tape(*bases, *self.grad_bases)
        if failed:
            self._fail(failed)
        self.calls += 1
        for storage in self.versions:
            storage.version += 1
        for number in self.written_arguments:
            arguments[number].storage.version += 1
        for grad in self.grads:
            grad.leaf.grad = grad.tensor
            if grad.held == 0 and grad.base is not None:
                grad.held = sys.getrefcount(grad.tensor)
        return self.rebuild([self._result(r, made, arguments) for r in self.results])

    def _result(self, result, made, arguments):
        if type(result) is Result:
            storage = made[result.number]
            out = make(storage, result.spec, storage.address + result.offset)
            out._node = result.node
            return out
        if type(result) is View:
            x = arguments[result.argument]
            if result.spec is None:
                return x
            start = x.address - self.starts[result.argument]
            return make(x.storage, result.spec, start + result.offset)
        return result

    def _new_memory(self, grad):
        """A gradient that somebody else keeps stays as it is: the next one gets new memory."""
        old = grad.tensor
        storage = allocate(old.storage.nbytes)
        address = storage.address + old.address - old.storage.address
        grad.tensor = make(storage, old.spec, address)
        self.grad_bases[grad.base] = storage.address
        grad.held = 0

    def _fail(self, number):
        step, status = self.steps[number - 1], self.tape.status
        if step.complain is None:
            raise RuntimeError(f"compile: kernel {number} of the plan failed with {status}")
        block = int(self.tape.table[number - 1, 1])
        address = int(self.tape.blocks[(block - self.tape.blocks_address) // 8])
        raise step.complain(status, address)


class _Spent(Op):
    """Stands for the graph of a result whose gradients the plan has already computed."""

    def release(self):
        """There is nothing left to release."""


def _spent():
    def gradients(node, slots):
        raise RuntimeError(
            "compile: Trying to backward through the graph a second time; expected the result of "
            "a compiled function without backward(); got one whose gradients the function itself "
            "computed; try backward() outside of it"
        )

    op = _Spent("compiled", (), None)
    op.gradients = gradients
    stand_in = make(allocate(0), _spec0(), 0)
    return Node(op, (), stand_in, None)


def _spec0():
    from ..dtypes import float32
    from ..tensor import spec_of

    return spec_of((), float32)


def restored(steps, trace, bases, kept):
    """Steps that give memory which the host filled once, and steps change, its first content."""
    first, found = {}, []
    for step in steps:
        for region, reads, _ in step.accesses():
            if reads:
                first.setdefault(region, True)
        for region, _, written in step.accesses():
            if written:
                first.setdefault(region, False)
    for region, filled in first.items():
        if filled and region.kind == "made" and region.written and region not in kept:
            found.append(_copy_step(region, trace))
    for region in bases:
        if region.kind == "made" and not region.written:
            found.append(_copy_step(region, trace))
    return found


def _copy_step(region, trace):
    pristine = np.ctypeslib.as_array(
        (np.ctypeslib.ctypes.c_uint8 * max(1, region.nbytes)).from_address(region.start)
    ).copy()
    source = trace.words(pristine)
    program = Program.single(_same, ("uint8",), "uint8", ("uint8",))
    launch = elementwise.launch(program, (region.nbytes,), [(1,), (1,)])
    region.written = True
    return Step(launch, ((source, 0), (region, 0)), "a constant of the function")


def _same(x):
    return x


def checks_first(steps):
    """Checks of arguments before everything else, so that nothing is written if one fails."""
    written, early, late = set(), [], []
    for step in steps:
        if step.complain is not None and not any(r in written for r, _, _ in step.accesses()):
            early.append(step)
            continue
        late.append(step)
        written |= {region for region, _, changes in step.accesses() if changes}
    return early + late


def needed(steps, kept):
    """The steps on which something depends that outlives the call."""
    wanted, found = set(), []
    for step in reversed(steps):
        accesses = list(step.accesses())
        useful = step.complain is not None or any(
            changes and (region in wanted or region in kept or region.kind != "made")
            for region, _, changes in accesses
        )
        if useful:
            found.append(step)
            wanted |= {region for region, reads, _ in accesses if reads}
    return found[::-1]


__all__ = ["Leaf", "Plan", "TraceError"]
