"""Parameters and buffers on another device, or in another dtype."""

from __future__ import annotations

import tensorlite as tl

from ..dtypes import as_dtype
from ..tensor import Tensor
from .parameter import is_uninitialized


def replace_data(param, fn):
    """Let a parameter and its gradient show ``fn(data)``; the parameter stays the same object."""
    inside = param if is_uninitialized(param) else param.detach()
    grad, data, needed = param.grad, fn(inside), param.requires_grad
    if data.dtype != param.dtype:
        param.grad = None
        param.requires_grad_(False)
    param.data = data
    param.requires_grad_(needed)
    param.grad = None if grad is None else fn(grad.detach())


def parsed_to(args, kwargs):
    """(device, dtype, memory format) of the forms of `to`."""
    device, dtype = kwargs.pop("device", None), kwargs.pop("dtype", None)
    memory_format = kwargs.pop("memory_format", None)
    for name in ("non_blocking", "copy"):
        kwargs.pop(name, None)
    if kwargs:
        raise TypeError(f"nn.Module.to: got an unexpected keyword argument {next(iter(kwargs))!r}")
    for arg in args:
        if isinstance(arg, Tensor):
            device, dtype = arg.device, arg.dtype
        elif isinstance(arg, tl.dtype) or arg in (bool, int, float, complex):
            dtype = arg
        elif not isinstance(arg, bool):
            device = arg
    return device, dtype if dtype is None else as_dtype(dtype, "nn.Module.to"), memory_format
