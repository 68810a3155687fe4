"""DLPack for tensors on cards: memory handed over without a copy (data-apis.org, DLPack 0.8).

On the CPU NumPy speaks it for us, but of bfloat16, which it does not have.
"""

import ctypes
import functools

import numpy as np

from . import capsules, dtypes, shapes
from .device import device as _device
from .errors import expected
from .kernels import cache
from .storage import BorrowedCardStorage
from .tensor import make, spec_of

CPU, CUDA = 1, 2  # kDLCPU, kDLCUDA
FRESH, USED = b"dltensor", b"used_dltensor"
CODES = {"i": 0, "u": 1, "f": 2, "c": 5, "b": 6, "V": 4}  # V: bfloat16


class _Device(ctypes.Structure):
    _fields_ = (("type", ctypes.c_int32), ("index", ctypes.c_int32))


class _Type(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint8), ("bits", ctypes.c_uint8), ("lanes", ctypes.c_uint16))


class _Tensor(ctypes.Structure):
    _fields_ = (
        ("data", ctypes.c_void_p),
        ("device", _Device),
        ("ndim", ctypes.c_int32),
        ("dtype", _Type),
        ("shape", ctypes.POINTER(ctypes.c_int64)),
        ("strides", ctypes.POINTER(ctypes.c_int64)),
        ("byte_offset", ctypes.c_uint64),
    )


class _Managed(ctypes.Structure):
    """A DLTensor, and what frees it."""


_Deleter = ctypes.CFUNCTYPE(None, ctypes.POINTER(_Managed))
_Managed._fields_ = (("tensor", _Tensor), ("context", ctypes.c_void_p), ("deleter", _Deleter))

_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.restype, _pointer.argtypes = ctypes.c_void_p, (ctypes.py_object, ctypes.c_char_p)
_rename = ctypes.pythonapi.PyCapsule_SetName
_rename.argtypes = (ctypes.py_object, ctypes.c_char_p)

# return: of who has taken a DLTensor, when it is done; drop: of a capsule that nobody has taken
_FUNCTIONS = f"""
declare i32 @PyCapsule_IsValid(ptr, ptr)
@fresh = private constant [{len(FRESH) + 1} x i8] c"{FRESH.decode()}\\00"
define void @tensorlite_dlpack_return(ptr %managed) {{
  %at = getelementptr i8, ptr %managed, i64 {_Managed.context.offset}
  %lent = load ptr, ptr %at
  call void @let_go(ptr %lent)
  ret void
}}
define void @tensorlite_dlpack_drop(ptr %capsule) {{
  %left = call i32 @PyCapsule_IsValid(ptr %capsule, ptr @fresh)
  %taken = icmp eq i32 %left, 0
  br i1 %taken, label %end, label %own
own:
  %managed = call ptr @PyCapsule_GetPointer(ptr %capsule, ptr @fresh)
  call void @tensorlite_dlpack_return(ptr %managed)
  br label %end
end:
  ret void
}}
"""


@functools.cache
def _functions():
    """The addresses of the two functions."""
    engine = cache.assembled("dlpack", capsules.LET_GO + _FUNCTIONS)
    return [engine.get_function_address(f"tensorlite_dlpack_{name}") for name in ("return", "drop")]


class Lent:
    """All that a capsule shows, until it is given back."""

    def __init__(self, *kept):
        self.kept = kept


# ------------------------------------------------------------------ out


def exported(x, place):
    """A capsule that shows a tensor's memory; `place` is its (device type, index)."""
    spec = x.spec
    managed, ndim = _Managed(), len(spec.shape)
    shape, strides = ((ctypes.c_int64 * ndim)(*numbers) for numbers in (spec.shape, spec.strides))
    told = managed.tensor
    told.data, told.device, told.ndim = x.address, _Device(*place), ndim
    told.dtype = _Type(CODES[spec.dtype.numpy.kind], 8 * spec.dtype.itemsize, 1)
    told.shape, told.strides, told.byte_offset = shape, strides, 0
    given_back, dropped = _functions()
    lent = Lent(managed, shape, strides, x.memory)
    managed.context, managed.deleter = id(lent), _Deleter(given_back)
    capsule = capsules.new(ctypes.addressof(managed), FRESH, dropped)
    capsules.hold(lent)
    return capsule


def exported_from_card(x, stream=None):
    """
    A capsule that shows a tensor on a card.

    Parameters
    ----------
    x : Tensor
    stream : int, optional
        The consumer's stream, which waits for the work so far; 1 is the default one, -1 means
        that nothing should wait.
    """
    driver = x.spec.device.kernels.driver
    index = x.spec.device.index
    if stream != -1:
        own = driver.current_stream(index)
        driver.Stream.of(index, 1 if stream is None else stream).wait_stream(own)
    return exported(x, (CUDA, index))


# ------------------------------------------------------------------ in


class _Owner:
    """Keeps borrowed memory until it dies."""

    def __init__(self, capsule, managed):
        self.capsule, self.managed = capsule, managed

    def __del__(self):
        if self.managed.deleter:
            self.managed.deleter(ctypes.byref(self.managed))


class Capsule:
    """A capsule, which speaks DLPack once."""

    def __init__(self, capsule):
        self.capsule = capsule

    def __dlpack__(self, **options):
        return self.capsule

    def __dlpack_device__(self):
        where = _Managed.from_address(_pointer(self.capsule, FRESH)).tensor.device
        return where.type, where.index


def imported(x):
    """A tensor that shows the memory on a card of anything that speaks DLPack."""
    _, index = x.__dlpack_device__()
    where = _device("cuda", index)
    stream = where.kernels.driver.current_stream(index).handle
    owner, address, shape, strides, dtype = _taken(x.__dlpack__(stream=stream or 1))
    return borrowed(owner, address, shape, strides, dtype, where)


def array_over(x):
    """The same on the CPU, as an array of NumPy's; of bfloat16 its elements are words."""
    owner, address, shape, strides, dtype = _taken(x.__dlpack__())
    owner.__array_interface__ = {
        "version": 3, "shape": shape, "typestr": dtype.numpy.str, "data": (address, False),
        "strides": tuple([step * dtype.itemsize for step in strides]),
    }  # fmt: skip
    return np.asarray(owner)


def _taken(capsule):
    """What keeps the memory of a capsule, its address, shape, strides and dtype."""
    managed = _Managed.from_address(_pointer(capsule, FRESH))
    told = managed.tensor
    dtype = _dtype(told.dtype)
    shape = tuple(told.shape[: told.ndim])
    strides = tuple(told.strides[: told.ndim]) if told.strides else shapes.contiguous_strides(shape)
    _rename(capsule, USED)
    owner = _Owner(capsule, managed)
    return owner, (told.data or 0) + told.byte_offset, shape, strides, dtype


def borrowed(owner, address, shape, strides, dtype, where):
    """A tensor over memory on a card that `owner` keeps alive; strides in elements."""
    spec = spec_of(tuple(shape), dtype, where, tuple(strides))
    low, high = shapes.reach(spec.shape, spec.strides) if spec.numel else (0, -1)
    first, nbytes = low * dtype.itemsize, (high - low + 1) * dtype.itemsize
    return make(BorrowedCardStorage(owner, address + first, nbytes, where), spec, address)


def _dtype(told):
    kinds = {code: kind for kind, code in CODES.items()}
    for dtype in dtypes.DTYPES.values():
        kind = dtype.numpy.kind, 8 * dtype.itemsize
        if (kinds.get(told.code), told.bits) == kind and told.lanes == 1:
            return dtype
    got = f"type code {told.code} of {told.bits} bits in {told.lanes} lanes"
    raise TypeError(expected("from_dlpack", f"a dtype out of {', '.join(dtypes.DTYPES)}", got, "a"
                             " conversion before"))  # fmt: skip
