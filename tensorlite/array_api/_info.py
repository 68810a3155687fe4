"""What there is: dtypes with their limits and promotion, devices, capabilities."""

import functools

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike
from ..device import device as _device
from ..errors import expected
from ..tensor import Tensor

__all__ = [
    "__array_namespace_info__", "astype", "can_cast", "finfo", "iinfo", "isdtype", "result_type",
]  # fmt: skip

PARTS = {
    "bool": ("bool",),
    "signed integer": ("int8", "int16", "int32", "int64"),
    "unsigned integer": ("uint8", "uint16", "uint32", "uint64"),
    "real floating": ("float32", "float64"),
    "complex floating": ("complex64", "complex128"),
}
WHOLES = {
    "integral": ("signed integer", "unsigned integer"),
    "numeric": ("signed integer", "unsigned integer", "real floating", "complex floating"),
}
DTYPES: dict[str, dtypes.dtype] = {
    name: dtypes.DTYPES[name]
    for names in PARTS.values()
    for name in names
    if name in dtypes.DTYPES
}


def names_of(op, kind):
    """The names of the dtypes of a kind."""
    if kind not in PARTS and kind not in WHOLES:
        known = ", ".join(map(repr, (*PARTS, *WHOLES)))
        raise ValueError(expected(op, f"a kind out of {known}", repr(kind), "'numeric'"))
    return [name for part in WHOLES.get(kind, (kind,)) for name in PARTS[part]]


class _Info:
    """What `__array_namespace_info__()` gives: see its methods."""

    def capabilities(self) -> dict[str, bool | int | None]:
        """Which parts of the standard that depend on data there are, and the most dims."""
        return {"boolean indexing": True, "data-dependent shapes": True, "max dimensions": None}

    def default_device(self) -> _device:
        """The device of new tensors."""
        return tl.get_default_device()

    def default_dtypes(self, *, device: DeviceLike | None = None) -> dict[str, tl.dtype]:
        """The dtype by kind of new tensors on a device."""
        floating = tl.get_default_dtype()
        found = {"real floating": floating, "integral": tl.int64, "indexing": tl.int64}
        if "complex64" in DTYPES:
            found["complex floating"] = floating.to_complex()
        return found

    def devices(self) -> tuple[_device, ...]:
        """The CPU and all cards."""
        return _device("cpu"), *(_device("cuda", k) for k in range(tl.cuda.device_count()))

    def dtypes(
        self, *, device: DeviceLike | None = None, kind: str | tuple[str, ...] | None = None
    ) -> dict[str, tl.dtype]:
        """The dtypes by their names; of a kind, or of several kinds, if these are given."""
        kinds = (*PARTS,) if kind is None else kind if isinstance(kind, tuple) else (kind,)
        names = [name for each in kinds for name in names_of("dtypes", each)]
        return {name: DTYPES[name] for name in names if name in DTYPES}


def __array_namespace_info__() -> _Info:
    """
    What this namespace has: its `devices()`, `dtypes()`, defaults and `capabilities()`.

    Returns
    -------
    object with these methods

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.array_api.__array_namespace_info__().dtypes(kind="real floating")
    {'float32': tensorlite.float32, 'float64': tensorlite.float64}
    """
    return _Info()


def _dtype_of(thing):
    return thing.dtype if isinstance(thing, Tensor) else dtypes.as_dtype(thing)


def finfo(type: dtypes.dtype | Tensor, /) -> tl.finfo:
    """The limits of a floating point dtype, or of a tensor's."""
    return tl.finfo(_dtype_of(type))


def iinfo(type: dtypes.dtype | Tensor, /) -> tl.iinfo:
    """The limits of an integer dtype, or of a tensor's."""
    return tl.iinfo(_dtype_of(type))


def isdtype(dtype: dtypes.dtype, kind: dtypes.dtype | str | tuple[dtypes.dtype | str, ...]) -> bool:
    """Whether a dtype is of a kind ("bool", "integral", ...), is another dtype, or is any of some.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.array_api.isdtype(tl.int8, ("bool", "signed integer"))
    True
    """
    if isinstance(kind, tuple):
        return any(isdtype(dtype, each) for each in kind)
    if isinstance(kind, str):
        return dtype.name in names_of("isdtype", kind)
    return dtype is kind


def astype(
    x: Tensor, dtype: dtypes.dtype, /, *, copy: bool = True, device: DeviceLike | None = None
) -> Tensor:
    """A tensor's elements in another dtype; without `copy`, x itself if nothing changes."""
    return x.to(device=device, dtype=dtype, copy=copy)


def result_type(*arrays_and_dtypes: Tensor | dtypes.dtype | complex) -> dtypes.dtype:
    """
    The dtype in which tensors, dtypes and Python numbers meet.

    Each tensor counts with its dtype, whatever its shape; a number only with its kind.

    Raises
    ------
    TypeError
        If there is no tensor and no dtype, or a number is of a higher kind than all of them.
    """
    numbers = [x for x in arrays_and_dtypes if type(x) in (bool, int, float, complex)]
    kinds = [_dtype_of(x) for x in arrays_and_dtypes if type(x) not in (bool, int, float, complex)]
    if not kinds:
        raise TypeError(expected("result_type", "a tensor or a dtype", "numbers alone", "float32"))
    return functools.reduce(_beside, numbers, functools.reduce(tl.promote_types, kinds))


def _beside(dtype, number):
    """The dtype of a tensor beside a Python number."""
    if type(number) is complex and dtype.is_floating_point:
        return dtype.to_complex()
    own = {bool: 0, int: 1, float: 2, complex: 3}[type(number)]
    if own > (3 if dtype.is_complex else dtype.category):
        got = f"{dtype!r} and the number {number!r}"
        raise TypeError(expected("result_type", "a number that the dtype holds", got, "astype()"))
    return dtype


def can_cast(from_: dtypes.dtype | Tensor, to: dtypes.dtype, /) -> bool:
    """Whether promotion ever leads from a dtype, or a tensor's, to another one."""
    source = _dtype_of(from_)
    try:
        return result_type(source, to) is to
    except TypeError:
        return False
