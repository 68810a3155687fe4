"""Layers that undo pooling."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..annotations import Dims
from ..ops.windows import tuple_of
from ..tensor import Tensor
from . import functional as F
from .module import Module

__all__ = ["MaxUnpool1d", "MaxUnpool2d", "MaxUnpool3d"]


class _MaxUnpoolNd(Module):
    """
    Parameters
    ----------
    kernel_size, stride, padding : int or tuple of int
        Those of the pooling that is undone.
    """

    dims: int
    function: Callable

    def __init__(
        self, kernel_size: Dims, stride: Dims | None = None, padding: Dims | str = 0
    ) -> None:
        super().__init__()
        stride = stride if stride is not None else kernel_size
        self.kernel_size, self.stride, self.padding = (
            tuple_of(n, self.dims) for n in (kernel_size, stride, padding)
        )

    def forward(
        self, input: Tensor, indices: Tensor, output_size: int | Sequence[int | None] | None = None
    ) -> Tensor:
        """Zeros, with input where the indices say."""
        return type(self).function(
            input, indices, self.kernel_size, self.stride, self.padding, output_size
        )

    def extra_repr(self) -> str:
        """The windows."""
        return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"


class MaxUnpool1d(_MaxUnpoolNd):
    """Zeros, with the elements of input where `MaxPool1d` found them."""

    dims, function = 1, staticmethod(F.max_unpool1d)


class MaxUnpool2d(_MaxUnpoolNd):
    """Zeros, with the elements of input where `MaxPool2d` found them.

    Examples
    --------
    >>> import tensorlite as tl
    >>> pool, back = tl.nn.MaxPool2d(2, return_indices=True), tl.nn.MaxUnpool2d(2)
    >>> back(*pool(tl.arange(16.0).reshape(1, 4, 4)))[0, 1].tolist()
    [0.0, 5.0, 0.0, 7.0]
    """

    dims, function = 2, staticmethod(F.max_unpool2d)


class MaxUnpool3d(_MaxUnpoolNd):
    """Zeros, with the elements of input where `MaxPool3d` found them."""

    dims, function = 3, staticmethod(F.max_unpool3d)
