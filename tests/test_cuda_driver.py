"""Memory, streams, events and graphs of cards: in the simulator, and as calls of the driver."""

import collections
import ctypes
import gc
import importlib.util
import os
import re
import subprocess
import sys
import threading

import numpy as np
import pytest
from tensorlite.kernels.cuda import (
    api,
    copies,
    driver,
    graph,
    host,
    memory,
    rowwise,
    streams,
    system,
)

import tensorlite as tl
import tensorlite.cuda
from tensorlite.ops.normalize import _softmax

pytestmark = pytest.mark.cuda
KIB, MIB = 1 << 10, 1 << 20


def raises(error, text):
    return pytest.raises(error, match=re.escape(text))


def forget(monkeypatch):
    """Let a thread know no card yet."""
    monkeypatch.setattr(streams.local, "index", 0)
    monkeypatch.setattr(streams.local, "system", None)


@pytest.fixture
def simulator(monkeypatch):
    """A fresh simulator of two cards."""
    monkeypatch.setattr(system, "SIMULATED", True)
    found = host.Simulator(count=2)
    monkeypatch.setattr(system, "_simulator", found)
    forget(monkeypatch)
    return found


def fresh(program, **environment):
    """What a fresh process without the simulator prints."""
    inherited = {key: v for key, v in os.environ.items() if key != "NUMBA_ENABLE_CUDASIM"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=inherited | environment, text=True,
        capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


# ----------------------------------------------------------------------------------- is there one


def test_importing_finds_nothing_out():
    program = """
import sys, tensorlite.cuda
print([m for m in sys.modules if m.split(".")[0] in ("numba", "numba_cuda", "cuda")])
"""
    assert fresh(program) == "[]"


def test_no_card_says_why():
    program = """
import sys
sys.modules["cuda.bindings"] = None
import tensorlite as tl, tensorlite.cuda
from tensorlite.kernels.cuda import driver
print(tl.cuda.is_available(), tl.cuda.device_count(), tl.cuda.memory_allocated())
print(tl.cuda.is_initialized(), driver.graphs_offered(), driver.is_pinned(4096))
print(driver.reason())
tl.cuda.empty_cache()
tl.cuda.reset_peak_memory_stats()
try:
    tl.cuda.synchronize()
except RuntimeError as error:
    print(error)
"""
    counts, flags, why, told = fresh(program).splitlines()
    assert (counts, flags) == ("False 0 0", "False False False")
    assert re.search(r"no package offers .*; try pip install 'tensorlite\[cuda\]'", why)
    assert told == f"cuda: expected a card; got none, for {why}"


def test_the_simulator_is_available(simulator):
    assert tl.cuda.is_available() and driver.reason() == ""
    assert not tl.cuda.is_initialized()
    tl.cuda.init()
    assert tl.cuda.is_initialized()
    told = tl.cuda.get_device_properties()
    assert told.name == tl.cuda.get_device_name("cuda:1") == "the simulator"
    assert tl.cuda.get_device_capability() == (told.major, told.minor) == (0, 0)
    free, total = tl.cuda.mem_get_info()
    assert 0 < free <= total == told.total_memory


# ------------------------------------------------------------------------------------------ cards


def test_a_thread_has_its_own_card(simulator):
    seen = []
    tl.cuda.set_device(1)
    thread = threading.Thread(target=lambda: seen.append(tl.cuda.current_device()))
    thread.start()
    thread.join()
    assert (tl.cuda.current_device(), seen) == (1, [0])
    with driver.on(0), driver.on(1), driver.on(0):
        assert driver.current_device() == 0
    assert driver.current_device() == 1


def test_devices_are_named_as_in_torch(simulator):
    place = type("Place", (), {"type": "cuda", "index": 1})()
    for where in (1, "cuda:1", place, np.int64(1)):
        with tl.cuda.device(where):
            assert tl.cuda.current_device() == 1
            assert tl.cuda.current_stream().index == 1
    with tl.cuda.device("cuda"), tl.cuda.device(None):
        assert tl.cuda.current_device() == 0
    tl.cuda.set_device("cuda:1")
    assert tl.cuda.current_stream("cuda").index == 1


def test_wrong_cards_are_named(simulator):
    for index in (2, -1, "cuda:7"):
        number = 7 if index == "cuda:7" else index
        with raises(RuntimeError, f"set_device: expected a card 0 to 1; got {number}; try the"):
            tl.cuda.set_device(index)
    with raises(RuntimeError, "memory: expected a card 0 to 1; got 5"):
        driver.allocate(8, 5)
    with raises(RuntimeError, "Stream: expected a card 0 to 1; got 2"):
        tl.cuda.Stream(2)
    with raises(RuntimeError, "on: expected a card 0 to 1; got 2"), driver.on(2):
        pass
    assert driver.current_device() == 0
    for wrong in ("cpu", "cuda:x", "tpu"):
        text = f"synchronize: expected a card or None; got {wrong!r}; try 'cuda'"
        with raises(RuntimeError, text):
            tl.cuda.synchronize(wrong)


def test_seeds_are_those_of_the_package(simulator):
    for seed in (tl.cuda.manual_seed, tl.cuda.manual_seed_all):
        seed(5)
        here = tl.rand(4)
        tl.manual_seed(5)
        assert (here == tl.rand(4)).all()


# ----------------------------------------------------------------------------------------- memory


@pytest.mark.parametrize("nbytes", [1, 511, 512, 4097, 100_000, MIB, MIB + 1, 3 * MIB, 200 * MIB])
def test_blocks_waste_little(nbytes):
    size = memory.rounded(nbytes)
    assert size >= nbytes and size % 512 == 0 and memory.rounded(size) == size
    assert size - nbytes < max(512, nbytes / 8 if nbytes <= MIB else max(nbytes / 8, 2 * MIB))


def test_a_block_is_used_again_by_its_stream_alone(simulator):
    side = driver.Stream()
    block = driver.allocate(1000)
    assert (block.nbytes, block.index, block.address % 512) == (1000, 0, 0)
    address = block.address
    del block
    with driver.use(side):
        other = driver.allocate(1000)
    again = driver.allocate(900)
    assert other.address != address and other.stream == side
    assert again.address == address and again.stream == driver.default_stream()
    assert driver.allocate(1000).address != address
    assert driver.allocate(1000, 1).index == 1


def test_no_bytes_are_a_block(simulator):
    one, two = driver.allocate(0), driver.allocate(0)
    assert one.address and one.address != two.address and one.nbytes == 0
    driver.copy_in(one.address, 0, 0)
    driver.fill_zero(one.address, 0)
    driver.write(one.address, b"")
    assert driver.read(one.address, 0) == b""
    assert driver.pinned(0).shape == (0,)


def test_statistics(simulator):
    assert tl.cuda.memory_allocated() == tl.cuda.memory_reserved() == 0
    small, large = driver.allocate(1000), driver.allocate(3 * MIB)
    assert tl.cuda.memory_allocated() == 1024 + 3 * MIB
    assert tl.cuda.memory_reserved() == 1024 + 4 * MIB
    assert tl.cuda.memory_allocated("cuda:1") == 0
    del large
    assert tl.cuda.memory_allocated() == 1024
    assert tl.cuda.max_memory_allocated() == 1024 + 3 * MIB
    assert tl.cuda.memory_reserved() == tl.cuda.max_memory_reserved() == 1024 + 4 * MIB
    tl.cuda.reset_peak_memory_stats()
    assert tl.cuda.max_memory_allocated() == 1024
    told = tl.cuda.memory_stats()
    assert (told["allocation.all.current"], told["segment.all.current"]) == (1, 2)
    tl.cuda.empty_cache()
    assert tl.cuda.memory_reserved() == 1024
    assert set(simulator.memory) == {small.address}


def test_out_of_memory(simulator, monkeypatch):
    """What is cached, in any stream, is given back before it is an error."""

    def limited(nbytes):
        held = sum(array.nbytes for array in simulator.memory.values())
        return None if held + nbytes > 10 * MIB else host.Simulator.allocate(simulator, nbytes)

    monkeypatch.setattr(simulator, "allocate", limited)
    with driver.use(driver.Stream()):
        del_me = driver.allocate(6 * MIB)
    del del_me
    kept = driver.allocate(6 * MIB)
    assert driver.memory_reserved() == 6 * MIB
    with raises(tl.cuda.OutOfMemoryError, "CUDA out of memory. Tried to allocate 8.00 MiB. GPU 0"):
        driver.allocate(8 * MIB)
    with raises(RuntimeError, "tensors take 6.00 MiB of it; try smaller batches"):
        driver.allocate(5000 * MIB)
    told = driver.memory_stats()
    assert (told["num_alloc_retries"], told["num_ooms"]) == (3, 2)
    assert driver.memory_allocated() == kept.nbytes
    driver.write(kept.address, b"still mine")


def test_another_stream_is_waited_for(simulator, monkeypatch):
    """A block that was recorded for a stream is not used again before that is done."""
    done = []
    monkeypatch.setattr(simulator, "event_query", lambda event: bool(done))
    block, side = driver.allocate(512), driver.Stream()
    driver.record_stream(block, block.stream)
    assert not block.others
    driver.record_stream(block, side)
    address = block.address
    del block
    assert driver.allocate(512).address != address
    assert driver.memory_allocated() == 0 and driver.memory_reserved() == 1024
    done.append(True)
    assert address in {driver.allocate(512).address, driver.allocate(512).address}


def test_settling_is_not_entered_twice(simulator, monkeypatch):
    """The collector may ask for statistics while an event is asked for."""
    blocks, asked = [driver.allocate(512), driver.allocate(512)], []
    addresses = [block.address for block in blocks]
    for block in blocks:
        driver.record_stream(block, driver.Stream())

    def query(event):
        asked.append(event)
        if len(asked) == 1:
            driver.memory_allocated()
        return event == asked[0]

    monkeypatch.setattr(simulator, "event_query", query)
    del block
    while blocks:
        del blocks[0]
    again = [driver.allocate(512), driver.allocate(512)]
    assert [block.address for block in again].count(addresses[0]) == 1
    assert addresses[1] not in [block.address for block in again]


def test_threads_free_what_others_allocated(simulator):
    live, errors, lock = {}, [], threading.Lock()

    def work(number):
        generator = np.random.default_rng(number)
        for _ in range(300):
            block = driver.allocate(int(generator.integers(1, 5 * KIB)), int(number % 2))
            with lock:
                if block.address in live:
                    errors.append(block.address)
                live[block.address] = block
                gone = live.pop(next(iter(live))) if len(live) > 20 else None
            del block, gone

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    live.clear()
    assert driver.memory_allocated(0) == driver.memory_allocated(1) == 0


def test_the_collector_may_run_anywhere(simulator):
    """Garbage that allocates while it goes, collected within allocations."""

    class Cycle:
        def __init__(self):
            self.me, self.block = self, driver.allocate(512)

        def __del__(self):
            driver.allocate(1024)

    gc.collect()  # what earlier tests left
    held, before = driver.memory_allocated(), gc.get_threshold()
    gc.set_threshold(1)
    try:
        for _ in range(200):
            Cycle()
    finally:
        gc.set_threshold(*before)
    gc.collect()
    assert driver.memory_allocated() == held


def test_exit_with_live_blocks():
    program = """
from tensorlite.kernels.cuda import driver
kept, pinned = driver.allocate(100), driver.pinned(100)
event = driver.Event()
event.record()
print(driver.memory_allocated())
"""
    assert fresh(program, NUMBA_ENABLE_CUDASIM="1") == "512"


# ----------------------------------------------------------------------------------------- copies


@pytest.mark.parametrize("nbytes", [1, 300, copies.SLOT, copies.SLOT + 1])
def test_copies_both_ways(simulator, nbytes):
    source = np.random.default_rng(0).integers(0, 255, nbytes, np.uint8)
    one, two = driver.allocate(nbytes), driver.allocate(nbytes, 1)
    driver.copy_in(one.address, source.ctypes.data, nbytes)
    driver.copy_within(two.address, one.address, nbytes, driver.Stream())
    out = np.zeros(nbytes, np.uint8)
    driver.copy_out(out.ctypes.data, two.address, nbytes)
    np.testing.assert_array_equal(out, source)
    assert driver.read(two.address, nbytes) == source.tobytes()
    driver.fill_zero(two.address, nbytes)
    assert driver.read(two.address, nbytes) == bytes(nbytes)


def test_staging_goes_round(simulator):
    """More small copies than there are slots, each from memory that changes at once."""
    count = copies.SLOTS + 5
    block, source = driver.allocate(8 * count), np.zeros(1, np.int64)
    for k in range(count):
        source[0] = k
        driver.copy_in(block.address + 8 * k, source.ctypes.data, 8)
    read = np.frombuffer(driver.read(block.address, 8 * count), np.int64)
    np.testing.assert_array_equal(read, np.arange(count))
    assert list(simulator.rings) == [0]


def test_pinned_memory(simulator):
    array = driver.pinned(1000)
    address = array.ctypes.data
    assert array.dtype == np.uint8 and array.shape == (1000,) and array.flags.writeable
    view = array[10:20].view(np.int16)
    assert driver.is_pinned(address) and driver.is_pinned(view.ctypes.data)
    assert not driver.is_pinned(np.empty(10).ctypes.data)
    del array
    assert driver.is_pinned(address)
    del view
    assert not driver.is_pinned(address)
    again = driver.pinned(1000)
    assert again.ctypes.data == address
    del again
    driver.empty_cache()
    assert not simulator.memory


def test_pinned_memory_waits_for_its_copies(simulator, monkeypatch):
    done = []
    monkeypatch.setattr(simulator, "event_query", lambda event: bool(done))
    block, array = driver.allocate(512), driver.pinned(512)
    address = array.ctypes.data
    driver.copy_in(block.address, address, 512)
    del array
    other = driver.pinned(512)
    assert other.ctypes.data != address
    done.append(True)
    assert driver.pinned(512).ctypes.data == address


def test_no_more_pinned_memory(simulator, monkeypatch):
    monkeypatch.setattr(simulator, "allocate_host", lambda nbytes: None)
    with raises(RuntimeError, "pinned: expected 3.00 KiB of page-locked memory; got none; try"):
        driver.pinned(3 * KIB)


# ------------------------------------------------------------------------------ streams and events


def test_streams_nest_and_are_the_threads_own(simulator):
    one, two, far = tl.cuda.Stream(), tl.cuda.Stream(), tl.cuda.Stream("cuda:1")
    assert tl.cuda.current_stream() == tl.cuda.default_stream() and one != two
    seen = []
    with tl.cuda.stream(one):
        with tl.cuda.stream(two), tl.cuda.stream(None):
            assert tl.cuda.current_stream() == two
            thread = threading.Thread(target=lambda: seen.append(tl.cuda.current_stream()))
            thread.start()
            thread.join()
        assert isinstance(tl.cuda.current_stream(), tl.cuda.Stream)
        with tl.cuda.stream(far):
            assert tl.cuda.current_device() == 1 and tl.cuda.current_stream() == far
            assert tl.cuda.current_stream(0) == one
        assert (tl.cuda.current_device(), tl.cuda.current_stream()) == (0, one)
    assert tl.cuda.current_stream().cuda_stream == 0
    assert seen == [tl.cuda.default_stream()]
    with raises(TypeError, "cuda.stream: expected a Stream or None; got 3; try"):
        tl.cuda.stream(3)


def test_streams_share_the_drivers(simulator):
    handles = [driver.Stream().handle for _ in range(2 * streams.STREAMS)]
    assert handles[: streams.STREAMS] == handles[streams.STREAMS :]
    assert len(set(handles)) == streams.STREAMS
    assert driver.Stream(priority=-1).handle not in handles


def test_events(simulator):
    start, end = tl.cuda.Event(enable_timing=True), tl.cuda.Event(enable_timing=True)
    assert start.query()
    start.synchronize()
    start.wait()
    with raises(RuntimeError, "Event.elapsed_time: expected recorded events; got one that was"):
        start.elapsed_time(end)
    side = tl.cuda.Stream()
    start.record()
    side.wait_event(start)
    end.record(side)
    end.synchronize()
    assert end.query() and 0 <= start.elapsed_time(end) < 10_000
    assert end.elapsed_time(start) == -start.elapsed_time(end)
    plain = side.record_event()
    with raises(RuntimeError, "expected events that take times; got one that does not; try enable"):
        start.elapsed_time(plain)
    with raises(RuntimeError, "Event.record: expected a stream of card 0, where it was first"):
        start.record(tl.cuda.Stream(1))


def test_an_event_to_come_has_no_time(simulator, monkeypatch):
    one, two = driver.Event(enable_timing=True), driver.Event(enable_timing=True)
    one.record()
    two.record()
    monkeypatch.setattr(simulator, "event_query", lambda event: False)
    with raises(RuntimeError, "expected events that have happened; got one to come; try end."):
        one.elapsed_time(two)


def test_events_are_used_again(simulator):
    event = driver.Event()
    event.record()
    handle = event.handle
    del event
    timed, plain = driver.Event(enable_timing=True), driver.Event()
    timed.record()
    plain.record()
    assert plain.handle == handle != timed.handle


def test_a_kernel_in_a_stream(simulator):
    x = np.random.default_rng(0).normal(size=(3, 5)).astype(np.float32)
    one, two = driver.allocate(x.nbytes), driver.allocate(x.nbytes)
    driver.write(one.address, x.tobytes())
    with driver.use(driver.Stream()) as side:
        side.wait_stream(driver.default_stream())
        launch = rowwise.launch(_softmax.program, "float32", 3, 5, ("dense",), (5,), threads=8)
        launch(one.address, two.address)
        out = np.frombuffer(driver.read(two.address, x.nbytes), np.float32).reshape(3, 5)
    np.testing.assert_allclose(out.sum(1), 1, rtol=1e-5)


def test_no_graphs_in_the_simulator(simulator):
    assert not driver.graphs_offered()
    ran = []
    with raises(
        RuntimeError,
        "Graph.capture: expected a card; got the simulator; try the function itself",
    ):
        driver.Graph().capture(lambda: ran.append(1), driver.Stream())
    assert not ran
    with raises(RuntimeError, "Graph.launch: expected a captured Graph; got an empty one; try"):
        driver.Graph().launch()


# ------------------------------------------------------------------- the calls of NVIDIA's driver


class Recorder:
    """`cuda.bindings.driver` whose functions are only recorded: names and arguments are its own."""

    def __init__(self, real):
        self.real, self.calls, self.next = real, [], 0x1000
        self.host = np.empty(8 * MIB, np.uint8)
        self.answers = {
            "cuDeviceGetCount": 1, "cuDevicePrimaryCtxRetain": 7, "cuMemGetInfo": (10, 20),
            "cuDeviceGetName": b"A card\0\0", "cuDeviceTotalMem": 80 * MIB, "cuStreamEndCapture": 5,
            "cuGraphInstantiate": 6, "cuDeviceGetAttribute": 9, "cuEventElapsedTime": 1.5,
            "cuGetErrorString": b"a broken card", "cuMemHostAlloc": self.host.ctypes.data,
        }  # fmt: skip
        self.statuses = {}

    def __getattr__(self, name):
        found = getattr(self.real, name)  # there is such a name
        return self.function(name) if re.match("cu[A-Z]", name) else found

    def function(self, name):
        def call(*args):
            self.calls.append((name, *(int(a) if isinstance(a, int) else a for a in args)))
            status = self.real.CUresult(self.statuses.get(name, 0))
            if name in ("cuMemAlloc", "cuStreamCreateWithPriority", "cuEventCreate"):
                self.next += 0x1000
                return status, self.next
            if name == "cuThreadExchangeStreamCaptureMode":
                return status, self.real.CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_GLOBAL
            answer = self.answers.get(name, ())
            return status, *(answer if isinstance(answer, tuple) else (answer,))

        return call

    def taken(self):
        """The calls since the last time."""
        calls, self.calls = self.calls, []
        return calls


@pytest.fixture
def card(monkeypatch):
    """A Recorder in the place of NVIDIA's driver."""
    if not importlib.util.find_spec("cuda"):
        pytest.skip("the extra `cuda` is not installed")
    real = pytest.importorskip("cuda.bindings.driver")
    monkeypatch.setattr(system, "SIMULATED", False)
    recorder = Recorder(real)
    opened = api.Driver(recorder), ""
    monkeypatch.setattr(system, "_opened", lambda: opened)
    monkeypatch.setattr(graph, "_dead", collections.deque())  # not those of another Recorder
    forget(monkeypatch)
    assert recorder.taken() == [("cuInit", 0), ("cuDeviceGetCount",)]
    return recorder


def names(calls):
    return [name for name, *_ in calls]


def test_the_driver_allocates(card):
    assert driver.available() and not driver.simulated()
    assert (driver.device_name(), driver.capability()) == ("A card", (9, 9))
    card.taken()
    block = driver.allocate(1000)
    assert card.taken() == [
        ("cuDevicePrimaryCtxRetain", 0), ("cuCtxSetCurrent", 7), ("cuMemAlloc", 1024),
    ]  # fmt: skip
    address = block.address
    del block
    assert driver.allocate(1000).address == address
    assert card.taken() == []
    driver.empty_cache()
    assert card.taken() == [("cuCtxSynchronize",), ("cuMemFree", address)]


def test_the_driver_has_no_memory(card):
    cached = driver.allocate(512)
    del cached
    card.taken()
    card.statuses["cuMemAlloc"] = 2
    with raises(driver.OutOfMemoryError, "CUDA out of memory. Tried to allocate 2.00 KiB"):
        driver.allocate(2048)
    assert names(card.taken()) == [
        "cuMemAlloc", "cuCtxSynchronize", "cuMemFree", "cuMemAlloc", "cuMemGetInfo",
    ]  # fmt: skip


def test_the_driver_fails(card):
    card.statuses["cuCtxSynchronize"] = 700
    text = (
        "cuCtxSynchronize: expected success of the CUDA driver; got CUDA_ERROR_ILLEGAL_ADDRESS"
        " (a broken card); try CUDA_LAUNCH_BLOCKING=1"
    )
    with raises(RuntimeError, text):
        driver.synchronize()
    with raises(RuntimeError, "try the start method 'spawn': a forked child cannot use CUDA"):
        system.system().process = -1
        driver.synchronize()


def test_the_driver_copies(card):
    block, side = driver.allocate(MIB), driver.Stream(priority=-1)
    (created,) = [call for call in card.taken() if call[0] == "cuStreamCreateWithPriority"]
    assert created == ("cuStreamCreateWithPriority", 1, -1)
    data = np.zeros(MIB, np.uint8)
    at, host_at = block.address, data.ctypes.data
    driver.copy_in(at, host_at, MIB)
    driver.copy_out(host_at, at, MIB, side)
    driver.copy_within(at, at + 512, 512, side)
    driver.fill_zero(at, 100)
    assert card.taken() == [
        ("cuMemcpyHtoDAsync", at, host_at, MIB, 0), ("cuStreamSynchronize", 0),
        ("cuMemcpyDtoHAsync", host_at, at, MIB, side.handle),
        ("cuStreamSynchronize", side.handle),
        ("cuMemcpyAsync", at, at + 512, 512, side.handle),
        ("cuMemsetD8Async", at, 0, 100, 0),
    ]  # fmt: skip


def test_the_driver_copies_pinned_memory_without_waiting(card):
    block = driver.allocate(4 * KIB)
    array = driver.pinned(4 * KIB)
    assert card.taken()[-1] == ("cuMemHostAlloc", 4 * KIB, 1)
    driver.copy_in(block.address, array.ctypes.data, 4 * KIB)
    driver.copy_out(array.ctypes.data, block.address, 4 * KIB)
    assert names(card.taken()) == ["cuMemcpyHtoDAsync", "cuMemcpyDtoHAsync"]


def test_the_driver_copies_small_memory_from_staging(card):
    block = driver.allocate(64)
    card.taken()
    driver.write(block.address, bytes(64))
    calls = card.taken()
    assert names(calls) == ["cuMemHostAlloc", "cuMemcpyHtoDAsync", "cuEventCreate", "cuEventRecord"]
    assert calls[1] == ("cuMemcpyHtoDAsync", block.address, card.answers["cuMemHostAlloc"], 64, 0)


def test_staging_waits_for_the_copy_before_in_its_slot(card):
    block = driver.allocate(64)
    for _ in range(copies.SLOTS):
        driver.write(block.address, b"first")
    assert "cuEventSynchronize" not in names(card.taken())
    driver.write(block.address, b"again")
    assert names(card.taken()) == ["cuEventSynchronize", "cuMemcpyHtoDAsync", "cuEventRecord"]


def test_the_driver_orders_streams(card):
    one, two = driver.Stream(), driver.Stream()
    card.taken()
    event = one.record_event(driver.Event(enable_timing=True))
    two.wait_event(event)
    assert event.query()
    event.synchronize()
    assert event.elapsed_time(event) == 1.5
    assert card.taken() == [
        ("cuEventCreate", 0), ("cuEventRecord", event.handle, one.handle),
        ("cuStreamWaitEvent", two.handle, event.handle, 0), ("cuEventQuery", event.handle),
        ("cuEventSynchronize", event.handle), ("cuEventQuery", event.handle),
        ("cuEventQuery", event.handle), ("cuEventElapsedTime", event.handle, event.handle),
    ]  # fmt: skip
    driver.Event(blocking=True).record()
    assert card.taken()[0] == ("cuEventCreate", 3)
    card.statuses["cuStreamQuery"] = 600
    assert not one.query()
    one.synchronize()
    assert card.taken() == [("cuStreamQuery", one.handle), ("cuStreamSynchronize", one.handle)]


def test_graphs_can_be_forbidden(card, monkeypatch):
    assert driver.graphs_offered()
    monkeypatch.setattr(graph, "WANTED", False)
    assert not driver.graphs_offered()
    program = "from tensorlite.kernels.cuda import graph; print(graph.WANTED)"
    assert fresh(program, TENSORLITE_CUDA_GRAPHS="0") == "False"


def test_the_driver_captures_a_graph(card):
    side, kept = driver.Stream(), driver.allocate(512)
    inner = []

    def work():
        assert driver.current_stream() == side
        inner.append(driver.allocate(512).address)
        driver.fill_zero(kept.address, 512)

    card.taken()
    graph = driver.Graph()
    graph.capture(work, side)
    assert card.taken() == [
        ("cuStreamSynchronize", side.handle), ("cuStreamBeginCapture", side.handle, 1),
        ("cuThreadExchangeStreamCaptureMode", 2), ("cuMemAlloc", 512),
        ("cuThreadExchangeStreamCaptureMode", 0),
        ("cuMemsetD8Async", kept.address, 0, 512, side.handle),
        ("cuStreamEndCapture", side.handle), ("cuGraphInstantiate", 5, 0), ("cuGraphDestroy", 5),
    ]  # fmt: skip
    graph.launch()
    graph.launch(side)
    assert card.taken() == [("cuGraphLaunch", 6, 0), ("cuGraphLaunch", 6, side.handle)]
    with driver.use(side):
        assert driver.allocate(512).address not in inner  # the graph's own
    with raises(RuntimeError, "Graph.capture: expected an empty Graph; got one that holds work"):
        graph.capture(work, side)
    card.taken()
    del graph
    assert card.taken() == []
    driver.Graph().capture(lambda: None, side)
    assert card.taken()[0] == ("cuGraphExecDestroy", 6)


def test_memory_of_a_graph_waits_for_its_launches(card):
    side, inner = driver.Stream(), []
    graph = driver.Graph()
    graph.capture(lambda: inner.append(driver.allocate(512).address), side)
    graph.launch()
    card.statuses["cuEventQuery"] = 600
    card.taken()
    del graph
    with driver.use(side):
        assert driver.allocate(512).address not in inner
        (recorded,) = [call for call in card.taken() if call[0] == "cuEventRecord"]
        assert recorded[2] == driver.default_stream().handle
        card.statuses["cuEventQuery"] = 0
        assert driver.allocate(512).address in inner


def test_a_capture_that_fails_ends(card):
    side, block = driver.Stream(), driver.allocate(64)
    with raises(RuntimeError, "expected a stream of its own; got the default stream; try Stream()"):
        driver.Graph().capture(lambda: None, driver.default_stream())
    graph = driver.Graph()
    with raises(RuntimeError, "copy_in: expected pinned host memory while a graph is captured"):
        graph.capture(lambda: driver.write(block.address, b"now"), side)
    assert names(card.taken())[-2:] == ["cuStreamEndCapture", "cuGraphDestroy"]
    with raises(RuntimeError, "expected one capture at a time; got a capture in a capture"):
        graph.capture(lambda: driver.Graph().capture(int, driver.Stream()), side)
    assert streams.local.kept is None and not streams.capturing
    graph.capture(lambda: None, side)


def test_several_cards_are_told_each_time(card, monkeypatch):
    """Other libraries choose cards in this thread too."""
    monkeypatch.setattr(system.system(), "count", 2)
    with driver.on(1):
        driver.current_stream()
    assert card.taken() == [
        ("cuDevicePrimaryCtxRetain", 1), ("cuCtxSetCurrent", 7), ("cuCtxSetCurrent", 7),
    ]  # fmt: skip
    driver.current_stream()
    assert card.taken() == [("cuDevicePrimaryCtxRetain", 0), ("cuCtxSetCurrent", 7)]


def test_a_launch_hands_over_its_words(card, monkeypatch):
    seen = []

    def launch(kernel, *rest):
        places = (ctypes.c_void_p * 3).from_address(rest[-2])
        words = [ctypes.c_int64.from_address(place).value for place in places]
        seen.append((kernel, *rest[:-2], words))
        return (0,)

    monkeypatch.setattr(system.system().api, "cuLaunchKernel", launch)
    system.system().launch(1234, 3, 8, 5, (1 << 40, 2, -1))
    assert seen == [(1234, 3, 1, 1, 8, 1, 1, 0, 5, [1 << 40, 2, -1])]
