"""Softmax and its relatives, layer norms, cross entropy.

Softmax is a function of a row. First derivatives of norms and of cross entropy are kernels of their
own; while gradients are themselves recorded (for second and higher orders), the same formulas are
written with ops.
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
from ..kernels.scalars import INF, exp, log
from ..kernels.scalars.folds import shift, total
from ..tensor import bytes_at, empty_of, empty_shape, make, spec_of
from .arithmetic import where
from .copying import to_dtype
from .creation import arange, ones
from .moments import centred as distance_from_mean
from .requiring import check_reduction, check_tensor
from .rowwise import rowwise
from .views import permute, reshape
from .widening import in_wide

# ------------------------------------------------------------------ softmax


def dense_spec(spec):
    """The same, row-major."""
    return spec if spec.contiguous else spec_of(spec.shape, spec.dtype, spec.device)


def _dense(x):
    return x if x.spec.contiguous else x.contiguous()


def _softmax_grad(g, out):
    return out * (g - total(g * out))


@rowwise(grad=_softmax_grad, name="softmax")
def _softmax(x):
    powers = exp(x - shift(x))
    return powers * (1.0 / total(powers))


@rowwise(grad=_softmax_grad, name="masked_softmax")
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


@rowwise(grad=_log_softmax_grad, name="log_softmax")
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


@primitive
def _normalize(x, *, dims, centred, eps):
    """(x - mean) / sqrt(var + eps) over the last dims; the mean counts as 0 unless `centred`."""
    return _normalized(x, None, None, dims, centred, eps)


@primitive
def _layer_norm(x, weight, bias, *, dims, eps):
    """layer_norm with weight and bias."""
    return _normalized(x, weight, bias, dims, True, eps)


@primitive
def _rms_norm(x, weight, *, dims, eps):
    """rms_norm with a weight."""
    return _normalized(x, weight, None, dims, False, eps)


def _geometry(x, dims):
    n = shapes.numel(x.spec.shape[len(x.spec.shape) - dims :])
    return x.spec.dtype.name, x.spec.numel // n if n else 0, n


def _normalized(x, weight, bias, dims, centred, eps):
    x = _dense(x)
    out = empty_of(dense_spec(x.spec))
    affine = [_dense(w) if w is not None else None for w in (weight, bias)]
    if x.spec.numel:
        loops = x.spec.device.kernels.normalize
        launch = loops.layer_norm_launch(*_geometry(x, dims), centred, eps)
        launch(x, *[0 if w is None else w for w in affine], out)
    return out


def _norm_gradients(x, weight, biased, g, dims, centred, eps):
    """The gradients of input, weight and bias; in ops where they are recorded themselves."""
    if mode.grad or x.spec.numel == 0 or (batches.used and carries((x, weight, g))):
        return _norm_gradients_ops(x, weight, g, dims, centred, eps)
    x, g = _dense(x), _dense(g)
    loops = x.spec.device.kernels.normalize
    launch = loops.layer_norm_grad_launch(*_geometry(x, dims), centred, eps)
    gx = empty_of(dense_spec(x.spec))
    if weight is None:
        launch(x, 0, g, gx, 0, 0)
        return gx, None, None
    weight = _dense(weight)
    parts = spec_of((launch.items, *weight.spec.shape), x.spec.dtype, x.spec.device)
    gweight, gbias = empty_of(parts), empty_of(parts) if biased else None
    launch(x, weight, g, gx, gweight, gbias if biased else 0)
    return gx, gweight.sum(0), None if gbias is None else gbias.sum(0)


def _norm_gradients_ops(x, weight, g, dims, centred, eps):
    last = tuple(range(x.ndim - dims, x.ndim))
    first = tuple(range(x.ndim - dims))
    distance = distance_from_mean(x, last)[1] if centred else x
    rstd = ((distance * distance).mean(last, keepdim=True) + eps).rsqrt()
    y = distance * rstd
    h = g if weight is None else g * weight
    gx = h - y * (h * y).mean(last, keepdim=True)
    gx = rstd * (gx - h.mean(last, keepdim=True) if centred else gx)
    if weight is None:
        return gx, None, None
    return gx, (g * y).sum(first) if first else g * y, g.sum(first) if first else g


@_normalize.grad("x")
def _(g, x, *, dims, centred, eps):
    return _norm_gradients(x, None, False, g, dims, centred, eps)[0]


@_layer_norm.grad("x", "weight", "bias")
@_rms_norm.grad("x", "weight")
def _(g, x, weight):
    """What is kept; `gradients` computes all at once."""


def _layer_norm_gradients(node, slots):
    x, weight = node.saved[0], node.saved[1]
    static = node.static
    return _norm_gradients(x, weight, True, slots[0], static["dims"], True, static["eps"])


def _rms_norm_gradients(node, slots):
    x, weight = node.saved[0], node.saved[1]
    static = node.static
    return _norm_gradients(x, weight, False, slots[0], static["dims"], False, static["eps"])[:2]


_layer_norm.gradients = _layer_norm_gradients
_rms_norm.gradients = _rms_norm_gradients


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
    if weight is not None and bias is not None:
        return apply(_layer_norm, input, weight, bias, dims=dims, eps=float(eps))
    out = apply(_normalize, input, dims=dims, centred=True, eps=float(eps))
    out = out if weight is None else out * weight
    return out if bias is None else out + bias


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
    if weight is not None:
        return apply(_rms_norm, input, weight, dims=dims, eps=eps)
    return apply(_normalize, input, dims=dims, centred=False, eps=eps)


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
    """Refuse weights that are not one per class."""
    classes = input.spec.shape[min(1, input.ndim - 1)] if input.ndim else 0
    if weight is not None and weight.spec.shape != (classes,):
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
