"""The marks of `torch.fx` in programs of others; what traces them into graphs is not here.

`wrap` marks functions that a trace keeps whole: they stay as they are. The classes are what
programs ask `isinstance` about: nothing is one of them. A recording of what a function does is a
plan of `tensorlite.compile`, which `explain()` shows.
"""

import sys
from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

from .absent import listing as _listing
from .absent import no_such
from .docstrings import document as _document
from .errors import expected

T = TypeVar("T")

__all__ = ["Graph", "GraphModule", "Interpreter", "Node", "Proxy", "Tracer", "Transformer",
           "symbolic_trace", "wrap"]  # fmt: skip
__dir__ = _listing(__name__)
_INSTEAD = "tl.compile(), whose plans explain() shows"


def wrap(fn_or_name: T) -> T:
    """The function, or the name of one, itself.

    Parameters
    ----------
    fn_or_name : callable or str

    Returns
    -------
    callable or str
        `fn_or_name`.

    Raises
    ------
    RuntimeError
        If it is neither.

    Examples
    --------
    >>> import tensorlite as tl
    >>> @tl.fx.wrap
    ... def halves(x):
    ...     return x[: len(x) // 2]
    >>> halves(tl.arange(4))
    tensor([0, 1])
    """
    if not callable(fn_or_name) and not isinstance(fn_or_name, str):
        got = f"{type(fn_or_name).__name__} {fn_or_name!r}"
        raise RuntimeError(expected("fx.wrap", "a function or the name of one", got, "@fx.wrap"))
    return fn_or_name


def _refused(name):
    wanted = "what tensorlite has"
    return RuntimeError(expected(f"fx.{name}", wanted, "traces into graphs", _INSTEAD))


def symbolic_trace(root: Any, concrete_args: Mapping[str, Any] | None = None) -> NoReturn:
    """Refused: there are no graphs of this kind; see `tensorlite.compile`.

    Raises
    ------
    RuntimeError
        Always.

    Examples
    --------
    >>> import tensorlite as tl
    >>> try:
    ...     tl.fx.symbolic_trace(tl.nn.ReLU())
    ... except RuntimeError as error:
    ...     print(str(error)[:17])
    fx.symbolic_trace
    """
    raise _refused("symbolic_trace")


class _OfGraphs:
    """What stands in a graph in PyTorch; here none is made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise _refused(type(self).__name__)


class Graph(_OfGraphs):
    """A graph of calls in PyTorch; here none is made."""


class GraphModule(_OfGraphs):
    """A Module that runs a graph in PyTorch; here none is made."""


class Interpreter(_OfGraphs):
    """What runs a graph node by node in PyTorch; here none is made."""


class Node(_OfGraphs):
    """A call in a graph in PyTorch; here none is made."""


class Proxy(_OfGraphs):
    """What stands for a value while PyTorch traces; here none is made."""


class Tracer(_OfGraphs):
    """What traces a function in PyTorch; here none is made."""


class Transformer(Interpreter):
    """An Interpreter that makes another graph in PyTorch; here none is made."""


def __getattr__(name: str) -> Any:
    raise no_such(sys.modules[__name__], name)


_document(globals(), ["symbolic_trace", "wrap"])
