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
class Module:
    def __call__(self, *args: _Any, **kwargs: _Any) -> _Any: ...
    def __getattr__(self, name: str) -> _Any: ...
    def __init__(self, *args: _Any, **kwargs: _Any) -> None: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: dict[str, _Any]) -> None: ...
    def add_module(self, name: str, module: Module | None) -> None: ...
    def apply(self, fn: _Callable[[Module], _Any]) -> _Self: ...
    def bfloat16(self) -> _Self: ...
    def buffers(self, recurse: _bool = True) -> _Iterator[Tensor]: ...
    def children(self) -> _Iterator[Module]: ...
    def compile(self, **options: _Any) -> None: ...
    def cpu(self) -> _Self: ...
    def cuda(self, device: _device | str | _int | None = None) -> _Self: ...
    def double(self) -> _Self: ...
    def eval(self) -> _Self: ...
    def extra_repr(self) -> str: ...
    def float(self) -> _Self: ...
    def get_buffer(self, target: str) -> Tensor: ...
    def get_extra_state(self) -> _Any: ...
    def get_parameter(self, target: str) -> Parameter: ...
    def get_submodule(self, target: str) -> Module: ...
    def half(self) -> _Self: ...
    def load_state_dict(
        self,
        state_dict: _Mapping[str, _Any],
        strict: _bool = True,
        assign: _bool = False,
    ) -> __IncompatibleKeys: ...
    def modules(self, remove_duplicate: _bool = True) -> _Iterator[Module]: ...
    def named_buffers(
        self,
        prefix: str = '',
        recurse: _bool = True,
        remove_duplicate: _bool = True,
    ) -> _Iterator[tuple[str, Tensor]]: ...
    def named_children(self) -> _Iterator[tuple[str, Module]]: ...
    def named_modules(
        self,
        memo: set[Module] | None = None,
        prefix: str = '',
        remove_duplicate: _bool = True,
    ) -> _Iterator[tuple[str, Module]]: ...
    def named_parameters(
        self,
        prefix: str = '',
        recurse: _bool = True,
        remove_duplicate: _bool = True,
    ) -> _Iterator[tuple[str, Parameter]]: ...
    def parameters(self, recurse: _bool = True) -> _Iterator[Parameter]: ...
    def register_backward_hook(self, hook: _Callable[..., _Any]) -> _RemovableHandle: ...
    def register_buffer(
        self,
        name: str,
        tensor: Tensor | None,
        persistent: _bool = True,
    ) -> None: ...
    def register_forward_hook(
        self,
        hook: _Callable[..., _Any],
        *,
        prepend: _bool = False,
        with_kwargs: _bool = False,
        always_call: _bool = False,
    ) -> _RemovableHandle: ...
    def register_forward_pre_hook(
        self,
        hook: _Callable[..., _Any],
        *,
        prepend: _bool = False,
        with_kwargs: _bool = False,
    ) -> _RemovableHandle: ...
    def register_full_backward_hook(
        self,
        hook: _Callable[..., _Any],
        prepend: _bool = False,
    ) -> _RemovableHandle: ...
    def register_full_backward_pre_hook(
        self,
        hook: _Callable[..., _Any],
        prepend: _bool = False,
    ) -> _RemovableHandle: ...
    def register_load_state_dict_post_hook(
        self,
        hook: _Callable[..., _Any],
    ) -> _RemovableHandle: ...
    def register_load_state_dict_pre_hook(self, hook: _Callable[..., _Any]) -> _RemovableHandle: ...
    def register_module(self, name: str, module: Module | None) -> None: ...
    def register_parameter(self, name: str, param: Parameter | None) -> None: ...
    def register_state_dict_post_hook(self, hook: _Callable[..., _Any]) -> _RemovableHandle: ...
    def register_state_dict_pre_hook(self, hook: _Callable[..., _Any]) -> _RemovableHandle: ...
    def requires_grad_(self, requires_grad: _bool = True) -> _Self: ...
    def set_extra_state(self, state: _Any) -> None: ...
    def set_submodule(self, target: str, module: Module, strict: _bool = False) -> None: ...
    def state_dict(
        self,
        *,
        destination: _Any = None,
        prefix: str = '',
        keep_vars: _bool = False,
    ) -> dict[str, _Any]: ...
    @_overload
    def to(
        self,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
        non_blocking: _bool = False,
        *,
        memory_format: _memory_format | None = None,
    ) -> _Self: ...
    @_overload
    def to(
        self,
        dtype: _dtype,
        non_blocking: _bool = False,
        *,
        memory_format: _memory_format | None = None,
    ) -> _Self: ...
    @_overload
    def to(
        self,
        tensor: Tensor,
        non_blocking: _bool = False,
        *,
        memory_format: _memory_format | None = None,
    ) -> _Self: ...
    def to_empty(self, *, device: _device | str | _int, recurse: _bool = True) -> _Self: ...
    def train(self, mode: _bool = True) -> _Self: ...
    def type(self, dst_type: _dtype) -> _Self: ...
    def zero_grad(self, set_to_none: _bool = True) -> None: ...

class AdaptiveLogSoftmaxWithLoss(Module):
    def __call__(self, input_: Tensor, target_: Tensor) -> __Answer: ...
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
    def forward(self, input_: Tensor, target_: Tensor) -> __Answer: ...
    head: _Any
    head_bias: _bool
    head_size: _Any
    in_features: _int
    def log_prob(self, input: Tensor) -> Tensor: ...
    n_classes: _int
    n_clusters: _Any
    def predict(self, input: Tensor) -> Tensor: ...
    def reset_parameters(self) -> None: ...
    shortlist_size: _Any
    tail: _Any

class Bilinear(Module):
    def __call__(self, input1: Tensor, input2: Tensor) -> Tensor: ...
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
    def forward(self, input1: Tensor, input2: Tensor) -> Tensor: ...
    in1_features: _int
    in2_features: _int
    out_features: _int
    def reset_parameters(self) -> None: ...
    weight: Parameter

class Buffer(Tensor):
    def __init__(self, data: Tensor | None = None, *, persistent: _bool = True) -> None: ...
    def __new__(cls, data: Tensor | None = None, *, persistent: _bool = True) -> Buffer: ...

class ChannelShuffle(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, groups: _int) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    groups: _int

class CosineSimilarity(Module):
    def __call__(self, x1: Tensor, x2: Tensor) -> Tensor: ...
    def __init__(self, dim: _int = 1, eps: _float = 1e-08) -> None: ...
    dim: _int
    eps: _float
    def forward(self, x1: Tensor, x2: Tensor) -> Tensor: ...

class Embedding(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
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
    ) -> _Self: ...
    max_norm: _float | None
    norm_type: _float
    num_embeddings: _int
    padding_idx: _int | None
    def reset_parameters(self) -> None: ...
    scale_grad_by_freq: _bool
    sparse: _bool
    weight: Parameter

class EmbeddingBag(Module):
    def __call__(
        self,
        input: Tensor,
        offsets: Tensor | None = None,
        per_sample_weights: Tensor | None = None,
    ) -> Tensor: ...
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
    def forward(
        self,
        input: Tensor,
        offsets: Tensor | None = None,
        per_sample_weights: Tensor | None = None,
    ) -> Tensor: ...
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
    ) -> _Self: ...
    include_last_offset: _bool
    max_norm: _float | None
    mode: str
    norm_type: _float
    num_embeddings: _int
    padding_idx: _Any
    def reset_parameters(self) -> None: ...
    scale_grad_by_freq: _bool
    sparse: _bool
    weight: _Any

class Flatten(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, start_dim: _int = 1, end_dim: _int = -1) -> None: ...
    end_dim: _int
    def forward(self, input: Tensor) -> Tensor: ...
    start_dim: _int

class Fold(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        output_size: _int | _Sequence[_int | None],
        kernel_size: _int | _Sequence[_int],
        dilation: _int | _Sequence[_int] = 1,
        padding: _int | _Sequence[_int] = 0,
        stride: _int | _Sequence[_int] = 1,
    ) -> None: ...
    dilation: _int | _Sequence[_int]
    def forward(self, input: Tensor) -> Tensor: ...
    kernel_size: _int | _Sequence[_int]
    output_size: _int | _Sequence[_int | None]
    padding: _int | _Sequence[_int]
    stride: _int | _Sequence[_int]

class GroupNorm(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    num_channels: _int
    num_groups: _int
    def reset_parameters(self) -> None: ...

class Hardsigmoid(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool

class Hardswish(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool

class Identity(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def forward(self, input: Tensor) -> Tensor: ...

class LayerNorm(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    normalized_shape: _Any
    def reset_parameters(self) -> None: ...

class Linear(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        in_features: _int,
        out_features: _int,
        bias: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    bias: Parameter
    def forward(self, input: Tensor) -> Tensor: ...
    in_features: _int
    out_features: _int
    def reset_parameters(self) -> None: ...
    weight: Parameter

class LocalResponseNorm(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        size: _int,
        alpha: _float = 0.0001,
        beta: _float = 0.75,
        k: _float = 1.0,
    ) -> None: ...
    alpha: _float
    beta: _float
    def forward(self, input: Tensor) -> Tensor: ...
    k: _float
    size: _int

class ModuleDict(Module):
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
    def clear(self) -> None: ...
    def items(self) -> _ItemsView[str, Module]: ...
    def keys(self) -> _KeysView[str]: ...
    def pop(self, key: str) -> Module: ...
    def update(
        self,
        modules: _Mapping[str, Module] | _Iterable[tuple[str, Module]] | ModuleDict,
    ) -> None: ...
    def values(self) -> _ValuesView[Module]: ...

class MultiheadAttention(Module):
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
    ) -> tuple[Tensor, Tensor | None]: ...
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
    ) -> tuple[Tensor, Tensor | None]: ...
    head_dim: _Any
    kdim: _Any
    num_heads: _int
    out_proj: _Any
    vdim: _Any

class PairwiseDistance(Module):
    def __call__(self, x1: Tensor, x2: Tensor) -> Tensor: ...
    def __init__(self, p: _float = 2.0, eps: _float = 1e-06, keepdim: _bool = False) -> None: ...
    eps: _float
    def forward(self, x1: Tensor, x2: Tensor) -> Tensor: ...
    keepdim: _bool
    norm: _float

class Parameter(Tensor):
    def __new__(cls, data: Tensor | None = None, requires_grad: _bool = True) -> _Self: ...
    def __repr__(self) -> str: ...

class PixelShuffle(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, upscale_factor: _int) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    upscale_factor: _int

class PixelUnshuffle(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, downscale_factor: _int) -> None: ...
    downscale_factor: _int
    def forward(self, input: Tensor) -> Tensor: ...

class RMSNorm(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    normalized_shape: _Any
    def reset_parameters(self) -> None: ...

class RNNBase(Module):
    @_overload
    def __call__(self, input: Tensor, hx: Tensor | None = None) -> tuple[Tensor, Tensor]: ...
    @_overload
    def __call__(
        self,
        input: _PackedSequence,
        hx: Tensor | None = None,
    ) -> tuple[_PackedSequence, Tensor]: ...
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
    def all_weights(self) -> list[list[Parameter]]: ...
    batch_first: _bool
    bias: _bool
    bidirectional: _bool
    dropout: _float
    def flatten_parameters(self) -> None: ...
    @_overload
    def forward(self, input: Tensor, hx: Tensor | None = None) -> tuple[Tensor, Tensor]: ...
    @_overload
    def forward(
        self,
        input: _PackedSequence,
        hx: Tensor | None = None,
    ) -> tuple[_PackedSequence, Tensor]: ...
    hidden_size: _int
    input_size: _int
    mode: str
    num_layers: _int
    proj_size: _int
    def reset_parameters(self) -> None: ...

class RNNCellBase(Module):
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
    hidden_size: _int
    input_size: _int
    def reset_parameters(self) -> None: ...
    weight_hh: Parameter
    weight_ih: Parameter

class Transformer(Module):
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
    ) -> Tensor: ...
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
    ) -> Tensor: ...
    @staticmethod
    def generate_square_subsequent_mask(
        sz: _int,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> Tensor: ...
    nhead: _int

class TransformerDecoder(Module):
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
    ) -> Tensor: ...
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
    ) -> Tensor: ...
    layers: _Any
    norm: Module | None
    num_layers: _int

class TransformerEncoder(Module):
    def __call__(
        self,
        src: Tensor,
        mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        is_causal: _bool | None = None,
    ) -> Tensor: ...
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
    ) -> Tensor: ...
    layers: _Any
    mask_check: _bool
    norm: Module | None
    num_layers: _int

class Unflatten(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, dim: _int, unflattened_size: _int | _Sequence[_int]) -> None: ...
    dim: _int
    def forward(self, input: Tensor) -> Tensor: ...
    unflattened_size: _int | _Sequence[_int]

class Unfold(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        dilation: _int | _Sequence[_int] = 1,
        padding: _int | _Sequence[_int] = 0,
        stride: _int | _Sequence[_int] = 1,
    ) -> None: ...
    dilation: _int | _Sequence[_int]
    def forward(self, input: Tensor) -> Tensor: ...
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    stride: _int | _Sequence[_int]

class Upsample(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        size: _int | _Sequence[_int] | None = None,
        scale_factor: _float | tuple[_float, ...] | None = None,
        mode: str = 'nearest',
        align_corners: _bool | None = None,
        recompute_scale_factor: _bool | None = None,
    ) -> None: ...
    align_corners: _bool | None
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    name: _Any
    recompute_scale_factor: _bool | None
    scale_factor: _float | tuple[_float, ...] | None
    size: _int | _Sequence[_int] | None

class AlphaDropout(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        p: _float = 0.5,
        training: _bool = False,
        inplace: _bool = False,
    ) -> Tensor: ...
    inplace: _bool
    p: _float

class CELU(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, alpha: _float = 1.0, inplace: _bool = False) -> None: ...
    alpha: _float
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool
    shown: tuple[str, ...]

class CTCLoss(Module):
    def __call__(
        self,
        log_probs: Tensor,
        targets: Tensor,
        input_lengths: Tensor | _Sequence[_int],
        target_lengths: Tensor | _Sequence[_int],
    ) -> Tensor: ...
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
    ) -> Tensor: ...
    reduction: str
    zero_infinity: _bool

class CrossMapLRN2d(LocalResponseNorm):
    def __init__(
        self,
        size: _int,
        alpha: _float = 0.0001,
        beta: _float = 0.75,
        k: _int = 1,
    ) -> None: ...

class DataParallel(Module, _Generic[_T]):
    def __call__(self, *inputs: Tensor | _Sequence[Tensor], **kwargs: _Any) -> Tensor: ...
    def __init__(
        self,
        module: _T,
        device_ids: _Sequence[_device | str | _int] | None = None,
        output_device: _device | str | _int | None = None,
        dim: _int = 0,
    ) -> None: ...
    device_ids: _Any
    dim: _int
    def forward(self, *inputs: Tensor | _Sequence[Tensor], **kwargs: _Any) -> Tensor: ...
    module: _T

class Dropout(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        p: _float = 0.5,
        training: _bool = True,
        inplace: _bool = False,
    ) -> Tensor: ...
    inplace: _bool
    p: _float

class Dropout1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        p: _float = 0.5,
        training: _bool = True,
        inplace: _bool = False,
    ) -> Tensor: ...
    inplace: _bool
    p: _float

class Dropout2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        p: _float = 0.5,
        training: _bool = True,
        inplace: _bool = False,
    ) -> Tensor: ...
    inplace: _bool
    p: _float

class Dropout3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        p: _float = 0.5,
        training: _bool = True,
        inplace: _bool = False,
    ) -> Tensor: ...
    inplace: _bool
    p: _float

class ELU(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, alpha: _float = 1.0, inplace: _bool = False) -> None: ...
    alpha: _float
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool
    shown: tuple[str, ...]

class FeatureAlphaDropout(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, p: _float = 0.5, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        p: _float = 0.5,
        training: _bool = False,
        inplace: _bool = False,
    ) -> Tensor: ...
    inplace: _bool
    p: _float

class GELU(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, approximate: str = 'none') -> None: ...
    approximate: str
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]

class GLU(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, dim: _int = -1) -> None: ...
    dim: _int
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]

class GRU(RNNBase):
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
    def __call__(self, input: Tensor, hx: Tensor | None = None) -> Tensor: ...
    def __init__(
        self,
        input_size: _int,
        hidden_size: _int,
        bias: _bool = True,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    def forward(self, input: Tensor, hx: Tensor | None = None) -> Tensor: ...

class GaussianNLLLoss(Module):
    def __call__(self, input: Tensor, target: Tensor, var: Tensor | _float) -> Tensor: ...
    def __init__(
        self,
        *,
        full: _bool = False,
        eps: _float = 1e-06,
        reduction: str = 'mean',
    ) -> None: ...
    eps: _float
    def forward(self, input: Tensor, target: Tensor, var: Tensor | _float) -> Tensor: ...
    full: _bool
    reduction: str

class Hardshrink(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, lambd: _float = 0.5) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    lambd: _float
    shown: tuple[str, ...]

class Hardtanh(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        min_val: _float = -1.0,
        max_val: _float = 1.0,
        inplace: _bool = False,
    ) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool
    max_val: _float
    min_val: _float
    shown: tuple[str, ...]

class HuberLoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(self, reduction: str = 'mean', delta: _float = 1.0) -> None: ...
    delta: _float
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    reduction: str

class KLDivLoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
        log_target: _bool = False,
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    log_target: _bool
    reduction: str

class L1Loss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    reduction: str

class LSTM(RNNBase):
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
    ) -> tuple[_PackedSequence, tuple[Tensor, Tensor]]: ...
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
    ) -> tuple[_PackedSequence, tuple[Tensor, Tensor]]: ...

class LSTMCell(RNNCellBase):
    def __call__(
        self,
        input: Tensor,
        hx: tuple[Tensor, Tensor] | None = None,
    ) -> tuple[Tensor, Tensor]: ...
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
    ) -> tuple[Tensor, Tensor]: ...

class LeakyReLU(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, negative_slope: _float = 0.01, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool
    negative_slope: _float
    shown: tuple[str, ...]

class LogSigmoid(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]

class MSELoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    reduction: str

class MaxUnpool1d(Module):
    def __call__(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor: ...
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] | str = 0,
    ) -> None: ...
    dims: _int
    def forward(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        indices: Tensor,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor: ...
    kernel_size: _Any
    padding: _Any
    stride: _Any

class MaxUnpool2d(Module):
    def __call__(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor: ...
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] | str = 0,
    ) -> None: ...
    dims: _int
    def forward(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        indices: Tensor,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor: ...
    kernel_size: _Any
    padding: _Any
    stride: _Any

class MaxUnpool3d(Module):
    def __call__(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor: ...
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] | str = 0,
    ) -> None: ...
    dims: _int
    def forward(
        self,
        input: Tensor,
        indices: Tensor,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        indices: Tensor,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor: ...
    kernel_size: _Any
    padding: _Any
    stride: _Any

class Mish(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool
    shown: tuple[str, ...]

class ModuleList(Module):
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
    def append(self, module: Module) -> _Self: ...
    def extend(self, modules: _Iterable[Module]) -> _Self: ...
    def insert(self, index: _int, module: Module) -> None: ...
    def pop(self, key: _int | slice = -1) -> Module: ...

class MultiLabelMarginLoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    reduction: str

class PReLU(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        num_parameters: _int = 1,
        init: _float = 0.25,
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    init: _float
    num_parameters: _int
    def reset_parameters(self) -> None: ...
    shown: tuple[str, ...]
    weight: Parameter

class ParameterDict(Module):
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
    def clear(self) -> None: ...
    def copy(self) -> ParameterDict: ...
    def fromkeys(self, keys: _Iterable[str], default: _Any = None) -> ParameterDict: ...
    def get(self, key: str, default: _Any = None) -> _Any: ...
    def items(self) -> _Iterator[tuple[str, _Any]]: ...
    def keys(self) -> _KeysView[str]: ...
    def pop(self, key: str) -> _Any: ...
    def popitem(self) -> tuple[str, _Any]: ...
    def setdefault(self, key: str, default: _Any = None) -> _Any: ...
    def update(
        self,
        parameters: _Mapping[str, _Any] | _Iterable[tuple[str, _Any]] | ParameterDict,
    ) -> None: ...
    def values(self) -> _Iterator[_Any]: ...

class ParameterList(Module):
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
    def append(self, value: _Any) -> _Self: ...
    def extend(self, values: _Iterable[_Any]) -> _Self: ...

class PoissonNLLLoss(Module):
    def __call__(self, log_input: Tensor, target: Tensor) -> Tensor: ...
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
    def forward(self, log_input: Tensor, target: Tensor) -> Tensor: ...
    full: _bool
    log_input: _bool
    reduction: str

class RNN(RNNBase):
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
    def __call__(self, input: Tensor, hx: Tensor | None = None) -> Tensor: ...
    def __init__(
        self,
        input_size: _int,
        hidden_size: _int,
        bias: _bool = True,
        nonlinearity: str = 'tanh',
        device: _device | str | _int | None = None,
        dtype: _dtype | None = None,
    ) -> None: ...
    def forward(self, input: Tensor, hx: Tensor | None = None) -> Tensor: ...
    nonlinearity: str

class RReLU(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        lower: _float = 0.125,
        upper: _float = 0.3333333333333333,
        inplace: _bool = False,
    ) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool
    lower: _float
    shown: tuple[str, ...]
    upper: _float

class ReLU(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool
    shown: tuple[str, ...]

class ReflectionPad1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any

class ReflectionPad2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any

class ReflectionPad3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any

class ReplicationPad1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any

class ReplicationPad2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any

class ReplicationPad3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any

class SELU(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool
    shown: tuple[str, ...]

class Sequential(Module):
    def __add__(self, other: Sequential) -> Sequential: ...
    def __call__(self, input: _Any) -> Tensor: ...
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
    def append(self, module: Module) -> _Self: ...
    def extend(self, sequential: _Iterable[Module]) -> _Self: ...
    def forward(self, input: _Any) -> Tensor: ...
    def insert(self, index: _int, module: Module) -> _Self: ...
    def pop(self, key: _int | slice = -1) -> Module: ...

class SiLU(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, inplace: _bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool
    shown: tuple[str, ...]

class Sigmoid(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]

class SmoothL1Loss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
        beta: _float = 1.0,
    ) -> None: ...
    beta: _float
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    reduction: str

class SoftMarginLoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    reduction: str

class Softmax2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]

class Softplus(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, beta: _float = 1.0, threshold: _float = 20.0) -> None: ...
    beta: _float
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]
    threshold: _float

class Softshrink(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, lambd: _float = 0.5) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    lambd: _float
    shown: tuple[str, ...]

class Softsign(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]

class Tanh(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]

class Tanhshrink(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]

class Threshold(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        threshold: _float,
        value: Tensor | _float,
        inplace: _bool = False,
    ) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    inplace: _bool
    shown: tuple[str, ...]
    threshold: _float
    value: Tensor | _float

class TransformerDecoderLayer(Module):
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
    ) -> Tensor: ...
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
    ) -> Tensor: ...
    norm_first: _bool

class TransformerEncoderLayer(Module):
    def __call__(
        self,
        src: Tensor,
        src_mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        is_causal: _bool = False,
    ) -> Tensor: ...
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
    ) -> Tensor: ...
    norm_first: _bool
    self_attn: _Any

class TripletMarginLoss(Module):
    def __call__(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor: ...
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
    def forward(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor: ...
    margin: _float
    p: _float
    reduction: str
    swap: _bool

class TripletMarginWithDistanceLoss(Module):
    def __call__(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor: ...
    def __init__(
        self,
        *,
        distance_function: _Callable[[Tensor, Tensor], Tensor] | None = None,
        margin: _float = 1.0,
        swap: _bool = False,
        reduction: str = 'mean',
    ) -> None: ...
    distance_function: _Any
    def forward(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor: ...
    margin: _float
    reduction: str
    swap: _bool

class UpsamplingBilinear2d(Upsample):
    def __init__(
        self,
        size: _int | _Sequence[_int] | None = None,
        scale_factor: _float | tuple[_float, ...] | None = None,
    ) -> None: ...

class UpsamplingNearest2d(Upsample):
    def __init__(
        self,
        size: _int | _Sequence[_int] | None = None,
        scale_factor: _float | tuple[_float, ...] | None = None,
    ) -> None: ...

class AdaptiveAvgPool1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, output_size: _int | _Sequence[_int | None]) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(input: Tensor, output_size: _int | _Sequence[_int | None]) -> Tensor: ...
    output_size: _int | _Sequence[_int | None]

class AdaptiveAvgPool2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, output_size: _int | _Sequence[_int | None]) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(input: Tensor, output_size: _int | _Sequence[_int | None]) -> Tensor: ...
    output_size: _int | _Sequence[_int | None]

class AdaptiveAvgPool3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, output_size: _int | _Sequence[_int | None]) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(input: Tensor, output_size: _int | _Sequence[_int | None]) -> Tensor: ...
    output_size: _int | _Sequence[_int | None]

class AvgPool1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    function: _Callable[..., _Any]
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    stride: _Any

class AvgPool2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        ceil_mode: _bool = False,
        count_include_pad: _bool = True,
        divisor_override: _int | None = None,
    ) -> Tensor: ...
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    stride: _Any

class AvgPool3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        ceil_mode: _bool = False,
        count_include_pad: _bool = True,
        divisor_override: _int | None = None,
    ) -> Tensor: ...
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    stride: _Any

class BCELoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    reduction: str

class BCEWithLogitsLoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
        pos_weight: Tensor | None = None,
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    reduction: str

class BatchNorm1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None: ...
    def reset_running_stats(self) -> None: ...
    track_running_stats: _bool

class BatchNorm2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None: ...
    def reset_running_stats(self) -> None: ...
    track_running_stats: _bool

class BatchNorm3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None: ...
    def reset_running_stats(self) -> None: ...
    track_running_stats: _bool

class CircularPad1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any

class CircularPad2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any

class CircularPad3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any

class ConstantPad1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str, value: Tensor | _float) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any
    value: Tensor | _float

class ConstantPad2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str, value: Tensor | _float) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any
    value: Tensor | _float

class ConstantPad3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str, value: Tensor | _float) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any
    value: Tensor | _float

class Conv1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None: ...
    stride: _Any

class Conv2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None: ...
    stride: _Any

class Conv3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None: ...
    stride: _Any

class ConvTranspose1d(Module):
    def __call__(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor: ...
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
    def forward(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor: ...
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None: ...
    stride: _Any

class ConvTranspose2d(Module):
    def __call__(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor: ...
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
    def forward(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor: ...
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None: ...
    stride: _Any

class ConvTranspose3d(Module):
    def __call__(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor: ...
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
    def forward(self, input: Tensor, output_size: _Sequence[_int] | None = None) -> Tensor: ...
    groups: _int
    in_channels: _int
    kernel_size: _Any
    out_channels: _int
    output_padding: _Any
    padding: _Any
    padding_mode: str
    def reset_parameters(self) -> None: ...
    stride: _Any

class CosineEmbeddingLoss(Module):
    def __call__(self, input1: Tensor, input2: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        margin: _float | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input1: Tensor, input2: Tensor, target: Tensor) -> Tensor: ...
    margin: _Any
    reduction: str

class CrossEntropyLoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        ignore_index: _int = -100,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
        label_smoothing: _float = 0.0,
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    ignore_index: _int
    label_smoothing: _float
    reduction: str

class FractionalMaxPool2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        output_size: _int | _Sequence[_int | None] | None = None,
        output_ratio: _float | _Sequence[_float] | None = None,
        return_indices: _bool = False,
        _random_samples: Tensor | None = None,
    ) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        kernel_size: _int | _Sequence[_int],
        output_size: _int | _Sequence[_int | None] | None = None,
        output_ratio: _float | _Sequence[_float] | None = None,
        return_indices: _bool = False,
        _random_samples: Tensor | None = None,
    ) -> _Any: ...
    kernel_size: _Any
    output_ratio: _Any
    output_size: _Any
    return_indices: _bool

class FractionalMaxPool3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        kernel_size: _int | _Sequence[_int],
        output_size: _int | _Sequence[_int | None] | None = None,
        output_ratio: _float | _Sequence[_float] | None = None,
        return_indices: _bool = False,
        _random_samples: Tensor | None = None,
    ) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        kernel_size: _int | _Sequence[_int],
        output_size: _int | _Sequence[_int | None] | None = None,
        output_ratio: _float | _Sequence[_float] | None = None,
        return_indices: _bool = False,
        _random_samples: Tensor | None = None,
    ) -> _Any: ...
    kernel_size: _Any
    output_ratio: _Any
    output_size: _Any
    return_indices: _bool

class HingeEmbeddingLoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        margin: _float | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    margin: _Any
    reduction: str

class InstanceNorm1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None: ...
    def reset_running_stats(self) -> None: ...
    track_running_stats: _bool

class InstanceNorm2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None: ...
    def reset_running_stats(self) -> None: ...
    track_running_stats: _bool

class InstanceNorm3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    momentum: _float | None
    num_features: _int
    def reset_parameters(self) -> None: ...
    def reset_running_stats(self) -> None: ...
    track_running_stats: _bool

class LPPool1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        norm_type: _float,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        ceil_mode: _bool = False,
    ) -> None: ...
    ceil_mode: _bool
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        norm_type: _float,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        ceil_mode: _bool = False,
    ) -> Tensor: ...
    kernel_size: _int | _Sequence[_int]
    norm_type: _float
    stride: _int | _Sequence[_int] | None

class LPPool2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        norm_type: _float,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        ceil_mode: _bool = False,
    ) -> None: ...
    ceil_mode: _bool
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        norm_type: _float,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        ceil_mode: _bool = False,
    ) -> Tensor: ...
    kernel_size: _int | _Sequence[_int]
    norm_type: _float
    stride: _int | _Sequence[_int] | None

class LPPool3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        norm_type: _float,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        ceil_mode: _bool = False,
    ) -> None: ...
    ceil_mode: _bool
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        norm_type: _float,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        ceil_mode: _bool = False,
    ) -> Tensor: ...
    kernel_size: _int | _Sequence[_int]
    norm_type: _float
    stride: _int | _Sequence[_int] | None

class LazyLinear(Linear):
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
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor) -> None: ...
    weight: _Any

class LinearCrossEntropyLoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    ignore_index: _int | None
    label_smoothing: _float
    linear: _Any
    num_classes: _int
    options: _Any
    out_features: _Sequence[_int]
    reduction: str

class LogSoftmax(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, dim: _int | None = None) -> None: ...
    dim: _int | None
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]

class MarginRankingLoss(Module):
    def __call__(self, input1: Tensor, input2: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        margin: _float | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input1: Tensor, input2: Tensor, target: Tensor) -> Tensor: ...
    margin: _Any
    reduction: str

class MaxPool1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        dilation: _int | _Sequence[_int] = 1,
        ceil_mode: _bool = False,
        return_indices: _bool = False,
    ) -> _Any: ...
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    return_indices: _bool
    stride: _Any

class MaxPool2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        dilation: _int | _Sequence[_int] = 1,
        ceil_mode: _bool = False,
        return_indices: _bool = False,
    ) -> _Any: ...
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    return_indices: _bool
    stride: _Any

class MaxPool3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        kernel_size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int] | None = None,
        padding: _int | _Sequence[_int] = 0,
        dilation: _int | _Sequence[_int] = 1,
        ceil_mode: _bool = False,
        return_indices: _bool = False,
    ) -> _Any: ...
    kernel_size: _int | _Sequence[_int]
    padding: _int | _Sequence[_int]
    return_indices: _bool
    stride: _Any

class MultiLabelSoftMarginLoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    reduction: str

class MultiMarginLoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        p: _int = 1,
        margin: _float = 1.0,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    margin: _float
    p: _int
    reduction: str

class NLLLoss(Module):
    def __call__(self, input: Tensor, target: Tensor) -> Tensor: ...
    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: _bool | None = None,
        ignore_index: _int = -100,
        reduce: _bool | str | None = None,
        reduction: str = 'mean',
    ) -> None: ...
    def forward(self, input: Tensor, target: Tensor) -> Tensor: ...
    ignore_index: _int
    reduction: str

class ReLU6(Hardtanh):
    def __init__(self, inplace: _bool = False) -> None: ...

class Softmax(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, dim: _int | None = None) -> None: ...
    dim: _int | None
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]

class Softmin(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, dim: _int | None = None) -> None: ...
    dim: _int | None
    def forward(self, input: Tensor) -> Tensor: ...
    shown: tuple[str, ...]

class SyncBatchNorm(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
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
    def convert_sync_batchnorm(cls, module: Module, process_group: _Any = None) -> Module: ...
    eps: _float
    def forward(self, input: Tensor) -> Tensor: ...
    momentum: _float | None
    num_features: _int
    process_group: _Any
    def reset_parameters(self) -> None: ...
    def reset_running_stats(self) -> None: ...
    track_running_stats: _bool

class UninitializedBuffer(Buffer):
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
    ) -> None: ...
    @property
    def shape(self) -> _NoReturn: ...
    def short(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def to(self, *args: _Any, **kwargs: _Any) -> Tensor: ...

class UninitializedParameter(Parameter):
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
    ) -> None: ...
    @property
    def shape(self) -> _NoReturn: ...
    def short(self, *args: _Any, **kwargs: _Any) -> Tensor: ...
    def to(self, *args: _Any, **kwargs: _Any) -> Tensor: ...

class AdaptiveMaxPool1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        output_size: _int | _Sequence[_int | None],
        return_indices: _bool = False,
    ) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        output_size: _int | _Sequence[_int | None],
        return_indices: _bool = False,
    ) -> _Any: ...
    output_size: _int | _Sequence[_int | None]
    return_indices: _bool

class AdaptiveMaxPool2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        output_size: _int | _Sequence[_int | None],
        return_indices: _bool = False,
    ) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        output_size: _int | _Sequence[_int | None],
        return_indices: _bool = False,
    ) -> _Any: ...
    output_size: _int | _Sequence[_int | None]
    return_indices: _bool

class AdaptiveMaxPool3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        output_size: _int | _Sequence[_int | None],
        return_indices: _bool = False,
    ) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
    @staticmethod
    def function(
        input: Tensor,
        output_size: _int | _Sequence[_int | None],
        return_indices: _bool = False,
    ) -> _Any: ...
    output_size: _int | _Sequence[_int | None]
    return_indices: _bool

class ZeroPad1d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any
    value: Tensor | _float

class ZeroPad2d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any
    value: Tensor | _float

class ZeroPad3d(Module):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(self, padding: _int | _Sequence[_int] | str) -> None: ...
    dims: _int
    def forward(self, input: Tensor) -> Tensor: ...
    mode: str
    padding: _Any
    value: Tensor | _float

class LazyBatchNorm1d(BatchNorm1d):
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
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor) -> None: ...
    num_batches_tracked: _Any
    running_mean: _Any
    running_var: _Any
    weight: _Any

class LazyBatchNorm2d(BatchNorm2d):
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
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor) -> None: ...
    num_batches_tracked: _Any
    running_mean: _Any
    running_var: _Any
    weight: _Any

class LazyBatchNorm3d(BatchNorm3d):
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
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor) -> None: ...
    num_batches_tracked: _Any
    running_mean: _Any
    running_var: _Any
    weight: _Any

class LazyConv1d(Conv1d):
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None: ...

class LazyConv2d(Conv2d):
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None: ...

class LazyConv3d(Conv3d):
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None: ...

class LazyConvTranspose1d(ConvTranspose1d):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def forward(self, input: Tensor) -> Tensor: ...
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None: ...

class LazyConvTranspose2d(ConvTranspose2d):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def forward(self, input: Tensor) -> Tensor: ...
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None: ...

class LazyConvTranspose3d(ConvTranspose3d):
    def __call__(self, input: Tensor) -> Tensor: ...
    def __init__(
        self,
        out_channels: _int,
        kernel_size: _int | _Sequence[_int],
        *args: _Any,
        **named: _Any,
    ) -> None: ...
    cls_to_become: _Any
    def forward(self, input: Tensor) -> Tensor: ...
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor, *args: _Any, **named: _Any) -> None: ...

class LazyInstanceNorm1d(InstanceNorm1d):
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
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor) -> None: ...
    num_batches_tracked: _Any
    running_mean: _Any
    running_var: _Any
    weight: _Any

class LazyInstanceNorm2d(InstanceNorm2d):
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
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor) -> None: ...
    num_batches_tracked: _Any
    running_mean: _Any
    running_var: _Any
    weight: _Any

class LazyInstanceNorm3d(InstanceNorm3d):
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
    def has_uninitialized_params(self) -> _bool: ...
    def initialize_parameters(self, input: Tensor) -> None: ...
    num_batches_tracked: _Any
    running_mean: _Any
    running_var: _Any
    weight: _Any

from . import functional as functional
from . import grad as grad
from . import init as init
from . import parallel as parallel
from . import utils as utils
