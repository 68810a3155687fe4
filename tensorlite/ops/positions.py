"""Positions in a flat tensor as positions along dims, and those of elements that are not zero."""

from collections.abc import Sequence

from .. import dtypes
from ..declare import public
from ..errors import expected
from ..tensor import Tensor
from .creation import full
from .masking import nonzero
from .requiring import require


@public(method=False)
def unravel_index(indices: Tensor, shape: int | Sequence[int]) -> tuple[Tensor, ...]:
    """
    Positions in a flattened tensor of a shape as one tensor of positions per dim.

    Examples
    --------
    >>> tl.unravel_index(tl.tensor([5, 2]), (2, 3))
    (tensor([1, 0]), tensor([2, 2]))
    """
    kind = indices.spec.dtype
    if kind.category != 1:
        raise TypeError(
            f"unravel_index: expected 'indices' to be an integer dtype; got {kind!r}; try .long()"
        )
    given = shape if isinstance(shape, tuple | list) else (shape,)
    if any(isinstance(n, bool) or not isinstance(n, int) for n in given):
        raise TypeError(expected("unravel_index", "shape of integers", f"{shape!r}", "x.shape"))
    if any(n < 0 for n in given):
        raise ValueError(
            f"unravel_index: expected 'shape' without negative values; got {tuple(given)}"
        )
    count = 1
    for n in given:
        count *= n
    require((indices >= -count) & (indices < count), lambda: _outside(given))
    rest = indices % count if count else indices
    found = []
    for n in reversed(given):
        found.append(rest % n)
        rest = rest.div(n, rounding_mode="floor")
    return tuple(reversed(found))


def _outside(shape):
    return ValueError(
        expected("unravel_index", f"indices within {tuple(shape)}", "one beyond", "clamp()")
    )


@public
def nonzero_static(input: Tensor, *, size: int, fill_value: int = -1) -> Tensor:
    """
    The indices of the first `size` elements that are not zero, filled up where there are fewer.

    Returns
    -------
    int64 Tensor (size, ndim)
    """
    if size < 0:
        raise RuntimeError(
            "nonzero_static: 'size' must be an non-negative integer; "
            f"expected at least 0; got {size}; try 0"
        )
    found = nonzero(input)[:size]
    out = full((size, input.ndim), fill_value, dtype=dtypes.int64, device=input.device)
    out[: found.shape[0]] = found
    return out
