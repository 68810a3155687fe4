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

from ..device import device as _device
from ..dtypes import dtype as _dtype
from ..formats import memory_format as _memory_format
from ..nn.class_losses import LinearCrossEntropyOptions
from ..nn.class_losses import _Answer as __Answer
from ..nn.hooks import RemovableHandle as _RemovableHandle
from ..nn.state import _IncompatibleKeys as __IncompatibleKeys
from ..nn.utils.rnn import PackedSequence as _PackedSequence
from ..tensor import Tensor
from collections import OrderedDict as _OrderedDict
from collections.abc import ItemsView as _ItemsView
from collections.abc import KeysView as _KeysView
from collections.abc import ValuesView as _ValuesView
from typing import NoReturn as _NoReturn
from typing import SupportsIndex as _SupportsIndex

__all__ = [
    "AdaptiveAvgPool1d",
    "AdaptiveAvgPool2d",
    "AdaptiveAvgPool3d",
    "AdaptiveLogSoftmaxWithLoss",
    "AdaptiveMaxPool1d",
    "AdaptiveMaxPool2d",
    "AdaptiveMaxPool3d",
    "AlphaDropout",
    "AvgPool1d",
    "AvgPool2d",
    "AvgPool3d",
    "BCELoss",
    "BCEWithLogitsLoss",
    "BatchNorm1d",
    "BatchNorm2d",
    "BatchNorm3d",
    "Bilinear",
    "Buffer",
    "CELU",
    "CTCLoss",
    "ChannelShuffle",
    "CircularPad1d",
    "CircularPad2d",
    "CircularPad3d",
    "ConstantPad1d",
    "ConstantPad2d",
    "ConstantPad3d",
    "Conv1d",
    "Conv2d",
    "Conv3d",
    "ConvTranspose1d",
    "ConvTranspose2d",
    "ConvTranspose3d",
    "CosineEmbeddingLoss",
    "CosineSimilarity",
    "CrossEntropyLoss",
    "CrossMapLRN2d",
    "DataParallel",
    "Dropout",
    "Dropout1d",
    "Dropout2d",
    "Dropout3d",
    "ELU",
    "Embedding",
    "EmbeddingBag",
    "FeatureAlphaDropout",
    "Flatten",
    "Fold",
    "FractionalMaxPool2d",
    "FractionalMaxPool3d",
    "GELU",
    "GLU",
    "GRU",
    "GRUCell",
    "GaussianNLLLoss",
    "GroupNorm",
    "Hardshrink",
    "Hardsigmoid",
    "Hardswish",
    "Hardtanh",
    "HingeEmbeddingLoss",
    "HuberLoss",
    "Identity",
    "InstanceNorm1d",
    "InstanceNorm2d",
    "InstanceNorm3d",
    "KLDivLoss",
    "L1Loss",
    "LPPool1d",
    "LPPool2d",
    "LPPool3d",
    "LSTM",
    "LSTMCell",
    "LayerNorm",
    "LazyBatchNorm1d",
    "LazyBatchNorm2d",
    "LazyBatchNorm3d",
    "LazyConv1d",
    "LazyConv2d",
    "LazyConv3d",
    "LazyConvTranspose1d",
    "LazyConvTranspose2d",
    "LazyConvTranspose3d",
    "LazyInstanceNorm1d",
    "LazyInstanceNorm2d",
    "LazyInstanceNorm3d",
    "LazyLinear",
    "LeakyReLU",
    "Linear",
    "LinearCrossEntropyLoss",
    "LinearCrossEntropyOptions",
    "LocalResponseNorm",
    "LogSigmoid",
    "LogSoftmax",
    "MSELoss",
    "MarginRankingLoss",
    "MaxPool1d",
    "MaxPool2d",
    "MaxPool3d",
    "MaxUnpool1d",
    "MaxUnpool2d",
    "MaxUnpool3d",
    "Mish",
    "Module",
    "ModuleDict",
    "ModuleList",
    "MultiLabelMarginLoss",
    "MultiLabelSoftMarginLoss",
    "MultiMarginLoss",
    "MultiheadAttention",
    "NLLLoss",
    "PReLU",
    "PairwiseDistance",
    "Parameter",
    "ParameterDict",
    "ParameterList",
    "PixelShuffle",
    "PixelUnshuffle",
    "PoissonNLLLoss",
    "RMSNorm",
    "RNN",
    "RNNBase",
    "RNNCell",
    "RNNCellBase",
    "RReLU",
    "ReLU",
    "ReLU6",
    "ReflectionPad1d",
    "ReflectionPad2d",
    "ReflectionPad3d",
    "ReplicationPad1d",
    "ReplicationPad2d",
    "ReplicationPad3d",
    "SELU",
    "Sequential",
    "SiLU",
    "Sigmoid",
    "SmoothL1Loss",
    "SoftMarginLoss",
    "Softmax",
    "Softmax2d",
    "Softmin",
    "Softplus",
    "Softshrink",
    "Softsign",
    "SyncBatchNorm",
    "Tanh",
    "Tanhshrink",
    "Threshold",
    "Transformer",
    "TransformerDecoder",
    "TransformerDecoderLayer",
    "TransformerEncoder",
    "TransformerEncoderLayer",
    "TripletMarginLoss",
    "TripletMarginWithDistanceLoss",
    "Unflatten",
    "Unfold",
    "UninitializedBuffer",
    "UninitializedParameter",
    "Upsample",
    "UpsamplingBilinear2d",
    "UpsamplingNearest2d",
    "ZeroPad1d",
    "ZeroPad2d",
    "ZeroPad3d",
    "functional",
    "grad",
    "init",
    "parallel",
    "utils",
]
from .module import Module as Module
class AdaptiveLogSoftmaxWithLoss(Module):
    """A softmax over many classes, the rarer of which are reached through smaller layers.

    Parameters
    ----------
    in_features, n_classes : int
    cutoffs : sequence of int
        Ascending; classes below the first stand in the head, those up to each next in a cluster.
    div_value : float
        By how much the layers of each next cluster are narrower.
    head_bias : bool
    device, dtype
        Of the parameters.

    References
    ----------
    Grave et al. 2017, "Efficient softmax approximation for GPUs", arXiv:1609.04309.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.AdaptiveLogSoftmaxWithLoss(16, 20, cutoffs=[5, 10])
    >>> answer = layer(tl.zeros(3, 16), tl.tensor([1, 7, 19]))
    >>> answer.output.shape, layer.log_prob(tl.zeros(3, 16)).exp().sum(1).round(decimals=4)
    (tensorlite.Size([3]), tensor([1., 1., 1.], grad_fn=<RoundToBackward0>))
    """
    def __call__(self, input_: Tensor, target_: Tensor) -> __Answer:
        """The log-likelihood of each target, and minus their mean.

        Parameters
        ----------
        input_ : Tensor (...)
        target_ : Tensor (...)

        Returns
        -------
        _Answer

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> import tensorlite as tl
        >>> layer = tl.nn.AdaptiveLogSoftmaxWithLoss(16, 20, cutoffs=[5, 10])
        >>> answer = layer(tl.zeros(3, 16), tl.tensor([1, 7, 19]))
        >>> answer.output.shape, layer.log_prob(tl.zeros(3, 16)).exp().sum(1).round(decimals=4)
        (tensorlite.Size([3]), tensor([1., 1., 1.], grad_fn=<RoundToBackward0>))
        """
    def __init__(
        self,
        in_features: _int,
        n_classes: _int,
        cutoffs: _Sequence[_int],
        div_value: _float = 4.0,
        head_bias: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    cutoffs: _Any
    div_value: _float
    def forward(self, input_: Tensor, target_: Tensor) -> __Answer:
        """The log-likelihood of each target, and minus their mean.

        Parameters
        ----------
        input_ : Tensor (...)
        target_ : Tensor (...)

        Returns
        -------
        _Answer

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> import tensorlite as tl
        >>> layer = tl.nn.AdaptiveLogSoftmaxWithLoss(16, 20, cutoffs=[5, 10])
        >>> answer = layer(tl.zeros(3, 16), tl.tensor([1, 7, 19]))
        >>> answer.output.shape, layer.log_prob(tl.zeros(3, 16)).exp().sum(1).round(decimals=4)
        (tensorlite.Size([3]), tensor([1., 1., 1.], grad_fn=<RoundToBackward0>))
        """
    head: _Any
    head_bias: _bool
    head_size: _Any
    in_features: _int
    def log_prob(self, input: Tensor) -> Tensor:
        """The logarithms of all probabilities (N, n_classes), for input (N, in_features).

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
        >>> nn.AdaptiveLogSoftmaxWithLoss(4, 10, cutoffs=[5]).log_prob(tl.zeros(3, 4)).shape
        tensorlite.Size([3, 10])
        """
    n_classes: _int
    n_clusters: _Any
    def predict(self, input: Tensor) -> Tensor:
        """The most probable classes (N,); clusters are computed for those rows that need them.

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
        >>> nn.AdaptiveLogSoftmaxWithLoss(4, 10, cutoffs=[5]).predict(tl.zeros(3, 4)).shape
        tensorlite.Size([3])
        """
    def reset_parameters(self) -> None:
        """Draw new parameters.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    shortlist_size: _Any
    tail: _Any

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

    Examples
    --------
    >>> tl.nn.Bilinear(2, 2, 3)(tl.arange(8.0).reshape(1, 4, 2), tl.arange(8.0).reshape(1, 4, 2)).shape
    tensorlite.Size([1, 4, 3])
    """
    def __call__(self, input1: Tensor, input2: Tensor) -> Tensor:
        """`functional.bilinear`.

        Parameters
        ----------
        input1 : Tensor (...)
        input2 : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.Bilinear(2, 2, 3)(tl.arange(8.0).reshape(1, 4, 2), tl.arange(8.0).reshape(1, 4, 2)).shape
        tensorlite.Size([1, 4, 3])
        """
    def __init__(
        self,
        in1_features: _int,
        in2_features: _int,
        out_features: _int,
        bias: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    bias: Parameter
    def extra_repr(self) -> str:
        """Sizes and whether there is a bias.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input1: Tensor, input2: Tensor) -> Tensor:
        """`functional.bilinear`.

        Parameters
        ----------
        input1 : Tensor (...)
        input2 : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.Bilinear(2, 2, 3)(tl.arange(8.0).reshape(1, 4, 2), tl.arange(8.0).reshape(1, 4, 2)).shape
        tensorlite.Size([1, 4, 3])
        """
    in1_features: _int
    in2_features: _int
    out_features: _int
    def reset_parameters(self) -> None:
        """Draw new parameters, uniform in +-1/sqrt(in1_features).

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    weight: Parameter

from .parameter import Buffer as Buffer
class ChannelShuffle(Module):
    """(N, C, *) with the channels of `groups` groups in turn. Zhang 2017, arXiv:1707.01083.

    Parameters
    ----------
    groups : int

    Examples
    --------
    >>> tl.nn.ChannelShuffle(2)(tl.arange(8.0).reshape(1, 4, 2))
    tensor([[[0., 1.],
             [4., 5.],
             [2., 3.],
             [6., 7.]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.channel_shuffle`.

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
        >>> tl.nn.ChannelShuffle(2)(tl.arange(8.0).reshape(1, 4, 2))
        tensor([[[0., 1.],
                 [4., 5.],
                 [2., 3.],
                 [6., 7.]]])
        """
    def __init__(self, groups: _int) -> None: ...
    def extra_repr(self) -> str:
        """The groups.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.channel_shuffle`.

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
        >>> tl.nn.ChannelShuffle(2)(tl.arange(8.0).reshape(1, 4, 2))
        tensor([[[0., 1.],
                 [4., 5.],
                 [2., 3.],
                 [6., 7.]]])
        """
    groups: _int

class CosineSimilarity(Module):
    """`functional.cosine_similarity` as a Module.

    Parameters
    ----------
    dim : int, default 1
        The dim or dims along which it goes; negative ones count from the last.
    eps : float, default 1e-08
        A small number that keeps divisions finite.

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.nn.CosineSimilarity()(tl.arange(4.0).reshape(1, 1, 4), tl.arange(4.0).reshape(1, 1, 4))
    tensor([[0., 1., 1., 1.]])
    """
    def __call__(self, x1: Tensor, x2: Tensor) -> Tensor:
        """The cosine along `dim`.

        Parameters
        ----------
        x1 : Tensor (...)
        x2 : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.CosineSimilarity()(tl.arange(4.0).reshape(1, 1, 4), tl.arange(4.0).reshape(1, 1, 4))
        tensor([[0., 1., 1., 1.]])
        """
    def __init__(self, dim: _int = 1, eps: _float = 1e-08) -> None: ...
    dim: _int
    eps: _float
    def forward(self, x1: Tensor, x2: Tensor) -> Tensor:
        """The cosine along `dim`.

        Parameters
        ----------
        x1 : Tensor (...)
        x2 : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.CosineSimilarity()(tl.arange(4.0).reshape(1, 1, 4), tl.arange(4.0).reshape(1, 1, 4))
        tensor([[0., 1., 1., 1.]])
        """

class Embedding(Module):
    """A table of `num_embeddings` vectors, read by index.

    Parameters
    ----------
    num_embeddings, embedding_dim : int
    padding_idx : int, optional
        A row that starts at zero and gets no gradient.
    max_norm : float, optional
        Rows longer than this are shortened when used.
    norm_type : float
    scale_grad_by_freq : bool
        Divide a row's gradient by its number of uses in the batch.
    sparse : bool
        Must be False.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Attributes
    ----------
    weight : Parameter (num_embeddings, embedding_dim)
        Starts normal with mean 0 and standard deviation 1.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Embedding(10, 4)(tl.tensor([[1, 2, 3]])).shape
    tensorlite.Size([1, 3, 4])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.embedding`.

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
        >>> import tensorlite as tl
        >>> tl.nn.Embedding(10, 4)(tl.tensor([[1, 2, 3]])).shape
        tensorlite.Size([1, 3, 4])
        """
    def __init__(
        self,
        num_embeddings: _int,
        embedding_dim: _int,
        padding_idx: _int | None = None,
        max_norm: _float | None = None,
        norm_type: _float = 2.0,
        scale_grad_by_freq: _bool = False,
        sparse: _bool = False,
        _weight: Tensor | None = None,
        _freeze: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    embedding_dim: _int
    def extra_repr(self) -> str:
        """Sizes and what differs from the defaults.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.embedding`.

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
        >>> import tensorlite as tl
        >>> tl.nn.Embedding(10, 4)(tl.tensor([[1, 2, 3]])).shape
        tensorlite.Size([1, 3, 4])
        """
    @classmethod
    def from_pretrained(
        cls,
        embeddings: Tensor,
        freeze: _bool = True,
        padding_idx: _int | None = None,
        max_norm: _float | None = None,
        norm_type: _float = 2.0,
        scale_grad_by_freq: _bool = False,
        sparse: _bool = False,
    ) -> _Self:
        """An Embedding with the given table (V, D); frozen unless `freeze` is False.

        Parameters
        ----------
        embeddings : Tensor (...)
        freeze : bool, default True
        padding_idx : int, optional
        max_norm : float, optional
        norm_type : float, default 2.0
        scale_grad_by_freq : bool, default False
        sparse : bool, default False

        Returns
        -------
        Embedding

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> nn.Embedding.from_pretrained(tl.eye(3))(tl.tensor([2, 0]))
        tensor([[0., 0., 1.],
                [1., 0., 0.]])
        """
    max_norm: _float | None
    norm_type: _float
    num_embeddings: _int
    padding_idx: _int | None
    def reset_parameters(self) -> None:
        """Draw new rows; the padding row becomes zero.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    scale_grad_by_freq: _bool
    sparse: _bool
    weight: Parameter

class EmbeddingBag(Module):
    """Sums, means or largest elements of the vectors of an Embedding, bag by bag.

    Parameters
    ----------
    num_embeddings, embedding_dim : int
    max_norm, norm_type, scale_grad_by_freq, sparse, padding_idx
        As of Embedding; the padding index does not count in a bag.
    mode : {"mean", "sum", "max"}
    include_last_offset : bool
        Whether offsets say where the last bag ends, too.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Attributes
    ----------
    weight : Parameter (num_embeddings, embedding_dim)

    Examples
    --------
    >>> import tensorlite as tl
    >>> bag = tl.nn.EmbeddingBag(10, 4, mode="sum")
    >>> bag(tl.tensor([1, 2, 4, 5, 4]), tl.tensor([0, 3])).shape
    tensorlite.Size([2, 4])
    """
    def __call__(
        self,
        input: Tensor,
        offsets: Tensor | None = None,
        per_sample_weights: Tensor | None = None,
    ) -> Tensor:
        """`functional.embedding_bag`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        offsets : Tensor (...), optional
        per_sample_weights : Tensor (...), optional

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
        >>> bag = tl.nn.EmbeddingBag(10, 4, mode="sum")
        >>> bag(tl.tensor([1, 2, 4, 5, 4]), tl.tensor([0, 3])).shape
        tensorlite.Size([2, 4])
        """
    def __init__(
        self,
        num_embeddings: _int,
        embedding_dim: _int,
        max_norm: _float | None = None,
        norm_type: _float = 2.0,
        scale_grad_by_freq: _bool = False,
        mode: str = 'mean',
        sparse: _bool = False,
        _weight: Tensor | None = None,
        include_last_offset: _bool = False,
        padding_idx: _int | None = None,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    embedding_dim: _int
    def extra_repr(self) -> str:
        """Sizes and what differs from the defaults.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(
        self,
        input: Tensor,
        offsets: Tensor | None = None,
        per_sample_weights: Tensor | None = None,
    ) -> Tensor:
        """`functional.embedding_bag`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        offsets : Tensor (...), optional
        per_sample_weights : Tensor (...), optional

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
        >>> bag = tl.nn.EmbeddingBag(10, 4, mode="sum")
        >>> bag(tl.tensor([1, 2, 4, 5, 4]), tl.tensor([0, 3])).shape
        tensorlite.Size([2, 4])
        """
    @classmethod
    def from_pretrained(
        cls,
        embeddings: Tensor,
        freeze: _bool = True,
        max_norm: _float | None = None,
        norm_type: _float = 2.0,
        scale_grad_by_freq: _bool = False,
        mode: str = 'mean',
        sparse: _bool = False,
        include_last_offset: _bool = False,
        padding_idx: _int | None = None,
    ) -> _Self:
        """An EmbeddingBag with the given table (V, D); frozen unless `freeze` is False.

        Parameters
        ----------
        embeddings : Tensor (...)
        freeze : bool, default True
        max_norm : float, optional
        norm_type : float, default 2.0
        scale_grad_by_freq : bool, default False
        mode : str, default 'mean'
        sparse : bool, default False
        include_last_offset : bool, default False
        padding_idx : int, optional

        Returns
        -------
        EmbeddingBag

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> nn.Embedding.from_pretrained(tl.eye(3))(tl.tensor([2, 0]))
        tensor([[0., 0., 1.],
                [1., 0., 0.]])
        """
    include_last_offset: _bool
    max_norm: _float | None
    mode: str
    norm_type: _float
    num_embeddings: _int
    padding_idx: _Any
    def reset_parameters(self) -> None:
        """Draw new rows; the padding row becomes zero.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    scale_grad_by_freq: _bool
    sparse: _bool
    weight: _Any

class Flatten(Module):
    """Merge the dimensions from `start_dim` to `end_dim`; by default all but the batch.

    Parameters
    ----------
    start_dim : int, default 1
    end_dim : int, default -1

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Flatten()(tl.zeros(2, 3, 4)).shape
    tensorlite.Size([2, 12])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`Tensor.flatten`.

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
        >>> import tensorlite as tl
        >>> tl.nn.Flatten()(tl.zeros(2, 3, 4)).shape
        tensorlite.Size([2, 12])
        """
    def __init__(self, start_dim: _int = 1, end_dim: _int = -1) -> None: ...
    end_dim: _int
    def extra_repr(self) -> str:
        """The range.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`Tensor.flatten`.

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
        >>> import tensorlite as tl
        >>> tl.nn.Flatten()(tl.zeros(2, 3, 4)).shape
        tensorlite.Size([2, 12])
        """
    start_dim: _int

class Fold(Module):
    """Columns (N, C kH kW, L) added up to images (N, C, H, W), where their windows lie.

    Parameters
    ----------
    output_size : int or tuple of two ints
        H and W.
    kernel_size, dilation, padding, stride : int or tuple of two ints

    Examples
    --------
    >>> tl.nn.Fold(2, 2)
    Fold(output_size=2, kernel_size=2, dilation=1, padding=0, stride=1)
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.fold`.

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
        >>> tl.nn.Fold(2, 2)
        Fold(output_size=2, kernel_size=2, dilation=1, padding=0, stride=1)
        """
    def __init__(
        self,
        output_size: _int | _Sequence[_int | None],
        kernel_size: _int | _Sequence[_int],
        dilation: _int | _Sequence[_int] = 1,
        padding: _int | _Sequence[_int] = 0,
        stride: _int | _Sequence[_int] = 1,
    ) -> None: ...
    dilation: _int | _Sequence[_int]
    def extra_repr(self) -> str:
        """The image and its windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.fold`.

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
        >>> tl.nn.Fold(2, 2)
        Fold(output_size=2, kernel_size=2, dilation=1, padding=0, stride=1)
        """
    kernel_size: _int | _Sequence[_int]
    output_size: _int | _Sequence[_int | None]
    padding: _int | _Sequence[_int]
    stride: _int | _Sequence[_int]

class GroupNorm(Module):
    """Mean 0 and variance 1 over each group of channels, then weight and bias per channel.

    Parameters
    ----------
    num_groups, num_channels : int
        The first divides the second.
    eps : float
    affine, bias : bool
        Whether there are a weight and a bias.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    References
    ----------
    Wu, He 2018, arXiv:1803.08494.

    Examples
    --------
    >>> tl.nn.GroupNorm(1, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[ 1.0000, -1.0000],
            [-1.0000,  1.0000]], grad_fn=<ScaleAndShiftBackward0>)
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.group_norm`.

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
        >>> tl.nn.GroupNorm(1, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[ 1.0000, -1.0000],
                [-1.0000,  1.0000]], grad_fn=<ScaleAndShiftBackward0>)
        """
    def __init__(
        self,
        num_groups: _int,
        num_channels: _int,
        eps: _float = 1e-05,
        affine: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    affine: _bool
    eps: _float
    def extra_repr(self) -> str:
        """Sizes and options.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.group_norm`.

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
        >>> tl.nn.GroupNorm(1, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[ 1.0000, -1.0000],
                [-1.0000,  1.0000]], grad_fn=<ScaleAndShiftBackward0>)
        """
    num_channels: _int
    num_groups: _int
    def reset_parameters(self) -> None:
        """Weight 1, bias 0.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """

class Hardsigmoid(Module):
    """(x + 3) / 6 limited to [0, 1].

    Parameters
    ----------
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.Hardsigmoid()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5833, 0.6667, 0.8333])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.hardsigmoid`.

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
        >>> tl.nn.Hardsigmoid()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5833, 0.6667, 0.8333])
        """
    def __init__(self, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor:
        """`functional.hardsigmoid`.

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
        >>> tl.nn.Hardsigmoid()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5833, 0.6667, 0.8333])
        """
    inplace: _bool

class Hardswish(Module):
    """x * hardsigmoid(x). Howard 2019, arXiv:1905.02244.

    Parameters
    ----------
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.Hardswish()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.2917, 0.6667, 1.6667])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.hardswish`.

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
        >>> tl.nn.Hardswish()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.2917, 0.6667, 1.6667])
        """
    def __init__(self, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor:
        """`functional.hardswish`.

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
        >>> tl.nn.Hardswish()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.2917, 0.6667, 1.6667])
        """
    inplace: _bool

class Identity(Module):
    """Gives back its input; takes and ignores any arguments.

    Parameters
    ----------
    *args : object
    **kwargs : object

    Examples
    --------
    >>> tl.nn.Identity()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The input itself.

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
        >>> tl.nn.Identity()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def forward(self, input: Tensor) -> Tensor:
        """The input itself.

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
        >>> tl.nn.Identity()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """

class LayerNorm(Module):
    """Mean 0 and variance 1 over the last dimensions, then weight and bias.

    Parameters
    ----------
    normalized_shape : int or sequence of int
        The sizes of those dimensions.
    eps : float
    elementwise_affine, bias : bool
        Whether there are a weight and a bias.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Attributes
    ----------
    weight, bias : Parameter (*normalized_shape) or None
        Start at 1 and 0.

    References
    ----------
    Ba, Kiros, Hinton 2016, arXiv:1607.06450.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.LayerNorm(4)(tl.ones(2, 4))[0].tolist()
    [0.0, 0.0, 0.0, 0.0]
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.layer_norm`.

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
        >>> import tensorlite as tl
        >>> tl.nn.LayerNorm(4)(tl.ones(2, 4))[0].tolist()
        [0.0, 0.0, 0.0, 0.0]
        """
    def __init__(
        self,
        normalized_shape: _int | _Sequence[_int],
        eps: _float = 1e-05,
        elementwise_affine: _bool = True,
        bias: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    elementwise_affine: _bool
    eps: _float
    def extra_repr(self) -> str:
        """Shape and options.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.layer_norm`.

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
        >>> import tensorlite as tl
        >>> tl.nn.LayerNorm(4)(tl.ones(2, 4))[0].tolist()
        [0.0, 0.0, 0.0, 0.0]
        """
    normalized_shape: _Any
    def reset_parameters(self) -> None:
        """Weight 1, bias 0.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """

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
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.linear`.

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
        >>> import tensorlite as tl
        >>> tl.nn.Linear(3, 2)(tl.zeros(5, 3)).shape
        tensorlite.Size([5, 2])
        """
    def __init__(
        self,
        in_features: _int,
        out_features: _int,
        bias: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    bias: Parameter
    def extra_repr(self) -> str:
        """Sizes and whether there is a bias.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.linear`.

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
        >>> import tensorlite as tl
        >>> tl.nn.Linear(3, 2)(tl.zeros(5, 3)).shape
        tensorlite.Size([5, 2])
        """
    in_features: _int
    out_features: _int
    def reset_parameters(self) -> None:
        """Draw new parameters.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    weight: Parameter

class LocalResponseNorm(Module):
    """Each element over a power of the mean of squares of the channels around it.

    Parameters
    ----------
    size : int
        Channels that count.
    alpha, beta, k : float
        x / (k + alpha * mean)^beta.

    References
    ----------
    Krizhevsky, Sutskever, Hinton 2012, "ImageNet Classification with Deep Convolutional Neural
    Networks", section 3.3.

    Examples
    --------
    >>> tl.nn.LocalResponseNorm((2, 3))
    LocalResponseNorm((2, 3), alpha=0.0001, beta=0.75, k=1.0)
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.local_response_norm`.

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
        >>> tl.nn.LocalResponseNorm((2, 3))
        LocalResponseNorm((2, 3), alpha=0.0001, beta=0.75, k=1.0)
        """
    def __init__(
        self,
        size: _int,
        alpha: _float = 0.0001,
        beta: _float = 0.75,
        k: _float = 1.0,
    ) -> None: ...
    alpha: _float
    beta: _float
    def extra_repr(self) -> str:
        """The numbers.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.local_response_norm`.

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
        >>> tl.nn.LocalResponseNorm((2, 3))
        LocalResponseNorm((2, 3), alpha=0.0001, beta=0.75, k=1.0)
        """
    k: _float
    size: _int

class ModuleDict(Module):
    """A dict of modules, in order of insertion.

    Parameters
    ----------
    modules : mapping of str to Module, or iterable of pairs, optional

    Examples
    --------
    >>> from tensorlite import nn
    >>> heads = nn.ModuleDict({"a": nn.Linear(2, 1), "b": nn.ReLU()})
    >>> list(heads.keys())
    ['a', 'b']
    """
    def __contains__(self, key: str) -> _bool: ...
    def __delitem__(self, key: str) -> None: ...
    def __getitem__(self, key: str) -> Module: ...
    def __init__(
        self,
        modules: _Mapping[str, Module] | _Iterable[tuple[str, Module]] | ModuleDict | None = None,
    ) -> None: ...
    def __iter__(self) -> _Iterator[str]: ...
    def __len__(self) -> _int: ...
    def __setitem__(self, key: str, module: Module) -> None: ...
    def clear(self) -> None:
        """Remove all modules.

        Returns
        -------
        None

        Examples
        --------
        >>> layers = nn.ModuleDict({"act": nn.ReLU()})
        >>> layers.clear()
        >>> len(layers)
        0
        """
    def items(self) -> _ItemsView[str, Module]:
        """Pairs (name, Module).

        Returns
        -------
        itemsview of str and Module

        Examples
        --------
        >>> [*nn.ModuleDict({"act": nn.ReLU()}).items()]
        [('act', ReLU())]
        """
    def keys(self) -> _KeysView[str]:
        """The names.

        Returns
        -------
        keysview of str

        Examples
        --------
        >>> [*nn.ModuleDict({"act": nn.ReLU()}).keys()]
        ['act']
        """
    def pop(self, key: str) -> Module:
        """Remove and return the module under `key`.

        Parameters
        ----------
        key : str

        Returns
        -------
        Module

        Examples
        --------
        >>> nn.ModuleDict({"act": nn.ReLU()}).pop("act")
        ReLU()
        """
    def update(
        self,
        modules: _Mapping[str, Module] | _Iterable[tuple[str, Module]] | ModuleDict,
    ) -> None:
        """Add modules from a mapping or from pairs.

        Parameters
        ----------
        modules : mapping of str and Module or iterable of tuple of str and Module or ModuleDict

        Returns
        -------
        None

        Examples
        --------
        >>> layers = nn.ModuleDict({"act": nn.ReLU()})
        >>> layers.update({"norm": nn.Identity()})
        >>> layers
        ModuleDict(
          (act): ReLU()
          (norm): Identity()
        )
        """
    def values(self) -> _ValuesView[Module]:
        """The modules.

        Returns
        -------
        valuesview of Module

        Examples
        --------
        >>> [*nn.ModuleDict({"act": nn.ReLU()}).values()]
        [ReLU()]
        """

class MultiheadAttention(Module):
    """Attention of several heads, each on its own projection of query, key and value.

    Parameters
    ----------
    embed_dim : int
        E.
    num_heads : int
        H, which divides E.
    dropout : float
        Applied to the weights while training.
    bias : bool
        Of all projections.
    add_bias_kv : bool
        Whether one more key and value are parameters.
    add_zero_attn : bool
        Whether there are one more key and value of zeros.
    kdim, vdim : int, optional
        The sizes of keys and values; default E.
    batch_first : bool
        (N, L, E) instead of (L, N, E).
    device, dtype
        Of the parameters.

    Attributes
    ----------
    in_proj_weight : Parameter (3 * E, E) or None
    q_proj_weight, k_proj_weight, v_proj_weight : Parameter (E, E), (E, kdim), (E, vdim) or None
        Instead, where `kdim` or `vdim` is not E.
    in_proj_bias : Parameter (3 * E,) or None
    out_proj : Linear
    bias_k, bias_v : Parameter (1, 1, E) or None

    References
    ----------
    Vaswani et al. 2017, "Attention Is All You Need", arXiv:1706.03762.

    Examples
    --------
    >>> import tensorlite as tl
    >>> attention = tl.nn.MultiheadAttention(8, num_heads=2, batch_first=True)
    >>> x = tl.zeros(3, 5, 8)
    >>> out, weights = attention(x, x, x)
    >>> out.shape, weights.shape
    (tensorlite.Size([3, 5, 8]), tensorlite.Size([3, 5, 5]))
    """
    def __call__(
        self,
        query: Tensor,
        key: Tensor,
        value: Tensor,
        key_padding_mask: Tensor | None = None,
        need_weights: _bool = True,
        attn_mask: Tensor | None = None,
        average_attn_weights: _bool = True,
        is_causal: _bool = False,
    ) -> tuple[Tensor, Tensor | None]:
        """The output and the weights.

        Parameters
        ----------
        query : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        key : Tensor (S, N, kdim), with `batch_first` (N, S, kdim), or (S, kdim)
        value : Tensor (S, N, vdim), with `batch_first` (N, S, vdim), or (S, vdim)
        key_padding_mask : Tensor (N, S) or (S,), optional
            bool: True where a key is not to be seen; float: added to the scores.
        need_weights : bool
            Without them a query that sees no key gives zeros, else NaN.
        attn_mask : Tensor (L, S) or (N * H, L, S), optional
            As `key_padding_mask`, for queries and keys.
        average_attn_weights : bool
            Over heads.
        is_causal : bool
            A hint that `attn_mask` is causal.

        Returns
        -------
        Tensor
            Shaped like query.
        Tensor (N, L, S), (N, H, L, S), the same without N, or None
            The weights, if they are needed.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> import tensorlite as tl
        >>> attention = tl.nn.MultiheadAttention(8, num_heads=2, batch_first=True)
        >>> x = tl.zeros(3, 5, 8)
        >>> out, weights = attention(x, x, x)
        >>> out.shape, weights.shape
        (tensorlite.Size([3, 5, 8]), tensorlite.Size([3, 5, 5]))
        """
    def __init__(
        self,
        embed_dim: _int,
        num_heads: _int,
        dropout: _float = 0.0,
        bias: _bool = True,
        add_bias_kv: _bool = False,
        add_zero_attn: _bool = False,
        kdim: _int | None = None,
        vdim: _int | None = None,
        batch_first: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    add_zero_attn: _bool
    batch_first: _bool
    dropout: _float
    embed_dim: _int
    def forward(
        self,
        query: Tensor,
        key: Tensor,
        value: Tensor,
        key_padding_mask: Tensor | None = None,
        need_weights: _bool = True,
        attn_mask: Tensor | None = None,
        average_attn_weights: _bool = True,
        is_causal: _bool = False,
    ) -> tuple[Tensor, Tensor | None]:
        """The output and the weights.

        Parameters
        ----------
        query : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        key : Tensor (S, N, kdim), with `batch_first` (N, S, kdim), or (S, kdim)
        value : Tensor (S, N, vdim), with `batch_first` (N, S, vdim), or (S, vdim)
        key_padding_mask : Tensor (N, S) or (S,), optional
            bool: True where a key is not to be seen; float: added to the scores.
        need_weights : bool
            Without them a query that sees no key gives zeros, else NaN.
        attn_mask : Tensor (L, S) or (N * H, L, S), optional
            As `key_padding_mask`, for queries and keys.
        average_attn_weights : bool
            Over heads.
        is_causal : bool
            A hint that `attn_mask` is causal.

        Returns
        -------
        Tensor
            Shaped like query.
        Tensor (N, L, S), (N, H, L, S), the same without N, or None
            The weights, if they are needed.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> import tensorlite as tl
        >>> attention = tl.nn.MultiheadAttention(8, num_heads=2, batch_first=True)
        >>> x = tl.zeros(3, 5, 8)
        >>> out, weights = attention(x, x, x)
        >>> out.shape, weights.shape
        (tensorlite.Size([3, 5, 8]), tensorlite.Size([3, 5, 5]))
        """
    head_dim: _Any
    kdim: _Any
    num_heads: _int
    out_proj: _Any
    vdim: _Any

class PairwiseDistance(Module):
    """`functional.pairwise_distance` as a Module.

    Parameters
    ----------
    p : float, default 2.0
        The order of the norm.
    eps : float, default 1e-06
        A small number that keeps divisions finite.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.

    Examples
    --------
    >>> tl.nn.PairwiseDistance()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.7321e-06)
    """
    def __call__(self, x1: Tensor, x2: Tensor) -> Tensor:
        """The distance of the vectors in the last dimension.

        Parameters
        ----------
        x1 : Tensor (...)
        x2 : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.PairwiseDistance()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(1.7321e-06)
        """
    def __init__(self, p: _float = 2.0, eps: _float = 1e-06, keepdim: _bool = False) -> None: ...
    eps: _float
    def forward(self, x1: Tensor, x2: Tensor) -> Tensor:
        """The distance of the vectors in the last dimension.

        Parameters
        ----------
        x1 : Tensor (...)
        x2 : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.PairwiseDistance()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(1.7321e-06)
        """
    keepdim: _bool
    norm: _float

from .parameter import Parameter as Parameter
class PixelShuffle(Module):
    """(*, C r^2, H, W) as (*, C, H r, W r): channels become pixels. Shi 2016, arXiv:1609.05158.

    Parameters
    ----------
    upscale_factor : int
        r.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.PixelShuffle(2)(tl.arange(4.0).reshape(4, 1, 1)).tolist()
    [[[0.0, 1.0], [2.0, 3.0]]]
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pixel_shuffle`.

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
        >>> import tensorlite as tl
        >>> tl.nn.PixelShuffle(2)(tl.arange(4.0).reshape(4, 1, 1)).tolist()
        [[[0.0, 1.0], [2.0, 3.0]]]
        """
    def __init__(self, upscale_factor: _int) -> None: ...
    def extra_repr(self) -> str:
        """The factor.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pixel_shuffle`.

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
        >>> import tensorlite as tl
        >>> tl.nn.PixelShuffle(2)(tl.arange(4.0).reshape(4, 1, 1)).tolist()
        [[[0.0, 1.0], [2.0, 3.0]]]
        """
    upscale_factor: _int

class PixelUnshuffle(Module):
    """(*, C, H r, W r) as (*, C r^2, H, W): the inverse of `PixelShuffle`.

    Parameters
    ----------
    downscale_factor : int
        r.

    Examples
    --------
    >>> tl.nn.PixelUnshuffle(2)(tl.arange(16.0).reshape(1, 1, 4, 4))
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
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pixel_unshuffle`.

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
        >>> tl.nn.PixelUnshuffle(2)(tl.arange(16.0).reshape(1, 1, 4, 4))
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
    def __init__(self, downscale_factor: _int) -> None: ...
    downscale_factor: _int
    def extra_repr(self) -> str:
        """The factor.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pixel_unshuffle`.

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
        >>> tl.nn.PixelUnshuffle(2)(tl.arange(16.0).reshape(1, 1, 4, 4))
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

class RMSNorm(Module):
    """Root mean square 1 over the last dimensions, then a weight.

    Parameters
    ----------
    normalized_shape : int or sequence of int
    eps : float, optional
        Default: the dtype's machine epsilon.
    elementwise_affine : bool
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    References
    ----------
    Zhang, Sennrich 2019, arXiv:1910.07467.

    Examples
    --------
    >>> tl.nn.RMSNorm((2,))(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[1.3720, 0.3430],
            [0.4472, 1.3416]], grad_fn=<RmsNormBackward0>)
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.rms_norm`.

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
        >>> tl.nn.RMSNorm((2,))(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1.3720, 0.3430],
                [0.4472, 1.3416]], grad_fn=<RmsNormBackward0>)
        """
    def __init__(
        self,
        normalized_shape: _int | _Sequence[_int],
        eps: _float | None = None,
        elementwise_affine: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    elementwise_affine: _bool
    eps: _float | None
    def extra_repr(self) -> str:
        """Shape and options.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.rms_norm`.

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
        >>> tl.nn.RMSNorm((2,))(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1.3720, 0.3430],
                [0.4472, 1.3416]], grad_fn=<RmsNormBackward0>)
        """
    normalized_shape: _Any
    def reset_parameters(self) -> None:
        """Weight 1.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """

class RNNBase(Module):
    """What RNN, LSTM and GRU share: parameters, checks, layers and directions.

    Parameters are called ``weight_ih_l{k}``, ``weight_hh_l{k}``, ``bias_ih_l{k}``, ``bias_hh_l{k}``
    and, with `proj_size`, ``weight_hr_l{k}``; the second direction's end in ``_reverse``.

    Parameters
    ----------
    mode : str
    input_size : int
        The features of each step of the input.
    hidden_size : int
        The features of the state.
    num_layers : int, default 1
        How many layers are stacked.
    bias : bool, default True
        What is added, or whether there is such.
    batch_first : bool, default False
        Whether the batch is the first dim.
    dropout : float, default 0.0
        The probability with which elements are set to 0 between layers.
    bidirectional : bool, default False
        Whether it goes over the steps from both ends.
    proj_size : int, default 0
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Examples
    --------
    >>> nn.RNNBase("GRU", 2, 3)(tl.zeros(5, 1, 2))[0].shape  # as nn.GRU(2, 3)
    tensorlite.Size([5, 1, 3])
    """
    @_overload
    def __call__(self, input: Tensor, hx: Tensor | None = None) -> tuple[Tensor, Tensor]: ...
    @_overload
    def __call__(
        self,
        input: _PackedSequence,
        hx: Tensor | None = None,
    ) -> tuple[_PackedSequence, Tensor]:
        """The outputs of all steps, and the final state.

        Parameters
        ----------
        input : Tensor (...) or PackedSequence
            What is computed on.
        hx : Tensor (...), optional

        Returns
        -------
        tuple of Tensor (...) or tuple of PackedSequence and Tensor (...)

        Examples
        --------
        >>> nn.RNNBase("GRU", 2, 3)(tl.zeros(5, 1, 2))[0].shape  # as nn.GRU(2, 3)
        tensorlite.Size([5, 1, 3])
        """
    def __init__(
        self,
        mode: str,
        input_size: _int,
        hidden_size: _int,
        num_layers: _int = 1,
        bias: _bool = True,
        batch_first: _bool = False,
        dropout: _float = 0.0,
        bidirectional: _bool = False,
        proj_size: _int = 0,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    @property
    def all_weights(self) -> list[list[Parameter]]:
        """The parameters, a list for each layer and direction."""
    batch_first: _bool
    bias: _bool
    bidirectional: _bool
    dropout: _float
    def extra_repr(self) -> str:
        """Sizes and what differs from the defaults.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def flatten_parameters(self) -> None:
        """Does nothing: kernels here read each parameter where it lies.

        Returns
        -------
        None

        Examples
        --------
        >>> nn.GRU(2, 3).flatten_parameters()  # nothing to do
        """
    @_overload
    def forward(self, input: Tensor, hx: Tensor | None = None) -> tuple[Tensor, Tensor]: ...
    @_overload
    def forward(
        self,
        input: _PackedSequence,
        hx: Tensor | None = None,
    ) -> tuple[_PackedSequence, Tensor]:
        """The outputs of all steps, and the final state.

        Parameters
        ----------
        input : Tensor (...) or PackedSequence
            What is computed on.
        hx : Tensor (...), optional

        Returns
        -------
        tuple of Tensor (...) or tuple of PackedSequence and Tensor (...)

        Examples
        --------
        >>> nn.RNNBase("GRU", 2, 3)(tl.zeros(5, 1, 2))[0].shape  # as nn.GRU(2, 3)
        tensorlite.Size([5, 1, 3])
        """
    hidden_size: _int
    input_size: _int
    mode: str
    num_layers: _int
    proj_size: _int
    def reset_parameters(self) -> None:
        """Draw new parameters, uniform in +-1/sqrt(hidden_size).

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """

class RNNCellBase(Module):
    """What the cells share: parameters, checks, and the step.

    Parameters
    ----------
    input_size : int
        The features of each step of the input.
    hidden_size : int
        The features of the state.
    bias : bool
        What is added, or whether there is such.
    num_chunks : int
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Examples
    --------
    >>> tl.nn.RNNCellBase(2, 3, 1, 1)
    RNNCellBase(2, 3, bias=1)
    """
    def __init__(
        self,
        input_size: _int,
        hidden_size: _int,
        bias: _bool,
        num_chunks: _int,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    bias: _bool
    def extra_repr(self) -> str:
        """Sizes and what differs from the defaults.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    hidden_size: _int
    input_size: _int
    def reset_parameters(self) -> None:
        """Draw new parameters, uniform in +-1/sqrt(hidden_size).

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    weight_hh: Parameter
    weight_ih: Parameter

class Transformer(Module):
    """An encoder whose output is the memory of a decoder.

    Parameters
    ----------
    d_model : int
        E.
    nhead : int
        Divides E.
    num_encoder_layers, num_decoder_layers : int
    dim_feedforward : int
        The width of the networks' hidden layers.
    dropout : float
    activation : "relu", "gelu" or a function of a Tensor
    custom_encoder, custom_decoder : Module, optional
        In the places of those made here.
    layer_norm_eps : float
    batch_first : bool
        (N, L, E) instead of (L, N, E).
    norm_first : bool
        Normalise what goes into a block, not the sum that comes out.
    bias : bool
    device, dtype
        Of the parameters.

    References
    ----------
    Vaswani et al. 2017, "Attention Is All You Need", arXiv:1706.03762.

    Examples
    --------
    >>> import tensorlite as tl
    >>> model = tl.nn.Transformer(8, 2, 1, 1, dim_feedforward=16)
    >>> mask = model.generate_square_subsequent_mask(5)
    >>> model(tl.zeros(7, 3, 8), tl.zeros(5, 3, 8), tgt_mask=mask).shape
    tensorlite.Size([5, 3, 8])
    """
    def __call__(
        self,
        src: Tensor,
        tgt: Tensor,
        src_mask: Tensor | None = None,
        tgt_mask: Tensor | None = None,
        memory_mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        tgt_key_padding_mask: Tensor | None = None,
        memory_key_padding_mask: Tensor | None = None,
        src_is_causal: _bool | None = None,
        tgt_is_causal: _bool | None = None,
        memory_is_causal: _bool = False,
    ) -> Tensor:
        """The decoder's output.

        Parameters
        ----------
        src : Tensor (S, N, E), with `batch_first` (N, S, E), or (S, E)
        tgt : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        src_mask, tgt_mask, memory_mask : Tensor (S, S), (L, L), (L, S), optional
            Or (N * nhead, ...). bool: True where a query may not see a key; float: added.
        src_key_padding_mask, memory_key_padding_mask : Tensor (N, S) or (S,), optional
        tgt_key_padding_mask : Tensor (N, L) or (L,), optional
        src_is_causal, tgt_is_causal, memory_is_causal : bool, optional
            Hints that the masks are causal.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        RuntimeError
            If sizes do not fit.

        Examples
        --------
        >>> import tensorlite as tl
        >>> model = tl.nn.Transformer(8, 2, 1, 1, dim_feedforward=16)
        >>> mask = model.generate_square_subsequent_mask(5)
        >>> model(tl.zeros(7, 3, 8), tl.zeros(5, 3, 8), tgt_mask=mask).shape
        tensorlite.Size([5, 3, 8])
        """
    def __init__(
        self,
        d_model: _int = 512,
        nhead: _int = 8,
        num_encoder_layers: _int = 6,
        num_decoder_layers: _int = 6,
        dim_feedforward: _int = 2048,
        dropout: _float = 0.1,
        activation: _Callable[[Tensor], Tensor] | str = ...,
        custom_encoder: Module | None = None,
        custom_decoder: Module | None = None,
        layer_norm_eps: _float = 1e-05,
        batch_first: _bool = False,
        norm_first: _bool = False,
        bias: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    batch_first: _bool
    d_model: _int
    decoder: Module
    encoder: Module
    def forward(
        self,
        src: Tensor,
        tgt: Tensor,
        src_mask: Tensor | None = None,
        tgt_mask: Tensor | None = None,
        memory_mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        tgt_key_padding_mask: Tensor | None = None,
        memory_key_padding_mask: Tensor | None = None,
        src_is_causal: _bool | None = None,
        tgt_is_causal: _bool | None = None,
        memory_is_causal: _bool = False,
    ) -> Tensor:
        """The decoder's output.

        Parameters
        ----------
        src : Tensor (S, N, E), with `batch_first` (N, S, E), or (S, E)
        tgt : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        src_mask, tgt_mask, memory_mask : Tensor (S, S), (L, L), (L, S), optional
            Or (N * nhead, ...). bool: True where a query may not see a key; float: added.
        src_key_padding_mask, memory_key_padding_mask : Tensor (N, S) or (S,), optional
        tgt_key_padding_mask : Tensor (N, L) or (L,), optional
        src_is_causal, tgt_is_causal, memory_is_causal : bool, optional
            Hints that the masks are causal.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        RuntimeError
            If sizes do not fit.

        Examples
        --------
        >>> import tensorlite as tl
        >>> model = tl.nn.Transformer(8, 2, 1, 1, dim_feedforward=16)
        >>> mask = model.generate_square_subsequent_mask(5)
        >>> model(tl.zeros(7, 3, 8), tl.zeros(5, 3, 8), tgt_mask=mask).shape
        tensorlite.Size([5, 3, 8])
        """
    @staticmethod
    def generate_square_subsequent_mask(
        sz: _int,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> Tensor:
        """0 on and below the diagonal, -inf above: a Tensor (sz, sz).
    
        Parameters
        ----------
        sz : int
        device : device or str or int, optional
            Where the result lies; by default the default device.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
    
        Returns
        -------
        Tensor (...)
    
        Examples
        --------
        >>> import tensorlite as tl
        >>> model = tl.nn.Transformer(8, 2, 1, 1, dim_feedforward=16)
        >>> mask = model.generate_square_subsequent_mask(5)
        >>> model(tl.zeros(7, 3, 8), tl.zeros(5, 3, 8), tgt_mask=mask).shape
        tensorlite.Size([5, 3, 8])
        """
    nhead: _int

class TransformerDecoder(Module):
    """A stack of copies of a decoder layer.

    Parameters
    ----------
    decoder_layer : TransformerDecoderLayer
    num_layers : int
    norm : Module, optional
        Applied at the end.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.TransformerDecoderLayer(8, nhead=2, dim_feedforward=16)
    >>> decoder = tl.nn.TransformerDecoder(layer, num_layers=3)
    >>> decoder(tl.zeros(5, 3, 8), memory=tl.zeros(7, 3, 8)).shape
    tensorlite.Size([5, 3, 8])
    """
    def __call__(
        self,
        tgt: Tensor,
        memory: Tensor,
        tgt_mask: Tensor | None = None,
        memory_mask: Tensor | None = None,
        tgt_key_padding_mask: Tensor | None = None,
        memory_key_padding_mask: Tensor | None = None,
        tgt_is_causal: _bool | None = None,
        memory_is_causal: _bool = False,
    ) -> Tensor:
        """The output of the last layer; arguments as in `TransformerDecoderLayer`.

        Parameters
        ----------
        tgt : Tensor (...)
        memory : Tensor (...)
        tgt_mask : Tensor (...), optional
        memory_mask : Tensor (...), optional
        tgt_key_padding_mask : Tensor (...), optional
        memory_key_padding_mask : Tensor (...), optional
        tgt_is_causal : bool, optional
        memory_is_causal : bool, default False

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
        >>> layer = tl.nn.TransformerDecoderLayer(8, nhead=2, dim_feedforward=16)
        >>> decoder = tl.nn.TransformerDecoder(layer, num_layers=3)
        >>> decoder(tl.zeros(5, 3, 8), memory=tl.zeros(7, 3, 8)).shape
        tensorlite.Size([5, 3, 8])
        """
    def __init__(
        self,
        decoder_layer: Module,
        num_layers: _int,
        norm: Module | None = None,
    ) -> None: ...
    def forward(
        self,
        tgt: Tensor,
        memory: Tensor,
        tgt_mask: Tensor | None = None,
        memory_mask: Tensor | None = None,
        tgt_key_padding_mask: Tensor | None = None,
        memory_key_padding_mask: Tensor | None = None,
        tgt_is_causal: _bool | None = None,
        memory_is_causal: _bool = False,
    ) -> Tensor:
        """The output of the last layer; arguments as in `TransformerDecoderLayer`.

        Parameters
        ----------
        tgt : Tensor (...)
        memory : Tensor (...)
        tgt_mask : Tensor (...), optional
        memory_mask : Tensor (...), optional
        tgt_key_padding_mask : Tensor (...), optional
        memory_key_padding_mask : Tensor (...), optional
        tgt_is_causal : bool, optional
        memory_is_causal : bool, default False

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
        >>> layer = tl.nn.TransformerDecoderLayer(8, nhead=2, dim_feedforward=16)
        >>> decoder = tl.nn.TransformerDecoder(layer, num_layers=3)
        >>> decoder(tl.zeros(5, 3, 8), memory=tl.zeros(7, 3, 8)).shape
        tensorlite.Size([5, 3, 8])
        """
    layers: _Any
    norm: Module | None
    num_layers: _int

class TransformerEncoder(Module):
    """A stack of copies of an encoder layer.

    Parameters
    ----------
    encoder_layer : TransformerEncoderLayer
    num_layers : int
    norm : Module, optional
        Applied at the end.
    enable_nested_tensor, mask_check : bool
        Kept for PyTorch's signature; there are no nested tensors here, and padding is computed
        like everything else.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.TransformerEncoderLayer(8, nhead=2, dim_feedforward=16)
    >>> tl.nn.TransformerEncoder(layer, num_layers=3)(tl.zeros(5, 3, 8)).shape
    tensorlite.Size([5, 3, 8])
    """
    def __call__(
        self,
        src: Tensor,
        mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        is_causal: _bool | None = None,
    ) -> Tensor:
        """The output of the last layer.

        Parameters
        ----------
        src : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        mask : Tensor (L, L) or (N * nhead, L, L), optional
        src_key_padding_mask : Tensor (N, L) or (L,), optional
        is_causal : bool, optional
            A hint that `mask` is causal. None: no hint; the mask is used as it is, not looked at.

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
        >>> layer = tl.nn.TransformerEncoderLayer(8, nhead=2, dim_feedforward=16)
        >>> tl.nn.TransformerEncoder(layer, num_layers=3)(tl.zeros(5, 3, 8)).shape
        tensorlite.Size([5, 3, 8])
        """
    def __init__(
        self,
        encoder_layer: Module,
        num_layers: _int,
        norm: Module | None = None,
        enable_nested_tensor: _bool = True,
        mask_check: _bool = True,
    ) -> None: ...
    enable_nested_tensor: _bool
    def forward(
        self,
        src: Tensor,
        mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        is_causal: _bool | None = None,
    ) -> Tensor:
        """The output of the last layer.

        Parameters
        ----------
        src : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        mask : Tensor (L, L) or (N * nhead, L, L), optional
        src_key_padding_mask : Tensor (N, L) or (L,), optional
        is_causal : bool, optional
            A hint that `mask` is causal. None: no hint; the mask is used as it is, not looked at.

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
        >>> layer = tl.nn.TransformerEncoderLayer(8, nhead=2, dim_feedforward=16)
        >>> tl.nn.TransformerEncoder(layer, num_layers=3)(tl.zeros(5, 3, 8)).shape
        tensorlite.Size([5, 3, 8])
        """
    layers: _Any
    mask_check: _bool
    norm: Module | None
    num_layers: _int

class Unflatten(Module):
    """Split dimension `dim` into `unflattened_size`.

    Parameters
    ----------
    dim : int
    unflattened_size : tuple or list of int
        One size may be -1.

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.nn.Unflatten(0, (1, 2))(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[[4., 1.],
             [1., 3.]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`Tensor.unflatten`.

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
        >>> tl.nn.Unflatten(0, (1, 2))(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[[4., 1.],
                 [1., 3.]]])
        """
    def __init__(self, dim: _int, unflattened_size: _int | _Sequence[_int]) -> None: ...
    dim: _int
    def extra_repr(self) -> str:
        """Dimension and sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`Tensor.unflatten`.

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
        >>> tl.nn.Unflatten(0, (1, 2))(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[[4., 1.],
                 [1., 3.]]])
        """
    unflattened_size: _int | _Sequence[_int]

class Unfold(Module):
    """The windows of images (N, C, H, W), each as a column of (N, C kH kW, L).

    Parameters
    ----------
    kernel_size, dilation, padding, stride : int or tuple of two ints

    Examples
    --------
    >>> tl.nn.Unfold(2)(tl.arange(16.0).reshape(1, 1, 4, 4))
    tensor([[[ 0.,  1.,  2.,  4.,  5.,  6.,  8.,  9., 10.],
             [ 1.,  2.,  3.,  5.,  6.,  7.,  9., 10., 11.],
             [ 4.,  5.,  6.,  8.,  9., 10., 12., 13., 14.],
             [ 5.,  6.,  7.,  9., 10., 11., 13., 14., 15.]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.unfold`.

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
        >>> tl.nn.Unfold(2)(tl.arange(16.0).reshape(1, 1, 4, 4))
        tensor([[[ 0.,  1.,  2.,  4.,  5.,  6.,  8.,  9., 10.],
                 [ 1.,  2.,  3.,  5.,  6.,  7.,  9., 10., 11.],
                 [ 4.,  5.,  6.,  8.,  9., 10., 12., 13., 14.],
                 [ 5.,  6.,  7.,  9., 10., 11., 13., 14., 15.]]])
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        dilation: _int | _Sequence[_int] = 1,
        padding: _int | _Sequence[_int] = 0,
        stride: _int | _Sequence[_int] = 1,
    ) -> None: ...
    dilation: _int | _Sequence[_int]
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.unfold`.

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
        >>> tl.nn.Unfold(2)(tl.arange(16.0).reshape(1, 1, 4, 4))
        tensor([[[ 0.,  1.,  2.,  4.,  5.,  6.,  8.,  9., 10.],
                 [ 1.,  2.,  3.,  5.,  6.,  7.,  9., 10., 11.],
                 [ 4.,  5.,  6.,  8.,  9., 10., 12., 13., 14.],
                 [ 5.,  6.,  7.,  9., 10., 11., 13., 14., 15.]]])
        """
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    stride: _int | _Sequence[_int]

class Upsample(Module):
    """`functional.interpolate` as a Module.

    Parameters
    ----------
    size : int or tuple of int, optional
        The new extents.
    scale_factor : float or tuple of float, optional
        The new extents over the old ones, if `size` is not given.
    mode : str
        "nearest", "linear", "bilinear", "bicubic" or "trilinear".
    align_corners : bool, optional
        Whether the centres of the first and last elements stay where they are, and not the edges.
    recompute_scale_factor : bool, optional

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Upsample(scale_factor=2)(tl.tensor([[[1.0, 2.0]]]))
    tensor([[[1., 1., 2., 2.]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.interpolate`.

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
        >>> import tensorlite as tl
        >>> tl.nn.Upsample(scale_factor=2)(tl.tensor([[[1.0, 2.0]]]))
        tensor([[[1., 1., 2., 2.]]])
        """
    def __init__(
        self,
        size: _int | _Sequence[_int] | None = None,
        scale_factor: _float | tuple[_float, ...] | None = None,
        mode: str = 'nearest',
        align_corners: _bool | None = None,
        recompute_scale_factor: _bool | None = None,
    ) -> None: ...
    align_corners: _bool | None
    def extra_repr(self) -> str:
        """The extents and the mode.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.interpolate`.

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
        >>> import tensorlite as tl
        >>> tl.nn.Upsample(scale_factor=2)(tl.tensor([[[1.0, 2.0]]]))
        tensor([[[1., 1., 2., 2.]]])
        """
    mode: str
    name: _Any
    recompute_scale_factor: _bool | None
    scale_factor: _float | tuple[_float, ...] | None
    size: _int | _Sequence[_int] | None

class AlphaDropout(Module):
    """Dropout for SELU networks: keeps mean and variance. Klambauer 2017, arXiv:1706.02515.

    Parameters
    ----------
    p : float, default 0.5
        The probability with which an element, or a channel, is dropped.
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.AlphaDropout()(tl.tensor([0.5, 1.0, 2.0])).shape
    tensorlite.Size([3])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def extra_repr(self) -> str:
        """Probability and in-place flag.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    @staticmethod
    def function(
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
    inplace: _bool
    p: _float

class CELU(Module):
    """x where x > 0, else alpha * (exp(x / alpha) - 1). Barron 2017, arXiv:1704.07483.

    Parameters
    ----------
    alpha : float, default 1.0
        The result goes to its negative as the input falls.
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.CELU()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.celu`.

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
        >>> tl.nn.CELU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def __init__(self, alpha: _float = 1.0, inplace: _bool = False) -> None: ...
    alpha: _float
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.celu`.

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
        >>> tl.nn.CELU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    inplace: _bool
    shown: tuple[str, ...]

class CTCLoss(Module):
    """The negative log-likelihood of label sequences over all alignments.

    Parameters
    ----------
    blank : int
        The class that stands for no label.
    reduction : {"mean", "sum", "none"}
    zero_infinity : bool
        Count infinite losses as 0.

    References
    ----------
    Graves et al. 2006, "Connectionist Temporal Classification", ICML.

    Examples
    --------
    >>> import tensorlite as tl
    >>> scores = tl.zeros(4, 1, 3).log_softmax(2)
    >>> tl.nn.CTCLoss()(scores, tl.tensor([[1, 2]]), tl.tensor([4]), tl.tensor([2]))
    tensor(0.8432)
    """
    def __call__(
        self,
        log_probs: Tensor,
        targets: Tensor,
        input_lengths: Tensor | _Sequence[_int],
        target_lengths: Tensor | _Sequence[_int],
    ) -> Tensor:
        """`functional.ctc_loss`.

        Parameters
        ----------
        log_probs : Tensor (...)
        targets : Tensor (...)
        input_lengths : Tensor (...) or sequence of int
        target_lengths : Tensor (...) or sequence of int

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
        >>> scores = tl.zeros(4, 1, 3).log_softmax(2)
        >>> tl.nn.CTCLoss()(scores, tl.tensor([[1, 2]]), tl.tensor([4]), tl.tensor([2]))
        tensor(0.8432)
        """
    def __init__(
        self,
        blank: _int = 0,
        reduction: str = 'mean',
        zero_infinity: _bool = False,
    ) -> None: ...
    blank: _int
    def forward(
        self,
        log_probs: Tensor,
        targets: Tensor,
        input_lengths: Tensor | _Sequence[_int],
        target_lengths: Tensor | _Sequence[_int],
    ) -> Tensor:
        """`functional.ctc_loss`.

        Parameters
        ----------
        log_probs : Tensor (...)
        targets : Tensor (...)
        input_lengths : Tensor (...) or sequence of int
        target_lengths : Tensor (...) or sequence of int

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
        >>> scores = tl.zeros(4, 1, 3).log_softmax(2)
        >>> tl.nn.CTCLoss()(scores, tl.tensor([[1, 2]]), tl.tensor([4]), tl.tensor([2]))
        tensor(0.8432)
        """
    reduction: str
    zero_infinity: _bool

class CrossMapLRN2d(LocalResponseNorm):
    """`LocalResponseNorm` under an older name.

    Parameters
    ----------
    size : int
        How many channels are summed over.
    alpha : float, default 0.0001
        By what the mean of squares is multiplied.
    beta : float, default 0.75
        The power of the sum.
    k : int, default 1
        What is added to the sum.

    Examples
    --------
    >>> nn.CrossMapLRN2d(3)
    CrossMapLRN2d(3, alpha=0.0001, beta=0.75, k=1)
    """
    def __init__(
        self,
        size: _int,
        alpha: _float = 0.0001,
        beta: _float = 0.75,
        k: _int = 1,
    ) -> None: ...

class DataParallel(Module, _Generic[_T]):
    """A module as `self.module`, so that names in state_dict are PyTorch's; it runs on one device.

    Parameters
    ----------
    module : Module
    device_ids, output_device, dim : ignored

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.nn.DataParallel(1)
    DataParallel()
    """
    def __call__(self, *inputs: Tensor | _Sequence[Tensor], **kwargs: _Any) -> Tensor:
        """What the module gives.

        Parameters
        ----------
        *inputs : Tensor (...) or sequence of Tensor (...)
        **kwargs : object

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.nn.DataParallel(1)
        DataParallel()
        """
    def __init__(
        self,
        module: _T,
        device_ids: _Sequence[_device | str | _int] | None = None,
        output_device: _device | str | _int | None = None,
        dim: _int = 0,
    ) -> None: ...
    device_ids: _Any
    dim: _int
    def forward(self, *inputs: Tensor | _Sequence[Tensor], **kwargs: _Any) -> Tensor:
        """What the module gives.

        Parameters
        ----------
        *inputs : Tensor (...) or sequence of Tensor (...)
        **kwargs : object

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.nn.DataParallel(1)
        DataParallel()
        """
    module: _T

class Dropout(Module):
    """Zeros each element with probability p while training, and scales the rest by 1 / (1 - p).

    Parameters
    ----------
    p : float in [0, 1]
    inplace : bool

    References
    ----------
    Hinton et al. 2012, arXiv:1207.0580.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
    tensor([1., 1., 1.])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def extra_repr(self) -> str:
        """Probability and in-place flag.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    @staticmethod
    def function(
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
    inplace: _bool
    p: _float

class Dropout1d(Module):
    """Dropout of whole channels of (N, C, L).

    Parameters
    ----------
    p : float, default 0.5
        The probability with which an element, or a channel, is dropped.
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.Dropout1d()(tl.tensor([[4.0, 1.0], [1.0, 3.0]])).shape
    tensorlite.Size([2, 2])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def extra_repr(self) -> str:
        """Probability and in-place flag.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    @staticmethod
    def function(
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
    inplace: _bool
    p: _float

class Dropout2d(Module):
    """Dropout of whole channels of (N, C, H, W). Tompson et al. 2015, arXiv:1411.4280.

    Parameters
    ----------
    p : float, default 0.5
        The probability with which an element, or a channel, is dropped.
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.Dropout2d()(tl.arange(16.0).reshape(1, 1, 4, 4)).shape
    tensorlite.Size([1, 1, 4, 4])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def extra_repr(self) -> str:
        """Probability and in-place flag.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    @staticmethod
    def function(
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
    inplace: _bool
    p: _float

class Dropout3d(Module):
    """Dropout of whole channels of (N, C, D, H, W).

    Parameters
    ----------
    p : float, default 0.5
        The probability with which an element, or a channel, is dropped.
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.Dropout3d()(tl.arange(16.0).reshape(1, 1, 4, 4)).shape
    tensorlite.Size([1, 1, 4, 4])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def extra_repr(self) -> str:
        """Probability and in-place flag.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    @staticmethod
    def function(
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
    inplace: _bool
    p: _float

class ELU(Module):
    """x where x > 0, else alpha * (exp(x) - 1). Clevert 2015, arXiv:1511.07289.

    Parameters
    ----------
    alpha : float, default 1.0
        The result goes to its negative as the input falls.
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.ELU()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.elu`.

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
        >>> tl.nn.ELU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def __init__(self, alpha: _float = 1.0, inplace: _bool = False) -> None: ...
    alpha: _float
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.elu`.

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
        >>> tl.nn.ELU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    inplace: _bool
    shown: tuple[str, ...]

class FeatureAlphaDropout(Module):
    """AlphaDropout of whole channels.

    Parameters
    ----------
    p : float, default 0.5
        The probability with which an element, or a channel, is dropped.
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.FeatureAlphaDropout()(tl.tensor([[4.0, 1.0], [1.0, 3.0]])).shape
    tensorlite.Size([2, 2])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def extra_repr(self) -> str:
        """Probability and in-place flag.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The input, thinned out while training.

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
        >>> import tensorlite as tl
        >>> tl.nn.Dropout(0.5).eval()(tl.ones(3))
        tensor([1., 1., 1.])
        """
    @staticmethod
    def function(
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
    inplace: _bool
    p: _float

class GELU(Module):
    """x times the normal distribution function. Hendrycks, Gimpel 2016, arXiv:1606.08415.

    Parameters
    ----------
    approximate : {"none", "tanh"}

    Examples
    --------
    >>> tl.nn.GELU()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.3457, 0.8413, 1.9545])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.gelu`.

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
        >>> tl.nn.GELU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.3457, 0.8413, 1.9545])
        """
    def __init__(self, approximate: str = 'none') -> None: ...
    approximate: str
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.gelu`.

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
        >>> tl.nn.GELU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.3457, 0.8413, 1.9545])
        """
    shown: tuple[str, ...]

class GLU(Module):
    """a * sigmoid(b) of the two halves along `dim`. Dauphin 2016, arXiv:1612.08083.

    Parameters
    ----------
    dim : int, default -1
        The dim or dims along which it goes; negative ones count from the last.

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> tl.nn.GLU()(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[2.9242],
            [0.9526]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.glu`.

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
        >>> tl.nn.GLU()(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[2.9242],
                [0.9526]])
        """
    def __init__(self, dim: _int = -1) -> None: ...
    dim: _int
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.glu`.

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
        >>> tl.nn.GLU()(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[2.9242],
                [0.9526]])
        """
    shown: tuple[str, ...]

class GRU(RNNBase):
    """Gated recurrent units: a hidden state that gates reset and update.

    With r = sigmoid(W_ir x + b_ir + W_hr h + b_hr), z likewise, and
    n = tanh(W_in x + b_in + r * (W_hn h + b_hn)): h[t] = (1 - z) * n + z * h[t-1].

    Parameters
    ----------
    input_size, hidden_size : int
        I and H.
    num_layers : int
        Each layer reads the outputs of the one before.
    bias, batch_first : bool
    dropout : float
        Between layers, while training.
    bidirectional : bool
        With a second direction, from the last step to the first: D is 2 then, else 1.
    device, dtype
        Of the parameters.
    proj_size : int, optional

    Notes
    -----
    ``forward(input, hx=None)`` takes input (T, N, I), with `batch_first` (N, T, I), or (T, I)
    without a batch, and hx (num_layers * D, N, H), zeros by default. It returns the outputs of the
    last layer (T, N, D * H) and the final hidden states, shaped like hx.

    References
    ----------
    Cho et al. 2014, arXiv:1406.1078.

    Examples
    --------
    >>> import tensorlite as tl
    >>> out, hidden = tl.nn.GRU(3, 4)(tl.zeros(7, 3))
    >>> out.shape, hidden.shape
    (tensorlite.Size([7, 4]), tensorlite.Size([1, 4]))
    """
    def __init__(
        self,
        input_size: _int,
        hidden_size: _int,
        num_layers: _int = 1,
        bias: _bool = True,
        batch_first: _bool = False,
        dropout: _float = 0.0,
        bidirectional: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        proj_size: _int | None = None,
    ) -> None: ...

class GRUCell(RNNCellBase):
    """One step of a `GRU`.

    Parameters
    ----------
    input_size, hidden_size : int
    bias : bool
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight_ih : Parameter (3 * hidden_size, input_size)
    weight_hh : Parameter (3 * hidden_size, hidden_size)
    bias_ih, bias_hh : Parameter (3 * hidden_size,) or None

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.GRUCell(3, 4)(tl.zeros(3)).shape
    tensorlite.Size([4])
    """
    def __call__(self, input: Tensor, hx: Tensor | None = None) -> Tensor:
        """The next hidden state (N, H) for input (N, I) and hx (N, H); both may lack N.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        hx : Tensor (...), optional

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
        >>> tl.nn.GRUCell(3, 4)(tl.zeros(3)).shape
        tensorlite.Size([4])
        """
    def __init__(
        self,
        input_size: _int,
        hidden_size: _int,
        bias: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    def forward(self, input: Tensor, hx: Tensor | None = None) -> Tensor:
        """The next hidden state (N, H) for input (N, I) and hx (N, H); both may lack N.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        hx : Tensor (...), optional

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
        >>> tl.nn.GRUCell(3, 4)(tl.zeros(3)).shape
        tensorlite.Size([4])
        """

class GaussianNLLLoss(Module):
    """The negative log-likelihood of normal distributions; see `functional.gaussian_nll_loss`.

    Parameters
    ----------
    full : bool, default False
    eps : float, default 1e-06
        A small number that keeps divisions finite.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.GaussianNLLLoss()
    GaussianNLLLoss()
    """
    def __call__(self, input: Tensor, target: Tensor, var: Tensor | _float) -> Tensor:
        """`functional.gaussian_nll_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.
        var : Tensor (...) or number

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.GaussianNLLLoss()
        GaussianNLLLoss()
        """
    def __init__(
        self,
        *,
        full: _bool = False,
        eps: _float = 1e-06,
        reduction: str = 'mean',
    ) -> None: ...
    eps: _float
    def forward(self, input: Tensor, target: Tensor, var: Tensor | _float) -> Tensor:
        """`functional.gaussian_nll_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.
        var : Tensor (...) or number

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.GaussianNLLLoss()
        GaussianNLLLoss()
        """
    full: _bool
    reduction: str

class Hardshrink(Module):
    """x where |x| > lambd, else 0.

    Parameters
    ----------
    lambd : float, default 0.5

    Examples
    --------
    >>> tl.nn.Hardshrink()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.hardshrink`.

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
        >>> tl.nn.Hardshrink()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 1., 2.])
        """
    def __init__(self, lambd: _float = 0.5) -> None: ...
    def extra_repr(self) -> str:
        """The width.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.hardshrink`.

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
        >>> tl.nn.Hardshrink()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 1., 2.])
        """
    lambd: _float
    shown: tuple[str, ...]

class Hardtanh(Module):
    """x limited to [min_val, max_val].

    Parameters
    ----------
    min_val : float, default -1.0
    max_val : float, default 1.0
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.Hardtanh()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 1.0000])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.hardtanh`.

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
        >>> tl.nn.Hardtanh()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 1.0000])
        """
    def __init__(
        self,
        min_val: _float = -1.0,
        max_val: _float = 1.0,
        inplace: _bool = False,
    ) -> None: ...
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.hardtanh`.

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
        >>> tl.nn.Hardtanh()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 1.0000])
        """
    inplace: _bool
    max_val: _float
    min_val: _float
    shown: tuple[str, ...]

class HuberLoss(Module):
    """Half of MSELoss up to an error of delta, linear beyond. Huber 1964.

    Parameters
    ----------
    reduction : str, default 'mean'
        What becomes of the losses of all elements.
    delta : float, default 1.0

    Examples
    --------
    >>> tl.nn.HuberLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.)
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.huber_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.HuberLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.)
        """
    def __init__(self, reduction: str = 'mean', delta: _float = 1.0) -> None: ...
    delta: _float
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.huber_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.HuberLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.)
        """
    reduction: str

class KLDivLoss(Module):
    """The Kullback-Leibler divergence from log-probabilities; see `functional.kl_div`.

    Parameters
    ----------
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.
    log_target : bool, default False

    Examples
    --------
    >>> tl.nn.KLDivLoss()
    KLDivLoss()
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.kl_div`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.KLDivLoss()
        KLDivLoss()
        """
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
        log_target: _bool = False,
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.kl_div`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.KLDivLoss()
        KLDivLoss()
        """
    log_target: _bool
    reduction: str

class L1Loss(Module):
    """Mean of |input - target|.

    Parameters
    ----------
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.L1Loss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.)
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.l1_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.L1Loss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.)
        """
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.l1_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.L1Loss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.)
        """
    reduction: str

class LSTM(RNNBase):
    """Long short-term memory: a cell state that gates write, keep and show.

    With i, f, g, o = W_ih x[t] + b_ih + W_hh h[t-1] + b_hh:
    c[t] = sigmoid(f) * c[t-1] + sigmoid(i) * tanh(g) and h[t] = sigmoid(o) * tanh(c[t]).

    Parameters
    ----------
    input_size, hidden_size : int
        I and H.
    num_layers : int
        Each layer reads the outputs of the one before.
    bias, batch_first : bool
    dropout : float
        Between layers, while training.
    bidirectional : bool
        With a second direction, from the last step to the first: D is 2 then, else 1.
    proj_size : int
        P: the hidden state is projected to this size; 0: it is not, and P is H below.
    device, dtype
        Of the parameters.

    Notes
    -----
    ``forward(input, (h, c)=None)`` takes input (T, N, I), with `batch_first` (N, T, I), or (T, I)
    without a batch, h (num_layers * D, N, P) and c (num_layers * D, N, H), zeros by default. It
    returns the outputs of the last layer (T, N, D * P) and the final (h, c).

    References
    ----------
    Hochreiter, Schmidhuber 1997; with forget gates: Gers, Schmidhuber, Cummins 2000; projected:
    Sak, Senior, Beaufays 2014, arXiv:1402.1128.

    Examples
    --------
    >>> import tensorlite as tl
    >>> out, (h, c) = tl.nn.LSTM(3, 4, batch_first=True, bidirectional=True)(tl.zeros(5, 7, 3))
    >>> out.shape, h.shape, c.shape
    (tensorlite.Size([5, 7, 8]), tensorlite.Size([2, 5, 4]), tensorlite.Size([2, 5, 4]))
    """
    @_overload
    def __call__(
        self,
        input: Tensor,
        hx: tuple[Tensor, Tensor] | None = None,
    ) -> tuple[Tensor, tuple[Tensor, Tensor]]: ...
    @_overload
    def __call__(
        self,
        input: _PackedSequence,
        hx: tuple[Tensor, Tensor] | None = None,
    ) -> tuple[_PackedSequence, tuple[Tensor, Tensor]]:
        """The outputs of all steps, and the final (hidden state, cell state).

        Parameters
        ----------
        input : Tensor (...) or PackedSequence
            What is computed on.
        hx : tuple of Tensor (...), optional

        Returns
        -------
        tuple of Tensor (...) and tuple of Tensor (...) or tuple of PackedSequence and tuple of Tensor (...)

        Examples
        --------
        >>> import tensorlite as tl
        >>> out, (h, c) = tl.nn.LSTM(3, 4, batch_first=True, bidirectional=True)(tl.zeros(5, 7, 3))
        >>> out.shape, h.shape, c.shape
        (tensorlite.Size([5, 7, 8]), tensorlite.Size([2, 5, 4]), tensorlite.Size([2, 5, 4]))
        """
    def __init__(
        self,
        input_size: _int,
        hidden_size: _int,
        num_layers: _int = 1,
        bias: _bool = True,
        batch_first: _bool = False,
        dropout: _float = 0.0,
        bidirectional: _bool = False,
        proj_size: _int = 0,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    @_overload
    def forward(
        self,
        input: Tensor,
        hx: tuple[Tensor, Tensor] | None = None,
    ) -> tuple[Tensor, tuple[Tensor, Tensor]]: ...
    @_overload
    def forward(
        self,
        input: _PackedSequence,
        hx: tuple[Tensor, Tensor] | None = None,
    ) -> tuple[_PackedSequence, tuple[Tensor, Tensor]]:
        """The outputs of all steps, and the final (hidden state, cell state).

        Parameters
        ----------
        input : Tensor (...) or PackedSequence
            What is computed on.
        hx : tuple of Tensor (...), optional

        Returns
        -------
        tuple of Tensor (...) and tuple of Tensor (...) or tuple of PackedSequence and tuple of Tensor (...)

        Examples
        --------
        >>> import tensorlite as tl
        >>> out, (h, c) = tl.nn.LSTM(3, 4, batch_first=True, bidirectional=True)(tl.zeros(5, 7, 3))
        >>> out.shape, h.shape, c.shape
        (tensorlite.Size([5, 7, 8]), tensorlite.Size([2, 5, 4]), tensorlite.Size([2, 5, 4]))
        """

class LSTMCell(RNNCellBase):
    """One step of an `LSTM`.

    Parameters
    ----------
    input_size, hidden_size : int
    bias : bool
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight_ih : Parameter (4 * hidden_size, input_size)
    weight_hh : Parameter (4 * hidden_size, hidden_size)
    bias_ih, bias_hh : Parameter (4 * hidden_size,) or None

    Examples
    --------
    >>> import tensorlite as tl
    >>> h, c = tl.nn.LSTMCell(3, 4)(tl.zeros(5, 3))
    >>> h.shape, c.shape
    (tensorlite.Size([5, 4]), tensorlite.Size([5, 4]))
    """
    def __call__(
        self,
        input: Tensor,
        hx: tuple[Tensor, Tensor] | None = None,
    ) -> tuple[Tensor, Tensor]:
        """The next (h, c), each (N, H), for input (N, I) and hx = (h, c); all may lack N.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        hx : tuple of Tensor (...), optional

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> import tensorlite as tl
        >>> h, c = tl.nn.LSTMCell(3, 4)(tl.zeros(5, 3))
        >>> h.shape, c.shape
        (tensorlite.Size([5, 4]), tensorlite.Size([5, 4]))
        """
    def __init__(
        self,
        input_size: _int,
        hidden_size: _int,
        bias: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    def forward(
        self,
        input: Tensor,
        hx: tuple[Tensor, Tensor] | None = None,
    ) -> tuple[Tensor, Tensor]:
        """The next (h, c), each (N, H), for input (N, I) and hx = (h, c); all may lack N.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        hx : tuple of Tensor (...), optional

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> import tensorlite as tl
        >>> h, c = tl.nn.LSTMCell(3, 4)(tl.zeros(5, 3))
        >>> h.shape, c.shape
        (tensorlite.Size([5, 4]), tensorlite.Size([5, 4]))
        """

class LeakyReLU(Module):
    """x where x > 0, else negative_slope * x.

    Parameters
    ----------
    negative_slope : float, default 0.01
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.LeakyReLU()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.leaky_relu`.

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
        >>> tl.nn.LeakyReLU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def __init__(self, negative_slope: _float = 0.01, inplace: _bool = False) -> None: ...
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.leaky_relu`.

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
        >>> tl.nn.LeakyReLU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    inplace: _bool
    negative_slope: _float
    shown: tuple[str, ...]

class LogSigmoid(Module):
    """log(sigmoid(x)), without overflow.

    Parameters
    ----------
    *args : object
    **kwargs : object

    Examples
    --------
    >>> tl.nn.LogSigmoid()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-0.4741, -0.3133, -0.1269])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.logsigmoid`.

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
        >>> tl.nn.LogSigmoid()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([-0.4741, -0.3133, -0.1269])
        """
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.logsigmoid`.

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
        >>> tl.nn.LogSigmoid()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([-0.4741, -0.3133, -0.1269])
        """
    shown: tuple[str, ...]

class MSELoss(Module):
    """Mean of (input - target)^2.

    Parameters
    ----------
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"mean", "sum", "none"}

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.MSELoss()(tl.tensor([1.0, 3.0]), tl.zeros(2))
    tensor(5.)
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.mse_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

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
        >>> tl.nn.MSELoss()(tl.tensor([1.0, 3.0]), tl.zeros(2))
        tensor(5.)
        """
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.mse_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

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
        >>> tl.nn.MSELoss()(tl.tensor([1.0, 3.0]), tl.zeros(2))
        tensor(5.)
        """
    reduction: str

class MaxUnpool1d(Module):
    """Zeros, with the elements of input where `MaxPool1d` found them.

    Parameters
    ----------
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or sequence of int or str, default 0
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.MaxUnpool1d(2)
    MaxUnpool1d(kernel_size=(2,), stride=(2,), padding=(0,))
    """
    def __call__(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor:
        """Zeros, with input where the indices say.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        indices : Tensor (...)
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
        >>> tl.nn.MaxUnpool1d(2)
        MaxUnpool1d(kernel_size=(2,), stride=(2,), padding=(0,))
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] | str = 0,
    ) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor:
        """Zeros, with input where the indices say.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        indices : Tensor (...)
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
        >>> tl.nn.MaxUnpool1d(2)
        MaxUnpool1d(kernel_size=(2,), stride=(2,), padding=(0,))
        """
    @staticmethod
    def function(
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
    kernel_size: _Any
    padding: _Any
    stride: _Any

class MaxUnpool2d(Module):
    """Zeros, with the elements of input where `MaxPool2d` found them.

    Parameters
    ----------
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or sequence of int or str, default 0
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> import tensorlite as tl
    >>> pool, back = tl.nn.MaxPool2d(2, return_indices=True), tl.nn.MaxUnpool2d(2)
    >>> back(*pool(tl.arange(16.0).reshape(1, 4, 4)))[0, 1].tolist()
    [0.0, 5.0, 0.0, 7.0]
    """
    def __call__(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor:
        """Zeros, with input where the indices say.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        indices : Tensor (...)
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
        >>> tl.nn.MaxUnpool1d(2)
        MaxUnpool1d(kernel_size=(2,), stride=(2,), padding=(0,))
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] | str = 0,
    ) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor:
        """Zeros, with input where the indices say.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        indices : Tensor (...)
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
        >>> tl.nn.MaxUnpool1d(2)
        MaxUnpool1d(kernel_size=(2,), stride=(2,), padding=(0,))
        """
    @staticmethod
    def function(
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
    kernel_size: _Any
    padding: _Any
    stride: _Any

class MaxUnpool3d(Module):
    """Zeros, with the elements of input where `MaxPool3d` found them.

    Parameters
    ----------
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or sequence of int or str, default 0
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.MaxUnpool3d(2)
    MaxUnpool3d(kernel_size=(2, 2, 2), stride=(2, 2, 2), padding=(0, 0, 0))
    """
    def __call__(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor:
        """Zeros, with input where the indices say.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        indices : Tensor (...)
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
        >>> tl.nn.MaxUnpool1d(2)
        MaxUnpool1d(kernel_size=(2,), stride=(2,), padding=(0,))
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] | str = 0,
    ) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor:
        """Zeros, with input where the indices say.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        indices : Tensor (...)
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
        >>> tl.nn.MaxUnpool1d(2)
        MaxUnpool1d(kernel_size=(2,), stride=(2,), padding=(0,))
        """
    @staticmethod
    def function(
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
    kernel_size: _Any
    padding: _Any
    stride: _Any

class Mish(Module):
    """x * tanh(softplus(x)). Misra 2019, arXiv:1908.08681.

    Parameters
    ----------
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.Mish()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.3752, 0.8651, 1.9440])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.mish`.

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
        >>> tl.nn.Mish()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.3752, 0.8651, 1.9440])
        """
    def __init__(self, inplace: _bool = False) -> None: ...
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.mish`.

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
        >>> tl.nn.Mish()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.3752, 0.8651, 1.9440])
        """
    inplace: _bool
    shown: tuple[str, ...]

class ModuleList(Module):
    """A list of modules whose parameters belong to the Module that holds the list.

    Parameters
    ----------
    modules : iterable of Module, optional

    Examples
    --------
    >>> from tensorlite import nn
    >>> layers = nn.ModuleList([nn.Linear(2, 2) for _ in range(3)])
    >>> layers
    ModuleList(
      (0-2): 3 x Linear(in_features=2, out_features=2, bias=True)
    )
    >>> len(list(layers.parameters()))
    6
    """
    def __add__(self, other: _Iterable[Module]) -> ModuleList: ...
    def __delitem__(self, index: _int | slice) -> None: ...
    @_overload
    def __getitem__(self, index: _int) -> Module: ...
    @_overload
    def __getitem__(self, index: slice) -> _Self: ...
    def __iadd__(self, modules: _Iterable[Module]) -> _Self: ...
    def __init__(self, modules: _Iterable[Module] | None = None) -> None: ...
    def __iter__(self) -> _Iterator[Module]: ...
    def __len__(self) -> _int: ...
    def __setitem__(self, index: _int, module: Module) -> None: ...
    def append(self, module: Module) -> _Self:
        """Add one module at the end; returns self.

        Parameters
        ----------
        module : Module

        Returns
        -------
        Sequential

        Examples
        --------
        >>> nn.Sequential(nn.Linear(2, 2)).append(nn.ReLU())
        Sequential(
          (0): Linear(in_features=2, out_features=2, bias=True)
          (1): ReLU()
        )
        """
    def extend(self, modules: _Iterable[Module]) -> _Self:
        """Add every module of an iterable at the end; returns self.

        Parameters
        ----------
        modules : iterable of Module

        Returns
        -------
        ModuleList

        Examples
        --------
        >>> nn.ModuleList([nn.Linear(2, 2)]).extend([nn.ReLU(), nn.Tanh()])
        ModuleList(
          (0): Linear(in_features=2, out_features=2, bias=True)
          (1): ReLU()
          (2): Tanh()
        )
        """
    def insert(self, index: _int, module: Module) -> None:
        """Put a module before position `index`.

        Parameters
        ----------
        index : int
            The place before which it is put.
        module : Module

        Returns
        -------
        None

        Examples
        --------
        >>> nn.Sequential(nn.Linear(2, 2)).insert(0, nn.Flatten())
        Sequential(
          (0): Flatten(start_dim=1, end_dim=-1)
          (1): Linear(in_features=2, out_features=2, bias=True)
        )
        """
    def pop(self, key: _int | slice = -1) -> Module:
        """Remove and return the module at the index `key`.

        Parameters
        ----------
        key : int or slice, default -1

        Returns
        -------
        Module

        Examples
        --------
        >>> layers = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
        >>> layers.pop(1)
        ReLU()
        """

class MultiLabelMarginLoss(Module):
    """Margins between several targets and the rest; see `functional.multilabel_margin_loss`.

    Parameters
    ----------
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.MultiLabelMarginLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.)
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.multilabel_margin_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.MultiLabelMarginLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.)
        """
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.multilabel_margin_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.MultiLabelMarginLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.)
        """
    reduction: str

class PReLU(Module):
    """LeakyReLU with trained slopes, one in all or one per channel. He 2015, arXiv:1502.01852.

    Parameters
    ----------
    num_parameters : int
        1, or the number of channels.
    init : float
        Where the slopes start.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Attributes
    ----------
    weight : Parameter (num_parameters,)

    Examples
    --------
    >>> tl.nn.PReLU()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000], grad_fn=<PreluBackward0>)
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.prelu`.

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
        >>> tl.nn.PReLU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000], grad_fn=<PreluBackward0>)
        """
    def __init__(
        self,
        num_parameters: _int = 1,
        init: _float = 0.25,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.prelu`.

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
        >>> tl.nn.PReLU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000], grad_fn=<PreluBackward0>)
        """
    init: _float
    num_parameters: _int
    def reset_parameters(self) -> None:
        """All slopes at `init`.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    shown: tuple[str, ...]
    weight: Parameter

class ParameterDict(Module):
    """A dict of parameters that belong to the Module that holds the dict.

    Parameters
    ----------
    parameters : mapping of str to Tensor, or iterable of pairs, optional
        A mapping that is no OrderedDict is taken by sorted keys.

    Examples
    --------
    >>> import tensorlite as tl
    >>> ps = tl.nn.ParameterDict({"a": tl.zeros(2)})
    >>> "a" in ps, list(ps.keys())
    (True, ['a'])
    """
    def __call__(self, *args: _Any, **kwargs: _Any) -> _NoReturn: ...
    def __contains__(self, key: str) -> _bool: ...
    def __delitem__(self, key: str) -> None: ...
    def __getitem__(self, key: str) -> _Any: ...
    def __init__(
        self,
        parameters: _Mapping[str, _Any] | _Iterable[tuple[str, _Any]] | ParameterDict | None = None,
    ) -> None: ...
    def __ior__(
        self,
        other: _Mapping[str, _Any] | _Iterable[tuple[str, _Any]] | ParameterDict,
    ) -> _Self: ...
    def __iter__(self) -> _Iterator[str]: ...
    def __len__(self) -> _int: ...
    def __or__(
        self,
        other: _Mapping[str, _Any] | _Iterable[tuple[str, _Any]] | ParameterDict,
    ) -> ParameterDict: ...
    def __reversed__(self) -> _Iterator[str]: ...
    def __setitem__(self, key: str, value: _Any) -> None: ...
    def clear(self) -> None:
        """Remove everything.

        Returns
        -------
        None

        Examples
        --------
        >>> weights = nn.ParameterDict({"scale": tl.ones(2)})
        >>> weights.clear()
        >>> len(weights)
        0
        """
    def copy(self) -> ParameterDict:
        """Another ParameterDict of the same parameters.

        Returns
        -------
        ParameterDict

        Examples
        --------
        >>> [*nn.ParameterDict({"scale": tl.ones(2)}).copy()]
        ['scale']
        """
    def fromkeys(self, keys: _Iterable[str], default: _Any = None) -> ParameterDict:
        """A ParameterDict of `keys`, all with the same value.

        Parameters
        ----------
        keys : iterable of str
        default : object, optional

        Returns
        -------
        ParameterDict

        Examples
        --------
        >>> nn.ParameterDict().fromkeys(["scale", "shift"])["shift"] is None
        True
        """
    def get(self, key: str, default: _Any = None) -> _Any:
        """The value under `key`, or `default`.

        Parameters
        ----------
        key : str
        default : object, optional

        Returns
        -------
        object

        Examples
        --------
        >>> nn.ParameterDict({"scale": tl.ones(2)}).get("shift", "none")
        'none'
        """
    def items(self) -> _Iterator[tuple[str, _Any]]:
        """Pairs (name, value).

        Returns
        -------
        iterator of tuple of str and object

        Examples
        --------
        >>> [(name, weight.shape) for name, weight in nn.ParameterDict({"scale": tl.ones(2)}).items()]
        [('scale', tensorlite.Size([2]))]
        """
    def keys(self) -> _KeysView[str]:
        """The names.

        Returns
        -------
        keysview of str

        Examples
        --------
        >>> [*nn.ParameterDict({"scale": tl.ones(2)}).keys()]
        ['scale']
        """
    def pop(self, key: str) -> _Any:
        """Remove and return the value under `key`.

        Parameters
        ----------
        key : str

        Returns
        -------
        object

        Examples
        --------
        >>> nn.ParameterDict({"scale": tl.ones(2)}).pop("scale").shape
        tensorlite.Size([2])
        """
    def popitem(self) -> tuple[str, _Any]:
        """Remove and return the last pair.

        Returns
        -------
        tuple of str and object

        Examples
        --------
        >>> nn.ParameterDict({"scale": tl.ones(2)}).popitem()[0]
        'scale'
        """
    def setdefault(self, key: str, default: _Any = None) -> _Any:
        """The value under `key`, which is set to `default` where there is none.

        Parameters
        ----------
        key : str
        default : object, optional

        Returns
        -------
        object

        Examples
        --------
        >>> weights = nn.ParameterDict()
        >>> weights.setdefault("scale", tl.ones(2)).shape
        tensorlite.Size([2])
        """
    def update(
        self,
        parameters: _Mapping[str, _Any] | _Iterable[tuple[str, _Any]] | ParameterDict,
    ) -> None:
        """Add parameters from pairs or an OrderedDict, or from another mapping by sorted keys.

        Parameters
        ----------
        parameters : mapping of str and object or iterable of tuple of str and object or ParameterDict

        Returns
        -------
        None

        Examples
        --------
        >>> weights = nn.ParameterDict()
        >>> weights.update({"scale": tl.ones(2)})
        >>> [*weights]
        ['scale']
        """
    def values(self) -> _Iterator[_Any]:
        """The values.

        Returns
        -------
        iterator of object

        Examples
        --------
        >>> [weight.shape for weight in nn.ParameterDict({"scale": tl.ones(2)}).values()]
        [tensorlite.Size([2])]
        """

class ParameterList(Module):
    """A list of parameters that belong to the Module that holds the list.

    Parameters
    ----------
    values : iterable, optional
        Tensors become Parameters; other values are kept.

    Examples
    --------
    >>> import tensorlite as tl
    >>> ps = tl.nn.ParameterList([tl.zeros(2), tl.ones(3)])
    >>> [tuple(p.shape) for p in ps]
    [(2,), (3,)]
    """
    def __call__(self, *args: _Any, **kwargs: _Any) -> _NoReturn: ...
    @_overload
    def __getitem__(self, index: _int) -> _Any: ...
    @_overload
    def __getitem__(self, index: slice) -> _Self: ...
    def __iadd__(self, values: _Iterable[_Any]) -> _Self: ...
    def __init__(self, values: _Iterable[_Any] | None = None) -> None: ...
    def __iter__(self) -> _Iterator[_Any]: ...
    def __len__(self) -> _int: ...
    def __setitem__(self, index: _int, value: _Any) -> None: ...
    def append(self, value: _Any) -> _Self:
        """Add one value at the end; returns self.

        Parameters
        ----------
        value : object
            The tensor.

        Returns
        -------
        ParameterList

        Examples
        --------
        >>> len(nn.ParameterList([tl.ones(2)]).append(tl.zeros(3)))
        2
        """
    def extend(self, values: _Iterable[_Any]) -> _Self:
        """Add every value of an iterable at the end; returns self.

        Parameters
        ----------
        values : iterable of object

        Returns
        -------
        ParameterList

        Examples
        --------
        >>> len(nn.ParameterList([tl.ones(2)]).extend([tl.zeros(3), tl.zeros(4)]))
        3
        """

class PoissonNLLLoss(Module):
    """The negative log-likelihood of counts; see `functional.poisson_nll_loss`.

    Parameters
    ----------
    log_input : bool, default True
    full : bool, default False
    size_average : bool, optional
        Deprecated: use `reduction`.
    eps : float, default 1e-08
        A small number that keeps divisions finite.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.PoissonNLLLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.1687)
    """
    def __call__(self, log_input: Tensor, target: Tensor) -> Tensor:
        """`functional.poisson_nll_loss`.

        Parameters
        ----------
        log_input : Tensor (...)
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.PoissonNLLLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(2.1687)
        """
    def __init__(
        self,
        log_input: _bool = True,
        full: _bool = False,
        size_average: _bool | None = None,
        eps: _float = 1e-08,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    eps: _float
    def forward(self, log_input: Tensor, target: Tensor) -> Tensor:
        """`functional.poisson_nll_loss`.

        Parameters
        ----------
        log_input : Tensor (...)
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.PoissonNLLLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(2.1687)
        """
    full: _bool
    log_input: _bool
    reduction: str

class RNN(RNNBase):
    """h[t] = tanh(W_ih x[t] + b_ih + W_hh h[t-1] + b_hh), in one or more layers.

    Parameters
    ----------
    input_size, hidden_size : int
        I and H.
    num_layers : int
        Each layer reads the outputs of the one before.
    nonlinearity : str
        "tanh" or "relu".
    bias, batch_first : bool
    dropout : float
        Between layers, while training.
    bidirectional : bool
        With a second direction, from the last step to the first: D is 2 then, else 1.
    device, dtype
        Of the parameters.
    proj_size : int, optional

    Notes
    -----
    ``forward(input, hx=None)`` takes input (T, N, I), with `batch_first` (N, T, I), or (T, I)
    without a batch, and hx (num_layers * D, N, H), zeros by default. It returns the outputs of the
    last layer (T, N, D * H) and the final hidden states, shaped like hx.

    References
    ----------
    Elman 1990, "Finding Structure in Time".

    Examples
    --------
    >>> import tensorlite as tl
    >>> out, hidden = tl.nn.RNN(3, 4, num_layers=2)(tl.zeros(7, 5, 3))
    >>> out.shape, hidden.shape
    (tensorlite.Size([7, 5, 4]), tensorlite.Size([2, 5, 4]))
    """
    def __init__(
        self,
        input_size: _int,
        hidden_size: _int,
        num_layers: _int = 1,
        nonlinearity: str = 'tanh',
        bias: _bool = True,
        batch_first: _bool = False,
        dropout: _float = 0.0,
        bidirectional: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        proj_size: _int | None = None,
    ) -> None: ...
    nonlinearity: str

class RNNCell(RNNCellBase):
    """h' = tanh(W_ih x + b_ih + W_hh h + b_hh): one step of an RNN.

    Parameters
    ----------
    input_size, hidden_size : int
    bias : bool
    nonlinearity : str
        "tanh" or "relu".
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight_ih : Parameter (hidden_size, input_size)
    weight_hh : Parameter (hidden_size, hidden_size)
    bias_ih, bias_hh : Parameter (hidden_size,) or None

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.RNNCell(3, 4)(tl.zeros(5, 3)).shape
    tensorlite.Size([5, 4])
    """
    def __call__(self, input: Tensor, hx: Tensor | None = None) -> Tensor:
        """The next hidden state (N, H) for input (N, I) and hx (N, H); both may lack N.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        hx : Tensor (...), optional

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
        >>> tl.nn.RNNCell(3, 4)(tl.zeros(5, 3)).shape
        tensorlite.Size([5, 4])
        """
    def __init__(
        self,
        input_size: _int,
        hidden_size: _int,
        bias: _bool = True,
        nonlinearity: str = 'tanh',
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    def forward(self, input: Tensor, hx: Tensor | None = None) -> Tensor:
        """The next hidden state (N, H) for input (N, I) and hx (N, H); both may lack N.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        hx : Tensor (...), optional

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
        >>> tl.nn.RNNCell(3, 4)(tl.zeros(5, 3)).shape
        tensorlite.Size([5, 4])
        """
    nonlinearity: str

class RReLU(Module):
    """LeakyReLU with a random slope per element while training. Xu 2015, arXiv:1505.00853.

    Parameters
    ----------
    lower : float, default 0.125
        The smallest slope.
    upper : float, default 0.3333333333333333
        The largest slope.
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.RReLU()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.rrelu`.

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
        >>> tl.nn.RReLU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def __init__(
        self,
        lower: _float = 0.125,
        upper: _float = 0.3333333333333333,
        inplace: _bool = False,
    ) -> None: ...
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.rrelu`.

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
        >>> tl.nn.RReLU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    inplace: _bool
    lower: _float
    shown: tuple[str, ...]
    upper: _float

class ReLU(Module):
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
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.relu`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ReLU()(tl.tensor([-1.0, 2.0]))
        tensor([0., 2.])
        """
    def __init__(self, inplace: _bool = False) -> None: ...
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.relu`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ReLU()(tl.tensor([-1.0, 2.0]))
        tensor([0., 2.])
        """
    inplace: _bool
    shown: tuple[str, ...]

class ReflectionPad1d(Module):
    """A frame of the elements inside, mirrored at the border of (N, C, L) or (C, L).

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[1., 4., 1., 4.],
            [3., 1., 3., 1.]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    mode: str
    padding: _Any

class ReflectionPad2d(Module):
    """A frame of the elements inside, mirrored at the border of (N, C, H, W) or (C, H, W).

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.ReflectionPad2d(1)(tl.arange(16.0).reshape(1, 1, 4, 4))
    tensor([[[[ 5.,  4.,  5.,  6.,  7.,  6.],
              [ 1.,  0.,  1.,  2.,  3.,  2.],
              [ 5.,  4.,  5.,  6.,  7.,  6.],
              [ 9.,  8.,  9., 10., 11., 10.],
              [13., 12., 13., 14., 15., 14.],
              [ 9.,  8.,  9., 10., 11., 10.]]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    mode: str
    padding: _Any

class ReflectionPad3d(Module):
    """A frame of the elements inside, mirrored at the border of (N, C, D, H, W) or without N.

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.ReflectionPad3d(1)(tl.arange(8.0).reshape(1, 1, 2, 2, 2)).shape
    tensorlite.Size([1, 1, 4, 4, 4])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    mode: str
    padding: _Any

class ReplicationPad1d(Module):
    """A frame of copies of the border of (N, C, L) or (C, L).

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.ReplicationPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[4., 4., 1., 1.],
            [1., 1., 3., 3.]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    mode: str
    padding: _Any

class ReplicationPad2d(Module):
    """A frame of copies of the border of (N, C, H, W) or (C, H, W).

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.ReplicationPad2d(1)(tl.arange(4.0).reshape(1, 1, 4))
    tensor([[[0., 0., 1., 2., 3., 3.],
             [0., 0., 1., 2., 3., 3.],
             [0., 0., 1., 2., 3., 3.]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    mode: str
    padding: _Any

class ReplicationPad3d(Module):
    """A frame of copies of the border of (N, C, D, H, W) or (C, D, H, W).

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.ReplicationPad3d(1)(tl.arange(16.0).reshape(1, 1, 4, 4)).shape
    tensorlite.Size([1, 3, 6, 6])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> tl.nn.ReflectionPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    mode: str
    padding: _Any

class SELU(Module):
    """The self-normalising ELU. Klambauer 2017, arXiv:1706.02515.

    Parameters
    ----------
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.SELU()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5254, 1.0507, 2.1014])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.selu`.

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
        >>> tl.nn.SELU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5254, 1.0507, 2.1014])
        """
    def __init__(self, inplace: _bool = False) -> None: ...
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.selu`.

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
        >>> tl.nn.SELU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5254, 1.0507, 2.1014])
        """
    inplace: _bool
    shown: tuple[str, ...]

class Sequential(Module):
    """Modules run one after the other.

    Parameters
    ----------
    *args : Module, or one OrderedDict of str to Module

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite import nn
    >>> model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
    >>> model(tl.zeros(5, 2)).shape
    tensorlite.Size([5, 1])
    >>> model[:2]
    Sequential(
      (0): Linear(in_features=2, out_features=3, bias=True)
      (1): ReLU()
    )
    """
    def __add__(self, other: Sequential) -> Sequential: ...
    def __call__(self, input: _Any) -> Tensor:
        """The last module's result on the chain of the others.

        Parameters
        ----------
        input : object
            What is computed on.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> import tensorlite as tl
        >>> from tensorlite import nn
        >>> model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
        >>> model(tl.zeros(5, 2)).shape
        tensorlite.Size([5, 1])
        >>> model[:2]
        Sequential(
          (0): Linear(in_features=2, out_features=3, bias=True)
          (1): ReLU()
        )
        """
    def __delitem__(self, index: _int | slice) -> None: ...
    @_overload
    def __getitem__(self, index: _int) -> Module: ...
    @_overload
    def __getitem__(self, index: slice) -> _Self: ...
    def __iadd__(self, other: Sequential) -> _Self: ...
    def __imul__(self, times: _int) -> _Self: ...
    @_overload
    def __init__(self, *args: Module) -> None: ...
    @_overload
    def __init__(self, args: _OrderedDict[str, Module], /) -> None: ...
    def __iter__(self) -> _Iterator[Module]: ...
    def __len__(self) -> _int: ...
    def __mul__(self, times: _int) -> Sequential: ...
    def __rmul__(self, times: _int) -> Sequential: ...
    def __setitem__(self, index: _int, module: Module) -> None: ...
    def append(self, module: Module) -> _Self:
        """Add one module at the end; returns self.

        Parameters
        ----------
        module : Module

        Returns
        -------
        Sequential

        Examples
        --------
        >>> nn.Sequential(nn.Linear(2, 2)).append(nn.ReLU())
        Sequential(
          (0): Linear(in_features=2, out_features=2, bias=True)
          (1): ReLU()
        )
        """
    def extend(self, sequential: _Iterable[Module]) -> _Self:
        """Add every module of an iterable at the end; returns self.

        Parameters
        ----------
        sequential : iterable of Module

        Returns
        -------
        Sequential

        Examples
        --------
        >>> nn.Sequential(nn.Linear(2, 2)).extend(nn.Sequential(nn.ReLU()))
        Sequential(
          (0): Linear(in_features=2, out_features=2, bias=True)
          (1): ReLU()
        )
        """
    def forward(self, input: _Any) -> Tensor:
        """The last module's result on the chain of the others.

        Parameters
        ----------
        input : object
            What is computed on.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> import tensorlite as tl
        >>> from tensorlite import nn
        >>> model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
        >>> model(tl.zeros(5, 2)).shape
        tensorlite.Size([5, 1])
        >>> model[:2]
        Sequential(
          (0): Linear(in_features=2, out_features=3, bias=True)
          (1): ReLU()
        )
        """
    def insert(self, index: _int, module: Module) -> _Self:
        """Put a module before position `index`; returns self.

        Parameters
        ----------
        index : int
            The place before which it is put.
        module : Module

        Returns
        -------
        Sequential

        Examples
        --------
        >>> nn.Sequential(nn.Linear(2, 2)).insert(0, nn.Flatten())
        Sequential(
          (0): Flatten(start_dim=1, end_dim=-1)
          (1): Linear(in_features=2, out_features=2, bias=True)
        )
        """
    def pop(self, key: _int | slice = -1) -> Module:
        """Remove and return the module at the index `key`.

        Parameters
        ----------
        key : int or slice, default -1

        Returns
        -------
        Module

        Examples
        --------
        >>> layers = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
        >>> layers.pop(1)
        ReLU()
        """

class SiLU(Module):
    """x * sigmoid(x).

    Parameters
    ----------
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.SiLU()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.3112, 0.7311, 1.7616])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.silu`.

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
        >>> tl.nn.SiLU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.3112, 0.7311, 1.7616])
        """
    def __init__(self, inplace: _bool = False) -> None: ...
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.silu`.

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
        >>> tl.nn.SiLU()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.3112, 0.7311, 1.7616])
        """
    inplace: _bool
    shown: tuple[str, ...]

class Sigmoid(Module):
    """1 / (1 + exp(-x)).

    Parameters
    ----------
    *args : object
    **kwargs : object

    Examples
    --------
    >>> tl.nn.Sigmoid()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.6225, 0.7311, 0.8808])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.sigmoid`.

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
        >>> tl.nn.Sigmoid()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.6225, 0.7311, 0.8808])
        """
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.sigmoid`.

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
        >>> tl.nn.Sigmoid()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.6225, 0.7311, 0.8808])
        """
    shown: tuple[str, ...]

class SmoothL1Loss(Module):
    """L1Loss with a parabola where |input - target| < beta. Girshick 2015, arXiv:1504.08083.

    Parameters
    ----------
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.
    beta : float, default 1.0
        Below which difference it is a parabola.

    Examples
    --------
    >>> tl.nn.SmoothL1Loss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.)
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.smooth_l1_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.SmoothL1Loss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.)
        """
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
        beta: _float = 1.0,
    ) -> None: ...
    beta: _float
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.smooth_l1_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.SmoothL1Loss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.)
        """
    reduction: str

class SoftMarginLoss(Module):
    """log(1 + exp(-target * input)), for targets of 1 and -1.

    Parameters
    ----------
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.SoftMarginLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(0.3025)
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.soft_margin_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.SoftMarginLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.3025)
        """
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.soft_margin_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.SoftMarginLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.3025)
        """
    reduction: str

class Softmax2d(Module):
    """softmax over the channels of (N, C, H, W) or (C, H, W).

    Parameters
    ----------
    *args : object
    **kwargs : object

    Examples
    --------
    >>> tl.nn.Softmax2d()(tl.arange(4.0).reshape(1, 1, 4))
    tensor([[[1., 1., 1., 1.]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.softmax` along the channels.

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
        >>> tl.nn.Softmax2d()(tl.arange(4.0).reshape(1, 1, 4))
        tensor([[[1., 1., 1., 1.]]])
        """
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.softmax` along the channels.

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
        >>> tl.nn.Softmax2d()(tl.arange(4.0).reshape(1, 1, 4))
        tensor([[[1., 1., 1., 1.]]])
        """
    shown: tuple[str, ...]

class Softplus(Module):
    """log(1 + exp(beta * x)) / beta; x itself where beta * x > threshold.

    Parameters
    ----------
    beta : float, default 1.0
        How sharply it bends.
    threshold : float, default 20.0

    Examples
    --------
    >>> tl.nn.Softplus()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.9741, 1.3133, 2.1269])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.softplus`.

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
        >>> tl.nn.Softplus()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.9741, 1.3133, 2.1269])
        """
    def __init__(self, beta: _float = 1.0, threshold: _float = 20.0) -> None: ...
    beta: _float
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.softplus`.

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
        >>> tl.nn.Softplus()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.9741, 1.3133, 2.1269])
        """
    shown: tuple[str, ...]
    threshold: _float

class Softshrink(Module):
    """x moved towards zero by lambd.

    Parameters
    ----------
    lambd : float, default 0.5

    Examples
    --------
    >>> tl.nn.Softshrink()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.0000, 0.5000, 1.5000])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.softshrink`.

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
        >>> tl.nn.Softshrink()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.0000, 0.5000, 1.5000])
        """
    def __init__(self, lambd: _float = 0.5) -> None: ...
    def extra_repr(self) -> str:
        """The width.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.softshrink`.

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
        >>> tl.nn.Softshrink()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.0000, 0.5000, 1.5000])
        """
    lambd: _float
    shown: tuple[str, ...]

class Softsign(Module):
    """x / (1 + |x|).

    Parameters
    ----------
    *args : object
    **kwargs : object

    Examples
    --------
    >>> tl.nn.Softsign()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.3333, 0.5000, 0.6667])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.softsign`.

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
        >>> tl.nn.Softsign()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.3333, 0.5000, 0.6667])
        """
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.softsign`.

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
        >>> tl.nn.Softsign()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.3333, 0.5000, 0.6667])
        """
    shown: tuple[str, ...]

class Tanh(Module):
    """The hyperbolic tangent.

    Parameters
    ----------
    *args : object
    **kwargs : object

    Examples
    --------
    >>> tl.nn.Tanh()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.4621, 0.7616, 0.9640])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.tanh`.

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
        >>> tl.nn.Tanh()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.4621, 0.7616, 0.9640])
        """
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.tanh`.

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
        >>> tl.nn.Tanh()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.4621, 0.7616, 0.9640])
        """
    shown: tuple[str, ...]

class Tanhshrink(Module):
    """x - tanh(x).

    Parameters
    ----------
    *args : object
    **kwargs : object

    Examples
    --------
    >>> tl.nn.Tanhshrink()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.0379, 0.2384, 1.0360])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.tanhshrink`.

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
        >>> tl.nn.Tanhshrink()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.0379, 0.2384, 1.0360])
        """
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.tanhshrink`.

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
        >>> tl.nn.Tanhshrink()(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.0379, 0.2384, 1.0360])
        """
    shown: tuple[str, ...]

class Threshold(Module):
    """x where x > threshold, else value.

    Parameters
    ----------
    threshold : float
    value : Tensor (...) or number
        What stands where the input is not above the threshold.
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.Threshold(0.5, 1.0)(tl.tensor([0.5, 1.0, 2.0]))
    tensor([1., 1., 2.])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.threshold`.

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
        >>> tl.nn.Threshold(0.5, 1.0)(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 2.])
        """
    def __init__(
        self,
        threshold: _float,
        value: Tensor | _float,
        inplace: _bool = False,
    ) -> None: ...
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.threshold`.

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
        >>> tl.nn.Threshold(0.5, 1.0)(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 2.])
        """
    inplace: _bool
    shown: tuple[str, ...]
    threshold: _float
    value: Tensor | _float

class TransformerDecoderLayer(Module):
    """Self-attention, attention to a memory, then a network of two layers.

    Parameters
    ----------
    d_model : int
        E.
    nhead : int
        Divides E.
    dim_feedforward : int
        The width of the network's hidden layer.
    dropout : float
    activation : "relu", "gelu" or a function of a Tensor
    layer_norm_eps : float
    batch_first : bool
        (N, L, E) instead of (L, N, E).
    norm_first : bool
        Normalise what goes into a block, not the sum that comes out.
    bias : bool
    device, dtype
        Of the parameters.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.TransformerDecoderLayer(8, nhead=2, dim_feedforward=16)
    >>> layer(tl.zeros(5, 3, 8), memory=tl.zeros(7, 3, 8)).shape
    tensorlite.Size([5, 3, 8])
    """
    def __call__(
        self,
        tgt: Tensor,
        memory: Tensor,
        tgt_mask: Tensor | None = None,
        memory_mask: Tensor | None = None,
        tgt_key_padding_mask: Tensor | None = None,
        memory_key_padding_mask: Tensor | None = None,
        tgt_is_causal: _bool = False,
        memory_is_causal: _bool = False,
    ) -> Tensor:
        """The layer's output.

        Parameters
        ----------
        tgt : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        memory : Tensor (S, N, E), with `batch_first` (N, S, E), or (S, E)
        tgt_mask : Tensor (L, L) or (N * nhead, L, L), optional
        memory_mask : Tensor (L, S) or (N * nhead, L, S), optional
        tgt_key_padding_mask : Tensor (N, L) or (L,), optional
        memory_key_padding_mask : Tensor (N, S) or (S,), optional
        tgt_is_causal, memory_is_causal : bool
            Hints that the masks are causal.

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
        >>> layer = tl.nn.TransformerDecoderLayer(8, nhead=2, dim_feedforward=16)
        >>> layer(tl.zeros(5, 3, 8), memory=tl.zeros(7, 3, 8)).shape
        tensorlite.Size([5, 3, 8])
        """
    def __init__(
        self,
        d_model: _int,
        nhead: _int,
        dim_feedforward: _int = 2048,
        dropout: _float = 0.1,
        activation: _Callable[[Tensor], Tensor] | str = ...,
        layer_norm_eps: _float = 1e-05,
        batch_first: _bool = False,
        norm_first: _bool = False,
        bias: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    def forward(
        self,
        tgt: Tensor,
        memory: Tensor,
        tgt_mask: Tensor | None = None,
        memory_mask: Tensor | None = None,
        tgt_key_padding_mask: Tensor | None = None,
        memory_key_padding_mask: Tensor | None = None,
        tgt_is_causal: _bool = False,
        memory_is_causal: _bool = False,
    ) -> Tensor:
        """The layer's output.

        Parameters
        ----------
        tgt : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        memory : Tensor (S, N, E), with `batch_first` (N, S, E), or (S, E)
        tgt_mask : Tensor (L, L) or (N * nhead, L, L), optional
        memory_mask : Tensor (L, S) or (N * nhead, L, S), optional
        tgt_key_padding_mask : Tensor (N, L) or (L,), optional
        memory_key_padding_mask : Tensor (N, S) or (S,), optional
        tgt_is_causal, memory_is_causal : bool
            Hints that the masks are causal.

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
        >>> layer = tl.nn.TransformerDecoderLayer(8, nhead=2, dim_feedforward=16)
        >>> layer(tl.zeros(5, 3, 8), memory=tl.zeros(7, 3, 8)).shape
        tensorlite.Size([5, 3, 8])
        """
    norm_first: _bool

class TransformerEncoderLayer(Module):
    """Self-attention, then a network of two layers, each added to its input and normalised.

    Parameters
    ----------
    d_model : int
        E.
    nhead : int
        Divides E.
    dim_feedforward : int
        The width of the network's hidden layer.
    dropout : float
    activation : "relu", "gelu" or a function of a Tensor
    layer_norm_eps : float
    batch_first : bool
        (N, L, E) instead of (L, N, E).
    norm_first : bool
        Normalise what goes into a block, not the sum that comes out.
    bias : bool
    device, dtype
        Of the parameters.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.TransformerEncoderLayer(8, nhead=2, dim_feedforward=16, batch_first=True)
    >>> layer(tl.zeros(3, 5, 8)).shape
    tensorlite.Size([3, 5, 8])
    """
    def __call__(
        self,
        src: Tensor,
        src_mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        is_causal: _bool = False,
    ) -> Tensor:
        """The layer's output.

        Parameters
        ----------
        src : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        src_mask : Tensor (L, L) or (N * nhead, L, L), optional
        src_key_padding_mask : Tensor (N, L) or (L,), optional
        is_causal : bool
            A hint that `src_mask` is causal.

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
        >>> layer = tl.nn.TransformerEncoderLayer(8, nhead=2, dim_feedforward=16, batch_first=True)
        >>> layer(tl.zeros(3, 5, 8)).shape
        tensorlite.Size([3, 5, 8])
        """
    def __init__(
        self,
        d_model: _int,
        nhead: _int,
        dim_feedforward: _int = 2048,
        dropout: _float = 0.1,
        activation: _Callable[[Tensor], Tensor] | str = ...,
        layer_norm_eps: _float = 1e-05,
        batch_first: _bool = False,
        norm_first: _bool = False,
        bias: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    def forward(
        self,
        src: Tensor,
        src_mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        is_causal: _bool = False,
    ) -> Tensor:
        """The layer's output.

        Parameters
        ----------
        src : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        src_mask : Tensor (L, L) or (N * nhead, L, L), optional
        src_key_padding_mask : Tensor (N, L) or (L,), optional
        is_causal : bool
            A hint that `src_mask` is causal.

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
        >>> layer = tl.nn.TransformerEncoderLayer(8, nhead=2, dim_feedforward=16, batch_first=True)
        >>> layer(tl.zeros(3, 5, 8)).shape
        tensorlite.Size([3, 5, 8])
        """
    norm_first: _bool
    self_attn: _Any

class TripletMarginLoss(Module):
    """max(0, d(anchor, positive) - d(anchor, negative) + margin); see `functional`.

    Parameters
    ----------
    margin : float, default 1.0
    p : float, default 2.0
        The order of the norm.
    eps : float, default 1e-06
        A small number that keeps divisions finite.
    swap : bool, default False
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.TripletMarginLoss()
    TripletMarginLoss()
    """
    def __call__(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor:
        """`functional.triplet_margin_loss`.

        Parameters
        ----------
        anchor : Tensor (...)
        positive : Tensor (...)
        negative : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.TripletMarginLoss()
        TripletMarginLoss()
        """
    def __init__(
        self,
        margin: _float = 1.0,
        p: _float = 2.0,
        eps: _float = 1e-06,
        swap: _bool = False,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    eps: _float
    def forward(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor:
        """`functional.triplet_margin_loss`.

        Parameters
        ----------
        anchor : Tensor (...)
        positive : Tensor (...)
        negative : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.TripletMarginLoss()
        TripletMarginLoss()
        """
    margin: _float
    p: _float
    reduction: str
    swap: _bool

class TripletMarginWithDistanceLoss(Module):
    """TripletMarginLoss with any distance function.

    Parameters
    ----------
    distance_function : callable, optional
    margin : float, default 1.0
    swap : bool, default False
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.TripletMarginWithDistanceLoss()
    TripletMarginWithDistanceLoss()
    """
    def __call__(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor:
        """`functional.triplet_margin_with_distance_loss`.

        Parameters
        ----------
        anchor : Tensor (...)
        positive : Tensor (...)
        negative : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.TripletMarginWithDistanceLoss()
        TripletMarginWithDistanceLoss()
        """
    def __init__(
        self,
        *,
        distance_function: _Callable[[Tensor, Tensor], Tensor] | None = None,
        margin: _float = 1.0,
        swap: _bool = False,
        reduction: str = 'mean',
    ) -> None: ...
    distance_function: _Any
    def forward(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor:
        """`functional.triplet_margin_with_distance_loss`.

        Parameters
        ----------
        anchor : Tensor (...)
        positive : Tensor (...)
        negative : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.TripletMarginWithDistanceLoss()
        TripletMarginWithDistanceLoss()
        """
    margin: _float
    reduction: str
    swap: _bool

class UpsamplingBilinear2d(Upsample):
    """`Upsample` of (N, C, H, W) with mode "bilinear" and align_corners=True.

    Parameters
    ----------
    size : int or tuple of int, optional
        The extents of the result.
    scale_factor : float or tuple of float, optional

    Examples
    --------
    >>> tl.nn.UpsamplingBilinear2d()
    UpsamplingBilinear2d(size=None, mode='bilinear')
    """
    def __init__(
        self,
        size: _int | _Sequence[_int] | None = None,
        scale_factor: _float | tuple[_float, ...] | None = None,
    ) -> None: ...

class UpsamplingNearest2d(Upsample):
    """`Upsample` of (N, C, H, W) with mode "nearest".

    Parameters
    ----------
    size : int or tuple of int, optional
        The extents of the result.
    scale_factor : float or tuple of float, optional

    Examples
    --------
    >>> tl.nn.UpsamplingNearest2d()
    UpsamplingNearest2d(size=None, mode='nearest')
    """
    def __init__(
        self,
        size: _int | _Sequence[_int] | None = None,
        scale_factor: _float | tuple[_float, ...] | None = None,
    ) -> None: ...

class AdaptiveAvgPool1d(Module):
    """The average of each of `output_size` windows of (N, C, L) or (C, L).

    Parameters
    ----------
    output_size : int or sequence of int or None

    Examples
    --------
    >>> tl.nn.AdaptiveAvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[4., 1.],
            [1., 3.]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AdaptiveAvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    def __init__(self, output_size: _int | _Sequence[_int | None]) -> None: ...
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AdaptiveAvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    @staticmethod
    def function(input: Tensor, output_size: _int | _Sequence[_int | None]) -> Tensor:
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
    output_size: _int | _Sequence[_int | None]

class AdaptiveAvgPool2d(Module):
    """The average of each of `output_size` windows a dim of (N, C, H, W) or (C, H, W).

    Parameters
    ----------
    output_size : int or sequence of int or None

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.AdaptiveAvgPool2d((1, None))(tl.ones(3, 5, 7)).shape
    tensorlite.Size([3, 1, 7])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AdaptiveAvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    def __init__(self, output_size: _int | _Sequence[_int | None]) -> None: ...
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AdaptiveAvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    @staticmethod
    def function(input: Tensor, output_size: _int | _Sequence[_int | None]) -> Tensor:
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
    output_size: _int | _Sequence[_int | None]

class AdaptiveAvgPool3d(Module):
    """The average of each of `output_size` windows a dim of (N, C, D, H, W) or (C, D, H, W).

    Parameters
    ----------
    output_size : int or sequence of int or None

    Examples
    --------
    >>> tl.nn.AdaptiveAvgPool3d(2)(tl.arange(16.0).reshape(1, 1, 4, 4))
    tensor([[[[ 2.5000,  4.5000],
              [10.5000, 12.5000]],
    <BLANKLINE>
             [[ 2.5000,  4.5000],
              [10.5000, 12.5000]]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AdaptiveAvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    def __init__(self, output_size: _int | _Sequence[_int | None]) -> None: ...
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AdaptiveAvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    @staticmethod
    def function(input: Tensor, output_size: _int | _Sequence[_int | None]) -> Tensor:
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
    output_size: _int | _Sequence[_int | None]

class AvgPool1d(Module):
    """The average of each window of (N, C, L) or (C, L).

    Parameters
    ----------
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.
    count_include_pad : bool, default True

    Examples
    --------
    >>> tl.nn.AvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[2.5000],
            [2.0000]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[2.5000],
                [2.0000]])
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        ceil_mode: _bool = False,
        count_include_pad: _bool = True,
    ) -> None: ...
    ceil_mode: _bool
    count_include_pad: _bool
    divisor_override: _int | None
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[2.5000],
                [2.0000]])
        """
    function: _Callable[..., _Any]
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    stride: _Any

class AvgPool2d(Module):
    """The average of each window of (N, C, H, W) or (C, H, W).

    Parameters
    ----------
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

    Examples
    --------
    >>> tl.nn.AvgPool2d(2)(tl.arange(16.0).reshape(1, 1, 4, 4))
    tensor([[[[ 2.5000,  4.5000],
              [10.5000, 12.5000]]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[2.5000],
                [2.0000]])
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        ceil_mode: _bool = False,
        count_include_pad: _bool = True,
        divisor_override: _int | None = None,
    ) -> None: ...
    ceil_mode: _bool
    count_include_pad: _bool
    divisor_override: _int | None
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[2.5000],
                [2.0000]])
        """
    @staticmethod
    def function(
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
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    stride: _Any

class AvgPool3d(Module):
    """The average of each window of (N, C, D, H, W) or (C, D, H, W).

    Parameters
    ----------
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

    Examples
    --------
    >>> tl.nn.AvgPool3d(2)(tl.arange(8.0).reshape(1, 1, 2, 2, 2))
    tensor([[[[[3.5000]]]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[2.5000],
                [2.0000]])
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        ceil_mode: _bool = False,
        count_include_pad: _bool = True,
        divisor_override: _int | None = None,
    ) -> None: ...
    ceil_mode: _bool
    count_include_pad: _bool
    divisor_override: _int | None
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The average of each window.

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
        >>> tl.nn.AvgPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[2.5000],
                [2.0000]])
        """
    @staticmethod
    def function(
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
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    stride: _Any

class BCELoss(Module):
    """Cross-entropy of probabilities for two classes.

    Parameters
    ----------
    weight : Tensor (...), optional
        By what the loss of each class, or element, is multiplied.
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.BCELoss()(tl.ones(1, 2, 3), tl.ones(1, 2, 3))
    tensor(0.)
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.binary_cross_entropy`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.BCELoss()(tl.ones(1, 2, 3), tl.ones(1, 2, 3))
        tensor(0.)
        """
    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.binary_cross_entropy`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.BCELoss()(tl.ones(1, 2, 3), tl.ones(1, 2, 3))
        tensor(0.)
        """
    reduction: str

class BCEWithLogitsLoss(Module):
    """BCELoss of sigmoid(input), without overflow.

    Parameters
    ----------
    weight : Tensor that broadcasts, optional
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"mean", "sum", "none"}
    pos_weight : Tensor that broadcasts, optional
        How many times a positive target counts.

    Examples
    --------
    >>> tl.nn.BCEWithLogitsLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(-0.2786)
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.binary_cross_entropy_with_logits`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.BCEWithLogitsLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(-0.2786)
        """
    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
        pos_weight: Tensor | None = None,
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.binary_cross_entropy_with_logits`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.BCEWithLogitsLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(-0.2786)
        """
    reduction: str

class BatchNorm1d(Module):
    """Mean 0 and variance 1 per channel over the batch, then weight and bias.

    Parameters
    ----------
    num_features : int
        C, for input (N, C) or (N, C, L).
    eps : float
    momentum : float or None
        The weight of the newest batch in the running statistics; None: their plain average.
    affine, bias : bool
        Whether there are a weight and a bias.
    track_running_stats : bool
        Keep running statistics and use them in `eval()`.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Attributes
    ----------
    weight, bias : Parameter (num_features,) or None
    running_mean, running_var : Tensor (num_features,) or None
    num_batches_tracked : int64 Tensor () or None

    References
    ----------
    Ioffe, Szegedy 2015, arXiv:1502.03167.

    Examples
    --------
    >>> import tensorlite as tl
    >>> norm = tl.nn.BatchNorm1d(2)
    >>> norm(tl.tensor([[0.0, 5.0], [2.0, 7.0]])).shape, int(norm.num_batches_tracked)
    (tensorlite.Size([2, 2]), 1)
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.batch_norm`, then one more batch counted.

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
        >>> import tensorlite as tl
        >>> norm = tl.nn.BatchNorm1d(2)
        >>> norm(tl.tensor([[0.0, 5.0], [2.0, 7.0]])).shape, int(norm.num_batches_tracked)
        (tensorlite.Size([2, 2]), 1)
        """
    def __init__(
        self,
        num_features: _int,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = True,
        track_running_stats: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    affine: _bool
    eps: _float
    def extra_repr(self) -> str:
        """Size and options.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.batch_norm`, then one more batch counted.

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
        >>> import tensorlite as tl
        >>> norm = tl.nn.BatchNorm1d(2)
        >>> norm(tl.tensor([[0.0, 5.0], [2.0, 7.0]])).shape, int(norm.num_batches_tracked)
        (tensorlite.Size([2, 2]), 1)
        """
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None:
        """Running statistics as at the start, weight 1, bias 0.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Mean 0, variance 1, no batches.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    track_running_stats: _bool

class BatchNorm2d(Module):
    """`BatchNorm1d` of images (N, C, H, W).

    Parameters
    ----------
    num_features : int
        The channels.
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    momentum : float or None, default 0.1
        How much of the last step, or of the running statistics, is kept.
    affine : bool, default True
        Whether there are a weight and a bias.
    track_running_stats : bool, default True
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    bias : bool, default True
        What is added, or whether there is such.

    Examples
    --------
    >>> tl.nn.BatchNorm2d(1)(tl.arange(16.0).reshape(1, 1, 4, 4))
    tensor([[[[-1.6270, -1.4100, -1.1931, -0.9762],
              [-0.7593, -0.5423, -0.3254, -0.1085],
              [ 0.1085,  0.3254,  0.5423,  0.7593],
              [ 0.9762,  1.1931,  1.4100,  1.6270]]]],
           grad_fn=<NativeBatchNormBackward0>)
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.batch_norm`, then one more batch counted.

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
        >>> import tensorlite as tl
        >>> norm = tl.nn.BatchNorm1d(2)
        >>> norm(tl.tensor([[0.0, 5.0], [2.0, 7.0]])).shape, int(norm.num_batches_tracked)
        (tensorlite.Size([2, 2]), 1)
        """
    def __init__(
        self,
        num_features: _int,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = True,
        track_running_stats: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    affine: _bool
    eps: _float
    def extra_repr(self) -> str:
        """Size and options.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.batch_norm`, then one more batch counted.

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
        >>> import tensorlite as tl
        >>> norm = tl.nn.BatchNorm1d(2)
        >>> norm(tl.tensor([[0.0, 5.0], [2.0, 7.0]])).shape, int(norm.num_batches_tracked)
        (tensorlite.Size([2, 2]), 1)
        """
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None:
        """Running statistics as at the start, weight 1, bias 0.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Mean 0, variance 1, no batches.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    track_running_stats: _bool

class BatchNorm3d(Module):
    """`BatchNorm1d` of volumes (N, C, D, H, W).

    Parameters
    ----------
    num_features : int
        The channels.
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    momentum : float or None, default 0.1
        How much of the last step, or of the running statistics, is kept.
    affine : bool, default True
        Whether there are a weight and a bias.
    track_running_stats : bool, default True
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    bias : bool, default True
        What is added, or whether there is such.

    Examples
    --------
    >>> tl.nn.BatchNorm3d(1)(tl.arange(8.0).reshape(1, 1, 2, 2, 2))
    tensor([[[[[-1.5275, -1.0911],
               [-0.6547, -0.2182]],
    <BLANKLINE>
              [[ 0.2182,  0.6547],
               [ 1.0911,  1.5275]]]]], grad_fn=<NativeBatchNormBackward0>)
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.batch_norm`, then one more batch counted.

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
        >>> import tensorlite as tl
        >>> norm = tl.nn.BatchNorm1d(2)
        >>> norm(tl.tensor([[0.0, 5.0], [2.0, 7.0]])).shape, int(norm.num_batches_tracked)
        (tensorlite.Size([2, 2]), 1)
        """
    def __init__(
        self,
        num_features: _int,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = True,
        track_running_stats: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    affine: _bool
    eps: _float
    def extra_repr(self) -> str:
        """Size and options.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.batch_norm`, then one more batch counted.

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
        >>> import tensorlite as tl
        >>> norm = tl.nn.BatchNorm1d(2)
        >>> norm(tl.tensor([[0.0, 5.0], [2.0, 7.0]])).shape, int(norm.num_batches_tracked)
        (tensorlite.Size([2, 2]), 1)
        """
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None:
        """Running statistics as at the start, weight 1, bias 0.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Mean 0, variance 1, no batches.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    track_running_stats: _bool

class CircularPad1d(Module):
    """A frame of the elements of the other side of (N, C, L) or (C, L).

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.CircularPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[1., 4., 1., 4.],
            [3., 1., 3., 1.]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`, of (N, C, ...) or (C, ...).

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
        >>> tl.nn.CircularPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`, of (N, C, ...) or (C, ...).

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
        >>> tl.nn.CircularPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    mode: str
    padding: _Any

class CircularPad2d(Module):
    """A frame of the elements of the other side of (N, C, H, W) or (C, H, W).

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.CircularPad2d(1)(tl.arange(4.0).reshape(1, 1, 4))
    tensor([[[3., 0., 1., 2., 3., 0.],
             [3., 0., 1., 2., 3., 0.],
             [3., 0., 1., 2., 3., 0.]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`, of (N, C, ...) or (C, ...).

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
        >>> tl.nn.CircularPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`, of (N, C, ...) or (C, ...).

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
        >>> tl.nn.CircularPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    mode: str
    padding: _Any

class CircularPad3d(Module):
    """A frame of the elements of the other side of (N, C, D, H, W) or (C, D, H, W).

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.CircularPad3d(1)(tl.arange(16.0).reshape(1, 1, 4, 4)).shape
    tensorlite.Size([1, 3, 6, 6])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`, of (N, C, ...) or (C, ...).

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
        >>> tl.nn.CircularPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`, of (N, C, ...) or (C, ...).

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
        >>> tl.nn.CircularPad1d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4., 1., 4.],
                [3., 1., 3., 1.]])
        """
    mode: str
    padding: _Any

class ConstantPad1d(Module):
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
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str, value: Tensor | _float) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes and the value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    mode: str
    padding: _Any
    value: Tensor | _float

class ConstantPad2d(Module):
    """A frame of one value around (*, H, W): left, right, top, bottom.

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.
    value : Tensor (...) or number
        The number, or the tensor of values.

    Examples
    --------
    >>> tl.nn.ConstantPad2d(1, 1.0)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[1., 1., 1., 1.],
            [1., 4., 1., 1.],
            [1., 1., 3., 1.],
            [1., 1., 1., 1.]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str, value: Tensor | _float) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes and the value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    mode: str
    padding: _Any
    value: Tensor | _float

class ConstantPad3d(Module):
    """A frame of one value around (*, D, H, W): left, right, top, bottom, front, back.

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.
    value : Tensor (...) or number
        The number, or the tensor of values.

    Examples
    --------
    >>> tl.nn.ConstantPad3d(1, 1.0)(tl.arange(4.0).reshape(1, 1, 4))
    tensor([[[1., 1., 1., 1., 1., 1.],
             [1., 1., 1., 1., 1., 1.],
             [1., 1., 1., 1., 1., 1.]],
    <BLANKLINE>
            [[1., 1., 1., 1., 1., 1.],
             [1., 0., 1., 2., 3., 1.],
             [1., 1., 1., 1., 1., 1.]],
    <BLANKLINE>
            [[1., 1., 1., 1., 1., 1.],
             [1., 1., 1., 1., 1., 1.],
             [1., 1., 1., 1., 1., 1.]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str, value: Tensor | _float) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes and the value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    mode: str
    padding: _Any
    value: Tensor | _float

class Conv1d(Module):
    """`functional.conv1d` with a weight and a bias of its own: see `Conv2d`.

    Parameters
    ----------
    in_channels : int
        The channels of the input.
    out_channels : int
        The channels of the result.
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, default 1
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or sequence of int or str, default 0
        How many elements are added at both ends of each dim.
    dilation : int or tuple of int, default 1
        The distance between elements of the window.
    groups : int, default 1
        Into how many groups channels are split.
    bias : bool, default True
        What is added, or whether there is such.
    padding_mode : str, default 'zeros'
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Examples
    --------
    >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
    tensorlite.Size([1, 2, 3])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    def __init__(
        self,
        in_channels: _int,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] = 1,
        padding: _int | _Sequence[_int] | str = 0,
        dilation: _int | _Sequence[_int] = 1,
        groups: _int = 1,
        bias: _bool = True,
        padding_mode: str = 'zeros',
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    dilation: _Any
    dims: _int
    def extra_repr(self) -> str:
        """Channels, and what differs from the defaults.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None:
        """Draw new parameters.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    stride: _Any

class Conv2d(Module):
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
    def __call__(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    def __init__(
        self,
        in_channels: _int,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] = 1,
        padding: _int | _Sequence[_int] | str = 0,
        dilation: _int | _Sequence[_int] = 1,
        groups: _int = 1,
        bias: _bool = True,
        padding_mode: str = 'zeros',
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    dilation: _Any
    dims: _int
    def extra_repr(self) -> str:
        """Channels, and what differs from the defaults.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None:
        """Draw new parameters.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    stride: _Any

class Conv3d(Module):
    """`functional.conv3d` with a weight and a bias of its own: see `Conv2d`.

    Parameters
    ----------
    in_channels : int
        The channels of the input.
    out_channels : int
        The channels of the result.
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, default 1
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or sequence of int or str, default 0
        How many elements are added at both ends of each dim.
    dilation : int or tuple of int, default 1
        The distance between elements of the window.
    groups : int, default 1
        Into how many groups channels are split.
    bias : bool, default True
        What is added, or whether there is such.
    padding_mode : str, default 'zeros'
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Examples
    --------
    >>> tl.nn.Conv3d(1, 2, 2)(tl.arange(8.0).reshape(1, 1, 2, 2, 2)).shape
    tensorlite.Size([1, 2, 1, 1, 1])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    def __init__(
        self,
        in_channels: _int,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] = 1,
        padding: _int | _Sequence[_int] | str = 0,
        dilation: _int | _Sequence[_int] = 1,
        groups: _int = 1,
        bias: _bool = True,
        padding_mode: str = 'zeros',
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    dilation: _Any
    dims: _int
    def extra_repr(self) -> str:
        """Channels, and what differs from the defaults.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None:
        """Draw new parameters.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    stride: _Any

class ConvTranspose1d(Module):
    """`functional.conv_transpose1d` with a weight and a bias: see `ConvTranspose2d`.

    Parameters
    ----------
    in_channels : int
        The channels of the input.
    out_channels : int
        The channels of the result.
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, default 1
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    output_padding : int or tuple of int, default 0
    groups : int, default 1
        Into how many groups channels are split.
    bias : bool, default True
        What is added, or whether there is such.
    dilation : int or tuple of int, default 1
        The distance between elements of the window.
    padding_mode : str, default 'zeros'
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Examples
    --------
    >>> tl.nn.ConvTranspose1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
    tensorlite.Size([1, 2, 5])
    """
    def __call__(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor:
        """The transposed convolution of the input; `output_size`: the sizes to reach.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        output_size : sequence of int, optional

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.ConvTranspose1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 5])
        """
    def __init__(
        self,
        in_channels: _int,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] = 1,
        padding: _int | _Sequence[_int] = 0,
        output_padding: _int | _Sequence[_int] = 0,
        groups: _int = 1,
        bias: _bool = True,
        dilation: _int | _Sequence[_int] = 1,
        padding_mode: str = 'zeros',
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    dilation: _Any
    dims: _int
    def extra_repr(self) -> str:
        """Channels, and what differs from the defaults.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor:
        """The transposed convolution of the input; `output_size`: the sizes to reach.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        output_size : sequence of int, optional

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.ConvTranspose1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 5])
        """
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None:
        """Draw new parameters.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    stride: _Any

class ConvTranspose2d(Module):
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
    def __call__(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor:
        """The transposed convolution of the input; `output_size`: the sizes to reach.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        output_size : sequence of int, optional

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.ConvTranspose1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 5])
        """
    def __init__(
        self,
        in_channels: _int,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] = 1,
        padding: _int | _Sequence[_int] = 0,
        output_padding: _int | _Sequence[_int] = 0,
        groups: _int = 1,
        bias: _bool = True,
        dilation: _int | _Sequence[_int] = 1,
        padding_mode: str = 'zeros',
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    dilation: _Any
    dims: _int
    def extra_repr(self) -> str:
        """Channels, and what differs from the defaults.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor:
        """The transposed convolution of the input; `output_size`: the sizes to reach.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        output_size : sequence of int, optional

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.ConvTranspose1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 5])
        """
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None:
        """Draw new parameters.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    stride: _Any

class ConvTranspose3d(Module):
    """`functional.conv_transpose3d` with a weight and a bias: see `ConvTranspose2d`.

    Parameters
    ----------
    in_channels : int
        The channels of the input.
    out_channels : int
        The channels of the result.
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, default 1
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    output_padding : int or tuple of int, default 0
    groups : int, default 1
        Into how many groups channels are split.
    bias : bool, default True
        What is added, or whether there is such.
    dilation : int or tuple of int, default 1
        The distance between elements of the window.
    padding_mode : str, default 'zeros'
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Examples
    --------
    >>> tl.nn.ConvTranspose3d(1, 2, 2)(tl.arange(16.0).reshape(1, 1, 4, 4)).shape
    tensorlite.Size([2, 2, 5, 5])
    """
    def __call__(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor:
        """The transposed convolution of the input; `output_size`: the sizes to reach.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        output_size : sequence of int, optional

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.ConvTranspose1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 5])
        """
    def __init__(
        self,
        in_channels: _int,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] = 1,
        padding: _int | _Sequence[_int] = 0,
        output_padding: _int | _Sequence[_int] = 0,
        groups: _int = 1,
        bias: _bool = True,
        dilation: _int | _Sequence[_int] = 1,
        padding_mode: str = 'zeros',
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    dilation: _Any
    dims: _int
    def extra_repr(self) -> str:
        """Channels, and what differs from the defaults.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor:
        """The transposed convolution of the input; `output_size`: the sizes to reach.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        output_size : sequence of int, optional

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.ConvTranspose1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 5])
        """
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None:
        """Draw new parameters.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    stride: _Any

class CosineEmbeddingLoss(Module):
    """1 - cos where target is 1, max(0, cos - margin) where it is -1; margin 0.

    Parameters
    ----------
    margin : float, optional
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.CosineEmbeddingLoss()
    CosineEmbeddingLoss()
    """
    def __call__(self, input1: Tensor, input2: Tensor, target: Tensor) -> Tensor:
        """`functional.cosine_embedding_loss`.

        Parameters
        ----------
        input1 : Tensor (...)
        input2 : Tensor (...)
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.CosineEmbeddingLoss()
        CosineEmbeddingLoss()
        """
    def __init__(
        self,
        margin: _float | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input1: Tensor, input2: Tensor, target: Tensor) -> Tensor:
        """`functional.cosine_embedding_loss`.

        Parameters
        ----------
        input1 : Tensor (...)
        input2 : Tensor (...)
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.CosineEmbeddingLoss()
        CosineEmbeddingLoss()
        """
    margin: _Any
    reduction: str

class CrossEntropyLoss(Module):
    """The negative log-likelihood of the target under softmax(input).

    Parameters
    ----------
    weight : Tensor (C,), optional
    size_average : bool, optional
        Deprecated: use `reduction`.
    ignore_index : int
        A class index that does not count.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : {"mean", "sum", "none"}
    label_smoothing : float in [0, 1]

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.CrossEntropyLoss()(tl.zeros(2, 4), tl.tensor([0, 3]))
    tensor(1.3863)
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.cross_entropy`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

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
        >>> tl.nn.CrossEntropyLoss()(tl.zeros(2, 4), tl.tensor([0, 3]))
        tensor(1.3863)
        """
    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        ignore_index: _int = -100,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
        label_smoothing: _float = 0.0,
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.cross_entropy`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

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
        >>> tl.nn.CrossEntropyLoss()(tl.zeros(2, 4), tl.tensor([0, 3]))
        tensor(1.3863)
        """
    ignore_index: _int
    label_smoothing: _float
    reduction: str

class FractionalMaxPool2d(Module):
    """The largest of windows at random places of (N, C, H, W). Graham 2014, arXiv:1412.6071.

    Parameters
    ----------
    kernel_size : int or tuple of int
        The extents of the window.
    output_size : int or sequence of int or None, optional
    output_ratio : float or sequence of float, optional
    return_indices : bool, default False

    Examples
    --------
    >>> nn.FractionalMaxPool2d(2, output_ratio=0.5)(tl.zeros(1, 3, 8, 8)).shape
    tensorlite.Size([1, 3, 4, 4])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> nn.FractionalMaxPool2d(2, output_ratio=0.5)(tl.zeros(1, 3, 8, 8)).shape
        tensorlite.Size([1, 3, 4, 4])
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        output_size: _int | _Sequence[_int | None] | None = None,
        output_ratio: _float | _Sequence[_float] | None = None,
        return_indices: _bool = False,
        _random_samples: Tensor | None = None,
    ) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> nn.FractionalMaxPool2d(2, output_ratio=0.5)(tl.zeros(1, 3, 8, 8)).shape
        tensorlite.Size([1, 3, 4, 4])
        """
    @staticmethod
    def function(
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
    kernel_size: _Any
    output_ratio: _Any
    output_size: _Any
    return_indices: _bool

class FractionalMaxPool3d(Module):
    """The largest of windows at random places of (N, C, D, H, W). Graham 2014, arXiv:1412.6071.

    Parameters
    ----------
    kernel_size : int or tuple of int
        The extents of the window.
    output_size : int or sequence of int or None, optional
    output_ratio : float or sequence of float, optional
    return_indices : bool, default False

    Examples
    --------
    >>> nn.FractionalMaxPool3d(2, output_size=3)(tl.zeros(1, 2, 6, 6, 6)).shape
    tensorlite.Size([1, 2, 3, 3, 3])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> nn.FractionalMaxPool2d(2, output_ratio=0.5)(tl.zeros(1, 3, 8, 8)).shape
        tensorlite.Size([1, 3, 4, 4])
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        output_size: _int | _Sequence[_int | None] | None = None,
        output_ratio: _float | _Sequence[_float] | None = None,
        return_indices: _bool = False,
        _random_samples: Tensor | None = None,
    ) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> nn.FractionalMaxPool2d(2, output_ratio=0.5)(tl.zeros(1, 3, 8, 8)).shape
        tensorlite.Size([1, 3, 4, 4])
        """
    @staticmethod
    def function(
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
    kernel_size: _Any
    output_ratio: _Any
    output_size: _Any
    return_indices: _bool

class HingeEmbeddingLoss(Module):
    """input where target is 1, max(0, margin - input) where it is -1; margin 1.

    Parameters
    ----------
    margin : float, optional
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.HingeEmbeddingLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(1.3333)
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.hinge_embedding_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.HingeEmbeddingLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(1.3333)
        """
    def __init__(
        self,
        margin: _float | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.hinge_embedding_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.HingeEmbeddingLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(1.3333)
        """
    margin: _Any
    reduction: str

class InstanceNorm1d(Module):
    """Mean 0 and variance 1 per sample and channel, then weight and bias.

    Parameters
    ----------
    num_features : int
        C, for input (N, C, L) or (C, L).
    eps : float
    momentum : float or None
        The weight of the newest batch in the running statistics; None: they stay.
    affine, bias : bool
        Whether there are a weight and a bias.
    track_running_stats : bool
        Keep running statistics and use them in `eval()`.
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.

    Attributes
    ----------
    weight, bias : Parameter (num_features,) or None
    running_mean, running_var : Tensor (num_features,) or None

    References
    ----------
    Ulyanov, Vedaldi, Lempitsky 2016, arXiv:1607.08022.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.InstanceNorm1d(2)(tl.tensor([[[0.0, 2.0], [5.0, 7.0]]])).round(decimals=3).tolist()
    [[[-1.0, 1.0], [-1.0, 1.0]]]
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.instance_norm`.

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
        >>> import tensorlite as tl
        >>> tl.nn.InstanceNorm1d(2)(tl.tensor([[[0.0, 2.0], [5.0, 7.0]]])).round(decimals=3).tolist()
        [[[-1.0, 1.0], [-1.0, 1.0]]]
        """
    def __init__(
        self,
        num_features: _int,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = False,
        track_running_stats: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    affine: _bool
    eps: _float
    def extra_repr(self) -> str:
        """Size and options.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.instance_norm`.

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
        >>> import tensorlite as tl
        >>> tl.nn.InstanceNorm1d(2)(tl.tensor([[[0.0, 2.0], [5.0, 7.0]]])).round(decimals=3).tolist()
        [[[-1.0, 1.0], [-1.0, 1.0]]]
        """
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None:
        """Running statistics as at the start, weight 1, bias 0.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Mean 0, variance 1, no batches.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    track_running_stats: _bool

class InstanceNorm2d(Module):
    """`InstanceNorm1d` of images (N, C, H, W) or (C, H, W).

    Parameters
    ----------
    num_features : int
        The channels.
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    momentum : float or None, default 0.1
        How much of the last step, or of the running statistics, is kept.
    affine : bool, default False
        Whether there are a weight and a bias.
    track_running_stats : bool, default False
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    bias : bool, default True
        What is added, or whether there is such.

    Examples
    --------
    >>> tl.nn.InstanceNorm2d(1)(tl.arange(4.0).reshape(1, 1, 4))
    tensor([[[-1.3416, -0.4472,  0.4472,  1.3416]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.instance_norm`.

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
        >>> import tensorlite as tl
        >>> tl.nn.InstanceNorm1d(2)(tl.tensor([[[0.0, 2.0], [5.0, 7.0]]])).round(decimals=3).tolist()
        [[[-1.0, 1.0], [-1.0, 1.0]]]
        """
    def __init__(
        self,
        num_features: _int,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = False,
        track_running_stats: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    affine: _bool
    eps: _float
    def extra_repr(self) -> str:
        """Size and options.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.instance_norm`.

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
        >>> import tensorlite as tl
        >>> tl.nn.InstanceNorm1d(2)(tl.tensor([[[0.0, 2.0], [5.0, 7.0]]])).round(decimals=3).tolist()
        [[[-1.0, 1.0], [-1.0, 1.0]]]
        """
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None:
        """Running statistics as at the start, weight 1, bias 0.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Mean 0, variance 1, no batches.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    track_running_stats: _bool

class InstanceNorm3d(Module):
    """`InstanceNorm1d` of volumes (N, C, D, H, W) or (C, D, H, W).

    Parameters
    ----------
    num_features : int
        The channels.
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    momentum : float or None, default 0.1
        How much of the last step, or of the running statistics, is kept.
    affine : bool, default False
        Whether there are a weight and a bias.
    track_running_stats : bool, default False
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    bias : bool, default True
        What is added, or whether there is such.

    Examples
    --------
    >>> tl.nn.InstanceNorm3d(1)(tl.arange(16.0).reshape(1, 1, 4, 4))
    tensor([[[[-1.6270, -1.4100, -1.1931, -0.9762],
              [-0.7593, -0.5423, -0.3254, -0.1085],
              [ 0.1085,  0.3254,  0.5423,  0.7593],
              [ 0.9762,  1.1931,  1.4100,  1.6270]]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.instance_norm`.

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
        >>> import tensorlite as tl
        >>> tl.nn.InstanceNorm1d(2)(tl.tensor([[[0.0, 2.0], [5.0, 7.0]]])).round(decimals=3).tolist()
        [[[-1.0, 1.0], [-1.0, 1.0]]]
        """
    def __init__(
        self,
        num_features: _int,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = False,
        track_running_stats: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    affine: _bool
    eps: _float
    def extra_repr(self) -> str:
        """Size and options.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.instance_norm`.

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
        >>> import tensorlite as tl
        >>> tl.nn.InstanceNorm1d(2)(tl.tensor([[[0.0, 2.0], [5.0, 7.0]]])).round(decimals=3).tolist()
        [[[-1.0, 1.0], [-1.0, 1.0]]]
        """
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None:
        """Running statistics as at the start, weight 1, bias 0.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Mean 0, variance 1, no batches.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    track_running_stats: _bool

class LPPool1d(Module):
    """The p-norm of each window of (N, C, L) or (C, L), without absolute values.

    Parameters
    ----------
    norm_type : float
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.

    Examples
    --------
    >>> tl.nn.LPPool1d(1, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[5.],
            [4.]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The norm of each window.

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
        >>> tl.nn.LPPool1d(1, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[5.],
                [4.]])
        """
    def __init__(
        self,
        norm_type: _float,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        ceil_mode: _bool = False,
    ) -> None: ...
    ceil_mode: _bool
    def extra_repr(self) -> str:
        """The norm and the windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The norm of each window.

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
        >>> tl.nn.LPPool1d(1, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[5.],
                [4.]])
        """
    @staticmethod
    def function(
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
    kernel_size: _int | _Sequence[_int]
    norm_type: _float
    stride: _int | _Sequence[_int] | None

class LPPool2d(Module):
    """The p-norm of each window of (N, C, H, W) or (C, H, W), without absolute values.

    Parameters
    ----------
    norm_type : float
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.

    Examples
    --------
    >>> tl.nn.LPPool2d(1, 2)(tl.arange(16.0).reshape(1, 1, 4, 4))
    tensor([[[[10., 18.],
              [42., 50.]]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The norm of each window.

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
        >>> tl.nn.LPPool1d(1, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[5.],
                [4.]])
        """
    def __init__(
        self,
        norm_type: _float,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        ceil_mode: _bool = False,
    ) -> None: ...
    ceil_mode: _bool
    def extra_repr(self) -> str:
        """The norm and the windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The norm of each window.

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
        >>> tl.nn.LPPool1d(1, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[5.],
                [4.]])
        """
    @staticmethod
    def function(
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
    kernel_size: _int | _Sequence[_int]
    norm_type: _float
    stride: _int | _Sequence[_int] | None

class LPPool3d(Module):
    """The p-norm of each window of (N, C, D, H, W) or (C, D, H, W), without absolute values.

    Parameters
    ----------
    norm_type : float
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.

    Examples
    --------
    >>> tl.nn.LPPool3d(1, 2)(tl.arange(8.0).reshape(1, 1, 2, 2, 2))
    tensor([[[[[28.]]]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The norm of each window.

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
        >>> tl.nn.LPPool1d(1, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[5.],
                [4.]])
        """
    def __init__(
        self,
        norm_type: _float,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        ceil_mode: _bool = False,
    ) -> None: ...
    ceil_mode: _bool
    def extra_repr(self) -> str:
        """The norm and the windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The norm of each window.

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
        >>> tl.nn.LPPool1d(1, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[5.],
                [4.]])
        """
    @staticmethod
    def function(
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
    kernel_size: _int | _Sequence[_int]
    norm_type: _float
    stride: _int | _Sequence[_int] | None

class LazyLinear(Linear):
    """A `Linear` that finds `in_features` at its first call.

    Parameters
    ----------
    out_features : int
    bias : bool
        Whether there is a bias.
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight : UninitializedParameter
        After the first call a Parameter (out_features, in_features).
    bias : UninitializedParameter or None
        After the first call a Parameter (out_features,).

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.LazyLinear(2)
    >>> layer(tl.zeros(5, 3)).shape
    tensorlite.Size([5, 2])
    >>> layer
    Linear(in_features=3, out_features=2, bias=True)
    """
    def __call__(self, *args: _Any, **kwargs: _Any) -> _Any: ...
    def __init__(
        self,
        out_features: _int,
        bias: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    bias: _Any
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor) -> None:
        """Make the weight for the last extent of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    def reset_parameters(self) -> None:
        """Draw new parameters, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    weight: _Any

class LinearCrossEntropyLoss(Module):
    """CrossEntropyLoss of a Linear layer that it owns.

    Parameters
    ----------
    in_features, num_classes : int
    out_features : tuple of int
        Dims of the target beyond the batch.
    bias : bool
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    weight, reduction, ignore_index, label_smoothing
        As of CrossEntropyLoss.
    options : LinearCrossEntropyOptions, optional
        Accepted without effect.

    Examples
    --------
    >>> tl.nn.LinearCrossEntropyLoss(2, 5)
    LinearCrossEntropyLoss(
      in_features=2, num_classes=5, out_features=(), bias=False, reduction=mean, ignore_index=None, label_smoothing=0.0, options=None
      (linear): Linear(in_features=2, out_features=5, bias=False)
    )
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.linear_cross_entropy`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.LinearCrossEntropyLoss(2, 5)
        LinearCrossEntropyLoss(
          in_features=2, num_classes=5, out_features=(), bias=False, reduction=mean, ignore_index=None, label_smoothing=0.0, options=None
          (linear): Linear(in_features=2, out_features=5, bias=False)
        )
        """
    def __init__(
        self,
        in_features: _int,
        num_classes: _int,
        *,
        out_features: _Sequence[_int] = (),
        bias: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        reduction: str = 'mean',
        weight: Tensor | None = None,
        ignore_index: _int | None = None,
        label_smoothing: _float = 0.0,
        options: _Any = None,
    ) -> None: ...
    def extra_repr(self) -> str:
        """Sizes and settings.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.linear_cross_entropy`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.LinearCrossEntropyLoss(2, 5)
        LinearCrossEntropyLoss(
          in_features=2, num_classes=5, out_features=(), bias=False, reduction=mean, ignore_index=None, label_smoothing=0.0, options=None
          (linear): Linear(in_features=2, out_features=5, bias=False)
        )
        """
    ignore_index: _int | None
    label_smoothing: _float
    linear: _Any
    num_classes: _int
    options: _Any
    out_features: _Sequence[_int]
    reduction: str

class LogSoftmax(Module):
    """log(softmax(x)) along `dim`.

    Parameters
    ----------
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> nn.LogSoftmax(dim=-1)(tl.tensor([0.5, 1.0, 2.0]))
    tensor([-1.9644, -1.4644, -0.4644])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.log_softmax`.

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
        >>> nn.LogSoftmax(dim=-1)(tl.tensor([0.5, 1.0, 2.0]))
        tensor([-1.9644, -1.4644, -0.4644])
        """
    def __init__(self, dim: _int | None = None) -> None: ...
    dim: _int | None
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.log_softmax`.

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
        >>> nn.LogSoftmax(dim=-1)(tl.tensor([0.5, 1.0, 2.0]))
        tensor([-1.9644, -1.4644, -0.4644])
        """
    shown: tuple[str, ...]

class MarginRankingLoss(Module):
    """max(0, -target * (input1 - input2) + margin); margin 0.

    Parameters
    ----------
    margin : float, optional
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.MarginRankingLoss()
    MarginRankingLoss()
    """
    def __call__(self, input1: Tensor, input2: Tensor, target: Tensor) -> Tensor:
        """`functional.margin_ranking_loss`.

        Parameters
        ----------
        input1 : Tensor (...)
        input2 : Tensor (...)
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.MarginRankingLoss()
        MarginRankingLoss()
        """
    def __init__(
        self,
        margin: _float | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input1: Tensor, input2: Tensor, target: Tensor) -> Tensor:
        """`functional.margin_ranking_loss`.

        Parameters
        ----------
        input1 : Tensor (...)
        input2 : Tensor (...)
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.MarginRankingLoss()
        MarginRankingLoss()
        """
    margin: _Any
    reduction: str

class MaxPool1d(Module):
    """The largest of each window of (N, C, L) or (C, L).

    Parameters
    ----------
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    dilation : int or tuple of int, default 1
        The distance between elements of the window.
    return_indices : bool, default False
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.

    Examples
    --------
    >>> tl.nn.MaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[4.],
            [3.]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.MaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4.],
                [3.]])
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        dilation: _int | _Sequence[_int] = 1,
        return_indices: _bool = False,
        ceil_mode: _bool = False,
    ) -> None: ...
    ceil_mode: _bool
    dilation: _int | _Sequence[_int]
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.MaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4.],
                [3.]])
        """
    @staticmethod
    def function(
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
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    return_indices: _bool
    stride: _Any

class MaxPool2d(Module):
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
    def __call__(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.MaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4.],
                [3.]])
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        dilation: _int | _Sequence[_int] = 1,
        return_indices: _bool = False,
        ceil_mode: _bool = False,
    ) -> None: ...
    ceil_mode: _bool
    dilation: _int | _Sequence[_int]
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.MaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4.],
                [3.]])
        """
    @staticmethod
    def function(
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
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    return_indices: _bool
    stride: _Any

class MaxPool3d(Module):
    """The largest of each window of (N, C, D, H, W) or (C, D, H, W).

    Parameters
    ----------
    kernel_size : int or tuple of int
        The extents of the window.
    stride : int or tuple of int, optional
        The steps of the window; by default its extents for pooling, 1 for convolution.
    padding : int or tuple of int, default 0
        How many elements are added at both ends of each dim.
    dilation : int or tuple of int, default 1
        The distance between elements of the window.
    return_indices : bool, default False
    ceil_mode : bool, default False
        Whether the extents of the result are rounded up.

    Examples
    --------
    >>> tl.nn.MaxPool3d(2)(tl.arange(8.0).reshape(1, 1, 2, 2, 2))
    tensor([[[[[7.]]]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.MaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4.],
                [3.]])
        """
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        dilation: _int | _Sequence[_int] = 1,
        return_indices: _bool = False,
        ceil_mode: _bool = False,
    ) -> None: ...
    ceil_mode: _bool
    dilation: _int | _Sequence[_int]
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.MaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4.],
                [3.]])
        """
    @staticmethod
    def function(
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
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    return_indices: _bool
    stride: _Any

class MultiLabelSoftMarginLoss(Module):
    """The mean over classes of BCEWithLogitsLoss.

    Parameters
    ----------
    weight : Tensor (...), optional
        By what the loss of each class, or element, is multiplied.
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.MultiLabelSoftMarginLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
    tensor(-0.2786)
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.multilabel_soft_margin_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.MultiLabelSoftMarginLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(-0.2786)
        """
    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.multilabel_soft_margin_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.MultiLabelSoftMarginLoss()(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(-0.2786)
        """
    reduction: str

class MultiMarginLoss(Module):
    """Margins between the target and all other classes; see `functional.multi_margin_loss`.

    Parameters
    ----------
    p : int, default 1
        The power of the margins: 1 or 2.
    margin : float, default 1.0
    weight : Tensor (...), optional
        By what the loss of each class, or element, is multiplied.
    size_average : bool, optional
        Deprecated: use `reduction`.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.MultiMarginLoss()
    MultiMarginLoss()
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.multi_margin_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.MultiMarginLoss()
        MultiMarginLoss()
        """
    def __init__(
        self,
        p: _int = 1,
        margin: _float = 1.0,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.multi_margin_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.MultiMarginLoss()
        MultiMarginLoss()
        """
    margin: _float
    p: _int
    reduction: str

class NLLLoss(Module):
    """-input[n, target[n]] for log-probabilities; arguments as of CrossEntropyLoss.

    Parameters
    ----------
    weight : Tensor (...), optional
        By what the loss of each class, or element, is multiplied.
    size_average : bool, optional
        Deprecated: use `reduction`.
    ignore_index : int, default -100
        A class that does not count.
    reduce : bool or str, optional
        How elements that meet are combined; of losses it is deprecated: use `reduction`.
    reduction : str, default 'mean'
        What becomes of the losses of all elements.

    Examples
    --------
    >>> tl.nn.NLLLoss()
    NLLLoss()
    """
    def __call__(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.nll_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.NLLLoss()
        NLLLoss()
        """
    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        ignore_index: _int = -100,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.nll_loss`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        target : Tensor (...)
            What is to be predicted.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.NLLLoss()
        NLLLoss()
        """
    ignore_index: _int
    reduction: str

class ReLU6(Hardtanh):
    """x limited to [0, 6].

    Parameters
    ----------
    inplace : bool, default False
        Whether the input itself is written.

    Examples
    --------
    >>> tl.nn.ReLU6()(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5000, 1.0000, 2.0000])
    """
    def __init__(self, inplace: _bool = False) -> None: ...

class Softmax(Module):
    """exp(x) / sum(exp(x)) along `dim`.

    Parameters
    ----------
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Softmax(dim=0)(tl.zeros(2))
    tensor([0.5000, 0.5000])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.softmax`.

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
        >>> import tensorlite as tl
        >>> tl.nn.Softmax(dim=0)(tl.zeros(2))
        tensor([0.5000, 0.5000])
        """
    def __init__(self, dim: _int | None = None) -> None: ...
    dim: _int | None
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.softmax`.

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
        >>> import tensorlite as tl
        >>> tl.nn.Softmax(dim=0)(tl.zeros(2))
        tensor([0.5000, 0.5000])
        """
    shown: tuple[str, ...]

class Softmin(Module):
    """softmax(-x) along `dim`.

    Parameters
    ----------
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> nn.Softmin(dim=-1)(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.5465, 0.3315, 0.1220])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.softmin`.

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
        >>> nn.Softmin(dim=-1)(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5465, 0.3315, 0.1220])
        """
    def __init__(self, dim: _int | None = None) -> None: ...
    dim: _int | None
    def extra_repr(self) -> str:
        """The settings as name=value.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.softmin`.

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
        >>> nn.Softmin(dim=-1)(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5465, 0.3315, 0.1220])
        """
    shown: tuple[str, ...]

class SyncBatchNorm(Module):
    """BatchNorm of one process, for inputs of any number of dims: there are no others to ask.

    Parameters
    ----------
    num_features, eps, momentum, affine, track_running_stats, device, dtype, bias
        As of BatchNorm2d.
    process_group : ignored

    Examples
    --------
    >>> tl.nn.SyncBatchNorm(1)(tl.arange(4.0).reshape(1, 1, 4))
    tensor([[[-1.3416, -0.4472,  0.4472,  1.3416]]],
           grad_fn=<NativeBatchNormBackward0>)
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.batch_norm`, then one more batch counted.

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
        >>> import tensorlite as tl
        >>> norm = tl.nn.BatchNorm1d(2)
        >>> norm(tl.tensor([[0.0, 5.0], [2.0, 7.0]])).shape, int(norm.num_batches_tracked)
        (tensorlite.Size([2, 2]), 1)
        """
    def __init__(
        self,
        num_features: _int,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = True,
        track_running_stats: _bool = True,
        process_group: _Any = None,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    affine: _bool
    @classmethod
    def convert_sync_batchnorm(cls, module: Module, process_group: _Any = None) -> Module:
        """The module with a SyncBatchNorm in the place of every batch norm, with its tensors.

        Parameters
        ----------
        module : Module
        process_group : object, optional

        Returns
        -------
        Module

        Examples
        --------
        >>> nn.SyncBatchNorm.convert_sync_batchnorm(nn.Sequential(nn.BatchNorm1d(2)))
        Sequential(
          (0): SyncBatchNorm(2, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
        )
        """
    eps: _float
    def extra_repr(self) -> str:
        """Size and options.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.batch_norm`, then one more batch counted.

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
        >>> import tensorlite as tl
        >>> norm = tl.nn.BatchNorm1d(2)
        >>> norm(tl.tensor([[0.0, 5.0], [2.0, 7.0]])).shape, int(norm.num_batches_tracked)
        (tensorlite.Size([2, 2]), 1)
        """
    momentum: _float | None
    num_features: _int
    process_group: _Any
    def reset_parameters(self) -> None:
        """Running statistics as at the start, weight 1, bias 0.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Mean 0, variance 1, no batches.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    track_running_stats: _bool

class UninitializedBuffer(Buffer):
    """A Buffer without a shape, as a lazy Module has before its first call.

    Parameters
    ----------
    requires_grad : bool
    device, dtype
        Of the buffer that it is to be.

    Examples
    --------
    >>> buffer = tl.nn.UninitializedBuffer()
    >>> buffer
    <UninitializedBuffer>
    >>> buffer.materialize((2, 3))
    >>> buffer.shape
    tensorlite.Size([2, 3])
    """
    def __init__(
        self,
        requires_grad: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    def __new__(
        cls,
        requires_grad: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> _Self: ...
    def __reduce_ex__(self, protocol: _SupportsIndex) -> tuple[_Any, ...]: ...
    def __repr__(self) -> str: ...
    becomes: _Any
    def bfloat16(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def char(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def cpu(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def cuda(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def double(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def float(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def half(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def int(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def long(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def materialize(
        self,
        shape: _int | _Sequence[_int],
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None:
        """Become a tensor of this shape, whose elements are not set.

        Parameters
        ----------
        shape : int or tuple of int
            The shape: integers, or one sequence of them; one may be -1.
        device : device or str or int, optional
            Where the result lies; by default the default device.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.

        Returns
        -------
        None

        Examples
        --------
        >>> weight = nn.UninitializedParameter()
        >>> weight.materialize((2, 3))
        >>> weight.shape
        tensorlite.Size([2, 3])
        """
    @property
    def shape(self) -> _NoReturn:
        """Refused, as what it has not."""
    def short(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def to(self, *args: _Any, **kwargs: _Any) -> Tensor: ...

class UninitializedParameter(Parameter):
    """A Parameter without a shape, as a lazy Module has before its first call.

    Parameters
    ----------
    requires_grad : bool
    device, dtype
        Of the parameter that it is to be.

    Examples
    --------
    >>> parameter = tl.nn.UninitializedParameter()
    >>> parameter
    <UninitializedParameter>
    >>> parameter.materialize((2, 3))
    >>> parameter.shape
    tensorlite.Size([2, 3])
    """
    def __init__(
        self,
        requires_grad: _bool = False,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    def __new__(
        cls,
        requires_grad: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> _Self: ...
    def __reduce_ex__(self, protocol: _SupportsIndex) -> tuple[_Any, ...]: ...
    becomes: _Any
    def bfloat16(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def char(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def cpu(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def cuda(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def double(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def float(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def half(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def int(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def long(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def materialize(
        self,
        shape: _int | _Sequence[_int],
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None:
        """Become a tensor of this shape, whose elements are not set.

        Parameters
        ----------
        shape : int or tuple of int
            The shape: integers, or one sequence of them; one may be -1.
        device : device or str or int, optional
            Where the result lies; by default the default device.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.

        Returns
        -------
        None

        Examples
        --------
        >>> weight = nn.UninitializedParameter()
        >>> weight.materialize((2, 3))
        >>> weight.shape
        tensorlite.Size([2, 3])
        """
    @property
    def shape(self) -> _NoReturn:
        """Refused, as what it has not."""
    def short(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def to(self, *args: _Any, **kwargs: _Any) -> Tensor: ...

class AdaptiveMaxPool1d(Module):
    """The largest of each of `output_size` windows of (N, C, L) or (C, L).

    Parameters
    ----------
    output_size : int or sequence of int or None
    return_indices : bool, default False

    Examples
    --------
    >>> tl.nn.AdaptiveMaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[4., 1.],
            [1., 3.]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.AdaptiveMaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    def __init__(
        self,
        output_size: _int | _Sequence[_int | None],
        return_indices: _bool = False,
    ) -> None: ...
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.AdaptiveMaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    @staticmethod
    def function(
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
    output_size: _int | _Sequence[_int | None]
    return_indices: _bool

class AdaptiveMaxPool2d(Module):
    """The largest of each of `output_size` windows a dim of (N, C, H, W) or (C, H, W).

    Parameters
    ----------
    output_size : int or sequence of int or None
    return_indices : bool, default False

    Examples
    --------
    >>> tl.nn.AdaptiveMaxPool2d(2)(tl.arange(4.0).reshape(1, 1, 4))
    tensor([[[1., 3.],
             [1., 3.]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.AdaptiveMaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    def __init__(
        self,
        output_size: _int | _Sequence[_int | None],
        return_indices: _bool = False,
    ) -> None: ...
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.AdaptiveMaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    @staticmethod
    def function(
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
    output_size: _int | _Sequence[_int | None]
    return_indices: _bool

class AdaptiveMaxPool3d(Module):
    """The largest of each of `output_size` windows a dim of (N, C, D, H, W) or (C, D, H, W).

    Parameters
    ----------
    output_size : int or sequence of int or None
    return_indices : bool, default False

    Examples
    --------
    >>> tl.nn.AdaptiveMaxPool3d(2)(tl.arange(16.0).reshape(1, 1, 4, 4))
    tensor([[[[ 5.,  7.],
              [13., 15.]],
    <BLANKLINE>
             [[ 5.,  7.],
              [13., 15.]]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.AdaptiveMaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    def __init__(
        self,
        output_size: _int | _Sequence[_int | None],
        return_indices: _bool = False,
    ) -> None: ...
    def extra_repr(self) -> str:
        """The windows.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """The largest of each window.

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
        >>> tl.nn.AdaptiveMaxPool1d(2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    @staticmethod
    def function(
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
    output_size: _int | _Sequence[_int | None]
    return_indices: _bool

class ZeroPad1d(Module):
    """A frame of zeros around the last dim.

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.ZeroPad1d(1)(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0.0000, 0.5000, 1.0000, 2.0000, 0.0000])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    mode: str
    padding: _Any
    value: Tensor | _float

class ZeroPad2d(Module):
    """A frame of zeros around (*, H, W): left, right, top, bottom.

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.ZeroPad2d(1)(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[0., 0., 0., 0.],
            [0., 4., 1., 0.],
            [0., 1., 3., 0.],
            [0., 0., 0., 0.]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    mode: str
    padding: _Any
    value: Tensor | _float

class ZeroPad3d(Module):
    """A frame of zeros around (*, D, H, W): left, right, top, bottom, front, back.

    Parameters
    ----------
    padding : int or sequence of int or str
        How many elements are added at both ends of each dim.

    Examples
    --------
    >>> tl.nn.ZeroPad3d(1)(tl.arange(4.0).reshape(1, 1, 4))
    tensor([[[0., 0., 0., 0., 0., 0.],
             [0., 0., 0., 0., 0., 0.],
             [0., 0., 0., 0., 0., 0.]],
    <BLANKLINE>
            [[0., 0., 0., 0., 0., 0.],
             [0., 0., 1., 2., 3., 0.],
             [0., 0., 0., 0., 0., 0.]],
    <BLANKLINE>
            [[0., 0., 0., 0., 0., 0.],
             [0., 0., 0., 0., 0., 0.],
             [0., 0., 0., 0., 0., 0.]]])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def extra_repr(self) -> str:
        """The sizes.

        Returns
        -------
        str

        Examples
        --------
        >>> nn.Linear(3, 2).extra_repr()
        'in_features=3, out_features=2, bias=True'
        """
    def forward(self, input: Tensor) -> Tensor:
        """`functional.pad`.

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
        >>> import tensorlite as tl
        >>> tl.nn.ConstantPad1d((1, 2), 9.0)(tl.zeros(1, 2))
        tensor([[9., 0., 0., 9., 9.]])
        """
    mode: str
    padding: _Any
    value: Tensor | _float

class LazyBatchNorm1d(BatchNorm1d):
    """A `BatchNorm1d` that finds `num_features` at its first call.

    Parameters
    ----------
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    momentum : float or None, default 0.1
        How much of the last step, or of the running statistics, is kept.
    affine : bool, default True
        Whether there are a weight and a bias.
    track_running_stats : bool, default True
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    bias : bool, default True
        What is added, or whether there is such.

    Examples
    --------
    >>> import tensorlite as tl
    >>> norm = tl.nn.LazyBatchNorm1d()
    >>> norm(tl.zeros(2, 3)).shape, norm.num_features
    (tensorlite.Size([2, 3]), 3)
    """
    def __call__(self, *args: _Any, **kwargs: _Any) -> _Any: ...
    def __init__(
        self,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = True,
        track_running_stats: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    bias: _Any
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor) -> None:
        """Make parameters and statistics for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    num_batches_tracked: _Any
    def reset_parameters(self) -> None:
        """All as at the start, if there is anything yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Running statistics as at the start, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    running_mean: _Any
    running_var: _Any
    weight: _Any

class LazyBatchNorm2d(BatchNorm2d):
    """A `BatchNorm2d` that finds `num_features` at its first call.

    Parameters
    ----------
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    momentum : float or None, default 0.1
        How much of the last step, or of the running statistics, is kept.
    affine : bool, default True
        Whether there are a weight and a bias.
    track_running_stats : bool, default True
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    bias : bool, default True
        What is added, or whether there is such.

    Examples
    --------
    >>> tl.nn.LazyBatchNorm2d()(tl.arange(16.0).reshape(1, 1, 4, 4))
    tensor([[[[-1.6270, -1.4100, -1.1931, -0.9762],
              [-0.7593, -0.5423, -0.3254, -0.1085],
              [ 0.1085,  0.3254,  0.5423,  0.7593],
              [ 0.9762,  1.1931,  1.4100,  1.6270]]]],
           grad_fn=<NativeBatchNormBackward0>)
    """
    def __call__(self, *args: _Any, **kwargs: _Any) -> _Any: ...
    def __init__(
        self,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = True,
        track_running_stats: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    bias: _Any
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor) -> None:
        """Make parameters and statistics for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    num_batches_tracked: _Any
    def reset_parameters(self) -> None:
        """All as at the start, if there is anything yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Running statistics as at the start, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    running_mean: _Any
    running_var: _Any
    weight: _Any

class LazyBatchNorm3d(BatchNorm3d):
    """A `BatchNorm3d` that finds `num_features` at its first call.

    Parameters
    ----------
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    momentum : float or None, default 0.1
        How much of the last step, or of the running statistics, is kept.
    affine : bool, default True
        Whether there are a weight and a bias.
    track_running_stats : bool, default True
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    bias : bool, default True
        What is added, or whether there is such.

    Examples
    --------
    >>> tl.nn.LazyBatchNorm3d()(tl.arange(8.0).reshape(1, 1, 2, 2, 2))
    tensor([[[[[-1.5275, -1.0911],
               [-0.6547, -0.2182]],
    <BLANKLINE>
              [[ 0.2182,  0.6547],
               [ 1.0911,  1.5275]]]]], grad_fn=<NativeBatchNormBackward0>)
    """
    def __call__(self, *args: _Any, **kwargs: _Any) -> _Any: ...
    def __init__(
        self,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = True,
        track_running_stats: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    bias: _Any
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor) -> None:
        """Make parameters and statistics for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    num_batches_tracked: _Any
    def reset_parameters(self) -> None:
        """All as at the start, if there is anything yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Running statistics as at the start, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    running_mean: _Any
    running_var: _Any
    weight: _Any

class LazyConv1d(Conv1d):
    """A `Conv1d` that finds `in_channels` at its first call.

    Parameters
    ----------
    out_channels : int
        The channels of the result.
    kernel_size : int or tuple of int
        The extents of the window.
    *args : object
    **named : object

    Examples
    --------
    >>> tl.nn.LazyConv1d(2, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]])).shape
    tensorlite.Size([2, 1])
    """
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None:
        """Make the parameters for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        *args : object
        **named : object

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    def reset_parameters(self) -> None:
        """Draw new parameters, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """

class LazyConv2d(Conv2d):
    """A `Conv2d` that finds `in_channels` at its first call.

    Parameters
    ----------
    out_channels : int
        The channels of the result.
    kernel_size : int or tuple of int
        The extents of the window.
    *args : object
    **named : object

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.LazyConv2d(16, 3)
    >>> layer(tl.zeros(8, 3, 32, 32)).shape
    tensorlite.Size([8, 16, 30, 30])
    >>> layer
    Conv2d(3, 16, kernel_size=(3, 3), stride=(1, 1))
    """
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None:
        """Make the parameters for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        *args : object
        **named : object

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    def reset_parameters(self) -> None:
        """Draw new parameters, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """

class LazyConv3d(Conv3d):
    """A `Conv3d` that finds `in_channels` at its first call.

    Parameters
    ----------
    out_channels : int
        The channels of the result.
    kernel_size : int or tuple of int
        The extents of the window.
    *args : object
    **named : object

    Examples
    --------
    >>> tl.nn.LazyConv3d(2, 2)(tl.arange(8.0).reshape(1, 1, 2, 2, 2)).shape
    tensorlite.Size([1, 2, 1, 1, 1])
    """
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None:
        """Make the parameters for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        *args : object
        **named : object

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    def reset_parameters(self) -> None:
        """Draw new parameters, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """

class LazyConvTranspose1d(ConvTranspose1d):
    """A `ConvTranspose1d` that finds `in_channels` at its first call.

    Parameters
    ----------
    out_channels : int
        The channels of the result.
    kernel_size : int or tuple of int
        The extents of the window.
    *args : object
    **named : object

    Examples
    --------
    >>> tl.nn.LazyConvTranspose1d(2, 2)(tl.tensor([[4.0, 1.0], [1.0, 3.0]])).shape
    tensorlite.Size([2, 3])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def forward(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None:
        """Make the parameters for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        *args : object
        **named : object

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    def reset_parameters(self) -> None:
        """Draw new parameters, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """

class LazyConvTranspose2d(ConvTranspose2d):
    """A `ConvTranspose2d` that finds `in_channels` at its first call.

    Parameters
    ----------
    out_channels : int
        The channels of the result.
    kernel_size : int or tuple of int
        The extents of the window.
    *args : object
    **named : object

    Examples
    --------
    >>> tl.nn.LazyConvTranspose2d(2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
    tensorlite.Size([2, 2, 5])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def forward(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None:
        """Make the parameters for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        *args : object
        **named : object

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    def reset_parameters(self) -> None:
        """Draw new parameters, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """

class LazyConvTranspose3d(ConvTranspose3d):
    """A `ConvTranspose3d` that finds `in_channels` at its first call.

    Parameters
    ----------
    out_channels : int
        The channels of the result.
    kernel_size : int or tuple of int
        The extents of the window.
    *args : object
    **named : object

    Examples
    --------
    >>> tl.nn.LazyConvTranspose3d(2, 2)(tl.arange(16.0).reshape(1, 1, 4, 4)).shape
    tensorlite.Size([2, 2, 5, 5])
    """
    def __call__(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def forward(self, input: Tensor) -> Tensor:
        """The convolution of the input.

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
        >>> tl.nn.Conv1d(1, 2, 2)(tl.arange(4.0).reshape(1, 1, 4)).shape
        tensorlite.Size([1, 2, 3])
        """
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None:
        """Make the parameters for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        *args : object
        **named : object

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    def reset_parameters(self) -> None:
        """Draw new parameters, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """

class LazyInstanceNorm1d(InstanceNorm1d):
    """An `InstanceNorm1d` that finds `num_features` at its first call.

    Parameters
    ----------
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    momentum : float or None, default 0.1
        How much of the last step, or of the running statistics, is kept.
    affine : bool, default True
        Whether there are a weight and a bias.
    track_running_stats : bool, default True
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    bias : bool, default True
        What is added, or whether there is such.

    Examples
    --------
    >>> tl.nn.LazyInstanceNorm1d()(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
    tensor([[ 1.0000, -1.0000],
            [-1.0000,  1.0000]], grad_fn=<ViewBackward0>)
    """
    def __call__(self, *args: _Any, **kwargs: _Any) -> _Any: ...
    def __init__(
        self,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = True,
        track_running_stats: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    bias: _Any
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor) -> None:
        """Make parameters and statistics for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    num_batches_tracked: _Any
    def reset_parameters(self) -> None:
        """All as at the start, if there is anything yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Running statistics as at the start, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    running_mean: _Any
    running_var: _Any
    weight: _Any

class LazyInstanceNorm2d(InstanceNorm2d):
    """An `InstanceNorm2d` that finds `num_features` at its first call.

    Parameters
    ----------
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    momentum : float or None, default 0.1
        How much of the last step, or of the running statistics, is kept.
    affine : bool, default True
        Whether there are a weight and a bias.
    track_running_stats : bool, default True
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    bias : bool, default True
        What is added, or whether there is such.

    Examples
    --------
    >>> tl.nn.LazyInstanceNorm2d()(tl.arange(4.0).reshape(1, 1, 4))
    tensor([[[-1.3416, -0.4472,  0.4472,  1.3416]]], grad_fn=<ViewBackward0>)
    """
    def __call__(self, *args: _Any, **kwargs: _Any) -> _Any: ...
    def __init__(
        self,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = True,
        track_running_stats: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    bias: _Any
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor) -> None:
        """Make parameters and statistics for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    num_batches_tracked: _Any
    def reset_parameters(self) -> None:
        """All as at the start, if there is anything yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Running statistics as at the start, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    running_mean: _Any
    running_var: _Any
    weight: _Any

class LazyInstanceNorm3d(InstanceNorm3d):
    """An `InstanceNorm3d` that finds `num_features` at its first call.

    Parameters
    ----------
    eps : float, default 1e-05
        A small number that keeps divisions finite.
    momentum : float or None, default 0.1
        How much of the last step, or of the running statistics, is kept.
    affine : bool, default True
        Whether there are a weight and a bias.
    track_running_stats : bool, default True
    device : device or str or int, optional
        Where the result lies; by default the default device.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    bias : bool, default True
        What is added, or whether there is such.

    Examples
    --------
    >>> tl.nn.LazyInstanceNorm3d()(tl.arange(16.0).reshape(1, 1, 4, 4))
    tensor([[[[-1.6270, -1.4100, -1.1931, -0.9762],
              [-0.7593, -0.5423, -0.3254, -0.1085],
              [ 0.1085,  0.3254,  0.5423,  0.7593],
              [ 0.9762,  1.1931,  1.4100,  1.6270]]]], grad_fn=<ViewBackward0>)
    """
    def __call__(self, *args: _Any, **kwargs: _Any) -> _Any: ...
    def __init__(
        self,
        eps: _float = 1e-05,
        momentum: _float | None = 0.1,
        affine: _bool = True,
        track_running_stats: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        *,
        bias: _bool = True,
    ) -> None: ...
    bias: _Any
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool:
        """Whether some parameter or buffer of it has no shape yet.

        Returns
        -------
        bool

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.has_uninitialized_params()
        True
        """
    def initialize_parameters(self, input: Tensor) -> None:
        """Make parameters and statistics for the channels of an input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> layer = nn.LazyLinear(2)
        >>> layer.initialize_parameters(tl.ones(4, 3))
        >>> layer.weight.shape
        tensorlite.Size([2, 3])
        """
    num_batches_tracked: _Any
    def reset_parameters(self) -> None:
        """All as at the start, if there is anything yet.

        Returns
        -------
        None

        Examples
        --------
        >>> layer = nn.Linear(3, 2)
        >>> nn.init.zeros_(layer.weight)
        Parameter containing:
        tensor([[0., 0., 0.],
                [0., 0., 0.]], requires_grad=True)
        >>> layer.reset_parameters()  # as a new one has them
        >>> bool((layer.weight != 0).any())
        True
        """
    def reset_running_stats(self) -> None:
        """Running statistics as at the start, if there are any yet.

        Returns
        -------
        None

        Examples
        --------
        >>> norm = nn.BatchNorm1d(2)
        >>> out = norm(tl.arange(6.0).reshape(3, 2))
        >>> norm.reset_running_stats()
        >>> norm.running_mean
        tensor([0., 0.])
        """
    running_mean: _Any
    running_var: _Any
    weight: _Any

from . import functional as functional
from . import grad as grad
from . import init as init
from . import parallel as parallel
from . import utils as utils
