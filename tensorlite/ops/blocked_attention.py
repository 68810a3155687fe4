"""Attention without the matrix of scores: rows of it at a time, forward and backward.

A block is some queries of one head, with all keys that they may see: its scores fit the cache, so
memory stays linear in the lengths. Backward computes the weights of each block again. What a block
computes is written once, in ops; forward runs them outside of any graph, and gradients of
gradients run them inside.
"""

import math
from typing import NamedTuple

import numpy as np

from .. import dtypes, shapes
from ..declare import primitive
from ..dispatch import apply
from ..graph import mode
from ..op import supplied
from ..tensor import empty_shape
from . import normalize, sampling
from .creation import zeros
from .drawing import stream_words
from .joining import cat, stack
from .masks import causal_mask
from .views import broadcast_shapes

ELEMENTS = 1 << 20  # of the scores of a block
LEAST = 1 << 24  # scores of a call that is worth blocks: 64 MB in float32


class Settings(NamedTuple):
    """What blocks depend on besides tensors: the scale, causality, rows, dropout by block."""

    scale: float
    causal: bool
    rows: int
    words: tuple
    kept: float  # 1 / (1 - p)


def is_worth_it(query, key, mask):
    """Whether the scores are many, and nobody asks for the gradient of their mask."""
    rows, columns = query.spec.shape, key.spec.shape
    batch = shapes.broadcast(rows[:-2], columns[:-2], op="scaled_dot_product_attention")
    scores = math.prod(batch) * rows[-2] * columns[-2]
    return scores >= LEAST and not (mask is not None and mask.requires_grad)


def attention(query, key, value, mask, scale, causal, p):
    """softmax(scale * query @ key.T + mask) @ value; `mask` is of scores or None."""
    batch = broadcast_shapes(*(tuple(x.shape[:-2]) for x in (query, key, value)))
    length, keys = query.shape[-2], key.shape[-2]
    rows = min(length, max(16, ELEMENTS // keys))
    words, kept = (), 1 / (1 - p) if p < 1 else 0.0
    if p:
        words = tuple(
            stream_words(None, "dropout", query.spec.dtype, (last - first) * seen, (float(p), kept))
            for _ in np.ndindex(*batch)
            for first, last, seen in _rows(length, keys, rows, causal)
        )
    tensors = [query, key, value] if mask is None else [query, key, value, mask]
    op = _attention if mask is None else _masked_attention
    return apply(op, *tensors, settings=Settings(scale, causal, rows, words, kept))


def _rows(length, keys, rows, causal):
    """First and last query of each block, and how many keys they see."""
    for first in range(0, length, rows):
        last = min(first + rows, length)
        yield first, last, min(last, keys) if causal else keys


class _Heads:
    """Operands seen head by head: batches broadcast, as views."""

    def __init__(self, query, key, value, mask, settings):
        self.batch = broadcast_shapes(*(tuple(x.shape[:-2]) for x in (query, key, value)))
        self.length, self.keys, self.settings = query.shape[-2], key.shape[-2], settings
        self.query, self.key, self.value = (
            x.expand(*self.batch, *x.shape[-2:]) for x in (query, key, value)
        )
        self.mask = mask
        if mask is not None:
            self.mask = mask.expand(*self.batch, self.length, self.keys)

    def heads(self):
        """The index of each head, and the number of its first block."""
        blocks = -(-self.length // self.settings.rows)
        for number, index in enumerate(np.ndindex(*self.batch)):
            yield index, number * blocks

    def blocks(self):
        """The rows of each block."""
        s = self.settings
        return list(_rows(self.length, self.keys, s.rows, s.causal))

    def weights(self, index, first, last, seen):
        """The weights of a block before dropout."""
        scores = self.query[index][first:last] @ self.key[index][:seen].mT * self.settings.scale
        if self.mask is not None:
            return normalize.masked_softmax(scores + self.mask[index][first:last, :seen])
        if self.settings.causal and seen > first:  # keys before `first` are seen by all of them
            later = causal_mask(last - first, seen - first, scores.dtype, scores.device)
            scores[:, first:].add_(later)
        return scores.softmax(-1)

    def dropped(self, weights, number):
        """The weights after dropout, and where it kept them."""
        s = self.settings
        if not s.words:
            return weights, None
        mask = empty_shape(weights.spec.shape, dtypes.bool_, weights.spec.device)
        return apply(sampling.dropout_op, weights, mask=mask, words=s.words[number],
                     scale=s.kept), mask  # fmt: skip


def _forward(query, key, value, mask, settings):
    """All blocks one after the other."""
    heads, outputs = _Heads(query, key, value, mask, settings), []
    for index, number in heads.heads():
        parts = []
        for block, (first, last, seen) in enumerate(heads.blocks(), number):
            weights, _ = heads.dropped(heads.weights(index, first, last, seen), block)
            parts.append(weights @ heads.value[index][:seen])
        outputs.append(parts[0] if len(parts) == 1 else cat(parts))
    return stack(outputs).reshape(*heads.batch, heads.length, value.shape[-1])


def _own(x, index):
    """The place of a head in an operand that may have fewer."""
    shape = x.shape[:-2]
    index = index[len(index) - len(shape) :]
    return tuple(i if n > 1 else 0 for i, n in zip(index, shape, strict=True))


def _backward(g, query, key, value, mask, settings):
    """The gradients of query, key and value."""
    heads, scale = _Heads(query, key, value, mask, settings), settings.scale
    gq, gk, gv = (zeros(x.shape, dtype=x.dtype, device=x.device) for x in (query, key, value))
    for index, number in heads.heads():
        q, k, v = heads.query[index], heads.key[index], heads.value[index]
        to_q, to_k, to_v = (x[_own(x, index)] for x in (gq, gk, gv))
        for block, (first, last, seen) in enumerate(heads.blocks(), number):
            weights, own = heads.weights(index, first, last, seen), g[index][first:last]
            dropped, kept = heads.dropped(weights, block)
            to_v[:seen].add_(dropped.mT @ own)
            gw = own @ v[:seen].mT
            if kept is not None:
                gw = sampling.keep(gw, kept, settings.kept)
            gs = weights * (gw - (gw * weights).sum(-1, keepdim=True))
            to_q[first:last].add_(gs @ k[:seen], alpha=scale)
            to_k[:seen].add_(gs.mT @ q[first:last], alpha=scale)
    return gq, gk, gv


def _gradients(g, query, key, value, mask, settings):
    """The same by blocks, or through their ops so that they can be derived again."""
    if not mode.grad:
        return _backward(g, query, key, value, mask, settings)
    # views of their own, for one input may depend on another
    query, key, value = inputs = [x.view_as(x) for x in (query, key, value)]
    out = _forward(query, key, value, mask, settings)
    live = [x for x in inputs if x.requires_grad]
    grads = iter(supplied["grad"]((out,), live, (g,), create_graph=True, allow_unused=True))
    return [next(grads) if x.requires_grad else None for x in inputs]


@primitive
def _attention(query, key, value, *, settings):
    """Attention by blocks."""
    return _forward(query, key, value, None, settings)


@primitive
def _masked_attention(query, key, value, mask, *, settings):
    """Attention by blocks, with a mask of scores."""
    return _forward(query, key, value, mask, settings)


@_attention.grad("query", "key", "value", joint=True)
def _attention_grads(g, query, key, value, settings):
    return _gradients(g, query, key, value, None, settings)


@_masked_attention.grad("query", "key", "value", joint=True)
def _masked_attention_grads(g, query, key, value, mask, settings):
    return _gradients(g, query, key, value, mask, settings)
