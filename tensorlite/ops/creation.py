"""Tensors from Python, NumPy and nothing, and the ways back."""

import numpy as np

from .. import dtypes, shapes
from ..dispatch import apply, entry, method, primitive, public, unary, write
from ..errors import expected
from ..graph import mode
from ..kernels import scalars
from ..kernels.cpu.native import address_of
from ..op import registry, table
from ..storage import borrow
from ..tensor import (
    CPU,
    Tensor,
    array_of,
    device,
    empty_of,
    empty_shape,
    make,
    number,
    spec_of,
    view_of,
)


def _finish(out, requires_grad):
    return out.requires_grad_() if requires_grad else out


def _place(where):
    if where is not None:
        device(where)


def _kind(dtype, default=None):
    if dtype is None:
        return default or dtypes.get_default_dtype()
    return dtypes.as_dtype(dtype)


def from_array(array):
    """A tensor that shows the memory of a NumPy array."""
    dtype = dtypes.as_dtype(array.dtype, "from_numpy")
    if not array.dtype.isnative:
        raise TypeError(
            expected("from_numpy", "native byte order", str(array.dtype), ".astype() to native")
        )
    size = dtype.itemsize
    if any(stride % size for stride in array.strides):
        array = array.copy()
    if array.size == 0:
        return make(borrow(array, 0, 0), spec_of(array.shape, dtype), address_of(array))
    strides = tuple(stride // size for stride in array.strides)
    low, high = shapes.reach(array.shape, strides)
    storage = borrow(array, low * size, (high - low + 1) * size)
    return make(storage, spec_of(array.shape, dtype, strides), storage.address - low * size)


@public(method=False)
def from_numpy(ndarray):
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
def tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False):
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
    _place(device)
    if isinstance(data, Tensor):
        out = data.detach().clone()
        return _finish(out if dtype is None else out.to(dtype), requires_grad)
    array, found = _array(data)
    target = _kind(dtype, found)
    with np.errstate(all="ignore"):
        copied = np.array(array, dtype=target.numpy, order="C", copy=True)
    return _finish(from_array(copied), requires_grad)


def _array(data):
    """`data` as an array, and the dtype of a tensor made of it."""
    if isinstance(data, np.ndarray | np.generic):
        array = np.asarray(data)
        return array, dtypes.as_dtype(array.dtype, "tensor")
    data = _without_tensors(data)
    try:
        array = np.array(data)
    except ValueError:
        raise ValueError(
            expected("tensor", "sequences of equal lengths at each depth", "ragged ones", "padding")
        ) from None
    if array.dtype.kind not in "biuf":
        if array.dtype.kind == "O" and _only_numbers(data):
            raise RuntimeError("tensor: Overflow when unpacking long; try dtype float")
        got = f"data of type {_odd_type(data)}"
        raise TypeError(expected("tensor", "numbers or nested sequences of numbers", got, "numbers"))
    if array.size == 0 and array.dtype == np.float64:
        return array, dtypes.get_default_dtype()
    if isinstance(data, list | tuple) and _typed_leaf(data) is not None:
        return array, dtypes.as_dtype(array.dtype)
    kinds = {"b": dtypes.bool_, "i": dtypes.int64, "u": dtypes.int64}
    if array.dtype == np.uint64:
        raise RuntimeError("tensor: Overflow when unpacking long; try dtype=tensorlite.uint64")
    return array, kinds.get(array.dtype.kind) or dtypes.get_default_dtype()


def _without_tensors(data):
    """Nested sequences with tensors replaced by arrays."""
    if isinstance(data, Tensor):
        return data.detach().numpy()
    if isinstance(data, list | tuple | range):
        return [_without_tensors(item) for item in data]
    return data


def _typed_leaf(data):
    """The first NumPy value in nested sequences, whose dtype then counts."""
    while isinstance(data, list | tuple) and len(data):
        data = data[0]
    return data if isinstance(data, np.ndarray | np.generic) else None


def _only_numbers(data):
    if isinstance(data, list | tuple):
        return all(map(_only_numbers, data))
    return isinstance(data, int | float)


def _odd_type(data):
    while isinstance(data, list | tuple) and len(data):
        data = next((item for item in data if not isinstance(item, int | float | list)), data[0])
    return type(data).__name__


@public(method=False, names=("asarray",))
def as_tensor(data, dtype=None, device=None):
    """A tensor that shares memory with `data` where that is possible, else a copy."""
    _place(device)
    if isinstance(data, np.ndarray) and data.dtype.kind in "biuf":
        data = from_array(data)
    if isinstance(data, Tensor):
        return data if dtype is None else data.to(dtype)
    return tensor(data, dtype=dtype)


def _filled(shape, value, dtype, requires_grad=False):
    out = empty_shape(shape, dtype)
    array_of(out)[...] = value
    return _finish(out, requires_grad)


def _factory(name, value, doc):
    """`zeros(*size)`, `zeros_like(x)` and `x.new_zeros(size)` at once."""

    def function(*size, out=None, dtype=None, layout=None, device=None, requires_grad=False,
                 pin_memory=False):  # fmt: skip
        _place(device)
        shape = shapes.new_shape(size, name)
        if value is None:
            return _finish(empty_shape(shape, _kind(dtype)), requires_grad)
        return _filled(shape, value, _kind(dtype), requires_grad)

    def like(input, *, dtype=None, layout=None, device=None, requires_grad=False,
             memory_format=None):  # fmt: skip
        _place(device)
        out = empty_of(_like_spec(input.spec, _kind(dtype, input.dtype)))
        if value is not None:
            array_of(out)[...] = value
        return _finish(out, requires_grad)

    def new(self, *size, dtype=None, device=None, requires_grad=False):
        _place(device)
        return function(*size, dtype=_kind(dtype, self.dtype), requires_grad=requires_grad)

    function.__name__, function.__doc__ = name, f"A tensor of the given size, {doc}."
    like.__name__, like.__doc__ = f"{name}_like", f"A tensor of input's shape and dtype, {doc}."
    new.__name__, new.__doc__ = f"new_{name}", f"A tensor of self's dtype, {doc}."
    registry[name], registry[like.__name__] = function, like
    method(new)
    return function, like


def _like_spec(spec, dtype):
    """Dense strides keep their order, as PyTorch's preserve_format."""
    axes = sorted(range(len(spec.shape)), key=lambda axis: -spec.strides[axis])
    dense = shapes.is_contiguous(
        [spec.shape[a] for a in axes], [spec.strides[a] for a in axes]
    ) and min(spec.strides, default=1) > 0
    return spec_of(spec.shape, dtype, spec.strides if dense else None)


zeros, zeros_like = _factory("zeros", 0, "filled with 0")
ones, ones_like = _factory("ones", 1, "filled with 1")
empty, empty_like = _factory("empty", None, "whose elements are not set")


@public(method=False)
def full(size, fill_value, *, out=None, dtype=None, layout=None, device=None, requires_grad=False):
    """A tensor of the given size, filled with one value, whose type gives the dtype."""
    _place(device)
    shape = shapes.new_shape((size,), "full")
    if isinstance(fill_value, Tensor | np.generic):
        fill_value = fill_value.item()
    if not isinstance(fill_value, int | float):
        got = type(fill_value).__name__
        raise TypeError(expected("full", "fill_value to be a number", got, "tensor()"))
    return _filled(shape, fill_value, _kind(dtype, dtypes.weak(type(fill_value))), requires_grad)


@public(method=False)
def full_like(input, fill_value, *, dtype=None, layout=None, device=None, requires_grad=False,
              memory_format=None):  # fmt: skip
    """A tensor of input's shape and dtype, filled with one value."""
    return full(input.spec.shape, fill_value, dtype=_kind(dtype, input.dtype), device=device,
                requires_grad=requires_grad)  # fmt: skip


@method
def new_full(self, size, fill_value, *, dtype=None, device=None, requires_grad=False):
    """A tensor of self's dtype, filled with one value."""
    return full(size, fill_value, dtype=_kind(dtype, self.dtype), device=device,
                requires_grad=requires_grad)  # fmt: skip


@method
def new_tensor(self, data, *, dtype=None, device=None, requires_grad=False):
    """A tensor of self's dtype that copies `data`."""
    return tensor(data, dtype=_kind(dtype, self.dtype), device=device, requires_grad=requires_grad)


def _endpoint_kind(*ends):
    floating = any(
        isinstance(e, float) or isinstance(e, Tensor) and e.dtype.is_floating_point for e in ends
    )
    return dtypes.get_default_dtype() if floating else dtypes.int64


@public(method=False)
def arange(start=0, end=None, step=1, *, out=None, dtype=None, layout=None, device=None,
           requires_grad=False):  # fmt: skip
    """The numbers start, start + step, ... below `end`; arange(end) starts at 0."""
    _place(device)
    if end is None:
        start, end = 0, start
    target = _kind(dtype, _endpoint_kind(start, end, step))
    start, end, step = (e.item() if isinstance(e, Tensor) else e for e in (start, end, step))
    if step == 0:
        raise RuntimeError(expected("arange", "step to be nonzero", "0", "step=1"))
    if (end - start) * step < 0:
        raise RuntimeError(
            expected("arange", "upper bound and lower bound consistent with the sign of step",
                     f"start {start}, end {end}, step {step}", "the other sign")
        )  # fmt: skip
    return _finish(from_array(np.arange(start, end, step).astype(target.numpy)), requires_grad)


@public(method=False)
def linspace(start, end, steps, *, out=None, dtype=None, layout=None, device=None,
             requires_grad=False):  # fmt: skip
    """`steps` numbers from start to end, both included, at equal distances."""
    _place(device)
    _check_steps("linspace", steps)
    values = np.linspace(float(start), float(end), steps)
    return _finish(from_array(values.astype(_kind(dtype).numpy)), requires_grad)


@public(method=False)
def logspace(start, end, steps, base=10.0, *, out=None, dtype=None, layout=None, device=None,
             requires_grad=False):  # fmt: skip
    """`steps` numbers from base**start to base**end at equal ratios."""
    _place(device)
    _check_steps("logspace", steps)
    values = np.logspace(float(start), float(end), steps, base=base)
    return _finish(from_array(values.astype(_kind(dtype).numpy)), requires_grad)


def _check_steps(op, steps):
    if isinstance(steps, bool) or not isinstance(steps, int) or steps < 0:
        raise RuntimeError(expected(op, "steps to be an integer of at least 0", repr(steps), "50"))


@public(method=False)
def eye(n, m=None, *, out=None, dtype=None, layout=None, device=None, requires_grad=False):
    """The n x m matrix with ones on its diagonal."""
    _place(device)
    shape = shapes.new_shape((n, n if m is None else m), "eye")
    return _finish(from_array(np.eye(*shape, dtype=_kind(dtype).numpy)), requires_grad)


# ------------------------------------------------------------------ copies and casts


@entry("same", name="clone", method=False, inplace=False, reference=np.copy)
def _clone(x):
    """A copy."""
    return x


CLONE = table["clone"]


def clone(input, *, memory_format=None):
    """A copy with memory of its own; gradients flow through it."""
    return unary(CLONE, input)


clone = public(clone)


@primitive
def cast(x, *, dtype):
    """A copy in another dtype."""
    out = empty_of(_like_spec(x.spec, dtype))
    with mode.off():
        return write_copy(x, out)


@cast.grad("x")
def _(g, x_spec):
    return apply(cast, g, dtype=x_spec.dtype)


def write_copy(source, target):
    """Copy elements into a tensor of the same shape, converting them."""
    from ..kernels.cpu import elementwise as loops
    from ..kernels.program import Program

    key = (source.spec, target.spec)
    launch = CLONE.writes.get(key)
    if launch is None:
        a, b = source.spec, target.spec
        program = Program.single(
            CLONE.function, (a.dtype.name,), a.dtype.name, (b.dtype.name,)
        )
        strides = [shapes.expanded_strides(a.shape, a.byte_strides, b.shape), b.byte_strides]
        launch = CLONE.writes[key] = loops.launch(program, b.shape, strides)
    launch(source.address, target.address)
    return target


@public(name="_to", method=False)
def to_dtype(x, dtype):
    """x itself if it has that dtype, else converted."""
    return x if x.spec.dtype is dtype else apply(cast, x, dtype=dtype)


@method
def to(self, *args, dtype=None, device=None, copy=False, non_blocking=False, memory_format=None):
    """``to(dtype)``, ``to(device)``, ``to(device, dtype)`` or ``to(other)``."""
    for argument in args:
        if isinstance(argument, Tensor):
            dtype = argument.dtype
        elif isinstance(argument, dtypes.dtype | type | np.dtype):
            dtype = argument
        elif isinstance(argument, bool):
            non_blocking = argument
        else:
            device = argument
    _place(device)
    out = self if dtype is None else to_dtype(self, dtypes.as_dtype(dtype, "to"))
    return out.clone() if copy and out is self else out


def _caster(name, dtype):
    def bound(self):
        return to_dtype(self, dtype)

    bound.__name__, bound.__doc__ = name, f"self as {dtype!r}."
    return method(bound)


for _name, _dtype in {"float": dtypes.float32, "double": dtypes.float64, "long": dtypes.int64,
                      "int": dtypes.int32, "short": dtypes.int16, "bool": dtypes.bool_,
                      "char": dtypes.int8, "byte": dtypes.uint8}.items():  # fmt: skip
    _caster(_name, _dtype)


@method
def type_as(self, other):
    """self in the dtype of another tensor."""
    return to_dtype(self, other.dtype)


@method
def cpu(self):
    """self: it lies on the CPU already."""
    return self


@method
def contiguous(self, memory_format=None):
    """self if its elements lie side by side in row-major order, else a copy that does."""
    return self if self.spec.contiguous else apply(dense, self)


@primitive
def dense(x):
    """A row-major copy."""
    out = empty_shape(x.spec.shape, x.spec.dtype)
    return write_copy(x, out)


@dense.grad("x")
def _(g):
    return g


@method
def detach(self):
    """A view of self outside of the graph; it shares memory."""
    return make(self.storage, self.spec, self.address)


@method
def detach_(self):
    """Take self out of the graph."""
    if self._extra is not None and self._extra.base is not None:
        raise RuntimeError(
            expected("detach_", "a tensor that is not a view", "a view", "detach()")
        )
    self._node = None
    return self


@method
def copy_(self, src, non_blocking=False):
    """Copy the elements of `src`, broadcast and converted, into self."""
    if not isinstance(src, Tensor):
        src = number(src)
        if src is NotImplemented:
            raise TypeError(expected("copy_", "a tensor or a number", "another type", "tensor()"))
    if shapes.broadcast(src.spec.shape, self.spec.shape, op="copy_") != self.spec.shape:
        raise RuntimeError(
            expected("copy_", f"a source that broadcasts to {list(self.shape)}",
                     str(list(src.shape)), "reshape()")
        )  # fmt: skip
    if src.spec.dtype is not self.spec.dtype and not src.spec.weak:
        src = to_dtype(src, self.spec.dtype)
    elif src.spec.weak and src.spec.dtype.category > self.spec.dtype.category:
        src = number(dtypes_cast(src, self.spec.dtype))
    return write(CLONE, (src,), self, "copy_")


def dtypes_cast(weak, dtype):
    """The value of a Python number as a tensor of a lower category would hold it."""
    return dtype.numpy.type(array_of(weak)[()]).item()


@method
def fill_(self, value):
    """Set every element to one number or 0-d tensor."""
    if isinstance(value, Tensor) and value.ndim:
        raise RuntimeError(
            expected("fill_", "a number or a 0-d tensor", f"shape {list(value.shape)}", "copy_()")
        )
    return copy_(self, value)


@method
def zero_(self):
    """Set every element to 0."""
    return copy_(self, 0)


# ------------------------------------------------------------------ out to Python and NumPy


@method
def numpy(self, *, force=False):
    """
    The NumPy array that shares the tensor's memory.

    Raises
    ------
    RuntimeError
        If it requires grad: the array would not be recorded.
    """
    if self._node is not None and not force:
        raise RuntimeError(
            "numpy: Can't call numpy() on Tensor that requires grad; try detach().numpy()"
        )
    return array_of(self)


@method
def item(self):
    """The one element as a Python number."""
    if self.spec.numel != 1:
        raise RuntimeError(
            f"item: a Tensor with {self.spec.numel} elements cannot be converted to Scalar; "
            "expected 1 element; try tolist()"
        )
    return array_of(self).item()


@method
def tolist(self):
    """The elements as nested lists of Python numbers."""
    return array_of(self).tolist()


def _array_protocol(self, dtype=None, copy=None):
    array = numpy(self)
    if dtype is not None and array.dtype != dtype:
        return array.astype(dtype)
    return array.copy() if copy else array


def _bool(self):
    if self.spec.numel != 1:
        raise RuntimeError(
            "bool: Boolean value of Tensor with "
            f"{'no values' if self.spec.numel == 0 else 'more than one value'} is ambiguous; "
            "try .any() or .all()"
        )
    return bool(array_of(self).item())


def _index(self):
    if self.spec.numel != 1 or self.spec.dtype.category == 2:
        raise TypeError(
            f"only integer tensors of a single element can be converted to an index; got {self.spec}"
        )
    return int(item(self))


def _iter(self):
    if not self.spec.shape:
        raise TypeError("iteration over a 0-d tensor")
    return iter(self.unbind(0))


def _len(self):
    if not self.spec.shape:
        raise TypeError("len() of a 0-d tensor")
    return self.spec.shape[0]


def _only(self):
    if self.spec.numel != 1:
        raise ValueError(
            "only one element tensors can be converted to Python scalars; expected 1 element; got "
            f"{self.spec.numel}; try tolist()"
        )
    return item(self)


def _contains(self, element):
    if not isinstance(element, Tensor | int | float | np.generic):
        got = type(element).__name__
        raise RuntimeError(expected("contains", "a Tensor or a number", got, "tolist()"))
    return bool((self == element).any())


Tensor.__array__ = _array_protocol
Tensor.__bool__ = _bool
Tensor.__int__ = lambda self: int(_only(self))
Tensor.__float__ = lambda self: float(_only(self))
Tensor.__index__ = _index
Tensor.__iter__ = _iter
Tensor.__len__ = _len
Tensor.__contains__ = _contains
Tensor.__dlpack__ = lambda self, **options: numpy(self).__dlpack__(**options)
Tensor.__dlpack_device__ = lambda self: (1, 0)


@public(method=False)
def from_dlpack(x):
    """A tensor that shares memory with anything that speaks DLPack."""
    return from_array(np.from_dlpack(x))


@public(method=False)
def frombuffer(buffer, *, dtype, count=-1, offset=0, requires_grad=False):
    """A 1-D tensor over the memory of a bytes-like object."""
    array = np.frombuffer(buffer, _kind(dtype).numpy, count, offset)
    return _finish(from_array(array), requires_grad)


@public(method=False)
def is_tensor(x):
    """Whether x is a Tensor."""
    return isinstance(x, Tensor)


@public
def is_floating_point(input):
    """Whether its dtype is a floating point type."""
    return input.spec.dtype.is_floating_point


@public
def is_complex(input):
    """False: there are no complex types yet."""
    return False


@public
def numel(input):
    """The number of elements."""
    return input.spec.numel


@method(names=("nelement",))
def _nelement(self):
    return self.spec.numel


@method
def element_size(self):
    """The bytes of one element."""
    return self.spec.dtype.itemsize


@method
def dim(self):
    """The number of dims."""
    return len(self.spec.shape)


method(dim, names=("ndimension",))


@method
def size(self, dim=None):
    """The shape, or the extent of one dim."""
    if dim is None:
        return self.shape
    return self.spec.shape[shapes.dim_index(dim, len(self.spec.shape), "size")]


@method
def stride(self, dim=None):
    """The steps between neighbours along each dim, or one dim, in elements."""
    if dim is None:
        return self.spec.strides
    return self.spec.strides[shapes.dim_index(dim, len(self.spec.shape), "stride")]


@method
def storage_offset(self):
    """The elements between the start of the storage and the first element."""
    return (self.address - self.storage.address) // self.spec.dtype.itemsize


@method
def data_ptr(self):
    """The memory address of the first element."""
    return self.address


@method
def is_contiguous(self, memory_format=None):
    """Whether the elements lie side by side in row-major order."""
    return self.spec.contiguous


Tensor.data = property(
    detach, lambda self, new: _set_data(self, new), None, "A view of self outside of the graph."
)
Tensor.mT = property(lambda self: self.transpose(-2, -1), None, None, "The last two dims swapped.")
Tensor.T = property(
    lambda self: self.permute(*range(self.ndim - 1, -1, -1)), None, None, "The dims reversed."
)


def _set_data(self, new):
    if not isinstance(new, Tensor):
        raise TypeError(expected("data", "a Tensor", type(new).__name__, "tensorlite.tensor()"))
    if self._node is not None and not new.spec.dtype.is_floating_point:
        raise RuntimeError(expected("data", "a floating point tensor", f"{new.dtype!r}", ".float()"))
    self.storage, self.spec, self.address = new.storage, new.spec, new.address
    if self._node is not None and hasattr(self._node, "spec"):
        self._node.spec = new.spec


__all__ = ["CPU", "scalars", "view_of"]
