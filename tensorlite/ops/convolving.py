"""`conv1d` to `conv3d` and their transposes: arguments are checked here, since no kernel does."""

import functools
import operator
from collections.abc import Sequence

from .. import dtypes
from ..calls import looked_up
from ..declare import public
from ..dispatch import apply
from ..errors import expected
from ..kernels.work.convolutions import Form
from ..tensor import Tensor
from .complexes import as_real, conj, joined_parts, turned
from .convolution import biased_convolution, convolution, convolution_images
from .joining import stack
from .views import movedim, permute, reshape, squeeze, unsqueeze

Numbers = int | Sequence[int]


def _refused(op, text, got, remedy):
    return RuntimeError(f"{op}: {text}; got {got}; try {remedy}")


def integers(op, name, given, dims):
    """An argument as one integer for each dim of space."""
    try:
        found = [operator.index(n) for n in (given if isinstance(given, tuple | list) else [given])]
    except TypeError:
        wanted = f"{name} to be an integer or {dims} of them"
        raise TypeError(expected(op, wanted, repr(given), "1")) from None
    if len(found) not in (1, dims):
        raise _refused(
            op, f"expected {name} to be a single integer value or a list of {dims} values to match "
            f"the convolution dimensions", f"{name}={found}", "one integer",
        )  # fmt: skip
    return tuple(found) if len(found) == dims else tuple(found) * dims


def _batched(op, dims, input, weight, bias):
    """The input with a dim of images, after a look at kinds and dims of all operands."""
    for name, x in (("input", input), ("weight", weight), ("bias", bias)):
        if not isinstance(x, Tensor) and not (name == "bias" and x is None):
            got = type(x).__name__
            raise TypeError(expected(op, f"{name} to be a Tensor", got, "tensor()"))
    if input.ndim not in (dims + 1, dims + 2):
        raise _refused(
            op, f"Expected {dims + 1}D (unbatched) or {dims + 2}D (batched) input to {op}",
            f"input of size: {list(input.spec.shape)}", "reshape()",
        )  # fmt: skip
    if weight.ndim != dims + 2:
        raise _refused(
            op, f"Expected weight (out_channels, in_channels / groups, {dims} extents), for "
            f"{dims + 2}-dimensional input", f"weight of size {list(weight.spec.shape)}",
            "reshape()",
        )  # fmt: skip
    for name, x in (("weight", weight), ("bias", bias)):
        if x is not None and x.spec.dtype is not input.spec.dtype:
            raise _refused(
                op, f"Input type ({input.spec.dtype.name}) and {name} type ({x.spec.dtype.name}) "
                "should be the same", repr(x.dtype), ".to()",
            )  # fmt: skip
    if input.spec.dtype is dtypes.bool_:
        raise RuntimeError(expected(op, "a numeric dtype", "bool", ".float()"))
    return unsqueeze(input, 0) if input.ndim == dims + 1 else input


def check_steps(op, stride, padding, dilation, groups):
    """Refuse what no kernel can go by."""
    for text, numbers, least in (
        ("negative padding is not supported", padding, 0),
        ("non-positive stride is not supported", stride, 1),
        ("dilation should be greater than zero", dilation, 1),
        ("non-positive groups is not supported", (groups,), 1),
    ):
        if min(numbers) < least:
            raise _refused(op, text, str(numbers), str(least))


def _check_channels(op, images, kernels, biases, groups, transposed):
    """Refuse channels that do not fit together, by the shapes of operands (None: no bias)."""
    given = list(kernels)
    for holds, text in (
        (given[0] >= groups, "at least"), (given[0] % groups == 0, "divisible by"),
    ):  # fmt: skip
        if not holds:
            raise _refused(
                op, f"Given groups={groups}, expected weight to be {text} {groups} at dimension 0",
                f"weight of size {given}", "other groups",
            )  # fmt: skip
    taken, made = (given[0], given[1] * groups)[:: 1 if transposed else -1]
    kind = "transposed=1" if transposed else f"groups={groups}"
    if images[1] != taken:
        last = f"input.movedim(-1, {1 - len(images)}), as channels come before extents"
        raise _refused(
            op, f"Given {kind}, weight of size {given}, expected input{list(images)} to have "
            f"{taken} channels", f"{images[1]} channels",
            last if images[-1] == taken else "other channels",
        )  # fmt: skip
    if biases is not None and biases != (made,):
        kind = "transposed=1, " if transposed else ""
        raise _refused(
            op, f"Given {kind}weight of size {given}, expected bias to be 1-dimensional with "
            f"{made} elements", f"bias of size {list(biases)}", "another bias",
        )  # fmt: skip


def _check_extents(op, images, kernels):
    """Refuse images and kernels that have no extent, by their shapes."""
    for text, shape in (
        ("Only zero batch or zero channel inputs are supported", images),
        ("expected a kernel of non-zero extents", kernels),
    ):
        if 0 in shape[2:]:
            raise _refused(op, text, f"shape {list(shape)}", "larger ones")


def _by(numbers):
    return f"({' x '.join(map(str, numbers))})"


def _around(op, padding, size, kernel, stride, dilation):
    """Zeros in front of and behind each dim."""
    reach = [d * (k - 1) for d, k in zip(dilation, kernel, strict=True)]
    if padding == "same":
        if any(s != 1 for s in stride):
            raise _refused(
                op, "padding='same' is not supported for strided convolutions", f"stride={stride}",
                "numbers",
            )  # fmt: skip
        return [(n // 2, n - n // 2) for n in reach]
    around = [(n, n) for n in padding]
    padded = [n + a + b for n, (a, b) in zip(size, around, strict=True)]
    if any(n <= k for n, k in zip(padded, reach, strict=True)):
        raise _refused(
            op, f"Calculated padded input size per channel: {_by(padded)}. Kernel size: "
            f"{_by(k + 1 for k in reach)}. Kernel size can't be greater than actual input size",
            f"input of size {_by(size)}", "padding",
        )  # fmt: skip
    return around


def _padding(op, given, dims):
    """Numbers, or "same"."""
    if given == "same":
        return given
    if isinstance(given, str) and given != "valid":
        raise _refused(op, f"Invalid padding string: '{given}'; expected 'same' or 'valid'",
                       repr(given), "'same'")  # fmt: skip
    return (0,) * dims if given == "valid" else integers(op, "padding", given, dims)


def _convolve(op, dims, input, weight, bias, stride, padding, dilation, groups):
    x = _batched(op, dims, input, weight, bias)
    shapes = _shapes(x, weight, bias)
    form, places = looked_up(_form, op, *shapes, stride, padding, dilation, groups)
    single, is_complex = x is not input, x.spec.dtype.is_complex
    if is_complex:
        x, weight, bias = _real_channels(x, conj(weight), bias)
    if bias is None:
        out = apply(convolution, x, weight, form=form, extents=places)
    else:
        out = apply(biased_convolution, bias.contiguous(), x, weight, form=form, extents=places)
    out = _complex_channels(out) if is_complex else out
    return squeeze(out, 0) if single else out


def _shapes(*operands):
    return [None if x is None else x.spec.shape for x in operands]


@functools.lru_cache(maxsize=4096)
def _form(op, images, kernels, biases, stride, padding, dilation, groups):
    """The Form of a convolution of operands of some shapes, and the extents of its result."""
    dims = len(kernels) - 2
    stride = integers(op, "stride", stride, dims)
    dilation = integers(op, "dilation", dilation, dims)
    padding = _padding(op, padding, dims)
    check_steps(op, stride, (0,) if padding == "same" else padding, dilation, groups)
    _check_channels(op, images, kernels, biases, groups, False)
    size, kernel = images[2:], kernels[2:]
    around = _around(op, padding, size, kernel, stride, dilation)
    _check_extents(op, images, kernels)
    places = tuple(
        (n + a + b - d * (k - 1) - 1) // s + 1
        for n, (a, b), d, k, s in zip(size, around, dilation, kernel, stride, strict=True)
    )
    return Form(stride, tuple(a for a, _ in around), dilation, groups), places


def _real_channels(x, weight, bias):
    """A complex convolution as a real one: the parts of channels are channels side by side.

    Each channel in front of the kernels becomes two of them, of which the second sees i times what
    the first one does.
    """
    def halves(x, dim):  # parts beside each element of a dim
        parts = movedim(as_real(x), -1, dim + 1)
        shape = parts.spec.shape
        return reshape(parts, *shape[:dim], 2 * shape[dim], *shape[dim + 2 :])

    both = stack((weight, turned(weight)), 1)
    both = reshape(both, 2 * weight.spec.shape[0], *weight.spec.shape[1:])
    return halves(x, 1), halves(both, 1), None if bias is None else reshape(as_real(bias), -1)


def _complex_channels(out):
    """Channels side by side as the parts of one."""
    images, channels, *places = out.spec.shape
    return joined_parts(movedim(reshape(out, images, channels // 2, 2, *places), 2, -1))


def _transpose(op, dims, input, weight, bias, stride, padding, output_padding, groups, dilation):
    y = _batched(op, dims, input, weight, bias)
    steps = stride, padding, output_padding, dilation, groups
    form, extents = looked_up(_transposed_form, op, *_shapes(y, weight, bias), *steps)
    single, is_complex = y is not input, y.spec.dtype.is_complex
    if is_complex:
        y, weight, bias = _real_channels(y, weight, bias)
    out = apply(convolution_images, y, weight, form=form, extents=extents)
    if bias is not None:
        out = out + reshape(bias, -1, *(1,) * dims)
    out = _complex_channels(out) if is_complex else out
    return squeeze(out, 0) if single else out


@functools.lru_cache(maxsize=4096)
def _transposed_form(op, images, kernels, biases, stride, padding, more, dilation, groups):
    """The Form of the convolution that is transposed, and the extents of the result."""
    dims = len(kernels) - 2
    stride, padding, more, dilation = (
        integers(op, name, given, dims)
        for name, given in (("stride", stride), ("padding", padding),
                            ("output_padding", more), ("dilation", dilation))
    )  # fmt: skip
    check_steps(op, stride, padding, dilation, groups)
    if min(more) < 0:
        raise _refused(op, "negative output_padding is not supported", str(more), "0")
    _check_channels(op, images, kernels, biases, groups, True)
    for n, s, d in zip(more, stride, dilation, strict=True):
        if n >= max(s, d):
            raise _refused(
                op, "output padding must be smaller than either stride or dilation",
                f"output_padding {more}, stride {stride}, dilation {dilation}", "0",
            )  # fmt: skip
    _check_extents(op, images, kernels)
    places, kernel = images[2:], kernels[2:]
    extents = tuple(
        (n - 1) * s - 2 * p + d * (k - 1) + m + 1
        for n, s, p, d, k, m in zip(places, stride, padding, dilation, kernel, more, strict=True)
    )
    if min(extents) < 1:
        raise _refused(
            op, f"Given input size per channel: {_by(places)}. Calculated output size per channel: "
            f"{_by(extents)}. Output size is too small", f"padding {padding}", "less padding",
        )  # fmt: skip
    return Form(stride, padding, dilation, groups), extents


_SIZES = {1: "L", 2: "H, W", 3: "D, H, W"}
_DOC = """
    Kernels that go over {images}: at each place, the sum of products of what lies below.

    Parameters
    ----------
    input : Tensor (N, C, {sizes}) or (C, {sizes})
    weight : Tensor (O, C / groups, {kernel})
    bias : Tensor (O,), optional
    stride : int or tuple of int
        The steps of the kernels.
    padding : int, tuple of int, "same" or "valid"
        Zeros around the input; "same": as many as keep its size, "valid": none.
    dilation : int or tuple of int
        From one element of a kernel to the next.
    groups : int
        Each group of channels of the input makes one of the result.

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv{dims}d(tl.ones({ones}), tl.ones({ones}), padding=1).shape
    tensorlite.Size([{result}])
    """
_TRANSPOSED = """
    The gradient of `conv{dims}d` with respect to its input, as a function of its own.

    Parameters
    ----------
    input : Tensor (N, C, {sizes}) or (C, {sizes})
    weight : Tensor (C, O / groups, {kernel})
    bias : Tensor (O,), optional
    stride, padding, dilation : int or tuple of int
        Of the convolution whose gradient it is.
    output_padding : int or tuple of int
        What is added to one side of the result, whose size the others leave open.
    groups : int

    Returns
    -------
    Tensor (N, O, ...) or (O, ...)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> tl.conv_transpose{dims}d(tl.ones({ones}), tl.ones({ones}), stride=2).shape
    tensorlite.Size([{result}])
    """


def _offered(dims):
    """The two public functions for images of so many dims."""
    plain, turned = f"conv{dims}d", f"conv_transpose{dims}d"

    def direct(
        input: Tensor,
        weight: Tensor,
        bias: Tensor | None = None,
        stride: Numbers = 1,
        padding: Numbers | str = 0,
        dilation: Numbers = 1,
        groups: int = 1,
    ) -> Tensor:
        return _convolve(plain, dims, input, weight, bias, stride, padding, dilation, groups)

    def transposed(
        input: Tensor,
        weight: Tensor,
        bias: Tensor | None = None,
        stride: Numbers = 1,
        padding: Numbers = 0,
        output_padding: Numbers = 0,
        groups: int = 1,
        dilation: Numbers = 1,
    ) -> Tensor:
        return _transpose(turned, dims, input, weight, bias, stride, padding, output_padding,
                          groups, dilation)  # fmt: skip

    for function, name, doc, extent in (
        (direct, plain, _DOC, "3"), (transposed, turned, _TRANSPOSED, "7"),
    ):  # fmt: skip
        function.__name__ = function.__qualname__ = name
        function.__doc__ = doc.format(
            dims=dims, images={1: "signals", 2: "images", 3: "volumes"}[dims], sizes=_SIZES[dims],
            kernel={1: "K", 2: "R, S", 3: "T, R, S"}[dims], ones=", ".join("11" + "3" * dims),
            result=", ".join(["1", "1"] + [extent] * dims),
        )  # fmt: skip
    offered = public("tl", "nn.functional", rehearsed=True)
    return offered(direct), offered(transposed)


conv1d, conv_transpose1d = _offered(1)
conv2d, conv_transpose2d = _offered(2)
conv3d, conv_transpose3d = _offered(3)


@public("tl", "nn.functional", method=False)
def conv_tbc(input: Tensor, weight: Tensor, bias: Tensor, pad: int = 0) -> Tensor:
    """`conv1d` of signals whose time is the first dim and whose channels are the last.

    Parameters
    ----------
    input : Tensor (T, N, C)
    weight : Tensor (K, C, O)
    bias : Tensor (O,)
    pad : int
        Zeros in front of the signals and behind.

    Returns
    -------
    Tensor (T + 2 pad - K + 1, N, O)

    Raises
    ------
    RuntimeError
        If sizes, channels or dtypes do not fit.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.conv_tbc(tl.ones(4, 1, 2), tl.ones(2, 2, 1), tl.zeros(1)).ravel()
    tensor([4., 4., 4.])
    """
    op = "conv_tbc"
    for name, x in (("input", input), ("weight", weight), ("bias", bias)):
        if not isinstance(x, Tensor):
            raise TypeError(expected(op, f"{name} to be a Tensor", type(x).__name__, "tensor()"))
    for text, x, ndim in (
        ("Input must have 3 dims: time, batch, in_channel", input, 3),
        ("Weight tensor must have 3 dims: kernel_width, in_channels, out_channels", weight, 3),
        ("Bias must be 1-D", bias, 1),
    ):
        if x.ndim != ndim:
            raise _refused(op, text, f"{list(x.shape)}", "reshape()")
    for text, given, wanted in (
        ("Input dim 2 (input channels) is not == dim 1 in the weight tensor", input, 1),
        ("Bias size must equal dim 2 in the weight tensor (output channels)", bias, 2),
    ):
        if given.shape[-1] != weight.shape[wanted]:
            got = f"{given.shape[-1]} and {weight.shape[wanted]}"
            raise _refused(op, text, got, "other channels")
    if input.shape[0] + 2 * pad == weight.shape[0] - 1:
        return weight.new_zeros(0, input.shape[1], weight.shape[2])
    x, kernels = permute(input, 1, 2, 0), permute(weight, 2, 1, 0)
    out = _convolve(op, 1, x, kernels, bias, 1, pad, 1, 1)
    return permute(out, 2, 0, 1).contiguous()
