"""What an op launches for operands of certain Specs: found once, and from then on done at once.

A prepared call is three Python frames: the op, `launched`, and the memory of the result.
"""

import functools
from operator import add, attrgetter, itemgetter
from typing import Any

from .batches import batches, part_spec
from .device import CPU, cards, one_device
from .graph import link, mode
from .kernels import interpreters
from .kernels.cpu import native
from .kernels.work.launches import Stage
from .op import supplied
from .storage import allocate
from .tensor import empty_of, spec_of

own_address, own_spec = attrgetter("address"), attrgetter("spec")  # mapped: without a frame each
remembered: Any = functools.lru_cache(maxsize=4096, typed=True)  # 1 is neither True nor 1.0


_PLAIN, _INTEGER = {int, str, type(None)}, {int}


def looked_up(function, *given):
    """A function that `functools.lru_cache` wraps, of arguments that may be anything.

    It is looked up for numbers, texts and tuples of integers; lists count as tuples.
    """
    plain = [tuple(n) if type(n) is list else n for n in given]
    for n in plain:
        if type(n) in _PLAIN or (type(n) is tuple and _INTEGER.issuperset(map(type, n))):
            continue
        return function.__wrapped__(*plain)
    return function(*plain)


class Call:
    """
    The launches of an op, prepared for operands of certain Specs.

    Parameters
    ----------
    spec : Spec, or tuple of them
        Of the results.
    *steps : Launch or Stage
        What is done, one after the other, with the operands, the results and the scratch memory.
    scratch : int
        The bytes of that.

    Attributes
    ----------
    direct : bool
        Whether nothing stands between the op and the native launcher: its kernel is loaded, and it
        is one small launch with one result.
    ready : list, tuple or None
        The same of several launches, each with the places of its operands.
    """

    __slots__ = ("direct", "entry", "geometry", "items", "more", "ready", "scratch", "spec",
                 "static", "steps", "words")  # fmt: skip

    def __init__(self, spec, *steps, scratch=0):
        self.spec, *self.more = spec if type(spec) is tuple else (spec,)
        self.steps, self.scratch = steps, scratch
        self.static = None  # the keywords of an op that is no elementwise one
        self.direct, self.ready = False, None

    def run(self, *operands):
        """Launch on operands and results, or let the plan being traced take it."""
        if self.scratch:
            operands = *operands, allocate(self.scratch, self.spec.device)
        if not self.ready or interpreters.busy:
            for step in self.steps:
                step.of(operands) if type(step) is Stage else step(*operands)
            if self.ready is None:
                self.settle(len(operands))
            return
        for entry, geometry, words, items, pick, offsets in self.ready:
            taken = pick(operands)
            if offsets is not None:
                taken = map(add, map(own_address, taken), offsets)
            native.launch(entry, geometry, words, items, *taken)

    def settle(self, count):
        """Be done at once from now on, if that can be, when launches have loaded the kernels."""
        if self.spec.device is not CPU or interpreters.busy:
            return
        launches = [step.launch if type(step) is Stage else step for step in self.steps]
        if any(0 < launch.grain < launch.items for launch in launches):
            self.ready = ()  # never: they are for all threads
            return
        self.ready = [
            (launch.entry, launch.geometry_address, launch.words, launch.items,
             *_places(step, count))
            for launch, step in zip(launches, self.steps, strict=True)
        ]  # fmt: skip
        if len(launches) == 1 and launches[0] is self.steps[0] and not (self.more or self.scratch):
            self.entry, self.geometry, self.words, self.items = self.ready[0][:4]
            self.direct = True


class OverParts(Call):
    """What is done for operands with hidden dims: a function of them, for all parts at once.

    It has memory of its own for its results, whose number and dtypes are those of one part.
    """

    __slots__ = ("function",)

    def __init__(self, function, part):
        one, *more = [spec_of((0,), spec.dtype, CPU) for spec in (part.spec, *part.more)]
        super().__init__((one, *more))
        self.function = function

    def run(self, *operands):
        """Let the results, which are last, show what the function gives."""
        count = len(operands) - 1 - len(self.more)
        with mode.off():
            made = self.function(operands[:count])
        made = made if type(made) is tuple else (made,)
        for out, result in zip(operands[count:], made, strict=True):
            out.memory, out.spec, out.address = result.memory, result.spec, result.address


def _places(step, count):
    """Which of `count` operands a step takes, and how many bytes from where each begins, if any."""
    places = step.operands if type(step) is Stage else [(k, 0) for k in range(count)]
    taken, offsets = zip(*places, strict=True)
    return itemgetter(*taken), offsets if any(offsets) else None


def steps_at(call, *places):
    """The steps of a Call whose operands, results and scratch memory lie at places in another's."""
    for step in call.steps:
        own = step.operands if type(step) is Stage else [(k, 0) for k in range(len(places) - 1)]
        launch = step.launch if type(step) is Stage else step
        yield Stage(launch, tuple([(places[k][0], places[k][1] + at) for k, at in own]))


def launched(op, call, operands, depth=4):
    """
    The result of an op by its prepared Call, or the tuple of them.

    Parameters
    ----------
    op : Op or None
        None: outside of any graph.
    call : Call
    operands : tuple of Tensor
    depth : int
        As in `link`.
    """
    out = empty_of(call.spec)
    if call.direct and not interpreters.busy:
        native.launch(call.entry, call.geometry, call.words, call.items, *operands, out)
    elif call.more:
        return _several(op, call, operands, (out, *map(empty_of, call.more)), depth + 1)
    else:
        call.run(*operands, out)
    if op is not None and mode.grad:
        for x in operands:
            if x._node is not None:
                if call.spec.dtype.differentiable:
                    out._node = link(op, operands, out, call.static, None, depth)
                break
    return out


def _several(op, call, operands, results, depth):
    call.run(*operands, *results)
    if op is not None and mode.grad:
        for x in operands:
            if x._node is not None:
                node = link(op, operands, results, call.static, None, depth)
                for index, out in enumerate(results):
                    if out.spec.dtype.differentiable:
                        out._node, out._index = node, index
                break
    return results


def preparing(op, function):
    """What gives the Call of an op by the Specs of its operands and its keywords: each once."""

    @remembered
    def prepare(*specs, **static):
        if cards.used:
            placed = [spec for spec in specs if not spec.weak]  # numbers go with any
            one_device(op.name, placed, op.params, numbers=False)
        if batches.used and any(spec.hidden for spec in specs):
            call = OverParts(
                lambda tensors: supplied["forward_of_batch"](op, tensors, static),
                prepare(*map(part_spec, specs), **static),
            )
        else:
            call = function(*specs, **static)
        call.static = static
        return call

    return prepare


def outside(op, *tensors, **static):
    """The result of an op by its Call, outside of any graph."""
    return launched(None, op.prepare(*map(own_spec, tensors), **static), tensors)
