"""Parts along a dim: `select`, `narrow`, `split`, `chunk`, `unbind`."""

import itertools
import operator
from collections.abc import Sequence

import numpy as np

from .. import dtypes, shapes
from ..annotations import Dims, Operand, Sections
from ..calls import remembered
from ..declare import public
from ..errors import expected
from ..graph import viewed
from ..tensor import Tensor
from .parts import checked_item, place_in, slice_op


def part_along(input, dim, item, op):
    dim = shapes.dim_index(dim, len(input.spec.shape), op)
    return viewed(slice_op, input, *_place_along(input.spec, dim, item))


def _place_along(spec, dim, item):
    """The place of what an integer or a slice selects along a dim."""
    return place_in(spec, (slice(None),) * dim + (item,))


def _spans(spec, dim, ends):
    """The places of parts along a dim that begin at one of the ends and stop at the next."""
    return [_place_along(spec, dim, slice(a, b)) for a, b in itertools.pairwise(ends)]


@public
def select(input: Tensor, dim: int, index: int | Tensor) -> Tensor:
    """The part at one index of a dim, without that dim."""
    if type(index) is not int or type(dim) is not int:
        dim = shapes.dim_index(dim, len(input.spec.shape), "select")
        index = operator.index(index)
    return viewed(slice_op, input, *_chosen(input.spec, dim, index))


@remembered
def _chosen(spec, dim, index):
    dim = shapes.dim_index(dim, len(spec.shape), "select")
    if not spec.shape:
        raise IndexError("select: expected a tensor with dims; got a 0-d tensor; try unsqueeze(0)")
    return _place_along(spec, dim, checked_item(index, spec.shape[dim], dim))


def _start(start):
    """The start of `narrow`: an integer, or a tensor of one."""
    if isinstance(start, Tensor) and (start.ndim or start.spec.dtype.category != 1):
        raise RuntimeError(
            expected("narrow", "start must be an 0-dim integral Tensor", repr(start.spec), "int()")
        )
    if isinstance(start, bool):
        raise TypeError(expected("narrow", "start to be an integer", "bool", "int()"))
    return operator.index(start)


@public
def narrow(input: Tensor, dim: int, start: Operand, length: int) -> Tensor:
    """`length` indices of a dim from `start`."""
    plain = type(dim) is int and type(start) is int and type(length) is int
    if not plain and input.spec.shape:
        dim = shapes.dim_index(dim, len(input.spec.shape), "narrow")
        start, length = _start(start), shapes.integer(length, "narrow", "length")
    return viewed(slice_op, input, *_narrowed(input.spec, dim, start, length))


@remembered
def _narrowed(spec, dim, start, length):
    if not spec.shape:
        raise RuntimeError(
            "narrow: narrow() cannot be applied to a 0-dim tensor; expected at least 1 dim; got 0; "
            "try unsqueeze(0)"
        )
    dim = shapes.dim_index(dim, len(spec.shape), "narrow")
    extent = spec.shape[dim]
    first = start + extent if start < 0 else start
    if length >= 0 and not 0 <= first <= extent:
        wanted = f"start in the range of [-{extent}, {extent}]"
        raise IndexError(expected("narrow", wanted, str(start), "slices"))
    if length < 0 or not 0 <= first <= extent - length:
        raise RuntimeError(
            expected(
                "narrow", f"start and length within {extent}", f"{start} and {length}", "slices"
            )
        )
    return _place_along(spec, dim, slice(first, first + length))


@public
def narrow_copy(input: Tensor, dim: int, start: Operand, length: int) -> Tensor:
    """A copy of `length` indices of a dim from `start`."""
    return narrow(input, dim, start, length).clone()


def _refuse_number(op, spec):
    if not spec.shape:
        raise RuntimeError(expected(op, "at least 1 dim", "a 0-dim tensor", "unsqueeze(0)"))


@public(names=("unsafe_split",))
def split(tensor: Tensor, split_size_or_sections: Dims, dim: int = 0) -> tuple[Tensor, ...]:
    """Parts along a dim: of one size (the last may be smaller), or of the sizes given."""
    sections = split_size_or_sections
    if type(sections) is not int or type(dim) is not int:
        dim = shapes.dim_index(dim, len(tensor.spec.shape), "split")
        if isinstance(sections, tuple | list):
            sections = tuple(map(operator.index, sections))
        else:
            sections = shapes.integer(sections, "split", "split_size")
    return tuple([viewed(slice_op, tensor, *part) for part in _split(tensor.spec, sections, dim)])


@remembered
def _split(spec, sections, dim):
    """The places of the parts of `split`."""
    _refuse_number("split", spec)
    dim = shapes.dim_index(dim, len(spec.shape), "split")
    extent = spec.shape[dim]
    if type(sections) is tuple:
        sizes = sections
        if sum(sizes) != extent or any(n < 0 for n in sizes):
            raise RuntimeError(
                expected("split", f"sizes that sum up to {extent}", str([*sizes]), "one size")
            )
    else:
        if sections < 0 or (sections == 0 and extent):
            raise RuntimeError(expected("split", "a positive size", str(sections), "1"))
        count = max(1, -(-extent // sections)) if sections else 1
        sizes = tuple([min(sections, extent - k * sections) for k in range(count)])
    return _spans(spec, dim, itertools.accumulate(sizes, initial=0))


@public(names=("unsafe_split_with_sizes",))
def split_with_sizes(
    input: Tensor, split_sizes: Sequence[int], dim: int = 0
) -> tuple[Tensor, ...]:
    """Parts of the sizes given."""
    return split(input, list(split_sizes), dim)


@public(names=("unsafe_chunk",))
def chunk(input: Tensor, chunks: int, dim: int = 0) -> tuple[Tensor, ...]:
    """At most `chunks` parts of equal size; the last may be smaller."""
    if type(chunks) is not int or type(dim) is not int:
        chunks = shapes.integer(chunks, "chunk", "chunks")
        dim = shapes.dim_index(dim, len(input.spec.shape), "chunk") if chunks > 0 else 0
    size = _chunk_size(input.spec, chunks, dim)
    if not size:
        return (input,) * chunks
    return tuple([viewed(slice_op, input, *part) for part in _split(input.spec, size, dim)])


@remembered
def _chunk_size(spec, chunks, dim):
    """The extent of each part of `chunk`."""
    if chunks < 1:
        raise RuntimeError(expected("chunk", "chunks to be greater than 0", repr(chunks), "1"))
    _refuse_number("chunk", spec)
    return -(-spec.shape[shapes.dim_index(dim, len(spec.shape), "chunk")] // chunks)


def _cuts(given):
    """Indices or a number of sections out of a tensor."""
    if given.spec.dtype is not dtypes.int64 or given.ndim > 1:
        raise RuntimeError(
            expected("tensor_split", "tensor_indices_or_sections to be a zero-dimensional or "
                     "one-dimensional tensor of dtype int64", repr(given.spec), ".long()")
        )  # fmt: skip
    return given.tolist()


@public
def tensor_split(input: Tensor, indices_or_sections: Sections, dim: int = 0) -> tuple[Tensor, ...]:
    """Parts at the given indices, or into that many parts whose sizes differ by at most one."""
    if input.ndim == 0:
        raise RuntimeError(
            expected("tensor_split", "at least a 1-dimensional tensor", "0 dims", "unsqueeze(0)")
        )
    if isinstance(indices_or_sections, Tensor):
        indices_or_sections = _cuts(indices_or_sections)
    dim = shapes.dim_index(dim, len(input.spec.shape), "tensor_split")
    extent = input.spec.shape[dim]
    if isinstance(indices_or_sections, int | np.integer):
        n = int(indices_or_sections)
        if n < 1:
            raise RuntimeError(expected("tensor_split", "at least 1 section", str(n), "1"))
        ends = np.cumsum([0] + [extent // n + (i < extent % n) for i in range(n)]).tolist()
    else:
        ends = [0, *map(int, indices_or_sections), extent]
    parts = [slice(a, max(a, b) if min(a, b) >= 0 else b) for a, b in itertools.pairwise(ends)]
    return tuple(part_along(input, dim, part, "") for part in parts)


@public
def unbind(input: Tensor, dim: int = 0) -> tuple[Tensor, ...]:
    """The parts at each index of a dim."""
    if type(dim) is not int:
        dim = shapes.dim_index(dim, len(input.spec.shape), "unbind")
    return tuple([viewed(slice_op, input, *part) for part in _unbound(input.spec, dim)])


@remembered
def _unbound(spec, dim):
    dim = shapes.dim_index(dim, len(spec.shape), "unbind")
    return [_chosen(spec, dim, k) for k in range(spec.shape[dim] if spec.shape else 1)]
