"""save and load, in safetensors' form or in PyTorch's; whole objects as pickles.

No file runs code, but for `load` with ``weights_only=False``.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import IO, Any

from ..absent import asked as _asked
from ..absent import listing as _listing
from ..device import device
from ..docstrings import document as _document
from ..errors import expected
from ..gate import gate_all
from ..kernels import files
from ..nn.module import Module
from ..tensor import Tensor
from . import objects, safetensors_files, torch_files
from .packing import NotPlain
from .unpacking import broken

__all__ = ["load", "save"]
__getattr__, __dir__ = _asked(__name__), _listing(__name__)

# what programs annotate with
FILE_LIKE = str | os.PathLike[str] | IO[bytes]
MAP_LOCATION = Callable[[Any, str], Any] | device | str | dict[str, str] | None

_FORMS = {"safetensors": safetensors_files, "torch": torch_files}
_ENOUGH = 64  # bytes that tell what a file is
_SUFFIXES = (".pt", ".pth", ".ckpt", ".bin", ".tar")  # of PyTorch's files


def _form_of(f, format):
    if format is None:
        name = "" if hasattr(f, "write") else os.fsdecode(f)
        format = "torch" if name.endswith(_SUFFIXES) else "safetensors"
    if format not in _FORMS:
        wanted = f"format to be one of {', '.join(_FORMS)}"
        raise ValueError(expected("tensorlite.save", wanted, repr(format), "format=None"))
    return _FORMS[format]


def save(
    obj: Any,
    f: Any,
    pickle_module: Any = None,
    pickle_protocol: int = 2,
    _use_new_zipfile_serialization: bool = True,
    *,
    format: str | None = None,
) -> None:
    """Write tensors, and containers of them, to a file; or any object, as a pickle.

    Parameters
    ----------
    obj : object
        A Tensor, a number, a string, bytes, None, a dtype, a device, a Size, or dicts, lists,
        tuples and sets of such: a model's or an optimizer's ``state_dict()``, a checkpoint of
        several. Where something else is among them, such as a whole module, the file is a pickle,
        which `load` reads with ``weights_only=False`` alone.
    f : path or file object
        A path holds the old file or the new one, never half of one, whatever happens; modes,
        owners and symbolic links stay.
    pickle_module, pickle_protocol, _use_new_zipfile_serialization
        Accepted without effect: files for torch.load are zip files of protocol 2.
    format : {"safetensors", "torch"}, optional
        By default "torch", which torch.load reads, for paths that end in .pt, .pth, .ckpt, .bin or
        .tar; else "safetensors".

    Raises
    ------
    TypeError
        If something else is among them and a `format` is asked for; nothing is written then.

    Notes
    -----
    Tensors that share memory share it again after `load`, unless they are few elements far apart in
    it. In a safetensors file each has its own name and all of its elements, so that other readers
    find the same.

    Examples
    --------
    >>> import io
    >>> import tensorlite as tl
    >>> file = io.BytesIO()
    >>> tl.save({"w": tl.ones(2), "epoch": 3}, file)
    >>> tl.load(io.BytesIO(file.getvalue()))
    {'w': tensor([1., 1.]), 'epoch': 3}
    """
    if not hasattr(f, "write") and not isinstance(f, str | bytes | os.PathLike):
        got = type(f).__name__
        raise TypeError(expected("save", "f to be a path or a file", got, "save(obj, f)"))
    try:
        data = _form_of(f, format).to_bytes(obj)
    except NotPlain:
        if format is not None:
            raise
        data = objects.to_bytes(obj)
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


def _loaded(f, whole):
    """The object in a file; a safetensors file with a path is read piece by piece."""
    if hasattr(f, "read"):
        return _from_bytes(f.read(), "a file object", whole)
    where = repr(str(os.fspath(f)))
    with open(f, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return _loaded(file, whole)
        pickled = _is_pickled(file.read(_ENOUGH))
        file.seek(0)
        if pickled:
            return _from_bytes(file.read(), where, whole)
        return safetensors_files.from_bytes(file, where)


def _from_bytes(data, where, whole):
    """The object in a whole file."""
    if not isinstance(data, bytes) or not _is_pickled(data):
        return safetensors_files.from_bytes(data, where)
    if not objects.is_ours(data):
        return torch_files.from_bytes(data, where, whole)
    if not whole:
        raise broken("a file of weights: tensors, numbers, strings, and containers of them",
                     f"objects such as modules in {where}", "save(model.state_dict(), path), or "
                     "load(..., weights_only=False), which runs what a pickle names, if you trust "
                     "who wrote it")  # fmt: skip
    return objects.from_bytes(data)


def _is_pickled(data):
    """Whether a file that begins so is one of torch.save, or of whole objects."""
    return objects.is_ours(data) or torch_files.is_zip(data) or torch_files.is_legacy(data)


def load(
    f: Any,
    map_location: Any = None,
    pickle_module: Any = None,
    *,
    weights_only: bool | None = True,
    mmap: Any = None,
    encoding: str = "utf-8",
) -> Any:
    """Read what `save` or torch.save wrote, or any safetensors file as a dict of tensors.

    Parameters
    ----------
    f : path or file object
    map_location : device, optional
        Where the tensors go; default the CPU, as for a dict or a function.
    pickle_module
        Accepted without effect.
    weights_only : bool
        Of a pickle only tensors, numbers, strings and containers are read, and nothing in it is
        run. False: whole objects are made again, such as modules, PyTorch's as ours of the same
        names, by running what the pickle names: only for files of those whom you trust.
    mmap, encoding
        Accepted without effect: bytes of Python 2's strings are read as Latin-1.

    Returns
    -------
    what was saved
        Of a safetensors file a dict of str to Tensor.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    RuntimeError
        If it is none, is broken or cut off, or holds something else, such as a whole module.
    """
    loaded = _loaded(f, whole=weights_only is not None and not weights_only)
    if map_location is None or isinstance(map_location, dict) or callable(map_location):
        return loaded
    return _moved(loaded, map_location)


def _moved(value, device):
    if isinstance(value, Tensor | Module):
        return value.to(device)
    if isinstance(value, dict):
        return type(value)((key, _moved(item, device)) for key, item in value.items())
    if isinstance(value, list | tuple):
        return type(value)(_moved(item, device) for item in value)
    return value


gate_all(globals(), ("load", "save"))
_document(globals(), __all__)
