"""Steps with the memory they need; which steps are needed, and in what order."""

import ctypes

import numpy as np

from ..device import CPU, device_of
from ..errors import expected
from ..kernels.language.program import Program, same
from ..storage import BorrowedStorage, allocate, unseen
from ..tensor import known_numbers
from . import memory
from .domains import ALIGNMENT
from .fuse import fused
from .steps import Place, Step


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
        self.arenas = _arenas(self.steps, temporary)
        self.memory = []  # keeps alive what the blocks point to
        self.tape = self._taped(bases)
        self._know_writes(accessed, bases, kept)

    def _taped(self, bases):
        """The steps on a tape of their device, each operand at its address, or so far from a base.
        """
        places = {r: arena.start + at for arena in self.arenas for r, at in arena.offsets.items()}

        def place(region, offset):
            if region is None:
                return None, offset
            if region in bases:
                number, first = bases[region]
                return number, first + offset
            if region in places:
                return None, places[region] + offset
            self.memory.append(region.buffer)
            return None, region.start + offset

        steps, tables = [], {}
        for step in self.steps:
            steps.append((step.launch, [place(*operand) for operand in step.operands]))
            for table in step.tables:
                cells = [(position, *place(region, offset))
                         for position, region, offset, _ in table.cells]  # fmt: skip
                tables[id(table)] = (table.array, cells)
        card = device_of(self.steps)
        if card is CPU:
            return card.kernels.play.Tape(steps, list(tables.values()))
        numbers = {id(storage) for storage in known_numbers()}
        live = [n for n, step in enumerate(self.steps) if _changes(step, card, numbers)]
        return card.kernels.play.Sequence(steps, list(tables.values()), live, card.index)

    def _know_writes(self, accessed, bases, kept):
        """What each run changes outside of its own memory: checked before it, and counted after."""
        written = {r for step in self.steps for r, _, writes in step.accesses() if writes}
        self.written = [r.buffer for r in written if r.kind == "outer"]
        self.counting = [s for r in written if r.kind == "outer" for s in held(r.writers)]
        self.unseen = any(r.unseen for r in written)
        self.borrowed = [s for s in self.written if type(s) is BorrowedStorage]
        self.lasting = storages(accessed, kept - bases.keys())
        self.no_arguments = {s.address for s in storages(written, kept - bases.keys()) if s.nbytes}
        arguments = {bases[r][0]: r for r in written if r.kind == "argument"}
        self.written_bases = sorted(arguments)
        self.counted_bases = {k for k, r in arguments.items() if counts(r, r.writers)}

    def __call__(self, bases):
        """Run on these addresses."""
        for storage in self.borrowed:
            if not storage.writeable:
                raise RuntimeError(
                    expected("compile", "writable memory where the function writes",
                             "an array that has become read-only", "clone()")
                )  # fmt: skip
        if self.tape(bases):
            self._fail(self.tape.failed)
        for storage in self.counting:
            storage.version += 1
        unseen.changes += self.unseen

    def _fail(self, number):
        step, status = self.steps[number - 1], self.tape.status
        if step.complain is None:
            error = getattr(step.launch, "error", None)
            if error is not None:  # of a function of NumPy arrays
                raise error
            raise RuntimeError(f"compile: kernel {number} of the plan failed with {status}")
        raise step.complain(status, self.tape.failed_address)

    @property
    def arena_bytes(self):
        """The bytes of all temporaries."""
        return sum(arena.nbytes for arena in self.arenas)


class Arena:
    """Memory on one device, shared by temporaries that are not needed at the same time.

    Attributes
    ----------
    offsets : dict of Region to int
    start, nbytes : int
    """

    def __init__(self, device, spans):
        self.offsets, self.nbytes = memory.arrange(spans)
        self.storage = allocate(self.nbytes + ALIGNMENT, device)
        self.start = -(-self.storage.address // ALIGNMENT) * ALIGNMENT


def _arenas(steps, temporary):
    """An Arena for each device that has temporaries."""
    spans = memory.lifetimes(steps, temporary)
    devices = {region.device: None for region in spans}
    return [Arena(d, {r: span for r, span in spans.items() if r.device is d}) for d in devices]


def _changes(step, card, numbers):
    """Whether the words of a step may differ between calls though its operands lie where they did;
    or whether it is no kernel of that card.

    `numbers`, those of Python, do not change; other numbers on the host may.
    """
    if step.device is not card or step.launch.live or step.tables:
        return True
    there = {region for region, _ in step.operands if region is not None and region.device is CPU}
    constant = {r for r in there if id(r.buffer) in numbers or (r.kind == "made" and not r.written)}
    return there != constant


def storages(regions, kept):
    """The Storages, among those of some regions, that are there before each call."""
    found = [r.buffer if r.kind == "outer" else r.storage() for r in regions
             if r.kind == "outer" or r in kept]  # fmt: skip
    return frozenset(s for s in found if s is not None)


def held(known):
    """The storages, of some weak references, that are still there."""
    return [storage for storage in (each() for each in known) if storage is not None]


def counts(region, users):
    """Whether the Storage of an argument is among the users of its Region, not just its `.data`."""
    own = region.storage()
    return own is None or own in held(users)


# ------------------------------------------------------------------ which steps


def restored(steps, trace, bases, kept):
    """Steps that give memory its first content, where the host filled it and steps change it."""
    accessed = {region: None for step in steps for region, _, _ in step.accesses()}
    changed = [r for r in accessed if r.filled and r.written and (r not in kept or r in bases)]
    given = [r for r in bases if r.kind == "made" and not r.written]
    return [_copy_step(region, trace) for region in changed + given]


def _copy_step(region, trace):
    region.written, place = True, Place("a constant of the function")
    if region.device is not CPU:
        kept = allocate(region.nbytes, region.device)
        launch = region.device.kernels.transfer.copy("within", region.nbytes)
        launch.run(region.start, kept.address)
        return Step(launch, ((trace.region(kept), 0), (region, 0)), place)
    memory_of = ctypes.c_uint8 * max(1, region.nbytes)
    pristine = np.frombuffer(memory_of.from_address(region.start), np.uint8).copy()
    source = trace.words(pristine)
    program = Program.single(same, ("uint8",), "uint8", ("uint8",))
    launch = CPU.kernels.elementwise.launch(program, (region.nbytes,), [(1,), (1,)])
    return Step(launch, ((source, 0), (region, 0)), place)


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
