"""Rows of a matrix by index, reduced bag by bag."""

from .. import dtypes
from ..declare import public
from ..errors import expected
from ..tensor import CPU, Tensor
from . import bags as on_cpu
from .choice import where
from .creation import full
from .embedding import by_frequency, embedding, shorten_rows, uses_of
from .index_checks import checked_index
from .ranges import arange
from .requiring import check_tensor, has_kernel, require
from .searching import searchsorted

_OP = "embedding_bag"
_MODES = ("sum", "mean", "max")


@public("nn.functional")
def embedding_bag(
    input: Tensor,
    weight: Tensor,
    offsets: Tensor | None = None,
    max_norm: float | None = None,
    norm_type: float = 2,
    scale_grad_by_freq: bool = False,
    mode: str = "mean",
    sparse: bool = False,
    per_sample_weights: Tensor | None = None,
    include_last_offset: bool = False,
    padding_idx: int | None = None,
) -> Tensor:
    """The sum, mean or largest elements of rows of `weight`, for each bag of indices.

    Parameters
    ----------
    input : integer Tensor (B, N) or (L,)
        Bags of N indices; or all bags in a row, which begin at `offsets`.
    weight : Tensor (V, D)
    offsets : integer Tensor (B,), optional
        With `include_last_offset` (B + 1,): where the last bag ends, too.
    max_norm, norm_type, scale_grad_by_freq, sparse
        As of `embedding`.
    mode : {"mean", "sum", "max"}
    per_sample_weights : Tensor (like input), optional
        A factor of each row, where the mode is "sum".
    padding_idx : int, optional
        An index that does not count, and whose row gets no gradient.

    Returns
    -------
    Tensor (B, D)
        Zeros for an empty bag.

    Raises
    ------
    RuntimeError
        If an index is out of range.

    Examples
    --------
    >>> import tensorlite as tl
    >>> table = tl.tensor([[1.0], [2.0], [4.0]])
    >>> tl.nn.functional.embedding_bag(tl.tensor([0, 1, 2]), table, tl.tensor([0, 2]), mode="sum")
    tensor([[3.],
            [4.]])
    """
    for name, x in (("input", input), ("weight", weight)):
        check_tensor(_OP, name, x)
    if weight.ndim != 2:
        raise ValueError(f"{_OP}: weight has to be a 2D Tensor, but got dimension {weight.ndim}")
    _check_options(input, weight, mode, scale_grad_by_freq, sparse, per_sample_weights)
    padding_idx = _padding_of(padding_idx, weight.shape[0])
    index, offsets, bags = _bags(input, offsets, include_last_offset)
    index = checked_index(_OP, index, weight.shape[0], 0, False, RuntimeError)
    if has_kernel(weight):
        if max_norm is not None:
            shorten_rows(weight, index, max_norm, norm_type)
        if scale_grad_by_freq and weight.requires_grad:
            weight = by_frequency(weight, uses_of(weight, index).clamp(min=1).unsqueeze(1))
        padding = -1 if padding_idx is None else padding_idx
        return on_cpu.reduced(mode, index, offsets, weight, per_sample_weights, padding)
    rows = embedding(index, weight, padding_idx, max_norm, norm_type, scale_grad_by_freq)
    return _reduced(mode, rows, index, offsets, bags, per_sample_weights, padding_idx)


def _padding_of(padding_idx, count):
    """The row that does not count, of `count` rows; None if all do."""
    if padding_idx is None:
        return None
    if not -count <= padding_idx < count:
        wanted = f"padding_idx must be within the number of embeddings {count}"
        raise RuntimeError(f"{_OP}: {wanted}; got {padding_idx}")
    return padding_idx % count


def _reduced(mode, rows, index, offsets, bags, weights, padding_idx):
    """The rows of each bag reduced, in ops."""
    counted = index == index if padding_idx is None else index != padding_idx
    bag = searchsorted(offsets, arange(index.numel(), device=index.device), right=True) - 1
    if mode == "max":
        return _largest(rows, bag, counted, offsets, bags)
    if weights is not None:
        rows = rows * weights.reshape(-1, 1)
    if padding_idx is not None:
        rows = where(counted.unsqueeze(1), rows, rows.new_zeros(()))
    out = rows.new_zeros((bags, rows.shape[1])).index_add(0, bag, rows)
    if mode == "sum":
        return out
    counts = rows.new_zeros(bags).index_add(0, bag, counted.to(rows.dtype))
    return out / counts.clamp(min=1).unsqueeze(1)


def _check_options(input, weight, mode, scale_grad_by_freq, sparse, weights):
    if mode not in _MODES:
        raise ValueError(f"{_OP}: mode has to be one of sum, mean or max; got {mode!r}")
    if input.dtype not in (dtypes.int64, dtypes.int32):
        got = str(input.dtype)
        raise RuntimeError(expected(_OP, "indices of dtype int64 or int32", got, "input.long()"))
    if sparse:
        raise NotImplementedError(
            expected(_OP, "sparse=False", "sparse=True", "dense gradients")
        )
    if mode == "max" and scale_grad_by_freq:
        raise ValueError(f"{_OP}: max mode does not support scaling the gradient by the frequency")
    if weights is None:
        return
    if mode != "sum":
        raise NotImplementedError(
            f"{_OP}: per_sample_weights was not None. per_sample_weights is only supported for "
            f"mode='sum' (got mode='{mode}'). Please open a feature request on GitHub."
        )
    if weights.shape != input.shape:
        raise ValueError(
            f"{_OP}: If per_sample_weights ({tuple(weights.shape)}) is not None, then it must have "
            f"the same shape as the input ({tuple(input.shape)})"
        )
    if weights.dtype is not weight.dtype:
        wanted = f"per_sample_weights of weight's dtype {weight.dtype}"
        raise RuntimeError(expected(_OP, wanted, str(weights.dtype), f".to({weight.dtype})"))


def _bags(input, offsets, include_last):
    """All indices in a row, where each bag begins, and how many there are."""
    if input.ndim == 2:
        if offsets is not None:
            raise ValueError(f"{_OP}: if input is 2D, then offsets has to be None")
        count, size = input.shape
        return input.reshape(-1), arange(count, device=input.device) * size, count
    if input.ndim != 1:
        raise ValueError(f"{_OP}: input has to be 1D or 2D Tensor, but got dimension {input.ndim}")
    if offsets is None or offsets.ndim != 1:
        got = "None" if offsets is None else f"{offsets.ndim}D"
        raise ValueError(f"{_OP}: offsets has to be a 1D Tensor but got {got}")
    if offsets.is_floating_point():
        raise RuntimeError(expected(_OP, "offsets of int64", str(offsets.dtype), ".long()"))
    offsets = offsets.to(dtypes.int64).contiguous()
    if offsets.numel():
        require(_in_order(offsets, input.numel()), _bad_offsets)
    if include_last:
        if not offsets.numel():
            raise RuntimeError(f"{_OP}: include_last_offset: number of offset should be at least 1")
        offsets = offsets[:-1]
    return input, offsets, offsets.numel()


def _in_order(offsets, entries):
    if offsets.device is CPU:
        return on_cpu.in_order(offsets, entries=entries)
    begin, within = (offsets[:1] == 0).all(), (offsets <= entries).all()
    return begin & within & (offsets.diff() >= 0).all()


def _bad_offsets():
    return RuntimeError(
        expected(_OP, "offsets[0] has to be 0, and offsets that ascend within input", "others",
                 "the first index of each bag")
    )  # fmt: skip


def _largest(rows, bag, counted, offsets, bags):
    """The largest elements of each bag, from rows set side by side."""
    place = arange(bag.numel(), device=bag.device) - offsets[bag]
    longest = int(place.max()) + 1 if place.numel() else 0
    if not bags or not longest:
        return rows.new_zeros((bags, rows.shape[1])).index_add(0, bag, rows)  # zeros of the graph
    nothing = full((), -float("inf"), dtype=rows.dtype, device=rows.device)
    table = full((bags, longest, rows.shape[1]), -float("inf"), dtype=rows.dtype,
                 device=rows.device)  # fmt: skip
    table = table.index_put((bag, place), where(counted.unsqueeze(1), rows, nothing))
    used = rows.new_zeros(bags).index_add(0, bag, counted.to(rows.dtype)) > 0
    return where(used.unsqueeze(1), table.max(1).values, rows.new_zeros(()))
