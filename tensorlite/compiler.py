"""What programs ask of `tensorlite.compile` in passing, under PyTorch's names."""

from collections.abc import Callable
from typing import Any, TypeVar, overload

from .absent import listing as _listing
from .docstrings import document as _document
from .kernels import interpreters
from .plan.compiled import compile, living

F = TypeVar("F")

__all__ = [
    "allow_in_graph", "compile", "disable", "is_compiling", "is_dynamo_compiling", "is_exporting",
    "reset",
]  # fmt: skip
__dir__ = _listing(__name__)


def is_compiling() -> bool:
    """Whether a function is being recorded.

    Examples
    --------
    >>> import tensorlite as tl
    >>> f = tl.compile(lambda x: x * (2 if tl.compiler.is_compiling() else 3))
    >>> f(tl.ones(1))
    tensor([2.])
    """
    recorder = interpreters.current()
    return recorder is not None and recorder.active


def is_dynamo_compiling() -> bool:
    """Whether a function is being recorded."""
    return is_compiling()


def is_exporting() -> bool:
    """Whether a function is being exported: no."""
    return False


def allow_in_graph(fn: F) -> F:
    """
    The function itself: all functions that can be followed are recorded.

    Returns
    -------
    callable
        `fn`.
    """
    return fn


@overload
def disable(fn: F, recursive: bool = True, *, reason: str | None = None) -> F: ...
@overload
def disable(
    fn: None = None, recursive: bool = True, *, reason: str | None = None
) -> Callable[[F], F]: ...
def disable(fn: Any = None, recursive: bool = True, *, reason: str | None = None) -> Any:
    """
    The function itself: a plan has no gaps, so what it calls is recorded, or refused.

    Returns
    -------
    callable
        `fn`; without it a decorator.
    """
    return fn if fn is not None else allow_in_graph


def reset() -> None:
    """Forget the plans of all compiled functions, and their memory."""
    for each in list(living):
        each.reset()


_document(globals(), [name for name in __all__ if name != "compile"])
