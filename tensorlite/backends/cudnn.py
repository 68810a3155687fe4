"""cuDNN: not used."""

from ..absent import is_available
from ..tensor import Tensor
from .switches import flags_of

__all__ = ["flags", "is_acceptable", "is_available", "version"]
enabled = True
deterministic = False
benchmark = False
benchmark_limit = 10
allow_tf32 = True
fp32_precision = "none"
flags = flags_of(globals())


def version() -> int | None:
    """Its version: None."""
    return None


def is_acceptable(tensor: Tensor) -> bool:
    """Whether it would take a tensor: no."""
    return False
