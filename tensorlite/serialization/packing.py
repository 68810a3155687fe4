"""Objects taken apart: tensors, and the JSON structure around them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..device import device
from ..dtypes import dtype
from ..errors import type_name
from ..nn.parameter import Parameter, is_uninitialized
from ..shapes import Size
from ..tensor import Tensor, memory_of

SPARSEST = 64  # bytes of memory that tensors share, for each byte of them


class NotPlain(TypeError):
    """What is no tensor, number or container of them, and so needs code to be read."""


@dataclass
class Found:
    """A tensor met on the walk: its path in the structure, and the node to fill in."""

    path: str
    array: np.ndarray
    node: dict


class Packer:
    """Walks an object: plain values become JSON, tensors become nodes that name their place."""

    def __init__(self):
        self.found, self.open = [], set()

    def pack(self, value, path):
        """JSON for `value`; containers and special values as one-entry dicts."""
        if isinstance(value, Tensor):
            return self._tensor(value, path)
        if value is None or isinstance(value, bool | str):
            return value
        if isinstance(value, int) and not isinstance(value, np.generic):
            return value
        if isinstance(value, float):
            finite = value == value and abs(value) != float("inf")
            return float(value) if finite else {"float": repr(float(value))}
        if isinstance(value, complex) and not isinstance(value, np.generic):
            return {"complex": [self.pack(value.real, path), self.pack(value.imag, path)]}
        if isinstance(value, bytes):
            return {"bytes": value.decode("latin1")}
        if isinstance(value, dtype):
            return {"dtype": value.name}
        if isinstance(value, device):
            return {"device": str(value)}
        if isinstance(value, Size):
            return {"size": list(value)}
        if isinstance(value, Mapping | list | tuple | set):
            return self._container(value, path)
        raise NotPlain(
            f"tensorlite.save: expected tensors, numbers, strings, None, and dicts, lists, tuples "
            f"and sets of them; got {type_name(value)} at {path or 'the top'}; try "
            f"{_advice(value)}"
        )

    def _container(self, value, path):
        if id(value) in self.open:
            raise ValueError(
                f"tensorlite.save: expected a tree; got a container that holds itself at {path}"
            )
        self.open.add(id(value))
        join = f"{path}." if path else ""
        if isinstance(value, Mapping):
            kind = "ordered" if isinstance(value, OrderedDict) else "dict"
            pairs = [
                [self._key(key, path), self.pack(item, f"{join}{key}")]
                for key, item in value.items()
            ]
            packed: Any = {kind: pairs}
        else:
            items = [self.pack(item, f"{join}{i}") for i, item in enumerate(value)]
            packed = items if isinstance(value, list) else {_sequence(value): items}
        self.open.discard(id(value))
        return packed

    def _key(self, key, path):
        if key is None or isinstance(key, str | bool | float | tuple) or type(key) is int:
            return self.pack(key, path)
        raise NotPlain(
            f"tensorlite.save: expected keys that are strings, numbers or tuples; got "
            f"{type(key).__name__} at {path or 'the top'}"
        )

    def _tensor(self, value, path):
        if is_uninitialized(value):
            raise ValueError(
                f"tensorlite.save: expected a parameter with a shape; got {value!r} at {path}; try "
                "a first call of its module"
            )
        node: dict[str, Any] = {"dtype": str(value.dtype).rpartition(".")[2]}
        if value.requires_grad:
            node["requires_grad"] = True
        if isinstance(value, Parameter):
            node["parameter"] = True
        self.found.append(Found(path or "tensor", memory_of(value.detach()), node))
        return {"tensor": node}


def _sequence(value):
    return "tuple" if isinstance(value, tuple) else "set"


def _advice(value):
    if isinstance(value, np.ndarray):
        return "tensorlite.from_numpy(array)"
    if isinstance(value, np.generic):
        return "value.item()"
    if hasattr(value, "state_dict"):
        return "its state_dict()"
    return "a dict of its parts"


def bounds(array):
    """First and last byte (exclusive) of an array's memory."""
    return np.lib.array_utils.byte_bounds(array)


def groups(found):
    """Tensors by memory: those whose byte ranges overlap, and dtypes agree, stay together."""
    groups, end = [], None
    sized = [f for f in found if f.array.size]
    for item in sorted(sized, key=lambda f: (bounds(f.array)[0], -bounds(f.array)[1])):
        low, high = bounds(item.array)
        if end is not None and low < end and groups[-1][0].array.dtype == item.array.dtype:
            groups[-1].append(item)
            end = max(end, high)
        else:
            groups.append([item])
            end = high
    return groups + [[f] for f in found if not f.array.size]


def lay_out(found):
    """Dense arrays by name, each tensor under its own; nodes say what shares memory, and where."""
    arrays, names = {}, {"__metadata__"}
    for item in found:
        name = item.path
        while name in names:
            name += "'"
        names.add(name)
        item.node["name"] = name
        array = np.array(item.array, order="C", copy=True)
        if array.dtype == np.complex128:  # which the format does not have
            item.node["pairs"] = True
            array = array.view(np.float64).reshape(*array.shape, 2)
        arrays[name] = array
    shared = (group for group in groups(found) if len(group) > 1)
    for number, group in enumerate(filter(worth_sharing, shared)):
        low, count = extent(group)
        for item in group:
            size = item.array.itemsize
            item.node["memory"], item.node["count"] = number, count
            item.node["shape"] = list(item.array.shape)
            item.node["stride"] = [s // size for s in item.array.strides]
            item.node["offset"] = (bounds(item.array)[0] - low) // size
    return arrays


def extent(group):
    """Where the memory of a whole group begins, and its elements."""
    low = min(bounds(f.array)[0] for f in group)
    high = max(bounds(f.array)[1] for f in group)
    return low, (high - low) // group[0].array.itemsize


def worth_sharing(group):
    """Whether the memory that a group spans is in proportion to its elements."""
    itemsize = group[0].array.itemsize
    return in_proportion(extent(group)[1] * itemsize, sum(f.array.nbytes for f in group))


def in_proportion(spanned, held):
    """Whether so many bytes may be set aside for a file that holds so many of them."""
    return spanned <= max(1 << 20, SPARSEST * held)
