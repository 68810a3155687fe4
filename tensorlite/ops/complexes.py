"""Complex numbers and their parts: views of one as the other, conjugates, angles.

Where PyTorch leaves a conjugate to be done later, it is done here at once; so `resolve_conj` and
`is_conj` have nothing left to do or to find.
"""

import functools

import numpy as np

from .. import dtypes, formats
from ..annotations import Operand
from ..declare import method, primitive, public
from ..device import CPU
from ..dispatch import apply, unary
from ..errors import expected
from ..graph import viewed
from ..kernels import scalars
from ..op import table
from ..tensor import Tensor
from . import elementwise as entries  # fills the table
from .copying import dense
from .creation import ones_like
from .from_data import tensor
from .joining import stack
from .views import broadcast_tensors, transpose

# ------------------------------------------------------------------ views


@functools.lru_cache(maxsize=4096)
def real_spec(spec):
    """The Spec of the parts of complex numbers, along a new last dim."""
    strides = (*(2 * step for step in spec.strides), 1)
    return spec.seen((*spec.shape, 2), strides, spec.dtype.to_real())


@functools.lru_cache(maxsize=4096)
def _complex_spec(spec):
    """The Spec of complex numbers over pairs of numbers; None if these do not lie so."""
    shape = spec.shape[:-1]
    *strides, last = spec.strides
    steps = [step for step, extent in zip(strides, shape, strict=True) if extent > 1]
    steps += [step for _, _, step in spec.hidden]
    if last != 1 or any(step % 2 for step in steps):
        return None
    halves = tuple([step // 2 for step in strides])
    return spec.seen(shape, halves, spec.dtype.to_complex())


@primitive
def _as_real(x):
    """The parts of complex numbers along a new last dim: a view."""
    return viewed(None, x, real_spec(x.spec), 0)


@primitive
def _as_complex(x):
    """Pairs of numbers as complex ones: a view."""
    return viewed(None, x, _complex_spec(x.spec), 0)


@_as_real.grad("x")
def _as_real_grad_x(g):
    return joined_parts(g)


@_as_complex.grad("x")
def _as_complex_grad_x(g):
    return as_real(g)


def as_real(x):
    """The parts of a complex tensor along a new last dim."""
    return viewed(_as_real, x, real_spec(x.spec), 0)


def as_complex(x):
    """Pairs along the last dim, which lie side by side, as complex numbers."""
    return viewed(_as_complex, x, _complex_spec(x.spec), 0)


def joined_parts(x):
    """Pairs along the last dim as complex numbers: a view, or of a copy where they lie apart."""
    apart = _complex_spec(x.spec) is None or x.storage_offset() % 2
    return as_complex(apply(dense, x) if apart else x)


@public(method=False)
def view_as_real(input: Tensor) -> Tensor:
    """
    The real and imaginary parts of a complex tensor as a new last dim, over the same memory.

    Examples
    --------
    >>> tl.view_as_real(tl.tensor([1 + 2j]))
    tensor([[1., 2.]])
    """
    if not input.spec.dtype.is_complex:
        raise RuntimeError(
            "view_as_real is only supported for complex tensors; view_as_real: expected a complex "
            f"tensor; got {input.dtype!r}; try .to(tensorlite.complex64)"
        )
    return as_real(input)


@public(method=False)
def view_as_complex(input: Tensor) -> Tensor:
    """
    Pairs along the last dim as complex numbers, over the same memory.

    Raises
    ------
    RuntimeError
        If the last dim has another extent than 2, or its elements do not lie side by side.

    Examples
    --------
    >>> tl.view_as_complex(tl.tensor([[1., 2.]]))
    tensor([1.+2.j])
    """
    op, spec = "view_as_complex", input.spec
    if spec.dtype not in (dtypes.float32, dtypes.float64):
        raise RuntimeError(
            f"{op} is only supported for floating point tensors; expected float32 or float64; got "
            f"{input.dtype!r}; try .float()"
        )
    if not spec.shape or spec.shape[-1] != 2:
        raise RuntimeError(
            f"{op}: Tensor must have a last dimension of size 2; got shape {list(spec.shape)}; "
            "try complex()"
        )
    if _complex_spec(spec) is None or input.storage_offset() % 2:
        raise RuntimeError(
            f"{op}: Tensor must have a last dimension with stride 1, and even strides and an even "
            f"offset elsewhere; got strides {spec.strides}; try contiguous()"
        )
    return as_complex(input)


def _part(x, number):
    return as_real(x)[..., number]


@public(method=False)
def real(input: Tensor) -> Tensor:
    """The real parts, a view; a real tensor itself."""
    return _part(input, 0) if input.spec.dtype.is_complex else input


@public(method=False)
def imag(input: Tensor) -> Tensor:
    """The imaginary parts of a complex tensor, a view."""
    if not input.spec.dtype.is_complex:
        raise RuntimeError(
            "imag is not implemented for tensors with non-complex dtypes; imag: expected a complex "
            f"tensor; got {input.dtype!r}; try zeros_like()"
        )
    return _part(input, 1)


def _set_real(self: Tensor, value: Operand) -> None:
    real(self).copy_(value)


def _set_imag(self: Tensor, value: Operand) -> None:
    imag(self).copy_(value)


setattr(Tensor, "real", property(real, _set_real))  # noqa: B010
setattr(Tensor, "imag", property(imag, _set_imag))  # noqa: B010


# ------------------------------------------------------------------ from parts


@public(method=False, name="complex", out=True)
def complex_of(real: Tensor, imag: Tensor) -> Tensor:
    """
    Complex numbers from their parts, both float32 or both float64.

    Examples
    --------
    >>> tl.complex(tl.tensor([1., 2.]), tl.tensor([3., 4.]))
    tensor([1.+3.j, 2.+4.j])
    """
    _check_parts("complex", real, imag)
    if real.spec.shape != imag.spec.shape:
        real, imag = broadcast_tensors(real, imag)
    return as_complex(stack((real, imag), -1))


@public(method=False, out=True)
def polar(abs: Tensor, angle: Tensor) -> Tensor:
    """abs * (cos(angle) + i sin(angle)), both float32 or both float64."""
    _check_parts("polar", abs, angle)
    return complex_of(abs * angle.cos(), abs * angle.sin())


def _check_parts(op, *both):
    for x in both:
        if not isinstance(x, Tensor):
            raise TypeError(expected(op, "two tensors", type(x).__name__, "tensor()"))
    kinds = [x.spec.dtype for x in both]
    if kinds[0] is not kinds[1] or kinds[0] not in (dtypes.float32, dtypes.float64):
        got = " and ".join(repr(kind) for kind in kinds)
        wanted = "Expected both inputs to be float32 or float64 tensors, of one dtype"
        raise RuntimeError(expected(op, wanted, got, ".float()"))


def turned(x):
    """x times i."""
    unit = 1j if x.spec.device is CPU else tensor(1j, dtype=x.dtype, device=x.device)
    return x * unit


def by_parts(function, x, *more, **named):
    """What a function that acts on each part alone gives for complex numbers."""
    return joined_parts(function(as_real(x), *more, **named))


# ------------------------------------------------------------------ elementwise


def _conj_reference(x):
    return x.conj()


@entries.entry("same", name="_conj", method=False, reference=_conj_reference)
def _conj(x):
    """The complex conjugate of x."""
    return scalars.conj(x)


CONJ = table["_conj"]


@CONJ.grad("x")
def _conj_grad_x(g):
    return conj(g)


@public
def conj(input: Tensor) -> Tensor:
    """The complex conjugate; a real tensor itself."""
    return unary(CONJ, input) if input.spec.dtype.is_complex else input


@public(out=True)
def conj_physical(input: Tensor) -> Tensor:
    """The complex conjugate in memory of its own; a real tensor itself."""
    return conj(input)


@public
def conj_physical_(self: Tensor) -> Tensor:
    """In place: the complex conjugate."""
    return self.copy_(conj(self)) if self.spec.dtype.is_complex else self


def conjugated(x):
    """The last two dims swapped, elements conjugated."""
    return conj(transpose(x, -2, -1))


def _angle_reference(x):
    return np.where(np.isnan(x), x, np.where(x < 0, np.pi, 0))


@entries.entry("float", name="_angle", method=False, reference=_angle_reference, smooth=False)
def _angle(x):
    """The direction of x in radians."""
    return scalars.angle(x)


ANGLE, SGN, ABS = table["_angle"], table["sgn"], table["abs"]


@public(out=True)
def angle(input: Tensor) -> Tensor:
    """The angle of complex numbers in radians; of real ones 0, pi where they are negative."""
    return unary(ANGLE, input)


@ANGLE.grad("x")
def _angle_grad_x(g, x):
    """i z / |z|^2; 0 for real numbers and at 0."""
    if not x.spec.dtype.is_complex:
        return g * 0
    nothing = x == 0
    return (g * 1j / x.masked_fill(nothing, 1).conj()).masked_fill(nothing, 0)


_real_abs_rule = ABS.rule(0).function


@ABS.grad("x")
def _abs_grad_x(g, x):
    """The direction of x."""
    return g * unary(SGN, x) if x.spec.dtype.is_complex else _real_abs_rule(g, x)


@SGN.grad("x")
def _sgn_grad_x(g, x, out):
    """The part of g that turns x, over |x|; 0 for real numbers and at 0."""
    if not x.spec.dtype.is_complex:
        return g * 0
    size = x.abs()
    nothing = size == 0
    along = real(g * conj(out))
    return ((g - out * along) / size.masked_fill(nothing, 1)).masked_fill(nothing, 0)


# ------------------------------------------------------------------ what they are


@public
def is_complex(input: Tensor) -> bool:
    """Whether its dtype is a complex type."""
    return input.spec.dtype.is_complex


@public
def isreal(input: Tensor) -> Tensor:
    """Whether the imaginary part is 0, by elements; True for real numbers."""
    if input.spec.dtype.is_complex:
        return imag(input) == 0
    return ones_like(input, dtype=dtypes.bool_)


@public
def resolve_conj(input: Tensor) -> Tensor:
    """Itself: no conjugate is left to be done."""
    return input


@public
def resolve_neg(input: Tensor) -> Tensor:
    """Itself: nothing is left to negate."""
    return input


@public
def is_conj(input: Tensor) -> bool:
    """False: no conjugate is left to be done."""
    return False


@public
def is_neg(input: Tensor) -> bool:
    """False: nothing is left to negate."""
    return False


def _to_complex(name, dtype):
    def bound(self: Tensor, *, memory_format: formats.memory_format | None = None) -> Tensor:
        return self.to(dtype, memory_format=memory_format)

    bound.__name__, bound.__doc__ = name, f"self as {dtype!r}."
    return method(bound)


_to_complex("cfloat", dtypes.complex64)
_to_complex("cdouble", dtypes.complex128)


def _complex_method(self) -> complex:
    if self.spec.numel != 1:
        got = str(self.spec.numel)
        raise ValueError("only one element tensors can be converted to Python scalars; "
                         + expected("complex", "1 element", got, "tolist()"))  # fmt: skip
    return complex(self.item())


setattr(Tensor, "__complex__", _complex_method)  # noqa: B010
