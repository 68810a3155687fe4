"""Connectionist temporal classification: sequences of labels without their places in time."""

from collections.abc import Sequence

import numpy as np

from .. import dtypes
from ..declare import primitive, public
from ..dispatch import apply
from ..errors import expected
from ..tensor import Tensor, empty_shape
from .choice import where
from .creation import zeros_like
from .from_data import tensor
from .losses import reduced
from .requiring import check_reduction, check_tensor

_OP = "ctc_loss"


@primitive
def _ctc(probs, labels, firsts, steps, counts, alpha, *, blank, counted):
    """The loss of each sequence; `alpha` is memory for the states of all steps.

    Where infinite losses are not `counted`, they have no gradient.
    """
    room, batch, classes = probs.spec.shape
    loss = empty_shape((batch,), probs.spec.dtype, probs.spec.device)
    kernels = probs.spec.device.kernels.ctc
    launch = kernels.forward(
        probs.spec.dtype.name, room, batch, classes, alpha.spec.shape[2], blank
    )
    launch(probs, labels, firsts, steps, counts, alpha, loss)
    return loss


@primitive
def _ctc_backward(g, probs, labels, firsts, steps, counts, alpha, loss, *, blank, counted):
    """The gradient of the log-probabilities."""
    room, batch, classes = probs.spec.shape
    width, dtype = alpha.spec.shape[2], probs.spec.dtype
    grad = empty_shape(probs.spec.shape, dtype, probs.spec.device)
    beta = empty_shape((2 * batch, width), dtype, probs.spec.device)
    kernels = probs.spec.device.kernels.ctc
    launch = kernels.backward(dtype.name, room, batch, classes, width, blank, counted)
    launch(probs, labels, firsts, steps, counts, alpha, loss, g.contiguous(), beta, grad)
    return grad


@_ctc.grad("probs")
def _ctc_grad(g, probs, labels, firsts, steps, counts, alpha, out, *, blank, counted):
    return apply(_ctc_backward, g, probs, labels, firsts, steps, counts, alpha, out.detach(),
                 blank=blank, counted=counted)  # fmt: skip


@_ctc_backward.grad("g")
@_ctc_backward.grad("probs")
def _ctc_second(g, *, blank, counted):
    raise NotImplementedError(
        expected(_OP, "a first gradient", "one of its gradient", "a loss without ctc_loss for it")
    )


@public("nn.functional")
def ctc_loss(
    log_probs: Tensor,
    targets: Tensor,
    input_lengths: Tensor | Sequence[int],
    target_lengths: Tensor | Sequence[int],
    blank: int = 0,
    reduction: str = "mean",
    zero_infinity: bool = False,
) -> Tensor:
    """The negative log-likelihood of label sequences, over all their alignments to the input.

    Parameters
    ----------
    log_probs : Tensor (T, N, C) or (T, C)
        Logarithms of probabilities, as `log_softmax` gives.
    targets : integer Tensor (N, S), or (sum(target_lengths),)
        Labels; in the second form one sequence after the other.
    input_lengths, target_lengths : integer Tensor (N,) or (), or a tuple of int
        How much of `log_probs` and of `targets` counts.
    blank : int
        The class that stands for no label.
    reduction : {"mean", "sum", "none"}
        The mean is that of losses divided by the lengths of their targets.
    zero_infinity : bool
        Infinite losses, of targets that are too long for their input, count as 0.

    References
    ----------
    Graves et al. 2006, "Connectionist Temporal Classification", ICML.

    Examples
    --------
    >>> import tensorlite as tl
    >>> scores = tl.zeros(4, 1, 3).log_softmax(2)
    >>> tl.nn.functional.ctc_loss(scores, tl.tensor([[1, 2]]), (4,), (2,), reduction="sum")
    tensor(1.6864)
    """
    check_reduction(_OP, reduction)
    _check_probs(log_probs, targets, blank)
    batched = log_probs.ndim == 3
    probs = log_probs if batched else log_probs.unsqueeze(1)
    room, batch, _ = probs.shape
    steps = _lengths("input_lengths", input_lengths, batch)
    counts = _lengths("target_lengths", target_lengths, batch)
    if steps.size and (steps.max() > room or steps.min() < 0):
        got = str(steps.tolist())
        raise RuntimeError(expected(_OP, f"input_lengths of at most {room}", got, "the lengths"))
    firsts = _firsts(targets, counts, batched)
    width = 2 * int(counts.max(initial=0)) + 1
    alpha = empty_shape((batch, room, width), probs.spec.dtype, probs.spec.device)
    labels = targets.detach().to(dtypes.int64).contiguous()
    like = {"dtype": dtypes.int64, "device": probs.device}
    rows = [tensor(x, **like) for x in (firsts, steps, counts)]
    statics = {"blank": blank, "counted": not zero_infinity}
    loss = apply(_ctc, probs.contiguous(), labels, *rows, alpha, **statics)
    if zero_infinity:
        loss = where(loss == float("inf"), zeros_like(loss, requires_grad=False), loss)
    if reduction == "mean":
        return (loss / rows[2].clamp(min=1).to(loss.dtype)).mean()
    loss = reduced(loss, reduction)
    return loss if batched or reduction != "none" else loss.squeeze(0)


def _check_probs(log_probs, targets, blank):
    check_tensor(_OP, "log_probs", log_probs)
    check_tensor(_OP, "targets", targets)
    if not log_probs.dtype.is_floating_point:
        got = str(log_probs.dtype)
        raise RuntimeError(expected(_OP, "log_probs of a floating point dtype", got, ".float()"))
    if targets.dtype not in (dtypes.int32, dtypes.int64):
        raise RuntimeError(expected(_OP, "targets of int64", str(targets.dtype), ".long()"))
    if log_probs.ndim not in (2, 3) or log_probs.shape[0] == 0:
        got = str(tuple(log_probs.shape))
        raise RuntimeError(expected(_OP, "log_probs (T, N, C) or (T, C)", got, "permute()"))
    if targets.ndim not in (1, 2):
        got = str(tuple(targets.shape))
        raise RuntimeError(expected(_OP, "targets (N, S) or (sum of lengths,)", got, "view()"))
    if not 0 <= blank < log_probs.shape[-1]:
        wanted = f"blank to be in label range, 0 to {log_probs.shape[-1] - 1}"
        raise RuntimeError(expected(_OP, wanted, str(blank), "blank=0"))


def _lengths(name, given, batch):
    """Lengths as an array, one for each sequence."""
    if isinstance(given, Tensor):
        if given.is_floating_point():
            raise RuntimeError(expected(_OP, f"{name} to be integral", str(given.dtype), ".long()"))
        given = given.tolist()
    found = np.asarray(given, np.int64).reshape(-1)
    if found.size != batch:
        raise RuntimeError(
            expected(_OP, f"{name} to be of size {batch}, the batch", str(found.size), "lengths")
        )
    return found


def _firsts(targets, counts, batched):
    """Where the labels of each sequence begin."""
    if counts.size and counts.min() < 0:
        raise RuntimeError(expected(_OP, "target_lengths of at least 0", str(counts.min()), "0"))
    if targets.ndim == 2 or not batched:
        room = targets.shape[-1]
        if targets.ndim == 2 and targets.shape[0] != counts.size:
            got = str(tuple(targets.shape))
            raise RuntimeError(expected(_OP, f"targets of {counts.size} rows", got, "as many"))
        if counts.max(initial=0) > room:
            got = str(counts.tolist())
            raise RuntimeError(expected(_OP, f"target_lengths of at most {room}", got, "less"))
        return np.arange(counts.size) * room
    if counts.sum() != targets.shape[0]:
        wanted = f"target_lengths that sum up to {targets.shape[0]}"
        raise RuntimeError(expected(_OP, wanted, str(counts.sum()), "targets (N, S)"))
    return np.cumsum(counts) - counts
