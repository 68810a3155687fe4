"""Tensor: a view of a Storage, its place in the autograd graph, and no arithmetic.

The ops attach themselves as methods (see `op.methods`).
"""

import ctypes
import weakref
from collections.abc import Callable, Sequence
from typing import Any, Self

import numpy as np

from . import dtypes, formats, shapes
from .absent import no_such
from .device import CPU, device
from .errors import OutOfMemoryError, Unbatched, expected, type_name
from .kernels import interpreters
from .kernels.cpu import native
from .op import registry, supplied
from .storage import POOLED, DataStorage, Storage, allocate


class _Structure:
    """Counts changes of what plans rely on beside their arguments: attributes of modules, what
    requires grad, which memory a parameter has."""

    changes = 0


structure = _Structure()

# For annotations, which Python reads late since 3.14, among the names of their class: `Tensor.int`.
_bool = bool
_int = int
_Device = device

_LARGEST = (1 << 63) - 1


class Spec:
    """Shape, strides, dtype and device of a tensor, without data; one object per combination.

    `weak` marks a Python number, whose dtype gives way to a tensor's. `hidden` are the dims that
    `vmap` hides: the number of its level, extent and stride of each; see `batches`.
    """

    __slots__ = ("byte_strides", "channels_last", "contiguous", "device", "dtype", "hidden",
                 "nbytes", "numel", "shape", "strides", "weak")  # fmt: skip
    byte_strides: tuple[int, ...]  # the strides as kernels count them
    channels_last: bool  # whether results of ops with images lie so, too
    contiguous: bool
    device: _Device
    dtype: dtypes.dtype
    hidden: tuple[tuple[int, int, int], ...]
    nbytes: Any
    numel: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]
    weak: bool

    def __init__(self, shape: tuple[int, ...], strides: tuple[int, ...], dtype: dtypes.dtype,
                 device: _Device, weak: bool) -> None:  # fmt: skip
        self.shape = shape
        self.strides = strides
        self.dtype = dtype
        self.device = device
        self.weak = weak
        self.hidden = ()
        self.numel = shapes.numel(shape)
        self.nbytes = self.numel * dtype.itemsize
        if dtype.itemsize * shapes.numel([extent or 1 for extent in shape]) > _LARGEST:
            got = f"{dtype.name}{list(shape)}"
            raise RuntimeError(expected("shape", "less than 2**63 bytes", got, "a smaller shape"))
        self.contiguous = shapes.is_contiguous(shape, strides)
        self.channels_last = formats.is_channels_last(shape, strides)
        if dtype.short:
            dtypes.met.short = True
        self.byte_strides = tuple([stride * dtype.itemsize for stride in strides])

    def seen(self, shape: Sequence[int], strides: Sequence[int],
             dtype: dtypes.dtype | None = None) -> "Spec":  # fmt: skip
        """The Spec of a view of such a tensor: what is hidden stays so."""
        found = spec_of(tuple(shape), dtype or self.dtype, self.device, tuple(strides))
        if not self.hidden:
            return found
        old, new = self.dtype.itemsize, found.dtype.itemsize  # hidden steps count elements, too
        hidden = [(number, size, step * old // new) for number, size, step in self.hidden]
        return with_hidden(found, tuple(hidden))

    def __repr__(self) -> str:
        return f"{self.dtype.name}{list(self.shape)}"


_specs = {}


class Nowhere:
    """The address of a tensor with hidden dims, and how many bytes it takes.

    No kernel and no allocation takes it, so nothing can forget the batch; `batches.grounded` gives
    the memory to those who see all of it.
    """

    __slots__ = ("place",)
    __hash__ = object.__hash__

    def __init__(self, place: int) -> None:
        self.place = place

    def __add__(self, offset: int) -> "Nowhere":
        return Nowhere(self.place + offset)

    def __eq__(self, other: Any) -> bool:
        return type(other) is Nowhere and other.place == self.place

    def __sub__(self, other: Any) -> int:
        return self.place - other.place if type(other) is Nowhere else self._refuse()

    def _refuse(self, *_: Any) -> Any:
        raise Unbatched("vmap: expected an op that works on each part of a batch; got one that "
                        "works on memory; try it outside of vmap")  # fmt: skip

    address = property(_refuse)  # what a launch asks its operands for
    __rsub__ = __lt__ = __gt__ = __le__ = __ge__ = __index__ = __int__ = _refuse
    __mul__ = __rmul__ = __radd__ = __floordiv__ = __and__ = __or__ = _refuse


def with_hidden(spec: Spec, hidden: tuple[tuple[int, int, int], ...]) -> Spec:
    """The Spec of a tensor of which `spec` shows one part."""
    key = (spec, hidden)
    found = _specs.get(key)
    if found is None:
        found = Spec(spec.shape, spec.strides, spec.dtype, spec.device, False)
        found.hidden, found.nbytes = hidden, Nowhere(0)
        _specs[key] = found
    return found


def spec_of(shape: Sequence[int], dtype: dtypes.dtype, device: device,
            strides: Sequence[int] | None = None, weak: bool = False) -> Spec:  # fmt: skip
    """The Spec of this combination; dense and row-major without strides."""
    key = (shape, dtype, device, strides, weak)
    found = _specs.get(key)
    if found is None:
        if len(_specs) > 1 << 16:
            _specs.clear()
        steps = shapes.contiguous_strides(shape) if strides is None else strides
        full = (shape, dtype, device, steps, weak)
        found = _specs.get(full)
        if found is None:
            found = _specs[full] = Spec(shape, steps, dtype, device, weak)
        _specs[key] = found
    return found


class Extra:
    """What few tensors have: a view's base, hooks, a retained or lent gradient, a generator."""

    base: "Tensor | None" = None  # the tensor whose history a view shares
    attached: Any = None  # the base's node when the view's node was made
    grad: "Tensor | None" = None
    retains: Any = False  # or the handle of the hook that keeps the gradient
    hooks: Any = None
    leaf: "Leaf | None" = None  # of what requires no grad at present: its `.grad`, known to graphs
    views: list[Any] | None = None  # weak references to views made while the base had no history
    limit = 32  # views, before those that are gone are looked for


class Leaf:
    """Where gradients of a tensor made by the user end up: the place of its `grad`."""

    __slots__ = ("__weakref__", "frozen", "grad", "hooks", "owner", "post_hooks", "spec")
    order: int = -1
    next_functions = ()  # PyTorch's name: no node lies before it
    frozen: _bool  # whether its tensor requires no grad any more
    grad: "Tensor | None"
    hooks: dict[int, Callable] | None
    owner: Any  # a weak reference to the tensor; None of a stand-in
    post_hooks: dict[int, Any] | None
    spec: Spec

    def __init__(self, spec: Spec, owner: Any = None) -> None:
        self.spec = spec
        self.owner = owner
        self.frozen = False
        self.grad = None
        self.hooks = None
        self.post_hooks = None

    @property
    def variable(self) -> "Tensor | None":
        """The tensor; None when it is gone."""
        return None if self.owner is None else self.owner()

    def name(self) -> str:
        """What PyTorch calls such a node."""
        return "AccumulateGrad"

    def __repr__(self) -> str:
        return f"<AccumulateGrad of {self.spec}>"


class Tensor:
    """A multi-dimensional array of one dtype with PyTorch's methods; see `tensorlite.tensor`."""

    __module__ = "tensorlite"  # where users find it: completion in IPython goes by this
    __slots__ = (
        *("__dict__", "__weakref__", "_extra", "_index", "_node"),
        *("address", "memory", "spec"),
    )
    __array_priority__: _int = 1000
    _extra: Extra | None
    _index: _int
    _node: Any
    address: _int
    spec: Spec
    memory: Storage
    __hash__ = object.__hash__

    def __new__(cls, *args: Any, device: _Device | str | None = None) -> Self:
        """``Tensor(2, 3)`` or ``Tensor([1, 2])``: the default dtype, as PyTorch's constructor."""
        made = supplied["constructed"]("Tensor", args, None, device)
        return made if cls is Tensor else make(made.memory, made.spec, made.address, cls)

    def __getattr__(self, name: str) -> Any:
        if name == "__array_struct__":  # which NumPy asks of each tensor, before what it has
            raise AttributeError(name)
        raise no_such(self, name)

    # ---- description

    @property
    def shape(self) -> shapes.Size:
        """The extents of its dims."""
        return shapes.size_of(self.spec.shape)

    @property
    def dtype(self) -> dtypes.dtype:
        """The type of its elements."""
        return self.spec.dtype

    @property
    def device(self) -> _Device:
        """Where its data lies."""
        return self.spec.device

    @property
    def ndim(self) -> _int:
        """The number of its dims."""
        return len(self.spec.shape)

    @property
    def nbytes(self) -> _int:
        """The bytes that its elements take."""
        return self.spec.numel * self.spec.dtype.itemsize

    @property
    def itemsize(self) -> _int:
        """The bytes of one element."""
        return self.spec.dtype.itemsize

    @property
    def _version(self) -> _int:
        return self.memory.version

    @property
    def _base(self) -> "Tensor | None":
        return None if self._extra is None else self._extra.base

    def _is_view(self) -> _bool:
        return self._base is not None

    @property
    def T(self) -> "Tensor":
        """The dims reversed."""
        return supplied["reversed_dims"](self)

    @property
    def mT(self) -> "Tensor":
        """The last two dims swapped; a number is itself."""
        return supplied["of_matrices"]("mT", self).transpose(-2, -1) if self.spec.shape else self

    @property
    def H(self) -> "Tensor":
        """A matrix transposed, its elements conjugated."""
        return supplied["of_matrices"]("H", self, 2).adjoint() if self.spec.shape else self.conj()

    @property
    def mH(self) -> "Tensor":
        """The last two dims swapped, elements conjugated."""
        return supplied["of_matrices"]("mH", self).adjoint() if self.spec.shape else self.conj()

    @property
    def is_cuda(self) -> _bool:
        """Whether it lies on a card."""
        return self.spec.device is not CPU

    @property
    def is_cpu(self) -> _bool:
        """Whether it lies on the CPU."""
        return self.spec.device is CPU

    @property
    def data(self) -> "Tensor":
        """self outside of the graph; autograd does not hear of what changes its shared memory."""
        return make(DataStorage(self.memory), self.spec, self.address)

    @data.setter
    def data(self, new: "Tensor") -> None:
        self._set_data(new)

    # ---- autograd

    @property
    def requires_grad(self) -> _bool:
        """Whether gradients flow to it."""
        return self._node is not None

    @requires_grad.setter
    def requires_grad(self, flag: _bool) -> None:
        self.requires_grad_(flag)

    @property
    def is_leaf(self) -> _bool:
        """Whether the user made it, rather than a recorded op."""
        return self._node is None or type(self._node) is Leaf

    @property
    def grad_fn(self) -> Any:
        """The node of the graph that made it; None for a leaf."""
        node = self._node
        return None if type(node) is Leaf else node

    @property
    def grad(self) -> "Tensor | None":
        """The accumulated gradient; None before the first backward."""
        leaf = self._place()
        if leaf is not None:
            recorder = interpreters.current()
            if recorder is not None:
                recorder.reads_grad(leaf)
            return leaf.grad
        more = self._extra
        if self._node is not None and (more is None or (not more.retains and more.grad is None)):
            supplied["no_grad_kept"]()
        return None if more is None else more.grad

    @grad.setter
    def grad(self, new: "Tensor | None") -> None:
        if new is not None:
            if not isinstance(new, Tensor):
                raise TypeError(
                    expected("grad", "a Tensor or None", type(new).__name__, ".grad = None")
                )
            own, given = self.spec, new.spec
            if given.device is not own.device:
                got = f"{given} on {given.device}"
                raise RuntimeError(expected("grad", f"a gradient on {own.device}", got, ".to()"))
            if given.shape != own.shape or given.dtype is not own.dtype:
                wanted = f"a gradient of {own}"
                raise RuntimeError(
                    expected("grad", wanted, repr(given), "the same shape and dtype")
                )
        leaf = self._place()
        if leaf is None and self._node is None and new is not None:
            leaf = extra(self).leaf = Leaf(self.spec, weakref.ref(self))
        if leaf is not None:
            recorder = interpreters.current()
            if recorder is not None:
                recorder.writes_grad(leaf)
            leaf.grad = new
        elif new is not None or self._extra is not None:
            extra(self).grad = new

    def _place(self):
        """The Leaf of a leaf, where `.grad` stands; None if it never had one."""
        node = self._node
        if type(node) is Leaf:
            return node
        return self._extra.leaf if node is None and self._extra is not None else None

    @grad.deleter
    def grad(self):
        self.grad = None

    def requires_grad_(self, requires_grad: _bool = True) -> "Tensor":
        """Let gradients flow to this leaf, or not; returns it."""
        if not isinstance(requires_grad, bool | np.bool_):
            got = type(requires_grad).__name__
            raise TypeError(expected("requires_grad_", "a bool", got, "requires_grad_(True)"))
        if not self.is_leaf:
            if requires_grad:
                return self
            raise RuntimeError(
                expected("requires_grad_", "a leaf tensor", "the result of an op", "detach()")
            )
        if requires_grad and not self.spec.dtype.differentiable:
            wanted, got = "a floating point or complex tensor", repr(self.spec.dtype)
            raise RuntimeError(expected("requires_grad_", wanted, got, ".float()"))
        structure.changes += 1
        recorder = interpreters.current()
        if recorder is not None:
            recorder.requires(self)
        if requires_grad and self._node is None:
            self._become_leaf()
        elif not requires_grad and self._node is not None:
            self._node.frozen = True
            extra(self).leaf, self._node = self._node, None
        return self

    def _become_leaf(self):
        """Be the Leaf that it was before, if that had this Spec, or a new one."""
        before = leaf = self._place()
        if leaf is None or leaf.spec is not self.spec:
            leaf = Leaf(self.spec, weakref.ref(self))
            recorder = interpreters.current()
            if recorder is not None:
                recorder.made_leaf(leaf)
        if before is not None:
            leaf.grad, self._extra.leaf = before.grad, None
        leaf.frozen, self._node = False, leaf

    @staticmethod
    def _make_subclass(cls: Any, data: "Tensor", require_grad: _bool = False) -> "Tensor":
        """A tensor of class `cls` over the memory of `data`, outside of any graph."""
        if not isinstance(data, Tensor):
            raise TypeError(
                f"{cls.__name__}: expected data to be a Tensor; got {type(data).__name__}; "
                f"try {cls.__name__}(tensorlite.tensor(data))"
            )
        made = make(data.memory, data.spec, data.address, cls)
        return made.requires_grad_() if require_grad else made

    def __reduce_ex__(self, protocol: Any) -> Any:
        kept = self.requires_grad, str(self.spec.device)
        parts = type(self), values_of(self.detach()), *kept, self.spec.dtype
        return _rebuild, parts, self.__dict__ or None  # what was set on it goes with it

    def __deepcopy__(self, memo: dict) -> "Tensor":
        if not self.is_leaf:
            raise RuntimeError(
                expected("deepcopy", "a leaf tensor", "the result of an op", "detach() first")
            )
        if id(self) not in memo:
            storage = _copy_of(self.memory, memo)
            address = storage.address + self.address - self.memory.address
            memo[id(self)] = new = make(storage, self.spec, address, type(self))
            new.requires_grad_(self.requires_grad)
            new.__dict__.update(self.__dict__)
            if self.grad is not None:
                new.grad = self.grad.clone()
        return memo[id(self)]

    def __copy__(self) -> Self:
        new = make(self.memory, self.spec, self.address, type(self))
        new.__dict__.update(self.__dict__)
        return new.requires_grad_(self.requires_grad)


def _copy_of(storage, memo):
    """A Storage of its own with the same bytes, once: what shares memory goes on sharing it."""
    if id(storage) not in memo:
        if storage.root is not storage:
            memo[id(storage)] = DataStorage(_copy_of(storage.root, memo))
        else:
            spec = spec_of((storage.nbytes,), dtypes.uint8, storage.device)
            memo[id(storage)] = make(storage, spec, storage.address).clone().memory
    return memo[id(storage)]


def _rebuild(cls, array, requires_grad, device="cpu", dtype=None):
    made = registry["tensor"](array, device=device, dtype=dtype)
    return make(made.memory, made.spec, made.address, cls).requires_grad_(requires_grad)


_empty, _bytes, _new = np.empty, np.dtype(np.uint8), object.__new__


def make(storage: Storage, spec: Spec, address: int, cls: type[Tensor] = Tensor) -> Tensor:
    """A tensor over a storage, outside of any graph."""
    out = _new(cls)
    out.memory = storage
    out.spec = spec
    out.address = address
    out._node = None
    out._index = 0
    out._extra = None
    return out


def extra(tensor: Tensor) -> Extra:
    """The Extra of a tensor, made when first needed."""
    if tensor._extra is None:
        tensor._extra = Extra()
    return tensor._extra


def empty_of(spec: Spec) -> Tensor:
    """A tensor of uninitialised memory."""
    nbytes = spec.nbytes
    if nbytes < POOLED and spec.device is CPU and not interpreters.busy:
        # `allocate` and `make` without their frames: most results of small ops come by here
        storage = _new(Storage)
        storage.buffer = buffer = _empty(nbytes or 1, _bytes)
        storage.address = address = native.address_of(buffer)
        storage.nbytes, storage.version = nbytes, 0
        out = _new(Tensor)
        out.memory, out.spec, out.address = storage, spec, address
        out._node, out._index, out._extra = None, 0, None
        return out
    try:
        storage = allocate(nbytes, spec.device)
    except (MemoryError, ValueError):  # NumPy's, when a number is too large to be asked for
        raise _exhausted(spec) from None
    return make(storage, spec, storage.address)


def _exhausted(spec):
    """The error where there is no memory for a tensor of this Spec."""
    wanted = f"memory for {spec.nbytes} bytes"
    return OutOfMemoryError(expected("empty", wanted, f"{spec}, too large", "a smaller shape"))


def empty_shape(shape: Sequence[int], dtype: dtypes.dtype, device: device) -> Tensor:
    """A dense tensor of uninitialised memory."""
    return empty_of(spec_of(shape, dtype, device))


def base_of(tensor: Tensor) -> Tensor:
    """The tensor of which this one is a view, or itself."""
    more = tensor._extra
    return tensor if more is None or more.base is None else more.base


_numbers = {}


def number(constant: Any) -> Any:
    """A 0-d tensor that stands for a Python number, or NotImplemented for anything else."""
    kind = type(constant)
    key = (kind, constant or repr(constant)) if kind in _WEAK else None  # -0.0 is not 0.0
    found = _numbers.get(key)
    if found is None:
        if kind not in _WEAK:
            return _foreign(constant)
        found = _number(constant, kind)
        if len(_numbers) > 4096:
            _numbers.clear()
        _numbers[key] = found
    return found


def known_numbers() -> list[Any]:
    """The storages of the numbers that tensors stand for."""
    return [x.memory for x in list(_numbers.values())]


def _number(constant, kind):
    dtype = _WEAK[kind]
    if kind is int and not -(1 << 63) <= constant < 1 << 63:
        raise RuntimeError(
            expected("number", "an integer of at most 64 bits", repr(constant), "float()")
        )
    with interpreters.standing(None):  # it was there before, for all that anybody knows
        out = empty_of(spec_of((), dtype, CPU, None, True))
    out.memory.buffer.view(dtype.numpy)[:1] = constant
    return out


def _foreign(constant):
    if hasattr(type(constant), "as_operand"):  # a number that differs from call to call of a plan
        return constant.as_operand()
    if isinstance(constant, np.generic) and type(constant.item()) in _WEAK:
        return number(constant.item())
    if isinstance(constant, np.ndarray):
        return registry["from_numpy"](constant)
    for kind in _WEAK:
        if isinstance(constant, kind):
            return number(kind(constant))
    if type(constant).__name__ == "Tensor":  # PyTorch's, which has no more to say to ours
        got = type_name(constant)
        raise TypeError(expected("number", "tensors and numbers", got, "tensor()"))
    return NotImplemented


_WEAK = {bool: dtypes.bool_, int: dtypes.int64, float: dtypes.float64, complex: dtypes.complex128}


def bytes_at(device: device, address: int, nbytes: int) -> bytes:
    """What lies at an address, when all work that was begun there is done."""
    if device is CPU:
        return ctypes.string_at(address, nbytes)
    driver = device.kernels.driver
    with driver.on(device.index):
        return driver.read(address, nbytes)


MAX_DIMS = 64  # of NumPy's arrays


class _Window:
    """A tensor's memory as NumPy's array interface describes it, kept alive by `owner`."""

    __slots__ = ("__array_interface__", "owner")

    def __init__(self, owner, interface):
        self.owner = owner
        self.__array_interface__ = interface


def array_of(tensor: Tensor) -> np.ndarray:
    """The NumPy array that shows a tensor's memory, which has to lie on the CPU."""
    spec, buffer = tensor.spec, tensor.memory.buffer
    if spec.hidden:
        raise Unbatched("numpy: expected a tensor without a batch of vmap; got one; try outside")
    if spec.device is not CPU:
        raise TypeError(
            f"numpy: can't convert {spec.device} device type tensor to numpy; expected a tensor on "
            f"the CPU; got {spec} on {spec.device}; try .cpu() before"
        )
    recorder = interpreters.current()
    if recorder is not None:
        recorder.host_access(tensor)
    if len(spec.shape) > MAX_DIMS:
        raise _too_many_dims(spec)
    if type(buffer) is np.ndarray and not tensor.memory.borrowed and spec.numel:
        offset = tensor.address - native.address_of(buffer)
        return np.ndarray(spec.shape, spec.dtype.numpy, buffer, offset, spec.byte_strides)
    interface = {
        "version": 3,
        "shape": spec.shape,
        "typestr": spec.dtype.numpy.str,
        "data": (tensor.address, not tensor.memory.writeable),
        "strides": spec.byte_strides,
    }
    return np.asarray(_Window(buffer, interface))


def _too_many_dims(spec):
    wanted, got = f"at most {MAX_DIMS} dims, as NumPy's arrays have", f"{len(spec.shape)}"
    return RuntimeError(expected("numpy", wanted, got, "reshape() before"))


def reached(tensor: Tensor, array: np.ndarray) -> tuple[np.ndarray, int]:
    """The bytes that an array of a tensor reaches, which keep it; and where it begins in them."""
    spec = tensor.spec
    low, high = shapes.reach(spec.shape, spec.strides)
    size, readonly = spec.dtype.itemsize, not tensor.memory.writeable
    data = tensor.address + low * size, readonly
    interface = {"version": 3, "shape": ((high - low + 1) * size,), "typestr": "|u1", "data": data}
    return np.asarray(_Window(array, interface)), -low * size


_SCALARS: dict = {
    dtypes.float32: ctypes.c_float, dtypes.float64: ctypes.c_double, dtypes.bool_: ctypes.c_bool,
    dtypes.int64: ctypes.c_int64, dtypes.int32: ctypes.c_int32, dtypes.int16: ctypes.c_int16,
    dtypes.int8: ctypes.c_int8, dtypes.uint8: ctypes.c_uint8, dtypes.uint16: ctypes.c_uint16,
    dtypes.uint32: ctypes.c_uint32, dtypes.uint64: ctypes.c_uint64,
}  # fmt: skip


def scalar_at(tensor: Tensor) -> Any:
    """The first element in C's words, whose `value` is a Python number; None where it is not read.

    A NumPy array of it would take five times as long.
    """
    if interpreters.busy or tensor.spec.device is not CPU:
        return None
    kind = _SCALARS.get(tensor.spec.dtype)
    return None if kind is None else kind.from_address(tensor.address)


def values_of(tensor: Tensor) -> np.ndarray:
    """A NumPy array of a tensor's values: its memory where NumPy reads it, or a copy."""
    return dtypes.readable(memory_of(tensor), tensor.spec.dtype)


def memory_of(tensor: Tensor) -> np.ndarray:
    """A NumPy array over a tensor's memory on the CPU, or over a copy of it on a card."""
    spec = tensor.spec
    if spec.device is CPU:
        return array_of(tensor)
    recorder = interpreters.current()
    if recorder is not None:
        recorder.host_access(tensor)
    low, high = shapes.reach(spec.shape, spec.strides) if spec.numel else (0, -1)
    size = spec.dtype.itemsize
    data = bytearray((high - low + 1) * size)
    if data:
        data[:] = bytes_at(spec.device, tensor.address + low * size, len(data))
    return np.ndarray(spec.shape, spec.dtype.numpy, data, -low * size, spec.byte_strides)
