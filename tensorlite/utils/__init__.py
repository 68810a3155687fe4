"""Helpers beside the core: `tensorlite.utils.data`."""

from . import data

__all__ = ["data"]
