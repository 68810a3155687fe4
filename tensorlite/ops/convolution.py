"""Convolutions: one sum of products of images, kernels and results, sought for each of the three.

The gradients of each are the other two, so they can be differentiated again. A transposed
convolution seeks the images behind results.
"""

import operator

from .. import dtypes
from ..declare import primitive, public
from ..dispatch import apply
from ..errors import expected
from ..kernels.work import convolutions
from ..kernels.work.convolutions import Form, Geometry
from ..tensor import Tensor, empty_of, spec_of
from .views import reshape, squeeze, unsqueeze

_calls: dict = {}

# ------------------------------------------------------------------ the three sums


class _Call:
    """A sum prepared for operands of certain specs: a frame, then panels and a sum for each part.

    Panels are the right operand in another order, where a device wants one.
    """

    __slots__ = ("frame", "framed", "parts", "spec")

    def __init__(self, sought, left, right, form, extents, added):
        geometry, shape, size = _geometry(sought, left, right, form, extents)
        reach, totals = _SOUGHT[sought]
        kernels, dtype = left.device.kernels.convolution, left.dtype.name
        self.spec = spec_of(shape, left.dtype, left.device)
        self.frame, self.parts = None, []
        if self.spec.numel == 0:
            return
        frame, strides, origin = reach(geometry), _lifted(left), (0, 0, 0)
        if not frame.within(size):
            shape = (*left.shape[:2], *frame.extents)
            self.framed = spec_of(shape, left.dtype, left.device)
            self.frame = kernels.frame(dtype, *left.shape[:2], size, strides, frame)
            strides, origin = self.framed.byte_strides, frame.low
        for total in totals(geometry, left.dtype.itemsize, strides, origin, _lifted(right),
                            _lifted(self.spec)):  # fmt: skip
            pack, count = kernels.pack(dtype, total)
            packed = spec_of((count,), left.dtype, left.device)
            self.parts.append((total, pack, packed, kernels.contract(dtype, total, added)))

    def run(self, left, right, added):
        out, a = empty_of(self.spec), left
        if self.frame is not None:
            a = empty_of(self.framed)
            self.frame(left.address, a.address)
        for total, pack, packed, contract in self.parts:
            b = right.address + total.b.start
            if pack is not None:
                panels = empty_of(packed)
                pack(b, panels.address)
                b = panels.address
            contract(a.address + total.a.start, b, out.address + total.out.start,
                     0 if added is None else added.address)  # fmt: skip
        return out


def _geometry(sought, left, right, form, extents):
    """The Geometry of a sum, the shape of what is sought, and the extents that the left one has."""
    images, groups = left.shape[0], form.groups
    if sought == "results":
        inner, outer = left.shape[1], right.shape[0]
        size, kernel, places = left.shape[2:], right.shape[2:], extents
        shape = (images, outer, *places)
    elif sought == "weights":
        inner, outer = left.shape[1], right.shape[1]
        size, kernel, places = left.shape[2:], extents, right.shape[2:]
        shape = (outer, inner // groups, *kernel)
    else:
        inner, outer = right.shape[1] * groups, left.shape[1]
        size, kernel, places = extents, right.shape[2:], left.shape[2:]
        shape = (images, inner, *size)
    geometry = Geometry.of(form, images, inner, outer, size, kernel, places)
    return geometry, shape, geometry.places if sought == "images" else geometry.size


_SOUGHT = {
    "results": (convolutions.result_frame, convolutions.results),
    "weights": (convolutions.result_frame, convolutions.weights),
    "images": (convolutions.image_frame, convolutions.images),
}


def _lifted(spec):
    """The strides of a tensor as if it had three dims of space."""
    images, channels, *rest = spec.byte_strides
    return (images, channels, *convolutions.spatial(rest, 0))


def _run(sought, left, right, form, extents, added=None):
    key = (sought, left.spec, right.spec, form, extents, added is not None)
    call = _calls.get(key)
    if call is None:
        if len(_calls) > 1024:
            _calls.clear()
        call = _calls[key] = _Call(*key)
    return call.run(left, right, added)


@primitive
def _convolution(x, w, *, form, extents):
    """y (N, O, *extents) of images x (N, C, *size) and kernels w (O, C / groups, *kernel)."""
    return _run("results", x, w, form, extents)


@_convolution.grad("x")
def _convolution_grad_x(g, w, x_spec, *, form):
    return apply(_convolution_images, g, w, form=form, extents=x_spec.shape[2:])


@_convolution.grad("w")
def _convolution_grad_w(g, x, w_spec, *, form):
    return apply(_convolution_weights, x, g, form=form, extents=w_spec.shape[2:])


@primitive
def _biased_convolution(b, x, w, *, form, extents):
    """A convolution, plus b (O,) in each channel."""
    return _run("results", x, w, form, extents, b)


@_biased_convolution.grad("b")
def _biased_convolution_grad_b(g):
    return g.sum((0, *range(2, g.ndim)))


_biased_convolution.grad("x")(_convolution_grad_x)
_biased_convolution.grad("w")(_convolution_grad_w)


@primitive
def _convolution_images(y, w, *, form, extents):
    """x (N, C, *extents): each element of y (N, O, *places) times w, where w lay over x."""
    return _run("images", y, w, form, extents)


@_convolution_images.grad("y")
def _convolution_images_grad_y(g, w, y_spec, *, form):
    return apply(_convolution, g, w, form=form, extents=y_spec.shape[2:])


@_convolution_images.grad("w")
def _convolution_images_grad_w(g, y, w_spec, *, form):
    return apply(_convolution_weights, g, y, form=form, extents=w_spec.shape[2:])


@primitive
def _convolution_weights(x, y, *, form, extents):
    """w (O, C / groups, *extents): products of x (N, C, *size) and y (N, O, *places) that meet."""
    return _run("weights", x, y, form, extents)


@_convolution_weights.grad("x")
def _convolution_weights_grad_x(g, y, x_spec, *, form):
    return apply(_convolution_images, y, g, form=form, extents=x_spec.shape[2:])


@_convolution_weights.grad("y")
def _convolution_weights_grad_y(g, x, y_spec, *, form):
    return apply(_convolution, x, g, form=form, extents=y_spec.shape[2:])


# ------------------------------------------------------------------ what is asked for, and checked


def _refused(op, text, got, remedy):
    return RuntimeError(f"{op}: {text}; got {got}; try {remedy}")


def _numbers(op, name, given, dims):
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


def _check_steps(op, stride, padding, dilation, groups):
    """Refuse what no kernel can go by."""
    for text, numbers, least in (
        ("negative padding is not supported", padding, 0),
        ("non-positive stride is not supported", stride, 1),
        ("dilation should be greater than zero", dilation, 1),
        ("non-positive groups is not supported", (groups,), 1),
    ):
        if min(numbers) < least:
            raise _refused(op, text, str(numbers), str(least))


def _check_channels(op, input, weight, bias, groups, transposed):
    """Refuse channels that do not fit together."""
    given = list(weight.spec.shape)
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
    if input.spec.shape[1] != taken:
        raise _refused(
            op, f"Given {kind}, weight of size {given}, expected input{list(input.spec.shape)} to "
            f"have {taken} channels", f"{input.spec.shape[1]} channels", "another weight",
        )  # fmt: skip
    if bias is not None and bias.spec.shape != (made,):
        kind = "transposed=1, " if transposed else ""
        raise _refused(
            op, f"Given {kind}weight of size {given}, expected bias to be 1-dimensional with "
            f"{made} elements", f"bias of size {list(bias.spec.shape)}", "another bias",
        )  # fmt: skip


def _by(numbers):
    return f"({' x '.join(map(str, numbers))})"


def _around(op, padding, dims, size, kernel, stride, dilation):
    """Zeros in front of and behind each dim."""
    reach = [d * (k - 1) for d, k in zip(dilation, kernel, strict=True)]
    if padding == "same":
        if any(s != 1 for s in stride):
            raise _refused(
                op, "padding='same' is not supported for strided convolutions", f"stride={stride}",
                "numbers",
            )  # fmt: skip
        return tuple((n // 2, n - n // 2) for n in reach)
    if isinstance(padding, str):
        if padding != "valid":
            raise _refused(op, f"Invalid padding string: '{padding}'; expected 'same' or 'valid'",
                           repr(padding), "'same'")  # fmt: skip
        return ((0, 0),) * dims
    around = tuple((n, n) for n in _numbers(op, "padding", padding, dims))
    padded = [n + a + b for n, (a, b) in zip(size, around, strict=True)]
    if min(min(pair) for pair in around) >= 0 and any(
        n < k + 1 for n, k in zip(padded, reach, strict=True)
    ):
        raise _refused(
            op, f"Calculated padded input size per channel: {_by(padded)}. Kernel size: "
            f"{_by(k + 1 for k in reach)}. Kernel size can't be greater than actual input size",
            f"input of size {_by(size)}", "padding",
        )  # fmt: skip
    return around


def _convolve(op, dims, input, weight, bias, stride, padding, dilation, groups):
    x = _batched(op, dims, input, weight, bias)
    stride = _numbers(op, "stride", stride, dims)
    dilation = _numbers(op, "dilation", dilation, dims)
    size, kernel = x.spec.shape[2:], weight.spec.shape[2:]
    flat = (0,) if isinstance(padding, str) else _numbers(op, "padding", padding, dims)
    _check_steps(op, stride, flat, dilation, groups)
    _check_channels(op, x, weight, bias, groups, False)
    around = _around(op, padding, dims, size, kernel, stride, dilation)
    places = tuple(
        max(n + a + b - d * (k - 1) - 1, -s) // s + 1
        for n, (a, b), d, k, s in zip(size, around, dilation, kernel, stride, strict=True)
    )
    form = Form(stride, tuple(a for a, _ in around), dilation, groups)
    if bias is None:
        out = apply(_convolution, x, weight, form=form, extents=places)
    else:
        out = apply(_biased_convolution, bias.contiguous(), x, weight, form=form, extents=places)
    return out if x is input else squeeze(out, 0)


def _transpose(op, dims, input, weight, bias, stride, padding, output_padding, groups, dilation):
    y = _batched(op, dims, input, weight, bias)
    stride, padding, more, dilation = (
        _numbers(op, name, given, dims)
        for name, given in (("stride", stride), ("padding", padding),
                            ("output_padding", output_padding), ("dilation", dilation))
    )  # fmt: skip
    _check_steps(op, stride, padding, dilation, groups)
    if min(more) < 0:
        raise _refused(op, "negative output_padding is not supported", str(more), "0")
    _check_channels(op, y, weight, bias, groups, True)
    for n, s, d in zip(more, stride, dilation, strict=True):
        if n >= max(s, d):
            raise _refused(
                op, "output padding must be smaller than either stride or dilation",
                f"output_padding {more}, stride {stride}, dilation {dilation}", "0",
            )  # fmt: skip
    places, kernel = y.spec.shape[2:], weight.spec.shape[2:]
    extents = tuple(
        (n - 1) * s - 2 * p + d * (k - 1) + m + 1
        for n, s, p, d, k, m in zip(places, stride, padding, dilation, kernel, more, strict=True)
    )
    if min(extents) < 1:
        raise _refused(
            op, f"Given input size per channel: {_by(places)}. Calculated output size per channel: "
            f"{_by(extents)}. Output size is too small", f"padding {padding}", "less padding",
        )  # fmt: skip
    form = Form(stride, padding, dilation, groups)
    out = apply(_convolution_images, y, weight, form=form, extents=extents)
    if bias is not None:
        out = out + reshape(bias, -1, *(1,) * dims)
    return out if y is input else squeeze(out, 0)


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
    >>> conv{dims}d(ones({ones}), ones({ones}), padding=1).shape
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
    >>> conv_transpose{dims}d(ones({ones}), ones({ones}), stride=2).shape
    tensorlite.Size([{result}])
    """


def _offered(dims, transposed):
    """A public function for images of so many dims."""
    name = f"conv_transpose{dims}d" if transposed else f"conv{dims}d"
    if transposed:

        def function(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1,
                     dilation=1):  # fmt: skip
            return _transpose(name, dims, input, weight, bias, stride, padding, output_padding,
                              groups, dilation)  # fmt: skip
    else:

        def function(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
            return _convolve(name, dims, input, weight, bias, stride, padding, dilation, groups)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = (_TRANSPOSED if transposed else _DOC).format(
        dims=dims, images={1: "signals", 2: "images", 3: "volumes"}[dims], sizes=_SIZES[dims],
        kernel={1: "K", 2: "R, S", 3: "T, R, S"}[dims], ones=", ".join("11" + "3" * dims),
        result=", ".join(["1", "1"] + ["7" if transposed else "3"] * dims),
    )  # fmt: skip
    return public(function, method=False)


conv1d, conv2d, conv3d = (_offered(dims, False) for dims in (1, 2, 3))
conv_transpose1d, conv_transpose2d, conv_transpose3d = (_offered(d, True) for d in (1, 2, 3))
