"""For tests on a simulated card: an address of the host in a kernel of a card, or the other way
round, is an error, as it would be on a real one."""

import gc

import pytest
from tensorlite.kernels.cpu import launch as cpu
from tensorlite.kernels.cpu import native
from tensorlite.kernels.cuda import launch, memory, system


def on_card(address):
    """Whether an address lies in memory of a simulated card."""
    pools = (pool for index, pool in system._simulator.pools.items() if index is not None)
    return any(pool.segment(address) is not None for pool in pools)


@pytest.fixture(autouse=True)
def separate_memories(monkeypatch):
    """Look at every address that a kernel is given."""
    begin, native_launch, run = launch.Launch._begin, native.launch, cpu.Launch.run

    def checked_begin(self, addresses):
        for k, address in enumerate(addresses):
            host = k in self.hosts or k in self.tables
            assert not address or on_card(address) != host, f"{self.label}: operand {k}"
        return begin(self, addresses)

    def checked_native(entry, geometry, words, items, *addresses):
        assert not any(on_card(address) for address in addresses), "memory of a card"
        return native_launch(entry, geometry, words, items, *addresses)

    def checked_run(self, *addresses):
        assert not any(on_card(address) for address in addresses), "memory of a card"
        return run(self, *addresses)

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
