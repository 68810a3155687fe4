"""Normalising layers: along rows, over groups of channels, and across channels."""

from __future__ import annotations

import numbers

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike, Dims
from ..tensor import Tensor
from . import functional as F
from . import init
from .module import Module
from .parameter import Parameter

__all__ = [
    "CrossMapLRN2d", "GroupNorm", "LayerNorm", "LocalResponseNorm", "RMSNorm",
]  # fmt: skip


def add_parameter(module, name, wanted, shape, device, dtype):
    """A Parameter, or a place kept free."""
    value = Parameter(tl.empty(*shape, device=device, dtype=dtype)) if wanted else None
    module.register_parameter(name, value)


def fill(module):
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
        normalized_shape: Dims,
        eps: float = 1e-5,
        elementwise_affine: bool = True,
        bias: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__()
        self.normalized_shape = _shape(normalized_shape)
        self.eps, self.elementwise_affine = eps, elementwise_affine
        add_parameter(self, "weight", elementwise_affine, self.normalized_shape, device, dtype)
        biased = elementwise_affine and bias
        add_parameter(self, "bias", biased, self.normalized_shape, device, dtype)
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """Weight 1, bias 0."""
        fill(self)

    def forward(self, input: Tensor) -> Tensor:
        """`functional.layer_norm`."""
        return F.layer_norm(input, self.normalized_shape, self.weight, self.bias, self.eps)

    def extra_repr(self) -> str:
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
        self,
        normalized_shape: Dims,
        eps: float | None = None,
        elementwise_affine: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__()
        self.normalized_shape = _shape(normalized_shape)
        self.eps, self.elementwise_affine = eps, elementwise_affine
        add_parameter(self, "weight", elementwise_affine, self.normalized_shape, device, dtype)
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """Weight 1."""
        fill(self)

    def forward(self, input: Tensor) -> Tensor:
        """`functional.rms_norm`."""
        return F.rms_norm(input, self.normalized_shape, self.weight, self.eps)

    def extra_repr(self) -> str:
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
        num_groups: int,
        num_channels: int,
        eps: float = 1e-5,
        affine: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
        *,
        bias: bool = True,
    ) -> None:
        super().__init__()
        if num_channels % num_groups:
            raise ValueError(
                f"GroupNorm: num_channels ({num_channels}) must be divisible by num_groups "
                f"({num_groups})"
            )
        self.num_groups, self.num_channels = num_groups, num_channels
        self.eps, self.affine = eps, affine
        add_parameter(self, "weight", affine, (num_channels,), device, dtype)
        add_parameter(self, "bias", affine and bias, (num_channels,), device, dtype)
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """Weight 1, bias 0."""
        fill(self)

    def forward(self, input: Tensor) -> Tensor:
        """`functional.group_norm`."""
        return F.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

    def extra_repr(self) -> str:
        """Sizes and options."""
        return (
            f"{self.num_groups}, {self.num_channels}, eps={self.eps}, affine={self.affine}, "
            f"bias={self.bias is not None}"
        )


class LocalResponseNorm(Module):
    """Each element over a power of the mean of squares of the channels around it.

    Parameters
    ----------
    size : int
        Channels that count.
    alpha, beta, k : float
        x / (k + alpha * mean)^beta.

    References
    ----------
    Krizhevsky, Sutskever, Hinton 2012, "ImageNet Classification with Deep Convolutional Neural
    Networks", section 3.3.
    """

    def __init__(self, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0) -> None:
        super().__init__()
        self.size, self.alpha, self.beta, self.k = size, alpha, beta, k

    def forward(self, input: Tensor) -> Tensor:
        """`functional.local_response_norm`."""
        return F.local_response_norm(input, self.size, self.alpha, self.beta, self.k)

    def extra_repr(self) -> str:
        """The numbers."""
        return f"{self.size}, alpha={self.alpha}, beta={self.beta}, k={self.k}"


class CrossMapLRN2d(LocalResponseNorm):
    """`LocalResponseNorm` under an older name."""

    def __init__(self, size: int, alpha: float = 1e-4, beta: float = 0.75, k: int = 1) -> None:
        super().__init__(size, alpha, beta, k)
