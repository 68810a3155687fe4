"""Automatic differentiation: `backward`, `grad`, `Function`, modes and checks."""

from ..absent import asked as _asked
from ..absent import listing as _listing
from ..docstrings import document as _document
from ..gate import gate_all
from ..graph import Node
from . import graph
from . import hooks as _hooks  # noqa: F401
from .anomaly import detect_anomaly, set_detect_anomaly
from .backward import backward, grad
from .function import Function, FunctionCtx
from .modes import (
    enable_grad,
    inference_mode,
    is_grad_enabled,
    no_grad,
    set_grad_enabled,
    set_multithreading_enabled,
)
from .variable import Variable

__all__ = [
    "Function",
    "FunctionCtx",
    "Node",
    "Variable",
    "backward",
    "detect_anomaly",
    "enable_grad",
    "forward_ad",
    "functional",
    "grad",
    "gradcheck",
    "gradgradcheck",
    "graph",
    "inference_mode",
    "is_grad_enabled",
    "no_grad",
    "set_detect_anomaly",
    "set_grad_enabled",
    "set_multithreading_enabled",
]


def __getattr__(name):
    if name in ("gradcheck", "gradgradcheck", "GradcheckError"):
        from . import check

        return getattr(check, name)
    return _asked(__name__, ("forward_ad", "functional"))(name)


gate_all(globals(), ("backward", "grad", "is_grad_enabled"))
__dir__ = _listing(__name__)
_document(globals(), __all__)
