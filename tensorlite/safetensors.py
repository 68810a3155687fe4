"""Safetensors files by the names of `safetensors.torch`: dicts of tensors, and models."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, Self

import numpy as np

import tensorlite as tl

from .absent import listing as _listing
from .annotations import DeviceLike
from .docstrings import document as _document
from .errors import expected
from .kernels import files
from .serialization import safetensors_files
from .tensor import Tensor, memory_of

__all__ = ["load", "load_file", "load_model", "safe_open", "save", "save_file", "save_model"]
__dir__ = _listing(__name__)


def save(tensors: Mapping[str, Tensor], metadata: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a file.

    Parameters
    ----------
    tensors : dict of str to Tensor
    metadata : dict of str to str, optional

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite import safetensors
    >>> safetensors.load(safetensors.save({"w": tl.ones(2)}))
    {'w': tensor([1., 1.])}
    """
    arrays = {}
    for name, x in tensors.items():
        if not isinstance(x, Tensor):
            got = f"{type(x).__name__} for {name!r}"
            raise ValueError(expected("safetensors.save", "tensors", got, "tensorlite.tensor()"))
        arrays[name] = np.array(memory_of(x.detach()), order="C", copy=True)
    return safetensors_files.written(arrays, metadata)


def save_file(
    tensors: Mapping[str, Tensor],
    filename: str | os.PathLike[str],
    metadata: Mapping[str, str] | None = None,
) -> None:
    """Write a file; arguments as of `save`."""
    files.replace(os.path.realpath(os.fsdecode(filename)), save(tensors, metadata))


def load(data: bytes) -> dict[str, Tensor]:
    """The dict of tensors in the bytes of a file."""
    return safetensors_files.tensors_of(data, "bytes")


def load_file(filename: str | os.PathLike[str], device: DeviceLike = "cpu") -> dict[str, Tensor]:
    """The dict of tensors in a file."""
    with open(filename, "rb") as file:
        found = safetensors_files.tensors_of(file, repr(os.fspath(filename)))
    return found if device == "cpu" else {name: x.to(device) for name, x in found.items()}


class safe_open:
    """
    A file of which tensors are read one by one, when they are asked for.

    Parameters
    ----------
    filename : path
    framework : str
        Taken for the sake of programs of PyTorch, which say "pt": tensors are ours.
    device : device, default 'cpu'
        Where the tensors are put.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    RuntimeError
        If it is no safetensors file, or is not whole.

    Examples
    --------
    >>> import os, tempfile
    >>> import tensorlite as tl
    >>> from tensorlite.safetensors import safe_open, save_file
    >>> path = os.path.join(tempfile.mkdtemp(), "weights.safetensors")
    >>> save_file({"weight": tl.eye(2), "bias": tl.zeros(2)}, path, metadata={"epoch": "3"})
    >>> with safe_open(path, framework="pt") as file:
    ...     print(file.keys(), file.metadata())
    ...     print(file.get_slice("weight")[:, 1])  # reads no other tensor
    ['bias', 'weight'] {'epoch': '3'}
    tensor([0., 1.])
    """

    def __init__(
        self, filename: str | os.PathLike[str], framework: str = "pt", device: DeviceLike = "cpu"
    ) -> None:
        path = os.path.realpath(os.fsdecode(filename))
        self._file = open(path, "rb")  # noqa: SIM115  (closed by the context, or with the object)
        self._device = device
        try:
            self._entries, self._metadata, self._begin = safetensors_files.contents(
                self._file, repr(os.fspath(filename))
            )
        except BaseException:
            self._file.close()
            raise

    def keys(self) -> list[str]:
        """The names of the tensors."""
        return sorted(self._entries)

    def offset_keys(self) -> list[str]:
        """The names of the tensors in the order in which they lie in the file."""
        return sorted(self._entries, key=lambda name: self._entries[name]["data_offsets"])

    def metadata(self) -> dict[str, str] | None:
        """What was written beside the tensors."""
        return self._metadata

    def get_tensor(self, name: str) -> Tensor:
        """The tensor of a name, read from the file."""
        return tl.from_numpy(self._array(name)).to(self._device)

    def get_slice(self, name: str) -> Slice:
        """A tensor that is read when it is indexed; `get_shape` and `get_dtype` read nothing."""
        return Slice(self, name)

    def get(self, name: str, default: Any = None) -> Any:
        """The tensor of a name, or `default`."""
        return self.get_tensor(name) if name in self._entries else default

    def _entry(self, name):
        if name not in self._entries:
            raise KeyError(
                expected("get_tensor", "a name in the file", repr(name), f"one of {self.keys()}")
            )
        return self._entries[name]

    def _array(self, name):
        return safetensors_files.read(self._file, self._entry(name), self._begin)

    def __getitem__(self, name: str) -> Tensor:
        return self.get_tensor(name)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()


class Slice:
    """A tensor of an open file, read when it is indexed."""

    def __init__(self, file: safe_open, name: str) -> None:
        self._file, self._name, self._entry = file, name, file._entry(name)

    def get_shape(self) -> list[int]:
        """Its extents."""
        return list(self._entry["shape"])

    def get_dtype(self) -> str:
        """Its dtype by the name that the format has for it."""
        return self._entry["dtype"]

    def __getitem__(self, index: Any) -> Tensor:
        return tl.from_numpy(self._file._array(self._name))[index].to(self._file._device)


def save_model(
    model: tl.nn.Module,
    filename: str | os.PathLike[str],
    metadata: Mapping[str, str] | None = None,
    force_contiguous: bool = True,
) -> None:
    """Write the state of a Module; of names that share one tensor only the first is kept.

    Parameters
    ----------
    model : Module
    filename : path
    metadata : dict of str to str, optional
        The names that were left out are added, with the name that stands for them.
    force_contiguous : ignored
    """
    kept, places, metadata = {}, {}, dict(metadata or {})
    for name, x in model.state_dict().items():
        place = (x.address, x.shape, x.stride())
        first = places.setdefault(place, name) if x.numel() else name
        if first == name:
            kept[name] = x
        else:
            metadata[name] = first
    save_file(kept, filename, metadata or None)


def load_model(
    model: tl.nn.Module,
    filename: str | os.PathLike[str],
    strict: bool = True,
    device: DeviceLike = "cpu",
) -> tuple[set[str], list[str]]:
    """Read what `save_model` wrote into a Module.

    Returns
    -------
    set of str, list of str
        Names that are missing and names that are unexpected; errors where `strict`.
    """
    state = load_file(filename, device)
    with tl.no_grad():
        found = model.load_state_dict(state, strict=False)
    own = model.state_dict()
    given = {own[name].address for name in state if name in own}
    missing = {name for name in found.missing_keys if own[name].address not in given}
    if strict and (missing or found.unexpected_keys):
        raise RuntimeError(
            f"Error(s) in loading state_dict for {type(model).__name__}: Missing key(s): "
            f"{sorted(missing)}; Unexpected key(s): {found.unexpected_keys}"
        )
    return missing, found.unexpected_keys


_document(globals(), __all__)
