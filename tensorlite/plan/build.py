"""From a recording to a Plan: what is needed, where it lies, and what a call hands over."""

import ctypes
import functools
import sys
from sys import getrefcount

import numpy as np

from ..dtypes import float32
from ..graph import Node, edge, mode, orders
from ..kernels.cpu import elementwise, native
from ..kernels.cpu.play import Tape
from ..kernels.program import Program
from ..op import Op, registry
from ..storage import allocate
from ..tensor import Tensor, make, spec_of
from . import memory
from .domains import same
from .fuse import fused
from .trace import Step

_new = object.__new__


class Result:
    """A tensor that every call makes anew: a spec at an offset of one of the plan's results."""

    __slots__ = ("index", "number", "offset", "requires_grad", "spec")

    def __init__(self, number, offset, spec, requires_grad, index=None):
        self.number, self.offset, self.spec = number, offset, spec
        self.requires_grad = requires_grad
        self.index = index  # of the output of the compiled node; None: its graph is spent


class View:
    """A tensor that shows the memory of an argument; the argument itself where `spec` is None."""

    __slots__ = ("argument", "offset", "spec")

    def __init__(self, argument, offset=0, spec=None):
        self.argument, self.offset, self.spec = argument, offset, spec


class Grad:
    """The `.grad` that a leaf has after each call."""

    __slots__ = ("base", "leaf", "tensor")

    def __init__(self, leaf, tensor):
        self.leaf, self.tensor = leaf, tensor
        self.base = None  # the number of its storage among the bases, where the plan makes it


class GradView:
    """A tensor that shows the memory of a `.grad`, or this itself where `spec` is None."""

    __slots__ = ("grad", "offset", "spec")

    def __init__(self, grad, offset=0, spec=None):
        self.grad, self.offset, self.spec = grad, offset, spec


class Replay:
    """
    Steps with the memory they need, ready to run.

    Parameters
    ----------
    steps : list of Step
    bases : dict of Region to (int, int)
        Memory that each run hands over: the number of a base, and an offset from it.
    kept : set of Region
        Memory that lives on between runs.
    """

    def __init__(self, steps, bases, kept):
        self.notes = []
        self.steps = fused(steps, kept | bases.keys(), self.notes)
        accessed = {region for step in self.steps for region, _, _ in step.accesses()}
        temporary = {
            r for r in accessed
            if r.kind == "made" and r.written and r not in bases and r not in kept
        }  # fmt: skip
        offsets, self.arena_bytes = memory.arrange(memory.lifetimes(self.steps, temporary))
        self.arena = np.empty(self.arena_bytes + 64, np.uint8)
        start = (native.address_of(self.arena) + 63) // 64 * 64
        self.memory = []  # keeps alive what the blocks point to

        def place(region, offset):
            if region is None:
                return None, offset
            if region in bases:
                number, first = bases[region]
                return number, first + offset
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
        written = {r for step in self.steps for r, _, writes in step.accesses() if writes}
        self.written = [r.buffer for r in written if r.kind == "outer"]
        self.lasting = storages(accessed, kept - bases.keys())
        self.no_arguments = storages(written, kept - bases.keys())
        self.written_bases = sorted(bases[r][0] for r in written if r.kind == "argument")

    def __call__(self, bases):
        """Run on these addresses."""
        if self.tape(bases):
            self._fail(self.tape.failed)
        for storage in self.written:
            storage.version += 1

    def _fail(self, number):
        step, status = self.steps[number - 1], self.tape.status
        if step.complain is None:
            error = getattr(step.launch, "error", None)
            raise RuntimeError(
                f"compile: kernel {number} of the plan failed with {error or status}"
            ) from error
        block = int(self.tape.table[number - 1, 1])
        address = int(self.tape.blocks[(block - self.tape.blocks_address) // 8])
        raise step.complain(status, address)


def storages(regions, kept):
    """The Storages, among those of some regions, that are there before each call."""
    found = [r.buffer if r.kind == "outer" else r.storage() for r in regions
             if r.kind == "outer" or r in kept]  # fmt: skip
    return frozenset(s for s in found if s is not None)


class Recording:
    """
    What one run of a function left behind.

    Attributes
    ----------
    trace : Trace
    arguments : list of (Tensor, Region)
        What stood for the arguments.
    leaves, rebuild : list, callable
        What it returned, see `tree.flatten`.
    effects : list
        What the host repeats before each run.
    backward : Backward or None
        The gradients of what it returned, recorded behind its own steps.
    """

    def __init__(self, trace, arguments, leaves, rebuild, backward):
        self.trace, self.arguments = trace, arguments
        self.leaves, self.rebuild, self.backward = leaves, rebuild, backward


class Backward:
    """The recorded gradients of some results with respect to leaves.

    Attributes
    ----------
    first : int
        The number of its first step.
    roots : list of Tensor
        The results that gradients flow from.
    grads : list of (Tensor, Region)
        What stood for their gradients.
    places : list of Leaf or int
        The leaves, those of arguments by their number.
    found : list of Tensor or None
        Their gradients.
    """

    def __init__(self, first, roots, grads, places, found):
        self.first, self.roots, self.grads = first, roots, grads
        self.places, self.found = places, found


class Plan:
    """A recorded function, ready to be called on its arguments."""

    def __init__(self, recording, guards):
        trace, arguments = recording.trace, recording.arguments
        self.guards, self.effects, self.rebuild = guards, trace.effects, recording.rebuild
        self.calls, self.recorded = 0, len(trace.steps)
        self.eager_bytes = memory.eager_peak(trace)
        self.starts = [x.address - region.start for x, region in arguments]
        self.inside = any(self.starts)  # whether an argument begins inside of its memory
        own = {x._node: k for k, (x, _) in enumerate(arguments) if x._node is not None}
        self.grads = [Grad(leaf, leaf.grad) for leaf in trace.grads if leaf not in own]
        bases = {region: (k, 0) for k, (_, region) in enumerate(arguments)}
        self.made_bytes = []
        outputs = _Outputs(trace, arguments, bases, self.made_bytes,
                           [g for g in self.grads if g.tensor is not None])  # fmt: skip
        roots = recording.backward.roots if recording.backward else []
        self.results = [outputs.of(x, roots) for x in recording.leaves]
        self.argument_grads = [(k, outputs.of(leaf.grad, ())) for leaf, k in own.items()
                               if leaf in trace.grads and leaf.grad is not None]  # fmt: skip
        steps, backward = trace.steps, recording.backward
        self.node, self.spent = None, spent_node()
        if backward is not None:
            steps = steps[: backward.first]
            self._backward(backward, trace, bases)
        self._grads(trace, bases)
        self.watched, self.counts = [], None  # who holds gradients, when only plan and leaf do
        recording.leaves.clear()
        recording.backward = backward = roots = None
        kept = {r for r in trace.regions("made") if r.alive}
        steps = restored(steps, trace, bases, kept) + steps
        steps = needed(checks_first(steps, kept), kept | bases.keys())
        self.forward = Replay(steps, bases, kept)

    def _backward(self, backward, trace, bases):
        """Prepare the node of the results; the memory that its gradients need becomes a base."""
        count, later = len(self.starts), trace.steps[backward.first :]
        written = {r for s in trace.steps[: backward.first] for r, _, w in s.accesses() if w}
        read = {r for s in later for r, reads, _ in s.accesses() if reads}
        saved, size = {}, 0
        for region in sorted((written & read) - bases.keys(), key=lambda r: r.start):
            if region.kind == "made":
                saved[region] = size
                size += -(-region.nbytes // 64) * 64
        if saved:
            number = count + len(self.made_bytes)
            self.made_bytes.append(size)
            bases.update({region: (number, start) for region, start in saved.items()})
        self.node = CompiledBackward(later, backward, trace, bases, count + len(self.made_bytes))

    def _grads(self, trace, bases):
        """Gradients in memory of the plan are bases: the user may keep an old one."""
        self.grad_bases, self.own_grads = [], []
        first = len(self.starts) + len(self.made_bytes)
        for grad in self.grads:
            if grad.tensor is None:
                continue
            region, _ = trace.locate(grad.tensor.address)
            if region.kind == "made" and region not in bases:
                grad.base = len(self.grad_bases)
                self.own_grads.append(grad)
                bases[region] = first + grad.base, 0
                self.grad_bases.append(grad.tensor.storage.address)

    # ---- what explanations show

    @property
    def steps(self):
        """The steps that a call runs."""
        return self.forward.steps

    @property
    def tape(self):
        """Their tape."""
        return self.forward.tape

    @property
    def notes(self):
        """What was fused, and what was not and why."""
        return self.forward.notes

    @property
    def arena_bytes(self):
        """The bytes of all temporaries."""
        return self.forward.arena_bytes

    # ---- a call

    def renew(self):
        """Let the host do its part of a later call; False if another plan is due."""
        applied = 0
        try:
            for effect in self.effects:
                if not effect.apply():
                    break
                applied += 1
        finally:
            if applied < len(self.effects):
                for effect in reversed(self.effects[:applied]):
                    effect.undo()
        return applied == len(self.effects)

    def take_back(self):
        """Undo `renew`, after a failed call."""
        for effect in reversed(self.effects):
            effect.undo()

    def __call__(self, arguments):
        """Run on these tensors; returns what the function would."""
        if self.counts is not None and list(map(getrefcount, self.watched)) != self.counts:
            self._leave_kept_grads()
        no_arguments = self.forward.no_arguments
        for x in arguments:  # a set operation on both would take 0.15 us more
            if x.storage in no_arguments:
                self._refuse_shared(x)
        bases = [x.address for x in arguments]
        if self.inside:
            bases = [address - start for address, start in zip(bases, self.starts, strict=True)]
        made = []
        for nbytes in self.made_bytes:
            storage = allocate(nbytes)
            made.append(storage)
            bases.append(storage.address)
        if self.forward.written_bases:
            self._check_written(arguments)
        self.forward(bases + self.grad_bases)
        self.calls += 1
        for grad in self.grads:
            grad.leaf.grad = grad.tensor
        if self.counts is None:
            self._watch_grads()
        for number, result in self.argument_grads:
            arguments[number]._node.grad = self._result(result, made, arguments, None)
        node = None if self.node is None else self.node.of(bases, made, arguments)
        results = [self._result(r, made, arguments, node) for r in self.results]
        return self.rebuild(results)

    def _refuse_shared(self, x):
        """Complain of an argument in memory that the function writes through another tensor."""
        raise RuntimeError(
            f"compile: expected memory of its own for the argument {x.spec}; got memory that the "
            "function changes through another tensor, such as a parameter or a buffer; try clone()"
        )

    def _check_written(self, arguments):
        """Refuse to write an argument that shares its memory, or is read-only."""
        given = [x.storage for x in arguments]
        for number in self.forward.written_bases:
            if number < len(arguments):
                storage = given[number]
                shared = given.count(storage) > 1 or storage in self.forward.lasting
                if shared or not storage.buffer.flags.writeable:
                    raise RuntimeError(
                        f"compile: expected writable memory of its own for argument {number}, "
                        "which the function changes in place; got memory that is read-only or "
                        "shared with another argument or tensor; try clone()"
                    )
                storage.version += 1

    def _result(self, result, made, arguments, node):
        if type(result) is Result:
            storage = made[result.number]
            out = make(storage, result.spec, storage.address + result.offset)
            if result.requires_grad:
                out._node = self.spent if result.index is None else node
                out._index = result.index or 0
            return out
        if type(result) is GradView:
            g = result.grad.tensor
            if result.spec is None:
                return g
            return make(g.storage, result.spec, g.address + result.offset)
        if type(result) is View:
            x = arguments[result.argument]
            if result.spec is None:
                return x
            start = x.address - self.starts[result.argument]
            return make(x.storage, result.spec, start + result.offset)
        return result

    def _watch_grads(self):
        """Count who holds each gradient, its storage (views do), and its memory (arrays do)."""
        tensors = [grad.tensor for grad in self.own_grads]
        self.watched = [x for t in tensors for x in (t, t.storage, t.storage.buffer)]
        del tensors  # its references would count
        self.counts = list(map(getrefcount, self.watched))

    def _leave_kept_grads(self):
        """A gradient that somebody else keeps stays as it is: the next one gets new memory."""
        now = list(map(getrefcount, self.watched))
        kept = [any(map(int.__gt__, now[k : k + 3], self.counts[k : k + 3]))
                for k in range(0, len(now), 3)]  # fmt: skip
        if any(kept):
            self.watched, self.counts = [], None
        for grad, replaced in zip(self.own_grads, kept, strict=True):
            if replaced:
                old = grad.tensor
                storage = allocate(old.storage.nbytes)
                address = storage.address + old.address - old.storage.address
                grad.tensor = make(storage, old.spec, address)
                self.grad_bases[grad.base] = storage.address


class _Outputs:
    """Tells of each tensor that leaves the function how a call makes it."""

    def __init__(self, trace, arguments, bases, made_bytes, grads):
        self.trace, self.bases, self.made_bytes = trace, bases, made_bytes
        self.count = len(arguments)
        self.grads = {trace.locate(g.tensor.address)[0]: g for g in grads}
        self.stand_ins = {id(x): k for k, (x, _) in enumerate(arguments)}

    def of(self, leaf, roots):
        """A Result, a View, or what is the same in every call."""
        if not isinstance(leaf, Tensor):
            return leaf
        if id(leaf) in self.stand_ins:
            return View(self.stand_ins[id(leaf)])
        region, offset = self.trace.locate(leaf.address)
        if region is None:  # no elements
            return leaf
        if region.kind == "argument":
            return View(self.bases[region][0], offset, leaf.spec)
        if region.kind != "made":
            return leaf
        if region in self.grads:
            grad = self.grads[region]
            same = leaf is grad.tensor
            start = grad.tensor.address
            return GradView(grad) if same else GradView(grad, leaf.address - start, leaf.spec)
        if region not in self.bases:
            self.bases[region] = self.count + len(self.made_bytes), 0
            self.made_bytes.append(region.nbytes)
        index = next((k for k, root in enumerate(roots) if root is leaf), None)
        number = self.bases[region][0] - self.count
        return Result(number, offset, leaf.spec, leaf._node is not None, index)


# ------------------------------------------------------------------ gradients of results


class CompiledBackward:
    """Gradients of a plan's results: a second plan, over memory that the first one keeps for it."""

    def __init__(self, steps, backward, trace, bases, first):
        self.places, self.recorded = backward.places, len(steps)
        self.specs = tuple(None if g is None else g.spec for g in backward.found)
        self.outputs = tuple(root.spec for root in backward.roots)
        own = dict(bases)
        for k, (_, region) in enumerate(backward.grads):
            own[region] = first + k, 0
        self.made_bytes = []
        outputs = _Outputs(trace, backward.grads, own, self.made_bytes, ())
        outputs.count = first + len(backward.grads)
        self.found = [outputs.of(g, ()) for g in backward.found]
        self.first = first
        self.starts = [x.address - region.start for x, region in backward.grads]
        new = own.keys() - bases.keys()
        steps = restored(steps, trace, new, bases.keys()) + steps
        self.steps = needed(steps, own.keys())
        self.own, self.replay = own, None
        self.read = [
            r.buffer for r in {r for s in self.steps for r, reads, _ in s.accesses() if reads}
            if r.kind == "outer"
        ]  # fmt: skip
        self.op = Op("compiled", (), None)
        self.op.gradients = self._gradients

    def of(self, bases, made, arguments):
        """The node of one call's results."""
        node = _new(Node)
        node.op = self.op
        node.edges = [edge(arguments[p]) if type(p) is int else p for p in self.places]
        node.order = next(orders)
        node.specs, node.outputs = self.specs, self.outputs
        node.saved = {0: (list(bases), made, list(arguments))}
        node.versions = [(s, s.version) for s in (*self.read, *(x.storage for x in arguments))]
        frame = sys._getframe(3)
        node.code, node.lasti = frame.f_code, frame.f_lasti
        return node

    def _gradients(self, node, slots):
        if mode.grad:
            raise NotImplementedError(
                "compile: expected create_graph=False; got a backward that is itself recorded "
                "through a compiled function; try computing these gradients inside of it"
            )
        bases, _, _ = node.saved[0]
        if self.replay is None:
            self.replay = Replay(self.steps, self.own, set())
            self.replay.tape.label = "backward of compiled"
        grads = [registry["zeros"](spec.shape, dtype=spec.dtype) if g is None else g
                 for g, spec in zip(slots, self.outputs, strict=True)]  # fmt: skip
        grads = [_laid_out(g, spec) for g, spec in zip(grads, self.outputs, strict=True)]
        made = [allocate(nbytes) for nbytes in self.made_bytes]
        addresses = [g.address - start for g, start in zip(grads, self.starts, strict=True)]
        self.replay([*bases, *addresses, *(storage.address for storage in made)])
        return [self._found(result, made, grads) for result in self.found]

    def _found(self, result, made, grads):
        if type(result) is Result:
            storage = made[result.number]
            return make(storage, result.spec, storage.address + result.offset)
        if type(result) is View:
            g = grads[result.argument - self.first if result.spec is not None else result.argument]
            if result.spec is None:
                return g
            return make(g.storage, result.spec, g.address + result.offset)
        return result


def _laid_out(g, spec):
    """A gradient with the strides that were recorded."""
    if g.spec is spec:
        return g
    from ..ops.strided import laid_out

    return laid_out(g, spec)


def _refuse(node, slots):
    raise RuntimeError(
        "compile: Trying to backward through the graph a second time; expected the result of a "
        "compiled function without backward(); got one whose gradients the function itself "
        "computed; try backward() outside of it"
    )


@functools.cache
def spent_node():
    """Stands for the graph of a result whose gradients the plan has already computed."""
    op = Op("compiled", (), None)
    op.gradients = _refuse
    node = Node(op, (), make(allocate(0), spec_of((), float32), 0), None)
    node.saved = {}
    return node


# ------------------------------------------------------------------ which steps


def restored(steps, trace, bases, kept):
    """Steps that give memory its first content, where the host filled it and steps change it."""
    accessed = {region: None for step in steps for region, _, _ in step.accesses()}
    changed = [r for r in accessed if r.filled and r.written and (r not in kept or r in bases)]
    given = [r for r in bases if r.kind == "made" and not r.written]
    return [_copy_step(region, trace) for region in changed + given]


def _copy_step(region, trace):
    memory_of = ctypes.c_uint8 * max(1, region.nbytes)
    pristine = np.frombuffer(memory_of.from_address(region.start), np.uint8).copy()
    source = trace.words(pristine)
    program = Program.single(same, ("uint8",), "uint8", ("uint8",))
    launch = elementwise.launch(program, (region.nbytes,), [(1,), (1,)])
    region.written = True
    return Step(launch, ((source, 0), (region, 0)), "a constant of the function")


def checks_first(steps, kept):
    """Checks before later writes to what outlives the call: nothing is written if one fails.

    Those of arguments come before everything else.
    """
    written, early, late = set(), [], []
    for step in steps:
        if step.complain is not None and not any(r in written for r, _, _ in step.accesses()):
            early.append(step)
            continue
        late.append(step)
        written |= {region for region, _, changes in step.accesses() if changes}
    lasting = set()
    for step in reversed(late):
        if step.complain is not None:
            step.ahead_of = frozenset(lasting)
        lasting |= {region for region, _, changes in step.accesses()
                    if changes and (region.kind != "made" or region in kept)}  # fmt: skip
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
