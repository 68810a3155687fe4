"""Plans timed step by step, on memory at which nobody looks."""

import ctypes
import time

import numpy as np

from ..device import CPU
from ..kernels.cpu import native
from ..storage import allocate

BUDGET = 0.25  # seconds to spend on timing a plan
MOST, FEWEST = 50, 9  # replays: the median bears four that something else has disturbed


def shadow_times(plan):
    """The median seconds of each step of a Replay."""
    tape, memory = shadow(plan)
    tape.clock()
    runs, end = [], time.perf_counter() + BUDGET
    while len(runs) < MOST and (len(runs) < FEWEST or time.perf_counter() < end):
        runs.append(tape.clock())
    del memory
    nothing = tape.idle()
    return [max(0.0, float(spent) - nothing) for spent in np.median(runs, axis=0)]


def shadow(plan):
    """A tape like a Replay's, which writes where nobody looks, and the memory that it needs.

    The arena is nobody's between two calls, so it stays; so does memory that is only read.
    """
    changed = {region for step in plan.steps for region, _, written in step.accesses() if written}
    copies, memory = {}, []

    def temporary(at):
        return any(arena.start <= at < arena.start + arena.nbytes for arena in plan.arenas)

    def place(region, offset, base, at):
        if region in copies:
            return copies[region] + offset
        own = region is None or (base is None and region not in changed)
        if own or (base is None and temporary(at)):
            return at
        copies[region] = zeros(region.nbytes, memory, region.device)
        if base is None:
            _copy(region.device, copies[region], region.start, region.nbytes)
        return copies[region] + offset

    cells, tables = {id(array): found for array, found in plan.tape.tables}, {}
    for step in plan.steps:
        for table in step.tables:
            array = table.array.copy()
            copies[table.region] = native.address_of(array)
            moved = [
                (position, None, place(region, offset, base, at))
                for (position, region, offset, _), (_, base, at) in zip(
                    table.cells, cells[id(table.array)], strict=True)
            ]  # fmt: skip
            tables[id(table)] = array, moved
            memory.append(array)
    steps = [
        (launch, [(None, place(*operand, *placed))
                  for operand, placed in zip(step.operands, operands, strict=True)])
        for step, (launch, operands) in zip(plan.steps, plan.tape.steps, strict=True)
    ]  # fmt: skip
    return type(plan.tape)(steps, list(tables.values())), memory


def zeros(nbytes, memory, device=CPU):
    """The address of new memory, aligned to 64; its pages are there."""
    storage = allocate(nbytes + 64, device)
    memory.append(storage)
    if device is CPU:
        ctypes.memset(storage.address, 0, nbytes + 64)
    else:
        device.kernels.driver.fill_zero(storage.address, nbytes + 64)
    return -(-storage.address // 64) * 64


def _copy(device, target, source, nbytes):
    if device is CPU:
        ctypes.memmove(target, source, nbytes)
    else:
        device.kernels.driver.copy_within(target, source, nbytes)
