"""What must hold of values: checked now, or by each run of a plan."""

import numpy as np

from .. import dtypes
from ..batches import grounded, levels_of
from ..device import CPU
from ..errors import expected
from ..graph import mode
from ..kernels import interpreters
from ..op import registry
from ..tensor import Tensor, bytes_at

FLOAT32_MAX = float(np.finfo(np.float32).max)  # up to it a number fits beside floats of any width


def has_kernel(x):
    """Whether x lies on the CPU in a dtype for which kernels of that device alone are made."""
    return x.spec.device is CPU and x.spec.dtype in (dtypes.float32, dtypes.float64)


def require(ok, error, shown=tuple):
    """
    Raise unless a bool tensor is all true: now, or whenever a plan runs.

    Parameters
    ----------
    ok : Tensor
    error : callable
        Of the numbers in `shown()`, returns the exception.
    shown : callable
        Returns the 0-d tensors whose numbers the message names.
    """
    if not ok.spec.numel:
        return
    if ok.spec.hidden:
        ok = grounded(ok, levels_of((ok.spec,)))
    with mode.off():
        recorder, flag = interpreters.current(), ok.all()
        if recorder is None or not recorder.active:
            if not bool(flag):
                raise error(*[_first(x).item() for x in shown()])
            return
        numbers = shown()
        words = registry["stack"]([x.to(dtypes.float64) for x in (flag, *numbers)])
    kinds = [float if x.is_floating_point() else int for x in numbers]

    def complaint(answer, address):
        found = np.frombuffer(bytes_at(device, address + 8, 8 * len(kinds)), np.float64).tolist()
        return error(*[kind(value) for kind, value in zip(kinds, found, strict=True)])

    device = ok.spec.device
    bits = device.kernels.index.small_range_check(1, 1, 1 << 62)  # 1.0 as a positive integer
    recorder.check(bits, words, complaint)


def _first(x):
    """A number of a message: of the first part where there are several."""
    return grounded(x, levels_of((x.spec,))).reshape(-1)[0] if x.spec.hidden else x


# ------------------------------------------------------------------ kinds of arguments


def check_tensor(op, name, value):
    """Raise unless `value` is a Tensor."""
    if not isinstance(value, Tensor):
        got = type(value).__name__
        raise TypeError(
            f"{op}: argument '{name}' must be Tensor, not {got}; expected a Tensor; got {got}; "
            f"try tensorlite.tensor({name})"
        )


REDUCTIONS = ("none", "mean", "sum")  # of a loss


def check_reduction(op, reduction, allowed=REDUCTIONS):
    """Raise unless it names a reduction of a loss."""
    if reduction not in allowed:
        raise ValueError(
            f"{reduction} is not a valid value for reduction; {op}: expected one of "
            f"{', '.join(allowed)}; got {reduction!r}"
        )


def numeric(op, x):
    """
    Refuse a tensor of bool where numbers are wanted.

    Raises
    ------
    NotImplementedError
        It names the op.
    """
    if isinstance(x, Tensor) and x.spec.dtype is dtypes.bool_:
        raise NotImplementedError(expected(op, "numbers", "bool", ".to(tensorlite.int64)"))


def refuse_complex(*tensors):
    """Refuse complex tensors where numbers need an order, or there is no formula for them."""
    for x in tensors:
        if isinstance(x, Tensor) and x.spec.dtype.is_complex:
            raise complex_refused(x.dtype)


def complex_refused(dtype):
    """The error for a complex dtype; the gate of the public function adds its name."""
    return NotImplementedError(
        f"not implemented for complex numbers; expected real tensors; got {dtype!r}; "
        "try .real, .imag or .abs()"
    )


def one_number(op, value, dtype):
    """A value that is put among numbers of a dtype, which has to hold it.

    Parameters
    ----------
    value : number or 0-d Tensor

    Returns
    -------
    A Python number of the dtype's kind, or the tensor in the dtype.
    """
    if isinstance(value, Tensor):
        if value.ndim:
            got = f"shape {list(value.shape)}"
            raise RuntimeError(
                expected(op, "value to be a number or a 0-d tensor", got, "where(), or copy_()")
            )
        if value.spec.dtype is dtype:
            return value
        _require_fit(op, value, dtype)
        return value.to(dtype)
    if isinstance(value, bool | int | float | complex):
        dtypes.fitting(op, value, dtype)
        if dtype is dtypes.bool_:
            return bool(value)
        if isinstance(value, complex) and not dtype.is_complex:
            value = value.real
        if isinstance(value, float) and not dtype.differentiable:
            return int(value)
    return value


def fits_beside(op, value, dtype):
    """Refuse a number, or the number in a 0-d tensor, that does not fit where it meets a dtype."""
    if isinstance(value, Tensor):
        if not value.spec.shape and value.spec.dtype.category <= dtype.category:
            _require_fit(op, value, dtype)
    else:
        dtypes.fits_beside(op, value, dtype)


def _require_fit(op, x, dtype):
    """Refuse a 0-d tensor whose number a dtype cannot hold."""
    own = x.spec.dtype
    if own.is_complex and not dtype.is_complex:
        raise dtypes.unfit(op, "a complex number", dtype)
    if own.category < dtype.category or not dtype.category or np.can_cast(own.numpy, dtype.numpy):
        return
    with mode.off():
        low, high = dtypes.limits(dtype)
        if own.category == 1:
            least, most = dtypes.limits(own)
            ok = (x >= max(low, least)) & (x <= min(high, most))
        elif dtype.category == 1:
            whole = x.double().trunc()
            ok = (whole >= float(low)) & (whole < float(high + 1))
        else:
            ok = (x.abs() <= high) | ~x.isfinite()
        require(ok, lambda number: dtypes.unfit(op, number, dtype), lambda: (x,))
