"""Arguments and results as a flat list of leaves, and back."""

from collections import OrderedDict

from ..counted import Entry
from ..tensor import Tensor

DICTS = (dict, OrderedDict, Entry)  # Entry: what an optimizer remembers of a parameter


def flatten(value):
    """
    The leaves of nested tuples, lists, dicts and slices, and what puts leaves in their places.

    Returns
    -------
    leaves : list
    rebuild : callable
        Of a list of as many leaves.
    shape : hashable
        Equal for values that are nested alike.
    """
    leaves = []
    shape = _collect(value, leaves)
    if shape is LEAF:
        return leaves, _only, shape
    return leaves, lambda new: _build(shape, iter(new)), shape


LEAF = "leaf"


def _only(leaves):
    return leaves[0]


def _collect(value, leaves):
    kind = type(value)
    if isinstance(value, Tensor):
        leaves.append(value)
        return LEAF
    if kind in DICTS:
        return kind, tuple(value), tuple([_collect(v, leaves) for v in value.values()])
    if kind is slice:
        ends = value.start, value.stop, value.step
        return kind, None, tuple([_collect(v, leaves) for v in ends])
    if isinstance(value, list | tuple):
        return kind, None, tuple([_collect(v, leaves) for v in value])
    leaves.append(value)
    return LEAF


def _build(shape, leaves):
    if shape is LEAF:
        return next(leaves)
    kind, keys, parts = shape
    built = [_build(part, leaves) for part in parts]
    if keys is not None:
        return kind(zip(keys, built, strict=True))
    return kind(*built) if kind is slice or hasattr(kind, "_fields") else kind(built)
