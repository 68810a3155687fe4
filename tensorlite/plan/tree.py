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


# ------------------------------------------------------------------ what leaves a function


def flatten_result(value, is_there):
    """
    The same of a result: a list or dict that stands in several places is one in each call, too.

    Parameters
    ----------
    value : object
    is_there : callable
        Whether a list or dict is there before each call: then it is a leaf itself.

    Returns
    -------
    leaves, rebuild
    """
    leaves, known = [], {}
    shape = _collect_once(value, leaves, is_there, known)
    if shape is LEAF:
        return leaves, _only
    if max(known.values(), default=1) == 1:
        return leaves, lambda new: _build(shape, iter(new))
    return leaves, lambda new: _build_once(shape, iter(new), {})


class _Shape(tuple):
    """Of a list or dict: (kind, keys, parts), and its `number` among them."""

    number: int


def _collect_once(value, leaves, is_there, known):
    """`known` maps the numbers of lists and dicts to how often they stand there."""
    kind = type(value)
    mapping = kind in DICTS
    if not (mapping or isinstance(value, list | tuple)):
        return _collect(value, leaves)
    if is_there(value):
        leaves.append(value)
        return LEAF
    if isinstance(value, tuple):
        return kind, None, tuple([_collect_once(x, leaves, is_there, known) for x in value])
    known[id(value)] = known.get(id(value), 0) + 1
    first = known[id(value)] == 1
    content = () if not first else value.values() if mapping else value
    parts = [_collect_once(x, leaves, is_there, known) for x in content]
    shape = _Shape((kind, tuple(value) if mapping else None, tuple(parts)))
    shape.number = id(value)
    return shape


def _build_once(shape, leaves, made):
    """`made` are the lists and dicts by number: one that stands there again has no parts."""
    if shape is LEAF:
        return next(leaves)
    kind, keys, parts = shape
    if type(shape) is not _Shape:
        built = [_build_once(part, leaves, made) for part in parts]
        return kind(*built) if kind is slice or hasattr(kind, "_fields") else kind(built)
    if shape.number in made:
        return made[shape.number]
    out = made[shape.number] = kind()
    built = [_build_once(part, leaves, made) for part in parts]
    out.extend(built) if keys is None else out.update(zip(keys, built, strict=True))
    return out
