"""Transforms of functions: derivatives to any order, maps over batches, modules as functions."""

from ..absent import asked as _asked
from ..absent import listing as _listing
from ..gate import gate_all
from .forward import jvp, linearize
from .jacobians import hessian, jacfwd, jacrev
from .mapping import vmap
from .modules import functional_call, replace_all_batch_norm_modules_, stack_module_state
from .reverse import grad, grad_and_value, vjp

__all__ = [
    "functional_call",
    "grad",
    "grad_and_value",
    "hessian",
    "jacfwd",
    "jacrev",
    "jvp",
    "linearize",
    "replace_all_batch_norm_modules_",
    "stack_module_state",
    "vjp",
    "vmap",
]

gate_all(globals(), __all__)
__getattr__ = _asked(__name__)
__dir__ = _listing(__name__)
