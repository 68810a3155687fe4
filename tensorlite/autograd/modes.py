"""Switches for recording: context managers that are decorators too, one state per thread."""

import contextlib

from ..dispatch import registry
from ..errors import expected
from ..graph import mode


class _Switch(contextlib.ContextDecorator):
    """Sets whether ops are recorded, and restores what was before; may be nested and reused."""

    def __init__(self, record):
        self.record = record
        self.before = []

    def __enter__(self):
        self.before.append(mode.grad)
        mode.grad = self.record

    def __exit__(self, *error):
        mode.grad = self.before.pop()

    def _recreate_cm(self):
        return _Switch(self.record)


class no_grad(_Switch):
    """Do not record ops: results do not require grad.

    Examples
    --------
    >>> x = tensor(1.0, requires_grad=True)
    >>> with no_grad():
    ...     y = x * 2
    >>> y.requires_grad
    False
    """

    def __new__(cls, function=None):
        made = super().__new__(cls)
        if callable(function):
            made.__init__()
            return made(function)
        return made

    def __init__(self, function=None):
        super().__init__(False)


class enable_grad(_Switch):
    """Record ops, also inside of `no_grad`."""

    def __new__(cls, function=None):
        made = super().__new__(cls)
        if callable(function):
            made.__init__()
            return made(function)
        return made

    def __init__(self, function=None):
        super().__init__(True)


class set_grad_enabled(_Switch):
    """Record ops or not, at once; as a context manager, until it ends."""

    def __init__(self, mode):
        if not isinstance(mode, bool):
            raise TypeError(expected("set_grad_enabled", "a bool", repr(mode), "True"))
        super().__init__(mode)
        self._switch()

    def _switch(self):
        self.before.append(mode.grad)
        mode.grad = self.record

    def __enter__(self):
        if not self.before:
            self._switch()


class inference_mode(_Switch):
    """Do not record ops; `inference_mode(False)` records them."""

    def __init__(self, mode=True):
        super().__init__(not mode)


def is_grad_enabled():
    """Whether ops on tensors that require grad are recorded."""
    return mode.grad


for _function in (no_grad, enable_grad, set_grad_enabled, inference_mode, is_grad_enabled):
    registry[_function.__name__] = _function
