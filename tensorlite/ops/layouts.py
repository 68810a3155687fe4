"""Tensors with strides of the user's choice, and other sizes for the memory that one has."""

from collections.abc import Sequence

from .. import dtypes, formats, shapes
from ..annotations import DeviceLike, Dims
from ..declare import method, public
from ..device import place
from ..errors import expected
from ..graph import warn
from ..kernels import interpreters
from ..op import supplies
from ..storage import allocate
from ..tensor import Tensor, empty_shape, make, spec_of, structure
from .creation import empty_as, finished, place_like, wanted_dtype


def _with_strides(op, size, stride, kind, where):
    size, stride = tuple(size), tuple(stride)
    if len(size) != len(stride) or any(n < 0 for n in (*size, *stride)):
        raise RuntimeError(
            expected(op, "as many strides as sizes, none negative", f"{size} and {stride}",
                     "empty()")
        )  # fmt: skip
    spec = spec_of(size, kind, where, stride)
    if not spec.numel:
        nothing = empty_shape(size, kind, where)
        return make(nothing.memory, spec, nothing.address)
    return empty_as(spec, kind)


@public(method=False)
def empty_strided(
    size: Dims,
    stride: Dims,
    *,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """A tensor with these strides, counted in elements, whose elements are not set."""
    made = _with_strides("empty_strided", size, stride, wanted_dtype(dtype), place(device))
    return finished(made, requires_grad, pin_memory=pin_memory)


@method
def new_empty_strided(
    self: Tensor,
    size: Dims,
    stride: Dims,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """A tensor of self's dtype with these strides, whose elements are not set."""
    formats.check_layout("new_empty_strided", layout)
    kind, where = wanted_dtype(dtype, self.dtype), place_like(self, device)
    made = _with_strides("new_empty_strided", size, stride, kind, where)
    return finished(made, requires_grad, pin_memory=pin_memory)


@public(method=False)
def empty_permuted(
    size: Sequence[int],
    physical_layout: Sequence[int],
    *,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """A dense tensor whose dims lie in memory in this order, the first with the longest step."""
    size, order = tuple(size), tuple(physical_layout)
    if sorted(order) != list(range(len(size))):
        raise RuntimeError(
            expected("empty_permuted", f"physical_layout to be an order of {len(size)} dims",
                     f"{order}: the number of dimensions, or one of them, does not fit",
                     f"{tuple(range(len(size)))}")
        )  # fmt: skip
    made = empty_shape(tuple([size[dim] for dim in order]), wanted_dtype(dtype), place(device))
    made = made.permute([order.index(dim) for dim in range(len(size))])
    return finished(made, requires_grad, pin_memory=pin_memory)


@method
def resize_(
    self: Tensor, *sizes: Dims, memory_format: formats.memory_format | None = None
) -> Tensor:
    """
    Another size for the same memory, in rows; more of it where it is too small.

    What is new is not set. Views that were made before keep the memory that they had.
    """
    shape = shapes.new_shape(sizes, "resize_")
    strides = _resized("resize_", memory_format, shape)
    if self.requires_grad:
        raise RuntimeError(
            "resize_: cannot resize variables that require grad; "
            + expected("resize_", "a tensor without gradient", "one with", "reshape()")
        )
    if memory_format is None and shape == self.spec.shape:
        return self
    recorder = interpreters.current()
    if recorder is not None:
        recorder.shows(self)
    new = spec_of(shape, self.spec.dtype, self.spec.device, strides)
    offset, version = self.address - self.memory.address, self.memory.version
    if offset + new.nbytes > self.memory.nbytes:
        self.memory = _enlarged(self, offset + new.nbytes)
        self.address = self.memory.address + offset
    self.memory.version = version + 1
    self.spec = new
    structure.changes += 1
    return self


def _resized(op, memory_format, shape):
    if memory_format is formats.preserve_format:
        raise RuntimeError(
            f"{op}: Unsupported memory format; expected contiguous_format or channels_last; got "
            "preserve_format; try None"
        )
    return formats.wanted_strides(op, memory_format, shape)


@supplies
def resize_output(out, shape):
    """Let an `out` of another shape take that of the result; one without elements does in silence.

    The warning is PyTorch's.
    """
    if out.spec.numel:
        warn(
            "An output with one or more elements was resized since it had shape "
            f"{list(out.spec.shape)}, which does not match the required output shape "
            f"{list(shape)}; try out=None, or out.resize_(0) before"
        )
    resize_(out, shape)


def _enlarged(x, nbytes):
    """More memory, which begins with the bytes that a tensor has."""
    storage = allocate(nbytes, x.spec.device)
    old = _bytes(x.memory, x.memory.nbytes, x.spec.device)
    _bytes(storage, x.memory.nbytes, x.spec.device).copy_(old)
    return storage


def _bytes(storage, count, device):
    return make(storage, spec_of((count,), dtypes.uint8, device), storage.address)


@method
def resize_as_(
    self: Tensor, the_template: Tensor, memory_format: formats.memory_format | None = None
) -> Tensor:
    """`resize_` to the size of another tensor; preserve_format stands for the format of that."""
    if memory_format is formats.preserve_format:
        memory_format = formats.format_of(the_template.spec)
    return resize_(self, the_template.shape, memory_format=memory_format)
