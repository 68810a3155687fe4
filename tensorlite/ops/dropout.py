"""The dropout functions."""

from ..declare import public
from ..graph import warn
from ..tensor import Tensor
from . import activation_rules as ops
from . import sampling
from .copying import as_images
from .random import rand
from .requiring import check_tensor

_SELU_LOW = -ops.SELU_ALPHA * ops.SELU_SCALE


def _check_p(p):
    if not 0.0 <= p <= 1.0:
        raise ValueError(f"dropout: dropout probability has to be between 0 and 1, but got {p}")


def _noise(input, shape):
    return rand(*shape, dtype=input.dtype, device=input.device)


def _result(input, out, inplace):
    return input.copy_(out) if inplace else out


def _drop(input, shape, p, inplace):
    scale = 1.0 / (1.0 - p) if p < 1.0 else 0.0
    return _result(input, ops.drop(input, _noise(input, shape), p, scale), inplace)


@public("nn.functional")
def dropout(input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False) -> Tensor:
    """Zeros with probability p, the rest divided by 1 - p. Hinton et al. 2012, arXiv:1207.0580.

    Parameters
    ----------
    input : Tensor (any shape)
    p : float in [0, 1]
    training : bool
        Without it the input passes unchanged.
    inplace : bool

    Raises
    ------
    ValueError
        If p lies outside [0, 1].
    """
    _check_p(p)
    check_tensor("dropout", "input", input)
    if not training or p == 0:
        return input
    return _result(input, as_images(sampling.dropout(input, p, True), input), inplace)


def _channels(op, input, p, kept, instead):
    """The shape of noise that is one number for each index of the first `kept` dims."""
    if input.ndim < kept and 0 < p < 1 and input.numel():
        raise RuntimeError(
            f"{op}: Feature dropout requires at least {kept} dimensions in the input; got "
            f"{input.ndim}; try {instead}()"
        )
    return (*input.shape[:kept], *[1] * (input.ndim - kept))


def _drop_channels(op, input, p, training, inplace, kept):
    """Noise for each index of the first `kept` dims, for all that lies there."""
    _check_p(p)
    if not training or p == 0:
        return input
    return _drop(input, _channels(op, input, p, kept, "dropout"), p, inplace)


def _warn_of_dims(op, input, wanted):
    warn(f"{op}: Received a {input.ndim}-D input to {op}, which is deprecated; expected {wanted}")


@public("nn.functional")
def dropout1d(
    input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False
) -> Tensor:
    """`dropout` of whole channels of (N, C, L) or (C, L)."""
    check_tensor("dropout1d", "input", input)
    if input.ndim not in (2, 3):
        raise RuntimeError(
            f"dropout1d: Expected 2D or 3D input, but received a {input.ndim}D input"
        )
    return _drop_channels("dropout1d", input, p, training, inplace, input.ndim - 1)


@public("nn.functional")
def dropout2d(
    input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False
) -> Tensor:
    """`dropout` of whole channels of (N, C, H, W); (N, C, L) is taken as `dropout1d` takes it."""
    check_tensor("dropout2d", "input", input)
    if input.ndim == 3:
        warn(
            "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout "
            "is meant; expected (N, C, H, W); try dropout1d()"
        )
    elif input.ndim != 4:
        _warn_of_dims("dropout2d", input, "(N, C, H, W)")
    return _drop_channels("dropout2d", input, p, training, inplace, 2)


@public("nn.functional")
def dropout3d(
    input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False
) -> Tensor:
    """`dropout` of whole channels of (N, C, D, H, W) or (C, D, H, W)."""
    check_tensor("dropout3d", "input", input)
    if input.ndim not in (4, 5):
        _warn_of_dims("dropout3d", input, "(N, C, D, H, W) or (C, D, H, W)")
    return _drop_channels("dropout3d", input, p, training, inplace, 2 if input.ndim == 5 else 1)


def _drop_to_low(input, shape, p, inplace):
    if p == 1:
        return _result(input, input * 0.0, inplace)
    scale = ((1.0 - p) * (1.0 + p * _SELU_LOW**2)) ** -0.5
    shift = -scale * p * _SELU_LOW
    low = scale * _SELU_LOW + shift
    return _result(input, ops.drop_to(input, _noise(input, shape), p, scale, shift, low), inplace)


@public("nn.functional")
def alpha_dropout(
    input: Tensor, p: float = 0.5, training: bool = False, inplace: bool = False
) -> Tensor:
    """Dropout that keeps mean and variance after selu. Klambauer et al. 2017, arXiv:1706.02515."""
    _check_p(p)
    check_tensor("alpha_dropout", "input", input)
    return _drop_to_low(input, input.shape, p, inplace) if training and p > 0 else input


@public("nn.functional")
def feature_alpha_dropout(
    input: Tensor, p: float = 0.5, training: bool = False, inplace: bool = False
) -> Tensor:
    """`alpha_dropout` of whole channels."""
    _check_p(p)
    check_tensor("feature_alpha_dropout", "input", input)
    if not training or p == 0:
        return input
    shape = _channels("feature_alpha_dropout", input, p, 2, "alpha_dropout")
    return _drop_to_low(input, shape, p, inplace)
