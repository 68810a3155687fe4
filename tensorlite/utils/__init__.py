"""Helpers beside the core: `data`, `checkpoint` and `tensorboard`."""

from ..absent import asked as _asked
from . import data

__all__ = ["checkpoint", "data", "dlpack", "tensorboard"]
__getattr__ = _asked(__name__, ("_pytree", "hooks", *__all__))
