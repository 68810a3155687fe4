"""Masks of attention, as what is added to scores."""

import functools
import math

import numpy as np

from .creation import from_array, zeros


@functools.lru_cache(maxsize=64)
def _causal_array(rows, columns, dtype):
    """0 on and below the diagonal, -inf above."""
    return np.where(np.tri(rows, columns, dtype=bool), 0.0, -np.inf).astype(dtype)


def causal_mask(rows, columns, dtype, device):
    """0 on and below the diagonal, -inf above: a Tensor (rows, columns) that nobody may change."""
    return from_array(_causal_array(rows, columns, dtype.name)).to(device)


def additive(mask, dtype):
    """A bool mask as scores: 0 where it is False, -inf where it is True; others as they are."""
    if mask is None or mask.is_floating_point():
        return mask
    return zeros((), dtype=dtype, device=mask.device).masked_fill(mask, -math.inf)
