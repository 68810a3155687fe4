"""Whole objects, such as modules with their classes: pickles, which run code when they are read.

A file of ours is a line and a pickle, in which tensors that share memory share it again. An archive
of torch.save names PyTorch's classes: ours of the same names are made of what it holds.
"""

from __future__ import annotations

import io
import pickle

import numpy as np

import tensorlite as tl

from ..dtypes import DTYPES
from ..errors import expected
from ..nn.parameter import is_uninitialized
from ..tensor import Tensor, array_of, make
from .pickles import Name

HEAD = b"objects of tensorlite.save\n"
_PROTOCOL = 4


def is_ours(data):
    """Whether bytes begin as `to_bytes` has them."""
    return data[: len(HEAD)] == HEAD


def to_bytes(obj):
    """A pickle of any object, behind a line that tells it from other files."""
    file = io.BytesIO()
    file.write(HEAD)
    try:
        _Writer(file, _PROTOCOL).dump(obj)
    except (AttributeError, TypeError, pickle.PicklingError) as error:
        raise pickle.PicklingError(
            expected("save", "objects that pickle", str(error), "its state_dict()")
        ) from None
    return file.getvalue()


def from_bytes(data):
    """The object; what its pickle names is imported and called."""
    return _Unpickler(io.BytesIO(data[len(HEAD) :])).load()


class _Unpickler(pickle.Unpickler):
    """Python's, which says what to do about a class that is not there."""

    def find_class(self, module, name):
        """What a pickle names."""
        try:
            return super().find_class(module, name)
        except (AttributeError, ModuleNotFoundError) as error:
            raise AttributeError(
                expected("load", f"the program to have {module}.{name}", str(error),
                         "importing what defines it")
            ) from None  # fmt: skip


class Memory:
    """The bytes of a storage, which several tensors may show."""

    def __init__(self, data):
        self.bytes = np.frombuffer(bytearray(data), np.uint8)

    def __reduce__(self):
        return type(self), (self.bytes.tobytes(),)

    def shown_as(self, kind):
        """All of it as a tensor of one dim and of a dtype."""
        whole = self.bytes[: self.bytes.size // kind.itemsize * kind.itemsize]
        return tl.from_numpy(whole.view(kind.numpy))


class _Writer(pickle.Pickler):
    """Takes tensors apart into Memory, once for each storage, and what they see of it."""

    def __init__(self, file, protocol):
        super().__init__(file, protocol)
        self.held, self.kept = {}, []

    def reducer_override(self, obj):
        """How a tensor is made again; all else is pickled as Python has it."""
        own = type(obj).__reduce_ex__ if isinstance(obj, Tensor) else None
        if own is not Tensor.__reduce_ex__ or is_uninitialized(obj):
            return NotImplemented
        plain = obj.detach().cpu()
        memory = plain.memory
        if id(memory) not in self.held:
            whole = make(memory, tl.empty(0, dtype=tl.uint8).spec, memory.address)
            whole = whole.as_strided((memory.nbytes,), (1,))
            self.held[id(memory)] = Memory(array_of(whole))
            self.kept.append(memory)  # an id is that of what lives
        offset = plain.address - memory.address
        place = plain.dtype.name, tuple(plain.shape), plain.stride(), offset
        told = obj.requires_grad, str(obj.device), vars(obj)
        return rebuilt, (type(obj), self.held[id(memory)], *place, *told)


def rebuilt(kind, memory, dtype, shape, stride, offset, requires_grad, device, attributes):
    """A tensor of a class over what a file holds, which begins so many bytes into its Memory."""
    flat = memory.shown_as(DTYPES[dtype])
    seen = flat.as_strided(shape, stride, offset // DTYPES[dtype].itemsize).to(device)
    made = make(seen.memory, seen.spec, seen.address, kind).requires_grad_(requires_grad)
    vars(made).update(attributes)
    return made


class Reader(_Unpickler):
    """Reads a pickle of torch.save whole: its classes are ours of the same names.

    Parameters
    ----------
    file : file object
    known : dict of str to callable
        What is called in the place of functions, by their full names.
    persistent : callable
        Of a tuple: what the pickle stores elsewhere.
    storages : iterable of str
        The names of classes that only say what a storage holds.
    """

    def __init__(self, file, known, persistent, storages):
        super().__init__(file, encoding="latin1")
        self.known, self.persistent_load, self.storages = known, persistent, storages

    def find_class(self, module, name):
        """What a pickle names."""
        if f"{module}.{name}" in self.known:
            return self.known[f"{module}.{name}"]
        package, dot, rest = module.partition(".")
        if package != "torch":
            return super().find_class(module, name)
        if name in self.storages:
            return Name(module, name)
        return super().find_class(f"{tl.__name__}{dot}{rest}", name)
