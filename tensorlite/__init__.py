"""tensorlite: tensors and autograd with PyTorch's names, on kernels compiled by Numba."""

import sys as _sys
from math import e, inf, nan, pi

from . import _checkout
from . import dtypes as _dtypes
from .absent import no_such as _no_such
from .dtypes import dtype
from .formats import (
    channels_last,
    channels_last_3d,
    contiguous_format,
    layout,
    memory_format,
    preserve_format,
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
from .op import settle_names as _settle_names
from .version import __version__

newaxis = None
globals().update(_dtypes.DTYPES)
globals().update(_dtypes.ALIASES)
globals().update({k: v for k, v in _registry.items() if not k.startswith("_")})

_LAZY = {
    "amp": "amp", "autocast": "amp", "GradScaler": "amp",
    "nn": "nn", "optim": "optim", "utils": "utils", "save": "serialization",
    "load": "serialization", "safetensors": "safetensors", "scalars": "kernels.scalars",
    "kernels": "kernels", "onnx": "onnx", "sklearn": "sklearn", "fft": "fft", "signal": "signal",
    "linalg": "linalg", "masked": "masked", "special": "special", "cuda": "cuda",
    "random": "random",
    "backends": "backends", "accelerator": "accelerator", "cpu": "cpu", "mps": "mps",
    "mtia": "mtia", "xpu": "xpu", "__config__": "__config__", "func": "func", "vmap": "func",
    "distributions": "distributions",
    "array_api": "array_api",
    "testing": "testing",
    "notebook": "notebook", "summary": "notebook", "draw": "notebook",
    "progress": "notebook", "load_ipython_extension": "notebook",
}  # fmt: skip
_MEMBERS = (
    "save", "load", "vmap", "autocast", "GradScaler", "summary", "draw",
    "progress", "load_ipython_extension",
)  # of what is loaded for them  # fmt: skip
_NO_DTYPES = ("complex32", "chalf")


def __getattr__(name):
    """Load what few programs need when it is first asked for."""
    import importlib
    import sys

    if name in _LAZY:
        module = importlib.import_module(f".{_LAZY[name]}", __name__)
        return getattr(module, name) if name in _MEMBERS else module
    if name in _NO_DTYPES or name.startswith("float8_"):
        known = f"; its dtypes are {', '.join(_dtypes.NAMES)}"
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}{known}")
    raise _no_such(sys.modules[__name__], name, tuple(_LAZY))


_settle_names(globals(), Tensor)


def _timed(line, cell, namespace):
    """`%%tl_time`, whose module takes what few sessions need."""
    from .notebook.timing import tl_time

    return tl_time(line, cell, namespace)


if "IPython" in _sys.modules:
    from .shell import settle as _settle

    _settle(lambda: _printing.get_printoptions()["frames"], _timed)
