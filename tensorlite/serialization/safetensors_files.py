"""Safetensors files: arrays by name, and the structure around them as JSON in the metadata.

A plain dict of tensors is an ordinary safetensors file that other programs read.
"""

from __future__ import annotations

import json
import os
from typing import Any

import numpy as np

import tensorlite as tl

from .. import dtypes
from .packing import Packer, lay_out
from .unpacking import Unpacker, broken, check_shape

_KEY = "tensorlite"  # the metadata entry that holds the structure
_VERSION = 2  # 1 had one array for all that shared memory, which others could not tell apart


def to_bytes(obj):
    """The file of an object."""
    packer = Packer()
    structure = packer.pack(obj, "")
    arrays = lay_out(packer.found)
    header = json.dumps({"version": _VERSION, "data": structure}, separators=(",", ":"))
    return written(arrays, {_KEY: header})


def written(arrays, metadata=None):
    """The bytes of a file of arrays by name; bfloat16, which NumPy lacks, goes as words."""
    from safetensors.numpy import save

    brains = [name for name, array in arrays.items() if array.dtype == dtypes.bfloat16.numpy]
    words = {name: arrays[name].view(np.uint16) for name in brains}
    data = save(arrays | words, metadata=metadata)
    if not brains:
        return data
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    for name in brains:
        header[name]["dtype"] = "BF16"
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text + data[8 + size :]


def tensors_of(data, where):
    """The tensors of a file by name, whatever structure its metadata tells."""
    return {name: tl.from_numpy(array) for name, array in _parse(data, where)[0].items()}


def from_bytes(data, where):
    """The object of a file; of files by others, a dict of tensors."""
    arrays, metadata = _parse(data, where)
    if _KEY not in metadata:
        return {name: tl.from_numpy(array) for name, array in arrays.items()}
    try:
        header = json.loads(metadata[_KEY])
        version = header["version"]
        known, packed = version in (1, _VERSION), header["data"]
        loaded: Any = Unpacker(arrays, packed).unpack(packed) if known else None
    except (ValueError, KeyError, TypeError, AttributeError, RuntimeError) as error:
        raise broken(
            "the structure that tensorlite.save writes",
            f"another in {where} ({error!r})",
            "saving it again",
        ) from None
    if not known:
        raise broken(f"version {_VERSION}", f"version {version} in {where}", "a newer release")
    return loaded


# A zip archive, or a pickle of protocol 2 to 5; a safetensors header may be of such a length too.
_FOREIGN = (b"PK", b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")


def _parse(source, where):
    """Arrays by name, and the metadata; every way of being no safetensors file has its message.

    The source is bytes, or a file that is open: of it each array is read into its own memory.
    """
    from safetensors import SafetensorError, deserialize

    entries, metadata, begin = contents(source, where)
    if not isinstance(source, bytes):
        return {name: read(source, entry, begin) for name, entry in entries.items()}, metadata or {}
    try:
        return {name: _array(entry) for name, entry in deserialize(source)}, metadata or {}
    except (SafetensorError, ValueError, AttributeError, RecursionError) as error:
        raise _cut(where, error) from None


def contents(source, where):
    """What a file says of its arrays, by name; its metadata; and where its data begin."""
    from safetensors import SafetensorError, safe_open

    if isinstance(source, str):
        raise broken("a file opened in binary mode", "text", "open(path, 'rb')")
    data, length = (source, len(source)) if isinstance(source, bytes) else _head(source)
    if data[:2] in _FOREIGN and data[8:9] != b"{":
        raise broken(
            "a safetensors file or one of torch.save",
            f"another pickle or archive in {where}, such as numpy.savez writes",
            "tensorlite.from_numpy() of arrays",
        )
    size = int.from_bytes(data[:8], "little") if len(data) >= 8 else None
    if size is None or size > length - 8 or data[8:9] != b"{":
        kind = "an empty file" if not data else f"{length} bytes that are none or are cut off"
        raise broken("a safetensors file", f"{kind} in {where}", "saving it again")
    try:
        header = json.loads(data[8 : 8 + size])
        metadata = header.pop("__metadata__", None)
        for name, entry in header.items():
            if isinstance(entry, dict):
                _check_dtype(name, entry.get("dtype"))
        if not isinstance(source, bytes):  # of bytes the format's own reader checks what it reads
            with safe_open(f"/proc/self/fd/{source.fileno()}", "np"):
                pass  # offsets and lengths are right, or it says what is wrong
            for entry in header.values():
                check_shape(entry["shape"], _kind(entry).itemsize)
    except (SafetensorError, ValueError, AttributeError, RecursionError) as error:
        raise _cut(where, error) from None
    return header, metadata, 8 + size


def _cut(where, error):
    """The error for a file whose header does not fit what follows."""
    return broken(
        "a whole safetensors file",
        f"a broken or truncated one in {where} ({error})",
        "saving it again",
    )


def read(file, entry, begin):
    """The array that an entry tells of, in memory of its own."""
    start, end = entry["data_offsets"]
    data = np.empty(end - start, np.uint8)
    file.seek(begin + start)
    file.readinto(data)
    return _array({**entry, "data": data})


def _head(file):
    """The beginning of a file, with the header if there is one, and the length of it all."""
    length = os.fstat(file.fileno()).st_size
    data = file.read(9)
    return data + file.read(min(int.from_bytes(data[:8], "little"), length)), length


_CODES = {"BF16": "bfloat16", "BOOL": "bool", "C64": "complex64"} | {
    f"{letter}{bits}": f"{word}{bits}"
    for letter, word in (("F", "float"), ("I", "int"), ("U", "uint"))
    for bits in (8, 16, 32, 64)
}
_READABLE = {code: name for code, name in _CODES.items() if name in dtypes.DTYPES}


def _check_dtype(name, code):
    """Refuse a dtype that tensors do not have; the format has more."""
    if isinstance(code, str) and code not in _READABLE:
        real = "" if code[:1] == "C" else " (F32 holds every number of shorter floats)"
        raise broken(
            f"a dtype of {', '.join(_READABLE)}",
            f"{_CODES.get(code, code)} for {name!r}",
            f"to save it in one of these{real}",
        )


def _kind(entry):
    """NumPy's dtype of an entry."""
    return dtypes.DTYPES[_READABLE[entry["dtype"]]].numpy


def _array(entry):
    dtype, shape = _READABLE[entry["dtype"]], entry["shape"]
    kind = _kind(entry)
    check_shape(shape, kind.itemsize)
    data = entry["data"]
    if not isinstance(data, np.ndarray):
        data = np.frombuffer(bytearray(data), np.uint8)  # a copy: they are read-only, not aligned
    array = data if dtype == "bool" else data.view(kind)
    return (array != 0 if dtype == "bool" else array).reshape(shape)
