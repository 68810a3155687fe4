"""For tests on a simulated card: an address of the host in a kernel of a card, or the other way
round, is an error, as it would be on a real one."""

import gc

import pytest
from tensorlite.kernels.cpu import launch as cpu
from tensorlite.kernels.cpu import native
from tensorlite.kernels.cuda import launch, memory, system
from tensorlite.kernels.work.operands import addresses


def on_card(address):
    """Whether an address lies in memory of a simulated card."""
    pools = (pool for index, pool in system._simulator.pools.items() if index is not None)
    return any(pool.segment(address) is not None for pool in pools)


@pytest.fixture(autouse=True)
def separate_memories(monkeypatch):
    """Look at every address that a kernel is given."""
    begin, native_launch, run = launch.Launch._begin, native.launch, cpu.Launch.run

    def checked_begin(self, operands):
        for k, address in enumerate(addresses(operands)):
            host = k in self.hosts or k in self.tables
            assert not address or on_card(address) != host, f"{self.label}: operand {k}"
        return begin(self, operands)

    def checked_native(entry, geometry, words, items, *operands):
        assert not any(map(on_card, addresses(operands))), "memory of a card"
        return native_launch(entry, geometry, words, items, *operands)

    def checked_run(self, *operands):
        assert not any(map(on_card, addresses(operands))), "memory of a card"
        return run(self, *operands)

    monkeypatch.setattr(launch.Launch, "_begin", checked_begin)
    monkeypatch.setattr(native, "launch", checked_native)
    monkeypatch.setattr(cpu.Launch, "run", checked_run)


@pytest.fixture
def two_cards(monkeypatch):
    """The simulator has two cards."""
    with monkeypatch.context() as patched:
        patched.setattr(system._simulator, "count", 2)
        yield
        gc.collect()
        memory.empty_cache()
        system._simulator.pools.pop(1, None)
