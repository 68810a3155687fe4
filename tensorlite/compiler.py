"""What programs ask of `tensorlite.compile` in passing, under PyTorch's names."""

from .kernels import interpreters
from .plan.compiled import compile, living

__all__ = ["compile", "is_compiling", "reset"]


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


def reset() -> None:
    """Forget the plans of all compiled functions, and their memory."""
    for each in list(living):
        each.reset()
