"""Convolutions and their transposes as layers, and the ones that find their channels later."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike, Dims
from ..tensor import Tensor
from . import functional as F
from . import init
from .lazy import LazyModuleMixin
from .module import Module
from .parameter import Parameter, UninitializedParameter, is_uninitialized

__all__ = [
    "Conv1d", "Conv2d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d",
    "LazyConv1d", "LazyConv2d", "LazyConv3d", "LazyConvTranspose1d", "LazyConvTranspose2d",
    "LazyConvTranspose3d",
]  # fmt: skip

MODES = ("zeros", "reflect", "replicate", "circular")


class _ConvNd(Module):
    """What convolutions of one to three dims, and their transposes, share.

    Attributes
    ----------
    weight : Parameter
        Starts uniform in +-1/sqrt(fan_in).
    bias : Parameter (out_channels,) or None
        Starts likewise.
    """

    dims: int
    transposed = False

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: Dims,
        stride: Dims,
        padding: Dims | str,
        dilation: Dims,
        output_padding: Dims,
        groups: int,
        bias: bool,
        padding_mode: str,
        device: DeviceLike | None,
        dtype: dtypes.dtype | None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._check(in_channels, out_channels, groups, stride, padding, padding_mode)
        self.in_channels, self.out_channels, self.groups = in_channels, out_channels, groups
        self.kernel_size, self.stride = self._each(kernel_size), self._each(stride)
        self.padding = padding if isinstance(padding, str) else self._each(padding)
        self.dilation, self.output_padding = self._each(dilation), self._each(output_padding)
        self.padding_mode = padding_mode
        self._make(bias, device, dtype)

    def _make(self, bias, device, dtype):
        """Make and draw the parameters."""
        self.weight = Parameter(tl.empty(self._weight_shape(), device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(tl.empty(self.out_channels, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def _each(self, given):
        """A number for each dim of space."""
        return tuple(given) if isinstance(given, tuple | list) else (given,) * self.dims

    def _check(self, in_channels, out_channels, groups, stride, padding, padding_mode):
        name = type(self).__name__
        if groups <= 0:
            raise ValueError(f"{name}: groups must be a positive integer; got {groups}; try 1")
        for what, channels in (("in_channels", in_channels), ("out_channels", out_channels)):
            if channels % groups:
                raise ValueError(
                    f"{name}: {what} must be divisible by groups; got {channels} and {groups}; "
                    "try groups=1"
                )
        if isinstance(padding, str):
            if padding not in ("same", "valid"):
                raise ValueError(
                    f"{name}: Invalid padding string {padding!r}, should be one of "
                    f"{{'same', 'valid'}}; got {padding!r}; try 'same'"
                )
            if padding == "same" and any(step != 1 for step in self._each(stride)):
                raise ValueError(
                    f"{name}: padding='same' is not supported for strided convolutions; expected "
                    f"stride 1; got {stride}; try numbers"
                )
        if padding_mode not in MODES:
            raise ValueError(
                f"{name}: padding_mode must be one of {set(MODES)}, but got "
                f"padding_mode='{padding_mode}'; try 'zeros'"
            )

    def _weight_shape(self):
        into, out = self.in_channels, self.out_channels
        first, second = (into, out) if self.transposed else (out, into)
        return (first, second // self.groups, *self.kernel_size)

    def reset_parameters(self) -> None:
        """Draw new parameters."""
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            fan_in = math.prod(self.weight.shape[1:])
            bound = 1 / math.sqrt(fan_in) if fan_in else 0
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input: Tensor) -> Tensor:
        """The convolution of the input."""
        padding = self.padding
        if self.padding_mode != "zeros":
            input = F.pad(input, self._sides(), mode=self.padding_mode)
            padding = 0
        convolve = getattr(F, f"conv{self.dims}d")
        return convolve(input, self.weight, self.bias, self.stride, padding, self.dilation,
                        self.groups)  # fmt: skip

    def _sides(self):
        """What `pad` puts around, the last dim first."""
        if self.padding == "valid":
            return [0] * (2 * self.dims)
        sides = []
        for k in range(self.dims - 1, -1, -1):
            if self.padding == "same":
                total = self.dilation[k] * (self.kernel_size[k] - 1)
                sides += [total // 2, total - total // 2]
            else:
                sides += [self.padding[k]] * 2
        return sides

    def extra_repr(self) -> str:
        """Channels, and what differs from the defaults."""
        parts = [f"{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}"]
        parts.append(f"stride={self.stride}")
        for name, usual in (("padding", 0), ("dilation", 1), ("output_padding", 0)):
            given = getattr(self, name)
            if given != (usual,) * self.dims:
                parts.append(f"{name}={given}")
        if self.groups != 1:
            parts.append(f"groups={self.groups}")
        if self.bias is None:
            parts.append("bias=False")
        if self.padding_mode != "zeros":
            parts.append(f"padding_mode={self.padding_mode}")
        return ", ".join(parts)


class _Plain(_ConvNd):
    """A convolution, with the parameters of `Conv2d`."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: Dims,
        stride: Dims = 1,
        padding: Dims | str = 0,
        dilation: Dims = 1,
        groups: int = 1,
        bias: bool = True,
        padding_mode: str = "zeros",
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:  # fmt: skip
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, dilation, 0,
                         groups, bias, padding_mode, device, dtype)  # fmt: skip


class _ConvTransposeNd(_ConvNd):
    """The transpose of a convolution, with the parameters of `ConvTranspose2d`."""

    transposed = True

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: Dims,
        stride: Dims = 1,
        padding: Dims = 0,
        output_padding: Dims = 0,
        groups: int = 1,
        bias: bool = True,
        dilation: Dims = 1,
        padding_mode: str = "zeros",
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:  # fmt: skip
        if padding_mode != "zeros":
            name = type(self).__name__
            raise ValueError(
                f'{name}: Only "zeros" padding mode is supported for {name}; got {padding_mode!r}; '
                "try 'zeros'"
            )
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, dilation,
                         output_padding, groups, bias, padding_mode, device, dtype)  # fmt: skip

    def forward(self, input: Tensor, output_size: Sequence[int] | None = None) -> Tensor:
        """The transposed convolution of the input; `output_size`: the sizes to reach."""
        more = self.output_padding
        if output_size is not None:
            more = self._more(input, list(output_size))
        convolve = getattr(F, f"conv_transpose{self.dims}d")
        return convolve(input, self.weight, self.bias, self.stride, self.padding, more,
                        self.groups, self.dilation)  # fmt: skip

    def _more(self, input, wanted):
        """The output padding that makes a result of the sizes `wanted`."""
        name, dims = type(self).__name__, self.dims
        ahead = input.ndim - dims
        if len(wanted) == ahead + dims:
            wanted = wanted[ahead:]
        if len(wanted) != dims:
            raise ValueError(
                f"{name}: for {input.ndim}D input, output_size must have {dims} or {ahead + dims} "
                f"elements; got {len(wanted)}; try {dims}"
            )
        least = [
            (n - 1) * s - 2 * p + d * (k - 1) + 1
            for n, s, p, d, k in zip(input.shape[ahead:], self.stride, self.padding, self.dilation,
                                     self.kernel_size, strict=True)
        ]  # fmt: skip
        most = [n + s - 1 for n, s in zip(least, self.stride, strict=True)]
        if any(not a <= n <= b for a, n, b in zip(least, wanted, most, strict=True)):
            raise ValueError(
                f"{name}: requested an output size of {wanted}, but valid sizes range from {least} "
                f"to {most}; got an input of {list(input.shape[ahead:])}; try one of these sizes"
            )
        return tuple(n - a for n, a in zip(wanted, least, strict=True))


class Conv1d(_Plain):
    """`functional.conv1d` with a weight and a bias of its own: see `Conv2d`."""

    dims = 1


class Conv2d(_Plain):
    """Kernels that go over images: at each place, the sum of products of what lies below.

    Parameters
    ----------
    in_channels, out_channels : int
    kernel_size, stride, dilation : int or tuple of int
    padding : int, tuple of int, "same" or "valid"
        What is put around the input.
    groups : int
        Each group of channels of the input makes one of the result.
    bias : bool
    padding_mode : {"zeros", "reflect", "replicate", "circular"}
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight : Parameter (out_channels, in_channels / groups, *kernel_size)
        Starts uniform in +-1/sqrt(in_channels / groups * elements of a kernel).
    bias : Parameter (out_channels,) or None
        Starts likewise.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.Conv2d(3, 16, 3, padding=1)
    >>> layer(tl.zeros(8, 3, 32, 32)).shape
    tensorlite.Size([8, 16, 32, 32])
    >>> layer
    Conv2d(3, 16, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
    """

    dims = 2


class Conv3d(_Plain):
    """`functional.conv3d` with a weight and a bias of its own: see `Conv2d`."""

    dims = 3


class ConvTranspose1d(_ConvTransposeNd):
    """`functional.conv_transpose1d` with a weight and a bias: see `ConvTranspose2d`."""

    dims = 1


class ConvTranspose2d(_ConvTransposeNd):
    """The gradient of a `Conv2d` with respect to its input, as a layer.

    Parameters
    ----------
    in_channels, out_channels : int
    kernel_size, stride, padding, dilation : int or tuple of int
        Of the convolution whose gradient it is.
    output_padding : int or tuple of int
        What is added to one side of the result, whose size the others leave open.
    groups : int
    bias : bool
    padding_mode : {"zeros"}
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight : Parameter (in_channels, out_channels / groups, *kernel_size)
    bias : Parameter (out_channels,) or None

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.ConvTranspose2d(16, 3, 3, stride=2, padding=1)
    >>> layer(tl.zeros(8, 16, 4, 4), output_size=(8, 8)).shape
    tensorlite.Size([8, 3, 8, 8])
    """

    dims = 2


class ConvTranspose3d(_ConvTransposeNd):
    """`functional.conv_transpose3d` with a weight and a bias: see `ConvTranspose2d`."""

    dims = 3


class _Lazy(LazyModuleMixin, _ConvNd):
    """A convolution that finds `in_channels` at its first call; no other argument differs."""

    def __init__(self, out_channels: int, kernel_size: Dims, *args: Any, **named: Any) -> None:
        super().__init__(0, out_channels, kernel_size, *args, **named)

    def _make(self, bias, device, dtype):
        self.weight = UninitializedParameter(device=device, dtype=dtype)
        if bias:
            self.bias = UninitializedParameter(device=device, dtype=dtype)
        else:
            self.register_parameter("bias", None)

    def reset_parameters(self) -> None:
        """Draw new parameters, if there are any yet."""
        if not self.has_uninitialized_params() and self.in_channels:
            super().reset_parameters()

    def initialize_parameters(self, input: Tensor, *args: Any, **named: Any) -> None:
        """Make the parameters for the channels of an input."""
        if not self.has_uninitialized_params():
            return
        name = type(self).__name__
        if input.ndim not in (self.dims + 1, self.dims + 2):
            raise RuntimeError(
                f"{name}: Expected {self.dims + 1}D (unbatched) or {self.dims + 2}D (batched) "
                f"input to {name}; got input of size: {tuple(input.shape)}; try reshape()"
            )
        channels = input.shape[-1 - self.dims]
        if channels % self.groups:
            raise ValueError(
                f"{name}: in_channels must be divisible by groups; got {channels} and "
                f"{self.groups}; try groups=1"
            )
        self.in_channels = channels
        if is_uninitialized(self.weight):
            self.weight.materialize(self._weight_shape())
        if is_uninitialized(self.bias):
            self.bias.materialize((self.out_channels,))
        with tl.no_grad():
            self.reset_parameters()


class LazyConv1d(_Lazy, Conv1d):
    """A `Conv1d` that finds `in_channels` at its first call."""

    cls_to_become = Conv1d


class LazyConv2d(_Lazy, Conv2d):
    """A `Conv2d` that finds `in_channels` at its first call.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.LazyConv2d(16, 3)
    >>> layer(tl.zeros(8, 3, 32, 32)).shape
    tensorlite.Size([8, 16, 30, 30])
    >>> layer
    Conv2d(3, 16, kernel_size=(3, 3), stride=(1, 1))
    """

    cls_to_become = Conv2d


class LazyConv3d(_Lazy, Conv3d):
    """A `Conv3d` that finds `in_channels` at its first call."""

    cls_to_become = Conv3d


class LazyConvTranspose1d(_Lazy, ConvTranspose1d):
    """A `ConvTranspose1d` that finds `in_channels` at its first call."""

    cls_to_become = ConvTranspose1d


class LazyConvTranspose2d(_Lazy, ConvTranspose2d):
    """A `ConvTranspose2d` that finds `in_channels` at its first call."""

    cls_to_become = ConvTranspose2d


class LazyConvTranspose3d(_Lazy, ConvTranspose3d):
    """A `ConvTranspose3d` that finds `in_channels` at its first call."""

    cls_to_become = ConvTranspose3d
