"""Normalising layers: LayerNorm, RMSNorm, GroupNorm, BatchNorm1d, InstanceNorm1d."""

from __future__ import annotations

import numbers

import tensorlite as tl

from ..dispatch import check_memory
from ..graph import warn
from . import functional as F
from . import init
from .module import Module
from .parameter import Parameter

__all__ = ["BatchNorm1d", "GroupNorm", "InstanceNorm1d", "LayerNorm", "RMSNorm"]


def _add(module, name, wanted, shape, device, dtype):
    """A Parameter, or a place kept free."""
    value = Parameter(tl.empty(*shape, device=device, dtype=dtype)) if wanted else None
    module.register_parameter(name, value)


def _fill(module):
    """Weight 1 and bias 0, where they exist."""
    if module.weight is not None:
        init.ones_(module.weight)
    if getattr(module, "bias", None) is not None:
        init.zeros_(module.bias)


def _shape(normalized_shape):
    if isinstance(normalized_shape, numbers.Integral):
        return (normalized_shape,)
    return tuple(normalized_shape)


class LayerNorm(Module):
    """Mean 0 and variance 1 over the last dimensions, then weight and bias.

    Parameters
    ----------
    normalized_shape : int or sequence of int
        The sizes of those dimensions.
    eps : float
    elementwise_affine, bias : bool
        Whether there are a weight and a bias.

    Attributes
    ----------
    weight, bias : Parameter (*normalized_shape) or None
        Start at 1 and 0.

    References
    ----------
    Ba, Kiros, Hinton 2016, arXiv:1607.06450.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.LayerNorm(4)(tl.ones(2, 4))[0].tolist()
    [0.0, 0.0, 0.0, 0.0]
    """

    def __init__(
        self,
        normalized_shape,
        eps=1e-5,
        elementwise_affine=True,
        bias=True,
        device=None,
        dtype=None,
    ):
        super().__init__()
        self.normalized_shape = _shape(normalized_shape)
        self.eps, self.elementwise_affine = eps, elementwise_affine
        _add(self, "weight", elementwise_affine, self.normalized_shape, device, dtype)
        _add(self, "bias", elementwise_affine and bias, self.normalized_shape, device, dtype)
        self.reset_parameters()

    def reset_parameters(self):
        """Weight 1, bias 0."""
        _fill(self)

    def forward(self, input):
        """`functional.layer_norm`."""
        return F.layer_norm(input, self.normalized_shape, self.weight, self.bias, self.eps)

    def extra_repr(self):
        """Shape and options."""
        return (
            f"{self.normalized_shape}, eps={self.eps}, "
            f"elementwise_affine={self.elementwise_affine}, bias={self.bias is not None}"
        )


class RMSNorm(Module):
    """Root mean square 1 over the last dimensions, then a weight.

    Parameters
    ----------
    normalized_shape : int or sequence of int
    eps : float, optional
        Default: the dtype's machine epsilon.
    elementwise_affine : bool

    References
    ----------
    Zhang, Sennrich 2019, arXiv:1910.07467.
    """

    def __init__(
        self, normalized_shape, eps=None, elementwise_affine=True, device=None, dtype=None
    ):
        super().__init__()
        self.normalized_shape = _shape(normalized_shape)
        self.eps, self.elementwise_affine = eps, elementwise_affine
        _add(self, "weight", elementwise_affine, self.normalized_shape, device, dtype)
        self.reset_parameters()

    def reset_parameters(self):
        """Weight 1."""
        _fill(self)

    def forward(self, input):
        """`functional.rms_norm`."""
        return F.rms_norm(input, self.normalized_shape, self.weight, self.eps)

    def extra_repr(self):
        """Shape and options."""
        return (
            f"{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}"
        )


class GroupNorm(Module):
    """Mean 0 and variance 1 over each group of channels, then weight and bias per channel.

    Parameters
    ----------
    num_groups, num_channels : int
        The first divides the second.
    eps : float
    affine, bias : bool
        Whether there are a weight and a bias.

    References
    ----------
    Wu, He 2018, arXiv:1803.08494.
    """

    def __init__(
        self,
        num_groups,
        num_channels,
        eps=1e-5,
        affine=True,
        device=None,
        dtype=None,
        *,
        bias=True,
    ):
        super().__init__()
        if num_channels % num_groups:
            raise ValueError(
                f"GroupNorm: num_channels ({num_channels}) must be divisible by num_groups "
                f"({num_groups})"
            )
        self.num_groups, self.num_channels = num_groups, num_channels
        self.eps, self.affine = eps, affine
        _add(self, "weight", affine, (num_channels,), device, dtype)
        _add(self, "bias", affine and bias, (num_channels,), device, dtype)
        self.reset_parameters()

    def reset_parameters(self):
        """Weight 1, bias 0."""
        _fill(self)

    def forward(self, input):
        """`functional.group_norm`."""
        return F.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

    def extra_repr(self):
        """Sizes and options."""
        return (
            f"{self.num_groups}, {self.num_channels}, eps={self.eps}, affine={self.affine}, "
            f"bias={self.bias is not None}"
        )


class _RunningNorm(Module):
    """What BatchNorm1d and InstanceNorm1d share: parameters, running statistics, their names."""

    _version = 2
    _may_lack = ("num_batches_tracked",)

    def __init__(
        self,
        num_features,
        eps,
        momentum,
        affine,
        track_running_stats,
        device,
        dtype,
        bias,
    ):
        super().__init__()
        self.num_features, self.eps, self.momentum = num_features, eps, momentum
        self.affine, self.track_running_stats = affine, track_running_stats
        _add(self, "weight", affine, (num_features,), device, dtype)
        _add(self, "bias", affine and bias, (num_features,), device, dtype)
        mean = var = count = None
        if track_running_stats:
            mean = tl.zeros(num_features, device=device, dtype=dtype)
            var = tl.ones(num_features, device=device, dtype=dtype)
            count = tl.tensor(0, dtype=tl.int64, device=device)
        self.register_buffer("running_mean", mean)
        self.register_buffer("running_var", var)
        self.register_buffer("num_batches_tracked", count)
        self.reset_parameters()

    def reset_running_stats(self):
        """Mean 0, variance 1, no batches."""
        if self.track_running_stats:
            statistics = self.running_mean, self.running_var, self.num_batches_tracked
            check_memory("reset_running_stats", *statistics)
            self.running_mean.zero_()
            self.running_var.fill_(1)
            self.num_batches_tracked.zero_()

    def reset_parameters(self):
        """Running statistics as at the start, weight 1, bias 0."""
        self.reset_running_stats()
        _fill(self)

    def _check_input(self, input):
        if input.ndim not in (2, 3):
            raise ValueError(f"expected 2D or 3D input (got {input.ndim}D input)")

    def extra_repr(self):
        """Size and options."""
        return (
            f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, "
            f"affine={self.affine}, bias={self.bias is not None}, "
            f"track_running_stats={self.track_running_stats}"
        )


class BatchNorm1d(_RunningNorm):
    """Mean 0 and variance 1 per channel over the batch, then weight and bias.

    Parameters
    ----------
    num_features : int
        C, for input (N, C) or (N, C, L).
    eps : float
    momentum : float or None
        The weight of the newest batch in the running statistics; None: their plain average.
    affine, bias : bool
        Whether there are a weight and a bias.
    track_running_stats : bool
        Keep running statistics and use them in `eval()`.

    Attributes
    ----------
    weight, bias : Parameter (num_features,) or None
    running_mean, running_var : Tensor (num_features,) or None
    num_batches_tracked : int64 Tensor () or None

    References
    ----------
    Ioffe, Szegedy 2015, arXiv:1502.03167.

    Examples
    --------
    >>> import tensorlite as tl
    >>> norm = tl.nn.BatchNorm1d(2)
    >>> norm(tl.tensor([[0.0, 5.0], [2.0, 7.0]])).shape, int(norm.num_batches_tracked)
    (tensorlite.Size([2, 2]), 1)
    """

    def __init__(
        self,
        num_features,
        eps=1e-5,
        momentum=0.1,
        affine=True,
        track_running_stats=True,
        device=None,
        dtype=None,
        *,
        bias=True,
    ):
        super().__init__(
            num_features, eps, momentum, affine, track_running_stats, device, dtype, bias
        )

    def _newest_share(self):
        """The weight of this batch in the running statistics, a number or a tensor."""
        if self.momentum is None and self.training and self.num_batches_tracked is not None:
            return 1.0 / (self.num_batches_tracked.to(tl.float64) + 1.0)
        return self.momentum or 0.0

    def forward(self, input):
        """`functional.batch_norm`, then one more batch counted."""
        self._check_input(input)
        counting = self.training and self.num_batches_tracked is not None
        if counting:
            check_memory("BatchNorm1d", self.num_batches_tracked)
        tracked = not self.training or self.track_running_stats
        out = F.batch_norm(
            input,
            self.running_mean if tracked else None,
            self.running_var if tracked else None,
            self.weight,
            self.bias,
            self.training or self.running_mean is None,
            self._newest_share(),
            self.eps,
        )
        if counting:
            self.num_batches_tracked.add_(1)
        return out


class InstanceNorm1d(_RunningNorm):
    """Mean 0 and variance 1 per sample and channel, then weight and bias.

    Parameters
    ----------
    num_features : int
        C, for input (N, C, L) or (C, L).
    eps : float
    momentum : float or None
        The weight of the newest batch in the running statistics; None: they stay.
    affine, bias : bool
        Whether there are a weight and a bias.
    track_running_stats : bool
        Keep running statistics and use them in `eval()`.

    Attributes
    ----------
    weight, bias : Parameter (num_features,) or None
    running_mean, running_var : Tensor (num_features,) or None

    References
    ----------
    Ulyanov, Vedaldi, Lempitsky 2016, arXiv:1607.08022.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.InstanceNorm1d(2)(tl.tensor([[[0.0, 2.0], [5.0, 7.0]]])).round(decimals=3).tolist()
    [[[-1.0, 1.0], [-1.0, 1.0]]]
    """

    def __init__(
        self,
        num_features,
        eps=1e-5,
        momentum=0.1,
        affine=False,
        track_running_stats=False,
        device=None,
        dtype=None,
        *,
        bias=True,
    ):
        super().__init__(
            num_features, eps, momentum, affine, track_running_stats, device, dtype, bias
        )

    def _check_channels(self, input):
        got = input.shape[-2]
        if got == self.num_features:
            return
        told = (
            f"input's size at dim={input.ndim - 2} to match num_features ({self.num_features}), "
            f"but got: {got}"
        )
        if self.affine:
            raise ValueError(f"InstanceNorm1d: expected {told}; try the same number of channels")
        warn(f"InstanceNorm1d: expected {told}; it is not used here")

    def forward(self, input):
        """`functional.instance_norm`."""
        self._check_input(input)
        self._check_channels(input)
        out = F.instance_norm(
            input if input.ndim == 3 else input.unsqueeze(0),
            self.running_mean,
            self.running_var,
            self.weight,
            self.bias,
            self.training or not self.track_running_stats,
            self.momentum or 0.0,
            self.eps,
        )
        return out if input.ndim == 3 else out.squeeze(0)
