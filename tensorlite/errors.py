"""The one form of a message: what was expected, what came, what to try."""

from .kernels import OutOfMemoryError, interpreters

__all__ = ["LinAlgError", "OutOfMemoryError", "TraceError", "Unbatched", "expected", "type_name"]


_CORE = {"Tensor", "Parameter", "Module", "Optimizer", "Generator", "device", "dtype", "layout",
         "memory_format"}  # fmt: skip


def type_name(value):
    """The name of a value's type; with its library where ours are called so: `torch.Tensor`."""
    kind = type(value)
    library = kind.__module__.partition(".")[0]
    if library == __package__ or not any(each.__name__ in _CORE for each in kind.__mro__):
        return kind.__name__
    return f"{library}.{kind.__name__}"


def expected(op, wanted, got, remedy):
    """``op: expected ...; got ...; try ...``."""
    return f"{op}: expected {wanted}; got {got}; try {remedy}"


class TraceError(RuntimeError):
    """What `tensorlite.compile` cannot record; names the user's line and a remedy.

    A function that catches it goes a way that eager code does not: the recording knows it, too.
    """

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        recorder = interpreters.current()
        if recorder is not None and recorder.active:
            recorder.refused(self)


class LinAlgError(RuntimeError):
    """What cannot be computed of a matrix, such as the inverse of a singular one."""


class Unbatched(RuntimeError):
    """What works on memory has met a tensor with hidden dims: it is to be called for each part.

    `reader` is the method that was asked for data, if one was: that cannot be called so.
    """

    reader: str | None = None
