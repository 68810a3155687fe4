"""Triangles of matrices, and their places."""

import functools

import numpy as np

from .. import dtypes, formats, shapes
from ..annotations import DeviceLike
from ..declare import entry, public
from ..device import place
from ..dispatch import binary, unrecorded
from ..errors import expected
from ..op import table
from ..tensor import Tensor
from .copying import as_dense
from .creation import from_array


def _kept_reference(x, mask):
    return np.where(mask, x, 0)


def _kept_grad(g, mask):
    return g if mask != 0 else 0.0


@entry("same", name="_kept", method=False, inplace=False, operands={"mask": "bool"},
       reference=_kept_reference, grad=_kept_grad)  # fmt: skip
def _kept(x, mask):
    """x where the mask holds, else 0."""
    return x if mask != 0 else 0


_KEPT, SMALL = table["_kept"], 1 << 12  # elements of a mask that is worth keeping


@functools.lru_cache(maxsize=64)
def _triangle_mask(keep, rows, columns, first, device):
    """A mask that is only read."""
    with unrecorded():
        mask = np.tri(rows, columns, first, dtype=bool)
        return from_array(mask if keep == "tril" else ~mask).to(device)


def _triangle(keep):
    def function(input: Tensor, diagonal: int = 0) -> Tensor:
        if len(input.spec.shape) < 2:
            raise RuntimeError(expected(keep, "at least 2 dims", str(input.ndim), "unsqueeze()"))
        if type(diagonal) is not int:
            diagonal = shapes.integer(diagonal, keep, "diagonal")
        first = diagonal - (keep == "triu")
        rows, columns = input.spec.shape[-2:]
        masking = _triangle_mask if rows * columns <= SMALL else _triangle_mask.__wrapped__
        mask = masking(keep, rows, columns, first, input.spec.device)
        made = binary(_KEPT, input, mask)
        return made if made.spec.contiguous else as_dense(made)

    function.__name__ = keep
    side = "on and below" if keep == "tril" else "on and above"
    function.__doc__ = f"input {side} a diagonal, zero elsewhere."
    return public(function, out=True)


tril, triu = _triangle("tril"), _triangle("triu")


def _within(x, col):
    return np.minimum(np.maximum(x, 0), col)


def _lower(diagonal, col):
    """Where each row of a triangle begins, and how many columns it has."""
    return 0, _within(diagonal + 1, col)


def _upper(diagonal, col):
    firsts = _within(diagonal, col)
    return firsts, col - firsts


def _places_of(rows, firsts, counts):
    """Rows and columns, (2, count), of so many columns of each row."""
    places = np.empty((2, counts.sum()), np.int64)
    places[0] = rows.repeat(counts)
    places[1] = np.arange(places.shape[1])
    places[1] -= (counts.cumsum() - counts - firsts).repeat(counts)
    return places


def _triangle_indices(name, span, doc):
    def made(
        row: int,
        col: int,
        offset: int = 0,
        *,
        dtype: dtypes.dtype = dtypes.int64,
        device: DeviceLike | None = None,
        layout: formats.layout | None = None,
        pin_memory: bool = False,
    ) -> Tensor:
        for side, count in (("row", row), ("col", col)):
            if count < 0:
                raise RuntimeError(expected(name, f"{side} to be non-negative", str(count), "0"))
        dtype = dtypes.as_dtype(dtype)
        if dtype not in (dtypes.int32, dtypes.int64):
            raise NotImplementedError(expected(name, "int32 or int64", repr(dtype), ".to()"))
        rows = np.arange(row)
        places = _places_of(rows, *span(rows + offset, col))
        made = from_array(dtypes.held(places, dtype)).to(place(device))
        return made.pin_memory() if pin_memory else made

    made.__name__, made.__doc__ = name, doc
    return public(made, method=False)


tril_indices = _triangle_indices(
    "tril_indices",
    _lower,
    "Rows and columns of the lower triangle, (2, count).",
)
triu_indices = _triangle_indices(
    "triu_indices",
    _upper,
    "Rows and columns of the upper triangle, (2, count).",
)
