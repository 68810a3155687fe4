"""cuSPARSELt: not used."""

from ..absent import is_available

__all__ = ["is_available", "version"]


def version() -> int | None:
    """Its version: None."""
    return None
