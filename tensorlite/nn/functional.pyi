"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterable as _Iterable, Iterator as _Iterator
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from typing import Any as _Any, Generic as _Generic, Literal as _Literal, Self as _Self
from typing import TypeVar as _TypeVar, overload as _overload

from numpy import ndarray as _ndarray

_F = _TypeVar("_F", bound=_Callable[..., _Any])
_T = _TypeVar("_T")
_T_co = _TypeVar("_T_co", covariant=True)

from ..dtypes import dtype as _dtype
from ..ops.generators import Generator as _Generator
from ..tensor import Tensor

__all__ = [
    "adaptive_avg_pool1d",
    "adaptive_avg_pool2d",
    "adaptive_avg_pool3d",
    "adaptive_max_pool1d",
    "adaptive_max_pool1d_with_indices",
    "adaptive_max_pool2d",
    "adaptive_max_pool2d_with_indices",
    "adaptive_max_pool3d",
    "adaptive_max_pool3d_with_indices",
    "affine_grid",
    "alpha_dropout",
    "avg_pool1d",
    "avg_pool2d",
    "avg_pool3d",
    "batch_norm",
    "bilinear",
    "binary_cross_entropy",
    "binary_cross_entropy_with_logits",
    "celu",
    "celu_",
    "channel_shuffle",
    "conv1d",
    "conv2d",
    "conv3d",
    "conv_tbc",
    "conv_transpose1d",
    "conv_transpose2d",
    "conv_transpose3d",
    "cosine_embedding_loss",
    "cosine_similarity",
    "cross_entropy",
    "ctc_loss",
    "dropout",
    "dropout1d",
    "dropout2d",
    "dropout3d",
    "elu",
    "elu_",
    "embedding",
    "embedding_bag",
    "feature_alpha_dropout",
    "fold",
    "fractional_max_pool2d",
    "fractional_max_pool2d_with_indices",
    "fractional_max_pool3d",
    "fractional_max_pool3d_with_indices",
    "gaussian_nll_loss",
    "gelu",
    "glu",
    "grid_sample",
    "group_norm",
    "gumbel_softmax",
    "hardshrink",
    "hardsigmoid",
    "hardswish",
    "hardtanh",
    "hardtanh_",
    "hinge_embedding_loss",
    "huber_loss",
    "instance_norm",
    "interpolate",
    "kl_div",
    "l1_loss",
    "layer_norm",
    "leaky_relu",
    "leaky_relu_",
    "linear",
    "linear_cross_entropy",
    "local_response_norm",
    "log_softmax",
    "logsigmoid",
    "lp_pool1d",
    "lp_pool2d",
    "lp_pool3d",
    "margin_ranking_loss",
    "max_pool1d",
    "max_pool1d_with_indices",
    "max_pool2d",
    "max_pool2d_with_indices",
    "max_pool3d",
    "max_pool3d_with_indices",
    "max_unpool1d",
    "max_unpool2d",
    "max_unpool3d",
    "mish",
    "mse_loss",
    "multi_head_attention_forward",
    "multi_margin_loss",
    "multilabel_margin_loss",
    "multilabel_soft_margin_loss",
    "nll_loss",
    "normalize",
    "one_hot",
    "pad",
    "pairwise_distance",
    "pdist",
    "pixel_shuffle",
    "pixel_unshuffle",
    "poisson_nll_loss",
    "prelu",
    "relu",
    "relu6",
    "relu_",
    "rms_norm",
    "rrelu",
    "rrelu_",
    "scaled_dot_product_attention",
    "selu",
    "selu_",
    "sigmoid",
    "silu",
    "smooth_l1_loss",
    "soft_margin_loss",
    "softmax",
    "softmin",
    "softplus",
    "softshrink",
    "softsign",
    "tanh",
    "tanhshrink",
    "threshold",
    "threshold_",
    "triplet_margin_loss",
    "triplet_margin_with_distance_loss",
    "unfold",
    "upsample",
    "upsample_bilinear",
    "upsample_nearest",
]
def adaptive_avg_pool1d(input: Tensor, output_size: _int | _Sequence[_int | None]) -> Tensor:
    """The average of each of `output_size` windows, which part (N, C, L) or (C, L) evenly.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    output_size : int or sequence of int or None

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.adaptive_avg_pool1d(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 2)
    tensor([[4., 1.],
            [1., 3.]])
    """
def adaptive_avg_pool2d(input: Tensor, output_size: _int | _Sequence[_int | None]) -> Tensor:
    """The average of each of `output_size` windows a dim, which part (*, H, W) evenly.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    output_size : int or sequence of int or None

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.adaptive_avg_pool2d(tl.arange(16.0).reshape(1, 4, 4), 2)
    tensor([[[ 2.5000,  4.5000],
             [10.5000, 12.5000]]])
    """
def adaptive_avg_pool3d(input: Tensor, output_size: _int | _Sequence[_int | None]) -> Tensor:
    """The average of each of `output_size` windows a dim, which part (*, D, H, W) evenly.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    output_size : int or sequence of int or None

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.adaptive_avg_pool3d(tl.arange(16.0).reshape(1, 1, 4, 4), 2)
    tensor([[[[ 2.5000,  4.5000],
              [10.5000, 12.5000]],
    <BLANKLINE>
             [[ 2.5000,  4.5000],
              [10.5000, 12.5000]]]])
    """
def adaptive_max_pool1d(
    input: Tensor,
    output_size: _int | _Sequence[_int | None],
    return_indices: _bool = False,
) -> _Any:
    """The largest of each of `output_size` windows a dim, which part the input evenly.

    Parameters
    ----------
    input : Tensor (N, C, L) or (C, L)
    output_size : int, or tuple of int or None
        None keeps the extent of the input.
    return_indices : bool
        Whether the places of the largest elements are returned too.

    Returns
    -------
    Tensor (N, C, L) or (C, L), or a pair of them
        With `return_indices` the places, too.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.adaptive_max_pool1d(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 2)
    tensor([[4., 1.],
            [1., 3.]])
    """
def adaptive_max_pool1d_with_indices(
    input: Tensor,
    output_size: _int | _Sequence[_int | None],
    return_indices: _bool = False,
) -> tuple[Tensor, Tensor]:
    """`adaptive_max_pool1d`, and the places of the largest.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    output_size : int or sequence of int or None
    return_indices : bool, default False

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.adaptive_max_pool1d_with_indices(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 2)
    (tensor([[4., 1.],
            [1., 3.]]), tensor([[0, 1],
            [0, 1]]))
    """
def adaptive_max_pool2d(
    input: Tensor,
    output_size: _int | _Sequence[_int | None],
    return_indices: _bool = False,
) -> _Any:
    """The largest of each of `output_size` windows a dim, which part the input evenly.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    output_size : int, or tuple of int or None
        None keeps the extent of the input.
    return_indices : bool
        Whether the places of the largest elements are returned too.

    Returns
    -------
    Tensor (N, C, H, W) or (C, H, W), or a pair of them
        With `return_indices` the places, too.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.adaptive_max_pool2d(tl.arange(4.0).reshape(1, 1, 4), 2)
    tensor([[[1., 3.],
             [1., 3.]]])
    """
def adaptive_max_pool2d_with_indices(
    input: Tensor,
    output_size: _int | _Sequence[_int | None],
    return_indices: _bool = False,
) -> tuple[Tensor, Tensor]:
    """`adaptive_max_pool2d`, and the places of the largest.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    output_size : int or sequence of int or None
    return_indices : bool, default False

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.adaptive_max_pool2d_with_indices(tl.arange(4.0).reshape(1, 1, 4), 2)
    (tensor([[[1., 3.],
             [1., 3.]]]), tensor([[[1, 3],
             [1, 3]]]))
    """
def adaptive_max_pool3d(
    input: Tensor,
    output_size: _int | _Sequence[_int | None],
    return_indices: _bool = False,
) -> _Any:
    """The largest of each of `output_size` windows a dim, which part the input evenly.

    Parameters
    ----------
    input : Tensor (N, C, D, H, W) or (C, D, H, W)
    output_size : int, or tuple of int or None
        None keeps the extent of the input.
    return_indices : bool
        Whether the places of the largest elements are returned too.

    Returns
    -------
    Tensor (N, C, D, H, W) or (C, D, H, W), or a pair of them
        With `return_indices` the places, too.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.adaptive_max_pool3d(tl.arange(16.0).reshape(1, 1, 4, 4), 2)
    tensor([[[[ 5.,  7.],
              [13., 15.]],
    <BLANKLINE>
             [[ 5.,  7.],
              [13., 15.]]]])
    """
def adaptive_max_pool3d_with_indices(
    input: Tensor,
    output_size: _int | _Sequence[_int | None],
    return_indices: _bool = False,
) -> tuple[Tensor, Tensor]:
    """`adaptive_max_pool3d`, and the places of the largest.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    output_size : int or sequence of int or None
    return_indices : bool, default False

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.adaptive_max_pool3d_with_indices(tl.arange(16.0).reshape(1, 1, 4, 4), 2)
    (tensor([[[[ 5.,  7.],
              [13., 15.]],
    <BLANKLINE>
             [[ 5.,  7.],
              [13., 15.]]]]), tensor([[[[ 5,  7],
              [13, 15]],
    <BLANKLINE>
             [[ 5,  7],
              [13, 15]]]]))
    """
def affine_grid(
    theta: Tensor,
    size: _Sequence[_int],
    align_corners: _bool | None = None,
) -> Tensor:
    """The grid of places that an affine map makes of those of an image, for `grid_sample`.

    Parameters
    ----------
    theta : Tensor (N, 2, 3) or (N, 3, 4)
    size : sequence of int
        (N, C, H, W) or (N, C, D, H, W) of the result of `grid_sample`.
    align_corners : bool
        Whether -1 and 1 are the centres of the first and the last element, and not their edges.

    Returns
    -------
    Tensor (N, H, W, 2) or (N, D, H, W, 3)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.affine_grid(tl.ones(1, 2, 3), [1, 1, 2, 2]).shape
    tensorlite.Size([1, 2, 2, 2])
    """
def alpha_dropout(
    input: Tensor,
    p: _float = 0.5,
    training: _bool = False,
    inplace: _bool = False,
) -> Tensor:
    """Dropout that keeps mean and variance after selu. Klambauer et al. 2017, arXiv:1706.02515.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    p : float, default 0.5
        The probability with which an element, or a channel, is dropped.
    training : bool, default False
        Whether it acts as in training.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.alpha_dropout(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def avg_pool1d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    ceil_mode: _bool = False,
    count_include_pad: _bool = True,
) -> Tensor:
    """The average of each window of (N, C, L) or (C, L): see `avg_pool2d`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.
    count_include_pad : bool, default True

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.avg_pool1d(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 2)
    tensor([[2.5000],
            [2.0000]])
    """
def avg_pool2d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    ceil_mode: _bool = False,
    count_include_pad: _bool = True,
    divisor_override: _int | None = None,
) -> Tensor:
    """The average of each window.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    kernel_size : int or tuple of two ints
        The size of a window.
    stride : int or tuple of two ints, optional
        From one window to the next; `kernel_size` by default.
    padding : int or tuple of two ints
        Zeros on both sides; at most half of the window.
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    count_include_pad : bool
        Whether zeros of the padding count as elements.
    divisor_override : int, optional
        What sums are divided by instead.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.avg_pool2d(tl.arange(16.0).reshape(1, 4, 4), 2)
    tensor([[[ 2.5000,  4.5000],
             [10.5000, 12.5000]]])
    """
def avg_pool3d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    ceil_mode: _bool = False,
    count_include_pad: _bool = True,
    divisor_override: _int | None = None,
) -> Tensor:
    """The average of each window of (N, C, D, H, W) or (C, D, H, W): see `avg_pool2d`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.
    count_include_pad : bool, default True
    divisor_override : int, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.avg_pool3d(tl.arange(8.0).reshape(1, 1, 2, 2, 2), 2)
    tensor([[[[[3.5000]]]]])
    """
def batch_norm(
    input: Tensor,
    running_mean: Tensor | None,
    running_var: Tensor | None,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    training: _bool = False,
    momentum: _float = 0.1,
    eps: _float = 1e-05,
) -> Tensor:
    """(x - mean) / sqrt(var + eps) per channel, times weight, plus bias.

    Parameters
    ----------
    input : Tensor (N, C, ...)
    running_mean, running_var : Tensor (C,) or None
        Used without `training`; moved by `momentum` towards the batch's (var unbiased) with it.
    weight, bias : Tensor (C,), optional
    training : bool
        Take mean and variance from the batch.
    momentum, eps : float

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Ioffe, Szegedy 2015, "Batch Normalization", arXiv:1502.03167.

    Examples
    --------
    >>> tl.nn.functional.batch_norm(tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.zeros(2), tl.ones(2))
    tensor([[1.0000, 2.0000],
            [3.0000, 4.0000]])
    """
def bilinear(
    input1: Tensor,
    input2: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
) -> Tensor:
    """out[..., k] = sum of input1[..., i] * weight[k, i, j] * input2[..., j], plus bias.

    Parameters
    ----------
    input1 : Tensor (..., in1)
    input2 : Tensor (..., in2)
    weight : Tensor (out, in1, in2)
    bias : Tensor (out,), optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x, y = tl.tensor([[1.0, 2.0]]), tl.tensor([[3.0, 4.0]])
    >>> weight = tl.eye(2)[None]  # (K, I, J): here the inner product
    >>> tl.nn.functional.bilinear(x, y, weight)
    tensor([[11.]])
    """
def binary_cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """-(target * log(input) + (1 - target) * log(1 - input)), logarithms at least -100.

    Parameters
    ----------
    input : Tensor (any shape) of probabilities
    target : Tensor (the same shape)
    weight : Tensor that broadcasts, optional
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"mean", "sum", "none"}

    Returns
    -------
    Tensor (...)

    Raises
    ------
    ValueError
        If the sizes differ.
    RuntimeError
        If an input lies outside [0, 1].

    Examples
    --------
    >>> tl.nn.functional.binary_cross_entropy(tl.tensor([True, False]), tl.tensor([True, False]))
    tensor(0.)
    """
def binary_cross_entropy_with_logits(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
    pos_weight: Tensor | None = None,
) -> Tensor:
    """binary_cross_entropy of sigmoid(input), without overflow.

    Parameters
    ----------
    input : Tensor (any shape) of scores
    target : Tensor (the same shape)
    weight : Tensor that broadcasts, optional
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"mean", "sum", "none"}
    pos_weight : Tensor that broadcasts, optional
        How many times a positive target counts.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.binary_cross_entropy_with_logits(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor(-2.5037)
    """
def celu(input: Tensor, alpha: _float = 1.0, inplace: _bool = False) -> Tensor:
    """The continuously differentiable elu. Barron 2017, arXiv:1704.07483.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    alpha : float, default 1.0
        The result goes to its negative as the input falls.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.celu(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def celu_(input: Tensor, alpha: _float = 1.0) -> Tensor:
    """`celu` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    alpha : float, default 1.0
        The result goes to its negative as the input falls.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.celu_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def channel_shuffle(input: Tensor, groups: _int) -> Tensor:
    """(N, C, *) with the channels of `groups` groups in turn.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    groups : int
        Into how many groups channels are split.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.channel_shuffle(tl.arange(8.0).reshape(1, 4, 2), 2)
    tensor([[[0., 1.],
             [4., 5.],
             [2., 3.],
             [6., 7.]]])
    """
def conv1d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] | str = 0,
    dilation: _int | _Sequence[_int] = 1,
    groups: _int = 1,
) -> Tensor:
    """Kernels that go over signals: at each place, the sum of products of what lies below.

    Parameters
    ----------
    input : Tensor (N, C, L) or (C, L)
    weight : Tensor (O, C / groups, K)
    bias : Tensor (O,), optional
    stride : int or tuple of int
        The steps of the kernels.
    padding : int, tuple of int, "same" or "valid"
        Zeros around the input; "same": as many as keep its size, "valid": none.
    dilation : int or tuple of int
        From one element of a kernel to the next.
    groups : int
        Each group of channels of the input makes one of the result.

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv1d(tl.ones(1, 1, 3), tl.ones(1, 1, 3), padding=1).shape
    tensorlite.Size([1, 1, 3])
    """
def conv2d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] | str = 0,
    dilation: _int | _Sequence[_int] = 1,
    groups: _int = 1,
) -> Tensor:
    """Kernels that go over images: at each place, the sum of products of what lies below.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    weight : Tensor (O, C / groups, R, S)
    bias : Tensor (O,), optional
    stride : int or tuple of int
        The steps of the kernels.
    padding : int, tuple of int, "same" or "valid"
        Zeros around the input; "same": as many as keep its size, "valid": none.
    dilation : int or tuple of int
        From one element of a kernel to the next.
    groups : int
        Each group of channels of the input makes one of the result.

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv2d(tl.ones(1, 1, 3, 3), tl.ones(1, 1, 3, 3), padding=1).shape
    tensorlite.Size([1, 1, 3, 3])
    """
def conv3d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] | str = 0,
    dilation: _int | _Sequence[_int] = 1,
    groups: _int = 1,
) -> Tensor:
    """Kernels that go over volumes: at each place, the sum of products of what lies below.

    Parameters
    ----------
    input : Tensor (N, C, D, H, W) or (C, D, H, W)
    weight : Tensor (O, C / groups, T, R, S)
    bias : Tensor (O,), optional
    stride : int or tuple of int
        The steps of the kernels.
    padding : int, tuple of int, "same" or "valid"
        Zeros around the input; "same": as many as keep its size, "valid": none.
    dilation : int or tuple of int
        From one element of a kernel to the next.
    groups : int
        Each group of channels of the input makes one of the result.

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv3d(tl.ones(1, 1, 3, 3, 3), tl.ones(1, 1, 3, 3, 3), padding=1).shape
    tensorlite.Size([1, 1, 3, 3, 3])
    """
def conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, pad: _int = 0) -> Tensor:
    """`conv1d` of signals whose time is the first dim and whose channels are the last.

    Parameters
    ----------
    input : Tensor (T, N, C)
    weight : Tensor (K, C, O)
    bias : Tensor (O,)
    pad : int
        Zeros in front of the signals and behind.

    Returns
    -------
    Tensor (T + 2 pad - K + 1, N, O)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.conv_tbc(tl.ones(4, 1, 2), tl.ones(2, 2, 1), tl.zeros(1)).ravel()
    tensor([4., 4., 4.])
    """
def conv_transpose1d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] = 0,
    output_padding: _int | _Sequence[_int] = 0,
    groups: _int = 1,
    dilation: _int | _Sequence[_int] = 1,
) -> Tensor:
    """The gradient of `conv1d` with respect to its input, as a function of its own.

    Parameters
    ----------
    input : Tensor (N, C, L) or (C, L)
    weight : Tensor (C, O / groups, K)
    bias : Tensor (O,), optional
    stride, padding, dilation : int or tuple of int
        Of the convolution whose gradient it is.
    output_padding : int or tuple of int
        What is added to one side of the result, whose size the others leave open.
    groups : int

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv_transpose1d(tl.ones(1, 1, 3), tl.ones(1, 1, 3), stride=2).shape
    tensorlite.Size([1, 1, 7])
    """
def conv_transpose2d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] = 0,
    output_padding: _int | _Sequence[_int] = 0,
    groups: _int = 1,
    dilation: _int | _Sequence[_int] = 1,
) -> Tensor:
    """The gradient of `conv2d` with respect to its input, as a function of its own.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    weight : Tensor (C, O / groups, R, S)
    bias : Tensor (O,), optional
    stride, padding, dilation : int or tuple of int
        Of the convolution whose gradient it is.
    output_padding : int or tuple of int
        What is added to one side of the result, whose size the others leave open.
    groups : int

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv_transpose2d(tl.ones(1, 1, 3, 3), tl.ones(1, 1, 3, 3), stride=2).shape
    tensorlite.Size([1, 1, 7, 7])
    """
def conv_transpose3d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] = 0,
    output_padding: _int | _Sequence[_int] = 0,
    groups: _int = 1,
    dilation: _int | _Sequence[_int] = 1,
) -> Tensor:
    """The gradient of `conv3d` with respect to its input, as a function of its own.

    Parameters
    ----------
    input : Tensor (N, C, D, H, W) or (C, D, H, W)
    weight : Tensor (C, O / groups, T, R, S)
    bias : Tensor (O,), optional
    stride, padding, dilation : int or tuple of int
        Of the convolution whose gradient it is.
    output_padding : int or tuple of int
        What is added to one side of the result, whose size the others leave open.
    groups : int

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv_transpose3d(tl.ones(1, 1, 3, 3, 3), tl.ones(1, 1, 3, 3, 3), stride=2).shape
    tensorlite.Size([1, 1, 7, 7, 7])
    """
def cosine_embedding_loss(
    input1: Tensor,
    input2: Tensor,
    target: Tensor,
    margin: _float = 0,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """1 - cos where target is 1, max(0, cos - margin) where it is -1.

    Parameters
    ----------
    input1, input2 : Tensor (N, D) or (D,)
    target : Tensor (N,) or ()
    margin : float, default 0
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x, y = tl.tensor([[1.0, 0.0], [1.0, 0.0]]), tl.tensor([[1.0, 0.0], [0.0, 1.0]])
    >>> alike = tl.tensor([1, -1])
    >>> tl.nn.functional.cosine_embedding_loss(x, y, alike)
    tensor(0.)
    """
def cosine_similarity(x1: Tensor, x2: Tensor, dim: _int = 1, eps: _float = 1e-08) -> Tensor:
    """x1 . x2 / (|x1| |x2|) along `dim`, each norm at least eps.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)
    dim : int, default 1
        The dim or dims along which it goes; negative ones count from the last.
    eps : float, default 1e-08
        A small number that keeps divisions finite.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.nn.functional.cosine_similarity(tl.ones(1, 2, 3), tl.ones(1, 2, 3))
    tensor([[1., 1., 1.]])
    """
def cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: _bool | None = None,
    ignore_index: _int = -100,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
    label_smoothing: _float = 0.0,
) -> Tensor:
    """The negative log-likelihood of `target` under softmax(input), in one stable pass.

    Parameters
    ----------
    input : Tensor (C,), (N, C) or (N, C, d1, ...)
        Scores before the softmax.
    target : Tensor of class indices (), (N,) or (N, d1, ...), or of probabilities as `input`
    weight : Tensor (C,), optional
    size_average : bool, optional
        Deprecated: use `reduction`.
    ignore_index : int
        A class index that does not count.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"mean", "sum", "none"}
    label_smoothing : float in [0, 1]
        The share of each target that is spread over all classes.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    ValueError, RuntimeError, IndexError
        If shapes, dtypes or class indices do not fit.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.cross_entropy(tl.zeros(2, 4), tl.tensor([0, 3]))
    tensor(1.3863)
    """
def ctc_loss(
    log_probs: Tensor,
    targets: Tensor,
    input_lengths: Tensor | _Sequence[_int],
    target_lengths: Tensor | _Sequence[_int],
    blank: _int = 0,
    reduction: str = 'mean',
    zero_infinity: _bool = False,
) -> Tensor:
    """The negative log-likelihood of label sequences, over all their alignments to the input.

    Parameters
    ----------
    log_probs : Tensor (T, N, C) or (T, C)
        Logarithms of probabilities, as `log_softmax` gives.
    targets : integer Tensor (N, S), or (sum(target_lengths),)
        Labels; in the second form one sequence after the other.
    input_lengths, target_lengths : integer Tensor (N,) or (), or a tuple of int
        How much of `log_probs` and of `targets` counts.
    blank : int
        The class that stands for no label.
    reduction : {"mean", "sum", "none"}
        The mean is that of losses divided by the lengths of their targets.
    zero_infinity : bool
        Infinite losses, of targets that are too long for their input, count as 0.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Graves et al. 2006, "Connectionist Temporal Classification", ICML.

    Examples
    --------
    >>> import tensorlite as tl
    >>> scores = tl.zeros(4, 1, 3).log_softmax(2)
    >>> tl.nn.functional.ctc_loss(scores, tl.tensor([[1, 2]]), (4,), (2,), reduction="sum")
    tensor(1.6864)
    """
def dropout(
    input: Tensor,
    p: _float = 0.5,
    training: _bool = True,
    inplace: _bool = False,
) -> Tensor:
    """Zeros with probability p, the rest divided by 1 - p. Hinton et al. 2012, arXiv:1207.0580.

    Parameters
    ----------
    input : Tensor (any shape)
    p : float in [0, 1]
    training : bool
        Without it the input passes unchanged.
    inplace : bool

    Returns
    -------
    Tensor (...)

    Raises
    ------
    ValueError
        If p lies outside [0, 1].

    Examples
    --------
    >>> tl.nn.functional.dropout(tl.tensor([0.5, 1.0, 2.0])).shape
    tensorlite.Size([3])
    """
def dropout1d(
    input: Tensor,
    p: _float = 0.5,
    training: _bool = True,
    inplace: _bool = False,
) -> Tensor:
    """`dropout` of whole channels of (N, C, L) or (C, L).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    p : float, default 0.5
        The probability with which an element, or a channel, is dropped.
    training : bool, default True
        Whether it acts as in training.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.dropout1d(tl.tensor([[4.0, 1.0], [1.0, 3.0]])).shape
    tensorlite.Size([2, 2])
    """
def dropout2d(
    input: Tensor,
    p: _float = 0.5,
    training: _bool = True,
    inplace: _bool = False,
) -> Tensor:
    """`dropout` of whole channels of (N, C, H, W); (N, C, L) is taken as `dropout1d` takes it.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    p : float, default 0.5
        The probability with which an element, or a channel, is dropped.
    training : bool, default True
        Whether it acts as in training.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.dropout2d(tl.arange(16.0).reshape(1, 1, 4, 4)).shape
    tensorlite.Size([1, 1, 4, 4])
    """
def dropout3d(
    input: Tensor,
    p: _float = 0.5,
    training: _bool = True,
    inplace: _bool = False,
) -> Tensor:
    """`dropout` of whole channels of (N, C, D, H, W) or (C, D, H, W).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    p : float, default 0.5
        The probability with which an element, or a channel, is dropped.
    training : bool, default True
        Whether it acts as in training.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.dropout3d(tl.arange(16.0).reshape(1, 1, 4, 4)).shape
    tensorlite.Size([1, 1, 4, 4])
    """
def elu(input: Tensor, alpha: _float = 1.0, inplace: _bool = False) -> Tensor:
    """x where x > 0, else alpha * (exp(x) - 1). Clevert et al. 2015, arXiv:1511.07289.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    alpha : float, default 1.0
        The result goes to its negative as the input falls.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.elu(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def elu_(input: Tensor, alpha: _float = 1.0) -> Tensor:
    """`elu` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    alpha : float, default 1.0
        The result goes to its negative as the input falls.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.elu_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def embedding(
    input: Tensor,
    weight: Tensor,
    padding_idx: _int | None = None,
    max_norm: _float | None = None,
    norm_type: _float = 2.0,
    scale_grad_by_freq: _bool = False,
    sparse: _bool = False,
) -> Tensor:
    """Rows of `weight` by index.

    Parameters
    ----------
    input : int64 or int32 Tensor (any shape)
    weight : Tensor (V, D)
    padding_idx : int, optional
        A row that gets no gradient.
    max_norm : float, optional
        Rows that are used and longer than this are shortened in `weight` first.
    norm_type : float
    scale_grad_by_freq : bool
        Divide the gradient of a row by its number of uses in `input`.
    sparse : bool
        Sparse gradients are not available.

    Returns
    -------
    Tensor (..., D)

    Raises
    ------
    IndexError
        If an index is out of range.

    Examples
    --------
    >>> tl.nn.functional.embedding(tl.tensor([1, 0]), tl.tensor([[1.0, 2.0], [3.0, 4.0]]))
    tensor([[3., 4.],
            [1., 2.]])
    """
def embedding_bag(
    input: Tensor,
    weight: Tensor,
    offsets: Tensor | None = None,
    max_norm: _float | None = None,
    norm_type: _float = 2,
    scale_grad_by_freq: _bool = False,
    mode: str = 'mean',
    sparse: _bool = False,
    per_sample_weights: Tensor | None = None,
    include_last_offset: _bool = False,
    padding_idx: _int | None = None,
) -> Tensor:
    """The sum, mean or largest elements of rows of `weight`, for each bag of indices.

    Parameters
    ----------
    input : integer Tensor (B, N) or (L,)
        Bags of N indices; or all bags in a row, which begin at `offsets`.
    weight : Tensor (V, D)
    offsets : integer Tensor (B,), optional
        With `include_last_offset` (B + 1,): where the last bag ends, too.
    max_norm, norm_type, scale_grad_by_freq, sparse
        As of `embedding`.
    mode : {"mean", "sum", "max"}
    per_sample_weights : Tensor (like input), optional
        A factor of each row, where the mode is "sum".
    include_last_offset : bool, default False
    padding_idx : int, optional
        An index that does not count, and whose row gets no gradient.

    Returns
    -------
    Tensor (B, D)
        Zeros for an empty bag.

    Raises
    ------
    RuntimeError
        If an index is out of range.

    Examples
    --------
    >>> import tensorlite as tl
    >>> table = tl.tensor([[1.0], [2.0], [4.0]])
    >>> tl.nn.functional.embedding_bag(tl.tensor([0, 1, 2]), table, tl.tensor([0, 2]), mode="sum")
    tensor([[3.],
            [4.]])
    """
def feature_alpha_dropout(
    input: Tensor,
    p: _float = 0.5,
    training: _bool = False,
    inplace: _bool = False,
) -> Tensor:
    """`alpha_dropout` of whole channels.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    p : float, default 0.5
        The probability with which an element, or a channel, is dropped.
    training : bool, default False
        Whether it acts as in training.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.feature_alpha_dropout(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def fold(
    input: Tensor,
    output_size: _int | _Sequence[_int | None],
    kernel_size: _int | _Sequence[_int],
    dilation: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] = 0,
    stride: _int | _Sequence[_int] = 1,
) -> Tensor:
    """The sum of windows, each given as a column, where they lie in images: see `unfold`.

    Parameters
    ----------
    input : Tensor (N, C kH kW, L) or (C kH kW, L)
    output_size : int or tuple of two ints
        H and W.
    kernel_size, dilation, padding, stride : int or tuple of two ints

    Returns
    -------
    Tensor (N, C, H, W) or (C, H, W)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.fold(tl.ones(1, 4, 4), (3, 3), 2)
    tensor([[[[1., 2., 1.],
              [2., 4., 2.],
              [1., 2., 1.]]]])
    """
def fractional_max_pool2d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    output_size: _int | _Sequence[_int | None] | None = None,
    output_ratio: _float | _Sequence[_float] | None = None,
    return_indices: _bool = False,
    _random_samples: Tensor | None = None,
) -> _Any:
    """The largest of each of `output_size` windows a dim at random places.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    kernel_size : int or tuple of int
    output_size : int or tuple of int, optional
    output_ratio : float or tuple of float, optional
        The output size over that of the input, if it is not given.
    return_indices : bool
        Whether the places of the largest elements are returned too.

    Returns
    -------
    Tensor (N, C, H, W) or (C, H, W), or a pair of them
        With `return_indices` the places, too.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Graham 2014, "Fractional Max-Pooling", arXiv:1412.6071.

    Examples
    --------
    >>> tl.nn.functional.fractional_max_pool2d(tl.zeros(1, 1, 5, 5), 2, output_size=(3, 3)).shape
    tensorlite.Size([1, 1, 3, 3])
    """
def fractional_max_pool2d_with_indices(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    output_size: _int | _Sequence[_int | None] | None = None,
    output_ratio: _float | _Sequence[_float] | None = None,
    return_indices: _bool = False,
    _random_samples: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """`fractional_max_pool2d`, and the places of the largest.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    kernel_size : int or tuple of int
        The extents of the window.
    output_size : int or sequence of int or None, optional
    output_ratio : float or sequence of float, optional
    return_indices : bool, default False

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.rand(1, 1, 5, 5)
    >>> largest, places = tl.nn.functional.fractional_max_pool2d_with_indices(x, 2, output_size=3)
    >>> bool((x.flatten()[places] == largest).all())
    True
    """
def fractional_max_pool3d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    output_size: _int | _Sequence[_int | None] | None = None,
    output_ratio: _float | _Sequence[_float] | None = None,
    return_indices: _bool = False,
    _random_samples: Tensor | None = None,
) -> _Any:
    """The largest of each of `output_size` windows a dim at random places.

    Parameters
    ----------
    input : Tensor (N, C, D, H, W) or (C, D, H, W)
    kernel_size : int or tuple of int
    output_size : int or tuple of int, optional
    output_ratio : float or tuple of float, optional
        The output size over that of the input, if it is not given.
    return_indices : bool
        Whether the places of the largest elements are returned too.

    Returns
    -------
    Tensor (N, C, D, H, W) or (C, D, H, W), or a pair of them
        With `return_indices` the places, too.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Graham 2014, "Fractional Max-Pooling", arXiv:1412.6071.

    Examples
    --------
    >>> tl.nn.functional.fractional_max_pool3d(tl.zeros(1, 1, 5, 5, 5), 2, output_ratio=0.5).shape
    tensorlite.Size([1, 1, 2, 2, 2])
    """
def fractional_max_pool3d_with_indices(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    output_size: _int | _Sequence[_int | None] | None = None,
    output_ratio: _float | _Sequence[_float] | None = None,
    return_indices: _bool = False,
    _random_samples: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """`fractional_max_pool3d`, and the places of the largest.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    kernel_size : int or tuple of int
        The extents of the window.
    output_size : int or sequence of int or None, optional
    output_ratio : float or sequence of float, optional
    return_indices : bool, default False

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.rand(1, 1, 5, 5, 5)
    >>> largest, places = tl.nn.functional.fractional_max_pool3d_with_indices(x, 2, output_size=3)
    >>> bool((x.flatten()[places] == largest).all())
    True
    """
def gaussian_nll_loss(
    input: Tensor,
    target: Tensor,
    var: Tensor | _float,
    full: _bool = False,
    eps: _float = 1e-06,
    reduction: str = 'mean',
) -> Tensor:
    """The negative log-likelihood of `target` under normal distributions.

    Parameters
    ----------
    input : Tensor (any shape)
        The means.
    target : Tensor (the same shape)
    var : Tensor (the same shape, or with the last size 1 or left out) or float
    full : bool
        Add the constant log(2 pi) / 2.
    eps : float
        The least variance that is used.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.gaussian_nll_loss(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]), tl.ones(3))
    tensor(0.)
    """
def gelu(input: Tensor, *, approximate: str = 'none') -> Tensor:
    """x times the normal distribution function. Hendrycks, Gimpel 2016, arXiv:1606.08415.

    Parameters
    ----------
    input : Tensor (any shape)
    approximate : {"none", "tanh"}

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.gelu(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.3457, 0.8413, 1.9545])
    """
def glu(input: Tensor, dim: _int = -1) -> Tensor:
    """a * sigmoid(b) of the two halves a, b along `dim`. Dauphin et al. 2016, arXiv:1612.08083.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.nn.functional.glu(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[2.9242],
            [0.9526]])
    """
def grid_sample(
    input: Tensor,
    grid: Tensor,
    mode: str = 'bilinear',
    padding_mode: str = 'zeros',
    align_corners: _bool | None = None,
) -> Tensor:
    """The elements of images at the places of a grid.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (N, C, D, H, W)
    grid : Tensor (N, rows, columns, 2) or (N, layers, rows, columns, 3)
        Places x, y (and z): -1 is the left (upper, front) edge of the image, 1 the other one.
    mode : {"bilinear", "nearest", "bicubic"}
        How elements are found between those of the image.
    padding_mode : {"zeros", "border", "reflection"}
        What lies outside of it.
    align_corners : bool
        Whether -1 and 1 are the centres of the first and the last element, and not their edges.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Jaderberg et al. 2015, "Spatial Transformer Networks", arXiv:1506.02025.

    Examples
    --------
    >>> tl.nn.functional.grid_sample(tl.ones(1, 1, 2, 2), tl.zeros(1, 1, 1, 2))
    tensor([[[[1.]]]])
    """
def group_norm(
    input: Tensor,
    num_groups: _int,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: _float = 1e-05,
    cudnn_enabled: _bool = True,
) -> Tensor:
    """`layer_norm` over each of `num_groups` groups of channels. Wu, He 2018, arXiv:1803.08494.

    Parameters
    ----------
    input : Tensor (N, C, ...)
    num_groups : int
        Divides C.
    weight, bias : Tensor (C,), optional
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    cudnn_enabled : bool
        Accepted without effect.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.group_norm(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 1)
    tensor([[ 1.0000, -1.0000],
            [-1.0000,  1.0000]])
    """
def gumbel_softmax(
    logits: Tensor,
    tau: _float = 1,
    hard: _bool = False,
    eps: _float = 1e-10,
    dim: _int = -1,
) -> Tensor:
    """A differentiable sample of a categorical distribution. Jang et al. 2016, arXiv:1611.01144.

    Parameters
    ----------
    logits : Tensor (...)
        Logarithms of odds, or of probabilities up to a constant.
    tau : float, default 1
    hard : bool, default False
    eps : float, default 1e-10
        A small number that keeps divisions finite.
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.nn.functional.gumbel_softmax(tl.tensor([0.5, 1.0, 2.0])).shape
    tensorlite.Size([3])
    """
def hardshrink(input: Tensor, lambd: _float = 0.5) -> Tensor:
    """x where |x| > lambd, else 0; lambd counts as the input's dtype has it.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    lambd : float, default 0.5

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.hardshrink(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
def hardsigmoid(input: Tensor, inplace: _bool = False) -> Tensor:
    """(x + 3) / 6 limited to [0, 1].

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.hardsigmoid(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5833, 0.6667, 0.8333])
    """
def hardswish(input: Tensor, inplace: _bool = False) -> Tensor:
    """x * hardsigmoid(x). Howard et al. 2019, arXiv:1905.02244.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.hardswish(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.2917, 0.6667, 1.6667])
    """
def hardtanh(
    input: Tensor,
    min_val: _float = -1.0,
    max_val: _float = 1.0,
    inplace: _bool = False,
) -> Tensor:
    """x limited to [min_val, max_val].

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    min_val : float, default -1.0
    max_val : float, default 1.0
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.hardtanh(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 1.0000])
    """
def hardtanh_(input: Tensor, min_val: _float = -1.0, max_val: _float = 1.0) -> Tensor:
    """`hardtanh` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    min_val : float, default -1.0
    max_val : float, default 1.0

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.hardtanh_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 1.0000])
    """
def hinge_embedding_loss(
    input: Tensor,
    target: Tensor,
    margin: _float = 1.0,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """input where target is 1, max(0, margin - input) where it is -1.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    target : Tensor (...)
        What is to be predicted.
    margin : float, default 1.0
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.hinge_embedding_loss(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.3333)
    """
def huber_loss(
    input: Tensor,
    target: Tensor,
    reduction: str = 'mean',
    delta: _float = 1.0,
    weight: Tensor | None = None,
) -> Tensor:
    """Half of mse_loss up to an error of delta, linear beyond. Huber 1964.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    target : Tensor (...)
        What is to be predicted.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.
    delta : float, default 1.0
    weight : Tensor (...), optional
        By what the loss of each class, or element, is multiplied.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.huber_loss(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.)
    """
def instance_norm(
    input: Tensor,
    running_mean: Tensor | None = None,
    running_var: Tensor | None = None,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    use_input_stats: _bool = True,
    momentum: _float = 0.1,
    eps: _float = 1e-05,
) -> Tensor:
    """(x - mean) / sqrt(var + eps) per sample and channel, times weight, plus bias.

    Parameters
    ----------
    input : Tensor (N, C, L, ...)
    running_mean, running_var : Tensor (C,) or None
        Used without `use_input_stats`; moved by `momentum` towards the batch's averages with it.
    weight, bias : Tensor (C,), optional
    use_input_stats : bool
        Take mean and variance from each sample.
    momentum, eps : float

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Ulyanov, Vedaldi, Lempitsky 2016, "Instance Normalization", arXiv:1607.08022.

    Examples
    --------
    >>> tl.nn.functional.instance_norm(tl.arange(4.0).reshape(1, 1, 4))
    tensor([[[-1.3416, -0.4472,  0.4472,  1.3416]]])
    """
def interpolate(
    input: Tensor,
    size: _int | _Sequence[_int] | None = None,
    scale_factor: _float | _Sequence[_float] | None = None,
    mode: str = 'nearest',
    align_corners: _bool | None = None,
    recompute_scale_factor: _bool | None = None,
    antialias: _bool = False,
) -> Tensor:
    """The input with other extents of its last one to three dims.

    Parameters
    ----------
    input : Tensor (N, C, L), (N, C, H, W) or (N, C, D, H, W)
    size : int or tuple of int, optional
        The new extents.
    scale_factor : float or tuple of float, optional
        The new extents over the old ones, if `size` is not given.
    mode : str
        "nearest", "nearest-exact", "linear", "bilinear", "bicubic", "trilinear" or "area".
    align_corners : bool, optional
        Whether the centres of the first and last elements stay where they are, and not the edges.
    recompute_scale_factor : bool, optional
        Whether the scale is found from the extents, where `scale_factor` is given.
    antialias : bool
        Whether all elements count when "bilinear" or "bicubic" makes an image smaller.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.interpolate(tl.tensor([[[0.0, 2.0]]]), scale_factor=2, mode="linear")
    tensor([[[0.0000, 0.5000, 1.5000, 2.0000]]])
    """
def kl_div(
    input: Tensor,
    target: Tensor,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
    log_target: _bool = False,
) -> Tensor:
    """target * (log(target) - input): the Kullback-Leibler divergence from log-probabilities.

    Parameters
    ----------
    input : Tensor (any shape) of log-probabilities
    target : Tensor (the same shape) of probabilities, or of their logarithms
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"batchmean", "mean", "sum", "none"}
        Only "batchmean" is the divergence by its definition, averaged over the batch.
    log_target : bool

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.kl_div(tl.tensor([[0.5, 0.5]]).log(), tl.ones(1, 2), reduction='sum')
    tensor(1.3863)
    """
def l1_loss(
    input: Tensor,
    target: Tensor,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
    weight: Tensor | None = None,
) -> Tensor:
    """Mean of |input - target|; arguments as in `mse_loss`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    target : Tensor (...)
        What is to be predicted.
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.
    weight : Tensor (...), optional
        By what the loss of each class, or element, is multiplied.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.l1_loss(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.)
    """
def layer_norm(
    input: Tensor,
    normalized_shape: _int | _Sequence[_int],
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: _float = 1e-05,
) -> Tensor:
    """(x - mean) / sqrt(var + eps) over the last dimensions, times weight, plus bias.

    Parameters
    ----------
    input : Tensor (..., *normalized_shape)
    normalized_shape : int or sequence of int
    weight, bias : Tensor (*normalized_shape), optional
    eps : float

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Ba, Kiros, Hinton 2016, "Layer Normalization", arXiv:1607.06450.

    Examples
    --------
    >>> tl.nn.functional.layer_norm(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), (2,))
    tensor([[ 1.0000, -1.0000],
            [-1.0000,  1.0000]])
    """
def leaky_relu(input: Tensor, negative_slope: _float = 0.01, inplace: _bool = False) -> Tensor:
    """x where x > 0, else negative_slope * x.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    negative_slope : float, default 0.01
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.leaky_relu(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def leaky_relu_(input: Tensor, negative_slope: _float = 0.01) -> Tensor:
    """`leaky_relu` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    negative_slope : float, default 0.01

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.leaky_relu_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def linear(input: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """input @ weight.T + bias, as one kernel.

    Parameters
    ----------
    input : Tensor (*, in_features)
    weight : Tensor (out_features, in_features) or (in_features,)
    bias : Tensor (out_features,) or (), optional

    Returns
    -------
    Tensor (*, out_features)

    Raises
    ------
    RuntimeError
        If the sizes or the dtypes do not fit.

    Examples
    --------
    >>> nn.functional.linear(tl.ones(2, 3), tl.ones(1, 3), tl.ones(1))
    tensor([[4.],
            [4.]])
    """
def linear_cross_entropy(
    input: Tensor,
    linear_weight: Tensor,
    target: Tensor,
    *,
    linear_bias: Tensor | None = None,
    weight: Tensor | None = None,
    reduction: str = 'mean',
    ignore_index: _int | None = None,
    label_smoothing: _float = 0.0,
    options: _Any = None,
) -> Tensor:
    """`cross_entropy` of `linear`.

    Parameters
    ----------
    input : Tensor (N, I) or (I,)
    linear_weight : Tensor (C, I) or (C, d1, ..., I)
    target : Tensor of class indices (N, d1, ...), or of probabilities (N, C, d1, ...)
    linear_bias : Tensor (C, d1, ...), optional
    weight, reduction, ignore_index, label_smoothing
        As of `cross_entropy`.
    options : LinearCrossEntropyOptions, optional
        Accepted; the scores are computed at once.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x, weight, labels = tl.eye(2), tl.tensor([[2.0, 0.0], [0.0, 2.0]]), tl.tensor([0, 1])
    >>> tl.nn.functional.linear_cross_entropy(x, weight, labels)
    tensor(0.1269)
    """
def local_response_norm(
    input: Tensor,
    size: _int,
    alpha: _float = 0.0001,
    beta: _float = 0.75,
    k: _float = 1.0,
) -> Tensor:
    """x / (k + alpha * mean of squares of `size` channels around)^beta.

    Parameters
    ----------
    input : Tensor (N, C, ...)
    size : int
        Channels that count; those beyond the first and the last are zeros.
    alpha, beta, k : float

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Krizhevsky, Sutskever, Hinton 2012, "ImageNet Classification with Deep Convolutional Neural
    Networks", section 3.3.

    Examples
    --------
    >>> tl.nn.functional.local_response_norm(tl.ones(1, 3, 1), size=2, alpha=1.0, beta=1.0)
    tensor([[[0.6667],
             [0.5000],
             [0.5000]]])
    """
def log_softmax(
    input: Tensor,
    dim: _int | None = None,
    _stacklevel: _int = 3,
    dtype: _dtype | None = None,
) -> Tensor:
    """log(softmax(x)), without overflow; arguments as in `softmax`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> nn.functional.log_softmax(tl.tensor([0.5, 1.0, 2.0]), dim=-1)
    tensor([-1.9644, -1.4644, -0.4644])
    """
def logsigmoid(input: Tensor) -> Tensor:
    """log(sigmoid(x)), without overflow.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.logsigmoid(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-0.4741, -0.3133, -0.1269])
    """
def lp_pool1d(
    input: Tensor,
    norm_type: _float,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    ceil_mode: _bool = False,
) -> Tensor:
    """The p-norm of each window of (N, C, L) or (C, L), without absolute values.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    norm_type : float
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.lp_pool1d(tl.arange(8.0).reshape(1, 4, 2), tl.arange(8.0).reshape(1, 4, 2), 2)
    tensor([[[   inf, 2.0000],
             [5.5678, 3.1414],
             [7.6254, 5.0794],
             [9.7709, 7.0553]]])
    """
def lp_pool2d(
    input: Tensor,
    norm_type: _float,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    ceil_mode: _bool = False,
) -> Tensor:
    """The p-norm of each window of (N, C, H, W) or (C, H, W), without absolute values.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    norm_type : float
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.lp_pool2d(tl.ones(1, 2, 3), tl.ones(1, 2, 3), 2)
    tensor([[[4., 4., 4.],
             [4., 4., 4.]]])
    """
def lp_pool3d(
    input: Tensor,
    norm_type: _float,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    ceil_mode: _bool = False,
) -> Tensor:
    """The p-norm of each window of (N, C, D, H, W) or (C, D, H, W), without absolute values.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    norm_type : float
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.lp_pool3d(tl.ones(1, 1, 2, 2, 2), norm_type=2, kernel_size=2)
    tensor([[[[[2.8284]]]]])
    """
def margin_ranking_loss(
    input1: Tensor,
    input2: Tensor,
    target: Tensor,
    margin: _float = 0,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """max(0, -target * (input1 - input2) + margin).

    Parameters
    ----------
    input1 : Tensor (...)
    input2 : Tensor (...)
    target : Tensor (...)
        What is to be predicted.
    margin : float, default 0
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.margin_ranking_loss(tl.ones(1, 2, 3), tl.ones(1, 2, 3), tl.ones(1, 2, 3))
    tensor(0.)
    """
def max_pool1d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> _Any:
    """The largest element of each window; NaN if it holds one.

    Parameters
    ----------
    input : Tensor (N, C, L) or (C, L)
    kernel_size : int or tuple of int
        The size of a window.
    stride : int or tuple of int, optional
        From one window to the next; `kernel_size` by default.
    padding : int or tuple of int
        Elements on both sides that count as -inf; at most half of the window.
    dilation : int or tuple of int
        From one element of a window to the next.
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    return_indices : bool
        Whether the places of the largest elements are returned too, as int64: flat, in their plane.

    Returns
    -------
    Tensor (N, C, L) or (C, L), or a pair of them
        With `return_indices` the places, too.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.max_pool1d(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 2)
    tensor([[4.],
            [3.]])
    """
def max_pool1d_with_indices(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> tuple[Tensor, Tensor]:
    """`max_pool1d`, and the places of the largest.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    dilation : int or tuple of int, default 1
        The distance between elements of the window.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.
    return_indices : bool, default False

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.max_pool1d_with_indices(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 2)
    (tensor([[4.],
            [3.]]), tensor([[0],
            [1]]))
    """
def max_pool2d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> _Any:
    """The largest element of each window; NaN if it holds one.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    kernel_size : int or tuple of int
        The size of a window.
    stride : int or tuple of int, optional
        From one window to the next; `kernel_size` by default.
    padding : int or tuple of int
        Elements on both sides that count as -inf; at most half of the window.
    dilation : int or tuple of int
        From one element of a window to the next.
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    return_indices : bool
        Whether the places of the largest elements are returned too, as int64: flat, in their plane.

    Returns
    -------
    Tensor (N, C, H, W) or (C, H, W), or a pair of them
        With `return_indices` the places, too.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.max_pool2d(tl.arange(16.0).reshape(1, 1, 4, 4), 2)
    tensor([[[[ 5.,  7.],
              [13., 15.]]]])
    """
def max_pool2d_with_indices(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> tuple[Tensor, Tensor]:
    """`max_pool2d`, and the places of the largest.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    dilation : int or tuple of int, default 1
        The distance between elements of the window.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.
    return_indices : bool, default False

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.max_pool2d_with_indices(tl.arange(16.0).reshape(1, 1, 4, 4), 2)
    (tensor([[[[ 5.,  7.],
              [13., 15.]]]]), tensor([[[[ 5,  7],
              [13, 15]]]]))
    """
def max_pool3d(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> _Any:
    """The largest element of each window; NaN if it holds one.

    Parameters
    ----------
    input : Tensor (N, C, D, H, W) or (C, D, H, W)
    kernel_size : int or tuple of int
        The size of a window.
    stride : int or tuple of int, optional
        From one window to the next; `kernel_size` by default.
    padding : int or tuple of int
        Elements on both sides that count as -inf; at most half of the window.
    dilation : int or tuple of int
        From one element of a window to the next.
    ceil_mode : bool
        Whether a last window may reach beyond the input.
    return_indices : bool
        Whether the places of the largest elements are returned too, as int64: flat, in their plane.

    Returns
    -------
    Tensor (N, C, D, H, W) or (C, D, H, W), or a pair of them
        With `return_indices` the places, too.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.max_pool3d(tl.arange(8.0).reshape(1, 1, 2, 2, 2), 2)
    tensor([[[[[7.]]]]])
    """
def max_pool3d_with_indices(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    dilation: _int | _Sequence[_int] = 1,
    ceil_mode: _bool = False,
    return_indices: _bool = False,
) -> tuple[Tensor, Tensor]:
    """`max_pool3d`, and the places of the largest.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    dilation : int or tuple of int, default 1
        The distance between elements of the window.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.
    return_indices : bool, default False

    Returns
    -------
    tuple of Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.max_pool3d_with_indices(tl.arange(8.0).reshape(1, 1, 2, 2, 2), 2)
    (tensor([[[[[7.]]]]]), tensor([[[[[7]]]]]))
    """
def max_unpool1d(
    input: Tensor,
    indices: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    output_size: _int | _Sequence[_int | None] | None = None,
) -> Tensor:
    """Zeros, with the elements of input where `max_pool1d` found them.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    indices : Tensor (...)
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    output_size : int or sequence of int or None, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.tensor([[1.0, 4.0, 3.0, 2.0]])
    >>> pooled, places = tl.nn.functional.max_pool1d(x, 2, return_indices=True)
    >>> tl.nn.functional.max_unpool1d(pooled, places, 2)
    tensor([[0., 4., 3., 0.]])
    """
def max_unpool2d(
    input: Tensor,
    indices: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    output_size: _int | _Sequence[_int | None] | None = None,
) -> Tensor:
    """Zeros, with the elements of input where `max_pool2d` found them.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    indices : Tensor (...)
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    output_size : int or sequence of int or None, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.tensor([[[1.0, 4.0], [3.0, 2.0]]])
    >>> pooled, places = tl.nn.functional.max_pool2d(x, 2, return_indices=True)
    >>> tl.nn.functional.max_unpool2d(pooled, places, 2)
    tensor([[[0., 4.],
             [0., 0.]]])
    """
def max_unpool3d(
    input: Tensor,
    indices: Tensor,
    kernel_size: _int | _Sequence[_int],
    stride: _int | _Sequence[_int] | None = None,
    padding: _int | _Sequence[_int] = 0,
    output_size: _int | _Sequence[_int | None] | None = None,
) -> Tensor:
    """Zeros, with the elements of input where `max_pool3d` found them.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    indices : Tensor (...)
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    output_size : int or sequence of int or None, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.arange(8.0).reshape(1, 2, 2, 2)
    >>> pooled, places = tl.nn.functional.max_pool3d(x, 2, return_indices=True)
    >>> tl.nn.functional.max_unpool3d(pooled, places, 2)
    tensor([[[[0., 0.],
              [0., 0.]],
    <BLANKLINE>
             [[0., 0.],
              [0., 7.]]]])
    """
def mish(input: Tensor, inplace: _bool = False) -> Tensor:
    """x * tanh(softplus(x)). Misra 2019, arXiv:1908.08681.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.mish(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.3752, 0.8651, 1.9440])
    """
def mse_loss(
    input: Tensor,
    target: Tensor,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
    weight: Tensor | None = None,
) -> Tensor:
    """Mean of (input - target)^2.

    Parameters
    ----------
    input, target : Tensor (any one shape)
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"mean", "sum", "none"}
    weight : Tensor (the same shape), optional
        The mean divides by its sum.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    ValueError
        If `reduction` is unknown.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.mse_loss(tl.tensor([1.0, 3.0]), tl.tensor([0.0, 0.0]))
    tensor(5.)
    """
def multi_head_attention_forward(
    query: Tensor,
    key: Tensor,
    value: Tensor | _float,
    embed_dim_to_check: _int,
    num_heads: _int,
    in_proj_weight: Tensor,
    in_proj_bias: Tensor,
    bias_k: Tensor,
    bias_v: Tensor,
    add_zero_attn: _bool,
    dropout_p: _float,
    out_proj_weight: Tensor,
    out_proj_bias: Tensor,
    training: _bool = True,
    key_padding_mask: Tensor | None = None,
    need_weights: _bool = True,
    attn_mask: Tensor | None = None,
    use_separate_proj_weight: _bool = False,
    q_proj_weight: Tensor | None = None,
    k_proj_weight: Tensor | None = None,
    v_proj_weight: Tensor | None = None,
    static_k: Tensor | None = None,
    static_v: Tensor | None = None,
    average_attn_weights: _bool = True,
    is_causal: _bool = False,
) -> tuple[Tensor, Tensor | None]:
    """What `nn.MultiheadAttention` computes, with its parameters as arguments.

    Parameters
    ----------
    query : Tensor (L, N, E) or (L, E)
    key, value : Tensor (S, N, E) or (S, E)
        With `use_separate_proj_weight` their last extents may differ.
    embed_dim_to_check : int
        E.
    num_heads : int
        H.
    in_proj_weight : Tensor (3 * E, E)
    in_proj_bias : Tensor (3 * E,) or None
    bias_k, bias_v : Tensor (1, 1, E) or None
        One more key and value.
    add_zero_attn : bool
        One more key and value of zeros.
    dropout_p : float
        Applied to the weights if `training`.
    out_proj_weight : Tensor (E, E)
    out_proj_bias : Tensor (E,) or None
    training : bool, default True
        Whether it acts as in training.
    key_padding_mask : Tensor (N, S) or (S,), optional
        bool: True where a key is not to be seen; float: added to the scores.
    need_weights : bool
        Without it a query that sees no key gives zeros, else NaN.
    attn_mask : Tensor (L, S) or (N * H, L, S), optional
        As `key_padding_mask`, for queries and keys.
    use_separate_proj_weight : bool, default False
    q_proj_weight, k_proj_weight, v_proj_weight : Tensor (E, ...), optional
    static_k, static_v : Tensor (N * H, S, E / H), optional
        Instead of the projected key and value.
    average_attn_weights : bool
        Over heads.
    is_causal : bool
        A hint that `attn_mask` is causal.

    Returns
    -------
    Tensor (L, N, E) or (L, E)
    Tensor (N, L, S), (N, H, L, S), the same without N, or None
        The weights, if they are needed.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x, three = tl.ones(3, 1, 2), tl.cat([tl.eye(2)] * 3)
    >>> result, weights = tl.nn.functional.multi_head_attention_forward(
    ...     x, x, x, 2, 1, three, None, None, None, False, 0.0, tl.eye(2), None
    ... )
    >>> weights
    tensor([[[0.3333, 0.3333, 0.3333],
             [0.3333, 0.3333, 0.3333],
             [0.3333, 0.3333, 0.3333]]])
    """
def multi_margin_loss(
    input: Tensor,
    target: Tensor,
    p: _float = 1,
    margin: _float = 1.0,
    weight: Tensor | None = None,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """Sum of max(0, margin - input[target] + input[i])^p over other classes i, divided by C.

    Parameters
    ----------
    input : Tensor (N, C) or (C,)
    target : integer Tensor (N,) or ()
    p : 1 or 2
    margin : float
    weight : Tensor (C,), optional
        What the margin of each target counts.
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"mean", "sum", "none"}

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> scores = tl.tensor([[0.1, 0.2, 0.4, 0.8]])
    >>> tl.nn.functional.multi_margin_loss(scores, tl.tensor([3]))
    tensor(0.3250)
    """
def multilabel_margin_loss(
    input: Tensor,
    target: Tensor,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """Sum of max(0, 1 - (input[y] - input[i])) over targets y and other classes i, divided by C.

    Parameters
    ----------
    input : Tensor (N, C) or (C,)
    target : integer Tensor (like input)
        The targets of a row stand at its beginning, before the first -1.
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"mean", "sum", "none"}

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.multilabel_margin_loss(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.)
    """
def multilabel_soft_margin_loss(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """The mean over classes of binary_cross_entropy_with_logits, weighted by class.

    Parameters
    ----------
    input, target : Tensor (..., C)
    weight : Tensor that broadcasts, optional
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"mean", "sum", "none"}

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.multilabel_soft_margin_loss(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor(-2.5037)
    """
def nll_loss(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: _bool | None = None,
    ignore_index: _int = -100,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """-input[n, target[n]], weighted by class: cross_entropy after its log_softmax.

    Parameters
    ----------
    input : Tensor (C,), (N, C) or (N, C, d1, ...)
        Log-probabilities.
    target : integer Tensor (), (N,) or (N, d1, ...)
    weight : Tensor (C,), optional
    size_average : bool, optional
        Deprecated: use `reduction`.
    ignore_index : int
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"mean", "sum", "none"}

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.nll_loss(tl.zeros(2, 3), tl.tensor([0, 2]))
    tensor(0.)
    """
def normalize(
    input: Tensor,
    p: _float = 2.0,
    dim: _int = 1,
    eps: _float = 1e-12,
    out: Tensor | None = None,
) -> Tensor:
    """x divided by its p-norm along `dim`, the norm at least eps.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    p : float, default 2.0
        The order of the norm.
    dim : int, default 1
        The dim or dims along which it goes; negative ones count from the last.
    eps : float, default 1e-12
        A small number that keeps divisions finite.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.normalize(tl.tensor([3.0, 4.0]), dim=0)
    tensor([0.6000, 0.8000])
    """
def one_hot(tensor: Tensor, num_classes: _int = -1) -> Tensor:
    """Integers to rows with a single 1.

    Parameters
    ----------
    tensor : int64 Tensor (any shape)
    num_classes : int
        -1: one more than the largest value.

    Returns
    -------
    int64 Tensor (..., num_classes)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.one_hot(tl.tensor([0, 2]))
    tensor([[1, 0, 0],
            [0, 0, 1]])
    """
def pad(
    input: Tensor,
    pad: _Sequence[_int],
    mode: str = 'constant',
    value: Tensor | _float | None = None,
) -> Tensor:
    """A frame around the last dims.

    Parameters
    ----------
    input : Tensor
    pad : sequence of int
        (before, after) of the last dim, then of the one before it, and so on; a negative number
        crops.
    mode : {"constant", "reflect", "replicate", "circular"}
        What the frame holds: one value; the elements inside mirrored at the border; those of the
        border; those of the other side. All but "constant" pad the last one to three dims, of
        inputs with one or two more.
    value : number, optional
        For "constant"; 0 by default.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.pad(tl.tensor([[1.0, 2.0, 3.0]]), (2, 1), mode="reflect")
    tensor([[3., 2., 1., 2., 3., 2.]])
    """
def pairwise_distance(
    x1: Tensor,
    x2: Tensor,
    p: _float = 2.0,
    eps: _float = 1e-06,
    keepdim: _bool = False,
) -> Tensor:
    """The p-norm of x1 - x2 + eps along the last dimension.

    Parameters
    ----------
    x1 : Tensor (...)
    x2 : Tensor (...)
    p : float, default 2.0
        The order of the norm.
    eps : float, default 1e-06
        A small number that keeps divisions finite.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.pairwise_distance(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.7321e-06)
    """
def pdist(input: Tensor, p: _float = 2.0) -> Tensor:
    """The p-norms of the differences of the rows of a matrix, each to each that follows.

    Parameters
    ----------
    input : Tensor (N, M)
    p : float

    Returns
    -------
    Tensor (N * (N - 1) / 2,)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.pdist(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([3.6056])
    """
def pixel_shuffle(input: Tensor, upscale_factor: _int) -> Tensor:
    """(*, C r^2, H, W) as (*, C, H r, W r): channels become pixels.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    upscale_factor : int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Shi et al. 2016, "Real-Time Single Image and Video Super-Resolution Using an Efficient
    Sub-Pixel Convolutional Neural Network", arXiv:1609.05158.

    Examples
    --------
    >>> tl.nn.functional.pixel_shuffle(tl.arange(16.0).reshape(1, 4, 2, 2), 2)
    tensor([[[[ 0.,  4.,  1.,  5.],
              [ 8., 12.,  9., 13.],
              [ 2.,  6.,  3.,  7.],
              [10., 14., 11., 15.]]]])
    """
def pixel_unshuffle(input: Tensor, downscale_factor: _int) -> Tensor:
    """(*, C, H r, W r) as (*, C r^2, H, W): the inverse of `pixel_shuffle`.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    downscale_factor : int

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.pixel_unshuffle(tl.arange(16.0).reshape(1, 1, 4, 4), 2)
    tensor([[[[ 0.,  2.],
              [ 8., 10.]],
    <BLANKLINE>
             [[ 1.,  3.],
              [ 9., 11.]],
    <BLANKLINE>
             [[ 4.,  6.],
              [12., 14.]],
    <BLANKLINE>
             [[ 5.,  7.],
              [13., 15.]]]])
    """
def poisson_nll_loss(
    input: Tensor,
    target: Tensor,
    log_input: _bool = True,
    full: _bool = False,
    size_average: _bool | None = None,
    eps: _float = 1e-08,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """The negative log-likelihood of counts under a Poisson distribution.

    Parameters
    ----------
    input : Tensor (any shape)
        The rate, or its logarithm with `log_input`.
    target : Tensor (the same shape)
    log_input : bool, default True
    full : bool
        Add Stirling's formula for log(target!).
    size_average : bool, optional
        Deprecated: use `reduction`.
    eps : float
        Added to the rate inside the logarithm.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.poisson_nll_loss(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.1687)
    """
def prelu(input: Tensor, weight: Tensor) -> Tensor:
    """x where x > 0, else weight * x. He et al. 2015, arXiv:1502.01852.

    Parameters
    ----------
    input : Tensor (any shape)
    weight : Tensor () or (1,) or (C,), C the size of the second dimension of `input`

    Returns
    -------
    Tensor (...)

    Raises
    ------
    RuntimeError
        If the sizes of weight and channels differ.

    Examples
    --------
    >>> tl.nn.functional.prelu(tl.tensor([-1.0, 2.0]), tl.tensor([0.5]))
    tensor([-0.5000,  2.0000])
    """
def relu(input: Tensor, inplace: _bool = False) -> Tensor:
    """The positive part, max(x, 0).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.relu(tl.tensor([-1.0, 2.0]))
    tensor([0., 2.])
    """
def relu6(input: Tensor, inplace: _bool = False) -> Tensor:
    """max(min(x, 6), 0).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.relu6(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def relu_(input: Tensor) -> Tensor:
    """`relu` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.relu_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def rms_norm(
    input: Tensor,
    normalized_shape: _int | _Sequence[_int],
    weight: Tensor | None = None,
    eps: _float | None = None,
) -> Tensor:
    """x / sqrt(mean(x^2) + eps) over the last dimensions, times weight.

    Parameters
    ----------
    input : Tensor (..., *normalized_shape)
    normalized_shape : int or sequence of int
    weight : Tensor (*normalized_shape), optional
    eps : float, optional
        Default: the dtype's machine epsilon.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    References
    ----------
    Zhang, Sennrich 2019, "Root Mean Square Layer Normalization", arXiv:1910.07467.

    Examples
    --------
    >>> tl.nn.functional.rms_norm(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), (2,))
    tensor([[1.3720, 0.3430],
            [0.4472, 1.3416]])
    """
def rrelu(
    input: Tensor,
    lower: _float = 0.125,
    upper: _float = 0.3333333333333333,
    training: _bool = False,
    inplace: _bool = False,
    *,
    generator: _Generator | None = None,
) -> Tensor:
    """leaky_relu with a random slope per element in training. Xu et al. 2015, arXiv:1505.00853.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    lower : float, default 0.125
        The smallest slope.
    upper : float, default 0.3333333333333333
        The largest slope.
    training : bool, default False
        Whether it acts as in training.
    inplace : bool, default False
        Whether the input itself is written.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.rrelu(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def rrelu_(
    input: Tensor,
    lower: _float = 0.125,
    upper: _float = 0.3333333333333333,
    training: _bool = False,
    *,
    generator: _Generator | None = None,
) -> Tensor:
    """`rrelu` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    lower : float, default 0.125
        The smallest slope.
    upper : float, default 0.3333333333333333
        The largest slope.
    training : bool, default False
        Whether it acts as in training.
    generator : Generator, optional
        Where random numbers come from; by default the default generator.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.rrelu_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def scaled_dot_product_attention(
    query: Tensor,
    key: Tensor,
    value: Tensor | _float,
    attn_mask: Tensor | None = None,
    dropout_p: _float = 0.0,
    is_causal: _bool = False,
    scale: _float | None = None,
    enable_gqa: _bool = False,
) -> Tensor:
    """softmax(scale * query @ key.T + mask) @ value.

    Parameters
    ----------
    query : Tensor (..., Hq, L, E)
    key : Tensor (..., H, S, E)
    value : Tensor (..., H, S, Ev)
    attn_mask : Tensor, optional
        Broadcasts to (..., Hq, L, S). bool: True where a query may see a key; float: added to the
        scores.
    dropout_p : float
        Applied to the weights, always: there is no `training` here.
    is_causal : bool
        A query sees the keys up to its own index.
    scale : float, optional
        Default: 1 / sqrt(E).
    enable_gqa : bool
        Hq may be a multiple of H: neighbouring queries share a head of keys and values.

    Returns
    -------
    Tensor (..., Hq, L, Ev)
        Zeros for a query that sees no key.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Many scores are never there at once: memory stays linear in L and S, unless the mask needs a
    gradient.

    References
    ----------
    Vaswani et al. 2017, arXiv:1706.03762; grouped queries: Ainslie et al. 2023, arXiv:2305.13245.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.tensor([[1.0, 0.0], [0.0, 1.0]])
    >>> tl.nn.functional.scaled_dot_product_attention(x, x, x, is_causal=True)
    tensor([[1.0000, 0.0000],
            [0.3302, 0.6698]])
    """
def selu(input: Tensor, inplace: _bool = False) -> Tensor:
    """The self-normalising elu. Klambauer et al. 2017, arXiv:1706.02515.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.selu(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5254, 1.0507, 2.1014])
    """
def selu_(input: Tensor) -> Tensor:
    """`selu` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.selu_(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5254, 1.0507, 2.1014])
    """
def sigmoid(input: Tensor) -> Tensor:
    """1 / (1 + exp(-x)).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.sigmoid(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.6225, 0.7311, 0.8808])
    """
def silu(input: Tensor, inplace: _bool = False) -> Tensor:
    """x * sigmoid(x), also called swish.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.silu(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.3112, 0.7311, 1.7616])
    """
def smooth_l1_loss(
    input: Tensor,
    target: Tensor,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
    beta: _float = 1.0,
) -> Tensor:
    """l1_loss with a parabola where |input - target| < beta. Girshick 2015, arXiv:1504.08083.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    target : Tensor (...)
        What is to be predicted.
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.
    beta : float, default 1.0
        Below which difference it is a parabola.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.smooth_l1_loss(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.)
    """
def soft_margin_loss(
    input: Tensor,
    target: Tensor,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """log(1 + exp(-target * input)), for targets of 1 and -1.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    target : Tensor (...)
        What is to be predicted.
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.soft_margin_loss(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.3025)
    """
def softmax(
    input: Tensor,
    dim: _int | None = None,
    _stacklevel: _int = 3,
    dtype: _dtype | None = None,
) -> Tensor:
    """exp(x) / sum(exp(x)) along `dim`, without overflow.

    Parameters
    ----------
    input : Tensor (any shape)
    dim : int, optional
        Default, as in PyTorch: 0 for 0, 1 or 3 dimensions, else 1.
    dtype : dtype, optional
        Cast to it first.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.softmax(tl.zeros(2, 4), dim=1)[0]
    tensor([0.2500, 0.2500, 0.2500, 0.2500])
    """
def softmin(
    input: Tensor,
    dim: _int | None = None,
    _stacklevel: _int = 3,
    dtype: _dtype | None = None,
) -> Tensor:
    """softmax(-x).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> nn.functional.softmin(tl.tensor([0.5, 1.0, 2.0]), dim=-1)
    tensor([0.5465, 0.3315, 0.1220])
    """
def softplus(input: Tensor, beta: _float = 1.0, threshold: _float = 20.0) -> Tensor:
    """log(1 + exp(beta * x)) / beta, and x itself where beta * x > threshold.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    beta : float, default 1.0
        How sharply it bends.
    threshold : float, default 20.0

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.softplus(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.9741, 1.3133, 2.1269])
    """
def softshrink(input: Tensor, lambd: _float = 0.5) -> Tensor:
    """x moved towards zero by lambd.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    lambd : float, default 0.5

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.softshrink(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.0000, 0.5000, 1.5000])
    """
def softsign(input: Tensor) -> Tensor:
    """x / (1 + |x|).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.softsign(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.3333, 0.5000, 0.6667])
    """
def tanh(input: Tensor) -> Tensor:
    """The hyperbolic tangent.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.tanh(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4621, 0.7616, 0.9640])
    """
def tanhshrink(input: Tensor) -> Tensor:
    """x - tanh(x).

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.tanhshrink(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.0379, 0.2384, 1.0360])
    """
def threshold(
    input: Tensor,
    threshold: _float,
    value: Tensor | _float,
    inplace: _bool = False,
) -> Tensor:
    """x where x > threshold, else value.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    threshold : float
    value : Tensor (...) or number
        What stands where the input is not above the threshold.
    inplace : bool, default False
        Whether the input itself is written.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.threshold(tl.tensor([0.5, 1.0, 2.0]), 0.5, 1.0)
    tensor([1., 1., 2.])
    """
def threshold_(input: Tensor, threshold: _float, value: Tensor | _float) -> Tensor:
    """`threshold` in place.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    threshold : float
    value : Tensor (...) or number
        What stands where the input is not above the threshold.

    Returns
    -------
    Tensor (...)
        The tensor itself, written.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.threshold_(tl.tensor([0.5, 1.0, 2.0]), 0.5, tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
def triplet_margin_loss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    margin: _float = 1.0,
    p: _float = 2,
    eps: _float = 1e-06,
    swap: _bool = False,
    size_average: _bool | None = None,
    reduce: _bool | str | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """max(0, d(anchor, positive) - d(anchor, negative) + margin) with p-norm distances d.

    Parameters
    ----------
    anchor, positive, negative : Tensor (N, D) or (D,)
    margin : float, default 1.0
    p : float, default 2
        The order of the norm.
    eps : float, default 1e-06
        A small number that keeps divisions finite.
    swap : bool
        Use the negative's distance to the positive where that is smaller. Balntas et al. 2016.
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.triplet_margin_loss(tl.ones(1, 2, 3), tl.ones(1, 2, 3), tl.ones(1, 2, 3))
    tensor(1.)
    """
def triplet_margin_with_distance_loss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    *,
    distance_function: _Callable[..., _Any] | None = None,
    margin: _float = 1.0,
    swap: _bool = False,
    reduction: str = 'mean',
) -> Tensor:
    """`triplet_margin_loss` with any distance; default `pairwise_distance`.

    Parameters
    ----------
    anchor : Tensor (...)
    positive : Tensor (...)
    negative : Tensor (...)
    distance_function : Callable, optional
    margin : float, default 1.0
    swap : bool, default False
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> def furthest(x, y):
    ...     return (x - y).abs().amax(-1)
    >>> anchor, positive, negative = tl.zeros(1, 2), tl.full((1, 2), 0.5), tl.ones(1, 2)
    >>> tl.nn.functional.triplet_margin_with_distance_loss(
    ...     anchor, positive, negative, distance_function=furthest
    ... )
    tensor(0.5000)
    """
def unfold(
    input: Tensor,
    kernel_size: _int | _Sequence[_int],
    dilation: _int | _Sequence[_int] = 1,
    padding: _int | _Sequence[_int] = 0,
    stride: _int | _Sequence[_int] = 1,
) -> Tensor:
    """The windows of images, each as a column.

    Parameters
    ----------
    input : Tensor (N, C, H, W) or (C, H, W)
    kernel_size, dilation, padding, stride : int or tuple of two ints

    Returns
    -------
    Tensor (N, C kH kW, L) or (C kH kW, L), of L windows

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.functional.unfold(tl.arange(9.0).reshape(1, 3, 3), 2)
    tensor([[0., 1., 3., 4.],
            [1., 2., 4., 5.],
            [3., 4., 6., 7.],
            [4., 5., 7., 8.]])
    """
def upsample(
    input: Tensor,
    size: _int | _Sequence[_int] | None = None,
    scale_factor: _float | _Sequence[_float] | None = None,
    mode: str = 'nearest',
    align_corners: _bool | None = None,
) -> Tensor:
    """`interpolate` under its older name.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    size : int or tuple of int, optional
        The extents of the result.
    scale_factor : float or sequence of float, optional
    mode : str, default 'nearest'
    align_corners : bool, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.upsample(tl.tensor([[[1.0, 2.0]]]), scale_factor=2)
    tensor([[[1., 1., 2., 2.]]])
    """
def upsample_bilinear(
    input: Tensor,
    size: _int | _Sequence[_int] | None = None,
    scale_factor: _float | _Sequence[_float] | None = None,
) -> Tensor:
    """`interpolate` with mode "bilinear" and align_corners=True.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    size : int or tuple of int, optional
        The extents of the result.
    scale_factor : float or sequence of float, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.upsample_bilinear(tl.tensor([[[[0.0, 2.0]]]]), size=(1, 3))
    tensor([[[[0., 1., 2.]]]])
    """
def upsample_nearest(
    input: Tensor,
    size: _int | _Sequence[_int] | None = None,
    scale_factor: _float | _Sequence[_float] | None = None,
) -> Tensor:
    """`interpolate` with mode "nearest".

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    size : int or tuple of int, optional
        The extents of the result.
    scale_factor : float or sequence of float, optional

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.nn.functional.upsample_nearest(tl.tensor([[[1.0, 2.0]]]), size=4)
    tensor([[[1., 1., 2., 2.]]])
    """
