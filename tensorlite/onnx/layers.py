"""Convolutions, pooling and norms of ONNX."""

from __future__ import annotations

import math

from ..errors import expected
from ..nn import functional as F

_CONVOLUTIONS = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
_TRANSPOSED = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}
_MAX = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}
_MEAN = {1: F.avg_pool1d, 2: F.avg_pool2d, 3: F.avg_pool3d}


def _padded(op, x, dims, pads, auto_pad, kernel, strides, dilations, value=0.0):
    """The input with what the settings put around it that windows cannot, and their padding."""
    pads = pads or [0] * (2 * dims)
    if auto_pad in ("SAME_UPPER", "SAME_LOWER"):
        low, high = [], []
        for n, k, s, d in zip(x.shape[2:], kernel, strides, dilations, strict=True):
            total = max(0, (math.ceil(n / s) - 1) * s + d * (k - 1) + 1 - n)
            small, large = total // 2, total - total // 2
            low.append(small if auto_pad == "SAME_UPPER" else large)
            high.append(large if auto_pad == "SAME_UPPER" else small)
        pads = low + high
    elif auto_pad not in ("NOTSET", "VALID"):
        raise NotImplementedError(expected(op, "auto_pad that is known", auto_pad, "pads"))
    low, high = list(pads[:dims]), list(pads[dims:])
    if low == high:
        return x, low
    frame = [n for pair in zip(low[::-1], high[::-1], strict=True) for n in pair]
    return F.pad(x, frame, value=value), [0] * dims


def _conv(graph, x, weight, bias=None, auto_pad="NOTSET", dilations=None, group=1,
          kernel_shape=None, pads=None, strides=None):  # fmt: skip
    dims = x.ndim - 2
    strides, dilations = strides or [1] * dims, dilations or [1] * dims
    kernel = list(weight.shape[2:])
    x, padding = _padded("onnx.Conv", x, dims, pads, auto_pad, kernel, strides, dilations)
    return _CONVOLUTIONS[dims](x, weight, bias, strides, padding, dilations, group)


def _conv_transpose(graph, x, weight, bias=None, auto_pad="NOTSET", dilations=None, group=1,
                    kernel_shape=None, output_padding=None, pads=None, strides=None):  # fmt: skip
    dims = x.ndim - 2
    pads = pads or [0] * (2 * dims)
    if auto_pad != "NOTSET" or pads[:dims] != pads[dims:]:
        got = f"pads={pads}, auto_pad={auto_pad}"
        raise NotImplementedError(expected("onnx.ConvTranspose", "even pads", got, "others"))
    more = output_padding or [0] * dims
    return _TRANSPOSED[dims](x, weight, bias, strides or [1] * dims, pads[:dims], more, group,
                             dilations or [1] * dims)  # fmt: skip


def _max_pool(graph, x, kernel_shape, auto_pad="NOTSET", ceil_mode=0, dilations=None, pads=None,
              storage_order=0, strides=None):  # fmt: skip
    dims = x.ndim - 2
    strides, dilations = strides or [1] * dims, dilations or [1] * dims
    x, padding = _padded("onnx.MaxPool", x, dims, pads, auto_pad, kernel_shape, strides, dilations,
                         -math.inf)  # fmt: skip
    return _MAX[dims](x, kernel_shape, strides, padding, dilations, bool(ceil_mode))


def _average_pool(graph, x, kernel_shape, auto_pad="NOTSET", ceil_mode=0, count_include_pad=0,
                  dilations=None, pads=None, strides=None):  # fmt: skip
    dims = x.ndim - 2
    pads = pads or [0] * (2 * dims)
    if auto_pad not in ("NOTSET", "VALID") or pads[:dims] != pads[dims:]:
        got = f"pads={pads}, auto_pad={auto_pad}"
        raise NotImplementedError(expected("onnx.AveragePool", "even pads", got, "others"))
    return _MEAN[dims](x, kernel_shape, strides or [1] * dims, pads[:dims], bool(ceil_mode),
                       bool(count_include_pad))  # fmt: skip


def _batch_norm(graph, x, scale, bias, mean, var, epsilon=1e-5, momentum=0.9, training_mode=0,
                spatial=1):  # fmt: skip
    if training_mode:
        raise NotImplementedError(
            expected("onnx.BatchNormalization", "a model in evaluation", "training", ".eval()")
        )
    return F.batch_norm(x, mean, var, scale, bias, False, 0.0, epsilon)


def _layer_norm(graph, x, scale, bias=None, axis=-1, epsilon=1e-5, stash_type=1):
    return F.layer_norm(x, tuple(x.shape[axis % x.ndim :]), scale, bias, epsilon)


def _instance_norm(graph, x, scale, bias, epsilon=1e-5):
    return F.instance_norm(x, weight=scale, bias=bias, eps=epsilon)


def _pad(graph, x, pads, value=None, axes=None, mode="constant"):
    amounts = pads if isinstance(pads, list) else [int(n) for n in pads.tolist()]
    dims = list(range(x.ndim)) if axes is None else [int(n) % x.ndim for n in axes.tolist()]
    low, high = [0] * x.ndim, [0] * x.ndim
    for place, dim in enumerate(dims):
        low[dim], high[dim] = amounts[place], amounts[place + len(dims)]
    frame = [n for pair in zip(low[::-1], high[::-1], strict=True) for n in pair]
    while len(frame) > 2 and frame[-2:] == [0, 0]:
        del frame[-2:]
    kinds = {"constant": "constant", "reflect": "reflect", "edge": "replicate"}
    if mode != "constant":
        return F.pad(x, frame, kinds[mode])
    return F.pad(x, frame, value=0.0 if value is None else float(value))


LAYERS = {
    "Conv": _conv, "ConvTranspose": _conv_transpose, "MaxPool": _max_pool,
    "AveragePool": _average_pool, "BatchNormalization": _batch_norm,
    "LayerNormalization": _layer_norm, "InstanceNormalization": _instance_norm, "Pad": _pad,
    "GlobalAveragePool": lambda graph, x: x.mean(tuple(range(2, x.ndim)), keepdim=True),
    "GlobalMaxPool": lambda graph, x: x.amax(tuple(range(2, x.ndim)), keepdim=True),
}  # fmt: skip
