"""Functions of Python that are called with each element: `apply_`, `map_`, `map2_`."""

from collections.abc import Callable
from numbers import Number
from typing import Any

from ..annotations import Operand
from ..declare import method
from ..device import CPU
from ..errors import expected
from ..tensor import Tensor
from ..writing import check_memory
from .copying import copy_
from .from_data import tensor
from .requiring import check_tensor, one_number
from .views import expand


def _called(op, self, others, function):
    """Overwrite `self` with what the function gives for its elements, and those of others.

    The function is called in row-major order, and all is written when it has given all.
    """
    for name, x in others.items():
        check_tensor(op, name, x)
        if x.spec.dtype is not self.spec.dtype:
            raise TypeError(expected(op, f"{name} of dtype {self.dtype}", repr(x.dtype), ".to()"))
    operands = [self, *others.values()]
    if any(x.requires_grad for x in operands):
        raise RuntimeError(
            f"{op}: Can't call {op}() on Variable that requires grad; expected tensors without "
            f"gradient; got one with; try detach().{op}()"
        )
    for x in operands:
        if x.spec.device is not CPU:
            raise TypeError(expected(op, "tensors on the CPU", str(x.device), ".cpu()"))
    if not callable(function):
        raise TypeError(expected(op, "a function", type(function).__name__, "lambda x: x"))
    check_memory(op, self)
    shape = self.spec.shape
    columns = [x if x.spec.shape == shape else expand(x, shape) for x in operands]
    rows = zip(*[x.reshape(-1).tolist() for x in columns], strict=True)
    found = [_stored(op, function(*row), self.spec.dtype) for row in rows]
    return copy_(self, tensor(found, dtype=self.spec.dtype).reshape(shape))


def _stored(op, value, dtype):
    """A number as the dtype holds it."""
    if not isinstance(value, Number):
        got = type(value).__name__
        raise TypeError(expected(op, "a function that gives real numbers", got, "float(...)"))
    return one_number(op, value, dtype)


@method
def apply_(self: Tensor, callable: Callable[[Any], Any]) -> Tensor:
    """In place: each element by what a function of Python gives for it, slowly.

    Parameters
    ----------
    callable : function
        Takes and gives a number of Python.

    Raises
    ------
    RuntimeError
        If a gradient is asked for, or the dtype does not hold a number.
    TypeError
        If the function gives no number, or the tensor lies on a card.
    TraceError
        Within a compiled function: a plan does not call Python for each element.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.tensor([1.0, 2.0, 3.0]).apply_(lambda x: x if x > 2 else 0)
    tensor([0., 0., 3.])
    """
    return _called("apply_", self, {}, callable)


@method
def map_(self: Tensor, other: Operand, callable: Callable[[Any, Any], Any]) -> Tensor:
    """In place: each element by what a function gives for it and the one of another tensor.

    See `apply_`.

    Parameters
    ----------
    other : Tensor
        Of the same dtype; is expanded to the shape of self.
    callable : function

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.tensor([1.0, 2.0]).map_(tl.tensor([3.0, 1.0]), max)
    tensor([3., 2.])
    """
    return _called("map_", self, {"other": other}, callable)


@method
def map2_(self: Tensor, x: Tensor, y: Tensor, callable: Callable[[Any, Any, Any], Any]) -> Tensor:
    """In place: each element by what a function gives for it and those of two other tensors.

    See `apply_`.

    Parameters
    ----------
    x, y : Tensor
        Of the same dtype; are expanded to the shape of self.
    callable : function

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.zeros(2).map2_(tl.tensor([3.0, 1.0]), tl.tensor(2.0), lambda a, b, c: b * c)
    tensor([6., 2.])
    """
    return _called("map2_", self, {"x": x, "y": y}, callable)
