"""Views as copies: `expand_copy` and its like are a view of their input, copied."""

import functools
import inspect
import operator
from collections.abc import Sequence

from .. import dtypes
from ..declare import public
from ..tensor import Tensor
from .parts import select, split, split_with_sizes, unbind
from .strided import as_strided, diagonal, unfold
from .views import expand, permute, squeeze, t, transpose, unsqueeze, view


def _copy_of(result):
    """Copies of the views that a function gave, laid out in rows."""
    return tuple(x.clone() for x in result) if isinstance(result, tuple) else result.clone()


def _copying(function, out=True):
    """Offer a function of views as one of copies."""

    @functools.wraps(function)
    def copying(input, *args, **named):
        return _copy_of(function(input, *args, **named))

    plain = inspect.signature(function)
    first, *rest = plain.parameters.values()
    copying.__signature__ = plain.replace(parameters=[first.replace(name="input"), *rest])
    copying.__name__ = f"{function.__name__}_copy"
    copying.__doc__ = f"A copy of: {function.__doc__}"
    del copying.__wrapped__
    public(copying, method=False, out=out)


for _function in (as_strided, diagonal, permute, select, squeeze, t, transpose, unfold, unsqueeze):
    _copying(_function)
for _function in (split_with_sizes, unbind):
    _copying(_function, out=False)


@public(method=False, out=True)
def view_copy(input, *size: int | Sequence[int] | dtypes.dtype, dtype: dtypes.dtype | None = None):
    """A copy of: the same in another shape, or its bytes as another dtype."""
    return view(input, *size, dtype=dtype).clone()


@public(method=False)
def split_copy(input, split_size, dim=0) -> tuple[Tensor, ...]:
    """Copies of the parts of one size, or of the sizes given, along a dim."""
    return _copy_of(split(input, split_size, dim))


@public(method=False, out=True)
def expand_copy(input, size, *, implicit: bool = False):
    """A copy of: the same with dims of extent 1 repeated."""
    return expand(input, size).clone()


@public(method=False, out=True)
def alias_copy(input):
    """A copy of the whole."""
    return input.clone()


@public(method=False, out=True)
def slice_copy(input, dim=0, start: int | None = None, end: int | None = None, step: int = 1):
    """A copy of a slice of a dim."""
    part = slice(*[None if p is None else operator.index(p) for p in (start, end, step)])
    return input.movedim(dim, 0)[part].movedim(0, dim).clone()
