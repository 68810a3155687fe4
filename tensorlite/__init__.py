"""tensorlite: tensors and autograd with PyTorch's names, on kernels compiled by Numba."""

from math import e, inf, nan, pi
from typing import Any as _Any

from . import dtypes as _dtypes
from .dtypes import (
    can_cast,
    dtype,
    finfo,
    get_default_dtype,
    iinfo,
    promote_types,
    set_default_dtype,
)
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
from .device import device, get_default_device, set_default_device
from .tensor import Tensor
from . import ops as _ops
from .ops.creation import tensor  # for checkers, to which it is the module otherwise
from . import autograd
from . import plan as _plan
from . import printing as _printing
from .gate import gate_all as _gate_all
from .op import registry as _registry
from .op import settle_names as _settle_names
from .kernels.cpu.threads import get_num_threads, set_num_threads

from .version import __version__

_METHODS = (
    "addmv_", "clamp_", "clamp_max_", "clamp_min_", "clip_", "detach", "detach_", "fill_",
    "index_put_", "ldexp_", "nan_to_num_", "relu_", "round_", "xlogy_", "zero_",
)  # fmt: skip

newaxis = None
globals().update(_dtypes.DTYPES)
globals().update({name: found for name, found in _dtypes.ALIASES.items() if found is not None})
globals().update({k: v for k, v in _registry.items() if not k.startswith("_")})
globals().update({name: getattr(Tensor, name) for name in _METHODS})

_LAZY = {
    "nn": "nn", "optim": "optim", "utils": "utils", "save": "serialization",
    "load": "serialization", "scalars": "kernels.scalars", "kernels": "kernels",
    "linalg": "linalg", "special": "special", "cuda": "cuda", "random": "random",
    "backends": "backends", "accelerator": "accelerator", "cpu": "cpu", "mps": "mps",
    "mtia": "mtia", "xpu": "xpu", "__config__": "__config__",
}  # fmt: skip
_FUNCTIONAL = (
    "bilinear", "celu", "celu_", "channel_shuffle", "cosine_similarity", "group_norm",
    "hardshrink", "pairwise_distance", "pixel_shuffle", "pixel_unshuffle", "prelu", "rrelu",
    "rrelu_", "selu", "selu_", "threshold", "threshold_",
)  # fmt: skip


_NO_DTYPES = (
    "float16", "half", "bfloat16", "complex32", "complex64", "complex128", "cfloat", "HalfTensor",
    "BFloat16Tensor",
)  # fmt: skip


def __getattr__(name: str) -> _Any:
    """Load what few programs need when it is first asked for."""
    import importlib

    if name in _LAZY:
        module = importlib.import_module(f".{_LAZY[name]}", __name__)
        return getattr(module, name) if name in ("save", "load") else module
    if name in _FUNCTIONAL:
        return getattr(importlib.import_module(".nn.functional", __name__), name)
    known = f"; its dtypes are {', '.join(_dtypes.NAMES)}" if name in _NO_DTYPES else ""
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}{known}")


def result_type(x, y):
    """The dtype of an op on two tensors or numbers, by PyTorch's rules."""
    from .dispatch import _operand, result_dtype
    from .op import table

    return result_dtype(table["_add"], [_operand(x).spec, _operand(y).spec])[0]


_gate_all(
    globals(),
    (
        *("can_cast", "finfo", "get_default_dtype", "get_num_threads", "iinfo", "promote_types"),
        *("result_type", "set_default_device", "set_default_dtype", "set_num_threads"),
    ),
)
_settle_names(globals(), Tensor)
