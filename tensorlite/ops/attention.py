"""Attention: two batched products around a softmax of rows, on views of the heads.

The mask is the addend of the first product and the scale its factor, so that scores are written
once; heads are strides, never copies.
"""

import math

from .. import dtypes
from ..annotations import Operand
from ..declare import primitive, public
from ..dispatch import apply
from ..errors import expected
from ..tensor import Tensor
from . import blocked_attention, product_rules
from .masks import additive, causal_mask
from .normalize import masked_softmax
from .requiring import check_tensor
from .sampling import dropout
from .views import broadcast_shapes, sum_to
from .widening import in_wide

# ------------------------------------------------------------------ scores


@primitive
def _scores(x, y, *, alpha):
    """alpha * x @ y, batches broadcast."""
    return product_rules.multiply(x, y, alpha=alpha)


@_scores.grad("x")
def _scores_grad_x(g, y, x_spec, *, alpha):
    return sum_to(apply(_scores, g, y.mT, alpha=alpha), x_spec)


@_scores.grad("y")
def _scores_grad_y(g, x, y_spec, *, alpha):
    return sum_to(apply(_scores, x.mT, g, alpha=alpha), y_spec)


@primitive
def _masked_scores(mask, x, y, *, alpha):
    """mask + alpha * x @ y, all batches broadcast."""
    return product_rules.multiply(x, y, mask, alpha)


@_masked_scores.grad("mask")
def _masked_scores_grad_mask(g, mask_spec):
    return sum_to(g, mask_spec)


@_masked_scores.grad("x")
def _masked_scores_grad_x(g, y, x_spec, *, alpha):
    return sum_to(apply(_scores, g, y.mT, alpha=alpha), x_spec)


@_masked_scores.grad("y")
def _masked_scores_grad_y(g, x, y_spec, *, alpha):
    return sum_to(apply(_scores, x.mT, g, alpha=alpha), y_spec)


def scores(query, key, mask, scale):
    """mask + scale * query @ key.T, as one kernel."""
    if mask is None:
        return apply(_scores, query, key.mT, alpha=scale)
    return apply(_masked_scores, mask, query, key.mT, alpha=scale)


# ------------------------------------------------------------------ attention


_ATTENTION = "scaled_dot_product_attention"


def _check_attention(query, key, value, attn_mask, dropout_p, is_causal):
    given = {"query": query, "key": key, "value": value}
    for name, x in given.items():
        check_tensor(_ATTENTION, name, x)
    q, k, v = query.spec, key.spec, value.spec
    if min(len(q.shape), len(k.shape), len(v.shape)) < 2:
        got = ", ".join(f"{name} of {x.ndim} dims" for name, x in given.items())
        wanted = "query, key, and value to all be at least 2 dimensional"
        raise RuntimeError(expected(_ATTENTION, wanted, got, "unsqueeze()"))
    if not q.dtype is k.dtype is v.dtype:
        got = ", ".join(f"{name}.dtype: {x.dtype}" for name, x in given.items())
        wanted = "query, key, and value to have the same dtype"
        raise RuntimeError(expected(_ATTENTION, wanted, got, ".to()"))
    if not q.dtype.is_floating_point:
        raise RuntimeError(expected(_ATTENTION, "a floating point dtype", str(q.dtype), ".float()"))
    if q.shape[-1] != k.shape[-1] or k.shape[-2] != v.shape[-2]:
        got = ", ".join(f"{name} {tuple(x.shape)}" for name, x in given.items())
        wanted = "query (..., L, E), key (..., S, E) and value (..., S, Ev)"
        raise RuntimeError(expected(_ATTENTION, wanted, got, "transpose()"))
    if not 0 <= dropout_p <= 1:
        raise RuntimeError(
            f"{_ATTENTION}: dropout probability has to be between 0 and 1, but got {dropout_p}"
        )
    if attn_mask is not None:
        _check_attention_mask(attn_mask, query, is_causal)


def _check_attention_mask(mask, query, is_causal):
    check_tensor(_ATTENTION, "attn_mask", mask)
    if is_causal:
        raise RuntimeError(
            f"{_ATTENTION}: Explicit attn_mask should not be set when is_causal=True; expected one "
            "of the two; got both; try is_causal=False"
        )
    if mask.dtype not in (dtypes.bool_, dtypes.float32, query.dtype):
        wanted = f"attn_mask dtype to be bool or float or to match query dtype {query.dtype}"
        raise RuntimeError(expected(_ATTENTION, wanted, str(mask.dtype), ".bool()"))


@public("nn.functional", rehearsed=True)
def scaled_dot_product_attention(
    query: Tensor,
    key: Tensor,
    value: Operand,
    attn_mask: Tensor | None = None,
    dropout_p: float = 0.0,
    is_causal: bool = False,
    scale: float | None = None,
    enable_gqa: bool = False,
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
    _check_attention(query, key, value, attn_mask, dropout_p, is_causal)
    if query.spec.dtype.short:
        return in_wide(scaled_dot_product_attention, query, key, value, attn_mask, dropout_p,
                       is_causal, scale, enable_gqa)  # fmt: skip
    width = query.spec.shape[-1]
    if scale is None:
        scale = 1 / math.sqrt(width) if width else 1.0
    grouped = enable_gqa and query.ndim > 2
    if grouped:
        query, key, value, attn_mask = _grouped(query, key, value, attn_mask)
    if blocked_attention.is_worth_it(query, key, attn_mask):
        mask = _attention_mask(query, key, attn_mask, False)
        out = blocked_attention.attention(
            query, key, value, mask, float(scale), is_causal, dropout_p
        )
        return out.flatten(-4, -3) if grouped else out
    mask = _attention_mask(query, key, attn_mask, is_causal)
    weights = scores(query, key, mask, float(scale))
    weights = weights.softmax(-1) if attn_mask is None else masked_softmax(weights)
    if dropout_p:
        weights = dropout(weights, dropout_p)
    out = weights @ value
    return out.flatten(-4, -3) if grouped else out


def _attention_mask(query, key, mask, is_causal):
    """What is added to the scores, or None."""
    if mask is None and not is_causal:
        return None
    rows, columns = query.shape[-2], key.shape[-2]
    if is_causal:
        return causal_mask(rows, columns, query.dtype, query.device)
    batch = broadcast_shapes(tuple(query.shape[:-2]), tuple(key.shape[:-2]))
    wanted = (*batch, rows, columns)
    offset = len(wanted) - mask.ndim
    if offset < 0 or any(n not in (1, m) for n, m in zip(mask.shape, wanted[offset:], strict=True)):
        got = str(tuple(mask.shape))
        what = f"attn_mask to broadcast to the scores' shape {wanted}"
        raise RuntimeError(expected(_ATTENTION, what, got, "unsqueeze()"))
    if mask.dtype == dtypes.bool_:
        mask = ~mask
    return additive(mask, query.dtype).to(query.dtype)


def _grouped(query, key, value, mask):
    """Queries (..., Hq, L, E) as (..., H, G, L, E); keys and values with a dim of extent 1 there.

    Broadcasting then does what repeated keys and values would.
    """
    heads = query.shape[-3]
    if (
        key.ndim < 3
        or value.ndim < 3
        or any(not x.shape[-3] or heads % x.shape[-3] for x in (key, value))
    ):
        got = f"{heads} and {key.shape[-3:-2].numel()}, {value.shape[-3:-2].numel()}"
        wanted = "Number of heads in key and value must divide the number of heads in query"
        raise RuntimeError(f"{_ATTENTION}: {wanted}; got {got}; try other heads")
    if key.shape[-3] != value.shape[-3]:
        key, value = (x.repeat_interleave(heads // x.shape[-3], -3) for x in (key, value))
    kept = key.shape[-3]
    if mask is not None and mask.ndim > 2:
        parts = (kept, -1) if mask.shape[-3] == heads else (1, mask.shape[-3])
        mask = mask.unflatten(-3, parts)
    query = query.unflatten(-3, (kept, heads // kept))
    return query, key.unsqueeze(-3), value.unsqueeze(-3), mask
