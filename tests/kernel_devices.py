"""The kernels of a device, so that a test of kernels exists once: the fixture `device` has them."""

import functools
import importlib
import inspect

from hypothesis import HealthCheck, settings
from tensorlite.kernels.cpu import threads

DEVICES = ("cpu", "cuda")
SMALL = {"threads": 8, "blocks": 3}  # so that threads go round, and blocks end inside arrays


class Device:
    """`device.index.read` is `kernels.cpu.index.read`, or that of `cuda`, which takes `sizes`."""

    def __init__(self, name, sizes=None):
        self.name = name
        self.sizes = sizes or (SMALL if name == "cuda" else {})

    def __getattr__(self, name):
        try:
            module = importlib.import_module(f"tensorlite.kernels.{self.name}.{name}")
        except ModuleNotFoundError as error:
            raise AttributeError(f"{self.name}: expected a module of kernels; {error}") from error
        return Kernels(module, self)

    def __repr__(self):
        return self.name

    def sized(self, **sizes):
        """The device with other sizes of what CUDA's launches cut work into; a CPU has none."""
        return Device(self.name, self.sizes and {**self.sizes, **sizes})

    def runs(self):
        """Ways to run whose results have the same bits: over any number of threads, or again."""
        for count in (1, 2, 3):
            if self.name == "cpu":
                threads.set_num_threads(count)
            yield count


class Kernels:
    """A module of kernels, whose functions are given those of a device's sizes that they take."""

    def __init__(self, module, device):
        self.module, self.device = module, device

    def __getattr__(self, name):
        found = getattr(self.module, name)
        if not callable(found) or not self.device.sizes:
            return found
        taken = self.device.sizes.keys() & inspect.signature(found).parameters.keys()
        return functools.partial(found, **{size: self.device.sizes[size] for size in taken})


def devices_of(test):
    """The names of the devices that a test function runs on."""
    if "device" not in inspect.signature(test).parameters:
        return ()
    only = [mark.args for mark in getattr(test, "pytestmark", ()) if mark.name == "only"]
    return only[0] if only else DEVICES


def addresses(*arrays):
    """Where arrays lie, for a launch."""
    return [0 if array is None else array.ctypes.data for array in arrays]


def examples(count):
    """The settings of a test by hypothesis: one device serves all its examples."""
    same = [HealthCheck.function_scoped_fixture]
    return settings(max_examples=count, deadline=None, suppress_health_check=same)
