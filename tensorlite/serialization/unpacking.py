"""Objects put together again, whatever a file says; nothing outside of its tensors is reached."""

from __future__ import annotations

import math
from collections import OrderedDict

import numpy as np

import tensorlite as tl

from .. import dtypes
from ..nn.parameter import Parameter
from ..tensor import MAX_DIMS
from .packing import in_proportion


def broken(what, got, advice):
    """The error for a file that is not as it should be."""
    return RuntimeError(f"tensorlite.load: expected {what}; got {got}; try {advice}")


def check_shape(shape, itemsize):
    """Refuse extents that no tensor has, whatever the file says."""
    if any(type(n) is not int or n < 0 for n in shape):
        raise ValueError(f"extents that are no counts: {shape}")
    if len(shape) > MAX_DIMS:
        raise ValueError(f"{len(shape)} dims, more than {MAX_DIMS}")
    if math.prod(n for n in shape if n) * itemsize >= 1 << 63:
        raise ValueError(f"a shape of too many elements: {shape}")


_VALUES = {  # from what JSON has of them
    "float": float,
    "bytes": lambda text: text.encode("latin1"),
    "dtype": dtypes.DTYPES.__getitem__,
    "device": tl.device,
    "size": tl.Size,
}


class Unpacker:
    """The object again; tensors with one name share one storage."""

    def __init__(self, arrays, packed):
        paired = {node["name"] for node in _tensor_nodes(packed) if node.get("pairs")}
        arrays = {name: _joined(array) if name in paired else array
                  for name, array in arrays.items()}  # fmt: skip
        self.storages = {name: tl.from_numpy(array) for name, array in arrays.items()}
        self.memories, groups = {}, {}
        for node in _tensor_nodes(packed):
            if "memory" in node:
                groups.setdefault(node["memory"], []).append(node)
        for number, nodes in groups.items():
            self.memories[number] = tl.from_numpy(_memory_of(arrays, nodes))

    def unpack(self, packed):
        """The value of a JSON node."""
        if isinstance(packed, list):
            return [self.unpack(item) for item in packed]
        if not isinstance(packed, dict):
            return packed
        ((kind, content),) = packed.items()
        if kind == "tensor":
            return self._tensor(content)
        if kind == "tuple":
            return tuple(self.unpack(item) for item in content)
        if kind in ("dict", "ordered"):
            made = OrderedDict() if kind == "ordered" else {}
            made.update((self.unpack(key), self.unpack(item)) for key, item in content)
            return made
        if kind == "set":
            return {self.unpack(item) for item in content}
        if kind == "complex":
            return complex(*map(self.unpack, content))
        return _VALUES[kind](content)

    def _tensor(self, node):
        tensor = self.storages[node["name"]]
        if "memory" in node:
            tensor = self.memories[node["memory"]]
        if "shape" in node:
            check_view(tensor, node)
            tensor = tensor.as_strided(node["shape"], node["stride"], node["offset"])
        else:
            tensor = tensor.detach()
        if node.get("parameter"):
            return Parameter(tensor, node.get("requires_grad", False))
        return tensor.requires_grad_() if node.get("requires_grad") else tensor


def _joined(pairs):
    """Complex numbers from pairs of float64 along the last axis."""
    if pairs.dtype != np.float64 or pairs.shape[-1:] != (2,):
        raise ValueError(f"pairs of parts as {pairs.dtype}{list(pairs.shape)}")
    return pairs.view(np.complex128)[..., 0]


def _tensor_nodes(packed):
    """The nodes of all tensors in a structure."""
    if isinstance(packed, list):
        for item in packed:
            yield from _tensor_nodes(item)
    elif isinstance(packed, dict):
        ((kind, content),) = packed.items()
        if kind == "tensor":
            yield content
        elif kind != "float":
            yield from _tensor_nodes(content)


def _memory_of(arrays, nodes):
    """The memory that tensors share, as one flat array, with their elements where they stood."""
    found, count = [arrays[node["name"]] for node in nodes], nodes[0]["count"]
    held = sum(array.nbytes for array in found)
    alike = {(array.dtype, node["count"]) for array, node in zip(found, nodes, strict=True)}
    if type(count) is not int or len(alike) != 1:
        raise ValueError(f"tensors of several kinds in one memory: {sorted(map(str, alike))}")
    if count < 0 or not in_proportion(count * found[0].itemsize, held):
        raise ValueError(f"a memory of {count} elements for {held} bytes")
    memory = np.zeros(count, found[0].dtype)
    for array, node in zip(found, nodes, strict=True):
        check_view(memory, node)
        if list(array.shape) != node["shape"]:
            raise ValueError(f"the shape {node['shape']} for an array of {list(array.shape)}")
        steps = [step * memory.itemsize for step in node["stride"]]
        start = memory[node["offset"] :]
        np.lib.stride_tricks.as_strided(start, array.shape, steps)[...] = array
    return memory


def check_view(storage, node):
    """A view must stay within its storage, whatever the file says."""
    shape, stride, offset = node["shape"], node["stride"], node["offset"]
    check_shape(shape, storage.itemsize)
    fits = all(type(n) is int and 0 <= n < 1 << 60 for n in (*stride, offset))
    if not fits or len(shape) != len(stride):
        raise ValueError(f"strides {stride} and offset {offset} for the shape {shape}")
    last = offset + sum((n - 1) * s for n, s in zip(shape, stride, strict=True))
    if 0 not in shape and last >= math.prod(storage.shape):
        raise ValueError("a view beyond its storage")
