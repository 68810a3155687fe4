"""Arrow's C data interface out of tensors: polars, pyarrow, pandas and DuckDB read their memory.

``pl.Series(x)`` and ``pa.array(x)`` ask for it. A tensor of one dim is an array of numbers that
shares the memory where it is dense; each further dim is a list of fixed size around the next
(arrow.apache.org/docs/format/CDataInterface.html).

What gives the memory back is called from anywhere, also while an exception is on its way, where
Python code cannot run: it is a few lines of LLVM's assembly instead.
"""

import ctypes
import functools

import numpy as np

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
declare i32 @Py_IsInitialized()
declare i32 @PyGILState_Ensure()
declare void @PyGILState_Release(i32)
declare void @Py_DecRef(ptr)
declare ptr @PyCapsule_GetName(ptr)
declare ptr @PyCapsule_GetPointer(ptr, ptr)
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
  %alive = call i32 @Py_IsInitialized()
  %gone = icmp eq i32 %alive, 0
  br i1 %gone, label %end, label %own
own:
  %state = call i32 @PyGILState_Ensure()
  %behind = getelementptr i8, ptr %x, i64 {private_data}
  %object = load ptr, ptr %behind
  call void @Py_DecRef(ptr %object)
  call void @PyGILState_Release(i32 %state)
  br label %end
end:
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
_api = ctypes.PyDLL(None)
_new = _api.PyCapsule_New
_new.restype, _new.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
_set_context = _api.PyCapsule_SetContext
_set_context.argtypes = (ctypes.py_object, ctypes.c_void_p)
_hold = _api.Py_IncRef
_hold.argtypes, _hold.restype = (ctypes.py_object,), None


@functools.cache
def _functions(name):
    """The addresses of `release` and `drop` for a structure."""
    text = _DECLARED
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
    capsule = _new(ctypes.addressof(made), NAMES[type(made)], _functions(type(made).__name__)[1])
    _hold(made)
    _set_context(capsule, id(made))
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
    _hold(held)
    made.private_data, made.release = id(held), _functions(type(made).__name__)[0]
    return made
