"""The recorder: takes what the frontend would launch, and whose memory it would touch.

While a function is traced it runs as ever: shapes, checks, graphs, gradients. Only the launches
stay out. Memory is allocated, so that every address tells a tensor, but nothing is written to it.
"""

import bisect
import contextlib
import gc
import sys
import weakref

from ..device import CPU, device_of
from ..errors import TraceError
from ..graph import place_of, user_frame
from ..kernels import interpreters
from ..kernels.interpreters import Interpreter
from ..kernels.work.launches import UNKNOWN
from ..ops.creation import empty_as
from ..storage import BorrowedStorage, CardStorage, PooledStorage, Storage, allocate
from ..tensor import _numbers, make
from .guards import ModuleState

SMALLEST_ADDRESS = 4096  # below this, an operand is a plain number


class Region:
    """Memory that a trace knows.

    Attributes
    ----------
    start, nbytes : int
    device : device
    kind : str
        "outer": there before the trace; "argument": stands for the memory of an argument; "made":
        allocated by the traced function; "words": numbers of the host.
    storage : weak reference to Storage, or None
    born, died : int
        The steps recorded before it came and before its Storage went; None while that lives.
    written, touched : bool
        By a recorded launch; read or written by one.
    filled : bool
        By the host, which does not do it again: a plan has to restore it.
    """

    def __init__(self, start, nbytes, kind, buffer, storage=None, born=0, device=CPU):
        self.start, self.nbytes, self.kind, self.buffer = start, nbytes, kind, buffer
        self.device = device
        self.storage, self.born, self.died = storage, born, None
        self.written = self.touched = self.filled = False

    @property
    def alive(self):
        """Whether a tensor still shows it."""
        return self.storage is not None and self.storage() is not None


def outer(storage):
    """The Region of a Storage that was there before the trace."""
    return Region(storage.address, storage.nbytes, "outer", storage, device=storage.device)


class Step:
    """A recorded launch: `operands` are (region, offset), or (None, number).

    It has to run before any later one that writes to the regions `ahead_of`.
    """

    __slots__ = ("ahead_of", "complain", "launch", "operands", "place", "tables")

    def __init__(self, launch, operands, place, complain=None, tables=(), ahead_of=()):
        self.launch, self.operands, self.place = launch, operands, place
        self.complain, self.tables, self.ahead_of = complain, tables, ahead_of

    @property
    def work(self):
        """The Description of what it does."""
        return self.launch.work or UNKNOWN

    @property
    def device(self):
        """The card on which it works, or the CPU."""
        return device_of(region for region, _ in self.operands if region is not None)

    def accesses(self):
        """(region, whether read, whether written) of each operand, and of what else it needs."""
        for k, (region, _) in enumerate(self.operands):
            if region is not None:
                yield region, *self.mode(k)
        yield from self.further()

    def mode(self, k):
        """Whether operand k is read, and whether it is written."""
        writes = self.launch.writes
        only = writes is not None and k in writes
        return not only, writes is None or only or k in self.launch.updates

    def further(self):
        """The same as `accesses` for regions that are no operands."""
        for table in self.tables:
            for _, region, _, written in table.cells:
                yield region, True, written
        for region in self.ahead_of:
            yield region, True, False


class Table:
    """Words of the host among which stand addresses: (position, region, offset, written)."""

    def __init__(self, array, cells):
        self.array, self.cells = array, cells


class Trace(Interpreter):
    """What one run of a function would have done."""

    def __init__(self):
        self.steps, self.effects = [], []
        self.watch = None  # what the function reads and writes outside
        self.modules = {}  # what they were before their first call
        self.inner = set()  # leaves that the function makes
        self.grads = {}  # Leaf -> what its grad was when first read, or WRITTEN
        self.shown = {}  # id of a tensor -> its Showing
        self.before = {}  # Leaf -> its grad before the trace
        self.lent = {}  # Leaf -> its grad and the Region of that, if each call takes it anew
        self._lent_regions = {}
        self._tables = {}
        self._paused = self.scratch_bytes = 0
        self._starts, self._regions = [], []
        self._outer = set()  # the storages that were there before, as far as they were looked for

    # ---- memory

    def _add(self, region):
        place = bisect.bisect_right(self._starts, region.start)
        self._starts.insert(place, region.start)
        self._regions.insert(place, region)
        return region

    def made(self, storage, kind="made", filled=False):
        """Know a Storage that the function allocates, or one that the host has filled."""
        if self._paused:
            self._outer.add(id(storage))
            self.known(storage)
        else:
            region = Region(storage.address, storage.nbytes, kind, storage.buffer,
                            born=len(self.steps), device=storage.device)  # fmt: skip
            region.filled = filled

            known, trace = weakref.ref(region), weakref.ref(self)  # no cycles: memory goes at once

            def died(_):
                if known() is not None and trace() is not None:
                    known().died = len(trace().steps)

            region.storage = weakref.ref(storage, died)
            self._add(region)

    def known(self, storage):
        """The Region of memory that lives on."""
        return self._add(outer(storage))

    def scratch(self, count):
        """The address of memory for the next launches, or 0 if they are not recorded."""
        if not self.active:
            return 0
        self.scratch_bytes = max(self.scratch_bytes, count)
        return allocate(count).address

    def words(self, array):
        """Know numbers of the host that effects renew."""
        if self.active:
            address = array.__array_interface__["data"][0]
            return self._add(Region(address, array.nbytes, "words", array))
        return None

    def table(self, array, columns, written):
        """Know an array of addresses, rows of operands; the first `written` of each are written."""
        if not self.active:
            return
        region, cells = self.words(array), []
        width = array.shape[1]
        for row in range(array.shape[0]):
            for number, column in enumerate(range(width)[columns]):
                found, offset = self.locate(int(array[row, column]))
                cells.append((row * width + column, found, offset, number < written))
        self._tables[region] = Table(array.reshape(-1), cells)

    def locate(self, address):
        """The region of an address, and the offset in it."""
        if address < SMALLEST_ADDRESS:
            return None, address
        for look_for in (None, known_numbers, live_storages):
            if look_for is not None:
                self._add_outer(look_for())
            found = self._found(address)
            if found is not None:
                return found
        raise TraceError(
            "compile: expected ops whose shapes and control flow do not depend on data; got an op "
            f"whose results the host reads, or memory that no tensor shows, at {self._place()}; "
            "try masks and tensorlite.where, or leave this part uncompiled"
        )

    def _add_outer(self, storages):
        mine = {region.start for region in self._regions if region.kind != "outer"}
        for storage in storages:
            if id(storage) not in self._outer and storage.address not in mine:
                self._outer.add(id(storage))  # its Region keeps it alive
                self.known(storage)

    def _found(self, address):
        number = bisect.bisect_right(self._starts, address) - 1
        while number >= 0:
            region = self._regions[number]
            if address < region.start + max(1, region.nbytes):
                return region, address - region.start
            if region.nbytes or region.start != address:
                break
            number -= 1
        return None

    def regions(self, kind):
        """All regions of a kind."""
        return [region for region in self._regions if region.kind == kind]

    # ---- launches

    @property
    def active(self):
        """Whether launches are being recorded now."""
        return not self._paused

    def takes(self, launch, addresses, complain=None):
        """Record a launch; False if it should run instead."""
        if not self.active:
            return False
        if launch.items:
            operands = tuple([self.locate(address) for address in addresses])
            tables = tuple(self._tables[r] for r, _ in operands if r in self._tables)
            step = Step(launch, operands, self._place(), complain, tables)
            for region, _, written in step.accesses():
                region.touched = True
                region.written |= written
            self.steps.append(step)
        return True

    def check(self, launch, address, complain):
        """Record a launch that answers 0 if all is well; else `complain(answer, address)`."""
        return self.takes(launch, (address,), complain)

    def constant(self, source, target):
        """Let a copy run now, if its source is a constant of the function; so is its target."""
        region = self.locate(source)[0] if self.active else None
        if region is None or region.kind != "made" or region.written:
            return False
        self.locate(target)[0].filled = True
        return True

    def _place(self):
        return place_of(*user_frame(sys._getframe(2)))

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
        region, _ = self.locate(tensor.address) if tensor.spec.numel else (None, 0)
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
                self.watch.managed.update(map(id, effect.changes()))

    def shows(self, tensor):
        """Note what a tensor showed before it shows something else."""
        if not self.active:
            return
        showing = self.shown.get(id(tensor))
        if showing is None or showing.tensor() is not tensor:
            showing = self.shown[id(tensor)] = Showing(tensor)
            if self.locate(tensor.address)[0].kind == "outer":
                self.effects.append(showing)

    def uses(self, module):
        """Note a Module that takes part, so that its changes are seen."""
        if self.active and id(module) not in self.modules:
            self.modules[id(module)] = ModuleState(module)
            if self.watch is not None:
                self.watch.module(module)

    def uses_tree(self, module):
        """Note a Module and all below it."""
        for each in module.modules():
            self.uses(each)
            if id(each) in self.modules:
                self.modules[id(each)].whole = True

    def made_leaf(self, leaf):
        """Know a Leaf that the function makes."""
        if self.active:
            self.inner.add(leaf)

    def stand_in(self, tensor):
        """Let a tensor like this one stand for it: an input, over memory of its own."""
        with interpreters.standing(None):
            out = stand_in(tensor)
        self.made(out.storage, "argument")
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
        region, _ = self.locate(leaf.grad.address)
        if region in self._lent_regions:  # of two leaves: they have to stay where they are
            self.take_back(self._lent_regions[region])
        elif region is not None and region.kind == "outer" and not region.touched:
            region.kind, self._lent_regions[region] = "argument", leaf
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


class Showing:
    """A tensor that the function lets show other memory, or the same with other dims.

    As an effect, for one that was there before: only as it was is it what the plan was made for.
    """

    refusal = "a tensor that shows other memory, or the same with other dims"

    def __init__(self, tensor):
        self.tensor, self.before, self.after = weakref.ref(tensor), shown_by(tensor), None

    def settle(self):
        """Note what it shows at the end."""
        if self.tensor() is not None:
            self.after = shown_by(self.tensor())

    def apply(self):
        """Set what it shows; False if it does not show what it did."""
        tensor = self.tensor()
        if tensor is not None and shown_by(tensor) != self.before:
            return False
        self._show(self.after)
        return True

    def changes(self):
        """No dict."""
        return ()

    def undo(self):
        """Set what it showed."""
        self._show(self.before)

    def _show(self, state):
        tensor = self.tensor()
        if tensor is not None:
            tensor.storage, tensor.spec, tensor.address = state


def shown_by(tensor):
    """Storage, Spec and address of a tensor."""
    return tensor.storage, tensor.spec, tensor.address


def restore_grads(before):
    """Give leaves the gradients that they had."""
    for leaf, grad in before.items():
        leaf.grad = grad


WRITTEN = object()


def stand_in(x):
    """A tensor of the Spec of another one, over memory that nothing else shows."""
    base = empty_as(x.spec, x.spec.dtype)
    return make(base.storage, x.spec, base.address, type(x))


def known_numbers():
    """The storages of Python numbers that ops have seen: found sooner than all others."""
    return [x.storage for x in list(_numbers.values())]


def live_storages():
    """All storages of this process."""
    kinds = (Storage, PooledStorage, BorrowedStorage, CardStorage)
    return [each for each in gc.get_objects() if type(each) in kinds]
