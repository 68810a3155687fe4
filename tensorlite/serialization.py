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

import numpy as np

import tensorlite as tl

from . import dtypes
from .kernels import files
from .nn.parameter import Parameter
from .tensor import Tensor, values_of

__all__ = ["load", "save"]

_KEY = "tensorlite"  # the metadata entry that holds the structure
_VERSION = 1
MAX_DIMS = 64  # of NumPy's arrays


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
            packed = {kind: pairs}
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
        node = {"dtype": str(value.dtype).rpartition(".")[2]}
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


def _covering(group):
    """The memory of a whole group as one flat array."""
    low = min(_bounds(f.array)[0] for f in group)
    high = max(_bounds(f.array)[1] for f in group)
    first = next(f.array for f in group if _bounds(f.array)[0] == low)
    count = (high - low) // first.itemsize
    return np.lib.stride_tricks.as_strided(first, (count,), (first.itemsize,)), low


def _lay_out(found):
    """Arrays by name, every tensor's node saying where it lies."""
    arrays, names = {}, {"__metadata__"}
    order = {id(f): i for i, f in enumerate(found)}
    for group in _groups(found):
        owner = min(group, key=lambda f: order[id(f)])
        name = owner.path
        while name in names:
            name += "'"
        names.add(name)
        alike = all(
            _bounds(f.array) == _bounds(owner.array)
            and f.array.shape == owner.array.shape
            and f.array.strides == owner.array.strides
            for f in group
        )
        if alike:
            # One view, perhaps under several names: saved dense, in its natural shape.
            arrays[name] = np.array(owner.array, order="C", copy=True)
            for item in group:
                item.node["name"] = name
            continue
        arrays[name], low = np.array(_covering(group)[0]), _covering(group)[1]
        for item in group:
            size = item.array.itemsize
            item.node["name"] = name
            item.node["shape"] = list(item.array.shape)
            item.node["stride"] = [s // size for s in item.array.strides]
            item.node["offset"] = (_bounds(item.array)[0] - low) // size
    return arrays


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
    Tensors that share memory share it again after `load`.

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

    def __init__(self, arrays):
        self.storages = {name: tl.from_numpy(array) for name, array in arrays.items()}

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
        if "shape" in node:
            _check_view(tensor, node)
            tensor = tensor.as_strided(node["shape"], node["stride"], node["offset"])
        else:
            tensor = tensor.detach()
        if node.get("parameter"):
            return Parameter(tensor, node.get("requires_grad", False))
        return tensor.requires_grad_() if node.get("requires_grad") else tensor


def _check_view(storage, node):
    """A view must stay within its storage, whatever the file says."""
    shape, stride, offset = node["shape"], node["stride"], node["offset"]
    _check_shape(shape, storage.itemsize)
    fits = all(type(n) is int and 0 <= n < 1 << 60 for n in (*stride, offset))
    if not fits or len(shape) != len(stride):
        raise ValueError(f"strides {stride} and offset {offset} for the shape {shape}")
    last = offset + sum((n - 1) * s for n, s in zip(shape, stride, strict=True))
    if 0 not in shape and last >= storage.numel():
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
        loaded = {name: tl.from_numpy(array) for name, array in arrays.items()}
    else:
        try:
            header = json.loads(metadata[_KEY])
            version = header["version"]
            loaded = _Unpacker(arrays).unpack(header["data"]) if version == _VERSION else None
        except (ValueError, KeyError, TypeError, AttributeError, RuntimeError) as error:
            raise _broken(
                "the structure that tensorlite.save writes",
                f"another in {where} ({error!r})",
                "saving it again",
            ) from None
        if version != _VERSION:
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
