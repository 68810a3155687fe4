"""Every activation of PyTorch as a Module over `functional`."""

from __future__ import annotations

from typing import Any

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike, Operand
from ..errors import expected
from ..tensor import Tensor
from . import functional as F
from .module import Module
from .parameter import Parameter

__all__ = [
    "CELU", "ELU", "GELU", "GLU", "SELU", "Hardshrink", "Hardsigmoid", "Hardswish", "Hardtanh",
    "LeakyReLU", "LogSigmoid", "LogSoftmax", "Mish", "PReLU", "RReLU", "ReLU", "ReLU6", "SiLU",
    "Sigmoid", "Softmax", "Softmax2d", "Softmin", "Softplus", "Softshrink", "Softsign", "Tanh",
    "Tanhshrink", "Threshold",
]  # fmt: skip


_WORDS = {"approximate", "dim", "inplace"}  # settings that no Tensor can be


class _Activation(Module):
    """Named settings: repr shows them, and `inplace` where it is set."""

    shown: tuple[str, ...] = ()
    inplace = False

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _WORDS and isinstance(value, Tensor):
            own = type(self).__name__
            raise TypeError(expected(own, f"a setting {name}", "a Tensor", f"{own}()(input)"))
        super().__setattr__(name, value)

    def extra_repr(self) -> str:
        """The settings as name=value."""
        parts = [f"{name}={getattr(self, name)!r}" for name in self.shown]
        return ", ".join(parts + ["inplace=True"] * bool(self.inplace))


class ReLU(_Activation):
    """max(x, 0).

    Parameters
    ----------
    inplace : bool

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.ReLU()(tl.tensor([-1.0, 2.0]))
    tensor([0., 2.])
    """

    def __init__(self, inplace: bool = False) -> None:
        super().__init__()
        self.inplace = inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.relu`."""
        return F.relu(input, self.inplace)


class Hardtanh(_Activation):
    """x limited to [min_val, max_val]."""

    shown: tuple[str, ...] = ("min_val", "max_val")

    def __init__(self, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False) -> None:
        super().__init__()
        if not max_val > min_val:
            raise AssertionError(f"Hardtanh: expected max_val > min_val; got {min_val}, {max_val}")
        self.min_val, self.max_val, self.inplace = min_val, max_val, inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.hardtanh`."""
        return F.hardtanh(input, self.min_val, self.max_val, self.inplace)


class ReLU6(Hardtanh):
    """x limited to [0, 6]."""

    shown = ()

    def __init__(self, inplace: bool = False) -> None:
        super().__init__(0.0, 6.0, inplace)


class LeakyReLU(_Activation):
    """x where x > 0, else negative_slope * x."""

    shown = ("negative_slope",)

    def __init__(self, negative_slope: float = 1e-2, inplace: bool = False) -> None:
        super().__init__()
        self.negative_slope, self.inplace = negative_slope, inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.leaky_relu`."""
        return F.leaky_relu(input, self.negative_slope, self.inplace)


class RReLU(_Activation):
    """LeakyReLU with a random slope per element while training. Xu 2015, arXiv:1505.00853."""

    shown = ("lower", "upper")

    def __init__(
        self, lower: float = 1.0 / 8, upper: float = 1.0 / 3, inplace: bool = False
    ) -> None:
        super().__init__()
        self.lower, self.upper, self.inplace = lower, upper, inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.rrelu`."""
        return F.rrelu(input, self.lower, self.upper, self.training, self.inplace)


class PReLU(_Activation):
    """LeakyReLU with trained slopes, one in all or one per channel. He 2015, arXiv:1502.01852.

    Parameters
    ----------
    num_parameters : int
        1, or the number of channels.
    init : float
        Where the slopes start.

    Attributes
    ----------
    weight : Parameter (num_parameters,)
    """

    shown = ("num_parameters",)

    def __init__(
        self,
        num_parameters: int = 1,
        init: float = 0.25,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__()
        self.num_parameters, self.init = num_parameters, init
        self.weight = Parameter(tl.empty(num_parameters, device=device, dtype=dtype))
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """All slopes at `init`."""
        with tl.no_grad():
            self.weight.fill_(self.init)

    def forward(self, input: Tensor) -> Tensor:
        """`functional.prelu`."""
        return F.prelu(input, self.weight)


class ELU(_Activation):
    """x where x > 0, else alpha * (exp(x) - 1). Clevert 2015, arXiv:1511.07289."""

    shown = ("alpha",)

    def __init__(self, alpha: float = 1.0, inplace: bool = False) -> None:
        super().__init__()
        self.alpha, self.inplace = alpha, inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.elu`."""
        return F.elu(input, self.alpha, self.inplace)


class CELU(_Activation):
    """x where x > 0, else alpha * (exp(x / alpha) - 1). Barron 2017, arXiv:1704.07483."""

    shown = ("alpha",)

    def __init__(self, alpha: float = 1.0, inplace: bool = False) -> None:
        super().__init__()
        self.alpha, self.inplace = alpha, inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.celu`."""
        return F.celu(input, self.alpha, self.inplace)


class SELU(_Activation):
    """The self-normalising ELU. Klambauer 2017, arXiv:1706.02515."""

    def __init__(self, inplace: bool = False) -> None:
        super().__init__()
        self.inplace = inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.selu`."""
        return F.selu(input, self.inplace)


class GELU(_Activation):
    """x times the normal distribution function. Hendrycks, Gimpel 2016, arXiv:1606.08415.

    Parameters
    ----------
    approximate : {"none", "tanh"}
    """

    shown = ("approximate",)

    def __init__(self, approximate: str = "none") -> None:
        super().__init__()
        self.approximate = approximate

    def forward(self, input: Tensor) -> Tensor:
        """`functional.gelu`."""
        return F.gelu(input, approximate=self.approximate)


class SiLU(_Activation):
    """x * sigmoid(x)."""

    def __init__(self, inplace: bool = False) -> None:
        super().__init__()
        self.inplace = inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.silu`."""
        return F.silu(input, self.inplace)


class Mish(_Activation):
    """x * tanh(softplus(x)). Misra 2019, arXiv:1908.08681."""

    def __init__(self, inplace: bool = False) -> None:
        super().__init__()
        self.inplace = inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.mish`."""
        return F.mish(input, self.inplace)


class Hardsigmoid(Module):
    """(x + 3) / 6 limited to [0, 1]."""

    def __init__(self, inplace: bool = False) -> None:
        super().__init__()
        self.inplace = inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.hardsigmoid`."""
        return F.hardsigmoid(input, self.inplace)


class Hardswish(Module):
    """x * hardsigmoid(x). Howard 2019, arXiv:1905.02244."""

    def __init__(self, inplace: bool = False) -> None:
        super().__init__()
        self.inplace = inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.hardswish`."""
        return F.hardswish(input, self.inplace)


class Sigmoid(_Activation):
    """1 / (1 + exp(-x))."""

    def forward(self, input: Tensor) -> Tensor:
        """`functional.sigmoid`."""
        return F.sigmoid(input)


class Tanh(_Activation):
    """The hyperbolic tangent."""

    def forward(self, input: Tensor) -> Tensor:
        """`functional.tanh`."""
        return F.tanh(input)


class LogSigmoid(_Activation):
    """log(sigmoid(x)), without overflow."""

    def forward(self, input: Tensor) -> Tensor:
        """`functional.logsigmoid`."""
        return F.logsigmoid(input)


class Softsign(_Activation):
    """x / (1 + |x|)."""

    def forward(self, input: Tensor) -> Tensor:
        """`functional.softsign`."""
        return F.softsign(input)


class Tanhshrink(_Activation):
    """x - tanh(x)."""

    def forward(self, input: Tensor) -> Tensor:
        """`functional.tanhshrink`."""
        return F.tanhshrink(input)


class Softplus(_Activation):
    """log(1 + exp(beta * x)) / beta; x itself where beta * x > threshold."""

    shown = ("beta", "threshold")

    def __init__(self, beta: float = 1.0, threshold: float = 20.0) -> None:
        super().__init__()
        self.beta, self.threshold = beta, threshold

    def forward(self, input: Tensor) -> Tensor:
        """`functional.softplus`."""
        return F.softplus(input, self.beta, self.threshold)


class Softshrink(_Activation):
    """x moved towards zero by lambd."""

    def __init__(self, lambd: float = 0.5) -> None:
        super().__init__()
        self.lambd = lambd

    def forward(self, input: Tensor) -> Tensor:
        """`functional.softshrink`."""
        return F.softshrink(input, self.lambd)

    def extra_repr(self) -> str:
        """The width."""
        return str(self.lambd)


class Hardshrink(_Activation):
    """x where |x| > lambd, else 0."""

    def __init__(self, lambd: float = 0.5) -> None:
        super().__init__()
        self.lambd = lambd

    def forward(self, input: Tensor) -> Tensor:
        """`functional.hardshrink`."""
        return F.hardshrink(input, self.lambd)

    def extra_repr(self) -> str:
        """The width."""
        return str(self.lambd)


class Threshold(_Activation):
    """x where x > threshold, else value."""

    shown = ("threshold", "value")

    def __init__(self, threshold: float, value: Operand, inplace: bool = False) -> None:
        super().__init__()
        self.threshold, self.value, self.inplace = threshold, value, inplace

    def forward(self, input: Tensor) -> Tensor:
        """`functional.threshold`."""
        return F.threshold(input, self.threshold, self.value, self.inplace)


class GLU(_Activation):
    """a * sigmoid(b) of the two halves along `dim`. Dauphin 2016, arXiv:1612.08083."""

    shown = ("dim",)

    def __init__(self, dim: int = -1) -> None:
        super().__init__()
        self.dim = dim

    def forward(self, input: Tensor) -> Tensor:
        """`functional.glu`."""
        return F.glu(input, self.dim)


class _AlongDim(_Activation):
    """A function along one dimension."""

    shown = ("dim",)

    def __init__(self, dim: int | None = None) -> None:
        super().__init__()
        self.dim = dim


class Softmax(_AlongDim):
    """exp(x) / sum(exp(x)) along `dim`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Softmax(dim=0)(tl.zeros(2))
    tensor([0.5000, 0.5000])
    """

    def forward(self, input: Tensor) -> Tensor:
        """`functional.softmax`."""
        return F.softmax(input, self.dim)


class Softmin(_AlongDim):
    """softmax(-x) along `dim`."""

    def forward(self, input: Tensor) -> Tensor:
        """`functional.softmin`."""
        return F.softmin(input, self.dim)


class LogSoftmax(_AlongDim):
    """log(softmax(x)) along `dim`."""

    def forward(self, input: Tensor) -> Tensor:
        """`functional.log_softmax`."""
        return F.log_softmax(input, self.dim)


class Softmax2d(_Activation):
    """softmax over the channels of (N, C, H, W) or (C, H, W)."""

    def forward(self, input: Tensor) -> Tensor:
        """`functional.softmax` along the channels."""
        if input.ndim not in (3, 4):
            raise ValueError(f"Softmax2d: expected input to be 3D or 4D; got {input.ndim}D")
        return F.softmax(input, -3)
