"""One of two by a condition: `where`, `masked_fill`."""

from typing import Any, overload

from .. import dtypes, shapes
from ..annotations import Operand
from ..declare import method, offer, public
from ..dispatch import elementwise
from ..errors import expected
from ..gate import gated
from ..graph import warn
from ..tensor import Tensor
from ..writing import write
from .arithmetic import WHERE, run_elementwise
from .copying import as_dense, at_first, expanded_dims
from .requiring import one_number


@overload
def where(condition: Tensor) -> tuple[Tensor, ...]: ...


@overload
def where(condition: Tensor, input: Tensor | float, other: Tensor | float) -> Tensor: ...


@public(method=False, rehearsed=True)
def where(
    condition: Tensor,
    input: Tensor | float | None = None,
    other: Tensor | float | None = None,
    *,
    out: Tensor | None = None,
) -> Any:
    """`input` where the condition holds, else `other`; with the condition alone, its indices."""
    if input is None and other is None:
        if out is not None:
            raise TypeError(expected("where", "two choices besides out", "none", "nonzero(out=)"))
        return condition.nonzero(as_tuple=True)
    if not isinstance(condition, Tensor) or condition.spec.dtype is not dtypes.bool_:
        got = repr(condition.dtype) if isinstance(condition, Tensor) else type(condition).__name__
        raise RuntimeError(expected("where", "condition to be a bool tensor", got, "x != 0"))
    for own, choice in ((input, other), (other, input)):
        if isinstance(own, Tensor):
            dtypes.fits_beside("where", choice, own.spec.dtype)
    return run_elementwise(WHERE, (condition, input, other), out)


def _where_method(self: Tensor, condition: Tensor, other: Operand) -> Tensor:
    """self where the condition holds, else other."""
    return where(condition, self, other)


offer("where", gated(_where_method, "where"), "Tensor")


def check_bool_mask(name, mask):
    if not isinstance(mask, Tensor) or mask.spec.dtype is not dtypes.bool_:
        got = repr(mask.dtype) if isinstance(mask, Tensor) else type(mask).__name__
        raise RuntimeError(expected(name, "mask to be a bool tensor", got, "x != 0"))


@public(rehearsed=True)
def masked_fill(input: Tensor, mask: Tensor, value: Operand) -> Tensor:
    """input with `value` where the mask holds."""
    check_bool_mask("masked_fill", mask)
    value = one_number("masked_fill", value, input.spec.dtype)
    made = elementwise(WHERE, mask, value, input)
    return made if made.spec.contiguous else as_dense(made)  # as PyTorch's


@method
def masked_fill_(input: Tensor, mask: Tensor, value: Operand) -> Tensor:
    """In place: `value` where the mask holds."""
    check_bool_mask("masked_fill_", mask)
    value = one_number("masked_fill_", value, input.spec.dtype)
    if not input.spec.contiguous and (dims := expanded_dims(input)):
        warn(
            "Use of masked_fill_ on expanded tensors is deprecated. Please clone() the tensor "
            "before performing this operation. This also applies to advanced indexing e.g. "
            "tensor[mask] = scalar"
        )
        shape = shapes.broadcast(mask.spec.shape, input.spec.shape, op="masked_fill_")
        masked_fill_(at_first(input, dims), mask.expand(shape).any(dims, keepdim=True), value)
        return input
    return write(WHERE, (mask, value, input), input, "masked_fill_")
