"""Losses of margins and distances, with PyTorch's signatures."""

from collections.abc import Callable

from ..declare import public
from ..errors import expected
from ..kernels.scalars import sqrt
from ..kernels.scalars.folds import total
from ..shapes import real
from ..tensor import Tensor
from . import loss_rules as rules
from .choice import where
from .creation import zeros_like
from .losses import legacy_reduction, reduced
from .requiring import check_tensor
from .rowwise import row_op
from .views import broadcast_tensors


@public("nn.functional", rehearsed=True)
def hinge_embedding_loss(
    input: Tensor,
    target: Tensor,
    margin: float = 1.0,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
) -> Tensor:
    """input where target is 1, max(0, margin - input) where it is -1."""
    op = "hinge_embedding_loss"
    reduction = legacy_reduction(op, reduction, size_average, reduce)
    return reduced(rules.hinge(input, target.detach(), real(margin)), reduction)


@public("nn.functional", rehearsed=True)
def soft_margin_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
) -> Tensor:
    """log(1 + exp(-target * input)), for targets of 1 and -1."""
    reduction = legacy_reduction("soft_margin_loss", reduction, size_average, reduce)
    loss = rules.soft_margin(input, target)
    if loss.shape != input.shape:
        raise RuntimeError(
            expected("soft_margin_loss", f"target that fits the input's size {list(input.shape)}",
                     str(list(target.shape)), "target.reshape(input.shape)")
        )  # fmt: skip
    return reduced(loss, reduction)


@public("nn.functional", rehearsed=True)
def margin_ranking_loss(
    input1: Tensor,
    input2: Tensor,
    target: Tensor,
    margin: float = 0,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
) -> Tensor:
    """max(0, -target * (input1 - input2) + margin)."""
    op = "margin_ranking_loss"
    reduction = legacy_reduction(op, reduction, size_average, reduce)
    if not input1.ndim == input2.ndim == target.ndim:
        shapes = ", ".join(str(tuple(t.shape)) for t in (input1, input2, target))
        raise RuntimeError(
            f"{op}: All input tensors should have same dimension; got sizes {shapes}"
        )
    return reduced((-target * (input1 - input2) + margin).clamp(min=0), reduction)


@row_op("cosine_similarity", numbers=("least",))
def _cosine(x1, x2, least):
    own = total(x1 * x1)
    other = total(x2 * x2)
    own = least if own < least else own
    other = least if other < least else other
    return total(x1 * x2) / sqrt(own * other)


@public("nn.functional", "tl", rehearsed=True)
def cosine_similarity(x1: Tensor, x2: Tensor, dim: int = 1, eps: float = 1e-8) -> Tensor:
    """x1 . x2 / (|x1| |x2|) along `dim`, each norm at least eps."""
    check_tensor("cosine_similarity", "x1", x1)
    check_tensor("cosine_similarity", "x2", x2)
    x1, x2 = broadcast_tensors(x1, x2)
    return _cosine(x1, x2, eps * eps, dim=dim)


@public("nn.functional", "tl")
def pairwise_distance(
    x1: Tensor, x2: Tensor, p: float = 2.0, eps: float = 1e-6, keepdim: bool = False
) -> Tensor:
    """The p-norm of x1 - x2 + eps along the last dimension."""
    return (x1 - x2 + eps).norm(p, dim=-1, keepdim=keepdim)


@public("nn.functional", rehearsed=True)
def cosine_embedding_loss(
    input1: Tensor,
    input2: Tensor,
    target: Tensor,
    margin: float = 0,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
) -> Tensor:
    """1 - cos where target is 1, max(0, cos - margin) where it is -1.

    Parameters
    ----------
    input1, input2 : Tensor (N, D) or (D,)
    target : Tensor (N,) or ()
    """
    op = "cosine_embedding_loss"
    reduction = legacy_reduction(op, reduction, size_average, reduce)
    if target.ndim not in (0, 1) or input1.ndim != target.ndim + 1:
        raise RuntimeError(
            f"{op}: expected inputs (N, D) with target (N,), or (D,) with (); got "
            f"{tuple(input1.shape)}, {tuple(input2.shape)} with target {tuple(target.shape)}; "
            "0D or 1D target tensor expected, multi-target not supported"
        )
    cos = cosine_similarity(input1, input2, dim=-1, eps=1e-12**0.5)
    zeros = zeros_like(cos, requires_grad=False)
    loss = where(target == 1, 1 - cos, zeros) + where(
        target == -1, (cos - margin).clamp(min=0), zeros
    )
    return reduced(loss, reduction)


@public("nn.functional", rehearsed=True)
def triplet_margin_loss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    margin: float = 1.0,
    p: float = 2,
    eps: float = 1e-6,
    swap: bool = False,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
) -> Tensor:
    """max(0, d(anchor, positive) - d(anchor, negative) + margin) with p-norm distances d.

    Parameters
    ----------
    anchor, positive, negative : Tensor (N, D) or (D,)
    swap : bool
        Use the negative's distance to the positive where that is smaller. Balntas et al. 2016.
    """
    op = "triplet_margin_loss"
    reduction = legacy_reduction(op, reduction, size_average, reduce)
    if margin <= 0:
        raise ValueError(f"{op}: margin must be greater than 0; got {margin}")
    return triplet_margin_with_distance_loss(
        anchor,
        positive,
        negative,
        distance_function=lambda a, b: pairwise_distance(a, b, p, eps),
        margin=margin,
        swap=swap,
        reduction=reduction,
    )


@public("nn.functional")
def triplet_margin_with_distance_loss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    *,
    distance_function: Callable | None = None,
    margin: float = 1.0,
    swap: bool = False,
    reduction: str = "mean",
) -> Tensor:
    """`triplet_margin_loss` with any distance; default `pairwise_distance`."""
    op = "triplet_margin_with_distance_loss"
    legacy_reduction(op, reduction)
    if margin <= 0:
        raise ValueError(f"{op}: margin must be greater than 0; got {margin}")
    if not anchor.ndim == positive.ndim == negative.ndim:
        shapes = ", ".join(str(tuple(t.shape)) for t in (anchor, positive, negative))
        raise RuntimeError(f"{op}: expected tensors of the same dimension; got {shapes}")
    distance = pairwise_distance if distance_function is None else distance_function
    near, far = distance(anchor, positive), distance(anchor, negative)
    if swap:
        far = far.minimum(distance(positive, negative))
    return reduced((near - far + margin).clamp(min=0), reduction)
