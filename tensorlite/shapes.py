"""Shapes, strides and dims: plain tuples and the rules between them. Strides count elements."""

import contextlib
import functools
import operator
from collections.abc import Iterable
from typing import Any, SupportsIndex, overload

from .errors import expected


class Size(tuple[int, ...]):
    """The shape of a tensor: a tuple of integers that prints as PyTorch's does."""

    __slots__ = ()

    def __new__(cls, shape: Iterable[SupportsIndex] = ()) -> "Size":
        """The extents, each of which is an integer."""
        extents = tuple(shape)
        try:
            return tuple.__new__(cls, map(operator.index, extents))
        except TypeError:
            raise TypeError(expected("Size", "integers", repr(extents), "int()")) from None

    def __repr__(self) -> str:
        return f"tensorlite.Size({list(self)})"

    def numel(self) -> int:
        """The number of elements of this shape."""
        return numel(self)

    @overload
    def __getitem__(self, index: SupportsIndex) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> "Size": ...

    def __getitem__(self, index: SupportsIndex | slice) -> Any:
        if isinstance(index, slice):
            return size_of(tuple.__getitem__(self, index))
        return tuple.__getitem__(self, index)

    def __add__(self, other: tuple[Any, ...]) -> "Size":  # type: ignore[override]
        return Size((*self, *other)) if isinstance(other, tuple) else NotImplemented

    def __radd__(self, other: tuple[Any, ...]) -> "Size":
        return Size((*other, *self)) if isinstance(other, tuple) else NotImplemented

    def __mul__(self, count: SupportsIndex) -> "Size":
        return size_of(tuple.__mul__(self, count))

    __rmul__ = __mul__


size_of = functools.partial(tuple.__new__, Size)  # of extents that are integers: no frame


def numel(shape) -> int:
    """The number of elements of a shape."""
    count = 1
    for extent in shape:
        count *= extent
    return count


def contiguous_strides(shape):
    """The strides of a dense row-major array."""
    strides, step = [], 1
    for extent in reversed(shape):
        strides.append(step)
        step *= max(extent, 1)
    return tuple(reversed(strides))


def is_contiguous(shape, strides):
    """Whether these strides walk the elements in memory order without gaps."""
    step = 1
    if 0 in shape:
        return True
    for extent, stride in zip(reversed(shape), reversed(strides), strict=True):
        if extent != 1:
            if stride != step:
                return False
            step *= extent
    return True


def reach(shape, strides):
    """The lowest and the highest element that these strides touch, counted from the first."""
    steps = [(extent - 1) * stride for extent, stride in zip(shape, strides, strict=True)]
    return sum(s for s in steps if s < 0), sum(s for s in steps if s > 0)


def overlaps(shape, strides):
    """Whether two indices may reach one element, as after expand."""
    axes = sorted(
        (abs(stride), extent) for extent, stride in zip(shape, strides, strict=True) if extent > 1
    )
    reach = 0
    for stride, extent in axes:
        if stride <= reach:
            return True
        reach += stride * (extent - 1)
    return False


def broadcast(*shapes, op="broadcast_shapes"):
    """The common shape, by NumPy's rules: aligned at the last dim, extents equal or 1.

    Raises
    ------
    RuntimeError
        Naming the operands' shapes and the dim that disagrees.
    """
    ndim = max(map(len, shapes), default=0)
    result = [1] * ndim
    for shape in shapes:
        offset = ndim - len(shape)
        for dim, extent in enumerate(shape):
            if extent != 1 and result[offset + dim] != extent:
                if result[offset + dim] != 1:
                    raise RuntimeError(
                        f"{op}: expected shapes that broadcast together; got "
                        f"{' and '.join(str(list(s)) for s in shapes)}, which differ at dim "
                        f"{offset + dim - ndim} ({result[offset + dim]} against {extent}); "
                        "try unsqueeze() or expand()"
                    )
                result[offset + dim] = extent
    return tuple(result)


def broadcast_to(shape, target, op, what):
    """Check that a shape broadcasts to `target`."""
    offset = len(target) - len(shape)
    if offset < 0 or any(n not in (1, m) for n, m in zip(shape, target[offset:], strict=True)):
        raise RuntimeError(
            f"{op}: expected {what} to broadcast to {list(target)}; got shape {list(shape)}; "
            "try expand() or another size"
        )


def expanded_strides(shape, strides, target):
    """Strides that read a tensor as if it had the larger shape `target`."""
    offset = len(target) - len(shape)
    return (0,) * offset + tuple(
        0 if extent == 1 and target[offset + dim] != 1 else stride
        for dim, (extent, stride) in enumerate(zip(shape, strides, strict=True))
    )


@functools.cache
def every_dim(ndim):
    """The dims of a tensor that has `ndim` of them."""
    return tuple(range(ndim))


def dim_index(dim, ndim, op):
    """A dim counted from the front.

    Raises
    ------
    IndexError
        If it is out of range.
    """
    if type(dim) is int and 0 <= dim < ndim:
        return dim
    try:
        index = operator.index(dim)
    except TypeError:
        raise TypeError(f"{op}: expected dim to be an integer; got {dim!r}") from None
    if isinstance(dim, bool):
        raise TypeError(f"{op}: expected dim to be an integer; got {dim}; try {int(dim)}")
    span = max(ndim, 1)
    if not -span <= index < span:
        raise IndexError(
            f"{op}: expected dim in the range of [-{span}, {span - 1}]; got {index}"
        )
    return index % span


def integer(value, op, name):
    """An argument that must be an integer."""
    if isinstance(value, bool):
        raise TypeError(f"{op}: expected {name} to be an integer; got {value}; try {int(value)}")
    try:
        return operator.index(value)
    except TypeError:
        raise TypeError(
            f"{op}: expected {name} to be an integer; got {value!r}; try int()"
        ) from None


def real(value):
    """A parameter as a float; one that differs from call to call of a plan stays such a one."""
    kind = type(value)
    if kind is float:
        return value
    return value.as_float() if hasattr(kind, "as_float") else float(value)


def plain(value):
    """A number of NumPy's, or that of a 0-d array or tensor, as Python's; all else as it is."""
    return value.item() if getattr(value, "ndim", None) == 0 else value


def is_none(dims):
    """Whether no dim is told: None or (), by which many ops mean all."""
    return dims is None or (isinstance(dims, tuple) and not dims)


def dim_indices(dims, ndim, op):
    """Dims from an integer, a sequence of integers, or None for all; sorted, each once."""
    if dims is None:
        return every_dim(ndim)
    if not isinstance(dims, tuple | list):
        dims = (dims,)
    found = [dim_index(dim, ndim, op) for dim in dims]
    if len(set(found)) != len(found):
        raise RuntimeError(f"{op}: expected each dim once; got {tuple(dims)}")
    return tuple(sorted(found)) if ndim else ()


def shape_from(sizes, op):
    """A shape from `f(2, 3)`, `f((2, 3))` or `f([2, 3])`; extents must be integers, -1 is kept."""
    if len(sizes) == 1 and isinstance(sizes[0], tuple | list):
        sizes = sizes[0]
    for extent in sizes:
        if type(extent) is not int:
            break
    else:
        return tuple(sizes)  # half the time
    if not any(isinstance(extent, bool) for extent in sizes):
        with contextlib.suppress(TypeError):
            return tuple(map(operator.index, sizes))
    raise TypeError(f"{op}: expected integers as a shape; got {tuple(sizes)!r}")


def new_shape(sizes, op):
    """A shape for a new tensor: no extent may be negative."""
    dims = sizes[0] if len(sizes) == 1 and type(sizes[0]) in (tuple, list) else sizes
    for extent in dims:
        if type(extent) is not int or extent < 0:
            break
    else:
        return tuple(dims)  # half the time
    shape = shape_from(sizes, op)
    if min(shape, default=0) < 0:
        raise RuntimeError(f"{op}: expected extents of at least 0; got {list(shape)}")
    return shape


def inferred(shape, count, op):
    """A shape with at most one -1 filled in so that it has `count` elements."""
    known = numel(extent for extent in shape if extent != -1)
    bad = any(extent < -1 for extent in shape) or shape.count(-1) > 1
    if not bad and -1 in shape and known and count % known == 0:
        shape = tuple(count // known if extent == -1 else extent for extent in shape)
    if bad or -1 in shape or numel(shape) != count:
        raise RuntimeError(
            f"{op}: expected a shape for {count} elements, with at most one -1; got {list(shape)}"
        )
    return shape


def viewed_strides(shape, strides, target):
    """The strides of a view in shape `target`, or None if the elements do not lie so."""
    if numel(shape) == 0:
        return contiguous_strides(target)
    blocks = []  # runs of axes that one stride walks: (extent, inner stride)
    for extent, stride in zip(shape, strides, strict=True):
        if extent == 1:
            continue
        if blocks and blocks[-1][1] == extent * stride:
            blocks[-1] = (blocks[-1][0] * extent, stride)
        else:
            blocks.append((extent, stride))
    result, left, step = [], 1, 1
    for extent in reversed(target):
        if extent == 1:
            result.append(step * left if left else step)
            continue
        if left == 1:
            left, step = blocks.pop() if blocks else (1, 1)
        if left % extent:
            return None
        result.append(step)
        step *= extent
        left //= extent
    return tuple(reversed(result)) if left == 1 else None
