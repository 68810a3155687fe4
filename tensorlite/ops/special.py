"""Special functions that PyTorch keeps in `special`; `tensorlite.special` offers them."""

import math

import numpy as np

from ..declare import entry
from ..kernels import scalars
from .elementwise import vectorized

HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)


def scipy_reference(name):
    """A reference that SciPy has; it is imported where a test calls it."""

    def reference(*operands):
        from scipy import special

        return getattr(special, name)(*operands)

    return reference


def in_special(name, scipy_name=None, *, reference=None, **more):
    """Declare a function that PyTorch keeps in `special` alone."""
    return entry("float", name=f"_{name}", names=(f"special.{name}",), method=False, inplace=False,
                 reference=reference or scipy_reference(scipy_name or name), **more)  # fmt: skip


in_special("erfcx", domain=(-2.0, 4.0))(scalars.erfcx)
in_special("ndtri", domain=(0.05, 0.95))(scalars.ndtri)


@vectorized
def _ndtr(x):
    return 0.5 * math.erfc(-x * math.sqrt(0.5))


def _log_ndtr(x):
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        return np.where(x < -30, -0.5 * x * x - np.log(-x) - HALF_LOG_2PI, np.log(_ndtr(x)))


entry("float", name="_ndtr", names=("special.ndtr",), reference=_ndtr, method=False,
      inplace=False)(scalars.ndtr)  # fmt: skip


def _entr(x):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(x == 0, 0.0, np.where(x < 0, -np.inf, -x * np.log(x)))


def _xlog1py(x, y):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where((x == 0) & (y == y), 0.0, x * np.log1p(y))


def inverse_mills(x):
    """The normal density at x over its distribution function, x < -5, by Laplace's fraction."""
    t = -x
    for k in range(16):
        t = (16 - k) / t - x
    return t


def _log_ndtr_grad(g, x, out):
    """Far left a fraction, since density and distribution function vanish."""
    if x < -5:
        return g * inverse_mills(x)
    return g * scalars.exp(-0.5 * x * x - HALF_LOG_2PI - out)


@entry("float", name="_log_ndtr", names=("special.log_ndtr",), reference=_log_ndtr,
       grad=_log_ndtr_grad, method=False, inplace=False)  # fmt: skip
def log_ndtr(x):
    """The logarithm of the normal distribution function; below -5 by Laplace's fraction."""
    if x < -5:
        return -0.5 * x * x - HALF_LOG_2PI - scalars.log(inverse_mills(x))
    if x > 1:
        return scalars.log1p(-scalars.ndtr(-x))
    return scalars.log(scalars.ndtr(x))


def _entr_grad(g, x):
    """inf at 0, NaN below."""
    return g * (-1.0 - scalars.log(x))


@entry("float", name="_entr", names=("special.entr",), domain=(0.2, 2.0), method=False,
       inplace=False, reference=_entr, grad=_entr_grad)  # fmt: skip
def entr(x):
    """-x log(x): 0 at 0, -inf below."""
    if x < 0:
        return -math.inf
    return -scalars.xlogy(x, x)


def _xlog1py_grad_x(g, x, y):
    """0 where x is 0 and 1 + y is not positive."""
    return 0.0 if x == 0 and y <= -1 else g * scalars.log1p(y)


def _xlog1py_grad_y(g, x, y):
    return g * x / (1.0 + y)


@entry("float", name="_xlog1py", names=("special.xlog1py",), domain=(0.2, 2.0), method=False,
       inplace=False, reference=_xlog1py,
       grad={"x": _xlog1py_grad_x, "y": _xlog1py_grad_y})  # fmt: skip
def xlog1py(x, y):
    """x log(1 + y), and 0 where x is 0, unless y is NaN."""
    if x == 0 and y == y:
        return 0.0
    return x * scalars.log1p(y)
