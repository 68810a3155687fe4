"""Tensors of a size, filled with nothing or one number; what all makers of tensors share."""

import functools

import numpy as np

from .. import dtypes, formats, shapes
from ..annotations import DeviceLike, Dims, Operand
from ..batches import carry, levels_of
from ..calls import remembered
from ..declare import method, primitive, public
from ..device import CPU, place
from ..dispatch import apply
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
    spec_of,
)
from ..writing import delivered
from .transfer import transferred

SMALL = 1 << 12  # bytes of a constant that a plan keeps on a card rather than fills anew


def finished(made, requires_grad, name=None, out=None, pin_memory=False):
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


def wanted_dtype(dtype, default=None, out=None):
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


def filled(spec, value):
    """A tensor of one number: written by the host where it can, so that plans know it."""
    small = spec.device is CPU and spec.nbytes < POOLED and not interpreters.busy
    if small and type(value) is int and not value:
        made = empty_of(spec)
        made.memory.buffer.fill(0)
        return made
    recorder = interpreters.current()
    if hasattr(type(value), "as_operand"):  # it differs from call to call of a plan
        return empty_of(spec).fill_(value)
    if spec.device is CPU and not (recorder is not None and recorder.rehearses):
        made = empty_of(spec)
        if spec.dtype.short:
            value = dtypes.held(np.float32(value), spec.dtype)[()]
        if recorder is None and 0 < spec.nbytes < POOLED:  # it is all of its memory
            made.memory.buffer.view(spec.dtype.numpy).fill(value)
        else:
            array_of(made).fill(value)
        return made
    if recorder is not None and recorder.active and spec.nbytes <= SMALL:
        here = filled(spec_of(spec.shape, spec.dtype, CPU, spec.strides), value)
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


@remembered
def _dense(name, dtype, *size):
    """The Spec of a new tensor on the CPU."""
    return spec_of(shapes.new_shape(size, name), dtype, CPU)


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
            of_extents = size and type(size[0]) is int
            spec = (_dense if of_extents else _dense.__wrapped__)(name, kind, *size)
        else:
            where = place_of(device, out)
            shape = shapes.new_shape(size, name)
            strides = formats.wanted_strides(name, memory_format, shape)
            spec = spec_of(shape, wanted_dtype(dtype, None, out), where, strides)
        made = empty_of(spec) if value is None else filled(spec, value)
        if out is None and not requires_grad and not pin_memory:
            return made
        return finished(made, requires_grad, name, out, pin_memory)

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
        if layout is not None:  # a frame less
            formats.check_layout(name, layout)
        if input.spec.hidden:
            return new(input, input.spec.shape, dtype=dtype, device=device,
                       requires_grad=requires_grad, pin_memory=pin_memory)  # fmt: skip
        if dtype is None and device is None and memory_format is None:
            spec = like_spec(input.spec, input.spec.dtype)
        else:
            kind, where = wanted_dtype(dtype, input.dtype), place_like(input, device)
            spec = formatted_like(name, input.spec, kind, where, memory_format)
        out = empty_of(spec) if value is None else filled(spec, value)
        if not requires_grad and not pin_memory:
            return out
        return finished(out, requires_grad, pin_memory=pin_memory)

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
        formats.check_layout(f"new_{name}", layout)
        where = place_like(self, device)
        kind = wanted_dtype(dtype, self.dtype)
        if self.spec.hidden:  # memory for each part, since it may be written
            levels = levels_of((self.spec,))
            size = (*[n for _, n in levels], *shapes.new_shape(size, f"new_{name}"))
            made = function(*size, dtype=kind, device=where, pin_memory=pin_memory)
            return finished(carry(made, levels), requires_grad)
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
    kind = wanted_dtype(dtype, dtypes.weak(fill_value.__class__), out)
    dtypes.fitting("full", fill_value, kind)
    made = filled(spec_of(shape, kind, where), fill_value)
    return finished(made, requires_grad, "full", out, pin_memory)


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
    formats.check_layout("full_like", layout)
    kind, where = wanted_dtype(dtype, input.dtype), place_like(input, device)
    if isinstance(fill_value, Tensor | np.generic):
        fill_value = fill_value.item()
    dtypes.fitting("full_like", fill_value, kind)
    made = filled(formatted_like("full_like", input.spec, kind, where, memory_format), fill_value)
    return finished(made, requires_grad, pin_memory=pin_memory)


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
    formats.check_layout("new_full", layout)
    kind, where = wanted_dtype(dtype, self.dtype), place_like(self, device)
    return full(size, fill_value, dtype=kind, device=where, requires_grad=requires_grad,
                pin_memory=pin_memory)  # fmt: skip


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
    values = dtypes.held(np.eye(*shape), wanted_dtype(dtype, None, out))
    return finished(on_device(from_array(values), where), requires_grad, "eye", out, pin_memory)


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
