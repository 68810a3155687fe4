"""Modules whose parameters are not set."""

from __future__ import annotations

import inspect
from typing import Any

from ..module import Model, Module

__all__ = ["skip_init"]


def skip_init(module_cls: type[Model], *args: Any, **kwargs: Any) -> Model:
    """A Module made with these arguments; its parameters may hold anything.

    Parameters
    ----------
    module_cls : type
        A Module that takes `device`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.utils.skip_init(tl.nn.Linear, 2, 3)
    Linear(in_features=2, out_features=3, bias=True)
    """
    if not issubclass(module_cls, Module):
        raise RuntimeError(f"Expected a Module; got {module_cls}")
    if "device" not in inspect.signature(module_cls).parameters:
        raise RuntimeError("Module must support a 'device' arg to skip initialization")
    return module_cls(*args, **kwargs)
