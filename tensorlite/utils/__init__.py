"""Helpers beside the core: `tensorlite.utils.data`, `tensorlite.utils.checkpoint`."""

from . import data

__all__ = ["checkpoint", "data"]


def __getattr__(name):
    import importlib

    if name == "checkpoint":
        return importlib.import_module(".checkpoint", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
