"""Numbers at equal distances, or of equal ratios."""

import functools
import math

import numpy as np

from .. import dtypes, formats, shapes
from ..annotations import DeviceLike, Operand
from ..declare import public
from ..device import CPU, device_of
from ..errors import expected
from ..kernels import interpreters
from ..tensor import Tensor
from .creation import finished, from_array, on_device, place_of, spread_over, wanted_dtype
from .from_data import tensor
from .hosted import hosted
from .requiring import one_number


def _endpoint_kind(*ends):
    for e in ends:
        if isinstance(e, float) or (isinstance(e, Tensor) and e.dtype.is_floating_point):
            return dtypes.get_default_dtype()
    return dtypes.int64


@public(method=False)
def arange(
    start: Operand = 0,
    end: Operand | None = None,
    step: float = 1,
    *,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """The numbers start, start + step, ... below `end`; arange(end) starts at 0."""
    if end is None:
        start, end = 0, start
    whole = {type(start), type(end), type(step)} == {int}
    small = whole and 0 <= start <= end < 1 << 31 and 0 < step < 1 << 31
    if small and dtype is None and device is None and out is None:
        made = from_array(np.arange(int(start), int(end), int(step)))
        return finished(made, requires_grad, "arange", None, pin_memory)
    where = place_of(device, out)
    target = wanted_dtype(dtype, _endpoint_kind(start, end, step), out)
    start, end, step = [e.item() if isinstance(e, Tensor) else e for e in (start, end, step)]
    if target.category == 1 and all(map(math.isfinite, (start, end, step))):
        start, end, step = int(start), int(end), int(step)  # as PyTorch: 0, 4, 1.5 are 0, 4, 1
    if step == 0 or step != step:
        raise RuntimeError(expected("arange", "step to be nonzero", f"{step}", "step=1"))
    if not (math.isfinite(start) and math.isfinite(end)) or abs(end - start) >= abs(step) * 2**63:
        raise RuntimeError(expected("arange", "a finite range", f"{start} to {end} by {step}",
                                    "linspace()"))  # fmt: skip
    if (end - start) * step < 0:
        raise RuntimeError(
            expected("arange", "upper bound and lower bound consistent with the sign of step",
                     f"start {start}, end {end}, step {step}", "the other sign")
        )  # fmt: skip
    values = np.arange(start, end, step)
    if values.dtype != target.numpy:
        for ending in values[:1].tolist() + values[-1:].tolist():
            dtypes.fitting("arange", ending, target)
        values = dtypes.held(values, target)
    made = spread_over(out, on_device(from_array(values), where))
    return finished(made, requires_grad, "arange", out, pin_memory)


@public(method=False)
def linspace(
    start: Operand,
    end: Operand,
    steps: int,
    *,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """`steps` numbers from start to end, both included, at equal distances."""
    where = place_of(device, out)
    steps = _steps_of("linspace", steps)
    kind = _spaced_kind("linspace", dtype, out, start, end)
    for ending in (start, end):
        one_number("linspace", ending, kind)
    made = _between(_spaced, start, end, steps, kind, None)
    made = spread_over(out, made if where is made.spec.device else made.to(where))
    return finished(made, requires_grad, "linspace", out, pin_memory)


def _spaced_kind(op, dtype, out, *ends):
    """The dtype of numbers between two ends: by default complex if one of them is."""
    natural = dtypes.get_default_dtype()
    natural = natural.to_complex() if any(map(_is_complex, ends)) else natural
    kind = wanted_dtype(dtype, natural, out)
    if natural.is_complex and not kind.is_complex:
        raise RuntimeError(
            expected(op, "a complex dtype, to which complex ends can be safely cast", repr(kind),
                     repr(natural))
        )  # fmt: skip
    return kind


def _is_complex(value):
    return value.is_complex() if isinstance(value, Tensor) else isinstance(value, complex)


def _spaced(start, end, steps):
    """np.linspace of two numbers, in a fourth of the time."""
    span = end - start
    numbers = np.arange(steps, dtype=complex if isinstance(span, complex) else float)
    step = span / (steps - 1) if steps > 1 else span
    if step == 0 and steps > 1:
        numbers /= steps - 1
        numbers *= span
    else:
        numbers *= step
    numbers += start
    if steps > 1:
        numbers[-1] = end
    return numbers


@public(method=False)
def logspace(
    start: Operand,
    end: Operand,
    steps: int,
    base: float = 10.0,
    *,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """`steps` numbers from base**start to base**end at equal ratios."""
    where = place_of(device, out)
    steps = _steps_of("logspace", steps)
    spaced = functools.partial(np.logspace, base=base)
    kind = _spaced_kind("logspace", dtype, out, start, end)
    for ending in (start, end):
        if kind.category == 1 and not isinstance(ending, Tensor):
            dtypes.fitting("logspace", _power(base, ending), kind)
    made = _between(spaced, start, end, steps, kind, base)
    return finished(spread_over(out, made.to(where)), requires_grad, "logspace", out, pin_memory)


def _power(base, exponent):
    """base**exponent; infinity where a float does not hold it."""
    try:
        return float(base) ** exponent
    except OverflowError:
        return float("inf")


def _between(spaced, start, end, steps, dtype, base):
    """Numbers from start to end, each a number or a 0-d tensor; on a card composed of ops."""

    number = complex if dtype.is_complex else float
    wide = dtypes.complex128 if dtype.is_complex else dtypes.float64

    def between(first, last):
        return [dtypes.held(spaced(number(first), number(last), steps), dtype.wide)]

    if not interpreters.busy and not isinstance(start, Tensor) and not isinstance(end, Tensor):
        values = between(start, end)[0]
        return from_array(dtypes.held(values, dtype))
    where = device_of(x.spec for x in (start, end) if isinstance(x, Tensor))
    if where is not CPU:
        return _between_on(where, wide, start, end, steps, base).to(dtype)

    ends = [x.detach().reshape(()) if isinstance(x, Tensor) else tensor(x, dtype=wide)
            for x in (start, end)]  # fmt: skip
    return hosted("linspace", between, ends, [((steps,), dtype)])[0]


def _between_on(where, wide, start, end, steps, base):
    """The same in a wide dtype from numbers on a card, which the host does not read."""
    first, last = (x.detach().to(where, wide) if isinstance(x, Tensor)
                   else tensor(x, dtype=wide, device=where)
                   for x in (start, end))  # fmt: skip
    share = arange(steps, dtype=dtypes.float64, device=where) / max(1, steps - 1)
    numbers = first * (1 - share) + last * share
    return numbers if base is None else base**numbers


def _steps_of(op, steps):
    count = shapes.plain(steps)
    if isinstance(count, bool) or not isinstance(count, int) or count < 0:
        raise RuntimeError(expected(op, "steps to be an integer of at least 0", repr(steps), "50"))
    return count
