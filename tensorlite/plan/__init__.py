"""Plans: functions recorded once and replayed as fused kernels."""

from .compiled import Compiled, compile

__all__ = ["Compiled", "compile"]
