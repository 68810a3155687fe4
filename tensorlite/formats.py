"""How elements lie in memory, as PyTorch names it: there are strided, row-major tensors."""

from .errors import expected


class _Named:
    """A name of the package; pickled as such."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"tensorlite.{self.name}"

    def __reduce__(self):
        return self.name


class memory_format(_Named):
    """An order of elements in memory, such as ``tensorlite.contiguous_format``."""

    __slots__ = ()


class layout(_Named):
    """A kind of storage: ``tensorlite.strided``."""

    __slots__ = ()


preserve_format = memory_format("preserve_format")
contiguous_format = memory_format("contiguous_format")
channels_last = memory_format("channels_last")
channels_last_3d = memory_format("channels_last_3d")
strided = layout("strided")


def row_major(op, wanted):
    """Whether `wanted` asks for row-major elements, rather than for those of the input.

    Raises
    ------
    TypeError
        If it is no memory format.
    RuntimeError
        If it is one that tensors do not have.
    """
    if wanted is None or wanted is preserve_format:
        return False
    if wanted is contiguous_format:
        return True
    supported = "preserve_format or contiguous_format"
    if isinstance(wanted, memory_format):
        raise RuntimeError(
            expected(op, supported, f"{wanted!r}, which is unsupported", "permute().contiguous()")
        )
    got = type(wanted).__name__
    raise TypeError(expected(op, f"a memory_format, {supported}", got, "contiguous_format"))
