"""Largest and smallest elements along dims, and where they stand."""

import operator
from typing import Any, NamedTuple, overload

from .. import dtypes, shapes
from ..annotations import Dims
from ..calls import launched, remembered
from ..declare import prepared, public
from ..errors import expected
from ..kernels.work import reducers
from ..op import table
from ..tensor import Tensor
from .choice import where
from .folds import Fold, reduced_dims
from .ranges import arange
from .reduction import restored
from .results import ValuesIndices, result, values_indices

Extremes = {name: values_indices(name) for name in ("max", "min")}


@result
class aminmax_result(NamedTuple):
    """Both extremes."""

    min: Tensor
    max: Tensor


ALIKE = table["_alike"]
AMAX, AMIN = Fold(reducers.AMAX), Fold(reducers.AMIN)
MAX, MIN = Fold(reducers.MAX), Fold(reducers.MIN)
ARGMAX, ARGMIN = Fold(reducers.ARGMAX), Fold(reducers.ARGMIN)


def _extreme_dims(spec, dim, op, given, of_nothing=RuntimeError):
    """The dims of an extreme, which needs at least one element along each.

    Where no dim was given and there is no element, `of_nothing` is raised.
    """
    dims = reduced_dims(spec, dim, op)
    for d in dims:
        if spec.shape[d] == 0 and spec.numel == 0:
            if not given:
                raise of_nothing(
                    f"{op}: Expected reduction dim to be specified for input.numel() == 0; "
                    f"got shape {list(spec.shape)}; try dim="
                )
            raise IndexError(
                f"{op}: Expected reduction dim {d} to have non-zero size; got shape "
                f"{list(spec.shape)}"
            )
    return dims


@prepared(takes_short=True)
def _amax(x, *, dims, keepdim):
    """The maximum along dims."""
    return AMAX.prepare(x, dims=dims, keepdim=keepdim, dtype=x.dtype)


@prepared(takes_short=True)
def _amin(x, *, dims, keepdim):
    """The minimum along dims."""
    return AMIN.prepare(x, dims=dims, keepdim=keepdim, dtype=x.dtype)


@_amax.grad("x")
@_amin.grad("x")
def _amax_grad_x(g, x, out, *, dims):
    """Ties share evenly."""
    equal = ALIKE(x, restored(out, x.spec, dims))
    return restored(g, x.spec, dims) / equal.sum(dims, keepdim=True) * equal


def _several_dims(spec, dim, op):
    """Dims that a user names in another way than by one integer; None for all."""
    return None if shapes.is_none(dim) else reduced_dims(spec, dim, op)


@remembered
def _extreme_call(op, name, spec, dim, keepdim):
    """The Call of an extreme along a dim as the user names it."""
    dims = _extreme_dims(spec, dim, name, dim is not None)
    return op.prepare(spec, dims=dims, keepdim=keepdim)


@public(out=True)
def amax(input: Tensor, dim: Dims = (), keepdim: bool = False) -> Tensor:
    """The maximum along dims, NaN if there is one; the gradient is shared evenly among ties."""
    if type(dim) is not int:
        dim = _several_dims(input.spec, dim, "amax")
    return launched(_amax, _extreme_call(_amax, "amax", input.spec, dim, keepdim), (input,))


@public(out=True)
def amin(input: Tensor, dim: Dims = (), keepdim: bool = False) -> Tensor:
    """The minimum along dims, NaN if there is one; the gradient is shared evenly among ties."""
    if type(dim) is not int:
        dim = _several_dims(input.spec, dim, "amin")
    return launched(_amin, _extreme_call(_amin, "amin", input.spec, dim, keepdim), (input,))


@public(out="exact")
def aminmax(input: Tensor, *, dim: Dims | None = None, keepdim: bool = False) -> aminmax_result:
    """The minimum and the maximum along a dim, as a named tuple ``(min, max)``."""
    if dim is None:
        _extreme_dims(input.spec, None, "aminmax", False)
    return aminmax_result(amin(input, dim, keepdim), amax(input, dim, keepdim))


@prepared(takes_short=True)
def _max_with_indices(x, *, dims, keepdim):
    """The maximum along one dim, and where it first stands."""
    return MAX.prepare(x, dims=dims, keepdim=keepdim, dtype=x.dtype)


@prepared(takes_short=True)
def _min_with_indices(x, *, dims, keepdim):
    """The minimum along one dim, and where it first stands."""
    return MIN.prepare(x, dims=dims, keepdim=keepdim, dtype=x.dtype)


def _to_index(op):
    """The gradient goes to the element that was found."""

    @op.grad("x")
    def rule(g, x, *, dims, keepdim):
        indices = op.forward(x.detach(), dims=dims, keepdim=True)[1]
        found = _positions(x.spec, dims) == indices
        return where(found, restored(g[0], x.spec, dims), 0.0)


_to_index(_max_with_indices)
_to_index(_min_with_indices)


def _positions(spec, dims):
    """0, 1, 2, ... along a dim."""
    shape = [n if d in dims else 1 for d, n in enumerate(spec.shape)]
    return arange(shapes.numel(shape), device=spec.device).reshape(shape)


def _one_dim(dim, op):
    """A dim that is one integer."""
    try:
        return operator.index(dim)
    except TypeError:
        raise TypeError(expected(op, "dim to be an integer", repr(dim), f"a{op}()")) from None


def _extreme(name, full, along, binary, indices):
    """`max` or `min` in its three forms; `indices` are those of the example."""
    result = Extremes[name]

    @overload
    def extreme(input: Tensor, *, other: Tensor | None = None) -> Tensor: ...
    @overload
    def extreme(input: Tensor, dim: Tensor) -> Tensor: ...
    @overload
    def extreme(input: Tensor, dim: int, keepdim: bool = False) -> ValuesIndices: ...
    def extreme(
        input: Tensor,
        dim: Tensor | int | None = None,
        keepdim: bool = False,
        *,
        other: Tensor | None = None,
    ) -> Any:
        if not isinstance(input, Tensor):
            got = type(input).__name__
            raise TypeError(expected(name, "input to be a Tensor", got, f"builtins.{name}()"))
        if isinstance(dim, Tensor) or other is not None:
            return table[binary](input, dim if other is None else other)
        if dim is None:
            call = _extreme_call(full, name, input.spec, None, False)
            return launched(full, call, (input,))
        if type(dim) is not int:
            dim = _one_dim(dim, name)
        call = _extreme_call(along, name, input.spec, dim, keepdim)
        return result(*launched(along, call, (input,)))

    extreme.__name__ = extreme.__qualname__ = name
    extreme.__doc__ = _DOC.format(name=name, binary=binary, indices=indices)
    return public(extreme, out=True)


_DOC = """
    The {binary}: of all elements, along a dim, or of two tensors by elements.

    ``{name}(input)`` is the {binary} of all; its gradient is shared evenly among ties.
    ``{name}(input, dim, keepdim=False)`` is a named tuple of `values` and `indices`, of the first
    where there are ties; the gradient goes to that element. ``{name}(input, other)`` is
    `{binary}`. NaN counts as the {binary}.

    Examples
    --------
    >>> {name}(tl.tensor([[1, 5], [7, 3]]), dim=1).indices
    tensor([{indices}])
    """
max = _extreme("max", _amax, _max_with_indices, "maximum", "1, 0")
min = _extreme("min", _amin, _min_with_indices, "minimum", "0, 1")


def _arg_extreme(name, fold):
    """`argmax` or `argmin`."""

    @remembered
    def call(spec, dim, keepdim):
        if spec.dtype is dtypes.bool_:
            raise RuntimeError(
                f"{name}(): does not support bool input; "
                + expected(name, "numbers", "bool", ".to(tensorlite.uint8)")
            )
        dims = _extreme_dims(spec, dim, name, dim is not None, IndexError)
        return fold.prepare(spec, dims=dims, keepdim=keepdim, dtype=spec.dtype)

    def arg_extreme(input: Tensor, dim: int | None = None, keepdim: bool = False) -> Tensor:
        if dim is not None and type(dim) is not int:
            dim = shapes.dim_index(dim, input.ndim, name)
        return launched(None, call(input.spec, dim, keepdim), (input,))

    arg_extreme.__name__ = arg_extreme.__qualname__ = name
    arg_extreme.__doc__ = (
        f"The index of the first {name[3:]}imum along a dim, or in the flattened tensor; NaN "
        f"counts as the {name[3:]}imum."
    )
    return public("tl", "Tensor", out="exact")(arg_extreme)


argmax = _arg_extreme("argmax", ARGMAX)
argmin = _arg_extreme("argmin", ARGMIN)
