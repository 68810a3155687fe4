"""How Python reaches a compiled kernel: native launchers, and the driver that uses all threads.

`launch(entry, geometry, words, n, *operands)` lays the addresses of the operands and then `words`
64-bit words of geometry side by side on the stack, and calls `entry(block, 0, n)`: 0.1 us from
Python. An operand is an address itself or has one, as a tensor does: see `work/operands.py`.
`drive` takes a chunk size too, releases the GIL, and shares the range with the workers of
`threads.py`.
The launchers are 80 lines of LLVM assembly, so that a process with stored kernels needs no Numba.
"""

import ctypes
import os
import sys
import threading

import numpy as np

from .. import cache
from ..internals import changed
from . import toolchain

cache.compiled_by(toolchain)  # whatever runs on this CPU comes by here

_ASSEMBLY = """
declare i64 @PyLong_AsSsize_t(ptr)
declare ptr @PyLong_FromSsize_t(i64)
declare ptr @PyErr_Occurred()
declare ptr @PyObject_GetAttr(ptr, ptr)
declare void @Py_DecRef(ptr)
declare ptr @PyEval_SaveThread()
declare void @PyEval_RestoreThread(ptr)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)

; The data address of a NumPy array: the first field after the object header.
define ptr @address_of(ptr %self, ptr %array) {
  %field = getelementptr i8, ptr %array, i64 16
  %data = load i64, ptr %field
  %result = call ptr @PyLong_FromSsize_t(i64 %data)
  ret ptr %result
}

define internal i64 @integer(ptr %args, i64 %index) alwaysinline {
  %slot = getelementptr ptr, ptr %args, i64 %index
  %object = load ptr, ptr %slot
  %result = call i64 @PyLong_AsSsize_t(ptr %object)
  ret i64 %result
}

; Where args[index] lies: itself if it is an integer, like args[0]; else its attribute `address`,
; whose name is what the launcher is bound to.
define internal i64 @place(ptr %name, ptr %args, i64 %index) alwaysinline {
  %slot = getelementptr ptr, ptr %args, i64 %index
  %object = load ptr, ptr %slot
  %type_slot = getelementptr i8, ptr %object, i64 8
  %type = load ptr, ptr %type_slot
  %first = load ptr, ptr %args
  %integer_slot = getelementptr i8, ptr %first, i64 8
  %integer = load ptr, ptr %integer_slot
  %plain = icmp eq ptr %type, %integer
  br i1 %plain, label %number, label %operand
number:
  %itself = call i64 @PyLong_AsSsize_t(ptr %object)
  ret i64 %itself
operand:
  %attribute = call ptr @PyObject_GetAttr(ptr %object, ptr %name)
  %missing = icmp eq ptr %attribute, null
  br i1 %missing, label %failed, label %found
found:
  %address = call i64 @PyLong_AsSsize_t(ptr %attribute)
  call void @Py_DecRef(ptr %attribute)
  ret i64 %address
failed:
  ret i64 -1
}

; Write the places of args[first:count] and then `words` words from `geometry` to `block`.
define internal void @fill(ptr %name, ptr %block, ptr %args, i64 %first, i64 %count,
                           i64 %geometry, i64 %words) alwaysinline {
start:
  %some = icmp slt i64 %first, %count
  br i1 %some, label %loop, label %copy
loop:
  %i = phi i64 [ %first, %start ], [ %next, %loop ]
  %pointer = call i64 @place(ptr %name, ptr %args, i64 %i)
  %position = sub i64 %i, %first
  %target = getelementptr i64, ptr %block, i64 %position
  store i64 %pointer, ptr %target
  %next = add i64 %i, 1
  %more = icmp slt i64 %next, %count
  br i1 %more, label %loop, label %copy
copy:
  %pointers = sub i64 %count, %first
  %rest = getelementptr i64, ptr %block, i64 %pointers
  %source = inttoptr i64 %geometry to ptr
  %bytes = mul i64 %words, 8
  call void @llvm.memcpy.p0.p0.i64(ptr %rest, ptr %source, i64 %bytes, i1 false)
  ret void
}

define internal i64 @enter(i64 %entry, i64 %block, i64 %lo, i64 %hi) alwaysinline {
  %returned = alloca i64
  store i64 0, ptr %returned
  %raised = alloca ptr
  %function = inttoptr i64 %entry to ptr
  %status = call i32 %function(ptr %returned, ptr %raised, i64 %block, i64 %lo, i64 %hi)
  %failed = icmp ne i32 %status, 0
  %wide = sext i32 %status to i64
  %answer = load i64, ptr %returned
  %result = select i1 %failed, i64 %wide, i64 %answer
  ret i64 %result
}

; launch(entry, geometry, words, n, *operands) -> status
define ptr @launch(ptr %self, ptr %args, i64 %count) {
  %entry = call i64 @integer(ptr %args, i64 0)
  %geometry = call i64 @integer(ptr %args, i64 1)
  %words = call i64 @integer(ptr %args, i64 2)
  %n = call i64 @integer(ptr %args, i64 3)
  %size = add i64 %count, %words
  %block = alloca i64, i64 %size
  call void @fill(ptr %self, ptr %block, ptr %args, i64 4, i64 %count, i64 %geometry, i64 %words)
  %error = call ptr @PyErr_Occurred()
  %failed = icmp ne ptr %error, null
  br i1 %failed, label %raise, label %run
run:
  %address = ptrtoint ptr %block to i64
  %status = call i64 @enter(i64 %entry, i64 %address, i64 0, i64 %n)
  %result = call ptr @PyLong_FromSsize_t(i64 %status)
  ret ptr %result
raise:
  ret ptr null
}

; drive(driver, pool, chunk, entry, geometry, words, lo, hi, *operands) -> status, without the GIL
define ptr @drive(ptr %self, ptr %args, i64 %count) {
  %driver = call i64 @integer(ptr %args, i64 0)
  %pool = call i64 @integer(ptr %args, i64 1)
  %chunk = call i64 @integer(ptr %args, i64 2)
  %entry = call i64 @integer(ptr %args, i64 3)
  %geometry = call i64 @integer(ptr %args, i64 4)
  %words = call i64 @integer(ptr %args, i64 5)
  %lo = call i64 @integer(ptr %args, i64 6)
  %hi = call i64 @integer(ptr %args, i64 7)
  %size = add i64 %count, %words
  %block = alloca i64, i64 %size
  call void @fill(ptr %self, ptr %block, ptr %args, i64 8, i64 %count, i64 %geometry, i64 %words)
  %error = call ptr @PyErr_Occurred()
  %failed = icmp ne ptr %error, null
  br i1 %failed, label %raise, label %run
run:
  %address = ptrtoint ptr %block to i64
  %job = alloca [4 x i64]
  store i64 %pool, ptr %job
  %job1 = getelementptr i64, ptr %job, i64 1
  store i64 %entry, ptr %job1
  %job2 = getelementptr i64, ptr %job, i64 2
  store i64 %address, ptr %job2
  %job3 = getelementptr i64, ptr %job, i64 3
  store i64 %chunk, ptr %job3
  %jobaddress = ptrtoint ptr %job to i64
  %state = call ptr @PyEval_SaveThread()
  %status = call i64 @enter(i64 %driver, i64 %jobaddress, i64 %lo, i64 %hi)
  call void @PyEval_RestoreThread(ptr %state)
  %result = call ptr @PyLong_FromSsize_t(i64 %status)
  ret ptr %result
raise:
  ret ptr null
}

; play(entry, *words) -> status: enter an entry on these words, without the GIL
define ptr @play(ptr %self, ptr %args, i64 %count) {
  %entry = call i64 @integer(ptr %args, i64 0)
  %block = alloca i64, i64 %count
  call void @fill(ptr %self, ptr %block, ptr %args, i64 1, i64 %count, i64 0, i64 0)
  %error = call ptr @PyErr_Occurred()
  %failed = icmp ne ptr %error, null
  br i1 %failed, label %raise, label %run
run:
  %address = ptrtoint ptr %block to i64
  %state = call ptr @PyEval_SaveThread()
  %status = call i64 @enter(i64 %entry, i64 %address, i64 0, i64 0)
  call void @PyEval_RestoreThread(ptr %state)
  %result = call ptr @PyLong_FromSsize_t(i64 %status)
  ret ptr %result
raise:
  ret ptr null
}

; run(block, entry, lo): enter one entry, without the GIL
define ptr @run(ptr %self, ptr %args, i64 %count) {
  %value = call i64 @integer(ptr %args, i64 0)
  %entry = call i64 @integer(ptr %args, i64 1)
  %lo = call i64 @integer(ptr %args, i64 2)
  %block = alloca i64
  store i64 %value, ptr %block
  %address = ptrtoint ptr %block to i64
  %state = call ptr @PyEval_SaveThread()
  %status = call i64 @enter(i64 %entry, i64 %address, i64 %lo, i64 %lo)
  call void @PyEval_RestoreThread(ptr %state)
  %result = call ptr @PyLong_FromSsize_t(i64 %status)
  ret ptr %result
}

declare i32 @sem_init(ptr, i32, i32)
define ptr @start_semaphore(ptr %self, ptr %object) {
  %address = call i64 @PyLong_AsSsize_t(ptr %object)
  %semaphore = inttoptr i64 %address to ptr
  %status = call i32 @sem_init(ptr %semaphore, i32 0, i32 0)
  %wide = sext i32 %status to i64
  %result = call ptr @PyLong_FromSsize_t(i64 %wide)
  ret ptr %result
}
"""

_METH_FASTCALL, _METH_O = 0x0080, 0x0008


class _MethodDef(ctypes.Structure):
    """CPython's PyMethodDef."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("function", ctypes.c_void_p),
        ("flags", ctypes.c_int),
        ("doc", ctypes.c_char_p),
    )


_LAUNCHERS = {
    "address_of": ("address_of", _METH_O),
    "launch": ("launch", _METH_FASTCALL),
    "drive": ("drive", _METH_FASTCALL),
    "play": ("play", _METH_FASTCALL),
    "run": ("run", _METH_FASTCALL),
    "sem_init": ("start_semaphore", _METH_O),
}
_PYTHON = ("PyLong_AsSsize_t", "PyLong_FromSsize_t", "PyErr_Occurred", "PyObject_GetAttr",
           "Py_DecRef", "PyEval_SaveThread", "PyEval_RestoreThread")  # fmt: skip
_definitions = []
_ADDRESS = sys.intern("address")  # what operands are asked for
_lock = threading.RLock()


def _load():
    """The launchers as functions of Python, by name."""
    for symbol in _PYTHON:
        function = getattr(ctypes.pythonapi, symbol)
        cache.binding().add_symbol(symbol, ctypes.cast(function, ctypes.c_void_p).value)
    engine = cache.assembled("native", _ASSEMBLY)
    make = ctypes.pythonapi.PyCFunction_NewEx
    make.restype, make.argtypes = ctypes.py_object, (ctypes.c_void_p,) * 3
    functions = {}
    for name, (symbol, flags) in _LAUNCHERS.items():
        address = engine.get_function_address(symbol)
        definition = _MethodDef(name.encode(), address, flags, None)
        _definitions.append(definition)  # CPython keeps a pointer to it
        functions[name] = make(ctypes.addressof(definition), id(_ADDRESS), None)
    array = np.empty(1)
    if functions["address_of"](array) != array.ctypes.data:
        raise changed("numpy", "an array whose first field is its address", "another one")
    return functions


def __getattr__(name):
    """Load the launchers when the first one is asked for: llvmlite is half of the import's time."""
    if name not in _LAUNCHERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with _lock:
        if name not in globals():
            globals().update(_load())
    return globals()[name]


def _after_fork():
    global _lock
    _lock = threading.RLock()  # another thread of the parent may have held it


os.register_at_fork(after_in_child=_after_fork)
