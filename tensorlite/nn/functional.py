"""The functions behind the layers: `import tensorlite.nn.functional as F`."""

from __future__ import annotations

import math

import tensorlite as tl

from ..gate import gate_all
from ..ops import products
from ..ops.embedding import embedding
from ..ops.requiring import require
from . import _functional_activations as _activations
from . import _functional_attention as _attention
from . import _functional_dropout as _dropout
from . import _functional_frames as _frames
from . import _functional_heads as _heads
from . import _functional_losses as _losses
from . import _functional_margins as _margins
from . import _functional_norms as _norms
from ._functional_activations import *  # noqa: F403
from ._functional_activations import check_tensor
from ._functional_attention import *  # noqa: F403
from ._functional_dropout import *  # noqa: F403
from ._functional_frames import *  # noqa: F403
from ._functional_heads import *  # noqa: F403
from ._functional_losses import *  # noqa: F403
from ._functional_margins import *  # noqa: F403
from ._functional_norms import *  # noqa: F403

__all__ = ["bilinear", "embedding", "linear", "normalize", "one_hot"]
__all__ += _activations.__all__
__all__ += _attention.__all__
__all__ += _dropout.__all__
__all__ += _frames.__all__
__all__ += _heads.__all__
__all__ += _losses.__all__
__all__ += _margins.__all__
__all__ += _norms.__all__

linear = products.linear


def bilinear(input1, input2, weight, bias=None):
    """out[..., k] = sum of input1[..., i] * weight[k, i, j] * input2[..., j], plus bias.

    Parameters
    ----------
    input1 : Tensor (..., in1)
    input2 : Tensor (..., in2)
    weight : Tensor (out, in1, in2)
    bias : Tensor (out,), optional
    """
    if input1.shape[:-1] != input2.shape[:-1] or (
        tuple(weight.shape[1:]) != (input1.shape[-1], input2.shape[-1])
    ):
        raise RuntimeError(
            f"bilinear: expected input1 (..., {weight.shape[1]}) and input2 "
            f"(..., {weight.shape[2]}) for weight {tuple(weight.shape)}; got "
            f"{tuple(input1.shape)} and {tuple(input2.shape)}"
        )
    flat1 = input1.reshape(-1, input1.shape[-1])
    flat2 = input2.reshape(-1, input2.shape[-1])
    out = tl.einsum("bi,kij,bj->bk", flat1, weight, flat2)
    out = out.reshape(*input1.shape[:-1], weight.shape[0])
    return out if bias is None else out + bias


def one_hot(tensor, num_classes=-1):
    """Integers to rows with a single 1.

    Parameters
    ----------
    tensor : int64 Tensor (any shape)
    num_classes : int
        -1: one more than the largest value.

    Returns
    -------
    int64 Tensor (..., num_classes)

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.one_hot(tl.tensor([0, 2]))
    tensor([[1, 0, 0],
            [0, 0, 1]])
    """
    check_tensor("one_hot", "tensor", tensor)
    if tensor.dtype != tl.int64:
        raise RuntimeError(f"one_hot: expected an int64 tensor; got {tensor.dtype}")
    if tensor.numel() == 0 and num_classes <= 0:
        raise RuntimeError("one_hot: expected num_classes for an empty tensor; got none")
    if num_classes == -1:
        num_classes = max(int(tensor.max()) + 1, 1)
    require(
        tensor >= 0,
        lambda low: RuntimeError(f"one_hot: Class values must be non-negative; got {low}"),
        lambda: (tensor.min(),),
    )
    require(
        tensor < num_classes,
        lambda high: RuntimeError(
            f"one_hot: Class values must be smaller than num_classes; got {high} and {num_classes}"
        ),
        lambda: (tensor.max(),),
    )
    return (tensor.unsqueeze(-1) == tl.arange(num_classes, device=tensor.device)).to(tl.int64)


def normalize(input, p=2.0, dim=1, eps=1e-12, out=None):
    """x divided by its p-norm along `dim`, the norm at least eps.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.normalize(tl.tensor([3.0, 4.0]), dim=0)
    tensor([0.6000, 0.8000])
    """
    if math.isnan(p):
        raise ValueError("normalize: expected a norm p; got nan")
    result = input / input.norm(p, dim=dim, keepdim=True).clamp(min=eps)
    return result if out is None else out.copy_(result)


gate_all(globals(), __all__)
