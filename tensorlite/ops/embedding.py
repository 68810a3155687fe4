"""Rows of a matrix by index, as layers of embeddings take them."""

import operator

from .. import dtypes
from ..declare import public
from ..dispatch import apply
from ..tensor import Tensor
from .arithmetic import where
from .indexing import checked_index, index_op


def embedding(
    input,
    weight,
    padding_idx=None,
    max_norm=None,
    norm_type=2.0,
    scale_grad_by_freq=False,
    sparse=False,
):
    """Rows of `weight` by index.

    Parameters
    ----------
    input : int64 or int32 Tensor (any shape)
    weight : Tensor (V, D)
    padding_idx : int, optional
        A row that gets no gradient.
    max_norm : float, optional
        Rows that are used and longer than this are shortened in `weight` first.
    norm_type : float
    scale_grad_by_freq : bool
        Divide the gradient of a row by its number of uses in `input`.
    sparse : bool
        Sparse gradients are not available.

    Returns
    -------
    Tensor (..., D)

    Raises
    ------
    IndexError
        If an index is out of range.
    """
    for name, value in (("input", input), ("weight", weight)):
        if not isinstance(value, Tensor):
            got = type(value).__name__
            raise TypeError(
                f"embedding(): argument '{name}' must be Tensor, not {got}; "
                f"embedding: expected a Tensor; got {got}; try tensorlite.tensor({name})"
            )
    if weight.ndim != 2:
        raise RuntimeError(
            f"embedding: 'weight' must be 2-D; expected (V, D); got {tuple(weight.shape)}"
        )
    if input.dtype not in (dtypes.int64, dtypes.int32):
        raise RuntimeError(
            f"embedding: expected indices of dtype int64 or int32; got {input.dtype}; try "
            "input.long()"
        )
    if sparse:
        raise NotImplementedError("embedding: expected sparse=False; sparse gradients do not exist")
    size = weight.shape[0]
    if padding_idx is not None and not -size <= padding_idx < size:
        raise AssertionError(
            f"embedding: Padding_idx must be within num_embeddings; expected -{size} to "
            f"{size - 1}; got {padding_idx}"
        )
    index = checked_index("embedding", input, size, 0, negative=False)
    if max_norm is not None:
        _shorten_rows(weight, index.reshape(-1), max_norm, norm_type)
    rows = apply(index_op(1), weight, index, dims=(0,))
    if rows.requires_grad and padding_idx is not None:
        frozen = (index == padding_idx % size).unsqueeze(-1)
        rows = where(frozen, rows.detach(), rows)
    if rows.requires_grad and scale_grad_by_freq:
        uses = weight.new_zeros(size, dtype=dtypes.float32)
        uses.index_add_(0, index.reshape(-1), uses.new_ones(index.numel()))
        counts = uses[index].unsqueeze(-1)
        rows = rows.detach() + (rows - rows.detach()) / counts
    return rows


def _shorten_rows(weight, index, max_norm, norm_type):
    """Scale the used rows that are longer than max_norm, in place."""
    weight = weight.detach()
    rows = weight.index_select(0, index)
    norms = rows.norm(norm_type, dim=1, keepdim=True)
    scale = where(norms > max_norm, max_norm / (norms + 1e-7), norms.new_ones(norms.shape))
    weight.index_copy_(0, index, rows * scale)


@public(name="embedding", method=False)
def embedding_of(weight, input, padding_idx=-1, scale_grad_by_freq=False, sparse=False):
    """Rows of `weight` by index, in PyTorch's order of arguments; see `nn.functional.embedding`."""
    padding = None if padding_idx < 0 else operator.index(padding_idx)
    return embedding(input, weight, padding, None, 2.0, scale_grad_by_freq, sparse)
