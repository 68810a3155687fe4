"""Which cards this process has: NVIDIA's, the simulator's or none."""

import functools
import importlib.util
import os

from .api import Driver
from .host import Simulator

SIMULATED = os.environ.get("NUMBA_ENABLE_CUDASIM") == "1"  # as Numba itself is told
EXTRA = "try pip install 'tensorlite[cuda]'"


def simulated():
    """Whether kernels run in the simulator, on host addresses."""
    return SIMULATED


@functools.cache
def _opened():
    """The Driver, or None, and why there is none."""
    try:
        from cuda.bindings import driver
    except ImportError as error:
        return None, f"no package offers cuda.bindings ({error}); {EXTRA}"
    if importlib.util.find_spec("numba_cuda") is None:
        return None, f"no package offers numba.cuda for a card; {EXTRA}"
    try:
        found = Driver(driver)
    except RuntimeError as error:
        why = str(error).partition("; try ")[0]
        return None, f"no driver of NVIDIA works here ({why}); try nvidia-smi"
    if found.count == 0:
        return None, "the driver of NVIDIA finds no card; try unset CUDA_VISIBLE_DEVICES"
    return found, ""


_simulator = Simulator()


def system():
    """The cards of this process.

    Raises
    ------
    RuntimeError
        If there is none; it says why.
    """
    if simulated():
        return _simulator
    found, why = _opened()
    if found is None:
        raise RuntimeError(f"cuda: expected a card; got none, for {why}")
    return found


def available():
    """Whether there is a card that works, or the simulator stands for one. Never raises."""
    return simulated() or _opened()[0] is not None


def reason():
    """Why no card is available and what to try; empty if one is."""
    return "" if simulated() else _opened()[1]
