"""Storages as PyTorch shows them: the memory of a tensor and its views, as bytes or as numbers."""

from collections.abc import Iterator, Sequence
from typing import Any

from .. import dtypes, shapes
from ..annotations import Dims
from ..declare import method, offer, public
from ..device import CPU, device, place
from ..errors import TraceError, expected
from ..gate import gated_class
from ..graph import mode
from ..kernels import interpreters
from ..tensor import Tensor, empty_shape, make, spec_of
from .conversion import refuse_batch
from .creation import wanted_dtype
from .from_data import tensor as tensor_of
from .strided import as_strided

_Device = device  # for annotations, among the names of a class that has `device`


def _whole(memory, dtype):
    """All of a memory as a flat tensor of a dtype, outside of any graph."""
    spec = spec_of((memory.nbytes // dtype.itemsize,), dtype, memory.device)
    return make(memory, spec, memory.address)


class _Shown:
    """Memory as a row of numbers, which one reads and writes; two that show the same are equal."""

    __slots__ = ("_numbers",)
    _numbers: Tensor

    def __init__(self, content: int | Sequence, dtype: dtypes.dtype, where: _Device) -> None:
        if isinstance(content, int):
            shape = shapes.new_shape((content,), type(self).__name__)
            self._numbers = empty_shape(shape, dtype, where)
        else:
            self._numbers = tensor_of(content, dtype=dtype, device=where)

    @classmethod
    def of(cls, x: Tensor, dtype: dtypes.dtype) -> Any:
        """What shows the memory of a tensor."""
        made = object.__new__(cls)
        made._numbers = _whole(x.memory, dtype)
        return made

    def __len__(self) -> int:
        return self._numbers.spec.numel

    def __iter__(self) -> Iterator[Any]:
        return iter(self.tolist())

    def __eq__(self, other: object) -> bool:
        same = type(other) is type(self) and self._numbers.spec is other._numbers.spec
        return same and self._numbers.memory.root is other._numbers.memory.root

    def __hash__(self) -> int:
        return hash(self._numbers.memory.root)

    def __setitem__(self, index: int | slice, value: Any) -> None:
        self._numbers[self._checked(index)] = value

    def _checked(self, index):
        """An index within the memory, or a slice."""
        name = type(self).__name__
        if not isinstance(index, int | slice):
            raise RuntimeError(expected(name, "an integer or a slice", repr(index), "tolist()"))
        if isinstance(index, int) and not -len(self) <= index < len(self):
            wanted = f"an index from {-len(self)} to {len(self) - 1}"
            raise IndexError(expected(name, wanted, str(index), "len()"))
        return index

    @property
    def device(self) -> _Device:
        """Where it lies."""
        return self._numbers.spec.device

    @property
    def is_cuda(self) -> bool:
        """Whether it lies on a card."""
        return self.device is not CPU

    def size(self) -> int:
        """How many elements it has; of an UntypedStorage, bytes."""
        return len(self)

    def nbytes(self) -> int:
        """How many bytes it has."""
        return self._numbers.memory.nbytes

    def element_size(self) -> int:
        """The bytes of an element."""
        return self._numbers.spec.dtype.itemsize

    def data_ptr(self) -> int:
        """The memory address of its first byte; 0 where there is none."""
        return self._numbers.memory.address if self.nbytes() else 0

    def tolist(self) -> list[Any]:
        """Its elements as Python numbers."""
        return self._numbers.tolist()

    def fill_(self, value: Any) -> Any:
        """Set all elements; returns itself."""
        self._numbers.fill_(value)
        return self

    def copy_(self, source: Any) -> Any:
        """Take the elements of another storage of as many; returns itself."""
        if not isinstance(source, _Shown) or len(source) != len(self):
            got = f"one of {len(source)}" if isinstance(source, _Shown) else type(source).__name__
            raise RuntimeError(expected("copy_", f"a storage of {len(self)}", got, "its size"))
        self._numbers.copy_(source._numbers)
        return self

    def clone(self) -> Any:
        """A copy, with memory of its own."""
        made = object.__new__(type(self))
        made._numbers = self._numbers.clone()
        return made

    def resize_(self, size: int) -> Any:
        """Keeps the size that it has; another one is refused, as tensors would show what is gone.

        Raises
        ------
        RuntimeError
            If the size differs.
        """
        if size != len(self):
            wanted = f"the size that it has, {len(self)}"
            raise RuntimeError(expected("resize_", wanted, str(size), "resize_() of the tensor"))
        return self


class TypedStorage(_Shown):
    """
    The memory of a tensor and its views as a row of numbers of one dtype.

    Parameters
    ----------
    content : int or sequence of numbers
        How many elements, which are not set, or what they are.
    dtype : dtype, optional
        Default: the default dtype.
    device : device or str, optional

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.arange(6).reshape(2, 3)
    >>> storage = x.T.storage()
    >>> storage[4] = 40
    >>> storage.tolist(), x.tolist()
    ([0, 1, 2, 3, 40, 5], [[0, 1, 2], [3, 40, 5]])
    """

    __slots__ = ()

    def __init__(self, content: int | Sequence = 0, *, dtype: dtypes.dtype | None = None,
                 device: _Device | str = "cpu") -> None:  # fmt: skip
        super().__init__(content, wanted_dtype(dtype), place(device))

    def __getitem__(self, index: int) -> Any:
        if isinstance(index, slice):
            raise RuntimeError(expected("TypedStorage", "an integer", str(index), "untyped()"))
        return self._numbers[self._checked(index)].item()

    def __repr__(self) -> str:
        numbers = "".join(f" {x}\n" for x in self)
        kind = f"dtype={self.dtype!r}, device={self.device}"
        return f"{numbers}[{_HOME}.TypedStorage({kind}) of size {len(self)}]"

    @property
    def dtype(self) -> dtypes.dtype:
        """The type of its elements."""
        return self._numbers.spec.dtype

    def untyped(self) -> "UntypedStorage":
        """The same memory as bytes."""
        return UntypedStorage.of(self._numbers, dtypes.uint8)


class UntypedStorage(_Shown):
    """
    The memory of a tensor and its views as bytes.

    Parameters
    ----------
    content : int or sequence of int
        How many bytes, which are not set, or what they are.
    device : device or str, optional

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.ones(2, 3)
    >>> x.untyped_storage().nbytes()
    24
    >>> x.untyped_storage().data_ptr() == x[1:].untyped_storage().data_ptr()
    True
    """

    __slots__ = ()

    def __init__(self, content: int | Sequence = 0, *, device: _Device | str = "cpu") -> None:
        super().__init__(content, dtypes.uint8, place(device))

    def __getitem__(self, index: int) -> int:
        if isinstance(index, slice):
            raise RuntimeError(expected("UntypedStorage", "an integer", str(index), "tolist()"))
        return int(self._numbers[self._checked(index)])

    def __repr__(self) -> str:
        numbers = "".join(f" {x}\n" for x in self)
        return f"{numbers}[{_HOME}.UntypedStorage(device={self.device}) of size {len(self)}]"


_HOME = "tensorlite.storage"
offer("TypedStorage", gated_class(TypedStorage))
offer("UntypedStorage", gated_class(UntypedStorage))


@public(method=False)
def is_storage(obj: Any) -> bool:
    """Whether obj is the memory of tensors: a TypedStorage or an UntypedStorage."""
    return isinstance(obj, _Shown)


@method
def storage(self: Tensor) -> TypedStorage:
    """The memory that it shares with its views, as numbers of its dtype."""
    refuse_batch(self, "storage")
    return TypedStorage.of(self, self.spec.dtype)


@method
def untyped_storage(self: Tensor) -> UntypedStorage:
    """The memory that it shares with its views, as bytes."""
    refuse_batch(self, "untyped_storage")
    return UntypedStorage.of(self, dtypes.uint8)


@method
def set_(
    self: Tensor,
    source: Tensor | TypedStorage | UntypedStorage | None = None,
    storage_offset: int = 0,
    size: Dims | None = None,
    stride: Dims | None = None,
) -> Tensor:
    """
    Show other memory: a tensor's, a storage's or a part of it; without a source, none.

    Parameters
    ----------
    source : Tensor, TypedStorage or UntypedStorage, optional
    storage_offset : int
        Where the first element lies, in elements from the start of the source.
    size, stride : sequence of int, optional
        By default all that the source shows, or rows of `size`.

    Raises
    ------
    RuntimeError
        If the dtype or the device differs, if elements lie outside of the source's memory, or if
        the tensor requires grad, outside of `no_grad`.
    """
    refuse_batch(self, "set_")
    if interpreters.current() is not None:
        raise TraceError(expected("set_", "a call outside of compiled functions", "one inside",
                                  "x.data = y"))  # fmt: skip
    if self.requires_grad and (mode.grad or not self.is_leaf):
        raise RuntimeError(expected("set_", "a tensor without gradient", "one with", "x.data = y"))
    new = _part(self.spec, source, storage_offset, size, stride)
    self.memory.version += 1  # backward asks for it: what was kept is not there any more
    self._set_data(new)
    if self._extra is not None:
        self._extra.base = self._extra.attached = None
    return self


def _part(own, source, offset, size, stride):
    """What a tensor of the Spec `own` is to show of a source, checked."""
    if source is None:
        return empty_shape((0,), own.dtype, own.device)
    if not isinstance(source, Tensor | _Shown):
        got = type(source).__name__
        raise TypeError(expected("set_", "a tensor or a storage", got, "tensor()"))
    told = source if isinstance(source, Tensor) else source._numbers
    if own.device is not told.spec.device:
        got = f"one on {told.spec.device}"
        raise RuntimeError(expected("set_", f"memory on {own.device}", got, ".to()"))
    if own.dtype is not told.spec.dtype and not isinstance(source, UntypedStorage):
        got = repr(told.spec.dtype)
        raise RuntimeError(expected("set_", f"a source of {own.dtype!r}", got, "untyped_storage()"))
    if size is None:
        if offset or stride is not None:
            raise TypeError(expected("set_", "a size beside an offset and strides", "none",
                                     "set_(source, offset, size, stride)"))  # fmt: skip
        if isinstance(source, Tensor):
            return source.detach()
    whole = _whole(told.memory, own.dtype)
    if size is None:
        return whole
    size = (size,) if isinstance(size, int) else tuple(size)
    steps = shapes.contiguous_strides(size) if stride is None else stride
    first = source.storage_offset() if isinstance(source, Tensor) else 0
    return as_strided(whole, size, steps, first + offset)
