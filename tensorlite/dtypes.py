"""Data types and the rules by which they meet: plain tables, no arrays."""

import functools
import math
from typing import Any

import numpy as np


class _Met:
    """Whether any tensor has had a short dtype: until then nothing looks for them."""

    short = False


met = _Met()
_BRAIN = np.dtype("V2")  # NumPy has no bfloat16: to it they are words of two bytes


class dtype:
    """A data type of tensors, such as ``tensorlite.float32``. There is one object per type.

    A `short` one is kept in 16 bits and computed with in its `wide` one, which is float32.
    """

    __slots__ = (
        "category",
        "differentiable",
        "is_complex",
        "is_floating_point",
        "is_signed",
        "itemsize",
        "name",
        "numpy",
        "rank",
        "short",
    )

    def __init__(self, name: str, rank: int) -> None:
        self.name = name
        self.numpy = _BRAIN if name == "bfloat16" else np.dtype(name)
        self.itemsize = self.numpy.itemsize
        kind = "f" if self.numpy is _BRAIN else self.numpy.kind
        self.is_floating_point = kind == "f"
        self.is_complex = kind == "c"
        self.differentiable = kind in "fc"
        self.is_signed = kind in "ifc"
        self.rank = rank
        self.category = {"b": 0, "i": 1, "u": 1, "f": 2, "c": 3}[kind]  # in their order
        self.short = self.is_floating_point and self.itemsize == 2

    def __repr__(self) -> str:
        return f"tensorlite.{self.name}"

    def __reduce__(self) -> tuple[Any, ...]:
        return _named, (self.name,)

    @property
    def wide(self) -> "dtype":
        """The type in which numbers of this type are computed with."""
        return float32 if self.short else self

    def to_complex(self) -> "dtype":
        """The complex type whose parts have this type; a complex type is its own."""
        if self.is_complex:
            return self
        if not self.is_floating_point:
            raise TypeError(
                f"to_complex: expected a type with a complex counterpart; got {self!r}; "
                "try tensorlite.float32"
            )
        return complex128 if self is float64 else complex64

    def to_real(self) -> "dtype":
        """The type of the parts of a complex type; another type is its own."""
        return {8: float32, 16: float64}[self.itemsize] if self.is_complex else self


def _named(name):
    return DTYPES[name]


NAMES = (
    *("bool", "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64"),
    *("float16", "bfloat16", "float32", "float64", "complex64", "complex128"),
)
DTYPES = {name: dtype(name, rank) for rank, name in enumerate(NAMES)}
bool_, uint8, uint16, uint32, uint64, int8, int16, int32, int64, *_inexact = DTYPES.values()
float16, bfloat16, float32, float64, complex64, complex128 = _inexact
ALIASES = {
    "float": float32,
    "double": float64,
    "half": float16,
    "cfloat": complex64,
    "cdouble": complex128,
    "short": int16,
    "int": int32,
    "long": int64,
}
INTEGERS = tuple(d for d in DTYPES.values() if d.category == 1)
FLOATS = (float16, bfloat16, float32, float64)
COMPLEX = (complex64, complex128)

BY_NUMPY = {d.numpy: d for d in DTYPES.values()}
_BY_PYTHON = {bool: bool_, int: int64, float: float64, complex: complex128}
_default = float32
_listeners: list = []


def get_default_dtype() -> dtype:
    """The dtype of new tensors made from Python floats."""
    return _default


def set_default_dtype(d: dtype) -> None:
    """Set the dtype of new tensors made from Python floats: one of the floating point types."""
    global _default
    if d not in FLOATS:
        raise TypeError(
            f"set_default_dtype: expected one of {', '.join(map(repr, FLOATS))}; got {d!r}"
        )
    changed, _default = d is not _default, d
    if changed:
        for listener in _listeners:
            listener()


def when_default_changes(function):
    """Call a function after each change of the default dtype."""
    _listeners.append(function)
    return function


def as_dtype(d, op="dtype"):
    """A dtype from a dtype, a NumPy dtype, or one of Python's bool, int, float and complex."""
    if type(d) is dtype:
        return d
    if isinstance(d, type) and d in _BY_PYTHON:
        return _BY_PYTHON[d]
    try:
        found = BY_NUMPY.get(d) or BY_NUMPY.get(np.dtype(d).newbyteorder("="))
        return found or DTYPES[np.dtype(d).name]  # which is how `ml_dtypes` calls its own
    except (TypeError, KeyError):
        short = str(d).rpartition(".")[2]
        remedy = f"; try tensorlite.{short}" if short in DTYPES and short != d else ""
        raise TypeError(
            f"{op}: expected a dtype out of {', '.join(NAMES)}; got {d!r}{remedy}"
        ) from None


@functools.cache
def promote_types(type1: dtype, type2: dtype) -> dtype:
    """The smallest type to which values of both types can go, as PyTorch has it.

    Integers meet a floating point type in that type; signed and unsigned integers meet in the next
    larger signed type.

    Raises
    ------
    TypeError
        For uint64 with a signed integer: no integer type holds both.
    """
    a, b = as_dtype(type1, "promote_types"), as_dtype(type2, "promote_types")
    if a.category != b.category:
        low, high = sorted((a, b), key=lambda d: d.category)
        return complex128 if high.is_complex and low is float64 else high
    if a.short and b.short:
        return a if a is b else float32
    if a.category != 1 or a.is_signed == b.is_signed:
        return max(a, b, key=lambda d: d.itemsize)
    signed, unsigned = (a, b) if a.is_signed else (b, a)
    if signed.itemsize > unsigned.itemsize:
        return signed
    if unsigned is uint64:
        raise TypeError(
            f"promote_types: expected types with a common type; got {a!r} and {b!r}, "
            "which no integer type holds; try .to() on one of them"
        )
    return {1: int16, 2: int32, 4: int64}[unsigned.itemsize]


def can_cast(from_: dtype, to: dtype) -> bool:
    """Whether values may go from one type to another in place: never down a category."""
    return as_dtype(from_, "can_cast").category <= as_dtype(to, "can_cast").category


def weak(python_type):
    """The type of a Python number that meets only numbers of lower categories."""
    if issubclass(python_type, float):
        return _default
    if issubclass(python_type, complex):
        return _default.to_complex()
    return bool_ if python_type is bool else int64


def result_of(dims, zeros, weaks):
    """The common type of three groups: tensors with axes, 0-d tensors, Python numbers.

    A later group counts only if its category is higher than that of the groups before it.
    """
    result: Any = None
    for group in (dims, zeros, weaks):
        if group:
            common = functools.reduce(promote_types, group)
            if result is None or common.category > result.category:
                kept = result is not None and result.category == 2  # how precise it is
                result = result.to_complex() if kept else common
    return result


_BRAIN_MAX = float.fromhex("0x1.fep127")
_LIMITS = {
    each: (-math.inf, math.inf) if each is bool_
    else (int(np.iinfo(name).min), int(np.iinfo(name).max)) if each.category == 1
    else (-_BRAIN_MAX, _BRAIN_MAX) if each is bfloat16
    else (float(np.finfo(name).min), float(np.finfo(name).max))
    for name, each in DTYPES.items()
}  # fmt: skip


def limits(dtype):
    """The lowest and the highest finite number of a dtype; of bool, the infinities."""
    return _LIMITS[dtype]


def fitting(op, number, dtype):
    """A Python number, unless a dtype cannot hold it: none wraps, and none becomes infinite."""
    low, high = _LIMITS[dtype]
    if isinstance(number, complex):
        return _fitting_complex(op, number, dtype)
    if low <= number <= high:
        return number
    if dtype.category != 1 and (number != number or abs(number) == math.inf):
        return number
    if isinstance(number, float) and math.isfinite(number) and low <= math.trunc(number) <= high:
        return number
    raise unfit(op, number, dtype)


def _fitting_complex(op, number, dtype):
    """A complex number, if a dtype holds both of its parts."""
    if not dtype.is_complex and number.imag == 0:
        return fitting(op, number.real, dtype)
    if not dtype.is_complex:
        raise unfit(op, number, dtype)
    for part in (number.real, number.imag):
        fitting(op, part, dtype)
    return number


def unfit(op, number, dtype):
    """The error for a number that a dtype cannot hold."""
    low, high = _LIMITS[dtype]
    return RuntimeError(
        f"{op}: value cannot be converted to type {dtype.name} without overflow: expected a number "
        f"from {low} to {high}; got {number}; try a wider dtype, or .to() of a tensor to wrap it"
    )


def fits_beside(op, number, dtype):
    """Refuse a Python number that does not fit into the type in which it meets a dtype."""
    if isinstance(number, complex):
        fitting(op, number, dtype if dtype.is_complex else _default.to_complex())
        return
    if isinstance(number, float):
        dtype = dtype if dtype.category >= 2 else _default
    elif not dtype.category or not isinstance(number, int):
        return
    low, high = _LIMITS[dtype]
    if not low <= number <= high:
        fitting(op, number, dtype)


class finfo:
    """Limits of a floating point type: eps, max, min, tiny, smallest_normal, resolution, bits."""

    def __init__(self, type: dtype | None = None) -> None:
        self.dtype = as_dtype(type or _default, "finfo")
        if self.dtype not in (*FLOATS, *COMPLEX):
            raise TypeError(f"finfo: expected a floating point dtype; got {self.dtype!r}")
        self.dtype = self.dtype.to_real()
        info = np.finfo(self.dtype.wide.numpy if self.dtype is bfloat16 else self.dtype.numpy)
        self.bits, self.eps = 8 * self.dtype.itemsize, float(info.eps)
        self.min, self.max = _LIMITS[self.dtype]
        self.tiny = self.smallest_normal = float(info.tiny)
        self.resolution = float(info.resolution)
        if self.dtype is bfloat16:  # the range of float32, with 8 bits of a number
            self.eps, self.resolution = 2.0**-7, 0.01

    def __repr__(self) -> str:
        return (
            f"finfo(resolution={self.resolution:g}, min={self.min:g}, max={self.max:g}, "
            f"eps={self.eps:g}, smallest_normal={self.smallest_normal:g}, tiny={self.tiny:g}, "
            f"dtype={self.dtype.name})"
        )


def held(values, dtype):
    """A NumPy array of numbers as memory holds them in a dtype, each rounded to the nearest."""
    if dtype is not bfloat16:
        return np.asarray(values, dtype.numpy)
    words = np.asarray(values, np.float32).view(np.uint32)
    even = (words >> np.uint32(16)) & np.uint32(1)
    rounded = (words + np.uint32(0x7FFF) + even) >> np.uint32(16)
    nan = (words >> np.uint32(16)) | np.uint32(0x40)
    is_nan = (words & np.uint32(0x7FFFFFFF)) > np.uint32(0x7F800000)
    return np.where(is_nan, nan, rounded).astype(np.uint16).view(_BRAIN)


def readable(array, dtype):
    """What an array over memory of a dtype holds, as numbers that NumPy has."""
    if dtype is not bfloat16:
        return array
    dense = np.ascontiguousarray(array).reshape(array.shape)
    return (dense.view(np.uint16).astype(np.uint32) << np.uint32(16)).view(np.float32)


class iinfo:
    """Limits of an integer type: min, max, bits."""

    def __init__(self, type: dtype) -> None:
        self.dtype = as_dtype(type, "iinfo")
        if self.dtype.category != 1:
            raise TypeError(f"iinfo: expected an integer dtype; got {self.dtype!r}")
        info = np.iinfo(self.dtype.numpy)
        self.bits, self.min, self.max = info.bits, int(info.min), int(info.max)

    def __repr__(self) -> str:
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype.name})"
