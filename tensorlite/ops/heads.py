"""Attention of several heads: projections, masks, and what lies between.

Works on (L, N, E) and on (N, L, E) as they lie: neither the batch nor the heads are copied to the
front. Three projections of one tensor are one product.
"""

import math
from dataclasses import dataclass

from .. import dtypes
from ..annotations import Operand
from ..declare import public
from ..errors import expected
from ..graph import warn
from ..tensor import Tensor
from . import products
from .attention import scaled_dot_product_attention, scores
from .joining import cat
from .masks import additive
from .pieces import pieces, unbind
from .requiring import check_tensor
from .sampling import dropout

_NAME = "multi_head_attention_forward"


@dataclass(slots=True)
class Heads:
    """The parameters of several heads of attention."""

    num_heads: int
    embed_dim: int
    packed: Tensor | None  # (3 * E, E)
    separate: tuple | None  # (E, E), (E, Ek), (E, Ev), instead of `packed`
    in_bias: Tensor | None  # (3 * E,)
    out_weight: Tensor  # (E, E)
    out_bias: Tensor | None  # (E,)
    bias_kv: tuple | None = None  # twice (1, 1, E)
    zero_attn: bool = False
    static_kv: tuple = (None, None)  # (N * H, S, E / H)


# ------------------------------------------------------------------ checks


def _check_inputs(query, key, value):
    """Raise for what is no tensor or has other dims; returns whether there is a batch."""
    given = {"query": query, "key": key, "value": value}
    for name, x in given.items():
        check_tensor(_NAME, name, x)
    if query.ndim not in (2, 3):
        raise AssertionError(
            f"{_NAME}: query should be unbatched 2D or batched 3D tensor; got {query.ndim}-D; try "
            "(L, N, E)"
        )
    if not query.dtype == key.dtype == value.dtype:
        got = f"{query.dtype}, {key.dtype} and {value.dtype}"
        raise RuntimeError(expected(_NAME, "query, key and value of one dtype", got, ".to()"))
    return query.ndim == 3


def _check_dims(batched, **given):
    """Raise unless each tensor has one of the numbers of dims beside it."""
    what = "batched (3-D)" if batched else "unbatched (2-D)"
    for name, (x, *ndims) in given.items():
        if x is not None and x.ndim not in ndims:
            ranks = " or ".join(f"{n}-D" for n in ndims)
            raise AssertionError(
                f"{_NAME}: For {what} `query`, expected `{name}` to be {ranks}; got {x.ndim}-D; "
                "try unsqueeze() or squeeze()"
            )


def check_mask(op, name, mask):
    """Raise unless a mask is a bool or floating point tensor, or None."""
    if mask is None:
        return
    check_tensor(op, name, mask)
    if mask.dtype != dtypes.bool_ and not mask.is_floating_point():
        raise AssertionError(
            f"{op}: only bool and floating types of {name} are supported; expected one of them; "
            f"got {mask.dtype}; try {name}.bool()"
        )


def _check_sizes(heads, query, key, value, batch):
    """Raise unless the extents of query, key and value fit each other and the parameters."""
    width = query.shape[-1]
    if width != heads.embed_dim:
        raise AssertionError(
            f"{_NAME}: was expecting embedding dimension of {heads.embed_dim}, but got {width}; "
            "try another size"
        )
    if width % heads.num_heads:
        raise AssertionError(
            f"{_NAME}: embed_dim {width} not divisible by num_heads {heads.num_heads}; try others"
        )
    shown = f"{tuple(key.shape)}", f"{tuple(value.shape)}"
    if heads.separate is not None and key.shape[:2] != value.shape[:2]:
        raise AssertionError(
            f"{_NAME}: key's sequence and batch dims do not match value's; expected them equal; "
            f"got {shown[0]} and {shown[1]}; try another value"
        )
    if heads.separate is None and key.shape != value.shape:
        raise AssertionError(
            f"{_NAME}: key shape {shown[0]} does not match value shape {shown[1]}; try kdim, vdim"
        )
    if key.shape[batch] != query.shape[batch]:
        got = f"{query.shape[batch]} and {key.shape[batch]}"
        raise RuntimeError(expected(_NAME, "query and key of the same batch", got, "expand()"))


# ------------------------------------------------------------------ projections


def _project_packed(query, key, value, weight, bias):
    """Query, key and value through the thirds of one matrix, in as few products as they allow."""
    width = query.shape[-1]
    if weight.shape[0] != 3 * width or (bias is not None and tuple(bias.shape) != (3 * width,)):
        got = f"{tuple(weight.shape)} and {None if bias is None else tuple(bias.shape)}"
        wanted = f"in_proj_weight {(3 * width, width)} and in_proj_bias {(3 * width,)}"
        raise RuntimeError(expected(_NAME, wanted, got, "another size"))
    if query is key and key is value:
        return _projected_at_once(query, weight, bias, 3)
    sizes = (width, 2 * width) if key is value else (width,) * 3
    weights = pieces(weight, 0, sizes)
    biases = (None,) * 3 if bias is None else pieces(bias, 0, sizes)
    q = products.linear(query, weights[0], biases[0])
    if key is value:
        return q, *_projected_at_once(key, weights[1], biases[1], 2)
    k = products.linear(key, weights[1], biases[1])
    return q, k, products.linear(value, weights[2], biases[2])


def _projected_at_once(x, weight, bias, count):
    """Several projections of x as views of one product; one copy joins their gradients."""
    packed = products.linear(x, weight, bias)
    *lead, rows = packed.shape
    return unbind(packed.reshape(*lead, count, rows // count), len(lead))


def _project(heads, query, key, value):
    """Query, key and value before they are split."""
    if heads.separate is None:
        if heads.packed is None:
            raise AssertionError(
                f"{_NAME}: use_separate_proj_weight is False but in_proj_weight is None"
            )
        return _project_packed(query, key, value, heads.packed, heads.in_bias)
    for name, weight in zip("qkv", heads.separate, strict=True):
        if weight is None:
            raise AssertionError(
                f"{_NAME}: use_separate_proj_weight is True but {name}_proj_weight is None"
            )
    biases = (None,) * 3 if heads.in_bias is None else heads.in_bias.chunk(3)
    given = zip((query, key, value), heads.separate, biases, strict=True)
    return [products.linear(x, w, b) for x, w, b in given]


def _split(x, num_heads, batch):
    """(L, N, E), or (N, L, E) if `batch` is 0, as a view (N, H, L, D)."""
    x = x.reshape(*x.shape[:2], num_heads, x.shape[2] // num_heads)
    return x.permute(1, 2, 0, 3) if batch else x.permute(0, 2, 1, 3)


def _joined(x, batch):
    """(N, H, L, D) as (L, N, E), or (N, L, E) if `batch` is 0."""
    x = x.permute(2, 0, 1, 3) if batch else x.permute(0, 2, 1, 3)
    return x.flatten(2, 3)


def _static(name, x, count, width):
    """What is given instead of a projection (N * H, S, D), its shape checked."""
    if x.ndim != 3 or x.shape[0] != count or x.shape[2] != width:
        raise AssertionError(
            f"{_NAME}: expecting {name} of size ({count}, S, {width}); got {tuple(x.shape)}"
        )
    return x


def _all_heads(heads, query, key, value, batch):
    """Views (N, H, L, D), (N, H, S, D) twice, and how many keys were added."""
    size, added = query.shape[batch], 0
    q, k, v = _project(heads, query, key, value)
    if heads.bias_kv is not None:
        lead = (1, size) if batch else (size, 1)
        k, v = (
            cat([x, bias.expand(*lead, -1)], 1 - batch)
            for x, bias in zip((k, v), heads.bias_kv, strict=True)
        )
        added += 1
    q, k, v = (_split(x, heads.num_heads, batch) for x in (q, k, v))
    given = [k, v]
    for i, x in enumerate(heads.static_kv):
        if x is not None:
            x = _static(f"static_{'kv'[i]}", x, size * heads.num_heads, q.shape[3])
            given[i] = x.unflatten(0, (size, heads.num_heads))
    if heads.zero_attn:
        given = [cat([x, x.new_zeros(*x.shape[:2], 1, x.shape[3])], 2) for x in given]
        added += 1
    return q, *given, added


# ------------------------------------------------------------------ masks


def _attention_mask(mask, lengths, size, num_heads):
    """attn_mask (L, S) or (N * H, L, S) as (L, S) or (N, H, L, S), its shape checked."""
    if mask is None:
        return None
    wanted = lengths if mask.ndim == 2 else (size * num_heads, *lengths)
    if tuple(mask.shape) != wanted:
        raise RuntimeError(
            f"{_NAME}: The shape of the {mask.ndim}D attn_mask is {tuple(mask.shape)}, but should "
            f"be {wanted}."
        )
    return mask if mask.ndim == 2 else mask.unflatten(0, (size, num_heads))


def _padding_mask(mask, length, size):
    """key_padding_mask (N, S) as (N, 1, 1, S), its shape checked."""
    if mask is None:
        return None
    if tuple(mask.shape) != (size, length):
        raise AssertionError(
            f"{_NAME}: Expected key_padding_mask.shape to be {(size, length)}, but got "
            f"{tuple(mask.shape)}"
        )
    return mask[:, None, None, :]


def _merged(masks, dtype, added):
    """All masks as one that is added to scores, with `added` more keys that all may see.

    bool masks are joined before they are converted.
    """
    masks = [mask for mask in masks if mask is not None]
    if not masks:
        return None
    if added:
        masks = [cat([m, m.new_zeros(*m.shape[:-1], added)], m.ndim - 1) for m in masks]
    if all(mask.dtype == dtypes.bool_ for mask in masks):
        return additive(masks[0] if len(masks) == 1 else masks[0] | masks[1], dtype)
    masks = [additive(mask, dtype).to(dtype) for mask in masks]
    return masks[0] if len(masks) == 1 else masks[0] + masks[1]


# ------------------------------------------------------------------ all together


def _attend(heads, query, key, value, batch, masks, dropout_p, need_weights, average, is_causal):
    """The output and, if needed, the weights, of input with a batch."""
    _check_sizes(heads, query, key, value, batch)
    size, lengths = query.shape[batch], (query.shape[1 - batch], key.shape[1 - batch])
    attn_mask = _attention_mask(masks[0], lengths, size, heads.num_heads)
    padding = _padding_mask(masks[1], lengths[1], size)
    q, k, v, added = _all_heads(heads, query, key, value, batch)
    mask = _merged((attn_mask, padding), q.dtype, added)
    weights = None
    if need_weights:
        weights = scores(q, k, mask, 1 / math.sqrt(q.shape[-1])).softmax(-1)
        if dropout_p:
            weights = dropout(weights, dropout_p)
        out = weights @ v
        weights = weights.mean(1) if average else weights
    else:
        out = scaled_dot_product_attention(q, k, v, mask, dropout_p, is_causal)
    return products.linear(_joined(out, batch), heads.out_weight, heads.out_bias), weights


def _check_masks(attn_mask, key_padding_mask):
    check_mask(_NAME, "key_padding_mask", key_padding_mask)
    check_mask(_NAME, "attn_mask", attn_mask)
    both = attn_mask is not None and key_padding_mask is not None
    if both and attn_mask.dtype != key_padding_mask.dtype:
        warn(
            "Support for mismatched key_padding_mask and attn_mask is deprecated. Use same type "
            "for both instead.",
        )


def attend(heads, query, key, value, batch=1, attn_mask=None, key_padding_mask=None,
           dropout_p=0.0, need_weights=True, average=True, is_causal=False):  # fmt: skip
    """
    What `multi_head_attention_forward` returns, with the parameters in a `Heads`.

    `batch` is the dim of the batch, 0 or 1; input (L, E) without one is lifted to (L, 1, E).
    """
    batched = _check_inputs(query, key, value)
    _check_masks(attn_mask, key_padding_mask)
    _check_dims(
        batched,
        key=(key, query.ndim),
        value=(value, query.ndim),
        key_padding_mask=(key_padding_mask, 1 + batched),
        attn_mask=(attn_mask, 2, 3),
    )
    if is_causal and attn_mask is None:
        raise RuntimeError(
            f"{_NAME}: Need attn_mask if specifying the is_causal hint; expected a mask; got None; "
            "try nn.Transformer.generate_square_subsequent_mask()"
        )
    is_causal = is_causal and key_padding_mask is None and not need_weights
    if is_causal:
        attn_mask = None  # which the hint describes
    masks = attn_mask, key_padding_mask
    rest = dropout_p, need_weights, average, is_causal
    if batched:
        return _attend(heads, query, key, value, batch, masks, *rest)
    if key_padding_mask is not None:
        masks = attn_mask, key_padding_mask.unsqueeze(0)
    lifted = {id(x): x.unsqueeze(1) for x in (query, key, value)}  # one tensor stays one
    query, key, value = (lifted[id(x)] for x in (query, key, value))
    out, weights = _attend(heads, query, key, value, 1, masks, *rest)
    return out.squeeze(1), None if weights is None else weights.squeeze(0)


@public("nn.functional")
def multi_head_attention_forward(
    query: Tensor,
    key: Tensor,
    value: Operand,
    embed_dim_to_check: int,
    num_heads: int,
    in_proj_weight: Tensor,
    in_proj_bias: Tensor,
    bias_k: Tensor,
    bias_v: Tensor,
    add_zero_attn: bool,
    dropout_p: float,
    out_proj_weight: Tensor,
    out_proj_bias: Tensor,
    training: bool = True,
    key_padding_mask: Tensor | None = None,
    need_weights: bool = True,
    attn_mask: Tensor | None = None,
    use_separate_proj_weight: bool = False,
    q_proj_weight: Tensor | None = None,
    k_proj_weight: Tensor | None = None,
    v_proj_weight: Tensor | None = None,
    static_k: Tensor | None = None,
    static_v: Tensor | None = None,
    average_attn_weights: bool = True,
    is_causal: bool = False,
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
    key_padding_mask : Tensor (N, S) or (S,), optional
        bool: True where a key is not to be seen; float: added to the scores.
    need_weights : bool
        Without it a query that sees no key gives zeros, else NaN.
    attn_mask : Tensor (L, S) or (N * H, L, S), optional
        As `key_padding_mask`, for queries and keys.
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
    """
    if (bias_k is None) != (bias_v is None):
        which = "bias_k" if bias_v is None else "bias_v"
        raise AssertionError(f"{_NAME}: expected bias_k and bias_v, or none; got {which} alone")
    if bias_k is not None and (static_k is not None or static_v is not None):
        raise AssertionError(f"{_NAME}: bias cannot be added to static key or value")
    separate = (q_proj_weight, k_proj_weight, v_proj_weight) if use_separate_proj_weight else None
    one_more = None if bias_k is None else (bias_k, bias_v)
    heads = Heads(num_heads, embed_dim_to_check, in_proj_weight, separate, in_proj_bias,
                  out_proj_weight, out_proj_bias, one_more, add_zero_attn,
                  (static_k, static_v))  # fmt: skip
    return attend(heads, query, key, value, 1, attn_mask, key_padding_mask,
                  dropout_p if training else 0.0, need_weights, average_attn_weights,
                  is_causal)  # fmt: skip
