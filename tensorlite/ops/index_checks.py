"""What is checked of indices before any launch."""

import numpy as np

from .. import dtypes
from ..batches import grounded, levels_of
from ..calls import remembered
from ..device import CPU
from ..kernels import interpreters
from ..kernels.cpu import index as kernels
from ..kernels.cpu import native
from ..storage import in_memory
from ..tensor import Tensor, bytes_at
from .copying import as_dense
from .requiring import check_tensor

INT64, INT32_OR_INT64 = (dtypes.int64,), (dtypes.int32, dtypes.int64)


def checked_index(op, index, extent, dim, negative=True, error=IndexError):
    """The index as int64, all of it within an extent.

    Raises
    ------
    IndexError
        If it is no tensor of integers.
    error
        With the offending value and its place.
    """
    low = -extent if negative else 0
    if isinstance(index, Tensor) and lies_within(index, low, extent):
        return index
    if not isinstance(index, Tensor) or index.spec.dtype.category != 1:
        got = repr(index.spec.dtype) if isinstance(index, Tensor) else type(index).__name__
        raise IndexError(
            f"{op}: tensors used as indices must be long, int, byte or bool tensors; got {got}; "
            "try .long()"
        )
    if index.spec.dtype is not dtypes.int64:
        index = index.to(dtypes.int64)

    def complaint(value, place):
        wanted = f"{low} to {extent - 1}" if extent else "no index"
        return error(
            f"{op}: index {value} is out of bounds for dimension {dim} with size {extent}; "
            f"expected {wanted}; got {value} at {place} of the index"
        )

    check_within(index, low, extent, complaint)
    return index


def check_index_dtype(op, index, kinds=INT32_OR_INT64, error=RuntimeError):
    """Refuse an index that is no tensor of one of these dtypes."""
    check_tensor(op, "index", index)
    kind = index.spec.dtype
    if kind not in kinds:
        wanted = " or ".join(each.name for each in kinds)
        raise error(f"{op}(): Expected dtype {wanted} for index; got {kind!r}; try .long()")


def check_within(index, low, high, complaint, spare=None):
    """
    Refuse numbers outside of a range, when called or when the plan being recorded runs.

    Parameters
    ----------
    index : Tensor (any shape) of int64
    low, high : int
        Numbers of low..high-1 are right.
    complaint : function
        What is raised, of the first wrong number and its place: a list of int.
    spare : int, optional
        This number is right, too.
    """
    if not index.spec.numel:
        return
    whole = grounded(index, levels_of((index.spec,))) if index.spec.hidden else index
    flat = as_dense(whole)

    def told(answer, address):
        bad = answer - 1
        value = int.from_bytes(bytes_at(device, address + 8 * bad, 8), "little", signed=True)
        return complaint(value, [int(k) for k in np.unravel_index(bad, whole.spec.shape)])

    n, device, recorder = whole.spec.numel, index.spec.device, interpreters.current()
    launch = device.kernels.index.small_range_check(n, low, high, spare)
    if recorder is not None and recorder.check(launch, flat, told):
        return
    if n <= 4 * kernels.BLOCK or device is not CPU:
        bad = launch(flat) - 1
    else:
        found = np.empty(-(-n // kernels.BLOCK), np.int64)
        kernels.range_check(n, low, high, spare)(flat, in_memory(found))
        bad = next((b for b in found.tolist() if b >= 0), -1)
    if bad >= 0:
        raise told(bad + 1, flat.address)


def lies_within(index, low, high):
    """Whether few numbers, side by side on the CPU, are seen at once to lie in low..high-1."""
    look = _look(index.spec, low, high)
    if look is None:
        return False
    if interpreters.busy and (recorder := interpreters.current()) is not None:
        return recorder.supposes(look[0], index)
    return not native.launch(*look[1], index)


@remembered
def _look(spec, low, high):
    """The Launch that answers 0 if numbers lie in a range, and what it is for the launcher.

    None where they are too many.
    """
    few = 0 < spec.numel <= 4 * kernels.BLOCK and spec.contiguous and not spec.hidden
    if not few or spec.dtype is not dtypes.int64 or spec.device is not CPU:
        return None
    launch = kernels.small_range_check(spec.numel, low, high)
    return launch, (launch.entry, launch.geometry_address, launch.words, launch.items)
