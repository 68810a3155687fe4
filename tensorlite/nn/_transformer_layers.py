"""The layers of which transformers are stacks. Vaswani et al. 2017, arXiv:1706.03762."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import dtypes
from ..annotations import DeviceLike
from ..tensor import Tensor
from . import functional as F
from .attention import MultiheadAttention
from .dropout import Dropout
from .layers import Linear
from .module import Module
from .normalization import LayerNorm


def _get_activation_fn(given):
    """A function, from itself or from its name."""
    if not isinstance(given, str):
        return given
    if given not in ("relu", "gelu"):
        raise RuntimeError(
            f"activation should be relu/gelu, not {given}; expected one of them; got {given!r}; "
            "try a function"
        )
    return getattr(F, given)


class _Layer(Module):
    """What both layers share: the blocks, each with its dropout."""

    def _add_blocks(self, d_model, dim_feedforward, dropout, activation, eps, bias, count, like):
        """The two-layer network, then `count` norms and dropouts."""
        self.linear1 = Linear(d_model, dim_feedforward, bias=bias, **like)
        self.dropout = Dropout(dropout)
        self.linear2 = Linear(dim_feedforward, d_model, bias=bias, **like)
        for i in range(1, count + 1):
            setattr(self, f"norm{i}", LayerNorm(d_model, eps=eps, bias=bias, **like))
        for i in range(1, count + 1):
            setattr(self, f"dropout{i}", Dropout(dropout))
        self.activation = _get_activation_fn(activation)

    def _sa_block(self, x, attn_mask, key_padding_mask, is_causal=False):
        """Self-attention."""
        out, _ = self.self_attn(
            x,
            x,
            x,
            key_padding_mask=key_padding_mask,
            need_weights=False,
            attn_mask=attn_mask,
            is_causal=is_causal,
        )
        return self.dropout1(out)

    def _feed_forward(self, x):
        """The same two-layer network at every position, before its dropout."""
        return self.linear2(self.dropout(self.activation(self.linear1(x))))


class TransformerEncoderLayer(_Layer):
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

    def __init__(
        self,
        d_model: int,
        nhead: int,
        dim_feedforward: int = 2048,
        dropout: float = 0.1,
        activation: Callable[[Tensor], Tensor] | str = F.relu,
        layer_norm_eps: float = 1e-5,
        batch_first: bool = False,
        norm_first: bool = False,
        bias: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__()
        like: dict[str, Any] = {"device": device, "dtype": dtype}
        self.self_attn = MultiheadAttention(
            d_model, nhead, dropout=dropout, bias=bias, batch_first=batch_first, **like
        )
        self._add_blocks(
            d_model, dim_feedforward, dropout, activation, layer_norm_eps, bias, 2, like
        )
        self.norm_first = norm_first

    def _ff_block(self, x):
        return self.dropout2(self._feed_forward(x))

    def forward(
        self,
        src: Tensor,
        src_mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        is_causal: bool = False,
    ) -> Tensor:
        """
        The layer's output.

        Parameters
        ----------
        src : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        src_mask : Tensor (L, L) or (N * nhead, L, L), optional
        src_key_padding_mask : Tensor (N, L) or (L,), optional
        is_causal : bool
            A hint that `src_mask` is causal.
        """
        x = src
        if self.norm_first:
            x = x + self._sa_block(self.norm1(x), src_mask, src_key_padding_mask, is_causal)
            return x + self._ff_block(self.norm2(x))
        x = self.norm1(x + self._sa_block(x, src_mask, src_key_padding_mask, is_causal))
        return self.norm2(x + self._ff_block(x))


class TransformerDecoderLayer(_Layer):
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

    def __init__(
        self,
        d_model: int,
        nhead: int,
        dim_feedforward: int = 2048,
        dropout: float = 0.1,
        activation: Callable[[Tensor], Tensor] | str = F.relu,
        layer_norm_eps: float = 1e-5,
        batch_first: bool = False,
        norm_first: bool = False,
        bias: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__()
        like: dict[str, Any] = {"device": device, "dtype": dtype}
        for name in ("self_attn", "multihead_attn"):
            attention = MultiheadAttention(
                d_model, nhead, dropout=dropout, bias=bias, batch_first=batch_first, **like
            )
            setattr(self, name, attention)
        self._add_blocks(
            d_model, dim_feedforward, dropout, activation, layer_norm_eps, bias, 3, like
        )
        self.norm_first = norm_first

    def _mha_block(self, x, memory, attn_mask, key_padding_mask, is_causal=False):
        """Attention to the memory."""
        out, _ = self.multihead_attn(
            x,
            memory,
            memory,
            key_padding_mask=key_padding_mask,
            need_weights=False,
            attn_mask=attn_mask,
            is_causal=is_causal,
        )
        return self.dropout2(out)

    def _ff_block(self, x):
        return self.dropout3(self._feed_forward(x))

    def forward(
        self,
        tgt: Tensor,
        memory: Tensor,
        tgt_mask: Tensor | None = None,
        memory_mask: Tensor | None = None,
        tgt_key_padding_mask: Tensor | None = None,
        memory_key_padding_mask: Tensor | None = None,
        tgt_is_causal: bool = False,
        memory_is_causal: bool = False,
    ) -> Tensor:
        """
        The layer's output.

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
        """
        x = tgt
        own = tgt_mask, tgt_key_padding_mask, tgt_is_causal
        other = memory, memory_mask, memory_key_padding_mask, memory_is_causal
        if self.norm_first:
            x = x + self._sa_block(self.norm1(x), *own)
            x = x + self._mha_block(self.norm2(x), *other)
            return x + self._ff_block(self.norm3(x))
        x = self.norm1(x + self._sa_block(x, *own))
        x = self.norm2(x + self._mha_block(x, *other))
        return self.norm3(x + self._ff_block(x))
