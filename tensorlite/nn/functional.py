"""The functions behind the layers: `import tensorlite.nn.functional as F`."""

from __future__ import annotations

import math

import tensorlite as tl

from ..ops import normalize as kernels
from ..ops import products
from ..ops.indexing import checked_index
from ._functional_activations import *  # noqa: F403
from ._functional_activations import __all__ as _activations
from ._functional_activations import check_tensor
from ._functional_attention import *  # noqa: F403
from ._functional_attention import __all__ as _attention
from ._functional_dropout import *  # noqa: F403
from ._functional_dropout import __all__ as _dropouts
from ._functional_heads import *  # noqa: F403
from ._functional_heads import __all__ as _heads
from ._functional_losses import *  # noqa: F403
from ._functional_losses import __all__ as _losses
from ._functional_margins import *  # noqa: F403
from ._functional_margins import __all__ as _margins

__all__ = [
    *("batch_norm", "bilinear", "embedding", "group_norm", "layer_norm", "linear", "normalize"),
    *("one_hot", "rms_norm"),
    *_activations,
    *_attention,
    *_dropouts,
    *_heads,
    *_losses,
    *_margins,
]

linear = products.linear


def bilinear(input1, input2, weight, bias=None):
    """out[..., k] = sum of input1[..., i] * weight[k, i, j] * input2[..., j], plus bias.

    Parameters
    ----------
    input1 : Tensor (..., in1)
    input2 : Tensor (..., in2)
    weight : Tensor (out, in1, in2)
    bias : Tensor (out,), optional
    """
    if input1.shape[:-1] != input2.shape[:-1] or (
        tuple(weight.shape[1:]) != (input1.shape[-1], input2.shape[-1])
    ):
        raise RuntimeError(
            f"bilinear: expected input1 (..., {weight.shape[1]}) and input2 "
            f"(..., {weight.shape[2]}) for weight {tuple(weight.shape)}; got "
            f"{tuple(input1.shape)} and {tuple(input2.shape)}"
        )
    flat1 = input1.reshape(-1, input1.shape[-1])
    flat2 = input2.reshape(-1, input2.shape[-1])
    out = tl.einsum("bi,kij,bj->bk", flat1, weight, flat2)
    out = out.reshape(*input1.shape[:-1], weight.shape[0])
    return out if bias is None else out + bias


def one_hot(tensor, num_classes=-1):
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
    if tensor.dtype != tl.int64:
        raise RuntimeError(f"one_hot: expected an int64 tensor; got {tensor.dtype}")
    if tensor.numel() == 0 and num_classes <= 0:
        raise RuntimeError("one_hot: expected num_classes for an empty tensor; got none")
    low, high = (int(tensor.min()), int(tensor.max())) if tensor.numel() else (0, 0)
    if low < 0:
        raise RuntimeError(f"one_hot: Class values must be non-negative; got {low}")
    if num_classes == -1:
        num_classes = high + 1
    elif num_classes < 1 or high >= num_classes:
        raise RuntimeError(
            f"one_hot: Class values must be smaller than num_classes; got {high} and {num_classes}"
        )
    rows = tl.zeros(*tensor.shape, num_classes, dtype=tl.int64)
    return rows.scatter_(-1, tensor.unsqueeze(-1), 1)


def embedding(
    input,
    weight,
    padding_idx=None,
    max_norm=None,
    norm_type=2.0,
    scale_grad_by_freq=False,
    sparse=False,
):
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
    if input.dtype not in (tl.int64, tl.int32):
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
    index = input.reshape(-1).long()
    checked_index("embedding", index, size, 0, negative=False)
    if max_norm is not None:
        _shorten_rows(weight, index, max_norm, norm_type)
    rows = weight.index_select(0, index)
    if rows.requires_grad and padding_idx is not None:
        frozen = (index == padding_idx % size).unsqueeze(-1)
        rows = tl.where(frozen, rows.detach(), rows)
    if rows.requires_grad and scale_grad_by_freq:
        uses = tl.zeros(size).index_add_(0, index, tl.ones(index.shape[0]))
        counts = uses.index_select(0, index).unsqueeze(-1)
        rows = rows.detach() + (rows - rows.detach()) / counts
    return rows.reshape(*input.shape, weight.shape[1])


def _shorten_rows(weight, index, max_norm, norm_type):
    """Scale the used rows that are longer than max_norm, in place."""
    with tl.no_grad():
        rows = weight.index_select(0, index)
        norms = rows.norm(norm_type, dim=1, keepdim=True)
        scale = tl.where(norms > max_norm, max_norm / (norms + 1e-7), tl.ones_like(norms))
        weight.index_copy_(0, index, rows * scale)


def _check_normalized(op, input, normalized_shape, **tensors):
    check_tensor(op, "input", input)
    shape = tuple(normalized_shape)
    if not shape:
        raise RuntimeError(f"{op}: expected normalized_shape to be at least 1-dimensional; got ()")
    if tuple(input.shape[-len(shape) :]) != shape:
        expected = ", ".join(str(n) for n in shape)
        raise RuntimeError(
            f"{op}: Given normalized_shape={list(shape)}, expected input with shape "
            f"(*, {expected}); got input {tuple(input.shape)}"
        )
    for name, tensor in tensors.items():
        if tensor is not None and tuple(tensor.shape) != shape:
            raise RuntimeError(
                f"{op}: expected {name} of normalized_shape {shape}; got {tuple(tensor.shape)}"
            )
    return shape


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    """(x - mean) / sqrt(var + eps) over the last dimensions, times weight, plus bias.

    Parameters
    ----------
    input : Tensor (..., *normalized_shape)
    normalized_shape : sequence of int
    weight, bias : Tensor (*normalized_shape), optional
    eps : float

    References
    ----------
    Ba, Kiros, Hinton 2016, "Layer Normalization", arXiv:1607.06450.
    """
    shape = _check_normalized("layer_norm", input, normalized_shape, weight=weight, bias=bias)
    return kernels.layer_norm(input, shape, weight, bias, eps)


def rms_norm(input, normalized_shape, weight=None, eps=None):
    """x / sqrt(mean(x^2) + eps) over the last dimensions, times weight.

    Parameters
    ----------
    input : Tensor (..., *normalized_shape)
    normalized_shape : sequence of int
    weight : Tensor (*normalized_shape), optional
    eps : float, optional
        Default: the dtype's machine epsilon.

    References
    ----------
    Zhang, Sennrich 2019, "Root Mean Square Layer Normalization", arXiv:1910.07467.
    """
    shape = _check_normalized("rms_norm", input, normalized_shape, weight=weight)
    if eps is None:
        eps = tl.finfo(input.dtype).eps
    dims = tuple(range(-len(shape), 0))
    out = input * ((input * input).mean(dims, keepdim=True) + eps).rsqrt()
    return out if weight is None else out * weight


def _per_channel(tensor, input):
    """(C,) as (1, C, 1, ...) beside `input`."""
    if input.ndim < 2:
        return tensor
    return tensor.reshape(1, -1, *[1] * (input.ndim - 2))


def _scale_shift(out, weight, bias):
    if weight is not None:
        out = out * _per_channel(weight, out)
    return out if bias is None else out + _per_channel(bias, out)


def _check_values_per_channel(op, count, input):
    if count == 1:
        raise ValueError(
            f"{op}: Expected more than 1 value per channel when training, got input size "
            f"{tuple(input.shape)}"
        )


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5):
    """`layer_norm` over each of `num_groups` groups of channels. Wu, He 2018, arXiv:1803.08494.

    Parameters
    ----------
    input : Tensor (N, C, ...)
    num_groups : int
        Divides C.
    weight, bias : Tensor (C,), optional
    """
    check_tensor("group_norm", "input", input)
    if input.ndim < 2:
        raise RuntimeError(f"group_norm: Expected at least 2 dimensions; got {tuple(input.shape)}")
    channels = input.shape[1]
    if num_groups <= 0 or channels % num_groups:
        raise RuntimeError(
            "group_norm: Expected number of channels in input to be divisible by num_groups; got "
            f"input {tuple(input.shape)} and num_groups={num_groups}"
        )
    _check_channels("group_norm", channels, weight=weight, bias=bias)
    _check_values_per_channel("group_norm", input.numel() // max(1, num_groups), input)
    rows = input.reshape(input.shape[0], num_groups, -1)
    out = kernels.layer_norm(rows, (rows.shape[-1],), None, None, eps).reshape(input.shape)
    return _scale_shift(out, weight, bias)


def _check_channels(op, channels, **tensors):
    for name, tensor in tensors.items():
        if tensor is not None and tuple(tensor.shape) != (channels,):
            raise RuntimeError(
                f"{op}: {name} should contain {channels} elements not {tensor.numel()}; "
                f"expected ({channels},); got {tuple(tensor.shape)}"
            )


def batch_norm(
    input,
    running_mean,
    running_var,
    weight=None,
    bias=None,
    training=False,
    momentum=0.1,
    eps=1e-5,
):
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
    if input.ndim < 2 and tuple(input.shape) != (0,):
        raise RuntimeError(f"batch_norm: expected at least 2 dimensions; got {tuple(input.shape)}")
    statistics = {"running_mean": running_mean, "running_var": running_var}
    channels = input.shape[min(1, input.ndim - 1)]
    _check_channels("batch_norm", channels, **statistics, weight=weight, bias=bias)
    if input.numel() == 0:
        return _scale_shift(input.clone(), weight, bias)
    if not training:
        if running_mean is None or running_var is None:
            raise RuntimeError(
                "batch_norm: expected running_mean and running_var to be defined in evaluation "
                "mode; got None; try training=True"
            )
        scale = (_per_channel(running_var, input) + eps).rsqrt()
        return _scale_shift((input - _per_channel(running_mean, input)) * scale, weight, bias)
    count = input.numel() // max(1, input.shape[1])
    _check_values_per_channel("batch_norm", count, input)
    dims = (0, *range(2, input.ndim))
    mean = input.mean(dims, keepdim=True)
    centred = input - mean
    var = (centred * centred).mean(dims, keepdim=True)
    with tl.no_grad():
        if running_mean is not None:
            running_mean.mul_(1 - momentum).add_(mean.detach().reshape(-1) * momentum)
        if running_var is not None:
            unbiased = momentum * count / (count - 1)
            running_var.mul_(1 - momentum).add_(var.detach().reshape(-1) * unbiased)
    return _scale_shift(centred * (var + eps).rsqrt(), weight, bias)


def normalize(input, p=2.0, dim=1, eps=1e-12, out=None):
    """x divided by its p-norm along `dim`, the norm at least eps.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.normalize(tl.tensor([3.0, 4.0]), dim=0)
    tensor([0.6000, 0.8000])
    """
    if math.isnan(p):
        raise ValueError("normalize: expected a norm p; got nan")
    result = input / input.norm(p, dim=dim, keepdim=True).clamp(min=eps)
    return result if out is None else out.copy_(result)
