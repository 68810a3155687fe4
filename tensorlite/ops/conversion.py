"""Out of tensors: to NumPy and Python, and what describes them."""

from collections.abc import Iterator
from typing import Any, overload

import numpy as np

from .. import arrow, dlpack, dtypes, formats, shapes
from ..annotations import DeviceLike
from ..declare import method, public
from ..device import CPU
from ..errors import Unbatched, expected
from ..graph import mode
from ..kernels import interpreters
from ..op import supplied
from ..tensor import Tensor, array_of, memory_of, reached, scalar_at, structure, values_of
from .creation import from_array


@method
def numpy(self: Tensor, *, force: bool = False) -> np.ndarray:
    """
    The NumPy array that shares the tensor's memory.

    Raises
    ------
    RuntimeError
        If it requires grad, outside of `no_grad`: the array would not be recorded.
    TypeError
        If it lies on a card: `.cpu()` copies it. With `force`, both are seen to.
    """
    if self._node is not None and mode.grad and not force:
        raise RuntimeError(
            "numpy: Can't call numpy() on Tensor that requires grad; try detach().numpy()"
        )
    refuse_batch(self, "numpy")
    array = memory_of(self) if force else array_of(self)
    return array if self.spec.dtype is not dtypes.bfloat16 else array.view(_brain())


def _brain():
    """NumPy's name for bfloat16, which `ml_dtypes` has."""
    try:
        import ml_dtypes
    except ImportError:
        raise TypeError(
            expected("numpy", "a dtype that NumPy has", "bfloat16", ".float(), or ml_dtypes")
        ) from None
    return np.dtype(ml_dtypes.bfloat16)


@method
def item(self: Tensor) -> int | float:
    """The one element as a Python number; of a complex tensor a complex one."""
    if self.spec.hidden:
        refuse_batch(self, "item")
    if self.spec.numel != 1:
        raise RuntimeError(
            f"item: a Tensor with {self.spec.numel} elements cannot be converted to Scalar; "
            "expected 1 element; try tolist()"
        )
    scalar = scalar_at(self)
    return values_of(self).item() if scalar is None else scalar.value


@method
def tolist(self: Tensor) -> Any:
    """
    The elements as nested lists of Python numbers.

    Returns
    -------
    list, or a number where there are no dims
    """
    refuse_batch(self, "tolist")
    return values_of(self).tolist()


@method
def tobytes(self: Tensor) -> bytes:
    """The bytes of its elements, row by row."""
    refuse_batch(self, "tobytes")
    return memory_of(self).tobytes()


def _array_interface(self: Tensor) -> dict[str, Any]:
    """The memory as `PIL.Image.fromarray` and others read it, by the rules of `numpy`.

    An array that NumPy makes of it keeps this memory: the tensor may get another one.
    """
    try:
        array = numpy(self)
    except (RuntimeError, TypeError) as error:
        raise AttributeError(str(error)) from None
    if array.dtype.kind == "V":  # whose name `__array__` tells
        wanted = "a dtype that NumPy has"
        raise AttributeError(expected("__array_interface__", wanted, "bfloat16", ".float()"))
    told = {"version": 3, "shape": array.shape, "typestr": array.dtype.str,
            "strides": array.strides}  # fmt: skip
    if array.flags.c_contiguous:
        return {**told, "data": array}
    data, offset = reached(self, array)
    return {**told, "data": data, "offset": offset}


def _array_protocol(self: Tensor, dtype: Any = None, copy: bool | None = None) -> np.ndarray:
    array = numpy(self)
    if dtype is not None and array.dtype != dtype:
        return array.astype(dtype)
    return array.copy() if copy else array


def refuse_batch(x, op):
    """Refuse to look at the data of a tensor whose parts `vmap` hides."""
    if x.spec.hidden:
        error = Unbatched(
            f"{op}: vmap: It looks like you're calling .{op}() on a Tensor, or attempting to use a "
            "Tensor in some data-dependent control flow; expected ops on tensors alone; try where()"
        )
        error.reader = op
        raise error


def _bool(self) -> bool:
    if self.spec.hidden:
        refuse_batch(self, "item")
    if self.spec.numel != 1:
        raise RuntimeError(
            "bool: Boolean value of Tensor with "
            f"{'no values' if self.spec.numel == 0 else 'more than one value'} is ambiguous; "
            "try .any() or .all()"
        )
    return bool(item(self))


def _int(self) -> int:
    return int(_only(self))


def _float(self) -> float:
    return float(_only(self))


def _index(self) -> int:
    if self.spec.numel != 1 or self.spec.dtype.category > 1:
        raise TypeError(
            "only integer tensors of a single element can be converted to an index; "
            f"got {self.spec}"
        )
    return int(item(self))


def _iter(self) -> Iterator[Tensor]:
    if not self.spec.shape:
        raise TypeError("iteration over a 0-d tensor")
    return _each(self)  # which asks for no views before the first: `iter(x)` is a question, too


def _each(x):
    yield from x.unbind(0)


def _len(self) -> int:
    if not self.spec.shape:
        raise TypeError("len() of a 0-d tensor")
    return self.spec.shape[0]


def _only(self):
    if self.spec.dtype.is_complex:
        raise TypeError(expected("float", "a real number", repr(self.dtype), ".real, or .item()"))
    if self.spec.numel != 1:
        raise ValueError(
            "only one element tensors can be converted to Python scalars; expected 1 element; got "
            f"{self.spec.numel}; try tolist()"
        )
    return item(self)


def _contains(self, element: Any) -> bool:
    if not isinstance(element, Tensor | int | float | complex | np.generic):
        got = type(element).__name__
        raise RuntimeError(expected("contains", "a Tensor or a number", got, "tolist()"))
    return bool((self == element).any())


def array_wrap(self, array: Any, context: Any = None, return_scalar: bool = False) -> Any:
    """What NumPy's functions give for a tensor: a tensor, where the dtype has one."""
    array = np.asarray(array)
    return from_array(array) if array.dtype in dtypes.BY_NUMPY else array[()]


def _without_grad(self, what):
    if self._node is not None:
        raise RuntimeError(
            f"{what}: Can't export tensors that require gradient; expected one without; got "
            f"{self.spec}; try detach()"
        )


def _array_namespace(self, *, api_version: str | None = None) -> Any:
    """The module of the array API standard: see `tensorlite.array_api`."""
    if api_version not in (None, "2021.12", "2022.12", "2023.12", "2024.12", "2025.12"):
        raise ValueError(
            expected("__array_namespace__", "a version up to '2025.12'", repr(api_version), "None")
        )
    return supplied["array_api"]()


@method
def to_device(self: Tensor, device: DeviceLike, /, *, stream: Any = None) -> Tensor:
    """A copy on another device; self if it lies there: the array API standard's name of `to`."""
    return self.to(device)


def _dlpack(self, *, stream: Any = None, max_version: Any = None, dl_device: Any = None,
            copy: bool | None = None) -> Any:  # fmt: skip
    if self.spec.dtype is dtypes.bfloat16 and self.spec.device is CPU:
        _without_grad(self, "__dlpack__")
        return dlpack.exported(self, (dlpack.CPU, 0))
    if self.spec.device is CPU:
        options = {"max_version": max_version, "dl_device": dl_device, "copy": copy}
        asked = {name: value for name, value in options.items() if value is not None}
        return numpy(self).__dlpack__(**asked)
    _without_grad(self, "__dlpack__")
    return dlpack.exported_from_card(self, stream)


def _arrow_array(self, requested_schema: Any = None) -> tuple[Any, Any]:
    """What `polars.Series(x)` and `pyarrow.array(x)` read: Arrow's C data interface."""
    if self.spec.dtype.name not in arrow.FORMATS:
        wanted, got = "real numbers", repr(self.spec)
        raise TypeError(expected("__arrow_c_array__", wanted, got, "view_as_real() or .float()"))
    return arrow.exported(numpy(self))


def _dlpack_device(self) -> tuple[int, int]:
    device = self.spec.device
    return (1, 0) if device is CPU else (dlpack.CUDA, device.index)


def _cuda_array_interface(self) -> dict[str, Any]:
    """The memory on a card, as CuPy, Numba and others read it (version 3 of the protocol)."""
    spec = self.spec
    if spec.device is CPU:
        raise AttributeError(
            "__cuda_array_interface__: expected a tensor on a card; got one on the CPU; try .cuda()"
        )
    _without_grad(self, "__cuda_array_interface__")
    stream = spec.device.kernels.driver.current_stream(spec.device.index).handle
    return {
        "version": 3,
        "shape": spec.shape,
        "typestr": spec.dtype.numpy.str,
        "data": (self.address if spec.numel else 0, False),
        "strides": None if spec.contiguous else spec.byte_strides,
        "stream": stream or 1,
    }


Tensor.__array__ = _array_protocol
setattr(Tensor, "__array_interface__", property(_array_interface))  # noqa: B010
Tensor.__array_wrap__ = array_wrap
Tensor.__bool__ = _bool
Tensor.__int__ = _int
Tensor.__float__ = _float
Tensor.__index__ = _index
Tensor.__iter__ = _iter
Tensor.__len__ = _len
Tensor.__contains__ = _contains
Tensor.__array_namespace__ = _array_namespace
Tensor.__dlpack__ = _dlpack
setattr(Tensor, "__arrow_c_array__", _arrow_array)  # noqa: B010
Tensor.__dlpack_device__ = _dlpack_device
setattr(Tensor, "__cuda_array_interface__", property(_cuda_array_interface))  # noqa: B010


@public(method=False)
def is_tensor(obj: Any) -> bool:
    """Whether it is a Tensor."""
    return isinstance(obj, Tensor)


@public
def is_floating_point(input: Tensor) -> bool:
    """Whether its dtype is a floating point type."""
    return input.spec.dtype.is_floating_point


@public
def is_signed(input: Tensor) -> bool:
    """Whether its dtype has negative numbers."""
    return input.spec.dtype.is_signed


def _layout(self) -> formats.layout:
    """How its elements are stored."""
    return formats.strided


setattr(Tensor, "layout", property(_layout))  # noqa: B010


@public
def numel(input: Tensor) -> int:
    """The number of elements."""
    return input.spec.numel


@method(names=("nelement",))
def _nelement(self: Tensor) -> int:
    return self.spec.numel


@method
def element_size(self: Tensor) -> int:
    """The bytes of one element."""
    return self.spec.dtype.itemsize


@method
def dim(self: Tensor) -> int:
    """The number of dims."""
    return len(self.spec.shape)


method(dim, names=("ndimension",))


@overload
def size(self: Tensor) -> shapes.Size: ...
@overload
def size(self: Tensor, dim: int) -> int: ...
@method
def size(self: Tensor, dim: int | None = None) -> Any:
    """The shape, or the extent of one dim."""
    if dim is None:
        return self.shape
    return self.spec.shape[shapes.dim_index(dim, len(self.spec.shape), "size")]


@overload
def stride(self: Tensor) -> tuple[int, ...]: ...
@overload
def stride(self: Tensor, dim: int) -> int: ...
@method
def stride(self: Tensor, dim: int | None = None) -> Any:
    """The steps between neighbours along each dim, or one dim, in elements."""
    if dim is None:
        return self.spec.strides
    return self.spec.strides[shapes.dim_index(dim, len(self.spec.shape), "stride")]


@method
def storage_offset(self: Tensor) -> int:
    """The elements between the start of the storage and the first element."""
    refuse_batch(self, "storage_offset")
    return (self.address - self.memory.address) // self.spec.dtype.itemsize


@method
def data_ptr(self: Tensor) -> int:
    """The memory address of the first element; 0 where there is none."""
    refuse_batch(self, "data_ptr")
    return self.address if self.spec.numel else 0


@method
def is_contiguous(self: Tensor, memory_format: formats.memory_format | None = None) -> bool:
    """Whether the elements lie side by side in row-major order, or another `memory_format`."""
    if memory_format is not None:
        return formats.has_format("is_contiguous", memory_format, self.spec)
    return self.spec.contiguous


@method
def _set_data(self: Tensor, new: Tensor) -> None:
    """Show the memory of another tensor."""
    if not isinstance(new, Tensor):
        raise TypeError(expected("data", "a Tensor", type(new).__name__, "tensorlite.tensor()"))
    if self._node is not None and not new.spec.dtype.differentiable:
        raise RuntimeError(
            expected("data", "a floating point tensor", f"{new.dtype!r}", ".float()")
        )
    recorder = interpreters.current()
    if recorder is not None:
        recorder.shows(self)
    structure.changes += 1
    if new.memory.root is not self.memory.root:  # its own goes on counting what it is saved for
        self.memory = new.memory
    self.spec, self.address = new.spec, new.address
    if self._node is not None and hasattr(self._node, "spec"):
        self._node.spec = new.spec
