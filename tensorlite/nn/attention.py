"""MultiheadAttention, and PyTorch's names of the ways to compute attention."""

from __future__ import annotations

import contextlib
import enum
from collections.abc import Iterator
from typing import Any

import tensorlite as tl

from .. import dtypes
from ..absent import asked as _asked
from ..annotations import DeviceLike
from ..ops.heads import Heads, attend
from ..tensor import Tensor
from . import init
from .layers import Linear
from .module import Module
from .parameter import Parameter

__all__ = ["MultiheadAttention"]
__getattr__ = _asked(__name__)


class SDPBackend(enum.IntEnum):
    """PyTorch's ways to compute `scaled_dot_product_attention`; here there is one."""

    ERROR = -1
    MATH = 0
    FLASH_ATTENTION = 1
    EFFICIENT_ATTENTION = 2
    CUDNN_ATTENTION = 3
    OVERRIDEABLE = 4


@contextlib.contextmanager
def sdpa_kernel(
    backends: SDPBackend | list[SDPBackend], set_priority: bool = False
) -> Iterator[None]:
    """Accepted and checked; which way is taken depends on the operands alone.

    Parameters
    ----------
    backends : SDPBackend or list of SDPBackend
    set_priority : ignored
    """
    backends = [backends] if isinstance(backends, SDPBackend) else backends
    if not isinstance(backends, list) or not all(isinstance(b, SDPBackend) for b in backends):
        raise AssertionError(
            "Backend must be an instance of SDPBackend or a list of SDPBackend instances; got "
            f"{backends!r}"
        )
    if not backends:
        raise AssertionError("At least one backend must be specified")
    yield


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

    def __init__(
        self,
        embed_dim: int,
        num_heads: int,
        dropout: float = 0.0,
        bias: bool = True,
        add_bias_kv: bool = False,
        add_zero_attn: bool = False,
        kdim: int | None = None,
        vdim: int | None = None,
        batch_first: bool = False,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__()
        if embed_dim <= 0 or num_heads <= 0:
            raise ValueError(
                "MultiheadAttention: embed_dim and num_heads must be greater than 0; got "
                f"embed_dim={embed_dim} and num_heads={num_heads}; try 1"
            )
        if embed_dim % num_heads:
            raise AssertionError(
                "MultiheadAttention: embed_dim must be divisible by num_heads; got "
                f"{embed_dim} and {num_heads}; try others"
            )
        self.embed_dim, self.num_heads, self.head_dim = embed_dim, num_heads, embed_dim // num_heads
        self.kdim = embed_dim if kdim is None else kdim
        self.vdim = embed_dim if vdim is None else vdim
        self._qkv_same_embed_dim = self.kdim == self.vdim == embed_dim
        self.dropout, self.batch_first, self.add_zero_attn = dropout, batch_first, add_zero_attn
        like: dict[str, Any] = {"device": device, "dtype": dtype}
        separate = not self._qkv_same_embed_dim
        self._add("q_proj_weight", separate, (embed_dim, embed_dim), like)
        self._add("k_proj_weight", separate, (embed_dim, self.kdim), like)
        self._add("v_proj_weight", separate, (embed_dim, self.vdim), like)
        self._add("in_proj_weight", not separate, (3 * embed_dim, embed_dim), like)
        self._add("in_proj_bias", bias, (3 * embed_dim,), like)
        self._add("bias_k", add_bias_kv, (1, 1, embed_dim), like)
        self._add("bias_v", add_bias_kv, (1, 1, embed_dim), like)
        self.out_proj = Linear(embed_dim, embed_dim, bias=bias, **like)
        self._reset_parameters()

    def _add(self, name, wanted, shape, like):
        """A Parameter, or a place kept free."""
        self.register_parameter(name, Parameter(tl.empty(*shape, **like)) if wanted else None)

    def _reset_parameters(self):
        for name in ("in_proj_weight", "q_proj_weight", "k_proj_weight", "v_proj_weight"):
            if getattr(self, name) is not None:
                init.xavier_uniform_(getattr(self, name))
        if self.in_proj_bias is not None:
            init.zeros_(self.in_proj_bias)
            init.zeros_(self.out_proj.bias)
        for bias in (self.bias_k, self.bias_v):
            if bias is not None:
                init.xavier_normal_(bias)

    def _heads(self):
        separate = (self.q_proj_weight, self.k_proj_weight, self.v_proj_weight)
        return Heads(
            self.num_heads,
            self.embed_dim,
            self.in_proj_weight,
            None if self._qkv_same_embed_dim else separate,
            self.in_proj_bias,
            self.out_proj.weight,
            self.out_proj.bias,
            None if self.bias_k is None else (self.bias_k, self.bias_v),
            self.add_zero_attn,
        )

    def forward(
        self,
        query: Tensor,
        key: Tensor,
        value: Tensor,
        key_padding_mask: Tensor | None = None,
        need_weights: bool = True,
        attn_mask: Tensor | None = None,
        average_attn_weights: bool = True,
        is_causal: bool = False,
    ) -> tuple[Tensor, Tensor | None]:
        """
        The output and the weights.

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
        """
        return attend(
            self._heads(),
            query,
            key,
            value,
            0 if self.batch_first else 1,
            attn_mask,
            key_padding_mask,
            self.dropout if self.training else 0.0,
            need_weights,
            average_attn_weights,
            is_causal,
        )
