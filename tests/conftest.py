"""Every test draws the same numbers, whatever ran before it in the process.

The fixture `device`: a test that takes it runs on each device that has kernels.

`only("cuda")` marks what is particular to a device, and `cases("n", cpu=[70_001], cuda=[300])` an
argument whose values differ, since the simulator takes a microsecond and more for each step; with
`indirect=True` they go to a fixture, as those of `parametrize`.

`torch` marks what compares with PyTorch: a test that asks for it and lacks the mark fails, with it
and without, since it would run nowhere.
"""

import itertools
import random
import sys

import numpy as np
import pytest
from kernel_devices import DEVICES, Device, devices_of
from tensorlite.kernels.cpu import threads

import tensorlite as tl

MARKS = {"cpu": pytest.mark.width, "cuda": pytest.mark.cuda}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """An unmarked test finds no PyTorch: were it asked for there, the test would run nowhere."""
    ask = pytest.importorskip

    def importorskip(name, *rest, **more):
        if name.partition(".")[0] == "torch" and not item.get_closest_marker("torch"):
            pytest.fail("asks for PyTorch: expected the mark `torch`, by which it is run")
        return ask(name, *rest, **more)

    pytest.importorskip = importorskip
    try:
        return (yield)
    finally:
        pytest.importorskip = ask


@pytest.fixture(scope="session")
def generators():
    """NumPy's generators of all test modules, some of which use functions of others."""
    modules = [module for name, module in sys.modules.items() if name.startswith("test_")]
    things = [thing for module in modules for thing in vars(module).values()]
    return [thing for thing in things if isinstance(thing, np.random.Generator)]


@pytest.fixture(autouse=True)
def seeded(generators):
    """All generators begin anew: PyTorch's samples ask Python's and its own."""
    tl.manual_seed(0)
    random.seed(0)
    np.random.seed(0)
    if "torch" in sys.modules:
        sys.modules["torch"].default_generator.manual_seed(0)
    first = np.random.PCG64(0).state
    for each in generators:
        each.bit_generator.state = first


@pytest.fixture
def device(request, monkeypatch):
    """The CPU, or CUDA in the simulator."""
    count = threads.get_num_threads()
    if request.param == "cuda":
        from tensorlite.kernels.cuda import jit, system

        monkeypatch.setattr(system, "SIMULATED", True)
        assert jit.simulated()
    yield Device(request.param)
    threads.set_num_threads(count)


def pytest_generate_tests(metafunc):
    """One test for each device that its module wants, with each of the values there."""
    if "device" not in metafunc.fixturenames:
        return
    wanted = getattr(metafunc.module, "DEVICES", DEVICES)
    marks = list(metafunc.definition.iter_markers("cases"))
    names = ["device", *(mark.args[0] for mark in marks)]
    fixtures = ["device", *(mark.args[0] for mark in marks if mark.kwargs.get("indirect"))]
    rows = []
    for device in devices_of(metafunc.function):
        if device in wanted:
            for values in itertools.product(*(mark.kwargs[device] for mark in marks)):
                own = "-".join(map(str, (device, *values)))
                rows.append(pytest.param(device, *values, id=own, marks=MARKS[device]))
    metafunc.parametrize(names, rows, indirect=fixtures)
