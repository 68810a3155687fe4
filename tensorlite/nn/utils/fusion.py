"""Batch norms in evaluation, folded into the layer before them."""

from __future__ import annotations

import copy

import tensorlite as tl

from ...tensor import Tensor
from ..module import Model, Module
from ..parameter import Parameter

__all__ = [
    "fuse_conv_bn_eval",
    "fuse_conv_bn_weights",
    "fuse_linear_bn_eval",
    "fuse_linear_bn_weights",
]


def _check(layer, bn):
    if layer.training or bn.training:
        raise AssertionError("Fusion only for eval!; try .eval() of both")
    if bn.running_mean is None or bn.running_var is None:
        raise AssertionError("bn.running_mean and bn.running_var must not be None")


def _folded(weight, bias, mean, var, eps, bn_weight, bn_bias, shape):
    """Weight and bias of a layer that does what it and the norm behind it did."""
    with tl.no_grad():
        scale = (var + eps).rsqrt()
        scale = scale if bn_weight is None else scale * bn_weight
        shift = (0 if bias is None else bias) - mean
        new = shift * scale + (0 if bn_bias is None else bn_bias)
        trained = weight.requires_grad if bias is None else bias.requires_grad
        new_bias = Parameter(new.to(weight.dtype), trained)
        new_weight = (weight * scale.reshape(shape)).to(weight.dtype)
    return Parameter(new_weight, weight.requires_grad), new_bias


def fuse_conv_bn_weights(
    conv_w: Tensor,
    conv_b: Tensor,
    bn_rm: Tensor,
    bn_rv: Tensor,
    bn_eps: float,
    bn_w: Tensor,
    bn_b: Tensor,
    transpose: bool = False,
) -> tuple[Parameter, Parameter]:
    """The weight and the bias of a convolution with the norm behind it; see `fuse_conv_bn_eval`."""
    shape = [1, -1] if transpose else [-1, 1]
    shape += [1] * (conv_w.ndim - 2)
    return _folded(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, shape)


def fuse_conv_bn_eval(conv: Model, bn: Module, transpose: bool = False) -> Model:
    """A convolution that does what `conv` and the batch norm behind it do, both in evaluation.

    Parameters
    ----------
    conv : Module
        A convolution; with `transpose` a transposed one.
    bn : Module
        A batch norm with running statistics.

    Returns
    -------
    Module

    Examples
    --------
    >>> import tensorlite as tl
    >>> conv, bn = tl.nn.Conv2d(1, 2, 3).eval(), tl.nn.BatchNorm2d(2).eval()
    >>> x = tl.randn(1, 1, 5, 5)
    >>> fused = tl.nn.utils.fuse_conv_bn_eval(conv, bn)
    >>> bool(tl.allclose(fused(x), bn(conv(x)), atol=1e-5))
    True
    """
    _check(conv, bn)
    fused = copy.deepcopy(conv)
    fused.weight, fused.bias = fuse_conv_bn_weights(
        conv.weight, conv.bias, bn.running_mean, bn.running_var, bn.eps, bn.weight, bn.bias,
        transpose,
    )  # fmt: skip
    return fused


def fuse_linear_bn_weights(
    linear_w: Tensor,
    linear_b: Tensor,
    bn_rm: Tensor,
    bn_rv: Tensor,
    bn_eps: float,
    bn_w: Tensor,
    bn_b: Tensor,
) -> tuple[Parameter, Parameter]:
    """The weight and the bias of a linear layer with the norm behind it."""
    return _folded(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, [-1, 1])


def fuse_linear_bn_eval(linear: Module, bn: Module) -> Module:
    """A linear layer that does what `linear` and the batch norm behind it do, in evaluation."""
    _check(linear, bn)
    if bn.num_features not in (1, linear.out_features):
        raise AssertionError(
            "To fuse, linear.out_features == bn.num_features or bn.num_features == 1; got "
            f"{linear.out_features} and {bn.num_features}"
        )
    fused = copy.deepcopy(linear)
    fused.weight, fused.bias = fuse_linear_bn_weights(
        linear.weight, linear.bias, bn.running_mean, bn.running_var, bn.eps, bn.weight, bn.bias
    )
    return fused
