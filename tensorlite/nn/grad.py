"""The gradients of convolutions as functions: `torch.nn.grad`.

They are what backward computes, can be differentiated again, and take part in plans.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..absent import listing as _listing
from ..dispatch import apply
from ..docstrings import document as _document
from ..errors import expected
from ..kernels.work.convolutions import Form
from ..ops.convolution import convolution_images, convolution_weights
from ..ops.convolving import Numbers, check_steps, integers
from ..ops.requiring import check_tensor
from ..tensor import Tensor

__all__ = [f"conv{dims}d_{what}" for dims in (1, 2, 3) for what in ("input", "weight")]
__dir__ = _listing(__name__)
Sizes = Sequence[int]


def _form(op, dims, input_size, weight_size, grad_output, *steps):
    """The Form of the convolution whose gradients are sought; its shapes have to agree."""
    names = "stride", "padding", "dilation"
    *numbers, groups = steps
    stride, padding, dilation = (
        integers(op, name, given, dims) for name, given in zip(names, numbers, strict=True)
    )
    check_steps(op, stride, padding, dilation, groups)
    for name, sizes in (("input", input_size), ("weight", weight_size)):
        if len(sizes) != dims + 2:
            got = str(list(sizes))
            raise RuntimeError(expected(op, f"{name} of {dims + 2} sizes", got, "a batch of 1"))
    if input_size[1] != weight_size[1] * groups or weight_size[0] % groups:
        got = f"{list(input_size)} and {list(weight_size)} in {groups} groups"
        raise RuntimeError(expected(op, "channels that go together", got, "other groups"))
    places = [
        (n + 2 * p - d * (k - 1) - 1) // s + 1
        for n, p, d, k, s in zip(input_size[2:], padding, dilation, weight_size[2:], stride,
                                 strict=True)
    ]  # fmt: skip
    wanted = [input_size[0], weight_size[0], *places]
    if list(grad_output.shape) != wanted:
        got, remedy = str(list(grad_output.shape)), "the shape of the result"
        raise RuntimeError(expected(op, f"grad_output of shape {wanted}", got, remedy))
    return Form(stride, padding, dilation, groups)


def _checked(op, name, x, grad_output):
    """Refuse what are no tensors of one dtype of real numbers."""
    for called, tensor in ((name, x), ("grad_output", grad_output)):
        check_tensor(op, called, tensor)
        if not tensor.is_floating_point():
            got = repr(tensor.dtype)
            raise RuntimeError(expected(op, f"{called} of a floating point dtype", got, ".float()"))
    if x.dtype is not grad_output.dtype:
        got = f"{x.dtype!r} and {grad_output.dtype!r}"
        raise RuntimeError(expected(op, f"{name} and grad_output of one dtype", got, ".to()"))


def _input(dims, input_size, weight, grad_output, *steps):
    op, sizes = f"conv{dims}d_input", tuple(input_size)
    _checked(op, "weight", weight, grad_output)
    form = _form(op, dims, sizes, tuple(weight.shape), grad_output, *steps)
    return apply(convolution_images, grad_output, weight, form=form, extents=sizes[2:])


def _weight(dims, input, weight_size, grad_output, *steps):
    op, sizes = f"conv{dims}d_weight", tuple(weight_size)
    _checked(op, "input", input, grad_output)
    form = _form(op, dims, tuple(input.shape), sizes, grad_output, *steps)
    return apply(convolution_weights, input, grad_output, form=form, extents=sizes[2:])


def conv1d_input(
    input_size: Sizes,
    weight: Tensor,
    grad_output: Tensor,
    stride: Numbers = 1,
    padding: Numbers = 0,
    dilation: Numbers = 1,
    groups: int = 1,
) -> Tensor:
    """The gradient of `conv1d` with respect to its input.

    Parameters
    ----------
    input_size : tuple of int
        The shape of the input, (N, C, L).
    weight : Tensor (O, C / groups, K)
    grad_output : Tensor
        The gradient of the result, and of its shape.
    stride, padding, dilation, groups
        As of the convolution.

    Raises
    ------
    RuntimeError
        If shapes or dtypes do not fit.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.grad.conv1d_input((1, 1, 4), tl.tensor([[[1.0, 2.0]]]), tl.ones(1, 1, 3))
    tensor([[[1., 3., 3., 2.]]])
    """
    return _input(1, input_size, weight, grad_output, stride, padding, dilation, groups)


def conv1d_weight(
    input: Tensor,
    weight_size: Sizes,
    grad_output: Tensor,
    stride: Numbers = 1,
    padding: Numbers = 0,
    dilation: Numbers = 1,
    groups: int = 1,
) -> Tensor:
    """The gradient of `conv1d` with respect to its weight.

    Parameters
    ----------
    input : Tensor (N, C, L)
    weight_size : tuple of int
        The shape of the weight, (O, C / groups, K).
    grad_output : Tensor
        The gradient of the result, and of its shape.
    stride, padding, dilation, groups
        As of the convolution.

    Raises
    ------
    RuntimeError
        If shapes or dtypes do not fit.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.grad.conv1d_weight(tl.arange(4.0).reshape(1, 1, 4), (1, 1, 2), tl.ones(1, 1, 3))
    tensor([[[3., 6.]]])
    """
    return _weight(1, input, weight_size, grad_output, stride, padding, dilation, groups)


def conv2d_input(
    input_size: Sizes,
    weight: Tensor,
    grad_output: Tensor,
    stride: Numbers = 1,
    padding: Numbers = 0,
    dilation: Numbers = 1,
    groups: int = 1,
) -> Tensor:
    """The gradient of `conv2d` with respect to its input, (N, C, H, W): see `conv1d_input`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.grad.conv2d_input((1, 1, 2, 2), tl.ones(1, 1, 1, 2), tl.ones(1, 1, 2, 1))
    tensor([[[[1., 1.],
              [1., 1.]]]])
    """
    return _input(2, input_size, weight, grad_output, stride, padding, dilation, groups)


def conv2d_weight(
    input: Tensor,
    weight_size: Sizes,
    grad_output: Tensor,
    stride: Numbers = 1,
    padding: Numbers = 0,
    dilation: Numbers = 1,
    groups: int = 1,
) -> Tensor:
    """The gradient of `conv2d` with respect to its weight, (O, C / groups, R, S).

    See `conv1d_weight`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.grad.conv2d_weight(tl.ones(1, 1, 3, 3), (1, 1, 1, 2), tl.ones(1, 1, 3, 2))
    tensor([[[[6., 6.]]]])
    """
    return _weight(2, input, weight_size, grad_output, stride, padding, dilation, groups)


def conv3d_input(
    input_size: Sizes,
    weight: Tensor,
    grad_output: Tensor,
    stride: Numbers = 1,
    padding: Numbers = 0,
    dilation: Numbers = 1,
    groups: int = 1,
) -> Tensor:
    """The gradient of `conv3d` with respect to its input, (N, C, D, H, W): see `conv1d_input`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> size = 1, 1, 1, 1, 3
    >>> tl.nn.grad.conv3d_input(size, tl.ones(1, 1, 1, 1, 2), tl.ones(1, 1, 1, 1, 2)).ravel()
    tensor([1., 2., 1.])
    """
    return _input(3, input_size, weight, grad_output, stride, padding, dilation, groups)


def conv3d_weight(
    input: Tensor,
    weight_size: Sizes,
    grad_output: Tensor,
    stride: Numbers = 1,
    padding: Numbers = 0,
    dilation: Numbers = 1,
    groups: int = 1,
) -> Tensor:
    """The gradient of `conv3d` with respect to its weight, (O, C / groups, T, R, S).

    See `conv1d_weight`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> size = 1, 1, 1, 1, 2
    >>> tl.nn.grad.conv3d_weight(tl.ones(1, 1, 1, 1, 3), size, tl.ones(1, 1, 1, 1, 2)).ravel()
    tensor([2., 2.])
    """
    return _weight(3, input, weight_size, grad_output, stride, padding, dilation, groups)


_document(globals(), __all__)
