"""Small functions over views and joins: splits by direction, blocks, products of lists."""

import itertools
from collections.abc import Sequence

import numpy as np

from .. import shapes
from ..annotations import Operand, Sections
from ..declare import public
from ..errors import expected
from ..tensor import Tensor
from .complexes import conj, conjugated
from .conversion import is_tensor
from .creation import from_array, zeros
from .joining import atleast_2d, cat, meshgrid, stack
from .slicing import select, tensor_split
from .strided import diag, diagonal
from .views import of_matrices, ravel, reshape


def _splitter(name, least, dim):
    """`hsplit` and its like: `tensor_split` along a fixed dim."""

    def function(input: Tensor, indices_or_sections: Sections) -> tuple[Tensor, ...]:
        if input.ndim < least:
            raise RuntimeError(
                expected(name, f"at least {least} dims", str(input.ndim), "tensor_split()")
            )
        along = 0 if input.ndim == 1 else dim
        extent = input.spec.shape[along]
        if isinstance(indices_or_sections, int) and (
            indices_or_sections < 1 or extent % indices_or_sections
        ):
            raise RuntimeError(
                expected(name, f"a number of sections that divides {extent}",
                         str(indices_or_sections), "tensor_split()")
            )  # fmt: skip
        return tensor_split(input, indices_or_sections, along)

    function.__name__ = name
    function.__doc__ = f"Parts along dim {dim}: so many equal ones, or cut at the given indices."
    return public(function)


hsplit, vsplit, dsplit = (
    _splitter("hsplit", 1, 1), _splitter("vsplit", 2, 0), _splitter("dsplit", 3, 2)
)  # fmt: skip


@public
def adjoint(input: Tensor) -> Tensor:
    """The last two dims swapped, elements conjugated; of a number its conjugate."""
    return conjugated(of_matrices("adjoint", input)) if input.spec.shape else conj(input)


@public
def diagflat(input: Tensor, offset: int = 0) -> Tensor:
    """A matrix with all elements on a diagonal."""
    return diag(ravel(input), offset)


@public
def diagonal_scatter(
    input: Tensor, src: Operand, offset: int = 0, dim1: int = 0, dim2: int = 1
) -> Tensor:
    """A copy of input with `src` on a diagonal."""
    out = input.clone()
    return _written("diagonal_scatter", out, diagonal(out, offset, dim1, dim2), src)


@public
def select_scatter(input: Tensor, src: Operand, dim: int, index: int) -> Tensor:
    """A copy of input with `src` at one index of a dim."""
    out = input.clone()
    return _written("select_scatter", out, select(out, dim, index), src)


@public
def slice_scatter(
    input: Tensor,
    src: Operand,
    dim: int = 0,
    start: Operand | None = None,
    end: Operand | None = None,
    step: float = 1,
) -> Tensor:
    """A copy of input with `src` in a slice of a dim."""
    dim = shapes.dim_index(dim, input.ndim, "slice_scatter")
    out = input.clone()
    part = out[(slice(None),) * dim + (slice(start, end, step),)]
    return _written("slice_scatter", out, part, src)


@public
def as_strided_scatter(
    input: Tensor,
    src: Operand,
    size: Sequence[int],
    stride: Sequence[int],
    storage_offset: int | None = None,
) -> Tensor:
    """A copy of input with `src` where these strides lead."""
    out = input.clone()
    return _written("as_strided_scatter", out, out.as_strided(size, stride, storage_offset), src)


@public
def put(input: Tensor, index: Tensor, source: Tensor, accumulate: bool = False) -> Tensor:
    """A copy of input with elements of `source` set, or added, at flat positions."""
    return input.clone().put_(index, source, accumulate)


def _written(name, out, part, src):
    if part.spec.shape != src.spec.shape:
        raise RuntimeError(
            expected(name, f"src of shape {list(part.shape)}", str(list(src.shape)), "expand()")
        )
    part.copy_(src)
    return out


@public(method=False, rehearsed=True)
def block_diag(*tensors: Tensor | Sequence[Tensor]) -> Tensor:
    """A matrix with these matrices, rows or numbers along its diagonal; of none, one of [1, 0]."""
    if not tensors:
        return zeros(1, 0)
    blocks = [atleast_2d(x) for x in tensors]
    if any(x.ndim > 2 for x in blocks):
        raise RuntimeError(expected("block_diag", "tensors of at most 2 dims", "more", "reshape()"))
    width, before, rows = sum(x.shape[1] for x in blocks), 0, []
    for x in blocks:
        count, extent = x.shape
        sides = [x.new_zeros(count, n) for n in (before, width - before - extent)]
        rows.append(cat([sides[0], x, sides[1]], 1))
        before += extent
    return cat(rows)


@public(method=False)
def cartesian_prod(*tensors: Tensor) -> Tensor:
    """All combinations of the elements of several vectors, as rows."""
    for x in tensors:
        if x.ndim != 1:
            raise RuntimeError(
                expected("cartesian_prod", "vectors", f"one of {x.ndim} dims", "ravel()")
            )
    if len(tensors) == 1:
        return tensors[0]
    return stack([reshape(grid, -1) for grid in meshgrid(*tensors)], 1)


@public
def combinations(input: Tensor, r: int = 2, with_replacement: bool = False) -> Tensor:
    """All choices of `r` elements of a vector, as rows."""
    if input.ndim != 1 or r < 0:
        raise RuntimeError(
            expected("combinations", "a vector and r of at least 0", f"{input.ndim} dims, r={r}",
                     "ravel()")
        )  # fmt: skip
    choose = itertools.combinations_with_replacement if with_replacement else itertools.combinations
    if not r:
        return input.new_zeros(0)
    rows = np.array([*choose(range(len(input)), r)], np.int64).reshape(-1, r)
    return input[from_array(rows).to(input.device)]


@public
def is_nonzero(input: Tensor) -> bool:
    """Whether the one element is not zero."""
    return bool(input)


@public
def is_same_size(self: Tensor, other: Tensor) -> bool:
    """Whether another tensor has the same shape."""
    return is_tensor(other) and self.spec.shape == other.spec.shape


@public
def get_device(self: Tensor) -> int:
    """The number of its device; -1 on the CPU."""
    return -1
