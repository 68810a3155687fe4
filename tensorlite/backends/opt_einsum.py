"""opt_einsum: not used; `einsum` finds its own order."""

from ..absent import is_available
from .switches import flags_of

__all__ = ["flags", "is_available"]
enabled = False
strategy = None
flags = flags_of(globals())
