"""Orthogonal polynomials by their recurrences: 0 for a negative order, trunc of a broken one.

Beyond a few terms those of Chebyshev are, between -1 and 1, the waves that they stand for.
"""

import math

from ..kernels.scalars import acos, cos, fabs, sin, trunc
from .special import in_special, scipy_reference

LONGEST = 512.0  # Hermite's polynomials of higher orders are NaN, as in PyTorch


def _of_order(name, shift=0.0):
    """A reference from SciPy, which has no negative orders."""

    def reference(x, n):
        import numpy as np

        return np.where(n < 0, 0.0, scipy_reference(name)(np.maximum(n, 0).astype(int), x))

    return reference


def _polynomial(name, scipy_name=None, reference=None):
    """Declare a polynomial of x of the order n, a whole number."""
    reference = reference or _of_order(scipy_name)
    return in_special(name, reference=reference, operands={"n": "whole"}, special=False, rough=4.0)


def recurrence(x, n, first):
    """The polynomials 1, `first`, ... of which each is 2x times the last less the one before."""
    if n < 1.0:
        return 1.0 if n == 0.0 else 0.0
    before = 1.0
    last = first
    k = 1.0
    while k < n and last == last:
        following = (x + x) * last - before
        before = last
        last = following
        k = k + 1.0
    return last


def chebyshev_t(x, n):
    """The first kind: cos(n acos(x))."""
    whole = trunc(n)
    if whole > 6.0 and fabs(x) < 1.0:
        return cos(whole * acos(x))
    return recurrence(x, whole, x)


def chebyshev_u(x, n):
    """The second kind: sin((n + 1) t) / sin(t) for t = acos(x)."""
    whole = trunc(n)
    if whole > 8.0 and fabs(x) < 1.0:
        angle = acos(x)
        return sin((whole + 1.0) * angle) / sin(angle)
    return recurrence(x, whole, x + x)


def chebyshev_v(x, n):
    """The third kind: cos((n + 1/2) t) / cos(t / 2) for t = acos(x)."""
    whole = trunc(n)
    if whole > 8.0 and fabs(x) < 1.0:
        angle = acos(x)
        return cos((whole + 0.5) * angle) / cos(0.5 * angle)
    return recurrence(x, whole, x + x - 1.0)


def chebyshev_w(x, n):
    """The fourth kind: sin((n + 1/2) t) / sin(t / 2) for t = acos(x)."""
    whole = trunc(n)
    if whole > 8.0 and fabs(x) < 1.0:
        angle = acos(x)
        return sin((whole + 0.5) * angle) / sin(0.5 * angle)
    return recurrence(x, whole, x + x + 1.0)


def _third_kind(x, n):
    t = scipy_reference("eval_chebyu")
    return (_of_order("eval_chebyu")(x, n) - (n > 0) * t(abs(n.astype(int) - 1), x)) * (n >= 0)


def _fourth_kind(x, n):
    t = scipy_reference("eval_chebyu")
    return (_of_order("eval_chebyu")(x, n) + (n > 0) * t(abs(n.astype(int) - 1), x)) * (n >= 0)


_polynomial("chebyshev_polynomial_t", "eval_chebyt")(chebyshev_t)
_polynomial("chebyshev_polynomial_u", "eval_chebyu")(chebyshev_u)
_polynomial("chebyshev_polynomial_v", reference=_third_kind)(chebyshev_v)
_polynomial("chebyshev_polynomial_w", reference=_fourth_kind)(chebyshev_w)


@_polynomial("shifted_chebyshev_polynomial_t", "eval_sh_chebyt")
def shifted_t(x, n):
    """Chebyshev's first kind at 2x - 1."""
    return chebyshev_t(x + x - 1.0, n)


@_polynomial("shifted_chebyshev_polynomial_u", "eval_sh_chebyu")
def shifted_u(x, n):
    """Chebyshev's second kind at 2x - 1."""
    return chebyshev_u(x + x - 1.0, n)


@_polynomial("shifted_chebyshev_polynomial_v", reference=lambda x, n: _third_kind(2 * x - 1, n))
def shifted_v(x, n):
    """Chebyshev's third kind at 2x - 1."""
    return chebyshev_v(x + x - 1.0, n)


@_polynomial("shifted_chebyshev_polynomial_w", reference=lambda x, n: _fourth_kind(2 * x - 1, n))
def shifted_w(x, n):
    """Chebyshev's fourth kind at 2x - 1."""
    return chebyshev_w(x + x - 1.0, n)


@_polynomial("hermite_polynomial_h", "eval_hermite")
def hermite_h(x, n):
    """Hermite's, of the weight exp(-x*x)."""
    whole = trunc(n)
    if whole < 1.0 or whole > LONGEST:
        return 1.0 if whole == 0.0 else (0.0 if whole < 0.0 else math.nan)
    before = 1.0
    last = x + x
    k = 1.0
    while k < whole:
        following = (x + x) * last - (k + k) * before
        before = last
        last = following
        k = k + 1.0
    return last


@_polynomial("hermite_polynomial_he", "eval_hermitenorm")
def hermite_he(x, n):
    """Hermite's, of the weight exp(-x*x / 2)."""
    whole = trunc(n)
    if whole < 1.0 or whole > LONGEST:
        return 1.0 if whole == 0.0 else (0.0 if whole < 0.0 else math.nan)
    before = 1.0
    last = x
    k = 1.0
    while k < whole:
        following = x * last - k * before
        before = last
        last = following
        k = k + 1.0
    return last


@_polynomial("laguerre_polynomial_l", "eval_laguerre")
def laguerre_l(x, n):
    """Laguerre's, of the weight exp(-x)."""
    whole = trunc(n)
    if whole < 1.0:
        return 1.0 if whole == 0.0 else 0.0
    before = 1.0
    last = 1.0 - x
    k = 1.0
    while k < whole and last == last:
        following = ((k + k + 1.0 - x) * last - k * before) / (k + 1.0)
        before = last
        last = following
        k = k + 1.0
    return last


@_polynomial("legendre_polynomial_p", "eval_legendre")
def legendre_p(x, n):
    """Legendre's, of the weight 1 between -1 and 1."""
    whole = trunc(n)
    if whole < 1.0:
        return 1.0 if whole == 0.0 else 0.0
    before = 1.0
    last = x
    k = 1.0
    while k < whole and last == last:
        following = ((k + k + 1.0) * x * last - k * before) / (k + 1.0)
        before = last
        last = following
        k = k + 1.0
    return last
