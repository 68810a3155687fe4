"""Tensors over memory of others: arrays, buffers, and whatever speaks DLPack."""

from typing import Any

import numpy as np

from .. import dlpack, dtypes, shapes
from ..annotations import DeviceLike
from ..declare import public
from ..device import device, place
from ..errors import expected
from ..tensor import Tensor
from .creation import finished, from_array, place_of, wanted_dtype


def shows_memory(function):
    """Mark what makes tensors over memory that it is given: each call of a plan reads it anew."""
    function.shows_memory = True
    return function


@public(method=False)
@shows_memory
def from_numpy(ndarray: np.ndarray) -> Tensor:
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


def from_card(owner):
    """A tensor that shows the memory on a card of whatever has `__cuda_array_interface__`."""
    told = owner.__cuda_array_interface__
    dtype = dtypes.as_dtype(np.dtype(told["typestr"]), "as_tensor")
    shape, (address, readonly) = tuple(told["shape"]), told["data"]
    steps = told.get("strides") or [dtype.itemsize * s for s in shapes.contiguous_strides(shape)]
    if told.get("mask") is not None or readonly or any(s % dtype.itemsize for s in steps):
        got = "a mask" if told.get("mask") is not None else "read-only or packed memory"
        raise TypeError(expected("as_tensor", "plain writable memory of a card", got, "a copy"))
    driver = device("cuda").kernels.driver
    where = place(device("cuda", driver.index_of(address)) if address else "cuda")
    if told.get("stream") is not None:
        theirs = driver.Stream.of(where.index, told["stream"])
        driver.current_stream(where.index).wait_stream(theirs)
    strides = [step // dtype.itemsize for step in steps]
    return dlpack.borrowed(owner, address, shape, strides, dtype, where)


@public(method=False)
@shows_memory
def from_dlpack(
    ext_tensor: Any, *, device: DeviceLike | None = None, copy: bool | None = None
) -> Tensor:
    """
    A tensor that shares memory with anything that speaks DLPack, on the CPU or on a card.

    Parameters
    ----------
    ext_tensor : object with __dlpack__, or a capsule that such a call gave
    device : device, optional
        Where the tensor is to be; by default where the memory is.
    copy : bool, optional
        True for memory of its own, False to refuse a copy; by default what `device` needs.

    Raises
    ------
    ValueError
        If a copy is needed, and is refused.
    """
    shared = over_dlpack(ext_tensor)
    if device is not None and place_of(device, None) is not shared.device:
        if copy is False:
            got, wanted = f"one on {device}", f"a tensor that shares memory on {shared.device}"
            raise ValueError(expected("from_dlpack", wanted, got, "copy=None"))
        return shared.to(device)
    return shared.clone() if copy else shared


def _is_brain(array):
    """Whether an array of any library has bfloat16, which NumPy has no name for."""
    return str(getattr(array, "dtype", "")).endswith("bfloat16")


def over_dlpack(ext_tensor):
    """A tensor over the memory of what speaks DLPack."""
    is_capsule = type(ext_tensor).__name__ == "PyCapsule"
    ext_tensor = dlpack.Capsule(ext_tensor) if is_capsule else ext_tensor
    if ext_tensor.__dlpack_device__()[0] == dlpack.CUDA:
        return dlpack.imported(ext_tensor)
    if is_capsule or _is_brain(ext_tensor):
        return from_array(dlpack.array_over(ext_tensor))
    array = np.from_dlpack(ext_tensor)
    return from_array(ext_tensor if isinstance(ext_tensor, np.ndarray) else array)


@public(method=False)
@shows_memory
def frombuffer(
    buffer: Any,
    *,
    dtype: dtypes.dtype,
    count: int = -1,
    offset: int = 0,
    requires_grad: bool = False,
) -> Tensor:
    """
    A 1-D tensor over the memory of a bytes-like object: `count` numbers, or all, from a byte on.

    Raises
    ------
    ValueError
        If there is no memory of so many numbers there.
    """
    kind = wanted_dtype(dtype)
    try:
        length = memoryview(buffer).nbytes
    except TypeError:
        wanted, got = "an object with Python's buffer protocol", type(buffer).__name__
        raise ValueError(expected("frombuffer", wanted, got, "tensor()")) from None
    _check_part(length, kind.itemsize, count, offset)
    return finished(from_array(np.frombuffer(buffer, kind.numpy, count, offset)), requires_grad)


def _check_part(length, itemsize, count, offset):
    """Refuse a part of a buffer that is not there, or empty."""
    left = length - offset
    if not length or not count:
        wanted, got = "a buffer and a count that are not empty", f"{length} bytes and count={count}"
    elif not 0 <= offset < length:
        wanted, got = f"offset of 0 to {length - 1}", str(offset)
    elif count > 0 and count * itemsize > left:
        wanted, got = f"at most {left} bytes after offset={offset}", f"{count} times {itemsize}"
    elif count < 0 and left % itemsize:
        wanted, got = f"a multiple of {itemsize} bytes after offset={offset}", str(left)
    else:
        return
    raise ValueError(expected("frombuffer", wanted, got, "empty(0), or another part"))
