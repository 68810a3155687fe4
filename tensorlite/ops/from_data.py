"""Tensors of what is given: numbers, sequences, arrays, buffers."""

import functools
import itertools
from typing import Any

import numpy as np

from .. import dtypes, formats, shapes
from ..annotations import DeviceLike
from ..declare import method, public
from ..device import CPU, place
from ..errors import expected
from ..kernels import interpreters
from ..tensor import Tensor, empty_of, scalar_at, spec_of, values_of
from .creation import finished, from_array, full, on_device, place_like, wanted_dtype
from .shown_memory import from_card, from_dlpack, frombuffer, over_dlpack

_SEQUENCES, _NUMBERS = (list, tuple), {bool, int, float}



@public(method=False)
def tensor(
    data: Any,
    *,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """
    A tensor that copies `data`: numbers, nested lists, arrays or tensors.

    Parameters
    ----------
    data : number, nested sequence, numpy.ndarray or Tensor
    dtype : dtype, optional
        Found from the data: Python floats give the default dtype, integers int64.
    device : device or str, optional
    requires_grad : bool

    Returns
    -------
    Tensor
        A leaf with memory of its own.

    Raises
    ------
    ValueError
        If nested sequences are ragged.
    TypeError
        If an element is not a number.

    Examples
    --------
    >>> tl.tensor([[1, 2], [3, 4]])
    tensor([[1, 2],
            [3, 4]])
    """
    data = _foreign(data)
    if isinstance(data, Tensor):
        out, where = data.detach().clone(), place_like(data, device)
        out = out.to(where, dtype or data.dtype)
        return finished(out, requires_grad, pin_memory=pin_memory)
    if hasattr(type(data), "as_operand"):  # a number that differs from call to call of a plan
        return full((), data, dtype=dtype, device=device, requires_grad=requires_grad,
                    pin_memory=pin_memory)  # fmt: skip
    varying = list(_varying(data)) if interpreters.busy else ()
    if varying:
        made = tensor(_as_it_is(data), dtype=dtype, device=device, pin_memory=pin_memory)
        for path, item in varying:
            made[path].fill_(item)
        return made.requires_grad_(requires_grad)
    made = None
    if dtype is None and device is None and not (interpreters.busy or pin_memory):
        made = _from_list(data) if type(data) is list else _from_number(data)
    if made is not None:
        return made.requires_grad_() if requires_grad else made
    where = place(device)
    array, found = _array(data, dtype)
    if found is None and dtype is None:
        raise ValueError("tensor: Overflow when unpacking long; try dtype=tensorlite.uint64")
    target = wanted_dtype(dtype, found)
    if not isinstance(data, np.ndarray | np.generic):
        _check_fit(array, target)
    if array is data or array.dtype != target.numpy:
        array = _converted(array, target)
    made = on_device(from_array(array), where)
    return finished(made, requires_grad, pin_memory=pin_memory)


@np.errstate(all="ignore")
def _converted(array, dtype):
    """A row-major copy in another dtype."""
    if dtype.short:
        array = np.array(array, dtype=np.float32, order="C")
    return np.array(dtypes.held(array, dtype), order="C", copy=True)


def _varying(data, path=()):
    """Where in nested sequences stand numbers that differ from call to call of a plan."""
    if isinstance(data, list | tuple):
        for k, item in enumerate(data):
            yield from _varying(item, (*path, k))
    elif hasattr(type(data), "as_operand"):
        yield path, data


def _as_it_is(data):
    """Nested sequences with the values that such numbers have now."""
    if isinstance(data, list | tuple):
        return list(map(_as_it_is, data))
    return data.value if hasattr(type(data), "as_operand") else data


def _from_number(data):
    """A 0-d tensor of a Python number; None for other data, which takes a longer way."""
    kind = type(data)
    if kind is float:
        dtype = dtypes.get_default_dtype()
        if dtype.short:
            return None
    elif kind is int and -(1 << 63) <= data < 1 << 63:
        dtype = dtypes.int64
    elif kind is bool:
        dtype = dtypes.bool_
    else:
        return None
    if interpreters.busy:
        return None
    made = empty_of(spec_of((), dtype, CPU))
    scalar_at(made).value = data
    return made


def _from_list(data):
    """A vector of floats, or of integers; None for other data, which takes a longer way."""
    kinds = set(map(type, data))
    dtype = dtypes.get_default_dtype() if kinds == {float} else dtypes.int64
    fits = kinds == {int} and min(data) >= -(1 << 63) and max(data) < 1 << 63
    if dtype.short or not (fits or kinds == {float}):
        return None
    made = empty_of(spec_of((len(data),), dtype, CPU))
    place = (type(scalar_at(made)) * len(data)).from_address(made.address)
    place[:] = data
    return made


_TELL_DTYPES = "__array_interface__", "__dlpack__"  # pictures, and arrays of other libraries


def _uneven(data):
    """Where nested sequences are of several lengths, by the dim and the place."""
    level: list[tuple[str, Any]] = [("", data)]
    for dim in itertools.count():
        first = _length(level[0][1])
        for path, each in level:
            if _length(each) != first:
                at = "[0]" * dim
                return f"ragged ones: in dim {dim} {first} at {at} but {_length(each)} at {path}"
        if first == "a number":
            break
        level = [(f"{p}[{k}]", part) for p, each in level for k, part in enumerate(each)]
    return "ragged ones"


def _length(data):
    """The length of a sequence, in words."""
    return f"length {len(data)}" if isinstance(data, list | tuple | np.ndarray) else "a number"


def _array(data, dtype=None):
    """`data` as an array, and the dtype of a tensor made of it: None if only uint64 would do.

    Integers of more than 64 bits become the floats that a `dtype` of floats asks for.
    """
    if isinstance(data, np.ndarray | np.generic):
        array = np.asarray(data)
        return array, dtypes.as_dtype(array.dtype, "tensor")
    flat = type(data) in _SEQUENCES and _NUMBERS.issuperset(map(type, data))
    met: set = set()  # what nested sequences contain: types of numbers, and dtypes
    data = data if flat else _numbers(data, met)
    try:
        array = np.array(data)
    except ValueError:
        wanted = "sequences of equal lengths at each depth"
        raise ValueError(expected("tensor", wanted, _uneven(data), "padding")) from None
    tells = any(hasattr(type(data), told) for told in _TELL_DTYPES)
    if tells and array.dtype.kind == "V":  # bfloat16
        return array, dtypes.as_dtype(array.dtype, "tensor")
    if array.dtype.kind not in "biufc":
        if array.dtype.kind == "O" and _only_numbers(data):
            kind = None if dtype is None else dtypes.as_dtype(dtype)
            if kind is not None and kind.differentiable:
                return array.astype(complex if kind.is_complex else float), kind
            raise ValueError("tensor: Overflow when unpacking long; try dtype float")
        got = f"data of type {_odd_type(data)}"
        raise TypeError(
            expected("tensor", "numbers or nested sequences of numbers", got, "numbers")
        )
    if tells:
        return array, dtypes.as_dtype(array.dtype, "tensor")
    if array.size == 0 and array.dtype == np.float64:
        return array, dtypes.get_default_dtype()
    if any(isinstance(kind, dtypes.dtype) for kind in met):
        found = (kind if isinstance(kind, dtypes.dtype) else dtypes.weak(kind) for kind in met)
        return array, functools.reduce(dtypes.promote_types, found)
    kinds = {"b": dtypes.bool_, "i": dtypes.int64, "u": dtypes.int64,
             "c": dtypes.get_default_dtype().to_complex()}  # fmt: skip
    if array.dtype == np.uint64:
        return array, None
    return array, kinds.get(array.dtype.kind) or dtypes.get_default_dtype()


def _check_fit(array, target):
    """Refuse numbers from Python that a dtype cannot hold; NumPy's are converted."""
    if array.dtype.kind == "c" and not target.is_complex:
        raise TypeError(expected("tensor", "real numbers", "complex ones", "dtype=complex"))
    if target.category == 1 and array.size and not np.can_cast(array.dtype, target.numpy):
        for number in (array.max().item(), array.min().item()):  # NaN, if there is one
            dtypes.fitting("tensor", number, target)


def _numbers(data, met):
    """Nested sequences, a number for each tensor of one element and an array for others.

    `met` gets the types of Python's numbers, and the dtypes of all else.
    """
    if isinstance(data, list | tuple | range):
        kinds = set(map(type, data))
        if kinds and kinds <= _NUMBERS:
            met |= kinds
            return data
        return [_numbers(item, met) for item in data]
    if isinstance(data, Tensor):
        met.add(data.dtype)
        return data.item() if data.numel() == 1 else values_of(data.detach())
    if isinstance(data, np.ndarray | np.generic) and data.dtype.kind in "biufc":
        met.add(dtypes.as_dtype(data.dtype, "tensor"))
    elif isinstance(data, int | float | complex):
        met.add(type(data))
    return data


def _only_numbers(data):
    if isinstance(data, list | tuple):
        return all(map(_only_numbers, data))
    return isinstance(data, int | float | complex)


def _odd_type(data):
    while isinstance(data, list | tuple) and len(data):
        odd = (item for item in data if not isinstance(item, int | float | complex | list))
        data = next(odd, data[0])
    return type(data).__name__


@public(method=False)
def scalar_tensor(
    s: float,
    *,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """A 0-d tensor of a number, in the default dtype unless another is given."""
    s = shapes.plain(s)
    if not isinstance(s, int | float | complex):
        got = type(s).__name__
        raise TypeError(expected("scalar_tensor", "s to be a number", got, "tensor()"))
    kind = wanted_dtype(dtype)
    dtypes.fitting("scalar_tensor", s, kind)
    return tensor(s, dtype=kind, device=device, requires_grad=requires_grad,
                  pin_memory=pin_memory)  # fmt: skip


@public(method=False)
def asarray(
    obj: Any,
    *,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
    copy: bool | None = None,
    requires_grad: bool | None = None,
) -> Tensor:
    """A tensor of `obj`: a copy where one is needed or wanted; `copy=False` refuses to make one.

    It is a part of the graph of a tensor, unless `requires_grad` is False.

    The bytes of a buffer (bytes, bytearray, memoryview, array.array) are shared, and read as
    elements of `dtype` side by side, as PyTorch reads them.
    """
    if not isinstance(obj, Tensor | np.ndarray | np.generic) and _is_buffer(obj):
        return _of_buffer(obj, dtype, device, copy, requires_grad)
    if type(obj).__name__ == "PyCapsule":  # of DLPack, which has no name in Python
        obj = from_dlpack(obj)
    out = as_tensor(obj, dtype, device)
    shared = out is obj or (isinstance(obj, np.ndarray) and out.address == obj.ctypes.data)
    if copy is False and not shared:
        raise ValueError(expected("asarray", "data that can be shared", f"{type(obj).__name__}, "
                                  "whose dtype or device differs", "copy=None"))  # fmt: skip
    if copy and shared:
        out = out.clone()
    if requires_grad is False and out.requires_grad:
        return out.detach()
    return out.requires_grad_() if requires_grad else out


def _is_buffer(obj):
    """Whether an object shows its memory, and speaks no protocol of arrays."""
    if hasattr(obj, "__array_interface__") or hasattr(obj, "__dlpack__"):
        return False
    try:
        memoryview(obj).release()
    except TypeError:
        return False
    return True


def _of_buffer(buffer, dtype, device, copy, requires_grad):
    """What `asarray` makes of a buffer."""
    kind, where = wanted_dtype(dtype), place(device)
    if not memoryview(buffer).nbytes:
        raise ValueError(expected("asarray", "a buffer with bytes", "an empty one", "empty(0)"))
    shared = frombuffer(buffer, dtype=kind)
    if copy is False and where is not CPU:
        raise ValueError(expected("asarray", "data that can be shared", f"a buffer for {where}",
                                  "copy=None"))  # fmt: skip
    out = shared.to(where)
    out = out.clone() if copy and out is shared else out
    return out.requires_grad_() if requires_grad else out


@public(method=False)
def as_tensor(
    data: Any, dtype: dtypes.dtype | None = None, device: DeviceLike | None = None
) -> Tensor:
    """A tensor that shares memory with `data` where that is possible, else a copy."""
    if isinstance(data, np.ndarray) and data.dtype.kind in "biufc":
        data = from_array(data)
    elif hasattr(data, "__cuda_array_interface__") and not isinstance(data, Tensor):
        data = from_card(data)
    data = _foreign(data)
    if isinstance(data, Tensor):
        return data.to(place_like(data, device), dtype or data.dtype)
    return tensor(data, dtype=dtype, device=device)


def _foreign(data):
    """A tensor over an array of another library, if DLPack has words for it; all else as it is."""
    speaks = hasattr(type(data), "__dlpack__") and hasattr(type(data), "__dlpack_device__")
    if isinstance(data, Tensor | np.ndarray) or not speaks:
        return data
    try:
        return over_dlpack(data)
    except (RuntimeError, TypeError, ValueError, NotImplementedError):
        return data


@method
def new_tensor(
    self: Tensor,
    data: Any,
    *,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
) -> Tensor:
    """A tensor of self's dtype that copies `data`."""
    kind, where = wanted_dtype(dtype, self.dtype), place_like(self, device)
    return tensor(data, dtype=kind, device=where, requires_grad=requires_grad)


