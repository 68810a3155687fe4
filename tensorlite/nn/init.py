"""First values of parameters, written in place; every function returns its tensor."""

from __future__ import annotations

import functools
import math
from typing import Any

import numpy as np

import tensorlite as tl

from ..absent import listing as _listing
from ..gate import gate_all
from ..graph import warn
from ..ops.generators import Generator
from ..tensor import Tensor

__all__ = [
    "calculate_gain", "constant_", "dirac_", "eye_", "kaiming_normal_", "kaiming_uniform_",
    "normal_", "ones_", "orthogonal_", "sparse_", "trunc_normal_", "uniform_", "xavier_normal_",
    "xavier_uniform_", "zeros_",
]  # fmt: skip

_LINEAR = (
    *("linear", "sigmoid", "conv1d", "conv2d", "conv3d"),
    *("conv_transpose1d", "conv_transpose2d", "conv_transpose3d"),
)


def calculate_gain(nonlinearity: str, param: Any = None) -> float:
    """The factor by which an activation asks for larger weights.

    Parameters
    ----------
    nonlinearity : str
        "linear", "conv1d" and so on, "sigmoid", "tanh", "relu", "leaky_relu", "selu".
    param : float, optional
        The negative slope of leaky_relu, default 0.01.

    Raises
    ------
    ValueError
        If the name or the slope is not known.

    Examples
    --------
    >>> from tensorlite.nn import init
    >>> init.calculate_gain("tanh")
    1.6666666666666667
    """
    if nonlinearity in _LINEAR:
        return 1
    if nonlinearity == "tanh":
        return 5.0 / 3
    if nonlinearity == "relu":
        return math.sqrt(2.0)
    if nonlinearity == "leaky_relu":
        if param is not None and (isinstance(param, bool) or not isinstance(param, int | float)):
            raise ValueError(f"calculate_gain: negative_slope {param} not a valid number")
        slope = 0.01 if param is None else param
        return math.sqrt(2.0 / (1 + slope**2))
    if nonlinearity == "selu":
        return 3.0 / 4
    raise ValueError(f"calculate_gain: Unsupported nonlinearity {nonlinearity}")


def uniform_(
    tensor: Tensor, a: float = 0.0, b: float = 1.0, generator: Generator | None = None
) -> Tensor:
    """Uniform in [a, b)."""
    with tl.no_grad():
        return tensor.uniform_(a, b, generator=generator)


def normal_(
    tensor: Tensor, mean: float = 0.0, std: float = 1.0, generator: Generator | None = None
) -> Tensor:
    """Normal with `mean` and `std`."""
    with tl.no_grad():
        return tensor.normal_(mean, std, generator=generator)


def trunc_normal_(
    tensor: Tensor,
    mean: float = 0.0,
    std: float = 1.0,
    a: float = -2.0,
    b: float = 2.0,
    generator: Generator | None = None,
) -> Tensor:
    """Normal, limited to [a, b] by the inverse of the distribution function."""
    if mean < a - 2 * std or mean > b + 2 * std:
        warn(
            "trunc_normal_: mean is more than 2 std from [a, b]; the values may be inexact",
        )
    low, high = (math.erf((t - mean) / (std * math.sqrt(2))) for t in (a, b))
    with tl.no_grad():
        tensor.uniform_(low, high, generator=generator)
        tensor.copy_((tensor.erfinv() * (std * math.sqrt(2)) + mean).clamp(a, b))
    return tensor


def constant_(tensor: Tensor, val: float) -> Tensor:
    """The value `val` everywhere."""
    with tl.no_grad():
        return tensor.fill_(val)


def ones_(tensor: Tensor) -> Tensor:
    """1 everywhere."""
    return constant_(tensor, 1.0)


def zeros_(tensor: Tensor) -> Tensor:
    """0 everywhere."""
    with tl.no_grad():
        return tensor.zero_()


_no_grad_uniform_, _no_grad_normal_, _no_grad_fill_ = uniform_, normal_, constant_
_no_grad_trunc_normal_, _no_grad_zero_ = trunc_normal_, zeros_  # as libraries call them


def eye_(tensor: Tensor) -> Tensor:
    """The identity, in a tensor of two dimensions."""
    if tensor.ndim != 2:
        raise ValueError(
            f"eye_: Only tensors with 2 dimensions are supported; got {tuple(tensor.shape)}"
        )
    with tl.no_grad():
        return tensor.copy_(tl.eye(*tensor.shape, device=tensor.device))


def dirac_(tensor: Tensor, groups: int = 1) -> Tensor:
    """A convolution kernel (3 to 5 dimensions) that passes its input on."""
    if tensor.ndim not in (3, 4, 5):
        raise ValueError(
            f"dirac_: Only tensors with 3, 4, or 5 dimensions are supported; got {tensor.ndim}"
        )
    size = tensor.shape[0]
    if size % groups:
        raise ValueError(f"dirac_: dim 0 must be divisible by groups; got {size} and {groups}")
    values = np.zeros(tuple(tensor.shape))
    centre = tuple(n // 2 for n in tensor.shape[2:])
    per_group = size // groups
    for group in range(groups):
        for d in range(min(per_group, tensor.shape[1])):
            values[(group * per_group + d, d, *centre)] = 1
    with tl.no_grad():
        return tensor.copy_(tl.from_numpy(values))


def _calculate_fan_in_and_fan_out(tensor):
    """How many inputs and outputs each unit has."""
    if tensor.ndim < 2:
        raise ValueError(
            "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions; "
            f"got {tuple(tensor.shape)}"
        )
    field = math.prod(tensor.shape[2:])
    return tensor.shape[1] * field, tensor.shape[0] * field


def _is_empty(tensor):
    if 0 not in tensor.shape:
        return False
    warn("Initializing zero-element tensors is a no-op")
    return True


def xavier_uniform_(
    tensor: Tensor, gain: float = 1.0, generator: Generator | None = None
) -> Tensor:
    """Uniform in +-gain * sqrt(6 / (fan_in + fan_out)). Glorot, Bengio 2010, AISTATS.

    Parameters
    ----------
    tensor : Tensor of at least 2 dimensions
    gain : float
        See `calculate_gain`.
    generator : Generator, optional
    """
    bound = gain * math.sqrt(6.0 / max(1, sum(_calculate_fan_in_and_fan_out(tensor))))
    return uniform_(tensor, -bound, bound, generator)


def xavier_normal_(tensor: Tensor, gain: float = 1.0, generator: Generator | None = None) -> Tensor:
    """Normal with standard deviation gain * sqrt(2 / (fan_in + fan_out)). Glorot, Bengio 2010."""
    std = gain * math.sqrt(2.0 / max(1, sum(_calculate_fan_in_and_fan_out(tensor))))
    return normal_(tensor, 0.0, std, generator)


def _kaiming_std(tensor, a, mode, nonlinearity):
    if mode.lower() not in ("fan_in", "fan_out"):
        raise ValueError(
            f"kaiming: Mode {mode} not supported, please use one of ['fan_in', 'fan_out']"
        )
    fan_in, fan_out = _calculate_fan_in_and_fan_out(tensor)
    fan = fan_in if mode.lower() == "fan_in" else fan_out
    return calculate_gain(nonlinearity, a) / math.sqrt(fan)


def kaiming_uniform_(
    tensor: Tensor,
    a: float = 0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
    generator: Generator | None = None,
) -> Tensor:
    """Uniform in +-gain * sqrt(3 / fan). He et al. 2015, arXiv:1502.01852.

    Parameters
    ----------
    tensor : Tensor of at least 2 dimensions
    a : float
        The negative slope, for leaky_relu.
    mode : {"fan_in", "fan_out"}
        Keep the variance of the forward or of the backward pass.
    nonlinearity : str
        See `calculate_gain`.
    generator : Generator, optional
    """
    if _is_empty(tensor):
        return tensor
    bound = math.sqrt(3.0) * _kaiming_std(tensor, a, mode, nonlinearity)
    return uniform_(tensor, -bound, bound, generator)


def kaiming_normal_(
    tensor: Tensor,
    a: float = 0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
    generator: Generator | None = None,
) -> Tensor:
    """Normal with standard deviation gain / sqrt(fan); arguments as in `kaiming_uniform_`."""
    if _is_empty(tensor):
        return tensor
    std = _kaiming_std(tensor, a, mode, nonlinearity)
    return normal_(tensor, 0.0, std, generator)


def orthogonal_(tensor: Tensor, gain: float = 1, generator: Generator | None = None) -> Tensor:
    """Orthonormal rows or columns, times gain. Saxe et al. 2013, arXiv:1312.6120.

    Parameters
    ----------
    tensor : Tensor of at least 2 dimensions
        All but the first are taken as one.
    gain : float
    generator : Generator, optional
    """
    if tensor.ndim < 2:
        raise ValueError(
            "orthogonal_: Only tensors with 2 or more dimensions are supported; got "
            f"{tuple(tensor.shape)}"
        )
    if tensor.numel() == 0:
        return tensor
    rows, cols = tensor.shape[0], tensor.numel() // tensor.shape[0]
    flat = tl.empty(rows, cols, dtype=tensor.dtype, device="cpu")
    drawn = flat.normal_(0, 1, generator=generator).numpy()
    q, r = np.linalg.qr(drawn.T if rows < cols else drawn)
    q = q * np.sign(np.diagonal(r))  # makes the distribution uniform over orthogonal matrices
    q = np.ascontiguousarray(q.T if rows < cols else q)
    with tl.no_grad():
        return tensor.copy_(tl.from_numpy(q * np.asarray(gain, q.dtype)).reshape(tensor.shape))


def sparse_(
    tensor: Tensor, sparsity: float, std: float = 0.01, generator: Generator | None = None
) -> Tensor:
    """Normal, with a share `sparsity` of each column zero. Martens 2010, ICML.

    Parameters
    ----------
    tensor : Tensor (rows, columns)
    sparsity : float in [0, 1]
    std : float
    generator : Generator, optional
    """
    if tensor.ndim != 2:
        raise ValueError(
            f"sparse_: Only tensors with 2 dimensions are supported; got {tuple(tensor.shape)}"
        )
    rows, cols = tensor.shape
    zeros = math.ceil(sparsity * rows)
    with tl.no_grad():
        tensor.normal_(0, std, generator=generator)
        for col in range(cols):
            tensor[tl.randperm(rows, generator=generator, device=tensor.device)[:zeros], col] = 0
    return tensor


def _older(name):
    """A function under the name that it had before it ended in an underscore."""
    function = globals()[f"{name}_"]

    @functools.wraps(function)
    def older(*args, **kwargs):
        warn(f"nn.init.{name} is now deprecated in favor of nn.init.{name}_.", FutureWarning)
        return function(*args, **kwargs)

    older.__name__ = older.__qualname__ = name
    return older


_OLDER = (
    *("uniform", "normal", "constant", "eye", "dirac", "xavier_uniform", "xavier_normal"),
    *("kaiming_uniform", "kaiming_normal", "orthogonal", "sparse"),
)
globals().update({name: _older(name) for name in _OLDER})

gate_all(globals(), __all__)
__dir__ = _listing(__name__)
