"""Copies and casts: new memory, another dtype, or new content for old memory."""

import functools
from typing import Any

import numpy as np

from .. import dtypes, formats, shapes
from ..annotations import DeviceLike, Operand
from ..calls import Call, remembered
from ..declare import entry, method, prepared, primitive, public
from ..device import CPU, place
from ..device import device as _device
from ..dispatch import apply, launch_on, unary
from ..errors import expected, type_name
from ..graph import detaching, mode
from ..kernels.language.program import Program
from ..op import table
from ..storage import Storage
from ..tensor import (
    Leaf,
    Tensor,
    base_of,
    empty_of,
    make,
    number,
    spec_of,
)
from ..writing import begin_write, finish_write, rewritten, write
from .creation import like_spec, place_like
from .requiring import one_number
from .transfer import copy_bytes, transferred


@entry("same", name="_clone", method=False, inplace=False, reference=np.copy)
def _clone(x):
    """A copy."""
    return x


def _over_reference(x, y):
    return np.broadcast_arrays(x, y)[1]


@entry("same", name="_over", method=False, inplace=False, reference=_over_reference)
def _over(x, y):
    """y in place of x, to which a gradient of 0 flows."""
    return y


CLONE, OVER = table["_clone"], table["_over"]
CLONE.function.moves = True  # what is short is copied as it is


@public
def clone(input: Tensor, *, memory_format: formats.memory_format | None = None) -> Tensor:
    """A copy with memory of its own; gradients flow through it."""
    if memory_format is not None:
        strides = formats.wanted_strides("clone", memory_format, input.spec.shape)
        if strides is not None:
            return laid(input, strides)
    return unary(CLONE, input)


def apart(result, input):
    """A result in memory of its own: what happened to be `input`, or a view of it, is copied."""
    return clone(result) if result.memory.buffer is input.memory.buffer else result


@primitive(takes_short=True)
def shared(x):
    """The same memory as the result of an op, which may be changed in place."""
    return make(x.memory, x.spec, x.address)


@shared.grad("x")
def _shared_grad_x(g):
    return g


@prepared(takes_short=True)
def cast(x, *, dtype):
    """A copy in another dtype."""
    out = like_spec(x, dtype)
    return Call(out, copying(x, out))


@cast.grad("x")
def _cast_grad_x(g, x_spec):
    return apply(cast, g, dtype=x_spec.dtype)


@remembered
def copying(source, target):
    """The Launch that copies between tensors of these Specs, of one shape, and converts."""
    names = (source.dtype.name,), source.dtype.name, (target.dtype.name,)
    strides = shapes.expanded_strides(source.shape, source.byte_strides, target.shape)
    program = Program.single(CLONE.function, *names)
    return launch_on(target.device, (source,), program, target.shape,
                     [strides, target.byte_strides])  # fmt: skip


def write_copy(source, target):
    """Copy elements into a tensor of the same shape, converting them."""
    copying(source.spec, target.spec)(source, target)
    return target


@public(name="_to", method=False)
def to_dtype(x: Tensor, dtype: dtypes.dtype) -> Tensor:
    """x itself if it has that dtype, else converted."""
    return x if x.spec.dtype is dtype else apply(cast, x, dtype=dtype)


def in_floats(x):
    """x itself if it holds floating point or complex numbers, else in the default dtype."""
    return x if x.spec.dtype.differentiable else to_dtype(x, dtypes.get_default_dtype())


@method
def to(
    self: Tensor,
    *args: Any,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
    copy: bool = False,
    non_blocking: bool = False,
    memory_format: formats.memory_format | None = None,
) -> Tensor:
    """``to(dtype)``, ``to(device)``, ``to(device, dtype)`` or ``to(other)``.

    Two bools by place are `non_blocking` and `copy`.
    """
    strides = formats.wanted_strides("to", memory_format, self.spec.shape)
    flags = [argument for argument in args if isinstance(argument, bool)]
    if flags:
        non_blocking, copy = (*flags, copy)[:2]
    for argument in args:
        if isinstance(argument, Tensor):
            dtype, device = argument.dtype, argument.device
        elif isinstance(argument, dtypes.dtype | type | np.dtype):
            dtype = dtypes.as_dtype(argument, "to")
        elif not isinstance(argument, bool):
            device = argument
    where = place_like(self, device)
    out = self if dtype is None else to_dtype(self, dtypes.as_dtype(dtype, "to"))
    if where is not out.spec.device:
        out = apply(moved, out, device=where, wait=not non_blocking)
    if out is self and copy:
        return clone(self, memory_format=memory_format)
    if strides is None or (out is self and formats.format_of(self.spec) is memory_format):
        return out
    return out if out.spec.strides == strides else laid(out, strides)


def _caster(name, dtype):
    def bound(self: Tensor, *, memory_format: formats.memory_format | None = None) -> Tensor:
        if memory_format is None:
            return to_dtype(self, dtype)
        return to(self, dtype, memory_format=memory_format)

    bound.__name__, bound.__doc__ = name, f"self as {dtype!r}."
    return method(bound)


for _name, _dtype in {"float": dtypes.float32, "double": dtypes.float64, "long": dtypes.int64,
                      "int": dtypes.int32, "short": dtypes.int16, "bool": dtypes.bool_,
                      "char": dtypes.int8, "byte": dtypes.uint8, "half": dtypes.float16,
                      "bfloat16": dtypes.bfloat16}.items():  # fmt: skip
    _caster(_name, _dtype)


@method
def type_as(self: Tensor, other: Tensor) -> Tensor:
    """self in the dtype of another tensor."""
    return to_dtype(self, other.spec.dtype)


@primitive(takes_short=True)
def moved(x, *, device, wait):
    """A copy on another device."""
    spec = like_spec(x.spec, x.spec.dtype)
    if spec.strides != x.spec.strides:
        x = write_copy(x, empty_of(spec))
    return transferred(x, device, wait)


@moved.grad("x")
def _moved_grad_x(g, x_spec):
    return apply(moved, g, device=x_spec.device, wait=True)


@method
def cpu(self: Tensor, memory_format: formats.memory_format | None = None) -> Tensor:
    """A copy on the CPU; self if it lies there."""
    return to(self, "cpu", memory_format=memory_format)


@method
def cuda(
    self: Tensor,
    device: DeviceLike | None = None,
    non_blocking: bool = False,
    memory_format: formats.memory_format | None = None,
) -> Tensor:
    """A copy on a card, by default the current one; self if it lies there."""
    where = "cuda" if device is None else device
    if place(where) is CPU:
        raise RuntimeError(expected("cuda", "a card", repr(device), "cuda()"))
    return to(self, where, non_blocking=non_blocking, memory_format=memory_format)


@method
def pin_memory(self: Tensor, device: DeviceLike | None = None) -> Tensor:
    """A copy in memory that a card reads while the host goes on; self if it lies there."""
    if is_pinned(self):
        return self
    driver = place("cuda" if device is None else device).kernels.driver
    if self.spec.device is not CPU:
        got = f"{self.spec} on {self.spec.device}"
        raise RuntimeError(expected("pin_memory", "a tensor on the CPU", got, ".cpu()"))
    spec = like_spec(self.spec, self.spec.dtype)
    buffer = driver.pinned(max(1, spec.nbytes))
    storage = Storage(buffer, buffer.ctypes.data, spec.nbytes)
    return write_copy(self, make(storage, spec, storage.address))


@method
def record_stream(self: Tensor, stream: Any) -> None:
    """Keep its memory from being used again until what `stream` has by then is done.

    Memory belongs to the stream in which it was allocated; work in others has to be told of.
    """
    if self.spec.device is CPU:
        got = f"{self.spec} on the CPU"
        raise RuntimeError(expected("record_stream", "a tensor on a card", got, ".cuda()"))
    self.spec.device.kernels.driver.record_stream(self.memory.buffer, stream)


@method
def is_pinned(self: Tensor, device: DeviceLike | None = None) -> bool:
    """Whether it lies in pinned memory of the host."""
    driver = _device("cuda").kernels.driver
    return self.spec.device is CPU and driver.available() and driver.is_pinned(self.address)


def as_dense(x):
    """x if its elements lie side by side in row-major order, else a copy whose elements do.

    Where calls are counted in frames, its condition stands in the caller.
    """
    return x if x.spec.contiguous else apply(dense, x)


@method
def contiguous(self: Tensor, memory_format: formats.memory_format | None = None) -> Tensor:
    """self if its elements lie side by side in a memory format, else a copy whose elements do.

    Parameters
    ----------
    memory_format : memory_format, optional
        Row-major order by default; ``channels_last`` and ``channels_last_3d`` are for images
        (N, C, H, W) and volumes (N, C, D, H, W).

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.ones(1, 3, 2, 2).contiguous(memory_format=tl.channels_last).stride()
    (12, 1, 6, 3)
    """
    if memory_format is None:
        return self if self.spec.contiguous else apply(dense, self)
    strides = formats.wanted_strides("contiguous", memory_format, self.spec.shape)
    if formats.has_format("contiguous", memory_format, self.spec):
        return self
    if strides is None:
        raise RuntimeError(
            "contiguous: preserve memory format is unsupported by the contiguous operator; "
            "expected contiguous_format or channels_last; got preserve_format; try clone()"
        )
    return laid(self, strides)


def laid_like(x, spec):
    """x itself or a copy, with the strides of a tensor of its shape if that has no gaps."""
    strides = formats.strides_like(spec.shape, spec.strides)
    return x if x.spec.strides == strides else laid(x, strides)


def laid(x, strides):
    """A copy with dense strides; what is hidden lies outside of them, and the rest is row-major."""
    return apply(dense, x) if x.spec.hidden else apply(dense, x, strides=strides)


def as_images(out, x):
    """What an op made of images x, in their memory format."""
    if not x.spec.channels_last or out.spec.channels_last or out.ndim != x.ndim:
        return out
    return laid(out, formats.channels_last_strides(out.spec.shape))


@prepared(takes_short=True)
def dense(x, *, strides=None):
    """A row-major copy, or one with other dense strides."""
    out = spec_of(x.shape, x.dtype, x.device, strides)
    return Call(out, copying(x, out))


@dense.grad("x")
def _dense_grad_x(g):
    return g


@public
def detach(self: Tensor) -> Tensor:
    """A view of self outside of the graph; it shares memory."""
    return make(self.memory, self.spec, self.address)


@public
def detach_(self: Tensor) -> Tensor:
    """Take self out of the graph; views that were made before stay in it."""
    if self._extra is not None and self._extra.base is not None:
        raise RuntimeError(expected("detach_", "a tensor that is not a view", "a view", "detach()"))
    if type(self._node) is Leaf:
        return self.requires_grad_(False)
    if self._node is not None:
        detaching.used = True
    self._node = None
    return self


@method
def copy_(self: Tensor, src: Operand, non_blocking: bool = False) -> Tensor:
    """Copy the elements of `src`, broadcast and converted, into self."""
    if isinstance(src, Tensor):
        if rewritten(CLONE, (src,), self):
            return self
        source = src
    else:
        source = number(src)
        if source is NotImplemented:
            got = type_name(src)
            raise TypeError(expected("copy_", "a tensor or a number", got, "tensor()"))
        if source.spec.weak:
            dtypes.fitting("copy_", _constant(source), self.spec.dtype)
    if shapes.broadcast(source.spec.shape, self.spec.shape, op="copy_") != self.spec.shape:
        raise RuntimeError(
            expected("copy_", f"a source that broadcasts to {list(self.shape)}",
                     str(list(source.shape)), "reshape()")
        )  # fmt: skip
    if source.spec.device is not self.spec.device and not source.spec.weak:
        return _copy_across(self, to_dtype(source, self.spec.dtype), not non_blocking)
    if source.spec.dtype is not self.spec.dtype and not source.spec.weak:
        source = to_dtype(source, self.spec.dtype)
    elif source.spec.weak and source.spec.dtype.category > self.spec.dtype.category:
        source = number(dtypes_cast(source, self.spec.dtype))
    return _replace(self, _strong(source))


def _replace(target, source):
    """Write over all of a tensor; what it was made of gets gradients of 0, as from any write."""
    if target._node is not None and source._node is not None and base_of(target) is target:
        return write(OVER, (target, source), target, "copy_")
    return write(CLONE, (source,), target, "copy_")


def _strong(x):
    """A number as a 0-d tensor of its own dtype: float64 must not pass through the default one."""
    return make(x.memory, spec_of((), x.spec.dtype, CPU), x.address) if x.spec.weak else x


def _copy_across(target, source, wait):
    """Copy into a tensor on another device; byte for byte where both lie alike."""
    recorded = mode.grad and (source._node is not None or target._node is not None)
    if source.spec.strides != target.spec.strides or not target.spec.contiguous or recorded:
        return _replace(target, apply(moved, source, device=target.spec.device, wait=wait))
    versions = begin_write("copy_", target, ())
    copy_bytes(source, target, wait)
    finish_write(CLONE, (), target, versions)
    return target


def dtypes_cast(weak, dtype):
    """The value of a Python number as a tensor of a lower category would hold it."""
    return dtypes.readable(dtypes.held(_constant(weak), dtype), dtype)[()].item()


def _constant(weak):
    """The Python number that a tensor stands for, which even a plan being traced knows."""
    return weak.memory.buffer.view(weak.spec.dtype.numpy)[0].item()


def expanded_dims(x):
    """The dims along which all elements are one place in memory."""
    pairs = enumerate(zip(x.spec.shape, x.spec.strides, strict=True))
    return [dim for dim, (extent, stride) in pairs if stride == 0 and extent > 1]


def at_first(x, dims):
    """The part of x at the first place of each of these dims, which stay."""
    return x[tuple(slice(0, 1 if dim in dims else None) for dim in range(x.ndim))]


@public
def fill_(self: Tensor, value: Operand) -> Tensor:
    """Set every element to one number or 0-d tensor; of expanded memory each place once."""
    if not self.spec.contiguous and (dims := expanded_dims(self)):
        fill_(at_first(self, dims), value)
        return self
    plain = type(value) in (int, float, bool)
    if plain and rewritten(CLONE, (_held(number(value), self.spec.dtype),), self):
        return self
    return copy_(self, one_number("fill_", value, self.spec.dtype))


@functools.lru_cache(maxsize=4096)
def _held(weak, dtype):
    """What `fill_` copies for a number, once it is checked that the dtype holds it."""
    return _strong(number(one_number("fill_", _constant(weak), dtype)))


@public(method=False, out=True)
def fill(input: Tensor, value: Operand) -> Tensor:
    """A tensor like input that is filled with one number."""
    return fill_(input.clone(), value)


@public
def zero_(self: Tensor) -> Tensor:
    """Set every element to 0."""
    return fill_(self, 0)
