"""Whose code is whose: the user's, which a recording follows, and that of libraries."""

import array
import gc
import os
import sys
import types
from pathlib import Path

import numpy as np

from ..graph import is_internal
from .holders import attributes, slots_of

STDLIB = str(Path(os.__file__).parent) + "/"
_SITE = ("site-packages", "dist-packages")
# parts of the standard library that hand on to the user's functions and objects
_FOLLOWED = ("collections/", "contextlib.py", "copy.py", "dataclasses.py", "functools.py", "os.py",
             "_collections_abc.py", "types.py", "weakref.py", "_weakrefset.py", "argparse.py",
             "configparser.py")  # fmt: skip
_LIBRARIES = ("numpy", "numba", "numba.cuda", "numba_cuda", "cuda", "llvmlite", "torch", "scipy",
              "bytecode", "safetensors", "_pytest", "pluggy")  # fmt: skip
_WINDOWS = (bytearray, memoryview, array.array, type({}.keys()), type({}.values()),
            type({}.items()))  # fmt: skip
_OPAQUE = {"_hashlib", "_blake2", "_md5", "_sha1", "_sha2", "_sha3", "_sha256", "_sha512", "_hmac",
           "zlib", "_bz2", "_lzma", "_csv", "pyexpat", "sqlite3", "_asyncio"}  # fmt: skip
_GIVES_DATA = ("__array__", "__array_interface__", "__dlpack__")
_HEAP = 1 << 9  # Py_TPFLAGS_HEAPTYPE: a class that Python code made
_IMMUTABLE = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE


class _Watched(dict):
    """Whether the functions of a file are followed: the user's, and what hands on to them."""

    def __missing__(self, filename):
        known = is_internal(filename)
        if filename.startswith("<frozen"):  # a module that is part of the interpreter
            known = not f"{filename[8:-1]}.py".startswith(_FOLLOWED)
        known |= any(filename.startswith(home) for home in _homes())
        if filename.startswith(STDLIB) and not any(part in filename for part in _SITE):
            known |= not filename[len(STDLIB) :].startswith(_FOLLOWED)
        self[filename] = not known
        return not known


def _homes():
    """Where the libraries lie that have been imported, wherever they were installed."""
    for module in filter(None, map(sys.modules.get, _LIBRARIES)):
        yield from (f"{folder}/" for folder in getattr(module, "__path__", ()))


follows = _Watched().__getitem__


def is_standard(code):
    """Whether code lies with Python's own library, or in the interpreter."""
    return code.co_filename.startswith((STDLIB, "<frozen"))


def is_followed(code, space):
    """Whether code with these globals is followed."""
    home = space.get("__file__") or code.co_filename
    made = str(space.get("__name__")).startswith("namedtuple_")  # by `collections`, of no file
    return follows(code.co_filename) and follows(home) and not made


def has_attributes(obj):
    """Whether an object holds attributes of its own."""
    return attributes(obj) is not None or bool(
        type(obj).__flags__ & _HEAP and slots_of(type(obj))
    )


def is_window(obj):
    """Whether an object shows memory or a dict whose content cannot be watched through it."""
    if isinstance(obj, _WINDOWS):
        return True
    return any(base.__module__ in ("_ctypes", "mmap") for base in type(obj).__mro__)


def is_stream(obj):
    """Whether an object goes on from where it stands, unseen: an iterator, no class of a user's."""
    return hasattr(type(obj), "__next__") and not is_users(type(obj))


def is_opaque(obj):
    """Whether an object of C code has a state that nothing shows, such as a hash or a file."""
    return type(obj).__module__.partition(".")[0] in _OPAQUE


def is_foreign(kind):
    """Whether a class is another library's for data, as a DataFrame is: it may change unseen."""
    if issubclass(kind, np.ndarray | np.generic):
        return False
    bases = [base for base in kind.__mro__ if any(name in vars(base) for name in _GIVES_DATA)]
    files = [getattr(sys.modules.get(base.__module__), "__file__", None) for base in bases]
    return any(not is_internal(file) and any(part in file for part in _SITE)
               for file in filter(None, files))  # fmt: skip


def is_module(obj):
    """Whether an object is an nn.Module, which this layer does not know."""
    return "_parameters" in (attributes(obj) or ())


def is_users(kind):
    """Whether a class is the user's."""
    module = sys.modules.get(kind.__module__)
    file = getattr(module, "__file__", None) or kind.__module__
    return bool(kind.__flags__ & _HEAP) and follows(file)


def may_be_changed(kind):
    """Whether the attributes of a class can be set."""
    return kind.__flags__ & _HEAP and not kind.__flags__ & _IMMUTABLE


def functions_of(code):
    """The functions that run a code object."""
    return [f for f in gc.get_referrers(code) if isinstance(f, types.FunctionType)]
