"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterable as _Iterable, Iterator as _Iterator
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from typing import Any as _Any, Generic as _Generic, Literal as _Literal, Self as _Self
from typing import TypeVar as _TypeVar, overload as _overload

from numpy import ndarray as _ndarray

_F = _TypeVar("_F", bound=_Callable[..., _Any])
_T = _TypeVar("_T")
_T_co = _TypeVar("_T_co", covariant=True)

from .dtypes import dtype as _dtype
from .tensor import Tensor

__all__ = [
    "airy_ai",
    "bessel_j0",
    "bessel_j1",
    "bessel_y0",
    "bessel_y1",
    "chebyshev_polynomial_t",
    "chebyshev_polynomial_u",
    "chebyshev_polynomial_v",
    "chebyshev_polynomial_w",
    "digamma",
    "entr",
    "erf",
    "erfc",
    "erfcx",
    "erfinv",
    "exp2",
    "expit",
    "expm1",
    "gammainc",
    "gammaincc",
    "gammaln",
    "hermite_polynomial_h",
    "hermite_polynomial_he",
    "i0",
    "i0e",
    "i1",
    "i1e",
    "laguerre_polynomial_l",
    "legendre_polynomial_p",
    "log1p",
    "log_ndtr",
    "log_softmax",
    "logit",
    "logsumexp",
    "modified_bessel_i0",
    "modified_bessel_i1",
    "modified_bessel_k0",
    "modified_bessel_k1",
    "multigammaln",
    "ndtr",
    "ndtri",
    "polygamma",
    "psi",
    "round",
    "scaled_modified_bessel_k0",
    "scaled_modified_bessel_k1",
    "shifted_chebyshev_polynomial_t",
    "shifted_chebyshev_polynomial_u",
    "shifted_chebyshev_polynomial_v",
    "shifted_chebyshev_polynomial_w",
    "sinc",
    "softmax",
    "spherical_bessel_j0",
    "xlog1py",
    "xlogy",
    "zeta",
]
def airy_ai(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Airy function of the first kind; 0 at both infinities.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.airy_ai(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([0.4299, 0.3550, 0.0625])
    """
def bessel_j0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Bessel function of the first kind, of order 0.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.bessel_j0(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([0.4554, 1.0000, 0.4554])
    """
def bessel_j1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Bessel function of the first kind, of order 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.bessel_j1(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.5699,  0.0000,  0.5699])
    """
def bessel_y0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Bessel function of the second kind, of order 0; -infinite at 0, NaN below.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.bessel_y0(tl.tensor([0.85, 2.25, 3.65]))
    tensor([-0.0393,  0.5201,  0.1269])
    """
def bessel_y1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Bessel function of the second kind, of order 1; -infinite at 0, NaN below.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.bessel_y1(tl.tensor([0.85, 2.25, 3.65]))
    tensor([-0.9236,  0.0272,  0.4165])
    """
def chebyshev_polynomial_t(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The first kind: cos(n acos(x)).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.chebyshev_polynomial_t(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-1.6000,  1.0000,  0.0000])
    """
def chebyshev_polynomial_u(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The second kind: sin((n + 1) t) / sin(t) for t = acos(x).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.chebyshev_polynomial_u(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-3.2000,  1.0000,  0.0000])
    """
def chebyshev_polynomial_v(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The third kind: cos((n + 1/2) t) / cos(t / 2) for t = acos(x).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.chebyshev_polynomial_v(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-4.2000,  1.0000,  0.0000])
    """
def chebyshev_polynomial_w(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The fourth kind: sin((n + 1/2) t) / sin(t / 2) for t = acos(x).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.chebyshev_polynomial_w(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-2.2000,  1.0000,  0.0000])
    """
def digamma(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Derivative of lgamma; NaN at negative integers, -+inf at +-0.

    Near its roots the error is absolute: 8 units in the last place of 1 in float64.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.digamma``, in place ``Tensor.digamma_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.digamma(tl.tensor([0.85, 2.25, 3.65]))
    tensor([-0.8553,  0.5725,  1.1515])
    """
def entr(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """-x log(x): 0 at 0, -inf below.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is written.

    Examples
    --------
    >>> tl.special.entr(tl.tensor([0.38, 1.1, 1.82]))
    tensor([ 0.3677, -0.1048, -1.0899])
    """
def erf(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Error function.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.erf``, in place ``Tensor.erf_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.erf(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.9763,  0.0000,  0.9763])
    """
def erfc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """1 - erf(x), accurate where erf nears 1.

    Method (Shepherd and Laframboise 1981): (1 + 2x) exp(x*x) erfc(x) as a polynomial in
    (x - k) / (x + k).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.erfc``, in place ``Tensor.erfc_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.erfc(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([1.9763, 1.0000, 0.0237])
    """
def erfcx(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """exp(x*x) erfc(x), for x from -26 on: infinite further left.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.erfcx(tl.tensor([-1.4, 1.0, 3.4]))
    tensor([13.8599,  0.4276,  0.1595])
    """
def erfinv(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Inverse of erf; infinite at -1 and 1, NaN beyond.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.erfinv``, in place ``Tensor.erfinv_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.erfinv(tl.tensor([-0.72, 0.0, 0.72]))
    tensor([-0.7639,  0.0000,  0.7639])
    """
def exp2(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """2 to the power x; exact at integers.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.exp2``, in place ``Tensor.exp2_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.exp2(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([0.3299, 1.0000, 3.0314])
    """
def expit(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """1 / (1 + exp(-x)), never from an overflowing exp.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.sigmoid``, in place ``Tensor.sigmoid_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.sigmoid(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([0.1680, 0.5000, 0.8320])
    """
def expm1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """exp(x) - 1, accurate near zero.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.expm1``, in place ``Tensor.expm1_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.expm1(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.7981,  0.0000,  3.9530])
    """
def gammainc(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """The share of the gamma integral below x: 1 at infinity, 0 at 0. NaN for negative numbers.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.igamma``, in place ``Tensor.igamma_``. Its gradient is written.

    Examples
    --------
    >>> tl.igamma(tl.tensor([0.85, 2.25, 3.65]), tl.tensor([3.65, 2.25, 0.85]))
    tensor([0.9814, 0.5886, 0.0200])
    """
def gammaincc(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """1 - gammainc(a, x), accurate where that nears 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.igammac``, in place ``Tensor.igammac_``. Its gradient is written.

    Examples
    --------
    >>> tl.igammac(tl.tensor([0.85, 2.25, 3.65]), tl.tensor([3.65, 2.25, 0.85]))
    tensor([0.0186, 0.4114, 0.9800])
    """
def gammaln(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """log |gamma(x)|; infinite at 0 and at negative integers.

    Relative accuracy as elsewhere for x > 0, at the roots 1 and 2 too. For x < 0, where it has more
    roots, float64 is right to 8 units in the last place of max(1, |lgamma(x)|).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.lgamma``, in place ``Tensor.lgamma_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.lgamma(tl.tensor([0.85, 2.25, 3.65]))
    tensor([0.1066, 0.1249, 1.3701])
    """
def hermite_polynomial_h(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Hermite's, of the weight exp(-x*x).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.hermite_polynomial_h(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-3.2000,  1.0000,  0.0000])
    """
def hermite_polynomial_he(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Hermite's, of the weight exp(-x*x / 2).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.hermite_polynomial_he(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-1.6000,  1.0000,  0.0000])
    """
def i0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Modified Bessel function of the first kind, of order 0.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.i0``, in place ``Tensor.i0_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.i0(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([1.7500, 1.0000, 1.7500])
    """
def i0e(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """exp(-|x|) i0(x).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.i0e(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([0.3533, 1.0000, 0.3533])
    """
def i1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Modified Bessel function of the first kind, of order 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.i1(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.0848,  0.0000,  1.0848])
    """
def i1e(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """exp(-|x|) i1(x).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.i1e(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.2190,  0.0000,  0.2190])
    """
def laguerre_polynomial_l(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Laguerre's, of the weight exp(-x).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.laguerre_polynomial_l(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([2.6000, 1.0000, 0.0000])
    """
def legendre_polynomial_p(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Legendre's, of the weight 1 between -1 and 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.legendre_polynomial_p(tl.tensor([-1.6, 0.0, 1.6]), tl.tensor([1.6, 0.0, -1.6]))
    tensor([-1.6000,  1.0000,  0.0000])
    """
def log1p(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """log(1 + x), accurate near zero.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.log1p``, in place ``Tensor.log1p_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.log1p(tl.tensor([-0.42, 1.1, 2.62]))
    tensor([-0.5447,  0.7419,  1.2865])
    """
def log_ndtr(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """The logarithm of the normal distribution function; below -5 by Laplace's fraction.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is written.

    Examples
    --------
    >>> tl.special.log_ndtr(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-2.9041, -0.6931, -0.0564])
    """
def log_softmax(
    input: Tensor,
    dim: _int,
    dtype: _dtype | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """log(softmax(x)) along `dim`, without overflow.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int
        The dim or dims along which it goes; negative ones count from the last.
    dtype : dtype, optional
        Of the result; by default that of the input, or what its type rule gives.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.log_softmax``.

    Examples
    --------
    >>> tl.log_softmax(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor([-1.9644, -1.4644, -0.4644])
    """
def logit(input: Tensor, eps: _float | None = None, *, out: Tensor | None = None) -> Tensor:
    """log(x / (1 - x)); x is first clamped to [eps, 1 - eps] if eps is given.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    eps : float, optional
        The input is held within [eps, 1 - eps].
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.logit``, in place ``Tensor.logit_``.

    Examples
    --------
    >>> tl.logit(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., inf, nan])
    """
def logsumexp(
    input: Tensor,
    dim: _int | _Sequence[_int],
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """log(sum(exp(x))) along dims, without overflow.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    dim : int or tuple of int
        The dim or dims along which it goes; negative ones count from the last.
    keepdim : bool, default False
        Whether dims that are reduced stay, with extent 1.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.logsumexp``.

    Examples
    --------
    >>> tl.logsumexp(tl.tensor([0.5, 1.0, 2.0]), 0)
    tensor(2.4644)
    """
def modified_bessel_i0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Modified Bessel function of the first kind, of order 0.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.modified_bessel_i0(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([1.7500, 1.0000, 1.7500])
    """
def modified_bessel_i1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Modified Bessel function of the first kind, of order 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.modified_bessel_i1(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-1.0848,  0.0000,  1.0848])
    """
def modified_bessel_k0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Modified Bessel function of the second kind, of order 0; infinite at 0, NaN below.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.modified_bessel_k0(tl.tensor([0.85, 2.25, 3.65]))
    tensor([0.5242, 0.0840, 0.0165])
    """
def modified_bessel_k1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Modified Bessel function of the second kind, of order 1; infinite at 0, NaN below.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.modified_bessel_k1(tl.tensor([0.85, 2.25, 3.65]))
    tensor([0.7847, 0.1012, 0.0187])
    """
def multigammaln(input: Tensor, p: _float, *, out: Tensor | None = None) -> Tensor:
    """The logarithm of the multivariate gamma function of dimension p.

    Parameters
    ----------
    input : Tensor
        Larger than (p - 1) / 2.
    p : int
        At least 1.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> tl.mvlgamma(tl.tensor([1.5, 3.0]), 2)
    tensor([0.4516, 1.5502])
    """
def ndtr(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Distribution function of the standard normal.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.ndtr(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([0.0548, 0.5000, 0.9452])
    """
def ndtri(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Inverse of ndtr; infinite at 0 and 1, NaN beyond.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.ndtri(tl.tensor([0.14, 0.5, 0.86]))
    tensor([-1.0803,  0.0000,  1.0803])
    """
def polygamma(n: _int, input: Tensor, *, out: Tensor | None = None) -> Tensor:
    """Derivative n of digamma: 0, 1, 2, ...

    Parameters
    ----------
    n : int
        The order of the derivative.
    input : Tensor (...)
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.polygamma``, in place ``Tensor.polygamma_``.

    Examples
    --------
    >>> tl.polygamma(3, tl.tensor([0.5, 1.0, 2.0]))
    tensor([97.4091,  6.4939,  0.4939])
    """
def psi(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """Derivative of lgamma; NaN at negative integers, -+inf at +-0.

    Near its roots the error is absolute: 8 units in the last place of 1 in float64.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.digamma``, in place ``Tensor.digamma_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.digamma(tl.tensor([0.85, 2.25, 3.65]))
    tensor([-0.8553,  0.5725,  1.1515])
    """
def round(input: Tensor, *, decimals: _int = 0, out: Tensor | None = None) -> Tensor:
    """input rounded half to even, to a number of decimals.

    Parameters
    ----------
    input : Tensor (...)
        What is computed on.
    decimals : int, default 0
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.round``, in place ``Tensor.round_``.

    Examples
    --------
    >>> tl.round(tl.tensor([0.5, 1.0, 2.0]))
    tensor([0., 1., 2.])
    """
def scaled_modified_bessel_k0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """exp(x) k0(x).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.scaled_modified_bessel_k0(tl.tensor([0.85, 2.25, 3.65]))
    tensor([1.2265, 0.7974, 0.6363])
    """
def scaled_modified_bessel_k1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """exp(x) k1(x).

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.scaled_modified_bessel_k1(tl.tensor([0.85, 2.25, 3.65]))
    tensor([1.8359, 0.9603, 0.7187])
    """
def shifted_chebyshev_polynomial_t(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Chebyshev's first kind at 2x - 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.shifted_chebyshev_polynomial_t(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([  1.,  17., 485.])
    """
def shifted_chebyshev_polynomial_u(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Chebyshev's second kind at 2x - 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.shifted_chebyshev_polynomial_u(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([  2.,  35., 980.])
    """
def shifted_chebyshev_polynomial_v(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Chebyshev's third kind at 2x - 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.shifted_chebyshev_polynomial_v(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([  1.,  29., 881.])
    """
def shifted_chebyshev_polynomial_w(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Chebyshev's fourth kind at 2x - 1.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.shifted_chebyshev_polynomial_w(tl.tensor([1, 2, 3]), tl.tensor([1, 2, 3]))
    tensor([   3.,   41., 1079.])
    """
def sinc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """sin(pi x) / (pi x); 1 at 0.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Also the method ``Tensor.sinc``, in place ``Tensor.sinc_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.sinc(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([-0.1892,  1.0000, -0.1892])
    """
def softmax(
    input: Tensor,
    dim: _int,
    dtype: _dtype | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """exp(x) / sum(exp(x)) along `dim`, without overflow.

    Parameters
    ----------
    input : Tensor (any shape)
    dim : int
    dtype : dtype, optional
        To which the input is converted first.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)

    Raises
    ------
    TypeError
        If an operand is no tensor.
    IndexError
        If `dim` is out of range.

    Notes
    -----
    Also the method ``Tensor.softmax``.

    Examples
    --------
    >>> tl.softmax(tl.tensor([[0., 0.], [1., 1.]]), dim=1)
    tensor([[0.5000, 0.5000],
            [0.5000, 0.5000]])
    """
def spherical_bessel_j0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
    """sin(x) / x; 1 at 0.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Notes
    -----
    Its gradient is derived from its source.

    Examples
    --------
    >>> tl.special.spherical_bessel_j0(tl.tensor([-1.6, 0.0, 1.6]))
    tensor([0.6247, 1.0000, 0.6247])
    """
def xlog1py(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x log(1 + y), and 0 where x is 0, unless y is NaN.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is written.

    Examples
    --------
    >>> tl.special.xlog1py(tl.tensor([0.38, 1.1, 1.82]), tl.tensor([1.82, 1.1, 0.38]))
    tensor([0.3940, 0.8161, 0.5862])
    """
def xlogy(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """x log(y); 0 where x is 0, unless y is NaN.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Also the method ``Tensor.xlogy``, in place ``Tensor.xlogy_``. Its gradient is derived from its source.

    Examples
    --------
    >>> tl.xlogy(tl.tensor([0.58, 2.1, 3.62]), tl.tensor([3.62, 2.1, 0.58]))
    tensor([ 0.7462,  1.5581, -1.9719])
    """
def zeta(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor:
    """Hurwitz's zeta function, the sum of 1 / (k + y)**x; NaN below x = 1.

    Infinite at x = 1 and where y is 0 or a negative integer; for other negative y, x is an integer.

    Parameters
    ----------
    input : Tensor (...) or number
        What is computed on.
    other : Tensor (...) or number
        The second operand; shapes broadcast.
    out : Tensor (...), optional
        Where the result is put; its shape and dtype must fit.

    Returns
    -------
    Tensor (...)
        Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

    Raises
    ------
    TypeError
        If an operand is no tensor.
    RuntimeError
        If the shapes do not broadcast.

    Notes
    -----
    Its gradient is written.

    Examples
    --------
    >>> tl.special.zeta(tl.tensor([1.68, 3.6, 5.52]), tl.tensor([5.52, 3.6, 1.68]))
    tensor([0.4900, 0.0195, 0.0625])
    """
