"""`Variable`, which tensors with gradients were before PyTorch 0.4."""

from ..errors import expected
from ..ops.creation import empty
from ..tensor import Tensor


class _AnyTensor(type):
    def __instancecheck__(cls, x):
        return isinstance(x, Tensor)


class Variable(metaclass=_AnyTensor):
    """A new tensor that shares the memory of another one, and is a leaf: what programs wrote once.

    Every tensor is an instance of it.

    Parameters
    ----------
    data : Tensor, optional
        Default: an empty one.
    requires_grad : bool

    Raises
    ------
    TypeError
        If `data` is no tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.autograd.Variable(tl.ones(2), requires_grad=True)
    >>> x
    tensor([1., 1.], requires_grad=True)
    >>> isinstance(x, tl.autograd.Variable)
    True
    """

    def __new__(cls, data: Tensor | None = None, requires_grad: bool = False) -> Tensor:  # type: ignore[misc]
        if data is None:
            data = empty(0)
        if not isinstance(data, Tensor):
            got = type(data).__name__
            raise TypeError(f"Variable data has to be a tensor, but got {got}; "
                            + expected("Variable", "a Tensor", got, "tensor()"))  # fmt: skip
        return data.detach().requires_grad_(requires_grad)
