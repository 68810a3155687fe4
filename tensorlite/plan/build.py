"""From a recording to a Plan: what is needed, where it lies, and what a call hands over."""

from typing import Any

from ..dispatch import attach
from ..graph import view_of
from ..kernels.internals.cpython import references
from ..storage import allocate
from ..tensor import make, structure
from . import memory
from .gradients import CompiledBackward, spent_node
from .outputs import Given, Grad, GradView, Outputs, Result, View
from .replay import Replay, checks_first, needed, restored


class Recording:
    """
    What one run of a function left behind.

    Attributes
    ----------
    trace : Trace
    arguments : list of (Tensor, Region)
        What stood for the arguments.
    leaves, rebuild, firsts : list, callable, list of int
        What left it, each value once; how they are put together, see `tree.flatten`; where each
        stands first.
    varying : set of str
        The places whose values were inputs.
    given : list of Tensor
        What the first call takes from outside.
    writes : (callable or None, bool)
        Repeats what was written to Python objects, see `Writes`; whether what left is a pair of
        the result and the values that it writes.
    backward : Backward or None
        The gradients of what it returned, recorded behind its own steps.
    lent : (int, list of str)
        How many tensors come before those that each call takes from outside, and their places.
    """

    lent: tuple[int, list[str]] = (0, [])

    def __init__(self, trace, arguments, results, varying, given, writes, backward):
        self.trace, self.arguments = trace, arguments
        self.leaves, self.rebuild, self.firsts = results
        self.varying, self.given, self.writes, self.backward = varying, given, writes, backward


class Plan:
    """A recorded function, ready to be called on its arguments."""

    node: Any  # the CompiledBackward of its results, or None
    counts: list[int] | None  # how often each of `watched` is held
    grad_bases: list[Any]

    def __init__(self, recording, guards):
        trace, arguments = recording.trace, recording.arguments
        self.guards, self.effects, self.rebuild = guards, trace.effects, recording.rebuild
        self.told = trace.told
        self.writes, self.writes_values = recording.writes
        self.firsts = recording.firsts
        self.varying, self.lent = recording.varying, recording.lent
        self.may_meet = bool(self.lent[1])  # what it takes from outside, and what it writes
        self.calls, self.recorded = 0, len(trace.steps)
        self.refused = None  # why an effect asked for another plan
        self.eager_bytes = memory.eager_peak(trace)
        for showing in trace.shown.values():
            showing.settle()
        for requiring, _ in trace.required.values():
            requiring.settle()
        bases = {region: (k, 0) for k, (_, region) in enumerate(arguments)}
        self.made_bytes = []
        self._hand_over(recording, bases)
        for _, region in trace.lent.values():
            region.buffer = None  # whoever counts its references must not count this plan
        steps, backward = trace.steps, recording.backward
        self.node, self.spent, self.ends = None, spent_node(), []
        if backward is not None:
            steps = steps[: backward.first]
            self._backward(backward, trace, bases)
            self._end_in_results(backward.places, recording.leaves)
        self._grads(trace, bases)
        self.watched, self.counts = [], None  # who holds gradients, when only plan and leaf do
        recording.leaves.clear()
        recording.backward = backward = None
        kept = {r for r in trace.regions("made") if r.alive}
        steps = restored(steps, trace, bases, kept) + steps
        steps = needed(checks_first(steps, kept), kept | bases.keys())
        self.forward = Replay(steps, bases, kept)

    def _hand_over(self, recording, bases):
        """Say how arguments are given to the steps, and how results and gradients leave them."""
        trace, arguments = recording.trace, recording.arguments
        first = {s.tensor(): s.before[2] for s in trace.shown.values()}  # where it began at first
        self.starts = [first.get(x, x.address) - region.start for x, region in arguments]
        self.specs = [x.spec for x, _ in arguments]
        self.inside = any(self.starts)  # whether an argument begins inside of its memory
        own = {x._node: k for k, (x, _) in enumerate(arguments) if x._node is not None}
        known = own.keys() | trace.inner | trace.lent.keys()
        self.grads = [Grad(leaf, leaf.grad) for leaf in trace.grads if leaf not in known]
        self.leaves_made = [k for k, (x, _) in enumerate(arguments)
                            if x._node in trace.inner]  # fmt: skip
        outputs = Outputs(trace, arguments, bases, self.made_bytes,
                           [g for g in self.grads if g.tensor is not None])  # fmt: skip
        roots = recording.backward.roots if recording.backward else []
        self.results = [outputs.of(x, roots) for x in recording.leaves]
        self.given = any(type(r) is Given for r in self.results)
        self.argument_grads = [(k, outputs.of(leaf.grad, ())) for leaf, k in own.items()
                               if leaf in trace.grads and leaf.grad is not None]  # fmt: skip
        self.shown = [(k, outputs.placed(x)) for k, (x, _) in enumerate(arguments) if x in first]
        self.lent_grads = [(leaf, outputs.of(leaf.grad, ())) for leaf in trace.lent]

    def _backward(self, backward, trace, bases):
        """Prepare the node of the results; the memory that its gradients need becomes a base."""
        count, later = len(self.starts), trace.steps[backward.first :]
        written = {r for s in trace.steps[: backward.first] for r, _, w in s.accesses() if w}
        read = {r for s in later for r, reads, _ in s.accesses() if reads}
        sizes = {}  # of what is kept on each device
        for region in sorted((written & read) - bases.keys(), key=lambda r: r.start):
            if region.kind == "made":
                place = list(sizes).index(region.device) if region.device in sizes else len(sizes)
                start = sizes.get(region.device, 0)
                bases[region] = count + len(self.made_bytes) + place, start
                sizes[region.device] = start + -(-region.nbytes // 64) * 64
        self.made_bytes += [(size, device) for device, size in sizes.items()]
        first = count + len(self.made_bytes)
        self.node = CompiledBackward(later, backward, trace, bases, count, first)

    def _end_in_results(self, places, results):
        """Gradients at leaves that the function makes and returns go to those of each call."""
        both = enumerate(zip(results, self.results, strict=True))
        returned = {x._node: k for k, (x, result) in both
                    if isinstance(result, Result | View) and result.leaf}
        self.ends = [(position, returned[place]) for position, place in enumerate(places)
                     if place in returned]
        self.node.ends_within = bool(self.ends)

    def _grads(self, trace, bases):
        """Gradients in memory of the plan are bases: the user may keep an old one."""
        self.grad_bases, self.own_grads = [], []
        first = len(self.starts) + len(self.made_bytes)
        for grad in self.grads:
            if grad.tensor is None:
                continue
            region = trace.region(grad.tensor.memory)
            if region.kind == "made" and region not in bases:
                grad.base = len(self.grad_bases)
                self.own_grads.append(grad)
                bases[region] = first + grad.base, 0
                self.grad_bases.append(grad.tensor.memory.address)

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
                    self.refused = effect.refusal
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

    def __call__(self, arguments, numbers=(), leaves=()):
        """
        Run on these tensors.

        Parameters
        ----------
        arguments : sequence of Tensor
            Those among the arguments, their gradients, and what the conditions give.
        numbers : sequence
            What the conditions give.
        leaves : sequence
            All arguments, for a backward that runs the function again.

        Returns
        -------
        What the function would.
        """
        if self.counts is not None and list(map(references, self.watched)) != self.counts:
            self._leave_kept_grads()
        no_arguments = self.forward.no_arguments
        for x in arguments:  # a set operation on both would take 0.15 us more
            if x.memory.address in no_arguments and x.spec.numel:
                self._refuse_shared(x)
        bases = [x.address for x in arguments]
        if self.inside:
            bases = [address - start for address, start in zip(bases, self.starts, strict=True)]
        made = []
        for size in self.made_bytes:
            storage = allocate(*size)
            made.append(storage)
            bases.append(storage.address)
        if self.forward.written_bases:
            self._check_written(arguments)
        if self.shown:
            self._check_shown(arguments)
        self.forward(bases + self.grad_bases)
        for grad in self.grads:
            grad.leaf.grad = grad.tensor
        if self.counts is None:
            self._watch_grads()
        for number in self.leaves_made:
            arguments[number].requires_grad_()
        for number, result in self.argument_grads:
            arguments[number]._node.grad = self._result(result, made, arguments, None)
        for leaf, result in self.lent_grads:
            leaf.grad = self._result(result, made, arguments, None)
        node: Any = None if self.node is None else self.node.of(bases, made, arguments, leaves)
        results = [self._result(r, made, arguments, node) for r in self.results]
        for position, number in self.ends:
            node.edges[position] = results[number]._node
        if self.shown:
            self._show(made, arguments)
        if self.given:
            results = [numbers[r.number] if type(r) is Given else r for r in results]
        self.calls += 1
        return self.rebuild(results)

    def has_run(self):
        """Whether an interrupted call has run its steps: then its changes stand, all of them."""
        completed = getattr(self.tape, "completed", self.calls)
        if completed == self.calls:
            return False
        self.calls = completed
        for grad in self.grads:
            grad.leaf.grad = grad.tensor
        return True

    def is_apart(self, arguments):
        """Whether what a call takes from outside lies apart from what the plan writes."""
        first, places = self.lent
        written, lasting = self.forward.written_bases, self.forward.lasting
        given = [x.memory.root for x in arguments]
        for number in range(first, first + len(places)):
            x, root = arguments[number], given[number]
            if x.memory.address in self.forward.no_arguments and x.spec.numel:
                return False
            if number in written and (given.count(root) > 1 or root in lasting):
                return False
            if any(root is given[k] for k in written if k < len(given) and k != number):
                return False
        return True

    def _refuse_shared(self, x):
        """Complain of an argument in memory that the function writes through another tensor."""
        raise RuntimeError(
            f"compile: expected memory of its own for the argument {x.spec}; got memory that the "
            "function changes through another tensor, such as a parameter or a buffer; try clone()"
        )

    def _check_shown(self, arguments):
        """Refuse to change what an argument shows that is given twice."""
        for number, _ in self.shown:
            if sum(x is arguments[number] for x in arguments) > 1:
                raise RuntimeError(
                    f"compile: expected argument {number}, whose dims or data the function sets, "
                    "once among the arguments; got it twice; try view_as() of one of them"
                )

    def _check_written(self, arguments):
        """Refuse to write an argument that shares its memory, or is read-only."""
        given = [x.memory.root for x in arguments]
        for number in self.forward.written_bases:
            if number < len(arguments):
                storage = given[number]
                shared = given.count(storage) > 1 or storage in self.forward.lasting
                if shared or not storage.writeable:
                    raise RuntimeError(
                        f"compile: expected writable memory of its own for argument {number}, "
                        "which the function changes in place; got memory that is read-only or "
                        "shared with another argument or tensor; try clone()"
                    )
                if number in self.forward.counted_bases:
                    arguments[number].memory.version += 1

    def _show(self, made, arguments):
        """Let arguments show what the function has set them to, as `x.t_()` does."""
        shown = [self._result(result, made, arguments, None) for _, result in self.shown]
        for (number, _), view in zip(self.shown, shown, strict=True):
            x = arguments[number]
            x.memory, x.spec, x.address = view.memory, view.spec, view.address
            if x._node is not None:
                x._node.spec = view.spec
            x.memory.version += 1
        structure.changes += 1

    def _result(self, result, made, arguments, node):
        if type(result) is Result:
            storage = made[result.number]
            out = make(storage, result.spec, storage.address + result.offset)
            return self._in_graph(out, result, node, made, arguments)
        if type(result) is GradView:
            g = result.grad.tensor
            if result.spec is None:
                return g
            return make(g.memory, result.spec, g.address + result.offset)
        if type(result) is View:
            x = arguments[result.argument]
            if result.spec is None:
                return x
            offset = result.offset - self.starts[result.argument]  # in bytes from where x begins
            if result.related and result.spec.dtype is x.spec.dtype:
                steps = offset // x.spec.dtype.itemsize
                out = view_of(x, result.spec.shape, result.spec.strides, steps)
            else:
                out = make(x.memory, result.spec, x.address + offset)
            return self._in_graph(out, result, node, made, arguments)
        return result

    def _in_graph(self, out, result, node, made, arguments):
        """A tensor that a call returns, with its node; or as a leaf with its gradient."""
        if result.leaf:
            out.requires_grad_()
            if result.grad is not None:
                out._node.grad = self._result(result.grad, made, arguments, None)
        elif result.requires_grad:
            out._node = self.spent if result.index is None else node
            out._index = result.index or 0
            attach(out)
        return out

    def _watch_grads(self):
        """Count who holds each gradient, its storage (views do), and its memory (arrays do)."""
        tensors = [grad.tensor for grad in self.own_grads]
        self.watched = [x for t in tensors for x in (t, t.memory, t.memory.buffer)]
        del tensors  # its references would count
        self.counts = list(map(references, self.watched))

    def _leave_kept_grads(self):
        """A gradient that somebody else keeps stays as it is: the next one gets new memory."""
        now = list(map(references, self.watched))
        grown = list(map(int.__gt__, now, self.counts or ()))
        kept = [any(grown[k : k + 3]) for k in range(0, len(now), 3)]
        if any(kept):
            self.watched, self.counts = [], None
        for grad, replaced in zip(self.own_grads, kept, strict=True):
            if replaced:
                old = grad.tensor
                storage = allocate(old.memory.nbytes, old.spec.device)
                address = storage.address + old.address - old.memory.address
                grad.tensor = make(storage, old.spec, address)
                self.grad_bases[grad.base] = storage.address
