"""Automatic differentiation: `backward`, `grad`, `Function`, modes and checks."""

from ..absent import no_such as _no_such
from ..docstrings import document as _document
from ..gate import gate_all
from ..graph import Node
from . import hooks as _hooks  # noqa: F401
from .anomaly import detect_anomaly, set_detect_anomaly
from .backward import backward, grad
from .function import Function, FunctionCtx
from .modes import enable_grad, inference_mode, is_grad_enabled, no_grad, set_grad_enabled

__all__ = [
    "Function",
    "FunctionCtx",
    "Node",
    "backward",
    "detect_anomaly",
    "enable_grad",
    "forward_ad",
    "functional",
    "grad",
    "gradcheck",
    "gradgradcheck",
    "inference_mode",
    "is_grad_enabled",
    "no_grad",
    "set_detect_anomaly",
    "set_grad_enabled",
]


def __getattr__(name):
    import importlib
    import sys

    if name in ("gradcheck", "gradgradcheck", "GradcheckError"):
        return getattr(importlib.import_module(".check", __name__), name)
    if name in ("forward_ad", "functional"):
        return importlib.import_module(f".{name}", __name__)
    raise _no_such(sys.modules[__name__], name)

gate_all(globals(), ("backward", "grad", "is_grad_enabled"))
_document(globals(), __all__)
