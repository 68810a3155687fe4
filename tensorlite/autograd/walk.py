"""The backward walk: nodes in falling order, each handed the sum of its gradients.

Orders grow with every recorded op, so a heap of them is a topological order: no counting of
dependencies, no recursion.
"""

import heapq
import threading
from typing import Any

from .. import dispatch
from ..batches import again, batches
from ..graph import edge, mode
from ..op import INPUT, OUT, SPEC, Elementwise, registry, supplies
from ..ops.batching import settle_gradient
from ..ops.parts import Parts, slice_op
from ..ops.views import sum_to
from ..rehearsal import Repertoire, recall
from ..tensor import Leaf, make
from .anomaly import anomaly, watched
from .arrival import accumulate, checked, checked_all

_NONE: dict = {}  # keywords
KEEPS, OWN = 1, 2  # the turns of hooks, after those of tensors


class _Running(threading.local):
    """Per thread: the walk of which a hook runs, and the Leaf or Node that it is at."""

    walk: Any = None
    place: Any = None


running = _Running()


class Walk:
    """One walk from `roots` down.

    Parameters
    ----------
    roots, grads : sequence of Tensor
        Where it starts, and with what.
    retain : bool
        Keep what nodes saved.
    create : bool
        Record the gradients.
    targets : container of edges, or None
        What gradients are asked for; they end up in `found`. None stands for all leaves, whose
        `.grad` then receives them.
    adds : bool
        Whether the caller adds what targets get to their `.grad`: then leaves are nodes that run.
    """

    gathering: Any = None  # what hooks of several tensors have got, by the hook

    def __init__(self, roots, grads, retain, create, targets, adds=False):
        self.retain, self.create, self.adds = retain, create, adds or targets is None
        self.targets: Any = targets
        self.pending, self.heap, self.found = {}, [], {}
        self.leaves = {}  # gradients that hooks, targets or a `.grad` of before want complete
        self.begun = set()  # leaves without a `.grad` before: it adds up there
        self.useful: Any = None if targets is None else _leading_to(roots, targets)
        if anomaly.on and anomaly.check_nan:
            self.gradients: Any = watched(self, self.gradients)
        before, mode.grad = mode.grad, create
        try:
            for x, g in zip(roots, grads, strict=True):
                place = edge(x)
                if self.wants(place):
                    self.send(place, self.lent(g))
            while self.heap:
                self.step(heapq.heappop(self.heap)[1])
            self.finish_leaves()
            if self.gathering:
                for each in self.gathering.values():
                    each.finish()
        finally:
            mode.grad = before

    def wants(self, place):
        """Whether a gradient that is sent there is of use."""
        if place is None or self.targets is None:
            return place is not None
        return place in self.targets or (type(place) is not Leaf and place[0] in self.useful)

    def lent(self, g):
        """A gradient that the user may have kept, as another tensor: `accumulate` can tell then."""
        return g if self.create or g is None else make(g.memory, g.spec, g.address)

    def send(self, place, g):
        """Add a gradient to what waits at an edge."""
        if type(place) is Leaf:
            g = g.whole() if type(g) is Parts else g
            if self.targets is None and not place.hooks and not place.post_hooks and (
                place in self.begun or place.grad is None
            ):
                self.begun.add(place)
                accumulate(place, g, self.create)
            else:
                self.leaves[place] = self.leaves[place] + g if place in self.leaves else g
            return
        node, index = place
        slots = self.pending.get(node)
        if slots is None:
            slots = self.pending[node] = [None] * len(node.outputs)
            heapq.heappush(self.heap, (-node.order, node))
        slots[index] = g if slots[index] is None else slots[index] + g

    def step(self, node):
        """Run one node whose gradients are complete, and send on what it gives."""
        slots = self.pending.pop(node)
        for index, g in enumerate(slots):
            if type(g) is Parts:
                slots[index] = g.whole()
        if node.prehooks:
            slots = self.after_prehooks(node, slots, False)
        if self.targets is not None:
            for index, g in enumerate(slots):
                if g is not None and (node, index) in self.targets:
                    self.found[node, index] = g
            if not self.useful[node]:
                return
        if node.prehooks:
            slots = self.after_prehooks(node, slots, True)
            if all(g is None for g in slots):  # hooks let the gradient end here
                if not self.retain:
                    node.release()
                return
        grads = self.gradients(node, slots)
        del slots, g  # `accumulate` looks whether others hold a gradient
        for place in reversed(node.edges):
            g = grads.pop()
            if g is not None and place is not None and (self.targets is None or self.wants(place)):
                self.send(place, g)
            del g
        if not self.retain:
            node.release()

    def gradients(self, node, slots):
        """The gradients of a node's inputs, after its hooks."""
        if node.op is slice_op and not node.hooks and not self.create and not (
            batches.used and (slots[0].spec.hidden or node.specs[0].hidden)
        ):
            return [Parts(node.specs[0], node.static["index"], slots[0])]
        try:
            wanted = None if self.targets is None else [self.wants(place) for place in node.edges]
            grads = gradients_of(node, slots, wanted, self.lent)
        except Exception as error:
            if node.title() not in str(error) or ", called at " not in str(error):
                error.add_note(f"in the backward of {node.describe()}")
            raise
        for hook in list(node.hooks.values()) if node.hooks else ():
            result = hook(tuple(grads), tuple(slots))
            if result is not None:
                grads = checked_all(result, grads)
            grads = [self.lent(g) for g in grads]
        return grads

    def after_prehooks(self, node, slots, own):
        """Gradients of a node's outputs after its own hooks, or after those of the tensors."""
        hooks = [hook for hook in node.prehooks.values() if (_turn(hook, OWN) == OWN) is own]
        for hook in sorted(hooks, key=_turn):
            result = self.call(hook, node, tuple(slots))
            if result is not None:
                slots = checked_all(result, slots)
            slots = [self.lent(g) for g in slots]
        return slots

    def call(self, hook, place, given):
        """What a hook of a tensor says to its gradient; meanwhile it can ask for this walk."""
        before, running.walk, running.place = (running.walk, running.place), self, place
        try:
            return hook(given)
        finally:
            running.walk, running.place = before

    def reached(self):
        """The edges at which gradients may still arrive, from where a hook runs."""
        found, seen, stack = {*self.leaves}, set(), [running.place, *(n for _, n in self.heap)]
        while stack:
            node = stack.pop()
            if type(node) is Leaf:
                found.add(node)
            elif node not in seen:
                seen.add(node)
                found.update((node, index) for index in range(len(node.outputs)))
                stack += [e if type(e) is Leaf else e[0] for e in node.edges if e is not None]
        return found if self.targets is None else {place for place in found if self.wants(place)}

    def finish_leaves(self):
        """Hand the leaves that waited their whole gradients, through their hooks."""
        for place in list(self.leaves):
            g = self.leaves.pop(place)
            for hook in sorted(place.hooks.values(), key=_turn) if place.hooks else ():
                if not self.adds and _turn(hook) == OWN:
                    break  # the node does not run
                result = self.call(hook, place, g)
                g = self.lent(g if result is None else checked(result, g))
            if self.targets is None:
                accumulate(place, g, self.create)
            else:
                self.found[place] = g
            del g


def _turn(hook, otherwise=0):
    """When a hook runs: those of tensors, those that keep gradients, those of the node itself."""
    return getattr(hook, "turn", otherwise)


def _leading_to(roots, targets):
    """Nodes from which a target can be reached: True if beyond the node itself."""
    useful, seen, stack = {}, set(), [edge(x) for x in roots]
    while stack:
        place = stack.pop()
        if place is not None and type(place) is not Leaf and place[0] not in seen:
            seen.add(place[0])
            stack += place[0].edges
    for node in sorted(seen, key=lambda n: n.order):
        beyond = any(
            e is not None and (e in targets or (type(e) is not Leaf and e[0] in useful))
            for e in node.edges
        )
        if beyond or any((node, index) in targets for index in range(len(node.outputs))):
            useful[node] = beyond
    return useful


# ------------------------------------------------------------------ one node


def gradients_of(node, slots, wanted, lent):
    """The gradients of the wanted inputs of a node, by the rules of its op; None for the others.

    `wanted` is None where all are that have a history.
    """
    saved, out = node.unpack()
    op = node.op
    if op.gradients is not None:
        grads = op.gradients(node, [lent(g) for g in slots], saved, out)
        if batches.used and grads is not NotImplemented:
            grads = [g if g is None else settle_gradient(g, node, k) for k, g in enumerate(grads)]
        if grads is not NotImplemented:
            return [lent(g) for g in grads]
    g = slots[0] if len(slots) == 1 else with_zeros(slots, node.outputs)
    grads, elementwise = [], type(op) is Elementwise
    for index, place in enumerate(node.edges):
        if place is None or (wanted is not None and not wanted[index]):
            grads.append(None)
            continue
        rule = op.rules[index] if index < len(op.rules) else None
        rule = rule or op.rule(index)
        if rule is None:
            name = op.params[index] if index < len(op.params) else f"argument {index}"
            raise RuntimeError(
                f"{node.describe()}: has no derivative with respect to {name}; "
                "try detach() on that argument"
            )
        result = apply_rule(rule, node, index, g, saved, out, slots)
        if batches.used and result is not None and node.outputs[0].hidden:
            result = settle_gradient(result, node, index)
        if elementwise and result is not None and result.spec is not node.specs[index]:
            result = sum_to(result, node.specs[index])
        grads.append(lent(result) if result is g else result)
    return grads


def zeros_of(spec):
    """The gradient of a result that nothing used."""
    return registry["zeros"](spec.shape, dtype=spec.dtype, device=spec.device)


def with_zeros(slots, outputs):
    """Gradients of all results that can have one."""
    return tuple([zeros_of(spec) if g is None and spec.dtype.differentiable else g
                  for g, spec in zip(slots, outputs, strict=True)])  # fmt: skip


@supplies
def apply_rule(rule, node, index, g, saved, out, slots):
    """What a rule gives for the input number `index` of a node, or a joint one for several."""
    function = rule.function
    if type(function) is float:
        if function == 1.0:
            return g
        return -g if function else registry["zeros_like"](g)
    args = []
    for kind, which in rule.sources:
        if kind == INPUT:
            args.append(saved[which])
        elif kind == SPEC:
            args.append(node.specs[which])
        else:
            args.append(out if kind == OUT else _static(which, node, index, slots))
    if type(function) is Elementwise:
        count = len(args)
        if count == 1:
            return dispatch.binary(function, g, args[0])
        return function(g, *args) if count else dispatch.unary(function, g)
    repertoire = rule.repertoire
    if repertoire is None:
        is_ours = function.__module__.partition(".")[0] == "tensorlite"
        repertoire = rule.repertoire = Repertoire(hopeless=not is_ours)
    if not repertoire.hopeless:
        made = recall(repertoire, rule.applied, (g, *args), _NONE)
        if made is not NotImplemented:
            return made
    named = _NONE
    if rule.by_name:
        count = len(args) - len(rule.by_name)
        args, named = args[:count], dict(zip(rule.by_name, args[count:], strict=True))
    if not batches.used:
        return function(g, *args, **named)
    try:
        return function(g, *args, **named)
    except Exception as error:
        made = again(error, function, (g, *args), named)
        if made is NotImplemented:
            raise
        return made


def _static(name, node, index, slots):
    """What a rule asks for that is no tensor."""
    if node.static and name in node.static:
        return node.static[name]
    if name == "used":
        return [g is not None for g in slots]
    if name == "index":
        return index
    if name == "specs":
        return node.specs
    raise RuntimeError(f"{node.title()}: its gradient rule asks for {name!r}")
