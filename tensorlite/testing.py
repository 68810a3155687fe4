"""Comparisons for tests under PyTorch's names: `tensorlite.testing`."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

import tensorlite as tl

from . import dtypes, formats
from .absent import listing as _listing
from .annotations import DeviceLike, Dims
from .docstrings import document as _document
from .graph import warn
from .tensor import Tensor

__all__ = ["assert_allclose", "assert_close", "make_tensor"]
__dir__ = _listing(__name__)

_TOLERANCES = {  # by dtype: relative, absolute
    "float16": (1e-3, 1e-5), "bfloat16": (1.6e-2, 1e-5),
    "float32": (1.3e-6, 1e-5), "float64": (1e-7, 1e-7),
    "complex64": (1.3e-6, 1e-5), "complex128": (1e-7, 1e-7),
}  # fmt: skip
_OLDER = {"float16": (1e-3, 1e-3), "float32": (1e-4, 1e-5), "float64": (1e-5, 1e-8)}


def assert_close(
    actual: Any,
    expected: Any,
    *,
    allow_subclasses: bool = True,
    rtol: float | None = None,
    atol: float | None = None,
    equal_nan: bool = False,
    check_device: bool = True,
    check_dtype: bool = True,
    check_layout: bool = True,
    check_stride: bool = False,
    msg: str | Callable[[str], str] | None = None,
) -> None:  # fmt: skip
    """
    Raise unless two tensors, numbers, or sequences and mappings of these are close.

    Parameters
    ----------
    actual, expected : Tensor, number, array, or a sequence or mapping of these
    rtol, atol : float, optional
        Elements differ by at most atol + rtol * |expected|. Both or none are given; by default they
        depend on the dtype, the wider of two, and are 0 for integers.
    equal_nan : bool
        Whether two NaN are equal.
    check_device, check_dtype, check_stride : bool
        Whether these have to be the same.
    check_layout, allow_subclasses : bool
        Nothing depends on them: tensors are strided.
    msg : str or function of str, optional
        What is said instead of, or what makes of, the message.

    Raises
    ------
    AssertionError
        It says how many elements differ, and by how much at most.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.testing.assert_close(tl.ones(2) / 3 * 3, tl.ones(2))
    """
    if (rtol is None) != (atol is None):
        raise ValueError(
            f"assert_close: expected rtol and atol, or none of them; got rtol={rtol}, atol={atol}; "
            "try both"
        )
    checks = {"device": check_device, "dtype": check_dtype, "stride": check_stride}
    for place, a, b in _pairs(actual, expected, ""):
        told = _difference(a, b, rtol, atol, equal_nan, checks)
        if told is not None:
            where = f"\n\nThe failure occurred for item {place}" if place else ""
            text = told + where
            raise AssertionError(text if msg is None else msg(text) if callable(msg) else msg)


def assert_allclose(
    actual: Any,
    expected: Any,
    rtol: float | None = None,
    atol: float | None = None,
    equal_nan: bool = True,
    msg: str = "",
) -> None:
    """
    Its older form: two tensors of any dtypes, with wider tolerances and NaN equal to NaN.

    Raises
    ------
    AssertionError
        It says how many elements differ, and by how much at most.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.testing.assert_allclose(tl.ones(2), [1.00001, 1])
    """
    warn("testing.assert_allclose is deprecated; try testing.assert_close", FutureWarning)
    actual = tl.as_tensor(actual)
    expected = tl.as_tensor(expected, dtype=None if isinstance(expected, Tensor) else actual.dtype)
    if rtol is None and atol is None:
        rtol, atol = _tolerances(_OLDER, actual, expected)
    assert_close(actual, expected, rtol=rtol, atol=atol, equal_nan=equal_nan, check_dtype=False,
                 msg=msg or None)  # fmt: skip


def _tolerances(table, *tensors):
    """The relative and the absolute tolerance of the wider of the dtypes."""
    found = [table.get(x.dtype.name, (0.0, 0.0)) for x in tensors]
    return tuple(max(pair) for pair in zip(*found, strict=True))


def _pairs(actual, expected, place):
    """Each two things that have to be close, and where they stand."""
    both = actual, expected
    if all(isinstance(x, Mapping) for x in both):
        if actual.keys() != expected.keys():
            raise AssertionError(
                "The keys of the mappings do not match:\n"
                f"Missing keys in the actual mapping: {sorted(expected.keys() - actual.keys())}\n"
                f"Additional keys in the actual mapping: {sorted(actual.keys() - expected.keys())}"
            )
        for key in actual:
            yield from _pairs(actual[key], expected[key], f"{place}[{key!r}]")
    elif all(isinstance(x, Sequence) and not isinstance(x, str) for x in both):
        if len(actual) != len(expected):
            raise AssertionError(
                f"The length of the sequences mismatch: {len(actual)} != {len(expected)}"
            )
        for k, (a, b) in enumerate(zip(actual, expected, strict=True)):
            yield from _pairs(a, b, f"{place}[{k}]")
    else:
        yield place, actual, expected


def _difference(actual, expected, rtol, atol, equal_nan, checks):
    """What is to be said of two things that are not close; None if they are."""
    numbers = all(isinstance(x, bool | int | float | complex) for x in (actual, expected))
    a, b = (x.detach() if isinstance(x, tl.Tensor) else tl.as_tensor(x)
            for x in (actual, expected))  # fmt: skip
    if a.shape != b.shape:
        return f"The values for attribute 'shape' do not match: {a.shape} != {b.shape}."
    for name in ("device", "dtype"):
        if checks[name] and not numbers and getattr(a, name) != getattr(b, name):
            got = f"{getattr(a, name)} != {getattr(b, name)}"
            return f"The values for attribute '{name}' do not match: {got}."
    if checks["stride"] and a.stride() != b.stride():
        return f"The values for attribute 'stride()' do not match: {a.stride()} != {b.stride()}."
    if rtol is None:
        rtol, atol = _tolerances(_TOLERANCES, a, b)
    a, b = (x.to(x.dtype.wide).cpu() for x in (a, b))  # NumPy has no bfloat16
    return _report(a.numpy(), b.numpy(), rtol, atol, equal_nan, numbers)


def _report(a, b, rtol, atol, equal_nan, numbers):
    kind = np.result_type(a, b, np.float64 if a.dtype.kind != "c" else np.complex128)
    exact = a.dtype.kind in "biu" and b.dtype.kind in "biu" and rtol == atol == 0
    with np.errstate(all="ignore"):
        wide = (a, b) if exact else (a.astype(kind), b.astype(kind))
        distance = np.abs(a.astype(kind) - b.astype(kind))
        near = wide[0] == wide[1]
        if not exact:
            near |= np.isfinite(distance) & (distance <= atol + rtol * np.abs(b.astype(kind)))
        if equal_nan:
            near |= np.isnan(wide[0]) & np.isnan(wide[1])
        relative = distance / np.abs(b.astype(kind))
    if near.all():
        return None
    if numbers or not a.ndim:
        return (
            f"{'Scalars' if numbers else 'Tensor-likes'} are not close!\n\n"
            f"Expected {b.item()} but got {a.item()}.\n"
            f"Absolute difference: {distance.item()} (up to {atol} allowed)\n"
            f"Relative difference: {relative.item()} (up to {rtol} allowed)"
        )
    wrong, count = int((~near).sum()), near.size
    lines = [f"Tensor-likes are not {'equal' if rtol == atol == 0 else 'close'}!\n",
             f"Mismatched elements: {wrong} / {count} ({100 * wrong / count:.1f}%)"]  # fmt: skip
    for name, found, allowed in (("absolute", distance, atol), ("relative", relative, rtol)):
        found = np.where(near, -1.0, np.where(np.isnan(found), np.inf, found))
        index = tuple(map(int, np.unravel_index(found.argmax(), found.shape)))
        limit = f" (up to {allowed} allowed)" if rtol or atol else ""
        lines.append(f"Greatest {name} difference: {found[index]} at index {index}{limit}")
    return "\n".join(lines)


def make_tensor(
    *shape: Dims,
    dtype: dtypes.dtype,
    device: DeviceLike,
    low: float | None = None,
    high: float | None = None,
    requires_grad: bool = False,
    noncontiguous: bool = False,
    exclude_zero: bool = False,
    memory_format: formats.memory_format | None = None,
) -> Tensor:  # fmt: skip
    """
    A tensor of random numbers for tests: uniform in [low, high), by default in [-9, 9).

    Parameters
    ----------
    *shape : int or tuple of int
    dtype : dtype
    device : device or str
    low, high : number, optional
        By default 0 and 2 for bool, 0 and 10 for unsigned integers, -9 and 10 for signed ones. They
        are moved to what the dtype holds; of complex numbers they bound both parts.
    requires_grad : bool
    noncontiguous : bool
        Whether its last dim takes steps of two in memory, if it has more than one element.
    exclude_zero : bool
        Whether zeros become the smallest positive number, or 1.
    memory_format : memory_format, optional
        Of what is returned.

    Raises
    ------
    ValueError
        If no number of the dtype lies in [low, high).
    """
    kind = tl.empty(0, dtype=dtype).dtype
    least, bound = _interval(kind, low, high)
    given: Any = shape[0] if len(shape) == 1 and not isinstance(shape[0], int) else shape
    extents = tuple(given)
    drawn = (*extents[:-1], 2 * extents[-1]) if noncontiguous and extents else extents
    if kind.is_floating_point or kind.is_complex:
        made = tl.empty(drawn, dtype=kind, device=device).uniform_(least, bound)
    else:
        made = tl.randint(least, bound, drawn, dtype=kind, device=device)
    if exclude_zero:
        exact = not (kind.is_floating_point or kind.is_complex)
        made = made.masked_fill(made == 0, 1 if exact else tl.finfo(kind).tiny)
    if noncontiguous and extents:
        made = made[..., ::2]
    if memory_format is not None:
        made = made.contiguous(memory_format=memory_format)
    return made.requires_grad_() if requires_grad else made


def _interval(kind, low, high):
    """The ends of what `make_tensor` draws from: those asked for, within what a dtype holds."""
    exact = not (kind.is_floating_point or kind.is_complex)
    info = tl.iinfo(tl.uint8 if kind is tl.bool else kind) if exact else tl.finfo(kind)
    least, most = info.min, 2 if kind is tl.bool else info.max + exact
    low, high = -9 if low is None else low, 9 + exact if high is None else high
    if not low <= high or (low == high and exact) or high < least or low >= most:
        raise ValueError(
            f"make_tensor: expected low < high, with numbers of {kind} between them; got {low} and "
            f"{high}; try numbers within {least} and {most}"
        )
    low, high = (min(max(end, least), most) for end in (low, high))
    return (math.ceil(low), math.ceil(high)) if exact else (low, high)


_document(globals(), __all__)
