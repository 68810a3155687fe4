"""Files of torch.save: read without running code, and written so that torch.load reads them.

Two forms are read: a zip archive with a pickle and the bytes of each storage, and the older one,
pickles one after the other with the storages behind them.
"""

from __future__ import annotations

import io
import struct
import zipfile
from typing import NamedTuple

import numpy as np

import tensorlite as tl

from .. import dtypes
from ..nn.parameter import Parameter
from . import objects
from .packing import Packer, bounds, extent, groups, worth_sharing
from .pickles import Machine, Name, Refused
from .unpacking import broken, check_view

MAGIC = 0x1950A86A20F9469CFC6C
STORAGES = {
    "FloatStorage": "float32", "DoubleStorage": "float64", "HalfStorage": "float16",
    "BFloat16Storage": "bfloat16", "LongStorage": "int64", "IntStorage": "int32",
    "ShortStorage": "int16", "CharStorage": "int8", "ByteStorage": "uint8",
    "BoolStorage": "bool", "ComplexFloatStorage": "complex64",
    "ComplexDoubleStorage": "complex128", "UntypedStorage": None,
}  # fmt: skip
_OF_TENSORS = tuple(f"torch._utils._rebuild_tensor{form}" for form in ("", "_v2", "_v3"))
_KINDS_OF_TENSORS = "torch.Tensor", "torch._tensor.Tensor", "torch.nn.parameter.Buffer"


# ------------------------------------------------------------------------------------- reading


class _Storage(NamedTuple):
    """Memory in a file: its key, and its dtype (None: bytes)."""

    key: str
    kind: str | None
    first: int = 0  # where a view of it begins


class _Builder:
    """Tensors from storages; those with one key share one memory.

    Parameters
    ----------
    read : callable
        Of a key: the bytes.
    swapped : bool
        Whether the bytes are of the other order.
    whole : bool
        Whether classes and functions that the pickle names are imported and called.
    """

    def __init__(self, read, swapped=False, whole=False):
        self.read, self.swapped, self.whole = read, swapped, whole
        self.buffers, self.flat, self.storages = {}, {}, {}

    def run(self, file):
        """The object of a pickle."""
        known = {
            **dict.fromkeys(_OF_TENSORS[:2], self.tensor),
            _OF_TENSORS[2]: self.tensor_of_kind,
            "torch._tensor._rebuild_from_type_v2": self.attributed,
            "torch._utils._rebuild_parameter": self.parameter,
            "torch._utils._rebuild_parameter_with_state": self.parameter,
            "torch.Size": tl.Size,
            "torch.device": tl.device,
        }
        if self.whole:
            known[_OF_TENSORS[2]] = self.tensor_of_dtype
            known["torch._tensor._rebuild_from_type_v2"] = self.tensor_with_attributes
            known["torch.nn.modules.linear.NonDynamicallyQuantizableLinear"] = tl.nn.Linear
            return objects.Reader(file, known, self.persistent, STORAGES).load()
        return Machine(known, self.persistent, _finished).run(file)

    def persistent(self, told):
        """A storage, from what the pickle says of it."""
        if not isinstance(told, tuple) or len(told) not in (5, 6) or told[0] != "storage":
            names = [str(x) for x in told if isinstance(x, Name)] if type(told) is tuple else []
            raise Refused(names[0] if names else f"something stored elsewhere: {told!r:.40}")
        _, kind, key, _, _, *view = told
        if not isinstance(kind, Name) or kind.name not in STORAGES:
            raise Refused(str(kind))
        found = _Storage(str(key), STORAGES[kind.name])
        self.storages[found.key] = found
        if view and view[0] is not None:
            found = found._replace(first=view[0][1])
        return found

    def tensor(self, storage, offset, size, stride, requires_grad=False, hooks=None, *_):
        """What `_rebuild_tensor_v2` gives."""
        if not isinstance(storage, _Storage):
            raise Refused(f"a tensor of {type(storage).__name__}")
        flat = self.flat_of(storage)
        node = {"shape": list(size), "stride": list(stride), "offset": offset + storage.first}
        if flat is None:  # only looking for what there is
            return None
        check_view(flat, node)
        made = flat.as_strided(node["shape"], node["stride"], node["offset"])
        return made.requires_grad_() if requires_grad else made

    def tensor_of_kind(self, storage, offset, size, stride, requires_grad, hooks, kind, *_):
        """The same where the storage does not tell the dtype."""
        if not isinstance(kind, Name) or kind.module != "torch":
            raise Refused(f"a tensor of dtype {kind}")
        return self.tensor(storage._replace(kind=kind.name), offset, size, stride, requires_grad)

    def tensor_of_dtype(self, storage, offset, size, stride, requires_grad, hooks, kind, *_):
        """The same where the dtype is one already."""
        return self.tensor(storage._replace(kind=kind.name), offset, size, stride, requires_grad)

    def tensor_with_attributes(self, function, kind, arguments, state):
        """A tensor of a class, with attributes of its own."""
        made = function(*arguments)
        if kind is not tl.Tensor:
            made = tl.Tensor._make_subclass(kind, made, made.requires_grad)
        vars(made).update(state if isinstance(state, dict) else state[0] or {})
        return made

    def attributed(self, function, kind, arguments, state, *_):
        """A Buffer, or a tensor with attributes, as a tensor without them."""
        if str(function) not in _OF_TENSORS or str(kind) not in _KINDS_OF_TENSORS:
            raise Refused(str(kind))
        plain = self.tensor_of_kind if str(function).endswith("_v3") else self.tensor
        return plain(*arguments)

    def parameter(self, data, requires_grad=True, hooks=None, *_):
        """A Parameter."""
        return data if data is None else Parameter(data.detach(), bool(requires_grad))

    def flat_of(self, storage):
        """A storage as a tensor of one dim."""
        if self.read is None:
            return None
        name = storage.kind
        if name not in dtypes.DTYPES:
            raise broken(
                f"a dtype of {', '.join(dtypes.DTYPES)}",
                f"{name} for a tensor",
                "saving it as float32",
            )
        if storage.key not in self.buffers:
            self.buffers[storage.key] = bytearray(self.read(storage.key))
        place = (storage.key, name)
        if place not in self.flat:
            self.flat[place] = tl.from_numpy(self.array_of(self.buffers[storage.key], name))
        return self.flat[place]

    def array_of(self, buffer, name):
        """The bytes as an array of a dtype, in this machine's order."""
        kind = np.dtype(dtypes.DTYPES[name].numpy)
        array = np.frombuffer(buffer, np.uint8 if name == "bool" else kind,
                              len(buffer) // kind.itemsize)  # fmt: skip
        if self.swapped:
            array = _swapped(array)
        return array != 0 if name == "bool" else array


def _swapped(array):
    """The other order of bytes, of what NumPy takes for plain words, too."""
    if array.dtype.kind == "V":
        return array.view(np.uint16).byteswap().view(array.dtype)
    return array.byteswap()


def _finished(name):
    """The value that a name stands for: a dtype."""
    if name.module == "torch" and name.name in dtypes.DTYPES:
        return dtypes.DTYPES[name.name]
    raise Refused(str(name))


def is_zip(data):
    """Whether bytes are an archive as torch.save writes."""
    return data[:4] == b"PK\x03\x04"


def is_legacy(data):
    """Whether bytes begin as the older form does: with a pickle of its number."""
    return data[:2] in (b"\x80\x02", b"\x80\x03", b"\x80\x04") and (
        struct.pack("<Q", MAGIC & (1 << 64) - 1) in data[:40]
    )


def from_bytes(data, where, whole=False):
    """The object of a file of either form; if `whole`, what its pickle names is called."""
    if whole and is_zip(data):
        return _from_zip(data, whole)
    try:
        return _from_zip(data) if is_zip(data) else _from_legacy(data)
    except Refused as error:
        raise broken(
            "a file of weights: tensors, numbers, strings, and containers of them",
            f"{error} in {where}",
            "torch.save(model.state_dict(), path), or load(..., weights_only=False), which runs "
            "what a pickle names, if you trust who wrote it",
        ) from None
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, IndexError, AttributeError,
            EOFError, OverflowError, RecursionError, NotImplementedError, struct.error,
            ) as error:  # fmt: skip
        raise broken(
            "a whole file of torch.save", f"a broken one or another in {where} ({error})",
            "saving it again",
        ) from None  # fmt: skip


def _from_zip(data, whole=False):
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = {entry.filename: entry for entry in archive.infolist()}
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in names.values()):
        raise ValueError("entries that are compressed, as torch.save's are not")
    root = next((n[: -len("data.pkl")] for n in names if n.endswith("/data.pkl")), None)
    if root is None:
        raise ValueError("an archive without data.pkl, such as numpy.savez writes")
    order = archive.read(f"{root}byteorder") if f"{root}byteorder" in names else b"little"

    def read(key):
        return archive.read(f"{root}data/{key}")

    builder = _Builder(read, swapped=order == b"big", whole=whole)
    return builder.run(io.BytesIO(archive.read(f"{root}data.pkl")))


def _from_legacy(data):
    file = io.BytesIO(data)
    plain = _Builder(None)
    if plain.run(file) != MAGIC:
        raise ValueError("another number at the beginning")
    version, system = plain.run(file), plain.run(file)
    if version != 1001:
        raise ValueError(f"version {version}")
    place = file.tell()
    plain.run(file)  # to see which storages there are, and where they begin
    raw = _storages_behind(file, plain.run(file), plain.storages)
    file.seek(place)
    return _Builder(raw.__getitem__, not system.get("little_endian", True)).run(file)


def _storages_behind(file, keys, storages):
    """The bytes of each storage: a count of elements, then the elements."""
    raw = {}
    for key in map(str, keys):
        count = int.from_bytes(file.read(8), "little")
        kind = storages[key].kind
        size = 1 if kind is None else np.dtype(_numpy_name(kind)).itemsize
        raw[key] = file.read(count * size)
        if len(raw[key]) != count * size:
            raise ValueError("a storage that is cut off")
    return raw


def _numpy_name(kind):
    return "uint16" if kind == "bfloat16" else kind  # as many bytes


# ------------------------------------------------------------------------------------- writing


class _Emitter:
    """A pickle of protocol 2 for a structure of `Packer`; nothing is memoized."""

    def __init__(self):
        self.parts = [b"\x80\x02"]
        self.places = {}  # of the nodes of tensors

    def write(self, *parts):
        """Add opcodes."""
        self.parts += parts

    def text(self, value):
        """A string."""
        data = value.encode("utf-8", "surrogatepass")
        self.write(b"X", struct.pack("<I", len(data)), data)

    def number(self, value):
        """An int."""
        if -(1 << 31) <= value < 1 << 31:
            self.write(b"J", struct.pack("<i", value))
        else:
            data = value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)
            self.write(b"\x8a" if len(data) < 256 else b"\x8b",
                       struct.pack("<B" if len(data) < 256 else "<i", len(data)), data)  # fmt: skip

    def tuple(self, values):
        """A tuple of ints."""
        self.write(b"(")
        for value in values:
            self.number(value)
        self.write(b"t")

    def emit(self, packed):
        """A JSON node."""
        if packed is None or isinstance(packed, bool):
            self.write({None: b"N", True: b"\x88", False: b"\x89"}[packed])
        elif isinstance(packed, str):
            self.text(packed)
        elif isinstance(packed, int):
            self.number(packed)
        elif isinstance(packed, float):
            self.write(b"G", struct.pack(">d", packed))
        elif isinstance(packed, list):
            self.items(b"](", packed, b"e")
        else:
            ((kind, content),) = packed.items()
            getattr(self, f"_{kind}")(content)

    def items(self, start, values, end):
        """Values between opcodes."""
        self.write(start)
        for value in values:
            self.emit(value)
        self.write(end)

    def _tuple(self, content):
        self.items(b"(", content, b"t")

    def _dict(self, content):
        self.items(b"}(", [x for pair in content for x in pair], b"u")

    def _ordered(self, content):
        self.items(b"ccollections\nOrderedDict\n)R(", [x for pair in content for x in pair], b"u")

    def _float(self, content):
        self.write(b"G", struct.pack(">d", float(content)))

    def _complex(self, content):
        self.called("__builtin__", "complex", *content)

    def _bytes(self, content):
        self.called("_codecs", "encode", content, "latin1")

    def _set(self, content):
        self.called("__builtin__", "set", content)

    def _dtype(self, content):
        self.write(f"ctorch\n{content}\n".encode())

    def _device(self, content):
        kind, _, index = content.partition(":")
        self.called("torch", "device", kind, *([int(index)] if index else []))

    def _size(self, content):
        self.called("torch", "Size", {"tuple": content})

    def called(self, module, name, *arguments):
        """What a function gives for JSON nodes."""
        self.write(f"c{module}\n{name}\n".encode())
        self.items(b"(", arguments, b"tR")

    def _tensor(self, node):
        if not node.get("parameter"):
            self.rebuilt(node, node.get("requires_grad", False))
            return
        self.write(b"ctorch._utils\n_rebuild_parameter\n(")
        self.rebuilt(node, False)
        self.write(b"\x88" if node.get("requires_grad") else b"\x89")
        self.write(b"ccollections\nOrderedDict\n)RtR")

    def rebuilt(self, node, requires_grad):
        """A call of `_rebuild_tensor_v2`, or of v3 for dtypes that have no storage class."""
        key, count, offset, shape, stride = self.places[id(node)]
        kinds = {name: storage for storage, name in STORAGES.items()}
        typed = node["dtype"] in kinds
        module = "torch" if typed else "torch.storage"
        storage = kinds[node["dtype"]] if typed else "UntypedStorage"
        self.write(f"ctorch._utils\n_rebuild_tensor_v{2 if typed else 3}\n((".encode())
        self.text("storage")
        self.write(f"c{module}\n{storage}\n".encode())
        self.text(str(key))
        self.text("cpu")
        self.number(count if typed else count * dtypes.DTYPES[node["dtype"]].itemsize)
        self.write(b"tQ")
        self.number(offset)
        self.tuple(shape)
        self.tuple(stride)
        self.write(b"\x88" if requires_grad else b"\x89", b"ccollections\nOrderedDict\n)R")
        if not typed:
            self.write(f"ctorch\n{node['dtype']}\n".encode())
        self.write(b"tR")


def to_bytes(obj):
    """The archive of an object."""
    packer, emitter = Packer(), _Emitter()
    structure = packer.pack(obj, "")
    storages = _lay_out(packer.found, emitter.places)
    emitter.emit(structure)
    emitter.write(b".")
    entries = {"data.pkl": b"".join(emitter.parts), "byteorder": b"little"}
    entries |= {f"data/{key}": array.tobytes() for key, array in enumerate(storages)}
    entries["version"] = b"3\n"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(f"archive/{name}")
            header = file.tell() + 30 + len(entry.filename)
            room = -(header + 4) % 64  # PyTorch's archives begin each entry at such an address
            entry.extra = b"FB" + struct.pack("<H", room) + bytes(room)
            archive.writestr(entry, data)
    return file.getvalue()


def _lay_out(found, places):
    """The storages as arrays; `places` tells where in them each node's tensor lies."""
    storages = []
    for group in groups(found):
        plain = all(step >= 0 for item in group for step in item.array.strides)
        if len(group) > 1 and plain and worth_sharing(group):
            storages.append(_shared(group, len(storages), places))
            continue
        for item in group:
            array = np.array(item.array, order="C")
            stride = [step // array.itemsize for step in array.strides]
            shape = list(item.array.shape)
            places[id(item.node)] = (len(storages), array.size, 0, shape, stride)
            storages.append(array)
    return storages


def _shared(group, key, places):
    """One storage for tensors that share memory."""
    low, count = extent(group)
    memory = np.zeros(count, group[0].array.dtype)
    for item in group:
        array, size = item.array, memory.itemsize
        offset = (bounds(array)[0] - low) // size
        start = memory[offset:]
        np.lib.stride_tricks.as_strided(start, array.shape, array.strides)[...] = array
        stride = [step // size for step in array.strides]
        places[id(item.node)] = (key, count, offset, list(array.shape), stride)
    return memory
