"""Helpers beside the core: `data`, `checkpoint` and `tensorboard`."""

from ..absent import no_such as _no_such
from . import data

__all__ = ["checkpoint", "data", "tensorboard"]


def __getattr__(name):
    import importlib
    import sys

    if name in __all__:
        return importlib.import_module(f".{name}", __name__)
    raise _no_such(sys.modules[__name__], name)
