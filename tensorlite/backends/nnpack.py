"""NNPACK: not used."""

from ..absent import is_available
from .switches import flags_of

__all__ = ["flags", "is_available"]
enabled = True
flags = flags_of(globals())
