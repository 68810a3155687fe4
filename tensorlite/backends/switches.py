"""Switches of a module, set for a while."""

import contextlib
from collections.abc import Iterator
from typing import Any

from ..errors import expected


def flags_of(module):
    """The context manager `flags(**switches)` of a module with these switches."""

    @contextlib.contextmanager
    def flags(**switches: Any) -> Iterator[None]:
        """A context in which switches of the module have other values."""
        for name in switches:
            if name.startswith("_") or name not in module or callable(module[name]):
                raise TypeError(expected("flags", "a switch that is there", f"{name}=", "help()"))
        before = {name: module[name] for name in switches}
        module.update(switches)
        try:
            yield
        finally:
            module.update(before)

    return flags
