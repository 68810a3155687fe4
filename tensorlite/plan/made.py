"""What a recording has made itself: whether every call may give the same object."""

import types

import numpy as np

from ..dtypes import dtype
from ..kernels.internals.cpython import sets_variables
from ..shapes import Size
from .conditions import is_plain
from .known import is_users

_KINDS = (types.BuiltinFunctionType, types.ModuleType, type, dtype, Size, np.dtype, np.generic,
          range, slice)  # fmt: skip


def stays(value, is_given, known=()):
    """Whether a value is there before each call, or holds nothing that a call makes anew.

    `is_given(value)` tells of one object whether it is the same in each call.
    """
    if is_plain(value) or is_given(value) or id(value) in known:
        return True
    known = {id(value), *known}
    if isinstance(value, types.MethodType):
        held = [value.__self__, value.__func__]
    elif isinstance(value, types.FunctionType):
        if sets_variables(value.__code__):
            return False
        held = [*(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values(),
                *vars(value).values(), *map(_content, value.__closure__ or ())]  # fmt: skip
    elif isinstance(value, property):
        held = [value.fget, value.fset, value.fdel]
    elif isinstance(value, staticmethod | classmethod):
        held = [value.__func__]
    elif isinstance(value, type) and is_users(value):
        held = [x for name, x in vars(value).items()
                if not name.startswith("__") or isinstance(x, types.FunctionType)]  # fmt: skip
    else:
        return isinstance(value, _KINDS)
    return all(stays(part, is_given, known) for part in held)


def _content(cell):
    try:
        return cell.cell_contents
    except ValueError:  # it holds nothing yet
        return None
