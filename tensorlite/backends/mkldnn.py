"""oneDNN: not used."""

from ..absent import is_available
from .switches import flags_of

__all__ = ["flags", "is_available"]
enabled = True
deterministic = False
allow_tf32 = True
fp32_precision = "none"
flags = flags_of(globals())
