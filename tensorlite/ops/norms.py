"""Normalisations with PyTorch's signatures."""

import math

from .. import shapes
from ..annotations import Dims
from ..batches import batches
from ..declare import public
from ..graph import mode
from ..kernels.scalars import sqrt
from ..kernels.scalars.folds import total
from ..op import Elementwise
from ..tensor import Tensor
from ..writing import check_memory, write
from . import channel_norms, group_norms
from . import normalize as kernels
from .copying import as_images
from .frames import pad
from .moments import centred
from .pooling import avg_pool2d
from .requiring import check_tensor, has_kernel
from .rowwise import row_op
from .views import reshape


@public("nn.functional", rehearsed=True)
def layer_norm(
    input: Tensor,
    normalized_shape: Dims,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: float = 1e-5,
) -> Tensor:
    """(x - mean) / sqrt(var + eps) over the last dimensions, times weight, plus bias.

    Parameters
    ----------
    input : Tensor (..., *normalized_shape)
    normalized_shape : int or sequence of int
    weight, bias : Tensor (*normalized_shape), optional
    eps : float

    References
    ----------
    Ba, Kiros, Hinton 2016, "Layer Normalization", arXiv:1607.06450.
    """
    return kernels.layer_norm(input, normalized_shape, weight, bias, eps)


def _per_channel(tensor, input):
    """(C,) as (1, C, 1, ...) beside `input`."""
    ndim = len(input.spec.shape)
    return tensor if ndim < 2 else reshape(tensor, 1, -1, *[1] * (ndim - 2))


def _scale_shift(out, weight, bias):
    if weight is not None and bias is not None:
        return _SCALE_SHIFT(out, _per_channel(weight, out), _per_channel(bias, out))
    if weight is not None:
        out = out * _per_channel(weight, out)
    return out if bias is None else out + _per_channel(bias, out)


def _standardized(x, mean, scale, bias):
    return (x - mean) * scale + bias


def _scale(var, weight, eps):
    return 1 / sqrt(var + eps) * weight


def _scale_and_shift(x, scale, bias):
    return x * scale + bias


_SCALE = Elementwise(_scale, "same")
_STANDARDIZED = Elementwise(_standardized, "same")
_SCALE_SHIFT = Elementwise(_scale_and_shift, "same")


def _check_values_per_channel(op, count, input):
    if count == 1:
        raise ValueError(
            f"{op}: Expected more than 1 value per channel when training, got input size "
            f"{tuple(input.shape)}"
        )


@public("nn.functional", "tl", rehearsed=True)
def group_norm(
    input: Tensor,
    num_groups: int,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: float = 1e-5,
    cudnn_enabled: bool = True,
) -> Tensor:
    """`layer_norm` over each of `num_groups` groups of channels. Wu, He 2018, arXiv:1803.08494.

    Parameters
    ----------
    input : Tensor (N, C, ...)
    num_groups : int
        Divides C.
    weight, bias : Tensor (C,), optional
    cudnn_enabled : bool
        Accepted without effect.
    """
    check_tensor("group_norm", "input", input)
    shape = input.spec.shape
    if len(shape) < 2:
        raise RuntimeError(f"group_norm: Expected at least 2 dimensions; got {shape}")
    channels = shape[1]
    if num_groups <= 0 or channels % num_groups:
        raise RuntimeError(
            "group_norm: Expected number of channels in input to be divisible by num_groups; got "
            f"input {shape} and num_groups={num_groups}"
        )
    _check_channels("group_norm", channels, weight=weight, bias=bias)
    _check_values_per_channel("group_norm", input.spec.numel // num_groups, input)
    images = len(shape) > 2 and input.spec.numel and not batches.used
    if images and _have_kernels(input, weight, bias):
        out = group_norms.normed(input.contiguous(), num_groups, weight, bias, eps)
        return as_images(out, input)
    each = channels // num_groups * math.prod(shape[2:])
    rows = reshape(input, shape[0], num_groups, each)
    out = reshape(kernels.layer_norm(rows, (each,), None, None, eps), shape)
    out = as_images(out, input)
    return _scale_shift(out, weight, bias)


def _check_channels(op, channels, **tensors):
    for name, tensor in tensors.items():
        if tensor is not None and tensor.spec.shape != (channels,):
            raise RuntimeError(
                f"{op}: {name} should contain {channels} elements not {tensor.numel()}; "
                f"expected ({channels},); got {tuple(tensor.shape)}"
            )


@public("nn.functional", rehearsed=True)
def batch_norm(
    input: Tensor,
    running_mean: Tensor | None,
    running_var: Tensor | None,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    training: bool = False,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    """(x - mean) / sqrt(var + eps) per channel, times weight, plus bias.

    Parameters
    ----------
    input : Tensor (N, C, ...)
    running_mean, running_var : Tensor (C,) or None
        Used without `training`; moved by `momentum` towards the batch's (var unbiased) with it.
    weight, bias : Tensor (C,), optional
    training : bool
        Take mean and variance from the batch.
    momentum, eps : float

    References
    ----------
    Ioffe, Szegedy 2015, "Batch Normalization", arXiv:1502.03167.
    """
    check_tensor("batch_norm", "input", input)
    shape = input.spec.shape
    if len(shape) < 2 and shape != (0,):
        raise RuntimeError(f"batch_norm: expected at least 2 dimensions; got {shape}")
    if eps <= 0:
        raise ValueError(
            f"batch_norm: eps must be positive, but got {eps}; expected above 0; got {eps}; try "
            "1e-05"
        )
    own = {"running_mean": running_mean, "running_var": running_var, "weight": weight, "bias": bias}
    _check_channels("batch_norm", shape[min(1, len(shape) - 1)], **own)
    if input.spec.numel == 0:
        return _scale_shift(input.clone(), weight, bias)
    if not training:
        return _by_running(input, running_mean, running_var, weight, bias, eps)
    count = input.spec.numel // shape[1]
    _check_values_per_channel("batch_norm", count, input)
    check_memory("batch_norm", *[x for x in (running_mean, running_var) if x is not None])
    if _have_kernels(input, weight, bias):
        out, mean, var = channel_norms.normed(input, weight, bias, eps)
    else:
        out, mean, var = _batch_norm_of(input, weight, bias, eps)
    with mode.off():
        if running_mean is not None:
            _move(running_mean, mean, momentum, momentum)
        if running_var is not None:
            _move(running_var, var, momentum, momentum * count / (count - 1))
    return out


def _by_running(input, running_mean, running_var, weight, bias, eps):
    """The batch norm of an input by statistics of before."""
    if running_mean is None or running_var is None:
        raise RuntimeError(
            "batch_norm: expected running_mean and running_var to be defined in evaluation "
            "mode; got None; try training=True"
        )
    scale = _SCALE(running_var, 1.0 if weight is None else weight, eps)
    along = (0.0 if each is None else _per_channel(each, input)
             for each in (running_mean, scale, bias))  # fmt: skip
    return _STANDARDIZED(input, *along)


def _moved(running, newest, momentum, share):
    return running * (1 - momentum) + newest * share


_MOVED = Elementwise(_moved, "first")


def _move(running, newest, momentum, share):
    """Move a statistic towards the newest one, of which a share is added."""
    write(_MOVED, (running, newest, momentum, share), running)


def _have_kernels(input, *tensors):
    """Whether there are kernels for the channels of an input, and for weights of their dtypes."""
    return has_kernel(input) and all(
        each is None or each.spec.dtype is input.spec.dtype for each in tensors
    )


def _batch_norm_of(input, weight, bias, eps):
    """The batch norm of an input, the mean and the variance of its channels, in ops."""
    dims = (0, *range(2, input.ndim))
    mean, distance = centred(input, dims)
    var = (distance * distance).mean(dims, keepdim=True)
    out = _scale_shift(distance * (var + eps).rsqrt(), weight, bias)
    return out, mean.detach().reshape(-1), var.detach().reshape(-1)


@public("nn.functional", rehearsed=True)
def instance_norm(
    input: Tensor,
    running_mean: Tensor | None = None,
    running_var: Tensor | None = None,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    use_input_stats: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    """(x - mean) / sqrt(var + eps) per sample and channel, times weight, plus bias.

    Parameters
    ----------
    input : Tensor (N, C, L, ...)
    running_mean, running_var : Tensor (C,) or None
        Used without `use_input_stats`; moved by `momentum` towards the batch's averages with it.
    weight, bias : Tensor (C,), optional
    use_input_stats : bool
        Take mean and variance from each sample.
    momentum, eps : float

    References
    ----------
    Ulyanov, Vedaldi, Lempitsky 2016, "Instance Normalization", arXiv:1607.08022.
    """
    check_tensor("instance_norm", "input", input)
    statistics = {"running_mean": running_mean, "running_var": running_var}
    if (running_mean is None) != (running_var is None):
        raise ValueError(
            "instance_norm: running_mean and running_var must either both be None or neither be "
            "None; got one of them"
        )
    if not use_input_stats:
        if running_mean is None:
            raise RuntimeError(
                "instance_norm: Expected running_mean and running_var to be defined when "
                "use_input_stats is false; got None"
            )
        return batch_norm(input, running_mean, running_var, weight, bias, False, momentum, eps)
    if input.ndim < 2 or math.prod(input.shape[2:]) == 1:
        raise ValueError(
            "instance_norm: Expected more than 1 spatial element when training; got input size "
            f"{tuple(input.shape)}"
        )
    _check_channels("instance_norm", input.shape[1], **statistics, weight=weight, bias=bias)
    if input.numel() == 0:
        return _scale_shift(input.clone(), weight, bias)
    rows = input.reshape(*input.shape[:2], -1)
    if running_mean is not None:
        _move_to_rows(running_mean, running_var, rows, momentum)
    out = kernels.layer_norm(rows, rows.shape[2:], None, None, eps).reshape(input.shape)
    return _scale_shift(out, weight, bias)


def _move_to_rows(running_mean, running_var, rows, momentum):
    """Move statistics of channels towards those of rows (N, C, L), averaged over the samples."""
    check_memory("instance_norm", running_mean, running_var)
    with mode.off():
        rows = rows.detach()
        _move(running_mean, rows.mean(-1).mean(0), momentum, momentum)
        _move(running_var, rows.var(-1).mean(0), momentum, momentum)


@row_op("normalize", numbers=("eps",))
def _unit(x, eps):
    """x over its Euclidean norm, which is at least eps: a choice, so that 0 has a slope."""
    squares = total(x * x)
    return x / (eps if sqrt(squares) < eps else sqrt(squares))


@public("nn.functional", rehearsed=True)
def normalize(
    input: Tensor, p: float = 2.0, dim: int = 1, eps: float = 1e-12, out: Tensor | None = None
) -> Tensor:
    """x divided by its p-norm along `dim`, the norm at least eps.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.normalize(tl.tensor([3.0, 4.0]), dim=0)
    tensor([0.6000, 0.8000])
    """
    if math.isnan(p):
        raise ValueError("normalize: expected a norm p; got nan")
    by_rows = isinstance(dim, int) and input.ndim and input.spec.contiguous
    if p == 2 and by_rows and input.dtype.is_floating_point:
        result = _unit(input, shapes.real(eps), dim=dim)
    else:
        result = input / input.norm(p, dim=dim, keepdim=True).clamp(min=eps)
    return result if out is None else out.copy_(result)


@public("nn.functional", rehearsed=True)
def local_response_norm(
    input: Tensor, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0
) -> Tensor:
    """x / (k + alpha * mean of squares of `size` channels around)^beta.

    Parameters
    ----------
    input : Tensor (N, C, ...)
    size : int
        Channels that count; those beyond the first and the last are zeros.
    alpha, beta, k : float

    References
    ----------
    Krizhevsky, Sutskever, Hinton 2012, "ImageNet Classification with Deep Convolutional Neural
    Networks", section 3.3.
    """
    check_tensor("local_response_norm", "input", input)
    if input.ndim < 3:
        raise ValueError(
            "local_response_norm: Expected 3D or higher dimensionality input; got "
            f"{input.ndim} dimensions; try unsqueeze(0)"
        )
    if input.numel() == 0:
        return input
    channels = input.shape[1]
    squares = (input * input).reshape(input.shape[0], 1, channels, -1)
    squares = pad(squares, (0, 0, size // 2, (size - 1) // 2))
    mean = avg_pool2d(squares, (size, 1), 1).reshape(input.shape)
    return input / (mean * alpha + k).pow(beta)
