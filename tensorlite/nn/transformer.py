"""Transformer, its encoder and its decoder. Vaswani et al. 2017, arXiv:1706.03762."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from typing import Any

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike
from ..ops.heads import check_mask
from ..ops.masks import additive
from ..tensor import Tensor
from . import functional as F
from . import init
from ._transformer_layers import TransformerDecoderLayer, TransformerEncoderLayer
from .containers import ModuleList
from .module import Module
from .normalization import LayerNorm

__all__ = [
    "Transformer", "TransformerDecoder", "TransformerDecoderLayer", "TransformerEncoder",
    "TransformerEncoderLayer",
]  # fmt: skip


def _copies(module, count):
    return ModuleList([copy.deepcopy(module) for _ in range(count)])


def _once(op, dtype, **masks):
    """Masks as all layers take them, checked and converted once."""
    for name, mask in masks.items():
        check_mask(op, name, mask)
    given = [mask for mask in masks.values() if mask is not None]
    if len({mask.dtype for mask in given}) < 2:
        return list(masks.values())
    return [additive(mask, dtype) for mask in masks.values()]


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

    def __init__(
        self,
        encoder_layer: Module,
        num_layers: int,
        norm: Module | None = None,
        enable_nested_tensor: bool = True,
        mask_check: bool = True,
    ) -> None:
        super().__init__()
        self.layers = _copies(encoder_layer, num_layers)
        self.num_layers, self.norm = num_layers, norm
        self.enable_nested_tensor, self.mask_check = enable_nested_tensor, mask_check

    def forward(
        self,
        src: Tensor,
        mask: Tensor | None = None,
        src_key_padding_mask: Tensor | None = None,
        is_causal: bool | None = None,
    ) -> Tensor:
        """
        The output of the last layer.

        Parameters
        ----------
        src : Tensor (L, N, E), with `batch_first` (N, L, E), or (L, E)
        mask : Tensor (L, L) or (N * nhead, L, L), optional
        src_key_padding_mask : Tensor (N, L) or (L,), optional
        is_causal : bool, optional
            A hint that `mask` is causal. None: no hint; the mask is used as it is, not looked at.
        """
        mask, padding = _once(
            "TransformerEncoder", src.dtype, mask=mask, src_key_padding_mask=src_key_padding_mask
        )
        x = src
        for layer in self.layers:
            x = layer(x, src_mask=mask, src_key_padding_mask=padding, is_causal=is_causal is True)
        return x if self.norm is None else self.norm(x)


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

    def __init__(self, decoder_layer: Module, num_layers: int, norm: Module | None = None) -> None:
        super().__init__()
        self.layers = _copies(decoder_layer, num_layers)
        self.num_layers, self.norm = num_layers, norm

    def forward(
        self,
        tgt: Tensor,
        memory: Tensor,
        tgt_mask: Tensor | None = None,
        memory_mask: Tensor | None = None,
        tgt_key_padding_mask: Tensor | None = None,
        memory_key_padding_mask: Tensor | None = None,
        tgt_is_causal: bool | None = None,
        memory_is_causal: bool = False,
    ) -> Tensor:
        """The output of the last layer; arguments as in `TransformerDecoderLayer`."""
        x = tgt
        for layer in self.layers:
            x = layer(
                x,
                memory,
                tgt_mask=tgt_mask,
                memory_mask=memory_mask,
                tgt_key_padding_mask=tgt_key_padding_mask,
                memory_key_padding_mask=memory_key_padding_mask,
                tgt_is_causal=tgt_is_causal is True,
                memory_is_causal=memory_is_causal,
            )
        return x if self.norm is None else self.norm(x)


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

    encoder: Module
    decoder: Module

    def __init__(
        self,
        d_model: int = 512,
        nhead: int = 8,
        num_encoder_layers: int = 6,
        num_decoder_layers: int = 6,
        dim_feedforward: int = 2048,
        dropout: float = 0.1,
        activation: Callable[[Tensor], Tensor] | str = F.relu,
        custom_encoder: Module | None = None,
        custom_decoder: Module | None = None,
        layer_norm_eps: float = 1e-5,
        batch_first: bool = False,
        norm_first: bool = False,
        bias: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__()
        like: dict[str, Any] = {"device": device, "dtype": dtype}
        options = (d_model, nhead, dim_feedforward, dropout, activation, layer_norm_eps,
                   batch_first, norm_first, bias)  # fmt: skip

        def made(layer, stack, count):
            norm = LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **like)
            return stack(layer(*options, **like), count, norm)

        if custom_encoder is None:
            custom_encoder = made(TransformerEncoderLayer, TransformerEncoder, num_encoder_layers)
        if custom_decoder is None:
            custom_decoder = made(TransformerDecoderLayer, TransformerDecoder, num_decoder_layers)
        self.encoder, self.decoder = custom_encoder, custom_decoder
        self._reset_parameters()
        self.d_model, self.nhead, self.batch_first = d_model, nhead, batch_first

    def _reset_parameters(self):
        for parameter in self.parameters():
            if parameter.ndim > 1:
                init.xavier_uniform_(parameter)

    def _check(self, src, tgt):
        batch = 0 if self.batch_first else 1
        if src.ndim == 3 and src.shape[batch] != tgt.shape[batch]:
            raise RuntimeError(
                "Transformer: the batch number of src and tgt must be equal; got "
                f"{src.shape[batch]} and {tgt.shape[batch]}; try batch_first={batch != 0}"
            )
        if src.shape[-1] != self.d_model or tgt.shape[-1] != self.d_model:
            raise RuntimeError(
                "Transformer: the feature number of src and tgt must be equal to d_model; expected "
                f"{self.d_model}; got {src.shape[-1]} and {tgt.shape[-1]}; try another size"
            )

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
        src_is_causal: bool | None = None,
        tgt_is_causal: bool | None = None,
        memory_is_causal: bool = False,
    ) -> Tensor:
        """
        The decoder's output.

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

        Raises
        ------
        RuntimeError
            If sizes do not fit.
        """
        self._check(src, tgt)
        memory = self.encoder(
            src,
            mask=src_mask,
            src_key_padding_mask=src_key_padding_mask,
            is_causal=src_is_causal,
        )
        return self.decoder(
            tgt,
            memory,
            tgt_mask=tgt_mask,
            memory_mask=memory_mask,
            tgt_key_padding_mask=tgt_key_padding_mask,
            memory_key_padding_mask=memory_key_padding_mask,
            tgt_is_causal=tgt_is_causal,
            memory_is_causal=memory_is_causal,
        )

    @staticmethod
    def generate_square_subsequent_mask(
        sz: int, device: DeviceLike | None = None, dtype: dtypes.dtype | None = None
    ) -> Tensor:
        """0 on and below the diagonal, -inf above: a Tensor (sz, sz)."""
        return tl.full((sz, sz), -math.inf, dtype=dtype, device=device).triu(1)
