"""Samples to batches."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

import numpy as np

import tensorlite as tl

from ...errors import expected
from ...tensor import Tensor

__all__ = ["default_collate", "default_convert"]


def _is_namedtuple(value):
    return isinstance(value, tuple) and hasattr(value, "_fields")


def _like(original, pairs):
    """A mapping of the class of `original`, or a dict where that cannot be filled."""
    try:
        if isinstance(original, MutableMapping):
            copied = original.copy()
            copied.update(pairs)
            return copied
        return type(original)(pairs)
    except (TypeError, AttributeError):
        return dict(pairs)


def _is_numeric(array):
    return array.dtype.kind in "biufc"


def default_convert(data: Any) -> Any:
    """Arrays inside `data` as tensors; everything else as it is.

    Returns
    -------
    Tensor, container of such, or `data`

    Examples
    --------
    >>> import numpy as np
    >>> from tensorlite.utils.data import default_convert
    >>> default_convert([np.array([1, 2]), "a"])
    [tensor([1, 2]), 'a']
    """
    if isinstance(data, Tensor | str | bytes):
        return data
    if isinstance(data, np.ndarray | np.generic):
        return tl.as_tensor(data) if _is_numeric(data) else data
    if isinstance(data, Mapping):
        return _like(data, {key: default_convert(value) for key, value in data.items()})
    if _is_namedtuple(data):
        return type(data)(*(default_convert(value) for value in data))
    if isinstance(data, Sequence):
        return [default_convert(value) for value in data]
    return data


def default_collate(batch: Sequence[Any]) -> Any:
    """Samples stacked along a new first dimension, inside dicts, tuples and lists too.

    Parameters
    ----------
    batch : list of samples
        Tensors, arrays or images of one shape, numbers, strings, or containers of them.

    Returns
    -------
    Tensor (N, ...), list or tuple of str, or the container of such

    Raises
    ------
    TypeError
        If a sample is of another kind.
    RuntimeError
        If samples differ in length or shape.

    Examples
    --------
    >>> from tensorlite.utils.data import default_collate
    >>> default_collate([(1, 2.0), (3, 4.0)])
    [tensor([1, 3]), tensor([2., 4.], dtype=tensorlite.float64)]
    """
    first = batch[0]
    if isinstance(first, Tensor):
        return tl.stack(list(batch), 0)
    if isinstance(first, str | bytes):  # NumPy's are such, too
        return batch
    if isinstance(first, np.ndarray | np.generic):
        if not _is_numeric(first):
            raise _refused(first, f" of dtype {first.dtype}")
        if isinstance(first, np.ndarray) and first.ndim:
            return tl.stack([tl.as_tensor(b) for b in batch], 0)
        return tl.as_tensor(np.array(batch))
    if isinstance(first, float):
        return tl.tensor(batch, dtype=tl.float64)
    if isinstance(first, int):
        return tl.tensor(batch)
    if isinstance(first, Mapping):
        _check_keys(batch, first)
        return _like(first, {key: default_collate([d[key] for d in batch]) for key in first})
    if isinstance(first, Sequence):
        return _collate_sequences(batch, first)
    if hasattr(first, "__array_interface__"):  # images of PIL, as (N, H, W, C)
        return tl.stack([tl.tensor(np.array(b)) for b in batch], 0)
    raise _refused(first)


def _check_keys(batch, first):
    for entry, sample in enumerate(batch):
        for key in first:
            if key not in sample:
                got = f"only {sorted(map(str, sample))} at entry {entry}"
                wanted, remedy = f"the key {key!r} in each dict", "a collate_fn"
                raise KeyError(expected("default_collate", wanted, got, remedy))


def _collate_sequences(batch, first):
    if any(len(sample) != len(first) for sample in batch):
        raise RuntimeError(
            "each element in list of batch should be of equal size; default_collate: got lengths "
            f"{sorted({len(sample) for sample in batch})}; try a collate_fn that pads"
        )
    columns = [default_collate(column) for column in zip(*batch, strict=True)]
    return type(first)(*columns) if _is_namedtuple(first) else columns


def _refused(sample, detail=""):
    return TypeError(
        "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found "
        f"{type(sample)}{detail}; try a collate_fn"
    )
