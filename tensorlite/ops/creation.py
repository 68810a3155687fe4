"""Tensors from Python, NumPy and nothing."""

import functools
import itertools
import math
from typing import Any

import numpy as np

from .. import dlpack, dtypes, formats, shapes
from ..annotations import DeviceLike, Dims, Operand
from ..batches import carry, levels_of
from ..declare import method, primitive, public
from ..device import CPU, device, device_of, place
from ..dispatch import apply, delivered
from ..errors import expected
from ..graph import mode
from ..kernels import interpreters
from ..storage import POOLED, allocate, borrow
from ..tensor import (
    Tensor,
    array_of,
    empty_of,
    empty_shape,
    make,
    scalar_at,
    spec_of,
    values_of,
)
from .requiring import one_number
from .transfer import transferred

SMALL = 1 << 12  # bytes of a constant that a plan keeps on a card rather than fills anew


def _finish(made, requires_grad, name=None, out=None, pin_memory=False):
    if pin_memory:
        made = made.pin_memory()
    made = delivered(name, made, out)
    return made.requires_grad_() if requires_grad else made


def spread_over(out, numbers):
    """Numbers in the shape of `out` if it has as many elements, which keeps its own then."""
    fits = isinstance(out, Tensor) and out.spec.numel == numbers.spec.numel
    return numbers.view(out.spec.shape) if fits else numbers


def place_like(x, device):
    """The device on which to make something like `x`: its own unless another is named."""
    return x.spec.device if device is None else place(device)


def place_of(device, out):
    """The device on which to make what may be delivered to `out`: its own unless one is named."""
    return place_like(out, device) if isinstance(out, Tensor) else place(device)


def on_device(made, where):
    """A fresh dense tensor of the CPU, brought to where it is wanted."""
    return made if where is CPU else transferred(made, where)


def _kind(dtype, default=None, out=None):
    if dtype is None and isinstance(out, Tensor):
        return out.spec.dtype
    if dtype is None:
        return default or dtypes.get_default_dtype()
    return dtypes.as_dtype(dtype)


def from_array(array):
    """A tensor that shows the memory of a NumPy array."""
    spec, low, nbytes = _shown(array.dtype, array.shape, array.strides)
    if spec is None:
        return from_array(array.copy())
    storage = borrow(array, low, nbytes)
    return make(storage, spec, storage.address - low)


@functools.lru_cache(maxsize=4096)
def _shown(kind, shape, steps):
    """The Spec of an array's memory, where it begins from the first element, and its bytes.

    There is no Spec where steps are no whole elements.
    """
    dtype = dtypes.as_dtype(kind, "from_numpy")
    if not kind.isnative:
        raise TypeError(
            expected("from_numpy", "native byte order", str(kind), ".astype() to native")
        )
    size = dtype.itemsize
    if 0 in shape:
        return spec_of(shape, dtype, CPU), 0, 0
    if any(step % size for step in steps):
        return None, 0, 0
    strides = tuple(step // size for step in steps)
    low, high = shapes.reach(shape, strides)
    return spec_of(shape, dtype, CPU, strides), low * size, (high - low + 1) * size


def shows_memory(function):
    """Mark what makes tensors over memory that it is given: each call of a plan reads it anew."""
    function.shows_memory = True
    return function


@public(method=False)
@shows_memory
def from_numpy(ndarray: np.ndarray) -> Tensor:
    """
    A tensor that shares the memory of a NumPy array: a change of one shows in the other.

    Raises
    ------
    TypeError
        If the argument is not an array, or of a dtype that tensors do not have.
    """
    if not isinstance(ndarray, np.ndarray):
        got = type(ndarray).__name__
        raise TypeError(expected("from_numpy", "a numpy.ndarray", got, "tensorlite.tensor()"))
    return from_array(ndarray)


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
    >>> tensor([[1, 2], [3, 4]])
    tensor([[1, 2],
            [3, 4]])
    """
    data = _foreign(data)
    if isinstance(data, Tensor):
        out, where = data.detach().clone(), place_like(data, device)
        return _finish(out.to(where, dtype or data.dtype), requires_grad)
    made = _from_number(data) if dtype is None and device is None else None
    if made is not None:
        return made.requires_grad_() if requires_grad else made
    where = place(device)
    array, found = _array(data, dtype)
    if found is None and dtype is None:
        raise ValueError("tensor: Overflow when unpacking long; try dtype=tensorlite.uint64")
    target = _kind(dtype, found)
    if not isinstance(data, np.ndarray | np.generic):
        _check_fit(array, target)
    if array is data or array.dtype != target.numpy:
        array = _converted(array, target)
    made = on_device(from_array(array), where)
    return _finish(made, requires_grad, pin_memory=pin_memory)


@np.errstate(all="ignore")
def _converted(array, dtype):
    """A row-major copy in another dtype."""
    if dtype.short:
        array = np.array(array, dtype=np.float32, order="C")
    return np.array(dtypes.held(array, dtype), order="C", copy=True)


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


_TELL_DTYPES = "__array_interface__", "__dlpack__"  # pictures, and arrays of other libraries
_SEQUENCES, _NUMBERS = (list, tuple), {bool, int, float}


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
    kind = _kind(dtype)
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
    kind, where = _kind(dtype), place(device)
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
    if isinstance(data, Tensor | np.ndarray) or not hasattr(type(data), "__dlpack__"):
        return data
    try:
        return _shared(data)
    except (RuntimeError, TypeError, ValueError, NotImplementedError):
        return data


def from_card(owner):
    """A tensor that shows the memory on a card of whatever has `__cuda_array_interface__`."""
    told = owner.__cuda_array_interface__
    dtype = dtypes.as_dtype(np.dtype(told["typestr"]), "as_tensor")
    shape, (address, readonly) = tuple(told["shape"]), told["data"]
    steps = told.get("strides") or [dtype.itemsize * s for s in shapes.contiguous_strides(shape)]
    if told.get("mask") is not None or readonly or any(s % dtype.itemsize for s in steps):
        got = "a mask" if told.get("mask") is not None else "read-only or packed memory"
        raise TypeError(expected("as_tensor", "plain writable memory of a card", got, "a copy"))
    driver = device("cuda").kernels.driver
    where = place(device("cuda", driver.index_of(address)) if address else "cuda")
    if told.get("stream") is not None:
        theirs = driver.Stream.of(where.index, told["stream"])
        driver.current_stream(where.index).wait_stream(theirs)
    strides = [step // dtype.itemsize for step in steps]
    return dlpack.borrowed(owner, address, shape, strides, dtype, where)


def _filled(spec, value):
    """A tensor of one number: written by the host where it can, so that plans know it."""
    recorder = interpreters.current()
    if spec.device is CPU:
        made = empty_of(spec)
        if spec.dtype.short:
            value = dtypes.held(np.float32(value), spec.dtype)[()]
        if recorder is None and 0 < spec.nbytes < POOLED:  # it is all of its memory
            made.memory.buffer.view(spec.dtype.numpy).fill(value)
        else:
            array_of(made).fill(value)
        return made
    if recorder is not None and recorder.active and spec.nbytes <= SMALL:
        here = _filled(spec_of(spec.shape, spec.dtype, CPU, spec.strides), value)
        return on_device(here, spec.device)  # once, as a constant of the plan
    with mode.off():
        return empty_of(spec).fill_(value)


def _factory(name, value, doc):
    """`zeros(*size)`, `zeros_like(x)` and `x.new_zeros(size)` at once."""
    function = _of_size(name, value)
    new = _new(name, function)
    like = _like(f"{name}_like", value, new)
    function.__name__, function.__doc__ = name, f"A tensor of the given size, {doc}."
    like.__name__, like.__doc__ = f"{name}_like", f"A tensor of input's shape and dtype, {doc}."
    new.__name__, new.__doc__ = f"new_{name}", f"A tensor of self's dtype, {doc}."
    method(new)
    return public(function, method=False), public(like, method=False)


def _of_size(name, value):
    """`zeros(*size)`."""

    def function(
        *size: Dims,
        out: Tensor | None = None,
        dtype: dtypes.dtype | None = None,
        layout: formats.layout | None = None,
        device: DeviceLike | None = None,
        requires_grad: bool = False,
        pin_memory: bool = False,
        memory_format: formats.memory_format | None = None,
    ) -> Tensor:
        if device is None and out is None and memory_format is None:
            kind = dtypes.get_default_dtype() if dtype is None else dtypes.as_dtype(dtype)
            spec = spec_of(shapes.new_shape(size, name), kind, CPU)
        else:
            where = place_of(device, out)
            shape = shapes.new_shape(size, name)
            strides = formats.wanted_strides(name, memory_format, shape)
            spec = spec_of(shape, _kind(dtype, None, out), where, strides)
        made = empty_of(spec) if value is None else _filled(spec, value)
        if out is None and not requires_grad and not pin_memory:
            return made
        return _finish(made, requires_grad, name, out, pin_memory)

    return function


def _like(name, value, new):
    """`zeros_like(x)`."""

    def like(
        input: Tensor,
        *,
        dtype: dtypes.dtype | None = None,
        layout: formats.layout | None = None,
        device: DeviceLike | None = None,
        requires_grad: bool = False,
        pin_memory: bool = False,
        memory_format: formats.memory_format | None = None,
    ) -> Tensor:
        if input.spec.hidden:
            return new(input, input.spec.shape, dtype=dtype, device=device,
                       requires_grad=requires_grad, pin_memory=pin_memory)  # fmt: skip
        if dtype is None and device is None and memory_format is None:
            spec = like_spec(input.spec, input.spec.dtype)
        else:
            kind, where = _kind(dtype, input.dtype), place_like(input, device)
            spec = formatted_like(name, input.spec, kind, where, memory_format)
        out = empty_of(spec) if value is None else _filled(spec, value)
        if not requires_grad and not pin_memory:
            return out
        return _finish(out, requires_grad, pin_memory=pin_memory)

    return like


def _new(name, function):
    """`x.new_zeros(size)`."""

    def new(
        self: Tensor,
        *size: Dims,
        dtype: dtypes.dtype | None = None,
        layout: formats.layout | None = None,
        device: DeviceLike | None = None,
        requires_grad: bool = False,
        pin_memory: bool = False,
    ) -> Tensor:
        where = place_like(self, device)
        kind = _kind(dtype, self.dtype)
        if self.spec.hidden:  # memory for each part, since it may be written
            levels = levels_of((self.spec,))
            size = (*[n for _, n in levels], *shapes.new_shape(size, f"new_{name}"))
            made = function(*size, dtype=kind, device=where, pin_memory=pin_memory)
            return _finish(carry(made, levels), requires_grad)
        return function(*size, dtype=kind, device=where, requires_grad=requires_grad,
                        pin_memory=pin_memory)  # fmt: skip

    return new


@functools.lru_cache(maxsize=4096)
def like_spec(spec, dtype, device=None):
    """Dims keep their order in memory, as PyTorch's preserve_format; the device is kept too."""
    strides = formats.strides_like(spec.shape, spec.strides)
    return spec_of(spec.shape, dtype, device or spec.device, strides)


def formatted_like(op, spec, dtype, device, memory_format):
    """The same in the memory format that a call of `op` asks for."""
    strides = formats.wanted_strides(op, memory_format, spec.shape)
    if strides is None:
        return like_spec(spec, dtype, device)
    return spec_of(spec.shape, dtype, device, strides)


zeros, zeros_like = _factory("zeros", 0, "filled with 0")
ones, ones_like = _factory("ones", 1, "filled with 1")
empty, empty_like = _factory("empty", None, "whose elements are not set")


@primitive
def _beside(value, x):
    """A fresh value, which stays as it is whatever x is."""
    return value


@_beside.grad("value")
def _beside_grad_value(g):
    return g


@_beside.grad("x")
def _beside_grad_x(g, x_spec):
    return zeros_as(x_spec, x_spec.dtype)


def unmoved_by(value, *tensors):
    """A fresh value in the graph of the tensors it was made for: gradients of 0 flow to them."""
    for x in tensors:
        if isinstance(x, Tensor) and x.requires_grad and value.dtype.differentiable:
            value = apply(_beside, value, x)
    return value


@public(method=False)
def full(
    size: Dims,
    fill_value: Operand,
    *,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """A tensor of the given size, filled with one value, whose type gives the dtype."""
    where = place_of(device, out)
    shape = shapes.new_shape((size,), "full")
    if isinstance(fill_value, Tensor | np.generic):
        fill_value = fill_value.item()
    if not isinstance(fill_value, int | float | complex):
        got = type(fill_value).__name__
        raise TypeError(expected("full", "fill_value to be a number", got, "tensor()"))
    kind = _kind(dtype, dtypes.weak(fill_value.__class__), out)
    dtypes.fitting("full", fill_value, kind)
    made = _filled(spec_of(shape, kind, where), fill_value)
    return _finish(made, requires_grad, "full", out, pin_memory)


@public(method=False)
def full_like(
    input: Tensor,
    fill_value: Operand,
    *,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
    memory_format: formats.memory_format | None = None,
) -> Tensor:
    """A tensor of input's shape and dtype, filled with one value."""
    kind, where = _kind(dtype, input.dtype), place_like(input, device)
    if isinstance(fill_value, Tensor | np.generic):
        fill_value = fill_value.item()
    dtypes.fitting("full_like", fill_value, kind)
    made = _filled(formatted_like("full_like", input.spec, kind, where, memory_format), fill_value)
    return _finish(made, requires_grad, pin_memory=pin_memory)


@method
def new_full(
    self: Tensor,
    size: Dims,
    fill_value: Operand,
    *,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """A tensor of self's dtype, filled with one value."""
    return full(size, fill_value, dtype=_kind(dtype, self.dtype), device=place_like(self, device),
                requires_grad=requires_grad, pin_memory=pin_memory)  # fmt: skip


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
    kind, where = _kind(dtype, self.dtype), place_like(self, device)
    return tensor(data, dtype=kind, device=where, requires_grad=requires_grad)


def _endpoint_kind(*ends):
    for e in ends:
        if isinstance(e, float) or (isinstance(e, Tensor) and e.dtype.is_floating_point):
            return dtypes.get_default_dtype()
    return dtypes.int64


@public(method=False)
def arange(
    start: Operand = 0,
    end: Operand | None = None,
    step: float = 1,
    *,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """The numbers start, start + step, ... below `end`; arange(end) starts at 0."""
    where = place_of(device, out)
    if end is None:
        start, end = 0, start
    target = _kind(dtype, _endpoint_kind(start, end, step), out)
    start, end, step = [e.item() if isinstance(e, Tensor) else e for e in (start, end, step)]
    if target.category == 1 and all(map(math.isfinite, (start, end, step))):
        start, end, step = int(start), int(end), int(step)  # as PyTorch: 0, 4, 1.5 are 0, 4, 1
    if step == 0 or step != step:
        raise RuntimeError(expected("arange", "step to be nonzero", f"{step}", "step=1"))
    if not (math.isfinite(start) and math.isfinite(end)) or abs(end - start) >= abs(step) * 2**63:
        raise RuntimeError(expected("arange", "a finite range", f"{start} to {end} by {step}",
                                    "linspace()"))  # fmt: skip
    if (end - start) * step < 0:
        raise RuntimeError(
            expected("arange", "upper bound and lower bound consistent with the sign of step",
                     f"start {start}, end {end}, step {step}", "the other sign")
        )  # fmt: skip
    values = np.arange(start, end, step)
    if values.dtype != target.numpy:
        for ending in values[:1].tolist() + values[-1:].tolist():
            dtypes.fitting("arange", ending, target)
        values = dtypes.held(values, target)
    made = spread_over(out, on_device(from_array(values), where))
    return _finish(made, requires_grad, "arange", out, pin_memory)


@public(method=False)
def linspace(
    start: Operand,
    end: Operand,
    steps: int,
    *,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """`steps` numbers from start to end, both included, at equal distances."""
    where = place_of(device, out)
    steps = _steps_of("linspace", steps)
    kind = _spaced_kind("linspace", dtype, out, start, end)
    for ending in (start, end):
        one_number("linspace", ending, kind)
    made = _between(_spaced, start, end, steps, kind, None)
    made = spread_over(out, made if where is made.spec.device else made.to(where))
    return _finish(made, requires_grad, "linspace", out, pin_memory)


def _spaced_kind(op, dtype, out, *ends):
    """The dtype of numbers between two ends: by default complex if one of them is."""
    natural = dtypes.get_default_dtype()
    natural = natural.to_complex() if any(map(_is_complex, ends)) else natural
    kind = _kind(dtype, natural, out)
    if natural.is_complex and not kind.is_complex:
        raise RuntimeError(
            expected(op, "a complex dtype, to which complex ends can be safely cast", repr(kind),
                     repr(natural))
        )  # fmt: skip
    return kind


def _is_complex(value):
    return value.is_complex() if isinstance(value, Tensor) else isinstance(value, complex)


def _spaced(start, end, steps):
    """np.linspace of two numbers, in a fourth of the time."""
    span = end - start
    numbers = np.arange(steps, dtype=complex if isinstance(span, complex) else float)
    step = span / (steps - 1) if steps > 1 else span
    if step == 0 and steps > 1:
        numbers /= steps - 1
        numbers *= span
    else:
        numbers *= step
    numbers += start
    if steps > 1:
        numbers[-1] = end
    return numbers


@public(method=False)
def logspace(
    start: Operand,
    end: Operand,
    steps: int,
    base: float = 10.0,
    *,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """`steps` numbers from base**start to base**end at equal ratios."""
    where = place_of(device, out)
    steps = _steps_of("logspace", steps)
    spaced = functools.partial(np.logspace, base=base)
    kind = _spaced_kind("logspace", dtype, out, start, end)
    for ending in (start, end):
        if kind.category == 1 and not isinstance(ending, Tensor):
            dtypes.fitting("logspace", _power(base, ending), kind)
    made = _between(spaced, start, end, steps, kind, base)
    return _finish(spread_over(out, made.to(where)), requires_grad, "logspace", out, pin_memory)


def _power(base, exponent):
    """base**exponent; infinity where a float does not hold it."""
    try:
        return float(base) ** exponent
    except OverflowError:
        return float("inf")


def _between(spaced, start, end, steps, dtype, base):
    """Numbers from start to end, each a number or a 0-d tensor; on a card composed of ops."""

    number = complex if dtype.is_complex else float
    wide = dtypes.complex128 if dtype.is_complex else dtypes.float64

    def between(first, last):
        return [dtypes.held(spaced(number(first), number(last), steps), dtype.wide)]

    if not interpreters.busy and not isinstance(start, Tensor) and not isinstance(end, Tensor):
        values = between(start, end)[0]
        return from_array(dtypes.held(values, dtype))
    from .hosted import hosted

    where = device_of(x.spec for x in (start, end) if isinstance(x, Tensor))
    if where is not CPU:
        return _between_on(where, wide, start, end, steps, base).to(dtype)

    ends = [x.detach().reshape(()) if isinstance(x, Tensor) else tensor(x, dtype=wide)
            for x in (start, end)]  # fmt: skip
    return hosted("linspace", between, ends, [((steps,), dtype)])[0]


def _between_on(where, wide, start, end, steps, base):
    """The same in a wide dtype from numbers on a card, which the host does not read."""
    first, last = (x.detach().to(where, wide) if isinstance(x, Tensor)
                   else tensor(x, dtype=wide, device=where)
                   for x in (start, end))  # fmt: skip
    share = arange(steps, dtype=dtypes.float64, device=where) / max(1, steps - 1)
    numbers = first * (1 - share) + last * share
    return numbers if base is None else base**numbers


def _steps_of(op, steps):
    count = shapes.plain(steps)
    if isinstance(count, bool) or not isinstance(count, int) or count < 0:
        raise RuntimeError(expected(op, "steps to be an integer of at least 0", repr(steps), "50"))
    return count


@public(method=False)
def eye(
    n: int,
    m: int | None = None,
    *,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """The n x m matrix with ones on its diagonal."""
    where = place_of(device, out)
    shape = shapes.new_shape((n, n if m is None else m), "eye")
    values = dtypes.held(np.eye(*shape), _kind(dtype, None, out))
    return _finish(on_device(from_array(values), where), requires_grad, "eye", out, pin_memory)


@public(method=False)
@shows_memory
def from_dlpack(
    ext_tensor: Any, *, device: DeviceLike | None = None, copy: bool | None = None
) -> Tensor:
    """
    A tensor that shares memory with anything that speaks DLPack, on the CPU or on a card.

    Parameters
    ----------
    ext_tensor : object with __dlpack__, or a capsule that such a call gave
    device : device, optional
        Where the tensor is to be; by default where the memory is.
    copy : bool, optional
        True for memory of its own, False to refuse a copy; by default what `device` needs.

    Raises
    ------
    ValueError
        If a copy is needed, and is refused.
    """
    shared = _shared(ext_tensor)
    if device is not None and place_of(device, None) is not shared.device:
        if copy is False:
            got, wanted = f"one on {device}", f"a tensor that shares memory on {shared.device}"
            raise ValueError(expected("from_dlpack", wanted, got, "copy=None"))
        return shared.to(device)
    return shared.clone() if copy else shared


def _is_brain(array):
    """Whether an array of any library has bfloat16, which NumPy has no name for."""
    return str(getattr(array, "dtype", "")).endswith("bfloat16")


def _shared(ext_tensor):
    """A tensor over the memory of what speaks DLPack."""
    is_capsule = type(ext_tensor).__name__ == "PyCapsule"
    ext_tensor = dlpack.Capsule(ext_tensor) if is_capsule else ext_tensor
    if ext_tensor.__dlpack_device__()[0] == dlpack.CUDA:
        return dlpack.imported(ext_tensor)
    if is_capsule or _is_brain(ext_tensor):
        return from_array(dlpack.array_over(ext_tensor))
    array = np.from_dlpack(ext_tensor)
    return from_array(ext_tensor if isinstance(ext_tensor, np.ndarray) else array)


@public(method=False)
@shows_memory
def frombuffer(
    buffer: Any,
    *,
    dtype: dtypes.dtype,
    count: int = -1,
    offset: int = 0,
    requires_grad: bool = False,
) -> Tensor:
    """A 1-D tensor over the memory of a bytes-like object."""
    array = np.frombuffer(buffer, _kind(dtype).numpy, count, offset)
    return _finish(from_array(array), requires_grad)


def empty_as(spec, dtype):
    """Uninitialised memory for the strides of a spec, gaps included."""
    if not spec.numel:
        return empty_shape(spec.shape, dtype, spec.device)
    low, high = shapes.reach(spec.shape, spec.strides)
    storage = allocate((high - low + 1) * dtype.itemsize, spec.device)
    address = storage.address - low * dtype.itemsize
    return make(storage, spec_of(spec.shape, dtype, spec.device, spec.strides), address)


def zeros_as(spec, dtype):
    """Zeros with the strides of a spec; what lies in gaps is not set."""
    out = empty_as(spec, dtype)
    with mode.off():
        return out.zero_()
