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
def airy_ai(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def bessel_j0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def bessel_j1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def bessel_y0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def bessel_y1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def chebyshev_polynomial_t(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def chebyshev_polynomial_u(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def chebyshev_polynomial_v(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def chebyshev_polynomial_w(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def digamma(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def entr(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def erf(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def erfc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def erfcx(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def erfinv(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def exp2(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def expit(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def expm1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def gammainc(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def gammaincc(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def gammaln(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def hermite_polynomial_h(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def hermite_polynomial_he(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def i0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def i0e(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def i1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def i1e(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def laguerre_polynomial_l(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def legendre_polynomial_p(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def log1p(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def log_ndtr(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def log_softmax(
    input: Tensor,
    dim: _int,
    dtype: _dtype | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def logit(input: Tensor, eps: _float | None = None, *, out: Tensor | None = None) -> Tensor: ...
def logsumexp(
    input: Tensor,
    dim: _int | _Sequence[_int],
    keepdim: _bool = False,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def modified_bessel_i0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def modified_bessel_i1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def modified_bessel_k0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def modified_bessel_k1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def multigammaln(input: Tensor, p: _float, *, out: Tensor | None = None) -> Tensor: ...
def ndtr(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def ndtri(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def polygamma(n: _int, input: Tensor, *, out: Tensor | None = None) -> Tensor: ...
def psi(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def round(input: Tensor, *, decimals: _int = 0, out: Tensor | None = None) -> Tensor: ...
def scaled_modified_bessel_k0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def scaled_modified_bessel_k1(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def shifted_chebyshev_polynomial_t(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def shifted_chebyshev_polynomial_u(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def shifted_chebyshev_polynomial_v(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def shifted_chebyshev_polynomial_w(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def sinc(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def softmax(
    input: Tensor,
    dim: _int,
    dtype: _dtype | None = None,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def spherical_bessel_j0(input: Tensor | _float, *, out: Tensor | None = None) -> Tensor: ...
def xlog1py(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def xlogy(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
def zeta(
    input: Tensor | _float,
    other: Tensor | _float,
    *,
    out: Tensor | None = None,
) -> Tensor: ...
