"""Where elements are, in which order, and which are distinct."""

from typing import NamedTuple

import tensorlite as tl

from ..annotations import Operand
from ..errors import expected
from ..tensor import Tensor
from ._elementwise import promoted

__all__ = [
    "argmax", "argmin", "argsort", "isin", "nonzero", "searchsorted", "sort", "unique_all",
    "unique_counts", "unique_inverse", "unique_values", "where",
]  # fmt: skip


def argmax(x: Tensor, /, *, axis: int | None = None, keepdims: bool = False) -> Tensor:
    """Where the largest element is, the first of equals; in the flat tensor without an axis."""
    return tl.argmax(x, axis, keepdims)


def argmin(x: Tensor, /, *, axis: int | None = None, keepdims: bool = False) -> Tensor:
    """Where the smallest element is, the first of equals; in the flat tensor without an axis."""
    return tl.argmin(x, axis, keepdims)


def nonzero(x: Tensor, /) -> tuple[Tensor, ...]:
    """The indices of what is not zero, a tuple with a tensor for each dim; there has to be one."""
    if not x.ndim:
        raise ValueError(expected("nonzero", "a tensor with dims", "none", "x != 0"))
    return tl.nonzero(x, as_tuple=True)


def searchsorted(
    x1: Tensor, x2: Operand, /, *, side: str = "left", sorter: Tensor | None = None
) -> Tensor:
    """Where elements of x2 would stand in the sorted x1."""
    values = x2 if isinstance(x2, Tensor) else tl.tensor(x2, dtype=x1.dtype, device=x1.device)
    return tl.searchsorted(*promoted("searchsorted", x1, values), side=side, sorter=sorter)


def where(condition: Tensor, x1: Operand, x2: Operand, /) -> Tensor:
    """x1 where the condition holds, else x2."""
    first, second = promoted("where", x1, x2)
    return tl.where(condition, first, second)


def sort(x: Tensor, /, *, axis: int = -1, descending: bool = False, stable: bool = True) -> Tensor:
    """The elements in order along a dim."""
    return tl.sort(x, axis, descending, stable).values


def argsort(
    x: Tensor, /, *, axis: int = -1, descending: bool = False, stable: bool = True
) -> Tensor:
    """The indices that would sort along a dim."""
    return tl.argsort(x, axis, descending, stable)


def isin(x1: Operand, x2: Operand, /, *, invert: bool = False) -> Tensor:
    """Whether each element of x1 is one of x2's."""
    return tl.isin(*promoted("isin", x1, x2), invert=invert)


class UniqueAll(NamedTuple):
    """Distinct elements, where each is first, where each element of x is among them, how often."""

    values: Tensor
    indices: Tensor
    inverse_indices: Tensor
    counts: Tensor


class UniqueCounts(NamedTuple):
    """Distinct elements, and how often each occurs."""

    values: Tensor
    counts: Tensor


class UniqueInverse(NamedTuple):
    """Distinct elements, and where each element of x is among them."""

    values: Tensor
    inverse_indices: Tensor


def unique_all(x: Tensor, /) -> UniqueAll:
    """The distinct elements in order, with all that is known of them; each NaN is distinct."""
    flat = x.reshape(-1)
    order = tl.argsort(flat, stable=True)
    ordered = flat[order]
    new = tl.ones(flat.shape, dtype=tl.bool, device=x.device)
    new[1:] = ordered[1:] != ordered[:-1]
    firsts = tl.nonzero(new, as_tuple=True)[0]
    inverse = tl.empty_like(order)
    inverse[order] = tl.cumsum(new.to(tl.int64), 0) - 1
    ends = tl.cat([firsts[1:], tl.tensor([flat.numel()], device=x.device)])[: firsts.numel()]
    return UniqueAll(ordered[firsts], order[firsts], inverse.reshape(x.shape), ends - firsts)


def unique_counts(x: Tensor, /) -> UniqueCounts:
    """The distinct elements in order, and how often each occurs."""
    found = unique_all(x)
    return UniqueCounts(found.values, found.counts)


def unique_inverse(x: Tensor, /) -> UniqueInverse:
    """The distinct elements in order, and where each element of x is among them."""
    found = unique_all(x)
    return UniqueInverse(found.values, found.inverse_indices)


def unique_values(x: Tensor, /) -> Tensor:
    """The distinct elements in order."""
    return unique_all(x).values
