"""Plans: functions recorded once and replayed as fused kernels."""

from .compiled import Compiled, compile
from .profiling import profile

__all__ = ["Compiled", "compile", "profile"]
