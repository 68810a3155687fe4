"""Softmax and its relatives and layer norms, which are functions of a row; cross entropy.

The first derivative of cross entropy is a kernel of its own; while gradients are themselves
recorded (for second and higher orders), the same formula is written with ops.
"""

import functools
import math

import numpy as np

from .. import dtypes, shapes
from ..batches import batches, carries, grounded, levels_of
from ..declare import primitive, public
from ..dispatch import apply, unrecorded
from ..errors import expected
from ..graph import mode
from ..kernels import interpreters
from ..kernels.scalars import INF, detach, exp, log, sqrt, taming
from ..kernels.scalars.folds import mean, shift, total
from ..tensor import Tensor, bytes_at, empty_of, empty_shape, make, spec_of
from .arithmetic import where
from .copying import to_dtype
from .creation import arange, ones
from .requiring import check_reduction, check_tensor
from .rowwise import row_op
from .views import permute, reshape
from .widening import in_wide

# ------------------------------------------------------------------ softmax


def _dense(x):
    return x if x.spec.contiguous else x.contiguous()


def _softmax_grad(g, out):
    return out * (g - total(g * out))


@row_op("softmax", grad=_softmax_grad)
def _softmax(x):
    powers = exp(x - shift(x))
    return powers * (1.0 / total(powers))


@row_op("masked_softmax", grad=_softmax_grad)
def _masked_softmax(x):
    top = shift(x)
    powers = exp(x - (0.0 if top == -INF else top))
    whole = total(powers)
    return powers * (0.0 if whole == 0.0 else 1.0 / whole)


def masked_softmax(x):
    """softmax of floating point x along the last dim; zeros where all elements are -inf."""
    return apply(_masked_softmax, x, dim=-1)


def _log_softmax_grad(g, out):
    return g - exp(out) * total(g)


@row_op("log_softmax", grad=_log_softmax_grad)
def _log_softmax(x):
    top = shift(x)
    return (x - top) - log(total(exp(x - top)))


def _softmax_call(op, name, input, dim, dtype):
    if dtype is not None:
        input = to_dtype(input, dtypes.as_dtype(dtype, name))
    if not input.spec.dtype.is_floating_point:
        raise NotImplementedError(
            expected(name, "a floating point tensor", repr(input.dtype), "dtype=tensorlite.float32")
        )
    ndim = len(input.spec.shape)
    return apply(op, input, dim=shapes.dim_index(dim, ndim, name) - max(ndim, 1))


@public("tl", "Tensor", "special", out=True)
def softmax(input, dim, dtype=None):
    """
    exp(x) / sum(exp(x)) along `dim`, without overflow.

    Parameters
    ----------
    input : Tensor (any shape)
    dim : int
    dtype : dtype, optional
        To which the input is converted first.

    Examples
    --------
    >>> softmax(tensor([[0., 0.], [1., 1.]]), dim=1)
    tensor([[0.5000, 0.5000],
            [0.5000, 0.5000]])
    """
    return _softmax_call(_softmax, "softmax", input, dim, dtype)


@public("tl", "Tensor", "special", out=True)
def log_softmax(input, dim, dtype=None):
    """log(softmax(x)) along `dim`, without overflow."""
    return _softmax_call(_log_softmax, "log_softmax", input, dim, dtype)


# ------------------------------------------------------------------ layer norms


SMALL = 1e-30  # squares of float32 numbers below it lose their bits


def _layer_norm_grad(g, weight, y, scale, rstd):
    h = g * weight
    return rstd * scale * (h - mean(h) - y * mean(h * y))


def _rms_norm_grad(g, weight, y, scale, rstd):
    h = g * weight
    return rstd * scale * (h - y * mean(h * y))


def _times_norm(g, y):
    return g * y


def _same(g):
    return g


@row_op(
    "layer_norm", numbers=("eps",),
    grad={"x": _layer_norm_grad, "weight": _times_norm, "bias": _same},
)  # fmt: skip
def _layer_norm(x, weight, bias, eps):
    """
    (x - mean) / sqrt(var + eps) * weight + bias

    The mean is taken around the first element and corrected by the mean distance from it, as in
    Chan, Golub, LeVeque 1983, "Algorithms for Computing the Sample Variance". A row whose squares
    overflow or vanish is scaled by a power of 2.
    """
    first = detach(x[0])
    centre = first + mean(x - first)
    lost = mean(x - centre)
    var = mean((x - centre) * (x - centre)) - lost * lost
    tame = SMALL < var + eps < INF
    scale = 1.0 if tame else taming(max(shift(x), shift(-x)))
    centre = centre if tame else first * scale + mean(x * scale - first * scale)
    lost = lost if tame else mean(x * scale - centre)
    distance = (x * scale - centre) - lost
    var = var if tame else mean(distance * distance)
    rstd = 1.0 / sqrt((0.0 if var < 0.0 else var) + eps * scale * scale)
    y = distance * rstd
    return y * weight + bias


@row_op("rms_norm", grad={"x": _rms_norm_grad, "weight": _times_norm}, numbers=("eps",))
def _rms_norm(x, weight, eps):
    """x / sqrt(mean(x * x) + eps) * weight; scaled like layer_norm where squares are no numbers."""
    squares = mean(x * x)
    tame = SMALL < squares + eps < INF
    scale = 1.0 if tame else taming(max(shift(x), shift(-x)))
    scaled = x * scale
    squares = squares if tame else mean(scaled * scaled)
    rstd = 1.0 / sqrt(squares + eps * scale * scale)
    y = scaled * rstd
    return y * weight


def _along(op, x, weight, bias, dims, eps):
    """A norm over the last dims as one."""
    if dims == 1:
        return op.of(x, weight, *bias, eps)
    row = (-1,)
    given = [w.reshape(row) if isinstance(w, Tensor) else w for w in (weight, *bias)]
    rows = x.reshape(*x.spec.shape[: x.ndim - dims], shapes.numel(x.spec.shape[x.ndim - dims :]))
    return op.of(rows, *given, eps).reshape(x.spec.shape)


def _normalized_dims(op, input, normalized_shape, **affine):
    """How many dims are normalized, after all checks."""
    check_tensor(op, "input", input)
    if isinstance(normalized_shape, int):
        normalized_shape = (normalized_shape,)
    shape = tuple(normalized_shape)
    if not shape:
        raise RuntimeError(f"{op}: expected normalized_shape to be at least 1-dimensional; got ()")
    if len(shape) > input.ndim or input.spec.shape[input.ndim - len(shape) :] != shape:
        raise RuntimeError(
            f"{op}: expected input with shape (*, {', '.join(map(str, shape))}): Given "
            f"normalized_shape={list(shape)}; got input {tuple(input.shape)}; try its last extents"
        )
    if not input.spec.dtype.is_floating_point:
        raise RuntimeError(expected(op, "a floating point tensor", repr(input.dtype), ".float()"))
    for name, each in affine.items():
        if each is not None and (each.spec.shape != shape or each.dtype is not input.dtype):
            wanted = f"{name} of normalized_shape {shape} and {input.dtype!r}"
            got = f"{name} of shape {list(each.spec.shape)} and {each.dtype!r}"
            raise RuntimeError(expected(op, wanted, got, ".to()"))
    return len(shape)


@public(method=False)
def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5, cudnn_enable=True):
    """
    (x - mean) / sqrt(var + eps) over the last dims, times `weight`, plus `bias`.

    Parameters
    ----------
    input : Tensor (..., *normalized_shape)
    normalized_shape : int or tuple of int
    weight, bias : Tensor (*normalized_shape), optional
    eps : float
    """
    dims = _normalized_dims("layer_norm", input, normalized_shape, weight=weight, bias=bias)
    weight = 1.0 if weight is None else weight
    bias = -0.0 if bias is None else bias  # keeps the signs of zeros
    return _along(_layer_norm, input, weight, (bias,), dims, float(eps))


@public("nn.functional", "tl")
def rms_norm(input, normalized_shape, weight=None, eps=None):
    """x / sqrt(mean(x^2) + eps) over the last dimensions, times weight.

    Parameters
    ----------
    input : Tensor (..., *normalized_shape)
    normalized_shape : int or sequence of int
    weight : Tensor (*normalized_shape), optional
    eps : float, optional
        Default: the dtype's machine epsilon.

    References
    ----------
    Zhang, Sennrich 2019, "Root Mean Square Layer Normalization", arXiv:1910.07467.
    """
    dims = _normalized_dims("rms_norm", input, normalized_shape, weight=weight)
    eps = dtypes.finfo(input.dtype).eps if eps is None else float(eps)
    return _along(_rms_norm, input, 1.0 if weight is None else weight, (), dims, eps)


# ------------------------------------------------------------------ cross entropy


@primitive
def _log_sums(x):
    """(N, 2): the maximum and log(sum(exp(x - maximum))) of each row of x (N, C)."""
    rows, n = x.spec.shape
    stats = empty_shape((rows, 2), x.spec.dtype, x.spec.device)
    entropy = x.spec.device.kernels.cross_entropy
    entropy.log_sums_launch(x.spec.dtype.name, rows, n)(x, stats)
    return stats


@primitive
def _cross_entropy(x, target, weight, stats, *, ignore, reduction, smoothing):
    """The losses of the rows of x (N, C), their sum, or their mean; weight is (C,) or (1,)."""
    rows, n = x.spec.shape
    name, step = x.spec.dtype.name, int(weight.spec.numel > 1)
    losses = empty_shape((rows,), x.spec.dtype, x.spec.device)
    launch = x.spec.device.kernels.cross_entropy.cross_entropy_launch(
        name, rows, n, ignore, step, smoothing
    )
    launch(x, target, weight, stats, losses)
    if reduction == "none":
        return losses
    out = _fold_losses(target, weight, losses, ignore, reduction == "mean")
    return make(out.storage, spec_of((), x.spec.dtype, x.spec.device), out.address)


def _fold_losses(target, weight, losses, ignore, mean):
    """(2,): the sum or mean of losses (or none), and the sum of the weights of the targets."""
    name, step = weight.spec.dtype.name, int(weight.spec.numel > 1)
    out = empty_shape((2,), weight.spec.dtype, weight.spec.device)
    entropy = weight.spec.device.kernels.cross_entropy
    launch = entropy.weight_of_targets_launch(name, target.spec.numel, ignore, step, mean)
    launch(target, weight, 0 if losses is None else losses, out)
    return out


@_cross_entropy.grad("x")
def _(g, x, target, weight, stats, *, ignore, reduction, smoothing):
    total = _one(x.dtype, x.device)
    if reduction == "mean":
        both = _fold_losses(target, weight, None, ignore, False)
        total = make(both.storage, total.spec, both.address + x.spec.dtype.itemsize)
    if mode.grad:
        return _cross_entropy_grad_ops(g, x, target, weight, total, ignore, smoothing)
    rows, n = x.spec.shape
    g = _dense(g)
    gx = empty_of(x.spec)
    launch = x.spec.device.kernels.cross_entropy.cross_entropy_grad_launch(
        x.spec.dtype.name, rows, n, ignore, int(weight.spec.numel > 1), smoothing, len(g.spec.shape)
    )
    launch(x, target, weight, stats, g, total, gx)
    return gx


def _cross_entropy_grad_ops(g, x, target, weight, total, ignore, smoothing):
    n = x.spec.shape[1]
    target = target.unsqueeze(1)
    counts = target != ignore
    valid = to_dtype(counts, x.dtype)
    onehot = to_dtype(arange(n, device=x.device) == target, x.dtype) * valid
    own = (1 - smoothing) * (onehot * weight).sum(1, keepdim=True)
    share = smoothing / n * valid * weight.expand(n)
    scale = where(counts, g.reshape(-1, 1) / total, 0.0)  # total is 0 where none counts
    return scale * ((own + share.sum(1, keepdim=True)) * softmax(x, 1) - own * onehot - share)


def check_targets(op, target, n, ignore):
    """Refuse a class beyond n among dense int64 targets, before a kernel reads there."""
    rows, device = target.spec.numel, target.spec.device
    launch = device.kernels.cross_entropy.check_launch(rows, n, ignore)
    if target.spec.hidden:
        whole = grounded(target, levels_of((target.spec,)))
        check_targets(op, _dense(whole).reshape(-1), n, ignore)
        return
    recorder = interpreters.current()

    def complaint(_, address):
        found = np.frombuffer(bytes_at(device, address, 8 * rows), np.int64).tolist()
        bad = next(t for t in found if t != ignore and not 0 <= t < n)
        return IndexError(
            f"{op}: Target {bad} is out of bounds; expected 0 to {n - 1}, or ignore_index={ignore}"
        )

    if recorder is not None and recorder.check(launch, target, complaint):
        return
    if launch(target):
        raise complaint(1, target.address)


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


@public(method=False)
def cross_entropy(input, target, weight=None, ignore_index=-100, reduction="mean",
                  label_smoothing=0.0):  # fmt: skip
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
    >>> cross_entropy(tensor([[0., 0.]]), tensor([1]))
    tensor(0.6931)
    """
    smoothing = float(label_smoothing)
    _check_cross_entropy(input, target, weight, reduction, smoothing)
    if target.spec.dtype.is_floating_point:
        return _soft_cross_entropy(input, target, weight, reduction, smoothing)
    if input.spec.dtype.short:
        return in_wide(cross_entropy, input, target, weight, ignore_index, reduction,
                       label_smoothing)  # fmt: skip
    kept = target_shape("cross_entropy", input, target)
    x = _class_last(input)
    x = reshape(x, (shapes.numel(kept), x.spec.shape[-1])) if x.ndim != 2 else x
    x, target = _dense(x), _dense(to_dtype(target, dtypes.int64))
    target = target if target.ndim == 1 else reshape(target, (-1,))
    weight = _one(x.dtype, x.device) if weight is None else _dense(to_dtype(weight, x.dtype))
    ignore_index = shapes.integer(ignore_index, "cross_entropy", "ignore_index")
    check_targets("cross_entropy", target, x.spec.shape[1], ignore_index)
    if batches.used and carries((x, target, weight)):
        out = _cross_entropy_ops(x, target, weight, ignore_index, reduction, smoothing)
        return reshape(out, kept) if reduction == "none" and len(kept) != 1 else out
    stats = _log_sums.forward(x) if x.spec.numel else ones(0, 2, dtype=x.dtype, device=x.device)
    out = apply(_cross_entropy, x, target, weight, stats, ignore=ignore_index, reduction=reduction,
                smoothing=smoothing)  # fmt: skip
    return reshape(out, kept) if reduction == "none" and len(kept) != 1 else out


def _cross_entropy_ops(x, target, weight, ignore, reduction, smoothing):
    """The same, composed of ops, for the parts of a batch of `vmap`."""
    n, counts = x.spec.shape[1], target != ignore
    found = where(counts, target, 0).unsqueeze(1)
    logs, weight = log_softmax(x, 1), weight.expand(n)
    own = weight.expand(x.spec.shape).gather(1, found).squeeze(1) * to_dtype(counts, x.dtype)
    losses = -own * logs.gather(1, found).squeeze(1)
    if smoothing:
        spread = -(logs * weight).sum(1) * to_dtype(counts, x.dtype) / n
        losses = losses * (1 - smoothing) + spread * smoothing
    if reduction == "none":
        return losses
    return losses.sum() / own.sum() if reduction == "mean" else losses.sum()


@functools.cache
def _one(dtype, device):
    """The weight of all classes where none is given."""
    with unrecorded():
        return ones(1, dtype=dtype, device=device)


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
    count = math.prod(losses.spec.shape)
    return losses.sum() / count if reduction == "mean" else losses.sum()
