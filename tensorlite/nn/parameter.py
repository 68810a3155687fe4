"""Tensors that a Module keeps: parameters, which are trained, and buffers, which are not."""

from __future__ import annotations

from typing import Any, NoReturn, Self, SupportsIndex

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike, Dims
from ..tensor import Spec, Tensor

__all__ = ["Buffer", "Parameter", "UninitializedBuffer", "UninitializedParameter"]


_bool = bool  # a name that no method of a tensor has


def _adopt(cls, data):
    """A tensor of class `cls` on the storage of `data`, outside any graph."""
    return Tensor._make_subclass(cls, tl.empty(0) if data is None else data)


class Parameter(Tensor):
    """A tensor that becomes a parameter of the Module it is assigned to.

    Parameters
    ----------
    data : Tensor (any shape), optional
        Its values; the storage is shared. Default: an empty tensor.
    requires_grad : bool
        Whether backward computes its gradient.

    Raises
    ------
    TypeError
        If `data` is not a Tensor.
    RuntimeError
        If a gradient is asked for and the dtype is not a floating one.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Parameter(tl.ones(2))
    Parameter containing:
    tensor([1., 1.], requires_grad=True)
    """

    __slots__ = ()

    def __new__(cls, data: Tensor | None = None, requires_grad: bool = True) -> Self:
        return _adopt(cls, data).requires_grad_(requires_grad)

    def __repr__(self) -> str:
        return "Parameter containing:\n" + repr(self.detach().requires_grad_(self.requires_grad))


class _Shapeless(Spec):
    """The Spec of what has no shape yet: a dtype and a device. Functions that ask more end here."""

    __slots__ = ("message",)
    message: str

    def __init__(self, spec, message):
        self.dtype, self.device, self.weak, self.hidden = spec.dtype, spec.device, False, ()
        self.message = message

    def __getattr__(self, name):
        raise ValueError(self.message)

    def __repr__(self):
        return f"{self.dtype.name} without a shape"


class _Uninitialized(Tensor):
    """What a tensor without a shape can do: become one with a shape, another dtype, or move.

    All other methods and operators are `_REFUSED`, functions by its `_Shapeless` Spec.
    """

    __slots__ = ()
    becomes: Any

    def __new__(
        cls,
        requires_grad: _bool = False,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> Self:
        made = _adopt(cls, tl.empty(0, device=device, dtype=dtype))
        made.spec = _Shapeless(made.spec, made._without_shape())
        return made.requires_grad_(requires_grad)

    def __init__(
        self,
        requires_grad: _bool = False,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        pass

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return type(self), (self.requires_grad, str(self.device), self.dtype)

    def materialize(
        self,
        shape: Dims,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        """Become a tensor of this shape, whose elements are not set."""
        self.__class__ = self.becomes
        self.data = tl.empty(shape, device=device or self.device, dtype=dtype or self.dtype)

    def _without_shape(self):
        kind = self.becomes.__name__.lower()
        return (
            f"{type(self).__name__}: expected a {kind} with a shape; got one of a lazy module that "
            "was not called yet; try a first call with a batch"
        )

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused: it has no shape yet."""
        raise ValueError(self._without_shape())

    @property
    def shape(self) -> NoReturn:
        """Refused, as what it has not."""
        raise RuntimeError(self._without_shape())

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def _converted(name):
    """A method that gives another dtype or device, of what has no elements to convert."""

    def convert(self: Tensor, *args: Any, **kwargs: Any) -> Tensor:
        like = getattr(tl.empty(0, dtype=self.dtype, device=self.device), name)(*args, **kwargs)
        needed = self.requires_grad and like.dtype.differentiable
        return type(self)(needed, like.device, like.dtype)

    convert.__name__ = name
    return convert


for _name in ("bfloat16", "char", "cpu", "cuda", "double", "float", "half", "int", "long", "short",
              "to"):  # fmt: skip
    setattr(_Uninitialized, _name, _converted(_name))
_PERMITTED = {
    "__copy__", "__deepcopy__", "__getattr__", "get_device", "is_complex", "is_floating_point",
    "requires_grad_",
}
_COMPARISONS = {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"}


_REFUSED = {
    name for name in dir(Tensor)
    if (name[0] != "_" or name[:2] == "__") and name not in _PERMITTED
    and (name in _COMPARISONS or not hasattr(object, name))
    and callable(getattr(Tensor, name)) and name not in vars(_Uninitialized)
}  # fmt: skip
for _name in _REFUSED:
    setattr(_Uninitialized, _name, _Uninitialized._refuse)


class UninitializedParameter(_Uninitialized, Parameter):
    """A Parameter without a shape, as a lazy Module has before its first call.

    Parameters
    ----------
    requires_grad : bool
    device, dtype
        Of the parameter that it is to be.
    """

    __slots__ = ()
    becomes = Parameter

    def __new__(
        cls,
        requires_grad: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> Self:
        return super().__new__(cls, requires_grad, device, dtype)


def is_uninitialized(tensor):
    """Whether a tensor is a parameter without a shape."""
    return isinstance(tensor, _Uninitialized)


is_lazy = is_uninitialized


class Buffer(Tensor):
    """A tensor that becomes a buffer of the Module it is assigned to: state that is not trained.

    Parameters
    ----------
    data : Tensor (any shape), optional
        Its values; the storage is shared.
    persistent : bool
        Whether `state_dict` holds it.

    Examples
    --------
    >>> import tensorlite as tl
    >>> m = tl.nn.Module()
    >>> m.count = tl.nn.Buffer(tl.zeros(2))
    >>> list(m.state_dict())
    ['count']
    """

    __slots__ = ()
    persistent = True

    def __new__(cls, data: Tensor | None = None, *, persistent: bool = True) -> Buffer:
        return _adopt(Buffer if persistent else _TransientBuffer, data)

    def __init__(self, data: Tensor | None = None, *, persistent: bool = True) -> None:
        pass


class _TransientBuffer(Buffer):
    """A buffer outside state_dict; a class of its own, for a tensor has no room for a flag."""

    __slots__ = ()
    persistent = False


class UninitializedBuffer(_Uninitialized, Buffer):
    """A Buffer without a shape, as a lazy Module has before its first call.

    Parameters
    ----------
    requires_grad : bool
    device, dtype
        Of the buffer that it is to be.
    """

    __slots__ = ()
    becomes = Buffer
