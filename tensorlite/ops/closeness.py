"""Whether tensors are equal, or nearly: `equal`, `isclose`, `allclose`."""


import numpy as np

from .. import dtypes
from ..calls import Call, remembered
from ..declare import public
from ..device import CPU
from ..errors import expected
from ..kernels import interpreters
from ..kernels.cpu import native
from ..kernels.cpu.index import BLOCK, comparison
from ..tensor import Tensor
from . import elementwise as entries  # fills the table


@public
def isclose(
    input: Tensor, other: Tensor, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False
) -> Tensor:
    """Whether |input - other| <= atol + rtol * |other|, by elements."""
    if rtol < 0 or atol < 0:
        raise RuntimeError(
            expected("isclose", "rtol and atol of at least 0", f"{rtol} and {atol}", "rtol=1e-5")
        )
    for name, x in (("input", input), ("other", other)):
        if not isinstance(x, Tensor):
            raise TypeError(expected("isclose", f"{name} to be a Tensor", repr(x), "tensor()"))
    if not input.spec.dtype.differentiable and not other.spec.dtype.differentiable:
        input, other = input.double(), other.double()  # float32 does not hold large integers
    if input.spec.dtype.is_complex or other.spec.dtype.is_complex:
        near = (input - other).abs() <= atol + rtol * other.abs()
        close = (input == other) | (near & other.isfinite())
    else:
        close = _isclose(input, other, rtol, atol)
    return close | (input.isnan() & other.isnan()) if equal_nan else close


@entries.entry("bool", name="_isclose", method=False, reference=np.isclose, floating=True,
               special=False)  # fmt: skip
def _isclose(x, y, rtol, atol):
    """Whether x equals y or is near it."""
    return x == y or (abs(x - y) <= atol + rtol * abs(y) and abs(y) < entries.math.inf)


@public
def allclose(
    input: Tensor, other: Tensor, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False
) -> bool:
    """Whether all elements are close, see `isclose`."""
    return bool(isclose(input, other, rtol, atol, equal_nan).all())


@public
def equal(input: Tensor, other: Tensor) -> bool:
    """Whether two tensors have the same shape and elements."""
    if input.spec.shape != other.spec.shape:
        return False
    few = None if interpreters.busy else _compared(input.spec, other.spec)
    if few is not None:
        return not native.launch(few.entry, few.geometry, few.words, few.items, input, other)
    return bool((input == other).all())


@remembered
def _compared(x, y):
    """The Call that looks whether few elements side by side differ; None where it cannot."""
    if x.dtype is not y.dtype or not (x.contiguous and y.contiguous and 0 < x.numel <= BLOCK):
        return None
    if x.device is not CPU or y.device is not CPU or x.hidden or y.hidden:
        return None
    if x.dtype.is_complex or x.dtype.short:
        return None
    found = Call(x, comparison("uint8" if x.dtype is dtypes.bool_ else x.dtype.name, x.numel))
    found.settle(2)
    return found
