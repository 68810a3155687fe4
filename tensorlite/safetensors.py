"""Safetensors files by the names of `safetensors.torch`: dicts of tensors, and models."""

from __future__ import annotations

import os

import numpy as np

import tensorlite as tl

from .absent import listing as _listing
from .docstrings import document as _document
from .errors import expected
from .kernels import files
from .serialization import safetensors_files
from .tensor import Tensor, memory_of

__all__ = ["load", "load_file", "load_model", "save", "save_file", "save_model"]
__dir__ = _listing(__name__)


def save(tensors, metadata=None) -> bytes:
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


def save_file(tensors, filename, metadata=None) -> None:
    """Write a file; arguments as of `save`."""
    files.replace(os.path.realpath(os.fsdecode(filename)), save(tensors, metadata))


def load(data) -> dict[str, Tensor]:
    """The dict of tensors in the bytes of a file."""
    return safetensors_files.tensors_of(data, "bytes")


def load_file(filename, device="cpu") -> dict[str, Tensor]:
    """The dict of tensors in a file."""
    with open(filename, "rb") as file:
        found = safetensors_files.tensors_of(file, repr(os.fspath(filename)))
    return found if device == "cpu" else {name: x.to(device) for name, x in found.items()}


def save_model(model, filename, metadata=None, force_contiguous=True) -> None:
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


def load_model(model, filename, strict=True, device="cpu"):
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
