"""Gradients of gradients through a compiled function: its call once more, eagerly, in the graph.

A plan's backward is a plan: nothing records what it does. Where `create_graph=True` asks for that,
the function runs again on the tensors of the call, on which ops are recorded as ever; eager results
have the bits of compiled ones. So it must be what it was, draw what it drew, and write nothing.
"""

import contextlib

from ..autograd.walk import Walk
from ..errors import expected
from ..ops.drawing import Drawing
from ..tensor import Leaf, Tensor, make
from . import tree
from .gradients import without_hooks
from .replay import held


class Again:
    """How to run a compiled function once more.

    Parameters
    ----------
    function : callable
    call : callable
        Makes its arguments, and its named ones, of leaves; see `Arguments`.
    plan : Plan
        Of such a call, with a backward.
    """

    def __init__(self, function, call, plan):
        self.function, self.call, self.guards = function, call, plan.guards
        results = reversed([*zip(plan.firsts, plan.results, strict=True)])
        numbers = {getattr(r, "index", None): place for place, r in results}
        self.roots = [numbers.get(k) for k in range(len(plan.node.outputs))]
        self.drawings = [effect for effect in plan.effects if type(effect) is Drawing]
        self.writes = _written(plan, len(self.drawings))
        read = {r for s in plan.steps for r, reads, _ in s.accesses() if reads}
        self.read = [s for r in read if r.kind == "outer" for s in held(r.readers)]

    def moment(self, arguments, leaves):
        """What has to be the same when this call is repeated: versions, and what was drawn."""
        if self.writes:
            return None
        storages = [*self.read, *[x.memory for x in arguments]]
        drawn = [(d.generator, tuple(map(int, d.words[:2]))) for d in self.drawings]
        return [(s, s.version) for s in storages], drawn, leaves

    def gradients(self, places, arguments, moment, slots):
        """The gradients at leaves, and at arguments by their number, in the graph."""
        self._check(moment)
        inputs = [_alias(x) if k in places else x for k, x in enumerate(arguments)]
        tensors = iter(inputs)
        leaves = [next(tensors) if isinstance(x, Tensor) else x for x in moment[2]]
        args, kwargs = self.call(leaves)
        with _drawing(moment[1]):
            results = tree.flatten(self.function(*args, **kwargs))[0]
        pairs = [(results[k], g) for k, g in zip(self.roots, slots, strict=True)
                 if k is not None and g is not None]  # fmt: skip
        places = [p if type(p) is Leaf else (inputs[p]._node, 0) for p in places]
        with without_hooks([p for p in places if type(p) is Leaf]):
            roots, grads = zip(*pairs, strict=True)
            found = Walk(roots, grads, True, True, set(places)).found
        return [found.get(p) for p in places]

    def _check(self, moment):
        got = self.writes
        if not got and (changed := self.guards.changed(moment[2])):
            got = f"a change of {changed.text}"
        if got:
            raise RuntimeError(
                expected("compile", "a function that writes nothing and is what it was, for "
                         "create_graph=True runs it again", got,
                         "computing these gradients inside of it")
            )  # fmt: skip
        for storage, version in moment[0]:
            if storage.version != version:
                raise RuntimeError(
                    "compile: one of the variables needed for gradient computation has been "
                    f"modified by an inplace operation; expected version {version}; got version "
                    f"{storage.version}; try clone() before the change"
                )


def _written(plan, drawings):
    """What the function changes besides its results, for people; None if there is nothing."""
    if plan.writes is not None:
        return "one that changes objects"
    if plan.guards.conditions.varies:
        return "one that reads numbers or tensors which vary"
    if plan.forward.written_bases or plan.shown:
        return "one that changes an argument"
    if plan.forward.written:
        return "one that changes a parameter, a buffer or another tensor"
    if plan.grads or plan.argument_grads or plan.lent_grads:
        return "one that calls backward()"
    return "one that makes a step" if len(plan.effects) > drawings else None


def _alias(x):
    """The same tensor by a node of its own: no hook of the original runs before its time."""
    view = x.view_as(x)
    alias = make(x.memory, x.spec, x.address, type(x))
    alias._node, alias._index = view._node, view._index
    return alias


@contextlib.contextmanager
def _drawing(drawn):
    """Let generators draw what they drew at a call; then they go on where they were."""
    first = {}
    for generator, state in drawn:
        first.setdefault(generator, state)
    before = [(generator, generator.__reduce__()[2]) for generator in first]
    try:
        for generator, state in first.items():
            generator.__setstate__(state)
        yield
    finally:
        for generator, state in before:
            generator.__setstate__(state)
