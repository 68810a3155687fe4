"""New tensors of random numbers."""

from collections.abc import Sequence

import numpy as np

from .. import dtypes, formats, shapes
from ..annotations import DeviceLike, Dims, Operand
from ..declare import entry, public
from ..device import CPU, device_of, place
from ..dispatch import apply, unary
from ..errors import expected
from ..kernels import interpreters
from ..op import registry
from ..tensor import Tensor
from .copying import laid
from .creation import (
    finished,
    formatted_like,
    from_array,
    on_device,
    place_like,
    place_of,
    unmoved_by,
    wanted_dtype,
)
from .drawing import deliver_drawn, draw, fill_with, floating, inexact
from .generators import Generator
from .indexing import INDEX
from .requiring import require
from .views import reshape


def _factory(name, distribution, parameters, doc):
    """`rand(*size)` and `rand_like(x)` at once."""
    function = _of_size(name, distribution, parameters)
    like = _like(name, distribution, parameters)
    function.__name__, function.__doc__ = name, f"A tensor of the given size, {doc}."
    like.__name__, like.__doc__ = f"{name}_like", f"A tensor of input's shape and dtype, {doc}."
    return public(function, method=False), public(like, method=False)


def _of_size(name, distribution, parameters):
    """`rand(*size)`."""

    def function(
        *size: Dims,
        generator: Generator | None = None,
        out: Tensor | None = None,
        dtype: dtypes.dtype | None = None,
        layout: formats.layout | None = None,
        device: DeviceLike | None = None,
        requires_grad: bool = False,
        pin_memory: bool = False,
    ) -> Tensor:
        where = place(device)
        is_shape = len(size) == 1 and isinstance(size[0], Tensor) and size[0].ndim
        given = size[0] if is_shape else size
        shape = shapes.new_shape(given, name)
        if out is not None:
            if isinstance(out, Tensor) and out.spec.shape != shape:
                kind, where = inexact(name, out.spec.dtype), out.spec.device
                made = draw(distribution, shape, kind, where, generator, *parameters)
                return deliver_drawn(name, out, made)
            return fill_with(name, out, distribution, generator, *parameters)
        kind = inexact(name, wanted_dtype(dtype))
        made = draw(distribution, shape, kind, where, generator, *parameters)
        return finished(made, requires_grad, pin_memory=pin_memory)

    return function


def _like(name, distribution, parameters):
    """`rand_like(x)`."""

    def like(
        input: Tensor,
        *,
        dtype: dtypes.dtype | None = None,
        layout: formats.layout | None = None,
        device: DeviceLike | None = None,
        requires_grad: bool = False,
        pin_memory: bool = False,
        memory_format: formats.memory_format | None = None,
        generator: Generator | None = None,
    ) -> Tensor:
        formats.check_layout(f"{name}_like", layout)
        dtype, where = inexact(name, wanted_dtype(dtype, input.dtype)), place_like(input, device)
        spec = formatted_like(f"{name}_like", input.spec, dtype, where, memory_format)
        made = draw(distribution, input.spec.shape, dtype, where, generator, *parameters)
        return finished(_laid(made, spec), requires_grad, pin_memory=pin_memory)

    return like


def _laid(made, spec):
    """Fresh numbers with the strides of a Spec: an element is the same wherever it lies."""
    if made.spec.strides == spec.strides or made.spec.hidden:
        return made
    return laid(made, spec.strides)


rand, rand_like = _factory("rand", "uniform", (0.0, 1.0), "uniform in [0, 1)")
randn, randn_like = _factory("randn", "normal", (0.0, 1.0), "standard normal")


def integers(op, low, high, shape, dtype, device, generator):
    low, high = (int(x.item() if isinstance(x, Tensor) else x) for x in (low, high))
    if dtype.is_complex:
        raise RuntimeError(expected(op, "a real dtype", repr(dtype), "uniform_()"))
    if low >= high:
        raise RuntimeError(
            f"{op} expects 'from' to be less than 'to', but got from={low} >= to={high}; expected "
            "low < high; try other bounds"
        )
    least, most = dtypes.limits(dtype) if dtype.category else (0, 1)
    if low < least or high - 1 > most:
        raise RuntimeError(
            f"{op}: from and to are out of bounds for {dtype.name}; expected {least} to {most}; "
            f"got {low} to {high - 1}"
        )
    if dtype.category == 1:
        return draw("integers", shape, dtype, device, generator, low, high - low)
    drawn = draw("integers", shape, dtypes.int64, device, generator, low, high - low)
    return drawn != 0 if dtype.category == 0 else drawn.to(dtype)


def _bounds(op, low, high):
    """The bounds of integers: one that is given alone is the upper one."""
    if high is None:
        low, high = 0, low
    if high is None:
        raise TypeError(expected(op, "high", "none", f"{op}(..., high=2)"))
    return 0 if low is None else low, high


@public(method=False)
def randint(
    low: Operand | None = None,
    high: int | Sequence[int] | None = None,
    size: Dims | None = None,
    *,
    generator: Generator | None = None,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """
    Integers in [low, high), uniform; randint(high, size) starts at 0.

    Raises
    ------
    RuntimeError
        If low >= high, or the dtype does not hold them.
    """
    where = place_of(device, out)
    if size is None:
        low, high, size = None, low, high
    if size is None:
        raise TypeError(expected("randint", "a size", "none", "randint(high, (n,))"))
    low, high = _bounds("randint", low, high)
    shape = shapes.new_shape((size,) if isinstance(size, int) else (tuple(size),), "randint")
    kind = wanted_dtype(dtype, dtypes.int64)
    made = integers("random_", low, high, shape, kind, where, generator)
    if out is not None:
        return deliver_drawn("randint", out, made)
    return finished(made, requires_grad, pin_memory=pin_memory)


@public(method=False)
def randint_like(
    input: Tensor,
    low: Operand | None = None,
    high: Operand | None = None,
    *,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
    memory_format: formats.memory_format | None = None,
    generator: Generator | None = None,
) -> Tensor:
    """Integers in [low, high) of input's shape and dtype."""
    formats.check_layout("randint_like", layout)
    low, high = _bounds("randint_like", low, high)
    dtype, where = wanted_dtype(dtype, input.dtype), place_like(input, device)
    spec = formatted_like("randint_like", input.spec, dtype, where, memory_format)
    made = integers("random_", low, high, input.spec.shape, dtype, where, generator)
    return finished(_laid(made, spec), requires_grad, pin_memory=pin_memory)


@public(method=False)
def randperm(
    n: int,
    *,
    generator: Generator | None = None,
    out: Tensor | None = None,
    dtype: dtypes.dtype = dtypes.int64,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """
    The numbers 0 to n - 1 in random order.

    Each number is the low part of a 64-bit key whose high part is random; sorting the keys, which
    all differ, gives one result whatever the method.
    """
    n, where = shapes.integer(n, "randperm", "n"), place_of(device, out)
    if n < 0:
        raise RuntimeError(expected("randperm", "n of at least 0", str(n), "randperm(0)"))
    held = wanted_dtype(dtype) if out is None else out.spec.dtype
    most = _whole_numbers(held)
    if n > most:
        got = f"n={n} for {held!r}, which holds {most}"
        raise RuntimeError(expected("randperm", "a dtype that holds all numbers", got, "int64"))
    width = max(n - 1, 1).bit_length()
    keys = draw("integers", (n,), dtypes.int64, CPU, generator, 0, 1 << (63 - width))
    recorder = interpreters.current()
    if keys.spec.hidden:
        return registry["argsort"](keys).to(where, wanted_dtype(dtype))
    if recorder is not None and recorder.active:
        made = registry["argsort"](keys, stable=True).to(where, wanted_dtype(dtype))
    else:
        keys = keys.numpy()
        keys <<= width
        keys |= np.arange(n)
        keys.sort()
        keys &= (1 << width) - 1
        made = on_device(from_array(keys).to(wanted_dtype(dtype)), where)
    if out is not None:
        return deliver_drawn("randperm", out, made)
    return finished(made, requires_grad, pin_memory=pin_memory)


def _whole_numbers(dtype):
    """How many whole numbers from 0 on a dtype holds, each of them."""
    if dtype.is_floating_point or dtype.is_complex:
        return round(2 / dtypes.finfo(dtype).eps) + 1
    return 2 if dtype is dtypes.bool_ else dtypes.iinfo(dtype).max + 1


def _check_deviations(std):
    """Refuse a number that is not at least 0, or a tensor that has one."""
    if not isinstance(std, Tensor):
        if not std >= 0:
            raise _bad_deviation(std)
    elif std.spec.dtype.is_complex:
        raise _bad_deviation(repr(std.spec.dtype))
    elif std.spec.dtype is not dtypes.bool_:
        std = std.detach()
        require(std >= 0, _bad_deviation, lambda: (std.min(),))


def _bad_deviation(std):
    return RuntimeError(expected("normal", "all elements of std >= 0.0", str(std), "abs()"))


@public(method=False)
def normal(
    mean: Operand = 0.0,
    std: Operand = 1.0,
    size: Dims | None = None,
    *,
    generator: Generator | None = None,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """Normal numbers; mean and std may be tensors, which then give the shape."""
    where = place_of(device, out)
    tensors = [x for x in (mean, std) if isinstance(x, Tensor)]
    _check_deviations(std)
    if not tensors:
        shape = shapes.new_shape(
            (size,) if isinstance(size, tuple | list) else size or (), "normal"
        )
        dtype = inexact("normal", wanted_dtype(dtype))
        made = draw("normal", shape, dtype, where, generator, shapes.real(mean), shapes.real(std))
    else:
        given = [x.spec.shape for x in tensors]
        if size is not None:
            size = size if isinstance(size, tuple | list) else (size,)
            given.append(shapes.new_shape(size, "normal"))
        shape = shapes.broadcast(*given, op="normal")
        dtype = floating("normal", dtypes.result_of([x.spec.dtype for x in tensors], [], []))
        where = device_of([x.spec for x in tensors])
        unit = draw("normal", shape, dtype, where, generator, 0.0, 1.0)
        mean, std = (x.detach() if isinstance(x, Tensor) else x for x in (mean, std))
        made = unmoved_by(unit * std + mean, *tensors if out is None else ())
    if out is not None:
        return deliver_drawn("normal", out, made)
    return finished(made, requires_grad, pin_memory=pin_memory)


def probability(op, p):
    if not 0 <= p <= 1:
        raise RuntimeError(f"{op} expects p to be in [0, 1], but got p={p}; expected 0 <= p <= 1")
    return shapes.real(p)


def coin_flips(op, p, shape, dtype, generator):
    """Coin flips of the probabilities in a tensor."""
    p = p.detach()
    fits = unary(_is_share, p)

    def error(bad):
        return RuntimeError(f"{op}: Expected p_in >= 0 && p_in <= 1; got {bad}; try clamp(0, 1)")

    def first_bad():
        place = reshape(~fits, -1).to(dtypes.uint8).argmax()
        return (apply(INDEX, reshape(p, -1), place, dims=(0,)),)

    require(fits, error, first_bad)
    kind = p.spec.dtype if p.dtype.is_floating_point else dtypes.float32
    return (draw("uniform", shape, kind, p.spec.device, generator, 0.0, 1.0) < p).to(dtype)


@entry("bool", name="_is_share", method=False, inplace=False,
       reference=lambda x: (x >= 0) & (x <= 1))  # fmt: skip
def _is_share(x):
    """Whether x lies in [0, 1]."""
    return x >= 0 and x <= 1


@public
def bernoulli(
    input: Tensor,
    p: float | None = None,
    *,
    generator: Generator | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """1 with the probabilities in `input`, or with probability p, else 0."""
    if p is None:
        floating("bernoulli", input.dtype)
        made = coin_flips("bernoulli", input, input.spec.shape, input.dtype, generator)
        made = unmoved_by(made, input) if out is None else made
    else:
        p = probability("bernoulli", p)
        made = draw("bernoulli", input.spec.shape, input.dtype, input.device, generator, p, 0.0)
    return made if out is None else deliver_drawn("bernoulli", out, made.to(out.dtype))
