"""Loss functions with PyTorch's signatures, over the rules of `loss_rules`."""

import math

from ..annotations import Operand
from ..declare import public
from ..graph import warn
from ..shapes import real
from ..tensor import Tensor
from . import cross_entropy as entropy
from . import loss_rules as rules
from .creation import full_like
from .requiring import REDUCTIONS, check_reduction, check_tensor, require


def legacy_reduction(op, reduction, size_average=None, reduce=None, allowed=REDUCTIONS):
    """The reduction's name, checked; the two arguments of old PyTorch override it."""
    if size_average is not None or reduce is not None:
        if reduce is None or reduce:
            reduction = "mean" if size_average is None or size_average else "sum"
        else:
            reduction = "none"
        warn(
            f"{op}: size_average and reduce are deprecated; use reduction={reduction!r}",
        )
    check_reduction(op, reduction, allowed)
    return reduction


def reduced(loss, reduction):
    """The mean, the sum, or the loss as it is."""
    if reduction == "mean":
        return loss.mean()
    return loss.sum() if reduction == "sum" else loss


def _check_pair(op, input, target):
    """Tensors of one shape; other shapes that broadcast are warned about, as in PyTorch."""
    check_tensor(op, "input", input)
    check_tensor(op, "target", target)
    if input.shape != target.shape:
        warn(
            f"{op}: Using a target size ({target.shape}) that is different to the input size "
            f"({input.shape}). This will likely lead to incorrect results due to broadcasting. "
            "Please ensure they have the same size.",
        )


def _same_shape(op, input, target):
    """Tensors of one shape, or a ValueError."""
    check_tensor(op, "input", input)
    check_tensor(op, "target", target)
    if input.shape != target.shape:
        raise ValueError(
            f"{op}: expected target of the same size as input {tuple(input.shape)}; got target "
            f"{tuple(target.shape)}; try target.reshape(input.shape)"
        )


def _weighted(op, loss, weight, reduction):
    """Reduce with a weight for each element; the mean divides by the sum of the weights."""
    if weight is None:
        return reduced(loss, reduction)
    if weight.shape != loss.shape:
        raise ValueError(
            f"{op}: Weights and input must have the same size; got weight {tuple(weight.shape)}, "
            f"input {tuple(loss.shape)}"
        )
    loss = loss * weight
    return loss.sum() / weight.sum() if reduction == "mean" else reduced(loss, reduction)


@public("nn.functional", rehearsed=True)
def mse_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
    weight: Tensor | None = None,
) -> Tensor:
    """Mean of (input - target)^2.

    Parameters
    ----------
    input, target : Tensor (any one shape)
    reduction : {"mean", "sum", "none"}
    weight : Tensor (the same shape), optional
        The mean divides by its sum.

    Raises
    ------
    ValueError
        If `reduction` is unknown.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.mse_loss(tl.tensor([1.0, 3.0]), tl.tensor([0.0, 0.0]))
    tensor(5.)
    """
    reduction = legacy_reduction("mse_loss", reduction, size_average, reduce)
    _check_pair("mse_loss", input, target)
    return _weighted("mse_loss", rules.squared_error(input, target), weight, reduction)


@public("nn.functional", rehearsed=True)
def l1_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
    weight: Tensor | None = None,
) -> Tensor:
    """Mean of |input - target|; arguments as in `mse_loss`."""
    reduction = legacy_reduction("l1_loss", reduction, size_average, reduce)
    _check_pair("l1_loss", input, target)
    is_complex = input.dtype.is_complex or target.dtype.is_complex
    error = (input - target).abs() if is_complex else rules.absolute_error(input, target)
    return _weighted("l1_loss", error, weight, reduction)


@public("nn.functional", rehearsed=True)
def smooth_l1_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
    beta: float = 1.0,
) -> Tensor:
    """l1_loss with a parabola where |input - target| < beta. Girshick 2015, arXiv:1504.08083."""
    reduction = legacy_reduction("smooth_l1_loss", reduction, size_average, reduce)
    _check_pair("smooth_l1_loss", input, target)
    if beta < 0:
        raise RuntimeError(f"smooth_l1_loss: expected beta of at least 0; got {beta}")
    if beta == 0:
        return reduced(rules.absolute_error(input, target), reduction)
    return reduced(rules.smooth_absolute_error(input, target, real(beta)), reduction)


@public("nn.functional", rehearsed=True)
def huber_loss(
    input: Tensor,
    target: Tensor,
    reduction: str = "mean",
    delta: float = 1.0,
    weight: Tensor | None = None,
) -> Tensor:
    """Half of mse_loss up to an error of delta, linear beyond. Huber 1964."""
    legacy_reduction("huber_loss", reduction)
    _check_pair("huber_loss", input, target)
    if delta <= 0:
        raise RuntimeError(f"huber_loss: expected delta greater than 0; got {delta}")
    loss = rules.huber(input, target, real(delta))
    if weight is None:
        return reduced(loss, reduction)
    if weight.shape != loss.shape:
        raise ValueError("huber_loss: Weights and input must have the same size")
    return reduced(loss * weight, reduction)


@public("nn.functional", rehearsed=True)
def cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    ignore_index: int = -100,
    reduce: bool | str | None = None,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Tensor:
    """The negative log-likelihood of `target` under softmax(input), in one stable pass.

    Parameters
    ----------
    input : Tensor (C,), (N, C) or (N, C, d1, ...)
        Scores before the softmax.
    target : Tensor of class indices (), (N,) or (N, d1, ...), or of probabilities as `input`
    weight : Tensor (C,), optional
    ignore_index : int
        A class index that does not count.
    reduction : {"mean", "sum", "none"}
    label_smoothing : float in [0, 1]
        The share of each target that is spread over all classes.

    Raises
    ------
    ValueError, RuntimeError, IndexError
        If shapes, dtypes or class indices do not fit.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.cross_entropy(tl.zeros(2, 4), tl.tensor([0, 3]))
    tensor(1.3863)
    """
    reduction = legacy_reduction("cross_entropy", reduction, size_average, reduce)
    return entropy.cross_entropy(input, target, weight, ignore_index, reduction, label_smoothing)


@public("nn.functional", rehearsed=True)
def nll_loss(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    ignore_index: int = -100,
    reduce: bool | str | None = None,
    reduction: str = "mean",
) -> Tensor:
    """-input[n, target[n]], weighted by class: cross_entropy after its log_softmax.

    Parameters
    ----------
    input : Tensor (C,), (N, C) or (N, C, d1, ...)
        Log-probabilities.
    target : integer Tensor (), (N,) or (N, d1, ...)
    weight : Tensor (C,), optional
    ignore_index : int
    reduction : {"mean", "sum", "none"}
    """
    reduction = legacy_reduction("nll_loss", reduction, size_average, reduce)
    check_tensor("nll_loss", "input", input)
    check_tensor("nll_loss", "target", target)
    if target.spec.dtype.is_floating_point:
        raise RuntimeError(f"nll_loss: expected target dtype int64; got {target.dtype}")
    if not input.spec.shape:
        raise ValueError("nll_loss: expected input of at least 1 dimension; got shape ()")
    entropy.target_shape("nll_loss", input, target)
    entropy.check_class_weights("nll_loss", input, weight)
    return entropy.of_log_probabilities(
        "nll_loss", input, target, weight, ignore_index, reduction
    )


@public("nn.functional")
def binary_cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
) -> Tensor:
    """-(target * log(input) + (1 - target) * log(1 - input)), logarithms at least -100.

    Parameters
    ----------
    input : Tensor (any shape) of probabilities
    target : Tensor (the same shape)
    weight : Tensor that broadcasts, optional
    reduction : {"mean", "sum", "none"}

    Raises
    ------
    ValueError
        If the sizes differ.
    RuntimeError
        If an input lies outside [0, 1].
    """
    op = "binary_cross_entropy"
    reduction = legacy_reduction(op, reduction, size_average, reduce)
    _same_shape(op, input, target)
    values = input.detach()
    require(
        (values >= 0) & (values <= 1),
        lambda: RuntimeError(
            f"{op}: all elements of input should be between 0 and 1; got others; try "
            "binary_cross_entropy_with_logits"
        ),
    )
    loss = rules.binary_cross_entropy(input, target)
    return reduced(loss if weight is None else loss * weight, reduction)


@public("nn.functional", rehearsed=True)
def binary_cross_entropy_with_logits(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
    pos_weight: Tensor | None = None,
) -> Tensor:
    """binary_cross_entropy of sigmoid(input), without overflow.

    Parameters
    ----------
    input : Tensor (any shape) of scores
    target : Tensor (the same shape)
    weight : Tensor that broadcasts, optional
    reduction : {"mean", "sum", "none"}
    pos_weight : Tensor that broadcasts, optional
        How many times a positive target counts.
    """
    op = "binary_cross_entropy_with_logits"
    reduction = legacy_reduction(op, reduction, size_average, reduce)
    _same_shape(op, input, target)
    if pos_weight is None:
        loss = rules.binary_cross_entropy_logits(input, target)
    else:
        loss = rules.weighted_cross_entropy_logits(input, target, pos_weight)
    return reduced(loss if weight is None else loss * weight, reduction)


@public("nn.functional", rehearsed=True)
def kl_div(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | str | None = None,
    reduction: str = "mean",
    log_target: bool = False,
) -> Tensor:
    """target * (log(target) - input): the Kullback-Leibler divergence from log-probabilities.

    Parameters
    ----------
    input : Tensor (any shape) of log-probabilities
    target : Tensor (the same shape) of probabilities, or of their logarithms
    reduction : {"batchmean", "mean", "sum", "none"}
        Only "batchmean" is the divergence by its definition, averaged over the batch.
    log_target : bool
    """
    allowed = (*REDUCTIONS, "batchmean")
    reduction = legacy_reduction("kl_div", reduction, size_average, reduce, allowed)
    if reduction == "mean":
        warn(
            "kl_div: reduction 'mean' divides by the number of elements, which is not the "
            "divergence by its definition; try reduction='batchmean'",
        )
    rule = rules.relative_entropy_logs if log_target else rules.relative_entropy
    loss = rule(input, target)
    if reduction == "batchmean":
        return loss.sum() / input.shape[0] if input.ndim else loss.sum()
    return reduced(loss, reduction)


@public("nn.functional", rehearsed=True)
def poisson_nll_loss(
    input: Tensor,
    target: Tensor,
    log_input: bool = True,
    full: bool = False,
    size_average: bool | None = None,
    eps: float = 1e-8,
    reduce: bool | str | None = None,
    reduction: str = "mean",
) -> Tensor:
    """The negative log-likelihood of counts under a Poisson distribution.

    Parameters
    ----------
    input : Tensor (any shape)
        The rate, or its logarithm with `log_input`.
    target : Tensor (the same shape)
    full : bool
        Add Stirling's formula for log(target!).
    eps : float
        Added to the rate inside the logarithm.
    """
    op = "poisson_nll_loss"
    reduction = legacy_reduction(op, reduction, size_average, reduce)
    loss = rules.poisson_logs(input, target) if log_input else rules.poisson(input, target, eps)
    return reduced(loss + rules.stirling(target) if full else loss, reduction)


@public("nn.functional", rehearsed=True)
def gaussian_nll_loss(
    input: Tensor,
    target: Tensor,
    var: Operand,
    full: bool = False,
    eps: float = 1e-6,
    reduction: str = "mean",
) -> Tensor:
    """The negative log-likelihood of `target` under normal distributions.

    Parameters
    ----------
    input : Tensor (any shape)
        The means.
    target : Tensor (the same shape)
    var : Tensor (the same shape, or with the last size 1 or left out) or float
    full : bool
        Add the constant log(2 pi) / 2.
    eps : float
        The least variance that is used.
    """
    op = "gaussian_nll_loss"
    legacy_reduction(op, reduction)
    spread = var if isinstance(var, Tensor) else full_like(input, float(var), requires_grad=False)
    if spread.shape != input.shape:
        if tuple(input.shape[:-1]) == tuple(spread.shape):
            spread = spread.unsqueeze(-1)
        elif not (
            spread.ndim == input.ndim
            and all(v in (1, n) for v, n in zip(spread.shape, input.shape, strict=True))
        ):
            raise ValueError(
                f"{op}: var is of incorrect size; expected {tuple(input.shape)} or one that "
                f"broadcasts; got {tuple(spread.shape)}"
            )
    require(~(spread.detach() < 0), lambda: ValueError(f"{op}: var has negative entry/entries"))
    # PyTorch limits the value without cutting the gradient.
    spread = spread + (spread.detach().clamp(min=eps) - spread.detach())
    loss = rules.gaussian(input, target, spread)
    return reduced(loss + 0.5 * math.log(2 * math.pi) if full else loss, reduction)
