"""Cross entropy of what a linear layer gives."""

import math
from typing import Any

from ..declare import public
from ..errors import expected
from ..tensor import Tensor
from .losses import cross_entropy
from .products import linear
from .requiring import check_tensor

_OP = "linear_cross_entropy"


@public("nn.functional")
def linear_cross_entropy(
    input: Tensor,
    linear_weight: Tensor,
    target: Tensor,
    *,
    linear_bias: Tensor | None = None,
    weight: Tensor | None = None,
    reduction: str = "mean",
    ignore_index: int | None = None,
    label_smoothing: float = 0.0,
    options: Any = None,
) -> Tensor:
    """`cross_entropy` of `linear`.

    Parameters
    ----------
    input : Tensor (N, I) or (I,)
    linear_weight : Tensor (C, I) or (C, d1, ..., I)
    target : Tensor of class indices (N, d1, ...), or of probabilities (N, C, d1, ...)
    linear_bias : Tensor (C, d1, ...), optional
    weight, reduction, ignore_index, label_smoothing
        As of `cross_entropy`.
    options : LinearCrossEntropyOptions, optional
        Accepted; the scores are computed at once.
    """
    _check(input, linear_weight, linear_bias, target)
    classes, more = linear_weight.shape[0], tuple(linear_weight.shape[1:-1])
    shape = (*input.shape[:-1], classes, *more)
    if ignore_index is not None and tuple(target.shape) == shape:
        raise RuntimeError(
            f"{_OP}: ignore_index cannot be specified when target contains probabilities"
        )
    if more:
        rows = classes * math.prod(more)
        linear_weight = linear_weight.reshape(rows, input.shape[-1])
        linear_bias = None if linear_bias is None else linear_bias.reshape(rows)
    logits = linear(input, linear_weight, linear_bias).reshape(shape)
    return cross_entropy(
        logits,
        target,
        weight=weight,
        ignore_index=-100 if ignore_index is None else ignore_index,
        reduction=reduction,
        label_smoothing=label_smoothing,
    )


def _check(input, linear_weight, linear_bias, target):
    for name, x in (("input", input), ("linear_weight", linear_weight), ("target", target)):
        check_tensor(_OP, name, x)
    if input.ndim not in (1, 2):
        raise RuntimeError(f"{_OP}: expected input with dimensionality 1 or 2, got {input.ndim}")
    if linear_weight.ndim < 2 or linear_weight.shape[-1] != input.shape[-1]:
        wanted = f"linear_weight (C, ..., {input.shape[-1]})"
        raise RuntimeError(expected(_OP, wanted, f"{tuple(linear_weight.shape)}", "transpose()"))
    classes, more = linear_weight.shape[0], tuple(linear_weight.shape[1:-1])
    if linear_bias is not None and tuple(linear_bias.shape) != (classes, *more):
        wanted = f"linear_bias of shape {(classes, *more)}"
        raise RuntimeError(expected(_OP, wanted, f"{tuple(linear_bias.shape)}", "reshape()"))
    if more and input.ndim == 1:
        got = str(tuple(input.shape))
        raise RuntimeError(expected(_OP, f"batched input (N, {input.shape[-1]})", got, "[None]"))
