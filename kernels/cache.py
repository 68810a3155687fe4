"""The kernel store: object code under the hash of the text that it was compiled from.

`<cache>/<toolchain and CPU>/<hash>.py` is a kernel as a person reads it, `<hash>.o` its object
code, the symbol of its entry and a checksum that covers its name: a damaged or renamed file counts
as none, and so does what anybody else could have written. Loading one takes llvmlite alone; Numba
is imported when a kernel has to be compiled.
Files appear in one step, so that many processes can share a store. Where nothing can be written,
kernels live in memory only.
"""

import contextlib
import ctypes
import functools
import hashlib
import linecache
import os
import shutil
import struct
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from . import files

compilers: set = set()  # the code of functions that compile
SILENT = {f"NUMBA_{name}" for name in
          ("CACHE_DIR", "ENABLE_CUDASIM", "NUM_THREADS", "THREADING_LAYER")}  # fmt: skip
_FOOTER = b"\0tensorlite-symbol:"
_CHECKSUM = 16  # bytes


@dataclass
class Stats:
    """What the store did in this process."""

    compiled: int = 0
    loaded: int = 0
    compile_seconds: float = 0.0


_stats = Stats()
_lock = threading.RLock()
_compiler = None  # see `compiled_by`
_addresses = {}
_sources = {}  # address -> (name, text)


def compiled_by(compiler):
    """Let a module make what is not stored.

    Its `identity()` names all that object code depends on besides its text; its
    `compile_text(name, text, filename)` is the object code of a function, and its symbol.
    """
    global _compiler
    _compiler = compiler


@functools.cache
def binding():
    """`llvmlite.binding`, loaded with the first kernel rather than with the package."""
    import llvmlite.binding

    return llvmlite.binding


def stats():
    """Kernels compiled and loaded by this process, and the seconds spent on compiling."""
    return asdict(_stats)


def folder():
    """The folder of this toolchain and CPU in the store, whether or not it exists."""
    return root() / _compiler.identity()


def clear():
    """Delete every stored kernel. Kernels that this process has loaded go on working."""
    for stored in root().glob("*-" + 20 * "[0-9a-f]"):  # nothing else that lies there
        shutil.rmtree(stored, ignore_errors=True)


def address(name, text):
    """The address of the entry `name` defined by `text`: loaded from the store, else compiled."""
    found = _addresses.get(name)
    if found is None:
        with _lock:
            found = _addresses.get(name)
            if found is None:
                found = _addresses[name] = _obtain(name, text)
                _sources[found] = name, text
    return found


def source(address):
    """The name and the Python source of the kernel at an address."""
    return _sources[address]


def assembled(label, assembly):
    """The engine, once it holds a module of LLVM assembly; its object code is stored too."""
    path = folder() / f"{label}_{digest(assembly)}.o"
    stored = read(path)
    if stored is None:
        engine()  # LLVM must be initialised
        machine = binding().Target.from_default_triple().create_target_machine(opt=2, jit=True)
        stored = machine.emit_object(binding().parse_assembly(assembly)), label
        save(path, stored)
    _link(stored[0])
    return engine()


def digest(text):
    """The content hash that names a kernel."""
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def _obtain(name, text):
    path = folder() / f"{name}.o"
    linecache.cache[str(path.with_suffix(".py"))] = (
        len(text),
        None,
        text.splitlines(True),
        str(path.with_suffix(".py")),
    )
    stored = read(path)
    if stored is None:
        stored = _compile(name, text, path)
    code, symbol = stored
    _link(code)
    _stats.loaded += 1
    return engine().get_function_address(symbol)


def _link(code):
    engine().add_object_file(binding().ObjectFileRef.from_data(code))
    engine().finalize_object()


def read(path):
    """The object code and symbol stored at a path, or None."""
    stored = files.read_own(path)
    if stored is None:
        return None
    stored, checksum = stored[:-_CHECKSUM], stored[-_CHECKSUM:]
    code, footer, symbol = stored.rpartition(_FOOTER)
    return (code, symbol.decode()) if footer and _checksum(path, stored) == checksum else None


def _checksum(path, data):
    """Of a file and its place: in another one it would be the code of another kernel."""
    place = f"{path.parent.name}/{path.name}\0".encode()
    return hashlib.blake2b(place + data, digest_size=_CHECKSUM).digest()


def compiles(function):
    """Mark what compiles: other libraries run in it, and call what they like."""
    compilers.add(function.__code__)
    return function


@compiles
def _compile(name, text, path):
    start = time.perf_counter()
    code, symbol = _compiler.compile_text(name, text, str(path.with_suffix(".py")))
    _stats.compiled += 1
    _stats.compile_seconds += time.perf_counter() - start
    if _self_contained(name, code, symbol):
        save(path, (code, symbol), text)
    return code, symbol


def _self_contained(name, code, symbol):
    """Whether a process without Numba can load an object.

    Raises
    ------
    RuntimeError
        If not even this process can: LLVM would end it.
    """
    defined, needed = _symbols(code)
    lost = [n for n in needed if binding().address_of_symbol(n) is None]
    if lost or (defined and symbol not in defined):
        raise RuntimeError(f"{name}: expected complete object code; got none of {lost or symbol}")
    process = ctypes.CDLL(None)
    return all(hasattr(process, n) for n in needed)


def _symbols(code):
    """The names that an ELF object defines, and those that it needs; nothing for other formats."""
    names = ([], [])
    if code[:5] != b"\x7fELF\x02":
        return names
    table, size, count = *struct.unpack_from("<Q", code, 40), *struct.unpack_from("<HH", code, 58)
    heads = [struct.unpack_from("<IIQQQQIIQQ", code, table + size * i) for i in range(count)]
    for _, kind, _, _, start, length, link, *_ in heads:
        if kind == 2:  # a table of symbols, linked to the table of their names
            for at in range(start, start + length, 24):
                offset, _, _, section = struct.unpack_from("<IBBH", code, at)
                begin = heads[link][4] + offset
                if offset:
                    names[section == 0].append(code[begin : code.index(b"\0", begin)].decode())
    return names


def save(path, stored, text=None):
    """Store machine code and the symbol of its entry, with the text it was compiled from."""
    code, symbol = stored
    with contextlib.suppress(OSError):  # a read-only home: keep the kernel in memory
        if not files.own_folder(path.parent):
            return
        if text is not None:
            _write(path.with_suffix(".py"), text.encode())
        stored = code + _FOOTER + symbol.encode()
        _write(path, stored + _checksum(path, stored))


def _write(path, data):
    with contextlib.suppress(FileNotFoundError):
        path.unlink()  # what is there is no kernel, and its mode may be the reason
    files.replace(path, data, durable=False, mode=0o600)


def root():
    """The folder of the store."""
    chosen = os.environ.get("TENSORLITE_CACHE")
    if chosen:
        return Path(chosen)
    base, home = Path(os.environ.get("XDG_CACHE_HOME", "")), files.home()
    if not base.is_absolute():  # such are to be ignored, says the XDG base directory specification
        base = home / ".cache" if home else Path(os.devnull)
    return base / "tensorlite"


def numba_settings():
    """What the environment tells Numba about compiling."""
    return sorted((k, v) for k, v in os.environ.items() if k[:6] == "NUMBA_" and k not in SILENT)


@functools.cache
def engine():
    """The LLVM engine that holds every kernel of the process."""
    llvm = binding()
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    machine = llvm.Target.from_default_triple().create_target_machine(jit=True)
    return llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine)


def _after_fork():
    global _lock
    _lock = threading.RLock()  # another thread of the parent may have held it


os.register_at_fork(after_in_child=_after_fork)
