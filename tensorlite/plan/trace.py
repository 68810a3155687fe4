"""The recorder: takes what the frontend would launch, and whose memory it would touch.

While a function is traced it runs as ever: shapes, checks, graphs, gradients. Only the launches
stay out. Memory is allocated, but nothing is written to it. Every launch hands over what owns the
memory of its operands, and so tells where it would read and write.
"""

import contextlib
import weakref

import numpy as np

from ..device import CPU
from ..errors import TraceError
from ..graph import Node, is_passed, place_of, user_frame
from ..kernels import interpreters
from ..kernels.internals import cpython
from ..kernels.interpreters import Interpreter
from ..kernels.work.operands import Operand
from ..ops.creation import empty_as
from ..storage import Storage, allocate
from ..tensor import make
from .effects import Requiring, Showing
from .guards import ModuleState, state_of
from .steps import Place, Region, Step, Table, outer


class Trace(Interpreter):
    """What one run of a function would have done."""

    def __init__(self):
        self.steps, self.effects = [], []
        self.told = []  # what each call prints
        self.scope = None  # the name of the part of a program that steps belong to
        self.watch = None  # what the function reads and writes outside
        self.refusal = None  # the first TraceError
        self.modules = {}  # what they were before their first call
        self.inner = set()  # leaves that the function makes
        self.grads = {}  # Leaf -> what its grad was when first read, or WRITTEN
        self.shown = {}  # id of a tensor -> its Showing
        self.required = {}  # id of a tensor -> its Requiring, and its state before
        self.before = {}  # Leaf -> its grad before the trace
        self.lent = {}  # Leaf -> its grad and the Region of that, if each call takes it anew
        self._lent_regions = {}
        self._tables = {}
        self._paused = self.scratch_bytes = 0
        self.all = []  # every Region
        self._regions = {}  # by the id of what owns it, which lives as long: see `region`
        self._borrowed = []  # (Region, Storage) of memory that is not ours

    # ---- memory

    def _add(self, region, owner):
        self.all.append(region)
        self._regions[id(owner)] = region
        return region

    def made(self, storage, kind="made", filled=False):
        """Know a Storage that the function allocates, or one that the host has filled."""
        lent = filled and self.watch is not None and self.watch.is_lent(storage.buffer)
        if not self._paused and not lent:  # what was there before is known when it is used
            region = Region(storage.address, storage.nbytes, kind, storage.buffer,
                            born=len(self.steps), device=storage.device)  # fmt: skip
            region.filled = filled

            known, trace = weakref.ref(region), weakref.ref(self)  # no cycles: memory goes at once

            def died(_):
                region, recording = known(), trace()
                if region is not None and recording is not None:
                    region.died = len(recording.steps)

            region.storage = weakref.ref(storage, died)
            self._add(region, storage.buffer)

    def scratch(self, count):
        """Memory for the next launches; None if they are not recorded."""
        if not self.active:
            return None
        self.scratch_bytes = max(self.scratch_bytes, count)
        storage = allocate(count)
        return Operand(storage.address, storage.buffer)

    def words(self, array):
        """Know numbers of the host that effects renew."""
        if self.active:
            address = array.__array_interface__["data"][0]
            return self._add(Region(address, array.nbytes, "words", array), array)
        return None

    def table(self, array, first, rows, written):
        """Know an array in whose rows, from column `first` on, stand the addresses of operands."""
        if not self.active:
            return
        region, cells, width = self.words(array), [], array.shape[1]
        for number, row in enumerate(rows):
            for k, operand in enumerate(row):
                place = self.locate(operand)
                cells.append((number * width + first + k, *place, k < written))
                if place[0] is not None:
                    place[0].seen(operand.memory, True, k < written)
        self._tables[region] = Table(region, array.reshape(-1), cells)

    def locate(self, operand):
        """The region of an operand, and the offset in it."""
        if type(operand) is int and operand == 0:
            return None, 0
        if type(operand) is int:
            raise self._unknown()
        region = self.region(operand.memory)
        return region, operand.address - region.start

    def region(self, owner):
        """The Region of a Storage, or of an array that is known.

        Memory made here goes by its buffer, which may have had several storages; that which was
        there before by its Storage, the root of others.
        """
        owner = getattr(owner, "root", owner)
        found = self._regions.get(id(owner))
        if found is None:
            found = self._regions.get(id(getattr(owner, "buffer", None)))
        if found is None and not isinstance(owner, Storage):
            raise self._unknown()
        return self._outer(owner) if found is None else found

    def _unknown(self):
        return TraceError(
            "compile: expected ops whose shapes and control flow do not depend on data; got an op "
            f"whose results the host reads, or memory that no tensor shows, at {self._place()}; "
            "try masks and tensorlite.where, or leave this part uncompiled"
        )

    def _outer(self, storage):
        """The Region of memory that was there before: two storages may show the same."""
        region = outer(storage)
        if storage.borrowed:
            region = next((r for r, _ in self._borrowed if r.meets(storage)), region)
            self._borrowed.append((region, storage))
        if region.buffer is storage:
            self.all.append(region)
        else:
            self._widen(region, storage)
        self._regions[id(storage)] = region
        return region

    def _widen(self, region, storage):
        """Let a Region hold the bytes of another Storage, too."""
        start = min(region.start, storage.address)
        end = max(region.start + region.nbytes, storage.address + storage.nbytes)
        ahead, region.start, region.nbytes = region.start - start, start, end - start
        if not ahead:
            return

        def placed(other, offset):
            return other, offset + ahead if other is region else offset

        for step in self.steps:
            step.operands = tuple([placed(*operand) for operand in step.operands])
            for table in step.tables:
                table.cells = [(k, *placed(*place), written) for k, *place, written in table.cells]

    def regions(self, kind):
        """All regions of a kind."""
        return [region for region in self.all if region.kind == kind]

    def writes(self, array):
        """Whether a recorded launch writes where a NumPy array lies."""
        low, beyond = np.lib.array_utils.byte_bounds(array)
        return any(
            region.written and region.device is CPU
            and region.start < beyond and low < region.start + region.nbytes
            for region in self.regions("outer")
        )  # fmt: skip

    # ---- launches

    @property
    def active(self):
        """Whether launches are being recorded now."""
        return not self._paused

    def refused(self, error):
        """Keep the first TraceError, for the function may catch it."""
        self.refusal = self.refusal or error

    def takes(self, launch, operands, complain=None):
        """Record a launch; False if it should run instead."""
        if not self.active:
            return False
        if launch.items:
            places = tuple([self.locate(operand) for operand in operands])
            tables = tuple(self._tables[r] for r, _ in places if r in self._tables)
            step = Step(launch, places, self._origin(), complain, tables)
            for region, _, written in step.accesses():
                region.touched = True
                region.written |= written
            for k, (region, _) in enumerate(places):
                if region is not None:
                    region.seen(operands[k].memory, *step.mode(k))
            self.steps.append(step)
        return True

    def check(self, launch, operand, complain):
        """Record a launch that answers 0 if all is well; else `complain(answer, address)`."""
        return self.takes(launch, (operand,), complain)

    def constant(self, source, target):
        """Let a copy run now, if its source is a constant of the function; so is its target."""
        region = self.region(source.memory) if self.active else None
        if region is None or region.kind != "made" or region.written:
            return False
        self.region(target.memory).filled = True
        return True

    def _place(self):
        return place_of(*user_frame(cpython.frame(2)))

    def _origin(self):
        """The Place of a step: in a backward, that of the forward call."""
        frame, node = cpython.frame(2), None
        while is_passed(frame.f_code.co_filename) and frame.f_back is not None:
            if node is None and frame.f_code.co_qualname == "Walk.step":
                node = frame.f_locals["node"]
            frame = frame.f_back
        if isinstance(node, Node):
            return Place(f"{node.place()} (backward)", (self.scope,))
        return Place(place_of(frame.f_code, frame.f_lasti), (self.scope,))

    @contextlib.contextmanager
    def paused(self):
        """Run launches at once; what they write is there before the plan runs."""
        self._paused += 1
        try:
            yield
        finally:
            self._paused -= 1

    # ---- what the host does

    def host_access(self, tensor):
        """Refuse that the host reads data which will only be there when the plan runs."""
        if not self.active:
            return
        region, _ = self.locate(tensor) if tensor.spec.numel else (None, 0)
        if region is None:
            return
        if region.kind == "made" and not region.touched:
            region.filled = True  # numbers that the function puts there: constants of the plan
            return
        raise TraceError(
            f"compile: expected ops whose shapes and control flow do not depend on data; got a "
            f"read of {tensor.spec} by the host (item(), bool(), tolist(), numpy(), or a result "
            f"whose shape depends on data) at {self._place()}; try tensorlite.where for a choice, "
            "return the tensor and read it outside, or leave this part uncompiled"
        )

    def effect(self, effect):
        """Repeat `effect.apply()` before each later run of the plan."""
        if self.active:
            self.effects.append(effect)
            if self.watch is not None:
                changed = set(map(id, effect.changes()))
                if any(owner in changed for owner, _ in self.watch.late):
                    self.watch.refuse("another step after what the first one changed was read",
                                      "reading it after the last step, or outside")  # fmt: skip
                self.watch.managed |= changed

    def shows(self, tensor):
        """Note what a tensor showed before it shows something else."""
        if not self.active:
            return
        showing = self.shown.get(id(tensor))
        if showing is None or showing.tensor() is not tensor:
            showing = self.shown[id(tensor)] = Showing(tensor, self._place())
            if self.region(tensor.memory).kind == "outer":
                self.effects.append(showing)

    def uses(self, module):
        """Note a Module that takes part, so that its changes are seen."""
        if self.active and id(module) not in self.modules:
            written = set() if self.watch is None else self.watch.written_of(module)
            self.modules[id(module)] = ModuleState(module, self.state, written)
            if self.watch is not None:
                self.watch.module(module)

    def uses_tree(self, module):
        """Note a Module and all below it."""
        for each in module.modules():
            self.uses(each)
            if id(each) in self.modules:
                self.modules[id(each)].whole = True

    def requires(self, tensor):
        """Note whether a tensor that was there requires a gradient, before that changes."""
        if self.active and id(tensor) not in self.required:
            requiring = Requiring(tensor)
            if self.region(tensor.memory).kind == "outer":
                self.required[id(tensor)] = requiring, state_of(tensor)
                self.effects.append(requiring)

    def state(self, tensor):
        """What a plan relies on of a tensor beside its values, as the function found it."""
        known = self.required.get(id(tensor))
        return state_of(tensor) if known is None else known[1]

    def made_leaf(self, leaf):
        """Know a Leaf that the function makes."""
        if self.active:
            self.inner.add(leaf)

    def stand_in(self, tensor):
        """Let a tensor like this one stand for it: an input, over memory of its own."""
        with interpreters.standing(None):
            out = stand_in(tensor)
        self.made(out.memory, "argument")
        return out

    def reads_grad(self, leaf):
        """Note what `.grad` was, unless the function has set it itself.

        A gradient that was there is an input: each call takes it from its leaf.
        """
        if self.active and leaf not in self.grads:
            self.grads[leaf] = self.before[leaf] = leaf.grad
            if leaf.grad is not None and leaf.grad._node is None:
                self._lend(leaf)

    def _lend(self, leaf):
        region = self.region(leaf.grad.memory)
        if region in self._lent_regions:  # of two leaves: they have to stay where they are
            self.take_back(self._lent_regions[region])
        elif region is not None and region.kind == "outer" and not region.touched:
            region.kind, self._lent_regions[region] = "argument", leaf
            region.storage = weakref.ref(leaf.grad.memory)
            self.lent[leaf] = leaf.grad, region

    def take_back(self, leaf):
        """Let the gradient of a leaf be no input after all."""
        _, region = self.lent.pop(leaf)
        region.kind = "outer"

    def writes_grad(self, leaf):
        """Note that `.grad` is set, whatever it was."""
        if self.active and leaf not in self.grads:
            self.grads[leaf], self.before[leaf] = WRITTEN, leaf.grad

    def roll_back(self):
        """Undo what tracing has changed, after an error."""
        for effect in reversed(self.effects):
            effect.undo()
        restore_grads(self.before)


def restore_grads(before):
    """Give leaves the gradients that they had."""
    for leaf, grad in before.items():
        leaf.grad = grad


WRITTEN = object()


def stand_in(x):
    """A tensor of the Spec of another one, over memory that nothing else shows."""
    base = empty_as(x.spec, x.spec.dtype)
    return make(base.memory, x.spec, base.address, type(x))
