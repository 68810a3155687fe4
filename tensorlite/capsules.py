"""Capsules: memory shown to other libraries, with the Python object that keeps it meanwhile.

What gives memory back is called from anywhere, also while an exception is on its way, where Python
code cannot run: it is a few lines of LLVM's assembly, and `LET_GO` is what all of them share.
"""

import ctypes

_api = ctypes.PyDLL(None)
new = _api.PyCapsule_New
new.restype, new.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
set_context = _api.PyCapsule_SetContext
set_context.argtypes = (ctypes.py_object, ctypes.c_void_p)
hold = _api.Py_IncRef  # until `let_go`
hold.restype, hold.argtypes = None, (ctypes.py_object,)

LET_GO = """
declare i32 @Py_IsInitialized()
declare i32 @PyGILState_Ensure()
declare void @PyGILState_Release(i32)
declare void @Py_DecRef(ptr)
declare ptr @PyCapsule_GetPointer(ptr, ptr)
define private void @let_go(ptr %object) {
  %alive = call i32 @Py_IsInitialized()
  %gone = icmp eq i32 %alive, 0
  br i1 %gone, label %end, label %own
own:
  %state = call i32 @PyGILState_Ensure()
  call void @Py_DecRef(ptr %object)
  call void @PyGILState_Release(i32 %state)
  br label %end
end:
  ret void
}
"""
