"""Apple's GPUs: there are none."""

from ..absent import is_available, is_built

__all__ = ["is_available", "is_built", "is_macos13_or_newer", "is_macos_or_newer"]


def is_macos_or_newer(major: int, minor: int) -> bool:
    """Whether this is such a macOS: no."""
    return False


def is_macos13_or_newer(minor: int = 0) -> bool:
    """Whether this is macOS 13 or newer: no."""
    return False
