"""Rows of a matrix by index, as layers of embeddings take them, and rows with a single 1."""

import functools
import operator

from .. import dtypes, shapes
from ..declare import primitive, public
from ..dispatch import apply, binary, unrecorded
from ..op import table
from ..tensor import Tensor
from .choice import where
from .copying import clone
from .index_checks import checked_index, lies_within
from .indexing import INDEX
from .ranges import arange
from .requiring import check_tensor, require
from .views import unsqueeze

_ALIKE = table["_alike"]


@public("nn.functional", rehearsed=True)
def embedding(
    input: Tensor,
    weight: Tensor,
    padding_idx: int | None = None,
    max_norm: float | None = None,
    norm_type: float = 2.0,
    scale_grad_by_freq: bool = False,
    sparse: bool = False,
) -> Tensor:
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
    check_tensor("embedding", "input", input)
    check_tensor("embedding", "weight", weight)
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
        shorten_rows(weight, index.reshape(-1), max_norm, norm_type)
    rows = apply(INDEX, weight, index, dims=(0,))
    if rows.requires_grad and padding_idx is not None:
        frozen = (index == padding_idx % size).unsqueeze(-1)
        rows = where(frozen, rows.detach(), rows)
    if rows.requires_grad and scale_grad_by_freq:
        rows = by_frequency(rows, uses_of(weight, index)[index].unsqueeze(-1))
    return rows


def uses_of(weight, index):
    """How many times each row of `weight` is used, as floats."""
    uses = weight.new_zeros(weight.shape[0], dtype=dtypes.float32)
    return uses.index_add_(0, index.reshape(-1), uses.new_ones(index.numel()))


@primitive
def by_frequency(x, uses):
    """A copy of x, whose gradient is divided by `uses`."""
    return clone(x)


@by_frequency.grad("x")
def _by_frequency_grad_x(g, uses):
    return g / uses


def shorten_rows(weight, index, max_norm, norm_type):
    """Scale the used rows that are longer than max_norm, in place."""
    weight = weight.detach()
    rows = weight.index_select(0, index)
    norms = rows.norm(norm_type, dim=1, keepdim=True)
    scale = where(norms > max_norm, max_norm / (norms + 1e-7), norms.new_ones(norms.shape))
    weight.index_copy_(0, index, rows * scale)


@public("tl", name="embedding")
def embedding_of(
    weight: Tensor,
    input: Tensor,
    padding_idx: int = -1,
    scale_grad_by_freq: bool = False,
    sparse: bool = False,
) -> Tensor:
    """Rows of `weight` by index, in PyTorch's order of arguments; see `nn.functional.embedding`."""
    padding = None if padding_idx < 0 else operator.index(padding_idx)
    return embedding(input, weight, padding, None, 2.0, scale_grad_by_freq, sparse)


@public("nn.functional", rehearsed=True)
def one_hot(tensor: Tensor, num_classes: int = -1) -> Tensor:
    """Integers to rows with a single 1.

    Parameters
    ----------
    tensor : int64 Tensor (any shape)
    num_classes : int
        -1: one more than the largest value.

    Returns
    -------
    int64 Tensor (..., num_classes)

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.one_hot(tl.tensor([0, 2]))
    tensor([[1, 0, 0],
            [0, 0, 1]])
    """
    check_tensor("one_hot", "tensor", tensor)
    if tensor.spec.dtype is not dtypes.int64:
        raise RuntimeError(f"one_hot: expected an int64 tensor; got {tensor.dtype}")
    if tensor.spec.numel == 0 and num_classes <= 0:
        raise RuntimeError("one_hot: expected num_classes for an empty tensor; got none")
    if num_classes == -1:
        num_classes = max(int(tensor.max()) + 1, 1)
    if type(num_classes) is not int or not lies_within(tensor, 0, num_classes):
        _check_hot(tensor, num_classes)
        num_classes = shapes.integer(num_classes, "one_hot", "num_classes")
    index = unsqueeze(tensor if tensor.spec.contiguous else tensor.contiguous(), -1)
    return binary(_ALIKE, index, _classes(num_classes, tensor.spec.device))


@functools.lru_cache(maxsize=64)
def _classes(count, device):
    """0, 1, 2, ...: a tensor that is only read."""
    with unrecorded():
        return arange(count, device=device)


def _check_hot(tensor, num_classes):
    require(
        tensor >= 0,
        lambda low: RuntimeError(f"one_hot: Class values must be non-negative; got {low}"),
        lambda: (tensor.min(),),
    )
    require(
        tensor < num_classes,
        lambda high: RuntimeError(
            f"one_hot: Class values must be smaller than num_classes; got {high} and {num_classes}"
        ),
        lambda: (tensor.max(),),
    )
