"""The gradients of what a compiled function returns: a second plan."""

import contextlib
import functools
from typing import Any

from ..autograd.walk import with_zeros
from ..device import CPU
from ..dtypes import float32
from ..errors import TraceError, expected
from ..graph import Node, edge, link, mode, orders, user_frame
from ..kernels.cpu import native
from ..kernels.internals import cpython
from ..op import Op
from ..ops.strided import laid_out
from ..storage import allocate
from ..tensor import make, spec_of
from .outputs import Outputs, Result, View
from .replay import Replay, counts, held, needed, restored

_new = object.__new__


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


class CompiledBackward:
    """Gradients of a plan's results: a second plan, over memory that the first one keeps for it."""

    again: Any  # an Again, for gradients that are themselves recorded, or None

    def __init__(self, steps, backward, trace, bases, count, first):
        self.places, self.recorded = backward.places, len(steps)
        self.specs = tuple(None if g is None else g.spec for g in backward.found)
        self.outputs = tuple(root.spec for root in backward.roots)
        self.layouts = [g.spec for g, _ in backward.grads]
        own = dict(bases)
        for k, (_, region) in enumerate(backward.grads):
            own[region] = first + k, 0
        self.made_bytes = []
        outputs = Outputs(trace, backward.grads, own, self.made_bytes, ())
        outputs.count = first + len(backward.grads)
        self.found = [outputs.of(g, ()) for g in backward.found]
        self.first = first
        self.starts = [x.address - region.start for x, region in backward.grads]
        new = own.keys() - bases.keys()
        kept = restored(steps, trace, new, bases.keys()) + steps
        self.steps = needed(kept, own.keys())
        self.words = _renewed(self.steps, steps)
        place = outputs.count + len(self.made_bytes)
        own.update((region, (place + k, 0)) for k, region in enumerate(self.words))
        self.own, self.replay = own, None
        read = {r for s in self.steps for r, reads, _ in s.accesses() if reads}
        self.read = [s for r in read if r.kind == "outer" for s in held(r.readers)]
        numbers = {bases[r][0] for r in read & bases.keys()
                   if r.kind != "argument" or counts(r, r.readers)}  # fmt: skip
        self.read_arguments = sorted(n for n in numbers if n < count)
        self.read_made = sorted(n - count for n in numbers if count <= n < first)
        self.again = None
        self.ends_within = False  # whether some leaves are made by each call
        self.op = Op("compiled", (), None, gradients=self._gradients)

    def of(self, bases, made, arguments, leaves):
        """The node of one call's results."""
        if mode.packs is not None:
            raise TraceError(
                expected("compile", "gradients whose saved tensors the plan may keep",
                         "saved_tensors_hooks around a compiled function", "them without compile")
            )  # fmt: skip
        node = _new(Node)
        node.op, node.static, node.out = self.op, None, None
        node.edges = [edge(arguments[p]) if type(p) is int else p for p in self.places]
        node.order = next(orders)
        node.specs, node.outputs = self.specs, self.outputs
        moment = None if self.again is None else self.again.moment(arguments, leaves)
        words = [region.buffer.copy() for region in self.words]
        node.saved = {0: (list(bases), made, list(arguments), words, moment)}
        node.versions = [(s, s.version) for s in (
            *self.read,
            *[arguments[k].memory for k in self.read_arguments],
            *[made[k] for k in self.read_made],
        )]  # fmt: skip
        node.code, node.lasti = user_frame(cpython.frame(3))
        return node

    def _gradients(self, node, slots, saved, out):
        bases, _, arguments, words, moment = saved[0]
        if mode.grad and self.ends_within:
            raise RuntimeError(
                expected("compile", "leaves from outside of the function, for create_graph=True "
                         "runs it again", "one that it makes and returns", "making it outside")
            )  # fmt: skip
        if mode.grad:
            return self.again.gradients(self.places, arguments, moment, slots)
        if self.replay is None:
            self.replay = Replay(self.steps, self.own, set())
            self.replay.tape.label = "backward of compiled"
        grads = with_zeros(slots, self.outputs)
        grads = [_laid_out(g, spec) for g, spec in zip(grads, self.layouts, strict=True)]
        made = [allocate(*size) for size in self.made_bytes]
        addresses = [g.address - start for g, start in zip(grads, self.starts, strict=True)]
        addresses += [storage.address for storage in made]
        self.replay([*bases, *addresses, *map(native.address_of, words)])
        return [self._found(result, made, grads) for result in self.found]

    def _found(self, result, made, grads):
        if type(result) is Result:
            storage = made[result.number]
            return make(storage, result.spec, storage.address + result.offset)
        if type(result) is View:
            g = grads[result.argument - self.first if result.spec is not None else result.argument]
            if result.spec is None:
                return g
            return make(g.memory, result.spec, g.address + result.offset)
        return result


def _renewed(steps, recorded):
    """Numbers of the host that steps read and that the next call of the plan puts elsewhere."""
    words = {r for s in recorded for r, reads, _ in s.accesses() if reads and r.kind == "words"}
    words -= {table.region for s in recorded for table in s.tables}
    read = {r for s in steps for r, reads, _ in s.accesses() if reads}
    return sorted(words & read, key=lambda region: region.start)


@contextlib.contextmanager
def without_hooks(leaves):
    """Keep hooks of leaves from running: they do when the gradients arrive."""
    before = [leaf.hooks for leaf in leaves]
    for leaf in leaves:
        leaf.hooks = None
    try:
        yield
    finally:
        for leaf, hooks in zip(leaves, before, strict=True):
            leaf.hooks = hooks


def _laid_out(g, spec):
    """A gradient with the strides that were recorded."""
    if g.spec is spec:
        return g
    return laid_out(g, spec)


def _refuse(node, slots, saved, out):
    raise RuntimeError(
        "compile: Trying to backward through the graph a second time; expected the result of a "
        "compiled function without backward(); got one whose gradients the function itself "
        "computed; try backward() outside of it"
    )


@functools.cache
def spent_node():
    """Stands for the graph of a result whose gradients the plan has already computed."""
    op = Op("compiled", (), None, gradients=_refuse)
    node = link(op, (), make(allocate(0), spec_of((), float32, CPU), 0), None)
    node.saved = {}
    return node
