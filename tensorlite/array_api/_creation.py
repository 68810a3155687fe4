"""New tensors from Python, from other arrays and from nothing."""

from typing import Any

import numpy as np

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike, Dims
from ..errors import expected
from ..tensor import Tensor

__all__ = [
    "arange", "asarray", "empty", "empty_like", "eye", "from_dlpack", "full", "full_like",
    "linspace", "meshgrid", "ones", "ones_like", "tril", "triu", "zeros", "zeros_like",
]  # fmt: skip


def _shape(shape):
    return (shape,) if isinstance(shape, int) else tuple(shape)


def arange(
    start: float,
    /,
    stop: float | None = None,
    step: float = 1,
    *,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
) -> Tensor:
    """The numbers start, start + step, ... below `stop`; none if the step leads away from it."""
    start, stop = (0, start) if stop is None else (start, stop)
    if (stop - start) * step < 0:
        stop = start + type(stop)(0)  # which tells of the dtype, too
    return tl.arange(start, stop, step, dtype=dtype, device=device)


def asarray(
    obj: Any,
    /,
    *,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
    copy: bool | None = None,
) -> Tensor:
    """
    A tensor of numbers, nested sequences, arrays or buffers.

    Parameters
    ----------
    copy : bool, optional
        True for memory of its own, False to refuse to make any; by default it is made if needed.
    """
    if not isinstance(obj, Tensor | bool | int | float | complex | list | tuple | np.ndarray):
        if hasattr(obj, "__dlpack__"):
            obj = tl.from_dlpack(obj)
        else:
            obj = np.asarray(obj)
    return tl.asarray(obj, dtype=dtype, device=device, copy=copy)


def empty(
    shape: Dims, *, dtype: dtypes.dtype | None = None, device: DeviceLike | None = None
) -> Tensor:
    """A tensor whose elements are not set."""
    return tl.empty(_shape(shape), dtype=dtype, device=device)


def zeros(
    shape: Dims, *, dtype: dtypes.dtype | None = None, device: DeviceLike | None = None
) -> Tensor:
    """A tensor of zeros."""
    return tl.zeros(_shape(shape), dtype=dtype, device=device)


def ones(
    shape: Dims, *, dtype: dtypes.dtype | None = None, device: DeviceLike | None = None
) -> Tensor:
    """A tensor of ones."""
    return tl.ones(_shape(shape), dtype=dtype, device=device)


def full(
    shape: Dims,
    fill_value: float,
    *,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
) -> Tensor:
    """A tensor of one value, whose kind gives the dtype."""
    return tl.full(_shape(shape), fill_value, dtype=dtype, device=device)


def empty_like(
    x: Tensor, /, *, dtype: dtypes.dtype | None = None, device: DeviceLike | None = None
) -> Tensor:
    """A tensor of x's shape whose elements are not set."""
    return tl.empty_like(x, dtype=dtype, device=device)


def zeros_like(
    x: Tensor, /, *, dtype: dtypes.dtype | None = None, device: DeviceLike | None = None
) -> Tensor:
    """Zeros in x's shape."""
    return tl.zeros_like(x, dtype=dtype, device=device)


def ones_like(
    x: Tensor, /, *, dtype: dtypes.dtype | None = None, device: DeviceLike | None = None
) -> Tensor:
    """Ones in x's shape."""
    return tl.ones_like(x, dtype=dtype, device=device)


def full_like(
    x: Tensor,
    /,
    fill_value: float,
    *,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
) -> Tensor:
    """One value in x's shape."""
    return tl.full_like(x, fill_value, dtype=dtype, device=device)


def eye(
    n_rows: int,
    n_cols: int | None = None,
    /,
    *,
    k: int = 0,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
) -> Tensor:
    """Zeros with ones on the diagonal number `k`, counted to the right."""
    columns = n_rows if n_cols is None else n_cols
    made = tl.zeros(n_rows, columns, dtype=dtype, device=device)
    if -n_rows < k < columns:
        tl.diagonal(made, k).fill_(1)
    return made


def linspace(
    start: float,
    stop: float,
    /,
    num: int,
    *,
    dtype: dtypes.dtype | None = None,
    device: DeviceLike | None = None,
    endpoint: bool = True,
) -> Tensor:
    """`num` numbers from start to stop at equal distances; without `endpoint` stop is left out."""
    if endpoint or not num:
        return tl.linspace(start, stop, num, dtype=dtype, device=device)
    return tl.linspace(start, stop, num + 1, dtype=dtype, device=device)[:-1]


def meshgrid(*arrays: Tensor, indexing: str = "xy") -> tuple[Tensor, ...]:
    """The coordinates of a grid; "xy" has the first array along the second dim."""
    return tuple(tl.meshgrid(*arrays, indexing=indexing)) if arrays else ()


def tril(x: Tensor, /, *, k: int = 0) -> Tensor:
    """Matrices without what lies above the diagonal number `k`."""
    return tl.tril(x, k)


def triu(x: Tensor, /, *, k: int = 0) -> Tensor:
    """Matrices without what lies below the diagonal number `k`."""
    return tl.triu(x, k)


def from_dlpack(x: Any, /, *, device: DeviceLike | None = None, copy: bool | None = None) -> Tensor:
    """A tensor that shares the memory of whatever speaks DLPack, or copies it."""
    made = tl.from_dlpack(x)
    there = made if device is None else made.to(device)
    if copy is False and there is not made:
        got = f"memory on {made.device}"
        raise BufferError(expected("from_dlpack", f"memory on {device}", got, "copy=None"))
    return there.clone() if copy and there is made else there
