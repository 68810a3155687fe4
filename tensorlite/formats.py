"""How elements lie in memory: the names that PyTorch has for it, and the strides it chooses."""

from . import shapes
from .errors import expected


class _Named:
    """A name of the package; pickled as such."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"tensorlite.{self.name}"

    def __reduce__(self) -> str:
        return self.name


class memory_format(_Named):
    """An order of elements in memory, such as ``tensorlite.contiguous_format``."""

    __slots__ = ()


class layout(_Named):
    """A kind of storage: ``tensorlite.strided``; tensors of others cannot be made."""

    __slots__ = ()


preserve_format = memory_format("preserve_format")
contiguous_format = memory_format("contiguous_format")
channels_last = memory_format("channels_last")
channels_last_3d = memory_format("channels_last_3d")
strided, sparse_coo, jagged = layout("strided"), layout("sparse_coo"), layout("jagged")
sparse_csr, sparse_csc = layout("sparse_csr"), layout("sparse_csc")
sparse_bsr, sparse_bsc = layout("sparse_bsr"), layout("sparse_bsc")


def check_layout(op, wanted):
    """Refuse a layout that tensors cannot have."""
    if wanted is None or wanted is strided:
        return
    if not isinstance(wanted, layout):
        got = type(wanted).__name__
        raise TypeError(expected(op, "layout to be one", got, "tensorlite.strided"))
    raise NotImplementedError(
        f"{op}: not implemented for other layouts; expected layout=tensorlite.strided; got "
        f"{wanted}; try layout=None"
    )


_ORDERS = {4: (1, 3, 2, 0), 5: (1, 4, 3, 2, 0)}  # of dims, the fastest first: channels last
_RANKS = {channels_last: 4, channels_last_3d: 5}
_OF_RANK = {rank: last for last, rank in _RANKS.items()}


def wanted_strides(op, wanted, shape):
    """The strides of a shape in the memory format that is asked for; None: those of the input.

    Raises
    ------
    TypeError
        If it is no memory format.
    RuntimeError
        If it is one of another number of dims.
    """
    if wanted is None or wanted is preserve_format:
        return None
    if wanted is contiguous_format:
        return shapes.contiguous_strides(shape)
    if not isinstance(wanted, memory_format):
        got = type(wanted).__name__
        raise TypeError(expected(op, "a memory_format", got, "tensorlite.contiguous_format"))
    if _RANKS[wanted] != len(shape):
        raise RuntimeError(
            f"{op}: required rank {_RANKS[wanted]} tensor to use {wanted.name} format; got shape "
            f"{list(shape)}; try contiguous_format"
        )
    return strides_in(shape, _ORDERS[len(shape)])


def has_format(op, wanted, spec):
    """Whether the elements of a tensor with this Spec lie side by side in a memory format."""
    if wanted is contiguous_format or wanted is preserve_format:
        return spec.contiguous
    if isinstance(wanted, memory_format) and _RANKS[wanted] != len(spec.shape):
        return False
    pairs = zip(wanted_strides(op, wanted, spec.shape), spec.strides, spec.shape, strict=True)
    return all(step == own or extent == 1 for step, own, extent in pairs)


def format_of(spec):
    """The memory format that results of ops take over from a tensor with this Spec."""
    return _OF_RANK[len(spec.shape)] if spec.channels_last else contiguous_format


def is_channels_last(shape, strides):
    """Whether PyTorch would take these strides for those of images with their channels last.

    Where extents of 1 leave it open, they are not.
    """
    if len(shape) not in _ORDERS or strides[1] == 0 or 0 in shape:
        return False
    least = 0
    for dim in _ORDERS[len(shape)]:
        if strides[dim] < least or (dim == 0 and least == strides[1]):
            return False
        least = strides[dim] * shape[dim]
    return True


def channels_last_strides(shape):
    """Those of images with their channels last."""
    return strides_in(shape, _ORDERS[len(shape)])


def strides_in(shape, order):
    """Dense strides for dims that lie in this order, the fastest first."""
    strides, step = [0] * len(shape), 1
    for dim in order:
        strides[dim] = step
        step *= max(shape[dim], 1)
    return tuple(strides)


def is_dense(shape, strides):
    """Whether elements lie side by side in some order of dims, each in its own place."""
    step = 1
    for stride, extent in sorted(zip(strides, shape, strict=True)):
        if extent > 1:
            if stride != step:
                return False
            step *= extent
    return True


def strides_like(shape, strides):
    """Dense strides in the order of others; the same ones, where these are dense."""
    if is_dense(shape, strides):
        return strides
    return strides_in(shape, _fastest_first(shape, [strides]))


def result_strides(shape, specs):
    """The strides of what an elementwise op computes of such operands, as PyTorch chooses them."""
    if all(spec.shape == shape for spec in specs):
        strides = specs[0].strides
        if all(spec.contiguous for spec in specs):
            return None
        if all(spec.strides == strides for spec in specs) and is_dense(shape, strides):
            return strides
    steps = [shapes.expanded_strides(spec.shape, spec.strides, shape) for spec in specs]
    return strides_in(shape, _fastest_first(shape, steps))


def _fastest_first(shape, strides):
    """The dims in the order of their steps in the first operand that tells them apart."""
    order = list(range(len(shape) - 1, -1, -1))
    for last in range(1, len(order)):
        at = last
        for k in range(last - 1, -1, -1):
            behind = _comes_behind(shape, strides, order[k], order[at])
            if behind is False:
                break
            if behind:
                order[k], order[at], at = order[at], order[k], k
    return order


def _comes_behind(shape, strides, dim, other):
    """Whether a dim has the longer steps of two; None if no operand tells."""
    for steps in strides:
        a, b = steps[dim], steps[other]
        if a == 0 or b == 0:
            continue
        if a != b:
            return a > b
        if shape[dim] > shape[other]:
            return True
    return None
