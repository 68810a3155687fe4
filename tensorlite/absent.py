"""What PyTorch can be built with and tensorlite is not: asked about, it says so."""

from typing import Any

from .errors import expected


def is_available() -> bool:
    """Whether it can be used: no."""
    return False


def is_built() -> bool:
    """Whether it is part of this build: no."""
    return False


def is_initialized() -> bool:
    """Whether it was used: no."""
    return False


def device_count() -> int:
    """The number of such devices: 0."""
    return 0


def refusing(module):
    """The `__getattr__` of the module of a type of devices that are never there."""

    def missing(name: str) -> Any:
        short = module.partition(".")[2]
        raise AttributeError(
            expected(f"{short}.{name}", "a device of this type", "none", f"{short}.is_available()")
        )

    return missing
