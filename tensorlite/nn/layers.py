"""Linear layers, reshaping layers, distances."""

from __future__ import annotations

import math
from typing import Any

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike, Dims
from ..errors import expected
from ..tensor import Tensor
from . import functional as F
from . import init
from .module import Module
from .parameter import Parameter

__all__ = [
    "Bilinear", "CosineSimilarity", "Flatten", "Identity", "Linear", "PairwiseDistance",
    "Unflatten",
]  # fmt: skip


def check_size(layer, name, size):
    """Raise unless `size` is an int of at least 0."""
    if isinstance(size, bool) or not hasattr(size, "__index__"):
        raise TypeError(f"{layer}: expected {name} to be an int; got {type(size).__name__}")
    if size < 0:
        raise RuntimeError(f"{layer}: expected {name} of at least 0; got {size}")


class Identity(Module):
    """Gives back its input; takes and ignores any arguments."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__()

    def forward(self, input: Tensor) -> Tensor:
        """The input itself."""
        return input


class Linear(Module):
    """y = x @ weight.T + bias.

    Parameters
    ----------
    in_features, out_features : int
    bias : bool
        Whether there is a bias.
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight : Parameter (out_features, in_features)
        Starts uniform in +-1/sqrt(in_features).
    bias : Parameter (out_features,) or None
        Starts likewise.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Linear(3, 2)(tl.zeros(5, 3)).shape
    tensorlite.Size([5, 2])
    """

    def __init__(
        self,
        in_features: int,
        out_features: int,
        bias: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__()
        check_size("Linear", "in_features", in_features)
        check_size("Linear", "out_features", out_features)
        self.in_features, self.out_features = in_features, out_features
        self.weight = Parameter(tl.empty(out_features, in_features, device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(tl.empty(out_features, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """Draw new parameters."""
        bound = 1 / math.sqrt(self.in_features) if self.in_features > 0 else 0
        init.uniform_(self.weight, -bound, bound)
        if self.bias is not None:
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input: Tensor) -> Tensor:
        """`functional.linear`."""
        return F.linear(input, self.weight, self.bias)

    def extra_repr(self) -> str:
        """Sizes and whether there is a bias."""
        return (
            f"in_features={self.in_features}, out_features={self.out_features}, "
            f"bias={self.bias is not None}"
        )


class Bilinear(Module):
    """y[k] = x1 @ weight[k] @ x2 + bias[k].

    Parameters
    ----------
    in1_features, in2_features, out_features : int
    bias : bool
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight : Parameter (out_features, in1_features, in2_features)
    bias : Parameter (out_features,) or None
    """

    def __init__(
        self,
        in1_features: int,
        in2_features: int,
        out_features: int,
        bias: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__()
        if in1_features <= 0:
            raise ValueError(f"Bilinear: in1_features must be > 0, but got {in1_features}")
        self.in1_features, self.in2_features = in1_features, in2_features
        self.out_features = out_features
        shape = (out_features, in1_features, in2_features)
        self.weight = Parameter(tl.empty(*shape, device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(tl.empty(out_features, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """Draw new parameters, uniform in +-1/sqrt(in1_features)."""
        bound = 1 / math.sqrt(self.in1_features)
        init.uniform_(self.weight, -bound, bound)
        if self.bias is not None:
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input1: Tensor, input2: Tensor) -> Tensor:
        """`functional.bilinear`."""
        return F.bilinear(input1, input2, self.weight, self.bias)

    def extra_repr(self) -> str:
        """Sizes and whether there is a bias."""
        return (
            f"in1_features={self.in1_features}, in2_features={self.in2_features}, "
            f"out_features={self.out_features}, bias={self.bias is not None}"
        )


class Flatten(Module):
    """Merge the dimensions from `start_dim` to `end_dim`; by default all but the batch.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Flatten()(tl.zeros(2, 3, 4)).shape
    tensorlite.Size([2, 12])
    """

    def __init__(self, start_dim: int = 1, end_dim: int = -1) -> None:
        super().__init__()
        if isinstance(start_dim, Tensor) and start_dim.ndim:
            raise TypeError(
                expected("Flatten", "a setting start_dim", "a Tensor", "Flatten()(input)")
            )
        self.start_dim, self.end_dim = start_dim, end_dim

    def forward(self, input: Tensor) -> Tensor:
        """`Tensor.flatten`."""
        return input.flatten(self.start_dim, self.end_dim)

    def extra_repr(self) -> str:
        """The range."""
        return f"start_dim={self.start_dim}, end_dim={self.end_dim}"


class Unflatten(Module):
    """Split dimension `dim` into `unflattened_size`.

    Parameters
    ----------
    dim : int
    unflattened_size : tuple or list of int
        One size may be -1.
    """

    def __init__(self, dim: int, unflattened_size: Dims) -> None:
        super().__init__()
        if not isinstance(dim, int):
            raise TypeError(f"Unflatten: expected dim to be an int; got {type(dim).__name__}")
        if not isinstance(unflattened_size, tuple | list):
            raise TypeError(
                "Unflatten: expected unflattened_size to be a tuple of ints; got "
                f"{type(unflattened_size).__name__}"
            )
        for place, size in enumerate(unflattened_size):
            if not isinstance(size, int):
                raise TypeError(
                    "Unflatten: unflattened_size must be tuple of ints, but found element of type "
                    f"{type(size).__name__} at pos {place}"
                )
        self.dim, self.unflattened_size = dim, unflattened_size

    def forward(self, input: Tensor) -> Tensor:
        """`Tensor.unflatten`."""
        return input.unflatten(self.dim, self.unflattened_size)

    def extra_repr(self) -> str:
        """Dimension and sizes."""
        return f"dim={self.dim}, unflattened_size={self.unflattened_size}"


class CosineSimilarity(Module):
    """`functional.cosine_similarity` as a Module."""

    def __init__(self, dim: int = 1, eps: float = 1e-8) -> None:
        super().__init__()
        self.dim, self.eps = dim, eps

    def forward(self, x1: Tensor, x2: Tensor) -> Tensor:
        """The cosine along `dim`."""
        return F.cosine_similarity(x1, x2, self.dim, self.eps)


class PairwiseDistance(Module):
    """`functional.pairwise_distance` as a Module."""

    def __init__(self, p: float = 2.0, eps: float = 1e-6, keepdim: bool = False) -> None:
        super().__init__()
        self.norm, self.eps, self.keepdim = p, eps, keepdim

    def forward(self, x1: Tensor, x2: Tensor) -> Tensor:
        """The distance of the vectors in the last dimension."""
        return F.pairwise_distance(x1, x2, self.norm, self.eps, self.keepdim)
