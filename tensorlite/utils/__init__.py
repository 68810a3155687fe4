"""Helpers beside the core: `tensorlite.utils.data`, `tensorlite.utils.checkpoint`."""

from ..absent import no_such as _no_such
from . import data

__all__ = ["checkpoint", "data"]


def __getattr__(name):
    import importlib
    import sys

    if name == "checkpoint":
        return importlib.import_module(".checkpoint", __name__)
    raise _no_such(sys.modules[__name__], name)
