"""What benchmarks share: libraries side by side, and pinned threads.

pytest bench --benchmark-group-by=group --benchmark-columns=min,median,rounds
pytest bench/test_overhead.py --benchmark-json=bench.json && python bench/report.py bench.json
"""

import os

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import tensorlite as tl
from tensorlite import versus

pytest_plugins = ["tensorlite.versus"]
CPUS = len(os.sched_getaffinity(0))


class Library:
    """One library under the names that a case uses: `lib.exp(x)`, `lib.tensor(array)`."""

    def __init__(self, name):
        self.name = name
        if name == "tensorlite":
            self.module = tl
        elif name == "torch":
            self.module = pytest.importorskip("torch")
        else:
            self.module = np

    def tensor(self, array, requires_grad=False):
        """The library's own array with these numbers."""
        if self.name == "numpy":
            return array.copy()
        return self.module.tensor(array, requires_grad=requires_grad)

    def array(self, x):
        """Any library's array as NumPy's."""
        return x if self.name == "numpy" else x.detach().numpy()

    def __getattr__(self, name):
        return getattr(self.module, name)


@pytest.fixture(params=["tensorlite", "numpy", "torch"])
def lib(request):
    """Each library in turn."""
    return Library(request.param)


@pytest.fixture(params=[count for count in (1, 2) if count <= CPUS], ids=lambda count: f"t{count}")
def threads(request):
    """The number of threads for every library."""
    before = tl.get_num_threads()
    tl.set_num_threads(request.param)
    try:
        import torch

        torch.set_num_threads(request.param)
    except ImportError:
        pass
    yield request.param
    tl.set_num_threads(before)


class Measured(BenchmarkFixture):
    """pytest-benchmark's fixture, which also notes the memory that one more call takes."""

    def __call__(self, function, *args, **kwargs):
        result = super().__call__(function, *args, **kwargs)
        self.extra_info["memory"] = versus.growth(lambda: function(*args, **kwargs))
        return result

    def pedantic(self, function, args=(), kwargs=None, setup=None, **options):
        """As its method of the name."""
        result = super().pedantic(function, args, kwargs, setup=setup, **options)
        given, named = setup() if setup else (args, kwargs or {})
        self.extra_info["memory"] = versus.growth(lambda: function(*given, **named))
        return result


@pytest.fixture
def benchmark(benchmark):
    """Time and memory."""
    benchmark.__class__ = Measured
    return benchmark


@pytest.fixture
def timed(benchmark, request):
    """`timed(group, function, *args)`: one row of a group, warmed up first."""

    def run(group, function, *args, rounds=None, setup=None):
        benchmark.group = group
        if "lib" in request.fixturenames:
            benchmark.extra_info["lib"] = request.getfixturevalue("lib").name
        function(*(setup()[0] if setup else args))
        if rounds is None:
            return benchmark(function, *args)
        return benchmark.pedantic(function, args, setup=setup, rounds=rounds, warmup_rounds=1)

    return run


def pytest_benchmark_update_machine_info(config, machine_info):
    """Who measured: the versions of the peers, and the threads."""
    told = versus.origin(config.rootpath)
    machine_info["versions"], machine_info["threads"] = told["versions"], told["threads"]


def pytest_benchmark_update_json(benchmarks, output_json):
    """Leave out the time of every round: quartiles tell what a report needs."""
    for bench in output_json["benchmarks"]:
        bench["stats"].pop("data", None)
