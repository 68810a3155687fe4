"""Cross entropy of scores: against classes a function of a row, against probabilities ops."""

import functools

from .. import dtypes, shapes
from ..batches import batches, carries
from ..calls import Call, outside
from ..declare import prepared, primitive, public
from ..dispatch import apply, unrecorded
from ..errors import expected
from ..graph import mode
from ..kernels.scalars import exp, log
from ..kernels.scalars.folds import count, place, shift, total
from ..tensor import Tensor, make, spec_of
from .choice import where
from .copying import to_dtype
from .creation import ones, zeros
from .index_checks import check_within, lies_within
from .normalize import log_softmax
from .requiring import check_reduction, check_tensor
from .rowwise import row_op
from .views import permute, reshape
from .widening import in_wide

# ------------------------------------------------------------------ of each row


def _cross_entropy_row_grad(g, x, target, weight, ignore, smoothing, mass, counted, powers, whole):
    scale = g / mass
    share = 0.0 if smoothing == 0.0 else scale * smoothing / count(x)
    own = scale * (1.0 - smoothing) * counted
    every = 0.0 if smoothing == 0.0 else total(weight)
    slope = powers * ((own + share * every) / whole) - share * weight
    slope = slope - (own if place(x) == target else 0.0)
    return slope if target != ignore else 0.0


@row_op(
    "cross_entropy_row",
    numbers=("ignore", "smoothing", "mass"),
    indices=("ignore",),
    grad=_cross_entropy_row_grad,
)
def _cross_entropy_row(x, target, weight, ignore, smoothing, mass):
    """-log(softmax(x)[target]) * weight[target] / mass, a share of which goes to all classes."""
    counted = weight[target] if target != ignore else 0.0
    top = shift(x)
    powers = exp(x - top)
    whole = total(powers)
    level = log(whole)
    own = (level - (x[target] - top)) * counted
    evenly = 0.0 if smoothing == 0.0 else total((level - (x - top)) * weight) / count(x)
    loss = own if smoothing == 0.0 else own * (1.0 - smoothing) + evenly * smoothing
    return loss / mass if target != ignore else 0.0


# ------------------------------------------------------------------ of all rows


@primitive
def _cross_entropy(x, target, weight, losses, top, whole, mass, *, ignore, reduction, smoothing):
    """The losses of the rows of x (N, C), their sum, or that over `mass`, their mean: one node.

    target, losses, top and whole are (N, 1), weight is (C,), mass (): all targets' weights.
    """
    if reduction == "none":
        return make(losses.memory, spec_of((len(losses),), x.dtype, x.device), losses.address)
    return _over_rows(losses, mass, reduction)


def _over_rows(losses, mass, reduction):
    return losses.sum() / mass if reduction == "mean" else losses.sum()


@_cross_entropy.grad("x")
def _cross_entropy_grad_x(g, x, target, weight, top, whole, mass, *, ignore, reduction, smoothing):
    g = g.unsqueeze(1) if reduction == "none" else g
    given = g, x, target, weight, ignore, smoothing, mass if reduction == "mean" else 1.0
    return _slope().of(*given) if mode.grad else _slope("top", "whole").of(*given, top, whole)


@functools.cache
def _giving():
    """`_cross_entropy_row` that also gives what its gradient takes from it, and what counts."""
    return _cross_entropy_row.giving("top", "whole", "counted")


@functools.cache
def _slope(*saved):
    """The gradient of the scores: of g, all that `_cross_entropy_row` takes, and what it saved."""
    return _cross_entropy_row.gradient(0, saved)


# ------------------------------------------------------------------ of what log_softmax gives


def of_log_probabilities(op, x, target, weight, ignore_index, reduction):
    """-x[target] along dim 1, which is 0 of a vector, weighted by class: reduced."""
    shape, ignored = x.spec.shape, ignore_index
    dim = min(1, len(shape) - 1)
    classes = shape[dim]
    some = type(ignored) is not int or 0 <= ignored < classes
    if weight is None and not some and lies_within(target, 0, classes):  # each counts alike
        return apply(_of_classes, x, target, dim=dim, reduction=reduction)
    valid = target != shapes.integer(ignored, op, "ignore_index")
    target = to_dtype(target, dtypes.int64)
    check_targets(op, target, classes, ignored)
    index = target.masked_fill(~valid, 0)
    picked = x.gather(dim, index.unsqueeze(dim)).squeeze(dim)
    counts = valid.to(x.dtype) if weight is None else where(valid, weight[index], 0.0)
    losses, count = where(valid, -picked * counts, 0.0), counts.sum()
    return losses if reduction == "none" else _over_rows(losses, count, reduction)


@primitive(takes_short=True)
def _of_classes(x, index, *, dim, reduction):
    """-x[n, index[n], ...], reduced: what x has for a class along `dim`."""
    losses = -outside(_of_class, x, index, dim=dim)
    return losses if reduction == "none" else _over_rows(losses, index.spec.numel, reduction)


@_of_classes.grad("x")
def _of_classes_grad_x(g, index, x_spec, *, dim, reduction):
    g = g / -index.spec.numel if reduction == "mean" else -g
    return _of_class_grad_x(g.expand(index.spec.shape), index, x_spec, dim=dim)


@prepared(takes_short=True)
def _of_class(x, index, *, dim):
    """x[n, index[n], ...]: what x has for a class along `dim`."""
    out = spec_of(index.shape, x.dtype, x.device)
    steps = x.byte_strides[:dim] + x.byte_strides[dim + 1 :]
    read = x.device.kernels.index.read
    return Call(out, *([read(x.dtype.name, index.shape, index.byte_strides, steps, out.byte_strides,
                             x.shape[dim], x.byte_strides[dim])] if out.numel else []))  # fmt: skip


@_of_class.grad("x")
def _of_class_grad_x(g, index, x_spec, *, dim):
    zero = zeros(x_spec.shape, dtype=g.dtype, device=g.device)
    return zero.scatter_add(dim, index.unsqueeze(dim), g.unsqueeze(dim))


# ------------------------------------------------------------------ checks


def _check_cross_entropy(input, target, weight, reduction, smoothing):
    check_tensor("cross_entropy", "input", input)
    check_tensor("cross_entropy", "target", target)
    check_reduction("cross_entropy", reduction)
    if not 0.0 <= smoothing <= 1.0:
        raise RuntimeError(
            f"cross_entropy: label_smoothing must be between 0.0 and 1.0; got {smoothing}"
        )
    if not input.spec.dtype.is_floating_point:
        wanted = "input to be a floating point tensor"
        raise RuntimeError(expected("cross_entropy", wanted, repr(input.dtype), ".float()"))
    check_class_weights("cross_entropy", input, weight)


def check_class_weights(op, input, weight):
    """Refuse weights that are not one per class, in the input's dtype."""
    if weight is None:
        return
    classes = input.spec.shape[min(1, input.ndim - 1)] if input.ndim else 0
    if weight.spec.dtype is not input.spec.dtype:
        raise RuntimeError(
            f"{op}: expected weight of the input's dtype, {input.dtype}; got {weight.dtype}; "
            "try weight.to(input.dtype)"
        )
    if weight.spec.shape != (classes,):
        raise RuntimeError(
            f"{op}: weight tensor should be defined either for all {classes} classes or no "
            f"classes; got weight {list(weight.spec.shape)}"
        )


def target_shape(op, input, target):
    """The shape of class indices for an input, which a target has to have."""
    shape = input.spec.shape
    wanted = () if len(shape) == 1 else (shape[0], *shape[2:])
    if not shape or target.spec.shape != wanted:
        if len(shape) > 1 and target.spec.shape and target.spec.shape[0] != shape[0]:
            raise ValueError(
                f"{op}: Expected input batch_size ({shape[0]}) to match target "
                f"batch_size ({target.spec.shape[0]})"
            )
        raise RuntimeError(
            expected(op, f"target of shape {list(wanted)} for input {list(shape)}",
                     str(list(target.spec.shape)), "class indices, or probabilities in a float")
        )  # fmt: skip
    return wanted


def check_targets(op, target, n, ignore):
    """Refuse a class beyond n among int64 targets, before a kernel reads there."""
    if lies_within(target, 0, n):
        return

    def complaint(bad, _):
        return IndexError(
            f"{op}: Target {bad} is out of bounds; expected 0 to {n - 1}, or ignore_index={ignore}"
        )

    check_within(target, 0, n, complaint, ignore)


@public(method=False, rehearsed=True)
def cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    ignore_index: int = -100,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Tensor:
    """
    The negative log-likelihood of `target` under softmax(input).

    Parameters
    ----------
    input : Tensor (C,), (N, C) or (N, C, d1, ...)
        Scores before the softmax.
    target : Tensor (), (N,) or (N, d1, ...) of integers, or like `input` of probabilities
    weight : Tensor (C,), optional
        How much each class counts.
    ignore_index : int
        A target that does not count.
    reduction : {"mean", "sum", "none"}
        The mean is over the weights of the targets.
    label_smoothing : float
        The share of each target that goes to all classes evenly.

    Raises
    ------
    IndexError
        If a target is not a class.

    Examples
    --------
    >>> nn.functional.cross_entropy(tl.tensor([[0., 0.]]), tl.tensor([1]))
    tensor(0.6931)
    """
    smoothing = shapes.real(label_smoothing)
    _check_cross_entropy(input, target, weight, reduction, smoothing)
    if target.spec.dtype.is_floating_point:
        return _soft_cross_entropy(input, target, weight, reduction, smoothing)
    if input.spec.dtype.short:
        return in_wide(cross_entropy, input, target, weight, ignore_index, reduction,
                       label_smoothing)  # fmt: skip
    kept = target_shape("cross_entropy", input, target)
    x = _class_last(input)
    across = x.ndim > 1 and x.spec.byte_strides[-1] != x.spec.dtype.itemsize
    if across and not (smoothing or batches.used):  # copies of rows would take longer
        x = log_softmax(input, 1)
        return of_log_probabilities("cross_entropy", x, target, weight, ignore_index, reduction)
    rows, classes = shapes.numel(kept), x.spec.shape[-1]
    x = reshape(x, (rows, classes)) if x.ndim != 2 else x
    target = reshape(to_dtype(target, dtypes.int64), (rows, 1))
    ignore = shapes.integer(ignore_index, "cross_entropy", "ignore_index")
    check_targets("cross_entropy", target, classes, ignore)
    weight = equal_weights(classes, x.dtype, x.device) if weight is None else weight
    *found, counted = _giving().of(x.detach(), target, weight, ignore, smoothing, 1.0)
    mass = counted.sum() if reduction == "mean" else counted
    if batches.used and carries((x, target, weight)):
        losses = _cross_entropy_row.of(x, target, weight, ignore, smoothing, 1.0)
        out = losses.squeeze(1) if reduction == "none" else _over_rows(losses, mass, reduction)
    else:
        out = apply(_cross_entropy, x, target, weight, *found, mass, ignore=ignore,
                    reduction=reduction, smoothing=smoothing)  # fmt: skip
    return reshape(out, kept) if reduction == "none" and len(kept) != 1 else out


@functools.cache
def equal_weights(classes, dtype, device):
    """The weights of classes where none are given: 1, as often."""
    with unrecorded():
        return ones((), dtype=dtype, device=device).expand(classes)


def _class_last(x):
    """(N, C, d1, ...) as (N, d1, ..., C)."""
    return permute(x, (0, *range(2, x.ndim), 1)) if x.ndim > 2 else x


def _soft_cross_entropy(input, target, weight, reduction, smoothing):
    """Against class probabilities, composed of ops."""
    if target.spec.shape != input.spec.shape:
        wanted = f"target probabilities of shape {list(input.spec.shape)}"
        got = str(list(target.spec.shape))
        raise RuntimeError(expected("cross_entropy", wanted, got, "class indices as int64"))
    dim = min(1, input.ndim - 1)
    classes = input.spec.shape[dim]
    if smoothing:
        target = target * (1 - smoothing) + smoothing / classes
    if weight is not None:
        target = target * reshape(weight, (classes, *[1] * (input.ndim - dim - 1)))
    losses = -(target * log_softmax(input, dim)).sum(dim)
    if reduction == "none":
        return losses
    return losses.sum() / losses.spec.numel if reduction == "mean" else losses.sum()
