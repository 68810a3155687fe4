"""Where values stand in sorted rows: `searchsorted`, `bucketize`."""

from .. import dtypes
from ..declare import public
from ..device import one_device
from ..errors import expected
from ..graph import mode
from ..tensor import Tensor, empty_shape
from ..writing import delivered
from .widening import wide


@public(method=False, rehearsed=True)
def searchsorted(
    sorted_sequence: Tensor,
    input: Tensor | float,
    *,
    out_int32: bool = False,
    right: bool = False,
    side: str | None = None,
    out: Tensor | None = None,
    sorter: Tensor | None = None,
) -> Tensor:
    """
    Where each value would be inserted to keep a sequence sorted.

    Parameters
    ----------
    sorted_sequence : Tensor (n,) or (..., n)
        One sequence for all values, or one for each row of values.
    input : Tensor (any shape) or (..., m), or number
    right : bool
        Behind equal elements rather than before them; so does side="right".

    Returns
    -------
    int64 Tensor, int32 where `out_int32`, of the shape of the values
    """
    op = "searchsorted"
    if side not in (None, "left", "right") or (side == "left" and right):
        raise RuntimeError(f"{op}: side and right can't be set to opposites; got side={side!r}")
    sorted_sequence, sought = _comparable(sorted_sequence, input)
    ndim, shape = sorted_sequence.ndim, sought.spec.shape
    if ndim == 0 or (ndim > 1 and sorted_sequence.spec.shape[:-1] != shape[:-1]):
        raise RuntimeError(
            f"{op}: boundaries tensor should be 1 dimension or the first N-1 dimensions of "
            f"boundaries tensor and input value tensor must match; expected {list(shape[:-1])} "
            f"rows; got {list(sorted_sequence.shape)}"
        )
    if sorter is not None:
        sorted_sequence = _in_order(sorted_sequence, sorter)
    with mode.off():
        rows, values = (wide(x.detach()).contiguous() for x in (sorted_sequence, sought))
    device = one_device(op, [rows.spec, values.spec], ("sorted_sequence", "input"))
    places = empty_shape(shape, dtypes.int64, device)
    if places.spec.numel:
        each = shape[-1] if ndim > 1 else 0
        n, count = rows.spec.shape[-1], values.spec.numel
        after = bool(right) or side == "right"
        name = "uint8" if rows.spec.dtype is dtypes.bool_ else rows.spec.dtype.name
        launch = device.kernels.sort.searchsorted(name, n, each, count, after)
        launch(rows, values, places)
    result = places.to(dtypes.int32) if out_int32 else places
    return delivered("searchsorted", result, out, exact=True)


def _in_order(sequence, sorter):
    """A sequence in the order of the places that sort it."""
    if sorter.shape != sequence.shape:
        wanted = "searchsorted: expected boundary and sorter to have the same size"
        raise RuntimeError(f"{wanted}; got {list(sequence.shape)} and {list(sorter.shape)}")
    return sequence.gather(-1, sorter)


def _comparable(sequence, sought):
    """A sequence, and what is sought in it, as tensors of one dtype."""
    if not isinstance(sought, Tensor):
        if not sequence.spec.dtype.is_floating_point:  # which may not hold the number
            sequence = sequence.to(dtypes.int64 if isinstance(sought, int) else dtypes.float64)
        sought = sequence.new_tensor(sought)
    common = dtypes.promote_types(sought.spec.dtype, sequence.spec.dtype)
    return sequence.to(common), sought.to(common)


@public(method=False, rehearsed=True)
def bucketize(
    input: Tensor | float,
    boundaries: Tensor,
    *,
    out_int32: bool = False,
    right: bool = False,
    out: Tensor | None = None,
) -> Tensor:
    """The bucket of each value among sorted boundaries, see `searchsorted`."""
    if boundaries.ndim != 1:
        raise RuntimeError(
            expected("bucketize", "boundaries of 1 dim", str(boundaries.ndim), "searchsorted()")
        )
    return searchsorted(boundaries, input, out_int32=out_int32, right=right, out=out)
