"""Views as copies: `expand_copy` and its like are a view of their input, copied."""

import functools
import inspect
import operator
from collections.abc import Sequence
from typing import Any

from .. import dtypes
from ..annotations import Dims
from ..declare import public
from ..errors import expected
from ..tensor import Tensor
from ..writing import check_delivery, deliver
from .complexes import view_as_complex, view_as_real
from .copying import detach
from .slicing import select, split, split_with_sizes, unbind
from .strided import as_strided, diagonal, unfold
from .views import expand, permute, squeeze, t, transpose, unsqueeze, view


def _copy_of(result):
    """Copies of the views that a function gave, laid out in rows."""
    return tuple(x.clone() for x in result) if isinstance(result, tuple) else result.clone()


def _into(op, parts, out, exact=True):
    """Copy parts into as many tensors, which take their shapes; returns None.

    `exact` ones have their dtype; others need the shape, but may have another dtype. Where one of
    them cannot take its part, none is changed.
    """
    if not isinstance(out, tuple | list):
        raise TypeError(expected(op, "out to be a list of tensors", type(out).__name__, "[x, y]"))
    if len(out) != len(parts):
        raise RuntimeError(expected(op, f"an out= argument of size {len(parts)}", str(len(out)),
                                    "as many tensors as parts"))  # fmt: skip
    for part, target in zip(parts, out, strict=True):
        check_delivery(op, part, target, exact)
        if not exact and target.spec.shape != part.spec.shape:
            got = str(list(target.shape))
            raise RuntimeError(expected(op, f"an out of shape {list(part.shape)}", got, "empty()"))
    for part, target in zip(parts, out, strict=True):
        deliver(op, part, target)


def _copying_parts(function):
    """Offer a function of several views as one of copies, which `out=` takes."""
    name = f"{function.__name__}_copy"

    @functools.wraps(function)
    def copying(input: Tensor, *args, out: Any = None, **named):
        parts = function(input, *args, **named)
        return _copy_of(parts) if out is None else _into(name, parts, out)

    return _offered(copying, function, name, out=False)


def _copying(function):
    """Offer a function of a view as one of a copy."""

    @functools.wraps(function)
    def copying(input: Tensor, *args, **named) -> Tensor:
        return _copy_of(function(input, *args, **named))

    return _offered(copying, function, f"{function.__name__}_copy", out=True)


def _offered(copying, function, name, out):
    plain = inspect.signature(function)
    first, *rest = plain.parameters.values()
    parameters = [first.replace(name="input"), *rest]
    if not out:
        parameters.append(
            inspect.Parameter("out", inspect.Parameter.KEYWORD_ONLY, default=None,
                              annotation=Sequence[Tensor] | None)
        )  # fmt: skip
    copying.__signature__ = plain.replace(parameters=parameters)
    copying.__name__ = name
    copying.__doc__ = f"A copy of: {function.__doc__}"
    del copying.__wrapped__
    return public(copying, method=False, out=out)


for _function in (as_strided, detach, diagonal, permute, select, squeeze, t, transpose, unfold,
                  unsqueeze, view_as_complex, view_as_real):  # fmt: skip
    _copying(_function)
for _function in (split_with_sizes, unbind):
    _copying_parts(_function)


@public(method=False, out=True)
def view_copy(
    input: Tensor, *size: int | Sequence[int] | dtypes.dtype, dtype: dtypes.dtype | None = None
) -> Tensor:
    """A copy of: the same in another shape, or its bytes as another dtype."""
    return view(input, *size, dtype=dtype).clone()


@public(method=False)
def split_copy(
    input: Tensor, split_size: Dims, dim: int = 0, *, out: Any = None
) -> tuple[Tensor, ...] | None:
    """Copies of the parts of one size, or of the sizes given, along a dim; None with `out=`."""
    parts = split(input, split_size, dim)
    return _copy_of(parts) if out is None else _into("split_copy", parts, out, exact=False)


@public(method=False, out=True)
def expand_copy(input: Tensor, size: Dims, *, implicit: bool = False) -> Tensor:
    """A copy of: the same with dims of extent 1 repeated."""
    return expand(input, size).clone()


@public(method=False, out=True)
def alias_copy(input: Tensor) -> Tensor:
    """A copy of the whole."""
    return input.clone()


@public(method=False, out=True)
def slice_copy(
    input: Tensor, dim: int = 0, start: int | None = None, end: int | None = None, step: int = 1
) -> Tensor:
    """A copy of a slice of a dim."""
    part = slice(*[None if p is None else operator.index(p) for p in (start, end, step)])
    return input.movedim(dim, 0)[part].movedim(0, dim).clone()
