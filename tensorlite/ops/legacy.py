"""What PyTorch keeps of its first years: types of tensors such as `FloatTensor`, and `range`."""

import math
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np

from .. import dtypes, formats, shapes
from ..annotations import DeviceLike, Operand
from ..declare import method, offer, public
from ..device import CPU, place
from ..device import device as _device
from ..errors import expected
from ..gate import gated, gated_class
from ..op import supplies
from ..tensor import Tensor
from .copying import to
from .creation import (
    empty,
    finished,
    from_array,
    on_device,
    place_like,
    place_of,
    spread_over,
    wanted_dtype,
)
from .from_data import tensor


@supplies
def constructed(name, args, dtype, device):
    """
    A tensor from extents, or of one sequence, array or tensor; tensors are not converted.

    Parameters
    ----------
    name : str
        What the user called.
    args : tuple
    dtype : dtype or None
        None: the default dtype, or that of the tensor which is given.
    device : device, str or None
    """
    data = args[0] if len(args) == 1 else None
    kind = dtype or dtypes.get_default_dtype()
    if len(args) != 1 or isinstance(data, shapes.Size) or _is_extent(data):
        return empty(*args or (0,), dtype=kind, device=device)
    if isinstance(data, Tensor):
        where = place_like(data, device)
        if dtype not in (None, data.dtype) or data.device is not where:
            got = f"{data.spec} on {data.device}"
            wanted = f"a tensor of {kind.name} on {where}"
            raise TypeError(expected(name, wanted, got, ".to() before"))
        return data.detach()
    if isinstance(data, str | bytes) or not hasattr(data, "__len__"):
        wanted = "extents, or one sequence, array or tensor"
        got = f"{type(data).__name__} {data!r}"
        raise TypeError(expected(name, wanted, got, "tensorlite.tensor()"))
    return tensor(data, dtype=kind, device=device)


def _is_extent(value):
    return not isinstance(value, bool | Tensor | np.ndarray) and hasattr(value, "__index__")


class TensorType(type):
    """The class of `FloatTensor` and its like, which make and know the tensors of one dtype."""

    dtype: dtypes.dtype
    is_cuda: bool

    def __call__(cls, *args, **named):
        """A tensor of this type from extents, or from data; `device=` names another card."""
        return cls._construct(*args, **named)

    def __instancecheck__(cls, x):
        return isinstance(x, Tensor) and (x.dtype, x.is_cuda) == (cls.dtype, cls.is_cuda)


def _types(module, is_cuda):
    """The types of tensors on the CPU, or on a card, by their names."""
    spelled = {"float32": "Float", "float64": "Double", "int64": "Long", "int32": "Int",
               "int16": "Short", "int8": "Char", "uint8": "Byte", "bool": "Bool", "float16": "Half",
               "bfloat16": "BFloat16", "complex64": "ComplexFloat",
               "complex128": "ComplexDouble"}  # fmt: skip
    found = {}
    for word, each in dtypes.DTYPES.items():
        name = f"{spelled.get(word, word.replace('ui', 'UI'))}Tensor"
        doc = f"Tensors of {each!r} on {'a card' if is_cuda else 'the CPU'}."
        parts = {"dtype": each, "is_cuda": is_cuda, "__module__": module, "__doc__": doc}
        parts["_construct"] = staticmethod(_constructor(name, each, "cuda" if is_cuda else "cpu"))
        found[name] = TensorType(name, (), parts)
    return found


def _constructor(name, dtype, home):
    def construct(*args, device=None):
        where = home if device is None else device
        if _device(where).type != home:
            raise TypeError(expected(name, f"a device of type {home}", f"{where}", "tensor()"))
        return constructed(name, args, dtype, where)

    return gated(construct, name)


TYPES = _types("tensorlite", False)
CARD_TYPES = _types("tensorlite.cuda", True)
_BY_KIND = {(found.dtype, found.is_cuda): found
            for found in (*TYPES.values(), *CARD_TYPES.values())}  # fmt: skip


def at_hand(types):
    """Those that are attributes of their module: complex ones go by `Tensor.type(name)` alone."""
    return {name: each for name, each in types.items() if not each.dtype.is_complex}


for _name, _type_ in at_hand(TYPES).items():
    offer(_name, _type_)
gated_class(Tensor)


def _by_name(name):
    """The type of a name such as "torch.cuda.FloatTensor"."""
    package, _, rest = name.partition(".")
    found = (CARD_TYPES if rest.startswith("cuda.") else TYPES).get(rest.removeprefix("cuda."))
    if package not in ("torch", "tensorlite") or found is None:
        raise ValueError(
            f"type: invalid type: {name!r}; expected a name such as 'torch.FloatTensor'; got "
            f"{name!r}; try a dtype"
        )
    return found


@method(names=("type",))
def _type(self: Tensor, dtype: dtypes.dtype | None = None, non_blocking: bool = False) -> Any:
    """
    Its type as ``"tensorlite.FloatTensor"``; or self in such a type or dtype.

    Returns
    -------
    str, or Tensor (...) where a dtype is given
    """
    if dtype is None:
        found = _BY_KIND[self.dtype, self.is_cuda]
        return f"{found.__module__}.{found.__name__}"
    found = _by_name(dtype) if isinstance(dtype, str) else dtype
    if found is Tensor:
        found = _BY_KIND[dtypes.get_default_dtype(), False]
    if not isinstance(found, TensorType):
        return to(self, dtypes.as_dtype(dtype, "type"))
    where = CPU if not found.is_cuda else self.device if self.is_cuda else place("cuda")
    return to(self, where, found.dtype, non_blocking=non_blocking)


@method
def new(
    self: Tensor, *args: Any, size: Sequence[int] | None = None, device: DeviceLike | None = None
) -> Tensor:
    """A tensor of self's dtype from extents, or from data, on self's device."""
    args = args if size is None else (shapes.Size(size),)
    return constructed("new", args, self.dtype, place_like(self, device))


@public(method=False)
def set_default_tensor_type(t: Any) -> None:
    """Set the default dtype by a type such as `DoubleTensor`, or by its name."""
    found = _by_name(t) if isinstance(t, str) else t
    if not getattr(getattr(found, "dtype", None), "is_floating_point", False):
        wanted = "a type of floating point tensors, such as DoubleTensor"
        raise TypeError(expected("set_default_tensor_type", wanted, repr(t), "set_default_dtype()"))
    dtypes.set_default_dtype(found.dtype)


@public(name="range", method=False)
def _range(
    start: Operand,
    end: Operand,
    step: float = 1,
    *,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
) -> Tensor:
    """The numbers start, start + step, ... up to `end`, which is one of them: see `arange`."""
    warnings.warn("range: its end is included, unlike Python's; try arange", stacklevel=3)
    kind, where = wanted_dtype(dtype, None, out), place_of(device, out)
    start, end, step = (e.item() if isinstance(e, Tensor) else e for e in (start, end, step))
    if step == 0:
        raise RuntimeError(expected("range", "step to be nonzero", "0", "step=1"))
    if (end - start) * step < 0:
        got = f"start {start}, end {end}, step {step}"
        wanted = "upper bound and lower bound consistent with the sign of step"
        raise RuntimeError(expected("range", wanted, got, "the other sign"))
    values = start + step * np.arange(math.floor((end - start) / step) + 1)
    for ending in (values[0].item(), values[-1].item()):
        dtypes.fitting("range", ending, kind)
    made = on_device(from_array(dtypes.held(values, kind)), where)
    return finished(spread_over(out, made), requires_grad, "range", out)
