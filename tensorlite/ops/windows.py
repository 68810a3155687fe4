"""What pooling functions check before anything is launched, and the windows that they describe."""

import functools
import math

from ..calls import looked_up
from ..errors import expected
from ..kernels.work.pools import Windows
from ..tensor import Tensor
from .requiring import check_tensor

COUNTS = {1: "one int", 2: "two ints", 3: "three ints"}


def tuple_of(value, count):
    """`count` values, of a sequence of them or one for all."""
    return tuple(value) if isinstance(value, tuple | list) else (value,) * count


def sides(layer, padding, dims):
    """(before, after) of each of some dims, the last one first, from an int or all of them."""
    given = tuple_of(padding, 2 * dims)
    if len(given) != 2 * dims or any(not hasattr(n, "__index__") for n in given):
        raise ValueError(
            expected(layer, f"padding to be an int or {2 * dims} ints", repr(padding), "1")
        )
    return given


def numbers(op, name, value, dims, default=None):
    """`dims` ints, from one for all of them or one each."""
    if default is not None and (value is None or (isinstance(value, tuple | list) and not value)):
        return default
    given = tuple_of(value, 1)
    if len(given) not in (1, dims) or not all(map(_is_int, given)):
        raise RuntimeError(
            expected(op, f"{name} to be a single int, or a tuple of {COUNTS[dims]}", repr(value),
                     "2")
        )  # fmt: skip
    given = tuple(n.__index__() for n in given)
    return given if len(given) == dims else given * dims


def _is_int(n):
    return not isinstance(n, bool) and hasattr(n, "__index__")


def check_input(op, input, dims, floating=True, filled=None):
    """Refuse what is not (C, ...) or (N, C, ...) with `dims` dims, the last `filled` not empty.

    By default those are all but N.
    """
    check_tensor(op, "input", input)
    filled = dims + 1 if filled is None else filled
    shape = input.spec.shape
    if len(shape) not in (dims + 1, dims + 2) or 0 in shape[len(shape) - filled :]:
        raise RuntimeError(
            f"{op}: Expected {dims + 1}D or {dims + 2}D (batch mode) tensor with optional 0 dim "
            f"batch size for input; expected non-empty (C, ...) or (N, C, ...); got "
            f"{list(shape)}; try unsqueeze(0)"
        )
    if floating and not input.is_floating_point():
        raise NotImplementedError(
            expected(op, "a floating point tensor", repr(input.dtype), "input.float()")
        )


def _three(values, fill):
    return (*[fill] * (3 - len(values)), *values)


def _output(n, kernel, stride, padding, dilation, ceil_mode):
    """How many windows there are: all that fit, and with `ceil_mode` one more that begins inside
    the input or the padding before it."""
    room = n + 2 * padding - dilation * (kernel - 1) - 1
    count = (room + (stride - 1 if ceil_mode else 0)) // stride + 1
    return count - 1 if ceil_mode and (count - 1) * stride >= n + padding else count


def sliding(op, input, dims, kernel, stride, padding, dilation=1, ceil_mode=False):
    """The Windows of these sizes over the last dims of input, once all of it is checked."""
    sizes = looked_up(_sizes, op, dims, kernel, stride, padding, dilation)
    check_input(op, input, dims, floating=False)
    shape = input.spec.shape
    return _sliding(op, shape[len(shape) - dims :], *sizes, bool(ceil_mode))


@functools.lru_cache(maxsize=4096)
def _sizes(op, dims, kernel, stride, padding, dilation):
    """The same as `dims` ints each, checked."""
    kernel = numbers(op, "kernel_size", kernel, dims)
    stride = numbers(op, "stride", stride, dims, kernel)
    padding = numbers(op, "padding", padding, dims)
    dilation = numbers(op, "dilation", dilation, dims)
    _check_sizes(op, kernel, stride, padding, dilation)
    return kernel, stride, padding, dilation


def _check_sizes(op, kernel, stride, padding, dilation):
    for name, given in (("kernel_size", kernel), ("stride", stride), ("dilation", dilation)):
        if min(given) < 1:
            raise RuntimeError(
                f"{op}: {name} must be greater than zero, but got {min(given)}; expected at least "
                f"1; got {given}; try 1"
            )
    for k, p, d in zip(kernel, padding, dilation, strict=True):
        most = ((k - 1) * d + 1) // 2
        if p < 0:
            raise RuntimeError(
                f"{op}: pad must be non-negative; expected at least 0; got {padding}; try 0"
            )
        if p > most:
            raise RuntimeError(
                f"{op}: pad should be at most half of effective kernel size; expected at most "
                f"{most}; got pad={p}, kernel_size={k} and dilation={d}; try {most}"
            )


@functools.lru_cache(maxsize=4096)
def _sliding(op, extents, kernel, stride, padding, dilation, ceil_mode):
    outputs = tuple(
        _output(*axis, ceil_mode)
        for axis in zip(extents, kernel, stride, padding, dilation, strict=True)
    )
    if min(outputs) < 1:
        raise RuntimeError(
            f"{op}: Given input size {extents}, Calculated output size {outputs}: Output size is "
            f"too small; expected at least 1; got {min(outputs)}; try a smaller kernel_size"
        )
    sizes = (_three(own, 1) for own in (extents, outputs, kernel, stride))
    windows = Windows(*sizes, _three(padding, 0), _three(dilation, 1))
    if windows.empty():
        raise RuntimeError(
            expected(op, "windows that meet the input", f"kernel_size={kernel} with dilation="
                     f"{dilation} over {extents}", "a smaller dilation")
        )  # fmt: skip
    return windows


def adaptive(op, input, dims, output_size, channels=True):
    """The Windows that part the last dims of input into so many; None keeps an extent.

    A batch may be without `channels` where the op allows it; the first dim may be empty anyway.
    """
    given = tuple_of(output_size, dims)
    if len(given) != dims:
        raise RuntimeError(
            f"{op}: output_size must be {dims}, 'output_size' should contain {COUNTS[dims]}; "
            f"expected that; got {output_size!r}; try 1"
        )
    if isinstance(input, Tensor) and input.ndim < dims + 1:
        named = dims > 1 and isinstance(output_size, tuple | list)
        raise (ValueError if named else RuntimeError)(
            f"{op}: Input dimension should be at least {dims + 1}; expected (C, ...) or (N, C, "
            f"...); got {input.ndim}; try unsqueeze(0)"
        )
    check_tensor(op, "input", input)
    check_input(op, input, dims, filled=input.ndim - 1 if channels else dims)
    extents = input.spec.shape[input.ndim - dims :]
    given = tuple(n if o is None else o for o, n in zip(given, extents, strict=True))
    outputs = numbers(op, "output_size", given, dims)
    if min(outputs) < 0:
        raise RuntimeError(
            f"{op}: elements of output_size must be greater than or equal to 0; expected that; "
            f"got {outputs}; try 1"
        )
    return _adaptive(extents, outputs)


@functools.lru_cache(maxsize=4096)
def _adaptive(extents, outputs):
    """Of even size where they can be."""
    three, results = _three(extents, 1), _three(outputs, 1)
    if 0 not in outputs and all(n % o == 0 for n, o in zip(extents, outputs, strict=True)):
        kernel = tuple(n // o for n, o in zip(three, results, strict=True))
        return Windows(three, results, kernel, kernel)
    return Windows(three, results, adaptive=True)


def ratio_size(op, extents, ratio, dims):
    """The extents times a ratio, or one each, rounded down."""
    ratios = ratio if isinstance(ratio, tuple | list) else (ratio,) * dims
    return tuple(math.floor(n * r) for n, r in zip(extents, ratios, strict=True))
