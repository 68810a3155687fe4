"""tensorlite: tensors and autograd with PyTorch's names, on kernels compiled by Numba."""

import re as _re
import sys as _sys
from math import e, inf, nan, pi

from . import _checkout
from . import dtypes as _dtypes
from .absent import Refusal as _Refusal
from .absent import asked as _asked
from .docstrings import Docstring as _Docstring
from .docstrings import document as _document
from .dtypes import dtype
from .formats import (
    channels_last,
    channels_last_3d,
    contiguous_format,
    jagged,
    layout,
    memory_format,
    preserve_format,
    sparse_bsc,
    sparse_bsr,
    sparse_coo,
    sparse_csc,
    sparse_csr,
    strided,
)
from .errors import OutOfMemoryError, TraceError
from .shapes import Size
from .device import device
from .tensor import Tensor
from . import ops as _ops
from . import autograd
from . import plan as _plan
from . import printing as _printing
from .op import registry as _registry
from .op import supplied as _supplied
from .op import settle_names as _settle_names
from .paths import Paths as _Paths
from .version import __version__

_sys.meta_path += [_Paths(), _Refusal()]
newaxis = None
globals().update(_dtypes.DTYPES)
globals().update(_dtypes.ALIASES)
globals().update({k: v for k, v in _registry.items() if not k.startswith("_")})

_MODULES = (
    "_C", "__config__", "_dynamo", "accelerator", "amp", "array_api", "backends", "compiler",
    "cpu", "cuda", "distributed", "distributions", "fft", "func", "futures", "fx", "hub", "jit",
    "kernels", "linalg", "masked", "mps", "mtia", "multiprocessing", "nn", "notebook", "onnx",
    "optim", "profiler", "quasirandom", "random", "return_types", "safetensors", "serialization",
    "signal", "sklearn", "special", "testing", "types", "utils", "xpu",
)  # fmt: skip
_MEMBERS = {
    "autocast": "amp", "GradScaler": "amp", "load": "serialization", "save": "serialization",
    "vmap": "func", "scalars": "kernels", "summary": "notebook", "draw": "notebook",
    "progress": "notebook", "load_ipython_extension": "notebook", "Future": "futures",
    "Stream": "cuda", "Event": "cuda",
    **dict.fromkeys(
        ("SymBool", "SymFloat", "SymInt", "sym_float", "sym_int", "sym_ite", "sym_max", "sym_min",
         "sym_not", "sym_sqrt", "sym_sum"), "symbolic"),
    **dict.fromkeys(("_sample_dirichlet", "_standard_gamma"), "distributions.utils"),
    **dict.fromkeys(
        ("_assert", "_assert_async", "_check", "_check_index", "_check_is_size",
         "_check_not_implemented", "_check_tensor_all", "_check_type", "_check_value",
         "_check_with"), "conditions"),
}  # fmt: skip


def _of_documentation(words, thing):
    """The whole docstring of something public, by a module that is loaded when one is read."""
    from .documentation import documented

    return documented(words, thing)


_Docstring.documented = staticmethod(_of_documentation)
_supplied["array_api"] = lambda: __getattr__("array_api")
_NO_DTYPES = _re.compile("complex32|chalf|float[48]_.*|u?int[1-7]|bits?[0-9x]*")


def __getattr__(name):
    """Load what few programs need when it is first asked for."""
    import importlib

    if name in _MEMBERS:
        return getattr(importlib.import_module(f".{_MEMBERS[name]}", __name__), name)
    if name.startswith("_foreach_"):
        return getattr(importlib.import_module(".foreach", __name__), name)
    if _NO_DTYPES.fullmatch(name):
        known = f"; its dtypes are {', '.join(_dtypes.NAMES)}"
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}{known}")
    return _asked(__name__, _MODULES, (*_MODULES, *_MEMBERS))(name)


def __dir__():
    """What it offers, loaded by now or not, and not the modules that it is made of."""
    found = {name for name, thing in globals().items() if type(thing) is not type(_sys)}
    return sorted({*found, "autograd", *_MODULES, *_MEMBERS})


_settle_names(globals(), Tensor)
_document(globals(), ("Size", "Tensor", "device", "dtype", "layout", "memory_format"))


def _timed(line, cell, namespace):
    """`%%tl_time`, whose module takes what few sessions need."""
    from .notebook.timing import tl_time

    return tl_time(line, cell, namespace)


if "IPython" in _sys.modules:
    from .shell import settle as _settle

    _settle(lambda: _printing.get_printoptions()["frames"], _timed)
