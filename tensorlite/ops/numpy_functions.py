"""NumPy's own functions, given tensors: `np.exp(x)`, `np.sum(x, axis=0)`, `array @ x`.

A ufunc that tensorlite has is tensorlite's, by PyTorch's rules of promotion and with gradients; so
are NumPy's operators with a tensor on the other side. A function that NumPy looks for among the
methods of what it is given, as `sum`, means by its arguments what NumPy means, and gives a tensor.
Any other is given arrays that share the memory, and gives what it makes of arrays: as for PyTorch's
tensors, a tensor where it wraps results, and else an array.
"""

import functools
import inspect
from typing import Any

import numpy as np

from .. import dtypes
from ..errors import expected
from ..op import registry, supplied
from ..tensor import Tensor, number
from .conversion import array_wrap, numpy

_RENAMED = {
    "equal": "eq", "power": "pow", "conjugate": "conj", "invert": "bitwise_not",
    "left_shift": "bitwise_left_shift", "right_shift": "bitwise_right_shift", "rint": "round",
    "fabs": "abs", "degrees": "rad2deg", "radians": "deg2rad", "ldexp": None, "frexp": None,
}  # fmt: skip
_STANDARD = frozenset((
    "all", "amax", "amin", "any", "argmax", "argmin", "clip", "max", "mean", "min", "prod",
    "reshape", "round", "squeeze", "std", "sum", "var",
))  # fmt: skip
_GIVE_TENSORS = _STANDARD | {
    "argsort", "compress", "cumprod", "cumsum", "diagonal", "linspace", "numpy.linalg", "ptp",
    "repeat", "searchsorted", "swapaxes", "take", "transpose",
}  # fmt: skip
_ONLY_DESCRIBE = frozenset((
    "can_cast", "common_type", "empty_like", "full_like", "iscomplexobj", "isrealobj", "ndim",
    "ones_like", "result_type", "shape", "size", "zeros_like",
))  # fmt: skip
_SPELLED = {"a_min": "min", "a_max": "max", "ddof": "correction"}  # as the standard has them


# ------------------------------------------------------------------ ufuncs


def _array_ufunc(self, ufunc: Any, method: str, *inputs: Any, out: Any = None,
                 **options: Any) -> Any:  # fmt: skip
    """What NumPy's ufuncs and operators do where a tensor takes part."""
    if any(isinstance(x, Tensor) for x in out or ()) or (method == "at" and inputs[0] is self):
        wanted = f"an array to write to, as {ufunc.__name__} is NumPy's"
        raise TypeError(expected(ufunc.__name__, wanted, "a Tensor", "tensorlite's own function"))
    if method == "__call__" and out is None and not options:
        ours = _ours(ufunc, self.dtype.differentiable)
        if ours is not None:
            tensors = [x if isinstance(x, Tensor) else number(x) for x in inputs]
            odd = any(x is NotImplemented for x in tensors)
            return NotImplemented if odd else ours(*tensors)
    if out is not None:
        options["out"] = out
    result = getattr(ufunc, method)(*map(_arrays, inputs), **options)
    return result if out is not None else _wrapped(result)


@functools.cache
def _ours(ufunc, floating):
    """The function of ours that is a ufunc of NumPy, or None.

    Of integers it is so where there is an operator, which has PyTorch's promotion on either side.
    """
    if ufunc is np.matmul:
        return _matmul
    if ufunc.nin == 1 and not floating:
        return None
    name = _RENAMED.get(ufunc.__name__, ufunc.__name__)
    return registry.get(name) if ufunc is getattr(np, ufunc.__name__, None) else None


def _matmul(x, y):
    """The product in the dtype of both; PyTorch's operators have one dtype on both sides."""
    kind = registry["promote_types"](x.dtype, y.dtype)
    return registry["matmul"](x.to(kind), y.to(kind))


def _wrapped(result):
    if isinstance(result, tuple):
        parts = map(_wrapped, result)
        return type(result)(*parts) if hasattr(result, "_fields") else tuple(parts)
    return array_wrap(None, result) if isinstance(result, np.ndarray | np.generic) else result


# ------------------------------------------------------------------ other functions


def _array_function(self, func: Any, types: Any, args: Any, kwargs: Any) -> Any:
    """What NumPy's functions do where a tensor takes part."""
    if not all(issubclass(kind, Tensor | np.ndarray) for kind in types):
        return NotImplemented
    name = func.__name__
    if getattr(np, name, None) is not func:
        name = func.__module__  # numpy.linalg, numpy.fft
    first = args[0] if args else None
    if name in _STANDARD and isinstance(first, Tensor) and first.dtype.differentiable:
        call = _by_the_standard(func, args, kwargs)
        if call is not None:
            return call()
    if name in _ONLY_DESCRIBE:
        args, kwargs = _detached(args), _detached(kwargs)
    result = func(*_arrays(args), **_arrays(kwargs))
    return _wrapped(result) if name in _GIVE_TENSORS else result


def _by_the_standard(func, args, kwargs):
    """The call of the array API's function, which has gradients; None if more is asked of it."""
    ours, given = _standard(func)
    try:
        (_, x), *rest = given.bind(*args, **kwargs).arguments.items()
        asked = {_SPELLED.get(key, key): value for key, value in rest
                 if not (key in ("out", "dtype") and value is None)}  # fmt: skip
        if func is np.squeeze:
            asked.setdefault("axis", tuple(dim for dim, size in enumerate(x.shape) if size == 1))
        if "dtype" in asked:
            asked["dtype"] = dtypes.as_dtype(np.dtype(asked["dtype"]))
        inspect.signature(ours).bind(x, **asked)
    except TypeError:
        return None
    return functools.partial(ours, x, **asked)


@functools.cache
def _standard(func):
    """The array API's function of the name, and the signature of NumPy's."""
    space = supplied["array_api"]()
    name = func.__name__.removeprefix("a") if func in (np.amax, np.amin) else func.__name__
    return getattr(space, name), inspect.signature(func)


def _arrays(x):
    """Tensors replaced by arrays that share their memory, in nested sequences too."""
    return _replaced(x, numpy)


def _detached(x):
    return _replaced(x, registry["detach"])


def _replaced(x, replace):
    if isinstance(x, Tensor):
        return replace(x)
    if type(x) in (list, tuple):
        return type(x)(_replaced(each, replace) for each in x)
    if type(x) is dict:
        return {key: _replaced(each, replace) for key, each in x.items()}
    return x


setattr(Tensor, "__array_ufunc__", _array_ufunc)  # noqa: B010
setattr(Tensor, "__array_function__", _array_function)  # noqa: B010
