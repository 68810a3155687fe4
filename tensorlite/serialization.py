"""save and load: tensors in a safetensors file, the structure around them as JSON in its metadata.

No pickle is written or read, so a file cannot run code. A plain dict of tensors is an ordinary
safetensors file that other programs read, and `load` reads theirs.
"""

from __future__ import annotations

import json
import math
import os
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

import tensorlite as tl

from . import dtypes
from .kernels import files
from .nn.parameter import Parameter, is_uninitialized
from .tensor import Tensor, values_of

__all__ = ["load", "save"]

_KEY = "tensorlite"  # the metadata entry that holds the structure
_VERSION = 2  # 1 had one array for all that shared memory, which others could not tell apart
MAX_DIMS = 64  # of NumPy's arrays
SPARSEST = 64  # bytes of memory that tensors share, for each byte of them


# ------------------------------------------------------------------------------------- writing


@dataclass
class _Found:
    """A tensor met on the walk: its path in the structure, and the node to fill in."""

    path: str
    array: np.ndarray
    node: dict


class _Packer:
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
        if isinstance(value, Mapping | list | tuple):
            return self._container(value, path)
        raise TypeError(
            f"tensorlite.save: expected tensors, numbers, strings, None, and dicts, lists and "
            f"tuples of them; got {type(value).__name__} at {path or 'the top'}; try "
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
            packed = {"tuple": items} if isinstance(value, tuple) else items
        self.open.discard(id(value))
        return packed

    def _key(self, key, path):
        if key is None or isinstance(key, str | bool | float) or type(key) is int:
            return self.pack(key, path)
        raise TypeError(
            f"tensorlite.save: expected keys that are strings or numbers; got "
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
        self.found.append(_Found(path or "tensor", values_of(value.detach()), node))
        return {"tensor": node}


def _advice(value):
    if isinstance(value, np.ndarray):
        return "tensorlite.from_numpy(array)"
    if isinstance(value, np.generic):
        return "value.item()"
    if hasattr(value, "state_dict"):
        return "its state_dict()"
    return "a dict of its parts"


def _bounds(array):
    """First and last byte (exclusive) of an array's memory."""
    return np.lib.array_utils.byte_bounds(array)


def _groups(found):
    """Tensors by memory: those whose byte ranges overlap, and dtypes agree, stay together."""
    groups, end = [], None
    sized = [f for f in found if f.array.size]
    for item in sorted(sized, key=lambda f: (_bounds(f.array)[0], -_bounds(f.array)[1])):
        low, high = _bounds(item.array)
        if end is not None and low < end and groups[-1][0].array.dtype == item.array.dtype:
            groups[-1].append(item)
            end = max(end, high)
        else:
            groups.append([item])
            end = high
    return groups + [[f] for f in found if not f.array.size]


def _lay_out(found):
    """Dense arrays by name, each tensor under its own; nodes say what shares memory, and where."""
    arrays, names = {}, {"__metadata__"}
    for item in found:
        name = item.path
        while name in names:
            name += "'"
        names.add(name)
        item.node["name"] = name
        arrays[name] = np.array(item.array, order="C", copy=True)
    shared = (group for group in _groups(found) if len(group) > 1)
    for number, group in enumerate(filter(_worth_sharing, shared)):
        low, count = _extent(group)
        for item in group:
            size = item.array.itemsize
            item.node["memory"], item.node["count"] = number, count
            item.node["shape"] = list(item.array.shape)
            item.node["stride"] = [s // size for s in item.array.strides]
            item.node["offset"] = (_bounds(item.array)[0] - low) // size
    return arrays


def _extent(group):
    """Where the memory of a whole group begins, and its elements."""
    low = min(_bounds(f.array)[0] for f in group)
    high = max(_bounds(f.array)[1] for f in group)
    return low, (high - low) // group[0].array.itemsize


def _worth_sharing(group):
    """Whether the memory that a group spans is in proportion to its elements."""
    itemsize = group[0].array.itemsize
    return _in_proportion(_extent(group)[1] * itemsize, sum(f.array.nbytes for f in group))


def _in_proportion(spanned, held):
    """Whether so many bytes may be set aside for a file that holds so many of them."""
    return spanned <= max(1 << 20, SPARSEST * held)


def save(obj, f):
    """Write tensors, and containers of them, to a file.

    Parameters
    ----------
    obj : object
        A Tensor, a number, a string, None, or dicts, lists and tuples of such: a model's or an
        optimizer's ``state_dict()``, a checkpoint of several.
    f : path or file object
        A path holds the old file or the new one, never half of one, whatever happens; modes,
        owners and symbolic links stay.

    Raises
    ------
    TypeError
        If something else is among them; nothing is written then.

    Notes
    -----
    Tensors that share memory share it again after `load`, unless they are few elements far apart in
    it. In the file each has its own name and all of its elements, so that other readers of
    safetensors find the same.

    Examples
    --------
    >>> import io
    >>> import tensorlite as tl
    >>> file = io.BytesIO()
    >>> tl.save({"w": tl.ones(2), "epoch": 3}, file)
    >>> tl.load(io.BytesIO(file.getvalue()))
    {'w': tensor([1., 1.]), 'epoch': 3}
    """
    from safetensors.numpy import save as to_bytes

    packer = _Packer()
    structure = packer.pack(obj, "")
    arrays = _lay_out(packer.found)
    header = json.dumps({"version": _VERSION, "data": structure}, separators=(",", ":"))
    data = to_bytes(arrays, metadata={_KEY: header})
    if hasattr(f, "write"):
        f.write(data)
        return
    path = os.path.realpath(os.fsdecode(f))
    if not os.path.isdir(os.path.dirname(path)):
        raise FileNotFoundError(
            f"tensorlite.save: expected a folder at {os.path.dirname(path)}; got none; try "
            "os.makedirs"
        )
    files.replace(path, data)


# ------------------------------------------------------------------------------------- reading


def _broken(what, got, advice):
    return RuntimeError(f"tensorlite.load: expected {what}; got {got}; try {advice}")


def _read_bytes(f):
    if hasattr(f, "read"):
        return f.read(), "a file object"
    path = os.fspath(f)
    with open(path, "rb") as file:
        return file.read(), repr(str(path))


# A zip archive, or a pickle of protocol 2 to 5; a safetensors header may be of such a length too.
_FOREIGN = (b"PK", b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")


def _parse(data, where):
    """Arrays by name, and the metadata; every way of being no safetensors file has its message."""
    from safetensors import SafetensorError, deserialize

    if not isinstance(data, bytes):
        raise _broken("a file opened in binary mode", "text", "open(path, 'rb')")
    if data[:2] in _FOREIGN and data[8:9] != b"{":
        raise _broken(
            "a safetensors file, as tensorlite.save writes",
            f"a pickle or zip archive in {where}, such as torch.save or numpy.savez write",
            "safetensors.torch.save_file(state_dict, path) where torch is installed: pickles can "
            "run code, so they are never read",
        )
    size = int.from_bytes(data[:8], "little") if len(data) >= 8 else None
    if size is None or size > len(data) - 8 or data[8:9] != b"{":
        kind = "an empty file" if not data else f"{len(data)} bytes that are none or are cut off"
        raise _broken("a safetensors file", f"{kind} in {where}", "saving it again")
    try:
        header = json.loads(data[8 : 8 + size])
        metadata = header.pop("__metadata__", {})
        for name, entry in header.items():
            if isinstance(entry, dict):
                _check_dtype(name, entry.get("dtype"))
        arrays = {name: _array(entry) for name, entry in deserialize(data)}
    except (SafetensorError, ValueError, AttributeError, RecursionError) as error:
        raise _broken(
            "a whole safetensors file",
            f"a broken or truncated one in {where} ({error})",
            "saving it again",
        ) from None
    return arrays, metadata


_CODES = {"BF16": "bfloat16", "BOOL": "bool", "C64": "complex64", "C128": "complex128"} | {
    f"{letter}{bits}": f"{word}{bits}"
    for letter, word in (("F", "float"), ("I", "int"), ("U", "uint"))
    for bits in (8, 16, 32, 64)
}
_READABLE = {code: name for code, name in _CODES.items() if name in dtypes.DTYPES}


def _check_dtype(name, code):
    """Refuse a dtype that tensors do not have; the format has more."""
    if isinstance(code, str) and code not in _READABLE:
        real = "" if code[:1] == "C" else " (F32 holds every number of shorter floats)"
        raise _broken(
            f"a dtype of {', '.join(_READABLE)}",
            f"{_CODES.get(code, code)} for {name!r}",
            f"to save it in one of these{real}",
        )


def _array(entry):
    dtype, shape = _READABLE[entry["dtype"]], entry["shape"]
    _check_shape(shape, np.dtype(dtype).itemsize)
    # A copy, since the file's bytes are read-only and not aligned.
    array = np.frombuffer(bytearray(entry["data"]), "uint8" if dtype == "bool" else dtype)
    return (array != 0 if dtype == "bool" else array).reshape(shape)


def _check_shape(shape, itemsize):
    """Refuse extents that no tensor has, whatever the file says."""
    if any(type(n) is not int or n < 0 for n in shape):
        raise ValueError(f"extents that are no counts: {shape}")
    if len(shape) > MAX_DIMS:
        raise ValueError(f"{len(shape)} dims, more than {MAX_DIMS}")
    if math.prod(n for n in shape if n) * itemsize >= 1 << 63:
        raise ValueError(f"a shape of too many elements: {shape}")


class _Unpacker:
    """The object again; tensors with one name share one storage."""

    def __init__(self, arrays, packed):
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
        if kind == "float":
            return float(content)
        raise KeyError(kind)

    def _tensor(self, node):
        tensor = self.storages[node["name"]]
        if "memory" in node:
            tensor = self.memories[node["memory"]]
        if "shape" in node:
            _check_view(tensor, node)
            tensor = tensor.as_strided(node["shape"], node["stride"], node["offset"])
        else:
            tensor = tensor.detach()
        if node.get("parameter"):
            return Parameter(tensor, node.get("requires_grad", False))
        return tensor.requires_grad_() if node.get("requires_grad") else tensor


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
    if count < 0 or not _in_proportion(count * found[0].itemsize, held):
        raise ValueError(f"a memory of {count} elements for {held} bytes")
    memory = np.zeros(count, found[0].dtype)
    for array, node in zip(found, nodes, strict=True):
        _check_view(memory, node)
        if list(array.shape) != node["shape"]:
            raise ValueError(f"the shape {node['shape']} for an array of {list(array.shape)}")
        steps = [step * memory.itemsize for step in node["stride"]]
        start = memory[node["offset"] :]
        np.lib.stride_tricks.as_strided(start, array.shape, steps)[...] = array
    return memory


def _check_view(storage, node):
    """A view must stay within its storage, whatever the file says."""
    shape, stride, offset = node["shape"], node["stride"], node["offset"]
    _check_shape(shape, storage.itemsize)
    fits = all(type(n) is int and 0 <= n < 1 << 60 for n in (*stride, offset))
    if not fits or len(shape) != len(stride):
        raise ValueError(f"strides {stride} and offset {offset} for the shape {shape}")
    last = offset + sum((n - 1) * s for n, s in zip(shape, stride, strict=True))
    if 0 not in shape and last >= math.prod(storage.shape):
        raise ValueError("a view beyond its storage")


def load(f, map_location=None, *, weights_only=True, mmap=None):
    """Read what `save` wrote, or any safetensors file as a dict of tensors.

    Parameters
    ----------
    f : path or file object
    map_location : device, optional
        Where the tensors go; default the CPU.
    weights_only
        Accepted; always so, since no pickle is read.
    mmap
        Accepted without effect.

    Returns
    -------
    object

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    RuntimeError
        If it is none, is broken or cut off, or is a pickle such as torch.save writes.
    """
    data, where = _read_bytes(f)
    arrays, metadata = _parse(data, where)
    if _KEY not in metadata:
        loaded: Any = {name: tl.from_numpy(array) for name, array in arrays.items()}
    else:
        try:
            header = json.loads(metadata[_KEY])
            version = header["version"]
            known, packed = version in (1, _VERSION), header["data"]
            loaded = _Unpacker(arrays, packed).unpack(packed) if known else None
        except (ValueError, KeyError, TypeError, AttributeError, RuntimeError) as error:
            raise _broken(
                "the structure that tensorlite.save writes",
                f"another in {where} ({error!r})",
                "saving it again",
            ) from None
        if not known:
            raise _broken(f"version {_VERSION}", f"version {version} in {where}", "a newer release")
    return loaded if map_location is None else _moved(loaded, map_location)


def _moved(value, device):
    if isinstance(value, Tensor):
        return value.to(device)
    if isinstance(value, dict):
        return type(value)((key, _moved(item, device)) for key, item in value.items())
    if isinstance(value, list | tuple):
        return type(value)(_moved(item, device) for item in value)
    return value
