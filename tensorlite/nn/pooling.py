"""Pooling layers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..annotations import Dims
from ..ops.windows import tuple_of
from ..tensor import Tensor
from . import functional as F
from .module import Module

__all__ = [
    "AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveAvgPool3d", "AdaptiveMaxPool1d",
    "AdaptiveMaxPool2d", "AdaptiveMaxPool3d", "AvgPool1d", "AvgPool2d", "AvgPool3d",
    "FractionalMaxPool2d", "FractionalMaxPool3d", "LPPool1d", "LPPool2d", "LPPool3d", "MaxPool1d",
    "MaxPool2d", "MaxPool3d",
]  # fmt: skip


class _Pool(Module):
    """A pooling layer; a subclass names its functional form."""

    function: Callable


class _MaxPoolNd(_Pool):
    """The sizes of the windows, which the functional form checks.

    Parameters
    ----------
    kernel_size, stride, padding, dilation : int or tuple of int
    return_indices : bool
        Whether the places of the largest elements are returned too.
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    """

    def __init__(
        self,
        kernel_size: Dims,
        stride: Dims | None = None,
        padding: Dims = 0,
        dilation: Dims = 1,
        return_indices: bool = False,
        ceil_mode: bool = False,
    ) -> None:
        super().__init__()
        self.kernel_size = kernel_size
        self.stride = stride if stride is not None else kernel_size
        self.padding, self.dilation = padding, dilation
        self.return_indices, self.ceil_mode = return_indices, ceil_mode

    def forward(self, input: Tensor) -> Tensor:
        """The largest of each window."""
        return type(self).function(
            input, self.kernel_size, self.stride, self.padding, self.dilation,
            ceil_mode=self.ceil_mode, return_indices=self.return_indices,
        )  # fmt: skip

    def extra_repr(self) -> str:
        """The windows."""
        return (
            f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}, "
            f"dilation={self.dilation}, ceil_mode={self.ceil_mode}"
        )


class MaxPool1d(_MaxPoolNd):
    """The largest of each window of (N, C, L) or (C, L)."""

    function = staticmethod(F.max_pool1d)


class MaxPool2d(_MaxPoolNd):
    """The largest of each window of (N, C, H, W) or (C, H, W).

    Parameters
    ----------
    kernel_size : int or tuple of two ints
        The size of a window.
    stride : int or tuple of two ints, optional
        From one window to the next; `kernel_size` by default.
    padding : int or tuple of two ints
        Elements on both sides that count as -inf; at most half of the window.
    dilation : int or tuple of two ints
        From one element of a window to the next.
    return_indices : bool
        Whether the places of the largest elements are returned too: see `MaxUnpool2d`.
    ceil_mode : bool
        Whether a last window may reach beyond the input.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.MaxPool2d(2)(tl.arange(16.0).reshape(1, 4, 4))
    tensor([[[ 5.,  7.],
             [13., 15.]]])
    """

    function = staticmethod(F.max_pool2d)


class MaxPool3d(_MaxPoolNd):
    """The largest of each window of (N, C, D, H, W) or (C, D, H, W)."""

    function = staticmethod(F.max_pool3d)


class _AvgPoolNd(_Pool):
    """The sizes of the windows, which the functional form checks.

    Parameters
    ----------
    kernel_size, stride, padding : int or tuple of int
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    count_include_pad : bool
        Whether zeros of the padding count as elements.
    divisor_override : int, optional
        What sums are divided by instead.
    """

    def __init__(
        self,
        kernel_size: Dims,
        stride: Dims | None = None,
        padding: Dims = 0,
        ceil_mode: bool = False,
        count_include_pad: bool = True,
        divisor_override: int | None = None,
    ) -> None:
        super().__init__()
        self.kernel_size = kernel_size
        self.stride = stride if stride is not None else kernel_size
        self.padding, self.ceil_mode = padding, ceil_mode
        self.count_include_pad, self.divisor_override = count_include_pad, divisor_override

    def forward(self, input: Tensor) -> Tensor:
        """The average of each window."""
        return type(self).function(
            input, self.kernel_size, self.stride, self.padding, self.ceil_mode,
            self.count_include_pad, self.divisor_override,
        )  # fmt: skip

    def extra_repr(self) -> str:
        """The windows."""
        return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"


class AvgPool1d(_AvgPoolNd):
    """The average of each window of (N, C, L) or (C, L)."""

    def __init__(
        self,
        kernel_size: Dims,
        stride: Dims | None = None,
        padding: Dims = 0,
        ceil_mode: bool = False,
        count_include_pad: bool = True,
    ) -> None:
        stride = stride if stride is not None else kernel_size
        super().__init__(tuple_of(kernel_size, 1), tuple_of(stride, 1), tuple_of(padding, 1),
                         ceil_mode, count_include_pad)  # fmt: skip

    def forward(self, input: Tensor) -> Tensor:
        """The average of each window."""
        return F.avg_pool1d(
            input, self.kernel_size, self.stride, self.padding, self.ceil_mode,
            self.count_include_pad,
        )  # fmt: skip


class AvgPool2d(_AvgPoolNd):
    """The average of each window of (N, C, H, W) or (C, H, W)."""

    function = staticmethod(F.avg_pool2d)


class AvgPool3d(_AvgPoolNd):
    """The average of each window of (N, C, D, H, W) or (C, D, H, W)."""

    function = staticmethod(F.avg_pool3d)


class _AdaptiveAvgPoolNd(_Pool):
    """
    Parameters
    ----------
    output_size : int, or tuple of int or None
        Windows a dim, which part the input evenly; None keeps an extent.
    """

    def __init__(self, output_size: int | Sequence[int | None]) -> None:
        super().__init__()
        self.output_size = output_size

    def forward(self, input: Tensor) -> Tensor:
        """The average of each window."""
        return type(self).function(input, self.output_size)

    def extra_repr(self) -> str:
        """The windows."""
        return f"output_size={self.output_size}"


class AdaptiveAvgPool1d(_AdaptiveAvgPoolNd):
    """The average of each of `output_size` windows of (N, C, L) or (C, L)."""

    function = staticmethod(F.adaptive_avg_pool1d)


class AdaptiveAvgPool2d(_AdaptiveAvgPoolNd):
    """The average of each of `output_size` windows a dim of (N, C, H, W) or (C, H, W).

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.AdaptiveAvgPool2d((1, None))(tl.ones(3, 5, 7)).shape
    tensorlite.Size([3, 1, 7])
    """

    function = staticmethod(F.adaptive_avg_pool2d)


class AdaptiveAvgPool3d(_AdaptiveAvgPoolNd):
    """The average of each of `output_size` windows a dim of (N, C, D, H, W) or (C, D, H, W)."""

    function = staticmethod(F.adaptive_avg_pool3d)


class _AdaptiveMaxPoolNd(_AdaptiveAvgPoolNd):
    """
    Parameters
    ----------
    output_size : int, or tuple of int or None
        Windows a dim, which part the input evenly; None keeps an extent.
    return_indices : bool
        Whether the places of the largest elements are returned too.
    """

    def __init__(
        self, output_size: int | Sequence[int | None], return_indices: bool = False
    ) -> None:
        super().__init__(output_size)
        self.return_indices = return_indices

    def forward(self, input: Tensor) -> Tensor:
        """The largest of each window."""
        return type(self).function(input, self.output_size, self.return_indices)


class AdaptiveMaxPool1d(_AdaptiveMaxPoolNd):
    """The largest of each of `output_size` windows of (N, C, L) or (C, L)."""

    function = staticmethod(F.adaptive_max_pool1d)


class AdaptiveMaxPool2d(_AdaptiveMaxPoolNd):
    """The largest of each of `output_size` windows a dim of (N, C, H, W) or (C, H, W)."""

    function = staticmethod(F.adaptive_max_pool2d)


class AdaptiveMaxPool3d(_AdaptiveMaxPoolNd):
    """The largest of each of `output_size` windows a dim of (N, C, D, H, W) or (C, D, H, W)."""

    function = staticmethod(F.adaptive_max_pool3d)


class _LPPoolNd(_Pool):
    """
    Parameters
    ----------
    norm_type : float
        The p of the norm.
    kernel_size, stride : int or tuple of int
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    """

    def __init__(
        self,
        norm_type: float,
        kernel_size: Dims,
        stride: Dims | None = None,
        ceil_mode: bool = False,
    ) -> None:
        super().__init__()
        self.norm_type, self.kernel_size = norm_type, kernel_size
        self.stride, self.ceil_mode = stride, ceil_mode

    def forward(self, input: Tensor) -> Tensor:
        """The norm of each window."""
        return type(self).function(
            input, float(self.norm_type), self.kernel_size, self.stride, self.ceil_mode
        )

    def extra_repr(self) -> str:
        """The norm and the windows."""
        return (
            f"norm_type={self.norm_type}, kernel_size={self.kernel_size}, stride={self.stride}, "
            f"ceil_mode={self.ceil_mode}"
        )


class LPPool1d(_LPPoolNd):
    """The p-norm of each window of (N, C, L) or (C, L), without absolute values."""

    function = staticmethod(F.lp_pool1d)


class LPPool2d(_LPPoolNd):
    """The p-norm of each window of (N, C, H, W) or (C, H, W), without absolute values."""

    function = staticmethod(F.lp_pool2d)


class LPPool3d(_LPPoolNd):
    """The p-norm of each window of (N, C, D, H, W) or (C, D, H, W), without absolute values."""

    function = staticmethod(F.lp_pool3d)


class _FractionalMaxPool(_Pool):
    """
    Parameters
    ----------
    kernel_size : int or tuple of int
    output_size : int or tuple of int, optional
    output_ratio : float or tuple of float, optional
        Between 0 and 1; one of the two is given.
    return_indices : bool
        Whether the places of the largest elements are returned too.
    """

    dims: int

    def __init__(
        self,
        kernel_size: Dims,
        output_size: int | Sequence[int | None] | None = None,
        output_ratio: float | Sequence[float] | None = None,
        return_indices: bool = False,
        _random_samples: Tensor | None = None,
    ) -> None:
        super().__init__()
        name = type(self).__name__
        self.kernel_size = tuple_of(kernel_size, self.dims)
        self.return_indices = return_indices
        self.register_buffer("_random_samples", _random_samples)
        self.output_size = None if output_size is None else tuple_of(output_size, self.dims)
        self.output_ratio = None if output_ratio is None else tuple_of(output_ratio, self.dims)
        if (output_size is None) == (output_ratio is None):
            got = "none" if output_size is None else "both"
            raise ValueError(
                f"{name}: only one of output_size and output_ratio may be specified; expected one; "
                f"got {got}; try output_ratio=0.5"
            )
        if self.output_ratio is not None and not all(0 < r < 1 for r in self.output_ratio):
            raise ValueError(
                f"{name}: output_ratio must be between 0 and 1 (got {output_ratio}); expected "
                f"that; got {output_ratio}; try 0.5"
            )

    def forward(self, input: Tensor) -> Tensor:
        """The largest of each window."""
        return type(self).function(
            input, self.kernel_size, self.output_size, self.output_ratio, self.return_indices,
            _random_samples=self._random_samples,
        )  # fmt: skip


class FractionalMaxPool2d(_FractionalMaxPool):
    """The largest of windows at random places of (N, C, H, W). Graham 2014, arXiv:1412.6071."""

    dims = 2
    function = staticmethod(F.fractional_max_pool2d)


class FractionalMaxPool3d(_FractionalMaxPool):
    """The largest of windows at random places of (N, C, D, H, W). Graham 2014, arXiv:1412.6071."""

    dims = 3
    function = staticmethod(F.fractional_max_pool3d)
