"""The marks of TorchScript in programs of others: functions run as Python.

It is what PyTorch does with ``PYTORCH_JIT=0``: `script` and `trace` give back what they get. What
makes functions fast here is `tensorlite.compile`. No files of TorchScript are read or written.
"""

import sys
from collections.abc import Callable
from typing import Any, Final, NamedTuple, TypeVar

from ..absent import listing as _listing
from ..absent import no_such
from ..docstrings import document as _document
from ..errors import expected
from ..nn import Module

T = TypeVar("T")

__all__ = [
    "Attribute", "Final", "ScriptFunction", "ScriptModule", "TracerWarning", "annotate", "export",
    "ignore", "interface", "is_scripting", "is_tracing", "script", "script_method", "trace",
    "unused",
]  # fmt: skip
__dir__ = _listing(__name__)


class ScriptFunction:
    """What a scripted function is in PyTorch; here none is."""


class ScriptModule(Module):
    """A Module; `script_method` marks its methods."""


class TracerWarning(Warning):
    """What a trace warns of in PyTorch."""


class Attribute(NamedTuple):
    """A value with the type that is said of it."""

    value: Any
    type: Any


def script(
    obj: T, optimize: Any = None, _frames_up: int = 0, _rcb: Any = None, example_inputs: Any = None
) -> T:
    """The function, Module or class itself.

    Returns
    -------
    object
        `obj`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> @tl.jit.script
    ... def double(x):
    ...     return x * 2
    >>> double(tl.ones(2))
    tensor([2., 2.])
    """
    return obj


def trace(func: T, example_inputs: Any = None, **options: Any) -> T:
    """
    The function or Module itself.

    Returns
    -------
    callable
        `func`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.jit.trace(tl.nn.ReLU(), tl.ones(2))
    ReLU()
    """
    return func


def ignore(drop: bool | Callable[..., Any] = False, **options: Any) -> Any:
    """
    The function itself; also called with options, as a decorator is made.

    Returns
    -------
    callable

    Examples
    --------
    >>> import tensorlite as tl
    >>> @tl.jit.ignore
    ... def double(x):
    ...     return 2 * x
    >>> double(tl.ones(2))
    tensor([2., 2.])
    """
    return drop if callable(drop) else (lambda function: function)


def _itself(function: T) -> T:
    """
    The function or class itself.

    Returns
    -------
    callable
    """
    return function


unused = export = script_method = interface = _itself


def is_scripting() -> bool:
    """Whether TorchScript runs: no."""
    return False


def is_tracing() -> bool:
    """Whether a trace is made: no; see `compiler.is_compiling`."""
    return False


def annotate(the_type: Any, the_value: T) -> T:
    """
    The value.

    Returns
    -------
    object
        `the_value`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.jit.annotate(list[int], [1])
    [1]
    """
    return the_value


_document(globals(), __all__)


def _overload(func):
    """The function itself: one of several forms, of which only the last is called."""
    return func


_overload_method = _overload
_SCRIPTS = ("freeze", "load", "optimize_for_inference", "save", "trace_module")


def __getattr__(name: str) -> Any:
    if name in _SCRIPTS:
        wanted = "functions that run as Python"
        raise AttributeError(
            expected(f"jit.{name}", wanted, "TorchScript", "tl.compile(), tl.save() and tl.load()")
        )
    raise no_such(sys.modules[__name__], name)
