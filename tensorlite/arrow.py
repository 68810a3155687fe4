"""Arrow's C data interface out of tensors: polars, pyarrow, pandas and DuckDB read their memory.

``pl.Series(x)`` and ``pa.array(x)`` ask for it. A tensor of one dim is an array of numbers that
shares the memory where it is dense; each further dim is a list of fixed size around the next
(arrow.apache.org/docs/format/CDataInterface.html).
"""

import ctypes
import functools

import numpy as np

from . import capsules
from .kernels import cache

FORMATS = {
    "bool": b"b", "int8": b"c", "uint8": b"C", "int16": b"s", "uint16": b"S", "int32": b"i",
    "uint32": b"I", "int64": b"l", "uint64": b"L", "float16": b"e", "float32": b"f",
    "float64": b"g",
}  # fmt: skip
_text, _address, _count = ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int64


class Schema(ctypes.Structure):
    """What the numbers are."""

    _fields_ = (
        *(("format", _text), ("name", _text), ("metadata", _text), ("flags", _count)),
        *(("n_children", _count), ("children", _address), ("dictionary", _address)),
        *(("release", _address), ("private_data", _address)),
    )


class Array(ctypes.Structure):
    """Where they lie."""

    _fields_ = (
        *(("length", _count), ("null_count", _count), ("offset", _count), ("n_buffers", _count)),
        *(("n_children", _count), ("buffers", _address), ("children", _address)),
        *(("dictionary", _address), ("release", _address), ("private_data", _address)),
    )


NAMES = {Schema: b"arrow_schema", Array: b"arrow_array"}
_DECLARED = """
declare ptr @PyCapsule_GetName(ptr)
declare ptr @PyCapsule_GetContext(ptr)
"""
# release: its children that nobody moved, then the Python object behind private_data
# drop: what nobody took out of a capsule, then the object that holds the structure
_FUNCTIONS = """
define void @{prefix}_release(ptr %x) {{
entry:
  %at = getelementptr i8, ptr %x, i64 {release}
  store ptr null, ptr %at
  %counted = getelementptr i8, ptr %x, i64 {n_children}
  %n = load i64, ptr %counted
  %listed = getelementptr i8, ptr %x, i64 {children}
  %children = load ptr, ptr %listed
  br label %loop
loop:
  %i = phi i64 [0, %entry], [%next, %continue]
  %more = icmp slt i64 %i, %n
  br i1 %more, label %body, label %done
body:
  %slot = getelementptr ptr, ptr %children, i64 %i
  %child = load ptr, ptr %slot
  %place = getelementptr i8, ptr %child, i64 {release}
  %free = load ptr, ptr %place
  %moved = icmp eq ptr %free, null
  br i1 %moved, label %continue, label %call
call:
  call void %free(ptr %child)
  br label %continue
continue:
  %next = add i64 %i, 1
  br label %loop
done:
  %behind = getelementptr i8, ptr %x, i64 {private_data}
  %object = load ptr, ptr %behind
  call void @let_go(ptr %object)
  ret void
}}
define void @{prefix}_drop(ptr %capsule) {{
  %name = call ptr @PyCapsule_GetName(ptr %capsule)
  %x = call ptr @PyCapsule_GetPointer(ptr %capsule, ptr %name)
  %at = getelementptr i8, ptr %x, i64 {release}
  %free = load ptr, ptr %at
  %taken = icmp eq ptr %free, null
  br i1 %taken, label %end, label %call
call:
  call void %free(ptr %x)
  br label %end
end:
  %holder = call ptr @PyCapsule_GetContext(ptr %capsule)
  call void @Py_DecRef(ptr %holder)
  ret void
}}
"""


@functools.cache
def _functions(name):
    """The addresses of `release` and `drop` for a structure."""
    text = capsules.LET_GO + _DECLARED
    for each in NAMES:
        offsets = {field[0]: getattr(each, field[0]).offset for field in each._fields_}
        text += _FUNCTIONS.format(prefix=f"tensorlite_arrow_{each.__name__}", **offsets)
    engine = cache.assembled("arrow", text)
    prefix = f"tensorlite_arrow_{name}"
    return [engine.get_function_address(f"{prefix}_{part}") for part in ("release", "drop")]


def exported(array):
    """Capsules of the schema and the data of a NumPy array."""
    array = array.reshape(1) if not array.ndim else array
    return _capsule(_schema(array.dtype.name, array.shape[1:], b"")), _capsule(_data(array))


def _capsule(made):
    """A capsule that holds a structure until it dies; who reads it moves what is in it."""
    drop = _functions(type(made).__name__)[1]
    capsule = capsules.new(ctypes.addressof(made), NAMES[type(made)], drop)
    capsules.hold(made)
    capsules.set_context(capsule, id(made))
    return capsule


def _schema(dtype, inner, name):
    """Of numbers, or of lists of `inner[0]` entries."""
    children = [_schema(dtype, inner[1:], b"item")] if inner else []
    text = b"+w:%d" % inner[0] if inner else FORMATS[dtype]
    return _finished(Schema(text, name), children, text)


def _data(array):
    """Of the outer dim; what is not dense is copied, and truth packed to bits."""
    length, rest = array.shape[0], array.shape[1:]
    if rest:
        flat = np.ascontiguousarray(array).reshape(length * rest[0], *rest[1:])
        children, table, kept = [_data(flat)], (_address * 1)(None), None
    else:
        packed = array.dtype == bool
        kept = np.packbits(array, bitorder="little") if packed else np.ascontiguousarray(array)
        children, table = [], (_address * 2)(None, kept.ctypes.data)
    made = Array(length, 0, 0, len(table), 0, ctypes.addressof(table))
    return _finished(made, children, table, kept)


def _finished(made, children, *kept):
    """A structure with those inside it, which holds what it needs until it is released."""
    table = (_address * len(children))(*map(ctypes.addressof, children))
    made.n_children, made.children = len(children), ctypes.addressof(table) if children else None
    held = [*children, table, *kept]
    capsules.hold(held)
    made.private_data, made.release = id(held), _functions(type(made).__name__)[0]
    return made
