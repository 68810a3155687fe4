"""Norms that keep running statistics: over a batch, and over each of its instances."""

from __future__ import annotations

from typing import Any

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike
from ..graph import warn
from ..tensor import Tensor
from ..writing import check_memory
from . import functional as F
from .lazy import LazyModuleMixin
from .module import Module
from .normalization import add_parameter, fill
from .parameter import UninitializedBuffer, UninitializedParameter, is_uninitialized

__all__ = [
    "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "InstanceNorm1d", "InstanceNorm2d",
    "InstanceNorm3d", "LazyBatchNorm1d", "LazyBatchNorm2d", "LazyBatchNorm3d",
    "LazyInstanceNorm1d", "LazyInstanceNorm2d", "LazyInstanceNorm3d",
]  # fmt: skip


class _NormBase(Module):
    """What batch and instance norms share: parameters, running statistics, their names."""

    _version = 2
    _dims: tuple[int, ...] = (2, 3)  # of inputs
    _may_lack = ("num_batches_tracked",)

    def __init__(
        self,
        num_features: int,
        eps: float,
        momentum: float | None,
        affine: bool,
        track_running_stats: bool,
        device: DeviceLike | None,
        dtype: dtypes.dtype | None,
        bias: bool,
    ) -> None:
        super().__init__()
        self.num_features, self.eps, self.momentum = num_features, eps, momentum
        self.affine, self.track_running_stats = affine, track_running_stats
        add_parameter(self, "weight", affine, (num_features,), device, dtype)
        add_parameter(self, "bias", affine and bias, (num_features,), device, dtype)
        mean = var = count = None
        if track_running_stats:
            mean = tl.zeros(num_features, device=device, dtype=dtype)
            var = tl.ones(num_features, device=device, dtype=dtype)
            count = tl.tensor(0, dtype=tl.int64, device=device)
        self.register_buffer("running_mean", mean)
        self.register_buffer("running_var", var)
        self.register_buffer("num_batches_tracked", count)
        self.reset_parameters()

    def reset_running_stats(self) -> None:
        """Mean 0, variance 1, no batches."""
        if self.track_running_stats:
            statistics = self.running_mean, self.running_var, self.num_batches_tracked
            check_memory("reset_running_stats", *statistics)
            self.running_mean.zero_()
            self.running_var.fill_(1)
            self.num_batches_tracked.zero_()

    def reset_parameters(self) -> None:
        """Running statistics as at the start, weight 1, bias 0."""
        self.reset_running_stats()
        fill(self)

    def _check_input(self, input):
        if input.ndim not in self._dims:
            wanted = " or ".join(f"{n}D" for n in self._dims)
            raise ValueError(
                f"{type(self).__name__}: expected {wanted} input (got {input.ndim}D input)"
            )

    def extra_repr(self) -> str:
        """Size and options."""
        return (
            f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, "
            f"affine={self.affine}, bias={self.bias is not None}, "
            f"track_running_stats={self.track_running_stats}"
        )


class _BatchNorm(_NormBase):
    def __init__(
        self,
        num_features: int,
        eps: float = 1e-5,
        momentum: float | None = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
        *,
        bias: bool = True,
    ) -> None:
        super().__init__(
            num_features, eps, momentum, affine, track_running_stats, device, dtype, bias
        )

    def _counts(self):
        """Whether a call counts as a batch of the running statistics."""
        tracked = self.training and self.track_running_stats
        return tracked and self.num_batches_tracked is not None

    def _newest_share(self):
        """The weight of this batch in the running statistics, a number or a tensor."""
        if self.momentum is None and self._counts():
            return 1.0 / (self.num_batches_tracked.to(tl.float64) + 1.0)
        return self.momentum or 0.0

    def forward(self, input: Tensor) -> Tensor:
        """`functional.batch_norm`, then one more batch counted."""
        self._check_input(input)
        counting = self._counts()
        if counting:
            check_memory(type(self).__name__, self.num_batches_tracked)
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


class BatchNorm1d(_BatchNorm):
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


class BatchNorm2d(_BatchNorm):
    """`BatchNorm1d` of images (N, C, H, W)."""

    _dims = (4,)


class BatchNorm3d(_BatchNorm):
    """`BatchNorm1d` of volumes (N, C, D, H, W)."""

    _dims = (5,)


class _InstanceNorm(_NormBase):
    def __init__(
        self,
        num_features: int,
        eps: float = 1e-5,
        momentum: float | None = 0.1,
        affine: bool = False,
        track_running_stats: bool = False,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
        *,
        bias: bool = True,
    ) -> None:
        super().__init__(
            num_features, eps, momentum, affine, track_running_stats, device, dtype, bias
        )

    def _check_channels(self, input):
        channel = input.ndim - self._dims[0]
        got = input.shape[channel]
        if got == self.num_features:
            return
        name = type(self).__name__
        told = (
            f"input's size at dim={channel} to match num_features ({self.num_features}), "
            f"but got: {got}"
        )
        if self.affine:
            raise ValueError(f"{name}: expected {told}; try the same number of channels")
        warn(f"{name}: expected {told}; it is not used here")

    def forward(self, input: Tensor) -> Tensor:
        """`functional.instance_norm`."""
        self._check_input(input)
        self._check_channels(input)
        out = F.instance_norm(
            input if input.ndim == self._dims[1] else input.unsqueeze(0),
            self.running_mean,
            self.running_var,
            self.weight,
            self.bias,
            self.training or not self.track_running_stats,
            self.momentum or 0.0,
            self.eps,
        )
        return out if input.ndim == self._dims[1] else out.squeeze(0)


class InstanceNorm1d(_InstanceNorm):
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


class InstanceNorm2d(_InstanceNorm):
    """`InstanceNorm1d` of images (N, C, H, W) or (C, H, W)."""

    _dims = (3, 4)


class InstanceNorm3d(_InstanceNorm):
    """`InstanceNorm1d` of volumes (N, C, D, H, W) or (C, D, H, W)."""

    _dims = (4, 5)


class _LazyNorm(LazyModuleMixin, _NormBase):
    """A norm that finds `num_features` at its first call.

    Parameters
    ----------
    eps : float
    momentum : float or None
    affine, track_running_stats, bias : bool
        See the norm that it becomes.
    """

    def __init__(
        self,
        eps: float = 1e-5,
        momentum: float | None = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
        *,
        bias: bool = True,
    ) -> None:  # fmt: skip
        where: dict[str, Any] = {"device": device, "dtype": dtype}
        super().__init__(0, eps, momentum, False, False, device, dtype, bias=False)
        self.affine, self.track_running_stats = affine, track_running_stats
        if affine:
            self.weight = UninitializedParameter(**where)
            if bias:
                self.bias = UninitializedParameter(**where)
        if track_running_stats:
            self.running_mean = UninitializedBuffer(**where)
            self.running_var = UninitializedBuffer(**where)
            self.num_batches_tracked = tl.tensor(0, dtype=tl.int64, device=device)

    def reset_running_stats(self) -> None:
        """Running statistics as at the start, if there are any yet."""
        if not is_uninitialized(self.running_mean):
            super().reset_running_stats()

    def reset_parameters(self) -> None:
        """All as at the start, if there is anything yet."""
        if not self.has_uninitialized_params() and self.num_features:
            super().reset_parameters()

    def initialize_parameters(self, input: Tensor) -> None:
        """Make parameters and statistics for the channels of an input."""
        self._check_input(input)
        fresh = self.has_uninitialized_params()
        own = (self.weight, self.bias, self.running_mean, self.running_var)
        known = [len(x) for x in own if x is not None and not is_uninitialized(x)]
        self.num_features = known[0] if known else input.shape[self._channel(input)]
        for each in own:
            if is_uninitialized(each):
                each.materialize((self.num_features,))
        if fresh:
            with tl.no_grad():
                self.reset_parameters()

    def _channel(self, input):
        return 1


class _LazyInstanceNorm(_LazyNorm):
    def _channel(self, input):
        return input.ndim - self._dims[0]


class LazyBatchNorm1d(_LazyNorm, BatchNorm1d):
    """A `BatchNorm1d` that finds `num_features` at its first call.

    Examples
    --------
    >>> import tensorlite as tl
    >>> norm = tl.nn.LazyBatchNorm1d()
    >>> norm(tl.zeros(2, 3)).shape, norm.num_features
    (tensorlite.Size([2, 3]), 3)
    """

    cls_to_become = BatchNorm1d


class LazyBatchNorm2d(_LazyNorm, BatchNorm2d):
    """A `BatchNorm2d` that finds `num_features` at its first call."""

    cls_to_become = BatchNorm2d


class LazyBatchNorm3d(_LazyNorm, BatchNorm3d):
    """A `BatchNorm3d` that finds `num_features` at its first call."""

    cls_to_become = BatchNorm3d


class LazyInstanceNorm1d(_LazyInstanceNorm, InstanceNorm1d):
    """An `InstanceNorm1d` that finds `num_features` at its first call."""

    cls_to_become = InstanceNorm1d


class LazyInstanceNorm2d(_LazyInstanceNorm, InstanceNorm2d):
    """An `InstanceNorm2d` that finds `num_features` at its first call."""

    cls_to_become = InstanceNorm2d


class LazyInstanceNorm3d(_LazyInstanceNorm, InstanceNorm3d):
    """An `InstanceNorm3d` that finds `num_features` at its first call."""

    cls_to_become = InstanceNorm3d
