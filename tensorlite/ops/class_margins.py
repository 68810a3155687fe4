"""Losses of margins between classes, with PyTorch's signatures."""

from .. import dtypes
from ..declare import public
from ..errors import expected
from ..kernels.scalars.folds import count, place, total
from ..tensor import Tensor
from .activations import logsigmoid
from .choice import where
from .creation import zeros
from .cross_entropy import equal_weights
from .index_checks import lies_within
from .losses import legacy_reduction, reduced
from .requiring import check_tensor, require
from .rowwise import row_op


def _check_scores(op, input):
    """A vector, or rows, of at least one class."""
    check_tensor(op, "input", input)
    if input.ndim > 2 or (input.ndim and input.shape[-1] == 0):
        raise RuntimeError(
            f"{op}: Expected non-empty vector or matrix with optional 0-dim batch size, but got: "
            f"{list(input.shape)}"
        )
    return input.reshape(1, -1) if input.ndim < 2 else input


@public("nn.functional", rehearsed=True)
def multi_margin_loss(
    input: Tensor,
    target: Tensor,
    p: float = 1,
    margin: float = 1.0,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
) -> Tensor:
    """Sum of max(0, margin - input[target] + input[i])^p over other classes i, divided by C.

    Parameters
    ----------
    input : Tensor (N, C) or (C,)
    target : integer Tensor (N,) or ()
    p : 1 or 2
    margin : float
    weight : Tensor (C,), optional
        What the margin of each target counts.
    reduction : {"mean", "sum", "none"}

    Examples
    --------
    >>> import tensorlite as tl
    >>> scores = tl.tensor([[0.1, 0.2, 0.4, 0.8]])
    >>> tl.nn.functional.multi_margin_loss(scores, tl.tensor([3]))
    tensor(0.3250)
    """
    op = "multi_margin_loss"
    reduction = legacy_reduction(op, reduction, size_average, reduce)
    rows = _check_scores(op, input)
    count, classes = rows.shape
    if p not in (1, 2):
        raise ValueError(f"{op}: only p == 1 and p == 2 supported; got {p}")
    if weight is not None:
        _check_weight(op, weight, classes)
    check_tensor(op, "target", target)
    if target.dtype is not dtypes.int64:
        raise RuntimeError(f"{op}: expected scalar type Long but found {target.dtype}; try .long()")
    if target.ndim > 1 or target.numel() != count:
        raise RuntimeError(
            f"{op}: target tensor should be 1-D with size equal to the batch; Expected target size "
            f"[{count}] but got {list(target.shape)}"
        )
    index = target.reshape(-1, 1)
    if not lies_within(index, 0, classes):
        require((index >= 0) & (index < classes), lambda: _outside(op, classes))
    if weight is None:
        weight = equal_weights(classes, rows.dtype, rows.device)
    loss = reduced(_multi_margin_row.of(rows, index, weight, p, margin).squeeze(1), reduction)
    return loss.squeeze(0) if reduction == "none" and target.ndim == 0 else loss


@row_op("multi_margin_row", numbers=("power", "margin"))
def _multi_margin_row(x, target, weight, power, margin):
    gap = margin - x[target] + x
    gap = gap if gap > 0.0 else 0.0
    gap = gap if power == 1 else gap * gap
    return total(gap if place(x) != target else 0.0) * weight[target] / count(x)


def _check_weight(op, weight, classes):
    if weight.ndim != 1:
        raise ValueError(f"{op}: weight must be one-dimensional; got shape {list(weight.shape)}")
    if weight.shape[0] != classes:
        raise RuntimeError(
            f"{op}: inconsistent weight size, expected {classes} but got {list(weight.shape)}"
        )


def _outside(op, classes):
    return RuntimeError(expected(op, f"target in 0 to {classes - 1}", "others", "other classes"))


@public("nn.functional")
def multilabel_margin_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
) -> Tensor:
    """Sum of max(0, 1 - (input[y] - input[i])) over targets y and other classes i, divided by C.

    Parameters
    ----------
    input : Tensor (N, C) or (C,)
    target : integer Tensor (like input)
        The targets of a row stand at its beginning, before the first -1.
    reduction : {"mean", "sum", "none"}
    """
    op = "multilabel_margin_loss"
    reduction = legacy_reduction(op, reduction, size_average, reduce)
    rows = _check_scores(op, input)
    check_tensor(op, "target", target)
    if target.shape != input.shape:
        raise RuntimeError(
            f"{op}: inconsistent target size: {list(target.shape)} for input of size: "
            f"{list(input.shape)}"
        )
    labels, classes = target.reshape(rows.shape).to(dtypes.int64), rows.shape[1]
    require((labels >= -1) & (labels < classes), lambda: _outside(op, classes))
    counted = (labels >= 0).to(dtypes.int64).cumprod(1).bool()
    index = labels.masked_fill(~counted, 0)
    hits = rows.new_zeros(rows.shape, dtype=dtypes.int64).scatter_add(
        1, index, counted.to(dtypes.int64)
    )
    pairs = counted.unsqueeze(2) & (hits == 0).unsqueeze(1)
    gaps = (1 - rows.gather(1, index).unsqueeze(2) + rows.unsqueeze(1)).clamp(min=0)
    zero = zeros((), dtype=gaps.dtype, device=gaps.device)
    loss = reduced(where(pairs, gaps, zero).sum((1, 2)) / classes, reduction)
    return loss.squeeze(0) if reduction == "none" and input.ndim < 2 else loss


@public("nn.functional")
def multilabel_soft_margin_loss(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
) -> Tensor:
    """The mean over classes of binary_cross_entropy_with_logits, weighted by class.

    Parameters
    ----------
    input, target : Tensor (..., C)
    weight : Tensor that broadcasts, optional
    reduction : {"mean", "sum", "none"}
    """
    op = "multilabel_soft_margin_loss"
    reduction = legacy_reduction(op, reduction, size_average, reduce)
    check_tensor(op, "input", input)
    check_tensor(op, "target", target)
    loss = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input))
    if weight is not None:
        loss = loss * weight
    return reduced(loss.sum(-1) / input.shape[-1] if input.ndim else loss, reduction)
