"""Layers that put a frame around tensors."""

from __future__ import annotations

from ..annotations import Dims, Operand
from ..ops.windows import sides
from ..tensor import Tensor
from . import functional as F
from .module import Module

__all__ = [
    "CircularPad1d", "CircularPad2d", "CircularPad3d", "ConstantPad1d", "ConstantPad2d",
    "ConstantPad3d", "ReflectionPad1d", "ReflectionPad2d", "ReflectionPad3d", "ReplicationPad1d",
    "ReplicationPad2d", "ReplicationPad3d", "ZeroPad1d", "ZeroPad2d", "ZeroPad3d",
]  # fmt: skip


class _Pad(Module):
    """A frame by one of the modes of `functional.pad`, around the last `dims` dims."""

    dims: int
    mode: str

    def __init__(self, padding: Dims | str) -> None:
        super().__init__()
        self.padding = sides(type(self).__name__, padding, self.dims)

    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`."""
        return F.pad(input, self.padding, self.mode)

    def extra_repr(self) -> str:
        """The sizes."""
        return f"{self.padding}"


class _ConstantPadNd(_Pad):
    mode = "constant"

    def __init__(self, padding: Dims | str, value: Operand) -> None:
        super().__init__(padding)
        self.value = value

    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`."""
        return F.pad(input, self.padding, "constant", self.value)

    def extra_repr(self) -> str:
        """The sizes and the value."""
        return f"padding={self.padding}, value={self.value}"


class ConstantPad1d(_ConstantPadNd):
    """A frame of one value around the last dim.

    Parameters
    ----------
    padding : int or tuple of two ints
        Before and after; a negative number crops.
    value : number

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
    tensor([[9., 0., 0., 9., 9.]])
    """

    dims = 1


class ConstantPad2d(_ConstantPadNd):
    """A frame of one value around (*, H, W): left, right, top, bottom."""

    dims = 2


class ConstantPad3d(_ConstantPadNd):
    """A frame of one value around (*, D, H, W): left, right, top, bottom, front, back."""

    dims = 3


class _ZeroPad(_ConstantPadNd):
    def __init__(self, padding: Dims | str) -> None:
        super().__init__(padding, 0.0)

    def extra_repr(self) -> str:
        """The sizes."""
        return f"{self.padding}"


class ZeroPad1d(_ZeroPad):
    """A frame of zeros around the last dim."""

    dims = 1


class ZeroPad2d(_ZeroPad):
    """A frame of zeros around (*, H, W): left, right, top, bottom."""

    dims = 2


class ZeroPad3d(_ZeroPad):
    """A frame of zeros around (*, D, H, W): left, right, top, bottom, front, back."""

    dims = 3


class ReflectionPad1d(_Pad):
    """A frame of the elements inside, mirrored at the border of (N, C, L) or (C, L)."""

    dims, mode = 1, "reflect"


class ReflectionPad2d(_Pad):
    """A frame of the elements inside, mirrored at the border of (N, C, H, W) or (C, H, W)."""

    dims, mode = 2, "reflect"


class ReflectionPad3d(_Pad):
    """A frame of the elements inside, mirrored at the border of (N, C, D, H, W) or without N."""

    dims, mode = 3, "reflect"


class ReplicationPad1d(_Pad):
    """A frame of copies of the border of (N, C, L) or (C, L)."""

    dims, mode = 1, "replicate"


class ReplicationPad2d(_Pad):
    """A frame of copies of the border of (N, C, H, W) or (C, H, W)."""

    dims, mode = 2, "replicate"


class ReplicationPad3d(_Pad):
    """A frame of copies of the border of (N, C, D, H, W) or (C, D, H, W)."""

    dims, mode = 3, "replicate"


class _CircularPadNd(_Pad):
    mode = "circular"

    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`, of (N, C, ...) or (C, ...)."""
        if input.ndim not in (self.dims + 1, self.dims + 2):
            raise ValueError(
                f"{type(self).__name__}: expected {self.dims + 1}D or {self.dims + 2}D input; got "
                f"{input.ndim}D input; try unsqueeze(0)"
            )
        return super().forward(input)


class CircularPad1d(_CircularPadNd):
    """A frame of the elements of the other side of (N, C, L) or (C, L)."""

    dims = 1


class CircularPad2d(_CircularPadNd):
    """A frame of the elements of the other side of (N, C, H, W) or (C, H, W)."""

    dims = 2


class CircularPad3d(_CircularPadNd):
    """A frame of the elements of the other side of (N, C, D, H, W) or (C, D, H, W)."""

    dims = 3
