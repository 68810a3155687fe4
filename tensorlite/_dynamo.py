"""What programs ask of PyTorch's compiler by its private path, and no more."""

import sys
from types import SimpleNamespace
from typing import Any

from .absent import no_such
from .compiler import allow_in_graph as allow_in_graph
from .compiler import disable as disable
from .compiler import is_compiling as is_compiling
from .compiler import reset as reset
from .nn.compiled import OptimizedModule as OptimizedModule
from .tensor import Tensor

config = SimpleNamespace()  # settings of a compiler that is not here: kept, without effect


def mark_dynamic(t: Tensor, index: int | list[int] | tuple[int, ...], **named: Any) -> None:
    """Nothing: sizes are arguments of kernels, so that a new size compiles none."""


def mark_static(
    t: Tensor, index: int | list[int] | tuple[int, ...] | None = None, **named: Any
) -> None:
    """Nothing: a plan is of its sizes in any case."""


maybe_mark_dynamic = mark_dynamic


def __getattr__(name: str) -> Any:
    raise no_such(sys.modules[__name__], name)
