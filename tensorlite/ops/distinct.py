"""Distinct elements: `unique`, `unique_consecutive`, `isin`.

NumPy finds them on the CPU; on a card they are composed of sorts, masks and searches.
"""

from typing import Any, Literal, overload

import numpy as np

from .. import dtypes, shapes
from ..declare import primitive, public
from ..device import CPU, missing, one_device
from ..dispatch import apply
from ..errors import expected
from ..graph import mode
from ..kernels.cpu import sort as kernels
from ..tensor import Tensor, array_of
from .creation import from_array, ones, zeros
from .from_data import tensor
from .hosted import hosted
from .joining import cat
from .masking import nonzero
from .searching import searchsorted
from .sorting import sort
from .views import reshape, unsqueeze
from .widening import in_wide


@overload
def unique(
    input: Tensor,
    sorted: bool = True,
    return_inverse: Literal[False] = False,
    return_counts: Literal[False] = False,
    dim: int | None = None,
) -> Tensor: ...
@overload
def unique(
    input: Tensor,
    sorted: bool = True,
    return_inverse: bool = False,
    return_counts: bool = False,
    dim: int | None = None,
) -> Any: ...
@public
def unique(
    input: Tensor,
    sorted: bool = True,
    return_inverse: bool = False,
    return_counts: bool = False,
    dim: int | None = None,
) -> Any:
    """
    The distinct elements in order, or the distinct slices along a dim.

    Returns
    -------
    Tensor, or a tuple with the index of each element in it and the number of each.
    """
    if input.spec.dtype.short:
        return in_wide(unique, input, sorted, return_inverse, return_counts, dim)
    wanted = return_inverse, return_counts
    if input.spec.device is not CPU:
        return _with(input, wanted, *_on_card("unique", input, dim, True))
    array = array_of(input.detach())
    if dim is None:
        return _with(input, wanted, *_distinct(array, *wanted))
    dim = _slice_dim("unique", input, dim)
    if not any(wanted):
        return _with(input, wanted, np.unique(array, axis=dim, equal_nan=False), None, None)
    found, inverse, counts = np.unique(
        array, return_inverse=True, return_counts=True, axis=dim, equal_nan=False
    )
    return _with(input, wanted, found, inverse.reshape(-1), counts)


def _on_card(op, input, dim, ordered):
    """The first elements of runs of equal ones, the run of each element, and how long they are."""
    if dim is not None:
        raise missing(f"{op} along a dim", input.spec.device, "kernels/cuda/sort.py")
    with mode.off():
        line, places = reshape(input, -1), None
        if ordered:
            line, places = sort(line)
        starts = cat([ones(min(1, line.numel()), dtype=dtypes.bool_, device=line.device),
                      line[1:] != line[:-1]])  # fmt: skip
        runs = starts.cumsum(0) - 1
        inverse = runs if places is None else runs.clone().index_put_((places,), runs)
        begins = reshape(nonzero(starts), -1)
        counts = cat([begins, begins.new_full((1,), line.numel())]).diff()
        return line[starts], reshape(inverse, input.spec.shape), counts


def _slice_dim(op, input, dim):
    """The dim whose slices are compared."""
    if input.ndim == 0:
        raise IndexError(
            f"{op}: Dimension specified as {dim} but tensor has no dimensions; expected at least "
            "1; got 0; try dim=None"
        )
    return shapes.dim_index(dim, input.ndim, op)


def _distinct(array, return_inverse, return_counts):
    """The distinct elements in order, the index of each element among them, and their counts."""
    flat, index, inverse, counts = np.ascontiguousarray(array).reshape(1, -1), None, None, None
    if return_inverse:
        ordered, index = (a[0] for a in kernels.sort(flat, False))
    else:
        ordered = np.sort(flat[0])
    starts = np.ones(ordered.size, bool)
    np.not_equal(ordered[1:], ordered[:-1], out=starts[1:])
    if return_inverse:
        inverse = np.empty(ordered.size, np.int64)
        inverse[index] = np.cumsum(starts) - 1
        inverse = inverse.reshape(array.shape)
    if return_counts:
        counts = np.diff(np.append(np.flatnonzero(starts), ordered.size))
    return ordered[starts], inverse, counts


@primitive
def _distinct_of(found, x):
    """The distinct elements of x; in its graph, but without a gradient, as in PyTorch."""
    return found


def _with(x, wanted, found, inverse, counts):
    """The results that are wanted, as tensors: those of NumPy are arrays."""
    results = [found, *[inverse] * wanted[0], *[counts] * wanted[1]]
    results = [x if isinstance(x, Tensor) else _shown(x, found) for x in results]
    if x.requires_grad:
        results[0] = apply(_distinct_of, results[0], x)
    return results[0] if len(results) == 1 else tuple(results)


def _shown(array, found):
    kind = array.dtype if array is found else np.int64
    return from_array(np.asarray(array, kind, order="C"))


@overload
def unique_consecutive(
    input: Tensor,
    return_inverse: Literal[False] = False,
    return_counts: Literal[False] = False,
    dim: int | None = None,
) -> Tensor: ...
@overload
def unique_consecutive(
    input: Tensor, return_inverse: bool = False, return_counts: bool = False, dim: int | None = None
) -> Any: ...
@public
def unique_consecutive(
    input: Tensor,
    return_inverse: bool = False,
    return_counts: bool = False,
    dim: int | None = None,
) -> Any:
    """The elements, or the slices along a dim, without those that repeat the one before."""
    if input.spec.dtype.short:
        return in_wide(unique_consecutive, input, return_inverse, return_counts, dim)
    if input.spec.device is not CPU:
        found = _on_card("unique_consecutive", input, dim, False)
        return _with(input, (return_inverse, return_counts), *found)
    array = array_of(input.detach())
    if dim is None:
        lines, axis = array.reshape(-1), 0
    else:
        lines, axis = array, _slice_dim("unique_consecutive", input, dim)
    rows = np.moveaxis(lines, axis, 0)
    starts = np.ones(rows.shape[0], bool)
    starts[1:] = (rows[1:] != rows[:-1]).any(tuple(range(1, rows.ndim)))
    places = np.flatnonzero(starts)
    inverse = np.cumsum(starts) - 1
    if dim is None:
        inverse = inverse.reshape(array.shape)
    counts = np.diff(np.append(places, rows.shape[0]))
    found = np.moveaxis(rows[places], 0, axis)
    return _with(input, (return_inverse, return_counts), found, inverse, counts)


FEW = 4096  # comparisons that are made at once


@public(method=False, out="exact")
def isin(
    elements: Tensor | float,
    test_elements: Tensor | float,
    *,
    assume_unique: bool = False,
    invert: bool = False,
) -> Tensor:
    """Whether each element is among the test elements."""

    def among(x, y):
        return [np.asarray(np.isin(x, y, assume_unique=assume_unique, invert=invert))]

    devices = [x.device for x in (elements, test_elements) if isinstance(x, Tensor)]
    if not devices:
        got = f"{type(elements).__name__} and {type(test_elements).__name__}"
        raise TypeError(expected("isin", "a Tensor as elements or test_elements", got, "tensor()"))
    device = devices[0]
    x, y = (e.detach().contiguous() if isinstance(e, Tensor) else tensor(e, device=device)
            for e in (elements, test_elements))  # fmt: skip
    one_device("isin", [x.spec, y.spec], ("elements", "test_elements"), numbers=False)
    if x.spec.dtype is y.spec.dtype and x.spec.numel * y.spec.numel <= FEW:
        found = (unsqueeze(x, -1) == reshape(y, -1)).any(-1)
        return found.logical_not() if invert else found
    if device is not CPU:
        return _among_sorted(x, y) != invert
    return hosted("isin", among, [x, y], [(x.spec.shape, dtypes.bool_)])[0]


def _among_sorted(x, y):
    """Whether each element of x is in y, by search."""
    common = dtypes.promote_types(x.dtype, y.dtype)
    x, y = x.to(common), sort(reshape(y.to(common), -1)).values
    if not y.numel():
        return zeros(x.spec.shape, dtype=dtypes.bool_, device=x.device)
    places = searchsorted(y, x).clamp(max=y.numel() - 1)
    return y[places] == x
