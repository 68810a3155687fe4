"""Plans: functions recorded once and replayed as fused kernels."""

from ..op import supplies as _supplies
from .compiled import Compiled, compile
from .profiling import profile


@_supplies
def predict():
    """`tensorlite.cuda.predict`, which few programs need."""
    from .prediction import predict

    return predict


__all__ = ["Compiled", "compile", "profile"]
